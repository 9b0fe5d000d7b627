import { printMarker } from '../../../src/flux/inventory/marker.js'
import type { Rule } from '../rule.js'
import { exampleImage, exampleLoop } from './example-loop.js'

export const markerNullValue: Rule = {
  id: 'marker-null-value',
  severity: 'error',
  summary: 'A value with a setter marker is a text, not `null` or `~`.',
  why: 'Flux sets the text and leaves the type: it writes `!!null host/name:tag`, which every reader takes for nothing at all, or refuses.',
  fix: 'Write an image, or any text between quotes, until the first update.',
  examples: [
    {
      title: 'A null in place of the image',
      files: {
        ...exampleLoop,
        'flux/values.yaml': `# expect-below: marker-null-value
image: null # {"$imagepolicy": "flux-system:frontend"}
`,
      },
    },
    {
      title: 'An image',
      files: {
        ...exampleLoop,
        'flux/values.yaml': `image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}
`,
      },
    },
  ],
  *check({ markers }) {
    for (const { file, value, target, verdict } of markers.all) {
      if (verdict?.rule !== 'marker-null-value' || value === undefined || target === undefined) continue
      const what = target.part === 'image' ? 'image' : target.part
      yield {
        file: file.path,
        span: value.span,
        message: `Flux will write "!!null" in front of the ${what}, and no reader takes that for a text`,
        found: value.text,
        expected: 'a text',
        fix: { text: `"placeholder" ${printMarker(target)}` },
      }
    }
  },
}
