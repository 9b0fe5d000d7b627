import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from '@jest/globals'
import { processExec } from '../src/runner/exec.js'
import { nodeHttp } from '../src/runner/http.js'
import { commandLine } from '../tests/fakes/command-line.js'
import { loopback } from '../tests/fakes/loopback.js'
import { newGit, type RealGit } from '../tests/fakes/real-git.js'
import { temporaryFolder } from '../tests/fakes/temporary-folder.js'
import { binFolder, describeWith } from '../tests/lab/tools.js'

const root = temporaryFolder()
const website = join(import.meta.dirname, '..', 'examples', 'website')
const HOST = '192.168.0.40:5000/library'
const SHA = `abc1234${'0'.repeat(33)}`
const TAG = 'main-abc1234-1800000000'
const build = ['--sha', SHA, '--now', '1800000000'] as const
const env = { PATH: `${binFolder}:${process.env.PATH ?? ''}`, HOME: root }

type Edit = (text: string) => string

/** The website's repository, with a change in some of its files; undefined takes one away. */
function repository(edits: Readonly<Record<string, Edit | string | undefined>> = {}): RealGit {
  const git = newGit(root)
  for (const part of ['flux', '.github']) cpSync(join(website, part), join(git.folder, part), { recursive: true })
  for (const [path, edit] of Object.entries(edits)) {
    const file = join(git.folder, path)
    if (edit === undefined) rmSync(file)
    else if (typeof edit === 'string') {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, edit)
    } else {
      const before = readFileSync(file, 'utf8')
      const after = edit(before)
      expect(after).not.toBe(before)
      writeFileSync(file, after)
    }
  }
  git.commit()
  return git
}

function rehearse(git: RealGit, ...args: readonly string[]) {
  return commandLine(['rehearse', git.folder, ...build, ...args], { exec: processExec(env), env, http: nodeHttp() })
}

async function verdict(edits: Readonly<Record<string, Edit | string | undefined>>, ...args: readonly string[]) {
  const { code, printed, problems } = await rehearse(repository(edits), '--format', 'json', ...args)
  expect(problems).toEqual([])
  const result = JSON.parse(printed)
  expect(code).toBe(result.deployed ? 0 : 1)
  return result
}

const IMAGES = 'flux/image-automation/images.yaml'
const AUTOMATION = 'flux/image-automation/image-update-automation.yaml'
const KUSTOMIZATIONS = 'flux/kustomizations.yaml'
const WORKFLOW = '.github/workflows/build.yml'

