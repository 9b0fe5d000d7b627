import { sentence, UserError } from '../../src/errors.js'
import { parseJson, textMember } from '../../src/json.js'
import type { Registry } from '../../src/registry/client.js'
import { RegistryRefusal } from '../../src/registry/refusal.js'
import { systemCode } from '../../src/registry/transient.js'
import type { Http } from '../../src/runner/ports.js'

/** What the registry said when it was first asked. */
export interface RegistryCheck {
  readonly errors: readonly UserError[]
  /** The tags of every repository, by image name. */
  readonly tags: ReadonlyMap<string, readonly string[]>
}

export interface RegistryQuestion {
  readonly registry: Registry
  readonly address: string
  readonly insecure: boolean
  readonly hasCredentials: boolean
  readonly names: readonly string[]
  /** Whether pushing is asked for; else only reading. */
  readonly push: boolean
  readonly http: Http
}

/** Asks the registry everything that can be known before a push: scheme, login, rights, and the tags that exist. */
export async function checkRegistry(question: RegistryQuestion): Promise<RegistryCheck> {
  const { registry } = question
  let harbor: boolean
  try {
    const challenge = await registry.ping()
    harbor = await isHarbor(question, challenge.scheme === 'bearer' ? challenge.service : undefined)
  } catch (error) {
    return { errors: [await explainPing(error, question)], tags: new Map() }
  }
  // In the order of the images, whichever is answered first.
  const answers = await Promise.all(question.names.map(name => checkImage(name, harbor, question)))
  const errors = answers.flatMap(answer => (answer instanceof UserError ? [answer] : []))
  const tags = new Map(answers.flatMap(answer => (answer instanceof UserError ? [] : [answer])))
  return { errors: unique(errors), tags }
}

/** The tags of one image by its name, or what is wrong. */
async function checkImage(
  name: string,
  harbor: boolean,
  question: RegistryQuestion,
): Promise<readonly [name: string, tags: readonly string[]] | UserError> {
  const { registry, address, push } = question
  if (harbor && !name.includes('/')) {
    return new UserError(
      `image "${name}": Harbor at ${address} wants project/repository and answers 400 to anything else`,
      { next: `Name it with its project, such as "library/${name}"` },
    )
  }
  try {
    if (push) await registry.tryPush(name)
    return [name, await registry.tags(name)]
  } catch (error) {
    return explainRefusal(error, name, harbor, question)
  }
}

/** Harbor names itself in its challenge; where it does not, its own API answers. Only one-part names make it matter. */
async function isHarbor(question: RegistryQuestion, service: string | undefined): Promise<boolean> {
  if (service === 'harbor-registry') return true
  if (question.names.every(name => name.includes('/'))) return false
  try {
    const response = await question.registry.get('/api/v2.0/systeminfo')
    return (
      response.status === 200 &&
      textMember(parseJson(new TextDecoder().decode(response.body)), 'auth_mode') !== undefined
    )
  } catch {
    return false
  }
}

const TLS_MISMATCH = /^(?:EPROTO|ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_PACKET_LENGTH_TOO_LONG|ERR_SSL_.*)$/
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)/

async function explainPing(error: unknown, question: RegistryQuestion): Promise<UserError> {
  const { address, insecure, http } = question
  const code = systemCode(error)
  if (error instanceof RegistryRefusal) {
    if (insecure && error.status === 400 && /HTTPS/i.test(error.words)) return speaksHttps(address)
    if (error.status === 401 || error.status === 403) return loginError(error, question)
    if (error.status === 404) return new UserError(`${address} answers, but is no image registry (404 on /v2/)`)
    return new UserError(`the registry ${address} does not answer as it should: ${error.message}`)
  }
  if (error instanceof UserError) return error
  if (!insecure && code !== undefined && TLS_MISMATCH.test(code)) {
    const plain = await answers(http, `http://${address}/v2/`)
    if (plain) {
      return new UserError(`the registry ${address} speaks plain HTTP, and the input "insecure" is "false"`, {
        next: 'Set insecure: true',
      })
    }
  }
  if (insecure && (await answers(http, `https://${address}/v2/`))) return speaksHttps(address)
  if (code !== undefined && CERTIFICATE.test(code)) {
    return new UserError(`the certificate of the registry ${address} is not trusted here (${code})`, {
      next: 'Give the runner the authority that signed it (NODE_EXTRA_CA_CERTS, and the builder its own configuration)',
    })
  }
  if (code === undefined) throw error
  return new UserError(`the registry ${address} cannot be reached (${code})`, {
    next: 'Check the address and the port, and that this machine reaches it',
  })
}

function speaksHttps(address: string): UserError {
  return new UserError(`the registry ${address} speaks HTTPS, and the input "insecure" is "true"`, {
    next: 'Set insecure: false',
  })
}

/** Whether something answers there at all; a certificate that is not trusted is an answer too. */
async function answers(http: Http, url: string): Promise<boolean> {
  try {
    await http({ method: 'GET', url, timeout: 5_000 })
    return true
  } catch (error) {
    return CERTIFICATE.test(systemCode(error) ?? '')
  }
}

function loginError(error: RegistryRefusal, question: RegistryQuestion): UserError {
  const said = error.words === '' ? '' : `: ${error.words}`
  if (question.hasCredentials) {
    return new UserError(`the registry ${question.address} refuses the login (${error.status}${said})`, {
      next: 'Check the inputs "username" and "password"',
    })
  }
  return new UserError(`the registry ${question.address} wants a login (${error.status}${said})`, {
    next: 'Set the inputs "username" and "password", or log in before (docker login)',
  })
}

function explainRefusal(error: unknown, name: string, harbor: boolean, question: RegistryQuestion): UserError {
  const { address, push } = question
  const repository = `${address}/${name}`
  if (error instanceof UserError) return error
  if (!(error instanceof RegistryRefusal)) {
    const code = systemCode(error)
    if (code === undefined) throw error
    return new UserError(`asking the registry for ${repository} failed (${code})`)
  }
  const project = name.split('/')[0] ?? name
  const login = question.hasCredentials ? '' : ', without a login'
  switch (error.status) {
    case 401:
    case 403:
      if (!question.hasCredentials) return loginError(error, question)
      return new UserError(
        `the account may not ${push ? 'push to' : 'read'} ${repository} (${error.status}${error.words === '' ? '' : `: ${error.words}`})`,
        { next: harbor ? `Give it a role in the Harbor project "${project}" that may push` : 'Check its rights' },
      )
    case 400:
      return new UserError(`the registry refuses ${repository}${login} (${error.message})`, {
        next: harbor
          ? `Check that the Harbor project "${project}" exists and that the inputs "username" and "password" are set`
          : 'Check the name',
      })
    case 404:
      return new UserError(`the registry has no place for ${repository} (404)`, {
        next: harbor ? `Make the Harbor project "${project}" first` : 'Check the name',
      })
    default:
      return new UserError(`asking the registry for ${repository} failed (${error.message})`)
  }
}

function unique(errors: readonly UserError[]): readonly UserError[] {
  return [...new Map(errors.map(error => [sentence(error), error])).values()]
}
