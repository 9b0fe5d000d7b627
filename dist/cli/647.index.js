export const id = 647;
export const ids = [647];
export const modules = {

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

/***/ 8614:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ globMatches)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6225);

/**
 * Matches bytes against a shell pattern in the way of Go's path.Match, except that `*` and `?` also match a slash:
 * `*`, `?`, `[a-c]`, `[^a]` and `\` before a character. A mistake in the pattern counts only if matching comes to it.
 */
function globMatches(pattern, name) {
    let patternAt = 0;
    let nameAt = 0;
    while (patternAt < pattern.length) {
        const piece = pieceAt(pattern, patternAt);
        const isLast = piece.end === pattern.length;
        if (piece.star && piece.start === piece.end)
            return true;
        const end = placeOf(pattern, piece, name, nameAt, isLast);
        if (typeof end !== 'number')
            return end;
        nameAt = end;
        patternAt = piece.end;
    }
    return nameAt === name.length;
}
function pieceAt(pattern, at) {
    let start = at;
    while (pattern[start] === star)
        start += 1;
    let inBrackets = false;
    let end = start;
    for (; end < pattern.length; end += 1) {
        const byte = pattern[end];
        if (byte === star && !inBrackets)
            break;
        if (byte === backslash && end + 1 < pattern.length)
            end += 1;
        else if (byte === open)
            inBrackets = true;
        else if (byte === close)
            inBrackets = false;
    }
    return { star: start > at, start, end };
}
/** Where the piece ends in the name: right at the place, or, behind a star, at the first later place where it fits. */
function placeOf(pattern, piece, name, from, isLast) {
    for (let at = from; at <= name.length; at += 1) {
        const end = pieceMatch(pattern, piece, name, at);
        if (end === 'bad pattern')
            return end;
        if (typeof end === 'number' && (end === name.length || !isLast))
            return end;
        if (!piece.star)
            return false;
    }
    return false;
}
function pieceMatch(pattern, { start, end }, name, from) {
    let nameAt = from;
    for (let at = start; at < end;) {
        if (nameAt >= name.length)
            return false;
        const byte = pattern[at];
        if (byte === open) {
            const rune = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .runeAt */ .cf)(name, nameAt);
            const brackets = bracketsMatch(pattern, at + 1, end, rune.code);
            if (typeof brackets !== 'number')
                return brackets;
            at = brackets;
            nameAt += rune.width;
        }
        else if (byte === question) {
            nameAt += (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .runeAt */ .cf)(name, nameAt).width;
            at += 1;
        }
        else {
            if (byte === backslash)
                at += 1;
            if (at >= end)
                return 'bad pattern';
            if (pattern[at] !== name[nameAt])
                return false;
            nameAt += 1;
            at += 1;
        }
    }
    return nameAt;
}
/** Where the pattern goes on behind the brackets when the character is among theirs. */
function bracketsMatch(pattern, from, end, code) {
    const negated = from < end && pattern[from] === caret;
    let at = negated ? from + 1 : from;
    let found = false;
    for (let ranges = 0; at >= end || pattern[at] !== close || ranges === 0; ranges += 1) {
        const low = bracketRune(pattern, at, end);
        if (low === undefined)
            return 'bad pattern';
        const isRange = pattern[low.next] === dash;
        const high = isRange ? bracketRune(pattern, low.next + 1, end) : low;
        if (high === undefined)
            return 'bad pattern';
        if (low.code <= code && code <= high.code)
            found = true;
        at = high.next;
    }
    return found === negated ? false : at + 1;
}
function bracketRune(pattern, from, end) {
    if (from >= end || pattern[from] === dash || pattern[from] === close)
        return undefined;
    const at = pattern[from] === backslash ? from + 1 : from;
    if (at >= end)
        return undefined;
    const rune = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .runeAt */ .cf)(pattern.subarray(0, end), at);
    const next = at + rune.width;
    return !rune.valid || next >= end ? undefined : { code: rune.code, next };
}
const [star, question, open, close, caret, dash, backslash] = [...'*?[]^-\\'].map(character => character.charCodeAt(0));


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

/***/ 4509:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qg: () => (/* binding */ SOURCE_GROUP),
  o8: () => (/* binding */ inventoryOf),
  O1: () => (/* binding */ takeInventory)
});

// EXTERNAL MODULE: ./src/facts/file-facts.ts
var file_facts = __webpack_require__(1635);
// EXTERNAL MODULE: ./src/tree/manifest-paths.ts
var manifest_paths = __webpack_require__(6034);
// EXTERNAL MODULE: ./src/yaml/source-file.ts + 2 modules
var source_file = __webpack_require__(2609);
// EXTERNAL MODULE: ./src/flux/go/bytes.ts
var bytes = __webpack_require__(6225);
// EXTERNAL MODULE: ./src/flux/inventory/build.ts
var build = __webpack_require__(6860);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/flux/inventory/patch-places.ts
var patch_places = __webpack_require__(3259);
;// CONCATENATED MODULE: ./src/flux/inventory/built-folder.ts


/**
 * Puts what kustomize built in the place of what was read: each object as it is applied, at the place where it is written.
 *
 */
function builtFolder(kustomization, read, layout, objects, finish, as) {
    let places;
    const patches = () => {
        places ??= (0,patch_places/* patchPlacesOf */.i)(kustomization, read.files, layout);
        return places;
    };
    const waiting = new Map();
    for (const item of read.objects) {
        const { path } = item.resource.file;
        const known = waiting.get(path);
        if (known === undefined)
            waiting.set(path, [item]);
        else
            known.push(item);
    }
    const applied = new Map();
    const generated = [];
    for (const object of objects) {
        const { body, origin } = object;
        const candidates = origin === undefined ? [] : (waiting.get(origin) ?? []);
        const found = sourceOf(body, candidates);
        if (found === undefined) {
            generated.push(object);
            continue;
        }
        candidates.splice(candidates.indexOf(found), 1);
        const finished = finish(body);
        const metadata = (0,json/* member */.Dc)(finished.body, 'metadata');
        applied.set(found, {
            resource: as(found.resource, finished, patches),
            namespace: (0,json/* textMember */.SA)(metadata, 'namespace'),
            name: (0,json/* textMember */.SA)(metadata, 'name'),
            isPatched: finished.isOpen,
            isRewritten: false,
        });
    }
    // Where something of a file was not recognised, what seems to be missing may be that.
    const unsure = new Set(generated.flatMap(({ origin }) => origin ?? []));
    const left = [...waiting].flatMap(([path, items]) => (unsure.has(path) ? items : []));
    const removed = [...waiting].flatMap(([path, items]) => unsure.has(path) ? [] : items.map(({ resource }) => resource));
    return {
        // In the order of the files, whatever order kustomize prints.
        folder: {
            ...read,
            objects: read.objects.flatMap(item => applied.get(item) ?? (left.includes(item) ? item : [])),
            generated,
            isOpen: false,
        },
        removed,
    };
}
/** Which object of a file it was: that of its name, or of its kind alone where there is one. */
function sourceOf(body, candidates) {
    const kind = (0,json/* textMember */.SA)(body, 'kind');
    const group = groupOf((0,json/* textMember */.SA)(body, 'apiVersion') ?? '');
    const metadata = (0,json/* member */.Dc)(body, 'metadata');
    const name = (0,json/* textMember */.SA)(metadata, 'name');
    const namespace = (0,json/* textMember */.SA)(metadata, 'namespace');
    const same = candidates.filter(({ resource }) => resource.kind === kind && resource.group === group);
    if (same.length < 2)
        return same[0];
    const named = same.filter(item => item.name === name);
    return (named.find(item => item.namespace === namespace) ?? named[0] ?? same.find(({ resource }) => resource.name === name));
}
function groupOf(apiVersion) {
    const slash = apiVersion.indexOf('/');
    return slash < 0 ? '' : apiVersion.slice(0, slash);
}
/**
 * Gives objects as they are applied; one and the same for the same result, and the object of the file itself where nothing but
 * its name and namespace differs.
 */
function appliedObjects() {
    const known = new Map();
    return (resource, finished, patches) => {
        const body = underItsOwnName(finished.body, resource);
        if ((0,json/* isSame */.Ft)(body, resource.body))
            return resource;
        const variants = known.get(resource) ?? new Map();
        known.set(resource, variants);
        const key = JSON.stringify(body);
        const variant = variants.get(key) ?? {
            ...resource,
            body,
            made: { written: resource, unsubstituted: underItsOwnName(finished.unsubstituted, resource), patches },
        };
        variants.set(key, variant);
        return variant;
    };
}
/** With the name and namespace that the file has: the ones it gets are those of its placements. */
function underItsOwnName(body, { name, namespace }) {
    const metadata = (0,json/* member */.Dc)(body, 'metadata');
    if (!(0,json/* isMapping */.pi)(body) || !(0,json/* isMapping */.pi)(metadata))
        return body;
    const { name: _, namespace: __, ...rest } = metadata;
    const own = { ...(name === undefined ? {} : { name }), ...(namespace === undefined ? {} : { namespace }) };
    return { ...body, metadata: { ...own, ...rest } };
}

;// CONCATENATED MODULE: ./src/flux/inventory/compose-file.ts


/** The services of a compose file that name an image; none for any other file. */
function composeServicesIn(file) {
    return file.documents.flatMap(document => {
        const { value } = document;
        const services = (0,json/* member */.Dc)(value, 'services');
        if ((0,json/* member */.Dc)(value, 'apiVersion') !== undefined || typeof services !== 'object' || services === null)
            return [];
        return Object.entries(services).flatMap(([name, service]) => {
            const image = (0,json/* member */.Dc)(service, 'image');
            if (typeof image !== 'string')
                return [];
            return [{ file, name, image, span: (0,source_file/* spanAt */.i6)(file, document, ['services', name, 'image']) }];
        });
    });
}

// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(3243);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./src/flux/substitution.ts
var substitution = __webpack_require__(1898);
// EXTERNAL MODULE: ./src/flux/substitution-parse.ts
var substitution_parse = __webpack_require__(180);
// EXTERNAL MODULE: ./src/flux/inventory/resource.ts
var inventory_resource = __webpack_require__(8050);
// EXTERNAL MODULE: ./src/flux/inventory/substituted.ts
var substituted = __webpack_require__(2784);
;// CONCATENATED MODULE: ./src/flux/inventory/finish.ts







/**
 * The steps behind the build, in Flux's order: `commonMetadata`, then `postBuild`. What inline `substitute` says wins over
 * `substituteFrom`, of which later entries win over earlier ones; whatever an encrypted or missing one may say is not known.
 */
