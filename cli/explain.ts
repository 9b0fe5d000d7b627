import { nearest } from '../src/nearest.js'
import { type Command, helpText, type Option, parseArguments, wrongUsage } from './command.js'

const OPTIONS: readonly Option[] = [
  { name: 'all', description: 'Every rule, as docs/rules.md has them' },
  { name: 'format', value: 'text|markdown', description: 'For people, or for a document', default: 'text' },
]

export const explainCommand: Command = {
  options: OPTIONS,
  help: () =>
    helpText(
      'fluxgate explain RULE [OPTIONS]',
      'Shows what a rule of the gate demands, why, how to put it right, and examples.',
      OPTIONS,
      ['fluxgate explain policy-elects-newest', 'fluxgate explain --all --format markdown > rules.md'],
    ),
  async run(args, { print, screen }) {
    const given = parseArguments(args, OPTIONS, 1)
    const [id] = given.positionals
    const format = given.get('format') ?? 'text'
    if (format !== 'text' && format !== 'markdown')
      throw wrongUsage(`option --format is "${format}": expected text or markdown`)
    const { ruleMarkdown, rules, rulesMarkdown, ruleText } = await import('../actions/verify-manifests/main.js')
    const all = given.get('all') === 'true'
    if (all !== (id === undefined)) throw wrongUsage('expected the id of one rule, or --all')
    if (all) {
      print(format === 'markdown' ? rulesMarkdown(rules) : rules.map(rule => ruleText(rule, screen)).join('\n'))
      return
    }
    const rule = rules.find(known => known.id === id)
    if (rule === undefined) {
      const meant = nearest(
        id ?? '',
        rules.map(known => known.id),
      )
      throw wrongUsage(
        `there is no rule "${id}"`,
        meant === undefined ? 'See docs/rules.md' : `Did you mean "${meant}"?`,
      )
    }
    print(format === 'markdown' ? ruleMarkdown(rule) : ruleText(rule, screen))
  },
}
