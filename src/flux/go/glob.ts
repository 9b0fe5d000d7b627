import { runeAt } from './bytes.js'

/** Whether a pattern matches; 'bad pattern' where that is found out before the answer is. */
export type GlobMatch = boolean | 'bad pattern'

/**
 * Matches bytes against a shell pattern in the way of Go's path.Match, except that `*` and `?` also match a slash:
 * `*`, `?`, `[a-c]`, `[^a]` and `\` before a character. A mistake in the pattern counts only if matching comes to it.
 */
export function globMatches(pattern: Uint8Array, name: Uint8Array): GlobMatch {
  let patternAt = 0
  let nameAt = 0
  while (patternAt < pattern.length) {
    const piece = pieceAt(pattern, patternAt)
    const isLast = piece.end === pattern.length
    if (piece.star && piece.start === piece.end) return true
    const end = placeOf(pattern, piece, name, nameAt, isLast)
    if (typeof end !== 'number') return end
    nameAt = end
    patternAt = piece.end
  }
  return nameAt === name.length
}

/** What stands between two stars. */
interface Piece {
  readonly star: boolean
  readonly start: number
  readonly end: number
}

function pieceAt(pattern: Uint8Array, at: number): Piece {
  let start = at
  while (pattern[start] === star) start += 1
  let inBrackets = false
  let end = start
  for (; end < pattern.length; end += 1) {
    const byte = pattern[end]
    if (byte === star && !inBrackets) break
    if (byte === backslash && end + 1 < pattern.length) end += 1
    else if (byte === open) inBrackets = true
    else if (byte === close) inBrackets = false
  }
  return { star: start > at, start, end }
}

/** Where the piece ends in the name: right at the place, or, behind a star, at the first later place where it fits. */
function placeOf(
  pattern: Uint8Array,
  piece: Piece,
  name: Uint8Array,
  from: number,
  isLast: boolean,
): number | GlobMatch {
  for (let at = from; at <= name.length; at += 1) {
    const end = pieceMatch(pattern, piece, name, at)
    if (end === 'bad pattern') return end
    if (typeof end === 'number' && (end === name.length || !isLast)) return end
    if (!piece.star) return false
  }
  return false
}

function pieceMatch(pattern: Uint8Array, { start, end }: Piece, name: Uint8Array, from: number): number | GlobMatch {
  let nameAt = from
  for (let at = start; at < end; ) {
    if (nameAt >= name.length) return false
    const byte = pattern[at]
    if (byte === open) {
      const rune = runeAt(name, nameAt)
      const brackets = bracketsMatch(pattern, at + 1, end, rune.code)
      if (typeof brackets !== 'number') return brackets
      at = brackets
      nameAt += rune.width
    } else if (byte === question) {
      nameAt += runeAt(name, nameAt).width
      at += 1
    } else {
      if (byte === backslash) at += 1
      if (at >= end) return 'bad pattern'
      if (pattern[at] !== name[nameAt]) return false
      nameAt += 1
      at += 1
    }
  }
  return nameAt
}

/** Where the pattern goes on behind the brackets when the character is among theirs. */
function bracketsMatch(pattern: Uint8Array, from: number, end: number, code: number): number | GlobMatch {
  const negated = from < end && pattern[from] === caret
  let at = negated ? from + 1 : from
  let found = false
  for (let ranges = 0; at >= end || pattern[at] !== close || ranges === 0; ranges += 1) {
    const low = bracketRune(pattern, at, end)
    if (low === undefined) return 'bad pattern'
    const isRange = pattern[low.next] === dash
    const high = isRange ? bracketRune(pattern, low.next + 1, end) : low
    if (high === undefined) return 'bad pattern'
    if (low.code <= code && code <= high.code) found = true
    at = high.next
  }
  return found === negated ? false : at + 1
}

function bracketRune(pattern: Uint8Array, from: number, end: number): { code: number; next: number } | undefined {
  if (from >= end || pattern[from] === dash || pattern[from] === close) return undefined
  const at = pattern[from] === backslash ? from + 1 : from
  if (at >= end) return undefined
  const rune = runeAt(pattern.subarray(0, end), at)
  const next = at + rune.width
  return !rune.valid || next >= end ? undefined : { code: rune.code, next }
}

const [star, question, open, close, caret, dash, backslash] = [...'*?[]^-\\'].map(character => character.charCodeAt(0))
