import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { buildDefaults } from '../../../src/build-defaults.js'
import { type Inventory, takeInventory } from '../../../src/flux/inventory.js'
import { describeWith } from '../../../tests/lab/tools.js'
import { openTreeBuilder, type TreeBuilder } from '../../../tests/lab/tree-builder.js'
import { CONFIG_FILE, emptyConfig, readConfig } from '../config.js'
import { fluxVersionOf } from '../flux-version.js'
import { lint } from '../lint.js'
import { rules } from './index.js'

/**
 * Every example of every rule, and every tree in fixtures/: what is found is what the files expect, in rule and line, and
 * nothing else. An example of one rule may show no fault of another.
 */
const ids = rules.map(rule => rule.id)

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  test('has an example that offends and one that does not', () => {
    const expecting = rule.examples.filter(({ files }) => expectations(files).some(line => line.endsWith(` ${id}`)))
    expect(expecting.length).toBeGreaterThan(0)
    expect(rule.examples.length).toBeGreaterThan(expecting.length)
  })

  test.each(rule.examples.map(example => [example.title, example] as const))('%s', (_, { files, before }) => {
    expect(found(files, before)).toEqual(expectations(files))
  })
})

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url))

describe('fixtures', () => {
  test.each(readdirSync(fixtures).map(name => [name]))('%s', name => {
    const files = filesBelow(join(fixtures, name))
    expect(found(files)).toEqual(expectations(files))
  })
})

describeWith(['kustomize'], 'built with kustomize', () => {
  let builder: TreeBuilder
  beforeAll(async () => {
    builder = await openTreeBuilder()
  })
  afterAll(() => builder.close())

  test.each(rules.map(rule => [rule.id, rule] as const))('the examples of %s come to the same', async (_, rule) => {
    for (const { title, files, before } of rule.examples)
      expect([title, await foundBuilt(files, before, builder)]).toEqual([title, expectations(files)])
  })

  test.each(readdirSync(fixtures).map(name => [name]))('the fixture %s comes to the same', async name => {
    const files = filesBelow(join(fixtures, name))
    expect(await foundBuilt(files, undefined, builder)).toEqual(expectations(files))
  })
})

/** The day on which certificates are judged. */
const NOW = Date.parse('2026-06-01')

function found(files: Files, before?: Files): readonly string[] {
  const read = (tree: Files) => takeInventory(Object.entries(tree), buildDefaults)
  return foundIn(files, read(files), before && read(before))
}

async function foundBuilt(files: Files, before: Files | undefined, builder: TreeBuilder): Promise<readonly string[]> {
  const built = (tree: Files) => builder.inventoryOf(Object.entries(tree))
  return foundIn(files, await built(files), before && (await built(before)))
}

type Files = Readonly<Record<string, string>>

function foundIn(files: Files, inventory: Inventory, base: Inventory | undefined): readonly string[] {
  const config = files[CONFIG_FILE] === undefined ? emptyConfig : readConfig(files[CONFIG_FILE], ids)
  const findings = lint({ inventory, base, now: NOW, config, flux: fluxVersionOf(inventory, config), rules })
  return findings.map(({ file, span, rule }) => `${file}:${span.line} ${rule}`).sort()
}

/** `# expect: a, b` at the end of a line is about that line; `# expect-below: a` by itself about the next one that is no such comment. */
function expectations(files: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(files)
    .flatMap(([file, text]) => {
      let waiting: string[] = []
      return text.split('\n').flatMap((line, index) => {
        const below = /^\s*# expect-below: ([\w\s,-]+)$/.exec(line)?.[1]
        if (below !== undefined) {
          waiting = [...waiting, ...below.split(/,\s*/)]
          return []
        }
        const own = /# expect: ([\w\s,-]+)$/.exec(line)?.[1]?.split(/,\s*/) ?? []
        const all = [...waiting, ...own]
        waiting = []
        return all.map(rule => `${file}:${index + 1} ${rule.trim()}`)
      })
    })
    .sort()
}

function filesBelow(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => {
        const path = join(entry.parentPath, entry.name)
        return [relative(folder, path), readFileSync(path, 'utf8')]
      }),
  )
}
