import { matchBuild } from '../../../src/flux/inventory/image-builds.js'
import { valueIn } from '../../../src/flux/inventory/resource.js'
import { type Rule, reportAt } from '../rule.js'
import { buildWorkflow, imagePolicy, imageRepository, WORKFLOW_FILE } from './image-loop-trees.js'

export const repositoryInsecure: Rule = {
  id: 'repository-insecure',
  severity: 'error',
  summary: 'Build and Flux agree whether the registry speaks plain HTTP.',
  why: 'Flux asks over HTTPS unless it is told otherwise; a registry on plain HTTP does not answer, and no tag is seen.',
  fix: 'Write `insecure: true` into the ImageRepository of a registry on plain HTTP, and take it away for one on HTTPS.',
  examples: [
    {
      title: 'plain HTTP in the build only',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository('192.168.0.40:5000/library/frontend # expect: repository-insecure'),
        'flux/policy.yaml': imagePolicy(),
      },
    },
    {
      title: 'plain HTTP in Flux only',
      files: {
        [WORKFLOW_FILE]: buildWorkflow(),
        'flux/repository.yaml': imageRepository(undefined, 'insecure: true # expect: repository-insecure'),
        'flux/policy.yaml': imagePolicy(),
      },
    },
    {
      title: 'plain HTTP on both sides',
      files: {
        [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
        'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
        'flux/policy.yaml': imagePolicy(),
      },
    },
  ],
  check: ({ loop, builds }) =>
    loop.repositories.flatMap(({ resource, image, insecure, placement }) => {
      const written = valueIn(resource, 'spec', 'insecure')
      if (image === undefined || placement.isRewritten || (written !== undefined && typeof written !== 'boolean'))
        return []
      const match = matchBuild(image, [image], builds)
      if (match.state !== 'same') return []
      const said = new Set(match.builds.map(build => build.insecure))
      if (said.size !== 1 || said.has(undefined) || said.has(insecure)) return []
      return [
        reportAt(resource, ['spec', written === undefined ? 'image' : 'insecure'], {
          message: insecure
            ? 'Flux asks over plain HTTP, and the build pushes over HTTPS'
            : 'the build pushes over plain HTTP, and Flux asks over HTTPS: it gets no answer, and no tag is seen',
          found: written === undefined ? 'no insecure' : `insecure: ${String(written)}`,
          expected: `insecure: ${String(!insecure)}`,
          fix: { text: `insecure: ${String(!insecure)}` },
        }),
      ]
    }),
}
