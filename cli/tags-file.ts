import { UserError } from '../src/errors.js'
import { type Terminal, wrongUsage } from './command.js'

/** The tags of a file, or of standard input for `-`: one a line, each once. Blanks around a tag, empty lines and a byte order mark do not count. */
export async function readTagsFile(file: string, { runner, readInput }: Terminal): Promise<readonly string[]> {
  const content = file === '-' ? await readInput() : await runner.files.readText(file)
  if (content === undefined) throw new UserError(`option --tags-file: there is no file ${file}`)
  const tags = content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '')
  if (/^[[{]/.test(tags[0] ?? '')) {
    throw wrongUsage(
      `option --tags-file: ${file} begins with ${tags[0]?.[0]}, which no tag does`,
      'Give one tag a line',
    )
  }
  return [...new Set(tags)]
}
