import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { expand } from '../../src/flux/go/expand.js'
import { parseFloat64 } from '../../src/flux/go/float.js'
import { compileRegexp } from '../../src/flux/go/regexp.js'
import { renderMessage } from '../../src/flux/message.js'
import type { MessageData } from '../../src/flux/message-data.js'
import { parseRange } from '../../src/flux/semver-range.js'
import { parseTagVersion } from '../../src/flux/semver-version.js'
import { substitute } from '../../src/flux/substitution.js'

interface Answer {
  readonly Output: string
  readonly Values: readonly (string | null)[] | null
  readonly Error: string
}

const folder = mkdtempSync(join(tmpdir(), 'oracle-'))
const program = join(folder, 'oracle')
const compare = buildOracle() ? test : test.skip
jest.setTimeout(60_000)

afterAll(() => rmSync(folder, { recursive: true }))

/** Needs Go and its modules; without them there is nothing to compare with. */
function buildOracle(): boolean {
  const cwd = fileURLToPath(new URL('oracle', import.meta.url))
  return spawnSync('go', ['build', '-o', program, '.'], { cwd, timeout: 120_000 }).status === 0
}

function ask(questions: readonly object[]): readonly Answer[] {
  const { stdout, status } = spawnSync(program, {
    input: JSON.stringify(questions),
    maxBuffer: 1 << 28,
    timeout: 60_000,
  })
  expect(status).toBe(0)
  return JSON.parse(stdout.toString())
}

function sample<T>(arbitrary: fc.Arbitrary<T>, count: number): readonly T[] {
  return fc.sample(arbitrary, { numRuns: count, seed: 20_260_623 })
}

function sentence(words: readonly string[], longest: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...words), { maxLength: longest }).map(parts => parts.join(''))
}

