import type { RegistryTags } from '../src/doctor/facts.js'
import { UserError } from '../src/errors.js'
import { parseReference } from '../src/image/reference.js'
import { openRegistry } from '../src/registry/client.js'
import { RegistryRefusal } from '../src/registry/refusal.js'
import { systemCode } from '../src/registry/transient.js'
import type { Runner } from '../src/runner/ports.js'
import { wrongUsage } from './command.js'

/**
 * The tags that the registry of an ImageRepository's `spec.image` has now. The login comes from FLUXGATE_USERNAME and
 * FLUXGATE_PASSWORD, where the registry wants one.
 *
 * @param insecure whether it speaks plain HTTP
 */
export async function liveTags(image: string, insecure: boolean, runner: Runner): Promise<readonly string[]> {
  const answer = await askTags(image, insecure, runner)
  if (answer.state === 'read') return answer.tags
  throw new UserError(answer.why)
}

/** The same, with what a registry says instead of its tags. */
export async function askTags(image: string, insecure: boolean, runner: Runner): Promise<RegistryTags> {
  const reference = parseReference(image)
  if (reference === undefined) throw wrongUsage(`the image ${JSON.stringify(image)} of the ImageRepository is no image`)
  const { FLUXGATE_USERNAME: username, FLUXGATE_PASSWORD: password } = runner.env
  if (password) runner.mask(password)
  const { registry: host = 'docker.io' } = reference
  const registry = openRegistry({
    registry: host,
    insecure,
    credentials: username && password ? { username, password } : undefined,
    ...runner,
  })
  try {
    // Docker Hub's own images are named without the project that they are in.
    const official = host === 'docker.io' && !reference.name.includes('/')
    const tags = await registry.tags(official ? `library/${reference.name}` : reference.name)
    // Whatever is no registry says 404 to everything.
    if (tags.length === 0) await registry.ping()
    return { state: 'read', tags }
  } catch (error) {
    const code = systemCode(error)
    if (error instanceof RegistryRefusal && error.status === 404) {
      return { state: 'refused', why: `what answers at ${host} is no registry (${error.message})`, isLogin: false }
    }
    if (error instanceof RegistryRefusal) {
      return {
        state: 'refused',
        why: `the tags of ${image} cannot be read: ${error.message}`,
        isLogin: error.status === 401 || error.status === 403,
      }
    }
    if (code !== undefined) return { state: 'away', why: `the registry of ${image} cannot be reached (${code})` }
    throw error
  }
}
