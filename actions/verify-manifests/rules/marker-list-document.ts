import { spanAt } from '../../../src/yaml/source-file.js'
import type { Rule } from '../rule.js'
import { exampleImage, exampleLoop } from './example-loop.js'

export const markerListDocument: Rule = {
  id: 'marker-list-document',
  severity: 'error',
  summary: 'A file with setter markers is no `kind: List`.',
  why: 'Flux takes the list apart and writes every item as a file of its own; the file itself stays as it was. The values that are applied never change, and objects stand in the tree twice.',
  fix: 'Write the items as documents of the file, one below the other with `---` between them.',
  examples: [
    {
      title: 'A list as the only document',
      files: {
        ...exampleLoop,
        'flux/list.yaml': `apiVersion: v1
kind: List # expect: marker-list-document
items:
- apiVersion: v1
  kind: Pod
  metadata:
    name: frontend
    namespace: website
  spec:
    containers:
    - name: frontend
      image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}
`,
      },
    },
    {
      title: 'The same as a document',
      files: {
        ...exampleLoop,
        'flux/pod.yaml': `apiVersion: v1
kind: Pod
metadata:
  name: frontend
  namespace: website
spec:
  containers:
  - name: frontend
    image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}
`,
      },
    },
  ],
  *check({ markers }) {
    for (const [path, inFile] of markers.byFile) {
      const marker = inFile.find(({ fault, value, automations, policy }) => {
        return fault === undefined && value?.isListItem === true && automations.length > 0 && policy.state === 'found'
      })
      if (marker === undefined) continue
      const document = marker.value?.place?.document ?? marker.file.documents[0]
      yield {
        file: path,
        span: document === undefined ? marker.span : spanAt(marker.file, document, ['kind']),
        message:
          'Flux writes each item of this list as a new file and leaves the list alone, so what is applied is never updated',
        found: 'kind: List',
        expected: 'one document for each object',
        fix: { text: 'Write the items as documents, with a line "---" between them' },
      }
    }
  },
}
