import type { Rule } from '../rule.js'
import { sealedReports } from './sealed-reports.js'
import { SEALED_VALUE, sealedSecret } from './sealed-trees.js'

export const sealedPlaceholder: Rule = {
  id: 'sealed-placeholder',
  severity: 'error',
  summary: 'No placeholder stands where a sealed value belongs.',
  why: 'The controller cannot open it, so there is no Secret, and what waits for the Secret does not start.',
  fix: 'Seal the value with `fluxgate seal`.',
  examples: [
    {
      title: 'a value that was never filled in',
      files: { 'database.yaml': sealedSecret('REPLACE_WITH_SEALED_VALUE # expect: sealed-placeholder') },
    },
    {
      title: 'a sealed value cut short by hand',
      files: { 'database.yaml': sealedSecret('AgBy8hCi... # expect: sealed-placeholder') },
    },
    { title: 'a sealed value', files: { 'database.yaml': sealedSecret(SEALED_VALUE) } },
    {
      title: 'a variable that something fills in before this tree is applied',
      files: { 'database.yaml': sealedSecret(`\${SEALED_PASSWORD}`) },
    },
  ],
  check: context => sealedReports('sealed-placeholder', 'a value that was sealed', context),
}
