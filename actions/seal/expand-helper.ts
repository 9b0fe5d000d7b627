import type { Helper } from './helpers.js'
import type { Generated } from './origin.js'

export interface Expanded {
  /** Key → value, as whoever uses the Secret expects it. */
  readonly data: ReadonlyMap<string, Buffer | Generated>
  /** What is made out of the values and is as secret as they are. */
  readonly derived: readonly string[]
  readonly problems: readonly string[]
}

/** The type that a helper's Secret has; undefined is Opaque. */
export function helperType({ kind, texts }: Helper): string | undefined {
  switch (kind) {
    case 'registry':
      return 'kubernetes.io/dockerconfigjson'
    case 'tls':
      return 'kubernetes.io/tls'
    case 'basic-auth':
      return 'kubernetes.io/basic-auth'
    case 'ssh':
      return (texts.get('as') ?? SSH_KEY) === SSH_KEY ? 'kubernetes.io/ssh-auth' : undefined
    case 'age':
    case 'hmac':
      return undefined
  }
}

const SSH_KEY = 'ssh-privatekey'

/** Makes the data of a helper out of its values, all of which are there. */
export function expandHelper(helper: Helper, parts: ReadonlyMap<string, Buffer | Generated>): Expanded {
  switch (helper.kind) {
    case 'registry':
      return registryLogin(helper.texts.get('server') ?? '', textOf(parts, 'username'), textOf(parts, 'password'))
    case 'ssh':
      return sshKey(helper.texts.get('as') ?? SSH_KEY, parts)
    case 'tls':
      return renamed(parts, { certificate: 'tls.crt', key: 'tls.key', ca: 'ca.crt' })
    case 'basic-auth':
      return renamed(parts, { username: 'username', password: 'password' })
    case 'age': {
      // Flux looks for keys in entries that end in .agekey.
      const good = /^AGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]+\s*$/m.test(textOf(parts, 'key'))
      return { ...renamed(parts, { key: 'age.agekey' }), problems: good ? [] : ['"key" has no line AGE-SECRET-KEY-1…'] }
    }
    case 'hmac':
      return renamed(parts, { token: 'token' })
  }
}

function renamed(parts: ReadonlyMap<string, Buffer | Generated>, names: Readonly<Record<string, string>>): Expanded {
  const data = [...parts].map(([key, value]) => [names[key] ?? key, value] as const)
  return { data: new Map(data), derived: [], problems: [] }
}

function registryLogin(server: string, username: string, password: string): Expanded {
  const problems: string[] = []
  if (/^[a-z]+:\/\/(?!index\.docker\.io\/)|[\s@]|\/$/.test(server)) {
    problems.push('"server" has a scheme, a login or a slash at its end: expected host or host:port')
  }
  // At their end it is mostly a file's last line end, and no registry takes it as a part of the password.
  for (const [name, value] of Object.entries({ username, password })) {
    if (/[\r\n]/.test(value)) problems.push(`"${name}" holds a line end`)
  }
  if (username.includes(':')) problems.push('"username" holds a ":", which ends the name in a login')
  const auth = Buffer.from(`${username}:${password}`).toString('base64')
  const config = JSON.stringify({ auths: { [server]: { username, password, auth } } })
  return { data: new Map([['.dockerconfigjson', Buffer.from(config)]]), derived: [auth, config], problems }
}

function sshKey(as: string, parts: ReadonlyMap<string, Buffer | Generated>): Expanded {
  const key = parts.get('key') ?? ''
  const hosts = parts.get('known-hosts')
  const data = new Map<string, Buffer | Generated>()
  const problems: string[] = []
  if (typeof key !== 'string') {
    const text = key.toString('utf8')
    if (!/^-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----\r?\n/.test(text))
      problems.push('"key" is no private key: expected "-----BEGIN … PRIVATE KEY-----"')
    // OpenSSH reads neither a key without its last line end nor one with those of Windows; pasting loses and makes them.
    data.set(as, Buffer.from(`${text.replaceAll('\r\n', '\n').trimEnd()}\n`))
  } else if (key !== '') data.set(as, key)
  if (hosts !== undefined) data.set('known_hosts', hosts)
  return { data, derived: [], problems }
}

function textOf(parts: ReadonlyMap<string, Buffer | Generated>, name: string): string {
  const value = parts.get(name)
  return value === undefined || typeof value === 'string' ? '' : value.toString('utf8')
}
