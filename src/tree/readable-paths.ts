import { posix } from 'node:path'
import { isKustomizeFileName } from '../flux/inventory/kustomize-file.js'

/**
 * The files of a tree that can say something about it: YAML, kustomize files, and JSON, which isReadable narrows. The
 * templates of Helm charts are no YAML before Helm has been over them, and are left out.
 */
export function readablePaths(paths: readonly string[]): readonly string[] {
  const charts = new Set(paths.filter(path => posix.basename(path) === 'Chart.yaml').map(path => posix.dirname(path)))
  return paths.filter(
    path => (/\.(?:ya?ml|json)$/.test(path) || isKustomizeFileName(path)) && !isChartTemplate(path, charts),
  )
}

/** Whether a file is to be read on: of JSON files only those that may hold an object of Kubernetes. */
export function isReadable(path: string, text: string): boolean {
  return !path.endsWith('.json') || (text.includes('"apiVersion"') && text.includes('"kind"'))
}

function isChartTemplate(path: string, charts: ReadonlySet<string>): boolean {
  if (charts.size === 0) return false
  const names = path.split('/')
  return names.some((name, depth) => name === 'templates' && charts.has(names.slice(0, depth).join('/') || '.'))
}
