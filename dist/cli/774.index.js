export const id = 774;
export const ids = [774];
export const modules = {

/***/ 9651:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ controllerCertificate),
/* harmony export */   x: () => (/* binding */ sealFetchCommand)
/* harmony export */ });
/* harmony import */ var _src_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _src_sealed_certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1867);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6314);



const OPTIONS = [
    { name: 'namespace', value: 'NS', description: 'The namespace of the controller', default: 'flux-system' },
    {
        name: 'service',
        value: 'NAME',
        description: 'The service of the controller',
        default: 'sealed-secrets-controller',
    },
    { name: 'port', value: 'PORT', description: 'The port of the service', default: '8080' },
    { name: 'output', value: 'FILE', description: 'Where to write it; - is standard output', default: 'pub-cert.pem' },
];
/** How long a port-forward may take to listen, in milliseconds. */
const PATIENCE = 20_000;
/** The controller's certificate, through a port-forward, or else through the API server's proxy. */
const sealFetchCommand = {
    name: 'fetch',
    summary: "Get the controller's certificate",
    options: OPTIONS,
    help: () => (0,_command_js__WEBPACK_IMPORTED_MODULE_2__/* .helpText */ .BK)('fluxgate seal fetch [--namespace NS] [--service NAME] [--output FILE]', `Gets the public certificate of the Sealed Secrets controller with the installed kubectl: by a port-forward, else through the API server. ${byHand({ namespace: 'NS', service: 'NAME', port: '8080' })}`, OPTIONS, ['fluxgate seal fetch', 'fluxgate seal fetch --namespace kube-system --output flux/pub-cert.pem']),
    run: fetchCertificate,
};
async function fetchCertificate(args, { runner, print }) {
    const given = (0,_command_js__WEBPACK_IMPORTED_MODULE_2__/* .parseArguments */ .We)(args, OPTIONS);
    const option = (name) => given.get(name) ?? OPTIONS.find(known => known.name === name)?.default ?? '';
    const [namespace, service, port, output] = ['namespace', 'service', 'port', 'output'].map(option);
    const target = { namespace: namespace ?? '', service: service ?? '', port: port ?? '' };
    const text = await controllerCertificate(target, runner);
    const certificate = (0,_src_sealed_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .newestCertificate */ .uF)((0,_src_sealed_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .readCertificates */ .jZ)(text, `${namespace}/${service}`), runner.clock.now());
    const problem = (0,_src_sealed_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .expiryProblem */ .rD)(certificate, runner.clock.now());
    if (problem !== undefined)
        runner.log.warning(`The certificate ${problem.text}`);
    if (output === '-')
        print(text);
    else
        await runner.files.replace(output ?? '', Buffer.from(text));
    runner.log.info(`SHA-256 ${certificate.fingerprint}, valid to ${new Date(certificate.validTo).toISOString().slice(0, 10)}`);
    return 0;
}
/**
 * The controller's certificate in PEM: by a port-forward, else through the API server's proxy.
 *
 * @throws UserError when neither gives it
 */
