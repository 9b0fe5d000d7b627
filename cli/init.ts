import { resolve } from 'node:path'
import { UserError } from '../src/errors.js'
import { openGit } from '../src/git/repository.js'
import { plannedFiles } from '../src/init/planned-files.js'
import { writeTogether } from '../src/init/write-together.js'
import type { Runner } from '../src/runner/ports.js'
import { type Command, helpText, parseArguments, type Terminal, wrongUsage } from './command.js'
import { OPTIONS } from './init-options.js'
import { planFor } from './init-plan.js'
import { diffOf } from './setters-report.js'

export const initCommand: Command = {
  options: OPTIONS,
  help: () =>
    helpText(
      'fluxgate init [DIR] [OPTIONS]',
      'Sets up the repository in DIR, the current folder unless told. A new one gets the reference tree for Flux in flux/ and the workflows; one with that tree gets other values, at all their places and in flux/fluxgate-values.yaml, which holds each once; one with a tree of its own gets the gate. It shows what changes as a diff, and writes all of it or nothing. A file of yours is never written over.',
      OPTIONS,
      [
        'fluxgate init --registry 192.168.0.40:5000 --insecure --vm deploy@192.168.0.50 --repo example/website > init.diff',
        'fluxgate init --registry harbor.example.com --vm deploy@10.0.0.9 --fluxgate OWNER/fluxgate@COMMIT --write',
        'fluxgate init --registry 192.168.0.41:5000        # the tree is there: another registry, everywhere',
        'fluxgate init                                     # what flux/fluxgate-values.yaml says, everywhere',
        'fluxgate init --fluxgate OWNER/fluxgate@COMMIT    # a tree of your own: adds the gate; the reference tree: workflows that are missing',
      ],
    ),
  async run(args, terminal) {
    const { runner } = terminal
    const given = parseArguments(args, OPTIONS, 1)
    const root = await rootOf(given.positionals[0] ?? '.', runner)
    const plan = await planFor(root, await runner.files.realPath(terminal.program), given, runner)
    const files = await plannedFiles(runner.files, root, plan.files)
    terminal.print(diffOf(files))
    for (const warning of plan.warnings) runner.log.warning(warning)
    if (files.length === 0) {
      runner.log.info('Nothing to write: all that init would set is there already')
      return 0
    }
    if (!(await isWanted(given.get('write') === 'true', files.length, terminal))) return 0
    await writeTogether(runner.files, root, files, runner.signal)
    runner.log.info(`Written: ${files.length === 1 ? '1 file' : `${files.length} files`}`)
    for (const [index, step] of plan.next.entries()) runner.log.info(`${index + 1}. ${step}`)
    return 0
  },
}

async function rootOf(folder: string, { files, workspace, exec, env }: Runner): Promise<string> {
  const path = resolve(workspace, folder)
  if ((await files.kind(path)) !== 'folder') throw wrongUsage(`${path} is no folder`)
  const root = await files.realPath(path)
  const top = await openGit(exec, root, env)
    .ask('rev-parse', '--show-toplevel')
    .catch(error => {
      if (error instanceof UserError) return undefined
      throw error
    })
  if (top === undefined || (await files.realPath(top.trim())) === root) return root
  throw wrongUsage(
    `${path} is a folder within the repository ${top.trim()}`,
    'Workflows belong to its root: run init there',
  )
}

async function isWanted(write: boolean, count: number, { ask, runner }: Terminal): Promise<boolean> {
  if (write) return true
  if (ask === undefined) {
    runner.log.info(`Nothing was written. Run it again with --write to write ${counted(count)}`)
    return false
  }
  const answer = await ask(`Write ${counted(count)}? Type yes: `)
  if (answer.trim() === 'yes') return true
  runner.log.info('Nothing was written')
  return false
}

function counted(count: number): string {
  return count === 1 ? 'this file' : `these ${count} files`
}
