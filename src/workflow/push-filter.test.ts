import { describe, expect, test } from '@jest/globals'
import { filterTakes, type PushFilters, startsOnPush } from './push-filter.js'

const none: PushFilters = {
  branches: undefined,
  branchesIgnore: undefined,
  paths: undefined,
  pathsIgnore: undefined,
  tags: undefined,
}

describe('patterns for branches are read as in the table of the documentation', () => {
  test.each([
    ['feature/*', ['feature/my-branch', 'feature/your-branch'], ['feature', 'feature/a/b', 'my/feature/a']],
    ['feature/**', ['feature/beta-a/my-branch', 'feature/your-branch', 'feature/mona/the/octocat'], ['features/a']],
    ['main', ['main'], ['mainline', 'a/main', 'Main']],
    ['releases/mona-the-octocat', ['releases/mona-the-octocat'], ['releases/mona']],
    ['*', ['main', 'releases'], ['all/the/branches']],
    ['**', ['all/the/branches', 'every/tag', 'main'], []],
    ['*feature', ['mona-feature', 'feature', 'ver-10-feature'], ['feature-a', 'a/feature']],
    ['v2*', ['v2', 'v2.0', 'v2.9'], ['v1', 'v2/a']],
    ['v[12].[0-9]+.[0-9]+', ['v1.10.1', 'v2.0.0'], ['v3.0.0', 'v1..1', 'v1.10']],
    ['Octoc?t', ['Octoct', 'Octot'], ['Octocat']],
    ['[CB]at', ['Cat', 'Bat'], ['Rat', 'at']],
    ['[1-2]00', ['100', '200'], ['300']],
    ['a\\+b', ['a+b'], ['aab']],
    ['a.b', ['a.b'], ['axb']],
  ])('%s', (pattern, taken, left) => {
    expect(taken.filter(branch => filterTakes([pattern], branch) !== true)).toEqual([])
    expect(left.filter(branch => filterTakes([pattern], branch) !== false)).toEqual([])
  })
})

describe('patterns for paths are read as in the table of the documentation', () => {
  test.each([
    [['*'], ['README.md', 'server.rb', '.env'], ['docs/a.md']],
    [['*.jsx?'], ['page.js', 'page.jsx'], ['page.jsy', 'a/page.js']],
    [['**'], ['all/the/files.md', '.github/workflows/a.yml'], []],
    [['*.js'], ['app.js', 'index.js'], ['js/index.js']],
    [['**.js'], ['index.js', 'js/index.js', 'src/js/app.js'], ['index.ts']],
    [['docs/*'], ['docs/README.md', 'docs/file.txt'], ['docs/mona/octocat.txt']],
    [['docs/**'], ['docs/README.md', 'docs/mona/octocat.txt'], ['docs', 'my/docs/a']],
    [['docs/**/*.md'], ['docs/README.md', 'docs/mona/hello-world.md', 'docs/a/markdown/file.md'], ['docs/a.txt']],
    [['**/docs/**'], ['docs/hello.md', 'dir/docs/my-file.txt', 'space/docs/plan/space.doc'], ['mydocs/a.md']],
    [['**/README.md'], ['README.md', 'js/README.md'], ['js/MY-README.md']],
    [['**/*src/**'], ['a/src/app.js', 'my-src/code/js/app.js'], ['srcs/a.js']],
    [['**/*-post.md'], ['my-post.md', 'path/their-post.md'], ['post.md']],
    [['**/migrate-*.sql'], ['migrate-10909.sql', 'db/migrate-v1.0.sql', 'db/sept/migrate-v1.sql'], ['a/migrate.sql']],
    [['*.md', '!README.md'], ['hello.md'], ['README.md', 'docs/hello.md']],
    [['*.md', '!README.md', 'README*'], ['hello.md', 'README.md', 'README.doc'], ['a.txt']],
  ])('%j', (patterns, taken, left) => {
    expect(taken.filter(path => filterTakes(patterns, path) !== true)).toEqual([])
    expect(left.filter(path => filterTakes(patterns, path) !== false)).toEqual([])
  })
})

describe('a push starts a workflow', () => {
  const push = { branch: 'master', files: ['flux/app.yaml'] }
  const starts = (filters: Partial<PushFilters>, files = push.files) =>
    startsOnPush({ ...none, ...filters }, { ...push, files })

  test('without filters', () => expect(starts({})).toBe(true))
  test('on a branch that is listed, and on no other', () => {
    expect(starts({ branches: ['master'] })).toBe(true)
    expect(starts({ branches: ['main'] })).toBe(false)
    expect(starts({ branches: ['**', '!master'] })).toBe(false)
    expect(starts({ branches: ['!master', '**'] })).toBe(true)
    expect(starts({ branches: ['!main'] })).toBe(false)
  })
  test('unless its branch is ignored', () => {
    expect(starts({ branchesIgnore: ['master'] })).toBe(false)
    expect(starts({ branchesIgnore: ['gh-pages'] })).toBe(true)
  })
  test('when one file of it is listed', () => {
    expect(starts({ paths: ['src/**'] })).toBe(false)
    expect(starts({ paths: ['src/**'] }, ['flux/app.yaml', 'src/a.ts'])).toBe(true)
    expect(starts({ paths: ['**', '!flux/**'] })).toBe(false)
    expect(starts({ paths: ['**', '!flux/**'] }, ['flux/app.yaml', 'README.md'])).toBe(true)
    expect(starts({ paths: ['!flux/**', '**'] })).toBe(true)
  })
  test('unless all files of it are ignored', () => {
    expect(starts({ pathsIgnore: ['flux/**'] })).toBe(false)
    expect(starts({ pathsIgnore: ['flux/**'] }, ['flux/app.yaml', 'src/a.ts'])).toBe(true)
    expect(starts({ pathsIgnore: ['docs/**'] })).toBe(true)
    expect(starts({ pathsIgnore: ['flux/**', '!flux/app.yaml'] })).toBe(true)
  })
  test('when the filters of branches and paths both let it through', () => {
    expect(starts({ branches: ['master'], paths: ['flux/**'] })).toBe(true)
    expect(starts({ branches: ['main'], paths: ['flux/**'] })).toBe(false)
    expect(starts({ branches: ['master'], paths: ['src/**'] })).toBe(false)
  })
  test('of a branch never when only tags are filtered', () => {
    expect(starts({ tags: ['v*'] })).toBe(false)
    expect(starts({ tags: ['v*'], branches: ['master'] })).toBe(true)
  })
  test('never when GitHub refuses the workflow', () => {
    expect(starts({ branches: ['master'], branchesIgnore: ['dev'] })).toBe(false)
    expect(starts({ paths: ['**'], pathsIgnore: ['dev'] })).toBe(false)
    expect(starts({ pathsIgnore: ['[a', 'b'] })).toBe(false)
    expect(starts({ branchesIgnore: ['[é]'] })).toBe(false)
  })
  test('decided in linear time', () => {
    expect(starts({ paths: [`${'*a'.repeat(40)}b`] }, ['a'.repeat(3000)])).toBe(false)
  })
})

test('a list with a broken pattern takes nothing and leaves nothing', () => {
  expect(filterTakes(['main', 'v[1'], 'main')).toBeUndefined()
})
