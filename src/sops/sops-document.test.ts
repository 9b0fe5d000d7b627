import { expect, test } from '@jest/globals'
import { readSourceFile } from '../yaml/source-file.js'
import { sopsDocumentsIn } from './sops-document.js'

const read = (sops: object) => sopsDocumentsIn(readSourceFile('a.yaml', JSON.stringify({ a: 1, sops })))[0]

test('recipients of every kind are counted', () => {
  const document = read({
    mac: 'ENC[]',
    age: [{ recipient: 'age1a' }],
    pgp: [{ fp: 'ABCD' }],
    kms: [{ arn: 'arn:aws:kms:x' }],
    azure_kv: [{ vault_url: 'https://v', name: 'k' }],
    gcp_kms: [],
    hc_vault: null,
  })
  expect(document?.recipients.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'age age1a',
    'pgp ABCD',
    'kms arn:aws:kms:x',
    'azure_kv https://v/k',
  ])
  expect(document).toMatchObject({ hasMac: true, groups: 1, threshold: 1 })
})

test('of groups all are needed unless a threshold says otherwise', () => {
  const groups = [{ age: [{ recipient: 'age1a' }] }, { pgp: [{ fp: 'A' }, { fp: 'B' }] }]
  expect(read({ mac: 'ENC[]', key_groups: groups })).toMatchObject({ groups: 2, threshold: 2 })
  expect(read({ mac: 'ENC[]', key_groups: groups, shamir_threshold: 1 })).toMatchObject({ groups: 2, threshold: 1 })
})

test('a member called sops of something else is no metadata', () => {
  expect(read({ enabled: true, age: 'x' })).toBeUndefined()
  expect(read({ lastmodified: '2026-05-04T10:00:00Z' })).toMatchObject({ hasMac: false })
})
