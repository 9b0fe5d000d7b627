/**
 * The grammar of `${…}` as fluxcd/pkg/envsubst reads it: a bash subset with oddities of its own. The whole text is
 * parsed before any variable is looked up, so a mistake anywhere is an error even where no variable is set.
 */

/** Text as it is, or a reference to a variable. */
export type Part = string | Reference

export interface Reference {
  readonly variable: string
  /** '' for a plain `${name}`, else the operator as written, such as `:-`, `^^` or `/#`; `#` also for `${#name}`. */
  readonly operator: string
  readonly args: readonly Part[]
  /** Where `${` stands, in UTF-16 units from the start of the text. */
  readonly start: number
  /** Behind the closing brace. */
  readonly end: number
}

export type ParsedText = { readonly parts: readonly Part[] } | SyntaxFault

export interface SyntaxFault {
  /** The text of the library's error. */
  readonly error: string
  /** Where the reference starts that is wrong, in UTF-16 units. */
  readonly start: number
}

/** Parses a text. A NUL character ends it, as it does for Flux. */
export function parseSubstitutions(text: string): ParsedText {
  const cursor: Cursor = { text: text.split('\0', 1).join(), at: 0 }
  const parts: Part[] = []
  while (cursor.at < cursor.text.length) {
    const part = opensReference(cursor) ? reference(cursor, 0) : plainText(cursor)
    if (isFault(part)) return part
    parts.push(part)
  }
  return { parts }
}

interface Cursor {
  readonly text: string
  at: number
}

/** Says whether a run goes on with a character; `count` is 1 for its first. */
type Accepts = (character: string, count: number) => boolean

/** What a run may escape: `$$`, and `\/` and `\\`. */
type Escapes = '' | '$' | '$\\'

/** Up to the next reference; every `$$` is one `$`, and of three before a brace the third opens a reference. */
function plainText(cursor: Cursor): string {
  let text = ''
  while (cursor.at < cursor.text.length && !opensReference(cursor)) {
    const dollar = cursor.text.indexOf('$', cursor.at)
    const end = dollar < 0 ? cursor.text.length : dollar
    text += end === cursor.at ? '$' : cursor.text.slice(cursor.at, end)
    cursor.at = end === cursor.at ? end + (peek(cursor, 1) === '$' ? 2 : 1) : end
  }
  return text
}

function reference(cursor: Cursor, depth: number): Reference | SyntaxFault {
  const start = cursor.at
  if (depth > deepest) return { error: `substitutions nest more than ${deepest} levels deep`, start }
  cursor.at += 2
  const isLength = take(cursor, '#')
  const variable = run(cursor, isNameCharacter)
  if (variable === undefined) return { error: isLength ? badSubstitution : 'unable to parse variable name', start }
  const rest = isLength ? { operator: '#', args: [] } : operation(cursor, depth)
  if ('error' in rest) return { start, ...rest }
  if (take(cursor, '}')) return { variable, ...rest, start, end: cursor.at }
  return { error: rest.operator === '' ? 'missing closing brace' : badSubstitution, start }
}

interface Operation {
  readonly operator: string
  readonly args: readonly Part[]
}

/** A fault of a nested reference has its own place, one of ours is at the reference's start. */
type OperationFault = { readonly error: string; readonly start?: number }

function operation(cursor: Cursor, depth: number): Operation | OperationFault {
  switch (peek(cursor)) {
    case ':':
      return /[=?+-]/.test(peek(cursor, 1)) ? withDefault(cursor, depth) : substring(cursor, depth)
    case '=':
      return withDefault(cursor, depth)
    case ',':
    case '^':
      return { operator: run(cursor, (character, count) => /[,^]/.test(character) && count < 3) ?? '', args: [] }
    case '/':
      return replacement(cursor, depth)
    case '#':
    case '%':
      return removal(cursor, depth)
    default:
      return { operator: '', args: [] }
  }
}

