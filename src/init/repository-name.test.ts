import { expect, test } from '@jest/globals'
import { printRepositoryName, repositoryOfRemote, repositoryUrl } from './repository-name.js'

test.each([
  ['git@github.com:example/website.git', 'example/website'],
  ['https://github.com/example/website', 'example/website'],
  ['https://user@github.com/example/website.git/', 'example/website'],
  ['ssh://git@github.com/example/website.git', 'example/website'],
  ['https://ghe.example.com/a/b.c', 'ghe.example.com/a/b.c'],
])('the repository of the remote %s is %s', (url, name) => {
  const found = repositoryOfRemote(url)
  expect(found && printRepositoryName(found)).toBe(name)
})

test.each(['', '/srv/git/website', 'file:///srv/git/a/b', '../website', 'https://host/a/b/c', 'ext::sh -c x% a/b'])(
  'the remote "%s" names no repository',
  url => {
    expect(repositoryOfRemote(url)).toBeUndefined()
  },
)

test('an address that is none becomes one', () => {
  const name = { host: 'github.com', owner: 'a', name: 'b' }
  expect(repositoryUrl(name, 'nonsense')).toBe('https://github.com/a/b')
  expect(repositoryUrl(name, 'ssh://git@x:22/c/d')).toBe('ssh://git@github.com:22/a/b')
})
