import { error, notice, warning } from '@actions/core'
import { afterEach, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { hostileText } from '../../tests/fakes/sample-report.js'
import { workflowCommand } from './workflow-command.js'

afterEach(() => {
  jest.restoreAllMocks()
})

const SAY = { error, warning, notice }

it('writes an annotation as @actions/core does, whatever it holds', () => {
  let written = ''
  jest.spyOn(process.stdout, 'write').mockImplementation(chunk => {
    written += chunk.toString()
    return true
  })
  fc.assert(
    fc.property(
      hostileText,
      hostileText,
      fc.constantFrom(...(['error', 'warning', 'notice'] as const)),
      (file, message, kind) => {
        written = ''
        SAY[kind](message, { file: `f${file}`, startLine: 3, endLine: 3, startColumn: 1, endColumn: 9 })
        const place = { file: `f${file}`, line: 3, endLine: 3, column: 1, endColumn: 9 }
        expect(`${workflowCommand(kind, message, place)}\n`).toBe(written)
      },
    ),
  )
})

it('leaves out what is not known', () => {
  expect(workflowCommand('error', 'm', { file: 'a', line: 1 })).toBe('::error file=a,line=1::m')
  expect(workflowCommand('notice', 'm')).toBe('::notice::m')
})
