import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { emptyConfig } from '../../actions/verify-manifests/config.js'
import { fluxVersionOf } from '../../actions/verify-manifests/flux-version.js'
import { lint } from '../../actions/verify-manifests/lint.js'
import { rules } from '../../actions/verify-manifests/rules/index.js'
import type { Build, BuiltObject } from '../../src/flux/inventory/build.js'
import { textIn } from '../../src/flux/inventory/resource.js'
import type { Inventory } from '../../src/flux/inventory.js'
import { isMapping } from '../../src/json.js'
import { type Lab, openLab } from '../lab/lab.js'
import { describeWith } from '../lab/tools.js'
import { openTreeBuilder, type TreeBuilder } from '../lab/tree-builder.js'
import { type BuildFault, buildFaults } from './build-faults.js'
import { type Difference, differenceTable, unexpected } from './differences.js'
import { type PlainBuild, plainBuild, writeFiles } from './plain-build.js'
import { manifestsOf, type Specimen, specimens } from './specimen.js'

const trees = specimens()
/** The rules that say of a tree that Flux will not build some of it. */
const BUILD_RULES = ['kustomization-builds', 'kustomization-path', 'yaml-valid']

describeWith(['kustomize'], 'what renders', () => {
  let lab: Lab
  let builder: TreeBuilder
  const found: Difference[] = []
  let compared = 0

  beforeAll(async () => {
    lab = await openLab()
    builder = await openTreeBuilder()
  })
  afterAll(async () => {
    process.stdout.write(`${compared} builds compared with plain kustomize\n${differenceTable('What renders', found)}`)
    await builder.close()
    await lab.stop()
  })

  test.each(trees.map(tree => [tree.name, tree] as const))(
    '%s: each Kustomization comes to the same, built by us and by kustomize',
    async (name, tree) => {
      const { ours, failing } = await compare(name, tree)
      expect(ours.length).toBeGreaterThan(0)
      expect(failing).toEqual([])
    },
    300_000,
  )

  test.each(buildFaults.map(fault => [`${fault.tree}: ${fault.title}`, fault] as const))(
    '%s: is found where kustomize fails',
    async (title, fault) => {
      const { failing } = await compare(title, faulty(fault))
      expect(failing.length > 0).toBe(fault.breaks)
    },
    300_000,
  )

  test('every difference is explained, and every explanation needed', () => {
    expect(unexpected('What renders', found)).toEqual([])
  })

  /** Compares one tree; the paths that plain kustomize cannot build, and those that were compared. */
  async function compare(name: string, tree: Specimen) {
    const inventory = await builder.inventoryOf(manifestsOf(tree), path => tree.files.get(path))
    const root = await lab.makeFolder('tree')
    writeFiles(root, tree.files)
    const asked = inventory.kustomizations.filter(one => inventory.buildOf(one) !== undefined)
    const failing: string[] = []
    for (const kustomization of asked) {
      const what = `${name}: ${kustomization.resource.name ?? ''} in ${textIn(kustomization.resource, 'spec', 'path') ?? '.'}`
      const ours = inventory.buildOf(kustomization)
      const theirs = await plainBuild(lab, root, kustomization)
      compared += 1
      const [left, right] = [outcomeOf(ours, kustomization.path), 'error' in theirs ? 'fails' : 'builds']
      const isOwn = inventory.ownness(kustomization) === 'yes'
      if (isOwn && right === 'fails' && !left.endsWith('no remote base is followed')) failing.push(what)
      if (left !== right) found.push({ what, ours: left, theirs: right })
      else if (ours !== undefined && 'objects' in ours && 'objects' in theirs)
        found.push(...otherObjects(what, ours, theirs))
    }
    const finds = saidOf(inventory).length > 0
    if (finds !== failing.length > 0)
      found.push({
        what: `${name}: the gate`,
        ours: finds ? `finds ${saidOf(inventory)[0] ?? ''}` : 'finds nothing',
        theirs: failing.length > 0 ? 'fails' : 'builds',
      })
    return { ours: asked, failing }
  }
})

function faulty({ tree: name, changes }: BuildFault): Specimen {
  const tree = trees.find(one => one.name === name)
  if (tree === undefined) throw new Error(`there is no tree ${name}`)
  const files = new Map(tree.files)
  for (const { file, change } of changes) {
    const before = files.get(file)?.toString('utf8')
    const after = change?.(before ?? '')
    if (after === before) throw new Error(`nothing is changed in ${file}`)
    if (after === undefined) files.delete(file)
    else files.set(file, Buffer.from(after))
  }
  return { name, files }
}

function outcomeOf(build: Build | undefined, path = ''): string {
  if (build === undefined) return 'is not built'
  if ('objects' in build) return 'builds'
  return build.isRefused ? `is refused: ${build.error.replace(`below ${path}`, 'below it')}` : 'fails'
}

function saidOf(inventory: Inventory): readonly string[] {
  const flux = fluxVersionOf(inventory, emptyConfig)
  const asked = rules.filter(({ id }) => BUILD_RULES.includes(id))
  return lint({ inventory, now: 0, config: emptyConfig, flux, rules: asked })
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message }) => `${rule}: ${message}`)
}

function otherObjects(
  what: string,
  { objects: ours }: { readonly objects: readonly BuiltObject[] },
  theirs: PlainBuild & { readonly objects: readonly BuiltObject[] },
): readonly Difference[] {
  const left = ours.map(({ body }) => sorted(body))
  const right = theirs.objects.map(({ body }) => sorted(body))
  const only = (these: readonly string[], those: readonly string[]) => these.filter(one => !those.includes(one))
  const [mine, yours] = [only(left, right), only(right, left)]
  if (left.length === right.length && mine.length === 0 && yours.length === 0) return []
  return [
    { what, ours: `${left.length} objects: ${mine[0] ?? ''}`, theirs: `${right.length} objects: ${yours[0] ?? ''}` },
  ]
}

/** As text, whatever the order of its members. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    isMapping(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  )
}
