import { broken, type Check, ok, unknown } from '../cluster/check.js'
import { member, textMember, valueAt } from '../json.js'
import type { AskGitHub, GitHubAnswer } from './ask.js'

export interface Wanted {
  readonly owner: string
  readonly repository: string
  readonly branch: string
  /** From the root of the repository. */
  readonly path: string
}

export interface Granted {
  readonly checks: readonly Check[]
  /** Whether the owner is a person; undefined where GitHub did not say. */
  readonly isPersonal: boolean | undefined
  /** The commit at the head of the branch. */
  readonly head: string | undefined
}

const MAKE_TOKEN =
  'Give GITHUB_TOKEN a classic token with the scope repo, or a fine-grained one for this repository with Administration and Contents: read and write'

/** Whether `flux bootstrap github` could do its work with a token: as far as reading tells. */
export async function bootstrapRights(ask: AskGitHub, wanted: Wanted): Promise<Granted> {
  const { owner, repository, branch, path } = wanted
  const name = `${owner}/${repository}`
  const root = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repository)}`
  const found = await ask(root)
  const refusal = refusalOf(found, name)
  if (refusal !== undefined) return { checks: [refusal], isPersonal: undefined, head: undefined }
  const at = path.split('/').map(encodeURIComponent).join('/')
  const [keys, head, folder] = await Promise.all([
    ask(`${root}/keys?per_page=1`),
    ask(`${root}/branches/${encodeURIComponent(branch)}`),
    ask(`${root}/contents/${path === '.' ? '' : at}?ref=${encodeURIComponent(branch)}`),
  ])
  const type = textMember(member(found.body, 'owner'), 'type')
  return {
    checks: [
      scopeCheck(found),
      roleCheck(found, name),
      keysCheck(keys),
      ok(
        `repository ${name}`,
        member(found.body, 'private') === true ? 'is there, and private' : 'is there, and public',
      ),
      ...branchChecks(head, folder, wanted),
    ].flatMap(check => check ?? []),
    isPersonal: type === undefined ? undefined : type === 'User',
    head: head.status === 200 ? textMember(member(head.body, 'commit'), 'sha') : undefined,
  }
}

/** Why nothing else can be asked; undefined when it can. */
function refusalOf(answer: GitHubAnswer, name: string): Check | undefined {
  const said = `${answer.status}${answer.words === '' ? '' : `: ${answer.words}`}`
  switch (answer.status) {
    case 200:
      return undefined
    case 0:
      return broken('GitHub', `its API cannot be reached (${answer.words})`, 'Check the network, and GITHUB_API_URL')
    case 401:
      return broken('GITHUB_TOKEN', `GitHub does not take it (${said})`, MAKE_TOKEN)
    case 301:
    case 307:
      return broken(
        `repository ${name}`,
        'has been renamed or moved',
        'Give its new name with --owner and --repository',
      )
    case 404:
      return broken(
        `repository ${name}`,
        'is not there, or the token may not see it (404)',
        'Create it and push the tree, or choose it for the token',
      )
    default:
      return broken(
        `repository ${name}`,
        `GitHub does not show it (${said})`,
        'See what GitHub says, and the token’s single sign-on',
      )
  }
}

/** A classic token says what it may; a fine-grained one does not. */
function scopeCheck({ headers, body }: GitHubAnswer): Check | undefined {
  const header = headers['x-oauth-scopes']
  if (header === undefined) {
    return unknown('GITHUB_TOKEN', 'is fine-grained, or of an app: whether it may write shows when flux writes')
  }
  const scopes = header.split(',').map(scope => scope.trim())
  const isEnough = scopes.includes('repo') || (scopes.includes('public_repo') && member(body, 'private') === false)
  if (isEnough) return ok('GITHUB_TOKEN', `has the scope ${scopes.includes('repo') ? 'repo' : 'public_repo'}`)
  return broken('GITHUB_TOKEN', `has the scopes ${header.trim() || 'of nothing'}, and not repo`, MAKE_TOKEN)
}

function roleCheck({ body }: GitHubAnswer, name: string): Check | undefined {
  const admin = valueAt(body, ['permissions', 'admin'])
  if (admin !== false) return undefined
  return broken(
    'GITHUB_TOKEN',
    `belongs to somebody who does not administrate ${name}, and so may add no deploy key`,
    'Use the token of an administrator of the repository',
  )
}

function keysCheck({ status, words }: GitHubAnswer): Check | undefined {
  if (status === 200) return undefined
  if (status === 403 || status === 404) {
    return broken('GITHUB_TOKEN', `may not see the deploy keys (${status}: ${words})`, MAKE_TOKEN)
  }
  return unknown('GITHUB_TOKEN', `whether it may see the deploy keys is not known (${status}: ${words})`)
}

function branchChecks(head: GitHubAnswer, folder: GitHubAnswer, { branch, path }: Wanted): readonly Check[] {
  const push = 'Push the tree first: flux would start from an empty folder'
  if (head.status === 404)
    return [broken(`branch ${branch}`, 'is not in the repository', `${push}. Or name it with --branch`)]
  if (folder.status === 404)
    return [broken(path, `is not in the repository, on ${branch}`, `${push}. Or name it with --path`)]
  if (head.status !== 200 || folder.status !== 200) {
    const { status, words } = head.status === 200 ? folder : head
    return [unknown(`branch ${branch}`, `GitHub does not show it (${status}: ${words})`)]
  }
  return [ok(path, `is there, on ${branch}`)]
}
