import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { newGit } from '../../tests/fakes/real-git.js'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { processExec } from '../runner/exec.js'
import { diskFiles } from '../runner/files.js'
import { readTree } from './read-tree.js'

const root = temporaryFolder()
const env = { PATH: process.env.PATH, HOME: root, GIT_CONFIG_NOSYSTEM: '1', GIT_CEILING_DIRECTORIES: root }
const runner = { exec: processExec(env), env, files: diskFiles(join(root, 'temporary')) }
const manifest = 'apiVersion: v1\nkind: Namespace\n'

async function pathsOf(folder: string): Promise<readonly string[]> {
  return (await readTree(runner, folder)).map(([path]) => path).sort()
}

function plainFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(root, 'plain-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

describe('a repository', () => {
  test('is what git has and what it would take, less what was deleted or is ignored', async () => {
    const git = newGit(root)
    git.commit({
      'a.yaml': manifest,
      'deleted.yaml': manifest,
      '.gitignore': 'rendered/\n',
      'dörfer/ü b.yaml': manifest,
    })
    rmSync(join(git.folder, 'deleted.yaml'))
    mkdirSync(join(git.folder, 'rendered'))
    writeFileSync(join(git.folder, 'rendered/c.yaml'), manifest)
    writeFileSync(join(git.folder, 'new.yaml'), manifest)
    expect(await pathsOf(git.folder)).toEqual(['a.yaml', 'dörfer/ü b.yaml', 'new.yaml'])
  })

  test('is read from a folder within it by paths from there', async () => {
    const git = newGit(root)
    git.commit({ 'outside.yaml': manifest, 'clusters/a/x.yaml': manifest })
    expect(await pathsOf(join(git.folder, 'clusters'))).toEqual(['a/x.yaml'])
  })

  test('that ignores the very folder that is asked for is no obstacle', async () => {
    const git = newGit(root)
    git.commit({ '.gitignore': 'rendered/\n', 'a.yaml': manifest })
    mkdirSync(join(git.folder, 'rendered'))
    writeFileSync(join(git.folder, 'rendered/c.yaml'), manifest)
    expect(await pathsOf(join(git.folder, 'rendered'))).toEqual(['c.yaml'])
  })

  test('that stands bare in the tree has nothing run', async () => {
    const folder = plainFolder({ 'a.yaml': manifest })
    execFileSync('git', ['init', '--quiet', '--bare', folder], { env })
    execFileSync('git', ['config', 'core.bare', 'false'], { cwd: folder, env })
    execFileSync('git', ['config', 'core.worktree', folder], { cwd: folder, env })
    execFileSync('git', ['config', 'core.fsmonitor', `touch ${folder}/ran; false`], { cwd: folder, env })
    expect(await pathsOf(folder)).toContain('a.yaml')
    expect(await runner.files.kind(join(folder, 'ran'))).toBeUndefined()
  })
})

describe('a folder outside of a repository', () => {
  test('is read with every .gitignore honoured, the nearest first', async () => {
    const folder = plainFolder({
      '.gitignore': '*.tmp.yaml\n/build\nsecret.yaml\n',
      'a.yaml': manifest,
      'b.tmp.yaml': manifest,
      'build/c.yaml': manifest,
      'deep/build/d.yaml': manifest,
      'deep/.gitignore': '!secret.yaml\ngenerated/\n',
      'deep/secret.yaml': manifest,
      'deep/generated/e.yaml': manifest,
      'secret.yaml': manifest,
      '.github/workflows/f.yml': 'on: push\n',
      '.git-like/g.yaml': manifest,
    })
    expect(await pathsOf(folder)).toEqual([
      '.git-like/g.yaml',
      '.github/workflows/f.yml',
      'a.yaml',
      'deep/build/d.yaml',
      'deep/secret.yaml',
    ])
  })

  test('is read without git', async () => {
    const folder = plainFolder({ 'a.yaml': manifest })
    const texts = await readTree({ ...runner, exec: processExec({ PATH: folder }), env: { PATH: folder } }, folder)
    expect(texts).toEqual([['a.yaml', manifest]])
  })
})

describe('nothing outside of the tree is read', () => {
  test.each([['tracked by git'], ['found by a walk']])('links, %s', async how => {
    const outside = plainFolder({ 'secret.yaml': 'password: hunter2\n' })
    const folder = how === 'tracked by git' ? newGit(root).folder : plainFolder({})
    writeFileSync(join(folder, 'a.yaml'), manifest)
    mkdirSync(join(folder, 'b'))
    writeFileSync(join(folder, 'b/b.yaml'), manifest)
    symlinkSync(join(outside, 'secret.yaml'), join(folder, 'absolute.yaml'))
    symlinkSync('../../../../../../../../../etc/hostname', join(folder, 'relative.yaml'))
    symlinkSync(outside, join(folder, 'folder'))
    symlinkSync('loop.yaml', join(folder, 'loop.yaml'))
    symlinkSync('nowhere', join(folder, 'dangling.yaml'))
    symlinkSync('../a.yaml', join(folder, 'b/inside.yaml'))
    expect(await pathsOf(folder)).toEqual(['a.yaml', 'b/b.yaml', 'b/inside.yaml'])
  })

  test('a path that leads out, and a folder whose name begins like the root', async () => {
    const folder = plainFolder({ '..a.yaml': manifest })
    writeFileSync(`${folder}-more.yaml`, manifest)
    const read = await runner.files.readAll(folder, [`../${folder.split('/').at(-1)}-more.yaml`, '..a.yaml'], 100)
    expect(read).toEqual([undefined, manifest])
  })
})

test('of large files only so much is read as shows that they are, and of pipes nothing', async () => {
  const folder = plainFolder({ 'large.yaml': '', 'a.yaml': manifest })
  truncateSync(join(folder, 'large.yaml'), 20_000_000)
  execFileSync('mkfifo', [join(folder, 'pipe.yaml')])
  const texts = new Map(await readTree(runner, folder))
  expect([...texts.keys()].sort()).toEqual(['a.yaml', 'large.yaml'])
  expect(texts.get('large.yaml')).toHaveLength(10_000_001)
})

test('JSON is read where it may hold an object, and nothing that is neither YAML nor JSON', async () => {
  const folder = plainFolder({
    'package.json': '{"name": "site"}',
    'namespace.json': '{"apiVersion": "v1", "kind": "Namespace"}',
    'README.md': manifest,
    'base/Kustomization': 'resources: []\n',
    'kustomization.yml': 'resources: []\n',
    '.sops.yaml': 'creation_rules: []\n',
  })
  expect(await pathsOf(folder)).toEqual(['.sops.yaml', 'base/Kustomization', 'kustomization.yml', 'namespace.json'])
})

test('templates of Helm charts are not read, other folders of that name are', async () => {
  const folder = plainFolder({
    'charts/web/Chart.yaml': 'name: web\n',
    'charts/web/values.yaml': 'a: 1\n',
    'charts/web/templates/deployment.yaml': '{{- if .Values.a }}\n',
    'charts/web/templates/tests/test.yaml': '{{ end }}\n',
    'templates/issue.yaml': manifest,
    'charts/web/charts/sub/templates/a.yaml': manifest,
  })
  expect(await pathsOf(folder)).toEqual([
    'charts/web/Chart.yaml',
    'charts/web/charts/sub/templates/a.yaml',
    'charts/web/values.yaml',
    'templates/issue.yaml',
  ])
})
