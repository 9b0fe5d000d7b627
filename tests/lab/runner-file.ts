import { readFile } from 'node:fs/promises'

/**
 * What an action wrote to GITHUB_OUTPUT or GITHUB_STATE: `name=value`, or several lines between `name<<DELIMITER` and
 * the delimiter. Throws where the runner would refuse the file.
 */
export async function readRunnerFile(path: string): Promise<Record<string, string>> {
  const lines = (await readFile(path, 'utf8')).split(/\r?\n/)
  const values: Record<string, string> = {}
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (line === '') continue
    const [, name, sign, rest] = line.match(/^(.+?)(=|<<)(.*)$/) ?? []
    if (name === undefined || rest === undefined)
      throw new Error(`${path}: neither name=value nor name<<DELIMITER: ${line}`)
    if (sign === '=') values[name] = rest
    else {
      const end = lines.indexOf(rest, at + 1)
      if (end === -1) throw new Error(`${path}: no line ${rest} ends the value of ${name}`)
      values[name] = lines.slice(at + 1, end).join('\n')
      at = end
    }
  }
  return values
}
