export const id = 435;
export const ids = [435];
export const modules = {

/***/ 1003:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ applyFilter),
/* harmony export */   g: () => (/* binding */ compileFilter)
/* harmony export */ });
/* harmony import */ var _go_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6225);
/* harmony import */ var _go_expand_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1684);
/* harmony import */ var _go_regexp_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6586);



/** Compiles `spec.filterTags`; the error is Flux's own text. */
function compileFilter({ pattern = '', extract = '' }) {
    const compiled = (0,_go_regexp_js__WEBPACK_IMPORTED_MODULE_1__/* .compileRegexp */ .N)(pattern);
    if ('error' in compiled) {
        return { error: `failed to filter tags: invalid regular expression pattern '${pattern}': ${compiled.error}` };
    }
    return { extract: extractor(compiled.regexp, extract) };
}
/**
 * Filters as Flux does: the value is the key of a map, and of several tags with one value the smallest stays, because
 * Flux reads tags in descending order and the last one wins.
 */
function applyFilter(extract, tags) {
    const filtered = new Map();
    for (const tag of tags) {
        const value = extract(tag);
        if (value === undefined)
            continue;
        const other = filtered.get(value);
        if (other === undefined || (0,_go_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBytes */ .Xo)(tag, other) < 0)
            filtered.set(value, tag);
    }
    return filtered;
}
function extractor(regexp, template) {
    if (template === '')
        return tag => (regexp.matches(tag) ? tag : undefined);
    const expansion = (0,_go_expand_js__WEBPACK_IMPORTED_MODULE_2__/* .expansionOf */ .X)(template, regexp.groupNames);
    return tag => {
        const groups = regexp.find(tag);
        return groups === undefined ? undefined : expansion(groups);
    };
}


/***/ }),

/***/ 1684:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ expansionOf)
/* harmony export */ });
/* unused harmony export expand */
/**
 * A template as Go's Regexp.Expand reads it: `$name`, `${name}`, `$1`, `$$`. Without braces a name is the longest run
 * of letters, digits and `_`. A name or number that the pattern does not have, or that took no part in the match, gives
 * nothing; of a name used twice, the first group that took part counts. What is malformed stays as it is.
 */
function expansionOf(template, groupNames) {
    const parts = [];
    let from = 0;
    for (const found of template.matchAll(reference)) {
        parts.push({ text: template.slice(from, found.index) }, partOf(found, groupNames));
        from = found.index + found[0].length;
    }
    parts.push({ text: template.slice(from) });
    return groups => filled(parts, groups);
}
/** The template filled in once. */
function expand(template, groupNames, groups) {
    return expansionOf(template, groupNames)(groups);
}
function partOf([whole, braced, bare], groupNames) {
    const name = braced ?? bare;
    if (name === undefined)
        return { text: whole === '$$' ? '$' : whole };
    const number = groupNumber(name);
    if (number !== undefined)
        return { groups: [number] };
    return { groups: [...groupNames.keys()].filter(index => groupNames[index] === name) };
}
/** Digits alone name a group by number, unless they start with a superfluous 0 or are far too many. */
function groupNumber(name) {
    return /^(?:0|[1-9][0-9]{0,8})$/.test(name) ? Number(name) : undefined;
}
function filled(parts, groups) {
    let result = '';
    for (const part of parts)
        result += 'text' in part ? part.text : firstOf(part.groups, groups);
    return result;
}
function firstOf(numbers, groups) {
    for (const number of numbers) {
        const text = groups[number];
        if (text !== undefined)
            return text;
    }
    return '';
}
const reference = /\$\$|\$\{([\p{L}\p{Nd}_]+)\}|\$([\p{L}\p{Nd}_]+)/gu;


/***/ }),

/***/ 4040:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ parseFloat64)
/* harmony export */ });
/**
 * A number as Go's strconv.ParseFloat(text, 64) reads it; undefined where Go reports an error (syntax or range).
 * Accepts decimal and hexadecimal floating-point literals, single underscores between digits, and `inf`, `infinity`
 * and `nan` in any case. NaN is a value, not an error.
 */
function parseFloat64(text) {
    if (shortInteger.test(text))
        return Number(text);
    if (special.test(text))
        return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    if (notANumber.test(text))
        return Number.NaN;
    const hexadecimal = hexFloat.exec(text);
    const value = hexadecimal === null ? decimalValue(text) : hexValue(hexadecimal);
    return value === undefined || Number.isFinite(value) ? value : undefined;
}
function decimalValue(text) {
    return decimal.test(text) && !misplacedUnderscore.test(text) ? Number(text.replaceAll('_', '')) : undefined;
}
function hexValue([text, sign = '', whole = '', fraction = '', exponent = '']) {
    if (misplacedHexUnderscore.test(text))
        return undefined;
    const digits = (whole + fraction).replaceAll('_', '');
    if (digits === '')
        return undefined;
    const scale = clampedExponent(exponent.replaceAll('_', '')) - 4 * fraction.replaceAll('_', '').length;
    const value = scaled(digits, scale);
    return sign === '-' ? -value : value;
}
/** Exponents this far out are zero or infinite whatever the digits are. */
function clampedExponent(text) {
    return Math.max(-100_000, Math.min(100_000, Number(text)));
}
/** digits (hex) × 2^scale, rounded to nearest, ties to even. */
function scaled(digits, scale) {
    const significant = digits.replace(/^0+/, '');
    if (significant === '')
        return 0;
    const kept = significant.slice(0, 32);
    const sticky = /[^0]/.test(significant.slice(32)) ? 1n : 0n;
    const mantissa = (BigInt(`0x${kept}`) << 1n) | sticky;
    const power = scale + 4 * (significant.length - kept.length) - 1;
    const top = mantissa.toString(2).length + power;
    if (top > 1024)
        return Number.POSITIVE_INFINITY;
    const drop = BigInt(Math.max(-1074, top - 53) - power);
    if (drop <= 0n)
        return Number(mantissa) * 2 ** power;
    const rounded = roundedShift(mantissa, drop);
    return Number(rounded) * 2 ** Math.max(-1074, top - 53);
}
function roundedShift(value, bits) {
    const shifted = value >> bits;
    const rest = value - (shifted << bits);
    const half = 1n << (bits - 1n);
    return rest > half || (rest === half && (shifted & 1n) === 1n) ? shifted + 1n : shifted;
}
const shortInteger = /^[0-9]{1,15}$/;
const special = /^[+-]?inf(?:inity)?$/i;
const notANumber = /^nan$/i;
const decimal = /^[+-]?(?:_*[0-9][0-9_]*(?:\.[0-9_]*)?|_*\._*[0-9][0-9_]*)(?:[eE][+-]?[0-9][0-9_]*)?$/;
const hexFloat = /^([+-]?)0[xX]([0-9a-fA-F_]*)(?:\.([0-9a-fA-F_]*))?[pP]([+-]?[0-9][0-9_]*)$/;
// An underscore needs a digit on both sides; the prefix 0x counts as one.
const misplacedUnderscore = /(?:^|[^0-9])_|_(?:$|[^0-9])/;
const misplacedHexUnderscore = /(?:^|[^0-9a-fA-FxX])_|_(?:$|[^0-9a-fA-F])/;


