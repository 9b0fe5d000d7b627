import { keyPlaceOf, type Resource, rangeIn, titleOf, valueIn } from '../../../src/flux/inventory/resource.js'
import type { Inventory } from '../../../src/flux/inventory.js'
import { isMapping } from '../../../src/json.js'
import { loudSecretsIn } from '../../../src/secrets/loud-secrets.js'
import { isPlainSecret } from '../../../src/secrets/plain-value.js'
import { isSopsMetadata } from '../../../src/sops/sops-document.js'
import { kustomizeSecrets, type PlainValue } from '../kustomize-secrets.js'
import type { Report, Rule } from '../rule.js'

const secret = (data: string): string => `apiVersion: v1
kind: Secret
metadata:
  name: database
  namespace: website
${data}`

const LOGIN = Buffer.from('robot:correct-horse').toString('base64')

// In two parts, so that nobody takes the example for a key.
const PRIVATE_KEY = `-----BEGIN OPENSSH PRIVATE ${'KEY'}-----`

export const secretPlaintext: Rule = {
  id: 'secret-plaintext',
  severity: 'error',
  summary: 'No secret lies in git as it is.',
  why: 'Whoever can read the repository, a fork or an old clone has it, and taking it out again does not take it back: it has to be replaced.',
  fix: 'Seal it (`fluxgate seal`) or encrypt it with SOPS, and replace the value, since it has been seen.',
  examples: [
    {
      title: 'a Secret with a value',
      files: { 'secret.yaml': secret('stringData:\n  password: correct-horse-battery # expect: secret-plaintext\n') },
    },
    {
      title: 'a private key in a ConfigMap',
      files: {
        'settings.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: website
data:
  id_ed25519: |
    # expect-below: secret-plaintext
    ${PRIVATE_KEY}
    b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW
`,
      },
    },
    {
      title: 'a private key beside the certificate that is public',
      files: {
        'pub-cert.pem': `# expect-below: secret-plaintext
${PRIVATE_KEY}
b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW
`,
      },
    },
    {
      title: 'the login of a registry in a ConfigMap',
      files: {
        'settings.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: registry
  namespace: website
data:
  # expect-below: secret-plaintext
  config.json: '{"auths":{"harbor.example.com":{"auth":"${LOGIN}"}}}'
`,
      },
    },
    {
      title: 'a Secret that kustomize makes, and a part of one that it patches in',
      files: {
        'kustomization.yaml': `resources: [database.yaml]
patches:
  - path: password.yaml
secretGenerator:
  - name: session
    literals:
      - key=correct-horse-battery # expect: secret-plaintext
`,
        'database.yaml': secret('type: Opaque\n'),
        'password.yaml': secret('stringData:\n  password: correct-horse-battery # expect: secret-plaintext\n'),
      },
    },
    {
      title: 'an env file that kustomize makes a Secret of, and values in patches that are written in place',
      files: {
        'kustomization.yaml': `resources: [database.yaml]
secretGenerator:
  - name: session
    envs: [session.env]
patches:
  - patch: |- # expect: secret-plaintext
      apiVersion: v1
      kind: Secret
      metadata:
        name: database
      stringData:
        password: correct-horse-battery
  - target: {kind: Secret, name: database}
    patch: |- # expect: secret-plaintext
      - op: add
        path: /stringData/user
        value: horse-rider
`,
        'database.yaml': secret('type: Opaque\n'),
        'session.env': '# of the sessions\n# expect-below: secret-plaintext\nKEY=correct-horse-battery\nDEBUG=false\n',
      },
    },
    {
      title: 'an env file that SOPS has encrypted, one that no Secret is made of, and a patch of a ConfigMap',
      files: {
        'kustomization.yaml': `secretGenerator:
  - name: session
    envs: [session.env]
configMapGenerator:
  - name: settings
    envs: [settings.env]
patches:
  - target: {kind: ConfigMap, name: settings}
    patch: |-
      - op: add
        path: /data/mode
        value: fast
`,
        'session.env':
          'KEY=ENC[AES256_GCM,data:abcd,iv:abcd,tag:abcd,type:str]\nsops_mac=ENC[AES256_GCM,data:abcd,iv:abcd,tag:abcd,type:str]\nsops_version=3.10.2\n',
        'settings.env': 'MODE=correct-horse-battery\n',
      },
    },
    {
      title: 'what is public, what is filled in from elsewhere, and what a document shows',
      files: {
        'secret.yaml': secret(
          `stringData:\n  known_hosts: github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHk\n  url: postgres://app:\${PASSWORD}@database/app\n`,
        ),
        'docs/secret.yaml': secret('stringData:\n  password: REPLACE_ME\n'),
      },
    },
    {
      title: 'a Secret that SOPS has encrypted, and one without values',
      files: {
        'secret.yaml': secret(
          'stringData:\n  password: ENC[AES256_GCM,data:abcd,iv:abcd,tag:abcd,type:str]\nsops:\n  mac: ENC[AES256_GCM,data:abcd,iv:abcd,tag:abcd,type:str]\n',
        ),
        'empty.yaml': secret('type: Opaque\n'),
      },
    },
  ],
  check: ({ inventory }) => {
    const values = [
      ...secretsOf(inventory).flatMap(resource => plainValues(resource, inventory)),
      ...kustomizeSecrets(inventory).map(value => ({
        ...value,
        report: { ...severityIn(value.report.file, false), ...value.report },
      })),
    ]
    return [...values.map(({ report }) => report), ...loudTexts(inventory, values)]
  },
}

