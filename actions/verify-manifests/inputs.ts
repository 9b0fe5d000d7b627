import { UserError } from '../../src/errors.js'
import { registryProblem } from '../../src/image/reference.js'
import { prefixProblem } from '../../src/image/tag.js'
import { type InputValues, names, oneOf, optional, text, truth } from '../../src/inputs.js'
import { parseFluxMinor } from './config.js'
import { parseSchemaTool } from './schema-tool.js'

export type Inputs = InputValues<typeof spec>

/** Inputs that are masked before anything else happens. */
export const SECRET_INPUTS = ['github-token'] as const

export const failOnLevels = ['new-errors', 'errors', 'warnings', 'never'] as const

/** The inputs of the action: name as in `action.yml` → parser. */
export const spec = {
  path: folder,
  'fail-on': optional(oneOf(...failOnLevels)),
  base: optional(revision),
  'changed-only': truth,
  'flux-version': optional(fluxMinor),
  schemas: oneOf('auto', 'off'),
  'schema-tool': parseSchemaTool,
  render: oneOf('auto', 'off'),
  cache: optional(text),
  'cluster-facts': optional(text),
  registry: optional(registry),
  insecure: optional(truth),
  images: names,
  'tag-prefix': tagPrefix,
  comment: truth,
  'github-token': text,
}

function folder(raw: string, name: string): string {
  const parts = raw.split(/[/\\]/)
  if (raw !== '' && !raw.startsWith('/') && !parts.includes('..')) return raw
  throw new UserError(
    `input "${name}" is ${JSON.stringify(raw)}: expected a folder in the workspace, such as "." or "deploy"`,
  )
}

/** It becomes an argument of git's and must not be an option. */
function revision(raw: string, name: string): string {
  if (/^[^\s\-^:~?*[\\][^\s:~?*[\\]*$/.test(raw)) return raw
  throw new UserError(`input "${name}" is ${JSON.stringify(raw)}: expected a commit, a branch or a tag`)
}

function fluxMinor(raw: string, name: string): number {
  const minor = parseFluxMinor(raw)
  if (minor === undefined)
    throw new UserError(`input "${name}" is ${JSON.stringify(raw)}: expected a version such as "2.9"`)
  return minor
}

function registry(raw: string, name: string): string {
  const problem = registryProblem(raw)
  if (problem === undefined) return raw
  throw new UserError(`input "${name}" is ${JSON.stringify(raw)}: it ${problem}`)
}

function tagPrefix(raw: string, name: string): string {
  const problem = prefixProblem(raw)
  if (problem === undefined) return raw
  throw new UserError(`input "${name}" is ${JSON.stringify(raw)}: it ${problem}`)
}
