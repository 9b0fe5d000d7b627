import type { Scalar } from 'yaml'
import { throwAll, UserError } from '../errors.js'
import { applyEdits, type Edit } from '../yaml/edit-mapping.js'
import { readSourceFile, type SourceFile } from '../yaml/source-file.js'
import { scalarText } from '../yaml/write-mapping.js'
import { locate, type Spot } from './locate.js'
import type { Place } from './place.js'
import { PLACES } from './places.js'
import { standingValues } from './standing-values.js'
import { VALUES_FILE, type ValueName, type Values } from './values.js'

/** What setting the values comes to. */
export interface SetValues {
  /** The new text of each file that changes, by path. */
  readonly files: ReadonlyMap<string, string>
  /** Places that have something else than `flux/fluxgate-values.yaml` says, as sentences; they are set all the same. */
  readonly mended: readonly string[]
  /** Places that are not found, as sentences, of values that do not change. */
  readonly unseen: readonly string[]
}

/**
 * Sets every value at its places. What stands around them stays as it is, to the byte, and so does what is right already.
 *
 * @param texts by path; a file that is not there has no places
 * @param before what `flux/fluxgate-values.yaml` says
 * @throws UserErrors that name each place of a value that changes and cannot be set
 */
export function setValues(texts: ReadonlyMap<string, string>, before: Values, after: Values): SetValues {
  const known = [before, standingValues(texts, before), after]
  const files = new Map<string, string>()
  const mended: string[] = []
  const mendedValues = new Set<ValueName>()
  const missing: [Place, UserError][] = []
  for (const path of new Set(PLACES.map(place => place.file))) {
    const text = texts.get(path)
    if (text === undefined || isForeign(path, text)) continue
    const file = readSourceFile(path, text)
    const edits: Edit[] = []
    for (const place of PLACES.filter(({ file: own }) => own === path)) {
      const spot = locate(file, place, known)
      if (spot === undefined) {
        if (place.isOptional === undefined) missing.push([place, notFound(place, file)])
        continue
      }
      if (place.mayDiffer && !known.some(values => place.text(values, spot.current) === spot.current)) continue
      const wanted = place.text(after, spot.current)
      if (wanted === spot.current) continue
      edits.push({ start: spot.start, end: spot.end, text: written(spot.node, wanted) })
      const { line } = file.span(spot.start, spot.end)
      if (place.text(before, spot.current) !== spot.current) {
        mended.push(
          `${path}:${line} has "${spot.current}", which is not what ${VALUES_FILE} says: it becomes "${wanted}"`,
        )
        for (const name of place.values) mendedValues.add(name)
      }
    }
    if (edits.length > 0) files.set(path, checked(path, applyEdits(text, edits), after))
  }
  // A value that is set at one place is set at all of them, or at none.
  const isSet = (name: ValueName) => before[name] !== after[name] || mendedValues.has(name)
  throwAll(missing.flatMap(([place, error]) => (place.values.some(isSet) ? [error] : [])))
  return { files, mended, unseen: missing.map(([, { message }]) => `${message}: see to it by hand`) }
}

/** Whether a workflow with one of our names is another one, which builds and seals by other means. */
function isForeign(path: string, text: string): boolean {
  return path.startsWith('.github/') && !/\buses:.*\/actions\/(?:build-push|seal)\b/.test(text)
}

function notFound(place: Place, file: SourceFile): UserError {
  const [problem] = file.problems
  const why = problem === undefined ? '' : ` (line ${problem.span.line}: ${problem.message})`
  const object = place.object === '' ? '' : ` in ${place.object}`
  return new UserError(`${place.file}: the place of ${place.values.join(' and ')}${object} is not found${why}`, {
    next: 'Nothing was written. Bring it back into the form of the reference tree, with a plain value on one line, or take the file away',
  })
}

/** The value in the quotes that stand there, or quoted where it would be read as something else. */
function written(node: Scalar, wanted: string): string {
  if (node.type === 'QUOTE_DOUBLE') return JSON.stringify(wanted)
  if (node.type === 'QUOTE_SINGLE') return `'${wanted}'`
  return typeof node.value === 'boolean' ? wanted : scalarText(wanted)
}

/** Reads the new text as Flux will: a place that does not have its value now is a fault of ours or a key that stands twice. */
function checked(path: string, text: string, after: Values): string {
  const file = readSourceFile(path, text)
  const doubled = file.documents.flatMap(document => document.doubledKeys)[0]
  if (doubled !== undefined) {
    const { line } = file.span(doubled.start, doubled.end)
    throw new UserError(`${path}:${line} has "${doubled.key}" twice with these values`, {
      next: 'Take one of the two away, and run it again',
    })
  }
  for (const place of PLACES.filter(({ file: own }) => own === path)) {
    const spot: Spot | undefined = locate(file, place, [after])
    if (spot !== undefined && !place.mayDiffer && place.text(after, spot.current) !== spot.current) {
      throw new Error(`${path}: ${place.values.join(', ')} was not set`)
    }
  }
  return text
}
