import { isSilent, type Kubectl } from '../cluster/kubectl.js'
import { liveObjects } from '../cluster/live-object.js'
import type { Listed, LiveCluster } from './facts.js'

/** Everything of a cluster that the links are judged by. */
export async function gatherCluster(kubectl: Kubectl, namespaces: readonly string[]): Promise<LiveCluster> {
  const list = async (...args: readonly string[]): Promise<Listed> => {
    const answer = await kubectl.json('get', ...args)
    if (isSilent(answer)) return answer
    // A kind that the cluster does not serve has no objects.
    return answer.state === 'found' ? liveObjects(answer.value) : []
  }
  const [controllers, sources, repositories, policies, automations, kustomizations, helmReleases, sealedSecrets] =
    await Promise.all([
      list('deployments.apps', '-n', 'flux-system', '-l', 'app.kubernetes.io/part-of=flux'),
      list('gitrepositories.source.toolkit.fluxcd.io', '-A'),
      list('imagerepositories.image.toolkit.fluxcd.io', '-A'),
      list('imagepolicies.image.toolkit.fluxcd.io', '-A'),
      list('imageupdateautomations.image.toolkit.fluxcd.io', '-A'),
      list('kustomizations.kustomize.toolkit.fluxcd.io', '-A'),
      list('helmreleases.helm.toolkit.fluxcd.io', '-A'),
      list('sealedsecrets.bitnami.com', '-A'),
    ])
  const kinds = 'deployments.apps,statefulsets.apps,daemonsets.apps,jobs.batch,cronjobs.batch,pods'
  const workloads = await Promise.all(namespaces.map(namespace => list(kinds, '-n', namespace)))
  return {
    controllers,
    sources,
    repositories,
    policies,
    automations,
    kustomizations,
    helmReleases,
    sealedSecrets,
    workloads: joined(workloads),
  }
}

/** A cluster that was not heard. */
export function unseenCluster(why: string): LiveCluster {
  const silence = { state: 'failed', why } as const
  return {
    controllers: silence,
    sources: silence,
    repositories: silence,
    policies: silence,
    automations: silence,
    kustomizations: silence,
    helmReleases: silence,
    sealedSecrets: silence,
    workloads: silence,
  }
}

function joined(lists: readonly Listed[]): Listed {
  const silent = lists.find(listed => isSilent(listed))
  return silent ?? lists.flatMap(listed => (isSilent(listed) ? [] : listed))
}
