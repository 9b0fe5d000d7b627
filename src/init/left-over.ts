import type { Values } from './values.js'

/** Values that are told apart from other text by themselves. */
const TELLING = ['registry', 'repo', 'vm-address'] as const

/**
 * Lines that still have a value that was changed, as sentences: what somebody has added, and comments.
 *
 * @param texts after the change, by path
 */
export function leftOver(texts: ReadonlyMap<string, string>, before: Values, after: Values): readonly string[] {
  const gone = TELLING.filter(name => before[name] !== after[name]).map(name => before[name])
  return [...texts].flatMap(([path, text]) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        gone
          .filter(value => hasWord(line, value))
          .map(
            value => `${path}:${index + 1} still has ${value}, at a place that init does not know: see to it by hand`,
          ),
      ),
  )
}

/** Whether a line has the text by itself, not as a part of a longer name, address or port. */
function hasWord(line: string, text: string): boolean {
  for (let at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + 1)) {
    const before = line.slice(0, at).at(-1) ?? ' '
    const behind = line.slice(at + text.length)
    if (!/[\w.-]/.test(before) && !/^(?:[\w-]|\.\w)/.test(behind)) return true
  }
  return false
}
