#!/usr/bin/env node
// How long the Flux engine takes, each figure from processes of their own, with what the same work costs without the engine
// beside it. Prints tables; it judges nothing, as machines differ.
//
//   node bench/flux.mjs [runs]     after scripts/tools; Node.js 24
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const self = fileURLToPath(import.meta.url)

const PATTERN = '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$'
const ALTERNATION = '^(?:main|release)-[a-f0-9]{7}-(?P<ts>[0-9]{10})$'
const OPTIONAL = '^main(?:-rc[0-9])?-[a-f0-9]{7}-(?P<ts>[0-9]{10})$'
const numerical = pattern => ({
  policy: { numerical: { order: 'asc' } },
  filterTags: { pattern, extract: '$ts' },
})

/** Each gives what is timed; what it needs is made before. */
const CASES = {
  'usual pattern': size => election(size, numerical(PATTERN)),
  'pattern with an alternation': size => election(size, numerical(ALTERNATION)),
  'pattern with an optional group': size => election(size, numerical(OPTIONAL)),
  'semver, no filter': size => election(size, { policy: { semver: { range: '>=1.0.0' } } }, version),
  'plain RegExp and a maximum': size => {
    const tags = Array.from({ length: size }, (_, index) => buildTag(index))
    return () => {
      const expression = new RegExp(PATTERN.replace('?P<', '?<'))
      let best = -1
      for (const tag of tags) best = Math.max(best, Number(expression.exec(tag)?.groups?.ts ?? -1))
      return best
    }
  },
  'setters, files in memory': async (size, folder) => {
    const { applySetters } = await import('../src/flux/setters.ts')
    const files = await tree(folder)
    return () => expected(applySetters(files, policies()).changes.length, size / 4)
  },
  'setters, careful mode, in memory': async (size, folder) => {
    const { applySetters } = await import('../src/flux/setters.ts')
    const files = await tree(folder)
    return () => expected(applySetters(files, policies(), 'careful').changes.length, size / 4)
  },
  'setters, files read from disk': async (size, folder) => {
    const { applySetters } = await import('../src/flux/setters.ts')
    await tree(folder)
    return async () => expected(applySetters(await tree(folder), policies()).changes.length, size / 4)
  },
  'yaml: the files with markers, parsed only': async (size, folder) => {
    const { LineCounter, parseAllDocuments } = await import('yaml')
    const texts = (await tree(folder)).map(({ content }) => content.toString()).filter(text => text.includes('$imagep'))
    return () => {
      for (const text of texts) parseAllDocuments(text, { lineCounter: new LineCounter() })
      return expected(texts.length, size / 4)
    }
  },
  'yaml: all files, parsed only': async (size, folder) => {
    const { LineCounter, parseAllDocuments } = await import('yaml')
    const texts = (await tree(folder)).map(({ content }) => content.toString())
    return () => {
      for (const text of texts) parseAllDocuments(text, { lineCounter: new LineCounter() })
      return expected(texts.length, size)
    }
  },
}

if (process.argv[2] === '--case') await measure(process.argv[3], Number(process.argv[4]), process.argv[5])
else compare(Number(process.argv[2] ?? 7))

/** In a process of its own: nothing is warm, and the peak is its own. */
async function measure(name, size, folder) {
  const timed = await CASES[name](size, folder)
  const before = process.memoryUsage.rss()
  const from = performance.now()
  await timed()
  const seconds = (performance.now() - from) / 1000
  const peak = process.resourceUsage().maxRSS / 1024
  console.log(JSON.stringify({ seconds, peak, before: before / 2 ** 20 }))
}

function compare(runs) {
  const node24 = [join(root, '.tools/node24/bin/node'), process.execPath].find(existsSync)
  const work = mkdtempSync(join(tmpdir(), 'fluxgate-bench-'))
  process.on('SIGINT', () => process.exit(130))
  process.on('exit', () => rmSync(work, { recursive: true, force: true }))
  const version = spawnSync(node24, ['--version'], { encoding: 'utf8' }).stdout.trim()
  console.log(`median of ${runs} runs, a process each, Node ${version}\n`)
  table('tags', runs, node24, [100_000, 1_000_000], {
    'usual pattern': 0.3,
    'pattern with an alternation': 0.3,
    'pattern with an optional group': 0.3,
    'semver, no filter': 0.3,
    'plain RegExp and a maximum': undefined,
  })
  const folders = new Map([2000, 20_000].map(size => [size, makeTree(join(work, String(size)), size)]))
  table(
    'files, a quarter with a marker',
    runs,
    node24,
    [...folders.keys()],
    {
      'setters, files in memory': 0.8,
      'setters, careful mode, in memory': 0.8,
      'setters, files read from disk': 0.8,
      'yaml: the files with markers, parsed only': undefined,
      'yaml: all files, parsed only': undefined,
    },
    folders,
  )
  commandLine(runs, node24, folders.get(2000))
}

