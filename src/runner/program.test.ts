import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { programOf } from './program.js'

const root = temporaryFolder()

function bundle(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(root, 'bundle-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return join(folder, 'index.js')
}

test('the same code has the same name wherever it lies and however it is called', () => {
  const one = bundle({ 'index.js': 'a', '1.index.js': 'b' })
  symlinkSync(one, join(root, 'fluxgate'))
  expect(programOf(join(root, 'fluxgate'))).toBe(programOf(one))
  expect(programOf(bundle({ 'index.js': 'a', '1.index.js': 'b', 'package.json': '{}' }))).toBe(programOf(one))
})

test('other code has another name, in whatever part it differs', () => {
  const names = [
    { 'index.js': 'a', '1.index.js': 'b' },
    { 'index.js': 'a', '1.index.js': 'c' },
    { 'index.js': 'a', '2.index.js': 'b' },
    { 'index.js': 'ab' },
  ].map(files => programOf(bundle(files)))
  expect(new Set(names).size).toBe(names.length)
})
