import { UserError } from '../../src/errors.js'
import { parseJson, textMember } from '../../src/json.js'
import type { HttpRequest, HttpResponse, Runner } from '../../src/runner/ports.js'

/**
 * Asks GitHub for a token that says which job this is, for one audience. It is masked before anybody gets it.
 *
 * @param send sends a request; never follows a redirect
 * @throws UserError when GitHub gives none
 */
export async function jobToken(
  audience: string,
  runner: Pick<Runner, 'env' | 'mask'>,
  send: (request: HttpRequest) => Promise<HttpResponse>,
): Promise<string> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: address = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: key = '' } = runner.env
  runner.mask(key)
  const url = new URL(address)
  url.searchParams.set('audience', audience)
  const headers = { authorization: `Bearer ${key}`, accept: 'application/json' }
  const response = await send({ method: 'GET', url: url.href, headers })
  const token = textMember(parseJson(new TextDecoder().decode(response.body)), 'value')
  if (token !== undefined) runner.mask(token)
  if (response.status !== 200) throw new UserError(`GitHub answers ${response.status} and gives the job no OIDC token`)
  if (token === undefined) throw new UserError("GitHub's answer holds no OIDC token")
  return token
}
