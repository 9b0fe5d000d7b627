/** The image that a policy elected. */
export interface LatestRef {
  readonly name: string
  readonly tag: string
  readonly digest?: string
}

/** `namespace:name` of each ImagePolicy in force to its `status.latestRef`; null when it has none yet. */
export type Policies = ReadonlyMap<string, LatestRef | null>

/** Setter names and the values they write. */
export type Setters = ReadonlyMap<string, string>

/** Parts of a reference that a marker may ask for behind a colon. */
export const setterSuffixes = ['tag', 'name', 'digest'] as const

/** `name:tag[@digest]` in its parts; the tag is '' when the reference has none. */
export function parseLatestRef(reference: string): LatestRef {
  const [named = '', digest] = splitOnce(reference, '@')
  const colon = named.lastIndexOf(':')
  const hasTag = colon > named.lastIndexOf('/')
  const name = hasTag ? named.slice(0, colon) : named
  const tag = hasTag ? named.slice(colon + 1) : ''
  return digest === undefined ? { name, tag } : { name, tag, digest }
}

/** `name:tag[@digest]`. */
export function printLatestRef({ name, tag, digest }: LatestRef): string {
  return digest === undefined || digest === '' ? `${name}:${tag}` : `${name}:${tag}@${digest}`
}

/** The setters that the policies with an elected image stand for: the reference itself, and its parts. */
export function settersOf(policies: Policies): Setters {
  const setters = new Map<string, string>()
  for (const [policy, latest] of policies) {
    if (latest === null) continue
    setters.set(policy, printLatestRef(latest))
    setters.set(`${policy}:tag`, latest.tag)
    setters.set(`${policy}:name`, latest.name)
    setters.set(`${policy}:digest`, latest.digest ?? '')
  }
  return setters
}

/** Why Flux refuses to run at all: the first reference that is none. It validates weakly: no registry and no tag are needed. */
export function invalidReference(policies: Policies): string | undefined {
  for (const latest of policies.values()) {
    if (latest === null) continue
    const reference = printLatestRef(latest)
    if (!isReference(reference))
      return `encountered invalid image ref ${JSON.stringify(reference)}: could not parse reference: ${reference}`
  }
  return undefined
}

function isReference(reference: string): boolean {
  if (isTagged(reference)) return true
  const parts = reference.split('@')
  const [base = '', digest = ''] = parts
  if (parts.length !== 2 || !/^sha256:[0-9a-f]{64}$/.test(digest)) return false
  return isTagged(base) || isRepository(base)
}

function isTagged(reference: string): boolean {
  const colon = reference.lastIndexOf(':')
  if (colon < 0 || reference.includes('/', colon)) return isRepository(reference)
  return /^[\w.-]{1,128}$/.test(reference.slice(colon + 1)) && isRepository(reference.slice(0, colon))
}

function isRepository(name: string): boolean {
  const [first = '', rest] = splitOnce(name, '/')
  const hasRegistry = rest !== undefined && /[.:]/.test(first)
  const repository = hasRegistry ? rest : name
  return /^[a-z0-9_\-./]{2,255}$/.test(repository) && (!hasRegistry || isAuthority(first))
}

/** A host, with or without a port, that Go's URL parser gives back unchanged. */
function isAuthority(host: string): boolean {
  return /^(?:\[[0-9a-fA-F:.]*\]|[^\s:[\]/?#@%\\^`{|}\x00-\x20\x7f]*)(?::\d*)?$/.test(host)
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const index = text.indexOf(separator)
  return index < 0 ? [text, undefined] : [text.slice(0, index), text.slice(index + 1)]
}
