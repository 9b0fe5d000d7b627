export const id = 413;
export const ids = [413];
export const modules = {

/***/ 8683:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ ACTION_INPUTS)
/* harmony export */ });
// Made by scripts/docs.mjs from actions/*/action.yml: change those.
/** The inputs of each action with their defaults, as the command line offers them. */
// biome-ignore format: one input a line
const ACTION_INPUTS = {
    'build-push': [
        { name: 'registry', default: '', description: 'The registry, `host` or `host:port`, such as `192.168.0.40:5000` or `ghcr.io`' },
        { name: 'insecure', default: 'false', description: '`true` when the registry speaks plain HTTP' },
        { name: 'username', default: '', description: "Who logs in; a robot account's name may contain `$`" },
        { name: 'password', default: '', description: 'The password or token that belongs to `username`' },
        { name: 'images', default: '', description: 'A YAML list of the images to build. Each has a `name` (without the registry) and may have `context` (a folder, `.` unless told), `file`, `target`, `platforms`, `build-args`, `labels`, `secrets`, `cache-from` and `cache-to`' },
        { name: 'bake-files', default: '', description: 'Bake files to build from instead of `images`, one a line' },
        { name: 'targets', default: '', description: 'Which images (their name, or its last part) or bake targets to build, with commas or one a line; all unless told' },
        { name: 'tag-prefix', default: 'main', description: "The prefix of the main line's tags; other branches use their own name" },
        { name: 'push', default: 'true', description: '`false` builds without pushing; pull requests never push' },
        { name: 'provenance', default: 'false', description: 'Provenance attestation: `false`, `true`, `mode=min` or `mode=max`. Older Harbor versions refuse images that have one' },
        { name: 'sbom', default: 'false', description: 'SBOM attestation: `false`, `true` or `generator=<image>`' },
        { name: 'builder', default: '', description: 'The buildx builder to use. One that does not exist is made (docker-container driver, set up for the registry) and kept for the next run. Without a name the current builder is used, or `fluxgate` is made when the current one cannot do what is asked' },
        { name: 'env-file', default: '', description: 'A dotenv file on the runner; `build-args` and `secrets` take values from it by name' },
        { name: 'no-cache', default: 'false', description: '`true` builds everything anew' },
        { name: 'pull', default: 'false', description: '`true` asks for newer base images' },
        { name: 'retention', default: '', description: "How many builds to keep in the registry; older ones are deleted after the push, never one that the tree or the branch's last 50 commits name. Empty keeps everything" },
        { name: 'flux-path', default: 'flux', description: 'The folder of the Flux manifests in this repository; its image policies must elect the new tag' },
        { name: 'on-stale', default: '', description: "What to do when the commit is older than what is published or is no longer the branch's head: `fail`, `warn` or `allow`. Empty means `fail`, and `warn` for a manual run" },
        { name: 'receiver', default: '', description: 'The address of a Flux Receiver, best kept as a secret: after a push it is asked to have Flux scan at once. Its type is `generic-hmac`, or `generic-oidc`' },
        { name: 'receiver-token', default: '', description: "The `token` of a `generic-hmac` Receiver. Without it the job's OIDC token is shown, for `generic-oidc` (Flux 2.9, https, permission `id-token: write`)" },
        { name: 'receiver-audience', default: 'notification-controller', description: 'The audience that a `generic-oidc` Receiver expects' },
        { name: 'dry-run', default: 'false', description: '`true` checks everything and shows what would be built, pushed and deleted, and does none of it' },
    ],
    'seal': [
        { name: 'secrets', default: '', description: 'A YAML list of the secrets to seal. Each has `name`, `namespace`, `file` and `data` (key: `{env: NAME}`, `{file: PATH}`, `{literal: text}` or `{generate: ed25519|rsa|password}`), and may have `scope`, `type`, `labels`, `annotations`, and a helper: `registry`, `ssh`, `tls`, `basic-auth`, `age`, `hmac`' },
        { name: 'certificate', default: 'pub-cert.pem', description: "The controller's public certificate: a path, an https address, or PEM. Of several, one a line, the newest valid one is taken" },
        { name: 'insecure', default: 'false', description: '`true` lets the certificate come over plain HTTP' },
        { name: 'fingerprint-key', default: '', description: 'A secret of yours, 16 characters or more, by which a later run tells whether a value changed. Without it what is sealed stays unless `renew` names it' },
        { name: 'renew', default: '', description: 'What to seal anew in any case, `NAMESPACE/NAME` or `NAMESPACE/NAME/KEY`, with commas or one a line' },
        { name: 'mode', default: 'merge', description: '`merge` keeps the keys of a file that the request does not name, `replace` drops them' },
        { name: 'format', default: 'sealed-secret', description: '`sealed-secret`, or `sops` to encrypt with the installed sops and the rules of `.sops.yaml`' },
        { name: 'deliver', default: 'files', description: '`files` leaves the changes in the work tree, `commit` pushes one commit to the branch, `pull-request` opens a pull request or brings it up to date' },
        { name: 'branch', default: 'fluxgate/seal', description: 'The branch that a pull request comes from; what is on it is replaced' },
        { name: 'token', default: '', description: "The token to open a pull request with, such as the job's own (`github.token`); git itself pushes with what the checkout has left" },
        { name: 'check', default: '', description: 'A folder whose SealedSecrets are verified offline, after sealing' },
    ],
    'verify-manifests': [
        { name: 'path', default: '.', description: "The folder to check, from the root of the workspace; paths in Flux's objects start there" },
        { name: 'fail-on', default: '', description: 'What closes the gate: `new-errors` (what the change brings), `errors`, `warnings` or `never`. Empty means `new-errors` on a pull request and `errors` otherwise' },
        { name: 'base', default: '', description: 'The commit, branch or tag to compare with; on a pull request its base unless told' },
        { name: 'changed-only', default: 'false', description: '`true` tells only what a change brings, and what was there before where the change can affect it; it is faster, and what the change fixes is not told' },
        { name: 'flux-version', default: '', description: 'The Flux that the tree is for, such as `2.9`. Unless told, what `.fluxgate.yaml` or `gotk-components.yaml` says, else the newest known' },
        { name: 'schemas', default: 'auto', description: '`off` validates no object against a schema; `auto` uses the CRDs of the tree and the tool of `schema-tool`' },
        { name: 'schema-tool', default: 'auto', description: 'Who validates the kinds that the tree has no CRD for: `auto` (flux-schema or kubeconform, when one is on PATH), `off`, `flux-schema`, `kubeconform`, or the path of one' },
        { name: 'render', default: 'auto', description: '`auto` builds the path of every Kustomization with kustomize or kubectl, when one is on PATH; `off` goes by reading the files alone' },
        { name: 'cache', default: '', description: 'A folder that keeps what is expensive from run to run, such as one that actions/cache restores; nothing is kept unless told' },
        { name: 'cluster-facts', default: '', description: 'A file with what the cluster holds, as the command of `What a cluster holds` writes it, from the root of the workspace; it does what `external` in `.fluxgate.yaml` does, without hand work' },
        { name: 'registry', default: '', description: 'What the build pushes to, `host` or `host:port`, where the workflow files do not say it' },
        { name: 'insecure', default: '', description: '`true` when that registry speaks plain HTTP, `false` when it does not; empty when that is not said' },
        { name: 'images', default: '', description: 'Names of the images below that registry, one a line or with commas, where the workflow files do not say it' },
        { name: 'tag-prefix', default: 'main', description: 'The prefix of their tags, `<prefix>-<sha7>-<unix seconds>`' },
        { name: 'comment', default: 'false', description: '`true` keeps a comment on the pull request up to date; needs `pull-requests: write`, and is skipped with a notice where the token may not' },
        { name: 'github-token', default: '${{ github.token }}', description: 'The token that comments' },
    ],
};


