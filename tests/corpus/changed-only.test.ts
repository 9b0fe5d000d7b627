import { describe, expect, test } from '@jest/globals'
import { CONFIG_FILE, emptyConfig } from '../../actions/verify-manifests/config.js'
import { fluxVersionOf } from '../../actions/verify-manifests/flux-version.js'
import { rules } from '../../actions/verify-manifests/rules/index.js'
import { verify } from '../../actions/verify-manifests/verify.js'
import { buildDefaults } from '../../src/build-defaults.js'
import type { JudgedFinding } from '../../src/findings/finding.js'
import { affectedFiles, affectedKustomizations } from '../../src/flux/inventory/affected.js'
import type { FluxKustomization } from '../../src/flux/inventory/flux-kustomization.js'
import { type Inventory, takeInventory } from '../../src/flux/inventory.js'
import { type Fault, seeded } from '../mutations/fault.js'
import { imageFaults } from '../mutations/image-faults.js'
import { treeFaults } from '../mutations/tree-faults.js'
import { readTree, treeNames } from './tree.js'

describe.each(treeNames.map(name => [name]))('%s, with each fault in turn', name => {
  const before = takeInventory(readTree(name), buildDefaults)
  const faults: readonly Fault[] = [...imageFaults, ...treeFaults].filter(fault => fault.tree === name)
  const cases = faults.map(({ title, changes }) => ({
    title,
    changed: new Set(changes.map(({ file }) => file)),
    now: takeInventory(seeded(readTree(name), changes), buildDefaults),
  }))

  test('what the change can affect is told as in a whole run, and everything that is new', async () => {
    for (const { title, changed, now } of cases) {
      const whole = await findingsOf(now, before, changed, false)
      const affected = new Set([...affectedFiles(now, changed), ...affectedFiles(before, changed)])
      // The configuration has a say in everything.
      const isAll = changed.has(CONFIG_FILE)
      const expected = whole.filter(
        ({ file, status }) => isAll || status === 'new' || (status === 'old' && affected.has(file)),
      )
      expect([title, await findingsOf(now, before, changed, true)]).toEqual([title, expected])
    }
  })

  test('what is not affected comes to the same as before', () => {
    for (const { title, changed, now } of cases) {
      const affected = affectedKustomizations(now, changed)
      const former = new Map(before.kustomizations.map(item => [placeOf(item), item]))
      for (const item of now.kustomizations.filter(found => !affected.has(found))) {
        const same = former.get(placeOf(item))
        expect([title, placeOf(item), resultOf(item, now)]).toEqual([
          title,
          placeOf(item),
          same && resultOf(same, before),
        ])
      }
    }
  })
})

async function findingsOf(
  inventory: Inventory,
  base: Inventory,
  changed: ReadonlySet<string>,
  changedOnly: boolean,
): Promise<readonly JudgedFinding[]> {
  const report = await verify({
    inventory,
    config: emptyConfig,
    flux: fluxVersionOf(inventory, emptyConfig),
    rules,
    stated: undefined,
    schemaFindings: [],
    unchecked: [],
    unbuilt: [],
    failOn: 'never',
    base: {
      commit: { commit: '0'.repeat(40), ref: undefined },
      load: async () => ({ inventory: base, schemaFindings: [] }),
      renames: new Map(),
      changed,
    },
    changedOnly,
    now: 0,
    milliseconds: () => 0,
  })
  return report.findings
}

function placeOf({ resource }: FluxKustomization): string {
  return `${resource.file.path}#${resource.document.index}`
}

/** All that Flux makes of a Kustomization, as far as reading shows it. */
function resultOf(item: FluxKustomization, { folders }: Inventory): unknown {
  const objects = folders.get(item)?.objects ?? []
  return [item.resource.body, objects.map(({ resource, name, namespace }) => [resource.body, name, namespace])]
}
