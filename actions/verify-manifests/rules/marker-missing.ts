import { accepts, imageOf, isPlaceholderTag } from '../../../src/flux/inventory/elected-image.js'
import { imageNamesOf } from '../../../src/flux/inventory/flux-kustomization.js'
import { automationSees, type PlacedAutomation, type PlacedPolicy } from '../../../src/flux/inventory/image-loop.js'
import { type ImagePlace, imagePlaces } from '../../../src/flux/inventory/image-places.js'
import { printMarker } from '../../../src/flux/inventory/marker.js'
import { titleOf } from '../../../src/flux/inventory/resource.js'
import { canonicalRepository } from '../../../src/image/canonical.js'
import { parseReference } from '../../../src/image/reference.js'
import { partAt } from '../../../src/yaml/source-file.js'
import type { Rule, RuleContext } from '../rule.js'
import { exampleDeployment, exampleImage, exampleLoop } from './example-loop.js'

export const markerMissing: Rule = {
  id: 'marker-missing',
  severity: 'warning',
  summary: 'An image under a policy has a setter marker where it is run.',
  why: 'A policy elects, and nothing is written: the workload keeps the tag that stands there, while everything else moves on.',
  fix: 'Put the marker behind the image, or switch this rule off for an image that is pinned on purpose.',
  examples: [
    {
      title: 'A Deployment whose image nobody updates',
      files: {
        ...exampleLoop,
        'flux/frontend.yaml': exampleDeployment(`        image: ${exampleImage} # expect: marker-missing`),
      },
    },
    {
      title: 'The values of a chart',
      files: {
        ...exampleLoop,
        'flux/values.yaml': `image:
  repository: 192.168.0.40:5000/library/frontend
  tag: main-abc1234-1700000000 # expect: marker-missing
`,
      },
    },
    {
      title: 'A marker, or a kustomize file that sets the tag',
      files: {
        ...exampleLoop,
        'flux/frontend/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
- frontend.yaml
images:
- name: 192.168.0.40:5000/library/frontend
  newTag: main-abc1234-1700000000 # {"$imagepolicy": "flux-system:frontend:tag"}
`,
        'flux/frontend/frontend.yaml': exampleDeployment(`        image: ${exampleImage}`),
        'flux/values.yaml': `image:
  repository: 192.168.0.40:5000/library/frontend
  tag: main-abc1234-1700000000 # {"$imagepolicy": "flux-system:frontend:tag"}
`,
      },
    },
    {
      title: 'A Job that does its work once',
      files: {
        ...exampleLoop,
        'flux/frontend.yaml': exampleDeployment(
          `        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`,
        ),
        'flux/job.yaml': `apiVersion: batch/v1
kind: Job
metadata:
  name: fill
  namespace: website
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
      - name: fill
        image: ${exampleImage}
        command: [fill]
`,
      },
    },
  ],
  *check(context) {
    const { markers, loop, inventory } = context
    if (loop.policies.length === 0 || loop.automations.length === 0) return
    const renamed = renamedImages(context)
    for (const place of imagePlaces(inventory)) {
      const { file, span, image, part, document, keys } = place
      const repository = canonicalRepository(image)
      // A patch has the marker, or wants none.
      if (keys === undefined) continue
      if (repository === undefined || renamed.has(repository) || isLeftAlone(place, context)) continue
      if (markers.byFile.get(file.path)?.some(marker => Math.abs(marker.span.line - span.line) <= 1)) continue
      const policy = policyOf(repository, image, file.path, context)
      if (policy?.namespace === undefined) continue
      const marker = printMarker({ namespace: policy.namespace, policy: policy.name, part })
      const end = partAt(document, keys)?.end
      const isLast = end !== undefined && /^[ \t]*(?:\r?\n|$)/.test(file.text.slice(end))
      yield {
        file: file.path,
        span,
        message: `the ${titleOf(policy.resource)} elects tags of this image, and no marker has Flux write them here`,
        found: image,
        expected: marker,
        fix: {
          text: marker,
          ...(isLast ? { edits: [{ file: file.path, start: end, end, text: ` ${marker}` }] } : {}),
        },
      }
    }
  },
}

/** Images whose tag kustomize files or Flux Kustomizations set. */
function renamedImages({ inventory }: RuleContext): ReadonlySet<string> {
  const names = [...inventory.layout.kustomizeFiles.values()].flatMap(({ images }) => images.map(({ name }) => name))
  const all = [...names, ...inventory.kustomizations.flatMap(imageNamesOf)]
  return new Set(all.flatMap(name => (name === undefined ? [] : (canonicalRepository(name) ?? []))))
}

/** Jobs do something of their own with an image, and a patch may have the marker. */
function isLeftAlone({ resource }: ImagePlace, { inventory }: RuleContext): boolean {
  if (resource === undefined) return false
  return resource.kind === 'Job' || inventory.placementsOf(resource).some(({ isRewritten }) => isRewritten)
}

/** The policy that could write there: of this image, taken by an automation of the file, and the present tag is one of its own. */
function policyOf(
  repository: string,
  image: string,
  path: string,
  { loop, markers }: RuleContext,
): PlacedPolicy | undefined {
  const tag = parseReference(image)?.tag
  const working: readonly PlacedAutomation[] = loop.automations.filter(
    automation => !automation.isSuspended && markers.covers(automation, path) === 'yes',
  )
  const fitting = loop.policies.filter(policy => {
    const own = imageOf(policy)
    if (own === undefined || canonicalRepository(own) !== repository) return false
    if (!working.some(automation => automationSees(automation, policy) === 'yes')) return false
    return tag === undefined || isPlaceholderTag(tag) || accepts(policy, tag) === true
  })
  return fitting[0]
}
