import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Lab } from './lab.js'
import { start, succeed } from './program.js'
import { locate } from './tools.js'

/** A machine that can be reached by SSH, on 127.0.0.1. */
export interface SshServer {
  readonly port: number
  readonly user: string
  /** The user's private key, OpenSSH's format. */
  readonly key: string
  /** The line of a known_hosts file. */
  readonly knownHosts: string
  log(): string
  stop(): Promise<void>
}

/**
 * Starts an sshd whose only user is `deploy`. Needs root: sshd wants accounts and a folder below /run, which it gets in a
 * mount namespace of its own.
 *
 * @param env of every session, PATH among it
 */
export async function startSshServer(lab: Lab, env: Readonly<Record<string, string>>): Promise<SshServer> {
  const folder = await lab.makeFolder('ssh')
  const port = await freePort()
  const file = (name: string) => join(folder, name)
  const [host, user] = [await makeSshKey(lab), await makeSshKey(lab)]
  await mkdir(file('home'))
  await writeFile(file('authorized_keys'), `${user.publicKey}\n`, { mode: 0o600 })
  await writeFile(file('host'), host.key, { mode: 0o600 })
  // Root under another name: the lab's folder is nobody else's.
  const accounts = `deploy:x:0:0::${file('home')}:/bin/sh\nsshd:x:65533:65534::/run/sshd:/bin/false\n`
  await writeFile(file('passwd'), `${accounts}${await readFile('/etc/passwd', 'utf8')}`)
  await chmod(file('passwd'), 0o644)
  const variables = Object.entries({ ...env, FLUXGATE_LAB: lab.folder }).map(([name, value]) => `${name}="${value}"`)
  await writeFile(
    file('sshd_config'),
    [
      ...[`ListenAddress 127.0.0.1:${port}`, `HostKey ${file('host')}`, `PidFile none`, 'UsePAM no'],
      ...[`AuthorizedKeysFile ${file('authorized_keys')}`, 'StrictModes no', 'PermitRootLogin prohibit-password'],
      ...['PasswordAuthentication no', 'AllowUsers deploy', `SetEnv ${variables.join(' ')}`, ''],
    ].join('\n'),
  )
  const sshd = start(lab, {
    command: 'unshare',
    args: [
      ...['--mount', '--propagation', 'slave', 'bash', '-c'],
      'mount --bind "$0" /etc/passwd && mount -t tmpfs tmpfs /run && mkdir /run/sshd && exec "$@"',
      ...[file('passwd'), locate('sshd') ?? 'sshd', '-D', '-e', '-f', file('sshd_config')],
    ],
  })
  await sshd.waitFor(/Server listening/)
  return {
    port,
    user: 'deploy',
    key: user.key,
    knownHosts: `[127.0.0.1]:${port} ${host.publicKey}\n`,
    log: sshd.output,
    stop: sshd.stop,
  }
}

export interface SshKey {
  /** OpenSSH's format. */
  readonly key: string
  /** `ssh-ed25519 AAAA…` */
  readonly publicKey: string
}

export async function makeSshKey(lab: Lab): Promise<SshKey> {
  const file = join(await lab.makeFolder('key'), 'key')
  await succeed(lab, { command: 'ssh-keygen', args: ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', file] })
  const publicKey = (await readFile(`${file}.pub`, 'utf8')).trim()
  return { key: await readFile(file, 'utf8'), publicKey }
}

/** A port of 127.0.0.1 that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
