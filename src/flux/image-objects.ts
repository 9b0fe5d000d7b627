import { type Document, isMap, LineCounter, parseAllDocuments } from 'yaml'
import { listMember, member, textMember } from '../json.js'
import type { AutomationAuthor } from './automation-commit.js'
import type { ImagePolicySpec } from './image-policy.js'

/** Where an object stands. */
export interface Origin {
  /** Path from the root of the repository. */
  readonly file: string
  /** 1-based. */
  readonly line: number
}

export interface ImageRepositoryObject extends Origin {
  readonly namespace: string
  readonly name: string
  /** `host/path`, as in `spec.image`. */
  readonly image: string
  readonly interval: string | undefined
  readonly exclusionList: readonly string[]
  /** Plain HTTP. */
  readonly insecure: boolean
}

export interface ImagePolicyObject extends Origin {
  readonly namespace: string
  readonly name: string
  /** The repository that it chooses from; its namespace is the policy's unless told. */
  readonly repository: { readonly namespace: string; readonly name: string }
  readonly spec: ImagePolicySpec
}

export interface ImageAutomationObject extends Origin {
  readonly namespace: string
  readonly name: string
  readonly author: AutomationAuthor
  readonly interval: string | undefined
}

/** The image automation of a tree, as far as it could be read. */
export interface ImageObjects {
  readonly repositories: readonly ImageRepositoryObject[]
  readonly policies: readonly ImagePolicyObject[]
  readonly automations: readonly ImageAutomationObject[]
}

/** What is in a file that may hold image objects: a search for this finds every one of them. */
export const IMAGE_OBJECT = 'image.toolkit.fluxcd.io/'

/** Reads the image objects out of YAML files. A document that does not parse, or lacks a name, is none. */
export function readImageObjects(files: Iterable<readonly [path: string, text: string]>): ImageObjects {
  const repositories: ImageRepositoryObject[] = []
  const policies: ImagePolicyObject[] = []
  const automations: ImageAutomationObject[] = []
  for (const [file, text] of files) {
    const lineCounter = new LineCounter()
    for (const document of parseAllDocuments(text, { lineCounter })) {
      if (!('contents' in document) || document.errors.length > 0 || !isMap(document.contents)) continue
      const object = contentOf(document)
      const metadata = member(object, 'metadata')
      const name = textMember(metadata, 'name')
      if (name === undefined || !textMember(object, 'apiVersion')?.startsWith(IMAGE_OBJECT)) continue
      const line = lineCounter.linePos(document.contents.range?.[0] ?? 0).line
      const namespace = textMember(metadata, 'namespace') ?? 'default'
      const spec = member(object, 'spec')
      const common = { file, line, namespace, name }
      const interval = textMember(spec, 'interval')
      switch (textMember(object, 'kind')) {
        case 'ImageRepository':
          repositories.push({
            ...common,
            image: textMember(spec, 'image') ?? '',
            interval,
            exclusionList: exclusions(spec),
            insecure: member(spec, 'insecure') === true,
          })
          break
        case 'ImagePolicy': {
          const ref = member(spec, 'imageRepositoryRef')
          const repository = {
            namespace: textMember(ref, 'namespace') ?? namespace,
            name: textMember(ref, 'name') ?? '',
          }
          policies.push({ ...common, repository, spec: readPolicySpec(spec) })
          break
        }
        case 'ImageUpdateAutomation': {
          const author = member(member(member(spec, 'git'), 'commit'), 'author')
          const who = { name: textMember(author, 'name'), email: textMember(author, 'email') }
          automations.push({ ...common, author: who, interval })
          break
        }
        default:
          break
      }
    }
  }
  return { repositories, policies, automations }
}

/** What a document says; undefined when an alias has no anchor or stands for too much, which is found only here. */
function contentOf(document: Document.Parsed): unknown {
  try {
    return document.toJS()
  } catch {
    return undefined
  }
}

/** The policies that choose among the tags of an image. */
export function policiesOf(objects: ImageObjects, image: string): readonly ImagePolicyObject[] {
  const repositories = objects.repositories.filter(repository => repository.image === image)
  return objects.policies.filter(policy =>
    repositories.some(
      repository => repository.namespace === policy.repository.namespace && repository.name === policy.repository.name,
    ),
  )
}

function exclusions(spec: unknown): readonly string[] {
  return listMember(spec, 'exclusionList').filter(pattern => typeof pattern === 'string')
}

/** An ImagePolicy's `spec`, narrowed: what has another type than the API wants counts as absent. */
export function readPolicySpec(spec: unknown): ImagePolicySpec {
  const policy = member(spec, 'policy')
  const filter = member(spec, 'filterTags')
  const semver = member(policy, 'semver')
  const alphabetical = member(policy, 'alphabetical')
  const numerical = member(policy, 'numerical')
  return {
    policy: {
      ...(isObject(semver) ? { semver: { range: text(semver, 'range') ?? '' } } : {}),
      ...(isObject(alphabetical) ? { alphabetical: defined('order', text(alphabetical, 'order')) } : {}),
      ...(isObject(numerical) ? { numerical: defined('order', text(numerical, 'order')) } : {}),
    },
    ...(isObject(filter)
      ? {
          filterTags: {
            ...defined('pattern', text(filter, 'pattern')),
            ...defined('extract', text(filter, 'extract')),
          },
        }
      : {}),
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function text(value: unknown, name: string): string | undefined {
  const found = member(value, name)
  return typeof found === 'string' ? found : undefined
}

function defined<Name extends string>(name: Name, value: string | undefined): { readonly [key in Name]?: string } {
  const made: { [key in Name]?: string } = {}
  if (value !== undefined) made[name] = value
  return made
}