describeWith(['kustomize', 'git'], 'fluxgate rehearse', () => {
  it('plays a delivery through, from the tag to the objects in the cluster', async () => {
    const git = repository()
    const { code, printed } = await rehearse(git)
    expect(code).toBe(0)
    expect(printed).toContain(`The build: ${TAG}, of ${HOST}/frontend and ${HOST}/backend (from ${WORKFLOW}:18)`)
    expect(printed).toContain(
      `Flux elects ${TAG}\n    1. ${TAG} (1800000000)\n    2. main-0000000-1700000000 (1700000000)`,
    )
    expect(printed).toContain('With the order of the commits reversed: the same')
    expect(printed).toContain(
      'ImageUpdateAutomation flux-system/website commits 2 files to main:\n  | Deploy new images',
    )
    expect(printed).toContain(`+          image: ${HOST}/backend:${TAG} # {"$imagepolicy": "flux-system:backend"}`)
    expect(printed).toContain(`That does not start ${WORKFLOW} again: its path filters leave out every file`)
    const order =
      /1\. Kustomization flux-system\/frontend\n.*changed Deployment website\/frontend\n[\s\S]*2\. Kustomization flux-system\/backend, after flux-system\/frontend/
    expect(printed).toMatch(order)
    expect(printed.trimEnd().split('\n').at(-1)).toBe(
      `This build will be deployed: ${HOST}/frontend and ${HOST}/backend with the tag ${TAG}.`,
    )
    expect(git.run('status', '--porcelain')).toBe('')
  })

  it('gives programs the same', async () => {
    const result = await verdict({})
    expect(result).toMatchObject({
      tag: TAG,
      build: { images: [`${HOST}/frontend`, `${HOST}/backend`], tagPrefix: 'main' },
      deployed: true,
      written: ['flux/backend/deployment.yaml', 'flux/frontend/deployment.yaml'],
    })
    expect(result.commits).toMatchObject([
      {
        branch: 'main',
        changes: [
          { file: 'flux/backend/deployment.yaml', line: 19, column: 18, new: `${HOST}/backend:${TAG}` },
          { file: 'flux/frontend/deployment.yaml' },
        ],
        startsBuildAgain: [{ workflow: WORKFLOW, starts: false }],
      },
    ])
    expect(result.kustomizations).toMatchObject([
      {
        name: 'flux-system/frontend',
        changes: [
          {
            kind: 'Deployment',
            namespace: 'website',
            name: 'frontend',
            how: 'changed',
            fields: [{ path: 'spec.template.spec.containers[0].image', new: `"${HOST}/frontend:${TAG}"` }],
          },
        ],
      },
      { name: 'flux-system/backend', after: ['flux-system/frontend'] },
    ])
  })

  it('writes what Flux would commit only when told', async () => {
    const git = repository()
    await rehearse(git, '--write')
    expect(git.run('status', '--porcelain')).toBe(' M flux/backend/deployment.yaml\n M flux/frontend/deployment.yaml')
    const again = await rehearse(git, '--tag', TAG)
    expect(again.printed).toContain('no marker below its update.path changes')
  })

  it('shows the trap: by text the commit decides, and this build is not elected', async () => {
    const wrong = (text: string) => text.replace('numerical', 'alphabetical').replace('extract: $ts', "extract: '$0'")
    const git = repository({ [IMAGES]: wrong, 'tags.txt': 'main-fffffff-1700000000\nmain-0000000-1790000000\n' })
    const { code, printed } = await rehearse(git, '--tags-file', join(git.folder, 'tags.txt'))
    expect(code).toBe(1)
    expect(printed).toContain('With the order of the commits reversed: main-0000000-1790000000')
    expect(printed).toMatch(
      /Only a part of this build will be deployed\. .*frontend: .* elects main-fffffff-1700000000/,
    )
  })

  it.each<[string, Readonly<Record<string, Edit | string | undefined>>, string]>([
    [
      'no repository scans',
      { [IMAGES]: text => text.replaceAll('192.168.0.40', '10.0.0.1') },
      'no ImageRepository of the tree scans it',
    ],
    [
      'no policy chooses',
      { [IMAGES]: text => text.replace(/---\n[\s\S]*?(?=---)/, '') },
      'no ImagePolicy chooses among its tags',
    ],
    [
      'the pattern rejects',
      { [IMAGES]: text => text.replace('main-', 'release-') },
      'version list argument cannot be empty',
    ],
    [
      'no automation takes',
      { [AUTOMATION]: text => text.replace('spec:', 'spec:\n  policySelector: {matchLabels: {a: b}}') },
      'no ImageUpdateAutomation of this repository takes ImagePolicy flux-system/frontend',
    ],
    [
      'the automation is suspended',
      { [AUTOMATION]: text => text.replace('spec:', 'spec:\n  suspend: true') },
      'commits nothing: it is suspended',
    ],
    [
      'the template fails',
      { [AUTOMATION]: text => text.replace('.Changed.Changes', '.Updated.Images') },
      'its commit message fails: ',
    ],
    [
      'no marker lies below the path',
      { [AUTOMATION]: text => text.replace('path: ./flux', 'path: ./flux/image-automation') },
      'no marker below its update.path changes',
    ],
    [
      'the marker names another policy',
      { 'flux/frontend/deployment.yaml': text => text.replace('flux-system:frontend"', 'flux-system:other"') },
      'no marker of flux-system:frontend changes',
    ],
    [
      'the commit goes to another branch',
      { [AUTOMATION]: text => text.replace('  git:\n', '  git:\n    push: {branch: updates}\n') },
      'to the branch updates, where it waits to be merged',
    ],
    [
      'no Kustomization applies the file',
      { 'flux/frontend/kustomization.yaml': text => text.replace('  - deployment.yaml\n', '') },
      'nothing that a Kustomization applies changes with flux/frontend/deployment.yaml',
    ],
    [
      'the path cannot be built',
      { 'flux/frontend/kustomization.yaml': text => `${text}  - missing.yaml\n` },
      'Kustomization flux-system/frontend cannot be built: ',
    ],
    [
      'Kustomizations wait for each other',
      {
        [KUSTOMIZATIONS]: text =>
          text.replace('  path: ./flux/frontend', '  dependsOn: [{name: backend}]\n  path: ./flux/frontend'),
      },
      'Kustomization flux-system/frontend is not applied: it waits for flux-system/backend, which never comes',
    ],
    [
      'the Kustomization is suspended',
      { [KUSTOMIZATIONS]: text => text.replace('  path: ./flux/frontend', '  suspend: true\n  path: ./flux/frontend') },
      'is not applied: it is suspended',
    ],
    [
      'a patch hides the new tag',
      { 'flux/frontend/kustomization.yaml': text => `${text}images: [{name: ${HOST}/frontend, newTag: old}]\n` },
      'nothing that a Kustomization applies changes',
    ],
  ])('says why a build is not deployed: %s', async (_, edits, why) => {
    const result = await verdict(edits)
    expect(result.deployed).toBe(false)
    expect(result.verdicts[0].why).toContain(why)
    expect(result.verdict).toContain(why)
  })

  it.each<[string, Readonly<Record<string, Edit>>, boolean | null]>([
    ['without a path filter', { [WORKFLOW]: text => text.replace(/ {4}paths-ignore.*\n/, '') }, true],
    [
      'where a later pattern takes the file out of the ignored ones',
      { [WORKFLOW]: text => text.replace('["flux/**"]', '["flux/**", "!flux/frontend/**"]') },
      true,
    ],
    [
      'where only the other folders are listed',
      { [WORKFLOW]: text => text.replace('paths-ignore: ["flux/**"]', 'paths: ["**", "!flux/**"]') },
      false,
    ],
    [
      'on another branch',
      { [WORKFLOW]: text => text.replace('[main]', '[release]').replace(/ {4}paths-ignore.*\n/, '') },
      false,
    ],
    [
      'when the message says so',
      {
        [WORKFLOW]: text => text.replace(/ {4}paths-ignore.*\n/, ''),
        [AUTOMATION]: text => text.replace('new images', 'new images [ci skip]'),
      },
      false,
    ],
    [
      'on a branch that the tree does not name',
      {
        'flux/source.yaml': text => text.replace('name: flux-system', 'name: other'),
        [WORKFLOW]: text => text.replace('"flux/**"', '"docs/**"'),
      },
      null,
    ],
  ])('says whether the commit starts the build again %s', async (_, edits, starts) => {
    const result = await verdict(edits)
    expect(result.commits[0].startsBuildAgain[0].starts).toBe(starts)
    if (starts === true) expect(result.verdict).toContain(`starts ${WORKFLOW} again`)
  })

  it('builds as Flux does: a path without a kustomize file, and what the Kustomization adds', async () => {
    const result = await verdict({
      'flux/frontend/kustomization.yaml': undefined,
      [KUSTOMIZATIONS]: text =>
        text.replace('  path: ./flux/frontend', '  targetNamespace: shop\n  path: ./flux/frontend'),
    })
    expect(result.kustomizations[0].changes).toMatchObject([
      { kind: 'Deployment', namespace: 'shop', name: 'frontend' },
    ])
    expect(result.deployed).toBe(true)
  })

  it('follows a marker in a Kustomization to the objects that its images change', async () => {
    const images = `  images:\n    - name: ${HOST}/frontend\n      newTag: main-0000000-1700000000 # {"$imagepolicy": "flux-system:frontend:tag"}\n  path: ./flux/frontend`
    const result = await verdict({
      [KUSTOMIZATIONS]: text => text.replace('  path: ./flux/frontend', images),
      'flux/frontend/deployment.yaml': text => text.replace(/ # \{.*/, ''),
    })
    expect(result.verdicts[0]).toMatchObject({ deployed: true })
    expect(result.kustomizations[0].changes[0].fields[0].new).toBe(`"${HOST}/frontend:${TAG}"`)
  })

  it.each([
    ['resources: [https://example.com/a.yaml]', 'wants https://example.com/a.yaml, and no remote base is followed'],
    ['components: ["https://github.com/example/base//x?ref=v1"]', 'and no remote base is followed'],
    ['resources: [../../../outside]', 'wants ../../../outside, which lies outside of the repository'],
    [
      'configMapGenerator: [{name: a, files: [x=/etc/passwd]}]',
      'wants /etc/passwd, which lies outside of the repository',
    ],
    ['patches: [{path: ../../../p.yaml}]', 'which lies outside of the repository'],
  ])('builds from nothing outside of the repository: %s', async (line, why) => {
    const listed = (text: string) =>
      line.startsWith('resources')
        ? text.replace('resources:\n', `${line.replace(/[[\]]/g, '').replace(': ', ':\n  - ')}\n`)
        : `${text}${line}\n`
    const { verdicts } = await verdict({ 'flux/frontend/kustomization.yaml': listed })
    expect(verdicts[0].why).toContain(`cannot be built: flux/frontend/kustomization.yaml wants`)
    expect(verdicts[0].why).toContain(why)
  })

  it('takes the live tags of every image when asked', async () => {
    const newer = 'main-0aaaaaa-1900000000'
    const server = await loopback(({ path }) =>
      path.includes('/tags/list')
        ? {
            body: JSON.stringify({
              name: 'x',
              tags: path.includes('frontend') ? [newer] : ['main-0aaaaaa-1700000000'],
            }),
          }
        : {},
    )
    const here = (text: string) => text.replaceAll('192.168.0.40:5000', server.address)
    const edits = {
      [IMAGES]: here,
      [WORKFLOW]: here,
      'flux/frontend/deployment.yaml': here,
      'flux/backend/deployment.yaml': here,
    }
    const later = await verdict(edits, '--registry')
    expect(later).toMatchObject({ tag: 'main-abc1234-1900000001', deployed: true })
    const pushed = await verdict(edits, '--registry', '--tag', newer)
    expect(pushed).toMatchObject({ tag: newer, deployed: true, images: [{ knownTags: 0 }, { knownTags: 1 }] })
  })

  it('takes the registry that the tree scans for one which the workflow does not write', async () => {
    const { build: made } = await verdict({
      [WORKFLOW]: text => text.replace('registry: 192.168.0.40:5000', 'registry: ${{ vars.REGISTRY }}'),
    })
    expect(made.images).toEqual([`${HOST}/frontend`, `${HOST}/backend`])
    expect(made.remarks[0]).toMatch(
      /build\.yml:\d+: the input "registry" is an expression; taken for 192.168.0.40:5000/,
    )
  })

  it('says that zeros stand for a digest that nobody can know yet', async () => {
    const git = repository({
      [IMAGES]: text => text.replace('  policy:', '  digestReflectionPolicy: IfNotPresent\n  policy:'),
    })
    const { printed } = await rehearse(git)
    expect(printed).toContain('The digest is known once the image is pushed')
    expect(printed).toContain(`${TAG}@sha256:000`)
  })

  it('writes nothing through a link that leads out of the repository', async () => {
    const git = repository()
    writeFileSync(join(git.folder, '../outside.yaml'), readFileSync(join(git.folder, 'flux/backend/deployment.yaml')))
    rmSync(join(git.folder, 'flux/backend/deployment.yaml'))
    symlinkSync('../../../outside.yaml', join(git.folder, 'flux/backend/deployment.yaml'))
    const { code, problems } = await rehearse(git, '--write')
    expect([code, problems]).toEqual([1, [expect.stringContaining('outside of it: nothing was written')]])
    expect(readFileSync(join(git.folder, '../outside.yaml'), 'utf8')).not.toContain(TAG)
  })

  it.each<[string, Readonly<Record<string, Edit | string | undefined>>, readonly string[], number, string]>([
    [
      'no workflow',
      { [WORKFLOW]: undefined },
      [],
      1,
      'no workflow in .github/workflows uses the action build-push | Say what the build makes with --image',
    ],
    [
      'several workflows',
      { '.github/workflows/other.yml': readFileSync(join(website, WORKFLOW), 'utf8') },
      [],
      1,
      'several workflows build',
    ],
    [
      'an image list that is an expression',
      { [WORKFLOW]: text => text.replace(/images: \|\n[\s\S]*/, 'images: ${{ vars.IMAGES }}\n') },
      [],
      1,
      'the input "images" is an expression',
    ],
    ['another workflow', {}, ['--workflow', 'x.yml'], 1, 'x.yml does not use the action build-push: expected one of'],
    ['a tag that is none', {}, ['--tag', 'a b'], 2, 'which is no tag'],
    ['an image with a tag', {}, ['--image', 'r/a:1'], 2, 'expected HOST/NAME without a tag'],
    ['a time that is none', {}, ['--now=soon'], 2, 'option --now is given twice'],
    ['two sources of tags', {}, ['--registry', '--tags-file', '-'], 2, 'expected one of --registry and --tags-file'],
  ])('does not guess: %s', async (_, edits, args, code, problem) => {
    const ended = await rehearse(repository(edits), ...args)
    expect(ended.problems.join()).toContain(problem)
    expect(ended.code).toBe(code)
  })

  it('needs no workflow when told what the build makes', async () => {
    const git = repository({ [WORKFLOW]: undefined })
    const { code, printed } = await rehearse(git, '--image', `${HOST}/backend`, '--tag-prefix', 'main')
    expect(printed).toContain(`This build will be deployed: ${HOST}/backend with the tag ${TAG}.`)
    expect(code).toBe(0)
  })
})
