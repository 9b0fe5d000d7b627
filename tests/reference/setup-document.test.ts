import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { member, valueAt } from '../../src/json.js'
import { makeSealingKey, openSealed } from '../fakes/sealing-key.js'
import { type Lab, openLab } from '../lab/lab.js'
import { type Ended, run } from '../lab/program.js'
import { describeWith } from '../lab/tools.js'
import { commandBlocks, commandsWith } from './setup-document.js'
import { CLUSTER, ROOT } from './tree.js'

const VALUES = {
  HARBOR_PULL_USERNAME: 'robot$library+pull',
  HARBOR_PULL_PASSWORD: 'of the harbor',
  HARBOR_WEBHOOK_TOKEN: 'of the webhook',
  BUILD_PUSH_WEBHOOK_TOKEN: 'of the build that pushes',
  GITHUB_DISPATCH_TOKEN: 'github_pat_of_nobody',
}

/** What the blocks have in them that tests run, here and in the closed loop. */
const RUN_HERE = [
  '--fluxgate OWNER',
  'fluxgate init --registry 192.168.0.41',
  'fluxgate verify .',
  'fluxgate seal --secrets',
  'gh secret set',
  'crane tag',
]

test('every block of commands is run by a test, or its section says where it is to be run', () => {
  const blocks = commandBlocks()
  expect(blocks.length).toBeGreaterThan(RUN_HERE.length)
  for (const text of RUN_HERE) expect(() => commandsWith(text)).not.toThrow()
  const unmarked = blocks.filter(
    ({ text, before }) =>
      !RUN_HERE.some(known => text.includes(known)) && !/(?<!\S)_(?:Where|On|In) [^\n]*[.:]_/.test(before),
  )
  expect(unmarked.map(({ text }) => text)).toEqual([])
})

