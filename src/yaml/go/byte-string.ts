/**
 * Text as go-yaml sees it: UTF-8 bytes. A byte string is a JavaScript string with one character for each byte (Latin-1), so
 * that slices, searches and lengths count bytes and every byte comes out again as it went in.
 */
export type ByteString = string

/** The bytes of a file, or of a JavaScript string encoded as UTF-8. */
export function toByteString(content: Uint8Array | string): ByteString {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

export function toBytes(text: ByteString): Uint8Array {
  return Buffer.from(text, 'latin1')
}

/** The characters that the bytes encode; what is not UTF-8 becomes U+FFFD. */
export function toText(text: ByteString): string {
  return isAscii(text) ? text : Buffer.from(text, 'latin1').toString('utf8')
}

function isAscii(text: ByteString): boolean {
  return !/[\x80-\xff]/.test(text)
}
