import { isBelow } from '../../../src/flux/inventory/applied.js'
import { branchesOf } from '../../../src/flux/inventory/automation-source.js'
import {
  automationSees,
  hasVariable,
  type ImageLoop,
  type PlacedAutomation,
} from '../../../src/flux/inventory/image-loop.js'
import { textIn, titleOf } from '../../../src/flux/inventory/resource.js'
import type { Inventory } from '../../../src/flux/inventory.js'
import { type Rule, reportAt } from '../rule.js'
import { exampleDeployment, exampleImage, exampleLoop } from './example-loop.js'

const second = (path: string) => ({
  'flux/second-automation.yaml': `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageUpdateAutomation
metadata:
  name: website-again
  namespace: flux-system
spec:
  interval: 1m
  sourceRef:
    kind: GitRepository
    name: flux-system
  git:
    commit:
      author:
        email: fluxcdbot@users.noreply.github.com
  update:
    path: ${path}
    strategy: Setters
`,
})
const frontend = {
  'flux/apps/frontend.yaml': exampleDeployment(
    `        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`,
  ),
}

export const automationOverlap: Rule = {
  id: 'automation-overlap',
  severity: 'warning',
  summary: 'A file is written by one automation.',
  why: 'Two automations that write the same values to the same branch race each other: one push is refused and tried again, and it is chance whose commit and whose message stands in the history.',
  fix: 'Give each a folder of its own, or policies of its own with `policySelector`.',
  examples: [
    {
      title: 'One works in a folder of the other',
      files: { ...exampleLoop, ...second('./flux/apps # expect: automation-overlap'), ...frontend },
    },
    {
      title: 'Folders side by side',
      files: {
        ...exampleLoop,
        ...second('./other'),
        ...frontend,
        'other/compose.yml': `services:
  frontend:
    image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}
`,
      },
    },
  ],
  *check({ loop, inventory }) {
    for (const [index, automation] of loop.automations.entries()) {
      const rival = loop.automations.slice(0, index).find(other => isRival(automation, other, loop, inventory))
      if (rival === undefined) continue
      const path = rival.updatePath ?? '.'
      yield reportAt(automation.resource, ['spec', 'update', 'path'], {
        message: `the ${titleOf(rival.resource)} writes to the same branch below ${path === '.' ? 'the root' : path} already, for the same policies`,
        found: automation.updatePath ?? '.',
        expected: 'a folder that no other automation works on',
        witness: [rival, automation].map(
          ({ resource, updatePath }) => `${titleOf(resource)}: ${updatePath ?? '.'} (${resource.file.path})`,
        ),
      })
    }
  },
}

function isRival(left: PlacedAutomation, right: PlacedAutomation, loop: ImageLoop, inventory: Inventory): boolean {
  if (left.resource === right.resource || left.placement.cluster !== right.placement.cluster) return false
  if ([left, right].some(({ isSuspended, placement }) => isSuspended || placement.isRewritten)) return false
  const [here, there] = [left.updatePath, right.updatePath]
  if (here === undefined || there === undefined || !(isBelow(here, there) || isBelow(there, here))) return false
  if ([left, right].some(({ resource }) => hasVariable(textIn(resource, 'spec', 'update', 'path')))) return false
  return isSameBranch(left, right, inventory) && sharesPolicy(left, right, loop)
}

function isSameBranch(left: PlacedAutomation, right: PlacedAutomation, inventory: Inventory): boolean {
  const [first, second] = [left, right].map(({ source, namespace }) => {
    return `${source.kind}/${source.namespace ?? namespace ?? ''}/${source.name}`
  })
  if (first !== second) return false
  const [a, b] = [branchesOf(left, inventory).push, branchesOf(right, inventory).push]
  // Neither says one: then both push to that of their source, whichever it is.
  if (a === undefined && b === undefined)
    return [left, right].every(
      ({ pushBranch, checkoutBranch }) => pushBranch === undefined && checkoutBranch === undefined,
    )
  return a === b
}

function sharesPolicy(left: PlacedAutomation, right: PlacedAutomation, { policies }: ImageLoop): boolean {
  return policies.some(policy => automationSees(left, policy) === 'yes' && automationSees(right, policy) === 'yes')
}