describeWith(['git', 'openssl', 'openssh'], 'the commands of docs/FLUX_SETUP.md', () => {
  let lab: Lab
  let repository: string
  let bin: string

  beforeAll(async () => {
    lab = await openLab()
    repository = join(await lab.makeFolder('work'), 'website')
    bin = await lab.makeFolder('bin')
    const cli = join(ROOT, 'dist', 'cli', 'index.js')
    await writeFile(join(bin, 'fluxgate'), `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`)
    await chmod(join(bin, 'fluxgate'), 0o755)
    await run(lab, { command: 'git', args: ['init', '--quiet', '--initial-branch=master', repository] })
  })

  afterAll(() => lab.stop())

  function shell(commands: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> {
    const wholeEnv = { ...lab.env, PATH: `${bin}:${lab.env.PATH}`, ...env }
    return run(lab, { command: 'bash', args: ['--norc', '-euc', commands], cwd: repository, wholeEnv })
  }

  test("the tree with somebody's values has nothing for the gate to say", async () => {
    // Which commit that is, only whoever reads it knows.
    const init = commandsWith('--fluxgate OWNER').replace(
      'OWNER/fluxgate@COMMIT',
      `me/fluxgate@${'0123456789'.repeat(4)}`,
    )
    expect(await shell(init)).toMatchObject({ code: 0, stderr: expect.stringContaining('Written: ') })
    expect(existsSync(join(repository, CLUSTER, 'backend/deploy-job.yaml'))).toBe(true)
    await shell('git add --all')
    const { code, stdout } = await shell(commandsWith('fluxgate verify .\n'))
    expect(code).toBe(0)
    expect(stdout).toContain('The gate is open: nothing was found')
    expect(stdout).not.toMatch(/^ +[✗?] /m)
  })

  test('another value is set everywhere, and the gate stays open', async () => {
    expect((await shell(commandsWith('fluxgate init --registry 192.168.0.41'))).code).toBe(0)
    expect((await shell('grep -rF 192.168.0.40 flux .github .fluxgate.yaml')).stdout).toBe('')
    expect((await shell(commandsWith('fluxgate verify .\n'))).code).toBe(0)
    await shell('fluxgate init --registry 192.168.0.40:5000 --write')
    expect((await shell('git diff')).stdout).toBe('')
  })

  test('every secret is sealed anew for the certificate of another controller, and the gate stays open', async () => {
    const { certificate, key } = makeSealingKey(lab.folder)
    writeFileSync(join(repository, 'flux/sealing/pub-cert.pem'), certificate)
    const [makeKey = ''] = commandsWith('ssh-keygen -t ed25519').split('\n')
    await shell(makeKey)
    writeFileSync(join(repository, 'vm-known-hosts'), '192.168.0.50 ssh-ed25519 AAAA\n')
    const sshKey = readFileSync(join(repository, 'vm-ssh-key'), 'utf8')
    // Up to the commit: there is nowhere to push to.
    const seal = commandsWith('fluxgate seal --secrets').split('git add')[0] ?? ''
    const { code, stderr } = await shell(seal, VALUES)
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('7 of 7 values changed') })

    const opened = (namespace: string, name: string, entry: string) => {
      const sealed: unknown = parse(readFileSync(join(repository, CLUSTER, 'sealed-secrets', `${name}.yaml`), 'utf8'))
      const text = String(valueAt(sealed, ['spec', 'encryptedData', entry]))
      return openSealed(text, key, `${namespace}/${name}`).toString()
    }
    for (const [namespace, name] of [
      ['flux-system', 'harbor-credentials'],
      ['website', 'harbor-pull'],
    ] as const) {
      const login: unknown = JSON.parse(opened(namespace, name, '.dockerconfigjson'))
      expect(member(valueAt(login, ['auths', '192.168.0.40:5000']), 'password')).toBe(VALUES.HARBOR_PULL_PASSWORD)
    }
    expect(opened('website', 'vm-ssh-key', 'id_ed25519')).toBe(sshKey)
    expect(opened('website', 'vm-ssh-key', 'known_hosts')).toContain('192.168.0.50 ssh-ed25519')
    expect(opened('flux-system', 'harbor-webhook', 'token')).toBe(VALUES.HARBOR_WEBHOOK_TOKEN)
    expect(opened('flux-system', 'build-push-webhook', 'token')).toBe(VALUES.BUILD_PUSH_WEBHOOK_TOKEN)
    expect(opened('flux-system', 'github-dispatch', 'token')).toBe(VALUES.GITHUB_DISPATCH_TOKEN)
    expect((await shell('git add --all && git ls-files')).stdout).not.toContain('vm-ssh-key\n')
    expect((await shell(commandsWith('fluxgate verify .\n'))).code).toBe(0)
  })

  test.each(commandBlocks().map(({ text }) => text))('bash can read %#', async text => {
    expect(await shell(`bash -n <<'BLOCK'\n${text}BLOCK`)).toMatchObject({ code: 0, stderr: '' })
  })

  test("the address and the token of the build's Receiver become secrets of the repository", async () => {
    const stand = await lab.makeFolder('stand-ins')
    const path = `/hook/${'0a1b2c3d'.repeat(8)}`
    const wanted = '-n flux-system get receiver build-push -o jsonpath={.status.webhookPath}'
    await writeFile(join(stand, 'kubectl'), `#!/bin/sh\n[ "$*" = "${wanted}" ] && printf %s ${path}\n`, { mode: 0o755 })
    await writeFile(join(stand, 'gh'), '#!/bin/sh\nprintf "%s|" "$@"; cat; echo\n', { mode: 0o755 })
    const PATH = `${stand}:${bin}:${lab.env.PATH}`
    const { code, stdout } = await shell(commandsWith('gh secret set'), { ...VALUES, PATH })
    expect({ code, stdout: stdout.split('\n') }).toEqual({
      code: 0,
      stdout: [
        `secret|set|FLUX_RECEIVER|http://ANY-NODE${path}`,
        `secret|set|FLUX_RECEIVER_TOKEN|${VALUES.BUILD_PUSH_WEBHOOK_TOKEN}`,
        '',
      ],
    })
  })
})
