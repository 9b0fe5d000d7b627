import { gitRepositories, gitRepositoryOf } from '../../../src/flux/inventory/automation-source.js'
import { mayComeFromElsewhere } from '../../../src/flux/inventory/elsewhere.js'
import { hasVariable, type PlacedAutomation } from '../../../src/flux/inventory/image-loop.js'
import { plainAddress } from '../../../src/flux/inventory/own-source.js'
import { type Resource, textIn, titleOf, valueIn } from '../../../src/flux/inventory/resource.js'
import type { Inventory } from '../../../src/flux/inventory.js'
import { nearest } from '../../../src/nearest.js'
import { type Report, type Rule, reportAt } from '../rule.js'
import { exampleDeployment, exampleImage, exampleLoop, exampleLoopWith } from './example-loop.js'

const source = (ref: string) => ({
  'flux/source.yaml': `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: flux-system
  namespace: flux-system
spec:
  interval: 1m
  url: https://github.com/example/website
${ref}`,
})
const master = source('  ref:\n    branch: master\n')
const frontend = {
  'flux/frontend.yaml': exampleDeployment(`        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`),
}

export const automationBranch: Rule = {
  id: 'automation-branch',
  severity: 'error',
  summary: 'It is said which branch an automation pushes to, and what it checks out is a branch that Flux follows.',
  why: 'Without a branch the automation fails. With a checkout of a branch that no source follows it works on files that nobody applies, and its commits change nothing in the cluster.',
  fix: 'Leave `git.checkout` out, so that the branch of the source counts, and name a `git.push.branch` where the source follows a tag, a commit or a range of versions.',
  examples: [
    {
      title: 'A checkout of a branch that no source follows',
      files: {
        ...exampleLoopWith({
          git: `    checkout:
      ref:
        branch: main # expect: automation-branch
`,
        }),
        ...master,
        ...frontend,
      },
    },
    {
      title: 'The source follows a tag, and no branch to push to is named',
      files: {
        ...exampleLoopWith({ git: '    # expect-below: automation-branch\n' }),
        ...source('  ref:\n    tag: v1.0.0\n'),
        ...frontend,
      },
    },
    {
      title: 'Such a checkout, pushed over the branch that Flux follows',
      files: {
        ...exampleLoopWith({
          git: `    checkout:
      ref:
        branch: main # expect: automation-branch
    push:
      branch: master
`,
        }),
        ...master,
        ...frontend,
      },
    },
    {
      title: 'The name of the source is misspelt',
      files: {
        'flux/image-automation.yaml': (exampleLoop['flux/image-automation.yaml'] ?? '').replace(
          '    name: flux-system\n  git',
          '    name: flux-sytem # expect: automation-branch\n  git',
        ),
        ...master,
        ...frontend,
      },
    },
    {
      title: 'The branch of the source, and a branch for pull requests',
      files: {
        ...exampleLoopWith({
          git: `    checkout:
      ref:
        branch: master
    push:
      branch: image-updates
`,
        }),
        ...master,
        ...frontend,
      },
    },
    { title: 'The source is not in the tree', files: { ...exampleLoop, ...frontend } },
  ],
  *check({ loop, inventory }) {
    for (const automation of loop.automations) {
      const report = automation.placement.isRewritten ? undefined : reportOn(automation, inventory)
      if (report !== undefined) yield report
    }
  },
}

