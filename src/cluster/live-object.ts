import { listMember, member, numberMember, textMember, valueAt } from '../json.js'
import { printableLine } from '../printable.js'

/** An object as a cluster has it. */
export interface LiveObject {
  /** Empty for the core group. */
  readonly group: string
  readonly kind: string
  /** Empty for what has none. */
  readonly namespace: string
  readonly name: string
  /** Whole, as the API server gave it. */
  readonly body: unknown
  readonly isSuspended: boolean
  readonly conditions: readonly Condition[]
  /** Whether its controller has seen it as it is now. */
  readonly isObserved: boolean
}

export interface Condition {
  readonly type: string
  readonly status: 'True' | 'False' | 'Unknown'
  readonly reason: string
  /** On one line. */
  readonly message: string
}

/** The objects of what `kubectl get -o json` prints: of a list, or the one that was asked for. */
export function liveObjects(value: unknown): readonly LiveObject[] {
  const items = member(value, 'items')
  return (Array.isArray(items) ? items : [value]).flatMap(readObject)
}

export function idOf({ namespace, name }: Pick<LiveObject, 'namespace' | 'name'>): string {
  return namespace === '' ? name : `${namespace}/${name}`
}

export function conditionOf(object: LiveObject, type: string): Condition | undefined {
  return object.conditions.find(condition => condition.type === type)
}

/** A part of an object that is a non-empty text. */
export function liveText(object: LiveObject, ...keys: readonly (string | number)[]): string | undefined {
  const value = valueAt(object.body, keys)
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function labelOf(object: LiveObject, name: string): string | undefined {
  return liveText(object, 'metadata', 'labels', name)
}

function readObject(body: unknown): readonly LiveObject[] {
  const metadata = member(body, 'metadata')
  const kind = textMember(body, 'kind')
  const name = textMember(metadata, 'name')
  if (kind === undefined || name === undefined) return []
  const apiVersion = textMember(body, 'apiVersion') ?? ''
  const status = member(body, 'status')
  const generation = numberMember(metadata, 'generation')
  const observed = numberMember(status, 'observedGeneration')
  return [
    {
      group: apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '',
      kind,
      namespace: textMember(metadata, 'namespace') ?? '',
      name,
      body,
      isSuspended: valueAt(body, ['spec', 'suspend']) === true,
      conditions: listMember(status, 'conditions').flatMap(readCondition),
      isObserved: generation === undefined || observed === undefined || observed >= generation,
    },
  ]
}

function readCondition(value: unknown): readonly Condition[] {
  const type = textMember(value, 'type')
  const status = textMember(value, 'status')
  if (type === undefined || (status !== 'True' && status !== 'False' && status !== 'Unknown')) return []
  const reason = textMember(value, 'reason') ?? ''
  return [{ type, status, reason, message: printableLine(textMember(value, 'message') ?? '') }]
}
