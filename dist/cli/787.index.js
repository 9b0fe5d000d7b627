export const id = 787;
export const ids = [787];
export const modules = {

/***/ 5787:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bootstrapCommand: () => (/* binding */ bootstrapCommand)
});

// EXTERNAL MODULE: ./src/flux/api.ts + 1 modules
var api = __webpack_require__(2975);
// EXTERNAL MODULE: ./src/github/address.ts
var github_address = __webpack_require__(7267);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/printable.ts
var printable = __webpack_require__(5260);
// EXTERNAL MODULE: ./src/registry/transient.ts
var registry_transient = __webpack_require__(4925);
;// CONCATENATED MODULE: ./src/github/ask.ts



const TIMEOUT = 20_000;
/** @param api as apiAddress gives it */
function openGitHub(http, api, token, signal) {
    return async (path) => {
        try {
            return readAnswer(await http({
                method: 'GET',
                url: `${api}${path}`,
                headers: {
                    accept: 'application/vnd.github+json',
                    authorization: `Bearer ${token}`,
                    'user-agent': 'fluxgate',
                    'x-github-api-version': '2022-11-28',
                },
                timeout: TIMEOUT,
                signal,
            }));
        }
        catch (error) {
            signal.throwIfAborted();
            const code = (0,registry_transient/* systemCode */.xU)(error);
            if (code === undefined)
                throw error;
            return { status: 0, headers: {}, body: undefined, words: code };
        }
    };
}
function readAnswer({ status, headers, body }) {
    const parsed = (0,json/* parseJson */.qF)(new TextDecoder().decode(body));
    return { status, headers, body: parsed, words: (0,printable/* printableLine */.oy)((0,json/* textMember */.SA)(parsed, 'message') ?? '') };
}

// EXTERNAL MODULE: ./src/cluster/check.ts
var check = __webpack_require__(3210);
;// CONCATENATED MODULE: ./src/github/bootstrap-rights.ts


