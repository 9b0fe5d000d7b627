import { expect, test } from '@jest/globals'
import { readSourceFile } from '../../yaml/source-file.js'
import { readWorkflow } from '../inventory/workflow.js'
import { restartOf } from './restart.js'

function restart(on: string, message = 'x', branch: string | undefined = 'main') {
  const workflow = readWorkflow(readSourceFile('.github/workflows/a.yml', `on: ${on}\njobs: {a: {steps: []}}\n`))
  if (workflow === undefined) throw new Error('no workflow')
  return restartOf(workflow, branch, ['flux/a.yaml'], message)
}

test.each([
  ['push', true, 'it filters no paths'],
  ['{push: {paths: ["flux/**"]}}', true, 'its path filters let a file of the commit through'],
  ['{push: {paths-ignore: ["flux/**"]}}', false, 'its path filters leave out every file of the commit'],
  ['{push: {branches: [release]}}', false, 'it does not start on main'],
  ['{push: {tags: ["v*"]}}', false, 'it does not start on main'],
  ['workflow_dispatch', false, 'no push starts it'],
  ['[push, pull_request]', true, 'it filters no paths'],
])('a workflow on %s: %s', (on, starts, why) => {
  expect(restart(on)).toEqual({ workflow: '.github/workflows/a.yml', starts, why })
})

test.each(['[skip ci]', 'a [CI Skip] b', '[no ci]', '[skip actions]', '[actions skip]', 'a\n\n\nskip-checks: true'])(
  'the message %j starts nothing',
  message => expect(restart('push', message).starts).toBe(false),
)

test('a message that only speaks of it does', () => expect(restart('push', 'skip ci').starts).toBe(true))
