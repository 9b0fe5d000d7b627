import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { makeSealingKey, openSealed, type SealingKey } from '../fakes/sealing-key.js'
import { type ActionResult, runAction, startAction } from '../lab/action-process.js'
import { startFaultServer } from '../lab/fault-server.js'
import { filesBelow } from '../lab/files-below.js'
import { type Lab, openLab } from '../lab/lab.js'
import { type Ended, run, succeed, type Wrapper } from '../lab/program.js'
import { describeWith } from '../lab/tools.js'

const ROOT = join(import.meta.dirname, '..', '..')
const CLI = join(ROOT, 'dist', 'cli', 'index.js')
const ACTION = join(ROOT, 'actions', 'seal')
const FINGERPRINT_KEY = 'canaryFingerprintKey0123456789'
const CANARIES = {
  HARBOR_USERNAME: 'canaryRobot',
  HARBOR_PASSWORD: 'canaryPassword5f0e1d',
  MULTI: 'canaryLineOne\ncanary/line two=\n',
}

const REQUEST = `- name: harbor-credentials
  namespace: flux-system
  file: flux/harbor-credentials.yaml
  registry:
    server: 192.168.0.40:5000
    username: {env: HARBOR_USERNAME}
    password: {env: HARBOR_PASSWORD}
- name: vm-ssh-key
  namespace: website
  file: flux/vm-ssh-key.yaml
  ssh: {as: id_ed25519, key: {generate: ed25519}}
  data: {multi: {env: MULTI}}
`

/** Every form in which a value could get somewhere. */
function forms(): readonly string[] {
  const login = `${CANARIES.HARBOR_USERNAME}:${CANARIES.HARBOR_PASSWORD}`
  const values = [...Object.values(CANARIES), ...CANARIES.MULTI.trim().split('\n'), login, FINGERPRINT_KEY]
  return [...values, ...values.map(value => Buffer.from(value).toString('base64')), ...values.map(encodeURIComponent)]
}

