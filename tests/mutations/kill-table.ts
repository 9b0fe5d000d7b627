import { rules } from '../../actions/verify-manifests/rules/index.js'
import type { Finding } from '../../src/findings/finding.js'
import { placeOf } from '../corpus/tree.js'
import type { Fault } from './fault.js'

/**
 * What is said of a changed tree that was not said before, as `file:line rule`. Lines move when text is added, so what was there
 * before is known by file, rule and message.
 */
export function news(after: readonly Finding[], before: readonly Finding[]): readonly string[] {
  const said = before.map(keyOf)
  return after
    .filter(finding => {
      const index = said.indexOf(keyOf(finding))
      if (index >= 0) said.splice(index, 1)
      return index < 0
    })
    .map(placeOf)
}

/** How many faults of each rule were found, and how many not; for people. */
export function killTable(faults: readonly Fault[], killed: ReadonlyMap<string, number>): string {
  const known = new Set(rules.map(rule => rule.id))
  const lines = [...new Set(faults.map(fault => fault.rule))].map(id => {
    const all = faults.filter(fault => fault.rule === id).length
    const count = killed.get(id) ?? 0
    return `${id.padEnd(28)} ${known.has(id) ? `${String(count).padStart(6)} ${String(all - count).padStart(8)}` : '   there is no such rule yet'}`
  })
  return `${['rule                         killed survived', ...lines].join('\n')}\n`
}

function keyOf({ file, rule, message }: Finding): string {
  return JSON.stringify([file, rule, message])
}
