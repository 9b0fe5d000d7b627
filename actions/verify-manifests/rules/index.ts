import type { Rule } from '../rule.js'
import { appliedOnce } from './applied-once.js'
import { dependsOnAcyclic } from './depends-on-acyclic.js'
import { dependsOnDepth } from './depends-on-depth.js'
import { dependsOnExists } from './depends-on-exists.js'
import { forceScope } from './force-scope.js'
import { ignoreNeededRule } from './ignore-needed.js'
import { jobTtl } from './job-ttl.js'
import { kustomizationPath } from './kustomization-path.js'
import { kustomizationPrune } from './kustomization-prune.js'
import { kustomizationSource } from './kustomization-source.js'
import { namespaceFirst } from './namespace-first.js'
import { waitTimeout } from './wait-timeout.js'

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  // Reconciliation
  kustomizationPath,
  kustomizationSource,
  dependsOnExists,
  dependsOnAcyclic,
  dependsOnDepth,
  appliedOnce,
  namespaceFirst,
  forceScope,
  jobTtl,
  waitTimeout,
  kustomizationPrune,
  // Documents
  ignoreNeededRule,
]
