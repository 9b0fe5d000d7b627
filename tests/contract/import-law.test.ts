import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { listMember, member, parseJson, textMember } from '../../src/json.js'
import { temporaryFolder } from '../fakes/temporary-folder.js'

const ROOT = join(import.meta.dirname, '../..')
const LAW = ['lint/style/noRestrictedImports', 'lint/style/noRestrictedGlobals']

/** A line of a file, and whether the law allows it there. */
interface Case {
  readonly file: string
  readonly line: string
  readonly legal: boolean
}

const from = (module: string) => `import { it } from '${module}'`

const refused: readonly (readonly [file: string, line: string])[] = [
  // The library does not know the runner, the disk, processes, or what stands above it.
  ['src/image/x.ts', from('@actions/core')],
  ['src/image/x.ts', from('@actions/exec')],
  ['src/image/x.ts', from('node:fs')],
  ['src/image/x.ts', from('node:fs/promises')],
  ['src/image/x.ts', from('fs')],
  ['src/image/x.ts', from('node:child_process')],
  ['src/image/x.ts', from('node:process')],
  ['src/x.ts', from('node:fs')],
  ['src/x.ts', from('./runner/exec.js')],
  ['src/image/x.ts', from('../runner/github.js')],
  ['src/image/x.ts', from('../runner/http.js')],
  ['src/image/x.ts', from('../../actions/build-push/plan.js')],
  ['src/image/x.ts', from('../../cli/command.js')],
  ['src/image/x.ts', "export { it } from 'node:fs'"],
  ['src/image/x.ts', "export const it = import('node:fs')"],
  ['src/image/x.ts', 'export const it = process.env'],
  ['src/image/x.ts', 'console.log(1)'],
  ['src/image/x.ts', 'export const it = globalThis.process.env'],
  // An action knows the library and itself.
  ['actions/build-push/x.ts', from('../seal/main.js')],
  ['actions/build-push/x.ts', from('../seal/deep/main.js')],
  ['actions/build-push/x.ts', from('../../actions/seal/main.js')],
  ['actions/build-push/x.ts', from('../../cli/command.js')],
  ['actions/build-push/x.ts', from('../../src/runner/exec.js')],
  ['actions/build-push/x.ts', from('@actions/core')],
  ['actions/build-push/x.ts', from('node:fs')],
  ['actions/build-push/x.ts', from('node:fs/promises')],
  ['actions/build-push/x.ts', from('node:child_process')],
  ['actions/build-push/x.ts', from('node:process')],
  ['actions/build-push/x.ts', from('fs')],
  ['actions/build-push/x.ts', from('child_process')],
  ['actions/build-push/x.ts', 'export const it = process.argv'],
  ['actions/verify-manifests/rules/x.ts', from('../../seal/main.js')],
  ['actions/verify-manifests/rules/x.ts', from('../../../actions/seal/main.js')],
  ['actions/verify-manifests/rules/x.ts', from('../../../cli/command.js')],
  ['actions/verify-manifests/rules/x.ts', from('../../../src/runner/exec.js')],
  ['actions/verify-manifests/rules/x.ts', from('node:fs')],
  // The command line knows each action's main function and inputs.
  ['cli/x.ts', from('../actions/build-push/plan.js')],
  ['cli/x.ts', from('../actions/verify-manifests/rules/index.js')],
  ['cli/x.ts', from('../src/runner/exec.js')],
  ['cli/x.ts', from('@actions/core')],
  ['cli/x.ts', from('node:fs')],
  ['cli/x.ts', from('node:child_process')],
  ['cli/x.ts', from('fs')],
  ['cli/x.ts', 'export const it = process.env'],
]

