export const id = 223;
export const ids = [223];
export const modules = {

/***/ 4223:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  policyCommand: () => (/* binding */ policyCommand)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/flux/filter-tags.ts + 1 modules
var filter_tags = __webpack_require__(9606);
// EXTERNAL MODULE: ./src/flux/go/bytes.ts
var bytes = __webpack_require__(6225);
// EXTERNAL MODULE: ./src/flux/go/float.ts
var go_float = __webpack_require__(4040);
// EXTERNAL MODULE: ./src/flux/policer.ts + 1 modules
var policer = __webpack_require__(7233);
// EXTERNAL MODULE: ./src/flux/policy.ts
var policy = __webpack_require__(1857);
// EXTERNAL MODULE: ./src/flux/semver-range.ts + 1 modules
var semver_range = __webpack_require__(4032);
// EXTERNAL MODULE: ./src/flux/semver-version.ts
var semver_version = __webpack_require__(5218);
;// CONCATENATED MODULE: ./src/flux/explain.ts







/** Says for each tag of a scan where the policy ranks it or why it drops it. */
function explainPolicy(spec, tags) {
    const result = (0,policy/* evaluatePolicy */.U)(spec, tags);
    const ranking = rankingOf(spec);
    const filter = spec.filterTags === undefined ? undefined : (0,filter_tags/* compileFilter */.g)(spec.filterTags);
    if (ranking === undefined || (filter !== undefined && 'error' in filter))
        return { result, tags: [] };
    const extract = filter?.extract ?? ((tag) => tag);
    const kept = (0,filter_tags/* applyFilter */.$)(extract, tags);
    const explained = tags.map(tag => explainTag(tag, extract(tag), kept, ranking));
    return { result, tags: ranked(explained, ranking).sort(byRank) };
}
function rankingOf({ policy }) {
    const chosen = (0,policer/* policerOf */.e)(policy);
    if ('error' in chosen)
        return undefined;
    if (chosen.kind === 'semver')
        return semverRanking(policy.semver?.range ?? '');
    const order = (chosen.kind === 'numerical' ? policy.numerical : policy.alphabetical)?.order ?? '';
    const sign = order.toUpperCase() === 'DESC' ? 1 : -1;
    if (chosen.kind === 'alphabetical') {
        return { drops: () => undefined, compare: (left, right) => sign * (0,bytes/* compareBytes */.Xo)(left, right) };
    }
    return { drops: dropsNumber, compare: (left, right) => sign * compareNumbers(left, right) };
}
function semverRanking(text) {
    const parsed = (0,semver_range/* parseRange */.R)(text);
    if ('error' in parsed)
        return undefined;
    return {
        drops: value => {
            const version = (0,semver_version/* parseTagVersion */.An)(value);
            return version === undefined ? 'not-a-version' : parsed.range(version) ? undefined : 'outside-range';
        },
        compare: (left, right) => {
            const [a, b] = [(0,semver_version/* parseTagVersion */.An)(left), (0,semver_version/* parseTagVersion */.An)(right)];
            return a === undefined || b === undefined ? 0 : (0,semver_version/* compareVersions */.Zy)(b, a);
        },
    };
}
function dropsNumber(value) {
    const number = (0,go_float/* parseFloat64 */.y)(value);
    return number === undefined ? 'not-a-number' : Number.isNaN(number) ? 'unordered' : undefined;
}
function compareNumbers(left, right) {
    const [a = 0, b = 0] = [(0,go_float/* parseFloat64 */.y)(left), (0,go_float/* parseFloat64 */.y)(right)];
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
    return (left.rank ?? last) - (right.rank ?? last) || (0,bytes/* compareBytes */.Xo)(left.tag, right.tag);
}

// EXTERNAL MODULE: ./src/flux/image-objects.ts
var image_objects = __webpack_require__(3791);
// EXTERNAL MODULE: ./src/flux/scan.ts
var flux_scan = __webpack_require__(4418);
// EXTERNAL MODULE: ./src/image/reference.ts
var image_reference = __webpack_require__(3564);
// EXTERNAL MODULE: ./src/registry/client.ts + 3 modules
var client = __webpack_require__(393);
// EXTERNAL MODULE: ./src/registry/refusal.ts
var refusal = __webpack_require__(4623);
// EXTERNAL MODULE: ./src/registry/transient.ts
var registry_transient = __webpack_require__(4925);
// EXTERNAL MODULE: ./cli/command.ts
var command = __webpack_require__(6314);
;// CONCATENATED MODULE: ./cli/policy.ts









const OPTIONS = [
    { name: 'manifest', value: 'FILE', description: 'A file with the ImagePolicy, and with its ImageRepository' },
    { name: 'name', value: 'NS/NAME', description: 'The ImagePolicy in the manifest; needed when there are several' },
    { name: 'pattern', value: 'P', description: 'filterTags.pattern; without it there is no filter' },
    { name: 'extract', value: 'E', description: 'filterTags.extract' },
    { name: 'numerical', value: 'asc|desc', description: 'Order by number' },
    { name: 'alphabetical', value: 'asc|desc', description: 'Order by text' },
    { name: 'semver', value: 'RANGE', description: 'The highest version of a range' },
    { name: 'tags-file', value: 'FILE', description: 'The tags, one a line; - is standard input' },
    { name: 'registry', description: "The tags that the registry of the manifest's ImageRepository has now" },
    { name: 'format', value: 'text|json', description: 'For people, or for programs', default: 'text' },
];
/** How many lines of a kind people are shown. */
const SHOWN = 10;
const policyCommand = {
    help: () => (0,command/* helpText */.BK)('fluxgate policy (--manifest FILE [--name NS/NAME] | --pattern P --extract E --numerical asc …) (--tags-file FILE | --registry)', 'Elects a tag as the image-reflector-controller of Flux 2.9 does, offline. Exit code 1 where Flux reports an error.', OPTIONS, [
        "fluxgate policy --pattern '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$' --extract '$ts' --numerical asc --tags-file tags.txt",
        'fluxgate policy --manifest flux/image-policies.yaml --name flux-system/frontend --registry --format json',
    ]),
    async run(args, terminal) {
        const { runner, print } = terminal;
        const given = (0,command/* parseArguments */.We)(args, OPTIONS);
        const format = given.get('format') ?? 'text';
        if (format !== 'text' && format !== 'json')
            throw (0,command/* wrongUsage */.xY)(`option --format is "${format}": expected text or json`);
        const subject = given.get('manifest') === undefined ? fromOptions(given) : await fromManifest(given, runner);
        const tags = await readTags(given, subject, terminal);
        const { exclusionList } = subject;
        const scan = exclusionList === undefined ? { tags, excluded: [] } : (0,flux_scan/* scanTags */.Z)(tags, exclusionList);
        if ('error' in scan)
            throw new errors/* UserError */.yo(`the ImageRepository's exclusionList fails its scan: ${scan.error}`);
        const explanation = explainPolicy(subject.spec, scan.tags);
        print(format === 'json' ? json(explanation) : policy_text(explanation, scan.excluded.length));
        return explanation.result.error === null ? 0 : 1;
    },
};
function fromOptions(given) {
    if (given.get('name') !== undefined)
        throw (0,command/* wrongUsage */.xY)('option --name goes with --manifest');
    const orders = ['numerical', 'alphabetical', 'semver'].filter(name => given.get(name) !== undefined);
    if (orders.length !== 1)
        throw (0,command/* wrongUsage */.xY)('expected one of --numerical, --alphabetical and --semver, or --manifest');
    const pattern = given.get('pattern');
    const extract = given.get('extract');
    if (extract !== undefined && pattern === undefined)
        throw (0,command/* wrongUsage */.xY)('option --extract goes with --pattern');
    const numerical = given.get('numerical');
    const alphabetical = given.get('alphabetical');
    const semver = given.get('semver');
    return {
        spec: {
            policy: {
                ...(numerical === undefined ? {} : { numerical: { order: numerical } }),
                ...(alphabetical === undefined ? {} : { alphabetical: { order: alphabetical } }),
                ...(semver === undefined ? {} : { semver: { range: semver } }),
            },
            ...(pattern === undefined ? {} : { filterTags: { pattern, ...(extract === undefined ? {} : { extract }) } }),
        },
        exclusionList: undefined,
        image: undefined,
        insecure: false,
    };
}
async function fromManifest(given, runner) {
    const extra = ['pattern', 'extract', 'numerical', 'alphabetical', 'semver'].find(name => given.get(name) !== undefined);
    if (extra !== undefined)
        throw (0,command/* wrongUsage */.xY)(`option --${extra} does not go with --manifest, which has the policy`);
    const path = given.get('manifest') ?? '';
    const content = await runner.files.readText(path);
    if (content === undefined)
        throw new errors/* UserError */.yo(`option --manifest: ${path} does not exist`);
    const { policies, repositories } = (0,image_objects/* readImageObjects */.u1)([[path, content]]);
    const names = policies.map(policy => `${policy.namespace}/${policy.name}`);
    const wanted = given.get('name');
    const found = policies.filter((_, index) => wanted === undefined || names[index] === wanted);
    const [policy] = found;
    if (policy === undefined) {
        const there = names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`;
        throw new errors/* UserError */.yo(`${path} has no ImagePolicy${wanted === undefined ? '' : ` ${wanted}`}: ${there}`);
    }
    if (found.length > 1)
        throw (0,command/* wrongUsage */.xY)(`${path} has several policies (${names.join(', ')})`, 'Choose one with --name');
    const repository = repositories.find(known => known.namespace === policy.repository.namespace && known.name === policy.repository.name);
    return {
        spec: policy.spec,
        exclusionList: repository?.exclusionList,
        image: repository?.image,
        insecure: repository?.insecure ?? false,
    };
}
async function readTags(given, subject, { runner, readInput }) {
    const file = given.get('tags-file');
    if ((file === undefined) === (given.get('registry') === undefined)) {
        throw (0,command/* wrongUsage */.xY)('expected one of --tags-file and --registry');
    }
    if (file === undefined)
        return liveTags(subject, runner);
    const content = file === '-' ? await readInput() : await runner.files.readText(file);
    if (content === undefined)
        throw new errors/* UserError */.yo(`option --tags-file: ${file} does not exist`);
    return content.split(/\r?\n/).filter(tag => tag !== '');
}
/** The login comes from FLUXGATE_USERNAME and FLUXGATE_PASSWORD, where the registry wants one. */
async function liveTags({ image, insecure }, runner) {
    const reference = image === undefined ? undefined : (0,image_reference/* parseReference */.F2)(image);
    if (reference === undefined) {
        throw (0,command/* wrongUsage */.xY)('option --registry needs the ImageRepository of the policy in the manifest');
    }
    const { FLUXGATE_USERNAME: username, FLUXGATE_PASSWORD: password } = runner.env;
    if (password)
        runner.mask(password);
    const registry = (0,client/* openRegistry */.M)({
        registry: reference.registry ?? 'docker.io',
        insecure,
        credentials: username && password ? { username, password } : undefined,
        ...runner,
    });
    try {
        return await registry.tags(reference.name);
    }
    catch (error) {
        const code = (0,registry_transient/* systemCode */.xU)(error);
        if (error instanceof refusal/* RegistryRefusal */.O)
            throw new errors/* UserError */.yo(`the tags of ${image} cannot be read: ${error.message}`);
        if (code !== undefined)
            throw new errors/* UserError */.yo(`the registry of ${image} cannot be reached (${code})`);
        throw error;
    }
}
function json({ result }) {
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
function policy_text({ result, tags }, excluded) {
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


/***/ })

};
