import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { listMember, parseJson, textMember, valueAt } from '../../src/json.js'
import { type Lab, openLab } from '../lab/lab.js'
import { type Ended, run, succeed } from '../lab/program.js'
import { describeWith, locate } from '../lab/tools.js'
import { CLUSTER, ROOT, render } from './tree.js'

const PIN = `me/fluxgate@${'0123456789'.repeat(4)}`

/** What Flux and the gate must see of each set of values, said by hand. */
const installations = [
  {
    title: 'an address with a port, on plain HTTP',
    options:
      '--registry 10.1.2.3:5000 --insecure --vm me@10.1.2.4:2222 --repo acme/shop --branch master --frontend-image library/frontend --backend-image library/backend',
    ...{ image: '10.1.2.3:5000/library/frontend', insecure: true, endpoint: 'http://10.1.2.3:5000' },
    ...{ vm: ['10.1.2.4', '2222', 'me'], address: '10.1.2.4', branch: 'master', url: 'ssh://git@github.com/acme/shop' },
  },
  {
    title: 'a host name without a port, over HTTPS, and other images',
    options:
      '--registry harbor.acme.example --vm root@vm.acme.example --vm-address 10.9.8.7 --repo acme/shop --branch main --frontend-image shop/web --backend-image shop/api --frontend-context apps/web',
    ...{ image: 'harbor.acme.example/shop/web', insecure: false, endpoint: 'https://harbor.acme.example' },
    ...{
      vm: ['vm.acme.example', '22', 'root'],
      address: '10.9.8.7',
      branch: 'main',
      url: 'ssh://git@github.com/acme/shop',
    },
  },
  {
    title: "a port over HTTPS, a server of one's own, and words that YAML reads as something else",
    options: '--registry r.lan:443 --vm on@10.0.0.1 --repo ghe.acme.example/a/b.c --branch 1.10 --backend-image x/y/z',
    ...{ image: 'r.lan:443/library/frontend', insecure: false, endpoint: 'https://r.lan:443' },
    ...{ vm: ['10.0.0.1', '22', 'on'], address: '10.0.0.1', branch: '1.10', url: 'ssh://git@ghe.acme.example/a/b.c' },
  },
] as const

test("the workflows that init writes use the same actions of others as this repository's own", () => {
  const usesIn = (folder: string) =>
    readdirSync(join(ROOT, folder)).flatMap(name =>
      [...readFileSync(join(ROOT, folder, name), 'utf8').matchAll(/uses: (actions\/.*)$/gm)].map(match => match[1]),
    )
  const written = usesIn('examples/repository/.github/workflows')
  expect(written).toHaveLength(3)
  expect(usesIn('.github/workflows')).toEqual(expect.arrayContaining(written))
})

test("the build that init writes asks the tree's Receiver, with the secrets that FLUX_SETUP.md sets", () => {
  const build = readFileSync(join(ROOT, 'examples/repository/.github/workflows/build-and-push.yml'), 'utf8')
  const setUp = readFileSync(join(ROOT, 'docs/FLUX_SETUP.md'), 'utf8')
  const set = [...setUp.matchAll(/gh secret set (\w+)/g)].map(([, name]) => name)
  expect(set).toHaveLength(2)
  expect([...build.matchAll(/receiver[\w-]*: \$\{\{ secrets\.(\w+) \}\}/g)].map(([, name]) => name)).toEqual(set)
})

