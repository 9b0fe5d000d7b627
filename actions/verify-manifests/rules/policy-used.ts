import { isBelow } from '../../../src/flux/inventory/applied.js'
import { worksHere } from '../../../src/flux/inventory/automation-source.js'
import { imageOf } from '../../../src/flux/inventory/elected-image.js'
import { automationSees } from '../../../src/flux/inventory/image-loop.js'
import { imagePlaces } from '../../../src/flux/inventory/image-places.js'
import { printMarker } from '../../../src/flux/inventory/marker.js'
import { canonicalRepository } from '../../../src/image/canonical.js'
import { type Rule, reportAt } from '../rule.js'
import { gitRepository } from './example-trees.js'
import { deployment, IMAGE_AUTOMATION, imagePolicy, imageRepository, MARKER } from './image-loop-trees.js'

export const policyUsed: Rule = {
  id: 'policy-used',
  severity: 'warning',
  summary: 'A marker names the policy.',
  why: 'What the policy elects is written nowhere, so nothing is deployed.',
  fix: 'Put a marker behind the image in the manifest, or remove the policy.',
  examples: [
    {
      title: 'no marker names it',
      files: {
        'flux/source.yaml': gitRepository(),
        'flux/repository.yaml': imageRepository('ghcr.io/example/other'),
        'flux/policy.yaml': imagePolicy().replace('  name: frontend\n', '  name: frontend # expect: policy-used\n'),
        'flux/automation.yaml': IMAGE_AUTOMATION,
      },
    },
    {
      title: 'a marker names it',
      files: {
        'flux/source.yaml': gitRepository(),
        'flux/repository.yaml': imageRepository('192.168.0.40:5000/library/frontend', 'insecure: true'),
        'flux/policy.yaml': imagePolicy(),
        'flux/automation.yaml': IMAGE_AUTOMATION,
        'flux/frontend.yaml': deployment(undefined, MARKER),
      },
    },
  ],
  check: ({ loop, markers, inventory }) => {
    // Places that wait for a marker; one with the marker of its policy waits for nothing.
    const waiting = imagePlaces(inventory).filter(
      ({ file, span }) =>
        !(markers.byFile.get(file.path) ?? []).some(
          ({ policy, value, verdict }) =>
            policy.state === 'found' && verdict?.rule !== 'marker-image' && value?.span.line === span.line,
        ),
    )
    const used = new Set(waiting.map(({ image }) => canonicalRepository(image)))
    const paths = [...inventory.files.keys()]
    return loop.policies.flatMap(policy => {
      const { resource, placement, name, namespace } = policy
      // Without an automation that takes it and finds any file, it may be there for others to read.
      const works = loop.automations.some(
        automation =>
          automationSees(automation, policy) === 'yes' &&
          // What works on another repository has its markers there.
          worksHere(automation, inventory) === 'yes' &&
          paths.some(path => automation.updatePath !== undefined && isBelow(path, automation.updatePath)),
      )
      const image = imageOf(policy)
      // Where the image is used, what is wrong is wrong with the marker there.
      if (placement.isRewritten || !works || (image !== undefined && used.has(canonicalRepository(image)))) return []
      const isNamed = markers.all.some(
        ({ target, text }) =>
          target?.policy === name ||
          (target === undefined && text.includes(name)) ||
          target?.policy.includes('${') === true,
      )
      if (isNamed) return []
      return [
        reportAt(resource, ['metadata', 'name'], {
          message: `no marker names ${namespace ?? ''}:${name}, so what it elects is written nowhere`,
          found: 'no marker',
          expected: `a marker behind the image: ${printMarker({ namespace: namespace ?? 'NAMESPACE', policy: name, part: 'image' })}`,
          fix: { text: printMarker({ namespace: namespace ?? 'NAMESPACE', policy: name, part: 'image' }) },
        }),
      ]
    })
  },
}
