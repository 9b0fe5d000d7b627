import { annotate } from '../src/findings/annotations.js'
import { jsonReport } from '../src/findings/json.js'
import { failOns, type VerifyReport } from '../src/findings/report.js'
import { type SarifRule, sarifReport } from '../src/findings/sarif.js'
import { textReport } from '../src/findings/text.js'
import { verdictSentence } from '../src/findings/verdict.js'
import { workflowCommand } from '../src/findings/workflow-command.js'
import { nearest } from '../src/nearest.js'
import type { Place, Screen } from '../src/runner/ports.js'
import { version } from '../src/version.js'
import { type Arguments, type Command, helpText, type Option, parseArguments, wrongUsage } from './command.js'

const FORMATS = ['text', 'json', 'sarif', 'github'] as const

const OPTIONS: readonly Option[] = [
  {
    name: 'format',
    value: FORMATS.join('|'),
    description: 'For people, for programs, for code scanning, or as annotations of GitHub',
    default: 'text',
  },
  {
    name: 'fail-on',
    value: failOns.join('|'),
    description: 'What closes the gate; new-errors with --base, errors without',
  },
  {
    name: 'base',
    value: 'REF',
    description: 'Compare with this commit, branch or tag: findings are new, old or fixed',
  },
  {
    name: 'changed-only',
    description:
      'With a base: tell only what is new, and what was there before where the change can affect it, which is faster; what it fixes is not told',
  },
  { name: 'rule', value: 'ID', description: 'Only this rule', repeatable: true },
  {
    name: 'flux-version',
    value: 'V',
    description: 'The Flux that the tree is for, such as 2.9; read from the tree unless told',
  },
  {
    name: 'schema-tool',
    value: 'auto|off|TOOL',
    description: 'Who checks the kinds that the tree has no CRD for: flux-schema, or "kubeconform FOLDER"',
    default: 'auto',
  },
  { name: 'schemas', value: 'auto|off', description: 'off checks no object against a schema', default: 'auto' },
  {
    name: 'render',
    value: 'auto|off',
    description: 'off builds no path with kustomize or kubectl and goes by reading the files alone',
    default: 'auto',
  },
  { name: 'cache', value: 'DIR', description: 'Keeps what is expensive in a folder, for the next run' },
  {
    name: 'cluster-facts',
    value: 'FILE',
    description: 'What the cluster holds, as the kubectl command of the action’s README writes it',
  },
  { name: 'registry', value: 'HOST', description: 'What the build pushes to, where no workflow says it; with --image' },
  { name: 'image', value: 'NAME', description: 'An image that is built, below that registry', repeatable: true },
  { name: 'tag-prefix', value: 'P', description: 'The prefix of their tags', default: 'main' },
  { name: 'fix', description: 'Apply the fixes that are certain, and show what they change' },
]

export const verifyCommand: Command = {
  options: OPTIONS,
  help: () =>
    helpText(
      'fluxgate verify [DIR] [OPTIONS]',
      'Proves that Flux elects, writes back and deploys what the build pushes. Exit code 0 when the gate is open, 1 when it is closed, 2 for a wrong command line or configuration.',
      OPTIONS,
      [
        'fluxgate verify',
        'fluxgate verify --base main --fail-on new-errors',
        'fluxgate verify deploy --format sarif > report.sarif',
      ],
    ),
  async run(args, { runner, print, screen }) {
    const given = parseArguments(args, OPTIONS, 1)
    const format = wordOf(given, 'format', FORMATS) ?? 'text'
    const { fixTree, parseSchemaTool, ruleMarkdown, rules, verifyTree } = await import(
      '../actions/verify-manifests/main.js'
    )
    const path = given.positionals[0] ?? '.'
    const report = await verifyTree(
      {
        path,
        failOn: wordOf(given, 'fail-on', failOns),
        base: given.get('base'),
        fluxMinor: fluxMinor(given.get('flux-version')),
        stated: statedBuilds(given),
        schemaTool:
          wordOf(given, 'schemas', ['auto', 'off']) === 'off'
            ? undefined
            : parseSchemaTool(given.get('schema-tool') ?? ''),
        clusterFacts: given.get('cluster-facts'),
        ruleIds: ruleIds(
          given.all('rule'),
          rules.map(rule => rule.id),
        ),
        changedOnly: given.get('changed-only') === 'true',
        render: wordOf(given, 'render', ['auto', 'off']) !== 'off',
        cache: given.get('cache'),
      },
      runner,
    )
    if (given.get('fix') === 'true') {
      const { diff, left } = await fixTree(path, report, runner)
      print(diff === '' ? 'Nothing here has a fix that is certain\n' : diff)
      if (diff !== '')
        runner.log.info(`Applied; ${left} ${left === 1 ? 'finding is' : 'findings are'} left. Run it again to see them`)
      return left === 0 ? 0 : report.verdict === 'pass' ? 0 : 1
    }
    print(shown(report, format, screen, () => rules.map(rule => ({ ...rule, markdown: ruleMarkdown(rule) }))))
    return report.verdict === 'pass' ? 0 : 1
  },
}

function statedBuilds(given: Arguments) {
  const registry = given.get('registry')
  const images = given.all('image')
  if (registry === undefined && images.length === 0) return undefined
  if (registry === undefined || images.length === 0) throw wrongUsage('options --registry and --image go together')
  return { registry, images, insecure: undefined, tagPrefix: given.get('tag-prefix') ?? 'main' }
}

function shown(
  report: VerifyReport,
  format: (typeof FORMATS)[number],
  screen: Screen,
  sarifRules: () => readonly SarifRule[],
): string {
  switch (format) {
    case 'text':
      return textReport(report, screen)
    case 'json':
      return jsonReport(report)
    case 'sarif':
      return sarifReport(report, sarifRules(), { version })
    case 'github':
      return workflowCommands(report)
  }
}

/** As many annotations as GitHub shows, and how many more there are. */
function workflowCommands(report: VerifyReport): string {
  const lines: string[] = []
  const say = (kind: 'error' | 'warning' | 'notice') => (message: string, place?: Place) =>
    void lines.push(workflowCommand(kind, message, place))
  annotate(report, {
    error: say('error'),
    warning: say('warning'),
    notice: say('notice'),
    info: line => void lines.push(line),
  })
  return [...lines, verdictSentence(report), ''].join('\n')
}

function wordOf<const Word extends string>(given: Arguments, name: string, words: readonly Word[]): Word | undefined {
  const value = given.get(name)
  const word = words.find(known => known === value)
  if (value !== undefined && word === undefined)
    throw wrongUsage(`option --${name} is "${value}": expected one of ${words.join(', ')}`)
  return word
}

function ruleIds(wanted: readonly string[], known: readonly string[]): readonly string[] | undefined {
  for (const id of wanted) {
    if (known.includes(id)) continue
    const meant = nearest(id, known)
    throw wrongUsage(
      `option --rule names no rule: "${id}"`,
      meant === undefined ? 'See docs/rules.md' : `Did you mean "${meant}"?`,
    )
  }
  return wanted.length === 0 ? undefined : wanted
}

function fluxMinor(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const minor = /^v?2\.([0-9]{1,2})(?:\.[0-9]+)?$/.exec(text)?.[1]
  if (minor === undefined) throw wrongUsage(`option --flux-version is "${text}": expected a version such as 2.9`)
  return Number(minor)
}
