import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, test } from '@jest/globals'
import { commandLine } from '../tests/fakes/command-line.js'
import { temporaryFolder } from '../tests/fakes/temporary-folder.js'
import { filesBelow } from '../tests/lab/files-below.js'

const root = temporaryFolder()
const marker = '# {"$imagepolicy": "flux-system:app"}'
const set = ['--set', 'flux-system:app=r.example/app:main-abc1234-1700000000'] as const
const image = 'r.example/app:main-abc1234-1700000000'

function treeOf(files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(root, 'tree-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    const encoded = /^base64:(.*)$/s.exec(text)?.[1]
    writeFileSync(join(folder, path), encoded === undefined ? text : Buffer.from(encoded, 'base64'))
  }
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(folder, path))
  return folder
}

interface Case {
  readonly name: string
  readonly files: Readonly<Record<string, string>>
  readonly symlinks?: Readonly<Record<string, string>>
  readonly problemFiles: readonly string[]
  readonly changes: readonly { readonly old: string; readonly new: string; readonly setter: string }[]
  readonly written: Readonly<Record<string, string>>
  readonly error?: string
}

describe('on disk, what the image-automation-controller did is what --write leaves', () => {
  const vectors = new URL('../tests/conformance/vectors/setters.json', import.meta.url)
  const { policies, cases }: { policies: Readonly<Record<string, string | null>>; cases: readonly Case[] } = JSON.parse(
    readFileSync(vectors, 'utf8'),
  )
  const settings = Object.entries(policies).flatMap(([name, reference]) => ['--set', `${name}=${reference ?? ''}`])

  test.each(cases)('$name', async ({ files, symlinks, problemFiles, changes, written, error }) => {
    const folder = treeOf(files, symlinks)
    const before = await contents(folder)
    const { code, printed } = await commandLine(['setters', folder, ...settings, '--write', '--format', 'json'])
    const result = JSON.parse(printed)
    expect(result).toMatchObject({ problemFiles, error: error ?? null, written: Object.keys(written).sort() })
    expect(code).toBe(error === undefined ? 0 : 1)
    const values = (list: Case['changes']) =>
      list.map(({ old, new: value, setter }) => [old, value, setter].join(' ')).sort()
    expect(values(result.changes)).toEqual(values(changes))
    const links = Object.keys(symlinks ?? {})
    const after = Object.entries(await contents(folder)).filter(
      ([path, text]) => before[path] !== text && !links.includes(path),
    )
    expect(Object.fromEntries(after)).toEqual(written)
  })
})

async function contents(folder: string): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries((await filesBelow(folder)).map(({ path, bytes }) => [path, bytes.toString()]))
}

