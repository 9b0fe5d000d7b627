import fc from 'fast-check'
import { type Document, isMap, isSeq, parseAllDocuments, visit } from 'yaml'
import type { Tree } from '../corpus/tree.js'

/** A change of one file of a tree; which file, and where in it, are numbers from 0 to 1, so that it fits any tree. */
export interface Mutation {
  readonly kind: string
  readonly file: number
  readonly at: number
  readonly other: number
  readonly text: string
}

/** What somebody may have written, or a tool left behind. */
const TEXTS: readonly string[] = [
  ...['null', '~', '', '0', '-1', '1e309', '9007199254740993', '0x1F', '0777', '.inf', '.nan', 'yes', 'true', '[]'],
  ...[
    '{}',
    '[null]',
    '[[[]]]',
    '{a: {b: [1, {c: null}]}}',
    '- ',
    '? ',
    '&a',
    '*a',
    '*missing',
    '&a [*a]',
    '!!binary x',
  ],
  ...['!custom x', '|', '>-', '"', "'", '"unclosed', '# {"$imagepolicy": "flux-system:frontend"}', '---', '...'],
  ...[
    '# {"$imagepolicy": 7}',
    '# fluxgate-ignore',
    '# fluxgate-ignore x: y',
    '%YAML 9.9',
    '<<: *a',
    '__proto__',
    '{{ .x }}',
  ],
  ...[
    '{{- if .Values.x }}',
    '${VAR}',
    '${VAR:=a}',
    '$${X}',
    '${',
    '${{ github.sha }}',
    '$(X)',
    '\t',
    '\u0000',
    '\ufeff',
  ],
  ...[
    '\u2028',
    '\u0085',
    '\ud800',
    '🦆',
    'ﷺ',
    '\u202e',
    '\r',
    '\r\n',
    '\n\n',
    ' ',
    'constructor',
    'toString',
    'a'.repeat(300),
  ],
  ...[
    '../../..',
    '/',
    './',
    'https://github.com/a/b//c?ref=1',
    '(a*)*$',
    '(?P<ts>',
    '$',
    '^',
    'flux-system',
    'default',
    'List',
  ],
  ...[
    'Secret',
    'Kustomization',
    'HelmRelease',
    'v1',
    'image.toolkit.fluxcd.io/v1',
    'kustomize.config.k8s.io/v1beta1',
    '5m',
    '-1h',
  ],
]

/** Values of every type, for a part of a document. */
const VALUES: readonly unknown[] = [
  ...[
    null,
    true,
    0,
    -1,
    Number.POSITIVE_INFINITY,
    9_007_199_254_740_992,
    '',
    'x',
    '${X}',
    '{{ x }}',
    [],
    [null],
    [[]],
    ['x'],
    [1, 'a', null],
  ],
  ...[
    {},
    { name: null },
    { name: 'flux-system' },
    { '': '' },
    { 0: 0 },
    { a: [{ b: null }] },
    '\u0000',
    '\n',
    '🦆',
    '2.9',
  ],
  ...[
    [{ name: 'a' }, { name: 'a' }],
    { apiVersion: 'v1', kind: 'List', items: [null, 1, {}] },
    '../..',
    '1e400',
    '*',
    '&a',
  ],
]

type Change = (text: string, mutation: Mutation, tree: Tree) => string

const CHANGES: Readonly<Record<string, Change>> = {
  'insert text': (text, { at, text: more }) => splice(text, place(text, at), 0, more),
  'insert a line': (text, { at, text: more }) => changeLine(text, at, line => [more, line]),
  'delete some characters': (text, { at, other }) => splice(text, place(text, at), Math.ceil(other * 20), ''),
  'change a character': (text, { at, text: more }) => splice(text, place(text, at), 1, more.slice(0, 1)),
  'delete a line': (text, { at }) => changeLine(text, at, () => []),
  'double a line': (text, { at }) => changeLine(text, at, line => [line, line]),
  'indent a line': (text, { at, other }) => changeLine(text, at, line => [' '.repeat(Math.ceil(other * 6)) + line]),
  'outdent a line': (text, { at }) => changeLine(text, at, line => [line.replace(/^ {1,2}/, '')]),
  'swap two lines': swapLines,
  'replace a value': (text, { at, text: more }) =>
    changeLine(text, at, line => [line.replace(/:(?: .*)?$/, `: ${more}`)]),
  'add to a value': (text, { at, text: more }) => changeLine(text, at, line => [`${line}${more}`]),
  'rename a key': (text, { at, text: more }) => changeLine(text, at, line => [line.replace(/[\w-]+:/, `${more}:`)]),
  'cut it short': (text, { at }) => text.slice(0, place(text, at)),
  'cut the beginning': (text, { at }) => text.slice(place(text, at)),
  'double the documents': text => `${text}\n---\n${text}`,
  'lines end as on Windows': text => text.replaceAll('\n', '\r\n'),
  'lines end as on old machines': text => text.replaceAll('\n', '\r'),
  'a byte order mark': text => `\ufeff${text}`,
  'another file': (_, { other }, tree) => [...tree.values()][Math.floor(other * tree.size)] ?? '',
  'delete a part': changeNode(() => undefined),
  'change the type of a part': changeNode(({ other }) => VALUES[Math.floor(other * VALUES.length)]),
  'replace a part by text': changeNode(({ text }) => text),
  'move a part': changeNode(({ other }, all) => all[Math.floor(other * all.length)]),
}

