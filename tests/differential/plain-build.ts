import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse, stringify } from 'yaml'
import type { BuiltObject } from '../../src/flux/inventory/build.js'
import type { FluxKustomization } from '../../src/flux/inventory/flux-kustomization.js'
import { listIn } from '../../src/flux/inventory/resource.js'
import { isMapping, listMember, member } from '../../src/json.js'
import { readBuilt } from '../../src/kustomize/built-objects.js'
import type { Lab } from '../lab/lab.js'
import { run } from '../lab/program.js'

export type PlainBuild = { readonly objects: readonly BuiltObject[] } | { readonly error: string }

/** What `kustomize` would download is not there, here as for the gate. */
const OFFLINE = { HTTP_PROXY: 'http://127.0.0.1:9', HTTPS_PROXY: 'http://127.0.0.1:9', GIT_ALLOW_PROTOCOL: 'none' }

/**
 * Builds the path of a Kustomization where it lies, as a person at a terminal would, and as the kustomize-controller does: what
 * `spec` adds is written into the kustomization.yaml of the path, and where there is none kustomize itself makes one.
 *
 * @param root a folder with the tree, which is left as it was
 */
export async function plainBuild(lab: Lab, root: string, kustomization: FluxKustomization): Promise<PlainBuild> {
  const folder = join(root, kustomization.path ?? '.')
  if (!existsSync(folder)) return { error: 'there is no such folder' }
  const kustomize = (...args: readonly string[]) => run(lab, { command: 'kustomize', args, cwd: folder, env: OFFLINE })
  const name = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'].find(one => existsSync(join(folder, one)))
  const file = join(folder, name ?? 'kustomization.yaml')
  const before = name === undefined ? undefined : readFileSync(file, 'utf8')
  try {
    if (before === undefined) {
      const { code, stderr } = await kustomize('create', '--autodetect', '--recursive')
      if (code !== 0) return { error: stderr }
    }
    const added = addedBySpec(kustomization)
    if (Object.keys(added).length > 0) {
      const merged = withAdded(parse(readFileSync(file, 'utf8')), added)
      writeFileSync(file, stringify(merged, { aliasDuplicateObjects: false }))
    }
    const { code, stdout, stderr } = await kustomize('build', '--load-restrictor', 'LoadRestrictionsNone', '.')
    const objects = code === 0 ? readBuilt(stdout, '.') : undefined
    return objects === undefined ? { error: stderr.trim() } : { objects }
  } finally {
    if (before === undefined) rmSync(file, { force: true })
    else writeFileSync(file, before)
  }
}

/** Puts a tree into a folder. */
export function writeFiles(root: string, files: ReadonlyMap<string, Buffer | string>): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
}

/** The fields of `spec` that are fields of a kustomization too. */
function addedBySpec({ resource, targetNamespace, prefix, suffix }: FluxKustomization) {
  return Object.fromEntries(
    Object.entries({
      namespace: targetNamespace,
      namePrefix: prefix,
      nameSuffix: suffix,
      patches: listIn(resource, 'spec', 'patches'),
      images: listIn(resource, 'spec', 'images'),
      components: listIn(resource, 'spec', 'components'),
    }).filter(([, value]) => value !== undefined && value.length > 0),
  )
}

/** Texts replace, patches and components are appended, an image is merged into one of its name: as Flux 2.9 does it. */
function withAdded(body: unknown, added: Readonly<Record<string, unknown>>): unknown {
  const made: Record<string, unknown> = { ...(isMapping(body) ? body : {}) }
  for (const [field, value] of Object.entries(added)) {
    const known = listMember(body, field)
    const named = (list: readonly unknown[], one: unknown) =>
      list.find(other => member(other, 'name') === member(one, 'name'))
    const isImages = field === 'images'
    const kept = isImages ? known.filter(one => named(listMember(added, field), one) === undefined) : known
    const merged = listMember(added, field).map(one => (isImages ? Object.assign({}, named(known, one), one) : one))
    made[field] = Array.isArray(value) ? [...kept, ...merged] : value
  }
  return made
}
