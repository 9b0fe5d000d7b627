/** Upper case as Go's strings.ToUpper: character by character, never one for many. */
export function upperCase(text: string): string {
  return mapped(text, upperRune)
}

/** Lower case as Go's strings.ToLower. */
export function lowerCase(text: string): string {
  return mapped(text, lowerRune)
}

/** One character in upper case; those whose upper case is several characters stay. */
export function upperRune(character: string): string {
  return single(character, character.toUpperCase())
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
