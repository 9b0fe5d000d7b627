import type { Finding } from './finding.js'

/**
 * What a finding says, apart from where it stands: two that say the same of a file are the same fault, however its lines
 * have shifted. What was found is part of it: another fault in the same place is another fault.
 */
export function faultOf({ rule, message, found }: Finding): string {
  return JSON.stringify([rule, withoutLines(message), (found ?? '').replace(/\s+/g, ' ').trim()])
}

/** Messages name places, `a.yaml:7` or `line 7`, which shift like the finding's own. */
function withoutLines(message: string): string {
  return message
    .replace(/\.(ya?ml|json)(?::\d+)+/gi, '.$1:')
    .replace(/\b(lines?) \d+(?:(?: ?(?:,|and|to|–|-) ?)\d+)*/gi, '$1')
}
