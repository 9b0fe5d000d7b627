import { unicodeClassName } from './unicode-class.js'

/** A pattern made ready for re2js. */
export interface RewrittenPattern {
  readonly pattern: string
  /** The name of each named group, by the number of the group. */
  readonly groupNames: ReadonlyMap<number, string>
  /** A text about the rewritten pattern as it would be about the original. */
  readonly restored: (text: string) => string
}

/**
 * Go accepts one group name twice and reads the names of Unicode classes generously; re2js does neither. Repeated group
 * names get names of our own and classes the name that re2js knows. Everything else stays, mistakes included.
 */
export function rewritePattern(pattern: string): RewrittenPattern {
  const groupNames = new Map<number, string>()
  const seen = new Set<string>()
  const sources = new Map<string, string>()
  let rewritten = ''
  let groups = 0
  for (const { source, kind, name } of tokensOf(pattern)) {
    if (kind === 'group') groups += 1
    const replacement =
      kind === 'class' ? unicodeClassName(source) : seen.has(name) ? `(?P<fluxgate_group_${groups}_>` : source
    if (replacement !== source) sources.set(replacement, source)
    if (name !== '') groupNames.set(groups, name)
    if (name !== '') seen.add(name)
    rewritten += replacement
  }
  return { pattern: rewritten, groupNames, restored: text => restore(text, sources) }
}

interface Token {
  readonly source: string
  readonly kind: 'group' | 'class' | 'other'
  /** Of a named group, else ''. */
  readonly name: string
}

function* tokensOf(pattern: string): Generator<Token> {
  let inBrackets = false
  for (let at = 0; at < pattern.length; ) {
    const token = inBrackets ? inside : outside
    token.lastIndex = at
    const [source = pattern.slice(at), opening, name = ''] = token.exec(pattern) ?? []
    if (inBrackets ? source === ']' : source.startsWith('[')) inBrackets = !inBrackets
    const isGroup = opening !== undefined && (name !== '' || pattern[at + 1] !== '?')
    yield { source, kind: isGroup ? 'group' : /^\\[pP]./u.test(source) ? 'class' : 'other', name }
    at += source.length
  }
}

function restore(text: string, sources: ReadonlyMap<string, string>): string {
  let result = text
  for (const [replacement, source] of sources) result = result.replaceAll(replacement, () => source)
  return result
}

const outside =
  /\\Q.*?(?:\\E|$)|\\[pP](?:\{[^}]{0,60}\}|[^{])|\\.|(\()(?:\?P?<([A-Za-z0-9_]+)>)?|\[\^?\]?|[^\\([]+|./suy
const inside = /\\[pP](?:\{[^}]{0,60}\}|[^{])|\\.|\[:\^?[a-z]*:\]|[^\\[\]]+|./suy
