import { UserError } from '../../src/errors.js'
import { registryProblem } from '../../src/image/reference.js'
import { prefixProblem } from '../../src/image/tag.js'
import {
  type InputValues,
  lines,
  names,
  oneOf,
  optional,
  type Parser,
  requiredText,
  text,
  truth,
  wholeNumber,
} from '../../src/inputs.js'
import { parseImages } from './images.js'
import { receiverAddress } from './receiver.js'

export const spec = {
  registry,
  insecure: truth,
  username: text,
  password: text,
  images: parseImages,
  'bake-files': lines,
  targets: targetNames,
  'tag-prefix': tagPrefix,
  push: truth,
  provenance: attestation(/^mode=(?:min|max)$/, 'true', 'false', 'mode=min', 'mode=max'),
  sbom: attestation(/^generator=[^\s,=]+$/, 'true', 'false', 'generator=<image>'),
  builder: optional(builderName),
  'env-file': optional(text),
  'no-cache': truth,
  pull: truth,
  retention: optional(wholeNumber(1, 100_000)),
  'flux-path': optional(folder),
  'on-stale': optional(oneOf('fail', 'warn', 'allow')),
  receiver: receiverAddress,
  'receiver-token': text,
  'receiver-audience': requiredText,
  'dry-run': truth,
}

export type Inputs = InputValues<typeof spec>

/** Inputs whose values are secrets: masked before anything else is read, and never taken from arguments. */
export const SECRET_INPUTS: readonly string[] = ['password', 'receiver-token']

function registry(raw: string, name: string): string {
  const address = requiredText(raw, name)
  const problem = registryProblem(address)
  if (problem !== undefined) throw new UserError(`input "${name}" is ${JSON.stringify(address)}: it ${problem}`)
  return address
}

/** They become arguments of docker's: none may be an option. */
function targetNames(raw: string, name: string): readonly string[] {
  const found = names(raw, name)
  const option = found.find(target => target.startsWith('-'))
  if (option === undefined) return found
  throw new UserError(`input "${name}" holds ${JSON.stringify(option)}: expected the names of images or bake targets`)
}

function tagPrefix(raw: string, name: string): string {
  const problem = prefixProblem(raw)
  if (problem !== undefined) throw new UserError(`input "${name}" is ${JSON.stringify(raw)}: it ${problem}`)
  return raw
}

function builderName(raw: string, name: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(raw)) return raw
  throw new UserError(`input "${name}" is ${JSON.stringify(raw)}: expected the name of a builder (docker buildx ls)`)
}

/** A folder from the root of the repository: git would find nothing anywhere else, and say nothing. */
function folder(raw: string, name: string): string {
  if (!raw.startsWith('/') && !raw.split('/').includes('..')) return raw
  throw new UserError(`input "${name}" is ${JSON.stringify(raw)}: expected a folder in this repository, such as "flux"`)
}

/** `true`, `false`, or buildx's own attributes: undefined when there is to be no attestation, else the attributes ('' for none). */
function attestation(attributes: RegExp, ...accepted: readonly string[]): Parser<string | undefined> {
  return (raw, name) => {
    if (raw === 'false') return undefined
    if (raw === 'true') return ''
    if (attributes.test(raw)) return raw
    const words = accepted.map(word => JSON.stringify(word))
    const list = `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
    throw new UserError(`input "${name}" is ${JSON.stringify(raw)}: expected ${list}`)
  }
}
