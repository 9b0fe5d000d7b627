/** A HelmRelease for the rules' examples, with its source; `more` are further lines of its spec. */
export function helmRelease(chart: string, ...more: readonly string[]): string {
  return `apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata:
  name: charts
  namespace: website
spec:
  interval: 1h
  url: https://charts.example.com
---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: web
  namespace: website
spec:
  interval: 5m
  chart:
    spec:
${chart}
      sourceRef:
        kind: HelmRepository
        name: charts
${more.map(line => `  ${line}\n`).join('')}`
}

export const PINNED = '      chart: web\n      version: 1.2.3'

export const REMEDIATED: readonly string[] = [
  'install:',
  '  remediation:',
  '    retries: 3',
  'upgrade:',
  '  remediation:',
  '    retries: 3',
]

export const DRIFT: readonly string[] = ['driftDetection:', '  mode: enabled']
