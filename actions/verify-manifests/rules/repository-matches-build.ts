import { type ImageBuild, matchBuild } from '../../../src/flux/inventory/image-builds.js'
import { hasVariable, type PlacedPolicy, type PlacedRepository } from '../../../src/flux/inventory/image-loop.js'
import { isMeantForBuild } from '../../../src/flux/inventory/policy-tags.js'
import { parseReference } from '../../../src/image/reference.js'
import { type Rule, reportAt } from '../rule.js'
import { buildWorkflow, imagePolicy, imageRepository, WORKFLOW_FILE } from './image-loop-trees.js'

export const repositoryMatchesBuild: Rule = {
  id: 'repository-matches-build',
  severity: 'error',
  summary: 'Flux scans what the build pushes.',
  why: 'When the registry, the port or the name differs, Flux scans a place where no new tag ever appears, or none at all.',
  fix: 'Give the ImageRepository the registry and the name that the build has.',
  examples: [
    {
      title: 'the registry has moved, in the build only',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository(
          '192.168.0.10:5000/library/frontend # expect: repository-matches-build',
          'insecure: true',
        ),
        'flux/policy.yaml': imagePolicy(),
      },
    },
    {
      title: 'the name without its project',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository(
          '192.168.0.40:5000/frontend # expect: repository-matches-build',
          'insecure: true',
        ),
        'flux/policy.yaml': imagePolicy(),
      },
    },
    {
      title: "somebody else's image with the same last part",
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
        'flux/policy.yaml': imagePolicy({ pattern: '', order: "    semver:\n      range: '>=1.0.0'" }),
      },
    },
    {
      title: 'through a cache',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository('cache.example.com/harbor/library/frontend'),
        'flux/policy.yaml': imagePolicy(),
      },
    },
    {
      title: 'by its name within the cluster',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository('registry.registry.svc.cluster.local:5000/library/frontend'),
        'flux/policy.yaml': imagePolicy(),
      },
    },
    {
      title: 'the same on both sides',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
        'flux/policy.yaml': imagePolicy(),
      },
    },
  ],
  check: ({ loop, builds, inventory }) => {
    // A build that hides what it pushes may be the one.
    if (inventory.builds.some(({ registry, images }) => !registry.known || !images.known)) return []
    const all = loop.repositories.flatMap(({ image }) => image ?? [])
    return loop.repositories.flatMap(repository => {
      const { resource, image, placement } = repository
      if (image === undefined || hasVariable(image) || placement.isRewritten) return []
      // A tag or a scheme in it is another rule's matter.
      const reference = parseReference(image)
      if (reference === undefined || reference.tag !== undefined || reference.digest !== undefined) return []
      const match = matchBuild(image, all, builds)
      if (match.state !== 'differs') return []
      const { build } = match
      // Somebody else's image may have the same last part in its name.
      if (!isForBuild(repository, build, loop.policies, reference.name === build.name)) return []
      const parts = [
        ...(reference.registry === build.registry ? [] : ['the registry']),
        ...(reference.name === build.name ? [] : ['the name']),
      ]
      const place = build.place === undefined ? 'as stated' : `${build.place.file}:${build.place.span.line}`
      return [
        reportAt(resource, ['spec', 'image'], {
          message: `the build pushes ${build.image}, and Flux scans ${image}: ${parts.join(' and ')} differ${parts.length === 1 ? 's' : ''}, so no new tag is ever seen`,
          found: image,
          expected: build.image,
          fix: { text: `image: ${build.image}` },
          witness: [`${place} builds ${build.image}`],
        }),
      ]
    })
  },
}

/** Without a policy the whole name has to tell. */
function isForBuild(
  repository: PlacedRepository,
  build: ImageBuild,
  policies: readonly PlacedPolicy[],
  isSameName: boolean,
): boolean {
  const own = policies.filter(({ repository: match }) => match.state === 'found' && match.target === repository)
  return own.length === 0 ? isSameName : own.some(({ spec }) => isMeantForBuild(spec, build))
}
