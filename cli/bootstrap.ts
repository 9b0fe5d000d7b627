import { bootstrapChecks, type Preflight } from '../src/cluster/bootstrap-checks.js'
import { type BootstrapRequest, bootstrapArguments } from '../src/cluster/bootstrap-command.js'
import { expectedRollout } from '../src/cluster/expected-rollout.js'
import { followRollout } from '../src/cluster/follow-rollout.js'
import { openKubectl } from '../src/cluster/kubectl.js'
import { throwAll, UserError } from '../src/errors.js'
import { goDuration } from '../src/flux/go/duration.js'
import type { Runner } from '../src/runner/ports.js'
import { checkLines, followedText, problemsOf, shellCommand } from './bootstrap-report.js'
import { bootstrapTarget, DEFAULT_PATH, type Target } from './bootstrap-target.js'
import {
  type Arguments,
  type Command,
  helpText,
  type Option,
  parseArguments,
  type Terminal,
  wrongUsage,
} from './command.js'
import { rolloutTable } from './rollout-table.js'

const TIMEOUT = '15m'
const WOULD_RUN = 'Would be run, with GITHUB_TOKEN from the environment:'
const BLOCKED = 'Nothing would be run. What would be, once what is missing is there:'
/** Milliseconds between two looks at the cluster. */
const PAUSE = 2_000

const OPTIONS: readonly Option[] = [
  {
    name: 'owner',
    value: 'NAME',
    description: 'The owner of the repository; that of the git remote "origin" unless told',
  },
  { name: 'repository', value: 'NAME', description: 'The repository at GitHub; that of "origin" unless told' },
  {
    name: 'branch',
    value: 'NAME',
    description: "What the cluster follows; the branch of the tree's gotk-sync.yaml unless told",
  },
  { name: 'path', value: 'PATH', description: 'The tree, from the root of the repository', default: DEFAULT_PATH },
  { name: 'personal', description: 'The owner is a person; needed only where GitHub does not say' },
  {
    name: 'hostname',
    value: 'HOST',
    description: 'The host of a GitHub Enterprise, to which the token may be sent; github.com unless told',
  },
  { name: 'context', value: 'NAME', description: "The kubeconfig's context; the current one unless told" },
  { name: 'timeout', value: 'TIME', description: 'How long the Kustomizations may take in all', default: TIMEOUT },
  { name: 'dry-run', description: 'Check everything, and print what would be run; nothing is changed' },
]

export const bootstrapCommand: Command = {
  options: OPTIONS,
  help: () =>
    helpText(
      'fluxgate bootstrap [DIR] [OPTIONS]',
      'Installs Flux in a cluster and has it follow a tree of a GitHub repository. First it names everything that is missing: flux, kubectl, the cluster, the token in GITHUB_TOKEN, the repository, the tree. Then it runs flux bootstrap github and waits for the Kustomizations, in their order. Where that has been done before, it only waits. Exit code 1 when something is missing, or a Kustomization is not ready in the end.',
      OPTIONS,
      [
        'fluxgate bootstrap --dry-run',
        'fluxgate bootstrap',
        'fluxgate bootstrap --owner example --repository website --branch master --timeout 30m',
      ],
    ),
  async run(args, terminal) {
    const { runner, print } = terminal
    const { GITHUB_TOKEN: token } = runner.env
    if (token) runner.mask(token)
    const given = parseArguments(args, OPTIONS, 1)
    const timeout = given.get('timeout') ?? TIMEOUT
    const seconds = goDuration(timeout)
    if (seconds === undefined) {
      throw wrongUsage(`option --timeout is ${JSON.stringify(timeout)}: expected a time such as 90s, 15m or 1h`)
    }
    const target = await bootstrapTarget(given, runner)
    const kubectl = openKubectl(runner, given.get('context'))
    const asked = requestOf(target, given, given.get('personal') === 'true')
    const preflight = await bootstrapChecks({ ...target, request: asked }, kubectl, runner)
    const request = { ...asked, isPersonal: preflight.isPersonal ?? asked.isPersonal }
    const expected = target.cluster === undefined ? [] : expectedRollout(target.inventory, target.cluster)
    const { checks } = preflight
    if (given.get('dry-run') === 'true') {
      const screen = { colour: terminal.screen.colour }
      print(`${checks.flatMap(check => checkLines(check, screen)).join('\n')}\n\n`)
      print(
        planText(
          preflight,
          request,
          expected.map(({ id }) => id),
          timeout,
        ),
      )
      return checks.some(({ state }) => state === 'broken') ? 1 : 0
    }
    for (const check of checks) {
      if (check.state !== 'broken') for (const line of checkLines(check, { colour: false })) runner.log.info(line)
    }
    throwAll(problemsOf(checks))
    const where = `${request.owner}/${request.repository}, ${request.branch}, ${request.path}`
    if (preflight.need?.kind === 'run') {
      runner.log.info(`The cluster ${preflight.need.why.join(', and ')}: flux bootstrap runs`)
      await runFlux(request, runner)
      runner.log.info(`Flux is installed, and follows ${where}`)
    } else {
      runner.log.info(`Nothing to install: Flux is there with all components, and follows ${where}`)
    }
    runner.log.info(`Waiting for the Kustomizations, at most ${timeout}`)
    const followed = await waitFor(terminal, { kubectl, expected, timeout: seconds * 1000 })
    print(`\n${followedText(followed, timeout, `${request.owner}/${request.repository}`)}`)
    return followed.end === 'ready' ? 0 : 1
  },
}

