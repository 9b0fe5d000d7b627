import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parse, parseAllDocuments } from 'yaml'
import { userErrorsOf } from '../../src/errors.js'
import { member } from '../../src/json.js'
import { diskFiles } from '../../src/runner/files.js'
import { makeSealingKey, openSealed } from '../../tests/fakes/sealing-key.js'
import { silentRunner } from '../../tests/fakes/silent-runner.js'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { main } from './main.js'

const root = temporaryFolder()
const [key, next] = [makeSealingKey(root), makeSealingKey(root)]
const DAY = 24 * 60 * 60 * 1000
const KEY = 'a fingerprint key of a test'
const FILE = 'flux/secrets.yaml'
const DEFAULTS = {
  certificate: 'pub-cert.pem',
  insecure: 'false',
  mode: 'merge',
  format: 'sealed-secret',
  deliver: 'files',
  branch: 'fluxgate/seal',
}

interface Run {
  readonly error: string
  readonly outputs: Record<string, string>
  readonly masked: readonly string[]
  readonly summary: string
  readonly logged: readonly string[]
  /** key → action of the output `sealed`. */
  readonly actions: Record<string, string>
}

function workspace(certificate = key.certificate) {
  const folder = mkdtempSync(join(root, 'work-'))
  const put = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  put('pub-cert.pem', certificate)
  return {
    folder,
    put,
    read: (path = FILE) => readFileSync(join(folder, path), 'utf8'),
    async run(
      secrets: string,
      env: Record<string, string> = {},
      inputs: Record<string, string> = {},
      days = 0,
      sees: (bytes: Buffer) => void = () => undefined,
    ): Promise<Run> {
      const outputs: Record<string, string> = {}
      const masked: string[] = []
      let summary = ''
      const given: Record<string, string> = { ...DEFAULTS, secrets, ...inputs }
      const runner = silentRunner({
        workspace: folder,
        env,
        files: {
          ...diskFiles(join(root, 'temporary')),
          async readBytes(path) {
            const bytes = await diskFiles(root).readBytes(path)
            if (path.endsWith('/value') && bytes !== undefined)
              sees(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
            return bytes
          },
        },
        clock: { now: () => Date.now() + days * DAY, sleep: async () => undefined },
        input: name => given[name] ?? '',
        mask: secret => void masked.push(secret),
        output: (name, value) => {
          outputs[name] = value
        },
        summary: async text => {
          summary += text
        },
      })
      let error = ''
      try {
        await main(runner)
      } catch (thrown) {
        const mistakes = userErrorsOf(thrown)
        if (mistakes.length === 0) throw thrown
        error = mistakes.map(({ message }) => message).join('\n')
      }
      const rows: { key: string; action: string }[] = JSON.parse(outputs.sealed ?? '[]')
      const actions = Object.fromEntries(rows.map(row => [row.key, row.action]))
      return { error, outputs, masked, summary, logged: runner.logged, actions }
    },
  }
}

const request = (data: string, more = '') => `- {name: app, namespace: web, file: ${FILE}${more}, data: {${data}}}`

function sealedOf(text: string, name = 'app'): unknown {
  return parseAllDocuments(text)
    .map(document => document.toJS())
    .find(object => object?.metadata?.name === name)
}

function valuesOf(text: string, name = 'app'): Record<string, string> {
  return { ...Object(member(member(sealedOf(text, name), 'spec'), 'encryptedData')) }
}

function opened(text: string, by = key, label = 'web/app', name = 'app'): Record<string, string> {
  const entries = Object.entries(valuesOf(text, name))
  return Object.fromEntries(entries.map(([at, value]) => [at, openSealed(value, by.key, label).toString('utf8')]))
}

describe('sealing', () => {
  it('gives values that the controller opens, whatever their source', async () => {
    const work = workspace()
    work.put('binary', Buffer.from([0, 255, 10, 13]))
    work.put('line', 'with a line end\n')
    const data =
      'a: {env: A}, b: {file: binary}, c: {literal: 1.10}, d: {file: line}, e: {env: E, encoding: base64}, f: {generate: password}'
    const { error, outputs } = await work.run(request(data), {
      A: ' ünicode\n',
      E: Buffer.from([0, 200]).toString('base64'),
    })
    expect(error).toBe('')
    const values = valuesOf(work.read())
    const bytes = (at: string) => openSealed(values[at] ?? '', key.key, 'web/app')
    expect(bytes('a').toString()).toBe(' ünicode\n')
    expect([...bytes('b')]).toEqual([0, 255, 10, 13])
    expect(bytes('c').toString()).toBe('1.10')
    expect(bytes('d').toString()).toBe('with a line end\n')
    expect([...bytes('e')]).toEqual([0, 200])
    expect(bytes('f').toString()).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(outputs).toMatchObject({ changed: 'true', files: JSON.stringify([FILE]), 'public-keys': '{}' })
  })

  it('binds to the scope, which both annotations say', async () => {
    for (const [scope, label] of [
      ['namespace-wide', 'web'],
      ['cluster-wide', ''],
    ] as const) {
      const work = workspace()
      await work.run(request('a: {env: A}', `, scope: ${scope}`), { A: 'value' })
      expect(opened(work.read(), key, label)).toEqual({ a: 'value' })
      const annotations = { [`sealedsecrets.bitnami.com/${scope}`]: 'true' }
      expect(sealedOf(work.read())).toMatchObject({
        metadata: { annotations },
        spec: { template: { metadata: { annotations } } },
      })
    }
  })

  it('changes labels and type of one that is there, and leaves its values', async () => {
    const work = workspace()
    await work.run(request('a: {env: A}', ', labels: {app: web, v: "1"}'), { A: 'value' })
    const before = work.read()
    const { outputs } = await work.run(request('a: {env: A}', ', type: x/y, labels: {v: "2"}'), { A: 'value' })
    expect(outputs.changed).toBe('true')
    expect(work.read()).toBe(before.replace('v: "1"', 'v: "2"').replace('type: Opaque', 'type: x/y'))
  })

  it('puts type, labels and annotations into the template', async () => {
    const work = workspace()
    await work.run(
      request('a: {env: A}', ', type: example.com/x, labels: {app: web, v: "1"}, annotations: {a/b: "c: d"}'),
      { A: 'value' },
    )
    expect(sealedOf(work.read())).toMatchObject({
      spec: {
        template: {
          type: 'example.com/x',
          metadata: { name: 'app', namespace: 'web', labels: { app: 'web', v: '1' }, annotations: { 'a/b': 'c: d' } },
        },
      },
    })
  })

  it('hides every value before it is used, and all that is made of it, but no literal', async () => {
    const work = workspace()
    const secrets = `- {name: r, namespace: web, file: ${FILE}, registry: {server: r.example, username: {env: U}, password: {env: P}}, data: {l: {literal: open}, g: {generate: ed25519}}}`
    const { masked } = await work.run(secrets, { U: 'robot', P: 'hunter2' }, { 'fingerprint-key': KEY })
    expect(masked.slice(0, 3)).toEqual([KEY, 'robot', 'hunter2'])
    expect(masked).toEqual(
      expect.arrayContaining([
        Buffer.from('robot:hunter2').toString('base64'),
        expect.stringContaining('OPENSSH PRIVATE KEY'),
      ]),
    )
    expect(masked).not.toContain('open')
  })
})

describe('a value', () => {
  it('is overwritten in memory when the run is over, also when it failed', async () => {
    for (const certificate of [key.certificate, 'none']) {
      const work = workspace(certificate)
      const held: Buffer[] = []
      work.put('value', 'hunter2')
      await work.run(request('a: {file: value}'), {}, {}, 0, bytes => void held.push(bytes))
      expect(held.map(bytes => bytes.every(byte => byte === 0))).toEqual([true])
    }
  })
})

describe('a second run', () => {
  const data = 'a: {env: A}, b: {env: B}, g: {generate: password}'
  const env = { A: 'one', B: 'two' }
  const withKey = { 'fingerprint-key': KEY }

  async function sealedOnce(inputs: Record<string, string> = withKey) {
    const work = workspace()
    expect((await work.run(request(data), env, inputs)).error).toBe('')
    return { work, before: work.read() }
  }

  it('changes no byte when no value has changed', async () => {
    const { work, before } = await sealedOnce()
    const { outputs, actions } = await work.run(request(data), env, withKey)
    expect(outputs).toMatchObject({ changed: 'false', files: '[]' })
    expect(actions).toEqual({ a: 'kept', b: 'kept', g: 'kept' })
    expect(work.read()).toBe(before)
  })

  it('changes the one entry whose value has changed', async () => {
    const { work, before } = await sealedOnce()
    const { actions } = await work.run(request(data), { ...env, B: 'three' }, withKey)
    expect(actions).toEqual({ a: 'kept', b: 'renewed', g: 'kept' })
    expect(opened(work.read())).toMatchObject({ a: 'one', b: 'three' })
    const differs = before.split('\n').filter((line, index) => line !== work.read().split('\n')[index])
    expect(differs.map(line => line.trim().split(':')[0])).toEqual(['fluxgate/seals', 'b'])
  })

  it('seals all anew that is at hand when the certificate is another one, and tells the rest', async () => {
    for (const inputs of [withKey, {}]) {
      const { work, before } = await sealedOnce(inputs)
      work.put('pub-cert.pem', next.certificate)
      const { actions, logged } = await work.run(request(data), env, inputs)
      expect(actions).toEqual({ a: 'renewed', b: 'renewed', g: 'stale' })
      const values = valuesOf(work.read())
      expect(openSealed(values.a ?? '', next.key, 'web/app').toString()).toBe('one')
      expect(values.g).toBe(valuesOf(before).g)
      expect(logged).toContainEqual(expect.stringMatching(/^warning: .*web\/app g: stale/))
    }
  })

  it('seals what is named in renew, one key or a whole secret', async () => {
    const { work } = await sealedOnce()
    expect((await work.run(request(data), env, { ...withKey, renew: 'web/app/g' })).actions).toEqual({
      a: 'kept',
      b: 'kept',
      g: 'renewed',
    })
    expect((await work.run(request(data), env, { ...withKey, renew: 'web/app' })).actions).toEqual({
      a: 'renewed',
      b: 'renewed',
      g: 'renewed',
    })
    expect((await work.run(request(data), env, { ...withKey, renew: 'web/apq' })).error).toContain('"web/apq"')
  })

  it('keeps everything without a fingerprint key, whatever the values are', async () => {
    const { work, before } = await sealedOnce({})
    expect(before).not.toMatch(/\.[A-Za-z0-9_-]{43}/)
    const { logged } = await work.run(request(data), { A: 'other', B: 'other' })
    expect(work.read()).toBe(before)
    expect(logged).toContainEqual(expect.stringMatching(/^info: Kept, whether it changed is not known .*: web\/app\. /))
    expect((await work.run(request(data), env, withKey)).logged).not.toContainEqual(expect.stringMatching(/: Kept,/))
  })

  it('does not trust a fingerprint beside a ciphertext that somebody else put there', async () => {
    const { work, before } = await sealedOnce()
    const values = valuesOf(before)
    work.put(FILE, before.replace(values.a ?? '', values.b ?? ''))
    expect((await work.run(request(data), env, withKey)).actions).toMatchObject({ a: 'renewed', b: 'kept' })
    expect(opened(work.read())).toMatchObject({ a: 'one', b: 'two' })
  })

  it('makes nothing of a fingerprint of another name or scope', async () => {
    const { work, before } = await sealedOnce()
    work.put(FILE, before.replaceAll('name: app', 'name: moved'))
    const moved = request(data).replace('name: app', 'name: moved')
    expect((await work.run(moved, env, withKey)).actions).toMatchObject({ a: 'renewed', b: 'renewed' })
    expect(openSealed(valuesOf(work.read(), 'moved').a ?? '', key.key, 'web/moved').toString()).toBe('one')
  })

  it('seals all anew when the scope changes, and refuses where a value is not at hand', async () => {
    const { work } = await sealedOnce()
    const wide = request(data, ', scope: cluster-wide')
    expect((await work.run(wide, env, withKey)).actions).toEqual({ a: 'renewed', b: 'renewed', g: 'renewed' })
    expect(opened(work.read(), key, '')).toMatchObject({ a: 'one' })
    const { error } = await work.run(request('a: {env: A}'), env, withKey)
    expect(error).toContain(
      'web/app changes its scope from cluster-wide to strict, and the values of b, g are not at hand',
    )
    expect((await work.run(request('a: {env: A}'), env, { ...withKey, mode: 'replace' })).error).toBe('')
    expect(opened(work.read())).toEqual({ a: 'one' })
  })

  it('keeps keys that are not in the request, or drops them', async () => {
    const { work } = await sealedOnce()
    expect((await work.run(request('n: {env: A}'), env, withKey)).actions).toEqual({
      n: 'sealed',
      a: 'kept',
      b: 'kept',
      g: 'kept',
    })
    const { actions } = await work.run(request('n: {env: A}'), env, { ...withKey, mode: 'replace' })
    expect(actions).toEqual({ n: 'kept', a: 'dropped', b: 'dropped', g: 'dropped' })
    expect(opened(work.read())).toEqual({ n: 'one' })
    expect(work.read()).not.toContain('"a":')
  })

  it('replaces a placeholder', async () => {
    const { work, before } = await sealedOnce({})
    work.put(FILE, before.replace(valuesOf(before).a ?? '', 'REPLACE_ME'))
    expect((await work.run(request(data), env)).actions).toMatchObject({ a: 'sealed', b: 'kept' })
  })

  it('leaves the edits of others alone, 200 of them', async () => {
    const { work, before } = await sealedOnce()
    let text = before
    const line = fc.constantFrom('# a comment', '', '  # indented', '#')
    const edits = fc.sample(
      fc.record({ at: fc.nat(1000), line, crlf: fc.integer({ min: 0, max: 19 }), behind: fc.boolean() }),
      200,
    )
    for (const [index, edit] of edits.entries()) {
      if (edit.crlf === 0) text = text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n')
      const eol = text.includes('\r\n') ? '\r\n' : '\n'
      const lines = text.split(eol)
      const at = 1 + (edit.at % (lines.length - 2))
      if (edit.behind && lines[at] !== '' && edit.line.startsWith('#')) lines[at] += ` ${edit.line}`
      else lines.splice(at, 0, edit.line)
      text = lines.join(eol)
      work.put(FILE, text)
      await work.run(request(data), env, withKey)
      expect(work.read()).toBe(text)
      if (index % 20 !== 19) continue
      const value = `value ${index}`
      await work.run(request(data), { ...env, B: value }, withKey)
      const [old, current] = [text.split(eol), work.read().split(eol)]
      expect(old.length).toBe(current.length)
      expect(old.filter((written, number) => written !== current[number])).toHaveLength(2)
      expect(openSealed(valuesOf(work.read()).b ?? '', key.key, 'web/app').toString()).toBe(value)
      text = work.read()
      await work.run(request(data), { ...env, B: env.B }, withKey)
      text = work.read()
    }
  }, 120_000)
})

describe('several secrets', () => {
  it('may share a file, and each keeps its place', async () => {
    const work = workspace()
    const two = ['app', 'other']
      .map(name => `- {name: ${name}, namespace: web, file: ${FILE}, data: {a: {env: A}}}`)
      .join('\n')
    work.put(FILE, 'apiVersion: v1\nkind: Namespace # ours\nmetadata: {name: web}\n')
    await work.run(two, { A: 'one' }, { 'fingerprint-key': KEY })
    const before = work.read()
    expect(before.startsWith('apiVersion: v1\nkind: Namespace # ours\nmetadata: {name: web}\n---\n')).toBe(true)
    expect([opened(before), opened(before, key, 'web/other', 'other')]).toEqual([{ a: 'one' }, { a: 'one' }])
    await work.run(two, { A: 'one' }, { 'fingerprint-key': KEY })
    expect(work.read()).toBe(before)
  })
})

describe('a helper', () => {
  const helper = (text: string) => `- {name: app, namespace: web, file: ${FILE}, ${text}}`
  const typeOf = (text: string) => member(member(member(sealedOf(text), 'spec'), 'template'), 'type')

  it('makes the login of a registry', async () => {
    const work = workspace()
    await work.run(helper('registry: {server: "r.example:5000", username: {env: U}, password: {env: P}}'), {
      U: 'robot$x',
      P: 'p"w',
    })
    const auth = Buffer.from('robot$x:p"w').toString('base64')
    expect(JSON.parse(opened(work.read())['.dockerconfigjson'] ?? '')).toEqual({
      auths: { 'r.example:5000': { username: 'robot$x', password: 'p"w', auth } },
    })
    expect(typeOf(work.read())).toBe('kubernetes.io/dockerconfigjson')
  })

  it('makes a key for SSH that OpenSSH reads, and shows its public half', async () => {
    for (const what of ['ed25519', 'rsa']) {
      const work = workspace()
      const { outputs, summary } = await work.run(
        helper(`ssh: {as: id_key, key: {generate: ${what}}, known-hosts: {literal: "h ssh-rsa x"}}`),
      )
      const values = opened(work.read())
      const file = join(work.folder, 'id')
      writeFileSync(file, values.id_key ?? '', { mode: 0o600 })
      const line = execFileSync('ssh-keygen', ['-y', '-f', file], { encoding: 'utf8' }).trim()
      const publicKeys: Record<string, string> = JSON.parse(outputs['public-keys'] ?? '')
      const shown = publicKeys['web/app/id_key'] ?? ''
      expect(shown.split(' ').slice(0, 2)).toEqual(line.split(' ').slice(0, 2))
      expect(summary).toContain(shown.split(' ')[1])
      expect(values.known_hosts).toBe('h ssh-rsa x')
    }
  }, 60_000)

  it('mends the line ends that a pasted key has lost', async () => {
    const work = workspace()
    await work.run(helper('ssh: {key: {env: K}}'), {
      K: '-----BEGIN OPENSSH PRIVATE KEY-----\r\nx\r\n-----END OPENSSH PRIVATE KEY-----',
    })
    expect(opened(work.read())).toEqual({
      'ssh-privatekey': '-----BEGIN OPENSSH PRIVATE KEY-----\nx\n-----END OPENSSH PRIVATE KEY-----\n',
    })
    expect(typeOf(work.read())).toBe('kubernetes.io/ssh-auth')
  })

  it('takes a TLS pair that belongs together, and refuses another one', async () => {
    const work = workspace()
    const tls = helper('tls: {certificate: {env: C}, key: {env: K}}')
    expect((await work.run(tls, { C: key.certificate, K: next.key })).error).toContain(
      '"tls.key" does not belong to the first certificate',
    )
    expect((await work.run(tls, { C: key.certificate, K: 'x' })).error).toContain('"tls.key" is no private key')
    expect((await work.run(tls, { C: 'x', K: key.key })).error).toContain('"tls.crt" is no certificate')
    expect((await work.run(tls, { C: key.certificate, K: key.key })).error).toBe('')
    expect(opened(work.read())).toEqual({ 'tls.crt': key.certificate, 'tls.key': key.key })
  })

  it('makes basic auth, an age key and a token', async () => {
    for (const [text, env, expected] of [
      ['basic-auth: {username: {env: U}, password: {env: P}}', { U: 'u', P: 'p' }, { username: 'u', password: 'p' }],
      ['age: {key: {env: K}}', { K: '# c\nAGE-SECRET-KEY-1QQ\n' }, { 'age.agekey': '# c\nAGE-SECRET-KEY-1QQ\n' }],
      ['hmac: {token: {env: T}}', { T: 'abc' }, { token: 'abc' }],
    ] as const) {
      const work = workspace()
      expect((await work.run(helper(text), env)).error).toBe('')
      expect(opened(work.read())).toEqual(expected)
    }
  })
})

describe('a run is refused', () => {
  it('with all that is missing, empty or too large named together, and nothing written', async () => {
    const work = workspace()
    work.put('large', Buffer.alloc(1024 * 1024 + 1))
    const secrets = [
      request('a: {env: NONE}, b: {file: none}, c: {env: EMPTY}, d: {env: A, encoding: base64}'),
      `- {name: large, namespace: web, file: ${FILE}, data: {x: {file: large}}}`,
    ].join('\n')
    const { error } = await work.run(secrets, { EMPTY: '', A: 'no base64!' })
    expect(error.split('\n')).toEqual([
      'input "secrets", line 1: data "a": the variable NONE is not set',
      'input "secrets", line 1: data "b": the file none does not exist',
      'input "secrets", line 1: data "c": the variable EMPTY is empty',
      'input "secrets", line 1: data "d": the variable A is not base64',
      'input "secrets", line 2: the values of web/large have 1048577 bytes: Kubernetes takes 1 MiB (1048576)',
    ])
    expect(() => work.read()).toThrow('ENOENT')
  })

  it('where a link leads out of the workspace', async () => {
    const work = workspace()
    const outside = mkdtempSync(join(root, 'outside-'))
    symlinkSync(outside, join(work.folder, 'link'))
    const { error } = await work.run(request('a: {env: A}').replace(FILE, 'link/a.yaml'), { A: 'one' })
    expect(error).toContain('"link/a.yaml" leads out of the workspace')
  })

  it('when the type wants keys that are not there', async () => {
    const work = workspace()
    const { error } = await work.run(request('a: {env: A}', ', type: kubernetes.io/tls'), { A: 'one' })
    expect(error).toContain('has "tls.crt" and "tls.key": "tls.crt", "tls.key" is missing')
  })

  it.each([
    ['no certificate', {}, 'missing.pem', 'the file missing.pem does not exist'],
    ['an address on plain HTTP', {}, 'http://127.0.0.1:9/cert', 'whoever is on the way'],
    ['an address of another kind', {}, 'ftp://x', 'neither https:// nor http://'],
  ])('with %s', async (_, env, certificate, problem) => {
    const work = workspace()
    expect((await work.run(request('a: {literal: x}'), env, { certificate })).error).toContain(problem)
  })

  it('with an expired certificate; one that ends soon is a warning', async () => {
    const soon = workspace(makeSealingKey(root, { days: 5 }).certificate)
    const { error, logged } = await soon.run(request('a: {literal: x}'))
    expect(error).toBe('')
    expect(logged).toContainEqual(
      expect.stringMatching(/^warning: The certificate pub-cert.pem expires on .*, in [45] days/),
    )
    expect((await soon.run(request('a: {literal: x}'), {}, {}, 6)).error).toMatch(
      /no certificate to seal with: pub-cert.pem expired on/,
    )
  })

  it('with a file that is not UTF-8', async () => {
    const work = workspace()
    work.put(FILE, Buffer.from([0x61, 0x3a, 0xff]))
    expect((await work.run(request('a: {literal: x}'))).error).toContain('is not UTF-8')
  })

  it('with nothing to do, and with a short fingerprint key', async () => {
    const work = workspace()
    expect((await work.run('')).error).toContain('there is nothing to do')
    expect((await work.run(request('a: {literal: x}'), {}, { 'fingerprint-key': 'short' })).error).toContain(
      'has 5 characters',
    )
  })
})

describe('several certificates', () => {
  it('give the newest one', async () => {
    const work = workspace()
    work.put('old.pem', makeSealingKey(root, { days: 1 }).certificate)
    expect((await work.run(request('a: {literal: x}'), {}, { certificate: 'old.pem\npub-cert.pem' }, 2)).error).toBe('')
    expect(opened(work.read())).toEqual({ a: 'x' })
  })

  it('may be given as they are', async () => {
    const work = workspace()
    await work.run(request('a: {literal: x}'), {}, { certificate: next.certificate })
    expect(opened(work.read(), next)).toEqual({ a: 'x' })
    expect(parse(work.read())).toMatchObject({ kind: 'SealedSecret' })
  })
})
