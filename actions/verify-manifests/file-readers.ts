import { posix } from 'node:path'
import { isKustomizeFileName, type KustomizeFile, pathBelow } from '../../src/flux/inventory/kustomize-file.js'
import { isWorkflowFile } from '../../src/flux/inventory/workflow.js'
import type { Inventory } from '../../src/flux/inventory.js'
import { listMember, textMember } from '../../src/json.js'
import type { SourceFile } from '../../src/yaml/source-file.js'

/** Who reads a file as YAML, and stops at one that is none. */
export type FileReader = 'Flux' | 'kustomize' | 'GitHub' | 'docker compose' | 'the API server'

/** Finds out who reads a file; undefined where nobody is known who must be able to. */
export function fileReaders({ folders, layout }: Inventory): (file: SourceFile) => FileReader | undefined {
  const kustomizeFiles = [...layout.kustomizeFiles.values()]
  const parsed = new Set(kustomizeFiles.flatMap(parsedFiles))
  // What else kustomize reads goes into ConfigMaps as it is, and may be anything.
  const inputs = new Set(kustomizeFiles.flatMap(({ reads }) => reads.filter(path => !parsed.has(path))))
  const applied = new Set([...folders.values()].flatMap(({ files }) => [...files]))
  return ({ path, text }) => {
    if (isWorkflowFile(path)) return 'GitHub'
    if (isKustomizeFileName(path)) return 'kustomize'
    if (/^(?:docker-)?compose(?:\.[\w.-]+)?\.ya?ml$/.test(posix.basename(path))) return 'docker compose'
    if (parsed.has(path)) return 'kustomize'
    if (inputs.has(path)) return undefined
    if (applied.has(path)) return 'Flux'
    return isManifest(text) ? 'the API server' : undefined
  }
}

function parsedFiles({ entries, body, folder }: KustomizeFile): readonly string[] {
  const patches = [...listMember(body, 'patches'), ...listMember(body, 'patchesJson6902')]
  const texts = [
    ...patches.flatMap(patch => textMember(patch, 'path') ?? []),
    ...listMember(body, 'patchesStrategicMerge').filter(patch => typeof patch === 'string'),
  ]
  return [
    ...entries.flatMap(({ path }) => path ?? []),
    ...texts.flatMap(text => (text.includes('\n') ? [] : (pathBelow(folder, text) ?? []))),
  ]
}

/** Whether a text that does not parse was plainly meant to be an object, and is no template of one. */
function isManifest(text: string): boolean {
  return /^apiVersion:\s*\S/m.test(text) && /^kind:\s*\S/m.test(text) && !/\{\{|\{%|<%|^#@/m.test(text)
}
