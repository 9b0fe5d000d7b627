import { UserError } from '../../src/errors.js'
import { type ImageObjects, type ImagePolicyObject, policiesOf } from '../../src/flux/image-objects.js'
import { newestWins } from '../../src/flux/newest-wins.js'
import { electorOf } from '../../src/flux/policy.js'
import { scanTags } from '../../src/flux/scan.js'
import { buildTag, printTag } from '../../src/image/tag.js'
import type { ImageTarget } from './targets.js'

export interface PolicyCheck {
  readonly errors: readonly UserError[]
  /** What is no error of this build and will be one of a later one. */
  readonly remarks: readonly string[]
}

/**
 * Whether Flux would elect the new tag, asked of every ImagePolicy that chooses among an image's tags: with the tags that
 * the registry has now, and with those that later builds will make.
 *
 * @param published the tags of each image, by its name
 */
export function checkPolicies(
  targets: readonly ImageTarget[],
  objects: ImageObjects,
  tag: string,
  prefix: string,
  published: ReadonlyMap<string, readonly string[]>,
): PolicyCheck {
  const errors: UserError[] = []
  const remarks: string[] = []
  for (const target of targets) {
    for (const policy of policiesOf(objects, target.repository)) {
      const error = electionError(policy, objects, target, tag, published.get(target.name) ?? [])
      if (error !== undefined) errors.push(error)
      else remarks.push(...laterBuilds(policy, prefix))
    }
  }
  return { errors, remarks }
}

function electionError(
  policy: ImagePolicyObject,
  objects: ImageObjects,
  target: ImageTarget,
  tag: string,
  published: readonly string[],
): UserError | undefined {
  const repository = objects.repositories.find(
    known => known.namespace === policy.repository.namespace && known.name === policy.repository.name,
  )
  const scanned = scanTags([...published, tag], repository?.exclusionList)
  const tags = 'error' in scanned ? [tag] : scanned.tags
  const { selectedTag, candidates, error } = electorOf(policy.spec)(tags)
  if (selectedTag === tag && candidates.length === 1) return undefined
  const place = `${policy.file}:${policy.line}: the ImagePolicy ${policy.namespace}/${policy.name}`
  const next = 'Mend the policy: Flux would not deploy this build'
  if (error !== null)
    return new UserError(`${place} would not elect ${tag} of ${target.repository}: ${error}`, { next })
  if (candidates.length > 1) {
    return new UserError(`${place} would choose at random between ${candidates.join(' and ')}`, { next })
  }
  return new UserError(`${place} would elect ${selectedTag} and not the new ${tag} of ${target.repository}`, { next })
}

/** A policy that elects this build by luck. */
function laterBuilds(policy: ImagePolicyObject, prefix: string): readonly string[] {
  const verdict = newestWins(policy.spec, (sha, seconds) => printTag(buildTag(prefix, sha, seconds)))
  if (verdict.wins) return []
  const { builds, result } = verdict.witness
  const newest = builds.at(-1)?.tag ?? ''
  const elected = result.selectedTag ?? `nothing (${result.error})`
  return [
    `${policy.file}:${policy.line}: the ImagePolicy ${policy.namespace}/${policy.name} elects this build, but not every later one: of ${builds.map(build => build.tag).join(', ')} it would elect ${elected} and not ${newest}`,
  ]
}
