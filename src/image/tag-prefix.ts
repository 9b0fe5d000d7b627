import { createHash } from 'node:crypto'
import { prefixProblem } from './tag.js'

/** Room for `.` and 8 hex digits behind a name that is cut to fit into a prefix. */
const LONGEST_NAME = 100

/**
 * The tag prefix of a branch, a git tag or a pull request that is not the main line.
 *
 * A plain name (`develop`) stays as it is. A name that had to be changed, that ends like the main line's prefix
 * (`feature/main`; an ImagePolicy's pattern without `^` would take its tags), or that could itself be what another ref
 * gets has a hash of the whole ref behind it, so no two refs share a prefix and none gets the main line's.
 *
 * @param ref the full ref, such as `refs/heads/feature/main`
 * @param mainPrefix the prefix of the main line's tags
 */
export function prefixOfRef(ref: string, mainPrefix: string): string {
  const pull = /^refs\/pull\/([0-9]+)\//.exec(ref)?.[1]
  if (pull !== undefined) return `pr-${pull}`.endsWith(mainPrefix) ? hashed('pr', ref, mainPrefix) : `pr-${pull}`
  const name = ref.replace(/^refs\/(?:heads|tags|pull|remotes)\//, '')
  const safe = name
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, LONGEST_NAME)
  const plain = ref === `refs/heads/${safe}` && !safe.endsWith(mainPrefix) && !isReserved(safe) && !holdsTag(safe)
  if (plain && prefixProblem(safe) === undefined) return safe
  return hashed(safe === '' || holdsTag(safe) ? 'ref' : safe, ref, mainPrefix)
}

/** A branch named after a build tag: a pattern without `$` would take it for one. */
function holdsTag(name: string): boolean {
  return /-[0-9a-f]{7}-[0-9]{10}/.test(name)
}

/** Names that other refs get: those with a hash, and those of pull requests. */
function isReserved(name: string): boolean {
  return /\.[0-9a-f]{8}$|^pr-[0-9]+$/.test(name)
}

/** The main line's prefix may be hex digits (`fe`): then a part of the hash is taken that does not end like it. */
function hashed(name: string, ref: string, mainPrefix: string): string {
  const digest = createHash('sha256').update(ref).digest('hex')
  const candidates = Array.from({ length: digest.length - 7 }, (_, at) => `${name}.${digest.slice(at, at + 8)}`)
  return candidates.find(candidate => !candidate.endsWith(mainPrefix)) ?? `${name}.${digest.slice(0, 8)}`
}
