import type { Layer } from './exchange.js'
import { json, repositoryRequest } from './exchange.js'

/**
 * Tag lists in pages, in lexical order, with a Link to the next. The reference registry gives all tags at once, whatever
 * `n` says. A client gets at most `size` tags a page, fewer when it asks for fewer.
 */
export function tagPages(size: number): Layer {
  return async exchange => {
    const request = repositoryRequest(exchange.url)
    if (exchange.method !== 'GET' || request?.kind !== 'tags' || request.reference !== 'list') return undefined
    const all = await exchange.forward({ method: 'GET', path: exchange.url.pathname })
    if (all.status !== 200) return all
    const { name, tags } = tagList(all.body)
    const last = exchange.url.searchParams.get('last')
    const wanted = Number(exchange.url.searchParams.get('n') ?? size)
    const rest = tags.toSorted(inBytes).filter(tag => last === null || inBytes(tag, last) > 0)
    const page = rest.slice(0, Math.min(wanted, size))
    const end = page.at(-1)
    if (end === undefined || page.length === rest.length) return json(200, { name, tags: page })
    const next = `${exchange.url.pathname}?last=${encodeURIComponent(end)}&n=${wanted}`
    return json(200, { name, tags: page }, { link: `<${next}>; rel="next"` })
  }
}

function tagList(body: string | Uint8Array = ''): { name: string; tags: readonly string[] } {
  const list: unknown = JSON.parse(Buffer.from(body).toString())
  if (typeof list !== 'object' || list === null || !('name' in list) || !('tags' in list))
    throw new Error('no tag list')
  // A repository whose tags have all been deleted has null.
  return { name: String(list.name), tags: Array.isArray(list.tags) ? list.tags.map(String) : [] }
}

function inBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
