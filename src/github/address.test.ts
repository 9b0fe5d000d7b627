import { expect, it } from '@jest/globals'
import { apiAddress, gitHubAddress } from './address.js'

it.each([
  ['git@github.com:Example/web.site.git', 'github.com', 'Example', 'web.site'],
  ['ssh://git@github.com/example/website', 'github.com', 'example', 'website'],
  ['ssh://git@ssh.github.com:443/example/website.git', 'github.com', 'example', 'website'],
  ['https://jo:token@github.com/example/website.git/', 'github.com', 'example', 'website'],
  ['https://git.example.org/team/site', 'git.example.org', 'team', 'site'],
])('takes %s apart', (remote, host, owner, name) => {
  expect(gitHubAddress(remote)).toEqual({ host, owner, name })
})

it.each(['/srv/git/website.git', '../website', 'https://github.com/example', 'https://git.example.org/a/b/c', ''])(
  'knows no owner and name in %j',
  remote => {
    expect(gitHubAddress(remote)).toBeUndefined()
  },
)

it('asks where the environment says, else where GitHub has its API', () => {
  expect(apiAddress('github.com', undefined)).toBe('https://api.github.com')
  expect(apiAddress('git.example.org', '')).toBe('https://git.example.org/api/v3')
  expect(apiAddress('github.com', 'http://127.0.0.1:1/')).toBe('http://127.0.0.1:1')
})
