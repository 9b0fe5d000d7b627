import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { userErrorsOf } from '../../src/errors.js'
import { parseInputs } from '../../src/inputs.js'
import { listMember, member } from '../../src/json.js'
import { type Inputs, SECRET_INPUTS, spec } from './inputs.js'

const definition: unknown = parse(readFileSync(join(import.meta.dirname, 'action.yml'), 'utf8'))

function defaultOf(name: string): string {
  const value = member(member(member(definition, 'inputs'), name), 'default')
  return typeof value === 'string' ? value : ''
}

/** The inputs as the runner gives them: the defaults of action.yml below what a workflow sets. */
function inputsOf(given: Readonly<Record<string, string>>): Inputs {
  return parseInputs(spec, name => given[name] ?? defaultOf(name))
}

function problemsOf(given: Readonly<Record<string, string>>): readonly string[] {
  try {
    inputsOf({ registry: 'ghcr.io', ...given })
  } catch (error) {
    return userErrorsOf(error).map(problem => problem.message)
  }
  return []
}

describe('the inputs of build-push', () => {
  it('need nothing but the registry to be readable', () => {
    expect(inputsOf({ registry: '192.168.0.40:5000' })).toEqual({
      receiver: undefined,
      'receiver-audience': 'notification-controller',
      'receiver-token': '',
      registry: '192.168.0.40:5000',
      insecure: false,
      username: '',
      password: '',
      images: [],
      'bake-files': [],
      targets: [],
      'tag-prefix': 'main',
      push: true,
      provenance: undefined,
      sbom: undefined,
      builder: undefined,
      'env-file': undefined,
      'no-cache': false,
      pull: false,
      retention: undefined,
      'flux-path': 'flux',
      'on-stale': undefined,
      'dry-run': false,
    })
  })

  it('take attestations as buildx names them', () => {
    expect(inputsOf({ registry: 'ghcr.io', provenance: 'true', sbom: 'true' })).toMatchObject({
      provenance: '',
      sbom: '',
    })
    expect(
      inputsOf({ registry: 'ghcr.io', provenance: 'mode=max', sbom: 'generator=ghcr.io/me/scan:1' }),
    ).toMatchObject({
      provenance: 'mode=max',
      sbom: 'generator=ghcr.io/me/scan:1',
    })
  })

  it('keep a robot account’s name and a password as they are', () => {
    const given = { registry: 'ghcr.io', username: 'robot$library+ci', password: 'p$a{s}s"w\'o\\rd' }
    expect(inputsOf(given)).toMatchObject({ username: given.username, password: given.password })
  })

  it.each([
    ['registry', '', 'input "registry" is required and not set'],
    ['registry', 'https://ghcr.io', 'it has a scheme'],
    ['registry', '192.168.0.40:5000/library', 'it has a path in it'],
    ['insecure', 'True', 'expected one of "true", "false"'],
    ['tag-prefix', '', 'it is empty'],
    ['tag-prefix', 'feature/x', 'it is not the start of a tag'],
    ['provenance', 'max', 'expected "true", "false", "mode=min" or "mode=max"'],
    ['provenance', 'mode=medium', 'expected "true", "false", "mode=min" or "mode=max"'],
    ['provenance', 'mode=max,push=true', 'expected "true", "false", "mode=min" or "mode=max"'],
    ['sbom', 'generator=', 'expected "true", "false" or "generator=<image>"'],
    ['sbom', 'generator=a,b=c', 'expected "true", "false" or "generator=<image>"'],
    ['builder', '--all', 'expected the name of a builder'],
    ['builder', 'my builder', 'expected the name of a builder'],
    ['retention', '0', 'expected a whole number from 1 to 100000'],
    ['retention', 'ten', 'expected a whole number from 1 to 100000'],
    ['on-stale', 'ignore', 'expected one of "fail", "warn", "allow"'],
    ['images', 'name: a', 'expected a YAML list'],
    [
      'targets',
      'frontend --set=*.output=type=local',
      'holds "--set=*.output=type=local": expected the names of images',
    ],
    ['flux-path', '/flux', 'expected a folder in this repository'],
    ['flux-path', '../flux', 'expected a folder in this repository'],
    ['flux-path', 'a/../../b', 'expected a folder in this repository'],
  ])('refuse %s as %j', (name, raw, problem) => {
    const problems = problemsOf({ [name]: raw })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(`input "${name}"`)
    expect(problems[0]).toContain(problem)
  })

  it.each(['flux', './flux/', 'flux/clusters/production', '.', 'a..b'])(
    'take %s as the path of the manifests',
    path => {
      expect(inputsOf({ registry: 'ghcr.io', 'flux-path': path })['flux-path']).toBe(path)
    },
  )

  it('are named together when many of them are wrong, those inside of images too', () => {
    const problems = problemsOf({
      registry: 'http://ghcr.io',
      push: 'yes',
      images: '- nmae: a\n- name: B\n',
      retention: '-1',
      'on-stale': 'no',
    })
    expect(problems.map(problem => /^input "([^"]+)"/.exec(problem)?.[1])).toEqual([
      'registry',
      'images',
      'images',
      'images',
      'push',
      'retention',
      'on-stale',
    ])
  })

  it('never show a password in a complaint', () => {
    expect(JSON.stringify(problemsOf({ password: 'hunter2', push: 'yes', images: 'x' }))).not.toContain('hunter2')
  })

  it('know which of them are secrets', () => {
    expect(SECRET_INPUTS).toEqual(['password', 'receiver-token'])
    expect(listMember({ inputs: Object.keys(spec) }, 'inputs')).toEqual(expect.arrayContaining([...SECRET_INPUTS]))
  })
})
