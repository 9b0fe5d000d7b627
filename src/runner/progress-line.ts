import { printable } from '../printable.js'

/** One line of a terminal that says what goes on, and is gone when something else is to be read. */
export interface ProgressLine {
  /** Shows a text in the place of the one before; undefined when it is over. */
  show(text: string | undefined): void
  /** Makes room for whoever writes a line of its own. */
  clear(): void
}

/** Milliseconds until it is worth telling. */
const PATIENCE = 2000

/** Milliseconds between two changes: nobody reads faster. */
const PACE = 100

/**
 * @param write undefined where nobody watches
 * @param now milliseconds, from anywhere
 */
export function progressLine(write: ((text: string) => void) | undefined, now: () => number): ProgressLine {
  if (write === undefined) return { show: () => undefined, clear: () => undefined }
  let start: number | undefined
  let last = 0
  let isShown = false
  const clear = () => {
    if (isShown) write('\r\u001b[K')
    isShown = false
  }
  return {
    clear,
    show(text) {
      if (text === undefined) {
        start = undefined
        clear()
        return
      }
      start ??= now()
      if (now() - start < PATIENCE || now() - last < PACE) return
      last = now()
      write(`\r\u001b[K${printable(text).replace(/\s+/g, ' ')}`)
      isShown = true
    },
  }
}