describe('what Go does, we do', () => {
  compare('numbers', () => {
    const parts = [
      '0',
      '1',
      '9',
      '.',
      '_',
      'e',
      'E',
      '+',
      '-',
      'x',
      'p',
      'a',
      'f',
      '0x',
      'inf',
      'nan',
      'N',
      'ity',
      '00000',
    ]
    const texts = sample(sentence(parts, 8), 20_000)
    const [answer] = ask([{ Op: 'float', Texts: texts }])
    expect(texts.map(text => numberText(parseFloat64(text)))).toEqual(
      answer?.Values?.map(value => numberText(goNumber(value))),
    )
  })

  compare('patterns and what they extract', () => {
    const parts = [
      'a',
      'main',
      '-',
      '.',
      '\\.',
      '^',
      '$',
      '(',
      ')',
      ')',
      '|',
      '*',
      '+',
      '?',
      '*?',
      '{2}',
      '{1,3}',
      '{1001}',
      '[a-f0-9]',
      '[^a]',
      '[[:alpha:]]',
      '[]a]',
      '\\d',
      '\\w',
      '\\s',
      '\\b',
      '\\z',
      '\\Z',
      '\\pL',
      '\\p{Greek}',
      '\\Qa',
      '\\E',
      '\\x41',
      '(?i)',
      '(?s)',
      '(?m)',
      '(?:',
      '(?P<n>',
      '(?<n>',
      '(?P<m>',
      '(?P=n)',
      '(?!',
      '(?>',
      'é',
      '[0-9]+',
      '(?P<ts>[0-9]+)',
    ]
    const texts = ['', 'a', 'ab', 'main-abc-123', 'main-ffffff0-1700000000', '-', '\n', 'a\nb', 'é', 'xx', 'Δx', '𝒳a']
    const templates = ['$n', '${n}', '$1', '$0', '$ts-$m', '$$', '$2x', '${1}x', '$', '${', '$n_', '[$1|$2]']
    const questions = sample(fc.tuple(sentence(parts, 6), fc.constantFrom(...templates)), 4000)
    const answers = ask(questions.map(([Pattern, Template]) => ({ Op: 'regexp', Pattern, Template, Texts: texts })))
    for (const [index, [pattern, template]] of questions.entries()) {
      const answer = answers[index]
      const compiled = compileRegexp(pattern)
      const ours =
        'error' in compiled
          ? compiled
          : texts.map(text => {
              const groups = compiled.regexp.find(text)
              return groups === undefined ? null : expand(template, compiled.regexp.groupNames, groups)
            })
      expect({ pattern, ours }).toEqual({
        pattern,
        ours: answer?.Error === '' ? answer.Values : { error: answer?.Error },
      })
    }
  })

  compare('version ranges', () => {
    const version = sentence(['1', '0', '2', '.1', '.0', '.x', '*', '-0', '-rc.1', '+b', 'v'], 4)
    const operators = ['', '=', '!=', '>', '<', '>=', '=>', '<=', '=<', '~', '~>', '^']
    const range = fc
      .array(fc.tuple(fc.constantFrom(...operators), version, fc.constantFrom(' ', ', ', ' || ', ' - ', '')), {
        maxLength: 3,
      })
      .map(parts => parts.flat().join(''))
    const versions = ['0', '1', '2'].flatMap(major =>
      ['0.0', '0.1', '1.0', '2.3', '0.0-rc.1', '1.1-0', '0.0+b'].map(rest => `${major}.${rest}`),
    )
    const texts = [...versions, 'v1.0.0', '01.2.3', '1.0', 'latest', '1.0.0.0', '18446744073709551616.0.0']
    const ranges = sample(range, 6000)
    const answers = ask(ranges.map(Text => ({ Op: 'range', Text, Texts: texts })))
    const parsed = texts.map(parseTagVersion)
    for (const [index, text] of ranges.entries()) {
      const answer = answers[index]
      const result = parseRange(text)
      const ours =
        'error' in result
          ? result
          : parsed.map(version => (version === undefined ? null : String(result.range(version))))
      expect({ text, ours }).toEqual({ text, ours: answer?.Error === '' ? answer.Values : { error: answer?.Error } })
    }
  })

  compare('substitutions', () => {
    const variables = { X: 'foo', Y: '', LONG: 'a/b/c.tar.gz', U: 'ab中ß', _a: '*' }
    const name = fc.constantFrom('X', 'Y', 'LONG', 'U', 'unset', '_a', '1', '')
    const operator = fc.constantFrom(
      '',
      '^',
      '^^',
      ',',
      ',,',
      ':-d',
      ':=d',
      ':?d',
      ':+d',
      '-d',
      '=d',
      ':1',
      ':1:2',
      ': -1',
      ':0:2',
      ':a',
      '#a',
      '##*/',
      '%.*',
      '%%.*',
      '#[a-f]',
      '%[a-z]',
      '#[',
      '/o/0',
      '//o/0',
      '/#f/F',
      '/%o/O',
      '//o',
      '/\\//-',
      ':-${X}',
      ':0:${X}',
    )
    const reference = fc.tuple(name, operator, fc.constantFrom('}', '}', '}', '')).map(parts => `\${${parts.join('')}`)
    const text = fc.oneof(reference, fc.constantFrom('a', '$', '$$', '$${x}', '{', '}', '/', '中', '${}', '\\'))
    const texts = sample(
      fc.array(text, { maxLength: 4 }).map(parts => parts.join('')),
      12_000,
    )
    const questions = texts.map((Text, index) => ({
      Op: 'envsubst',
      Text,
      Strict: index % 2 === 0,
      Variables: variables,
    }))
    const answers = ask(questions)
    for (const [index, { Text, Strict }] of questions.entries()) {
      const answer = answers[index]
      const expected = { output: answer?.Output, error: answer?.Error === '' ? null : answer?.Error }
      expect({ Text, ...substitute(Text, variables, { strict: Strict }) }).toEqual({ Text, ...expected })
    }
  })

  compare('commit messages', () => {
    const operand = fc.constantFrom(
      '"a b"',
      '"x:1.0"',
      '""',
      '1',
      '-2',
      '1.5',
      'true',
      'nil',
      '.',
      '$',
      '.Values.env',
      '.Changed.Changes',
      '.Nope',
      '.AutomationObject',
      '.Changed.FileChanges',
      '.Changed.Foo.Bar',
      '(list 1 "a" nil)',
      '(dict "a" 1)',
      '(until 3)',
      '$x',
    )
    const word = fc.constantFrom(
      'len',
      'print',
      'printf "%v|%5s|%q|%d"',
      'eq 1',
      'not',
      'upper',
      'trunc 3',
      'quote',
      'default "d"',
      'join ","',
      'first',
      'toJson',
      'add 1',
      'splitList ":"',
      'replace "a" "b"',
      'ternary 1 2',
      'sha256sum',
      'has "a"',
      'html',
      'index .Values',
      'nosuch',
      'trimPrefix "x"',
      'regexReplaceAll "[a-z]" "q" ',
      'indent 2',
      'and 1',
      'or 0',
      'kindOf',
      'slice (list 1 2)',
    )
    const pipe = fc
      .tuple(word, operand, fc.array(word, { maxLength: 2 }))
      .map(([f, x, more]) => [`${f} ${x}`, ...more].join(' | '))
    const piece = fc.oneof(
      pipe.map(text => `{{${text}}}`),
      pipe.map(text => `{{- $x := ${text} -}} {{$x}}`),
      fc.tuple(pipe, pipe).map(([test, body]) => `{{if ${test}}}{{${body}}}{{else}}no{{end}}`),
      operand.map(text => `{{range $i, $e := ${text}}}{{$i}}={{$e}} {{else}}none{{end}}`),
      operand.map(text => `{{with ${text}}}{{.}}{{end}}`),
      fc.constantFrom(
        'text\n',
        '{{',
        '{{end}}',
        '{{/* c */}}',
        '{{.Updated.Images}}',
        '{{"open}}',
        '{{(1}}',
        '{{template "t" .}}',
        '{{define "t"}}<{{.}}>{{end}}',
        '{{range $f, $o := .Changed.FileChanges}}{{$f}}{{range $k, $c := $o}} {{$k.Kind}}/{{$k.Name}}' +
          '{{range $c}} {{.OldValue}}>{{.NewValue}}{{end}}{{end}}{{end}}',
        '{{break}}',
        '{{@}}',
        '{{1 | 2}}',
      ),
    )
    const texts = sample(
      fc.array(piece, { minLength: 1, maxLength: 3 }).map(parts => parts.join('')),
      8000,
    )
    const answers = ask(texts.map(Text => ({ Op: 'template', Text, Data: goData })))
    for (const [index, text] of texts.entries()) {
      const answer = answers[index]
      const { message, error } = renderMessage(text, data)
      const fault = answer?.Error === '' ? null : answer?.Error
      expect({ text, message, error }).toEqual({
        text,
        message: fault === null ? answer?.Output : null,
        error: fault,
      })
    }
  })
})

