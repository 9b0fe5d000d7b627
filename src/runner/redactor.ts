/** Keeps secrets out of whatever is written. */
export interface Redactor {
  add(secret: string): void
  redact(text: string): string
}

/** Shorter values occur everywhere; hiding them would hide the text and protect nothing. */
const SHORTEST_SECRET = 4

/** The forms in which a secret is met: as it is, line by line, as base64, and as JSON and bake definitions write it. */
export function secretForms(secret: string): readonly string[] {
  const template = secret.replace(/[$%](?=\{)/g, '$&$&')
  const written = [secret, template].flatMap(text => [text, JSON.stringify(text).slice(1, -1)])
  const forms = [...written, ...secret.split(/\r?\n/), Buffer.from(secret).toString('base64')]
  return [...new Set(forms.map(form => form.trim()))].filter(form => form.length >= SHORTEST_SECRET)
}

export function redactor(): Redactor {
  let secrets: readonly string[] = []
  return {
    add(secret) {
      const all = new Set([...secrets, ...secretForms(secret)])
      // The longest first: a secret that holds another one is hidden whole.
      secrets = [...all].sort((left, right) => right.length - left.length)
    },
    redact(text) {
      return secrets.reduce((clean, secret) => clean.replaceAll(secret, '***'), text)
    },
  }
}
