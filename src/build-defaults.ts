import { ACTION_INPUTS } from './action-inputs.js'

/** What the action build-push does with an input that a workflow does not give. */
export const buildDefaults: ReadonlyMap<string, string> = new Map(
  ACTION_INPUTS['build-push'].map(input => [input.name, input.default]),
)
