import { RE2JS } from 're2js'

/** The filters of `on: push`, in GitHub's pattern language; undefined where one is not set. */
export interface PushFilters {
  readonly branches: readonly string[] | undefined
  readonly branchesIgnore: readonly string[] | undefined
  readonly paths: readonly string[] | undefined
  readonly pathsIgnore: readonly string[] | undefined
  /** `tags` or `tags-ignore`; set without branch filters, it keeps pushes of branches out. */
  readonly tags: readonly string[] | undefined
}

/** Commits pushed to a branch. */
export interface Push {
  /** Without `refs/heads/`. */
  readonly branch: string
  /** What changes with it, from the root of the repository. */
  readonly files: readonly string[]
}

/**
 * Whether GitHub starts a workflow for a push to a branch. Both filters must let it through: the branch, and at least one of
 * the files. A workflow that GitHub refuses, for a pattern that is none or for a filter beside its `-ignore`, starts never.
 * Large pushes (more than 300 files), whose file list GitHub cuts off, are judged by all of it.
 */
export function startsOnPush(filters: PushFilters, { branch, files }: Push): boolean {
  const { branches, branchesIgnore, paths, pathsIgnore, tags } = filters
  if ((branches !== undefined && branchesIgnore !== undefined) || (paths !== undefined && pathsIgnore !== undefined))
    return false
  // With a filter for tags alone no branch starts it.
  if (branches === undefined && branchesIgnore === undefined && tags !== undefined) return false
  const [ofBranches, ofPaths] = [filterOf(branches ?? branchesIgnore), filterOf(paths ?? pathsIgnore)]
  if (ofBranches === 'invalid' || ofPaths === 'invalid') return false
  const passes = (filter: Filter | undefined, ignores: boolean, text: string) =>
    filter === undefined || filter(text) !== ignores
  if (!passes(ofBranches, branchesIgnore !== undefined, branch)) return false
  return ofPaths === undefined || files.some(file => passes(ofPaths, pathsIgnore !== undefined, file))
}

/**
 * Whether a list of patterns takes a branch or a path: of those that match it the last one counts, and one with `!` in front
 * takes it out again. Undefined when one of them is no pattern.
 */
export function filterTakes(patterns: readonly string[], text: string): boolean | undefined {
  const filter = filterOf(patterns)
  return filter === 'invalid' ? undefined : filter?.(text)
}

type Filter = (text: string) => boolean

function filterOf(patterns: readonly string[] | undefined): Filter | 'invalid' | undefined {
  if (patterns === undefined) return undefined
  const compiled: { readonly takes: boolean; readonly pattern: RE2JS }[] = []
  for (const text of patterns) {
    const takes = !text.startsWith('!')
    const source = expressionOf(takes ? text : text.slice(1))
    if (source === undefined) return 'invalid'
    compiled.push({ takes, pattern: RE2JS.compile(source, RE2JS.DOTALL) })
  }
  return text => compiled.findLast(({ pattern }) => pattern.matches(text))?.takes ?? false
}

/**
 * A pattern as a regular expression over the whole text: one asterisk stays within a folder and two do not, two with a slash
 * behind them may be nothing at all, `?` and `+` repeat what stands before them, `\` takes a sign for itself. Undefined when it
 * is no pattern.
 */
function expressionOf(pattern: string): string | undefined {
  const parts: string[] = []
  let canRepeat = false
  for (const [part] of pattern.matchAll(/\*\*\/|\*\*|\*|[?+]|\[[^\]]*\]?|\\.|./gsu)) {
    const repeats = canRepeat
    canRepeat = false
    if (part === '**/') parts.push('(?:.+/)?')
    else if (part === '**') parts.push('.*')
    else if (part === '*') parts.push('[^/]*')
    else if (part === '?' || part === '+') parts.push(repeats ? part : `\\${part}`)
    else {
      if (part.startsWith('[') && !/^\[(?:[0-9A-Za-z](?:-[0-9A-Za-z])?)+\]$/.test(part)) return undefined
      parts.push(part.startsWith('[') ? part : RE2JS.quote(part.length > 1 ? part.replace(/^\\/, '') : part))
      canRepeat = true
    }
  }
  return parts.join('')
}
