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

/** Finds the rules under which sops would encrypt a file. */
export type FindCreationRules = (path: string) => readonly CreationRule[]

/**
 * The creation rules of a tree. For a file it is the first that matches of each `.sops.yaml` above it, as sops is run in some folder
 * above the file and takes the configuration that it finds from there. The path is that from the configuration's folder.
 */
export function creationRulesOf({ files }: Inventory): FindCreationRules {
  const configs = [...files.values()]
    .filter(({ path }) => posix.basename(path) === '.sops.yaml')
    .map(({ path, documents }) => ({
      config: path,
      folder: posix.dirname(path),
      rules: listMember(documents[0]?.value, 'creation_rules').map(readRule),
    }))
  return path =>
    configs.flatMap(({ config, folder, rules }) => {
      if (!isBelow(path, folder)) return []
      const inside = folder === '.' ? path : path.slice(folder.length + 1)
      const found = rules.find(({ matches }) => matches(inside) !== false)
      if (found === undefined || found.matches(inside) === undefined) return []
      return [{ ...found.rule, config, hasPath: found.hasPath }]
    })
}

function readRule(from: unknown) {
  const pattern = textMember(from, 'path_regex')
  return { rule: readEncryptionRule(from), hasPath: pattern !== undefined, matches: matcherOf(from, pattern) }
}

/** Undefined where it cannot be told, and what comes behind neither. */
function matcherOf(from: unknown, pattern: string | undefined): (path: string) => boolean | undefined {
  // A rule of long ago goes by the name alone.
  if (member(from, 'filename_regex') !== undefined) return () => undefined
  if (pattern === undefined) return () => true
  const compiled = compileRegexp(pattern)
  return 'error' in compiled ? () => undefined : compiled.regexp.matches
}
