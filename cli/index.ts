#!/usr/bin/env node
import { text } from 'node:stream/consumers'
import { finish } from '../src/runner/finish.js'
import { keepMemoryPrivate } from '../src/runner/private-memory.js'
import { screenOf, terminalRunner } from '../src/runner/terminal.js'
import { keepYoungMemorySmall } from '../src/runner/young-memory.js'
import { run } from './run.js'

// Trees are large, and nothing else that is done here makes as many objects.
if (process.argv[2] === 'verify') keepYoungMemorySmall()

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
  })
})
