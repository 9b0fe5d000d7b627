import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { UserError, userErrorsOf } from '../../../src/errors.js'
import { factsIn, fluxMinorIn } from './read-facts.js'
import { FACTS_COMMAND } from './table.js'

/** What kubectl 1.34 wrote for a cluster of ours, asked with FACTS_COMMAND. */
const table = readFileSync(join(import.meta.dirname, 'cluster-facts.txt'), 'utf8')

const none = {
  kustomization: undefined,
  release: undefined,
  owner: undefined,
  isKept: false,
  fluxVersion: undefined,
}

function problemOf(text: string): string {
  try {
    factsIn(text, 'facts.txt')
  } catch (error) {
    const [found] = userErrorsOf(error)
    if (found?.usage === true) return `${found.message} | ${found.next ?? ''}`
    throw error
  }
  return ''
}

describe('the table that kubectl writes', () => {
  it('tells what there is, who applied it and what it goes with', () => {
    const facts = factsIn(table, 'facts.txt')
    expect(facts).toHaveLength(10)
    expect(facts[0]).toEqual({ ...none, kind: 'Namespace', namespace: undefined, name: 'monitoring' })
    expect(facts[5]).toEqual({
      ...none,
      kind: 'Secret',
      namespace: 'flux-system',
      name: 'harbor-credentials',
      owner: { kind: 'SealedSecret', name: 'harbor-credentials' },
    })
    expect(facts[6]).toMatchObject({ kustomization: { namespace: 'flux-system', name: 'apps' }, isKept: true })
    expect(facts[8]).toMatchObject({ release: { namespace: 'monitoring', name: 'grafana' } })
  })

  it('tells the Flux of the cluster by its own parts', () => {
    const facts = factsIn(table, 'facts.txt')
    expect(fluxMinorIn(facts)).toBe(9)
    expect(fluxMinorIn(factsIn(table.replace('v2.9.4', 'v2.8.1'), 'facts.txt'))).toBeUndefined()
  })

  it('may have a label that is empty, a BOM and the line ends of Windows', () => {
    const facts = factsIn(table, 'facts.txt')
    expect(factsIn(`\ufeff${table.replaceAll('\n', '\r\n')}`, 'facts.txt')).toEqual(facts)
    const gap = table.replace(/^(Service .*)grafana {3}monitoring/m, '$1          monitoring')
    expect(gap).not.toBe(table)
    expect(factsIn(gap, 'facts.txt')[8]).toMatchObject({ name: 'grafana', release: undefined })
  })

  it('is written by a command that the README of the action gives, and that asks for no data', () => {
    const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8')
    expect(readme).toContain(`${FACTS_COMMAND} > cluster-facts.txt`)
    expect(FACTS_COMMAND).not.toMatch(/\.(?:data|stringData)|-o(?:utput)? ?(?:json|yaml)/)
  })
})

describe('JSON of kubectl', () => {
  const list = (...items: readonly unknown[]) => JSON.stringify({ apiVersion: 'v1', items, kind: 'List' }, null, 2)
  const metadata = { namespace: 'shop', name: 'db' }

  it('tells the same', () => {
    const labels = {
      'kustomize.toolkit.fluxcd.io/name': 'apps',
      'kustomize.toolkit.fluxcd.io/namespace': 'flux-system',
    }
    expect(factsIn(list({ kind: 'Service', metadata: { ...metadata, labels } }), 'f')).toEqual([
      {
        ...none,
        kind: 'Service',
        namespace: 'shop',
        name: 'db',
        kustomization: { namespace: 'flux-system', name: 'apps' },
      },
    ])
  })

  it.each([
    ['data', { data: { password: 'czNjcjN0' } }],
    ['stringData', { stringData: { password: 's3cr3t' } }],
    [
      'what was last applied',
      { metadata: { ...metadata, annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}' } } },
    ],
  ])('is refused when a Secret has its %s, at its line and without it', (_, more) => {
    const said = problemOf(
      list({ kind: 'Namespace', metadata: { name: 'shop' } }, { kind: 'Secret', metadata, ...more }),
    )
    expect(said).toMatch(/^cluster facts facts\.txt:10: item 2 is a Secret with its data.* \| Delete the file.*README/)
    expect(said).not.toMatch(/cz|s3cr3t/)
  })

  it('may name a Secret', () => {
    expect(
      factsIn(list({ kind: 'Secret', metadata, data: null }, { kind: 'Secret', metadata, data: {} }), 'f'),
    ).toHaveLength(2)
  })
})

describe('what is no such file is refused with its place', () => {
  it.each(
    [
      ['', 'facts.txt: it is empty'],
      ['{"items": [', 'facts.txt: it is cut short'],
      ['[]', 'facts.txt: it is no list of objects'],
      ['{"items": [7]}', 'facts.txt:1: item 1 is no object'],
      ['{"items": [{"kind": "Namespace", "metadata": {"name": 7}}]}', 'facts.txt:1: item 1 is no object'],
      ['\ufffd\ufffdK\u0000I\u0000', 'facts.txt: it is no UTF-8'],
      ['root:x:0:0:root:/root:/bin/sh\n', 'facts.txt:1: it does not begin with the columns'],
      ['KIND   NAMESPACE   NAME\nSecret   a   b\n', 'facts.txt:1: the column KUSTOMIZATION is missing'],
      [table.replace(/^Secret .*$/m, 'Error from server (Forbidden): secrets'), 'facts.txt:7: what stands here is not'],
      [table.replace(/^Secret( .*)$/m, '      $1'), 'facts.txt:7: KIND and NAME are needed'],
      [
        table.replace('harbor-credentials   <none>', '::error::x           <none>'),
        'facts.txt:7: what stands here is not',
      ],
    ].map(([text = '', said = '']) => [said, text] as const),
  )('%s', (said, text) => {
    expect(problemOf(text)).toContain(said)
    expect(problemOf(text)).not.toMatch(/root:|Forbidden|::/)
  })

  it('whatever it is', () => {
    const json = fc.json().map(item => `{"items": [${item}, {"kind": "Secret", "metadata": ${item}}]}`)
    const line = fc
      .tuple(fc.nat(table.length), fc.string({ unit: 'binary' }))
      .map(([at, text]) => table.slice(0, at) + text + table.slice(at))
    fc.assert(
      fc.property(
        fc.oneof(json, line, fc.string({ unit: 'binary' }), fc.constant(`{"items":${'['.repeat(50_000)}`)),
        text => {
          try {
            for (const { kind, name } of factsIn(text, 'f')) expect([kind, name]).not.toContain('')
          } catch (error) {
            if (!(error instanceof UserError)) throw error
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
