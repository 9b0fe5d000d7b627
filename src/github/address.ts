import { plainAddress } from '../flux/inventory/own-source.js'

/** A repository at GitHub. */
export interface GitHubAddress {
  readonly host: string
  readonly owner: string
  readonly name: string
}

/** The repository of a git remote, over SSH or HTTPS; undefined for a folder, and for what has more or fewer parts. */
export function gitHubAddress(remote: string): GitHubAddress | undefined {
  // The letters of owner and name stay as they are written: GitHub does not mind, people do.
  const plain = remote.replace(/(?:\.git)?\/*$/, '')
  const [host, ...rest] = plainAddress(remote).split('/')
  if (host === undefined || !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::[0-9]+)?$/.test(host) || rest.length !== 2)
    return undefined
  const [, owner = '', name = ''] = /([^/:]+)\/([^/]+)$/.exec(plain) ?? []
  return { host: host.replace(/^ssh\.(?=github\.com)/, '').replace(/:[0-9]+$/, ''), owner, name }
}

/** Where the API of a GitHub host is; the environment's GITHUB_API_URL goes before it. */
export function apiAddress(host: string, given: string | undefined): string {
  const address = given || (host === 'github.com' ? 'https://api.github.com' : `https://${host}/api/v3`)
  return address.replace(/\/+$/, '')
}
