import { UserError } from '../errors.js'
import { isIpv4 } from './host.js'
import { pairProblem, type SomeValues, VALUE_NAMES, valueProblem } from './values.js'
import { parseVm } from './vm.js'

/**
 * The values on the command line, and what is wrong with them. The address of a VM that is given by one follows from it.
 *
 * @param option what is written for an option; undefined where it is not given
 */
export function givenValues(option: (name: string) => string | undefined): {
  readonly values: SomeValues
  readonly errors: readonly UserError[]
} {
  const errors: UserError[] = []
  const values: Record<string, string> = {}
  for (const name of VALUE_NAMES) {
    const text = option(name)
    if (text === undefined) continue
    const problem = valueProblem(name, text)
    if (problem === undefined) values[name] = text
    else errors.push(usageError(`option --${name}: ${JSON.stringify(text)} ${problem}`))
  }
  const vm = values.vm === undefined ? undefined : parseVm(values.vm)
  if (typeof vm === 'object' && option('vm-address') === undefined) {
    if (isIpv4(vm.host)) values['vm-address'] = vm.host
    else {
      const why = `option --vm has the host name "${vm.host}", and the Service for /api needs an address`
      errors.push(usageError(why, 'Give it with --vm-address'))
    }
  }
  return { values, errors }
}

/** Values of which none is missing, and which go together. */
export function pairErrors(values: SomeValues): readonly UserError[] {
  const problem = pairProblem(values)
  return problem === undefined ? [] : [usageError(`options --frontend-image and --backend-image: ${problem}`)]
}

export function usageError(message: string, next?: string): UserError {
  return new UserError(message, { usage: true, ...(next === undefined ? {} : { next }) })
}
