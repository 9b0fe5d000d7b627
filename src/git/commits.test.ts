import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { newGit } from '../../tests/fakes/real-git.js'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { processExec } from '../runner/exec.js'
import { changesOf, headCommit } from './commits.js'
import { openGit } from './repository.js'

const root = temporaryFolder()

describe('the commit that is checked out', () => {
  it('has its full id, time, author and subject', async () => {
    const repository = newGit(root)
    const sha = repository.commit(
      { a: '' },
      { message: 'Subject: with | odd "signs"\n\nbody', name: 'Jö Doe', email: 'j@x' },
    )
    const head = await headCommit(repository.git)
    expect(head).toEqual({
      sha,
      seconds: Number(repository.run('log', '-1', '--format=%ct')),
      author: { name: 'Jö Doe', email: 'j@x' },
      subject: 'Subject: with | odd "signs"',
    })
  })

  it('is none in a repository without commits and outside of one', async () => {
    const repository = newGit(root)
    expect(await headCommit(repository.git)).toBeUndefined()
    repository.run('config', '--unset', 'core.bare')
    expect(await headCommit(newGit(root).git)).toBeUndefined()
  })

  it('is asked in vain when the repository belongs to another user, and that is no missing repository', async () => {
    const { folder, commit } = newGit(root)
    commit()
    const env = { PATH: process.env.PATH, HOME: root, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' }
    await expect(headCommit(openGit(processExec(env), folder, env))).rejects.toMatchObject({
      name: 'UserError',
      message: `git does not read the repository at ${folder}: it belongs to another user`,
      next: expect.stringContaining(`safe.directory '${folder}'`),
    })
  })
})

describe('the changes of a commit', () => {
  it('are the lines that went and came, file by file', async () => {
    const repository = newGit(root)
    repository.commit({ 'flux/a.yaml': 'one\ntwo\nthree\n', b: 'x\n' })
    const sha = repository.commit({ 'flux/a.yaml': 'one\n2\nthree\nfour\n', b: undefined })
    expect(await changesOf(repository.git, '-1', 'HEAD')).toEqual([
      {
        ...(await headCommit(repository.git)),
        sha,
        files: [
          { path: 'b', lines: ['x'], more: true },
          { path: 'flux/a.yaml', lines: ['two', '2', 'four'], more: false },
        ],
      },
    ])
  })

  it('are everything in the first commit of a repository', async () => {
    const repository = newGit(root)
    repository.commit({ a: 'x\n' })
    expect((await changesOf(repository.git, '-1', 'HEAD'))[0]?.files).toEqual([{ path: 'a', lines: ['x'], more: true }])
  })

  it('are none in an empty commit', async () => {
    const repository = newGit(root)
    repository.commit({ a: 'x\n' })
    repository.commit()
    expect((await changesOf(repository.git, '-1', 'HEAD'))[0]?.files).toEqual([])
  })

  it('are more than lines when a file is made, removed, moved, binary, or gets another mode or type', async () => {
    const repository = newGit(root)
    const binary = Uint8Array.from([0, 1, 2, 255])
    repository.commit({ mode: 'x\n', type: 'x\n', gone: 'x\n', moved: 'same\ntext\n', bin: binary })
    chmodSync(join(repository.folder, 'mode'), 0o755)
    repository.commit({ type: undefined })
    symlinkSync('mode', join(repository.folder, 'type'))
    repository.commit({
      gone: undefined,
      made: '',
      moved: undefined,
      elsewhere: 'same\ntext\n',
      bin: Uint8Array.from([0, 3]),
    })
    const [last, before] = await changesOf(repository.git, '-2', 'HEAD')
    expect(last?.files.map(file => [file.path, file.more])).toEqual([
      ['bin', true],
      ['elsewhere', true],
      ['gone', true],
      ['made', true],
      ['moved', true],
      ['type', true],
    ])
    expect(before?.files.map(file => [file.path, file.more])).toEqual([
      ['mode', true],
      ['type', true],
    ])
  })

  it('are found in files with any name', async () => {
    const repository = newGit(root)
    const names = [
      'with space',
      'with "quotes"',
      'back\\slash',
      'line\nend',
      'tab\tstop',
      'bell\u0007',
      'ünïcödé/日本語',
      ' b/ a',
      'a b/a b',
      '-dash',
      '"',
      '\\n',
    ]
    repository.commit(Object.fromEntries(names.map(name => [name, 'x\n'])))
    repository.commit(Object.fromEntries(names.map(name => [name, 'y\n'])))
    const files = (await changesOf(repository.git, '-1', 'HEAD'))[0]?.files ?? []
    expect(files.map(file => file.path).sort()).toEqual([...names].sort())
    for (const file of files) expect(file.lines).toEqual(['x', 'y'])
  })

  it('are not those that a text pretends: a line may look like anything', async () => {
    const repository = newGit(root)
    const nasty =
      '-- a/x\n++ b/x\ndiff --git a/flux/x b/flux/x\n@@ -1,9 +1,9 @@\n\\ No newline\nnew file mode 100644\nBinary files differ'
    repository.commit({ plain: `${nasty}\n` })
    repository.commit({ plain: `${nasty}!` })
    repository.commit({ plain: '' })
    const [emptied, changed] = await changesOf(repository.git, '-2', 'HEAD')
    expect(changed?.files).toEqual([
      { path: 'plain', lines: ['Binary files differ', 'Binary files differ!'], more: false },
    ])
    expect(emptied?.files).toEqual([
      { path: 'plain', lines: [...nasty.split('\n').slice(0, -1), 'Binary files differ!'], more: false },
    ])
  })

  it('stay whole although a text has zero bytes in it', async () => {
    const repository = newGit(root)
    const long = 'x\n'.repeat(5000)
    repository.commit({ a: long, z: 'old\n' })
    repository.commit({ a: `${long}zero\0byte\n`, z: 'new\n' })
    const commits = await changesOf(repository.git, '-1', 'HEAD')
    expect(commits).toHaveLength(1)
    expect(commits[0]?.files).toEqual([
      { path: 'a', lines: ['zero\0byte'], more: false },
      { path: 'z', lines: ['old', 'new'], more: false },
    ])
  })

  it('keep the carriage returns of their lines', async () => {
    const repository = newGit(root)
    repository.commit({ a: 'x\r\n' })
    repository.commit({ a: 'y\r\n' })
    expect((await changesOf(repository.git, '-1', 'HEAD'))[0]?.files[0]?.lines).toEqual(['x\r', 'y\r'])
  })

  it('of a merge are those against its first parent', async () => {
    const repository = newGit(root)
    repository.commit({ a: 'x\n' })
    repository.run('switch', '--quiet', '--create', 'side')
    repository.commit({ b: 'side\n' })
    repository.run('switch', '--quiet', 'master')
    repository.commit({ a: 'y\n' })
    repository.run('-c', 'user.name=x', '-c', 'user.email=x', 'merge', '--quiet', '--no-ff', '--no-edit', 'side')
    const commits = await changesOf(repository.git, '-2', 'HEAD')
    expect(commits.map(commit => commit.files.map(file => file.path))).toEqual([['b'], ['a']])
  })

  it('come newest first, and of a range only', async () => {
    const repository = newGit(root)
    const [first, second, third] = [repository.commit(), repository.commit(), repository.commit()]
    const commits = await changesOf(repository.git, `${first}..HEAD`)
    expect(commits.map(commit => commit.sha)).toEqual([third, second])
  })

  it.each([
    ['diff.noprefix=true'],
    ['diff.mnemonicPrefix=true'],
    ['diff.interHunkContext=50'],
    ['diff.context=9'],
    ['diff.renames=copies'],
    ['diff.external=false'],
    ['diff.relative=true'],
    ['diff.submodule=log'],
    ['diff.suppressBlankEmpty=true'],
    ['color.ui=always'],
    ['color.diff=always'],
    ['core.quotePath=true'],
    ['log.showSignature=true'],
    ['log.showRoot=false'],
    ['log.diffMerges=combined'],
    ['log.decorate=full'],
    ['log.follow=true'],
    ['format.pretty=oneline'],
    ['diff.orderFile=/dev/null'],
    ['diff.wordRegex=.'],
    ['diff.colorMoved=zebra'],
    ['i18n.logOutputEncoding=latin1'],
    ['diff.dirstat=lines'],
  ])('are the same whatever the user’s settings are: %s', async setting => {
    const repository = settled
    const git = repository.configured(setting)
    expect(await changesOf(git, 'HEAD')).toEqual(await changesOf(repository.git, 'HEAD'))
    expect(await headCommit(git)).toEqual(await headCommit(repository.git))
    expect((await changesOf(git, 'HEAD')).map(commit => commit.files.length)).toEqual([2, 2, 1, 3])
  })
})

/** A root commit, hunks that are near each other, a merge, and a submodule. */
const settled = (() => {
  const repository = newGit(root)
  const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`)
  repository.commit({ 'b ä': `${lines.join('\n')}\n`, c: 'x\n', d: 'x\n' }, { name: 'Jö' })
  repository.run('switch', '--quiet', '--create', 'side')
  repository.commit({ 'b ä': `${lines.with(3, 'three').with(8, 'eight').join('\n')}\n`, d: 'y\n' })
  repository.run('switch', '--quiet', 'master')
  repository.commit({ c: 'y\n' })
  repository.run('-c', 'user.name=x', '-c', 'user.email=x', 'merge', '--quiet', '--no-ff', '--no-edit', 'side')
  mkdirSync(join(repository.folder, 'module'))
  repository.run('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},module`)
  repository.commit({ c: 'z\n' })
  return repository
})()