const MAKE_TOKEN = 'Give GITHUB_TOKEN a classic token with the scope repo, or a fine-grained one for this repository with Administration and Contents: read and write';
/** Whether `flux bootstrap github` could do its work with a token: as far as reading tells. */
async function bootstrapRights(ask, wanted) {
    const { owner, repository, branch, path } = wanted;
    const name = `${owner}/${repository}`;
    const root = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repository)}`;
    const found = await ask(root);
    const refusal = refusalOf(found, name);
    if (refusal !== undefined)
        return { checks: [refusal], isPersonal: undefined, head: undefined };
    const at = path.split('/').map(encodeURIComponent).join('/');
    const [keys, head, folder] = await Promise.all([
        ask(`${root}/keys?per_page=1`),
        ask(`${root}/branches/${encodeURIComponent(branch)}`),
        ask(`${root}/contents/${path === '.' ? '' : at}?ref=${encodeURIComponent(branch)}`),
    ]);
    const type = (0,json/* textMember */.SA)((0,json/* member */.Dc)(found.body, 'owner'), 'type');
    return {
        checks: [
            scopeCheck(found),
            roleCheck(found, name),
            keysCheck(keys),
            (0,check.ok)(`repository ${name}`, (0,json/* member */.Dc)(found.body, 'private') === true ? 'is there, and private' : 'is there, and public'),
            ...branchChecks(head, folder, wanted),
        ].flatMap(check => check ?? []),
        isPersonal: type === undefined ? undefined : type === 'User',
        head: head.status === 200 ? (0,json/* textMember */.SA)((0,json/* member */.Dc)(head.body, 'commit'), 'sha') : undefined,
    };
}
/** Why nothing else can be asked; undefined when it can. */
function refusalOf(answer, name) {
    const said = `${answer.status}${answer.words === '' ? '' : `: ${answer.words}`}`;
    switch (answer.status) {
        case 200:
            return undefined;
        case 0:
            return (0,check/* broken */.m)('GitHub', `its API cannot be reached (${answer.words})`, 'Check the network, and GITHUB_API_URL');
        case 401:
            return (0,check/* broken */.m)('GITHUB_TOKEN', `GitHub does not take it (${said})`, MAKE_TOKEN);
        case 301:
        case 307:
            return (0,check/* broken */.m)(`repository ${name}`, 'has been renamed or moved', 'Give its new name with --owner and --repository');
        case 404:
            return (0,check/* broken */.m)(`repository ${name}`, 'is not there, or the token may not see it (404)', 'Create it and push the tree, or choose it for the token');
        default:
            return (0,check/* broken */.m)(`repository ${name}`, `GitHub does not show it (${said})`, 'See what GitHub says, and the token’s single sign-on');
    }
}
/** A classic token says what it may; a fine-grained one does not. */
function scopeCheck({ headers, body }) {
    const header = headers['x-oauth-scopes'];
    if (header === undefined) {
        return (0,check/* unknown */.L)('GITHUB_TOKEN', 'is fine-grained, or of an app: whether it may write shows when flux writes');
    }
    const scopes = header.split(',').map(scope => scope.trim());
    const isEnough = scopes.includes('repo') || (scopes.includes('public_repo') && (0,json/* member */.Dc)(body, 'private') === false);
    if (isEnough)
        return (0,check.ok)('GITHUB_TOKEN', `has the scope ${scopes.includes('repo') ? 'repo' : 'public_repo'}`);
    return (0,check/* broken */.m)('GITHUB_TOKEN', `has the scopes ${header.trim() || 'of nothing'}, and not repo`, MAKE_TOKEN);
}
function roleCheck({ body }, name) {
    const admin = (0,json/* valueAt */.fK)(body, ['permissions', 'admin']);
    if (admin !== false)
        return undefined;
    return (0,check/* broken */.m)('GITHUB_TOKEN', `belongs to somebody who does not administrate ${name}, and so may add no deploy key`, 'Use the token of an administrator of the repository');
}
function keysCheck({ status, words }) {
    if (status === 200)
        return undefined;
    if (status === 403 || status === 404) {
        return (0,check/* broken */.m)('GITHUB_TOKEN', `may not see the deploy keys (${status}: ${words})`, MAKE_TOKEN);
    }
    return (0,check/* unknown */.L)('GITHUB_TOKEN', `whether it may see the deploy keys is not known (${status}: ${words})`);
}
function branchChecks(head, folder, { branch, path }) {
    const push = 'Push the tree first: flux would start from an empty folder';
    if (head.status === 404)
        return [(0,check/* broken */.m)(`branch ${branch}`, 'is not in the repository', `${push}. Or name it with --branch`)];
    if (folder.status === 404)
        return [(0,check/* broken */.m)(path, `is not in the repository, on ${branch}`, `${push}. Or name it with --path`)];
    if (head.status !== 200 || folder.status !== 200) {
        const { status, words } = head.status === 200 ? folder : head;
        return [(0,check/* unknown */.L)(`branch ${branch}`, `GitHub does not show it (${status}: ${words})`)];
    }
    return [(0,check.ok)(path, `is there, on ${branch}`)];
}

// EXTERNAL MODULE: ./src/cluster/bootstrap-command.ts
var bootstrap_command = __webpack_require__(1168);
// EXTERNAL MODULE: ./src/cluster/installed-flux.ts
var installed_flux = __webpack_require__(8718);
// EXTERNAL MODULE: ./src/cluster/versions.ts
var versions = __webpack_require__(1865);
;// CONCATENATED MODULE: ./src/cluster/bootstrap-need.ts





/** @param flux the command line that would do it; undefined when it is not known */
function bootstrapNeed({ sync, components, version, manager }, request, flux) {
    const conflicts = [];
    const conflict = (found, remedy) => conflicts.push((0,check/* broken */.m)('Flux in the cluster', found, remedy));
    if (manager !== undefined) {
        conflict(`is managed by ${manager}`, `Take it away with ${manager}, or leave it to ${manager} and set the sync up there`);
    }
    const address = `${request.host}/${request.owner}/${request.repository}`;
    if (sync !== undefined && !isSameRepository(sync.address, request)) {
        conflict(`follows ${sync.address}`, `flux uninstall, or choose another cluster, before it follows ${address}`);
    }
    else if (sync !== undefined && sync.path !== request.path) {
        conflict(`follows the path ${sync.path}`, 'Give that one with --path, or flux uninstall first');
    }
    if (version !== undefined && flux !== undefined && (0,versions/* compareVersions */.Zy)(flux, version) < 0) {
        conflict(`is ${version.text}, newer than the flux ${flux.text} here, which would take it back`, 'Install that flux here');
    }
    if (conflicts.length > 0)
        return { kind: 'conflict', checks: conflicts };
    if (sync === undefined && components.length === 0)
        return { kind: 'run', why: ['has no Flux yet'] };
    const why = [];
    if (sync === undefined)
        why.push(`has Flux's controllers, and no Kustomization ${installed_flux/* FLUX_NAMESPACE */.eN}/${installed_flux/* FLUX_NAMESPACE */.eN}`);
    else if (sync.branch !== request.branch)
        why.push(`follows the branch ${sync.branch ?? 'of nobody'}`);
    const missing = bootstrap_command/* COMPONENTS */.$j.filter(component => !components.includes(component));
    if (missing.length > 0)
        why.push(`lacks ${missing.join(', ')}`);
    if (version !== undefined && flux !== undefined && (0,versions/* compareVersions */.Zy)(flux, version) > 0) {
        why.push(`has Flux ${version.text}, and the flux here is ${flux.text}`);
    }
    return why.length === 0 ? { kind: 'none' } : { kind: 'run', why };
}
/** An Enterprise may have another host for SSH, as github.com has. */
function isSameRepository(followed, { host, owner, repository }) {
    const address = (0,github_address/* gitHubAddress */.C)(followed);
    const isSame = `${address?.owner}/${address?.name}`.toLowerCase() === `${owner}/${repository}`.toLowerCase();
    return isSame && (address?.host === host || host !== 'github.com');
}

