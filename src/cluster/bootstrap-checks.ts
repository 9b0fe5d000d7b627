import { newestFluxMinor } from '../flux/api.js'
import type { Cluster } from '../flux/inventory/placement.js'
import type { Inventory } from '../flux/inventory.js'
import type { Git } from '../git/repository.js'
import { apiAddress } from '../github/address.js'
import { openGitHub } from '../github/ask.js'
import { bootstrapRights, type Granted } from '../github/bootstrap-rights.js'
import type { Runner } from '../runner/ports.js'
import type { BootstrapRequest } from './bootstrap-command.js'
import { type BootstrapNeed, bootstrapNeed } from './bootstrap-need.js'
import { broken, type Check, ok, unknown } from './check.js'
import { kubernetesCheck, rightsCheck } from './cluster-checks.js'
import { clusterPaths, unservedIn } from './expected-rollout.js'
import { fluxProgram } from './flux-program.js'
import { installedFlux } from './installed-flux.js'
import { isSilent, type Kubectl } from './kubectl.js'
import { pushedCheck } from './pushed-tree.js'
import type { Version } from './versions.js'

export interface Bootstrappable {
  readonly git: Git
  readonly inventory: Inventory
  /** Undefined when the folder has no tree at the path. */
  readonly cluster: Cluster | undefined
  /** Whether the folder is a work tree of the repository. */
  readonly isHere: boolean
  readonly request: BootstrapRequest
}

export interface Preflight {
  readonly checks: readonly Check[]
  readonly need: BootstrapNeed | undefined
  /** What GitHub says of the owner; undefined when it was not heard. */
  readonly isPersonal: boolean | undefined
}

/** Looks at everything that a bootstrap needs, and gives up at nothing: what is missing is named in one go. */
export async function bootstrapChecks(
  target: Bootstrappable,
  kubectl: Kubectl,
  runner: Pick<Runner, 'exec' | 'http' | 'env' | 'signal'>,
): Promise<Preflight> {
  const { request, git } = target
  const [flux, granted] = await Promise.all([fluxProgram(runner), rightsAtGitHub(request, runner)])
  const { check: kubernetes, isReached } = await kubernetesCheck(kubectl, flux.version?.minor ?? newestFluxMinor)
  const installed = isReached ? await installedFlux(kubectl) : undefined
  const need =
    installed === undefined || isSilent(installed) ? undefined : bootstrapNeed(installed, request, flux.version)
  const checks = [
    flux.check,
    ...(kubernetes.subject === 'kubectl' ? [] : [ok('kubectl', 'is installed')]),
    kubernetes,
    ...(isReached ? [(await rightsCheck(kubectl)) ?? []].flat() : []),
    ...(installed !== undefined && isSilent(installed)
      ? [
          broken(
            'Flux in the cluster',
            `cannot be looked at: ${installed.why}`,
            'Use the kubeconfig of a cluster-admin',
          ),
        ]
      : []),
    ...(need?.kind === 'conflict' ? need.checks : []),
    ...granted.checks,
    ...(await treeChecks(target, git, granted.head, flux.version)),
  ]
  return { checks, need, isPersonal: granted.isPersonal }
}

async function rightsAtGitHub(
  { host, owner, repository, branch, path }: BootstrapRequest,
  { http, env, signal }: Pick<Runner, 'http' | 'env' | 'signal'>,
): Promise<Granted> {
  const { GITHUB_TOKEN: token, GITHUB_API_URL: api } = env
  if (token)
    return bootstrapRights(openGitHub(http, apiAddress(host, api), token, signal), { owner, repository, branch, path })
  const missing = broken(
    'GITHUB_TOKEN',
    'is not set',
    'Put a token into the environment: a classic one with the scope repo, or a fine-grained one for this repository with Administration and Contents: read and write',
  )
  return { checks: [missing], isPersonal: undefined, head: undefined }
}

async function treeChecks(
  { inventory, cluster, isHere, request }: Bootstrappable,
  git: Git,
  head: string | undefined,
  flux: Version | undefined,
): Promise<readonly Check[]> {
  const { path, branch } = request
  if (!isHere) return [unknown('this folder', `is no checkout of ${request.owner}/${request.repository}`)]
  if (cluster === undefined) {
    const others = clusterPaths(inventory)
    const next =
      others.length === 0
        ? 'Write it with fluxgate init, or name another one with --path'
        : `Name the one that is meant with --path: ${others.join(', ')}`
    return [
      broken(`${path} here`, 'has no flux-system/gotk-sync.yaml, so it is no tree that a cluster could follow', next),
    ]
  }
  const unserved = flux && unservedIn(inventory, cluster, flux.minor)
  return [
    await pushedCheck(git, path, branch, head),
    ...(unserved === undefined
      ? []
      : [broken('flux', `2.${flux?.minor} does not serve ${unserved}`, 'Install the Flux that the tree is for')]),
  ]
}
