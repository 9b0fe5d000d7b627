import { isPrintable, quoted } from '../go/quote.js'

export type TokenKind =
  | 'text'
  | 'left'
  | 'right'
  | 'space'
  | 'assign'
  | 'declare'
  | 'pipe'
  | 'open'
  | 'close'
  | 'char'
  | 'string'
  | 'raw'
  | 'rune'
  | 'number'
  | 'complex'
  | 'bool'
  | 'identifier'
  | 'field'
  | 'variable'
  | 'dot'
  | 'nil'
  | 'keyword'
  | 'error'
  | 'end'

export interface Token {
  readonly kind: TokenKind
  /** As written; of an error, its text. */
  readonly value: string
  /** In UTF-16 units from the start of the template. */
  readonly start: number
  /** 1-based. */
  readonly line: number
}

/** The tokens of a Go template, as text/template reads them; the last one is `end` or `error`. Comments leave none. */
export function tokensOf(text: string): readonly Token[] {
  const lexer: Lexer = { text, at: 0, tokens: [], counted: 0, line: 1 }
  while (lexer.tokens.at(-1)?.kind !== 'error' && lexer.at < text.length) {
    readText(lexer)
    if (lexer.at < text.length) readAction(lexer)
  }
  if (lexer.tokens.at(-1)?.kind !== 'error') emit(lexer, 'end', '', text.length)
  return lexer.tokens
}

/** A token as Go's error texts print it. */
export function printedToken({ kind, value }: Token): string {
  if (kind === 'end') return 'EOF'
  if (kind === 'error') return value
  if (kind === 'keyword' || kind === 'nil' || kind === 'dot') return `<${value}>`
  const characters = [...value]
  return characters.length > 10 ? `${quoted(characters.slice(0, 10).join(''))}...` : quoted(value)
}

interface Lexer {
  readonly text: string
  at: number
  readonly tokens: Token[]
  /** Line ends are counted up to here. */
  counted: number
  line: number
}

/** Text up to the next action; a trim marker takes the white space before it. */
function readText(lexer: Lexer): void {
  const { text, at } = lexer
  const found = text.indexOf('{{', at)
  const end = found < 0 ? text.length : found
  const kept = found >= 0 && /^-[ \t\r\n]/.test(text.slice(found + 2, found + 4)) ? trimmedEnd(text, at, end) : end
  if (kept > at) emit(lexer, 'text', text.slice(at, kept), at)
  lexer.at = end
}

function trimmedEnd(text: string, start: number, end: number): number {
  let kept = end
  while (kept > start && isSpace(text[kept - 1])) kept -= 1
  return kept
}

function readAction(lexer: Lexer): void {
  const start = lexer.at
  const trims = /^-[ \t\r\n]/.test(lexer.text.slice(start + 2, start + 4))
  lexer.at += trims ? 4 : 2
  if (lexer.text.startsWith('/*', lexer.at)) {
    readComment(lexer)
    return
  }
  emit(lexer, 'left', '{{', start)
  for (let depth: number | undefined = 0; depth !== undefined; ) depth = readInside(lexer, depth)
}

/** One step within an action: how many parentheses are open behind it, or undefined where the action ends. */
function readInside(lexer: Lexer, depth: number): number | undefined {
  const right = rightDelimiter(lexer)
  if (right !== undefined && depth === 0) closeAction(lexer, right)
  else if (right !== undefined) fail(lexer, 'unclosed left paren', lexer.at)
  else if (lexer.at >= lexer.text.length) fail(lexer, 'unclosed action', lexer.at)
  else return depthBehind(lexer, depth)
  return undefined
}

function depthBehind(lexer: Lexer, depth: number): number | undefined {
  if (depth === 0 && lexer.text[lexer.at] === ')') {
    fail(lexer, 'unexpected right paren', lexer.at)
    return undefined
  }
  const kind = readToken(lexer)
  return kind === 'error' ? undefined : depth + (kind === 'open' ? 1 : kind === 'close' ? -1 : 0)
}

