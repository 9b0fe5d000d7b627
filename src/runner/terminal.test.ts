import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import type { Runner } from './ports.js'
import { screenOf, terminalRunner } from './terminal.js'

let error = ''
let output = ''
const { FORCE_COLOR, NO_COLOR } = process.env

beforeEach(() => {
  error = ''
  output = ''
  jest.spyOn(process.stderr, 'write').mockImplementation(chunk => {
    error += chunk.toString()
    return true
  })
  jest.spyOn(process.stdout, 'write').mockImplementation(chunk => {
    output += chunk.toString()
    return true
  })
  process.env.NO_COLOR = '1'
})

afterEach(() => {
  jest.restoreAllMocks()
  Object.assign(process.env, { FORCE_COLOR, NO_COLOR })
  if (FORCE_COLOR === undefined) delete process.env.FORCE_COLOR
  if (NO_COLOR === undefined) delete process.env.NO_COLOR
})

/** A runner whose handlers of signals end with the test. */
function run(body: (runner: Runner) => unknown): unknown {
  const listeners = (['SIGINT', 'SIGTERM'] as const).map(name => [name, process.listeners(name)] as const)
  try {
    return body(terminalRunner(name => (name === 'tag-prefix' ? 'main' : '')))
  } finally {
    for (const [name, known] of listeners) {
      for (const listener of process.listeners(name)) if (!known.includes(listener)) process.off(name, listener)
    }
  }
}

describe('the log in a terminal', () => {
  it('goes to standard error, so that outputs can be taken from the other one', () => {
    run(runner => {
      runner.log.info('building')
      runner.output('tag', 'main-0123456-1700000000')
    })
    expect(error).toBe('building\n')
    expect(output).toBe('tag=main-0123456-1700000000\n')
  })

  it('names the place and the kind of a message', () => {
    run(({ log }) => {
      log.error('wrong', { file: 'a.yaml', line: 3, column: 7 })
      log.warning('odd', { file: 'a.yaml' })
      log.notice('so it is')
    })
    expect(error).toBe('a.yaml:3:7: error: wrong\na.yaml: warning: odd\nnotice: so it is\n')
  })

  it.each([
    ['\u001b[31mred\u001b[0m', 'red'],
    ['\u001b]0;title\u0007text', 'text'],
    ['\u001b[2J\u001b[Hgone', 'gone'],
    ['a\rb', 'ab'],
    ['a\u009b31mb', /^a.*b$/],
    ['a\u0000\u0007\u0008b', 'ab'],
    ['tab\there', 'tab\there'],
    ['\u001bPq\u001b\\x', /x$/],
  ])('strips what would command the terminal from %j', (line, shown) => {
    run(({ log }) => {
      log.info(line)
      log.error(line)
    })
    const [info = '', said = ''] = error.split('\n')
    for (const text of [info, said.replace('error: ', '')]) {
      if (typeof shown === 'string') expect(text).toBe(shown)
      else expect(text).toMatch(shown)
    }
    expect(error).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/)
  })

  it('hides secrets, also when somebody colours the middle of one', () => {
    run(runner => {
      runner.mask('hunter2')
      runner.log.info('a hunter2')
      runner.log.error('b hunter2', { file: 'hunter2.yaml' })
      runner.log.info('c hun\u001b[31mter2')
      runner.output('x', 'hunter2')
    })
    expect(error + output).not.toContain('hunter2')
  })

  it('has colours only where they are wanted', () => {
    delete process.env.NO_COLOR
    process.env.FORCE_COLOR = '1'
    run(runner => runner.log.error('wrong'))
    expect(error).toBe('\u001b[31merror:\u001b[39m wrong\n')
    error = ''
    process.env.NO_COLOR = '1'
    run(runner => runner.log.error('wrong'))
    expect(error).toBe('error: wrong\n')
  })

  it('shows the title of a group above it, and gives what it gives', async () => {
    const given = await run(runner =>
      runner.log.group('Build', async () => {
        runner.log.info('inside')
        return 7
      }),
    )
    expect(given).toBe(7)
    expect(error).toBe('Build\ninside\n')
  })
})

it('reads inputs as the command line gives them, and keeps no state', async () => {
  await run(async runner => {
    expect(runner.input('tag-prefix')).toBe('main')
    expect(runner.input('push')).toBe('')
    runner.saveState('x', 'y')
    expect(runner.state('x')).toBe('')
    await runner.summary('# not shown')
  })
  expect(output + error).toBe('')
})

describe('a screen', () => {
  it.each([
    [{ isTTY: true, columns: 80 }, {}, { colour: true, width: 80 }],
    [{ isTTY: true, columns: 80 }, { NO_COLOR: '1' }, { colour: false, width: 80 }],
    [
      { isTTY: true, columns: 80 },
      { NO_COLOR: '1', FORCE_COLOR: '1' },
      { colour: false, width: 80 },
    ],
    [{ isTTY: true, columns: 80 }, { TERM: 'dumb' }, { colour: false, width: 80 }],
    [{ isTTY: true, columns: 80 }, { FORCE_COLOR: '0' }, { colour: false, width: 80 }],
    [{ isTTY: true, columns: 7 }, {}, { colour: true, width: 40 }],
    [{ isTTY: true, columns: 0 }, {}, { colour: true, width: undefined }],
    [{}, {}, { colour: false, width: undefined }],
    [{}, { FORCE_COLOR: '1' }, { colour: true, width: undefined }],
  ])('of %j with %j is %j', (stream, env, screen) => {
    expect(screenOf(stream, env)).toEqual(screen)
  })
})
