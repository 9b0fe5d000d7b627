import { titleOf } from '../../../src/flux/inventory/resource.js'
import { type Rule, reportAt } from '../rule.js'
import { exampleDeployment, exampleImage, exampleLoop, exampleLoopWith } from './example-loop.js'

const frontend = {
  'flux/frontend.yaml': exampleDeployment(`        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`),
}

export const automationSuspended: Rule = {
  id: 'automation-suspended',
  severity: 'note',
  summary: 'An automation is not suspended.',
  why: 'A suspended automation writes nothing: new images are elected, and no file changes. That is the way to hold a version, and easily forgotten.',
  fix: 'Remove `suspend: true` when updates are to go on.',
  examples: [
    {
      title: 'An automation that was stopped',
      files: { ...exampleLoopWith({ spec: '  suspend: true # expect: automation-suspended\n' }), ...frontend },
    },
    { title: 'An automation at work', files: { ...exampleLoop, ...frontend } },
  ],
  *check({ loop }) {
    for (const { resource, isSuspended } of loop.automations) {
      if (!isSuspended) continue
      yield reportAt(resource, ['spec', 'suspend'], {
        message: `the ${titleOf(resource)} is suspended: no marker is updated by it`,
        found: 'suspend: true',
        expected: 'no suspend, or false',
      })
    }
  },
}
