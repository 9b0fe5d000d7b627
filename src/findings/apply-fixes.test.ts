import { describe, expect, test } from '@jest/globals'
import { applyFixes } from './apply-fixes.js'
import type { Edit, Finding } from './finding.js'

function finding(line: number, ...edits: readonly Edit[]): Finding {
  const span = { line, column: 1, endLine: line, endColumn: 2 }
  return { rule: 'yaml-valid', severity: 'error', file: 'a.yaml', span, message: 'wrong', fix: { text: 'x', edits } }
}

function edit(start: number, end: number, text: string, file = 'a.yaml'): Edit {
  return { file, start, end, text }
}

function fixed(text: string, ...findings: readonly Finding[]) {
  return applyFixes(findings, new Map([['a.yaml', text]]))
}

describe('applying fixes', () => {
  test('keeps line ends, a byte order mark and everything else as it is', () => {
    const text = '\uFEFFa: yes\r\n\r\nb:   no # why\r\n'
    const { files } = fixed(text, finding(3, edit(16, 18, '"no"')), finding(1, edit(4, 7, '"yes"')))
    expect(files.map(file => file.text)).toEqual(['\uFEFFa: "yes"\r\n\r\nb:   "no" # why\r\n'])
  })

  test('takes several edits on one line, whatever the order of the findings', () => {
    const text = 'args: [yes, no]\n'
    const both = [finding(1, edit(7, 10, '"yes"')), finding(1, edit(12, 14, '"no"'))]
    for (const findings of [both, both.toReversed()])
      expect(fixed(text, ...findings).files[0]?.text).toBe('args: ["yes", "no"]\n')
  })

  test('puts an insertion before what begins there, and after what ends there', () => {
    const text = 'abc'
    const edits = [edit(1, 2, 'B'), edit(1, 1, '<'), edit(2, 2, '>')]
    expect(fixed(text, finding(1, ...edits)).files[0]?.text).toBe('a<B>c')
  })

  test('postpones a finding whose edits meet those of an earlier one, with all of its edits', () => {
    const first = finding(1, edit(0, 4, 'X'))
    const second = finding(2, edit(3, 6, 'Y'), edit(8, 9, 'Z'))
    const { files, applied, postponed } = fixed('0123456789', second, first)
    expect(files[0]?.text).toBe('X456789')
    expect([applied, postponed]).toEqual([[first], [second]])
  })

  test('does what two findings say alike once', () => {
    const { files, applied } = fixed('a: yes', finding(1, edit(3, 6, '"yes"')), finding(1, edit(3, 6, '"yes"')))
    expect(files[0]?.text).toBe('a: "yes"')
    expect(applied).toHaveLength(2)
  })

  test('postpones edits that contradict themselves, lie outside of the text or are about a file that was not read', () => {
    const wrong = [
      finding(1, edit(0, 2, 'x'), edit(1, 3, 'y')),
      finding(2, edit(5, 11, 'x')),
      finding(3, edit(0, 1, 'x', 'b.yaml')),
    ]
    const { files, postponed } = fixed('0123456789', ...wrong)
    expect(files).toEqual([])
    expect(postponed).toEqual(wrong)
  })

  test('leaves out findings without edits, and files that do not change', () => {
    expect(fixed('a: 1', { ...finding(1), fix: { text: 'by hand' } })).toEqual({
      files: [],
      applied: [],
      postponed: [],
    })
    expect(fixed('a: 1', finding(1, edit(3, 4, '1'))).files).toEqual([])
  })

  test('shows a unified diff', () => {
    const text = 'a: 1\nb: 2\nc: 3\nd: yes\ne: 5\n'
    expect(fixed(text, finding(4, edit(18, 21, '"yes"'))).files[0]?.diff).toBe(
      '--- a/a.yaml\n+++ b/a.yaml\n@@ -1,5 +1,5 @@\n a: 1\n b: 2\n c: 3\n-d: yes\n+d: "yes"\n e: 5\n',
    )
  })
})
