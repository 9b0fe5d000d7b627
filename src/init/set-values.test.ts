import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { diskFiles } from '../runner/files.js'
import { leftOver } from './left-over.js'
import { referenceFiles } from './reference-files.js'
import { setValues } from './set-values.js'
import { VALUES_FILE, type Values, valueProblem } from './values.js'
import { readValues } from './values-file.js'

const BUILD = '.github/workflows/build-and-push.yml'
const REPOSITORIES = 'flux/clusters/production/image-automation/image-repositories.yaml'
const JOB = 'flux/clusters/production/backend/deploy-job.yaml'

let reference: ReadonlyMap<string, string>
let standing: Values

beforeAll(async () => {
  const given = await referenceFiles(diskFiles(tmpdir()), join(import.meta.dirname, '../..'))
  standing = readValues(given.get(VALUES_FILE) ?? '')
  // The workflow of the reference repository builds from other folders than this repository does.
  reference = apply(given, standing, standing)
})

/** The texts with what changes in its place. */
function apply(texts: ReadonlyMap<string, string>, before: Values, after: Values): ReadonlyMap<string, string> {
  return new Map([...texts, ...setValues(texts, before, after).files])
}

function edited(path: string, from: string | RegExp, to: string): ReadonlyMap<string, string> {
  const text = reference.get(path) ?? ''
  expect(text).toMatch(from)
  return new Map([...reference, [path, text.replace(from, to)]])
}

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/)
const host = fc.oneof(
  fc.tuple(word, word).map(labels => labels.join('.')),
  fc.ipV4(),
)
const port = fc.option(fc.integer({ min: 1, max: 65535 }), { nil: undefined })
const withPort = (name: string, number: number | undefined) => (number === undefined ? name : `${name}:${number}`)

const someValues: fc.Arbitrary<Values> = fc
  .record({
    registry: fc.tuple(host, port).map(([name, number]) => withPort(name, number)),
    insecure: fc.constantFrom('true', 'false'),
    'frontend-image': fc.tuple(word, word).map(parts => `${parts.join('/')}-f`),
    'backend-image': fc.tuple(word, word).map(parts => `${parts.join('/')}-b`),
    'frontend-context': word,
    'backend-context': word,
    repo: fc.tuple(word, word).map(parts => parts.join('/')),
    // Those that YAML would read as something else than a text, too.
    branch: fc.oneof(word, fc.constantFrom('1.10', 'on', 'null', 'true', '12', '0x1f', 'no/yes', '1e3')),
    vm: fc
      .tuple(fc.oneof(word, fc.constantFrom('on', 'null', 'yes')), host, port)
      .map(([user, name, number]) => `${user}@${withPort(name, number)}`),
    'vm-address': fc.ipV4(),
  })
  .filter(values => valueProblem('registry', values.registry) === undefined)

