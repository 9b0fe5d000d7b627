import { resolve } from 'node:path'
import { buildDefaults } from '../src/build-defaults.js'
import { clusterAt } from '../src/cluster/expected-rollout.js'
import { plainPath } from '../src/cluster/installed-flux.js'
import { gitRepositories } from '../src/flux/inventory/automation-source.js'
import type { Cluster } from '../src/flux/inventory/placement.js'
import { textIn } from '../src/flux/inventory/resource.js'
import { type Inventory, takeInventory } from '../src/flux/inventory.js'
import { checkedOutRef } from '../src/git/branch.js'
import { type Git, openGit } from '../src/git/repository.js'
import { gitHubAddress } from '../src/github/address.js'
import type { Runner } from '../src/runner/ports.js'
import { readTree } from '../src/tree/read-tree.js'
import { type Arguments, wrongUsage } from './command.js'

/** The tree that a cluster follows, and the repository that it is in. */
export interface Target {
  readonly git: Git
  readonly inventory: Inventory
  /** Undefined when the folder holds none at the path. */
  readonly cluster: Cluster | undefined
  readonly host: string
  readonly owner: string
  readonly repository: string
  readonly branch: string
  /** From the root of the repository, without `./`. */
  readonly path: string
  /** Whether the folder is a work tree of that repository, as far as its remote tells. */
  readonly isHere: boolean
}

export const DEFAULT_PATH = 'flux/clusters/production'

/** What the options say, else the git remote and the tree. Everything that neither says is named at once. */
export async function bootstrapTarget(given: Arguments, runner: Runner): Promise<Target> {
  const host = given.get('hostname') ?? 'github.com'
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::[0-9]+)?$/i.test(host)) {
    throw wrongUsage(
      `option --hostname is ${JSON.stringify(host)}: expected a host alone, such as "github.example.com"`,
    )
  }
  const folder = resolve(runner.workspace, given.positionals[0] ?? '.')
  if ((await runner.files.kind(folder)) !== 'folder') throw wrongUsage(`${folder} is no folder`)
  const git = openGit(runner.exec, folder, runner.env)
  const remote = (await git.ask('remote', 'get-url', 'origin').catch(() => undefined))?.trim()
  const origin = remote === undefined ? undefined : gitHubAddress(remote)
  const inventory = takeInventory(await readTree(runner, folder), buildDefaults)
  const path = plainPath(given.get('path') ?? DEFAULT_PATH)
  const cluster = clusterAt(inventory, path)
  const owner = given.get('owner') ?? origin?.owner
  const repository = given.get('repository') ?? origin?.name
  const branch =
    given.get('branch') ?? branchOf(inventory, cluster) ?? (await checkedOutRef(git).catch(() => undefined))
  const missing = [
    ...(owner === undefined ? ['--owner'] : []),
    ...(repository === undefined ? ['--repository'] : []),
    ...(branch === undefined ? ['--branch'] : []),
  ]
  if (owner === undefined || repository === undefined || branch === undefined) {
    const why = remote === undefined ? 'there is no git remote "origin"' : `the git remote "origin" is ${shown(remote)}`
    throw wrongUsage(`${missing.join(', ')} cannot be told from ${folder}: ${why}`, `Give ${missing.join(' and ')}`)
  }
  const isHere =
    origin?.owner.toLowerCase() === owner.toLowerCase() && origin.name.toLowerCase() === repository.toLowerCase()
  // A token goes nowhere but where it is told to go.
  if (isHere && origin?.host !== host) {
    throw wrongUsage(
      `the git remote "origin" is at ${origin?.host}, and not at ${host}`,
      origin?.host === 'github.com'
        ? 'Leave --hostname out'
        : `If that is a GitHub Enterprise: --hostname ${origin?.host}`,
    )
  }
  return { git, inventory, cluster, host, owner, repository, branch: branch.replace('refs/heads/', ''), path, isHere }
}

/** The branch that the tree's own source names. */
export function branchOf(inventory: Inventory, cluster: Cluster | undefined): string | undefined {
  const source = gitRepositories(inventory).find(
    repository =>
      repository.name === 'flux-system' &&
      inventory.placementsOf(repository).some(placement => placement.cluster === cluster && cluster !== undefined),
  )
  return source && textIn(source, 'spec', 'ref', 'branch')
}

/** Without a password that stands in it. */
function shown(remote: string): string {
  return JSON.stringify(remote.replace(/\/\/[^/@\s]*@/, '//***@'))
}
