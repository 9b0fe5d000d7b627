import { X509Certificate } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { processExec } from '../../src/runner/exec.js'
import { diskFiles } from '../../src/runner/files.js'
import { sealValue } from '../../src/sealed/envelope.js'
import { makeSealingKey } from '../../tests/fakes/sealing-key.js'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { checkTree } from './check-tree.js'

const root = temporaryFolder()
const key = makeSealingKey(root, { days: 5 })
const good = sealValue(Buffer.from('x'), new X509Certificate(key.certificate).publicKey, 'web/app')
const sealed = (value: string) => `apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata:
  name: app
  namespace: web
spec:
  encryptedData:
    fine: ${good}
    k: ${value}
`

async function check(files: Record<string, string>) {
  const workspace = mkdtempSync(join(root, 'tree-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true })
    writeFileSync(join(workspace, path), text)
  }
  const { checked, problems } = await checkTree('flux', {
    workspace,
    exec: processExec(process.env),
    env: process.env,
    files: diskFiles(root),
    clock: { now: () => Date.now(), sleep: async () => undefined },
  })
  return {
    checked,
    problems: problems.map(({ rule, severity, place }) => `${place.file}:${place.line} ${severity} ${rule}`),
  }
}

describe('a folder', () => {
  it('is checked with all its SealedSecrets, each fault with its file and line', async () => {
    expect(
      await check({
        'flux/a.yaml': sealed(good),
        'flux/deep/b.yaml': `# c\n---\nkind: Other\n---\n${sealed('REPLACE_ME')}---\n${sealed('"no base64"')}`,
        'flux/broken.yaml': 'kind: SealedSecret\n: [',
        'outside.yaml': sealed('REPLACE_ME'),
      }),
    ).toEqual({
      checked: 3,
      problems: ['flux/deep/b.yaml:13 error sealed-placeholder', 'flux/deep/b.yaml:23 error sealed-structure'],
    })
  })

  it('has its certificate judged, and the values by it', async () => {
    const odd = Buffer.concat([Buffer.from([1, 44]), Buffer.alloc(400)]).toString('base64')
    expect(await check({ 'flux/pub-cert.pem': key.certificate, 'flux/a.yaml': sealed(odd) })).toEqual({
      checked: 1,
      problems: ['flux/a.yaml:9 error sealed-structure', 'flux/pub-cert.pem:1 warning sealed-certificate'],
    })
    expect((await check({ 'flux/pub-cert.pem': 'x' })).problems).toEqual([
      'flux/pub-cert.pem:1 warning sealed-certificate',
    ])
  })

  it('has its kustomizations asked whether they rename what is sealed', async () => {
    const kustomization = (text: string) => ({
      'flux/kustomization.yaml': `${text}\nresources: [./a.yaml]\n`,
      'flux/a.yaml': sealed(good),
    })
    expect((await check(kustomization('namePrefix: x-'))).problems).toEqual([
      'flux/kustomization.yaml:1 error sealed-scope',
    ])
    expect((await check(kustomization('namespace: other'))).problems).toEqual([
      'flux/kustomization.yaml:1 error sealed-scope',
    ])
    expect((await check(kustomization('namespace: web'))).problems).toEqual([])
  })

  it('that is not there is told', async () => {
    await expect(check({})).rejects.toThrow('the folder flux does not exist')
  })
})
