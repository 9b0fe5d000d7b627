import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { type JobTokens, jobTokens } from '../fakes/job-tokens.js'
import { type Loopback, loopback } from '../fakes/loopback.js'
import { type FakeReceiver, notificationController, webhookPath } from '../fakes/notification-controller.js'
import type { ActionResult } from '../lab/action-process.js'
import { makeCertificate } from '../lab/certificate.js'
import { type DockerEngine, startDockerEngine } from '../lab/docker-engine.js'
import type { GitRepository } from '../lab/git-repository.js'
import { type Lab, openLab } from '../lab/lab.js'
import { type Registry, startRegistry } from '../lab/registry.js'
import { describeWith } from '../lab/tools.js'
import { crane, done, makeWebsite, push } from './website.js'

const TOKEN = 'canary-of-the-receiver-7c1'
const AUDIENCE = 'notification-controller'

describeWith(['root', 'docker', 'registry', 'crane', 'node24', 'openssl'], 'build-push and a Flux Receiver', () => {
  let lab: Lab
  let engine: DockerEngine
  let registry: Registry
  let website: GitRepository
  let tokens: JobTokens
  let github: Loopback
  /** With a certificate that the run is told to trust. */
  let flux: Loopback
  let plain: Loopback
  let authority: string
  /** How many of the run's images were in the registry when the Receiver was asked. */
  let landed: Promise<readonly string[]> | undefined

  const byHmac: FakeReceiver = { name: 'build-push', proof: { token: TOKEN } }
  const byToken: FakeReceiver = { name: 'oidc', proof: { accepts: jwt => tokens.accepts(jwt, AUDIENCE) } }

  beforeAll(async () => {
    lab = await openLab()
    ;[engine, registry] = await Promise.all([startDockerEngine(lab), startRegistry(lab)])
    website = await makeWebsite(lab)
    tokens = jobTokens()
    github = await loopback(asked => tokens.answer(asked))
    const { certificateFile, keyFile } = await makeCertificate(lab, [])
    authority = certificateFile
    const [cert, key] = await Promise.all([readFile(certificateFile, 'utf8'), readFile(keyFile, 'utf8')])
    flux = await loopback(undefined, { cert, key })
    plain = await loopback()
    await crane(lab, registry.address).repositories()
  }, 60_000)

  beforeEach(() => {
    const answer = notificationController([byHmac, byToken])
    for (const server of [flux, plain]) {
      server.asked.length = 0
      server.serve(asked => {
        landed = crane(lab, registry.address).tags('library/backend')
        return answer(asked)
      })
    }
    github.asked.length = 0
  })

  afterAll(() => lab.stop(), 60_000)

  const jobEnv = () => ({
    ...engine.env,
    NODE_EXTRA_CA_CERTS: authority,
    ACTIONS_ID_TOKEN_REQUEST_URL: `${github.url}/token?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: tokens.requestToken,
  })

  /** Runs it, and looks for every secret in everything that it wrote but the commands that tell the runner what to hide. */
  async function ran(
    inputs: Readonly<Record<string, string>>,
    more: Parameters<typeof push>[5] = {},
  ): Promise<ActionResult> {
    const result = await push(lab, website, engine, registry.address, inputs, more)
    const files = (await result.written()).map(file => file.bytes.toString('latin1'))
    const log = result.log.replace(/^::add-mask::.*$/gm, '')
    const written = [log, result.summary, ...Object.values(result.outputs), ...Object.values(result.state), ...files]
    const paths = [byHmac, byToken].map(receiver => webhookPath(receiver).slice('/hook/'.length))
    for (const canary of [TOKEN, tokens.requestToken, ...tokens.given, ...paths]) {
      expect(written.filter(text => text.includes(canary))).toEqual([])
    }
    return result
  }

  test('an HMAC over plain http is taken, after everything has landed, and the summary says so', async () => {
    const result = done(await ran({ receiver: `${plain.url}${webhookPath(byHmac)}`, 'receiver-token': TOKEN }))
    const sentence = `The Receiver at ${plain.address} has asked Flux to scan now`
    expect(result.log).toContain(sentence)
    expect(result.log).not.toContain('::warning')
    expect(result.summary).toContain('has asked Flux to scan now')
    expect(await landed).toContain(result.outputs.tag)
    expect(plain.asked.map(({ body }) => JSON.parse(body))).toEqual([
      expect.objectContaining({ tag: result.outputs.tag, images: expect.any(Array) }),
    ])
  }, 60_000)

  test("the job's OIDC token is taken over https through an authority of one's own", async () => {
    const result = done(await ran({ receiver: `${flux.url}${webhookPath(byToken)}` }, { env: jobEnv() }))
    expect(result.log).toContain(`The Receiver at ${flux.address} has asked Flux to scan now`)
    expect(flux.asked).toHaveLength(1)
  }, 60_000)

  test('a certificate that nobody trusts is not passed over, and the build stays green', async () => {
    const env = { ...jobEnv(), NODE_EXTRA_CA_CERTS: '' }
    const result = done(await ran({ receiver: `${flux.url}${webhookPath(byToken)}` }, { env }))
    expect(result.log).toMatch(/::warning::Flux was not asked to scan now: .*NODE_EXTRA_CA_CERTS/)
    expect(result.outputs.digests).toContain('sha256:')
    expect(flux.asked).toEqual([])
  }, 60_000)

  test('a Receiver that refuses is a warning in log and summary, and the build stays green', async () => {
    const result = done(await ran({ receiver: `${plain.url}${webhookPath(byHmac)}`, 'receiver-token': 'another' }))
    expect(result.log).toMatch(
      /::warning::Flux was not asked to scan now: .* answers 400, it does not take the signature/,
    )
    expect(result.summary).toContain('answers 400')
  }, 60_000)

  test('one that never answers holds the build up for seconds only', async () => {
    plain.serve(() => 'handled')
    const result = done(await ran({ receiver: `${plain.url}${webhookPath(byHmac)}`, 'receiver-token': TOKEN }))
    expect(result.log).toContain('(no answer within 5 s)')
  }, 60_000)

  test('with nothing to show it is refused before anything is built', async () => {
    const result = await ran({ receiver: `${flux.url}${webhookPath(byToken)}` })
    expect(result.code).toBe(1)
    expect(result.log).toContain('the job has no OIDC token')
    expect(result.log).not.toContain('::group::Build')
    expect(flux.asked).toEqual([])
  }, 60_000)

  test('an address that is none is refused without being shown', async () => {
    const result = await ran({ receiver: webhookPath(byHmac), 'receiver-token': TOKEN })
    expect(result.code).toBe(1)
    expect(result.log).toContain('input "receiver" is no http or https address')
  }, 60_000)

  test('a dry run says that it would, a pull request needs no token; neither asks', async () => {
    const receiver = `${plain.url}${webhookPath(byHmac)}`
    const dry = done(await ran({ receiver, 'receiver-token': TOKEN, 'dry-run': 'true' }))
    expect(dry.log).toContain(`Dry run: would ask the Receiver at ${plain.address} to have Flux scan`)
    const event = { name: 'pull_request', payload: { repository: { default_branch: 'master' } } }
    const proposal = done(await ran({ receiver }, { event, ref: 'refs/pull/7/merge' }))
    expect(proposal.log).not.toContain('Receiver')
    expect(plain.asked).toEqual([])
  }, 60_000)
})
