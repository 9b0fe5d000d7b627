import { printMarker } from '../../../src/flux/inventory/marker.js'
import { repairedTarget, STRAY_TEXT, syntaxProblem } from '../../../src/flux/inventory/marker-repair.js'
import type { Rule } from '../rule.js'
import { exampleDeployment, exampleImage, exampleLoop } from './example-loop.js'

export const markerSyntax: Rule = {
  id: 'marker-syntax',
  severity: 'error',
  summary: 'A setter marker is a comment that is one JSON object and nothing else, and names `namespace:policy`.',
  why: 'Flux passes over anything else without an event and without a status: the value is never updated, and nobody is told.',
  fix: 'Write `# {"$imagepolicy": "namespace:policy"}` behind the value, or `namespace:policy:tag`, `:name` or `:digest`.',
  examples: [
    {
      title: 'Single quotes are no JSON',
      files: {
        ...exampleLoop,
        'flux/frontend.yaml': exampleDeployment(`        # expect-below: marker-syntax
        image: ${exampleImage} # {'$imagepolicy': 'flux-system:frontend'}`),
      },
    },
    {
      title: 'The key is case-sensitive',
      files: {
        ...exampleLoop,
        'flux/frontend.yaml': exampleDeployment(`        # expect-below: marker-syntax
        image: ${exampleImage} # {"$ImagePolicy": "flux-system:frontend"}`),
      },
    },
    {
      title: 'Text around the object makes it prose',
      files: {
        ...exampleLoop,
        'flux/frontend.yaml': exampleDeployment(`        # expect-below: marker-syntax
        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"} keep this`),
      },
    },
    {
      title: 'Namespace and policy are joined by a colon',
      files: {
        ...exampleLoop,
        'flux/frontend.yaml': exampleDeployment(`        # expect-below: marker-syntax
        image: ${exampleImage} # {"$imagepolicy": "flux-system/frontend"}`),
      },
    },
    {
      title: 'A marker, prose about markers, and a line that is commented out',
      files: {
        ...exampleLoop,
        'flux/frontend.yaml': exampleDeployment(`        # The comment with "$imagepolicy" lets Flux write the tag.
        # image: nginx:1.27 # {'$imagepolicy': 'flux-system:nginx'}
        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`),
      },
    },
  ],
  *check({ markers, loop }) {
    for (const { file, span, start, text, setter, verdict } of markers.all) {
      if (verdict?.rule !== 'marker-syntax') continue
      const target = repairedTarget(text)
      const problem = syntaxProblem(text, setter)
      const marker = printMarker(target ?? { namespace: 'namespace', policy: 'policy', part: 'image' })
      const isKnown = loop.policies.some(
        ({ namespace, name }) => name === target?.policy && namespace === target.namespace,
      )
      const edits = [{ file: file.path, start, end: start + text.length, text: marker }]
      yield {
        file: file.path,
        span,
        message: `${problem}, so Flux passes over the marker without a word and the value is never updated`,
        found: text,
        expected: marker,
        fix: { text: marker, ...(isKnown && problem !== STRAY_TEXT ? { edits } : {}) },
      }
    }
  },
}
