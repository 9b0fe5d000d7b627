import { listMember, member, textMember } from '../../json.js'
import { oncePer } from '../../once-per.js'
import type { Inventory } from '../inventory.js'
import type { Applied } from './applied.js'
import { pathBelow } from './kustomize-file.js'
import { listIn } from './resource.js'

/**
 * Tells whether patches, replacements or transformers of the tree may change a field of an object: they reach the object, and
 * one that is for its kind names the field, or something above it.
 */
export function patchesOf(inventory: Inventory): (object: Applied, field: RegExp) => boolean {
  const patches = patchesIn(inventory)
  return ({ isRewritten, resource }, field) =>
    isRewritten &&
    (patches === undefined ||
      patches.some(
        ({ kinds, text }) =>
          (kinds.length === 0 || kinds.includes(resource.kind)) && (field.test(text) || reachesDeep(text)),
      ))
}

export interface PatchText {
  /** The kinds that it is for; empty where that may be any. */
  readonly kinds: readonly string[]
  readonly text: string
  /** What it says of its own target; undefined where it says nothing. */
  readonly target: unknown
}

/** A deletion, or the replacement of a whole spec. */
function reachesDeep(text: string): boolean {
  return /\$patch|"?path"?:\s*["']?\/(?:spec(?:\/(?:jobTemplate|template|spec))*)?["']?\s*(?:$|[,}])/m.test(text)
}

/** Every patch and replacement of a tree; undefined where something may change anything. */
export const patchesIn = oncePer(({ kustomizations, layout, files }: Inventory): readonly PatchText[] | undefined => {
  const found: PatchText[] = []
  for (const { resource } of kustomizations) {
    for (const field of ['patches', 'patchesStrategicMerge', 'patchesJson6902'])
      for (const patch of listIn(resource, 'spec', field)) found.push(patchText(patch, () => undefined))
  }
  for (const { folder, body, entries } of layout.kustomizeFiles.values()) {
    if (entries.some(({ field }) => field === 'transformers')) return undefined
    const fileText = (path: string) => files.get(pathBelow(folder, path) ?? '')?.text
    for (const field of ['patches', 'patchesStrategicMerge', 'patchesJson6902'])
      for (const patch of listMember(body, field)) found.push(patchText(patch, fileText))
    for (const replacement of [...listMember(body, 'replacements'), ...listMember(body, 'vars')]) {
      const path = textMember(replacement, 'path')
      const text = path === undefined ? undefined : fileText(path)
      found.push({ kinds: [], target: undefined, text: `${JSON.stringify(replacement)}\n${text ?? ''}` })
    }
  }
  return found
})

function patchText(patch: unknown, fileText: (path: string) => string | undefined): PatchText {
  const written = typeof patch === 'string' ? patch : textMember(patch, 'patch')
  const path = typeof patch === 'string' ? patch : textMember(patch, 'path')
  const text = (path === undefined ? undefined : fileText(path)) ?? written ?? JSON.stringify(patch) ?? ''
  const target = member(patch, 'target')
  if (target !== undefined) {
    const kind = textMember(target, 'kind')
    return { kinds: kind === undefined ? [] : [kind], text, target }
  }
  return { kinds: [...text.matchAll(/^kind:\s*["']?(\w+)/gm)].flatMap(match => match[1] ?? []), text, target }
}
