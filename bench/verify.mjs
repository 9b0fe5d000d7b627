#!/usr/bin/env node
// The gate on generated trees: 2,000 files (100 policies, 400 markers, 400 workloads) and ten times that, and a cold start on an
// empty tree; with builds of 150 Kustomizations, cold and warm; beside it kubeconform, which checks the schema of the objects alone,
// and kustomize alone.
// Prints a table; it judges nothing, as machines differ.
//
//   node bench/verify.mjs [runs]     after scripts/tools and scripts/build
import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
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
const env = { ...process.env, PATH: `${join(tools, 'bin')}:${process.env.PATH}` }
process.on('SIGINT', () => process.exit(130))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))

const trees = [
  { name: 'an empty tree', files: 0, kustomizations: 0 },
  { name: '2,000 files', files: 2_000, kustomizations: 20 },
  { name: '2,000 files, 150 Kustomizations', files: 2_000, kustomizations: 150 },
  { name: '20,000 files', files: 20_000, kustomizations: 150 },
].map(tree => ({ ...tree, folder: join(work, `${tree.files}-${tree.kustomizations}`) }))
for (const { files, folder, kustomizations } of trees) {
  mkdirSync(folder, { recursive: true })
  if (files > 0) writeTree(folder, files, kustomizations)
  execFileSync('git', ['init', '--quiet', folder])
}

const [, middle, many] = trees
const rows = []
for (const tree of trees)
  rows.push(measure(`verify by reading alone, ${tree.name}`, node24, verify(tree.folder, '--render', 'off')))
const [, few, , large] = rows
const cold = measure('verify with builds, 150 Kustomizations, cold', node24, verify(many.folder), rest)
const alone = measure('kustomize, its 150 paths, four at once', 'sh', ['-c', renderAll(many.folder)])
rows.push(cold, alone, ...warm(many.folder))
rows.push(measure('node -e 0', node24, ['-e', '0']))
if (existsSync(join(tools, 'bin', 'kubeconform')))
  rows.push(measure('kubeconform, 2,000 files', ...kubeconform(middle.folder)))
rows.push(measure('kustomize, its 20 paths', 'sh', ['-c', renderAll(middle.folder)]))
print(rows)
console.log(`\nratio 20,000 files / 2,000 files: ${(large.median / few.median).toFixed(1)}`)
const part = rows.find(({ name }) => name.endsWith(many.name))
console.log(
  `ratio cold with builds / (reading alone + kustomize alone): ${(cold.median / (part.median + alone.median)).toFixed(2)}`,
)

function verify(folder, ...options) {
  return [cli, 'verify', folder, '--format', 'json', ...options]
}

/** With what an earlier run has kept, and one file that is another one each time. */
function warm(folder) {
  const cache = ['--cache', join(work, 'cache')]
  execFileSync('git', ['-C', folder, 'add', '--all'])
  execFileSync('git', [
    '-C',
    folder,
    '-c',
    'user.name=b',
    '-c',
    'user.email=b@b',
    'commit',
    '--quiet',
    '--message',
    'a tree',
  ])
  execFileSync(node24, verify(folder, ...cache), { env, stdio: 'ignore' })
  const change = () => appendFileSync(join(folder, 'apps/team-3/namespace.yaml'), '# and so on\n')
  return [
    measure('verify with builds, warm, one file changed', node24, verify(folder, ...cache), change),
    measure('the same, --changed-only', node24, verify(folder, ...cache, '--base', 'HEAD', '--changed-only'), change),
  ]
}

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
  return `printf '%s\\n' ${teams.join(' ')} | xargs -P 4 -I {} ${one} {} > /dev/null`
}

/** Where thousands of files were just deleted, ext4 takes twice the time to make as many, and nobody runs the gate twice at once. */
function rest() {
  spawnSync('sleep', ['8'])
}

function measure(name, command, args, prepare = () => undefined) {
  const seconds = []
  let peak = 0
  for (let run = 0; run <= runs; run += 1) {
    prepare()
    const start = performance.now()
    const { stderr, status, error } = spawnSync('/usr/bin/time', ['-f', '%M', command, ...args], {
      encoding: 'utf8',
      env,
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
