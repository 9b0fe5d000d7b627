import { posix } from 'node:path'
import { titleOf } from '../../../src/flux/inventory/resource.js'
import { applySetters, isScreened } from '../../../src/flux/setters.js'
import type { Rule } from '../rule.js'
import { exampleDeployment, exampleImage, exampleLoop } from './example-loop.js'

const annotated = (path: string, expectation: string) =>
  exampleDeployment(`        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`).replace(
    '  namespace: website\n',
    `  namespace: website\n  annotations:\n    config.kubernetes.io/path: ${path}${expectation}\n`,
  )

export const markerPathAnnotation: Rule = {
  id: 'marker-path-annotation',
  severity: 'error',
  summary: 'No object of a file with setter markers has an annotation that tells another path than the file’s own.',
  why: 'The library with which Flux writes files back uses these annotations itself. When they contradict where a file was read, the whole automation fails: no value of any file is updated.',
  fix: 'Remove the annotation; it is left over from another tool.',
  examples: [
    {
      title: 'An annotation that a tool left behind',
      files: {
        ...exampleLoop,
        'flux/frontend.yaml': annotated('deploy/app.yaml', ' # expect: marker-path-annotation'),
      },
    },
    {
      title: 'The path of the file below `update.path`',
      files: { ...exampleLoop, 'flux/frontend.yaml': annotated('frontend.yaml', '') },
    },
  ],
  *check({ inventory, loop, markers }) {
    for (const [path, file] of inventory.files) {
      const lines = [...file.text.matchAll(ANNOTATION)]
      if (lines.length === 0) continue
      const content = Buffer.from(file.text)
      if (!isScreened({ path, content })) continue
      for (const automation of loop.automations) {
        if (markers.covers(automation, path) !== 'yes') continue
        const relative = posix.relative(automation.updatePath ?? '.', path)
        const { error } = applySetters([{ path: relative, content }], new Map())
        if (error === null) continue
        const line = lines.find(found => !isPath(found[2] ?? '', relative)) ?? lines[0]
        const start = (line?.index ?? 0) + (line?.[1] ?? '').length
        const text = (line?.[2] ?? '').trimEnd()
        yield {
          file: path,
          span: file.span(start, start + text.length),
          message: `the ${titleOf(automation.resource)} fails as a whole on this annotation, so no value of any file is updated: ${error.split('\n')[0] ?? ''}`,
          found: text,
          expected: 'no such annotation',
          fix: { text: 'Remove the line' },
        }
        break
      }
    }
  },
}

const ANNOTATION =
  /^(\s*["']?)((?:internal\.config\.kubernetes\.io\/(?:path|index|id)|config\.kubernetes\.io\/(?:path|index)|config\.k8s\.io\/id)["']?:[^\n#]*)/gm

function isPath(annotation: string, path: string): boolean {
  return annotation.replace(/^.*?:\s*/, '').replace(/["'\s]/g, '') === path
}
