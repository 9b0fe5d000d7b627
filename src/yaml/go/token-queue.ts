import { fetchToken } from './fetch-token.js'
import { usableCandidate } from './key-candidates.js'
import type { Scanner } from './scanner.js'
import type { Token } from './token.js'
import { YamlProblem } from './yaml-problem.js'

/** Tokens behind the one in hand that go-yaml has always read. */
const LOOKAHEAD = 2

/** So many tokens that were taken are kept before they are dropped together. */
const KEPT = 4096

/** The next token, which stays in the queue. Throws a YamlProblem where go-yaml's scanner fails. */
export function currentToken(scanner: Scanner): Token {
  while (scanner.next >= scanner.tokens.length - LOOKAHEAD || headMayBecomeKey(scanner)) fetchToken(scanner)
  const token = scanner.tokens[scanner.next]
  if (token === undefined) throw new YamlProblem('nothing left to read', scanner.cursor.offset)
  return token
}

export function takeToken(scanner: Scanner): void {
  scanner.next += 1
  scanner.taken += 1
  if (scanner.next < KEPT) return
  scanner.tokens.splice(0, scanner.next)
  scanner.next = 0
}

/** A `:` further on would put a key token before the one in hand. */
function headMayBecomeKey(scanner: Scanner): boolean {
  const level = scanner.levelOfCandidate.get(scanner.taken)
  return level !== undefined && usableCandidate(scanner, level) !== undefined
}
