import { resolve } from 'node:path'
import { throwAll, UserError } from '../src/errors.js'
import { type Git, openGit } from '../src/git/repository.js'
import { branchProblem, gitValues } from '../src/init/git-values.js'
import { givenValues, pairErrors, usageError } from '../src/init/given-values.js'
import { ownPin, type Pin, parsePin } from '../src/init/pin.js'
import { PLACES } from '../src/init/places.js'
import { additions, type Plan } from '../src/init/plan.js'
import { GATE_WORKFLOW, planGate, WORKFLOWS } from '../src/init/plan-gate.js'
import { planTree } from '../src/init/plan-tree.js'
import { planValues } from '../src/init/plan-values.js'
import { referenceFiles, sourceOf } from '../src/init/reference-files.js'
import { repositoryTexts } from '../src/init/repository-texts.js'
import { VALUE_NAMES, VALUES_FILE } from '../src/init/values.js'
import { readValues } from '../src/init/values-file.js'
import { wholeValues } from '../src/init/whole-values.js'
import { refuseLinks } from '../src/init/write-together.js'
import type { Runner } from '../src/runner/ports.js'
import { readTree, type TreeTexts } from '../src/tree/read-tree.js'
import type { Arguments } from './command.js'

/**
 * What a run comes to, by what the repository is: one with the reference tree has its values set, one with another tree of Flux's gets the
 * gate, any other one the whole tree.
 *
 * @param root the real path of the repository
 * @param program the real path of this program
 * @throws UserErrors for everything that is wrong with the options
 */
export async function planFor(root: string, program: string, given: Arguments, runner: Runner): Promise<Plan> {
  const tree = await readTree(runner, root)
  const git = openGit(runner.exec, root, runner.env)
  const home = resolve(program, '../../..')
  if (tree.some(([path]) => path === VALUES_FILE)) return setPlan(root, home, tree, git, given, runner)

  const reference = await referenceFiles(runner.files, home)
  const whole = wholeValues(given.get, await gitValues(git))
  const pin = await pinOf(given.get('fluxgate'), home, runner)
  const plan =
    'values' in whole && !(pin instanceof UserError) ? planTree(reference, whole.values, pin, new Map(tree)) : undefined
  const advice = (path: string) => adviceOn(path, home, pin)
  // What a run that was interrupted has left is no tree of somebody else's.
  const foreign = tree.find(([path, text]) => hasFluxObject(text) && plan?.files.get(path) !== text)
  if (foreign !== undefined) {
    throwAll([...useless(given, foreign[0]), ...(pin instanceof UserError ? [pin] : [])])
    if (pin instanceof UserError) throw pin
    return onlyNew(planGate(reference, new Map(tree), pin), root, runner, advice)
  }
  if (plan !== undefined && 'values' in whole) {
    return withBranch(await onlyNew(plan, root, runner, advice), git, whole.values.branch)
  }
  throwAll([...('errors' in whole ? whole.errors : []), ...(pin instanceof UserError ? [pin] : [])])
  throw new Error('there is neither a plan nor a problem')
}

async function setPlan(
  root: string,
  home: string,
  tree: TreeTexts,
  git: Git,
  given: Arguments,
  runner: Runner,
): Promise<Plan> {
  const { files } = runner
  const paths = [...new Set(PLACES.map(place => place.file))]
  await refuseLinks(files, root, paths)
  const texts = await repositoryTexts(files, root, paths)
  const before = readValues(texts.get(VALUES_FILE) ?? '')
  const { values, errors } = givenValues(given.get)
  const after = { ...before, ...values }
  const pin = given.get('fluxgate') === undefined ? undefined : await pinOf(given.get('fluxgate'), home, runner)
  throwAll([...errors, ...pairErrors(after), ...(pin instanceof UserError ? [pin] : [])])
  const others = tree.filter(([path]) => /^(?:flux\/(?!examples\/)|\.github\/|\.fluxgate\.yaml$)/.test(path))
  const plan = await withBranch(planValues(new Map([...others, ...texts]), before, after), git, after.branch)
  if (pin === undefined || pin instanceof UserError) return plan
  const whole = planTree(await referenceFiles(files, home), after, pin, new Map(tree))
  const added = await onlyNew({ ...whole, files: workflowsOf(whole.files) }, root, runner, () => '')
  runner.log.notice('--fluxgate is for new workflows alone: those that are there keep theirs')
  return { ...plan, files: new Map([...added.files, ...plan.files]) }
}

function workflowsOf(files: Plan['files']): Plan['files'] {
  return new Map([...files].filter(([path]) => path.startsWith(WORKFLOWS)))
}

async function withBranch(plan: Plan, git: Git, branch: string): Promise<Plan> {
  const problem = await branchProblem(git, branch)
  return problem === undefined ? plan : { ...plan, warnings: [...plan.warnings, problem] }
}

/** Of a plan that adds files what is not there yet. */
async function onlyNew(plan: Plan, root: string, { files }: Runner, advice: (path: string) => string): Promise<Plan> {
  const paths = [...plan.files.keys()]
  await refuseLinks(files, root, paths)
  const added = additions(plan.files, await repositoryTexts(files, root, paths), advice)
  return { files: added.files, warnings: [...plan.warnings, ...added.warnings], next: plan.next }
}

async function pinOf(text: string | undefined, home: string, runner: Runner): Promise<Pin | UserError> {
  if (text !== undefined) {
    const pin = parsePin(text)
    return typeof pin === 'string' ? usageError(`option --fluxgate: ${JSON.stringify(text)} ${pin}`) : pin
  }
  return (
    (await ownPin(runner, home)) ??
    usageError(
      'option --fluxgate is missing, and this is no checkout of a commit that its origin is known to have: give OWNER/NAME@COMMIT',
      'git ls-remote https://github.com/OWNER/fluxgate HEAD prints the newest commit',
    )
  )
}

/** Options for which a tree that is somebody's own has no place. */
function useless(given: Arguments, path: string): readonly UserError[] {
  const names = VALUE_NAMES.filter(name => given.get(name) !== undefined).map(name => `--${name}`)
  if (names.length === 0) return []
  const what = `${names.join(', ')}: this repository has a tree of Flux's already (${path}), and its values are its own`
  return [usageError(what, 'Without these options init adds the gate to it')]
}

function hasFluxObject(text: string): boolean {
  return /^\s*"?apiVersion"?:\s*["']?[a-z]+\.toolkit\.fluxcd\.io\//m.test(text)
}

function adviceOn(path: string, home: string, pin: Pin | UserError): string {
  if (path === GATE_WORKFLOW && !(pin instanceof UserError)) {
    return `To have the gate in it, add a step "uses: ${pin.repository}/actions/verify-manifests@${pin.commit}" behind a checkout`
  }
  const compare = `Compare it with ${sourceOf(path, home)}`
  if (!path.startsWith(WORKFLOWS) || pin instanceof UserError) return `${compare}, and take over what yours lacks`
  return `${compare}; to get that one, move yours away and run fluxgate init --fluxgate ${pin.repository}@${pin.commit}`
}
