import type { BuildStep, Workflow, WorkflowStep } from '../flux/inventory/workflow.js'
import { canonicalRepository } from '../image/canonical.js'
import { textMember, valueAt } from '../json.js'
import { inScript, type Resolve, type RunFacts, resolverFor } from './workflow-values.js'

/** An image that a step of a workflow pushes. */
export interface PushedImage {
  readonly step: WorkflowStep
  /** Its canonical name, such as `docker.io/library/nginx`. */
  readonly repository: string
  /** Undefined when it is made in the run. */
  readonly tag: string | undefined
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
    const references = [...builtByDocker(step, workflow, resolve), ...pushedByScript(step, resolve)]
    return references.flatMap(reference => pushedImage(step, reference))
  })
  return [...own, ...others]
}

function builtByUs({ step, images }: BuildStep): readonly PushedImage[] {
  if ((step.with.get('push') ?? 'true') !== 'true' || (step.with.get('dry-run') ?? 'false') !== 'false') return []
  if (!images.known) return []
  return images.value.flatMap(({ image }) => {
    const repository = image === undefined ? undefined : canonicalRepository(image)
    return repository === undefined ? [] : [{ step, repository, tag: undefined }]
  })
}

function builtByDocker(step: WorkflowStep, workflow: Workflow, resolve: Resolve): readonly string[] {
  if (!/^docker\/build-push-action@/.test(step.uses ?? '')) return []
  const push = resolve(step.with.get('push') ?? '').replace(/^\$\{\{\s*|\s*\}\}$/g, '')
  const isPushed =
    push === 'true' ||
    /^github\.event_name\s*(?:!=\s*'pull_request'|==\s*'push')$/.test(push) ||
    /push=true/.test(step.with.get('outputs') ?? '')
  if (!isPushed) return []
  const tags = step.with.get('tags') ?? ''
  const metadata = /^\$\{\{\s*steps\.([\w-]+)\.outputs\.tags\s*\}\}$/.exec(tags.trim())?.[1]
  return itemsOf(metadata === undefined ? resolve(tags) : resolve(metadataImages(step, workflow, metadata)))
}

/** The images that docker/metadata-action makes tags of; the tags themselves are made in the run. */
function metadataImages({ job }: WorkflowStep, { steps, document }: Workflow, id: string): string {
  const found = steps.find(step => step.job === job && textMember(valueAt(document.value, step.path), 'id') === id)
  return /^docker\/metadata-action@/.test(found?.uses ?? '') ? (found?.with.get('images') ?? '') : ''
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
function pushedImage(step: WorkflowStep, reference: string): readonly PushedImage[] {
  const variable = reference.search(/\$/)
  const colon = reference.lastIndexOf(':', variable < 0 ? undefined : variable)
  const isTagMade = variable >= 0 && colon > 0 && !reference.slice(colon, variable).includes('/')
  if (variable >= 0 && !isTagMade) return []
  const name = isTagMade ? reference.slice(0, colon) : reference
  const repository = canonicalRepository(name.toLowerCase())
  if (repository === undefined) return []
  const tag = /:([^:/@]+)(?:@.*)?$/.exec(reference)?.[1]
  return [{ step, repository, tag: isTagMade ? undefined : tag }]
}
