import { parse } from 'yaml'
import { listMember, member, textMember } from '../../json.js'
import type { PushFilters } from '../../workflow/push-filter.js'
import { type Key, type SourceDocument, type SourceFile, spanAt } from '../../yaml/source-file.js'
import type { Span } from '../../yaml/span.js'

/** A workflow of GitHub Actions, as far as it says when it runs and what it builds. */
export interface Workflow {
  readonly file: SourceFile
  readonly document: SourceDocument
  readonly name: string
  /** When a push starts it; undefined when none does. */
  readonly push: PushTrigger | undefined
  readonly steps: readonly WorkflowStep[]
}

/** Where a workflow says that a push starts it. */
export interface PushTrigger extends PushFilters {
  readonly span: Span
}

export interface WorkflowStep {
  readonly workflow: SourceFile
  readonly document: SourceDocument
  /** `jobs`, the job, `steps`, an index. */
  readonly path: readonly Key[]
  readonly job: string
  readonly uses: string | undefined
  readonly run: string | undefined
  /** Inputs as they are written; numbers and booleans as text. */
  readonly with: ReadonlyMap<string, string>
}

/** What a step says: a value, or why nobody can tell before it runs. */
export type Stated<Value> =
  | { readonly known: true; readonly value: Value; readonly span: Span }
  | { readonly known: false; readonly why: string; readonly span: Span }

/** A step that uses the action build-push. */
export interface BuildStep {
  readonly step: WorkflowStep
  readonly workflow: Workflow | undefined
  /** Where the step stands. */
  readonly span: Span
  /** `host` or `host:port`. */
  readonly registry: Stated<string>
  readonly insecure: Stated<boolean>
  /** The prefix of the main line's tags. */
  readonly tagPrefix: Stated<string>
  readonly images: Stated<readonly BuiltImage[]>
}

export interface BuiltImage {
  /** Below the registry, such as `library/frontend`. */
  readonly name: Stated<string>
  /** Such as `linux/arm64`; empty when the builder's own is meant. */
  readonly platforms: Stated<readonly string[]>
  /** `host/name` when both are known. */
  readonly image: string | undefined
}

export function isWorkflowFile(path: string): boolean {
  return /^\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/.test(path)
}

export function readWorkflow(file: SourceFile): Workflow | undefined {
  const [document] = file.documents
  if (document === undefined) return undefined
  const jobs = member(document.value, 'jobs')
  if (typeof jobs !== 'object' || jobs === null) return undefined
  const steps = Object.entries(jobs).flatMap(([job, body]) =>
    listMember(body, 'steps').map((step, index) => stepOf(file, document, job, index, step)),
  )
  return {
    file,
    document,
    name: textMember(document.value, 'name') ?? file.path,
    push: pushTrigger(file, document),
    steps,
  }
}

/**
 * Steps that use the action build-push, of any owner or by a local path.
 *
 * @param defaults the action's own defaults, by input
 */
export function buildStepsIn(workflow: Workflow, defaults: ReadonlyMap<string, string>): readonly BuildStep[] {
  return workflow.steps
    .filter(({ uses }) => uses !== undefined && isBuildPush(uses))
    .map(step => buildStep(step, workflow, defaults))
}

function isBuildPush(uses: string): boolean {
  return /(?:^|\/)actions\/build-push(?:@|\/?$)/.test(uses)
}

function stepOf(
  workflow: SourceFile,
  document: SourceDocument,
  job: string,
  index: number,
  step: unknown,
): WorkflowStep {
  const inputs = member(step, 'with')
  const given = typeof inputs === 'object' && inputs !== null ? Object.entries(inputs) : []
  return {
    workflow,
    document,
    path: ['jobs', job, 'steps', index],
    job,
    uses: textMember(step, 'uses'),
    run: textMember(step, 'run'),
    with: new Map(given.map(([name, value]) => [name, value === null ? '' : String(value)])),
  }
}

