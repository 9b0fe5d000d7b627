import type { Functions } from './function.js'
import { define, textArgument } from './function.js'
import { textToText } from './signatures.js'
import { boolType, stringType } from './types.js'
import { bool } from './values.js'

const functions = [
  ['base', textToText(base)],
  ['dir', textToText(dir)],
  ['clean', textToText(clean)],
  ['ext', textToText(extension)],
  ['isAbs', define([stringType], boolType, path => bool(textArgument(path).startsWith('/')))],
] as const

/** Sprig's functions on paths with slashes; on the controller's Linux those of the system do the same. */
export const pathFunctions: Functions = new Map([
  ...functions,
  ...functions.map(([name, definition]) => [`os${name[0]?.toUpperCase()}${name.slice(1)}`, definition] as const),
])

function base(path: string): string {
  const trimmed = path.replace(/\/+$/, '')
  if (path === '') return '.'
  return trimmed === '' ? '/' : trimmed.slice(trimmed.lastIndexOf('/') + 1)
}

function dir(path: string): string {
  return clean(path.slice(0, path.lastIndexOf('/') + 1))
}

function extension(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return dot < 0 ? '' : name.slice(dot)
}

/** The shortest path to the same place. */
function clean(path: string): string {
  const isRooted = path.startsWith('/')
  const kept: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') kept.push(part)
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop()
    else if (!isRooted) kept.push(part)
  }
  return (isRooted ? '/' : '') + kept.join('/') || '.'
}
