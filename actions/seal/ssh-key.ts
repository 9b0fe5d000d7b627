import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'

export interface SshKey {
  /** What goes into a file: `-----BEGIN … PRIVATE KEY-----`. */
  readonly privateKey: Buffer
  /** The line for `authorized_keys` or a deploy key. */
  readonly publicKey: string
}

/** A new key pair in the forms that every OpenSSH reads. */
export function newSshKey(kind: 'ed25519' | 'rsa', comment: string): SshKey {
  if (kind === 'rsa') {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 4096 })
    const blob = rsaBlob(publicKey)
    // PKCS#1: what OpenSSH itself wrote for twenty years.
    const pem = privateKey.export({ type: 'pkcs1', format: 'pem' })
    return { privateKey: Buffer.from(pem), publicKey: `ssh-rsa ${blob.toString('base64')} ${comment}` }
  }
  const { privateKey } = generateKeyPairSync('ed25519')
  const jwk = privateKey.export({ format: 'jwk' })
  const seed = Buffer.from(jwk.d ?? '', 'base64url')
  const point = Buffer.from(jwk.x ?? '', 'base64url')
  const blob = Buffer.concat([field('ssh-ed25519'), field(point)])
  return {
    privateKey: opensshFile(seed, point, blob, comment),
    publicKey: `ssh-ed25519 ${blob.toString('base64')} ${comment}`,
  }
}

function rsaBlob(key: KeyObject): Buffer {
  const { n = '', e = '' } = key.export({ format: 'jwk' })
  return Buffer.concat([field('ssh-rsa'), wholeNumber(e), wholeNumber(n)])
}

/** PROTOCOL.key of OpenSSH: one key, no passphrase. */
function opensshFile(seed: Buffer, point: Buffer, blob: Buffer, comment: string): Buffer {
  const check = randomBytes(4)
  const plain = [check, check, blob, field(Buffer.concat([seed, point])), field(comment)]
  const length = plain.reduce((sum, part) => sum + part.length, 0)
  const padding = Buffer.from(Array.from({ length: (8 - (length % 8)) % 8 }, (_, index) => index + 1))
  const secret = Buffer.concat([...plain, padding])
  const head = [Buffer.from('openssh-key-v1\0'), field('none'), field('none'), field(''), uint32(1)]
  const body = Buffer.concat([...head, field(blob), field(secret)])
  const lines = body.toString('base64').replace(/.{70}/g, '$&\n').trimEnd()
  for (const part of [seed, secret, body]) part.fill(0)
  return Buffer.from(`-----BEGIN OPENSSH PRIVATE KEY-----\n${lines}\n-----END OPENSSH PRIVATE KEY-----\n`)
}

function field(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content)
  return Buffer.concat([uint32(bytes.length), bytes])
}

/** SSH's mpint: a leading zero keeps it positive. */
function wholeNumber(base64url: string): Buffer {
  const bytes = Buffer.from(base64url, 'base64url')
  return field((bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes)
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