describe('setting values', () => {
  test('sets any values, says so in the values file, and changes nothing the second time', () => {
    fc.assert(
      fc.property(someValues, values => {
        const once = apply(reference, standing, values)
        expect(readValues(once.get(VALUES_FILE) ?? '')).toEqual(values)
        expect(setValues(once, values, values)).toEqual({ files: new Map(), mended: [], unseen: [] })
        expect(leftOver(once, standing, values)).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  test('comes back byte by byte, whatever was set in between', () => {
    fc.assert(
      fc.property(someValues, someValues, (first, second) => {
        const there = apply(apply(reference, standing, first), first, second)
        const back = apply(there, second, standing)
        // What YAML read as something else has got quotes, which stay and do no harm.
        const bare = (text = '') => text.replaceAll('"', '')
        for (const [path, text] of reference) expect([path, bare(back.get(path))]).toEqual([path, bare(text)])
      }),
      { numRuns: 20 },
    )
  })

  test('changes the lines that have the value, and those alone', () => {
    const after = { ...standing, registry: 'harbor.lan', insecure: 'false' }
    for (const [path, text] of setValues(reference, standing, after).files) {
      const [old, now] = [(reference.get(path) ?? '').split('\n'), text.split('\n')]
      expect(now).toHaveLength(old.length)
      const changed = old.filter((line, index) => line !== now[index])
      expect(changed.every(line => /192\.168\.0\.40:5000|insecure: true/.test(line))).toBe(true)
      expect(changed).toHaveLength(old.filter(line => /192\.168\.0\.40:5000|insecure: true/.test(line)).length)
    }
  })

  test('keeps quotes, comments, Windows line ends and the tag that Flux has written', () => {
    const path = 'flux/clusters/production/frontend/deployment.yaml'
    const tagged =
      'image: \'192.168.0.40:5000/library/frontend:main-0000000-1799999999\' # {"$imagepolicy": "flux-system:frontend"}'
    const texts = edited(path, /image: .*/, tagged)
    const crlf = new Map([...texts].map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]))
    const { files } = setValues(crlf, standing, { ...standing, registry: 'r.lan', 'frontend-image': 'shop/web' })
    expect(files.get(path)).toContain(
      'image: \'r.lan/shop/web:main-0000000-1799999999\' # {"$imagepolicy": "flux-system:frontend"}\r\n',
    )
    expect(files.get(BUILD)).toContain('            - name: shop/web\r\n              context: ')
    for (const text of files.values()) expect(text.replaceAll('\r\n', '')).not.toContain('\n')
  })

  test('keeps the scheme, the port and the .git of an address', () => {
    const path = 'flux/clusters/production/flux-system/gotk-sync.yaml'
    const texts = edited(path, 'ssh://git@github.com/example/website', 'https://github.com:8443/example/website.git')
    const { files, mended } = setValues(texts, standing, { ...standing, repo: 'ghe.lan/a/b' })
    expect(files.get(path)).toContain('url: https://ghe.lan:8443/a/b.git\n')
    expect(mended).toEqual([])
  })

  test('leaves a branch that Flux pushes to on purpose', () => {
    const path = 'flux/clusters/production/image-automation/image-update-automation.yaml'
    const texts = edited(path, 'push:\n      branch: master', 'push:\n      branch: flux-updates')
    const { files, mended } = setValues(texts, standing, { ...standing, branch: 'trunk' })
    expect(files.get(path)).toMatch(/ref:\n {8}branch: trunk\n[\s\S]*push:\n {6}branch: flux-updates\n/)
    expect(mended).toEqual([])
  })

  test('swaps two names', () => {
    const swapped = {
      ...standing,
      'frontend-image': standing['backend-image'],
      'backend-image': standing['frontend-image'],
    }
    const texts = apply(reference, standing, swapped)
    expect(texts.get(BUILD)).toMatch(
      /name: library\/backend\n.*frontend\n.*arm64\n.*name: library\/frontend\n.*backend\n/,
    )
    expect(apply(texts, swapped, standing)).toEqual(reference)
  })
})

describe('a place that is not what the values file says', () => {
  test('is mended, and named', () => {
    const texts = edited(JOB, 'value: 192.168.0.50', 'value: 192.168.0.51')
    const { files, mended } = setValues(texts, standing, standing)
    expect(files.get(JOB)).toBe(reference.get(JOB))
    expect(mended).toEqual([
      expect.stringMatching(
        /^flux\/clusters\/production\/backend\/deploy-job\.yaml:\d+ has "192\.168\.0\.51", .*: it becomes "192\.168\.0\.50"$/,
      ),
    ])
  })

  test.each([
    ['is gone', REPOSITORIES, /\n {2}insecure: true/, '', /insecure in ImageRepository frontend is not found/],
    ['has an anchor', JOB, 'value: 192.168.0.50', 'value: &vm 192.168.0.50', /vm in Job backend-deploy is not found/],
    ['is in a file that does not parse', JOB, 'spec:', 'spec: {', /vm in Job backend-deploy is not found \(line \d+: /],
    ['is not in a block of text', BUILD, 'images: |', 'images: >', /frontend-image is not found/],
  ])('stops everything when it %s and its value changes', (_, path, from, to, problem) => {
    const texts = edited(path, from, to)
    const after = { ...standing, insecure: 'false', vm: 'deploy@10.0.0.1', 'frontend-image': 'a/b' }
    expect(() => setValues(texts, standing, after)).toThrow(problem)
    // Nothing has to be set there: it is named alone.
    const { files, unseen } = setValues(texts, standing, { ...standing, branch: 'main' })
    expect(unseen).toContainEqual(expect.stringMatching(problem))
    expect(files.size).toBeGreaterThan(0)
  })

  test('stops everything, too, when its value is set at another place because somebody has changed the values file', () => {
    const texts = new Map([...edited(JOB, 'value: 192.168.0.50', 'value: &vm 192.168.0.50')])
    const stated = { ...standing, vm: 'other@192.168.0.51' }
    expect(() => setValues(texts, stated, stated)).toThrow(/vm in Job backend-deploy is not found/)
  })

  test('is found where somebody has changed values in the values file alone', () => {
    fc.assert(
      fc.property(someValues, values => {
        const stated = new Map([...reference, [VALUES_FILE, apply(reference, standing, values).get(VALUES_FILE) ?? '']])
        const { files, unseen } = setValues(stated, values, values)
        expect(unseen).toEqual([])
        expect(new Map([...stated, ...files])).toEqual(apply(reference, standing, values))
      }),
      { numRuns: 20 },
    )
  })

  test('names all such places together', () => {
    const texts = new Map([...reference, [JOB, 'a: ['], [REPOSITORIES, 'a: [']])
    const after = { ...standing, registry: 'r.lan', vm: 'a@b' }
    expect(() => setValues(texts, standing, after)).toThrow(
      expect.objectContaining({ errors: expect.arrayContaining([expect.anything(), expect.anything()]) }),
    )
  })

  test('is refused where the new value stands already, as another key', () => {
    const texts = edited('flux/nodes/registries.yaml', 'mirrors:', 'mirrors:\n  r.lan:\n    endpoint: ["http://r.lan"]')
    expect(() => setValues(texts, standing, { ...standing, registry: 'r.lan' })).toThrow(
      /has "r\.lan" twice with these values/,
    )
  })

  test('is none of ours in a workflow that builds by other means', () => {
    const texts = new Map([...reference, [BUILD, 'on: push\njobs: {}\n']])
    const { files, unseen } = setValues(texts, standing, { ...standing, registry: 'r.lan' })
    expect(files.has(BUILD)).toBe(false)
    expect(unseen).toEqual([])
  })
})

describe('what is left over', () => {
  const changed = () => ({ ...standing, registry: '192.168.0.40:50001', repo: 'example/other' })

  test('is every line with the former value that init does not know', () => {
    const texts = new Map([['flux/own.yaml', 'a: 1\nimage: 192.168.0.40:5000/library/own:1\n# example/website\n']])
    expect(leftOver(texts, standing, changed())).toEqual([
      expect.stringMatching(/^flux\/own\.yaml:2 still has 192\.168\.0\.40:5000, /),
      expect.stringMatching(/^flux\/own\.yaml:3 still has example\/website, /),
    ])
  })

  test('is nothing that merely begins or ends like it', () => {
    const text = 'a: 192.168.0.40:50001\nb: 1192.168.0.40:5000\nc: my-example/website\nd: example/website-two\n'
    expect(leftOver(new Map([['a.yaml', text]]), standing, changed())).toEqual([])
  })
})

test('the reference tree has no value but at the places that are known', () => {
  const other: Values = {
    ...{ registry: 'r.lan', insecure: 'false', 'frontend-image': 'a/f', 'backend-image': 'a/b' },
    ...{ 'frontend-context': 'fc', 'backend-context': 'bc', repo: 'o/n', branch: 'trunk' },
    ...{ vm: 'me@10.0.0.1:23', 'vm-address': '10.0.0.2' },
  }
  const texts = apply(reference, standing, other)
  const found = [...texts].flatMap(([path, text]) =>
    text
      .split('\n')
      .filter(line =>
        /192\.168\.0|library\/|example\/website|\bmaster\b|deploy@|insecure: true|http:\/\/r|"22"/.test(line),
      )
      .map(line => `${path}: ${line}`),
  )
  expect(found.filter(line => !/^flux\/fluxgate-values\.yaml: #/.test(line))).toEqual([])
  for (const value of ['value: me', 'value: "23"']) expect(texts.get(JOB)).toContain(value)
  for (const value of ['context: fc', 'context: bc']) expect(texts.get(BUILD)).toContain(value)
})
