import { describe, expect, test } from '@jest/globals'
import { buildDefaults } from '../../../src/build-defaults.js'
import type { Edit, Finding } from '../../../src/findings/finding.js'
import { takeInventory } from '../../../src/flux/inventory.js'
import { emptyConfig } from '../config.js'
import { fluxVersionOf } from '../flux-version.js'
import { lint } from '../lint.js'
import { rules } from './index.js'

type Files = Readonly<Record<string, string>>

/** Every certain fix that an example of a rule is given, applied by itself: what it is about is not found any more, and nothing new is. */
const cases = rules.flatMap(rule =>
  rule.examples.flatMap(({ title, files }) =>
    found(files).flatMap(({ rule: id, fix }) =>
      fix?.edits === undefined ? [] : [{ id, title, files, edits: fix.edits }],
    ),
  ),
)

describe('a certain fix removes what it is for', () => {
  test.each(cases.map(fixed => [`${fixed.id}: ${fixed.title}`, fixed] as const))('%s', (_, { id, files, edits }) => {
    const before = found(files)
    const after = found(withEdits(files, edits))
    expect(after.length).toBe(before.length - 1)
    expect(after.filter(({ rule }) => rule === id).length).toBe(before.filter(({ rule }) => rule === id).length - 1)
  })
})

function found(files: Files): readonly Finding[] {
  const inventory = takeInventory(Object.entries(files), buildDefaults)
  return lint({ inventory, config: emptyConfig, flux: fluxVersionOf(inventory, emptyConfig), rules })
}

function withEdits(files: Files, edits: readonly Edit[]): Files {
  const changed = { ...files }
  for (const { file, start, end, text } of [...edits].sort((left, right) => right.start - left.start)) {
    const whole = changed[file] ?? ''
    changed[file] = whole.slice(0, start) + text + whole.slice(end)
  }
  return changed
}
