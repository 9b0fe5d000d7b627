import { describe, expect, it } from '@jest/globals'
import { rules } from '../actions/verify-manifests/main.js'
import { commandLine } from '../tests/fakes/command-line.js'

describe('fluxgate explain', () => {
  it('shows the page of a rule, for people and as Markdown', async () => {
    const shown = await commandLine(['explain', 'ignore-needed'])
    expect(shown).toMatchObject({ code: 0, problems: [] })
    expect(shown.printed).toMatch(/^ignore-needed warning\n\nA comment that hides/)
    expect((await commandLine(['explain', 'ignore-needed', '--format', 'markdown'])).printed).toMatch(
      /^# ignore-needed\n/,
    )
  })

  it('shows all of them', async () => {
    const { printed } = await commandLine(['explain', '--all', '--format=markdown'])
    for (const { id } of rules) expect(printed).toContain(`\n### ${id}\n`)
    expect((await commandLine(['explain', '--all'])).printed).toContain('ignore-needed warning\n')
  })

  it.each([
    [['ignore-neded'], 'there is no rule "ignore-neded" | Did you mean "ignore-needed"?'],
    [['xyzzy-plugh'], 'there is no rule "xyzzy-plugh" | See docs/rules.md'],
    [[], 'expected the id of one rule, or --all | See --help'],
    [['ignore-needed', '--all'], 'expected the id of one rule, or --all | See --help'],
    [['ignore-needed', '--format', 'html'], 'option --format is "html": expected text or markdown | See --help'],
  ])('%j is refused', async (args, problem) => {
    expect(await commandLine(['explain', ...args])).toMatchObject({ code: 2, printed: '', problems: [problem] })
  })
})
