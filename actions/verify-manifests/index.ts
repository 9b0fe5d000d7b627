import { finish } from '../../src/runner/finish.js'
import { githubRunner } from '../../src/runner/github.js'
import { main } from './main.js'

const runner = githubRunner()
process.exitCode = await finish(runner, () => main(runner))
