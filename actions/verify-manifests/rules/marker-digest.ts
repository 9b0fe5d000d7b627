import { titleOf } from '../../../src/flux/inventory/resource.js'
import type { Rule } from '../rule.js'
import { exampleLoop } from './example-loop.js'

const reflecting = {
  'flux/image-automation.yaml': (exampleLoop['flux/image-automation.yaml'] ?? '').replace(
    '  imageRepositoryRef:\n',
    '  digestReflectionPolicy: IfNotPresent\n  imageRepositoryRef:\n',
  ),
}

const values = (expectation: string) => `image:
  repository: 192.168.0.40:5000/library/frontend
${expectation}  digest: sha256:${'0123456789abcdef'.repeat(4)} # {"$imagepolicy": "flux-system:frontend:digest"}
`

export const markerDigest: Rule = {
  id: 'marker-digest',
  severity: 'error',
  summary: 'A marker for a digest names a policy that reflects digests.',
  why: 'Without `digestReflectionPolicy` a policy knows no digest, and Flux writes "" in the place of the one that is there.',
  fix: 'Set `digestReflectionPolicy: IfNotPresent` in the ImagePolicy, or `Always` with an `interval` for a tag that moves.',
  examples: [
    {
      title: 'The policy reflects no digest',
      files: { ...exampleLoop, 'flux/values.yaml': values('  # expect-below: marker-digest\n') },
    },
    { title: 'The policy reflects digests', files: { ...reflecting, 'flux/values.yaml': values('') } },
  ],
  *check({ markers }) {
    for (const { file, span, text, verdict } of markers.all) {
      if (verdict?.rule !== 'marker-digest') continue
      yield {
        file: file.path,
        span,
        message: `the ${titleOf(verdict.policy.resource)} reflects no digest, so Flux will write "" here`,
        found: text,
        expected: 'a policy with digestReflectionPolicy IfNotPresent or Always',
        fix: {
          text: `In the ${titleOf(verdict.policy.resource)}:\nspec:\n  digestReflectionPolicy: IfNotPresent`,
        },
      }
    }
  },
}
