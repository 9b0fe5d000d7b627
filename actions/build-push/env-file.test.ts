import { describe, expect, it } from '@jest/globals'
import { readEnvFile } from './env-file.js'

describe('an env-file', () => {
  it('gives values by name, and the environment gives the others', () => {
    const values = readEnvFile('# tokens\nexport A=from file\n\nB = "two\nlines"\nC=\'x # y\'\nD=a # b\n', '.env', {
      A: 'from environment',
      HOME: '/home/me',
    })
    expect(values.get('A')).toBe('from file')
    expect(values.get('B')).toBe('two\nlines')
    expect(values.get('C')).toBe('x # y')
    expect(values.get('D')).toBe('a')
    expect(values.get('HOME')).toBe('/home/me')
    expect(values.get('MISSING')).toBeUndefined()
  })

  it('names all of its values as secrets, but not those of the environment', () => {
    expect(readEnvFile('A=one\nB=\nC="two"\n', '.env', { D: 'three' }).secrets).toEqual(['one', 'two'])
  })

  it('may set a value to nothing, which the environment does not fill', () => {
    expect(readEnvFile('A=\n', '.env', { A: 'x' }).get('A')).toBe('')
  })

  it('may not be there', () => {
    const values = readEnvFile(undefined, '', { A: 'x' })
    expect(values.get('A')).toBe('x')
    expect(values.secrets).toEqual([])
  })

  it('has no names that every object has', () => {
    expect(readEnvFile('A=1', '.env', {}).get('toString')).toBeUndefined()
    expect(readEnvFile('A=1', '.env', {}).get('constructor')).toBeUndefined()
  })

  it('may come from an editor that marks its files as Unicode, and have Windows’ line ends', () => {
    const values = readEnvFile('\uFEFFA=1\r\nB="x\r\ny"\r\nC=2\r\n', '.env', {})
    expect(values.get('A')).toBe('1')
    expect(values.get('B')).toBe('x\ny')
    expect(values.get('C')).toBe('2')
  })

  it('is refused with the numbers of all wrong lines, none of which is shown', () => {
    const text = 'A=1\nhunter2\nB="x\nstill a value\n"\nC: hunter3\n= hunter4\n'
    expect(() => readEnvFile(text, 'secrets.env', {})).toThrow(
      /^secrets\.env, line 2, 6, 7: expected NAME=value, a comment or nothing$/,
    )
  })

  it('is refused when a quote is never closed: half a file would silently be another value', () => {
    expect(() => readEnvFile('A=1\nB="hunter2\nC=3\n', 'secrets.env', {})).toThrow(/^secrets\.env, line 2: /)
  })

  it('may have quotes inside of values', () => {
    const values = readEnvFile('A=it\'s\nB="say \'x\'"\nC=5" wide\nD=`"\'`\nE="x" # it\'s\n', '.env', {})
    expect(['A', 'B', 'C', 'D', 'E'].map(name => values.get(name))).toEqual(["it's", "say 'x'", '5" wide', '"\'', 'x'])
  })
})
