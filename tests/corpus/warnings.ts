/**
 * What is no fault of a tree, and yet worth a word: `file:line rule` by tree, in the order of the report. Each line says why
 * the gate is right to say it.
 */
export const expectedWarnings: Readonly<Record<string, readonly string[]>> = {}

/** What is said besides where kustomize builds the tree. */
export const builtWarnings: Readonly<Record<string, readonly string[]>> = {
  // Staging takes every version of the chart, pre-releases too, on purpose.
  monorepo: ['apps/staging/podinfo-values.yaml:9 helm-version'],
}
