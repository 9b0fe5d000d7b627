import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { openGit } from '../../src/git/repository.js'
import { buildName, parseTag, printTag } from '../../src/image/tag.js'
import { processExec } from '../../src/runner/exec.js'
import { newGit } from '../../tests/fakes/real-git.js'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { type NamedInGit, namedInGit, planRetention } from './retention.js'

const NOTHING: NamedInGit = { builds: new Set(), digests: new Set() }
const digest = (number: number) => `sha256:${String(number).padStart(64, '0')}`
const tagOf = (sha: string, seconds: number, prefix = 'main') => `${prefix}-${sha.repeat(7)}-${seconds}`

describe('what retention deletes', () => {
  const four = new Map([
    [tagOf('a', 1_700_000_001), digest(1)],
    [tagOf('b', 1_700_000_004), digest(4)],
    [tagOf('c', 1_700_000_002), digest(2)],
    [tagOf('d', 1_700_000_003), digest(3)],
  ])

  it('is everything older than the newest that are kept, by their time and not by their names', () => {
    expect(planRetention('library/app', 'main', 2, four, NOTHING)).toEqual({
      name: 'library/app',
      remove: [
        { digest: digest(2), tags: [tagOf('c', 1_700_000_002)] },
        { digest: digest(1), tags: [tagOf('a', 1_700_000_001)] },
      ],
      spared: [],
    })
  })

  it('is nothing when there are not more than are kept', () => {
    expect(planRetention('library/app', 'main', 4, four, NOTHING).remove).toEqual([])
  })

  it('is not what git names by its tag, under whatever prefix it does', () => {
    const named = { builds: new Set(['aaaaaaa-1700000001']), digests: new Set<string>() }
    const plan = planRetention('library/app', 'main', 2, four, named)
    expect(plan.remove.map(entry => entry.digest)).toEqual([digest(2)])
    expect(plan.spared).toEqual([{ tag: tagOf('a', 1_700_000_001), reason: 'git names it' }])
  })

  it('is not what git names by its digest', () => {
    const named = { builds: new Set<string>(), digests: new Set([digest(2)]) }
    expect(planRetention('library/app', 'main', 2, four, named).remove.map(entry => entry.digest)).toEqual([digest(1)])
  })

  it('is not an image that a kept tag is too', () => {
    const digests = new Map([...four, ['latest', digest(1)], [tagOf('e', 1_600_000_000), digest(4)]])
    const plan = planRetention('library/app', 'main', 2, digests, NOTHING)
    expect(plan.remove.map(entry => entry.digest)).toEqual([digest(2)])
    expect(plan.spared).toEqual([
      { tag: tagOf('a', 1_700_000_001), reason: 'a kept tag is the same image' },
      { tag: tagOf('e', 1_600_000_000), reason: 'a kept tag is the same image' },
    ])
  })

  it('is one image when two old tags share it', () => {
    const digests = new Map([...four, [tagOf('e', 1_600_000_000), digest(1)]])
    expect(planRetention('library/app', 'main', 2, digests, NOTHING).remove).toContainEqual({
      digest: digest(1),
      tags: [tagOf('a', 1_700_000_001), tagOf('e', 1_600_000_000)],
    })
  })
})

