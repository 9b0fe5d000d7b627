import { join } from 'node:path'
import type { Lab } from './lab.js'
import { succeed } from './program.js'

export interface Certificate {
  readonly certificateFile: string
  readonly keyFile: string
}

/** A self-signed certificate for 127.0.0.1, localhost and the names; nobody trusts it unless told to. */
export async function makeCertificate(lab: Lab, names: readonly string[]): Promise<Certificate> {
  const folder = await lab.makeFolder('certificate')
  const certificateFile = join(folder, 'certificate.pem')
  const keyFile = join(folder, 'key.pem')
  const alternatives = ['IP:127.0.0.1', ...['localhost', ...names].map(name => `DNS:${name}`)].join(',')
  await succeed(lab, {
    command: 'openssl',
    args: [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc', '-days', '2'],
      ...['-subj', '/CN=lab', '-addext', `subjectAltName=${alternatives}`],
      ...['-keyout', keyFile, '-out', certificateFile],
    ],
  })
  return { certificateFile, keyFile }
}
