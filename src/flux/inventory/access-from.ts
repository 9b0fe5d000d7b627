import { listMember, member } from '../../json.js'

/** `spec.accessFrom`: labels of the namespaces that may refer to an object; undefined when no other namespace may. */
export type AccessFrom = readonly ReadonlyMap<string, unknown>[] | undefined

export function readAccessFrom(value: unknown): AccessFrom {
  if (value === undefined || value === null) return undefined
  return listMember(value, 'namespaceSelectors').map(selector => {
    const labels = member(selector, 'matchLabels')
    return new Map(typeof labels === 'object' && labels !== null ? Object.entries(labels) : [])
  })
}

/**
 * Whether a namespace is admitted. An empty selector admits every one.
 *
 * @param labels those of the namespace as each manifest of it has them; none when the tree does not hold it
 * @returns undefined when the labels are not known and would decide
 */
export function mayAccess(accessFrom: AccessFrom, labels: readonly unknown[]): boolean | undefined {
  if (accessFrom === undefined) return false
  if (accessFrom.some(selector => selector.size === 0)) return true
  if (labels.length === 0) return accessFrom.length === 0 ? false : undefined
  return accessFrom.some(selector =>
    labels.some(found => [...selector].every(([key, value]) => member(found, key) === value)),
  )
}
