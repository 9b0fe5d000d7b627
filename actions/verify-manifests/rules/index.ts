import type { Rule } from '../rule.js'
import { dependsOnAcyclic } from './depends-on-acyclic.js'
import { dependsOnDepth } from './depends-on-depth.js'
import { dependsOnExists } from './depends-on-exists.js'
import { ignoreNeededRule } from './ignore-needed.js'
import { kustomizationPath } from './kustomization-path.js'
import { kustomizationSource } from './kustomization-source.js'

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  // Reconciliation
  kustomizationPath,
  kustomizationSource,
  dependsOnExists,
  dependsOnAcyclic,
  dependsOnDepth,
  // Documents
  ignoreNeededRule,
]
