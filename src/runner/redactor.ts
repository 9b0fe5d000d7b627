/** Keeps secrets out of whatever is written. */
export interface Redactor {
  add(secret: string): void
  redact(text: string): string
}

/** Shorter values occur everywhere; hiding them would hide the text and protect nothing. */
const SHORTEST_SECRET = 4

/** The forms in which a secret is met: as it is, line by line, as base64, in addresses, and as JSON and bake definitions write it. */
export function secretForms(secret: string): readonly string[] {
  const template = secret.replace(/[$%](?=\{)/g, '$&$&')
  const written = [secret, template].flatMap(text => [text, JSON.stringify(text).slice(1, -1)])
  const forms = [...written, ...secret.split(/\r?\n/), Buffer.from(secret).toString('base64'), urlForm(secret)]
  return [...new Set(forms.map(form => form.trim()))].filter(form => form.length >= SHORTEST_SECRET)
}

/** As a part of an address; half a pair of surrogates has no such form. */
function urlForm(secret: string): string {
  return encodeURIComponent(secret.replace(/\p{Surrogate}/gu, '\ufffd'))
}

export function redactor(): Redactor {
  const secrets = new Set<string>()
  let index: SecretIndex | undefined
  return {
    add(secret) {
      for (const form of secretForms(secret)) secrets.add(form)
      index = undefined
    },
    redact(text) {
      if (secrets.size === 0) return text
      index ??= indexOf(secrets)
      return withoutSecrets(text, index)
    },
  }
}

/** Thousands of secrets must not make every line wait: a place in a text is looked up by its first characters. */
interface SecretIndex {
  /** 1 where a secret may begin with such two characters. */
  readonly starts: Uint8Array
  /** The first characters of a secret → all that begin so, the longest first. */
  readonly byStart: ReadonlyMap<string, readonly string[]>
}

function indexOf(secrets: ReadonlySet<string>): SecretIndex {
  const starts = new Uint8Array(0x10000)
  const byStart = new Map<string, string[]>()
  for (const secret of [...secrets].sort((left, right) => right.length - left.length)) {
    starts[startOf(secret, 0)] = 1
    const start = secret.slice(0, SHORTEST_SECRET)
    const others = byStart.get(start)
    if (others === undefined) byStart.set(start, [secret])
    else others.push(secret)
  }
  return { starts, byStart }
}

function startOf(text: string, at: number): number {
  return ((text.charCodeAt(at) << 8) ^ text.charCodeAt(at + 1)) & 0xffff
}

/** Whatever any secret covers is hidden; where several overlap, as one. */
function withoutSecrets(text: string, { starts, byStart }: SecretIndex): string {
  let clean = ''
  let shownTo = 0
  let hiddenTo = 0
  for (let at = 0; at <= text.length - SHORTEST_SECRET; at += 1) {
    if (starts[startOf(text, at)] !== 1) continue
    const found = byStart.get(text.slice(at, at + SHORTEST_SECRET))?.find(secret => text.startsWith(secret, at))
    if (found === undefined) continue
    if (at >= hiddenTo) {
      clean += `${text.slice(shownTo, at)}***`
    }
    hiddenTo = Math.max(hiddenTo, at + found.length)
    shownTo = hiddenTo
  }
  return clean + text.slice(shownTo)
}
