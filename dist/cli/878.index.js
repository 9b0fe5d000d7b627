export const id = 878;
export const ids = [878];
export const modules = {

/***/ 6878:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  initCommand: () => (/* binding */ initCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/errors.ts
var src_errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/git/repository.ts
var repository = __webpack_require__(5986);
// EXTERNAL MODULE: ./src/image/reference.ts
var reference = __webpack_require__(3564);
;// CONCATENATED MODULE: ./src/init/host.ts
/** Whether a text is a host name in lower case, as DNS has them, or an IPv4 address. */
function isHost(text) {
    if (/^[0-9.]+$/.test(text))
        return isIpv4(text);
    return text.length <= 253 && text.split('.').every(label => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
}
function isIpv4(text) {
    return /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\.(?!$)|$)){4}$/.test(text);
}
/** Whether a text is a port's number, without leading zeros. */
function isPort(text) {
    return /^[1-9][0-9]{0,4}$/.test(text) && Number(text) <= 65_535;
}

;// CONCATENATED MODULE: ./src/init/repository-name.ts

const OWNER = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})$/;
const NAME = /^(?!\.{1,2}$)(?!.*\.git$)[A-Za-z0-9._-]{1,100}$/;
/** `OWNER/NAME`, which is at github.com, or `HOST/OWNER/NAME`; undefined for anything else. */
function parseRepositoryName(text) {
    const parts = text.split('/');
    const [host = '', owner = '', name = ''] = parts.length === 2 ? ['github.com', ...parts] : parts;
    if (parts.length > 3 || !isHost(host))
        return undefined;
    return OWNER.test(owner) && NAME.test(name) ? { host, owner, name } : undefined;
}
/** The same of the address of a git remote: `https://…`, `ssh://…` or `git@HOST:OWNER/NAME`. */
function repositoryOfRemote(url) {
    const path = /^(?:https?|ssh):\/\/(?:[^@/]*@)?([^/]+\/[^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(url)?.[1] ??
        /^[\w.-]+@([^:/]+):([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(url)?.slice(1).join('/');
    return path === undefined ? undefined : parseRepositoryName(path);
}
/** An address of the repository, with the scheme, the user, the port and the `.git` of the one that stands there. */
function repositoryUrl({ host, owner, name }, current) {
    const [, start = 'https://', port = '', , end = ''] = /^((?:https?|ssh):\/\/(?:[^@/]+@)?)[^/:]+(:[0-9]+)?\/(.+?)(\.git)?$/.exec(current) ?? [];
    return `${start}${host}${port}/${owner}/${name}${end}`;
}
/** As it is given: without the host where that is GitHub's own. */
function printRepositoryName({ host, owner, name }) {
    return host === 'github.com' ? `${owner}/${name}` : `${host}/${owner}/${name}`;
}

;// CONCATENATED MODULE: ./src/init/vm.ts

/** `USER@HOST` or `USER@HOST:PORT`, taken apart; what is wrong with it, as the end of a sentence. */
function parseVm(text) {
    const expected = 'expected USER@HOST or USER@HOST:PORT, such as "deploy@192.168.0.50"';
    const at = text.indexOf('@');
    if (at <= 0)
        return `has no user: ${expected}`;
    const user = text.slice(0, at);
    const [host = '', port = '22', ...more] = text.slice(at + 1).split(':');
    // In the deploy Job it becomes a word of ssh's command line.
    if (!/^[a-z_][a-z0-9_-]{0,31}$/.test(user))
        return `has no user that Linux takes: ${expected}`;
    if (!isHost(host) || more.length > 0)
        return `has no host name or IPv4 address in it: ${expected}`;
    return isPort(port) ? { user, host, port } : `has no port from 1 to 65535: ${expected}`;
}

;// CONCATENATED MODULE: ./src/init/values.ts




/** Everything that is another one in every installation, as texts: in `flux/fluxgate-values.yaml`, and as options of `fluxgate init`. */
const VALUE_NAMES = [
    'registry',
    'insecure',
    'frontend-image',
    'backend-image',
    'frontend-context',
    'backend-context',
    'repo',
    'branch',
    'vm',
    'vm-address',
];
/** Where they stand, each once; from the root of the repository. */
const VALUES_FILE = 'flux/fluxgate-values.yaml';
/** What is wrong with a value, as the end of a sentence: what it is, and what is accepted. Undefined when it is fine. */
function valueProblem(name, text) {
    switch (name) {
        case 'registry':
            return (0,reference/* registryProblem */.T7)(text) ?? registryHostProblem(text.replace(/:[0-9]+$/, ''), text);
        case 'insecure':
            return text === 'true' || text === 'false' ? undefined : 'is no truth value: expected "true" or "false"';
        case 'frontend-image':
        case 'backend-image':
            return ((0,reference/* nameProblem */.rH)(text) ??
                (text.includes('/')
                    ? undefined
                    : 'has one part: expected PROJECT/NAME, such as "library/app", as Harbor wants it'));
        case 'frontend-context':
        case 'backend-context':
            return contextProblem(text);
        case 'repo':
            return parseRepositoryName(text) === undefined
                ? 'is no repository: expected OWNER/NAME, such as "example/website", or HOST/OWNER/NAME on a server of your own'
                : undefined;
        case 'branch':
            return isBranch(text)
                ? undefined
                : 'is no branch: expected a name such as "main", of letters, digits, ".", "_", "-", "/"';
        case 'vm': {
            const vm = parseVm(text);
            return typeof vm === 'string' ? vm : undefined;
        }
        case 'vm-address':
            return isIpv4(text) ? undefined : 'is no IPv4 address: expected one such as "192.168.0.50"';
    }
}
/** The values of which one says what the other must not say. */
function pairProblem(values) {
    const image = values['frontend-image'];
    return image !== undefined && image === values['backend-image']
        ? `"${image}" is the name of both images: expected two names`
        : undefined;
}
/** Beyond the form, which is known to be right: whether clients take it for a registry at all. */
function registryHostProblem(host, text) {
    if (host.startsWith('['))
        return 'is an IPv6 address: expected a host name or an IPv4 address';
    if (text === host && !host.includes('.') && host !== 'localhost') {
        return 'has neither a dot nor a port: image names with it would be looked up on Docker Hub; expected "host.domain" or "host:port"';
    }
    return isHost(host)
        ? undefined
        : 'is no host name: expected one such as "harbor.example.com" or "192.168.0.40", in lower case';
}
/** A path from the root of the repository, without what a shell or YAML would read something into. */
function contextProblem(text) {
    const parts = text.split('/');
    if (text === '.')
        return undefined;
    return parts.every(part => /^[A-Za-z0-9_.][A-Za-z0-9_.-]*$/.test(part) && part !== '.' && part !== '..')
        ? undefined
        : 'is no folder of the repository: expected a path from its root, such as "apps/frontend"';
}
function isBranch(text) {
    return (text.length <= 200 &&
        text.split('/').every(part => /^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(part) && !/\.\.|\.$|\.lock$/.test(part)));
}

;// CONCATENATED MODULE: ./src/init/planned-files.ts


/**
 * The files of a plan beside what is on disk, sorted. `flux/fluxgate-values.yaml` comes last: a tree that was interrupted while it was written
 * has none, and is known by that.
 *
 * @param root a real path
 */
async function plannedFiles(files, root, texts) {
    const paths = [...texts.keys()].sort();
    const inOrder = [...paths.filter(path => path !== VALUES_FILE), ...paths.filter(path => path === VALUES_FILE)];
    return Promise.all(inOrder.map(async (path) => ({
        path,
        before: await files.readBytes((0,external_node_path_.join)(root, path)),
        content: Buffer.from(texts.get(path) ?? ''),
    })));
}

;// CONCATENATED MODULE: ./src/init/write-together.ts


/**
 * Writes all files or none: when one cannot be written, or the user stops it, those before it are what they were again. Each is written
 * in one step.
 *
 * @param root a real path
 * @throws UserError with the files as they were before; the signal's reason, with the same
 */
async function writeTogether(files, root, written, signal) {
    for (const { path, before } of written) {
        const now = await files.readBytes((0,external_node_path_.join)(root, path));
        if (!isSame(now, before)) {
            throw new src_errors/* UserError */.yo(`${path} has changed since it was read: nothing was written`, { next: 'Run it again' });
        }
    }
    const done = [];
    for (const file of written) {
        try {
            signal.throwIfAborted();
            await files.replace((0,external_node_path_.join)(root, file.path), file.content);
            done.unshift(file);
        }
        catch (error) {
            const stuck = await undo(files, root, done);
            if (signal.aborted && stuck.length === 0)
                throw error;
            const after = stuck.length === 0 ? 'nothing was changed' : `and could not be undone: ${stuck.join(', ')}`;
            throw new src_errors/* UserError */.yo(`${file.path} cannot be written (${(0,src_errors/* messageOf */.bD)(error)}): ${after}`, { cause: error });
        }
    }
}
/** Gives the paths that could not be brought back. */
async function undo(files, root, done) {
    const stuck = [];
    for (const { path, before } of done) {
        try {
            if (before === undefined)
                await files.remove((0,external_node_path_.join)(root, path));
            else
                await files.replace((0,external_node_path_.join)(root, path), before);
        }
        catch {
            stuck.push(path);
        }
    }
    return stuck;
}
/**
 * Refuses what is no plain file of the repository: a path that a link leads elsewhere, and a folder in a file's place.
 *
 * @param root a real path
 */
async function refuseLinks(files, root, paths) {
    const errors = [];
    for (const path of paths) {
        const place = (0,external_node_path_.join)(root, path);
        if ((await files.realPath(place)) !== place) {
            errors.push(new src_errors/* UserError */.yo(`${path} is reached through a link, and none is followed`, { next: 'Put the file itself there' }));
        }
        else if ((await files.kind(place)) === 'folder') {
            errors.push(new src_errors/* UserError */.yo(`${path} is a folder, where a file belongs`));
        }
    }
    (0,src_errors/* throwAll */.Kx)(errors);
}
function isSame(left, right) {
    if (left === undefined || right === undefined)
        return left === right;
    return Buffer.compare(left, right) === 0;
}

// EXTERNAL MODULE: ./cli/command.ts
var command = __webpack_require__(6314);
;// CONCATENATED MODULE: ./cli/init-options.ts
const OPTIONS = [
    { name: 'registry', value: 'HOST[:PORT]', description: 'Where the images are, without a scheme' },
    { name: 'insecure', description: 'The registry speaks plain HTTP; --insecure=false says that it no longer does' },
    {
        name: 'vm',
        value: 'USER@HOST[:PORT]',
        description: 'Where the backend runs, and how the deploy Job logs in there',
    },
    {
        name: 'vm-address',
        value: 'IPV4',
        description: "The address for the cluster's traffic to it; needed when --vm has a host name",
    },
    { name: 'repo', value: '[HOST/]OWNER/NAME', description: "The repository that Flux follows; origin's unless told" },
    {
        name: 'branch',
        value: 'NAME',
        description: "Its default branch: tags of others have their own prefix. Origin's unless told, or what is checked out",
    },
    {
        name: 'frontend-image',
        value: 'PROJECT/NAME',
        description: 'The image, below the registry; library/frontend in a new tree',
    },
    { name: 'backend-image', value: 'PROJECT/NAME', description: 'The same of the backend' },
    {
        name: 'frontend-context',
        value: 'DIR',
        description: 'The folder that it is built from; frontend in a new tree',
    },
    { name: 'backend-context', value: 'DIR', description: 'The same of the backend' },
    {
        name: 'fluxgate',
        value: 'OWNER/NAME@COMMIT',
        description: 'Which fluxgate new workflows use, by a full commit; unless told that of this checkout, when its origin has it',
    },
    { name: 'write', description: 'Write what is shown without asking' },
];

// EXTERNAL MODULE: ./src/git/branch.ts
var git_branch = __webpack_require__(8030);
;// CONCATENATED MODULE: ./src/init/git-values.ts




/**
 * Why a branch is the wrong one, as a sentence: build-push gives tags that begin with `main` on the default branch alone. Undefined when it
 * is that branch, or nobody here knows which it is.
 */
async function branchProblem(git, branch) {
    const main = (await (0,git_branch/* originBranch */.lB)(git).catch(withoutGit))?.replace('refs/heads/', '');
    if (main === undefined || main === branch)
        return undefined;
    return `the branch "${branch}" is not the default one of origin, which is "${main}": its builds get tags of their own, which the ImagePolicies do not take`;
}
/** What git knows of the repository's values: where it comes from, and its main branch. Nothing is asked over the network. */
async function gitValues(git) {
    const remote = repositoryOfRemote((await git.ask('remote', 'get-url', 'origin').catch(withoutGit))?.trim() ?? '');
    const ref = (await (0,git_branch/* originBranch */.lB)(git).catch(withoutGit)) ?? (await (0,git_branch/* checkedOutRef */.jW)(git).catch(withoutGit));
    const branch = ref?.replace('refs/heads/', '');
    return {
        ...(remote === undefined ? {} : { repo: printRepositoryName(remote) }),
        ...(branch === undefined || valueProblem('branch', branch) !== undefined ? {} : { branch }),
    };
}
/** Without git nothing is known. */
function withoutGit(error) {
    if (error instanceof src_errors/* UserError */.yo)
        return undefined;
    throw error;
}

;// CONCATENATED MODULE: ./src/init/given-values.ts




/**
 * The values on the command line, and what is wrong with them. The address of a VM that is given by one follows from it.
 *
 * @param option what is written for an option; undefined where it is not given
 */
function givenValues(option) {
    const errors = [];
    const values = {};
    for (const name of VALUE_NAMES) {
        const text = option(name);
        if (text === undefined)
            continue;
        const problem = valueProblem(name, text);
        if (problem === undefined)
            values[name] = text;
        else
            errors.push(usageError(`option --${name}: ${JSON.stringify(text)} ${problem}`));
    }
    const vm = values.vm === undefined ? undefined : parseVm(values.vm);
    if (typeof vm === 'object' && option('vm-address') === undefined) {
        if (isIpv4(vm.host))
            values['vm-address'] = vm.host;
        else {
            const why = `option --vm has the host name "${vm.host}", and the Service for /api needs an address`;
            errors.push(usageError(why, 'Give it with --vm-address'));
        }
    }
    return { values, errors };
}
/** Values of which none is missing, and which go together. */
function pairErrors(values) {
    const problem = pairProblem(values);
    return problem === undefined ? [] : [usageError(`options --frontend-image and --backend-image: ${problem}`)];
}
function usageError(message, next) {
    return new src_errors/* UserError */.yo(message, { usage: true, ...(next === undefined ? {} : { next }) });
}

;// CONCATENATED MODULE: ./src/init/pin.ts



/** `OWNER/NAME@COMMIT`, taken apart; what is wrong with it, as the end of a sentence. */
function parsePin(text) {
    const [, repository, commit] = /^([\w-]+\/[\w.-]+)@([0-9a-f]{40})$/.exec(text) ?? [];
    // As it stands in the documents. Somebody may have that name at GitHub, and workflows would run what they have there.
    if (repository?.startsWith('OWNER/'))
        return 'still has OWNER in it: expected whose fluxgate it is';
    if (repository !== undefined && commit !== undefined)
        return { repository, commit };
    return 'is no pin: expected OWNER/NAME@COMMIT with all 40 digits of the commit, such as git ls-remote prints; tags and branches can be moved';
}
/**
 * The commit of this program's own checkout, when its origin is known to have it: nothing is asked over the network. Undefined when this
 * is no checkout, or the commit is nobody else's yet.
 */
async function ownPin({ exec, env, files }, home) {
    const git = (0,repository/* openGit */.z)(exec, home, env);
    const ask = (...args) => said(git, args);
    const top = await ask('rev-parse', '--show-toplevel');
    // Within node_modules the repository around it is another one.
    if (top === undefined || (await files.realPath(top)) !== (await files.realPath(home)))
        return undefined;
    const commit = await ask('rev-parse', '--verify', 'HEAD^{commit}');
    const origin = repositoryOfRemote((await ask('remote', 'get-url', 'origin')) ?? '');
    const published = await ask('for-each-ref', '--count=1', '--contains=HEAD', 'refs/remotes/origin/');
    if (commit === undefined || origin === undefined || !published)
        return undefined;
    return { repository: `${origin.owner}/${origin.name}`, commit };
}
async function said(git, args) {
    try {
        return (await git.ask(...args))?.trim();
    }
    catch (error) {
        // Without git there is no checkout to ask.
        if (error instanceof src_errors/* UserError */.yo)
            return undefined;
        throw error;
    }
}
/** A template of ours with the pin filled in. */
function pinned(text, { repository, commit }) {
    return text.replaceAll(/\bOWNER\/fluxgate\/actions\/([a-z-]+)@COMMIT\b/g, `${repository}/actions/$1@${commit}`);
}

// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
;// CONCATENATED MODULE: ./src/init/place.ts
/** Goes on in the YAML that a block of text holds. */
const EMBEDDED = Symbol('embedded');

;// CONCATENATED MODULE: ./src/init/places.ts






const CLUSTER = 'flux/clusters/production';
const AUTOMATION_FOLDER = `${CLUSTER}/image-automation`;
const SYNC_FILE = `${CLUSTER}/flux-system/gotk-sync.yaml`;
const BUILD = '.github/workflows/build-and-push.yml';
const REQUEST = 'flux/sealing/request.yaml';
const SEAL = '.github/workflows/seal.yml';
const NODES = 'flux/nodes/registries.yaml';
/** Every place of every value. A value that is needed at one more place gets a line here, and nothing else. */
const PLACES = [
    places_image('frontend', `${AUTOMATION_FOLDER}/image-repositories.yaml`, 'ImageRepository frontend', ['spec', 'image']),
    places_image('backend', `${AUTOMATION_FOLDER}/image-repositories.yaml`, 'ImageRepository backend', ['spec', 'image']),
    plain('insecure', `${AUTOMATION_FOLDER}/image-repositories.yaml`, 'ImageRepository frontend', ['spec', 'insecure']),
    plain('insecure', `${AUTOMATION_FOLDER}/image-repositories.yaml`, 'ImageRepository backend', ['spec', 'insecure']),
    places_image('frontend', `${CLUSTER}/frontend/deployment.yaml`, 'Deployment frontend', [
        ...['spec', 'template', 'spec', 'containers'],
        named('frontend'),
        'image',
    ]),
    places_image('backend', `${CLUSTER}/backend/docker-compose.backend.yml`, '', ['services', 'backend', 'image']),
    plain('registry', REQUEST, '', [named('harbor-credentials'), 'registry', 'server']),
    plain('registry', REQUEST, '', [named('harbor-pull'), 'registry', 'server']),
    { ...plain('registry', NODES, '', ['mirrors', keyIs('registry')]), isKey: true },
    {
        ...plain('registry', NODES, '', ['mirrors', keyIs('registry'), 'endpoint', 0]),
        values: ['registry', 'insecure'],
        text: endpoint,
    },
    { ...plain('registry', '.fluxgate.yaml', '', ['registries', keyIs('registry')]), isKey: true, isOptional: true },
    plain('registry', BUILD, '', buildInput('registry')),
    plain('insecure', BUILD, '', buildInput('insecure')),
    plain('frontend-image', BUILD, '', [...buildInput('images'), EMBEDDED, namedBy('frontend-image'), 'name']),
    plain('frontend-context', BUILD, '', [...buildInput('images'), EMBEDDED, namedBy('frontend-image'), 'context']),
    plain('backend-image', BUILD, '', [...buildInput('images'), EMBEDDED, namedBy('backend-image'), 'name']),
    plain('backend-context', BUILD, '', [...buildInput('images'), EMBEDDED, namedBy('backend-image'), 'context']),
    { ...plain('registry', SEAL, '', sealed('harbor-credentials')), isOptional: true },
    { ...plain('registry', SEAL, '', sealed('harbor-pull')), isOptional: true },
    places_repository(SYNC_FILE, 'GitRepository flux-system', ['spec', 'url']),
    places_repository(`${CLUSTER}/notifications/failures.yaml`, 'Provider github', ['spec', 'address']),
    plain('branch', SYNC_FILE, 'GitRepository flux-system', ['spec', 'ref', 'branch']),
    plain('branch', `${AUTOMATION_FOLDER}/image-update-automation.yaml`, 'ImageUpdateAutomation website', [
        ...['spec', 'git', 'checkout', 'ref', 'branch'],
    ]),
    // Flux may push to a branch of its own, for a pull request.
    {
        ...plain('branch', `${AUTOMATION_FOLDER}/image-update-automation.yaml`, 'ImageUpdateAutomation website', [
            ...['spec', 'git', 'push', 'branch'],
        ]),
        ...{ mayDiffer: true, isOptional: true },
    },
    plain('branch', BUILD, '', ['on', 'push', 'branches', itemIs('branch')]),
    ofVm('VM_HOST', 'host'),
    ofVm('VM_PORT', 'port'),
    ofVm('VM_USER', 'user'),
    plain('vm-address', `${CLUSTER}/ingress/backend-service.yaml`, 'EndpointSlice backend-vm', [
        ...['endpoints', 0, 'addresses', 0],
    ]),
    ...VALUE_NAMES.map(name => plain(name, VALUES_FILE, '', [name])),
];
function plain(value, file, object, steps) {
    return { values: [value], file, object, steps, text: values => values[value] };
}
/** A reference, whose tag and digest stay: Flux writes those. */
function places_image(half, file, object, steps) {
    const name = `${half}-image`;
    return {
        ...{ values: [name, 'registry'], file, object, steps },
        text(values, current) {
            const { tag, digest } = (0,reference/* parseReference */.F2)(current) ?? {};
            const behind = `${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
            return `${values.registry}/${values[name]}${behind}`;
        },
    };
}
function endpoint({ insecure, registry }) {
    return `${insecure === 'true' ? 'http' : 'https'}://${registry}`;
}
function places_repository(file, object, steps) {
    return {
        ...{ values: ['repo'], file, object, steps },
        text({ repo }, current) {
            const parsed = parseRepositoryName(repo);
            return parsed === undefined ? current : repositoryUrl(parsed, current);
        },
    };
}
function ofVm(variable, part) {
    const container = ['spec', 'template', 'spec', 'containers'];
    return {
        values: ['vm'],
        file: `${CLUSTER}/backend/deploy-job.yaml`,
        object: 'Job backend-deploy',
        steps: [...container, named('deploy'), 'env', named(variable), 'value'],
        text(values, current) {
            const parsed = parseVm(values.vm);
            return typeof parsed === 'string' ? current : parsed[part];
        },
    };
}
function buildInput(name) {
    return ['jobs', hasStep('build-push'), 'steps', uses('build-push'), 'with', name];
}
function sealed(name) {
    const request = ['jobs', hasStep('seal'), 'steps', uses('seal'), 'with', 'secrets'];
    return [...request, EMBEDDED, named(name), 'registry', 'server'];
}
function named(name) {
    return item => (0,json/* textMember */.SA)(item, 'name') === name;
}
function namedBy(value) {
    return (item, _, values) => (0,json/* textMember */.SA)(item, 'name') === values[value];
}
function keyIs(value) {
    return (_, key, values) => key === values[value];
}
function itemIs(value) {
    return (item, _, values) => item === values[value];
}
function uses(action) {
    return item => isStepOf(action, item);
}
function hasStep(action) {
    return item => (0,json/* listMember */.DW)(item, 'steps').some(step => isStepOf(action, step));
}
function isStepOf(action, step) {
    return new RegExp(`(?:^|/)actions/${action}(?:@|$)`).test((0,json/* textMember */.SA)(step, 'uses') ?? '');
}

;// CONCATENATED MODULE: ./src/init/plan.ts
/**
 * Only what is not there yet: a file that is there is somebody's, and never written over.
 *
 * @param advice what to do about a file that is there and differs, as a sentence
 */
function additions(wanted, existing, advice) {
    const files = new Map([...wanted].filter(([path]) => !existing.has(path)));
    const others = [...wanted].filter(([path, text]) => existing.has(path) && existing.get(path) !== text);
    return { files, warnings: others.map(([path]) => `${path} is there already, and is left as it is. ${advice(path)}`) };
}

;// CONCATENATED MODULE: ./src/init/plan-gate.ts

const WORKFLOWS = '.github/workflows/';
const GATE_WORKFLOW = `${WORKFLOWS}pull-request.yml`;
const GATE_CONFIG = '.fluxgate.yaml';
const CONFIG = `# The gate's configuration. Nothing here is needed; take the # away from what applies.

# The Flux that the tree is for, where no gotk-components.yaml says it.
# flux-version: "2.9"

# Paths that are no part of what Flux applies.
# exclude: [docs/**]

# Registries that are Harbors: they take images below a project only.
# registries: { "192.168.0.40:5000": harbor }

# What exists outside of git.
# external:
#   secrets: [flux-system/harbor-credentials]
#   namespaces: [monitoring]
#   crds: [cert-manager.io]
#   objects: [Service/monitoring/grafana]

# What a rule counts as: off, note, warning or error. \`fluxgate explain\` shows the rules.
# rules: { alert-coverage: off }
`;
/**
 * The gate alone, for a repository that has a tree of its own.
 *
 * @param reference the files of the reference repository, by path
 * @param texts of the repository, by path
 */
function planGate(reference, texts, pin) {
    const gate = gateWorkflow(texts);
    return {
        files: new Map([
            ...(gate === undefined ? [[GATE_WORKFLOW, pinned(reference.get(GATE_WORKFLOW) ?? '', pin)]] : []),
            ...(texts.has(GATE_CONFIG) ? [] : [[GATE_CONFIG, CONFIG]]),
        ]),
        warnings: gate === undefined ? [] : [hasGate(gate)],
        next: [
            'See what the gate says of the tree as it is: fluxgate verify',
            'To have it hold, make the check "verify manifests" a required one of the branch, in the settings of the repository',
        ],
    };
}
function hasGate(workflow) {
    return `${workflow} has the gate already, and is left as it is`;
}
/** The workflow that runs the gate. */
function gateWorkflow(texts) {
    const uses = /^[\s-]*uses:.*\/actions\/verify-manifests\b/m;
    return [...texts].find(([path, text]) => path.startsWith(WORKFLOWS) && uses.test(text))?.[0];
}

// EXTERNAL MODULE: ./src/yaml/edit-mapping.ts
var edit_mapping = __webpack_require__(5048);
// EXTERNAL MODULE: ./src/yaml/source-file.ts + 2 modules
var source_file = __webpack_require__(2609);
// EXTERNAL MODULE: ./src/yaml/write-mapping.ts
var write_mapping = __webpack_require__(5855);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./src/yaml/outline.ts
var outline = __webpack_require__(2117);
;// CONCATENATED MODULE: ./src/init/block-offsets.ts

/**
 * From offsets into the text of a literal block (`key: |`) to offsets into the file that it stands in. Undefined for every other
 * scalar, whose characters are not those of the file.
 */
function blockOffsets(file, node) {
    if (node.type !== 'BLOCK_LITERAL' || typeof node.value !== 'string')
        return undefined;
    const [start, end] = (0,outline/* rangeOf */.be)(node);
    const [, ...outer] = linesOf(file.slice(start, end), start);
    const inner = linesOf(node.value, 0);
    return offset => {
        const index = inner.findLastIndex(line => line.start <= offset);
        const [from, to] = [inner[index], outer[index]];
        if (from === undefined || to === undefined)
            throw new Error(`offset ${offset} is in no line of the block`);
        return to.start + (to.text.length - from.text.length) + (offset - from.start);
    };
}
function linesOf(text, offset) {
    let start = offset;
    return text.split('\n').map(line => {
        const found = { start, text: line.replace(/\r$/, '') };
        start += line.length + 1;
        return found;
    });
}

// EXTERNAL MODULE: ./src/once-per.ts
var once_per = __webpack_require__(3444);
;// CONCATENATED MODULE: ./src/init/nodes.ts


/** The parser's own tree of a document, for how a scalar is written: what is read of a file does not keep that. */
const rootOf = (0,once_per/* oncePer */.P)(({ outline, index }) => {
    const parsed = (0,dist/* parseAllDocuments */.hR)(outline.text, {
        merge: true,
        uniqueKeys: false,
        prettyErrors: false,
        logLevel: 'error',
    });
    return Array.isArray(parsed) ? parsed[index]?.contents : undefined;
});
/** The node at a path, following no alias; undefined when there is none. */
function nodeAt(document, keys) {
    let node = rootOf(document);
    for (const key of keys) {
        if ((0,dist/* isSeq */.oP)(node))
            node = typeof key === 'number' ? node.items[key] : undefined;
        else
            node = (0,dist/* isMap */.jh)(node) ? pairOf(node, key)?.value : undefined;
    }
    return (0,dist/* isNode */.Ll)(node) ? node : undefined;
}
/** The name of a member; undefined when it is not written. */
function keyNodeAt(document, keys) {
    const last = keys.at(-1);
    const parent = nodeAt(document, keys.slice(0, -1));
    const key = last !== undefined && (0,dist/* isMap */.jh)(parent) ? pairOf(parent, last)?.key : undefined;
    return (0,dist/* isNode */.Ll)(key) ? key : undefined;
}
/** Of a key that stands twice the last counts, as in the value. */
function pairOf(map, key) {
    return map.items.findLast(pair => (0,dist/* isScalar */.jn)(pair.key) && String(pair.key.value) === String(key));
}

;// CONCATENATED MODULE: ./src/init/locate.ts







/**
 * Finds a place in a file. Undefined when there is none, and for what cannot be changed alone: an anchor, an alias, a value of
 * several lines.
 *
 * @param known the values that may stand there, the likely ones first
 */
function locate(file, place, known) {
    const document = file.documents.find(({ value }) => place.object === '' || objectName(value) === place.object);
    return document === undefined ? undefined : walk(file, document, place.steps, place.isKey === true, known);
}
function objectName(value) {
    return `${(0,json/* textMember */.SA)(value, 'kind')} ${(0,json/* textMember */.SA)((0,json/* valueAt */.fK)(value, ['metadata']), 'name')}`;
}
function walk(file, document, steps, isKey, known) {
    const keys = [];
    for (const [index, step] of steps.entries()) {
        if (step === EMBEDDED) {
            const node = nodeAt(document, keys);
            const toFile = (0,dist/* isScalar */.jn)(node) ? blockOffsets(file.text, node) : undefined;
            if (!(0,dist/* isScalar */.jn)(node) || toFile === undefined)
                return undefined;
            const inner = (0,source_file/* readSourceFile */.uj)(file.path, String(node.value));
            const [first] = inner.documents;
            const spot = first === undefined ? undefined : walk(inner, first, steps.slice(index + 1), isKey, known);
            return spot === undefined ? undefined : { ...spot, start: toFile(spot.start), end: toFile(spot.end) };
        }
        const key = typeof step === 'function' ? chosen((0,json/* valueAt */.fK)(document.value, keys), step, known) : step;
        if (key === undefined)
            return undefined;
        keys.push(key);
    }
    const node = isKey ? keyNodeAt(document, keys) : nodeAt(document, keys);
    if (!(0,dist/* isScalar */.jn)(node) || node.anchor !== undefined)
        return undefined;
    const [start, end] = (0,outline/* rangeOf */.be)(node);
    const isOnOneLine = end > start && !file.text.slice(start, end).includes('\n');
    return isOnOneLine ? { node, current: String(node.value), start, end } : undefined;
}
function chosen(value, choice, known) {
    const entries = Array.isArray(value)
        ? [...value.entries()]
        : (0,json/* isMapping */.pi)(value)
            ? Object.entries(value)
            : [];
    for (const values of known) {
        const found = entries.find(([key, item]) => choice(item, key, values));
        if (found !== undefined)
            return found[0];
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/init/standing-values.ts




/**
 * What the tree itself says of the values by which other places are found, which is something else than `flux/fluxgate-values.yaml` where
 * somebody has changed a value there.
 *
 * @param stated what that file says; it counts where the tree says nothing
 */
function standingValues(texts, stated) {
    const read = (file, object, steps) => {
        return locate((0,source_file/* readSourceFile */.uj)(file, texts.get(file) ?? ''), { object, steps }, [stated])?.current;
    };
    const image = (name) => (0,reference/* parseReference */.F2)(read(`${AUTOMATION_FOLDER}/image-repositories.yaml`, `ImageRepository ${name}`, ['spec', 'image']) ?? '');
    const [frontend, backend] = [image('frontend'), image('backend')];
    return {
        ...stated,
        registry: frontend?.registry ?? stated.registry,
        'frontend-image': frontend?.name ?? stated['frontend-image'],
        'backend-image': backend?.name ?? stated['backend-image'],
        branch: read(SYNC_FILE, 'GitRepository flux-system', ['spec', 'ref', 'branch']) ?? stated.branch,
    };
}

;// CONCATENATED MODULE: ./src/init/set-values.ts








/**
 * Sets every value at its places. What stands around them stays as it is, to the byte, and so does what is right already.
 *
 * @param texts by path; a file that is not there has no places
 * @param before what `flux/fluxgate-values.yaml` says
 * @throws UserErrors that name each place of a value that changes and cannot be set
 */
function setValues(texts, before, after) {
    const known = [before, standingValues(texts, before), after];
    const files = new Map();
    const mended = [];
    const mendedValues = new Set();
    const missing = [];
    for (const path of new Set(PLACES.map(place => place.file))) {
        const text = texts.get(path);
        if (text === undefined || isForeign(path, text))
            continue;
        const file = (0,source_file/* readSourceFile */.uj)(path, text);
        const edits = [];
        for (const place of PLACES.filter(({ file: own }) => own === path)) {
            const spot = locate(file, place, known);
            if (spot === undefined) {
                if (place.isOptional === undefined)
                    missing.push([place, notFound(place, file)]);
                continue;
            }
            if (place.mayDiffer && !known.some(values => place.text(values, spot.current) === spot.current))
                continue;
            const wanted = place.text(after, spot.current);
            if (wanted === spot.current)
                continue;
            edits.push({ start: spot.start, end: spot.end, text: written(spot.node, wanted) });
            const { line } = file.span(spot.start, spot.end);
            if (place.text(before, spot.current) !== spot.current) {
                mended.push(`${path}:${line} has "${spot.current}", which is not what ${VALUES_FILE} says: it becomes "${wanted}"`);
                for (const name of place.values)
                    mendedValues.add(name);
            }
        }
        if (edits.length > 0)
            files.set(path, checked(path, (0,edit_mapping/* applyEdits */.ct)(text, edits), after));
    }
    // A value that is set at one place is set at all of them, or at none.
    const isSet = (name) => before[name] !== after[name] || mendedValues.has(name);
    (0,src_errors/* throwAll */.Kx)(missing.flatMap(([place, error]) => (place.values.some(isSet) ? [error] : [])));
    return { files, mended, unseen: missing.map(([, { message }]) => `${message}: see to it by hand`) };
}
/** Whether a workflow with one of our names is another one, which builds and seals by other means. */
function isForeign(path, text) {
    return path.startsWith('.github/') && !/\buses:.*\/actions\/(?:build-push|seal)\b/.test(text);
}
function notFound(place, file) {
    const [problem] = file.problems;
    const why = problem === undefined ? '' : ` (line ${problem.span.line}: ${problem.message})`;
    const object = place.object === '' ? '' : ` in ${place.object}`;
    return new src_errors/* UserError */.yo(`${place.file}: the place of ${place.values.join(' and ')}${object} is not found${why}`, {
        next: 'Nothing was written. Bring it back into the form of the reference tree, with a plain value on one line, or take the file away',
    });
}
/** The value in the quotes that stand there, or quoted where it would be read as something else. */
function written(node, wanted) {
    if (node.type === 'QUOTE_DOUBLE')
        return JSON.stringify(wanted);
    if (node.type === 'QUOTE_SINGLE')
        return `'${wanted}'`;
    return typeof node.value === 'boolean' ? wanted : (0,write_mapping/* scalarText */.ws)(wanted);
}
/** Reads the new text as Flux will: a place that does not have its value now is a fault of ours or a key that stands twice. */
function checked(path, text, after) {
    const file = (0,source_file/* readSourceFile */.uj)(path, text);
    const doubled = file.documents.flatMap(document => document.doubledKeys)[0];
    if (doubled !== undefined) {
        const { line } = file.span(doubled.start, doubled.end);
        throw new src_errors/* UserError */.yo(`${path}:${line} has "${doubled.key}" twice with these values`, {
            next: 'Take one of the two away, and run it again',
        });
    }
    for (const place of PLACES.filter(({ file: own }) => own === path)) {
        const spot = locate(file, place, [after]);
        if (spot !== undefined && !place.mayDiffer && place.text(after, spot.current) !== spot.current) {
            throw new Error(`${path}: ${place.values.join(', ')} was not set`);
        }
    }
    return text;
}

// EXTERNAL MODULE: ./src/nearest.ts
var nearest = __webpack_require__(7909);
;// CONCATENATED MODULE: ./src/init/values-file.ts





/**
 * Reads `flux/fluxgate-values.yaml`.
 *
 * @throws UserErrors that name each mistake with its line
 */
function readValues(text) {
    const file = (0,source_file/* readSourceFile */.uj)(VALUES_FILE, text);
    (0,src_errors/* throwAll */.Kx)(file.problems.map(({ message, span }) => new src_errors/* UserError */.yo(`${VALUES_FILE}:${span.line}: ${message}`)));
    const [document] = file.documents;
    const stated = (0,json/* isMapping */.pi)(document?.value) ? document.value : {};
    const errors = [];
    const line = (key) => (document === undefined ? 1 : (0,source_file/* keySpanAt */.VE)(file, document, [key]).line);
    for (const key of Object.keys(stated)) {
        if (isValueName(key))
            continue;
        const meant = (0,nearest/* nearest */.p)(key, VALUE_NAMES);
        const next = meant === undefined ? `There are: ${VALUE_NAMES.join(', ')}` : `Did you mean "${meant}"?`;
        errors.push(new src_errors/* UserError */.yo(`${VALUES_FILE}:${line(key)}: unknown value "${key}"`, { next }));
    }
    const values = {};
    for (const name of VALUE_NAMES) {
        const value = stated[name];
        if (value === undefined) {
            errors.push(new src_errors/* UserError */.yo(`${VALUES_FILE} has no "${name}"`, { next: `Add a line "${name}: …"` }));
            continue;
        }
        // A bare 1.10 is the number 1.1: such a branch must stand between quotes.
        const isText = typeof value === 'string' || (name === 'insecure' && typeof value === 'boolean');
        const problem = isText ? valueProblem(name, String(value)) : 'is no text: expected one, between quotes if need be';
        if (problem !== undefined) {
            errors.push(new src_errors/* UserError */.yo(`${VALUES_FILE}:${line(name)}: ${name} ${JSON.stringify(value)} ${problem}`));
        }
        values[name] = String(value);
    }
    const pair = errors.length === 0 ? pairProblem(values) : undefined;
    if (pair !== undefined)
        errors.push(new src_errors/* UserError */.yo(`${VALUES_FILE}: ${pair}`));
    (0,src_errors/* throwAll */.Kx)(errors);
    return complete(values);
}
/** All values, known to be there. */
function complete(values) {
    const need = (name) => {
        const value = values[name];
        if (value === undefined)
            throw new Error(`no value for ${name}`);
        return value;
    };
    return {
        registry: need('registry'),
        insecure: need('insecure'),
        'frontend-image': need('frontend-image'),
        'backend-image': need('backend-image'),
        'frontend-context': need('frontend-context'),
        'backend-context': need('backend-context'),
        repo: need('repo'),
        branch: need('branch'),
        vm: need('vm'),
        'vm-address': need('vm-address'),
    };
}
function isValueName(name) {
    return VALUE_NAMES.some(known => known === name);
}

;// CONCATENATED MODULE: ./src/init/plan-tree.ts





/**
 * The whole reference repository with somebody's values.
 *
 * @param reference the files of the reference repository, by path
 * @param texts of the repository as it is, by path
 */
function planTree(reference, values, pin, texts) {
    const { files } = setValues(reference, readValues(reference.get(VALUES_FILE) ?? ''), values);
    const wanted = new Map([...reference, ...files].map(([path, text]) => [path, pinned(text, pin)]));
    const gate = gateWorkflow(texts);
    const isGated = gate !== undefined && gate !== GATE_WORKFLOW;
    if (isGated)
        wanted.delete(GATE_WORKFLOW);
    return {
        files: wanted,
        warnings: isGated ? [hasGate(gate)] : [],
        next: [
            'What is sealed in the tree is made up, and no cluster opens it. With Flux bootstrapped, seal your own: fluxgate seal fetch --namespace kube-system --output flux/sealing/pub-cert.pem, then fluxgate seal --secrets flux/sealing/request.yaml --certificate flux/sealing/pub-cert.pem --check flux',
            `The images are built from ${values['frontend-context']}/Dockerfile and ${values['backend-context']}/Dockerfile; who pushes them logs in with the repository's secrets HARBOR_USERNAME and HARBOR_PASSWORD`,
            'See what the gate says: fluxgate verify; and what the first build comes to: fluxgate rehearse',
            'The whole way to the first delivery is in docs/FLUX_SETUP.md of fluxgate',
        ],
    };
}

;// CONCATENATED MODULE: ./src/init/left-over.ts
/** Values that are told apart from other text by themselves. */
const TELLING = ['registry', 'repo', 'vm-address'];
/**
 * Lines that still have a value that was changed, as sentences: what somebody has added, and comments.
 *
 * @param texts after the change, by path
 */
function leftOver(texts, before, after) {
    const gone = TELLING.filter(name => before[name] !== after[name]).map(name => before[name]);
    return [...texts].flatMap(([path, text]) => text
        .split('\n')
        .flatMap((line, index) => gone
        .filter(value => hasWord(line, value))
        .map(value => `${path}:${index + 1} still has ${value}, at a place that init does not know: see to it by hand`)));
}
/** Whether a line has the text by itself, not as a part of a longer name, address or port. */
function hasWord(line, text) {
    for (let at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + 1)) {
        const before = line.slice(0, at).at(-1) ?? ' ';
        const behind = line.slice(at + text.length);
        if (!/[\w.-]/.test(before) && !/^(?:[\w-]|\.\w)/.test(behind))
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./src/init/plan-values.ts



/**
 * Sets values in a repository that has the tree.
 *
 * @param texts of the tree and what lies beside it, by path
 * @param before what `flux/fluxgate-values.yaml` says
 * @throws UserErrors when a value that changes cannot be set everywhere
 */
function planValues(texts, before, after) {
    const { files, mended, unseen } = setValues(texts, before, after);
    const whole = new Map([...texts, ...files]);
    return {
        files,
        warnings: [...mended, ...unseen, ...leftOver(whole, standingValues(texts, before), after)],
        next: steps(before, after),
    };
}
/** What a changed value asks for outside of the tree, or in what is sealed. */
function steps(before, after) {
    const changes = (name) => before[name] !== after[name];
    const stale = [
        ...(changes('registry') ? ['flux-system/harbor-credentials', 'website/harbor-pull'] : []),
        ...(changes('vm') ? ['website/vm-ssh-key'] : []),
    ];
    return [
        ...(stale.length === 0
            ? []
            : [
                `Seal anew what has the old value in it: fluxgate seal --secrets flux/sealing/request.yaml --certificate flux/sealing/pub-cert.pem --renew ${stale.join(',')}`,
            ]),
        ...(changes('registry') || changes('insecure')
            ? ['Put flux/nodes/registries.yaml onto the nodes again, and have Docker on the VM know the registry']
            : []),
        ...(changes('repo') || changes('branch') ? ['Bootstrap Flux again, and point the clone on the VM there'] : []),
        'See what the gate says: fluxgate verify',
    ];
}

;// CONCATENATED MODULE: ./src/init/reference-files.ts



/** What lies beside `flux/` in a repository that uses it: the workflows and the gate's configuration. */
const BESIDE = 'examples/repository';
/** The files of the reference repository by their paths in it, as this program has them beside itself. */
async function referenceFiles(files, home) {
    const places = [(0,external_node_path_.join)(home, VALUES_FILE), (0,external_node_path_.join)(home, BESIDE)];
    const kinds = await Promise.all(places.map(place => files.kind(place)));
    const missing = places.filter((_, index) => kinds[index] === undefined);
    if (missing.length > 0) {
        throw new src_errors/* UserError */.yo(`the reference tree is not where this program looks for it: there is no ${missing.join(', and no ')}`, {
            next: 'Run dist/cli/index.js of a whole checkout of fluxgate; the file by itself has no tree',
        });
    }
    const tree = (await files.walk((0,external_node_path_.join)(home, 'flux'))).filter(path => !path.startsWith('examples/'));
    const beside = await files.walk((0,external_node_path_.join)(home, BESIDE));
    const found = new Map();
    for (const path of [...tree.map(path => `flux/${path}`), ...beside]) {
        const text = await files.readText(sourceOf(path, home));
        if (text !== undefined)
            found.set(path, text);
    }
    return found;
}
/** Where a file of the reference repository lies. */
function sourceOf(path, home) {
    return path.startsWith('flux/') ? (0,external_node_path_.join)(home, path) : (0,external_node_path_.join)(home, BESIDE, path);
}

;// CONCATENATED MODULE: ./src/init/repository-texts.ts


/**
 * The texts of files that are there, by path.
 *
 * @throws UserError for what is no UTF-8: written back it would be another file
 */
async function repositoryTexts(files, root, paths) {
    const found = new Map();
    for (const path of new Set(paths)) {
        const bytes = await files.readBytes((0,external_node_path_.join)(root, path));
        if (bytes === undefined)
            continue;
        const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
        if (Buffer.compare(Buffer.from(text), bytes) !== 0)
            throw new src_errors/* UserError */.yo(`${path} is no UTF-8 text`);
        found.set(path, text);
    }
    return found;
}

;// CONCATENATED MODULE: ./src/init/whole-values.ts


/** What is the same in every new repository unless told. */
const STANDARD = {
    insecure: 'false',
    'frontend-image': 'library/frontend',
    'backend-image': 'library/backend',
    'frontend-context': 'frontend',
    'backend-context': 'backend',
    branch: 'main',
};
/** What nobody can guess. */
const NEEDED = [
    ['registry', 'give HOST or HOST:PORT, such as "192.168.0.40:5000"'],
    ['vm', 'give USER@HOST, such as "deploy@192.168.0.50"'],
    ['repo', 'give OWNER/NAME, such as "example/website"; git knows no origin to take it from'],
];
/**
 * The values for a new repository, or everything that is wrong with them.
 *
 * @param option what is written for an option; undefined where it is not given
 * @param known what git knows
 */
function wholeValues(option, known) {
    const given = givenValues(option);
    const stated = { ...STANDARD, ...known, ...given.values };
    const missing = NEEDED.filter(([name]) => stated[name] === undefined && option(name) === undefined);
    const errors = [
        ...given.errors,
        ...missing.map(([name, what]) => usageError(`option --${name} is missing: ${what}`)),
        ...pairErrors(stated),
    ];
    return errors.length === 0 ? { values: complete(stated) } : { errors };
}

// EXTERNAL MODULE: ./src/tree/read-tree.ts
var read_tree = __webpack_require__(8555);
;// CONCATENATED MODULE: ./cli/init-plan.ts


















/**
 * What a run comes to, by what the repository is: one with the reference tree has its values set, one with another tree of Flux's gets the
 * gate, any other one the whole tree.
 *
 * @param root the real path of the repository
 * @param program the real path of this program
 * @throws UserErrors for everything that is wrong with the options
 */
async function planFor(root, program, given, runner) {
    const tree = await (0,read_tree/* readTree */.Z)(runner, root);
    const git = (0,repository/* openGit */.z)(runner.exec, root, runner.env);
    const home = (0,external_node_path_.resolve)(program, '../../..');
    if (tree.some(([path]) => path === VALUES_FILE))
        return setPlan(root, home, tree, git, given, runner);
    const reference = await referenceFiles(runner.files, home);
    const whole = wholeValues(given.get, await gitValues(git));
    const pin = await pinOf(given.get('fluxgate'), home, runner);
    const plan = 'values' in whole && !(pin instanceof src_errors/* UserError */.yo) ? planTree(reference, whole.values, pin, new Map(tree)) : undefined;
    const advice = (path) => adviceOn(path, home, pin);
    // What a run that was interrupted has left is no tree of somebody else's.
    const foreign = tree.find(([path, text]) => hasFluxObject(text) && plan?.files.get(path) !== text);
    if (foreign !== undefined) {
        (0,src_errors/* throwAll */.Kx)([...useless(given, foreign[0]), ...(pin instanceof src_errors/* UserError */.yo ? [pin] : [])]);
        if (pin instanceof src_errors/* UserError */.yo)
            throw pin;
        return onlyNew(planGate(reference, new Map(tree), pin), root, runner, advice);
    }
    if (plan !== undefined && 'values' in whole) {
        return withBranch(await onlyNew(plan, root, runner, advice), git, whole.values.branch);
    }
    (0,src_errors/* throwAll */.Kx)([...('errors' in whole ? whole.errors : []), ...(pin instanceof src_errors/* UserError */.yo ? [pin] : [])]);
    throw new Error('there is neither a plan nor a problem');
}
async function setPlan(root, home, tree, git, given, runner) {
    const { files } = runner;
    const paths = [...new Set(PLACES.map(place => place.file))];
    await refuseLinks(files, root, paths);
    const texts = await repositoryTexts(files, root, paths);
    const before = readValues(texts.get(VALUES_FILE) ?? '');
    const { values, errors } = givenValues(given.get);
    const after = { ...before, ...values };
    const pin = given.get('fluxgate') === undefined ? undefined : await pinOf(given.get('fluxgate'), home, runner);
    (0,src_errors/* throwAll */.Kx)([...errors, ...pairErrors(after), ...(pin instanceof src_errors/* UserError */.yo ? [pin] : [])]);
    const others = tree.filter(([path]) => /^(?:flux\/(?!examples\/)|\.github\/|\.fluxgate\.yaml$)/.test(path));
    const plan = await withBranch(planValues(new Map([...others, ...texts]), before, after), git, after.branch);
    if (pin === undefined || pin instanceof src_errors/* UserError */.yo)
        return plan;
    const whole = planTree(await referenceFiles(files, home), after, pin, new Map(tree));
    const added = await onlyNew({ ...whole, files: workflowsOf(whole.files) }, root, runner, () => '');
    runner.log.notice('--fluxgate is for new workflows alone: those that are there keep theirs');
    return { ...plan, files: new Map([...added.files, ...plan.files]) };
}
function workflowsOf(files) {
    return new Map([...files].filter(([path]) => path.startsWith(WORKFLOWS)));
}
async function withBranch(plan, git, branch) {
    const problem = await branchProblem(git, branch);
    return problem === undefined ? plan : { ...plan, warnings: [...plan.warnings, problem] };
}
/** Of a plan that adds files what is not there yet. */
async function onlyNew(plan, root, { files }, advice) {
    const paths = [...plan.files.keys()];
    await refuseLinks(files, root, paths);
    const added = additions(plan.files, await repositoryTexts(files, root, paths), advice);
    return { files: added.files, warnings: [...plan.warnings, ...added.warnings], next: plan.next };
}
async function pinOf(text, home, runner) {
    if (text !== undefined) {
        const pin = parsePin(text);
        return typeof pin === 'string' ? usageError(`option --fluxgate: ${JSON.stringify(text)} ${pin}`) : pin;
    }
    return ((await ownPin(runner, home)) ??
        usageError('option --fluxgate is missing, and this is no checkout of a commit that its origin is known to have: give OWNER/NAME@COMMIT', 'git ls-remote https://github.com/OWNER/fluxgate HEAD prints the newest commit'));
}
/** Options for which a tree that is somebody's own has no place. */
function useless(given, path) {
    const names = VALUE_NAMES.filter(name => given.get(name) !== undefined).map(name => `--${name}`);
    if (names.length === 0)
        return [];
    const what = `${names.join(', ')}: this repository has a tree of Flux's already (${path}), and its values are its own`;
    return [usageError(what, 'Without these options init adds the gate to it')];
}
function hasFluxObject(text) {
    return /^\s*"?apiVersion"?:\s*["']?[a-z]+\.toolkit\.fluxcd\.io\//m.test(text);
}
function adviceOn(path, home, pin) {
    if (path === GATE_WORKFLOW && !(pin instanceof src_errors/* UserError */.yo)) {
        return `To have the gate in it, add a step "uses: ${pin.repository}/actions/verify-manifests@${pin.commit}" behind a checkout`;
    }
    const compare = `Compare it with ${sourceOf(path, home)}`;
    if (!path.startsWith(WORKFLOWS) || pin instanceof src_errors/* UserError */.yo)
        return `${compare}, and take over what yours lacks`;
    return `${compare}; to get that one, move yours away and run fluxgate init --fluxgate ${pin.repository}@${pin.commit}`;
}

// EXTERNAL MODULE: ./cli/setters-report.ts + 1 modules
var setters_report = __webpack_require__(1343);
;// CONCATENATED MODULE: ./cli/init.ts









const initCommand = {
    options: OPTIONS,
    help: () => (0,command/* helpText */.BK)('fluxgate init [DIR] [OPTIONS]', 'Sets up the repository in DIR, the current folder unless told. A new one gets the reference tree for Flux in flux/ and the workflows; one with that tree gets other values, at all their places and in flux/fluxgate-values.yaml, which holds each once; one with a tree of its own gets the gate. It shows what changes as a diff, and writes all of it or nothing. A file of yours is never written over.', OPTIONS, [
        'fluxgate init --registry 192.168.0.40:5000 --insecure --vm deploy@192.168.0.50 --repo example/website > init.diff',
        'fluxgate init --registry harbor.example.com --vm deploy@10.0.0.9 --fluxgate OWNER/fluxgate@COMMIT --write',
        'fluxgate init --registry 192.168.0.41:5000        # the tree is there: another registry, everywhere',
        'fluxgate init                                     # what flux/fluxgate-values.yaml says, everywhere',
        'fluxgate init --fluxgate OWNER/fluxgate@COMMIT    # a tree of your own: adds the gate; the reference tree: workflows that are missing',
    ]),
    async run(args, terminal) {
        const { runner } = terminal;
        const given = (0,command/* parseArguments */.We)(args, OPTIONS, 1);
        const root = await init_rootOf(given.positionals[0] ?? '.', runner);
        const plan = await planFor(root, await runner.files.realPath(terminal.program), given, runner);
        const files = await plannedFiles(runner.files, root, plan.files);
        terminal.print((0,setters_report/* diffOf */.n_)(files));
        for (const warning of plan.warnings)
            runner.log.warning(warning);
        if (files.length === 0) {
            runner.log.info('Nothing to write: all that init would set is there already');
            return 0;
        }
        if (!(await isWanted(given.get('write') === 'true', files.length, terminal)))
            return 0;
        await writeTogether(runner.files, root, files, runner.signal);
        runner.log.info(`Written: ${files.length === 1 ? '1 file' : `${files.length} files`}`);
        for (const [index, step] of plan.next.entries())
            runner.log.info(`${index + 1}. ${step}`);
        return 0;
    },
};
async function init_rootOf(folder, { files, workspace, exec, env }) {
    const path = (0,external_node_path_.resolve)(workspace, folder);
    if ((await files.kind(path)) !== 'folder')
        throw (0,command/* wrongUsage */.xY)(`${path} is no folder`);
    const root = await files.realPath(path);
    const top = await (0,repository/* openGit */.z)(exec, root, env)
        .ask('rev-parse', '--show-toplevel')
        .catch(error => {
        if (error instanceof src_errors/* UserError */.yo)
            return undefined;
        throw error;
    });
    if (top === undefined || (await files.realPath(top.trim())) === root)
        return root;
    throw (0,command/* wrongUsage */.xY)(`${path} is a folder within the repository ${top.trim()}`, 'Workflows belong to its root: run init there');
}
async function isWanted(write, count, { ask, runner }) {
    if (write)
        return true;
    if (ask === undefined) {
        runner.log.info(`Nothing was written. Run it again with --write to write ${counted(count)}`);
        return false;
    }
    const answer = await ask(`Write ${counted(count)}? Type yes: `);
    if (answer.trim() === 'yes')
        return true;
    runner.log.info('Nothing was written');
    return false;
}
function counted(count) {
    return count === 1 ? 'this file' : `these ${count} files`;
}


/***/ }),

/***/ 1343:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n_: () => (/* binding */ diffOf),
  R6: () => (/* binding */ settersJson),
  eE: () => (/* binding */ settersText)
});

// EXTERNAL MODULE: ./src/flux/setters.ts + 3 modules
var setters = __webpack_require__(4057);
// EXTERNAL MODULE: ./node_modules/diff/libesm/patch/create.js + 1 modules
var create = __webpack_require__(5725);
;// CONCATENATED MODULE: ./src/unified-diff.ts

/** How many lines are kept around a change. */
const CONTEXT = 3;
/** Beyond so many changed lines no shortest difference is sought: that takes time by their square. */
const MOST_EDITS = 2000;
/**
 * The difference of a file's old and new text as `git apply` and `patch` read it; '' when there is none.
 *
 * @param path from the root of the tree, with forward slashes
 * @param before undefined for a file that is new
 */
function unifiedDiff(path, before, after) {
    if (before === after)
        return '';
    const old = before ?? '';
    const options = { context: CONTEXT, maxEditLength: MOST_EDITS };
    const patch = (0,create/* structuredPatch */.YB)(`a/${path}`, `b/${path}`, old, after, undefined, undefined, options) ??
        wholePatch(`a/${path}`, `b/${path}`, old, after);
    const isNew = before === undefined;
    const named = { ...patch, isGit: true, isCreate: isNew, ...(isNew ? { newMode: '100644' } : {}) };
    return (0,create/* formatPatch */.Gu)(isNew ? { ...named, oldFileName: '/dev/null' } : named).replace(/\n+$/, '\n');
}
/** Everything goes, everything comes. */
function wholePatch(oldFileName, newFileName, before, after) {
    const [removed, added] = [linesOf(before), linesOf(after)];
    const hunk = {
        oldStart: removed.length === 0 ? 0 : 1,
        oldLines: removed.length,
        newStart: added.length === 0 ? 0 : 1,
        newLines: added.length,
        lines: [...marked('-', removed, before), ...marked('+', added, after)],
    };
    return { oldFileName, newFileName, oldHeader: undefined, newHeader: undefined, hunks: [hunk] };
}
function linesOf(text) {
    const lines = text.split('\n');
    return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
function marked(sign, lines, text) {
    const shown = lines.map(line => sign + line);
    return text === '' || text.endsWith('\n') ? shown : [...shown, '\\ No newline at end of file'];
}

;// CONCATENATED MODULE: ./cli/setters-report.ts


/** The result for programs. A place is that of the value in the file that was read; paths start at the folder. */
function settersJson({ result: { changes, problemFiles, error }, written }) {
    const shown = {
        changes: changes.map(({ source, old, new: value, setter }) => ({
            file: source.path,
            line: source.line,
            column: source.column,
            old,
            new: value,
            setter,
        })),
        problemFiles: problemFiles.map(({ path }) => path),
        written: written.map(({ path }) => path),
        error,
    };
    return `${JSON.stringify(shown)}\n`;
}
/** The result for people: the diff, then what it does not show. */
function settersText(outcome) {
    const { result, written, writes } = outcome;
    const remarks = [
        ...(result.error === null ? [] : [`Flux's automation fails as a whole and writes nothing: ${result.error}`]),
        ...problems(result),
        ...(result.error === null ? unchanged(outcome) : []),
        ...(writes && written.length > 0 ? [`Written: ${written.map(({ path }) => path).join(', ')}`] : []),
    ];
    return [diffOf(written), ...remarks.map(line => `${line}\n`)].join('');
}
/** The unified diff of all files that change. */
function diffOf(written) {
    return written
        .map(({ path, before, content }) => unifiedDiff(path, before === undefined ? undefined : textOf(before), textOf(content)))
        .join('');
}
function textOf(content) {
    return Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('utf8');
}
function problems({ problemFiles }) {
    return problemFiles.map(({ path, line, reason }) => `Flux skips ${path}${line === undefined ? '' : `:${line}`} with all its markers: ${reason}`);
}
/** Why nothing changes for a policy: nobody asks for it, or all have it. */
function unchanged({ result, tree, policies }) {
    const changing = new Set(result.changes.map(({ setter }) => policyOf(setter)));
    const idle = [...policies.keys()].filter(policy => !changing.has(policy));
    if (idle.length === 0)
        return [];
    const honoured = tree
        .flatMap(file => (0,setters/* findMarkers */.Xh)(file, policies))
        .flatMap(({ setter, fault }) => (setter === undefined || fault !== undefined ? [] : [policyOf(setter)]));
    return idle.map(policy => {
        if (policies.get(policy) === null)
            return `${policy} has elected nothing: its markers stay as they are`;
        const count = honoured.filter(name => name === policy).length;
        if (count === 0)
            return `${policy} changes nothing: no marker that Flux honours names it`;
        return `${policy} changes nothing: ${count === 1 ? 'its marker has' : `its ${count} markers have`} the value already`;
    });
}
function policyOf(setter) {
    return setter.split(':', 2).join(':');
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

/***/ 5986:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ GitFailure),
/* harmony export */   z: () => (/* binding */ openGit)
/* harmony export */ });
/** A git command that failed; its message is git's own reason. */
class GitFailure extends Error {
    name = 'GitFailure';
}
/**
 * The options keep git's output the same whatever the user's configuration says. The last two keep git from running what a
 * folder that looks like a bare repository would have it run.
 */
const STEADY = [
    'core.quotePath=false',
    'color.ui=false',
    'color.diff=false',
    'color.grep=false',
    'diff.noprefix=false',
    'diff.interHunkContext=0',
    'diff.submodule=short',
    'diff.relative=false',
    'i18n.logOutputEncoding=UTF-8',
    'log.diffMerges=separate',
    'log.showRoot=true',
    'log.showSignature=false',
    'core.fsmonitor=false',
    'safe.bareRepository=explicit',
].flatMap(setting => ['-c', setting]);
function openGit(exec, folder, env) {
    const quiet = { ...env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
    const call = (stdin, args) => exec({
        command: 'git',
        args: [...STEADY, ...args],
        cwd: folder,
        env: quiet,
        ...(stdin === undefined ? {} : { stdin }),
    });
    const checked = async (stdin, args) => {
        const result = await call(stdin, args);
        if (result.code === 0)
            return result.stdout;
        throw failure(args[0] ?? '', result);
    };
    return {
        run: (...args) => checked(undefined, args),
        feed: (stdin, ...args) => checked(stdin, args),
        async ask(...args) {
            const result = await call(undefined, args);
            return result.code === 0 ? result.stdout : undefined;
        },
        async grep(...args) {
            const result = await call(undefined, ['grep', ...args]);
            if (result.code === 0)
                return result.stdout;
            if (result.code === 1 && result.stderr === '')
                return '';
            throw failure('grep', result);
        },
    };
}
function failure(command, result) {
    const lines = result.stderr.trim().split('\n');
    // Below the reason git often gives advice, or its whole usage.
    const reason = lines.find(line => /^(?:fatal|error): /.test(line)) ?? lines.at(-1) ?? '';
    const said = reason.replace(/\/\/[^/@\s]*@/g, '//***@');
    return new GitFailure(`git ${command}: ${said || `exit code ${result.code}`}`);
}


/***/ }),

/***/ 3564:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   T7: () => (/* binding */ registryProblem),
/* harmony export */   rH: () => (/* binding */ nameProblem)
/* harmony export */ });
/* unused harmony export printRepository */
const NAME_PART = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const NAME = new RegExp(`^${NAME_PART}(?:/${NAME_PART})*$`);
const REGISTRY = /^(?:\[[0-9a-fA-F:]+\]|[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)(?::[0-9]{1,5})?$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
/** The reference taken apart, or undefined when it follows no grammar of the registries. */
function parseReference(text) {
    // A tree names few images, and each is asked for many times.
    if (known.size >= 10_000)
        known.clear();
    if (!known.has(text))
        known.set(text, parse(text));
    return known.get(text);
}
const known = new Map();
function parse(text) {
    const [beforeDigest = '', digest, ...more] = text.split('@');
    if (more.length > 0 || (digest !== undefined && !DIGEST.test(digest)))
        return undefined;
    const colon = beforeDigest.lastIndexOf(':');
    const tagged = colon > beforeDigest.lastIndexOf('/');
    const tag = tagged ? beforeDigest.slice(colon + 1) : undefined;
    const path = tagged ? beforeDigest.slice(0, colon) : beforeDigest;
    if (tag !== undefined && !TAG.test(tag))
        return undefined;
    const slash = path.indexOf('/');
    const first = path.slice(0, Math.max(slash, 0));
    const hasRegistry = /[.:\]]/.test(first) || first === 'localhost' || first !== first.toLowerCase();
    const registry = hasRegistry ? first : undefined;
    const name = hasRegistry ? path.slice(slash + 1) : path;
    if ((registry !== undefined && !REGISTRY.test(registry)) || !NAME.test(name))
        return undefined;
    return { registry, name, tag, digest };
}
/** What is wrong with a registry's address, as the end of a sentence; undefined when it is `host` or `host:port`. */
function registryProblem(text) {
    if (/^[a-z]+:\/\//i.test(text))
        return 'has a scheme: expected "host" or "host:port" (plain HTTP is said by "insecure")';
    if (text.includes('/')) {
        return 'has a path in it: expected "host" or "host:port" only; the project belongs into the image name';
    }
    if (!REGISTRY.test(text))
        return 'is not a registry address: expected "host" or "host:port"';
    const port = /:([0-9]+)$/.exec(text)?.[1];
    if (port !== undefined && (Number(port) < 1 || Number(port) > 65535))
        return 'has no valid port: expected 1 to 65535';
    return undefined;
}
/** What is wrong with an image's name below the registry, as the end of a sentence; undefined when it is fine. */
function nameProblem(text) {
    if (NAME.test(text))
        return text.length > 255 ? 'has more than 255 characters' : undefined;
    // Before the registry: an upper-case first part (`MyOrg/app`) passes for one, and is an organisation's name far more often.
    if (text !== text.toLowerCase() && NAME.test(text.toLowerCase())) {
        return `has upper-case letters: expected "${text.toLowerCase()}"`;
    }
    const reference = parseReference(text);
    if (reference?.registry !== undefined)
        return `has a registry in it: expected the name below it, "${reference.name}"`;
    if (reference?.tag !== undefined || reference?.digest !== undefined) {
        return `has a tag or digest in it: expected "${reference.name}" (the tag is made by the build)`;
    }
    return 'is not an image name: expected lower-case letters, digits, ".", "_", "-" and "/", such as "library/frontend"';
}
function printRepository(repository) {
    return `${repository.registry}/${repository.name}`;
}


/***/ }),

/***/ 3444:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ oncePer)
/* harmony export */ });
/** A function that works out its answer for an object once, and from then on remembers it. The object must not change. */
function oncePer(find) {
    const known = new WeakMap();
    return item => {
        const former = known.get(item);
        if (former !== undefined)
            return former.answer;
        const answer = find(item);
        known.set(item, { answer });
        return answer;
    };
}


