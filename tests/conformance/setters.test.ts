import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import {
  applySetters,
  type LatestRef,
  parseLatestRef,
  type SetterChange,
  type TreeFile,
} from '../../src/flux/setters.js'

/** What the real controller did; see `about` in the file. */
interface Vectors {
  readonly policies: Readonly<Record<string, string | null>>
  readonly cases: readonly Case[]
}

type ReportedChange = Omit<SetterChange, 'source' | 'apiVersion'>

interface Case {
  readonly name: string
  readonly files: Readonly<Record<string, string>>
  /** Link to target; a link to a file is read and written through. */
  readonly symlinks?: Readonly<Record<string, string>>
  readonly problemFiles: readonly string[]
  readonly changes: readonly ReportedChange[]
  readonly written: Readonly<Record<string, string>>
  readonly error?: string
}

describe.each(['setters.json', 'setters-more.json'])(
  'applySetters does what the image-automation-controller did in %s',
  name => {
    const vectors: Vectors = JSON.parse(readFileSync(new URL(`vectors/${name}`, import.meta.url), 'utf8'))
    const policies = new Map(
      Object.entries(vectors.policies).map(([policy, reference]) => [policy, latestRefOf(reference)]),
    )

    test.each(vectors.cases)('in the case $name', ({ files, symlinks = {}, problemFiles, changes, written, error }) => {
      const tree = [
        ...Object.entries(files).map(([path, content]) => fileOf(path, content)),
        ...linkedFiles(files, symlinks),
      ]
      const result = applySetters(tree, policies)
      expect(result.error).toBe(error ?? null)
      expect(result.problemFiles.map(({ path }) => path)).toEqual(problemFiles)
      expect(sorted(result.changes)).toEqual(sorted(changes))
      const texts = result.written.map(({ path, content }) => [
        symlinks[path] ?? path,
        Buffer.from(content).toString('utf8'),
      ])
      expect(Object.fromEntries(texts)).toEqual(written)
    })
  },
)

function latestRefOf(reference: string | null): LatestRef | null {
  return reference === null ? null : parseLatestRef(reference)
}

function linkedFiles(files: Case['files'], symlinks: Readonly<Record<string, string>>): TreeFile[] {
  return Object.entries(symlinks).flatMap(([link, target]) => {
    const content = files[target]
    return content === undefined ? [] : [fileOf(link, content)]
  })
}

function fileOf(path: string, content: string): TreeFile {
  const encoded = /^base64:(.*)$/s.exec(content)?.[1]
  return { path, content: encoded === undefined ? Buffer.from(content, 'utf8') : Buffer.from(encoded, 'base64') }
}

/** Flux keeps changes in maps: their order between objects is random. */
function sorted(changes: readonly ReportedChange[]): string[] {
  return changes
    .map(({ file, kind, namespace, name, old, new: value, setter }) =>
      JSON.stringify([file, kind, namespace, name, old, value, setter]),
    )
    .sort()
}
