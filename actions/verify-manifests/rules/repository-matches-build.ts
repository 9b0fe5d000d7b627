import { matchBuild } from '../../../src/flux/inventory/image-builds.js'
import { hasVariable } from '../../../src/flux/inventory/image-loop.js'
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
    return loop.repositories.flatMap(({ resource, image, placement }) => {
      if (image === undefined || hasVariable(image) || placement.isRewritten) return []
      // A tag or a scheme in it is another rule's matter.
      const reference = parseReference(image)
      if (reference === undefined || reference.tag !== undefined || reference.digest !== undefined) return []
      const match = matchBuild(image, all, builds)
      if (match.state !== 'differs') return []
      const { build } = match
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