describe('retention never', () => {
  const some = fc.record({
    keep: fc.integer({ min: 1, max: 5 }),
    entries: fc.array(
      fc.tuple(
        fc.oneof(
          {
            weight: 6,
            arbitrary: fc
              .tuple(
                fc.constantFrom('main', 'main', 'main', 'develop', 'x-main'),
                fc.constantFrom('a', 'b', 'c', 'd'),
                fc.integer({ min: 1_700_000_000, max: 1_700_000_009 }),
              )
              .map(([prefix, sha, seconds]) => tagOf(sha, seconds, prefix)),
          },
          {
            weight: 1,
            arbitrary: fc.constantFrom(
              'latest',
              'main',
              'v1.0.0',
              'main-0123456',
              'sha256-00.sig',
              'main-0123456-1700000000-amd64',
            ),
          },
        ),
        fc.nat(6).map(digest),
      ),
      { maxLength: 20 },
    ),
    named: fc.array(
      fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1_700_000_000, max: 1_700_000_009 })),
      { maxLength: 3 },
    ),
    pinned: fc.array(fc.nat(6).map(digest), { maxLength: 1 }),
  })

  const planned = some.map(({ keep, entries, named, pinned }) => {
    const digests = new Map(entries)
    const inGit: NamedInGit = {
      builds: new Set(named.map(([sha, seconds]) => `${sha.repeat(7)}-${seconds}`)),
      digests: new Set(pinned),
    }
    const plan = planRetention('library/app', 'main', keep, digests, inGit)
    const gone = new Set(plan.remove.map(entry => entry.digest))
    // Deleting a digest takes every tag away that points to it.
    const lost = [...digests].filter(([, of]) => gone.has(of)).map(([tag]) => tag)
    return { keep, digests, inGit, plan, lost }
  })

  it('takes a tag of another format or prefix away', () => {
    fc.assert(
      fc.property(planned, ({ lost }) => expect(lost.filter(tag => parseTag(tag)?.prefix !== 'main')).toEqual([])),
    )
  })

  it('takes a build away that git names', () => {
    fc.assert(
      fc.property(planned, ({ lost, inGit, digests }) => {
        for (const tag of lost) {
          const parsed = parseTag(tag)
          expect(parsed !== undefined && inGit.builds.has(buildName(parsed))).toBe(false)
          expect(inGit.digests.has(digests.get(tag) ?? '')).toBe(false)
        }
      }),
    )
  })

  it('takes one of the newest away', () => {
    fc.assert(
      fc.property(planned, ({ keep, digests, lost }) => {
        const builds = [...digests.keys()].map(parseTag).filter(tag => tag?.prefix === 'main')
        const seconds = builds.map(tag => tag?.seconds ?? 0).sort((left, right) => right - left)
        const oldestKept = seconds[Math.min(keep, seconds.length) - 1] ?? 0
        for (const tag of lost) expect(parseTag(tag)?.seconds).toBeLessThanOrEqual(oldestKept)
        expect(builds.length - lost.length).toBeGreaterThanOrEqual(Math.min(keep, builds.length))
      }),
    )
  })

  it('takes a tag away that it does not list, nor lists one that stays', () => {
    fc.assert(
      fc.property(planned, ({ plan, lost }) => {
        expect(plan.remove.flatMap(entry => entry.tags).sort()).toEqual([...lost].sort())
        for (const { tag, reason } of plan.spared) {
          expect(lost).not.toContain(tag)
          expect(reason).not.toBe('')
        }
      }),
    )
  })

  it('leaves an old build in silence', () => {
    fc.assert(
      fc.property(planned, ({ plan, digests, keep, lost }) => {
        const builds = [...digests.keys()].filter(tag => parseTag(tag)?.prefix === 'main')
        expect(plan.spared.length + lost.length).toBe(Math.max(0, builds.length - keep))
      }),
    )
  })
})

describe('what git names', () => {
  const root = temporaryFolder()

  it('is in the tree, in files that git does not know yet, and in the commits before', async () => {
    const repository = newGit(root)
    repository.commit({ 'flux/app.yaml': 'image: r/app:main-aaaaaaa-1700000001\n' })
    repository.commit({ 'flux/app.yaml': `image: r/app@${digest(7)}\n`, 'b.yaml': 'x:main-bbbbbbb-1700000002\n' })
    repository.commit({ 'flux/app.yaml': 'newTag: develop-ccccccc-1700000003 # main-ccccccc-1700000004\n' })
    writeFileSync(join(repository.folder, 'draft.yaml'), 'tag: "main-ddddddd-1700000005"\n')
    const named = await namedInGit(repository.git)
    expect([...named.builds].sort()).toEqual([
      'aaaaaaa-1700000001',
      'bbbbbbb-1700000002',
      'ccccccc-1700000003',
      'ccccccc-1700000004',
      'ddddddd-1700000005',
    ])
    expect([...named.digests]).toEqual([digest(7)])
  })

  it('is the same when it is asked for in a folder of the tree', async () => {
    const repository = newGit(root)
    repository.commit({ 'flux/app.yaml': 'x:main-aaaaaaa-1700000001\n', 'sub/a': '' })
    repository.commit({ 'flux/app.yaml': 'x:main-bbbbbbb-1700000001\n' })
    mkdirSync(join(repository.folder, 'sub'), { recursive: true })
    const env = { PATH: process.env.PATH, HOME: root }
    const named = await namedInGit(openGit(processExec(env), join(repository.folder, 'sub'), env))
    expect([...named.builds].sort()).toEqual(['aaaaaaa-1700000001', 'bbbbbbb-1700000001'])
  })

  it('is nothing in a tree that names nothing', async () => {
    const repository = newGit(root)
    repository.commit({ 'a.txt': 'main-1-2\n' })
    expect(await namedInGit(repository.git)).toEqual({ builds: new Set(), digests: new Set() })
  })

  it('is read the same whatever the user’s settings are', async () => {
    const repository = newGit(root)
    repository.commit({ 'a.yaml': 'x:main-aaaaaaa-1700000001\n' })
    const git = repository.configured(
      'grep.lineNumber=true',
      'grep.column=true',
      'grep.patternType=fixed',
      'color.ui=always',
    )
    expect([...(await namedInGit(git)).builds]).toEqual(['aaaaaaa-1700000001'])
  })

  it('is not known in a shallow checkout of fewer commits, and then nothing is deleted', async () => {
    const repository = newGit(root)
    for (let count = 0; count < 4; count += 1) repository.commit({})
    const clone = repository.clone('--depth=2')
    await expect(namedInGit(clone.git)).rejects.toThrow(/has 2 commits, and retention looks at the last 50/)
  })

  it('is known in a whole checkout, however young it is', async () => {
    const repository = newGit(root)
    repository.commit({ 'a.yaml': `x:${printTag({ prefix: 'main', sha7: 'aaaaaaa', seconds: 1_700_000_001 })}\n` })
    expect((await namedInGit(repository.clone().git)).builds.size).toBe(1)
  })
})
