import { resolve } from 'node:path'
import { buildDefaults } from '../src/build-defaults.js'
import type { Check } from '../src/cluster/check.js'
import { kubernetesCheck, type Reached } from '../src/cluster/cluster-checks.js'
import { clusterAt, clusterPaths } from '../src/cluster/expected-rollout.js'
import { plainPath } from '../src/cluster/installed-flux.js'
import { type Kubectl, openKubectl } from '../src/cluster/kubectl.js'
import { type LiveObject, labelOf, liveObjects, liveText } from '../src/cluster/live-object.js'
import { diagnosisOf, imageOf, placesOf, policiesOf, type Section, type World } from '../src/doctor/diagnosis.js'
import { known, type LiveCluster, type RegistryTags } from '../src/doctor/facts.js'
import { fluxChecks } from '../src/doctor/flux-checks.js'
import { gatherCluster, unseenCluster } from '../src/doctor/gather-cluster.js'
import { type ControllerCertificate, secretChecks } from '../src/doctor/secret-checks.js'
import { toolChecks } from '../src/doctor/tool-checks.js'
import { treeAtHead } from '../src/doctor/tree-at-head.js'
import { messageOf, UserError, userErrorsOf } from '../src/errors.js'
import { isBelow } from '../src/flux/inventory/applied.js'
import { imageLoopOf } from '../src/flux/inventory/image-loop.js'
import { markersOf } from '../src/flux/inventory/markers.js'
import type { Cluster } from '../src/flux/inventory/placement.js'
import { type Inventory, takeInventory } from '../src/flux/inventory.js'
import { openGit } from '../src/git/repository.js'
import type { Runner } from '../src/runner/ports.js'
import { readTree } from '../src/tree/read-tree.js'
import { branchOf, DEFAULT_PATH } from './bootstrap-target.js'
import { type Command, helpText, type Option, parseArguments, wrongUsage } from './command.js'
import { doctorJson, doctorText, firstBroken } from './doctor-report.js'
import { FORMAT, readFormat } from './format.js'
import { askTags } from './live-tags.js'
import { controllerCertificate } from './seal-fetch.js'

const OPTIONS: readonly Option[] = [
  { name: 'path', value: 'PATH', description: 'The tree that the cluster follows, from DIR', default: DEFAULT_PATH },
  {
    name: 'branch',
    value: 'NAME',
    description: "What the cluster follows; the branch of the tree's gotk-sync.yaml unless told",
  },
  { name: 'context', value: 'NAME', description: "The kubeconfig's context; the current one unless told" },
  {
    name: 'runner',
    description:
      'This machine is the runner that builds: a tool that it lacks, and a registry that it does not reach, is broken',
  },
  FORMAT,
]

export const doctorCommand: Command = {
  options: OPTIONS,
  help: () =>
    helpText(
      'fluxgate doctor [DIR] [OPTIONS]',
      'Checks a running delivery: build, registry, ImageRepository, ImagePolicy, marker, automation, Kustomization, workload, and says which link is broken and what to do. DIR is a checkout of the repository that the cluster follows, the current folder unless told. It asks the registry (FLUXGATE_USERNAME and FLUXGATE_PASSWORD), git and kubectl, and changes nothing. What it cannot reach it says. Exit code 1 when something is broken.',
      OPTIONS,
      ['fluxgate doctor', 'fluxgate doctor --context pi --format json', 'fluxgate doctor --runner'],
    ),
  async run(args, { runner, print, screen }) {
    const { FLUXGATE_USERNAME: username, FLUXGATE_PASSWORD: password } = runner.env
    if (password) runner.mask(password)
    const given = parseArguments(args, OPTIONS, 1)
    const format = readFormat(given)
    const folder = resolve(runner.workspace, given.positionals[0] ?? '.')
    if ((await runner.files.kind(folder)) !== 'folder') throw wrongUsage(`${folder} is no folder`)
    const path = plainPath(given.get('path') ?? DEFAULT_PATH)
    const git = openGit(runner.exec, folder, runner.env)
    const here = takeInventory(await readTree(runner, folder), buildDefaults)
    const branch = given.get('branch') ?? branchOf(here, clusterAt(here, path))
    const { head, texts } = await treeAtHead(git, branch)
    const inventory = texts === undefined ? here : takeInventory(texts, buildDefaults)
    const cluster = clusterAt(inventory, path)
    if (cluster === undefined) throw noTree(inventory, folder, path)
    const loop = imageLoopOf(inventory)
    const tree = { inventory, loop, markers: markersOf(inventory, loop), cluster }
    const policies = policiesOf(tree)
    const kubectl = openKubectl(runner, given.get('context'))
    const namespaces = policies
      .flatMap(policy => placesOf(policy, tree))
      .flatMap(({ holder }) => holder?.namespace ?? [])
    const isRunner = given.get('runner') === 'true'
    const [tools, reached, registries] = await Promise.all([
      toolChecks(runner, isRunner),
      kubernetesCheck(kubectl, undefined),
      tagsOf(policies, runner),
    ])
    const live = reached.isReached
      ? await gatherCluster(kubectl, [...new Set(namespaces)])
      : unseenCluster(reached.check.found)
    const world: World = {
      ...tree,
      live,
      head,
      registries,
      hasLogin: Boolean(username && password),
      isRunner,
      now: runner.clock.now(),
    }
    const sections: readonly Section[] = [
      { title: 'This machine', checks: tools },
      { title: 'Cluster', checks: clusterChecks(reached, live, inventory, cluster) },
      ...diagnosisOf(world),
      { title: 'Secrets', checks: await secrets(world, kubectl, runner, given.get('context')) },
    ]
    print(runner.redact(format === 'json' ? doctorJson(sections) : doctorText(sections, screen)))
    return firstBroken(sections) === undefined ? 0 : 1
  },
}

