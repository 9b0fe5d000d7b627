import { chmod, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { makeSealingKey, type SealingKey } from '../fakes/sealing-key.js'
import { startAction } from '../lab/action-process.js'
import { startFaultServer } from '../lab/fault-server.js'
import { filesBelow } from '../lab/files-below.js'
import { type Lab, openLab } from '../lab/lab.js'
import { run, start, succeed, type Wrapper } from '../lab/program.js'
import { describeWith, locate, node } from '../lab/tools.js'

const ROOT = join(import.meta.dirname, '..', '..')
const CLI = join(ROOT, 'dist', 'cli', 'index.js')
const ACTION = join(ROOT, 'actions', 'seal')
const CANARY = 'canaryOfTheCrash5f0e1d'
const REQUEST = '[{name: app, namespace: web, file: app.yaml, data: {password: {env: PASSWORD}}}]'

const withCores: Wrapper = (command, args) => ({
  command: 'sh',
  args: ['-c', 'ulimit -c unlimited && exec "$@"', 'sh', command, ...args],
})

describeWith(['git', 'openssl', 'node24'], 'a seal that crashes', () => {
  let lab: Lab
  let key: SealingKey

  beforeAll(async () => {
    lab = await openLab()
    key = makeSealingKey(lab.folder)
  })

  afterAll(() => lab.stop())

  /** A run that holds its value and waits for a certificate that never comes. */
  async function waiting(env: Readonly<Record<string, string>> = {}) {
    const workspace = await lab.makeFolder('work')
    const server = await startFaultServer(lab)
    server.fail({ path: /cert/, on: 'all', hang: true })
    const running = await startAction(lab, {
      action: ACTION,
      workspace,
      env: { PASSWORD: CANARY, ...env },
      inputs: { secrets: REQUEST, certificate: `${server.url}/v1/cert.pem`, insecure: 'true' },
      wrap: withCores,
    })
    while (server.requests({ path: /cert/ }).length === 0) await new Promise(resolve => setTimeout(resolve, 20))
    return { workspace, running }
  }

  async function canariesIn(folder: string): Promise<readonly string[]> {
    const files = await filesBelow(folder)
    return files.filter(({ bytes }) => bytes.includes(CANARY)).map(({ path }) => path)
  }

  const filterOf = async (pid: number | 'self') =>
    Number.parseInt(await readFile(`/proc/${pid}/coredump_filter`, 'utf8'), 16)

  /** Elsewhere, or handed to a program, is where the system may put cores; then the filter alone can be looked at. */
  const coresStayHere = async () => !/[/|]/.test(await readFile('/proc/sys/kernel/core_pattern', 'utf8'))

  test.each(['SIGABRT', 'SIGSEGV'] as const)(
    'by %s leaves a core without the value, where others leave it in theirs',
    async signal => {
      const { workspace, running } = await waiting()
      expect(await filterOf(running.pid)).toBe(0)
      running.signal(signal)
      expect((await running.result).code).toBeNull()
      expect(await canariesIn(workspace)).toEqual([])
      if (!(await coresStayHere())) return
      expect((await readdir(workspace)).some(name => name.startsWith('core'))).toBe(true)

      const other = await lab.makeFolder('other')
      const script = `console.log('ready'); setInterval(() => process.env.PASSWORD, 1000)`
      const program = { command: node(24) ?? '', args: ['-e', script], env: { PASSWORD: CANARY } }
      const plain = start(lab, { ...program, cwd: other, wrap: withCores })
      await plain.waitFor(/ready/)
      plain.signal(signal)
      await plain.ended
      expect(await canariesIn(other)).toHaveLength(1)
    },
    60_000,
  )

  test('writes no diagnostic report, which would show the environment', async () => {
    const reports = await lab.makeFolder('reports')
    const options = `--report-on-fatalerror --report-on-signal --report-uncaught-exception --report-dir=${reports}`
    const { running } = await waiting({ NODE_OPTIONS: options })
    running.signal('SIGUSR2')
    await running.result
    expect(await readdir(reports)).toEqual([])
  }, 60_000)

  test.each(['--heapsnapshot-signal=SIGUSR2', '--heapsnapshot_near_heap_limit=1'])(
    'is not begun with %s',
    async option => {
      const cwd = await lab.makeFolder('work')
      await writeFile(join(cwd, 'request.yaml'), REQUEST)
      const env = { PASSWORD: CANARY, NODE_OPTIONS: option }
      const args = [CLI, 'seal', '--secrets', 'request.yaml', '--certificate', key.certificateFile]
      const result = await run(lab, { command: node(24) ?? '', args, cwd, env })
      expect(result.code).toBe(1)
      expect(result.stderr).toContain(`Node.js runs with ${option.replace(/=.*/, '')}`)
      expect(await readdir(cwd)).toEqual(['request.yaml'])
    },
  )

  test('hands the same to the programs that it starts', async () => {
    const cwd = await lab.makeFolder('work')
    const bin = await lab.makeFolder('bin')
    await writeFile(
      join(bin, 'git'),
      `#!/bin/sh\ncat /proc/self/coredump_filter >>${bin}/filters\nexec ${locate('git')} "$@"\n`,
    )
    await chmod(join(bin, 'git'), 0o755)
    await succeed(lab, { command: 'git', args: ['init', '-q', '-b', 'master'], cwd })
    await writeFile(join(cwd, 'request.yaml'), REQUEST)
    const env = { PASSWORD: CANARY, PATH: `${bin}:${lab.env.PATH}` }
    const args = [CLI, 'seal', '--secrets', 'request.yaml', '--certificate', key.certificateFile, '--deliver', 'commit']
    await run(lab, { command: node(24) ?? '', args, cwd, env })
    const filters = (await readFile(join(bin, 'filters'), 'utf8')).trim().split('\n')
    expect(filters.map(text => Number.parseInt(text, 16)).filter(filter => filter !== 0)).toEqual([])
  })
})
