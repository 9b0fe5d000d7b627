import { posix } from 'node:path'
import { appliedIn, generatedEntries, isBelow } from '../../../src/flux/inventory/applied.js'
import type { FluxKustomization } from '../../../src/flux/inventory/flux-kustomization.js'
import { hasVariable } from '../../../src/flux/inventory/image-loop.js'
import { type KustomizeFile, pathBelow } from '../../../src/flux/inventory/kustomize-file.js'
import { placeOf } from '../../../src/flux/inventory/resource.js'
import type { Inventory } from '../../../src/flux/inventory.js'
import { listMember, member, textMember } from '../../../src/json.js'
import { nearest } from '../../../src/nearest.js'
import { readSourceFile, type SourceFile, spanAt } from '../../../src/yaml/source-file.js'
import { type FailurePlace, failurePlace } from '../build-failure.js'
import { droppedFields } from '../dropped-fields.js'
import type { Report, Rule } from '../rule.js'
import { configMap, documents, gitRepository, kustomization, kustomizeFile } from './example-trees.js'

export const kustomizationBuilds: Rule = {
  id: 'kustomization-builds',
  severity: 'error',
  summary: 'What a Kustomization applies can be built.',
  why: 'When the build fails, Flux applies nothing of the Kustomization, and what it applied before stays as it is.',
  fix: 'List only what is there; give the name kustomization.yaml to files of kustomize alone; keep files that are no Kubernetes objects out of folders without a kustomization.yaml.',
  examples: [
    {
      title: 'an entry that is not there',
      files: {
        'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
        'apps/kustomization.yaml': kustomizeFile('settings.yaml', 'service.yaml # expect: kustomization-builds'),
        'apps/settings.yaml': configMap('settings', 'default'),
      },
    },
    {
      title: 'a compose file in a folder that has no kustomization.yaml',
      files: {
        'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
        'apps/settings.yaml': configMap('settings', 'default'),
        'apps/docker-compose.yml': 'services: # expect: kustomization-builds\n  web:\n    image: nginx:1.29.0\n',
      },
    },
    {
      title: 'a compose file that a .sourceignore names for another folder',
      files: {
        'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
        'clusters/.sourceignore': 'docker-compose.yml\n',
        'apps/settings.yaml': configMap('settings', 'default'),
        'apps/docker-compose.yml': 'services: # expect: kustomization-builds\n  web:\n    image: nginx:1.29.0\n',
      },
    },
    {
      title: 'an entry that the source leaves out',
      files: {
        'clusters/production/apps.yaml': documents(
          gitRepository().replace('spec:\n', 'spec:\n  ignore: |\n    /*\n    !/apps\n    *.local.yaml\n'),
          kustomization('apps', './apps'),
        ),
        'apps/kustomization.yaml': kustomizeFile('settings.yaml', 'debug.local.yaml # expect: kustomization-builds'),
        'apps/settings.yaml': configMap('settings', 'default'),
        'apps/debug.local.yaml': configMap('debug', 'default'),
      },
    },
    {
      title: 'what is no object, and left out by a .sourceignore, by spec.ignore or by the source-controller itself',
      files: {
        'clusters/production/apps.yaml': documents(
          gitRepository(),
          kustomization('apps', './apps'),
          gitRepository()
            .replace('name: flux-system', 'name: other')
            .replace('spec:\n', 'spec:\n  ignore: |\n    values.yaml\n'),
          kustomization('tools', './tools').replace(/(kind: GitRepository\n\s+name: )flux-system/, '$1other'),
        ),
        'apps/settings.yaml': configMap('settings', 'default'),
        'apps/.sourceignore': '# for people\ndocker-compose.yml\n',
        'apps/docker-compose.yml': 'services:\n  web:\n    image: nginx:1.29.0\n',
        'tools/settings.yaml': configMap('tools', 'default'),
        'tools/values.yaml': 'replicas: 2\n',
      },
    },
    {
      title: 'a Flux Kustomization in the file that kustomize reads',
      files: {
        'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
        'apps/kustomization.yaml': kustomizeFile('web'),
        'apps/web/kustomization.yaml': kustomization('web', './website').replace(
          'apiVersion: kustomize.toolkit.fluxcd.io/v1',
          '$& # expect: kustomization-builds',
        ),
        'website/settings.yaml': configMap('settings', 'default'),
      },
    },
    {
      title: 'another object in such a file, in a folder that Flux finds by itself',
      files: {
        'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
        'apps/web/kustomization.yaml': configMap('settings', 'default').replace(
          'kind: ConfigMap',
          '$& # expect: kustomization-builds',
        ),
      },
    },
    {
      title: 'an object in a file of that name, listed as a file',
      files: {
        'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
        'apps/kustomization.yaml': kustomizeFile('web/kustomization.yaml'),
        'apps/web/kustomization.yaml': kustomization('web', './website'),
        'website/settings.yaml': configMap('settings', 'default'),
      },
    },
    {
      title: 'a field with a slip, which Flux drops without a word',
      files: {
        'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
        'apps/kustomization.yaml': `${kustomizeFile('settings.yaml')}namePrefx: web- # expect: kustomization-builds\n`,
        'apps/settings.yaml': configMap('settings', 'default'),
      },
    },
    {
      title: 'entries that are there',
      files: {
        'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
        'apps/kustomization.yaml': kustomizeFile('settings.yaml'),
        'apps/settings.yaml': configMap('settings', 'default'),
        'apps/docker-compose.yml': 'services:\n  web:\n    image: nginx:1.29.0\n',
      },
    },
  ],
  check: ({ inventory }) => {
    const own = inventory.kustomizations.filter(item => inventory.ownness(item) === 'yes')
    const reached = new Set(own.flatMap(item => [...(inventory.folders.get(item)?.files ?? [])]))
    const files = [...inventory.layout.kustomizeFiles.values()].filter(({ file }) => reached.has(file.path))
    const found = [
      ...files.flatMap(kustomize => otherKind(kustomize, inventory)),
      ...files.flatMap(kustomize => missingEntries(kustomize, inventory)),
      ...files.flatMap(kustomize => patchesOfNothing(kustomize, inventory)),
      ...leftOut(own, inventory),
      ...own.flatMap(item => strangers(item, inventory)),
      ...droppedFields(own, inventory),
    ]
    return [...found, ...failedBuilds(own, new Set(found.map(({ file }) => file)), inventory)]
  },
}

