import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Lab } from './lab.js'
import type { Wrapper } from './program.js'

const dockerHub = ['registry-1.docker.io', 'auth.docker.io', 'index.docker.io', 'docker.io']

/**
 * A wrapper under which the given names resolve to 127.0.0.1, by way of a private /etc/hosts in a mount namespace; for
 * everybody else they do not exist. Docker and BuildKit treat 127.0.0.1 and localhost as insecure by themselves, so plain
 * HTTP is proved with a name only. Docker Hub is among the names always: no test may reach it. Needs root.
 */
export async function resolveNames(lab: Lab, names: readonly string[]): Promise<Wrapper> {
  const hosts = join(await lab.makeFolder('names'), 'hosts')
  const lines = [...names, ...dockerHub].map(name => `127.0.0.1 ${name}\n`).join('')
  await writeFile(hosts, `${await readFile('/etc/hosts', 'utf8')}\n${lines}`)
  return (command, args) => ({
    command: 'unshare',
    // exec all the way down: the process that was started is the program itself, and gets our signals.
    args: [
      '--mount',
      '--propagation',
      'slave',
      // Not sh: dash drops the variables whose names it cannot read, and INPUT_TAG-PREFIX is one.
      'bash',
      '-c',
      'mount --bind "$0" /etc/hosts && exec "$@"',
      hosts,
      command,
      ...args,
    ],
  })
}
