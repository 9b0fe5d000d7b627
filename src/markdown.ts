/** Text that Markdown and HTML leave alone, on one line. */
export function markdownText(value: string): string {
  return value.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>|#~&!]/g, character => `&#${character.charCodeAt(0)};`)
}

export function markdownCode(value: string): string {
  return `<code>${markdownText(value)}</code>`
}

/** A failed run for the job summary: the causes and the next steps. */
export function failedSummary(
  title: string,
  problems: readonly { readonly message: string; readonly next: string | undefined }[],
): string {
  return [
    `### ${title}`,
    '',
    ...problems.flatMap(({ message, next }) => [
      `- **${markdownText(message)}**`,
      ...(next === undefined ? [] : [`  ${markdownText(next)}`]),
    ]),
    '',
  ].join('\n')
}