/***/ }),

/***/ 494:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ buildDefaults)
/* harmony export */ });
/* harmony import */ var _action_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8683);

/** What the action build-push does with an input that a workflow does not give. */
const buildDefaults = new Map(_action_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .ACTION_INPUTS */ .b['build-push'].map(input => [input.name, input.default]));


/***/ }),

/***/ 2975:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $T: () => (/* binding */ apiStatus),
  $t: () => (/* binding */ newestFluxMinor)
});

// UNUSED EXPORTS: servedApis

;// CONCATENATED MODULE: ./src/flux/api-table.ts
/** The range of minors that the table knows. */
const knownMinors = { first: 0, last: 9 };
/** What the CRDs of each Flux minor serve, in its last patch release. */
const api_table_apiKinds = new Map(Object.entries({
    Bucket: source({ version: 'v1beta1', served: 0, deprecated: 3, removed: 7 }, { version: 'v1beta2', served: 0, deprecated: 4, removed: 8, storage: 0 }, { version: 'v1', served: 4, storage: 4 }),
    ExternalArtifact: source({ version: 'v1', served: 7, storage: 7 }),
    GitRepository: source({ version: 'v1beta1', served: 0, deprecated: 0, removed: 7 }, { version: 'v1beta2', served: 0, deprecated: 0, removed: 8 }, { version: 'v1', served: 0, storage: 0 }),
    HelmChart: source({ version: 'v1beta1', served: 0, deprecated: 3, removed: 7 }, { version: 'v1beta2', served: 0, deprecated: 3, removed: 8, storage: 0 }, { version: 'v1', served: 3, storage: 3 }),
    HelmRepository: source({ version: 'v1beta1', served: 0, deprecated: 3, removed: 7 }, { version: 'v1beta2', served: 0, deprecated: 3, removed: 8, storage: 0 }, { version: 'v1', served: 3, storage: 3 }),
    OCIRepository: source({ version: 'v1beta2', served: 0, deprecated: 6, removed: 8, storage: 0 }, { version: 'v1', served: 6, storage: 6 }),
    Kustomization: kind('kustomize', { version: 'v1beta1', served: 0, deprecated: 0, removed: 7 }, { version: 'v1beta2', served: 0, deprecated: 0, removed: 8 }, { version: 'v1', served: 0, storage: 0 }),
    HelmRelease: kind('helm', { version: 'v2beta1', served: 0, deprecated: 2, removed: 7, storage: 0 }, { version: 'v2beta2', served: 2, deprecated: 3, removed: 8, storage: 2 }, { version: 'v2', served: 3, storage: 3 }),
    ImagePolicy: kind('image', { version: 'v1beta1', served: 0, removed: 7 }, { version: 'v1beta2', served: 0, deprecated: 7, removed: 9, storage: 0 }, { version: 'v1', served: 7, storage: 7 }),
    ImageRepository: kind('image', { version: 'v1beta1', served: 0, removed: 7 }, { version: 'v1beta2', served: 0, deprecated: 7, removed: 9, storage: 0 }, { version: 'v1', served: 7, storage: 7 }),
    ImageUpdateAutomation: kind('image', { version: 'v1beta1', served: 0, deprecated: 3, removed: 7, storage: 0 }, { version: 'v1beta2', served: 3, deprecated: 7, removed: 9, storage: 3 }, { version: 'v1', served: 7, storage: 7 }),
    Alert: kind('notification', { version: 'v1beta1', served: 0, deprecated: 2, removed: 7 }, { version: 'v1beta2', served: 0, deprecated: 2, removed: 9, storage: 0 }, { version: 'v1beta3', served: 2, storage: 2 }),
    Provider: kind('notification', { version: 'v1beta1', served: 0, deprecated: 2, removed: 7 }, { version: 'v1beta2', served: 0, deprecated: 2, removed: 9, storage: 0 }, { version: 'v1beta3', served: 2, storage: 2 }),
    Receiver: kind('notification', { version: 'v1beta1', served: 0, deprecated: 0, removed: 7 }, { version: 'v1beta2', served: 0, deprecated: 0, removed: 9 }, { version: 'v1', served: 0, storage: 0 }),
}));
function source(...versions) {
    return kind('source', ...versions);
}
function kind(area, ...versions) {
    return { group: `${area}.toolkit.fluxcd.io`, versions };
}

