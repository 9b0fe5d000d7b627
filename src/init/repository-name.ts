import { isHost } from './host.js'

/** A repository on GitHub or on a GitHub Enterprise Server. */
export interface RepositoryName {
  readonly host: string
  readonly owner: string
  readonly name: string
}

const OWNER = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})$/
const NAME = /^(?!\.{1,2}$)(?!.*\.git$)[A-Za-z0-9._-]{1,100}$/

/** `OWNER/NAME`, which is at github.com, or `HOST/OWNER/NAME`; undefined for anything else. */
export function parseRepositoryName(text: string): RepositoryName | undefined {
  const parts = text.split('/')
  const [host = '', owner = '', name = ''] = parts.length === 2 ? ['github.com', ...parts] : parts
  if (parts.length > 3 || !isHost(host)) return undefined
  return OWNER.test(owner) && NAME.test(name) ? { host, owner, name } : undefined
}

/** The same of the address of a git remote: `https://…`, `ssh://…` or `git@HOST:OWNER/NAME`. */
export function repositoryOfRemote(url: string): RepositoryName | undefined {
  const path =
    /^(?:https?|ssh):\/\/(?:[^@/]*@)?([^/]+\/[^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(url)?.[1] ??
    /^[\w.-]+@([^:/]+):([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(url)?.slice(1).join('/')
  return path === undefined ? undefined : parseRepositoryName(path)
}

/** An address of the repository, with the scheme, the user, the port and the `.git` of the one that stands there. */
export function repositoryUrl({ host, owner, name }: RepositoryName, current: string): string {
  const [, start = 'https://', port = '', , end = ''] =
    /^((?:https?|ssh):\/\/(?:[^@/]+@)?)[^/:]+(:[0-9]+)?\/(.+?)(\.git)?$/.exec(current) ?? []
  return `${start}${host}${port}/${owner}/${name}${end}`
}

/** As it is given: without the host where that is GitHub's own. */
export function printRepositoryName({ host, owner, name }: RepositoryName): string {
  return host === 'github.com' ? `${owner}/${name}` : `${host}/${owner}/${name}`
}
