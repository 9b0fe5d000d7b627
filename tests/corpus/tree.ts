import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { CONFIG_FILE, emptyConfig, readConfig } from '../../actions/verify-manifests/config.js'
import { fluxVersionOf } from '../../actions/verify-manifests/flux-version.js'
import { lint } from '../../actions/verify-manifests/lint.js'
import { rules } from '../../actions/verify-manifests/rules/index.js'
import { buildDefaults } from '../../src/build-defaults.js'
import type { Finding } from '../../src/findings/finding.js'
import { type Inventory, takeInventory } from '../../src/flux/inventory.js'
import type { TreeBuilder } from '../lab/tree-builder.js'

/** Text by path, of the files that the gate reads. */
export type Tree = ReadonlyMap<string, string>

export const corpusFolder = import.meta.dirname

/** Every tree of the corpus. */
export const treeNames: readonly string[] = readdirSync(corpusFolder, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)
  .sort()

export function readTree(name: string): Tree {
  const folder = join(corpusFolder, name)
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && /\.(?:ya?ml|json)$|^Kustomization$/.test(entry.name))
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
      .map(path => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  )
}

/** The day on which certificates are judged. */
const NOW = Date.parse('2026-10-01')

/** What the gate says about a tree, with the tree's own configuration. */
export function findingsOf(tree: Tree, now = NOW): readonly Finding[] {
  return findingsIn(takeInventory(tree, buildDefaults), tree, now)
}

/** The same with what kustomize makes of it. */
export async function builtFindingsOf(name: string, tree: Tree, builder: TreeBuilder): Promise<readonly Finding[]> {
  const beside = (path: string) =>
    existsSync(join(corpusFolder, name, path)) ? readFileSync(join(corpusFolder, name, path)) : undefined
  return findingsIn(await builder.inventoryOf(tree, beside), tree)
}

function findingsIn(inventory: Inventory, tree: Tree, now = NOW): readonly Finding[] {
  const text = tree.get(CONFIG_FILE)
  const ids = rules.map(rule => rule.id)
  const config = text === undefined ? emptyConfig : readConfig(text, ids)
  return lint({ inventory, now, config, flux: fluxVersionOf(inventory, config), rules })
}

/** `file:line rule`. */
export function placeOf({ file, span, rule }: Finding): string {
  return `${file}:${span.line} ${rule}`
}