/** `${name:-word}` and its like: the word may be made of several texts and references. */
function withDefault(cursor: Cursor, depth: number): Operation | OperationFault {
  const operator = peek(cursor) === '=' ? '=' : peek(cursor) + peek(cursor, 1)
  cursor.at += operator.length
  const args: Part[] = []
  while (peek(cursor) !== '}') {
    const part = argument(cursor, depth, isNotClosing)
    if (isFault(part)) return part
    args.push(part)
  }
  return { operator, args }
}

/** `${name:position}` and `${name:position:length}`; the library steps wrong over a colon before a wide character. */
function substring(cursor: Cursor, depth: number): Operation | OperationFault {
  const next = peek(cursor, 1)
  if (next === '' || next > '\x7f') return { error: badSubstitution }
  cursor.at += 1
  const position = argument(cursor, depth, character => character !== ':' && character !== '}')
  if (isFault(position)) return position
  if (peek(cursor) === '}') return { operator: ':', args: [position] }
  if (run(cursor, character => character === ':') === undefined) return { error: badSubstitution }
  const length = argument(cursor, depth, isNotClosing)
  return isFault(length) ? length : { operator: ':', args: [position, length] }
}

/** `${name/pattern/text}` with `//`, `/#` or `/%` in front: the pattern runs to the next `/`, over braces and lines. */
function replacement(cursor: Cursor, depth: number): Operation | OperationFault {
  const operator = run(cursor, (character, count) => (count === 1 ? '/' : '/#%').includes(character) && count < 3) ?? ''
  const pattern = argument(cursor, depth, character => character !== '/', '$\\')
  if (isFault(pattern)) return pattern
  if (run(cursor, character => character === '/') === undefined) return { error: badSubstitution }
  if (peek(cursor) === '}') return { operator, args: [pattern] }
  const text = argument(cursor, depth, isNotClosing, '$\\')
  return isFault(text) ? text : { operator, args: [pattern, text] }
}

/** `${name#pattern}`, `##`, `%` and `%%`. */
function removal(cursor: Cursor, depth: number): Operation | OperationFault {
  const sign = peek(cursor)
  const operator = run(cursor, (character, count) => character === sign && count < 3) ?? ''
  const pattern = argument(cursor, depth, isNotClosing)
  return isFault(pattern) ? pattern : { operator, args: [pattern] }
}

function argument(cursor: Cursor, depth: number, accepts: Accepts, escapes: Escapes = ''): Part | SyntaxFault {
  if (opensReference(cursor)) return reference(cursor, depth + 1)
  const start = cursor.at
  return run(cursor, accepts, escapes) ?? { error: 'unable to parse substitution within function', start }
}

/** Takes characters up to a reference, the end or one that is not accepted; undefined where there are none. */
function run(cursor: Cursor, accepts: Accepts, escapes: Escapes = ''): string | undefined {
  const start = cursor.at
  let text = ''
  for (let count = 1; ; count += 1) {
    const character = peek(cursor)
    if (character === '' || opensReference(cursor)) break
    const escaped = escapes.includes(character) ? escapedBy(character, peek(cursor, 1)) : false
    if (!escaped && !accepts(character, count)) break
    if (escaped) cursor.at += 1
    text += escaped ? peek(cursor) : character
    cursor.at += escaped ? 1 : character.length
  }
  return cursor.at === start ? undefined : text
}

function escapedBy(character: string, next: string): boolean {
  return character === '$' ? next === '$' : next === '/' || next === '\\'
}

function opensReference(cursor: Cursor): boolean {
  return cursor.text.startsWith('${', cursor.at)
}

function take(cursor: Cursor, character: string): boolean {
  const found = peek(cursor) === character
  if (found) cursor.at += character.length
  return found
}

/** The character at the cursor or some units behind it; '' at the end. */
function peek({ text, at }: Cursor, ahead = 0): string {
  const code = text.codePointAt(at + ahead)
  return code === undefined ? '' : String.fromCodePoint(code)
}

function isNotClosing(character: string): boolean {
  return character !== '}'
}

function isNameCharacter(character: string): boolean {
  return /[\p{L}\p{Nd}_]/u.test(character)
}

function isFault(part: unknown): part is SyntaxFault {
  return typeof part === 'object' && part !== null && 'error' in part
}

const badSubstitution = 'bad substitution'
const deepest = 500