// EXTERNAL MODULE: ./src/cluster/cluster-checks.ts
var cluster_checks = __webpack_require__(9668);
// EXTERNAL MODULE: ./src/cluster/expected-rollout.ts
var expected_rollout = __webpack_require__(2468);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
;// CONCATENATED MODULE: ./src/cluster/flux-program.ts





const INSTALL = 'Install the flux command line: https://fluxcd.io/flux/installation/';
/** The installed command line of Flux. */
async function fluxProgram({ exec, signal }) {
    try {
        const { code, stdout, stderr } = await exec({
            command: 'flux',
            args: ['version', '--client', '-o', 'json'],
            signal,
        });
        const version = (0,versions/* parseVersion */.ot)((0,json/* textMember */.SA)((0,json/* parseJson */.qF)(stdout), 'flux') ?? '');
        if (version?.major === 2)
            return { check: (0,check.ok)('flux', `${version.text} is installed`), version };
        const said = (0,printable/* printableLine */.oy)(version?.text ?? (stderr || stdout));
        return {
            check: (0,check/* broken */.m)('flux', `does not say which Flux 2 it is (exit code ${code}: ${said})`, INSTALL),
            version: undefined,
        };
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        return { check: (0,check/* broken */.m)('flux', (0,errors/* messageOf */.bD)(error).split('. ')[0] ?? '', INSTALL), version: undefined };
    }
}

// EXTERNAL MODULE: ./src/cluster/kubectl.ts
var cluster_kubectl = __webpack_require__(9812);
;// CONCATENATED MODULE: ./src/cluster/pushed-tree.ts

/**
 * Whether what lies below a path of a work tree is what the repository has. Flux takes the latter.
 *
 * @param head the commit at the head of the branch, undefined when it is not known
 */
async function pushedCheck(git, path, branch, head) {
    const subject = `${path} here`;
    const push = 'What is not pushed, Flux does not see: git push';
    const uncommitted = await git.ask('status', '--porcelain', '--', path);
    if (uncommitted === undefined)
        return (0,check/* unknown */.L)(subject, 'is in no git repository');
    if (uncommitted.trim() !== '')
        return (0,check/* unknown */.L)(subject, 'has changes that are not committed', push);
    if (head === undefined)
        return (0,check/* unknown */.L)(subject, `cannot be compared with what is pushed to ${branch}: GitHub has not said what that is`);
    if ((await git.ask('cat-file', '-e', `${head}^{commit}`)) === undefined) {
        return (0,check/* unknown */.L)(subject, `lacks the newest commit of ${branch}`, 'git pull');
    }
    const isSame = (await git.ask('diff', '--quiet', head, 'HEAD', '--', path)) !== undefined;
    if (isSame)
        return (0,check.ok)(subject, `is what ${branch} has`);
    const isBehind = (await git.ask('merge-base', '--is-ancestor', 'HEAD', head)) !== undefined;
    return isBehind
        ? (0,check/* unknown */.L)(subject, `is older than what ${branch} has`, 'git pull')
        : (0,check/* broken */.m)(subject, `has commits that ${branch} has not`, push);
}

