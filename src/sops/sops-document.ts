import { isMapping, listMember, member, textMember } from '../json.js'
import type { Key, SourceDocument, SourceFile } from '../yaml/source-file.js'
import { type EncryptionRule, readEncryptionRule } from './encryption-rule.js'

/** A document that sops has encrypted. */
export interface SopsDocument {
  readonly file: SourceFile
  readonly document: SourceDocument
  readonly rule: EncryptionRule
  /** Flux knows an encrypted object by it. */
  readonly hasMac: boolean
  readonly recipients: readonly Recipient[]
  /** How many groups of recipients are needed to open it, and how many there are; 1 and 1 without groups. */
  readonly threshold: number
  readonly groups: number
}

/** A key that opens a document, or its part of it. */
export interface Recipient {
  readonly group: number
  /** `age`, `pgp`, `kms` … */
  readonly kind: string
  /** What it is called: public. */
  readonly name: string
  /** Where it stands in the document. */
  readonly keys: readonly Key[]
}

/** Every document of a file that carries the metadata of sops. */
export function sopsDocumentsIn(file: SourceFile): readonly SopsDocument[] {
  return file.documents.flatMap(document => {
    const metadata = member(document.value, 'sops')
    if (!isSopsMetadata(metadata)) return []
    const groups = listMember(metadata, 'key_groups')
    const recipients =
      groups.length > 0
        ? groups.flatMap((group, index) => recipientsIn(group, index, ['sops', 'key_groups', index]))
        : recipientsIn(metadata, 0, ['sops'])
    const threshold = member(metadata, 'shamir_threshold')
    const count = Math.max(1, groups.length)
    return [
      {
        file,
        document,
        rule: readEncryptionRule(metadata),
        hasMac: textMember(metadata, 'mac') !== undefined,
        recipients,
        threshold: typeof threshold === 'number' && threshold > 0 ? Math.min(threshold, count) : count,
        groups: count,
      },
    ]
  })
}

/** What sops writes into every file; a `sops` of something else has neither. */
export function isSopsMetadata(value: unknown): boolean {
  return isMapping(value) && (textMember(value, 'mac') ?? textMember(value, 'lastmodified')) !== undefined
}

/** Each kind of key, and the members that name one. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  age: ['recipient'],
  pgp: ['fp'],
  kms: ['arn'],
  gcp_kms: ['resource_id'],
  azure_kv: ['vault_url', 'name'],
  hc_vault: ['vault_address', 'engine_path', 'key_name'],
  hckms: ['key_id'],
}

function recipientsIn(from: unknown, group: number, path: readonly Key[]): readonly Recipient[] {
  return Object.entries(NAMES).flatMap(([kind, names]) =>
    listMember(from, kind).map((entry, index) => ({
      group,
      kind,
      name: names.flatMap(name => textMember(entry, name) ?? []).join('/'),
      keys: [...path, kind, index],
    })),
  )
}

/** A value of a document, and the keys above it. */
export interface Leaf {
  readonly keys: readonly Key[]
  readonly value: unknown
}

/** The values that sops would look at: all but its own metadata, and what is empty. */
export function leavesOf(value: unknown, keys: readonly Key[] = []): readonly Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, [...keys, index]))
  if (isMapping(value)) {
    return Object.entries(value).flatMap(([key, item]) =>
      keys.length === 0 && key === 'sops' ? [] : leavesOf(item, [...keys, key]),
    )
  }
  return value === null || value === undefined || value === '' ? [] : [{ keys, value }]
}

export function isEncrypted(value: unknown): boolean {
  return typeof value === 'string' && /^ENC\[AES256_GCM,[^\]]*\]$/.test(value)
}

/** The keys of a path as sops counts them. */
export function namesOf(keys: readonly Key[]): readonly string[] {
  return keys.filter(key => typeof key === 'string')
}
