import { imageOf } from '../../../src/flux/inventory/elected-image.js'
import type { JudgedMarker, MarkerPart } from '../../../src/flux/inventory/marker.js'
import { printMarker } from '../../../src/flux/inventory/marker.js'
import { repairedTarget } from '../../../src/flux/inventory/marker-repair.js'
import { nearest } from '../../../src/nearest.js'
import type { Report, Rule } from '../rule.js'
import { exampleDeployment, exampleImage, exampleLoop } from './example-loop.js'

export const markerSuffix: Rule = {
  id: 'marker-suffix',
  severity: 'error',
  summary: 'The suffix of a setter marker says the part of the image that its value wants.',
  why: 'Without a suffix Flux writes `host/name:tag`, with `:tag`, `:name` or `:digest` that part alone. The wrong one writes a tag where an image is wanted, or an image where a tag is; an unknown one is passed over in silence.',
  fix: 'A whole reference takes no suffix, a tag `:tag`, an image without tag `:name`.',
  examples: [
    {
      title: 'A value that is only a tag gets the whole reference',
      files: {
        ...exampleLoop,
        'flux/values.yaml': `image:
  repository: 192.168.0.40:5000/library/frontend
  # expect-below: marker-suffix
  tag: main-abc1234-1700000000 # {"$imagepolicy": "flux-system:frontend"}
`,
      },
    },
    {
      title: 'The image of a container gets a tag alone',
      files: {
        ...exampleLoop,
        'flux/frontend.yaml': exampleDeployment(`        # expect-below: marker-suffix
        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend:tag"}`),
      },
    },
    {
      title: 'There is no such suffix',
      files: {
        ...exampleLoop,
        'flux/values.yaml': `image:
  repository: 192.168.0.40:5000/library/frontend
  # expect-below: marker-suffix
  tag: main-abc1234-1700000000 # {"$imagepolicy": "flux-system:frontend:tags"}
`,
      },
    },
    {
      title: 'Each part with its suffix',
      files: {
        ...exampleLoop,
        'flux/values.yaml': `image:
  repository: 192.168.0.40:5000/library/frontend # {"$imagepolicy": "flux-system:frontend:name"}
  tag: main-abc1234-1700000000 # {"$imagepolicy": "flux-system:frontend:tag"}
`,
        'flux/frontend.yaml': exampleDeployment(
          `        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`,
        ),
      },
    },
  ],
  *check({ markers }) {
    for (const marker of markers.all) {
      const { verdict } = marker
      if (verdict?.rule !== 'marker-suffix') continue
      yield verdict.fits === undefined ? unknownSuffix(marker) : wrongSuffix(marker, verdict.fits)
    }
  },
}

function unknownSuffix({ file, span, text, setter = '' }: JudgedMarker): Report {
  const suffix = setter.split(':')[2] ?? ''
  const target = repairedTarget(text)
  const part = nearest(suffix, ['tag', 'name', 'digest'])
  const meant = part === 'tag' || part === 'name' || part === 'digest' ? part : 'image'
  const marker = target === undefined ? undefined : printMarker({ ...target, part: meant })
  return {
    file: file.path,
    span,
    message: `":${suffix}" is no suffix that Flux knows, so it passes over the marker without a word and the value is never updated`,
    found: text,
    expected: 'no suffix, or one of ":tag", ":name", ":digest"',
    ...(marker === undefined ? {} : { fix: { text: marker } }),
  }
}

function wrongSuffix({ file, span, start, text, target, value, policy }: JudgedMarker, fits: MarkerPart): Report {
  const [first] = policy.state === 'found' ? policy.policies : []
  const image = (first === undefined ? undefined : imageOf(first)) ?? 'host/name'
  const written = { image: `${image}:<tag>`, tag: '<tag>', name: image, digest: '<digest>' }[target?.part ?? 'image']
  const marker = target === undefined ? '' : printMarker({ ...target, part: fits })
  const edits = [{ file: file.path, start, end: start + text.length, text: marker }]
  return {
    file: file.path,
    span,
    message: `Flux will write "${written}" in place of ${JSON.stringify(value?.text ?? '')}, where ${WANTED[fits]} is wanted`,
    found: text,
    ...(target === undefined ? {} : { expected: marker, fix: { text: marker, edits } }),
  }
}

const WANTED: Readonly<Record<MarkerPart, string>> = {
  image: 'a whole reference',
  tag: 'a tag alone',
  name: 'an image without a tag',
  digest: 'a digest alone',
}
