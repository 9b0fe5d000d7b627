export const id = 294;
export const ids = [294];
export const modules = {

/***/ 2294:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
// EXTERNAL MODULE: ./src/errors.ts
var src_errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/inputs.ts
var src_inputs = __webpack_require__(8422);
// EXTERNAL MODULE: ./src/markdown.ts
var markdown = __webpack_require__(3758);
// EXTERNAL MODULE: ./src/nearest.ts
var nearest = __webpack_require__(7909);
// EXTERNAL MODULE: ./src/flux/inventory.ts + 5 modules
var flux_inventory = __webpack_require__(4509);
// EXTERNAL MODULE: ./src/sealed/certificate-files.ts
var certificate_files = __webpack_require__(1193);
// EXTERNAL MODULE: ./src/sealed/sealed-tree.ts + 1 modules
var sealed_tree = __webpack_require__(7690);
// EXTERNAL MODULE: ./src/tree/read-tree.ts
var read_tree = __webpack_require__(8555);
;// CONCATENATED MODULE: ./actions/seal/check-tree.ts






/**
 * Verifies every SealedSecret below a folder without the key: structure, sizes, scope, placeholders, and the
 * certificates that lie there.
 *
 * @param folder as the user wrote it; places are told below it
 * @throws UserError when there is no such folder
 */
async function checkTree(folder, runner) {
    const root = (0,external_node_path_.resolve)(runner.workspace, folder);
    if ((await runner.files.kind(root)) !== 'folder')
        throw new src_errors/* UserError */.yo(`the folder ${folder} does not exist`, { usage: true });
    const inventory = (0,flux_inventory/* takeInventory */.O1)(await (0,read_tree/* readTree */.Z)(runner, root), new Map());
    const shown = (path) => (folder === '.' ? path : `${folder.replace(/\/+$/, '')}/${path}`);
    const sealed = (0,sealed_tree/* sealedProblems */.v)(inventory).map(({ rule, severity, file, span, message, fix }) => ({
        rule,
        severity,
        place: { file: shown(file), line: span.line },
        message,
        fix,
    }));
    const certificates = (0,certificate_files/* certificateProblems */._)(inventory.certificates, runner.clock.now()).map(({ path, message, fix }) => ({
        rule: 'sealed-certificate',
        severity: 'warning',
        place: { file: shown(path), line: 1 },
        message,
        fix,
    }));
    return { checked: (0,sealed_tree/* sealedSecretsOf */.J)(inventory).length, problems: [...sealed, ...certificates].sort(byPlace) };
}
function byPlace({ place: left }, { place: right }) {
    return left.file === right.file ? (left.line ?? 0) - (right.line ?? 0) : left.file < right.file ? -1 : 1;
}
/** Says what a check has found; gives the number of errors. */
function tellCheck({ checked, problems }, { log }) {
    for (const { rule, severity, place, message, fix } of problems)
        log[severity](`${message} (${rule}). ${fix}`, place);
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    log.info(`${checked} SealedSecrets checked: ${errors} errors, ${problems.length - errors} warnings`);
    return errors;
}

;// CONCATENATED MODULE: ./actions/seal/child-environment.ts
/** The environment for git and sops: without our inputs, without the variables that the request names, without their values. */
function childEnvironment(requests, { env, redact }) {
    const origins = requests.flatMap(({ data, helpers }) => [
        ...data.values(),
        ...helpers.flatMap(helper => [...helper.origins.values()]),
    ]);
    const named = new Set(origins.flatMap(origin => (origin.kind === 'env' ? [origin.name] : [])));
    return Object.fromEntries(Object.entries(env).filter(([name, value = '']) => !named.has(name) &&
        !/^(?:INPUT_|FLUXGATE_FINGERPRINT_KEY$)/.test(name) &&
        (value === '' || redact(value) !== '***')));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/sealed/check.ts
var check = __webpack_require__(3196);
// EXTERNAL MODULE: ./src/sealed/envelope.ts
var sealed_envelope = __webpack_require__(8966);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
;// CONCATENATED MODULE: ./actions/seal/fingerprint.ts


/** The annotation that says of each key which certificate it was sealed for and, with a fingerprint key, of what value. */
const SEALS_ANNOTATION = 'fluxgate/seals';
/** Tells whether a value is the one that was sealed, and nothing else to whoever lacks the key. */
function fingerprint(secretKey, subject, value) {
    const { namespace, name, key, scope, certificate, ciphertext } = subject;
    const hmac = (0,external_node_crypto_.createHmac)('sha256', secretKey);
    for (const part of ['fluxgate seal 1', namespace, name, key, scope, certificate, ciphertext]) {
        // No part can run over into the next one.
        hmac.update(`${Buffer.byteLength(part)}:${part}`);
    }
    return hmac.update(value).digest('base64url');
}
function shortId(certificate) {
    return certificate.slice(0, 16);
}
/** Reads the annotation; what is none of ours is left out. */
function readSeals(annotations) {
    const text = (0,json/* member */.Dc)(annotations, SEALS_ANNOTATION);
    const parsed = typeof text === 'string' ? (0,json/* parseJson */.qF)(text) : undefined;
    const seals = new Map();
    for (const [key, written] of Object.entries((0,json/* isMapping */.pi)(parsed) ? parsed : {})) {
        const [, certificate, mac] = /^([0-9a-f]{16})(?:\.([A-Za-z0-9_-]{43}))?$/.exec(String(written)) ?? [];
        if (certificate !== undefined)
            seals.set(key, { certificate, fingerprint: mac });
    }
    return seals;
}
/** The annotation's text: one JSON object, keys in order. */
function writeSeals(seals) {
    const entries = [...seals].sort(([left], [right]) => (left < right ? -1 : 1));
    return JSON.stringify(Object.fromEntries(entries.map(([key, { certificate, fingerprint: mac }]) => [
        key,
        mac === undefined ? certificate : `${certificate}.${mac}`,
    ])));
}

;// CONCATENATED MODULE: ./actions/seal/decide.ts




/** Decides for every key of a secret. Sealing is random: whatever can stay must stay, or each run would change the file. */
function decide(situation) {
    const { values, existing, mode } = situation;
    const asked = [...values.keys()].map(key => decideAsked(key, situation));
    const others = [...(existing?.values ?? [])].filter(([key]) => !values.has(key));
    return [
        ...asked,
        ...others.map(([key, written]) => {
            if (mode === 'replace')
                return { key, action: 'dropped', reason: 'not in the request' };
            if (isForAnother(key, written, situation))
                return { key, action: 'stale', reason: ANOTHER };
            return { key, action: 'kept', reason: 'not in the request' };
        }),
    ];
}
/** The reason for what is kept because nobody can tell. */
const UNTOLD = 'whether it changed is not known without a fingerprint key';
const ANOTHER = 'sealed for another certificate, and its value is not at hand';
function decideAsked(key, situation) {
    const { existing, renews, scope } = situation;
    const written = existing?.values.get(key);
    if (existing === undefined || written === undefined)
        return { key, action: 'sealed', reason: 'new' };
    if (typeof written !== 'string' || 'problem' in (0,sealed_envelope/* readEnvelope */.H)(written)) {
        return { key, action: 'sealed', reason: 'the file has no sealed value there' };
    }
    if (renews(key))
        return { key, action: 'renewed', reason: 'named in "renew"' };
    if (existing.scope !== scope)
        return { key, action: 'renewed', reason: `the scope changes from ${existing.scope}` };
    const value = situation.values.get(key);
    if (typeof value === 'string') {
        if (isForAnother(key, written, situation))
            return { key, action: 'stale', reason: ANOTHER };
        return { key, action: 'kept', reason: 'generated before' };
    }
    if (isForAnother(key, written, situation))
        return { key, action: 'renewed', reason: 'the certificate is another one' };
    return decideByFingerprint(key, written, value ?? new Uint8Array(), situation);
}
function decideByFingerprint(key, ciphertext, value, situation) {
    const { fingerprintKey, existing, namespace, name, scope, certificate } = situation;
    if (fingerprintKey === undefined) {
        return { key, action: 'kept', reason: UNTOLD };
    }
    const known = existing?.seals.get(key)?.fingerprint;
    if (known === undefined)
        return { key, action: 'renewed', reason: 'it had no fingerprint' };
    const subject = { namespace, name, key, scope, certificate: certificate.fingerprint, ciphertext };
    const own = fingerprint(fingerprintKey, subject, value);
    if (known.length === own.length && (0,external_node_crypto_.timingSafeEqual)(Buffer.from(known), Buffer.from(own))) {
        return { key, action: 'kept', reason: 'unchanged' };
    }
    return { key, action: 'renewed', reason: 'the value changed' };
}
/** Whether a value is known to be sealed for another certificate: by its record, or because the key cannot have made it. */
function isForAnother(key, written, { existing, certificate }) {
    const record = existing?.seals.get(key);
    const envelope = typeof written === 'string' ? (0,sealed_envelope/* readEnvelope */.H)(written) : undefined;
    if (envelope !== undefined && !('problem' in envelope) && !(0,check/* fitsKey */.iU)(envelope.wrappedKey, certificate))
        return true;
    return record !== undefined && record.certificate !== shortId(certificate.fingerprint);
}

// EXTERNAL MODULE: ./src/git/branch.ts
var git_branch = __webpack_require__(8030);
// EXTERNAL MODULE: ./src/git/repository.ts
var repository = __webpack_require__(5986);
;// CONCATENATED MODULE: ./actions/seal/deliver.ts




/** Commits the files as they are in the work tree, and pushes that one commit onto the branch that is checked out. */
async function deliverCommit(delivery, runner) {
    const place = await commitPlace(delivery, runner);
    const commit = await makeCommit(delivery, place, runner);
    await push(delivery, runner, commit, `refs/heads/${place.branch}`);
    const git = (0,repository/* openGit */.z)(runner.exec, runner.workspace, delivery.env);
    await git.run('update-ref', '-m', 'fluxgate seal', 'HEAD', commit, place.head);
    await git.run('reset', '--quiet', '--', ...delivery.files);
    return `Committed ${commit.slice(0, 12)} to ${place.branch}`;
}
/** Commits the files onto a branch of their own, and opens a pull request for it, or brings the open one up to date. */
async function deliverPullRequest(delivery, options, runner) {
    const place = await commitPlace(delivery, runner);
    if (options.branch === place.branch) {
        throw new src_errors/* UserError */.yo(`input "branch" is "${options.branch}", the branch that is checked out: a pull request needs another one`);
    }
    const commit = await makeCommit(delivery, place, runner);
    // The branch is ours alone: what an earlier run left there is outdated.
    await push(delivery, runner, commit, `refs/heads/${options.branch}`, '--force');
    return openPullRequest(delivery.message, { ...options, base: place.branch }, runner);
}
/**
 * The branch that is checked out. Its head must be the one at origin: whatever else is between them, a proposal of a
 * stranger's even, would be published with the commit.
 */
async function commitPlace({ env }, runner) {
    const git = (0,repository/* openGit */.z)(runner.exec, runner.workspace, env);
    const head = (await git.ask('rev-parse', '--verify', '--quiet', 'HEAD^{commit}'))?.trim();
    if (head === undefined)
        throw new src_errors/* UserError */.yo('there is no git commit here to put the sealed files onto', { next: 'Use deliver: files' });
    // On GitHub the checkout is detached for anything but a branch; the event's ref says which one it is.
    const ref = (await (0,git_branch/* checkedOutRef */.jW)(git)) ?? (runner.kind === 'github' ? runner.env.GITHUB_REF : undefined);
    const branch = /^refs\/heads\/(.+)$/.exec(ref ?? '')?.[1];
    if (branch === undefined) {
        throw new src_errors/* UserError */.yo(`${ref ?? 'a single commit'} is checked out, and no branch: there is nowhere to deliver to`, {
            next: 'Run it on a branch, or use deliver: files',
        });
    }
    const remote = await (0,git_branch/* remoteHead */.P7)(git, branch);
    if ('unknown' in remote)
        throw new src_errors/* UserError */.yo(remote.unknown, { next: 'The checkout needs persist-credentials: true' });
    if (remote.sha === head)
        return { branch, head };
    throw new src_errors/* UserError */.yo(`${head.slice(0, 12)} is checked out, and ${branch} at origin is at ${remote.sha.slice(0, 12)}: the commit would carry more than the sealed files, or be refused`, { next: `Check out the head of ${branch} and run again` });
}
/** Makes the commit beside the index and the work tree, so that nothing else gets into it. */
async function makeCommit({ files, message, env }, { head }, runner) {
    const folder = await runner.files.temporaryFolder('fluxgate-index');
    try {
        const identity = runner.kind === 'github' ? ROBOT : {};
        const git = (0,repository/* openGit */.z)(runner.exec, runner.workspace, { ...env, ...identity, GIT_INDEX_FILE: `${folder}/index` });
        await git.run('read-tree', head);
        await git.run('add', '--force', '--', ...files);
        const tree = (await git.run('write-tree')).trim();
        return (await git.feed(message, 'commit-tree', tree, '-p', head, '-F', '-')).trim();
    }
    finally {
        await runner.files.remove(folder);
    }
}
const ROBOT = {
    GIT_AUTHOR_NAME: 'github-actions[bot]',
    GIT_AUTHOR_EMAIL: '41898282+github-actions[bot]@users.noreply.github.com',
    GIT_COMMITTER_NAME: 'github-actions[bot]',
    GIT_COMMITTER_EMAIL: '41898282+github-actions[bot]@users.noreply.github.com',
};
async function push({ env }, runner, commit, ref, ...options) {
    const git = (0,repository/* openGit */.z)(runner.exec, runner.workspace, env);
    try {
        await git.run('push', '--quiet', ...options, 'origin', `${commit}:${ref}`);
    }
    catch (error) {
        if (!(error instanceof repository/* GitFailure */.X))
            throw error;
        throw new src_errors/* UserError */.yo(`origin refuses the push to ${ref}: ${error.message}`, {
            next: 'The job needs contents: write and a checkout with persist-credentials: true; if the branch has moved, run again',
            cause: error,
        });
    }
}
async function openPullRequest(message, { branch, token, base }, runner) {
    const repository = runner.env.GITHUB_REPOSITORY;
    if (!repository)
        throw new src_errors/* UserError */.yo('the variable GITHUB_REPOSITORY (owner/name) is not set', {
            next: 'Set it, or open the pull request by hand',
        });
    const api = `${runner.env.GITHUB_API_URL || 'https://api.github.com'}/repos/${repository}/pulls`;
    const ask = async (method, url, body) => {
        const headers = {
            authorization: `Bearer ${token}`,
            accept: 'application/vnd.github+json',
            'x-github-api-version': '2022-11-28',
        };
        const sent = body === undefined ? {} : { body: JSON.stringify(body) };
        const response = await runner.http({ method, url, headers, signal: runner.signal, ...sent });
        const answer = (0,json/* parseJson */.qF)(Buffer.from(response.body).toString('utf8'));
        if (response.status < 300)
            return answer;
        const said = (0,json/* textMember */.SA)(answer, 'message') ?? 'no reason given';
        throw new src_errors/* UserError */.yo(`GitHub refuses ${method} ${url.split('?')[0]}: ${response.status}, ${said}`, {
            next: 'The token needs pull-requests: write, and the repository’s settings must let Actions create pull requests',
        });
    };
    const [title = '', ...rest] = message.split('\n');
    const body = rest.join('\n').trim();
    const [owner] = repository.split('/');
    const open = await ask('GET', `${api}?state=open&base=${encodeURIComponent(base)}&head=${encodeURIComponent(`${owner}:${branch}`)}`);
    const number = Array.isArray(open) ? (0,json/* numberMember */.eJ)(open[0], 'number') : undefined;
    if (number === undefined) {
        const made = await ask('POST', api, { title, body, head: branch, base });
        return `Opened the pull request ${(0,json/* textMember */.SA)(made, 'html_url') ?? ''}`;
    }
    const changed = await ask('PATCH', `${api}/${number}`, { title, body });
    return `Brought the pull request ${(0,json/* textMember */.SA)(changed, 'html_url') ?? `#${number}`} up to date`;
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./src/sealed/scope.ts
var sealed_scope = __webpack_require__(704);
;// CONCATENATED MODULE: ./actions/seal/kubernetes-names.ts
/** What Kubernetes accepts as names; each function says what is wrong, or undefined. */
const LABEL = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';
const LABEL_NAME = new RegExp(`^${LABEL}$`);
const SUBDOMAIN = new RegExp(`^${LABEL}(?:\\.${LABEL})*$`);
const QUALIFIED = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
/** The name of a Secret. */
function nameProblem(name) {
    if (name.length <= 253 && SUBDOMAIN.test(name))
        return undefined;
    return 'expected a DNS name of at most 253 characters: lower case letters, digits, "-" and "."';
}
function namespaceProblem(namespace) {
    if (namespace.length <= 63 && LABEL_NAME.test(namespace))
        return undefined;
    return 'expected a DNS label of at most 63 characters: lower case letters, digits and "-"';
}
/** A key of a Secret's data. The key itself is not told: it may be a value in the wrong place. */
function keyProblem(key) {
    if (key.length <= 253 && /^[-._a-zA-Z0-9]+$/.test(key) && key !== '.' && !key.startsWith('..'))
        return undefined;
    return 'Kubernetes refuses a key of "data": expected letters, digits, "-", "_" and ".", at most 253, and no ".." in front';
}
function labelProblem(key, value) {
    const problem = qualifiedProblem(key);
    if (problem !== undefined)
        return problem;
    if (value === '' || (value.length <= 63 && QUALIFIED.test(value)))
        return undefined;
    return 'the value is none of a label: at most 63 letters, digits, "-", "_" and "."';
}
function annotationProblem(key) {
    if (/^(?:sealedsecrets\.bitnami\.com\/(?:namespace|cluster)-wide|fluxgate\/.*)$/.test(key)) {
        return 'is set by the scope and by fluxgate itself';
    }
    return qualifiedProblem(key);
}
function qualifiedProblem(key) {
    const slash = key.indexOf('/');
    const [prefix, name] = slash < 0 ? [undefined, key] : [key.slice(0, slash), key.slice(slash + 1)];
    const good = name.length <= 63 && QUALIFIED.test(name) && (prefix === undefined || nameProblem(prefix) === undefined);
    return good ? undefined : 'is no name that Kubernetes accepts, such as "app" or "example.com/app"';
}
/** A file that may be written: below the workspace, and YAML. Links are looked at when it is written. */
function fileProblem(file) {
    const parts = file.split('/');
    if (file.startsWith('/') || parts.includes('..') || /[\\\0]/.test(file))
        return 'expected a path below the workspace';
    if (parts.some(part => part.toLowerCase() === '.git'))
        return 'expected a path outside of .git';
    return /\.ya?ml$/.test(file) ? undefined : 'expected a file that ends in .yaml or .yml';
}

;// CONCATENATED MODULE: ./actions/seal/secret-shape.ts
/** Texts that are secrets by their very form. */
const SHAPES = [
    [/-----BEGIN [A-Z0-9 ]*PRIVATE KEY/, 'a private key'],
    [/\bAGE-SECRET-KEY-(?:PQ-)?1/, 'an age key'],
    [/\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,})/, 'a GitHub token'],
    [/\bgl(?:pat|rt|ptt|dt)-[A-Za-z0-9_-]{16,}/, 'a GitLab token'],
    [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/, 'an AWS key'],
    [/\bAIza[A-Za-z0-9_-]{30,}/, 'a Google API key'],
    [/\bxox[abeoprs]-[A-Za-z0-9-]{10,}/, 'a Slack token'],
    [/\bhooks\.slack\.com\/services\/T/, 'a Slack webhook'],
    [/\b(?:sk|rk)_live_[A-Za-z0-9]{10,}/, 'a Stripe key'],
    [/\bnpm_[A-Za-z0-9]{30,}/, 'an npm token'],
    [/\bdckr_pat_[A-Za-z0-9_-]{20,}/, 'a Docker token'],
    [/\bhv[sbr]\.[A-Za-z0-9_-]{20,}/, 'a Vault token'],
    [/\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\./, 'a JSON web token'],
    [/"auths?"\s*:\s*[{"]/, 'the login of a registry'],
    [/\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:[^\s/@]+@/, 'an address with a password'],
];
/** What kind of secret a text looks like; undefined when it looks like none. */
function secretShape(text) {
    return SHAPES.find(([pattern]) => pattern.test(text))?.[1];
}

;// CONCATENATED MODULE: ./actions/seal/origin.ts

const GENERATED = ['ed25519', 'rsa', 'password'];
const KINDS = ['env', 'file', 'literal', 'generate'];
/** Reads `{env: NAME}`, `{file: PATH}`, `{literal: text}` or `{generate: …}`; undefined, with a report, when it is none. */
function readOrigin(node, place, what, reader) {
    const before = reader.errors.length;
    const members = reader.members(node ?? place, what, [...KINDS, 'encoding']);
    const kinds = KINDS.filter(kind => members.has(kind));
    const [kind, second] = kinds;
    if (reader.errors.length > before)
        return undefined;
    if (kind === undefined || second !== undefined) {
        reader.report(node ?? place, `${what}: expected one source, {env: NAME}, {file: PATH}, {literal: text} or {generate: …}`);
        return undefined;
    }
    const text = reader.text(members.get(kind), node ?? place, `${what}: "${kind}"`);
    const encoding = members.has('encoding')
        ? reader.text(members.get('encoding'), node, `${what}: "encoding"`)
        : undefined;
    if (text === undefined)
        return undefined;
    const report = (problem, next) => {
        reader.report(node, `${what}: ${problem}`, next);
        return undefined;
    };
    if (encoding !== undefined && (encoding !== 'base64' || (kind !== 'env' && kind !== 'file'))) {
        return report('"encoding" can be base64 alone, beside "env" or "file"');
    }
    const line = reader.lineOf(node);
    const base64 = encoding === 'base64';
    switch (kind) {
        case 'env':
            // What is no name may be the value itself.
            if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(text))
                return report('"env" is no name of a variable');
            return { line, kind, name: text, base64 };
        case 'file':
            return { line, kind, path: text, base64 };
        case 'literal': {
            const shape = secretShape(text);
            if (shape === undefined)
                return { line, kind, text };
            return report(`the literal looks like ${shape}: expected what is no secret`, 'Take it from a variable: {env: NAME}, and revoke it if this was saved anywhere');
        }
        case 'generate': {
            const found = GENERATED.find(known => known === text);
            return found === undefined ? report(`"generate" is none of ${GENERATED.join(', ')}`) : { line, kind, what: found };
        }
    }
}

;// CONCATENATED MODULE: ./actions/seal/helpers.ts


const HELPERS = ['registry', 'ssh', 'tls', 'basic-auth', 'age', 'hmac'];
const helpers_SHAPES = {
    registry: { texts: ['server'], required: ['username', 'password'] },
    ssh: { texts: ['as'], required: ['key'], optional: ['known-hosts'] },
    tls: { required: ['certificate', 'key'], optional: ['ca'] },
    'basic-auth': { required: ['username', 'password'] },
    age: { required: ['key'] },
    hmac: { required: ['token'] },
};
/** Reads a helper; what is missing in it or unknown is reported. */
function readHelper(kind, node, place, reader) {
    const before = reader.errors.length;
    const { texts: textKeys = [], required, optional = [] } = helpers_SHAPES[kind];
    const members = reader.members(node ?? place, `"${kind}"`, [...textKeys, ...required, ...optional]);
    if (reader.errors.length > before)
        return [];
    const texts = new Map();
    const origins = new Map();
    for (const key of [...(kind === 'registry' ? textKeys : []), ...required]) {
        if (!members.has(key))
            reader.report(node ?? place, `"${kind}" has no "${key}"`);
    }
    for (const [key, member] of members) {
        const what = `"${kind}"."${key}"`;
        if (textKeys.includes(key)) {
            const text = reader.text(member, node, what);
            const problem = text !== undefined && key === 'as' ? keyProblem(text) : undefined;
            if (problem !== undefined)
                reader.report(member, problem);
            if (text !== undefined)
                texts.set(key, text);
        }
        else {
            const origin = readOrigin(member, node, what, reader);
            if (origin?.kind === 'generate' && !generable(kind, key, origin.what)) {
                reader.report(member, `${what} cannot be generated as ${origin.what}`);
            }
            else if (origin !== undefined)
                origins.set(key, origin);
        }
    }
    return reader.errors.length > before ? [] : [{ kind, line: reader.lineOf(node), texts, origins }];
}
/** What is generated is sealed as it is: it cannot become a part of a larger value, whose other half would be unknown. */
function generable(kind, key, what) {
    if (kind === 'ssh')
        return key === 'key' && what !== 'password';
    return ((kind === 'basic-auth' && key === 'password' && what === 'password') || (kind === 'hmac' && what === 'password'));
}

;// CONCATENATED MODULE: ./actions/seal/request.ts







const KEYS = ['name', 'namespace', 'scope', 'type', 'labels', 'annotations', 'file', 'data', ...HELPERS];
/** A request that cannot be carried out as it is written: nothing is tried, and the CLI's exit code is 2. */
function requestError(line, problem, next) {
    return new src_errors/* UserError */.yo(`input "secrets", line ${line}: ${problem}`, {
        usage: true,
        ...(next === undefined ? {} : { next }),
    });
}
/**
 * Reads the input `secrets`. An empty one gives none. What stands where a value could stand is never shown: somebody may
 * have put a password there.
 *
 * @throws UserError or UserErrors that name every mistake with its line
 */
function parseRequest(raw) {
    if (raw.trim() === '')
        return [];
    const counter = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(raw, { lineCounter: counter });
    const reader = new RequestReader(counter, document);
    for (const { code, pos } of document.errors)
        reader.report(pos[0], `is no valid YAML (${code.toLowerCase().replaceAll('_', ' ')})`);
    const secrets = document.errors.length > 0 ? [] : readList(document.contents, reader);
    (0,src_errors/* throwAll */.Kx)(reader.errors);
    return secrets;
}
/** Collects mistakes with the line that they stand on. */
class RequestReader {
    errors = [];
    counter;
    document;
    constructor(counter, document) {
        this.counter = counter;
        this.document = document;
    }
    /** The node that is meant: an alias stands for that of its anchor. */
    node(value) {
        if (!(0,dist/* isAlias */.Vj)(value))
            return (0,dist/* isNode */.Ll)(value) ? value : undefined;
        const meant = value.resolve(this.document);
        if (meant === undefined)
            this.report(value, `"*${value.source}" has no anchor before it`);
        return meant;
    }
    lineOf(place) {
        const offset = typeof place === 'number' ? place : (0,dist/* isNode */.Ll)(place) ? (place.range?.[0] ?? 0) : 0;
        return this.counter.linePos(offset).line;
    }
    /** @param place an offset, or the node that the mistake is in */
    report(place, problem, next) {
        this.errors.push(requestError(this.lineOf(place), problem, next));
    }
    /** The members of a mapping. `known` are the keys that it may have; without them any. */
    members(value, what, known) {
        const map = this.node(value);
        const found = new Map();
        if (!(0,dist/* isMap */.jh)(map)) {
            this.report(value, `${what} is no mapping`);
            return found;
        }
        for (const { key, value: written } of map.items) {
            const name = (0,dist/* isScalar */.jn)(key) ? (key.source ?? String(key.value)) : '';
            if (known !== undefined && !known.includes(name))
                this.report(key, unknownKey(name, what, known));
            else
                found.set(name, this.node(written));
        }
        return found;
    }
    /** A text as it is written: `1.10` stays `1.10`. Undefined, with a report, when it is none. */
    text(value, place, what) {
        if ((0,dist/* isScalar */.jn)(value) && value.value !== null && value.value !== '') {
            return typeof value.value === 'string' ? value.value : (value.source ?? String(value.value));
        }
        this.report(value ?? place, `${what} is no text`);
        return undefined;
    }
}
function unknownKey(name, what, known) {
    const meant = (0,nearest/* nearest */.p)(name, known);
    // It may be a value that lost its key.
    const shown = /^[A-Za-z][A-Za-z0-9_-]{0,24}$/.test(name) ? ` "${name}"` : '';
    return `${what} has an unknown key${shown}${meant === undefined ? `; it knows ${known.join(', ')}` : `, did you mean "${meant}"?`}`;
}
function readList(contents, reader) {
    if (!(0,dist/* isSeq */.oP)(contents)) {
        reader.report(0, 'expected a YAML list, one "- name: …" a secret');
        return [];
    }
    const seen = new Map();
    return contents.items.flatMap(item => {
        const secret = readSecret(item, reader);
        if (secret === undefined)
            return [];
        const id = `${secret.namespace}/${secret.name}`;
        const before = seen.get(id);
        if (before !== undefined)
            reader.report(item, `${id} is asked for twice, first on line ${before}`);
        seen.set(id, secret.line);
        return [secret];
    });
}
function readSecret(item, reader) {
    const before = reader.errors.length;
    const members = reader.members(item, 'a secret', KEYS);
    if (members.size === 0)
        return undefined;
    const required = (key, problemOf) => {
        if (!members.has(key)) {
            reader.report(item, `a secret has no "${key}"`);
            return '';
        }
        return checked(key, problemOf) ?? '';
    };
    const checked = (key, problemOf) => {
        if (!members.has(key))
            return undefined;
        const text = reader.text(members.get(key), item, `"${key}"`);
        const problem = text === undefined ? undefined : problemOf(text);
        if (problem !== undefined)
            reader.report(members.get(key), `"${key}" is ${JSON.stringify(text)}: ${problem}`);
        return text;
    };
    const texts = (key, problemOf) => {
        const pairs = members.has(key) ? [...reader.members(members.get(key) ?? item, `"${key}"`)] : [];
        return Object.fromEntries(pairs.map(([name, node]) => {
            const text = (0,dist/* isScalar */.jn)(node) && node.value === '' ? '' : (reader.text(node, item, `"${key}"."${name}"`) ?? '');
            const problem = problemOf(name, text);
            if (problem !== undefined)
                reader.report(node ?? item, `"${key}"."${name}": ${problem}`);
            return [name, text];
        }));
    };
    const request = {
        line: reader.lineOf(item),
        name: required('name', nameProblem),
        namespace: required('namespace', namespaceProblem),
        scope: sealed_scope/* SCOPES */.iW.find(scope => scope === checked('scope', scopeProblem)) ?? 'strict',
        type: checked('type', () => undefined),
        labels: texts('labels', labelProblem),
        annotations: texts('annotations', annotationProblem),
        file: required('file', fileProblem),
        data: readData(members.get('data'), members.has('data'), item, reader),
        helpers: HELPERS.filter(helper => members.has(helper)).flatMap(helper => readHelper(helper, members.get(helper), item, reader)),
    };
    if (!members.has('data') && request.helpers.length === 0 && reader.errors.length === before) {
        reader.report(item, `a secret has neither "data" nor one of ${HELPERS.join(', ')}: there is nothing to seal`);
    }
    return reader.errors.length === before ? request : undefined;
}
function scopeProblem(text) {
    return sealed_scope/* SCOPES */.iW.some(scope => scope === text) ? undefined : `expected ${sealed_scope/* SCOPES */.iW.join(', ')}`;
}
function readData(value, given, item, reader) {
    const data = new Map();
    if (!given)
        return data;
    for (const [key, node] of reader.members(value ?? item, '"data"')) {
        const problem = keyProblem(key);
        if (problem !== undefined)
            reader.report(node ?? item, problem);
        const origin = readOrigin(node, item, `data "${problem === undefined ? key : '…'}"`, reader);
        if (origin !== undefined)
            data.set(key, origin);
    }
    if (data.size === 0 && (0,dist/* isMap */.jh)(value) && value.items.length === 0)
        reader.report(value, '"data" is empty');
    return data;
}

;// CONCATENATED MODULE: ./actions/seal/inputs.ts



const spec = {
    secrets: parseRequest,
    certificate: certificatePlaces,
    insecure: src_inputs/* truth */.Im,
    'fingerprint-key': (0,src_inputs/* optional */.lq)(fingerprintKey),
    renew: src_inputs/* names */.Dy,
    mode: (0,src_inputs/* oneOf */.yL)('merge', 'replace'),
    format: (0,src_inputs/* oneOf */.yL)('sealed-secret', 'sops'),
    deliver: (0,src_inputs/* oneOf */.yL)('files', 'commit', 'pull-request'),
    branch: branchName,
    token: src_inputs/* text */.Qq,
    check: (0,src_inputs/* optional */.lq)(src_inputs/* text */.Qq),
};
/** Inputs whose values are secrets: masked before anything else is read, and never taken from arguments. */
const SECRET_INPUTS = ['fingerprint-key', 'token'];
function certificatePlaces(raw, name) {
    if (raw.includes('-----BEGIN'))
        return { pem: raw };
    const places = (0,src_inputs/* lines */.Mn)(raw, name);
    if (places.length > 0)
        return { places };
    throw new src_errors/* UserError */.yo(`input "${name}" is empty: expected a path, an address or a certificate in PEM`, { usage: true });
}
/** With a guessable key whoever reads the repository could try values until a fingerprint fits. */
function fingerprintKey(raw, name) {
    const key = Buffer.from(raw);
    if (key.length >= 16)
        return key;
    throw new src_errors/* UserError */.yo(`input "${name}" has ${key.length} characters: expected at least 16, made by chance`, {
        next: 'openssl rand -base64 32 makes one',
        usage: true,
    });
}
function branchName(raw, name) {
    const good = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(raw) && !/\.\.|\/\/|\.lock(?:\/|$)|[./]$|\/\./.test(raw);
    if (good)
        return raw;
    throw new src_errors/* UserError */.yo(`input "${name}" is ${JSON.stringify(raw)}: expected the name of a branch, such as "fluxgate/seal"`);
}

;// CONCATENATED MODULE: ./actions/seal/report.ts

/** Whether a decision changes the file. */
function changesFile({ action }) {
    return action === 'sealed' || action === 'renewed' || action === 'dropped';
}
/** The job summary of a run, as Markdown. It knows no values. */
function sealSummary({ rows, publicKeys, certificate, remarks }) {
    const changed = rows.filter(changesFile).length;
    return [
        changed === 0 ? '### No value changed' : `### Sealed ${changed} of ${rows.length} values`,
        '',
        ...(certificate === undefined
            ? []
            : [
                `Certificate ${(0,markdown/* code */.aY)(certificate.source)}, SHA-256 ${(0,markdown/* code */.aY)(certificate.fingerprint)}, valid to ${new Date(certificate.validTo).toISOString().slice(0, 10)}`,
                '',
            ]),
        '| Secret | Key | What | Why | File |',
        '| --- | --- | --- | --- | --- |',
        ...rows.map(({ namespace, name, key, action, reason, file }) => `| ${(0,markdown/* code */.aY)(`${namespace}/${name}`)} | ${(0,markdown/* code */.aY)(key)} | ${action} | ${(0,markdown/* text */.Qq)(reason)} | ${(0,markdown/* code */.aY)(file)} |`),
        ...section('Public keys', Object.entries(publicKeys).map(([id, line]) => `${(0,markdown/* code */.aY)(id)}: ${(0,markdown/* code */.aY)(line)}`)),
        ...section('', remarks.map(markdown/* text */.Qq)),
        '',
    ].join('\n');
}
function section(title, lines) {
    if (lines.length === 0)
        return [];
    return ['', ...(title === '' ? [] : [`**${title}**`, '']), ...lines.map(line => `- ${line}`)];
}
/** The message of the commit or the pull request: a title, and what was done to which key. */
function commitMessage(rows) {
    const changed = rows.filter(changesFile);
    const secrets = [...new Set(changed.map(({ namespace, name }) => `${namespace}/${name}`))];
    // Without a value that changed it is a label or a type.
    if (secrets.length === 0)
        return 'Change sealed secrets, and none of their values\n';
    const title = secrets.length <= 2 ? `Seal ${secrets.join(' and ')}` : `Seal ${secrets.length} secrets`;
    const lines = changed.map(({ namespace, name, key, action, reason }) => `- ${namespace}/${name} ${key}: ${action} (${reason})`);
    return [title, '', ...lines, ''].join('\n');
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./src/yaml/edit-mapping.ts
var edit_mapping = __webpack_require__(5048);
// EXTERNAL MODULE: ./src/yaml/write-mapping.ts
var write_mapping = __webpack_require__(5855);
;// CONCATENATED MODULE: ./src/sealed/sealed-file.ts







/**
 * Reads the documents of a file.
 *
 * @throws UserError with the line of what does not parse; the text itself is not shown
 */
function readSealedFile(path, text) {
    const counter = new dist/* LineCounter */.HN();
    const parsed = (0,dist/* parseAllDocuments */.hR)(text, { lineCounter: counter });
    const documents = Array.isArray(parsed) ? parsed : [];
    for (const { errors } of documents) {
        const [error] = errors;
        if (error === undefined)
            continue;
        const { line } = counter.linePos(error.pos[0]);
        const what = error.code.toLowerCase().replaceAll('_', ' ');
        throw new src_errors/* UserError */.yo(`${path}, line ${line}: is no valid YAML (${what})`, { next: 'Mend the file first' });
    }
    return {
        path,
        text,
        documents: documents.map(document => ({
            line: counter.linePos(document.contents?.range?.[0] ?? document.range[0]).line,
            object: contentOf(document, path),
            root: (0,dist/* isMap */.jh)(document.contents) ? document.contents : undefined,
        })),
    };
}
function contentOf(document, path) {
    try {
        const content = document.toJS();
        return content;
    }
    catch (error) {
        throw new src_errors/* UserError */.yo(`${path}: an alias stands for too much, or for nothing`, { cause: error });
    }
}
/**
 * The SealedSecret of a name, or undefined when the file has none.
 *
 * @throws UserError when there are two, or one of the name that has no namespace
 */
function findSealed(file, namespace, name) {
    const named = file.documents.filter(({ object }) => (0,check/* isSealedSecret */.h0)(object) && (0,json/* textMember */.SA)((0,json/* member */.Dc)(object, 'metadata'), 'name') === name);
    const found = named.filter(({ object }) => (0,json/* textMember */.SA)((0,json/* member */.Dc)(object, 'metadata'), 'namespace') === namespace);
    const [document, second] = found;
    if (second !== undefined) {
        throw new src_errors/* UserError */.yo(`${file.path}, line ${second.line}: ${namespace}/${name} is here twice`, {
            next: 'Take one away',
        });
    }
    const homeless = named.find(({ object }) => (0,json/* textMember */.SA)((0,json/* member */.Dc)(object, 'metadata'), 'namespace') === undefined);
    if (document === undefined && homeless !== undefined) {
        throw new src_errors/* UserError */.yo(`${file.path}, line ${homeless.line}: the SealedSecret ${name} has no namespace, and its values are bound to one`, { next: `Write "namespace: ${namespace}" into its metadata, or take it away` });
    }
    return document;
}
/**
 * The file with its SealedSecrets changed, and new ones behind the others. What is not changed stays to the byte: comments,
 * order, line ends.
 *
 * @throws UserError where that cannot be done; nothing else is ever given back than what was asked for
 */
function changeSealedFile(file, changes) {
    const targets = changes.map(change => ({ change, document: findSealed(file, change.namespace, change.name) }));
    let text = (0,edit_mapping/* applyEdits */.ct)(file.text, targets.flatMap(({ change, document }) => document?.root === undefined
        ? []
        : guarded(file, document.line, () => (0,edit_mapping/* setMembers */.EU)(file.text, rootOf(document), change.members))));
    for (const { change, document } of targets)
        if (document === undefined)
            text = appended(text, change.members);
    if (targets.some(({ change }) => change.dropped.size > 0))
        text = withoutDropped(file.path, text, changes);
    // A file that was empty holds nothing but what was written.
    if (text !== file.text && file.documents.length > 0)
        verify(file, text, targets);
    return text;
}
function rootOf({ root }) {
    if (root === undefined)
        throw new edit_mapping/* EditConflict */.NJ('the document is no mapping', 0);
    return root;
}
function guarded(file, line, edit) {
    try {
        return edit();
    }
    catch (error) {
        if (!(error instanceof edit_mapping/* EditConflict */.NJ))
            throw error;
        throw unchangeable(file.path, lineAt(file.text, error.offset) ?? line, error.message);
    }
}
function unchangeable(path, line, why) {
    return new src_errors/* UserError */.yo(`${path}, line ${line}: cannot be changed in place: ${why}`, {
        next: 'Write it in the plain way, or take the SealedSecret away to have it written anew',
    });
}
function lineAt(text, offset) {
    return offset === 0 ? undefined : text.slice(0, offset).split('\n').length;
}
function appended(text, members) {
    const eol = text.includes('\r\n') ? '\r\n' : '\n';
    const document = ['---', ...(0,write_mapping/* blockLines */.B4)(members), ''].join(eol);
    return text === '' || text === '\uFEFF' || text.endsWith('\n') ? text + document : text + eol + document;
}
function withoutDropped(path, text, changes) {
    const file = readSealedFile(path, text);
    const edits = changes.flatMap(({ namespace, name, dropped }) => {
        const document = findSealed(file, namespace, name);
        const data = document?.root?.getIn(['spec', 'encryptedData']);
        if (dropped.size === 0 || document === undefined || !(0,dist/* isMap */.jh)(data))
            return [];
        return guarded(file, document.line, () => (0,edit_mapping/* removeMembers */.yq)(text, data, dropped));
    });
    return (0,edit_mapping/* applyEdits */.ct)(text, edits);
}
/** What was written must say just what was wanted, or it is not written. */
function verify(before, text, targets) {
    const changeOf = new Map(targets.map(({ change, document }) => [document, change]));
    const wanted = before.documents.map(document => {
        const change = changeOf.get(document);
        return change === undefined ? document.object : changed(document.object, change);
    });
    const added = targets.flatMap(({ change, document }) => (document === undefined ? [change.members] : []));
    const after = readAgain(before.path, text);
    // An empty document, of a file that is all comments, goes into the one behind it.
    const real = (objects) => objects.filter(object => object !== null && object !== undefined);
    if ((0,external_node_util_.isDeepStrictEqual)(real(after), real([...wanted, ...added])))
        return;
    const [first] = targets;
    throw unchangeable(before.path, first?.document?.line ?? 1, 'its form is one that cannot be edited safely');
}
function readAgain(path, text) {
    try {
        return readSealedFile(path, text).documents.map(({ object }) => object);
    }
    catch {
        return [];
    }
}
function changed(object, { members, dropped }) {
    const merged = merge(object, members);
    if (dropped.size === 0)
        return merged;
    const spec = (0,json/* member */.Dc)(merged, 'spec');
    const data = Object.entries((0,json/* member */.Dc)(spec, 'encryptedData') ?? {}).filter(([key]) => !dropped.has(key));
    return merge(merged, {}, { spec: { ...((0,json/* isMapping */.pi)(spec) ? spec : {}), encryptedData: Object.fromEntries(data) } });
}
function merge(object, members, replaced = {}) {
    const own = (0,json/* isMapping */.pi)(object) ? object : {};
    const set = Object.entries(members).map(([key, value]) => [
        key,
        typeof value === 'string' ? value : merge((0,json/* member */.Dc)(own, key), value),
    ]);
    return { ...own, ...Object.fromEntries(set), ...replaced };
}

// EXTERNAL MODULE: ./src/sealed/certificate.ts
var sealed_certificate = __webpack_require__(1867);
;// CONCATENATED MODULE: ./actions/seal/load-certificate.ts



/**
 * Gets the certificate to seal with: the newest valid one of all that are given. One that ends soon is a warning.
 *
 * @throws UserError when one cannot be got or read, or none is valid
 */
async function loadCertificate(input, insecure, runner) {
    const texts = 'pem' in input
        ? [{ source: 'input "certificate"', text: input.pem }]
        : await Promise.all(input.places.map(async (place) => ({
            source: place,
            text: /^[a-z]+:\/\//i.test(place) ? await fetched(place, insecure, runner) : await read(place, runner),
        })));
    const now = runner.clock.now();
    const certificate = (0,sealed_certificate/* newestCertificate */.uF)(texts.flatMap(({ source, text }) => (0,sealed_certificate/* readCertificates */.jZ)(text, source)), now);
    const problem = (0,sealed_certificate/* expiryProblem */.rD)(certificate, now);
    if (problem !== undefined)
        runner.log.warning(`The certificate ${certificate.source} ${problem.text}: get the next one from the controller`);
    return certificate;
}
const HOW = 'fluxgate seal fetch gets it from the controller; fluxgate seal --help says how else';
async function read(path, { files, workspace }) {
    const text = await files.readText((0,external_node_path_.resolve)(workspace, path));
    if (text !== undefined)
        return text;
    throw new src_errors/* UserError */.yo(`input "certificate": the file ${path} does not exist`, { next: HOW });
}
async function fetched(url, insecure, { http, signal }) {
    const protocol = URL.canParse(url) ? new URL(url).protocol : '';
    if (protocol !== 'https:' && protocol !== 'http:') {
        throw new src_errors/* UserError */.yo('input "certificate" holds an address that is neither https:// nor http://', { usage: true });
    }
    const shown = new URL(url);
    shown.username = '';
    shown.password = '';
    shown.search = '';
    if (protocol === 'http:' && !insecure) {
        throw new src_errors/* UserError */.yo(`input "certificate" is ${shown}: whoever is on the way can put a certificate of their own there, and read what is sealed`, {
            next: 'Use https, a file in the repository, or set "insecure" in a network that you trust',
            usage: true,
        });
    }
    const response = await http({ method: 'GET', url, signal }).catch((error) => {
        signal.throwIfAborted();
        throw new src_errors/* UserError */.yo(`the certificate cannot be got from ${shown}: ${(0,src_errors/* messageOf */.bD)(error)}`, { cause: error, next: HOW });
    });
    if (response.status === 200)
        return Buffer.from(response.body).toString('utf8');
    throw new src_errors/* UserError */.yo(`the certificate cannot be got from ${shown}: the answer is ${response.status}, and no redirect is followed`, { next: HOW });
}

;// CONCATENATED MODULE: ./actions/seal/ssh-key.ts

/** A new key pair in the forms that every OpenSSH reads. */
function newSshKey(kind, comment) {
    if (kind === 'rsa') {
        const { privateKey, publicKey } = (0,external_node_crypto_.generateKeyPairSync)('rsa', { modulusLength: 4096 });
        const blob = rsaBlob(publicKey);
        // PKCS#1: what OpenSSH itself wrote for twenty years.
        const pem = privateKey.export({ type: 'pkcs1', format: 'pem' });
        return { privateKey: Buffer.from(pem), publicKey: `ssh-rsa ${blob.toString('base64')} ${comment}` };
    }
    const { privateKey } = (0,external_node_crypto_.generateKeyPairSync)('ed25519');
    const jwk = privateKey.export({ format: 'jwk' });
    const seed = Buffer.from(jwk.d ?? '', 'base64url');
    const point = Buffer.from(jwk.x ?? '', 'base64url');
    const blob = Buffer.concat([field('ssh-ed25519'), field(point)]);
    return {
        privateKey: opensshFile(seed, point, blob, comment),
        publicKey: `ssh-ed25519 ${blob.toString('base64')} ${comment}`,
    };
}
function rsaBlob(key) {
    const { n = '', e = '' } = key.export({ format: 'jwk' });
    return Buffer.concat([field('ssh-rsa'), wholeNumber(e), wholeNumber(n)]);
}
/** PROTOCOL.key of OpenSSH: one key, no passphrase. */
function opensshFile(seed, point, blob, comment) {
    const check = (0,external_node_crypto_.randomBytes)(4);
    const plain = [check, check, blob, field(Buffer.concat([seed, point])), field(comment)];
    const length = plain.reduce((sum, part) => sum + part.length, 0);
    const padding = Buffer.from(Array.from({ length: (8 - (length % 8)) % 8 }, (_, index) => index + 1));
    const secret = Buffer.concat([...plain, padding]);
    const head = [Buffer.from('openssh-key-v1\0'), field('none'), field('none'), field(''), uint32(1)];
    const body = Buffer.concat([...head, field(blob), field(secret)]);
    const lines = body.toString('base64').replace(/.{70}/g, '$&\n').trimEnd();
    for (const part of [seed, secret, body])
        part.fill(0);
    return Buffer.from(`-----BEGIN OPENSSH PRIVATE KEY-----\n${lines}\n-----END OPENSSH PRIVATE KEY-----\n`);
}
function field(content) {
    const bytes = Buffer.from(content);
    return Buffer.concat([uint32(bytes.length), bytes]);
}
/** SSH's mpint: a leading zero keeps it positive. */
function wholeNumber(base64url) {
    const bytes = Buffer.from(base64url, 'base64url');
    return field((bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes);
}
function uint32(value) {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
}

;// CONCATENATED MODULE: ./actions/seal/generate.ts


/** Makes a value by chance: a key pair for SSH, or 256 bits as a password of 43 letters, digits, "-" and "_". */
function generate(what, comment) {
    if (what === 'password')
        return { value: Buffer.from((0,external_node_crypto_.randomBytes)(32).toString('base64url')) };
    const { privateKey, publicKey } = newSshKey(what, comment);
    return { value: privateKey, publicKey };
}

;// CONCATENATED MODULE: ./actions/seal/secret-content.ts


/** The keys that the API server wants of a Secret's type: all of them, or for a login one of two. */
function missingKeys(type, keys) {
    const wanted = (type === undefined ? undefined : REQUIRED[type]) ?? [];
    const missing = wanted.filter(key => !keys.has(key));
    if (type === 'kubernetes.io/basic-auth') {
        return missing.length === 2
            ? 'a Secret of the type kubernetes.io/basic-auth has "username" or "password"'
            : undefined;
    }
    if (missing.length === 0)
        return undefined;
    return `a Secret of the type ${type} has ${wanted.map(key => `"${key}"`).join(' and ')}: ${missing.map(key => `"${key}"`).join(', ')} is missing`;
}
const REQUIRED = {
    'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
    'kubernetes.io/dockercfg': ['.dockercfg'],
    'kubernetes.io/tls': ['tls.crt', 'tls.key'],
    'kubernetes.io/ssh-auth': ['ssh-privatekey'],
    'kubernetes.io/basic-auth': ['username', 'password'],
};
/** What is wrong with values that the Secret's type gives a form. No value is shown. */
function contentProblems(type, values) {
    return [...tlsProblems(type, values), ...dockerProblems(type, values)];
}
function tlsProblems(type, values) {
    const [certificate, key] = [values.get('tls.crt'), values.get('tls.key')];
    if (type !== 'kubernetes.io/tls' || !Buffer.isBuffer(certificate) || !Buffer.isBuffer(key))
        return [];
    const parsed = quietly(() => new external_node_crypto_.X509Certificate(certificate));
    if (parsed === undefined)
        return ['"tls.crt" is no certificate in PEM'];
    const privateKey = quietly(() => (0,external_node_crypto_.createPrivateKey)(key));
    if (privateKey === undefined)
        return ['"tls.key" is no private key in PEM, or one with a passphrase'];
    return parsed.checkPrivateKey(privateKey) ? [] : ['"tls.key" does not belong to the first certificate of "tls.crt"'];
}
function dockerProblems(type, values) {
    const config = values.get('.dockerconfigjson');
    if (type !== 'kubernetes.io/dockerconfigjson' || !Buffer.isBuffer(config))
        return [];
    const good = (0,json/* isMapping */.pi)((0,json/* member */.Dc)((0,json/* parseJson */.qF)(config.toString('utf8')), 'auths'));
    return good ? [] : ['".dockerconfigjson" is no JSON with "auths"'];
}
function quietly(parse) {
    try {
        return parse();
    }
    catch {
        // OpenSSL's reason may quote what it was given.
        return undefined;
    }
}

;// CONCATENATED MODULE: ./actions/seal/seal-secret.ts








/**
 * Seals what is to be sealed of a secret.
 *
 * @param object the SealedSecret that the file has; undefined when it has none
 * @param mask hides what is generated
 * @throws UserError when the outcome would be refused, or not open
 */
function sealSecret(secret, object, options, vault, mask) {
    const { request, values } = secret;
    const { namespace, name, scope } = request;
    const { certificate, fingerprintKey } = options;
    const existing = object === undefined ? undefined : existingOf(object);
    const decisions = decide({
        ...{ namespace, name, scope, values, existing, certificate, fingerprintKey, mode: options.mode },
        renews: key => options.renews(namespace, name, key),
    });
    refuse(secret, existing, object, decisions);
    const sealed = [];
    const publicKeys = new Map();
    const seals = new Map(existing?.seals);
    const label = (0,sealed_scope/* labelOf */.Wy)(scope, namespace, name);
    for (const { key, action } of decisions) {
        if (action === 'dropped')
            seals.delete(key);
        if (action !== 'sealed' && action !== 'renewed')
            continue;
        const wanted = values.get(key);
        if (wanted === undefined)
            continue;
        const made = typeof wanted === 'string' ? generate(wanted, `${namespace}/${name}/${key}`) : undefined;
        if (made !== undefined)
            mask(vault.keep(made.value));
        if (made?.publicKey !== undefined)
            publicKeys.set(key, made.publicKey);
        const value = made?.value ?? (typeof wanted === 'string' ? Buffer.alloc(0) : wanted);
        const ciphertext = (0,sealed_envelope/* sealValue */.d)(value, certificate.publicKey, label);
        const subject = { namespace, name, key, scope, certificate: certificate.fingerprint, ciphertext };
        sealed.push([key, ciphertext]);
        seals.set(key, {
            certificate: shortId(certificate.fingerprint),
            fingerprint: fingerprintKey === undefined ? undefined : fingerprint(fingerprintKey, subject, value),
        });
    }
    const dropped = new Set(decisions.flatMap(({ key, action }) => (action === 'dropped' ? [key] : [])));
    const encryptedData = Object.fromEntries(sealed.sort(([left], [right]) => (left < right ? -1 : 1)));
    const members = manifest(secret, encryptedData, seals, existing);
    return { change: { namespace, name, members, dropped }, decisions, publicKeys };
}
function existingOf(object) {
    const annotations = (0,json/* member */.Dc)((0,json/* member */.Dc)(object, 'metadata'), 'annotations');
    const data = (0,json/* member */.Dc)((0,json/* member */.Dc)(object, 'spec'), 'encryptedData');
    return {
        scope: (0,sealed_scope/* scopeOf */.Od)(annotations),
        values: new Map(Object.entries((0,json/* isMapping */.pi)(data) ? data : {})),
        seals: readSeals(annotations),
    };
}
/** What would be written and could not be used. */
function refuse(secret, existing, object, decisions) {
    const { request } = secret;
    const id = `${request.namespace}/${request.name}`;
    const left = decisions.filter(({ action }) => action === 'kept' || action === 'stale').map(({ key }) => key);
    if (existing !== undefined && existing.scope !== request.scope && left.length > 0) {
        throw requestError(request.line, `${id} changes its scope from ${existing.scope} to ${request.scope}, and the values of ${left.join(', ')} are not at hand: they would not open any more`, 'Ask for them too, set "mode" to replace, or leave the scope');
    }
    const type = secret.type ?? (0,json/* textMember */.SA)((0,json/* member */.Dc)((0,json/* member */.Dc)(object, 'spec'), 'template'), 'type');
    const keys = new Set(decisions.filter(({ action }) => action !== 'dropped').map(({ key }) => key));
    const problem = missingKeys(type, keys);
    if (problem !== undefined)
        throw requestError(request.line, `${id}: ${problem}`);
}
/** The SealedSecret as kubeseal writes it; of one that is there only what is to be another. */
function manifest({ request, type }, encryptedData, seals, existing) {
    const { namespace, name, scope, labels, annotations } = request;
    const scopes = scopeAnnotations(scope, existing?.scope);
    const own = { ...(seals.size === 0 ? {} : { [SEALS_ANNOTATION]: writeSeals(seals) }), ...scopes };
    const names = existing === undefined ? { name, namespace } : {};
    const templateMetadata = {
        ...members('annotations', sorted({ ...annotations, ...scopes })),
        ...members('labels', sorted(labels)),
        ...names,
    };
    const shownType = type ?? (existing === undefined ? 'Opaque' : undefined);
    const template = { ...members('metadata', templateMetadata), ...(shownType === undefined ? {} : { type: shownType }) };
    const spec = { ...members('encryptedData', encryptedData), ...members('template', template) };
    return {
        ...(existing === undefined ? { apiVersion: 'bitnami.com/v1alpha1', kind: 'SealedSecret' } : {}),
        ...members('metadata', { ...members('annotations', own), ...names }),
        ...members('spec', spec),
    };
}
/** A scope that goes away is switched off where it stands. */
function scopeAnnotations(scope, before) {
    const off = before !== undefined && before !== 'strict' && before !== scope ? { [sealed_scope/* SCOPE_ANNOTATIONS */.Uk[before]]: 'false' } : {};
    return scope === 'strict' ? off : { ...off, [sealed_scope/* SCOPE_ANNOTATIONS */.Uk[scope]]: 'true' };
}
function members(key, content) {
    return Object.keys(content).length === 0 ? {} : { [key]: content };
}
function sorted(texts) {
    return Object.fromEntries(Object.entries(texts).sort(([left], [right]) => (left < right ? -1 : 1)));
}

;// CONCATENATED MODULE: ./actions/seal/sops.ts










/** Recipients are sops' own matter: every file has this in the place of a certificate. */
const SOPS = (0,external_node_crypto_.createHash)('sha256').update('sops').digest('hex');
/**
 * Encrypts a Secret with the installed sops and the rules of `.sops.yaml`. sops signs a file as a whole, so a file is
 * made anew with all its values, or stays.
 *
 * @param before the file's text; undefined when there is none
 * @throws UserError when sops is missing or refuses, or gives back what Flux could not read
 */
async function sopsSecret(secret, before, options, vault, mask, runner) {
    const { request, values } = secret;
    const existing = before === undefined ? undefined : existingSecret(before, secret);
    const decisions = decideSops(secret, existing, options);
    const type = secret.type ?? (0,json/* textMember */.SA)(existing, 'type') ?? 'Opaque';
    const problem = missingKeys(type, new Set(values.keys()));
    if (problem !== undefined)
        throw requestError(request.line, `${request.namespace}/${request.name}: ${problem}`);
    if (decisions.every(({ action }) => action === 'kept'))
        return { text: undefined, decisions, publicKeys: new Map() };
    const data = [];
    const seals = new Map();
    const publicKeys = new Map();
    for (const [key, wanted] of values) {
        const made = typeof wanted === 'string' ? generate(wanted, `${request.namespace}/${request.name}/${key}`) : undefined;
        if (made !== undefined)
            mask(vault.keep(made.value));
        if (made?.publicKey !== undefined)
            publicKeys.set(key, made.publicKey);
        const value = made?.value ?? (typeof wanted === 'string' ? Buffer.alloc(0) : wanted);
        data.push([key, value.toString('base64')]);
        const { fingerprintKey } = options;
        const mac = fingerprintKey === undefined ? undefined : fingerprint(fingerprintKey, subjectOf(secret, key), value);
        seals.set(key, { certificate: SOPS.slice(0, 16), fingerprint: mac });
    }
    const { labels, annotations, name, namespace } = request;
    const metadata = {
        annotations: { ...annotations, [SEALS_ANNOTATION]: writeSeals(seals) },
        ...(Object.keys(labels).length === 0 ? {} : { labels }),
        name,
        namespace,
    };
    const manifest = { apiVersion: 'v1', data: Object.fromEntries(data), kind: 'Secret', metadata, type };
    const text = await encrypt(manifest, request.file, options.env, runner);
    const fault = encryptionFault(text, data);
    if (fault !== undefined) {
        throw new src_errors/* UserError */.yo(`${request.file}: ${fault}`, {
            next: 'The rule of .sops.yaml for it needs encrypted_regex: ^(data|stringData)$',
        });
    }
    return { text, decisions, publicKeys };
}
function subjectOf({ request }, key) {
    const { namespace, name, scope } = request;
    // It goes into the annotation before there is a ciphertext.
    return { namespace, name, key, scope, certificate: SOPS, ciphertext: '' };
}
function existingSecret(text, { request }) {
    const document = (0,dist/* parseDocument */.Tp)(text);
    const object = document.errors.length > 0 ? undefined : document.toJS();
    const metadata = (0,json/* member */.Dc)(object, 'metadata');
    const same = (0,json/* textMember */.SA)(metadata, 'name') === request.name && (0,json/* textMember */.SA)(metadata, 'namespace') === request.namespace;
    if (same && (0,json/* textMember */.SA)(object, 'kind') === 'Secret' && (0,json/* isMapping */.pi)((0,json/* member */.Dc)(object, 'sops')))
        return object;
    throw new src_errors/* UserError */.yo(`${request.file} is there and is not the Secret ${request.namespace}/${request.name} under SOPS`, {
        next: 'A file under SOPS holds one Secret: choose another "file"',
    });
}
function decideSops(secret, existing, options) {
    const { request, values } = secret;
    if (existing === undefined)
        return [...values.keys()].map(key => ({ key, action: 'sealed', reason: 'new' }));
    const there = Object.keys({ ...toObject((0,json/* member */.Dc)(existing, 'data')), ...toObject((0,json/* member */.Dc)(existing, 'stringData')) });
    const seals = readSeals((0,json/* member */.Dc)((0,json/* member */.Dc)(existing, 'metadata'), 'annotations'));
    const decisions = [...values].map(([key, value]) => {
        if (!there.includes(key))
            return { key, action: 'sealed', reason: 'new' };
        if (options.renews(request.namespace, request.name, key))
            return { key, action: 'renewed', reason: 'named in "renew"' };
        if (typeof value === 'string')
            return { key, action: 'kept', reason: 'generated before' };
        if (options.fingerprintKey === undefined) {
            return { key, action: 'kept', reason: UNTOLD };
        }
        const known = Buffer.from(seals.get(key)?.fingerprint ?? '');
        const own = Buffer.from(fingerprint(options.fingerprintKey, subjectOf(secret, key), value));
        if (known.length === own.length && (0,external_node_crypto_.timingSafeEqual)(known, own))
            return { key, action: 'kept', reason: 'unchanged' };
        return { key, action: 'renewed', reason: known.length === 0 ? 'it had no fingerprint' : 'the value changed' };
    });
    const others = there.filter(key => !values.has(key));
    const replaced = others.map((key) => ({ key, action: 'dropped', reason: 'not in the request' }));
    const all = [...decisions, ...(options.mode === 'replace' ? replaced : [])];
    const changes = all.some(({ action }) => action !== 'kept');
    const lost = changes ? [...(options.mode === 'merge' ? others : []), ...keptGenerated(secret, decisions)] : [];
    if (lost.length > 0) {
        throw requestError(request.line, `sops encrypts a file as a whole, and the values of ${lost.join(', ')} in ${request.file} are not at hand`, 'Ask for all keys of the file; a generated one can be named in "renew"');
    }
    return all.map(decision => changes && decision.action === 'kept'
        ? { ...decision, action: 'renewed', reason: 'encrypted again with the others' }
        : decision);
}
function keptGenerated({ values }, decisions) {
    return decisions
        .filter(({ key, action }) => action === 'kept' && typeof values.get(key) === 'string')
        .map(({ key }) => key);
}
function toObject(value) {
    return (0,json/* isMapping */.pi)(value) ? value : {};
}
async function encrypt(manifest, file, env, { exec, workspace, signal, redact }) {
    const args = ['encrypt', '--filename-override', file, '--input-type', 'yaml', '--output-type', 'yaml'];
    const stdin = `${(0,write_mapping/* blockLines */.B4)(manifest).join('\n')}\n`;
    const result = await exec({ command: 'sops', args, cwd: workspace, env, stdin, signal });
    if (result.code === 0)
        return result.stdout;
    const reason = redact(result.stderr).trim().split('\n').slice(-3).join(' ');
    throw new src_errors/* UserError */.yo(`sops does not encrypt ${file}: ${reason || `exit code ${result.code}`}`, {
        next: 'It needs a creation rule in .sops.yaml whose path_regex fits the file, and sops 3.10 or newer',
    });
}
/** What is wrong with the outcome of sops; undefined when Flux can read it and nothing is in the clear. */
function encryptionFault(text, data) {
    const document = (0,dist/* parseDocument */.Tp)(text);
    const object = document.errors.length > 0 ? undefined : document.toJS();
    if (!/^ENC\[/.test((0,json/* textMember */.SA)((0,json/* member */.Dc)(object, 'sops'), 'mac') ?? ''))
        return 'what sops gave back has no MAC';
    if ((0,json/* textMember */.SA)(object, 'kind') !== 'Secret')
        return 'sops encrypted the kind too, and Flux must be able to read it';
    for (const [key] of data) {
        if (!/^ENC\[AES256_GCM,/.test((0,json/* textMember */.SA)((0,json/* member */.Dc)(object, 'data'), key) ?? ''))
            return `sops left "${key}" in the clear`;
    }
    return undefined;
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./actions/seal/expand-helper.ts
/** The type that a helper's Secret has; undefined is Opaque. */
function helperType({ kind, texts }) {
    switch (kind) {
        case 'registry':
            return 'kubernetes.io/dockerconfigjson';
        case 'tls':
            return 'kubernetes.io/tls';
        case 'basic-auth':
            return 'kubernetes.io/basic-auth';
        case 'ssh':
            return (texts.get('as') ?? SSH_KEY) === SSH_KEY ? 'kubernetes.io/ssh-auth' : undefined;
        case 'age':
        case 'hmac':
            return undefined;
    }
}
const SSH_KEY = 'ssh-privatekey';
/** Makes the data of a helper out of its values, all of which are there. */
function expandHelper(helper, parts) {
    switch (helper.kind) {
        case 'registry':
            return registryLogin(helper.texts.get('server') ?? '', textOf(parts, 'username'), textOf(parts, 'password'));
        case 'ssh':
            return sshKey(helper.texts.get('as') ?? SSH_KEY, parts);
        case 'tls':
            return renamed(parts, { certificate: 'tls.crt', key: 'tls.key', ca: 'ca.crt' });
        case 'basic-auth':
            return renamed(parts, { username: 'username', password: 'password' });
        case 'age': {
            // Flux looks for keys in entries that end in .agekey.
            const good = /^AGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]+\s*$/m.test(textOf(parts, 'key'));
            return { ...renamed(parts, { key: 'age.agekey' }), problems: good ? [] : ['"key" has no line AGE-SECRET-KEY-1…'] };
        }
        case 'hmac':
            return renamed(parts, { token: 'token' });
    }
}
function renamed(parts, names) {
    const data = [...parts].map(([key, value]) => [names[key] ?? key, value]);
    return { data: new Map(data), derived: [], problems: [] };
}
function registryLogin(server, username, password) {
    const problems = [];
    if (/^[a-z]+:\/\/(?!index\.docker\.io\/)|[\s@]|\/$/.test(server)) {
        problems.push('"server" has a scheme, a login or a slash at its end: expected host or host:port');
    }
    // At their end it is mostly a file's last line end, and no registry takes it as a part of the password.
    for (const [name, value] of Object.entries({ username, password })) {
        if (/[\r\n]/.test(value))
            problems.push(`"${name}" holds a line end`);
    }
    if (username.includes(':'))
        problems.push('"username" holds a ":", which ends the name in a login');
    const auth = Buffer.from(`${username}:${password}`).toString('base64');
    const config = JSON.stringify({ auths: { [server]: { username, password, auth } } });
    return { data: new Map([['.dockerconfigjson', Buffer.from(config)]]), derived: [auth, config], problems };
}
function sshKey(as, parts) {
    const key = parts.get('key') ?? '';
    const hosts = parts.get('known-hosts');
    const data = new Map();
    const problems = [];
    if (typeof key !== 'string') {
        const text = key.toString('utf8');
        if (!/^-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----\r?\n/.test(text))
            problems.push('"key" is no private key: expected "-----BEGIN … PRIVATE KEY-----"');
        // OpenSSH reads neither a key without its last line end nor one with those of Windows; pasting loses and makes them.
        data.set(as, Buffer.from(`${text.replaceAll('\r\n', '\n').trimEnd()}\n`));
    }
    else if (key !== '')
        data.set(as, key);
    if (hosts !== undefined)
        data.set('known_hosts', hosts);
    return { data, derived: [], problems };
}
function textOf(parts, name) {
    const value = parts.get(name);
    return value === undefined || typeof value === 'string' ? '' : value.toString('utf8');
}

;// CONCATENATED MODULE: ./actions/seal/values.ts






/** Kubernetes' own limit for all values of a Secret together. */
const LARGEST_SECRET = 1024 * 1024;
function openVault() {
    const kept = [];
    return {
        keep(bytes) {
            kept.push(bytes);
            return bytes;
        },
        wipe() {
            for (const bytes of kept)
                bytes.fill(0);
        },
    };
}
/** Hides a value: as it is, line by line, as base64 and in addresses. */
function maskBytes(bytes, mask) {
    if ((0,external_node_buffer_.isUtf8)(bytes))
        mask(bytes.toString('utf8'));
    // What is no text has this form alone; `mask` makes the same one for texts.
    else
        mask(bytes.toString('base64'));
}
/**
 * Gets the value of everything that is asked for, and hides each before the next one is read.
 *
 * @throws UserError or UserErrors that name all that is missing, empty or too large together
 */
async function readValues(requests, vault, runner) {
    const errors = [];
    const secrets = [];
    for (const request of requests)
        secrets.push(await readSecretValues(request, vault, runner, errors));
    (0,src_errors/* throwAll */.Kx)(errors);
    return secrets;
}
async function readSecretValues(request, vault, runner, errors) {
    const before = errors.length;
    const values = new Map();
    const take = async (origin, what) => {
        if (origin.kind === 'generate')
            return origin.what;
        const found = await values_readOrigin(origin, runner);
        if (typeof found === 'string')
            errors.push(requestError(origin.line, `${what}: ${found}`));
        else {
            if (origin.kind !== 'literal')
                maskBytes(found, runner.mask);
            return vault.keep(found);
        }
        return undefined;
    };
    for (const [key, origin] of request.data) {
        const value = await take(origin, `data "${key}"`);
        if (value !== undefined)
            values.set(key, value);
    }
    for (const helper of request.helpers) {
        const parts = new Map();
        for (const [key, origin] of helper.origins) {
            const value = await take(origin, `"${helper.kind}"."${key}"`);
            if (value !== undefined)
                parts.set(key, value);
        }
        if (parts.size < helper.origins.size)
            continue;
        const expanded = expandHelper(helper, parts);
        for (const problem of expanded.problems)
            errors.push(requestError(helper.line, `"${helper.kind}": ${problem}`));
        for (const derived of expanded.derived)
            runner.mask(derived);
        for (const [key, value] of expanded.data) {
            if (values.has(key))
                errors.push(requestError(helper.line, `"${helper.kind}" makes the key "${key}", which is there already`));
            values.set(key, typeof value === 'string' ? value : vault.keep(value));
        }
    }
    const type = typeOf(request, errors);
    if (errors.length === before) {
        const size = [...values.values()].reduce((sum, value) => sum + (typeof value === 'string' ? 0 : value.length), 0);
        if (size > LARGEST_SECRET) {
            errors.push(requestError(request.line, `the values of ${request.namespace}/${request.name} have ${size} bytes: Kubernetes takes 1 MiB (${LARGEST_SECRET})`));
        }
        for (const problem of contentProblems(type, values))
            errors.push(requestError(request.line, problem));
    }
    return { request, type, values };
}
function typeOf({ type, helpers, line }, errors) {
    if (type !== undefined)
        return type;
    const types = [...new Set(helpers.flatMap(helper => helperType(helper) ?? []))];
    if (types.length > 1)
        errors.push(requestError(line, `the helpers want the types ${types.join(' and ')}`, 'Say which with "type"'));
    return types[0];
}
/** The value, or what is wrong with it. */
async function values_readOrigin(origin, runner) {
    if (origin.kind === 'literal')
        return Buffer.from(origin.text);
    const isVariable = origin.kind === 'env';
    const source = isVariable ? `the variable ${origin.name}` : `the file ${origin.path}`;
    const bytes = isVariable
        ? variable(origin.name, runner)
        : await runner.files.readBytes((0,external_node_path_.resolve)(runner.workspace, origin.path));
    if (bytes === undefined)
        return isVariable ? `${source} is not set` : `${source} does not exist`;
    if (bytes.length === 0)
        return `${source} is empty`;
    if (!origin.base64)
        return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const text = Buffer.from(bytes).toString('latin1').replace(/\s/g, '');
    if (text === '' || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text))
        return `${source} is not base64`;
    return Buffer.from(text, 'base64');
}
function variable(name, { env }) {
    const value = Object.hasOwn(env, name) ? env[name] : undefined;
    return value === undefined ? undefined : Buffer.from(value);
}

;// CONCATENATED MODULE: ./actions/seal/seal-files.ts






/**
 * Seals all secrets of a run; nothing is written yet.
 *
 * @param places file of the request → its real path
 */
async function sealFiles(secrets, places, options, vault, runner) {
    const certificate = await loadCertificate(options.certificate, options.insecure, runner);
    const rows = [];
    const publicKeys = {};
    const files = [];
    const errors = [];
    // Two names may lead to one file.
    for (const [path, group] of seal_files_byPlace(secrets, places)) {
        await collect(errors, async () => {
            const [{ request }] = group;
            const file = readSealedFile(request.file, await readText(path, request.file, runner));
            const results = group.map(secret => {
                const { namespace, name } = secret.request;
                const object = findSealed(file, namespace, name)?.object;
                const sealed = sealSecret(secret, object, { ...options, certificate }, vault, bytes => maskBytes(bytes, runner.mask));
                for (const decision of sealed.decisions)
                    rows.push({ ...decision, namespace, name, file: secret.request.file });
                for (const [key, line] of sealed.publicKeys)
                    publicKeys[`${namespace}/${name}/${key}`] = line;
                return sealed.change;
            });
            const text = changeSealedFile(file, results);
            if (text !== file.text)
                files.push({ file: request.file, path, text });
        });
    }
    (0,src_errors/* throwAll */.Kx)(errors);
    return { rows, publicKeys, certificate, remarks: [], files };
}
/** The same under SOPS: one Secret a file. */
async function sopsFiles(secrets, places, options, vault, runner) {
    const rows = [];
    const publicKeys = {};
    const files = [];
    const errors = [];
    for (const [path, [secret, second]] of seal_files_byPlace(secrets, places)) {
        await collect(errors, async () => {
            const { namespace, name, file } = secret.request;
            if (second !== undefined) {
                throw new src_errors/* UserError */.yo(`${file} is the file of ${namespace}/${name} and of ${second.request.namespace}/${second.request.name}: under SOPS each needs its own`, { usage: true });
            }
            const before = (await runner.files.kind(path)) === undefined ? undefined : await readText(path, file, runner);
            const result = await sopsSecret(secret, before, options, vault, bytes => maskBytes(bytes, runner.mask), runner);
            for (const decision of result.decisions)
                rows.push({ ...decision, namespace, name, file });
            for (const [key, line] of result.publicKeys)
                publicKeys[`${namespace}/${name}/${key}`] = line;
            if (result.text !== undefined)
                files.push({ file, path, text: result.text });
        });
    }
    (0,src_errors/* throwAll */.Kx)(errors);
    return { rows, publicKeys, certificate: undefined, remarks: [], files };
}
function seal_files_byPlace(secrets, places) {
    const groups = new Map();
    for (const secret of secrets) {
        const path = places.get(secret.request.file) ?? secret.request.file;
        const group = groups.get(path);
        if (group === undefined)
            groups.set(path, [secret]);
        else
            group.push(secret);
    }
    return groups;
}
/** The user's mistakes in every file are told together. */
async function collect(errors, work) {
    try {
        await work();
    }
    catch (error) {
        const mistakes = (0,src_errors/* userErrorsOf */.__)(error);
        if (mistakes.length === 0)
            throw error;
        errors.push(...mistakes);
    }
}
/** '' for a file that is not there. What is not UTF-8 would not come out as it went in. */
async function readText(path, file, { files }) {
    if ((await files.kind(path)) === 'folder')
        throw new src_errors/* UserError */.yo(`${file} is a folder: expected a file`, { usage: true });
    const bytes = await files.readBytes(path);
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes ?? new Uint8Array());
    }
    catch (error) {
        throw new src_errors/* UserError */.yo(`${file} is not UTF-8: it cannot be changed`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./actions/seal/main.ts














/**
 * Seals what the request asks for into its files, and delivers them; and checks what is sealed in a folder.
 *
 * @throws UserError or UserErrors for everything that the user can mend; the job summary says it too
 */
async function main(runner) {
    for (const name of SECRET_INPUTS)
        if (runner.input(name) !== '')
            runner.mask(runner.input(name));
    const vault = openVault();
    try {
        const inputs = (0,src_inputs/* parseInputs */.TL)(spec, runner.input);
        refuseContradictions(inputs);
        if (inputs.secrets.length > 0)
            await seal(inputs, vault, runner);
        if (inputs.check !== undefined)
            await main_check(inputs.check, runner);
    }
    catch (error) {
        const problems = (0,src_errors/* userErrorsOf */.__)(error);
        if (problems.length > 0)
            await runner.summary((0,markdown/* failedSummary */.kx)('Not sealed', problems));
        throw error;
    }
    finally {
        vault.wipe();
    }
}
async function seal(inputs, vault, runner) {
    const ready = await readValues(inputs.secrets, vault, runner);
    const env = childEnvironment(inputs.secrets, runner);
    const places = new Map(await Promise.all(inputs.secrets.map(async ({ file }) => [file, await placeOf(file, runner)])));
    const options = { fingerprintKey: inputs['fingerprint-key'], mode: inputs.mode, renews: renewal(inputs), env };
    const outcome = inputs.format === 'sops'
        ? await sopsFiles(ready, places, options, vault, runner)
        : await sealFiles(ready, places, { ...options, certificate: inputs.certificate, insecure: inputs.insecure }, vault, runner);
    runner.signal.throwIfAborted();
    await writeAll(outcome.files, runner);
    const files = outcome.files.map(({ file }) => file);
    tell(outcome.rows, runner);
    const remarks = await deliver(inputs, files, outcome.rows, env, runner);
    runner.output('changed', String(files.length > 0));
    runner.output('files', JSON.stringify(files));
    runner.output('sealed', JSON.stringify(outcome.rows.map(({ namespace, name, key, action, reason, file }) => ({
        namespace,
        name,
        key,
        action,
        reason,
        file,
    }))));
    runner.output('public-keys', JSON.stringify(outcome.publicKeys));
    await runner.summary(sealSummary({ ...outcome, remarks: [...outcome.remarks, ...remarks] }));
}
/** Links must not lead out of the workspace. */
async function placeOf(file, { files, workspace }) {
    const root = await files.realPath(workspace);
    const path = await files.realPath((0,external_node_path_.resolve)(workspace, file));
    const inside = path.startsWith(root.endsWith(external_node_path_.sep) ? root : root + external_node_path_.sep) && !path.slice(root.length).split(external_node_path_.sep).includes('.git');
    if (inside)
        return path;
    throw new src_errors/* UserError */.yo(`"${file}" leads out of the workspace to ${path}`, {
        next: 'Choose a file in the repository',
        usage: true,
    });
}
/** Disks take several files at once; each is whole, before and after. */
async function writeAll(files, runner) {
    const limit = (0,p_limit/* default */.A)(16);
    const errors = [];
    await Promise.all(files.map(({ path, text }) => limit(() => write(path, text, runner).catch((error) => {
        const mistakes = (0,src_errors/* userErrorsOf */.__)(error);
        if (mistakes.length === 0)
            throw error;
        errors.push(...mistakes);
    }))));
    (0,src_errors/* throwAll */.Kx)(errors);
}
async function write(path, text, { files }) {
    try {
        await files.replace(path, Buffer.from(text, 'utf8'));
    }
    catch (error) {
        if (!(error instanceof Error && 'code' in error))
            throw error;
        throw new src_errors/* UserError */.yo(`${path} cannot be written: ${error.message}; what was there is as it was`, { cause: error });
    }
}
function tell(rows, { log }) {
    for (const { namespace, name, key, action, reason, file } of rows) {
        const line = `${namespace}/${name} ${key}: ${action} (${reason})`;
        if (action === 'stale')
            log.warning(`${line}. The controller opens it only as long as it keeps its former key`, { file });
        else if (changesFile({ action }))
            log.info(line);
    }
    log.info(`${rows.filter(changesFile).length} of ${rows.length} values changed`);
    const untold = rows.filter(({ reason }) => reason === UNTOLD);
    if (untold.length === 0)
        return;
    const secrets = [...new Set(untold.map(({ namespace, name }) => `${namespace}/${name}`))];
    log.info(`Kept, ${UNTOLD}: ${secrets.join(', ')}. Those that "renew" names are sealed anew`);
}
async function deliver(inputs, files, rows, env, runner) {
    if (files.length === 0 || inputs.deliver === 'files')
        return [];
    const delivery = { files, message: commitMessage(rows), env };
    const said = inputs.deliver === 'commit'
        ? await deliverCommit(delivery, runner)
        : await deliverPullRequest(delivery, inputs, runner);
    runner.log.notice(said);
    return [said];
}
async function main_check(folder, runner) {
    const errors = tellCheck(await checkTree(folder, runner), runner);
    if (errors > 0)
        throw new src_errors/* UserError */.yo(`${errors} faults in the SealedSecrets below ${folder}`);
}
/** Whether a key is named in `renew`: by itself, or with all of its secret. */
function renewal({ renew }) {
    const named = new Set(renew);
    return (namespace, name, key) => named.has(`${namespace}/${name}`) || named.has(`${namespace}/${name}/${key}`);
}
function refuseContradictions(inputs) {
    const errors = [];
    const report = (message, next) => void errors.push(new src_errors/* UserError */.yo(message, { usage: true, ...(next === undefined ? {} : { next }) }));
    if (inputs.secrets.length === 0 && inputs.check === undefined)
        report('input "secrets" is empty, and "check" is, too: there is nothing to do');
    if (inputs.deliver === 'pull-request' && inputs.token === '') {
        report('input "token" is not set, and a pull request needs one', 'Give ${{ github.token }}, with pull-requests: write and contents: write');
    }
    const secrets = inputs.secrets.map(({ namespace, name }) => `${namespace}/${name}`);
    for (const named of inputs.renew) {
        if (secrets.includes(named.split('/').slice(0, 2).join('/')))
            continue;
        const meant = (0,nearest/* nearest */.p)(named, secrets);
        report(`input "renew" names ${JSON.stringify(named)}, which "secrets" does not ask for`, meant === undefined ? 'Write NAMESPACE/NAME or NAMESPACE/NAME/KEY' : `Did you mean ${meant}?`);
    }
    if (inputs.format === 'sops')
        for (const secret of inputs.secrets)
            refuseForSops(secret, report);
    (0,src_errors/* throwAll */.Kx)(errors);
}
function refuseForSops({ scope, line }, report) {
    if (scope !== 'strict')
        report(`input "secrets", line ${line}: "scope" is the SealedSecrets controller's, and "format" is sops`);
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

/***/ 3758:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   kx: () => (/* binding */ failedSummary)
/* harmony export */ });
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5260);

/**
 * Somebody else's text as one line of Markdown that shows it as it is: no markup, no HTML, no link, and nobody is
 * mentioned by it. It fits into a table.
 */
function text(value) {
    // GitHub looks for names and issues once more when entities are read; a blank of no width ends that.
    const quiet = escaped(value.replace(/([@#])(?=\w)/g, '$1\u200b'));
    // At the start of a line these begin a list or a rule, and a blank may begin code.
    return quiet.replace(/^[-+= ]|^\d{1,9}(?=[.)](?: |$))/, entities);
}
/** The same as code. */
function code(value) {
    return `<code>${escaped(value)}</code>`;
}
/** Lines as they are, to be copied; `language` is a word of ours. */
function codeBlock(value, language = '') {
    const lines = (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(value).replace(/[\u0085\u2028\u2029]/g, ' ');
    const longest = Math.max(2, ...(lines.match(/`+/g) ?? []).map(run => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${lines.replace(/\n+$/, '')}\n${fence}`;
}
function escaped(value) {
    return (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(value)
        .replace(/[\s\u0085]+/g, ' ')
        .replace(/[\\`*_{}[\]<>|#~&!@:"']|(?<=www)\./gi, entities);
}
function entities(characters) {
    return [...characters].map(character => `&#${character.codePointAt(0)};`).join('');
}
/** A failed run for the job summary: the causes and the next steps. */
function failedSummary(title, problems) {
    return [
        `### ${title}`,
        '',
        // Without a break of its own the next step would run on in the cause's line.
        ...problems.map(({ message, next }) => `- **${text(message)}**${next === undefined ? '' : `<br>${text(next)}`}`),
        '',
    ].join('\n');
}


/***/ }),

/***/ 1193:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ treeCertificates),
/* harmony export */   _: () => (/* binding */ certificateProblems)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1867);


/** Every certificate that can be read. */
function treeCertificates(files) {
    return files.flatMap(file => {
        const read = certificatesIn(file);
        return 'problems' in read ? [] : read.certificates;
    });
}
/**
 * The files that no value can be sealed with any more, or soon not: in each the newest certificate is the one that counts.
 *
 * @param now milliseconds since 1970
 */
function certificateProblems(files, now) {
    const fix = 'Get the current one from the controller: fluxgate seal fetch';
    return files.flatMap(file => {
        const { path, text } = file;
        const read = certificatesIn(file);
        if ('problems' in read)
            return read.problems.map(message => ({ path, text, message, fix }));
        const newest = [...read.certificates].sort((left, right) => right.validFrom - left.validFrom)[0];
        const problem = newest && (0,_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .expiryProblem */ .rD)(newest, now);
        return problem === undefined ? [] : [{ path, text, message: `the certificate ${problem.text}`, fix }];
    });
}
function certificatesIn({ path, text, }) {
    try {
        return { certificates: (0,_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .readCertificates */ .jZ)(text, path) };
    }
    catch (error) {
        const mistakes = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .userErrorsOf */ .__)(error);
        if (mistakes.length === 0)
            throw error;
        return { problems: mistakes.map(({ message }) => message) };
    }
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


/***/ }),

/***/ 5048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ setMembers),
/* harmony export */   NJ: () => (/* binding */ EditConflict),
/* harmony export */   ct: () => (/* binding */ applyEdits),
/* harmony export */   yq: () => (/* binding */ removeMembers)
/* harmony export */ });
/* unused harmony export keyOf */
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _write_mapping_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5855);


/** Why a mapping cannot be edited without touching what is not ours to touch. */
class EditConflict extends Error {
    name = 'EditConflict';
    /** Into the text. */
    offset;
    constructor(message, offset) {
        super(message);
        this.offset = offset;
    }
}
/** The text with all edits made; none may overlap another one. */
function applyEdits(text, edits) {
    let at = 0;
    const parts = [];
    for (const edit of [...edits].sort((left, right) => left.start - right.start)) {
        parts.push(text.slice(at, edit.start), edit.text);
        at = edit.end;
    }
    return parts.join('') + text.slice(at);
}
/**
 * Edits that set members of a mapping, as `yaml` has parsed it out of the text. What is not named stays as it is, to the
 * byte; a new member comes behind the last one, in the style of its mapping.
 *
 * @throws EditConflict
 */
function setMembers(text, map, members) {
    const edits = [];
    const added = [];
    const pairs = new Map(map.items.map(pair => [keyOf(pair), pair]));
    for (const [key, wanted] of Object.entries(members)) {
        const pair = pairs.get(key);
        if (pair === undefined)
            added.push([key, wanted]);
        else
            edits.push(...setMember(text, pair, wanted));
    }
    if (added.length > 0)
        edits.push(insertion(text, map, Object.fromEntries(added)));
    return edits;
}
function setMember(text, pair, wanted) {
    const { key, value } = pair;
    if (typeof wanted !== 'string') {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value))
            return setMembers(text, value, wanted);
        if (isEmpty(value))
            return [{ ...emptyPlace(text, key, value), text: ` {${(0,_write_mapping_js__WEBPACK_IMPORTED_MODULE_1__/* .flowPairs */ .WJ)(wanted)}}` }];
        throw new EditConflict(`"${keyOf(pair)}" is no mapping`, startOf(key));
    }
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value) && value.value === wanted)
        return [];
    if (isEmpty(value))
        return [{ ...emptyPlace(text, key, value), text: ` ${(0,_write_mapping_js__WEBPACK_IMPORTED_MODULE_1__/* .scalarText */ .ws)(wanted)}` }];
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(value))
        return [{ start: startOf(value), end: rangeOf(value)[1], text: (0,_write_mapping_js__WEBPACK_IMPORTED_MODULE_1__/* .scalarText */ .ws)(wanted) }];
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value))
        throw new EditConflict(`"${keyOf(pair)}" is no text`, startOf(key));
    if (value.anchor)
        throw new EditConflict(`"${keyOf(pair)}" has the anchor &${value.anchor}, which others may use`, startOf(key));
    const [start] = rangeOf(value);
    // The comment on the first line of a block scalar goes on behind the value.
    const comment = isBlockScalar(value) ? (/^\S+([ \t]+#[^\r\n]*)/.exec(text.slice(start, start + 500))?.[1] ?? '') : '';
    return [{ start, end: contentEnd(text, value), text: (0,_write_mapping_js__WEBPACK_IMPORTED_MODULE_1__/* .scalarText */ .ws)(wanted) + comment }];
}
/** `key:` with nothing, `~` or `null` behind it. */
function isEmpty(value) {
    return value === null || value === undefined || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value) && value.value === null && !value.anchor);
}
function emptyPlace(text, key, value) {
    const colon = text.indexOf(':', rangeOf(key)[1]);
    if (colon < 0)
        throw new EditConflict('a key has no colon', startOf(key));
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value) && value.source !== '')
        return { start: colon + 1, end: rangeOf(value)[1] };
    const blanks = /^[ \t]*(?=[\r\n]|$)/.exec(text.slice(colon + 1))?.[0] ?? '';
    return { start: colon + 1, end: colon + 1 + blanks.length };
}
function insertion(text, map, members) {
    const last = map.items.at(-1);
    if (map.flow || last === undefined) {
        const at = last === undefined ? rangeOf(map)[0] + 1 : pairEnd(text, last);
        return { start: at, end: at, text: (last === undefined ? '' : ', ') + (0,_write_mapping_js__WEBPACK_IMPORTED_MODULE_1__/* .flowPairs */ .WJ)(members) };
    }
    const indent = indentOf(text, map);
    const lineEnd = text.indexOf('\n', pairEnd(text, last));
    const crlf = text[(lineEnd < 0 ? text.indexOf('\n') : lineEnd) - 1] === '\r';
    const at = lineEnd < 0 ? text.length : crlf ? lineEnd - 1 : lineEnd;
    const eol = crlf ? '\r\n' : '\n';
    return {
        start: at,
        end: at,
        text: (0,_write_mapping_js__WEBPACK_IMPORTED_MODULE_1__/* .blockLines */ .B4)(members)
            .map(line => eol + indent + line)
            .join(''),
    };
}
/** The blanks before the keys of a block mapping. */
function indentOf(text, map) {
    const first = map.items[0];
    const start = startOf(first?.key);
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const before = text.slice(lineStart, start).replace(/^\uFEFF/, '');
    if (!/^ *$/.test(before))
        throw new EditConflict('the mapping does not begin on a line of its own', start);
    return before;
}
/**
 * Edits that take members out of a mapping, with their lines. At least one member must stay.
 *
 * @throws EditConflict
 */
