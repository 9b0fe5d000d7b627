export const id = 122;
export const ids = [122];
export const modules = {

/***/ 7944:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ readFormat),
/* harmony export */   u: () => (/* binding */ FORMAT)
/* harmony export */ });
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6314);

const FORMAT = {
    name: 'format',
    value: 'text|json',
    description: 'For people, or for programs',
    default: 'text',
};
function readFormat(given) {
    const format = given.get('format') ?? 'text';
    if (format === 'text' || format === 'json')
        return format;
    throw (0,_command_js__WEBPACK_IMPORTED_MODULE_0__/* .wrongUsage */ .xY)(`option --format is ${JSON.stringify(format)}: expected text or json`);
}


/***/ }),

/***/ 5867:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ liveTags),
/* harmony export */   R: () => (/* binding */ askTags)
/* harmony export */ });
/* harmony import */ var _src_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _src_image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3564);
/* harmony import */ var _src_registry_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3742);
/* harmony import */ var _src_registry_refusal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4623);
/* harmony import */ var _src_registry_transient_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4925);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6314);






/**
 * The tags that the registry of an ImageRepository's `spec.image` has now. The login comes from FLUXGATE_USERNAME and
 * FLUXGATE_PASSWORD, where the registry wants one.
 *
 * @param insecure whether it speaks plain HTTP
 */
async function liveTags(image, insecure, runner) {
    const answer = await askTags(image, insecure, runner);
    if (answer.state === 'read')
        return answer.tags;
    throw new _src_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(answer.why);
}
/** The same, with what a registry says instead of its tags. */
async function askTags(image, insecure, runner) {
    const reference = (0,_src_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(image);
    if (reference === undefined)
        throw (0,_command_js__WEBPACK_IMPORTED_MODULE_5__/* .wrongUsage */ .xY)(`the image ${JSON.stringify(image)} of the ImageRepository is no image`);
    const { FLUXGATE_USERNAME: username, FLUXGATE_PASSWORD: password } = runner.env;
    if (password)
        runner.mask(password);
    const { registry: host = 'docker.io' } = reference;
    const registry = (0,_src_registry_client_js__WEBPACK_IMPORTED_MODULE_2__/* .openRegistry */ .M)({
        registry: host,
        insecure,
        credentials: username && password ? { username, password } : undefined,
        ...runner,
    });
    try {
        // Docker Hub's own images are named without the project that they are in.
        const official = host === 'docker.io' && !reference.name.includes('/');
        const tags = await registry.tags(official ? `library/${reference.name}` : reference.name);
        // Whatever is no registry says 404 to everything.
        if (tags.length === 0)
            await registry.ping();
        return { state: 'read', tags };
    }
    catch (error) {
        const code = (0,_src_registry_transient_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCode */ .xU)(error);
        if (error instanceof _src_registry_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .RegistryRefusal */ .O && error.status === 404) {
            return { state: 'refused', why: `what answers at ${host} is no registry (${error.message})`, isLogin: false };
        }
        if (error instanceof _src_registry_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .RegistryRefusal */ .O) {
            return {
                state: 'refused',
                why: `the tags of ${image} cannot be read: ${error.message}`,
                isLogin: error.status === 401 || error.status === 403,
            };
        }
        if (code !== undefined)
            return { state: 'away', why: `the registry of ${image} cannot be reached (${code})` };
        throw error;
    }
}


/***/ }),

/***/ 8076:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ policyText),
/* harmony export */   n: () => (/* binding */ policyJson)
/* harmony export */ });
/** How many lines of a kind people are shown. */
const SHOWN = 10;
/** The result for programs. */
function policyJson({ result }) {
    const { selectedTag, latest, filtered, candidates, error, stage } = result;
    return `${JSON.stringify({ selectedTag, latest, filtered, candidates, error, stage })}\n`;
}
const REASONS = {
    'not-matched': 'the pattern does not match',
    'same-value': 'another tag has the same value, and Flux keeps one',
    'not-a-version': 'no version',
    'outside-range': 'outside of the range',
    'not-a-number': 'no number: fails the whole policy',
    unordered: 'NaN has no order',
};
/** The result for people. */
function policyText({ result, tags }, excluded) {
    const verdict = result.error === null
        ? result.random
            ? [`Flux chooses at random between: ${result.candidates.join(', ')}`]
            : [`Flux elects ${result.selectedTag}`]
        : [`Flux reports: ${result.error}`, result.retries ? 'It tries again.' : 'It stalls until the policy changes.'];
    const rankedTags = tags.filter(tag => tag.rank !== null);
    const lines = rankedTags.slice(0, SHOWN).map(tag => `  ${tag.rank}. ${tag.tag}${shownValue(tag)}`);
    const more = rankedTags.length > SHOWN ? [`  … and ${rankedTags.length - SHOWN} more`] : [];
    const dropped = Object.entries(REASONS).flatMap(([reason, words]) => {
        const some = tags.filter(tag => tag.dropped === reason);
        if (some.length === 0)
            return [];
        const names = some.slice(0, SHOWN).map(tag => tag.tag);
        return [`  ${some.length} dropped, ${words}: ${names.join(', ')}${some.length > SHOWN ? ', …' : ''}`];
    });
    const hidden = excluded === 0 ? [] : [`  ${excluded} excluded by the ImageRepository`];
    return `${[...verdict, ...lines, ...more, ...dropped, ...hidden].join('\n')}\n`;
}
function shownValue({ tag, value }) {
    return value === null || value === tag ? '' : ` (${value})`;
}


/***/ }),

/***/ 341:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ readTagsFile)
/* harmony export */ });
/* harmony import */ var _src_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6314);


