/** What a bootstrap is to do. */
export interface BootstrapRequest {
  readonly host: string
  readonly owner: string
  readonly repository: string
  readonly branch: string
  /** From the root of the repository, without `./`. */
  readonly path: string
  /** Whether the owner is a person, no organisation. */
  readonly isPersonal: boolean
  /** The kubeconfig's context; the current one unless told. */
  readonly context: string | undefined
}

/** Without them there is no image automation. */
export const EXTRA_COMPONENTS = ['image-reflector-controller', 'image-automation-controller'] as const

/** What a bootstrap installs. */
export const COMPONENTS = [
  'helm-controller',
  ...EXTRA_COMPONENTS,
  'kustomize-controller',
  'notification-controller',
  'source-controller',
] as const

/**
 * The arguments of `flux`. The token is none of them: flux reads GITHUB_TOKEN. `--private` is left out, as it changes nothing of a
 * repository that is there already.
 */
export function bootstrapArguments(request: BootstrapRequest): readonly string[] {
  const { host, owner, repository, branch, path, isPersonal, context } = request
  return [
    'bootstrap',
    'github',
    `--owner=${owner}`,
    `--repository=${repository}`,
    `--branch=${branch}`,
    `--components-extra=${EXTRA_COMPONENTS.join(',')}`,
    // What the image automation pushes with.
    '--read-write-key',
    `--path=${path}`,
    ...(isPersonal ? ['--personal'] : []),
    ...(host === 'github.com' ? [] : [`--hostname=${host}`]),
    ...(context === undefined ? [] : [`--context=${context}`]),
  ]
}
