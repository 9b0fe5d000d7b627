import { describe, expect, it } from '@jest/globals'
import { ACTION_INPUTS } from '../../src/action-inputs.js'
import { parseInputs } from '../../src/inputs.js'
import type { Registry } from '../../src/registry/client.js'
import { storedManifest } from '../../src/registry/manifest.js'
import { newGit, type RealGit } from '../../tests/fakes/real-git.js'
import { silentRunner } from '../../tests/fakes/silent-runner.js'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { spec } from './inputs.js'
import { retain } from './retain.js'
import type { Source } from './source.js'
import type { ImageTarget } from './targets.js'

const root = temporaryFolder()
const tag = (number: number) => `main-000000${number}-170000000${number}`

function inputs(given: Readonly<Record<string, string>>) {
  const defaults = new Map<string, string>(ACTION_INPUTS['build-push'].map(input => [input.name, input.default]))
  return parseInputs(spec, name => ({ registry: 'r', ...given })[name] ?? defaults.get(name) ?? '')
}

function target(name: string): ImageTarget {
  return {
    name,
    id: name,
    repository: `r/${name}`,
    platforms: [],
    dockerfile: undefined,
    context: undefined,
    stage: undefined,
    bake: {},
  }
}

function sourceOf({ git }: RealGit): Source {
  return {
    git,
    event: { kind: 'push', ref: 'refs/heads/master', mainLine: true, source: undefined, sha: undefined },
    commit: { sha: 'a'.repeat(40), seconds: 1, author: { name: '', email: '' }, subject: '' },
    branch: 'master',
    prefix: 'main',
    objects: { repositories: [], policies: [], automations: [] },
    automation: { fluxPath: 'flux', authors: [] },
  }
}

/**
 * A registry with the tags of some images, each an image of its own; what is deleted is gone.
 *
 * @param parts the tags whose images an image is made of, by its tag
 */
function having(
  images: Readonly<Record<string, readonly string[]>>,
  fault?: string,
  parts: Readonly<Record<string, readonly string[]>> = {},
) {
  const contentOf = (digest: string) => {
    const own = parts[digest.replace('sha256:', '')]
    return JSON.stringify(
      own === undefined ? { schemaVersion: 1 } : { manifests: own.map(name => ({ digest: `sha256:${name}` })) },
    )
  }
  const tags = new Map(Object.entries(images).map(([name, list]) => [name, [...list]]))
  const unused = () => Promise.reject(new Error('not asked for here'))
  const registry: Registry = {
    ping: unused,
    manifest: async (_, reference) => storedManifest('x/y', new TextEncoder().encode(contentOf(reference))),
    blob: unused,
    putManifest: unused,
    tryPush: unused,
    get: unused,
    tags: async name =>
      fault === 'tags' ? Promise.reject(new Error('the registry is tired')) : (tags.get(name) ?? []),
    digest: async (_, reference) => `sha256:${reference}`,
    async deleteManifest(name, digest) {
      if (fault === 'delete') throw new Error('deleting is switched off')
      tags.set(
        name,
        (tags.get(name) ?? []).filter(known => `sha256:${known}` !== digest),
      )
      return true
    },
  }
  return { registry, left: () => Object.fromEntries(tags) }
}

describe('retention', () => {
  it('deletes old builds of every image, and says how many', async () => {
    const repository = newGit(root)
    repository.commit({ 'app.yaml': `image: r/a:${tag(1)}\n` })
    const { registry, left } = having({ a: [tag(1), tag(2), tag(3), tag(4), 'latest'], b: [tag(4), tag(3)] })
    const runner = silentRunner()
    const remarks = await retain(
      inputs({ retention: '2' }),
      sourceOf(repository),
      [target('a'), target('b')],
      registry,
      runner,
    )
    expect(left()).toEqual({ a: [tag(1), tag(3), tag(4), 'latest'], b: [tag(4), tag(3)] })
    expect(remarks).toEqual(['Deleted 1 old builds of a'])
    expect(runner.logged).toEqual([
      'group: Retention',
      `info: delete a@sha256:${tag(2)}: ${tag(2)}`,
      `info: keep a:${tag(1)}: git names it`,
      'info: b: nothing to delete',
    ])
  })

  it('spares an old build that a kept image of several platforms is made of', async () => {
    const repository = newGit(root)
    repository.commit()
    const { registry, left } = having({ a: [tag(1), tag(2), tag(3), 'latest'] }, undefined, { latest: [tag(1)] })
    const runner = silentRunner()
    const remarks = await retain(inputs({ retention: '1' }), sourceOf(repository), [target('a')], registry, runner)
    expect(left()).toEqual({ a: [tag(1), tag(3), 'latest'] })
    expect(remarks).toEqual(['Deleted 1 old builds of a'])
    expect(runner.logged).toContain(`info: keep a:${tag(1)}: a kept tag is made of it`)
  })

  it('only lists what would go in a dry run', async () => {
    const repository = newGit(root)
    repository.commit()
    const { registry, left } = having({ a: [tag(1), tag(2)] })
    const runner = silentRunner()
    const given = inputs({ retention: '1', 'dry-run': 'true' })
    expect(await retain(given, sourceOf(repository), [target('a')], registry, runner)).toEqual([])
    expect(left()).toEqual({ a: [tag(1), tag(2)] })
    expect(runner.logged).toContain(`info: delete a@sha256:${tag(1)}: ${tag(1)}`)
  })

  it('does nothing unless it is asked for', async () => {
    const { registry, left } = having({ a: [tag(1), tag(2)] }, 'tags')
    const runner = silentRunner()
    expect(await retain(inputs({}), sourceOf(newGit(root)), [target('a')], registry, runner)).toEqual([])
    expect(left()).toEqual({ a: [tag(1), tag(2)] })
    expect(runner.logged).toEqual([])
  })

  it('deletes nothing when the history is not at hand, and says how to get it', async () => {
    const repository = newGit(root)
    repository.commit()
    repository.commit()
    const { registry, left } = having({ a: [tag(1), tag(2)] })
    const runner = silentRunner()
    const source = sourceOf(repository.clone('--depth=1'))
    expect(await retain(inputs({ retention: '1' }), source, [target('a')], registry, runner)).toEqual([
      expect.stringMatching(/^Old builds were not deleted: .*Check out with fetch-depth: 50/),
    ])
    expect(left()).toEqual({ a: [tag(1), tag(2)] })
  })

  it.each([
    ['tags', 'the registry is tired'],
    ['delete', 'deleting is switched off'],
  ])('warns when the registry fails (%s): the new builds are published all the same', async (fault, reason) => {
    const repository = newGit(root)
    repository.commit()
    const runner = silentRunner()
    const { registry } = having({ a: [tag(1), tag(2)] }, fault)
    const remarks = await retain(inputs({ retention: '1' }), sourceOf(repository), [target('a')], registry, runner)
    expect(remarks).toEqual([`Old builds were not deleted: ${reason}`])
    expect(runner.logged).toContain(`warning: Old builds were not deleted: ${reason}`)
  })
})
