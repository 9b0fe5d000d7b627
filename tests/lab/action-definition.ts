import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'

export interface ActionDefinition {
  /** Absolute path of the script. */
  readonly main: string
  readonly post: string | undefined
  /** Of every input that has one. */
  readonly defaults: Readonly<Record<string, string>>
}

/** What the runner reads from action.yml before it starts an action. */
export async function readActionDefinition(folder: string): Promise<ActionDefinition> {
  const definition: unknown = parse(await readFile(join(folder, 'action.yml'), 'utf8'))
  const runs = field(definition, 'runs')
  const main = field(runs, 'main')
  const post = field(runs, 'post')
  if (typeof main !== 'string') throw new Error(`${folder}/action.yml has no runs.main`)
  const inputs = Object.entries(field(definition, 'inputs') ?? {})
  return {
    main: join(folder, main),
    post: typeof post === 'string' ? join(folder, post) : undefined,
    defaults: Object.fromEntries(
      inputs.flatMap(([name, input]) => {
        const value = field(input, 'default')
        return value === undefined || value === null ? [] : [[name, evaluate(String(value))]]
      }),
    ),
  }
}

/** A default may be an expression; the only one that the runner fills in for everybody is the job's token. */
function evaluate(value: string): string {
  return value.replace(/\$\{\{\s*github\.token\s*\}\}/, 'lab-token')
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
