import { finish } from '../../src/runner/finish.js'
import { githubRunner } from '../../src/runner/github.js'
import { keepMemoryPrivate } from '../../src/runner/private-memory.js'
import { main } from './main.js'

const runner = githubRunner()
process.exitCode = await finish(runner, async () => {
  keepMemoryPrivate(runner.log)
  await main(runner)
})
