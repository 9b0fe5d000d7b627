import { expect, test } from '@jest/globals'
import { isCertificatePath, isManifestPath, isManifestText, withoutChartTemplates } from './manifest-paths.js'

test.each(['a.yaml', 'b/c.yml', 'd.json', 'e/Kustomization', '.github/workflows/x.yaml'])(
  'takes %s for a manifest',
  path => {
    expect(isManifestPath(path)).toBe(true)
  },
)

test.each(['README.md', 'a.yaml.j2', 'Kustomization.md', 'main.ts'])('leaves %s alone', path => {
  expect(isManifestPath(path)).toBe(false)
})

test('reads JSON only when it is an object of Kubernetes', () => {
  expect(isManifestText('a.json', '{"apiVersion": "v1", "kind": "ConfigMap"}')).toBe(true)
  expect(isManifestText('package-lock.json', '{"lockfileVersion": 3}')).toBe(false)
})

test('leaves out the templates of charts, and only those', () => {
  const chart = ['web/Chart.yaml', 'web/values.yaml', 'web/templates/deployment.yaml', 'web/templates/sub/x.yaml']
  const others = ['apps/templates/deployment.yaml', 'templates/x.yaml']
  expect(withoutChartTemplates([...chart, ...others])).toEqual([...chart.slice(0, 2), ...others])
  expect(withoutChartTemplates(['Chart.yaml', 'templates/x.yaml'])).toEqual(['Chart.yaml'])
})

test.each(['pub-cert.pem', 'flux/pub-sealed-secrets.pem', 'a/sealed-secrets-2026.crt', 'sealing.pem'])(
  'takes %s for a sealing certificate',
  path => {
    expect(isCertificatePath(path)).toBe(true)
    expect(isManifestPath(path)).toBe(false)
  },
)

test.each(['tls.crt', 'ca.pem', 'sealed-secrets.yaml', 'sealing/ca.pem', 'sealed-secrets.key'])(
  'takes %s for no sealing certificate',
  path => {
    expect(isCertificatePath(path)).toBe(false)
  },
)
