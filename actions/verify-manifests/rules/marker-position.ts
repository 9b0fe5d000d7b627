import type { JudgedMarker } from '../../../src/flux/inventory/marker.js'
import type { MarkerFault } from '../../../src/flux/setters.js'
import type { Rule } from '../rule.js'
import { exampleDeployment, exampleImage, exampleLoop } from './example-loop.js'

export const markerPosition: Rule = {
  id: 'marker-position',
  severity: 'error',
  summary: 'A setter marker stands behind the value that it sets, on the same line.',
  why: 'Flux reads the comment on the line of a value, and above an item of a list that has none. A marker anywhere else is passed over without an event and without a status.',
  fix: 'Move the marker to the end of the line on which the value stands.',
  examples: [
    {
      title: 'Above a key',
      files: {
        ...exampleLoop,
        'flux/frontend.yaml': exampleDeployment(`        # expect-below: marker-position
        # {"$imagepolicy": "flux-system:frontend"}
        image: ${exampleImage}`),
      },
    },
    {
      title: 'Behind a key whose value comes on the next line',
      files: {
        ...exampleLoop,
        'flux/frontend.yaml': exampleDeployment(`        # expect-below: marker-position
        image: # {"$imagepolicy": "flux-system:frontend"}
          ${exampleImage}`),
      },
    },
    {
      title: 'Behind a list in brackets',
      files: {
        ...exampleLoop,
        'flux/images.yaml': `# expect-below: marker-position
images: [${exampleImage}] # {"$imagepolicy": "flux-system:frontend"}
`,
      },
    },
    {
      title: 'In a block of text',
      files: {
        ...exampleLoop,
        'flux/values.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: values
  namespace: website
data:
  values.yaml: |
    # expect-below: marker-position
    image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}
  README.md: |
    image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}
`,
      },
    },
    {
      title: 'Behind the value, or above an item of a list',
      files: {
        ...exampleLoop,
        'flux/frontend.yaml':
          exampleDeployment(`        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}
        args:
        # {"$imagepolicy": "flux-system:frontend"}
        - ${exampleImage}`),
      },
    },
  ],
  *check({ markers }) {
    for (const [path, inFile] of markers.byFile) {
      const lines = inFile[0]?.file.text.split(/\r?\n/) ?? []
      for (const marker of inFile) {
        const { span, text, verdict, fault } = marker
        if (verdict?.rule !== 'marker-position' || fault === undefined || isDocument(marker, lines)) continue
        const { where, move } = PLACES[fault] ?? ELSEWHERE
        yield {
          file: path,
          span,
          message: `the marker stands ${where}, where Flux does not look, so the value is never updated`,
          found: text,
          expected: 'the marker behind the value, on its line',
          fix: { text: move },
        }
      }
    }
  },
}

const ELSEWHERE = { where: 'on no value', move: 'Move it to the end of the line on which the value stands' }

const PLACES: Partial<Readonly<Record<MarkerFault, { readonly where: string; readonly move: string }>>> = {
  'inside-scalar': {
    where: 'inside of a block of text, which is a value as a whole',
    move: 'Keep what is to be updated in a file of its own, or set it outside of the text',
  },
  'on-key': {
    where: 'on a key: above it, or behind one that has no value on its line',
    move: 'Move it to the end of the line on which the value stands',
  },
  'on-collection': {
    where: 'on a map or a list',
    move: 'Write the map or list over several lines, with the marker behind the value itself',
  },
  'on-alias': { where: 'on an alias', move: 'Move it to the value that has the anchor; its aliases follow' },
  foot: { where: 'below a value', move: 'Move it up, to the end of the line on which the value stands' },
  shadowed: {
    where: 'above an item that has a comment on its own line, and only that one is read',
    move: 'Move it to the end of the line of the item, in place of the comment there',
  },
  'several-lines': {
    where: 'among other lines of comment, and all of them together are no marker',
    move: 'Move it to the end of the line on which the value stands',
  },
  dropped: { where: 'where comments are dropped', move: 'Move it to the end of the line on which the value stands' },
}

/** Text that explains how to write a marker, kept in a value: its key tells. */
function isDocument({ span, fault }: JudgedMarker, lines: readonly string[]): boolean {
  if (fault !== 'inside-scalar') return false
  const indent = (line: string) => /^ */.exec(line)?.[0].length ?? 0
  let depth = indent(lines[span.line - 1] ?? '')
  for (const line of lines.slice(Math.max(0, span.line - 500), span.line - 1).reverse()) {
    if (line.trim() === '' || indent(line) >= depth) continue
    depth = indent(line)
    const header = /^\s*(?:- )?(\S+):\s*[|>][-+0-9]*(?:\s+#.*)?$/.exec(line)?.[1]
    if (header !== undefined) return /\.(?:md|txt|tpl|gotmpl|adoc|html)["']?$|template|readme|description/i.test(header)
  }
  return false
}
