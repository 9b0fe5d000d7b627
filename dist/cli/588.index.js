export const id = 588;
export const ids = [588];
export const modules = {

/***/ 1588:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   buildPushCommand: () => (/* binding */ buildPushCommand)
/* harmony export */ });
/* harmony import */ var _src_action_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8683);
/* harmony import */ var _src_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6314);



/** Secrets come from the environment: arguments are seen by everybody on the machine. */
const VARIABLES = { password: 'FLUXGATE_PASSWORD', 'receiver-token': 'FLUXGATE_RECEIVER_TOKEN' };
const INPUTS = _src_action_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .ACTION_INPUTS */ .b['build-push'];
const OPTIONS = INPUTS.filter(input => !Object.hasOwn(VARIABLES, input.name)).map(input => {
    const truth = input.default === 'true' || input.default === 'false';
    return {
        name: input.name,
        description: input.description,
        ...(truth && input.default === 'false' && !['provenance', 'sbom'].includes(input.name) ? {} : { value: 'VALUE' }),
        ...(input.default === '' ? {} : { default: input.default }),
    };
});
const buildPushCommand = {
    options: OPTIONS,
    help: () => (0,_command_js__WEBPACK_IMPORTED_MODULE_2__/* .helpText */ .BK)('fluxgate build-push --registry HOST[:PORT] --images @FILE [OPTIONS]', `Builds images with docker buildx and pushes them under one tag. The password comes from ${VARIABLES.password}, the token of a Receiver from ${VARIABLES['receiver-token']}. A value @FILE is read from the file.`, OPTIONS, [
        'fluxgate build-push --registry 192.168.0.40:5000 --insecure --images @images.yaml --dry-run',
        `${VARIABLES.password}=… fluxgate build-push --registry ghcr.io --username me --images "- name: me/app"`,
    ]),
    async run(args, { runner, values }) {
        for (const [name, variable] of Object.entries(VARIABLES)) {
            if (!args.some(arg => arg === `--${name}` || arg.startsWith(`--${name}=`)))
                continue;
            throw (0,_command_js__WEBPACK_IMPORTED_MODULE_2__/* .wrongUsage */ .xY)(`the ${name} is not taken as an argument, where everybody on the machine can read it`, `Put it into the environment variable ${variable}`);
        }
        const given = (0,_command_js__WEBPACK_IMPORTED_MODULE_2__/* .parseArguments */ .We)(args, OPTIONS);
        for (const { name, default: standard } of INPUTS) {
            const value = given.get(name) ?? standard;
            values.set(name, value.startsWith('@') ? await readValue(value.slice(1), name, runner) : value);
        }
        for (const [name, variable] of Object.entries(VARIABLES))
            values.set(name, runner.env[variable] ?? '');
        const { main } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(856), __webpack_require__.e(435), __webpack_require__.e(428)]).then(__webpack_require__.bind(__webpack_require__, 2988));
        await main(runner);
    },
};
async function readValue(path, option, runner) {
    const text = await runner.files.readText(path);
    if (text === undefined)
        throw new _src_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`option --${option}: the file ${path} does not exist`, { usage: true });
    return text;
}


/***/ }),

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


/***/ })

};
