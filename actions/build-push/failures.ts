import { UserError } from '../../src/errors.js'

/** What is known about the run when buildx fails. */
export interface FailureContext {
  readonly registry: string
  readonly insecure: boolean
  readonly attested: boolean
  readonly tag: string
}

interface Cause {
  readonly pattern: RegExp
  readonly explain: (match: RegExpExecArray, context: FailureContext) => { message: string; next: string }
}

/** Known causes, the more certain ones first. */
const CAUSES: readonly Cause[] = [
  {
    pattern: /exec format error/,
    explain: () => ({
      message: 'a build step of another platform cannot run on this builder (exec format error)',
      next: 'Install QEMU on the runner (docker/setup-qemu-action), or name a builder that has a node of that platform',
    }),
  },
  {
    pattern: /server gave HTTP response to HTTPS client/,
    explain: (_, { registry, insecure }) => ({
      message: 'the builder speaks HTTPS to a registry that speaks plain HTTP',
      next: insecure
        ? `A base image or a cache comes from another one than ${registry}: give the builder its configuration (docs/builders.md)`
        : `Set insecure: true if that is ${registry}; for another one give the builder its configuration (docs/builders.md)`,
    }),
  },
  {
    pattern: /certificate signed by unknown authority|x509: [^\n"]*/,
    explain: ([found]) => ({
      message: `the builder does not trust the registry's certificate (${found})`,
      next: 'Give the builder the authority that signed it (docs/builders.md)',
    }),
  },
  {
    pattern: /(?:configured as immutable|repository is immutable|immutable tag|412 Precondition Failed)[^\n]*/i,
    explain: (_, { tag }) => ({
      message: `the registry refuses ${tag}: a rule makes tags immutable, and this one exists`,
      next: 'Run the build again: it takes a new time, and so a new tag',
    }),
  },
  {
    pattern: /(?:exceed the configured upper limit|quota exceeded|not enough quota|507 Insufficient Storage)[^\n]*/i,
    explain: ([found]) => ({
      message: `the registry has no room left (${short(found)})`,
      next: 'Raise the quota of the project, or delete old images (input "retention")',
    }),
  },
  {
    pattern:
      /(?:insufficient_scope|unexpected status[^\n]*: 401[^\n]*|denied: [^\n]*|unauthorized: [^\n]*|authorization failed)/i,
    explain: ([found], { registry }) => ({
      message: `the registry ${registry} does not let the push in (${short(found)})`,
      next: 'Check the account and its rights to push to each of the repositories',
    }),
  },
  {
    pattern: /unexpected status[^\n]*: 403[^\n]*/,
    explain: ([found], { registry }) => ({
      message: `the registry ${registry} refuses what was pushed, though this account may push (${short(found)})`,
      next: "A full quota or a policy of the project is the usual reason: Harbor shows its quota in the project's summary",
    }),
  },
  {
    pattern: /unexpected status[^\n]*: (?:400|404)[^\n]*/,
    explain: ([found], { attested }) => ({
      message: `the registry refuses what was pushed (${short(found)})`,
      next: attested
        ? 'Older Harbor versions refuse attestations: set provenance: false and sbom: false'
        : 'The registry says no more; its own log does',
    }),
  },
  {
    pattern: /unexpected status[^\n]*: 413[^\n]*/,
    explain: ([found]) => ({
      message: `a layer is too large for the registry, or for the proxy in front of it (${found.trim()})`,
      next: 'Raise the limit of the proxy (nginx: client_max_body_size 0)',
    }),
  },
  {
    pattern: /no space left on device/,
    explain: () => ({
      message: 'the disk of the builder is full',
      next: 'Make room with docker buildx prune, or give the builder a limit (docs/builders.md)',
    }),
  },
]

/** What the registry and the network do for a while and then no more. */
const TRANSIENT =
  /unexpected status[^\n]*: (?:408|425|429|500|502|503|504)|: (?:429 Too Many Requests|50[0234] [A-Z])|connection reset by peer|broken pipe|closed pipe|request must be retried|i\/o timeout|TLS handshake timeout|unexpected EOF|: EOF\b|connection refused|context deadline exceeded|use of closed network connection|http2: [^\n]*GOAWAY|temporary failure in name resolution/i

/** What never gets better by asking again, even when a transient word stands in the output too. */
const FINAL =
  /unexpected status[^\n]*: (?:400|401|403|404|405|412|413|507)\b|insufficient_scope|denied: |unauthorized: |authorization failed/i

/** Whether a failed push is worth another try. */
export function isTransientFailure(output: string): boolean {
  const errors = errorLines(output)
  return TRANSIENT.test(errors) && !FINAL.test(errors)
}

/** The cause of a failed bake, with the next step. */
export function explainFailure(output: string, what: string, context: FailureContext): UserError {
  const errors = errorLines(output)
  for (const { pattern, explain } of CAUSES) {
    const match = pattern.exec(errors)
    if (match === null) continue
    const { message, next } = explain(match, context)
    return new UserError(`${what}: ${message}`, { next })
  }
  return new UserError(`${what}: ${lastError(output)}`, { next: 'The log above shows the step that failed' })
}

/** The lines of the progress that tell of errors: what a build prints itself must not be mistaken for them. */
function errorLines(output: string): string {
  const found: string[] = []
  let inError = false
  for (const line of output.split('\n')) {
    const begins = /^(?:#[0-9]+ ERROR: |ERROR: |error: |WARNING: failed)|^#[0-9]+ [0-9.]+ .*exec format error/.test(
      line,
    )
    // Newer versions of BuildKit put the registry's own words on the lines below.
    inError = begins || (inError && !/^(?:#[0-9]+ |-{6}|$)/.test(line))
    if (inError) found.push(line)
  }
  return found.join('\n').replace(COMMAND, 'process did not')
}

/** What was refused, without the addresses of uploads, which fill a screen and say nothing. */
function short(found: string): string {
  const [, method, url, status] = /from (\w+) request to (\S+?): (\d+ .*)/.exec(found) ?? []
  if (method === undefined || url === undefined || status === undefined) return found.trim()
  const path = url
    .replace(/^https?:\/\/[^/]+/, '')
    .replace(/\?.*$/, '')
    .replace(/(\/uploads\/).*$/, '$1…')
  return `${method} ${path}: ${status.trim()}`
}

/** The command of a step that failed is quoted in its error, and may hold any words. */
const COMMAND = /process "(?:[^"\\]|\\.)*" did not/g

function lastError(output: string): string {
  const lines = output.trim().split('\n')
  const error = lines.findLast(line => /^ERROR: /i.test(line)) ?? lines.at(-1) ?? ''
  return (
    error
      .replace(/^ERROR:\s*/i, '')
      .replace(/unexpected status from .*/, short)
      .trim() || 'buildx said nothing'
  )
}
