import { createHmac } from 'node:crypto'
import { messageOf, UserError } from '../../src/errors.js'
import { systemCode } from '../../src/registry/transient.js'
import type { HttpRequest, HttpResponse, Runner } from '../../src/runner/ports.js'
import { jobToken } from './job-token.js'
import type { Receiver } from './receiver.js'
import { describeRefusal, describeUnreachable } from './receiver-answers.js'
import type { PublishedImage } from './report.js'

/** What came of it, as a sentence for people. */
export interface Poke {
  readonly asked: boolean
  readonly sentence: string
}

export interface PokePatience {
  /** Milliseconds for one try. */
  readonly timeout: number
  /** Milliseconds before the second and last one. */
  readonly delay: number
}

const PATIENCE: PokePatience = { timeout: 5_000, delay: 1_000 }

/** Breaks of a connection that may be gone the next time. */
const RESETS = ['ECONNRESET', 'EPIPE', 'ECONNABORTED']

/**
 * Asks a Flux Receiver to have its ImageRepositories scanned now. What fails is a warning: the images are published, and Flux
 * finds them at its next scan all the same. The body is JSON, for a Receiver's `resourceFilter`: `tag`, and `images` with `name`,
 * `reference` and `digest`.
 */
export async function poke(
  receiver: Receiver,
  published: { readonly tag: string; readonly images: readonly PublishedImage[] },
  runner: Runner,
  patience = PATIENCE,
): Promise<Poke> {
  const send = (request: HttpRequest) => sendTwice(request, runner, patience)
  const images = published.images.map(({ name, reference, digest }) => ({ name, reference, digest }))
  const body = JSON.stringify({ tag: published.tag, images })
  try {
    const headers = { 'content-type': 'application/json', ...(await proofHeader(receiver, body, runner, send)) }
    const response = await send({ method: 'POST', url: receiver.url.href, headers, body })
    const refusal = describeRefusal(response, receiver)
    if (refusal !== undefined) throw new UserError(refusal)
    const sentence = `The Receiver at ${receiver.url.host} has asked Flux to scan now`
    runner.log.info(sentence)
    return { asked: true, sentence }
  } catch (error) {
    const sentence = `Flux was not asked to scan now: ${messageOf(error)}. Its next scan, at the interval of the ImageRepository, finds the tag anyway`
    runner.log.warning(sentence)
    return { asked: false, sentence }
  }
}

/** notification-controller's `generic-hmac` and `generic-oidc` look for these. */
async function proofHeader(
  { proof }: Receiver,
  body: string,
  runner: Runner,
  send: (request: HttpRequest) => Promise<HttpResponse>,
): Promise<Readonly<Record<string, string>>> {
  if (proof.kind === 'job-token') return { authorization: `Bearer ${await jobToken(proof.audience, runner, send)}` }
  return { 'x-signature': `sha256=${createHmac('sha256', proof.key).update(body).digest('hex')}` }
}

/** @throws UserError for what is no answer, without the address: its path is not to be shown */
async function sendTwice(
  request: HttpRequest,
  runner: Runner,
  { timeout, delay }: PokePatience,
): Promise<HttpResponse> {
  for (let last = false; ; last = true) {
    const late = AbortSignal.timeout(timeout)
    try {
      const response = await runner.http({ ...request, timeout, signal: AbortSignal.any([late, runner.signal]) })
      if (response.status < 500 || last) return response
    } catch (error) {
      if (last || late.aborted || !RESETS.includes(systemCode(error) ?? '')) {
        const reason = late.aborted ? `no answer within ${timeout / 1000} s` : systemCode(error)
        throw new UserError(describeUnreachable(new URL(request.url).host, reason ?? 'no reason given'))
      }
    }
    await runner.clock.sleep(delay, runner.signal)
  }
}
