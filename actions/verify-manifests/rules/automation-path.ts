import { isBelow } from '../../../src/flux/inventory/applied.js'
import { worksHere } from '../../../src/flux/inventory/automation-source.js'
import { hasVariable } from '../../../src/flux/inventory/image-loop.js'
import { textIn } from '../../../src/flux/inventory/resource.js'
import { nearest } from '../../../src/nearest.js'
import { type Rule, reportAt } from '../rule.js'
import { exampleDeployment, exampleImage, exampleLoop, exampleLoopWith } from './example-loop.js'

export const automationPath: Rule = {
  id: 'automation-path',
  severity: 'error',
  summary: 'The `update.path` of an automation is a folder of the repository with YAML files in it.',
  why: 'An automation that is sent to a folder which is not there fails, or finds nothing: no value is ever updated.',
  fix: 'Write the path from the root of the repository, such as `./clusters/production`.',
  examples: [
    {
      title: 'A folder that does not exist',
      files: {
        ...exampleLoopWith({ path: './clusters/production # expect: automation-path' }),
        'clusters/prod/namespace.yaml': `apiVersion: v1
kind: Namespace
metadata:
  name: website
`,
      },
    },
    {
      title: 'A folder of the tree',
      files: {
        ...exampleLoop,
        'flux/frontend.yaml': exampleDeployment(
          `        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`,
        ),
      },
    },
  ],
  *check({ loop, inventory }) {
    for (const automation of loop.automations) {
      const { resource, placement, updatePath } = automation
      const written = textIn(resource, 'spec', 'update', 'path')
      if (written === undefined || placement.isRewritten || hasVariable(written)) continue
      if (worksHere(automation, inventory) !== 'yes') continue
      const paths = [...inventory.files.keys()]
      if (updatePath !== undefined && paths.some(path => isBelow(path, updatePath))) continue
      const near = nearest(updatePath ?? written, foldersOf(paths))
      yield reportAt(resource, ['spec', 'update', 'path'], {
        message:
          updatePath === undefined
            ? 'this path leads out of the repository'
            : 'there is no YAML file below this path, so the automation has nothing to update',
        found: written,
        expected: 'a folder of this repository',
        ...(near === undefined ? {} : { fix: { text: `path: ./${near}` } }),
      })
    }
  },
}

function foldersOf(paths: readonly string[]): readonly string[] {
  const folders = new Set<string>()
  for (const path of paths) {
    const parts = path.split('/')
    for (let depth = 1; depth < parts.length; depth += 1) folders.add(parts.slice(0, depth).join('/'))
  }
  return [...folders]
}
