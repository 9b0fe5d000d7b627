import type { Edit } from '../../../src/findings/finding.js'
import { placeOf, type Resource, titleOf } from '../../../src/flux/inventory/resource.js'
import { oddTexts, type PlainValue } from '../../../src/flux/inventory/text-fields.js'
import { isReadByGo } from '../../../src/flux/setters/is-read-by-go.js'
import { mapsWithMapsAsKeys, type SourceDocument, type SourceFile } from '../../../src/yaml/source-file.js'
import { type FileReader, fileReaders } from '../file-readers.js'
import type { Report, Rule } from '../rule.js'

export const yamlValidRule: Rule = {
  id: 'yaml-valid',
  severity: 'error',
  summary: 'Files that Flux, kustomize, GitHub or docker compose read are YAML, and mean what they seem to.',
  why: 'One file that does not parse stops the whole Kustomization. Of a key that stands twice only one counts. A bare `0777` or `1e3` is a number and no text, and the API server refuses it where it wants text; a bare `yes` is text for Flux and `true` for kubectl and Helm.',
  fix: 'Put quotes around what is text; remove the second key.',
  examples: [
    {
      title: 'a manifest that does not parse',
      files: {
        'website/config.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  # expect-below: yaml-valid
  mode: fast: really
`,
      },
    },
    {
      title: 'a key that stands twice',
      files: {
        'website/config.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  mode: fast
  level: high
  mode: slow # expect: yaml-valid
`,
      },
    },
    {
      title: 'numbers where text belongs',
      files: {
        'website/config.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  umask: 0777 # expect: yaml-valid
  budget: 1_000 # expect: yaml-valid
  factor: 1e3 # expect: yaml-valid
  since: 2024-01-01 # expect: yaml-valid
`,
      },
    },
    {
      title: 'a bare yes, which is not the same to everybody',
      files: {
        'website/backend.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: backend
spec:
  selector:
    matchLabels: {app: backend}
  template:
    metadata:
      labels: {app: backend}
    spec:
      containers:
        - name: backend
          image: registry.example.com/website/backend:1.0.0
          env:
            - name: CACHE
              value: yes # expect: yaml-valid
`,
      },
    },
    {
      title: 'a template that was never filled in',
      files: {
        'website/kustomization.yaml': 'resources: [config.yaml]\n',
        'website/config.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  mode: {{ mode }} # expect: yaml-valid
`,
      },
    },
    {
      title: 'quotes, an octal mode where a number belongs, and files of others',
      files: {
        'website/config.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  umask: "0777"
  cache: "yes"
  port: "22:22"
  time: 22:22
`,
        'website/pod.yaml': `apiVersion: v1
kind: Pod
metadata:
  name: backend
spec:
  containers:
    - name: backend
      image: registry.example.com/website/backend:1.0.0
  volumes:
    - name: settings
      configMap:
        name: settings
        defaultMode: 0644
`,
        'template/{{ name }}.yaml':
          'apiVersion: v1\nkind: ConfigMap\nmetadata:\n{% if name %}\n  name: {{ name }}\n{% endif %}\n',
        'mkdocs.yml': 'markdown_extensions:\n  - emoji: !!python/name:material.emoji\n',
      },
    },
  ],
  *check({ inventory }) {
    const readerOf = fileReaders(inventory)
    for (const file of inventory.files.values()) {
      const reader = readerOf(file)
      yield* unreadable(file, reader)
      if (reader === undefined) continue
      for (const document of file.documents) yield* doubled(file, document, reader)
    }
    const seen = new Set<SourceDocument>()
    const patches = inventory.parts.filter(({ file }) => readerOf(file) !== undefined)
    for (const resource of [...inventory.resources, ...patches]) {
      for (const odd of oddTexts(resource)) if (isSurprise(odd)) yield surprise(resource, odd)
      if (seen.has(resource.document) || readerOf(resource.file) === undefined) continue
      seen.add(resource.document)
      yield* mapsAsKeys(resource)
    }
  },
}

