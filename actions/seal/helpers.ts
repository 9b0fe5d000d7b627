import type { Node } from 'yaml'
import { keyProblem } from './kubernetes-names.js'
import { type Origin, readOrigin } from './origin.js'
import type { RequestReader } from './request.js'

export const HELPERS = ['registry', 'ssh', 'tls', 'basic-auth', 'age', 'hmac'] as const

/** What people need a Secret for; `expandHelper` makes the keys that its users expect. */
export interface Helper {
  readonly kind: (typeof HELPERS)[number]
  readonly line: number
  /** What is no secret: a registry's address, the name of a key. */
  readonly texts: ReadonlyMap<string, string>
  readonly origins: ReadonlyMap<string, Origin>
}

interface Shape {
  readonly texts?: readonly string[]
  readonly required: readonly string[]
  readonly optional?: readonly string[]
}

const SHAPES: Readonly<Record<Helper['kind'], Shape>> = {
  registry: { texts: ['server'], required: ['username', 'password'] },
  ssh: { texts: ['as'], required: ['key'], optional: ['known-hosts'] },
  tls: { required: ['certificate', 'key'], optional: ['ca'] },
  'basic-auth': { required: ['username', 'password'] },
  age: { required: ['key'] },
  hmac: { required: ['token'] },
}

/** Reads a helper; what is missing in it or unknown is reported. */
export function readHelper(
  kind: Helper['kind'],
  node: Node | undefined,
  place: unknown,
  reader: RequestReader,
): readonly Helper[] {
  const before = reader.errors.length
  const { texts: textKeys = [], required, optional = [] } = SHAPES[kind]
  const members = reader.members(node ?? place, `"${kind}"`, [...textKeys, ...required, ...optional])
  if (reader.errors.length > before) return []
  const texts = new Map<string, string>()
  const origins = new Map<string, Origin>()
  for (const key of [...(kind === 'registry' ? textKeys : []), ...required]) {
    if (!members.has(key)) reader.report(node ?? place, `"${kind}" has no "${key}"`)
  }
  for (const [key, member] of members) {
    const what = `"${kind}"."${key}"`
    if (textKeys.includes(key)) {
      const text = reader.text(member, node, what)
      const problem = text !== undefined && key === 'as' ? keyProblem(text) : undefined
      if (problem !== undefined) reader.report(member, problem)
      if (text !== undefined) texts.set(key, text)
    } else {
      const origin = readOrigin(member, node, what, reader)
      if (origin?.kind === 'generate' && !generable(kind, key, origin.what)) {
        reader.report(member, `${what} cannot be generated as ${origin.what}`)
      } else if (origin !== undefined) origins.set(key, origin)
    }
  }
  return reader.errors.length > before ? [] : [{ kind, line: reader.lineOf(node), texts, origins }]
}

/** What is generated is sealed as it is: it cannot become a part of a larger value, whose other half would be unknown. */
function generable(kind: Helper['kind'], key: string, what: string): boolean {
  if (kind === 'ssh') return key === 'key' && what !== 'password'
  return (
    (kind === 'basic-auth' && key === 'password' && what === 'password') || (kind === 'hmac' && what === 'password')
  )
}
