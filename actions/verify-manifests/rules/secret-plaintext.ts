import { keyPlaceOf, type Resource, titleOf, valueIn } from '../../../src/flux/inventory/resource.js'
import { member } from '../../../src/json.js'
import type { SourceFile } from '../../../src/yaml/source-file.js'
import type { Report, Rule } from '../rule.js'

const secret = (data: string): string => `apiVersion: v1
kind: Secret
metadata:
  name: database
  namespace: website
${data}`

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
      title: 'a Secret that SOPS has encrypted, and one without values',
      files: {
        'secret.yaml': secret(
          'stringData:\n  password: ENC[AES256_GCM,data:abcd,iv:abcd,tag:abcd,type:str]\nsops:\n  mac: ENC[AES256_GCM,data:abcd,iv:abcd,tag:abcd,type:str]\n',
        ),
        'empty.yaml': secret('type: Opaque\n'),
      },
    },
  ],
  check: ({ inventory }) => [
    ...inventory.ofKind('', 'Secret').flatMap(plainValues),
    ...[...inventory.files.values()].flatMap(loudTexts),
  ],
}

function plainValues(resource: Resource): readonly Report[] {
  // SOPS encrypts what its rules say; what it left is sops-encrypted's matter.
  if (member(resource.body, 'sops') !== undefined || isServiceAccountToken(resource)) return []
  return ['data', 'stringData'].flatMap(field => {
    const values = valueIn(resource, field)
    if (typeof values !== 'object' || values === null) return []
    return Object.entries(values).flatMap(([key, value]) => {
      if (!isValue(value)) return []
      return [
        {
          file: resource.file.path,
          span: keyPlaceOf(resource, field, key),
          message: `${titleOf(resource)} has the value of "${key}" in clear${field === 'data' ? ' (base64 hides nothing)' : ''}`,
          found: `${field}.${key}, a value of ${String(value).length} characters`,
          expected: 'a SealedSecret, or a Secret that SOPS has encrypted',
          fix: {
            text: `Seal ${resource.namespace ?? 'NAMESPACE'}/${resource.name ?? 'NAME'} with \`fluxgate seal\`, and replace the value: it has been seen`,
          },
        },
      ]
    })
  })
}

/** Kubernetes fills it in by itself. */
function isServiceAccountToken(resource: Resource): boolean {
  return valueIn(resource, 'type') === 'kubernetes.io/service-account-token'
}

/** Nothing is hidden in an empty value, and a variable is filled in by Flux from elsewhere. */
function isValue(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false
  const text = String(value)
  const decoded = /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? Buffer.from(text, 'base64').toString('utf8') : text
  return ![text, decoded].some(
    candidate =>
      /^\s*\$\{[^}]+\}\s*$/.test(candidate) ||
      /^ENC\[/.test(candidate) ||
      /^<path:|^vault:|^ref\+|^op:\/\//.test(candidate),
  )
}

/** Private keys anywhere, and tokens whose form says what they are. */
const LOUD: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/g],
  ['a token of GitHub', /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})\b/g],
  ['a token of GitLab', /\bglpat-[A-Za-z0-9_-]{20}\b/g],
  ['an age identity', /\bAGE-SECRET-KEY-1[0-9A-Z]{58}\b/g],
  ['a token of Slack', /\bxox[abprs]-[0-9]{8,}-[0-9A-Za-z-]{16,}\b/g],
  ['a key of AWS', /\bAKIA[0-9A-Z]{16}\b(?!EXAMPLE)/g],
]

function loudTexts(file: SourceFile): readonly Report[] {
  const lines = file.text
  return LOUD.flatMap(([what, pattern]) =>
    [...lines.matchAll(pattern)].flatMap(match => {
      // A mention without what follows it, as in documentation, is no key.
      const isKey = what === 'a private key'
      if (
        isKey &&
        !/^\s*(?:\\n)?\s*[A-Za-z0-9+/=:,\s-]{40,}/.test(lines.slice(match.index + match[0].length, match.index + 400))
      )
        return []
      if (match[0].includes('EXAMPLE')) return []
      const span = file.span(match.index, match.index + match[0].length)
      return [
        {
          file: file.path,
          span,
          message: `${what} stands in clear`,
          found: `${what}, not shown`,
          expected: 'a SealedSecret, or a file that SOPS has encrypted',
          fix: { text: 'Take it out, seal it, and replace it: it has been seen' },
        },
      ]
    }),
  )
}
