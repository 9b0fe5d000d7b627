import { describe, expect, it } from '@jest/globals'
import type { CommitChanges, FileChange } from '../git/commits.js'
import { isAutomationCommit } from './automation-commit.js'

const MARKED = '  image: r/app:main-0123456-1700000000 # {"$imagepolicy": "flux-system:app"}'

function change(path: string, lines: readonly string[] = [MARKED, MARKED], more = false): FileChange {
  return { path, lines, more }
}

function commit(files: readonly FileChange[], author = { name: 'Jo', email: 'jo@example.org' }): CommitChanges {
  return { sha: 'a'.repeat(40), seconds: 1, author, subject: 'x', files }
}

describe('a commit is image automation’s', () => {
  it('when every changed line below the Flux folder has a marker, whoever committed it', () => {
    expect(isAutomationCommit(commit([change('flux/a.yaml'), change('flux/b/c.yaml')]), 'flux', [])).toBe(true)
  })

  it.each(['flux', './flux', 'flux/', './flux/', '.', './', ''])('for the folder written as %j', fluxPath => {
    expect(isAutomationCommit(commit([change('flux/a.yaml')]), fluxPath, [])).toBe(true)
  })

  it('when an author of the tree’s automations changed the Flux folder', () => {
    const author = { name: 'Image Robot', email: 'robot@example.org' }
    const files = [change('flux/a.yaml', ['replicas: 3'], true)]
    expect(isAutomationCommit(commit(files, author), 'flux', [{ name: undefined, email: 'robot@example.org' }])).toBe(
      true,
    )
    expect(isAutomationCommit(commit(files, author), 'flux', [{ name: 'Image Robot', email: undefined }])).toBe(true)
  })

  it.each(['fluxcdbot', 'FluxCDBot', 'flux', 'Flux', 'flux-bot', 'fluxbot', 'flux[bot]', 'fluxcd-bot[bot]'])(
    'when the author has the name that Flux’s guides use: %s',
    name => {
      expect(isAutomationCommit(commit([change('flux/a.yaml', ['x'])], { name, email: 'x@y' }), 'flux', [])).toBe(true)
    },
  )
})

describe('a commit is a person’s', () => {
  it.each([
    ['something outside of the Flux folder changed too', [change('flux/a.yaml'), change('app/x')]],
    ['the folder only begins with the same letters', [change('flux2/a.yaml')]],
    ['the folder is elsewhere', [change('old/flux/a.yaml')]],
    ['a line without a marker changed', [change('flux/a.yaml', [MARKED, 'replicas: 3'])]],
    ['a marker was put behind a line', [change('flux/a.yaml', ['  image: r/app:1', MARKED])]],
    ['a file was made, removed, or got another mode', [change('flux/a.yaml', [MARKED], true)]],
    ['a file changed without any line', [change('flux/a.yaml', [])]],
    ['nothing changed at all', []],
  ])('when %s', (_, files) => {
    expect(isAutomationCommit(commit(files), 'flux', [])).toBe(false)
  })

  it('when the automation’s author changed something to build', () => {
    const author = { name: 'fluxcdbot', email: 'bot@example.org' }
    expect(isAutomationCommit(commit([change('app/x')], author), 'flux', [])).toBe(false)
    expect(isAutomationCommit(commit([], author), 'flux', [])).toBe(false)
  })

  it.each(['Flux Capacitor', 'influx', 'flux-team', 'fluxcdbots', ''])('when the author is called %j', name => {
    expect(isAutomationCommit(commit([change('flux/a.yaml', ['x'])], { name, email: 'x@y' }), 'flux', [])).toBe(false)
  })

  it('when only the name is the automation’s, whose mail is known', () => {
    const authors = [{ name: 'Jo', email: 'robot@example.org' }]
    expect(isAutomationCommit(commit([change('flux/a.yaml', ['x'])]), 'flux', authors)).toBe(false)
  })

  it('when an automation names no author', () => {
    const authors = [{ name: undefined, email: undefined }]
    expect(isAutomationCommit(commit([change('flux/a.yaml', ['x'])]), 'flux', authors)).toBe(false)
  })
})
