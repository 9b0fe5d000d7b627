import { isMapping, member, textMember, valueAt } from '../../json.js'
import { oncePer } from '../../once-per.js'
import { type Key, type SourceDocument, type SourceFile, spanAt } from '../../yaml/source-file.js'
import type { Span } from '../../yaml/span.js'
import type { Inventory } from '../inventory.js'
import { pathIn, placeOf, type Resource, valueIn } from './resource.js'

/** A place of the tree that names an image to be run. */
export interface ImagePlace {
  readonly file: SourceFile
  readonly document: SourceDocument
  /** Of the value that a tag stands in, in the document; undefined where a patch puts it there. */
  readonly keys: readonly Key[] | undefined
  /** In the file, or where the object begins that a patch puts it into. */
  readonly span: Span
  /** The object that it is in; undefined for compose files and values of charts. */
  readonly resource: Resource | undefined
  /** As written, with its tag if it has one. */
  readonly image: string
  /** `image` for a whole reference, `tag` where the tag stands by itself. */
  readonly part: 'image' | 'tag'
}

/** Every container, compose service and pair of `repository` and `tag` in values of charts. */
export function imagePlaces(inventory: Inventory): readonly ImagePlace[] {
  return [
    ...inventory.resources.flatMap(imagesOf),
    ...inventory.composeServices.flatMap(({ file, name, image, span }): readonly ImagePlace[] => {
      const document = file.documents.find(({ value }) => valueAt(value, ['services', name, 'image']) === image)
      const keys = ['services', name, 'image']
      return document === undefined ? [] : [{ file, document, keys, span, resource: undefined, image, part: 'image' }]
    }),
    ...[...inventory.files.values()].flatMap(valuesImages),
  ]
}

const imagesOf = oncePer((resource: Resource): readonly ImagePlace[] => [
  ...containerImages(resource),
  ...releaseImages(resource),
])

/** Where the pods of a workload are described; undefined for every other object. */
export function podSpecKeys({ group, kind }: Resource): readonly Key[] | undefined {
  switch (`${group}/${kind}`) {
    case '/Pod':
      return ['spec']
    case 'apps/Deployment':
    case 'apps/StatefulSet':
    case 'apps/DaemonSet':
    case 'apps/ReplicaSet':
    case 'batch/Job':
      return ['spec', 'template', 'spec']
    case 'batch/CronJob':
      return ['spec', 'jobTemplate', 'spec', 'template', 'spec']
    default:
      return undefined
  }
}

function containerImages(resource: Resource): readonly ImagePlace[] {
  const pod = podSpecKeys(resource)
  if (pod === undefined) return []
  return ['initContainers', 'containers'].flatMap(list => {
    const containers = valueIn(resource, ...pod, list)
    if (!Array.isArray(containers)) return []
    return containers.flatMap((container: unknown, index): readonly ImagePlace[] => {
      const image = textMember(container, 'image')
      return image === undefined ? [] : [placeIn(resource, [...pod, list, index, 'image'], image, 'image')]
    })
  })
}

function releaseImages(resource: Resource): readonly ImagePlace[] {
  if (resource.kind !== 'HelmRelease') return []
  return chartImages(valueIn(resource, 'spec', 'values')).map(({ keys, image }) =>
    placeIn(resource, ['spec', 'values', ...keys], image, 'tag'),
  )
}

/** Files of values: no Kubernetes objects, no kustomize files, no compose files. */
function valuesImages(file: SourceFile): readonly ImagePlace[] {
  if (!/values[^/]*\.ya?ml$/.test(file.path)) return []
  return file.documents
    .filter(({ value }) => member(value, 'apiVersion') === undefined)
    .flatMap(document =>
      chartImages(document.value).map(({ keys, image }): ImagePlace => {
        return { file, document, keys, span: spanAt(file, document, keys), resource: undefined, image, part: 'tag' }
      }),
    )
}

/** Maps with a `repository` and a `tag`. */
function chartImages(values: unknown): readonly { readonly keys: readonly Key[]; readonly image: string }[] {
  const found: { keys: readonly Key[]; image: string }[] = []
  const waiting: { readonly value: unknown; readonly keys: readonly Key[] }[] = [{ value: values, keys: [] }]
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const { value, keys } = place
    if (Array.isArray(value)) {
      waiting.push(...value.map((item: unknown, index) => ({ value: item, keys: [...keys, index] })))
      continue
    }
    if (!isMapping(value)) continue
    const repository = textMember(value, 'repository')
    const tag = member(value, 'tag')
    if (repository !== undefined && (typeof tag === 'string' || typeof tag === 'number')) {
      const registry = textMember(value, 'registry')
      const name = registry === undefined ? repository : `${registry}/${repository}`
      found.push({ keys: [...keys, 'tag'], image: tag === '' ? name : `${name}:${tag}` })
    }
    waiting.push(...Object.entries(value).map(([key, item]) => ({ value: item, keys: [...keys, key] })))
  }
  return found
}

function placeIn(resource: Resource, keys: readonly Key[], image: string, part: ImagePlace['part']): ImagePlace {
  const { file, document } = resource
  return { file, document, keys: pathIn(resource, ...keys), span: placeOf(resource, ...keys), resource, image, part }
}
