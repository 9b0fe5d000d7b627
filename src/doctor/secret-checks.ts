import { broken, type Check, ok, unknown } from '../cluster/check.js'
import { conditionOf, idOf } from '../cluster/live-object.js'
import { isUnopened } from '../cluster/unopened-secrets.js'
import { expiryProblem, readCertificates } from '../sealed/certificate.js'
import { certificateProblems, treeCertificates } from '../sealed/certificate-files.js'
import { isList, type Listed } from './facts.js'

/** A certificate that was asked for, or why it was not got. */
export type ControllerCertificate = { readonly pem: string } | { readonly why: string }

const FETCH = 'fluxgate seal fetch gets the current one'

/**
 * The secrets: whether the controller opens them, and until when its certificate and the committed one hold.
 *
 * @param committed the certificate files of the tree
 * @param now milliseconds since 1970
 */
export function secretChecks(
  secrets: Listed,
  committed: readonly { readonly path: string; readonly text: string }[],
  controller: ControllerCertificate,
  now: number,
): readonly Check[] {
  return [...openedChecks(secrets), ...committedChecks(committed, controller, now), ...controllerCheck(controller, now)]
}

function openedChecks(secrets: Listed): readonly Check[] {
  if (!isList(secrets)) return [unknown('SealedSecrets', `are not seen: ${secrets.why}`)]
  const bad = secrets.filter(secret => conditionOf(secret, 'Synced')?.status === 'False')
  if (bad.length === 0) return secrets.length === 0 ? [] : [ok('SealedSecrets', `all ${secrets.length} are opened`)]
  return bad.map(secret => {
    const remedy = isUnopened(secret)
      ? 'It is sealed for another certificate: fluxgate seal fetch, then fluxgate seal'
      : `kubectl -n ${secret.namespace} describe sealedsecret ${secret.name}`
    return broken(`SealedSecret ${idOf(secret)}`, conditionOf(secret, 'Synced')?.message ?? '', remedy)
  })
}

function committedChecks(
  files: readonly { readonly path: string; readonly text: string }[],
  controller: ControllerCertificate,
  now: number,
): readonly Check[] {
  if (files.length === 0) return [unknown('certificate', 'the tree has none to seal with', FETCH)]
  const problems = certificateProblems(files, now)
  if (problems.length > 0) return problems.map(({ path, message, fix }) => broken(path, message, fix))
  if ('why' in controller) return files.map(({ path }) => ok(path, 'is valid'))
  const current = new Set(readCertificates(controller.pem, 'the controller').map(({ fingerprint }) => fingerprint))
  return files.map(file => {
    const isCurrent = treeCertificates([file]).some(({ fingerprint }) => current.has(fingerprint))
    if (isCurrent) return ok(file.path, "is valid, and the controller's own")
    return unknown(
      file.path,
      'is valid, and not the one that the controller seals with now: an older one of its own, or that of another cluster',
      FETCH,
    )
  })
}

function controllerCheck(controller: ControllerCertificate, now: number): readonly Check[] {
  const subject = "the controller's certificate"
  if ('why' in controller) return [unknown(subject, `is not got: ${controller.why}`)]
  const newest = [...readCertificates(controller.pem, 'the controller')].sort(
    (left, right) => right.validFrom - left.validFrom,
  )[0]
  const problem = newest && expiryProblem(newest, now)
  if (newest === undefined) return []
  const until = new Date(newest.validTo).toISOString().slice(0, 10)
  if (problem === undefined) return [ok(subject, `is valid to ${until}`)]
  const remedy = 'The controller makes a new one by itself, unless that is turned off: kubectl logs of sealed-secrets'
  return [problem.invalid ? broken(subject, problem.text, remedy) : unknown(subject, problem.text, remedy)]
}