function finishOf({ resource }, find) {
    const common = (0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'commonMetadata');
    const postBuild = (0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'postBuild');
    const known = postBuild === undefined ? undefined : knownValues(postBuild, find);
    return built => {
        const body = withCommon(built, common);
        if (known === undefined || (0,substituted/* isLeftAloneBody */.t$)(body) || !JSON.stringify(body).includes('$'))
            return { body, unsubstituted: body, isOpen: false };
        // What a policy's own rules say of variables they say of it as it is written.
        if ((0,json/* textMember */.SA)(body, 'kind') === 'ImagePolicy')
            return { body, unsubstituted: body, isOpen: true };
        const replaced = replacedIn(body, known);
        return { body: replaced ?? body, unsubstituted: body, isOpen: replaced === undefined };
    };
}
function knownValues(postBuild, find) {
    const found = [textsIn((0,json/* member */.Dc)(postBuild, 'substitute'))];
    let isComplete = true;
    for (const entry of (0,json/* listMember */.DW)(postBuild, 'substituteFrom').toReversed()) {
        const name = (0,json/* textMember */.SA)(entry, 'name');
        const holder = name === undefined ? undefined : find((0,json/* textMember */.SA)(entry, 'kind') ?? '', name);
        const values = holder === undefined ? undefined : valuesIn(holder);
        // It may say anything, also of what earlier entries say.
        if (values === undefined) {
            isComplete = false;
            break;
        }
        found.push(values);
    }
    return { values: Object.assign({}, ...found.reverse()), isComplete };
}
function valuesIn(resource) {
    if ((0,inventory_resource/* valueIn */.xm)(resource, 'sops') !== undefined)
        return undefined;
    const data = textsIn((0,inventory_resource/* valueIn */.xm)(resource, 'data'));
    if (resource.kind === 'ConfigMap')
        return data;
    const decoded = Object.entries(data).map(([key, text]) => [key, Buffer.from(text, 'base64').toString('utf8')]);
    return { ...Object.fromEntries(decoded), ...textsIn((0,inventory_resource/* valueIn */.xm)(resource, 'stringData')) };
}
function textsIn(value) {
    if (!(0,json/* isMapping */.pi)(value))
        return {};
    return Object.fromEntries(Object.entries(value).filter((entry) => typeof entry[1] === 'string'));
}
function withCommon(body, common) {
    const labels = textsIn((0,json/* member */.Dc)(common, 'labels'));
    const annotations = textsIn((0,json/* member */.Dc)(common, 'annotations'));
    if (!(0,json/* isMapping */.pi)(body) || Object.keys(labels).length + Object.keys(annotations).length === 0)
        return body;
    const metadata = (0,json/* member */.Dc)(body, 'metadata');
    const add = (field, more) => Object.keys(more).length === 0 ? {} : { [field]: { ...textsIn((0,json/* member */.Dc)(metadata, field)), ...more } };
    const own = (0,json/* isMapping */.pi)(metadata) ? metadata : {};
    return { ...body, metadata: { ...own, ...add('labels', labels), ...add('annotations', annotations) } };
}
/** The object with its variables replaced, as YAML and read again, so that types may change; undefined where not all are known. */
function replacedIn(body, { values, isComplete }) {
    if (Object.keys(values).length === 0)
        return isComplete ? body : undefined;
    const text = (0,dist/* stringify */.As)(body, { lineWidth: 0, aliasDuplicateObjects: false });
    const parsed = (0,substitution_parse/* parseSubstitutions */.G)(text);
    if ('error' in parsed || !areKnown(parsed.parts, values, isComplete))
        return undefined;
    const { output, error } = (0,substitution/* substitute */.V2)(text, values, { strict: true });
    if (error !== null)
        return undefined;
    try {
        return (0,js_yaml/* load */.Hh)(output, { schema: js_yaml/* CORE_SCHEMA */.OU });
    }
    catch (broken) {
        if (broken instanceof js_yaml/* YAMLException */.tB)
            return undefined;
        throw broken;
    }
}
function areKnown(parts, values, isComplete) {
    return parts.every(part => {
        if (typeof part === 'string')
            return true;
        const isSet = Object.hasOwn(values, part.variable);
        if (!isSet && !(isComplete && (0,substitution/* hasDefault */.eS)(part)))
            return false;
        const written = [values[part.variable], ...part.args];
        return (!written.some(text => typeof text === 'string' && isOfOldType(text)) && areKnown(part.args, values, isComplete));
    });
}
/** What Flux, which reads the result as YAML 1.1, takes for a truth or another number than YAML 1.2 does. */
function isOfOldType(text) {
    return /^(?:y|n|yes|no|on|off)$/i.test(text) || /^[-+]?(?:0[0-9_]+|0[bo][0-7_]+|[0-9]+_[0-9_]*)$/.test(text);
}

// EXTERNAL MODULE: ./src/flux/inventory/flux-kustomization.ts
var flux_kustomization = __webpack_require__(2685);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/flux/inventory/kustomize-file.ts
var kustomize_file = __webpack_require__(1566);
// EXTERNAL MODULE: ./src/flux/inventory/source-ignore.ts + 1 modules
var source_ignore = __webpack_require__(6896);
;// CONCATENATED MODULE: ./src/flux/inventory/layout.ts



/** How the files of a tree lie, for finding what a folder comes to. */
function layoutOf(files, resources, plain) {
    const kustomizeFiles = new Map();
    const manifests = [];
    for (const [path, file] of files) {
        if (/\.ya?ml$/.test(path))
            manifests.push(path);
        if (!(0,kustomize_file/* isKustomizeFileName */.vp)(path))
            continue;
        const read = (0,kustomize_file/* readKustomizeFile */.ke)(file, found => files.get(found));
        const folder = external_node_path_.posix.dirname(path);
        if (read !== undefined && !kustomizeFiles.has(folder))
            kustomizeFiles.set(folder, read);
    }
    manifests.sort(compareText);
    return {
        kustomizeFiles,
        kustomizeFileIn: folder => kustomizeFiles.get(folder),
        resourcesOf: path => resources.get(path) ?? [],
        isFile: path => files.has(path),
        fileAt: path => files.get(path),
        fetching: (0,source_ignore/* fetchingOf */.Q)(plain.filter(({ path }) => external_node_path_.posix.basename(path) === source_ignore/* IGNORE_FILE */.S), [...resources.values()].flat().filter(({ group }) => group === 'source.toolkit.fluxcd.io')),
        filesBelow(folder) {
            if (folder === '.')
                return manifests;
            const prefix = `${folder}/`;
            const first = firstFrom(manifests, prefix);
            let last = first;
            while (manifests[last]?.startsWith(prefix))
                last += 1;
            return manifests.slice(first, last);
        },
    };
}
/** The index of the first text that is not less than `least`. */
function firstFrom(sorted, least) {
    let [low, high] = [0, sorted.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle] ?? '') < least)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
function compareText(left, right) {
    return left < right ? -1 : left > right ? 1 : 0;
}

// EXTERNAL MODULE: ./src/flux/inventory/own-source.ts
var own_source = __webpack_require__(5112);
// EXTERNAL MODULE: ./src/flux/inventory/applied.ts
var inventory_applied = __webpack_require__(1913);
;// CONCATENATED MODULE: ./src/flux/inventory/placement.ts



/**
 * Where each object of a tree goes. A cluster starts at a Kustomization named flux-system, as a bootstrap makes it; what no
 * such root reaches belongs to the only cluster there is, or to one that is not known.
 */
function placementsOf(resources, kustomizations, layout, isForeign, builds, finish, as) {
    const removed = new Set();
    const folders = new Map(kustomizations.map(kustomization => {
        if (isForeign(kustomization))
            return [kustomization, elsewhere];
        const read = (0,inventory_applied/* appliedBy */.r8)(kustomization, layout);
        const build = builds(kustomization);
        if (build === undefined || 'error' in build)
            return [kustomization, read];
        const built = builtFolder(kustomization, read, layout, build.objects, finish(kustomization), as);
        for (const resource of built.removed)
            removed.add(resource);
        return [kustomization, built.folder];
    }));
    const clusters = clustersOf(kustomizations, folders);
    const placements = new Map();
    const variants = new Map();
    const isPlaced = (resource) => placements.has(resource) || variants.has(resource) || removed.has(resource);
    const place = (applied, by, cluster) => {
        const known = placements.get(applied.resource);
        const placement = { ...applied, by, cluster };
        if (known === undefined)
            placements.set(applied.resource, [placement]);
        else
            known.push(placement);
        const written = applied.resource.made?.written;
        if (written !== undefined)
            variants.set(written, (variants.get(written) ?? new Set()).add(applied.resource));
    };
    const rewritten = rewrittenIn(folders);
    for (const [by, { objects }] of folders) {
        const mayChange = rewritten.has(by.resource);
        const owners = clusters.filter(cluster => cluster.kustomizations.has(by));
        for (const object of objects) {
            const applied = mayChange ? { ...object, isPatched: true, isRewritten: true } : object;
            if (owners.length === 0)
                place(applied, by, undefined);
            for (const cluster of owners)
                place(applied, by, cluster);
        }
    }
    const only = clusters.length === 1 ? clusters[0] : undefined;
    for (const folder of rootFolders(layout)) {
        for (const applied of (0,inventory_applied/* appliedIn */.Xv)(folder, layout).objects) {
            if (!isPlaced(applied.resource))
                place(applied, undefined, only);
        }
    }
    for (const resource of resources) {
        const { namespace, name } = resource;
        if (!isPlaced(resource))
            place({ resource, namespace, name, isPatched: false, isRewritten: false }, undefined, only);
    }
    const applied = resources.flatMap(resource => [
        ...(placements.has(resource) ? [resource] : []),
        ...(variants.get(resource) ?? []),
    ]);
    const of = new Map(placements);
    for (const [resource, made] of variants)
        of.set(resource, [resource, ...made].flatMap(one => placements.get(one) ?? []));
    return { clusters, resources: applied, of, folders };
}
/** Objects that a patch may change. Where one is a Kustomization, the patch may bring patches for all that it applies. */
function rewrittenIn(folders) {
    const all = [...folders.values()].flatMap(({ objects }) => objects);
    return new Set(all.filter(({ isRewritten }) => isRewritten).map(({ resource }) => resource));
}
/** What a path of another repository comes to is not known. */
const elsewhere = { objects: [], files: new Set(), generated: [], isOpen: true, isCut: false };
function clustersOf(kustomizations, folders) {
    const byResource = new Map(kustomizations.map(kustomization => [kustomization.resource, kustomization]));
    const reached = (root) => {
        const found = new Set([root]);
        for (const next of found) {
            for (const { resource } of folders.get(next)?.objects ?? []) {
                const inner = byResource.get(resource);
                // A root applies itself, and never that of another cluster.
                if (inner !== undefined && (!isRoot(inner) || inner === root))
                    found.add(inner);
            }
        }
        return found;
    };
    const roots = kustomizations.filter(isRoot);
    if (roots.length === 0)
        return apart(kustomizations, folders);
    const clusters = roots.map(root => ({ name: root.path ?? '', kustomizations: reached(root) }));
    if (clusters.length > 1)
        return clusters;
    // With a single root whatever else there is belongs to it too, such as what a person applies by hand.
    return clusters.map(({ name }) => ({ name, kustomizations: new Set(kustomizations) }));
}
/**
 * Clusters of a tree that says of none where it starts. One cluster holds a Kustomization of a name once, so folders with one
 * each are a cluster each; what lies in neither may belong to all of them.
 */
function apart(kustomizations, folders) {
    // Whatever another one applies has the name and the namespace that this gives it.
    const applied = new Set([...folders.values()].flatMap(({ objects }) => objects.map(({ resource }) => resource)));
    const isApplied = ({ resource }) => applied.has(resource);
    const split = (members, below) => {
        const twins = twinsIn(members.filter(member => !isApplied(member) && (0,inventory_applied/* isBelow */.Yw)(member.resource.file.path, below)));
        const shared = sharedFolder(twins.map(({ resource }) => external_node_path_.posix.dirname(resource.file.path)));
        const partOf = ({ resource }) => partBelow(shared, resource.file.path);
        const parts = new Set(twins.map(partOf));
        if (parts.size < 2)
            return [{ name: '', kustomizations: new Set(members) }];
        return [...parts].flatMap(part => split(members.filter(member => partOf(member) === part || !parts.has(partOf(member))), part));
    };
    return split(kustomizations, '.');
}
/** Kustomizations of one name and namespace, the first that occur more than once. */
function twinsIn(kustomizations) {
    const byName = new Map();
    for (const item of kustomizations) {
        const { namespace, name } = item.resource;
        if (namespace === undefined || name === undefined || name.includes('$') || namespace.includes('$'))
            continue;
        const key = `${namespace}/${name}`;
        byName.set(key, [...(byName.get(key) ?? []), item]);
    }
    return [...byName.values()].find(items => items.length > 1) ?? [];
}
/** The innermost folder that holds all of them. */
function sharedFolder(folders) {
    let shared = folders[0] ?? '.';
    while (!folders.every(folder => (0,inventory_applied/* isBelow */.Yw)(folder, shared)))
        shared = external_node_path_.posix.dirname(shared);
    return shared;
}
/** What of a folder holds a file: a sub-folder, or the file itself. */
function partBelow(folder, path) {
    const start = folder === '.' ? '' : `${folder}/`;
    if (!path.startsWith(start))
        return path;
    const end = path.indexOf('/', start.length);
    return end === -1 ? path : path.slice(0, end);
}
/** What `flux bootstrap` writes: a Kustomization named flux-system that applies the folder it lies in. */
function isRoot({ resource, path }) {
    return resource.name === 'flux-system' && path !== undefined && (0,inventory_applied/* isBelow */.Yw)(resource.file.path, path);
}
/** Folders whose kustomize file no other lists. */
function rootFolders(layout) {
    const listed = new Set();
    for (const kustomize of layout.kustomizeFiles.values()) {
        for (const { path } of kustomize.entries)
            if (path !== undefined)
                listed.add(path);
    }
    return [...layout.kustomizeFiles.keys()].filter(folder => !listed.has(folder)).sort();
}

