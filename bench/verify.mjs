#!/usr/bin/env node
// The gate on generated trees: 2,000 files (100 policies, 400 markers, 400 workloads) and ten times that, and a cold start on an
// empty tree; beside it kubeconform, which checks the schema of the objects alone, and a rendering of every Kustomization.
// Prints a table; it judges nothing, as machines differ.
//
//   node bench/verify.mjs [runs]     after scripts/tools and scripts/build
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeTree } from './verify-tree.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const runs = Number(process.argv[2] ?? 5)
const tools = join(root, '.tools')
const node24 = join(tools, 'node24', 'bin', 'node')
const cli = join(root, 'dist', 'cli', 'index.js')
const work = mkdtempSync(join(tmpdir(), 'fluxgate-bench-'))
process.on('SIGINT', () => process.exit(130))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))

const trees = [
  { name: 'an empty tree', files: 0, kustomizations: 0 },
  { name: '2,000 files', files: 2_000, kustomizations: 20 },
  { name: '20,000 files', files: 20_000, kustomizations: 150 },
].map(tree => ({ ...tree, folder: join(work, String(tree.files)) }))
for (const { files, folder, kustomizations } of trees) {
  mkdirSync(folder, { recursive: true })
  if (files > 0) writeTree(folder, files, kustomizations)
  execFileSync('git', ['init', '--quiet', folder])
}

const [, middle] = trees
const rows = []
for (const tree of trees)
  rows.push(measure(`verify, ${tree.name}`, node24, [cli, 'verify', tree.folder, '--format', 'json']))
rows.push(measure('node -e 0', node24, ['-e', '0']))
if (existsSync(join(tools, 'bin', 'kubeconform')))
  rows.push(measure('kubeconform, 2,000 files', ...kubeconform(middle.folder)))
rows.push(measure('kustomize, its 20 paths', 'sh', ['-c', renderAll(middle.folder)]))
print(rows)
console.log(`\nratio 20,000 files / 2,000 files: ${(rows[2].median / rows[1].median).toFixed(1)}`)

/** Schemas for the kinds of the tree that say nothing: what is measured is reading and matching. */
function kubeconform(folder) {
  const schemas = join(work, 'schemas')
  mkdirSync(schemas)
  const kinds = [
    'configmap-v1',
    'deployment-apps-v1',
    'service-v1',
    'namespace-v1',
    'imagepolicy-image-v1',
    'imagerepository-image-v1',
    'imageupdateautomation-image-v1',
    'kustomization-kustomize-v1',
    'gitrepository-source-v1',
  ]
  for (const kind of kinds) writeFileSync(join(schemas, `${kind}.json`), '{"type": "object"}')
  const location = `${schemas}/{{.ResourceKind}}{{.KindSuffix}}.json`
  return [
    join(tools, 'bin', 'kubeconform'),
    ['-n', '2', '-ignore-missing-schemas', '-schema-location', location, '-summary', folder],
  ]
}

function renderAll(folder) {
  const teams = readdirSync(join(folder, 'apps')).map(team => join(folder, 'apps', team))
  const one = `${join(tools, 'bin', 'kustomize')} build --load-restrictor LoadRestrictionsNone`
  return `printf '%s\\n' ${teams.join(' ')} | xargs -P 2 -I {} ${one} {} > /dev/null`
}

function measure(name, command, args) {
  const seconds = []
  let peak = 0
  for (let run = 0; run <= runs; run += 1) {
    const start = performance.now()
    const { stderr, status, error } = spawnSync('/usr/bin/time', ['-f', '%M', command, ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    })
    if (error !== undefined) throw error
    if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr.slice(-500)}`)
    // The first warms the disk's cache.
    if (run === 0) continue
    seconds.push((performance.now() - start) / 1000)
    peak = Math.max(peak, Number(stderr.trim().split('\n').at(-1)) / 1024)
  }
  seconds.sort((a, b) => a - b)
  return { name, median: seconds[seconds.length >> 1], min: seconds[0], max: seconds.at(-1), peak }
}

function print(all) {
  const cells = all.map(({ name, median, min, max, peak }) => [
    name,
    median.toFixed(2),
    min.toFixed(2),
    max.toFixed(2),
    peak.toFixed(0),
  ])
  const head = ['', 'median s', 'min s', 'max s', 'peak MB']
  const widths = head.map((_, column) => Math.max(...[head, ...cells].map(row => row[column].length)))
  for (const row of [head, ...cells]) {
    console.log(
      row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '),
    )
  }
}