;// CONCATENATED MODULE: ./src/cluster/bootstrap-checks.ts












/** Looks at everything that a bootstrap needs, and gives up at nothing: what is missing is named in one go. */
async function bootstrapChecks(target, kubectl, runner) {
    const { request, git } = target;
    const [flux, granted] = await Promise.all([fluxProgram(runner), rightsAtGitHub(request, runner)]);
    const { check: kubernetes, isReached } = await (0,cluster_checks/* kubernetesCheck */.lt)(kubectl, flux.version?.minor ?? api/* newestFluxMinor */.$t);
    const installed = isReached ? await (0,installed_flux/* installedFlux */.UU)(kubectl) : undefined;
    const need = installed === undefined || (0,cluster_kubectl/* isSilent */.e)(installed) ? undefined : bootstrapNeed(installed, request, flux.version);
    const checks = [
        flux.check,
        ...(kubernetes.subject === 'kubectl' ? [] : [(0,check.ok)('kubectl', 'is installed')]),
        kubernetes,
        ...(isReached ? [(await (0,cluster_checks/* rightsCheck */.cU)(kubectl)) ?? []].flat() : []),
        ...(installed !== undefined && (0,cluster_kubectl/* isSilent */.e)(installed)
            ? [
                (0,check/* broken */.m)('Flux in the cluster', `cannot be looked at: ${installed.why}`, 'Use the kubeconfig of a cluster-admin'),
            ]
            : []),
        ...(need?.kind === 'conflict' ? need.checks : []),
        ...granted.checks,
        ...(await treeChecks(target, git, granted.head, flux.version)),
    ];
    return { checks, need, isPersonal: granted.isPersonal };
}
async function rightsAtGitHub({ host, owner, repository, branch, path }, { http, env, signal }) {
    const { GITHUB_TOKEN: token, GITHUB_API_URL: api } = env;
    if (token)
        return bootstrapRights(openGitHub(http, (0,github_address/* apiAddress */.z)(host, api), token, signal), { owner, repository, branch, path });
    const missing = (0,check/* broken */.m)('GITHUB_TOKEN', 'is not set', 'Put a token into the environment: a classic one with the scope repo, or a fine-grained one for this repository with Administration and Contents: read and write');
    return { checks: [missing], isPersonal: undefined, head: undefined };
}
async function treeChecks({ inventory, cluster, isHere, request }, git, head, flux) {
    const { path, branch } = request;
    if (!isHere)
        return [(0,check/* unknown */.L)('this folder', `is no checkout of ${request.owner}/${request.repository}`)];
    if (cluster === undefined) {
        const others = (0,expected_rollout/* clusterPaths */.bo)(inventory);
        const next = others.length === 0
            ? 'Write it with fluxgate init, or name another one with --path'
            : `Name the one that is meant with --path: ${others.join(', ')}`;
        return [
            (0,check/* broken */.m)(`${path} here`, 'has no flux-system/gotk-sync.yaml, so it is no tree that a cluster could follow', next),
        ];
    }
    const unserved = flux && (0,expected_rollout/* unservedIn */.kf)(inventory, cluster, flux.minor);
    return [
        await pushedCheck(git, path, branch, head),
        ...(unserved === undefined
            ? []
            : [(0,check/* broken */.m)('flux', `2.${flux?.minor} does not serve ${unserved}`, 'Install the Flux that the tree is for')]),
    ];
}

// EXTERNAL MODULE: ./src/cluster/live-object.ts
var live_object = __webpack_require__(9032);
// EXTERNAL MODULE: ./src/cluster/rollout.ts
var rollout = __webpack_require__(2543);
// EXTERNAL MODULE: ./src/cluster/unopened-secrets.ts
var unopened_secrets = __webpack_require__(5718);
;// CONCATENATED MODULE: ./src/cluster/follow-rollout.ts




