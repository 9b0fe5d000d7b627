/** `os/architecture` or `os/architecture/variant`, as buildx prints it. */
export type Platform = string

const PLATFORM = /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/

/** Other names of architectures, and the variant that is meant when none is said; as containerd normalises them. */
const ALIASES: Readonly<Record<string, string>> = {
  x86_64: 'amd64',
  'x86-64': 'amd64',
  aarch64: 'arm64',
  armhf: 'arm/v7',
  armel: 'arm/v6',
  i386: '386',
}

/** The platform in its one spelling (`linux/aarch64` and `linux/arm64/v8` are `linux/arm64`), or undefined when it is none. */
export function parsePlatform(text: string): Platform | undefined {
  const lower = text.trim().toLowerCase()
  const [os, architecture, variant] = lower.split('/')
  if (os === undefined || architecture === undefined || !/^[a-z0-9]+\/[a-z0-9_-]+(?:\/[a-z0-9.]+)?$/.test(lower)) {
    return undefined
  }
  const joined = [os, ALIASES[architecture] ?? architecture, ...(variant === undefined ? [] : [variant])].join('/')
  const short = joined
    .replace(/^([a-z0-9]+\/arm(?:64)?)\/([5-8])$/, '$1/v$2')
    .replace(/^([a-z0-9]+)\/arm64\/v8$/, '$1/arm64')
    .replace(/^([a-z0-9]+)\/amd64\/v1$/, '$1/amd64')
  const whole = /^[a-z0-9]+\/arm$/.test(short) ? `${short}/v7` : short
  return PLATFORM.test(whole) ? whole : undefined
}
