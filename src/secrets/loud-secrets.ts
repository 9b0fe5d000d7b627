/** A secret that shows by its form what it is, in a text. Offsets in UTF-16 units. */
export interface LoudSecret {
  /** `a private key`: what it is, never what it says. */
  readonly what: string
  readonly start: number
  readonly end: number
}

interface Shape {
  readonly what: string
  /** One of them is in every match; looking for it first spares the pattern most texts. */
  readonly hints: readonly string[]
  readonly pattern: RegExp
  /** Whether a match is one indeed, by what it says and what follows it. */
  readonly isReal: (match: RegExpMatchArray, text: string) => boolean
}

const token = (what: string, hints: readonly string[], pattern: RegExp): Shape => ({
  what,
  hints,
  pattern,
  isReal: ([found]) => isRandom(found),
})

const SHAPES: readonly Shape[] = [
  {
    what: 'a private key',
    hints: ['PRIVATE KEY'],
    pattern: /-----BEGIN (?:(?!ENCRYPTED)[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/g,
    isReal: ({ 0: head, index = 0 }, text) => hasKeyBody(text.slice(index + head.length, index + head.length + 600)),
  },
  token(
    'a token of GitHub',
    ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
    /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})\b/g,
  ),
  token('a token of GitLab', ['glpat-'], /\bglpat-[A-Za-z0-9_-]{20}\b/g),
  token('a token of Docker Hub', ['dckr_pat_'], /\bdckr_pat_[A-Za-z0-9_-]{27}\b/g),
  token('a token of npm', ['npm_'], /\bnpm_[A-Za-z0-9]{36}\b/g),
  token('a token of Vault', ['hvs.'], /\bhvs\.[A-Za-z0-9_-]{24,}/g),
  token('a key of Stripe', ['sk_live_'], /\bsk_live_[A-Za-z0-9]{24,}\b/g),
  token('a key of SendGrid', ['SG.'], /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}\b/g),
  token('a token of Slack', ['xox'], /\bxox[abprs]-[0-9]{8,}-[0-9A-Za-z-]{16,}\b/g),
  token(
    'a webhook of Slack',
    ['hooks.slack.com'],
    /\bhooks\.slack\.com\/services\/T[A-Z0-9]{8,}\/B[A-Z0-9]{8,}\/[A-Za-z0-9]{20,}/g,
  ),
  token(
    'a webhook of Discord',
    ['/api/webhooks/'],
    /\bdiscord(?:app)?\.com\/api\/webhooks\/[0-9]{17,}\/[A-Za-z0-9_-]{60,}/g,
  ),
  token('an age identity', ['AGE-SECRET-KEY-1'], /\bAGE-SECRET-KEY-1[0-9A-Z]{58}\b/g),
  token('an access key of AWS', ['AKIA', 'ASIA'], /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g),
  {
    what: 'a login to a registry',
    hints: ['auth'],
    pattern: /\bauth["\\]*\s*:\s*["'\\]*([A-Za-z0-9+/]{8,}={0,2})(?=["'\\\s,}]|$)/g,
    isReal: ([, base64 = '']) => isLogin(Buffer.from(base64, 'base64').toString('latin1')),
  },
  {
    what: 'a login to a registry',
    hints: ['auths'],
    pattern: /\bauths["\\]*\s*:\s*\{[^}]{0,300}?\bpassword["\\]*\s*:\s*["'\\]+([^"'\\\s]{4,})/g,
    isReal: ([, password = '']) => isLogin(`user:${password}`),
  },
]

/** How base64 begins of a PEM block and of a Docker configuration, as one line and as several. */
const WRAPPED_HINTS = ['LS0tLS1CRUdJT', 'eyJhdXRocyI', 'eyAiYXV0aHMi', 'ewog', 'ewoJ']
const WRAPPED = /(?<![A-Za-z0-9+/])(?:LS0tLS1CRUdJT|eyJhdXRocyI|eyAiYXV0aHMi|ewog|ewoJ)[A-Za-z0-9+/]{24,}={0,2}/g

/** Finds secrets by their form, also in base64. An example or a placeholder of one is none. */
export function loudSecretsIn(text: string): readonly LoudSecret[] {
  const wrapped = (hasOne(text, WRAPPED_HINTS) ? [...text.matchAll(WRAPPED)] : []).flatMap(match => {
    const [found] = shapesIn(Buffer.from(match[0], 'base64').toString('utf8'))
    return found === undefined ? [] : [{ what: `${found.what}, in base64`, ...placeOf(match) }]
  })
  return [...shapesIn(text), ...wrapped].sort((left, right) => left.start - right.start)
}

function shapesIn(text: string): readonly LoudSecret[] {
  return SHAPES.filter(({ hints }) => hasOne(text, hints)).flatMap(({ what, pattern, isReal }) =>
    [...text.matchAll(pattern)].flatMap(match =>
      isReal(match, text) && !match[0].includes('EXAMPLE') ? { what, ...placeOf(match) } : [],
    ),
  )
}

function hasOne(text: string, hints: readonly string[]): boolean {
  return hints.some(hint => text.includes(hint))
}

function placeOf({ 0: found, index = 0 }: RegExpMatchArray): Pick<LoudSecret, 'start' | 'end'> {
  return { start: index, end: index + found.length }
}

/** A mention without a key behind it, as in documentation, is none; nor is one under a passphrase. */
function hasKeyBody(rest: string): boolean {
  const [body = ''] = rest.split('-----')
  if (/ENCRYPTED/.test(body)) return false
  const runs = body.match(/[A-Za-z0-9+/=]{20,}/g) ?? []
  return new Set(runs.join('')).size >= 12
}

/** `xxxxxxxx` and `0123…` repeated stand for a secret. */
function isRandom(text: string): boolean {
  return new Set(text).size >= Math.min(12, text.length / 2) && !/(.)\1{7}/.test(text) && !/x{5}|example/i.test(text)
}

function isLogin(text: string): boolean {
  const [, password] = /^[\x21-\x39\x3b-\x7e]+:([\x21-\x7e]{4,})$/.exec(text) ?? []
  return (
    password !== undefined &&
    !/[$<>{}]|^(?:password|passwd|pass|secret|token)$|change|replace|example|your|x{4}/i.test(password)
  )
}
