import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Lab, openLab } from '../lab/lab.js'
import { type Ended, run } from '../lab/program.js'

const CLI = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'index.js')
const TAGS = ['main-ffffff0-1700000000', 'main-abc1234-1700005000', 'main-0aaaaaa-1700009999', 'latest']
const PATTERN = '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$'

const MANIFEST = `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageRepository
metadata: {name: frontend, namespace: flux-system}
spec: {image: 127.0.0.1:9/library/frontend, interval: 1m, insecure: true, exclusionList: ['0aaaaaa']}
---
apiVersion: image.toolkit.fluxcd.io/v1
kind: ImagePolicy
metadata: {name: frontend, namespace: flux-system}
spec:
  imageRepositoryRef: {name: frontend}
  filterTags: {pattern: '${PATTERN}', extract: $ts}
  policy: {numerical: {order: asc}}
`

describe('fluxgate policy', () => {
  let lab: Lab

  beforeAll(async () => {
    lab = await openLab()
    await writeFile(join(lab.folder, 'tags.txt'), TAGS.join('\n'))
    await writeFile(join(lab.folder, 'policy.yaml'), MANIFEST)
  })

  afterAll(() => lab.stop())

  function policy(...args: readonly string[]): Promise<Ended> {
    return run(lab, { command: process.execPath, args: [CLI, 'policy', ...args], stdin: TAGS.join('\n') })
  }

  test('elects the newest build by its time, and shows people why', async () => {
    const result = await policy(
      '--pattern',
      PATTERN,
      '--extract',
      '$ts',
      '--numerical',
      'asc',
      '--tags-file',
      'tags.txt',
    )
    expect(result).toMatchObject({ code: 0, stderr: '' })
    expect(result.stdout).toBe(`Flux elects main-0aaaaaa-1700009999
  1. main-0aaaaaa-1700009999 (1700009999)
  2. main-abc1234-1700005000 (1700005000)
  3. main-ffffff0-1700000000 (1700000000)
  1 dropped, the pattern does not match: latest
`)
  })

  test('shows the trap: by text the commit decides, and the oldest build is elected', async () => {
    const result = await policy('--pattern', PATTERN, '--alphabetical', 'asc', '--tags-file', '-', '--format', 'json')
    expect(JSON.parse(result.stdout)).toEqual({
      selectedTag: 'main-ffffff0-1700000000',
      latest: 'main-ffffff0-1700000000',
      filtered: ['main-0aaaaaa-1700009999', 'main-abc1234-1700005000', 'main-ffffff0-1700000000'],
      candidates: ['main-ffffff0-1700000000'],
      error: null,
      stage: null,
    })
  })

  test('tells Flux’s own error, with exit code 1', async () => {
    const result = await policy('--pattern', '(', '--numerical', 'asc', '--tags-file', 'tags.txt', '--format', 'json')
    expect(result.code).toBe(1)
    expect(JSON.parse(result.stdout)).toMatchObject({ selectedTag: null, stage: 'InvalidPolicy' })
    const text = await policy('--numerical', 'asc', '--tags-file', 'tags.txt')
    expect(text).toMatchObject({ code: 1, stdout: expect.stringContaining("failed to parse invalid numeric value '") })
  })

  test('reads a policy and what its repository excludes from a manifest', async () => {
    const result = await policy(
      '--manifest',
      'policy.yaml',
      '--name',
      'flux-system/frontend',
      '--tags-file',
      'tags.txt',
    )
    expect(result.stdout).toContain('Flux elects main-abc1234-1700005000')
    expect(result.stdout).toContain('1 excluded by the ImageRepository')
    const other = await policy('--manifest', 'policy.yaml', '--name', 'flux-system/backend', '--tags-file', 'tags.txt')
    expect(other.stderr).toBe(
      'error: policy.yaml has no ImagePolicy flux-system/backend: it has flux-system/frontend\n',
    )
  })

  test('refuses what it cannot make sense of, with exit code 2 and the near option', async () => {
    expect(await policy('--patern', 'x')).toMatchObject({ code: 2, stderr: expect.stringContaining('--pattern') })
    expect(await policy('--numerical', 'asc')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--tags-file'),
    })
    expect(await policy('--tags-file', '-')).toMatchObject({ code: 2, stderr: expect.stringContaining('--semver') })
  })

  test('a registry that does not answer is named', async () => {
    const result = await policy('--manifest', 'policy.yaml', '--registry')
    expect(result).toMatchObject({
      code: 1,
      stderr: 'error: the registry of 127.0.0.1:9/library/frontend cannot be reached (ECONNREFUSED)\n',
    })
  })
})
