import picomatch from 'picomatch'
import { throwAll, UserError } from '../../src/errors.js'
import { type Severity, severities } from '../../src/findings/finding.js'
import { member } from '../../src/json.js'
import { nearest } from '../../src/nearest.js'
import {
  type Key,
  keySpanAt,
  readSourceFile,
  type SourceDocument,
  type SourceFile,
  spanAt,
} from '../../src/yaml/source-file.js'

/** What `.fluxgate.yaml` says, complete: what it leaves out is empty here. */
export interface Config {
  /** The minor of Flux 2 that the tree is for. */
  readonly fluxMinor: number | undefined
  /** Whether a path is left out of everything. */
  readonly isExcluded: (path: string) => boolean
  /** What is known of a registry, by `host` or `host:port`. */
  readonly registries: ReadonlyMap<string, string>
  readonly external: External
  readonly rules: ReadonlyMap<string, Severity | 'off'>
}

/** What exists outside of git. */
export interface External {
  /** `namespace/name`. */
  readonly secrets: ReadonlySet<string>
  readonly namespaces: ReadonlySet<string>
  /** API groups. */
  readonly crds: ReadonlySet<string>
  /** `Kind/namespace/name`, or `Kind/name` for what has no namespace. */
  readonly objects: ReadonlySet<string>
}

export const CONFIG_FILE = '.fluxgate.yaml'

export const emptyConfig: Config = {
  fluxMinor: undefined,
  isExcluded: () => false,
  registries: new Map(),
  external: { secrets: new Set(), namespaces: new Set(), crds: new Set(), objects: new Set() },
  rules: new Map(),
}

const KEYS = ['flux-version', 'exclude', 'registries', 'external', 'rules']
const EXTERNAL_KEYS = ['secrets', 'namespaces', 'crds', 'objects']
const REGISTRY_KINDS = ['harbor', 'other']

/**
 * Reads the configuration.
 *
 * @param ruleIds every rule that there is
 * @throws UserErrors that name each mistake with its line
 */
export function readConfig(text: string, ruleIds: readonly string[]): Config {
  const file = readSourceFile(CONFIG_FILE, text)
  throwAll(file.problems.map(({ message, span }) => new UserError(`${CONFIG_FILE}:${span.line}: ${message}`)))
  const [document] = file.documents
  if (document === undefined) return emptyConfig
  const reader = readerOf(file, document)
  reader.keys([], KEYS)
  reader.keys(['external'], EXTERNAL_KEYS)
  const exclude = reader.texts(['exclude'])
  const config: Config = {
    fluxMinor: reader.fluxMinor(['flux-version']),
    isExcluded: exclude.length === 0 ? () => false : picomatch([...exclude], { dot: true }),
    registries: reader.choices(['registries'], REGISTRY_KINDS),
    external: {
      secrets: new Set(reader.texts(['external', 'secrets'], /^[^/]+\/[^/]+$/, 'namespace/name')),
      namespaces: new Set(reader.texts(['external', 'namespaces'])),
      crds: new Set(reader.texts(['external', 'crds'])),
      objects: new Set(reader.texts(['external', 'objects'], /^[A-Z]\w*\/[^/]+(?:\/[^/]+)?$/, 'Kind/namespace/name')),
    },
    rules: reader.rules(['rules'], ruleIds),
  }
  throwAll(reader.errors)
  return config
}

/** The 9 of `2.9`, `v2.9` and `2.9.4`; undefined for anything else. */
export function parseFluxMinor(text: string): number | undefined {
  const minor = /^v?2\.([0-9]{1,2})(?:\.[0-9]+)?$/.exec(text)?.[1]
  return minor === undefined ? undefined : Number(minor)
}

function readerOf(file: SourceFile, document: SourceDocument) {
  const errors: UserError[] = []
  const at = (keys: readonly Key[]): unknown =>
    keys.reduce<unknown>((value, key) => member(value, String(key)), document.value)
  const say = (keys: readonly Key[], problem: string, next?: string): void => {
    const { line } = spanAt(file, document, keys)
    errors.push(new UserError(`${CONFIG_FILE}:${line}: ${problem}`, next === undefined ? {} : { next }))
  }
  const entries = (keys: readonly Key[]): readonly [string, unknown][] => {
    const value = at(keys)
    if (value === undefined || value === null) return []
    if (typeof value === 'object' && !Array.isArray(value)) return Object.entries(value)
    say(keys, `${name(keys)} is ${shown(value)}: expected a map`)
    return []
  }
  const unknownKey = (keys: readonly Key[], what: string, key: string, known: readonly string[]): void => {
    const meant = nearest(key, known)
    const { line } = keySpanAt(file, document, [...keys, key])
    const next = meant === undefined ? `There are: ${known.join(', ')}` : `Did you mean "${meant}"?`
    errors.push(new UserError(`${CONFIG_FILE}:${line}: unknown ${what} "${key}"`, { next }))
  }
  return {
    errors,
    keys(keys: readonly Key[], known: readonly string[]): void {
      for (const [key] of entries(keys)) if (!known.includes(key)) unknownKey(keys, 'key', key, known)
    },
    texts(keys: readonly Key[], form?: RegExp, formName?: string): readonly string[] {
      const value = at(keys)
      if (value === undefined || value === null) return []
      if (!Array.isArray(value)) {
        say(keys, `${name(keys)} is ${shown(value)}: expected a list`)
        return []
      }
      return value.flatMap((entry: unknown, index) => {
        if (typeof entry === 'string' && entry !== '' && form?.test(entry) !== false) return [entry]
        say([...keys, index], `${name(keys)} holds ${shown(entry)}: expected ${formName ?? 'a text'}`)
        return []
      })
    },
    choices(keys: readonly Key[], known: readonly string[]): ReadonlyMap<string, string> {
      const found = new Map<string, string>()
      for (const [key, value] of entries(keys)) {
        if (typeof value === 'string' && known.includes(value)) found.set(key, value)
        else say([...keys, key], `${name(keys)}: "${key}" is ${shown(value)}: expected ${oneOf(known)}`)
      }
      return found
    },
    rules(keys: readonly Key[], ids: readonly string[]): ReadonlyMap<string, Severity | 'off'> {
      const found = new Map<string, Severity | 'off'>()
      for (const [id, value] of entries(keys)) {
        // YAML 1.1 reads a bare `off` as false, and so might whoever wrote this file.
        const level =
          value === false
            ? 'off'
            : (severities.find(severity => severity === value) ?? (value === 'off' ? 'off' : undefined))
        if (!ids.includes(id)) unknownKey(keys, 'rule', id, ids)
        else if (level === undefined)
          say([...keys, id], `rule "${id}" is ${shown(value)}: expected ${oneOf(['off', 'note', 'warning', 'error'])}`)
        else found.set(id, level)
      }
      return found
    },
    fluxMinor(keys: readonly Key[]): number | undefined {
      const value = at(keys)
      if (value === undefined || value === null) return undefined
      // A bare 2.10 is the number 2.1.
      const minor = typeof value === 'string' ? parseFluxMinor(value) : undefined
      if (minor === undefined)
        say(keys, `${name(keys)} is ${shown(value)}: expected a version between quotes, such as "2.9"`)
      return minor
    },
  }
}

function name(keys: readonly Key[]): string {
  return keys.length === 0 ? 'the configuration' : `"${keys.join('.')}"`
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value)
}

function oneOf(words: readonly string[]): string {
  return `one of ${words.map(word => JSON.stringify(word)).join(', ')}`
}
