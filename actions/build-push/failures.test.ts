import { describe, expect, it } from '@jest/globals'
import { explainFailure, type FailureContext, isTransientFailure } from './failures.js'

const CONTEXT: FailureContext = {
  registry: '192.168.0.40:5000',
  insecure: false,
  attested: false,
  tag: 'main-0123456-1700000000',
}
const IMAGE = '192.168.0.40:5000/library/frontend:main-0123456-1700000000'
const URL = 'http://192.168.0.40:5000/v2/library/frontend/manifests/main-0123456-1700000000'

/** What buildx prints when a push fails: the step, and the last word of it once more. */
function pushOutput(error: string): string {
  return `#0 building with "fluxgate" instance using docker-container driver

#1 [frontend internal] load build definition from Dockerfile
#1 transferring dockerfile: 115B done
#1 DONE 0.0s

#2 [frontend 1/2] COPY site /site
#2 CACHED

#3 [frontend] exporting to image
#3 exporting layers done
#3 exporting manifest sha256:6e32a4e976405899ee4c7d9d289c5a557580c848cda11c7532bbf8514c238a86 done
#3 pushing layers 0.1s done
#3 ERROR: failed to push ${IMAGE}: ${error}

#4 [backend] exporting to image
#4 pushing layers
#4 CANCELED
------
 > [frontend] exporting to image:
------
ERROR: target frontend: failed to solve: failed to push ${IMAGE}: ${error}
`
}

/** What buildx prints when a RUN fails. */
function runOutput(command: string, said: string, code = 1): string {
  const error = `process ${JSON.stringify(`/bin/sh -c ${command}`)} did not complete successfully: exit code: ${code}`
  return `#6 [frontend 3/4] RUN ${command}
#6 0.223 ${said}
#6 ERROR: ${error}
------
 > [frontend 3/4] RUN ${command}:
0.223 ${said}
------
Dockerfile:3
--------------------
   2 |     WORKDIR /app
   3 | >>> RUN ${command}
--------------------
ERROR: target frontend: failed to solve: ${error}
`
}

const TRANSIENT = [
  `unexpected status from PUT request to ${URL}: 500 Internal Server Error`,
  `unexpected status from PUT request to ${URL}: 502 Bad Gateway`,
  `unexpected status from HEAD request to ${URL}: 503 Service Unavailable`,
  `unexpected status from PUT request to ${URL}: 504 Gateway Timeout`,
  `unexpected status from POST request to ${URL}: 429 Too Many Requests\ntoomanyrequests: retry-after: 316ms`,
  `unexpected status from PUT request to ${URL}: 408 Request Timeout`,
  'failed commit on ref "index-sha256:3be21126cdfd": unexpected status: 500 Server Error',
  'failed to copy: httpReadSeeker: failed open: unexpected status code https://ghcr.io/v2/x/blobs/sha256:48: 429 Too Many Requests - Server message: toomanyrequests',
  'failed to copy: failed to do request: Put "https://cr.example/v2/x": write tcp 172.17.0.2:48736->109.107.38.167:443: write: connection reset by peer',
  'failed to copy: read tcp 172.17.0.2:47038->173.194.214.128:443: read: connection reset by peer',
  'failed to copy: failed to do request: Put "https://cr.example/v2/x": write tcp 10.0.0.2:1->10.0.0.1:3128: write: broken pipe',
  'failed to copy: failed to do request: Put "https://cr.example/v2/x": write tcp 10.0.0.2:1->10.0.0.1:443: use of closed network connection',
  'failed to copy: io: read/write on closed pipe',
  'failed to copy: cannot reuse body, request must be retried',
  'failed to do request: Head "https://cr.example/v2/x": dial tcp 10.0.0.1:443: i/o timeout',
  'failed to do request: Head "https://cr.example/v2/x": dial tcp 10.0.0.1:443: connect: connection refused',
  'failed to do request: Head "https://cr.example/v2/x": net/http: TLS handshake timeout',
  'failed to do request: Head "https://cr.example/v2/x": EOF',
  'failed to copy: unexpected EOF',
  'failed to do request: Head "https://cr.example/v2/x": context deadline exceeded',
  'failed to do request: Head "https://cr.example/v2/x": dial tcp: lookup cr.example on 10.0.0.53:53: Temporary failure in name resolution',
]

