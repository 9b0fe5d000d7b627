export const id = 687;
export const ids = [687];
export const modules = {

/***/ 5886:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZJ: () => (/* binding */ toBytes),
/* harmony export */   fE: () => (/* binding */ toText),
/* harmony export */   pv: () => (/* binding */ toByteString)
/* harmony export */ });
/** The bytes of a file, or of a JavaScript string encoded as UTF-8. */
function toByteString(content) {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
function toBytes(text) {
    return Buffer.from(text, 'latin1');
}
/** The characters that the bytes encode; what is not UTF-8 becomes U+FFFD. */
function toText(text) {
    return isAscii(text) ? text : Buffer.from(text, 'latin1').toString('utf8');
}
function isAscii(text) {
    return !/[\x80-\xff]/.test(text);
}


/***/ }),

/***/ 2960:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fh: () => (/* binding */ hexValue),
/* harmony export */   Jg: () => (/* binding */ isWord),
/* harmony export */   XP: () => (/* binding */ isBlankOrEnd),
/* harmony export */   aL: () => (/* binding */ byteAt),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   kn: () => (/* binding */ isBreak),
/* harmony export */   qz: () => (/* binding */ widthOf),
/* harmony export */   u2: () => (/* binding */ encodeCodePoint),
/* harmony export */   wm: () => (/* binding */ isBreakOrEnd),
/* harmony export */   yp: () => (/* binding */ isDigit),
/* harmony export */   z3: () => (/* binding */ isBlank)
/* harmony export */ });
/** Codes of the bytes that steer the scanner. */
const code = {
    tab: 0x09,
    lineFeed: 0x0a,
    carriageReturn: 0x0d,
    space: 0x20,
    bang: 0x21,
    quote: 0x22,
    hash: 0x23,
    percent: 0x25,
    ampersand: 0x26,
    apostrophe: 0x27,
    asterisk: 0x2a,
    plus: 0x2b,
    comma: 0x2c,
    dash: 0x2d,
    dot: 0x2e,
    zero: 0x30,
    nine: 0x39,
    colon: 0x3a,
    less: 0x3c,
    greater: 0x3e,
    question: 0x3f,
    at: 0x40,
    openBracket: 0x5b,
    backslash: 0x5c,
    closeBracket: 0x5d,
    backtick: 0x60,
    openBrace: 0x7b,
    bar: 0x7c,
    closeBrace: 0x7d,
};
/** The byte at an offset; 0 behind the end, which no readable input contains. */
function byteAt(text, offset) {
    return offset < text.length ? text.charCodeAt(offset) : 0;
}
/** Bytes of the character that starts with this byte. */
function widthOf(byte) {
    if (byte < 0x80)
        return 1;
    if (byte < 0xe0)
        return 2;
    return byte < 0xf0 ? 3 : 4;
}
function isBlank(byte) {
    return byte === code.space || byte === code.tab;
}
/** A line break of YAML 1.1: CR, LF, NEL (C2 85), LS and PS (E2 80 A8, E2 80 A9). */
function isBreak(text, offset) {
    const byte = byteAt(text, offset);
    if (byte === code.lineFeed || byte === code.carriageReturn)
        return true;
    if (byte === 0xc2)
        return byteAt(text, offset + 1) === 0x85;
    if (byte !== 0xe2 || byteAt(text, offset + 1) !== 0x80)
        return false;
    const last = byteAt(text, offset + 2);
    return last === 0xa8 || last === 0xa9;
}
function isBreakOrEnd(text, offset) {
    return byteAt(text, offset) === 0 || isBreak(text, offset);
}
function isBlankOrEnd(text, offset) {
    return isBlank(byteAt(text, offset)) || isBreakOrEnd(text, offset);
}
function isDigit(byte) {
    return byte >= code.zero && byte <= code.nine;
}
/** What may stand in an anchor or a tag handle: letters, digits, `_` and `-`. */
function isWord(byte) {
    return (isDigit(byte) ||
        (byte >= 0x41 && byte <= 0x5a) ||
        (byte >= 0x61 && byte <= 0x7a) ||
        byte === 0x5f ||
        byte === code.dash);
}
/** The value of a hexadecimal digit, or -1. */
function hexValue(byte) {
    if (isDigit(byte))
        return byte - code.zero;
    if (byte >= 0x41 && byte <= 0x46)
        return byte - 0x37;
    return byte >= 0x61 && byte <= 0x66 ? byte - 0x57 : -1;
}
/** The UTF-8 bytes of a code point. */
function encodeCodePoint(point) {
    if (point < 0x80)
        return String.fromCharCode(point);
    if (point < 0x800)
        return String.fromCharCode(0xc0 | (point >> 6), 0x80 | (point & 0x3f));
    if (point < 0x10000)
        return String.fromCharCode(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f));
    return String.fromCharCode(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 0x3f), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f));
}


/***/ }),

/***/ 6382:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ implicitTag),
/* harmony export */   o: () => (/* binding */ isYaml11NonString)
/* harmony export */ });
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8228);

