import { plainAddress } from '../flux/inventory/own-source.js'
import { isSilent, type Kubectl, type Silence } from './kubectl.js'
import { type LiveObject, labelOf, liveObjects, liveText } from './live-object.js'
import { parseVersion, type Version } from './versions.js'

/** The Flux of a cluster, in the namespace that `flux bootstrap` uses. */
export interface InstalledFlux {
  /** Names of its controllers, sorted. */
  readonly components: readonly string[]
  /** What its CRDs say; undefined where they say nothing. */
  readonly version: Version | undefined
  /** What put it there, when that was not flux: `Helm`. */
  readonly manager: string | undefined
  /** What a bootstrap made it follow; undefined before one. */
  readonly sync: Sync | undefined
}

export interface Sync {
  /** As plainAddress gives it: `github.com/example/website`. */
  readonly address: string
  readonly branch: string | undefined
  /** Without `./` and a slash at the end. */
  readonly path: string
}

export const FLUX_NAMESPACE = 'flux-system'

/** Asks for what Flux there is; a silence when it cannot be known whether there is one. */
export async function installedFlux(kubectl: Kubectl): Promise<InstalledFlux | Silence> {
  const own = ['-n', FLUX_NAMESPACE]
  const [definition, controllers, sources, kustomizations] = await Promise.all([
    kubectl.json('get', 'crd', 'gitrepositories.source.toolkit.fluxcd.io'),
    kubectl.json('get', 'deployments.apps', ...own, '-l', 'app.kubernetes.io/part-of=flux'),
    kubectl.json('get', 'gitrepositories.source.toolkit.fluxcd.io', ...own),
    kubectl.json('get', 'kustomizations.kustomize.toolkit.fluxcd.io', ...own),
  ])
  const answers = [definition, controllers, sources, kustomizations]
  for (const answer of answers) if (isSilent(answer)) return answer
  const [crds, deployments, repositories, appliers] = answers.map(answer =>
    answer.state === 'found' ? liveObjects(answer.value) : [],
  )
  const [crd] = crds ?? []
  const manager = crd && labelOf(crd, 'app.kubernetes.io/managed-by')
  const version = crd && labelOf(crd, 'app.kubernetes.io/version')
  return {
    components: (deployments ?? []).map(({ name }) => name).sort(),
    version: version === undefined ? undefined : parseVersion(version),
    manager: manager === 'flux' ? undefined : manager,
    sync: syncOf(repositories ?? [], appliers ?? []),
  }
}

function syncOf(sources: readonly LiveObject[], kustomizations: readonly LiveObject[]): Sync | undefined {
  const root = kustomizations.find(({ name }) => name === FLUX_NAMESPACE)
  if (root === undefined) return undefined
  const source = sources.find(({ name }) => name === (liveText(root, 'spec', 'sourceRef', 'name') ?? FLUX_NAMESPACE))
  const url = source && liveText(source, 'spec', 'url')
  if (source === undefined || url === undefined) return undefined
  return {
    address: plainAddress(url),
    branch: liveText(source, 'spec', 'ref', 'branch'),
    path: plainPath(liveText(root, 'spec', 'path') ?? ''),
  }
}

/** A path as people write it: `./flux/`, `flux` and `/flux` are one. */
export function plainPath(path: string): string {
  return path.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '') || '.'
}
