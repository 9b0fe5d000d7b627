import { type Answered, type Loopback, loopback } from './loopback.js'

export interface GitHubState {
  readonly token?: string
  /** Of a classic token; undefined for a fine-grained one. */
  readonly scopes?: string | undefined
  readonly isThere?: boolean
  readonly isPrivate?: boolean
  readonly ownerType?: 'User' | 'Organization'
  readonly isAdmin?: boolean
  readonly keys?: number
  readonly branch?: string
  readonly head?: string
  readonly hasPath?: boolean
}

/** GitHub's API, as far as a bootstrap asks for one repository, example/website. */
export async function gitHubRepository(state: GitHubState = {}): Promise<Loopback> {
  const { token = 'ghp_secret', scopes, isThere = true, keys = 200, branch = 'master', hasPath = true } = state
  const headers = { 'content-type': 'application/json', ...(scopes === undefined ? {} : { 'x-oauth-scopes': scopes }) }
  const json = (status: number, body: object): Answered => ({ status, headers, body: JSON.stringify(body) })
  const notFound = json(404, { message: 'Not Found' })
  return loopback(({ method, path, headers: asked }) => {
    if (method !== 'GET') return json(405, { message: 'only looking' })
    if (asked.authorization !== `Bearer ${token}`) return json(401, { message: 'Bad credentials' })
    const { pathname, searchParams } = new URL(path, 'http://x')
    if (!isThere || !pathname.startsWith('/repos/example/website')) return notFound
    switch (pathname.slice('/repos/example/website'.length)) {
      case '':
        return json(200, {
          full_name: 'example/website',
          owner: { login: 'example', type: state.ownerType ?? 'Organization' },
          private: state.isPrivate ?? true,
          permissions: { admin: state.isAdmin ?? true, push: true, pull: true },
        })
      case '/keys':
        return keys === 200
          ? json(200, [])
          : json(keys, { message: 'Resource not accessible by personal access token' })
      case `/branches/${branch}`:
        return json(200, { name: branch, commit: { sha: state.head ?? '0'.repeat(40) } })
      case '/contents/flux/clusters/production':
        return hasPath && searchParams.get('ref') === branch ? json(200, []) : notFound
      default:
        return notFound
    }
  })
}
