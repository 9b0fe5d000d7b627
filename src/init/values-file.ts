import { throwAll, UserError } from '../errors.js'
import { isMapping } from '../json.js'
import { nearest } from '../nearest.js'
import { keySpanAt, readSourceFile } from '../yaml/source-file.js'
import {
  pairProblem,
  type SomeValues,
  VALUE_NAMES,
  VALUES_FILE,
  type ValueName,
  type Values,
  valueProblem,
} from './values.js'

/**
 * Reads `flux/fluxgate-values.yaml`.
 *
 * @throws UserErrors that name each mistake with its line
 */
export function readValues(text: string): Values {
  const file = readSourceFile(VALUES_FILE, text)
  throwAll(file.problems.map(({ message, span }) => new UserError(`${VALUES_FILE}:${span.line}: ${message}`)))
  const [document] = file.documents
  const stated = isMapping(document?.value) ? document.value : {}
  const errors: UserError[] = []
  const line = (key: string) => (document === undefined ? 1 : keySpanAt(file, document, [key]).line)
  for (const key of Object.keys(stated)) {
    if (isValueName(key)) continue
    const meant = nearest(key, VALUE_NAMES)
    const next = meant === undefined ? `There are: ${VALUE_NAMES.join(', ')}` : `Did you mean "${meant}"?`
    errors.push(new UserError(`${VALUES_FILE}:${line(key)}: unknown value "${key}"`, { next }))
  }
  const values: Record<string, string> = {}
  for (const name of VALUE_NAMES) {
    const value = stated[name]
    if (value === undefined) {
      errors.push(new UserError(`${VALUES_FILE} has no "${name}"`, { next: `Add a line "${name}: …"` }))
      continue
    }
    // A bare 1.10 is the number 1.1: such a branch must stand between quotes.
    const isText = typeof value === 'string' || (name === 'insecure' && typeof value === 'boolean')
    const problem = isText ? valueProblem(name, String(value)) : 'is no text: expected one, between quotes if need be'
    if (problem !== undefined) {
      errors.push(new UserError(`${VALUES_FILE}:${line(name)}: ${name} ${JSON.stringify(value)} ${problem}`))
    }
    values[name] = String(value)
  }
  const pair = errors.length === 0 ? pairProblem(values) : undefined
  if (pair !== undefined) errors.push(new UserError(`${VALUES_FILE}: ${pair}`))
  throwAll(errors)
  return complete(values)
}

/** All values, known to be there. */
export function complete(values: SomeValues): Values {
  const need = (name: ValueName): string => {
    const value = values[name]
    if (value === undefined) throw new Error(`no value for ${name}`)
    return value
  }
  return {
    registry: need('registry'),
    insecure: need('insecure'),
    'frontend-image': need('frontend-image'),
    'backend-image': need('backend-image'),
    'frontend-context': need('frontend-context'),
    'backend-context': need('backend-context'),
    repo: need('repo'),
    branch: need('branch'),
    vm: need('vm'),
    'vm-address': need('vm-address'),
  }
}

function isValueName(name: string): name is ValueName {
  return VALUE_NAMES.some(known => known === name)
}
