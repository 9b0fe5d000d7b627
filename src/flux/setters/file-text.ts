import { type ByteString, toByteString, toText } from '../../yaml/go/byte-string.js'

/** A file's bytes, and the same as kyaml reads them. */
export interface FileText {
  readonly original: ByteString
  /** With every CRLF turned into LF. Offsets of nodes and comments count in here. */
  readonly text: ByteString
  /** Offsets of the line feeds in `text`. */
  readonly lineFeeds: readonly number[]
  /** Those of them that were a CRLF. */
  readonly joined: readonly number[]
}

export function fileTextOf(content: Uint8Array): FileText {
  const original = toByteString(content)
  const text = original.replaceAll('\r\n', '\n')
  const lineFeeds = offsetsOf(text, '\n')
  const joined =
    text.length === original.length ? [] : offsetsOf(original, '\r\n').map((offset, index) => offset - index)
  return { original, text, lineFeeds, joined }
}

/** Where an offset of `text` lies in the file itself. */
export function originalOffset(file: FileText, offset: number): number {
  return offset + countBelow(file.joined, offset)
}

/** Line and column of an offset of `text`, both from 1, the column in characters. */
export function positionOf(file: FileText, offset: number): { readonly line: number; readonly column: number } {
  const line = countBelow(file.lineFeeds, offset)
  const start = line === 0 ? 0 : (file.lineFeeds[line - 1] ?? 0) + 1
  return { line: line + 1, column: [...toText(file.text.slice(start, offset))].length + 1 }
}

function offsetsOf(text: ByteString, wanted: ByteString): number[] {
  const offsets: number[] = []
  for (let offset = text.indexOf(wanted); offset >= 0; offset = text.indexOf(wanted, offset + wanted.length))
    offsets.push(offset)
  return offsets
}

/** How many of the sorted numbers are below the limit. */
export function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}
