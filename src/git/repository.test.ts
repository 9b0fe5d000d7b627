import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { newGit } from '../../tests/fakes/real-git.js'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { UserError } from '../errors.js'
import { processExec } from '../runner/exec.js'
import { openGit } from './repository.js'

const root = temporaryFolder()
const env = { PATH: process.env.PATH, HOME: root, GIT_CONFIG_NOSYSTEM: '1' }

describe('a git work tree', () => {
  it('gives what git prints, and takes what git reads', async () => {
    const repository = newGit(root)
    const sha = repository.commit({ a: 'text\n' })
    expect(await repository.git.run('rev-parse', 'HEAD')).toBe(`${sha}\n`)
    expect(await repository.git.feed(`${sha}\n`, 'cat-file', '--batch-check=%(objecttype)')).toBe('commit\n')
  })

  it('gives nothing where a question has no answer', async () => {
    expect(await newGit(root).git.ask('rev-parse', '--verify', '--quiet', 'HEAD')).toBeUndefined()
  })

  it('gives an empty text when a search finds nothing, and fails when the search is wrong', async () => {
    const repository = newGit(root)
    repository.commit({ a: 'text\n' })
    expect(await repository.git.grep('-h', 'text')).toBe('text\n')
    expect(await repository.git.grep('-h', 'nowhere')).toBe('')
    await expect(repository.git.grep('-h', '-E', '(')).rejects.toThrow(/^git grep: fatal: /)
  })

  it('fails with git’s own reason, not with the advice below it', async () => {
    const repository = newGit(root)
    repository.commit()
    repository.run('remote', 'add', 'origin', join(root, 'nowhere'))
    await expect(repository.git.run('fetch', 'origin')).rejects.toThrow(
      /^git fetch: fatal: '.*nowhere' does not appear to be a git repository$/,
    )
    await expect(repository.git.run('log', '--no-such-option')).rejects.toThrow(
      /^git log: fatal: unrecognized argument: --no-such-option$/,
    )
  })

  it('never shows the password of a remote', async () => {
    const repository = newGit(root)
    repository.commit()
    repository.run('remote', 'add', 'origin', 'http://me:hunter2@127.0.0.1:1/x.git')
    const failure = await repository.git.run('fetch', 'origin').catch((error: unknown) => String(error))
    expect(failure).toMatch(/127\.0\.0\.1/)
    expect(failure).not.toMatch(/hunter2|me:/)
  })

  it('does not mistake a folder that is not there for a missing git', async () => {
    const git = openGit(processExec(env), join(root, 'missing'), env)
    await expect(git.run('status')).rejects.toThrow(/missing/)
    await expect(git.run('status')).rejects.not.toThrow(/program "git" was not found/)
  })

  it('says so when git itself is missing', async () => {
    const git = openGit(processExec(env), root, { PATH: join(root, 'empty') })
    const failure = await git.run('status').catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(UserError)
    expect(failure).toHaveProperty('message', 'the program "git" was not found')
  })
})
