import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { binFolder, describeWith } from '../../tests/lab/tools.js'
import type { Build } from '../flux/inventory/build.js'
import { inventoryOf } from '../flux/inventory.js'
import { processExec } from '../runner/exec.js'
import { diskFiles } from '../runner/files.js'
import { readSourceFile } from '../yaml/source-file.js'
import { noCache } from './rendering-cache.js'
import { withTreeBuilds } from './tree-builds.js'

const root = temporaryFolder()
const secret = join(root, 'secret.env')
writeFileSync(secret, 'password=hunter2\n')
/** More steps up than any folder is deep, and down again. */
const upAndDown = `a/${'../'.repeat(30)}${secret.slice(1)}`

const env = { PATH: `${binFolder}:${process.env.PATH ?? ''}`, HOME: root, TMPDIR: root }
const program = { command: 'kustomize', args: ['build'], version: 'v5.6.0' }

/** Builds the Kustomization of a tree that has one. */
async function build(files: Readonly<Record<string, string>>, isUnseen = (_: string) => false): Promise<Build> {
  const object = { apiVersion: 'kustomize.toolkit.fluxcd.io/v1', kind: 'Kustomization', metadata: { name: 'x' } }
  const all = new Map(
    Object.entries({
      'flux.yaml': JSON.stringify({ ...object, spec: { path: './app' } }),
      'app/a.yaml': map,
      ...files,
    }),
  )
  const read = [...all].flatMap(([path, text]) => (isUnseen(path) ? [] : readSourceFile(path, text)))
  const folder = mkdtempSync(join(root, 'tree-'))
  for (const [path, text] of all) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const runner = { files: diskFiles(root), exec: processExec(env), env, signal: new AbortController().signal }
  return withTreeBuilds({ program, cache: noCache, runner, progress: () => undefined }, async built => {
    const { kustomizations, buildOf } = await built({
      inventory: inventoryOf(read, new Map()),
      paths: async () => [...all.keys()],
      bytesOf: async path => (all.has(path) ? Buffer.from(all.get(path) ?? '') : undefined),
    })
    const [kustomization] = kustomizations
    const made = kustomization && buildOf(kustomization)
    if (made === undefined) throw new Error('nothing was built')
    return made
  })
}

const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n'
const generator = (field: string) => `resources: [a.yaml]\nconfigMapGenerator:\n- name: g\n  ${field}\n`
const plugin = (kind: string, rest: string) => `apiVersion: builtin\nkind: ${kind}\nmetadata: {name: x}\n${rest}\n`
const indented = (text: string) => text.replaceAll(/^(?=.)/gm, '  ')

const hostile: readonly (readonly [title: string, files: Readonly<Record<string, string>>])[] = [
  ['an absolute path', { 'app/kustomization.yaml': generator(`envs: [${secret}]`) }],
  ['a path that leads out', { 'app/kustomization.yaml': generator(`files: [k=${upAndDown}]`) }],
  ['a field in other letters', { 'app/kustomization.yaml': generator(`Envs: [${secret}]`) }],
  [
    'another field in other letters',
    { 'app/kustomization.yaml': `Resources: [a.yaml]\nCONFIGMAPGENERATOR: [{name: g, files: [${secret}]}]\n` },
  ],
  [
    'a path with a type',
    { 'app/kustomization.yaml': generator(`envs: [!!binary ${Buffer.from(secret).toString('base64')}]`) },
  ],
  ['a line end of old', { 'app/kustomization.yaml': `${generator('literals: [a=b]')}  # \u0085  envs: [${secret}]\n` }],
  ['a return', { 'app/kustomization.yaml': `${generator('literals: [a=b]')}  # \r  envs: [${secret}]\n` }],
  ['a list of texts', { 'app/kustomization.yaml': `resources: [a.yaml]\npatches: [${secret}]\n` }],
  ['a path of two lines', { 'app/kustomization.yaml': generator(`envs: ["a\\n/../${upAndDown}"]`) }],
  [
    'a transformer',
    {
      'app/kustomization.yaml': 'resources: [a.yaml]\ntransformers: [t.yaml]\n',
      'app/t.yaml': plugin('PatchTransformer', `path: ${upAndDown}`),
    },
  ],
  [
    'a generator whose path is written in escapes',
    {
      'app/kustomization.yaml': 'resources: [a.yaml]\ngenerators: [t.yaml]\n',
      'app/t.yaml': plugin('ConfigMapGenerator', `envs: ["\\x2f${secret.slice(1)}"]`),
    },
  ],
  [
    'a validator',
    {
      'app/kustomization.yaml': 'resources: [a.yaml]\nvalidators: [t.yaml]\n',
      'app/t.yaml': plugin('PatchTransformer', `path: ${secret}`),
    },
  ],
  [
    'a generator in place',
    {
      'app/kustomization.yaml': `resources: [a.yaml]\nGenerators:\n- |-\n${indented(plugin('ConfigMapGenerator', `envs: [${secret}]`))}`,
    },
  ],
  [
    'a folder of generators',
    {
      'app/kustomization.yaml': 'resources: [a.yaml]\ngenerators: [../g]\n',
      'g/kustomization.yaml': 'resources: [t.yaml]\npatches: [{path: p.json, target: {kind: ConfigMapGenerator}}]\n',
      'g/t.yaml': plugin('ConfigMapGenerator', 'envs: [t.yaml]'),
      'g/p.json': JSON.stringify([{ op: 'replace', path: '/envs/0', value: secret }]),
    },
  ],
  ['an address of this machine', { 'app/kustomization.yaml': 'resources: [a.yaml, "HTTP://127.0.0.1:1/a.yaml"]\n' }],
  ['a repository', { 'app/kustomization.yaml': `resources: [a.yaml, "FILE://${root}/x"]\n` }],
  ['another account', { 'app/kustomization.yaml': 'resources: [a.yaml, "org-1@127.0.0.1:x/y"]\n' }],
]

