import { tmpdir } from 'node:os'
import { styleText } from 'node:util'
import { printable } from '../printable.js'
import { cancellation } from './cancellation.js'
import { systemClock } from './clock.js'
import { processExec } from './exec.js'
import { diskFiles } from './files.js'
import { nodeHttp, systemResolve } from './http.js'
import type { Log, Place, Runner } from './ports.js'
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
  return {
    kind: 'terminal',
    env,
    workspace: process.cwd(),
    log: terminalLog(secrets.redact, usesColour()),
    exec: processExec(env),
    http: nodeHttp(),
    resolve: systemResolve,
    files: diskFiles(env.RUNNER_TEMP ?? tmpdir()),
    clock: systemClock,
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

function usesColour(): boolean {
  const { NO_COLOR, FORCE_COLOR } = process.env
  if (NO_COLOR) return false
  return FORCE_COLOR ? FORCE_COLOR !== '0' : process.stderr.isTTY === true
}

function terminalLog(redact: (text: string) => string, colour: boolean): Log {
  const style = (format: Style, text: string) => (colour ? styleText(format, text, { validateStream: false }) : text)
  // Once more after the escape sequences are gone: a secret may have had some in its middle.
  const clean = (text: string) => redact(printable(redact(text)))
  const write = (line: string) => process.stderr.write(`${clean(line)}\n`)
  const say = (format: Style, word: string) => (message: string, place?: Place) =>
    process.stderr.write(`${clean(placed(place))}${style(format, `${word}:`)} ${clean(message)}\n`)
  return {
    info: write,
    notice: say('cyan', 'notice'),
    warning: say('yellow', 'warning'),
    error: say('red', 'error'),
    group(title, body) {
      process.stderr.write(`${style('bold', clean(title))}\n`)
      return body()
    },
  }
}

function placed(place: Place | undefined): string {
  if (place === undefined) return ''
  return `${[place.file, place.line, place.column].filter(part => part !== undefined).join(':')}: `
}
