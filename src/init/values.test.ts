import { describe, expect, test } from '@jest/globals'
import { pairProblem, type ValueName, valueProblem } from './values.js'

const right: readonly (readonly [ValueName, readonly string[]])[] = [
  ['registry', ['192.168.0.40:5000', 'ghcr.io', 'harbor.example.com', 'localhost:5000', 'localhost', 'harbor:80']],
  ['insecure', ['true', 'false']],
  ['frontend-image', ['library/frontend', 'a/b/c-d_e.f']],
  ['frontend-context', ['frontend', 'apps/web', '.', '.docker/x']],
  ['repo', ['example/website', 'a/b.c_d-e', 'ghe.example.com/a/b', 'Upper/Case']],
  ['branch', ['main', 'master', 'release/1.x', '1.10', 'a_b']],
  ['vm', ['deploy@192.168.0.50', 'root@vm.lan', '_x@vm:2222', 'a-b@h']],
  ['vm-address', ['192.168.0.50', '0.0.0.0', '255.255.255.255']],
]

const wrong: readonly (readonly [ValueName, string, RegExp])[] = [
  ['registry', 'http://192.168.0.40:5000', /has a scheme/],
  ['registry', '192.168.0.40:5000/library', /has a path/],
  ['registry', '192.168.0.400:5000', /is no host name/],
  ['registry', 'harbor..lan:5000', /is no host name/],
  ['registry', 'Harbor.lan', /in lower case/],
  ['registry', 'harbor_1.lan', /is not a registry address/],
  ['registry', 'harbor', /neither a dot nor a port/],
  ['registry', 'harbor.lan:70000', /no valid port/],
  ['registry', '[::1]:5000', /IPv6/],
  ['registry', '', /is not a registry address/],
  ['insecure', 'yes', /expected "true" or "false"/],
  ['frontend-image', 'frontend', /one part/],
  ['backend-image', 'library/backend:1', /has a tag/],
  ['backend-image', 'Library/backend', /upper-case/],
  ['frontend-context', '/abs', /is no folder/],
  ['frontend-context', '../out', /is no folder/],
  ['frontend-context', 'a/../b', /is no folder/],
  ['frontend-context', 'a b', /is no folder/],
  ['repo', 'website', /OWNER\/NAME/],
  ['repo', 'https://github.com/example/website', /OWNER\/NAME/],
  ['repo', 'example/website.git', /OWNER\/NAME/],
  ['repo', '-a/b', /OWNER\/NAME/],
  ['repo', 'a/..', /OWNER\/NAME/],
  ['branch', 'a b', /is no branch/],
  ['branch', 'a..b', /is no branch/],
  ['branch', '-x', /is no branch/],
  ['branch', 'x.lock', /is no branch/],
  ['branch', 'x*', /is no branch/],
  ['vm', '192.168.0.50', /has no user/],
  ['vm', '@192.168.0.50', /has no user/],
  ['vm', '-oProxyCommand=x@h', /no user that Linux takes/],
  ['vm', 'deploy@-h', /no host name/],
  ['vm', 'deploy@h:0', /no port/],
  ['vm', 'deploy@h:1:2', /no host name/],
  ['vm-address', 'vm.lan', /no IPv4 address/],
  ['vm-address', '192.168.0', /no IPv4 address/],
]

describe('a value', () => {
  test.each(right.flatMap(([name, texts]) => texts.map(text => [name, text] as const)))(
    '%s takes "%s"',
    (name, text) => {
      expect(valueProblem(name, text)).toBeUndefined()
    },
  )

  test.each(wrong)('%s refuses "%s", and says what it takes', (name, text, problem) => {
    expect(valueProblem(name, text)).toMatch(problem)
    expect(valueProblem(name, text)).toMatch(/expected/)
  })
})

test('two images of one name are refused', () => {
  expect(pairProblem({ 'frontend-image': 'a/b', 'backend-image': 'a/b' })).toMatch(/both images/)
  expect(pairProblem({ 'frontend-image': 'a/b', 'backend-image': 'a/c' })).toBeUndefined()
})
