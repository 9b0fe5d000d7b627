import type { JudgedMarker } from '../../../src/flux/inventory/marker.js'
import { keptRewrite } from '../../../src/flux/kept-rewrite.js'
import type { Rule } from '../rule.js'
import { exampleImage, exampleLoop } from './example-loop.js'

export const markerRewrite: Rule = {
  id: 'marker-rewrite',
  severity: 'note',
  summary: 'A file with setter markers is written as Flux writes it.',
  why: 'Flux writes a file anew when a value in it changes: blank lines, a leading `---`, CRLF and documents of comments alone are lost, indentation becomes two blanks, `<<` becomes `!!merge <<`. The first update is a large difference in git, and what was lost does not come back.',
  fix: 'Keep the file in that form from the start, or leave it to the first update.',
  examples: [
    {
      title: 'Lines that are indented by four blanks',
      files: {
        ...exampleLoop,
        'flux/docker-compose.yml': `services:
    frontend: # expect: marker-rewrite
        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}
`,
      },
    },
    {
      title: 'A file in the form that Flux writes',
      files: {
        ...exampleLoop,
        'flux/docker-compose.yml': `services:
  frontend:
    image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}
`,
      },
    },
  ],
  *check({ markers }) {
    for (const [path, inFile] of markers.byFile) {
      const honoured = inFile.filter(isHonoured)
      const [first] = honoured
      // What becomes of a null is a fault of its own.
      if (first === undefined || honoured.some(({ value }) => value?.isNull === true)) continue
      if (honoured.length > MOST_MARKERS) continue
      const { file } = first
      const rewrite = keptRewrite(file, honoured.flatMap(policyName))
      if (rewrite === undefined) continue
      const { effects, line, sample } = rewrite
      const text = file.text.split(/\r?\n/)[line - 1] ?? ''
      yield {
        file: path,
        span: { line, column: 1, endLine: line, endColumn: text.length + 1 },
        message: `the first update writes the whole file anew: it ${effects.join(', ') || 'changes its layout'}`,
        witness: sample,
      }
    }
  },
}

/** No file that people write has as many, and to set each takes the longer the more there are. */
const MOST_MARKERS = 1000

function isHonoured({ fault, automations, policy }: JudgedMarker): boolean {
  return fault === undefined && automations.length > 0 && policy.state === 'found'
}

function policyName({ target }: JudgedMarker): readonly string[] {
  return target === undefined ? [] : [`${target.namespace}:${target.policy}`]
}
