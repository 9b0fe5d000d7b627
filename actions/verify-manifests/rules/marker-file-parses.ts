import { applySetters } from '../../../src/flux/setters.js'
import type { Rule } from '../rule.js'
import { exampleDeployment, exampleImage, exampleLoop } from './example-loop.js'

export const markerFileParses: Rule = {
  id: 'marker-file-parses',
  severity: 'error',
  summary: 'Flux can read a file with setter markers.',
  why: 'A file that does not parse, or whose top is no map, is skipped as a whole, with all its documents, and only a trace log says so: none of its values is ever updated.',
  fix: 'Make the whole file plain YAML: no template lines, no tabs, every document a map.',
  examples: [
    {
      title: 'A list at the top',
      files: {
        ...exampleLoop,
        'flux/images.yaml': `# expect-below: marker-file-parses
- image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}
`,
      },
    },
    {
      title: 'Text behind a separator',
      files: {
        ...exampleLoop,
        'flux/frontend.yaml': `a: b
# expect-below: marker-file-parses
--- {c: d}
image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}
`,
      },
    },
    {
      title: 'Plain YAML',
      files: {
        ...exampleLoop,
        'flux/frontend.yaml': exampleDeployment(
          `        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`,
        ),
      },
    },
  ],
  *check({ markers }) {
    for (const [path, [first, ...others]] of markers.byFile) {
      if (first?.verdict?.rule !== 'marker-file-parses') continue
      // Where no automation comes by, it does not matter what Flux can read.
      if (first.automations.length === 0) continue
      const { file } = first
      const { problemFiles } = applySetters([{ path, content: Buffer.from(file.text) }], new Map())
      const [problem] = problemFiles
      const lines = file.text.split(/\r?\n/)
      const line = lineOf(problem?.line, lines)
      const span = { line, column: 1, endLine: line, endColumn: (lines[line - 1] ?? '').length + 1 }
      const count = others.length + 1
      yield {
        file: path,
        span,
        message: `Flux skips this file without a word, so ${count === 1 ? 'its marker has no effect' : `none of its ${count} markers has an effect`}: ${problem?.reason.split('\n')[0] ?? 'it does not parse'}`,
        found: lines[line - 1]?.trim() ?? '',
        expected: 'plain YAML, every document a map',
      }
    }
  },
}

/** The line of the problem; of a problem with a whole document its first line, and without a place the separator that is none. */
function lineOf(line: number | undefined, lines: readonly string[]): number {
  if (line === undefined) return lines.findIndex((text, index) => index > 0 && /^---\s*[^#\s]/.test(text)) + 1 || 1
  const first = lines.findIndex((text, index) => index >= line - 1 && !/^\s*(?:#|$)|^---\s*$/.test(text))
  return first < 0 ? line : first + 1
}
