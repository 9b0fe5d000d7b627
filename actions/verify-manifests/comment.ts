import { markdownReport } from '../../src/findings/markdown-report.js'
import type { VerifyReport } from '../../src/findings/report.js'
import { member, numberMember, parseJson, textMember } from '../../src/json.js'
import { printableLine, shortened } from '../../src/printable.js'
import { systemCode } from '../../src/registry/transient.js'
import type { HttpRequest, Runner } from '../../src/runner/ports.js'

/** The pull request that a run is for. */
export interface PullRequest {
  /** `owner/name`, of the repository that is merged into. */
  readonly repository: string
  readonly number: number
}

/** GitHub refuses a comment of more than 65,536 characters. */
const MOST_BYTES = 60_000
const PAGE = 100
const MOST_PAGES = 20
const TIMEOUT = 10_000

/** The pull request in the payload of an event; undefined when the event is of none. */
export function pullRequestOf(payload: unknown): PullRequest | undefined {
  const number = numberMember(member(payload, 'pull_request'), 'number')
  const repository = textMember(member(payload, 'repository'), 'full_name')
  if (number === undefined || repository === undefined || !/^[\w.-]+\/[\w.-]+$/.test(repository)) return undefined
  return { repository, number }
}

/**
 * Keeps one comment on the pull request up to date: made when there is something to say, changed in place from then on, also
 * when all is well again. It never fails the gate: where the token may not comment, a notice says so, and a warning where
 * the API does not answer.
 *
 * @param token may write to pull requests; '' when there is none
 * @param name tells the comments of several gates of a repository apart
 */
export async function keepComment(
  report: VerifyReport,
  { pullRequest, token, name }: { readonly pullRequest: PullRequest; readonly token: string; readonly name: string },
  runner: Runner,
): Promise<void> {
  if (token === '') return runner.log.notice('No comment on the pull request: there is no token, see "github-token"')
  const marker = `<!-- fluxgate verify-manifests ${encodeURIComponent(name).replaceAll('-', '%2D')} -->`
  const body = runner.redact(`${marker}\n${markdownReport(report, MOST_BYTES)}`).replace(/\p{Surrogate}/gu, '\ufffd')
  const api = apiOf(token, runner)
  const folder = `/repos/${pullRequest.repository}/issues`
  try {
    const known = await findComment(api, `${folder}/${pullRequest.number}/comments`, marker)
    if (known === undefined) {
      if (saysSomething(report)) await api('POST', `${folder}/${pullRequest.number}/comments`, { body })
    } else if (known.body !== body) {
      await api('PATCH', `${folder}/comments/${known.id}`, { body })
    }
  } catch (error) {
    const code = systemCode(error)
    if (runner.signal.aborted || !(error instanceof ApiRefusal || code !== undefined)) throw error
    if (error instanceof ApiRefusal && error.isForbidden) {
      const why = 'the token may not write to it, as on pull requests from forks'
      runner.log.notice(`No comment on the pull request: ${why} (${error.message})`)
    } else {
      const what = error instanceof ApiRefusal ? error.message : `the API cannot be reached (${code})`
      runner.log.warning(`The comment on the pull request is not up to date: ${what}`)
    }
  }
}

/** Nobody is told that nothing happened. */
function saysSomething({ verdict, findings }: VerifyReport): boolean {
  return verdict === 'fail' || findings.some(({ status, severity }) => status === 'new' && severity !== 'note')
}

class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal'
  /** Whether it is for lack of rights, and not of requests left. */
  readonly isForbidden: boolean

  constructor(message: string, isForbidden: boolean) {
    super(message)
    this.isForbidden = isForbidden
  }
}

type Api = (method: HttpRequest['method'], path: string, content?: unknown) => Promise<unknown>

function apiOf(token: string, { env, http, signal }: Runner): Api {
  const root = (env.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, '')
  return async (method, path, content) => {
    const response = await http({
      method,
      url: `${root}${path}`,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'x-github-api-version': '2022-11-28',
        ...(content === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(content === undefined ? {} : { body: JSON.stringify(content) }),
      timeout: TIMEOUT,
      signal,
    })
    const answer = parseJson(new TextDecoder().decode(response.body))
    if (response.status >= 200 && response.status < 300 && answer !== undefined) return answer
    const words = shortened(printableLine(textMember(answer, 'message') ?? ''), 200)
    const limited = response.headers['x-ratelimit-remaining'] === '0' || response.headers['retry-after'] !== undefined
    throw new ApiRefusal(
      `${method} ${path}: ${response.status}${words === '' ? '' : ` ${words}`}`,
      (response.status === 403 || response.status === 404) && !limited,
    )
  }
}

/** Our own comment. Anybody may write the marker: one that somebody else wrote is left alone. */
async function findComment(api: Api, path: string, marker: string): Promise<{ id: number; body: string } | undefined> {
  let own: string | undefined
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const comments = await api('GET', `${path}?per_page=${PAGE}&page=${page}`)
    if (!Array.isArray(comments)) return undefined
    for (const comment of comments) {
      const body = textMember(comment, 'body') ?? ''
      const id = numberMember(comment, 'id')
      const user = member(comment, 'user')
      if (id === undefined || !body.startsWith(marker)) continue
      if (textMember(user, 'type') === 'Bot') return { id, body }
      own ??= await ownLogin(api)
      if (own !== '' && textMember(user, 'login') === own) return { id, body }
    }
    if (comments.length < PAGE) return undefined
  }
  return undefined
}

/** Whose token it is; '' for the one of a workflow, which belongs to nobody. */
async function ownLogin(api: Api): Promise<string> {
  try {
    return textMember(await api('GET', '/user'), 'login') ?? ''
  } catch (error) {
    if (error instanceof ApiRefusal) return ''
    throw error
  }
}
