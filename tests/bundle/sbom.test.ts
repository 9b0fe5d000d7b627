import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { listMember, member, textMember } from '../../src/json.js'
import { type Lab, openLab } from '../lab/lab.js'

const ROOT = join(import.meta.dirname, '..', '..')
const DIST = join(ROOT, 'dist')
const BUNDLES = readdirSync(DIST)

/** Licences that ask for their text to be passed on, and for nothing else. */
const ALLOWED = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']

const json = (...path: readonly string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'))
const lock = member(json(ROOT, 'package-lock.json'), 'packages')

describe('the bills of materials beside the bundles', () => {
  let lab: Lab

  beforeAll(async () => {
    lab = await openLab()
  })

  afterAll(() => lab.stop())

  /** `name@version` of every package that a source of the bundle is of, by the source map of a build of our own. */
  async function packagesIn(bundle: string): Promise<readonly string[]> {
    const out = await lab.makeFolder('bundle')
    const entry = bundle === 'cli' ? 'cli/index.ts' : `actions/${bundle}/index.ts`
    const args = ['build', entry, '--out', out, '--target', 'es2023', '--transpile-only', '--source-map']
    execFileSync(join(ROOT, 'node_modules/.bin/ncc'), args, { cwd: ROOT, stdio: 'pipe' })
    const maps = readdirSync(out).filter(name => name.endsWith('.js.map'))
    const sources = maps.flatMap(name => listMember(json(out, name), 'sources')).map(String)
    const folders = sources.flatMap(source => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(source)?.[0] ?? [])
    const names = folders.map(folder => folder.slice(folder.indexOf('node_modules/')))
    return [...new Set(names)].map(
      folder => `${folder.split('node_modules/').at(-1)}@${textMember(member(lock, folder), 'version')}`,
    )
  }

  test.each(BUNDLES)(
    '%s: name every package that is in it, and no other',
    async bundle => {
      const components = listMember(json(DIST, bundle, 'sbom.json'), 'components')
      const named = components.map(part => `${textMember(part, 'name')}@${textMember(part, 'version')}`)
      expect(named).toEqual([...(await packagesIn(bundle))].sort())
      expect(named.length).toBeGreaterThan(3)
    },
    60_000,
  )

  test.each(BUNDLES)('%s: every licence is one that may be passed on, and its text is there', bundle => {
    const texts = readFileSync(join(DIST, bundle, 'licenses.txt'), 'utf8').split(/\n-{80}\n\n/)
    const components = listMember(json(DIST, bundle, 'sbom.json'), 'components')
    expect(texts).toHaveLength(components.length)
    for (const [index, part] of components.entries()) {
      const [license] = listMember(part, 'licenses')
      expect(ALLOWED).toContain(textMember(member(license, 'license'), 'id'))
      expect(texts[index]).toContain(`${textMember(part, 'name')}@${textMember(part, 'version')}\n`)
      expect(texts[index]).toMatch(/copyright/i)
    }
  })

  test.each(BUNDLES)('%s: the bytes of each package are those that the lock names', bundle => {
    const locked = new Map(
      Object.entries(Object(lock)).map(([path, entry]) => [
        `${path.split('node_modules/').at(-1)}@${textMember(entry, 'version')}`,
        textMember(entry, 'integrity'),
      ]),
    )
    for (const part of listMember(json(DIST, bundle, 'sbom.json'), 'components')) {
      const [hash] = listMember(part, 'hashes')
      const digest = Buffer.from(textMember(hash, 'content') ?? '', 'hex').toString('base64')
      const algorithm = (textMember(hash, 'alg') ?? '').replace('SHA-', 'sha')
      expect(locked.get(`${textMember(part, 'name')}@${textMember(part, 'version')}`)).toBe(`${algorithm}-${digest}`)
    }
  })
})
