import { posix } from 'node:path'
import { type IgnorePattern, ignorePatterns, isIgnored } from '../go/gitignore.js'
import type { FluxKustomization } from './flux-kustomization.js'
import { type Resource, textIn } from './resource.js'

/** What a Kustomization's source hands on of the tree. */
export interface Fetching {
  readonly isFetched: (path: string) => boolean
  /** Whether the patterns are known: not where a substitution fills them in, or each cluster has others. */
  readonly isSure: boolean
}

export const IGNORE_FILE = '.sourceignore'

/** Never handed on, unless a pattern says `!`. */
const OF_GIT = '.git/\n.gitignore\n.gitmodules\n.gitattributes\n'

/** Left out where nobody has any pattern. */
const DEFAULTS = `*.jpg
*.jpeg
*.gif
*.png
*.wmv
*.flv
*.tar.gz
*.zip
.github/
.circleci/
.travis.yml
.gitlab-ci.yml
appveyor.yml
.drone.yml
cloudbuild.yaml
codeship-services.yml
codeship-steps.yml
**/.goreleaser.yml
**/.sops.yaml
**/.flux.yaml
`

/**
 * Tells what the source-controller leaves out: what every `.sourceignore` of the tree says for its folder, and then `spec.ignore` of
 * the source; only where there is no pattern at all its own list.
 *
 * @param ignoreFiles every `.sourceignore`
 * @param sources every object that may be a source
 */
export function fetchingOf(
  ignoreFiles: readonly { readonly path: string; readonly text: string }[],
  sources: readonly Resource[],
): (kustomization: FluxKustomization) => Fetching {
  // The root first; a folder before what is in it.
  const inTree = ignoreFiles
    .toSorted((left, right) => (posix.dirname(left.path) < posix.dirname(right.path) ? -1 : 1))
    .flatMap(({ path, text }) => ignorePatterns(text, posix.dirname(path)))
  const known = new Map<string, Fetching>()
  return ({ source, resource }) => {
    const namespace = source.namespace ?? resource.namespace
    const texts = new Set(
      sources
        .filter(
          one =>
            one.kind === source.kind &&
            one.name === source.name &&
            (one.namespace === undefined || namespace === undefined || one.namespace === namespace),
        )
        .map(one => textIn(one, 'spec', 'ignore')),
    )
    const [text] = texts
    const isSure = texts.size < 2 && text?.includes('${') !== true
    const key = JSON.stringify([isSure, text])
    const found = known.get(key) ?? { isSure, isFetched: notIgnored([...inTree, ...ignorePatterns(text ?? '', '.')]) }
    known.set(key, found)
    return found
  }
}

function notIgnored(own: readonly IgnorePattern[]): (path: string) => boolean {
  const patterns = [...ignorePatterns(OF_GIT, '.'), ...(own.length === 0 ? ignorePatterns(DEFAULTS, '.') : own)]
  const known = new Map<string, boolean>()
  return path => {
    const is = known.get(path) ?? !isIgnored(patterns, path)
    known.set(path, is)
    return is
  }
}
