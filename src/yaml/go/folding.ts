import type { ByteString } from './byte-string.js'
import { isBlank } from './characters.js'
import { atBreak, type Cursor, passBreak, passBreaks, passCharacter, peekByte } from './cursor.js'

/** White space inside a plain or quoted scalar, as far as it was passed. */
export interface Space {
  /** Blanks on the line, which count when no break follows. */
  blanks: ByteString
  firstBreak: ByteString
  furtherBreaks: ByteString
  /** Whether a line was ended, be it by an escaped break. */
  brokeLine: boolean
}

export function noSpace(): Space {
  return { blanks: '', firstBreak: '', furtherBreaks: '', brokeLine: false }
}

/** Passes blanks and line breaks. `checkIndent` is called at every blank in front of a continued line's text. */
export function passSpace(cursor: Cursor, space: Space, checkIndent?: () => void): void {
  for (;;) {
    if (isBlank(peekByte(cursor))) {
      const start = cursor.offset
      if (space.brokeLine) checkIndent?.()
      passCharacter(cursor)
      if (!space.brokeLine) space.blanks += cursor.text.slice(start, cursor.offset)
    } else if (!atBreak(cursor)) return
    else if (space.brokeLine) space.furtherBreaks += passBreaks(cursor)
    else {
      space.brokeLine = true
      space.firstBreak = passBreak(cursor)
    }
  }
}

/** What the white space means between two pieces of text: one break folds to a blank, further ones stay. */
export function folded(space: Space): ByteString {
  if (!space.brokeLine) return space.blanks
  if (space.firstBreak !== '\n') return space.firstBreak + space.furtherBreaks
  return space.furtherBreaks === '' ? ' ' : space.furtherBreaks
}
