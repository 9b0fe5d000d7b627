import type { FileFacts } from '../facts/file-facts.js'
import { member, numberMember, textMember } from '../json.js'
import { holdsAlias, type Outline } from './outline.js'
import type { DoubledKey, Reading, SourceDocument, SourceProblem } from './source-file.js'
import { spanFrom } from './span.js'

/**
 * What a file says, without parsing it where a former run has. Where its parts stand is asked of few files, and so kept apart.
 *
 * @param parse gives the same each time
 */
export function keptReading(facts: FileFacts, text: string, parse: () => Reading): Reading {
  const kept = contentFrom(facts.find('content'))
  if (kept === undefined) {
    const reading = parse()
    keep(reading, facts)
    return reading
  }
  return {
    problems: kept.problems,
    documents: kept.documents.map(({ index, value, doubledKeys }) => {
      let outline: Outline | undefined
      return {
        index,
        value,
        doubledKeys,
        get outline() {
          outline ??= outlineFrom(facts.find(`outline ${index}`), text) ?? outlineIn(parse(), index)
          return outline
        },
      }
    }),
  }
}

function keep({ documents, problems }: Reading, facts: FileFacts): void {
  // What an alias stands for is one with its anchor; and written out it may be very long.
  if (documents.some(({ outline }) => holdsAlias(outline))) return
  facts.keep('content', () => ({
    documents: documents.map(({ index, value, doubledKeys }) => ({ index, value, doubledKeys })),
    problems,
  }))
  for (const { index, outline } of documents) {
    facts.keep(`outline ${index}`, () => ({ numbers: outline.numbers, texts: [...outline.texts] }))
  }
}

function outlineIn({ documents }: Reading, index: number): Outline {
  const document = documents.find(found => found.index === index)
  if (document === undefined) throw new Error(`document ${index} was there in a former run and is not in this one`)
  return document.outline
}

interface Content {
  readonly documents: readonly Omit<SourceDocument, 'outline'>[]
  readonly problems: readonly SourceProblem[]
}

function contentFrom(kept: unknown): Content | undefined {
  const documents = allOf(kept, 'documents', documentFrom)
  const problems = allOf(kept, 'problems', problemFrom)
  return documents === undefined || problems === undefined ? undefined : { documents, problems }
}

function documentFrom(kept: unknown): Content['documents'][number] | undefined {
  const index = numberMember(kept, 'index')
  const doubledKeys = allOf(kept, 'doubledKeys', doubledKeyFrom)
  return index === undefined || doubledKeys === undefined
    ? undefined
    : { index, value: member(kept, 'value'), doubledKeys }
}

function doubledKeyFrom(kept: unknown): DoubledKey | undefined {
  const key = member(kept, 'key')
  const [start, end] = [numberMember(kept, 'start'), numberMember(kept, 'end')]
  return typeof key !== 'string' || start === undefined || end === undefined ? undefined : { key, start, end }
}

function problemFrom(kept: unknown): SourceProblem | undefined {
  const [message, span] = [textMember(kept, 'message'), spanFrom(member(kept, 'span'))]
  return message === undefined || span === undefined ? undefined : { message, span }
}

function outlineFrom(kept: unknown, text: string): Outline | undefined {
  const numbers = allOf(kept, 'numbers', number => (typeof number === 'number' ? number : undefined))
  const texts = allOf(kept, 'texts', pair =>
    Array.isArray(pair) && typeof pair[0] === 'number' && typeof pair[1] === 'string'
      ? ([pair[0], pair[1]] as const)
      : undefined,
  )
  return numbers === undefined || texts === undefined ? undefined : { text, numbers, texts: new Map(texts) }
}

/** The members of a list, if it is one of such members only. */
function allOf<Item>(
  value: unknown,
  name: string,
  from: (item: unknown) => Item | undefined,
): readonly Item[] | undefined {
  const list = member(value, name)
  if (!Array.isArray(list)) return undefined
  const items = list.flatMap((item: unknown) => from(item) ?? [])
  return items.length === list.length ? items : undefined
}
