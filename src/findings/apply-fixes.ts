import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'
import { compareFindings, type Edit, type Finding } from './finding.js'

export interface AppliedFixes<Found extends Finding> {
  /** Files that change, by path. */
  readonly files: readonly FixedFile[]
  /** Findings whose edits are in the files now, sorted. */
  readonly applied: readonly Found[]
  /** Findings whose edits would have met those of another one; a second run takes them. */
  readonly postponed: readonly Found[]
}

export interface FixedFile {
  readonly path: string
  readonly text: string
  /** A unified diff with three lines of context. */
  readonly diff: string
}

/**
 * Applies the fixes that are certain. Of findings whose edits meet, the first by place wins; a finding's edits are applied
 * together or not at all, and what two findings say alike is done once. What no edit names stays as it is, byte by byte.
 *
 * @param texts the files as they were when the findings were made, by path
 */
export function applyFixes<Found extends Finding>(
  findings: readonly Found[],
  texts: ReadonlyMap<string, string>,
): AppliedFixes<Found> {
  const taken = new Map<string, Edit[]>()
  const applied: Found[] = []
  const postponed: Found[] = []
  for (const finding of [...findings].sort(compareFindings)) {
    const edits = finding.fix?.edits ?? []
    if (edits.length === 0) continue
    const fresh = edits.filter(edit => !(taken.get(edit.file) ?? []).some(other => isSame(edit, other)))
    const others = (edit: Edit) => [...(taken.get(edit.file) ?? []), ...fresh.filter(other => other !== edit)]
    const fits = fresh.every(edit => isWithin(edit, texts) && !others(edit).some(other => meets(edit, other)))
    if (!fits) {
      postponed.push(finding)
      continue
    }
    for (const edit of fresh) taken.set(edit.file, [...(taken.get(edit.file) ?? []), edit])
    applied.push(finding)
  }
  const files = [...taken].flatMap(([path, edits]) => fixedFile(path, texts.get(path) ?? '', edits) ?? [])
  return { files: files.sort((left, right) => (left.path < right.path ? -1 : 1)), applied, postponed }
}

function isWithin({ file, start, end }: Edit, texts: ReadonlyMap<string, string>): boolean {
  const text = texts.get(file)
  return text !== undefined && start >= 0 && start <= end && end <= text.length
}

function isSame(left: Edit, right: Edit): boolean {
  return left.file === right.file && left.start === right.start && left.end === right.end && left.text === right.text
}

/** Whether one changes what the other does, or their order would matter. */
function meets(left: Edit, right: Edit): boolean {
  if (left.file !== right.file) return false
  if (left.start === right.start && left.end === right.end) return true
  return left.start < right.end && right.start < left.end
}

function fixedFile(path: string, before: string, edits: readonly Edit[]): FixedFile | undefined {
  let text = ''
  let at = 0
  for (const edit of edits.toSorted((left, right) => left.start - right.start || left.end - right.end)) {
    text += before.slice(at, edit.start) + edit.text
    at = edit.end
  }
  text += before.slice(at)
  if (text === before) return undefined
  const diff = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, text, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  })
  return { path, text, diff }
}