/***/ }),

/***/ 6586:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ compileRegexp)
});

// EXTERNAL MODULE: ./node_modules/re2js/build/index.js
var build = __webpack_require__(2856);
;// CONCATENATED MODULE: ./src/flux/go/regexp-program.ts
/** What a condition asks of a place. */
const conditions = {
    lineStart: 1,
    lineEnd: 2,
    textStart: 4,
    textEnd: 8,
    wordBoundary: 16,
    noWordBoundary: 32,
};
/** The program of a pattern; undefined where re2js keeps it in another way than the version this was written for. */
function programOf(compiled) {
    const program = compiled.re2Input.prog;
    if (!isMapping(program))
        return undefined;
    const { start, inst } = program;
    if (typeof start !== 'number' || !Array.isArray(inst))
        return undefined;
    const instructions = [];
    for (const raw of inst) {
        const instruction = instructionOf(raw);
        if (instruction === undefined)
            return undefined;
        instructions.push(instruction);
    }
    return { start, instructions };
}
function instructionOf(raw) {
    if (!isMapping(raw))
        return undefined;
    const { op, out, arg, matchRune } = raw;
    if (typeof op !== 'number' || typeof out !== 'number' || typeof arg !== 'number')
        return undefined;
    switch (op) {
        case 1:
        case 2:
            return { kind: 'either', out, other: arg };
        case 3:
            return { kind: 'capture', out, slot: arg };
        case 4:
            return { kind: 'condition', out, bits: arg };
        case 5:
            return { kind: 'fail' };
        case 6:
            return { kind: 'match' };
        case 7:
            return { kind: 'nothing', out };
        case 8:
        case 9:
            return typeof matchRune === 'function'
                ? { kind: 'rune', out, matches: rune => matchRune.call(raw, rune) === true }
                : undefined;
        case 10:
            return { kind: 'rune', out, matches: () => true };
        case 11:
            return { kind: 'rune', out, matches: rune => rune !== 10 };
        default:
            return undefined;
    }
}
function isMapping(value) {
    return typeof value === 'object' && value !== null;
}

;// CONCATENATED MODULE: ./src/flux/go/capture-automaton.ts

function captureAutomaton(program, groupCount) {
    const automaton = { program, states: new Map(), size: 0, steps: [], places: [] };
    return (text, from) => (automaton.size > largestMemory ? 'gave up' : search(automaton, groupCount, text, from));
}
/** The code that stands for the end of the text. */
const textEnd = -1;
function search(automaton, groupCount, text, from) {
    const { steps, places } = automaton;
    let count = 0;
    let state = stateOf(automaton, [automaton.program.start], beforePlace(text, from), false);
    let last = -1;
    for (let at = from; at <= text.length && state.threads.length > 0;) {
        const rune = text.codePointAt(at) ?? textEnd;
        const transition = state.transitions[rune + 1] ?? remember(automaton, state, rune);
        if (automaton.size > largestMemory)
            return 'gave up';
        if (transition.match !== undefined)
            last = count;
        steps[count] = transition;
        places[count] = at;
        count += 1;
        state = transition.next;
        at += rune > 0xffff ? 2 : 1;
    }
    return last < 0 ? 'no match' : groupsBehind(steps, places, last, groupCount);
}
/** Goes back from the match to where its thread started; of several notes in one slot the latest counts. */
function groupsBehind(steps, places, last, groupCount) {
    const groups = new Array(2 * groupCount).fill(-1);
    let step = last;
    for (let origin = steps[last]?.match; origin !== undefined;) {
        for (const slot of origin.slots)
            if (groups[slot] === -1)
                groups[slot] = places[step] ?? -1;
        const previous = steps[step - 1]?.origins[origin.thread];
        if (previous === undefined || previous === fresh)
            break;
        origin = previous;
        step -= 1;
    }
    groups[0] = places[step] ?? -1;
    groups[1] = places[last] ?? -1;
    return groups;
}
function remember(automaton, state, rune) {
    const transition = transitionOf(automaton, state, rune);
    automaton.size += transition.origins.length + 10;
    state.transitions[rune + 1] = transition;
    if (automaton.size > largestMemory)
        automaton.states.clear();
    return transition;
}
function transitionOf(automaton, state, rune) {
    const { start, instructions } = automaton.program;
    const reached = reachedFrom(automaton.program, state, conditionsAt(state.before, rune));
    const threads = [];
    const origins = [];
    const known = new Set();
    for (const { instruction, origin } of reached.runes) {
        const found = instructions[instruction];
        if (found?.kind !== 'rune' || rune === textEnd || known.has(found.out) || !found.matches(rune))
            continue;
        known.add(found.out);
        threads.push(found.out);
        origins.push(origin);
    }
    const matched = state.matched || reached.match !== undefined;
    if (!matched && rune !== textEnd && !known.has(start)) {
        threads.push(start);
        origins.push(fresh);
    }
    return { next: stateOf(automaton, threads, beforeRune(rune), matched), origins, match: reached.match };
}
/** Follows each thread up to the instructions that take a character. Behind a match no other thread is wanted. */
function reachedFrom({ instructions }, { threads }, bits) {
    const runes = [];
    const visited = new Set();
    for (const [thread, start] of threads.entries()) {
        const pending = [{ at: start, slots: none }];
        for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
            const { at, slots } = next;
            const instruction = instructions[at];
            if (visited.has(at) || instruction === undefined)
                continue;
            visited.add(at);
            switch (instruction.kind) {
                case 'either':
                    pending.push({ at: instruction.other, slots }, { at: instruction.out, slots });
                    break;
                case 'capture':
                    pending.push({ at: instruction.out, slots: [...slots, instruction.slot] });
                    break;
                case 'condition':
                    if ((instruction.bits & ~bits) === 0)
                        pending.push({ at: instruction.out, slots });
                    break;
                case 'nothing':
                    pending.push({ at: instruction.out, slots });
                    break;
                case 'rune':
                    runes.push({ instruction: at, origin: { thread, slots } });
                    break;
                case 'match':
                    return { runes, match: { thread, slots } };
                case 'fail':
                    break;
            }
        }
    }
    return { runes, match: undefined };
}
function stateOf({ states }, threads, before, matched) {
    const key = `${before} ${matched} ${threads.join()}`;
    const known = states.get(key);
    if (known !== undefined)
        return known;
    const state = { threads, before, matched, transitions: [] };
    states.set(key, state);
    return state;
}
function conditionsAt(before, rune) {
    const boundary = (before === 'word') !== isWordRune(rune);
    return ((before === 'start' ? conditions.textStart | conditions.lineStart : 0) |
        (before === 'line' ? conditions.lineStart : 0) |
        (rune === textEnd ? conditions.textEnd | conditions.lineEnd : 0) |
        (rune === lineFeed ? conditions.lineEnd : 0) |
        (boundary ? conditions.wordBoundary : conditions.noWordBoundary));
}
function beforePlace(text, at) {
    return at === 0 ? 'start' : beforeRune(text.charCodeAt(at - 1));
}
function beforeRune(rune) {
    return rune === lineFeed ? 'line' : isWordRune(rune) ? 'word' : 'other';
}
function isWordRune(rune) {
    return rune < 0x80 && rune >= 0 && /[0-9A-Za-z_]/.test(String.fromCharCode(rune));
}
const none = [];
/** A thread that starts at the place behind the transition. */
const fresh = { thread: -1, slots: none };
const lineFeed = 10;
const largestMemory = 200_000;

