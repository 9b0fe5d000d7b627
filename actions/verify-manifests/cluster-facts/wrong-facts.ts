import { UserError } from '../../../src/errors.js'

/** Where the command stands that writes a file of facts. */
export const GUIDE = 'actions/verify-manifests/README.md, "What a cluster holds"'

export const MAKE_IT = `Make it with the command of ${GUIDE}`

/** What is wrong with a file of facts. Nothing of what it holds is repeated: it may be a file that nobody meant. */
export function wrongFacts(place: string, problem: string, next: string = MAKE_IT): UserError {
  return new UserError(`cluster facts ${place}: ${problem}`, { next, usage: true })
}
