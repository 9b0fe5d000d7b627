import { resolve, sep } from 'node:path'
import pLimit from 'p-limit'
import { throwAll, UserError, userErrorsOf } from '../../src/errors.js'
import { parseInputs } from '../../src/inputs.js'
import { failedSummary } from '../../src/markdown.js'
import { nearest } from '../../src/nearest.js'
import type { Runner } from '../../src/runner/ports.js'
import { checkTree, tellCheck } from './check-tree.js'
import { childEnvironment } from './child-environment.js'
import { UNTOLD } from './decide.js'
import { deliverCommit, deliverPullRequest } from './deliver.js'
import { type Inputs, SECRET_INPUTS, spec } from './inputs.js'
import { changesFile, commitMessage, type Row, sealSummary } from './report.js'
import type { SecretRequest } from './request.js'
import { type Outcome, sealFiles, sopsFiles } from './seal-files.js'
import { openVault, readValues, type Vault } from './values.js'

/**
 * Seals what the request asks for into its files, and delivers them; and checks what is sealed in a folder.
 *
 * @throws UserError or UserErrors for everything that the user can mend; the job summary says it too
 */
export async function main(runner: Runner): Promise<void> {
  for (const name of SECRET_INPUTS) if (runner.input(name) !== '') runner.mask(runner.input(name))
  const vault = openVault()
  try {
    const inputs = parseInputs(spec, runner.input)
    refuseContradictions(inputs)
    if (inputs.secrets.length > 0) await seal(inputs, vault, runner)
    if (inputs.check !== undefined) await check(inputs.check, runner)
  } catch (error) {
    const problems = userErrorsOf(error)
    if (problems.length > 0) await runner.summary(failedSummary('Not sealed', problems))
    throw error
  } finally {
    vault.wipe()
  }
}

async function seal(inputs: Inputs, vault: Vault, runner: Runner): Promise<void> {
  const ready = await readValues(inputs.secrets, vault, runner)
  const env = childEnvironment(inputs.secrets, runner)
  const places = new Map(
    await Promise.all(inputs.secrets.map(async ({ file }) => [file, await placeOf(file, runner)] as const)),
  )
  const options = { fingerprintKey: inputs['fingerprint-key'], mode: inputs.mode, renews: renewal(inputs), env }
  const outcome =
    inputs.format === 'sops'
      ? await sopsFiles(ready, places, options, vault, runner)
      : await sealFiles(
          ready,
          places,
          { ...options, certificate: inputs.certificate, insecure: inputs.insecure },
          vault,
          runner,
        )
  runner.signal.throwIfAborted()
  await writeAll(outcome.files, runner)
  const files = outcome.files.map(({ file }) => file)
  tell(outcome.rows, runner)
  const remarks = await deliver(inputs, files, outcome.rows, env, runner)
  runner.output('changed', String(files.length > 0))
  runner.output('files', JSON.stringify(files))
  runner.output(
    'sealed',
    JSON.stringify(
      outcome.rows.map(({ namespace, name, key, action, reason, file }) => ({
        namespace,
        name,
        key,
        action,
        reason,
        file,
      })),
    ),
  )
  runner.output('public-keys', JSON.stringify(outcome.publicKeys))
  await runner.summary(sealSummary({ ...outcome, remarks: [...outcome.remarks, ...remarks] }))
}

/** Links must not lead out of the workspace. */
async function placeOf(file: string, { files, workspace }: Runner): Promise<string> {
  const root = await files.realPath(workspace)
  const path = await files.realPath(resolve(workspace, file))
  const inside =
    path.startsWith(root.endsWith(sep) ? root : root + sep) && !path.slice(root.length).split(sep).includes('.git')
  if (inside) return path
  throw new UserError(`"${file}" leads out of the workspace to ${path}`, {
    next: 'Choose a file in the repository',
    usage: true,
  })
}

