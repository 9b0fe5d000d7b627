import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Lab, openLab } from '../lab/lab.js'
import { run } from '../lab/program.js'
import { describeWith, node } from '../lab/tools.js'

const DIST = join(import.meta.dirname, '..', '..', 'dist')
const SHA = 'a'.repeat(40)

for (const major of [20, 24] as const) {
  describeWith([`node${major}`], `the committed bundles on Node ${major}`, () => {
    let lab: Lab
    const program = node(major) ?? ''

    beforeAll(async () => {
      lab = await openLab()
    })

    afterAll(() => lab.stop())

    test('the command line prints a tag and nothing else', async () => {
      const args = [join(DIST, 'cli', 'index.js'), 'tag', '--sha', SHA, '--now', '1700000000']
      expect(await run(lab, { command: program, args })).toMatchObject({
        code: 0,
        stdout: 'main-aaaaaaa-1700000000\n',
        stderr: '',
      })
    })

    test('the command line shows its commands, and the options of each', async () => {
      const cli = join(DIST, 'cli', 'index.js')
      const overview = await run(lab, { command: program, args: [cli, '--help'] })
      expect(overview.code).toBe(0)
      const commands = [...overview.stdout.matchAll(/^ {2}([a-z-]+) {2,}/gm)].map(match => match[1] ?? '')
      expect(commands).toContain('build-push')
      for (const command of commands) {
        const help = await run(lab, { command: program, args: [cli, command, '--help'] })
        expect(help).toMatchObject({ code: 0, stderr: '' })
        expect(help.stdout).toContain(`fluxgate ${command}`)
      }
    })

    test('a mistake on the command line is told in one line, with the near word', async () => {
      const cli = join(DIST, 'cli', 'index.js')
      const mistaken = await run(lab, { command: program, args: [cli, 'tagg'] })
      expect(mistaken).toMatchObject({ code: 2, stdout: '' })
      expect(mistaken.stderr).toBe('error: unknown command "tagg". Did you mean "tag"?\n')
    })

    test('every action starts, reads its inputs and says what is wrong with them', async () => {
      const actions = (await readdir(DIST)).filter(name => name !== 'cli')
      expect(actions).toContain('build-push')
      for (const action of actions) {
        const temporary = await mkdtemp(join(tmpdir(), 'fluxgate-bundle-'))
        const result = await run(lab, {
          command: program,
          args: [join(DIST, action, 'index.js')],
          env: { RUNNER_TEMP: temporary, GITHUB_ACTIONS: 'true' },
        })
        expect(result.code).toBe(1)
        expect(result.stdout).toMatch(/^::error::input "/m)
        expect(result.stdout).not.toContain('bug in fluxgate')
        expect(result.stderr).toBe('')
        await rm(temporary, { recursive: true })
      }
    })
  })
}

describe('the committed bundles', () => {
  test('each is an ES module of its own', async () => {
    for (const name of await readdir(DIST)) {
      expect(JSON.parse(await readFile(join(DIST, name, 'package.json'), 'utf8'))).toEqual({ type: 'module' })
    }
  })
})