;// CONCATENATED MODULE: ./src/flux/go/native-regexp.ts
/**
 * V8's own engine for the patterns where it gives what RE2 gives, in linear time. Only a plain sequence qualifies:
 * single characters and ASCII classes with a quantifier each, capture groups without one, words to choose from that differ
 * in their first character, `^` first, `$` last. All but one of the repeated parts must be told apart from what follows by their next character, so a tag costs at most its
 * length squared; and the tag must be short ASCII. Everything else is for re2js.
 */
/** The pattern as a native expression, or undefined when it is not provably the same. */
function nativeRegexp(pattern) {
    const items = itemsOf(pattern);
    if (items === undefined || ambiguities(items) > 1 || width(items) > longestPattern)
        return undefined;
    const native = new RegExp(items.map(sourceOf).join(''));
    return text => native.exec(text);
}
/** Whether a text may be given to a native expression. */
function suitsNative(text) {
    return text.length <= longestText && asciiOnly.test(text);
}
function itemsOf(pattern) {
    const items = [];
    let depth = 0;
    for (let at = 0; at < pattern.length;) {
        const token = tokenAt(pattern, at);
        if (token === undefined)
            return undefined;
        const { item, length } = token;
        const misplaced = (item.kind === 'start' && items.length > 0) || items.at(-1)?.kind === 'end';
        depth += item.kind === 'open' ? 1 : item.kind === 'close' ? -1 : 0;
        if (misplaced || depth < 0)
            return undefined;
        items.push(item);
        at += length;
    }
    return depth === 0 ? items : undefined;
}
function tokenAt(pattern, at) {
    const rest = pattern.slice(at, at + 300);
    if (rest.startsWith('^'))
        return { item: { kind: 'start' }, length: 1 };
    if (rest.startsWith('$'))
        return { item: { kind: 'end' }, length: 1 };
    const choice = choiceAt(rest);
    if (choice !== undefined)
        return choice;
    const group = groupStart.exec(rest);
    if (group !== null)
        return { item: { kind: 'open' }, length: group[0].length };
    if (rest.startsWith(')'))
        return quantifier.test(rest.slice(1)) ? undefined : { item: { kind: 'close' }, length: 1 };
    const atom = atomAt(rest);
    if (atom === undefined)
        return undefined;
    const repeat = repeatAt(rest.slice(atom.length));
    if (repeat === undefined)
        return undefined;
    return { item: { kind: 'atom', set: atom.set, ...repeat.bounds }, length: atom.length + repeat.length };
}
/** A group of plain words of which at most one can match: with the first character the choice is made. */
function choiceAt(rest) {
    const [whole, sign, list] = choice.exec(rest) ?? [];
    if (whole === undefined || list === undefined || /^[*+?{]/.test(rest.slice(whole.length)))
        return undefined;
    const words = list.split('|');
    const firsts = new Set(words.map(word => word[0] ?? ''));
    if (firsts.size < words.length)
        return undefined;
    const set = [...firsts].reduce((all, first) => all | bit(first), 0n);
    return { item: { kind: 'choice', set, words, captures: sign !== '?:' }, length: whole.length };
}
function atomAt(rest) {
    if (rest.startsWith('.'))
        return { set: everything & ~bit('\n'), length: 1 };
    if (rest.startsWith('['))
        return classAt(rest);
    const escaped = rest.startsWith('\\') ? escapeSet(rest[1] ?? '') : undefined;
    if (escaped !== undefined)
        return { set: escaped, length: 2 };
    const literal = /^[A-Za-z0-9_ !"#%&',\-/:;<=>@~]/.exec(rest);
    return literal === null ? undefined : { set: bit(literal[0]), length: 1 };
}
function classAt(rest) {
    const found = simpleClass.exec(rest);
    if (found === null)
        return undefined;
    const [whole, negated, body = ''] = found;
    let set = 0n;
    for (const [part, escaped, from = '', to] of body.matchAll(classPart)) {
        const added = escaped === undefined ? rangeSet(from, to ?? from) : escapeSet(escaped);
        if (added === undefined || part === '')
            return undefined;
        set |= added;
    }
    return { set: negated === '^' ? everything & ~set : set, length: whole.length };
}
function escapeSet(letter) {
    if (letter === 'd')
        return digits;
    if (letter === 'w')
        return wordCharacters;
    if (letter === 'D')
        return everything & ~digits;
    if (letter === 'W')
        return everything & ~wordCharacters;
    return /^[.\-+*?()|[\]{}^$\\/]$/.test(letter) ? bit(letter) : undefined;
}
function repeatAt(rest) {
    const found = quantifier.exec(rest);
    if (found === null)
        return /^[*+?{]/.test(rest) ? undefined : { bounds: { min: 1, max: 1 }, length: 0 };
    const [text, sign, low = '', comma, high = ''] = found;
    // A second quantifier, a lazy mark or a possessive one.
    if (/^[*+?{]/.test(rest.slice(text.length)))
        return undefined;
    if (sign !== undefined) {
        return {
            bounds: { min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Number.POSITIVE_INFINITY },
            length: text.length,
        };
    }
    const min = Number(low);
    const max = comma === undefined ? min : high === '' ? Number.POSITIVE_INFINITY : Number(high);
    const small = min <= largestRepeat && max >= min && (max <= largestRepeat || max === Number.POSITIVE_INFINITY);
    return small ? { bounds: { min, max }, length: text.length } : undefined;
}
/** How many places the engine may have to try again: an unanchored start, and repeats that overlap what follows. */
function ambiguities(items) {
    let count = items[0]?.kind === 'start' ? 0 : 1;
    for (const [index, item] of items.entries()) {
        if (item.kind === 'atom' && item.min !== item.max && (item.set & followers(items, index + 1)) !== 0n)
            count += 1;
    }
    return count;
}
function followers(items, from) {
    let set = 0n;
    for (const item of items.slice(from)) {
        if (item.kind !== 'atom' && item.kind !== 'choice')
            continue;
        set |= item.set;
        if (item.kind === 'choice' || item.min > 0)
            return set;
    }
    return set;
}
function width(items) {
    return items.reduce((sum, item) => sum + widthOf(item), 0);
}
function widthOf(item) {
    if (item.kind === 'choice')
        return item.words.join('|').length;
    return item.kind === 'atom' ? Math.max(1, item.min) : 1;
}
function sourceOf(item) {
    // Letters, digits, underscores and hyphens stand for themselves.
    if (item.kind === 'choice')
        return `(${item.captures ? '' : '?:'}${item.words.join('|')})`;
    if (item.kind !== 'atom')
        return markSources[item.kind];
    const characters = Array.from({ length: 128 }, (_, code) => code).filter(code => ((item.set >> BigInt(code)) & 1n) === 1n);
    const body = characters.map(code => `\\x${code.toString(16).padStart(2, '0')}`).join('');
    const repeat = item.max === Number.POSITIVE_INFINITY ? `{${item.min},}` : `{${item.min},${item.max}}`;
    return `[${body}]${item.min === 1 && item.max === 1 ? '' : repeat}`;
}
function rangeSet(from, to) {
    const low = from.charCodeAt(0);
    const high = to.charCodeAt(0);
    return low > high ? undefined : ((1n << BigInt(high - low + 1)) - 1n) << BigInt(low);
}
function bit(character) {
    return 1n << BigInt(character.charCodeAt(0));
}
const markSources = { start: '^', end: '$', open: '(', close: ')' };
const longestText = 256;
const longestPattern = 500;
const largestRepeat = 100;
const everything = (1n << 128n) - 1n;
const digits = rangeSet('0', '9') ?? 0n;
const wordCharacters = digits | (rangeSet('a', 'z') ?? 0n) | (rangeSet('A', 'Z') ?? 0n) | bit('_');
const asciiOnly = /^[\0-\x7f]*$/;
const groupStart = /^\((?:\?P?<[A-Za-z_][A-Za-z0-9_]*>)?(?!\?)/;
const choice = /^\((\?:|\?P?<[A-Za-z_][A-Za-z0-9_]*>)?((?:[A-Za-z0-9_-]+\|)+[A-Za-z0-9_-]+)\)/;
const quantifier = /^(?:([*+?])|\{([0-9]{1,3})(?:(,)([0-9]{0,3}))?\})/;
const simpleClass = /^\[(\^?)((?:\\[dwDW.\-+/]|[A-Za-z0-9_. /+=:~@!%&*-])+)\]/;
const classPart = /\\(.)|([A-Za-z0-9_. /+=:~@!%&*-])(?:-([A-Za-z0-9_. /+=:~@!%&*]))?/g;

;// CONCATENATED MODULE: ./src/flux/go/unicode-class.ts
/**
 * A class like `\p{Letter}` or `\pL` with its name as re2js knows it. Go ignores case, blanks, `-` and `_` in the name
 * and knows long names of categories. As it looks scripts up by the name so reduced, those that Unicode writes with a
 * `_` do not exist for it, nor then for us.
 */
function unicodeClassName(source) {
    const [, start = '', not = '', name = ''] = /^(\\[pP])\{?(\^?)([^}]*)\}?$/u.exec(source) ?? [];
    const reduced = canonical(name);
    const known = longNames.get(reduced) ?? (reduced === 'Lc' ? 'LC' : reduced);
    return known === name || known === '' ? source : `${start}{${not}${known}}`;
}
function canonical(name) {
    const letters = name.replace(/[-_ ]/g, '');
    return letters.slice(0, 1).toUpperCase() + letters.slice(1).toLowerCase();
}
const categories = {
    C: 'other',
    Cc: 'control cntrl',
    Cf: 'format',
    Cn: 'unassigned',
    Co: 'private_use',
    Cs: 'surrogate',
    L: 'letter',
    LC: 'cased_letter',
    Ll: 'lowercase_letter',
    Lm: 'modifier_letter',
    Lo: 'other_letter',
    Lt: 'titlecase_letter',
    Lu: 'uppercase_letter',
    M: 'mark combining_mark',
    Mc: 'spacing_mark',
    Me: 'enclosing_mark',
    Mn: 'nonspacing_mark',
    N: 'number',
    Nd: 'decimal_number digit',
    Nl: 'letter_number',
    No: 'other_number',
    P: 'punctuation punct',
    Pc: 'connector_punctuation',
    Pd: 'dash_punctuation',
    Pe: 'close_punctuation',
    Pf: 'final_punctuation',
    Pi: 'initial_punctuation',
    Po: 'other_punctuation',
    Ps: 'open_punctuation',
    S: 'symbol',
    Sc: 'currency_symbol',
    Sk: 'modifier_symbol',
    Sm: 'math_symbol',
    So: 'other_symbol',
    Z: 'separator',
    Zl: 'line_separator',
    Zp: 'paragraph_separator',
    Zs: 'space_separator',
};
const longNames = new Map(Object.entries(categories).flatMap(([short, names]) => names.split(' ').map((name) => [canonical(name), short])));

;// CONCATENATED MODULE: ./src/flux/go/rewrite-pattern.ts

/**
 * Go accepts one group name twice and reads the names of Unicode classes generously; re2js does neither. Repeated group
 * names get names of our own and classes the name that re2js knows. Everything else stays, mistakes included.
 */
function rewritePattern(pattern) {
    const groupNames = new Map();
    const seen = new Set();
    const sources = new Map();
    let rewritten = '';
    let groups = 0;
    for (const { source, kind, name } of tokensOf(pattern)) {
        if (kind === 'group')
            groups += 1;
        const replacement = kind === 'class' ? unicodeClassName(source) : seen.has(name) ? `(?P<fluxgate_group_${groups}_>` : source;
        if (replacement !== source)
            sources.set(replacement, source);
        if (name !== '')
            groupNames.set(groups, name);
        if (name !== '')
            seen.add(name);
        rewritten += replacement;
    }
    return { pattern: rewritten, groupNames, restored: text => restore(text, sources) };
}
function* tokensOf(pattern) {
    let inBrackets = false;
    for (let at = 0; at < pattern.length;) {
        const token = inBrackets ? inside : outside;
        token.lastIndex = at;
        const [source = pattern.slice(at), opening, name = ''] = token.exec(pattern) ?? [];
        if (inBrackets ? source === ']' : source.startsWith('['))
            inBrackets = !inBrackets;
        const isGroup = opening !== undefined && (name !== '' || pattern[at + 1] !== '?');
        yield { source, kind: isGroup ? 'group' : /^\\[pP]./u.test(source) ? 'class' : 'other', name };
        at += source.length;
    }
}
function restore(text, sources) {
    let result = text;
    for (const [replacement, source] of sources)
        result = result.replaceAll(replacement, () => source);
    return result;
}
const outside = /\\Q.*?(?:\\E|$)|\\[pP](?:\{[^}]{0,60}\}|[^{])|\\.|(\()(?:\?P?<([A-Za-z0-9_]+)>)?|\[\^?\]?|[^\\([]+|./suy;
const inside = /\\[pP](?:\{[^}]{0,60}\}|[^{])|\\.|\[:\^?[a-z]*:\]|[^\\[\]]+|./suy;

;// CONCATENATED MODULE: ./src/flux/go/regexp.ts





/**
 * Compiles a pattern as Go's regexp.Compile does, or gives Go's error text (`error parsing regexp: …`). Runs in time
 * linear in the text. Invalid UTF-8 in a text matches as U+FFFD does.
 */
function compileRegexp(pattern) {
    const known = compiledBefore.get(pattern);
    if (known !== undefined)
        return known;
    const compiled = compile(pattern);
    // A tree has few patterns, but many policies with the same one.
    if (compiledBefore.size >= 1000)
        compiledBefore.clear();
    compiledBefore.set(pattern, compiled);
    return compiled;
}
const compiledBefore = new Map();
function compile(pattern) {
    const { pattern: rewritten, groupNames, restored } = rewritePattern(pattern);
    try {
        return { regexp: regexpOf(build/* RE2JS */.L3.compile(rewritten), pattern, groupNames) };
    }
    catch (thrown) {
        if (!(thrown instanceof build/* RE2JSException */.o_))
            throw thrown;
        const text = restored(thrown.message);
        // Go quotes the empty rest of the pattern here, re2js nothing.
        return { error: text.endsWith('trailing backslash at end of expression') ? `${text}: \`\`` : text };
    }
}
function regexpOf(compiled, pattern, names) {
    const native = nativeRegexp(pattern);
    const groupNames = Array.from({ length: compiled.groupCount() + 1 }, (_, index) => names.get(index) ?? '');
    const program = native === undefined ? programOf(compiled) : undefined;
    const automaton = program === undefined ? undefined : captureAutomaton(program, groupNames.length);
    return {
        pattern,
        groupNames,
        matches: text => (native !== undefined && suitsNative(text) ? native(text) !== null : compiled.test(text)),
        find: text => {
            if (native !== undefined && suitsNative(text))
                return native(text) ?? undefined;
            const groups = automaton?.(text, 0) ?? 'gave up';
            if (groups === 'gave up')
                return findSlowly(compiled, text, groupNames.length);
            return groups === 'no match' ? undefined : groupTexts(text, groups);
        },
        findAll: (text, limit = Number.POSITIVE_INFINITY) => allMatches(compiled, text, groupNames.length, limit),
    };
}
/** Whether it matches is cheap to know; where the groups lie is not, and grows with the pattern. */
function findSlowly(compiled, text, groupCount) {
    const matcher = compiled.matcher(text);
    return compiled.test(text) && matcher.find() ? groupsOf(matcher, groupCount) : undefined;
}
function groupTexts(text, groups) {
    return Array.from({ length: groups.length / 2 }, (_, index) => {
        const start = groups[2 * index] ?? -1;
        return start < 0 ? undefined : text.slice(start, groups[2 * index + 1]);
    });
}
/** As in Go, an empty match right behind the previous match does not count. */
function allMatches(compiled, text, groupCount, limit) {
    const matches = [];
    const matcher = compiled.matcher(text);
    for (let previousEnd = -1; matches.length < limit && matcher.find();) {
        const start = matcher.start();
        const end = matcher.end();
        if (start !== end || start !== previousEnd)
            matches.push({ start, end, groups: groupsOf(matcher, groupCount) });
        previousEnd = end;
    }
    return matches;
}
function groupsOf(matcher, count) {
    return Array.from({ length: count }, (_, index) => matcher.group(index) ?? undefined);
}


/***/ }),

/***/ 6651:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ policerOf)
/* harmony export */ });
/* harmony import */ var _go_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6225);
/* harmony import */ var _go_case_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6500);
/* harmony import */ var _go_float_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4040);
/* harmony import */ var _semver_range_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9271);
/* harmony import */ var _semver_version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5218);





