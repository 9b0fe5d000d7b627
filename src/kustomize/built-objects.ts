import { posix } from 'node:path'
import { CORE_SCHEMA, loadAll, YAMLException } from 'js-yaml'
import type { BuiltObject } from '../flux/inventory/build.js'
import { isMapping, member, textMember } from '../json.js'

/** What kustomize notes in an object when it is asked for `originAnnotations`. */
const ORIGIN = 'config.kubernetes.io/origin'

/**
 * Reads what kustomize printed.
 *
 * @param tree where the root of the tree was, from the folder that was built
 * @returns undefined for what is no YAML
 */
export function readBuilt(output: string, tree: string): readonly BuiltObject[] | undefined {
  try {
    return loadAll(output, { schema: CORE_SCHEMA }).flatMap(body => (isMapping(body) ? builtObject(body, tree) : []))
  } catch (error) {
    if (error instanceof YAMLException) return undefined
    throw error
  }
}

function builtObject(body: Readonly<Record<string, unknown>>, tree: string): BuiltObject {
  const metadata = member(body, 'metadata')
  const annotations = member(metadata, 'annotations')
  const note = textMember(annotations, ORIGIN)
  if (!isMapping(metadata) || !isMapping(annotations) || note === undefined) return { body, origin: undefined }
  const { [ORIGIN]: _, ...rest } = annotations
  const { annotations: __, ...others } = metadata
  const path = /^path: (.+)$/m.exec(note)?.[1]
  return {
    body: { ...body, metadata: Object.keys(rest).length === 0 ? others : { ...others, annotations: rest } },
    origin: path === undefined || /^repo: /m.test(note) ? undefined : posix.relative(tree, path),
  }
}
