export const id = 609;
export const ids = [609];
export const modules = {

/***/ 1635:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ noFacts)
/* harmony export */ });
/** No former run has left anything, and no later one will ask. */
const noFacts = { find: () => undefined, keep: () => undefined };


/***/ }),

/***/ 2117:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BU: () => (/* binding */ partOf),
/* harmony export */   Dl: () => (/* binding */ ROOT),
/* harmony export */   I6: () => (/* binding */ find),
/* harmony export */   QN: () => (/* binding */ hasMapAsName),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   W4: () => (/* binding */ outlineOf),
/* harmony export */   Y_: () => (/* binding */ children),
/* harmony export */   Yq: () => (/* binding */ nameRangeOf),
/* harmony export */   b0: () => (/* binding */ holdsAlias),
/* harmony export */   be: () => (/* binding */ rangeOf)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

const FORMS = ['map', 'list', 'alias', 'plain', 'literal', 'scalar'];
/** In place of a form: a name with nothing behind it. */
const NOTHING = FORMS.length;
const WIDTH = 6;
/** In place of the start of a name: there is none, or it is a map or a list, or an alias. */
const [NO_NAME, MAP_AS_NAME, ALIAS_AS_NAME] = [-1, -2, -3];
/** Takes down where the parts of a tree stand. */
function outlineOf(text, root) {
    const numbers = [];
    const texts = new Map();
    add(root, NO_NAME, 0);
    return { text, numbers, texts };
    function add(node, nameStart, nameEnd) {
        const at = numbers.length;
        const [start, end] = rangeOf(node);
        numbers.push(formOf(node), start, end, nameStart, nameEnd, 0);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.type === 'PLAIN' && node.source !== undefined)
            note(at + 1, node.source, start, end);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
            for (const item of node.items)
                add(item, NO_NAME, 0);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
            for (const { key, value } of node.items)
                addMember(key, value);
        numbers[at + WIDTH - 1] = numbers.length;
    }
    function addMember(key, value) {
        const [start, end] = rangeOf(key);
        const at = numbers.length + 3;
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key))
            note(at, String(key.value), start, end);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(key))
            texts.set(at, key.source);
        add(value, (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? start : (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(key) ? ALIAS_AS_NAME : MAP_AS_NAME, end);
    }
    function note(at, says, start, end) {
        if (text.length < end || text.slice(start, end) !== says)
            texts.set(at, says);
    }
}
function formOf(node) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return FORMS.indexOf('map');
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
        return FORMS.indexOf('list');
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
        return FORMS.indexOf('alias');
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node))
        return NOTHING;
    if (node.type === 'PLAIN' && node.tag === undefined)
        return FORMS.indexOf('plain');
    return FORMS.indexOf(node.type === 'BLOCK_LITERAL' ? 'literal' : 'scalar');
}
/** From the first character of a node to the place behind its last. */
function rangeOf(node) {
    const range = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node) || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node) ? node.range : undefined;
    return range ? [range[0], range[1]] : [0, 0];
}
/** The whole of a document. */
const ROOT = 0;
/** Finds a part, following no alias; undefined when it is not written. Of a name that stands twice the last counts, as in the value. */
function find(outline, keys) {
    let at = ROOT;
    for (const key of keys) {
        const next = child(outline, at, key);
        if (next === undefined)
            return undefined;
        at = next;
    }
    return at;
}
function child(outline, at, key) {
    const form = FORMS[outline.numbers[at] ?? NOTHING];
    const name = String(key);
    let found;
    let index = 0;
    for (const part of children(outline, at)) {
        if (form === 'list' && index === key)
            return part;
        if (form === 'map' && isNamed(outline, part, name))
            found = part;
        index += 1;
    }
    return found;
}
/** The places of the parts of a map or a list. */
function children({ numbers }, at) {
    const parts = [];
    const end = numbers[at + WIDTH - 1] ?? 0;
    for (let part = at + WIDTH; part < end; part = numbers[part + WIDTH - 1] ?? end)
        parts.push(part);
    return parts;
}
function isNamed({ text, numbers, texts }, at, name) {
    const [start = NO_NAME, end = 0] = [numbers[at + 3], numbers[at + 4]];
    if (start < 0)
        return false;
    const says = texts.get(at + 3);
    return says === undefined ? end - start === name.length && text.startsWith(name, start) : says === name;
}
/** Whether any part stands for another one. */
function holdsAlias({ numbers }) {
    const alias = FORMS.indexOf('alias');
    for (let at = 0; at < numbers.length; at += WIDTH)
        if (numbers[at] === alias || numbers[at + 3] === ALIAS_AS_NAME)
            return true;
    return false;
}
/** What a part is; undefined for a name with nothing behind it. */
function partOf({ text, numbers, texts }, at) {
    const form = FORMS[numbers[at] ?? NOTHING];
    const [start = 0, end = 0] = [numbers[at + 1], numbers[at + 2]];
    if (form === undefined)
        return undefined;
    return { form, start, end, source: form === 'plain' ? (texts.get(at + 1) ?? text.slice(start, end)) : '' };
}
/** Where the name of a part stands; undefined where it has none. */
function nameRangeOf({ numbers }, at) {
    const [start = NO_NAME, end = 0] = [numbers[at + 3], numbers[at + 4]];
    return start < 0 ? undefined : [start, end];
}
/** What the name of a member says; '' where it is a map or a list. */
function nameOf({ text, numbers, texts }, at) {
    const [start = NO_NAME, end = 0] = [numbers[at + 3], numbers[at + 4]];
    return texts.get(at + 3) ?? (start < 0 ? '' : text.slice(start, end));
}
/** Whether the name of a member is a map or a list. */
function hasMapAsName({ numbers }, at) {
    return numbers[at + 3] === MAP_AS_NAME;
}


