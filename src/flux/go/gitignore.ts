import { globMatches } from './glob.js'

/** A line of a .gitignore or .sourceignore, as go-git reads it. */
export interface IgnorePattern {
  /** The folder that it speaks of, in its parts; none for the root. */
  readonly folder: readonly string[]
  /** Between its slashes; one part without a slash is for names at any depth. */
  readonly parts: readonly string[]
  readonly isInclusion: boolean
  readonly isForFolders: boolean
}

/**
 * Reads patterns.
 *
 * @param folder where the file lies, from the root; `.` for the root
 */
export function ignorePatterns(text: string, folder: string): readonly IgnorePattern[] {
  const at = folder === '.' ? [] : folder.split('/')
  return text.split(/\r?\n/).flatMap(line => {
    if (line.startsWith('#') || line.trim() === '') return []
    const isInclusion = line.startsWith('!')
    const rest = isInclusion ? line.slice(1) : line
    const trimmed = rest.endsWith('\\ ') ? rest : rest.replace(/ +$/, '')
    const isForFolders = trimmed.endsWith('/')
    const parts = (isForFolders ? trimmed.slice(0, -1) : trimmed).split('/')
    return [{ folder: at, parts, isInclusion, isForFolders }]
  })
}

/**
 * Whether the last pattern that speaks of a file leaves it out. Unlike in git, a file comes back from a folder that is left out.
 *
 * @param path a file, from the root
 */
export function isIgnored(patterns: readonly IgnorePattern[], path: string): boolean {
  const names = path.split('/')
  const last = patterns.findLast(pattern => speaksOf(pattern, names))
  return last !== undefined && !last.isInclusion
}

function speaksOf({ folder, parts, isForFolders }: IgnorePattern, names: readonly string[]): boolean {
  if (names.length <= folder.length || folder.some((name, index) => names[index] !== name)) return false
  const below = names.slice(folder.length)
  const [only = ''] = parts
  if (parts.length > 1) return matchesPath(parts, below, isForFolders)
  // The first name counts that fits: a folder of the pattern's name, and then the file in it is meant too.
  const at = below.findIndex(name => isMatch(only, name))
  return at >= 0 && !(isForFolders && at === below.length - 1)
}

/** From the pattern's folder on, name by name; what lies below the last one is meant too. `**` passes over any number of names. */
function matchesPath(parts: readonly string[], names: readonly string[], isForFolders: boolean): boolean {
  let at = 0
  let isFound = false
  let passes = false
  for (const [index, part] of parts.entries()) {
    if (part === '') passes = false
    else if (part === '**') {
      if (index === parts.length - 1) break
      passes = true
    } else if (part.includes('**') || at === names.length) return false
    else {
      const end = passes ? names.findIndex((name, place) => place >= at && isMatch(part, name)) : at
      isFound = end >= 0 && isMatch(part, names[end] ?? '')
      if (!isFound && !passes) return false
      passes = false
      at = isFound ? end + 1 : names.length
    }
  }
  return isFound && !(isForFolders && at === names.length)
}

function isMatch(pattern: string, name: string): boolean {
  // Most patterns are plain names, and every file is asked about each.
  if (!/[*?[\\]/.test(pattern)) return pattern === name
  return globMatches(Buffer.from(pattern), Buffer.from(name)) === true
}