/** Secrets as such, and the parts of them that patches bring. */
function secretsOf({ files, layout }: Inventory): readonly Resource[] {
  return [...files.keys()].flatMap(path =>
    layout.resourcesOf(path).filter(({ group, kind }) => group === '' && kind === 'Secret'),
  )
}

function plainValues(resource: Resource, inventory: Inventory): readonly PlainValue[] {
  // SOPS encrypts what its rules say; what it left is sops-encrypted's matter.
  if (isSopsMetadata(valueIn(resource, 'sops')) || isServiceAccountToken(resource)) return []
  const isApplied = inventory.placementsOf(resource).some(({ by }) => by !== undefined)
  return ['data', 'stringData'].flatMap(field => {
    const values = valueIn(resource, field)
    if (!isMapping(values)) return []
    return Object.entries(values).flatMap(([key, value]) => {
      if (!isPlainSecret(value, field === 'data', !isApplied)) return []
      const [start, end] = rangeIn(resource, field, key) ?? [0, 0]
      const report: Report = {
        ...severityIn(resource.file.path, isApplied),
        file: resource.file.path,
        span: keyPlaceOf(resource, field, key),
        message: `${titleOf(resource)} has the value of "${key}" in clear${field === 'data' ? ' (base64 hides nothing)' : ''}`,
        found: `${field}.${key}, a value of ${String(value).length} characters`,
        expected: 'a SealedSecret, or a Secret that SOPS has encrypted',
        fix: {
          text: `Seal ${resource.namespace ?? 'NAMESPACE'}/${resource.name ?? 'NAME'} with \`fluxgate seal\`, and replace the value: it has been seen`,
        },
      }
      return [{ report, start, end }]
    })
  })
}

/** Kubernetes fills it in by itself. */
function isServiceAccountToken(resource: Resource): boolean {
  return valueIn(resource, 'type') === 'kubernetes.io/service-account-token'
}

/** What a document or a test shows need not be a secret of anybody's. */
function severityIn(path: string, isApplied: boolean): Pick<Report, 'severity'> {
  const isShown =
    /(?:^|\/)(?:docs?|examples?|samples?|tests?|testdata|__tests__|fixtures)\/|[.-](?:example|sample|template)\.\w+$/i.test(
      path,
    )
  return isShown && !isApplied ? { severity: 'warning' } : {}
}

/** Private keys, logins and tokens wherever they stand; what was told as the value of a Secret is not told again. */
function loudTexts({ files, folders, certificates }: Inventory, told: readonly PlainValue[]): readonly Report[] {
  const applied = new Set([...folders.values()].flatMap(folder => [...folder.files]))
  const inYaml = [...files.values()].flatMap(({ path, text, span }) =>
    loudSecretsIn(text)
      .filter(
        ({ start }) =>
          !told.some(({ report, ...value }) => report.file === path && value.start <= start && start < value.end),
      )
      .map(({ what, start, end }) => ({
        ...severityIn(path, applied.has(path)),
        ...loudReport(what),
        file: path,
        span: span(start, end),
      })),
  )
  // Where a public certificate belongs, the whole key pair is a likely slip.
  const inCertificates = certificates.flatMap(({ path, text }) =>
    loudSecretsIn(text).map(({ what, start }) => {
      const line = text.slice(0, start).split('\n').length
      return { ...loudReport(what), file: path, span: { line, column: 1, endLine: line, endColumn: 1 } }
    }),
  )
  return [...inYaml, ...inCertificates]
}

function loudReport(what: string): Pick<Report, 'message' | 'found' | 'expected' | 'fix'> {
  return {
    message: `${what} stands in clear`,
    found: `${what}, not shown`,
    expected: 'a SealedSecret, or a file that SOPS has encrypted',
    fix: { text: 'Take it out, seal it, and replace it: it has been seen' },
  }
}
