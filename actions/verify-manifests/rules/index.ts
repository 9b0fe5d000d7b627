import type { Rule } from '../rule.js'
import { apiServedRule } from './api-served.js'
import { ignoreNeededRule } from './ignore-needed.js'

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [apiServedRule, ignoreNeededRule]
