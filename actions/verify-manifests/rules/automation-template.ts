import type { PlacedAutomation } from '../../../src/flux/inventory/image-loop.js'
import { keyPlaceOf, placeOf, type Resource } from '../../../src/flux/inventory/resource.js'
import { checkTemplate, type TemplateProblem } from '../../../src/flux/message.js'
import { partAt } from '../../../src/yaml/source-file.js'
import type { Span } from '../../../src/yaml/span.js'
import { fluxVersionsFor } from '../flux-version.js'
import { oldestFluxFor } from '../oldest-flux.js'
import { type Rule, type RuleContext, reportAt } from '../rule.js'
import { exampleDeployment, exampleImage, exampleLoopWith } from './example-loop.js'

const frontend = {
  'flux/frontend.yaml': exampleDeployment(`        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`),
}

export const automationTemplate: Rule = {
  id: 'automation-template',
  severity: 'error',
  summary: 'The commit message template of an automation can be rendered.',
  why: 'Flux renders it when there is something to commit and not before: a template with an unknown field or function passes review, and the first real update fails, and every one after it.',
  fix: 'Use `.AutomationObject`, `.Changed` (`.FileChanges`, `.Objects`, `.Changes`) and `.Values`, with the functions of sprig.',
  examples: [
    {
      title: 'Fields of Flux before 2.7',
      files: {
        ...exampleLoopWith({
          commit: `      messageTemplate: |
        {{ range .Updated.Images -}} # expect: automation-template
        {{ println . }}
        {{ end -}}
`,
        }),
        ...frontend,
      },
    },
    {
      title: 'A field that never was',
      files: {
        ...exampleLoopWith({
          commit: `      messageTemplate: "Update {{ .Changed.Images }}" # expect: automation-template
`,
        }),
        ...frontend,
      },
    },
    {
      title: 'A function that is missing',
      files: {
        ...exampleLoopWith({
          commit: `      messageTemplate: |
        Update of images

        {{ toYamlPretty .Changed.Objects }} # expect: automation-template
`,
        }),
        ...frontend,
      },
    },
    {
      title: 'The template of the documentation',
      files: {
        ...exampleLoopWith({
          commit: `      messageTemplate: |
        Automated image update by {{ .AutomationObject }}
        {{ range $resource, $changes := .Changed.Objects -}}
        - {{ $resource.Kind }} {{ $resource.Name }}
        {{ range $_, $change := $changes }}{{ $change.OldValue }} -> {{ $change.NewValue }}
        {{ end -}}
        {{ end -}}
`,
        }),
        ...frontend,
      },
    },
  ],
  *check(context) {
    for (const automation of context.loop.automations) {
      const { messageTemplate, placement, resource } = automation
      if (messageTemplate === undefined || placement.isRewritten) continue
      // Substitution would put something else there first.
      if (placement.isPatched && messageTemplate.includes('${')) continue
      for (const problem of checkTemplate(messageTemplate)) {
        const isOfField = problem.kind === 'removed-field' || problem.kind === 'field'
        const severity = isOfField ? severityOfField(resource, context) : 'error'
        if (severity === undefined) continue
        yield reportAt(resource, TEMPLATE, {
          severity,
          span: placeIn(automation, messageTemplate, problem),
          message: `${problem.message}: the first update will fail at its commit message, and so will every one after it`,
          found: messageTemplate.split('\n')[problem.line - 1]?.trim() ?? '',
          expected: expectedFor(problem),
        })
      }
    }
  },
}

/** The first minor of Flux without the older fields. */
const WITHOUT_OLDER = 7

/**
 * Before 2.7 other fields were there, and what they held is not known here. Where nothing says which Flux it is, it is a warning, unless
 * an older one would not serve the rest of the tree.
 */
function severityOfField(resource: Resource, context: RuleContext): 'error' | 'warning' | undefined {
  const versions = fluxVersionsFor(resource, context)
  if (versions.some(({ minor }) => minor < WITHOUT_OLDER)) return undefined
  const isCertain =
    versions.every(({ from }) => from !== undefined) || oldestFluxFor(context.inventory) >= WITHOUT_OLDER
  return isCertain ? 'error' : 'warning'
}

const TEMPLATE = ['spec', 'git', 'commit', 'messageTemplate']

function expectedFor({ kind }: TemplateProblem): string {
  switch (kind) {
    case 'syntax':
      return "a template of Go's text/template"
    case 'function':
      return "a function of Go's text/template or of sprig"
    default:
      return '.AutomationObject, .Changed.FileChanges, .Changed.Objects, .Changed.Changes or .Values'
  }
}

/** The place within a block of literal text; for every other form of text the text as a whole. */
function placeIn({ resource }: PlacedAutomation, template: string, { line, column }: TemplateProblem): Span {
  const whole = placeOf(resource, ...TEMPLATE)
  // What is missing at the end is missing in the whole.
  if (line > template.trimEnd().split('\n').length) return keyPlaceOf(resource, ...TEMPLATE)
  const part = partAt(resource.document, [...resource.path, ...TEMPLATE])
  if (part?.form !== 'literal') return whole
  const { file } = resource
  const header = file.span(part.start, part.end).line
  const wanted = template.split('\n')[line - 1] ?? ''
  const text = file.text.split(/\r?\n/)[header + line - 1] ?? ''
  if (!text.endsWith(wanted)) return whole
  const start = text.length - wanted.length + column
  return { line: header + line, column: start, endLine: header + line, endColumn: text.length + 1 }
}
