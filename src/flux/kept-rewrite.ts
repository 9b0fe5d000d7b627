import { member, numberMember } from '../json.js'
import type { SourceFile } from '../yaml/source-file.js'
import { type Rewrite, rewriteOf } from './rewrite.js'

/** See rewriteOf; found anew only where no former run has. */
export function keptRewrite({ path, text, facts }: SourceFile, policies: readonly string[]): Rewrite | undefined {
  const name = `rewrite ${JSON.stringify(policies)}`
  const kept = rewriteFrom(facts.find(name))
  if (kept !== undefined) return kept ?? undefined
  const rewrite = rewriteOf(path, text, policies)
  facts.keep(name, () => rewrite ?? null)
  return rewrite
}

/** Null: nothing but the values changes. */
function rewriteFrom(kept: unknown): Rewrite | null | undefined {
  if (kept === null) return null
  const [effects, line, sample] = [member(kept, 'effects'), numberMember(kept, 'line'), member(kept, 'sample')]
  return areTexts(effects) && line !== undefined && areTexts(sample) ? { effects, line, sample } : undefined
}

function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string')
}