/** What kustomize says of a Kustomization, where nothing else is known to be wrong with the files that it takes. */
function failedBuilds(
  own: readonly FluxKustomization[],
  told: ReadonlySet<string>,
  inventory: Inventory,
): readonly Report[] {
  const failures = new Map<string, { readonly place: FailurePlace; readonly names: string[] }>()
  for (const kustomization of own) {
    const build = inventory.buildOf(kustomization)
    const { path, resource } = kustomization
    if (build === undefined || !('error' in build) || build.isRefused || path === undefined) continue
    const taken = [...(inventory.folders.get(kustomization)?.files ?? [])]
    if (taken.some(file => told.has(file) || isBroken(inventory.files.get(file)))) continue
    if (!inventory.layout.fetching(kustomization).isSure) continue
    const place = failurePlace(build.error, path, inventory) ?? {
      file: resource.file.path,
      span: placeOf(resource, 'spec', 'path'),
      reason: build.error,
    }
    const key = JSON.stringify([place.file, place.span, place.reason])
    const known = failures.get(key) ?? { place, names: [] }
    known.names.push(resource.name ?? '')
    failures.set(key, known)
  }
  return [...failures.values()].map(({ place: { file, span, reason }, names }) => ({
    file,
    span,
    message: `kustomize cannot build this, so nothing of ${[...new Set(names)].sort().join(', ')} is applied: ${reason}`,
    expected: 'what `kustomize build --load-restrictor LoadRestrictionsNone` can build, as Flux does',
    fix: { text: `Put right what kustomize names: ${reason}` },
  }))
}

function isBroken(file: SourceFile | undefined): boolean {
  return (
    file !== undefined && (file.problems.length > 0 || file.documents.some(({ doubledKeys }) => doubledKeys.length > 0))
  )
}