/** Looks on until every Kustomization is ready, or nothing will change any more, or the time is up. */
async function followRollout(following) {
    const { clock, signal, timeout, pause } = following;
    const until = clock.now() + timeout;
    let last = { end: 'lost', rows: [], unopened: new Map(), silence: undefined };
    for (;;) {
        const seen = await look(following);
        // One answer that does not come is no end: a small API server is busy while it starts everything.
        last = (0,cluster_kubectl/* isSilent */.e)(seen) ? { ...last, end: 'lost', silence: seen } : seen;
        if (last.silence === undefined)
            following.onRows(last.rows);
        if (last.end === 'ready' || last.end === 'held' || clock.now() + pause > until)
            return last;
        await clock.sleep(pause, signal);
    }
}
async function look({ kubectl, expected }) {
    const [kustomizations, sources] = await Promise.all([
        kubectl.json('get', 'kustomizations.kustomize.toolkit.fluxcd.io', '-A'),
        kubectl.json('get', 'gitrepositories.source.toolkit.fluxcd.io', '-A'),
    ]);
    if ((0,cluster_kubectl/* isSilent */.e)(kustomizations))
        return kustomizations;
    const objects = kustomizations.state === 'found' ? (0,live_object/* liveObjects */.ZE)(kustomizations.value) : [];
    const known = new Set(expected.map(({ id }) => id));
    const more = (0,rollout/* expectedOf */.EX)(objects.filter(object => isOfBootstrap(object) && !known.has((0,live_object/* idOf */.TH)(object))));
    const rows = (0,rollout/* rolloutRows */.JR)([...expected, ...more], objects, sources.state === 'found' ? (0,live_object/* liveObjects */.ZE)(sources.value) : []);
    const unopened = await unopenedBelow(objects.filter(object => rows.some(({ id, state }) => state === 'failed' && id === (0,live_object/* idOf */.TH)(object))), kubectl);
    return { end: endOf(rows, unopened), rows, unopened, silence: undefined };
}
/** Whether the Kustomization of a bootstrap has brought it. */
function isOfBootstrap(object) {
    return (0,live_object/* labelOf */.Wy)(object, 'kustomize.toolkit.fluxcd.io/name') === 'flux-system';
}
async function unopenedBelow(failed, kubectl) {
    if (failed.length === 0)
        return new Map();
    const answer = await kubectl.json('get', 'sealedsecrets.bitnami.com', '-A');
    const secrets = answer.state === 'found' ? (0,live_object/* liveObjects */.ZE)(answer.value) : [];
    const found = failed.map(object => [(0,live_object/* idOf */.TH)(object), (0,unopened_secrets/* unopenedSecrets */.S)(object, secrets)]);
    return new Map(found.filter(([, names]) => names.length > 0));
}
function endOf(rows, unopened) {
    if (rows.every(({ state }) => state === 'ready'))
        return rows.length === 0 ? 'timeout' : 'ready';
    const isFinal = ({ id, state }) => state === 'stalled' || state === 'suspended' || unopened.has(id);
    // While anything else goes on, there is something to look at.
    return (0,rollout/* blockers */.mN)(rows).every(isFinal) ? 'held' : 'timeout';
}

// EXTERNAL MODULE: ./src/flux/go/duration.ts
var duration = __webpack_require__(3120);
// EXTERNAL MODULE: ./cli/bootstrap-report.ts
var bootstrap_report = __webpack_require__(1064);
// EXTERNAL MODULE: ./cli/bootstrap-target.ts
var bootstrap_target = __webpack_require__(8923);
// EXTERNAL MODULE: ./cli/command.ts
var command = __webpack_require__(6314);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./cli/rollout-table.ts


const SIGNS = {
    ready: '✓',
    progressing: '…',
    waiting: '·',
    failed: '✗',
    stalled: '✗',
    suspended: '?',
    absent: '·',
};
const COLOURS = {
    ready: 'green',
    progressing: 'cyan',
    waiting: 'dim',
    failed: 'red',
    stalled: 'red',
    suspended: 'yellow',
    absent: 'dim',
};
/** Drawn over itself where the screen is a terminal that can move its cursor; elsewhere a line for each change. */
function rolloutTable(print, screen, canRedraw) {
    const { width } = screen;
    let drawn = [];
    let before = new Map();
    const paint = (row, text) => screen.colour ? (0,external_node_util_.styleText)(COLOURS[row.state], text, { validateStream: false }) : text;
    return {
        show(rows) {
            const longest = Math.max(0, ...rows.map(({ id }) => id.length));
            const lines = rows.map(row => {
                const text = `${SIGNS[row.state]} ${row.id.padEnd(longest)}  ${row.state}${detailOf(row)}`;
                // A line that is wrapped counts as two when the cursor goes up.
                return paint(row, canRedraw && width !== undefined ? (0,printable/* shortened */.vI)(text, width - 1) : text);
            });
            if (canRedraw) {
                if (lines.join('\n') === drawn.join('\n'))
                    return;
                const up = drawn.length === 0 ? '' : `\u001b[${drawn.length}A\u001b[J`;
                print(`${up}${lines.map(line => `${line}\n`).join('')}`);
                drawn = lines;
                return;
            }
            const now = new Map(rows.map((row, index) => [row.id, lines[index] ?? '']));
            for (const [id, line] of now)
                if (before.get(id) !== line)
                    print(`${line}\n`);
            before = now;
        },
    };
}
function detailOf({ state, after, message }) {
    if (state === 'ready')
        return '';
    if (state === 'absent' && after.length > 0)
        return `, to come after ${after.join(' and ')}`;
    return message === '' ? '' : `: ${(0,printable/* printableLine */.oy)(message)}`;
}