const WORDS = new Map([
    ...['true', 'True', 'TRUE', 'false', 'False', 'FALSE'].map(word => [word, '!!bool']),
    ...['', '~', 'null', 'Null', 'NULL'].map(word => [word, _node_js__WEBPACK_IMPORTED_MODULE_0__/* .tagOf */ .c.null]),
    ...['.nan', '.NaN', '.NAN'].map(word => [word, '!!float']),
    ...['', '+', '-'].flatMap(sign => ['.inf', '.Inf', '.INF'].map(word => [sign + word, '!!float'])),
]);
/** The tag that go-yaml v3 gives to a plain scalar of this text. A merge key is none of its concern. */
function implicitTag(text) {
    const word = WORDS.get(text);
    if (word !== undefined)
        return word;
    if (text.startsWith('.'))
        return isGoFloat(shortened(text)) ? '!!float' : _node_js__WEBPACK_IMPORTED_MODULE_0__/* .tagOf */ .c.string;
    if (!/^[-+0-9]/.test(text))
        return _node_js__WEBPACK_IMPORTED_MODULE_0__/* .tagOf */ .c.string;
    const short = shortened(text);
    return isTimestamp(short) ? '!!timestamp' : (numberTag(shortened(short.replaceAll('_', ''))) ?? _node_js__WEBPACK_IMPORTED_MODULE_0__/* .tagOf */ .c.string);
}
const LONG = 10_000;
/**
 * A text that has the same tag with far fewer digits: a regular expression runs out of stack on megabytes of them. A run of digits
 * stays too large for any integer, or nothing but zeros, as it was.
 */
function shortened(text) {
    if (text.length < LONG)
        return text;
    const run = /^[-+]?0[xX]/.test(text) ? /[0-9a-fA-F]{4096}/g : /[0-9]{4096}/g;
    const few = (digits) => (/[1-9a-fA-F]/.test(digits) ? '1'.padEnd(400, '0') : '0');
    return text.replace(run, few).replace(/(?:[0-9]_){2048}/g, pairs => `${few(pairs)}_`);
}
const YAML_1_1_WORDS = new Set(['y', 'yes', 'on', 'n', 'no', 'off'].flatMap(word => [
    word,
    word.toUpperCase(),
    word.slice(0, 1).toUpperCase() + word.slice(1),
]));
/** Whether a YAML 1.1 reader (go-yaml v2, as kyaml asks it) takes the text for anything but a string. */
function isYaml11NonString(text) {
    if (text === '' || text.includes('\n'))
        return false;
    if (YAML_1_1_WORDS.has(text) || text === '-' || text === '---')
        return true;
    const tag = implicitTag(text);
    return tag !== _node_js__WEBPACK_IMPORTED_MODULE_0__/* .tagOf */ .c.string && tag !== '!!timestamp';
}
/** Go's ParseFloat on a text that starts with a dot. */
function isGoFloat(text) {
    return /^\.\d+(?:_\d+)*(?:[eE][-+]?\d+(?:_\d+)*)?$/.test(text) && Number.isFinite(Number(text.replaceAll('_', '')));
}
function numberTag(text) {
    const integer = integerOf(text);
    if (integer !== undefined && integer >= -(2n ** 63n) && integer < (isSigned(text) ? 2n ** 63n : 2n ** 64n))
        return '!!int';
    const isDecimal = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(text);
    return isDecimal && Number.isFinite(Number(text)) ? '!!float' : undefined;
}
function isSigned(text) {
    return /^[-+]|^0[bo][-+]/.test(text);
}
const LONGEST_INTEGER = 80;
/** Go's integer literals: 0x, 0b, 0o and a bare leading 0 for octal; a sign may also follow 0b and 0o. */
function integerOf(text) {
    const match = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9]\d*))$/.exec(text);
    if (match === null)
        return oddIntegerOf(text);
    const [, sign, hexadecimal, binary, octal, decimal] = match;
    const digits = (hexadecimal ?? binary ?? octal ?? decimal ?? '').replace(/^0+(?=.)/, '');
    if (digits.length > LONGEST_INTEGER)
        return undefined;
    const base = hexadecimal !== undefined ? '0x' : binary !== undefined ? '0b' : octal !== undefined ? '0o' : '';
    const size = BigInt(base + digits);
    return sign === '-' ? -size : size;
}
function oddIntegerOf(text) {
    const match = /^0([bo])([-+])([0-7]{1,80})$/.exec(text);
    if (match === null)
        return undefined;
    const [, base, sign, digits] = match;
    if (base === 'b' && /[2-7]/.test(digits ?? ''))
        return undefined;
    const size = BigInt(`0${base}${digits}`);
    return sign === '-' ? -size : size;
}
const TIMESTAMP = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(?:Z|[-+](\d{2}):(\d{2})))|(?: +(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?))?$/;
function isTimestamp(text) {
    const match = TIMESTAMP.exec(text);
    if (match === null)
        return false;
    const [year, month, day] = match.slice(1, 4).map(Number);
    const [hour, minute, second, zoneHour, zoneMinute, plainHour, plainMinute, plainSecond] = match
        .slice(4)
        .map(part => Number(part ?? 0));
    return (isDate(year ?? 0, month ?? 0, day ?? 0) &&
        Math.max(hour ?? 0, plainHour ?? 0) < 24 &&
        Math.max(minute ?? 0, second ?? 0, plainMinute ?? 0, plainSecond ?? 0) < 60 &&
        (zoneHour ?? 0) <= 24 &&
        (zoneMinute ?? 0) <= 60);
}
function isDate(year, month, day) {
    if (month < 1 || month > 12 || day < 1)
        return false;
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
    return day <= days;
}


/***/ }),

/***/ 8228:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ nodeOf),
/* harmony export */   c: () => (/* binding */ tagOf)
/* harmony export */ });
/** A node with everything empty but what is given. */
function nodeOf(parts) {
    const { kind, tag = '', tagged = false, value = '', form = 'plain', flow = false, anchor = '', content = [] } = parts;
    const { head, line, foot, start = -1, end = -1 } = parts;
    return { kind, tag, tagged, value, form, flow, anchor, content, head, line, foot, start, end };
}
const tagOf = {
    null: '!!null',
    string: '!!str',
    sequence: '!!seq',
    mapping: '!!map',
    merge: '!!merge',
};


