import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseAllDocuments } from 'yaml'
import { applySetters, findMarkers, parseLatestRef, type SettersMode } from './setters.js'

const policies = new Map([
  ['n:app', parseLatestRef('harbor.example.com/p/app:main-abc1234-1700000000')],
  ['n:number', parseLatestRef('harbor.example.com/p/number:1.10')],
  ['n:digest', parseLatestRef(`nginx:1@sha256:${'0'.repeat(64)}`)],
])

const setter = fc.constantFrom(
  'n:app',
  'n:app:tag',
  'n:app:name',
  'n:number:tag',
  'n:digest',
  'n:digest:digest',
  'n:other',
)
const marker = setter.map(name => `# {"$imagepolicy": "${name}"}`)
const blank = fc.constantFrom('', '\n', '# why\n', '  # why\n', '\n# why\n\n')
const key = fc.constantFrom('image', 'tag', '"quoted"', 'name', 'kind', 'é')
const plainValue = fc.constantFrom(
  'nginx:1.2',
  '1.0',
  'true',
  'on',
  '"x"',
  "'it''s'",
  '"caf\\u00e9"',
  '&a foo',
  '!!str 12',
  'a b',
  '2020-01-01',
)
const marked = fc.tuple(plainValue, marker).map(([value, comment]) => `${value} ${comment}`)
const block = fc
  .tuple(marker, fc.constantFrom('|', '|-', '>-'))
  .map(([comment, sign]) => `${sign} ${comment}\n      text\n      more\n`)
const flow = fc
  .tuple(marked, plainValue)
  .map(([first, second]) => `[\n        ${first.replace(' #', ', #')}\n        ${second}]`)
const value = fc.oneof(
  { weight: 4, arbitrary: marked },
  { weight: 2, arbitrary: plainValue },
  block,
  flow,
  fc.constant('{a: 1, b: [x,y]}'),
)
const item = fc.tuple(blank, value).map(([before, text]) => `${before}    - ${text}\n`)

/** Manifests in block style with comments, markers and every scalar style, as people write them. */
const entry = fc.oneof(
  fc.tuple(blank, key, value).map(([before, name, text]) => [before, name, `: ${text}\n`] as const),
  fc
    .tuple(blank, key, fc.array(item, { minLength: 1, maxLength: 3 }))
    .map(([before, name, items]) => [before, name, `:\n${items.join('')}`] as const),
)
const document = fc
  .uniqueArray(entry, { selector: ([, name]) => name, minLength: 1, maxLength: 6 })
  .map(entries => entries.map(parts => parts.join('')).join(''))
const manifest = fc.array(document, { minLength: 1, maxLength: 3 }).map(documents => documents.join('---\n'))

