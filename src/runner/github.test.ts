import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { githubRunner } from './github.js'
import type { Runner } from './ports.js'

const folder = temporaryFolder()
const before = { ...process.env }
let written = ''

beforeEach(() => {
  written = ''
  jest.spyOn(process.stdout, 'write').mockImplementation(chunk => {
    written += chunk.toString()
    return true
  })
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY']) {
    process.env[name] = join(folder, name)
    writeFileSync(join(folder, name), '')
  }
  process.env.GITHUB_WORKSPACE = '/w'
  process.env.RUNNER_TEMP = join(folder, 'temp')
})

afterEach(() => {
  jest.restoreAllMocks()
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
})

/** A runner whose handlers of signals end with the test. */
function run(body: (runner: Runner) => unknown): unknown {
  const listeners = (['SIGINT', 'SIGTERM'] as const).map(name => [name, process.listeners(name)] as const)
  try {
    return body(githubRunner())
  } finally {
    for (const [name, known] of listeners) {
      for (const listener of process.listeners(name)) if (!known.includes(listener)) process.off(name, listener)
    }
  }
}

/** What GitHub's runner takes for a command: `::name` at the start of a line, and `##[name]` anywhere. */
function commandsIn(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/).filter(line => /^[\s\u0085]*::/.test(line) || line.includes('##['))
}

describe('the log of GitHub Actions', () => {
  it.each([
    '::add-mask::x',
    '  ::set-output name=tag::evil',
    '\t::error::evil',
    'first\n::stop-commands::x',
    'first\r\n::stop-commands::x',
    'first\r::stop-commands::x',
    '##[error]evil',
    '#6 0.1 ##[add-mask]x',
    '\u00a0::error::evil',
    '\u0085::error::evil',
    '\u2003::error::evil',
    '\ufeff::error::evil',
  ])('makes a line of somebody else’s harmless: %j', line => {
    run(runner => runner.log.info(line))
    expect(commandsIn(written)).toEqual([])
    expect(written).toMatch(/\n$/)
  })

  it('leaves other lines as they are', () => {
    run(runner => runner.log.info('#5 [frontend 1/2] a::b ## [x] c: :d'))
    expect(written).toBe('#5 [frontend 1/2] a::b ## [x] c: :d\n')
  })

  it('annotates with the place, on one line whatever the message holds', () => {
    run(({ log }) => {
      log.error('first\n::error::second', { file: 'flux/a,b:c.yaml', line: 7, column: 3 })
      log.warning('beware', { file: 'a.yaml' })
      log.notice('100% done')
      log.error('here', { file: 'a.yaml', line: 7, column: 3, endLine: 7, endColumn: 9 })
    })
    expect(written.trim().split('\n')).toEqual([
      '::error file=flux/a%2Cb%3Ac.yaml,line=7,col=3::first%0A::error::second',
      '::warning file=a.yaml::beware',
      '::notice::100%25 done',
      '::error file=a.yaml,line=7,endLine=7,col=3,endColumn=9::here',
    ])
  })

  it('folds what happens in a group, also when it fails', async () => {
    await run(async ({ log }) => {
      await log.group('Build\n::error::x', async () => log.info('inside'))
      await log.group('Push', () => Promise.reject(new Error('broken'))).catch(() => undefined)
    })
    expect(written.split('\n')).toEqual([
      '::group::Build%0A::error::x',
      'inside',
      '::endgroup::',
      '::group::Push',
      '::endgroup::',
      '',
    ])
  })

  it('hides secrets in every kind of line', async () => {
    await run(async ({ log, mask, redact }) => {
      mask('hunter2')
      written = ''
      log.info('a hunter2')
      log.notice('b hunter2')
      log.warning('c hunter2')
      log.error('d hunter2')
      await log.group('e hunter2', async () => undefined)
      expect(redact('f hunter2')).toBe('f ***')
    })
    expect(written).not.toContain('hunter2')
    expect(written.match(/\*\*\*/g)).toHaveLength(5)
  })
})

describe('the runner of GitHub Actions', () => {
  it('tells the runner to hide a secret, each line of it, before anything else is written', () => {
    run(runner => runner.mask('first line\nsecond line'))
    expect(written.split('\n')).toEqual(
      expect.arrayContaining([
        '::add-mask::first line%0Asecond line',
        '::add-mask::first line',
        '::add-mask::second line',
      ]),
    )
  })

  it('reads inputs by their name, with the blanks that they have', () => {
    process.env['INPUT_TAG-PREFIX'] = 'main'
    process.env.INPUT_IMAGES = '\n  - name: a\n'
    run(runner => {
      expect(runner.input('tag-prefix')).toBe('main')
      expect(runner.input('images')).toBe('\n  - name: a\n')
      expect(runner.input('missing')).toBe('')
    })
  })

  it('writes outputs, state and summary into the runner’s files, without secrets', async () => {
    await run(async runner => {
      runner.mask('hunter2')
      runner.output('images', 'two\nlines with hunter2')
      runner.saveState('docker-folder', '/tmp/x')
      await runner.summary('# One hunter2')
      await runner.summary('# Two')
    })
    const read = (name: string) => readFileSync(join(folder, name), 'utf8')
    expect(read('GITHUB_OUTPUT')).toMatch(/^images<<(\S+)\ntwo\nlines with \*\*\*\n\1\n$/)
    expect(read('GITHUB_STATE')).toMatch(/^docker-folder<<(\S+)\n\/tmp\/x\n\1\n$/)
    expect(read('GITHUB_STEP_SUMMARY')).toBe('# One ***\n# Two\n')
  })

  it('does without a summary where the runner has none', async () => {
    delete process.env.GITHUB_STEP_SUMMARY
    await run(runner => runner.summary('# One'))
  })

  it('remembers state for the post step', () => {
    process.env['STATE_docker-folder'] = '/tmp/x'
    run(runner => {
      expect(runner.state('docker-folder')).toBe('/tmp/x')
      expect(runner.state('missing')).toBe('')
    })
  })

  it('works in the workspace, and keeps temporary folders in the runner’s place', async () => {
    await run(async runner => {
      expect(runner.workspace).toBe('/w')
      expect(await runner.files.temporaryFolder('x')).toMatch(new RegExp(`^${join(folder, 'temp')}/x-`))
    })
  })
})