function readComment(lexer: Lexer): void {
  const start = lexer.at
  const end = lexer.text.indexOf('*/', start + 2)
  lexer.at = end + 2
  const right = end < 0 ? undefined : rightDelimiter(lexer)
  if (right === undefined) {
    fail(lexer, end < 0 ? 'unclosed comment' : 'comment ends before closing delimiter', start)
    return
  }
  lexer.at += right.length
  if (right.length > 2) skipSpace(lexer)
}

/** `}}`, or ` -}}` with its trim marker. */
function rightDelimiter({ text, at }: Lexer): string | undefined {
  if (text.startsWith('}}', at)) return '}}'
  return isSpace(text[at]) && text.startsWith('-}}', at + 1) ? text.slice(at, at + 4) : undefined
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\r' || character === '\n'
}

function closeAction(lexer: Lexer, right: string): void {
  lexer.at += right.length
  emit(lexer, 'right', '}}', lexer.at - 2)
  if (right.length > 2) skipSpace(lexer)
}

function skipSpace(lexer: Lexer): void {
  while (isSpace(lexer.text[lexer.at])) lexer.at += 1
}

function readToken(lexer: Lexer): TokenKind {
  const first = String.fromCodePoint(lexer.text.codePointAt(lexer.at) ?? 0)
  const next = lexer.text[lexer.at + 1] ?? ''
  if (isSpace(first)) return readSpace(lexer)
  if (first === ':') return next === '=' ? take(lexer, 'declare', 2) : fault(lexer, 'expected :=')
  if (first === '"') return readQuoted(lexer, 'string', '"', 'quoted string')
  if (first === "'") return readQuoted(lexer, 'rune', "'", 'character constant')
  if (first === '`') return readRaw(lexer)
  if (first === '$') return readName(lexer, 'variable', 1)
  if (first === '.' && !/^[0-9]$/.test(next) && next !== '') return readName(lexer, 'field', 1)
  if (first === '.' || first === '+' || first === '-' || (first >= '0' && first <= '9')) return readNumber(lexer)
  if (isNameCharacter(first)) return readName(lexer, 'identifier', 0)
  const single = singles[first]
  if (single !== undefined) return take(lexer, single, 1)
  if (first <= '\x7f' && isPrintable(first.charCodeAt(0))) return take(lexer, 'char', 1)
  return fault(lexer, `unrecognized character in action: ${unicodeOf(first)}`)
}

/** Spaces; one before a trim marker belongs to the delimiter. */
function readSpace(lexer: Lexer): TokenKind {
  let end = lexer.at
  while (isSpace(lexer.text[end])) end += 1
  const before = lexer.text.startsWith('-}}', end) ? end - 1 : end
  return take(lexer, 'space', before - lexer.at)
}

function readQuoted(lexer: Lexer, kind: 'string' | 'rune', quote: string, what: string): TokenKind {
  for (let at = lexer.at + 1; ; at += 1) {
    const escapes = lexer.text[at] === '\\'
    if (escapes) at += 1
    const character = lexer.text[at] ?? '\n'
    if (character === '\n') return fault(lexer, `unterminated ${what}`)
    if (character === quote && !escapes) return take(lexer, kind, at + 1 - lexer.at)
  }
}

function readRaw(lexer: Lexer): TokenKind {
  const end = lexer.text.indexOf('`', lexer.at + 1)
  return end < 0 ? fault(lexer, 'unterminated raw quoted string') : take(lexer, 'raw', end + 1 - lexer.at)
}

/** A name behind a prefix of so many units: none for a word, `.` or `$`, which also stand alone. */
function readName(lexer: Lexer, kind: 'identifier' | 'field' | 'variable', prefix: 0 | 1): TokenKind {
  nameCharacters.lastIndex = lexer.at + prefix
  const end = lexer.at + prefix + (nameCharacters.exec(lexer.text)?.[0].length ?? 0)
  if (!terminates(lexer, end)) return fault(lexer, `bad character ${unicodeOf(characterAt(lexer, end))}`)
  const word = lexer.text.slice(lexer.at, end)
  const bare = kind === 'field' && word === '.' ? 'dot' : kind
  return take(lexer, kind === 'identifier' ? kindOfWord(word) : bare, word.length)
}

