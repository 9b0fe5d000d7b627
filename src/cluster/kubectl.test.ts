import { expect, it } from '@jest/globals'
import { UserError } from '../errors.js'
import type { ExecResult } from '../runner/ports.js'
import { openKubectl } from './kubectl.js'

const { signal } = new AbortController()

function kubectl(result: Partial<ExecResult>, asked: string[][] = []) {
  const exec = async ({ args }: { readonly args: readonly string[] }) => {
    asked.push([...args])
    return { code: 1, stdout: '', stderr: '', ...result }
  }
  return openKubectl({ exec, signal }, 'pi')
}

// Each as kubectl 1.34 prints it.
it.each([
  ['error: the server doesn\'t have a resource type "kustomizations"', 'absent'],
  ['Error from server (NotFound): deployments.apps "x" not found', 'absent'],
  ['Error from server (Forbidden): deployments.apps is forbidden: User "bob" cannot list resource', 'forbidden'],
  ['error: You must be logged in to the server (Unauthorized)', 'failed'],
  ['The connection to the server localhost:8080 was refused - did you specify the right host or port?', 'failed'],
  ['Error in configuration: context was not found for specified context: nope', 'failed'],
])('takes %j for %s', async (said, state) => {
  const log = 'E1124 21:45:17.823462    2096 memcache.go:265] "Unhandled Error" err="…"\nWarning: version difference\n'
  expect(await kubectl({ stderr: `${log}${said}\n` }).json('get', 'x')).toEqual({ state, why: said })
})

it('asks the context that it is told, with a limit of time, for JSON', async () => {
  const asked: string[][] = []
  const answer = await kubectl({ code: 0, stdout: '{"items":[]}' }, asked).json('get', 'x', '-A')
  expect(answer).toEqual({ state: 'found', value: { items: [] } })
  expect(asked).toEqual([['--context=pi', '--request-timeout=20s', 'get', 'x', '-A', '-o', 'json']])
})

it('tells a program that is not there from a cluster that is not', async () => {
  const exec = async () => Promise.reject(new UserError('the program "kubectl" was not found'))
  expect(await openKubectl({ exec, signal }, undefined).json('version')).toMatchObject({ state: 'no-kubectl' })
})
