import { basename, dirname, isAbsolute, relative, resolve } from 'node:path'
import type { Runner } from '../../../src/runner/ports.js'
import { parseFluxMinor } from '../config.js'
import type { FluxVersion } from '../rule.js'
import type { Fact } from './fact.js'
import { jsonFacts } from './json.js'
import { tableFacts } from './table.js'
import { wrongFacts } from './wrong-facts.js'

/** What a cluster holds. */
export interface ClusterFacts {
  readonly facts: readonly Fact[]
  /** The file from a root, with forward slashes, where it lies below it: it is no part of the tree. */
  readonly path: string | undefined
  /** The Flux that the cluster runs, where it says so. */
  readonly flux: FluxVersion | undefined
}

export const noFacts: ClusterFacts = { facts: [], path: undefined, flux: undefined }

/** Bytes: some hundred thousand objects in the table, some thousand as JSON. */
const LARGEST_FACTS = 50_000_000

/**
 * Reads a file of facts.
 *
 * @param path absolute or from the workspace
 * @param root of the tree
 * @throws UserError, as of a wrong command line, for what is not there or no facts
 */
export async function readFactsFile(path: string, root: string, { files, workspace }: Runner): Promise<ClusterFacts> {
  const whole = resolve(workspace, path)
  const kind = await files.kind(whole)
  if (kind !== 'file') throw wrongFacts(path, kind === undefined ? 'there is no such file' : 'it is a folder')
  // A link of a proposed change must not lead to what is not its own.
  const below = relative(workspace, whole)
  const isOutside = below.startsWith('..') || isAbsolute(below)
  const [folder, file] = isOutside ? [dirname(whole), basename(whole)] : [workspace, below]
  const [text] = await files.readAll(folder, [file], LARGEST_FACTS)
  if (text === undefined)
    throw wrongFacts(path, 'it is a link that leads elsewhere', 'Put the file itself where the link is')
  if (Buffer.byteLength(text) > LARGEST_FACTS)
    throw wrongFacts(path, `it is larger than ${LARGEST_FACTS / 1_000_000} MB`, 'Ask kubectl for fewer kinds')
  const facts = factsIn(text, path)
  const minor = fluxMinorIn(facts)
  const own = relative(root, whole).split('\\').join('/')
  return {
    facts,
    path: own.startsWith('../') ? undefined : own,
    flux: minor === undefined ? undefined : { minor, from: path },
  }
}

/** The facts of a text: the table that FACTS_COMMAND writes, or kubectl's JSON. */
export function factsIn(text: string, path: string): readonly Fact[] {
  if (text.includes('\u0000'))
    throw wrongFacts(path, 'it is no UTF-8', 'PowerShell writes UTF-16 by itself: use `| Out-File -Encoding utf8`')
  const whole = text.replace(/^\ufeff/, '')
  if (whole.trim() === '') throw wrongFacts(path, 'it is empty, as when kubectl failed')
  return /^\s*[[{]/.test(whole) ? jsonFacts(whole, path) : tableFacts(whole, path)
}

/** The minor of the Flux that a cluster runs, where all its parts agree. */
export function fluxMinorIn(facts: readonly Fact[]): number | undefined {
  const minors = new Set(facts.flatMap(({ fluxVersion }) => parseFluxMinor(fluxVersion ?? '') ?? []))
  const [minor] = minors
  return minors.size === 1 ? minor : undefined
}
