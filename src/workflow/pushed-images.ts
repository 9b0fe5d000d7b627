import type { BuildStep, Workflow, WorkflowStep } from '../flux/inventory/workflow.js'
import { canonicalRepository } from '../image/canonical.js'
import { textMember, valueAt } from '../json.js'
import { inScript, isMadeAnew, type Resolve, type RunFacts, resolverFor } from './workflow-values.js'

/** An image that a step of a workflow pushes. */
export interface PushedImage {
  readonly step: WorkflowStep
  /** Its canonical name, such as `docker.io/library/nginx`. */
  readonly repository: string
  /** A tag as a run would make it; undefined when it is not known before. */
  readonly tag: string | undefined
  /** Whether each run pushes the same tag again. */
  readonly isFixed: boolean
}

/**
 * The images that a workflow surely pushes, as far as their names can be read: steps of build-push and docker/build-push-action,
 * and scripts with `docker push` or `docker buildx build --push`.
 *
 * @param builds the steps of build-push, of any workflow
 */
export function pushedImages(
  workflow: Workflow,
  builds: readonly BuildStep[],
  facts: RunFacts,
): readonly PushedImage[] {
  const own = builds.filter(build => build.step.workflow === workflow.file).flatMap(builtByUs)
  const others = workflow.steps.flatMap(step => {
    const body = valueAt(workflow.document.value, step.path)
    const resolve = resolverFor(workflow.document.value, step.job, body, facts)
    const made = isMadeAnew(
      `${step.run ?? ''}${step.with.get('tags') ?? ''}${metadataOf(step, workflow)?.with.get('tags') ?? ''}`,
    )
    const references = [...builtByDocker(step, workflow, resolve, facts), ...pushedByScript(step, resolve)]
    return references.flatMap(reference => pushedImage(step, reference, made))
  })
  return [...own, ...others]
}

function builtByUs({ step, images, tagPrefix }: BuildStep): readonly PushedImage[] {
  if ((step.with.get('push') ?? 'true') !== 'true' || (step.with.get('dry-run') ?? 'false') !== 'false') return []
  if (!images.known) return []
  return images.value.flatMap(({ image }) => {
    const repository = image === undefined ? undefined : canonicalRepository(image)
    const tag = tagPrefix.known ? `${tagPrefix.value}-0123456-1700000000` : undefined
    return repository === undefined ? [] : [{ step, repository, tag, isFixed: false }]
  })
}

function builtByDocker(step: WorkflowStep, workflow: Workflow, resolve: Resolve, facts: RunFacts): readonly string[] {
  if (!/^docker\/build-push-action@/.test(step.uses ?? '')) return []
  const push = resolve(step.with.get('push') ?? '').replace(/^\$\{\{\s*|\s*\}\}$/g, '')
  const isPushed =
    push === 'true' ||
    /^github\.event_name\s*(?:!=\s*'pull_request'|==\s*'push')$/.test(push) ||
    /push=true/.test(step.with.get('outputs') ?? '')
  if (!isPushed) return []
  const metadata = metadataOf(step, workflow)
  if (metadata === undefined) return itemsOf(resolve(step.with.get('tags') ?? ''))
  const tags = metadataTags(resolve(metadata.with.get('tags') ?? ''), facts)
  return itemsOf(resolve(metadata.with.get('images') ?? '')).flatMap(image => tags.map(tag => `${image}:${tag}`))
}

/** The step of docker/metadata-action whose tags a build takes. */
function metadataOf(step: WorkflowStep, { steps, document }: Workflow): WorkflowStep | undefined {
  const id = /^\$\{\{\s*steps\.([\w-]+)\.outputs\.tags\s*\}\}$/.exec((step.with.get('tags') ?? '').trim())?.[1]
  if (id === undefined) return undefined
  return steps.find(
    other =>
      other.job === step.job &&
      /^docker\/metadata-action@/.test(other.uses ?? '') &&
      textMember(valueAt(document.value, other.path), 'id') === id,
  )
}

/** What docker/metadata-action makes of a push to a branch; versions come of tags alone. */
function metadataTags(rules: string, { branch = '$branch' }: RunFacts): readonly string[] {
  const lines = rules.split('\n').map(line => line.trim())
  return (rules.trim() === '' ? ['type=ref,event=branch'] : lines).flatMap(line => {
    const parts = new Map(
      line.split(',').map((part): [string, string] => [part.split('=')[0] ?? '', part.replace(/^[^=]*=/, '')]),
    )
    if ((parts.get('enable') ?? 'true') !== 'true') return []
    const framed = (value: string, prefix = '') => [
      `${parts.get('prefix') ?? prefix}${value}${parts.get('suffix') ?? ''}`,
    ]
    switch (parts.get('type')) {
      case 'sha':
        return framed('$sha', 'sha-')
      case 'ref':
        return parts.get('event') === 'branch' ? framed(branch) : []
      case 'raw':
        return framed((parts.get('value') ?? '').replace(/\{\{branch\}\}/g, branch).replace(/\{\{[^}]*\}\}/g, '$made'))
      default:
        return []
    }
  })
}

function pushedByScript({ run }: WorkflowStep, resolve: Resolve): readonly string[] {
  if (run === undefined) return []
  const commands = inScript(run.replace(/\\\r?\n\s*/g, ' '), resolve)
    .split(/\r?\n|&&|;/)
    .map(command => command.trim())
  return commands.flatMap(command => {
    const pushed = /^docker\s+(?:image\s+)?push\s+(?:-\S+\s+)*["']?([^\s"']+)/.exec(command)?.[1]
    if (pushed !== undefined) return [pushed]
    if (!/^docker\s+(?:buildx\s+)?build\s/.test(command) || !/\s--push(?:\s|=true|$)/.test(command)) return []
    return [...command.matchAll(/\s(?:-t|--tag)[\s=]+["']?([^\s"']+)/g)].flatMap(([, tag]) => tag ?? [])
  })
}

function itemsOf(text: string): readonly string[] {
  return text
    .split(/[\n,]/)
    .map(item => item.trim())
    .filter(item => item !== '')
}

/** A name with a variable in it is not known; a tag with one is made in the run. */
function pushedImage(step: WorkflowStep, reference: string, made: boolean): readonly PushedImage[] {
  const variable = reference.search(/\$/)
  const colon = reference.lastIndexOf(':', variable < 0 ? undefined : variable)
  const isTagMade = variable >= 0 && colon > 0 && !reference.slice(colon, variable).includes('/')
  if (variable >= 0 && !isTagMade) return []
  const name = isTagMade ? reference.slice(0, colon) : reference
  const repository = canonicalRepository(name.toLowerCase())
  if (repository === undefined) return []
  const tag = /:([^:/@]+)(?:@.*)?$/.exec(reference)?.[1]
  return [{ step, repository, tag: isTagMade ? undefined : tag, isFixed: !isTagMade && !made }]
}
