// Stands in for flux 2.9: says and leaves behind what `flux bootstrap github` does, as STAND_IN_STATE tells.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

const file = process.env.STAND_IN_STATE
const state = JSON.parse(readFileSync(file, 'utf8'))
const args = process.argv.slice(2)
appendFileSync(`${file}.calls`, `flux ${args.join(' ')}\n`)

const STEPS = [
  '► connecting to github.com',
  '► cloning branch "master" from Git repository "https://github.com/example/website.git"',
  '✔ cloned repository',
  '► generating component manifests',
  '✔ generated component manifests',
  '✔ component manifests are up to date',
  '► installing components in "flux-system" namespace',
  '✔ installed components',
  '✔ reconciled components',
  '► determining if source secret "flux-system/flux-system" exists',
  '✔ configured deploy key "flux-system-master-flux-system-./flux/clusters/production" for "https://github.com/example/website"',
  '✔ reconciled source secret',
  '► applying sync manifests',
  '✔ reconciled sync configuration',
  '◎ waiting for Kustomization "flux-system/flux-system" to be reconciled',
  '✔ Kustomization reconciled successfully',
  '► confirming components are healthy',
  '✔ all components are healthy',
]

if (args[0] === 'version') {
  process.stdout.write(`${JSON.stringify({ flux: state.flux.version }, undefined, 2)}\n`)
} else if (process.env.GITHUB_TOKEN === undefined) {
  process.stderr.write('✗ could not read token: could not read from stdin: EOF\n')
  process.exitCode = 1
} else {
  const { fails, sleeps, brings = [] } = state.flux
  for (const step of STEPS) {
    process.stderr.write(`${step}\n`)
    if (sleeps !== undefined && step.includes(sleeps)) await setTimeout(60_000)
    if (fails !== undefined && step.includes(fails.after)) {
      process.stderr.write(`✗ ${fails.words}\n`)
      process.exit(1)
    }
  }
  const served = [...(state.served ?? []), 'kustomizations', 'gitrepositories', 'sealedsecrets']
  writeFileSync(file, JSON.stringify({ ...state, served, objects: [...(state.objects ?? []), ...brings] }))
}
