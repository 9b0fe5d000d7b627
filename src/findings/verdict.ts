import type { JudgedFinding, Severity } from './finding.js'
import { countOf, type VerifyReport } from './report.js'

/** The verdict with its reason in one sentence, without a full stop. It holds nothing from the tree. */
export function verdictSentence({ verdict, findings, base, summary }: VerifyReport): string {
  const gate = verdict === 'fail' ? 'The gate is closed' : 'The gate is open'
  if (base === undefined) {
    const found = counts(findings)
    // Whoever names the wrong folder must not take the silence for praise.
    if (found === '' && summary.fluxObjects === 0) return `${gate}, but nothing of Flux is here`
    return `${gate}: ${found || 'nothing was found'}`
  }
  const remaining = counts(findings, 'old')
  const fixed = findings.filter(finding => finding.status === 'fixed').length
  return [
    `${gate}: this change brings ${counts(findings, 'new') || 'nothing new'}`,
    ...(fixed === 0 ? [] : [`it fixes ${fixed}`]),
    ...(remaining === '' ? [] : [`${remaining} ${remains(findings)} from before`]),
  ].join('; ')
}

/** What the sentence leaves open: what it was compared with, which Flux, what went unchecked. May hold texts of the tree. */
export function remarks({
  base,
  flux,
  unchecked,
  unbuilt,
  failOn,
  summary,
  affected,
}: VerifyReport): readonly string[] {
  const named = unchecked.slice(0, 10).join(', ')
  return [
    `${plural(summary.files, 'file')}, ${plural(summary.documents, 'document')}, ${seconds(summary.milliseconds)}`,
    ...(summary.fluxObjects > 0
      ? []
      : [
          summary.documents === 0
            ? 'no Kubernetes manifest is here: give the folder that holds the Flux repository'
            : 'no object of Flux is here, such as a Kustomization of kustomize.toolkit.fluxcd.io: no delivery was proven. Give the root of the Flux repository',
        ]),
    ...(affected === undefined
      ? []
      : [
          `told: what is new anywhere, and what was there before in the ${plural(affected, 'file')} that the change can affect`,
        ]),
    `fail-on: ${failOn}; ${base === undefined ? 'compared with nothing, all counts as new' : `compared with ${baseName(base)}`}`,
    `for Flux 2.${flux.minor}, ${flux.from === undefined ? 'the newest known, as nothing here says which' : `as ${flux.from} says`}`,
    ...(unchecked.length === 0
      ? []
      : [
          `without a schema, so their fields went unchecked: ${named}${unchecked.length > 10 ? `, and ${unchecked.length - 10} more` : ''}`,
        ]),
    ...(unbuilt.length === 0
      ? []
      : [`read and not built, so what patches and generators make is not known: ${shortened(unbuilt)}`]),
  ]
}

/** The first few, and how many there are besides. */
function shortened(texts: readonly string[]): string {
  return `${texts.slice(0, 3).join('; ')}${texts.length > 3 ? `; and ${texts.length - 3} more` : ''}`
}

/** `1 error`, `2 errors`. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

function counts(findings: readonly JudgedFinding[], status?: 'new' | 'old'): string {
  const words = (['error', 'warning', 'note'] satisfies Severity[]).flatMap(severity => {
    const count = countOf(findings, severity, status)
    return count === 0 ? [] : [plural(count, severity)]
  })
  const last = words.pop()
  return words.length === 0 ? (last ?? '') : `${words.join(', ')} and ${last}`
}

function remains(findings: readonly JudgedFinding[]): string {
  return findings.filter(finding => finding.status === 'old').length === 1 ? 'remains' : 'remain'
}

function baseName({ commit, ref }: { readonly commit: string; readonly ref: string | undefined }): string {
  return ref === undefined ? commit.slice(0, 12) : `${ref} (${commit.slice(0, 12)})`
}

function seconds(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`
}
