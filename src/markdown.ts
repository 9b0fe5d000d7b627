import { printable } from './printable.js'

/**
 * Somebody else's text as one line of Markdown that shows it as it is: no markup, no HTML, no link, and nobody is
 * mentioned by it. It fits into a table.
 */
export function text(value: string): string {
  // GitHub looks for names and issues once more when entities are read; a blank of no width ends that.
  const quiet = escaped(value.replace(/([@#])(?=\w)/g, '$1\u200b'))
  // At the start of a line these begin a list or a rule, and a blank may begin code.
  return quiet.replace(/^[-+= ]|^\d{1,9}(?=[.)](?: |$))/, entities)
}

/** The same as code. */
export function code(value: string): string {
  return `<code>${escaped(value)}</code>`
}

/** Lines as they are, to be copied; `language` is a word of ours. */
export function codeBlock(value: string, language = ''): string {
  const lines = printable(value).replace(/[\u0085\u2028\u2029]/g, ' ')
  const longest = Math.max(2, ...(lines.match(/`+/g) ?? []).map(run => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${lines.replace(/\n+$/, '')}\n${fence}`
}

function escaped(value: string): string {
  return printable(value)
    .replace(/[\s\u0085]+/g, ' ')
    .replace(/[\\`*_{}[\]<>|#~&!@:"']|(?<=www)\./gi, entities)
}

function entities(characters: string): string {
  return [...characters].map(character => `&#${character.codePointAt(0)};`).join('')
}

/** A failed run for the job summary: the causes and the next steps. */
export function failedSummary(
  title: string,
  problems: readonly { readonly message: string; readonly next: string | undefined }[],
): string {
  return [
    `### ${title}`,
    '',
    // Without a break of its own the next step would run on in the cause's line.
    ...problems.map(({ message, next }) => `- **${text(message)}**${next === undefined ? '' : `<br>${text(next)}`}`),
    '',
  ].join('\n')
}
