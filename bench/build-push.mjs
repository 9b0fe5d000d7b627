#!/usr/bin/env node
// How much the action takes around buildx: the same two images, built and pushed by hand and by the action, in turn.
// And how long a cold start to the printed tag takes. Prints tables; it judges nothing, as machines differ.
//
//   node bench/build-push.mjs [runs]     after scripts/tools; needs root for a Docker engine of its own
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

const root = fileURLToPath(new URL('..', import.meta.url))
/** What the runner gives for an input that the workflow does not set. */
const defaults = Object.fromEntries(
  Object.entries(parse(readFileSync(join(root, 'actions/build-push/action.yml'), 'utf8')).inputs).map(
    ([name, input]) => [name, String(input.default ?? '')],
  ),
)
const runs = Number(process.argv[2] ?? 7)
const tools = join(root, '.tools')
const node24 = join(tools, 'node24', 'bin', 'node')
const work = mkdtempSync(join(tmpdir(), 'fluxgate-bench-'))
const started = []
const env = {
  ...process.env,
  PATH: `${join(tools, 'bin')}:${process.env.PATH}`,
  DOCKER_HOST: `unix://${work}/docker.sock`,
  DOCKER_CONFIG: join(work, 'config'),
}

process.on('SIGINT', () => process.exit(130))
process.on('exit', () => {
  for (const child of started) child.kill()
  spawnSync('sleep', ['1'])
  rmSync(work, { recursive: true, force: true })
})

const cacheOnly = () => 'type=cacheonly'
const pushed = (run, who, image) =>
  `type=image,push=,store=false,unpack=false,rewrite-timestamp=true,registry.insecure=true,name=${registry}/${who}/${image}:run-${run}`

const registry = await startServers()
const site = makeSite()
console.log(`two images, ${runs} runs each, Node ${version(node24)}, docker driver\n`)
around()
coldStart()
process.exit()

/** By hand: the bakes that the action runs, one that builds and one that pushes; and, for the eye, both in one. */
function around() {
  const measured = { two: [], one: [], action: [] }
  for (let run = 0; run <= runs; run += 1) {
    const two = byHand(run, 'two', [cacheOnly, pushed])
    const one = byHand(run, 'one', [pushed])
    const action = runAction(run)
    // The first of each warms the caches.
    if (run === 0) continue
    measured.two.push(two)
    measured.one.push(one)
    measured.action.push(action)
  }
  const less = other => measured.action.map((seconds, index) => seconds - other[index])
  table(
    ['', 'median s', 'min s', 'max s'],
    [
      row('by hand: bake, then bake with push', measured.two),
      row('by hand: one bake with push', measured.one),
      row('the action', measured.action),
      row('the action less the same two bakes by hand, pair by pair', less(measured.two)),
      row('the action less one bake by hand, pair by pair', less(measured.one)),
    ],
  )
  const ratio = other => median(measured.action.map((seconds, index) => seconds / other[index])).toFixed(2)
  console.log(`\nratio action / two bakes: ${ratio(measured.two)}, action / one bake: ${ratio(measured.one)}\n`)
}

function coldStart() {
  const sha = 'a'.repeat(40)
  const empty = ['-e', '0']
  const tag = [join(root, 'dist/cli/index.js'), 'tag', '--sha', sha]
  const seconds = args => repeat(() => timed(node24, args))
  table(
    ['cold start', 'median s', 'min s', 'max s', 'peak MB'],
    [
      [...row('node -e 0', seconds(empty)), peak(empty)],
      [...row('fluxgate tag', seconds(tag)), peak(tag)],
    ],
  )
}

function byHand(run, who, outputs) {
  change(run, who)
  const environment = { ...env, SOURCE_DATE_EPOCH: '1700000000' }
  const from = performance.now()
  for (const output of outputs) {
    const target = image => ({
      context: join(site, image),
      output: [output(run, who, image)],
      attest: ['type=provenance,disabled=true'],
    })
    const definition = {
      group: { default: { targets: ['frontend', 'backend'] } },
      target: { frontend: target('frontend'), backend: target('backend') },
    }
    timed('docker', ['buildx', 'bake', '--file', '-', '--progress', 'plain'], JSON.stringify(definition), environment)
  }
  return (performance.now() - from) / 1000
}

function runAction(run) {
  change(run, 'action')
  return timed(node24, [join(root, 'dist/build-push/index.js')], '', {
    ...env,
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: join(work, 'event.json'),
    GITHUB_REF: 'refs/heads/master',
    GITHUB_REPOSITORY: 'example/website',
    GITHUB_WORKSPACE: site,
    GITHUB_OUTPUT: touch('output'),
    GITHUB_STATE: touch('state'),
    GITHUB_STEP_SUMMARY: touch('summary'),
    RUNNER_TEMP: work,
    ...inputs(),
  })
}

