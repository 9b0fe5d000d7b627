import { titleOf } from '../../../src/flux/inventory/resource.js'
import { policyVerdicts } from '../policy-verdict.js'
import type { Rule } from '../rule.js'
import { exampleDeployment, exampleImage, exampleLoop } from './example-loop.js'

export const markerTag: Rule = {
  id: 'marker-tag',
  severity: 'warning',
  summary: 'The tag at a setter marker is one that its policy could have elected.',
  why: 'Until the first update the cluster runs what stands there. A placeholder does not exist in the registry; any other tag that the policy does not accept will be replaced by one of another kind.',
  fix: 'Write a tag that has been built, or let the policy accept the tags that are in use.',
  examples: [
    {
      title: 'A placeholder',
      files: {
        ...exampleLoop,
        'flux/frontend.yaml': exampleDeployment(`        # expect-below: marker-tag
        image: 192.168.0.40:5000/library/frontend:latest # {"$imagepolicy": "flux-system:frontend"}`),
      },
    },
    {
      title: 'A placeholder in the form of a tag',
      files: {
        ...exampleLoop,
        'flux/frontend.yaml': exampleDeployment(`        # expect-below: marker-tag
        image: 192.168.0.40:5000/library/frontend:main-0000000-0000000000 # {"$imagepolicy": "flux-system:frontend"}`),
      },
    },
    {
      title: 'A tag of another kind',
      files: {
        ...exampleLoop,
        'flux/values.yaml': `image:
  repository: 192.168.0.40:5000/library/frontend
  # expect-below: marker-tag
  tag: v1.4.2 # {"$imagepolicy": "flux-system:frontend:tag"}
`,
      },
    },
    {
      title: 'A tag of a build',
      files: {
        ...exampleLoop,
        'flux/frontend.yaml': exampleDeployment(
          `        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`,
        ),
      },
    },
  ],
  *check(context) {
    const faulty = new Set(
      policyVerdicts(context).flatMap(({ policy, fault }) => (fault === undefined ? [] : [policy])),
    )
    for (const { file, span, value, verdict } of context.markers.all) {
      if (verdict?.rule !== 'marker-tag') continue
      const { policy, tag, isPlaceholder } = verdict
      // The fault of a policy is said at the policy, not at each of its tags.
      if (!isPlaceholder && faulty.has(policy)) continue
      const title = titleOf(policy.resource)
      const message =
        tag === undefined
          ? 'the image has no tag, so "latest" runs until the first update'
          : isPlaceholder
            ? `"${tag}" is a placeholder: until the first update the cluster is to run an image that no build makes`
            : `the ${title} does not accept the tag "${tag}"`
      const pattern = policy.spec.filterTags?.pattern
      yield {
        file: file.path,
        span: value?.span ?? span,
        message,
        found: value?.text ?? '',
        expected: pattern === undefined ? `a tag that the ${title} accepts` : `a tag that matches ${pattern}`,
      }
    }
  },
}