/***/ }),

/***/ 2609:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K7: () => (/* binding */ LARGEST_FILE),
  QV: () => (/* binding */ keyRangeAt),
  VE: () => (/* binding */ keySpanAt),
  vt: () => (/* binding */ mapsWithMapsAsKeys),
  l0: () => (/* binding */ partAt),
  uj: () => (/* binding */ readSourceFile),
  C_: () => (/* binding */ scalarAt),
  i6: () => (/* binding */ spanAt),
  l2: () => (/* binding */ wholeOf)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./src/facts/file-facts.ts
var file_facts = __webpack_require__(1635);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/yaml/outline.ts
var yaml_outline = __webpack_require__(2117);
// EXTERNAL MODULE: ./src/yaml/span.ts
var yaml_span = __webpack_require__(4515);
;// CONCATENATED MODULE: ./src/yaml/kept-reading.ts



/**
 * What a file says, without parsing it where a former run has. Where its parts stand is asked of few files, and so kept apart.
 *
 * @param parse gives the same each time
 */
function keptReading(facts, text, parse) {
    const kept = contentFrom(facts.find('content'));
    if (kept === undefined) {
        const reading = parse();
        keep(reading, facts);
        return reading;
    }
    return {
        problems: kept.problems,
        documents: kept.documents.map(({ index, value, doubledKeys }) => {
            let outline;
            return {
                index,
                value,
                doubledKeys,
                get outline() {
                    outline ??= outlineFrom(facts.find(`outline ${index}`), text) ?? outlineIn(parse(), index);
                    return outline;
                },
            };
        }),
    };
}
function keep({ documents, problems }, facts) {
    // What an alias stands for is one with its anchor; and written out it may be very long.
    if (documents.some(({ outline }) => (0,yaml_outline/* holdsAlias */.b0)(outline)))
        return;
    facts.keep('content', () => ({
        documents: documents.map(({ index, value, doubledKeys }) => ({ index, value, doubledKeys })),
        problems,
    }));
    for (const { index, outline } of documents) {
        facts.keep(`outline ${index}`, () => ({ numbers: outline.numbers, texts: [...outline.texts] }));
    }
}
function outlineIn({ documents }, index) {
    const document = documents.find(found => found.index === index);
    if (document === undefined)
        throw new Error(`document ${index} was there in a former run and is not in this one`);
    return document.outline;
}
function contentFrom(kept) {
    const documents = allOf(kept, 'documents', documentFrom);
    const problems = allOf(kept, 'problems', problemFrom);
    return documents === undefined || problems === undefined ? undefined : { documents, problems };
}
function documentFrom(kept) {
    const index = (0,json/* numberMember */.eJ)(kept, 'index');
    const doubledKeys = allOf(kept, 'doubledKeys', doubledKeyFrom);
    return index === undefined || doubledKeys === undefined
        ? undefined
        : { index, value: (0,json/* member */.Dc)(kept, 'value'), doubledKeys };
}
function doubledKeyFrom(kept) {
    const key = (0,json/* member */.Dc)(kept, 'key');
    const [start, end] = [(0,json/* numberMember */.eJ)(kept, 'start'), (0,json/* numberMember */.eJ)(kept, 'end')];
    return typeof key !== 'string' || start === undefined || end === undefined ? undefined : { key, start, end };
}
function problemFrom(kept) {
    const [message, span] = [(0,json/* textMember */.SA)(kept, 'message'), (0,yaml_span/* spanFrom */.B)((0,json/* member */.Dc)(kept, 'span'))];
    return message === undefined || span === undefined ? undefined : { message, span };
}
function outlineFrom(kept, text) {
    const numbers = allOf(kept, 'numbers', number => (typeof number === 'number' ? number : undefined));
    const texts = allOf(kept, 'texts', pair => Array.isArray(pair) && typeof pair[0] === 'number' && typeof pair[1] === 'string'
        ? [pair[0], pair[1]]
        : undefined);
    return numbers === undefined || texts === undefined ? undefined : { text, numbers, texts: new Map(texts) };
}
/** The members of a list, if it is one of such members only. */
function allOf(value, name, from) {
    const list = (0,json/* member */.Dc)(value, name);
    if (!Array.isArray(list))
        return undefined;
    const items = list.flatMap((item) => from(item) ?? []);
    return items.length === list.length ? items : undefined;
}