function inputs() {
  const given = {
    ...defaults,
    registry,
    insecure: 'true',
    images: '- {name: action/frontend, context: frontend}\n- {name: action/backend, context: backend}',
    provenance: 'false',
    sbom: 'false',
    'flux-path': 'flux',
  }
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
}

/** Both ways build something new each time. */
function change(run, who) {
  for (const image of ['frontend', 'backend']) writeFileSync(join(site, image, 'page'), `${who} ${run}\n`)
}

function makeSite() {
  const folder = join(work, 'site')
  for (const image of ['frontend', 'backend']) {
    mkdirSync(join(folder, image), { recursive: true })
    writeFileSync(join(folder, image, 'Dockerfile'), 'FROM scratch\nCOPY page /page\n')
    writeFileSync(join(folder, image, 'page'), 'page\n')
  }
  const git = (...args) => spawnSync('git', ['-c', 'user.name=b', '-c', 'user.email=b@b', ...args], { cwd: folder })
  git('init', '-q', '-b', 'master')
  git('add', '-A')
  git('commit', '-q', '-m', 'site')
  git('clone', '-q', '--bare', folder, join(work, 'origin.git'))
  git('remote', 'add', 'origin', join(work, 'origin.git'))
  writeFileSync(join(work, 'event.json'), '{"repository":{"default_branch":"master"}}')
  return folder
}

async function startServers() {
  const port = await freePort()
  const config = {
    features: { 'containerd-snapshotter': true },
    bridge: 'none',
    iptables: false,
    ip6tables: false,
    'userland-proxy': false,
    'data-root': `${work}/data`,
    'exec-root': `${work}/exec`,
    pidfile: `${work}/pid`,
    hosts: [env.DOCKER_HOST],
  }
  writeFileSync(join(work, 'daemon.json'), JSON.stringify(config))
  const storage = `{filesystem: {rootdirectory: ${work}/registry}}`
  writeFileSync(join(work, 'registry.yml'), `version: 0.1\nstorage: ${storage}\nhttp: {addr: "127.0.0.1:${port}"}\n`)
  mkdirSync(join(work, 'config', 'cli-plugins'), { recursive: true })
  const plugin = join(tools, 'docker-config', 'cli-plugins', 'docker-buildx')
  if (existsSync(plugin)) symlinkSync(plugin, join(work, 'config', 'cli-plugins', 'docker-buildx'))
  const options = { env, stdio: 'ignore' }
  started.push(spawn('unshare', ['--mount', 'dockerd', '--config-file', join(work, 'daemon.json')], options))
  started.push(spawn('docker-registry', ['serve', join(work, 'registry.yml')], options))
  for (let wait = 0; wait < 200; wait += 1) {
    if (spawnSync('docker', ['info'], { env }).status === 0) return `127.0.0.1:${port}`
    spawnSync('sleep', ['0.1'])
  }
  throw new Error('the Docker engine does not start')
}

function freePort() {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

/** Wall seconds of a process. */
function timed(command, args, input = '', environment = env) {
  const from = performance.now()
  const result = spawnSync(command, args, { input, env: environment })
  const seconds = (performance.now() - from) / 1000
  if (result.status !== 0)
    throw new Error(`${command} ended with ${result.status}:\n${result.stdout}\n${result.stderr}`)
  return seconds
}

/** Peak memory of a Node.js process in MB, told by itself when it ends; not in the timed runs. */
function peak(args) {
  const report = 'process.on("exit",()=>process.stderr.write("\\n"+process.resourceUsage().maxRSS))'
  const result = spawnSync(node24, ['--import', `data:text/javascript,${encodeURIComponent(report)}`, ...args], { env })
  return String(Math.round(Number(result.stderr.toString().trim().split('\n').at(-1)) / 1024))
}

function touch(name) {
  writeFileSync(join(work, name), '')
  return join(work, name)
}

function repeat(measure) {
  measure()
  return Array.from({ length: runs }, measure)
}

function median(values) {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)]
}

function row(name, seconds) {
  return [name, ...[median(seconds), Math.min(...seconds), Math.max(...seconds)].map(value => value.toFixed(3))]
}

function version(node) {
  return spawnSync(node, ['--version']).stdout.toString().trim()
}

function table(head, rows) {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map(cells => cells[column].length)))
  const line = cells =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ')
  for (const cells of [head, ...rows]) console.log(line(cells))
}
