import { describe, expect, test } from '@jest/globals'
import { takeInventory } from '../inventory.js'
import { type Finished, finishOf } from './finish.js'

const settings =
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {DOMAIN: example.com, REPLICAS: "3"}\n'
const login = 'apiVersion: v1\nkind: Secret\nmetadata: {name: login}\ndata: {USER: cm9ib3Q=}\nstringData: {HOST: db}\n'

function finished(spec: unknown, body: unknown): Finished {
  const object = { apiVersion: 'kustomize.toolkit.fluxcd.io/v1', kind: 'Kustomization', metadata: { name: 'x' }, spec }
  const texts = [['x.yaml', JSON.stringify(object)] as const, ['a.yaml', settings] as const, ['b.yaml', login] as const]
  const inventory = takeInventory(texts, new Map())
  const [kustomization] = inventory.kustomizations
  if (kustomization === undefined) throw new Error('no Kustomization')
  return finishOf(kustomization, (kind, name) =>
    inventory.resources.find(resource => resource.kind === kind && resource.name === name),
  )(body)
}

const object = (value: unknown, more: object = {}) => ({
  kind: 'Thing',
  metadata: { name: 'a', ...more },
  spec: { value },
})
const from = (...entries: readonly string[]) => ({
  postBuild: { substituteFrom: entries.map(entry => ({ kind: entry.split('/')[0], name: entry.split('/')[1] })) },
})

describe('behind the build', () => {
  test('labels and annotations that all objects have in common come first', () => {
    const spec = { commonMetadata: { labels: { team: 'web' }, annotations: { note: 'x' } } }
    expect(finished(spec, object(1, { labels: { app: 'a' } })).body).toEqual(
      object(1, { labels: { app: 'a', team: 'web' }, annotations: { note: 'x' } }),
    )
  })

  test('variables get their values, and a value may become a number', () => {
    expect(finished(from('ConfigMap/settings'), object('www.${DOMAIN}'))).toEqual({
      body: object('www.example.com'),
      unsubstituted: object('www.${DOMAIN}'),
      isOpen: false,
    })
    expect(finished(from('ConfigMap/settings'), object('${REPLICAS}')).body).toEqual(object(3))
    expect(finished(from('Secret/login'), object('${USER}@${HOST}')).body).toEqual(object('robot@db'))
  })

  test('what is inline wins over what is taken from elsewhere, and the later over the earlier', () => {
    const { postBuild } = from('ConfigMap/settings')
    const spec = { postBuild: { ...postBuild, substitute: { DOMAIN: 'inline.example.com' } } }
    expect(finished(spec, object('${DOMAIN}')).body).toEqual(object('inline.example.com'))
  })

  test('nothing is replaced where a value is not known: what is missing may say anything', () => {
    const open = finished(from('ConfigMap/settings', 'Secret/elsewhere'), object('${DOMAIN}'))
    expect(open).toMatchObject({ body: object('${DOMAIN}'), isOpen: true })
    expect(finished(from('ConfigMap/settings'), object('${UNSET}'))).toMatchObject({ isOpen: true })
    expect(finished(from('ConfigMap/settings'), object('${UNSET:=a}')).body).toEqual(object('a'))
  })

  test('nothing is replaced by what YAML 1.1, as which Flux reads the result, takes for something else than 1.2', () => {
    for (const text of ['yes', 'Off', 'y', '0755', '1_000', '0b11']) {
      expect(finished({ postBuild: { substitute: { X: text } } }, object('${X}'))).toMatchObject({
        body: object('${X}'),
        isOpen: true,
      })
      expect(finished(from('ConfigMap/settings'), object(`\${X:=${text}}`))).toMatchObject({ isOpen: true })
    }
    expect(finished({ postBuild: { substitute: { X: '0' } } }, object('${X}')).body).toEqual(object(0))
  })

  test('what is escaped, and what opts out, stays', () => {
    expect(finished(from('ConfigMap/settings'), object('$${HOME} $HOME'))).toMatchObject({
      body: object('${HOME} $HOME'),
      isOpen: false,
    })
    const out = { labels: { 'kustomize.toolkit.fluxcd.io/substitute': 'disabled' } }
    expect(finished(from('ConfigMap/settings'), object('${DOMAIN}', out)).body).toEqual(object('${DOMAIN}', out))
  })

  test('without a single variable nothing is replaced', () => {
    expect(finished({ postBuild: {} }, object('$${HOME} ${X}')).body).toEqual(object('$${HOME} ${X}'))
  })
})
