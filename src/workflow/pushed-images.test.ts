import { expect, test } from '@jest/globals'
import { buildStepsIn, readWorkflow } from '../flux/inventory/workflow.js'
import { readSourceFile } from '../yaml/source-file.js'
import { pushedImages } from './pushed-images.js'

const SHA = '0123456789abcdef0123456789abcdef01234567'
const REF = '${{ github.sha }}'

function pushed(steps: string, more = '') {
  const text = `on: push\n${more}jobs:\n  build:\n    runs-on: x\n    steps:\n${steps.replace(/^/gm, '      ')}\n`
  const workflow = readWorkflow(readSourceFile('.github/workflows/a.yml', text))
  if (workflow === undefined) throw new Error('no workflow')
  const builds = buildStepsIn(workflow, new Map([['tag-prefix', 'main']]))
  return pushedImages(workflow, builds, { repository: 'org/app', branch: 'main' }).map(
    ({ repository, tag, isFixed }) => `${repository}:${tag ?? '?'}${isFixed ? '' : ' new'}`,
  )
}

test('by build-push, unless it does not push', () => {
  const step = (more: string) =>
    `- uses: o/fluxgate/actions/build-push@v1\n  with:\n    registry: r:5000\n    images: |\n      - name: library/a\n${more}`
  expect(pushed(step(''))).toEqual(['r:5000/library/a:main-0123456-1700000000 new'])
  expect(pushed(step('    push: false\n'))).toEqual([])
  expect(pushed(step('    dry-run: true\n'))).toEqual([])
})

test('by docker/build-push-action, with variables, the repository and the images of docker/metadata-action', () => {
  const step = (tags: string, push = 'true') =>
    `- uses: docker/build-push-action@v6\n  with:\n    push: ${push}\n    tags: ${tags}`
  expect(pushed(step(`ghcr.io/org/app:${REF}`))).toEqual([`ghcr.io/org/app:${SHA} new`])
  expect(pushed(step('ghcr.io/org/app:latest'))).toEqual(['ghcr.io/org/app:latest'])
  expect(pushed(step('ghcr.io/${{ github.repository }}:v1'))).toEqual(['ghcr.io/org/app:v1'])
  expect(pushed(step('${{ env.HOST }}/app:v1'), 'env:\n  HOST: r:5000\n')).toEqual(['r:5000/app:v1'])
  expect(pushed(step('${{ vars.HOST }}/app:v1'))).toEqual([])
  expect(pushed(step(`|\n      a/b:${REF}\n      c/d:1`))).toEqual([`docker.io/a/b:${SHA} new`, 'docker.io/c/d:1 new'])
  expect(pushed(step('a/b:1', 'false'))).toEqual([])
  expect(pushed(step('a/b:1', '$' + "{{ github.event_name != 'pull_request' }}"))).toEqual(['docker.io/a/b:1'])
  expect(pushed(step('a/b:1', '$' + "{{ github.actor != 'bot' }}"))).toEqual([])
  const meta = '- id: meta\n  uses: docker/metadata-action@v5\n  with:\n    images: ghcr.io/org/app\n'
  const metadata = (tags: string) => pushed(`${meta}${tags}${step('${{ steps.meta.outputs.tags }}')}`)
  expect(metadata('')).toEqual(['ghcr.io/org/app:main'])
  expect(metadata('    tags: type=sha\n')).toEqual(['ghcr.io/org/app:? new'])
  expect(metadata('    tags: type=semver,pattern={{version}}\n')).toEqual([])
  expect(metadata('    tags: |\n      type=raw,value=latest\n      type=raw,value=main-{{sha}}\n')).toEqual([
    'ghcr.io/org/app:latest',
    'ghcr.io/org/app:? new',
  ])
})

test('by scripts', () => {
  const run = (...lines: readonly string[]) => `- run: |\n${lines.map(line => `    ${line}`).join('\n')}`
  expect(pushed(run('docker build -t r/a:1 .', 'docker push r/a:1'))).toEqual(['docker.io/r/a:1'])
  expect(pushed(run('docker build -t r/a:1 .'))).toEqual([])
  expect(pushed(run('docker buildx build --push \\', '  -t r/a:$TAG .'))).toEqual(['docker.io/r/a:? new'])
  expect(pushed(run('IMAGE=r/a', 'docker push "${IMAGE}:$TAG"'))).toEqual(['docker.io/r/a:? new'])
  expect(pushed(run('docker push $HOST/a:1'), 'env: {HOST: "h:5000"}\n')).toEqual(['h:5000/a:1'])
  expect(pushed(run('docker push $HOST/a:1'))).toEqual([])
  expect(pushed(run('docker push r/a:$GITHUB_SHA'))).toEqual([`docker.io/r/a:${SHA} new`])
  expect(pushed(run('docker push r/a:$GITHUB_REF_NAME'))).toEqual(['docker.io/r/a:main'])
  expect(pushed(run('echo docker push r/a:1'))).toEqual([])
})