;// CONCATENATED MODULE: ./src/flux/api.ts

/**
 * Whether a Flux 2 minor serves a version of one of its kinds. A version that never was is `removed` when it is older
 * than the stored one, else `not-yet`: `notification.toolkit.fluxcd.io/v1` for an Alert. Minors beyond the table count
 * as its nearest. `unknown-kind` is every kind that is not Flux's own.
 */
function apiStatus(group, version, kind, fluxMinor) {
    const entry = api_table_apiKinds.get(kind);
    if (entry === undefined || entry.group !== group)
        return unknown;
    const minor = Math.min(knownMinors.last, Math.max(knownMinors.first, fluxMinor));
    const found = entry.versions.find(candidate => candidate.version === version);
    const storage = storedVersion(entry.versions, minor);
    const state = found === undefined ? stateOfStranger(version, storage) : stateAt(found, minor);
    return {
        state,
        storage: storage ?? null,
        moveTo: state === 'served' || storage === version ? null : (storage ?? null),
        removedIn: found?.removed ?? null,
    };
}
/** Group, version and kind of everything that a Flux minor serves, in the order of the table. */
function servedApis(fluxMinor) {
    return [...apiKinds].flatMap(([kind, { group, versions }]) => versions
        .filter(version => /^(?:served|deprecated)$/.test(stateAt(version, fluxMinor)))
        .map(({ version }) => ({ group, version, kind })));
}
function storedVersion(versions, minor) {
    return versions.findLast(({ storage }) => storage !== undefined && storage <= minor)?.version;
}
function stateAt({ served, deprecated, removed }, minor) {
    if (minor < served)
        return 'not-yet';
    if (removed !== undefined && minor >= removed)
        return 'removed';
    return deprecated !== undefined && minor >= deprecated ? 'deprecated' : 'served';
}
function stateOfStranger(version, storage) {
    return storage !== undefined && comparePriority(version, storage) < 0 ? 'removed' : 'not-yet';
}
/** The order of Kubernetes: v1alpha1 < v1alpha2 < v1beta1 < v1 < v2alpha1. What is no version comes first. */
function comparePriority(left, right) {
    const [a, b] = [priority(left), priority(right)];
    return a.map((number, index) => number - (b[index] ?? 0)).find(difference => difference !== 0) ?? 0;
}
function priority(version) {
    const [, major = '-1', stage, number = '0'] = /^v([0-9]+)(?:(alpha|beta)([0-9]+))?$/.exec(version) ?? [];
    return [Number(major), stage === 'alpha' ? 0 : stage === 'beta' ? 1 : 2, Number(number)];
}
const unknown = { state: 'unknown-kind', storage: null, moveTo: null, removedIn: null };
/** The newest minor of Flux 2 that is known here. */
const newestFluxMinor = knownMinors.last;


