import { finish } from '../../src/runner/finish.js'
import { githubRunner } from '../../src/runner/github.js'
import { keepMemoryPrivate } from '../../src/runner/private-memory.js'
import { cleanUp, DOCKER_FOLDER_STATE, main } from './main.js'

const runner = githubRunner()

if (runner.state('phase') === 'post') {
  process.exitCode = await finish(runner, () => cleanUp(runner.state(DOCKER_FOLDER_STATE), runner))
} else {
  runner.saveState('phase', 'post')
  process.exitCode = await finish(runner, async () => {
    keepMemoryPrivate(runner.log)
    await main(runner)
  })
}
