import type { Check } from '../src/cluster/check.js'
import type { Section } from '../src/doctor/diagnosis.js'
import type { Screen } from '../src/runner/ports.js'
import { checkLines } from './bootstrap-report.js'

/** The diagnosis for people, with the verdict last. */
export function doctorText(sections: readonly Section[], screen: Pick<Screen, 'colour'>): string {
  return [
    ...sections.flatMap(({ title, checks }) =>
      checks.length === 0
        ? []
        : [title, ...checks.flatMap(check => checkLines(check, screen)).map(line => `  ${line}`), ''],
    ),
    verdictOf(sections),
    '',
  ].join('\n')
}

/** The same for programs. */
export function doctorJson(sections: readonly Section[]): string {
  const first = firstBroken(sections)
  return `${JSON.stringify({
    ok: first === undefined,
    verdict: verdictOf(sections),
    firstBroken: first ?? null,
    sections,
  })}\n`
}

export function firstBroken(sections: readonly Section[]): Check | undefined {
  return sections.flatMap(({ checks }) => checks).find(({ state }) => state === 'broken')
}

function verdictOf(sections: readonly Section[]): string {
  const all = sections.flatMap(({ checks }) => checks)
  const open = all.filter(({ state }) => state === 'unknown').length
  const rest = open === 0 ? '' : ` ${open} ${open === 1 ? 'thing' : 'things'} could not be known.`
  const first = firstBroken(sections)
  if (first === undefined) return `Nothing is broken.${rest}`
  const more = all.filter(({ state }) => state === 'broken').length - 1
  const others = more === 0 ? '' : ` ${more} more ${more === 1 ? 'is' : 'are'} broken.`
  return `The first that is broken: ${first.subject} ${first.found}.${others}${rest}`
}