describeWith(['git', 'openssl', 'node24'], 'the bundle of seal', () => {
  let lab: Lab
  let key: SealingKey

  beforeAll(async () => {
    lab = await openLab()
    key = makeSealingKey(lab.folder)
  })

  afterAll(() => lab.stop())

  /** A repository with the certificate in it, cloned from an origin. */
  async function workspace(): Promise<string> {
    const origin = await lab.makeFolder('origin')
    const folder = await lab.makeFolder('work')
    await writeFile(join(origin, 'pub-cert.pem'), key.certificate)
    const git = (cwd: string, ...args: readonly string[]) =>
      succeed(lab, { command: 'git', args: ['-c', 'user.name=x', '-c', 'user.email=x@x', ...args], cwd })
    await git(origin, 'init', '-q', '-b', 'master')
    await git(origin, 'add', '-A')
    await git(origin, 'commit', '-q', '-m', 'start')
    await git(origin, 'config', 'receive.denyCurrentBranch', 'ignore')
    await git(folder, 'clone', '-q', origin, '.')
    return folder
  }

  const step = (folder: string, inputs: Record<string, string> = {}, wrap?: Wrapper) => ({
    action: ACTION,
    workspace: folder,
    env: CANARIES,
    inputs: { secrets: REQUEST, 'fingerprint-key': FINGERPRINT_KEY, ...inputs },
    ...(wrap === undefined ? {} : { wrap }),
  })

  function done(result: ActionResult): ActionResult {
    if (result.code !== 0) throw new Error(result.log)
    return result
  }

  /** Every byte that a run left anywhere, but for the commands that tell the runner what to hide. */
  async function everything(result: ActionResult, folder: string): Promise<string> {
    const log = result.log.replace(/^::add-mask::.*$/gm, '')
    const files = [...(await result.written()), ...(await filesBelow(folder))].map(
      ({ path, bytes }) => `${path}\n${bytes.toString('latin1')}`,
    )
    return [log, result.summary, ...Object.values(result.outputs), ...Object.values(result.state), ...files].join('\n')
  }

  function expectNoCanary(text: string): void {
    for (const canary of forms()) expect(text.includes(canary) ? canary : '').toBe('')
  }

  test('seals what the controller opens, says so, and a second run changes no byte', async () => {
    const folder = await workspace()
    const first = done(await runAction(lab, step(folder, { check: 'flux' })))
    const text = await readFile(join(folder, 'flux/harbor-credentials.yaml'), 'utf8')
    const sealed = parse(text).spec.encryptedData['.dockerconfigjson']
    const { auths } = JSON.parse(openSealed(sealed, key.key, 'flux-system/harbor-credentials').toString())
    expect(auths['192.168.0.40:5000']).toMatchObject({
      username: CANARIES.HARBOR_USERNAME,
      password: CANARIES.HARBOR_PASSWORD,
    })
    expect(first.outputs).toMatchObject({
      changed: 'true',
      files: '["flux/harbor-credentials.yaml","flux/vm-ssh-key.yaml"]',
    })
    expect(first.outputs['public-keys']).toMatch(/^\{"website\/vm-ssh-key\/id_ed25519":"ssh-ed25519 AAAA/)
    expect(first.summary).toContain('### Sealed 3 of 3 values')
    expect(first.log).toContain('2 SealedSecrets checked: 0 errors, 0 warnings')
    const second = done(await runAction(lab, step(folder)))
    expect(second.outputs).toMatchObject({ changed: 'false', files: '[]' })
    expect(await readFile(join(folder, 'flux/harbor-credentials.yaml'), 'utf8')).toBe(text)
  }, 60_000)

  test('no value is in the log, the summary, an output, a file or a git object', async () => {
    const folder = await workspace()
    const result = done(await runAction(lab, step(folder, { deliver: 'commit' })))
    expect(result.log).toContain('Committed')
    const blobs = await succeed(lab, {
      command: 'git',
      args: ['cat-file', '--batch', '--batch-all-objects'],
      cwd: folder,
    })
    expectNoCanary((await everything(result, folder)) + blobs)
  }, 60_000)

  test('a run that fails says none either', async () => {
    const folder = await workspace()
    await mkdir(join(folder, 'flux'))
    await writeFile(join(folder, 'flux/harbor-credentials.yaml'), `a: ${CANARIES.HARBOR_PASSWORD}: b\n`)
    const result = await runAction(lab, step(folder))
    expect(result.code).toBe(1)
    expect(result.log).toContain('flux/harbor-credentials.yaml, line 1: is no valid YAML')
    await writeFile(join(folder, 'flux/harbor-credentials.yaml'), '')
    expectNoCanary(await everything(result, folder))
  }, 60_000)

  test('a run that is cancelled writes nothing, and says none', async () => {
    const folder = await workspace()
    const server = await startFaultServer(lab)
    server.fail({ path: /cert/, on: 'all', hang: true })
    const running = await startAction(lab, step(folder, { certificate: `${server.url}/v1/cert.pem`, insecure: 'true' }))
    while (server.requests({ path: /cert/ }).length === 0) await new Promise(resolve => setTimeout(resolve, 20))
    const result = await running.cancel()
    expect(result.code).toBe(130)
    expect(await readdir(folder)).toEqual(['.git', 'pub-cert.pem'])
    expectNoCanary(await everything(result, folder))
  }, 60_000)

  test('the certificate comes over HTTP where that is allowed', async () => {
    const folder = await workspace()
    const server = await startFaultServer(lab)
    server.fail({ path: /cert/, on: 'all', answer: { status: 200, body: key.certificate } })
    done(await runAction(lab, step(folder, { certificate: `${server.url}/v1/cert.pem`, insecure: 'true' })))
    expect((await runAction(lab, step(folder, { certificate: `${server.url}/v1/cert.pem` }))).code).toBe(1)
  }, 60_000)

  describeWith(['strace'], 'watched by strace', () => {
    const strace =
      (file: string, ...args: readonly string[]): Wrapper =>
      (command, own) => ({
        command: 'strace',
        args: ['-f', '-qq', '-o', file, ...args, command, ...own],
      })

    test('no value goes into a file, an argument, the environment of a child or the network', async () => {
      const folder = await workspace()
      const trace = join(lab.folder, 'trace')
      const calls =
        'write,writev,pwrite64,pwritev,sendto,sendmsg,execve,openat,rename,renameat,renameat2,mkdir,link,symlink'
      done(
        await runAction(
          lab,
          step(folder, { deliver: 'commit' }, strace(trace, '-v', '-s', '1000000', '-e', `trace=${calls}`)),
        ),
      )
      const [own = '', ...lines] = (await readFile(trace, 'utf8')).split('\n')
      // It sees: the environment that the test gave, and the commands that hide the values.
      expect(own).toContain(CANARIES.HARBOR_PASSWORD)
      expect(lines.some(line => line.includes('::add-mask::canaryPassword'))).toBe(true)
      expect(lines.some(line => /execve\(.*"push"/.test(line))).toBe(true)
      const elsewhere = lines.filter(line => !/ write\(1, "::add-mask::/.test(line))
      expectNoCanary(elsewhere.join('\n'))
    }, 120_000)

    test.each(['fsync', 'rename'])(
      'a kill at %s leaves the old file whole',
      async call => {
        const folder = await workspace()
        done(await runAction(lab, step(folder)))
        const path = join(folder, 'flux/harbor-credentials.yaml')
        const before = await readFile(path, 'utf8')
        const kill = strace(
          join(lab.folder, 'kill'),
          '-e',
          `trace=${call}`,
          '-e',
          `inject=${call}:signal=SIGKILL:when=1`,
        )
        const result = await runAction(lab, step(folder, { renew: 'flux-system/harbor-credentials' }, kill))
        expect(result.code).not.toBe(0)
        expect(await readFile(path, 'utf8')).toBe(before)
        // And the next run does what that one could not.
        done(await runAction(lab, step(folder, { renew: 'flux-system/harbor-credentials' })))
        expect(await readFile(path, 'utf8')).not.toBe(before)
      },
      120_000,
    )
  })

  describeWith(['root'], 'on a full disk', () => {
    test('the old file stays whole, nothing is left behind, and the disk is named', async () => {
      const folder = await workspace()
      done(await runAction(lab, step(folder)))
      const saved = await lab.makeFolder('saved')
      const before = await readFile(join(folder, 'flux/harbor-credentials.yaml'), 'utf8')
      // A disk of its own for flux/, which the old file fills up to its last page.
      const script = `cp flux/harbor-credentials.yaml "$0" && mount -t tmpfs -o size=8k tmpfs flux && cp "$0/harbor-credentials.yaml" flux/ && head -c 100000 /dev/zero > flux/filler
        "$@"; code=$?; ls -A flux > "$0/list"; cp flux/harbor-credentials.yaml "$0/after.yaml"; exit $code`
      const wrap: Wrapper = (command, args) => ({
        command: 'unshare',
        args: ['--mount', 'sh', '-c', script, saved, command, ...args],
      })
      const result = await runAction(lab, step(folder, { renew: 'flux-system/harbor-credentials' }, wrap))
      expect(result.code).toBe(1)
      expect(result.log).toMatch(/harbor-credentials.yaml cannot be written: ENOSPC.*what was there is as it was/)
      expect(await readFile(join(saved, 'after.yaml'), 'utf8')).toBe(before)
      expect((await readFile(join(saved, 'list'), 'utf8')).trim().split('\n')).toEqual([
        'filler',
        'harbor-credentials.yaml',
      ])
    }, 60_000)
  })

  describe('the command line', () => {
    const seal = (folder: string, stdin: string, ...args: readonly string[]): Promise<Ended> =>
      run(lab, {
        command: process.execPath,
        args: [CLI, 'seal', ...args],
        cwd: folder,
        stdin,
        env: { ...CANARIES, FLUXGATE_FINGERPRINT_KEY: FINGERPRINT_KEY },
      })

    test('seals a request from a file or from standard input, and ends with 0', async () => {
      const folder = await workspace()
      await writeFile(join(folder, 'request.yaml'), REQUEST)
      expect(await seal(folder, '', '--secrets', 'request.yaml')).toMatchObject({ code: 0 })
      const again = await seal(folder, REQUEST, '--secrets', '-', '--certificate', key.certificateFile)
      expect(again.code).toBe(0)
      expect(again.stdout).toContain('changed=false\n')
      expectNoCanary(again.stdout + again.stderr)
      expect(await seal(folder, '', 'check')).toMatchObject({
        code: 0,
        stderr: '2 SealedSecrets checked: 0 errors, 0 warnings\n',
      })
    })

    test.each([
      ['a request that is wrong', '- {name: A}', ['--secrets', '-'], 2, 'line 1: "name" is "A"'],
      ['a request that is missing', '', ['--secrets', 'none.yaml'], 2, 'the file none.yaml does not exist'],
      ['no request', '', [], 2, 'there is nothing to do'],
      ['an unknown option', '', ['--secret', 'x'], 2, 'Did you mean --secrets?'],
      ['a secret as an argument', '', ['--fingerprint-key', 'x'], 2, 'FLUXGATE_FINGERPRINT_KEY'],
      [
        'a certificate that is missing',
        REQUEST,
        ['--secrets', '-', '--certificate', 'none.pem'],
        1,
        'the file none.pem does not exist',
      ],
      ['a folder that is missing', '', ['check', 'none'], 2, 'the folder none does not exist'],
    ] as const)('with %s', async (_, stdin, args, code, problem) => {
      const folder = await workspace()
      const result = await seal(folder, stdin, ...args)
      expect(result).toMatchObject({ code, stdout: '' })
      expect(result.stderr).toContain(problem)
    })

    test('check ends with 1 at a fault, with its line', async () => {
      const folder = await workspace()
      const file = join(folder, 'flux/a.yaml')
      await mkdir(dirname(file))
      await writeFile(
        file,
        'apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: {name: a, namespace: b}\nspec:\n  encryptedData:\n    k: REPLACE_ME\n',
      )
      const result = await seal(folder, '', 'check', 'flux')
      expect(result.code).toBe(1)
      expect(result.stderr).toContain(
        'flux/a.yaml:6: error: "k" is a placeholder, no sealed value (sealed-placeholder)',
      )
    })
  })
})

describeWith(['kubeseal', 'openssl'], 'seal and kubeseal', () => {
  let lab: Lab
  const keys: SealingKey[] = []

  beforeAll(async () => {
    lab = await openLab()
    keys.push(...[2048, 4096].map(bits => makeSealingKey(lab.folder, { bits })))
  })

  afterAll(() => lab.stop())

  const unseal = ({ keyFile }: SealingKey, stdin: string) =>
    run(lab, { command: 'kubeseal', args: ['--recovery-unseal', '--recovery-private-key', keyFile], stdin })

  test.each([0, 1])(
    'kubeseal opens what we seal, in every scope, from one byte to 1 MiB (key %#)',
    async index => {
      const key = keys[index]
      if (key === undefined) throw new Error('no key')
      const folder = await lab.makeFolder('work')
      const values: Record<string, Buffer> = {
        one: Buffer.from([0]),
        text: Buffer.from('ünicode\r\n'),
        most: Buffer.from(Array.from({ length: 1024 * 1024 - 100 }, (_, at) => (at * 7919) & 255)),
      }
      for (const [name, value] of Object.entries(values)) await writeFile(join(folder, name), value)
      const data = Object.keys(values)
        .map(name => `${name}: {file: ${name}}`)
        .join(', ')
      for (const scope of ['strict', 'namespace-wide', 'cluster-wide']) {
        const request = `- {name: a, namespace: b, scope: ${scope}, file: ${scope}.yaml, data: {${data}}}`
        const args = [CLI, 'seal', '--secrets', '-', '--certificate', key.certificateFile]
        await succeed(lab, { command: process.execPath, args, cwd: folder, stdin: request })
        const sealed = await readFile(join(folder, `${scope}.yaml`), 'utf8')
        const opened = await unseal(key, sealed)
        expect(opened.code).toBe(0)
        const secret: { data: Record<string, string> } = JSON.parse(opened.stdout)
        for (const [name, value] of Object.entries(values)) {
          expect(Buffer.from(secret.data[name] ?? '', 'base64').equals(value)).toBe(true)
        }
        // Another name or namespace opens only what is not bound to it; a narrower scope opens nothing.
        const renamed = (await unseal(key, sealed.replaceAll('name: a\n', 'name: c\n'))).code === 0
        const moved = (await unseal(key, sealed.replaceAll('namespace: b\n', 'namespace: c\n'))).code === 0
        expect([scope, renamed, moved]).toEqual([scope, scope !== 'strict', scope === 'cluster-wide'])
        if (scope !== 'strict')
          expect((await unseal(key, sealed.replaceAll('-wide: "true"', '-wide: "false"'))).code).not.toBe(0)
      }
    },
    120_000,
  )

  test('we write a file as kubeseal does, but for the ciphertext and our own annotation', async () => {
    const [key] = keys
    if (key === undefined) throw new Error('no key')
    const folder = await lab.makeFolder('work')
    const secret = `apiVersion: v1
kind: Secret
metadata: {name: a, namespace: b, labels: {l: "1", "yes": "on"}, annotations: {example.com/x: "a: b # c"}}
type: example.com/t
stringData: {k: v, "1e3": w, true: x, .dot: y}
`
    const request = `- {name: a, namespace: b, file: a.yaml, type: example.com/t, labels: {l: "1", "yes": "on"}, annotations: {example.com/x: "a: b # c"}, data: {k: {literal: v}, "1e3": {literal: w}, true: {literal: x}, .dot: {literal: y}}}`
    for (const scope of ['strict', 'cluster-wide']) {
      const kubeseal = ['--cert', key.certificateFile, '--scope', scope, '--format', 'yaml']
      const theirs = await succeed(lab, { command: 'kubeseal', args: kubeseal, stdin: secret })
      const args = [CLI, 'seal', '--secrets', '-', '--certificate', key.certificateFile, '--mode', 'replace']
      const scoped = request.replace('file: a.yaml', `file: ${scope}.yaml, scope: ${scope}`)
      await succeed(lab, { command: process.execPath, args, cwd: folder, stdin: scoped })
      const ours = await readFile(join(folder, `${scope}.yaml`), 'utf8')
      const plain = (text: string) =>
        text.replace(/: Ag[A-Za-z0-9+/=]+$/gm, ': AQ').replace(/: AQ[A-Za-z0-9+/=]+$/gm, ': AQ')
      const without = plain(ours)
        .replace(/^ {4}fluxgate\/seals: .*\n/m, '')
        .replace('metadata:\n  annotations:\n  name', 'metadata:\n  name')
      expect(without).toBe(plain(theirs))
      // And theirs passes our check.
      await mkdir(join(folder, `theirs-${scope}`))
      await writeFile(join(folder, `theirs-${scope}`, 'a.yaml'), theirs)
      await writeFile(join(folder, `theirs-${scope}`, 'pub-cert.pem'), key.certificate)
      const checked = await run(lab, {
        command: process.execPath,
        args: [CLI, 'seal', 'check', `theirs-${scope}`],
        cwd: folder,
      })
      expect(checked).toMatchObject({ code: 0, stderr: '1 SealedSecrets checked: 0 errors, 0 warnings\n' })
    }
  }, 60_000)

  test('an entry is added to a file of kubeseal’s, and kubeseal opens both', async () => {
    const [key] = keys
    if (key === undefined) throw new Error('no key')
    const folder = await lab.makeFolder('work')
    const secret = 'apiVersion: v1\nkind: Secret\nmetadata: {name: a, namespace: b}\nstringData: {theirs: one}\n'
    const kubeseal = ['--cert', key.certificateFile, '--format', 'yaml']
    const theirs = await succeed(lab, { command: 'kubeseal', args: kubeseal, stdin: secret })
    await writeFile(join(folder, 'a.yaml'), theirs)
    const args = [CLI, 'seal', '--secrets', '-', '--certificate', key.certificateFile]
    const request = '- {name: a, namespace: b, file: a.yaml, data: {ours: {literal: two}}}'
    await succeed(lab, { command: process.execPath, args, cwd: folder, stdin: request })
    const { data } = JSON.parse((await unseal(key, await readFile(join(folder, 'a.yaml'), 'utf8'))).stdout)
    expect(data).toEqual({ theirs: Buffer.from('one').toString('base64'), ours: Buffer.from('two').toString('base64') })
  }, 60_000)
})
