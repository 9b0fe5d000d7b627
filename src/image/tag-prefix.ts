import { createHash } from 'node:crypto'
import { prefixProblem } from './tag.js'

/** Room for `.` and 8 hex digits behind a name that is cut to fit into a prefix. */
const LONGEST_NAME = 100

/**
 * The tag prefix of a branch, a git tag or a pull request that is not the main line.
 *
 * A plain name (`develop`) stays as it is. A name that had to be changed, that ends like the main line's prefix
 * (`feature/main`; an ImagePolicy's pattern without `^` would take its tags), or that could itself be the result of a
 * change gets a hash of the whole ref behind it, so no two refs share a prefix and none gets the main line's.
 *
 * @param ref the full ref, such as `refs/heads/feature/main`
 * @param mainPrefix the prefix of the main line's tags
 */
export function prefixOfRef(ref: string, mainPrefix: string): string {
  const pull = /^refs\/pull\/([0-9]+)\//.exec(ref)?.[1]
  if (pull !== undefined) return `pr-${pull}`
  const name = ref.replace(/^refs\/(?:heads|tags|pull|remotes)\//, '')
  const safe = name
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, LONGEST_NAME)
  const plain = ref === `refs/heads/${safe}` && !safe.endsWith(mainPrefix) && !looksHashed(safe) && !holdsTag(safe)
  if (plain && prefixProblem(safe) === undefined) return safe
  const hash = createHash('sha256').update(ref).digest('hex').slice(0, 8)
  return safe === '' || holdsTag(safe) ? `ref.${hash}` : `${safe}.${hash}`
}

/** A branch named after a build tag: a pattern without `$` would take it for one. */
function holdsTag(name: string): boolean {
  return /-[0-9a-f]{7}-[0-9]{10}/.test(name)
}

function looksHashed(name: string): boolean {
  return /\.[0-9a-f]{8}$/.test(name)
}
