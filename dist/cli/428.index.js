export const id = 428;
export const ids = [428];
export const modules = {

/***/ 2988:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// UNUSED EXPORTS: DOCKER_FOLDER_STATE, cleanUp

// EXTERNAL MODULE: ./src/errors.ts
var src_errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/flux/image-objects.ts
var image_objects = __webpack_require__(3791);
// EXTERNAL MODULE: ./src/inputs.ts
var src_inputs = __webpack_require__(8422);
// EXTERNAL MODULE: ./src/markdown.ts
var markdown = __webpack_require__(3758);
// EXTERNAL MODULE: ./src/registry/client.ts + 1 modules
var client = __webpack_require__(3742);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/image/platform.ts
var image_platform = __webpack_require__(2554);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
;// CONCATENATED MODULE: ./actions/build-push/builder.ts




/** The builder that is made when none is named and the current one cannot do what is asked. */
const OWN_BUILDER = 'fluxgate';
/**
 * Looks at the named builder, or at the current one.
 *
 * @throws UserError when docker or buildx is missing, or the builder does not start
 */
async function lookAtBuilder(name, world) {
    const [made, found] = await Promise.all([
        world.files.readText(configPath(name ?? OWN_BUILDER, world)),
        inspect(name, world),
    ]);
    return { made, found };
}
/**
 * Decides on the builder, or makes it.
 *
 * A named builder that exists is used as it is. One that does not exist, or that an earlier run made, is a
 * docker-container builder configured for the registry; it is kept, and made anew (with its cache) only when the
 * configuration changes. Without a name the current builder is used, unless it is the daemon's own and cannot push.
 *
 * @throws UserError when the builder does not start or cannot push
 */
async function prepareBuilder(name, { found, made }, needs, world) {
    if (found === undefined || (name !== undefined && made !== undefined)) {
        return makeBuilder(name ?? OWN_BUILDER, found, made, needs, world);
    }
    if (found.driver !== 'docker' || found.containerdStore || (await hasContainerdStore(world)))
        return found;
    const lack = `the builder "${found.name}" is the Docker daemon's own, which pushes only with the containerd image store`;
    if (name === undefined) {
        world.log.info(`As ${lack}, the builder "${OWN_BUILDER}" is used`);
        const own = made === undefined ? undefined : await inspect(OWN_BUILDER, world);
        return makeBuilder(OWN_BUILDER, own, made, needs, world);
    }
    throw new src_errors/* UserError */.yo(lack, {
        next: 'Leave the input "builder" empty, or turn the store on ("features": {"containerd-snapshotter": true} in daemon.json)',
    });
}
/** Whether the daemon keeps its images in containerd: only then does its builder push by itself, several platforms too. */
async function hasContainerdStore(world) {
    const result = await docker(world, 'info', '--format', '{{json .DriverStatus}}');
    const status = (0,json/* parseJson */.qF)(result.stdout);
    return (Array.isArray(status) && status.some(entry => Array.isArray(entry) && /^io\.containerd\.snapshotter/.test(entry[1])));
}
async function makeBuilder(name, found, made, needs, world) {
    const config = builderConfig(made, needs);
    if (found !== undefined && made === config.text)
        return found;
    if (found !== undefined) {
        world.log.info(`The builder "${name}" is made anew for ${needs.registry}; its cache is kept`);
        await checked(world, `remove the builder "${name}"`, 'buildx', 'rm', '--keep-state', name);
    }
    const path = configPath(name, world);
    const draft = `${path}.new`;
    await world.files.writeText(draft, config.text);
    const options = config.hostNetwork ? ['--driver-opt', 'network=host'] : [];
    const create = ['buildx', 'create', '--name', name, '--driver', 'docker-container', ...options];
    await checked(world, `make the builder "${name}"`, ...create, '--buildkitd-config', draft);
    // The configuration is remembered once the builder has it: a run that is interrupted makes it anew.
    await world.files.writeText(path, config.text);
    await world.files.remove(draft);
    const builder = await inspect(name, world);
    if (builder === undefined)
        throw new src_errors/* UserError */.yo(`the builder "${name}" is gone after it was made`);
    return builder;
}
const HOST_NETWORK = '# network: host';
/** BuildKit's configuration: what is known of other registries stays, as several repositories may share a runner. */
function builderConfig(made, needs) {
    const hosts = new Set([...(made ?? '').matchAll(/^\[registry\."([^"]+)"\]/gm)].map(match => match[1] ?? ''));
    if (needs.insecure)
        hosts.add(needs.registry);
    else
        hosts.delete(needs.registry);
    const hostNetwork = needs.local || (made ?? '').includes(HOST_NETWORK);
    // BuildKit looks registries up by host and port; a project behind them would match nothing.
    const registries = [...hosts].sort().map(host => `\n[registry."${host}"]\n  http = true\n`);
    const head = `# Made by fluxgate: the registries that this builder reaches over plain HTTP.\n`;
    return { text: `${head}${hostNetwork ? `${HOST_NETWORK}\n` : ''}${registries.join('')}`, hostNetwork };
}
function configPath(name, world) {
    return (0,external_node_path_.join)(world.docker.buildxFolder, 'fluxgate', `${name}.toml`);
}
/** What buildx says of a builder, started if need be; undefined when there is none of that name. */
async function inspect(name, world) {
    const named = name === undefined ? [] : [name];
    const result = await docker(world, 'buildx', 'inspect', ...named);
    if (result.code !== 0 && /no builder .* found/.test(result.stderr))
        return undefined;
    const shown = result.code === 0 ? parseInspect(result.stdout) : undefined;
    if (shown !== undefined && shown.error === undefined && shown.platforms.length > 0)
        return shown;
    const started = await docker(world, 'buildx', 'inspect', '--bootstrap', ...named);
    const builder = started.code === 0 ? parseInspect(started.stdout) : undefined;
    if (builder !== undefined && builder.error === undefined)
        return builder;
    throw builderError(name, builder?.error ?? (started.stderr || result.stderr));
}
/** The text of `docker buildx inspect`: first the builder's fields, then those of each node. */
function parseInspect(text) {
    const fields = new Map();
    for (const line of text.split('\n')) {
        const [, key, value] = /^([A-Z][A-Za-z ]*?):\s*(.*)$/.exec(line) ?? [];
        if (key !== undefined && value !== undefined)
            fields.set(key, [...(fields.get(key) ?? []), value.trim()]);
    }
    const name = fields.get('Name')?.[0];
    const driver = fields.get('Driver')?.[0];
    if (name === undefined || driver === undefined)
        return undefined;
    // The first name is the builder's own.
    const nodes = (fields.get('Name')?.length ?? 1) - 1;
    const platforms = (fields.get('Platforms') ?? [])
        .flatMap(list => list.split(','))
        .map(platform => (0,image_platform/* parsePlatform */.F)(platform.replace('*', '')))
        .filter(platform => platform !== undefined);
    return {
        name,
        driver,
        platforms: [...new Set(platforms)],
        pushesDigests: driver !== 'docker' && nodes === 1,
        containerdStore: /^ org\.mobyproject\.buildkit\.worker\.snapshotter:/m.test(text),
        error: fields.get('Error')?.[0],
    };
}
function builderError(name, said) {
    const words = said
        .trim()
        .split('\n')
        .at(-1)
        ?.replace(/^ERROR:\s*/, '') ?? '';
    const what = name === undefined ? 'the current builder' : `the builder "${name}"`;
    if (/is not a docker command|unknown command|unknown (?:shorthand )?flag|Run 'docker --help'/.test(said)) {
        return new src_errors/* UserError */.yo('docker has no buildx', { next: 'Install the docker-buildx plugin (docker-buildx-plugin)' });
    }
    if (/Cannot connect to the Docker daemon|permission denied.*docker/i.test(said)) {
        return new src_errors/* UserError */.yo(`the Docker daemon cannot be reached: ${words}`, {
            next: 'Start it, and let the user of the runner reach its socket (group "docker")',
        });
    }
    return new src_errors/* UserError */.yo(`${what} does not start: ${words}`, { next: 'See docker buildx inspect --bootstrap' });
}
async function checked(world, what, ...args) {
    const result = await docker(world, ...args);
    if (result.code === 0)
        return;
    throw new src_errors/* UserError */.yo(`docker could not ${what}: ${result.stderr.trim().split('\n').at(-1) ?? ''}`);
}
function docker(world, ...args) {
    return world.exec({ command: 'docker', args, env: world.docker.env });
}

;// CONCATENATED MODULE: ./actions/build-push/definition.ts

/**
 * The bake definition of a phase, as JSON.
 *
 * @param targets by target name: the repository (`host/name`) and the target itself
 */
function bakeDefinition(targets, phase, options) {
    const definitions = {};
    for (const [name, { repository, target }] of targets) {
        const attests = phase.kind === 'build' ? [] : attestations(options);
        definitions[name] = {
            ...target,
            labels: { ...options.labels, ...labelsOf(target) },
            tags: [],
            output: [output(repository, phase, options)],
            attest: attests,
            'cache-from': caches(target['cache-from'], options),
            // What was built is in the cache: exporting it again would only take time. A cache inside of the image is no export.
            'cache-to': options.exportCaches
                ? caches(target['cache-to'], options).filter(cache => isInline(cache) === (phase.kind !== 'build'))
                : [],
            'no-cache': (options.noCache || target['no-cache'] === true) && phase.kind === 'build',
            'no-cache-filter': phase.kind === 'build' ? (target['no-cache-filter'] ?? []) : [],
            pull: (options.pull || target.pull === true) && phase.kind === 'build',
        };
    }
    const definition = { group: { default: { targets: [...targets.keys()] } }, target: definitions };
    return JSON.stringify(escapeTemplates(definition), undefined, 2);
}
function output(repository, phase, options) {
    if (phase.kind === 'build')
        return 'type=cacheonly';
    const how = [
        'type=image',
        ...(phase.kind === 'push-digests'
            ? [`name=${repository}`, 'push=true', 'push-by-digest=true', 'name-canonical=true']
            : [`name=${repository}:${phase.tag}`, ...(phase.daemon ? DAEMON_PUSH : ['push=true'])]),
        ...(options.insecure ? ['registry.insecure=true'] : []),
        // All files get the commit's time, so that the same commit gives the same digest from any checkout.
        'rewrite-timestamp=true',
    ];
    return how.join(',');
}
/**
 * The daemon's own builder: with an empty value BuildKit pushes, over plain HTTP where asked to, and buildx does not push
 * a second time with docker, which would want the image in the daemon's store and the registry in its configuration.
 * docs/decisions/docker-driver-push.md has the whole story.
 */
const DAEMON_PUSH = ['push=', 'unpack=false', 'store=false'];
function attestations(options) {
    const kinds = { provenance: options.provenance, sbom: options.sbom };
    return Object.entries(kinds).map(([type, attributes]) => attributes === undefined
        ? `type=${type},disabled=true`
        : [`type=${type}`, ...(attributes === '' ? [] : [attributes])].join(','));
}
/** Caches in our own registry are reached as the registry itself is. */
function caches(entries, options) {
    if (!Array.isArray(entries))
        return [];
    return entries.map(entry => {
        if (!options.insecure)
            return entry;
        if (typeof entry === 'string') {
            const here = entry.startsWith(`${options.registry}/`) || entry.includes(`ref=${options.registry}/`);
            if (!here || entry.includes('registry.insecure='))
                return entry;
            return entry.includes('=')
                ? `${entry},registry.insecure=true`
                : `type=registry,ref=${entry},registry.insecure=true`;
        }
        const reference = (0,json/* member */.Dc)(entry, 'ref');
        if (typeof reference !== 'string' || !reference.startsWith(`${options.registry}/`))
            return entry;
        return { 'registry.insecure': 'true', ...entry };
    });
}
function isInline(cache) {
    return typeof cache === 'string' ? /(?:^|,)type=inline(?:,|$)/.test(cache) : (0,json/* member */.Dc)(cache, 'type') === 'inline';
}
function labelsOf(target) {
    const labels = target.labels;
    return typeof labels === 'object' && labels !== null ? { ...labels } : {};
}
/** Bake reads `${…}` and `%{…}` in JSON texts as templates: what we hand over is meant as it is. */
function escapeTemplates(value) {
    if (typeof value === 'string')
        return escapeTemplate(value);
    if (Array.isArray(value))
        return value.map(escapeTemplates);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [escapeTemplate(key), escapeTemplates(inner)]));
}
function escapeTemplate(text) {
    return text.replace(/[$%](?=\{)/g, '$&$&');
}

;// CONCATENATED MODULE: ./actions/build-push/docker-config.ts



const HELPER = 'fluxgate';
/** Docker Hub goes by an address of its own in docker's configuration. */
const DOCKER_HUB = 'https://index.docker.io/v1/';
/**
 * The credential helper of this run: docker writes a host to its standard input and reads the login, which comes from
 * the environment, a line a host. So no password is in a file or an argument.
 */
const HELPER_SCRIPT = `#!/bin/sh
read -r wanted
[ "$1" = get ] || exit 0
tab=$(printf '\\t')
printf '%s\\n' "$FLUXGATE_DOCKER_LOGINS" | while IFS="$tab" read -r host login; do
  if [ "$host" = "$wanted" ]; then printf '%s' "$login"; fi
done
`;
/**
 * Makes a docker configuration of this run's own beside the user's, which is only read: its contexts, plug-ins, proxies
 * and logins stay in use, and the login of the inputs comes on top for the one registry.
 */
async function setUpDocker(world, registry, login) {
    const { env, files } = world;
    const own = env.DOCKER_CONFIG || (0,external_node_path_.join)(env.HOME ?? '/', '.docker');
    const configText = await files.readText((0,external_node_path_.join)(own, 'config.json'));
    const config = (0,json/* parseJson */.qF)(configText ?? '{}');
    if (config === undefined) {
        throw new src_errors/* UserError */.yo(`${(0,external_node_path_.join)(own, 'config.json')} is no JSON`, { next: 'Mend it, or remove it and log in again' });
    }
    const folder = await files.temporaryFolder('fluxgate-docker');
    for (const part of ['contexts', 'cli-plugins', 'tls']) {
        if ((await files.kind((0,external_node_path_.join)(own, part))) === 'folder')
            await files.link((0,external_node_path_.join)(own, part), (0,external_node_path_.join)(folder, part));
    }
    const host = configKey(registry);
    const logins = new Map([...fileLogins(config), ...(login === undefined ? [] : [[host, login]])]);
    const merged = {
        ...asObject(config),
        auths: {},
        credHelpers: { ...asObject((0,json/* member */.Dc)(config, 'credHelpers')), ...helpers(logins.keys()) },
    };
    await files.writeText((0,external_node_path_.join)(folder, 'config.json'), `${JSON.stringify(merged)}\n`, 0o600);
    await files.writeText((0,external_node_path_.join)(folder, `docker-credential-${HELPER}`), HELPER_SCRIPT, 0o700);
    const buildxFolder = env.BUILDX_CONFIG || (0,external_node_path_.join)(own, 'buildx');
    return {
        folder,
        buildxFolder,
        credentials: logins.get(host) ?? (await helperLogin(config, host, world)),
        env: {
            ...env,
            DOCKER_CONFIG: folder,
            BUILDX_CONFIG: buildxFolder,
            PATH: `${folder}:${env.PATH ?? ''}`,
            FLUXGATE_DOCKER_LOGINS: [...logins].map(([name, known]) => `${name}\t${helperAnswer(name, known)}`).join('\n'),
        },
    };
}
function helpers(hosts) {
    return Object.fromEntries([...hosts].map(host => [host, HELPER]));
}
function helperAnswer(host, login) {
    return JSON.stringify({ ServerURL: host, Username: login.username, Secret: login.password });
}
/** The logins that `docker login` left in the user's configuration file. */
function fileLogins(config) {
    const logins = new Map();
    for (const [host, entry] of Object.entries(asObject((0,json/* member */.Dc)(config, 'auths')))) {
        const token = (0,json/* textMember */.SA)(entry, 'identitytoken');
        const [username, ...rest] = Buffer.from((0,json/* textMember */.SA)(entry, 'auth') ?? '', 'base64')
            .toString('utf8')
            .split(':');
        const key = hostKey(host);
        // The plain name counts more than an older one of the same host.
        if (key !== host && logins.has(key))
            continue;
        if (token !== undefined)
            logins.set(key, { username: '<token>', password: token });
        else if (username !== undefined && rest.length > 0)
            logins.set(key, { username, password: rest.join(':') });
    }
    return logins;
}
/** Older versions of docker wrote addresses (`https://host/v1/`), and newer ones still read them as the host. */
function hostKey(written) {
    return written === DOCKER_HUB ? written : written.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
}
/** The login that a credential helper of the user's knows. */
async function helperLogin(config, host, world) {
    const helper = (0,json/* textMember */.SA)((0,json/* member */.Dc)(config, 'credHelpers'), host) ?? (0,json/* textMember */.SA)(config, 'credsStore');
    if (helper === undefined)
        return undefined;
    const command = `docker-credential-${helper}`;
    const result = await world.exec({ command, args: ['get'], stdin: host, env: world.env });
    const username = (0,json/* textMember */.SA)((0,json/* parseJson */.qF)(result.stdout), 'Username');
    const password = (0,json/* textMember */.SA)((0,json/* parseJson */.qF)(result.stdout), 'Secret');
    return username === undefined || password === undefined ? undefined : { username, password };
}
function configKey(registry) {
    return registry === 'docker.io' ? DOCKER_HUB : registry;
}
function asObject(value) {
    return typeof value === 'object' && value !== null ? { ...value } : {};
}

// EXTERNAL MODULE: ./src/image/reference.ts
var image_reference = __webpack_require__(3564);
// EXTERNAL MODULE: ./src/image/tag.ts
var image_tag = __webpack_require__(9241);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./src/nearest.ts
var nearest = __webpack_require__(7909);
;// CONCATENATED MODULE: ./actions/build-push/images.ts





const KEYS = [
    'name',
    'context',
    'file',
    'target',
    'platforms',
    'build-args',
    'labels',
    'secrets',
    'cache-from',
    'cache-to',
];
/**
 * Reads the input `images`. An empty one gives no images.
 *
 * @throws UserError or UserErrors that name every mistake with its line in the input
 */
function parseImages(raw, input) {
    if (raw === '')
        return [];
    const counter = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(raw, { lineCounter: counter });
    const reader = new Reader(input, counter, document);
    // What follows the first mistake of the syntax mostly follows from it.
    const [error] = document.errors;
    if (error !== undefined) {
        reader.report(error.pos[0], error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? 'is no YAML');
    }
    const images = error !== undefined ? [] : readList(document.contents, reader);
    (0,src_errors/* throwAll */.Kx)(reader.errors);
    return images;
}
/** Collects mistakes with the line that they stand on. */
class Reader {
    errors = [];
    input;
    counter;
    document;
    constructor(input, counter, document) {
        this.input = input;
        this.counter = counter;
        this.document = document;
    }
    /** The node that is meant: an alias (`*name`) stands for that of its anchor. */
    node(value) {
        if (!(0,dist/* isAlias */.Vj)(value))
            return (0,dist/* isNode */.Ll)(value) ? value : undefined;
        const meant = value.resolve(this.document);
        if (meant === undefined)
            this.report(value, `"*${value.source}" has no anchor "&${value.source}" before it`);
        return meant;
    }
    /** @param place an offset, or the node that the mistake is in */
    report(place, problem) {
        const offset = typeof place === 'number' ? place : (0,dist/* isNode */.Ll)(place) ? (place.range?.[0] ?? 0) : 0;
        this.errors.push(new src_errors/* UserError */.yo(`input "${this.input}", line ${this.counter.linePos(offset).line}: ${problem}`));
    }
}
function readList(contents, reader) {
    if (!(0,dist/* isSeq */.oP)(contents)) {
        reader.report(0, 'expected a YAML list, one "- name: …" an image');
        return [];
    }
    const images = [];
    const seen = new Set();
    for (const written of contents.items) {
        const item = reader.node(written);
        if (!(0,dist/* isMap */.jh)(item)) {
            reader.report(written, 'expected an image as a mapping, such as "- name: library/frontend"');
            continue;
        }
        const image = readImage(item, reader);
        if (image.name !== '' && seen.has(image.name))
            reader.report(item, `the image "${image.name}" is listed twice`);
        seen.add(image.name);
        images.push(image);
    }
    if (contents.items.length === 0)
        reader.report(0, 'the list is empty: expected at least one image');
    return images;
}
function readImage(item, reader) {
    for (const pair of item.items)
        refuseUnknown(pair, reader);
    const at = (key) => reader.node(item.get(key, true));
    return {
        name: readName(at('name'), item, reader),
        context: readText(at('context'), 'context', reader) ?? '.',
        file: readText(at('file'), 'file', reader),
        target: readText(at('target'), 'target', reader),
        platforms: readPlatforms(at('platforms'), reader),
        buildArgs: readValues(at('build-args'), 'build-args', reader),
        labels: readLabels(at('labels'), reader),
        secrets: readTexts(at('secrets'), 'secrets', reader).flatMap(({ text, node }) => readSecret(text, node, reader)),
        cacheFrom: readTexts(at('cache-from'), 'cache-from', reader).map(({ text }) => text),
        cacheTo: readTexts(at('cache-to'), 'cache-to', reader).map(({ text }) => text),
    };
}
function refuseUnknown(pair, reader) {
    const key = (0,dist/* isScalar */.jn)(pair.key) ? String(pair.key.value) : '';
    if (KEYS.some(known => known === key))
        return;
    const meant = (0,nearest/* nearest */.p)(key, KEYS);
    const hint = meant === undefined ? `expected one of ${KEYS.join(', ')}` : `did you mean "${meant}"?`;
    reader.report(pair.key, `unknown key "${key}": ${hint}`);
}
function readName(node, item, reader) {
    if (node === undefined) {
        reader.report(item, 'the image has no "name"');
        return '';
    }
    const name = readText(node, 'name', reader) ?? '';
    const problem = name === '' ? undefined : (0,image_reference/* nameProblem */.rH)(name);
    if (problem !== undefined)
        reader.report(node, `"name" is ${JSON.stringify(name)}: it ${problem}`);
    return name;
}
function readText(node, key, reader) {
    if (node === undefined)
        return undefined;
    if ((0,dist/* isScalar */.jn)(node) && typeof node.value === 'string' && node.value !== '')
        return node.value;
    reader.report(node, `"${key}" is ${shown(node)}: expected a text`);
    return undefined;
}
/** A list of texts, or one text. */
function readTexts(node, key, reader) {
    if (node === undefined)
        return [];
    const items = (0,dist/* isSeq */.oP)(node) ? node.items : [node];
    return items.flatMap(written => {
        const item = reader.node(written);
        if ((0,dist/* isScalar */.jn)(item) && typeof item.value === 'string') {
            return item.value
                .split('\n')
                .map(line => line.trim())
                .filter(line => line !== '')
                .map(text => ({ text, node: item }));
        }
        reader.report(written, `"${key}" holds ${shown(item)}: expected a text`);
        return [];
    });
}
function readPlatforms(node, reader) {
    const found = [];
    for (const { text, node: place } of readTexts(node, 'platforms', reader)) {
        for (const written of text.split(',').map(part => part.trim())) {
            const platform = (0,image_platform/* parsePlatform */.F)(written);
            if (platform === undefined) {
                reader.report(place, `"platforms" holds ${JSON.stringify(written)}: expected such as "linux/arm64"`);
            }
            else if (!found.includes(platform))
                found.push(platform);
        }
    }
    return found;
}
/** A mapping (`NAME: value`, a bare `NAME:` is taken from the environment) or a list of `NAME=value` and `NAME`. */
function readValues(node, key, reader) {
    const values = new Map();
    if (node === undefined)
        return values;
    if (!(0,dist/* isMap */.jh)(node)) {
        for (const { text } of readTexts(node, key, reader)) {
            const split = text.indexOf('=');
            if (split < 0)
                values.set(text, undefined);
            else
                values.set(text.slice(0, split), text.slice(split + 1));
        }
        return values;
    }
    for (const { key: name, value: written } of node.items) {
        const value = reader.node(written);
        if (value === undefined || ((0,dist/* isScalar */.jn)(value) && value.value === null))
            values.set(String(name), undefined);
        // As written: `1.10` must not become 1.1, nor 0777 be 511.
        else if ((0,dist/* isScalar */.jn)(value))
            values.set(String(name), typeof value.value === 'string' ? value.value : (value.source ?? ''));
        else
            reader.report(name, `"${key}" has a value for ${String(name)} that is no text`);
    }
    return values;
}
function readLabels(node, reader) {
    const labels = new Map();
    for (const [name, value] of readValues(node, 'labels', reader)) {
        if (value === undefined)
            reader.report(placeOf(node, name), `"labels" has no value for ${name}`);
        else
            labels.set(name, value);
    }
    return labels;
}
/** Where a mapping or a list names something. */
function placeOf(node, name) {
    const found = (0,dist/* isMap */.jh)(node)
        ? node.items.find(pair => String(pair.key) === name)?.key
        : (0,dist/* isSeq */.oP)(node)
            ? node.items.find(item => String(item) === name)
            : undefined;
    return found ?? node;
}
/** `id=NAME,env=VARIABLE` or `id=NAME,src=FILE`, as docker writes them; `id` alone takes the variable of that name. */
function readSecret(text, node, reader) {
    const fields = new Map();
    for (const part of text.split(',')) {
        const split = part.indexOf('=');
        fields.set(part.slice(0, Math.max(split, 0)).trim(), part.slice(split + 1).trim());
    }
    const known = [...fields.keys()].every(field => ['id', 'env', 'src', 'source', 'type'].includes(field));
    const id = fields.get('id');
    const file = fields.get('src') ?? fields.get('source');
    const env = fields.get('env');
    if (!known || !id || file === '' || env === '' || (file !== undefined && env !== undefined)) {
        // The text itself may hold a secret that was put in the wrong place.
        reader.report(node, '"secrets" holds an entry that is not "id=NAME,env=VARIABLE" or "id=NAME,src=FILE"');
        return [];
    }
    return [{ id, from: file === undefined ? { env: env ?? id } : { file } }];
}
function shown(node) {
    if ((0,dist/* isScalar */.jn)(node))
        return JSON.stringify(node.value);
    return (0,dist/* isMap */.jh)(node) ? 'a mapping' : (0,dist/* isSeq */.oP)(node) ? 'a list' : 'nothing';
}

;// CONCATENATED MODULE: ./actions/build-push/receiver.ts

const EXPECTED = 'expected "https://HOST" and the Receiver\'s status.webhookPath ("/hook/" and 64 hex digits)';
/** Nothing of the value is shown: whoever knows a Receiver's path may knock there. */
const receiverAddress = (raw, name) => {
    if (raw === '')
        return undefined;
    // Of "https:///hook/…" a URL makes the host "hook".
    const url = /^https?:\/\/[^/]/i.test(raw) && URL.canParse(raw) ? new URL(raw) : undefined;
    if (url === undefined) {
        throw new src_errors/* UserError */.yo(`input "${name}" is no http or https address: ${EXPECTED}`);
    }
    if (url.username !== '' || url.password !== '') {
        throw new src_errors/* UserError */.yo(`input "${name}" has a login in it, which no Receiver asks for: ${EXPECTED}`);
    }
    if (url.pathname === '/')
        throw new src_errors/* UserError */.yo(`input "${name}" has no path: ${EXPECTED}`);
    return url;
};
/** What of a Receiver's address is to be hidden, in whatever form it was written: all behind the host. */
function secretParts(raw) {
    const path = raw.trim().replace(/^[a-z]+:\/\/[^/?#]*/i, '');
    // Short ones protect nothing, and hiding a "/" would hide every one.
    return [path, ...path.split(/[/?#]/)].filter(part => part.length >= 16);
}
/**
 * The Receiver of the inputs; undefined when there is none.
 *
 * Over plain HTTP only an HMAC is sent: who listens learns no key from it, and repeating it makes Flux scan once more and nothing
 * else. The job's token is a credential, and goes over TLS alone.
 *
 * @throws UserError when the run has nothing to show to it
 */
function chooseReceiver(inputs, env) {
    const { receiver: url, 'receiver-token': key, 'receiver-audience': audience } = inputs;
    if (url === undefined)
        return undefined;
    if (key !== '')
        return { url, proof: { kind: 'hmac', key } };
    if (!env.ACTIONS_ID_TOKEN_REQUEST_URL || !env.ACTIONS_ID_TOKEN_REQUEST_TOKEN) {
        throw new src_errors/* UserError */.yo('input "receiver" is set, "receiver-token" is not, and the job has no OIDC token to show instead', {
            next: 'Set receiver-token to the "token" of the Receiver\'s secret (type generic-hmac), or give the job the permission id-token: write (type generic-oidc, Flux 2.9)',
        });
    }
    if (url.protocol !== 'https:') {
        throw new src_errors/* UserError */.yo('input "receiver" is a plain http address, and without "receiver-token" the job\'s OIDC token would go over it', {
            next: 'Give the https address, or set receiver-token (type generic-hmac): its value is never sent',
        });
    }
    return { url, proof: { kind: 'job-token', audience } };
}

;// CONCATENATED MODULE: ./actions/build-push/inputs.ts






const spec = {
    registry,
    insecure: src_inputs/* truth */.Im,
    username: src_inputs/* text */.Qq,
    password: src_inputs/* text */.Qq,
    images: parseImages,
    'bake-files': src_inputs/* lines */.Mn,
    targets: targetNames,
    'tag-prefix': tagPrefix,
    push: src_inputs/* truth */.Im,
    provenance: attestation(/^mode=(?:min|max)$/, 'true', 'false', 'mode=min', 'mode=max'),
    sbom: attestation(/^generator=[^\s,=]+$/, 'true', 'false', 'generator=<image>'),
    builder: (0,src_inputs/* optional */.lq)(builderName),
    'env-file': (0,src_inputs/* optional */.lq)(src_inputs/* text */.Qq),
    'no-cache': src_inputs/* truth */.Im,
    pull: src_inputs/* truth */.Im,
    retention: (0,src_inputs/* optional */.lq)((0,src_inputs/* wholeNumber */.rD)(1, 100_000)),
    'flux-path': (0,src_inputs/* optional */.lq)(folder),
    'on-stale': (0,src_inputs/* optional */.lq)((0,src_inputs/* oneOf */.yL)('fail', 'warn', 'allow')),
    receiver: receiverAddress,
    'receiver-token': src_inputs/* text */.Qq,
    'receiver-audience': src_inputs/* requiredText */.$4,
    'dry-run': src_inputs/* truth */.Im,
};
/** Inputs whose values are secrets: masked before anything else is read, and never taken from arguments. */
const SECRET_INPUTS = ['password', 'receiver-token'];
function registry(raw, name) {
    const address = (0,src_inputs/* requiredText */.$4)(raw, name);
    const problem = (0,image_reference/* registryProblem */.T7)(address);
    if (problem !== undefined)
        throw new src_errors/* UserError */.yo(`input "${name}" is ${JSON.stringify(address)}: it ${problem}`);
    return address;
}
/** They become arguments of docker's: none may be an option. */
function targetNames(raw, name) {
    const found = (0,src_inputs/* names */.Dy)(raw, name);
    const option = found.find(target => target.startsWith('-'));
    if (option === undefined)
        return found;
    throw new src_errors/* UserError */.yo(`input "${name}" holds ${JSON.stringify(option)}: expected the names of images or bake targets`);
}
function tagPrefix(raw, name) {
    const problem = (0,image_tag/* prefixProblem */.IP)(raw);
    if (problem !== undefined)
        throw new src_errors/* UserError */.yo(`input "${name}" is ${JSON.stringify(raw)}: it ${problem}`);
    return raw;
}
function builderName(raw, name) {
    if (/^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(raw))
        return raw;
    throw new src_errors/* UserError */.yo(`input "${name}" is ${JSON.stringify(raw)}: expected the name of a builder (docker buildx ls)`);
}
/** A folder from the root of the repository: git would find nothing anywhere else, and say nothing. */
function folder(raw, name) {
    if (!raw.startsWith('/') && !raw.split('/').includes('..'))
        return raw;
    throw new src_errors/* UserError */.yo(`input "${name}" is ${JSON.stringify(raw)}: expected a folder in this repository, such as "flux"`);
}
/** `true`, `false`, or buildx's own attributes: undefined when there is to be no attestation, else the attributes ('' for none). */
function attestation(attributes, ...accepted) {
    return (raw, name) => {
        if (raw === 'false')
            return undefined;
        if (raw === 'true')
            return '';
        if (attributes.test(raw))
            return raw;
        const words = accepted.map(word => JSON.stringify(word));
        const list = `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
        throw new src_errors/* UserError */.yo(`input "${name}" is ${JSON.stringify(raw)}: expected ${list}`);
    };
}

// EXTERNAL MODULE: ./src/registry/manifest.ts
var registry_manifest = __webpack_require__(506);
;// CONCATENATED MODULE: ./actions/build-push/landed.ts




/**
 * Reads an image back from the registry and compares it with what was asked for.
 *
 * @param digest what buildx says it pushed
 * @throws UserError that names what is missing or different
 */
async function readLanded(registry, target, tag, digest) {
    const reference = `${target.repository}:${tag}`;
    const manifest = await registry.manifest(target.name, tag);
    if (manifest === undefined)
        throw new src_errors/* UserError */.yo(`${reference} is not in the registry after the push`);
    if (manifest.digest !== digest) {
        throw new src_errors/* UserError */.yo(`${reference} is ${manifest.digest} in the registry, and ${digest} was pushed`, {
            next: 'Somebody else pushes to the same tag: look for a second run',
        });
    }
    const landed = await describe(registry, target, manifest);
    const missing = target.platforms.filter(platform => !landed.platforms.includes(platform));
    if (missing.length > 0) {
        throw new src_errors/* UserError */.yo(`${reference} has ${landed.platforms.join(', ') || 'no platform'} in the registry, and ${missing.join(', ')} is missing`);
    }
    return landed;
}
async function describe(registry, target, manifest) {
    const view = (0,registry_manifest/* viewManifest */.Ve)(manifest);
    if (view.kind === 'image') {
        const config = await registry.blob(target.name, view.config.digest);
        const parsed = (0,json/* parseJson */.qF)(config === undefined ? '' : new TextDecoder().decode(config));
        const parts = ['os', 'architecture', 'variant'].map(part => (0,json/* textMember */.SA)(parsed, part));
        const platform = (0,image_platform/* parsePlatform */.F)(parts.filter(part => part !== undefined).join('/'));
        return { digest: manifest.digest, platforms: platform === undefined ? [] : [platform], size: sizeOf(view) };
    }
    const images = view.manifests.filter(entry => !entry.attestation);
    const sizes = await Promise.all(images.map(async (entry) => {
        const image = await registry.manifest(target.name, entry.digest);
        if (image === undefined)
            throw new src_errors/* UserError */.yo(`${target.repository}@${entry.digest} is not in the registry`);
        const inner = (0,registry_manifest/* viewManifest */.Ve)(image);
        return inner.kind === 'image' ? sizeOf(inner) : 0;
    }));
    return {
        digest: manifest.digest,
        platforms: images.map(entry => entry.platform).filter(platform => platform !== undefined),
        size: sizes.reduce((sum, size) => sum + size, 0),
    };
}
function sizeOf(image) {
    return image.layers.reduce((sum, layer) => sum + layer.size, image.config.size);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/image/tag-prefix.ts


/** Room for `.` and 8 hex digits behind a name that is cut to fit into a prefix. */
const LONGEST_NAME = 100;
/**
 * The tag prefix of a branch, a git tag or a pull request that is not the main line.
 *
 * A plain name (`develop`) stays as it is. A name that had to be changed, that ends like the main line's prefix
 * (`feature/main`; an ImagePolicy's pattern without `^` would take its tags), or that could itself be what another ref
 * gets has a hash of the whole ref behind it, so no two refs share a prefix and none gets the main line's.
 *
 * @param ref the full ref, such as `refs/heads/feature/main`
 * @param mainPrefix the prefix of the main line's tags
 */
function prefixOfRef(ref, mainPrefix) {
    const pull = /^refs\/pull\/([0-9]+)\//.exec(ref)?.[1];
    if (pull !== undefined)
        return `pr-${pull}`.endsWith(mainPrefix) ? hashed('pr', ref, mainPrefix) : `pr-${pull}`;
    const name = ref.replace(/^refs\/(?:heads|tags|pull|remotes)\//, '');
    const safe = name
        .replace(/[^A-Za-z0-9._-]+/g, '-')
        .replace(/^[.-]+/, '')
        .slice(0, LONGEST_NAME);
    const plain = ref === `refs/heads/${safe}` && !safe.endsWith(mainPrefix) && !isReserved(safe) && !holdsTag(safe);
    if (plain && (0,image_tag/* prefixProblem */.IP)(safe) === undefined)
        return safe;
    return hashed(safe === '' || holdsTag(safe) ? 'ref' : safe, ref, mainPrefix);
}
/** A branch named after a build tag: a pattern without `$` would take it for one. */
function holdsTag(name) {
    return /-[0-9a-f]{7}-[0-9]{10}/.test(name);
}
/** Names that other refs get: those with a hash, and those of pull requests. */
function isReserved(name) {
    return /\.[0-9a-f]{8}$|^pr-[0-9]+$/.test(name);
}
/** The main line's prefix may be hex digits (`fe`): then a part of the hash is taken that does not end like it. */
function hashed(name, ref, mainPrefix) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update(ref).digest('hex');
    const candidates = Array.from({ length: digest.length - 7 }, (_, at) => `${name}.${digest.slice(at, at + 8)}`);
    return candidates.find(candidate => !candidate.endsWith(mainPrefix)) ?? `${name}.${digest.slice(0, 8)}`;
}

;// CONCATENATED MODULE: ./actions/build-push/plan.ts



function makePlan(facts) {
    const { seconds, after } = (0,image_tag/* timeAfter */.iR)(facts.now, facts.prefix, facts.published);
    if (after !== undefined && String(seconds).length > String(after.seconds).length) {
        throw new src_errors/* UserError */.yo(`the registry has the tag ${(0,image_tag/* printTag */.O4)(after)}, and no later one can be written`, {
            next: 'Delete that tag',
        });
    }
    const tag = (0,image_tag/* buildTag */.NQ)(facts.prefix, facts.sha, seconds);
    return { tag, text: (0,image_tag/* printTag */.O4)(tag), movedBehind: after };
}
/**
 * The prefix of the run's tags: that of the inputs on the main line, the ref's own elsewhere.
 *
 * @throws UserError when there is no ref to name
 */
function planPrefix(event, mainPrefix) {
    if (event.ref === undefined) {
        throw new src_errors/* UserError */.yo('no branch is checked out, so there is none to name the tag after', {
            next: 'Check one out (git switch)',
        });
    }
    return event.mainLine ? mainPrefix : prefixOfRef(event.ref, mainPrefix);
}
/** Why nothing will be pushed; undefined when it will. */
function reasonNotToPush(event, push) {
    if (!push)
        return 'the input "push" is "false"';
    return event.kind === 'pull-request' ? 'a pull request never pushes' : undefined;
}
/** The branch of a ref, or undefined when it is a tag or a pull request. */
function branchOf(ref) {
    return ref?.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined;
}

// EXTERNAL MODULE: ./src/registry/transient.ts
var registry_transient = __webpack_require__(4925);
;// CONCATENATED MODULE: ./actions/build-push/job-token.ts


/**
 * Asks GitHub for a token that says which job this is, for one audience. It is masked before anybody gets it.
 *
 * @param send sends a request; never follows a redirect
 * @throws UserError when GitHub gives none
 */
async function jobToken(audience, runner, send) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: address = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: key = '' } = runner.env;
    runner.mask(key);
    const url = new URL(address);
    url.searchParams.set('audience', audience);
    const headers = { authorization: `Bearer ${key}`, accept: 'application/json' };
    const response = await send({ method: 'GET', url: url.href, headers });
    const token = (0,json/* textMember */.SA)((0,json/* parseJson */.qF)(new TextDecoder().decode(response.body)), 'value');
    if (token !== undefined)
        runner.mask(token);
    if (response.status !== 200)
        throw new src_errors/* UserError */.yo(`GitHub answers ${response.status} and gives the job no OIDC token`);
    if (token === undefined)
        throw new src_errors/* UserError */.yo("GitHub's answer holds no OIDC token");
    return token;
}

;// CONCATENATED MODULE: ./actions/build-push/receiver-answers.ts
/**
 * Why an answer is not that of a Receiver that did what it was asked for; undefined when it is. The statuses are those of
 * notification-controller: 400 for a proof that it does not take, 404 for a path that no Receiver has, 503 for a Receiver that is
 * suspended or not ready, 500 when an object that it lists could not be asked; and those of what stands in front of it.
 */
function describeRefusal(response, receiver) {
    const { status, headers, body } = response;
    const who = `the Receiver at ${receiver.url.host} answers ${status}`;
    if (status >= 200 && status < 300) {
        // notification-controller's answer is empty.
        const isPage = body.length > 0 && headers['content-type']?.startsWith('text/html') === true;
        return isPage ? `${who} with a web page: something else than notification-controller has this address` : undefined;
    }
    return `${who}, ${causeOf(status, receiver)}`;
}
function causeOf(status, receiver) {
    if (status >= 300 && status < 400) {
        return 'which leads elsewhere, and that is not followed: give the address that it leads to';
    }
    if (status === 404) {
        return 'as no Receiver has this path; it changes with the token, the name and the namespace (kubectl get receivers -A)';
    }
    if ([400, 401, 403].includes(status))
        return `it does not take ${proofProblem(receiver)}`;
    if (status === 500)
        return 'an object that it lists could not be asked: the log of notification-controller names it';
    if (status === 502 || status === 504)
        return 'what stands in front of notification-controller does not reach it';
    if (status === 503)
        return 'it is suspended or not ready, or what stands in front of it has nobody to ask';
    return 'which notification-controller does not say: look at what stands in front of it';
}
function proofProblem({ proof }) {
    if (proof.kind === 'hmac') {
        return 'the signature: "receiver-token" must be the "token" of its secret to the byte, and its type generic-hmac';
    }
    return `the job's OIDC token: its type must be generic-oidc (Flux 2.9), its audience "${proof.audience}", and its rules must let this repository in`;
}
/** @param reason the system's code, or words */
function describeUnreachable(host, reason) {
    const certificate = /CERT|SELF_SIGNED|ISSUER|^ERR_TLS/.test(reason);
    const plain = reason === 'EPROTO' || reason.startsWith('ERR_SSL');
    const cause = certificate
        ? '. Its certificate is not trusted here: NODE_EXTRA_CA_CERTS takes the authority that signed it'
        : plain
            ? '. It does not speak TLS there'
            : '';
    return `${host} cannot be reached (${reason})${cause}`;
}

;// CONCATENATED MODULE: ./actions/build-push/poke.ts





const PATIENCE = { timeout: 5_000, delay: 1_000 };
/** Breaks of a connection that may be gone the next time. */
const RESETS = ['ECONNRESET', 'EPIPE', 'ECONNABORTED'];
/**
 * Asks a Flux Receiver to have its ImageRepositories scanned now. What fails is a warning: the images are published, and Flux
 * finds them at its next scan all the same. The body is JSON, for a Receiver's `resourceFilter`: `tag`, and `images` with `name`,
 * `reference` and `digest`.
 */
async function poke(receiver, published, runner, patience = PATIENCE) {
    const send = (request) => sendTwice(request, runner, patience);
    const images = published.images.map(({ name, reference, digest }) => ({ name, reference, digest }));
    const body = JSON.stringify({ tag: published.tag, images });
    try {
        const headers = { 'content-type': 'application/json', ...(await proofHeader(receiver, body, runner, send)) };
        const response = await send({ method: 'POST', url: receiver.url.href, headers, body });
        const refusal = describeRefusal(response, receiver);
        if (refusal !== undefined)
            throw new src_errors/* UserError */.yo(refusal);
        const sentence = `The Receiver at ${receiver.url.host} has asked Flux to scan now`;
        runner.log.info(sentence);
        return { asked: true, sentence };
    }
    catch (error) {
        const sentence = `Flux was not asked to scan now: ${(0,src_errors/* messageOf */.bD)(error)}. Its next scan, at the interval of the ImageRepository, finds the tag anyway`;
        runner.log.warning(sentence);
        return { asked: false, sentence };
    }
}
/** notification-controller's `generic-hmac` and `generic-oidc` look for these. */
async function proofHeader({ proof }, body, runner, send) {
    if (proof.kind === 'job-token')
        return { authorization: `Bearer ${await jobToken(proof.audience, runner, send)}` };
    return { 'x-signature': `sha256=${(0,external_node_crypto_.createHmac)('sha256', proof.key).update(body).digest('hex')}` };
}
/** @throws UserError for what is no answer, without the address: its path is not to be shown */
async function sendTwice(request, runner, { timeout, delay }) {
    for (let last = false;; last = true) {
        const late = AbortSignal.timeout(timeout);
        try {
            const response = await runner.http({ ...request, timeout, signal: AbortSignal.any([late, runner.signal]) });
            if (response.status < 500 || last)
                return response;
        }
        catch (error) {
            if (last || late.aborted || !RESETS.includes((0,registry_transient/* systemCode */.xU)(error) ?? '')) {
                const reason = late.aborted ? `no answer within ${timeout / 1000} s` : (0,registry_transient/* systemCode */.xU)(error);
                throw new src_errors/* UserError */.yo(describeUnreachable(new URL(request.url).host, reason ?? 'no reason given'));
            }
        }
        await runner.clock.sleep(delay, runner.signal);
    }
}

// EXTERNAL MODULE: ./src/registry/refusal.ts
var refusal = __webpack_require__(4623);
;// CONCATENATED MODULE: ./actions/build-push/check-registry.ts




/** Asks the registry everything that can be known before a push: scheme, login, rights, and the tags that exist. */
async function checkRegistry(question) {
    const { registry } = question;
    let harbor;
    try {
        const challenge = await registry.ping();
        harbor = await isHarbor(question, challenge.scheme === 'bearer' ? challenge.service : undefined);
    }
    catch (error) {
        return { errors: [await explainPing(error, question)], tags: new Map() };
    }
    // In the order of the images, whichever is answered first.
    const answers = await Promise.all(question.names.map(name => checkImage(name, harbor, question)));
    const errors = answers.flatMap(answer => (answer instanceof src_errors/* UserError */.yo ? [answer] : []));
    const tags = new Map(answers.flatMap(answer => (answer instanceof src_errors/* UserError */.yo ? [] : [answer])));
    return { errors: unique(errors), tags };
}
/** The tags of one image by its name, or what is wrong. */
async function checkImage(name, harbor, question) {
    const { registry, address, push } = question;
    if (harbor && !name.includes('/')) {
        return new src_errors/* UserError */.yo(`image "${name}": Harbor at ${address} wants project/repository and answers 400 to anything else`, { next: `Name it with its project, such as "library/${name}"` });
    }
    try {
        if (push)
            await registry.tryPush(name);
        return [name, await registry.tags(name)];
    }
    catch (error) {
        return explainRefusal(error, name, harbor, question);
    }
}
/** Harbor names itself in its challenge; where it does not, its own API answers. Only one-part names make it matter. */
async function isHarbor(question, service) {
    if (service === 'harbor-registry')
        return true;
    if (question.names.every(name => name.includes('/')))
        return false;
    try {
        const response = await question.registry.get('/api/v2.0/systeminfo');
        return (response.status === 200 &&
            (0,json/* textMember */.SA)((0,json/* parseJson */.qF)(new TextDecoder().decode(response.body)), 'auth_mode') !== undefined);
    }
    catch {
        return false;
    }
}
const TLS_MISMATCH = /^(?:EPROTO|ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_PACKET_LENGTH_TOO_LONG|ERR_SSL_.*)$/;
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)/;
async function explainPing(error, question) {
    const { address, insecure, http } = question;
    const code = (0,registry_transient/* systemCode */.xU)(error);
    if (error instanceof refusal/* RegistryRefusal */.O) {
        if (insecure && error.status === 400 && /HTTPS/i.test(error.words))
            return speaksHttps(address);
        if (error.status === 401 || error.status === 403)
            return loginError(error, question);
        if (error.status === 404)
            return new src_errors/* UserError */.yo(`${address} answers, but is no image registry (404 on /v2/)`);
        return new src_errors/* UserError */.yo(`the registry ${address} does not answer as it should: ${error.message}`);
    }
    if (error instanceof src_errors/* UserError */.yo)
        return error;
    if (!insecure && code !== undefined && TLS_MISMATCH.test(code)) {
        const plain = await answers(http, `http://${address}/v2/`);
        if (plain) {
            return new src_errors/* UserError */.yo(`the registry ${address} speaks plain HTTP, and the input "insecure" is "false"`, {
                next: 'Set insecure: true',
            });
        }
    }
    if (insecure && (await answers(http, `https://${address}/v2/`)))
        return speaksHttps(address);
    if (code !== undefined && CERTIFICATE.test(code)) {
        return new src_errors/* UserError */.yo(`the certificate of the registry ${address} is not trusted here (${code})`, {
            next: 'Give the runner the authority that signed it (NODE_EXTRA_CA_CERTS, and the builder its own configuration)',
        });
    }
    if (code === undefined)
        throw error;
    return new src_errors/* UserError */.yo(`the registry ${address} cannot be reached (${code})`, {
        next: 'Check the address and the port, and that this machine reaches it',
    });
}
function speaksHttps(address) {
    return new src_errors/* UserError */.yo(`the registry ${address} speaks HTTPS, and the input "insecure" is "true"`, {
        next: 'Set insecure: false',
    });
}
/** Whether something answers there at all; a certificate that is not trusted is an answer too. */
async function answers(http, url) {
    try {
        await http({ method: 'GET', url, timeout: 5_000 });
        return true;
    }
    catch (error) {
        return CERTIFICATE.test((0,registry_transient/* systemCode */.xU)(error) ?? '');
    }
}
function loginError(error, question) {
    const said = error.words === '' ? '' : `: ${error.words}`;
    if (question.hasCredentials) {
        return new src_errors/* UserError */.yo(`the registry ${question.address} refuses the login (${error.status}${said})`, {
            next: 'Check the inputs "username" and "password"',
        });
    }
    return new src_errors/* UserError */.yo(`the registry ${question.address} wants a login (${error.status}${said})`, {
        next: 'Set the inputs "username" and "password", or log in before (docker login)',
    });
}
function explainRefusal(error, name, harbor, question) {
    const { address, push } = question;
    const repository = `${address}/${name}`;
    if (error instanceof src_errors/* UserError */.yo)
        return error;
    if (!(error instanceof refusal/* RegistryRefusal */.O)) {
        const code = (0,registry_transient/* systemCode */.xU)(error);
        if (code === undefined)
            throw error;
        return new src_errors/* UserError */.yo(`asking the registry for ${repository} failed (${code})`);
    }
    const project = name.split('/')[0] ?? name;
    const login = question.hasCredentials ? '' : ', without a login';
    switch (error.status) {
        case 401:
        case 403:
            if (!question.hasCredentials)
                return loginError(error, question);
            return new src_errors/* UserError */.yo(`the account may not ${push ? 'push to' : 'read'} ${repository} (${error.status}${error.words === '' ? '' : `: ${error.words}`})`, { next: harbor ? `Give it a role in the Harbor project "${project}" that may push` : 'Check its rights' });
        case 400:
            return new src_errors/* UserError */.yo(`the registry refuses ${repository}${login} (${error.message})`, {
                next: harbor
                    ? `Check that the Harbor project "${project}" exists and that the inputs "username" and "password" are set`
                    : 'Check the name',
            });
        case 404:
            return new src_errors/* UserError */.yo(`the registry has no place for ${repository} (404)`, {
                next: harbor ? `Make the Harbor project "${project}" first` : 'Check the name',
            });
        default:
            return new src_errors/* UserError */.yo(`asking the registry for ${repository} failed (${error.message})`);
    }
}
function unique(errors) {
    return [...new Map(errors.map(error => [(0,src_errors/* sentence */.em)(error), error])).values()];
}

;// CONCATENATED MODULE: ./actions/build-push/dockerfile.ts
/**
 * The first `RUN` that the wanted image needs on its own platform; undefined when there is none, as in cross-compiling
 * Dockerfiles and those that only copy.
 *
 * @param target the stage that is built; the last one unless told
 */
function foreignStep(dockerfile, target) {
    const stages = readStages(dockerfile);
    const last = target === undefined ? stages.length - 1 : findStage(stages, target, stages.length);
    const pending = last >= 0 ? [last] : [];
    const seen = new Set();
    while (pending.length > 0) {
        const index = pending.pop() ?? 0;
        const stage = stages[index];
        if (stage === undefined || seen.has(index))
            continue;
        seen.add(index);
        const [run] = stage.runs;
        if (run !== undefined && !stage.native)
            return run;
        for (const name of [stage.base, ...stage.needs]) {
            const needed = findStage(stages, name, index);
            if (needed >= 0)
                pending.push(needed);
        }
    }
    return undefined;
}
/** A stage by name or number, among those before `before`. */
function findStage(stages, name, before) {
    if (/^[0-9]+$/.test(name))
        return Number(name) < before ? Number(name) : -1;
    return stages.slice(0, before).findLastIndex(stage => stage.name === name.toLowerCase());
}
function readStages(dockerfile) {
    const stages = [];
    for (const { line, text } of instructions(dockerfile)) {
        const stage = stages.at(-1);
        const from = /^FROM\s+((?:--\S+\s+)*)(\S+)(?:\s+AS\s+(\S+))?/i.exec(text);
        if (from !== null) {
            const base = from[2] ?? '';
            const platform = /--platform=(\S+)/.exec(from[1] ?? '')?.[1];
            const inherited = stages[findStage(stages, base, stages.length)]?.native ?? false;
            const native = platform === undefined ? inherited : !/TARGET(?:PLATFORM|ARCH)/.test(platform);
            stages.push({ name: from[3]?.toLowerCase(), base, native, runs: [], needs: [] });
        }
        else if (stage !== undefined) {
            if (/^RUN\s/i.test(text))
                stage.runs.push({ line, text });
            stage.needs.push(...[...text.matchAll(/(?:--from=|[,=\s]from=)([^\s,]+)/g)].map(match => match[1] ?? ''));
        }
    }
    return stages;
}
/** The instructions with their line ends joined; comments and the bodies of here-documents fall away. */
function* instructions(dockerfile) {
    const lines = dockerfile.split(/\r?\n/);
    const continuation = escapeCharacter(lines);
    for (let at = 0; at < lines.length; at += 1) {
        const first = at + 1;
        let text = (lines[at] ?? '').trim();
        if (text === '' || text.startsWith('#'))
            continue;
        while (text.endsWith(continuation) && at + 1 < lines.length) {
            at += 1;
            const next = (lines[at] ?? '').trim();
            text = next.startsWith('#') || next === '' ? text : `${text.slice(0, -1).trimEnd()} ${next}`;
        }
        yield { line: first, text };
        if (!/^(?:RUN|COPY|ADD)\s/i.test(text))
            continue;
        for (const [, dash, , word] of text.matchAll(/(?<=\s)[0-9]*<<(-?)(["']?)([A-Za-z_][A-Za-z0-9_]*)\2(?=\s|$)/g)) {
            const start = at;
            const end = lines.findIndex((line, index) => index > start && (dash ? line.replace(/^\t+/, '') : line) === word);
            // What has no end is no here-document, but something of the shell's that looks like one.
            if (end > at)
                at = end;
        }
    }
}
/** What joins lines: a directive changes it, which stands with others of its kind at the very top. */
function escapeCharacter(lines) {
    for (const line of lines) {
        const [, name, value] = /^#\s*([a-z]+)\s*=\s*(\S.*)$/i.exec(line) ?? [];
        if (name === undefined)
            break;
        if (name.toLowerCase() === 'escape')
            return value?.trim() === '`' ? '`' : '\\';
    }
    return '\\';
}

;// CONCATENATED MODULE: ./actions/build-push/check-sources.ts


/** Checks that what is to be built is there, and that the builder can build it. */
async function checkSources(targets, builder, files) {
    const perTarget = await Promise.all(targets.map(target => checkSource(target, builder, files)));
    return perTarget.flat();
}
async function checkSource(target, builder, files) {
    const errors = [];
    const say = (problem, next) => errors.push(new src_errors/* UserError */.yo(`image "${target.name}": ${problem}`, next === undefined ? {} : { next }));
    if (target.context !== undefined && (await files.kind(target.context)) !== 'folder') {
        say(`its context ${target.context} is no folder`);
    }
    const dockerfile = target.dockerfile === undefined ? undefined : await files.readText(target.dockerfile);
    if (target.dockerfile !== undefined && dockerfile === undefined) {
        const beside = target.context && `${target.context}/${target.dockerfile.split('/').at(-1)}`;
        const found = beside !== undefined && (await files.kind(beside)) === 'file';
        say(`its Dockerfile ${target.dockerfile} does not exist`, found ? `"file" starts at the root of the repository; there is one at ${beside}` : undefined);
    }
    for (const platform of builder === undefined ? [] : target.platforms) {
        if (builder?.platforms.includes(platform) || builder?.platforms.length === 0)
            continue;
        const step = dockerfile === undefined ? undefined : foreignStep(dockerfile, target.stage);
        // Without a RUN on the platform itself (only COPY, or cross-compiling) any builder will do.
        if (step === undefined)
            continue;
        say(`the builder "${builder?.name}" has no ${platform} (it has ${builder?.platforms.join(', ')}), and line ${step.line} of its Dockerfile runs there`, 'Install QEMU on the runner (docker/setup-qemu-action, or docker run --privileged tonistiigi/binfmt --install all), or name a builder with such a node (docs/builders.md)');
    }
    return errors;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./actions/build-push/env-file.ts


/**
 * Reads a dotenv file's text.
 *
 * @throws UserError that names each line that is no assignment, without showing it: it may hold a secret
 */
function readEnvFile(text, path, env) {
    // An editor's mark of Unicode would become a part of the first name.
    const plain = (text ?? '').replace(/^\uFEFF/, '');
    const wrong = wrongLines(plain);
    if (wrong.length > 0) {
        throw new src_errors/* UserError */.yo(`${path}, line ${wrong.join(', ')}: expected NAME=value, a comment or nothing`);
    }
    const values = (0,external_node_util_.parseEnv)(plain);
    return {
        get: name => (Object.hasOwn(values, name) ? values[name] : Object.hasOwn(env, name) ? env[name] : undefined),
        secrets: Object.values(values).flatMap(value => (value ? [value] : [])),
    };
}
/** The lines, from 1, that are neither an assignment nor a comment nor part of a quoted value, and those whose quote stays open. */
function wrongLines(text) {
    const wrong = [];
    let quote;
    let openedAt = 0;
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        if (quote !== undefined) {
            if (line.includes(quote))
                quote = undefined;
            continue;
        }
        if (/^\s*(?:#|$)/.test(line))
            continue;
        const value = /^\s*(?:export\s+)?[A-Za-z_][A-Za-z0-9_.]*\s*=\s*(.*)$/.exec(line)?.[1];
        if (value === undefined)
            wrong.push(index + 1);
        const opened = /^["'`]/.exec(value ?? '')?.[0];
        if (opened !== undefined && !value?.includes(opened, 1)) {
            quote = opened;
            openedAt = index + 1;
        }
    }
    if (quote !== undefined)
        wrong.push(openedAt);
    return wrong;
}

;// CONCATENATED MODULE: ./src/flux/automation-commit.ts
/** The author that Flux's guides use; an automation without a name of its own has it too in many trees. */
const USUAL_AUTHOR = /^flux(?:cd)?(?:[-_ ]?bot)?(?:\[bot\])?$/i;
/**
 * Whether a commit is image automation's own: nothing outside the Flux folder changes, and either every changed line
 * carries a setter marker (whoever committed it: a merge of the automation's pull request is the same change), or the
 * author is the automation's. Building such a commit would make a tag that makes the next such commit.
 *
 * @param fluxPath folder of the Flux manifests from the root of the repository; '.' is the whole tree
 */
function isAutomationCommit(commit, fluxPath, authors) {
    const folder = fluxPath.replace(/^\.?\/+/, '').replace(/\/*$/, '');
    const below = (path) => folder === '' || folder === '.' || path.startsWith(`${folder}/`);
    if (commit.files.length === 0 || !commit.files.every(file => below(file.path)))
        return false;
    const onlyMarkers = commit.files.every(file => !file.more && file.lines.length > 0 && file.lines.every(line => line.includes('"$imagepolicy"')));
    return onlyMarkers || isAuthor(commit.author, authors);
}
function isAuthor(author, authors) {
    const known = authors.some(({ name, email }) => (email !== undefined && email === author.email) || (email === undefined && name === author.name));
    return known || USUAL_AUTHOR.test(author.name);
}

// EXTERNAL MODULE: ./src/git/branch.ts
var git_branch = __webpack_require__(8030);
// EXTERNAL MODULE: ./src/git/commits.ts
var git_commits = __webpack_require__(9102);
// EXTERNAL MODULE: ./src/git/repository.ts
var repository = __webpack_require__(5986);
;// CONCATENATED MODULE: ./actions/build-push/history.ts





/** Whether image automation made a commit; undefined when its parent is not at hand and cannot be brought. */
async function madeByAutomation(git, sha, branch, automation) {
    if (!(await (0,git_branch/* hasCommit */.QE)(git, `${sha}^`)) && (await (0,git_branch/* isShallow */.fE)(git))) {
        await bring(git, branch);
        if (!(await (0,git_branch/* hasCommit */.QE)(git, `${sha}^`)) && (await (0,git_branch/* isShallow */.fE)(git)))
            return undefined;
    }
    const [commit] = await (0,git_commits/* changesOf */.f)(git, '-1', sha);
    return commit !== undefined && isAutomationCommit(commit, automation.fluxPath, automation.authors);
}
/** What is needed to judge whether a commit is its branch's newest; works in a shallow checkout as far as origin answers. */
async function stalenessFacts(git, sha, branch, automation, head, published) {
    const branchHead = await head;
    const facts = { sha, branchHead, since: undefined, descendants: [], published };
    if (branchHead !== undefined && 'sha' in branchHead && branchHead.sha !== sha) {
        if (!(await (0,git_branch/* hasCommit */.QE)(git, branchHead.sha)))
            await bring(git, branch);
        return {
            ...facts,
            since: await commitsSince(git, sha, branchHead.sha, automation),
            descendants: await publishedDescendants(git, sha, published),
        };
    }
    return { ...facts, descendants: await publishedDescendants(git, sha, published) };
}
/** Brings the branch's commits; when origin does not give them, the judgement says what it could not know. */
async function bring(git, branch) {
    try {
        if (branch !== undefined)
            await (0,git_branch/* fetchBranch */.D_)(git, branch);
    }
    catch (error) {
        if (!(error instanceof repository/* GitFailure */.X))
            throw error;
    }
}
async function commitsSince(git, sha, head, automation) {
    if ((await git.ask('merge-base', '--is-ancestor', sha, head)) === undefined)
        return undefined;
    const commits = await (0,git_commits/* changesOf */.f)(git, `--max-count=${git_branch/* DEPTH */.e$}`, `${sha}..${head}`);
    return commits.map(commit => ({
        sha: commit.sha,
        automation: isAutomationCommit(commit, automation.fluxPath, automation.authors),
    }));
}
/** Of the commits that published tags name, those that come after the one that is built. */
async function publishedDescendants(git, sha, published) {
    const sha7s = new Set(published.map(tag => (0,image_tag/* parseTag */.ED)(tag)?.sha7).filter(sha7 => sha7 !== undefined));
    sha7s.delete(sha.slice(0, 7));
    if (sha7s.size === 0)
        return [];
    const asked = [...sha7s].map(sha7 => `${sha7}^{commit}\n`).join('');
    const found = await git.feed(asked, 'cat-file', '--batch-check=%(objectname) %(objecttype)');
    const commits = [...found.matchAll(/^([0-9a-f]{40,64}) commit$/gm)].map(match => match[1] ?? '');
    if (commits.length === 0)
        return [];
    const later = await git.feed(`^${sha}\n${commits.join('\n')}\n`, 'rev-list', '--ancestry-path', '--stdin');
    const descendants = new Set(later.split('\n'));
    return commits.filter(commit => descendants.has(commit));
}
/** The head of the branch at origin; undefined for what is no branch, and in a repository without an origin. */
async function headOf(git, branch) {
    if (branch === undefined || (await git.ask('remote', 'get-url', 'origin')) === undefined)
        return undefined;
    return (0,git_branch/* remoteHead */.P7)(git, branch);
}

// EXTERNAL MODULE: ./src/flux/newest-wins.ts
var newest_wins = __webpack_require__(9210);
// EXTERNAL MODULE: ./src/flux/policy.ts
var flux_policy = __webpack_require__(1857);
// EXTERNAL MODULE: ./src/flux/scan.ts
var scan = __webpack_require__(4418);
;// CONCATENATED MODULE: ./actions/build-push/policies.ts






/**
 * Whether Flux would elect the new tag, asked of every ImagePolicy that chooses among an image's tags: with the tags that
 * the registry has now, and with those that later builds will make.
 *
 * @param published the tags of each image, by its name
 */
function checkPolicies(targets, objects, tag, prefix, published) {
    const errors = [];
    const remarks = [];
    for (const target of targets) {
        for (const policy of (0,image_objects/* policiesOf */.Ao)(objects, target.repository)) {
            const error = electionError(policy, objects, target, tag, published.get(target.name) ?? []);
            if (error !== undefined)
                errors.push(error);
            else
                remarks.push(...laterBuilds(policy, prefix));
        }
    }
    return { errors, remarks };
}
function electionError(policy, objects, target, tag, published) {
    const repository = objects.repositories.find(known => known.namespace === policy.repository.namespace && known.name === policy.repository.name);
    const scanned = (0,scan/* scanTags */.Z)([...published, tag], repository?.exclusionList);
    const tags = 'error' in scanned ? [tag] : scanned.tags;
    const { selectedTag, candidates, error } = (0,flux_policy/* electorOf */.K)(policy.spec)(tags);
    if (selectedTag === tag && candidates.length === 1)
        return undefined;
    const place = `${policy.file}:${policy.line}: the ImagePolicy ${policy.namespace}/${policy.name}`;
    const next = 'Mend the policy: Flux would not deploy this build';
    if (error !== null)
        return new src_errors/* UserError */.yo(`${place} would not elect ${tag} of ${target.repository}: ${error}`, { next });
    if (candidates.length > 1) {
        return new src_errors/* UserError */.yo(`${place} would choose at random between ${candidates.join(' and ')}`, { next });
    }
    return new src_errors/* UserError */.yo(`${place} would elect ${selectedTag} and not the new ${tag} of ${target.repository}`, { next });
}
/** A policy that elects this build by luck. */
function laterBuilds(policy, prefix) {
    const verdict = (0,newest_wins/* newestWins */.m)(policy.spec, (sha, seconds) => (0,image_tag/* printTag */.O4)((0,image_tag/* buildTag */.NQ)(prefix, sha, seconds)));
    if (verdict.wins)
        return [];
    const { builds, result } = verdict.witness;
    const newest = builds.at(-1)?.tag ?? '';
    const elected = result.selectedTag ?? `nothing (${result.error})`;
    return [
        `${policy.file}:${policy.line}: the ImagePolicy ${policy.namespace}/${policy.name} elects this build, but not every later one: of ${builds.map(build => build.tag).join(', ')} it would elect ${elected} and not ${newest}`,
    ];
}

;// CONCATENATED MODULE: ./actions/build-push/bake.ts


let count = 0;
/**
 * Starts `docker buildx bake`, which reads its definition from standard input. Docker's command line takes a tenth of a
 * second to come up: started early, it does so while something else is waited for.
 */
function startBake(start, runner) {
    count += 1;
    const metadataFile = (0,external_node_path_.join)(start.folder, `metadata-${count}.json`);
    const held = [];
    let times;
    const see = (line) => {
        times?.see(line);
        runner.log.info(line);
    };
    const stdin = deferred();
    const builder = start.builder === undefined ? [] : ['--builder', start.builder];
    const ended = runner.exec({
        command: 'docker',
        args: ['buildx', 'bake', ...builder, '--file', '-', '--progress', 'plain', '--metadata-file', metadataFile],
        cwd: start.workspace,
        env: start.env,
        stdin: stdin.promise,
        signal: runner.signal,
        onLine: line => (times === undefined ? held.push(line) : see(line)),
    });
    // Whoever gives it its definition hears of a failure.
    ended.catch(() => undefined);
    return {
        async finish(definition) {
            times = stopwatch(start.ids, () => runner.clock.now());
            for (const line of held)
                see(line);
            stdin.resolve(definition);
            const result = await ended;
            return {
                done: result.code === 0,
                metadata: (0,json/* parseJson */.qF)((await runner.files.readText(metadataFile)) ?? ''),
                output: `${result.stdout}\n${result.stderr}`,
                seconds: times.seconds(),
            };
        },
        giveUp: () => stdin.reject(new Error('not needed')),
    };
}
function deferred() {
    let settle;
    const promise = new Promise((resolve, reject) => {
        settle = { resolve, reject };
    });
    // The promise's own function runs at once.
    promise.catch(() => undefined);
    return { promise, resolve: value => settle?.resolve(value), reject: error => settle?.reject(error) };
}
/** Times per target from the plain progress: `#5 [frontend 2/3] RUN …` opens step 5, and later lines about it begin with `#5`. */
function stopwatch(ids, now) {
    const started = now();
    const targetOfStep = new Map();
    const spans = new Map();
    let end = started;
    return {
        see(line) {
            end = now();
            const [, step, name] = /^#([0-9]+) (?:\[([^\s\]]+)[^\]]*\])?/.exec(line) ?? [];
            if (step === undefined)
                return;
            if (name !== undefined && ids.includes(name))
                targetOfStep.set(step, name);
            const target = targetOfStep.get(step);
            if (target === undefined)
                return;
            const span = spans.get(target);
            spans.set(target, { first: span?.first ?? end, last: end });
        },
        seconds() {
            // A single target's lines do not carry its name.
            if (ids.length === 1)
                return new Map(ids.map(id => [id, (end - started) / 1000]));
            return new Map([...spans].map(([id, span]) => [id, (span.last - span.first) / 1000]));
        },
    };
}

;// CONCATENATED MODULE: ./actions/build-push/failures.ts

/** Known causes, the more certain ones first. */
const CAUSES = [
    {
        pattern: /exec format error/,
        explain: () => ({
            message: 'a build step of another platform cannot run on this builder (exec format error)',
            next: 'Install QEMU on the runner (docker/setup-qemu-action), or name a builder that has a node of that platform',
        }),
    },
    {
        pattern: /server gave HTTP response to HTTPS client/,
        explain: (_, { registry, insecure }) => ({
            message: 'the builder speaks HTTPS to a registry that speaks plain HTTP',
            next: insecure
                ? `A base image or a cache comes from another one than ${registry}: give the builder its configuration (docs/builders.md)`
                : `Set insecure: true if that is ${registry}; for another one give the builder its configuration (docs/builders.md)`,
        }),
    },
    {
        pattern: /certificate signed by unknown authority|x509: [^\n"]*/,
        explain: ([found]) => ({
            message: `the builder does not trust the registry's certificate (${found})`,
            next: 'Give the builder the authority that signed it (docs/builders.md)',
        }),
    },
    {
        pattern: /(?:configured as immutable|repository is immutable|immutable tag|412 Precondition Failed)[^\n]*/i,
        explain: (_, { tag }) => ({
            message: `the registry refuses ${tag}: a rule makes tags immutable, and this one exists`,
            next: 'Run the build again: it takes a new time, and so a new tag',
        }),
    },
    {
        pattern: /(?:exceed the configured upper limit|quota exceeded|not enough quota|507 Insufficient Storage)[^\n]*/i,
        explain: ([found]) => ({
            message: `the registry has no room left (${failures_short(found)})`,
            next: 'Raise the quota of the project, or delete old images (input "retention")',
        }),
    },
    {
        pattern: /(?:insufficient_scope|unexpected status[^\n]*: 401[^\n]*|denied: [^\n]*|unauthorized: [^\n]*|authorization failed)/i,
        explain: ([found], { registry }) => ({
            message: `the registry ${registry} does not let the push in (${failures_short(found)})`,
            next: 'Check the account and its rights to push to each of the repositories',
        }),
    },
    {
        pattern: /unexpected status[^\n]*: 403[^\n]*/,
        explain: ([found], { registry }) => ({
            message: `the registry ${registry} refuses what was pushed, though this account may push (${failures_short(found)})`,
            next: "A full quota or a policy of the project is the usual reason: Harbor shows its quota in the project's summary",
        }),
    },
    {
        pattern: /unexpected status[^\n]*: (?:400|404)[^\n]*/,
        explain: ([found], { attested }) => ({
            message: `the registry refuses what was pushed (${failures_short(found)})`,
            next: attested
                ? 'Older Harbor versions refuse attestations: set provenance: false and sbom: false'
                : 'The registry says no more; its own log does',
        }),
    },
    {
        pattern: /unexpected status[^\n]*: 413[^\n]*/,
        explain: ([found]) => ({
            message: `a layer is too large for the registry, or for the proxy in front of it (${found.trim()})`,
            next: 'Raise the limit of the proxy (nginx: client_max_body_size 0)',
        }),
    },
    {
        pattern: /no space left on device/,
        explain: () => ({
            message: 'the disk of the builder is full',
            next: 'Make room with docker buildx prune, or give the builder a limit (docs/builders.md)',
        }),
    },
];
/** What the registry and the network do for a while and then no more. */
const TRANSIENT = /unexpected status[^\n]*: (?:408|425|429|500|502|503|504)|: (?:429 Too Many Requests|50[0234] [A-Z])|connection reset by peer|broken pipe|closed pipe|request must be retried|i\/o timeout|TLS handshake timeout|unexpected EOF|: EOF\b|connection refused|context deadline exceeded|use of closed network connection|http2: [^\n]*GOAWAY|temporary failure in name resolution/i;
/** What never gets better by asking again, even when a transient word stands in the output too. */
const FINAL = /unexpected status[^\n]*: (?:400|401|403|404|405|412|413|507)\b|insufficient_scope|denied: |unauthorized: |authorization failed/i;
/** Whether a failed push is worth another try. */
function isTransientFailure(output) {
    const errors = errorLines(output);
    return TRANSIENT.test(errors) && !FINAL.test(errors);
}
/** The cause of a failed bake, with the next step. */
function explainFailure(output, what, context) {
    const errors = errorLines(output);
    for (const { pattern, explain } of CAUSES) {
        const match = pattern.exec(errors);
        if (match === null)
            continue;
        const { message, next } = explain(match, context);
        return new src_errors/* UserError */.yo(`${what}: ${message}`, { next });
    }
    return new src_errors/* UserError */.yo(`${what}: ${lastError(output)}`, { next: 'The log above shows the step that failed' });
}
/** The lines of the progress that tell of errors: what a build prints itself must not be mistaken for them. */
function errorLines(output) {
    const found = [];
    let inError = false;
    for (const line of output.split('\n')) {
        const begins = /^(?:#[0-9]+ ERROR: |ERROR: |error: |WARNING: failed)|^#[0-9]+ [0-9.]+ .*exec format error/.test(line);
        // Newer versions of BuildKit put the registry's own words on the lines below.
        inError = begins || (inError && !/^(?:#[0-9]+ |-{6}|$)/.test(line));
        if (inError)
            found.push(line);
    }
    return found.join('\n').replace(COMMAND, 'process did not');
}
/** What was refused, without the addresses of uploads, which fill a screen and say nothing. */
function failures_short(found) {
    const [, method, url, status] = /from (\w+) request to (\S+?): (\d+ .*)/.exec(found) ?? [];
    if (method === undefined || url === undefined || status === undefined)
        return found.trim();
    const path = url
        .replace(/^https?:\/\/[^/]+/, '')
        .replace(/\?.*$/, '')
        .replace(/(\/uploads\/).*$/, '$1…');
    return `${method} ${path}: ${status.trim()}`;
}
/** The command of a step that failed is quoted in its error, and may hold any words. */
const COMMAND = /process "(?:[^"\\]|\\.)*" did not/g;
function lastError(output) {
    const lines = output.trim().split('\n');
    const error = lines.findLast(line => /^ERROR: /i.test(line)) ?? lines.at(-1) ?? '';
    return (error
        .replace(/^ERROR:\s*/i, '')
        .replace(/unexpected status from .*/, failures_short)
        .trim() || 'buildx said nothing');
}

;// CONCATENATED MODULE: ./actions/build-push/retention.ts




/**
 * Chooses what is deleted: all but the `keep` newest builds of a prefix by their time, without those that git names and
 * those whose digest a kept tag shares. Tags of another format or prefix are never touched.
 *
 * @param digests of every tag of the repository that exists
 */
function planRetention(name, prefix, keep, digests, named) {
    const builds = [...digests.keys()]
        .map(text => ({ text, tag: (0,image_tag/* parseTag */.ED)(text) }))
        .filter((entry) => entry.tag?.prefix === prefix)
        .sort((left, right) => (0,image_tag/* compareTags */.bb)(right.tag, left.tag));
    const spared = [];
    const candidates = builds.slice(keep).filter(({ text, tag }) => {
        const digest = digests.get(text) ?? '';
        const inGit = named.builds.has((0,image_tag/* buildName */.AL)(tag)) || named.digests.has(digest);
        if (inGit)
            spared.push({ tag: text, reason: 'git names it' });
        return !inGit;
    });
    const going = new Set(candidates.map(candidate => candidate.text));
    const keptDigests = new Set([...digests].filter(([tag]) => !going.has(tag)).map(([, digest]) => digest));
    const remove = new Map();
    for (const { text } of candidates) {
        const digest = digests.get(text);
        if (digest === undefined)
            continue;
        if (keptDigests.has(digest))
            spared.push({ tag: text, reason: 'a kept tag is the same image' });
        else
            remove.set(digest, [...(remove.get(digest) ?? []), text]);
    }
    return { name, remove: [...remove].map(([digest, tags]) => ({ digest, tags })), spared };
}
/**
 * The plan without what a kept image is made of: one of several platforms stands in the registry only as long as the
 * image of each platform does, and that may have a tag of its own.
 *
 * @param digests of every tag of the repository that exists
 */
async function spareParts(plan, digests, registry) {
    if (plan.remove.length === 0)
        return plan;
    const going = new Set(plan.remove.map(entry => entry.digest));
    const kept = [...new Set(digests.values())].filter(digest => !going.has(digest));
    const parts = new Set((await Promise.all(kept.map(digest => partsOf(registry, plan.name, digest)))).flat());
    const spared = plan.remove.filter(entry => parts.has(entry.digest)).flatMap(entry => entry.tags);
    return {
        name: plan.name,
        remove: plan.remove.filter(entry => !parts.has(entry.digest)),
        spared: [...plan.spared, ...spared.map(tag => ({ tag, reason: 'a kept tag is made of it' }))],
    };
}
async function partsOf(registry, name, digest) {
    const manifest = await registry.manifest(name, digest);
    // Whatever else lies under other people's tags has no parts that are images.
    const body = (0,json/* parseJson */.qF)(new TextDecoder().decode(manifest?.bytes));
    return (0,json/* listMember */.DW)(body, 'manifests').flatMap(part => (0,json/* textMember */.SA)(part, 'digest') ?? []);
}
/** The digests of all tags of a repository; a tag that vanished meanwhile falls away. */
async function tagDigests(registry, name, tags) {
    const found = await Promise.all(tags.map(async (tag) => [tag, await registry.digest(name, tag)]));
    return new Map(found.flatMap(([tag, digest]) => (digest === undefined ? [] : [[tag, digest]])));
}
/**
 * Every build that the tree or one of the branch's last 50 commits names.
 *
 * @throws UserError when the history is not at hand: then nothing may be deleted
 */
async function namedInGit(git) {
    const commits = (await git.run('rev-list', `--max-count=${git_branch/* DEPTH */.e$}`, 'HEAD')).trim().split('\n');
    if (commits.length < git_branch/* DEPTH */.e$ && (await (0,git_branch/* isShallow */.fE)(git))) {
        throw new src_errors/* UserError */.yo(`the checkout has ${commits.length} commits, and retention looks at the last ${git_branch/* DEPTH */.e$}`, {
            next: `Check out with fetch-depth: ${git_branch/* DEPTH */.e$}`,
        });
    }
    const pattern = '-[0-9a-f]{7}-[1-9][0-9]{9}|sha256:[0-9a-f]{64}';
    // The pattern begins like an option (-e), and a run in a folder is to see the whole tree (:/).
    const inCommits = await git.grep('-h', '-I', '-o', '-E', '-e', pattern, ...commits, '--', ':/');
    const inTree = await git.grep('-h', '-I', '-o', '-E', '--untracked', '-e', pattern, '--', ':/');
    const text = `${inCommits}\n${inTree}`;
    return { builds: new Set((0,image_tag/* buildsNamedIn */.sS)(text)), digests: new Set(text.match(/sha256:[0-9a-f]{64}/g) ?? []) };
}

;// CONCATENATED MODULE: ./actions/build-push/publish.ts







/** BuildKit tries each request of a push again by itself, for some seconds: this is on top of it. */
const PUSH_PATIENCE = { tries: 3, firstDelay: 1000 };
/** A bake with the environment of a publication, waiting for the definition of a phase. */
function startPhase(publication, builder, runner) {
    const { docker, targets } = publication;
    return startBake({
        builder,
        // Bake guards files outside of the work tree against strange definitions; this one is made from the inputs.
        env: { ...docker.env, ...publication.env, BUILDX_BAKE_ENTITLEMENTS_FS: '0' },
        workspace: runner.workspace,
        folder: docker.folder,
        ids: targets.map(target => target.id),
    }, runner);
}
/** Builds every image and keeps the results in the builder. Nothing leaves it. */
async function build(publication, started, times) {
    const result = await finishPhase(publication, started, { kind: 'build' }, times);
    if (!result.done)
        throw explainFailure(result.output, 'the build failed', failureContext(publication));
}
/**
 * Pushes what was built: by digest first where the builder can, and then all tags together; else under the tag at once.
 * Transient faults are tried again without building.
 *
 * @throws UserError with the cause, and with the tags that exist when some images have theirs and others not
 */
async function push(publication, started, times, runner) {
    try {
        await refuseClash(publication);
        if (!publication.builder.pushesDigests) {
            return await halfPublishedGuard(publication, runner, () => pushPhase(publication, started, tagsPhase(publication), times, runner));
        }
        const digests = await pushPhase(publication, started, { kind: 'push-digests' }, times, runner);
        runner.signal.throwIfAborted();
        await refuseClash(publication);
        await halfPublishedGuard(publication, runner, () => putTags(publication, digests));
        return digests;
    }
    finally {
        // It still waits when the push was refused before it began.
        started.giveUp();
    }
}
function tagsPhase({ tag, builder }) {
    return { kind: 'push-tags', tag, daemon: builder.driver === 'docker' };
}
/** The tag is this run's own: whoever has it already, built in the same second and was not seen when the plan was made. */
async function refuseClash({ registry, targets, tag }) {
    const taken = await Promise.all(targets.map(async (target) => ((await registry.digest(target.name, tag)) === undefined ? [] : [target.repository])));
    const repositories = taken.flat();
    if (repositories.length === 0)
        return;
    throw new src_errors/* UserError */.yo(`the tag ${tag} exists already in ${repositories.join(', ')}; it is not overwritten`, {
        next: 'Run the build again: it takes a later time. Let only one run at a time push (concurrency)',
    });
}
async function pushPhase(publication, first, phase, times, runner) {
    for (let tried = 1;; tried += 1) {
        const started = tried === 1 ? first : startPhase(publication, publication.builder.name, runner);
        const result = await finishPhase(publication, started, phase, times);
        if (result.done)
            return digestsOf(publication, result);
        if (tried >= PUSH_PATIENCE.tries || !isTransientFailure(result.output)) {
            const tries = tried === 1 ? '' : ` after ${tried} tries`;
            throw explainFailure(result.output, `the push failed${tries}`, failureContext(publication));
        }
        const delay = PUSH_PATIENCE.firstDelay * 2 ** (tried - 1);
        runner.log.warning(`The push failed for a reason that may pass; try ${tried + 1} of ${PUSH_PATIENCE.tries} in ${delay / 1000} s`);
        await runner.clock.sleep(delay, runner.signal);
        // buildx does not say how long the registry asked to wait (Retry-After): our own client asks, and waits as told.
        await publication.registry.ping();
    }
}
async function finishPhase(publication, started, phase, times) {
    const { targets } = publication;
    const named = new Map(targets.map(({ id, repository, bake: target }) => [id, { repository, target }]));
    const result = await started.finish(bakeDefinition(named, phase, publication.options));
    for (const { id, name } of targets) {
        times.seconds.set(name, (times.seconds.get(name) ?? 0) + (result.seconds.get(id) ?? 0));
    }
    return result;
}
function digestsOf(publication, result) {
    return new Map(publication.targets.map(({ id, name }) => {
        const digest = (0,json/* textMember */.SA)((0,json/* member */.Dc)(result.metadata, id), 'containerimage.digest');
        if (digest === undefined)
            throw new src_errors/* UserError */.yo(`buildx reports no digest for ${name}`, { next: 'Update buildx' });
        return [name, digest];
    }));
}
async function putTags({ registry, targets, tag }, digests) {
    const manifests = await Promise.all(targets.map(async (target) => {
        const digest = digests.get(target.name) ?? '';
        const manifest = await registry.manifest(target.name, digest);
        if (manifest === undefined)
            throw new src_errors/* UserError */.yo(`${target.repository}@${digest} is not in the registry after the push`);
        return { target, manifest };
    }));
    const put = manifests.map(({ target, manifest }) => registry.putManifest(target.name, tag, manifest));
    // All are awaited: what is said about half a publication must be what is so.
    const results = await Promise.allSettled(put);
    for (const result of results)
        if (result.status === 'rejected')
            throw result.reason;
}
/** After a failed push: which tags exist all the same. A run that was cancelled takes its own away again, where it can. */
async function halfPublishedGuard(publication, runner, publish) {
    try {
        return await publish();
    }
    catch (error) {
        const cause = error instanceof refusal/* RegistryRefusal */.O ? explainTagRefusal(error, publication) : error;
        const afterwards = { ...publication, registry: publication.openAgain(AbortSignal.timeout(AFTERWARDS)) };
        if (runner.signal.aborted)
            await withdrawTags(afterwards);
        const tagged = await existingTags(afterwards);
        if (tagged === undefined)
            runner.log.warning('The registry does not say which tags exist now');
        else if (tagged.length > 0) {
            const missing = publication.targets.map(target => target.repository).filter(name => !tagged.includes(name));
            runner.log.error(`Half published: ${publication.tag} exists in ${tagged.join(', ')}${missing.length > 0 ? ` and not in ${missing.join(', ')}` : ''}`);
        }
        throw cause;
    }
}
/** Milliseconds for what is done after a cancellation: the runner kills us soon. */
const AFTERWARDS = 5_000;
/** Deletes the run's images, but for one that another tag shares: a registry takes away an image with all its tags. */
async function withdrawTags({ registry, targets, tag }) {
    const withdrawn = targets.map(async ({ name }) => {
        const digest = await registry.digest(name, tag);
        if (digest === undefined)
            return;
        const digests = await tagDigests(registry, name, await registry.tags(name));
        const shared = [...digests].some(([other, known]) => other !== tag && known === digest);
        if (!shared)
            await registry.deleteManifest(name, digest);
    });
    // What could not be withdrawn is named afterwards.
    await Promise.allSettled(withdrawn);
}
function explainTagRefusal(error, publication) {
    const output = `ERROR: unexpected status: ${error.status} ${error.words}`;
    return explainFailure(output, `putting the tag ${publication.tag} failed`, failureContext(publication));
}
async function existingTags({ registry, targets, tag }) {
    try {
        const found = await Promise.all(targets.map(async ({ name, repository }) => (await registry.digest(name, tag)) === undefined ? [] : [repository]));
        return found.flat();
    }
    catch {
        return undefined;
    }
}
function failureContext({ options, tag }) {
    const attested = options.provenance !== undefined || options.sbom !== undefined;
    return { registry: options.registry, insecure: options.insecure, attested, tag };
}

;// CONCATENATED MODULE: ./actions/build-push/staleness.ts

/** The judgement. Commits that only image automation made do not make a build stale: they hold nothing to build. */
function judgeStaleness(facts) {
    const people = facts.since?.filter(commit => !commit.automation);
    const publishedLater = newestPublished(facts);
    if (publishedLater !== undefined)
        return publishedLater;
    const { branchHead } = facts;
    if (branchHead === undefined)
        return { kind: 'fresh' };
    if ('unknown' in branchHead)
        return { kind: 'unknown', reason: branchHead.unknown };
    if (branchHead.sha === facts.sha)
        return { kind: 'fresh' };
    if (people?.length === 0 && facts.since !== undefined && facts.since.length > 0)
        return { kind: 'fresh' };
    return { kind: 'behind', head: branchHead.sha, newer: people?.length };
}
function newestPublished(facts) {
    const bySha7 = new Map(facts.descendants.map(commit => [commit.slice(0, 7), commit]));
    const automation = new Set(facts.since?.filter(commit => commit.automation).map(commit => commit.sha));
    let newest;
    for (const tag of facts.published) {
        const parsed = (0,image_tag/* parseTag */.ED)(tag);
        const commit = parsed && bySha7.get(parsed.sha7);
        if (parsed === undefined || commit === undefined || automation.has(commit))
            continue;
        if (newest === undefined || parsed.seconds > newest.seconds)
            newest = { seconds: parsed.seconds, tag, commit };
    }
    return newest && { kind: 'published', tag: newest.tag, commit: newest.commit };
}
/** The judgement as a sentence that names both commits; undefined when there is nothing to say. */
function describeStaleness(staleness, sha, branch) {
    switch (staleness.kind) {
        case 'fresh':
            return undefined;
        case 'behind': {
            const by = staleness.newer === undefined || staleness.newer === 0 ? '' : `, ${staleness.newer} newer`;
            return `commit ${sha} is not the head of ${branch} any more: that is ${staleness.head}${by}`;
        }
        case 'published':
            return `commit ${sha} is older than commit ${staleness.commit}, which is published already as ${staleness.tag}`;
        case 'unknown':
            return `whether commit ${sha} is the newest of ${branch} is not known: ${staleness.reason}`;
    }
}

;// CONCATENATED MODULE: ./actions/build-push/targets.ts






/** The targets of the input `images`. */
function imageTargets(images, options) {
    const errors = [];
    const env = {};
    const ids = new Set();
    const targets = images.map(image => {
        if (image.name.startsWith(`${options.registry}/`)) {
            const below = image.name.slice(options.registry.length + 1);
            errors.push(new src_errors/* UserError */.yo(`image "${image.name}" has the registry in its name: expected "${below}"`));
        }
        const local = !/^[a-z+]+:\/\/|^git@/.test(image.context);
        const at = (path) => ((0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.join)(options.workspace, path));
        const context = local ? at(image.context) : image.context;
        const dockerfile = image.file === undefined ? (0,external_node_path_.join)(context, 'Dockerfile') : at(image.file);
        const value = (name, use) => {
            const found = options.values.get(name);
            if (found !== undefined)
                return found;
            errors.push(new src_errors/* UserError */.yo(`image "${image.name}": ${use} ${name} is in neither the env-file nor the environment`));
            return '';
        };
        const args = [...image.buildArgs].map(([name, given]) => [name, given ?? value(name, 'the build argument')]);
        const secrets = image.secrets.map(({ id, from }) => {
            if ('file' in from)
                return `id=${id},src=${at(from.file)}`;
            const variable = `FLUXGATE_SECRET_${Object.keys(env).length}`;
            env[variable] = value(from.env, 'the secret');
            return `id=${id},env=${variable}`;
        });
        const bake = {
            context,
            ...(local || image.file !== undefined ? { dockerfile: local ? dockerfile : image.file } : {}),
            ...(image.target === undefined ? {} : { target: image.target }),
            ...(image.platforms.length === 0 ? {} : { platforms: image.platforms }),
            args: Object.fromEntries(args),
            labels: Object.fromEntries(image.labels),
            secret: secrets,
            'cache-from': image.cacheFrom,
            'cache-to': image.cacheTo,
        };
        return {
            name: image.name,
            id: uniqueId(image.name, ids),
            repository: `${options.registry}/${image.name}`,
            platforms: image.platforms,
            dockerfile: local ? dockerfile : undefined,
            context: local ? context : undefined,
            stage: image.target,
            bake,
        };
    });
    return { targets, env, problems: errors };
}
/**
 * The targets of bake files, as `docker buildx bake --print` resolved them. An image's name is that of the target's
 * first tag, with or without our registry before it.
 */
function bakeFileTargets(printed, options) {
    const errors = [];
    const targets = Object.entries((0,json/* member */.Dc)(printed, 'target') ?? {}).flatMap(([id, bake]) => {
        const written = (0,json/* listMember */.DW)(bake, 'tags')[0];
        const name = imageName(typeof written === 'string' ? written : undefined, id, options.registry, errors);
        if (name === undefined || typeof bake !== 'object' || bake === null)
            return [];
        const context = (0,json/* textMember */.SA)(bake, 'context') ?? '.';
        const local = !/^[a-z+-]+:/.test(context) && !context.startsWith('git@');
        const folder = (0,external_node_path_.isAbsolute)(context) ? context : (0,external_node_path_.join)(options.workspace, context);
        const file = (0,json/* textMember */.SA)(bake, 'dockerfile') ?? 'Dockerfile';
        const inline = (0,json/* textMember */.SA)(bake, 'dockerfile-inline') !== undefined;
        const platforms = (0,json/* listMember */.DW)(bake, 'platforms')
            .map(platform => (0,image_platform/* parsePlatform */.F)(String(platform)))
            .filter(platform => platform !== undefined);
        const target = {
            name,
            id,
            repository: `${options.registry}/${name}`,
            platforms,
            dockerfile: local && !inline ? ((0,external_node_path_.isAbsolute)(file) ? file : (0,external_node_path_.join)(folder, file)) : undefined,
            context: local ? folder : undefined,
            stage: (0,json/* textMember */.SA)(bake, 'target'),
            bake: { ...bake },
        };
        return [target];
    });
    (0,src_errors/* throwAll */.Kx)([...errors, ...sameImages(targets)]);
    return targets;
}
/** Of two targets for one image, the later would take the tag from the other. */
function sameImages(targets) {
    return targets.flatMap((target, index) => {
        const before = targets.slice(0, index).find(other => other.name === target.name);
        return before === undefined
            ? []
            : [new src_errors/* UserError */.yo(`bake targets "${before.id}" and "${target.id}" are the same image, "${target.name}"`)];
    });
}
function imageName(tag, id, registry, errors) {
    const reference = tag === undefined ? undefined : (0,image_reference/* parseReference */.F2)(tag);
    if (reference === undefined) {
        errors.push(new src_errors/* UserError */.yo(`bake target "${id}" has no tag that names its image`, {
            next: `Add tags = ["${registry}/library/${id}"]; its tag part is made by the build`,
        }));
        return undefined;
    }
    if (reference.registry !== undefined && reference.registry !== registry) {
        errors.push(new src_errors/* UserError */.yo(`bake target "${id}" is tagged for ${reference.registry}, and the input "registry" is "${registry}"`));
    }
    const problem = (0,image_reference/* nameProblem */.rH)(reference.name);
    if (problem !== undefined)
        errors.push(new src_errors/* UserError */.yo(`bake target "${id}": its image "${reference.name}" ${problem}`));
    return reference.name;
}
/**
 * The images that the input `targets` names, by their whole name or its last part; all when it names none.
 *
 * @throws UserError or UserErrors for names that are not there
 */
function chooseImages(images, wanted) {
    if (wanted.length === 0)
        return images;
    const known = images.flatMap(image => [image.name, lastPart(image.name)]);
    const unknown = wanted.filter(name => !known.includes(name));
    (0,src_errors/* throwAll */.Kx)(unknown.map(name => {
        const meant = (0,nearest/* nearest */.p)(name, known);
        const hint = meant === undefined
            ? `expected ${images.map(image => lastPart(image.name)).join(', ')}`
            : `did you mean "${meant}"?`;
        return new src_errors/* UserError */.yo(`input "targets" names "${name}", which "images" does not have: ${hint}`);
    }));
    return images.filter(image => wanted.includes(image.name) || wanted.includes(lastPart(image.name)));
}
function lastPart(name) {
    return name.slice(name.lastIndexOf('/') + 1);
}
/** A bake target's name for an image: its last part, or the whole name when another image has that. */
function uniqueId(name, taken) {
    const clean = (text) => text.replace(/[^A-Za-z0-9_-]/g, '_');
    let id = clean(lastPart(name));
    if (taken.has(id))
        id = clean(name);
    for (let count = 2; taken.has(id); count += 1)
        id = `${clean(name)}_${count}`;
    taken.add(id);
    return id;
}

;// CONCATENATED MODULE: ./actions/build-push/preflight.ts














/** Everything that can be known before building, asked at once; all problems are thrown together. */
async function preflight(question, runner) {
    const { inputs, source, docker } = question;
    const errors = [];
    const collect = collector(errors);
    const prepared = (await collect(readTargets(inputs, docker, runner))) ?? { targets: [], env: {}, problems: [] };
    errors.push(...prepared.problems);
    const env = { ...prepared.env, SOURCE_DATE_EPOCH: String(source.commit.seconds) };
    const publication = { targets: prepared.targets, docker, env };
    // Docker's command line comes up while everything is checked.
    const early = startPhase(publication, inputs.builder, runner);
    try {
        const checked = await checkAll(question, prepared.targets, errors, runner);
        const same = checked.builder === (await question.sight).found;
        if (!same)
            early.giveUp();
        const started = same ? early : startPhase(publication, checked.builder.name, runner);
        return { ...checked, targets: prepared.targets, env, started };
    }
    catch (error) {
        early.giveUp();
        throw error;
    }
}
/** Keeps the user's mistakes for later, so that all of them are told. */
function collector(errors) {
    return async (work) => {
        try {
            return await work;
        }
        catch (error) {
            const found = (0,src_errors/* userErrorsOf */.__)(error);
            if (found.length === 0)
                throw error;
            errors.push(...found);
            return undefined;
        }
    };
}
async function checkAll({ inputs, source, docker, sight, registry, push }, targets, errors, runner) {
    const collect = collector(errors);
    const [checked, builder, head] = await Promise.all([
        // Without a push the registry is not asked: a fork's pull request has no login, and needs none to build.
        (push ? checkRegistry : nothingAsked)({
            registry,
            address: inputs.registry,
            insecure: inputs.insecure,
            hasCredentials: docker.credentials !== undefined,
            names: targets.map(target => target.name),
            push,
            http: runner.http,
        }),
        collect(decideBuilder(inputs, sight, docker, runner)),
        headOf(source.git, source.branch),
    ]);
    errors.push(...checked.errors, ...(await checkSources(targets, builder, runner.files)));
    const published = [...checked.tags.values()].flat().filter(tag => (0,image_tag/* parseTag */.ED)(tag)?.prefix === source.prefix);
    const plan = await collect(Promise.resolve().then(() => planFor(source, published, runner)));
    // A proposal's job has neither secrets nor a token, and needs none.
    const receiver = push ? await collect(Promise.resolve().then(() => chooseReceiver(inputs, runner.env))) : undefined;
    const remarks = [];
    if (plan?.movedBehind !== undefined) {
        remarks.push(`The clock was not ahead of ${(0,image_tag/* printTag */.O4)(plan.movedBehind)}, which is published: this build's time was set to ${plan.tag.seconds}, one second later`);
    }
    if (plan !== undefined && source.event.mainLine) {
        const policies = checkPolicies(targets, source.objects, plan.text, source.prefix, checked.tags);
        errors.push(...policies.errors);
        remarks.push(...policies.remarks);
    }
    remarks.push(...(await judge(inputs, source, head, published, errors)));
    (0,src_errors/* throwAll */.Kx)(errors);
    for (const remark of remarks)
        runner.log.warning(remark);
    if (builder === undefined || plan === undefined)
        throw new Error('preflight lost an error');
    return { plan, builder, remarks, receiver };
}
async function nothingAsked() {
    return { errors: [], tags: new Map() };
}
async function decideBuilder(inputs, sight, docker, runner) {
    const seen = await sight;
    const { registry, insecure } = inputs;
    const needs = { registry, insecure, local: await isLocal(registry, runner) };
    return prepareBuilder(inputs.builder, seen, needs, { ...runner, docker });
}
/** Whether the registry is on this machine. */
async function isLocal(registry, runner) {
    const host = registry.replace(/:[0-9]+$/, '').replace(/^\[|\]$/g, '');
    return (await runner.resolve(host)).some(address => /^(?:127\.|::1$)/.test(address));
}
function planFor(source, published, runner) {
    const now = Math.floor(runner.clock.now() / 1000);
    return makePlan({ prefix: source.prefix, sha: source.commit.sha, now, published });
}
/** Judges whether the commit is stale; gives remarks, or adds an error when stale commits are refused. */
async function judge(inputs, source, head, published, errors) {
    const { git, commit, branch, automation, event } = source;
    const decision = inputs['on-stale'] ?? (event.kind === 'manual' ? 'warn' : 'fail');
    if (decision === 'allow' || event.kind === 'pull-request')
        return [];
    if ((await git.ask('rev-parse', '--git-dir')) === undefined)
        return [];
    const facts = await stalenessFacts(git, commit.sha, branch, automation, Promise.resolve(head), published);
    const staleness = judgeStaleness(facts);
    const sentence = describeStaleness(staleness, commit.sha, branch ?? 'this ref');
    if (sentence === undefined)
        return [];
    if (decision === 'warn' || staleness.kind === 'unknown')
        return [sentence];
    errors.push(new src_errors/* UserError */.yo(sentence, {
        next: 'Publishing it would roll back what is newer. To do that on purpose set on-stale: warn',
    }));
    return [];
}
async function readTargets(inputs, docker, runner) {
    const file = inputs['env-file'];
    const path = file === undefined || file.startsWith('/') ? file : `${runner.workspace}/${file}`;
    const text = path === undefined ? undefined : await runner.files.readText(path);
    if (file !== undefined && text === undefined)
        throw new src_errors/* UserError */.yo(`input "env-file": ${file} does not exist`);
    const values = readEnvFile(text, file ?? '', runner.env);
    for (const secret of values.secrets)
        runner.mask(secret);
    const options = { registry: inputs.registry, workspace: runner.workspace, values };
    if (inputs['bake-files'].length === 0)
        return imageTargets(chooseImages(inputs.images, inputs.targets), options);
    const files = inputs['bake-files'].flatMap(name => ['--file', name]);
    const printed = await runner.exec({
        command: 'docker',
        args: ['buildx', 'bake', ...files, '--print', ...inputs.targets],
        cwd: runner.workspace,
        env: docker.env,
        signal: runner.signal,
    });
    if (printed.code !== 0) {
        const said = printed.stderr
            .trim()
            .split('\n')
            .at(-1)
            ?.replace(/^ERROR:\s*/, '') ?? '';
        throw new src_errors/* UserError */.yo(`input "bake-files": ${said}`);
    }
    return { targets: bakeFileTargets((0,json/* parseJson */.qF)(printed.stdout), options), env: {}, problems: [] };
}

;// CONCATENATED MODULE: ./actions/build-push/report.ts

/** The job summary of a run that published, as Markdown. */
function publishedSummary(report) {
    const rows = report.images.map(image => [
        (0,markdown/* code */.aY)(image.reference),
        (0,markdown/* code */.aY)(image.digest.slice(0, 19)),
        image.platforms.map(markdown/* text */.Qq).join(', '),
        humanSize(image.size),
        `${image.seconds.toFixed(1)} s`,
    ].join(' | '));
    return [
        `### Published ${(0,markdown/* code */.aY)(report.tag)}`,
        '',
        `Commit ${(0,markdown/* code */.aY)(report.commit.slice(0, 12))}`,
        '',
        '| Image | Digest | Platforms | Size | Time |',
        '| --- | --- | --- | ---: | ---: |',
        ...rows.map(row => `| ${row} |`),
        ...list('What to know', report.remarks),
        ...list('What happens next', report.next),
        '',
    ].join('\n');
}
/** The job summary of a run that had nothing to publish. */
function plainSummary(title, lines) {
    return [`### ${(0,markdown/* text */.Qq)(title)}`, ...list('', lines), ''].join('\n');
}
/** A size for people, in the units that registries show. */
function humanSize(bytes) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let size = bytes;
    let unit = 0;
    // Rounded, it must not become 1000 of a unit.
    while (size >= 999.95 && unit < units.length - 1) {
        size /= 1000;
        unit += 1;
    }
    return `${unit === 0 ? size : size.toFixed(1)} ${units[unit]}`;
}
function list(title, lines) {
    if (lines.length === 0)
        return [];
    return ['', ...(title === '' ? [] : [`**${title}**`, '']), ...lines.map(line => `- ${(0,markdown/* text */.Qq)(line)}`)];
}

;// CONCATENATED MODULE: ./actions/build-push/retain.ts


/** Deletes old builds; what goes wrong here is a warning, as the new ones are published. */
async function retain(inputs, source, targets, registry, runner) {
    const keep = inputs.retention;
    if (keep === undefined)
        return [];
    return runner.log.group('Retention', async () => {
        try {
            const remarks = [];
            for (const plan of await retentionPlans(keep, source, targets, registry)) {
                logRetention(plan, runner);
                const done = inputs['dry-run']
                    ? []
                    : await Promise.all(plan.remove.map(({ digest }) => registry.deleteManifest(plan.name, digest)));
                const tags = plan.remove.flatMap(entry => entry.tags);
                if (done.length > 0)
                    remarks.push(`Deleted ${tags.length} old builds of ${plan.name}`);
            }
            return remarks;
        }
        catch (error) {
            const remark = `Old builds were not deleted: ${(0,src_errors/* messageOf */.bD)(error)}`;
            runner.log.warning(remark);
            return [remark];
        }
    });
}
async function retentionPlans(keep, source, targets, registry) {
    const named = await namedInGit(source.git);
    return Promise.all(targets.map(async ({ name }) => {
        const digests = await tagDigests(registry, name, await registry.tags(name));
        return spareParts(planRetention(name, source.prefix, keep, digests, named), digests, registry);
    }));
}
function logRetention(plan, runner) {
    for (const { digest, tags } of plan.remove)
        runner.log.info(`delete ${plan.name}@${digest}: ${tags.join(', ')}`);
    for (const { tag, reason } of plan.spared)
        runner.log.info(`keep ${plan.name}:${tag}: ${reason}`);
    if (plan.remove.length === 0)
        runner.log.info(`${plan.name}: nothing to delete`);
}

;// CONCATENATED MODULE: ./actions/build-push/event.ts

const PROPOSALS = new Set([
    'pull_request',
    'pull_request_target',
    'pull_request_review',
    'pull_request_review_comment',
    'merge_group',
]);
/** The event of a GitHub Actions run, from its environment and its parsed payload. */
function githubEvent(env, payload) {
    const name = env.GITHUB_EVENT_NAME ?? '';
    const ref = env.GITHUB_REF || undefined;
    const defaultBranch = (0,json/* textMember */.SA)((0,json/* member */.Dc)(payload, 'repository'), 'default_branch');
    return {
        kind: eventKind(name, ref, payload),
        ref,
        mainLine: defaultBranch === undefined || ref === undefined ? undefined : ref === `refs/heads/${defaultBranch}`,
        source: env.GITHUB_REPOSITORY
            ? `${env.GITHUB_SERVER_URL || 'https://github.com'}/${env.GITHUB_REPOSITORY}`
            : undefined,
        sha: env.GITHUB_SHA || undefined,
    };
}
function eventKind(name, ref, payload) {
    if (PROPOSALS.has(name) || ref?.startsWith('refs/pull/'))
        return 'pull-request';
    // A workflow_run that a pull request started runs with the repository's own rights, on a proposal's code.
    const started = (0,json/* textMember */.SA)((0,json/* member */.Dc)(payload, 'workflow_run'), 'event');
    if (started !== undefined && PROPOSALS.has(started))
        return 'pull-request';
    // So does a comment on a pull request.
    if ((0,json/* member */.Dc)((0,json/* member */.Dc)(payload, 'issue'), 'pull_request') !== undefined)
        return 'pull-request';
    if (name === 'push')
        return 'push';
    return name === 'workflow_dispatch' || name === 'repository_dispatch' ? 'manual' : 'other';
}

;// CONCATENATED MODULE: ./actions/build-push/source.ts










/** Reads what is checked out, and what the event says of it. */
async function readSource(inputs, runner) {
    const git = (0,repository/* openGit */.z)(runner.exec, runner.workspace, runner.env);
    const head = await (0,git_commits/* headCommit */.Q)(git);
    const event = await readEvent(git, runner);
    const commit = head ?? commitWithoutGit(event, runner);
    if (event.sha !== undefined && event.kind === 'push' && event.sha !== commit.sha) {
        runner.log.notice(`The event names commit ${event.sha}, and ${commit.sha} is checked out: the tag names the latter`);
    }
    const fluxPath = inputs['flux-path'] ?? '';
    const objects = head === undefined ? (0,image_objects/* readImageObjects */.u1)([]) : await readFluxPath(git, fluxPath, runner);
    return {
        git,
        event,
        commit,
        branch: branchOf(event.ref),
        prefix: planPrefix(event, inputs['tag-prefix']),
        objects,
        automation: { fluxPath, authors: objects.automations.map(automation => automation.author) },
    };
}
async function readEvent(git, runner) {
    const { env } = runner;
    const payload = (0,json/* parseJson */.qF)((env.GITHUB_EVENT_PATH && (await runner.files.readText(env.GITHUB_EVENT_PATH))) || '{}');
    const event = runner.kind === 'github'
        ? githubEvent(env, payload)
        : { kind: 'manual', ref: await (0,git_branch/* checkedOutRef */.jW)(git), mainLine: undefined, source: undefined, sha: undefined };
    if (event.mainLine !== undefined)
        return event;
    const main = await (0,git_branch/* originBranch */.lB)(git);
    const mainLine = main === undefined ? /^refs\/heads\/(?:main|master)$/.test(event.ref ?? '') : event.ref === main;
    return { ...event, mainLine };
}
/** Checked out without a repository, from an archive: the event alone says what it is. */
function commitWithoutGit(event, runner) {
    if (event.sha === undefined) {
        throw new src_errors/* UserError */.yo(`${runner.workspace} is no git repository with a commit: the tag names the commit that is built`);
    }
    runner.log.warning('There is no git repository here: the commit is the event’s, and whether it is stale is not known');
    return {
        sha: event.sha,
        seconds: Math.floor(runner.clock.now() / 1000),
        author: { name: '', email: '' },
        subject: '',
    };
}
async function readFluxPath(git, fluxPath, runner) {
    if (fluxPath === '')
        return (0,image_objects/* readImageObjects */.u1)([]);
    const found = await git.ask('grep', '-l', '-z', '-I', '--untracked', '-F', image_objects/* IMAGE_OBJECT */.i6, '--', fluxPath);
    const paths = (found ?? '').split('\0').filter(path => path !== '');
    const files = await Promise.all(paths.map(async (path) => [path, (await runner.files.readText(`${runner.workspace}/${path}`)) ?? '']));
    return (0,image_objects/* readImageObjects */.u1)(files);
}
/** A push by the image automation holds nothing to build, and building it would start the next one. */
async function skipAutomationCommit(source, runner) {
    const { git, event, commit, branch, automation, objects } = source;
    if (event.kind !== 'push' || automation.fluxPath === '')
        return false;
    if (objects.automations.length === 0 && !(await hasMarkers(git, automation.fluxPath)))
        return false;
    const automated = await madeByAutomation(git, commit.sha, branch, automation);
    if (automated === undefined) {
        runner.log.warning('Whether image automation made this commit is not known: the checkout is shallow and origin does not give more. Check out with fetch-depth: 2 or more');
    }
    if (automated !== true)
        return false;
    runner.log.notice(`Nothing to build: commit ${commit.sha} was made by the image automation`);
    runner.output('skipped', 'automation-commit');
    await runner.summary(plainSummary('Nothing to build', [`Commit ${commit.sha} was made by the image automation`]));
    return true;
}
async function hasMarkers(git, fluxPath) {
    return (await git.ask('grep', '-q', '-I', '-F', '"$imagepolicy"', '--', fluxPath)) !== undefined;
}

;// CONCATENATED MODULE: ./actions/build-push/main.ts



















/** The state under which the post step finds this run's docker configuration. */
const DOCKER_FOLDER_STATE = 'docker-folder';
/**
 * Builds the images of a run and publishes all of them under one tag.
 *
 * @throws UserError or UserErrors for everything that the user can mend; the job summary says it too
 */
async function main(runner) {
    for (const name of SECRET_INPUTS)
        if (runner.input(name) !== '')
            runner.mask(runner.input(name));
    for (const part of secretParts(runner.input('receiver')))
        runner.mask(part);
    let docker;
    try {
        const inputs = (0,src_inputs/* parseInputs */.TL)(spec, runner.input);
        refuseContradictions(inputs);
        docker = await setUpDocker(runner, inputs.registry, loginOf(inputs));
        runner.saveState(DOCKER_FOLDER_STATE, docker.folder);
        if (docker.credentials !== undefined)
            runner.mask(docker.credentials.password);
        const sight = lookAtBuilder(inputs.builder, { ...runner, docker });
        // Asked for early and needed late: until then nobody listens for its failure.
        sight.catch(() => undefined);
        const source = await readSource(inputs, runner);
        if (await skipAutomationCommit(source, runner))
            return;
        await run(inputs, source, docker, sight, runner);
    }
    catch (error) {
        const problems = (0,src_errors/* userErrorsOf */.__)(error);
        if (problems.length > 0)
            await runner.summary((0,markdown/* failedSummary */.kx)('Not published', problems));
        throw error;
    }
    finally {
        if (docker !== undefined)
            await runner.files.remove(docker.folder);
    }
}
/** The post step: what the main step could not clean up, because it was killed. */
async function cleanUp(folder, runner) {
    if (folder !== '')
        await runner.files.remove(folder);
}
async function run(inputs, source, docker, sight, runner) {
    const { log } = runner;
    const noPush = reasonNotToPush(source.event, inputs.push);
    const open = (signal) => (0,client/* openRegistry */.M)({
        registry: inputs.registry,
        insecure: inputs.insecure,
        credentials: docker.credentials,
        http: runner.http,
        clock: runner.clock,
        signal,
        onRetry: ({ attempt, tries, delay, error }) => log.info(`The registry failed (${(0,src_errors/* messageOf */.bD)(error)}); try ${attempt + 1} of ${tries} in ${delay / 1000} s`),
    });
    const registry = open(runner.signal);
    const checks = await log.group('Preflight', () => preflight({ inputs, source, docker, sight, registry, push: noPush === undefined }, runner));
    const { plan, targets, builder } = checks;
    log.info(`Tag: ${plan.text}`);
    runner.output('tag', plan.text);
    runner.output('skipped', '');
    const publication = {
        targets,
        tag: plan.text,
        builder,
        docker,
        env: checks.env,
        options: definitionOptions(inputs, source, plan, noPush === undefined),
        registry,
        openAgain: open,
    };
    if (inputs['dry-run']) {
        checks.started.giveUp();
        await dryRun(publication, inputs, source, checks, noPush, runner);
        return;
    }
    const times = { seconds: new Map() };
    // Docker's command line for the push comes up while the images are built.
    const pushing = noPush === undefined ? startPhase(publication, builder.name, runner) : undefined;
    try {
        await log.group('Build', () => build(publication, checks.started, times));
        runner.signal.throwIfAborted();
    }
    catch (error) {
        pushing?.giveUp();
        throw error;
    }
    if (pushing === undefined) {
        log.notice(`Nothing was pushed: ${noPush}`);
        await runner.summary(plainSummary(`Built ${plan.text}, not pushed`, [noPush ?? '', ...targets.map(target => target.repository)]));
        return;
    }
    const pushed = await log.group('Push', () => push(publication, pushing, times, runner));
    const images = await log.group('Check what landed', () => readAll(publication, pushed, times, runner));
    runner.output('images', JSON.stringify(images));
    runner.output('digests', JSON.stringify(Object.fromEntries(images.map(image => [image.name, image.digest]))));
    const { receiver } = checks;
    const news = { tag: plan.text, images };
    const poked = receiver && (await log.group('Ask Flux to scan', () => poke(receiver, news, runner)));
    const retained = await retain(inputs, source, targets, registry, runner);
    const remarks = [...checks.remarks, ...(poked?.asked === false ? [poked.sentence] : []), ...retained];
    const flux = whatFluxDoes(targets, source.objects);
    for (const line of flux)
        log.info(line);
    const next = [...(poked?.asked ? [poked.sentence] : []), ...flux];
    await runner.summary(publishedSummary({ tag: plan.text, commit: source.commit.sha, images, remarks, next }));
}
function loginOf(inputs) {
    if (inputs.username === '' && inputs.password === '')
        return undefined;
    return { username: inputs.username, password: inputs.password };
}
function refuseContradictions(inputs) {
    const errors = [];
    const bakes = inputs['bake-files'].length > 0;
    const both = { next: 'Set both, or neither', usage: true };
    if (inputs.images.length === 0 && !bakes) {
        errors.push(new src_errors/* UserError */.yo('neither "images" nor "bake-files" is set: there is nothing to build', { usage: true }));
    }
    if (inputs.images.length > 0 && bakes) {
        errors.push(new src_errors/* UserError */.yo('both "images" and "bake-files" are set: expected one of them', { usage: true }));
    }
    if ((inputs.username === '') !== (inputs.password === '')) {
        const [missing, given] = inputs.username === '' ? ['username', 'password'] : ['password', 'username'];
        errors.push(new src_errors/* UserError */.yo(`input "${missing}" is not set, and "${given}" is`, both));
    }
    if (inputs.receiver === undefined && inputs['receiver-token'] !== '') {
        errors.push(new src_errors/* UserError */.yo('input "receiver-token" is set, and "receiver" is not', both));
    }
    if (inputs.images.length > 0)
        chooseImages(inputs.images, inputs.targets);
    (0,src_errors/* throwAll */.Kx)(errors);
}
function definitionOptions(inputs, source, plan, exportCaches) {
    const { event, commit } = source;
    return {
        registry: inputs.registry,
        insecure: inputs.insecure,
        provenance: inputs.provenance,
        sbom: inputs.sbom,
        noCache: inputs['no-cache'],
        exportCaches,
        pull: inputs.pull,
        labels: {
            ...(event.source === undefined ? {} : { 'org.opencontainers.image.source': event.source }),
            'org.opencontainers.image.revision': commit.sha,
            // The commit's time and no other: a label with the build's own time would make every build another image.
            'org.opencontainers.image.created': new Date(commit.seconds * 1000).toISOString().replace('.000Z', 'Z'),
            'org.opencontainers.image.version': `${plan.tag.prefix}-${plan.tag.sha7}`,
        },
    };
}
async function readAll(publication, pushed, times, runner) {
    const errors = [];
    const images = await Promise.all(publication.targets.map(async (target) => {
        try {
            const landed = await readLanded(publication.registry, target, publication.tag, pushed.get(target.name) ?? '');
            const seconds = Math.round((times.seconds.get(target.name) ?? 0) * 10) / 10;
            return [{ name: target.name, reference: `${target.repository}:${publication.tag}`, ...landed, seconds }];
        }
        catch (error) {
            const found = (0,src_errors/* userErrorsOf */.__)(error);
            if (found.length === 0)
                throw error;
            errors.push(...found);
            return [];
        }
    }));
    (0,src_errors/* throwAll */.Kx)(errors);
    for (const image of images.flat()) {
        runner.log.info(`${image.reference} ${image.digest} ${image.platforms.join(', ')} (${image.seconds} s)`);
    }
    return images.flat();
}
async function dryRun(publication, inputs, source, checks, noPush, runner) {
    await runner.log.group('What would be built', async () => {
        const named = new Map(publication.targets.map(({ id, repository, bake: target }) => [id, { repository, target }]));
        runner.log.info(bakeDefinition(named, tagsPhase(publication), publication.options));
    });
    const images = publication.targets.map(target => `${target.repository}:${publication.tag}`);
    if (noPush === undefined)
        await retain(inputs, source, publication.targets, publication.registry, runner);
    const would = noPush === undefined ? 'would publish' : 'would build and not push';
    runner.log.notice(`Dry run: ${would} ${images.join(', ')}${noPush === undefined ? '' : `: ${noPush}`}`);
    const { receiver } = checks;
    const poking = receiver === undefined ? [] : [`would ask the Receiver at ${receiver.url.host} to have Flux scan`];
    for (const line of poking)
        runner.log.notice(`Dry run: ${line}`);
    await runner.summary(plainSummary('Dry run', [
        ...images.map(image => `${would} ${image}`),
        ...poking,
        ...(noPush === undefined ? [] : [noPush]),
        ...checks.remarks,
    ]));
}
/** What the tree in this repository makes of the new tag. */
function whatFluxDoes(targets, objects) {
    if (objects.policies.length === 0)
        return [];
    return targets.map(target => {
        const policies = (0,image_objects/* policiesOf */.Ao)(objects, target.repository).map(policy => `${policy.namespace}/${policy.name}`);
        if (policies.length === 0)
            return `${target.repository}: no ImagePolicy in the Flux tree chooses among its tags`;
        return `${target.repository}: Flux finds the tag at its next scan, and the policy ${policies.join(', ')} chooses it`;
    });
}


/***/ }),

/***/ 6225:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ bytesOf),
/* harmony export */   A1: () => (/* binding */ sliceBytes),
/* harmony export */   ER: () => (/* binding */ isAscii),
/* harmony export */   ES: () => (/* binding */ wellFormed),
/* harmony export */   OU: () => (/* binding */ sortedByBytes),
/* harmony export */   Xo: () => (/* binding */ compareBytes),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   cf: () => (/* binding */ runeAt),
/* harmony export */   dp: () => (/* binding */ byteLength)
/* harmony export */ });
/**
 * Go strings are bytes, ours are UTF-16. A byte that is no part of valid UTF-8 is held as the lone low surrogate
 * U+DC00 + byte, so that cutting a string in the middle of a character and joining it again loses nothing.
 */
/** The UTF-8 bytes of a text; a lone surrogate that stands for no byte becomes U+FFFD. */
function bytesOf(text) {
    if (!hasSurrogate.test(text))
        return encoder.encode(text);
    const bytes = [];
    for (const character of text) {
        const code = character.codePointAt(0) ?? 0;
        if (code >= 0xdc80 && code <= 0xdcff)
            bytes.push(code - 0xdc00);
        else
            for (const byte of encoder.encode(character))
                bytes.push(byte);
    }
    return Uint8Array.from(bytes);
}
/** The text of some bytes; `bytesOf` gives the very same bytes back. */
function textOf(bytes) {
    let text = '';
    for (let at = 0; at < bytes.length;) {
        const plain = asciiRun(bytes, at);
        if (plain > at) {
            text += decoder.decode(bytes.subarray(at, plain));
            at = plain;
            continue;
        }
        const rune = runeAt(bytes, at);
        text += rune.valid ? String.fromCodePoint(rune.code) : String.fromCharCode(0xdc00 + (bytes[at] ?? 0));
        at += rune.width;
    }
    return text;
}
/** The character that starts at a byte, as Go's utf8.DecodeRune reads it. */
function runeAt(bytes, at) {
    const first = bytes[at] ?? 0;
    if (first < 0x80)
        return { code: first, width: 1, valid: true };
    const width = first >= 0xf0 && first <= 0xf4 ? 4 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 0;
    if (width === 0 || at + width > bytes.length)
        return invalidByte;
    let code = first & (0xff >> (width + 1));
    for (let index = 1; index < width; index += 1) {
        const next = bytes[at + index] ?? 0;
        if (next >> 6 !== 0b10)
            return invalidByte;
        code = (code << 6) | (next & 0x3f);
    }
    const smallest = width === 4 ? 0x10000 : width === 3 ? 0x800 : 0x80;
    if (code < smallest || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
        return invalidByte;
    return { code, width, valid: true };
}
/** Length in bytes. */
function byteLength(text) {
    return isAscii(text) ? text.length : bytesOf(text).length;
}
/** The text between two byte offsets, as Go's `s[start:end]`; offsets outside are the caller's to refuse. */
function sliceBytes(text, start, end) {
    return isAscii(text) ? text.slice(start, end) : textOf(bytesOf(text).subarray(start, end));
}
/** The text for the world outside: bytes that were cut apart and joined again are one character, others U+FFFD. */
function wellFormed(text) {
    return hasSurrogate.test(text) ? textOf(bytesOf(text)).replace(/\p{Cs}/gu, '\ufffd') : text;
}
/** Order by bytes: negative, zero or positive. UTF-16 order differs from it only where surrogates are involved. */
function compareBytes(left, right) {
    if (left === right)
        return 0;
    if (!hasSurrogate.test(left) && !hasSurrogate.test(right))
        return left < right ? -1 : 1;
    const a = bytesOf(left);
    const b = bytesOf(right);
    for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
        const difference = (a[index] ?? 0) - (b[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return a.length - b.length;
}
/** A sorted copy, ascending by bytes. */
function sortedByBytes(texts) {
    const sorted = [...texts];
    return sorted.some(text => hasSurrogate.test(text)) ? sorted.sort(compareBytes) : sorted.sort();
}
function isAscii(text) {
    return !notAscii.test(text);
}
function asciiRun(bytes, start) {
    let end = start;
    while (end < bytes.length && (bytes[end] ?? 0) < 0x80)
        end += 1;
    return end;
}
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const invalidByte = { code: 0xfffd, width: 1, valid: false };
const hasSurrogate = /[\ud800-\udfff]/; // no flag u: also halves of a pair
const notAscii = /[^\0-\x7f]/;


/***/ }),

/***/ 6500:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CZ: () => (/* binding */ lowerRune),
/* harmony export */   NX: () => (/* binding */ upperRune),
/* harmony export */   Ri: () => (/* binding */ titleRune),
/* harmony export */   gQ: () => (/* binding */ lowerCase),
/* harmony export */   lb: () => (/* binding */ upperCase)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6225);

/** Upper case as Go's strings.ToUpper: character by character, never one for many. */
function upperCase(text) {
    return (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .isAscii */ .ER)(text) ? text.toUpperCase() : mapped(text, upperRune);
}
/** Lower case as Go's strings.ToLower. */
function lowerCase(text) {
    return (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .isAscii */ .ER)(text) ? text.toLowerCase() : mapped(text, lowerRune);
}
/** One character in upper case; those whose upper case is several characters stay, but for Greek with its iota. */
function upperRune(character) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x1f80 && code <= 0x1faf)
        return String.fromCodePoint(code | 8);
    if (code === 0x1fb3 || code === 0x1fc3 || code === 0x1ff3)
        return String.fromCodePoint(code + 9);
    return single(character, character.toUpperCase());
}
/** One character as the first of a title: the upper case but for digraphs, which have a form of their own. */
function titleRune(character) {
    const digraph = digraphs.find(forms => forms.includes(character));
    if (digraph !== undefined)
        return digraph[1] ?? character;
    return georgian.test(character) ? character : upperRune(character);
}
/** One character in lower case. */
function lowerRune(character) {
    return character === 'İ' ? 'i' : single(character, character.toLowerCase());
}
function mapped(text, map) {
    let result = '';
    for (const character of text)
        result += map(character);
    return result;
}
function single(character, changed) {
    const length = (changed.codePointAt(0) ?? 0) > 0xffff ? 2 : 1;
    return changed.length === length ? changed : character;
}
const digraphs = ['Ǆǅǆ', 'Ǉǈǉ', 'Ǌǋǌ', 'Ǳǲǳ'];
const georgian = /^[\u10d0-\u10ff]$/;


/***/ }),

/***/ 4282:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ isPrintable),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   XV: () => (/* binding */ quotedRune),
/* harmony export */   jp: () => (/* binding */ allowsBackquotes),
/* harmony export */   kV: () => (/* binding */ quotedAscii)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6225);

/** A text as Go's `%q` and strconv.Quote print it. */
function quoted(text) {
    return quotedWith(text, '"', false);
}
/** As `%+q`: nothing but ASCII. */
function quotedAscii(text) {
    return quotedWith(text, '"', true);
}
/** A character as `%q` prints a rune: 'x'. */
function quotedRune(code, ascii = false) {
    const valid = code >= 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return `'${escapedRune(valid ? code : 0xfffd, "'", ascii)}'`;
}
/** Whether Go prints the character as itself: letters, marks, numbers, punctuation, symbols and the ASCII space. */
function isPrintable(code) {
    return printable.test(String.fromCodePoint(code));
}
/** Whether a text can stand between backquotes as it is. */
function allowsBackquotes(text) {
    return /^(?:[^`\x00-\x08\x0a-\x1f\x7f\ufeff\p{Cs}])*$/u.test(text);
}
function quotedWith(text, quote, ascii) {
    if (plain.test(text))
        return quote + text + quote;
    const bytes = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesOf */ .$$)(text);
    let result = '';
    for (let at = 0; at < bytes.length;) {
        const rune = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .runeAt */ .cf)(bytes, at);
        result += rune.valid ? escapedRune(rune.code, quote, ascii) : `\\x${hex(bytes[at] ?? 0, 2)}`;
        at += rune.width;
    }
    return quote + result + quote;
}
function escapedRune(code, quote, ascii) {
    const character = String.fromCodePoint(code);
    if (character === quote || character === '\\')
        return `\\${character}`;
    if (isPrintable(code) && (!ascii || code < 0x80))
        return character;
    const short = shortEscapes.get(code);
    if (short !== undefined)
        return short;
    if (code < 0x20 || code === 0x7f)
        return `\\x${hex(code, 2)}`;
    return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}
function hex(value, width) {
    return value.toString(16).padStart(width, '0');
}
const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;
const plain = /^[ !#-[\]-~]*$/;
const shortEscapes = new Map([
    [0x07, '\\a'],
    [0x08, '\\b'],
    [0x0c, '\\f'],
    [0x0a, '\\n'],
    [0x0d, '\\r'],
    [0x09, '\\t'],
    [0x0b, '\\v'],
]);


/***/ }),

/***/ 3791:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ao: () => (/* binding */ policiesOf),
/* harmony export */   am: () => (/* binding */ readPolicySpec),
/* harmony export */   i6: () => (/* binding */ IMAGE_OBJECT),
/* harmony export */   u1: () => (/* binding */ readImageObjects)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);


/** What is in a file that may hold image objects: a search for this finds every one of them. */
const IMAGE_OBJECT = 'image.toolkit.fluxcd.io/';
/** Reads the image objects out of YAML files. A document that does not parse, or lacks a name, is none. */
function readImageObjects(files) {
    const repositories = [];
    const policies = [];
    const automations = [];
    for (const [file, text] of files) {
        const lineCounter = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
        for (const document of (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseAllDocuments */ .hR)(text, { lineCounter })) {
            if (!('contents' in document) || document.errors.length > 0 || !(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(document.contents))
                continue;
            const object = contentOf(document);
            const metadata = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(object, 'metadata');
            const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textMember */ .SA)(metadata, 'name');
            if (name === undefined || !(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textMember */ .SA)(object, 'apiVersion')?.startsWith(IMAGE_OBJECT))
                continue;
            const line = lineCounter.linePos(document.contents.range?.[0] ?? 0).line;
            const namespace = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textMember */ .SA)(metadata, 'namespace') ?? 'default';
            const spec = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(object, 'spec');
            const common = { file, line, namespace, name };
            const interval = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textMember */ .SA)(spec, 'interval');
            switch ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textMember */ .SA)(object, 'kind')) {
                case 'ImageRepository':
                    repositories.push({
                        ...common,
                        image: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textMember */ .SA)(spec, 'image') ?? '',
                        interval,
                        exclusionList: exclusions(spec),
                        insecure: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(spec, 'insecure') === true,
                    });
                    break;
                case 'ImagePolicy': {
                    const ref = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(spec, 'imageRepositoryRef');
                    const repository = {
                        namespace: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textMember */ .SA)(ref, 'namespace') ?? namespace,
                        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textMember */ .SA)(ref, 'name') ?? '',
                    };
                    policies.push({ ...common, repository, spec: readPolicySpec(spec) });
                    break;
                }
                case 'ImageUpdateAutomation': {
                    const author = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(spec, 'git'), 'commit'), 'author');
                    const who = { name: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textMember */ .SA)(author, 'name'), email: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textMember */ .SA)(author, 'email') };
                    automations.push({ ...common, author: who, interval });
                    break;
                }
                default:
                    break;
            }
        }
    }
    return { repositories, policies, automations };
}
/** What a document says; undefined when an alias has no anchor or stands for too much, which is found only here. */
function contentOf(document) {
    try {
        return document.toJS();
    }
    catch {
        return undefined;
    }
}
/** The policies that choose among the tags of an image. */
function policiesOf(objects, image) {
    const repositories = objects.repositories.filter(repository => repository.image === image);
    return objects.policies.filter(policy => repositories.some(repository => repository.namespace === policy.repository.namespace && repository.name === policy.repository.name));
}
function exclusions(spec) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listMember */ .DW)(spec, 'exclusionList').filter(pattern => typeof pattern === 'string');
}
/** An ImagePolicy's `spec`, narrowed: what has another type than the API wants counts as absent. */
function readPolicySpec(spec) {
    const policy = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(spec, 'policy');
    const filter = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(spec, 'filterTags');
    const semver = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(policy, 'semver');
    const alphabetical = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(policy, 'alphabetical');
    const numerical = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(policy, 'numerical');
    return {
        policy: {
            ...(isObject(semver) ? { semver: { range: text(semver, 'range') ?? '' } } : {}),
            ...(isObject(alphabetical) ? { alphabetical: defined('order', text(alphabetical, 'order')) } : {}),
            ...(isObject(numerical) ? { numerical: defined('order', text(numerical, 'order')) } : {}),
        },
        ...(isObject(filter)
            ? {
                filterTags: {
                    ...defined('pattern', text(filter, 'pattern')),
                    ...defined('extract', text(filter, 'extract')),
                },
            }
            : {}),
    };
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function text(value, name) {
    const found = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(value, name);
    return typeof found === 'string' ? found : undefined;
}
function defined(name, value) {
    const made = {};
    if (value !== undefined)
        made[name] = value;
    return made;
}


/***/ }),

/***/ 9210:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ newestWins)
/* harmony export */ });
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1857);

/**
 * Whether the newest build is elected whatever the commits are. Decided by electing from builds made for the purpose:
 * commits at both ends of the order and such as read like numbers, one second apart and far apart, across each place
 * where a digit of the clock turns over. The witness of a fault is the smallest one: a single build if one shows it.
 */
function newestWins(spec, format) {
    const elect = (0,_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .electorOf */ .K)(spec);
    const sameSecond = witnessOf(elect, [buildOf(format, lowest, noon), buildOf(format, highest, noon)]);
    for (const builds of constellations(format)) {
        const witness = witnessOf(elect, builds);
        const fault = faultOf(witness);
        if (fault !== undefined)
            return { wins: false, fault, witness, sameSecond };
    }
    return { wins: true, sameSecond };
}
/** Single builds first, then pairs of different commits, the nearest in time first, then rebuilds of one commit. */
function* constellations(format) {
    for (const sha of commits)
        for (const seconds of times)
            yield [buildOf(format, sha, seconds)];
    for (const rebuild of [false, true]) {
        for (const [older, newer] of moments) {
            for (const [first, second] of pairs) {
                if ((first === second) === rebuild)
                    yield [buildOf(format, first, older), buildOf(format, second, newer)];
            }
        }
    }
}
function buildOf(format, sha, seconds) {
    return { sha, seconds, tag: format(sha, seconds) };
}
function witnessOf(elect, builds) {
    return { builds, result: elect(builds.map(({ tag }) => tag)) };
}
function faultOf({ builds, result }) {
    if (result.error !== null)
        return isRejection(result.error) ? 'tag-rejected' : 'policy-error';
    if (result.candidates.length > 1)
        return 'random';
    return result.selectedTag === builds.at(-1)?.tag ? undefined : 'older-elected';
}
function isRejection(error) {
    return error.startsWith('version list') || error.startsWith('unable to determine latest');
}
const lowest = '0'.repeat(40);
const highest = 'f'.repeat(40);
// Next to both ends: commits that are numbers, that overflow a number and that begin with each kind of digit.
const commits = [
    highest,
    lowest,
    '1e99999'.padEnd(40, '9'),
    '0e00000'.padEnd(40, '0'),
    '9'.repeat(40),
    '1234567'.padEnd(40, '8'),
    'a'.repeat(40),
    'abc1234'.padEnd(40, 'd'),
];
const pairs = commits.flatMap(first => commits.map((second) => [first, second]));
const noon = 1_700_000_000;
const moments = [
    [noon, noon + 1],
    [noon + 9, noon + 10],
    [1_699_999_999, noon],
    [noon, noon + 86_400],
    [1_999_999_999, 2_000_000_000],
    [9_999_999_998, 9_999_999_999],
];
const times = [...new Set(moments.flat())];


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

/***/ 9102:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ headCommit),
/* harmony export */   f: () => (/* binding */ changesOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5986);


const FORMAT = '%H%x1f%ct%x1f%an%x1f%ae%x1f%s';
/**
 * The commit that is checked out, or undefined outside of a repository and in one without commits.
 *
 * @throws UserError when git will not read the repository, as it belongs to another user
 */
async function headCommit(git) {
    try {
        return parseCommit((await git.run('log', '-1', `--format=${FORMAT}`, 'HEAD')).trimEnd());
    }
    catch (error) {
        if (!(error instanceof _repository_js__WEBPACK_IMPORTED_MODULE_1__/* .GitFailure */ .X))
            throw error;
        const folder = /dubious ownership in repository at '(.*)'/.exec(error.message)?.[1];
        if (folder === undefined)
            return undefined;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`git does not read the repository at ${folder}: it belongs to another user`, {
            next: `If it is to be trusted: git config --global --add safe.directory '${folder}'`,
        });
    }
}
/**
 * The commits of a revision range, newest first, each with its changes against its first parent.
 *
 * @param range what `git log` takes, such as `-1 HEAD` or `A..B`
 */
async function changesOf(git, ...range) {
    const output = await git.run('log', '--first-parent', '-m', '-p', '-U0', '--no-renames', '--no-ext-diff', '--no-textconv', '--src-prefix=a/', '--dst-prefix=b/', `--format=%x00${FORMAT}`, ...range);
    return (output
        // A text may have zero bytes too.
        .split(/\0(?=[0-9a-f]{40,64}\x1f[0-9]+\x1f)/)
        .slice(1)
        .flatMap(part => {
        const end = part.indexOf('\n');
        const commit = parseCommit(end < 0 ? part : part.slice(0, end));
        return commit === undefined ? [] : [{ ...commit, files: end < 0 ? [] : parsePatch(part.slice(end + 1)) }];
    }));
}
function parseCommit(line) {
    const [sha, seconds, name, email, subject] = line.split('\x1f');
    if (sha === undefined || seconds === undefined)
        return undefined;
    return { sha, seconds: Number(seconds), author: { name: name ?? '', email: email ?? '' }, subject: subject ?? '' };
}
/** The files of a patch without context lines. Lines inside a hunk are counted, so none can pass for a header. */
function parsePatch(patch) {
    const files = [];
    let left = 0;
    for (const line of patch.split('\n')) {
        const file = files.at(-1);
        if (left > 0) {
            if (line.startsWith('+') || line.startsWith('-')) {
                file?.lines.push(line.slice(1));
                left -= 1;
            }
            continue;
        }
        const hunk = /^@@ -[0-9]+(?:,([0-9]+))? \+[0-9]+(?:,([0-9]+))? @@/.exec(line);
        if (hunk !== null)
            left = Number(hunk[1] ?? 1) + Number(hunk[2] ?? 1);
        else if (line.startsWith('diff --git '))
            files.push({ path: diffPath(line), lines: [], more: false });
        else if (/^(?:old mode|new file|deleted file|Binary files|GIT binary patch)/.test(line) && file)
            file.more = true;
    }
    return files;
}
/** The path in `diff --git a/P b/P`: both halves are the same, as renames are not followed. */
function diffPath(line) {
    const rest = line.slice('diff --git '.length);
    const quoted = /^"a\/((?:[^"\\]|\\.)*)"/.exec(rest)?.[1];
    if (quoted !== undefined)
        return unquote(quoted);
    return rest.slice('a/'.length, (rest.length - 1) / 2);
}
const ESCAPES = { a: '\x07', b: '\b', t: '\t', n: '\n', v: '\v', f: '\f', r: '\r' };
/** A path as git quotes it: characters by letter or by their octal number. */
function unquote(quoted) {
    return quoted.replace(/\\(?:([0-7]{3})|(.))/g, (_, octal, letter) => octal === undefined ? (ESCAPES[letter ?? ''] ?? letter ?? '') : String.fromCharCode(Number.parseInt(octal, 8)));
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

/***/ 2554:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parsePlatform)
/* harmony export */ });
const PLATFORM = /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/;
/** Other names of architectures, and the variant that is meant when none is said; as containerd normalises them. */
const ALIASES = {
    x86_64: 'amd64',
    'x86-64': 'amd64',
    aarch64: 'arm64',
    armhf: 'arm/v7',
    armel: 'arm/v6',
    i386: '386',
};
/** The platform in its one spelling (`linux/aarch64` and `linux/arm64/v8` are `linux/arm64`), or undefined when it is none. */
function parsePlatform(text) {
    const lower = text.trim().toLowerCase();
    const [os, architecture, variant] = lower.split('/');
    if (os === undefined || architecture === undefined || !/^[a-z0-9]+\/[a-z0-9_-]+(?:\/[a-z0-9.]+)?$/.test(lower)) {
        return undefined;
    }
    const joined = [os, ALIASES[architecture] ?? architecture, ...(variant === undefined ? [] : [variant])].join('/');
    const short = joined
        .replace(/^([a-z0-9]+\/arm(?:64)?)\/([5-8])$/, '$1/v$2')
        .replace(/^([a-z0-9]+)\/arm64\/v8$/, '$1/arm64')
        .replace(/^([a-z0-9]+)\/amd64\/v1$/, '$1/amd64');
    const whole = /^[a-z0-9]+\/arm$/.test(short) ? `${short}/v7` : short;
    return PLATFORM.test(whole) ? whole : undefined;
}


/***/ }),

/***/ 9241:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AL: () => (/* binding */ buildName),
/* harmony export */   ED: () => (/* binding */ parseTag),
/* harmony export */   IP: () => (/* binding */ prefixProblem),
/* harmony export */   NQ: () => (/* binding */ buildTag),
/* harmony export */   O4: () => (/* binding */ printTag),
/* harmony export */   bb: () => (/* binding */ compareTags),
/* harmony export */   ft: () => (/* binding */ buildTagPattern),
/* harmony export */   iR: () => (/* binding */ timeAfter),
/* harmony export */   sS: () => (/* binding */ buildsNamedIn)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);

/** Seconds that have exactly ten digits: from September 2001 to November 2286. */
const FIRST_SECOND = 1_000_000_000;
const LAST_SECOND = 9_999_999_999;
/** A tag has at most 128 characters, and `-<sha7>-<seconds>` takes 19 of them. */
const LONGEST_PREFIX = 109;
const PREFIX = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;
const BUILD_TAG = /^([A-Za-z0-9_][A-Za-z0-9._-]{0,108})-([0-9a-f]{7})-([1-9][0-9]{9})$/;
/** The pattern for an ImagePolicy's `filterTags` that accepts the build tags of one prefix and nothing else; its group `ts` is the time. */
function buildTagPattern(prefix) {
    return `^${prefix.replaceAll('.', '\\.')}-[a-f0-9]{7}-(?P<ts>[0-9]{10})$`;
}
/**
 * The tag of a build.
 *
 * @param sha the full commit, 40 (SHA-1) or 64 (SHA-256) hex digits; it is cut here, as `git rev-parse --short` may give more than 7
 * @param seconds unix seconds
 * @throws UserError when a part cannot be written in the format
 */
function buildTag(prefix, sha, seconds) {
    const problem = prefixProblem(prefix);
    if (problem !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`tag prefix ${JSON.stringify(prefix)} ${problem}`);
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`commit ${JSON.stringify(sha)} is not a full commit id: expected 40 or 64 lower-case hex digits`);
    }
    if (!Number.isInteger(seconds) || seconds < FIRST_SECOND || seconds > LAST_SECOND) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`time ${seconds} is not a tag's time: expected unix seconds from ${FIRST_SECOND} to ${LAST_SECOND}`, {
            next: 'Check the clock of this machine (date +%s)',
        });
    }
    return { prefix, sha7: sha.slice(0, 7), seconds };
}
function printTag(tag) {
    return `${tag.prefix}-${tag.sha7}-${tag.seconds}`;
}
/** The tag taken apart, or undefined when it is not in the format. Whatever `printTag` gives comes back the same. */
function parseTag(text) {
    const [, prefix, sha7, seconds] = BUILD_TAG.exec(text) ?? [];
    if (prefix === undefined || sha7 === undefined || seconds === undefined)
        return undefined;
    return { prefix, sha7, seconds: Number(seconds) };
}
/** Older before newer; of one second, by commit, as Flux meets them. Negative, zero or positive. */
function compareTags(left, right) {
    return left.seconds - right.seconds || compareText(left.sha7, right.sha7) || compareText(left.prefix, right.prefix);
}
/** The `<sha7>-<seconds>` part of every build tag that a text names, wherever it stands and whatever is before it. */
function buildsNamedIn(text) {
    return text.match(/(?<=-)[0-9a-f]{7}-[1-9][0-9]{9}(?![0-9])/g) ?? [];
}
/** The `<sha7>-<seconds>` part of a tag. */
function buildName(tag) {
    return `${tag.sha7}-${tag.seconds}`;
}
/** What is wrong with a prefix, as the end of a sentence; undefined when it is fine. */
function prefixProblem(prefix) {
    if (prefix === '')
        return 'is empty: expected a name such as "main"';
    if (!PREFIX.test(prefix)) {
        return 'is not the start of a tag: expected letters, digits, "_", "." and "-", and no "." or "-" at the start';
    }
    if (prefix.length > LONGEST_PREFIX) {
        return `has ${prefix.length} characters: expected at most ${LONGEST_PREFIX}, so that the whole tag fits into 128`;
    }
    return undefined;
}
/**
 * A time for a new tag that puts it after every published one of its prefix: the clock's second, or one more than the
 * greatest that exists when the clock is behind it or another build took the same second. Flux elects the greatest.
 */
function timeAfter(now, prefix, published) {
    let newest;
    for (const text of published) {
        const tag = parseTag(text);
        if (tag?.prefix === prefix && (newest === undefined || compareTags(tag, newest) > 0))
            newest = tag;
    }
    if (newest === undefined || newest.seconds < now)
        return { seconds: now, after: undefined };
    return { seconds: newest.seconds + 1, after: newest };
}
function compareText(left, right) {
    return left < right ? -1 : left > right ? 1 : 0;
}


/***/ }),

/***/ 8422:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ requiredText),
/* harmony export */   Dy: () => (/* binding */ names),
/* harmony export */   Im: () => (/* binding */ truth),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   TL: () => (/* binding */ parseInputs),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);