async function controllerCertificate(target, runner) {
    const attempts = [];
    const text = (await attempt(() => portForward(target, runner), attempts)) ??
        (await attempt(() => proxy(target, runner), attempts));
    runner.signal.throwIfAborted();
    if (text !== undefined)
        return text;
    throw new _src_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the certificate cannot be got: ${attempts.join('; ')}`, { next: byHand(target) });
}
function contextOf({ context }) {
    return context === undefined ? [] : [`--context=${context}`];
}
function byHand({ namespace, service, port }) {
    return `By hand, where the cluster is reached: kubectl -n ${namespace} port-forward service/${service} 8080:${port}, and in another terminal curl -fo pub-cert.pem http://127.0.0.1:8080/v1/cert.pem; the controller also logs the certificate when it starts`;
}
async function attempt(get, failures) {
    try {
        return await get();
    }
    catch (error) {
        failures.push((0,_src_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
        return undefined;
    }
}
async function portForward(target, runner) {
    const { namespace, service, port } = target;
    const end = new AbortController();
    let listens = () => undefined;
    const listening = new Promise(resolve => {
        listens = resolve;
    });
    const args = [...contextOf(target), '--namespace', namespace, 'port-forward', `service/${service}`, `:${port}`];
    const running = runner.exec({
        command: 'kubectl',
        args,
        signal: AbortSignal.any([end.signal, runner.signal, AbortSignal.timeout(PATIENCE)]),
        onLine(line) {
            const local = /^Forwarding from 127\.0\.0\.1:([0-9]+)/.exec(line)?.[1];
            if (local !== undefined)
                listens(`http://127.0.0.1:${local}/v1/cert.pem`);
        },
    });
    const ended = running.then(({ code, stderr }) => {
        throw new _src_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`kubectl port-forward: ${stderr.trim().split('\n').at(-1) || `exit code ${code}`}`);
    });
    try {
        const url = await Promise.race([listening, ended]);
        const response = await runner.http({ method: 'GET', url, signal: runner.signal });
        if (response.status !== 200)
            throw new _src_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the controller answers with ${response.status}`);
        return Buffer.from(response.body).toString('utf8');
    }
    finally {
        end.abort();
        await ended.catch(() => undefined);
    }
}
async function proxy(target, runner) {
    const { namespace, service, port } = target;
    const path = `/api/v1/namespaces/${namespace}/services/http:${service}:${port}/proxy/v1/cert.pem`;
    const result = await runner.exec({
        command: 'kubectl',
        args: [...contextOf(target), 'get', '--raw', path, '--request-timeout=20s'],
        signal: runner.signal,
    });
    if (result.code === 0)
        return result.stdout;
    throw new _src_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`kubectl get --raw: ${result.stderr.trim().split('\n').at(-1) || `exit code ${result.code}`}`);
}


/***/ }),

/***/ 8774:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sealCommand: () => (/* binding */ sealCommand)
});

// EXTERNAL MODULE: ./src/action-inputs.ts
var action_inputs = __webpack_require__(8683);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./cli/command.ts
var command = __webpack_require__(6314);
;// CONCATENATED MODULE: ./cli/seal-check.ts


/** The SealedSecrets of a folder, without the key. */
const sealCheckCommand = {
    name: 'check',
    summary: 'Verify the SealedSecrets of a folder, without the key',
    options: [],
    help: () => (0,command/* helpText */.BK)('fluxgate seal check [DIR]', 'Verifies the SealedSecrets below DIR, the current folder unless told, without the key: that each can be opened by its shape, and is sealed for the name and the namespace that it has. Exit code 1 when one cannot.', [], ['fluxgate seal check', 'fluxgate seal check flux']),
    async run(args, { runner, values }) {
        const [folder = '.'] = (0,command/* parseArguments */.We)(args, [], 1).positionals;
        for (const { name, default: standard } of action_inputs/* ACTION_INPUTS */.b.seal)
            values.set(name, standard);
        values.set('check', folder);
        const { main } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(243), __webpack_require__.e(609), __webpack_require__.e(687), __webpack_require__.e(647), __webpack_require__.e(597), __webpack_require__.e(294)]).then(__webpack_require__.bind(__webpack_require__, 2294));
        await main(runner);
        return 0;
    },
};

// EXTERNAL MODULE: ./cli/seal-fetch.ts
var seal_fetch = __webpack_require__(9651);
;// CONCATENATED MODULE: ./cli/seal.ts





/** Secrets come from the environment: arguments are seen by everybody on the machine. */
const SECRET_VARIABLES = { 'fingerprint-key': 'FLUXGATE_FINGERPRINT_KEY', token: 'GITHUB_TOKEN' };
const INPUTS = action_inputs/* ACTION_INPUTS */.b.seal;
const VALUES = {
    secrets: 'REQUEST.yaml|-',
    certificate: 'PATH|URL',
    renew: 'NAMES',
    mode: 'merge|replace',
    format: 'sealed-secret|sops',
    deliver: 'files|commit|pull-request',
    branch: 'BRANCH',
    check: 'DIR',
};
const OPTIONS = INPUTS.filter(({ name }) => !(name in SECRET_VARIABLES)).map(input => {
    const value = VALUES[input.name];
    return {
        name: input.name,
        description: input.name === 'secrets'
            ? `The request, from a file or (-) from standard input. ${input.description}`
            : input.description,
        ...(value === undefined ? {} : { value }),
        ...(input.default === '' ? {} : { default: input.default }),
    };
});
const sealCommand = {
    options: OPTIONS,
    subcommands: [sealCheckCommand, seal_fetch/* sealFetchCommand */.x],
    help: sealHelp,
    async run(args, terminal) {
        const secret = Object.entries(SECRET_VARIABLES).find(([name]) => args.some(arg => arg === `--${name}` || arg.startsWith(`--${name}=`)));
        if (secret !== undefined) {
            throw (0,command/* wrongUsage */.xY)(`--${secret[0]} is not taken as an argument, where everybody on the machine can read it`, `Put it into the environment variable ${secret[1]}`);
        }
        const given = (0,command/* parseArguments */.We)(args, OPTIONS);
        for (const { name, default: standard } of INPUTS)
            terminal.values.set(name, given.get(name) ?? standard);
        for (const [name, variable] of Object.entries(SECRET_VARIABLES))
            terminal.values.set(name, terminal.runner.env[variable] ?? '');
        terminal.values.set('secrets', await readRequest(given.get('secrets'), terminal));
        const { main } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(243), __webpack_require__.e(609), __webpack_require__.e(687), __webpack_require__.e(647), __webpack_require__.e(597), __webpack_require__.e(294)]).then(__webpack_require__.bind(__webpack_require__, 2294));
        await main(terminal.runner);
        return 0;
    },
};
function sealHelp() {
    return (0,command/* helpText */.BK)('fluxgate seal --secrets REQUEST.yaml|- [--certificate PATH|URL] [OPTIONS] | seal check [DIR] | seal fetch [OPTIONS]', 'Seals values for the Sealed Secrets controller, offline, into the files that the request names. The fingerprint key comes from FLUXGATE_FINGERPRINT_KEY, the token from GITHUB_TOKEN. "seal check" verifies the SealedSecrets of a folder without the key; "seal fetch" gets the controller\'s certificate, and "seal fetch --help" says how to do it by hand. Exit code 2: wrong usage or request, and nothing was written.', OPTIONS, [
        'fluxgate seal fetch',
        'HARBOR_PASSWORD=… fluxgate seal --secrets request.yaml',
        'fluxgate seal --secrets - --certificate https://sealed-secrets.example/v1/cert.pem < request.yaml',
        'fluxgate seal check flux',
    ]);
}
async function readRequest(place, { runner, readInput }) {
    if (place === undefined)
        return '';
    const text = place === '-' ? await readInput() : await runner.files.readText(place);
    if (text === undefined)
        throw new errors/* UserError */.yo(`option --secrets: the file ${place} does not exist`, { usage: true });
    if (text.trim() === '')
        throw new errors/* UserError */.yo(`option --secrets: ${place === '-' ? 'standard input' : place} is empty`, { usage: true });
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


/***/ }),

/***/ 1867:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jZ: () => (/* binding */ readCertificates),
/* harmony export */   rD: () => (/* binding */ expiryProblem),
/* harmony export */   uF: () => (/* binding */ newestCertificate)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);


const PEM_BLOCK = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;
const LEAST_BITS = 2048;
const DAY = 24 * 60 * 60 * 1000;
/** A certificate that ends sooner is a warning. */
const NEAR_DAYS = 30;
/**
 * Reads every certificate of a PEM text.
 *
 * @throws UserError when there is none, or one that the controller cannot have made
 */
function readCertificates(text, source) {
    if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${source} holds a private key: expected the controller's public certificate`, {
            next: 'Whoever has that key opens every sealed secret: take it away from here',
        });
    }
    const blocks = text.match(PEM_BLOCK) ?? [];
    if (blocks.length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${source} holds no certificate: expected "-----BEGIN CERTIFICATE-----"`, {
            next: 'fluxgate seal fetch --help shows how to get one from the controller',
        });
    }
    return blocks.map(block => readCertificate(block, source));
}
function readCertificate(pem, source) {
    const certificate = parsed(pem, source);
    const { publicKey } = certificate;
    if (publicKey.asymmetricKeyType !== 'rsa') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the key of the certificate in ${source} is ${publicKey.asymmetricKeyType}: expected RSA`);
    }
    const modulus = Buffer.from(publicKey.export({ format: 'jwk' }).n ?? '', 'base64url');
    const bits = publicKey.asymmetricKeyDetails?.modulusLength ?? 0;
    if (bits < LEAST_BITS) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the key of the certificate in ${source} has ${bits} bits: expected at least ${LEAST_BITS}`);
    }
    return {
        source,
        publicKey,
        modulus,
        fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
        validFrom: Date.parse(certificate.validFrom),
        validTo: Date.parse(certificate.validTo),
    };
}
function parsed(pem, source) {
    try {
        return new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(pem);
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the certificate in ${source} cannot be read: it is damaged or cut off`, { cause: error });
    }
}
/**
 * The newest certificate that is valid now: the one that the controller takes for new values.
 *
 * @param now milliseconds since 1970
 * @throws UserError when none is valid
 */
function newestCertificate(certificates, now) {
    const newestFirst = [...certificates].sort((left, right) => right.validFrom - left.validFrom);
    const valid = newestFirst.find(({ validFrom, validTo }) => validFrom <= now && now <= validTo);
    if (valid !== undefined)
        return valid;
    const problems = newestFirst.map(certificate => `${certificate.source} ${expiryProblem(certificate, now)?.text}`);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`no certificate to seal with: ${problems.join('; ')}`, {
        next: 'Get the current one from the controller: fluxgate seal fetch',
    });
}
/** What is wrong with the days of a certificate; undefined when nothing is. */
function expiryProblem({ validFrom, validTo }, now) {
    if (now < validFrom)
        return { invalid: true, text: `is valid from ${day(validFrom)} on, and that is to come` };
    if (now > validTo)
        return { invalid: true, text: `expired on ${day(validTo)}` };
    if (validTo - now > NEAR_DAYS * DAY)
        return undefined;
    return { invalid: false, text: `expires on ${day(validTo)}, in ${Math.floor((validTo - now) / DAY)} days` };
}
function day(time) {
    return new Date(time).toISOString().slice(0, 10);
}


/***/ })

};
