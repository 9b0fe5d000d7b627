import { undecryptingOf } from '../../../src/sops/undecrypted.js'
import { type Rule, reportAt } from '../rule.js'
import { documents, gitRepository, kustomization } from './example-trees.js'
import { encryptedSecret } from './sops-trees.js'

export const sopsDecryption: Rule = {
  id: 'sops-decryption',
  severity: 'error',
  summary: 'The Kustomization that applies files encrypted by SOPS decrypts them.',
  why: 'Without `spec.decryption` Flux applies what stands in the file: the API server refuses the member `sops`, or the Secret holds ciphertext.',
  fix: 'Give the Kustomization `spec.decryption` with `provider: sops` and the secret that holds the key.',
  examples: [
    {
      title: 'a Kustomization that does not decrypt',
      files: {
        'clusters/production/flux.yaml': documents(
          gitRepository(),
          kustomization('apps', './apps').replace('name: apps', 'name: apps # expect: sops-decryption'),
        ),
        'apps/secret.yaml': encryptedSecret(),
      },
    },
    {
      title: 'the values of a chart, encrypted, out of which kustomize makes a Secret',
      files: {
        'clusters/production/flux.yaml': documents(
          gitRepository(),
          kustomization('apps', './apps').replace('name: apps', 'name: apps # expect: sops-decryption'),
        ),
        'apps/kustomization.yaml': 'secretGenerator:\n  - name: values\n    files: [values.yaml=secret.yaml]\n',
        'apps/secret.yaml': encryptedSecret(),
      },
    },
    {
      title: 'a Kustomization that does',
      files: {
        'clusters/production/flux.yaml': documents(
          gitRepository(),
          kustomization('apps', './apps', 'decryption:', '  provider: sops', '  secretRef:', '    name: sops-age'),
        ),
        'apps/secret.yaml': encryptedSecret(),
      },
    },
  ],
  check: ({ inventory }) =>
    undecryptingOf(inventory).map(({ kustomization: { resource }, files }) =>
      reportAt(resource, ['metadata', 'name'], {
        message: `Kustomization ${resource.name ?? ''} applies ${files[0] ?? ''}, which SOPS has encrypted, and does not decrypt it`,
        found: `no spec.decryption, and encrypted: ${files.slice(0, 5).join(', ')}${files.length > 5 ? ` and ${files.length - 5} more` : ''}`,
        expected: 'spec.decryption.provider: sops',
        fix: {
          text: 'Add to its spec, with the secret that holds your key:\n  decryption:\n    provider: sops\n    secretRef:\n      name: sops-age',
        },
      }),
    ),
}
