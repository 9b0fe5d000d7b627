/** Words by which people mark a place that is to be filled in. */
const WORDS =
  /replace|placeholder|change[-_ ]?(?:me|this|it)|todo|fixme|your[-_ ]|dummy|example|insert|paste|redacted|<[^>]*>|^\.{3}$|…|x{4,}/i

/** Whether a text that is no secret by its form was put there to be replaced by one. */
export function hasPlaceholderWord(text: string): boolean {
  return WORDS.test(text)
}
