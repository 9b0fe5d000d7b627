import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Finding } from './finding.js'
import { type Before, judge } from './judge.js'

const at = (line: number, parts: Partial<Finding> = {}): Finding => ({
  rule: 'marker-policy',
  severity: 'error',
  file: 'apps/a.yaml',
  span: { line, column: 3, endLine: line, endColumn: 9 },
  message: 'no policy flux-system/frontend',
  found: 'flux-system:frontend',
  ...parts,
})

const since = (findings: readonly Finding[], parts: Partial<Before> = {}): Before => ({
  findings,
  renames: new Map(),
  textBefore: () => undefined,
  textNow: () => undefined,
  ...parts,
})

const statuses = (now: readonly Finding[], base: Before | undefined) =>
  judge(now, base).map(({ file, span, status }) => `${file}:${span.line} ${status}`)

describe('a finding compared with the base', () => {
  it('is new without a base', () => {
    expect(statuses([at(4)], undefined)).toEqual(['apps/a.yaml:4 new'])
  })

  it('is old however its lines have shifted, also those that its message names', () => {
    const message = (line: number) => `defined twice, in apps/b.yaml:${line} and on line ${line + 1}`
    expect(statuses([at(40, { message: message(17) })], since([at(4, { message: message(3) })]))).toEqual([
      'apps/a.yaml:40 old',
    ])
  })

  it('is old in a renamed file, also when its message names one', () => {
    const renames = new Map([
      ['a.yaml', 'apps/a.yaml'],
      ['b.yaml', 'apps/b.yaml'],
    ])
    const was = at(4, { file: 'a.yaml', message: 'also applied by b.yaml' })
    expect(statuses([at(4, { message: 'also applied by apps/b.yaml' })], since([was], { renames }))).toEqual([
      'apps/a.yaml:4 old',
    ])
  })

  it('is old when its line was edited and the fault was not', () => {
    expect(statuses([at(4, { found: 'flux-system:frontend ' })], since([at(4)]))).toEqual(['apps/a.yaml:4 old'])
  })

  it('is new when an edit puts another fault in the place of one', () => {
    expect(statuses([at(4, { found: 'other:frontend' })], since([at(4)]))).toEqual([
      'apps/a.yaml:4 new',
      'apps/a.yaml:4 fixed',
    ])
    expect(statuses([at(4, { rule: 'marker-image' })], since([at(4)]))).toEqual([
      'apps/a.yaml:4 new',
      'apps/a.yaml:4 fixed',
    ])
  })

  it('is new in another file, though the same was fixed elsewhere', () => {
    expect(statuses([at(4, { file: 'apps/b.yaml' })], since([at(4)]))).toEqual([
      'apps/a.yaml:4 fixed',
      'apps/b.yaml:4 new',
    ])
  })

  it('is new when it was a warning and is an error, old when it was worse', () => {
    expect(statuses([at(4)], since([at(4, { severity: 'warning' })]))).toEqual(['apps/a.yaml:4 new'])
    expect(statuses([at(4, { severity: 'note' })], since([at(4)]))).toEqual(['apps/a.yaml:4 old'])
  })

  it('of several equal ones is the new one where the change added a line', () => {
    const textBefore = () => 'a\nbad\nb\n'
    const textNow = () => 'a\nbad\nnew\nbad\nb\n'
    const base = (textThen: () => string) => since([at(2)], { textBefore: () => textThen(), textNow })
    expect(statuses([at(2), at(4)], base(textBefore))).toEqual(['apps/a.yaml:2 old', 'apps/a.yaml:4 new'])
    expect(
      statuses(
        [at(2), at(4)],
        base(() => 'new\nbad\nb\n'),
      ),
    ).toEqual(['apps/a.yaml:2 new', 'apps/a.yaml:4 old'])
  })

  it('of several equal ones is old as often as the base has it, and fixed as often as it is gone', () => {
    const findings = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 8 })
    const text = fc.array(fc.constantFrom('a', 'b'), { maxLength: 30 }).map(lines => lines.join('\n'))
    fc.assert(
      fc.property(findings, findings, text, text, (now, then, textNow, textBefore) => {
        const base = since(
          then.map(line => at(line)),
          { textNow: () => textNow, textBefore: () => textBefore },
        )
        const judged = judge(
          now.map(line => at(line)),
          base,
        )
        const count = (status: string) => judged.filter(finding => finding.status === status).length
        expect(count('old')).toBe(Math.min(now.length, then.length))
        expect(count('new')).toBe(Math.max(0, now.length - then.length))
        expect(count('fixed')).toBe(Math.max(0, then.length - now.length))
      }),
    )
  })
})