const FINAL = [
  `unexpected status from PUT request to ${URL}: 400 Bad Request`,
  `unexpected status from POST request to ${URL}: 401 Unauthorized`,
  `unexpected status from POST request to ${URL}: 403 Forbidden`,
  `unexpected status from PUT request to ${URL}: 404 Not Found`,
  `unexpected status from PUT request to ${URL}: 412 Precondition Failed`,
  `unexpected status from POST request to ${URL}: 413 Request Entity Too Large`,
  'push access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
  'unauthorized: unauthorized to access repository: library/frontend, action: push: unauthorized to access repository: library/frontend, action: push',
  'denied: requested access to the resource is denied',
  'authorization status: 401: authorization failed',
  'failed to do request: Head "https://192.168.0.40:5000/v2/x": http: server gave HTTP response to HTTPS client',
  'failed to do request: Head "https://cr.example/v2/x": tls: failed to verify certificate: x509: certificate signed by unknown authority',
]

describe('a failed push is tried again', () => {
  it.each(TRANSIENT)('after: %s', error => {
    expect(isTransientFailure(pushOutput(error))).toBe(true)
  })

  it.each(FINAL)('never after: %s', error => {
    expect(isTransientFailure(pushOutput(error))).toBe(false)
  })

  it('never when one image is refused for good, although another only met a fault', () => {
    const both = `${pushOutput(TRANSIENT[0] ?? '')}${pushOutput(FINAL[2] ?? '')}`
    expect(isTransientFailure(both)).toBe(false)
  })

  it('not because of what a build prints itself', () => {
    expect(isTransientFailure(runOutput('make test', 'ERROR: connection reset by peer'))).toBe(false)
    expect(isTransientFailure(runOutput('test "connection refused" = x', 'no'))).toBe(false)
  })

  it('although the build printed something that looks final', () => {
    const output = `#6 0.2 denied: you shall not pass\n${pushOutput(TRANSIENT[1] ?? '')}`
    expect(isTransientFailure(output)).toBe(true)
  })
})

