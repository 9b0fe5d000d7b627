import type { SourceFile } from '../../src/yaml/source-file.js'
import type { Span } from '../../src/yaml/span.js'

/** A comment `# fluxgate-ignore <rule-id>: <reason>`: it hides the findings of a rule on its own line and on the line below. */
export interface Ignore {
  readonly file: string
  readonly rule: string
  /** Empty when it is missing, which is a mistake. */
  readonly reason: string
  /** Of the comment. */
  readonly span: Span
  /** The line that it is about: its own, or the one below when it stands alone. */
  readonly line: number
}

const IGNORE = /#[ \t]*fluxgate-ignore\b[ \t]*([\w-]*)[ \t]*:?[ \t]*(.*)$/

export function ignoresIn(file: SourceFile): readonly Ignore[] {
  if (!file.text.includes('fluxgate-ignore')) return []
  return file.text.split(/\r?\n/).flatMap((text, index) => {
    const match = IGNORE.exec(text)
    if (match === null) return []
    const line = index + 1
    const alone = text.slice(0, match.index).trim() === ''
    const span = { line, column: match.index + 1, endLine: line, endColumn: text.length + 1 }
    return [
      { file: file.path, rule: match[1] ?? '', reason: (match[2] ?? '').trim(), span, line: alone ? line + 1 : line },
    ]
  })
}
