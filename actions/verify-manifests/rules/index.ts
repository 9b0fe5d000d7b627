import type { Rule } from '../rule.js'
import { ignoreNeededRule } from './ignore-needed.js'
import { markerPosition } from './marker-position.js'
import { markerSuffix } from './marker-suffix.js'
import { markerSyntax } from './marker-syntax.js'

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [markerSyntax, markerSuffix, markerPosition, ignoreNeededRule]
