import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { stringify } from 'yaml'
import { userErrorsOf } from '../../src/errors.js'
import { parseRequest } from './request.js'

const GOOD = '- name: app\n  namespace: web\n  file: a.yaml\n  data:\n    k: {env: K}\n'

function problems(raw: string): readonly string[] {
  try {
    parseRequest(raw)
    return []
  } catch (error) {
    const mistakes = userErrorsOf(error)
    if (mistakes.length === 0) throw error
    expect(mistakes.every(({ usage }) => usage)).toBe(true)
    return mistakes.map(({ message }) => message.replace('input "secrets", ', ''))
  }
}

describe('a request', () => {
  it('is read', () => {
    expect(parseRequest(GOOD)).toMatchObject([
      { line: 1, name: 'app', namespace: 'web', scope: 'strict', type: undefined, file: 'a.yaml', labels: {} },
    ])
    expect(parseRequest('')).toEqual([])
  })

  it.each([
    ['no list', 'a: b', 'line 1: expected a YAML list'],
    ['no YAML', '- [', 'line 1: is no valid YAML'],
    ['an unknown key', GOOD.replace('namespace', 'namespase'), 'did you mean "namespace"?'],
    ['no name', GOOD.replace('- name: app\n ', '-'), 'line 1: a secret has no "name"'],
    ['a name of capital letters', GOOD.replace('app', 'App'), 'line 1: "name" is "App": expected a DNS name'],
    ['a long namespace', GOOD.replace('web', 'x'.repeat(64)), 'line 2: "namespace" is'],
    ['a dot in the namespace', GOOD.replace('web', 'a.b'), 'line 2: "namespace" is "a.b"'],
    ['a file above', GOOD.replace('a.yaml', '../a.yaml'), 'line 3: "file" is "../a.yaml"'],
    ['a file somewhere else', GOOD.replace('a.yaml', '/etc/a.yaml'), 'below the workspace'],
    ['a file of git', GOOD.replace('a.yaml', '.git/a.yaml'), 'outside of .git'],
    ['a file of another kind', GOOD.replace('a.yaml', 'a.txt'), 'ends in .yaml or .yml'],
    ['a wrong scope', `${GOOD}  scope: wide\n`, 'line 6: "scope" is "wide": expected strict'],
    ['a key that Kubernetes refuses', GOOD.replace('k:', '"a/b":'), 'Kubernetes refuses a key'],
    ['nothing to seal', GOOD.replace(/ {2}data:[\s\S]*/, ''), 'there is nothing to seal'],
    ['empty data', GOOD.replace(/data:[\s\S]*/, 'data: {}\n'), '"data" is empty'],
    ['two sources', GOOD.replace('{env: K}', '{env: K, file: x}'), 'expected one source'],
    ['a variable that is no name', GOOD.replace('env: K', 'env: "a b"'), '"env" is no name of a variable'],
    ['an unknown generator', GOOD.replace('env: K', 'generate: dsa'), 'none of ed25519, rsa, password'],
    ['an encoding of a literal', GOOD.replace('env: K', 'literal: x, encoding: base64'), '"encoding" can be'],
    ['one secret twice', GOOD + GOOD, 'line 6: web/app is asked for twice, first on line 1'],
    ['a label that is none', `${GOOD}  labels: {a: "b c"}\n`, 'none of a label'],
    [
      'a scope as an annotation',
      `${GOOD}  annotations: {sealedsecrets.bitnami.com/cluster-wide: "true"}\n`,
      'is set by the scope',
    ],
    [
      'a registry without a password',
      `${GOOD}  registry: {server: a, username: {env: U}}\n`,
      '"registry" has no "password"',
    ],
    [
      'a registry’s password that is to be made',
      `${GOOD}  registry: {server: a, username: {env: U}, password: {generate: password}}\n`,
      'cannot be generated',
    ],
  ])('is refused with %s', (_, raw, problem) => {
    expect(problems(raw).join('\n')).toContain(problem)
  })

  it('has all its mistakes named together', () => {
    expect(
      problems(GOOD.replace('app', 'A').replace('web', 'W').replace('a.yaml', 'a').replace('{env: K}', 'x')),
    ).toHaveLength(4)
  })

  it.each([
    `ghp_${'a1'.repeat(18)}`,
    `AKIA${'A1'.repeat(8)}`,
    'AGE-SECRET-KEY-1QQQQ',
    '-----BEGIN RSA PRIVATE KEY-----',
    'postgres://u:hunter2@host/db',
    `eyJhbGciOiJI.eyJzdWIiOiIx.${'x'.repeat(20)}`,
  ])('with a secret as a literal is refused, and the secret is not shown: %s', token => {
    const said = problems(GOOD.replace('env: K', `literal: ${JSON.stringify(token)}`)).join('\n')
    expect(said).toContain('the literal looks like')
    expect(said).not.toContain(token)
  })

  it('never shows what stands where a value could', () => {
    const canary = 'Hunter2Canary'
    for (const raw of [
      `- data: {k: ${canary}}`,
      `- data: ${canary}`,
      `- ${canary}`,
      canary,
      `- data: {k: {env: "${canary} x"}}`,
      `- data: {k: {file: a, ${canary}: b}}`.replace(canary, `"${canary} "`),
      `- registry: ${canary}`,
      `- data: {k: {generate: ${canary}}}`,
      `- data: {"${canary}/": {env: K}}`,
      `- data: {k: {env: K, encoding: ${canary}}}`,
      `- data: {k: "${canary}`,
    ]) {
      expect(problems(raw).length).toBeGreaterThan(0)
      expect(problems(raw).join('\n')).not.toContain(canary)
    }
  })

  it('of any shape is read or refused with lines, and never breaks', () => {
    const word = fc.constantFrom(
      'name',
      'namespace',
      'file',
      'data',
      'env',
      'k',
      'literal',
      'ssh',
      'a.yaml',
      'scope',
      '',
      '..',
    )
    const { tree } = fc.letrec(tie => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        word,
        fc.integer(),
        fc.constant(null),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(word, tie('tree'), { maxKeys: 5 }),
      ),
    }))
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 3 }), value => {
        for (const problem of problems(stringify(value))) expect(problem).toMatch(/^line [0-9]+: /)
      }),
      { numRuns: 500 },
    )
  })

  it('that is written is read as it was meant', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9]{0,10}$/)
    const key = fc.stringMatching(/^[a-zA-Z0-9_-][a-zA-Z0-9._-]{0,10}$/)
    const origin = fc.oneof(
      fc.record({ env: fc.stringMatching(/^[A-Z_]{1,8}$/) }),
      fc.record({ file: label }),
      fc.record({ literal: label }),
    )
    fc.assert(
      fc.property(label, label, fc.dictionary(key, origin, { minKeys: 1, maxKeys: 5 }), (name, namespace, data) => {
        const [read] = parseRequest(stringify([{ name, namespace, file: 'a.yaml', data }]))
        expect(read).toMatchObject({ name, namespace })
        expect([...(read?.data.keys() ?? [])].sort()).toEqual(Object.keys(data).sort())
      }),
    )
  })
})
