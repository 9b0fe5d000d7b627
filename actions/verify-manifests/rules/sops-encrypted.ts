import { type ClearValues, clearValuesOf } from '../../../src/sops/clear-values.js'
import { type SopsDocument, sopsDocumentsIn } from '../../../src/sops/sops-document.js'
import { keySpanAt, spanAt } from '../../../src/yaml/source-file.js'
import type { Report, Rule } from '../rule.js'
import { encryptedSecret, sopsConfig } from './sops-trees.js'

export const sopsEncrypted: Rule = {
  id: 'sops-encrypted',
  severity: 'error',
  summary: 'What SOPS is to encrypt is encrypted, and the file has its MAC.',
  why: 'A value in clear can be read by whoever reads the repository, and where the file itself says that it is encrypted, SOPS and Flux refuse the whole file. Flux knows an encrypted object by its MAC: without one it applies the ciphertext as it is.',
  fix: 'Encrypt the file again with `sops encrypt --in-place`, and replace a value that stood in clear: it has been seen. A file is edited with `sops edit`, never by hand.',
  examples: [
    {
      title: 'a value that was written in by hand',
      files: { 'secret.yaml': encryptedSecret({ password: 'correct-horse # expect: sops-encrypted' }) },
    },
    {
      title: 'a file whose MAC was lost in a merge',
      files: { 'secret.yaml': encryptedSecret({ mac: '', mark: ' # expect: sops-encrypted' }) },
    },
    {
      title: 'a file of values that .sops.yaml wants encrypted and that never was',
      files: {
        '.sops.yaml': sopsConfig(String.raw`\.sops\.yaml$`).replace(/ {4}encrypted_regex.*\n/, ''),
        'values.sops.yaml': 'auth:\n  password: correct-horse # expect: sops-encrypted\n',
      },
    },
    {
      title: 'a file as SOPS writes it',
      files: { '.sops.yaml': sopsConfig(String.raw`\.yaml$`), 'secret.yaml': encryptedSecret() },
    },
    {
      title: 'a ConfigMap, which the rule for all files names and nobody calls encrypted',
      files: {
        '.sops.yaml': sopsConfig(String.raw`\.yaml$`),
        'settings.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  mode: fast\n',
      },
    },
  ],
  check: ({ inventory }) => [
    ...clearValuesOf(inventory).map(clearReport),
    ...[...inventory.files.values()].flatMap(sopsDocumentsIn).flatMap(macReport),
  ],
}

function clearReport({ file, document, leaves, because, isRefused }: ClearValues): Report {
  const names = leaves.map(({ keys }) => keys.join('.'))
  const [first = ''] = names
  return {
    file: file.path,
    span: spanAt(file, document, leaves[0]?.keys ?? []),
    message: `"${first}" is in clear, and ${because} says that it is encrypted${isRefused ? ': neither SOPS nor Flux opens the file' : ''}`,
    found: `in clear: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`,
    expected: 'ENC[AES256_GCM,…]',
    fix: { text: `Encrypt it again: sops encrypt --in-place ${file.path}; and replace the value: it has been seen` },
  }
}

function macReport({ file, document, hasMac }: SopsDocument): readonly Report[] {
  if (hasMac) return []
  return [
    {
      file: file.path,
      span: keySpanAt(file, document, ['sops']),
      message:
        'the file has no MAC: SOPS refuses it, and Flux takes it for one that is not encrypted and applies the ciphertext',
      expected: 'sops.mac, as SOPS writes it',
      fix: {
        text: `Take the file from before the MAC was lost, or encrypt it anew: sops encrypt --in-place ${file.path}`,
      },
    },
  ]
}
