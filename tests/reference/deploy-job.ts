import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isMapping, listMember, member, textMember, valueAt } from '../../src/json.js'
import type { Lab } from '../lab/lab.js'
import { type Ended, type Running, start } from '../lab/program.js'
import { busybox } from '../lab/tools.js'
import { CLUSTER, render } from './tree.js'

/** What the cluster would run: the Job as it renders, with the files that it mounts. */
export interface DeployJob {
  /** Name → value, as the manifest says. */
  readonly env: Readonly<Record<string, string>>
  readonly command: readonly string[]
  /** Of the ConfigMap behind /scripts. */
  readonly scripts: Readonly<Record<string, string>>
  /** The name of that ConfigMap. */
  readonly configMap: string
  /** The exit codes after which the Job is tried again. */
  readonly triedAgain: readonly unknown[]
}

/** Reads the Job out of a rendered tree. */
export function readDeployJob(repository: string): DeployJob {
  const objects = render(join(repository, CLUSTER, 'backend'))
  const job = objects.find(object => member(object, 'kind') === 'Job')
  const pod = valueAt(job, ['spec', 'template', 'spec'])
  const container = valueAt(pod, ['containers', 0])
  const scripts = listMember(pod, 'volumes').find(volume => member(volume, 'name') === 'scripts')
  const map = objects.find(object => valueAt(object, ['metadata', 'name']) === valueAt(scripts, ['configMap', 'name']))
  const failing = listMember(valueAt(job, ['spec', 'podFailurePolicy']), 'rules').find(
    rule => member(rule, 'action') === 'FailJob',
  )
  const codes = member(failing, 'onExitCodes')
  return {
    env: Object.fromEntries(
      listMember(container, 'env').map(entry => [textMember(entry, 'name') ?? '', textMember(entry, 'value') ?? '']),
    ),
    command: listMember(container, 'command').map(String),
    configMap: textMember(member(map, 'metadata'), 'name') ?? '',
    scripts: texts(member(map, 'data')),
    triedAgain: member(codes, 'operator') === 'NotIn' ? listMember(codes, 'values') : [],
  }
}

/** What is another here than in the cluster: where the VM is, and where things are mounted. */
export interface JobPlace {
  readonly keys: Readonly<Record<'id_ed25519' | 'known_hosts', string>>
  readonly env: Readonly<Record<string, string>>
}

/** Runs the Job's command with the shell that its image has, to its end. */
export async function runDeployJob(lab: Lab, job: DeployJob, place: JobPlace): Promise<Ended> {
  return (await startDeployJob(lab, job, place)).ended
}

export async function startDeployJob(lab: Lab, job: DeployJob, { keys, env }: JobPlace): Promise<Running> {
  const scripts = await lab.makeFolder('scripts')
  const keyFolder = await lab.makeFolder('keys')
  for (const [name, text] of Object.entries(job.scripts)) await writeFile(join(scripts, name), text)
  for (const [name, text] of Object.entries(keys)) await writeFile(join(keyFolder, name), text, { mode: 0o400 })
  const [shell, ...args] = job.command
  if (shell !== '/bin/sh') throw new Error(`the Job starts ${shell}, expected /bin/sh`)
  return start(lab, {
    command: busybox(process.arch === 'arm64' ? 'arm64' : 'amd64'),
    args: ['sh', ...args.map(arg => arg.replace(/^\/scripts\//, `${scripts}/`))],
    env: { ...job.env, ...env, SCRIPTS: scripts, KEYS: keyFolder },
  })
}

function texts(value: unknown): Readonly<Record<string, string>> {
  return isMapping(value) ? Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)])) : {}
}
