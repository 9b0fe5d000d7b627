/** An image's name without tag and digest, taken apart as the registries do. */
export interface Repository {
  /** `host` or `host:port`, without scheme. */
  readonly registry: string
  /** Path below the registry, such as `library/frontend`. */
  readonly name: string
}

/** A reference as people and manifests write it; every part but the name may be missing. */
export interface Reference {
  /** Undefined when the first part is no host (`library/frontend`): Docker Hub is meant, or the registry is said elsewhere. */
  readonly registry: string | undefined
  readonly name: string
  readonly tag: string | undefined
  /** `sha256:` and 64 hex digits. */
  readonly digest: string | undefined
}

const NAME_PART = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*'
const NAME = new RegExp(`^${NAME_PART}(?:/${NAME_PART})*$`)
const REGISTRY = /^(?:\[[0-9a-fA-F:]+\]|[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)(?::[0-9]{1,5})?$/
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/
const DIGEST = /^sha256:[0-9a-f]{64}$/

/** The reference taken apart, or undefined when it follows no grammar of the registries. */
export function parseReference(text: string): Reference | undefined {
  // A tree names few images, and each is asked for many times.
  if (known.size >= 10_000) known.clear()
  if (!known.has(text)) known.set(text, parse(text))
  return known.get(text)
}

const known = new Map<string, Reference | undefined>()

function parse(text: string): Reference | undefined {
  const [beforeDigest = '', digest, ...more] = text.split('@')
  if (more.length > 0 || (digest !== undefined && !DIGEST.test(digest))) return undefined
  const colon = beforeDigest.lastIndexOf(':')
  const tagged = colon > beforeDigest.lastIndexOf('/')
  const tag = tagged ? beforeDigest.slice(colon + 1) : undefined
  const path = tagged ? beforeDigest.slice(0, colon) : beforeDigest
  if (tag !== undefined && !TAG.test(tag)) return undefined
  const slash = path.indexOf('/')
  const first = path.slice(0, Math.max(slash, 0))
  const hasRegistry = /[.:\]]/.test(first) || first === 'localhost' || first !== first.toLowerCase()
  const registry = hasRegistry ? first : undefined
  const name = hasRegistry ? path.slice(slash + 1) : path
  if ((registry !== undefined && !REGISTRY.test(registry)) || !NAME.test(name)) return undefined
  return { registry, name, tag, digest }
}

/** What is wrong with a registry's address, as the end of a sentence; undefined when it is `host` or `host:port`. */
export function registryProblem(text: string): string | undefined {
  if (/^[a-z]+:\/\//i.test(text))
    return 'has a scheme: expected "host" or "host:port" (plain HTTP is said by "insecure")'
  if (text.includes('/')) {
    return 'has a path in it: expected "host" or "host:port" only; the project belongs into the image name'
  }
  if (!REGISTRY.test(text)) return 'is not a registry address: expected "host" or "host:port"'
  const port = /:([0-9]+)$/.exec(text)?.[1]
  if (port !== undefined && (Number(port) < 1 || Number(port) > 65535)) return 'has no valid port: expected 1 to 65535'
  return undefined
}

/** What is wrong with an image's name below the registry, as the end of a sentence; undefined when it is fine. */
export function nameProblem(text: string): string | undefined {
  if (NAME.test(text)) return text.length > 255 ? 'has more than 255 characters' : undefined
  // Before the registry: an upper-case first part (`MyOrg/app`) passes for one, and is an organisation's name far more often.
  if (text !== text.toLowerCase() && NAME.test(text.toLowerCase())) {
    return `has upper-case letters: expected "${text.toLowerCase()}"`
  }
  const reference = parseReference(text)
  if (reference?.registry !== undefined) return `has a registry in it: expected the name below it, "${reference.name}"`
  if (reference?.tag !== undefined || reference?.digest !== undefined) {
    return `has a tag or digest in it: expected "${reference.name}" (the tag is made by the build)`
  }
  return 'is not an image name: expected lower-case letters, digits, ".", "_", "-" and "/", such as "library/frontend"'
}

export function printRepository(repository: Repository): string {
  return `${repository.registry}/${repository.name}`
}