function removeMembers(text, map, keys) {
    if (map.flow) {
        const kept = map.items.filter(pair => !keys.has(keyOf(pair)));
        const body = kept.map(pair => text.slice(startOf(pair.key), pairEnd(text, pair))).join(', ');
        return kept.length === map.items.length
            ? []
            : [{ start: rangeOf(map)[0] + 1, end: rangeOf(map)[1] - 1, text: body }];
    }
    return map.items
        .filter(pair => keys.has(keyOf(pair)))
        .map(pair => {
        const start = startOf(pair.key);
        const lineStart = text.lastIndexOf('\n', start - 1) + 1;
        if (text.slice(lineStart, start).trim() !== '')
            throw new EditConflict('a key does not begin its line', start);
        const lineEnd = text.indexOf('\n', pairEnd(text, pair));
        return { start: lineStart, end: lineEnd < 0 ? text.length : lineEnd + 1, text: '' };
    });
}
function keyOf(pair) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(pair.key) ? String(pair.key.value) : '';
}
/** Where the last character of a pair is over, comments behind it left out. */
function pairEnd(text, pair) {
    const { key, value } = pair;
    if (value === null || value === undefined)
        return rangeOf(key)[1];
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value) && value.source === '' && value.type === 'PLAIN') {
        const colon = text.indexOf(':', rangeOf(key)[1]);
        return Math.max(rangeOf(key)[1], colon < 0 ? 0 : Math.min(colon + 1, rangeOf(value)[1]));
    }
    return contentEnd(text, value);
}
function contentEnd(text, value) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value) && !value.flow) {
        const last = value.items.at(-1);
        if (last !== undefined)
            return pairEnd(text, last);
    }
    const [start, end] = rangeOf(value);
    // A block scalar, or a list, holds the empty lines behind it.
    return start + text.slice(start, end).trimEnd().length;
}
function isBlockScalar(value) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value) && (value.type === 'BLOCK_FOLDED' || value.type === 'BLOCK_LITERAL');
}
function startOf(node) {
    return rangeOf(node)[0];
}
function rangeOf(node) {
    const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
    if (!Array.isArray(range))
        throw new EditConflict('a part has no place in the text', 0);
    return [Number(range[0]), Number(range[1])];
}


