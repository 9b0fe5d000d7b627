import { formatPatch, type StructuredPatch, structuredPatch } from 'diff'

/** How many lines are kept around a change. */
const CONTEXT = 3

/** Beyond so many changed lines no shortest difference is sought: that takes time by their square. */
const MOST_EDITS = 2000

/**
 * The difference of a file's old and new text as `git apply` and `patch` read it; '' when there is none.
 *
 * @param path from the root of the tree, with forward slashes
 * @param before undefined for a file that is new
 */
export function unifiedDiff(path: string, before: string | undefined, after: string): string {
  if (before === after) return ''
  const old = before ?? ''
  const options = { context: CONTEXT, maxEditLength: MOST_EDITS }
  const patch =
    structuredPatch(`a/${path}`, `b/${path}`, old, after, undefined, undefined, options) ??
    wholePatch(`a/${path}`, `b/${path}`, old, after)
  const isNew = before === undefined
  const named = { ...patch, isGit: true, isCreate: isNew, ...(isNew ? { newMode: '100644' } : {}) }
  return formatPatch(isNew ? { ...named, oldFileName: '/dev/null' } : named).replace(/\n+$/, '\n')
}

/** Everything goes, everything comes. */
function wholePatch(oldFileName: string, newFileName: string, before: string, after: string): StructuredPatch {
  const [removed, added] = [linesOf(before), linesOf(after)]
  const hunk = {
    oldStart: removed.length === 0 ? 0 : 1,
    oldLines: removed.length,
    newStart: added.length === 0 ? 0 : 1,
    newLines: added.length,
    lines: [...marked('-', removed, before), ...marked('+', added, after)],
  }
  return { oldFileName, newFileName, oldHeader: undefined, newHeader: undefined, hunks: [hunk] }
}

function linesOf(text: string): readonly string[] {
  const lines = text.split('\n')
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

function marked(sign: '-' | '+', lines: readonly string[], text: string): readonly string[] {
  const shown = lines.map(line => sign + line)
  return text === '' || text.endsWith('\n') ? shown : [...shown, '\\ No newline at end of file']
}
