#!/usr/bin/env node
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { finish } from '../src/runner/finish.js'
import { keepMemoryPrivate } from '../src/runner/private-memory.js'
import { screenOf, terminalRunner } from '../src/runner/terminal.js'
import { keepYoungMemorySmall } from '../src/runner/young-memory.js'
import { run } from './run.js'

// Trees are large, and nothing else that is done here makes as many objects.
if (process.argv[2] === 'verify') keepYoungMemorySmall()

// Whoever reads only the first lines, as `| head` does, wants no more: we end as a program that SIGPIPE ends.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(141)
})

const values = new Map<string, string>()
const runner = terminalRunner(name => values.get(name) ?? '')
process.exitCode = await finish(runner, async () => {
  if (['seal', 'build-push'].includes(process.argv[2] ?? '')) keepMemoryPrivate(runner.log)
  return run(process.argv.slice(2), {
    runner,
    values,
    screen: screenOf(process.stdout, process.env),
    print: output => process.stdout.write(output),
    readInput: () => text(process.stdin),
    ask: process.stdin.isTTY && process.stderr.isTTY ? ask : undefined,
    program: process.argv[1] ?? '',
  })
})

/** The answer is one line, '' at the end of the input. Not `question`, which never settles there. */
async function ask(question: string): Promise<string> {
  process.stderr.write(question)
  const lines = createInterface({ input: process.stdin, signal: runner.signal })
  try {
    for await (const line of lines) return line
    runner.signal.throwIfAborted()
    return ''
  } finally {
    // A terminal that is still read keeps the program from ending.
    lines.close()
    process.stdin.pause()
  }
}