/** The policer that Flux builds from `spec.policy`, or Flux's text for a policy that is none. */
function policerOf(choice) {
    if (choice.semver !== undefined)
        return semverPolicer(choice.semver.range);
    const kind = choice.alphabetical !== undefined ? 'alphabetical' : 'numerical';
    const block = choice.alphabetical ?? choice.numerical;
    if (block === undefined)
        return { error: 'given ImagePolicyChoice object is invalid' };
    const order = (0,_go_case_js__WEBPACK_IMPORTED_MODULE_1__/* .upperCase */ .lb)(block.order ?? '');
    if (order !== '' && order !== 'ASC' && order !== 'DESC') {
        return { error: `invalid order argument provided: '${order}', must be one of: ASC, DESC` };
    }
    const descending = order === 'DESC';
    return { policer: nonEmpty(kind === 'numerical' ? numerical(descending) : alphabetical(descending)), kind };
}
function semverPolicer(text) {
    const parsed = (0,_semver_range_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRange */ .R)(text);
    return 'error' in parsed ? parsed : { policer: nonEmpty(semver(parsed.range)), kind: 'semver' };
}
function nonEmpty(policer) {
    return (values, order) => values.length === 0 ? { error: 'version list argument cannot be empty', random: false } : policer(values, order);
}
function alphabetical(descending) {
    return values => {
        const latest = values.reduce((best, value) => ((0,_go_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBytes */ .Xo)(value, best) < 0 === descending ? value : best));
        return { latest, candidates: [latest] };
    };
}
/** A greater number wins; Flux goes on to the later of two equal ones, and NaN is equal to everything. */
function numerical(descending) {
    return (values, order) => {
        const numbers = values.map(_go_float_js__WEBPACK_IMPORTED_MODULE_4__/* .parseFloat64 */ .y);
        if (numbers.includes(undefined))
            return notNumeric(values, numbers, order);
        const sign = descending ? -1 : 1;
        const keys = numbers.map(number => sign * (number ?? Number.NaN));
        if (order === 'descending')
            return inSequence(values, keys);
        return keys.some(Number.isNaN) ? disturbed(values, keys) : greatest(values, keys);
    };
}
function notNumeric(values, numbers, order) {
    const invalid = values.filter((_, index) => numbers[index] === undefined);
    const [named] = order === 'random' ? (0,_go_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .sortedByBytes */ .OU)(invalid) : invalid;
    const random = order === 'random' && new Set(invalid).size > 1;
    return { error: `failed to parse invalid numeric value '${named}'`, random };
}
function inSequence(values, keys) {
    let best = 0;
    for (let index = 1; index < keys.length; index += 1)
        if (!isLess(keys[index], keys[best]))
            best = index;
    const latest = values[best] ?? '';
    return { latest, candidates: [latest] };
}
function isLess(left, right) {
    return left !== undefined && right !== undefined && left < right;
}
/** Beside NaN any value can come out. */
function disturbed(values, keys) {
    const keyOf = new Map(values.map((value, index) => [value, keys[index] ?? Number.NaN]));
    const candidates = (0,_go_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .sortedByBytes */ .OU)(values);
    return {
        ...inSequence(candidates, candidates.map(value => keyOf.get(value) ?? Number.NaN)),
        candidates,
    };
}
function greatest(values, keys) {
    let most = Number.NEGATIVE_INFINITY;
    for (const key of keys)
        if (key > most)
            most = key;
    const candidates = (0,_go_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .sortedByBytes */ .OU)(values.filter((_, index) => keys[index] === most));
    return { latest: candidates.at(-1) ?? '', candidates };
}
/** The greatest version within the range; of equal ones (they differ in build metadata or in writing) the first. */
function semver(range) {
    return (values, order) => {
        let best;
        let tied = [];
        for (const value of values) {
            const version = (0,_semver_version_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTagVersion */ .An)(value);
            if (version === undefined || !range(version))
                continue;
            const comparison = best === undefined ? 1 : (0,_semver_version_js__WEBPACK_IMPORTED_MODULE_3__/* .compareVersions */ .Zy)(version, best);
            if (comparison > 0)
                tied = [];
            if (comparison >= 0)
                tied.push(value);
            if (comparison > 0)
                best = version;
        }
        const candidates = order === 'random' ? (0,_go_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .sortedByBytes */ .OU)(tied) : tied.slice(0, 1);
        const [latest] = candidates;
        if (latest === undefined)
            return { error: 'unable to determine latest version from provided list', random: false };
        return { latest, candidates };
    };
}