function reportOn(automation: PlacedAutomation, inventory: Inventory): Report | undefined {
  const { resource, checkoutBranch, pushBranch } = automation
  const git = valueIn(resource, 'spec', 'git')
  if (git === undefined || git === null) return undefined
  const repository = gitRepositoryOf(automation, inventory)
  if (repository.state === 'absent') return unknownSource(automation, inventory)
  const hasCheckout = valueIn(resource, 'spec', 'git', 'checkout') !== undefined
  const isKnown = hasCheckout || repository.state === 'found'
  const sourceRef = repository.state === 'found' ? valueIn(repository.target, 'spec', 'ref', 'branch') : undefined
  const checkout = hasCheckout ? checkoutBranch : sourceRef
  if (isKnown && pushBranch === undefined && checkout === undefined) {
    const title = repository.state === 'found' && !hasCheckout ? `the ${titleOf(repository.target)}` : 'git.checkout'
    return reportAt(resource, hasCheckout ? ['spec', 'git', 'checkout'] : ['spec', 'git', 'commit'], {
      message: `${title} names no branch, and there is no git.push.branch: Flux does not know where to push, and the automation fails`,
      expected: 'git.push.branch, or a checkout of a branch',
      fix: { text: 'git:\n  push:\n    branch: master' },
    })
  }
  if (repository.state !== 'found' || checkoutBranch === undefined || hasVariable(checkoutBranch)) return undefined
  const followed = branchesFollowed(repository.target, inventory)
  if (followed === undefined || followed.has(checkoutBranch)) return undefined
  const names = [...followed].sort()
  return reportAt(resource, ['spec', 'git', 'checkout', 'ref', 'branch'], {
    message: `no source of this tree follows the branch "${checkoutBranch}": the automation works on files that nobody applies${pushedOver(automation)}`,
    found: checkoutBranch,
    expected: names.map(name => `"${name}"`).join(' or '),
    witness: [`${titleOf(repository.target)} follows ${names.join(', ')}`],
    fix: { text: `branch: ${names[0] ?? ''}` },
  })
}

/** A source that is in another namespace, or whose name is nearly that of one there is. */
function unknownSource({ resource, source, namespace }: PlacedAutomation, inventory: Inventory): Report | undefined {
  const known = gitRepositories(inventory)
  const near = nearest(
    source.name,
    known.flatMap(({ name }) => name ?? []),
  )
  if (near === undefined || mayComeFromElsewhere([], inventory)) return undefined
  const found = known.find(({ name }) => name === near)
  const where = source.namespace ?? namespace
  const isElsewhere = near === source.name
  if (isElsewhere && (where === undefined || found?.namespace === undefined)) return undefined
  return reportAt(resource, ['spec', 'sourceRef', 'name'], {
    message: `there is no GitRepository ${where === undefined ? '' : `${where}/`}${source.name}, so the automation has nothing to check out and fails`,
    found: source.name,
    expected: isElsewhere ? `namespace: ${found?.namespace ?? ''}` : near,
    fix: { text: isElsewhere ? `namespace: ${found?.namespace ?? ''}` : `name: ${near}` },
  })
}

function pushedOver({ pushBranch, checkoutBranch }: PlacedAutomation): string {
  const isForced = pushBranch !== undefined && pushBranch !== checkoutBranch
  return isForced ? `, and pushes them over "${pushBranch}" by force` : ''
}

/** The branches that sources with the same address follow; undefined when one of them does not say it, or follows no branch. */
function branchesFollowed(repository: Resource, inventory: Inventory): ReadonlySet<string> | undefined {
  const url = textIn(repository, 'spec', 'url')
  if (url === undefined || hasVariable(url)) return undefined
  const followed = new Set<string>()
  for (const other of gitRepositories(inventory)) {
    const address = textIn(other, 'spec', 'url')
    if (address === undefined || hasVariable(address)) return undefined
    if (plainAddress(address) !== plainAddress(url)) continue
    const ref = valueIn(other, 'spec', 'ref')
    // Without a ref it is the default of the source-controller.
    const branch = ref === undefined ? 'master' : textIn(other, 'spec', 'ref', 'branch')
    const isOther = ['tag', 'semver', 'commit', 'name'].some(name => valueIn(other, 'spec', 'ref', name) !== undefined)
    if (branch === undefined || isOther || hasVariable(branch)) return undefined
    if (inventory.placementsOf(other).some(({ isRewritten }) => isRewritten)) return undefined
    followed.add(branch)
  }
  return followed
}
