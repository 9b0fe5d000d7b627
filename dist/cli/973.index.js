export const id = 973;
export const ids = [973];
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


/***/ })

};
