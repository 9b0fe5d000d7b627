import { describe, expect, it } from '@jest/globals'
import { userErrorsOf } from '../../src/errors.js'
import { parseImages } from './images.js'

/** Every mistake as `line: problem`. */
function problemsOf(raw: string): readonly string[] {
  try {
    parseImages(raw, 'images')
  } catch (error) {
    const found = userErrorsOf(error)
    if (found.length === 0) throw error
    return found.map(({ message }) => message.replace(/^input "images", line /, ''))
  }
  return []
}

describe('the input images', () => {
  it('is a list of images with everything that docker can be told', () => {
    const images = parseImages(
      `
- name: library/frontend
  context: frontend
  file: frontend/Dockerfile.prod
  target: runtime
  platforms: [linux/aarch64, linux/amd64]
  build-args:
    VERSION: 1.10
    MODE: 0777
    EMPTY: ""
    DEBUG: True
    TOKEN:
  labels:
    org.example.team: web
  secrets:
    - id=npm,env=NPM_TOKEN
    - id=key,src=keys/key.pem
    - id=PLAIN
  cache-from: type=registry,ref=ghcr.io/me/cache
  cache-to:
    - type=registry,ref=ghcr.io/me/cache
    - type=inline
`,
      'images',
    )
    expect(images).toEqual([
      {
        name: 'library/frontend',
        context: 'frontend',
        file: 'frontend/Dockerfile.prod',
        target: 'runtime',
        platforms: ['linux/arm64', 'linux/amd64'],
        buildArgs: new Map<string, string | undefined>([
          ['VERSION', '1.10'],
          ['MODE', '0777'],
          ['EMPTY', ''],
          ['DEBUG', 'True'],
          ['TOKEN', undefined],
        ]),
        labels: new Map([['org.example.team', 'web']]),
        secrets: [
          { id: 'npm', from: { env: 'NPM_TOKEN' } },
          { id: 'key', from: { file: 'keys/key.pem' } },
          { id: 'PLAIN', from: { env: 'PLAIN' } },
        ],
        cacheFrom: ['type=registry,ref=ghcr.io/me/cache'],
        cacheTo: ['type=registry,ref=ghcr.io/me/cache', 'type=inline'],
      },
    ])
  })

  it('needs a name only: the context is the whole tree', () => {
    expect(parseImages('- name: frontend', 'images')).toEqual([
      {
        name: 'frontend',
        context: '.',
        file: undefined,
        target: undefined,
        platforms: [],
        buildArgs: new Map(),
        labels: new Map(),
        secrets: [],
        cacheFrom: [],
        cacheTo: [],
      },
    ])
  })

  it('gives nothing when it is not set', () => {
    expect(parseImages('', 'images')).toEqual([])
  })

  it('may be JSON', () => {
    expect(parseImages('[{"name": "a", "platforms": ["linux/arm64"]}]', 'images')).toMatchObject([
      { name: 'a', platforms: ['linux/arm64'] },
    ])
  })

  it.each([
    'linux/arm64,linux/amd64',
    'linux/arm64, linux/amd64',
    '[linux/arm64, linux/amd64]',
    '["linux/arm64,linux/amd64"]',
    '|\n    linux/arm64\n    linux/amd64',
    '[linux/arm64, linux/aarch64, linux/arm64/v8, linux/amd64]',
  ])('takes platforms as %j', written => {
    expect(parseImages(`- name: a\n  platforms: ${written}`, 'images')[0]?.platforms).toEqual([
      'linux/arm64',
      'linux/amd64',
    ])
  })

  it('takes build arguments as a list of assignments, whose values may hold more of them', () => {
    const [image] = parseImages('- name: a\n  build-args:\n    - A=b=c\n    - TOKEN\n    - E=\n', 'images')
    expect(image?.buildArgs).toEqual(
      new Map<string, string | undefined>([
        ['A', 'b=c'],
        ['TOKEN', undefined],
        ['E', ''],
      ]),
    )
  })

  it('lets one image take over a part of another by its anchor', () => {
    const images = parseImages(
      '- name: a\n  platforms: &both [linux/arm64, linux/amd64]\n  build-args: &args {A: b}\n- name: b\n  platforms: *both\n  build-args: *args\n',
      'images',
    )
    expect(images[1]).toMatchObject({ platforms: ['linux/arm64', 'linux/amd64'], buildArgs: new Map([['A', 'b']]) })
  })
})

