import { posix } from 'node:path'

/** Whether a file may hold a manifest, by its name: YAML, JSON, and what kustomize calls its own. */
export function isManifestPath(path: string): boolean {
  return /\.(?:ya?ml|json)$/.test(path) || posix.basename(path) === 'Kustomization'
}

/**
 * Whether a file is the public half of a Sealed Secrets key pair, by its name: what people call it when they fetch it. A TLS
 * certificate of something else has another name.
 */
export function isCertificatePath(path: string): boolean {
  return /^(?:pub-cert|[^/]*(?:sealed-?secret|sealing|kubeseal)[^/]*)\.(?:pem|crt|cert)$/i.test(posix.basename(path))
}

/** Whether a file counts though it is no YAML: it is read as plain text. Env files may be made into Secrets. */
export function isPlainPath(path: string): boolean {
  const name = posix.basename(path)
  return isCertificatePath(path) || name === '.sourceignore' || /\.env$|^\.env\./.test(name)
}

/** Whether a text is to be read: JSON is much besides manifests (a lock file may have 100,000 lines). */
export function isManifestText(path: string, text: string): boolean {
  return !path.endsWith('.json') || (text.includes('"apiVersion"') && text.includes('"kind"'))
}

/** Leaves out what is no YAML before Helm has filled it in: the templates of charts. */
export function withoutChartTemplates(paths: readonly string[]): readonly string[] {
  const charts = new Set(paths.filter(path => posix.basename(path) === 'Chart.yaml').map(path => posix.dirname(path)))
  if (charts.size === 0) return paths
  const isTemplate = (path: string): boolean => {
    const folders = path.split('/').slice(0, -1)
    return folders.some(
      (folder, index) => folder === 'templates' && charts.has(folders.slice(0, index).join('/') || '.'),
    )
  }
  return paths.filter(path => !isTemplate(path))
}
