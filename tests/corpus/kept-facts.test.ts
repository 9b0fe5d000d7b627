import { describe, expect, test } from '@jest/globals'
import { CONFIG_FILE, emptyConfig, readConfig } from '../../actions/verify-manifests/config.js'
import { fluxVersionOf } from '../../actions/verify-manifests/flux-version.js'
import { lint } from '../../actions/verify-manifests/lint.js'
import { rules } from '../../actions/verify-manifests/rules/index.js'
import { buildDefaults } from '../../src/build-defaults.js'
import { type KeptFacts, keptFacts } from '../../src/facts/kept-facts.js'
import type { Finding } from '../../src/findings/finding.js'
import { takeInventory } from '../../src/flux/inventory.js'
import { readSourceFile } from '../../src/yaml/source-file.js'
import { type Fault, seeded } from '../mutations/fault.js'
import { imageFaults } from '../mutations/image-faults.js'
import { treeFaults } from '../mutations/tree-faults.js'
import { readTree, type Tree, treeNames } from './tree.js'

/** What a run finds with what former runs have kept, and without. */
describe.each(treeNames.map(name => [name]))('%s: what is kept between runs changes no finding', name => {
  const tree = readTree(name)
  const faults: readonly Fault[] = [...imageFaults, ...treeFaults].filter(fault => fault.tree === name)
  let packed = keep(tree, undefined)

  test('in the tree as it is', () => {
    expect(packed).toContain(' content\t')
    expect(findingsOf(tree, packed)).toEqual(findingsOf(tree))
  })

  test('with each fault in turn', () => {
    for (const { changes } of faults) {
      const changed = seeded(tree, changes)
      const cold = findingsOf(changed)
      expect(findingsOf(changed, packed)).toEqual(cold)
      packed = keep(changed, packed)
      expect(findingsOf(changed, packed)).toEqual(cold)
    }
  })

  test('with a line less here and there', () => {
    const random = sequence(7)
    let changed: Tree = tree
    for (let change = 0; change < 20; change += 1) {
      changed = withoutLine(changed, random)
      const cold = findingsOf(changed)
      expect(findingsOf(changed, packed)).toEqual(cold)
      packed = keep(changed, packed)
      expect(findingsOf(changed, packed)).toEqual(cold)
    }
  })
})

test.each([
  ['every file of the corpus', treeNames.flatMap(name => [...readTree(name).values()])],
  [
    'texts that are hard to keep',
    [
      'a: &x {b: 1}\nc: *x\n<<: *x\n',
      'a: .inf\nb: -0\nc: .nan\nd: 1e999\n',
      '%YAML 1.1\n---\na: 2024-01-01\nb: yes\n',
      '%YAML 1.1\n---\na: !!set {x, y}\nb: !!binary aGFsbG8=\n',
      '__proto__: {a: 1}\nconstructor: b\n',
      '"a\\nb": |\n  x\n? {c: d}\n: e\n? [f]\n',
      'a: x\n  folded\n  over lines\n"b": 2024-01-01\n  10:00:00\n',
      'a: 1\n---\nb: [x\n---\n# only a comment\n---\nc: !custom x\na: 1\na: 2\n',
      '1: a\n1.0: b\n0x10: c\n~: d\ntrue: e\n',
      '\u2028: "\\u2028"\n\ufeffa: 1\r\nb: 2\r\n',
      '{{ .Values.x }}: 1\n',
    ],
  ],
])('%s reads the same with what is kept', (_, texts) => {
  const first = keptFacts(undefined, '')
  for (const text of texts) readSourceFile('x.yaml', text, first.of('x.yaml', text))
  const second = keptFacts(first.packed(), '')
  const isKept = (text: string) => second.of('x.yaml', text).find('content') !== undefined
  expect(texts.filter(isKept).length).toBeGreaterThan(texts.length / 2)
  for (const text of texts) {
    const [cold, warm] = [readSourceFile('x.yaml', text), readSourceFile('x.yaml', text, second.of('x.yaml', text))]
    const plain = ({ documents, problems }: typeof cold) => ({
      problems,
      documents: documents.map(({ index, value, doubledKeys, outline }) => ({ index, value, doubledKeys, outline })),
    })
    expect(plain(warm)).toEqual(plain(cold))
  }
})

function findingsOf(tree: Tree, packed?: string): readonly Finding[] {
  return lintWith(tree, keptFacts(packed, ''))
}

function keep(tree: Tree, packed: string | undefined): string | undefined {
  const facts = keptFacts(packed, '')
  lintWith(tree, facts)
  return facts.packed() ?? packed
}

function lintWith(tree: Tree, facts: KeptFacts): readonly Finding[] {
  const text = tree.get(CONFIG_FILE)
  const config =
    text === undefined
      ? emptyConfig
      : readConfig(
          text,
          rules.map(rule => rule.id),
        )
  const inventory = takeInventory(tree, buildDefaults, facts.of)
  return lint({ inventory, now: 0, config, flux: fluxVersionOf(inventory, config), rules })
}

function withoutLine(tree: Tree, random: (below: number) => number): Tree {
  const paths = [...tree.keys()].filter(path => path !== CONFIG_FILE)
  const path = paths[random(paths.length)] ?? ''
  const lines = (tree.get(path) ?? '').split('\n')
  lines.splice(random(lines.length), 1)
  return new Map([...tree, [path, lines.join('\n')]])
}

/** Numbers that look like chance and are the same each time. */
function sequence(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state % below
  }
}
