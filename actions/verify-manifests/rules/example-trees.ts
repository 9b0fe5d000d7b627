/** Parts of the rules' examples: manifests as people write them, short. */

/** A Flux Kustomization in flux-system; `more` are further lines of its spec. */
export function kustomization(name: string, path: string, ...more: readonly string[]): string {
  return `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: ${name}
  namespace: flux-system
spec:
  interval: 10m
  prune: true
  sourceRef:
    kind: GitRepository
    name: flux-system
  path: ${path}
${more.map(line => `  ${line}\n`).join('')}`
}

export function gitRepository(name = 'flux-system'): string {
  return `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: ${name}
  namespace: flux-system
spec:
  interval: 1m
  url: https://github.com/example/website
  ref:
    branch: master
`
}

export function namespace(name: string): string {
  return `apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
`
}

export function configMap(name: string, namespaceName: string): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
  namespace: ${namespaceName}
data:
  mode: fast
`
}

/** Several documents in one file. */
export function documents(...texts: readonly string[]): string {
  return texts.join('---\n')
}

/** A kustomize file that lists some entries. */
export function kustomizeFile(...entries: readonly string[]): string {
  return `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
${entries.map(entry => `  - ${entry}\n`).join('')}`
}
