import { isMapping, member, valueAt } from '../json.js'

/** What is known of a run before it starts. */
export interface RunFacts {
  /** `owner/name`, lower or upper case as it is written; undefined where nobody says it. */
  readonly repository: string | undefined
  /** That is pushed to. */
  readonly branch: string | undefined
}

/** Stands for what is another at each run; of the form that it has. */
const SAMPLES: ReadonlyMap<string, string> = new Map([
  ['github.sha', '0123456789abcdef0123456789abcdef01234567'],
  ['github.run_number', '4217'],
  ['github.run_id', '17000004217'],
])

/** Whether a text is another at each run, as far as its expressions tell. */
export function isMadeAnew(text: string): boolean {
  return /github\.(?:sha|run_)|GITHUB_(?:SHA|RUN_)/.test(text)
}

/** Fills in the expressions and variables of a text whose values stand in the workflow itself; the others stay as they are. */
export type Resolve = (text: string) => string

/** Resolves texts of a step: `env` of the step, its job and the workflow, and the repository's name. */
export function resolverFor(workflow: unknown, job: string, step: unknown, { repository, branch }: RunFacts): Resolve {
  const env = new Map<string, string>()
  for (const owner of [workflow, valueAt(workflow, ['jobs', job]), step]) {
    const values = member(owner, 'env')
    if (isMapping(values)) for (const [name, value] of Object.entries(values)) env.set(name, String(value))
  }
  const known = (expression: string): string | undefined => {
    const name = /^env\.(\w+)$/.exec(expression)?.[1]
    if (name !== undefined) return env.get(name)
    if (expression === 'github.repository') return repository
    if (expression === 'github.ref_name') return branch
    if (expression === 'github.repository_owner') return repository?.split('/')[0]
    if (expression === 'github.event.repository.name') return repository?.split('/')[1]
    return SAMPLES.get(expression)
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
    // What the runner sets: GITHUB_SHA is github.sha.
    const set = /^GITHUB_(SHA|REF_NAME|RUN_NUMBER|RUN_ID|REPOSITORY)$/.exec(name)?.[1]
    if (set !== undefined) return resolve(`\${{ github.${set.toLowerCase()} }}`)
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
