import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ActionDefinition, readActionDefinition } from './action-definition.js'
import { filesBelow, type WrittenFile } from './files-below.js'
import type { Lab } from './lab.js'
import { type Running, start, type Wrapper } from './program.js'
import { readRunnerFile } from './runner-file.js'
import { node } from './tools.js'

export interface ActionStep {
  /** The folder of its action.yml; its `runs` says what is run. */
  readonly action: string
  /** Only what the workflow says under `with:`; defaults come from action.yml, as they do on GitHub. */
  readonly inputs: Readonly<Record<string, string>>
  /** GITHUB_WORKSPACE, and the working folder. */
  readonly workspace: string
  /** 24 unless told, as action.yml declares. */
  readonly node?: 20 | 24
  readonly event?: { readonly name: string; readonly payload: unknown }
  /** GITHUB_SHA. */
  readonly sha?: string
  /** GITHUB_REF; refs/heads/master unless told. */
  readonly ref?: string
  /** Added to the environment: a docker engine's `env`, more GITHUB_ variables. */
  readonly env?: Readonly<Record<string, string>>
  readonly wrap?: Wrapper
}

export interface ActionResult {
  /** The exit code; null when a signal ended it. */
  readonly code: number | null
  /** Both streams in the order of arrival: what the runner shows, before it masks and folds. */
  readonly log: string
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  /** Markdown. */
  readonly summary: string
  /** Runs the post step, with what the main step has saved. */
  post(): Promise<ActionResult>
  /** Everything that is in RUNNER_TEMP now: the runner's own files, and what the action left there. */
  written(): Promise<readonly WrittenFile[]>
}

export interface ActionProcess {
  readonly pid: number
  output(): string
  /** See `Running`. */
  waitFor(pattern: RegExp, milliseconds?: number): Promise<RegExpMatchArray>
  signal(signal: NodeJS.Signals): void
  /** Ends it as the runner does when a job is cancelled: SIGINT, SIGTERM 7.5 s later, SIGKILL after 2.5 s more. */
  cancel(): Promise<ActionResult>
  readonly result: Promise<ActionResult>
}

/** Runs a step to its end. */
export async function runAction(lab: Lab, step: ActionStep): Promise<ActionResult> {
  return (await startAction(lab, step)).result
}

/** Starts a JavaScript action as a process, the way the runner does it. */
export async function startAction(lab: Lab, step: ActionStep): Promise<ActionProcess> {
  const definition = await readActionDefinition(step.action)
  const runnerTemp = await lab.makeFolder('runner-temp')
  const eventFile = join(runnerTemp, '_github_workflow', 'event.json')
  await mkdir(join(runnerTemp, '_github_workflow'))
  await writeFile(eventFile, JSON.stringify(step.event?.payload ?? {}))
  const env = {
    ...lab.env,
    CI: 'true',
    ...githubVariables(step, runnerTemp, eventFile),
    ...step.env,
    ...inputVariables(definition, step.inputs),
  }
  return startPhase(lab, step, definition, 'main', env, runnerTemp)
}

async function startPhase(
  lab: Lab,
  step: ActionStep,
  definition: ActionDefinition,
  phase: 'main' | 'post',
  env: Readonly<Record<string, string>>,
  runnerTemp: string,
): Promise<ActionProcess> {
  const script = definition[phase]
  if (script === undefined) throw new Error(`${step.action} has no ${phase} step`)
  const program = node(step.node ?? 24)
  if (program === undefined) throw new Error(`no Node.js ${step.node ?? 24} here`)
  const files = await makeRunnerFiles(runnerTemp, phase)
  const running = start(lab, {
    command: program,
    args: [script],
    cwd: step.workspace,
    wholeEnv: { ...env, ...files },
    ...(step.wrap === undefined ? {} : { wrap: step.wrap }),
  })
  const result = finish(running)

  async function finish({ ended, output }: Running): Promise<ActionResult> {
    const { code } = await ended
    const state = await readRunnerFile(files.GITHUB_STATE)
    return {
      code,
      log: output(),
      outputs: await readRunnerFile(files.GITHUB_OUTPUT),
      state,
      summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
      post: async () => {
        const saved = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])
        const withState = { ...env, ...Object.fromEntries(saved) }
        return (await startPhase(lab, step, definition, 'post', withState, runnerTemp)).result
      },
      written: () => filesBelow(runnerTemp),
    }
  }

  return {
    pid: running.pid,
    output: running.output,
    waitFor: running.waitFor,
    signal: running.signal,
    async cancel() {
      running.signal('SIGINT')
      const later = [
        setTimeout(() => running.signal('SIGTERM'), 7_500),
        setTimeout(() => running.signal('SIGKILL'), 10_000),
      ]
      await result
      later.forEach(clearTimeout)
      return result
    },
    result,
  }
}

/** Blanks become underscores, dashes stay: that is why a shell cannot read most inputs. */
function inputVariables(
  { defaults }: ActionDefinition,
  inputs: Readonly<Record<string, string>>,
): Record<string, string> {
  const all = Object.entries({ ...defaults, ...inputs })
  return Object.fromEntries(all.map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]))
}

function githubVariables(step: ActionStep, runnerTemp: string, eventFile: string): Record<string, string> {
  const ref = step.ref ?? 'refs/heads/master'
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: 'octocat',
    GITHUB_EVENT_NAME: step.event?.name ?? 'push',
    GITHUB_EVENT_PATH: eventFile,
    GITHUB_JOB: 'lab',
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    GITHUB_REF_TYPE: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_REPOSITORY: 'example/website',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    // Nothing listens there: an action that wants the API is given a server in `env`.
    GITHUB_API_URL: 'http://127.0.0.1:9',
    GITHUB_SHA: step.sha ?? '0'.repeat(40),
    GITHUB_WORKFLOW: 'lab',
    GITHUB_WORKSPACE: step.workspace,
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: process.arch === 'arm64' ? 'ARM64' : 'X64',
    RUNNER_TEMP: runnerTemp,
    RUNNER_TOOL_CACHE: join(runnerTemp, '_tool'),
  }
}

async function makeRunnerFiles(runnerTemp: string, phase: string) {
  const folder = join(runnerTemp, '_runner_file_commands')
  await mkdir(folder, { recursive: true })
  const files = {
    GITHUB_OUTPUT: join(folder, `output-${phase}`),
    GITHUB_STATE: join(folder, `state-${phase}`),
    GITHUB_STEP_SUMMARY: join(folder, `summary-${phase}`),
    GITHUB_ENV: join(folder, `env-${phase}`),
    GITHUB_PATH: join(folder, `path-${phase}`),
  }
  for (const file of Object.values(files)) await writeFile(file, '')
  return files
}
