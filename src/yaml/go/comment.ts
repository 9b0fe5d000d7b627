import type { Comment } from './token.js'

/** Two comments as one, the second on the lines below the first. */
export function joined(first: Comment | undefined, second: Comment): Comment {
  if (first === undefined) return second
  return { text: `${first.text}\n${second.text}`, offsets: [...first.offsets, ...second.offsets] }
}

/** What was joined to a comment since. */
export function restAfter(whole: Comment | undefined, before: Comment): Comment | undefined {
  if (whole === undefined || whole.offsets.length === before.offsets.length) return undefined
  return { text: whole.text.slice(before.text.length + 1), offsets: whole.offsets.slice(before.offsets.length) }
}

/** The part in front of the last empty line belongs to the document, the part behind it to what follows. */
export function headOfDocument(head: Comment | undefined): readonly [Comment | undefined, Comment | undefined] {
  if (head === undefined) return [undefined, undefined]
  if (head.text.endsWith('\n')) return [{ text: head.text.slice(0, -1), offsets: head.offsets }, undefined]
  const gap = head.text.lastIndexOf('\n\n')
  if (gap < 0) return [undefined, head]
  const text = head.text.slice(0, gap)
  const lines = text.split('\n').filter(line => line !== '').length
  return [
    { text, offsets: head.offsets.slice(0, lines) },
    { text: head.text.slice(gap + 2), offsets: head.offsets.slice(lines) },
  ]
}
