import { describe, expect, it } from '@jest/globals'
import { listMember, member, parseJson } from '../../src/json.js'
import { type BakeTarget, bakeDefinition, type DefinitionOptions, type Phase } from './definition.js'

const REPOSITORY = '192.168.0.40:5000/library/frontend'
const BUILD: Phase = { kind: 'build' }
const DIGESTS: Phase = { kind: 'push-digests' }
const TAGS: Phase = { kind: 'push-tags', daemon: true, tag: 'main-0123456-1700000000' }

const OPTIONS: DefinitionOptions = {
  insecure: false,
  registry: '192.168.0.40:5000',
  provenance: undefined,
  sbom: undefined,
  noCache: false,
  exportCaches: true,
  pull: false,
  labels: {},
}

/** The one target of a definition that was made from it. */
function made(target: BakeTarget, phase: Phase, options: Partial<DefinitionOptions> = {}): unknown {
  const targets = new Map([['frontend', { repository: REPOSITORY, target }]])
  return member(member(parseJson(bakeDefinition(targets, phase, { ...OPTIONS, ...options })), 'target'), 'frontend')
}

describe('a bake definition', () => {
  it('builds every target by default, with what each was given', () => {
    const targets = new Map([
      ['frontend', { repository: REPOSITORY, target: { context: '/w/frontend', platforms: ['linux/arm64'] } }],
      ['backend', { repository: '192.168.0.40:5000/library/backend', target: { context: '/w/backend' } }],
    ])
    const definition = parseJson(bakeDefinition(targets, BUILD, OPTIONS))
    expect(member(definition, 'group')).toEqual({ default: { targets: ['frontend', 'backend'] } })
    expect(member(definition, 'target')).toMatchObject({
      frontend: { context: '/w/frontend', platforms: ['linux/arm64'], output: ['type=cacheonly'] },
      backend: { context: '/w/backend', output: ['type=cacheonly'] },
    })
  })

  it('lets nothing out while it builds, whatever a bake file says', () => {
    const target = { tags: ['other.registry/x:latest'], output: ['type=registry'], attest: ['type=sbom'] }
    expect(made(target, BUILD, { provenance: '', sbom: '' })).toMatchObject({
      tags: [],
      output: ['type=cacheonly'],
      attest: [],
    })
  })

  it('pushes by digest without any tag', () => {
    expect(made({ tags: ['other.registry/x:latest'] }, DIGESTS)).toMatchObject({
      tags: [],
      output: [
        `type=image,name=${REPOSITORY},push=true,push-by-digest=true,name-canonical=true,rewrite-timestamp=true`,
      ],
    })
  })

  it('pushes under the one tag of the run', () => {
    const [output] = listMember(made({}, TAGS), 'output')
    expect(output).toContain(`name=${REPOSITORY}:main-0123456-1700000000,`)
    expect(output).not.toContain('push-by-digest')
  })

  it('pushes over plain HTTP only where that was asked for', () => {
    expect(listMember(made({}, DIGESTS), 'output').join()).not.toContain('registry.insecure')
    expect(listMember(made({}, DIGESTS, { insecure: true }), 'output').join()).toContain(',registry.insecure=true')
    expect(listMember(made({}, TAGS, { insecure: true }), 'output').join()).toContain(',registry.insecure=true')
  })

  it('says of every attestation whether it is wanted, as buildx has an opinion of its own', () => {
    expect(listMember(made({}, DIGESTS), 'attest')).toEqual([
      'type=provenance,disabled=true',
      'type=sbom,disabled=true',
    ])
    expect(listMember(made({}, DIGESTS, { provenance: 'mode=max', sbom: '' }), 'attest')).toEqual([
      'type=provenance,mode=max',
      'type=sbom',
    ])
  })

  it('gives every image the labels of the run, and the target’s own win', () => {
    const labels = { 'org.opencontainers.image.source': 'https://a', 'org.opencontainers.image.revision': 'b' }
    expect(
      made({ labels: { 'org.opencontainers.image.source': 'https://mine', x: 'y' } }, BUILD, { labels }),
    ).toMatchObject({
      labels: { ...labels, 'org.opencontainers.image.source': 'https://mine', x: 'y' },
    })
  })
})

