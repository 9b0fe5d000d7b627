import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'

const root = join(import.meta.dirname, '..')

test('the last line says how many passed, failed and were skipped', () => {
  expect(jest('suite-that-skips.ts')).toMatchObject({ code: 0, lastLine: '1 passed, 0 failed, 1 skipped' })
})

test('in CI a skipped test fails the run and is named', () => {
  const { code, output } = jest('suite-that-skips.ts', { CI: 'true' })
  expect([code, output]).toEqual([1, expect.stringContaining('skipped, which CI does not allow: a skipped one')])
})

test('a suite that crashes counts as a failure', () => {
  expect(jest('suite-that-crashes.ts')).toMatchObject({ code: 1, lastLine: '0 passed, 1 failed' })
})

function jest(fixture: string, env: Readonly<Record<string, string>> = {}) {
  const match = join(import.meta.dirname, 'fixtures', fixture)
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--experimental-vm-modules', join(root, 'node_modules', 'jest', 'bin', 'jest.js'), '--testMatch', match],
    { cwd: root, env: { PATH: process.env.PATH ?? '', ...env }, encoding: 'utf8' },
  )
  return { code: status, output: stdout + stderr, lastLine: stdout.trimEnd().split('\n').at(-1) }
}
