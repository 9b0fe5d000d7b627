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
  let longestFirst: readonly string[] | undefined
  return {
    add(secret) {
      for (const form of secretForms(secret)) secrets.add(form)
      longestFirst = undefined
    },
    redact(text) {
      // A secret that holds another one is hidden whole.
      longestFirst ??= [...secrets].sort((left, right) => right.length - left.length)
      return longestFirst.reduce((clean, secret) => clean.replaceAll(secret, '***'), text)
    },
  }
}
