import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer, Exchange, Layer } from './exchange.js'

/** What goes wrong with which requests. Without `answer`, `reset` or `hang` the request is served as ever, after the delay. */
export interface Fault {
  /** Any method unless told. */
  readonly method?: string
  /** Looked for in path and query. */
  readonly path: RegExp
  /** Which of the matching requests are hit, counted from 1; the first unless told. */
  readonly on?: readonly number[] | 'all'
  /** Milliseconds before anything else happens. */
  readonly delay?: number
  readonly answer?: Answer
  /** Breaks the connection (RST) after so many bytes of the request's body, or at its end when there are fewer. */
  readonly reset?: { readonly afterBytes: number }
  /** Reads the request and never answers. */
  readonly hang?: true
  /** The server behind does what was asked first, so the fault is a lie about it. */
  readonly served?: true
}

export interface Faults {
  readonly layer: Layer
  add(fault: Fault): void
  clear(): void
}

/** Faults that hit by method, path and occurrence. A request is hit by the first of the faults whose turn it is. */
export function faults(): Faults {
  let rules: { fault: Fault; seen: number }[] = []
  return {
    add(fault) {
      rules.push({ fault, seen: 0 })
    },
    clear() {
      rules = []
    },
    layer: async exchange => {
      // Counted for every rule that matches, also when another one hits.
      const due = rules.filter(rule => matches(rule.fault, exchange) && isDue(rule))
      const [hit] = due
      return hit === undefined ? undefined : strike(hit.fault, exchange)
    },
  }
}

function matches({ method, path }: Fault, exchange: Exchange): boolean {
  return (
    (method === undefined || method === exchange.method) && path.test(`${exchange.url.pathname}${exchange.url.search}`)
  )
}

function isDue(rule: { fault: Fault; seen: number }): boolean {
  rule.seen += 1
  const { on = [1] } = rule.fault
  return on === 'all' || on.includes(rule.seen)
}

async function strike(fault: Fault, exchange: Exchange): ReturnType<Layer> {
  if (fault.delay !== undefined) await sleep(fault.delay, undefined, { ref: false })
  if (fault.served) await exchange.forward()
  if (fault.hang) {
    await exchange.body()
    return 'hang'
  }
  if (fault.reset !== undefined) {
    await exchange.body(fault.reset.afterBytes)
    return 'reset'
  }
  return fault.answer
}
