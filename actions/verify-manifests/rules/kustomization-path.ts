import { isBelow } from '../../../src/flux/inventory/applied.js'
import { hasVariable } from '../../../src/flux/inventory/image-loop.js'
import { textIn } from '../../../src/flux/inventory/resource.js'
import { nearest } from '../../../src/nearest.js'
import { type Rule, reportAt } from '../rule.js'
import { configMap, documents, gitRepository, kustomization } from './example-trees.js'

export const kustomizationPath: Rule = {
  id: 'kustomization-path',
  severity: 'error',
  summary: 'The path of a Kustomization is a folder of the repository.',
  why: 'Flux reports that the path is not found, and neither applies nor updates anything of it.',
  fix: 'Give the folder from the root of the repository, with the same capitals.',
  examples: [
    {
      title: 'a folder with another name',
      files: {
        'clusters/production/apps.yaml': documents(
          gitRepository(),
          kustomization('apps', './app # expect: kustomization-path'),
        ),
        'apps/settings.yaml': configMap('settings', 'default'),
      },
    },
    {
      title: 'a folder of the repository',
      files: {
        'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
        'apps/settings.yaml': configMap('settings', 'default'),
      },
    },
  ],
  check: ({ inventory }) => {
    const folders = new Set([...inventory.files.keys()].flatMap(foldersOf))
    return inventory.kustomizations.flatMap(item => {
      const { resource, path } = item
      const written = textIn(resource, 'spec', 'path')
      if (written === undefined || hasVariable(written) || inventory.ownness(item) !== 'yes') return []
      if (inventory.placementsOf(resource).some(({ isPatched }) => isPatched)) return []
      // A folder may hold only files that are not read here, such as a values file of another form.
      if (path === '.' || (path !== undefined && folders.has(path))) return []
      const meant =
        path === undefined
          ? undefined
          : nearest(
              path,
              [...folders].filter(folder => isBelow(folder, firstOf(path, folders))),
            )
      return [
        reportAt(resource, ['spec', 'path'], {
          message:
            path === undefined
              ? 'the path leads out of the repository'
              : `the folder ${path} is not in the repository, so nothing of it is applied`,
          found: written,
          expected: meant === undefined ? 'a folder of the repository' : `./${meant}`,
          fix: { text: meant === undefined ? 'Give a folder of the repository' : `path: ./${meant}` },
        }),
      ]
    })
  },
}

/** Every folder above a file. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** The part of a path that is there. */
function firstOf(path: string, folders: ReadonlySet<string>): string {
  const parts = path.split('/')
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const parent = parts.slice(0, length).join('/')
    if (folders.has(parent)) return parent
  }
  return '.'
}
