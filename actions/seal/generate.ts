import { randomBytes } from 'node:crypto'
import type { Generated } from './origin.js'
import { newSshKey } from './ssh-key.js'

/** Makes a value by chance: a key pair for SSH, or 256 bits as a password of 43 letters, digits, "-" and "_". */
export function generate(what: Generated, comment: string): { readonly value: Buffer; readonly publicKey?: string } {
  if (what === 'password') return { value: Buffer.from(randomBytes(32).toString('base64url')) }
  const { privateKey, publicKey } = newSshKey(what, comment)
  return { value: privateKey, publicKey }
}
