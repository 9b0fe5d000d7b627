import type { Inventory } from '../flux/inventory.js'
import { textMember } from '../json.js'
import type { SourceDocument, SourceFile } from '../yaml/source-file.js'
import { type CreationRule, creationRulesOf } from './creation-rules.js'
import { isEncrypted, type Leaf, leavesOf, namesOf, type SopsDocument, sopsDocumentsIn } from './sops-document.js'

/** Values of a document that are in clear and were to be encrypted; at least one. */
export interface ClearValues {
  readonly file: SourceFile
  readonly document: SourceDocument
  readonly leaves: readonly Leaf[]
  /** What says that they are to be encrypted. */
  readonly because: string
  /** Whether sops refuses the file for them, since its own metadata say that they are encrypted. */
  readonly isRefused: boolean
}

/** Values in clear, of files that sops has encrypted and of those whose names say that it has. */
export function clearValuesOf(inventory: Inventory): readonly ClearValues[] {
  const rulesFor = creationRulesOf(inventory)
  return [...inventory.files.values()].flatMap(file => {
    const encrypted = sopsDocumentsIn(file)
    if (encrypted.length > 0) {
      const rules = rulesFor(file.path)
      return encrypted.flatMap(document => leftInClear(document, rules))
    }
    if (!/[^/]\.(?:sops|enc)\.(?:ya?ml|json)$/.test(file.path)) return []
    const rules = rulesFor(file.path).filter(({ hasPath }) => hasPath)
    // A Secret in clear is one whatever its file is called, and said to be.
    return file.documents.flatMap(document =>
      textMember(document.value, 'kind') === 'Secret' ? [] : neverEncrypted(file, document, rules),
    )
  })
}

/** What Flux must be able to read of an object. */
const HEAD = ['apiVersion', 'kind', 'metadata', 'type', 'immutable']

function leftInClear({ file, document, rule }: SopsDocument, rules: readonly CreationRule[]): readonly ClearValues[] {
  const clear = clearLeaves(document)
  // Metadata that say nothing mean all; an object whose kind is to be read is none of theirs, whoever wrote them.
  const isObject = rule.text === undefined && textMember(document.value, 'kind') !== undefined
  const refused = clear.filter(
    ({ keys }) => rule.encrypts(namesOf(keys)) === true && !(isObject && HEAD.includes(String(keys[0]))),
  )
  if (refused.length > 0) {
    const because = rule.text === undefined ? 'the metadata of sops' : `its own ${rule.text}`
    return [{ file, document, leaves: refused, because, isRefused: true }]
  }
  const wanted = clear.filter(({ keys }) => isWanted(keys, document, rules))
  if (wanted.length > 0) return [{ file, document, leaves: wanted, because: textOf(rules), isRefused: false }]
  // A rule for one of the two places where a Secret has its values was meant for both.
  const places = ['data', 'stringData']
  const [covered] = places.filter(place => rule.encrypts([place]) === true)
  const isHalf = rule.namesEncrypted && places.filter(place => rule.encrypts([place]) === true).length === 1
  if (!isHalf || textMember(document.value, 'kind') !== 'Secret') return []
  const forgotten = clear.filter(({ keys }) => places.includes(String(keys[0])) && keys[0] !== covered)
  if (forgotten.length === 0) return []
  return [{ file, document, leaves: forgotten, because: 'it is a Secret', isRefused: false }]
}

function neverEncrypted(
  file: SourceFile,
  document: SourceDocument,
  rules: readonly CreationRule[],
): readonly ClearValues[] {
  const leaves = clearLeaves(document).filter(({ keys }) => isWanted(keys, document, rules))
  // Something else fills a template in, and encrypts what comes of it.
  if (leaves.length === 0 || leaves.some(({ value }) => /\{\{|\$\{|<%/.test(String(value)))) return []
  return [{ file, document, leaves, because: textOf(rules), isRefused: false }]
}

function clearLeaves({ value }: SourceDocument): readonly Leaf[] {
  return leavesOf(value).filter(leaf => !isEncrypted(leaf.value))
}

/** Several configurations may count; they have to agree. Of an object, Flux must be able to read all but what a rule names. */
function isWanted(keys: Leaf['keys'], { value }: SourceDocument, rules: readonly CreationRule[]): boolean {
  const isObject = textMember(value, 'apiVersion') !== undefined && textMember(value, 'kind') !== undefined
  const isSecretValue = textMember(value, 'kind') === 'Secret' && (keys[0] === 'data' || keys[0] === 'stringData')
  return (
    rules.length > 0 &&
    rules.every(rule => rule.encrypts(namesOf(keys)) === true && (!isObject || isSecretValue || rule.namesEncrypted))
  )
}

function textOf([rule]: readonly CreationRule[]): string {
  return rule === undefined ? '' : `${rule.config}${rule.text === undefined ? '' : ` (${rule.text})`}`
}
