import { append, inFile, swap } from '../mutations/fault.js'
import type { Variation } from './variations.js'

const production = 'flux/clusters/production'
const sealed = `${production}/sealed-secrets`
const kustomization = `${sealed}/kustomization.yaml`
const pull = `${sealed}/harbor-pull.yaml`

/** Right ways of keeping secrets. */
export const secretVariations: readonly Variation[] = [
  {
    title: 'a kustomization that names the namespace that is sealed for',
    changes: [
      inFile(`${sealed}/website/kustomization.yaml`, () => 'namespace: website\nresources:\n  - pull.yaml\n'),
      inFile(
        `${sealed}/website/pull.yaml`,
        () => 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: empty\ntype: Opaque\n',
      ),
      inFile(kustomization, append('  - website\n')),
    ],
  },
  {
    title: 'a secret in the scope of its namespace',
    changes: [
      inFile(
        pull,
        swap('spec:\n', '  annotations:\n    sealedsecrets.bitnami.com/namespace-wide: "true"\nspec:\n'),
        text =>
          text.replace(/ {4}metadata:\n/, '$&      annotations: {sealedsecrets.bitnami.com/namespace-wide: "true"}\n'),
      ),
    ],
  },
  {
    title: 'a sealed value over several lines',
    changes: [
      inFile(pull, text =>
        text.replace(
          /(\.dockerconfigjson: )(\S{100})(\S+)/,
          (_, key, first, rest) => `${key}|-\n      ${first}\n      ${rest}`,
        ),
      ),
    ],
  },
  {
    title: 'a template of a sealed secret that nobody applies',
    changes: [
      inFile(
        'templates/secret.yaml',
        () =>
          'apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata:\n  name: NAME\n  namespace: NAMESPACE\nspec:\n  encryptedData:\n    KEY: REPLACE_ME\n',
      ),
    ],
  },
  {
    title: 'the keys of hosts in a Secret in clear',
    changes: [
      inFile(
        `${production}/frontend/hosts.yaml`,
        () =>
          'apiVersion: v1\nkind: Secret\nmetadata:\n  name: hosts\n  namespace: website\nstringData:\n  known_hosts: github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl\n',
      ),
      inFile(`${production}/frontend/kustomization.yaml`, append('  - hosts.yaml\n')),
    ],
  },
  {
    title: 'a request to be sealed, and the variables of a workflow',
    changes: [
      inFile(
        'secrets.yaml',
        () =>
          'secrets:\n  - name: session\n    namespace: website\n    file: flux/session.yaml\n    values:\n      password: ${SESSION_PASSWORD}\n',
      ),
    ],
  },
  {
    title: 'rules of SOPS, and no file under them',
    changes: [inFile('.sops.yaml', () => 'creation_rules:\n  - path_regex: flux/.*\\.yaml$\n    age: age1x\n')],
  },
]
