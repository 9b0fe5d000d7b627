import type { JudgedMarker, MarkerTarget } from '../../../src/flux/inventory/marker.js'
import { printMarker } from '../../../src/flux/inventory/marker.js'
import type { AbsentPolicy } from '../../../src/flux/inventory/marker-policy.js'
import { titleOf } from '../../../src/flux/inventory/resource.js'
import { nearest } from '../../../src/nearest.js'
import type { Rule, RuleContext } from '../rule.js'
import { exampleDeployment, exampleImage, exampleLoop, exampleLoopWith } from './example-loop.js'

export const markerPolicy: Rule = {
  id: 'marker-policy',
  severity: 'error',
  summary: 'A setter marker names an ImagePolicy that the automation of its file takes.',
  why: 'Flux knows only the policies in the namespace of the ImageUpdateAutomation, less those that its `policySelector` leaves out. A marker that names another one is passed over in silence.',
  fix: 'Name a policy that exists, with the namespace of the automation, or give the policy what the selector asks for.',
  examples: [
    {
      title: 'No policy has that name',
      files: {
        ...exampleLoop,
        'flux/frontend.yaml': exampleDeployment(`        # expect-below: marker-policy
        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontent"}`),
      },
    },
    {
      title: 'The namespace is that of the workload instead of the policy',
      files: {
        ...exampleLoop,
        'flux/frontend.yaml': exampleDeployment(`        # expect-below: marker-policy
        image: ${exampleImage} # {"$imagepolicy": "website:frontend"}`),
      },
    },
    {
      title: 'The selector of the automation leaves the policy out',
      files: {
        ...exampleLoopWith({ spec: '  policySelector:\n    matchLabels:\n      stage: production\n' }),
        'flux/frontend.yaml': exampleDeployment(`        # expect-below: marker-policy
        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`),
      },
    },
    {
      title: 'A policy of the namespace of the automation',
      files: {
        ...exampleLoop,
        'flux/frontend.yaml': exampleDeployment(
          `        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`,
        ),
      },
    },
    {
      title: 'A tree without image automation: policies are elsewhere',
      files: {
        'frontend.yaml': exampleDeployment(`        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`),
      },
    },
  ],
  *check({ markers, loop }) {
    for (const marker of markers.all) {
      const { file, span, target, verdict } = marker
      if (verdict?.rule !== 'marker-policy' || target === undefined) continue
      const meant = meantPolicy(marker, target, verdict.why, loop)
      yield {
        file: file.path,
        span,
        message: `${problemOf(target, verdict.why)}, so Flux passes over the marker without a word and the value is never updated`,
        found: `${target.namespace}:${target.policy}`,
        ...(meant === undefined
          ? {}
          : { expected: `${meant.namespace}:${meant.policy}`, fix: { text: printMarker(meant) } }),
      }
    }
  },
}

function problemOf({ namespace, policy }: MarkerTarget, why: AbsentPolicy): string {
  switch (why.kind) {
    case 'no-such-policy':
      return `there is no ImagePolicy ${namespace}/${policy}`
    case 'other-namespace':
      return `the ImagePolicy ${policy} is in the namespace "${why.policy.namespace ?? '(none)'}", not in "${namespace}"`
    case 'not-of-automation':
      return `the ${titleOf(why.automation.resource)} works on this file and takes policies of its own namespace only`
    case 'not-selected':
      return `the policySelector of the ${titleOf(why.automation.resource)} leaves out the ImagePolicy ${namespace}/${policy}`
  }
}

function meantPolicy(
  { automations }: JudgedMarker,
  target: MarkerTarget,
  why: AbsentPolicy,
  { policies }: RuleContext['loop'],
): MarkerTarget | undefined {
  if (why.kind === 'not-selected' || why.kind === 'not-of-automation') return undefined
  if (why.kind === 'other-namespace') {
    const { namespace } = why.policy
    return namespace === undefined ? undefined : { ...target, namespace }
  }
  const taken = policies.filter(
    ({ namespace }) => automations.length === 0 || automations.some(automation => automation.namespace === namespace),
  )
  const near = nearest(
    target.policy,
    taken.map(({ name }) => name),
  )
  const found = taken.find(({ name }) => name === near)
  if (found?.namespace === undefined) return undefined
  return { ...target, namespace: found.namespace, policy: found.name }
}
