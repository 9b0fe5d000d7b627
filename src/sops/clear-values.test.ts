import { describe, expect, test } from '@jest/globals'
import { takeInventory } from '../flux/inventory.js'
import { clearValuesOf } from './clear-values.js'

const ENC = 'ENC[AES256_GCM,data:eA==,iv:aQ==,tag:dA==,type:str]'

const META = { mac: ENC, lastmodified: '2026-05-04T10:00:00Z' }

type Files = Readonly<Record<string, unknown>>

/** Paths of what is in clear, by file. */
function clear(files: Files): readonly string[] {
  const texts = Object.entries(files).map(
    ([path, content]) => [path, typeof content === 'string' ? content : JSON.stringify(content)] as const,
  )
  return clearValuesOf(takeInventory(texts, new Map())).flatMap(({ file, leaves, isRefused }) =>
    leaves.map(({ keys }) => `${file.path} ${keys.join('.')}${isRefused ? ' refused' : ''}`),
  )
}

const secret = (content: object) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' }, ...content })

const config = (...rules: readonly object[]) => ({ creation_rules: rules })

describe('by its own metadata a file', () => {
  const DATA = { ...META, encrypted_regex: '^(data|stringData)$' }

  test.each<[string, Files, readonly string[]]>([
    [
      'has nothing in clear below a key that the regex names',
      { 'a.yaml': secret({ data: { x: ENC }, sops: DATA }) },
      [],
    ],
    [
      'is refused for a value in clear, a number and a list too',
      { 'a.yaml': secret({ data: { x: 1, y: ['z'], w: ENC }, sops: DATA }) },
      ['a.yaml data.x refused', 'a.yaml data.y.0 refused'],
    ],
    ['may have what is empty', { 'a.yaml': secret({ data: { x: '', y: null, z: {} }, sops: DATA }) }, []],
    [
      'without a rule is encrypted but for the usual suffix',
      { 'a.yaml': { a: 'x', b_unencrypted: { c: 'x' }, sops: META } },
      ['a.yaml a refused'],
    ],
    [
      'with a suffix of its own',
      { 'a.yaml': { a: 'x', a_secret: 'x', sops: { ...META, encrypted_suffix: '_secret' } } },
      ['a.yaml a_secret refused'],
    ],
    [
      'with a regex of what is not encrypted',
      { 'a.yaml': { kind: 'x', other: 'x', sops: { ...META, unencrypted_regex: '^kind$' } } },
      ['a.yaml other refused'],
    ],
    [
      'with a rule by comments is not judged',
      { 'a.yaml': { a: 'x', sops: { ...META, encrypted_comment_regex: 'secret' } } },
      [],
    ],
    [
      'of a Secret whose rule names only one of its two places',
      { 'a.yaml': secret({ data: { x: ENC }, stringData: { y: 'x' }, sops: { ...META, encrypted_regex: '^data$' } }) },
      ['a.yaml stringData.y'],
    ],
    [
      'of a Secret whose rule names certain keys',
      {
        'a.yaml': secret({ stringData: { user: 'x', password: ENC }, sops: { ...META, encrypted_regex: 'password' } }),
      },
      [],
    ],
    ['is none where sops is something else', { 'a.yaml': { a: 'x', sops: { enabled: true } } }, []],
  ])('%s', (_, files, expected) => {
    expect(clear(files)).toEqual(expected)
  })
})

describe('by .sops.yaml a file', () => {
  const values = { auth: { password: 'x' } }

  test.each<[string, Files, readonly string[]]>([
    [
      'that its name calls encrypted is to be',
      { '.sops.yaml': config({ path_regex: String.raw`\.sops\.yaml$` }), 'a/values.sops.yaml': values },
      ['a/values.sops.yaml auth.password'],
    ],
    [
      'goes by the first rule that matches its path from there',
      {
        'a/.sops.yaml': config({ path_regex: '^b/', encrypted_regex: '^nothing$' }, { path_regex: 'sops' }),
        'a/b/values.sops.yaml': values,
      },
      [],
    ],
    [
      'without a rule for it is free',
      { '.sops.yaml': config({ path_regex: '^b/' }), 'a/values.sops.yaml': values },
      [],
    ],
    ['under a rule for all files is free', { '.sops.yaml': config({ age: 'x' }), 'values.sops.yaml': values }, []],
    ['with a plain name is free', { '.sops.yaml': config({ path_regex: 'values' }), 'values.yaml': values }, []],
    [
      'of which the configurations do not agree is free',
      {
        '.sops.yaml': config({ path_regex: 'sops' }),
        'a/.sops.yaml': config({ path_regex: 'sops', encrypted_regex: '^other$' }),
        'a/values.sops.yaml': values,
      },
      [],
    ],
    [
      'under a pattern that is none is free',
      { '.sops.yaml': config({ path_regex: '(' }), 'values.sops.yaml': values },
      [],
    ],
    [
      'that is a template is free',
      { '.sops.yaml': config({ path_regex: 'sops' }), 'values.sops.yaml': { a: '{{ x }}' } },
      [],
    ],
    [
      'that was encrypted under a narrower rule has more to encrypt',
      {
        '.sops.yaml': config({ path_regex: 'sops', encrypted_regex: '^(data|stringData|url)$' }),
        'a.sops.yaml': secret({
          data: { x: ENC },
          url: 'x',
          sops: { ...META, encrypted_regex: '^(data|stringData)$' },
        }),
      },
      ['a.sops.yaml url'],
    ],
    [
      'that is an object keeps what Flux reads of it',
      {
        '.sops.yaml': config({ path_regex: 'sops' }),
        'a.sops.yaml': secret({ data: { x: ENC }, sops: { ...META, encrypted_regex: '^(data|stringData)$' } }),
      },
      [],
    ],
  ])('%s', (_, files, expected) => {
    expect(clear(files)).toEqual(expected)
  })
})
