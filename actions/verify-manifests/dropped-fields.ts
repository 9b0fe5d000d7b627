import type { FluxKustomization } from '../../src/flux/inventory/flux-kustomization.js'
import type { Inventory } from '../../src/flux/inventory.js'
import { isMapping } from '../../src/json.js'
import { nearest } from '../../src/nearest.js'
import { keySpanAt } from '../../src/yaml/source-file.js'
import type { Report } from './rule.js'

/** The fields of a kustomize file, old ones too. It takes them in any letters. */
const FIELDS: readonly string[] = [
  ...['apiVersion', 'kind', 'metadata', 'openapi', 'namePrefix', 'nameSuffix', 'namespace', 'commonLabels', 'labels'],
  ...[
    'commonAnnotations',
    'patchesStrategicMerge',
    'patchesJson6902',
    'patches',
    'images',
    'imageTags',
    'replacements',
  ],
  ...['replicas', 'vars', 'sortOptions', 'resources', 'components', 'crds', 'bases', 'configMapGenerator'],
  ...['secretGenerator', 'helmGlobals', 'helmCharts', 'helmChartInflationGenerator', 'generatorOptions'],
  ...['configurations', 'generators', 'transformers', 'validators', 'inventory', 'buildMetadata'],
]

/** Flux writes the kustomize file of a path anew and drops what kustomize does not know; only what is a slip of a field is told. */
export function droppedFields(own: readonly FluxKustomization[], { layout }: Inventory): readonly Report[] {
  const files = new Set(own.flatMap(({ path }) => (path === undefined ? [] : (layout.kustomizeFileIn(path) ?? []))))
  const known = new Set(FIELDS.map(field => field.toLowerCase()))
  return [...files].flatMap(({ file, folder, body }) => {
    const [document] = file.documents
    if (document === undefined || !isMapping(body)) return []
    return Object.keys(body).flatMap((field): readonly Report[] => {
      const meant = known.has(field.toLowerCase()) ? undefined : nearest(field, FIELDS)
      if (meant === undefined) return []
      return [
        {
          file: file.path,
          span: keySpanAt(file, document, [field]),
          severity: 'warning',
          message: `kustomize knows no ${field}, and Flux drops it without a word: ${folder} is built as if it were not there`,
          found: field,
          expected: meant,
          fix: { text: `${meant}:` },
        },
      ]
    })
  })
}
