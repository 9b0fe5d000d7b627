import type { Environment, Runner } from '../../src/runner/ports.js'
import type { SecretRequest } from './request.js'

/** The environment for git and sops: without our inputs, without the variables that the request names, without their values. */
export function childEnvironment(
  requests: readonly SecretRequest[],
  { env, redact }: Pick<Runner, 'env' | 'redact'>,
): Environment {
  const origins = requests.flatMap(({ data, helpers }) => [
    ...data.values(),
    ...helpers.flatMap(helper => [...helper.origins.values()]),
  ])
  const named = new Set(origins.flatMap(origin => (origin.kind === 'env' ? [origin.name] : [])))
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name, value = '']) =>
        !named.has(name) &&
        !/^(?:INPUT_|FLUXGATE_FINGERPRINT_KEY$)/.test(name) &&
        (value === '' || redact(value) !== '***'),
    ),
  )
}