/***/ }),

/***/ 3120:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ goDuration)
/* harmony export */ });
const UNITS = new Map([
    ['ms', 0.001],
    ['s', 1],
    ['m', 60],
    ['h', 3600],
]);
/** Seconds of a duration as Flux's APIs take it (`1h30m`, `500ms`); undefined for anything else. */
function goDuration(text) {
    if (!/^(?:[0-9]+(?:\.[0-9]+)?(?:ms|s|m|h))+$/.test(text))
        return undefined;
    return [...text.matchAll(/([0-9.]+)(ms|s|m|h)/g)].reduce((sum, [, number = '', unit = '']) => sum + Number(number) * (UNITS.get(unit) ?? 0), 0);
}


/***/ }),

/***/ 2675:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IJ: () => (/* binding */ branchesOf),
/* harmony export */   PY: () => (/* binding */ gitRepositories),
/* harmony export */   rk: () => (/* binding */ worksHere),
/* harmony export */   uR: () => (/* binding */ gitRepositoryOf),
/* harmony export */   vk: () => (/* binding */ coverage)
/* harmony export */ });
/* harmony import */ var _applied_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1913);
/* harmony import */ var _image_loop_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1102);
/* harmony import */ var _own_source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5112);
/* harmony import */ var _resource_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8050);




/**
 * Whether an automation works on a file of this tree: whether it checks this tree out, and its `update.path` covers the file.
 * Unknown where a patch or a variable may give it another path, or the tree does not say what the source holds.
 */
function coverage(automation, inventory) {
    const isHere = worksHere(automation, inventory);
    const { updatePath, placement, resource } = automation;
    if (isHere === 'no')
        return () => 'no';
    // What is said of a path that does not exist is said of the automation, and not once more of every file.
    const exists = updatePath !== undefined && [...inventory.files.keys()].some(path => (0,_applied_js__WEBPACK_IMPORTED_MODULE_0__/* .isBelow */ .Yw)(path, updatePath));
    if (!exists)
        return () => 'unknown';
    if (placement.isRewritten || (0,_image_loop_js__WEBPACK_IMPORTED_MODULE_1__/* .hasVariable */ .$u)((0,_resource_js__WEBPACK_IMPORTED_MODULE_3__/* .textIn */ .r7)(resource, 'spec', 'update', 'path')))
        return () => 'unknown';
    return path => ((0,_applied_js__WEBPACK_IMPORTED_MODULE_0__/* .isBelow */ .Yw)(path, updatePath) ? isHere : 'no');
}
/**
 * Whether what an automation checks out is this tree. It is when a Kustomization applies a folder of the tree out of the same
 * source, or, in a tree without Kustomizations, when there is but one source to choose from.
 */
