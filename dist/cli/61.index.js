export const id = 61;
export const ids = [61];
export const modules = {

/***/ 1064:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GW: () => (/* binding */ problemsOf),
/* harmony export */   O1: () => (/* binding */ followedText),
/* harmony export */   Wb: () => (/* binding */ checkLines),
/* harmony export */   q$: () => (/* binding */ shellCommand)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _src_cluster_rollout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2543);
/* harmony import */ var _src_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3916);
/* harmony import */ var _src_printable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5260);




const SIGNS = { ok: '✓', broken: '✗', unknown: '?' };
const COLOURS = { ok: 'green', broken: 'red', unknown: 'yellow' };
/** A line for what was found, and one for what to do. */
function checkLines({ subject, state, found, remedy }, { colour }) {
    const sign = colour ? (0,node_util__WEBPACK_IMPORTED_MODULE_0__.styleText)(COLOURS[state], SIGNS[state], { validateStream: false }) : SIGNS[state];
    return [
        `${sign} ${(0,_src_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printableLine */ .oy)(subject)} ${(0,_src_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printableLine */ .oy)(found)}`,
        ...(remedy === null ? [] : [`    ${(0,_src_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printableLine */ .oy)(remedy)}`]),
    ];
}
/** What is missing, as the mistakes that the command line shows. */
function problemsOf(checks) {
    return checks
        .filter(({ state }) => state === 'broken')
        .map(({ subject, found, remedy }) => new _src_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${subject} ${found}`, remedy === null ? {} : { next: remedy }));
}
/** A command as a shell takes it. */
function shellCommand(command, args) {
    return [
        command,
        ...args.map(arg => (/^[A-Za-z0-9_@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`)),
    ].join(' ');
}
/** What the wait came to, and what comes next. */
function followedText({ end, rows, unopened, silence }, timeout, address) {
    if (end === 'ready') {
        return lines(`All ${rows.length} Kustomizations are ready.`, '', 'What to do next:', '  Build: run the workflow "build and push", or push to the branch', '  Look:  fluxgate doctor shows every link from the build to what runs');
    }
    if (end === 'lost' && rows.length === 0)
        return lines(`The cluster does not answer: ${silence?.why ?? ''}`);
    const ready = rows.filter(({ state }) => state === 'ready').length;
    const causes = (0,_src_cluster_rollout_js__WEBPACK_IMPORTED_MODULE_1__/* .blockers */ .mN)(rows);
    const waiting = rows.filter(row => row.state !== 'ready' && !causes.includes(row));
    return lines(`${ready} of ${rows.length} Kustomizations are ready${end === 'timeout' ? `, after ${timeout}` : ''}. What hangs:`, ...causes.flatMap(({ id, state, reason, message }) => [
        `  ${id} is ${state}${reason === '' ? '' : ` (${reason})`}: ${(0,_src_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printableLine */ .oy)(message)}`,
        ...(unopened.get(id) ?? []).map(secret => `    SealedSecret ${secret}: no key of this cluster opens it`),
    ]), ...waiting.map(({ id, after }) => {
        const open = after.filter(other => rows.some(row => row.id === other && row.state !== 'ready'));
        return `  ${id} waits for ${open.length === 0 ? _src_cluster_rollout_js__WEBPACK_IMPORTED_MODULE_1__/* .ROOT */ .Dl : open.join(' and ')}`;
    }), ...(silence === undefined ? [] : [`In the end the cluster did not answer: ${silence.why}`]), '', 'What to do next:', ...new Set(causes.flatMap(({ id, state }) => nextSteps(id, state, unopened.has(id), address))));
}
function nextSteps(id, state, isUnopened, address) {
    const [namespace, name] = id.split('/');
    if (isUnopened) {
        return [
            '  Seal the secrets for this cluster, on top of what flux has pushed, and push them:',
            '    git pull',
            '    fluxgate seal fetch --namespace kube-system --output flux/sealing/pub-cert.pem',
            '    fluxgate seal --secrets flux/sealing/request.yaml --certificate flux/sealing/pub-cert.pem --check flux',
            `    git add flux && git commit -m 'Seal the secrets for this cluster' && git push   # to ${address}`,
            '  Then run this again: it goes on waiting.',
        ];
    }
    if (state === 'suspended')
        return [`  flux resume kustomization ${name} -n ${namespace}`];
    return [
        `  kubectl -n ${namespace} describe kustomizations.kustomize.toolkit.fluxcd.io ${name}`,
        '  Put right what it says, push, and run this again: it goes on waiting.',
    ];
}
function lines(...all) {
    return `${all.join('\n')}\n`;
}


/***/ }),

/***/ 8923:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OM: () => (/* binding */ DEFAULT_PATH),
/* harmony export */   W0: () => (/* binding */ branchOf),
/* harmony export */   ei: () => (/* binding */ bootstrapTarget)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _src_build_defaults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(494);
/* harmony import */ var _src_cluster_expected_rollout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2468);
/* harmony import */ var _src_cluster_installed_flux_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8718);
/* harmony import */ var _src_flux_inventory_automation_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2675);
/* harmony import */ var _src_flux_inventory_resource_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8050);
/* harmony import */ var _src_flux_inventory_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4509);
/* harmony import */ var _src_git_branch_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8030);
/* harmony import */ var _src_git_repository_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5986);
/* harmony import */ var _src_github_address_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7267);
/* harmony import */ var _src_tree_read_tree_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8555);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6314);












