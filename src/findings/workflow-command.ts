import type { Place } from '../runner/ports.js'

/**
 * A line that GitHub's runner takes for an annotation, for those who are no action; the way in which @actions/core writes
 * it. The runner reads lines: nothing in it may end one.
 */
export function workflowCommand(kind: 'error' | 'warning' | 'notice', message: string, place?: Place): string {
  const properties = place === undefined ? [] : propertiesOf(place)
  const shown = properties.map(([name, value]) => `${name}=${property(String(value))}`)
  return `::${kind}${shown.length === 0 ? '' : ` ${shown.join(',')}`}::${data(message)}`
}

function propertiesOf({ file, line, column, endLine, endColumn }: Place): readonly (readonly [string, unknown])[] {
  const all = Object.entries({ file, line, endLine, col: column, endColumn })
  return all.filter(([, value]) => value !== undefined)
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
