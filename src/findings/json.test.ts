import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { hostileReport, sampleReport } from '../../tests/fakes/sample-report.js'
import { listMember, parseJson } from '../json.js'
import { jsonReport } from './json.js'

describe('the report as JSON', () => {
  const report = parseJson(jsonReport(sampleReport))

  it('has the promised fields and no others, with null for what is absent', () => {
    expect(Object.keys(Object(report))).toEqual(['verdict', 'findings', 'chains', 'summary', 'unchecked', 'unbuilt'])
    expect(listMember(report, 'findings')[0]).toEqual({
      rule: 'marker-syntax',
      severity: 'warning',
      file: 'apps/frontend.yaml',
      line: 20,
      column: 57,
      endLine: 20,
      endColumn: 90,
      message: 'the marker is no JSON, so Flux never writes this image',
      found: '{"$imagepolicy": \'flux-system:frontend\'}',
      expected: null,
      fix: null,
      witness: null,
      status: 'old',
    })
    expect(listMember(report, 'findings')[3]).toMatchObject({
      fix: "filterTags:\n  pattern: '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$'\n  extract: '$ts'",
      witness: 'main-fffffff-1700000000 is elected\nmain-0123456-1700003600 is the newest',
    })
    expect(report).toMatchObject({
      verdict: 'fail',
      summary: { files: 42, documents: 97, fluxObjects: 31, errors: 1, warnings: 1, notes: 1, milliseconds: 312 },
      unchecked: ['example.com/v1/Widget'],
      unbuilt: ['neither kustomize nor kubectl was found'],
    })
  })

  it('has the chains link by link', () => {
    expect(listMember(report, 'chains')).toEqual([
      {
        image: '192.168.0.40:5000/library/frontend',
        links: [
          {
            from: 'build step of build.yml',
            to: '192.168.0.40:5000/library/frontend',
            state: 'proven',
            rule: null,
          },
          {
            from: '192.168.0.40:5000/library/frontend',
            to: 'ImageRepository flux-system/frontend',
            state: 'unknown',
            rule: null,
          },
          {
            from: 'ImageRepository flux-system/frontend',
            to: 'ImagePolicy flux-system/frontend',
            state: 'broken',
            rule: 'policy-elects-newest',
          },
        ],
      },
    ])
  })

  it('is JSON whatever the tree holds', () => {
    fc.assert(fc.property(hostileReport, hostile => expect(parseJson(jsonReport(hostile))).toBeDefined()))
  })
})
