import type { Place, Runner } from '../../src/runner/ports.js'

export interface SilentRunner extends Runner {
  /** What was logged, as `level: text`. */
  readonly logged: readonly string[]
}

/** A runner that remembers what it is told, and has no world: a test gives the parts that it needs. */
export function silentRunner(parts: Partial<Runner> = {}): SilentRunner {
  const logged: string[] = []
  const say = (level: string) => (text: string, place?: Place) =>
    void logged.push(`${level}: ${place === undefined ? '' : `${place.file}: `}${text}`)
  const missing = (port: string) => () => Promise.reject(new Error(`this test gave no ${port}`))
  return {
    kind: 'terminal',
    env: {},
    workspace: '/',
    log: {
      info: say('info'),
      notice: say('notice'),
      warning: say('warning'),
      error: say('error'),
      group(title, body) {
        say('group')(title)
        return body()
      },
    },
    exec: missing('exec'),
    http: missing('http'),
    resolve: missing('resolve'),
    files: {
      readText: missing('files'),
      readBytes: missing('files'),
      writeText: missing('files'),
      writeBytes: missing('files'),
      writeAll: missing('files'),
      allFiles: missing('files'),
      walk: missing('files'),
      readAll: missing('files'),
      copy: missing('files'),
      realPath: missing('files'),
      replace: missing('files'),
      kind: missing('files'),
      temporaryFolder: missing('files'),
      link: missing('files'),
      remove: missing('files'),
    },
    clock: { now: () => 0, sleep: missing('clock') },
    codeId: async () => 'the code of a test',
    signal: new AbortController().signal,
    progress: () => undefined,
    input: () => '',
    mask: () => undefined,
    redact: text => text,
    output: () => undefined,
    summary: async () => undefined,
    saveState: () => undefined,
    state: () => '',
    ...parts,
    logged,
  }
}
