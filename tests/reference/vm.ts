import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { chmod, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { cloneGitRepository, type GitRepository } from '../lab/git-repository.js'
import type { Lab } from '../lab/lab.js'
import { type SshServer, startSshServer } from '../lab/ssh-server.js'

/** The machine outside the cluster that the backend runs on. */
export interface Vm {
  readonly ssh: SshServer
  readonly repository: GitRepository
  /** Where the compose file in force is. */
  readonly state: string
  readonly healthUrl: string
  /** What docker was asked since the last time: `pull TAG`, `up TAG`. */
  calls(): readonly string[]
  /** The tag of the backend that runs; undefined before the first. */
  running(): string | undefined
  /** The text of the compose file in force; undefined before the first. */
  inForce(): string | undefined
  /** From now on a tag cannot be pulled, does not come up, answers with 503 once it is up, or takes 2 s for each step. */
  breakTag(tag: string, how: 'pull' | 'up' | 'health' | 'slow'): Promise<void>
  /** As new: nothing deployed, nothing broken. */
  reset(): Promise<void>
}

/**
 * Stands in for docker: writes down what it is asked, and keeps the tag of what it "runs". It is as strict about the
 * command line as the deployment relies on: the file has to be there and to name one backend image.
 */
const DOCKER = `#!/bin/sh
set -eu
[ "$1" = compose ] && shift
directory= file=
while :; do
  case $1 in
    --project-directory) directory=$2; shift 2 ;;
    --file) file=$2; shift 2 ;;
    *) break ;;
  esac
done
[ -d "$directory" ] || { echo "no folder $directory" >&2; exit 14; }
tag=$(sed -n 's/^ *image: [^ ]*:\\([^ :]*\\)\\( .*\\)\\{0,1\\}$/\\1/p' "$file")
[ -n "$tag" ] || { echo "no image in $file" >&2; exit 15; }
echo "$1 $tag" >>"$FAKE/calls"
case " $* " in *' up '*) case " $* " in *' --wait '*) ;; *) exit 16 ;; esac ;; esac
! grep -qx "slow $tag" "$FAKE/broken" || sleep 2
! grep -qx "$1 $tag" "$FAKE/broken" || { echo "$1 of $tag fails" >&2; exit 1; }
[ "$1" != up ] || echo "$tag" >"$FAKE/running"
`

export async function startVm(lab: Lab, origin: string): Promise<Vm> {
  const fake = await lab.makeFolder('docker')
  const bin = await lab.makeFolder('vm-bin')
  const repository = await cloneGitRepository(lab, origin)
  await writeFile(join(bin, 'docker'), DOCKER)
  await chmod(join(bin, 'docker'), 0o755)
  const state = join(await lab.makeFolder('vm'), 'website-deployed')
  const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '')
  const broken = () => read(join(fake, 'broken')).split('\n')
  const running = () => read(join(fake, 'running')).trim() || undefined

  const server = createServer(({ url }, response) => {
    const tag = running()
    const isWell = url === '/api/health' && tag !== undefined && !broken().includes(`health ${tag}`)
    response.writeHead(isWell ? 200 : 503).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  lab.onStop(async () => {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  })
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the health server has no address')

  const reset = async () => {
    await rm(state, { recursive: true, force: true })
    for (const file of ['calls', 'broken', 'running']) await writeFile(join(fake, file), '')
  }
  await reset()
  return {
    ssh: await startSshServer(lab, { PATH: `${bin}:${lab.env.PATH}`, FAKE: fake, GIT_CONFIG_NOSYSTEM: '1' }),
    repository,
    state,
    healthUrl: `http://127.0.0.1:${address.port}/api/health`,
    calls: () => {
      const lines = read(join(fake, 'calls')).split('\n')
      writeFileSync(join(fake, 'calls'), '')
      return lines.filter(line => line !== '')
    },
    running,
    inForce: () => read(join(state, 'docker-compose.yml')) || undefined,
    breakTag: (tag, how) => writeFile(join(fake, 'broken'), `${how} ${tag}\n`, { flag: 'a' }),
    reset,
  }
}
