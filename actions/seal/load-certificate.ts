import { resolve } from 'node:path'
import { messageOf, UserError } from '../../src/errors.js'
import type { Runner } from '../../src/runner/ports.js'
import {
  expiryProblem,
  newestCertificate,
  readCertificates,
  type SealingCertificate,
} from '../../src/sealed/certificate.js'
import type { CertificateInput } from './inputs.js'

/**
 * Gets the certificate to seal with: the newest valid one of all that are given. One that ends soon is a warning.
 *
 * @throws UserError when one cannot be got or read, or none is valid
 */
export async function loadCertificate(
  input: CertificateInput,
  insecure: boolean,
  runner: Pick<Runner, 'files' | 'http' | 'workspace' | 'signal' | 'clock' | 'log'>,
): Promise<SealingCertificate> {
  const texts =
    'pem' in input
      ? [{ source: 'input "certificate"', text: input.pem }]
      : await Promise.all(
          input.places.map(async place => ({
            source: place,
            text: /^[a-z]+:\/\//i.test(place) ? await fetched(place, insecure, runner) : await read(place, runner),
          })),
        )
  const now = runner.clock.now()
  const certificate = newestCertificate(
    texts.flatMap(({ source, text }) => readCertificates(text, source)),
    now,
  )
  const problem = expiryProblem(certificate, now)
  if (problem !== undefined)
    runner.log.warning(`The certificate ${certificate.source} ${problem.text}: get the next one from the controller`)
  return certificate
}

const HOW = 'fluxgate seal fetch gets it from the controller; fluxgate seal --help says how else'

async function read(path: string, { files, workspace }: Pick<Runner, 'files' | 'workspace'>): Promise<string> {
  const text = await files.readText(resolve(workspace, path))
  if (text !== undefined) return text
  throw new UserError(`input "certificate": the file ${path} does not exist`, { next: HOW })
}

async function fetched(
  url: string,
  insecure: boolean,
  { http, signal }: Pick<Runner, 'http' | 'signal'>,
): Promise<string> {
  const protocol = URL.canParse(url) ? new URL(url).protocol : ''
  if (protocol !== 'https:' && protocol !== 'http:') {
    throw new UserError('input "certificate" holds an address that is neither https:// nor http://', { usage: true })
  }
  const shown = new URL(url)
  shown.username = ''
  shown.password = ''
  shown.search = ''
  if (protocol === 'http:' && !insecure) {
    throw new UserError(
      `input "certificate" is ${shown}: whoever is on the way can put a certificate of their own there, and read what is sealed`,
      {
        next: 'Use https, a file in the repository, or set "insecure" in a network that you trust',
        usage: true,
      },
    )
  }
  const response = await http({ method: 'GET', url, signal }).catch((error: unknown) => {
    signal.throwIfAborted()
    throw new UserError(`the certificate cannot be got from ${shown}: ${messageOf(error)}`, { cause: error, next: HOW })
  })
  if (response.status === 200) return Buffer.from(response.body).toString('utf8')
  throw new UserError(
    `the certificate cannot be got from ${shown}: the answer is ${response.status}, and no redirect is followed`,
    { next: HOW },
  )
}
