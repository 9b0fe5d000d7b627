import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { version } from './version.js'

test('is the version of package.json', () => {
  const text = readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8')
  expect(JSON.parse(text)).toMatchObject({ version })
})
