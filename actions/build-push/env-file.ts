import { parseEnv } from 'node:util'
import { UserError } from '../../src/errors.js'
import type { Environment } from '../../src/runner/ports.js'

/** Values by name: those of the env-file, then those of the runner's environment. */
export interface Values {
  /** Undefined when neither has the name. */
  get(name: string): string | undefined
  /** The env-file's own values, every one of which is to be masked. */
  readonly secrets: readonly string[]
}

/**
 * Reads a dotenv file's text.
 *
 * @throws UserError that names each line that is no assignment, without showing it: it may hold a secret
 */
export function readEnvFile(text: string | undefined, path: string, env: Environment): Values {
  // An editor's mark of Unicode would become a part of the first name.
  const plain = (text ?? '').replace(/^\uFEFF/, '')
  const wrong = wrongLines(plain)
  if (wrong.length > 0) {
    throw new UserError(`${path}, line ${wrong.join(', ')}: expected NAME=value, a comment or nothing`)
  }
  const values = parseEnv(plain)
  return {
    get: name => (Object.hasOwn(values, name) ? values[name] : Object.hasOwn(env, name) ? env[name] : undefined),
    secrets: Object.values(values).flatMap(value => (value ? [value] : [])),
  }
}

/** The lines, from 1, that are neither an assignment nor a comment nor part of a quoted value, and those whose quote stays open. */
function wrongLines(text: string): readonly number[] {
  const wrong: number[] = []
  let quote: string | undefined
  let openedAt = 0
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (quote !== undefined) {
      if (line.includes(quote)) quote = undefined
      continue
    }
    if (/^\s*(?:#|$)/.test(line)) continue
    const value = /^\s*(?:export\s+)?[A-Za-z_][A-Za-z0-9_.]*\s*=\s*(.*)$/.exec(line)?.[1]
    if (value === undefined) wrong.push(index + 1)
    const opened = /^["'`]/.exec(value ?? '')?.[0]
    if (opened !== undefined && !value?.includes(opened, 1)) {
      quote = opened
      openedAt = index + 1
    }
  }
  if (quote !== undefined) wrong.push(openedAt)
  return wrong
}