/** The tags of a file, or of standard input for `-`: one a line, each once. Blanks around a tag, empty lines and a byte order mark do not count. */
async function readTagsFile(file, { runner, readInput }) {
    const content = file === '-' ? await readInput() : await runner.files.readText(file);
    if (content === undefined)
        throw new _src_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`option --tags-file: there is no file ${file}`);
    const tags = content
        .replace(/^\uFEFF/, '')
        .split(/\r?\n/)
        .map(line => line.trim())
        .filter(line => line !== '');
    if (/^[[{]/.test(tags[0] ?? '')) {
        throw (0,_command_js__WEBPACK_IMPORTED_MODULE_1__/* .wrongUsage */ .xY)(`option --tags-file: ${file} begins with ${tags[0]?.[0]}, which no tag does`, 'Give one tag a line');
    }
    return [...new Set(tags)];
}


/***/ }),

/***/ 5716:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ explainPolicy)
/* harmony export */ });
/* harmony import */ var _filter_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1003);
/* harmony import */ var _go_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6225);
/* harmony import */ var _go_float_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4040);
/* harmony import */ var _policer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6651);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1857);
/* harmony import */ var _semver_range_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9271);
/* harmony import */ var _semver_version_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5218);







/** Says for each tag of a scan where the policy ranks it or why it drops it. */
function explainPolicy(spec, tags) {
    const result = (0,_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .evaluatePolicy */ .U)(spec, tags);
    const ranking = rankingOf(spec);
    const filter = spec.filterTags === undefined ? undefined : (0,_filter_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .compileFilter */ .g)(spec.filterTags);
    if (ranking === undefined || (filter !== undefined && 'error' in filter))
        return { result, tags: [] };
    const extract = filter?.extract ?? ((tag) => tag);
    const kept = (0,_filter_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .applyFilter */ .$)(extract, tags);
    const explained = tags.map(tag => explainTag(tag, extract(tag), kept, ranking));
    return { result, tags: ranked(explained, ranking).sort(byRank) };
}
function rankingOf({ policy }) {
    const chosen = (0,_policer_js__WEBPACK_IMPORTED_MODULE_2__/* .policerOf */ .e)(policy);
    if ('error' in chosen)
        return undefined;
    if (chosen.kind === 'semver')
        return semverRanking(policy.semver?.range ?? '');
    const order = (chosen.kind === 'numerical' ? policy.numerical : policy.alphabetical)?.order ?? '';
    const sign = order.toUpperCase() === 'DESC' ? 1 : -1;
    if (chosen.kind === 'alphabetical') {
        return { drops: () => undefined, compare: (left, right) => sign * (0,_go_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .compareBytes */ .Xo)(left, right) };
    }
    return { drops: dropsNumber, compare: (left, right) => sign * compareNumbers(left, right) };
}
function semverRanking(text) {
    const parsed = (0,_semver_range_js__WEBPACK_IMPORTED_MODULE_4__/* .parseRange */ .R)(text);
    if ('error' in parsed)
        return undefined;
    return {
        drops: value => {
            const version = (0,_semver_version_js__WEBPACK_IMPORTED_MODULE_5__/* .parseTagVersion */ .An)(value);
            return version === undefined ? 'not-a-version' : parsed.range(version) ? undefined : 'outside-range';
        },
        compare: (left, right) => {
            const [a, b] = [(0,_semver_version_js__WEBPACK_IMPORTED_MODULE_5__/* .parseTagVersion */ .An)(left), (0,_semver_version_js__WEBPACK_IMPORTED_MODULE_5__/* .parseTagVersion */ .An)(right)];
            return a === undefined || b === undefined ? 0 : (0,_semver_version_js__WEBPACK_IMPORTED_MODULE_5__/* .compareVersions */ .Zy)(b, a);
        },
    };
}
function dropsNumber(value) {
    const number = (0,_go_float_js__WEBPACK_IMPORTED_MODULE_6__/* .parseFloat64 */ .y)(value);
    return number === undefined ? 'not-a-number' : Number.isNaN(number) ? 'unordered' : undefined;
}
function compareNumbers(left, right) {
    const [a = 0, b = 0] = [(0,_go_float_js__WEBPACK_IMPORTED_MODULE_6__/* .parseFloat64 */ .y)(left), (0,_go_float_js__WEBPACK_IMPORTED_MODULE_6__/* .parseFloat64 */ .y)(right)];
    return a < b ? -1 : a > b ? 1 : 0;
}
function explainTag(tag, value, kept, ranking) {
    if (value === undefined)
        return { tag, value: null, rank: null, dropped: 'not-matched', by: null };
    const by = kept.get(value) ?? tag;
    if (by !== tag)
        return { tag, value, rank: null, dropped: 'same-value', by };
    return { tag, value, rank: null, dropped: ranking.drops(value) ?? null, by: null };
}
function ranked(explained, { compare }) {
    const values = explained
        .flatMap(({ value, dropped }) => (dropped === null && value !== null ? [value] : []))
        .sort(compare);
    const ranks = new Map();
    let rank = 0;
    for (const [index, value] of values.entries()) {
        const previous = values[index - 1];
        if (previous === undefined || compare(previous, value) !== 0)
            rank = index + 1;
        ranks.set(value, rank);
    }
    return explained.map(tag => ({ ...tag, rank: tag.dropped === null ? (ranks.get(tag.value ?? '') ?? null) : null }));
}
function byRank(left, right) {
    const last = Number.MAX_SAFE_INTEGER;
    return (left.rank ?? last) - (right.rank ?? last) || (0,_go_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .compareBytes */ .Xo)(left.tag, right.tag);
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
