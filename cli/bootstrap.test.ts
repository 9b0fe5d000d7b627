import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { COMPONENTS } from '../src/cluster/bootstrap-command.js'
import { processExec } from '../src/runner/exec.js'
import { nodeHttp } from '../src/runner/http.js'
import {
  condition,
  controllers,
  gitRepository,
  type KustomizationParts,
  kustomization,
  kustomizations,
  object,
  waitingFor,
} from '../tests/fakes/cluster-objects.js'
import { commandLine } from '../tests/fakes/command-line.js'
import { type GitHubState, gitHubRepository } from '../tests/fakes/github-repository.js'
import { newGit, type RealGit } from '../tests/fakes/real-git.js'
import { silentRunner } from '../tests/fakes/silent-runner.js'
import { temporaryFolder } from '../tests/fakes/temporary-folder.js'
import { type ClusterState, type StandInCluster, standInCluster } from '../tests/lab/stand-in-cluster.js'
import { describeWith } from '../tests/lab/tools.js'
import { copyTree } from '../tests/reference/tree.js'

const root = temporaryFolder()
const TOKEN = 'ghp_secret'
const FLUX = { version: 'v2.9.5' }
const SERVED = ['kustomizations', 'gitrepositories', 'sealedsecrets']
const fresh: ClusterState = { kubernetes: 'v1.34.8+k3s1', isAdmin: true, flux: FLUX }
const installed: ClusterState = { ...fresh, served: SERVED, objects: controllers(COMPONENTS) }
const COMMAND =
  'flux bootstrap github --owner=example --repository=website --branch=master ' +
  '--components-extra=image-reflector-controller,image-automation-controller --read-write-key --path=flux/clusters/production'

function repository(remote = 'git@github.com:example/website.git'): RealGit {
  const git = newGit(root)
  copyTree(git.folder)
  git.run('remote', 'add', 'origin', remote)
  git.commit()
  return git
}

interface World {
  readonly cluster: StandInCluster
  readonly github?: GitHubState
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly git?: RealGit
}

/** Time goes by when somebody waits for it. */
function clockOf() {
  let now = 0
  return {
    now: () => now,
    sleep: async (milliseconds: number) => {
      now += milliseconds
    },
  }
}

async function bootstrap({ cluster, github = {}, env = {}, git = repository() }: World, ...args: readonly string[]) {
  const api = await gitHubRepository({ scopes: 'repo', head: git.run('rev-parse', 'HEAD'), token: TOKEN, ...github })
  const given = { ...cluster.env, GITHUB_TOKEN: TOKEN, GITHUB_API_URL: api.url, ...env }
  const masked: string[] = []
  const { log, logged } = silentRunner()
  const ran = await commandLine(['bootstrap', git.folder, ...args], {
    exec: processExec(given),
    env: given,
    http: nodeHttp(),
    clock: clockOf(),
    log,
    mask: secret => void masked.push(secret),
  })
  const everything = [...logged, ran.printed, ...ran.problems, ...cluster.calls()].join('\n')
  expect(everything).not.toContain(TOKEN)
  if (given.GITHUB_TOKEN) expect(masked).toContain(TOKEN)
  return { ...ran, logged, changed: cluster.calls().filter(call => /^flux bootstrap|apply|create|delete/.test(call)) }
}

const cluster = (state: ClusterState, programs?: readonly ('kubectl' | 'flux')[]) =>
  standInCluster(root, state, programs)

/** A cluster in which Flux runs, with what its Kustomizations are, look by look. */
function following(...looks: readonly Readonly<Record<string, KustomizationParts>>[]): ClusterState {
  return { ...installed, frames: looks.map(look => [gitRepository(), ...kustomizations(look)]) }
}

