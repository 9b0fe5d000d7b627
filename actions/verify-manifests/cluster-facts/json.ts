import { isMapping, member, parseJson, textMember, valueAt } from '../../../src/json.js'
import { readSourceFile, spanAt } from '../../../src/yaml/source-file.js'
import { COLUMNS, type Fact, factOf } from './fact.js'
import { GUIDE, wrongFacts } from './wrong-facts.js'

/**
 * The facts of a list as `kubectl get … -o json` writes it; of an object only its name, labels and owner count.
 *
 * @throws UserError with the place of what is no such list, and of a Secret that comes with its data
 */
export function jsonFacts(text: string, path: string): readonly Fact[] {
  const list = parseJson(text)
  if (list === undefined) throw wrongFacts(path, 'it is cut short, or no JSON')
  const items = member(list, 'items')
  if (!Array.isArray(items)) throw wrongFacts(path, 'it is no list of objects: expected `"items": […]`')
  return items.map((item: unknown, index) => {
    const place = () => `${path}${lineOf(text, path, index)}`
    if (holdsData(item)) throw loudSecret(place(), index)
    const fact = isMapping(item)
      ? factOf(column => {
          const found = valueAt(item, COLUMNS[column])
          return typeof found === 'string' && found !== '' ? found : undefined
        })
      : undefined
    if (fact === undefined) throw wrongFacts(place(), `item ${index + 1} is no object: kind and name are needed`)
    return fact
  })
}

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration'

/** Whether a Secret is there with its values, or with what kubectl remembers of them. */
function holdsData(item: unknown): boolean {
  if (textMember(item, 'kind') !== 'Secret') return false
  const annotations = member(member(item, 'metadata'), 'annotations')
  return (
    [member(item, 'data'), member(item, 'stringData')].some(
      data => data !== undefined && data !== null && JSON.stringify(data) !== '{}',
    ) || member(annotations, LAST_APPLIED) !== undefined
  )
}

function loudSecret(place: string, index: number): Error {
  return wrongFacts(
    place,
    `item ${index + 1} is a Secret with its data, which whoever reads the file then knows`,
    `Delete the file, also from the history of git, renew what the Secret holds, and use the command of ${GUIDE}, which writes no data`,
  )
}

/** Texts above it are not read a second time for the sake of a line. */
const MOST_SEARCHED = 1_000_000

function lineOf(text: string, path: string, index: number): string {
  if (text.length > MOST_SEARCHED) return ''
  const file = readSourceFile(path, text)
  const [document] = file.documents
  return document === undefined ? '' : `:${spanAt(file, document, ['items', index]).line}`
}
