import { appliedIn } from '../flux/inventory/applied.js'
import type { Placement } from '../flux/inventory/placement.js'
import { placeOf, type Resource, titleOf } from '../flux/inventory/resource.js'
import type { Inventory } from '../flux/inventory.js'
import { member } from '../json.js'
import { keySpanAt } from '../yaml/source-file.js'
import type { Span } from '../yaml/span.js'
import { type Renamed, renamedBy } from './check.js'

/** What gives SealedSecrets another name or namespace than the one that they were sealed for, and which. */
export interface Renaming extends Renamed {
  /** Where the change is written: a line of a kustomize file or of a Flux Kustomization, or the SealedSecret where neither is found. */
  readonly file: string
  readonly span: Span
  /** Sorted as they come. */
  readonly resources: readonly Resource[]
}

/** Renamings of SealedSecrets, one for each line that brings one about. What a patch may have changed is left out. */
export function renamingsOf(sealed: readonly Resource[], inventory: Inventory): readonly Renaming[] {
  const found = new Map<string, Renaming>()
  for (const resource of sealed) {
    for (const placement of inventory.placementsOf(resource)) {
      const renamed = placement.isRewritten ? undefined : renamedBy(resource.body, placement)
      if (renamed === undefined) continue
      const cause = causeOf(resource, placement, renamed, inventory)
      const key = `${cause.file}:${cause.span.line}`
      const known = found.get(key)
      if (known === undefined) found.set(key, { ...renamed, ...cause, resources: [resource] })
      else if (!known.resources.includes(resource))
        found.set(key, { ...known, resources: [...known.resources, resource] })
    }
  }
  return [...found.values()]
}

function causeOf(
  resource: Resource,
  { by }: Placement,
  { part, to }: Renamed,
  { layout }: Inventory,
): Pick<Renaming, 'file' | 'span'> {
  if (by !== undefined) {
    const fields = part === 'name' ? (['namePrefix', 'nameSuffix'] as const) : (['targetNamespace'] as const)
    for (const field of fields) {
      const value = member(member(by.resource.body, 'spec'), field)
      if (value !== undefined && value !== '')
        return { file: by.resource.file.path, span: placeOf(by.resource, 'spec', field) }
    }
  }
  // The innermost one that holds the file and says so.
  const holding = [...layout.kustomizeFiles.values()]
    .map(kustomize => ({ kustomize, files: appliedIn(kustomize.folder, layout).files }))
    .filter(({ files }) => files.has(resource.file.path))
    .sort((left, right) => left.files.size - right.files.size)
  for (const { kustomize } of holding) {
    const { prefix, suffix, namespace, file } = kustomize
    const field =
      part === 'namespace'
        ? namespace === to && 'namespace'
        : prefix !== ''
          ? 'namePrefix'
          : suffix !== '' && 'nameSuffix'
    const [document] = file.documents
    if (field && document !== undefined) return { file: file.path, span: keySpanAt(file, document, [field]) }
  }
  return { file: resource.file.path, span: placeOf(resource, 'metadata', part) }
}

/** What follows from a renaming. */
export function renamingMessage({ part, to, from, resources }: Renaming): string {
  const [first] = resources
  const title = first === undefined ? '' : titleOf(first)
  const others = resources.length > 1 ? ` and ${resources.length - 1} more` : ''
  const what =
    part === 'name' ? `gives ${title}${others} another name (${to})` : `moves ${title}${others} to the namespace ${to}`
  return `this ${what}, and what was sealed for ${part === 'name' ? 'the name' : 'the namespace'} ${from} alone the controller cannot open under another`
}
