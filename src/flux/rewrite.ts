import { diffArrays } from 'diff'
import { applySetters, type LatestRef, type SettersMode } from './setters.js'

/** What Flux changes in a file at its first update, beside the values. */
export interface Rewrite {
  /** What happens, in a few words each, the most telling first. */
  readonly effects: readonly string[]
  /** The first line of the file that does not stay as it is, from 1. */
  readonly line: number
  /** The first lines of the difference, with `-` and `+` in front. */
  readonly sample: readonly string[]
}

/**
 * Finds what the rewrite of a file does to its layout: the file as Flux writes it against the same values set in place.
 *
 * @param policies `namespace:policy` of the markers in the file
 * @returns undefined when nothing but the values changes
 */
export function rewriteOf(path: string, text: string, policies: Iterable<string>): Rewrite | undefined {
  const file = { path, content: Buffer.from(text) }
  const elected = new Map([...policies].map(policy => [policy, SENTINEL]))
  const written = (mode: SettersMode): string | undefined => {
    const found = applySetters([file], elected, mode).written.find(result => result.path === path)
    return found === undefined ? undefined : Buffer.from(found.content).toString()
  }
  const flux = written('flux')
  if (flux === undefined || differsInValuesAlone(text, flux)) return undefined
  const careful = written('careful')
  if (careful === undefined || flux === careful) return undefined
  const bytes = [
    ...(careful.startsWith('\ufeff') ? ['drops the byte order mark'] : []),
    ...(careful.includes('\r\n') ? ['turns CRLF into LF'] : []),
  ]
  const [before, after] = [linesOf(careful), linesOf(flux)]
  const changes = changesBetween(before, after)
  if (changes === undefined)
    return { effects: [...bytes, 'writes most of its lines in another way'], line: 1, sample: [] }
  const [first] = changes
  const effects = [...bytes, ...effectsOf(changes)]
  const sample = changes.flatMap(({ removed, added }) => [
    ...removed.map(l => `- ${l === '' ? '(a blank line)' : l}`),
    ...added.map(l => `+ ${l}`),
  ])
  return { effects, line: (first?.at ?? 0) + 1, sample: sample.slice(0, 6) }
}

/** Whether only marked lines differ, and each in one word: then there is no need to look closer. */
function differsInValuesAlone(before: string, after: string): boolean {
  const [left, right] = [before.split('\n'), after.split('\n')]
  return (
    left.length === right.length &&
    left.every((line, index) => {
      const other = right[index] ?? ''
      if (line === other || !line.includes('$imagepolicy')) return line === other
      const [words, others] = [line.split(' '), other.split(' ')]
      return words.length === others.length && words.filter((word, at) => word !== others[at]).length === 1
    })
  )
}

/** No build makes it, so every marked value changes. */
const SENTINEL: LatestRef = { name: 'fluxgate.invalid/image', tag: 'rewrite', digest: `sha256:${'0'.repeat(64)}` }

interface Change {
  /** Index of the first line of the old text. */
  readonly at: number
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

function linesOf(text: string): readonly string[] {
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
}

function changesBetween(before: readonly string[], after: readonly string[]): readonly Change[] | undefined {
  const changes: Change[] = []
  // Where nearly everything differs a comparison would take for ever, and show nothing.
  const parts = diffArrays([...before], [...after], { maxEditLength: 1000 })
  if (parts === undefined) return undefined
  let at = 0
  let open: { at: number; removed: string[]; added: string[] } | undefined
  for (const part of parts) {
    if (!part.added && !part.removed) {
      open = undefined
      at += part.value.length
      continue
    }
    if (open === undefined) {
      open = { at, removed: [], added: [] }
      changes.push(open)
    }
    if (part.removed) {
      open.removed.push(...part.value)
      at += part.value.length
    } else open.added.push(...part.value)
  }
  return changes
}

function effectsOf(changes: readonly Change[]): readonly string[] {
  let [blank, comments, separators, indented, merges, others] = [0, 0, 0, 0, 0, 0]
  for (const { removed, added } of changes) {
    const left = new Map<string, string>(added.map(line => [line.trim(), line]))
    for (const line of removed) {
      const text = line.trim()
      if (text === '') blank += 1
      else if (left.has(text)) {
        indented += 1
        left.delete(text)
      } else if (text === '---' || text === '...') separators += 1
      else if (text.startsWith('#')) comments += 1
      else if (/^<<\s*:/.test(text)) {
        merges += 1
        left.delete(text.replace('<<', '!!merge <<'))
      } else others += 1
    }
  }
  return [
    counted(merges, 'writes !!merge in front of << on', 'line'),
    counted(comments, 'drops or moves', 'line', ' of comment'),
    counted(separators, 'drops', 'separator'),
    counted(blank, 'drops', 'blank line'),
    counted(indented, 'indents', 'line', ' anew'),
    counted(others, 'writes', 'line', ' in another way'),
  ].filter(effect => effect !== '')
}

function counted(count: number, before: string, what: string, after = ''): string {
  return count === 0 ? '' : `${before} ${count} ${what}${count === 1 ? '' : 's'}${after}`
}
