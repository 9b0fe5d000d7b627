import { parseTag } from '../../src/image/tag.js'

/** Whether the commit that is built is the newest of its branch. */
export type Staleness =
  | { readonly kind: 'fresh' }
  /** The branch moved on; `newer` says how many commits people made since, when the history is at hand. */
  | { readonly kind: 'behind'; readonly head: string; readonly newer: number | undefined }
  /** A later commit of the branch is published already. */
  | { readonly kind: 'published'; readonly tag: string; readonly commit: string }
  /** It cannot be known, for this reason. */
  | { readonly kind: 'unknown'; readonly reason: string }

export interface StalenessFacts {
  /** The commit that is built. */
  readonly sha: string
  /** The branch's head at origin, or why it is not known; undefined for what is no branch. */
  readonly branchHead: { readonly sha: string } | { readonly unknown: string } | undefined
  /** Commits from the one that is built to the branch's head, and whether image automation made each; undefined when the history is not at hand. */
  readonly since: readonly { readonly sha: string; readonly automation: boolean }[] | undefined
  /** Commits that come after the one that is built, as far as this clone knows them. */
  readonly descendants: readonly string[]
  /** The tags of the branch's prefix that the registry has. */
  readonly published: readonly string[]
}

/** The judgement. Commits that only image automation made do not make a build stale: they hold nothing to build. */
export function judgeStaleness(facts: StalenessFacts): Staleness {
  const people = facts.since?.filter(commit => !commit.automation)
  const publishedLater = newestPublished(facts)
  if (publishedLater !== undefined) return publishedLater
  const { branchHead } = facts
  if (branchHead === undefined) return { kind: 'fresh' }
  if ('unknown' in branchHead) return { kind: 'unknown', reason: branchHead.unknown }
  if (branchHead.sha === facts.sha) return { kind: 'fresh' }
  if (people?.length === 0 && facts.since !== undefined && facts.since.length > 0) return { kind: 'fresh' }
  return { kind: 'behind', head: branchHead.sha, newer: people?.length }
}

function newestPublished(facts: StalenessFacts): Staleness | undefined {
  const bySha7 = new Map(facts.descendants.map(commit => [commit.slice(0, 7), commit]))
  const automation = new Set(facts.since?.filter(commit => commit.automation).map(commit => commit.sha))
  let newest: { seconds: number; tag: string; commit: string } | undefined
  for (const tag of facts.published) {
    const parsed = parseTag(tag)
    const commit = parsed && bySha7.get(parsed.sha7)
    if (parsed === undefined || commit === undefined || automation.has(commit)) continue
    if (newest === undefined || parsed.seconds > newest.seconds) newest = { seconds: parsed.seconds, tag, commit }
  }
  return newest && { kind: 'published', tag: newest.tag, commit: newest.commit }
}

/** The judgement as a sentence that names both commits; undefined when there is nothing to say. */
export function describeStaleness(staleness: Staleness, sha: string, branch: string): string | undefined {
  switch (staleness.kind) {
    case 'fresh':
      return undefined
    case 'behind': {
      const by = staleness.newer === undefined || staleness.newer === 0 ? '' : `, ${staleness.newer} newer`
      return `commit ${sha} is not the head of ${branch} any more: that is ${staleness.head}${by}`
    }
    case 'published':
      return `commit ${sha} is older than commit ${staleness.commit}, which is published already as ${staleness.tag}`
    case 'unknown':
      return `whether commit ${sha} is the newest of ${branch} is not known: ${staleness.reason}`
  }
}
