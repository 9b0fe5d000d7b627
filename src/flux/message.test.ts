import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { checkTemplate, renderMessage } from './message.js'
import type { MessageData } from './message-data.js'

const data: MessageData = {
  automation: { namespace: 'flux-system', name: 'automation' },
  values: { cluster: 'production' },
  files: [
    {
      path: 'backend/docker-compose.backend.yml',
      objects: [
        {
          apiVersion: '',
          kind: '',
          namespace: '',
          name: '',
          changes: [{ oldValue: 'r/backend:1', newValue: 'r/backend:2', setter: 'flux-system:backend' }],
        },
      ],
    },
    {
      path: 'frontend/deployment.yaml',
      objects: [
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          namespace: 'website',
          name: 'frontend',
          changes: [{ oldValue: 'r/frontend:1', newValue: 'r/frontend:2', setter: 'flux-system:frontend' }],
        },
      ],
    },
  ],
}

function rendered(template: string): string | null {
  return renderMessage(template, data).message ?? renderMessage(template, data).error
}

describe('a commit message', () => {
  test('is a fixed sentence without a template', () => {
    expect(rendered('')).toBe('Update from image update automation')
  })

  test('of the template in the documentation of Flux lists files, objects and changes', () => {
    const template = `Automated image update

Automation name: {{ .AutomationObject }}

Files:
{{ range $filename, $_ := .Changed.FileChanges -}}
- {{ $filename }}
{{ end -}}

Objects:
{{ range $resource, $changes := .Changed.Objects -}}
- {{ $resource.Kind }} {{ $resource.Name }}
  Changes:
{{- range $_, $change := $changes }}
    - {{ $change.OldValue }} -> {{ $change.NewValue }}
{{ end -}}
{{ end -}}`
    expect(rendered(template)).toBe(`Automated image update

Automation name: flux-system/automation

Files:
- backend/docker-compose.backend.yml
- frontend/deployment.yaml
Objects:
-  
  Changes:
    - r/backend:1 -> r/backend:2
- Deployment frontend
  Changes:
    - r/frontend:1 -> r/frontend:2
`)
  })

  test.each([
    ['{{ .Values.cluster | upper | quote }}', '"PRODUCTION"'],
    ['{{ .Values.nothing }}', '<no value>'],
    ['{{ with .Values }}{{ .cluster }}{{ else }}none{{ end }}', 'production'],
    [
      '{{ range .Changed.Changes }}{{ if eq .Setter "flux-system:backend" }}{{ continue }}{{ end }}{{ .NewValue }}{{ end }}',
      'r/frontend:2',
    ],
    [
      '{{ range $i, $c := .Changed.Changes }}{{ if $i }}, {{ end }}{{ .NewValue | splitList ":" | last }}{{ end }}',
      '2, 2',
    ],
    ['{{ define "line" }}<{{ . }}>{{ end }}{{ template "line" .AutomationObject.Name }}', '<automation>'],
    ['{{ block "b" 1 }}{{ add . 1 }}{{ end }}', '2'],
    ['a {{- /* gone */ -}} b', 'ab'],
    ['{{ printf "%-5s|%03d|%q|%v" "a" 7 "b" nil }}', 'a    |007|"b"|<nil>'],
    [
      '{{ index .Changed.Changes 0 | printf "%+v" }}',
      '{OldValue:r/backend:1 NewValue:r/backend:2 Setter:flux-system:backend}',
    ],
    ['{{ and 0 (fail "never") }}{{ or 1 (fail "never") }}', '01'],
    ['{{ len .Changed.FileChanges }}{{ not false }}{{ lt 1 2 }}', '2truetrue'],
    ['{{ dict "a" 1 "b" (list 1 "x") | toJson }}', '{"a":1,"b":[1,"x"]}'],
    ['{{ addf 0.1 0.2 }} {{ div 7 2 }} {{ round 2.345 2 }}', '0.3 3 2.35'],
    ['{{ "feature/Some Thing" | kebabcase | trunc 12 | trimSuffix "-" }}', 'feature/some'],
    ['{{ $x := 1 }}{{ range until 3 }}{{ $x = add $x . }}{{ end }}{{ $x }}', '4'],
    ['{{ "é" | substr 0 1 }}', '\ufffd'],
    ["{{ 1e3 }} {{ 0x10 }} {{ 'a' }} {{ 2.50 }} {{ 1_000 }}", '1000 16 97 2.5 1000'],
  ])('%s gives %s', (template, expected) => {
    expect(rendered(template)).toBe(expected)
  })

  test('tells that the order of .Changed.Changes is random with several changed objects', () => {
    expect(renderMessage('{{ range .Changed.Changes }}{{ .NewValue }}{{ end }}', data).random).toBe(true)
    expect(renderMessage('{{ range .Changed.Objects }}{{ . }}{{ end }}', data).random).toBe(false)
    const [first] = data.files
    const single = { ...data, files: first === undefined ? [] : [first] }
    expect(renderMessage('{{ .Changed.Changes }}', single).random).toBe(false)
  })
})

