import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeCertificate } from './certificate.js'
import type { Lab } from './lab.js'
import { start } from './program.js'

export interface Registry {
  readonly port: number
  /** 127.0.0.1:PORT */
  readonly address: string
  /** http://127.0.0.1:PORT, or https:// */
  readonly url: string
  /** The certificate in PEM, when it speaks TLS. */
  readonly certificateFile: string | undefined
  /** What the registry has written so far: its own log of requests. */
  log(): string
  stop(): Promise<void>
}

export interface RegistryOptions {
  /** Whether `account` is wanted for everything; on unless told. */
  readonly auth?: boolean
  /** Speaks TLS with a certificate of its own for 127.0.0.1, localhost and these names. */
  readonly tls?: { readonly names: readonly string[] }
  /** Any free port unless told; told, to come back where it was. */
  readonly port?: number
}

/**
 * The only account. The user's name is of the form that Harbor gives to robots; the password is made of what shells, URLs
 * and YAML stumble over, and is looked for in everything that a run writes.
 */
export const account = { username: 'robot$library+ci', password: 'canary-$HOME/+=%41"pw\'' } as const

/** bcrypt, the only form that the registry takes; made once, because nothing that every machine has can make it. */
const htpasswd = `${account.username}:$2a$05$gOzcb2gc/uPL/dmRQwCUluy/C4EPFMRiwft/EWyJTziZS8GkxMs8m\n`

/** The reference registry on 127.0.0.1, with its data in the lab's folder and deletion allowed. */
export async function startRegistry(lab: Lab, options: RegistryOptions = {}): Promise<Registry> {
  const folder = await lab.makeFolder('registry')
  const tls = options.tls === undefined ? undefined : await makeCertificate(lab, options.tls.names)
  const config = {
    version: '0.1',
    log: { level: 'info', accesslog: { disabled: false } },
    storage: { filesystem: { rootdirectory: join(folder, 'data') }, delete: { enabled: true } },
    http: {
      addr: `127.0.0.1:${options.port ?? 0}`,
      // Whatever stands in front of the registry need not rewrite its answers.
      relativeurls: true,
      ...(tls === undefined ? {} : { tls: { certificate: tls.certificateFile, key: tls.keyFile } }),
    },
    ...((options.auth ?? true) ? { auth: { htpasswd: { realm: 'lab', path: join(folder, 'htpasswd') } } } : {}),
  }
  await writeFile(join(folder, 'htpasswd'), htpasswd)
  // JSON is YAML.
  await writeFile(join(folder, 'config.yml'), JSON.stringify(config))
  const process = start(lab, { command: 'docker-registry', args: ['serve', join(folder, 'config.yml')], cwd: folder })
  const [, port] = await process.waitFor(/listening on 127\.0\.0\.1:(\d+)/)
  return {
    port: Number(port),
    address: `127.0.0.1:${port}`,
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    certificateFile: tls?.certificateFile,
    log: process.output,
    stop: process.stop,
  }
}
