import { posix } from 'node:path'
import { compileRegexp } from '../flux/go/regexp.js'
import { isBelow } from '../flux/inventory/applied.js'
import type { Inventory } from '../flux/inventory.js'
import { listMember, member, textMember } from '../json.js'
import { type EncryptionRule, readEncryptionRule } from './encryption-rule.js'

/** What `.sops.yaml` says of a file. */
export interface CreationRule extends EncryptionRule {
  /** The path of the `.sops.yaml`. */
  readonly config: string
  /** Whether it is for certain files, and no rule for all that is left. */
  readonly hasPath: boolean
}

/**
 * The rules under which sops would encrypt a file: of each `.sops.yaml` above it the first that matches, as sops is run in some
 * folder above the file and takes the configuration that it finds from there. The path is that from the configuration's folder.
 */
export function creationRulesFor(path: string, { files }: Inventory): readonly CreationRule[] {
  return [...files.values()].flatMap(file => {
    const folder = posix.dirname(file.path)
    if (posix.basename(file.path) !== '.sops.yaml' || !isBelow(path, folder)) return []
    const rules = listMember(file.documents[0]?.value, 'creation_rules')
    const found = firstMatch(rules, folder === '.' ? path : path.slice(folder.length + 1))
    if (found === undefined) return []
    const hasPath = textMember(found, 'path_regex') !== undefined
    return [{ ...readEncryptionRule(found), config: file.path, hasPath }]
  })
}

function firstMatch(rules: readonly unknown[], path: string): unknown {
  for (const rule of rules) {
    const pattern = textMember(rule, 'path_regex')
    // A rule of long ago that goes by the name alone: what comes behind it is not known.
    if (member(rule, 'filename_regex') !== undefined) return undefined
    if (pattern === undefined) return rule
    const compiled = compileRegexp(pattern)
    if ('error' in compiled) return undefined
    if (compiled.regexp.matches(path)) return rule
  }
  return undefined
}
