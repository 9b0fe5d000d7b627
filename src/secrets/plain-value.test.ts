import { describe, expect, test } from '@jest/globals'
import { isPlainSecret } from './plain-value.js'

const base64 = (text: string): string => Buffer.from(text).toString('base64')

test.each(['hunter2', 'correct horse battery', 12345, 'postgres://app:pw@db/app', 'ab<cd'])('%s is one', value => {
  expect(isPlainSecret(value, false, true)).toBe(true)
  expect(isPlainSecret(base64(String(value)), true, true)).toBe(true)
})

const NONE = [
  '',
  '  \n',
  'true',
  '${PASSWORD}',
  'postgres://app:${PASSWORD}@db/app',
  '{{ .Values.password }}',
  '<path:secret/data/app#password>',
  'ref+vault://secret/app#/password',
  'ENC[AES256_GCM,data:eA==]',
  '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHk me@example',
  '# hosts\ngithub.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHk\n192.168.0.4 ssh-rsa AAAAB3Nz\n',
]

test.each(NONE)('%j is none', value => {
  expect(isPlainSecret(value, false, false)).toBe(false)
  expect(isPlainSecret(base64(value), true, false)).toBe(false)
})

test.each([null, undefined, {}, ['a'], false])('%j is none', value => {
  expect(isPlainSecret(value, false, false)).toBe(false)
})

describe('a certificate with its key', () => {
  test('is one', () => {
    const pair = '-----BEGIN CERTIFICATE-----\nMIIB\n-----BEGIN PRIVATE KEY-----\nMIIE\n'
    expect(isPlainSecret(pair, false, false)).toBe(true)
  })
})

test.each(['changeme', 'REPLACE_ME', '<your token>', 'your-password', 'xxxxxxxx'])(
  'the placeholder %s is one only where it is applied',
  value => {
    expect(isPlainSecret(value, false, true)).toBe(false)
    expect(isPlainSecret(value, false, false)).toBe(!value.startsWith('<'))
  },
)