describe('a mistake in the input images', () => {
  it('is named with its line, together with all others', () => {
    const raw = `# the images
- name: Library/Frontend
  platfroms: linux/arm64

- context: backend
  build_args: {A: b}
  platforms: linux/amd64,solaris
- name: ok
  target: 7
  labels:
    team: web
    empty:
  build-args:
    GOOD: x
    BAD: [1, 2]
  secrets:
    - id=a
    - token=xyz
- just text
- name: ok
`
    expect(problemsOf(raw)).toEqual([
      '3: unknown key "platfroms": did you mean "platforms"?',
      '2: "name" is "Library/Frontend": it has upper-case letters: expected "library/frontend"',
      '6: unknown key "build_args": did you mean "build-args"?',
      '5: the image has no "name"',
      '7: "platforms" holds "solaris": expected such as "linux/arm64"',
      '9: "target" is 7: expected a text',
      '15: "build-args" has a value for BAD that is no text',
      '12: "labels" has no value for empty',
      '18: "secrets" holds an entry that is not "id=NAME,env=VARIABLE" or "id=NAME,src=FILE"',
      '19: expected an image as a mapping, such as "- name: library/frontend"',
      '20: the image "ok" is listed twice',
    ])
  })

  it.each([
    ['name: a', '1: expected a YAML list, one "- name: …" an image'],
    ['a, b', '1: expected a YAML list, one "- name: …" an image'],
    // The first mistake of the syntax alone: a single one would give a dozen, with the text that stands there.
    ['- {name: a, build-args: ["x" "y", z]}\n- {name: b]\n', '1: Missing , or : between flow sequence items'],
    ['# nothing', '1: expected a YAML list, one "- name: …" an image'],
    ['[]', '1: the list is empty: expected at least one image'],
    ['- name: a\n- \n', '2: expected an image as a mapping, such as "- name: library/frontend"'],
    ['- name: a\n- - b\n', '2: expected an image as a mapping, such as "- name: library/frontend"'],
    ['- name:\n', '1: "name" is null: expected a text'],
    ['- name: ""\n', '1: "name" is "": expected a text'],
    ['- name: [a]\n', '1: "name" is a list: expected a text'],
    ['- name: {a: b}\n', '1: "name" is a mapping: expected a text'],
    ['- name: a\n  context: ""\n', '2: "context" is "": expected a text'],
    ['- name: a\n  cache-to:\n    - 7\n', '3: "cache-to" holds 7: expected a text'],
    ['- name: a\n  cache-to:\n    a: b\n', '3: "cache-to" holds a mapping: expected a text'],
    [
      '- name: a\n  dockerfile: x\n',
      '2: unknown key "dockerfile": expected one of name, context, file, target, platforms, build-args, labels, secrets, cache-from, cache-to',
    ],
    [
      '- name: a\n  ? [x]\n  : y\n',
      '2: unknown key "": expected one of name, context, file, target, platforms, build-args, labels, secrets, cache-from, cache-to',
    ],
    [
      '- name: ghcr.io:443/me/app\n',
      '1: "name" is "ghcr.io:443/me/app": it has a registry in it: expected the name below it, "me/app"',
    ],
    [
      '- name: me/app:1\n',
      '1: "name" is "me/app:1": it has a tag or digest in it: expected "me/app" (the tag is made by the build)',
    ],
    ['- name: a\n  labels: [x]\n', '2: "labels" has no value for x'],
  ])('is found in %j', (raw, problem) => {
    expect(problemsOf(raw)).toEqual([problem])
  })

  it('of two nameless images is not that they are the same', () => {
    expect(problemsOf('- context: a\n- context: b\n')).toEqual([
      '1: the image has no "name"',
      '2: the image has no "name"',
    ])
  })

  it.each([
    ['- name: a\n   context: b\n', /^1: Nested mappings are not allowed/],
    ['- name: a\n  name: b\n', /^2: Map keys must be unique$/],
    ['- name: a\n\tcontext: b\n', /^2: /],
    ['- name: "a\n', /^[12]: /],
    ['- name: a\n---\n- name: b\n', /^[23]: /],
    ['- name: a\n- name: *unknown\n', /^2: "\*unknown" has no anchor "&unknown" before it$/],
    ['- name: a\n  build-args:\n    A: *unknown\n', /^3: "\*unknown" has no anchor/],
    ['- name: a\n- *unknown\n', /^2: "\*unknown" has no anchor/],
  ])('of YAML itself is named with its line: %j', (raw, problem) => {
    const [first] = problemsOf(raw)
    expect(first).toMatch(problem)
    expect(first).not.toMatch(/\n|at line/)
  })

  it.each(['id=', 'id=a,src=', 'id=a,env=', 'a', 'id=a,env=B,src=c', 'id=a,file=b', 'hunter2'])(
    'in the secret %j is named without showing it: a password may be in the wrong place',
    secret => {
      const [problem, ...more] = problemsOf(`- name: a\n  secrets: ["${secret}"]\n`)
      expect(more).toEqual([])
      expect(problem).toBe('2: "secrets" holds an entry that is not "id=NAME,env=VARIABLE" or "id=NAME,src=FILE"')
    },
  )
})