/***/ }),

/***/ 1857:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ electorOf),
/* harmony export */   U: () => (/* binding */ evaluatePolicy)
/* harmony export */ });
/* harmony import */ var _filter_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1003);
/* harmony import */ var _go_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6225);
/* harmony import */ var _policer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6651);



/**
 * Elects a tag as the image-reflector-controller of Flux 2.9 does: build the policer, filter, elect, map back to the
 * tag. `tags` are those of the scan (see scanTags), in any order. Never throws; what Flux reports is in the result.
 * After an error the tag that was elected before stays in force.
 */
function evaluatePolicy(spec, tags) {
    return electorOf(spec)(tags);
}
/** The policy made ready for many lists of tags. */
function electorOf(spec) {
    const chosen = (0,_policer_js__WEBPACK_IMPORTED_MODULE_2__/* .policerOf */ .e)(spec.policy);
    if ('error' in chosen)
        return () => failed('InvalidPolicy', chosen.error, `invalid policy: ${chosen.error}`);
    const { policer } = chosen;
    if (spec.filterTags === undefined) {
        return tags => resultOf(policer((0,_go_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .sortedByBytes */ .OU)(tags).reverse(), 'descending'), tags, null);
    }
    const filter = (0,_filter_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .compileFilter */ .g)(spec.filterTags);
    if ('error' in filter)
        return tags => (tags.length === 0 ? noTags() : failed('InvalidPolicy', filter.error));
    return tags => {
        const filtered = (0,_filter_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .applyFilter */ .$)(filter.extract, tags);
        return resultOf(policer([...filtered.keys()], 'random'), tags, filtered);
    };
}
function resultOf(election, tags, filtered) {
    const values = filtered === null ? null : (0,_go_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .sortedByBytes */ .OU)(filtered.keys());
    if ('error' in election) {
        const result = tags.length === 0 ? noTags() : failed('Failure', election.error);
        return { ...result, filtered: values, random: election.random };
    }
    const tagOf = (value) => filtered?.get(value) ?? value;
    return {
        selectedTag: tagOf(election.latest),
        latest: election.latest,
        filtered: values,
        candidates: (0,_go_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .sortedByBytes */ .OU)(election.candidates.map(tagOf)),
        error: null,
        stage: null,
        retries: false,
        random: election.candidates.length > 1,
        condition: null,
    };
}
/** The controller does not come to the policy while the scan has stored no tag; it waits and says so. */
function noTags() {
    const message = 'retrying in 30s error: no tags in database';
    const result = failed('Failure', 'version list argument cannot be empty', message);
    return { ...result, condition: { reason: 'DependencyNotReady', message } };
}
function failed(stage, error, message = error) {
    return {
        selectedTag: null,
        latest: null,
        filtered: null,
        candidates: [],
        error,
        stage,
        retries: stage === 'Failure',
        random: false,
        condition: { reason: stage, message },
    };
}


