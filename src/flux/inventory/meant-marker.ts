import type { FoundMarker } from '../setters.js'

/**
 * Whether a comment that speaks of an image policy was meant as a marker. Prose, examples in prose, lines that are commented out,
 * and text in a document inside of a document are not.
 *
 * @param lines those of the file
 * @param names whether a setter names a policy of the tree
 */
export function isMeantAsMarker(
  { line, column, text, setter, fault }: FoundMarker,
  lines: readonly string[],
  names: (setter: string) => boolean,
): boolean {
  const whole = lines[line - 1] ?? ''
  const before = [...whole].slice(0, column - 1).join('')
  const isAlone = before.trim() === ''
  if (fault === 'inside-scalar') return setter !== undefined && PAIR.test(before)
  // No marker is longer, and patterns take their time.
  const short = text.slice(0, 500)
  const said = short.replace(/^#+\s*/, '')
  if (!isAlone) return (ALMOST.test(short) || BRACE.test(short)) && !PUT_OFF.test(beforeBrace(said))
  // A line of its own: a marker starts with its brace. Next to other lines of comment it may be an example in prose.
  if (!/^[{“"'`]?\s*\{/.test(said) || !BRACE.test(said)) return false
  if (fault === 'several-lines' || fault === 'shadowed' || fault === undefined) return true
  return !isComment(lines[line]) && (!isComment(lines[line - 2]) || (setter !== undefined && names(setter)))
}

/** The braces of a marker, whatever else is wrong with it. */
const BRACE = /\{[^}]*imagepolicy\W*[:=]/i
/** A marker without its braces. */
const ALMOST = /\$imagepolicy["'`’”]?\s*[:=]\s*["'`‘“]?[\w.-]+:[\w.-]+/i
/** Words in front of a marker that say that it is switched off on purpose. */
const PUT_OFF = /\b(?:disabled?|paused?|off|todo|was|formerly|old|no|not|without|e\.?g|example)\b/i
/** What stands before a comment on a line of YAML. */
const PAIR = /^\s*(?:- +)?[\w."'/-]+:\s+\S|^\s*- +\S/

function beforeBrace(said: string): string {
  const brace = said.indexOf('{')
  return brace < 0 ? '' : said.slice(0, brace)
}

function isComment(line: string | undefined): boolean {
  return line !== undefined && /^\s*#/.test(line)
}
