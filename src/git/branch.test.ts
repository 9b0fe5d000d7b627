import { describe, expect, it } from '@jest/globals'
import { newGit, type RealGit } from '../../tests/fakes/real-git.js'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { checkedOutRef, DEPTH, fetchBranch, hasCommit, isShallow, originBranch, remoteHead } from './branch.js'

const root = temporaryFolder()

/** Everything that names a commit: refs, and where HEAD is. */
function refsOf(repository: RealGit): string {
  return `${repository.run('for-each-ref')}\n${repository.run('rev-parse', 'HEAD')}\n${repository.run('status', '--porcelain')}`
}

function countOf(repository: RealGit, revision: string): number {
  return Number(repository.run('rev-list', '--count', revision))
}

describe('what origin says', () => {
  it('is the head of a branch', async () => {
    const origin = newGit(root)
    origin.commit()
    const clone = origin.clone()
    const sha = origin.commit()
    expect(await remoteHead(clone.git, 'master')).toEqual({ sha })
  })

  it('is not the head of a branch that only ends like it', async () => {
    const origin = newGit(root)
    origin.commit()
    origin.run('branch', 'feature/develop')
    expect(await remoteHead(origin.clone().git, 'develop')).toMatchObject({ unknown: expect.any(String) })
  })

  it('is that it does not know the branch, or cannot be asked, as a sentence', async () => {
    const origin = newGit(root)
    origin.commit()
    expect(await remoteHead(origin.clone().git, 'gone')).toEqual({
      unknown: expect.stringMatching(/^origin .* gone/),
    })
    expect(await remoteHead(origin.git, 'master')).toEqual({
      unknown: expect.stringMatching(/^origin could not be asked for the head of master \(git ls-remote: /),
    })
  })
})

describe('what this clone says', () => {
  it('is which branch is checked out, and which origin calls its own', async () => {
    const origin = newGit(root)
    origin.commit()
    const clone = origin.clone()
    expect(await checkedOutRef(clone.git)).toBe('refs/heads/master')
    expect(await originBranch(clone.git)).toBe('refs/heads/master')
    clone.run('switch', '--quiet', '--create', 'feature/x')
    expect(await checkedOutRef(clone.git)).toBe('refs/heads/feature/x')
    clone.run('switch', '--quiet', '--detach')
    expect(await checkedOutRef(clone.git)).toBeUndefined()
    expect(await originBranch(origin.git)).toBeUndefined()
  })

  it('is whether it is shallow, and which commits it has', async () => {
    const origin = newGit(root)
    const first = origin.commit()
    const second = origin.commit()
    const clone = origin.clone('--depth=1')
    expect(await isShallow(clone.git)).toBe(true)
    expect(await isShallow(origin.git)).toBe(false)
    expect(await hasCommit(clone.git, second)).toBe(true)
    expect(await hasCommit(clone.git, first)).toBe(false)
    expect(await hasCommit(clone.git, `${second}^`)).toBe(false)
    const tree = origin.run('rev-parse', 'HEAD^{tree}')
    expect(await hasCommit(origin.git, tree)).toBe(false)
  })
})

describe('fetching a branch', () => {
  it('brings its new commits into a whole checkout', async () => {
    const origin = newGit(root)
    origin.commit()
    const clone = origin.clone()
    const head = origin.commit()
    await fetchBranch(clone.git, 'master')
    expect(await hasCommit(clone.git, head)).toBe(true)
    expect(await isShallow(clone.git)).toBe(false)
  })

  it('leaves the refs, the index and the work tree as they were', async () => {
    const origin = newGit(root)
    origin.commit({ a: 'x' })
    for (const clone of [origin.clone(), origin.clone('--depth=1')]) {
      origin.commit({ a: 'y' })
      origin.run('tag', '--force', 'v1')
      const before = refsOf(clone)
      await fetchBranch(clone.git, 'master')
      expect(refsOf(clone)).toBe(before)
    }
  })

  it('leaves no ref behind when origin does not have the branch', async () => {
    const origin = newGit(root)
    origin.commit()
    const clone = origin.clone()
    const before = refsOf(clone)
    await expect(fetchBranch(clone.git, 'gone')).rejects.toThrow(/^git fetch: fatal: .*gone/)
    expect(refsOf(clone)).toBe(before)
  })

  it('brings the parents of the one commit that a checkout step has', async () => {
    const origin = newGit(root)
    origin.commit()
    const parent = origin.commit()
    const head = origin.commit()
    const clone = origin.clone('--depth=1')
    await fetchBranch(clone.git, 'master')
    expect(await hasCommit(clone.git, `${head}^`)).toBe(true)
    expect(clone.run('rev-parse', 'HEAD^')).toBe(parent)
  })

  it('joins an old commit of a shallow checkout to a branch that went on', async () => {
    const origin = newGit(root)
    origin.commit()
    origin.grow(5)
    const clone = origin.clone('--depth=1')
    const old = clone.run('rev-parse', 'HEAD')
    const head = origin.grow(DEPTH + 10)
    await fetchBranch(clone.git, 'master')
    expect(clone.run('merge-base', old, head)).toBe(old)
  })

  it('never takes commits away from a shallow checkout', async () => {
    const origin = newGit(root)
    origin.commit()
    origin.grow(DEPTH)
    const clone = origin.clone(`--depth=${DEPTH - 10}`)
    const had = countOf(clone, 'HEAD')
    origin.grow(30)
    await fetchBranch(clone.git, 'master')
    expect(countOf(clone, 'HEAD')).toBeGreaterThanOrEqual(had)
  })

  it('never takes commits of a merged branch away', async () => {
    const origin = newGit(root)
    origin.commit()
    origin.run('switch', '--quiet', '--create', 'side')
    origin.grow(DEPTH + 10)
    origin.run('switch', '--quiet', 'master')
    origin.commit()
    origin.run('-c', 'user.name=x', '-c', 'user.email=x', 'merge', '--quiet', '--no-ff', '--no-edit', 'side')
    const clone = origin.clone(`--depth=${DEPTH + 8}`)
    const had = countOf(clone, 'HEAD')
    origin.commit()
    await fetchBranch(clone.git, 'master')
    expect(countOf(clone, 'HEAD')).toBeGreaterThanOrEqual(had)
  })

  it('brings at most a part of a long history', async () => {
    const origin = newGit(root)
    origin.commit()
    origin.grow(DEPTH * 3)
    const clone = origin.clone('--depth=1')
    await fetchBranch(clone.git, 'master')
    expect(await isShallow(clone.git)).toBe(true)
    expect(countOf(clone, 'HEAD')).toBeGreaterThanOrEqual(DEPTH)
    expect(countOf(clone, 'HEAD')).toBeLessThan(DEPTH * 2)
  })
})
