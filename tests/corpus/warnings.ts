/**
 * What is no fault of a tree, and yet worth a word: `file:line rule` by tree, in the order of the report. Each line says why
 * the gate is right to say it.
 */
export const expectedWarnings: Readonly<Record<string, readonly string[]>> = {}
