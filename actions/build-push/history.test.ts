import { describe, expect, it } from '@jest/globals'
import { newGit, type RealGit } from '../../tests/fakes/real-git.js'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { type Automation, headOf, madeByAutomation, stalenessFacts } from './history.js'
import { judgeStaleness } from './staleness.js'

const root = temporaryFolder()
const AUTOMATION: Automation = { fluxPath: 'flux', authors: [{ name: 'fluxcdbot', email: 'bot@example.org' }] }

const deployment = (tag: string) => `spec:
  replicas: 2
  image: r/app:${tag} # {"$imagepolicy": "flux-system:app"}
`

function website(): RealGit {
  const repository = newGit(root)
  repository.commit({ 'flux/app.yaml': deployment('main-0000000-1700000000'), 'app/index.html': 'one' })
  return repository
}

function automate(repository: RealGit, tag: string): string {
  return repository.commit({ 'flux/app.yaml': deployment(tag) }, { name: 'fluxcdbot', email: 'bot@example.org' })
}

async function judged(checkout: RealGit, sha: string, published: readonly string[] = []) {
  const head = headOf(checkout.git, 'master')
  return judgeStaleness(await stalenessFacts(checkout.git, sha, 'master', AUTOMATION, head, published))
}

const tagOf = (sha: string, seconds: number) => `main-${sha.slice(0, 7)}-${seconds}`

describe('a commit made by the image automation', () => {
  it('is known as such, and a person’s is not', async () => {
    const repository = website()
    const person = repository.commit({ 'app/index.html': 'two' })
    const robot = automate(repository, 'main-1111111-1700000001')
    expect(await madeByAutomation(repository.git, robot, 'master', AUTOMATION)).toBe(true)
    expect(await madeByAutomation(repository.git, person, 'master', AUTOMATION)).toBe(false)
  })

  it('is known in a checkout of that one commit, whose parent has to be brought', async () => {
    const repository = website()
    const robot = automate(repository, 'main-1111111-1700000001')
    expect(await madeByAutomation(repository.clone('--depth=1').git, robot, 'master', AUTOMATION)).toBe(true)
  })

  it('is not told apart when origin does not bring the parent: nobody guesses', async () => {
    const repository = website()
    const robot = automate(repository, 'main-1111111-1700000001')
    const clone = repository.clone('--depth=1')
    clone.run('remote', 'set-url', 'origin', `${root}/nowhere`)
    expect(await madeByAutomation(clone.git, robot, 'master', AUTOMATION)).toBeUndefined()
    expect(await madeByAutomation(clone.git, robot, undefined, AUTOMATION)).toBeUndefined()
  })

  it('is not the first of a repository, whose files are all new', async () => {
    const repository = newGit(root)
    const first = repository.commit({ 'flux/app.yaml': deployment('main-0000000-1700000000') })
    expect(await madeByAutomation(repository.git, first, 'master', AUTOMATION)).toBe(false)
  })

  it('is known after its pull request was merged by a person', async () => {
    const repository = website()
    repository.run('switch', '--quiet', '--create', 'bot')
    automate(repository, 'main-1111111-1700000001')
    repository.run('switch', '--quiet', 'master')
    repository.run('-c', 'user.name=x', '-c', 'user.email=x', 'merge', '--quiet', '--no-ff', '--no-edit', 'bot')
    const merge = repository.run('rev-parse', 'HEAD')
    expect(await madeByAutomation(repository.git, merge, 'master', AUTOMATION)).toBe(true)
  })
})

describe('whether a commit is stale', () => {
  it('is known in a checkout of one commit: the head is fresh, those before it are not', async () => {
    const repository = website()
    const old = repository.commit({ 'app/index.html': 'two' })
    const checkout = repository.clone('--depth=1')
    expect(await judged(checkout, old)).toEqual({ kind: 'fresh' })
    const head = repository.commit({ 'app/index.html': 'three' })
    expect(await judged(checkout, old)).toEqual({ kind: 'behind', head, newer: 1 })
  })

  it('does not count what only the image automation did since', async () => {
    const repository = website()
    const built = repository.commit({ 'app/index.html': 'two' })
    const checkout = repository.clone('--depth=1')
    automate(repository, tagOf(built, 1_700_000_001))
    expect(await judged(checkout, built)).toEqual({ kind: 'fresh' })
  })

  it('is known from what is published, although the branch was deleted', async () => {
    const repository = website()
    const old = repository.commit({ 'app/index.html': 'two' })
    const later = repository.commit({ 'app/index.html': 'three' })
    const published = [tagOf(later, 1_700_000_002), tagOf(old, 1_700_000_001), 'main-fffffff-1700000003', 'latest']
    const checkout = repository.clone()
    repository.run('branch', '--move', 'renamed')
    expect(await judged(checkout, old, published)).toEqual({
      kind: 'published',
      tag: tagOf(later, 1_700_000_002),
      commit: later,
    })
    expect(await judged(checkout, later, published)).toMatchObject({ kind: 'unknown' })
  })

  it('is that it is behind when the branch was moved to another history', async () => {
    const repository = website()
    const dropped = repository.commit({ 'app/index.html': 'two' })
    const checkout = repository.clone()
    repository.run('reset', '--quiet', '--hard', 'HEAD^')
    const head = repository.commit({ 'app/index.html': 'other' })
    expect(await judged(checkout, dropped)).toEqual({ kind: 'behind', head, newer: undefined })
  })

  it('does not take a published commit of another branch for a later one', async () => {
    const repository = website()
    const base = repository.run('rev-parse', 'HEAD')
    repository.run('switch', '--quiet', '--create', 'side', base)
    const side = repository.commit({ 'app/index.html': 'side' })
    repository.run('switch', '--quiet', 'master')
    const head = repository.commit({ 'app/index.html': 'two' })
    expect(await judged(repository.clone(), head, [tagOf(side, 1_800_000_000)])).toEqual({ kind: 'fresh' })
  })

  it('is not known when origin does not answer, with the reason', async () => {
    const repository = website()
    const head = repository.run('rev-parse', 'HEAD')
    const checkout = repository.clone()
    checkout.run('remote', 'set-url', 'origin', `${root}/nowhere`)
    expect(await judged(checkout, head)).toEqual({ kind: 'unknown', reason: expect.stringMatching(/nowhere/) })
  })

  it('is nothing to ask for what is no branch', async () => {
    expect(await headOf(website().git, undefined)).toBeUndefined()
  })
})
