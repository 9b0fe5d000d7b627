import { titleOf } from '../../../src/flux/inventory/resource.js'
import { movedMessage, movedValues } from '../../../src/sealed/moved.js'
import { reachesCluster } from '../reach.js'
import { type Rule, reportAt } from '../rule.js'
import { SEALED_VALUE, sealedSecret } from './sealed-trees.js'

export const sealedMoved: Rule = {
  id: 'sealed-moved',
  severity: 'error',
  summary: 'A sealed value stays under the name, namespace and scope that it was sealed for.',
  why: 'The name and namespace are sealed along with the value. Under others the controller cannot open it: a Secret that is there keeps its old content or is gone with the old name, and a new one never appears.',
  fix: 'Seal the value again for where it is to be, with `fluxgate seal`, or leave it where it was.',
  examples: [
    {
      title: 'it got another name, and the value was kept',
      before: { 'database.yaml': sealedSecret(SEALED_VALUE) },
      files: {
        'postgres.yaml': sealedSecret(`${SEALED_VALUE} # expect: sealed-moved`, { name: 'postgres' }),
      },
    },
    {
      title: 'it was copied into another namespace',
      files: {
        'database.yaml': sealedSecret(SEALED_VALUE),
        'shop.yaml': sealedSecret(`${SEALED_VALUE} # expect: sealed-moved`, { namespace: 'shop' }),
      },
    },
    {
      title: 'the file was moved, the name was not',
      before: { 'database.yaml': sealedSecret(SEALED_VALUE) },
      files: { 'secrets/website.yaml': sealedSecret(SEALED_VALUE) },
    },
  ],
  check: ({ inventory, base }) =>
    movedValues(inventory, base)
      .filter(({ resource }) => reachesCluster(resource, inventory))
      .map(moved =>
        reportAt(moved.resource, ['spec', 'encryptedData', moved.key], {
          message: movedMessage(moved),
          found: `the sealed value of ${titleOf(moved.other)}`,
          expected: `a value sealed for ${titleOf(moved.resource)}, ${moved.scope}`,
          fix: { text: `Seal the value of "${moved.key}" again for ${titleOf(moved.resource)}: fluxgate seal` },
        }),
      ),
}