// EXTERNAL MODULE: ./src/flux/inventory/workflow.ts
var inventory_workflow = __webpack_require__(7423);
;// CONCATENATED MODULE: ./src/flux/inventory.ts














const SOURCE_GROUP = 'source.toolkit.fluxcd.io';
/**
 * Takes stock of a tree.
 *
 * @param texts path and content of each YAML or JSON file, of each sealing certificate and each .sourceignore, in any order
 * @param buildDefaults the defaults of the action build-push, by input
 * @param factsOf what former runs have found out about a file
 */
function takeInventory(texts, buildDefaults, factsOf = () => file_facts/* noFacts */.f) {
    const sorted = [...texts].sort(([left], [right]) => (0,bytes/* compareBytes */.Xo)(left, right));
    return inventoryOf(sorted.flatMap(([path, text]) => ((0,manifest_paths/* isPlainPath */.qW)(path) ? [] : (0,source_file/* readSourceFile */.uj)(path, text, factsOf(path, text)))), buildDefaults, sorted.flatMap(([path, text]) => ((0,manifest_paths/* isPlainPath */.qW)(path) ? { path, text } : [])));
}
/**
 * Takes stock of files that are read already, sorted by path.
 *
 * @param plain files that are no YAML (see isPlainPath)
 */
function inventoryOf(read, buildDefaults, plain = []) {
    const files = new Map(read.map(file => [file.path, file]));
    const byFile = new Map(read.map(file => [file.path, (0,inventory_workflow/* isWorkflowFile */.Kr)(file.path) ? [] : (0,inventory_resource/* resourcesIn */.$d)(file)]));
    const layout = layoutOf(files, byFile, plain);
    const parts = partsOf(layout);
    const written = [...byFile].flatMap(([path, found]) => (parts.has(path) ? [] : found));
    const workflows = read.filter(({ path }) => (0,inventory_workflow/* isWorkflowFile */.Kr)(path)).flatMap(file => (0,inventory_workflow/* readWorkflow */.S6)(file) ?? []);
    const unchanging = {
        files,
        parts: [...parts].flatMap(path => byFile.get(path) ?? []),
        layout,
        workflows,
        builds: workflows.flatMap(workflow => (0,inventory_workflow/* buildStepsIn */.Zu)(workflow, buildDefaults)),
        composeServices: read.filter(({ path }) => !(0,inventory_workflow/* isWorkflowFile */.Kr)(path)).flatMap(composeServicesIn),
        certificates: plain.filter(({ path }) => (0,manifest_paths/* isCertificatePath */.FX)(path)),
        plain,
    };
    const builtWith = (builds) => {
        const { kustomizations, ownness, placements } = placed(written, layout, builds);
        const { resources, clusters, of, folders } = placements;
        const byKind = new Map();
        for (const resource of resources) {
            const key = `${resource.group}/${resource.kind}`;
            const known = byKind.get(key);
            if (known === undefined)
                byKind.set(key, [resource]);
            else
                known.push(resource);
        }
        return {
            ...unchanging,
            resources,
            ofKind: (group, kind) => byKind.get(`${group}/${kind}`) ?? [],
            kustomizations,
            clusters,
            placementsOf: resource => of.get(resource) ?? [],
            folders,
            ownness,
            buildOf: builds,
            builtWith,
        };
    };
    return builtWith(build/* noBuilds */.f);
}
/** How deep Kustomizations that patch Kustomizations are followed. */
const DEEPEST = 5;
/** Where everything goes. A Kustomization is itself applied by another one, whose patches may change what it applies. */
function placed(written, layout, builds) {
    const as = appliedObjects();
    const read = (resources) => resources.flatMap(resource => (0,flux_kustomization/* readFluxKustomization */.$G)(resource) ?? []);
    const place = (kustomizations, resources, before) => {
        const sources = resources.filter(({ group }) => group === SOURCE_GROUP);
        const ownness = (0,own_source/* ownSources */.L)(kustomizations, sources);
        const isForeign = (kustomization) => ownness(kustomization) === 'no';
        const finish = (kustomization) => finishOf(kustomization, valuesFor(kustomization, before));
        const placements = placementsOf(written, kustomizations, layout, isForeign, builds, finish, as);
        return { kustomizations, ownness, placements };
    };
    let found = place(read(written), written);
    for (let depth = 0; depth < DEEPEST; depth += 1) {
        const applied = read(found.placements.resources);
        const before = new Set(found.kustomizations.map(({ resource }) => resource));
        const isSettled = applied.length === before.size && applied.every(({ resource }) => before.has(resource));
        // The values of variables are looked up among what was found before.
        const wantsValues = depth === 0 && applied.some(item => item.substitutes && builds(item) !== undefined);
        if (isSettled && !wantsValues)
            break;
        found = place(applied, found.placements.resources, found.placements);
    }
    return found;
}
/** Looks for the ConfigMaps and Secrets that a Kustomization's variables come from; what is there twice is not known. */
function valuesFor({ resource }, placements) {
    const namespaceOf = (one) => placements?.of.get(one)?.[0]?.namespace ?? one.namespace;
    return (kind, name) => {
        const namespace = namespaceOf(resource);
        const found = (placements?.resources ?? []).filter(one => one.group === '' &&
            one.kind === kind &&
            placements?.of
                .get(one)
                ?.some(place => place.name === name && place.namespace === namespace && !place.isPatched));
        return found.length === 1 && namespace !== undefined ? found[0] : undefined;
    };
}
/** Files that kustomize reads without applying them, such as patches: what looks like an object there is only a part of one. */
function partsOf({ kustomizeFiles }) {
    const read = new Set([...kustomizeFiles.values()].flatMap(({ reads }) => reads));
    for (const { entries } of kustomizeFiles.values()) {
        for (const { path, field } of entries)
            if (path !== undefined && field !== 'crds')
                read.delete(path);
    }
    return read;
}


/***/ }),

/***/ 1913:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xv: () => (/* binding */ appliedIn),
/* harmony export */   Yw: () => (/* binding */ isBelow),
/* harmony export */   ib: () => (/* binding */ generatedEntries),
/* harmony export */   r8: () => (/* binding */ appliedBy)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _kustomize_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1566);


/** What a Flux Kustomization applies, found without building it. Its path may lack a kustomize file: then Flux generates one (see generatedEntries). */
function appliedBy(kustomization, layout) {
    const { path, components, targetNamespace, prefix, suffix, patches, substitutes } = kustomization;
    if (path === undefined)
        return { objects: [], files: new Set(), generated: [], isOpen: true, isCut: false };
    const walk = walkOf(layout, layout.fetching(kustomization).isFetched);
    const found = folderObjects(path, walk);
    const kustomize = layout.kustomizeFileIn(path);
    const added = components
        .flatMap(component => folderObjects(component, walk))
        // Flux writes them into the kustomize file, so what that says holds for them too.
        .map(item => (kustomize === undefined ? item : transformed(item, kustomize)));
    // A component's patches reach everything, and what they change is not followed here.
    const isRewritten = (item) => item.isRewritten || components.length > 0 || patches.some(patch => concerns(patch, item));
    const objects = [...found, ...added].map(item => ({
        ...item,
        namespace: targetNamespace ?? item.namespace,
        name: renamed(item, targetNamespace, prefix, suffix),
        isPatched: item.isPatched || substitutes || isRewritten(item),
        isRewritten: isRewritten(item),
    }));
    return { objects, files: walk.files, generated: [], isOpen: walk.open, isCut: walk.left <= 0 };
}
/** What a folder's kustomize file comes to by itself. */
function appliedIn(folder, layout) {
    const walk = walkOf(layout, () => true);
    return {
        objects: folderObjects(folder, walk),
        files: walk.files,
        generated: [],
        isOpen: walk.open,
        isCut: walk.left <= 0,
    };
}
/** More than any cluster is given at once. */
const MOST_OBJECTS = 50_000;
function walkOf(layout, isFetched) {
    return { layout, isFetched, files: new Set(), open: false, trail: [], left: MOST_OBJECTS };
}
function folderObjects(folder, walk) {
    const { layout, trail, files } = walk;
    if (trail.includes(folder) || trail.length > 50)
        return [];
    if (walk.left <= 0) {
        walk.open = true;
        return [];
    }
    walk.left -= 1;
    const kustomize = layout.kustomizeFileIn(folder);
    trail.push(folder);
    try {
        if (kustomize === undefined)
            return generatedEntries(folder, walk).flatMap(entry => entryObjects(entry, walk));
        files.add(kustomize.file.path);
        for (const path of kustomize.reads)
            files.add(path);
        if (kustomize.isOpen)
            walk.open = true;
        const listed = kustomize.entries.filter(({ field }) => field !== 'generators' && field !== 'transformers');
        const found = listed.flatMap(({ path }) => (path === undefined ? [] : entryObjects(path, walk)));
        return found.map(item => transformed(item, kustomize));
    }
    finally {
        trail.pop();
    }
}
function entryObjects(path, walk) {
    if (!walk.layout.isFile(path))
        return folderObjects(path, walk);
    walk.files.add(path);
    const resources = walk.layout.resourcesOf(path);
    walk.left -= resources.length;
    return resources.map(resource => ({
        resource,
        namespace: resource.namespace,
        name: resource.name,
        isPatched: false,
        isRewritten: false,
    }));
}
function transformed(item, kustomize) {
    const { namespace, prefix, suffix, patches } = kustomize;
    const isTarget = patches.some(patch => concerns(patch, item));
    return {
        resource: item.resource,
        namespace: namespace ?? item.namespace,
        name: renamed(item, namespace, prefix, suffix),
        isPatched: item.isPatched || isTarget,
        isRewritten: item.isRewritten || isTarget,
    };
}
/** kustomize gives no prefix to namespaces and CRDs; a `namespace:` becomes the name of every Namespace below it. */
function renamed({ name, resource: { group, kind } }, namespace, prefix, suffix) {
    if (kind === 'Namespace' && group === '')
        return namespace ?? name;
    return name === undefined || kind === 'CustomResourceDefinition' ? name : `${prefix}${name}${suffix}`;
}
/**
 * What Flux lists in the kustomization.yaml that it generates for a path without one: every `.yaml` and `.yml` below it that the source hands on; a
 * sub-folder with a kustomize file of its own is listed and not entered.
 */