/***/ }),

/***/ 6034:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FX: () => (/* binding */ isCertificatePath),
/* harmony export */   HS: () => (/* binding */ isManifestPath),
/* harmony export */   Lg: () => (/* binding */ isManifestText),
/* harmony export */   a4: () => (/* binding */ withoutChartTemplates),
/* harmony export */   qW: () => (/* binding */ isPlainPath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);

/** Whether a file may hold a manifest, by its name: YAML, JSON, and what kustomize calls its own. */
function isManifestPath(path) {
    return /\.(?:ya?ml|json)$/.test(path) || node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path) === 'Kustomization';
}
/**
 * Whether a file is the public half of a Sealed Secrets key pair, by its name: what people call it when they fetch it. A TLS
 * certificate of something else has another name.
 */
function isCertificatePath(path) {
    return /^(?:pub-cert|[^/]*(?:sealed-?secret|sealing|kubeseal)[^/]*)\.(?:pem|crt|cert)$/i.test(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path));
}
/** Whether a file counts though it is no YAML: it is read as plain text. Env files may be made into Secrets. */
function isPlainPath(path) {
    const name = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path);
    return isCertificatePath(path) || name === '.sourceignore' || /\.env$|^\.env\./.test(name);
}
/** Whether a text is to be read: JSON is much besides manifests (a lock file may have 100,000 lines). */
function isManifestText(path, text) {
    return !path.endsWith('.json') || (text.includes('"apiVersion"') && text.includes('"kind"'));
}
/** Leaves out what is no YAML before Helm has filled it in: the templates of charts. */
function withoutChartTemplates(paths) {
    const charts = new Set(paths.filter(path => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path) === 'Chart.yaml').map(path => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path)));
    if (charts.size === 0)
        return paths;
    const isTemplate = (path) => {
        const folders = path.split('/').slice(0, -1);
        return folders.some((folder, index) => folder === 'templates' && charts.has(folders.slice(0, index).join('/') || '.'));
    };
    return paths.filter(path => !isTemplate(path));
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

/***/ 8483:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ treePaths)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _git_repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5986);


/**
 * The files of a tree, as paths from its root: what git tracks, and what it would (new files that nothing ignores); outside of a
 * repository everything that no .gitignore leaves out.
 *
 * @param root an absolute path
 */
async function treePaths({ exec, env, files }, root) {
    const listing = await (0,_git_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .openGit */ .z)(exec, root, env)
        .ask('ls-files', '-z', '--cached', '--others', '--exclude-standard')
        .catch(withoutGit);
    const paths = new Set((listing ?? '').split('\0').filter(path => path !== ''));
    // A folder that its repository ignores, and that is asked for all the same, has files that git does not list.
    return paths.size === 0 ? files.walk(root) : [...paths];
}
function withoutGit(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
        return undefined;
    throw error;
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
