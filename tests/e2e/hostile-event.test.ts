import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { makeSealingKey, type SealingKey } from '../fakes/sealing-key.js'
import { type ActionResult, runAction } from '../lab/action-process.js'
import { makeGitRepository } from '../lab/git-repository.js'
import { type Lab, openLab } from '../lab/lab.js'
import { describeWith } from '../lab/tools.js'

const ACTIONS = join(import.meta.dirname, '..', '..', 'actions')

/** What a stranger may call a branch, a proposal, a commit or a file; `PWNED` is what they want to be said in our name. */
const HOSTILE = [
  '::set-output name=changed::PWNED',
  '\n::add-mask::PWNED\n::error::PWNED',
  '##[command]PWNED',
  '${{ github.token }}`touch PWNED`$(touch PWNED)"; touch PWNED #',
  'x\r\nchanged=PWNED\nEOF\nchanged<<EOF',
  '</details><script>PWNED</script>',
]

describeWith(['git', 'openssl', 'node24'], 'an event full of commands', () => {
  let lab: Lab
  let key: SealingKey

  beforeAll(async () => {
    lab = await openLab()
    key = makeSealingKey(lab.folder)
  })

  afterAll(() => lab.stop())

  async function runOn(action: string, hostile: string, inputs: Readonly<Record<string, string>>) {
    const repository = await makeGitRepository(lab)
    const fileName = hostile.replaceAll('/', '')
    await repository.commit({ [`flux/${fileName}.yaml`]: `a: b: ${JSON.stringify(hostile)}\n` }, { message: hostile })
    const user = { login: hostile, type: 'User' }
    const branch = { ref: hostile, label: hostile, sha: 'f'.repeat(40), user, repo: { full_name: hostile } }
    const payload = {
      ref: hostile,
      head_commit: { message: hostile, author: { name: hostile, email: hostile } },
      pull_request: { number: 1, title: hostile, body: hostile, head: branch, base: branch, user },
      sender: user,
    }
    return runAction(lab, {
      action: join(ACTIONS, action),
      workspace: repository.folder,
      inputs,
      event: { name: 'pull_request', payload },
      ref: 'refs/pull/1/merge',
      env: { GITHUB_HEAD_REF: hostile, GITHUB_BASE_REF: hostile, GITHUB_ACTOR: hostile },
    })
  }

  /** The names of the commands that the runner would take from the log, as it splits and trims lines. */
  function commandsOf({ log }: ActionResult): readonly string[] {
    const lines = log.split(/\r\n|\r|\n/)
    const isCommand = (line: string) => /^[\s\u0085]*::/.test(line)
    // The runner looks for these anywhere in a line, but only where it is no command of the newer form.
    expect(lines.filter(line => line.includes('##[') && !isCommand(line))).toEqual([])
    return lines.flatMap(line => /^[\s\u0085]*::([^ :]*)/.exec(line)?.[1] ?? [])
  }

  async function expectNothingForged(result: ActionResult, commands: readonly string[]): Promise<void> {
    expect(result.log).not.toContain('bug in fluxgate')
    expect(commandsOf(result).filter(name => !commands.includes(name))).toEqual([])
    expect(result.log).not.toMatch(/^[\s\u0085]*::(?:[a-z-]+)(?: [^:]*)?::PWNED/m)
    expect(Object.values(result.outputs)).not.toContain('PWNED')
    expect(result.summary).not.toContain('<script>')
    const written = await result.written()
    const variables = written.filter(({ path }) => /_runner_file_commands\/(?:env|path)-/.test(path))
    expect(variables.map(({ bytes }) => bytes.toString())).toEqual(['', ''])
    expect(written.filter(({ path }) => path.endsWith('/PWNED'))).toEqual([])
  }

  // Of `add-mask`: each action hides its own token, and no text of the event.
  const ours = ['error', 'warning', 'notice', 'group', 'endgroup', 'add-mask']

  test.each(HOSTILE)(
    'makes the gate say nothing in its name: %j',
    async hostile => {
      const result = await runOn('verify-manifests', hostile, {})
      expect([0, 1]).toContain(result.code)
      await expectNothingForged(result, ours)
    },
    60_000,
  )

  test.each(HOSTILE)(
    'makes build-push say nothing in its name: %j',
    async hostile => {
      const images = JSON.stringify([{ name: 'library/app', context: hostile }])
      const result = await runOn('build-push', hostile, { registry: '127.0.0.1:9', images })
      expect(result.code).toBe(1)
      await expectNothingForged(result, ours)
    },
    60_000,
  )

  test.each(HOSTILE)(
    'makes seal say nothing in its name: %j',
    async hostile => {
      const file = `flux/${hostile.replaceAll('/', '')}.yaml`
      const secrets = JSON.stringify([{ name: 'app', namespace: 'web', file, data: { a: { literal: hostile } } }])
      const result = await runOn('seal', hostile, { secrets, certificate: key.certificate, check: 'flux' })
      await expectNothingForged(result, ours)
    },
    60_000,
  )
})
