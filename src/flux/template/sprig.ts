import { CallFault, defineVariadic, type Functions, type TemplateFunction } from './function.js'
import { caseFunctions } from './sprig-case.js'
import { defaultFunctions } from './sprig-defaults.js'
import { dictFunctions } from './sprig-dicts.js'
import { durationFunctions } from './sprig-durations.js'
import { encodingFunctions } from './sprig-encoding.js'
import { listFunctions } from './sprig-lists.js'
import { numberFunctions } from './sprig-numbers.js'
import { pathFunctions } from './sprig-paths.js'
import { regexpFunctions } from './sprig-regexps.js'
import { semverFunctions } from './sprig-semver.js'
import { stringFunctions } from './sprig-strings.js'
import { anyType } from './types.js'

/** Functions that Flux has and that we do not evaluate: keys, certificates, dates, random numbers and URLs. */
export const unevaluatedFunctions: readonly string[] = [
  'ago',
  'bcrypt',
  'buildCustomCert',
  'decryptAES',
  'derivePassword',
  'encryptAES',
  'genCA',
  'genCAWithKey',
  'genPrivateKey',
  'genSelfSignedCert',
  'genSelfSignedCertWithKey',
  'genSignedCert',
  'genSignedCertWithKey',
  'htpasswd',
  'must_date_modify',
  'mustDateModify',
  'mustToDate',
  'randInt',
  'shuffle',
  'toDate',
  'unixEpoch',
  'urlJoin',
  'urlParse',
]

/** The functions of Masterminds/sprig 3.3 without those that depend on time, chance, environment or network. */
export const hermeticSprig: Functions = new Map([
  ...caseFunctions,
  ...defaultFunctions,
  ...dictFunctions,
  ...durationFunctions,
  ...encodingFunctions,
  ...listFunctions,
  ...numberFunctions,
  ...pathFunctions,
  ...regexpFunctions,
  ...semverFunctions,
  ...stringFunctions,
  ...unevaluatedFunctions.map((name): [string, TemplateFunction] => [name, unevaluated(name)]),
])

function unevaluated(name: string): TemplateFunction {
  return defineVariadic([], anyType, anyType, () => {
    throw new CallFault(`fluxgate does not evaluate ${name}`)
  })
}
