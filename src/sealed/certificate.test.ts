import { execFileSync } from 'node:child_process'
import { describe, expect, it } from '@jest/globals'
import { makeSealingKey } from '../../tests/fakes/sealing-key.js'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { expiryProblem, newestCertificate, readCertificates } from './certificate.js'

const folder = temporaryFolder()
const key = makeSealingKey(folder)
const DAY = 24 * 60 * 60 * 1000

describe('a certificate', () => {
  it('is known by its fingerprint, as openssl tells it', () => {
    const [certificate] = readCertificates(key.certificate, 'pub-cert.pem')
    const told = execFileSync('openssl', ['x509', '-in', key.certificateFile, '-noout', '-fingerprint', '-sha256'])
    const fingerprint = told.toString().trim().split('=')[1]?.replaceAll(':', '').toLowerCase()
    expect(certificate).toMatchObject({ source: 'pub-cert.pem', fingerprint })
    expect(certificate?.modulus.length).toBe(256)
  })

  it.each([
    ['no certificate', () => 'hello', 'a.pem holds no certificate'],
    ['a private key', () => key.key, 'a.pem holds a private key'],
    ['a private key beside it', () => key.certificate + key.key, 'a.pem holds a private key'],
    ['one that is cut', () => key.certificate.replace(/\n[^\n]+\n[^\n]+(?=\n-----END)/, ''), 'damaged or cut off'],
    ['a short key', () => makeSealingKey(folder, { bits: 1024 }).certificate, 'has 1024 bits: expected at least 2048'],
    ['no RSA key', () => makeSealingKey(folder, { algorithm: 'ec' }).certificate, 'is ec: expected RSA'],
  ])('is refused when it is %s', (_, text, problem) => {
    expect(() => readCertificates(text(), 'a.pem')).toThrow(problem)
  })
})

describe('of several certificates', () => {
  const now = Date.UTC(2026, 0, 1)
  const [real] = readCertificates(key.certificate, 'x')
  if (real === undefined) throw new Error('no certificate')
  const valid = (source: string, from: number, to: number) => ({
    ...real,
    source,
    validFrom: now + from * DAY,
    validTo: now + to * DAY,
  })

  it('the newest valid one is taken', () => {
    const all = [valid('old', -60, 900), valid('new', -1, 900), valid('to come', 1, 900), valid('past', -0.5, -0.1)]
    expect(newestCertificate(all, now).source).toBe('new')
  })

  it('none is taken when none is valid, and each is named', () => {
    const all = [valid('past', -9, -1), valid('to come', 1, 900)]
    expect(() => newestCertificate(all, now)).toThrow(
      'no certificate to seal with: to come is valid from 2026-01-02 on, and that is to come; past expired on 2025-12-31',
    )
  })

  it('one that ends soon is told', () => {
    expect(expiryProblem(valid('a', -9, 29), now)).toEqual({
      invalid: false,
      text: 'expires on 2026-01-30, in 29 days',
    })
    expect(expiryProblem(valid('a', -9, 31), now)).toBeUndefined()
  })
})
