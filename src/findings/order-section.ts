import { DEPENDENCY_WAIT, type DeliveryOrder } from '../flux/inventory/critical-path.js'
import { codeBlock, text } from '../markdown.js'
import { shortened } from '../printable.js'
import { mermaidLabel } from './mermaid-label.js'

/** Beyond so many Kustomizations a graph is no picture any more. */
const MOST_STEPS = 80
const LONGEST = 80

/** Who waits for whom in a cluster, and when a change is live at the latest, as Markdown that unfolds. */
export function orderSection(order: DeliveryOrder): string {
  const name = order.cluster === '' ? 'The cluster' : text(shortened(order.cluster, LONGEST))
  const graph = orderGraph(order)
  return [
    `<details><summary>${name}: ${headline(order)}</summary>`,
    sumOf(order),
    ...(graph === undefined ? [] : [codeBlock(graph, 'mermaid')]),
    '</details>',
  ].join('\n\n')
}

/** The Kustomizations as a Mermaid flowchart, the critical path in thick lines; undefined where it would be no picture. */
export function orderGraph({ steps, critical }: DeliveryOrder): string | undefined {
  if (steps.length === 0 || steps.length > MOST_STEPS) return undefined
  const ids = new Map(steps.map(({ title }, index) => [title, `n${index}`]))
  const idOf = (title: string) => ids.get(title) ?? ''
  const onPath = (from: string, to: string) => {
    const index = critical.indexOf(to)
    return index > 0 && critical[index - 1] === from
  }
  const edges = steps.flatMap(({ title, waitsFor }) =>
    [...new Set(waitsFor)].map(other => `  ${idOf(other)} ${onPath(other, title) ? '==>' : '-->'} ${idOf(title)}`),
  )
  const marked = critical.map(idOf)
  return [
    'flowchart LR',
    ...steps.map(({ title, limit, isSuspended }) => {
      const time = isSuspended ? 'suspended' : limit === undefined ? 'time limit not known' : duration(limit)
      return `  ${idOf(title)}[${mermaidLabel(`${shortened(title, LONGEST)} - ${time}`)}]`
    }),
    ...edges,
    ...(marked.length === 0
      ? []
      : ['  classDef critical stroke:#9a6700,stroke-width:3px', `  class ${marked.join(',')} critical`]),
  ].join('\n')
}

function headline({ critical, liveAfter }: DeliveryOrder): string {
  if (critical.length === 0) return 'some Kustomizations wait for each other, so no change is ever live there'
  if (liveAfter === undefined) return 'when a change is live at the latest cannot be told'
  return `a change is live after at most ${duration(liveAfter)}`
}

/** What adds up; or the longest way alone, where something in it is not known. */
function sumOf({ steps, critical, seenAfter, liveAfter }: DeliveryOrder): string {
  if (critical.length === 0) return 'No way through them has an end.'
  const limits = new Map(steps.map(({ title, limit, isSuspended }) => [title, isSuspended ? undefined : limit]))
  const way = critical.map(title => {
    const limit = limits.get(title)
    return `${text(shortened(title, LONGEST))} (${limit === undefined ? '?' : duration(limit)})`
  })
  const seen = `Flux sees it within ${seenAfter === undefined ? '?' : duration(seenAfter)}`
  const waits = (critical.length - 1) * DEPENDENCY_WAIT
  const looks = waits === 0 ? '' : `, with up to ${duration(waits)} between them`
  const end = liveAfter === undefined ? '' : ', if each keeps its time limit'
  return `${seen}; the longest way is then ${way.join(' → ')}${looks}${end}.`
}

/** `17 min`, `1 h 5 min`, `12 min 30 s`. */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds)
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(whole / 3600), 'h'],
    [Math.floor(whole / 60) % 60, 'min'],
    [whole % 60, 's'],
  ]
  const shown = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`)
  return shown.length === 0 ? '0 s' : shown.join(' ')
}
