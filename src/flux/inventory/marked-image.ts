import { parseReference } from '../../image/reference.js'
import { textMember, valueAt } from '../../json.js'
import { hasVariable } from './image-loop.js'
import type { MarkedValue, Marker } from './marker.js'

/** The image that a marked value names now, by itself or together with the keys next to it. */
export interface MarkedImage {
  /** `host/name` as written; undefined where neither the value nor its neighbours say it. */
  readonly repository: string | undefined
  /** Undefined where there is none. */
  readonly tag: string | undefined
}

/**
 * Reads the image at a marker: a reference, the `repository` and `tag` of a Helm chart, `newName` and `newTag` of kustomize.
 * Undefined where the value is none, such as one with a variable in it.
 */
export function imageAt({ target, value }: Marker): MarkedImage | undefined {
  if (target === undefined || value === undefined || value.isNull || hasVariable(value.text)) return undefined
  switch (target.part) {
    case 'image': {
      const reference = parseReference(value.text)
      if (reference === undefined) return undefined
      return { repository: joined(reference.registry, reference.name), tag: reference.tag }
    }
    case 'name':
      return {
        repository: named(
          joined(
            neighbour(value, () => ['registry']),
            value.text,
          ),
        ),
        tag: undefined,
      }
    case 'tag':
      return { repository: repositoryBeside(value), tag: value.text.split('@', 1)[0] }
    case 'digest':
      return { repository: repositoryBeside(value), tag: undefined }
  }
}

function repositoryBeside(value: MarkedValue): string | undefined {
  return named(
    joined(
      neighbour(value, () => ['registry']),
      neighbour(value, namesOfRepository),
    ),
  )
}

/** Keys under which the repository stands next to a tag, the likeliest first. */
function namesOfRepository(key: string): readonly string[] {
  if (key === 'newTag') return ['newName', 'name']
  const base = /^(.*?)[-_]?(?:tag|digest)$/i.exec(key)?.[1]
  if (base === undefined) return []
  if (base === '') return ['repository', 'image', 'newName']
  return [`${base}Repository`, `${base}_repository`, `${base}-repository`, base]
}

function neighbour({ place }: MarkedValue, names: (key: string) => readonly string[]): string | undefined {
  const key = place?.keys.at(-1)
  if (place === undefined || typeof key !== 'string') return undefined
  const parent = valueAt(place.document.value, place.keys.slice(0, -1))
  return names(key)
    .map(name => textMember(parent, name))
    .find(text => text !== undefined)
}

function joined(registry: string | undefined, name: string): string
function joined(registry: string | undefined, name: string | undefined): string | undefined
function joined(registry: string | undefined, name: string | undefined): string | undefined {
  return registry === undefined || name === undefined ? name : `${registry}/${name}`
}

/** A text that is the name of a repository and no more. */
function named(text: string | undefined): string | undefined {
  const reference = text === undefined ? undefined : parseReference(text)
  return reference?.tag === undefined && reference?.digest === undefined && reference !== undefined ? text : undefined
}
