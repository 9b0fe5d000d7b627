import type { HttpResponse } from '../../src/runner/ports.js'
import type { Receiver } from './receiver.js'

/**
 * Why an answer is not that of a Receiver that did what it was asked for; undefined when it is. The statuses are those of
 * notification-controller: 400 for a proof that it does not take, 404 for a path that no Receiver has, 503 for a Receiver that is
 * suspended or not ready, 500 when an object that it lists could not be asked; and those of what stands in front of it.
 */
export function describeRefusal(response: HttpResponse, receiver: Receiver): string | undefined {
  const { status, headers, body } = response
  const who = `the Receiver at ${receiver.url.host} answers ${status}`
  if (status >= 200 && status < 300) {
    // notification-controller's answer is empty.
    const isPage = body.length > 0 && headers['content-type']?.startsWith('text/html') === true
    return isPage ? `${who} with a web page: something else than notification-controller has this address` : undefined
  }
  return `${who}, ${causeOf(status, receiver)}`
}

function causeOf(status: number, receiver: Receiver): string {
  if (status >= 300 && status < 400) {
    return 'which leads elsewhere, and that is not followed: give the address that it leads to'
  }
  if (status === 404) {
    return 'as no Receiver has this path; it changes with the token, the name and the namespace (kubectl get receivers -A)'
  }
  if ([400, 401, 403].includes(status)) return `it does not take ${proofProblem(receiver)}`
  if (status === 500) return 'an object that it lists could not be asked: the log of notification-controller names it'
  if (status === 502 || status === 504) return 'what stands in front of notification-controller does not reach it'
  if (status === 503) return 'it is suspended or not ready, or what stands in front of it has nobody to ask'
  return 'which notification-controller does not say: look at what stands in front of it'
}

function proofProblem({ proof }: Receiver): string {
  if (proof.kind === 'hmac') {
    return 'the signature: "receiver-token" must be the "token" of its secret to the byte, and its type generic-hmac'
  }
  return `the job's OIDC token: its type must be generic-oidc (Flux 2.9), its audience "${proof.audience}", and its rules must let this repository in`
}

/** @param reason the system's code, or words */
export function describeUnreachable(host: string, reason: string): string {
  const certificate = /CERT|SELF_SIGNED|ISSUER|^ERR_TLS/.test(reason)
  const plain = reason === 'EPROTO' || reason.startsWith('ERR_SSL')
  const cause = certificate
    ? '. Its certificate is not trusted here: NODE_EXTRA_CA_CERTS takes the authority that signed it'
    : plain
      ? '. It does not speak TLS there'
      : ''
  return `${host} cannot be reached (${reason})${cause}`
}
