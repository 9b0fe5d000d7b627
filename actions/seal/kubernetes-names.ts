/** What Kubernetes accepts as names; each function says what is wrong, or undefined. */

const LABEL = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?'
const LABEL_NAME = new RegExp(`^${LABEL}$`)
const SUBDOMAIN = new RegExp(`^${LABEL}(?:\\.${LABEL})*$`)
const QUALIFIED = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/

/** The name of a Secret. */
export function nameProblem(name: string): string | undefined {
  if (name.length <= 253 && SUBDOMAIN.test(name)) return undefined
  return 'expected a DNS name of at most 253 characters: lower case letters, digits, "-" and "."'
}

export function namespaceProblem(namespace: string): string | undefined {
  if (namespace.length <= 63 && LABEL_NAME.test(namespace)) return undefined
  return 'expected a DNS label of at most 63 characters: lower case letters, digits and "-"'
}

/** A key of a Secret's data. The key itself is not told: it may be a value in the wrong place. */
export function keyProblem(key: string): string | undefined {
  if (key.length <= 253 && /^[-._a-zA-Z0-9]+$/.test(key) && key !== '.' && !key.startsWith('..')) return undefined
  return 'Kubernetes refuses a key of "data": expected letters, digits, "-", "_" and ".", at most 253, and no ".." in front'
}

export function labelProblem(key: string, value: string): string | undefined {
  const problem = qualifiedProblem(key)
  if (problem !== undefined) return problem
  if (value === '' || (value.length <= 63 && QUALIFIED.test(value))) return undefined
  return 'the value is none of a label: at most 63 letters, digits, "-", "_" and "."'
}

export function annotationProblem(key: string): string | undefined {
  if (/^(?:sealedsecrets\.bitnami\.com\/(?:namespace|cluster)-wide|fluxgate\/.*)$/.test(key)) {
    return 'is set by the scope and by fluxgate itself'
  }
  return qualifiedProblem(key)
}

function qualifiedProblem(key: string): string | undefined {
  const slash = key.indexOf('/')
  const [prefix, name] = slash < 0 ? [undefined, key] : [key.slice(0, slash), key.slice(slash + 1)]
  const good = name.length <= 63 && QUALIFIED.test(name) && (prefix === undefined || nameProblem(prefix) === undefined)
  return good ? undefined : 'is no name that Kubernetes accepts, such as "app" or "example.com/app"'
}

/** A file that may be written: below the workspace, and YAML. Links are looked at when it is written. */
export function fileProblem(file: string): string | undefined {
  const parts = file.split('/')
  if (file.startsWith('/') || parts.includes('..') || /[\\\0]/.test(file)) return 'expected a path below the workspace'
  if (parts.some(part => part.toLowerCase() === '.git')) return 'expected a path outside of .git'
  return /\.ya?ml$/.test(file) ? undefined : 'expected a file that ends in .yaml or .yml'
}
