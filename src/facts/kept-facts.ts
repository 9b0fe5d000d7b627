import { createHash } from 'node:crypto'
import { isJson, parseJson } from '../json.js'
import type { FileFacts } from './file-facts.js'

/** What former runs have found out about files, and what this one adds. */
export interface KeptFacts {
  /** The facts of a file, found by its path and text: of another text nothing is known yet. */
  of(path: string, text: string): FileFacts
  /** All facts for a later run; undefined while so few are new that writing takes longer than finding them out again. */
  packed(): string | undefined
}

/**
 * Facts as a former run has packed them. What another program has packed, or what is damaged, is as if it were not there.
 *
 * @param packed undefined where there is none
 * @param program names the very code that finds facts out: another code may find others
 */
export function keptFacts(packed: string | undefined, program: string): KeptFacts {
  const former = packed === undefined ? new Map<string, string>() : unpacked(packed, program)
  const used = new Map<string, string>()
  let added = 0
  return {
    of(path, text) {
      const file = createHash('sha256').update(path).update('\0').update(text).digest('base64url')
      return {
        find(name) {
          const key = `${file} ${name}`
          const kept = used.get(key) ?? former.get(key)
          if (kept === undefined) return undefined
          used.set(key, kept)
          return parseJson(kept)
        },
        keep(name, fact) {
          const found = fact()
          // A number without an end, say, would come back as something else.
          if (!isJson(found)) return
          used.set(`${file} ${name}`, JSON.stringify(found))
          added += 1
        },
      }
    },
    packed() {
      if (added * FEW <= used.size) return undefined
      return pack([...used, ...spared(former, used)], program)
    },
  }
}

/** The part of all facts that may be new before they are written. */
const FEW = 20

/** What this run had no use for, as of another tree: the latest of it, and no more than was of use. */
function spared(former: ReadonlyMap<string, string>, used: ReadonlyMap<string, string>): readonly [string, string][] {
  return [...former].filter(([key]) => !used.has(key)).slice(0, used.size)
}

function pack(facts: readonly [key: string, fact: string][], program: string): string {
  const body = facts.map(([key, fact]) => `${key}\t${fact}\n`).join('')
  return `${headOf(body, program)}\n${body}`
}

function unpacked(packed: string, program: string): Map<string, string> {
  const facts = new Map<string, string>()
  const start = packed.indexOf('\n') + 1
  if (packed.slice(0, start - 1) !== headOf(packed.slice(start), program)) return facts
  for (let at = start; at < packed.length; ) {
    const tab = packed.indexOf('\t', at)
    const end = packed.indexOf('\n', tab)
    if (tab < 0 || end < 0) break
    facts.set(packed.slice(at, tab), packed.slice(tab + 1, end))
    at = end + 1
  }
  return facts
}

function headOf(body: string, program: string): string {
  return `fluxgate facts ${program} ${createHash('sha256').update(body).digest('base64url')}`
}
