import { isMapping, member, textMember, valueAt } from '../../json.js'
import { readSourceFile } from '../../yaml/source-file.js'
import type { Inventory } from '../inventory.js'
import { patchesIn } from './patch-texts.js'
import { type Resource, valueIn } from './resource.js'

/** What a Kustomization's postBuild is made of: its own, and what patches merge into it. */
export interface PostBuild {
  /** As `spec.postBuild` has it, its own first. */
  readonly parts: readonly unknown[]
  /** How many of them surely count; the rest are of patches that may not select it. */
  readonly sure: number
}

/** Undefined where it cannot be told. */
export function postBuildOf(resource: Resource, isPatched: boolean, inventory: Inventory): PostBuild | undefined {
  const own = valueIn(resource, 'spec', 'postBuild')
  const parts = own === undefined ? [] : [own]
  if (!isPatched) return { parts, sure: parts.length }
  const patches = patchesIn(inventory)
  if (patches === undefined) return undefined
  const unsure: unknown[] = []
  for (const { kinds, text, target } of patches) {
    if ((kinds.length > 0 && !kinds.includes('Kustomization')) || !/postBuild|substitute/.test(text)) continue
    const documents = readSourceFile('', text).documents
    // A list of operations may do anything to it.
    if (documents.length === 0 || documents.some(({ value }) => !isMapping(value))) return undefined
    const merged = documents.flatMap(({ value }) => valueAt(value, ['spec', 'postBuild']) ?? [])
    if (selects(target, resource)) parts.push(...merged)
    else unsure.push(...merged)
  }
  return { parts: [...parts, ...unsure], sure: parts.length }
}

/** Whether a target surely takes a Kustomization in: by its kind alone, or by a label that the Kustomization does not have. */
function selects(target: unknown, resource: Resource): boolean {
  if (textMember(target, 'kind') !== 'Kustomization') return false
  if (['name', 'namespace', 'annotationSelector'].some(key => member(target, key) !== undefined)) return false
  const selector = textMember(target, 'labelSelector')
  if (selector === undefined) return true
  const label = /^\s*([\w./-]+)\s*(?:!=|notin\b)[^,]*(?:\([^)]*\))?\s*$/.exec(selector)?.[1]
  return label !== undefined && !resource.file.text.includes(label)
}