describe('applySetters', () => {
  test.each<SettersMode>(['flux', 'careful'])('changes nothing the second time in %s mode', mode => {
    fc.assert(
      fc.property(manifest, text => {
        const written = run(text, mode).written[0]
        if (written === undefined) return
        const again = applySetters([written], policies, mode)
        expect(again.problemFiles).toEqual([])
        expect(again.changes).toEqual([])
      }),
    )
  })

  test('gives the same values in both modes', () => {
    fc.assert(
      fc.property(manifest, text => {
        // Flux keeps a tag that no longer fits, such as !!int; careful mode writes a string.
        const flux = textOf(run(text, 'flux'))?.replaceAll(/!!(?:int|float|bool|timestamp) (?=[a-zA-Z"'])/g, '')
        const careful = textOf(run(text, 'careful'))
        expect(careful === undefined).toBe(flux === undefined)
        expect(valuesOf(careful ?? '')).toEqual(valuesOf(flux ?? ''))
      }),
    )
  })

  test('touches only the bytes of the scalars in careful mode', () => {
    fc.assert(
      fc.property(manifest, text => {
        const result = run(text, 'careful')
        const after = textOf(result)
        if (after === undefined) return
        const lines = new Set(result.changes.map(({ source }) => source.line))
        const before = text.split('\n')
        const untouched = before.filter((_, index) => !lines.has(index + 1) && !isInBlock(before, index))
        expect(containsInOrder(after.split('\n'), untouched)).toBe(true)
      }),
    )
  })

  test('leaves what stands before and behind a scalar on its line in careful mode', () => {
    fc.assert(
      fc.property(manifest, text => {
        const before = text.split('\n')
        fc.pre(!before.some((_, index) => isInBlock(before, index)))
        const result = run(text, 'careful')
        const after = textOf(result)?.split('\n') ?? before
        expect(after).toHaveLength(before.length)
        const changed = new Map(result.changes.map(({ source }) => [source.line, source.column]))
        for (const [index, line] of before.entries()) {
          const column = changed.get(index + 1)
          if (column === undefined) expect(after[index]).toBe(line)
          else {
            expect(after[index]?.startsWith([...line].slice(0, column - 1).join(''))).toBe(true)
            expect(after[index]?.endsWith(line.slice(line.indexOf(' #')))).toBe(true)
          }
        }
      }),
    )
  })

  test.each<SettersMode>(['flux', 'careful'])('does not depend on the order of the files in %s mode', mode => {
    fc.assert(
      fc.property(fc.array(manifest, { maxLength: 4 }), texts => {
        const files = texts.map((text, index) => ({ path: `f${index}.yaml`, content: Buffer.from(text) }))
        expect(applySetters([...files].reverse(), policies, mode)).toEqual(applySetters(files, policies, mode))
      }),
      { numRuns: 50 },
    )
  })

  test.each<SettersMode>(['flux', 'careful'])('takes any bytes in %s mode', mode => {
    const bytes = fc
      .uint8Array({ maxLength: 200 })
      .map(content => Buffer.concat([content, Buffer.from('\n# "$imagepolicy"')]))
    const pieces = fc.array(
      fc.constantFrom(
        '- ',
        '? ',
        ': ',
        '\n',
        '  ',
        '[',
        ']',
        '{',
        '}',
        ',',
        '|',
        '>',
        '&a ',
        '*a',
        '!x ',
        '#c',
        '"',
        "'",
        'k',
        '---',
        '%',
        '\t',
        marker1,
      ),
    )
    const text = pieces.map(parts => Buffer.from(`${parts.join('')}\n# "$imagepolicy"`))
    fc.assert(
      fc.property(fc.oneof(bytes, text), content => {
        applySetters([{ path: 'f.yaml', content }], policies, mode)
        findMarkers({ path: 'f.yaml', content }, policies)
      }),
    )
  })

  test.each([
    ['10 MB on one line', `b: ${'y'.repeat(10_000_000)}\n`, undefined],
    ['10 MB of digits', `b: ${'1'.repeat(10_000_000)}\n`, undefined],
    ['10 MB of zeros', `b: ${'0'.repeat(10_000_000)}\n`, undefined],
    ['10 MB of hexadecimal digits', `b: 0x${'f'.repeat(10_000_000)}\n`, undefined],
    ['10 MB of digits with lines between them', `b: ${'1_'.repeat(5_000_000)}\n`, undefined],
    ['10 MB behind a point', `b: .${'1'.repeat(10_000_000)}\n`, undefined],
    ['10 MB of the same behind a point', `b: .${'1_'.repeat(5_000_000)}1\n`, undefined],
    ['10 MB of an exponent', `b: 1e${'1'.repeat(10_000_000)}\n`, undefined],
    ['10 MB of a fraction of a second', `b: 2001-12-14t21:59:43.${'1'.repeat(10_000_000)}Z\n`, undefined],
    ['10 MB of characters beyond ASCII', `b: ${'é'.repeat(5_000_000)}\n`, undefined],
    ['10 MB between double quotes', `b: "${'y'.repeat(10_000_000)}"\n`, undefined],
    ['10 MB between single quotes', `b: '${'y'.repeat(10_000_000)}'\n`, undefined],
    ['10 MB of escapes', `b: "${'\\x07'.repeat(2_500_000)}"\n`, undefined],
    ['10 MB in a block', `b: |\n  ${'y'.repeat(10_000_000)}\n`, undefined],
    ['10 MB of comment', `b: c # ${'y'.repeat(10_000_000)}\n`, undefined],
    ['10 MB of blanks', `b: ${' '.repeat(10_000_000)}c\n`, undefined],
    ['a sequence of 10 MB in brackets', `b: [${'y,'.repeat(2_000_000)}]\n`, undefined],
    ['9,000 levels', `b: ${'['.repeat(9000)}${']'.repeat(9000)}\n`, undefined],
    ['100,000 levels', `b: ${'['.repeat(100_000)}\n`, 'more than 10000 levels deep'],
    ['100,000 dashes', `b:\n  ${'- '.repeat(100_000)}x\n`, 'more than 10000 levels deep'],
    [
      'an alias bomb',
      `a0: &a0 [x, x]\n${Array.from({ length: 50 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]\n`).join('')}`,
      undefined,
    ],
    ['an alias of itself', 'a: &a [*a]\n', undefined],
  ])('gets through %s', (_, text, reason) => {
    for (const mode of ['flux', 'careful'] as const) {
      const result = run(`image: old ${marker1}\n${text}`, mode)
      expect(result.problemFiles.map(problem => problem.reason)).toEqual(reason === undefined ? [] : [reason])
      expect(result.changes).toHaveLength(reason === undefined ? 1 : 0)
    }
  })
})

const marker1 = '# {"$imagepolicy": "n:app"}'

function run(text: string, mode: SettersMode) {
  return applySetters([{ path: 'f.yaml', content: Buffer.from(text) }], policies, mode)
}

function textOf({ written }: ReturnType<typeof run>): string | undefined {
  const [first] = written
  return first === undefined ? undefined : Buffer.from(first.content).toString()
}

function valuesOf(text: string): unknown[] {
  return parseAllDocuments(text, { version: '1.1' }).map(parsed => parsed.toJS())
}

/** The lines of a block scalar are part of the scalar that its header starts. */
function isInBlock(lines: readonly string[], index: number): boolean {
  return /^ {6}\w/.test(lines[index] ?? '')
}

function containsInOrder(lines: readonly string[], wanted: readonly string[]): boolean {
  let next = 0
  for (const line of lines) if (line === wanted[next]) next += 1
  return next === wanted.length
}
