import { tmpdir } from 'node:os'
import { styleText } from 'node:util'
import { printable } from '../printable.js'
import { cancellation } from './cancellation.js'
import { systemClock } from './clock.js'
import { processExec } from './exec.js'
import { diskFiles } from './files.js'
import { nodeHttp, systemResolve } from './http.js'
import type { Environment, Log, Place, Runner, Screen } from './ports.js'
import { programOf } from './program.js'
import { progressLine } from './progress-line.js'
import { redactor } from './redactor.js'

type Style = Parameters<typeof styleText>[0]

/**
 * A person's terminal. The log goes to standard error; outputs go to standard output as `name=value`.
 *
 * @param input gives the raw text of an input, '' when it is not set
 */
export function terminalRunner(input: (name: string) => string): Runner {
  const secrets = redactor()
  const env = process.env
  const isWatched = process.stderr.isTTY === true && env.TERM !== 'dumb' && !env.CI
  const line = progressLine(isWatched ? text => void process.stderr.write(text) : undefined, () => performance.now())
  return {
    kind: 'terminal',
    env,
    workspace: process.cwd(),
    log: terminalLog(secrets.redact, screenOf(process.stderr, env).colour, line.clear),
    progress: text => line.show(text === undefined ? undefined : secrets.redact(text)),
    exec: processExec(env),
    http: nodeHttp(),
    resolve: systemResolve,
    files: diskFiles(env.RUNNER_TEMP ?? tmpdir()),
    clock: systemClock,
    codeId: async () => programOf(process.argv[1]),
    signal: cancellation(),
    input,
    mask: secrets.add,
    redact: secrets.redact,
    output: (name, value) => process.stdout.write(`${name}=${secrets.redact(value)}\n`),
    summary: async () => undefined,
    saveState: () => undefined,
    state: () => '',
  }
}

/** What a stream can show: a terminal as much as it is wide, a file everything but colours, unless they are asked for. */
export function screenOf(
  { isTTY, columns }: { readonly isTTY?: boolean; readonly columns?: number },
  { NO_COLOR, FORCE_COLOR, TERM }: Environment,
): Screen {
  const able = isTTY === true && TERM !== 'dumb'
  return {
    colour: NO_COLOR ? false : FORCE_COLOR ? FORCE_COLOR !== '0' : able,
    // Some terminals say that they have no columns at all.
    width: isTTY === true && columns ? Math.max(columns, 40) : undefined,
  }
}

function terminalLog(redact: (text: string) => string, colour: boolean, makeRoom: () => void): Log {
  const style = (format: Style, text: string) => (colour ? styleText(format, text, { validateStream: false }) : text)
  // Once more after the escape sequences are gone: a secret may have had some in its middle.
  const clean = (text: string) => redact(printable(redact(text)))
  const put = (line: string) => {
    makeRoom()
    process.stderr.write(`${line}\n`)
  }
  const write = (line: string) => put(clean(line))
  const say = (format: Style, word: string) => (message: string, place?: Place) =>
    put(`${clean(placed(place))}${style(format, `${word}:`)} ${clean(message)}`)
  return {
    info: write,
    notice: say('cyan', 'notice'),
    warning: say('yellow', 'warning'),
    error: say('red', 'error'),
    group(title, body) {
      put(style('bold', clean(title)))
      return body()
    },
  }
}

function placed(place: Place | undefined): string {
  if (place === undefined) return ''
  return `${[place.file, place.line, place.column].filter(part => part !== undefined).join(':')}: `
}
