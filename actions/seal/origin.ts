import type { Node } from 'yaml'
import type { RequestReader } from './request.js'
import { secretShape } from './secret-shape.js'

/** Where a value comes from. */
export type Origin = { readonly line: number } & (
  | { readonly kind: 'env'; readonly name: string; readonly base64: boolean }
  | { readonly kind: 'file'; readonly path: string; readonly base64: boolean }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'generate'; readonly what: Generated }
)

export const GENERATED = ['ed25519', 'rsa', 'password'] as const

export type Generated = (typeof GENERATED)[number]

const KINDS = ['env', 'file', 'literal', 'generate'] as const

/** Reads `{env: NAME}`, `{file: PATH}`, `{literal: text}` or `{generate: …}`; undefined, with a report, when it is none. */
export function readOrigin(
  node: Node | undefined,
  place: unknown,
  what: string,
  reader: RequestReader,
): Origin | undefined {
  const before = reader.errors.length
  const members = reader.members(node ?? place, what, [...KINDS, 'encoding'])
  const kinds = KINDS.filter(kind => members.has(kind))
  const [kind, second] = kinds
  if (reader.errors.length > before) return undefined
  if (kind === undefined || second !== undefined) {
    reader.report(
      node ?? place,
      `${what}: expected one source, {env: NAME}, {file: PATH}, {literal: text} or {generate: …}`,
    )
    return undefined
  }
  const text = reader.text(members.get(kind), node ?? place, `${what}: "${kind}"`)
  const encoding = members.has('encoding')
    ? reader.text(members.get('encoding'), node, `${what}: "encoding"`)
    : undefined
  if (text === undefined) return undefined
  const report = (problem: string, next?: string) => {
    reader.report(node, `${what}: ${problem}`, next)
    return undefined
  }
  if (encoding !== undefined && (encoding !== 'base64' || (kind !== 'env' && kind !== 'file'))) {
    return report('"encoding" can be base64 alone, beside "env" or "file"')
  }
  const line = reader.lineOf(node)
  const base64 = encoding === 'base64'
  switch (kind) {
    case 'env':
      // What is no name may be the value itself.
      if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(text)) return report('"env" is no name of a variable')
      return { line, kind, name: text, base64 }
    case 'file':
      return { line, kind, path: text, base64 }
    case 'literal': {
      const shape = secretShape(text)
      if (shape === undefined) return { line, kind, text }
      return report(
        `the literal looks like ${shape}: expected what is no secret`,
        'Take it from a variable: {env: NAME}, and revoke it if this was saved anywhere',
      )
    }
    case 'generate': {
      const found = GENERATED.find(known => known === text)
      return found === undefined ? report(`"generate" is none of ${GENERATED.join(', ')}`) : { line, kind, what: found }
    }
  }
}
