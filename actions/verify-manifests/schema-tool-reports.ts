import { listMember, member, numberMember, parseJson, textMember } from '../../src/json.js'

/** What a schema tool says about one of the objects it was given. */
export interface ToolResult {
  /** Which of the objects, from 0. */
  readonly index: number
  /** Whether it had a schema for it. */
  readonly isChecked: boolean
  readonly violations: readonly ToolViolation[]
}

export interface ToolViolation {
  /** A JSON pointer; '' for the object itself. */
  readonly pointer: string
  readonly message: string
}

/** kubeconform's `-output json -verbose`, of objects that bear their index as name; undefined when it is no report. */
export function readKubeconformReport(stdout: string): readonly ToolResult[] | undefined {
  const report = parseJson(stdout)
  if (member(report, 'resources') === undefined) return undefined
  return listMember(report, 'resources').flatMap(resource => {
    const index = Number(textMember(resource, 'name') ?? 'none')
    if (!Number.isInteger(index)) return []
    const status = textMember(resource, 'status')
    const violations = listMember(resource, 'validationErrors').map(error => ({
      pointer: textMember(error, 'path') ?? '',
      message: textMember(error, 'msg') ?? 'does not fit its schema',
    }))
    return [{ index, isChecked: status === 'statusValid' || status === 'statusInvalid', violations }]
  })
}

/** flux-schema's `validate --output json` of documents on standard input; undefined when it is no report. */
export function readFluxSchemaReport(stdout: string): readonly ToolResult[] | undefined {
  const report = member(parseJson(stdout), 'report')
  if (member(report, 'results') === undefined) return undefined
  return listMember(report, 'results').flatMap(result => {
    const position = numberMember(result, 'idx') ?? 0
    if (position < 1) return []
    const status = textMember(result, 'status')
    const reason = textMember(result, 'reason')
    const isViolation = reason === 'schema-violation' || reason === 'cel-violation'
    const violations = listMember(result, 'violations').map(violation => ({
      pointer: textMember(violation, 'path') ?? '',
      message: textMember(violation, 'message') ?? 'does not fit its schema',
    }))
    const isChecked = status === 'valid' || (status === 'invalid' && isViolation)
    return [{ index: position - 1, isChecked, violations: isViolation ? violations : [] }]
  })
}
