import type { Chain, LinkEnd, LinkState } from '../flux/chain.js'
import { printableLine, shortened } from '../printable.js'
import { SIGNS } from './text.js'

/** Beyond so many links a graph is no picture any more; the table has them all. */
const MOST_LINKS = 60
const LONGEST = 80

const ARROWS: Readonly<Record<LinkState, string>> = { proven: '-->', broken: '-.->', unknown: '-.->' }
const COLOURS: Readonly<Record<LinkState, string>> = { proven: '#1a7f37', broken: '#cf222e', unknown: '#9a6700' }

/** The chain of an image as a Mermaid flowchart; undefined where it would be no picture. */
export function chainGraph({ links }: Chain): string | undefined {
  if (links.length === 0 || links.length > MOST_LINKS) return undefined
  const ids = new Map<string, string>()
  // What stands in one place is one thing, though links may say more or less of it.
  const idOf = ({ title, place }: LinkEnd): string => {
    const key = JSON.stringify(place === undefined ? title : [place.file, place.line])
    const id = ids.get(key) ?? `n${ids.size}`
    ids.set(key, id)
    return id
  }
  const edges = links.map(({ from, to, state, rule }) => {
    const label = quoted(rule === null ? SIGNS[state] : `${SIGNS[state]} ${rule}`)
    return `  ${idOf(from)} ${ARROWS[state]}|${label}| ${idOf(to)}`
  })
  const nodes = new Map<string, string>()
  for (const end of links.flatMap(({ from, to }) => [from, to])) {
    const known = nodes.get(idOf(end))
    if (known === undefined || end.title.length < known.length) nodes.set(idOf(end), end.title)
  }
  return [
    'flowchart TB',
    ...[...nodes].map(([id, title]) => `  ${id}[${quoted(shortened(title, LONGEST))}]`),
    ...edges,
    ...links.map(({ state }, index) => `  linkStyle ${index} stroke:${COLOURS[state]}`),
  ].join('\n')
}

/** A label that holds nothing but letters, digits and what has no meaning to Mermaid; the rest as Mermaid's own entities. */
function quoted(label: string): string {
  const escaped = printableLine(label)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[^\p{L}\p{N} ./:_✓✗?-]/gu, character => `#${character.codePointAt(0)};`)
    // A label is Markdown too: these would begin a list and a link.
    .replace(/^(\d+)\.(?= |$)/, '$1#46;')
    .replace(/:\/\//g, ':#47;#47;')
  return `"${escaped === '' ? ' ' : escaped}"`
}
