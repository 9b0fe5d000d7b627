import { execFileSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { openLab } from './lab.js'
import { start } from './program.js'
import { startSshServer } from './ssh-server.js'
import { describeWith } from './tools.js'

describeWith(['root', 'openssh'], 'an SSH server of a lab', () => {
  test('is known to the guard, which ends it when nobody else has', async () => {
    const lab = await openLab()
    const ssh = await startSshServer(lab, {})
    const guard = start(lab, {
      command: process.execPath,
      args: [`${import.meta.dirname}/guard.mjs`, lab.folder],
      // Not of the lab, or it would end itself.
      wrap: (command, args) => ({ command: 'env', args: ['-u', 'FLUXGATE_LAB', command, ...args] }),
    })
    const { stdout } = await guard.ended
    expect(stdout).toMatch(/process \d+ still ran: sshd/)
    await sleep(100)
    const listening = execFileSync('bash', [
      '-c',
      `(: </dev/tcp/127.0.0.1/${ssh.port}) 2>/dev/null && echo yes || echo no`,
    ])
    expect(listening.toString().trim()).toBe('no')
    await lab.stop()
  }, 30_000)
})
