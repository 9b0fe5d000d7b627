/**
 * Words on lines of at most `width` columns; a longer word has a line of its own.
 *
 * @param indent blanks before the lines after the first; the first keeps what it begins with
 */
export function wrapped(text: string, width: number, indent = 0): readonly string[] {
  const lines: string[] = []
  let line = /^ */.exec(text)?.[0] ?? ''
  for (const word of text.trim().split(/\s+/)) {
    if (line.trim() !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = ' '.repeat(indent)
    }
    line += line.trim() === '' ? word : ` ${word}`
  }
  return line.trim() === '' ? lines : [...lines, line]
}
