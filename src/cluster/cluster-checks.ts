import { textMember, valueAt } from '../json.js'
import { broken, type Check, ok, unknown } from './check.js'
import type { Kubectl, Silence } from './kubectl.js'
import { oldestKubernetes, parseVersion } from './versions.js'

export interface Reached {
  readonly check: Check
  /** Whether it answers, good or bad. */
  readonly isReached: boolean
}

/**
 * Whether the cluster is reached, and what runs it.
 *
 * @param minor of the Flux that is to run there; undefined when it is not the question
 */
export async function kubernetesCheck(kubectl: Kubectl, minor: number | undefined): Promise<Reached> {
  const answer = await kubectl.json('version')
  if (answer.state !== 'found') return { check: unreached(answer), isReached: false }
  return { check: versionCheck(answer.value, minor), isReached: true }
}

function versionCheck(answer: unknown, minor: number | undefined): Check {
  const text = textMember(valueAt(answer, ['serverVersion']), 'gitVersion') ?? ''
  const version = parseVersion(text)
  if (version === undefined) return unknown('cluster', `does not say its version (${JSON.stringify(text)})`)
  const oldest = minor === undefined ? undefined : oldestKubernetes(minor)
  if (oldest !== undefined && version.major === 1 && version.minor < oldest) {
    const found = `runs Kubernetes ${text}: Flux 2.${minor} needs 1.${oldest} or newer`
    return broken('cluster', found, 'Upgrade Kubernetes, or install an older flux')
  }
  return ok('cluster', `is reached, and runs Kubernetes ${text}`)
}

/** Whether the user of the kubeconfig may do everything, as an installation must. */
export async function rightsCheck(kubectl: Kubectl): Promise<Check | undefined> {
  const answer = await kubectl.text('auth', 'can-i', '*', '*', '--all-namespaces')
  if (answer.state === 'found') return ok('rights in the cluster', 'cover everything')
  // kubectl says no with exit code 1 and that word.
  if (answer.why !== 'no') return undefined
  return broken(
    'rights in the cluster',
    'do not cover everything, and Flux needs a cluster-admin to be installed',
    'Use the kubeconfig of a cluster-admin',
  )
}

/** A cluster that does not answer. */
export function unreached(silence: Silence): Check {
  if (silence.state === 'no-kubectl') {
    return broken('kubectl', 'was not found on this machine', 'Install it: https://kubernetes.io/docs/tasks/tools/')
  }
  return broken(
    'cluster',
    `is not reached: ${silence.why}`,
    'Check KUBECONFIG and --context: kubectl version must answer',
  )
}
