import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { temporaryFolder } from '../../tests/fakes/temporary-folder.js'
import { binFolder, describeWith } from '../../tests/lab/tools.js'
import { UserError } from '../errors.js'
import { processExec } from '../runner/exec.js'
import type { Exec } from '../runner/ports.js'
import { findKustomize, isTooOld, type KustomizeProgram } from './kustomize-program.js'
import { renderFolder } from './render.js'

const root = temporaryFolder()
const env = { PATH: `${binFolder}:${process.env.PATH ?? ''}`, HOME: root }
const exec = processExec(env)

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(root, 'base-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

const program: KustomizeProgram = { command: 'kustomize', args: ['build'], version: 'v5.6.0' }

const map = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`

describeWith(['kustomize'], 'a folder is rendered', () => {
  it('with files from anywhere in the repository', async () => {
    const folder = folderWith({
      'a/kustomization.yaml': 'namePrefix: x-\nresources: [../b.yaml]\n',
      'b.yaml': map('b'),
    })
    expect(await renderFolder({ program, folder: join(folder, 'a'), exec, env })).toEqual({ output: map('x-b') })
  })

  it('without charts and plugins', async () => {
    const charts = folderWith({ 'kustomization.yaml': 'helmCharts: [{name: a, repo: https://charts.example.com}]\n' })
    expect(await renderFolder({ program, folder: charts, exec, env })).toEqual({
      error: expect.stringContaining('--enable-helm'),
      isRefused: false,
    })
    const generator =
      'apiVersion: v1\nkind: Gen\nmetadata:\n  name: x\n  annotations:\n    config.kubernetes.io/function: "exec: {path: ./run}"\n'
    const plugins = folderWith({ 'kustomization.yaml': 'generators: [g.yaml]\n', 'g.yaml': generator, run: '' })
    expect(await renderFolder({ program, folder: plugins, exec, env })).toEqual({
      error: expect.any(String),
      isRefused: false,
    })
  })

  it.each([
    ['resources: [https://example.com/a.yaml]', 'the remote base https://example.com/a.yaml is not followed'],
    [
      'resources: ["https://github.com/example/base//x?ref=v1"]',
      'the remote base https://github.com/example/base//x?ref=v1 is not followed',
    ],
    ['resources: ["ssh://git@github.com/example/base"]', expect.any(String)],
    ['patches: [{path: https://example.com/p.yaml}]', expect.any(String)],
  ])('without a network: %s', async (text, error) => {
    const started = performance.now()
    expect(
      await renderFolder({ program, folder: folderWith({ 'kustomization.yaml': `${text}\n` }), exec, env }),
    ).toMatchObject({
      error,
    })
    expect(performance.now() - started).toBeLessThan(3000)
  })

  it('or the tool says why not, in its own words', async () => {
    const folder = folderWith({ 'kustomization.yaml': 'resources: [missing.yaml]\n' })
    const rendering = await renderFolder({ program, folder, exec, env })
    expect(rendering).toEqual({
      error: expect.stringMatching(/^accumulating resources.*missing\.yaml/),
      isRefused: false,
    })
  })
})

describe('the program', () => {
  const missing = (command: string) => new UserError(`the program "${command}" was not found`)

  it('is kubectl where there is no kustomize', async () => {
    const only: Exec = async ({ command }) => {
      if (command === 'kustomize') throw missing(command)
      return { code: 0, stdout: '{"kustomizeVersion": "v5.5.0"}', stderr: '' }
    }
    expect(await findKustomize(only, env)).toEqual({ command: 'kubectl', args: ['kustomize'], version: 'v5.5.0' })
  })

  it('is neither where neither is installed', async () => {
    const none: Exec = async ({ command }) => {
      throw missing(command)
    }
    expect(await findKustomize(none, env)).toBeUndefined()
  })

  it('is too old where it builds otherwise than Flux does', () => {
    const isOld = (version: string) => isTooOld({ ...program, version })
    expect(['v4.5.7', '{Version:kustomize/v3.8.1 GitCommit:0b3}', 'v5.0.0', '(devel)'].map(isOld)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it('of kubectl wraps its reason, which is unwrapped', async () => {
    const fails =
      (stderr: string): Exec =>
      async () => ({ code: 1, stdout: '', stderr })
    const log = (reason: string) => `E1124 19:03:38.676780   23108 run.go:72] "command failed" err=${reason}\n`
    const errorOf = (stderr: string) => renderFolder({ program, folder: '/x', exec: fails(stderr), env })
    expect(await errorOf(log('"no \\"x\\" here"'))).toMatchObject({ error: 'no "x" here' })
    expect(await errorOf(log('<\n\tone\n\ttwo\n >'))).toMatchObject({ error: 'one two' })
    expect(await errorOf('')).toEqual({ error: 'the tool ended with exit code 1', isRefused: true })
  })

  it('is ended when it prints without end', async () => {
    const endless: Exec = async ({ onLine, signal }) => {
      for (let line = 0; line < 100_000 && !signal?.aborted; line += 1) onLine?.('x'.repeat(1000), 'stdout')
      throw signal?.reason
    }
    expect(await renderFolder({ program, folder: '/x', exec: endless, env })).toEqual({
      error: 'it comes to more than 64 MB',
      isRefused: true,
    })
  })
})
