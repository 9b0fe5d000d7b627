import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { rules } from '../../actions/verify-manifests/rules/index.js'
import type { Finding } from '../../src/findings/finding.js'
import { builtFindingsOf, findingsOf, readTree, type Tree } from '../corpus/tree.js'
import { describeWith } from '../lab/tools.js'
import { openTreeBuilder, type TreeBuilder } from '../lab/tree-builder.js'
import { expectedPlace, type Fault, seeded } from './fault.js'
import { imageFaults } from './image-faults.js'
import { killTable, news } from './kill-table.js'
import { treeFaults } from './tree-faults.js'

const faults: readonly Fault[] = [...imageFaults, ...treeFaults]
const known = new Set(rules.map(rule => rule.id))
const killed = new Map<string, number>()
/** What was newly said of each fault that was tried. */
const reported = new Map<Fault, readonly string[]>()

const trees = new Map<string, { readonly tree: Tree; readonly before: readonly Finding[] }>()

/** Each seeded fault is reported by its rule at its line, and nothing else is said that was not said before. */
describe.each([...known].map(rule => [rule]))('%s', rule => {
  const own = faults.filter(fault => fault.rule === rule)
  for (const fault of own) {
    test(`${fault.title} (${fault.tree})`, () => {
      const { tree, before } = goodTree(fault.tree)
      const changed = seeded(tree, fault.changes)
      const place = expectedPlace(tree, changed, fault)
      const said = news(findingsOf(changed), before)
      reported.set(fault, said)
      expect(said).toEqual([`${place} ${fault.rule}`])
      killed.set(fault.rule, (killed.get(fault.rule) ?? 0) + 1)
    })
  }

  test('has two faults at least', () => {
    expect(own.length).toBeGreaterThanOrEqual(2)
  })
})

describeWith(['kustomize'], 'built with kustomize', () => {
  let builder: TreeBuilder
  beforeAll(async () => {
    builder = await openTreeBuilder()
  })
  afterAll(() => builder.close())

  test.each([...known].map(rule => [rule]))('the faults of %s are found all the same', async rule => {
    for (const fault of faults.filter(one => one.rule === rule)) {
      const tree = readTree(fault.tree)
      const changed = seeded(tree, fault.changes)
      const before = await builtFindingsOf(fault.tree, tree, builder)
      const said = news(await builtFindingsOf(fault.tree, changed, builder), before)
      expect([fault.title, said]).toEqual([fault.title, [`${expectedPlace(tree, changed, fault)} ${rule}`]])
    }
  })
})

test('every fault changes its tree and has a place', () => {
  for (const fault of faults) {
    const { tree } = goodTree(fault.tree)
    expect(expectedPlace(tree, seeded(tree, fault.changes), fault)).toMatch(/:[1-9][0-9]*$/)
  }
})

test('lines that end as on Windows hide no fault', () => {
  const windows = (tree: Tree): Tree => new Map([...tree].map(([path, text]) => [path, text.replace(/\r?\n/g, '\r\n')]))
  const before = new Map<string, readonly Finding[]>()
  const hidden = faults.filter(fault => {
    const here = reported.get(fault)
    if (here === undefined) return false
    const { tree } = goodTree(fault.tree)
    const known = before.get(fault.tree) ?? findingsOf(windows(tree))
    before.set(fault.tree, known)
    const there = news(findingsOf(windows(seeded(tree, fault.changes))), known)
    return rewritesAside(here) !== rewritesAside(there)
  })
  expect(hidden.map(({ rule, title }) => `${rule}: ${title}`)).toEqual([])
}, 120_000)

afterAll(() => {
  process.stdout.write(killTable(faults, killed))
})

function goodTree(name: string): { readonly tree: Tree; readonly before: readonly Finding[] } {
  const found = trees.get(name)
  if (found !== undefined) return found
  const tree = readTree(name)
  const made = { tree, before: findingsOf(tree) }
  trees.set(name, made)
  return made
}

/** How the first update changes a file with such lines is another matter. */
function rewritesAside(places: readonly string[]): string {
  return places.filter(place => !place.endsWith(' marker-rewrite')).join('\n')
}
