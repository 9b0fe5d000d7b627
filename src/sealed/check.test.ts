import { X509Certificate } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { makeSealingKey } from '../../tests/fakes/sealing-key.js'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { readCertificates } from './certificate.js'
import { checkSealedSecret, isSealedSecret, type Placed, renamedBy } from './check.js'
import { sealValue } from './envelope.js'

const folder = temporaryFolder()
const key = makeSealingKey(folder)
const big = makeSealingKey(folder, { bits: 3072 })
const certificates = readCertificates(key.certificate, 'pub-cert.pem')
const sealed = (by = key) => sealValue(Buffer.from('value'), new X509Certificate(by.certificate).publicKey, 'b/a')
const CLUSTER = 'sealedsecrets.bitnami.com/cluster-wide'
const NAMESPACE = 'sealedsecrets.bitnami.com/namespace-wide'

const secret = (encryptedData: unknown, annotations?: unknown, templateAnnotations?: unknown) => ({
  apiVersion: 'bitnami.com/v1alpha1',
  kind: 'SealedSecret',
  metadata: { name: 'a', namespace: 'b', annotations },
  spec: { encryptedData, template: { metadata: { annotations: templateAnnotations } } },
})

/** `rule severity path`, as far as a rule speaks. */
const judge = (object: unknown, known = certificates) =>
  checkSealedSecret(object, known).map(({ rule, severity, path }) => `${rule} ${severity} ${path.join('.')}`)

describe('a SealedSecret', () => {
  it('is known by its kind and group', () => {
    expect(isSealedSecret(secret({}))).toBe(true)
    expect(isSealedSecret({ ...secret({}), kind: 'Secret' })).toBe(false)
    expect(isSealedSecret({ ...secret({}), apiVersion: 'example.com/v1' })).toBe(false)
    expect(isSealedSecret(undefined)).toBe(false)
  })

  it('without a fault is left alone', () => {
    expect(judge(secret({ k: sealed() }))).toEqual([])
    expect(judge(secret({ k: sealed(big) }), [])).toEqual([])
    expect(judge(secret({ k: sealed() }, { [CLUSTER]: 'true' }, { [CLUSTER]: 'true' }))).toEqual([])
  })
})

describe('sealed-placeholder', () => {
  it.each([
    'REPLACE_WITH_SEALED_VALUE',
    'CHANGEME',
    'PLACEHOLDER',
    'AgBy3i4OJSWK...',
    '<sealed>',
    '',
    ' ',
    '${TOKEN}',
    'xxxxxxxx',
  ])('speaks of %j', value => {
    expect(judge(secret({ k: value }))).toEqual(['sealed-placeholder error spec.encryptedData.k'])
  })

  it('speaks of an empty value', () => {
    expect(judge(secret({ k: null }))).toEqual(['sealed-placeholder error spec.encryptedData.k'])
  })
})

describe('sealed-structure', () => {
  it.each([
    ['what is not base64', 'nope!'],
    ['what is a plain value as base64', Buffer.from('hunter2!').toString('base64')],
    ['a value that is cut off', sealed().slice(0, 300)],
    ['a number', 5],
  ])('speaks of %s', (_, value) => {
    expect(judge(secret({ good: sealed(), k: value }))).toEqual(['sealed-structure error spec.encryptedData.k'])
  })

  it('speaks of an object without values', () => {
    expect(judge(secret(undefined))).toEqual(['sealed-structure error spec'])
    expect(judge({ apiVersion: 'bitnami.com/v1alpha1', kind: 'SealedSecret' })).toEqual(['sealed-structure error '])
    expect(judge(secret({}))).toEqual([])
  })

  it('says a length that a former key may have had only as a warning', () => {
    expect(judge(secret({ k: sealed(big) }))).toEqual(['sealed-structure warning spec.encryptedData.k'])
  })

  it('speaks of a length that no key has', () => {
    const odd = Buffer.concat([Buffer.from([1, 44]), Buffer.alloc(400)]).toString('base64')
    expect(judge(secret({ k: odd }))).toEqual(['sealed-structure error spec.encryptedData.k'])
    expect(judge(secret({ k: odd }), [])).toEqual([])
  })

  it('is content when one of several certificates fits', () => {
    const both = [...certificates, ...readCertificates(big.certificate, 'old.pem')]
    expect(judge(secret({ k: sealed(big), j: sealed() }), both)).toEqual([])
  })
})

describe('sealed-scope', () => {
  const own = (annotations: unknown, template?: unknown) => judge(secret({ k: sealed() }, annotations, template))

  it('speaks of a template that is wider than the SealedSecret', () => {
    const path = 'sealed-scope error spec.template.metadata.annotations.'
    expect(own(undefined, { [CLUSTER]: 'true' })).toEqual([path + CLUSTER])
    expect(own({ [NAMESPACE]: 'true' }, { [CLUSTER]: 'true' })).toEqual([path + CLUSTER])
    expect(own({ [CLUSTER]: 'true' }, { [NAMESPACE]: 'true' })).toEqual([])
    expect(own({ [CLUSTER]: 'true' })).toEqual([])
  })

  it('speaks of a value that is no text, or not "true"', () => {
    expect(own({ [CLUSTER]: true })).toEqual([`sealed-scope error metadata.annotations.${CLUSTER}`])
    expect(own({ [CLUSTER]: 'yes' })).toEqual([`sealed-scope warning metadata.annotations.${CLUSTER}`])
    expect(own({ [CLUSTER]: 'false' })).toEqual([])
  })

  it('doubts what is wider than the template that kubeseal wrote', () => {
    const object = secret({ k: sealed() }, { [NAMESPACE]: 'true' })
    const template = { metadata: { name: 'a', namespace: 'b' } }
    expect(judge({ ...object, spec: { ...object.spec, template } })).toEqual([
      `sealed-scope warning metadata.annotations.${NAMESPACE}`,
    ])
  })

  it.each<[Partial<Placed>, unknown, string | undefined]>([
    [{ name: 'prod-a' }, undefined, 'name'],
    [{ name: 'a-v2' }, undefined, 'name'],
    [{ name: 'a', namespace: 'other' }, undefined, 'namespace'],
    [{ name: 'a', namespace: 'other' }, { [NAMESPACE]: 'true' }, 'namespace'],
    [{ name: 'prod-a' }, { [NAMESPACE]: 'true' }, undefined],
    [{ name: 'prod-a', namespace: 'other' }, { [CLUSTER]: 'true' }, undefined],
    [{ name: 'a', namespace: 'b' }, undefined, undefined],
    [{ name: 'a', namespace: '${namespace}' }, undefined, undefined],
    [{}, undefined, undefined],
  ])('what becomes %j with annotations %j is at odds with %s', (placed, annotations, at) => {
    const wanted = { name: undefined, namespace: undefined, ...placed }
    expect(renamedBy(secret({}, annotations), wanted)?.part).toBe(at)
  })

  it('says nothing where the template shows that it was sealed for the name that it gets', () => {
    const object = secret({})
    const spec = { ...object.spec, template: { metadata: { name: 'prod-a' } } }
    expect(renamedBy({ ...object, spec }, { name: 'prod-a', namespace: 'b' })).toBeUndefined()
    expect(renamedBy({ ...object, spec }, { name: 'test-a', namespace: 'b' })).toBeDefined()
  })
})
