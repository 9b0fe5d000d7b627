import { apiStatus, newestFluxMinor } from '../../src/flux/api.js'
import type { Inventory } from '../../src/flux/inventory.js'
import { oncePer } from '../../src/once-per.js'

/** The first minor of Flux 2 that serves the newest of the versions in a tree: the tree is for that one, or a newer one. */
export const oldestFluxFor = oncePer(({ resources }: Inventory): number => {
  const minors = Array.from({ length: newestFluxMinor + 1 }, (_, minor) => minor)
  const needed = resources.flatMap(({ group, version, kind }) => {
    if (!group.endsWith('.toolkit.fluxcd.io')) return []
    return minors.find(minor => ['served', 'deprecated'].includes(apiStatus(group, version, kind, minor).state)) ?? []
  })
  return Math.max(0, ...needed)
})