function generatedEntries(folder, { layout, isFetched }) {
    const entries = new Set();
    const fetched = layout.filesBelow(folder).filter(isFetched);
    const inner = fetched.filter(_kustomize_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isKustomizeFileName */ .vp).map(path => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path));
    const roots = inner.filter(root => root !== folder && !inner.some(other => other !== root && isBelow(root, other)));
    for (const root of roots)
        entries.add(root);
    for (const path of fetched) {
        if (!(0,_kustomize_file_js__WEBPACK_IMPORTED_MODULE_1__/* .isKustomizeFileName */ .vp)(path) && !roots.some(root => isBelow(path, root)))
            entries.add(path);
    }
    return [...entries];
}
/** Whether a path is a folder itself or lies below it. */
function isBelow(path, folder) {
    return folder === '.' || path === folder || path.startsWith(`${folder}/`);
}
/** A patch without a target goes by what it contains, so it may concern anything. */
function concerns({ kind, name }, { resource }) {
    if (kind !== undefined && kind !== resource.kind)
        return false;
    if (name === undefined || resource.name === undefined)
        return true;
    // A name is a regular expression; what is more than a plain name counts as a match.
    return !/^[a-z0-9-]+$/.test(name) || name === resource.name;
}


/***/ }),

/***/ 6860:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ noBuilds),
/* harmony export */   s: () => (/* binding */ buildKey)
/* harmony export */ });
/* harmony import */ var _resource_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8050);

const noBuilds = () => undefined;
/** What a build depends on beside the files: the same for two readings of one tree, another when a patch changed the spec. */
function buildKey({ resource }) {
    return JSON.stringify([resource.file.path, resource.document.index, resource.path, (0,_resource_js__WEBPACK_IMPORTED_MODULE_0__/* .valueIn */ .xm)(resource, 'spec')]);
}


/***/ }),

/***/ 2685:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $G: () => (/* binding */ readFluxKustomization),
/* harmony export */   Bz: () => (/* binding */ referenceOf),
/* harmony export */   Yp: () => (/* binding */ KUSTOMIZE_GROUP),
/* harmony export */   zA: () => (/* binding */ imageNamesOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);
/* harmony import */ var _kustomize_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1566);
/* harmony import */ var _resource_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8050);




const KUSTOMIZE_GROUP = 'kustomize.toolkit.fluxcd.io';
/** Reads a Flux Kustomization; undefined for any other object. */
function readFluxKustomization(resource) {
    if (resource.group !== KUSTOMIZE_GROUP || resource.kind !== 'Kustomization')
        return undefined;
    const text = (0,_resource_js__WEBPACK_IMPORTED_MODULE_2__/* .textIn */ .r7)(resource, 'spec', 'path') ?? '.';
    const path = (0,_kustomize_file_js__WEBPACK_IMPORTED_MODULE_1__/* .pathBelow */ .Br)('.', node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join('.', text));
    const images = (0,_resource_js__WEBPACK_IMPORTED_MODULE_2__/* .listIn */ .Of)(resource, 'spec', 'images');
    return {
        resource,
        path,
        source: referenceOf((0,_resource_js__WEBPACK_IMPORTED_MODULE_2__/* .valueIn */ .xm)(resource, 'spec', 'sourceRef'), 'GitRepository'),
        targetNamespace: (0,_resource_js__WEBPACK_IMPORTED_MODULE_2__/* .textIn */ .r7)(resource, 'spec', 'targetNamespace'),
        prefix: (0,_resource_js__WEBPACK_IMPORTED_MODULE_2__/* .textIn */ .r7)(resource, 'spec', 'namePrefix') ?? '',
        suffix: (0,_resource_js__WEBPACK_IMPORTED_MODULE_2__/* .textIn */ .r7)(resource, 'spec', 'nameSuffix') ?? '',
        patches: [...(0,_resource_js__WEBPACK_IMPORTED_MODULE_2__/* .listIn */ .Of)(resource, 'spec', 'patches'), ...(0,_resource_js__WEBPACK_IMPORTED_MODULE_2__/* .listIn */ .Of)(resource, 'spec', 'patchesJson6902')].map(patch => {
            const target = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(patch, 'target');
            return { kind: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textMember */ .SA)(target, 'kind'), name: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textMember */ .SA)(target, 'name') };
        }),
        components: (0,_resource_js__WEBPACK_IMPORTED_MODULE_2__/* .listIn */ .Of)(resource, 'spec', 'components').flatMap(component => typeof component === 'string' && path !== undefined ? ((0,_kustomize_file_js__WEBPACK_IMPORTED_MODULE_1__/* .pathBelow */ .Br)(path, component) ?? []) : []),
        dependsOn: (0,_resource_js__WEBPACK_IMPORTED_MODULE_2__/* .listIn */ .Of)(resource, 'spec', 'dependsOn').map(entry => referenceOf(entry, 'Kustomization')),
        substitutes: (0,_resource_js__WEBPACK_IMPORTED_MODULE_2__/* .valueIn */ .xm)(resource, 'spec', 'postBuild') !== undefined || images.length > 0,
        isSuspended: (0,_resource_js__WEBPACK_IMPORTED_MODULE_2__/* .valueIn */ .xm)(resource, 'spec', 'suspend') === true,
    };
}
/** A `sourceRef`, `dependsOn` or other reference of Flux's. */
function referenceOf(value, kind) {
    return {
        kind: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textMember */ .SA)(value, 'kind') ?? kind,
        namespace: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textMember */ .SA)(value, 'namespace'),
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textMember */ .SA)(value, 'name') ?? '',
    };
}
/** Names of `spec.images`, as kustomize would match them. */
function imageNamesOf({ resource }) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .listMember */ .DW)((0,_resource_js__WEBPACK_IMPORTED_MODULE_2__/* .valueIn */ .xm)(resource, 'spec'), 'images').flatMap(image => (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textMember */ .SA)(image, 'name') ?? []);
}


/***/ }),

/***/ 1102:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  EG: () => (/* binding */ automationSees),
  $u: () => (/* binding */ hasVariable),
  rN: () => (/* binding */ imageLoopOf),
  h4: () => (/* binding */ mayMeet),
  fM: () => (/* binding */ repositoryAdmits)
});

// UNUSED EXPORTS: IMAGE_GROUP, selects, textsIn

// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/flux/image-objects.ts
var image_objects = __webpack_require__(3791);
;// CONCATENATED MODULE: ./src/flux/inventory/access-from.ts

function readAccessFrom(value) {
    if (value === undefined || value === null)
        return undefined;
    return (0,json/* listMember */.DW)(value, 'namespaceSelectors').map(selector => {
        const labels = (0,json/* member */.Dc)(selector, 'matchLabels');
        return new Map(typeof labels === 'object' && labels !== null ? Object.entries(labels) : []);
    });
}
/**
 * Whether a namespace is admitted. An empty selector admits every one.
 *
 * @param labels those of the namespace as each manifest of it has them; none when the tree does not hold it
 * @returns undefined when the labels are not known and would decide
 */
function mayAccess(accessFrom, labels) {
    if (accessFrom === undefined)
        return false;
    if (accessFrom.some(selector => selector.size === 0))
        return true;
    if (labels.length === 0)
        return accessFrom.length === 0 ? false : undefined;
    return accessFrom.some(selector => labels.some(found => [...selector].every(([key, value]) => (0,json/* member */.Dc)(found, key) === value)));
}

// EXTERNAL MODULE: ./src/flux/inventory/flux-kustomization.ts
var flux_kustomization = __webpack_require__(2685);
// EXTERNAL MODULE: ./src/flux/inventory/kustomize-file.ts
var kustomize_file = __webpack_require__(1566);
// EXTERNAL MODULE: ./src/flux/inventory/resource.ts
var inventory_resource = __webpack_require__(8050);
;// CONCATENATED MODULE: ./src/flux/inventory/image-loop.ts






const IMAGE_GROUP = 'image.toolkit.fluxcd.io';
function imageLoopOf(inventory) {
    const repositories = placed(inventory, 'ImageRepository').map(readRepository);
    return {
        repositories,
        policies: placed(inventory, 'ImagePolicy').map(object => readPolicy(object, repositories, inventory)),
        automations: placed(inventory, 'ImageUpdateAutomation').map(readAutomation),
    };
}
/** Whether two objects may meet in one cluster. */
function mayMeet(left, right) {
    const [first, second] = [left.placement.cluster, right.placement.cluster];
    return first === undefined || second === undefined || first === second;
}
/** Whether an automation takes the policies of a namespace and, as far as its selector can be read, this one. */
function automationSees(automation, policy) {
    if (!mayMeet(automation, policy))
        return 'no';
    if (automation.namespace === undefined || policy.namespace === undefined)
        return 'unknown';
    if (automation.namespace !== policy.namespace)
        return 'no';
    if (automation.selector === undefined)
        return 'yes';
    // Labels may come from a kustomize file or a patch.
    if (policy.placement.isPatched)
        return 'unknown';
    return selects(automation.selector, (0,inventory_resource/* valueIn */.xm)(policy.resource, 'metadata', 'labels')) ? 'yes' : 'no';
}
/** Kubernetes' label selector: `matchLabels` and `matchExpressions`, all of them. */
function selects(selector, labels) {
    const wanted = (0,json/* member */.Dc)(selector, 'matchLabels');
    const exact = typeof wanted === 'object' && wanted !== null ? Object.entries(wanted) : [];
    if (exact.some(([key, value]) => (0,json/* member */.Dc)(labels, key) !== value))
        return false;
    return (0,json/* listMember */.DW)(selector, 'matchExpressions').every(expression => {
        const label = (0,json/* member */.Dc)(labels, (0,json/* textMember */.SA)(expression, 'key') ?? '');
        const values = (0,json/* listMember */.DW)(expression, 'values');
        switch ((0,json/* textMember */.SA)(expression, 'operator')) {
            case 'In':
                return label !== undefined && values.includes(label);
            case 'NotIn':
                return label === undefined || !values.includes(label);
            case 'Exists':
                return label !== undefined;
            case 'DoesNotExist':
                return label === undefined;
            default:
                return true;
        }
    });
}
function placed(inventory, kind) {
    return inventory.ofKind(IMAGE_GROUP, kind).flatMap(resource => inventory.placementsOf(resource).map(placement => ({
        resource,
        placement,
        namespace: hasVariable(placement.namespace) ? undefined : placement.namespace,
        name: placement.name ?? '',
    })));
}
function readRepository(object) {
    const { resource } = object;
    const exclusions = (0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'exclusionList');
    return {
        ...object,
        image: (0,inventory_resource/* textIn */.r7)(resource, 'spec', 'image'),
        insecure: (0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'insecure') === true,
        secretName: (0,inventory_resource/* textIn */.r7)(resource, 'spec', 'secretRef', 'name'),
        exclusionList: Array.isArray(exclusions) ? exclusions.filter(pattern => typeof pattern === 'string') : undefined,
        accessFrom: readAccessFrom((0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'accessFrom')),
    };
}
function readPolicy(object, repositories, inventory) {
    const { resource } = object;
    const reference = (0,flux_kustomization/* referenceOf */.Bz)((0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'imageRepositoryRef'), 'ImageRepository');
    return {
        ...object,
        spec: (0,image_objects/* readPolicySpec */.am)((0,inventory_resource/* valueIn */.xm)(resource, 'spec')),
        reference,
        repository: repositoryOf(object, reference, repositories, inventory),
        digestReflection: (0,inventory_resource/* textIn */.r7)(resource, 'spec', 'digestReflectionPolicy') ?? 'Never',
    };
}
function repositoryOf(policy, reference, repositories, inventory) {
    if (policy.placement.isPatched)
        return { state: 'unknown', why: 'a patch or a substitution may change the policy' };
    const namespace = reference.namespace ?? policy.namespace;
    const named = repositories.filter(repository => repository.name === reference.name && mayMeet(policy, repository));
    const found = named.find(repository => repository.namespace !== undefined && repository.namespace === namespace);
    if (found !== undefined)
        return { state: 'found', target: found };
    if (hasVariable(reference.name) || hasVariable(namespace))
        return { state: 'unknown', why: 'a variable is in its name' };
    const near = named.find(repository => repository.namespace === undefined || namespace === undefined);
    if (near !== undefined) {
        // Next to each other in the tree and without a namespace, they can only be meant for the same one.
        return { state: 'found', target: near };
    }
    const { by } = policy.placement;
    const isOpen = by !== undefined && inventory.folders.get(by)?.isOpen === true;
    return isOpen ? { state: 'unknown', why: 'a remote base may bring it' } : { state: 'absent' };
}
function readAutomation(object) {
    const { resource } = object;
    return {
        ...object,
        source: (0,flux_kustomization/* referenceOf */.Bz)((0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'sourceRef'), 'GitRepository'),
        updatePath: (0,kustomize_file/* pathBelow */.Br)('.', ((0,inventory_resource/* textIn */.r7)(resource, 'spec', 'update', 'path') ?? '.').replace(/^\/+/, '') || '.'),
        checkoutBranch: (0,inventory_resource/* textIn */.r7)(resource, 'spec', 'git', 'checkout', 'ref', 'branch'),
        pushBranch: (0,inventory_resource/* textIn */.r7)(resource, 'spec', 'git', 'push', 'branch'),
        selector: (0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'policySelector'),
        messageTemplate: (0,inventory_resource/* textIn */.r7)(resource, 'spec', 'git', 'commit', 'messageTemplate'),
        isSuspended: (0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'suspend') === true,
    };
}
/** Whether the policies of a namespace may use a repository of another. */
function repositoryAdmits(repository, policy, inventory) {
    if (repository.namespace === undefined || policy.namespace === undefined)
        return undefined;
    if (repository.namespace === policy.namespace)
        return true;
    const labels = inventory
        .ofKind('', 'Namespace')
        .filter(({ name }) => name === policy.namespace)
        .map(namespace => (0,inventory_resource/* valueIn */.xm)(namespace, 'metadata', 'labels'));
    return mayAccess(repository.accessFrom, labels);
}
/** A value that kustomize-controller's postBuild would fill in. */
function hasVariable(value) {
    return value?.includes('${') === true;
}
/** Entries of a list that are texts. */
function textsIn(resource, ...keys) {
    return listIn(resource, ...keys).filter(entry => typeof entry === 'string');
}


