import { clusterGraphsOf, type GraphNode } from '../../../src/flux/inventory/cluster-graph.js'
import { type Report, type Rule, reportAt } from '../rule.js'
import { configMap, documents, gitRepository, kustomization } from './example-trees.js'

export const dependsOnAcyclic: Rule = {
  id: 'depends-on-acyclic',
  severity: 'error',
  summary: 'Kustomizations do not wait for each other in a circle.',
  why: 'Flux never refuses a circle: all in it wait for ever, and every other Kustomization of the same source is no longer reconciled when the source changes.',
  fix: 'Take out the dependency that is not needed.',
  examples: [
    {
      title: 'two that wait for each other',
      files: {
        'clusters/production/apps.yaml': documents(
          gitRepository(),
          kustomization('frontend', './frontend', 'dependsOn:', '  - name: backend'),
          kustomization('backend', './backend', 'dependsOn:', '  - name: frontend # expect: depends-on-acyclic'),
        ),
        'frontend/settings.yaml': configMap('settings', 'default'),
        'backend/settings.yaml': configMap('other-settings', 'default'),
      },
    },
    {
      title: 'one after the other',
      files: {
        'clusters/production/apps.yaml': documents(
          gitRepository(),
          kustomization('frontend', './frontend'),
          kustomization('backend', './backend', 'dependsOn:', '  - name: frontend'),
        ),
        'frontend/settings.yaml': configMap('settings', 'default'),
        'backend/settings.yaml': configMap('other-settings', 'default'),
      },
    },
  ],
  check: ({ inventory }) => clusterGraphsOf(inventory).flatMap(({ nodes }) => circlesOf(nodes).map(reportOf)),
}

/** Each step is a node and the index of its entry that leads to the next; the last leads back to the first. */
type Circle = readonly { readonly node: GraphNode; readonly index: number }[]

/** Every dependency that closes a circle, found by walking depth first in the order of the files. */
function circlesOf(nodes: readonly GraphNode[]): readonly Circle[] {
  const circles: Circle[] = []
  const done = new Set<GraphNode>()
  for (const root of nodes) {
    const trail: { node: GraphNode; index: number }[] = [{ node: root, index: -1 }]
    while (trail.length > 0) {
      const step = trail.at(-1)
      if (step === undefined) break
      step.index += 1
      const dependency = step.node.dependencies[step.index]
      if (done.has(step.node) || dependency === undefined) {
        done.add(step.node)
        trail.pop()
      } else if (dependency.node !== undefined) {
        const start = trail.findIndex(({ node }) => node === dependency.node)
        if (start >= 0) circles.push(trail.slice(start).map(({ node, index }) => ({ node, index })))
        else if (!done.has(dependency.node)) trail.push({ node: dependency.node, index: -1 })
      }
    }
  }
  return circles
}

function reportOf(circle: Circle): Report {
  const closing = circle.at(-1)
  const names = [...circle.map(({ node }) => node.name), circle[0]?.node.name ?? '']
  const { resource } = (closing ?? circle[0])?.node.kustomization ?? { resource: undefined }
  if (resource === undefined || closing === undefined) throw new Error('a circle has at least one member')
  return reportAt(resource, ['spec', 'dependsOn', closing.index, 'name'], {
    message: `${names.slice(0, -1).join(', ')} wait for each other in a circle, so none of them is ever applied`,
    found: names.join(' → '),
    expected: 'no way back to a Kustomization that waits',
    fix: { text: `Remove this dependency of ${closing.node.name}, or another one of the circle` },
    witness: circle.map(
      ({ node, index }) =>
        `${node.name} (${node.kustomization.resource.file.path}) waits for ${node.dependencies[index]?.name ?? ''}`,
    ),
  })
}
