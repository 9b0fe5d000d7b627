import { describe, expect, it } from '@jest/globals'
import { nearest } from './nearest.js'

const KEYS = ['name', 'context', 'file', 'build-args', 'cache-from', 'cache-to', 'platforms']

describe('the nearest known word', () => {
  it.each([
    ['platform', 'platforms'],
    ['Platforms', 'platforms'],
    ['build_args', 'build-args'],
    ['buildArgs', 'build-args'],
    ['cache-form', 'cache-from'],
    ['contxt', 'context'],
    ['nmae', undefined],
    ['nam', 'name'],
    ['fil', 'file'],
  ])('to %s is %s', (written, meant) => {
    expect(nearest(written, KEYS)).toBe(meant)
  })

  it.each(['dockerfile', 'image', '', 'xyz', 'volumes'])('is none for %j', written => {
    expect(nearest(written, KEYS)).toBeUndefined()
  })

  it('is none when nothing is known', () => {
    expect(nearest('name', [])).toBeUndefined()
  })

  it('is not a word of letters beyond the first plane that has nothing in common', () => {
    expect(nearest('context', ['🚀🚀🚀🚀🚀🚀🚀'])).toBeUndefined()
    expect(nearest('🚀context', ['🚀contexts'])).toBe('🚀contexts')
  })
})
