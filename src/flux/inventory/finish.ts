import { CORE_SCHEMA, load, YAMLException } from 'js-yaml'
import { stringify } from 'yaml'
import { isMapping, listMember, member, textMember } from '../../json.js'
import { hasDefault, substitute } from '../substitution.js'
import { type Part, parseSubstitutions } from '../substitution-parse.js'
import type { FluxKustomization } from './flux-kustomization.js'
import { type Resource, valueIn } from './resource.js'
import { isLeftAloneBody } from './substituted.js'

/** What Flux itself does to an object that kustomize has built. */
export interface Finished {
  readonly body: unknown
  /** The same before variables were replaced. */
  readonly unsubstituted: unknown
  /** Whether it holds variables whose values are not known here; then none of its variables is replaced. */
  readonly isOpen: boolean
}

export type Finish = (body: unknown) => Finished

/** Finds the only ConfigMap or Secret of that name that a tree has for a Kustomization. */
export type FindValues = (kind: string, name: string) => Resource | undefined

/**
 * The steps behind the build, in Flux's order: `commonMetadata`, then `postBuild`. What inline `substitute` says wins over
 * `substituteFrom`, of which later entries win over earlier ones; whatever an encrypted or missing one may say is not known.
 */
export function finishOf({ resource }: FluxKustomization, find: FindValues): Finish {
  const common = valueIn(resource, 'spec', 'commonMetadata')
  const postBuild = valueIn(resource, 'spec', 'postBuild')
  const known = postBuild === undefined ? undefined : knownValues(postBuild, find)
  return built => {
    const body = withCommon(built, common)
    if (known === undefined || isLeftAloneBody(body) || !JSON.stringify(body).includes('$'))
      return { body, unsubstituted: body, isOpen: false }
    // What a policy's own rules say of variables they say of it as it is written.
    if (textMember(body, 'kind') === 'ImagePolicy') return { body, unsubstituted: body, isOpen: true }
    const replaced = replacedIn(body, known)
    return { body: replaced ?? body, unsubstituted: body, isOpen: replaced === undefined }
  }
}

interface Known {
  readonly values: Readonly<Record<string, string>>
  /** Whether there are no others. */
  readonly isComplete: boolean
}

function knownValues(postBuild: unknown, find: FindValues): Known {
  const found: Readonly<Record<string, string>>[] = [textsIn(member(postBuild, 'substitute'))]
  let isComplete = true
  for (const entry of listMember(postBuild, 'substituteFrom').toReversed()) {
    const name = textMember(entry, 'name')
    const holder = name === undefined ? undefined : find(textMember(entry, 'kind') ?? '', name)
    const values = holder === undefined ? undefined : valuesIn(holder)
    // It may say anything, also of what earlier entries say.
    if (values === undefined) {
      isComplete = false
      break
    }
    found.push(values)
  }
  return { values: Object.assign({}, ...found.reverse()), isComplete }
}

function valuesIn(resource: Resource): Readonly<Record<string, string>> | undefined {
  if (valueIn(resource, 'sops') !== undefined) return undefined
  const data = textsIn(valueIn(resource, 'data'))
  if (resource.kind === 'ConfigMap') return data
  const decoded = Object.entries(data).map(([key, text]) => [key, Buffer.from(text, 'base64').toString('utf8')])
  return { ...Object.fromEntries(decoded), ...textsIn(valueIn(resource, 'stringData')) }
}

function textsIn(value: unknown): Readonly<Record<string, string>> {
  if (!isMapping(value)) return {}
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

function withCommon(body: unknown, common: unknown): unknown {
  const labels = textsIn(member(common, 'labels'))
  const annotations = textsIn(member(common, 'annotations'))
  if (!isMapping(body) || Object.keys(labels).length + Object.keys(annotations).length === 0) return body
  const metadata = member(body, 'metadata')
  const add = (field: string, more: Readonly<Record<string, string>>) =>
    Object.keys(more).length === 0 ? {} : { [field]: { ...textsIn(member(metadata, field)), ...more } }
  const own = isMapping(metadata) ? metadata : {}
  return { ...body, metadata: { ...own, ...add('labels', labels), ...add('annotations', annotations) } }
}

/** The object with its variables replaced, as YAML and read again, so that types may change; undefined where not all are known. */
function replacedIn(body: unknown, { values, isComplete }: Known): unknown {
  if (Object.keys(values).length === 0) return isComplete ? body : undefined
  const text = stringify(body, { lineWidth: 0, aliasDuplicateObjects: false })
  const parsed = parseSubstitutions(text)
  if ('error' in parsed || !areKnown(parsed.parts, values, isComplete)) return undefined
  const { output, error } = substitute(text, values, { strict: true })
  if (error !== null) return undefined
  try {
    return load(output, { schema: CORE_SCHEMA })
  } catch (broken) {
    if (broken instanceof YAMLException) return undefined
    throw broken
  }
}

function areKnown(parts: readonly Part[], values: Known['values'], isComplete: boolean): boolean {
  return parts.every(part => {
    if (typeof part === 'string') return true
    const isSet = Object.hasOwn(values, part.variable)
    if (!isSet && !(isComplete && hasDefault(part))) return false
    const written = [values[part.variable], ...part.args]
    return (
      !written.some(text => typeof text === 'string' && isOfOldType(text)) && areKnown(part.args, values, isComplete)
    )
  })
}

/** What Flux, which reads the result as YAML 1.1, takes for a truth or another number than YAML 1.2 does. */
function isOfOldType(text: string): boolean {
  return /^(?:y|n|yes|no|on|off)$/i.test(text) || /^[-+]?(?:0[0-9_]+|0[bo][0-7_]+|[0-9]+_[0-9_]*)$/.test(text)
}
