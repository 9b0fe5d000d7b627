import type { Rule } from '../rule.js'
import { ignoreNeededRule } from './ignore-needed.js'
import { markerDigest } from './marker-digest.js'
import { markerFileParses } from './marker-file-parses.js'
import { markerImage } from './marker-image.js'
import { markerListDocument } from './marker-list-document.js'
import { markerNullValue } from './marker-null-value.js'
import { markerPathAnnotation } from './marker-path-annotation.js'
import { markerPolicy } from './marker-policy.js'
import { markerPosition } from './marker-position.js'
import { markerScope } from './marker-scope.js'
import { markerSuffix } from './marker-suffix.js'
import { markerSyntax } from './marker-syntax.js'
import { markerTag } from './marker-tag.js'

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  markerSyntax,
  markerPolicy,
  markerSuffix,
  markerPosition,
  markerDigest,
  markerScope,
  markerFileParses,
  markerImage,
  markerTag,
  markerNullValue,
  markerListDocument,
  markerPathAnnotation,
  ignoreNeededRule,
]
