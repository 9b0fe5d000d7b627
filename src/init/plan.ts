/** What a run comes to. */
export interface Plan {
  /** The new text of each file that changes or comes, by path. */
  readonly files: ReadonlyMap<string, string>
  /** Sentences on what is left alone or looks odd. */
  readonly warnings: readonly string[]
  /** What to do once it is written, as sentences. */
  readonly next: readonly string[]
}

/**
 * Only what is not there yet: a file that is there is somebody's, and never written over.
 *
 * @param advice what to do about a file that is there and differs, as a sentence
 */
export function additions(
  wanted: ReadonlyMap<string, string>,
  existing: ReadonlyMap<string, string>,
  advice: (path: string) => string,
): Pick<Plan, 'files' | 'warnings'> {
  const files = new Map([...wanted].filter(([path]) => !existing.has(path)))
  const others = [...wanted].filter(([path, text]) => existing.has(path) && existing.get(path) !== text)
  return { files, warnings: others.map(([path]) => `${path} is there already, and is left as it is. ${advice(path)}`) }
}
