import type { FileFacts } from '../../facts/file-facts.js'
import { member, numberMember } from '../../json.js'
import { type FoundMarker, type FoundValue, isMarkerFault } from './find-markers.js'

/** The markers of a file, found anew only where no former run has. */
export function keptMarkers(facts: FileFacts, find: () => readonly FoundMarker[]): readonly FoundMarker[] {
  const kept = markersFrom(facts.find('markers'))
  if (kept !== undefined) return kept
  const found = find()
  facts.keep('markers', () =>
    found.map(({ setter = null, fault = null, value = null, ...rest }) => ({ ...rest, setter, fault, value })),
  )
  return found
}

function markersFrom(kept: unknown): readonly FoundMarker[] | undefined {
  if (!Array.isArray(kept)) return undefined
  const markers = kept.flatMap((item: unknown) => markerFrom(item) ?? [])
  return markers.length === kept.length ? markers : undefined
}

function markerFrom(kept: unknown): FoundMarker | undefined {
  const [text, setter, fault] = [member(kept, 'text'), member(kept, 'setter') ?? undefined, member(kept, 'fault')]
  const [line, column] = [numberMember(kept, 'line'), numberMember(kept, 'column')]
  const value = valueFrom(member(kept, 'value'))
  const isWhole = typeof text === 'string' && (setter === undefined || typeof setter === 'string')
  if (!isWhole || line === undefined || column === undefined || value === undefined) return undefined
  if (fault !== null && !isMarkerFault(fault)) return undefined
  return { line, column, text, setter, fault: fault ?? undefined, value: value ?? undefined }
}

/** Null: there is none. */
function valueFrom(kept: unknown): FoundValue | null | undefined {
  if (kept === null) return null
  const [text, isNull, isListItem] = [member(kept, 'text'), member(kept, 'isNull'), member(kept, 'isListItem')]
  const [line, column] = [numberMember(kept, 'line'), numberMember(kept, 'column')]
  const isWhole = typeof text === 'string' && typeof isNull === 'boolean' && typeof isListItem === 'boolean'
  return isWhole && line !== undefined && column !== undefined ? { text, line, column, isNull, isListItem } : undefined
}