/***/ }),

/***/ 1566:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Br: () => (/* binding */ pathBelow),
/* harmony export */   ke: () => (/* binding */ readKustomizeFile),
/* harmony export */   vp: () => (/* binding */ isKustomizeFileName)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _yaml_source_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2609);



const NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
function isKustomizeFileName(path) {
    return NAMES.includes(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path));
}
/** Reads a kustomize file; undefined when its first document is no map. Its own type is not asked for: kustomize does not want it. */
function readKustomizeFile(file, findFile) {
    const known = readBefore.get(file);
    if (known !== undefined)
        return known;
    let looksElsewhere = false;
    const read = readAnew(file, path => {
        looksElsewhere = true;
        return findFile(path);
    });
    if (read !== undefined && !looksElsewhere)
        readBefore.set(file, read);
    return read;
}
/** Most files are the same in the tree before a change and in the one after it; what others say may differ. */
const readBefore = new WeakMap();
function readAnew(file, findFile) {
    const body = file.documents[0]?.value;
    if (typeof body !== 'object' || body === null || Array.isArray(body))
        return undefined;
    const folder = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(file.path);
    const entries = ['resources', 'bases', 'crds', 'components', 'generators', 'transformers'].flatMap(field => texts(body, field).map(([text, index]) => ({ field, index, text, path: pathBelow(folder, text) })));
    const reads = readsOf(body, folder);
    const applied = entries.filter(({ field }) => field !== 'generators' && field !== 'transformers');
    return {
        file,
        folder,
        entries,
        isOpen: applied.some(({ path }) => path === undefined) || list(body, 'helmCharts').length > 0,
        namespace: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(body, 'namespace'),
        prefix: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(body, 'namePrefix') ?? '',
        suffix: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(body, 'nameSuffix') ?? '',
        patches: patchesOf(body, entries, path => findFile(pathBelow(folder, path) ?? '')),
        reads: reads.inside,
        outside: [...entries.flatMap(({ path, text }) => (path === undefined ? [text] : [])), ...reads.outside],
        images: list(body, 'images').map((image, index) => ({
            index,
            name: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(image, 'name'),
            newName: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(image, 'newName'),
            newTag: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(image, 'newTag'),
            digest: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(image, 'digest'),
        })),
        body,
    };
}
/** A path of a kustomize file seen from the root of the tree; undefined when it is an address or leads out of it. */
function pathBelow(folder, text) {
    if (/^[a-z+]+:\/\/|^git@|^github\.com\/|[?&]ref=|^\/|::/.test(text))
        return undefined;
    const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, text)).replace(/(?<=.)\/$/, '');
    return path === '..' || path.startsWith('../') ? undefined : path;
}
function patchesOf(body, entries, findFile) {
    // Transformers and configurations from files can change anything.
    const anything = entries.some(({ field }) => field === 'transformers') ||
        texts(body, 'configurations').some(([path]) => !onlyFollowsNames(findFile(path)));
    const targets = anything ? [{ kind: undefined, name: undefined }] : [];
    for (const patch of [...list(body, 'patches'), ...list(body, 'patchesJson6902')]) {
        const target = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(patch, 'target');
        if (target === undefined)
            targets.push(...targetsNamedIn((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(patch, 'patch') ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(patch, 'path'), findFile));
        else
            targets.push({ kind: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(target, 'kind'), name: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(target, 'name') });
    }
    for (const [patch] of texts(body, 'patchesStrategicMerge'))
        targets.push(...targetsNamedIn(patch, findFile));
    for (const replacement of list(body, 'replacements')) {
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(replacement, 'path') !== undefined)
            targets.push({ kind: undefined, name: undefined });
        for (const target of list(replacement, 'targets')) {
            const select = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(target, 'select');
            targets.push({ kind: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(select, 'kind'), name: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(select, 'name') });
        }
    }
    return targets;
}
/** A configuration that says where names of generated ConfigMaps and Secrets stand changes those, and no other value. */
function onlyFollowsNames(file) {
    const body = file?.documents[0]?.value;
    return typeof body === 'object' && body !== null && Object.keys(body).every(key => key === 'nameReference');
}
/** The objects that a patch names, written in place or in a file; anything, where it names none. */
function targetsNamedIn(patch, findFile) {
    const anything = [{ kind: undefined, name: undefined }];
    if (patch === undefined)
        return anything;
    const file = patch.includes('\n') ? (0,_yaml_source_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readSourceFile */ .uj)('', patch) : findFile(patch);
    if (file === undefined || file.problems.length > 0 || file.documents.length === 0)
        return anything;
    return file.documents.map(({ value }) => ({
        kind: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(value, 'kind'),
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(value, 'metadata'), 'name'),
    }));
}
/** The files that it reads: paths from the root of the tree, and what is none of it as it is written. */
function readsOf(body, folder) {
    const found = { inside: [], outside: [] };
    const add = (text) => {
        if (text === undefined || text.includes('\n'))
            return;
        const path = pathBelow(folder, text);
        if (path === undefined)
            found.outside.push(text);
        else
            found.inside.push(path);
    };
    for (const patch of [...list(body, 'patches'), ...list(body, 'patchesJson6902'), ...list(body, 'replacements')])
        add((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(patch, 'path'));
    for (const field of ['patchesStrategicMerge', 'configurations', 'generators', 'transformers', 'validators', 'crds']) {
        for (const [text] of texts(body, field))
            add(text);
    }
    for (const field of ['configMapGenerator', 'secretGenerator']) {
        for (const generator of list(body, field)) {
            for (const [text] of texts(generator, 'files'))
                add(text.slice(text.indexOf('=') + 1));
            for (const [text] of texts(generator, 'envs'))
                add(text);
            add((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(generator, 'env'));
        }
    }
    for (const chart of list(body, 'helmCharts'))
        add((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(chart, 'valuesFile'));
    add((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(body, 'openapi'), 'path'));
    return found;
}
function list(value, name) {
    const found = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(value, name);
    return Array.isArray(found) ? found : [];
}
function texts(value, name) {
    return list(value, name).flatMap((text, index) => typeof text === 'string' && text !== '' ? [[text, index]] : []);
}


/***/ }),

/***/ 5112:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ ownSources),
/* harmony export */   n: () => (/* binding */ plainAddress)
/* harmony export */ });
/* harmony import */ var _image_loop_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1102);
/* harmony import */ var _resource_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8050);


/**
 * Tells for each Kustomization whether its source is the tree at hand. The source of a root (what a bootstrap writes) is, and
 * so is every one with the same address. Without a root, it is the only source that the Kustomizations name. An artifact
 * (OCIRepository, Bucket) may be made of anything.
 */
function ownSources(kustomizations, sources) {
    const addressOf = ({ source, resource }) => {
        if (source.kind !== 'GitRepository' || (0,_image_loop_js__WEBPACK_IMPORTED_MODULE_0__/* .hasVariable */ .$u)(source.name))
            return undefined;
        const namespace = source.namespace ?? resource.namespace;
        const found = sources.find(candidate => candidate.kind === 'GitRepository' &&
            candidate.name === source.name &&
            (candidate.namespace === undefined || namespace === undefined || candidate.namespace === namespace));
        const url = found === undefined ? undefined : (0,_resource_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(found, 'spec', 'url');
        if (url !== undefined)
            return (0,_image_loop_js__WEBPACK_IMPORTED_MODULE_0__/* .hasVariable */ .$u)(url) ? undefined : plainAddress(url);
        // A bootstrap's own source may be applied by nobody but flux itself.
        return source.name === 'flux-system' ? 'flux-system' : undefined;
    };
    const roots = kustomizations.filter(({ resource }) => resource.name === 'flux-system');
    const own = new Set(roots.map(addressOf));
    if (roots.length === 0) {
        const all = new Set(kustomizations.map(addressOf));
        if (all.size === 1)
            for (const address of all)
                own.add(address);
    }
    return kustomization => {
        if (roots.includes(kustomization))
            return 'yes';
        const address = addressOf(kustomization);
        if (address === undefined)
            return 'unknown';
        if (own.has(address))
            return 'yes';
        return own.size === 0 || own.has(undefined) ? 'unknown' : 'no';
    };
}
/** One repository has several addresses: over SSH and HTTPS, with and without `.git`. */
function plainAddress(url) {
    return url
        .replace(/^[a-z+]+:\/\//i, '')
        .replace(/^[^@/]*@/, '')
        .replace(/:(?![0-9]+\/)/, '/')
        .replace(/(?:\.git)?\/*$/, '')
        .toLowerCase();
}


/***/ }),

/***/ 3259:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ patchPlacesIn),
/* harmony export */   i: () => (/* binding */ patchPlacesOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);
/* harmony import */ var _yaml_source_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2609);
/* harmony import */ var _kustomize_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1566);




const FIELDS = ['patches', 'patchesStrategicMerge', 'patchesJson6902'];
/** The patches of a Kustomization and of the kustomize files that it takes, the outermost first, as they have the last word. */
function patchPlacesOf({ resource }, files, layout) {
    const spec = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(resource.body, 'spec');
    const own = patchPlacesIn(spec, '.', () => undefined, resource.file, resource.document, [...resource.path, 'spec']);
    const inner = [...layout.kustomizeFiles.values()].flatMap(({ file, folder, body }) => {
        const [document] = file.documents;
        if (document === undefined || !files.has(file.path))
            return [];
        return patchPlacesIn(body, folder, path => layout.fileAt(path), file, document, []);
    });
    return [...own, ...inner.sort((left, right) => depthOf(left) - depthOf(right))];
}
function depthOf({ file }) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(file.path).split('/').length;
}
/**
 * The patches that a kustomize file, or the `spec` of a Kustomization, names or writes.
 *
 * @param above where the body stands in the document
 */
