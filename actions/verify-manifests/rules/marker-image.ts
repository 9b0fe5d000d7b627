import { imageOf } from '../../../src/flux/inventory/elected-image.js'
import type { JudgedMarker } from '../../../src/flux/inventory/marker.js'
import { printMarker } from '../../../src/flux/inventory/marker.js'
import { titleOf } from '../../../src/flux/inventory/resource.js'
import { canonicalRepository } from '../../../src/image/canonical.js'
import type { Rule, RuleContext } from '../rule.js'
import { exampleDeployment, exampleImage, exampleLoop } from './example-loop.js'

export const markerImage: Rule = {
  id: 'marker-image',
  severity: 'error',
  summary: 'A setter marker names the policy of the image that its value names.',
  why: 'Flux writes what the policy elects, whatever stood there: with the policy of another image the workload runs that other image, or a tag that its own image does not have.',
  fix: 'Name the policy that chooses among the tags of this very image.',
  examples: [
    {
      title: 'The image of the backend with the policy of the frontend',
      files: {
        ...exampleLoop,
        'flux/frontend.yaml': exampleDeployment(`        # expect-below: marker-image
        image: 192.168.0.40:5000/library/backend:main-abc1234-1700000000 # {"$imagepolicy": "flux-system:frontend"}`),
      },
    },
    {
      title: 'A tag for another repository',
      files: {
        ...exampleLoop,
        'flux/values.yaml': `image:
  repository: 192.168.0.40:5000/library/backend
  # expect-below: marker-image
  tag: main-abc1234-1700000000 # {"$imagepolicy": "flux-system:frontend:tag"}
`,
      },
    },
    {
      title: 'The image of the policy, and a name that is still to be filled in',
      files: {
        ...exampleLoop,
        'flux/frontend.yaml': exampleDeployment(
          `        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`,
        ),
        'flux/other.yaml': `image: frontend:main-abc1234-1700000000 # {"$imagepolicy": "flux-system:frontend"}
`,
      },
    },
  ],
  *check({ markers, loop }) {
    for (const marker of markers.all) {
      const { file, span, value, text, target, verdict } = marker
      if (verdict?.rule !== 'marker-image' || target === undefined) continue
      const { policy, image, found, isDoubtful } = verdict
      const right = policyFor(found, marker, loop)
      const part = target.part === 'image' || target.part === 'name' ? 'it' : `its ${target.part}`
      yield {
        file: file.path,
        span: value?.span ?? span,
        ...(isDoubtful ? { severity: 'warning' as const } : {}),
        message: `this is the image ${found}, and the ${titleOf(policy.resource)} chooses among the tags of ${image}: Flux will write ${part === 'it' ? 'that image' : `${part} of that image`} here`,
        found: `${found} ${text}`,
        expected: image,
        ...(right === undefined ? {} : { fix: { text: printMarker({ ...target, ...right }) } }),
      }
    }
  },
}

/** The only policy for the image that the automation of the marker takes. */
function policyFor(
  found: string,
  { automations }: JudgedMarker,
  { policies }: RuleContext['loop'],
): { readonly namespace: string; readonly policy: string } | undefined {
  const wanted = canonicalRepository(found)
  const fitting = policies.filter(policy => {
    const image = imageOf(policy)
    return image !== undefined && canonicalRepository(image) === wanted
  })
  const [first, ...others] = fitting.filter(({ namespace }) =>
    automations.some(automation => automation.namespace === namespace),
  )
  if (first?.namespace === undefined || others.length > 0) return undefined
  return { namespace: first.namespace, policy: first.name }
}