;// CONCATENATED MODULE: ./cli/bootstrap.ts











const bootstrap_TIMEOUT = '15m';
const WOULD_RUN = 'Would be run, with GITHUB_TOKEN from the environment:';
const BLOCKED = 'Nothing would be run. What would be, once what is missing is there:';
/** Milliseconds between two looks at the cluster. */
const PAUSE = 2_000;
const OPTIONS = [
    {
        name: 'owner',
        value: 'NAME',
        description: 'The owner of the repository; that of the git remote "origin" unless told',
    },
    { name: 'repository', value: 'NAME', description: 'The repository at GitHub; that of "origin" unless told' },
    {
        name: 'branch',
        value: 'NAME',
        description: "What the cluster follows; the branch of the tree's gotk-sync.yaml unless told",
    },
    { name: 'path', value: 'PATH', description: 'The tree, from the root of the repository', default: bootstrap_target/* DEFAULT_PATH */.OM },
    { name: 'personal', description: 'The owner is a person; needed only where GitHub does not say' },
    {
        name: 'hostname',
        value: 'HOST',
        description: 'The host of a GitHub Enterprise, to which the token may be sent; github.com unless told',
    },
    { name: 'context', value: 'NAME', description: "The kubeconfig's context; the current one unless told" },
    { name: 'timeout', value: 'TIME', description: 'How long the Kustomizations may take in all', default: bootstrap_TIMEOUT },
    { name: 'dry-run', description: 'Check everything, and print what would be run; nothing is changed' },
];
const bootstrapCommand = {
    options: OPTIONS,
    help: () => (0,command/* helpText */.BK)('fluxgate bootstrap [DIR] [OPTIONS]', 'Installs Flux in a cluster and has it follow a tree of a GitHub repository. First it names everything that is missing: flux, kubectl, the cluster, the token in GITHUB_TOKEN, the repository, the tree. Then it runs flux bootstrap github and waits for the Kustomizations, in their order. Where that has been done before, it only waits. Exit code 1 when something is missing, or a Kustomization is not ready in the end.', OPTIONS, [
        'fluxgate bootstrap --dry-run',
        'fluxgate bootstrap',
        'fluxgate bootstrap --owner example --repository website --branch master --timeout 30m',
    ]),
    async run(args, terminal) {
        const { runner, print } = terminal;
        const { GITHUB_TOKEN: token } = runner.env;
        if (token)
            runner.mask(token);
        const given = (0,command/* parseArguments */.We)(args, OPTIONS, 1);
        const timeout = given.get('timeout') ?? bootstrap_TIMEOUT;
        const seconds = (0,duration/* goDuration */.L)(timeout);
        if (seconds === undefined) {
            throw (0,command/* wrongUsage */.xY)(`option --timeout is ${JSON.stringify(timeout)}: expected a time such as 90s, 15m or 1h`);
        }
        const target = await (0,bootstrap_target/* bootstrapTarget */.ei)(given, runner);
        const kubectl = (0,cluster_kubectl/* openKubectl */.x)(runner, given.get('context'));
        const asked = requestOf(target, given, given.get('personal') === 'true');
        const preflight = await bootstrapChecks({ ...target, request: asked }, kubectl, runner);
        const request = { ...asked, isPersonal: preflight.isPersonal ?? asked.isPersonal };
        const expected = target.cluster === undefined ? [] : (0,expected_rollout/* expectedRollout */.Cf)(target.inventory, target.cluster);
        const { checks } = preflight;
        if (given.get('dry-run') === 'true') {
            const screen = { colour: terminal.screen.colour };
            print(`${checks.flatMap(check => (0,bootstrap_report/* checkLines */.Wb)(check, screen)).join('\n')}\n\n`);
            print(planText(preflight, request, expected.map(({ id }) => id), timeout));
            return checks.some(({ state }) => state === 'broken') ? 1 : 0;
        }
        for (const check of checks) {
            if (check.state !== 'broken')
                for (const line of (0,bootstrap_report/* checkLines */.Wb)(check, { colour: false }))
                    runner.log.info(line);
        }
        (0,errors/* throwAll */.Kx)((0,bootstrap_report/* problemsOf */.GW)(checks));
        const where = `${request.owner}/${request.repository}, ${request.branch}, ${request.path}`;
        if (preflight.need?.kind === 'run') {
            runner.log.info(`The cluster ${preflight.need.why.join(', and ')}: flux bootstrap runs`);
            await runFlux(request, runner);
            runner.log.info(`Flux is installed, and follows ${where}`);
        }
        else {
            runner.log.info(`Nothing to install: Flux is there with all components, and follows ${where}`);
        }
        runner.log.info(`Waiting for the Kustomizations, at most ${timeout}`);
        const followed = await waitFor(terminal, { kubectl, expected, timeout: seconds * 1000 });
        print(`\n${(0,bootstrap_report/* followedText */.O1)(followed, timeout, `${request.owner}/${request.repository}`)}`);
        return followed.end === 'ready' ? 0 : 1;
    },
};
function requestOf(target, given, isPersonal) {
    const { host, owner, repository, branch, path } = target;
    return { host, owner, repository, branch, path, isPersonal, context: given.get('context') };
}
function planText({ need, checks }, request, order, timeout) {
    const command = `  ${(0,bootstrap_report/* shellCommand */.q$)('flux', (0,bootstrap_command/* bootstrapArguments */.rW)(request))}`;
    return [
        ...(need?.kind === 'none'
            ? ['Nothing would be installed: Flux is there with all components, and follows this tree.']
            : [checks.some(({ state }) => state === 'broken') ? BLOCKED : WOULD_RUN, command]),
        '',
        `Then, until all are ready, and at most ${timeout}:`,
        '  kubectl get kustomizations.kustomize.toolkit.fluxcd.io -A -o json',
        ...(order.length === 0 ? [] : [`  in this order: ${order.join(', ')}`]),
        'Nothing was changed.',
        '',
    ].join('\n');
}
/** @throws UserError when flux fails */
async function runFlux(request, { exec, log, signal }) {
    let last = '';
    const said = [];
    try {
        const { code } = await exec({
            command: 'flux',
            args: (0,bootstrap_command/* bootstrapArguments */.rW)(request),
            signal,
            onLine(line) {
                log.info(`  ${line}`);
                if (line.trim() !== '')
                    last = line;
                if (/^✔/.test(line))
                    said.push(line.replace(/^✔ */, ''));
            },
        });
        if (code === 0)
            return;
        throw new errors/* UserError */.yo(`flux bootstrap failed with exit code ${code}: ${last.replace(/^✗ */, '')}`, {
            next: `${doneSoFar(said)}. Put it right and run this again: what is done already stays as it is`,
        });
    }
    catch (error) {
        if (signal.aborted)
            log.warning(`flux bootstrap was stopped in the middle. ${doneSoFar(said)}. Run this again to go on`);
        throw error;
    }
}
function doneSoFar(said) {
    return said.length === 0 ? 'It had done nothing yet' : `It had got as far as "${said.at(-1)}"`;
}
async function waitFor({ runner, print, screen }, wanted) {
    const { clock, signal, log } = runner;
    const table = rolloutTable(print, screen, screen.width !== undefined && runner.env.TERM !== 'dumb');
    try {
        return await followRollout({ ...wanted, clock, signal, pause: PAUSE, onRows: rows => table.show(rows) });
    }
    catch (error) {
        if (signal.aborted)
            log.warning('No longer waiting. Flux itself goes on; run this again to look on');
        throw error;
    }
}