function worksHere(automation, inventory) {
    const local = localKustomizations(automation, inventory);
    if (local.length === 0)
        return hasSingleSource(inventory) ? 'yes' : 'unknown';
    const { namespace } = automation;
    if (local.some(({ source, resource }) => isSame(source, resource.namespace, automation.source, namespace)))
        return 'yes';
    const url = urlOf(automation.source, namespace, inventory);
    if (url === undefined)
        return 'unknown';
    const urls = local.map(({ source, resource }) => urlOf(source, resource.namespace, inventory));
    if (urls.includes(url))
        return 'yes';
    return urls.includes(undefined) ? 'unknown' : 'no';
}
/** The GitRepository that an automation checks out. */
function gitRepositoryOf(automation, inventory) {
    const { source, namespace } = automation;
    if (source.kind !== 'GitRepository' || (0,_image_loop_js__WEBPACK_IMPORTED_MODULE_1__/* .hasVariable */ .$u)(source.name))
        return { state: 'unknown', why: 'its source is not said in the tree' };
    const named = gitRepositories(inventory).filter(repository => {
        const placements = inventory.placementsOf(repository);
        return placements.some(placement => placement.name === source.name &&
            isSameText(placement.namespace, source.namespace ?? namespace) &&
            isSameText(placement.cluster?.name, automation.placement.cluster?.name));
    });
    const [only, ...others] = named;
    if (only === undefined)
        return { state: 'absent' };
    if (others.length > 0)
        return { state: 'unknown', why: 'several GitRepositories have that name' };
    if (inventory.placementsOf(only).some(({ isRewritten }) => isRewritten))
        return { state: 'unknown', why: 'a patch may change the GitRepository' };
    return { state: 'found', target: only };
}
/** Mirrors `buildGitConfig` and `configurePush`: a checkout of its own hides the ref of the source as a whole. */
function branchesOf(automation, inventory) {
    const { resource, pushBranch } = automation;
    const repository = gitRepositoryOf(automation, inventory);
    const ownCheckout = (0,_resource_js__WEBPACK_IMPORTED_MODULE_3__/* .valueIn */ .xm)(resource, 'spec', 'git', 'checkout') !== undefined;
    const checkout = ownCheckout
        ? automation.checkoutBranch
        : repository.state === 'found'
            ? (0,_resource_js__WEBPACK_IMPORTED_MODULE_3__/* .textIn */ .r7)(repository.target, 'spec', 'ref', 'branch')
            : undefined;
    return { checkout: knownText(checkout), push: knownText(pushBranch ?? checkout) };
}
function gitRepositories(inventory) {
    return inventory.ofKind('source.toolkit.fluxcd.io', 'GitRepository');
}
/** Kustomizations of the automation's cluster that apply files of this tree. */
function localKustomizations({ placement }, inventory) {
    const all = placement.cluster === undefined ? inventory.kustomizations : [...placement.cluster.kustomizations.values()];
    return all.filter(kustomization => (inventory.folders.get(kustomization)?.files.size ?? 0) > 0);
}
function hasSingleSource(inventory) {
    const names = inventory
        .ofKind('image.toolkit.fluxcd.io', 'ImageUpdateAutomation')
        .map(automation => (0,_resource_js__WEBPACK_IMPORTED_MODULE_3__/* .textIn */ .r7)(automation, 'spec', 'sourceRef', 'name'));
    return new Set(names).size === 1 && inventory.kustomizations.length === 0;
}
function isSame(left, leftNamespace, right, rightNamespace) {
    return (left.kind === right.kind &&
        left.name === right.name &&
        isSameText(left.namespace ?? leftNamespace, right.namespace ?? rightNamespace));
}
function urlOf(source, namespace, inventory) {
    const found = gitRepositories(inventory).find(({ name, namespace: own }) => name === source.name && isSameText(own, source.namespace ?? namespace));
    const url = found === undefined ? undefined : (0,_resource_js__WEBPACK_IMPORTED_MODULE_3__/* .textIn */ .r7)(found, 'spec', 'url');
    return url === undefined || (0,_image_loop_js__WEBPACK_IMPORTED_MODULE_1__/* .hasVariable */ .$u)(url) ? undefined : (0,_own_source_js__WEBPACK_IMPORTED_MODULE_2__/* .plainAddress */ .n)(url);
}
/** Equal, as far as both are known. */
function isSameText(left, right) {
    return left === undefined || right === undefined || left === right;
}
function knownText(text) {
    return (0,_image_loop_js__WEBPACK_IMPORTED_MODULE_1__/* .hasVariable */ .$u)(text) ? undefined : text;
}


