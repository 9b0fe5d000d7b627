import { diffArrays } from 'diff'
import { grouped } from '../grouped.js'
import { faultOf } from './fault.js'
import { compareFindings, type Finding, type JudgedFinding, severities } from './finding.js'

/** The same tree before the change. */
export interface Before {
  readonly findings: readonly Finding[]
  /** What the change renamed: old path to new path. */
  readonly renames: ReadonlyMap<string, string>
  /** Gives the text of a file before the change and now, by the path of each; undefined where there is none. */
  readonly textBefore: (path: string) => string | undefined
  readonly textNow: (path: string) => string | undefined
}

/** Beyond so many changed lines a comparison gives up; it only chooses between equal faults. */
const MOST_CHANGES = 2_000

/**
 * Tells what a change brings from what was there: new, old and fixed findings, sorted. A fault is old when the base has one
 * in the same file (a renamed one is the same) that says the same and weighs as much; of several equal ones only as many
 * are old as the base has, first of all those in lines that were there. Everything is new without a base.
 */
export function judge(now: readonly Finding[], before: Before | undefined): readonly JudgedFinding[] {
  if (before === undefined) return now.map(finding => ({ ...finding, status: 'new' as const }))
  const old = grouped(before.findings, finding => keyBefore(finding, before.renames))
  const judged = [...grouped(now, keyNow)].flatMap(([key, group]) => {
    const known = old.get(key) ?? []
    old.delete(key)
    return judgeEqual(group, known, before)
  })
  const fixed = [...old.values()].flat().map(finding => ({ ...finding, status: 'fixed' as const }))
  return [...judged, ...fixed].sort(compareFindings)
}

/** Judges findings of one file that say the same. */
function judgeEqual(now: readonly Finding[], known: readonly Finding[], before: Before): readonly JudgedFinding[] {
  const waiting = [...known]
  const matches = new Map<Finding, Finding>()
  const match = (finding: Finding, index: number): void => {
    const [other] = waiting.splice(index, 1)
    if (other !== undefined) matches.set(finding, other)
  }
  if (now.length + known.length > 2) {
    const lines = linesNow(now[0]?.file ?? '', known[0]?.file ?? '', before)
    for (const finding of now) {
      const index = waiting.findIndex(other => lines?.get(other.span.line) === finding.span.line)
      if (index >= 0) match(finding, index)
    }
  }
  for (const finding of now) if (!matches.has(finding)) match(finding, 0)
  return [
    ...now.map(finding => {
      const other = matches.get(finding)
      return { ...finding, status: other !== undefined && weight(other) >= weight(finding) ? 'old' : 'new' } as const
    }),
    ...waiting.map(finding => ({ ...finding, status: 'fixed' as const })),
  ]
}

/** Where the lines of a file before the change are now; undefined when that cannot be told. */
function linesNow(fileNow: string, fileBefore: string, before: Before): ReadonlyMap<number, number> | undefined {
  const [textBefore, textNow] = [before.textBefore(fileBefore), before.textNow(fileNow)]
  if (textBefore === undefined || textNow === undefined) return undefined
  const parts = diffArrays(textBefore.split('\n'), textNow.split('\n'), { maxEditLength: MOST_CHANGES })
  if (parts === undefined) return undefined
  const lines = new Map<number, number>()
  let [left, right] = [1, 1]
  for (const { added, removed, count } of parts) {
    if (!added && !removed) for (let at = 0; at < count; at += 1) lines.set(left + at, right + at)
    if (!added) left += count
    if (!removed) right += count
  }
  return lines
}

function keyNow(finding: Finding): string {
  return JSON.stringify([finding.file, faultOf(finding)])
}

/** The key that the fault has after the renames, which its message may name too. */
function keyBefore(finding: Finding, renames: ReadonlyMap<string, string>): string {
  let message = finding.message
  for (const [from, to] of renames) if (message.includes(from)) message = message.replaceAll(from, () => to)
  return keyNow({ ...finding, message, file: renames.get(finding.file) ?? finding.file })
}

/** An error weighs more than a warning: what becomes worse is new. */
function weight({ severity }: Finding): number {
  return severities.length - severities.indexOf(severity)
}