function patchPlacesIn(body, folder, fileAt, file, document, above) {
    return FIELDS.flatMap(field => (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .listMember */ .DW)(body, field).flatMap((patch, index) => {
        const keys = [...above, field, index];
        const target = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(patch, 'target');
        const inline = typeof patch === 'string' && patch.includes('\n') ? patch : (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textMember */ .SA)(patch, 'patch');
        if (inline !== undefined)
            return (0,_yaml_source_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readSourceFile */ .uj)('', inline).documents.map(({ value }) => ({
                file,
                document,
                keys: typeof patch === 'string' ? keys : [...keys, 'patch'],
                body: value,
                target,
            }));
        const path = (0,_kustomize_file_js__WEBPACK_IMPORTED_MODULE_2__/* .pathBelow */ .Br)(folder, typeof patch === 'string' ? patch : ((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textMember */ .SA)(patch, 'path') ?? ''));
        const other = path === undefined ? undefined : fileAt(path);
        if (other !== undefined)
            return other.documents.map(found => ({
                file: other,
                document: found,
                keys: undefined,
                body: found.value,
                target,
            }));
        // Older Kustomizations have the patch itself in the list.
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isMapping */ .pi)(patch) && field === 'patchesStrategicMerge'
            ? [{ file, document, keys, body: patch, target: undefined }]
            : [];
    }));
}


/***/ }),

/***/ 8050:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ resourcesIn),
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   Of: () => (/* binding */ listIn),
/* harmony export */   Vl: () => (/* binding */ partIn),
/* harmony export */   hO: () => (/* binding */ rangeIn),
/* harmony export */   lW: () => (/* binding */ pathIn),
/* harmony export */   r7: () => (/* binding */ textIn),
/* harmony export */   w8: () => (/* binding */ keyPlaceOf),
/* harmony export */   xm: () => (/* binding */ valueIn),
/* harmony export */   yv: () => (/* binding */ originOf)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _once_per_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3444);
/* harmony import */ var _yaml_source_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2609);



/**
 * The Kubernetes objects of a file: documents with `apiVersion` and `kind`; the items of a `kind: List` in its place.
 * kustomize's own files are none.
 */
const resourcesIn = (0,_once_per_js__WEBPACK_IMPORTED_MODULE_1__/* .oncePer */ .P)((file) => file.documents.flatMap(document => {
    const whole = resourceOf(file, document, [], document.value);
    if (whole === undefined)
        return [];
    const items = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .listMember */ .DW)(whole.body, 'items');
    if (whole.kind !== 'List' && !(whole.kind.endsWith('List') && items.length > 0))
        return [whole];
    return items.flatMap((item, index) => resourceOf(file, document, ['items', index], item) ?? []);
}));
function resourceOf(file, document, path, body) {
    const apiVersion = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(body, 'apiVersion');
    const kind = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(body, 'kind');
    if (apiVersion === undefined || kind === undefined || apiVersion.startsWith('kustomize.config.k8s.io/'))
        return undefined;
    const metadata = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(body, 'metadata');
    const slash = apiVersion.indexOf('/');
    return {
        file,
        document,
        path,
        group: slash < 0 ? '' : apiVersion.slice(0, slash),
        version: apiVersion.slice(slash + 1),
        kind,
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(metadata, 'name'),
        namespace: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(metadata, 'namespace'),
        body,
        made: undefined,
    };
}
/** A part of an object; undefined when it is not there. */
function valueIn(resource, ...keys) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(resource.body, keys);
}
/** A part of an object that is a non-empty text. */
function textIn(resource, ...keys) {
    const value = valueIn(resource, ...keys);
    return typeof value === 'string' && value !== '' ? value : undefined;
}
/** A part of an object that is a list; empty when it is none. */
function listIn(resource, ...keys) {
    const value = valueIn(resource, ...keys);
    return Array.isArray(value) ? value : [];
}
/** Where the value of a part stands in its own file; see spanAt for what is not written. */
function placeOf(resource, ...keys) {
    return (0,_yaml_source_file_js__WEBPACK_IMPORTED_MODULE_0__/* .spanAt */ .i6)(resource.file, resource.document, [...resource.path, ...writtenKeys(resource, keys)]);
}
/** Where the name of a member stands in its own file. */
function keyPlaceOf(resource, ...keys) {
    return (0,_yaml_source_file_js__WEBPACK_IMPORTED_MODULE_0__/* .keySpanAt */ .VE)(resource.file, resource.document, [...resource.path, ...writtenKeys(resource, keys)]);
}
/** Where the value of a part comes from: the file of the object, or a patch that wrote it. */
function originOf(resource, ...keys) {
    const { made, body, file } = resource;
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(body, keys);
    if (made !== undefined &&
        value !== undefined &&
        !(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isSame */ .Ft)(value, (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(made.written.body, writtenKeys(resource, keys)))) {
        for (const patch of made.patches()) {
            const span = spanInPatch(patch, body, keys, value);
            if (span !== undefined)
                return { file: patch.file.path, span };
        }
    }
    return { file: file.path, span: placeOf(resource, ...keys) };
}
/** Where a patch writes this very value; undefined where it does not. */
function spanInPatch({ file, document, keys: standing, body }, applied, keys, value) {
    if (Array.isArray(body)) {
        const pointer = `/${keys.map(key => String(key).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
        const index = body.findIndex(change => (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(change, 'path') === pointer && (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isSame */ .Ft)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(change, 'value'), value));
        return index < 0 ? undefined : (0,_yaml_source_file_js__WEBPACK_IMPORTED_MODULE_0__/* .spanAt */ .i6)(file, document, standing ?? [index, 'value']);
    }
    const own = twinKeys(applied, body, keys);
    if (own.length < keys.length || !(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isSame */ .Ft)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(body, own), value))
        return undefined;
    return (0,_yaml_source_file_js__WEBPACK_IMPORTED_MODULE_0__/* .spanAt */ .i6)(file, document, standing ?? own);
}
/** The same part in the file. */
function writtenKeys({ body, made }, keys) {
    return made === undefined ? keys : twinKeys(body, made.written.body, keys);
}
/** The same part of another object, as far as it has it: a merge moves the items of lists, which are known again by their names. */
function twinKeys(body, other, keys) {
    const found = [];
    let [part, own] = [body, other];
    for (const key of keys) {
        part = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(part, [key]);
        const ownKey = Array.isArray(own) && typeof key === 'number' ? twinOf(part, own, key) : key;
        own = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(own, [ownKey]);
        if (own === undefined)
            break;
        found.push(ownKey);
    }
    return found;
}
function twinOf(item, list, index) {
    const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(item, 'name');
    const twin = list.findIndex(other => (name === undefined ? other === item : (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(other, 'name') === name));
    return twin < 0 && name === undefined ? index : twin;
}
/** Offsets of a scalar in its file, quotes included, for an edit; undefined when it is not written. */
function rangeIn(resource, ...keys) {
    const part = partIn(resource, ...keys);
    return part === undefined ? undefined : [part.start, part.end];
}
/** A part as its file writes it; undefined when it is not written, or when a patch writes another value. */
function partIn(resource, ...keys) {
    const path = pathIn(resource, ...keys);
    return path === undefined ? undefined : (0,_yaml_source_file_js__WEBPACK_IMPORTED_MODULE_0__/* .partAt */ .l0)(resource.document, path);
}
/** Where in its document a part stands; undefined when a patch writes another value. */
function pathIn(resource, ...keys) {
    const own = writtenKeys(resource, keys);
    const { made, path } = resource;
    if (made !== undefined && !(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isSame */ .Ft)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(made.written.body, own), valueIn(resource, ...keys)))
        return undefined;
    return [...path, ...own];
}
/** Kind, namespace and name as people write them: `ImagePolicy flux-system/frontend`. */
function titleOf({ kind, namespace, name }) {
    return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name ?? '(without a name)'}`;
}


/***/ }),

/***/ 6896:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ IGNORE_FILE),
  Q: () => (/* binding */ fetchingOf)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/flux/go/glob.ts
var glob = __webpack_require__(8614);
;// CONCATENATED MODULE: ./src/flux/go/gitignore.ts

/**
 * Reads patterns.
 *
 * @param folder where the file lies, from the root; `.` for the root
 */
function ignorePatterns(text, folder) {
    const at = folder === '.' ? [] : folder.split('/');
    return text.split(/\r?\n/).flatMap(line => {
        if (line.startsWith('#') || line.trim() === '')
            return [];
        const isInclusion = line.startsWith('!');
        const rest = isInclusion ? line.slice(1) : line;
        const trimmed = rest.endsWith('\\ ') ? rest : rest.replace(/ +$/, '');
        const isForFolders = trimmed.endsWith('/');
        const parts = (isForFolders ? trimmed.slice(0, -1) : trimmed).split('/');
        return [{ folder: at, parts, isInclusion, isForFolders }];
    });
}
/**
 * Whether the last pattern that speaks of a file leaves it out. Unlike in git, a file comes back from a folder that is left out.
 *
 * @param path a file, from the root
 */
function isIgnored(patterns, path) {
    const names = path.split('/');
    const last = patterns.findLast(pattern => speaksOf(pattern, names));
    return last !== undefined && !last.isInclusion;
}
function speaksOf({ folder, parts, isForFolders }, names) {
    if (names.length <= folder.length || folder.some((name, index) => names[index] !== name))
        return false;
    const below = names.slice(folder.length);
    const [only = ''] = parts;
    if (parts.length > 1)
        return matchesPath(parts, below, isForFolders);
    // The first name counts that fits: a folder of the pattern's name, and then the file in it is meant too.
    const at = below.findIndex(name => isMatch(only, name));
    return at >= 0 && !(isForFolders && at === below.length - 1);
}
/** From the pattern's folder on, name by name; what lies below the last one is meant too. `**` passes over any number of names. */
function matchesPath(parts, names, isForFolders) {
    let at = 0;
    let isFound = false;
    let passes = false;
    for (const [index, part] of parts.entries()) {
        if (part === '')
            passes = false;
        else if (part === '**') {
            if (index === parts.length - 1)
                break;
            passes = true;
        }
        else if (part.includes('**') || at === names.length)
            return false;
        else {
            const end = passes ? names.findIndex((name, place) => place >= at && isMatch(part, name)) : at;
            isFound = end >= 0 && isMatch(part, names[end] ?? '');
            if (!isFound && !passes)
                return false;
            passes = false;
            at = isFound ? end + 1 : names.length;
        }
    }
    return isFound && !(isForFolders && at === names.length);
}
function isMatch(pattern, name) {
    // Most patterns are plain names, and every file is asked about each.
    if (!/[*?[\\]/.test(pattern))
        return pattern === name;
    return (0,glob/* globMatches */.m)(Buffer.from(pattern), Buffer.from(name)) === true;
}

// EXTERNAL MODULE: ./src/flux/inventory/resource.ts
var inventory_resource = __webpack_require__(8050);
;// CONCATENATED MODULE: ./src/flux/inventory/source-ignore.ts



const IGNORE_FILE = '.sourceignore';
/** Never handed on, unless a pattern says `!`. */
const OF_GIT = '.git/\n.gitignore\n.gitmodules\n.gitattributes\n';
/** Left out where nobody has any pattern. */
const DEFAULTS = `*.jpg
*.jpeg
*.gif
*.png
*.wmv
*.flv
*.tar.gz
*.zip
.github/
.circleci/
.travis.yml
.gitlab-ci.yml
appveyor.yml
.drone.yml
cloudbuild.yaml
codeship-services.yml
codeship-steps.yml
**/.goreleaser.yml
**/.sops.yaml
**/.flux.yaml
`;
/**
 * Tells what the source-controller leaves out: what every `.sourceignore` of the tree says for its folder, and then `spec.ignore` of
 * the source; only where there is no pattern at all its own list.
 *
 * @param ignoreFiles every `.sourceignore`
 * @param sources every object that may be a source
 */
function fetchingOf(ignoreFiles, sources) {
    // The root first; a folder before what is in it.
    const inTree = ignoreFiles
        .toSorted((left, right) => (external_node_path_.posix.dirname(left.path) < external_node_path_.posix.dirname(right.path) ? -1 : 1))
        .flatMap(({ path, text }) => ignorePatterns(text, external_node_path_.posix.dirname(path)));
    const known = new Map();
    return ({ source, resource }) => {
        const namespace = source.namespace ?? resource.namespace;
        const texts = new Set(sources
            .filter(one => one.kind === source.kind &&
            one.name === source.name &&
            (one.namespace === undefined || namespace === undefined || one.namespace === namespace))
            .map(one => (0,inventory_resource/* textIn */.r7)(one, 'spec', 'ignore')));
        const [text] = texts;
        const isSure = texts.size < 2 && text?.includes('${') !== true;
        const key = JSON.stringify([isSure, text]);
        const found = known.get(key) ?? { isSure, isFetched: notIgnored([...inTree, ...ignorePatterns(text ?? '', '.')]) };
        known.set(key, found);
        return found;
    };
}
function notIgnored(own) {
    const patterns = [...ignorePatterns(OF_GIT, '.'), ...(own.length === 0 ? ignorePatterns(DEFAULTS, '.') : own)];
    const known = new Map();
    return path => {
        const is = known.get(path) ?? !isIgnored(patterns, path);
        known.set(path, is);
        return is;
    };
}


/***/ }),

