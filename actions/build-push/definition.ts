import { member } from '../../src/json.js'

/** A target of a bake definition, as `docker buildx bake --print` shows it. */
export type BakeTarget = Readonly<Record<string, unknown>>

/** What happens to the results of a bake. */
export type Phase =
  /** Everything is built and stays in the builder's cache; nothing leaves it. */
  | { readonly kind: 'build' }
  /** What was built is pushed without a tag, by its digest. */
  | { readonly kind: 'push-digests' }
  /** What was built is pushed under the tag. */
  | {
      readonly kind: 'push-tags'
      readonly tag: string
      /** Whether it is the Docker daemon's own builder that pushes. */
      readonly daemon: boolean
    }

export interface DefinitionOptions {
  /** Plain HTTP between the builder and the registry. */
  readonly insecure: boolean
  readonly registry: string
  /** `undefined`: no attestation. Else the attributes, '' for none. */
  readonly provenance: string | undefined
  readonly sbom: string | undefined
  readonly noCache: boolean
  /** Whether `cache-to` counts: a run that publishes nothing, a pull request's above all, writes nowhere. */
  readonly exportCaches: boolean
  readonly pull: boolean
  /** The labels that every image gets; those of the target itself win. */
  readonly labels: Readonly<Record<string, string>>
}

/**
 * The bake definition of a phase, as JSON.
 *
 * @param targets by target name: the repository (`host/name`) and the target itself
 */
export function bakeDefinition(
  targets: ReadonlyMap<string, { readonly repository: string; readonly target: BakeTarget }>,
  phase: Phase,
  options: DefinitionOptions,
): string {
  const definitions: Record<string, unknown> = {}
  for (const [name, { repository, target }] of targets) {
    const attests = phase.kind === 'build' ? [] : attestations(options)
    definitions[name] = {
      ...target,
      labels: { ...options.labels, ...labelsOf(target) },
      tags: [],
      output: [output(repository, phase, options)],
      attest: attests,
      'cache-from': caches(target['cache-from'], options),
      // What was built is in the cache: exporting it again would only take time. A cache inside of the image is no export.
      'cache-to': options.exportCaches
        ? caches(target['cache-to'], options).filter(cache => isInline(cache) === (phase.kind !== 'build'))
        : [],
      'no-cache': (options.noCache || target['no-cache'] === true) && phase.kind === 'build',
      'no-cache-filter': phase.kind === 'build' ? (target['no-cache-filter'] ?? []) : [],
      pull: (options.pull || target.pull === true) && phase.kind === 'build',
    }
  }
  const definition = { group: { default: { targets: [...targets.keys()] } }, target: definitions }
  return JSON.stringify(escapeTemplates(definition), undefined, 2)
}

function output(repository: string, phase: Phase, options: DefinitionOptions): string {
  if (phase.kind === 'build') return 'type=cacheonly'
  const how = [
    'type=image',
    ...(phase.kind === 'push-digests'
      ? [`name=${repository}`, 'push=true', 'push-by-digest=true', 'name-canonical=true']
      : [`name=${repository}:${phase.tag}`, ...(phase.daemon ? DAEMON_PUSH : ['push=true'])]),
    ...(options.insecure ? ['registry.insecure=true'] : []),
    // All files get the commit's time, so that the same commit gives the same digest from any checkout.
    'rewrite-timestamp=true',
  ]
  return how.join(',')
}

/**
 * The daemon's own builder: with an empty value BuildKit pushes, over plain HTTP where asked to, and buildx does not push
 * a second time with docker, which would want the image in the daemon's store and the registry in its configuration.
 * docs/decisions/docker-driver-push.md has the whole story.
 */
const DAEMON_PUSH = ['push=', 'unpack=false', 'store=false']

function attestations(options: DefinitionOptions): readonly string[] {
  const kinds = { provenance: options.provenance, sbom: options.sbom }
  return Object.entries(kinds).map(([type, attributes]) =>
    attributes === undefined
      ? `type=${type},disabled=true`
      : [`type=${type}`, ...(attributes === '' ? [] : [attributes])].join(','),
  )
}

/** Caches in our own registry are reached as the registry itself is. */
function caches(entries: unknown, options: DefinitionOptions): readonly unknown[] {
  if (!Array.isArray(entries)) return []
  return entries.map(entry => {
    if (!options.insecure) return entry
    if (typeof entry === 'string') {
      const here = entry.startsWith(`${options.registry}/`) || entry.includes(`ref=${options.registry}/`)
      if (!here || entry.includes('registry.insecure=')) return entry
      return entry.includes('=')
        ? `${entry},registry.insecure=true`
        : `type=registry,ref=${entry},registry.insecure=true`
    }
    const reference = member(entry, 'ref')
    if (typeof reference !== 'string' || !reference.startsWith(`${options.registry}/`)) return entry
    return { 'registry.insecure': 'true', ...entry }
  })
}

function isInline(cache: unknown): boolean {
  return typeof cache === 'string' ? /(?:^|,)type=inline(?:,|$)/.test(cache) : member(cache, 'type') === 'inline'
}

function labelsOf(target: BakeTarget): Readonly<Record<string, unknown>> {
  const labels = target.labels
  return typeof labels === 'object' && labels !== null ? { ...labels } : {}
}

/** Bake reads `${…}` and `%{…}` in JSON texts as templates: what we hand over is meant as it is. */
function escapeTemplates(value: unknown): unknown {
  if (typeof value === 'string') return escapeTemplate(value)
  if (Array.isArray(value)) return value.map(escapeTemplates)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [escapeTemplate(key), escapeTemplates(inner)]))
}

function escapeTemplate(text: string): string {
  return text.replace(/[$%](?=\{)/g, '$&$&')
}
