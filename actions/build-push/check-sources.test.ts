import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { sentence } from '../../src/errors.js'
import { diskFiles } from '../../src/runner/files.js'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import type { Builder } from './builder.js'
import { checkSources } from './check-sources.js'
import { readEnvFile } from './env-file.js'
import { parseImages } from './images.js'
import { imageTargets } from './targets.js'

const workspace = temporaryFolder()
const BUILDER: Builder = {
  name: 'default',
  driver: 'docker',
  platforms: ['linux/amd64', 'linux/386'],
  pushesDigests: false,
  containerdStore: true,
}

for (const [path, text] of Object.entries({
  'frontend/Dockerfile': 'FROM node\nRUN npm ci\n',
  'backend/Dockerfile': 'FROM scratch\nCOPY . /\n',
  'cross/Dockerfile':
    'FROM --platform=$BUILDPLATFORM go AS b\nRUN go build\nFROM scratch AS run\nCOPY --from=b / /\nFROM alpine AS test\nRUN x\n',
  'docker/prod.Dockerfile': 'FROM scratch\n',
})) {
  mkdirSync(join(workspace, path, '..'), { recursive: true })
  writeFileSync(join(workspace, path), text)
}

async function problemsOf(yaml: string, builder: Builder | undefined = BUILDER): Promise<readonly string[]> {
  const options = { registry: 'r', workspace, values: readEnvFile(undefined, '', {}) }
  const { targets } = imageTargets(parseImages(yaml, 'images'), options)
  const errors = await checkSources(targets, builder, diskFiles(workspace))
  return errors.map(error => sentence(error).replaceAll(workspace, 'W'))
}

describe('what is to be built', () => {
  it('is there', async () => {
    expect(
      await problemsOf('- {name: a, context: frontend}\n- {name: b, context: backend, file: docker/prod.Dockerfile}'),
    ).toEqual([])
  })

  it('is named when it is not there, all of it together', async () => {
    expect(
      await problemsOf(
        '- {name: a, context: nowhere}\n- {name: b, context: frontend, file: frontend/Dockerfile.prod}\n- {name: c, context: frontend/Dockerfile, file: docker}',
      ),
    ).toEqual([
      'image "a": its context W/nowhere is no folder',
      'image "a": its Dockerfile W/nowhere/Dockerfile does not exist',
      'image "b": its Dockerfile W/frontend/Dockerfile.prod does not exist',
      'image "c": its context W/frontend/Dockerfile is no folder',
      'image "c": its Dockerfile W/docker does not exist',
    ])
  })

  it('may be in the context when it is looked for at the root, and that is said', async () => {
    expect(await problemsOf('- {name: a, context: frontend, file: Dockerfile}')).toEqual([
      'image "a": its Dockerfile W/Dockerfile does not exist. "file" starts at the root of the repository; there is one at W/frontend/Dockerfile',
    ])
  })

  it('is not looked for when it lies elsewhere', async () => {
    expect(await problemsOf('- {name: a, context: "https://example.org/x.git"}')).toEqual([])
  })
})

describe('a platform that the builder does not have', () => {
  it('is named with the step that has to run there', async () => {
    expect(
      await problemsOf('- {name: a, context: frontend, platforms: "linux/amd64,linux/arm64,linux/riscv64"}'),
    ).toEqual([
      expect.stringMatching(
        /^image "a": the builder "default" has no linux\/arm64 \(it has linux\/amd64, linux\/386\), and line 2 of its Dockerfile runs there\. Install QEMU/,
      ),
      expect.stringMatching(/^image "a": the builder "default" has no linux\/riscv64/),
    ])
  })

  it('does not matter to a Dockerfile that only copies, or compiles for it elsewhere', async () => {
    expect(
      await problemsOf(
        '- {name: a, context: backend, platforms: linux/arm64}\n- {name: b, context: cross, target: run, platforms: linux/arm64}',
      ),
    ).toEqual([])
    expect(await problemsOf('- {name: b, context: cross, platforms: linux/arm64}')).toHaveLength(1)
  })

  it('is not spoken of when nobody knows what the builder has', async () => {
    const yaml = '- {name: a, context: frontend, platforms: linux/arm64}'
    expect(await problemsOf(yaml, { ...BUILDER, platforms: [] })).toEqual([])
  })
})
