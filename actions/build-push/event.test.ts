import { describe, expect, it } from '@jest/globals'
import { githubEvent } from './event.js'

const PAYLOAD = { repository: { default_branch: 'master' } }

function env(name: string, ref: string) {
  return {
    GITHUB_EVENT_NAME: name,
    GITHUB_REF: ref,
    GITHUB_SHA: '0'.repeat(40),
    GITHUB_REPOSITORY: 'me/website',
    GITHUB_SERVER_URL: 'https://github.example',
  }
}

describe('the event of a run', () => {
  it('is a push to the main line', () => {
    expect(githubEvent(env('push', 'refs/heads/master'), PAYLOAD)).toEqual({
      kind: 'push',
      ref: 'refs/heads/master',
      mainLine: true,
      source: 'https://github.example/me/website',
      sha: '0'.repeat(40),
    })
  })

  it.each([
    ['refs/heads/main', false],
    ['refs/heads/feature/master', false],
    ['refs/tags/master', false],
  ])('on %s is not on the main line', (ref, mainLine) => {
    expect(githubEvent(env('push', ref), PAYLOAD).mainLine).toBe(mainLine)
  })

  it('does not say which the main line is when the payload does not', () => {
    expect(githubEvent(env('schedule', 'refs/heads/master'), {}).mainLine).toBeUndefined()
    expect(githubEvent(env('schedule', 'refs/heads/master'), undefined).mainLine).toBeUndefined()
  })

  it.each([
    ['workflow_dispatch', 'manual'],
    ['repository_dispatch', 'manual'],
    ['schedule', 'other'],
    ['push', 'push'],
    ['', 'other'],
  ])('of the name %j is %s', (name, kind) => {
    expect(githubEvent(env(name, 'refs/heads/master'), PAYLOAD).kind).toBe(kind)
  })

  it.each([
    ['pull_request', 'refs/pull/7/merge', {}],
    ['pull_request_target', 'refs/heads/master', {}],
    ['pull_request_review', 'refs/pull/7/merge', {}],
    ['pull_request_review_comment', 'refs/pull/7/merge', {}],
    ['merge_group', 'refs/heads/gh-readonly-queue/master/pr-7-abc', {}],
    ['workflow_dispatch', 'refs/pull/7/head', {}],
    ['workflow_run', 'refs/heads/master', { workflow_run: { event: 'pull_request' } }],
    ['workflow_run', 'refs/heads/master', { workflow_run: { event: 'pull_request_target' } }],
    ['workflow_run', 'refs/heads/master', { workflow_run: { event: 'merge_group' } }],
    ['issue_comment', 'refs/heads/master', { issue: { pull_request: { url: 'x' } } }],
  ])('%s on %s builds somebody’s proposal, which never pushes', (name, ref, payload) => {
    expect(githubEvent(env(name, ref), { ...PAYLOAD, ...payload }).kind).toBe('pull-request')
  })

  it('is no proposal when a push started the workflow, or the comment is on an issue', () => {
    expect(githubEvent(env('workflow_run', 'refs/heads/master'), { workflow_run: { event: 'push' } }).kind).toBe(
      'other',
    )
    expect(githubEvent(env('issue_comment', 'refs/heads/master'), { issue: {} }).kind).toBe('other')
  })

  it('has no source and no commit where the runner names none', () => {
    const event = githubEvent(
      { GITHUB_EVENT_NAME: 'push', GITHUB_REF: '', GITHUB_SHA: '', GITHUB_REPOSITORY: '' },
      PAYLOAD,
    )
    expect(event).toEqual({ kind: 'push', ref: undefined, mainLine: undefined, source: undefined, sha: undefined })
  })
})
