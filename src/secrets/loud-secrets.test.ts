import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { loudSecretsIn } from './loud-secrets.js'

const what = (text: string): readonly string[] => loudSecretsIn(text).map(found => found.what)
const base64 = (text: string): string => Buffer.from(text).toString('base64')

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()
const locked = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }).toString()
const login = `{"auths":{"harbor.example.com":{"auth":"${base64('robot$ci:kT93lsPq')}"}}}`
// In two parts, so that nobody takes them for tokens.
const random = 'aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zC4fL6'

describe('is found', () => {
  test.each([
    ['a private key', pem],
    ['a private key', JSON.stringify({ key: pem })],
    ['a private key', pem.replace('-----\n', '-----\nVersion: 1\n\n')],
    ['a private key, in base64', `client-key-data: ${base64(pem)}`],
    ['a token of GitHub', `url: https://x:${'ghp'}_${random}@github.com`],
    ['a token of npm', `${'npm'}_${random}`],
    ['a login to a registry', login],
    ['a login to a registry', JSON.stringify({ config: login })],
    ['a login to a registry', `auth: ${base64('admin:Harbor12345')}\n`],
    ['a login to a registry', '{"auths":{"ghcr.io":{"username":"a","password":"kT93lsPq"}}}'],
    ['a login to a registry, in base64', `.dockerconfigjson: ${base64(login)}`],
    ['a login to a registry, in base64', base64(login.replace('{', '{\n  '))],
  ])('%s', (expected, text) => {
    expect(what(text)).toEqual([expected])
  })
})

describe('is none', () => {
  test.each([
    ['a public key', publicKey.export({ type: 'spki', format: 'pem' }).toString()],
    ['a key under a passphrase', locked],
    ['a key under a passphrase of long ago', pem.replace('-----\n', '-----\nProc-Type: 4,ENCRYPTED\n\n')],
    ['a mention', 'starts with -----BEGIN RSA PRIVATE KEY----- and ends with its end, as everybody knows by now'],
    ['a key to be filled in', '-----BEGIN PRIVATE KEY-----\n  put the whole of your private key here please\n-----END'],
    ['a key cut short', '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg...\n-----END PRIVATE KEY-----'],
    ['a token of nothing', `${'ghp'}_${'x'.repeat(36)}`],
    ['the key of the manual', `${'AKIA'}IOSFODNN7EXAMPLE`],
    ['a login to be filled in', `"auth": "${base64('username:password')}"`],
    ['a login with a variable', `"auth": "${base64('robot:$TOKEN')}"`],
    ['a switch called auth', 'auth: enabled\nauth: "required"\nauth: basicauth\n'],
    ['the name of a header', 'auth: Authorization\nauth: aHR0cHM6\n'],
  ])('%s', (_, text) => {
    expect(what(text)).toEqual([])
  })
})

test('the text of a long file takes no time to speak of', () => {
  const start = performance.now()
  loudSecretsIn('auths: { "a": { auth: -----BEGIN \n'.repeat(30_000))
  expect(performance.now() - start).toBeLessThan(2_000)
})