function requestOf(target: Target, given: Arguments, isPersonal: boolean): BootstrapRequest {
  const { host, owner, repository, branch, path } = target
  return { host, owner, repository, branch, path, isPersonal, context: given.get('context') }
}

function planText(
  { need, checks }: Preflight,
  request: BootstrapRequest,
  order: readonly string[],
  timeout: string,
): string {
  const command = `  ${shellCommand('flux', bootstrapArguments(request))}`
  return [
    ...(need?.kind === 'none'
      ? ['Nothing would be installed: Flux is there with all components, and follows this tree.']
      : [checks.some(({ state }) => state === 'broken') ? BLOCKED : WOULD_RUN, command]),
    '',
    `Then, until all are ready, and at most ${timeout}:`,
    '  kubectl get kustomizations.kustomize.toolkit.fluxcd.io -A -o json',
    ...(order.length === 0 ? [] : [`  in this order: ${order.join(', ')}`]),
    'Nothing was changed.',
    '',
  ].join('\n')
}

/** @throws UserError when flux fails */
async function runFlux(request: BootstrapRequest, { exec, log, signal }: Runner): Promise<void> {
  let last = ''
  const said: string[] = []
  try {
    const { code } = await exec({
      command: 'flux',
      args: bootstrapArguments(request),
      signal,
      onLine(line) {
        log.info(`  ${line}`)
        if (line.trim() !== '') last = line
        if (/^✔/.test(line)) said.push(line.replace(/^✔ */, ''))
      },
    })
    if (code === 0) return
    throw new UserError(`flux bootstrap failed with exit code ${code}: ${last.replace(/^✗ */, '')}`, {
      next: `${doneSoFar(said)}. Put it right and run this again: what is done already stays as it is`,
    })
  } catch (error) {
    if (signal.aborted)
      log.warning(`flux bootstrap was stopped in the middle. ${doneSoFar(said)}. Run this again to go on`)
    throw error
  }
}

function doneSoFar(said: readonly string[]): string {
  return said.length === 0 ? 'It had done nothing yet' : `It had got as far as "${said.at(-1)}"`
}

async function waitFor(
  { runner, print, screen }: Terminal,
  wanted: Pick<Parameters<typeof followRollout>[0], 'kubectl' | 'expected' | 'timeout'>,
) {
  const { clock, signal, log } = runner
  const table = rolloutTable(print, screen, screen.width !== undefined && runner.env.TERM !== 'dumb')
  try {
    return await followRollout({ ...wanted, clock, signal, pause: PAUSE, onRows: rows => table.show(rows) })
  } catch (error) {
    if (signal.aborted) log.warning('No longer waiting. Flux itself goes on; run this again to look on')
    throw error
  }
}
