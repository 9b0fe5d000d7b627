import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { ImagePolicySpec } from './image-policy.js'
import { evaluatePolicy } from './policy.js'

interface Case {
  readonly name: string
  readonly pattern: string
  readonly extract: string
  readonly filter: boolean
  readonly policy: 'semver' | 'alphabetical' | 'numerical'
  readonly argument: string
  readonly tags: readonly string[]
  readonly filtered: readonly string[] | null
  readonly latest: string
  readonly selectedTag: string
  readonly error: string
  readonly errorStage: string
}

const vectors = new URL('../../tests/conformance/vectors/policy.json', import.meta.url)
const { cases }: { cases: readonly Case[] } = JSON.parse(readFileSync(vectors, 'utf8'))

describe('the policy gives what the image-reflector-controller gave', () => {
  test.each(cases)('$name', ({ tags, ...rest }) => {
    const result = evaluatePolicy(specOf(rest), tags)
    expect({
      filtered: result.filtered,
      latest: result.latest ?? '',
      selectedTag: result.selectedTag ?? '',
      error: result.error ?? '',
      errorStage: result.stage ?? '',
    }).toEqual({
      filtered: rest.filtered,
      latest: rest.latest,
      selectedTag: rest.selectedTag,
      error: rest.error,
      errorStage: rest.errorStage,
    })
  })
})

function specOf(given: Omit<Case, 'tags'>): ImagePolicySpec {
  const block = given.policy === 'semver' ? { range: given.argument } : { order: given.argument }
  const filterTags = { pattern: given.pattern, extract: given.extract }
  return { policy: { [given.policy]: block }, ...(given.filter ? { filterTags } : {}) }
}
