import { stripVTControlCharacters } from 'node:util'

/**
 * Somebody else's text without what commands a terminal: escape sequences, control characters, and the marks that
 * turn the direction of writing, which make a text look like another. Line ends and tabs stay.
 */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    '',
  )
}

/** The same on one line, whatever counts as the end of one. */
export function printableLine(text: string): string {
  return printable(text.replace(/[\s\u0085]+/g, ' ')).trim()
}

/** At most so many UTF-16 code units, with a sign where something is left out. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
