import { member, parseJson, textMember } from '../json.js'
import type { HttpResponse } from '../runner/ports.js'

/** A registry's answer that is not what was asked for. Its message is one line: what was asked, the status, the registry's own words. */
export class RegistryRefusal extends Error {
  override readonly name = 'RegistryRefusal'
  readonly status: number
  /** The distribution specification's error codes, such as DENIED or NAME_UNKNOWN. */
  readonly codes: readonly string[]
  /** The registry's own words, without line ends; '' when it said nothing readable. */
  readonly words: string
  /** Milliseconds that the registry asks to wait. */
  readonly retryAfter: number | undefined

  constructor(request: { method: string; url: string }, response: HttpResponse, now: number) {
    const { codes, words } = readErrors(response)
    super(`${request.method} ${request.url}: ${response.status}${words === '' ? '' : ` (${words})`}`)
    this.status = response.status
    this.codes = codes
    this.words = words
    this.retryAfter = readRetryAfter(response.headers['retry-after'], now)
  }
}

function readErrors(response: HttpResponse): { codes: readonly string[]; words: string } {
  const body = new TextDecoder().decode(response.body.subarray(0, 64 * 1024))
  const errors = errorList(body)
  if (errors === undefined) {
    const plain = body
      .replace(/<[^<>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    return { codes: [], words: plain.slice(0, 300) }
  }
  const words = errors.map(error => oneLine([error.code, error.message].filter(part => part !== '').join(': ')))
  return { codes: errors.map(error => error.code), words: words.join('; ').slice(0, 600) }
}

/** The `errors` of a distribution error body; undefined when the body is something else. */
function errorList(body: string): readonly { code: string; message: string }[] | undefined {
  const errors = member(parseJson(body), 'errors')
  if (!Array.isArray(errors)) return undefined
  return errors.map(error => ({ code: textMember(error, 'code') ?? '', message: textMember(error, 'message') ?? '' }))
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** `Retry-After` as seconds or as a date, in milliseconds from now. */
function readRetryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined
  if (/^[0-9]+$/.test(header.trim())) return Number(header) * 1000
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