function table(what, runs, node, sizes, cases, folders = new Map()) {
  const [small, large] = sizes
  const rows = Object.entries(cases).map(([name, limit]) => {
    const [few, many] = sizes.map(size => results(runs, node, name, size, folders.get(size)))
    return [
      name,
      few.median.toFixed(3),
      few.least.toFixed(3),
      few.most.toFixed(3),
      limit === undefined ? '' : limit.toFixed(1),
      many.median.toFixed(3),
      (many.median / few.median).toFixed(1),
      `${few.peak.toFixed(0)} / ${many.peak.toFixed(0)}`,
    ]
  })
  print([[what, `${small} s`, 'min', 'max', 'limit', `${large} s`, 'times', 'peak MB'], ...rows])
}

function results(runs, node, name, size, folder = '') {
  const hooks = join(root, 'bench/sources.mjs')
  const args = ['--import', hooks, self, '--case', name, String(size), folder]
  const measured = Array.from({ length: runs }, () => {
    const { stdout, stderr, status } = spawnSync(node, args, { encoding: 'utf8' })
    if (status !== 0) throw new Error(`${name} ended with ${status}:\n${stderr}`)
    return JSON.parse(stdout.trim().split('\n').at(-1))
  })
  const seconds = measured.map(result => result.seconds).sort((left, right) => left - right)
  return {
    median: seconds[Math.floor(seconds.length / 2)],
    least: seconds[0],
    most: seconds.at(-1),
    peak: Math.max(...measured.map(result => result.peak)),
  }
}

/** What a person waits for: the committed bundle from a cold start to the end of its output. */
function commandLine(runs, node, folder) {
  const cli = join(root, 'dist/cli/index.js')
  const tags = join(folder, '..', 'tags.txt')
  writeFileSync(tags, Array.from({ length: 100_000 }, (_, index) => buildTag(index)).join('\n'))
  const set = [...policies()].flatMap(([name, { name: image, tag }]) => ['--set', `${name}=${image}:${tag}`])
  const policy = ['--pattern', PATTERN, '--extract', '$ts', '--numerical', 'asc', '--tags-file', tags]
  const commands = {
    'node -e 0': ['-e', '0'],
    'fluxgate policy, 100000 tags': [cli, 'policy', ...policy],
    'fluxgate setters, 2000 files': [cli, 'setters', folder, ...set],
  }
  const rows = Object.entries(commands).map(([name, args]) => {
    const seconds = Array.from({ length: runs }, () => {
      const from = performance.now()
      const { status, stderr } = spawnSync(node, args, { maxBuffer: 2 ** 28 })
      if (status !== 0) throw new Error(`${name} ended with ${status}:\n${stderr}`)
      return (performance.now() - from) / 1000
    }).sort((left, right) => left - right)
    return [name, ...[seconds[Math.floor(runs / 2)], seconds[0], seconds.at(-1)].map(value => value.toFixed(3))]
  })
  print([['from a cold start', 'median s', 'min', 'max'], ...rows])
}

async function election(size, spec, tagOf = buildTag) {
  const { evaluatePolicy } = await import('../src/flux/policy.ts')
  const tags = Array.from({ length: size }, (_, index) => tagOf(index))
  return () => {
    const { error } = evaluatePolicy(spec, tags)
    if (error !== null) throw new Error(error)
  }
}

/** Distinct, in no order, one in twenty of another kind. */
function buildTag(index) {
  const sha = Math.imul(index + 1, 0x9e3779b1) >>> 4
  if (index % 20 === 0) return `v1.${index}.0`
  return `main-${sha.toString(16).padStart(7, '0')}-${1_700_000_000 + ((index * 7919) % 99_999_989)}`
}

function version(index) {
  return `v${1 + (index % 7)}.${(index * 31) % 1000}.${index}`
}

function policies() {
  const names = ['frontend', 'backend', 'worker', 'cron']
  return new Map(
    names.map(name => [
      `flux-system:${name}`,
      { name: `192.168.0.40:5000/library/${name}`, tag: 'main-0aaaaaa-1700009999' },
    ]),
  )
}

async function tree(folder) {
  const { diskFiles } = await import('../src/runner/files.ts')
  const { updatePathFiles } = await import('../src/tree/update-path-files.ts')
  return updatePathFiles(diskFiles(tmpdir()), folder)
}

/** Deployments with a Service each, as people write them; every fourth image has a marker. */
function makeTree(folder, size) {
  const names = ['frontend', 'backend', 'worker', 'cron']
  for (let index = 0; index < size; index += 1) {
    const path = join(folder, `team-${index % 20}`, `app-${index}.yaml`)
    mkdirSync(dirname(path), { recursive: true })
    const name = names[Math.floor(index / 4) % names.length]
    const marker = index % 4 === 0 ? ` # {"$imagepolicy": "flux-system:${name}"}` : ''
    writeFileSync(path, manifest(`app-${index}`, name, marker))
  }
  return folder
}

function manifest(app, image, marker) {
  return readFileSync(join(root, 'bench/manifest.yaml'), 'utf8')
    .replaceAll('APP', app)
    .replace('IMAGE', `192.168.0.40:5000/library/${image}:main-abc1234-1700000000${marker}`)
}

function expected(found, wanted) {
  if (found !== wanted) throw new Error(`${found} instead of ${wanted}`)
}

function print(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map(cells => cells[column].length)))
  for (const cells of rows) {
    const padded = cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
    console.log(padded.join('  '))
  }
  console.log()
}
