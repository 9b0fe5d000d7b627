import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { binFolder, describeWith } from '../../tests/lab/tools.js'
import { takeInventory } from '../flux/inventory.js'
import { readSourceFile } from '../yaml/source-file.js'
import { clearValuesOf } from './clear-values.js'
import { creationRulesOf } from './creation-rules.js'
import { isEncrypted, leavesOf, namesOf, sopsDocumentsIn } from './sops-document.js'

const PLAIN = `apiVersion: v1
kind: Secret
metadata:
  name: app
  labels_unencrypted: {team: a}
data:
  password: eA==
  flag: true
  many: [a, {b_secret: c}]
  empty: ""
  nothing: null
stringData:
  url: x
`

/** What the installed sops makes of a file is what we say of it, in both directions. */
describeWith(['sops'], 'the installed sops', () => {
  const root = temporaryFolder()
  const env = { PATH: `${binFolder}:${process.env.PATH}`, HOME: root, SOPS_AGE_KEY_FILE: join(root, 'key.txt') }
  execFileSync('age-keygen', ['-o', env.SOPS_AGE_KEY_FILE], { env, stdio: 'pipe' })
  const [, age] = /public key: (age1\w+)/.exec(readFileSync(env.SOPS_AGE_KEY_FILE, 'utf8')) ?? []
  const sops = (cwd: string, ...args: readonly string[]) =>
    execFileSync('sops', [...args], { cwd, env, encoding: 'utf8', stdio: 'pipe' })

  function encrypted(rules: readonly object[], path = 'apps/secret.yaml') {
    const folder = mkdtempSync(join(root, 'tree-'))
    const config = JSON.stringify({ creation_rules: rules.map(rule => ({ age, ...rule })) })
    writeFileSync(join(folder, '.sops.yaml'), config)
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    writeFileSync(join(folder, path), PLAIN)
    const text = sops(folder, 'encrypt', path)
    return { folder, path, config, text }
  }

  test.each([
    [{}],
    [{ encrypted_regex: '^(data|stringData)$' }],
    [{ encrypted_regex: 'ta$|^b_' }],
    [{ unencrypted_regex: '^(apiVersion|kind|metadata|type)$' }],
    [{ encrypted_suffix: '_secret' }],
    [{ unencrypted_suffix: 'Data' }],
    [{ path_regex: String.raw`^apps/.*\.yaml$`, encrypted_regex: '(?i)DATA' }],
  ])('encrypts under %j what the rule says, and so do its metadata', rule => {
    const { path, config, text } = encrypted([{ path_regex: '^other' }, rule, { encrypted_regex: 'nothing' }])
    const [document] = sopsDocumentsIn(readSourceFile(path, text))
    const inventory = takeInventory(
      [
        ['.sops.yaml', config],
        [path, text],
      ],
      new Map(),
    )
    const [own] = creationRulesOf(inventory)(path)
    const leaves = leavesOf(document?.document.value)
    expect(leaves.length).toBeGreaterThan(8)
    for (const { keys, value } of leaves) {
      const says = [keys, document?.rule.encrypts(namesOf(keys)), own?.encrypts(namesOf(keys))]
      expect(says).toEqual([keys, isEncrypted(value), isEncrypted(value)])
    }
    expect(document).toMatchObject({ hasMac: true, recipients: [{ kind: 'age', name: age }] })
    expect(clearValuesOf(inventory)).toEqual([])
  })

  test('refuses a value in clear that we call refused, and a file without MAC', () => {
    const { folder, path, text } = encrypted([{ encrypted_regex: '^(data|stringData)$' }])
    const open = (content: string) => () => {
      writeFileSync(join(folder, path), content)
      return sops(folder, 'decrypt', path)
    }
    expect(open(text)()).toContain('password: eA==')
    const edited = text.replace(/url: .*/, 'url: x')
    expect(open(edited)).toThrow()
    const [found] = clearValuesOf(takeInventory([[path, edited]], new Map()))
    expect(found).toMatchObject({ isRefused: true, leaves: [{ keys: ['stringData', 'url'] }] })
    const unsigned = text.replace(/ {4}mac: .*\n/, '')
    expect(unsigned).not.toBe(text)
    expect(open(unsigned)).toThrow()
    expect(sopsDocumentsIn(readSourceFile(path, unsigned))).toMatchObject([{ hasMac: false }])
  })
})
