import { toByteString } from '../../yaml/go/byte-string.js'
import { parseDocument } from '../../yaml/go/parse-document.js'
import { YamlProblem } from '../../yaml/go/yaml-problem.js'
import { splitDocuments } from './documents.js'

/** Whether go-yaml, and so Flux and kustomize, reads every document of a text. */
export function isReadByGo(text: string): boolean {
  const documents = splitDocuments(toByteString(text).replaceAll('\r\n', '\n'))
  if (documents === undefined) return false
  try {
    for (const document of documents) parseDocument(document.text)
    return true
  } catch (error) {
    if (error instanceof YamlProblem) return false
    throw error
  }
}
