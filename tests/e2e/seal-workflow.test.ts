import { cp, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { makeSealingKey, openSealed, type SealingKey } from '../fakes/sealing-key.js'
import { type GitRepository, makeGitRepository } from '../lab/git-repository.js'
import { type Lab, openLab } from '../lab/lab.js'
import { run } from '../lab/program.js'
import { describeWith, node } from '../lab/tools.js'

const ROOT = join(import.meta.dirname, '..', '..')
const WORKFLOW = '.github/workflows/seal.yml'
const BUILD_WORKFLOW = '.github/workflows/build-and-push.yml'
const CLI = join(ROOT, 'dist', 'cli', 'index.js')
const SECRETS = {
  HARBOR_USERNAME: 'canaryRobot',
  HARBOR_PASSWORD: 'canaryPassword5f0e1d',
  VM_SSH_KEY: '-----BEGIN OPENSSH PRIVATE KEY-----\ncanaryKeyLine\n-----END OPENSSH PRIVATE KEY-----',
  SEAL_FINGERPRINT_KEY: 'canaryFingerprintKey0123456789',
}

describeWith(['act', 'node24', 'openssl'], 'the seal workflow, run on the host by a local runner of workflows', () => {
  let lab: Lab
  let key: SealingKey
  let repository: GitRepository

  beforeAll(async () => {
    lab = await openLab()
    key = makeSealingKey(lab.folder, { bits: 4096 })
    repository = await makeGitRepository(lab)
    // The reference cluster, for which everything but the certificate stays.
    const paths = [WORKFLOW, BUILD_WORKFLOW, '.fluxgate.yaml', 'flux', 'actions/seal/action.yml', 'dist/seal']
    for (const path of paths) {
      await cp(join(ROOT, path), join(repository.folder, path), { recursive: true })
    }
    await repository.commit({ 'flux/sealing/pub-cert.pem': key.certificate })
    await repository.addOrigin()
  })

  afterAll(() => lab.stop())

  async function dispatch(renew: string): Promise<string> {
    const event = join(lab.folder, 'event.json')
    const payload = {
      ref: 'refs/heads/master',
      inputs: { renew, deliver: 'commit' },
      repository: { default_branch: 'master', full_name: 'example/website' },
    }
    await writeFile(event, JSON.stringify(payload))
    const { code, stdout, stderr } = await run(lab, {
      command: 'act',
      args: [
        'workflow_dispatch',
        ...[
          '--workflows',
          WORKFLOW,
          '--platform',
          'ubuntu-24.04=-self-hosted',
          '--use-gitignore=false',
          '--eventpath',
          event,
        ],
        ...Object.keys(SECRETS).flatMap(name => ['--secret', name]),
      ],
      cwd: repository.folder,
      env: { ...SECRETS, PATH: `${dirname(node(24) ?? '')}:${lab.env.PATH}` },
    })
    if (code !== 0) throw new Error(`act ended with ${code}:\n${stdout}\n${stderr}`)
    // It works in a copy of the repository; what it pushed is at origin.
    await repository.git('fetch', '--quiet', 'origin')
    await repository.git('reset', '--quiet', '--hard', 'origin/master')
    return stdout
  }

  const read = async (name: string) =>
    parse(await readFile(join(repository.folder, 'flux/clusters/production/sealed-secrets', `${name}.yaml`), 'utf8'))

  test('a dispatch seals both secrets onto the branch; the next one changes only what is named', async () => {
    const log = await dispatch('')
    expect(log).toContain('Job succeeded')
    for (const secret of Object.values(SECRETS).flatMap(value => value.split('\n'))) {
      if (secret.startsWith('canary')) expect(log).not.toContain(secret)
    }
    expect(await repository.git('log', '-1', '--format=%s')).toBe(
      'Seal flux-system/harbor-credentials and website/vm-ssh-key',
    )
    const sealed = (await read('vm-ssh-key')).spec.encryptedData.id_ed25519
    expect(openSealed(sealed, key.key, 'website/vm-ssh-key').toString()).toBe(`${SECRETS.VM_SSH_KEY}\n`)
    const harbor = await read('harbor-credentials')
    expect(harbor.spec.template.type).toBe('kubernetes.io/dockerconfigjson')

    const head = await repository.git('rev-parse', 'HEAD')
    await dispatch('')
    expect(await repository.git('rev-parse', 'HEAD')).toBe(head)
    await dispatch('website/vm-ssh-key')
    expect(await repository.git('diff', '--name-only', head, 'HEAD')).toBe(
      'flux/clusters/production/sealed-secrets/vm-ssh-key.yaml',
    )
    // What came of it passes the gate, and so would a value that is not sealed not.
    const verify = () =>
      run(lab, { command: process.execPath, args: [CLI, 'verify', '--format', 'json'], cwd: repository.folder })
    const passed = await verify()
    expect(JSON.parse(passed.stdout)).toMatchObject({ verdict: 'pass', findings: [] })
    const path = 'flux/clusters/production/sealed-secrets/vm-ssh-key.yaml'
    const text = await readFile(join(repository.folder, path), 'utf8')
    await repository.write({ [path]: text.replace(/id_ed25519: .*/, 'id_ed25519: AgPLACEHOLDER') })
    expect(await verify()).toMatchObject({ code: 1, stdout: expect.stringContaining('"sealed-') })
  }, 120_000)
})
