import { execFileSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { isMap, parseAllDocuments } from 'yaml'
import { locate } from '../lab/tools.js'

/** Of this project, which is laid out like a repository that uses it. */
export const ROOT = join(import.meta.dirname, '..', '..')

/** The cluster, from the repository's root. */
export const CLUSTER = 'flux/clusters/production'

/** The tag that the tree is delivered with. */
export const FIRST_TAG = 'main-3f9c2d1-1767225600'

/** Copies what a user copies: the tree, the build's workflow and the gate's configuration. */
export function copyTree(target: string): void {
  const examples = join(ROOT, 'flux', 'examples')
  for (const path of ['flux', '.github/workflows/build-and-push.yml', '.fluxgate.yaml']) {
    cpSync(join(ROOT, path), join(target, path), { recursive: true, filter: source => source !== examples })
  }
}

/** Renders a folder as Flux does; one plain value per object. */
export function render(folder: string): readonly unknown[] {
  const program = locate('kustomize') ?? 'kustomize'
  const text = execFileSync(program, ['build', '--load-restrictor', 'LoadRestrictionsNone', folder], {
    encoding: 'utf8',
    stdio: 'pipe',
  })
  return parseAllDocuments(text).flatMap(document => (isMap(document.contents) ? [document.toJS()] : []))
}

/** Text by path, of the files of a repository that Flux and the gate read. */
export function readTree(repository: string): ReadonlyMap<string, string> {
  const paths = ['flux', '.github/workflows'].flatMap(folder =>
    readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && /\.ya?ml$/.test(entry.name))
      .map(entry => relative(repository, join(entry.parentPath, entry.name))),
  )
  return new Map(paths.map(path => [path, readFileSync(join(repository, path), 'utf8')]))
}