/***/ 2784:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ isLeftAlone),
/* harmony export */   Pv: () => (/* binding */ badReferencesIn),
/* harmony export */   Tb: () => (/* binding */ SUBSTITUTE_KEY),
/* harmony export */   t$: () => (/* binding */ isLeftAloneBody)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _yaml_source_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2609);
/* harmony import */ var _substitution_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1898);
/* harmony import */ var _substitution_parse_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(180);




/** The label or annotation by which an object opts out. */
const SUBSTITUTE_KEY = 'kustomize.toolkit.fluxcd.io/substitute';
/** Whether postBuild leaves an object alone. */
function isLeftAlone({ body }) {
    return isLeftAloneBody(body);
}
/** The same, of what is no object of a file. */
function isLeftAloneBody(body) {
    const metadata = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(body, 'metadata');
    return ['labels', 'annotations'].some(field => (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(metadata, field), SUBSTITUTE_KEY) === 'disabled');
}
/**
 * What postBuild cannot replace in an object: faults of grammar, and variables that it knows nothing of. Comments are gone by
 * then, so scalars alone count.
 *
 * @param isSet undefined where variables are not known, or may be unset
 */
function badReferencesIn(part, isSet) {
    return scalarsOf(part.body, []).flatMap(({ keys, text }) => {
        const parsed = (0,_substitution_parse_js__WEBPACK_IMPORTED_MODULE_3__/* .parseSubstitutions */ .G)(text);
        if ('error' in parsed) {
            const found = /^.*/.exec(text.slice(parsed.start))?.[0] ?? '';
            return [{ keys, span: spanOf(part, keys, found), text: found, problem: { error: parsed.error } }];
        }
        if (isSet === undefined)
            return [];
        return unset(parsed.parts, isSet).map(({ variable, start, end }) => {
            const found = text.slice(start, end);
            return { keys, span: spanOf(part, keys, found), text: found, problem: { variable } };
        });
    });
}
/** Texts of an object that hold a reference, in the order of the file. */
function scalarsOf(value, keys) {
    if (typeof value === 'string')
        return value.includes('${') ? [{ keys, text: value }] : [];
    if (Array.isArray(value))
        return value.flatMap((item, index) => scalarsOf(item, [...keys, index]));
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .pi)(value))
        return [];
    return Object.entries(value).flatMap(([key, item]) => scalarsOf(item, [...keys, key]));
}
/** A default is looked up even where it is not needed. */
function unset(parts, isSet) {
    return parts.flatMap((part) => {
        if (typeof part === 'string')
            return [];
        const inner = unset(part.args, isSet);
        return isSet(part.variable) || (0,_substitution_js__WEBPACK_IMPORTED_MODULE_1__/* .hasDefault */ .eS)(part) ? inner : [part, ...inner];
    });
}
/** The place of the reference itself, or of its scalar where that is written in another way. */
function spanOf({ file, document, path }, keys, text) {
    const whole = [...path, ...keys];
    const { start, end } = (0,_yaml_source_file_js__WEBPACK_IMPORTED_MODULE_0__/* .partAt */ .l0)(document, whole) ?? { start: 0, end: 0 };
    const at = text === '' ? -1 : file.text.indexOf(text, start);
    return at < 0 || at >= end ? (0,_yaml_source_file_js__WEBPACK_IMPORTED_MODULE_0__/* .spanAt */ .i6)(file, document, whole) : file.span(at, at + text.length);
}


/***/ }),

/***/ 7423:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kr: () => (/* binding */ isWorkflowFile),
/* harmony export */   S6: () => (/* binding */ readWorkflow),
/* harmony export */   Zu: () => (/* binding */ buildStepsIn)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _yaml_source_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2609);



function isWorkflowFile(path) {
    return /^\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/.test(path);
}
function readWorkflow(file) {
    const [document] = file.documents;
    if (document === undefined)
        return undefined;
    const jobs = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(document.value, 'jobs');
    if (typeof jobs !== 'object' || jobs === null)
        return undefined;
    const steps = Object.entries(jobs).flatMap(([job, body]) => (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .listMember */ .DW)(body, 'steps').map((step, index) => stepOf(file, document, job, index, step)));
    return {
        file,
        document,
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(document.value, 'name') ?? file.path,
        push: pushTrigger(file, document),
        steps,
    };
}
/**
 * Steps that use the action build-push, of any owner or by a local path.
 *
 * @param defaults the action's own defaults, by input
 */
function buildStepsIn(workflow, defaults) {
    return workflow.steps
        .filter(({ uses }) => uses !== undefined && isBuildPush(uses))
        .map(step => buildStep(step, workflow, defaults));
}
function isBuildPush(uses) {
    return /(?:^|\/)actions\/build-push(?:@|\/?$)/.test(uses);
}
function stepOf(workflow, document, job, index, step) {
    const inputs = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(step, 'with');
    const given = typeof inputs === 'object' && inputs !== null ? Object.entries(inputs) : [];
    return {
        workflow,
        document,
        path: ['jobs', job, 'steps', index],
        job,
        uses: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(step, 'uses'),
        run: (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(step, 'run'),
        with: new Map(given.map(([name, value]) => [name, value === null ? '' : String(value)])),
    };
}
/** `on` may be a word, a list of words or a map; `on: {push: }` has no filter. */
function pushTrigger(file, document) {
    const on = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(document.value, 'on') ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(document.value, 'true');
    const push = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(on, 'push');
    if (on !== 'push' && !(Array.isArray(on) && on.includes('push')) && push === undefined)
        return undefined;
    const patterns = (name) => {
        const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(push, name);
        if (typeof value === 'string')
            return [value];
        return Array.isArray(value) ? value.filter(pattern => typeof pattern === 'string') : undefined;
    };
    return {
        branches: patterns('branches'),
        branchesIgnore: patterns('branches-ignore'),
        paths: patterns('paths'),
        pathsIgnore: patterns('paths-ignore'),
        tags: patterns('tags') ?? patterns('tags-ignore'),
        span: (0,_yaml_source_file_js__WEBPACK_IMPORTED_MODULE_1__/* .spanAt */ .i6)(file, document, push === undefined ? ['on'] : ['on', 'push']),
    };
}
function buildStep(step, workflow, defaults) {
    const { workflow: file, document, path } = step;
    const span = (0,_yaml_source_file_js__WEBPACK_IMPORTED_MODULE_1__/* .spanAt */ .i6)(file, document, [...path, 'uses']);
    const stated = (name) => {
        const value = step.with.get(name);
        const place = value === undefined ? span : (0,_yaml_source_file_js__WEBPACK_IMPORTED_MODULE_1__/* .spanAt */ .i6)(file, document, [...path, 'with', name]);
        return settled((value ?? defaults.get(name) ?? '').trim(), `the input "${name}"`, place);
    };
    const registry = stated('registry');
    return {
        step,
        workflow,
        span,
        registry: registry.known && registry.value === '' ? unknown('the input "registry" is not given', span) : registry,
        insecure: mapStated(stated('insecure'), value => value === 'true'),
        tagPrefix: stated('tag-prefix'),
        images: imagesOf(step, registry, span),
    };
}
function imagesOf(step, registry, span) {
    const text = step.with.get('images');
    if (text === undefined || text.trim() === '') {
        return unknown(step.with.has('bake-files') ? 'the images stand in a bake file' : 'the input "images" is not given', span);
    }
    const place = (0,_yaml_source_file_js__WEBPACK_IMPORTED_MODULE_1__/* .spanAt */ .i6)(step.workflow, step.document, [...step.path, 'with', 'images']);
    // An expression in one value is that value's matter; as the whole list it hides everything.
    if (/^\s*\$\{\{[^}]*\}\}\s*$/.test(text))
        return unknown('the input "images" is an expression', place);
    const list = parsedList(text);
    if (list === undefined)
        return unknown('the input "images" is no YAML list', place);
    return { known: true, span: place, value: list.map(image => builtImage(image, registry, lineOf(text, image, place))) };
}
function builtImage(image, registry, span) {
    const name = settled((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(image, 'name') ?? '', 'the name of an image', span);
    const listed = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(image, 'platforms');
    const platforms = settled(Array.isArray(listed) ? listed.join(',') : typeof listed === 'string' ? listed : '', 'the platforms of an image', span);
    return {
        name,
        platforms: mapStated(platforms, text => text.split(/[\s,]+/).filter(platform => platform !== '')),
        image: registry.known && name.known && registry.value !== '' ? `${registry.value}/${name.value}` : undefined,
    };
}
/** The line of a block scalar on which an image's name stands. */
function lineOf(text, image, place) {
    const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(image, 'name');
    const index = name === undefined ? -1 : text.split('\n').findIndex(line => line.includes(name));
    if (index < 0 || place.endLine === place.line)
        return place;
    const line = place.line + 1 + index;
    return { line, column: 1, endLine: line, endColumn: 1 };
}
function parsedList(text) {
    try {
        const value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text, { maxAliasCount: 0 });
        return Array.isArray(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function settled(value, what, span) {
    return value.includes('${{') ? unknown(`${what} is an expression`, span) : { known: true, value, span };
}
function unknown(why, span) {
    return { known: false, why, span };
}
function mapStated(stated, change) {
    return stated.known ? { ...stated, value: change(stated.value) } : stated;
}


/***/ }),

/***/ 180:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ parseSubstitutions)
/* harmony export */ });
/**
 * The grammar of `${…}` as fluxcd/pkg/envsubst reads it: a bash subset with oddities of its own. The whole text is
 * parsed before any variable is looked up, so a mistake anywhere is an error even where no variable is set.
 */
