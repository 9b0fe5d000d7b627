import type { FluxKustomization } from '../flux/inventory/flux-kustomization.js'
import { pathBelow } from '../flux/inventory/kustomize-file.js'
import { type Resource, textIn, valueIn } from '../flux/inventory/resource.js'
import { type Inventory, SOURCE_GROUP } from '../flux/inventory.js'
import { listMember, textMember } from '../json.js'
import { isSopsMetadata, sopsDocumentsIn } from './sops-document.js'

const DECRYPTION_ANNOTATION = 'kustomize.toolkit.fluxcd.io/decryption'

/** A Flux Kustomization that applies encrypted files as they are. */
export interface Undecrypting {
  readonly kustomization: FluxKustomization
  /** The encrypted files, sorted; at least one. */
  readonly files: readonly string[]
}

/**
 * Flux Kustomizations without `spec.decryption` to whose path encrypted objects, patches or inputs of secret generators belong. One
 * that a patch may give a decryption is left out, and so is one that is suspended.
 */
export function undecryptingOf(inventory: Inventory): readonly Undecrypting[] {
  const inputs = decryptedInputs(inventory)
  return [...inventory.folders].flatMap(([kustomization, folder]) => {
    const { resource, isSuspended } = kustomization
    if (isSuspended || textIn(resource, 'spec', 'decryption', 'provider') !== undefined) return []
    if (inventory.placementsOf(resource).some(({ isRewritten }) => isRewritten)) return []
    if (mayLeaveOut(kustomization, inventory)) return []
    const objects = folder.objects
      .filter(object => isForFlux(object.resource))
      .map(object => object.resource.file.path)
      .filter(path => !/(?:^|\/)\./.test(path))
    const read = [...folder.files].filter(path => inputs.has(path))
    const files = [...new Set([...objects, ...read])].sort()
    return files.length === 0 ? [] : [{ kustomization, files }]
  })
}

/** A source with patterns of its own may leave any file out of a path whose files nobody lists. */
function mayLeaveOut({ path }: FluxKustomization, { layout, ofKind }: Inventory): boolean {
  if (path === undefined || layout.kustomizeFileIn(path) !== undefined) return false
  return ofKind(SOURCE_GROUP, 'GitRepository').some(source => textIn(source, 'spec', 'ignore') !== undefined)
}

/** Encrypted, and to be opened by Flux and not by an operator that has a kind of its own for it. */
function isForFlux(resource: Resource): boolean {
  const sops = valueIn(resource, 'sops')
  return (
    isSopsMetadata(sops) &&
    textMember(sops, 'mac') !== undefined &&
    resource.kind !== 'SopsSecret' &&
    valueIn(resource, 'metadata', 'annotations', DECRYPTION_ANNOTATION) !== 'disabled'
  )
}

/** Encrypted files that Flux opens before kustomize reads them. */
function decryptedInputs({ layout, files }: Inventory): ReadonlySet<string> {
  const paths = [...layout.kustomizeFiles.values()].flatMap(({ body, folder }) => {
    const generators = listMember(body, 'secretGenerator')
    const texts = [
      ...generators.flatMap(generator => [...listMember(generator, 'files'), ...listMember(generator, 'envs')]),
      ...listMember(body, 'patches').map(patch => textMember(patch, 'path')),
    ].filter(text => typeof text === 'string')
    return texts.flatMap(text => pathBelow(folder, text.slice(text.indexOf('=') + 1)) ?? [])
  })
  return new Set(
    paths.filter(path => {
      const file = files.get(path)
      return file !== undefined && sopsDocumentsIn(file).some(({ hasMac }) => hasMac)
    }),
  )
}
