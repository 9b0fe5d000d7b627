import { styleText } from 'node:util'
import type { Check, CheckState } from '../src/cluster/check.js'
import type { Followed } from '../src/cluster/follow-rollout.js'
import { blockers, ROOT } from '../src/cluster/rollout.js'
import { UserError } from '../src/errors.js'
import { printableLine } from '../src/printable.js'
import type { Screen } from '../src/runner/ports.js'

const SIGNS: Readonly<Record<CheckState, string>> = { ok: '✓', broken: '✗', unknown: '?' }
const COLOURS = { ok: 'green', broken: 'red', unknown: 'yellow' } as const

/** A line for what was found, and one for what to do. */
export function checkLines(
  { subject, state, found, remedy }: Check,
  { colour }: Pick<Screen, 'colour'>,
): readonly string[] {
  const sign = colour ? styleText(COLOURS[state], SIGNS[state], { validateStream: false }) : SIGNS[state]
  return [
    `${sign} ${printableLine(subject)} ${printableLine(found)}`,
    ...(remedy === null ? [] : [`    ${printableLine(remedy)}`]),
  ]
}

/** What is missing, as the mistakes that the command line shows. */
export function problemsOf(checks: readonly Check[]): readonly UserError[] {
  return checks
    .filter(({ state }) => state === 'broken')
    .map(({ subject, found, remedy }) => new UserError(`${subject} ${found}`, remedy === null ? {} : { next: remedy }))
}

/** A command as a shell takes it. */
export function shellCommand(command: string, args: readonly string[]): string {
  return [
    command,
    ...args.map(arg => (/^[A-Za-z0-9_@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`)),
  ].join(' ')
}

/** What the wait came to, and what comes next. */
export function followedText({ end, rows, unopened, silence }: Followed, timeout: string, address: string): string {
  if (end === 'ready') {
    return lines(
      `All ${rows.length} Kustomizations are ready.`,
      '',
      'What to do next:',
      '  Build: run the workflow "build and push", or push to the branch',
      '  Look:  fluxgate doctor shows every link from the build to what runs',
    )
  }
  if (end === 'lost' && rows.length === 0) return lines(`The cluster does not answer: ${silence?.why ?? ''}`)
  const ready = rows.filter(({ state }) => state === 'ready').length
  const causes = blockers(rows)
  const waiting = rows.filter(row => row.state !== 'ready' && !causes.includes(row))
  return lines(
    `${ready} of ${rows.length} Kustomizations are ready${end === 'timeout' ? `, after ${timeout}` : ''}. What hangs:`,
    ...causes.flatMap(({ id, state, reason, message }) => [
      `  ${id} is ${state}${reason === '' ? '' : ` (${reason})`}: ${printableLine(message)}`,
      ...(unopened.get(id) ?? []).map(secret => `    SealedSecret ${secret}: no key of this cluster opens it`),
    ]),
    ...waiting.map(({ id, after }) => {
      const open = after.filter(other => rows.some(row => row.id === other && row.state !== 'ready'))
      return `  ${id} waits for ${open.length === 0 ? ROOT : open.join(' and ')}`
    }),
    ...(silence === undefined ? [] : [`In the end the cluster did not answer: ${silence.why}`]),
    '',
    'What to do next:',
    ...new Set(causes.flatMap(({ id, state }) => nextSteps(id, state, unopened.has(id), address))),
  )
}

function nextSteps(id: string, state: string, isUnopened: boolean, address: string): readonly string[] {
  const [namespace, name] = id.split('/')
  if (isUnopened) {
    return [
      '  Seal the secrets for this cluster, on top of what flux has pushed, and push them:',
      '    git pull',
      '    fluxgate seal fetch --namespace kube-system --output flux/sealing/pub-cert.pem',
      '    fluxgate seal --secrets flux/sealing/request.yaml --certificate flux/sealing/pub-cert.pem --check flux',
      `    git add flux && git commit -m 'Seal the secrets for this cluster' && git push   # to ${address}`,
      '  Then run this again: it goes on waiting.',
    ]
  }
  if (state === 'suspended') return [`  flux resume kustomization ${name} -n ${namespace}`]
  return [
    `  kubectl -n ${namespace} describe kustomizations.kustomize.toolkit.fluxcd.io ${name}`,
    '  Put right what it says, push, and run this again: it goes on waiting.',
  ]
}

function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`
}
