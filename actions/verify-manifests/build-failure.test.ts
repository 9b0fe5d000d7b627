import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { describeWith } from '../../tests/lab/tools.js'
import { openTreeBuilder, type TreeBuilder } from '../../tests/lab/tree-builder.js'
import { emptyConfig } from './config.js'
import { fluxVersionOf } from './flux-version.js'
import { lint } from './lint.js'
import { configMap, documents, gitRepository, kustomization, kustomizeFile } from './rules/example-trees.js'
import { kustomizationBuilds } from './rules/kustomization-builds.js'

const cluster = { 'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')) }
const settings = { 'apps/web/settings.yaml': configMap('settings', 'default') }

/** A kustomize file of a folder below the one that is built. */
function inFolder(text: string, files: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return { ...cluster, 'apps/kustomization.yaml': kustomizeFile('web'), 'apps/web/kustomization.yaml': text, ...files }
}

describeWith(['kustomize'], 'what kustomize cannot build', () => {
  let builder: TreeBuilder
  beforeAll(async () => {
    builder = await openTreeBuilder()
  })
  afterAll(() => builder.close())

  async function said(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
    const inventory = await builder.inventoryOf(Object.entries(files))
    const config = emptyConfig
    const findings = lint({ inventory, config, flux: fluxVersionOf(inventory, config), rules: [kustomizationBuilds] })
    return findings.map(({ file, span, message }) => `${file}:${span.line} ${message}`)
  }

  test.each([
    [
      'a field that it does not know',
      inFolder('resources:\n  - settings.yaml\nresource:\n  - a.yaml\n', settings),
      'apps/web/kustomization.yaml:3',
      'unknown field "resource"',
    ],
    [
      'a field of another type',
      inFolder('namePrefix: x-\nresources: settings.yaml\n', settings),
      'apps/web/kustomization.yaml:2',
      'cannot unmarshal string into Go struct field Kustomization.resources of type []string',
    ],
    [
      'a generator without its file',
      inFolder('configMapGenerator:\n  - name: page\n    files:\n      - index.html\n'),
      'apps/web/kustomization.yaml:4',
      'open apps/web/index.html: no such file or directory',
    ],
    [
      'an object that is there twice',
      inFolder(kustomizeFile('settings.yaml', 'again.yaml'), {
        ...settings,
        'apps/web/again.yaml': configMap('settings', 'default'),
      }),
      'apps/web/kustomization.yaml:5',
      'may not add resource with an already registered id: ConfigMap.v1.[noGrp]/settings.default',
    ],
    [
      'a patch that does not apply',
      inFolder(
        `${kustomizeFile('settings.yaml')}patches:\n  - target:\n      kind: ConfigMap\n    patch: |\n      - op: replace\n        path: /data/gone/deeper\n        value: 1\n`,
        settings,
      ),
      'apps/web/kustomization.yaml',
      '/data/gone/deeper',
    ],
    [
      'an object without a name',
      inFolder(kustomizeFile('settings.yaml'), {
        'apps/web/settings.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {}\n',
      }),
      'apps/web/settings.yaml:1',
      'missing metadata.name in object',
    ],
    [
      'a chart',
      inFolder('helmCharts:\n  - name: web\n    repo: ./charts\n'),
      'apps/web/kustomization.yaml',
      'must specify --enable-helm',
    ],
  ])('is named with its place: %s', async (_, files, place, reason) => {
    const [found, ...others] = await said(files)
    expect(others).toEqual([])
    expect(found?.startsWith(place)).toBe(true)
    expect(found).toContain('kustomize cannot build this, so nothing of apps is applied: ')
    expect(found).toContain(reason)
  })

  test('shows no literal of a generator', async () => {
    const found = await said(inFolder('secretGenerator:\n  - name: login\n    literals:\n      - hunter2hunter2\n'))
    expect(found).toHaveLength(1)
    expect(found.join()).not.toContain('hunter2')
  })

  test('is told once for all Kustomizations that take it', async () => {
    const files = {
      ...inFolder('resources: [settings.yaml]\nresource: []\n', settings),
      'clusters/production/more.yaml': kustomization('more', './apps'),
    }
    expect(await said(files)).toEqual([expect.stringContaining('nothing of apps, more is applied')])
  })

  test('is left to whoever has named the cause', async () => {
    const files = inFolder(kustomizeFile('settings.yaml'), {
      'apps/web/settings.yaml': 'apiVersion: v1\nkind: [ConfigMap\n',
    })
    expect(await said(files)).toEqual([])
  })

  test('is nothing where a remote base is asked for, which is not followed', async () => {
    expect(await said(inFolder('resources:\n  - https://example.com/base?ref=v1\n'))).toEqual([])
  })

  test('is nothing where a file would be read from outside of the repository', async () => {
    const files = inFolder('transformers:\n  - outside.yaml\n', {
      'apps/web/outside.yaml':
        'apiVersion: builtin\nkind: PatchTransformer\nmetadata:\n  name: x\npath: /etc/passwd\ntarget:\n  kind: ConfigMap\n',
    })
    expect(await said(files)).toEqual([])
  })
})
