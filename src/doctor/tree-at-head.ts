import { messageOf, UserError } from '../errors.js'
import { hasCommit, remoteHead } from '../git/branch.js'
import type { Git } from '../git/repository.js'
import { textsAt, treeAt } from '../git/tree-at.js'
import { isCertificatePath, isManifestPath, isManifestText, withoutChartTemplates } from '../tree/manifest-paths.js'
import type { TreeTexts } from '../tree/read-tree.js'
import type { Head } from './facts.js'

/**
 * A branch as `origin` has it, and the tree at its head where this clone has that commit. Nothing is fetched: a clone that is behind
 * stays behind.
 */
export async function treeAtHead(
  git: Git,
  branch: string | undefined,
): Promise<{ readonly head: Head; readonly texts: TreeTexts | undefined }> {
  const none = { branch, sha: undefined, isRead: false, seconds: undefined }
  if (branch === undefined) return { head: { ...none, why: 'the tree does not say its branch' }, texts: undefined }
  const answer = await remoteHead(git, branch).catch((error: unknown) => {
    // Without git there is nobody to ask.
    if (error instanceof UserError) return { unknown: messageOf(error) }
    throw error
  })
  if ('unknown' in answer) return { head: { ...none, why: answer.unknown }, texts: undefined }
  const { sha } = answer
  if (!(await hasCommit(git, sha))) {
    const why = `the newest commit of ${branch}, ${sha.slice(0, 7)}, is missing`
    return { head: { ...none, sha, why }, texts: undefined }
  }
  const { paths } = await treeAt(git, sha)
  const wanted = withoutChartTemplates(paths.filter(path => isManifestPath(path) || isCertificatePath(path)))
  const texts = [...(await textsAt(git, sha, wanted))].filter(([path, text]) => isManifestText(path, text))
  const seconds = Number(await git.ask('log', '-1', '--format=%ct', sha))
  return { head: { branch, sha, isRead: true, seconds: Number.isNaN(seconds) ? undefined : seconds, why: '' }, texts }
}
