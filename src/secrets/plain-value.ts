import { hasPlaceholderWord } from './placeholder.js'

/**
 * Whether a value of a Secret is a secret that can be read. A variable, a reference to a vault and what is public anyway is none.
 *
 * @param isBase64 whether it is written in base64, as below `data`
 * @param mayBeExample whether a placeholder stands there for people to fill in; what is applied is the value, whatever it says
 */
export function isPlainSecret(value: unknown, isBase64: boolean, mayBeExample: boolean): boolean {
  if (value === null || value === undefined || typeof value === 'object' || typeof value === 'boolean') return false
  const text = String(value)
  const decoded = isBase64 ? Buffer.from(text, 'base64').toString('utf8') : text
  return ![text.trim(), decoded.trim()].some(
    found => found === '' || isFilledIn(found) || isPublic(found) || (mayBeExample && isPlaceholder(found)),
  )
}

/** By Flux, a template, or a plugin that asks a vault. */
function isFilledIn(text: string): boolean {
  return (
    /\$\{[^}]+\}|\{\{|<%|\[\[/.test(text) || /^(?:ENC\[|<[^<>]*>$|vault:|ref\+|op:\/\/|\$\([A-Za-z_]\w*\)$)/.test(text)
  )
}

/** Certificates, public keys and the keys of hosts, and switches. */
function isPublic(text: string): boolean {
  if (/^(?:true|false|yes|no|on|off)$/i.test(text)) return true
  if (/-----BEGIN [A-Z0-9 ]*(?:CERTIFICATE|PUBLIC KEY)/.test(text)) return !/PRIVATE KEY-----/.test(text)
  return text
    .split('\n')
    .every(line => /^\s*(?:$|#|(?:\S+ )?(?:ssh-(?:ed25519|rsa)|ecdsa-sha2-nistp\d+|sk-\S+) AAAA)/.test(line))
}

function isPlaceholder(text: string): boolean {
  return hasPlaceholderWord(text) || /^(?:password|secret|foo|bar|test|base64)$/i.test(text)
}
