import { isHost, isPort } from './host.js'

/** A machine that is reached by SSH. */
export interface Vm {
  readonly user: string
  readonly host: string
  readonly port: string
}

/** `USER@HOST` or `USER@HOST:PORT`, taken apart; what is wrong with it, as the end of a sentence. */
export function parseVm(text: string): Vm | string {
  const expected = 'expected USER@HOST or USER@HOST:PORT, such as "deploy@192.168.0.50"'
  const at = text.indexOf('@')
  if (at <= 0) return `has no user: ${expected}`
  const user = text.slice(0, at)
  const [host = '', port = '22', ...more] = text.slice(at + 1).split(':')
  // In the deploy Job it becomes a word of ssh's command line.
  if (!/^[a-z_][a-z0-9_-]{0,31}$/.test(user)) return `has no user that Linux takes: ${expected}`
  if (!isHost(host) || more.length > 0) return `has no host name or IPv4 address in it: ${expected}`
  return isPort(port) ? { user, host, port } : `has no port from 1 to 65535: ${expected}`
}
