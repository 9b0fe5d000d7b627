import type { UserError } from '../errors.js'
import { givenValues, pairErrors, usageError } from './given-values.js'
import type { SomeValues, ValueName, Values } from './values.js'
import { complete } from './values-file.js'

/** What is the same in every new repository unless told. */
const STANDARD: SomeValues = {
  insecure: 'false',
  'frontend-image': 'library/frontend',
  'backend-image': 'library/backend',
  'frontend-context': 'frontend',
  'backend-context': 'backend',
  branch: 'main',
}

/** What nobody can guess. */
const NEEDED: readonly (readonly [ValueName, string])[] = [
  ['registry', 'give HOST or HOST:PORT, such as "192.168.0.40:5000"'],
  ['vm', 'give USER@HOST, such as "deploy@192.168.0.50"'],
  ['repo', 'give OWNER/NAME, such as "example/website"; git knows no origin to take it from'],
]

/**
 * The values for a new repository, or everything that is wrong with them.
 *
 * @param option what is written for an option; undefined where it is not given
 * @param known what git knows
 */
export function wholeValues(
  option: (name: string) => string | undefined,
  known: SomeValues,
): { readonly values: Values } | { readonly errors: readonly UserError[] } {
  const given = givenValues(option)
  const stated: SomeValues = { ...STANDARD, ...known, ...given.values }
  const missing = NEEDED.filter(([name]) => stated[name] === undefined && option(name) === undefined)
  const errors = [
    ...given.errors,
    ...missing.map(([name, what]) => usageError(`option --${name} is missing: ${what}`)),
    ...pairErrors(stated),
  ]
  return errors.length === 0 ? { values: complete(stated) } : { errors }
}