describe('what is shown', () => {
  it('is a diff that git can apply, and it comes to what --write leaves', async () => {
    const files = {
      'a b.yaml': `a: 1\n\nimage: x:1 ${marker}`,
      '.hidden/b.yml': `image: x:1 ${marker}\n`,
      'list.yaml': `kind: List\nitems:\n- kind: Pod\n  metadata: {name: z, namespace: q}\n  image: x:1 ${marker}\n`,
    }
    const [shown, done] = [treeOf(files), treeOf(files)]
    const { code, printed } = await commandLine(['setters', shown, ...set])
    expect(code).toBe(0)
    execFileSync('git', ['apply'], { cwd: shown, input: printed, stdio: 'pipe' })
    await commandLine(['setters', done, ...set, '--write'])
    expect(await contents(shown)).toEqual(await contents(done))
    expect(await contents(done)).toMatchObject({ '.hidden/b.yml': `image: ${image} ${marker}\n` })
  })

  it('names the place of every value, and nothing is written unless told', async () => {
    const folder = treeOf({ 'k/a.yaml': `spec:\n  image: "x:1" ${marker}\n` })
    const { printed } = await commandLine(['setters', folder, ...set, '--format', 'json'])
    expect(JSON.parse(printed)).toEqual({
      changes: [{ file: 'k/a.yaml', line: 2, column: 10, old: 'x:1', new: image, setter: 'flux-system:app' }],
      problemFiles: [],
      written: ['k/a.yaml'],
      error: null,
    })
    expect(readFileSync(join(folder, 'k/a.yaml'), 'utf8')).toContain('"x:1"')
  })

  it('says which files are skipped, and why a policy changes nothing', async () => {
    const folder = treeOf({
      'chart.yaml': `{{- if x }}\nimage: x:1 ${marker}\n`,
      'b.yaml': `image: ${image} ${marker}\n`,
    })
    const { code, printed } = await commandLine([
      'setters',
      folder,
      ...set,
      '--set',
      'flux-system:other=xx:1',
      '--set',
      'flux-system:none=',
    ])
    expect(code).toBe(0)
    expect(printed).toMatch(/^Flux skips chart.yaml(:\d+)? with all its markers: ./m)
    expect(printed).toContain('flux-system:app changes nothing: its marker has the value already')
    expect(printed).toContain('flux-system:other changes nothing: no marker that Flux honours names it')
    expect(printed).toContain('flux-system:none has elected nothing')
  })

  it('says that the whole automation fails, with exit code 1', async () => {
    const annotations = '  annotations: {config.kubernetes.io/path: other.yaml}'
    const folder = treeOf({ 'a.yaml': `kind: Pod\nmetadata:\n  name: x\n${annotations}\nimage: x:1 ${marker}\n` })
    const { code, printed } = await commandLine(['setters', folder, ...set])
    expect(code).toBe(1)
    expect(printed).toMatch(/^Flux's automation fails as a whole and writes nothing: .*path annotations/)
    expect((await commandLine(['setters', folder, '--set', 'flux-system:app=UPPER/app:1'])).printed).toContain(
      'encountered invalid image ref',
    )
  })
})

describe('writing', () => {
  it('leaves every other byte alone when told to be careful', async () => {
    const folder = treeOf({ 'a.yaml': `---\n\nspec:\n    image:   x:1   ${marker}\n\n# end` })
    await commandLine(['setters', folder, ...set, '--write', '--careful'])
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(
      `---\n\nspec:\n    image:   ${image}   ${marker}\n\n# end`,
    )
  })

  it('keeps the mode of a file', async () => {
    const folder = treeOf({ 'a.yaml': `image: x:1 ${marker}\n` })
    chmodSync(join(folder, 'a.yaml'), 0o600)
    await commandLine(['setters', folder, ...set, '--write'])
    expect(statSync(join(folder, 'a.yaml')).mode & 0o777).toBe(0o600)
  })

  it.each([
    ['a file', 'image: x:1', { 'l.yaml': '../outside.yaml' }],
    ['a folder', 'kind: List\nitems:\n- kind: Pod\n  metadata: {name: z, namespace: l}\n  image: x:1', { l: '..' }],
    [
      'nothing yet',
      'kind: List\nitems:\n- kind: Pod\n  metadata: {name: z}\n  image: x:1',
      { 'pod_z.yaml': '../new.yaml' },
    ],
  ])('never follows a link out of the folder to %s, and then writes nothing at all', async (_, text, links) => {
    const outside = `image: x:1 ${marker}\n`
    const above = treeOf({
      'tree/b.yaml': `image: x:1 ${marker}\n`,
      'tree/a.yaml': `${text} ${marker}\n`,
      'outside.yaml': outside,
    })
    for (const [path, target] of Object.entries(links)) symlinkSync(target, join(above, 'tree', path))
    const before = await contents(above)
    const { code, problems } = await commandLine(['setters', join(above, 'tree'), ...set, '--write'])
    expect(code).toBe(1)
    expect(problems).toEqual([expect.stringMatching(/leads to \.\.\/.*outside of it: nothing was written/)])
    expect(await contents(above)).toEqual(before)
  })

  it('passes by links to folders, links to nothing and pipes', async () => {
    const folder = treeOf(
      { 'a/a.yaml': `image: x:1 ${marker}\n` },
      { 'b.yaml': 'a', 'c.yaml': 'nowhere', 'd.yaml': 'd.yaml' },
    )
    execFileSync('mkfifo', [join(folder, 'e.yaml')])
    const { printed } = await commandLine(['setters', folder, ...set, '--format', 'json'])
    expect(JSON.parse(printed)).toMatchObject({ written: ['a/a.yaml'], problemFiles: [], error: null })
  })
})

describe('a wrong command line ends with exit code 2', () => {
  it.each<[readonly string[], string]>([
    [[], 'expected a folder'],
    [['/no/such/folder', ...set], '/no/such/folder is no folder'],
    [[root], 'at least one --set'],
    [[root, '--set', 'flux-system:app'], 'does not begin with NS:NAME='],
    [[root, '--set', 'flux-system/app=x:1'], 'does not begin with NS:NAME='],
    [[root, '--set', 'flux-system:app:tag=x:1'], 'does not begin with NS:NAME='],
    [[root, '--set', 'app=x:1'], 'does not begin with NS:NAME='],
    [[root, '--set', 'flux-system:app=r:5000/app'], 'the image has no tag'],
    [[root, ...set, ...set], 'twice'],
    [[root, root, ...set], 'unexpected argument'],
    [[root, ...set, '--format', 'yaml'], 'expected text or json'],
    [[root, ...set, '--wrte'], 'Did you mean --write?'],
  ])('%j', async (args, problem) => {
    const { code, problems } = await commandLine(['setters', ...args])
    expect(problems.join()).toContain(problem)
    expect(code).toBe(2)
  })
})
