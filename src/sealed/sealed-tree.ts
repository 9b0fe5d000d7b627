import { hasVariable } from '../flux/inventory/image-loop.js'
import type { Placement } from '../flux/inventory/placement.js'
import { placeOf, type Resource, titleOf } from '../flux/inventory/resource.js'
import type { Inventory } from '../flux/inventory.js'
import { valueAt } from '../json.js'
import type { Span } from '../yaml/span.js'
import { treeCertificates } from './certificate-files.js'
import { checkSealedSecret, isSealedSecret, type SealedProblem } from './check.js'
import { renamingMessage, renamingsOf } from './renamings.js'

/** A fault of SealedSecrets, and where it stands. */
export interface PlacedProblem extends Omit<SealedProblem, 'path'> {
  readonly file: string
  readonly span: Span
  /** What is at fault there, without any value. */
  readonly found: string
  /** The SealedSecrets that it concerns; at least one. */
  readonly resources: readonly Resource[]
}

/** The SealedSecrets of a tree, in the order of its files. */
export function sealedSecretsOf(inventory: Inventory): readonly Resource[] {
  return inventory.resources.filter(({ body }) => isSealedSecret(body))
}

/**
 * What is wrong with the SealedSecrets of a tree, as far as it can be seen without a key: their values by themselves and by the
 * certificates of the tree, their scope, and whether kustomize or Flux gives them another name than the one that they are sealed for.
 * What a patch may have changed is not judged.
 */
export function sealedProblems(inventory: Inventory): readonly PlacedProblem[] {
  const certificates = treeCertificates(inventory.certificates)
  const sealed = sealedSecretsOf(inventory)
  const own = sealed.flatMap(resource => {
    const placements = inventory.placementsOf(resource).filter(({ isRewritten }) => !isRewritten)
    if (placements.length === 0) return []
    return checkSealedSecret(resource.body, certificates)
      .filter(({ path }) => !mayBeFilledIn(valueAt(resource.body, path), placements))
      .map(({ path, ...problem }) => ({
        ...problem,
        file: resource.file.path,
        span: placeOf(resource, ...path),
        found: path.join('.'),
        resources: [resource],
      }))
  })
  const renamed = renamingsOf(sealed, inventory).map(renaming => ({
    rule: 'sealed-scope' as const,
    severity: 'error' as const,
    file: renaming.file,
    span: renaming.span,
    message: renamingMessage(renaming),
    found: renaming.resources.map(titleOf).join(', '),
    fix: 'Seal it for the name and namespace that it gets, or take it out of this kustomization',
    resources: renaming.resources,
  }))
  return [...own, ...renamed]
}

/** A variable that Flux replaces before it applies the object, or that some other program does where nobody here applies it. */
function mayBeFilledIn(value: unknown, placements: readonly Placement[]): boolean {
  if (typeof value !== 'string' || !(hasVariable(value) || /\{\{|<%|\[\[/.test(value))) return false
  return placements.every(({ by, isPatched }) => by === undefined || (isPatched && hasVariable(value)))
}
