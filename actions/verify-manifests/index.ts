import { finish } from '../../src/runner/finish.js'
import { githubRunner } from '../../src/runner/github.js'
import { keepYoungMemorySmall } from '../../src/runner/young-memory.js'
import { main } from './main.js'

keepYoungMemorySmall()
const runner = githubRunner()
process.exitCode = await finish(runner, () => main(runner))
