#!/usr/bin/env node
// The steps of a release, for .github/workflows/release.yml: node scripts/release.mjs check|draft|publish.
//   check    version, changelog, bundles and tags fit together; run after scripts/build
//   draft    a draft release of the commit, with the changelog's section; an older draft of the version is brought up to date
//   publish  publishes the draft, which makes the tag vX.Y.Z, and moves vX to it
// Each can be run again. Wants GITHUB_REPOSITORY, GITHUB_SHA and, but for check, GITHUB_TOKEN; writes nothing but through GitHub's API.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { isNewestOfMajor, notesOf, tagsOf } from './release-facts.mjs'

const {
  GITHUB_API_URL = 'https://api.github.com',
  GITHUB_REPOSITORY = '',
  GITHUB_SHA = '',
  GITHUB_TOKEN = '',
} = process.env

const steps = { check, draft, publish }
const step = steps[process.argv[2] ?? '']
try {
  if (step === undefined) throw new Error(`say one of ${Object.keys(steps).join(', ')}`)
  await step(release())
} catch (error) {
  console.error(`release: ${error.message}`)
  process.exitCode = 1
}

function release() {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const locked = JSON.parse(readFileSync('package-lock.json', 'utf8')).version
  if (locked !== version)
    throw new Error(`package-lock.json is of ${locked}, package.json of ${version}: run npm install`)
  return { version, tags: tagsOf(version), notes: notesOf(readFileSync('CHANGELOG.md', 'utf8'), version) }
}

async function check({ tags }) {
  if (git('rev-parse', 'HEAD') !== GITHUB_SHA)
    throw new Error(`${git('rev-parse', 'HEAD')} is checked out, not ${GITHUB_SHA}`)
  const changed = git('status', '--porcelain', '--untracked-files=all')
  if (changed !== '') throw new Error(`the build differs from what is committed:\n${changed}`)
  const at = remoteTags().get(tags.exact)
  if (at !== undefined && at !== GITHUB_SHA)
    throw new Error(`${tags.exact} is published already, of ${at}: raise the version`)
  console.log(`${tags.exact} can be released of ${GITHUB_SHA}`)
}

async function draft({ tags, notes }) {
  const found = await findRelease(tags.exact)
  const body = { tag_name: tags.exact, target_commitish: GITHUB_SHA, name: tags.exact, body: notes, draft: true }
  if (found === undefined) await api('POST', 'releases', body)
  else if (found.draft) await api('PATCH', `releases/${found.id}`, body)
  else refuseAnother(tags.exact)
  console.log(found?.draft === false ? `${tags.exact} is published already` : `${tags.exact} is drafted`)
}

async function publish({ version, tags }) {
  const found = await findRelease(tags.exact)
  if (found === undefined) throw new Error(`there is no draft of ${tags.exact}`)
  if (found.draft) {
    // Between draft and approval somebody may have changed it.
    if (found.target_commitish !== GITHUB_SHA)
      throw new Error(`the draft is of ${found.target_commitish}, not of ${GITHUB_SHA}`)
    if (remoteTags().has(tags.exact)) refuseAnother(tags.exact)
    const published = await api('PATCH', `releases/${found.id}`, { draft: false })
    if (published.immutable !== true)
      console.log('::warning::The release can be changed later: switch on immutable releases in the settings')
  }
  refuseAnother(tags.exact)
  if (!isNewestOfMajor(version, [...remoteTags().keys()])) {
    console.log(`${tags.major} stays: it is of a newer version`)
    return
  }
  const at = remoteTags().get(tags.major)
  if (at === undefined) await api('POST', 'git/refs', { ref: `refs/tags/${tags.major}`, sha: GITHUB_SHA })
  else if (at !== GITHUB_SHA) await api('PATCH', `git/refs/tags/${tags.major}`, { sha: GITHUB_SHA, force: true })
  console.log(`${tags.exact} is published, ${tags.major} leads to it`)
}

/** A published version is of one commit for ever. */
function refuseAnother(tag) {
  const at = remoteTags().get(tag)
  if (at !== GITHUB_SHA)
    throw new Error(`${tag} is ${at === undefined ? 'no tag at origin' : `of ${at}`}, not of ${GITHUB_SHA}`)
}

/** Drafts have no tag yet, so they are found in the list alone. */
async function findRelease(tag) {
  for (let page = 1; page <= 50; page += 1) {
    const releases = await api('GET', `releases?per_page=100&page=${page}`)
    const found = releases.find(({ tag_name }) => tag_name === tag)
    if (found !== undefined || releases.length < 100) return found
  }
  throw new Error('more than 5000 releases')
}

/** Tag → commit at origin; of an annotated tag the commit that it leads to. */
function remoteTags() {
  const lines = git('ls-remote', '--tags', 'origin')
    .split('\n')
    .filter(line => line !== '')
  const plain = lines.map(line => line.split('\t')).map(([sha, ref]) => [ref.replace('refs/tags/', ''), sha])
  return new Map(
    plain.sort(([left], [right]) => (left < right ? -1 : 1)).map(([name, sha]) => [name.replace('^{}', ''), sha]),
  )
}

function git(...args) {
  return execFileSync('git', args, { encoding: 'utf8' }).trim()
}

async function api(method, path, body) {
  const response = await fetch(`${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${GITHUB_TOKEN}`,
      'x-github-api-version': '2022-11-28',
    },
    signal: AbortSignal.timeout(30_000),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path}: GitHub answers with ${response.status} ${text.slice(0, 300)}`)
  return JSON.parse(text)
}
