import type { ImageBuild } from '../../../src/flux/inventory/image-builds.js'
import { hasVariable } from '../../../src/flux/inventory/image-loop.js'
import { imagePlaces, podSpecKeys } from '../../../src/flux/inventory/image-places.js'
import { originOf, type Resource, titleOf, valueIn } from '../../../src/flux/inventory/resource.js'
import { canonicalRepository } from '../../../src/image/canonical.js'
import { listMember, member, textMember } from '../../../src/json.js'
import type { Key } from '../../../src/yaml/source-file.js'
import type { Rule } from '../rule.js'
import { buildWorkflow, deployment, WORKFLOW_FILE } from './image-loop-trees.js'

export const platformMatches: Rule = {
  id: 'platform-matches',
  severity: 'error',
  summary: 'The build makes the image for the architecture of the nodes that are to run it.',
  why: 'On a node of another architecture the pod ends with "exec format error", or the image is not found for the platform.',
  fix: 'Build for the platform too, or choose other nodes.',
  examples: [
    {
      title: 'an image for arm64 on nodes with amd64',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'website/frontend.yaml': deployment(
          undefined,
          '',
          'nodeSelector:',
          '  kubernetes.io/arch: amd64 # expect: platform-matches',
        ),
      },
    },
    {
      title: 'an image for arm64 on nodes with arm64',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'website/frontend.yaml': deployment(undefined, '', 'nodeSelector:', '  kubernetes.io/arch: arm64'),
      },
    },
  ],
  check: ({ inventory, builds }) =>
    imagePlaces(inventory).flatMap(({ resource, image }) => {
      if (resource === undefined || inventory.placementsOf(resource).some(({ isRewritten }) => isRewritten)) return []
      const repository = canonicalRepository(image)
      const own = builds.filter(build => canonicalRepository(build.image) === repository && repository !== undefined)
      const made = architecturesOf(own)
      const wanted = wantedArchitectures(resource)
      if (made === undefined || wanted === undefined || wanted.names.some(name => made.has(name))) return []
      const names = wanted.names.join(', ')
      return [
        {
          ...originOf(resource, ...wanted.keys),
          message: `${titleOf(resource)} wants nodes with ${names}, and the build makes ${repository ?? image} for ${[...made].sort().join(', ')} only`,
          found: names,
          expected: [...made].sort().join(' or '),
          fix: {
            text: `platforms: ${[...made, ...wanted.names]
              .map(name => `linux/${name}`)
              .sort()
              .join(',')}`,
          },
          witness: own.flatMap(({ place, platforms }) =>
            place === undefined ? [] : [`${place.file}:${place.span.line} builds for ${platforms?.join(', ') ?? '?'}`],
          ),
        },
      ]
    }),
}

/** Undefined when a build does not say it, or leaves it to its builder. */
function architecturesOf(builds: readonly ImageBuild[]): ReadonlySet<string> | undefined {
  const platforms = builds.flatMap(build => build.platforms ?? [''])
  if (builds.length === 0 || builds.some(build => build.platforms?.length === 0) || platforms.includes(''))
    return undefined
  return new Set(platforms.map(platform => platform.split('/')[1] ?? platform))
}

interface Wanted {
  readonly names: readonly string[]
  readonly keys: readonly Key[]
}

/** The architectures that a workload's node selector, or a required affinity with a single term, allows. */
function wantedArchitectures(resource: Resource): Wanted | undefined {
  const pod = podSpecKeys(resource)
  if (pod === undefined) return undefined
  const selector = valueIn(resource, ...pod, 'nodeSelector')
  for (const label of ['kubernetes.io/arch', 'beta.kubernetes.io/arch']) {
    const value = textMember(selector, label)
    if (value !== undefined && !hasVariable(value)) return { names: [value], keys: [...pod, 'nodeSelector', label] }
  }
  const keys = [
    ...pod,
    'affinity',
    'nodeAffinity',
    'requiredDuringSchedulingIgnoredDuringExecution',
    'nodeSelectorTerms',
  ]
  const terms = valueIn(resource, ...keys)
  if (!Array.isArray(terms) || terms.length === 0) return undefined
  const perTerm = terms.map((term: unknown) => architectureOfTerm(term))
  // A node that fits any term will do: one that says nothing allows all.
  if (perTerm.some(names => names === undefined)) return undefined
  return {
    names: perTerm.flatMap(names => names ?? []),
    keys: [...keys, 0, 'matchExpressions', architectureIndex(terms[0]), 'values', 0],
  }
}

/** Which of a term's expressions asks for architectures; -1 when none does. */
function architectureIndex(term: unknown): number {
  return listMember(term, 'matchExpressions').findIndex(
    candidate => textMember(candidate, 'key') === 'kubernetes.io/arch' && textMember(candidate, 'operator') === 'In',
  )
}

function architectureOfTerm(term: unknown): readonly string[] | undefined {
  const expression = listMember(term, 'matchExpressions')[architectureIndex(term)]
  const values = listMember(expression, 'values').filter(value => typeof value === 'string')
  return member(expression, 'values') === undefined || values.some(hasVariable) ? undefined : values
}
