import { type Pin, pinned } from './pin.js'
import type { Plan } from './plan.js'
import { GATE_WORKFLOW, gateWorkflow, hasGate } from './plan-gate.js'
import { setValues } from './set-values.js'
import { VALUES_FILE, type Values } from './values.js'
import { readValues } from './values-file.js'

/**
 * The whole reference repository with somebody's values.
 *
 * @param reference the files of the reference repository, by path
 * @param texts of the repository as it is, by path
 */
export function planTree(
  reference: ReadonlyMap<string, string>,
  values: Values,
  pin: Pin,
  texts: ReadonlyMap<string, string>,
): Plan {
  const { files } = setValues(reference, readValues(reference.get(VALUES_FILE) ?? ''), values)
  const wanted = new Map([...reference, ...files].map(([path, text]) => [path, pinned(text, pin)] as const))
  const gate = gateWorkflow(texts)
  const isGated = gate !== undefined && gate !== GATE_WORKFLOW
  if (isGated) wanted.delete(GATE_WORKFLOW)
  return {
    files: wanted,
    warnings: isGated ? [hasGate(gate)] : [],
    next: [
      'What is sealed in the tree is made up, and no cluster opens it. With Flux bootstrapped, seal your own: fluxgate seal fetch --namespace kube-system --output flux/sealing/pub-cert.pem, then fluxgate seal --secrets flux/sealing/request.yaml --certificate flux/sealing/pub-cert.pem --check flux',
      `The images are built from ${values['frontend-context']}/Dockerfile and ${values['backend-context']}/Dockerfile; who pushes them logs in with the repository's secrets HARBOR_USERNAME and HARBOR_PASSWORD`,
      'See what the gate says: fluxgate verify; and what the first build comes to: fluxgate rehearse',
      'The whole way to the first delivery is in docs/FLUX_SETUP.md of fluxgate',
    ],
  }
}
