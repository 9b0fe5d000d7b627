import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { CONFIG_FILE, type Config, emptyConfig, readConfig } from '../../actions/verify-manifests/config.js'
import { fluxVersionOf } from '../../actions/verify-manifests/flux-version.js'
import { ruleMarkdown } from '../../actions/verify-manifests/rule-page.js'
import { rules } from '../../actions/verify-manifests/rules/index.js'
import { verify } from '../../actions/verify-manifests/verify.js'
import { buildDefaults } from '../../src/build-defaults.js'
import { userErrorsOf } from '../../src/errors.js'
import { annotate } from '../../src/findings/annotations.js'
import { jsonReport } from '../../src/findings/json.js'
import { markdownReport } from '../../src/findings/markdown-report.js'
import type { VerifyReport } from '../../src/findings/report.js'
import { sarifReport } from '../../src/findings/sarif.js'
import { textReport } from '../../src/findings/text.js'
import { compareBytes } from '../../src/flux/go/bytes.js'
import { type Inventory, inventoryOf } from '../../src/flux/inventory.js'
import { isManifestPath, isManifestText, isPlainPath } from '../../src/tree/manifest-paths.js'
import { readSourceFile, type SourceFile } from '../../src/yaml/source-file.js'
import type { Span } from '../../src/yaml/span.js'
import { readTree, type Tree, treeNames } from '../corpus/tree.js'
import { type Mutation, mutated, mutations } from './mutation.js'

/** How many trees are made, and from which number; `FLUXGATE_FUZZ_RUNS=10000` looks for longer. */
const runs = Number(process.env.FLUXGATE_FUZZ_RUNS ?? 100)
const seed = Number(process.env.FLUXGATE_FUZZ_SEED ?? 20_261_001)

const MOST_MUTATIONS = 12
const DAY = Date.parse('2026-10-01')

const trees: readonly Tree[] = [...treeNames.map(readTree), ownTree()]
const ids = rules.map(rule => rule.id)
const sarifRules = rules.map(rule => ({ ...rule, markdown: ruleMarkdown(rule) }))

test(
  'whatever becomes of a tree is judged, twice alike, and at places that are there',
  async () => {
    const tried = new Set<number>()
    await fc.assert(
      fc.asyncProperty(
        fc.nat(trees.length - 1),
        mutations(MOST_MUTATIONS),
        fc.nat(4).map(n => n === 4),
        async (index, changes, compares) => {
          tried.add(index)
          await expectSound(trees[index] ?? new Map(), changes, compares)
        },
      ),
      { numRuns: runs, seed },
    )
    if (runs >= 100) expect(tried.size).toBe(trees.length)
  },
  60_000 + runs * 2_000,
)

/** @param compares whether the tree before the change is judged too, which takes as long again */
async function expectSound(before: Tree, changes: readonly Mutation[], compares: boolean): Promise<void> {
  const tree = mutated(before, changes)
  const base = compares ? inventoryFor(before, emptyConfig) : undefined
  const judged = await judgedTree(tree, base)
  const files = new Map([...tree].filter(([path]) => isManifestPath(path) || isPlainPath(path)))
  for (const { file, span, rule, status, fix } of judged.findings) {
    const text = (status === 'fixed' ? before : files).get(file)
    const problem = text === undefined ? 'no such file' : misplaced(span, text)
    const wrongEdits = (fix?.edits ?? []).filter(({ file: other, start, end }) => {
      const length = files.get(other)?.length
      return status !== 'fixed' && (length === undefined || start < 0 || end < start || end > length)
    })
    if (problem !== undefined || wrongEdits.length > 0)
      throw new Error(`${rule} at ${file}:${JSON.stringify(span)}: ${problem ?? JSON.stringify(wrongEdits)}`)
  }
  expectReports(judged)
  // What changed is read anew: nothing that was kept from the first time has a part in the second.
  cache.clear()
  expect(withoutTime(await judgedTree(tree, base))).toEqual(withoutTime(judged))
}

function judgedTree(tree: Tree, base: Inventory | undefined): Promise<VerifyReport> {
  const config = configOf(tree)
  const inventory = inventoryFor(tree, config)
  return verify({
    inventory,
    config,
    flux: fluxVersionOf(inventory, config),
    rules,
    stated: undefined,
    schemaFindings: [],
    unchecked: [],
    unbuilt: [],
    failOn: 'new-errors',
    base: base && {
      commit: { commit: '0'.repeat(40), ref: 'master' },
      load: async () => ({ inventory: base, schemaFindings: [] }),
      renames: new Map(),
      changed: new Set(),
    },
    changedOnly: false,
    now: DAY,
    milliseconds: () => 0,
  })
}

/** A configuration that is refused, by a mistake of the user's, leaves the tree without one. */
function configOf(tree: Tree): Config {
  try {
    return readConfig(tree.get(CONFIG_FILE) ?? '', ids)
  } catch (error) {
    if (userErrorsOf(error).length === 0) throw error
    return emptyConfig
  }
}

/** Of the trees as they are, by path and text: read once for all that is made of them. */
const originals = new Map<string, SourceFile>()
const cache = new Map<string, SourceFile>()

function inventoryFor(tree: Tree, config: Config): Inventory {
  const paths = [...tree.keys()].filter(path => !config.isExcluded(path)).sort(compareBytes)
  const files = paths.flatMap(path => {
    const text = tree.get(path) ?? ''
    if (!isManifestPath(path) || !isManifestText(path, text)) return []
    const key = `${path}\n${text}`
    const file = originals.get(key) ?? cache.get(key) ?? readSourceFile(path, text)
    cache.set(key, file)
    return file
  })
  const plain = paths.filter(isPlainPath).map(path => ({ path, text: tree.get(path) ?? '' }))
  return inventoryOf(files, buildDefaults, plain)
}

beforeAll(() => {
  for (const tree of trees) {
    for (const [path, text] of tree) originals.set(`${path}\n${text}`, readSourceFile(path, text))
  }
})

function misplaced({ line, column, endLine, endColumn }: Span, text: string): string | undefined {
  const lines = text.split('\n')
  const isIn = (row: number, at: number) => at >= 1 && at <= (lines[row - 1]?.length ?? -1) + 1
  if (!isIn(line, column)) return `its start is not in the file, which has ${lines.length} lines`
  if (!isIn(endLine, endColumn)) return `its end is not in the file, which has ${lines.length} lines`
  return endLine < line || (endLine === line && endColumn < column) ? 'it ends before it starts' : undefined
}

function expectReports(report: VerifyReport): void {
  textReport(report, { colour: true, width: 80 })
  textReport(report, { colour: false, width: undefined })
  markdownReport(report)
  expect(JSON.parse(jsonReport(report))).toMatchObject({ verdict: report.verdict })
  expect(JSON.parse(sarifReport(report, sarifRules, { version: '1.0.0' }))).toHaveProperty('runs')
  const ignored = () => undefined
  annotate(report, { error: ignored, warning: ignored, notice: ignored, info: ignored })
}

function withoutTime(report: VerifyReport): unknown {
  return JSON.parse(JSON.stringify(report))
}

/** The tree that this project ships. */
function ownTree(): Tree {
  const root = join(import.meta.dirname, '..', '..')
  const below = (folder: string) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && isManifestPath(entry.name))
      .map(entry => relative(root, join(entry.parentPath, entry.name)))
  return new Map(
    [...below('flux'), ...below('.github')].sort().map(path => [path, readFileSync(join(root, path), 'utf8')]),
  )
}
