import { type Arguments, type Option, wrongUsage } from './command.js'

export const FORMAT: Option = {
  name: 'format',
  value: 'text|json',
  description: 'For people, or for programs',
  default: 'text',
}

export function readFormat(given: Arguments): 'text' | 'json' {
  const format = given.get('format') ?? 'text'
  if (format === 'text' || format === 'json') return format
  throw wrongUsage(`option --format is ${JSON.stringify(format)}: expected text or json`)
}
