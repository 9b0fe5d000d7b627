import { posix } from 'node:path'
import { stringify } from 'yaml'
import { generatedEntries, type Layout } from '../flux/inventory/applied.js'
import type { FluxKustomization } from '../flux/inventory/flux-kustomization.js'
import { listIn } from '../flux/inventory/resource.js'
import { member } from '../json.js'

/**
 * The kustomize file that stands for what the kustomize-controller builds for a Kustomization: its path, or what Flux generates
 * for a path without a kustomize file, and the parts of `spec` that it writes into the kustomize file (`commonMetadata` comes later, on the built objects).
 * Undefined where `spec.path` leads out of the tree. What is built says of each object where it is from.
 *
 * @param tree where the root of the tree is, from the folder of the file
 */
export function fluxOverlay(kustomization: FluxKustomization, layout: Layout, tree: string): unknown {
  const { path, resource, targetNamespace, prefix, suffix, components } = kustomization
  if (path === undefined) return undefined
  const isPlain = layout.kustomizeFileIn(path) !== undefined
  const own = {
    ...given('namespace', targetNamespace),
    ...given('namePrefix', prefix),
    ...given('nameSuffix', suffix),
    ...list('patches', [
      ...listIn(resource, 'spec', 'patches').map(patch => only(patch, 'patch', 'target')),
      ...olderPatches(kustomization),
    ]),
    ...list(
      'images',
      listIn(resource, 'spec', 'images').map(image => only(image, 'name', 'newName', 'newTag', 'digest')),
    ),
    ...list(
      'components',
      components.map(component => posix.join(tree, component)),
    ),
  }
  const entries = isPlain ? [path] : generatedEntries(path, { layout, ...layout.fetching(kustomization) })
  return {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    buildMetadata: ['originAnnotations'],
    resources: entries.map(entry => posix.join(tree, entry)),
    ...own,
  }
}

function olderPatches({ resource }: FluxKustomization): readonly unknown[] {
  return [
    ...listIn(resource, 'spec', 'patchesStrategicMerge').map(patch => ({ patch: stringify(patch) })),
    ...listIn(resource, 'spec', 'patchesJson6902').map(patch => ({
      target: member(patch, 'target'),
      patch: stringify(member(patch, 'patch')),
    })),
  ]
}

/** What Flux reads of an entry. There is no `path` for it: kustomize would read a file of that name. */
function only(entry: unknown, ...names: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.assign({}, ...names.map(name => given(name, member(entry, name))))
}

function given(name: string, value: unknown): Readonly<Record<string, unknown>> {
  return value === undefined || value === '' ? {} : { [name]: value }
}

function list(name: string, values: readonly unknown[]): Readonly<Record<string, unknown>> {
  return values.length === 0 ? {} : { [name]: values }
}
