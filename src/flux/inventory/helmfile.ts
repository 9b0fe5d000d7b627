import { listMember, textMember } from '../../json.js'
import type { Inventory } from '../inventory.js'

/**
 * The charts that the tree's helmfiles install, by the last part of their names. A cluster is bootstrapped with them before
 * Flux is there, and the HelmReleases of the same charts only take them over.
 */
export function helmfileCharts({ files }: Inventory): ReadonlySet<string> {
  const releases = [...files.values()].flatMap(({ documents }) =>
    documents.flatMap(({ value }) => listMember(value, 'releases')),
  )
  return new Set(releases.flatMap(release => textMember(release, 'chart')?.split('/').at(-1) ?? []))
}