/**
 * Reads every input of a spec.
 *
 * @param read gives the raw text of an input, '' when it is not set
 * @throws UserError or UserErrors that name all wrong inputs together
 */
function parseInputs(spec, read) {
    const errors = [];
    const values = {};
    for (const [name, parse] of Object.entries(spec)) {
        try {
            values[name] = parse(trimmed(read(name)), name);
        }
        catch (error) {
            const found = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .userErrorsOf */ .__)(error);
            if (found.length === 0)
                throw error;
            errors.push(...found.map(asUsage));
        }
    }
    (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwAll */ .Kx)(errors);
    return values;
}
/** Whatever is wrong with an input, nothing has been tried. */
function asUsage(error) {
    const { message, next } = error;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(message, { usage: true, cause: error, ...(next === undefined ? {} : { next }) });
}
/** Of several lines the first keeps its place and its indentation: in YAML both mean something. */
function trimmed(raw) {
    return raw.trim().includes('\n') ? raw.trimEnd() : raw.trim();
}
const text = raw => raw;
/** Text that must be there. */
const requiredText = (raw, name) => {
    if (raw === '')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`input "${name}" is required and not set`);
    return raw;
};
/** `true` or `false`, as GitHub's own actions write them; `yes`, `True` and `1` are refused, never guessed. */
const truth = (raw, name) => {
    if (raw === 'true')
        return true;
    if (raw === 'false')
        return false;
    throw wrong(name, raw, ['true', 'false']);
};
/** One of some words. */
function oneOf(...words) {
    return (raw, name) => {
        const word = words.find(known => known === raw);
        if (word === undefined)
            throw wrong(name, raw, words);
        return word;
    };
}
/** An absent input gives undefined. */
function optional(parse) {
    return (raw, name) => (raw === '' ? undefined : parse(raw, name));
}
/** A whole number within bounds, both included. */
function wholeNumber(least, most) {
    return (raw, name) => {
        const value = Number(raw);
        if (/^[0-9]+$/.test(raw) && value >= least && value <= most)
            return value;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`input "${name}" is ${JSON.stringify(raw)}: expected a whole number from ${least} to ${most}`);
    };
}
/** Names separated by commas, blanks or line ends. */
const names = raw => raw.split(/[\s,]+/).filter(name => name !== '');
/** One value a line; empty lines fall away. */
const lines = raw => raw
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '');
function wrong(name, raw, words) {
    const accepted = words.map(word => JSON.stringify(word)).join(', ');
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`input "${name}" is ${JSON.stringify(raw)}: expected one of ${accepted}`);
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

