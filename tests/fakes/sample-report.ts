import fc from 'fast-check'
import type { JudgedFinding } from '../../src/findings/finding.js'
import type { VerifyReport } from '../../src/findings/report.js'

const ORDER: JudgedFinding = {
  rule: 'policy-elects-newest',
  severity: 'error',
  status: 'new',
  file: 'flux/image-policies.yaml',
  span: { line: 12, column: 14, endLine: 12, endColumn: 20 },
  message:
    'the policy orders by the commit id, so Flux stays at an old build for as long as its id happens to be the highest',
  found: "extract: '$sha'",
  expected: "extract: '$ts'",
  fix: { text: "filterTags:\n  pattern: '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$'\n  extract: '$ts'" },
  witness: ['main-fffffff-1700000000 is elected', 'main-0123456-1700003600 is the newest'],
}

const MARKER: JudgedFinding = {
  rule: 'marker-syntax',
  severity: 'warning',
  status: 'old',
  file: 'apps/frontend.yaml',
  span: { line: 20, column: 57, endLine: 20, endColumn: 90 },
  message: 'the marker is no JSON, so Flux never writes this image',
  found: '{"$imagepolicy": \'flux-system:frontend\'}',
}

/** A report as a pull request gives it: one new error, an old warning, one that is fixed. */
export const sampleReport: VerifyReport = {
  verdict: 'fail',
  findings: [
    MARKER,
    { ...MARKER, span: { ...MARKER.span, line: 44, endLine: 44 }, status: 'fixed' },
    { ...MARKER, rule: 'kustomization-prune', severity: 'note', status: 'new', file: 'apps/job.yaml' },
    ORDER,
  ],
  orders: [],
  affected: undefined,
  chains: [
    {
      image: '192.168.0.40:5000/library/frontend',
      links: [
        {
          from: { title: 'build step of build.yml', place: { file: '.github/workflows/build.yml', line: 21 } },
          to: { title: '192.168.0.40:5000/library/frontend', place: undefined },
          state: 'proven',
          rule: null,
          why: null,
        },
        {
          from: { title: '192.168.0.40:5000/library/frontend', place: undefined },
          to: {
            title: 'ImageRepository flux-system/frontend',
            place: { file: 'flux/image-repositories.yaml', line: 4 },
          },
          state: 'unknown',
          rule: null,
          why: 'the secret harbor-credentials is not in the tree: list it under external.secrets',
        },
        {
          from: {
            title: 'ImageRepository flux-system/frontend',
            place: { file: 'flux/image-repositories.yaml', line: 4 },
          },
          to: { title: 'ImagePolicy flux-system/frontend', place: { file: 'flux/image-policies.yaml', line: 3 } },
          state: 'broken',
          rule: 'policy-elects-newest',
          why: 'the newest build is not the one elected',
        },
      ],
    },
  ],
  summary: { files: 42, documents: 97, fluxObjects: 31, errors: 1, warnings: 1, notes: 1, milliseconds: 312 },
  failOn: 'new-errors',
  base: { commit: '0123456789abcdef0123456789abcdef01234567', ref: 'master' },
  unchecked: ['example.com/v1/Widget'],
  unbuilt: ['neither kustomize nor kubectl was found'],
  flux: { minor: 9, from: 'flux/flux-system/gotk-components.yaml' },
}

/** Texts as an attacker would write them, made of what means something to some reader of a report. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '<script>',
          '</details>',
          '</code>',
          '<!--',
          '-->',
          '`',
          '```',
          '~~~',
          '|',
          '\n',
          '\r\n',
          '\u2028',
          '"',
          '"]',
        ],
        ...[
          ']',
          '[x](y)',
          '](0)',
          '&lt;',
          '#quot;',
          '# ',
          '\n# x',
          '%%',
          'end',
          '::error::',
          '##[add-mask]',
          '%0A',
          ',',
          ':',
        ],
        ...['@me', '\u001b[31m', '\u202e', '\u0000', '\ud800', '../', '/', '\\', '{0}', '$&', '${X}', ' ', 'a'],
      ),
      { maxLength: 10 },
    )
    .map(parts => parts.join('')),
)

/** Reports whose every text is hostile. */
export const hostileReport: fc.Arbitrary<VerifyReport> = fc
  .array(hostileText, { minLength: 20, maxLength: 20 })
  .map(texts => {
    let at = 0
    const next = () => texts[at++ % texts.length] ?? ''
    return {
      ...sampleReport,
      findings: sampleReport.findings.map(finding => ({
        ...finding,
        file: `f${next()}`,
        message: next(),
        found: next(),
        expected: next(),
        fix: { text: next() },
        witness: [next(), next()],
      })),
      chains: sampleReport.chains.map(({ links }) => ({
        image: next(),
        links: links.map(link => ({
          ...link,
          from: { title: next(), place: { file: next(), line: 1 } },
          to: { title: next(), place: undefined },
          why: link.why === null ? null : next(),
        })),
      })),
      base: { commit: 'c'.repeat(40), ref: next() },
      unchecked: [next()],
      unbuilt: [next()],
      flux: { minor: 9, from: next() },
    }
  })