/** `on` may be a word, a list of words or a map; `on: {push: }` has no filter. */
function pushTrigger(file: SourceFile, document: SourceDocument): PushTrigger | undefined {
  const on = member(document.value, 'on') ?? member(document.value, 'true')
  const push = member(on, 'push')
  if (on !== 'push' && !(Array.isArray(on) && on.includes('push')) && push === undefined) return undefined
  const patterns = (name: string): readonly string[] | undefined => {
    const value = member(push, name)
    if (typeof value === 'string') return [value]
    return Array.isArray(value) ? value.filter(pattern => typeof pattern === 'string') : undefined
  }
  return {
    branches: patterns('branches'),
    branchesIgnore: patterns('branches-ignore'),
    paths: patterns('paths'),
    pathsIgnore: patterns('paths-ignore'),
    tags: patterns('tags') ?? patterns('tags-ignore'),
    span: spanAt(file, document, push === undefined ? ['on'] : ['on', 'push']),
  }
}

function buildStep(step: WorkflowStep, workflow: Workflow, defaults: ReadonlyMap<string, string>): BuildStep {
  const { workflow: file, document, path } = step
  const span = spanAt(file, document, [...path, 'uses'])
  const stated = (name: string): Stated<string> => {
    const value = step.with.get(name)
    const place = value === undefined ? span : spanAt(file, document, [...path, 'with', name])
    return settled((value ?? defaults.get(name) ?? '').trim(), `the input "${name}"`, place)
  }
  const registry = stated('registry')
  return {
    step,
    workflow,
    span,
    registry: registry.known && registry.value === '' ? unknown('the input "registry" is not given', span) : registry,
    insecure: mapStated(stated('insecure'), value => value === 'true'),
    tagPrefix: stated('tag-prefix'),
    images: imagesOf(step, registry, span),
  }
}

function imagesOf(step: WorkflowStep, registry: Stated<string>, span: Span): Stated<readonly BuiltImage[]> {
  const text = step.with.get('images')
  if (text === undefined || text.trim() === '') {
    return unknown(
      step.with.has('bake-files') ? 'the images stand in a bake file' : 'the input "images" is not given',
      span,
    )
  }
  const place = spanAt(step.workflow, step.document, [...step.path, 'with', 'images'])
  // An expression in one value is that value's matter; as the whole list it hides everything.
  if (/^\s*\$\{\{[^}]*\}\}\s*$/.test(text)) return unknown('the input "images" is an expression', place)
  const list = parsedList(text)
  if (list === undefined) return unknown('the input "images" is no YAML list', place)
  return { known: true, span: place, value: list.map(image => builtImage(image, registry, lineOf(text, image, place))) }
}

function builtImage(image: unknown, registry: Stated<string>, span: Span): BuiltImage {
  const name = settled(textMember(image, 'name') ?? '', 'the name of an image', span)
  const listed = member(image, 'platforms')
  const platforms = settled(
    Array.isArray(listed) ? listed.join(',') : typeof listed === 'string' ? listed : '',
    'the platforms of an image',
    span,
  )
  return {
    name,
    platforms: mapStated(platforms, text => text.split(/[\s,]+/).filter(platform => platform !== '')),
    image: registry.known && name.known && registry.value !== '' ? `${registry.value}/${name.value}` : undefined,
  }
}

/** The line of a block scalar on which an image's name stands. */
function lineOf(text: string, image: unknown, place: Span): Span {
  const name = textMember(image, 'name')
  const index = name === undefined ? -1 : text.split('\n').findIndex(line => line.includes(name))
  if (index < 0 || place.endLine === place.line) return place
  const line = place.line + 1 + index
  return { line, column: 1, endLine: line, endColumn: 1 }
}

function parsedList(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = parse(text, { maxAliasCount: 0 })
    return Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

function settled(value: string, what: string, span: Span): Stated<string> {
  return value.includes('${{') ? unknown(`${what} is an expression`, span) : { known: true, value, span }
}

function unknown(why: string, span: Span): { readonly known: false; readonly why: string; readonly span: Span } {
  return { known: false, why, span }
}

function mapStated<From, To>(stated: Stated<From>, change: (value: From) => To): Stated<To> {
  return stated.known ? { ...stated, value: change(stated.value) } : stated
}
