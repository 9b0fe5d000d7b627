import { type Cursor, type Mark, markOf } from './cursor.js'
import type { KeyCandidate, Scanner } from './scanner.js'
import { YamlProblem } from './yaml-problem.js'

/** go-yaml looks no farther for the `:` behind a key, in characters. */
const LONGEST_KEY = 1024

/** Notes that the token which starts here may be a key. */
export function noteCandidate(scanner: Scanner): void {
  if (!scanner.keyAllowed) return
  const { cursor } = scanner
  const required = scanner.flowDepth === 0 && scanner.indent === cursor.column
  const token = upcomingToken(scanner)
  dropCandidate(scanner)
  const level = scanner.candidates.length - 1
  scanner.candidates[level] = { token, required, mark: markOf(cursor) }
  scanner.lastNoted[level] = token
  scanner.levelOfCandidate.set(token, level)
}

/** The number that the next token added at the end gets. */
export function upcomingToken(scanner: Scanner): number {
  return scanner.taken + scanner.tokens.length - scanner.next
}

/** What stood here was no key after all. */
export function dropCandidate(scanner: Scanner): void {
  const level = scanner.candidates.length - 1
  const candidate = scanner.candidates[level]
  if (candidate === undefined) return
  if (candidate.required) throw new YamlProblem('a mapping key without its ":"', candidate.mark.offset)
  forgetCandidate(scanner, level, candidate)
}

export function forgetCandidate(scanner: Scanner, level: number, candidate: KeyCandidate): void {
  scanner.candidates[level] = undefined
  scanner.levelOfCandidate.delete(candidate.token)
}

/** The candidate of a level, unless the text has gone too far past it; a required one must not get lost that way. */
export function usableCandidate(scanner: Scanner, level: number): KeyCandidate | undefined {
  const candidate = scanner.candidates[level]
  if (candidate === undefined) return undefined
  const { cursor } = scanner
  if (candidate.mark.line === cursor.line && !isFarther(cursor, candidate.mark, LONGEST_KEY)) return candidate
  if (candidate.required) throw new YamlProblem('a mapping key without its ":"', candidate.mark.offset)
  scanner.candidates[level] = undefined
  return undefined
}

/** Both are on one line, so that columns tell the distance in characters. */
function isFarther(cursor: Cursor, mark: Mark, characters: number): boolean {
  return cursor.column - mark.column > characters
}
