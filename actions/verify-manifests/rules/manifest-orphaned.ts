import { posix } from 'node:path'
import { isBelow } from '../../../src/flux/inventory/applied.js'
import type { KustomizeFile } from '../../../src/flux/inventory/kustomize-file.js'
import { type Resource, titleOf } from '../../../src/flux/inventory/resource.js'
import type { Inventory } from '../../../src/flux/inventory.js'
import { type Report, type Rule, reportAt } from '../rule.js'
import { configMap, documents, gitRepository, kustomization, kustomizeFile } from './example-trees.js'

const tree = (listed: string, other: string): Readonly<Record<string, string>> => ({
  'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
  'apps/kustomization.yaml': kustomizeFile(...listed.split(' ')),
  'apps/settings.yaml': configMap('settings', 'default'),
  'apps/more.yaml': other,
})

export const manifestOrphaned: Rule = {
  id: 'manifest-orphaned',
  severity: 'warning',
  summary: 'Every manifest beside or below a kustomize file that is applied is listed by one.',
  why: 'kustomize applies what is listed and nothing else: the object is not in the cluster, and nobody says so.',
  fix: 'List the file under `resources`, or remove it.',
  examples: [
    {
      title: 'a file that is not listed',
      files: tree('settings.yaml', configMap('more', 'default').replace('v1\n', 'v1 # expect: manifest-orphaned\n')),
    },
    { title: 'every file is listed', files: tree('settings.yaml more.yaml', configMap('more', 'default')) },
    {
      title: 'a folder of examples',
      files: {
        ...tree('settings.yaml more.yaml', configMap('more', 'default')),
        'apps/examples/settings.yaml': configMap('example', 'default'),
      },
    },
    {
      title: 'an app that is not listed as a whole: it is switched off',
      files: {
        ...tree('settings.yaml more.yaml', configMap('more', 'default')),
        'apps/shop/kustomization.yaml': kustomizeFile('settings.yaml'),
        'apps/shop/settings.yaml': configMap('shop', 'default'),
      },
    },
  ],
  check: ({ inventory }) => {
    const reached = reachedFiles(inventory)
    const listed = listedFiles(inventory)
    const charts = [...inventory.files.keys()].filter(path => posix.basename(path) === 'Chart.yaml').map(posix.dirname)
    const said = new Set<string>()
    return inventory.resources.flatMap((resource): readonly Report[] => {
      const { path } = resource.file
      if (said.has(path) || listed.has(path) || charts.some(chart => isBelow(path, chart))) return []
      if (inventory.placementsOf(resource).some(({ by }) => by !== undefined)) return []
      const nearest = nearestKustomizeFile(path, inventory)
      // An object in the place of a kustomize file is not missing from itself.
      if (nearest === undefined || nearest.file.path === path || !reached.has(nearest.file.path)) return []
      if (isSetAside(path, nearest)) return []
      if (isBroken(nearest, inventory) || mayBeListedOutside(path, inventory)) return []
      said.add(path)
      return [reportOf(resource, nearest)]
    })
  },
}

/** Files that have a part in what the tree's own Kustomizations apply. */
function reachedFiles({ kustomizations, folders, ownness }: Inventory): ReadonlySet<string> {
  return new Set(
    kustomizations
      .filter(kustomization => ownness(kustomization) === 'yes')
      .flatMap(kustomization => [...(folders.get(kustomization)?.files ?? [])]),
  )
}

function listedFiles({ layout }: Inventory): ReadonlySet<string> {
  return new Set(
    [...layout.kustomizeFiles.values()].flatMap(({ entries, reads }) => [
      ...reads,
      ...entries.flatMap(({ path }) => path ?? []),
    ]),
  )
}

function nearestKustomizeFile(path: string, { layout }: Inventory): KustomizeFile | undefined {
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    const found = layout.kustomizeFileIn(folder)
    if (found !== undefined || folder === '.') return found
  }
}

/** Folders that people keep what is not to be applied in. */
const ASIDE =
  /(?:^|\/)(?:[._].*|docs?|documentation|examples?|samples?|tests?|testdata|templates?|charts?|hack|scripts?|bootstrap|ansible|talos|terraform|disabled|archived?|attic|old|unused|deprecated)\//i

function isSetAside(path: string, { folder }: KustomizeFile): boolean {
  return ASIDE.test(folder === '.' ? path : posix.relative(folder, path))
}

/** Whether it lists what there is not, so that nothing of it is applied: that is the fault then. */
function isBroken({ entries }: KustomizeFile, { layout }: Inventory): boolean {
  return entries.some(({ path }) => path !== undefined && !layout.isFile(path) && layout.filesBelow(path).length === 0)
}

/** Whether an address, which may be that of this very repository, ends in a folder above it. */
function mayBeListedOutside(path: string, { layout }: Inventory): boolean {
  const folder = posix.dirname(path)
  return [...layout.kustomizeFiles.values()].some(({ outside }) => outside.some(address => address.includes(folder)))
}

function reportOf(resource: Resource, { file, folder }: KustomizeFile): Report {
  const entry = posix.relative(folder, resource.file.path)
  return reportAt(resource, ['apiVersion'], {
    message: `${file.path} is applied and does not list ${entry}, so ${titleOf(resource)} is in no cluster`,
    found: resource.file.path,
    expected: `an entry under resources of ${file.path}`,
    fix: { text: `resources:\n  - ${entry}` },
  })
}
