import { compileRegexp } from '../flux/go/regexp.js'
import { member, textMember } from '../json.js'

/** Which values of a file sops encrypts, as its metadata or a creation rule say it. */
export interface EncryptionRule {
  /** As it is written: `encrypted_regex: ^(data|stringData)$`; undefined where nothing is said and sops encrypts all. */
  readonly text: string | undefined
  /** Whether it names what is encrypted; else it names what is not. */
  readonly namesEncrypted: boolean
  /** Whether a value below these keys, the indices of lists left out, is encrypted; undefined where that cannot be told. */
  encrypts(keys: readonly string[]): boolean | undefined
}

/** A key that ends so is left in clear where nothing else is said. */
const DEFAULT_SUFFIX = '_unencrypted'

/** Reads a rule as sops does: a key counts for all that is below it, and a regular expression matches anywhere in a key. */
export function readEncryptionRule(from: unknown): EncryptionRule {
  const fields = ['unencrypted_suffix', 'encrypted_suffix', 'unencrypted_regex', 'encrypted_regex'] as const
  const field = fields.find(name => textMember(from, name) !== undefined)
  const value = field === undefined ? DEFAULT_SUFFIX : (textMember(from, field) ?? '')
  // Comments decide where a file goes by them, and they are encrypted too.
  const byComment = ['unencrypted_comment_regex', 'encrypted_comment_regex'].some(name => member(from, name))
  const matches = matcher(field ?? 'unencrypted_suffix', value)
  const namesEncrypted = field === 'encrypted_suffix' || field === 'encrypted_regex'
  return {
    text: field === undefined ? undefined : `${field}: ${value}`,
    namesEncrypted,
    encrypts: keys => (byComment || matches === undefined ? undefined : keys.some(matches) === namesEncrypted),
  }
}

function matcher(field: string, value: string): ((key: string) => boolean) | undefined {
  if (field.endsWith('suffix')) return key => key.endsWith(value)
  const compiled = compileRegexp(value)
  return 'error' in compiled ? undefined : compiled.regexp.matches
}