/** Parses a text. A NUL character ends it, as it does for Flux. */
function parseSubstitutions(text) {
    const cursor = { text: text.split('\0', 1).join(), at: 0 };
    const parts = [];
    while (cursor.at < cursor.text.length) {
        const part = opensReference(cursor) ? reference(cursor, 0) : plainText(cursor);
        if (isFault(part))
            return part;
        parts.push(part);
    }
    return { parts };
}
/** Up to the next reference; every `$$` is one `$`, and of three before a brace the third opens a reference. */
function plainText(cursor) {
    let text = '';
    while (cursor.at < cursor.text.length && !opensReference(cursor)) {
        const dollar = cursor.text.indexOf('$', cursor.at);
        const end = dollar < 0 ? cursor.text.length : dollar;
        text += end === cursor.at ? '$' : cursor.text.slice(cursor.at, end);
        cursor.at = end === cursor.at ? end + (peek(cursor, 1) === '$' ? 2 : 1) : end;
    }
    return text;
}
function reference(cursor, depth) {
    const start = cursor.at;
    if (depth > deepest)
        return { error: `substitutions nest more than ${deepest} levels deep`, start };
    cursor.at += 2;
    const isLength = take(cursor, '#');
    const variable = run(cursor, isNameCharacter);
    if (variable === undefined)
        return { error: isLength ? badSubstitution : 'unable to parse variable name', start };
    const rest = isLength ? { operator: '#', args: [] } : operation(cursor, depth);
    if ('error' in rest)
        return { start, ...rest };
    if (take(cursor, '}'))
        return { variable, ...rest, start, end: cursor.at };
    return { error: rest.operator === '' ? 'missing closing brace' : badSubstitution, start };
}
function operation(cursor, depth) {
    switch (peek(cursor)) {
        case ':':
            return /[=?+-]/.test(peek(cursor, 1)) ? withDefault(cursor, depth) : substring(cursor, depth);
        case '=':
            return withDefault(cursor, depth);
        case ',':
        case '^':
            return { operator: run(cursor, (character, count) => /[,^]/.test(character) && count < 3) ?? '', args: [] };
        case '/':
            return replacement(cursor, depth);
        case '#':
        case '%':
            return removal(cursor, depth);
        default:
            return { operator: '', args: [] };
    }
}
/** `${name:-word}` and its like: the word may be made of several texts and references. */
function withDefault(cursor, depth) {
    const operator = peek(cursor) === '=' ? '=' : peek(cursor) + peek(cursor, 1);
    cursor.at += operator.length;
    const args = [];
    while (peek(cursor) !== '}') {
        const part = argument(cursor, depth, isNotClosing);
        if (isFault(part))
            return part;
        args.push(part);
    }
    return { operator, args };
}
/** `${name:position}` and `${name:position:length}`; the library steps wrong over a colon before a wide character. */
function substring(cursor, depth) {
    const next = peek(cursor, 1);
    if (next === '' || next > '\x7f')
        return { error: badSubstitution };
    cursor.at += 1;
    const position = argument(cursor, depth, character => character !== ':' && character !== '}');
    if (isFault(position))
        return position;
    if (peek(cursor) === '}')
        return { operator: ':', args: [position] };
    if (run(cursor, character => character === ':') === undefined)
        return { error: badSubstitution };
    const length = argument(cursor, depth, isNotClosing);
    return isFault(length) ? length : { operator: ':', args: [position, length] };
}
/** `${name/pattern/text}` with `//`, `/#` or `/%` in front: the pattern runs to the next `/`, over braces and lines. */
function replacement(cursor, depth) {
    const operator = run(cursor, (character, count) => (count === 1 ? '/' : '/#%').includes(character) && count < 3) ?? '';
    const pattern = argument(cursor, depth, character => character !== '/', '$\\');
    if (isFault(pattern))
        return pattern;
    if (run(cursor, character => character === '/') === undefined)
        return { error: badSubstitution };
    if (peek(cursor) === '}')
        return { operator, args: [pattern] };
    const text = argument(cursor, depth, isNotClosing, '$\\');
    return isFault(text) ? text : { operator, args: [pattern, text] };
}
/** `${name#pattern}`, `##`, `%` and `%%`. */
function removal(cursor, depth) {
    const sign = peek(cursor);
    const operator = run(cursor, (character, count) => character === sign && count < 3) ?? '';
    const pattern = argument(cursor, depth, isNotClosing);
    return isFault(pattern) ? pattern : { operator, args: [pattern] };
}
function argument(cursor, depth, accepts, escapes = '') {
    if (opensReference(cursor))
        return reference(cursor, depth + 1);
    const start = cursor.at;
    return run(cursor, accepts, escapes) ?? { error: 'unable to parse substitution within function', start };
}
/** Takes characters up to a reference, the end or one that is not accepted; undefined where there are none. */
function run(cursor, accepts, escapes = '') {
    const start = cursor.at;
    let text = '';
    for (let count = 1;; count += 1) {
        const character = peek(cursor);
        if (character === '' || opensReference(cursor))
            break;
        const escaped = escapes.includes(character) ? escapedBy(character, peek(cursor, 1)) : false;
        if (!escaped && !accepts(character, count))
            break;
        if (escaped)
            cursor.at += 1;
        text += escaped ? peek(cursor) : character;
        cursor.at += escaped ? 1 : character.length;
    }
    return cursor.at === start ? undefined : text;
}
function escapedBy(character, next) {
    return character === '$' ? next === '$' : next === '/' || next === '\\';
}
function opensReference(cursor) {
    return cursor.text.startsWith('${', cursor.at);
}
function take(cursor, character) {
    const found = peek(cursor) === character;
    if (found)
        cursor.at += character.length;
    return found;
}
/** The character at the cursor or some units behind it; '' at the end. */
function peek({ text, at }, ahead = 0) {
    const code = text.codePointAt(at + ahead);
    return code === undefined ? '' : String.fromCodePoint(code);
}
function isNotClosing(character) {
    return character !== '}';
}
function isNameCharacter(character) {
    return /[\p{L}\p{Nd}_]/u.test(character);
}
function isFault(part) {
    return typeof part === 'object' && part !== null && 'error' in part;
}
const badSubstitution = 'bad substitution';
const deepest = 500;


/***/ }),

/***/ 1898:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KL: () => (/* binding */ isVariableName),
/* harmony export */   V2: () => (/* binding */ substitute),
/* harmony export */   eS: () => (/* binding */ hasDefault)
/* harmony export */ });
/* harmony import */ var _go_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6225);
/* harmony import */ var _go_case_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6500);
/* harmony import */ var _go_glob_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8614);
/* harmony import */ var _go_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4282);
/* harmony import */ var _substitution_parse_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(180);





/** The names that postBuild accepts; any other fails the whole Kustomization. */
function isVariableName(name) {
    return /^[_a-zA-Z][_a-zA-Z0-9]*$/.test(name);
}
/**
 * Replaces `${…}` as the kustomize-controller's postBuild does with one manifest: `$name` stays, `$$` is `$`. Line ends
 * are taken out of the values. Flux runs it only for a Kustomization that sets at least one variable.
 */
function substitute(text, variables, { strict }) {
    const parsed = (0,_substitution_parse_js__WEBPACK_IMPORTED_MODULE_4__/* .parseSubstitutions */ .G)(text);
    if ('error' in parsed)
        return { output: text, error: parsed.error };
    const lookUp = name => (Object.hasOwn(variables, name) ? variables[name]?.replaceAll('\n', '') : undefined);
    let output = '';
    for (const part of parsed.parts) {
        const value = evaluate(part, lookUp, strict);
        if (typeof value !== 'string')
            return { output: '', error: value.error };
        output += value;
    }
    return { output: (0,_go_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .wellFormed */ .ES)(output), error: null };
}
function evaluate(part, lookUp, strict) {
    if (typeof part === 'string')
        return part;
    const args = [];
    for (const argument of part.args) {
        const value = evaluate(argument, lookUp, strict);
        if (typeof value !== 'string')
            return value;
        args.push(value);
    }
    const value = lookUp(part.variable);
    if (value === undefined && strict && !hasDefault(part)) {
        return { error: `variable not set (strict mode): ${(0,_go_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(part.variable)}` };
    }
    return apply(part, value ?? '', args);
}
/** Whether a reference says what stands there when its variable is not set. */
function hasDefault({ operator }) {
    return [':-', ':+', ':=', ':?', '='].includes(operator);
}
function apply({ operator, variable }, value, args) {
    const [first = '', second = ''] = args;
    switch (operator) {
        case ',':
            return withFirst(value, _go_case_js__WEBPACK_IMPORTED_MODULE_1__/* .lowerRune */ .CZ);
        case ',,':
            return (0,_go_case_js__WEBPACK_IMPORTED_MODULE_1__/* .lowerCase */ .gQ)(value);
        case '^':
            return withFirst(value, _go_case_js__WEBPACK_IMPORTED_MODULE_1__/* .upperRune */ .NX);
        case '^^':
            return (0,_go_case_js__WEBPACK_IMPORTED_MODULE_1__/* .upperCase */ .lb)(value);
        case ':':
            return substring(value, args);
        case '/':
            return replaceFirst(value, first, second);
        case '//':
            return replaceAll(value, first, second);
        case '/#':
            return args.length === 2 && value.startsWith(first) ? replaceFirst(value, first, second) : value;
        case '/%':
            return args.length === 2 && value.endsWith(first) ? value.slice(0, value.length - first.length) + second : value;
        case '#':
            return args.length === 0 ? String((0,_go_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesOf */ .$$)(value).length) : withoutPrefix(value, first, 'shortest', variable);
        case '##':
            return withoutPrefix(value, first, 'longest', variable);
        case '%':
            return withoutSuffix(value, first, 'shortest', variable);
        case '%%':
            return withoutSuffix(value, first, 'longest', variable);
        default:
            // Also `:?`, which in bash would fail, and `:+`, which in bash would give nothing when the variable is not set.
            return value === '' ? args.join('') : value;
    }
}
function withFirst(value, map) {
    const [first = ''] = value;
    return map(first) + value.slice(first.length);
}
function replaceFirst(value, pattern, replacement) {
    return value.replace(pattern, () => replacement);
}
/** An empty pattern is found before every character and at the end. */
function replaceAll(value, pattern, replacement) {
    if (pattern !== '')
        return value.replaceAll(pattern, () => replacement);
    return replacement + [...value].map(character => character + replacement).join('');
}
/** Positions count bytes. What is no number leaves the value whole; a negative length makes the library panic. */
function substring(value, [positionText = '', lengthText]) {
    const size = (0,_go_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesOf */ .$$)(value).length;
    const position = integer(positionText);
    const length = lengthText === undefined ? size : integer(lengthText);
    if (position === undefined)
        return value;
    const start = position < 0 ? Math.max(0, size + position) : position;
    if (lengthText === undefined || (length !== undefined && start + length >= size))
        return (0,_go_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .sliceBytes */ .A1)(value, start);
    if (length === undefined)
        return value;
    if (length < 0) {
        const bounds = start + length < 0 ? `:${start + length}` : `${start}:${start + length}`;
        return { error: `panic: runtime error: slice bounds out of range [${bounds}]` };
    }
    return (0,_go_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .sliceBytes */ .A1)(value, start, start + length);
}
/** What Go's strconv.Atoi accepts. */
function integer(text) {
    if (!/^[+-]?[0-9]+$/.test(text))
        return undefined;
    const value = BigInt(text.replace('+', ''));
    return BigInt.asIntN(64, value) === value ? Number(value) : undefined;
}
function withoutPrefix(value, pattern, extent, variable) {
    const rest = trimmed((0,_go_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesOf */ .$$)(value), (0,_go_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesOf */ .$$)(pattern), extent);
    return rest === undefined ? { error: `the value of ${(0,_go_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(variable)} is too long to trim` } : (0,_go_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(rest);
}
/** The library turns value and pattern around, brackets and escapes included, trims the front and turns back. */
function withoutSuffix(value, pattern, extent, variable) {
    const rest = withoutPrefix(reversed(value), reversed(pattern), extent, variable);
    return typeof rest === 'string' ? reversed(rest) : rest;
}
/** The bytes without the prefix that matches; the empty prefix is never tried. Undefined when that would take too long. */
function trimmed(value, pattern, extent) {
    if (value.length * value.length * (pattern.length + 1) > mostSteps)
        return undefined;
    let cut = 0;
    for (let length = value.length; length > 0; length -= 1) {
        const matches = (0,_go_glob_js__WEBPACK_IMPORTED_MODULE_2__/* .globMatches */ .m)(pattern, value.subarray(0, length));
        if (matches === 'bad pattern')
            return value;
        if (matches)
            cut = length;
        if (matches && extent === 'longest')
            break;
    }
    return value.subarray(cut);
}
function reversed(text) {
    return [...text].reverse().join('');
}
const mostSteps = 1_000_000_000;


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


/***/ })

};