/***/ }),

/***/ 4418:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ scanTags)
/* harmony export */ });
/* unused harmony export defaultExclusionList */
/* harmony import */ var _go_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6225);
/* harmony import */ var _go_regexp_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6586);


/** What an ImageRepository without a list, or with an empty one, excludes; a list of its own replaces it. */
const defaultExclusionList = ['^.*\\.sig$'];
/**
 * The tags of a registry as the ImageRepository stores them: without those that match an expression of the exclusion
 * list (not anchored), descending by bytes. An expression that does not compile fails the scan with Flux's text.
 */
function scanTags(tags, exclusionList = []) {
    const patterns = exclusionList.length === 0 ? defaultExclusionList : exclusionList;
    const regexps = [];
    for (const pattern of patterns) {
        const compiled = (0,_go_regexp_js__WEBPACK_IMPORTED_MODULE_1__/* .compileRegexp */ .N)(pattern);
        if ('error' in compiled)
            return { error: `failed to compile regex ${pattern}: ${compiled.error}` };
        regexps.push(compiled.regexp);
    }
    const kept = [];
    const excluded = [];
    for (const tag of tags) {
        const index = regexps.findIndex(regexp => regexp.matches(tag));
        if (index < 0)
            kept.push(tag);
        else
            excluded.push({ tag, pattern: patterns[index] ?? '' });
    }
    return { tags: (0,_go_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .sortedByBytes */ .OU)(kept).reverse(), excluded };
}


/***/ }),

/***/ 9271:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ parseRange)
/* harmony export */ });
/* harmony import */ var _go_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6225);
/* harmony import */ var _go_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4282);
/* harmony import */ var _semver_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5218);



/**
 * A range as Masterminds/semver v3 reads it: alternatives by `||`, constraints by comma or blank, `a - b`, wildcards
 * x, X and *, and the operators = != > < >= => <= =< ~ ~> ^. The error is that library's own text. A pre-release is
 * within a range only if some constraint of the same alternative names one. npm's semver differs in all of this.
 */
