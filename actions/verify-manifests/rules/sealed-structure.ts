import type { Rule } from '../rule.js'
import { sealedReports } from './sealed-reports.js'
import { SEALED_VALUE, sealedSecret } from './sealed-trees.js'

export const sealedStructure: Rule = {
  id: 'sealed-structure',
  severity: 'error',
  summary: 'A sealed value has the form that the controller opens.',
  why: 'Base64, then the length of the session key, the key, and the value: where one of them cannot be, the controller refuses the value, and there is no Secret. A session key that is longer or shorter than the certificate of the tree makes cannot have been sealed with it.',
  fix: 'Seal the value again with `fluxgate seal`.',
  examples: [
    {
      title: 'a value that was cut off when it was copied',
      files: { 'database.yaml': sealedSecret(`${SEALED_VALUE.slice(0, 200)} # expect: sealed-structure`) },
    },
    {
      title: 'a password that was never sealed',
      files: { 'database.yaml': sealedSecret('correct horse battery # expect: sealed-structure') },
    },
    { title: 'a sealed value', files: { 'database.yaml': sealedSecret(SEALED_VALUE) } },
  ],
  check: context => sealedReports('sealed-structure', 'a value as kubeseal and fluxgate seal give it', context),
}