const DEFAULT_PATH = 'flux/clusters/production';
/** What the options say, else the git remote and the tree. Everything that neither says is named at once. */
async function bootstrapTarget(given, runner) {
    const host = given.get('hostname') ?? 'github.com';
    if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::[0-9]+)?$/i.test(host)) {
        throw (0,_command_js__WEBPACK_IMPORTED_MODULE_11__/* .wrongUsage */ .xY)(`option --hostname is ${JSON.stringify(host)}: expected a host alone, such as "github.example.com"`);
    }
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(runner.workspace, given.positionals[0] ?? '.');
    if ((await runner.files.kind(folder)) !== 'folder')
        throw (0,_command_js__WEBPACK_IMPORTED_MODULE_11__/* .wrongUsage */ .xY)(`${folder} is no folder`);
    const git = (0,_src_git_repository_js__WEBPACK_IMPORTED_MODULE_8__/* .openGit */ .z)(runner.exec, folder, runner.env);
    const remote = (await git.ask('remote', 'get-url', 'origin').catch(() => undefined))?.trim();
    const origin = remote === undefined ? undefined : (0,_src_github_address_js__WEBPACK_IMPORTED_MODULE_9__/* .gitHubAddress */ .C)(remote);
    const inventory = (0,_src_flux_inventory_js__WEBPACK_IMPORTED_MODULE_6__/* .takeInventory */ .O1)(await (0,_src_tree_read_tree_js__WEBPACK_IMPORTED_MODULE_10__/* .readTree */ .Z)(runner, folder), _src_build_defaults_js__WEBPACK_IMPORTED_MODULE_1__/* .buildDefaults */ .p);
    const path = (0,_src_cluster_installed_flux_js__WEBPACK_IMPORTED_MODULE_3__/* .plainPath */ .s1)(given.get('path') ?? DEFAULT_PATH);
    const cluster = (0,_src_cluster_expected_rollout_js__WEBPACK_IMPORTED_MODULE_2__/* .clusterAt */ .SE)(inventory, path);
    const owner = given.get('owner') ?? origin?.owner;
    const repository = given.get('repository') ?? origin?.name;
    const branch = given.get('branch') ?? branchOf(inventory, cluster) ?? (await (0,_src_git_branch_js__WEBPACK_IMPORTED_MODULE_7__/* .checkedOutRef */ .jW)(git).catch(() => undefined));
    const missing = [
        ...(owner === undefined ? ['--owner'] : []),
        ...(repository === undefined ? ['--repository'] : []),
        ...(branch === undefined ? ['--branch'] : []),
    ];
    if (owner === undefined || repository === undefined || branch === undefined) {
        const why = remote === undefined ? 'there is no git remote "origin"' : `the git remote "origin" is ${shown(remote)}`;
        throw (0,_command_js__WEBPACK_IMPORTED_MODULE_11__/* .wrongUsage */ .xY)(`${missing.join(', ')} cannot be told from ${folder}: ${why}`, `Give ${missing.join(' and ')}`);
    }
    const isHere = origin?.owner.toLowerCase() === owner.toLowerCase() && origin.name.toLowerCase() === repository.toLowerCase();
    // A token goes nowhere but where it is told to go.
    if (isHere && origin?.host !== host) {
        throw (0,_command_js__WEBPACK_IMPORTED_MODULE_11__/* .wrongUsage */ .xY)(`the git remote "origin" is at ${origin?.host}, and not at ${host}`, origin?.host === 'github.com'
            ? 'Leave --hostname out'
            : `If that is a GitHub Enterprise: --hostname ${origin?.host}`);
    }
    return { git, inventory, cluster, host, owner, repository, branch: branch.replace('refs/heads/', ''), path, isHere };
}
/** The branch that the tree's own source names. */
function branchOf(inventory, cluster) {
    const source = (0,_src_flux_inventory_automation_source_js__WEBPACK_IMPORTED_MODULE_4__/* .gitRepositories */ .PY)(inventory).find(repository => repository.name === 'flux-system' &&
        inventory.placementsOf(repository).some(placement => placement.cluster === cluster && cluster !== undefined));
    return source && (0,_src_flux_inventory_resource_js__WEBPACK_IMPORTED_MODULE_5__/* .textIn */ .r7)(source, 'spec', 'ref', 'branch');
}
/** Without a password that stands in it. */
function shown(remote) {
    return JSON.stringify(remote.replace(/\/\/[^/@\s]*@/, '//***@'));
}


/***/ }),