describe('templates in a bake definition', () => {
  it('are escaped wherever a text could be read as one, as it is meant as it stands', () => {
    const target = {
      args: { A: '${HOME}', B: '%{ if x }', C: '$HOME 100% $$ %% {}', D: '$${X}' },
      labels: { '${key}': 'x' },
      secret: ['id=a,src=/w/${x}'],
      nested: [{ deep: ['${y}'] }],
    }
    expect(made(target, BUILD)).toMatchObject({
      args: { A: '$${HOME}', B: '%%{ if x }', C: '$HOME 100% $$ %% {}', D: '$$${X}' },
      labels: { '$${key}': 'x' },
      secret: ['id=a,src=/w/$${x}'],
      nested: [{ deep: ['$${y}'] }],
    })
  })

  it('leave numbers, truths and nothing alone', () => {
    expect(made({ a: 1, b: true, c: null }, BUILD)).toMatchObject({ a: 1, b: true, c: null })
  })
})

describe('caches in a bake definition', () => {
  const target = {
    'cache-from': [
      `type=registry,ref=192.168.0.40:5000/library/cache`,
      '192.168.0.40:5000/library/old',
      'other.registry/c',
    ],
    'cache-to': [`type=registry,ref=192.168.0.40:5000/library/cache,mode=max`],
  }

  it('are read in every phase, and written once', () => {
    expect(made(target, BUILD)).toMatchObject(target)
    expect(made(target, DIGESTS)).toMatchObject({ 'cache-from': target['cache-from'], 'cache-to': [] })
    expect(made(target, TAGS)).toMatchObject({ 'cache-from': target['cache-from'], 'cache-to': [] })
  })

  it('inside of the image are written with the image', () => {
    const inline = { 'cache-to': ['type=inline', { type: 'inline' }, 'type=gha,scope=inline'] }
    expect(listMember(made(inline, BUILD), 'cache-to')).toEqual(['type=gha,scope=inline'])
    expect(listMember(made(inline, DIGESTS), 'cache-to')).toEqual(['type=inline', { type: 'inline' }])
    expect(listMember(made(inline, TAGS), 'cache-to')).toEqual(['type=inline', { type: 'inline' }])
  })

  it('in our own registry are reached over plain HTTP when it speaks that, others never', () => {
    expect(made(target, BUILD, { insecure: true })).toMatchObject({
      'cache-from': [
        'type=registry,ref=192.168.0.40:5000/library/cache,registry.insecure=true',
        'type=registry,ref=192.168.0.40:5000/library/old,registry.insecure=true',
        'other.registry/c',
      ],
      'cache-to': ['type=registry,ref=192.168.0.40:5000/library/cache,mode=max,registry.insecure=true'],
    })
  })

  it('that bake printed as objects are treated alike', () => {
    const own = { type: 'registry', ref: '192.168.0.40:5000/library/cache' }
    const told = { ...own, 'registry.insecure': 'false' }
    const other = { type: 'registry', ref: 'other.registry/192.168.0.40:5000/x' }
    expect(listMember(made({ 'cache-from': [own, told, other] }, BUILD, { insecure: true }), 'cache-from')).toEqual([
      { ...own, 'registry.insecure': 'true' },
      told,
      other,
    ])
  })

  it('of which a registry is only a part of another name are not ours', () => {
    const foreign = { 'cache-from': ['type=registry,ref=192.168.0.40:50001/x', 'my192.168.0.40:5000/x'] }
    expect(made(foreign, BUILD, { insecure: true })).toMatchObject(foreign)
  })
})

describe('building anew', () => {
  it('happens once: what was just built is what is pushed', () => {
    expect(made({}, BUILD, { noCache: true, pull: true })).toMatchObject({ 'no-cache': true, pull: true })
    expect(made({}, DIGESTS, { noCache: true, pull: true })).toMatchObject({ 'no-cache': false, pull: false })
    expect(made({}, TAGS, { noCache: true, pull: true })).toMatchObject({ 'no-cache': false, pull: false })
  })

  it('is done for a target of a bake file that asks for it itself', () => {
    const target = { 'no-cache': true, pull: true, 'no-cache-filter': ['deps'] }
    expect(made(target, BUILD)).toMatchObject(target)
    expect(made(target, DIGESTS)).toMatchObject({ 'no-cache': false, pull: false, 'no-cache-filter': [] })
  })
})
