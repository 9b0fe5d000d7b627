const UNITS: ReadonlyMap<string, number> = new Map([
  ['ms', 0.001],
  ['s', 1],
  ['m', 60],
  ['h', 3600],
])

/** Seconds of a duration as Flux's APIs take it (`1h30m`, `500ms`); undefined for anything else. */
export function goDuration(text: string): number | undefined {
  if (!/^(?:[0-9]+(?:\.[0-9]+)?(?:ms|s|m|h))+$/.test(text)) return undefined
  return [...text.matchAll(/([0-9.]+)(ms|s|m|h)/g)].reduce(
    (sum, [, number = '', unit = '']) => sum + Number(number) * (UNITS.get(unit) ?? 0),
    0,
  )
}
