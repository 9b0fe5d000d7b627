import { type Exchange, json, type Layer, refusal, repositoryRequest } from './exchange.js'
import { type TokenServiceOptions, tokenService } from './token-service.js'

export interface HarborOptions extends TokenServiceOptions {
  /** Only `library` unless told. */
  readonly projects?: readonly string[]
  /** Tags that cannot be pushed again once they exist. */
  readonly immutableTags?: RegExp
  /** As older versions do, which know no attestations. */
  readonly refusesAttestations?: boolean
  /** The project's storage limit; what does not fit is refused with 403, or 507. */
  readonly quota?: { readonly bytes: number; readonly status?: 403 | 507 }
}

/**
 * Harbor's ways on top of a plain registry: its API, `project/repository` names only, its token service, refusals of its
 * own. A push that comes without any authorization gets 400.
 */
export function harbor(options: HarborOptions): readonly Layer[] {
  return [
    api(options),
    names(options),
    unauthenticatedPushes,
    tokenService({ path: '/service/token', service: 'harbor-registry', ...options }),
    immutability(options),
    attestations(options),
    quota(options),
  ]
}

function api({ projects = ['library'] }: HarborOptions): Layer {
  return async ({ method, url }) => {
    if (url.pathname === '/api/v2.0/systeminfo') {
      return json(200, { auth_mode: 'db_auth', harbor_version: 'v2.12.2-73072d0d', self_registration: false })
    }
    if (url.pathname === '/api/v2.0/projects') {
      const name = url.searchParams.get('project_name') ?? url.searchParams.get('name')
      const found = projects.filter(project => name === null || project === name)
      if (method !== 'HEAD')
        return json(
          200,
          found.map(project => ({ name: project })),
        )
      return { status: found.length > 0 ? 200 : 404 }
    }
    return url.pathname.startsWith('/api/') ? refusal(404, 'NOT_FOUND', 'page not found') : undefined
  }
}

function names({ projects = ['library'] }: HarborOptions): Layer {
  return async ({ url }) => {
    const request = repositoryRequest(url)
    if (request === undefined) return undefined
    const [project, repository] = request.name.split('/')
    if (project === undefined || repository === undefined) {
      return refusal(400, 'BAD_REQUEST', `bad request: invalid repository name: ${request.name}`)
    }
    return projects.includes(project) ? undefined : refusal(404, 'NOT_FOUND', `project ${project} not found`)
  }
}

const unauthenticatedPushes: Layer = async ({ method, url, headers }) => {
  const pushes = method !== 'GET' && method !== 'HEAD' && repositoryRequest(url) !== undefined
  return pushes && headers.authorization === undefined ? refusal(400, 'BAD_REQUEST', 'bad request') : undefined
}

function immutability({ immutableTags }: HarborOptions): Layer {
  return async exchange => {
    const pushed = pushedManifest(exchange)
    if (pushed === undefined || !immutableTags?.test(pushed.reference)) return undefined
    // The kind that is pushed is the only one that the registry is sure to show.
    const accept = exchange.headers['content-type'] ?? '*/*'
    const existing = await exchange.forward({ method: 'HEAD', path: exchange.url.pathname, accept })
    if (existing.status !== 200) return undefined
    const tag = `${pushed.name}:${pushed.reference}`
    return refusal(412, 'PRECONDITION', `Failed to process request due to '${tag}' configured as immutable.`)
  }
}

function attestations({ refusesAttestations = false }: HarborOptions): Layer {
  return async exchange => {
    if (!refusesAttestations || pushedManifest(exchange) === undefined) return undefined
    const manifest = (await exchange.body()).toString()
    // The in-toto layers of an attestation, and its entry in an index: BuildKit gives it an unknown platform.
    const attests = /application\/vnd\.in-toto\+json|"architecture":\s*"unknown"/.test(manifest)
    return attests ? refusal(400, 'MANIFEST_INVALID', 'manifest invalid') : undefined
  }
}

function quota({ quota: limit }: HarborOptions): Layer {
  let used = 0
  return async exchange => {
    if (limit === undefined || exchange.method === 'GET' || exchange.method === 'HEAD') return undefined
    if (repositoryRequest(exchange.url) === undefined) return undefined
    const added = (await exchange.body()).length
    if (used + added <= limit.bytes) {
      used += added
      return undefined
    }
    const message = `adding ${size(added)} of storage resource, which when updated to current usage of ${size(used)} will exceed the configured upper limit of ${size(limit.bytes)}.`
    return refusal(limit.status ?? 403, 'DENIED', message)
  }
}

function pushedManifest({ method, url }: Exchange): { name: string; reference: string } | undefined {
  const request = repositoryRequest(url)
  return method === 'PUT' && request?.kind === 'manifests' ? request : undefined
}

function size(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`
}
