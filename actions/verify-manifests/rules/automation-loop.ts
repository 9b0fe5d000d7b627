import { posix } from 'node:path'
import { titleOf } from '../../../src/flux/inventory/resource.js'
import { type BuildLoop, buildLoops } from '../../../src/workflow/build-loop.js'
import type { Rule } from '../rule.js'
import { exampleDeployment, exampleImage, exampleLoop, exampleLoopWith } from './example-loop.js'

const source = {
  'flux/source.yaml': `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: flux-system
  namespace: flux-system
spec:
  interval: 1m
  url: https://github.com/example/website
  ref:
    branch: master
`,
}
const frontend = {
  'flux/frontend.yaml': exampleDeployment(`        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`),
}
const build = (trigger: string) => ({
  '.github/workflows/build.yml': `name: build
on:
${trigger}permissions: {}
jobs:
  build:
    runs-on: self-hosted
    steps:
      - uses: actions/checkout@v5
      - uses: example/fluxgate/actions/build-push@v1
        with:
          registry: 192.168.0.40:5000
          insecure: true
          images: |
            - name: library/frontend
              platforms: [linux/arm64]
`,
})

export const automationLoop: Rule = {
  id: 'automation-loop',
  severity: 'error',
  summary: 'The commits of an automation start no build of an image that it updates.',
  why: 'Flux pushes with a deploy key, so GitHub runs `on: push` for its commits. A build makes a tag, the tag makes a commit, and the commit makes the next build, without end.',
  fix: 'Keep the folder of the automation out of the trigger with `paths-ignore`, or `[skip ci]` in its commit message.',
  examples: [
    {
      title: 'Every push to the branch builds',
      files: {
        ...exampleLoop,
        ...source,
        ...frontend,
        ...build('  push: # expect: automation-loop\n    branches: [master]\n'),
      },
    },
    {
      title: 'The folder of the automation is left out',
      files: {
        ...exampleLoop,
        ...source,
        ...frontend,
        ...build('  push:\n    branches: [master]\n    paths-ignore: ["flux/**"]\n'),
      },
    },
    {
      title: 'The message of the commits keeps workflows out',
      files: {
        ...exampleLoopWith({ commit: '      messageTemplate: "Update images [skip ci]"\n' }),
        ...source,
        ...frontend,
        ...build('  push:\n    branches: [master]\n'),
      },
    },
    {
      title: 'Updates go to a branch for pull requests',
      files: {
        ...exampleLoopWith({ git: '    push:\n      branch: image-updates\n' }),
        ...source,
        ...frontend,
        ...build('  push:\n    branches: [master]\n'),
      },
    },
  ],
  *check({ inventory, loop, markers }) {
    for (const found of buildLoops(inventory, loop, markers)) {
      const { workflow, push, automation, policy, files, branch, image } = found
      const where = branch === undefined ? 'the branch of its source' : `the branch "${branch}"`
      yield {
        file: workflow.file.path,
        span: push.span,
        message: `the commits of the ${titleOf(automation.resource)} start this workflow, which builds the image that they are about: a build without end`,
        found: foundIn(push),
        expected: 'a filter that leaves out what the automation writes',
        witness: [
          `the workflow "${workflow.name}" pushes ${image}`,
          `the ${titleOf(policy.resource)} elects the new tag`,
          `the ${titleOf(automation.resource)} commits ${files.join(', ')} to ${where}`,
          `that push starts the workflow "${workflow.name}"`,
        ],
        fix: { text: fixFor(found) },
      }
    }
  },
}

function foundIn({ branches, paths, pathsIgnore }: BuildLoop['push']): string {
  const parts = { branches, paths, 'paths-ignore': pathsIgnore }
  const written = Object.entries(parts).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}: ${JSON.stringify(value)}`,
  )
  return written.length === 0 ? 'on push, without a filter' : written.join(', ')
}

function fixFor({ push, automation, files }: BuildLoop): string {
  const folder = automation.updatePath ?? '.'
  const globs = folder === '.' ? [...new Set(files.map(globOf))] : [`${folder}/**`]
  if (push.paths !== undefined) return `paths:\n${globs.map(glob => `  - "!${glob}"`).join('\n')}`
  return `paths-ignore:\n${globs.map(glob => `  - "${glob}"`).join('\n')}`
}

function globOf(file: string): string {
  const folder = posix.dirname(file)
  return folder === '.' ? file : `${folder}/**`
}
