import type { DeliveryCommit } from '../src/flux/rehearsal/commits.js'
import type { RehearsedElection } from '../src/flux/rehearsal/election.js'
import type { ObjectChange } from '../src/flux/rehearsal/object-changes.js'
import type { DeliveryStep } from '../src/flux/rehearsal/steps.js'
import type { Rehearsal } from '../src/flux/rehearsal.js'
import type { WrittenFile } from '../src/flux/written-files.js'
import { policyText } from './policy-report.js'
import { diffOf } from './setters-report.js'

export interface RehearsalOutcome {
  readonly rehearsal: Rehearsal
  readonly written: readonly WrittenFile[]
  /** Whether they were in fact written. */
  readonly writes: boolean
}

/** The rehearsal for people, from the tag to the verdict. */
export function rehearsalText({ rehearsal, written, writes }: RehearsalOutcome): string {
  const { contract, tag, images, commits, steps, verdict } = rehearsal
  return [
    `The build: ${tag}, of ${contract.images.join(' and ')} (from ${contract.source})`,
    ...contract.remarks.map(remark => `  ${remark}`),
    ...images.flatMap(({ image, known, elections }) => [
      '',
      `${image}, ${known} known ${known === 1 ? 'tag' : 'tags'}`,
      ...elections.flatMap(electionLines),
    ]),
    ...commits.flatMap(commit => ['', ...commitLines(commit)]),
    ...(written.length === 0 ? [] : ['', 'What is committed:', diffOf(written).trimEnd()]),
    ...(steps.length === 0 ? [] : ['', 'What changes in the cluster, in this order:']),
    ...steps.flatMap(stepLines),
    ...(writes && written.length > 0 ? ['', `Written: ${written.map(({ path }) => path).join(', ')}`] : []),
    '',
    verdict.sentence,
    '',
  ].join('\n')
}

function electionLines(election: RehearsedElection): readonly string[] {
  const { policy, explanation, excluded, reversed } = election
  const { selectedTag } = explanation.result
  const same = reversed === selectedTag ? 'the same' : (reversed ?? 'nothing')
  const digest =
    policy.digestReflection === 'Never' ? [] : ['    The digest is known once the image is pushed: zeros stand for it']
  return [
    `  ImagePolicy ${policy.namespace ?? ''}/${policy.name} (${policy.resource.file.path}): ${policyText(explanation, excluded)}`
      .trimEnd()
      .replaceAll('\n', '\n  '),
    `    With the order of the commits reversed: ${same}`,
    ...digest,
  ]
}

function commitLines(commit: DeliveryCommit): readonly string[] {
  const { automation, why, branch, message, result, restarts } = commit
  const title = `ImageUpdateAutomation ${automation.namespace ?? ''}/${automation.name}`
  const skipped = result.problemFiles.map(
    ({ path, line, reason }) => `  skips ${path}${line === undefined ? '' : `:${line}`}: ${reason}`,
  )
  if (why !== null) return [`${title} commits nothing: ${why}`, ...skipped]
  const text = message?.message ?? ''
  return [
    `${title} commits ${commit.written.length === 1 ? 'one file' : `${commit.written.length} files`} to ${branch ?? 'a branch that the tree does not name'}:`,
    ...text.split('\n').map(line => `  | ${line}`.trimEnd()),
    ...(message?.random === true ? ['  The changes in it may come in another order each time'] : []),
    ...skipped,
    ...restarts.map(({ workflow, starts, why: reason }) => {
      if (starts === null) return `  It is not known whether that starts ${workflow} again: ${reason}`
      return `  That ${starts ? 'starts' : 'does not start'} ${workflow} again: ${reason}`
    }),
  ]
}

function stepLines({ id, after, never, error, changes }: DeliveryStep, index: number): readonly string[] {
  const waits = after.length === 0 ? '' : `, after ${after.join(' and ')}`
  return [
    `  ${index + 1}. Kustomization ${id}${waits}${never === null ? '' : `: never, ${never}`}`,
    ...(error === null ? [] : [`     cannot be built: ${error}`]),
    ...changes.flatMap(changeLines),
  ]
}

function changeLines({ kind, namespace, name, how, fields }: ObjectChange): readonly string[] {
  return [
    `     ${how} ${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`,
    ...fields.map(field => `       ${field.path}: ${field.old ?? 'nothing'} → ${field.new ?? 'nothing'}`),
  ]
}

/** The rehearsal for programs. */
export function rehearsalJson({ rehearsal, written }: RehearsalOutcome): string {
  const { contract, tag, images, commits, steps, verdict } = rehearsal
  const shown = {
    tag,
    build: {
      images: contract.images,
      tagPrefix: contract.tagPrefix,
      source: contract.source,
      remarks: contract.remarks,
    },
    images: images.map(({ image, known, elections }) => ({
      image,
      knownTags: known,
      policies: elections.map(({ policy, explanation, electsBuild, why, reversed }) => ({
        namespace: policy.namespace ?? null,
        name: policy.name,
        file: policy.resource.file.path,
        selectedTag: explanation.result.selectedTag,
        candidates: explanation.result.candidates,
        error: explanation.result.error,
        electsBuild,
        why,
        selectedWithCommitsReversed: reversed,
        tags: explanation.tags,
      })),
    })),
    commits: commits.map(commit => ({
      automation: { namespace: commit.automation.namespace ?? null, name: commit.automation.name },
      branch: commit.branch ?? null,
      message: commit.message?.message ?? null,
      why: commit.why,
      changes: commit.result.changes.map(({ source, old, new: value, setter }) => ({
        file: belowRoot(commit, source.path),
        line: source.line,
        column: source.column,
        old,
        new: value,
        setter,
      })),
      problemFiles: commit.result.problemFiles.map(({ path }) => belowRoot(commit, path)),
      startsBuildAgain: commit.restarts,
    })),
    diff: diffOf(written),
    kustomizations: steps.map(({ id, after, never, error, changes }) => ({ name: id, after, never, error, changes })),
    written: written.map(({ path }) => path),
    deployed: verdict.deployed,
    verdict: verdict.sentence,
    verdicts: verdict.images,
  }
  return `${JSON.stringify(shown)}\n`
}

function belowRoot({ automation }: DeliveryCommit, path: string): string {
  return automation.updatePath === undefined || automation.updatePath === '.'
    ? path
    : `${automation.updatePath}/${path}`
}