function kindOfWord(word: string): TokenKind {
  if (word === 'true' || word === 'false') return 'bool'
  if (word === 'nil') return 'nil'
  return keywords.has(word) ? 'keyword' : 'identifier'
}

function terminates(lexer: Lexer, at: number): boolean {
  return ' \t\r\n.,|:)('.includes(lexer.text[at] ?? '.') || lexer.text.startsWith('}}', at)
}

/** What looks like a number; whether it is one, the parser finds out. */
function readNumber(lexer: Lexer): TokenKind {
  const end = numberEnd(lexer, lexer.at)
  if (end.bad) return badNumber(lexer, end.at)
  if (!/^[+-]/.test(lexer.text.slice(end.at))) return take(lexer, 'number', end.at - lexer.at)
  const imaginary = numberEnd(lexer, end.at)
  if (imaginary.bad || lexer.text[imaginary.at - 1] !== 'i') return badNumber(lexer, imaginary.at)
  return take(lexer, 'complex', imaginary.at - lexer.at)
}

function numberEnd(lexer: Lexer, from: number): { at: number; bad: boolean } {
  numberShape.lastIndex = from
  const at = from + (numberShape.exec(lexer.text)?.[0].length ?? 0)
  const next = characterAt(lexer, at)
  return isNameCharacter(next) ? { at: at + next.length, bad: true } : { at, bad: false }
}

function badNumber(lexer: Lexer, end: number): TokenKind {
  return fault(lexer, `bad number syntax: ${quoted(lexer.text.slice(lexer.at, end))}`)
}

function characterAt({ text }: Lexer, at: number): string {
  const code = text.codePointAt(at)
  return code === undefined ? '' : String.fromCodePoint(code)
}

function isNameCharacter(character: string): boolean {
  return /^[\p{L}\p{Nd}_]$/u.test(character)
}

/** A character as `%#U` prints it; the end of the text counts as -1. */
function unicodeOf(character: string): string {
  const code = character.codePointAt(0)
  if (code === undefined) return 'U+FFFFFFFFFFFFFFFF'
  const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  return isPrintable(code) ? `${number} '${character}'` : number
}

function take(lexer: Lexer, kind: TokenKind, length: number): TokenKind {
  emit(lexer, kind, lexer.text.slice(lexer.at, lexer.at + length), lexer.at)
  lexer.at += length
  return kind
}

function fault(lexer: Lexer, text: string): TokenKind {
  fail(lexer, text, lexer.at)
  return 'error'
}

function fail(lexer: Lexer, text: string, start: number): void {
  emit(lexer, 'error', text, start)
}

function emit(lexer: Lexer, kind: TokenKind, value: string, start: number): void {
  for (let at = lexer.counted; at < start; at += 1) if (lexer.text[at] === '\n') lexer.line += 1
  lexer.counted = start
  lexer.tokens.push({ kind, value, start, line: lexer.line })
}

const keywords: ReadonlySet<string> = new Set([
  'block',
  'break',
  'continue',
  'define',
  'else',
  'end',
  'if',
  'range',
  'template',
  'with',
])
const singles: Readonly<Record<string, TokenKind>> = { '=': 'assign', '|': 'pipe', '(': 'open', ')': 'close' }
const nameCharacters = /[\p{L}\p{Nd}_]+/uy
const numberShape =
  /[+-]?(?:0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?[0-9_]*)?|0[oO][0-7_]*(?:\.[0-7_]*)?|0[bB][01_]*(?:\.[01_]*)?|[0-9_]*(?:\.[0-9_]*)?(?:[eE][+-]?[0-9_]*)?)i?/y
