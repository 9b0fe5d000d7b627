import { member } from '../../json.js'
import { type SourceFile, spanAt } from '../../yaml/source-file.js'
import type { Span } from '../../yaml/span.js'

/** A service of a compose file with the image it runs. */
export interface ComposeService {
  readonly file: SourceFile
  readonly name: string
  /** As written; it may hold variables. */
  readonly image: string
  readonly span: Span
}

/** The services of a compose file that name an image; none for any other file. */
export function composeServicesIn(file: SourceFile): readonly ComposeService[] {
  return file.documents.flatMap(document => {
    const { value } = document
    const services = member(value, 'services')
    if (member(value, 'apiVersion') !== undefined || typeof services !== 'object' || services === null) return []
    return Object.entries(services).flatMap(([name, service]) => {
      const image = member(service, 'image')
      if (typeof image !== 'string') return []
      return [{ file, name, image, span: spanAt(file, document, ['services', name, 'image']) }]
    })
  })
}
