import type { Git } from '../git/repository.js'
import { broken, type Check, ok, unknown } from './check.js'

/**
 * Whether what lies below a path of a work tree is what the repository has. Flux takes the latter.
 *
 * @param head the commit at the head of the branch, undefined when it is not known
 */
export async function pushedCheck(git: Git, path: string, branch: string, head: string | undefined): Promise<Check> {
  const subject = `${path} here`
  const push = 'What is not pushed, Flux does not see: git push'
  const uncommitted = await git.ask('status', '--porcelain', '--', path)
  if (uncommitted === undefined) return unknown(subject, 'is in no git repository')
  if (uncommitted.trim() !== '') return unknown(subject, 'has changes that are not committed', push)
  if (head === undefined)
    return unknown(subject, `cannot be compared with what is pushed to ${branch}: GitHub has not said what that is`)
  if ((await git.ask('cat-file', '-e', `${head}^{commit}`)) === undefined) {
    return unknown(subject, `lacks the newest commit of ${branch}`, 'git pull')
  }
  const isSame = (await git.ask('diff', '--quiet', head, 'HEAD', '--', path)) !== undefined
  if (isSame) return ok(subject, `is what ${branch} has`)
  const isBehind = (await git.ask('merge-base', '--is-ancestor', 'HEAD', head)) !== undefined
  return isBehind
    ? unknown(subject, `is older than what ${branch} has`, 'git pull')
    : broken(subject, `has commits that ${branch} has not`, push)
}