describeWith(['git'], 'fluxgate bootstrap', () => {
  it('installs Flux, shows how far each Kustomization is, and says what comes next', async () => {
    const world = await cluster({ ...fresh, flux: { ...FLUX, brings: controllers(COMPONENTS) } })
    const looks = [
      {},
      { 'sealed-secrets': { conditions: [condition('Ready', 'Unknown', 'Progressing', 'Running health checks')] } },
    ].map((others, index) => [
      gitRepository(),
      ...(index === 0
        ? [kustomization('flux-system', { path: './flux/clusters/production' })]
        : kustomizations(others)),
    ])
    world.set({
      ...fresh,
      flux: { ...FLUX, brings: controllers(COMPONENTS) },
      frames: [...looks, [gitRepository(), ...kustomizations()]],
    })
    const { code, printed, logged, changed, problems } = await bootstrap({ cluster: world })
    expect(problems).toEqual([])
    expect(changed).toEqual([COMMAND])
    expect(logged).toContain('info:   ✔ all components are healthy')
    const shown = printed.split('\n')
    const lineOf = (text: RegExp) => shown.findIndex(line => text.test(line))
    expect(lineOf(/^✓ flux-system\/flux-system +ready$/)).toBe(0)
    expect(
      lineOf(/^· flux-system\/backend +absent, to come after flux-system\/frontend and flux-system\/ingress$/),
    ).toBe(8)
    expect(lineOf(/^… flux-system\/sealed-secrets +progressing: Running health checks$/)).toBeGreaterThan(8)
    expect(printed).toContain('All 9 Kustomizations are ready.')
    expect(printed).toContain('fluxgate doctor')
    expect(code).toBe(0)
  })

  it('does nothing the second time but look on', async () => {
    const world = await cluster(following({}))
    const { code, logged, changed } = await bootstrap({ cluster: world })
    expect({ code, changed }).toEqual({ code: 0, changed: [] })
    expect(logged).toContain(
      'info: Nothing to install: Flux is there with all components, and follows example/website, master, flux/clusters/production',
    )
  })

  it.each([
    [
      'a component is missing',
      controllers(['source-controller', 'kustomize-controller']),
      /^info: The cluster lacks helm-controller, image-reflector/,
    ],
    [
      'the flux here is newer',
      controllers(COMPONENTS, 'v2.9.1'),
      /^info: The cluster has Flux v2\.9\.1, and the flux here is v2\.9\.5/,
    ],
  ])('runs again where %s', async (_, objects, why) => {
    const world = await cluster({ ...following({}), objects })
    const { code, changed, logged } = await bootstrap({ cluster: world })
    expect({ code, changed }).toEqual({ code: 0, changed: [COMMAND] })
    expect(logged).toContainEqual(expect.stringMatching(why))
  })

  it('prints the exact command without running it, and what it has looked at', async () => {
    const world = await cluster(fresh)
    const { code, printed, changed } = await bootstrap({ cluster: world, github: { ownerType: 'User' } }, '--dry-run')
    expect({ code, changed }).toEqual({ code: 0, changed: [] })
    expect(printed).toContain(`\n  ${COMMAND} --personal\n`)
    expect(printed).toContain('✓ cluster is reached, and runs Kubernetes v1.34.8+k3s1')
    expect(printed).toContain('✓ GITHUB_TOKEN has the scope repo')
    expect(printed).toMatch(
      /in this order: flux-system\/flux-system, .*flux-system\/sealed-secrets, .*flux-system\/backend/,
    )
    expect(printed).toContain('Nothing was changed.')
  })

  it('takes what the options say, another host included', async () => {
    const git = repository('https://github.example.org/team/site')
    const world = await cluster(fresh)
    const { printed } = await bootstrap(
      { cluster: world, git },
      '--dry-run',
      '--owner=example',
      '--repository=website',
      '--hostname=github.example.org',
      '--context=pi cluster',
    )
    expect(printed).toContain("--path=flux/clusters/production --hostname=github.example.org '--context=pi cluster'")
    expect(printed).toContain('? this folder is no checkout of example/website')
    expect(world.calls()).toContainEqual(expect.stringContaining('--context=pi cluster'))
  })

  it('names everything that is missing at once', async () => {
    const world = await cluster(fresh, [])
    const { code, problems, changed } = await bootstrap({ cluster: world, env: { GITHUB_TOKEN: undefined } })
    expect({ code, changed }).toEqual({ code: 1, changed: [] })
    expect(problems.map(problem => problem.split(' | ')[0])).toEqual([
      'flux the program "flux" was not found',
      'kubectl was not found on this machine',
      'GITHUB_TOKEN is not set',
    ])
  })

  it('names faults of cluster, token, branch and tree in one go', async () => {
    const world = await cluster({ kubernetes: 'v1.31.2', isAdmin: false, flux: FLUX })
    const github = { scopes: 'read:org, public_repo', isAdmin: false, keys: 404, branch: 'main' }
    const { problems } = await bootstrap({ cluster: world, github })
    expect(problems.map(problem => problem.split(' | ')[0])).toEqual([
      'cluster runs Kubernetes v1.31.2: Flux 2.9 needs 1.33 or newer',
      'rights in the cluster do not cover everything, and Flux needs a cluster-admin to be installed',
      'GITHUB_TOKEN has the scopes read:org, public_repo, and not repo',
      'GITHUB_TOKEN belongs to somebody who does not administrate example/website, and so may add no deploy key',
      'GITHUB_TOKEN may not see the deploy keys (404: Resource not accessible by personal access token)',
      'branch master is not in the repository',
    ])
  })

  it.each([
    ['is refused', { token: 'another' }, 'GITHUB_TOKEN GitHub does not take it (401: Bad credentials)'],
    [
      'sees no repository',
      { isThere: false },
      'repository example/website is not there, or the token may not see it (404)',
    ],
    [
      'meets a branch without the tree',
      { hasPath: false },
      'flux/clusters/production is not in the repository, on master',
    ],
  ])('says that the token %s', async (_, github, found) => {
    const world = await cluster(fresh)
    const { code, problems } = await bootstrap({ cluster: world, github })
    expect(code).toBe(1)
    expect(problems.map(problem => problem.split(' | ')[0])).toEqual([found])
  })

  it('takes a fine-grained token, of which only reading can be known', async () => {
    const world = await cluster(fresh)
    const { code, printed } = await bootstrap({ cluster: world, github: { scopes: undefined } }, '--dry-run')
    expect(code).toBe(0)
    expect(printed).toContain(
      '? GITHUB_TOKEN is fine-grained, or of an app: whether it may write shows when flux writes',
    )
  })

  it.each([
    [
      'is away',
      {
        unreachable: 'The connection to the server 10.0.0.1:6443 was refused - did you specify the right host or port?',
      },
      /^cluster is not reached: The connection to the server 10\.0\.0\.1:6443 was refused/,
    ],
    [
      'lets nobody in',
      { unreachable: 'error: You must be logged in to the server (Unauthorized)' },
      /^cluster is not reached: error: You must be logged in/,
    ],
    ['gives no rights', { isAdmin: false }, /^rights in the cluster do not cover everything/],
    [
      'follows another repository',
      {
        served: SERVED,
        objects: [gitRepository({ url: 'ssh://git@github.com/other/thing.git' }), ...kustomizations()],
      },
      /^Flux in the cluster follows github\.com\/other\/thing \|/,
    ],
    [
      'follows another path',
      { served: SERVED, objects: [gitRepository(), ...kustomizations({ 'flux-system': { path: './clusters/pi' } })] },
      /^Flux in the cluster follows the path clusters\/pi \|/,
    ],
    [
      'has a newer Flux',
      { served: SERVED, objects: controllers(COMPONENTS, 'v2.10.0') },
      /^Flux in the cluster is v2\.10\.0, newer than the flux v2\.9\.5 here/,
    ],
    [
      'does not show its Flux',
      { served: SERVED, forbidden: ['deployments'] },
      /^Flux in the cluster cannot be looked at: Error from server \(Forbidden\)/,
    ],
  ])('runs nothing in a cluster that %s', async (_, state, problem) => {
    const world = await cluster({ ...fresh, ...state })
    const { code, problems, changed } = await bootstrap({ cluster: world })
    expect({ code, changed }).toEqual({ code: 1, changed: [] })
    expect(problems).toEqual([expect.stringMatching(problem)])
  })

  it('refuses a Flux that is too old for the tree', async () => {
    const world = await cluster({ ...fresh, flux: { version: 'v2.6.4' } })
    const { problems } = await bootstrap({ cluster: world })
    expect(problems).toEqual([
      expect.stringMatching(/^flux 2\.6 does not serve Image\w+ flux-system\/\w+ in .*image\.toolkit\.fluxcd\.io\/v1 /),
    ])
  })

  it('wants the commits of the tree to be pushed', async () => {
    const git = repository()
    const head = git.run('rev-parse', 'HEAD')
    git.commit({ 'flux/clusters/production/frontend/service.yaml': '# changed\n' })
    const { problems } = await bootstrap({ cluster: await cluster(fresh), git, github: { head } })
    expect(problems).toEqual([
      expect.stringMatching(/^flux\/clusters\/production here has commits that master has not \|/),
    ])
  })

  it('says how far flux had come when it fails', async () => {
    const fails = {
      after: 'reconciled components',
      words: 'Post "https://api.github.com/repos/example/website/keys": 404 Not Found',
    }
    const world = await cluster({ ...fresh, flux: { ...FLUX, fails } })
    const { code, problems, printed } = await bootstrap({ cluster: world })
    expect({ code, printed }).toEqual({ code: 1, printed: '' })
    expect(problems).toEqual([
      expect.stringMatching(
        /^flux bootstrap failed with exit code 1: Post .* 404 Not Found \| It had got as far as "reconciled components"/,
      ),
    ])
  })

  it('stops waiting at secrets that no key of the cluster opens, and says how to seal them', async () => {
    const secret = object('bitnami.com/v1alpha1', 'SealedSecret', 'website/vm-ssh-key', {
      status: { conditions: [condition('Synced', 'False', '', 'no key could decrypt secret (id_ed25519)')] },
    })
    const failed = {
      'sealed-secrets': {
        conditions: [
          condition(
            'Ready',
            'False',
            'HealthCheckFailed',
            "health check failed: [SealedSecret/website/vm-ssh-key status: 'Failed']",
          ),
        ],
        entries: ['website_vm-ssh-key_bitnami.com_SealedSecret'],
      },
      frontend: waitingFor('sealed-secrets'),
      ingress: waitingFor('frontend'),
      backend: waitingFor('frontend'),
      'image-automation': waitingFor('sealed-secrets'),
      notifications: waitingFor('sealed-secrets'),
    }
    const state = following(failed)
    const world = await cluster({ ...state, objects: [...(state.objects ?? []), secret] })
    const { code, printed } = await bootstrap({ cluster: world })
    expect(code).toBe(1)
    expect(printed).toContain('3 of 9 Kustomizations are ready. What hangs:')
    expect(printed).toContain('  flux-system/sealed-secrets is failed (HealthCheckFailed): health check failed')
    expect(printed).toContain('    SealedSecret website/vm-ssh-key: no key of this cluster opens it')
    expect(printed).toContain('  flux-system/backend waits for flux-system/frontend and flux-system/ingress')
    expect(printed).toContain('fluxgate seal fetch')
    expect(world.calls().filter(call => call.includes('kustomizations.kustomize.toolkit.fluxcd.io -A'))).toHaveLength(1)
  })

  it('gives up when the time is over, and names the one that never got ready and why', async () => {
    const slow = {
      frontend: { conditions: [condition('Ready', 'Unknown', 'Progressing', 'Running health checks for revision x')] },
      ingress: waitingFor('frontend'),
      backend: waitingFor('frontend'),
    }
    const { code, printed } = await bootstrap({ cluster: await cluster(following(slow)) }, '--timeout', '10s')
    expect(code).toBe(1)
    expect(printed).toContain('6 of 9 Kustomizations are ready, after 10s. What hangs:')
    expect(printed).toContain(
      '  flux-system/frontend is progressing (Progressing): Running health checks for revision x',
    )
  })

  it('goes on looking when one that failed may still come right', async () => {
    const failed = {
      frontend: { conditions: [condition('Ready', 'False', 'HealthCheckFailed', 'timeout waiting for: [Deployment]')] },
      ingress: waitingFor('frontend'),
      backend: waitingFor('frontend'),
    }
    const { code, printed } = await bootstrap({ cluster: await cluster(following(failed, failed, {})) })
    expect(code).toBe(0)
    expect(printed).toMatch(/✗ flux-system\/frontend +failed: timeout waiting for/)
  })

  it.each([
    [
      'stalled',
      {
        conditions: [
          condition('Stalled', 'True', 'InvalidCELExpression', 'no such field'),
          condition('Ready', 'False', 'InvalidCELExpression', 'no such field'),
        ],
      },
      'flux-system/ingress is stalled (InvalidCELExpression): no such field',
    ],
    ['suspended', { isSuspended: true }, 'flux resume kustomization ingress -n flux-system'],
  ])('does not wait for one that is %s', async (_, ingress, said) => {
    const world = await cluster(following({ ingress, backend: waitingFor('ingress') }))
    const { code, printed } = await bootstrap({ cluster: world })
    expect(code).toBe(1)
    expect(printed).toContain(said)
    expect(world.calls().filter(call => call.includes('kustomizations.kustomize.toolkit.fluxcd.io -A'))).toHaveLength(1)
  })

  it('says why the source gives nothing, and that a Kustomization is behind its source', async () => {
    const fault = 'failed to checkout and determine revision: unable to list remote: ssh: handshake failed'
    const world = await cluster({
      ...installed,
      frames: [
        [
          gitRepository({ revision: '', fault }),
          kustomization('flux-system', {
            path: './flux/clusters/production',
            conditions: [condition('Ready', 'False', 'ArtifactFailed', 'Source artifact not found, retrying in 30s')],
          }),
        ],
      ],
    })
    const { printed } = await bootstrap({ cluster: world }, '--timeout', '4s')
    expect(printed).toContain(`GitRepository flux-system/flux-system: ${fault}`)
    const behind = await bootstrap(
      { cluster: await cluster(following({ frontend: { revision: 'master@sha1:0' } })) },
      '--timeout=4s',
    )
    expect(behind.printed).toContain(
      'flux-system/frontend is progressing (ReconciliationSucceeded): at master@sha1:0, and its source is at master@sha1:1111',
    )
  })

  it.each([
    [['--timeout', 'soon'], 'option --timeout is "soon": expected a time such as 90s, 15m or 1h'],
    [['--dryrun'], 'unknown option --dryrun'],
    [['--dry-run=yes'], 'option --dry-run: "yes" is no truth value'],
    [
      ['--hostname=https://github.example.org'],
      'option --hostname is "https://github.example.org": expected a host alone',
    ],
    [['--hostname=github.example.org'], 'the git remote "origin" is at github.com, and not at github.example.org'],
  ])('refuses %j as a wrong command line', async (args, message) => {
    const { code, problems } = await bootstrap({ cluster: await cluster(fresh) }, ...args)
    expect(code).toBe(2)
    expect(problems[0]).toContain(message)
  })

  it('names the trees that there are when none is at the path', async () => {
    const world = await cluster(fresh)
    const { code, printed } = await bootstrap({ cluster: world }, '--dry-run', '--path=clusters/pi')
    expect(code).toBe(1)
    expect(printed).toContain('✗ clusters/pi here has no flux-system/gotk-sync.yaml')
    expect(printed).toContain('Name the one that is meant with --path: flux/clusters/production\n')
  })

  it('sends the token to no host that nobody has named', async () => {
    const world = await cluster(fresh)
    const git = repository('https://gitlab.example.org/example/website.git')
    const { code, problems } = await bootstrap({ cluster: world, git })
    expect({ code, problems }).toEqual({
      code: 2,
      problems: [
        'the git remote "origin" is at gitlab.example.org, and not at github.com | If that is a GitHub Enterprise: --hostname gitlab.example.org',
      ],
    })
  })

  it('says of what is not there yet that it waits for the Kustomization of the bootstrap', async () => {
    const conditions = [
      condition('Stalled', 'True', 'InvalidURL', 'no such path'),
      condition('Ready', 'False', 'x', 'x'),
    ]
    const root = kustomization('flux-system', { path: './flux/clusters/production', conditions })
    const { printed } = await bootstrap({ cluster: await cluster({ ...installed, frames: [[gitRepository(), root]] }) })
    expect(printed).toContain(
      '0 of 9 Kustomizations are ready. What hangs:\n  flux-system/flux-system is stalled (InvalidURL): no such path\n  flux-system/namespaces waits for flux-system/flux-system\n',
    )
  })

  it('knows its repository by the address that SSH has over port 443', async () => {
    const url = 'ssh://git@ssh.github.com:443/Example/website.git'
    const state = following({})
    const frames = state.frames?.map(objects => [gitRepository({ url }), ...objects.slice(1)]) ?? []
    const { code, changed } = await bootstrap({ cluster: await cluster({ ...state, frames }) })
    expect({ code, changed }).toEqual({ code: 0, changed: [] })
  })

  it('says what cannot be told outside of a checkout', async () => {
    const { env } = await cluster(fresh)
    const { code, problems } = await commandLine(['bootstrap', join(root)], { exec: processExec(env), env })
    expect({ code, problems }).toEqual({
      code: 2,
      problems: [
        expect.stringMatching(
          /^--owner, --repository, --branch cannot be told from .*: there is no git remote "origin" \| Give --owner and/,
        ),
      ],
    })
  })
})
