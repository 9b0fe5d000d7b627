import type { ByteString } from './byte-string.js'
import { byteAt, code, isBlank, isBlankOrEnd } from './characters.js'
import { atBreak, type Cursor, isDocumentIndicator, markOf, passCharacter, passRun, peekByte } from './cursor.js'
import { folded, noSpace, passSpace } from './folding.js'
import type { Scanner } from './scanner.js'
import type { Token } from './token.js'
import { YamlProblem } from './yaml-problem.js'

/** A scalar without quotes, over as many lines as are indented deeper than what is open. */
export function scanPlain(scanner: Scanner): Token {
  const { cursor } = scanner
  const inFlow = scanner.flowDepth > 0
  const deepEnough = scanner.indent + 1
  const start = markOf(cursor)
  const parts: ByteString[] = []
  let end = start
  let space = noSpace()
  const refuseTab = (): void => {
    if (cursor.column >= deepEnough || peekByte(cursor) !== code.tab) return
    throw new YamlProblem('a tab that indents', start.offset)
  }
  for (;;) {
    if (cursor.column === 0 && isDocumentIndicator(cursor)) break
    if (peekByte(cursor) === code.hash) break
    const from = cursor.offset
    while (!endsPlain(cursor, inFlow)) {
      passCharacter(cursor)
      passRun(cursor, HARMLESS)
    }
    if (cursor.offset > from) {
      parts.push(folded(space), cursor.text.slice(from, cursor.offset))
      space = noSpace()
      end = markOf(cursor)
    }
    if (!isBlank(peekByte(cursor)) && !atBreak(cursor)) break
    passSpace(cursor, space, refuseTab)
    if (!inFlow && cursor.column < deepEnough) break
  }
  // Behind a line break a key may start.
  if (space.brokeLine) scanner.keyAllowed = true
  return { kind: 'scalar', form: 'plain', value: parts.join(''), start, end }
}

/** Never the end of a plain scalar, neither in brackets nor outside. */
const HARMLESS = /[\w!"#$%&'()*+./;<=>@\\^`|~-]{1,4096}/y

const FLOW_SIGNS = ',?[]{}'

function endsPlain(cursor: Cursor, inFlow: boolean): boolean {
  const { text, offset } = cursor
  const byte = byteAt(text, offset)
  if (isBlankOrEnd(text, offset)) return true
  if (byte === code.colon) return isBlankOrEnd(text, offset + 1)
  return inFlow && FLOW_SIGNS.includes(String.fromCharCode(byte))
}
