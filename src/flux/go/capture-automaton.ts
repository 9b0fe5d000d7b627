import { conditions, type Program } from './regexp-program.js'

/**
 * Finds where the groups of a pattern lie, in one step a character once it is warm. It runs all threads of the program
 * at once, in the order of their priority, as RE2 does, but remembers for each set of threads and next character which
 * threads come out and from which they stem; the groups are read off backwards from the winning thread. A pattern and
 * texts that keep leading to new sets would fill the memory for nothing: then it gives up for good.
 */
export type FindGroups = (text: string, from: number) => Groups | 'no match' | 'gave up'

/** Start and end of each group in UTF-16 units, -1 for a group that took no part. */
export type Groups = readonly number[]

export function captureAutomaton(program: Program, groupCount: number): FindGroups {
  const automaton: Automaton = { program, states: new Map(), size: 0, steps: [], places: [] }
  return (text, from) => (automaton.size > largestMemory ? 'gave up' : search(automaton, groupCount, text, from))
}

interface Automaton {
  readonly program: Program
  readonly states: Map<string, State>
  /** Threads in all transitions together. */
  size: number
  /** The transitions of the current search and where each was taken, kept from one to the next to spare the memory's housekeeping. */
  readonly steps: Transition[]
  readonly places: number[]
}

/** The threads before a place, the most wanted first, each by its instruction. */
interface State {
  readonly threads: readonly number[]
  readonly before: Before
  /** A match was found; no thread starts any more. */
  readonly matched: boolean
  /** By the code of the next character plus one; 0 is the end of the text. */
  readonly transitions: Transition[]
}

/** What stands before the place, as far as conditions ask for it. */
type Before = 'start' | 'line' | 'word' | 'other'

interface Transition {
  readonly next: State
  /** Of each thread that comes out: which one it stems from and what that noted at the place. */
  readonly origins: readonly Origin[]
  /** The thread that matched at the place. */
  readonly match: Origin | undefined
}

interface Origin {
  readonly thread: number
  readonly slots: readonly number[]
}

/** The code that stands for the end of the text. */
const textEnd = -1

function search(automaton: Automaton, groupCount: number, text: string, from: number): Groups | 'no match' | 'gave up' {
  const { steps, places } = automaton
  let count = 0
  let state = stateOf(automaton, [automaton.program.start], beforePlace(text, from), false)
  let last = -1
  for (let at = from; at <= text.length && state.threads.length > 0; ) {
    const rune = text.codePointAt(at) ?? textEnd
    const transition = state.transitions[rune + 1] ?? remember(automaton, state, rune)
    if (automaton.size > largestMemory) return 'gave up'
    if (transition.match !== undefined) last = count
    steps[count] = transition
    places[count] = at
    count += 1
    state = transition.next
    at += rune > 0xffff ? 2 : 1
  }
  return last < 0 ? 'no match' : groupsBehind(steps, places, last, groupCount)
}

/** Goes back from the match to where its thread started; of several notes in one slot the latest counts. */
function groupsBehind(
  steps: readonly Transition[],
  places: readonly number[],
  last: number,
  groupCount: number,
): Groups {
  const groups = new Array<number>(2 * groupCount).fill(-1)
  let step = last
  for (let origin = steps[last]?.match; origin !== undefined; ) {
    for (const slot of origin.slots) if (groups[slot] === -1) groups[slot] = places[step] ?? -1
    const previous: Origin | undefined = steps[step - 1]?.origins[origin.thread]
    if (previous === undefined || previous === fresh) break
    origin = previous
    step -= 1
  }
  groups[0] = places[step] ?? -1
  groups[1] = places[last] ?? -1
  return groups
}

function remember(automaton: Automaton, state: State, rune: number): Transition {
  const transition = transitionOf(automaton, state, rune)
  automaton.size += transition.origins.length + 10
  state.transitions[rune + 1] = transition
  if (automaton.size > largestMemory) automaton.states.clear()
  return transition
}

function transitionOf(automaton: Automaton, state: State, rune: number): Transition {
  const { start, instructions } = automaton.program
  const reached = reachedFrom(automaton.program, state, conditionsAt(state.before, rune))
  const threads: number[] = []
  const origins: Origin[] = []
  const known = new Set<number>()
  for (const { instruction, origin } of reached.runes) {
    const found = instructions[instruction]
    if (found?.kind !== 'rune' || rune === textEnd || known.has(found.out) || !found.matches(rune)) continue
    known.add(found.out)
    threads.push(found.out)
    origins.push(origin)
  }
  const matched = state.matched || reached.match !== undefined
  if (!matched && rune !== textEnd && !known.has(start)) {
    threads.push(start)
    origins.push(fresh)
  }
  return { next: stateOf(automaton, threads, beforeRune(rune), matched), origins, match: reached.match }
}

interface Reached {
  /** Instructions that wait for a character, the most wanted first. */
  readonly runes: readonly { readonly instruction: number; readonly origin: Origin }[]
  readonly match: Origin | undefined
}

/** Follows each thread up to the instructions that take a character. Behind a match no other thread is wanted. */
function reachedFrom({ instructions }: Program, { threads }: State, bits: number): Reached {
  const runes: Reached['runes'][number][] = []
  const visited = new Set<number>()
  for (const [thread, start] of threads.entries()) {
    const pending = [{ at: start, slots: none }]
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { at, slots } = next
      const instruction = instructions[at]
      if (visited.has(at) || instruction === undefined) continue
      visited.add(at)
      switch (instruction.kind) {
        case 'either':
          pending.push({ at: instruction.other, slots }, { at: instruction.out, slots })
          break
        case 'capture':
          pending.push({ at: instruction.out, slots: [...slots, instruction.slot] })
          break
        case 'condition':
          if ((instruction.bits & ~bits) === 0) pending.push({ at: instruction.out, slots })
          break
        case 'nothing':
          pending.push({ at: instruction.out, slots })
          break
        case 'rune':
          runes.push({ instruction: at, origin: { thread, slots } })
          break
        case 'match':
          return { runes, match: { thread, slots } }
        case 'fail':
          break
      }
    }
  }
  return { runes, match: undefined }
}

function stateOf({ states }: Automaton, threads: readonly number[], before: Before, matched: boolean): State {
  const key = `${before} ${matched} ${threads.join()}`
  const known = states.get(key)
  if (known !== undefined) return known
  const state: State = { threads, before, matched, transitions: [] }
  states.set(key, state)
  return state
}

function conditionsAt(before: Before, rune: number): number {
  const boundary = (before === 'word') !== isWordRune(rune)
  return (
    (before === 'start' ? conditions.textStart | conditions.lineStart : 0) |
    (before === 'line' ? conditions.lineStart : 0) |
    (rune === textEnd ? conditions.textEnd | conditions.lineEnd : 0) |
    (rune === lineFeed ? conditions.lineEnd : 0) |
    (boundary ? conditions.wordBoundary : conditions.noWordBoundary)
  )
}

function beforePlace(text: string, at: number): Before {
  return at === 0 ? 'start' : beforeRune(text.charCodeAt(at - 1))
}

function beforeRune(rune: number): Before {
  return rune === lineFeed ? 'line' : isWordRune(rune) ? 'word' : 'other'
}

function isWordRune(rune: number): boolean {
  return rune < 0x80 && rune >= 0 && /[0-9A-Za-z_]/.test(String.fromCharCode(rune))
}

const none: readonly number[] = []
/** A thread that starts at the place behind the transition. */
const fresh: Origin = { thread: -1, slots: none }
const lineFeed = 10
const largestMemory = 200_000
