import { UserError } from '../src/errors.js'
import { headCommit } from '../src/git/commits.js'
import { openGit } from '../src/git/repository.js'
import { buildTag, printTag } from '../src/image/tag.js'
import { type Command, helpText, type Option, parseArguments, wrongUsage } from './command.js'

const OPTIONS: readonly Option[] = [
  { name: 'sha', value: 'SHA', description: 'The full commit; the one that is checked out unless told' },
  { name: 'now', value: 'SECONDS', description: 'Unix seconds; the clock unless told' },
  { name: 'prefix', value: 'P', description: 'The prefix', default: 'main' },
]

export const tagCommand: Command = {
  options: OPTIONS,
  help: () =>
    helpText(
      'fluxgate tag [--sha SHA] [--now SECONDS] [--prefix P]',
      'Prints <prefix>-<sha7>-<unix seconds>.',
      OPTIONS,
      ['fluxgate tag', 'fluxgate tag --prefix develop --sha "$GITHUB_SHA"'],
    ),
  async run(args, { runner, print }) {
    const given = parseArguments(args, OPTIONS)
    const now = given.get('now')
    if (now !== undefined && !/^[0-9]+$/.test(now)) {
      throw wrongUsage(`option --now is ${JSON.stringify(now)}: expected unix seconds`)
    }
    const seconds = now === undefined ? Math.floor(runner.clock.now() / 1000) : Number(now)
    const sha = given.get('sha') ?? (await headCommit(openGit(runner.exec, runner.workspace, runner.env)))?.sha
    if (sha === undefined) {
      throw new UserError('there is no git commit here to name the tag after', {
        next: 'Commit first, or give one with --sha',
      })
    }
    print(`${printTag(buildTag(given.get('prefix') ?? 'main', sha, seconds))}\n`)
  },
}
