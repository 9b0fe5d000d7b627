import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Answered, Asked } from './loopback.js'

export interface FakeReceiver {
  readonly name: string
  readonly proof: { readonly token: string } | { readonly accepts: (jwt: string) => boolean }
  readonly suspended?: boolean
}

/** `status.webhookPath` of a Receiver in flux-system. */
export function webhookPath({ name, proof }: FakeReceiver): string {
  const token = 'token' in proof ? proof.token : ''
  return `/hook/${createHash('sha256').update(`${token}${name}flux-system`).digest('hex')}`
}

/** Answers as notification-controller does: by the path, then whether the Receiver is on, then what it is shown. */
export function notificationController(receivers: readonly FakeReceiver[]): (asked: Asked) => Answered {
  return asked => {
    const receiver = receivers.find(known => webhookPath(known) === asked.path)
    if (receiver === undefined) return { status: 404 }
    if (receiver.suspended === true) return { status: 503 }
    return { status: asked.method === 'POST' && isProven(receiver, asked) ? 200 : 400 }
  }
}

function isProven({ proof }: FakeReceiver, { headers, body }: Asked): boolean {
  if ('accepts' in proof) return proof.accepts(/^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '')
  const expected = Buffer.from(`sha256=${createHmac('sha256', proof.token).update(body).digest('hex')}`)
  const shown = Buffer.from(headers['x-signature'] ?? '')
  return shown.length === expected.length && timingSafeEqual(shown, expected)
}
