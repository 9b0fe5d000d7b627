import { expect, test } from '@jest/globals'
import { namedTagsIn } from './known-tags.js'

const file = (path: string, text: string) => ({ path, content: Buffer.from(text) })

test('the tags that a tree names for an image stand behind it, and under the markers of its policies', () => {
  const files = [
    file('a.yaml', 'image: r.example/app:main-1\nother: r.example/app:main-1\nlast: "r.example/app:v2@sha256:0"\n'),
    file('b.yaml', 'tag: main-3 # {"$imagepolicy": "ns:app:tag"}\nx: other:main-4 # {"$imagepolicy": "ns:app"}\n'),
    file('c.yaml', 'tag: no # {"$imagepolicy": "ns:other:tag"}\nn: r.example/app # {"$imagepolicy": "ns:app:name"}\n'),
    file('d.yaml', 'image: r.example/apple:no\nimage2: r.example/app-b:no\nbad: r.example/app:.no\n'),
  ]
  expect([...namedTagsIn(files)('r.example/app', ['ns:app'])].sort()).toEqual(['main-1', 'main-3', 'main-4', 'v2'])
})

test('a placeholder that is no tag is none', () => {
  const files = [file('a.yaml', 'tag: "{{ tag }}" # {"$imagepolicy": "ns:app:tag"}\nimage: r.example/app:${TAG}\n')]
  expect([...namedTagsIn(files)('r.example/app', ['ns:app'])]).toEqual([])
})
