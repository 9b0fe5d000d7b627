// What a release is made of: the version, its section of the changelog, its place among the others. Values in, values out.

/** The tag of a version; `major` is the one that moves. Throws where the version is no X.Y.Z. */
export function tagsOf(version) {
  const [, major] = /^(0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/.exec(version) ?? []
  if (major === undefined) throw new Error(`package.json has the version "${version}": a release has X.Y.Z`)
  return { exact: `v${version}`, major: `v${major}` }
}

/** The text below `## [X.Y.Z] - YYYY-MM-DD`. Throws where there is none, or nothing is in it. */
export function notesOf(changelog, version) {
  const sections = changelog.split(/^## /m).slice(1)
  const section = sections.find(text => text.startsWith(`[${version}]`))
  if (section === undefined) throw new Error(`CHANGELOG.md has no section "## [${version}] - YYYY-MM-DD"`)
  const [head = '', ...lines] = section.split('\n')
  if (!/^\[[^\]]+\] - \d{4}-\d{2}-\d{2}$/.test(head.trimEnd())) {
    throw new Error(`CHANGELOG.md: "## ${head}" has no date, as in "## [${version}] - 2026-01-31"`)
  }
  const notes = lines.join('\n').trim()
  if (!/^- /m.test(notes)) throw new Error(`CHANGELOG.md: the section of ${version} names no change`)
  return notes
}

/** Whether a version is the newest of its major: only then may the major's tag move to it. */
export function isNewestOfMajor(version, tags) {
  const own = numbers(version)
  return tags
    .filter(tag => /^v\d+\.\d+\.\d+$/.test(tag))
    .map(tag => numbers(tag.slice(1)))
    .filter(other => other[0] === own[0])
    .every(other => compare(other, own) <= 0)
}

function numbers(version) {
  return version.split('.').map(Number)
}

function compare(left, right) {
  const at = left.findIndex((part, index) => part !== right[index])
  return at < 0 ? 0 : left[at] - right[at]
}
