import { code as markdownCode, text as markdownText } from '../../src/markdown.js'
import type { Decision } from './decide.js'

/** What became of one key of one secret. */
export interface Row extends Decision {
  readonly namespace: string
  readonly name: string
  readonly file: string
}

export interface SealReport {
  readonly rows: readonly Row[]
  /** `namespace/name/key` → a line for `authorized_keys`. */
  readonly publicKeys: Readonly<Record<string, string>>
  /** Where the certificate comes from and its fingerprint; undefined under SOPS. */
  readonly certificate: { readonly source: string; readonly fingerprint: string; readonly validTo: number } | undefined
  /** What people should know beside the table. */
  readonly remarks: readonly string[]
}

/** Whether a decision changes the file. */
export function changesFile({ action }: Pick<Decision, 'action'>): boolean {
  return action === 'sealed' || action === 'renewed' || action === 'dropped'
}

/** The job summary of a run, as Markdown. It knows no values. */
export function sealSummary({ rows, publicKeys, certificate, remarks }: SealReport): string {
  const changed = rows.filter(changesFile).length
  return [
    changed === 0 ? '### No value changed' : `### Sealed ${changed} of ${rows.length} values`,
    '',
    ...(certificate === undefined
      ? []
      : [
          `Certificate ${markdownCode(certificate.source)}, SHA-256 ${markdownCode(certificate.fingerprint)}, valid to ${new Date(certificate.validTo).toISOString().slice(0, 10)}`,
          '',
        ]),
    '| Secret | Key | What | Why | File |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(
      ({ namespace, name, key, action, reason, file }) =>
        `| ${markdownCode(`${namespace}/${name}`)} | ${markdownCode(key)} | ${action} | ${markdownText(reason)} | ${markdownCode(file)} |`,
    ),
    ...section(
      'Public keys',
      Object.entries(publicKeys).map(([id, line]) => `${markdownCode(id)}: ${markdownCode(line)}`),
    ),
    ...section('', remarks.map(markdownText)),
    '',
  ].join('\n')
}

function section(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  return ['', ...(title === '' ? [] : [`**${title}**`, '']), ...lines.map(line => `- ${line}`)]
}

/** The message of the commit or the pull request: a title, and what was done to which key. */
export function commitMessage(rows: readonly Row[]): string {
  const changed = rows.filter(changesFile)
  const secrets = [...new Set(changed.map(({ namespace, name }) => `${namespace}/${name}`))]
  // Without a value that changed it is a label or a type.
  if (secrets.length === 0) return 'Change sealed secrets, and none of their values\n'
  const title = secrets.length <= 2 ? `Seal ${secrets.join(' and ')}` : `Seal ${secrets.length} secrets`
  const lines = changed.map(
    ({ namespace, name, key, action, reason }) => `- ${namespace}/${name} ${key}: ${action} (${reason})`,
  )
  return [title, '', ...lines, ''].join('\n')
}
