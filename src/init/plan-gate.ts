import { type Pin, pinned } from './pin.js'
import type { Plan } from './plan.js'

export const WORKFLOWS = '.github/workflows/'
export const GATE_WORKFLOW = `${WORKFLOWS}pull-request.yml`
export const GATE_CONFIG = '.fluxgate.yaml'

const CONFIG = `# The gate's configuration. Nothing here is needed; take the # away from what applies.

# The Flux that the tree is for, where no gotk-components.yaml says it.
# flux-version: "2.9"

# Paths that are no part of what Flux applies.
# exclude: [docs/**]

# Registries that are Harbors: they take images below a project only.
# registries: { "192.168.0.40:5000": harbor }

# What exists outside of git.
# external:
#   secrets: [flux-system/harbor-credentials]
#   namespaces: [monitoring]
#   crds: [cert-manager.io]
#   objects: [Service/monitoring/grafana]

# What a rule counts as: off, note, warning or error. \`fluxgate explain\` shows the rules.
# rules: { alert-coverage: off }
`

/**
 * The gate alone, for a repository that has a tree of its own.
 *
 * @param reference the files of the reference repository, by path
 * @param texts of the repository, by path
 */
export function planGate(reference: ReadonlyMap<string, string>, texts: ReadonlyMap<string, string>, pin: Pin): Plan {
  const gate = gateWorkflow(texts)
  return {
    files: new Map([
      ...(gate === undefined ? [[GATE_WORKFLOW, pinned(reference.get(GATE_WORKFLOW) ?? '', pin)] as const] : []),
      ...(texts.has(GATE_CONFIG) ? [] : [[GATE_CONFIG, CONFIG] as const]),
    ]),
    warnings: gate === undefined ? [] : [hasGate(gate)],
    next: [
      'See what the gate says of the tree as it is: fluxgate verify',
      'To have it hold, make the check "verify manifests" a required one of the branch, in the settings of the repository',
    ],
  }
}

export function hasGate(workflow: string): string {
  return `${workflow} has the gate already, and is left as it is`
}

/** The workflow that runs the gate. */
export function gateWorkflow(texts: ReadonlyMap<string, string>): string | undefined {
  const uses = /^[\s-]*uses:.*\/actions\/verify-manifests\b/m
  return [...texts].find(([path, text]) => path.startsWith(WORKFLOWS) && uses.test(text))?.[0]
}
