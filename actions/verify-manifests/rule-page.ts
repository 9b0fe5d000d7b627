import { styleText } from 'node:util'
import { code, codeBlock, text } from '../../src/markdown.js'
import type { Screen } from '../../src/runner/ports.js'
import { wrapped } from '../../src/wrapped.js'
import type { Example, Rule } from './rule.js'

/** The rules of a part of the documentation. */
interface Family {
  readonly title: string
  /** Whether a rule is of it, by its id. */
  readonly holds: RegExp
}

const FAMILIES: readonly Family[] = [
  { title: 'Policy', holds: /^policy-/ },
  { title: 'Registry', holds: /^repository-/ },
  { title: 'Marker', holds: /^marker-/ },
  { title: 'Automation', holds: /^automation-/ },
  {
    title: 'Reconciliation',
    holds:
      /^(?:kustomization-|depends-on-|job-)|^(?:applied-once|namespace-first|crd-first|health-check-target|force-scope|substitution-defined|wait-timeout|manifest-orphaned|alert-coverage)$/,
  },
  {
    title: 'References and platform',
    holds: /^(?:reference-exists|selector-matches|platform-matches|image-mutable-tag|ssh-host-key)$/,
  },
  { title: 'Secrets', holds: /^(?:secret-|sealed-|sops-)/ },
  { title: 'Helm', holds: /^helm-/ },
  { title: 'Documents', holds: /^(?:yaml-valid|api-served|schema-valid|ignore-needed)$/ },
]

/** What every rule is, as one document: families in their order, in each the rules in that of the list. */
export function rulesMarkdown(rules: readonly Rule[]): string {
  const families = [...FAMILIES.map(({ title }) => title), 'Others'].flatMap(title => {
    const own = rules.filter(rule => familyOf(rule.id) === title)
    return own.length === 0 ? [] : [{ title, own }]
  })
  return [
    '# The rules of verify-manifests',
    'Generated from the rules by `npm run docs`. `fluxgate explain RULE` prints one of them in a terminal.',
    'A finding is hidden by `# fluxgate-ignore <rule-id>: <reason>` on its line or the line above; `.fluxgate.yaml` changes what a rule counts as, or switches it off.',
    ...families.map(({ title, own }) =>
      [`**${title}**`, ...own.map(rule => `- [\`${rule.id}\`](#${rule.id}) (${rule.severity}): ${rule.summary}`)]
        .join('\n')
        .replace('\n', '\n\n'),
    ),
    ...families.flatMap(({ title, own }) => [`## ${title}`, ...own.map(rule => ruleMarkdown(rule, 3).trimEnd())]),
  ]
    .join('\n\n')
    .concat('\n')
}

/** The page of a rule. `level` is that of its heading. Rules write their prose as Markdown. */
export function ruleMarkdown(rule: Rule, level = 1): string {
  return [
    `${'#'.repeat(level)} ${rule.id}`,
    `**${rule.severity}**: ${rule.summary}`,
    rule.why,
    `**Fix.** ${rule.fix}`,
    ...examplesOf(rule).flatMap(({ offends, title, files, rest }) => [
      `${offends ? 'Offends' : 'Good'}: ${text(title)}${rest.length === 0 ? '' : ` (beside ${rest.map(code).join(', ')})`}`,
      ...files.map(([path, content]) => codeBlock(`# ${path}\n${content}`, languageOf(path))),
    ]),
  ]
    .join('\n\n')
    .concat('\n')
}

/** The page of a rule for a terminal. */
export function ruleText(rule: Rule, { colour, width }: Screen): string {
  const paint = (style: Parameters<typeof styleText>[0], words: string) =>
    colour ? styleText(style, words, { validateStream: false }) : words
  const paragraph = (words: string) => [...wrapped(words.replaceAll('`', ''), Math.min(width ?? 100, 100)), '']
  const styles = { error: 'red', warning: 'yellow', note: 'cyan' } as const
  return [
    `${paint('bold', rule.id)} ${paint(styles[rule.severity], rule.severity)}`,
    '',
    ...paragraph(rule.summary),
    ...paragraph(rule.why),
    ...paragraph(`Fix: ${rule.fix}`),
    ...examplesOf(rule).flatMap(({ offends, title, files, rest }) => [
      `${paint(offends ? 'red' : 'green', offends ? '✗' : '✓')} ${title}${rest.length === 0 ? '' : ` (beside ${rest.join(', ')})`}`,
      '',
      ...files.flatMap(([path, content]) => [
        `    ${paint('dim', `# ${path}`)}`,
        ...content
          .trimEnd()
          .split('\n')
          .map(line => `    ${/# [←↓]/.test(line) ? paint('bold', line) : line}`),
        '',
      ]),
    ]),
  ].join('\n')
}

function familyOf(id: string): string {
  return FAMILIES.find(({ holds }) => holds.test(id))?.title ?? 'Others'
}

interface ShownExample {
  readonly offends: boolean
  readonly title: string
  /** What it is about: path and text. */
  readonly files: readonly (readonly [string, string])[]
  /** The paths of the rest of its tree. */
  readonly rest: readonly string[]
}

/** One example that offends, with the files that do, and one that does not, with the files that are otherwise there. */
function examplesOf({ id, examples }: Rule): readonly ShownExample[] {
  const offends = ({ files }: Example) => Object.values(files).some(content => expects(content, id))
  const bad = examples.find(offends)
  const good = examples.find(example => !offends(example))
  return [
    ...(bad === undefined ? [] : [shownExample(bad, true, (_, content) => expects(content, id))]),
    ...(good === undefined ? [] : [shownExample(good, false, (path, content) => bad?.files[path] !== content)]),
  ]
}

function shownExample(
  { title, files }: Example,
  offends: boolean,
  matters: (path: string, content: string) => boolean,
): ShownExample {
  const all = Object.entries(files)
  const some = all.filter(([path, content]) => matters(path, content))
  const shown = some.length === 0 ? all : some
  return {
    offends,
    title,
    files: shown.map(([path, content]) => [path, pointed(content)]),
    rest: all.filter(file => !shown.includes(file)).map(([path]) => path),
  }
}

function expects(content: string, id: string): boolean {
  return new RegExp(`# expect(?:-below)?: (?:[\\w-]+, *)*${id}(?:,|\\s*$)`, 'm').test(content)
}

/** The marks of the tests as arrows to the line that offends. */
function pointed(content: string): string {
  return content.replace(/# expect: (?=[\w-])/g, '# ← ').replace(/# expect-below: (?=[\w-])/g, '# ↓ ')
}

function languageOf(path: string): string {
  return /\.json$/.test(path) ? 'json' : 'yaml'
}
