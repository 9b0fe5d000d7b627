import { describe, expect, it } from '@jest/globals'
import { RegistryRefusal } from './refusal.js'

const ASKED = { method: 'PUT', url: 'http://r:5000/v2/library/app/manifests/main' }
const NOW = Date.UTC(2024, 0, 1, 12, 0, 0)

function refused(status: number, body: string, headers: Readonly<Record<string, string>> = {}): RegistryRefusal {
  return new RegistryRefusal(ASKED, { status, headers, body: new TextEncoder().encode(body) }, NOW)
}

describe('a registry’s refusal', () => {
  it('says what was asked, the status, and the registry’s own words and codes', () => {
    const refusal = refused(
      403,
      '{"errors":[{"code":"DENIED","message":"no","detail":{}},{"code":"X","message":"two\\nlines"}]}',
    )
    expect(refusal.message).toBe(`PUT ${ASKED.url}: 403 (DENIED: no; X: two lines)`)
    expect(refusal).toMatchObject({ status: 403, codes: ['DENIED', 'X'], words: 'DENIED: no; X: two lines' })
  })

  it.each([
    ['{"errors":[{"code":"DENIED"}]}', 'DENIED'],
    ['{"errors":[{"message":"no"}]}', 'no'],
    ['{"errors":[]}', ''],
    ['{"errors":[null, 7]}', '; '],
    ['{"errors":"x"}', '{"errors":"x"}'],
    ['{"message":"not found"}', '{"message":"not found"}'],
    ['plain\n\ttext ', 'plain text'],
    ['', ''],
  ])('in the body %j is %j', (body, words) => {
    expect(refused(400, body).words).toBe(words)
  })

  it('of a proxy is its page without the markup', () => {
    const page = '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center>nginx</center></body></html>'
    expect(refused(502, page).message).toBe(`PUT ${ASKED.url}: 502 (502 Bad Gateway nginx)`)
  })

  it('is short, however long the page is', () => {
    expect(refused(500, 'x'.repeat(1_000_000)).message.length).toBeLessThan(500)
    const many = Array.from({ length: 500 }, () => ({ code: 'UNKNOWN', message: 'y'.repeat(50) }))
    expect(refused(500, JSON.stringify({ errors: many })).message.length).toBeLessThan(800)
  })

  it('is read at once, even of a page that is made to be slow', () => {
    const words = refused(500, '<'.repeat(64 * 1024)).words
    expect(words).toMatch(/^<+$/)
  })

  it('without a body says the status alone', () => {
    expect(refused(404, '').message).toBe(`PUT ${ASKED.url}: 404`)
  })

  it.each([
    ['120', 120_000],
    [' 3 ', 3_000],
    ['0', 0],
    ['Mon, 01 Jan 2024 12:00:30 GMT', 30_000],
    ['Mon, 01 Jan 2024 11:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
  ])('asks to wait with %j', (header, wait) => {
    expect(refused(429, '', { 'retry-after': header }).retryAfter).toBe(wait)
  })

  it('asks for no wait when it says nothing', () => {
    expect(refused(429, '').retryAfter).toBeUndefined()
  })
})
