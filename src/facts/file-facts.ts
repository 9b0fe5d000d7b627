/** What former runs have found out about a file from its path and its text alone. A fact is what JSON can hold. */
export interface FileFacts {
  /** Undefined where nobody knows. */
  find(name: string): unknown
  /** @param fact is asked for only where facts are kept at all */
  keep(name: string, fact: () => unknown): void
}

/** No former run has left anything, and no later one will ask. */
export const noFacts: FileFacts = { find: () => undefined, keep: () => undefined }
