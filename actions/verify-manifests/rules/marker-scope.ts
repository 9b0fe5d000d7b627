import { titleOf } from '../../../src/flux/inventory/resource.js'
import type { Rule } from '../rule.js'
import { exampleDeployment, exampleImage, exampleLoop, exampleLoopWith } from './example-loop.js'

export const markerScope: Rule = {
  id: 'marker-scope',
  severity: 'error',
  summary: 'A file with setter markers lies below the `update.path` of an automation and is one that Flux reads.',
  why: 'Flux looks for markers in `.yaml` and `.yml` files below `update.path` and nowhere else. Elsewhere a marker is only a comment.',
  fix: 'Move the file below `update.path`, or let the automation work on a folder that holds it.',
  examples: [
    {
      title: 'The compose file lies beside the folder of the automation',
      files: {
        ...exampleLoop,
        'backend/docker-compose.yml': `services:
  backend:
    # expect-below: marker-scope
    image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}
`,
      },
    },
    {
      title: 'The automation works on the whole tree',
      files: {
        ...exampleLoopWith({ path: './' }),
        'backend/docker-compose.yml': `services:
  backend:
    image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}
`,
      },
    },
    {
      title: 'A sample is not for Flux',
      files: {
        ...exampleLoop,
        'docs/frontend.yaml': exampleDeployment(
          `        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`,
        ),
      },
    },
  ],
  *check({ markers, loop }) {
    for (const { file, span, text, verdict } of markers.all) {
      if (verdict?.rule !== 'marker-scope') continue
      if (verdict.why === 'name') {
        yield {
          file: file.path,
          span,
          message: 'Flux reads no file of this name, so it never finds the marker',
          found: file.path,
          expected: 'a name that ends in .yaml or .yml',
        }
        continue
      }
      const paths = new Map(loop.automations.map(({ resource, updatePath = '?' }) => [titleOf(resource), updatePath]))
      const known = [...paths].map(([title, path]) => `${title}: ${path}`)
      yield {
        file: file.path,
        span,
        message: `no ImageUpdateAutomation works on this file, so the value is never updated`,
        found: text,
        expected: `a file below ${[...new Set(paths.values())].sort().join(' or ')}`,
        witness: known.sort(),
      }
    }
  },
}
