import { newestFluxMinor } from '../../src/flux/api.js'
import type { Inventory } from '../../src/flux/inventory.js'
import { CONFIG_FILE, type Config, parseFluxMinor } from './config.js'
import type { FluxVersion } from './rule.js'

/** The Flux that a tree is for: what the user says, else what its bootstrap wrote, else the newest known. */
export function fluxVersionOf(inventory: Inventory, config: Config, input?: number): FluxVersion {
  if (input !== undefined) return { minor: input, from: 'the input "flux-version"' }
  if (config.fluxMinor !== undefined) return { minor: config.fluxMinor, from: CONFIG_FILE }
  for (const [path, { text }] of inventory.files) {
    if (!path.endsWith('gotk-components.yaml')) continue
    const version =
      /^# Flux [Vv]ersion: (v?2\.[0-9.]+)/m.exec(text)?.[1] ??
      /app\.kubernetes\.io\/version: (v2\.[0-9.]+)/.exec(text)?.[1]
    const minor = version === undefined ? undefined : parseFluxMinor(version)
    if (minor !== undefined) return { minor, from: path }
  }
  return { minor: newestFluxMinor, from: undefined }
}