/***/ 1168:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $j: () => (/* binding */ COMPONENTS),
/* harmony export */   qd: () => (/* binding */ EXTRA_COMPONENTS),
/* harmony export */   rW: () => (/* binding */ bootstrapArguments)
/* harmony export */ });
/** Without them there is no image automation. */
const EXTRA_COMPONENTS = ['image-reflector-controller', 'image-automation-controller'];
/** What a bootstrap installs. */
const COMPONENTS = [
    'helm-controller',
    ...EXTRA_COMPONENTS,
    'kustomize-controller',
    'notification-controller',
    'source-controller',
];
/**
 * The arguments of `flux`. The token is none of them: flux reads GITHUB_TOKEN. `--private` is left out, as it changes nothing of a
 * repository that is there already.
 */
function bootstrapArguments(request) {
    const { host, owner, repository, branch, path, isPersonal, context } = request;
    return [
        'bootstrap',
        'github',
        `--owner=${owner}`,
        `--repository=${repository}`,
        `--branch=${branch}`,
        `--components-extra=${EXTRA_COMPONENTS.join(',')}`,
        // What the image automation pushes with.
        '--read-write-key',
        `--path=${path}`,
        ...(isPersonal ? ['--personal'] : []),
        ...(host === 'github.com' ? [] : [`--hostname=${host}`]),
        ...(context === undefined ? [] : [`--context=${context}`]),
    ];
}


/***/ }),

/***/ 3210:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ unknown),
/* harmony export */   m: () => (/* binding */ broken),
/* harmony export */   ok: () => (/* binding */ ok)
/* harmony export */ });
function ok(subject, found) {
    return { subject, state: 'ok', found, remedy: null };
}
function broken(subject, found, remedy) {
    return { subject, state: 'broken', found, remedy };
}
function unknown(subject, found, remedy = null) {
    return { subject, state: 'unknown', found, remedy };
}


/***/ }),

/***/ 9668:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cU: () => (/* binding */ rightsCheck),
/* harmony export */   lt: () => (/* binding */ kubernetesCheck)
/* harmony export */ });
/* unused harmony export unreached */
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3210);
/* harmony import */ var _versions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1865);



/**
 * Whether the cluster is reached, and what runs it.
 *
 * @param minor of the Flux that is to run there; undefined when it is not the question
 */
async function kubernetesCheck(kubectl, minor) {
    const answer = await kubectl.json('version');
    if (answer.state !== 'found')
        return { check: unreached(answer), isReached: false };
    return { check: versionCheck(answer.value, minor), isReached: true };
}
function versionCheck(answer, minor) {
    const text = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textMember */ .SA)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(answer, ['serverVersion']), 'gitVersion') ?? '';
    const version = (0,_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(text);
    if (version === undefined)
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L)('cluster', `does not say its version (${JSON.stringify(text)})`);
    const oldest = minor === undefined ? undefined : (0,_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .oldestKubernetes */ .A4)(minor);
    if (oldest !== undefined && version.major === 1 && version.minor < oldest) {
        const found = `runs Kubernetes ${text}: Flux 2.${minor} needs 1.${oldest} or newer`;
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_2__/* .broken */ .m)('cluster', found, 'Upgrade Kubernetes, or install an older flux');
    }
    return (0,_check_js__WEBPACK_IMPORTED_MODULE_2__.ok)('cluster', `is reached, and runs Kubernetes ${text}`);
}
/** Whether the user of the kubeconfig may do everything, as an installation must. */
async function rightsCheck(kubectl) {
    const answer = await kubectl.text('auth', 'can-i', '*', '*', '--all-namespaces');
    if (answer.state === 'found')
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_2__.ok)('rights in the cluster', 'cover everything');
    // kubectl says no with exit code 1 and that word.
    if (answer.why !== 'no')
        return undefined;
    return (0,_check_js__WEBPACK_IMPORTED_MODULE_2__/* .broken */ .m)('rights in the cluster', 'do not cover everything, and Flux needs a cluster-admin to be installed', 'Use the kubeconfig of a cluster-admin');
}
/** A cluster that does not answer. */
function unreached(silence) {
    if (silence.state === 'no-kubectl') {
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_2__/* .broken */ .m)('kubectl', 'was not found on this machine', 'Install it: https://kubernetes.io/docs/tasks/tools/');
    }
    return (0,_check_js__WEBPACK_IMPORTED_MODULE_2__/* .broken */ .m)('cluster', `is not reached: ${silence.why}`, 'Check KUBECONFIG and --context: kubectl version must answer');
}


/***/ }),

/***/ 2468:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cf: () => (/* binding */ expectedRollout),
/* harmony export */   SE: () => (/* binding */ clusterAt),
/* harmony export */   bo: () => (/* binding */ clusterPaths),
/* harmony export */   kf: () => (/* binding */ unservedIn)
/* harmony export */ });
/* harmony import */ var _flux_api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2975);
/* harmony import */ var _flux_inventory_cluster_graph_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(356);
/* harmony import */ var _flux_inventory_resource_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8050);
/* harmony import */ var _flux_rehearsal_apply_order_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7054);
/* harmony import */ var _installed_flux_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8718);
/* harmony import */ var _rollout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2543);






