import { isRecord, member, valueAt } from '../json.js'

/** What is known of a run before it starts. */
export interface RunFacts {
  /** `owner/name`, lower or upper case as it is written; undefined where nobody says it. */
  readonly repository: string | undefined
}

/** Fills in the expressions and variables of a text whose values stand in the workflow itself; the others stay as they are. */
export type Resolve = (text: string) => string

/** Resolves texts of a step: `env` of the step, its job and the workflow, and the repository's name. */
export function resolverFor(workflow: unknown, job: string, step: unknown, { repository }: RunFacts): Resolve {
  const env = new Map<string, string>()
  for (const owner of [workflow, valueAt(workflow, ['jobs', job]), step]) {
    const values = member(owner, 'env')
    if (isRecord(values)) for (const [name, value] of Object.entries(values)) env.set(name, String(value))
  }
  const known = (expression: string): string | undefined => {
    const name = /^env\.(\w+)$/.exec(expression)?.[1]
    if (name !== undefined) return env.get(name)
    if (expression === 'github.repository') return repository
    if (expression === 'github.repository_owner') return repository?.split('/')[0]
    if (expression === 'github.event.repository.name') return repository?.split('/')[1]
    return undefined
  }
  const once = (text: string): string =>
    text.replace(/\$\{\{\s*([\w.]+)\s*\}\}/g, (whole, expression: string) => known(expression) ?? whole)
  // A variable may be made of others; of ones that are made of themselves enough is seen.
  return text => once(once(once(text)))
}

/** The same for a script, where the shell fills in the variables. */
export function inScript(text: string, resolve: Resolve): string {
  const assigned = new Map(
    [...text.matchAll(/^\s*(?:export\s+)?(\w+)=["']?([^\s"']+)["']?\s*$/gm)].map(([, name, value]) => [name, value]),
  )
  const known = (name: string): string | undefined => {
    const written = assigned.get(name)
    if (written !== undefined) return written
    const resolved = resolve(`\${{ env.${name} }}`)
    return resolved.includes('${{') ? undefined : resolved
  }
  const once = (part: string): string =>
    resolve(part).replace(
      /\$(?:\{(\w+)\}|(\w+))/g,
      (whole, braced?: string, bare?: string) => known(braced ?? bare ?? '') ?? whole,
    )
  return once(once(text))
}
