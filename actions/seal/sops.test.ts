import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { messageOf } from '../../src/errors.js'
import { processExec } from '../../src/runner/exec.js'
import { diskFiles } from '../../src/runner/files.js'
import { silentRunner } from '../../tests/fakes/silent-runner.js'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { binFolder, describeWith } from '../../tests/lab/tools.js'
import { main } from './main.js'
import { encryptionFault } from './sops.js'

const folder = temporaryFolder()
const env = { PATH: `${binFolder}:${process.env.PATH}`, HOME: folder, SOPS_AGE_KEY_FILE: join(folder, 'age.key') }
const request = (data: string, name = 'app') =>
  `- {name: ${name}, namespace: web, file: ${name}.yaml, type: example.com/x, labels: {a: b}, data: {${data}}}`

async function run(
  secrets: string,
  values: Record<string, string>,
  inputs: Record<string, string> = {},
  path = env.PATH,
) {
  const given: Record<string, string> = {
    ...{
      secrets,
      certificate: 'none',
      insecure: 'false',
      mode: 'merge',
      format: 'sops',
      deliver: 'files',
      branch: 'x',
    },
    'fingerprint-key': '0123456789abcdef',
    ...inputs,
  }
  const outputs: Record<string, string> = {}
  const environment = { ...env, ...values, PATH: path }
  const runner = silentRunner({
    workspace: folder,
    env: environment,
    exec: processExec(environment),
    files: diskFiles(join(folder, 'temporary')),
    input: name => given[name] ?? '',
    output: (name, value) => void Object.assign(outputs, { [name]: value }),
  })
  const error = await main(runner).then(() => '', messageOf)
  return { error, outputs }
}

const read = (name = 'app') => readFileSync(join(folder, `${name}.yaml`), 'utf8')
const decrypted = (name = 'app') =>
  parse(execFileSync('sops', ['decrypt', join(folder, `${name}.yaml`)], { env, encoding: 'utf8' }))

describeWith(['sops'], 'under SOPS', () => {
  beforeAll(() => {
    execFileSync('age-keygen', ['-o', env.SOPS_AGE_KEY_FILE], { env, stdio: 'pipe' })
    const [, recipient] = /public key: (age1\w+)/.exec(readFileSync(env.SOPS_AGE_KEY_FILE, 'utf8')) ?? []
    const rule = (path: string, more = '') => `  - path_regex: ${path}\n    age: ${recipient}\n${more}`
    writeFileSync(
      join(folder, '.sops.yaml'),
      `creation_rules:\n${rule('^app\\.yaml$', '    encrypted_regex: ^(data|stringData)$\n')}${rule('^whole\\.yaml$')}`,
    )
  })

  it('a Secret is encrypted by the rules of the repository, and sops opens it', async () => {
    const { error, outputs } = await run(request('k: {env: K}, l: {env: L}'), { K: 'canary one', L: 'canary two' })
    expect(error).toBe('')
    expect(outputs).toMatchObject({ changed: 'true', files: '["app.yaml"]' })
    expect(read()).not.toMatch(/canary|Y2FuYXJ5/)
    expect(parse(read())).toMatchObject({
      kind: 'Secret',
      type: 'example.com/x',
      metadata: { name: 'app', namespace: 'web', labels: { a: 'b' } },
    })
    const { data } = decrypted()
    expect(Buffer.from(data.k, 'base64').toString()).toBe('canary one')
  })

  it('a second run changes no byte; a changed value makes the file anew, as sops signs it as a whole', async () => {
    const both = request('k: {env: K}, l: {env: L}')
    const before = read()
    expect((await run(both, { K: 'canary one', L: 'canary two' })).outputs.changed).toBe('false')
    expect(read()).toBe(before)
    expect((await run(both, { K: 'canary one', L: 'three' })).outputs.changed).toBe('true')
    expect(Buffer.from(decrypted().data.l, 'base64').toString()).toBe('three')
    const { error } = await run(request('k: {env: K}'), { K: 'other' })
    expect(error).toContain('the values of l in app.yaml are not at hand')
    expect((await run(request('k: {env: K}'), { K: 'other' }, { mode: 'replace' })).error).toBe('')
    expect(Object.keys(decrypted().data)).toEqual(['k'])
  })

  it('a rule that encrypts the whole object is refused: Flux could not read it', async () => {
    const { error } = await run(request('k: {env: K}', 'whole'), { K: 'one' })
    expect(error).toContain('sops encrypted the kind too')
    expect(() => read('whole')).toThrow('ENOENT')
  })

  it('a file without a rule is refused with the reason of sops', async () => {
    expect((await run(request('k: {env: K}', 'other'), { K: 'one' })).error).toMatch(
      /sops does not encrypt other.yaml: .*creation rules/,
    )
  })

  it('a machine without sops is told', async () => {
    expect((await run(request('k: {env: K}, z: {env: K}'), { K: 'one' }, {}, '/nowhere')).error).toContain(
      'the program "sops" was not found',
    )
  })
})

describe('what sops gives back', () => {
  it('is looked at: every value encrypted, and a MAC', () => {
    const good = 'kind: Secret\ndata: {k: "ENC[AES256_GCM,data:x]"}\nsops: {mac: "ENC[x]"}\n'
    expect(encryptionFault(good, [['k', 'eA==']])).toBeUndefined()
    expect(encryptionFault(good.replace('ENC[AES256_GCM,data:x]', 'eA=='), [['k', 'eA==']])).toBe(
      'sops left "k" in the clear',
    )
    expect(encryptionFault(good.replace('mac', 'cam'), [['k', 'eA==']])).toContain('no MAC')
    expect(encryptionFault('x: [', [['k', 'eA==']])).toContain('no MAC')
  })
})