/** Changes of a tree, in the order in which they are made. */
export const mutations = (most: number): fc.Arbitrary<readonly Mutation[]> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(...Object.keys(CHANGES), 'rename', 'delete'),
      file: fraction(),
      at: fraction(),
      other: fraction(),
      text: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...TEXTS) }, fc.string({ unit: 'binary', maxLength: 12 })),
    }),
    { minLength: 1, maxLength: most },
  )

function fraction(): fc.Arbitrary<number> {
  return fc.nat(9_999).map(number => number / 10_000)
}

export function mutated(tree: Tree, all: readonly Mutation[]): Tree {
  const changed = new Map(tree)
  for (const mutation of all) {
    const paths = [...changed.keys()]
    const path = paths[Math.floor(mutation.file * paths.length)]
    if (path === undefined) continue
    const text = changed.get(path) ?? ''
    const change = CHANGES[mutation.kind]
    if (change === undefined) changed.delete(path)
    if (mutation.kind === 'rename') changed.set(renamed(path, mutation), text)
    if (change !== undefined) changed.set(path, change(text, mutation, changed))
  }
  return changed
}

const NAMES = [
  'kustomization.yaml',
  'Kustomization',
  '.fluxgate.yaml',
  '.sops.yaml',
  'x y,:%.yaml',
  'é🦆.yml',
  'a.json',
  'pub-cert.pem',
]

function renamed(path: string, { other }: Mutation): string {
  const name = NAMES[Math.floor(other * NAMES.length)] ?? 'x.yaml'
  return name.startsWith('.') ? name : `${path.replace(/[^/]*$/, '')}${name}`
}

function place(text: string, at: number): number {
  return Math.floor(at * (text.length + 1))
}

function splice(text: string, start: number, count: number, more: string): string {
  return text.slice(0, start) + more + text.slice(start + count)
}

function changeLine(text: string, at: number, change: (line: string) => readonly string[]): string {
  const lines = text.split('\n')
  const index = Math.floor(at * lines.length)
  return lines.flatMap((line, other) => (other === index ? change(line) : [line])).join('\n')
}

function swapLines(text: string, { at, other }: Mutation): string {
  const lines = text.split('\n')
  const [one, two] = [Math.floor(at * lines.length), Math.floor(other * lines.length)]
  return lines.map((line, index) => (index === one ? lines[two] : index === two ? lines[one] : line)).join('\n')
}

/** Changes what one key or item of a document holds; undefined takes it away. What does not parse stays as it is. */
function changeNode(change: (mutation: Mutation, all: readonly unknown[]) => unknown): Change {
  return (text, mutation) => {
    try {
      const documents = parseAllDocuments(text, { uniqueKeys: false, logLevel: 'silent' })
      if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return text
      const parts = documents.flatMap(partsOf)
      const part = parts[Math.floor(mutation.at * parts.length)]
      if (part === undefined) return text
      const value = change(
        mutation,
        parts.map(({ value: other }) => other),
      )
      part.put(value)
      return documents.map(String).join('')
    } catch {
      // What the library cannot write is no mutation of ours.
      return text
    }
  }
}

interface Part {
  readonly value: unknown
  readonly put: (value: unknown) => void
}

function partsOf(document: Document.Parsed): readonly Part[] {
  const parts: Part[] = []
  visit(document, {
    Collection(_, node) {
      for (const [index, item] of node.items.entries()) {
        const key: unknown = isMap(node) ? node.items[index]?.key : index
        const value: unknown = isSeq(node) ? item : isMap(node) ? node.items[index]?.value : undefined
        const put = (next: unknown) => {
          if (next === undefined) node.delete(key)
          else node.set(key, document.createNode(next))
        }
        parts.push({ value, put })
      }
    },
  })
  return parts
}
