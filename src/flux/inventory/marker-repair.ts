import type { MarkerTarget } from './marker.js'

/** What somebody most probably meant with a comment that is nearly a marker. */
export function repairedTarget(text: string): MarkerTarget | undefined {
  const plain = text.replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
  const match =
    /imagepolicy[^\w:=]*[:=][^\w]*([\w.-]+)\s*[:/]\s*([\w.-]+)(?:\s*:\s*(tag|name|digest)\b)?/i.exec(plain) ?? undefined
  const [, namespace, policy, part] = match ?? []
  if (namespace === undefined || policy === undefined) return undefined
  return { namespace, policy, part: partOf(part) }
}

/** The only fault whose repair throws something away. */
export const STRAY_TEXT = 'text stands around the JSON object'

/**
 * Why a comment is no marker, as the start of a sentence.
 *
 * @param setter what it names, when it is a JSON object that names something
 */
export function syntaxProblem(text: string, setter: string | undefined): string {
  if (setter !== undefined) return setterProblem(setter)
  const said = text.replace(/^#+/, '').trim()
  if (/[\u00a0\u2000-\u200a\u202f\u3000\u200b\ufeff]/.test(said)) return 'a blank in it is none that JSON knows'
  if (/[“”‘’„«»]/.test(said)) return 'its quotes are typographic ones'
  const [, before = '', object, after = ''] = /^([^{]*)(\{[^}]*\})?(.*)$/s.exec(said) ?? []
  if (object === undefined) return 'it is no JSON object'
  if (before.trim() !== '' || after.trim() !== '') return STRAY_TEXT
  if (/'/.test(object) && !/"/.test(object)) return 'its quotes are single ones, which JSON does not know'
  if (/,\s*\}$/.test(object)) return 'a comma stands before the closing brace'
  const key = /"([^"]*imagepolicy[^"]*)"/i.exec(object)?.[1]
  if (key === undefined) return 'its key is not in double quotes'
  if (key !== '$imagepolicy') return `its key is "${key}" where "$imagepolicy" is wanted`
  return 'it is no JSON object whose values are all texts'
}

function setterProblem(setter: string): string {
  if (/\s/.test(setter)) return `"${setter}" has a blank in it`
  if (setter.includes('/')) return `"${setter}" has a slash where a colon is wanted`
  if (!setter.includes(':')) return `"${setter}" names no namespace`
  return `"${setter}" is not "namespace:policy", alone or with ":tag", ":name" or ":digest"`
}

function partOf(text: string | undefined): MarkerTarget['part'] {
  const part = text?.toLowerCase()
  return part === 'tag' || part === 'name' || part === 'digest' ? part : 'image'
}
