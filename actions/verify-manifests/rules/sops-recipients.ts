import { grouped } from '../../../src/grouped.js'
import { type Recipient, type SopsDocument, sopsDocumentsIn } from '../../../src/sops/sops-document.js'
import { spanAt } from '../../../src/yaml/source-file.js'
import type { Rule } from '../rule.js'
import { ALICE, encryptedSecret } from './sops-trees.js'

export const sopsRecipients: Rule = {
  id: 'sops-recipients',
  severity: 'warning',
  summary: 'No single key is the only one that opens an encrypted file.',
  why: 'Whoever loses the only key has lost every secret that was encrypted for it: not even the cluster can be built anew.',
  fix: 'Add a second recipient to `.sops.yaml`, one whose key is kept elsewhere, and run `sops updatekeys` on the files.',
  examples: [
    {
      title: 'one key for all',
      files: {
        'secret.yaml': encryptedSecret({ recipients: [`${ALICE} # expect: sops-recipients`] }),
        'token.yaml': encryptedSecret({ recipients: [ALICE] }).replace('name: database', 'name: token'),
      },
    },
    { title: 'a key of the cluster and one in a safe', files: { 'secret.yaml': encryptedSecret() } },
  ],
  // Once for a key, however many files it opens.
  check: ({ inventory }) => {
    const lonely = [...inventory.files.values()].flatMap(sopsDocumentsIn).flatMap(loneKeys)
    return [...grouped(lonely, ({ recipient }) => `${recipient.kind} ${recipient.name}`).values()].flatMap(all => {
      const [first] = all
      if (first === undefined) return []
      const { recipient, document } = first
      const files = [...new Set(all.map(({ document: { file } }) => file.path))]
      return [
        {
          file: document.file.path,
          span: spanAt(document.file, document.document, recipient.keys),
          message: `whoever loses the ${recipient.kind} key ${recipient.name} can open this file no more${document.groups > 1 ? ', for its group has no other' : ', for there is no other'}`,
          found: `a single recipient in ${files.length} ${files.length === 1 ? 'file' : 'files'}`,
          expected: 'two recipients at least, of which one key is kept away from the cluster',
          fix: {
            text: 'Add a second recipient to the creation rule in .sops.yaml, then: sops updatekeys FILE, for each file',
          },
        },
      ]
    })
  },
}

/** Keys without which too few groups are left to open the document. */
function loneKeys(document: SopsDocument): readonly { document: SopsDocument; recipient: Recipient }[] {
  const { recipients, groups, threshold } = document
  if (groups - 1 >= threshold) return []
  const byGroup = grouped(recipients, ({ group }) => String(group))
  return [...byGroup.values()].flatMap(([only, ...others]) =>
    only === undefined || others.length > 0 ? [] : [{ document, recipient: only }],
  )
}
