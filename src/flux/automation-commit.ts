import type { CommitChanges } from '../git/commits.js'

/** Who commits for an ImageUpdateAutomation; either part may be missing (`spec.git.commit.author`). */
export interface AutomationAuthor {
  readonly name: string | undefined
  readonly email: string | undefined
}

/** The author that Flux's guides use; an automation without a name of its own has it too in many trees. */
const USUAL_AUTHOR = /^flux(?:cd)?(?:[-_ ]?bot)?(?:\[bot\])?$/i

/**
 * Whether a commit is image automation's own: nothing outside the Flux folder changes, and either every changed line
 * carries a setter marker (whoever committed it: a merge of the automation's pull request is the same change), or the
 * author is the automation's. Building such a commit would make a tag that makes the next such commit.
 *
 * @param fluxPath folder of the Flux manifests from the root of the repository; '.' is the whole tree
 */
export function isAutomationCommit(
  commit: CommitChanges,
  fluxPath: string,
  authors: readonly AutomationAuthor[],
): boolean {
  const folder = fluxPath.replace(/^\.?\/+/, '').replace(/\/*$/, '')
  const below = (path: string) => folder === '' || folder === '.' || path.startsWith(`${folder}/`)
  if (commit.files.length === 0 || !commit.files.every(file => below(file.path))) return false
  const onlyMarkers = commit.files.every(
    file => !file.more && file.lines.length > 0 && file.lines.every(line => line.includes('"$imagepolicy"')),
  )
  return onlyMarkers || isAuthor(commit.author, authors)
}

function isAuthor(author: CommitChanges['author'], authors: readonly AutomationAuthor[]): boolean {
  const known = authors.some(
    ({ name, email }) =>
      (email !== undefined && email === author.email) || (email === undefined && name === author.name),
  )
  return known || USUAL_AUTHOR.test(author.name)
}