/***/ }),

/***/ 4623:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ RegistryRefusal)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/** A registry's answer that is not what was asked for. Its message is one line: what was asked, the status, the registry's own words. */
class RegistryRefusal extends Error {
    name = 'RegistryRefusal';
    status;
    /** The distribution specification's error codes, such as DENIED or NAME_UNKNOWN. */
    codes;
    /** The registry's own words, without line ends; '' when it said nothing readable. */
    words;
    /** Milliseconds that the registry asks to wait. */
    retryAfter;
    constructor(request, response, now) {
        const { codes, words } = readErrors(response);
        super(`${request.method} ${request.url}: ${response.status}${words === '' ? '' : ` (${words})`}`);
        this.status = response.status;
        this.codes = codes;
        this.words = words;
        this.retryAfter = readRetryAfter(response.headers['retry-after'], now);
    }
}
function readErrors(response) {
    const body = new TextDecoder().decode(response.body.subarray(0, 64 * 1024));
    const errors = errorList(body);
    if (errors === undefined) {
        const plain = body
            .replace(/<[^<>]*>/g, ' ')
            .replace(/\s+/g, ' ')
            .trim();
        return { codes: [], words: plain.slice(0, 300) };
    }
    const words = errors.map(error => oneLine([error.code, error.message].filter(part => part !== '').join(': ')));
    return { codes: errors.map(error => error.code), words: words.join('; ').slice(0, 600) };
}
/** The `errors` of a distribution error body; undefined when the body is something else. */
function errorList(body) {
    const errors = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(body), 'errors');
    if (!Array.isArray(errors))
        return undefined;
    return errors.map(error => ({ code: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textMember */ .SA)(error, 'code') ?? '', message: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textMember */ .SA)(error, 'message') ?? '' }));
}
function oneLine(text) {
    return text.replace(/\s+/g, ' ').trim();
}
/** `Retry-After` as seconds or as a date, in milliseconds from now. */
function readRetryAfter(header, now) {
    if (header === undefined)
        return undefined;
    if (/^[0-9]+$/.test(header.trim()))
        return Number(header) * 1000;
    const date = Date.parse(header);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}


