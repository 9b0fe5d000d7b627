import { describe, expect, it } from '@jest/globals'
import { userErrorsOf } from '../../src/errors.js'
import { readEnvFile } from './env-file.js'
import { type ImageRequest, parseImages } from './images.js'
import { bakeFileTargets, chooseImages, imageTargets, type TargetOptions } from './targets.js'

const OPTIONS: TargetOptions = {
  registry: '192.168.0.40:5000',
  workspace: '/w',
  values: readEnvFile('TOKEN=from file\n', '.env', { NPM_TOKEN: 'from environment' }),
}

function made(yaml: string, options = OPTIONS) {
  return imageTargets(parseImages(yaml, 'images'), options)
}

function problemsOf(body: () => unknown): readonly string[] {
  try {
    body()
  } catch (error) {
    const found = userErrorsOf(error)
    if (found.length === 0) throw error
    return found.map(problem => problem.message)
  }
  return []
}

describe('the target of an image', () => {
  it('has absolute paths, and the Dockerfile of its context unless told', () => {
    const [frontend, backend, plain] = made(
      '- {name: library/frontend, context: frontend}\n- {name: library/backend, context: backend, file: docker/backend.Dockerfile, target: run}\n- {name: other}',
    ).targets
    expect(frontend).toMatchObject({
      name: 'library/frontend',
      id: 'frontend',
      repository: '192.168.0.40:5000/library/frontend',
      context: '/w/frontend',
      dockerfile: '/w/frontend/Dockerfile',
      bake: { context: '/w/frontend', dockerfile: '/w/frontend/Dockerfile' },
    })
    expect(backend).toMatchObject({
      dockerfile: '/w/docker/backend.Dockerfile',
      stage: 'run',
      bake: { context: '/w/backend', dockerfile: '/w/docker/backend.Dockerfile', target: 'run' },
    })
    expect(plain).toMatchObject({ context: '/w', dockerfile: '/w/Dockerfile' })
  })

  it('leaves the platforms to the builder when none are said', () => {
    const [one, two] = made('- {name: a, platforms: linux/arm64}\n- {name: b}').targets
    expect(one?.bake).toMatchObject({ platforms: ['linux/arm64'] })
    expect(two?.bake).not.toHaveProperty('platforms')
    expect(two?.platforms).toEqual([])
  })

  it.each([
    'https://github.com/me/app.git#main:sub',
    'git@github.com:me/app.git',
    'ssh://git@host/app',
    'git+ssh://host/x',
  ])('may be built from elsewhere: %s is no folder here', context => {
    const [target] = made(`- {name: a, context: "${context}"}\n`).targets
    expect(target).toMatchObject({ context: undefined, dockerfile: undefined, bake: { context } })
    expect(target?.bake).not.toHaveProperty('dockerfile')
    const [withFile] = made(`- {name: a, context: "${context}", file: sub/Dockerfile}\n`).targets
    expect(withFile).toMatchObject({ dockerfile: undefined, bake: { dockerfile: 'sub/Dockerfile' } })
  })

  it('takes build arguments from the env-file, then from the environment', () => {
    const [target] = made('- name: a\n  build-args:\n    TOKEN:\n    NPM_TOKEN:\n    MODE: ""\n').targets
    expect(target?.bake).toMatchObject({ args: { TOKEN: 'from file', NPM_TOKEN: 'from environment', MODE: '' } })
  })

  it('hands secrets over in the environment, never in the definition', () => {
    const { targets, env } = made(
      '- {name: a, secrets: ["id=x,env=TOKEN", "id=k,src=keys/k.pem", "id=abs,src=/etc/k"]}\n- {name: b, secrets: "id=y,env=NPM_TOKEN"}',
    )
    expect(targets.map(target => target.bake.secret)).toEqual([
      ['id=x,env=FLUXGATE_SECRET_0', 'id=k,src=/w/keys/k.pem', 'id=abs,src=/etc/k'],
      ['id=y,env=FLUXGATE_SECRET_1'],
    ])
    expect(env).toEqual({ FLUXGATE_SECRET_0: 'from file', FLUXGATE_SECRET_1: 'from environment' })
    expect(JSON.stringify(targets)).not.toMatch(/from file|from environment/)
  })

  it('names every value that is nowhere, for all images together', () => {
    const yaml = '- {name: a, build-args: [X, TOKEN]}\n- {name: b, build-args: [Y], secrets: ["id=z,env=Z"]}\n'
    expect(made(yaml).problems.map(problem => problem.message)).toEqual([
      'image "a": the build argument X is in neither the env-file nor the environment',
      'image "b": the build argument Y is in neither the env-file nor the environment',
      'image "b": the secret Z is in neither the env-file nor the environment',
    ])
  })

  it('has a name of its own for bake, whatever the images are called', () => {
    const names = ['a/app', 'b/app', 'b_app', 'x.y/z.z', 'x/z_z', 'c/b_app']
    const ids = made(names.map(name => `- name: ${name}\n`).join('')).targets.map(target => target.id)
    expect(ids[0]).toBe('app')
    expect(new Set(ids).size).toBe(names.length)
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]+$/)
  })

  it('has no second registry in its name: the image would land below a folder of that name', () => {
    const options = { ...OPTIONS, registry: 'ghcr.io' }
    expect(made('- name: ghcr.io/me/app\n', options).problems.map(problem => problem.message)).toEqual([
      'image "ghcr.io/me/app" has the registry in its name: expected "me/app"',
    ])
    expect(made('- name: my.project/app\n', options).problems).toEqual([])
  })
})

