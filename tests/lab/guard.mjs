/**
 * Stands behind a lab: `node guard.mjs FOLDER`, with a pipe from the test process as standard input. When the pipe ends
 * (the lab was stopped, or the test process died, even by SIGKILL), it ends every process of the lab that still runs,
 * unmounts what is mounted below the folder and removes the folder. Prints what it had to end by force.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const folder = process.argv[2]
if (!folder?.includes('fluxgate-lab-')) throw new Error('usage: guard.mjs FOLDER')

// Only the end of the pipe ends the guard.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})
process.stdin.resume()
process.stdin.on('end', cleanUp)
process.stdin.on('error', cleanUp)

async function cleanUp() {
  const late = await afterWaiting(1500)
  for (const pid of late) {
    console.log(`process ${pid} still ran: ${commandLine(pid)}`)
    kill(pid, 'SIGTERM')
  }
  for (const pid of late.length === 0 ? [] : await afterWaiting(3000)) kill(pid, 'SIGKILL')
  await afterWaiting(2000)
  for (const mountPoint of mountPoints().toReversed()) execFileSync('umount', ['--lazy', mountPoint])
  removeControlGroups()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  process.exit(0)
}

/** The processes of the lab that are still there after so many milliseconds; returns earlier when there are none. */
async function afterWaiting(milliseconds) {
  const end = Date.now() + milliseconds
  while (processes().length > 0 && Date.now() < end) await sleep(50)
  return processes()
}

/**
 * A process belongs to the lab when it inherited the lab's mark; when its root is a container of the lab: what runs in a
 * container has an environment of its own; or when it calls itself an sshd of the lab, which writes its title over its
 * environment.
 */
function processes() {
  return readdirSync('/proc').filter(pid => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return false
    if (read(`/proc/${pid}/environ`).split('\0').includes(`FLUXGATE_LAB=${folder}`)) return true
    const title = read(`/proc/${pid}/cmdline`)
    if (title.startsWith('sshd: ') && title.includes(` ${folder}/`)) return true
    const root = read(`/proc/${pid}/mountinfo`)
      .split('\n')
      .find(line => line.split(' ')[4] === '/')
    return root?.includes(`${folder}/`) ?? false
  })
}

function mountPoints() {
  return read('/proc/self/mountinfo')
    .split('\n')
    .map(line => line.split(' ')[4] ?? '')
    .filter(path => path.startsWith(`${folder}/`))
}

/** A container whose runtime was killed leaves its control groups; the engine's own data says which are ours. */
function removeControlGroups() {
  const containers = list(folder).flatMap(name => list(`${folder}/${name}/data/containers`))
  for (const id of containers) {
    for (const controller of list('/sys/fs/cgroup')) {
      for (const parent of ['docker', 'docker/buildx']) removeTree(`/sys/fs/cgroup/${controller}/${parent}/${id}`)
    }
  }
}

/** Of control groups only the folders can be removed, from the innermost outwards. */
function removeTree(path) {
  for (const name of list(path)) removeTree(`${path}/${name}`)
  try {
    rmdirSync(path)
  } catch {
    // A file of the control group, or a controller that this container was not in.
  }
}

function list(path) {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}

function commandLine(pid) {
  return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim().slice(0, 200)
}

function kill(pid, signal) {
  try {
    process.kill(Number(pid), signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

/** A process may end between the listing and the reading. */
function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
