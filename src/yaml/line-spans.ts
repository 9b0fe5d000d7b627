import type { Span } from './span.js'

/**
 * Gives the place of the characters from `start` up to, not including, `end`. The lines are counted when it is first asked, and not
 * by the parser, which passes over the end of a line in some texts that it cannot read.
 */
export function lineSpans(text: string): (start: number, end: number) => Span {
  let starts: readonly number[] | undefined
  return (start, end) => {
    starts ??= lineStarts(text)
    // An error at the end of a text is told at the place behind it.
    const first = Math.min(start, text.length)
    const last = Math.max(first, Math.min(end, text.length))
    const [line, endLine] = [lineAt(starts, first), lineAt(starts, last)]
    return {
      line,
      column: first - (starts[line - 1] ?? 0) + 1,
      endLine,
      endColumn: last - (starts[endLine - 1] ?? 0) + 1,
    }
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) starts.push(feed + 1)
  return starts
}

/** From 1. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return Math.max(1, low)
}
