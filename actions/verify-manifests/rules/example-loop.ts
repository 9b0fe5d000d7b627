/** The image automation that examples share: one repository, its policy and the automation that works below `flux`. */
export const exampleLoop: Readonly<Record<string, string>> = {
  'flux/image-automation.yaml': `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageRepository
metadata:
  name: frontend
  namespace: flux-system
spec:
  image: 192.168.0.40:5000/library/frontend
  insecure: true
  interval: 1m
---
apiVersion: image.toolkit.fluxcd.io/v1
kind: ImagePolicy
metadata:
  name: frontend
  namespace: flux-system
spec:
  imageRepositoryRef:
    name: frontend
  filterTags:
    pattern: '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$'
    extract: $ts
  policy:
    numerical:
      order: asc
---
${exampleAutomation()}`,
}

export interface AutomationParts {
  readonly path?: string
  /** Lines of `spec.git` beside the commit, indented by four. */
  readonly git?: string
  /** Lines of `spec.git.commit` beside the author, indented by six. */
  readonly commit?: string
  /** Lines of `spec`, indented by two. */
  readonly spec?: string
}

/** The loop with another automation. */
export function exampleLoopWith(parts: AutomationParts): Readonly<Record<string, string>> {
  const whole = exampleLoop['flux/image-automation.yaml'] ?? ''
  return { 'flux/image-automation.yaml': whole.replace(exampleAutomation(), () => exampleAutomation(parts)) }
}

function exampleAutomation({ path = './flux', git = '', commit = '', spec = '' }: AutomationParts = {}): string {
  return `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageUpdateAutomation
metadata:
  name: website
  namespace: flux-system
spec:
  interval: 1m
${spec}  sourceRef:
    kind: GitRepository
    name: flux-system
  git:
${git}    commit:
${commit}      author:
        name: fluxcdbot
        email: fluxcdbot@users.noreply.github.com
  update:
    path: ${path}
    strategy: Setters
`
}

/** A Deployment with one container. @param lines those of the container beside its name, indented by eight */
export function exampleDeployment(lines: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: frontend
  namespace: website
spec:
  selector:
    matchLabels:
      app: frontend
  template:
    metadata:
      labels:
        app: frontend
    spec:
      containers:
      - name: frontend
${lines}
`
}

export const exampleImage = '192.168.0.40:5000/library/frontend:main-abc1234-1700000000'
