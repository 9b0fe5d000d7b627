import { parseReference } from '../image/reference.js'
import { listMember, textMember } from '../json.js'
import { type Choice, EMBEDDED, type Place, type Step } from './place.js'
import { parseRepositoryName, repositoryUrl } from './repository-name.js'
import { VALUE_NAMES, VALUES_FILE, type ValueName, type Values } from './values.js'
import { parseVm, type Vm } from './vm.js'

const CLUSTER = 'flux/clusters/production'
export const AUTOMATION_FOLDER = `${CLUSTER}/image-automation`
export const SYNC_FILE = `${CLUSTER}/flux-system/gotk-sync.yaml`
const BUILD = '.github/workflows/build-and-push.yml'
const REQUEST = 'flux/sealing/request.yaml'
const SEAL = '.github/workflows/seal.yml'
const NODES = 'flux/nodes/registries.yaml'

/** Every place of every value. A value that is needed at one more place gets a line here, and nothing else. */
export const PLACES: readonly Place[] = [
  image('frontend', `${AUTOMATION_FOLDER}/image-repositories.yaml`, 'ImageRepository frontend', ['spec', 'image']),
  image('backend', `${AUTOMATION_FOLDER}/image-repositories.yaml`, 'ImageRepository backend', ['spec', 'image']),
  plain('insecure', `${AUTOMATION_FOLDER}/image-repositories.yaml`, 'ImageRepository frontend', ['spec', 'insecure']),
  plain('insecure', `${AUTOMATION_FOLDER}/image-repositories.yaml`, 'ImageRepository backend', ['spec', 'insecure']),
  image('frontend', `${CLUSTER}/frontend/deployment.yaml`, 'Deployment frontend', [
    ...['spec', 'template', 'spec', 'containers'],
    named('frontend'),
    'image',
  ]),
  image('backend', `${CLUSTER}/backend/docker-compose.backend.yml`, '', ['services', 'backend', 'image']),
  plain('registry', REQUEST, '', [named('harbor-credentials'), 'registry', 'server']),
  plain('registry', REQUEST, '', [named('harbor-pull'), 'registry', 'server']),
  { ...plain('registry', NODES, '', ['mirrors', keyIs('registry')]), isKey: true },
  {
    ...plain('registry', NODES, '', ['mirrors', keyIs('registry'), 'endpoint', 0]),
    values: ['registry', 'insecure'],
    text: endpoint,
  },
  { ...plain('registry', '.fluxgate.yaml', '', ['registries', keyIs('registry')]), isKey: true, isOptional: true },
  plain('registry', BUILD, '', buildInput('registry')),
  plain('insecure', BUILD, '', buildInput('insecure')),
  plain('frontend-image', BUILD, '', [...buildInput('images'), EMBEDDED, namedBy('frontend-image'), 'name']),
  plain('frontend-context', BUILD, '', [...buildInput('images'), EMBEDDED, namedBy('frontend-image'), 'context']),
  plain('backend-image', BUILD, '', [...buildInput('images'), EMBEDDED, namedBy('backend-image'), 'name']),
  plain('backend-context', BUILD, '', [...buildInput('images'), EMBEDDED, namedBy('backend-image'), 'context']),
  { ...plain('registry', SEAL, '', sealed('harbor-credentials')), isOptional: true },
  { ...plain('registry', SEAL, '', sealed('harbor-pull')), isOptional: true },

  repository(SYNC_FILE, 'GitRepository flux-system', ['spec', 'url']),
  repository(`${CLUSTER}/notifications/failures.yaml`, 'Provider github', ['spec', 'address']),
  plain('branch', SYNC_FILE, 'GitRepository flux-system', ['spec', 'ref', 'branch']),
  plain('branch', `${AUTOMATION_FOLDER}/image-update-automation.yaml`, 'ImageUpdateAutomation website', [
    ...['spec', 'git', 'checkout', 'ref', 'branch'],
  ]),
  // Flux may push to a branch of its own, for a pull request.
  {
    ...plain('branch', `${AUTOMATION_FOLDER}/image-update-automation.yaml`, 'ImageUpdateAutomation website', [
      ...['spec', 'git', 'push', 'branch'],
    ]),
    ...{ mayDiffer: true, isOptional: true },
  },
  plain('branch', BUILD, '', ['on', 'push', 'branches', itemIs('branch')]),

  ofVm('VM_HOST', 'host'),
  ofVm('VM_PORT', 'port'),
  ofVm('VM_USER', 'user'),
  plain('vm-address', `${CLUSTER}/ingress/backend-service.yaml`, 'EndpointSlice backend-vm', [
    ...['endpoints', 0, 'addresses', 0],
  ]),

  ...VALUE_NAMES.map(name => plain(name, VALUES_FILE, '', [name])),
]

function plain(value: ValueName, file: string, object: string, steps: readonly Step[]): Place {
  return { values: [value], file, object, steps, text: values => values[value] }
}

/** A reference, whose tag and digest stay: Flux writes those. */
function image(half: 'frontend' | 'backend', file: string, object: string, steps: readonly Step[]): Place {
  const name = `${half}-image` as const
  return {
    ...{ values: [name, 'registry'], file, object, steps },
    text(values, current) {
      const { tag, digest } = parseReference(current) ?? {}
      const behind = `${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`
      return `${values.registry}/${values[name]}${behind}`
    },
  }
}

function endpoint({ insecure, registry }: Values): string {
  return `${insecure === 'true' ? 'http' : 'https'}://${registry}`
}

function repository(file: string, object: string, steps: readonly Step[]): Place {
  return {
    ...{ values: ['repo'], file, object, steps },
    text({ repo }, current) {
      const parsed = parseRepositoryName(repo)
      return parsed === undefined ? current : repositoryUrl(parsed, current)
    },
  }
}

function ofVm(variable: string, part: keyof Vm): Place {
  const container = ['spec', 'template', 'spec', 'containers'] as const
  return {
    values: ['vm'],
    file: `${CLUSTER}/backend/deploy-job.yaml`,
    object: 'Job backend-deploy',
    steps: [...container, named('deploy'), 'env', named(variable), 'value'],
    text(values, current) {
      const parsed = parseVm(values.vm)
      return typeof parsed === 'string' ? current : parsed[part]
    },
  }
}

function buildInput(name: string): readonly Step[] {
  return ['jobs', hasStep('build-push'), 'steps', uses('build-push'), 'with', name]
}

function sealed(name: string): readonly Step[] {
  const request = ['jobs', hasStep('seal'), 'steps', uses('seal'), 'with', 'secrets'] as const
  return [...request, EMBEDDED, named(name), 'registry', 'server']
}

function named(name: string): Choice {
  return item => textMember(item, 'name') === name
}

function namedBy(value: ValueName): Choice {
  return (item, _, values) => textMember(item, 'name') === values[value]
}

function keyIs(value: ValueName): Choice {
  return (_, key, values) => key === values[value]
}

function itemIs(value: ValueName): Choice {
  return (item, _, values) => item === values[value]
}

function uses(action: string): Choice {
  return item => isStepOf(action, item)
}

function hasStep(action: string): Choice {
  return item => listMember(item, 'steps').some(step => isStepOf(action, step))
}

function isStepOf(action: string, step: unknown): boolean {
  return new RegExp(`(?:^|/)actions/${action}(?:@|$)`).test(textMember(step, 'uses') ?? '')
}
