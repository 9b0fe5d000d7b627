import { join } from 'node:path'
import type { BuiltObject } from '../flux/inventory/build.js'
import { isMapping, listMember, member, numberMember, parseJson, textMember } from '../json.js'
import type { Runner } from '../runner/ports.js'

/** What former runs have built, by the content that it was built from. */
export interface RenderingCache {
  find(content: string): readonly BuiltObject[] | undefined
  keep(content: string, objects: readonly BuiltObject[]): void
  /** Writes down what is known now, in one step. */
  close(): Promise<void>
}

/** For whoever keeps nothing. */
export const noCache: RenderingCache = { find: () => undefined, keep: () => undefined, close: async () => undefined }

const NAME = 'renderings.json'

/** Days after which what nobody asked for is dropped. */
const KEPT = 14

/**
 * Reads the file of a cache folder. What another version wrote, or what is not as we write it, is as if it were not there.
 */
export async function openRenderings(
  folder: string,
  { files, codeId, clock }: Pick<Runner, 'files' | 'codeId' | 'clock'>,
): Promise<RenderingCache> {
  const now = clock.now()
  const code = await codeId()
  const today = Math.floor(now / 86_400_000)
  const path = join(folder, NAME)
  const text = await files.readText(path)
  const entries = new Map<string, Entry>()
  const read = text === undefined ? undefined : parseJson(text)
  const found = member(read, 'code') === code ? member(read, 'entries') : undefined
  for (const [content, value] of isMapping(found) ? Object.entries(found) : []) {
    const entry = entryOf(value)
    if (entry !== undefined && entry.day > today - KEPT) entries.set(content, entry)
  }
  let isChanged = false
  return {
    find(content) {
      const entry = entries.get(content)
      if (entry === undefined) return undefined
      if (entry.day !== today) {
        entries.set(content, { ...entry, day: today })
        isChanged = true
      }
      return entry.objects
    },
    keep(content, objects) {
      entries.set(content, { day: today, objects })
      isChanged = true
    },
    async close() {
      if (!isChanged) return
      const kept = JSON.stringify({ code, entries: Object.fromEntries(entries) })
      // The folder may lie in the tree, and is no part of it.
      await files.replace(join(folder, '.gitignore'), Buffer.from('*\n'))
      await files.replace(path, Buffer.from(kept))
    },
  }
}

interface Entry {
  /** Of its last use, counted from 1970. */
  readonly day: number
  readonly objects: readonly BuiltObject[]
}

function entryOf(value: unknown): Entry | undefined {
  const day = numberMember(value, 'day')
  const list = member(value, 'objects')
  if (day === undefined || !Array.isArray(list)) return undefined
  const objects = listMember(value, 'objects').flatMap(object => {
    const body = member(object, 'body')
    return isMapping(body) ? { body, origin: textMember(object, 'origin') } : []
  })
  return objects.length === list.length ? { day, objects } : undefined
}
