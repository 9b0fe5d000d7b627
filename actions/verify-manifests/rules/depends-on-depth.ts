import { clusterGraphsOf, type GraphNode } from '../../../src/flux/inventory/cluster-graph.js'
import { type Rule, reportAt } from '../rule.js'
import { configMap, documents, gitRepository, kustomization } from './example-trees.js'

/** Levels that a tree needs at most: namespaces, controllers, settings of controllers, applications, what follows them. */
const DEEPEST = 5

const chain = (length: number, mark: string): Record<string, string> => ({
  'clusters/production/apps.yaml': documents(
    gitRepository(),
    ...Array.from({ length }, (_, level) =>
      kustomization(
        `level-${level + 1}`,
        `./level-${level + 1}`,
        ...(level === 0 ? [] : ['dependsOn:', `  - name: level-${level}${level === length - 1 ? mark : ''}`]),
      ),
    ),
  ),
  ...Object.fromEntries(
    Array.from({ length }, (_, level) => [
      `level-${level + 1}/settings.yaml`,
      configMap(`settings-${level + 1}`, 'default'),
    ]),
  ),
})

export const dependsOnDepth: Rule = {
  id: 'depends-on-depth',
  severity: 'note',
  summary: 'A chain of dependencies has at most five levels.',
  why: 'Each level waits for the one before it to be ready, so a change at the end is late, and one failure in the chain holds up everything behind it.',
  fix: 'Let Kustomizations depend only on what they need, side by side instead of in a row.',
  examples: [
    { title: 'six levels', files: chain(6, ' # expect: depends-on-depth') },
    { title: 'five levels', files: chain(5, '') },
  ],
  check: ({ inventory }) =>
    clusterGraphsOf(inventory).flatMap(({ nodes }) => {
      const lengths = new Map<GraphNode, readonly GraphNode[]>()
      return nodes.flatMap(node => {
        const path = longest(node, lengths, new Set())
        // Only the first that is too deep: what waits for it is deeper by the same fault.
        if (path.length !== DEEPEST + 1) return []
        return [
          reportAt(node.kustomization.resource, ['spec', 'dependsOn', entryOf(node, path.at(-2)), 'name'], {
            message: `${node.name} is the sixth level of a chain of dependencies: a change in it waits for five others to be ready`,
            found: `${path.length} levels`,
            expected: `at most ${DEEPEST}`,
            fix: { text: 'Depend only on what is needed' },
            witness: [path.map(({ name }) => name).join(' → ')],
          }),
        ]
      })
    }),
}

/** The index of the entry that leads to another node. */
function entryOf(node: GraphNode, before: GraphNode | undefined): number {
  return Math.max(
    0,
    node.dependencies.findIndex(dependency => dependency.node === before),
  )
}

/** The longest chain that ends at a node, the first to be applied at its start; circles are another rule's matter. */
function longest(
  node: GraphNode,
  known: Map<GraphNode, readonly GraphNode[]>,
  trail: Set<GraphNode>,
): readonly GraphNode[] {
  const found = known.get(node)
  if (found !== undefined || trail.has(node)) return found ?? []
  trail.add(node)
  let best: readonly GraphNode[] = []
  for (const { node: dependency } of node.dependencies) {
    if (dependency === undefined) continue
    const path = longest(dependency, known, trail)
    if (path.length > best.length) best = path
  }
  trail.delete(node)
  const path = [...best, node]
  known.set(node, path)
  return path
}
