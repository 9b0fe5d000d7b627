import { X509Certificate } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { CONFIG_FILE } from '../../actions/verify-manifests/config.js'
import { rules } from '../../actions/verify-manifests/rules/index.js'
import { findingsOf, type Tree } from '../corpus/tree.js'
import { expectedPlace, seeded } from '../mutations/fault.js'
import { killTable, news } from '../mutations/kill-table.js'
import { deliveryFaults } from './delivery-faults.js'
import { ROOT, readTree } from './tree.js'

const CERTIFICATE = 'flux/sealing/pub-cert.pem'
const PLATFORM = join(ROOT, 'flux/examples/platform')

/** The two trees that users copy, as they lie in their repositories. */
const trees: Readonly<Record<string, Tree>> = {
  production: new Map([
    ...[...readTree(ROOT)].filter(([path]) => !path.startsWith('flux/examples/')),
    [CERTIFICATE, readFileSync(join(ROOT, CERTIFICATE), 'utf8')],
    [CONFIG_FILE, 'flux-version: "2.9"\nregistries: {"192.168.0.40:5000": harbor}\n'],
  ]),
  platform: new Map(
    readdirSync(PLATFORM, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && entry.name.endsWith('.yaml'))
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => [relative(PLATFORM, path), readFileSync(path, 'utf8')]),
  ),
}

/** The day after the tree's own certificate was made. */
const NOW = Date.parse(new X509Certificate(readFileSync(join(ROOT, CERTIFICATE))).validFrom) + 86_400_000

const killed = new Map<string, number>()

test.each(Object.entries(trees))('without a fault there is nothing to say of %s', (_name, tree) => {
  expect(tree.size).toBeGreaterThan(15)
  expect(findingsOf(tree, NOW)).toEqual([])
})

/** A fault is told by its rule, at its line, and by nothing else. */
describe.each(rules.map(rule => [rule.id]))('%s', rule => {
  const own = deliveryFaults.filter(fault => fault.rule === rule)

  test.each(own.map(fault => [fault.title, fault.tree, fault] as const))('%s (%s)', (_title, name, fault) => {
    const tree = trees[name] ?? new Map<string, string>()
    const changed = seeded(tree, fault.changes)
    expect(news(findingsOf(changed, NOW), [])).toEqual([`${expectedPlace(tree, changed, fault)} ${rule}`])
    killed.set(rule, (killed.get(rule) ?? 0) + 1)
  })

  test('has a fault in these trees', () => {
    expect(own.length).toBeGreaterThan(0)
  })
})

afterAll(() => {
  process.stdout.write(killTable(deliveryFaults, killed))
})
