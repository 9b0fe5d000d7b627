import { printableLine } from '../printable.js'

/** A label that holds nothing but letters, digits and what has no meaning to Mermaid; the rest as Mermaid's own entities. */
export function mermaidLabel(label: string): string {
  const escaped = printableLine(label)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[^\p{L}\p{N} ./:_✓✗?-]/gu, character => `#${character.codePointAt(0)};`)
    // A label is Markdown too: these would begin a list and a link.
    .replace(/^(\d+)\.(?= |$)/, '$1#46;')
    .replace(/:\/\//g, ':#47;#47;')
  return `"${escaped === '' ? ' ' : escaped}"`
}
