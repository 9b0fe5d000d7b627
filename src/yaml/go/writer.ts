import type { ByteString } from './byte-string.js'

/** Spaces that a collection is indented by. */
export const INDENT = 2

/** Whether the dashes of a sequence below a key are indented deeper than the key. */
export type SequenceStyle = 'wide' | 'compact'

/** The text written so far, and what decides how it goes on. */
export interface Writer {
  readonly parts: ByteString[]
  /** Bytes on the current line. Exact only as far as it tells an empty line from an indented and a longer one. */
  column: number
  /** Column of the innermost open collection, -1 outside. */
  indent: number
  flowDepth: number
  /** Whether the last thing written separates, so that no blank is needed. */
  separated: boolean
  /** Whether the line holds nothing but indentation and dashes. */
  fresh: boolean
  /** Column at which a foot comment just ended: an empty line must part it from what follows at that column. */
  footIndent: number
  /** Comments that wait for their place. */
  head: ByteString
  line: ByteString
  foot: ByteString
  /** The foot of the pair before, written in front of the next key. */
  tail: ByteString
  /** The comment behind a key whose value comes below. */
  keyLine: ByteString
}

export function newWriter(): Writer {
  return {
    parts: [],
    column: 0,
    indent: -1,
    flowDepth: 0,
    separated: true,
    fresh: true,
    footIndent: -1,
    head: '',
    line: '',
    foot: '',
    tail: '',
    keyLine: '',
  }
}

export function put(writer: Writer, text: ByteString): void {
  writer.parts.push(text)
  writer.column += text.length
}

export function putBreak(writer: Writer, lineBreak: ByteString = '\n'): void {
  writer.parts.push(lineBreak)
  writer.column = 0
  writer.fresh = true
}

/** Goes to the indentation, on a new line unless this one is still empty up to there. */
export function writeIndent(writer: Writer): void {
  const indent = Math.max(writer.indent, 0)
  if (!writer.fresh || writer.column > indent || (writer.column === indent && !writer.separated)) putBreak(writer)
  if (writer.footIndent === indent) putBreak(writer)
  if (writer.column < indent) put(writer, ' '.repeat(indent - writer.column))
  writer.separated = true
  writer.footIndent = -1
}

export interface SignOptions {
  /** Whether a blank must stand in front. */
  readonly apart?: boolean
  /** Whether what follows needs no blank. */
  readonly separates?: boolean
  /** Whether a line that holds only this counts as empty. */
  readonly indents?: boolean
}

export function writeSign(writer: Writer, sign: ByteString, options: SignOptions = {}): void {
  if (options.apart === true && !writer.separated) put(writer, ' ')
  put(writer, sign)
  writer.separated = options.separates === true
  writer.fresh = writer.fresh && options.indents === true
}

/** Writes text that is not white space; what follows it needs a blank. */
export function writeWord(writer: Writer, word: ByteString): void {
  if (word !== '') put(writer, word)
  writer.separated = false
  writer.fresh = false
}

/** The foot of the pair before and the lines above, each on lines of their own. */
export function writeHead(writer: Writer): void {
  if (writer.tail !== '') {
    writeIndent(writer)
    writeComment(writer, writer.tail)
    writer.tail = ''
    writer.footIndent = Math.max(writer.indent, 0)
  }
  if (writer.head === '') return
  writeIndent(writer)
  writeComment(writer, writer.head)
  writer.head = ''
}

export function writeLine(writer: Writer): void {
  if (writer.line === '') return
  if (!writer.separated) put(writer, ' ')
  writeComment(writer, writer.line)
  writer.line = ''
}

export function writeFoot(writer: Writer): void {
  if (writer.foot === '') return
  writeIndent(writer)
  writeComment(writer, writer.foot)
  writer.foot = ''
  writer.footIndent = Math.max(writer.indent, 0)
}

/** Whether anything is to come behind the current item, which then needs its comma first. */
export function hasTrailingComment(writer: Writer): boolean {
  return writer.line !== '' || writer.foot !== '' || writer.tail !== ''
}

function writeComment(writer: Writer, comment: ByteString): void {
  let lastLine = ''
  for (const [index, line] of comment.split('\n').entries()) {
    if (index > 0) putBreak(writer)
    if (index > 0 && line !== '') writeIndent(writer)
    if (line !== '') {
      put(writer, line)
      writer.fresh = false
    }
    lastLine = line
  }
  if (lastLine !== '') putBreak(writer)
  writer.separated = true
}
