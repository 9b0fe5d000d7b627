import type { RE2JS } from 're2js'

/** A compiled pattern as a list of instructions, as Go's regexp/syntax has it. */
export interface Program {
  readonly start: number
  readonly instructions: readonly Instruction[]
}

export type Instruction =
  /** Goes on at `out`, and where that fails at `other`. */
  | { readonly kind: 'either'; readonly out: number; readonly other: number }
  /** Notes the place in a slot: 2n for the start of group n, 2n + 1 for its end. */
  | { readonly kind: 'capture'; readonly out: number; readonly slot: number }
  /** Goes on where the place is as the bits ask. */
  | { readonly kind: 'condition'; readonly out: number; readonly bits: number }
  | { readonly kind: 'nothing'; readonly out: number }
  | { readonly kind: 'rune'; readonly out: number; readonly matches: (rune: number) => boolean }
  | { readonly kind: 'match' }
  | { readonly kind: 'fail' }

/** What a condition asks of a place. */
export const conditions = {
  lineStart: 1,
  lineEnd: 2,
  textStart: 4,
  textEnd: 8,
  wordBoundary: 16,
  noWordBoundary: 32,
} as const

/** The program of a pattern; undefined where re2js keeps it in another way than the version this was written for. */
export function programOf(compiled: RE2JS): Program | undefined {
  const program: unknown = compiled.re2Input.prog
  if (!isMapping(program)) return undefined
  const { start, inst } = program
  if (typeof start !== 'number' || !Array.isArray(inst)) return undefined
  const instructions: Instruction[] = []
  for (const raw of inst) {
    const instruction = instructionOf(raw)
    if (instruction === undefined) return undefined
    instructions.push(instruction)
  }
  return { start, instructions }
}

function instructionOf(raw: unknown): Instruction | undefined {
  if (!isMapping(raw)) return undefined
  const { op, out, arg, matchRune } = raw
  if (typeof op !== 'number' || typeof out !== 'number' || typeof arg !== 'number') return undefined
  switch (op) {
    case 1:
    case 2:
      return { kind: 'either', out, other: arg }
    case 3:
      return { kind: 'capture', out, slot: arg }
    case 4:
      return { kind: 'condition', out, bits: arg }
    case 5:
      return { kind: 'fail' }
    case 6:
      return { kind: 'match' }
    case 7:
      return { kind: 'nothing', out }
    case 8:
    case 9:
      return typeof matchRune === 'function'
        ? { kind: 'rune', out, matches: rune => matchRune.call(raw, rune) === true }
        : undefined
    case 10:
      return { kind: 'rune', out, matches: () => true }
    case 11:
      return { kind: 'rune', out, matches: rune => rune !== 10 }
    default:
      return undefined
  }
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
