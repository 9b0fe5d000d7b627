import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { temporaryFolder } from '../fakes/temporary-folder.js'

const ROOT = join(import.meta.dirname, '../..')
const RULES = 'actions/verify-manifests/rules'
const folder = temporaryFolder()
mkdirSync(join(folder, 'scripts'))
for (const path of ['scripts/new-rule', 'package.json', `${RULES}/index.ts`])
  cpSync(join(ROOT, path), join(folder, path))

const newRule = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(folder, 'scripts/new-rule'), ...args], { encoding: 'utf8' })

it('begins a rule with its file and its line in the list, next to the one that is named', () => {
  expect(newRule('tenant-named', 'policy-used').status).toBe(0)
  expect(readFileSync(join(folder, RULES, 'tenant-named.ts'), 'utf8')).toContain('# expect: tenant-named')
  const list = readFileSync(join(folder, RULES, 'index.ts'), 'utf8')
  expect(list).toContain("\nimport { tenantNamed } from './tenant-named.js'\n")
  expect(list).toContain('\n  policyUsed,\n  tenantNamed,\n')
})

it.each([
  [['Tenant'], 'is no rule id'],
  [['tenant-named'], 'is there already'],
  [['tenant-known', 'nobody'], 'there is no rule "nobody"'],
])('refuses %j', (args, problem) => {
  const { status, stderr } = newRule(...args)
  expect([status, stderr]).toEqual([2, expect.stringContaining(problem)])
})