/***/ }),

/***/ 5855:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ blockLines),
/* harmony export */   WJ: () => (/* binding */ flowPairs),
/* harmony export */   ws: () => (/* binding */ scalarText)
/* harmony export */ });
/* harmony import */ var _go_byte_string_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5886);
/* harmony import */ var _go_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8228);
/* harmony import */ var _go_write_documents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3218);



/** A mapping in block style, as Go's encoder writes it: its lines without line ends. */
function blockLines(mapping) {
    return (0,_go_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .toText */ .fE)((0,_go_write_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .writeDocuments */ .i)([{ node: nodeFrom(mapping), sequences: 'compact' }]))
        .trimEnd()
        .split('\n');
}
function nodeFrom(mapping) {
    const content = Object.entries(mapping).flatMap(([key, value]) => [
        scalar(key),
        typeof value === 'string' ? scalar(value) : nodeFrom(value),
    ]);
    return (0,_go_node_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E)({ kind: 'mapping', tag: _go_node_js__WEBPACK_IMPORTED_MODULE_0__/* .tagOf */ .c.mapping, content, flow: content.length === 0 });
}
/** What the readers of YAML 1.1, the API server's among them, may take for a truth value. */
const TRUTH = /^(?:y|n|yes|no|on|off|true|false)$/i;
function scalar(text) {
    const form = /[\r\n]/.test(text) || TRUTH.test(text) ? 'double' : 'plain';
    return (0,_go_node_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E)({ kind: 'scalar', tag: _go_node_js__WEBPACK_IMPORTED_MODULE_0__/* .tagOf */ .c.string, value: (0,_go_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .toByteString */ .pv)(text), form });
}
/** A text as a value, quoted where it would be read as something else. */
function scalarText(text) {
    const [line = ''] = blockLines({ k: text });
    return line.slice('k: '.length);
}
/** A mapping's pairs for between the braces of a flow mapping. */
function flowPairs(mapping) {
    return Object.entries(mapping)
        .map(([key, value]) => `${JSON.stringify(key)}: ${typeof value === 'string' ? JSON.stringify(value) : `{${flowPairs(value)}}`}`)
        .join(', ');
}


/***/ })

};
