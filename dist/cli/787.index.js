export const id = 787;
export const ids = [787];
export const modules = {

/***/ 6787:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  policyCommand: () => (/* binding */ policyCommand)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/flux/explain.ts
var explain = __webpack_require__(5716);
// EXTERNAL MODULE: ./src/flux/scan.ts
var flux_scan = __webpack_require__(4418);
// EXTERNAL MODULE: ./cli/command.ts
var command = __webpack_require__(6314);
// EXTERNAL MODULE: ./cli/format.ts
var cli_format = __webpack_require__(7944);
// EXTERNAL MODULE: ./cli/live-tags.ts
var live_tags = __webpack_require__(5867);
// EXTERNAL MODULE: ./cli/policy-report.ts
var policy_report = __webpack_require__(8076);
// EXTERNAL MODULE: ./src/flux/image-objects.ts
var image_objects = __webpack_require__(3791);
// EXTERNAL MODULE: ./src/yaml/source-file.ts + 2 modules
var source_file = __webpack_require__(2609);
;// CONCATENATED MODULE: ./cli/policy-subject.ts




/** The policy that the options make up. */
function subjectFromOptions(given) {
    if (given.get('name') !== undefined)
        throw (0,command/* wrongUsage */.xY)('option --name goes with --manifest');
    const orders = ['numerical', 'alphabetical', 'semver'].filter(name => given.get(name) !== undefined);
    if (orders.length !== 1)
        throw (0,command/* wrongUsage */.xY)('expected one of --numerical, --alphabetical and --semver, or --manifest');
    const pattern = given.get('pattern');
    const extract = given.get('extract');
    if (extract && pattern === undefined)
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
/** The policy of a manifest: a file, a folder with all YAML files below it, or standard input for `-`. */
async function subjectFromManifest(given, terminal) {
    const extra = ['pattern', 'extract', 'numerical', 'alphabetical', 'semver'].find(name => given.get(name) !== undefined);
    if (extra !== undefined)
        throw (0,command/* wrongUsage */.xY)(`option --${extra} does not go with --manifest, which has the policy`);
    const path = given.get('manifest') ?? '';
    if (path === '-' && given.get('tags-file') === '-') {
        throw (0,command/* wrongUsage */.xY)('options --manifest and --tags-file both want standard input');
    }
    const texts = await manifests(path, terminal);
    const { policies, repositories } = (0,image_objects/* readImageObjects */.u1)(texts);
    const places = policies.map(({ namespace, name, file, line }) => ({ id: `${namespace}/${name}`, file, line }));
    const wanted = given.get('name');
    const found = policies.filter((_, index) => wanted === undefined || places[index]?.id === wanted);
    const [policy] = found;
    if (policy === undefined) {
        (0,errors/* throwAll */.Kx)(problemsIn(texts));
        const there = places.length === 0 ? 'it has none' : `it has ${places.map(({ id }) => id).join(', ')}`;
        throw new errors/* UserError */.yo(`${path} has no ImagePolicy${wanted === undefined ? '' : ` ${wanted}`}: ${there}`);
    }
    if (found.length > 1) {
        const there = found.map(({ namespace, name, file, line }) => `${namespace}/${name} in ${file}:${line}`).join(', ');
        const next = wanted === undefined ? 'Choose one with --name' : 'Give the file that has the one you mean';
        throw (0,command/* wrongUsage */.xY)(`${path} has several policies${wanted === undefined ? '' : ' of that name'}: ${there}`, next);
    }
    const repository = repositories.find(known => known.namespace === policy.repository.namespace && known.name === policy.repository.name);
    return {
        spec: policy.spec,
        exclusionList: repository?.exclusionList,
        image: repository?.image,
        insecure: repository?.insecure ?? false,
    };
}
/** Why documents do not parse: the policy that is missing may be in one of them. */
function problemsIn(texts) {
    return [...texts].flatMap(([path, text]) => (0,source_file/* readSourceFile */.uj)(path, text).problems.map(({ message, span }) => new errors/* UserError */.yo(`${path}:${span.line}: ${message}`)));
}
/** Files with their text. */
async function manifests(path, { runner, readInput }) {
    if (path === '-')
        return [['-', await readInput()]];
    const text = await runner.files.readText(path);
    if (text !== undefined)
        return [[path, text]];
    if ((await runner.files.kind(path)) !== 'folder')
        throw new errors/* UserError */.yo(`option --manifest: ${path} does not exist`);
    const paths = (await runner.files.allFiles(path)).filter(name => /\.ya?ml$/.test(name)).sort();
    return Promise.all(paths.map(async (name) => [`${path}/${name}`, (await runner.files.readText(`${path}/${name}`)) ?? '']));
}

// EXTERNAL MODULE: ./cli/tags-file.ts
var tags_file = __webpack_require__(341);
;// CONCATENATED MODULE: ./cli/policy.ts









const OPTIONS = [
    {
        name: 'manifest',
        value: 'FILE',
        description: 'A file or a folder with the ImagePolicy and its ImageRepository; - is standard input',
    },
    { name: 'name', value: 'NS/NAME', description: 'The ImagePolicy in the manifest; needed when there are several' },
    { name: 'pattern', value: 'P', description: 'filterTags.pattern; without it there is no filter' },
    { name: 'extract', value: 'E', description: 'filterTags.extract' },
    { name: 'numerical', value: 'asc|desc', description: 'Order by number' },
    { name: 'alphabetical', value: 'asc|desc', description: 'Order by text' },
    { name: 'semver', value: 'RANGE', description: 'The highest version of a range' },
    { name: 'tags-file', value: 'FILE', description: 'The tags, one a line; - is standard input' },
    { name: 'registry', description: "The tags that the registry of the manifest's ImageRepository has now" },
    cli_format/* FORMAT */.u,
];
const policyCommand = {
    options: OPTIONS,
    help: () => (0,command/* helpText */.BK)('fluxgate policy (--manifest FILE [--name NS/NAME] | --pattern P --extract E --numerical asc …) (--tags-file FILE | --registry)', 'Elects a tag as the image-reflector-controller of Flux 2.9 does, offline. Exit code 1 where Flux reports an error.', OPTIONS, [
        "fluxgate policy --pattern '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$' --extract '$ts' --numerical asc --tags-file tags.txt",
        'fluxgate policy --manifest flux/image-automation --name flux-system/frontend --registry --format json',
        'crane ls 192.168.0.40:5000/library/frontend | fluxgate policy --manifest flux/image-policies.yaml --tags-file -',
    ]),
    async run(args, terminal) {
        const given = (0,command/* parseArguments */.We)(args, OPTIONS);
        const format = (0,cli_format/* readFormat */.C)(given);
        const subject = given.get('manifest') === undefined ? subjectFromOptions(given) : await subjectFromManifest(given, terminal);
        const tags = await readTags(given, subject, terminal);
        const { exclusionList } = subject;
        const scan = exclusionList === undefined ? { tags, excluded: [] } : (0,flux_scan/* scanTags */.Z)(tags, exclusionList);
        if ('error' in scan)
            throw new errors/* UserError */.yo(`the ImageRepository's exclusionList fails its scan: ${scan.error}`);
        const explanation = (0,explain/* explainPolicy */.y)(subject.spec, scan.tags);
        terminal.print(format === 'json' ? (0,policy_report/* policyJson */.n)(explanation) : (0,policy_report/* policyText */.M)(explanation, scan.excluded.length));
        return explanation.result.error === null ? 0 : 1;
    },
};
async function readTags(given, subject, terminal) {
    const file = given.get('tags-file');
    if ((file === undefined) === (given.get('registry') === undefined)) {
        throw (0,command/* wrongUsage */.xY)('expected one of --tags-file and --registry');
    }
    if (file !== undefined)
        return (0,tags_file/* readTagsFile */.e)(file, terminal);
    if (subject.image === undefined) {
        throw (0,command/* wrongUsage */.xY)('option --registry needs the ImageRepository of the policy in the manifest');
    }
    return (0,live_tags/* liveTags */.I)(subject.image, subject.insecure, terminal.runner);
}


/***/ })

};