/** The cluster of a tree that a path brings about; undefined when the tree has none there. */
function clusterAt(inventory, path) {
    return inventory.clusters.find(({ name }) => name !== '' && (0,_installed_flux_js__WEBPACK_IMPORTED_MODULE_3__/* .plainPath */ .s1)(name) === path);
}
/** The paths of a tree that clusters may follow. */
function clusterPaths(inventory) {
    const paths = inventory.clusters.map(({ name }) => (0,_installed_flux_js__WEBPACK_IMPORTED_MODULE_3__/* .plainPath */ .s1)(name)).filter(path => path !== '.');
    return [...new Set(paths)];
}
/** The Kustomizations of a cluster in the order in which they become ready. */
function expectedRollout(inventory, cluster) {
    const graph = (0,_flux_inventory_cluster_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .clusterGraphsOf */ .Z6)(inventory).find(candidate => candidate.cluster === cluster);
    const steps = graph === undefined ? [] : (0,_flux_rehearsal_apply_order_js__WEBPACK_IMPORTED_MODULE_5__/* .applyOrder */ .F)(graph);
    // Whatever else there is comes out of the one of the bootstrap.
    const root = steps.filter(({ id }) => id === _rollout_js__WEBPACK_IMPORTED_MODULE_4__/* .ROOT */ .Dl);
    return [...root, ...steps.filter(({ id }) => id !== _rollout_js__WEBPACK_IMPORTED_MODULE_4__/* .ROOT */ .Dl)].map(({ id, after }) => ({ id, after }));
}
/** The first object of a cluster whose API version a minor of Flux 2 does not serve, in a few words; undefined when it serves all. */
function unservedIn(inventory, cluster, minor) {
    const isHere = (resource) => inventory.placementsOf(resource).some(placement => placement.cluster === cluster);
    const found = inventory.resources.find(resource => {
        const { state } = (0,_flux_api_js__WEBPACK_IMPORTED_MODULE_0__/* .apiStatus */ .$T)(resource.group, resource.version, resource.kind, minor);
        return (state === 'removed' || state === 'not-yet') && isHere(resource);
    });
    return found && `${(0,_flux_inventory_resource_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(found)} in ${found.file.path}, which is ${found.group}/${found.version}`;
}


/***/ }),

/***/ 8718:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UU: () => (/* binding */ installedFlux),
/* harmony export */   eN: () => (/* binding */ FLUX_NAMESPACE),
/* harmony export */   s1: () => (/* binding */ plainPath)
/* harmony export */ });
/* harmony import */ var _flux_inventory_own_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5112);
/* harmony import */ var _kubectl_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9812);
/* harmony import */ var _live_object_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9032);
/* harmony import */ var _versions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1865);




const FLUX_NAMESPACE = 'flux-system';
/** Asks for what Flux there is; a silence when it cannot be known whether there is one. */
async function installedFlux(kubectl) {
    const own = ['-n', FLUX_NAMESPACE];
    const [definition, controllers, sources, kustomizations] = await Promise.all([
        kubectl.json('get', 'crd', 'gitrepositories.source.toolkit.fluxcd.io'),
        kubectl.json('get', 'deployments.apps', ...own, '-l', 'app.kubernetes.io/part-of=flux'),
        kubectl.json('get', 'gitrepositories.source.toolkit.fluxcd.io', ...own),
        kubectl.json('get', 'kustomizations.kustomize.toolkit.fluxcd.io', ...own),
    ]);
    const answers = [definition, controllers, sources, kustomizations];
    for (const answer of answers)
        if ((0,_kubectl_js__WEBPACK_IMPORTED_MODULE_1__/* .isSilent */ .e)(answer))
            return answer;
    const [crds, deployments, repositories, appliers] = answers.map(answer => answer.state === 'found' ? (0,_live_object_js__WEBPACK_IMPORTED_MODULE_2__/* .liveObjects */ .ZE)(answer.value) : []);
    const [crd] = crds ?? [];
    const manager = crd && (0,_live_object_js__WEBPACK_IMPORTED_MODULE_2__/* .labelOf */ .Wy)(crd, 'app.kubernetes.io/managed-by');
    const version = crd && (0,_live_object_js__WEBPACK_IMPORTED_MODULE_2__/* .labelOf */ .Wy)(crd, 'app.kubernetes.io/version');
    return {
        components: (deployments ?? []).map(({ name }) => name).sort(),
        version: version === undefined ? undefined : (0,_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .parseVersion */ .ot)(version),
        manager: manager === 'flux' ? undefined : manager,
        sync: syncOf(repositories ?? [], appliers ?? []),
    };
}
function syncOf(sources, kustomizations) {
    const root = kustomizations.find(({ name }) => name === FLUX_NAMESPACE);
    if (root === undefined)
        return undefined;
    const source = sources.find(({ name }) => name === ((0,_live_object_js__WEBPACK_IMPORTED_MODULE_2__/* .liveText */ .IH)(root, 'spec', 'sourceRef', 'name') ?? FLUX_NAMESPACE));
    const url = source && (0,_live_object_js__WEBPACK_IMPORTED_MODULE_2__/* .liveText */ .IH)(source, 'spec', 'url');
    if (source === undefined || url === undefined)
        return undefined;
    return {
        address: (0,_flux_inventory_own_source_js__WEBPACK_IMPORTED_MODULE_0__/* .plainAddress */ .n)(url),
        branch: (0,_live_object_js__WEBPACK_IMPORTED_MODULE_2__/* .liveText */ .IH)(source, 'spec', 'ref', 'branch'),
        path: plainPath((0,_live_object_js__WEBPACK_IMPORTED_MODULE_2__/* .liveText */ .IH)(root, 'spec', 'path') ?? ''),
    };
}
/** A path as people write it: `./flux/`, `flux` and `/flux` are one. */
function plainPath(path) {
    return path.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '') || '.';
}