describe('the explanation of a failure', () => {
  const explain = (output: string, context: Partial<FailureContext> = {}) => {
    const { message, next } = explainFailure(output, 'the push failed', { ...CONTEXT, ...context })
    return `${message} | ${next}`
  }

  it('of a step for another platform names emulation', () => {
    expect(explain(runOutput('npm ci', 'exec /bin/sh: exec format error', 255))).toMatch(/another platform.*QEMU/)
  })

  it('of HTTPS where plain HTTP is spoken names the input', () => {
    expect(explain(pushOutput(FINAL[10] ?? ''))).toMatch(/speaks HTTPS.*plain HTTP.*insecure: true/)
  })

  it('of a certificate shows what is wrong with it', () => {
    expect(explain(pushOutput(FINAL[11] ?? ''))).toMatch(
      /does not trust the registry's certificate \(x509: certificate signed by unknown authority\)/,
    )
    const ip = `failed to do request: Head "https://x": tls: failed to verify certificate: x509: cannot validate certificate for 192.168.0.40 because it doesn't contain any IP SANs`
    expect(explain(pushOutput(ip))).toMatch(/\(x509: cannot validate certificate for 192\.168\.0\.40 because/)
  })

  it.each([
    `unexpected status from PUT request to ${URL}: 412 Precondition Failed\nprecondition: Failed to process request due to 'frontend:main' configured as immutable.`,
    `failed commit on ref "index-sha256:3be2": unexpected status: 412 Precondition Failed`,
    `tag invalid: The image tag 'main' already exists in the 'frontend' repository and cannot be overwritten because the repository is immutable.`,
  ])('of an immutable tag says to build again: %s', error => {
    expect(explain(pushOutput(error))).toMatch(
      /refuses main-0123456-1700000000: a rule makes tags immutable.*Run the build again/,
    )
  })

  it.each([
    `unexpected status from PUT request to ${URL}: 403 Forbidden\ndenied: adding 29.0 MiB of storage resource, which when updated to current usage of 152.4 MiB will exceed the configured upper limit of 10.0 MiB.`,
    'denied: adding 29.0 MiB of storage resource, which when updated to current usage of 152.4 MiB will exceed the configured upper limit of 10.0 MiB.',
    'denied: Quota exceeded when processing the request of adding 1.3 MiB, which when added to current usage of 235.9 MiB will exceed the configured upper limit of 100.0 MiB.',
    `unexpected status from PUT request to ${URL}: 507 Insufficient Storage`,
  ])('of a full quota says so, not that the login is wrong: %s', error => {
    expect(explain(pushOutput(error))).toMatch(/no room left.*Raise the quota.*retention/)
  })

  it.each(FINAL.slice(6, 10).concat(FINAL.slice(1, 3)))(
    'of missing rights names the registry and the account: %s',
    error => {
      // A bare 403 comes after the preflight has seen that this account may push.
      const message = /403 Forbidden$/.test(error)
        ? /192\.168\.0\.40:5000 refuses what was pushed.*quota/
        : /192\.168\.0\.40:5000 does not let the push in.*Check the account/
      expect(explain(pushOutput(error))).toMatch(message)
    },
  )

  it('of 400 speaks of attestations only when there are some', () => {
    const output = pushOutput('failed commit on ref "index-sha256:50922de0": unexpected status: 400 Bad Request')
    expect(explain(output, { attested: true })).toMatch(/refuses what was pushed.*provenance: false and sbom: false/)
    expect(explain(output)).not.toMatch(/provenance/)
  })

  it('of a layer that is too large for a proxy names the proxy', () => {
    expect(explain(pushOutput(FINAL[5] ?? ''))).toMatch(/too large.*client_max_body_size/)
  })

  it('of a full disk says whose', () => {
    expect(explain('ERROR: failed to solve: write /var/lib/buildkit/x: no space left on device')).toMatch(
      /disk of the builder/,
    )
  })

  it('of anything else is buildx’s own last error', () => {
    expect(explain(runOutput('npm test', 'two tests failed', 3))).toBe(
      'the push failed: target frontend: failed to solve: process "/bin/sh -c npm test" did not complete successfully: exit code: 3 | The log above shows the step that failed',
    )
    expect(
      explain('ERROR: failed to solve: failed to read dockerfile: open Dockerfile: no such file or directory\n'),
    ).toMatch(/^the push failed: failed to solve: failed to read dockerfile/)
    expect(explain('')).toMatch(/^the push failed: buildx said nothing/)
  })

  it.each([
    './configure --disable-quota',
    'grep "denied: " log',
    'echo x509: y',
    'echo "no space left on device"',
    'curl http://x || echo "unexpected status: 401"',
    'echo "configured as immutable"',
  ])('is not misled by the command that failed: %s', command => {
    expect(explain(runOutput(command, 'text'))).toMatch(/did not complete successfully: exit code: 1 \| The log above/)
  })

  it.each(['denied: you shall not pass', 'ERROR: x509: bad', 'exceed the configured upper limit'])(
    'is not misled by what a step printed: %s',
    said => {
      expect(explain(runOutput('make', said))).toMatch(/exit code: 1 \| The log above/)
    },
  )

  it('is not misled by the name of an image', () => {
    const output = pushOutput(`unexpected status from PUT request to ${URL}: 404 Not Found`)
    expect(explain(output.replaceAll('library/frontend', 'library/quota-immutable'))).toMatch(
      /404 Not Found\) \| The registry says no more/,
    )
  })
})
