import { member } from '../../json.js'
import { isBelow } from '../inventory/applied.js'
import type { PlacedAutomation } from '../inventory/image-loop.js'
import { textIn, valueIn } from '../inventory/resource.js'
import { type RenderedMessage, renderMessage } from '../message.js'
import type { ChangedFile, ChangedObject } from '../message-data.js'
import { applySetters, type Policies, type SetterChange, type SettersResult, type TreeFile } from '../setters.js'

/** What one automation would commit. */
export interface RehearsedCommit {
  readonly automation: PlacedAutomation
  readonly policies: Policies
  /** Paths in it are from `update.path`. */
  readonly result: SettersResult
  /** The whole new files, by their paths from the root of the tree. */
  readonly written: readonly TreeFile[]
  /** Null when there is nothing to commit. */
  readonly message: RenderedMessage | null
  /** Why nothing is committed; null when something is. */
  readonly why: string | null
}

/** @param files the tree, as the commits before have left it */
export function rehearseCommit(
  automation: PlacedAutomation,
  policies: Policies,
  files: readonly TreeFile[],
): RehearsedCommit {
  const { updatePath } = automation
  if (updatePath === undefined) return nothing(automation, policies, 'its update.path leads out of the repository')
  if (automation.isSuspended) return nothing(automation, policies, 'it is suspended')
  const strategy = textIn(automation.resource, 'spec', 'update', 'strategy')
  if (strategy !== undefined && strategy !== 'Setters')
    return nothing(automation, policies, `its update strategy is ${strategy}, expected Setters`)
  const prefix = updatePath === '.' ? '' : `${updatePath}/`
  const below = files
    .filter(({ path }) => isBelow(path, updatePath))
    .map(({ path, content }) => ({ path: path.slice(prefix.length), content }))
  const result = applySetters(below, policies)
  const written = result.written.map(({ path, content }) => ({ path: `${prefix}${path}`, content }))
  const base = { automation, policies, result, written }
  if (result.error !== null) return { ...base, message: null, why: `it fails as a whole: ${result.error}` }
  if (written.length === 0) return { ...base, message: null, why: 'no marker below its update.path changes' }
  const message = renderMessage(automation.messageTemplate ?? '', {
    automation: { namespace: automation.namespace ?? '', name: automation.name },
    values: textsOf(valueIn(automation.resource, 'spec', 'git', 'commit', 'messageTemplateValues')),
    files: changedFiles(result.changes),
  })
  if (message.error === null) return { ...base, message, why: null }
  return { ...base, written: [], message, why: `its commit message fails: ${message.error}` }
}

function nothing(automation: PlacedAutomation, policies: Policies, why: string): RehearsedCommit {
  const result = { changes: [], problemFiles: [], written: [], error: null }
  return { automation, policies, result, written: [], message: null, why }
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  const names = typeof value === 'object' && value !== null ? Object.keys(value) : []
  return Object.fromEntries(
    names.flatMap(name => {
      const text = member(value, name)
      return typeof text === 'string' ? [[name, text]] : []
    }),
  )
}

function changedFiles(changes: readonly SetterChange[]): readonly ChangedFile[] {
  const files = new Map<string, Map<string, ChangedObject>>()
  for (const { file, apiVersion, kind, namespace, name, old, new: newValue, setter } of changes) {
    const objects = files.get(file) ?? new Map<string, ChangedObject>()
    files.set(file, objects)
    const key = JSON.stringify([apiVersion, kind, namespace, name])
    const known = objects.get(key)?.changes ?? []
    objects.set(key, {
      apiVersion,
      kind,
      namespace,
      name,
      changes: [...known, { oldValue: old, newValue, setter }],
    })
  }
  return [...files].map(([path, objects]) => ({ path, objects: [...objects.values()] }))
}
