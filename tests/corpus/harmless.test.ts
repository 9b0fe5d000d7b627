import { describe, expect, test } from '@jest/globals'
import { findingsOf, readTree, type Tree, treeNames } from './tree.js'

/** Changes of a text that change nothing in a cluster, so that nothing new may be said of a good tree. */
const changes: Readonly<Record<string, (text: string, path: string) => string>> = {
  'lines end as on Windows': text => text.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n'),
  'a comment stands on top': (text, path) => (path.endsWith('.json') ? text : `# A note.\n${text}`),
  'a document begins and an empty one follows': (text, path) =>
    isManifest(path, text) ? `---\n${text.replace(/^---\n/, '')}---\n` : text,
  'a byte order mark stands on top': text => `\u{feff}${text.replace(/^\u{feff}/u, '')}`,
  'strings are in the other quotes': text => text.replace(/^(\s*(?:- )?[\w.-]+: )'([^'"\\\n]*)'$/gm, '$1"$2"'),
  'the file ends without a line break': text => text.replace(/\n+$/, ''),
}

describe.each(treeNames.map(name => [name]))('%s', name => {
  const tree = readTree(name)
  const before = spoken(tree)

  test.each(Object.keys(changes).map(title => [title]))('when %s', title => {
    const change = changes[title] ?? (text => text)
    expect(spoken(new Map([...tree].map(([path, text]) => [path, change(text, path)])))).toEqual(before)
  })
})

/** Notes tell how the first update changes a file, which is another matter. */
function spoken(tree: Tree): readonly string[] {
  return findingsOf(tree)
    .filter(({ severity }) => severity !== 'note')
    .map(({ file, rule, message }) => `${file} ${rule}: ${message}`)
}

function isManifest(path: string, text: string): boolean {
  return !path.startsWith('.') && /^apiVersion: /m.test(text) && !/^%|\{%/m.test(text)
}
