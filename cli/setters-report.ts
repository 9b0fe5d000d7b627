import { findMarkers, type Policies, type SettersResult, type TreeFile } from '../src/flux/setters.js'
import type { WrittenFile } from '../src/flux/written-files.js'
import { unifiedDiff } from '../src/unified-diff.js'

export interface SettersOutcome {
  readonly result: SettersResult
  readonly tree: readonly TreeFile[]
  readonly policies: Policies
  readonly written: readonly WrittenFile[]
  /** Whether they were in fact written. */
  readonly writes: boolean
}

/** The result for programs. A place is that of the value in the file that was read; paths start at the folder. */
export function settersJson({ result: { changes, problemFiles, error }, written }: SettersOutcome): string {
  const shown = {
    changes: changes.map(({ source, old, new: value, setter }) => ({
      file: source.path,
      line: source.line,
      column: source.column,
      old,
      new: value,
      setter,
    })),
    problemFiles: problemFiles.map(({ path }) => path),
    written: written.map(({ path }) => path),
    error,
  }
  return `${JSON.stringify(shown)}\n`
}

/** The result for people: the diff, then what it does not show. */
export function settersText(outcome: SettersOutcome): string {
  const { result, written, writes } = outcome
  const remarks = [
    ...(result.error === null ? [] : [`Flux's automation fails as a whole and writes nothing: ${result.error}`]),
    ...problems(result),
    ...(result.error === null ? unchanged(outcome) : []),
    ...(writes && written.length > 0 ? [`Written: ${written.map(({ path }) => path).join(', ')}`] : []),
  ]
  return [diffOf(written), ...remarks.map(line => `${line}\n`)].join('')
}

/** The unified diff of all files that change. */
export function diffOf(written: readonly WrittenFile[]): string {
  return written
    .map(({ path, before, content }) =>
      unifiedDiff(path, before === undefined ? undefined : textOf(before), textOf(content)),
    )
    .join('')
}

function textOf(content: Uint8Array): string {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('utf8')
}

function problems({ problemFiles }: SettersResult): readonly string[] {
  return problemFiles.map(
    ({ path, line, reason }) =>
      `Flux skips ${path}${line === undefined ? '' : `:${line}`} with all its markers: ${reason}`,
  )
}

/** Why nothing changes for a policy: nobody asks for it, or all have it. */
function unchanged({ result, tree, policies }: SettersOutcome): readonly string[] {
  const changing = new Set(result.changes.map(({ setter }) => policyOf(setter)))
  const idle = [...policies.keys()].filter(policy => !changing.has(policy))
  if (idle.length === 0) return []
  const honoured = tree
    .flatMap(file => findMarkers(file, policies))
    .flatMap(({ setter, fault }) => (setter === undefined || fault !== undefined ? [] : [policyOf(setter)]))
  return idle.map(policy => {
    if (policies.get(policy) === null) return `${policy} has elected nothing: its markers stay as they are`
    const count = honoured.filter(name => name === policy).length
    if (count === 0) return `${policy} changes nothing: no marker that Flux honours names it`
    return `${policy} changes nothing: ${count === 1 ? 'its marker has' : `its ${count} markers have`} the value already`
  })
}

function policyOf(setter: string): string {
  return setter.split(':', 2).join(':')
}
