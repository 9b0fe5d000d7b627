import { posix } from 'node:path'
import { stringify } from 'yaml'
import { generatedEntries, type Layout } from '../flux/inventory/applied.js'
import type { FluxKustomization } from '../flux/inventory/flux-kustomization.js'
import type { KustomizeFile } from '../flux/inventory/kustomize-file.js'
import { listIn, valueIn } from '../flux/inventory/resource.js'
import { isMapping, listMember, member, textMember } from '../json.js'

/** What is built in the place of a path. */
export interface FluxOverlay {
  /** A kustomize file that lists the path, or what Flux generates for a path without a kustomize file. */
  readonly text: string
  /** The kustomize file of the path as Flux writes it, where that comes to something else than a file around it. */
  readonly instead: { readonly path: string; readonly text: string } | undefined
}

/**
 * The kustomize file that stands for what the kustomize-controller builds for a Kustomization: its path, or what Flux generates
 * for a path without a kustomize file, and the parts of `spec` that it writes into the kustomize file (`commonMetadata` comes later, on the built objects).
 * Undefined where `spec.path` leads out of the tree. What is built says of each object where it is from.
 *
 * @param tree where the root of the tree is, from the folder of the file
 */
export function fluxOverlay(kustomization: FluxKustomization, layout: Layout, tree: string): FluxOverlay | undefined {
  const { path, resource, targetNamespace, prefix, suffix } = kustomization
  if (path === undefined) return undefined
  const kustomize = layout.kustomizeFileIn(path)
  const ignoresMissing = valueIn(resource, 'spec', 'ignoreMissingComponents') === true
  const components = kustomization.components.filter(
    component => !ignoresMissing || layout.filesBelow(component).length > 0,
  )
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
  // JSON is YAML too.
  const around = (entries: readonly string[], more: Readonly<Record<string, unknown>>) =>
    JSON.stringify({
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      buildMetadata: ['originAnnotations'],
      resources: entries.map(entry => posix.join(tree, entry)),
      ...more,
    })
  if (kustomize === undefined) {
    const entries = generatedEntries(path, { layout, ...layout.fetching(kustomization) })
    return { text: around(entries, own), instead: undefined }
  }
  if (!differsWithin(kustomize, own)) return { text: around([path], own), instead: undefined }
  const within = {
    ...own,
    ...list(
      'components',
      components.map(component => posix.relative(path, component)),
    ),
  }
  return { text: around([path], {}), instead: { path: kustomize.file.path, text: writtenInto(kustomize, within) } }
}

/**
 * Whether it matters that Flux writes into the kustomize file itself: what that says holds for components too, its prefix and
 * suffix are replaced, and an image that both name is one.
 */
function differsWithin(
  { prefix, suffix, images, body }: KustomizeFile,
  own: Readonly<Record<string, unknown>>,
): boolean {
  const names = new Set(images.map(({ name }) => name))
  return (
    isComponent(body) ||
    listMember(own, 'components').length > 0 ||
    (prefix !== '' && member(own, 'namePrefix') !== undefined) ||
    (suffix !== '' && member(own, 'nameSuffix') !== undefined) ||
    listMember(own, 'images').some(image => names.has(textMember(image, 'name')))
  )
}

/** Flux builds one by itself as it builds any other path; nothing may list it among its resources. */
function isComponent(body: unknown): boolean {
  return textMember(body, 'kind') === 'Component'
}

function writtenInto({ body }: KustomizeFile, own: Readonly<Record<string, unknown>>): string {
  const { images: _, ...rest } = own
  const both = (field: string) => list(field, [...listMember(body, field), ...listMember(own, field)])
  const file = {
    ...(isMapping(body) ? body : {}),
    ...(isComponent(body) ? { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization' } : {}),
    ...rest,
    ...both('patches'),
    ...both('components'),
    ...list('images', mergedImages(listMember(body, 'images'), listMember(own, 'images'))),
  }
  return JSON.stringify(file)
}

/** A tag and a digest are one thing: who says either says both. */
function mergedImages(written: readonly unknown[], own: readonly unknown[]): readonly unknown[] {
  const merged = [...written]
  for (const image of own) {
    const at = merged.findIndex(other => textMember(other, 'name') === textMember(image, 'name'))
    const former = merged[at]
    if (at < 0 || !isMapping(former)) {
      merged.push(image)
      continue
    }
    const { newTag, digest, ...others } = former
    const isVersion = textMember(image, 'newTag') !== undefined || textMember(image, 'digest') !== undefined
    const version = isVersion ? {} : { ...given('newTag', newTag), ...given('digest', digest) }
    merged[at] = { ...others, ...version, ...(isMapping(image) ? image : {}) }
  }
  return merged
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
