import { parseReference, type Reference } from './reference.js'

/**
 * The repository of a reference under the one name that all its spellings share: Docker Hub is `docker.io`, and a one-part name
 * there is in `library`. Undefined when the text is no reference.
 */
export function canonicalRepository(text: string): string | undefined {
  const reference = parseReference(text)
  return reference === undefined ? undefined : canonicalName(reference)
}

function canonicalName({ registry, name }: Reference): string {
  const isHub = registry === undefined || HUB.has(registry)
  if (!isHub) return `${registry.toLowerCase()}/${name}`
  return `docker.io/${name.includes('/') ? name : `library/${name}`}`
}

const HUB: ReadonlySet<string> = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io'])
