import { canonicalRepository } from '../../image/canonical.js'
import { type Key, type SourceDocument, type SourceFile, scalarAt } from '../../yaml/source-file.js'
import type { Inventory } from '../inventory.js'
import { keptMarkers } from '../setters/kept-markers.js'
import { type FoundMarker, type FoundValue, findMarkers } from '../setters.js'
import { type Certainty, coverage } from './automation-source.js'
import { mayComeFromElsewhere } from './elsewhere.js'
import type { ImageLoop, PlacedAutomation } from './image-loop.js'
import { type JudgedMarker, type MarkedValue, type Marker, type MarkerTarget, parseTarget } from './marker.js'
import { matchPolicy } from './marker-policy.js'
import { judgeMarker, type Surroundings } from './marker-verdict.js'
import { isMeantAsMarker } from './meant-marker.js'
import { isWorkflowFile } from './workflow.js'

/** The setter markers of a tree. */
export interface Markers {
  /** In the order of the files and lines. Prose that speaks of markers is none. */
  readonly all: readonly JudgedMarker[]
  /** By path; only files that have any. */
  readonly byFile: ReadonlyMap<string, readonly JudgedMarker[]>
  /** Whether an automation of the loop works on a file of the tree. */
  readonly covers: (automation: PlacedAutomation, path: string) => Certainty
}

/** Finds the markers of a tree and what each leads to. */
export function markersOf(inventory: Inventory, loop: ImageLoop): Markers {
  const byFile = new Map<string, readonly JudgedMarker[]>()
  const covering = new Map(loop.automations.map(automation => [automation, coverage(automation, inventory)]))
  const covers = (automation: PlacedAutomation, path: string) => covering.get(automation)?.(path) ?? 'no'
  const surroundings = { loop, isOpen: mayComeFromElsewhere([], inventory), built: builtImages(inventory) }
  for (const [path, file] of inventory.files) {
    if (!/imagepolicy/i.test(file.text) || isWorkflowFile(path) || !speaksInComments(file.text)) continue
    const markers = markersIn(file, inventory, loop, covers, surroundings)
    if (markers.length > 0) byFile.set(path, markers)
  }
  return {
    all: [...byFile.values()].flat(),
    byFile,
    covers,
  }
}

/** Flux's own components are large and speak of image policies, but in no comment. */
function speaksInComments(text: string): boolean {
  return text.split('\n').some(line => {
    const sign = line.indexOf('#')
    return sign >= 0 && /imagepolicy/i.test(line.slice(sign))
  })
}

function markersIn(
  file: SourceFile,
  inventory: Inventory,
  loop: ImageLoop,
  covers: Markers['covers'],
  surroundings: Surroundings,
): readonly JudgedMarker[] {
  const lines = file.text.split(/\r?\n/)
  const found = keptMarkers(file.facts, () => findMarkers({ path: file.path, content: Buffer.from(file.text) }))
  const meant = found.filter(marker => isMeantAsMarker(marker, lines, setter => isKnown(parseTarget(setter), loop)))
  if (meant.length === 0) return []
  const working = loop.automations.map(automation => [automation, covers(automation, file.path)] as const)
  const automations = working.flatMap(([automation, certainty]) => (certainty === 'yes' ? [automation] : []))
  const mayBeCovered = working.some(([, certainty]) => certainty === 'unknown')
  const offsetOf = offsets(file.text)
  return meant.map(marker => {
    const target = parseTarget(marker.setter)
    const start = offsetOf(marker)
    const whole: Marker = {
      file,
      span: file.span(start, start + marker.text.length),
      start,
      text: marker.text,
      setter: marker.setter,
      target,
      fault: marker.fault,
      value: marker.value && markedValue(marker.value, file, offsetOf(marker.value)),
      automations,
      mayBeCovered,
      policy: matchPolicy(target, automations, !mayBeCovered, loop, inventory),
    }
    return { ...whole, verdict: judgeMarker(whole, surroundings) }
  })
}

function builtImages({ builds }: Inventory): ReadonlySet<string> {
  const images = builds.flatMap(build => (build.images.known ? build.images.value : []))
  return new Set(images.flatMap(({ image }) => (image === undefined ? [] : (canonicalRepository(image) ?? []))))
}

function isKnown(target: MarkerTarget | undefined, { policies }: ImageLoop): boolean {
  return policies.some(({ name }) => name === target?.policy)
}

function markedValue(found: FoundValue, file: SourceFile, start: number): MarkedValue {
  const scalar = placedScalar(file, start)
  const range = scalar?.range ?? [start, start + found.text.length]
  const { text, isNull, isListItem } = found
  return { text, span: file.span(...range), range, isNull, isListItem, place: scalar?.place }
}

/** Gives the offset, in UTF-16 code units, of a line and column as people count them. */
function offsets(text: string): (place: Pick<FoundMarker, 'line' | 'column'>) => number {
  const lines = text.split('\n')
  const starts = [0]
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1)
  return ({ line, column }) =>
    (starts[line - 1] ?? 0) + [...(lines[line - 1] ?? '')].slice(0, column - 1).join('').length
}

interface PlacedScalar {
  readonly range: readonly [start: number, end: number]
  readonly place: { readonly document: SourceDocument; readonly keys: readonly Key[] }
}

function placedScalar(file: SourceFile, start: number): PlacedScalar | undefined {
  for (const document of file.documents) {
    const found = scalarAt(document, start)
    if (found === undefined) continue
    // Without the line feeds at the end of a block scalar.
    const length = file.text.slice(start, found.end).trimEnd().length
    return { range: [start, start + length], place: { document, keys: found.keys } }
  }
  return undefined
}
