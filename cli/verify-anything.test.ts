import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { processExec } from '../src/runner/exec.js'
import { commandLine } from '../tests/fakes/command-line.js'
import { temporaryFolder } from '../tests/fakes/temporary-folder.js'

const root = temporaryFolder()
let count = 0

/** What the gate says of a folder that nobody prepared for it, outside of any git repository. */
async function verify(files: Readonly<Record<string, string>>) {
  count += 1
  const folder = join(root, `${count}`)
  mkdirSync(folder)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const env = { PATH: process.env.PATH, GIT_CEILING_DIRECTORIES: root }
  const { code, printed, problems } = await commandLine(['verify', '--render', 'off'], {
    env,
    exec: processExec(env),
    workspace: folder,
  })
  expect(problems).toEqual([])
  return { code, printed, last: printed.trimEnd().split('\n').at(-1) }
}

const CHART = {
  'charts/shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'charts/shop/values.yaml': 'replicas: 1\n',
  'charts/shop/templates/deployment.yaml': 'kind: {{ .Values.kind }}\n{{- if true }}\n  a: [\n{{- end }}\n',
}

const POLICY = `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImagePolicy
metadata:
  name: app
  namespace: flux-system
spec:
  imageRepositoryRef:
    name: app
  filterTags:
    pattern: '^main-(?P<ts>[0-9]+$'
    extract: $ts
  policy:
    numerical:
      order: asc
`

describe('the gate, without a configuration,', () => {
  it.each([
    ['nothing at all', {}, 'no Kubernetes manifest is here'],
    ['sources alone', { 'src/main.go': 'package main\n', 'README.md': '# Shop\n' }, 'no Kubernetes manifest is here'],
    ['Helm charts alone', CHART, 'no object of Flux is here'],
    [
      'plain manifests',
      { 'k8s/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: b}\n' },
      'no object of Flux is here',
    ],
  ])('says that there is no Flux in a folder with %s', async (_, files, remark) => {
    const { code, printed, last } = await verify(files)
    expect(code).toBe(0)
    expect(printed).toContain(remark)
    expect(last).toBe('✓ The gate is open, but nothing of Flux is here')
  })

  it('names the line of broken YAML, and still reads the rest', async () => {
    const { code, printed } = await verify({ 'a/broken.yaml': 'apiVersion: v1\nkind: [\n', 'a/policy.yaml': POLICY })
    expect(code).toBe(1)
    expect(printed).toMatch(/^a\/broken\.yaml\n {2}\d+:\d+ error yaml-valid /m)
    expect(printed).toMatch(/^a\/policy\.yaml\n {2}\d+:\d+ error policy-pattern-valid /m)
  })

  it('finds the same at the same places where lines end as on Windows and paths are in other scripts', async () => {
    const path = 'кластер/größe 生产/политика.yaml'
    const places = ({ printed }: { readonly printed: string }) => printed.match(/^ {2}\d+:\d+ .*/gm)
    const unix = await verify({ [path]: POLICY })
    const windows = await verify({ [path]: POLICY.replaceAll('\n', '\r\n') })
    expect(unix.printed).toContain(`${path}\n`)
    expect(places(unix)).toEqual([expect.stringContaining('policy-pattern-valid')])
    expect(places(windows)).toEqual(places(unix))
  })
})
