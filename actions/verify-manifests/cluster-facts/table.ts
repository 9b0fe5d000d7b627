import { COLUMNS, type Fact, factOf } from './fact.js'
import { wrongFacts } from './wrong-facts.js'

const KINDS = 'namespaces,crds,secrets,configmaps,services,serviceaccounts,persistentvolumeclaims'

/** What writes such a table. The data of a Secret is in no column, so it never reaches the file. */
export const FACTS_COMMAND = `kubectl get ${KINDS} --all-namespaces --output custom-columns='${Object.entries(COLUMNS)
  .map(([column, keys]) => `${column}:${keys.map(pathPart).join('')}`)
  .join(',')}'`

function pathPart(key: string | number): string {
  return typeof key === 'number' ? `[${key}]` : `.${key.replaceAll('.', '\\.')}`
}

/** What kubectl writes where there is nothing. */
const NOTHING = '<none>'

/** A name, a kind or the value of a label, as the API server lets them be. */
const WORD = /^[A-Za-z0-9][A-Za-z0-9._:-]*$/

/**
 * The facts of kubectl's table, one a line. A label may be empty, so values go by where their columns begin.
 *
 * @throws UserError with the line of what is no row of it
 */
export function tableFacts(text: string, path: string): readonly Fact[] {
  const [head = '', ...lines] = text.split(/\r?\n/)
  const columns = columnsOf(head)
  const names = columns.map(({ name }) => name)
  const known = Object.keys(COLUMNS)
  if (names.join(' ') !== known.join(' ')) {
    const missing = known.find(name => !names.includes(name))
    const isClose = names[0] === 'KIND' && missing !== undefined
    throw wrongFacts(`${path}:1`, isClose ? `the column ${missing} is missing` : 'it does not begin with the columns')
  }
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return []
    const row = rowOf(line, columns)
    const fact = row && factOf(column => row.get(column))
    if (fact !== undefined) return [fact]
    const problem = row === undefined ? 'what stands here is not in the columns' : 'KIND and NAME are needed'
    throw wrongFacts(`${path}:${index + 2}`, problem)
  })
}

interface Place {
  readonly name: string
  readonly start: number
  /** Where the next one starts. */
  readonly end: number
}

function columnsOf(head: string): readonly Place[] {
  const found = [...head.matchAll(/\S+/g)]
  return found.map(({ 0: name, index }, at) => ({ name, start: index, end: found[at + 1]?.index ?? Infinity }))
}

/** The values of a line, by column; undefined for a line that holds anything else. */
function rowOf(line: string, columns: readonly Place[]): ReadonlyMap<string, string> | undefined {
  const row = new Map<string, string>()
  for (const { name, start, end } of columns) {
    const value = line.slice(start, end).trimEnd()
    if (value === '' || value === NOTHING) continue
    if (!WORD.test(value)) return undefined
    row.set(name, value)
  }
  return row
}
