import { existsSync } from 'node:fs'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Lab } from './lab.js'
import { pluginsFolder } from './tools.js'

/** A new DOCKER_CONFIG with nothing in it but buildx. */
export async function makeConfigFolder(lab: Lab): Promise<string> {
  const folder = await lab.makeFolder('docker-config')
  const plugin = join(pluginsFolder, 'docker-buildx')
  await mkdir(join(folder, 'cli-plugins'))
  // A machine's own buildx is found in the places that are built into the docker CLI.
  if (existsSync(plugin)) await symlink(plugin, join(folder, 'cli-plugins', 'docker-buildx'))
  return folder
}

/**
 * Writes what `docker login` would write. The command itself asks the daemon, which refuses plain HTTP for a name that is
 * not in its configuration.
 */
export async function writeLogin(
  configFolder: string,
  registry: string,
  { username, password }: { username: string; password: string },
): Promise<void> {
  const auth = Buffer.from(`${username}:${password}`).toString('base64')
  await writeFile(join(configFolder, 'config.json'), JSON.stringify({ auths: { [registry]: { auth } } }), {
    mode: 0o600,
  })
}
