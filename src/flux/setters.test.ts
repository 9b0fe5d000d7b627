import { describe, expect, test } from '@jest/globals'
import { applySetters, findMarkers, isScreened, parseLatestRef, type SettersMode, type TreeFile } from './setters.js'

const policies = new Map([
  ['flux-system:app', parseLatestRef('harbor.example.com/p/app:main-abc1234-1700000000')],
  ['flux-system:new', null],
])
const marker = '# {"$imagepolicy": "flux-system:app"}'
const elected = 'harbor.example.com/p/app:main-abc1234-1700000000'

describe('applySetters', () => {
  test('writes the whole file as Flux does', () => {
    expect(run(`a:\n    - b\n\nimage: old   ${marker}\n`).text).toBe(`a:\n- b\nimage: ${elected} ${marker}\n`)
  })

  test('leaves every other byte alone when it is careful', () => {
    const before = `---\n\na:   [b,c]\r\nimage: &x "old"   ${marker}\n\n\n...\n`
    expect(run(before, 'careful').text).toBe(before.replace('old', elected))
  })

  test('keeps the shape of a block scalar when it is careful', () => {
    const before = `image: |+ ${marker}\n    old\n    older\n\nb: c\n`
    expect(run(before, 'careful').text).toBe(`image: |- ${marker}\n    ${elected}\n\nb: c\n`)
  })

  test('writes a string in careful mode where Flux writes a broken null', () => {
    expect(run(`image: ~ ${marker}\n`).text).toBe(`image: !!null ${elected} ${marker}\n`)
    expect(run(`image: ~ ${marker}\n`, 'careful').text).toBe(`image: ${elected} ${marker}\n`)
  })

  test('edits a list in place when it is careful, where Flux writes its items as new files', () => {
    const list = `kind: List\nitems:\n- kind: Pod\n  metadata: {name: p}\n  image: old ${marker}\n`
    expect(run(list).result.written.map(({ path }) => path)).toEqual(['pod_p.yaml'])
    expect(run(list, 'careful').text).toBe(list.replace('old', elected))
  })

  test('tells where each changed value stands', () => {
    const { result } = run(`é: "é" # c\n---\nlist:\n  - {é: x}\n  - old ${marker}\n`)
    expect(result.changes).toEqual([
      {
        file: 'f.yaml',
        apiVersion: '',
        kind: '',
        namespace: '',
        name: '',
        old: 'old',
        new: elected,
        setter: 'flux-system:app',
        source: { path: 'f.yaml', line: 5, column: 5 },
      },
    ])
  })

  test('names the line at which a file stops to parse', () => {
    const { result } = run(`image: old ${marker}\n---\na: b\n c: d\n`)
    expect(result.problemFiles).toEqual([{ path: 'f.yaml', reason: 'a mapping value where none can stand', line: 4 }])
  })

  test('fails as a whole when an annotation names another file', () => {
    const files = [
      file('a.yaml', `image: old ${marker}\n`),
      file('b.yaml', `metadata: {annotations: {config.kubernetes.io/path: a.yaml}} ${marker}\n`),
    ]
    const { error, written } = applySetters(files, policies)
    expect(error).toBe('resource input to function has mismatched legacy and internal path annotations')
    expect(written).toEqual([])
  })

  test('fails as a whole when a changed file has two dots in its name', () => {
    const { error } = applySetters([file('a..b.yaml', `image: old ${marker}\n`)], policies)
    expect(error).toBe('resource must be written under package: a..b.yaml')
  })

  test('fails as a whole when an elected image is no reference', () => {
    const { error } = applySetters([], new Map([['n:p', { name: 'Not A Name', tag: 'v1' }]]))
    expect(error).toBe('encountered invalid image ref "Not A Name:v1": could not parse reference: Not A Name:v1')
  })

  test('comes by the files in the order of a walk', () => {
    const paths = ['a.yaml', 'a/z.yaml', 'a-b/c.yaml', 'A.yaml']
    const { changes } = applySetters(
      paths.map(path => file(path, `image: old ${marker}\n`)),
      policies,
    )
    expect(changes.map(change => change.file)).toEqual(['A.yaml', 'a/z.yaml', 'a-b/c.yaml', 'a.yaml'])
  })
})

