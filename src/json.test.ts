import { describe, expect, it } from '@jest/globals'
import { listMember, member, numberMember, parseJson, textMember } from './json.js'

describe('JSON of an unknown shape', () => {
  it('is undefined when it is no JSON', () => {
    expect(parseJson('<html>')).toBeUndefined()
    expect(parseJson('')).toBeUndefined()
    expect(parseJson('null')).toBeNull()
  })

  it.each([[null], [undefined], ['text'], [7], [[1, 2]]])('has no members in %j', value => {
    expect(member(value, 'length')).toBeUndefined()
    expect(member(value, '0')).toBeUndefined()
  })

  it('has only its own members, not those that every object has', () => {
    expect(member({}, 'toString')).toBeUndefined()
    expect(member({}, '__proto__')).toBeUndefined()
    expect(member(parseJson('{"__proto__": 7}'), '__proto__')).toBe(7)
  })

  it('gives members only of the type that was asked for', () => {
    const value = parseJson('{"text": "a", "empty": "", "number": 0, "list": [1], "null": null}')
    expect(textMember(value, 'text')).toBe('a')
    expect(textMember(value, 'empty')).toBeUndefined()
    expect(textMember(value, 'number')).toBeUndefined()
    expect(numberMember(value, 'number')).toBe(0)
    expect(numberMember(value, 'text')).toBeUndefined()
    expect(listMember(value, 'list')).toEqual([1])
    expect(listMember(value, 'null')).toEqual([])
    expect(listMember(value, 'missing')).toEqual([])
  })
})
