import type { ByteString } from './byte-string.js'
import { implicitTag } from './implicit-tag.js'
import { type Node, tagOf } from './node.js'
import { put, type Writer, writeWord } from './writer.js'

/** A node's tag in long form as far as it must be written, and whether quotes must say what it would have said. */
export function writtenTag(node: Node): { readonly tag: ByteString; readonly quote: boolean } {
  const { tag } = node
  if (tag === '' || node.tagged) return { tag: longTag(tag), quote: false }
  if (node.kind === 'mapping' || node.kind === 'sequence') {
    const own = node.kind === 'mapping' ? tagOf.mapping : tagOf.sequence
    return { tag: tag === own ? '' : longTag(tag), quote: false }
  }
  if (tag === tagOf.string && node.form !== 'plain') return { tag: '', quote: false }
  if (implicitTag(node.value) === tag) return { tag: '', quote: false }
  return tag === tagOf.string ? { tag: '', quote: true } : { tag: longTag(tag), quote: false }
}

function longTag(tag: ByteString): ByteString {
  return tag.startsWith('!!') ? `tag:yaml.org,2002:${tag.slice(2)}` : tag
}

const HANDLES = [
  { handle: '!', prefix: '!' },
  { handle: '!!', prefix: 'tag:yaml.org,2002:' },
] as const

/** A tag with the handle that shortens it; without one in `!<…>`. */
export function tagPartsOf(tag: ByteString): { handle: ByteString; suffix: ByteString } {
  for (const { handle, prefix } of HANDLES) {
    if (tag.startsWith(prefix)) return { handle, suffix: tag.slice(prefix.length) }
  }
  return { handle: '', suffix: tag }
}

/** Writes a tag given in long form; '' is none. */
export function writeTag(writer: Writer, tag: ByteString): void {
  if (tag === '') return
  const { handle, suffix } = tagPartsOf(tag)
  if (!writer.separated) put(writer, ' ')
  const escaped = suffix.replace(/[^A-Za-z0-9_;/?:@&=+$,.~*'()[\]-]/g, toEscape)
  writeWord(writer, handle === '' ? `!<${escaped}>` : handle + escaped)
}

function toEscape(byte: ByteString): ByteString {
  return `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