/***/ 3742:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ openRegistry)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/registry/refusal.ts
var registry_refusal = __webpack_require__(4623);
;// CONCATENATED MODULE: ./src/registry/authorization.ts



/** The challenge of a `WWW-Authenticate` header; of several the first that is known. */
function parseChallenge(header) {
    if (header === undefined)
        return { scheme: 'none' };
    const bearer = /(?:^|,\s*)Bearer\s+(.*)$/i.exec(header)?.[1];
    if (bearer !== undefined) {
        const realm = parameter(bearer, 'realm');
        if (realm !== undefined)
            return { scheme: 'bearer', realm, service: parameter(bearer, 'service') };
    }
    return /(?:^|,\s*)Basic\b/i.test(header) ? { scheme: 'basic' } : { scheme: 'none' };
}
function basicHeader(credentials) {
    return `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`;
}
/**
 * Asks a token service for a token (the distribution specification's token authentication).
 *
 * @param scope such as `repository:library/frontend:pull,push`
 * @returns the token and the moment (milliseconds since 1970) after which it is not to be used
 * @throws RegistryRefusal when the service refuses
 */
async function fetchToken(http, challenge, scope, credentials, options) {
    const url = tokenUrl(challenge, scope, options.insecure);
    const headers = credentials === undefined ? {} : { authorization: basicHeader(credentials) };
    const { timeout, signal } = options;
    const response = await http({ method: 'GET', url, headers, timeout, ...(signal && { signal }) });
    if (response.status !== 200)
        throw new registry_refusal/* RegistryRefusal */.O({ method: 'GET', url }, response, options.now);
    const body = (0,json/* parseJson */.qF)(new TextDecoder().decode(response.body));
    const token = (0,json/* textMember */.SA)(body, 'token') ?? (0,json/* textMember */.SA)(body, 'access_token');
    if (token === undefined)
        throw new errors/* UserError */.yo(`the token service ${challenge.realm} answered without a token`);
    const seconds = (0,json/* numberMember */.eJ)(body, 'expires_in') ?? 60;
    return { token, until: options.now + Math.max(seconds - 5, 1) * 1000 };
}
/** The realm comes from the registry: the password goes to it over TLS, unless plain HTTP was asked for. */
function tokenUrl(challenge, scope, insecure) {
    const url = URL.canParse(challenge.realm) ? new URL(challenge.realm) : undefined;
    if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
        throw new errors/* UserError */.yo(`the registry names ${JSON.stringify(challenge.realm)} as its token service, which is no address`);
    }
    if (url.protocol === 'http:' && !insecure) {
        throw new errors/* UserError */.yo(`the registry names a token service on plain HTTP, ${challenge.realm}; the password is not sent there`, {
            next: 'Give the registry an https realm, or set "insecure" if the network is your own',
        });
    }
    if (challenge.service !== undefined)
        url.searchParams.set('service', challenge.service);
    if (scope !== undefined)
        url.searchParams.set('scope', scope);
    return url.href;
}
function parameter(parameters, name) {
    return new RegExp(`(?:^|[\\s,])${name}="([^"]*)"`, 'i').exec(parameters)?.[1];
}