/***/ }),

/***/ 9812:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ isSilent),
/* harmony export */   x: () => (/* binding */ openKubectl)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5260);



/** Whether an answer leaves open what there is; that there is nothing is an answer. */
function isSilent(answer) {
    return 'state' in answer && ['forbidden', 'failed', 'no-kubectl'].includes(String(answer.state));
}
/** How long kubectl may wait for one answer of the API server. */
const PATIENCE = '--request-timeout=20s';
/** @param context of the kubeconfig; its current one unless told */
function openKubectl({ exec, signal }, context) {
    async function text(...args) {
        const chosen = context === undefined ? [] : [`--context=${context}`];
        try {
            const result = await exec({ command: 'kubectl', args: [...chosen, PATIENCE, ...args], signal });
            if (result.code === 0)
                return { state: 'found', value: result.stdout };
            return silenceOf(result.stderr, result.stdout, result.code);
        }
        catch (error) {
            signal.throwIfAborted();
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
                throw error;
            return { state: 'no-kubectl', why: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error) };
        }
    }
    return {
        text,
        async json(...args) {
            const answer = await text(...args, '-o', 'json');
            if (answer.state !== 'found')
                return answer;
            const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(answer.value);
            return value === undefined ? { state: 'failed', why: 'kubectl printed no JSON' } : { state: 'found', value };
        },
    };
}
/** What kubectl says when it fails: behind lines of its log, and warnings. */
function silenceOf(stderr, stdout, code) {
    const said = stderr.split('\n').filter(line => line.trim() !== '' && !/^(?:[EWI][0-9]{4} |Warning: )/.test(line));
    const why = (0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printableLine */ .oy)(said.at(-1) ?? stdout.trim().split('\n').at(-1) ?? '') || `kubectl: exit code ${code}`;
    if (/^Error from server \(NotFound\)|doesn't have a resource type/.test(why))
        return { state: 'absent', why };
    if (/^Error from server \(Forbidden\)/.test(why))
        return { state: 'forbidden', why };
    return { state: 'failed', why };
}


/***/ }),

/***/ 9032:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IH: () => (/* binding */ liveText),
/* harmony export */   TH: () => (/* binding */ idOf),
/* harmony export */   Wy: () => (/* binding */ labelOf),
/* harmony export */   ZE: () => (/* binding */ liveObjects),
/* harmony export */   rI: () => (/* binding */ conditionOf)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5260);


/** The objects of what `kubectl get -o json` prints: of a list, or the one that was asked for. */
function liveObjects(value) {
    const items = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(value, 'items');
    return (Array.isArray(items) ? items : [value]).flatMap(readObject);
}
function idOf({ namespace, name }) {
    return namespace === '' ? name : `${namespace}/${name}`;
}
function conditionOf(object, type) {
    return object.conditions.find(condition => condition.type === type);
}
/** A part of an object that is a non-empty text. */
function liveText(object, ...keys) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(object.body, keys);
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function labelOf(object, name) {
    return liveText(object, 'metadata', 'labels', name);
}
function readObject(body) {
    const metadata = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(body, 'metadata');
    const kind = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textMember */ .SA)(body, 'kind');
    const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textMember */ .SA)(metadata, 'name');
    if (kind === undefined || name === undefined)
        return [];
    const apiVersion = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textMember */ .SA)(body, 'apiVersion') ?? '';
    const status = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(body, 'status');
    const generation = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .numberMember */ .eJ)(metadata, 'generation');
    const observed = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .numberMember */ .eJ)(status, 'observedGeneration');
    return [
        {
            group: apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '',
            kind,
            namespace: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textMember */ .SA)(metadata, 'namespace') ?? '',
            name,
            body,
            isSuspended: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(body, ['spec', 'suspend']) === true,
            conditions: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listMember */ .DW)(status, 'conditions').flatMap(readCondition),
            isObserved: generation === undefined || observed === undefined || observed >= generation,
        },
    ];
}
function readCondition(value) {
    const type = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textMember */ .SA)(value, 'type');
    const status = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textMember */ .SA)(value, 'status');
    if (type === undefined || (status !== 'True' && status !== 'False' && status !== 'Unknown'))
        return [];
    const reason = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textMember */ .SA)(value, 'reason') ?? '';
    return [{ type, status, reason, message: (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printableLine */ .oy)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textMember */ .SA)(value, 'message') ?? '') }];
}


