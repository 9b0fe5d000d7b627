import { leftOver } from './left-over.js'
import type { Plan } from './plan.js'
import { setValues } from './set-values.js'
import { standingValues } from './standing-values.js'
import type { Values } from './values.js'

/**
 * Sets values in a repository that has the tree.
 *
 * @param texts of the tree and what lies beside it, by path
 * @param before what `flux/fluxgate-values.yaml` says
 * @throws UserErrors when a value that changes cannot be set everywhere
 */
export function planValues(texts: ReadonlyMap<string, string>, before: Values, after: Values): Plan {
  const { files, mended, unseen } = setValues(texts, before, after)
  const whole = new Map([...texts, ...files])
  return {
    files,
    warnings: [...mended, ...unseen, ...leftOver(whole, standingValues(texts, before), after)],
    next: steps(before, after),
  }
}

/** What a changed value asks for outside of the tree, or in what is sealed. */
function steps(before: Values, after: Values): readonly string[] {
  const changes = (name: keyof Values) => before[name] !== after[name]
  const stale = [
    ...(changes('registry') ? ['flux-system/harbor-credentials', 'website/harbor-pull'] : []),
    ...(changes('vm') ? ['website/vm-ssh-key'] : []),
  ]
  return [
    ...(stale.length === 0
      ? []
      : [
          `Seal anew what has the old value in it: fluxgate seal --secrets flux/sealing/request.yaml --certificate flux/sealing/pub-cert.pem --renew ${stale.join(',')}`,
        ]),
    ...(changes('registry') || changes('insecure')
      ? ['Put flux/nodes/registries.yaml onto the nodes again, and have Docker on the VM know the registry']
      : []),
    ...(changes('repo') || changes('branch') ? ['Bootstrap Flux again, and point the clone on the VM there'] : []),
    'See what the gate says: fluxgate verify',
  ]
}
