// Stands in for kubectl: answers out of the cluster that STAND_IN_STATE describes, in the words of kubectl 1.34.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'

const PLURALS = {
  crd: 'CustomResourceDefinition',
  customresourcedefinitions: 'CustomResourceDefinition',
  deployments: 'Deployment',
  statefulsets: 'StatefulSet',
  daemonsets: 'DaemonSet',
  jobs: 'Job',
  cronjobs: 'CronJob',
  pods: 'Pod',
  services: 'Service',
  gitrepositories: 'GitRepository',
  kustomizations: 'Kustomization',
  imagerepositories: 'ImageRepository',
  imagepolicies: 'ImagePolicy',
  imageupdateautomations: 'ImageUpdateAutomation',
  sealedsecrets: 'SealedSecret',
  helmreleases: 'HelmRelease',
}

const file = process.env.STAND_IN_STATE
const state = JSON.parse(readFileSync(file, 'utf8'))
const args = process.argv.slice(2).filter(arg => !/^--(?:context|request-timeout)=/.test(arg))
appendFileSync(`${file}.calls`, `kubectl ${process.argv.slice(2).join(' ')}\n`)

function end(code, stdout = '', stderr = '') {
  process.stdout.write(stdout)
  process.stderr.write(stderr)
  process.exitCode = code
}

const after = name => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)

function get() {
  const kinds = args[1].split(',').map(name => name.split('.'))
  const name = args[2]?.startsWith('-') === false ? args[2] : undefined
  for (const [plural, group] of kinds) {
    const isCustom = group !== undefined && group !== 'apps' && group !== 'batch'
    if (isCustom && !(state.served ?? []).includes(plural)) {
      return end(1, '', `error: the server doesn't have a resource type "${plural}"\n`)
    }
    if ((state.forbidden ?? []).includes(plural)) {
      return end(1, '', `Error from server (Forbidden): ${args[1]} is forbidden: User "jo" cannot list resource\n`)
    }
  }
  const wanted = new Set(kinds.map(([plural]) => PLURALS[plural]))
  const found = objectsNow(kinds.some(([plural]) => plural === 'kustomizations')).filter(object => {
    const { namespace, labels = {}, name: own } = object.metadata
    const [key, value] = (after('-l') ?? '').split('=')
    return (
      wanted.has(object.kind) &&
      (args.includes('-A') || after('-n') === undefined || after('-n') === namespace) &&
      (key === '' || labels[key] === value) &&
      (name === undefined || name === own)
    )
  })
  if (name === undefined) return end(0, `${JSON.stringify({ apiVersion: 'v1', items: found, kind: 'List' })}\n`)
  if (found.length === 1) return end(0, `${JSON.stringify(found[0])}\n`)
  return end(1, '', `Error from server (NotFound): ${args[1]} "${name}" not found\n`)
}

/** With `frames` the cluster changes with every look at its Kustomizations; the last frame stays. */
function objectsNow(isLook) {
  const frames = state.frames ?? []
  if (frames.length === 0) return state.objects ?? []
  const counter = `${file}.looks`
  const looks = existsSync(counter) ? Number(readFileSync(counter, 'utf8')) : 0
  if (isLook && args.includes('-A')) writeFileSync(counter, String(looks + 1))
  return [...(state.objects ?? []), ...frames[Math.min(looks, frames.length - 1)]]
}

if (state.unreachable !== undefined) {
  end(1, args[0] === 'version' ? '{"clientVersion":{"gitVersion":"v1.34.1"}}\n' : '', `${state.unreachable}\n`)
} else if (args[0] === 'version') {
  const clientVersion = { gitVersion: 'v1.34.1' }
  end(
    0,
    JSON.stringify({ clientVersion, kustomizeVersion: 'v5.7.1', serverVersion: { gitVersion: state.kubernetes } }),
    'Warning: version difference between client (1.34) and server (1.36) exceeds the supported minor version skew of +/-1\n',
  )
} else if (args[0] === 'auth') end(state.isAdmin ? 0 : 1, state.isAdmin ? 'yes\n' : 'no\n')
else if (args[0] === 'get' && args[1] === '--raw' && state.raw?.[args[2]] !== undefined) end(0, state.raw[args[2]])
else if (args[0] === 'get' && args[1] !== '--raw') get()
else end(1, '', `Error from server (NotFound): the server could not find the requested resource\n`)
