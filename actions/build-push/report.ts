import type { Platform } from '../../src/image/platform.js'
import { code, text } from '../../src/markdown.js'

/** An image as the run reports it; the output `images` is the JSON of these. */
export interface PublishedImage {
  readonly name: string
  /** `host/name:tag`. */
  readonly reference: string
  readonly digest: string
  readonly platforms: readonly Platform[]
  /** Compressed bytes. */
  readonly size: number
  readonly seconds: number
}

export interface Report {
  readonly tag: string
  readonly commit: string
  readonly images: readonly PublishedImage[]
  /** What people should know beside the table: a moved time, a stale commit. */
  readonly remarks: readonly string[]
  /** What Flux will do with the tag. */
  readonly next: readonly string[]
}

/** The job summary of a run that published, as Markdown. */
export function publishedSummary(report: Report): string {
  const rows = report.images.map(image =>
    [
      code(image.reference),
      code(image.digest.slice(0, 19)),
      image.platforms.map(text).join(', '),
      humanSize(image.size),
      `${image.seconds.toFixed(1)} s`,
    ].join(' | '),
  )
  return [
    `### Published ${code(report.tag)}`,
    '',
    `Commit ${code(report.commit.slice(0, 12))}`,
    '',
    '| Image | Digest | Platforms | Size | Time |',
    '| --- | --- | --- | ---: | ---: |',
    ...rows.map(row => `| ${row} |`),
    ...list('What to know', report.remarks),
    ...list('What happens next', report.next),
    '',
  ].join('\n')
}

/** The job summary of a run that had nothing to publish. */
export function plainSummary(title: string, lines: readonly string[]): string {
  return [`### ${text(title)}`, ...list('', lines), ''].join('\n')
}

/** A size for people, in the units that registries show. */
export function humanSize(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let size = bytes
  let unit = 0
  // Rounded, it must not become 1000 of a unit.
  while (size >= 999.95 && unit < units.length - 1) {
    size /= 1000
    unit += 1
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${units[unit]}`
}

function list(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  return ['', ...(title === '' ? [] : [`**${title}**`, '']), ...lines.map(line => `- ${text(line)}`)]
}