// EXTERNAL MODULE: ./src/registry/manifest.ts
var manifest = __webpack_require__(506);
// EXTERNAL MODULE: ./src/registry/transient.ts
var registry_transient = __webpack_require__(4925);
;// CONCATENATED MODULE: ./src/registry/client.ts







const TIMEOUT = 30_000;
const AT_ONCE = 8;
/** Tags a page; registries give fewer when they want to. */
const PAGE = 1000;
/** More pages than any repository has: a registry that repeats itself is not followed for ever. */
const MOST_PAGES = 1000;
const MOST_HOPS = 5;
function openRegistry(options) {
    const { origin } = new URL(`${options.insecure ? 'http' : 'https'}://${hostOf(options.registry)}`);
    const limit = (0,p_limit/* default */.A)(AT_ONCE);
    const authorize = authorizer(options, origin);
    async function send(request, scope) {
        const attempt = async () => {
            const first = await authorize.send(request, scope);
            const again = first.response.status === 401 && authorize.learn(request, first, scope);
            const { response } = again ? await authorize.send(request, scope) : first;
            if (response.status >= 500 || [408, 425, 429].includes(response.status))
                throw refusal(request, response);
            return response;
        };
        const onRetry = options.onRetry;
        return limit(() => (0,registry_transient/* retryTransient */.jh)(attempt, { ...options, ...(onRetry && { onRetry }) }, options.patience ?? registry_transient/* PATIENCE */.aZ));
    }
    function refusal(request, response) {
        return new registry_refusal/* RegistryRefusal */.O(request, response, options.clock.now());
    }
    function request(method, path, more = {}) {
        return { method, url: new URL(path, origin).href, timeout: TIMEOUT, signal: options.signal, ...more };
    }
    async function read(method, path, name) {
        const asked = request(method, path, { headers: { accept: manifest/* MANIFEST_TYPES */._P.join(', ') } });
        const response = await follow(asked, pullScope(name));
        if (response.status === 404)
            return undefined;
        if (response.status !== 200)
            throw refusal(asked, response);
        return response;
    }
    /** Blobs may lie elsewhere (object stores); the authorization stays here. */
    async function follow(asked, scope) {
        let { url } = asked;
        for (let hop = 0;; hop += 1) {
            const response = await send({ ...asked, url }, scope);
            const { location } = response.headers;
            const redirects = [301, 302, 303, 307, 308].includes(response.status);
            if (!redirects || hop === MOST_HOPS || location === undefined || !URL.canParse(location, url))
                return response;
            url = new URL(location, url).href;
        }
    }
    return {
        async ping() {
            const asked = request('GET', '/v2/');
            const response = await send(asked, undefined);
            if (response.status !== 200)
                throw refusal(asked, response);
            return authorize.challenge();
        },
        async tags(name) {
            const found = [];
            let path = `/v2/${name}/tags/list?n=${PAGE}`;
            for (let page = 0; path !== undefined; page += 1) {
                if (page === MOST_PAGES)
                    throw new errors/* UserError */.yo(`${options.registry}/${name}: the list of tags does not end`);
                const response = await read('GET', path, name);
                if (response === undefined)
                    return found;
                const body = (0,json/* parseJson */.qF)(new TextDecoder().decode(response.body));
                if ((0,json/* member */.Dc)(body, 'tags') === undefined) {
                    throw new errors/* UserError */.yo(`${options.registry}/${name}: the registry's answer is no list of tags`);
                }
                found.push(...(0,json/* listMember */.DW)(body, 'tags').filter(tag => typeof tag === 'string'));
                path = nextPage(response.headers.link, new URL(path, origin));
            }
            return found;
        },
        async digest(name, reference) {
            const response = await read('HEAD', `/v2/${name}/manifests/${reference}`, name);
            if (response === undefined)
                return undefined;
            const digest = response.headers['docker-content-digest'];
            return digest ?? (await this.manifest(name, reference))?.digest;
        },
        async manifest(name, reference) {
            const response = await read('GET', `/v2/${name}/manifests/${reference}`, name);
            if (response === undefined)
                return undefined;
            const [mediaType = ''] = (response.headers['content-type'] ?? '').split(';');
            return (0,manifest/* storedManifest */.fW)(mediaType.trim(), response.body);
        },
        async blob(name, digest) {
            return (await read('GET', `/v2/${name}/blobs/${digest}`, name))?.body;
        },
        async putManifest(name, reference, manifest) {
            const asked = request('PUT', `/v2/${name}/manifests/${reference}`, {
                headers: { 'content-type': manifest.mediaType },
                body: manifest.bytes,
            });
            const response = await send(asked, pushScope(name));
            if (response.status !== 201)
                throw refusal(asked, response);
        },
        async deleteManifest(name, digest) {
            const asked = request('DELETE', `/v2/${name}/manifests/${digest}`);
            const response = await send(asked, `repository:${name}:pull,push,delete`);
            if (response.status === 404)
                return false;
            if (response.status !== 202 && response.status !== 200)
                throw refusal(asked, response);
            return true;
        },
        async tryPush(name) {
            const asked = request('POST', `/v2/${name}/blobs/uploads/`, { headers: { 'content-length': '0' } });
            const response = await send(asked, pushScope(name));
            if (response.status !== 202)
                throw refusal(asked, response);
            const location = response.headers.location;
            if (location === undefined || !URL.canParse(location, asked.url))
                return;
            const upload = new URL(location, asked.url);
            if (upload.origin !== origin)
                return;
            // Nobody waits for it: an upload that is not given up is forgotten by the registry after a while.
            const giveUp = { ...asked, method: 'DELETE', url: upload.href, timeout: 5_000 };
            authorize.send(giveUp, pushScope(name)).catch(() => undefined);
        },
        get(path) {
            return send(request('GET', path), undefined);
        },
    };
}
function authorizer(options, origin) {
    const tokens = new Map();
    let challenge = { scheme: 'none' };
    async function header(scope) {
        const { credentials } = options;
        if (challenge.scheme === 'basic')
            return credentials && basicHeader(credentials);
        if (challenge.scheme === 'none')
            return undefined;
        const key = scope ?? '';
        // Requests that come while a token is under way wait for it.
        for (let known = tokens.get(key); known !== undefined; known = tokens.get(key)) {
            const { token, until } = await known;
            if (until > options.clock.now())
                return `Bearer ${token}`;
            if (tokens.get(key) === known)
                tokens.delete(key);
        }
        const asked = fetchToken(options.http, challenge, scope, credentials, {
            insecure: options.insecure,
            now: options.clock.now(),
            timeout: TIMEOUT,
            signal: options.signal,
        });
        tokens.set(key, asked);
        // A refused token must not be remembered, or the next try would fail without asking.
        asked.catch(() => tokens.delete(key));
        return `Bearer ${(await asked).token}`;
    }
    const isHere = (request) => new URL(request.url).origin === origin;
    return {
        async send(request, scope) {
            const authorization = isHere(request) ? await header(scope) : undefined;
            const headers = authorization === undefined ? request.headers : { ...request.headers, authorization };
            return { response: await options.http({ ...request, ...(headers && { headers }) }), authorization };
        },
        learn(request, { response, authorization }, scope) {
            const learned = parseChallenge(response.headers['www-authenticate']);
            if (learned.scheme === 'none' || !isHere(request))
                return false;
            challenge = learned;
            if (learned.scheme === 'basic') {
                return options.credentials !== undefined && authorization !== basicHeader(options.credentials);
            }
            // Without one the request was sent before anybody knew: what others learned since is good.
            if (authorization !== undefined)
                tokens.delete(scope ?? '');
            return true;
        },
        challenge: () => challenge,
    };
}
function pullScope(name) {
    return `repository:${name}:pull`;
}
function pushScope(name) {
    return `repository:${name}:pull,push`;
}
/** The path in a `Link: <…>; rel="next"`. Its host may be one that only the registry knows, behind a proxy: ours is asked. */
function nextPage(link, from) {
    const target = link === undefined ? undefined : /<([^>]+)>\s*;[^,]*rel="?next"?/.exec(link)?.[1];
    if (target === undefined || !URL.canParse(target, from.href))
        return undefined;
    const next = new URL(target, from);
    return `${next.pathname}${next.search}`;
}
/** Docker Hub's registry is not where its name points. */
function hostOf(registry) {
    return registry === 'docker.io' ? 'registry-1.docker.io' : registry;
}


