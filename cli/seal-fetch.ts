import { messageOf, UserError } from '../src/errors.js'
import type { Runner } from '../src/runner/ports.js'
import { expiryProblem, newestCertificate, readCertificates } from '../src/sealed/certificate.js'
import { helpText, type NamedCommand, type Option, parseArguments, type Terminal } from './command.js'

const OPTIONS: readonly Option[] = [
  { name: 'namespace', value: 'NS', description: 'The namespace of the controller', default: 'flux-system' },
  {
    name: 'service',
    value: 'NAME',
    description: 'The service of the controller',
    default: 'sealed-secrets-controller',
  },
  { name: 'port', value: 'PORT', description: 'The port of the service', default: '8080' },
  { name: 'output', value: 'FILE', description: 'Where to write it; - is standard output', default: 'pub-cert.pem' },
]

/** How long a port-forward may take to listen, in milliseconds. */
const PATIENCE = 20_000

/** The controller's certificate, through a port-forward, or else through the API server's proxy. */
export const sealFetchCommand: NamedCommand = {
  name: 'fetch',
  summary: "Get the controller's certificate",
  options: OPTIONS,
  help: () =>
    helpText(
      'fluxgate seal fetch [--namespace NS] [--service NAME] [--output FILE]',
      `Gets the public certificate of the Sealed Secrets controller with the installed kubectl: by a port-forward, else through the API server. ${byHand({ namespace: 'NS', service: 'NAME', port: '8080' })}`,
      OPTIONS,
      ['fluxgate seal fetch', 'fluxgate seal fetch --namespace kube-system --output flux/pub-cert.pem'],
    ),
  run: fetchCertificate,
}

async function fetchCertificate(args: readonly string[], { runner, print }: Terminal): Promise<number> {
  const given = parseArguments(args, OPTIONS)
  const option = (name: string) => given.get(name) ?? OPTIONS.find(known => known.name === name)?.default ?? ''
  const [namespace, service, port, output] = ['namespace', 'service', 'port', 'output'].map(option)
  const target = { namespace: namespace ?? '', service: service ?? '', port: port ?? '' }
  const text = await controllerCertificate(target, runner)
  const certificate = newestCertificate(readCertificates(text, `${namespace}/${service}`), runner.clock.now())
  const problem = expiryProblem(certificate, runner.clock.now())
  if (problem !== undefined) runner.log.warning(`The certificate ${problem.text}`)
  if (output === '-') print(text)
  else await runner.files.replace(output ?? '', Buffer.from(text))
  runner.log.info(
    `SHA-256 ${certificate.fingerprint}, valid to ${new Date(certificate.validTo).toISOString().slice(0, 10)}`,
  )
  return 0
}

export interface SealingService {
  readonly namespace: string
  readonly service: string
  readonly port: string
  /** Of the kubeconfig; the current one unless told. */
  readonly context?: string | undefined
}

/**
 * The controller's certificate in PEM: by a port-forward, else through the API server's proxy.
 *
 * @throws UserError when neither gives it
 */
export async function controllerCertificate(target: SealingService, runner: Runner): Promise<string> {
  const attempts: string[] = []
  const text =
    (await attempt(() => portForward(target, runner), attempts)) ??
    (await attempt(() => proxy(target, runner), attempts))
  runner.signal.throwIfAborted()
  if (text !== undefined) return text
  throw new UserError(`the certificate cannot be got: ${attempts.join('; ')}`, { next: byHand(target) })
}

function contextOf({ context }: SealingService): readonly string[] {
  return context === undefined ? [] : [`--context=${context}`]
}

function byHand({ namespace, service, port }: SealingService): string {
  return `By hand, where the cluster is reached: kubectl -n ${namespace} port-forward service/${service} 8080:${port}, and in another terminal curl -fo pub-cert.pem http://127.0.0.1:8080/v1/cert.pem; the controller also logs the certificate when it starts`
}

async function attempt(get: () => Promise<string>, failures: string[]): Promise<string | undefined> {
  try {
    return await get()
  } catch (error) {
    failures.push(messageOf(error))
    return undefined
  }
}

async function portForward(target: SealingService, runner: Runner): Promise<string> {
  const { namespace, service, port } = target
  const end = new AbortController()
  let listens: (url: string) => void = () => undefined
  const listening = new Promise<string>(resolve => {
    listens = resolve
  })
  const args = [...contextOf(target), '--namespace', namespace, 'port-forward', `service/${service}`, `:${port}`]
  const running = runner.exec({
    command: 'kubectl',
    args,
    signal: AbortSignal.any([end.signal, runner.signal, AbortSignal.timeout(PATIENCE)]),
    onLine(line) {
      const local = /^Forwarding from 127\.0\.0\.1:([0-9]+)/.exec(line)?.[1]
      if (local !== undefined) listens(`http://127.0.0.1:${local}/v1/cert.pem`)
    },
  })
  const ended = running.then(({ code, stderr }) => {
    throw new UserError(`kubectl port-forward: ${stderr.trim().split('\n').at(-1) || `exit code ${code}`}`)
  })
  try {
    const url = await Promise.race([listening, ended])
    const response = await runner.http({ method: 'GET', url, signal: runner.signal })
    if (response.status !== 200) throw new UserError(`the controller answers with ${response.status}`)
    return Buffer.from(response.body).toString('utf8')
  } finally {
    end.abort()
    await ended.catch(() => undefined)
  }
}

async function proxy(target: SealingService, runner: Runner): Promise<string> {
  const { namespace, service, port } = target
  const path = `/api/v1/namespaces/${namespace}/services/http:${service}:${port}/proxy/v1/cert.pem`
  const result = await runner.exec({
    command: 'kubectl',
    args: [...contextOf(target), 'get', '--raw', path, '--request-timeout=20s'],
    signal: runner.signal,
  })
  if (result.code === 0) return result.stdout
  throw new UserError(`kubectl get --raw: ${result.stderr.trim().split('\n').at(-1) || `exit code ${result.code}`}`)
}
