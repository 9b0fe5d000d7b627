#!/usr/bin/env node
// How long sealing takes, from cold start: one value, and 1,000 values in one run; kubeseal per value beside it where it is
// installed. RSA 4096, as the controller makes it. Prints a table; it judges nothing, as machines differ.
//
//   node bench/seal.mjs [runs]     after scripts/build; scripts/tools brings Node.js 24 and kubeseal
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const runs = Number(process.argv[2] ?? 7)
const brought = join(root, '.tools', 'node24', 'bin', 'node')
const node = existsSync(brought) ? brought : process.execPath
const env = { ...process.env, PATH: `${join(root, '.tools', 'bin')}:${process.env.PATH}` }
const work = mkdtempSync(join(tmpdir(), 'fluxgate-bench-'))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))

const certificate = join(work, 'pub-cert.pem')
const made = ['req', '-x509', '-noenc', '-newkey', 'rsa:4096', '-days', '9', '-subj', '/O=sealed-secret']
spawnSync('openssl', [...made, '-keyout', join(work, 'key.pem'), '-out', certificate])

const SECRETS = 100
const KEYS = 10
for (let number = 0; number < SECRETS * KEYS; number += 1) env[`VALUE_${number}`] = `value ${number} `.repeat(4)
env.FLUXGATE_FINGERPRINT_KEY = 'a fingerprint key for the bench'
env['INPUT_FINGERPRINT-KEY'] = env.FLUXGATE_FINGERPRINT_KEY

const cli = join(root, 'dist', 'cli', 'index.js')
const action = join(root, 'dist', 'seal', 'index.js')
const one = '- {name: app, namespace: web, file: one.yaml, data: {k: {env: VALUE_0}}}'
const oneFile = request(() => 'all.yaml')
const manyFiles = request(secret => `many/${secret}.yaml`)

console.log(`${runs} runs each, Node ${spawnSync(node, ['--version']).stdout.toString().trim()}, RSA 4096`)
table([
  ['', 'median s', 'min s', 'max s'],
  row('node -e 0', () => timed(node, ['-e', '0'])),
  row(
    'fluxgate seal, one value',
    fresh(() => seal(one)),
  ),
  row(
    'fluxgate seal, 1,000 values in 100 files',
    fresh(() => seal(manyFiles)),
  ),
  row('the same again: nothing has changed', () => seal(manyFiles)),
  row(
    'fluxgate seal, 1,000 values in one file',
    fresh(() => seal(oneFile)),
  ),
  row('the same again: nothing has changed', () => seal(oneFile)),
  row(
    'the action, one value',
    fresh(() => runAction(one)),
  ),
  row(
    'the action, 1,000 values in 100 files',
    fresh(() => runAction(manyFiles)),
  ),
  ...(spawnSync('kubeseal', ['--version'], { env }).status === 0 ? [row('kubeseal --raw, one value', kubeseal)] : []),
])

function request(fileOf) {
  return Array.from({ length: SECRETS }, (_, secret) => {
    const data = Array.from({ length: KEYS }, (_, key) => `k${key}: {env: VALUE_${secret * KEYS + key}}`).join(', ')
    return `- {name: app-${secret}, namespace: web, file: ${fileOf(secret)}, data: {${data}}}`
  }).join('\n')
}

function fresh(measure) {
  return () => {
    for (const name of ['one.yaml', 'all.yaml', 'many']) rmSync(join(work, name), { recursive: true, force: true })
    return measure()
  }
}

function seal(secrets) {
  return timed(node, [cli, 'seal', '--secrets', '-'], secrets)
}

function runAction(secrets) {
  const temp = join(work, 'temp')
  mkdirSync(temp, { recursive: true })
  const files = Object.fromEntries(
    ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_STATE'].map(name => [name, join(temp, name)]),
  )
  for (const file of Object.values(files)) writeFileSync(file, '')
  const inputs = {
    secrets,
    certificate: 'pub-cert.pem',
    insecure: 'false',
    mode: 'merge',
    format: 'sealed-secret',
    deliver: 'files',
    branch: 'x',
  }
  const given = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  )
  return timed(node, [action], '', { ...env, ...files, ...given, GITHUB_WORKSPACE: work, RUNNER_TEMP: temp })
}

function kubeseal() {
  return timed('kubeseal', ['--raw', '--cert', certificate, '--name', 'app', '--namespace', 'web'], env.VALUE_0)
}

/** Wall seconds of a process. */
function timed(command, args, input = '', environment = env) {
  const from = performance.now()
  const result = spawnSync(command, args, { input, env: environment, cwd: work, maxBuffer: 64 * 1024 * 1024 })
  const seconds = (performance.now() - from) / 1000
  if (result.status !== 0)
    throw new Error(`${command} ended with ${result.status}:\n${result.stdout}\n${result.stderr}`)
  return seconds
}

function row(name, measure) {
  // The first one warms the caches.
  measure()
  const seconds = Array.from({ length: runs }, measure).sort((left, right) => left - right)
  return [name, ...[seconds[Math.floor(runs / 2)], seconds[0], seconds[runs - 1]].map(value => value.toFixed(3))]
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map(cells => cells[column].length)))
  for (const cells of rows)
    console.log(
      cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '),
    )
}
