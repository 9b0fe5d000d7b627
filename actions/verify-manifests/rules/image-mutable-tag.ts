import { posix } from 'node:path'
import { imageNamesOf } from '../../../src/flux/inventory/flux-kustomization.js'
import { hasVariable } from '../../../src/flux/inventory/image-loop.js'
import { imagePlaces } from '../../../src/flux/inventory/image-places.js'
import { canonicalRepository } from '../../../src/image/canonical.js'
import { parseReference } from '../../../src/image/reference.js'
import { valueAt } from '../../../src/json.js'
import type { Rule, RuleContext } from '../rule.js'
import { deployment } from './image-loop-trees.js'

export const imageMutableTag: Rule = {
  id: 'image-mutable-tag',
  severity: 'warning',
  summary: 'An image has a tag that stays the same image, or a digest.',
  why: 'What runs behind `latest`, or no tag at all, depends on when a node pulled it. Flux sees no change, nothing is rolled out, and nothing can be taken back.',
  fix: 'Write a version or a digest.',
  examples: [
    { title: 'latest', files: { 'website/frontend.yaml': deployment('latest', ' # expect: image-mutable-tag') } },
    { title: 'a build', files: { 'website/frontend.yaml': deployment() } },
  ],
  check: context => {
    const renamed = renamedImages(context)
    return imagePlaces(context.inventory).flatMap(place => {
      const { file, document, keys, span, image, part, resource } = place
      const reference = hasVariable(image) ? undefined : parseReference(image)
      if (reference === undefined || reference.digest !== undefined) return []
      // A chart's own values are what it has unless somebody says otherwise.
      if (resource === undefined && context.inventory.files.has(posix.join(posix.dirname(file.path), 'Chart.yaml')))
        return []
      const placements = resource === undefined ? [] : context.inventory.placementsOf(resource)
      // A patch, or kustomize's images, may put the tag in.
      if (placements.some(({ isRewritten }) => isRewritten) || renamed.has(canonicalRepository(image) ?? image))
        return []
      // Values of a chart without a tag leave it to the chart; what a marker is for is marker-tag's matter.
      if (reference.tag === undefined ? part === 'tag' : reference.tag !== 'latest') return []
      // What compose builds by itself is pulled from nowhere.
      if (keys !== undefined && valueAt(document.value, [...keys.slice(0, -1), 'build']) !== undefined) return []
      if ((context.markers.byFile.get(file.path) ?? []).some(marker => marker.value?.span.line === span.line)) return []
      return [
        {
          file: file.path,
          span,
          message:
            reference.tag === undefined
              ? 'the image has no tag, which means latest: what runs depends on when a node pulled it'
              : 'what runs behind latest depends on when a node pulled it, and a new image changes nothing in git',
          found: image,
          expected: 'a version or a digest',
          fix: { text: `${image.replace(/:latest$/, '')}:1.2.3` },
        },
      ]
    })
  },
}

/** Images that a kustomize file or a Flux Kustomization gives a tag or another name. */
function renamedImages({ inventory }: RuleContext): ReadonlySet<string> {
  const named = [...inventory.layout.kustomizeFiles.values()].flatMap(({ images }) =>
    images.flatMap(({ name }) => name ?? []),
  )
  const byFlux = inventory.kustomizations.flatMap(imageNamesOf)
  return new Set([...named, ...byFlux].map(name => canonicalRepository(name) ?? name))
}
