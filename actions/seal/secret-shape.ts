/** Texts that are secrets by their very form. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z0-9 ]*PRIVATE KEY/, 'a private key'],
  [/\bAGE-SECRET-KEY-(?:PQ-)?1/, 'an age key'],
  [/\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,})/, 'a GitHub token'],
  [/\bgl(?:pat|rt|ptt|dt)-[A-Za-z0-9_-]{16,}/, 'a GitLab token'],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/, 'an AWS key'],
  [/\bAIza[A-Za-z0-9_-]{30,}/, 'a Google API key'],
  [/\bxox[abeoprs]-[A-Za-z0-9-]{10,}/, 'a Slack token'],
  [/\bhooks\.slack\.com\/services\/T/, 'a Slack webhook'],
  [/\b(?:sk|rk)_live_[A-Za-z0-9]{10,}/, 'a Stripe key'],
  [/\bnpm_[A-Za-z0-9]{30,}/, 'an npm token'],
  [/\bdckr_pat_[A-Za-z0-9_-]{20,}/, 'a Docker token'],
  [/\bhv[sbr]\.[A-Za-z0-9_-]{20,}/, 'a Vault token'],
  [/\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\./, 'a JSON web token'],
  [/"auths?"\s*:\s*[{"]/, 'the login of a registry'],
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:[^\s/@]+@/, 'an address with a password'],
]

/** What kind of secret a text looks like; undefined when it looks like none. */
export function secretShape(text: string): string | undefined {
  return SHAPES.find(([pattern]) => pattern.test(text))?.[1]
}