/***/ }),

/***/ 356:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T8: () => (/* binding */ placedIn),
/* harmony export */   Vx: () => (/* binding */ isRemote),
/* harmony export */   Z6: () => (/* binding */ clusterGraphsOf),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   is: () => (/* binding */ waitsFor)
/* harmony export */ });
/* harmony import */ var _image_loop_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1102);
/* harmony import */ var _resource_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8050);


function clusterGraphsOf(inventory) {
    return inventory.clusters.map(cluster => graphOf(cluster, inventory));
}
function graphOf(cluster, inventory) {
    const drafts = [...cluster.kustomizations].map(kustomization => {
        const placement = inventory.placementsOf(kustomization.resource).find(({ cluster: where }) => where === cluster);
        const dependencies = [];
        const namespace = placement?.namespace ?? kustomization.resource.namespace;
        return { kustomization, namespace, name: placement?.name ?? kustomization.resource.name ?? '', dependencies };
    });
    for (const draft of drafts) {
        for (const [index, reference] of draft.kustomization.dependsOn.entries()) {
            const namespace = reference.namespace ?? draft.namespace;
            const node = drafts.find(other => other.name === reference.name &&
                (other.namespace === undefined || namespace === undefined || other.namespace === namespace));
            draft.dependencies.push({ index, namespace, name: reference.name, node });
        }
    }
    const isOpen = [...cluster.kustomizations].some(kustomization => inventory.folders.get(kustomization)?.isOpen !== false || inventory.ownness(kustomization) !== 'yes');
    return { cluster, nodes: drafts, isOpen: isOpen || generatesObjects(inventory) };
}
/** Whether something of the tree makes Flux objects by itself: the Flux operator's ResourceSets. */
function generatesObjects(inventory) {
    return inventory.resources.some(({ group }) => group === 'fluxcd.controlplane.io');
}
/** Everything that a node waits for, by way of others too; itself only in a circle. */
function waitsFor(node) {
    const found = new Set();
    const waiting = [node];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        for (const { node: dependency } of next.dependencies) {
            if (dependency === undefined || found.has(dependency))
                continue;
            found.add(dependency);
            waiting.push(dependency);
        }
    }
    return found;
}
/** Every object that reaches a cluster, or may: where an object goes is not always known. */
function placedIn(cluster, { resources, placementsOf }) {
    return resources.flatMap(resource => placementsOf(resource).filter(placement => placement.cluster === undefined || placement.cluster === cluster));
}
/** Whether what a Kustomization applies goes to another cluster than the one it lives in. */
function isRemote({ resource }) {
    return (0,_resource_js__WEBPACK_IMPORTED_MODULE_1__/* .valueIn */ .xm)(resource, 'spec', 'kubeConfig') !== undefined;
}
/** The identity of an object in a cluster; undefined where a part is not known. */
function identityOf(resource, namespace, name) {
    if (name === undefined || (0,_image_loop_js__WEBPACK_IMPORTED_MODULE_0__/* .hasVariable */ .$u)(name) || (0,_image_loop_js__WEBPACK_IMPORTED_MODULE_0__/* .hasVariable */ .$u)(namespace))
        return undefined;
    return `${resource.group}/${resource.kind} ${namespace ?? ''}/${name}`;
}


/***/ }),

/***/ 8555:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ readTree)
/* harmony export */ });
/* harmony import */ var _yaml_source_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2609);
/* harmony import */ var _manifest_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6034);
/* harmony import */ var _tree_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8483);



/**
 * Reads the manifests and sealing certificates among the files of a tree (see treePaths). A link that leads out of the tree is not followed.
 *
 * @param root an absolute path
 */
async function readTree(runner, root) {
    const wanted = (0,_manifest_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutChartTemplates */ .a4)((await (0,_tree_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .treePaths */ .L)(runner, root)).filter(isTreePath));
    const texts = await runner.files.readAll(root, wanted, _yaml_source_file_js__WEBPACK_IMPORTED_MODULE_0__/* .LARGEST_FILE */ .K7);
    return wanted.flatMap((path, index) => {
        const text = texts[index];
        return text === undefined || !(0,_manifest_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .isManifestText */ .Lg)(path, text) ? [] : [[path, text]];
    });
}
function isTreePath(path) {
    return (0,_manifest_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .isManifestPath */ .HS)(path) || (0,_manifest_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .isPlainPath */ .qW)(path);
}


/***/ })

};
