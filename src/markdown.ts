import { printable } from './printable.js'

/**
 * Somebody else's text as one line of Markdown that shows it as it is: no markup, no HTML, no link, and nobody is
 * mentioned by it. It fits into a table.
 */
export function text(value: string): string {
  // GitHub looks for names and issues once more when entities are read; a blank of no width ends that.
  return escaped(value.replace(/([@#])(?=\w)/g, '$1\u200b'))
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

/** Text for an HTML element that Markdown does not read, such as `<summary>`. */
function escaped(value: string): string {
  return printable(value)
    .replace(/[\s\u0085]+/g, ' ')
    .replace(/[\\`*_{}[\]<>|#~&!@:"']/g, entity)
    .replace(/^[-+=]|^ |^\d+(?=[.)])|(?<=www)\./gi, entities)
}

function entities(characters: string): string {
  return [...characters].map(entity).join('')
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`
}