/***/ }),

/***/ 4925:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aZ: () => (/* binding */ PATIENCE),
/* harmony export */   jh: () => (/* binding */ retryTransient),
/* harmony export */   xU: () => (/* binding */ systemCode)
/* harmony export */ });
/* unused harmony export isTransient */
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4623);


const PATIENCE = { tries: 5, firstDelay: 500 };
/** A registry that asks for more than this is not waited for. */
const LONGEST_WAIT = 60_000;
const TRANSIENT_STATUS = new Set([408, 425, 429, 500, 502, 503, 504]);
const TRANSIENT_CODE = new Set([
    'ECONNRESET',
    'ECONNABORTED',
    'EPIPE',
    'ETIMEDOUT',
    'EAI_AGAIN',
    'ENETRESET',
    'EHOSTUNREACH',
]);
/**
 * Does something again as long as it fails for reasons that pass: 408, 425, 429 (waiting as long as `Retry-After` asks),
 * 5xx, resets and timeouts. Everything else, 400, 401, 403, 404, 412 among it, is thrown at once.
 */
async function retryTransient(attempt, world, patience = PATIENCE) {
    for (let tried = 1;; tried += 1) {
        try {
            return await attempt();
        }
        catch (error) {
            const delay = retryDelay(error, tried, patience);
            if (delay === undefined || world.signal.aborted)
                throw error;
            world.onRetry?.({ attempt: tried, tries: patience.tries, delay, error });
            await world.clock.sleep(delay, world.signal);
        }
    }
}
/** Milliseconds to wait before the next try; undefined when there should be none. */
function retryDelay(error, tried, patience) {
    if (tried >= patience.tries || !isTransient(error))
        return undefined;
    const asked = error instanceof _refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryRefusal */ .O ? error.retryAfter : undefined;
    if (asked !== undefined && asked > LONGEST_WAIT)
        return undefined;
    return Math.max(asked ?? 0, patience.firstDelay * 2 ** (tried - 1));
}
function isTransient(error) {
    if (error instanceof _refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryRefusal */ .O)
        return TRANSIENT_STATUS.has(error.status);
    return TRANSIENT_CODE.has(systemCode(error) ?? '');
}
/** The operating system's code of a failed connection, such as ECONNREFUSED. */
function systemCode(error) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textMember */ .SA)(error, 'code');
}


/***/ })

};