describeWith(['git', 'kustomize'], 'a repository that the committed command line has set up', () => {
  let lab: Lab

  beforeAll(async () => {
    lab = await openLab()
  })

  afterAll(() => lab.stop())

  const fluxgate = (cwd: string, args: readonly string[]): Promise<Ended> =>
    run(lab, { command: process.execPath, args: [join(ROOT, 'dist/cli/index.js'), ...args], cwd })

  async function repository(): Promise<string> {
    const folder = await lab.makeFolder('website')
    await succeed(lab, { command: 'git', args: ['init', '--quiet', '--initial-branch=main'], cwd: folder })
    return folder
  }

  async function commit(cwd: string): Promise<void> {
    await succeed(lab, { command: 'git', args: ['add', '--all'], cwd })
    const who = ['-c', 'user.name=somebody', '-c', 'user.email=somebody@example.com']
    await succeed(lab, { command: 'git', args: [...who, 'commit', '--quiet', '--message', 'Set up'], cwd })
  }

  async function expectProven(cwd: string, image: string): Promise<void> {
    const { code, stdout } = await fluxgate(cwd, ['verify', '--fail-on', 'warnings', '--format', 'json'])
    const report = parseJson(stdout)
    expect(listMember(report, 'findings')).toEqual([])
    expect(code).toBe(0)
    const chains = listMember(report, 'chains')
    expect(chains.map(chain => textMember(chain, 'image'))).toContain(image)
    expect(chains).toHaveLength(2)
    const links = chains.flatMap(chain => listMember(chain, 'links'))
    expect(links.length).toBeGreaterThan(20)
    expect(links.filter(link => textMember(link, 'state') !== 'proven')).toEqual([])
  }

  describe.each(installations)('with $title', ({ options, image, insecure, endpoint, vm, address, branch, url }) => {
    let folder: string
    const args = ['init', ...options.split(' ')]

    beforeAll(async () => {
      folder = await repository()
      const { code, stderr } = await fluxgate(folder, [...args, '--fluxgate', PIN, '--write'])
      expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('Written: ') })
      await commit(folder)
    })

    test('leaves the gate nothing to say, and every link proven', () => expectProven(folder, image))

    test('will have its next build deployed', async () => {
      const { code, stdout } = await fluxgate(folder, ['rehearse'])
      expect(stdout.trimEnd().split('\n').at(-1)).toContain(`This build will be deployed: ${image} and `)
      expect(code).toBe(0)
    })

    test('renders to objects with these values', () => {
      const objectsOf = (name: string) => render(join(folder, CLUSTER, name))
      const [deployment] = objectsOf('frontend').filter(object => textMember(object, 'kind') === 'Deployment')
      const container = (object: unknown) => valueAt(object, ['spec', 'template', 'spec', 'containers', 0])
      expect(valueAt(container(deployment), ['image'])).toBe(`${image}:main-3f9c2d1-1767225600`)
      const scans = objectsOf('image-automation').filter(object => textMember(object, 'kind') === 'ImageRepository')
      expect(scans.map(scan => valueAt(scan, ['spec', 'image']))).toContain(image)
      expect(scans.map(scan => valueAt(scan, ['spec', 'insecure']))).toEqual([insecure, insecure])
      const [automation] = objectsOf('image-automation').filter(
        object => textMember(object, 'kind') === 'ImageUpdateAutomation',
      )
      expect(valueAt(automation, ['spec', 'git', 'push', 'branch'])).toBe(branch)
      const [source] = objectsOf('flux-system').filter(object => textMember(object, 'kind') === 'GitRepository')
      expect(valueAt(source, ['spec'])).toMatchObject({ url, ref: { branch } })
      const [job] = objectsOf('backend').filter(object => textMember(object, 'kind') === 'Job')
      const variable = (name: string) =>
        textMember(
          listMember(container(job), 'env').find(entry => textMember(entry, 'name') === name),
          'value',
        )
      expect(['VM_HOST', 'VM_PORT', 'VM_USER'].map(variable)).toEqual([...vm])
      const [slice] = objectsOf('ingress').filter(object => textMember(object, 'kind') === 'EndpointSlice')
      expect(valueAt(slice, ['endpoints', 0, 'addresses'])).toEqual([address])
      expect(readFileSync(join(folder, 'flux/nodes/registries.yaml'), 'utf8')).toContain(`- "${endpoint}"`)
    })

    test('can get the values of another installation, which is then proven the same', async () => {
      const [other] = installations.filter(installation => installation.options !== options)
      const there = [...(other?.options.split(' ') ?? []), `--insecure=${other?.insecure}`]
      const wanted = there.filter(option => option !== '--insecure')
      expect(await fluxgate(folder, ['init', ...wanted, '--write'])).toMatchObject({ code: 0 })
      await commit(folder)
      const shown = await fluxgate(folder, ['init', ...wanted, '--write'])
      expect(shown).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('Nothing to write') })
      await expectProven(folder, other?.image ?? '')
    })
  })

  describeWith(['script'], 'in a terminal', () => {
    // Standard input stays open, as a person's does: the program must end by itself.
    async function answered(answer: string): Promise<Ended & { readonly files: readonly string[] }> {
      const folder = await repository()
      const done = join(lab.folder, `${basename(folder)}-done`)
      const command = `timeout --foreground 10 "${process.execPath}" "${join(ROOT, 'dist/cli/index.js')}" init ${installations[2].options} --fluxgate ${PIN}`
      const inside = `${command}; code=$?; touch "${done}"; exit $code`
      const outside = `(printf '${answer}'; for i in $(seq 150); do [ -e "${done}" ] || sleep 0.1; done) | script -qec "$INSIDE" /dev/null`
      const ended = await run(lab, { command: 'sh', args: ['-c', outside], cwd: folder, env: { INSIDE: inside } })
      return { ...ended, files: readdirSync(folder).filter(name => name !== '.git') }
    }

    test('asks, and writes after a yes alone', async () => {
      const yes = await answered('yes\\n')
      expect(yes.stdout).toContain('Type yes: ')
      expect({ code: yes.code, files: yes.files.toSorted() }).toEqual({
        code: 0,
        files: ['.fluxgate.yaml', '.github', 'flux'],
      })
      const no = await answered('no\\n')
      expect(no.stdout).toContain('Nothing was written')
      expect({ code: no.code, files: no.files }).toEqual({ code: 0, files: [] })
    }, 40_000)
  })

  describeWith(['actionlint'], 'its workflows', () => {
    test('pass actionlint', async () => {
      const folder = await repository()
      await fluxgate(folder, ['init', ...(installations[0]?.options.split(' ') ?? []), '--fluxgate', PIN, '--write'])
      const workflows = readdirSync(join(folder, '.github/workflows')).map(name => join('.github/workflows', name))
      expect(workflows).toHaveLength(3)
      const { code, stdout } = await run(lab, {
        command: locate('actionlint') ?? 'actionlint',
        args: workflows,
        cwd: folder,
      })
      expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    })
  })
})