/***/ }),

/***/ 2543:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dl: () => (/* binding */ ROOT),
/* harmony export */   EX: () => (/* binding */ expectedOf),
/* harmony export */   JR: () => (/* binding */ rolloutRows),
/* harmony export */   mN: () => (/* binding */ blockers)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);
/* harmony import */ var _live_object_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9032);


/** The Kustomization that `flux bootstrap` makes. */
const ROOT = 'flux-system/flux-system';
/**
 * How far each Kustomization is, in the order in which they are expected.
 *
 * @param sources the GitRepositories that they may take their manifests from
 */
function rolloutRows(expected, kustomizations, sources) {
    const byId = new Map(kustomizations.map(object => [(0,_live_object_js__WEBPACK_IMPORTED_MODULE_0__/* .idOf */ .TH)(object), object]));
    return expected.map(wanted => {
        const object = byId.get(wanted.id);
        if (object === undefined)
            return { ...wanted, state: 'absent', reason: '', message: 'not in the cluster yet' };
        return { ...wanted, ...standing(object, sourceOf(object, sources)) };
    });
}
/** The order that a cluster's own Kustomizations ask for. Those of a circle stand last. */
function expectedOf(kustomizations) {
    const waiting = kustomizations
        .map(object => ({ id: (0,_live_object_js__WEBPACK_IMPORTED_MODULE_0__/* .idOf */ .TH)(object), after: dependenciesOf(object) }))
        .sort((left, right) => (left.id < right.id ? -1 : 1));
    const all = new Set(waiting.map(({ id }) => id));
    const done = [];
    const placed = new Set();
    for (let left = waiting; left.length > 0;) {
        const free = left.filter(({ after }) => after.every(id => placed.has(id) || !all.has(id)));
        const next = free.length === 0 ? left : free;
        for (const entry of next)
            placed.add(entry.id);
        done.push(...next);
        left = left.filter(entry => !next.includes(entry));
    }
    return done;
}
/** Those that hold up the rest: not ready, and not because of another one of the rows. */
function blockers(rows) {
    const open = new Set(rows.filter(({ state }) => state !== 'ready').map(({ id }) => id));
    const causes = rows.filter(({ id, after, state }) => {
        // What is not there yet comes with the Kustomization of the bootstrap.
        if (state === 'absent' && id !== ROOT && open.has(ROOT))
            return false;
        return open.has(id) && !after.some(other => open.has(other));
    });
    // In a circle everybody waits for somebody.
    return causes.length > 0 ? causes : rows.filter(({ id }) => open.has(id));
}
function standing(object, source) {
    if (object.isSuspended)
        return { state: 'suspended', reason: '', message: 'suspended' };
    const stalled = (0,_live_object_js__WEBPACK_IMPORTED_MODULE_0__/* .conditionOf */ .rI)(object, 'Stalled');
    if (stalled?.status === 'True')
        return { state: 'stalled', reason: stalled.reason, message: stalled.message };
    const ready = (0,_live_object_js__WEBPACK_IMPORTED_MODULE_0__/* .conditionOf */ .rI)(object, 'Ready');
    if (ready === undefined || !object.isObserved) {
        return { state: 'progressing', reason: ready?.reason ?? '', message: 'its controller has not come to it yet' };
    }
    const { reason, message } = ready;
    if (ready.status === 'True') {
        const applied = (0,_live_object_js__WEBPACK_IMPORTED_MODULE_0__/* .liveText */ .IH)(object, 'status', 'lastAppliedRevision');
        const offered = source && (0,_live_object_js__WEBPACK_IMPORTED_MODULE_0__/* .liveText */ .IH)(source, 'status', 'artifact', 'revision');
        if (applied === offered || offered === undefined)
            return { state: 'ready', reason, message };
        return { state: 'progressing', reason, message: `at ${applied ?? 'nothing'}, and its source is at ${offered}` };
    }
    if (ready.status === 'Unknown')
        return { state: 'progressing', reason, message };
    if (reason === 'DependencyNotReady')
        return { state: 'waiting', reason, message };
    const fault = reason === 'ArtifactFailed' ? source && (0,_live_object_js__WEBPACK_IMPORTED_MODULE_0__/* .conditionOf */ .rI)(source, 'Ready') : undefined;
    if (source === undefined || fault === undefined || fault.status === 'True')
        return { state: 'failed', reason, message };
    return { state: 'failed', reason, message: `${message}; ${source.kind} ${(0,_live_object_js__WEBPACK_IMPORTED_MODULE_0__/* .idOf */ .TH)(source)}: ${fault.message}` };
}
function sourceOf(object, sources) {
    const namespace = (0,_live_object_js__WEBPACK_IMPORTED_MODULE_0__/* .liveText */ .IH)(object, 'spec', 'sourceRef', 'namespace') ?? object.namespace;
    return sources.find(source => source.kind === (0,_live_object_js__WEBPACK_IMPORTED_MODULE_0__/* .liveText */ .IH)(object, 'spec', 'sourceRef', 'kind') &&
        source.name === (0,_live_object_js__WEBPACK_IMPORTED_MODULE_0__/* .liveText */ .IH)(object, 'spec', 'sourceRef', 'name') &&
        source.namespace === namespace);
}
function dependenciesOf(object) {
    const entries = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(object.body, ['spec', 'dependsOn']);
    if (!Array.isArray(entries))
        return [];
    return entries.flatMap((_, index) => {
        const name = (0,_live_object_js__WEBPACK_IMPORTED_MODULE_0__/* .liveText */ .IH)(object, 'spec', 'dependsOn', index, 'name');
        const namespace = (0,_live_object_js__WEBPACK_IMPORTED_MODULE_0__/* .liveText */ .IH)(object, 'spec', 'dependsOn', index, 'namespace') ?? object.namespace;
        return name === undefined ? [] : [(0,_live_object_js__WEBPACK_IMPORTED_MODULE_0__/* .idOf */ .TH)({ namespace, name })];
    });
}


