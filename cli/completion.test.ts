import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { commandLine } from '../tests/fakes/command-line.js'
import { temporaryFolder } from '../tests/fakes/temporary-folder.js'

const folder = temporaryFolder()

const scriptFor = async (shell: string) => (await commandLine(['completion', shell])).printed

describe('fluxgate completion', () => {
  it.each([
    [['ver'], ['verify']],
    [
      ['verify', '--sch'],
      ['--schema-tool', '--schemas'],
    ],
    [['verify', '--format', 's'], ['sarif']],
    [['explain', '--a'], ['--all']],
    [['verify', '--registry', ''], []],
    [
      ['seal', ''],
      ['check', 'fetch'],
    ],
    [['seal', '--mode', 'm'], ['merge']],
    [['seal', '--sec'], ['--secrets']],
    [['seal', 'fetch', '--na'], ['--namespace']],
    [['seal', 'fetch', '--sec'], []],
    [['seal', 'check', '--'], ['--help']],
  ])('completes %j in bash', async (words, expected) => {
    const path = join(folder, 'completion.bash')
    writeFileSync(path, await scriptFor('bash'))
    const ask =
      'source "$1"; shift; COMP_WORDS=(fluxgate "$@"); COMP_CWORD=$#; _fluxgate; printf "%s\\n" "${COMPREPLY[@]}"'
    const { stdout, stderr } = spawnSync('bash', ['-c', ask, 'bash', path, ...words], { encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(stdout.split('\n').filter(word => word !== '')).toEqual(expected)
  })

  it.each(['bash', 'zsh', 'fish'])('knows every option of every command in %s', async shell => {
    const script = await scriptFor(shell)
    for (const command of [['verify'], ['seal'], ['seal', 'fetch']]) {
      const { printed } = await commandLine([...command, '--help'])
      for (const [, name] of printed.matchAll(/^ {2}--([a-z-]+)/gm))
        expect(script).toMatch(new RegExp(`[- ]${name}\\b`))
    }
  })

  it.each(['bash', 'zsh', 'fish'])('prints what %s can read', async shell => {
    const path = join(folder, `completion.${shell}`)
    writeFileSync(path, await scriptFor(shell))
    const { error, status, stderr } = spawnSync(shell, ['-n', path], { encoding: 'utf8' })
    // Not every machine has every shell; bash is everywhere that the tests run.
    if (error !== undefined && 'code' in error && error.code === 'ENOENT' && shell !== 'bash') return
    expect([status, stderr]).toEqual([0, ''])
  })

  it('knows no other shell', async () => {
    expect(await commandLine(['completion', 'tcsh'])).toMatchObject({
      code: 2,
      problems: ['expected one of bash, zsh, fish | See --help'],
    })
  })
})
