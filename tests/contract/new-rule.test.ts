import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { temporaryFolder } from '../fakes/temporary-folder.js'

/** What CONTRIBUTING says of a new rule, done in a copy of the sources. */
const ROOT = join(import.meta.dirname, '../..')
const RULES = 'actions/verify-manifests/rules'
const LEFT_OUT = ['.git', '.tools', 'dist', 'node_modules']
const folder = temporaryFolder()
for (const name of readdirSync(ROOT).filter(entry => !LEFT_OUT.includes(entry)))
  cpSync(join(ROOT, name), join(folder, name), { recursive: true })
for (const name of ['node_modules', '.tools'])
  if (existsSync(join(ROOT, name))) symlinkSync(join(ROOT, name), join(folder, name))

const recipe = commandsBelow('## Adding a rule')

it('is one command, and its examples pass', () => {
  expect(recipe[0]).toBe('scripts/new-rule tenant-named policy-used')
  expect(recipe).toHaveLength(2)
  const began = performance.now()
  const outputs = recipe.map(command => {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' })
    expect([command, status, status === 0 ? '' : stdout + stderr]).toEqual([command, 0, ''])
    return stdout + stderr
  })
  process.stdout.write(`A new rule, as CONTRIBUTING has it: ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
  expect(outputs[1]).toMatch(/tenant-named\n(?:.*✓.*\n)* +✓ one that offends/)
}, 240_000)

it('begins with its file and its line in the list, next to the one that is named', () => {
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
  const { status, stderr } = spawnSync(process.execPath, [join(folder, 'scripts/new-rule'), ...args], {
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([2, expect.stringContaining(problem)])
})

/** The commands of the first code below a heading, without what is said of them. */
function commandsBelow(heading: string): readonly string[] {
  const [, below = ''] = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8').split(`\n${heading}\n`)
  const [, code = ''] = /^```sh\n([\s\S]*?)^```$/m.exec(below) ?? []
  return code.split('\n').flatMap(line => {
    const command = line.replace(/ +#.*/, '')
    return command === '' ? [] : [command]
  })
}
