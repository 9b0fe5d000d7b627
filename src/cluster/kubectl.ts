import { messageOf, UserError } from '../errors.js'
import { parseJson } from '../json.js'
import { printableLine } from '../printable.js'
import type { Runner } from '../runner/ports.js'

/** A cluster, asked through the installed kubectl; nothing in it is changed. */
export interface Kubectl {
  /** `kubectl … -o json`, parsed. */
  json(...args: readonly string[]): Promise<Answer>
  /** Standard output of a call that gives plain text. */
  text(...args: readonly string[]): Promise<Answer<string>>
}

export type Answer<Value = unknown> = { readonly state: 'found'; readonly value: Value } | Silence

/** Why there is no answer. */
export interface Silence {
  /**
   * `absent`: there is no such object, or no such kind, in a cluster that answers. `forbidden`: the cluster knows who asks, and does
   * not tell. `failed`: nothing was heard of it. `no-kubectl`: there is no program to ask it with.
   */
  readonly state: 'absent' | 'forbidden' | 'failed' | 'no-kubectl'
  /** One line, in kubectl's own words where it had any. */
  readonly why: string
}

/** Whether an answer leaves open what there is; that there is nothing is an answer. */
export function isSilent(answer: object): answer is Silence {
  return 'state' in answer && ['forbidden', 'failed', 'no-kubectl'].includes(String(answer.state))
}

/** How long kubectl may wait for one answer of the API server. */
const PATIENCE = '--request-timeout=20s'

/** @param context of the kubeconfig; its current one unless told */
export function openKubectl({ exec, signal }: Pick<Runner, 'exec' | 'signal'>, context: string | undefined): Kubectl {
  async function text(...args: readonly string[]): Promise<Answer<string>> {
    const chosen = context === undefined ? [] : [`--context=${context}`]
    try {
      const result = await exec({ command: 'kubectl', args: [...chosen, PATIENCE, ...args], signal })
      if (result.code === 0) return { state: 'found', value: result.stdout }
      return silenceOf(result.stderr, result.stdout, result.code)
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof UserError)) throw error
      return { state: 'no-kubectl', why: messageOf(error) }
    }
  }
  return {
    text,
    async json(...args) {
      const answer = await text(...args, '-o', 'json')
      if (answer.state !== 'found') return answer
      const value = parseJson(answer.value)
      return value === undefined ? { state: 'failed', why: 'kubectl printed no JSON' } : { state: 'found', value }
    },
  }
}

/** What kubectl says when it fails: behind lines of its log, and warnings. */
function silenceOf(stderr: string, stdout: string, code: number | null): Silence {
  const said = stderr.split('\n').filter(line => line.trim() !== '' && !/^(?:[EWI][0-9]{4} |Warning: )/.test(line))
  const why = printableLine(said.at(-1) ?? stdout.trim().split('\n').at(-1) ?? '') || `kubectl: exit code ${code}`
  if (/^Error from server \(NotFound\)|doesn't have a resource type/.test(why)) return { state: 'absent', why }
  if (/^Error from server \(Forbidden\)/.test(why)) return { state: 'forbidden', why }
  return { state: 'failed', why }
}
