import { gitHubAddress } from '../github/address.js'
import type { BootstrapRequest } from './bootstrap-command.js'
import { COMPONENTS } from './bootstrap-command.js'
import { broken, type Check } from './check.js'
import { FLUX_NAMESPACE, type InstalledFlux } from './installed-flux.js'
import { compareVersions, type Version } from './versions.js'

/** What there is to do for a bootstrap in a cluster. */
export type BootstrapNeed =
  /** It has been done: everything is there. */
  | { readonly kind: 'none' }
  /** @property why what there is, and what is to come; each the end of a sentence */
  | { readonly kind: 'run'; readonly why: readonly string[] }
  /** It would take over or take back what somebody else has set up. */
  | { readonly kind: 'conflict'; readonly checks: readonly Check[] }

/** @param flux the command line that would do it; undefined when it is not known */
export function bootstrapNeed(
  { sync, components, version, manager }: InstalledFlux,
  request: BootstrapRequest,
  flux: Version | undefined,
): BootstrapNeed {
  const conflicts: Check[] = []
  const conflict = (found: string, remedy: string) => conflicts.push(broken('Flux in the cluster', found, remedy))
  if (manager !== undefined) {
    conflict(
      `is managed by ${manager}`,
      `Take it away with ${manager}, or leave it to ${manager} and set the sync up there`,
    )
  }
  const address = `${request.host}/${request.owner}/${request.repository}`
  if (sync !== undefined && !isSameRepository(sync.address, request)) {
    conflict(`follows ${sync.address}`, `flux uninstall, or choose another cluster, before it follows ${address}`)
  } else if (sync !== undefined && sync.path !== request.path) {
    conflict(`follows the path ${sync.path}`, 'Give that one with --path, or flux uninstall first')
  }
  if (version !== undefined && flux !== undefined && compareVersions(flux, version) < 0) {
    conflict(
      `is ${version.text}, newer than the flux ${flux.text} here, which would take it back`,
      'Install that flux here',
    )
  }
  if (conflicts.length > 0) return { kind: 'conflict', checks: conflicts }
  if (sync === undefined && components.length === 0) return { kind: 'run', why: ['has no Flux yet'] }
  const why: string[] = []
  if (sync === undefined) why.push(`has Flux's controllers, and no Kustomization ${FLUX_NAMESPACE}/${FLUX_NAMESPACE}`)
  else if (sync.branch !== request.branch) why.push(`follows the branch ${sync.branch ?? 'of nobody'}`)
  const missing = COMPONENTS.filter(component => !components.includes(component))
  if (missing.length > 0) why.push(`lacks ${missing.join(', ')}`)
  if (version !== undefined && flux !== undefined && compareVersions(flux, version) > 0) {
    why.push(`has Flux ${version.text}, and the flux here is ${flux.text}`)
  }
  return why.length === 0 ? { kind: 'none' } : { kind: 'run', why }
}

/** An Enterprise may have another host for SSH, as github.com has. */
function isSameRepository(followed: string, { host, owner, repository }: BootstrapRequest): boolean {
  const address = gitHubAddress(followed)
  const isSame = `${address?.owner}/${address?.name}`.toLowerCase() === `${owner}/${repository}`.toLowerCase()
  return isSame && (address?.host === host || host !== 'github.com')
}