const data: MessageData = {
  automation: { namespace: 'flux-system', name: 'automation' },
  values: { env: 'production' },
  files: [
    {
      path: 'frontend/deployment.yaml',
      objects: [
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          namespace: 'website',
          name: 'frontend',
          changes: [
            { oldValue: 'r/frontend:1', newValue: 'r/frontend:2', setter: 'flux-system:frontend' },
            { oldValue: '1', newValue: '2', setter: 'flux-system:frontend:tag' },
          ],
        },
      ],
    },
  ],
}

const goData = {
  Namespace: data.automation.namespace,
  Name: data.automation.name,
  Values: data.values,
  Files: data.files.map(({ path, objects }) => ({
    Path: path,
    Objects: objects.map(({ apiVersion, kind, namespace, name, changes }) => ({
      APIVersion: apiVersion,
      Kind: kind,
      Namespace: namespace,
      Name: name,
      Changes: changes.map(({ oldValue, newValue, setter }) => ({
        OldValue: oldValue,
        NewValue: newValue,
        Setter: setter,
      })),
    })),
  })),
}

function goNumber(text: string | null): number | undefined {
  if (text === null) return undefined
  return text.endsWith('Inf') ? Number(text.replace('Inf', 'Infinity')) : Number(text)
}

/** Tells -0 from 0 and a number from none. */
function numberText(value: number | undefined): string {
  return value === undefined ? 'none' : Object.is(value, -0) ? '-0' : String(value)
}
