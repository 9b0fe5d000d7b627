import { userErrorsOf } from '../errors.js'
import { expiryProblem, readCertificates, type SealingCertificate } from './certificate.js'

/** A file that by its name holds certificates of the controller. */
interface CertificateFile {
  readonly path: string
  readonly text: string
}

/** What is wrong with such a file. */
export interface CertificateProblem {
  readonly path: string
  readonly text: string
  /** A sentence without a full stop, in which nothing of the file's content is shown. */
  readonly message: string
  /** What to do, as one sentence. */
  readonly fix: string
}

/** Every certificate that can be read. */
export function treeCertificates(files: readonly CertificateFile[]): readonly SealingCertificate[] {
  return files.flatMap(file => {
    const read = certificatesIn(file)
    return 'problems' in read ? [] : read.certificates
  })
}

/**
 * The files that no value can be sealed with any more, or soon not: in each the newest certificate is the one that counts.
 *
 * @param now milliseconds since 1970
 */
export function certificateProblems(files: readonly CertificateFile[], now: number): readonly CertificateProblem[] {
  const fix = 'Get the current one from the controller: fluxgate seal fetch'
  return files.flatMap(file => {
    const { path, text } = file
    const read = certificatesIn(file)
    if ('problems' in read) return read.problems.map(message => ({ path, text, message, fix }))
    const newest = [...read.certificates].sort((left, right) => right.validFrom - left.validFrom)[0]
    const problem = newest && expiryProblem(newest, now)
    return problem === undefined ? [] : [{ path, text, message: `the certificate ${problem.text}`, fix }]
  })
}

function certificatesIn({
  path,
  text,
}: CertificateFile):
  | { readonly certificates: readonly SealingCertificate[] }
  | { readonly problems: readonly string[] } {
  try {
    return { certificates: readCertificates(text, path) }
  } catch (error) {
    const mistakes = userErrorsOf(error)
    if (mistakes.length === 0) throw error
    return { problems: mistakes.map(({ message }) => message) }
  }
}