/***/ }),

/***/ 8732:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ isPrintable),
/* harmony export */   F5: () => (/* binding */ shapeOf),
/* harmony export */   iD: () => (/* binding */ formFor)
/* harmony export */ });
/* harmony import */ var _characters_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2960);

const EMPTY = {
    multiline: false,
    plainInFlow: false,
    plainInBlock: true,
    singleQuoted: true,
    block: false,
};
/** Nearly every scalar: printable ASCII without a sign, a tab or a blank at either end. */
const HARMLESS = /^[A-Za-z0-9_/.+=$()~;^\\<](?:[\x20-\x7e]*[\x21-\x7e])?$/;
const SIGNS_IN_FLOW = /[,?[\]{}:]/;
const SIGNS_IN_BLOCK = /: |:$| #/;
/** Mirrors how go-yaml's emitter looks at a text. */
function shapeOf(text) {
    if (text === '')
        return EMPTY;
    if (HARMLESS.test(text) && !text.startsWith('...')) {
        const plainInBlock = !SIGNS_IN_BLOCK.test(text);
        return {
            multiline: false,
            plainInFlow: plainInBlock && !SIGNS_IN_FLOW.test(text),
            plainInBlock,
            singleQuoted: true,
            block: true,
        };
    }
    return analyze(text);
}
function analyze(text) {
    let signInBlock = text.startsWith('---') || text.startsWith('...');
    let signInFlow = signInBlock;
    let breaks = false;
    let tabs = false;
    let special = false;
    let spaceAfterBreak = false;
    let spaceBeforeBreak = false;
    let precededBySpace = true;
    let previous = 'other';
    for (let offset = 0; offset < text.length;) {
        const byte = (0,_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .byteAt */ .aL)(text, offset);
        const end = offset + (0,_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .widthOf */ .qz)(byte);
        const followedBySpace = end >= text.length || (0,_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .isBlank */ .z3)((0,_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .byteAt */ .aL)(text, end));
        const sign = signOf(byte, offset === 0, precededBySpace, followedBySpace);
        signInFlow ||= sign !== 'none';
        signInBlock ||= sign === 'always';
        const isLineBreak = (0,_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .isBreak */ .kn)(text, offset);
        if (byte === _characters_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY.tab)
            tabs = true;
        else if (!isPrintable(text, offset))
            special = true;
        breaks ||= isLineBreak;
        spaceAfterBreak ||= byte === _characters_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY.space && previous === 'break';
        spaceBeforeBreak ||= isLineBreak && previous === 'space';
        previous = byte === _characters_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY.space ? 'space' : isLineBreak ? 'break' : 'other';
        precededBySpace = (0,_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .isBlankOrEnd */ .XP)(text, offset);
        offset = end;
    }
    const startsOpen = text.startsWith(' ') || (0,_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .isBreak */ .kn)(text, 0);
    const endsOpen = previous !== 'other';
    const onlyEscaped = spaceBeforeBreak || special;
    const plain = !startsOpen && !endsOpen && !spaceAfterBreak && !onlyEscaped && !tabs && !breaks;
    return {
        multiline: breaks,
        plainInFlow: plain && !signInFlow,
        plainInBlock: plain && !signInBlock,
        singleQuoted: !spaceAfterBreak && !onlyEscaped && !tabs,
        block: !text.endsWith(' ') && !onlyEscaped,
    };
}
const SIGNS_AT_START = '#,[]{}&*!|>\'"%@`';
const SIGNS_WITHIN = ',?[]{}';
/** Whether a character would be taken for a sign in a plain scalar: never, inside brackets, or anywhere. */
function signOf(byte, first, precededBySpace, followedBySpace) {
    if (byte === _characters_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY.colon)
        return followedBySpace ? 'always' : 'flow';
    const character = String.fromCharCode(byte);
    if (first) {
        if (SIGNS_AT_START.includes(character))
            return 'always';
        if (byte === _characters_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY.question)
            return followedBySpace ? 'always' : 'flow';
        return byte === _characters_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY.dash && followedBySpace ? 'always' : 'none';
    }
    if (SIGNS_WITHIN.includes(character))
        return 'flow';
    return byte === _characters_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY.hash && precededBySpace ? 'always' : 'none';
}
/** What go-yaml writes unescaped: not the byte order mark, and nothing beyond the basic plane. */
function isPrintable(text, offset) {
    const byte = (0,_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .byteAt */ .aL)(text, offset);
    const second = (0,_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .byteAt */ .aL)(text, offset + 1);
    if (byte < 0x80)
        return byte === _characters_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY.lineFeed || (byte >= _characters_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY.space && byte <= 0x7e);
    if (byte === 0xc2)
        return second >= 0xa0;
    if (byte === 0xed)
        return second < 0xa0;
    if (byte !== 0xef)
        return byte > 0xc2 && byte <= 0xee;
    const third = (0,_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .byteAt */ .aL)(text, offset + 2);
    return !(second === 0xbb && third === 0xbf) && !(second === 0xbf && third >= 0xbe);
}
/** The form in which go-yaml's emitter writes a scalar. */
function formFor(node, quote, shape, place) {
    let form = node.form;
    if (form === 'plain' && node.value.includes('\n'))
        form = 'literal';
    else if (form === 'plain' && quote)
        form = 'double';
    if (place.simpleKey && shape.multiline)
        form = 'double';
    if (form === 'plain') {
        const allowed = place.inFlow ? shape.plainInFlow : shape.plainInBlock;
        const invisible = node.value === '' && (place.inFlow || place.simpleKey);
        if (!allowed || invisible)
            form = 'single';
    }
    if (form === 'single' && !shape.singleQuoted)
        form = 'double';
    const isBlock = form === 'literal' || form === 'folded';
    return isBlock && (!shape.block || place.inFlow || place.simpleKey) ? 'double' : form;
}


