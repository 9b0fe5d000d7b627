import { broken, type Check, ok, unknown } from '../cluster/check.js'
import { idOf, type LiveObject, liveText } from '../cluster/live-object.js'
import { blockers, type RolloutRow } from '../cluster/rollout.js'
import { goDuration } from '../flux/go/duration.js'
import { type Head, isList, type Listed } from './facts.js'
import { workingObject } from './flux-object.js'
import { rough } from './registry-link.js'

/** How late a source may be beyond its interval, in seconds. */
const LATE = 60

/** From the branch to what source-controller has of it. */
export function sourceLink(source: LiveObject, head: Head, now: number): Check {
  const { namespace, name } = source
  const subject = `branch → GitRepository ${idOf(source)}:`
  const remedyOf = () =>
    `Its deploy key, or the way to the repository: kubectl -n ${namespace} describe gitrepository ${name}`
  const working = workingObject(
    { state: 'found', object: source },
    { subject, fluxKind: 'source git', namespace, name, remedyOf },
  )
  if ('check' in working) return working.check
  const revision = liveText(source, 'status', 'artifact', 'revision') ?? ''
  const sha = /(?:sha1|sha256):([0-9a-f]{40,64})$/.exec(revision)?.[1]
  if (head.sha === undefined)
    return unknown(subject, `is at ${revision}; the head of the branch is not known: ${head.why}`)
  if (sha === head.sha) return ok(subject, `is at the head of ${head.branch}, ${head.sha.slice(0, 7)}`)
  const interval = goDuration(liveText(source, 'spec', 'interval') ?? '') ?? 60
  const found = `is at ${revision}, and the head of ${head.branch} is ${head.sha.slice(0, 7)}`
  const age = head.seconds === undefined ? undefined : now / 1000 - head.seconds
  if (age === undefined || age < interval + LATE)
    return unknown(subject, found, `Within ${rough(interval)} it should be`)
  return broken(subject, `${found} for ${rough(age)}`, `flux reconcile source git ${name} -n ${namespace}`)
}

/** From the automation's commit to the cluster: whether a Kustomization has applied it. */
export function applyLink(id: string, rows: readonly RolloutRow[], listed: Listed): Check {
  const subject = `commit → Kustomization ${id}:`
  if (!isList(listed)) return unknown(subject, `is not seen: ${listed.why}`)
  const row = rows.find(candidate => candidate.id === id)
  if (row === undefined)
    return broken(subject, 'is not in the cluster', 'Is it in the tree that the cluster follows? fluxgate bootstrap')
  return rowCheck(subject, row, rows)
}

/** What a Kustomization's own state comes to. */
export function rowCheck(subject: string, row: RolloutRow, rows: readonly RolloutRow[]): Check {
  const { id, state, reason, message } = row
  const [namespace, name] = id.split('/')
  switch (state) {
    case 'ready':
      return ok(subject, message || 'is ready')
    case 'progressing':
      return unknown(subject, message, 'It is at work: look again')
    case 'waiting': {
      const causes = blockers(rows).map(cause => cause.id)
      return broken(subject, `waits: ${message}`, `What holds it up: ${causes.join(', ')}`)
    }
    case 'suspended':
      return broken(subject, 'is suspended', `flux resume kustomization ${name} -n ${namespace}`)
    case 'absent':
      return broken(
        subject,
        'is not in the cluster',
        'What it comes from has not been applied: see the Kustomizations below',
      )
    case 'failed':
    case 'stalled':
      return broken(
        subject,
        `${reason}: ${message}`,
        `kubectl -n ${namespace} describe kustomizations.kustomize.toolkit.fluxcd.io ${name}`,
      )
  }
}
