import { parseJson, textMember } from '../json.js'
import { printableLine } from '../printable.js'
import { systemCode } from '../registry/transient.js'
import type { Http, HttpResponse } from '../runner/ports.js'

/** GitHub's API, read only. */
export type AskGitHub = (path: string) => Promise<GitHubAnswer>

export interface GitHubAnswer {
  /** 0 when there was no answer. */
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
  /** GitHub's words, or the system's reason, on one line. */
  readonly words: string
}

const TIMEOUT = 20_000

/** @param api as apiAddress gives it */
export function openGitHub(http: Http, api: string, token: string, signal: AbortSignal): AskGitHub {
  return async path => {
    try {
      return readAnswer(
        await http({
          method: 'GET',
          url: `${api}${path}`,
          headers: {
            accept: 'application/vnd.github+json',
            authorization: `Bearer ${token}`,
            'user-agent': 'fluxgate',
            'x-github-api-version': '2022-11-28',
          },
          timeout: TIMEOUT,
          signal,
        }),
      )
    } catch (error) {
      signal.throwIfAborted()
      const code = systemCode(error)
      if (code === undefined) throw error
      return { status: 0, headers: {}, body: undefined, words: code }
    }
  }
}

function readAnswer({ status, headers, body }: HttpResponse): GitHubAnswer {
  const parsed = parseJson(new TextDecoder().decode(body))
  return { status, headers, body: parsed, words: printableLine(textMember(parsed, 'message') ?? '') }
}
