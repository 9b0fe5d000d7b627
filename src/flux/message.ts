import { wellFormed } from './go/bytes.js'
import { type MessageData, messageDataType, messageValue } from './message-data.js'
import { builtins } from './template/builtins.js'
import { checkTypes } from './template/check.js'
import { executeTemplate } from './template/execute.js'
import type { Functions } from './template/function.js'
import { parseTemplate } from './template/parse.js'
import { hermeticSprig } from './template/sprig.js'

export interface RenderedMessage {
  /** The commit message; null after an error, when Flux commits nothing. */
  readonly message: string | null
  readonly problem: TemplateProblem | null
  /** Go's text of the error, with the place as Go counts it. */
  readonly error: string | null
  /** Whether Flux may order the changes in another way each time: `.Changed.Changes` comes out of a map. */
  readonly random: boolean
}

export interface TemplateProblem {
  readonly kind: 'syntax' | 'function' | 'field' | 'removed-field' | 'arguments' | 'type' | 'template' | 'run'
  /** What is wrong, without the place. */
  readonly message: string
  /** 1-based, in lines of the template. */
  readonly line: number
  /** 1-based, in UTF-16 units. */
  readonly column: number
}

/**
 * Renders the commit message as the image-automation-controller of Flux 2.9 does: Go's text/template with sprig's
 * hermetic functions, and a fixed sentence for an empty template. A template that takes far more time or room than a
 * message needs is stopped with an error of our own.
 */
export function renderMessage(template: string, data: MessageData): RenderedMessage {
  const source = template === '' ? defaultTemplate : template
  const parsed = parseTemplate(templateName, source, isFunction)
  if ('error' in parsed) return failed(parsed.error, problemAt(source, parsed.start, 'syntax', parsed.message))
  const { output, fault } = executeTemplate(parsed.templates, templateName, source, functions, messageValue(data))
  if (fault !== null) return failed(fault.error, faultProblem(source, fault))
  const changed = data.files.flatMap(({ objects }) => objects.filter(({ changes }) => changes.length > 0))
  const random = changed.length > 1 && /\.\s*Changes\b/.test(source)
  return { message: wellFormed(output), problem: null, error: null, random }
}

/**
 * What is wrong with a template whatever it is rendered with: mistakes in its syntax, unknown functions, and fields that
 * the data does not have, in every branch. Flux finds these only at the first commit that it would make. In the order
 * of their places; where the syntax is wrong, that alone.
 */
export function checkTemplate(template: string): readonly TemplateProblem[] {
  const parsed = parseTemplate(templateName, template, null)
  if ('error' in parsed) return [problemAt(template, parsed.start, 'syntax', parsed.message)]
  const unknown = parsed.calls
    .filter(({ name }) => !isFunction(name))
    .map(({ name, start }) => ({ start, kind: 'function' as const, message: `function "${name}" not defined` }))
  const mistakes = checkTypes(parsed.templates, templateName, functions, messageDataType).map(mistake => {
    const removed = mistake.field === undefined ? undefined : removedField(mistake.field.type, mistake.field.name)
    const kind = removed === undefined ? mistake.kind : ('removed-field' as const)
    return { start: mistake.start, kind, message: removed ?? mistake.message }
  })
  return [...unknown, ...mistakes]
    .sort((left, right) => left.start - right.start)
    .map(({ start, kind, message }) => problemAt(template, start, kind, message))
}

function isFunction(name: string): boolean {
  return functions.has(name)
}

function failed(error: string, problem: TemplateProblem): RenderedMessage {
  return { message: null, problem, error: wellFormed(error), random: false }
}

function faultProblem(source: string, fault: { message: string; start: number }): TemplateProblem {
  const [, name, type] = /^can't evaluate field (\S+) in type (\S+)$/.exec(fault.message) ?? []
  if (name === undefined || type === undefined) return problemAt(source, fault.start, 'run', fault.message)
  const removed = removedField(type, name)
  const kind = removed === undefined ? 'field' : 'removed-field'
  return problemAt(source, fault.start, kind, removed ?? fault.message)
}

/** Fields that templates of image.toolkit.fluxcd.io/v1beta2 had. */
function removedField(type: string, name: string): string | undefined {
  if (type === messageDataType.name && name === 'Updated') return '.Updated was removed in Flux 2.7: use .Changed'
  if (type !== 'update.Result' || name !== 'ImageResult') return undefined
  return '.Changed.ImageResult was removed in Flux 2.7: use .Changed.FileChanges or .Changed.Objects'
}

function problemAt(source: string, start: number, kind: TemplateProblem['kind'], message: string): TemplateProblem {
  const before = source.slice(0, start).split('\n')
  return { kind, message: wellFormed(message), line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

const templateName = 'commit message'
const defaultTemplate = 'Update from image update automation'
const functions: Functions = new Map([...builtins, ...hermeticSprig])