/** A cluster that is not reached from here may be as well as any. */
function clusterChecks(
  { check, isReached }: Reached,
  live: LiveCluster,
  inventory: Inventory,
  cluster: Cluster,
): readonly Check[] {
  if (!isReached) return [{ ...check, state: 'unknown' }]
  return [check, ...fluxChecks(live.controllers, inventory, cluster)]
}

function noTree(inventory: Inventory, folder: string, path: string): UserError {
  const others = clusterPaths(inventory)
  const there = others.length === 0 ? 'it has none' : `it has ${others.join(', ')}`
  return new UserError(`${folder} has no tree that a cluster follows at ${path}: ${there}`, {
    next: 'Name it with --path; a folder that flux bootstrap has written has flux-system/gotk-sync.yaml',
  })
}

async function tagsOf(
  policies: ReturnType<typeof policiesOf>,
  runner: Runner,
): Promise<ReadonlyMap<string, RegistryTags>> {
  const images = new Map<string, boolean>()
  for (const policy of policies) {
    if (policy.repository.state === 'found' && policy.repository.target.image !== undefined) {
      images.set(imageOf(policy), policy.repository.target.insecure)
    }
  }
  return new Map(
    await Promise.all(
      [...images].map(async ([image, insecure]) => [image, await askTags(image, insecure, runner)] as const),
    ),
  )
}

async function secrets(
  { inventory, live, cluster, now }: World,
  kubectl: Kubectl,
  runner: Runner,
  context: string | undefined,
): Promise<readonly Check[]> {
  const isSealed = inventory.resources.some(
    ({ group, file }) => group === 'bitnami.com' && isBelow(file.path, plainPath(cluster.name)),
  )
  if (!isSealed && known(live.sealedSecrets).length === 0) return []
  return secretChecks(live.sealedSecrets, inventory.certificates, await certificate(kubectl, runner, context), now)
}

async function certificate(
  kubectl: Kubectl,
  runner: Runner,
  context: string | undefined,
): Promise<ControllerCertificate> {
  const answer = await kubectl.json('get', 'services', '-A', '-l', 'app.kubernetes.io/name=sealed-secrets')
  if (answer.state !== 'found') return { why: answer.why }
  const service = liveObjects(answer.value).find(isSealingService)
  if (service === undefined) return { why: 'no service of the controller is in the cluster' }
  try {
    const target = { namespace: service.namespace, service: service.name, port: '8080', context }
    return { pem: await controllerCertificate(target, runner) }
  } catch (error) {
    if (userErrorsOf(error).length === 0) throw error
    return { why: messageOf(error) }
  }
}

/** The chart makes another one for metrics. */
function isSealingService(service: LiveObject): boolean {
  return (
    labelOf(service, 'app.kubernetes.io/component') !== 'metrics' &&
    liveText(service, 'spec', 'clusterIP') !== undefined &&
    !service.name.endsWith('-metrics')
  )
}
