import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { buildDefaults } from '../build-defaults.js'
import { userErrorsOf } from '../errors.js'
import { takeInventory } from './inventory.js'
import { namedTagsIn } from './rehearsal/known-tags.js'
import { type Rehearsal, rehearse } from './rehearsal.js'

const website = join(import.meta.dirname, '../../examples/website')
const paths = ['flux', '.github'].flatMap(part =>
  readdirSync(join(website, part), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(website.length + 1)),
)
const sound = paths.map(path => ({ path, text: readFileSync(join(website, path), 'utf8') }))

/** What rehearsing a tree comes to; undefined where a person must say more. */
async function rehearsed(
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<Rehearsal | undefined> {
  const tree = files.map(({ path, text }) => ({ path, content: Buffer.from(text) }))
  const named = namedTagsIn(tree)
  try {
    return await rehearse({
      inventory: takeInventory(
        files.map(({ path, text }) => [path, text] as const),
        buildDefaults,
      ),
      files: tree,
      given: { images: [], tagPrefix: undefined, workflow: undefined },
      tag: undefined,
      sha: async () => 'a'.repeat(40),
      now: 1_800_000_000,
      tagsOf: async (image, policies) =>
        named(
          image,
          policies.map(({ namespace, name }) => `${namespace}:${name}`),
        ),
      builder: {
        build: async () => ({ objects: [{ body: { kind: 'A' }, origin: undefined }] }),
        write: async () => undefined,
      },
    })
  } catch (error) {
    if (userErrorsOf(error).length === 0) throw error
    return undefined
  }
}

const wound = fc.record({
  file: fc.nat(sound.length - 1),
  line: fc.nat(40),
  instead: fc.constantFrom(
    undefined,
    '',
    '---',
    '  - x',
    'spec: null',
    'metadata: [1]',
    '  name: ${x}',
    '\tx',
    '  x: *a',
    '    path: ../..',
    'on: push',
    '            - 7',
    '  dependsOn: [{name: frontend}, 3, null]',
    '  policy: {semver: {range: "*"}}',
    '      messageTemplate: "{{ .Nope }}"',
  ),
})

test('any wounded tree is rehearsed to a verdict, or a person is asked', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(wound, { minLength: 1, maxLength: 4 }), async wounds => {
      const files = sound.map(({ path, text }, index) => {
        const lines = text.split('\n')
        for (const { file, line, instead } of wounds) {
          if (file === index) lines.splice(line % lines.length, 1, ...(instead === undefined ? [] : [instead]))
        }
        return { path, text: lines.join('\n') }
      })
      const first = await rehearsed(files)
      const again = await rehearsed([...files].reverse())
      expect(again?.verdict).toEqual(first?.verdict)
      if (first === undefined) return
      expect(first.verdict.deployed).toBe(
        first.verdict.images.every(({ deployed }) => deployed) && first.images.length > 0,
      )
      expect(first.verdict.sentence).toMatch(/^(?:This build will|Only a part)/)
    }),
    { numRuns: 150 },
  )
})
