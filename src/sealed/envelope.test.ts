import { execFileSync } from 'node:child_process'
import { randomBytes, X509Certificate } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { makeSealingKey, openSealed, type SealingKey } from '../../tests/fakes/sealing-key.js'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { readEnvelope, sealValue } from './envelope.js'
import { labelOf, SCOPES } from './scope.js'

const folder = temporaryFolder()
const keys = [2048, 4096].map(bits => makeSealingKey(folder, { bits }))
const publicKeyOf = (key: SealingKey) => new X509Certificate(key.certificate).publicKey

/** Opened by openssl alone: OAEP, then the counter mode inside GCM, whose first block is number 2. */
function openWithOpenssl(text: string, { keyFile }: SealingKey, label: string): Buffer {
  const bytes = Buffer.from(text, 'base64')
  const length = bytes.readUInt16BE(0)
  const hex = Buffer.from(label).toString('hex')
  const options = ['rsa_padding_mode:oaep', 'rsa_oaep_md:sha256', 'rsa_mgf1_md:sha256', `rsa_oaep_label:${hex}`]
  const args = ['pkeyutl', '-decrypt', '-inkey', keyFile, ...options.flatMap(option => ['-pkeyopt', option])]
  const sessionKey = execFileSync('openssl', args, { input: bytes.subarray(2, 2 + length), stdio: 'pipe' })
  const file = join(folder, 'sealed.bin')
  writeFileSync(file, bytes.subarray(2 + length, -16))
  const counter = `${'0'.repeat(31)}2`
  return execFileSync(
    'openssl',
    ['enc', '-d', '-aes-256-ctr', '-K', sessionKey.toString('hex'), '-iv', counter, '-in', file],
    { stdio: 'pipe', maxBuffer: 4 * 1024 * 1024 },
  )
}

describe.each(keys)('a value sealed for an RSA key (%#)', key => {
  it.each(SCOPES)('is opened by openssl, byte for byte, in the scope %s', scope => {
    const label = labelOf(scope, 'flux-system', 'harbor-credentials')
    for (const size of [0, 1, 1000, 1024 * 1024]) {
      const value = randomBytes(size)
      const sealed = sealValue(value, publicKeyOf(key), label)
      expect(openWithOpenssl(sealed, key, label).equals(value)).toBe(true)
      expect(openSealed(sealed, key.key, label).equals(value)).toBe(true)
    }
  })

  it('does not open under another name, namespace or scope', () => {
    const [own = '', ...others] = ['a/b', 'a/c', 'b/b', 'a', '', 'b', 'a/', '/b']
    const sealed = sealValue(Buffer.from('x'), publicKeyOf(key), own)
    for (const other of others) expect(() => openSealed(sealed, key.key, other)).toThrow()
    expect(() => openSealed(sealed, (keys.find(known => known !== key) ?? key).key, own)).toThrow()
  })

  it('is as long as the key, the value and 18 bytes', () => {
    const sealed = sealValue(Buffer.alloc(100), publicKeyOf(key), '')
    const envelope = readEnvelope(sealed)
    if ('problem' in envelope) throw new Error(envelope.problem)
    expect(envelope.valueBytes).toBe(100)
    expect(Buffer.from(sealed, 'base64').length).toBe(2 + envelope.wrappedKey.length + 100 + 16)
  })
})

describe('a sealed value', () => {
  const [key] = keys
  if (key === undefined) throw new Error('no key')

  it('is another one each time', () => {
    const seal = () => sealValue(Buffer.from('same'), publicKeyOf(key), 'a/b')
    expect(seal()).not.toBe(seal())
  })

  it('cannot be changed in any bit without being noticed', () => {
    const sealed = Buffer.from(sealValue(Buffer.from('value'), publicKeyOf(key), 'a/b'), 'base64')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: sealed.length * 8 - 1 }), bit => {
        const other = Buffer.from(sealed)
        other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(() => openSealed(other.toString('base64'), key.key, 'a/b')).toThrow()
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['!!!!', 'is not base64'],
    ['AgB', 'is not base64'],
    ['Ag B', 'is not base64'],
    ['', 'has 0 bytes'],
    ['AA==', 'has 1 bytes'],
    [Buffer.from([0, 97]).toString('base64'), 'no RSA key is so short'],
    [Buffer.concat([Buffer.from([1, 0]), Buffer.alloc(256 + 15)]).toString('base64'), 'it is cut off'],
  ])('%j is none', (text, problem) => {
    expect(readEnvelope(text)).toEqual({ problem: expect.stringContaining(problem) })
  })

  it('may be written over several lines, as Go reads it', () => {
    const sealed = sealValue(Buffer.from('value'), publicKeyOf(key), '')
    expect(readEnvelope(sealed.replace(/.{64}/g, '$&\r\n'))).toEqual(readEnvelope(sealed))
  })
})