/**
 * A file under the name of kustomize's own that holds something else. kustomize accepts one that says no type, and wants
 * exactly these where it says one; listed as a file it is an object like any other.
 */
function otherKind({ file, folder, body }: KustomizeFile, { layout }: Inventory): readonly Report[] {
  const [document] = file.documents
  const kind = textMember(body, 'kind') ?? 'Kustomization'
  const apiVersion = textMember(body, 'apiVersion')
  const isOwnKind = kind === 'Kustomization' || kind === 'Component'
  const wanted = `kustomize.config.k8s.io/${kind === 'Component' ? 'v1alpha1' : 'v1beta1'}`
  if (document === undefined || (isOwnKind && (apiVersion === undefined || apiVersion === wanted))) return []
  if (hasVariable(`${kind} ${apiVersion ?? ''}`)) return []
  if ([...layout.kustomizeFiles.values()].some(({ entries }) => entries.some(({ path }) => path === file.path)))
    return []
  const found = isOwnKind ? `apiVersion: ${apiVersion ?? ''}` : `kind: ${kind}`
  const isObject = !isOwnKind || apiVersion?.startsWith('kustomize.config.k8s.io/') !== true
  return [
    {
      file: file.path,
      span: spanAt(file, document, [isOwnKind ? 'apiVersion' : 'kind']),
      message: `kustomize reads this file as its own and refuses what is of another type, so it cannot build ${folder} and nothing of it is applied`,
      found,
      expected: `apiVersion: ${wanted}`,
      fix: {
        text: isObject
          ? `Give ${file.path} another name, and list that in a kustomization.yaml`
          : `apiVersion: ${wanted}`,
      },
    },
  ]
}

function missingEntries({ file, folder, entries }: KustomizeFile, inventory: Inventory): readonly Report[] {
  const [document] = file.documents
  if (document === undefined) return []
  return entries.flatMap(({ field, index, text, path }) => {
    // Only what is read here can be said to be missing: manifests, and folders that hold any.
    const isManifest = /\.ya?ml$/.test(text)
    if (
      path === undefined ||
      path === folder ||
      inventory.layout.isFile(path) ||
      text.includes('\n') ||
      field === 'crds'
    )
      return []
    const holdsFiles =
      inventory.layout.filesBelow(path).length > 0 || [...inventory.files.keys()].some(other => isBelow(other, path))
    if (!isManifest && holdsFiles) return []
    if (!isManifest && posix.extname(text) !== '') return []
    const siblings = [...inventory.files.keys()]
      .filter(other => posix.dirname(other) === posix.dirname(path))
      .map(other => posix.basename(other))
    const meant = nearest(posix.basename(path), siblings)
    return [
      {
        file: file.path,
        span: spanAt(file, document, [field, index]),
        message: `${path} is not in the repository, so kustomize cannot build ${folder} and nothing of it is applied`,
        found: text,
        expected: meant === undefined ? 'a file or a folder of the repository' : posix.join(posix.dirname(text), meant),
        fix: {
          text:
            meant === undefined
              ? 'Remove the entry, or add what it names'
              : `- ${posix.join(posix.dirname(text), meant)}`,
        },
      },
    ]
  })
}

/** Files of the repository that the source does not hand on, and that a kustomization lists all the same. */
function leftOut(own: readonly FluxKustomization[], { layout, folders }: Inventory): readonly Report[] {
  const found = own.flatMap(kustomization => {
    const { isFetched, isSure } = layout.fetching(kustomization)
    const taken = folders.get(kustomization)?.files
    if (!isSure || taken === undefined) return []
    return [...layout.kustomizeFiles.values()].flatMap(({ file, entries }): readonly Report[] => {
      const [document] = file.documents
      if (!taken.has(file.path) || document === undefined) return []
      return entries.flatMap(({ field, index, text, path }) =>
        path === undefined || !layout.isFile(path) || isFetched(path)
          ? []
          : {
              file: file.path,
              span: spanAt(file, document, [field, index]),
              message: `the source of ${kustomization.resource.name ?? ''} leaves ${path} out, so kustomize cannot build this and nothing of it is applied`,
              found: text,
              expected: 'files that neither a .sourceignore nor spec.ignore of the source leaves out',
              fix: { text: `Let the source have ${path}, or remove the entry` },
            },
      )
    })
  })
  // A base may be listed by many.
  return [...new Map(found.map(report => [JSON.stringify([report.file, report.span]), report])).values()]
}

