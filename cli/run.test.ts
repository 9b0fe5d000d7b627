import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { spec } from '../actions/build-push/inputs.js'
import { ACTION_INPUTS } from '../src/action-inputs.js'
import { processExec } from '../src/runner/exec.js'
import { diskFiles } from '../src/runner/files.js'
import type { Runner } from '../src/runner/ports.js'
import { version } from '../src/version.js'
import { commandLine } from '../tests/fakes/command-line.js'
import { fakeClock } from '../tests/fakes/fake-clock.js'
import { newGit } from '../tests/fakes/real-git.js'
import { temporaryFolder } from '../tests/fakes/temporary-folder.js'

const root = temporaryFolder()

function ran(args: readonly string[], parts: Partial<Runner> = {}) {
  return commandLine(args, { files: diskFiles(root), ...parts })
}

describe('fluxgate', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']]])('with %j shows its commands', async args => {
    const { printed } = await ran(args)
    expect(printed).toMatch(/^ {2}build-push {2}Build images/m)
    expect(printed).toMatch(/^ {2}tag {9}Print the tag/m)
  })

  it('does not know other commands, and names the near one', async () => {
    expect((await ran(['biuld-push'])).problems).toEqual(['unknown command "biuld-push" | Did you mean "build-push"?'])
    expect((await ran(['deploy'])).problems).toEqual(['unknown command "deploy" | See fluxgate --help'])
    expect((await ran(['--verbose'])).problems).toEqual(['unknown command "--verbose" | See fluxgate --help'])
  })

  it('tells its version', async () => {
    expect(await commandLine(['--version'])).toMatchObject({ code: 0, printed: `${version}\n` })
  })

  it.each([['tag'], ['build-push']])('%s --help shows the options, and does nothing', async name => {
    const { printed, problems } = await ran([name, '--help'])
    expect(printed).toMatch(/Usage: fluxgate .*\n\nOptions:\n {2}--/)
    expect(problems).toEqual([])
  })
})

