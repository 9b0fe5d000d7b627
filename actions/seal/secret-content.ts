import { createPrivateKey, X509Certificate } from 'node:crypto'
import { isMapping, member, parseJson } from '../../src/json.js'
import type { Generated } from './origin.js'

type Values = ReadonlyMap<string, Buffer | Generated>

/** The keys that the API server wants of a Secret's type: all of them, or for a login one of two. */
export function missingKeys(type: string | undefined, keys: ReadonlySet<string>): string | undefined {
  const wanted = (type === undefined ? undefined : REQUIRED[type]) ?? []
  const missing = wanted.filter(key => !keys.has(key))
  if (type === 'kubernetes.io/basic-auth') {
    return missing.length === 2
      ? 'a Secret of the type kubernetes.io/basic-auth has "username" or "password"'
      : undefined
  }
  if (missing.length === 0) return undefined
  return `a Secret of the type ${type} has ${wanted.map(key => `"${key}"`).join(' and ')}: ${missing.map(key => `"${key}"`).join(', ')} is missing`
}

const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
  'kubernetes.io/basic-auth': ['username', 'password'],
}

/** What is wrong with values that the Secret's type gives a form. No value is shown. */
export function contentProblems(type: string | undefined, values: Values): readonly string[] {
  return [...tlsProblems(type, values), ...dockerProblems(type, values)]
}

function tlsProblems(type: string | undefined, values: Values): readonly string[] {
  const [certificate, key] = [values.get('tls.crt'), values.get('tls.key')]
  if (type !== 'kubernetes.io/tls' || !Buffer.isBuffer(certificate) || !Buffer.isBuffer(key)) return []
  const parsed = quietly(() => new X509Certificate(certificate))
  if (parsed === undefined) return ['"tls.crt" is no certificate in PEM']
  const privateKey = quietly(() => createPrivateKey(key))
  if (privateKey === undefined) return ['"tls.key" is no private key in PEM, or one with a passphrase']
  return parsed.checkPrivateKey(privateKey) ? [] : ['"tls.key" does not belong to the first certificate of "tls.crt"']
}

function dockerProblems(type: string | undefined, values: Values): readonly string[] {
  const config = values.get('.dockerconfigjson')
  if (type !== 'kubernetes.io/dockerconfigjson' || !Buffer.isBuffer(config)) return []
  const good = isMapping(member(parseJson(config.toString('utf8')), 'auths'))
  return good ? [] : ['".dockerconfigjson" is no JSON with "auths"']
}

function quietly<Value>(parse: () => Value): Value | undefined {
  try {
    return parse()
  } catch {
    // OpenSSL's reason may quote what it was given.
    return undefined
  }
}
