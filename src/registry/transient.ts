import { textMember } from '../json.js'
import type { Clock } from '../runner/ports.js'
import { RegistryRefusal } from './refusal.js'

export interface Patience {
  /** How often something is tried in all, the first time included. */
  readonly tries: number
  /** Milliseconds before the second try; doubled before each further one. */
  readonly firstDelay: number
}

export const PATIENCE: Patience = { tries: 5, firstDelay: 500 }

/** A registry that asks for more than this is not waited for. */
const LONGEST_WAIT = 60_000

const TRANSIENT_STATUS = new Set([408, 425, 429, 500, 502, 503, 504])
const TRANSIENT_CODE = new Set([
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ENETRESET',
  'EHOSTUNREACH',
])

export interface Retry {
  /** The try that failed, from 1. */
  readonly attempt: number
  readonly tries: number
  /** Milliseconds until the next one. */
  readonly delay: number
  readonly error: unknown
}

/**
 * Does something again as long as it fails for reasons that pass: 408, 425, 429 (waiting as long as `Retry-After` asks),
 * 5xx, resets and timeouts. Everything else, 400, 401, 403, 404, 412 among it, is thrown at once.
 */
export async function retryTransient<Value>(
  attempt: () => Promise<Value>,
  world: { readonly clock: Clock; readonly signal: AbortSignal; readonly onRetry?: (retry: Retry) => void },
  patience: Patience = PATIENCE,
): Promise<Value> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt()
    } catch (error) {
      const delay = retryDelay(error, tried, patience)
      if (delay === undefined || world.signal.aborted) throw error
      world.onRetry?.({ attempt: tried, tries: patience.tries, delay, error })
      await world.clock.sleep(delay, world.signal)
    }
  }
}

/** Milliseconds to wait before the next try; undefined when there should be none. */
function retryDelay(error: unknown, tried: number, patience: Patience): number | undefined {
  if (tried >= patience.tries || !isTransient(error)) return undefined
  const asked = error instanceof RegistryRefusal ? error.retryAfter : undefined
  if (asked !== undefined && asked > LONGEST_WAIT) return undefined
  return Math.max(asked ?? 0, patience.firstDelay * 2 ** (tried - 1))
}

export function isTransient(error: unknown): boolean {
  if (error instanceof RegistryRefusal) return TRANSIENT_STATUS.has(error.status)
  return TRANSIENT_CODE.has(systemCode(error) ?? '')
}

/** The operating system's code of a failed connection, such as ECONNREFUSED. */
export function systemCode(error: unknown): string | undefined {
  return textMember(error, 'code')
}
