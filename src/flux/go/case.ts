import { isAscii } from './bytes.js'

/** Upper case as Go's strings.ToUpper: character by character, never one for many. */
export function upperCase(text: string): string {
  return isAscii(text) ? text.toUpperCase() : mapped(text, upperRune)
}

/** Lower case as Go's strings.ToLower. */
export function lowerCase(text: string): string {
  return isAscii(text) ? text.toLowerCase() : mapped(text, lowerRune)
}

/** One character in upper case; those whose upper case is several characters stay, but for Greek with its iota. */
export function upperRune(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code >= 0x1f80 && code <= 0x1faf) return String.fromCodePoint(code | 8)
  if (code === 0x1fb3 || code === 0x1fc3 || code === 0x1ff3) return String.fromCodePoint(code + 9)
  return single(character, character.toUpperCase())
}

/** One character as the first of a title: the upper case but for digraphs, which have a form of their own. */
export function titleRune(character: string): string {
  const digraph = digraphs.find(forms => forms.includes(character))
  if (digraph !== undefined) return digraph[1] ?? character
  return georgian.test(character) ? character : upperRune(character)
}

/** One character in lower case. */
export function lowerRune(character: string): string {
  return character === 'İ' ? 'i' : single(character, character.toLowerCase())
}

function mapped(text: string, map: (character: string) => string): string {
  let result = ''
  for (const character of text) result += map(character)
  return result
}

function single(character: string, changed: string): string {
  const length = (changed.codePointAt(0) ?? 0) > 0xffff ? 2 : 1
  return changed.length === length ? changed : character
}

const digraphs = ['Ǆǅǆ', 'Ǉǈǉ', 'Ǌǋǌ', 'Ǳǲǳ']
const georgian = /^[\u10d0-\u10ff]$/
