import { execFileSync } from 'node:child_process'
import { createDecipheriv, privateDecrypt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A controller's key pair, made by openssl. */
export interface SealingKey {
  readonly certificateFile: string
  readonly keyFile: string
  /** PEM. */
  readonly certificate: string
  /** PEM. */
  readonly key: string
}

let made = 0

/** @param days how long it is valid from now on */
export function makeSealingKey(folder: string, { bits = 2048, days = 3650, algorithm = 'rsa' } = {}): SealingKey {
  made += 1
  const keyFile = join(folder, `sealing-${made}.key`)
  const certificateFile = join(folder, `sealing-${made}.pem`)
  const kind = algorithm === 'rsa' ? [`rsa:${bits}`] : ['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1']
  const args = ['req', '-x509', '-noenc', '-newkey', ...kind, '-days', String(days), '-subj', '/O=sealed-secret']
  execFileSync('openssl', [...args, '-keyout', keyFile, '-out', certificateFile], { stdio: 'pipe' })
  return {
    keyFile,
    certificateFile,
    key: readFileSync(keyFile, 'utf8'),
    certificate: readFileSync(certificateFile, 'utf8'),
  }
}

/** Opens a sealed value as the controller does. Throws when the key, the label or a byte is another. */
export function openSealed(text: string, key: string, label: string): Buffer {
  const bytes = Buffer.from(text, 'base64')
  const length = bytes.readUInt16BE(0)
  const oaep = { key, oaepHash: 'sha256', oaepLabel: Buffer.from(label) }
  const sessionKey = privateDecrypt(oaep, bytes.subarray(2, 2 + length))
  const cipher = createDecipheriv('aes-256-gcm', sessionKey, Buffer.alloc(12))
  cipher.setAuthTag(bytes.subarray(-16))
  return Buffer.concat([cipher.update(bytes.subarray(2 + length, -16)), cipher.final()])
}
