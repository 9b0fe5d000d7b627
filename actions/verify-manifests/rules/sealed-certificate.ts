import type { PlainFile } from '../../../src/flux/inventory.js'
import { certificateProblems } from '../../../src/sealed/certificate-files.js'
import { loudSecretsIn } from '../../../src/secrets/loud-secrets.js'
import { fileStart } from '../../../src/yaml/span.js'
import type { Rule } from '../rule.js'
import { EXPIRED_CERTIFICATE, VALID_CERTIFICATE } from './sealing-certificates.js'

export const sealedCertificate: Rule = {
  id: 'sealed-certificate',
  severity: 'warning',
  summary: 'The sealing certificate of the tree can be used, and for a while yet.',
  why: 'The controller takes a new key pair every 30 days by default. What is sealed with an old certificate opens only as long as the controller keeps the old key, and `kubeseal` refuses an expired certificate.',
  fix: 'Fetch the current certificate from the controller with `fluxgate seal fetch`, and commit it.',
  examples: [
    {
      title: 'a certificate that expired',
      files: { 'pub-cert.pem': `# expect-below: sealed-certificate\n${EXPIRED_CERTIFICATE}` },
    },
    { title: 'a certificate with years to go', files: { 'pub-cert.pem': VALID_CERTIFICATE } },
    {
      title: 'the certificate of something else',
      files: { 'tls.pem': EXPIRED_CERTIFICATE },
    },
  ],
  check: ({ inventory, now }) =>
    now === undefined
      ? []
      : certificateProblems(inventory.certificates.filter(isPublic), now).map(({ path, text, message, fix }) => ({
          file: path,
          span: spanOf(text),
          message,
          expected: "the controller's current certificate, with more than 30 days to go",
          fix: { text: fix },
        })),
}

/** One with a private key in it is secret-plaintext's matter. */
function isPublic({ text }: PlainFile): boolean {
  return loudSecretsIn(text).length === 0
}

/** The line where the first certificate begins. */
function spanOf(text: string) {
  const start = text.indexOf('-----BEGIN')
  if (start < 0) return fileStart
  const line = text.slice(0, start).split('\n').length
  return { line, column: 1, endLine: line, endColumn: 1 + '-----BEGIN CERTIFICATE-----'.length }
}