/** Disks take several files at once; each is whole, before and after. */
async function writeAll(files: Outcome['files'], runner: Runner): Promise<void> {
  const limit = pLimit(16)
  const errors: UserError[] = []
  await Promise.all(
    files.map(({ path, text }) =>
      limit(() =>
        write(path, text, runner).catch((error: unknown) => {
          const mistakes = userErrorsOf(error)
          if (mistakes.length === 0) throw error
          errors.push(...mistakes)
        }),
      ),
    ),
  )
  throwAll(errors)
}

async function write(path: string, text: string, { files }: Runner): Promise<void> {
  try {
    await files.replace(path, Buffer.from(text, 'utf8'))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new UserError(`${path} cannot be written: ${error.message}; what was there is as it was`, { cause: error })
  }
}

function tell(rows: readonly Row[], { log }: Runner): void {
  for (const { namespace, name, key, action, reason, file } of rows) {
    const line = `${namespace}/${name} ${key}: ${action} (${reason})`
    if (action === 'stale')
      log.warning(`${line}. The controller opens it only as long as it keeps its former key`, { file })
    else if (changesFile({ action })) log.info(line)
  }
  log.info(`${rows.filter(changesFile).length} of ${rows.length} values changed`)
  const untold = rows.filter(({ reason }) => reason === UNTOLD)
  if (untold.length === 0) return
  const secrets = [...new Set(untold.map(({ namespace, name }) => `${namespace}/${name}`))]
  log.info(`Kept, ${UNTOLD}: ${secrets.join(', ')}. Those that "renew" names are sealed anew`)
}

async function deliver(
  inputs: Inputs,
  files: readonly string[],
  rows: readonly Row[],
  env: Runner['env'],
  runner: Runner,
): Promise<readonly string[]> {
  if (files.length === 0 || inputs.deliver === 'files') return []
  const delivery = { files, message: commitMessage(rows), env }
  const said =
    inputs.deliver === 'commit'
      ? await deliverCommit(delivery, runner)
      : await deliverPullRequest(delivery, inputs, runner)
  runner.log.notice(said)
  return [said]
}

async function check(folder: string, runner: Runner): Promise<void> {
  const errors = tellCheck(await checkTree(folder, runner), runner)
  if (errors > 0) throw new UserError(`${errors} faults in the SealedSecrets below ${folder}`)
}

/** Whether a key is named in `renew`: by itself, or with all of its secret. */
function renewal({ renew }: Inputs): (namespace: string, name: string, key: string) => boolean {
  const named = new Set(renew)
  return (namespace, name, key) => named.has(`${namespace}/${name}`) || named.has(`${namespace}/${name}/${key}`)
}

function refuseContradictions(inputs: Inputs): void {
  const errors: UserError[] = []
  const report = (message: string, next?: string) =>
    void errors.push(new UserError(message, { usage: true, ...(next === undefined ? {} : { next }) }))
  if (inputs.secrets.length === 0 && inputs.check === undefined)
    report('input "secrets" is empty, and "check" is, too: there is nothing to do')
  if (inputs.deliver === 'pull-request' && inputs.token === '') {
    report(
      'input "token" is not set, and a pull request needs one',
      'Give ${{ github.token }}, with pull-requests: write and contents: write',
    )
  }
  const secrets = inputs.secrets.map(({ namespace, name }) => `${namespace}/${name}`)
  for (const named of inputs.renew) {
    if (secrets.includes(named.split('/').slice(0, 2).join('/'))) continue
    const meant = nearest(named, secrets)
    report(
      `input "renew" names ${JSON.stringify(named)}, which "secrets" does not ask for`,
      meant === undefined ? 'Write NAMESPACE/NAME or NAMESPACE/NAME/KEY' : `Did you mean ${meant}?`,
    )
  }
  if (inputs.format === 'sops') for (const secret of inputs.secrets) refuseForSops(secret, report)
  throwAll(errors)
}

function refuseForSops({ scope, line }: SecretRequest, report: (message: string) => void): void {
  if (scope !== 'strict')
    report(`input "secrets", line ${line}: "scope" is the SealedSecrets controller's, and "format" is sops`)
}