describe('fluxgate tag', () => {
  const SHA = '0123456789abcdef0123456789abcdef01234567'
  const clock = fakeClock(1_700_000_000_999)

  it('prints the tag of a commit and a time, and nothing else', async () => {
    expect(await ran(['tag', '--sha', SHA, '--now', '1700000001'])).toMatchObject({
      printed: 'main-0123456-1700000001\n',
      problems: [],
    })
    expect((await ran(['tag', `--sha=${SHA}`, '--now=1700000001', '--prefix=develop'])).printed).toBe(
      'develop-0123456-1700000001\n',
    )
  })

  it('takes the second of the clock, and the commit that is checked out', async () => {
    expect((await ran(['tag', '--sha', SHA], { clock })).printed).toBe('main-0123456-1700000000\n')
    const repository = newGit(root)
    const sha = repository.commit()
    const env = { PATH: process.env.PATH }
    const here = { clock, env, exec: processExec(env), workspace: repository.folder }
    expect((await ran(['tag'], here)).printed).toBe(`main-${sha.slice(0, 7)}-1700000000\n`)
  })

  it.each([
    [['--now', 'today'], /option --now is "today": expected unix seconds/],
    [['--now', '1.5'], /option --now is "1.5"/],
    [['--now', '-1'], /option --now is "-1"/],
    [['--now', '5'], /time 5 is not a tag's time/],
    [['--sha', 'HEAD'], /commit "HEAD" is not a full commit id/],
    [['--prefix', 'feature/x'], /tag prefix "feature\/x" is not the start of a tag/],
    [['--prefix', ''], /tag prefix "" is empty/],
    [['--shaa', 'x'], /unknown option --shaa \| Did you mean --sha\?/],
  ])('refuses %j', async (args, problem) => {
    const commit = args.includes('--sha') ? [] : ['--sha', SHA]
    const { problems, printed } = await ran(['tag', ...commit, ...args], { clock })
    expect(problems).toEqual([expect.stringMatching(problem)])
    expect(printed).toBe('')
  })

  it('says so when there is no commit', async () => {
    const env = { PATH: process.env.PATH, GIT_CEILING_DIRECTORIES: root }
    const { problems } = await ran(['tag'], { clock, env, exec: processExec(env), workspace: root })
    expect(problems).toEqual([
      'there is no git commit here to name the tag after | Commit first, or give one with --sha',
    ])
  })
})

describe('fluxgate build-push', () => {
  // Without images nothing is asked of the world: the inputs are read, and refused.
  const nothing = 'neither "images" nor "bake-files" is set: there is nothing to build'

  it('gives the action its own defaults', async () => {
    const { values, problems, code } = await ran(['build-push', '--registry', 'ghcr.io'])
    expect({ problems, code }).toEqual({ problems: [nothing], code: 2 })
    expect(Object.fromEntries(values)).toEqual({
      ...Object.fromEntries(ACTION_INPUTS['build-push'].map(input => [input.name, input.default])),
      registry: 'ghcr.io',
    })
    expect([...values.keys()].sort()).toEqual(Object.keys(spec).sort())
  })

  it('takes truths with a value or without, and reads values from files', async () => {
    writeFileSync(join(root, 'registry.txt'), '192.168.0.40:5000\n')
    const args = ['--registry', `@${join(root, 'registry.txt')}`, '--insecure', '--push=false', '--dry-run']
    const { values, problems } = await ran(['build-push', ...args])
    expect(problems).toEqual([nothing])
    expect(Object.fromEntries(values)).toMatchObject({
      registry: '192.168.0.40:5000\n',
      insecure: 'true',
      push: 'false',
      'dry-run': 'true',
    })
  })

  it('reads a list that was copied out of a workflow with its indentation', async () => {
    writeFileSync(join(root, 'images.yaml'), '\n    - name: Front\n      context: .\n    - nmae: x\n')
    const { problems } = await ran(['build-push', '--registry', 'r', '--images', `@${join(root, 'images.yaml')}`])
    expect(problems).toEqual([
      'input "images", line 2: "name" is "Front": it has upper-case letters: expected "front"',
      'input "images", line 4: unknown key "nmae": expected one of name, context, file, target, platforms, build-args, labels, secrets, cache-from, cache-to',
      'input "images", line 4: the image has no "name"',
    ])
  })

  it('names a file that is not there', async () => {
    const { problems, code } = await ran(['build-push', '--registry', 'r', '--images', '@/no/such/file'])
    expect({ problems, code }).toEqual({
      problems: ['option --images: the file /no/such/file does not exist'],
      code: 2,
    })
  })

  it('takes the password from the environment, and never as an argument', async () => {
    const env = { FLUXGATE_PASSWORD: 'hunter2' }
    const { values } = await ran(['build-push', '--registry', 'r', '--username', 'me'], { env })
    expect(values.get('password')).toBe('hunter2')
    for (const args of [['--password', 'hunter2'], ['--password=hunter2']]) {
      const { problems } = await ran(['build-push', '--registry', 'r', ...args])
      expect(problems).toEqual([
        expect.stringMatching(/not taken as an argument.*\| Put it into the environment variable FLUXGATE_PASSWORD/),
      ])
      expect(problems.join()).not.toContain('hunter2')
    }
  })

  it('takes the token of a Receiver the same way', async () => {
    const env = { FLUXGATE_RECEIVER_TOKEN: 'hunter3' }
    const { values } = await ran(['build-push', '--registry', 'r', '--receiver', 'https://f/hook/1'], { env })
    expect(values.get('receiver-token')).toBe('hunter3')
    const { problems } = await ran(['build-push', '--registry', 'r', '--receiver-token=hunter3'])
    expect(problems.join()).toContain('Put it into the environment variable FLUXGATE_RECEIVER_TOKEN')
    expect(problems.join()).not.toContain('hunter3')
  })

  it('hides the password before it complains about anything', async () => {
    const masked: string[] = []
    const env = { FLUXGATE_PASSWORD: 'hunter2' }
    await ran(['build-push', '--registry', 'http://wrong'], { env, mask: secret => void masked.push(secret) })
    expect(masked).toEqual(['hunter2'])
  })

  it('names all wrong options together', async () => {
    const { problems, code } = await ran(['build-push', '--push', 'yes', '--retention=x'])
    expect(code).toBe(2)
    expect(problems).toEqual([
      'input "registry" is required and not set',
      'input "push" is "yes": expected one of "true", "false"',
      'input "retention" is "x": expected a whole number from 1 to 100000',
    ])
  })

  it('has help for every input but the secrets', async () => {
    const { printed } = await ran(['build-push', '--help'])
    const shown = [...printed.matchAll(/^ {2}--([a-z-]+)/gm)].map(match => match[1])
    expect(shown.sort()).toEqual(
      Object.keys(spec)
        .filter(name => !['password', 'receiver-token'].includes(name))
        .sort(),
    )
    expect(printed).toContain('FLUXGATE_PASSWORD')
  })
})