const allowed: readonly (readonly [file: string, line: string])[] = [
  ['src/image/x.ts', from('../errors.js')],
  ['src/image/x.ts', from('./tag.js')],
  ['src/image/x.ts', from('../runner/ports.js')],
  ['src/x.ts', from('./runner/ports.js')],
  ['src/image/x.ts', from('node:crypto')],
  ['src/image/x.ts', from('yaml')],
  ['src/runner/x.ts', from('node:fs/promises')],
  ['src/runner/x.ts', from('node:child_process')],
  ['src/runner/x.ts', from('@actions/core')],
  ['src/runner/x.ts', from('./exec.js')],
  ['src/runner/x.ts', 'export const it = process.env'],
  ['src/image/x.test.ts', from('node:fs')],
  ['src/image/x.test.ts', from('../runner/exec.js')],
  ['src/image/x.test.ts', 'export const it = process.env'],
  ['actions/build-push/x.ts', from('../../src/errors.js')],
  ['actions/build-push/x.ts', from('../../src/image/tag.js')],
  ['actions/build-push/x.ts', from('../../src/runner/ports.js')],
  ['actions/build-push/x.ts', from('./plan.js')],
  ['actions/build-push/x.ts', from('./deep/plan.js')],
  ['actions/build-push/x.ts', from('node:path')],
  ['actions/build-push/index.ts', from('../../src/runner/github.js')],
  ['actions/build-push/index.ts', 'export const it = process.exitCode'],
  ['actions/build-push/x.test.ts', from('node:fs')],
  ['actions/verify-manifests/rules/x.ts', from('../lint.js')],
  ['actions/verify-manifests/rules/x.ts', from('./index.js')],
  ['actions/verify-manifests/rules/x.ts', from('../../../src/yaml/documents.js')],
  ['actions/verify-manifests/rules/x.ts', from('../../../src/runner/ports.js')],
  ['cli/x.ts', from('../actions/build-push/main.js')],
  ['cli/x.ts', from('../actions/build-push/inputs.js')],
  ['cli/x.ts', "export const it = import('../actions/build-push/main.js')"],
  ['cli/x.ts', from('../src/errors.js')],
  ['cli/x.ts', from('../src/runner/ports.js')],
  ['cli/x.ts', from('./command.js')],
  ['cli/index.ts', from('../src/runner/terminal.js')],
  ['cli/index.ts', 'export const it = process.argv'],
]

const CASES: readonly Case[] = [
  ...refused.map(([file, line]) => ({ file, line, legal: false })),
  ...allowed.map(([file, line]) => ({ file, line, legal: true })),
]

/** Another tree with our configuration: each case is a file of its own, in a folder as deep as the real one. */
const tree = temporaryFolder()
const pathOf = (index: number) => {
  const { file } = CASES[index] ?? { file: '' }
  // The names that mean something stay; others get the number of their case.
  return /\/index\.ts$/.test(file) ? join(`tree-${index}`, file) : join('shared', file.replace('/x.', `/x-${index}.`))
}

const broken = new Map<string, readonly string[]>()

/** Runs the linter once over a whole tree, and remembers what it says of each file. */
async function lint(folder: string): Promise<void> {
  const biome = join(ROOT, 'node_modules/.bin/biome')
  const output = await new Promise<string>(resolve => {
    const args = ['lint', '--reporter=json', '--max-diagnostics=none', '.']
    execFile(biome, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (_, stdout) => resolve(stdout))
  })
  const report = parseJson(output)
  if (report === undefined) throw new Error(`the linter said ${output}`)
  for (const diagnostic of listMember(report, 'diagnostics')) {
    const path = join(folder, textMember(member(diagnostic, 'location'), 'path') ?? '')
    broken.set(path, [...(broken.get(path) ?? []), textMember(diagnostic, 'category') ?? ''])
  }
}

beforeAll(async () => {
  const trees = new Set<string>()
  for (const [index, { line }] of CASES.entries()) {
    const path = join(tree, pathOf(index))
    trees.add(join(tree, pathOf(index).split('/')[0] ?? ''))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `${line}\n${line.startsWith('import') ? 'export default it\n' : ''}`)
  }
  for (const folder of trees) {
    for (const file of ['biome.json', '.gitignore']) cpSync(join(ROOT, file), join(folder, file))
    await lint(folder)
  }
}, 60_000)

const lawOf = (index: number) => (broken.get(join(tree, pathOf(index))) ?? []).filter(rule => LAW.includes(rule))

describe('the import law', () => {
  it.each(CASES.map((one, index) => ({ ...one, index })).filter(one => !one.legal))(
    'refuses in $file: $line',
    ({ index }) => {
      expect(lawOf(index).length).toBeGreaterThan(0)
    },
  )

  it.each(CASES.map((one, index) => ({ ...one, index })).filter(one => one.legal))(
    'allows in $file: $line',
    ({ index }) => {
      expect(lawOf(index)).toEqual([])
    },
  )

  it('is tried on files that the linter really reads', () => {
    expect(broken.size).toBeGreaterThan(0)
  })
})