describe('an error', () => {
  test.each([
    ['{{ .Changed', 'template: commit message:1: unclosed action'],
    ['{{ end }}', 'template: commit message:1: unexpected {{end}}'],
    ['{{ if true }}', 'template: commit message:1: unexpected EOF'],
    ['a\n{{ foo }}', 'template: commit message:2: function "foo" not defined'],
    ['{{ $x }}', 'template: commit message:1: undefined variable "$x"'],
    ['{{ "a" | 1 }}', 'template: commit message:1: non executable command in pipeline stage 2'],
    [
      'a\n{{ .Nope }}',
      'template: commit message:2:3: executing "commit message" at <.Nope>: can\'t evaluate field Nope in type source.TemplateData',
    ],
    [
      '{{ range .Changed.Changes }}{{ .Image }}{{ end }}',
      'template: commit message:1:31: executing "commit message" at <.Image>: can\'t evaluate field Image in type update.Change',
    ],
    [
      '{{ trunc "a" 1 }}',
      'template: commit message:1:9: executing "commit message" at <"a">: expected integer; found "a"',
    ],
    [
      '{{ fail "no" }}',
      'template: commit message:1:3: executing "commit message" at <fail "no">: error calling fail: no',
    ],
  ])('in %j has the text and the place that Go gives', (template, error) => {
    expect(renderMessage(template, data)).toMatchObject({ message: null, error })
  })

  test('says of a removed field when it went and what there is now', () => {
    expect(renderMessage('Images:\n{{ range .Updated.Images }}{{ end }}', data).problem).toEqual({
      kind: 'removed-field',
      message: '.Updated was removed in Flux 2.7: use .Changed',
      line: 2,
      column: 10,
    })
  })
})

describe('checkTemplate', () => {
  test('finds nothing in templates that work', () => {
    const template =
      '{{ range $f, $o := .Changed.FileChanges }}{{ range $k, $c := $o }}{{ $k.Kind }}{{ (index $c 0).OldValue }}{{ end }}{{ end }}'
    expect(checkTemplate(template)).toEqual([])
  })

  test('finds mistakes in branches that no data leads to, in their order', () => {
    const template =
      '{{ if false }}{{ .Changed.ImageResult }}{{ else }}{{ .Updated }}{{ end }}\n{{ range .Changed.Changes }}{{ .Old }}{{ shout .New }}{{ end }}'
    expect(checkTemplate(template).map(({ kind, line, column }) => [kind, line, column])).toEqual([
      ['removed-field', 1, 26],
      ['removed-field', 1, 54],
      ['field', 2, 32],
      ['function', 2, 42],
      ['field', 2, 48],
    ])
  })

  test.each([
    ['{{ trunc "x" "y" }}', 'type', 'expected integer; found "x"'],
    ['{{ trunc 1 }}', 'arguments', 'wrong number of args for trunc: want 2 got 1'],
    ['{{ .Values 1 }}', 'arguments', "can't give argument to non-function .Values"],
    ['{{ template "t" }}', 'template', 'template "t" not defined'],
    ['{{ range .AutomationObject.Name }}{{ end }}', 'type', "range can't iterate over a string"],
    ['{{ range $k, $v := .Values }}{{ $v.x }}{{ end }}', 'field', "can't evaluate field x in type string"],
    [
      '{{ define "t" }}{{ .Nope }}{{ end }}{{ template "t" .Changed }}',
      'field',
      "can't evaluate field Nope in type update.Result",
    ],
    ['{{ upper .Changed.Changes }}', 'type', 'wrong type for value; expected string; got []update.Change'],
    ['{{', 'syntax', 'unclosed action'],
  ])('%s: %s', (template, kind, message) => {
    expect(checkTemplate(template)).toMatchObject([{ kind, message }])
  })

  test('is silent where only the run can tell', () => {
    expect(
      checkTemplate(
        '{{ (first (list 1)).Foo }}{{ $x := 1 }}{{ if . }}{{ $x = .Changed }}{{ end }}{{ $x.FileChanges }}',
      ),
    ).toEqual([])
  })
})

describe('hostile templates', () => {
  test.each([
    ['a long loop', '{{ range until 1000000000 }}{{ end }}'],
    ['an endless loop', '{{ range 9223372036854775807 }}x{{ end }}'],
    ['a long text', '{{ repeat 1000000000 "x" }}'],
    ['much output', '{{ range until 1000 }}{{ range until 1000 }}{{ repeat 1000 "x" }}{{ end }}{{ end }}'],
    ['a template that calls itself', '{{ define "a" }}{{ template "a" . }}{{ end }}{{ template "a" . }}'],
    ['deep nesting', '{{ if true }}'.repeat(5000)],
    ['many parentheses', `{{ ${'('.repeat(20_000)} }}`],
    ['a long pipeline', `{{ ${'upper | '.repeat(10_000)} upper }}`],
    ['many lines', '{{ wrap 1 (repeat 100000 "x ") }}'],
    ['a long literal', `{{ "${'a'.repeat(200_000)}" | upper | len }}`],
    ['a wide number', '{{ printf "%1000000000d" 1 }}'],
    ['a hostile pattern', '{{ regexMatch "(a*)*b" (repeat 10000 "a") }}'],
  ])('%s ends within two seconds', (_, template) => {
    const started = performance.now()
    renderMessage(template, data)
    checkTemplate(template)
    expect(performance.now() - started).toBeLessThan(2000)
  })

  test('no text makes it throw', () => {
    const words = [
      '{{',
      '}}',
      '{{-',
      '-}}',
      '(',
      ')',
      '|',
      '.',
      '$',
      '$x',
      ':=',
      '=',
      ',',
      '"',
      '`',
      "'",
      '\\',
      '1',
      '1.5',
      '0x',
      'nil',
      'true',
      'if',
      'else',
      'end',
      'range',
      'with',
      'define',
      'template',
      'block',
      'break',
      'len',
      'index',
      'list',
      'dict',
      'upper',
      '.Changed',
      '.Values',
      '.Changes',
      ' ',
      '\n',
      '"a"',
      '/*',
      '*/',
      'é',
      '😀',
      '\ud800',
      '\0',
      '%',
      '@',
    ]
    const text = fc
      .array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 25 })
      .map(parts => parts.join(''))
    fc.assert(
      fc.property(text, template => {
        const { message, error } = renderMessage(template, data)
        expect(message === null).toBe(error !== null)
        expect(Array.isArray(checkTemplate(template))).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
})