/***/ }),

/***/ 506:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ve: () => (/* binding */ viewManifest),
/* harmony export */   _P: () => (/* binding */ MANIFEST_TYPES),
/* harmony export */   fW: () => (/* binding */ storedManifest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);
/* harmony import */ var _image_platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2554);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);




/** What registries are told that we understand. */
const MANIFEST_TYPES = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
function storedManifest(mediaType, bytes) {
    return { mediaType, bytes, digest: `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}` };
}
/**
 * A manifest taken apart.
 *
 * @throws UserError when the bytes are neither an image manifest nor an index
 */
function viewManifest(manifest) {
    const body = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(new TextDecoder().decode(manifest.bytes));
    if (Array.isArray((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(body, 'manifests'))) {
        return { kind: 'index', manifests: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .listMember */ .DW)(body, 'manifests').map(descriptor) };
    }
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(body, 'config') !== undefined) {
        return {
            kind: 'image',
            config: descriptor((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(body, 'config')),
            layers: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .listMember */ .DW)(body, 'layers').map(descriptor),
        };
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`manifest ${manifest.digest} (${manifest.mediaType}) is neither an image nor an index`);
}
function descriptor(value) {
    const platform = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(value, 'platform');
    const os = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textMember */ .SA)(platform, 'os');
    const architecture = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textMember */ .SA)(platform, 'architecture');
    const variant = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textMember */ .SA)(platform, 'variant');
    const annotations = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(value, 'annotations');
    const written = [os, architecture, variant].filter(part => part !== undefined).join('/');
    return {
        digest: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textMember */ .SA)(value, 'digest') ?? '',
        size: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .numberMember */ .eJ)(value, 'size') ?? 0,
        platform: os === undefined || os === 'unknown' ? undefined : (0,_image_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePlatform */ .F)(written),
        attestation: os === 'unknown' || (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textMember */ .SA)(annotations, 'vnd.docker.reference.type') !== undefined,
    };
}


/***/ })

};
