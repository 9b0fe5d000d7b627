import type { ByteString } from './byte-string.js'
import { byteAt, code, isBlank, isBlankOrEnd, isBreak, widthOf } from './characters.js'
import type { Node } from './node.js'
import type { ScalarForm } from './token.js'

/** What a scalar's text allows. */
export interface ScalarShape {
  readonly multiline: boolean
  readonly plainInFlow: boolean
  readonly plainInBlock: boolean
  readonly singleQuoted: boolean
  /** `|` or `>`. */
  readonly block: boolean
}

const EMPTY: ScalarShape = {
  multiline: false,
  plainInFlow: false,
  plainInBlock: true,
  singleQuoted: true,
  block: false,
}

/** Nearly every scalar: printable ASCII without a sign, a tab or a blank at either end. */
const HARMLESS = /^[A-Za-z0-9_/.+=$()~;^\\<](?:[\x20-\x7e]*[\x21-\x7e])?$/
const SIGNS_IN_FLOW = /[,?[\]{}:]/
const SIGNS_IN_BLOCK = /: |:$| #/

/** Mirrors how go-yaml's emitter looks at a text. */
export function shapeOf(text: ByteString): ScalarShape {
  if (text === '') return EMPTY
  if (HARMLESS.test(text) && !text.startsWith('...')) {
    const plainInBlock = !SIGNS_IN_BLOCK.test(text)
    return {
      multiline: false,
      plainInFlow: plainInBlock && !SIGNS_IN_FLOW.test(text),
      plainInBlock,
      singleQuoted: true,
      block: true,
    }
  }
  return analyze(text)
}

function analyze(text: ByteString): ScalarShape {
  let signInBlock = text.startsWith('---') || text.startsWith('...')
  let signInFlow = signInBlock
  let breaks = false
  let tabs = false
  let special = false
  let spaceAfterBreak = false
  let spaceBeforeBreak = false
  let precededBySpace = true
  let previous: 'space' | 'break' | 'other' = 'other'
  for (let offset = 0; offset < text.length; ) {
    const byte = byteAt(text, offset)
    const end = offset + widthOf(byte)
    const followedBySpace = end >= text.length || isBlank(byteAt(text, end))
    const sign = signOf(byte, offset === 0, precededBySpace, followedBySpace)
    signInFlow ||= sign !== 'none'
    signInBlock ||= sign === 'always'
    const isLineBreak = isBreak(text, offset)
    if (byte === code.tab) tabs = true
    else if (!isPrintable(text, offset)) special = true
    breaks ||= isLineBreak
    spaceAfterBreak ||= byte === code.space && previous === 'break'
    spaceBeforeBreak ||= isLineBreak && previous === 'space'
    previous = byte === code.space ? 'space' : isLineBreak ? 'break' : 'other'
    precededBySpace = isBlankOrEnd(text, offset)
    offset = end
  }
  const startsOpen = text.startsWith(' ') || isBreak(text, 0)
  const endsOpen = previous !== 'other'
  const onlyEscaped = spaceBeforeBreak || special
  const plain = !startsOpen && !endsOpen && !spaceAfterBreak && !onlyEscaped && !tabs && !breaks
  return {
    multiline: breaks,
    plainInFlow: plain && !signInFlow,
    plainInBlock: plain && !signInBlock,
    singleQuoted: !spaceAfterBreak && !onlyEscaped && !tabs,
    block: !text.endsWith(' ') && !onlyEscaped,
  }
}

const SIGNS_AT_START = '#,[]{}&*!|>\'"%@`'
const SIGNS_WITHIN = ',?[]{}'

/** Whether a character would be taken for a sign in a plain scalar: never, inside brackets, or anywhere. */
function signOf(
  byte: number,
  first: boolean,
  precededBySpace: boolean,
  followedBySpace: boolean,
): 'none' | 'flow' | 'always' {
  if (byte === code.colon) return followedBySpace ? 'always' : 'flow'
  const character = String.fromCharCode(byte)
  if (first) {
    if (SIGNS_AT_START.includes(character)) return 'always'
    if (byte === code.question) return followedBySpace ? 'always' : 'flow'
    return byte === code.dash && followedBySpace ? 'always' : 'none'
  }
  if (SIGNS_WITHIN.includes(character)) return 'flow'
  return byte === code.hash && precededBySpace ? 'always' : 'none'
}

/** What go-yaml writes unescaped: not the byte order mark, and nothing beyond the basic plane. */
export function isPrintable(text: ByteString, offset: number): boolean {
  const byte = byteAt(text, offset)
  const second = byteAt(text, offset + 1)
  if (byte < 0x80) return byte === code.lineFeed || (byte >= code.space && byte <= 0x7e)
  if (byte === 0xc2) return second >= 0xa0
  if (byte === 0xed) return second < 0xa0
  if (byte !== 0xef) return byte > 0xc2 && byte <= 0xee
  const third = byteAt(text, offset + 2)
  return !(second === 0xbb && third === 0xbf) && !(second === 0xbf && third >= 0xbe)
}

export interface ScalarPlace {
  readonly inFlow: boolean
  /** Whether it is a key in front of its `:` on one line. */
  readonly simpleKey: boolean
}

/** The form in which go-yaml's emitter writes a scalar. */
export function formFor(node: Node, quote: boolean, shape: ScalarShape, place: ScalarPlace): ScalarForm {
  let form = node.form
  if (form === 'plain' && node.value.includes('\n')) form = 'literal'
  else if (form === 'plain' && quote) form = 'double'
  if (place.simpleKey && shape.multiline) form = 'double'
  if (form === 'plain') {
    const allowed = place.inFlow ? shape.plainInFlow : shape.plainInBlock
    const invisible = node.value === '' && (place.inFlow || place.simpleKey)
    if (!allowed || invisible) form = 'single'
  }
  if (form === 'single' && !shape.singleQuoted) form = 'double'
  const isBlock = form === 'literal' || form === 'folded'
  return isBlock && (!shape.block || place.inFlow || place.simpleKey) ? 'double' : form
}