/***/ }),

/***/ 3218:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ writeDocuments)
});

// EXTERNAL MODULE: ./src/yaml/go/scalar-shape.ts
var scalar_shape = __webpack_require__(8732);
// EXTERNAL MODULE: ./src/yaml/go/write-scalar.ts
var write_scalar = __webpack_require__(7462);
// EXTERNAL MODULE: ./src/yaml/go/implicit-tag.ts
var implicit_tag = __webpack_require__(6382);
// EXTERNAL MODULE: ./src/yaml/go/node.ts
var go_node = __webpack_require__(8228);
// EXTERNAL MODULE: ./src/yaml/go/writer.ts
var go_writer = __webpack_require__(1843);
;// CONCATENATED MODULE: ./src/yaml/go/write-tag.ts



/** A node's tag in long form as far as it must be written, and whether quotes must say what it would have said. */
function writtenTag(node) {
    const { tag } = node;
    if (tag === '' || node.tagged)
        return { tag: longTag(tag), quote: false };
    if (node.kind === 'mapping' || node.kind === 'sequence') {
        const own = node.kind === 'mapping' ? go_node/* tagOf */.c.mapping : go_node/* tagOf */.c.sequence;
        return { tag: tag === own ? '' : longTag(tag), quote: false };
    }
    if (tag === go_node/* tagOf */.c.string && node.form !== 'plain')
        return { tag: '', quote: false };
    if ((0,implicit_tag/* implicitTag */.A)(node.value) === tag)
        return { tag: '', quote: false };
    return tag === go_node/* tagOf */.c.string ? { tag: '', quote: true } : { tag: longTag(tag), quote: false };
}
function longTag(tag) {
    return tag.startsWith('!!') ? `tag:yaml.org,2002:${tag.slice(2)}` : tag;
}
const HANDLES = [
    { handle: '!', prefix: '!' },
    { handle: '!!', prefix: 'tag:yaml.org,2002:' },
];
/** A tag with the handle that shortens it; without one in `!<…>`. */
function tagPartsOf(tag) {
    for (const { handle, prefix } of HANDLES) {
        if (tag.startsWith(prefix))
            return { handle, suffix: tag.slice(prefix.length) };
    }
    return { handle: '', suffix: tag };
}
/** Writes a tag given in long form; '' is none. */
function writeTag(writer, tag) {
    if (tag === '')
        return;
    const { handle, suffix } = tagPartsOf(tag);
    if (!writer.separated)
        (0,go_writer/* put */.yJ)(writer, ' ');
    const escaped = suffix.replace(/[^A-Za-z0-9_;/?:@&=+$,.~*'()[\]-]/g, toEscape);
    (0,go_writer/* writeWord */.qQ)(writer, handle === '' ? `!<${escaped}>` : handle + escaped);
}
function toEscape(byte) {
    return `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

;// CONCATENATED MODULE: ./src/yaml/go/write-node.ts




/** Notes comments for when their place comes. */
function remember(writer, { head = '', line = '', foot = '', tail = '' }) {
    if (head !== '')
        writer.head = head;
    if (line !== '')
        writer.line = line;
    if (foot !== '')
        writer.foot = foot;
    if (tail !== '')
        writer.tail = tail;
}
/** A collection's line and foot come at its end. */
function rememberStart(writer, node, key) {
    const isLeaf = node.kind === 'scalar' || node.kind === 'alias';
    remember(writer, {
        head: node.head?.text,
        line: isLeaf ? node.line?.text : '',
        foot: isLeaf && key === undefined ? node.foot?.text : '',
        tail: node.kind === 'scalar' || node.kind === 'mapping' ? key?.tail : '',
    });
}
/** What comes behind a collection or below it; a key's foot comes behind the value. */
function rememberEnd(writer, { node, role, tail }) {
    remember(writer, { line: node.line?.text, foot: role.isKey ? '' : node.foot?.text, tail });
}
const IN_SEQUENCE = { inMapping: false, isKey: false, simpleKey: false };
const IN_MAPPING = { inMapping: true, isKey: false, simpleKey: false };
/** Writes a scalar or an alias, or opens a collection. */
function startNode(writer, open, node, role) {
    if (node.kind === 'alias') {
        (0,go_writer/* writeSign */.fR)(writer, '*', { apart: true });
        (0,go_writer/* writeWord */.qQ)(writer, node.value);
        return;
    }
    if (node.anchor !== '') {
        (0,go_writer/* writeSign */.fR)(writer, '&', { apart: true });
        (0,go_writer/* writeWord */.qQ)(writer, node.anchor);
    }
    const { tag, quote } = writtenTag(node);
    writeTag(writer, tag);
    const parent = open.at(-1);
    if (node.kind === 'scalar') {
        const shape = (0,scalar_shape/* shapeOf */.F5)(node.value);
        const form = (0,scalar_shape/* formFor */.iD)(node, quote, shape, { inFlow: writer.flowDepth > 0, simpleKey: role.simpleKey });
        const { indent } = writer;
        writer.indent = deeper(indent, true, parent?.kind === 'sequence');
        (0,write_scalar/* writeScalar */.g)(writer, node.value, form);
        writer.indent = indent;
        return;
    }
    const inBrackets = writer.flowDepth > 0 || node.flow || isEmpty(node);
    const shape = node.kind === 'mapping' ? 'mapping' : 'sequence';
    open.push({
        kind: inBrackets ? `flow-${shape}` : shape,
        node,
        role,
        inSequence: parent?.kind === 'sequence',
        next: 0,
        opened: false,
        outerIndent: writer.indent,
        tail: '',
        awaitsValue: false,
        simpleKey: false,
        separated: true,
    });
}
function isEmpty(node) {
    return node.content.length < (node.kind === 'mapping' ? 2 : 1);
}
/** The indentation inside a collection or of a scalar's further lines. */
function deeper(indent, flow, inSequence) {
    if (indent < 0)
        return flow ? go_writer/* INDENT */.BH : 0;
    return inSequence ? indent + 2 : go_writer/* INDENT */.BH * (Math.floor(indent / go_writer/* INDENT */.BH) + 1);
}
/** The next key of a mapping, unless all are written. */
function keyOf({ node, next }) {
    return next + 1 < node.content.length ? node.content[next] : undefined;
}
/** Writes the next key, with a `?` in front when it cannot stand before its `:` on one line. */
function writeKey(writer, open, frame, key, questionIndents) {
    frame.tail = key.foot?.text ?? '';
    frame.awaitsValue = true;
    frame.simpleKey = isSimpleKey(key);
    if (!frame.simpleKey)
        (0,go_writer/* writeSign */.fR)(writer, '?', { apart: true, indents: questionIndents });
    startNode(writer, open, key, { inMapping: true, isKey: true, simpleKey: frame.simpleKey });
}
const LONGEST_SIMPLE_KEY = 128;
/** Whether a key fits in front of its `:` on one line. */
function isSimpleKey(key) {
    if (key.kind === 'alias')
        return key.value.length <= LONGEST_SIMPLE_KEY;
    if (key.kind === 'scalar' ? (0,scalar_shape/* shapeOf */.F5)(key.value).multiline : !isEmpty(key))
        return false;
    const { handle, suffix } = tagPartsOf(writtenTag(key).tag);
    return key.anchor.length + handle.length + suffix.length + key.value.length <= LONGEST_SIMPLE_KEY;
}
/** The value of the key that was written last. */
function takeValue(frame) {
    const value = frame.node.content[frame.next + 1];
    frame.awaitsValue = false;
    frame.next += 2;
    return value;
}

;// CONCATENATED MODULE: ./src/yaml/go/write-block.ts


/** An item of a block sequence, or its end. */
function continueSequence(writer, open, frame, sequences) {
    const item = frame.node.content[frame.next];
    if (item === undefined)
        rememberEnd(writer, frame);
    else
        rememberStart(writer, item);
    if (!frame.opened) {
        const dashIndents = sequences === 'compact' && frame.role.inMapping && (writer.column === 0 || !writer.fresh);
        const stays = frame.inSequence || writer.indent < 0 || !dashIndents;
        writer.indent = deeper(writer.indent, false, frame.inSequence) - (stays ? 0 : 2);
        frame.opened = true;
    }
    if (item === undefined) {
        write_block_close(writer, open, frame);
        return;
    }
    frame.next += 1;
    (0,go_writer/* writeHead */.yl)(writer);
    (0,go_writer/* writeIndent */.Yk)(writer);
    (0,go_writer/* writeSign */.fR)(writer, '-', { apart: true, indents: true });
    startNode(writer, open, item, IN_SEQUENCE);
    (0,go_writer/* writeLine */._r)(writer);
    (0,go_writer/* writeFoot */.yu)(writer);
}
function write_block_close(writer, open, frame) {
    writer.indent = frame.outerIndent;
    open.pop();
}
/** A key or a value of a block mapping, or its end. */
function continueMapping(writer, open, frame) {
    if (frame.awaitsValue)
        writeValue(writer, open, frame);
    else
        writeKeyOrEnd(writer, open, frame);
}
function writeKeyOrEnd(writer, open, frame) {
    const key = keyOf(frame);
    if (key === undefined)
        rememberEnd(writer, frame);
    else
        rememberStart(writer, key, frame);
    if (!frame.opened) {
        writer.indent = deeper(writer.indent, false, frame.inSequence);
        frame.opened = true;
    }
    (0,go_writer/* writeHead */.yl)(writer);
    if (key === undefined) {
        write_block_close(writer, open, frame);
        return;
    }
    (0,go_writer/* writeIndent */.Yk)(writer);
    if (writer.line !== '') {
        writer.keyLine = writer.line;
        writer.line = '';
    }
    writeKey(writer, open, frame, key, true);
}
function writeValue(writer, open, frame) {
    const value = takeValue(frame);
    if (value === undefined)
        return;
    rememberStart(writer, value);
    if (frame.simpleKey)
        (0,go_writer/* writeSign */.fR)(writer, ':');
    else {
        (0,go_writer/* writeIndent */.Yk)(writer);
        (0,go_writer/* writeSign */.fR)(writer, ':', { apart: true, indents: true });
    }
    placeKeyLine(writer, value);
    startNode(writer, open, value, IN_MAPPING);
    (0,go_writer/* writeLine */._r)(writer);
    (0,go_writer/* writeFoot */.yu)(writer);
}
/** The comment behind a key goes behind a scalar value that has none, or above the lines of a collection. */
function placeKeyLine(writer, value) {
    if (writer.keyLine === '' || value.kind === 'alias' || value.flow)
        return;
    if (value.kind === 'scalar' && writer.line !== '')
        return;
    const own = writer.line;
    writer.line = writer.keyLine;
    writer.keyLine = '';
    if (value.kind === 'scalar')
        return;
    (0,go_writer/* writeLine */._r)(writer);
    writer.line = own;
}

;// CONCATENATED MODULE: ./src/yaml/go/write-flow.ts


/** An item inside `[…]`, or the bracket that closes. */
function continueFlowSequence(writer, open, frame) {
    const item = frame.node.content[frame.next];
    if (item === undefined)
        rememberEnd(writer, frame);
    else
        rememberStart(writer, item);
    if (!frame.opened)
        openBracket(writer, frame, '[');
    if (item === undefined) {
        closeBracket(writer, frame);
        if (writer.column === 0)
            (0,go_writer/* writeIndent */.Yk)(writer);
        writeClosing(writer, open, ']');
        return;
    }
    separateItem(writer, frame);
    (0,go_writer/* writeHead */.yl)(writer);
    if (writer.column === 0)
        (0,go_writer/* writeIndent */.Yk)(writer);
    frame.next += 1;
    frame.separated = (0,go_writer/* hasTrailingComment */.SU)(writer);
    startNode(writer, open, item, IN_SEQUENCE);
    finishFlowItem(writer);
}
function openBracket(writer, frame, sign) {
    (0,go_writer/* writeSign */.fR)(writer, sign, { apart: true, separates: true });
    writer.indent = deeper(writer.indent, true, frame.inSequence);
    writer.flowDepth += 1;
    frame.opened = true;
}
function closeBracket(writer, frame) {
    writer.flowDepth -= 1;
    writer.indent = frame.outerIndent;
}
function writeClosing(writer, open, sign) {
    (0,go_writer/* writeSign */.fR)(writer, sign);
    (0,go_writer/* writeLine */._r)(writer);
    (0,go_writer/* writeFoot */.yu)(writer);
    open.pop();
}
function separateItem(writer, frame) {
    if (!frame.separated)
        (0,go_writer/* writeSign */.fR)(writer, ',');
    frame.separated = false;
}
function finishFlowItem(writer) {
    if ((0,go_writer/* hasTrailingComment */.SU)(writer))
        (0,go_writer/* writeSign */.fR)(writer, ',');
    (0,go_writer/* writeLine */._r)(writer);
    (0,go_writer/* writeFoot */.yu)(writer);
}
/** A key or a value inside `{…}`, or the bracket that closes. */
function continueFlowMapping(writer, open, frame) {
    if (frame.awaitsValue)
        writeFlowValue(writer, open, frame);
    else
        writeFlowKeyOrEnd(writer, open, frame);
}
function writeFlowKeyOrEnd(writer, open, frame) {
    const key = keyOf(frame);
    if (key === undefined)
        rememberEnd(writer, frame);
    else
        rememberStart(writer, key, frame);
    if (!frame.opened)
        openBracket(writer, frame, '{');
    if (key === undefined) {
        const comments = writer.head !== '' || writer.foot !== '' || writer.tail !== '';
        if (comments && !frame.separated)
            (0,go_writer/* writeSign */.fR)(writer, ',');
        (0,go_writer/* writeHead */.yl)(writer);
        closeBracket(writer, frame);
        writeClosing(writer, open, '}');
        return;
    }
    separateItem(writer, frame);
    (0,go_writer/* writeHead */.yl)(writer);
    if (writer.column === 0)
        (0,go_writer/* writeIndent */.Yk)(writer);
    writeKey(writer, open, frame, key, false);
}
function writeFlowValue(writer, open, frame) {
    const value = takeValue(frame);
    if (value === undefined)
        return;
    rememberStart(writer, value);
    (0,go_writer/* writeSign */.fR)(writer, ':', { apart: !frame.simpleKey });
    frame.separated = (0,go_writer/* hasTrailingComment */.SU)(writer);
    startNode(writer, open, value, IN_MAPPING);
    finishFlowItem(writer);
}

;// CONCATENATED MODULE: ./src/yaml/go/write-documents.ts




/** The documents as go-yaml's encoder writes them when kyaml asks it to: two spaces, no folding, `---` between documents. */
function writeDocuments(documents) {
    const writer = (0,go_writer/* newWriter */.ap)();
    for (const [index, { node, sequences }] of documents.entries()) {
        if (index > 0) {
            (0,go_writer/* writeIndent */.Yk)(writer);
            (0,go_writer/* writeSign */.fR)(writer, '---', { apart: true });
            (0,go_writer/* writeIndent */.Yk)(writer);
        }
        writeDocument(writer, node, sequences);
    }
    return writer.parts.join('');
}
function writeDocument(writer, node, sequences) {
    const root = node.kind === 'document' ? node.content[0] : node;
    if (root === undefined)
        return;
    if (node.kind === 'document')
        remember(writer, { head: node.head?.text });
    if (writer.head !== '') {
        (0,go_writer/* writeHead */.yl)(writer);
        (0,go_writer/* putBreak */.Hv)(writer);
    }
    const open = [];
    rememberStart(writer, root);
    (0,go_writer/* writeHead */.yl)(writer);
    startNode(writer, open, root, IN_SEQUENCE);
    (0,go_writer/* writeLine */._r)(writer);
    (0,go_writer/* writeFoot */.yu)(writer);
    for (let frame = open.at(-1); frame !== undefined; frame = open.at(-1))
        continueIn(writer, open, frame, sequences);
    if (node.kind === 'document')
        remember(writer, { foot: node.foot?.text });
    // The foot of a document stands apart from it.
    writer.footIndent = 0;
    (0,go_writer/* writeFoot */.yu)(writer);
    writer.footIndent = -1;
    (0,go_writer/* writeIndent */.Yk)(writer);
}
/** Writes the next part of the innermost open collection. */
function continueIn(writer, open, frame, sequences) {
    if (frame.kind === 'sequence')
        continueSequence(writer, open, frame, sequences);
    else if (frame.kind === 'mapping')
        continueMapping(writer, open, frame);
    else if (frame.kind === 'flow-sequence')
        continueFlowSequence(writer, open, frame);
    else
        continueFlowMapping(writer, open, frame);
}


/***/ }),

/***/ 7462:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ writeScalar)
/* harmony export */ });
/* harmony import */ var _characters_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2960);
/* harmony import */ var _scalar_shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8732);
/* harmony import */ var _writer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1843);



/** Writes a scalar's text in a form that its shape allows. Lines are never folded, however long. */
function writeScalar(writer, text, form) {
    if (form === 'plain')
        writePlain(writer, text);
    else if (form === 'single')
        writeSingleQuoted(writer, text);
    else if (form === 'double')
        writeDoubleQuoted(writer, text);
    else if (form === 'literal')
        writeLiteral(writer, text);
    else
        writeFolded(writer, text);
}
function writePlain(writer, text) {
    if (text === '') {
        writer.fresh = false;
        return;
    }
    if (!writer.separated)
        (0,_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .put */ .yJ)(writer, ' ');
    (0,_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .writeWord */ .qQ)(writer, text);
}
function writeSingleQuoted(writer, text) {
    (0,_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .writeSign */ .fR)(writer, "'", { apart: true });
    let afterBreak = false;
    for (const piece of piecesOf(text)) {
        if (piece.isBreak) {
            if (!afterBreak && piece.text === '\n')
                (0,_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .putBreak */ .Hv)(writer);
            (0,_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .putBreak */ .Hv)(writer, piece.text);
        }
        else {
            // Blanks in front of text cannot follow a break here, and trailing ones stay on their line.
            if (afterBreak)
                (0,_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .writeIndent */ .Yk)(writer);
            (0,_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .put */ .yJ)(writer, piece.text.replaceAll("'", "''"));
            writer.fresh = false;
        }
        afterBreak = piece.isBreak;
    }
    (0,_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .writeSign */ .fR)(writer, "'");
    (0,_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .writeWord */ .qQ)(writer, '');
}
/** The text as runs between line breaks, and each break by itself. */
function piecesOf(text) {
    const pieces = [];
    const breaks = /\n|\r|\xc2\x85|\xe2\x80[\xa8\xa9]/g;
    let from = 0;
    for (const match of text.matchAll(breaks)) {
        if (match.index > from)
            pieces.push({ text: text.slice(from, match.index), isBreak: false });
        pieces.push({ text: match[0], isBreak: true });
        from = match.index + match[0].length;
    }
    if (from < text.length)
        pieces.push({ text: text.slice(from), isBreak: false });
    return pieces;
}
const UNESCAPED = /[ !#-[\]-~]{1,4096}/y;
function writeDoubleQuoted(writer, text) {
    (0,_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .writeSign */ .fR)(writer, '"', { apart: true });
    // go-yaml looks for the mark at the start of the whole text, whichever character it is at.
    const escapeAll = text.startsWith('\xef\xbb\xbf');
    for (let offset = 0; offset < text.length;) {
        UNESCAPED.lastIndex = offset;
        const run = escapeAll ? null : UNESCAPED.exec(text);
        const character = run?.[0] ?? text.slice(offset, offset + (0,_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .widthOf */ .qz)((0,_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .byteAt */ .aL)(text, offset)));
        const mustEscape = run === null && (escapeAll || !(0,_scalar_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .isPrintable */ .C2)(text, offset) || (0,_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .isBreak */ .kn)(text, offset) || /["\\]/.test(character));
        (0,_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .put */ .yJ)(writer, mustEscape ? escaped(character) : character);
        offset += character.length;
    }
    (0,_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .writeSign */ .fR)(writer, '"');
    (0,_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .writeWord */ .qQ)(writer, '');
}
const SHORT_ESCAPES = new Map([
    [0x00, '0'],
    [0x07, 'a'],
    [0x08, 'b'],
    [0x09, 't'],
    [0x0a, 'n'],
    [0x0b, 'v'],
    [0x0c, 'f'],
    [0x0d, 'r'],
    [0x1b, 'e'],
    [0x22, '"'],
    [0x5c, '\\'],
    [0x85, 'N'],
    [0xa0, '_'],
    [0x2028, 'L'],
    [0x2029, 'P'],
]);
function escaped(character) {
    const point = Buffer.from(character, 'latin1').toString('utf8').codePointAt(0) ?? 0;
    const short = SHORT_ESCAPES.get(point);
    if (short !== undefined)
        return `\\${short}`;
    const digits = point.toString(16).toUpperCase();
    if (point <= 0xff)
        return `\\x${digits.padStart(2, '0')}`;
    return point <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
}
function writeLiteral(writer, text) {
    writeBlockHeader(writer, '|', text);
    let afterBreak = true;
    for (const piece of piecesOf(text)) {
        if (piece.isBreak)
            (0,_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .putBreak */ .Hv)(writer, piece.text);
        else
            writeBlockText(writer, piece.text, afterBreak);
        afterBreak = piece.isBreak;
    }
}
function writeFolded(writer, text) {
    writeBlockHeader(writer, '>', text);
    const pieces = piecesOf(text);
    const doubles = doublesBreaks(text, pieces);
    let afterBreak = true;
    let indented = true;
    for (const piece of pieces) {
        if (piece.isBreak) {
            if (!afterBreak && !indented && piece.text === '\n' && doubles)
                (0,_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .putBreak */ .Hv)(writer);
            (0,_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .putBreak */ .Hv)(writer, piece.text);
        }
        else {
            if (afterBreak)
                indented = (0,_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .isBlank */ .z3)((0,_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .byteAt */ .aL)(piece.text, 0));
            writeBlockText(writer, piece.text, afterBreak);
        }
        afterBreak = piece.isBreak;
    }
}
/** A break must be doubled so that it is not folded away; go-yaml decides by what follows the breaks at the very start. */
function doublesBreaks(text, pieces) {
    const first = pieces.find(piece => !piece.isBreak);
    return first === undefined || !(0,_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .isBlankOrEnd */ .XP)(text, text.indexOf(first.text));
}
function writeBlockText(writer, text, startsLine) {
    if (startsLine)
        (0,_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .writeIndent */ .Yk)(writer);
    (0,_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .put */ .yJ)(writer, text);
    writer.fresh = false;
}
function writeBlockHeader(writer, sign, text) {
    (0,_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .writeSign */ .fR)(writer, sign, { apart: true });
    if ((0,_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .byteAt */ .aL)(text, 0) === _characters_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY.space || (0,_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .isBreak */ .kn)(text, 0))
        (0,_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .writeSign */ .fR)(writer, String(_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .INDENT */ .BH));
    const chomping = chompingOf(text);
    if (chomping !== '')
        (0,_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .writeSign */ .fR)(writer, chomping);
    if (writer.line === '')
        (0,_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .putBreak */ .Hv)(writer);
    else
        (0,_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .writeLine */ ._r)(writer);
    writer.separated = true;
}
function chompingOf(text) {
    const pieces = piecesOf(text.slice(-8));
    if (pieces.at(-1)?.isBreak !== true)
        return '-';
    return pieces.length === 1 || pieces.at(-2)?.isBreak === true ? '+' : '';
}


/***/ }),

/***/ 1843:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BH: () => (/* binding */ INDENT),
/* harmony export */   Hv: () => (/* binding */ putBreak),
/* harmony export */   SU: () => (/* binding */ hasTrailingComment),
/* harmony export */   Yk: () => (/* binding */ writeIndent),
/* harmony export */   _r: () => (/* binding */ writeLine),
/* harmony export */   ap: () => (/* binding */ newWriter),
/* harmony export */   fR: () => (/* binding */ writeSign),
/* harmony export */   qQ: () => (/* binding */ writeWord),
/* harmony export */   yJ: () => (/* binding */ put),
/* harmony export */   yl: () => (/* binding */ writeHead),
/* harmony export */   yu: () => (/* binding */ writeFoot)
/* harmony export */ });
/** Spaces that a collection is indented by. */
const INDENT = 2;
function newWriter() {
    return {
        parts: [],
        column: 0,
        indent: -1,
        flowDepth: 0,
        separated: true,
        fresh: true,
        footIndent: -1,
        head: '',
        line: '',
        foot: '',
        tail: '',
        keyLine: '',
    };
}
function put(writer, text) {
    writer.parts.push(text);
    writer.column += text.length;
}
function putBreak(writer, lineBreak = '\n') {
    writer.parts.push(lineBreak);
    writer.column = 0;
    writer.fresh = true;
}
/** Goes to the indentation, on a new line unless this one is still empty up to there. */
function writeIndent(writer) {
    const indent = Math.max(writer.indent, 0);
    if (!writer.fresh || writer.column > indent || (writer.column === indent && !writer.separated))
        putBreak(writer);
    if (writer.footIndent === indent)
        putBreak(writer);
    if (writer.column < indent)
        put(writer, ' '.repeat(indent - writer.column));
    writer.separated = true;
    writer.footIndent = -1;
}
function writeSign(writer, sign, options = {}) {
    if (options.apart === true && !writer.separated)
        put(writer, ' ');
    put(writer, sign);
    writer.separated = options.separates === true;
    writer.fresh = writer.fresh && options.indents === true;
}
/** Writes text that is not white space; what follows it needs a blank. */
function writeWord(writer, word) {
    if (word !== '')
        put(writer, word);
    writer.separated = false;
    writer.fresh = false;
}
/** The foot of the pair before and the lines above, each on lines of their own. */
function writeHead(writer) {
    if (writer.tail !== '') {
        writeIndent(writer);
        writeComment(writer, writer.tail);
        writer.tail = '';
        writer.footIndent = Math.max(writer.indent, 0);
    }
    if (writer.head === '')
        return;
    writeIndent(writer);
    writeComment(writer, writer.head);
    writer.head = '';
}
function writeLine(writer) {
    if (writer.line === '')
        return;
    if (!writer.separated)
        put(writer, ' ');
    writeComment(writer, writer.line);
    writer.line = '';
}
function writeFoot(writer) {
    if (writer.foot === '')
        return;
    writeIndent(writer);
    writeComment(writer, writer.foot);
    writer.foot = '';
    writer.footIndent = Math.max(writer.indent, 0);
}
/** Whether anything is to come behind the current item, which then needs its comma first. */
function hasTrailingComment(writer) {
    return writer.line !== '' || writer.foot !== '' || writer.tail !== '';
}
function writeComment(writer, comment) {
    let lastLine = '';
    for (const [index, line] of comment.split('\n').entries()) {
        if (index > 0)
            putBreak(writer);
        if (index > 0 && line !== '')
            writeIndent(writer);
        if (line !== '') {
            put(writer, line);
            writer.fresh = false;
        }
        lastLine = line;
    }
    if (lastLine !== '')
        putBreak(writer);
    writer.separated = true;
}


/***/ })

};
