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
// EXTERNAL MODULE: ./src/yaml/source-file.ts
var source_file = __webpack_require__(729);
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


/***/ }),

/***/ 729:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K7: () => (/* binding */ LARGEST_FILE),
/* harmony export */   VE: () => (/* binding */ keySpanAt),
/* harmony export */   Ve: () => (/* binding */ keyNodeAt),
/* harmony export */   be: () => (/* binding */ rangeOf),
/* harmony export */   i6: () => (/* binding */ spanAt),
/* harmony export */   oB: () => (/* binding */ nodeAt),
/* harmony export */   uj: () => (/* binding */ readSourceFile)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _span_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4515);


/** Bytes. Larger files are not read: no manifest is as large, and the API server takes no object over 1.5 MB. */
const LARGEST_FILE = 10_000_000;
/**
 * Reads a file of YAML documents, or of JSON, which is YAML. Never throws: what cannot be read is a problem, and the
 * documents before and behind it are there all the same. Scalars are those of YAML 1.2's core schema, with merge keys.
 */
function readSourceFile(path, text) {
    const lineCounter = linesOf(text);
    // An error at the end of a text is told at the place behind it.
    const span = (start, end) => spanOf(lineCounter, Math.min(start, text.length), Math.min(end, text.length));
    if (Buffer.byteLength(text) > LARGEST_FILE)
        return unread(path, text, 'the file is larger than 10 MB and is not read');
    const documents = [];
    const problems = [];
    if (partsIn(text) > MOST_PARTS)
        return unread(path, text, 'the file has more than 400,000 parts and is not read');
    try {
        const parsed = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseAllDocuments */ .hR)(text, {
            merge: true,
            prettyErrors: false,
            uniqueKeys: false,
            // A template such as `name: {{ .Values.name }}` parses as a map that is a key, of which yaml would warn on stderr.
            logLevel: 'error',
        });
        for (const [index, document] of (Array.isArray(parsed) ? parsed : []).entries()) {
            const problem = document.errors[0];
            if (problem !== undefined) {
                problems.push({ message: sentenceOf(problem.message), span: span(...placeOfProblem(problem, document)) });
                continue;
            }
            const read = readDocument(document, index);
            if (typeof read === 'string')
                problems.push({ message: read, span: span(...rangeOf(document.contents)) });
            else if (read !== undefined)
                documents.push(read);
        }
    }
    catch (error) {
        if (!(error instanceof RangeError))
            throw error;
        return unread(path, text, 'the file is nested too deeply to be read');
    }
    return { path, text, documents, problems, span };
}
/** Not left to the parser, which passes over the end of a line in some texts that it cannot read. */
function linesOf(text) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    lines.addNewLine(0);
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        lines.addNewLine(at + 1);
    return lines;
}
/** Lines and commas: no manifest has as many, and each part of a document takes two hundred times its size while it is read. */
const MOST_PARTS = 400_000;
function partsIn(text) {
    // Most files are too small to be asked.
    if (text.length < MOST_PARTS)
        return 0;
    let parts = 0;
    for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code === LINE_FEED || code === COMMA)
            parts += 1;
    }
    return parts;
}
const LINE_FEED = 0x0a;
const COMMA = 0x2c;
function unread(path, text, message) {
    return { path, text, documents: [], problems: [{ message, span: _span_js__WEBPACK_IMPORTED_MODULE_1__/* .fileStart */ .N }], span: () => _span_js__WEBPACK_IMPORTED_MODULE_1__/* .fileStart */ .N };
}
/** A quote that does not close is found at the end of the file; people look for where it opens. */
function placeOfProblem(problem, document) {
    if (problem.code !== 'MISSING_CHAR' || !problem.message.includes('quote'))
        return problem.pos;
    const waiting = [document.contents];
    for (let node = waiting.pop(); waiting.length > 0 || node !== undefined; node = waiting.pop()) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
            waiting.push(...node.items);
        else if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
            waiting.push(...node.items.flatMap(({ key, value }) => [key, value]));
        else if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.type?.startsWith('QUOTE') && (node.range?.[1] ?? 0) >= problem.pos[0]) {
            const [start] = rangeOf(node);
            return [start, start + 1];
        }
    }
    return problem.pos;
}
function readDocument(document, index) {
    const root = document.contents;
    if (root === null || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(root) && root.value === null))
        return undefined;
    try {
        return { index, root, value: document.toJS({ maxAliasCount: 100 }), doubledKeys: doubledKeysIn(root) };
    }
    catch (error) {
        // An alias without its anchor, one that stands for far too much, and a merge key with no map are found only when they are
        // resolved.
        if (error instanceof Error && !(error instanceof RangeError))
            return sentenceOf(error.message);
        throw error;
    }
}
/** Not left to the parser, which compares each key with all before it: a map of 100,000 keys would take minutes. */
function doubledKeysIn(root) {
    const doubled = [];
    const waiting = [root];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
            waiting.push(...node.items.filter(item => item !== null));
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
            continue;
        const seen = new Set();
        for (const { key, value } of node.items) {
            if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key)) {
                const name = String(key.value);
                const [start, end] = rangeOf(key);
                if (seen.has(name) && name !== '<<')
                    doubled.push({ key: name, start, end });
                seen.add(name);
            }
            if (value !== null)
                waiting.push(value);
        }
    }
    return doubled.sort((left, right) => left.start - right.start);
}
/** The node at a path, following aliases only where the path goes on behind them; undefined when there is none. */
function nodeAt(document, keys) {
    let node = document.root;
    for (const key of keys) {
        const next = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node) && typeof key === 'number' ? node.items[key] : (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) ? pairOf(node, key)?.value : undefined;
        if (next === undefined)
            return undefined;
        node = next;
    }
    return isNode(node) ? node : undefined;
}
/** Where a part stands. Of a part that is not written, its nearest written parent; of an empty value, its key. */
function spanAt(file, document, keys) {
    for (let depth = keys.length; depth > 0; depth -= 1) {
        const node = nodeAt(document, keys.slice(0, depth));
        const [start, end] = node === undefined ? [0, 0] : rangeOf(node);
        if (node !== undefined && ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node)) && end > start)
            return file.span(start, end);
        const key = keyNodeAt(document, keys.slice(0, depth));
        if (key !== undefined)
            return file.span(...rangeOf(key));
        // An item of a list that is no scalar: its first line stands for it.
        if (node !== undefined)
            return firstLine(file, start, end);
    }
    return firstLine(file, ...rangeOf(document.root));
}
/** Where the name of a member stands; the nearest written parent when it is not written. */
function keySpanAt(file, document, keys) {
    const key = keyNodeAt(document, keys);
    return key === undefined ? spanAt(file, document, keys) : file.span(...rangeOf(key));
}
/** The name of a member; undefined when it is not written. */
function keyNodeAt(document, keys) {
    const last = keys.at(-1);
    const parent = nodeAt(document, keys.slice(0, -1));
    if (last === undefined || !(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(parent))
        return undefined;
    const key = pairOf(parent, last)?.key;
    return isNode(key) ? key : undefined;
}
/** Of a key that stands twice the last counts, as in the value. */
function pairOf(map, key) {
    return map.items.findLast(pair => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(pair.key) && String(pair.key.value) === String(key));
}
function firstLine(file, start, end) {
    const line = file.text.indexOf('\n', start);
    return file.span(start, line < 0 ? end : Math.min(end, line));
}
function isNode(value) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value) || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value) || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(value) || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(value);
}
/** From the first character of a node to the place behind its last. */
function rangeOf(node) {
    const range = node?.range;
    return range ? [range[0], range[1]] : [0, 0];
}
function spanOf(lineCounter, start, end) {
    const from = lineCounter.linePos(start);
    const to = lineCounter.linePos(Math.max(start, end));
    return {
        line: Math.max(1, from.line),
        column: Math.max(1, from.col),
        endLine: Math.max(1, to.line),
        endColumn: Math.max(1, to.col),
    };
}
function sentenceOf(message) {
    return message.replace(/\.$/, '');
}


/***/ }),

/***/ 4515:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ fileStart)
/* harmony export */ });
/** The very start of a file, for what concerns all of it. */
const fileStart = { line: 1, column: 1, endLine: 1, endColumn: 1 };


/***/ })

};
