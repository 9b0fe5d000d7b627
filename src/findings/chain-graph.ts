import type { Chain, LinkEnd, LinkState } from '../flux/chain.js'
import { shortened } from '../printable.js'
import { mermaidLabel } from './mermaid-label.js'
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
    const label = mermaidLabel(rule === null ? SIGNS[state] : `${SIGNS[state]} ${rule}`)
    return `  ${idOf(from)} ${ARROWS[state]}|${label}| ${idOf(to)}`
  })
  const nodes = new Map<string, string>()
  for (const end of links.flatMap(({ from, to }) => [from, to])) {
    const known = nodes.get(idOf(end))
    if (known === undefined || end.title.length < known.length) nodes.set(idOf(end), end.title)
  }
  return [
    'flowchart TB',
    ...[...nodes].map(([id, title]) => `  ${id}[${mermaidLabel(shortened(title, LONGEST))}]`),
    ...edges,
    ...links.map(({ state }, index) => `  linkStyle ${index} stroke:${COLOURS[state]}`),
  ].join('\n')
}
