import { hasVariable } from '../../../src/flux/inventory/image-loop.js'
import { rangeIn, textIn } from '../../../src/flux/inventory/resource.js'
import { parseReference } from '../../../src/image/reference.js'
import { type Report, type Rule, reportAt } from '../rule.js'
import { imageRepository } from './image-loop-trees.js'

export const repositoryImageReference: Rule = {
  id: 'repository-image-reference',
  severity: 'error',
  summary: '`spec.image` is a host and a name, without scheme, tag and digest.',
  why: 'Flux does not scan anything else. Harbor wants a project in front of the name, and answers 400 to every call without one.',
  fix: 'Write `host/project/name`.',
  examples: [
    {
      title: 'a scheme',
      files: {
        'flux/repository.yaml': imageRepository(
          'https://ghcr.io/example/frontend # expect: repository-image-reference',
        ),
      },
    },
    {
      title: 'a tag',
      files: {
        'flux/repository.yaml': imageRepository('ghcr.io/example/frontend:latest # expect: repository-image-reference'),
      },
    },
    {
      title: 'no project on a registry that is Harbor',
      files: {
        '.fluxgate.yaml': 'registries: {"192.168.0.40:5000": harbor}\n',
        'flux/repository.yaml': imageRepository('192.168.0.40:5000/frontend # expect: repository-image-reference'),
      },
    },
    { title: 'a host and a name', files: { 'flux/repository.yaml': imageRepository('ghcr.io/example/frontend') } },
  ],
  check: ({ loop, config }) =>
    loop.repositories.flatMap(({ resource, placement }): readonly Report[] => {
      const image = textIn(resource, 'spec', 'image')
      if (image === undefined || hasVariable(image) || placement.isRewritten) return []
      const fault = faultOf(image, config.registries)
      if (fault === undefined) return []
      const range = rangeIn(resource, 'spec', 'image')
      const edits =
        fault.certain && range !== undefined
          ? [{ file: resource.file.path, start: range[0], end: range[1], text: fault.right }]
          : undefined
      return [
        reportAt(resource, ['spec', 'image'], {
          message: fault.message,
          found: image,
          expected: fault.right,
          fix: { text: `image: ${fault.right}`, ...(edits === undefined ? {} : { edits }) },
        }),
      ]
    }),
}

interface Fault {
  readonly message: string
  readonly right: string
  readonly certain: boolean
}

function faultOf(image: string, registries: ReadonlyMap<string, string>): Fault | undefined {
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(image)?.[0]
  if (scheme !== undefined) {
    return {
      message: `there is a scheme in it, and Flux takes none${scheme.startsWith('http:') ? ': plain HTTP is said by `insecure: true`' : ''}`,
      right: image.slice(scheme.length),
      certain: true,
    }
  }
  const reference = parseReference(image)
  if (reference === undefined) return unparsableFault(image)
  const name = reference.registry === undefined ? reference.name : `${reference.registry}/${reference.name}`
  if (reference.tag !== undefined || reference.digest !== undefined) {
    return {
      message: `there is a ${reference.digest === undefined ? 'tag' : 'digest'} in it: Flux scans all tags of a name`,
      right: name,
      certain: true,
    }
  }
  const isHarbor = reference.registry !== undefined && registries.get(reference.registry) === 'harbor'
  if (!isHarbor || reference.name.includes('/')) return undefined
  return {
    message: 'Harbor has no repositories outside of a project, and answers 400 to every call',
    right: `${reference.registry ?? ''}/library/${reference.name}`,
    certain: false,
  }
}

/** What is a reference but for its capitals or a slash at its end; of anything else nobody can say what it should be. */
function unparsableFault(image: string): Fault | undefined {
  const trimmed = image.replace(/\/+$/, '')
  if (trimmed !== image && parseReference(trimmed) !== undefined) {
    return { message: 'there is a slash at its end, and Flux cannot read it', right: trimmed, certain: true }
  }
  const slash = trimmed.indexOf('/') + 1
  const lower = trimmed.slice(0, slash) + trimmed.slice(slash).toLowerCase()
  if (lower === image || parseReference(lower) === undefined) return undefined
  return {
    message: 'there are capital letters in the name, and no registry has such a name',
    right: lower,
    certain: false,
  }
}