/***/ }),

/***/ 5718:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ unopenedSecrets),
/* harmony export */   n: () => (/* binding */ isUnopened)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);
/* harmony import */ var _live_object_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9032);


/**
 * The SealedSecrets among what a Kustomization has applied that the controller cannot open. That does not pass by itself: they are
 * sealed for another certificate.
 *
 * @param secrets SealedSecrets as the cluster has them
 */
function unopenedSecrets(kustomization, secrets) {
    const own = new Set((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listMember */ .DW)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(kustomization.body, 'status'), 'inventory'), 'entries').flatMap(entry => {
        const [namespace, name, group] = ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textMember */ .SA)(entry, 'id') ?? '').split('_');
        return group === 'bitnami.com' ? [`${namespace}/${name}`] : [];
    }));
    return secrets.filter(secret => own.has((0,_live_object_js__WEBPACK_IMPORTED_MODULE_0__/* .idOf */ .TH)(secret)) && isUnopened(secret)).map(_live_object_js__WEBPACK_IMPORTED_MODULE_0__/* .idOf */ .TH);
}
function isUnopened(secret) {
    const synced = (0,_live_object_js__WEBPACK_IMPORTED_MODULE_0__/* .conditionOf */ .rI)(secret, 'Synced');
    return synced?.status === 'False' && /no key could decrypt/.test(synced.message);
}


/***/ }),

/***/ 1865:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A4: () => (/* binding */ oldestKubernetes),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   ot: () => (/* binding */ parseVersion)
/* harmony export */ });
/** `v1.33.4+k3s1`, `2.9.5`; undefined for what is no version. */
function parseVersion(text) {
    const [, major, minor, patch] = /^v?([0-9]+)\.([0-9]+)\.([0-9]+)/.exec(text.trim()) ?? [];
    if (major === undefined)
        return undefined;
    return { major: Number(major), minor: Number(minor), patch: Number(patch), text: text.trim() };
}
/** Negative, zero or positive. */
function compareVersions(left, right) {
    return left.major - right.major || left.minor - right.minor || left.patch - right.patch;
}
/** The oldest minor of Kubernetes 1 that `flux check` of a minor of Flux 2 takes, oldest Flux first. */
const OLDEST_KUBERNETES = [
    [7, 32],
    [8, 33],
    [9, 33],
];
/** Undefined for a Flux that is older than those known here; a newer one wants at least what the newest known does. */
function oldestKubernetes(fluxMinor) {
    return OLDEST_KUBERNETES.findLast(([flux]) => flux <= fluxMinor)?.[1];
}


/***/ }),

/***/ 7054:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ applyOrder)
/* harmony export */ });
/**
 * The Kustomizations of a cluster in the order in which `dependsOn` lets them be applied; those that wait for nothing of each
 * other by their names. One that waits for itself, or for one that is suspended or nowhere, is never applied, and stands last.
 */
function applyOrder({ nodes, isOpen }) {
    const waiting = new Set([...nodes].sort((left, right) => (idOf(left) < idOf(right) ? -1 : 1)));
    const done = new Set();
    const steps = [];
    // What the tree does not hold may come from elsewhere, where the cluster has more than the tree shows.
    const isReady = ({ dependencies }) => dependencies.every(({ node }) => (node === undefined ? isOpen : done.has(node)));
    for (let ready = [...waiting].filter(isReady); ready.length > 0; ready = [...waiting].filter(isReady)) {
        for (const node of ready) {
            waiting.delete(node);
            const { isSuspended } = node.kustomization;
            if (!isSuspended)
                done.add(node);
            steps.push(stepOf(node, isSuspended ? 'it is suspended' : null));
        }
    }
    return [...steps, ...[...waiting].map(node => stepOf(node, whyNever(node, done, isOpen)))];
}
function stepOf(node, never) {
    return { kustomization: node.kustomization, id: idOf(node), after: node.dependencies.map(idOf), never };
}
function whyNever({ dependencies }, done, isOpen) {
    const missing = isOpen ? undefined : dependencies.find(({ node }) => node === undefined);
    if (missing !== undefined)
        return `it waits for ${idOf(missing)}, which is not in the tree`;
    const stuck = dependencies.filter(({ node }) => node !== undefined && !done.has(node));
    return `it waits for ${stuck.map(idOf).join(' and ')}, which never comes`;
}
function idOf({ namespace, name }) {
    return namespace === undefined ? name : `${namespace}/${name}`;
}


