import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { redactor, secretForms } from './redactor.js'

function redact(text: string, ...secrets: readonly string[]): string {
  const { add, redact: hide } = redactor()
  for (const secret of secrets) add(secret)
  return hide(text)
}

describe('a secret', () => {
  it('is hidden wherever it stands', () => {
    expect(redact('a hunter2 b hunter2,hunter2', 'hunter2')).toBe('a *** b ***,***')
  })

  it('may hold characters that mean something in a pattern or a replacement', () => {
    for (const secret of ['a.*b', 'p$&$1', '(x|y)', 'robot$ci', '[a-z]', '\\d+x']) {
      expect(redact(`<${secret}>`, secret)).toBe('<***>')
    }
    expect(redact('<aXXb>', 'a.*b')).toBe('<aXXb>')
  })

  it('is hidden line by line, as logs come in lines', () => {
    expect(redact('first line\nother\nsecond line', 'first line\r\nsecond line\n')).toBe('***\nother\n***')
  })

  it('is hidden as base64 too', () => {
    expect(redact(`x ${Buffer.from('hunter2!').toString('base64')} y`, 'hunter2!')).toBe('x *** y')
  })

  it('is hidden as a part of an address too', () => {
    expect(redact('https://x/?a=hun%2Fter%202%3D', 'hun/ter 2=')).toBe('https://x/?a=***')
  })

  it('is hidden as it stands in JSON and in a bake definition', () => {
    const secret = 'pa"ss\\wo\tr${d}%{x}'
    expect(redact(JSON.stringify({ args: { A: secret } }), secret)).toBe('{"args":{"A":"***"}}')
    const escaped = JSON.stringify(secret.replace(/[$%](?=\{)/g, '$&$&'))
    expect(redact(`{"A":${escaped}}`, secret)).toBe('{"A":"***"}')
    const plain = 'abc${def}'
    expect(redact('abc$${def}', plain)).toBe('***')
  })

  it('is hidden whole when a shorter one is a part of it', () => {
    expect(redact('hunter2-long', 'hunter2', 'hunter2-long')).toBe('***')
    expect(redact('hunter2-long', 'hunter2-long', 'hunter2')).toBe('***')
  })

  it('is hidden whole when another one runs over into it', () => {
    expect(redact('<abcdefgh>', 'abcd', 'cdefgh')).toBe('<***>')
    expect(redact('<abcdefgh>', 'abcdef', 'efgh')).toBe('<***>')
    expect(redact('aaaaaa', 'aaaa')).toBe('***')
  })

  it('is hidden beside thousands of others, and a line does not wait for them', () => {
    const { add, redact: hide } = redactor()
    for (let number = 0; number < 5000; number += 1) add(`secret number ${number}!`)
    const started = performance.now()
    for (let line = 0; line < 1000; line += 1) hide(`line ${line}: nothing that anybody would have to hide`)
    expect(performance.now() - started).toBeLessThan(1000)
    expect(hide('a secret number 4999! b')).toBe('a *** b')
  })

  it('is hidden without the blanks around it: a file ends with a line end, the password does not', () => {
    expect(redact('<hunter2>', ' hunter2\n')).toBe('<***>')
  })

  it('is none when it is so short that it stands everywhere', () => {
    expect(redact('a b abc', '', 'a', 'abc')).toBe('a b abc')
    expect(secretForms('')).toEqual([])
  })

  it('never stays in a text, whatever both are', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4, maxLength: 12 }), fc.string(), fc.string(), (secret, before, after) => {
        const hidden = secret.trim()
        fc.pre(hidden.length >= 4 && !'***'.includes(hidden) && !hidden.includes('*'))
        expect(redact(`${before}${secret}${after}`, secret)).not.toContain(hidden)
      }),
    )
  })

  it('is hidden from the moment that it is known', () => {
    const { add, redact: hide } = redactor()
    expect(hide('hunter2')).toBe('hunter2')
    add('hunter2')
    expect(hide('hunter2')).toBe('***')
  })
})
