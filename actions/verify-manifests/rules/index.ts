import type { Rule } from '../rule.js'
import { alertCoverage } from './alert-coverage.js'
import { apiServedRule } from './api-served.js'
import { appliedOnce } from './applied-once.js'
import { automationBranch } from './automation-branch.js'
import { automationLoop } from './automation-loop.js'
import { automationOverlap } from './automation-overlap.js'
import { automationPath } from './automation-path.js'
import { automationSuspended } from './automation-suspended.js'
import { automationTemplate } from './automation-template.js'
import { crdFirst } from './crd-first.js'
import { dependsOnAcyclic } from './depends-on-acyclic.js'
import { dependsOnDepth } from './depends-on-depth.js'
import { dependsOnExists } from './depends-on-exists.js'
import { forceScope } from './force-scope.js'
import { healthCheckTarget } from './health-check-target.js'
import { helmDrift } from './helm-drift.js'
import { helmRemediation } from './helm-remediation.js'
import { helmSource } from './helm-source.js'
import { helmValuesFrom } from './helm-values-from.js'
import { helmVersion } from './helm-version.js'
import { ignoreNeededRule } from './ignore-needed.js'
import { imageMutableTag } from './image-mutable-tag.js'
import { jobReruns } from './job-reruns.js'
import { jobTtl } from './job-ttl.js'
import { kustomizationBuilds } from './kustomization-builds.js'
import { kustomizationPath } from './kustomization-path.js'
import { kustomizationPrune } from './kustomization-prune.js'
import { kustomizationSource } from './kustomization-source.js'
import { manifestOrphaned } from './manifest-orphaned.js'
import { markerDigest } from './marker-digest.js'
import { markerFileParses } from './marker-file-parses.js'
import { markerImage } from './marker-image.js'
import { markerListDocument } from './marker-list-document.js'
import { markerMissing } from './marker-missing.js'
import { markerNullValue } from './marker-null-value.js'
import { markerPathAnnotation } from './marker-path-annotation.js'
import { markerPolicy } from './marker-policy.js'
import { markerPosition } from './marker-position.js'
import { markerRewrite } from './marker-rewrite.js'
import { markerScope } from './marker-scope.js'
import { markerSuffix } from './marker-suffix.js'
import { markerSyntax } from './marker-syntax.js'
import { markerTag } from './marker-tag.js'
import { namespaceFirst } from './namespace-first.js'
import { platformMatches } from './platform-matches.js'
import { policyAcceptsBuildTag } from './policy-accepts-build-tag.js'
import { policyDigestInterval } from './policy-digest-interval.js'
import { policyElectsNewest } from './policy-elects-newest.js'
import { policyExtractGroup } from './policy-extract-group.js'
import { policyNumericKey } from './policy-numeric-key.js'
import { policyPatternAnchored } from './policy-pattern-anchored.js'
import { policyPatternValid } from './policy-pattern-valid.js'
import { policyRepositoryExists } from './policy-repository-exists.js'
import { policySemverTags } from './policy-semver-tags.js'
import { policySingleChoice } from './policy-single-choice.js'
import { policyUsed } from './policy-used.js'
import { referenceExists } from './reference-exists.js'
import { repositoryExclusions } from './repository-exclusions.js'
import { repositoryImageReference } from './repository-image-reference.js'
import { repositoryInsecure } from './repository-insecure.js'
import { repositoryMatchesBuild } from './repository-matches-build.js'
import { repositorySecret } from './repository-secret.js'
import { schemaValidRule } from './schema-valid.js'
import { sealedCertificate } from './sealed-certificate.js'
import { sealedMoved } from './sealed-moved.js'
import { sealedPlaceholder } from './sealed-placeholder.js'
import { sealedScope } from './sealed-scope.js'
import { sealedStructure } from './sealed-structure.js'
import { secretPlaintext } from './secret-plaintext.js'
import { selectorMatches } from './selector-matches.js'
import { sopsDecryption } from './sops-decryption.js'
import { sopsEncrypted } from './sops-encrypted.js'
import { sopsRecipients } from './sops-recipients.js'
import { sshHostKey } from './ssh-host-key.js'
import { substitutionDefined } from './substitution-defined.js'
import { waitTimeout } from './wait-timeout.js'
import { yamlValidRule } from './yaml-valid.js'

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  // Policy
  policyElectsNewest,
  policyAcceptsBuildTag,
  policyPatternValid,
  policyPatternAnchored,
  policyExtractGroup,
  policySingleChoice,
  policyNumericKey,
  policySemverTags,
  policyRepositoryExists,
  policyDigestInterval,
  policyUsed,
  // Registry
  repositoryMatchesBuild,
  repositoryInsecure,
  repositoryImageReference,
  repositorySecret,
  repositoryExclusions,
  // Marker
  markerSyntax,
  markerPolicy,
  markerSuffix,
  markerPosition,
  markerDigest,
  markerScope,
  markerFileParses,
  markerImage,
  markerTag,
  markerNullValue,
  markerListDocument,
  markerPathAnnotation,
  markerRewrite,
  markerMissing,
  // Automation
  automationTemplate,
  automationBranch,
  automationLoop,
  automationPath,
  automationOverlap,
  automationSuspended,
  // Reconciliation
  kustomizationBuilds,
  kustomizationPath,
  kustomizationSource,
  dependsOnExists,
  dependsOnAcyclic,
  dependsOnDepth,
  appliedOnce,
  namespaceFirst,
  crdFirst,
  healthCheckTarget,
  forceScope,
  jobReruns,
  jobTtl,
  substitutionDefined,
  waitTimeout,
  manifestOrphaned,
  kustomizationPrune,
  alertCoverage,
  // References and platform
  referenceExists,
  selectorMatches,
  platformMatches,
  imageMutableTag,
  sshHostKey,
  // Secrets
  secretPlaintext,
  sealedPlaceholder,
  sealedStructure,
  sealedScope,
  sealedMoved,
  sealedCertificate,
  sopsEncrypted,
  sopsDecryption,
  sopsRecipients,
  // Helm
  helmDrift,
  helmRemediation,
  helmVersion,
  helmSource,
  helmValuesFrom,
  // Documents
  yamlValidRule,
  apiServedRule,
  schemaValidRule,
  ignoreNeededRule,
]
