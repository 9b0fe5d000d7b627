import { UserError } from '../../src/errors.js'
import { DEPTH, isShallow } from '../../src/git/branch.js'
import type { Git } from '../../src/git/repository.js'
import { type BuildTag, buildName, buildsNamedIn, compareTags, parseTag } from '../../src/image/tag.js'
import { listMember, parseJson, textMember } from '../../src/json.js'
import type { Registry } from '../../src/registry/client.js'

/** What git still names: such images may be running, or be what a rollback goes back to. */
export interface NamedInGit {
  /** The `<sha7>-<seconds>` parts of build tags. */
  readonly builds: ReadonlySet<string>
  /** Image digests. */
  readonly digests: ReadonlySet<string>
}

/** What is deleted in one repository, and why other candidates stay. */
export interface RetentionPlan {
  readonly name: string
  /** Digests to delete, each with the tags that go with it. */
  readonly remove: readonly { readonly digest: string; readonly tags: readonly string[] }[]
  /** Old tags that stay, with the reason. */
  readonly spared: readonly { readonly tag: string; readonly reason: string }[]
}

/**
 * Chooses what is deleted: all but the `keep` newest builds of a prefix by their time, without those that git names and
 * those whose digest a kept tag shares. Tags of another format or prefix are never touched.
 *
 * @param digests of every tag of the repository that exists
 */
export function planRetention(
  name: string,
  prefix: string,
  keep: number,
  digests: ReadonlyMap<string, string>,
  named: NamedInGit,
): RetentionPlan {
  const builds = [...digests.keys()]
    .map(text => ({ text, tag: parseTag(text) }))
    .filter((entry): entry is { text: string; tag: BuildTag } => entry.tag?.prefix === prefix)
    .sort((left, right) => compareTags(right.tag, left.tag))
  const spared: { tag: string; reason: string }[] = []
  const candidates = builds.slice(keep).filter(({ text, tag }) => {
    const digest = digests.get(text) ?? ''
    const inGit = named.builds.has(buildName(tag)) || named.digests.has(digest)
    if (inGit) spared.push({ tag: text, reason: 'git names it' })
    return !inGit
  })
  const going = new Set(candidates.map(candidate => candidate.text))
  const keptDigests = new Set([...digests].filter(([tag]) => !going.has(tag)).map(([, digest]) => digest))
  const remove = new Map<string, string[]>()
  for (const { text } of candidates) {
    const digest = digests.get(text)
    if (digest === undefined) continue
    if (keptDigests.has(digest)) spared.push({ tag: text, reason: 'a kept tag is the same image' })
    else remove.set(digest, [...(remove.get(digest) ?? []), text])
  }
  return { name, remove: [...remove].map(([digest, tags]) => ({ digest, tags })), spared }
}

/**
 * The plan without what a kept image is made of: one of several platforms stands in the registry only as long as the
 * image of each platform does, and that may have a tag of its own.
 *
 * @param digests of every tag of the repository that exists
 */
export async function spareParts(
  plan: RetentionPlan,
  digests: ReadonlyMap<string, string>,
  registry: Registry,
): Promise<RetentionPlan> {
  if (plan.remove.length === 0) return plan
  const going = new Set(plan.remove.map(entry => entry.digest))
  const kept = [...new Set(digests.values())].filter(digest => !going.has(digest))
  const parts = new Set((await Promise.all(kept.map(digest => partsOf(registry, plan.name, digest)))).flat())
  const spared = plan.remove.filter(entry => parts.has(entry.digest)).flatMap(entry => entry.tags)
  return {
    name: plan.name,
    remove: plan.remove.filter(entry => !parts.has(entry.digest)),
    spared: [...plan.spared, ...spared.map(tag => ({ tag, reason: 'a kept tag is made of it' }))],
  }
}

async function partsOf(registry: Registry, name: string, digest: string): Promise<readonly string[]> {
  const manifest = await registry.manifest(name, digest)
  // Whatever else lies under other people's tags has no parts that are images.
  const body = parseJson(new TextDecoder().decode(manifest?.bytes))
  return listMember(body, 'manifests').flatMap(part => textMember(part, 'digest') ?? [])
}

/** The digests of all tags of a repository; a tag that vanished meanwhile falls away. */
export async function tagDigests(
  registry: Registry,
  name: string,
  tags: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(tags.map(async tag => [tag, await registry.digest(name, tag)] as const))
  return new Map(found.flatMap(([tag, digest]) => (digest === undefined ? [] : [[tag, digest] as const])))
}

/**
 * Every build that the tree or one of the branch's last 50 commits names.
 *
 * @throws UserError when the history is not at hand: then nothing may be deleted
 */
export async function namedInGit(git: Git): Promise<NamedInGit> {
  const commits = (await git.run('rev-list', `--max-count=${DEPTH}`, 'HEAD')).trim().split('\n')
  if (commits.length < DEPTH && (await isShallow(git))) {
    throw new UserError(`the checkout has ${commits.length} commits, and retention looks at the last ${DEPTH}`, {
      next: `Check out with fetch-depth: ${DEPTH}`,
    })
  }
  const pattern = '-[0-9a-f]{7}-[1-9][0-9]{9}|sha256:[0-9a-f]{64}'
  // The pattern begins like an option (-e), and a run in a folder is to see the whole tree (:/).
  const inCommits = await git.grep('-h', '-I', '-o', '-E', '-e', pattern, ...commits, '--', ':/')
  const inTree = await git.grep('-h', '-I', '-o', '-E', '--untracked', '-e', pattern, '--', ':/')
  const text = `${inCommits}\n${inTree}`
  return { builds: new Set(buildsNamedIn(text)), digests: new Set(text.match(/sha256:[0-9a-f]{64}/g) ?? []) }
}
