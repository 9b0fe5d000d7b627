import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { UserError } from '../errors.js'
import { processExec } from './exec.js'

const folder = temporaryFolder()
const environment = { PATH: process.env.PATH, GREETING: 'hello' }
const exec = processExec(environment)
const sh = (script: string) => ({ command: 'sh', args: ['-c', script] })

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  // A process that ended and was not yet waited for is still there.
  return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
}

/** Resolves as soon as something is true; the test's own time limit ends the wait. */
async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise(resolve => setTimeout(resolve, 5))
}

describe('running a program', () => {
  it('gives its exit code and both outputs', async () => {
    expect(await exec(sh('echo out; echo err >&2; exit 7'))).toEqual({ code: 7, stdout: 'out\n', stderr: 'err\n' })
  })

  it('gives no code when a signal ended it', async () => {
    expect(await exec(sh('kill -9 $$'))).toMatchObject({ code: null })
  })

  it('hands over its input to the end', async () => {
    const stdin = 'ä'.repeat(300_000)
    expect((await exec({ command: 'cat', args: [], stdin })).stdout).toBe(stdin)
  })

  it('closes its input when there is none', async () => {
    expect(await exec({ command: 'cat', args: [] })).toMatchObject({ code: 0, stdout: '' })
  })

  it('is not upset by a program that does not read its input', async () => {
    expect(await exec({ ...sh('exit 3'), stdin: 'x'.repeat(1_000_000) })).toMatchObject({ code: 3 })
  })

  it('passes arguments as they are, without a shell', async () => {
    const args = ['%s|', '$HOME', 'a b', '"', ';exit 1', '*', '']
    expect((await exec({ command: 'printf', args })).stdout).toBe('$HOME|a b|"|;exit 1|*||')
  })

  it('gives the runner’s environment, or the one that is told and nothing else', async () => {
    expect((await exec(sh('echo "$GREETING"'))).stdout).toBe('hello\n')
    const env = { PATH: process.env.PATH, NAME: 'me', GONE: undefined }
    expect((await exec({ ...sh('echo "$GREETING-$NAME-${GONE-unset}"'), env })).stdout).toBe('-me-unset\n')
  })

  it('starts in the folder that is told', async () => {
    expect((await exec({ ...sh('pwd -P'), cwd: '/' })).stdout).toBe('/\n')
  })

  it('tells lines apart as they come, the last one without its end too', async () => {
    const lines: string[] = []
    const onLine = (line: string, stream: string) => void lines.push(`${stream}: ${line}`)
    await exec({ ...sh('printf "one\\r\\ntwo\\n\\nlast"'), onLine })
    expect(lines).toEqual(['stdout: one', 'stdout: two', 'stdout: ', 'stdout: last'])
  })

  it('keeps letters whole that arrive in pieces', async () => {
    const lines: string[] = []
    const script = 'printf "\\303"; sleep 0.05; printf "\\244\\n"'
    expect((await exec({ ...sh(script), onLine: line => void lines.push(line) })).stdout).toBe('ä\n')
    expect(lines).toEqual(['ä'])
  })
})

describe('a program that does not start', () => {
  it('is named, with what to do', async () => {
    const error = await exec({ command: 'no-such-program', args: [] }).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(UserError)
    expect(error).toMatchObject({
      message: 'the program "no-such-program" was not found',
      next: expect.stringContaining('PATH'),
    })
  })

  it('is not blamed for a folder that does not exist', async () => {
    await expect(exec({ ...sh('true'), cwd: join(folder, 'gone') })).rejects.toThrow(
      /the folder .*gone, in which sh was to run, does not exist/,
    )
  })

  it('is not even tried when the run is cancelled already', async () => {
    const marker = join(folder, 'started')
    const signal = AbortSignal.abort(new Error('cancelled before'))
    await expect(exec({ ...sh(`echo > ${marker}`), signal })).rejects.toThrow('cancelled before')
    expect(() => readFileSync(marker)).toThrow()
  })
})

describe('cancelling a program', () => {
  it('lets it end in order, and rejects with the reason', async () => {
    const marker = join(folder, 'ended-in-order')
    const controller = new AbortController()
    const running = exec({
      ...sh(`trap 'echo done > ${marker}; exit 0' TERM; echo ready; while :; do sleep 0.01; done`),
      signal: controller.signal,
      onLine: () => controller.abort(new Error('enough')),
    })
    await expect(running).rejects.toThrow('enough')
    expect(readFileSync(marker, 'utf8')).toBe('done\n')
  })

  it('kills it when it does not end, together with what it started', async () => {
    const controller = new AbortController()
    const pids: number[] = []
    const script = `trap '' TERM; sh -c 'trap "" TERM; echo $$; exec sleep 30' & echo $$; wait; wait`
    const running = processExec(
      environment,
      50,
    )({
      ...sh(script),
      signal: controller.signal,
      onLine(line) {
        pids.push(Number(line))
        if (pids.length === 2) controller.abort(new Error('enough'))
      },
    })
    await expect(running).rejects.toThrow('enough')
    expect(pids).toHaveLength(2)
    await until(() => !pids.some(isAlive))
  })

  it('does not wait for what a program left behind', async () => {
    const controller = new AbortController()
    let left = 0
    const running = processExec(
      environment,
      50,
    )({
      // The child ends at once and its own child keeps the output open.
      ...sh(`sh -c 'trap "" TERM; echo $$; exec sleep 30' & wait`),
      signal: controller.signal,
      onLine(line) {
        left = Number(line)
        controller.abort(new Error('enough'))
      },
    })
    await expect(running).rejects.toThrow('enough')
    await until(() => !isAlive(left))
  })

  it('leaves programs alone that ended before', async () => {
    const controller = new AbortController()
    const result = await exec({ ...sh('echo ok'), signal: controller.signal })
    controller.abort()
    expect(result.stdout).toBe('ok\n')
  })

  it('is not reached by a Ctrl+C in the terminal, which is ours to handle', async () => {
    const own = (await exec(sh('ps -o pgid= -p $$ 2>/dev/null || cut -d" " -f5 /proc/$$/stat'))).stdout.trim()
    expect(Number(own)).not.toBe(Number(readFileSync('/proc/self/stat', 'utf8').split(' ')[4]))
  })
})
