import * as core from '@actions/core'
import { cancellation } from './cancellation.js'
import { systemClock } from './clock.js'
import { processExec } from './exec.js'
import { diskFiles } from './files.js'
import { nodeHttp, systemResolve } from './http.js'
import type { Log, Place, Runner } from './ports.js'
import { programOf } from './program.js'
import { redactor, secretForms } from './redactor.js'

/** The GitHub Actions runner. */
export function githubRunner(): Runner {
  const secrets = redactor()
  const env = process.env
  return {
    kind: 'github',
    env,
    workspace: env.GITHUB_WORKSPACE ?? process.cwd(),
    log: githubLog(secrets.redact),
    exec: processExec(env),
    http: nodeHttp(),
    resolve: systemResolve,
    progress: () => undefined,
    files: diskFiles(env.RUNNER_TEMP ?? '/tmp'),
    clock: systemClock,
    codeId: async () => programOf(process.argv[1]),
    signal: cancellation(),
    input: name => core.getInput(name, { trimWhitespace: false }),
    mask(secret) {
      secrets.add(secret)
      for (const form of secretForms(secret)) core.setSecret(form)
    },
    redact: secrets.redact,
    output: (name, value) => core.setOutput(name, secrets.redact(value)),
    async summary(markdown) {
      // Without a file (an old Enterprise Server) there is nowhere to write to.
      if (env.GITHUB_STEP_SUMMARY) await core.summary.addRaw(secrets.redact(markdown), true).write()
    },
    saveState: (name, value) => core.saveState(name, value),
    state: name => core.getState(name),
  }
}

function githubLog(redact: (text: string) => string): Log {
  return {
    info: line => core.info(harmless(redact(line))),
    notice: (message, place) => core.notice(redact(message), properties(place)),
    warning: (message, place) => core.warning(redact(message), properties(place)),
    error: (message, place) => core.error(redact(message), properties(place)),
    group: (title, body) => core.group(redact(title), body),
  }
}

/**
 * A line of somebody else's output that looks like a workflow command must not become one. The runner skips what .NET
 * takes for blanks, and that is one character more than JavaScript's own.
 */
function harmless(line: string): string {
  return line.replace(/^([\s\u0085]*)::/gm, '$1: :').replace(/##\[/g, '## [')
}

function properties(place: Place | undefined): core.AnnotationProperties {
  if (place === undefined) return {}
  const { file, line, column, endLine, endColumn } = place
  return {
    file,
    ...(line === undefined ? {} : { startLine: line }),
    ...(endLine === undefined ? {} : { endLine }),
    ...(column === undefined ? {} : { startColumn: column }),
    ...(endColumn === undefined ? {} : { endColumn }),
  }
}