/***/ }),

/***/ 8030:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D_: () => (/* binding */ fetchBranch),
/* harmony export */   P7: () => (/* binding */ remoteHead),
/* harmony export */   QE: () => (/* binding */ hasCommit),
/* harmony export */   e$: () => (/* binding */ DEPTH),
/* harmony export */   fE: () => (/* binding */ isShallow),
/* harmony export */   jW: () => (/* binding */ checkedOutRef),
/* harmony export */   lB: () => (/* binding */ originBranch)
/* harmony export */ });
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5986);

/** How many commits a shallow checkout is deepened by. */
const DEPTH = 50;
/** The ref that a fetched branch is kept under while it is looked at. */
const SCRATCH = 'refs/fluxgate/branch';
/** The commit at the head of a branch at `origin`; a sentence when it cannot be known. */
async function remoteHead(git, branch) {
    try {
        const output = await git.run('ls-remote', '--exit-code', 'origin', `refs/heads/${branch}`);
        const sha = /^[0-9a-f]{40,64}/.exec(output)?.[0];
        return sha === undefined ? { unknown: `origin names no commit for ${branch}` } : { sha };
    }
    catch (error) {
        if (!(error instanceof _repository_js__WEBPACK_IMPORTED_MODULE_0__/* .GitFailure */ .X))
            throw error;
        return { unknown: `origin could not be asked for the head of ${branch} (${error.message})` };
    }
}
async function isShallow(git) {
    return (await git.ask('rev-parse', '--is-shallow-repository'))?.trim() === 'true';
}
/** The git branch that is checked out, as a full ref; undefined when HEAD is detached. */
async function checkedOutRef(git) {
    return (await git.ask('symbolic-ref', '--quiet', 'HEAD'))?.trim();
}
/** The branch that `origin` calls its own, as a full ref; undefined when this clone does not know. */
async function originBranch(git) {
    const ref = (await git.ask('symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD'))?.trim();
    return ref?.replace('refs/remotes/origin/', 'refs/heads/');
}
/**
 * Brings the commits of a branch at `origin`. A shallow checkout with a short history gets DEPTH more commits of it, and
 * those that join it to the branch's head; none has fewer than before. The work tree, the index and all refs stay as
 * they are.
 *
 * @throws GitFailure when origin does not give them
 */
async function fetchBranch(git, branch) {
    // A depth would count from the branch's head, and cut off what is already here.
    const deepen = (await isShort(git)) ? [`--deepen=${DEPTH}`] : [];
    try {
        await git.run('fetch', '--quiet', '--no-tags', '--no-recurse-submodules', 
        // Without a map the branch's own remote-tracking ref is not moved.
        '--refmap=', ...deepen, 'origin', `+refs/heads/${branch}:${SCRATCH}`);
    }
    finally {
        await git.ask('update-ref', '-d', SCRATCH);
    }
}
/** Whether this is a shallow checkout that lacks commits to look back at. */
async function isShort(git) {
    if (!(await isShallow(git)))
        return false;
    const commits = Number(await git.ask('rev-list', '--count', '--first-parent', 'HEAD'));
    return !(commits >= DEPTH);
}
async function hasCommit(git, revision) {
    return (await git.ask('cat-file', '-e', `${revision}^{commit}`)) !== undefined;
}


/***/ }),

/***/ 7267:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ gitHubAddress),
/* harmony export */   z: () => (/* binding */ apiAddress)
/* harmony export */ });
/* harmony import */ var _flux_inventory_own_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5112);

/** The repository of a git remote, over SSH or HTTPS; undefined for a folder, and for what has more or fewer parts. */
function gitHubAddress(remote) {
    // The letters of owner and name stay as they are written: GitHub does not mind, people do.
    const plain = remote.replace(/(?:\.git)?\/*$/, '');
    const [host, ...rest] = (0,_flux_inventory_own_source_js__WEBPACK_IMPORTED_MODULE_0__/* .plainAddress */ .n)(remote).split('/');
    if (host === undefined || !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::[0-9]+)?$/.test(host) || rest.length !== 2)
        return undefined;
    const [, owner = '', name = ''] = /([^/:]+)\/([^/]+)$/.exec(plain) ?? [];
    return { host: host.replace(/^ssh\.(?=github\.com)/, '').replace(/:[0-9]+$/, ''), owner, name };
}
/** Where the API of a GitHub host is; the environment's GITHUB_API_URL goes before it. */
function apiAddress(host, given) {
    const address = given || (host === 'github.com' ? 'https://api.github.com' : `https://${host}/api/v3`);
    return address.replace(/\/+$/, '');
}


/***/ })

};
