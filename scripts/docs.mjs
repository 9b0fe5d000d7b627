#!/usr/bin/env node
// Makes what is generated: from action.yml the tables in the READMEs and the command line's options, from the rules (as the
// built command line prints them: `npm run bundle` first) docs/rules.md.
// `--check` writes nothing and exits with 1 when something would change.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

const root = fileURLToPath(new URL('..', import.meta.url))
const check = process.argv.includes('--check')
const stale = []

const actions = readdirSync(join(root, 'actions'), { withFileTypes: true })
  .filter(entry => entry.isDirectory() && existsSync(join(root, 'actions', entry.name, 'action.yml')))
  .map(entry => ({
    name: entry.name,
    definition: parse(readFileSync(join(root, 'actions', entry.name, 'action.yml'), 'utf8')),
  }))
  .sort((left, right) => (left.name < right.name ? -1 : 1))

for (const { name, definition } of actions) {
  const path = join('actions', name, 'README.md')
  put(path, between(between(read(path), 'inputs', inputTable(definition)), 'outputs', outputTable(definition)))
}
put(join('src', 'action-inputs.ts'), optionTable())
put(join('docs', 'rules.md'), rulesDocument())

if (stale.length > 0) {
  console.error(`out of date: ${stale.join(', ')}; run node scripts/docs.mjs`)
  process.exitCode = 1
}

function rulesDocument() {
  const program = join(root, 'dist', 'cli', 'index.js')
  return execFileSync(process.execPath, [program, 'explain', '--all', '--format', 'markdown'], { encoding: 'utf8' })
}

function inputTable({ inputs = {} }) {
  const rows = Object.entries(inputs).map(([name, { description, required, default: standard }]) => {
    const value = required ? '_required_' : standard === '' || standard === undefined ? '' : `\`${standard}\``
    return [`\`${name}\``, value, cell(description)]
  })
  return table(['Input', 'Default', 'Meaning'], rows)
}

function outputTable({ outputs = {} }) {
  const rows = Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, cell(description)])
  return table(['Output', 'Meaning'], rows)
}

/** Columns as wide as the formatter makes them: what is generated must pass the linter as it is. */
function table(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map(row => row[column].length)))
  const line = row => `| ${row.map((text, column) => text.padEnd(widths[column])).join(' | ')} |`
  return [line(head), line(widths.map(width => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

function cell(text) {
  return text.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|')
}

function optionTable() {
  const tables = actions.map(({ name, definition }) => {
    const inputs = Object.entries(definition.inputs ?? {}).map(([input, { description, default: standard = '' }]) => {
      const text = description.trim().replace(/\s+/g, ' ')
      return `    { name: ${quote(input)}, default: ${quote(String(standard))}, description: ${quote(text)} },`
    })
    return `  ${quote(name)}: [\n${inputs.join('\n')}\n  ],`
  })
  return `// Made by scripts/docs.mjs from actions/*/action.yml: change those.
/** The inputs of each action with their defaults, as the command line offers them. */
// biome-ignore format: one input a line
export const ACTION_INPUTS = {
${tables.join('\n')}
} as const
`
}

function quote(text) {
  const json = JSON.stringify(text)
  return text.includes("'") ? json : `'${json.slice(1, -1).replaceAll('\\"', '"')}'`
}

/** Puts a text between the two marks of a generated part. */
function between(document, part, text) {
  const marks = [`<!-- ${part}: generated -->`, `<!-- /${part} -->`]
  const start = document.indexOf(marks[0])
  const end = document.indexOf(marks[1])
  if (start < 0 || end < start) throw new Error(`a README lacks the marks ${marks.join(' and ')}`)
  return `${document.slice(0, start + marks[0].length)}\n${text}\n${document.slice(end)}`
}

function read(path) {
  return readFileSync(join(root, path), 'utf8')
}

function put(path, text) {
  const before = existsSync(join(root, path)) ? read(path) : undefined
  if (before === text) return
  if (check) stale.push(path)
  else writeFileSync(join(root, path), text)
}
