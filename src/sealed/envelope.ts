import { constants, createCipheriv, type KeyObject, publicEncrypt, randomBytes } from 'node:crypto'

const SESSION_KEY_BYTES = 32
const TAG_BYTES = 16
const LENGTH_BYTES = 2

/** OAEP with SHA-256 needs this much around the 32 bytes of a session key: no RSA key below it can have sealed anything. */
const LEAST_RSA_BYTES = SESSION_KEY_BYTES + 2 * 32 + 2

/** A session key serves one value, so its nonce may be constant. */
const NONCE = Buffer.alloc(12)

/**
 * Seals a value for the Sealed Secrets controller: base64 of the RSA part's length (two bytes, big-endian), the session
 * key under RSA-OAEP with SHA-256 and the label, and the value under AES-256-GCM with its tag.
 *
 * @param label see `labelOf`
 */
export function sealValue(value: Uint8Array, publicKey: KeyObject, label: string): string {
  const sessionKey = randomBytes(SESSION_KEY_BYTES)
  try {
    const wrapped = publicEncrypt(
      { key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256', oaepLabel: Buffer.from(label) },
      sessionKey,
    )
    const cipher = createCipheriv('aes-256-gcm', sessionKey, NONCE)
    const length = Buffer.alloc(LENGTH_BYTES)
    length.writeUInt16BE(wrapped.length)
    const sealed = [length, wrapped, cipher.update(value), cipher.final(), cipher.getAuthTag()]
    return Buffer.concat(sealed).toString('base64')
  } finally {
    sessionKey.fill(0)
  }
}

/** A sealed value, taken apart. */
export interface Envelope {
  /** The session key under RSA: as long as the modulus of the key that opens it. */
  readonly wrappedKey: Uint8Array
  /** Bytes of the value that was sealed. */
  readonly valueBytes: number
}

/** Takes a sealed value apart, or says why it cannot be one. */
export function readEnvelope(text: string): Envelope | { readonly problem: string } {
  const bytes = decodeBase64(text)
  if (bytes === undefined) return { problem: 'is not base64' }
  if (bytes.length < LENGTH_BYTES) return { problem: `has ${bytes.length} bytes, too few to be sealed` }
  const wrapped = bytes.readUInt16BE(0)
  if (wrapped < LEAST_RSA_BYTES)
    return { problem: `says that its session key has ${wrapped} bytes: no RSA key is so short` }
  const valueBytes = bytes.length - LENGTH_BYTES - wrapped - TAG_BYTES
  if (valueBytes < 0) {
    const least = LENGTH_BYTES + wrapped + TAG_BYTES
    return { problem: `has ${bytes.length} bytes, and its own first bytes ask for at least ${least}: it is cut off` }
  }
  return { wrappedKey: bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + wrapped), valueBytes }
}

/** As Go's standard encoding decodes it: padding is needed, line ends are skipped, nothing else is. */
function decodeBase64(text: string): Buffer | undefined {
  const plain = text.replace(/[\r\n]/g, '')
  const padding = plain.endsWith('==') ? 2 : plain.endsWith('=') ? 1 : 0
  if (plain.length % 4 !== 0 || /[^A-Za-z0-9+/]/.test(plain.slice(0, plain.length - padding))) return undefined
  return Buffer.from(plain, 'base64')
}
