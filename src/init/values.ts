import { nameProblem, registryProblem } from '../image/reference.js'
import { isHost, isIpv4 } from './host.js'
import { parseRepositoryName } from './repository-name.js'
import { parseVm } from './vm.js'

/** Everything that is another one in every installation, as texts: in `flux/fluxgate-values.yaml`, and as options of `fluxgate init`. */
export const VALUE_NAMES = [
  'registry',
  'insecure',
  'frontend-image',
  'backend-image',
  'frontend-context',
  'backend-context',
  'repo',
  'branch',
  'vm',
  'vm-address',
] as const

export type ValueName = (typeof VALUE_NAMES)[number]

export type Values = Readonly<Record<ValueName, string>>

/** Values of which some may not be known. */
export type SomeValues = { readonly [Name in ValueName]?: string }

/** Where they stand, each once; from the root of the repository. */
export const VALUES_FILE = 'flux/fluxgate-values.yaml'

/** What is wrong with a value, as the end of a sentence: what it is, and what is accepted. Undefined when it is fine. */
export function valueProblem(name: ValueName, text: string): string | undefined {
  switch (name) {
    case 'registry':
      return registryProblem(text) ?? registryHostProblem(text.replace(/:[0-9]+$/, ''), text)
    case 'insecure':
      return text === 'true' || text === 'false' ? undefined : 'is no truth value: expected "true" or "false"'
    case 'frontend-image':
    case 'backend-image':
      return (
        nameProblem(text) ??
        (text.includes('/')
          ? undefined
          : 'has one part: expected PROJECT/NAME, such as "library/app", as Harbor wants it')
      )
    case 'frontend-context':
    case 'backend-context':
      return contextProblem(text)
    case 'repo':
      return parseRepositoryName(text) === undefined
        ? 'is no repository: expected OWNER/NAME, such as "example/website", or HOST/OWNER/NAME on a server of your own'
        : undefined
    case 'branch':
      return isBranch(text)
        ? undefined
        : 'is no branch: expected a name such as "main", of letters, digits, ".", "_", "-", "/"'
    case 'vm': {
      const vm = parseVm(text)
      return typeof vm === 'string' ? vm : undefined
    }
    case 'vm-address':
      return isIpv4(text) ? undefined : 'is no IPv4 address: expected one such as "192.168.0.50"'
  }
}

/** The values of which one says what the other must not say. */
export function pairProblem(values: SomeValues): string | undefined {
  const image = values['frontend-image']
  return image !== undefined && image === values['backend-image']
    ? `"${image}" is the name of both images: expected two names`
    : undefined
}

/** Beyond the form, which is known to be right: whether clients take it for a registry at all. */
function registryHostProblem(host: string, text: string): string | undefined {
  if (host.startsWith('[')) return 'is an IPv6 address: expected a host name or an IPv4 address'
  if (text === host && !host.includes('.') && host !== 'localhost') {
    return 'has neither a dot nor a port: image names with it would be looked up on Docker Hub; expected "host.domain" or "host:port"'
  }
  return isHost(host)
    ? undefined
    : 'is no host name: expected one such as "harbor.example.com" or "192.168.0.40", in lower case'
}

/** A path from the root of the repository, without what a shell or YAML would read something into. */
function contextProblem(text: string): string | undefined {
  const parts = text.split('/')
  if (text === '.') return undefined
  return parts.every(part => /^[A-Za-z0-9_.][A-Za-z0-9_.-]*$/.test(part) && part !== '.' && part !== '..')
    ? undefined
    : 'is no folder of the repository: expected a path from its root, such as "apps/frontend"'
}

function isBranch(text: string): boolean {
  return (
    text.length <= 200 &&
    text.split('/').every(part => /^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(part) && !/\.\.|\.$|\.lock$/.test(part))
  )
}