function parseRange(text) {
    if ((0,_go_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .byteLength */ .dp)(text) > longestRange)
        return { error: `constraint string is too long (max ${longestRange} bytes)` };
    const alternatives = withoutHyphens(text).split('||');
    if (alternatives.length > mostAlternatives)
        return { error: `too many constraint groups (max ${mostAlternatives})` };
    const parsed = [];
    for (const alternative of alternatives) {
        const result = parseAlternative(alternative);
        if ('error' in result)
            return result;
        parsed.push(result.range);
    }
    return { range: version => parsed.some(range => range(version)) };
}
/** `a - b` becomes `>= a, <= b`. */
function withoutHyphens(text) {
    let result = text;
    for (const found of text.matchAll(hyphenRange)) {
        result = result.replace(found[0], () => `>= ${found[1]}, <= ${found[6]} `);
    }
    return result;
}
function parseAlternative(text) {
    const found = constraintsIn(text);
    if (found === undefined)
        return { error: `improper constraint: ${(0,_go_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)}` };
    const constraints = [];
    for (const parts of found) {
        const constraint = parseConstraint(parts);
        if (constraint === undefined)
            return { error: 'constraint parser error' };
        constraints.push(constraint);
    }
    const prereleases = constraints.some(({ bound }) => bound.prerelease !== '');
    return {
        range: version => (version.prerelease === '' || prereleases) && constraints.every(constraint => satisfies(version, constraint)),
    };
}
/** The constraints with a blank or a comma between them; undefined where the text is no such list. */
function constraintsIn(text) {
    const found = [];
    const next = new RegExp(`${blank}*(${operators})${blank}*(${versionPattern})(${blank}*,?)`, 'y');
    for (let more = true; more;) {
        const parts = next.exec(text);
        if (parts === null)
            return undefined;
        found.push(parts);
        const separator = parts.at(-1) ?? '';
        more = next.lastIndex < text.length || separator.endsWith(',');
        if (more && separator === '')
            return undefined;
    }
    return found;
}
function parseConstraint([, operator = '', full = '', ...parts]) {
    const [major = '', minor = '', patch = '', prerelease = ''] = parts;
    const known = isWildcard(major) ? 0 : isWildcard(minor) ? 1 : isWildcard(patch) ? 2 : 3;
    const text = [`0.0.0${prerelease}`, `${major}.0.0${prerelease}`, `${major}${minor}.0${prerelease}`, full][known] ?? '';
    const bound = (0,_semver_version_js__WEBPACK_IMPORTED_MODULE_2__/* .parseVersion */ .ot)(text);
    return bound === undefined ? undefined : { operator, bound, known };
}
function isWildcard(part) {
    return /^\.?[xX*]?$/.test(part);
}
function satisfies(version, constraint) {
    const { operator, bound, known } = constraint;
    const order = (0,_semver_version_js__WEBPACK_IMPORTED_MODULE_2__/* .compareVersions */ .Zy)(version, bound);
    switch (operator) {
        case '!=':
            return differs(version, constraint);
        case '>':
            return isAbove(version, constraint);
        case '<':
            return order < 0;
        case '>=':
        case '=>':
            return order >= 0;
        case '<=':
        case '=<':
            return !isBeyond(version, constraint);
        case '~':
        case '~>':
            return isInTilde(version, constraint);
        case '^':
            return isInCaret(version, constraint);
        default:
            return known === 3 ? order === 0 : isInTilde(version, constraint);
    }
}
/** `!=1` and `!=1.2` exclude all versions that begin so; `!=*` excludes only 0.0.0. */
function differs(version, { bound, known }) {
    if (known === 0 || known === 3)
        return (0,_semver_version_js__WEBPACK_IMPORTED_MODULE_2__/* .compareVersions */ .Zy)(version, bound) !== 0;
    if (version.major !== bound.major)
        return true;
    if (known === 1)
        return false;
    if (version.minor !== bound.minor)
        return true;
    return (0,_semver_version_js__WEBPACK_IMPORTED_MODULE_2__/* .comparePrereleases */ .VT)(version.prerelease, bound.prerelease) !== 0;
}
/** `>1` begins at 2.0.0 and `>1.2` at 1.3.0. */
function isAbove(version, { bound, known }) {
    if (known === 0 || known === 3)
        return (0,_semver_version_js__WEBPACK_IMPORTED_MODULE_2__/* .compareVersions */ .Zy)(version, bound) > 0;
    if (version.major !== bound.major)
        return version.major > bound.major;
    return known === 2 && version.minor > bound.minor;
}
/** `<=1` ends before 2.0.0, `<=1.2` before 1.3.0 and `<=*` before 0.1.0. */
function isBeyond(version, { bound, known }) {
    if (known === 3)
        return (0,_semver_version_js__WEBPACK_IMPORTED_MODULE_2__/* .compareVersions */ .Zy)(version, bound) > 0;
    if (version.major !== bound.major)
        return version.major > bound.major;
    return known !== 1 && version.minor > bound.minor;
}
/** `~1.2.3` stays within 1.2, `~1` within 1; `~0.0.0` and `~*` take everything. */
function isInTilde(version, { bound, known }) {
    if ((0,_semver_version_js__WEBPACK_IMPORTED_MODULE_2__/* .compareVersions */ .Zy)(version, bound) < 0)
        return false;
    const isZero = Number(bound.major) + Number(bound.minor) + Number(bound.patch) === 0;
    if (isZero && (known === 0 || known === 3))
        return true;
    return version.major === bound.major && (known === 1 || version.minor === bound.minor);
}
/** `^1.2.3` stays within 1, `^0.2.3` within 0.2, `^0.0.3` and `^*` at that very version. */
function isInCaret(version, { bound, known }) {
    if ((0,_semver_version_js__WEBPACK_IMPORTED_MODULE_2__/* .compareVersions */ .Zy)(version, bound) < 0 || version.major !== bound.major)
        return false;
    if (bound.major > 0 || known === 1)
        return true;
    if (version.minor !== bound.minor)
        return false;
    return bound.minor > 0 || known === 2 || version.patch === bound.patch;
}
const longestRange = 512;
const mostAlternatives = 32;
const blank = '[\\t\\n\\f\\r ]';
const operators = '=[<>]?|!=|[<>]=?|~>?|\\^|';
// A bar may stand in a number here, as in that library's grammar; such a constraint fails one step later.
const number = '[0-9xX*|]+';
const identifiers = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*';
const versionPattern = `v?(${number})(\\.${number})?(\\.${number})?(-${identifiers})?(?:\\+${identifiers})?`;
const hyphenRange = new RegExp(`${blank}*(${versionPattern})${blank}+-${blank}+(${versionPattern})${blank}*`, 'g');


/***/ }),

/***/ 5218:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   An: () => (/* binding */ parseTagVersion),
/* harmony export */   VT: () => (/* binding */ comparePrereleases),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   ot: () => (/* binding */ parseVersion)
/* harmony export */ });
/* harmony import */ var _go_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6225);

/**
 * A version as Flux reads it from a tag: there must be two dots; leading zeros and a leading `v` are fine. Undefined
 * for a tag that is no version, which Flux passes over without a word.
 */
