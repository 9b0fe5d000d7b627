import type { Finding } from '../../../src/findings/finding.js'
import type { Ignore } from '../ignores.js'
import type { Rule } from '../rule.js'

export const ignoreNeededRule: Rule = {
  id: 'ignore-needed',
  severity: 'warning',
  summary: 'A comment that hides findings hides one, and says why.',
  why: 'A comment that hides nothing today hides a new fault tomorrow, and nobody remembers what it was for.',
  fix: 'Remove the comment, or write `# fluxgate-ignore <rule-id>: <reason>` on the line of the finding or the line above.',
  examples: [
    {
      title: 'a comment that hides nothing',
      files: {
        'config.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: website
data:
  mode: fast # fluxgate-ignore image-mutable-tag: nothing here has a tag # expect: ignore-needed
`,
      },
    },
    {
      title: 'no comment',
      files: { 'config.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: website}\n' },
    },
  ],
  // Which comments hide something is known when all rules have spoken: the engine calls ignoreNeeded below.
  check: () => [],
}

/** What is wrong with a comment that hid nothing. */
export function ignoreNeeded({ file, rule, reason, span }: Ignore, ids: readonly string[]): Finding {
  const message = !ids.includes(rule)
    ? `the comment names no rule: ${rule === '' ? 'none is given' : `there is no "${rule}"`}`
    : reason === ''
      ? `the comment gives no reason, so it hides nothing`
      : `the comment hides no finding of ${rule}`
  return {
    rule: ignoreNeededRule.id,
    severity: ignoreNeededRule.severity,
    file,
    span,
    message,
    expected: '# fluxgate-ignore <rule-id>: <reason>, on the line of a finding or the line above',
    fix: {
      text:
        reason === '' ? 'Add a reason behind the rule: `# fluxgate-ignore <rule-id>: <reason>`' : 'Remove the comment',
    },
  }
}