;// CONCATENATED MODULE: ./src/yaml/line-spans.ts
/**
 * Gives the place of the characters from `start` up to, not including, `end`. The lines are counted when it is first asked, and not
 * by the parser, which passes over the end of a line in some texts that it cannot read.
 */
function lineSpans(text) {
    let starts;
    return (start, end) => {
        starts ??= lineStarts(text);
        // An error at the end of a text is told at the place behind it.
        const first = Math.min(start, text.length);
        const last = Math.max(first, Math.min(end, text.length));
        const [line, endLine] = [lineAt(starts, first), lineAt(starts, last)];
        return {
            line,
            column: first - (starts[line - 1] ?? 0) + 1,
            endLine,
            endColumn: last - (starts[endLine - 1] ?? 0) + 1,
        };
    };
}
function lineStarts(text) {
    const starts = [0];
    for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1))
        starts.push(feed + 1);
    return starts;
}
/** From 1. */
function lineAt(starts, offset) {
    let [low, high] = [0, starts.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return Math.max(1, low);
}

;// CONCATENATED MODULE: ./src/yaml/source-file.ts






/** Bytes. Larger files are not read: no manifest is as large, and the API server takes no object over 1.5 MB. */
const LARGEST_FILE = 10_000_000;
/**
 * Reads a file of YAML documents, or of JSON, which is YAML. Never throws: what cannot be read is a problem, and the
 * documents before and behind it are there all the same. Scalars are those of YAML 1.2's core schema, with merge keys.
 */
function readSourceFile(path, text, facts = file_facts/* noFacts */.f) {
    let parsed;
    const parse = () => {
        parsed ??= readDocuments(text);
        return parsed;
    };
    const { documents, problems } = keptReading(facts, text, parse);
    return { path, text, documents, problems, facts, span: lineSpans(text) };
}
function readDocuments(text) {
    const span = lineSpans(text);
    if (Buffer.byteLength(text) > LARGEST_FILE)
        return unread('the file is larger than 10 MB and is not read');
    const documents = [];
    const problems = [];
    if (partsIn(text) > MOST_PARTS)
        return unread('the file has more than 400,000 parts and is not read');
    try {
        const parsed = (0,dist/* parseAllDocuments */.hR)(text, {
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
            const read = readDocument(text, document, index);
            if (typeof read === 'string')
                problems.push({ message: read, span: span(...(0,yaml_outline/* rangeOf */.be)(document.contents)) });
            else if (read !== undefined)
                documents.push(read);
        }
    }
    catch (error) {
        if (!(error instanceof RangeError))
            throw error;
        return unread('the file is nested too deeply to be read');
    }
    return { documents, problems };
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
function unread(message) {
    return { documents: [], problems: [{ message, span: yaml_span/* fileStart */.N }] };
}
/** A quote that does not close is found at the end of the file; people look for where it opens. */
function placeOfProblem(problem, document) {
    if (problem.code !== 'MISSING_CHAR' || !problem.message.includes('quote'))
        return problem.pos;
    const waiting = [document.contents];
    for (let node = waiting.pop(); waiting.length > 0 || node !== undefined; node = waiting.pop()) {
        if ((0,dist/* isSeq */.oP)(node))
            waiting.push(...node.items);
        else if ((0,dist/* isMap */.jh)(node))
            waiting.push(...node.items.flatMap(({ key, value }) => [key, value]));
        else if ((0,dist/* isScalar */.jn)(node) && node.type?.startsWith('QUOTE') && (node.range?.[1] ?? 0) >= problem.pos[0]) {
            const [start] = (0,yaml_outline/* rangeOf */.be)(node);
            return [start, start + 1];
        }
    }
    return problem.pos;
}
function readDocument(text, document, index) {
    const root = document.contents;
    if (root === null || ((0,dist/* isScalar */.jn)(root) && root.value === null))
        return undefined;
    try {
        const value = document.toJS({ maxAliasCount: 100 });
        if (text.includes('*') && holdsItself(value))
            return 'An alias stands within what it stands for';
        return { index, value, outline: (0,yaml_outline/* outlineOf */.W4)(text, root), doubledKeys: doubledKeysIn(root) };
    }
    catch (error) {
        // An alias without its anchor, one that stands for far too much, and a merge key with no map are found only when they are
        // resolved.
        if (error instanceof Error && !(error instanceof RangeError))
            return sentenceOf(error.message);
        throw error;
    }
}
/** Whether a value is without an end: Go's reader refuses it. */
function holdsItself(value, above = new Set(), ended = new Set()) {
    if (typeof value !== 'object' || value === null || ended.has(value))
        return false;
    if (above.has(value))
        return true;
    above.add(value);
    const isEndless = Object.values(value).some(part => holdsItself(part, above, ended));
    above.delete(value);
    ended.add(value);
    return isEndless;
}
/** Not left to the parser, which compares each key with all before it: a map of 100,000 keys would take minutes. */
function doubledKeysIn(root) {
    const doubled = [];
    const waiting = [root];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
        if ((0,dist/* isSeq */.oP)(node))
            waiting.push(...node.items.filter(item => item !== null));
        if (!(0,dist/* isMap */.jh)(node))
            continue;
        const seen = new Set();
        for (const { key, value } of node.items) {
            if ((0,dist/* isScalar */.jn)(key)) {
                const name = String(key.value);
                const [start, end] = (0,yaml_outline/* rangeOf */.be)(key);
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
/** The part at a path, following no alias; undefined when there is none. */
function partAt({ outline }, keys) {
    const at = (0,yaml_outline/* find */.I6)(outline, keys);
    return at === undefined ? undefined : (0,yaml_outline/* partOf */.BU)(outline, at);
}
/** A document as a whole. */
function wholeOf({ outline }) {
    return (0,yaml_outline/* partOf */.BU)(outline, yaml_outline/* ROOT */.Dl) ?? { start: 0, end: 0 };
}
/** The scalar that starts at a place of the file, with the way to it. */
function scalarAt({ outline }, start) {
    const keys = [];
    const part = below(yaml_outline/* ROOT */.Dl);
    return part && { ...part, keys: keys.reverse() };
    function below(at) {
        const part = (0,yaml_outline/* partOf */.BU)(outline, at);
        if (part === undefined || part.form === 'alias' || part.start > start)
            return undefined;
        if (part.form !== 'map' && part.form !== 'list')
            return part.start === start ? part : undefined;
        for (const [index, child] of (0,yaml_outline/* children */.Y_)(outline, at).entries()) {
            const found = below(child);
            if (found === undefined)
                continue;
            keys.push(part.form === 'list' ? index : (0,yaml_outline/* nameOf */.Vb)(outline, child));
            return found;
        }
        return undefined;
    }
}
/** Every map that has a map or a list for a key, once for each such key. */
function* mapsWithMapsAsKeys(document, at = yaml_outline/* ROOT */.Dl) {
    const { outline } = document;
    const part = (0,yaml_outline/* partOf */.BU)(outline, at);
    for (const child of (0,yaml_outline/* children */.Y_)(outline, at)) {
        if (!(0,yaml_outline/* hasMapAsName */.QN)(outline, child))
            yield* mapsWithMapsAsKeys(document, child);
        else if (part !== undefined)
            yield part;
    }
}
/** Where a part stands. Of a part that is not written, its nearest written parent; of an empty value, its key. */
function spanAt(file, { outline }, keys) {
    for (let depth = keys.length; depth > 0; depth -= 1) {
        const at = (0,yaml_outline/* find */.I6)(outline, keys.slice(0, depth));
        if (at === undefined)
            continue;
        const part = (0,yaml_outline/* partOf */.BU)(outline, at);
        const isCollection = part?.form === 'map' || part?.form === 'list';
        if (part !== undefined && !isCollection && part.end > part.start)
            return file.span(part.start, part.end);
        const name = (0,yaml_outline/* nameRangeOf */.Yq)(outline, at);
        if (name !== undefined)
            return file.span(...name);
        // An item of a list that is no scalar: its first line stands for it.
        if (part !== undefined)
            return firstLine(file, part);
    }
    return wholeSpan(file, outline);
}
/** Where the name of a member stands; the nearest written parent when it is not written. */
function keySpanAt(file, document, keys) {
    const range = keyRangeAt(document, keys);
    return range === undefined ? spanAt(file, document, keys) : file.span(...range);
}
/** From the first character of a member's name to the place behind its last; undefined when it is not written. */
function keyRangeAt({ outline }, keys) {
    const at = keys.length === 0 ? undefined : (0,yaml_outline/* find */.I6)(outline, keys);
    return at === undefined ? undefined : (0,yaml_outline/* nameRangeOf */.Yq)(outline, at);
}
function wholeSpan(file, outline) {
    const part = (0,yaml_outline/* partOf */.BU)(outline, yaml_outline/* ROOT */.Dl);
    return part === undefined ? yaml_span/* fileStart */.N : firstLine(file, part);
}
function firstLine(file, { start, end }) {
    const line = file.text.indexOf('\n', start);
    return file.span(start, line < 0 ? end : Math.min(end, line));
}
function sentenceOf(message) {
    return message.replace(/\.$/, '');
}


/***/ }),

/***/ 4515:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ spanFrom),
/* harmony export */   N: () => (/* binding */ fileStart)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/** The very start of a file, for what concerns all of it. */
const fileStart = { line: 1, column: 1, endLine: 1, endColumn: 1 };
/** A stretch out of JSON; undefined for what is none. */
function spanFrom(value) {
    const [line, column] = [(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .numberMember */ .eJ)(value, 'line'), (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .numberMember */ .eJ)(value, 'column')];
    const [endLine, endColumn] = [(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .numberMember */ .eJ)(value, 'endLine'), (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .numberMember */ .eJ)(value, 'endColumn')];
    if (line === undefined || column === undefined || endLine === undefined || endColumn === undefined)
        return undefined;
    return { line, column, endLine, endColumn };
}


/***/ })

};