function parseTagVersion(tag) {
    const firstDot = tag.indexOf('.');
    return firstDot >= 0 && tag.indexOf('.', firstDot + 1) >= 0 ? parseVersion(tag) : undefined;
}
/** A version as Masterminds' NewVersion reads it: minor and patch may be missing. */
function parseVersion(text) {
    const found = (0,_go_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .byteLength */ .dp)(text) <= longestVersion ? loose.exec(text) : null;
    if (found === null)
        return undefined;
    const [, majorText = '', minorText = '0', patchText = '0', prerelease = '', metadata = ''] = found;
    const major = segment(majorText);
    const minor = segment(minorText);
    const patch = segment(patchText);
    if (major === undefined || minor === undefined || patch === undefined)
        return undefined;
    if (prerelease.split('.').some(part => leadingZero.test(part)))
        return undefined;
    return { original: text, major, minor, patch, prerelease, metadata };
}
/** Negative, zero or positive; a pre-release comes before its release. */
function compareVersions(left, right) {
    return (compareSegments(left.major, right.major) ||
        compareSegments(left.minor, right.minor) ||
        compareSegments(left.patch, right.patch) ||
        comparePrereleases(left.prerelease, right.prerelease));
}
/** A release ('') is the greatest; parts that fit into 64 bits are numbers and come before all others. */
function comparePrereleases(left, right) {
    if (left === right)
        return 0;
    if (left === '')
        return 1;
    if (right === '')
        return -1;
    const lefts = left.split('.');
    const rights = right.split('.');
    for (let index = 0; index < Math.max(lefts.length, rights.length); index += 1) {
        const order = comparePart(lefts[index] ?? '', rights[index] ?? '');
        if (order !== 0)
            return order;
    }
    return 0;
}
function comparePart(left, right) {
    if (left === right)
        return 0;
    if (left === '')
        return -1;
    if (right === '')
        return 1;
    const leftNumber = segment(left);
    const rightNumber = segment(right);
    if (leftNumber !== undefined && rightNumber !== undefined)
        return compareSegments(leftNumber, rightNumber);
    if (leftNumber === undefined && rightNumber === undefined)
        return (0,_go_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .compareBytes */ .Xo)(left, right);
    return leftNumber === undefined ? 1 : -1;
}
function compareSegments(left, right) {
    return left < right ? -1 : left > right ? 1 : 0;
}
function segment(text) {
    if (shortNumber.test(text))
        return Number(text);
    if (!digitsOnly.test(text))
        return undefined;
    const value = BigInt(text);
    if (value <= BigInt(Number.MAX_SAFE_INTEGER))
        return Number(value);
    return value <= largest ? value : undefined;
}
const longestVersion = 256;
const largest = 2n ** 64n - 1n;
const shortNumber = /^[0-9]{1,15}$/;
const digitsOnly = /^[0-9]+$/;
const leadingZero = /^0[0-9]+$/;
const loose = /^v?([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$/;


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

/***/ 4623:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ RegistryRefusal)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/** A registry's answer that is not what was asked for. Its message is one line: what was asked, the status, the registry's own words. */
class RegistryRefusal extends Error {
    name = 'RegistryRefusal';
    status;
    /** The distribution specification's error codes, such as DENIED or NAME_UNKNOWN. */
    codes;
    /** The registry's own words, without line ends; '' when it said nothing readable. */
    words;
    /** Milliseconds that the registry asks to wait. */
    retryAfter;
    constructor(request, response, now) {
        const { codes, words } = readErrors(response);
        super(`${request.method} ${request.url}: ${response.status}${words === '' ? '' : ` (${words})`}`);
        this.status = response.status;
        this.codes = codes;
        this.words = words;
        this.retryAfter = readRetryAfter(response.headers['retry-after'], now);
    }
}
function readErrors(response) {
    const body = new TextDecoder().decode(response.body.subarray(0, 64 * 1024));
    const errors = errorList(body);
    if (errors === undefined) {
        const plain = body
            .replace(/<[^<>]*>/g, ' ')
            .replace(/\s+/g, ' ')
            .trim();
        return { codes: [], words: plain.slice(0, 300) };
    }
    const words = errors.map(error => oneLine([error.code, error.message].filter(part => part !== '').join(': ')));
    return { codes: errors.map(error => error.code), words: words.join('; ').slice(0, 600) };
}
/** The `errors` of a distribution error body; undefined when the body is something else. */
function errorList(body) {
    const errors = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(body), 'errors');
    if (!Array.isArray(errors))
        return undefined;
    return errors.map(error => ({ code: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textMember */ .SA)(error, 'code') ?? '', message: (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textMember */ .SA)(error, 'message') ?? '' }));
}
function oneLine(text) {
    return text.replace(/\s+/g, ' ').trim();
}
/** `Retry-After` as seconds or as a date, in milliseconds from now. */
function readRetryAfter(header, now) {
    if (header === undefined)
        return undefined;
    if (/^[0-9]+$/.test(header.trim()))
        return Number(header) * 1000;
    const date = Date.parse(header);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}


/***/ }),

/***/ 4925:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aZ: () => (/* binding */ PATIENCE),
/* harmony export */   jh: () => (/* binding */ retryTransient),
/* harmony export */   xU: () => (/* binding */ systemCode)
/* harmony export */ });
/* unused harmony export isTransient */
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4623);


const PATIENCE = { tries: 5, firstDelay: 500 };
/** A registry that asks for more than this is not waited for. */
const LONGEST_WAIT = 60_000;
const TRANSIENT_STATUS = new Set([408, 425, 429, 500, 502, 503, 504]);
const TRANSIENT_CODE = new Set([
    'ECONNRESET',
    'ECONNABORTED',
    'EPIPE',
    'ETIMEDOUT',
    'EAI_AGAIN',
    'ENETRESET',
    'EHOSTUNREACH',
]);
/**
 * Does something again as long as it fails for reasons that pass: 408, 425, 429 (waiting as long as `Retry-After` asks),
 * 5xx, resets and timeouts. Everything else, 400, 401, 403, 404, 412 among it, is thrown at once.
 */
async function retryTransient(attempt, world, patience = PATIENCE) {
    for (let tried = 1;; tried += 1) {
        try {
            return await attempt();
        }
        catch (error) {
            const delay = retryDelay(error, tried, patience);
            if (delay === undefined || world.signal.aborted)
                throw error;
            world.onRetry?.({ attempt: tried, tries: patience.tries, delay, error });
            await world.clock.sleep(delay, world.signal);
        }
    }
}
/** Milliseconds to wait before the next try; undefined when there should be none. */
function retryDelay(error, tried, patience) {
    if (tried >= patience.tries || !isTransient(error))
        return undefined;
    const asked = error instanceof _refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryRefusal */ .O ? error.retryAfter : undefined;
    if (asked !== undefined && asked > LONGEST_WAIT)
        return undefined;
    return Math.max(asked ?? 0, patience.firstDelay * 2 ** (tried - 1));
}
function isTransient(error) {
    if (error instanceof _refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryRefusal */ .O)
        return TRANSIENT_STATUS.has(error.status);
    return TRANSIENT_CODE.has(systemCode(error) ?? '');
}
/** The operating system's code of a failed connection, such as ECONNREFUSED. */
function systemCode(error) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textMember */ .SA)(error, 'code');
}


/***/ })

};
