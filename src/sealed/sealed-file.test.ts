import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseAllDocuments } from 'yaml'
import { userErrorsOf } from '../errors.js'
import { changeSealedFile, findSealed, readSealedFile, type SealedChange } from './sealed-file.js'

const change = (encryptedData: Record<string, string>, more: Partial<SealedChange> = {}): SealedChange => ({
  namespace: 'b',
  name: 'a',
  members: {
    apiVersion: 'bitnami.com/v1alpha1',
    kind: 'SealedSecret',
    metadata: { name: 'a', namespace: 'b' },
    spec: { encryptedData, template: { metadata: { name: 'a', namespace: 'b' }, type: 'Opaque' } },
  },
  dropped: new Set(),
  ...more,
})

const NEW = `---
apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata:
  name: a
  namespace: b
spec:
  encryptedData:
    k: AgB=
  template:
    metadata:
      name: a
      namespace: b
    type: Opaque
`

const edit = (text: string, ...changes: readonly SealedChange[]) =>
  changeSealedFile(readSealedFile('a.yaml', text), changes)

describe('a file', () => {
  it('that is new is written as kubeseal writes it', () => {
    expect(edit('', change({ k: 'AgB=' }))).toBe(NEW)
  })

  it('whose values are the same stays the same', () => {
    expect(edit(NEW, change({ k: 'AgB=' }))).toBe(NEW)
  })

  it.each([
    ['another SealedSecret', NEW.replaceAll('name: a', 'name: other')],
    ['comments alone', '# our secrets\n'],
    ['no line end', 'kind: ConfigMap'],
    ['an end of its document', 'kind: ConfigMap\n...\n'],
    ['a mark of Unicode', '\uFEFFkind: ConfigMap\n'],
  ])('with %s gets the new one behind it', (_, text) => {
    expect(edit(text, change({ k: 'AgB=' }))).toBe(`${text}${text.endsWith('\n') ? '' : '\n'}${NEW}`)
  })

  it('keeps its line ends when it gets another document', () => {
    expect(edit('kind: ConfigMap\r\n', change({ k: 'AgB=' }))).toBe(
      `kind: ConfigMap\r\n${NEW.replaceAll('\n', '\r\n')}`,
    )
  })
})

describe('a value that is changed', () => {
  const around = (value: string, after = '') =>
    NEW.replace('    k: AgB=\n', `    # above\n    k: ${value}\n${after}    z: AgZ= # kept\n`)
  it.each([
    ['plain', 'AgB=', 'AgNEW'],
    ['plain with a comment', 'AgB=  # mine', 'AgNEW  # mine'],
    ['in double quotes', '"AgB="', 'AgNEW'],
    ['over two lines', '"AgB=\n      more"', 'AgNEW'],
    ['folded', '>-\n      AgB=\n      more', 'AgNEW'],
    ['folded, with a comment and empty lines behind', '>- # mine\n      AgB=\n\n', 'AgNEW # mine\n\n'],
    ['literal', '|\n      AgB=', 'AgNEW'],
    ['empty', '', 'AgNEW'],
    ['null', 'null # mine', 'AgNEW # mine'],
    ['tagged', '!!str AgB=', '!!str AgNEW'],
  ])('is the only thing that changes: %s', (_, before, after) => {
    expect(edit(around(before), change({ k: 'AgNEW' }))).toBe(around(after))
  })

  it('is changed in a mapping in braces, too', () => {
    const text = NEW.replace('encryptedData:\n    k: AgB=', 'encryptedData: {k: AgB=, "z": AgZ=, } # c')
    expect(edit(text, change({ k: 'AgNEW', m: 'AgN=' }))).toBe(
      text.replace('AgB=', 'AgNEW').replace('AgZ=', 'AgZ=, "m": "AgN="'),
    )
  })

  it('is not changed where others may use it', () => {
    const text = NEW.replace('k: AgB=', 'k: &x AgB=\n    j: *x')
    expect(() => edit(text, change({ k: 'AgNEW' }))).toThrow(
      'a.yaml, line 9: cannot be changed in place: "k" has the anchor &x, which others may use',
    )
    expect(edit(text, change({ j: 'AgNEW' }))).toBe(text.replace('*x', 'AgNEW'))
  })
})