describe('isScreened', () => {
  test.each([
    ['a.yaml', true],
    ['.git/a.yml', true],
    ['b/Kustomization', true],
    ['kustomization', false],
    ['a.YAML', false],
    ['a.yaml.tmpl', false],
  ])('looks at %s: %s', (path, expected) => {
    expect(isScreened(file(path, marker))).toBe(expected)
  })

  test('passes over a file that names no policy in double quotes', () => {
    expect(isScreened(file('a.yaml', "image: old # {'$imagepolicy': 'flux-system:app'}"))).toBe(false)
  })
})

describe('findMarkers', () => {
  test.each([
    [`image: old ${marker}`, undefined],
    [`image: old # {'$imagepolicy': 'flux-system:app'}`, 'syntax'],
    [`image: old # {$imagepolicy: flux-system:app}`, 'syntax'],
    [`image: old # pinned ${marker}`, 'syntax'],
    [`image: old ${marker},`, 'syntax'],
    ['image: old # {"$imagepolicy": "flux-system/app"}', 'value'],
    ['image: old # {"$imagepolicy": "flux-system:app:Tag"}', 'value'],
    ['image: old # {"$imagepolicy": "flux-system:other"}', 'unknown-policy'],
    ['image: old # {"$imagepolicy": "flux-system:new"}', 'no-image'],
    [`${marker}\nimage: old`, 'on-key'],
    [`image: ${marker}`, 'on-key'],
    [`image: ${marker}\n  tag: x`, 'on-key'],
    [`image: {tag: x} ${marker}`, 'on-collection'],
    [`a: &x old\nimage: *x ${marker}`, 'on-alias'],
    [`text: |\n  image: old ${marker}`, 'inside-scalar'],
    [`image: old\n${marker}`, 'foot'],
    [`args:\n  ${marker}\n  - old # why`, 'shadowed'],
    [`args:\n  # why\n  ${marker}\n  - old`, 'several-lines'],
    [`a: b\na: old ${marker}`, 'duplicate-key'],
    [`--- ${marker}\na: b`, 'dropped'],
    [`args: [ ${marker}\n  old]`, 'dropped'],
    [`a: {{ .Values }} }\nimage: old ${marker}`, 'file-problem'],
  ])('judges %j: %s', (text, fault) => {
    expect(findMarkers(file('f.yaml', `x: "$imagepolicy"\n${text}\n`), policies).map(found => found.fault)).toEqual([
      fault,
    ])
  })

  test('gives the place of the comment sign, and of the value, in characters', () => {
    const [found] = findMarkers(file('f.yaml', `x: y\r\n  "é😀": old  ${marker}\r\n`.replaceAll('  "', '"')))
    const value = { text: 'old', line: 2, column: 7, isNull: false, isListItem: false }
    expect(found).toEqual({ line: 2, column: 12, text: marker, setter: 'flux-system:app', fault: undefined, value })
  })

  test.each([
    [`- a\n- image: &a 'old' ${marker}`, undefined],
    [`image: &a 'old' ${marker}`, { text: 'old', line: 2, column: 11, isNull: false, isListItem: false }],
    [`image: ~ ${marker}`, { text: '~', line: 2, column: 8, isNull: true, isListItem: false }],
    [`args:\n${marker}\n- old`, { text: 'old', line: 4, column: 3, isNull: false, isListItem: false }],
    [`image: old # see ${marker}`, { text: 'old', line: 2, column: 8, isNull: false, isListItem: false }],
    [`${marker}\nimage: old`, undefined],
    [`kind: List\nitems:\n- a: old ${marker}`, { text: 'old', line: 4, column: 6, isNull: false, isListItem: true }],
  ])('gives the value that stands with %j', (text, value) => {
    expect(findMarkers(file('f.yaml', `x: "$imagepolicy"\n${text}\n`))[0]?.value).toEqual(value)
  })

  test('says nothing about prose', () => {
    expect(findMarkers(file('f.yaml', 'kind: ImagePolicy # see the docs on ImagePolicy\n'))).toEqual([])
  })

  test('tells a file that Flux does not read', () => {
    expect(findMarkers(file('f.json', `a: b ${marker}`), policies).map(found => found.fault)).toEqual(['file-name'])
    expect(findMarkers(file('f.yaml', "a: b # {'$imagepolicy': 'x'}")).map(found => found.fault)).toEqual([
      'file-not-screened',
    ])
  })
})

function file(path: string, content: string): TreeFile {
  return { path, content: Buffer.from(content) }
}

function run(content: string, mode: SettersMode = 'flux') {
  const result = applySetters([file('f.yaml', content)], policies, mode)
  return { result, text: Buffer.from(result.written[0]?.content ?? '').toString() }
}
