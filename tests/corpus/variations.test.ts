import { expect, test } from '@jest/globals'
import { seeded } from '../mutations/fault.js'
import { secretVariations } from './secret-variations.js'
import { findingsOf, placeOf, readTree, type Tree } from './tree.js'
import { variations } from './variations.js'

/** Every right way of doing the same is as quiet as the first. */
const tree = readTree('reference')
const before = new Set(spoken(tree))

test.each([...variations, ...secretVariations].map(variation => [variation.title, variation] as const))(
  '%s',
  (_, { changes }) => {
    expect(spoken(seeded(tree, changes)).filter(said => !before.has(said))).toEqual([])
  },
)

function spoken(found: Tree): readonly string[] {
  return findingsOf(found)
    .filter(({ severity }) => severity !== 'note')
    .map(finding => `${placeOf(finding)}: ${finding.message}`)
}