describe('the targets of bake files', () => {
  const printed = (targets: Readonly<Record<string, unknown>>) => ({ target: targets })

  it('name their images by their first tag, with the registry before it or not', () => {
    const targets = bakeFileTargets(
      printed({
        web: {
          context: 'web',
          tags: ['192.168.0.40:5000/library/web:dev', 'x/y'],
          platforms: ['linux/aarch64'],
          target: 'run',
        },
        api: { context: '/srv/api', dockerfile: 'docker/Dockerfile', tags: ['library/api'] },
      }),
      OPTIONS,
    )
    expect(targets).toMatchObject([
      {
        name: 'library/web',
        id: 'web',
        repository: '192.168.0.40:5000/library/web',
        context: '/w/web',
        dockerfile: '/w/web/Dockerfile',
        platforms: ['linux/arm64'],
        stage: 'run',
      },
      { name: 'library/api', context: '/srv/api', dockerfile: '/srv/api/docker/Dockerfile', platforms: [] },
    ])
    expect(targets[0]?.bake).toMatchObject({ context: 'web', platforms: ['linux/aarch64'] })
  })

  it('may have no file here: an address, or a Dockerfile inside of the bake file', () => {
    const targets = bakeFileTargets(
      printed({
        remote: { context: 'https://github.com/me/app.git', tags: ['me/app'] },
        inline: { context: '.', 'dockerfile-inline': 'FROM scratch', tags: ['me/inline'] },
        none: { tags: ['me/none'] },
      }),
      OPTIONS,
    )
    expect(targets.map(target => [target.context, target.dockerfile])).toEqual([
      [undefined, undefined],
      ['/w', undefined],
      ['/w', '/w/Dockerfile'],
    ])
  })

  it('are all named when they do not say which image they make, or that of another registry', () => {
    const problems = problemsOf(() =>
      bakeFileTargets(
        printed({
          a: { context: '.' },
          b: { tags: ['ghcr.io/me/b:1'] },
          c: { tags: ['NOT A TAG'] },
        }),
        OPTIONS,
      ),
    )
    expect(problems).toEqual([
      'bake target "a" has no tag that names its image',
      'bake target "b" is tagged for ghcr.io, and the input "registry" is "192.168.0.40:5000"',
      'bake target "c" has no tag that names its image',
    ])
  })

  it('make one image each: of two, one would take the tag from the other', () => {
    const problems = problemsOf(() =>
      bakeFileTargets(printed({ arm: { tags: ['library/app:arm'] }, amd: { tags: ['library/app:amd'] } }), OPTIONS),
    )
    expect(problems).toEqual(['bake targets "arm" and "amd" are the same image, "library/app"'])
  })

  it('are none when bake printed none', () => {
    expect(bakeFileTargets({}, OPTIONS)).toEqual([])
    expect(bakeFileTargets(undefined, OPTIONS)).toEqual([])
  })
})

describe('choosing images', () => {
  const images: readonly ImageRequest[] = parseImages('- name: library/frontend\n- name: library/backend\n', 'images')
  const chosen = (...wanted: string[]) => chooseImages(images, wanted).map(image => image.name)

  it('takes all when none is named', () => {
    expect(chosen()).toEqual(['library/frontend', 'library/backend'])
  })

  it('goes by the whole name or its last part, and keeps the order of the list', () => {
    expect(chosen('backend')).toEqual(['library/backend'])
    expect(chosen('backend', 'library/frontend')).toEqual(['library/frontend', 'library/backend'])
  })

  it('names all that are not there, with the near ones', () => {
    expect(problemsOf(() => chosen('fronted', 'cron'))).toEqual([
      'input "targets" names "fronted", which "images" does not have: did you mean "frontend"?',
      'input "targets" names "cron", which "images" does not have: expected frontend, backend',
    ])
  })
})