function* unreadable(file: SourceFile, reader: FileReader | undefined): Iterable<Report> {
  // Of files with markers the rule marker-file-parses speaks.
  if (reader === undefined || file.problems.length === 0 || file.text.includes('"$imagepolicy"')) return
  // What our reader refuses is right for Go's if that reads it: a comment close behind a quote, a bracket at the margin.
  if (reader !== 'GitHub' && isReadByGo(file.text)) return
  for (const { message, span } of file.problems) {
    yield {
      file: file.path,
      span,
      message: `${message}: ${consequences[reader]}`,
      found: lineOf(file, span.line),
      expected: 'YAML',
    }
  }
}

const consequences: Readonly<Record<FileReader, string>> = {
  Flux: 'Flux cannot build the Kustomization that this file belongs to, and applies nothing of it',
  kustomize: 'kustomize cannot build what this file belongs to',
  GitHub: 'GitHub does not run this workflow',
  'docker compose': 'docker compose refuses this file',
  'the API server': 'this object cannot be applied',
}

function* doubled(file: SourceFile, document: SourceDocument, reader: FileReader): Iterable<Report> {
  for (const { key, start, end } of document.doubledKeys) {
    const span = file.span(start, end)
    const what =
      reader === 'kustomize' ? 'only one of the two counts' : `${reader === 'Flux' ? 'kustomize' : reader} refuses that`
    yield {
      file: file.path,
      span,
      message: `the key ${JSON.stringify(key)} stands twice in one map: ${what}`,
      found: lineOf(file, span.line),
      expected: 'each key once',
      fix: { text: `Remove one of the two ${JSON.stringify(key)}` },
    }
  }
}

/** `{{ x }}` without quotes is a map whose key is a map, which nothing can be made of. */
function* mapsAsKeys({ file, document }: Resource): Iterable<Report> {
  if (!/\{\s*\{/.test(file.text)) return
  for (const { start, end } of mapsWithMapsAsKeys(document)) {
    const span = file.span(start, end)
    yield {
      file: file.path,
      span,
      message:
        'a map whose key is a map, as a template without quotes comes to: kustomize cannot build what this file belongs to',
      found: lineOf(file, span.line),
      expected: 'a plain key; a value with braces between quotes',
    }
  }
}

/** Numbers and truth values that everybody reads alike are a matter of types, and so of schema-valid. */
export function isSurprise({ source, reading }: PlainValue): boolean {
  if (reading === 'number') return !/^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/.test(source)
  return reading !== 'truth'
}

function surprise(resource: Resource, odd: PlainValue): Report {
  const { keys, source, start, end, reading, area } = odd
  const quoted = JSON.stringify(source)
  const edits: readonly Edit[] = [{ file: resource.file.path, start, end, text: quoted }]
  const isRefused = reading === 'number' && area !== 'annotation'
  return {
    file: resource.file.path,
    span: placeOf(resource, ...keys),
    severity: isRefused ? 'error' : 'warning',
    message: `${fieldName(keys)} of ${titleOf(resource)} must be text, and ${readAs(odd)}`,
    found: source,
    expected: quoted,
    fix: { text: quoted, edits },
  }
}

function readAs({ source, reading, area }: PlainValue): string {
  if (reading === 'text-but-1.1-truth')
    return `kubectl and Helm read ${source} as a truth value; kustomize keeps the text`
  if (reading === 'date') return `kustomize reads ${source} as a date and writes it out in full, with a time`
  if (area === 'annotation') return `${source} is a number: kustomize keeps the text, kubectl is refused`
  if (area === 'label')
    return `${source} is a number: the API server refuses it, or Flux drops all labels of the object`
  return `${source} is a number: the API server refuses it`
}

export function fieldName(keys: readonly (string | number)[]): string {
  return keys.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text === '' ? '' : '.'}${key}`),
    '',
  )
}

function lineOf(file: SourceFile, line: number): string {
  return (file.text.split(/\r?\n/, line)[line - 1] ?? '').trim()
}