/** A patch without a target goes by kind and name of what it holds, and kustomize fails when there is no such object. */
function patchesOfNothing({ file, folder, body }: KustomizeFile, inventory: Inventory): readonly Report[] {
  const [document] = file.documents
  const applied = appliedIn(folder, inventory.layout)
  if (document === undefined || applied.isOpen) return []
  const bodies = [...applied.files].flatMap(
    path => inventory.layout.kustomizeFiles.get(posix.dirname(path))?.body ?? [],
  )
  const uses = (field: string): boolean => bodies.some(found => member(found, field) !== undefined)
  if (['generators', 'helmCharts', 'transformers'].some(uses)) return []
  const makes = (kind: string): boolean =>
    (kind === 'ConfigMap' && uses('configMapGenerator')) || (kind === 'Secret' && uses('secretGenerator'))
  return ['patches', 'patchesStrategicMerge'].flatMap(field =>
    listMember(body, field).flatMap((patch, index) => {
      if (member(patch, 'target') !== undefined) return []
      const text = typeof patch === 'string' ? patch : (textMember(patch, 'path') ?? textMember(patch, 'patch'))
      if (text === undefined) return []
      const source = text.includes('\n') ? readSourceFile('', text) : inventory.files.get(pathBelow(folder, text) ?? '')
      return (source?.documents ?? []).flatMap(({ value }) => {
        const kind = textMember(value, 'kind')
        const name = textMember(member(value, 'metadata'), 'name')
        if (kind === undefined || name === undefined || makes(kind)) return []
        const isThere = applied.objects.some(
          ({ resource, name: renamed }) => resource.kind === kind && (resource.name === name || renamed === name),
        )
        if (isThere) return []
        const names = applied.objects.flatMap(({ resource }) => (resource.kind === kind ? (resource.name ?? []) : []))
        const keys = typeof patch === 'string' ? [field, index] : [field, index, 'path']
        return [
          {
            file: file.path,
            span: spanAt(file, document, keys),
            message: `the patch is for ${kind} ${name}, and nothing below ${folder} is: kustomize cannot build it, and nothing of it is applied`,
            found: `${kind} ${name}`,
            expected:
              names.length === 0 ? `a ${kind} that ${folder} lists` : `one of ${[...new Set(names)].sort().join(', ')}`,
            fix: { text: 'Give the patch the name of an object, or a target' },
          },
        ]
      })
    }),
  )
}

/** Files that are no objects, in a path for which Flux generates the kustomization.yaml. */
function strangers(kustomization: FluxKustomization, inventory: Inventory): readonly Report[] {
  const { path, resource } = kustomization
  const { layout, files } = inventory
  const { isFetched, isSure } = layout.fetching(kustomization)
  if (path === undefined || layout.kustomizeFileIn(path) !== undefined) return []
  if (!isSure) return []
  return generatedEntries(path, { layout, isFetched }).flatMap(entry => {
    const file = files.get(entry)
    // What does not parse is another rule's matter; an empty file is none.
    if (file === undefined || file.problems.length > 0) return []
    const stranger = file.documents.find(({ value }) => !isObject(value))
    if (stranger === undefined) return []
    const span = spanAt(file, stranger, [])
    return [
      {
        file: entry,
        span,
        message: `${resource.name ?? ''} applies every manifest below ${path}, and this is no Kubernetes object: its build fails as a whole`,
        found: 'no apiVersion and kind',
        expected: 'Kubernetes objects only, or a kustomization.yaml that lists them',
        fix: { text: `Add ${path}/kustomization.yaml that lists the manifests, or move ${entry} elsewhere` },
      },
    ]
  })
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'apiVersion' in value && 'kind' in value
}
