/** A step of a Dockerfile that runs on the target platform, so that a builder for another one needs emulation. */
export interface ForeignStep {
  /** 1-based. */
  readonly line: number
  readonly text: string
}

interface Stage {
  readonly name: string | undefined
  readonly base: string
  /** Built on the builder's own platform (`FROM --platform=$BUILDPLATFORM`), or on a fixed one. */
  readonly native: boolean
  readonly runs: ForeignStep[]
  readonly needs: string[]
}

/**
 * The first `RUN` that the wanted image needs on its own platform; undefined when there is none, as in cross-compiling
 * Dockerfiles and those that only copy.
 *
 * @param target the stage that is built; the last one unless told
 */
export function foreignStep(dockerfile: string, target: string | undefined): ForeignStep | undefined {
  const stages = readStages(dockerfile)
  const last = target === undefined ? stages.length - 1 : findStage(stages, target, stages.length)
  const pending = last >= 0 ? [last] : []
  const seen = new Set<number>()
  while (pending.length > 0) {
    const index = pending.pop() ?? 0
    const stage = stages[index]
    if (stage === undefined || seen.has(index)) continue
    seen.add(index)
    const [run] = stage.runs
    if (run !== undefined && !stage.native) return run
    for (const name of [stage.base, ...stage.needs]) {
      const needed = findStage(stages, name, index)
      if (needed >= 0) pending.push(needed)
    }
  }
  return undefined
}

/** A stage by name or number, among those before `before`. */
function findStage(stages: readonly Stage[], name: string, before: number): number {
  if (/^[0-9]+$/.test(name)) return Number(name) < before ? Number(name) : -1
  return stages.slice(0, before).findLastIndex(stage => stage.name === name.toLowerCase())
}

function readStages(dockerfile: string): readonly Stage[] {
  const stages: Stage[] = []
  for (const { line, text } of instructions(dockerfile)) {
    const stage = stages.at(-1)
    const from = /^FROM\s+((?:--\S+\s+)*)(\S+)(?:\s+AS\s+(\S+))?/i.exec(text)
    if (from !== null) {
      const base = from[2] ?? ''
      const platform = /--platform=(\S+)/.exec(from[1] ?? '')?.[1]
      const inherited = stages[findStage(stages, base, stages.length)]?.native ?? false
      const native = platform === undefined ? inherited : !/TARGET(?:PLATFORM|ARCH)/.test(platform)
      stages.push({ name: from[3]?.toLowerCase(), base, native, runs: [], needs: [] })
    } else if (stage !== undefined) {
      if (/^RUN\s/i.test(text)) stage.runs.push({ line, text })
      stage.needs.push(...[...text.matchAll(/(?:--from=|[,=\s]from=)([^\s,]+)/g)].map(match => match[1] ?? ''))
    }
  }
  return stages
}

/** The instructions with their line ends joined; comments and the bodies of here-documents fall away. */
function* instructions(dockerfile: string): Generator<ForeignStep> {
  const lines = dockerfile.split(/\r?\n/)
  const continuation = escapeCharacter(lines)
  for (let at = 0; at < lines.length; at += 1) {
    const first = at + 1
    let text = (lines[at] ?? '').trim()
    if (text === '' || text.startsWith('#')) continue
    while (text.endsWith(continuation) && at + 1 < lines.length) {
      at += 1
      const next = (lines[at] ?? '').trim()
      text = next.startsWith('#') || next === '' ? text : `${text.slice(0, -1).trimEnd()} ${next}`
    }
    yield { line: first, text }
    if (!/^(?:RUN|COPY|ADD)\s/i.test(text)) continue
    for (const [, dash, , word] of text.matchAll(/(?<=\s)[0-9]*<<(-?)(["']?)([A-Za-z_][A-Za-z0-9_]*)\2(?=\s|$)/g)) {
      const start = at
      const end = lines.findIndex((line, index) => index > start && (dash ? line.replace(/^\t+/, '') : line) === word)
      // What has no end is no here-document, but something of the shell's that looks like one.
      if (end > at) at = end
    }
  }
}

/** What joins lines: a directive changes it, which stands with others of its kind at the very top. */
function escapeCharacter(lines: readonly string[]): string {
  for (const line of lines) {
    const [, name, value] = /^#\s*([a-z]+)\s*=\s*(\S.*)$/i.exec(line) ?? []
    if (name === undefined) break
    if (name.toLowerCase() === 'escape') return value?.trim() === '`' ? '`' : '\\'
  }
  return '\\'
}