describeWith(['kustomize'], 'no build reads what is outside of the tree', () => {
  test.each(hostile)('by %s', async (_, files) => {
    expect(await build(files)).toEqual({ error: expect.not.stringContaining('hunter2'), isRefused: true })
  })

  test('by a patch of a Kustomization that names a file, of which Flux knows nothing', async () => {
    const spec = { path: './app', patches: [{ path: secret, patch: '{}' }] }
    const object = {
      apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
      kind: 'Kustomization',
      metadata: { name: 'x' },
      spec,
    }
    const made = await build({ 'flux.yaml': JSON.stringify(object), 'app/kustomization.yaml': 'resources: [a.yaml]\n' })
    expect(JSON.stringify(made)).not.toContain(secret)
  })

  test('by a kustomize file that is left out of the tree', async () => {
    const files = {
      'app/kustomization.yaml': 'resources: [a.yaml, ../unseen]\n',
      'unseen/kustomization.yaml': `configMapGenerator: [{name: g, envs: [${secret}]}]\n`,
    }
    expect(await build(files, path => path.startsWith('unseen/'))).toEqual({
      error: expect.stringContaining('unseen'),
      isRefused: true,
    })
  })
})

describeWith(['kustomize'], 'what stays in the tree is built', () => {
  test.each([
    ['a generator', { 'app/kustomization.yaml': generator('envs: [../b.env]'), 'b.env': 'a=b\n' }],
    [
      'texts that are no paths',
      {
        'app/kustomization.yaml':
          'resources: [a.yaml]\ncommonAnnotations: {a: /b, c: "https://example.com/"}\nimages: [{name: a, newName: localhost:5000/a}]\n' +
          'configMapGenerator: [{name: g, literals: [a=/etc/passwd]}]\n' +
          'patches: [{target: {kind: ConfigMap}, patch: "- {op: add, path: /data, value: {a: /x}}"}]\n',
      },
    ],
    [
      'a transformer',
      {
        'app/kustomization.yaml': 'resources: [a.yaml]\ntransformers: [t.yaml]\n',
        'app/t.yaml': plugin('PatchTransformer', 'path: ../p.yaml'),
        'p.yaml': `${map}data: {a: b}\n`,
      },
    ],
  ])('%s', async (_, files) => {
    expect(await build(files)).toEqual({ objects: expect.any(Array) })
  })
})

describeWith(
  ['kustomize'],
  'what kustomize fails on and Flux does not, as it writes the file of the path anew,',
  () => {
    const flaws = [
      ['a field that is not known', 'namespce: x\n'],
      ['a number for a text', 'images: [{name: x, newTag: 1.30}]\n'],
      ['a truth for a text', 'commonLabels: {a: true}\n'],
    ] as const

    test.each(flaws)('is no failure: %s', async (_, flaw) => {
      const error = 'Flux writes its kustomize file anew, and builds that'
      expect(await build({ 'app/kustomization.yaml': `resources: [a.yaml]\n${flaw}` })).toEqual({
        error,
        isRefused: true,
      })
    })

    test.each(flaws)('is one in a base: %s', async (_, flaw) => {
      const files = {
        'app/kustomization.yaml': 'resources: [../b]\n',
        'b/kustomization.yaml': `resources: [../app/a.yaml]\n${flaw}`,
      }
      expect(await build(files)).toEqual({ error: expect.stringContaining("path 'b': invalid"), isRefused: false })
    })

    test('a component is built by itself', async () => {
      const kind = 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n'
      expect(await build({ 'app/kustomization.yaml': `${kind}resources: [a.yaml]\n` })).toEqual({
        objects: [expect.objectContaining({ origin: 'app/a.yaml' })],
      })
    })
  },
)

describeWith(['kustomize'], 'what comes to too much', () => {
  test('is not built: bases that each list the next ones twice', async () => {
    const folders = Array.from({ length: 20 }, (_, level) => {
      const next = level === 19 ? '[../app/a.yaml]' : `[../p${level + 1}, ../q${level + 1}]`
      return ['p', 'q'].map(side => [`${side}${level}/kustomization.yaml`, `namePrefix: ${side}\nresources: ${next}\n`])
    })
    const started = performance.now()
    expect(
      await build({ 'app/kustomization.yaml': 'resources: [../p0, ../q0]\n', ...Object.fromEntries(folders.flat()) }),
    ).toEqual({ error: 'app comes to more than can be built', isRefused: true })
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})
