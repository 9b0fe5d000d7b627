import { newestFluxMinor } from '../../src/flux/api.js'
import { isBelow } from '../../src/flux/inventory/applied.js'
import type { Resource } from '../../src/flux/inventory/resource.js'
import { textIn } from '../../src/flux/inventory/resource.js'
import type { Inventory } from '../../src/flux/inventory.js'
import { CONFIG_FILE, type Config, parseFluxMinor } from './config.js'
import type { FluxVersion, RuleContext } from './rule.js'

/**
 * The Flux that a tree is for: what the user says, else what its bootstrap wrote, else what its cluster runs, else the newest
 * known.
 */
export function fluxVersionOf(
  inventory: Inventory,
  config: Config,
  input?: number,
  running?: FluxVersion,
): FluxVersion {
  if (input !== undefined) return { minor: input, from: 'the input "flux-version"' }
  if (config.fluxMinor !== undefined) return { minor: config.fluxMinor, from: CONFIG_FILE }
  return installedVersions(inventory)[0] ?? running ?? { minor: newestFluxMinor, from: undefined }
}

/**
 * Every Flux that an object meets. Clusters of one tree may run several: then it meets that of its own cluster, and any of
 * them where that is not known. Never empty.
 */
export function fluxVersionsFor(
  resource: Resource,
  { inventory, flux }: Pick<RuleContext, 'inventory' | 'flux'>,
): readonly FluxVersion[] {
  if (flux.from === undefined || !inventory.files.has(flux.from) || flux.from === CONFIG_FILE) return [flux]
  const all = installedVersions(inventory)
  const clusters = inventory.placementsOf(resource).map(({ cluster }) => cluster?.name ?? '')
  const own = all.filter(({ from }) =>
    clusters.some(cluster => cluster !== '' && from !== undefined && isBelow(from, cluster)),
  )
  return own.length > 0 ? own : all
}

/** The minor that stands for what came before Flux 2.0, whose API versions and templates are not known here. */
export const beforeFlux2 = -1

/** Asked for by every object of Flux's, and found by going over every file. */
const installed = new WeakMap<Inventory, readonly FluxVersion[]>()

function installedVersions(inventory: Inventory): readonly FluxVersion[] {
  const known = installed.get(inventory) ?? findInstalled(inventory)
  installed.set(inventory, known)
  return known
}

/** The Flux versions that the tree installs, in the order of the files: a bootstrap's, or one that something else deploys. */
function findInstalled({ files, ofKind }: Inventory): readonly FluxVersion[] {
  const found: FluxVersion[] = []
  const add = (version: string | undefined, from: string): void => {
    const minor = version === undefined ? undefined : /^v?0\./.test(version) ? beforeFlux2 : parseFluxMinor(version)
    if (minor !== undefined) found.push({ minor, from })
  }
  for (const [path, { text }] of files) {
    // What `flux install --export` writes says it on top, whatever the file is called.
    const written = /^# Flux [Vv]ersion: (v?[02]\.[0-9.]+)/m.exec(text.slice(0, 500))?.[1]
    if (written !== undefined) add(written, path)
    else if (path.endsWith('gotk-components.yaml')) {
      add(/app\.kubernetes\.io\/version: (v[02]\.[0-9.]+)/.exec(text)?.[1], path)
    } else if (text.includes('fluxcd/flux2/')) {
      add(/fluxcd\/flux2\/(?:releases\/download\/|manifests\/install\?ref=)(v2\.[0-9]+\.[0-9]+)/.exec(text)?.[1], path)
    }
  }
  for (const resource of ofKind('fluxcd.controlplane.io', 'FluxInstance'))
    add(textIn(resource, 'spec', 'distribution', 'version')?.replace(/\.x$/, ''), resource.file.path)
  for (const resource of ofKind('source.toolkit.fluxcd.io', 'OCIRepository')) {
    if (textIn(resource, 'spec', 'url')?.endsWith('/fluxcd/flux-manifests') === true)
      add(textIn(resource, 'spec', 'ref', 'tag'), resource.file.path)
  }
  return found
}