describe('a value that is added or dropped', () => {
  it('comes behind the last one, in front of the comments that follow', () => {
    const text = NEW.replace('    k: AgB=\n', '    k: AgB= # c\n  # about the template\n')
    expect(edit(text, change({ m: 'AgN=' }))).toBe(text.replace('# c\n', '# c\n    m: AgN=\n'))
  })

  it('comes into a mapping that was empty, or not there', () => {
    for (const empty of ['encryptedData: {}', 'encryptedData:', 'encryptedData: ~']) {
      const text = NEW.replace('encryptedData:\n    k: AgB=', empty)
      expect(edit(text, change({ m: 'AgN=' }))).toBe(text.replace(empty, 'encryptedData: {"m": "AgN="}'))
    }
    const text = NEW.replace('  encryptedData:\n    k: AgB=\n', '')
    expect(edit(text, change({ m: 'AgN=' }))).toBe(`${text}  encryptedData:\n    m: AgN=\n`)
  })

  it('has its key in quotes where it would be read as something else', () => {
    expect(edit(NEW, change({ true: 'AgT=', '1': 'Ag1=', y: 'Agy=' }))).toBe(
      NEW.replace('    k: AgB=\n', '    k: AgB=\n    "1": Ag1=\n    "true": AgT=\n    "y": Agy=\n'),
    )
  })

  it('goes with its lines', () => {
    const text = NEW.replace(
      '    k: AgB=\n',
      '    j: >-\n      AgJ=\n      x\n    # about k\n    k: AgB=\n    l: "AgL=" # c\n',
    )
    const dropped = new Set(['j', 'l'])
    expect(edit(text, change({ k: 'AgB=', m: 'AgN=' }, { dropped }))).toBe(
      NEW.replace('    k: AgB=\n', '    # about k\n    k: AgB=\n    m: AgN=\n'),
    )
    const flow = NEW.replace('encryptedData:\n    k: AgB=', 'encryptedData: {j: AgJ=, k: AgB=, l: AgL=}')
    expect(edit(flow, change({ k: 'AgB=' }, { dropped }))).toBe(
      flow.replace('{j: AgJ=, k: AgB=, l: AgL=}', '{k: AgB=}'),
    )
  })
})

describe('a file is refused', () => {
  it.each([
    ['what is no YAML', 'a: [', 'line 1: is no valid YAML'],
    ['a key twice', 'a: 1\na: 2\n', 'line 2: is no valid YAML (duplicate key)'],
    ['the SealedSecret twice', NEW + NEW, 'line 16: b/a is here twice'],
    ['the SealedSecret without a namespace', NEW.replaceAll(/^ +namespace: b\n/gm, ''), 'has no namespace'],
    ['a list where the values belong', NEW.replace('k: AgB=', '- x'), 'line 8: cannot be changed in place'],
  ])('with %s', (_, text, problem) => {
    expect(() => edit(text, change({ k: 'AgNEW' }))).toThrow(problem)
  })

  it('without showing what it holds', () => {
    for (const text of ['a: hunter2: hunter2', 'a: "hunter2', '- hunter2\nhunter2: [', 'x: *hunter2']) {
      expect(() => edit(text, change({ k: 'A' }))).toThrow(expect.not.stringContaining('hunter2'))
    }
  })
})

it('finds a SealedSecret by namespace and name', () => {
  const file = readSealedFile('a.yaml', `kind: Other\n${NEW}`)
  expect(findSealed(file, 'b', 'a')?.line).toBe(3)
  expect(findSealed(file, 'x', 'a')).toBeUndefined()
})

describe('whatever stands in a file', () => {
  const pieces = [
    '---\n',
    '...\n',
    '# c\n',
    'k: v\n',
    '  - x\n',
    '\t',
    '\r\n',
    '&x ',
    '*x',
    '{',
    '}',
    ', ',
    '[',
    ']',
    '"',
    "'",
    '|\n',
    '>-\n',
    '!!str ',
    '? ',
    ': ',
    '\uFEFF',
    '  ',
    'null',
    '<<: ',
    '%YAML 1.2\n',
    'é',
    '    k: z\n',
    'x: y # c\n',
  ]
  const wanted = change({ k: 'AgNEW', m: 'AgN=' })

  it('one change gives just what was asked for, or the file is refused', () => {
    let done = 0
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: fc.nat(NEW.length), cut: fc.nat(3), put: fc.constantFrom('', ...pieces) }), {
          maxLength: 5,
        }),
        fc.boolean(),
        (damages, crlf) => {
          let text = crlf ? NEW.replaceAll('\n', '\r\n') : NEW
          for (const { at, cut, put } of damages) text = text.slice(0, at) + put + text.slice(at + cut)
          let after: string
          try {
            after = edit(text, wanted)
          } catch (error) {
            if (userErrorsOf(error).length === 0) throw error
            return
          }
          done += 1
          const documents = parseAllDocuments(after).map(document => document.toJS())
          const sealed = documents.filter(
            object => object?.metadata?.name === 'a' && object?.metadata?.namespace === 'b',
          )
          expect(sealed.at(-1)?.spec.encryptedData).toMatchObject({ k: 'AgNEW', m: 'AgN=' })
          // A second run finds nothing to do.
          expect(edit(after, wanted)).toBe(after)
        },
      ),
      { numRuns: 1500 },
    )
    expect(done).toBeGreaterThan(300)
  })
})
