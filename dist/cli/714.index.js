export const id = 714;
export const ids = [714];
export const modules = {

/***/ 1826:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ checkTemplate),
  e: () => (/* binding */ renderMessage)
});

// EXTERNAL MODULE: ./src/flux/go/bytes.ts
var go_bytes = __webpack_require__(6225);
;// CONCATENATED MODULE: ./src/flux/template/types.ts
const boolType = { name: 'bool', kind: 'bool' };
const intType = { name: 'int', kind: 'int' };
const int64Type = { name: 'int64', kind: 'int' };
const int32Type = { name: 'int32', kind: 'int' };
const uint8Type = { name: 'uint8', kind: 'uint' };
const uint64Type = { name: 'uint64', kind: 'uint' };
const uint32Type = { name: 'uint32', kind: 'uint' };
const floatType = { name: 'float64', kind: 'float' };
const stringType = { name: 'string', kind: 'string' };
const anyType = { name: 'interface {}', kind: 'interface' };
const valueType = { name: 'reflect.Value', kind: 'value' };
const anyListType = sliceOf(anyType);
const stringListType = sliceOf(stringType);
const intListType = sliceOf(intType);
const dictType = mapOf(stringType, anyType);
const stringMapType = mapOf(stringType, stringType);
function sliceOf(element) {
    return { name: `[]${element.name}`, kind: 'slice', element };
}
function mapOf(key, element, name = `map[${key.name}]${element.name}`) {
    return { name, kind: 'map', key, element };
}
/** The path to a field of a struct, through embedded ones where it must be: the shallowest one counts. */
function fieldPath(type, name) {
    const direct = type.fields?.find(field => field.name === name);
    if (direct !== undefined)
        return [direct];
    for (const field of type.fields ?? []) {
        const rest = field.embedded === true ? fieldPath(field.type, name) : undefined;
        if (rest !== undefined)
            return [field, ...rest];
    }
    return undefined;
}
/** Whether Go lets a value of one type stand for another. */
function isAssignable(from, to) {
    return to.kind === 'interface' || to.kind === 'value' || from.name === to.name;
}
/** Whether `nil` is a value of the type. */
function allowsNil(type) {
    return ['slice', 'map', 'pointer', 'interface', 'value'].includes(type.kind);
}
/** The name of the kind in Go's reflect package. */
function kindName({ kind, name }) {
    if (kind === 'int' || kind === 'uint' || kind === 'float')
        return name;
    return kind === 'pointer' ? 'ptr' : kind;
}

;// CONCATENATED MODULE: ./src/flux/template/values.ts


function bool(value) {
    return { kind: 'bool', type: boolType, bool: value };
}
function values_int(value) {
    return { kind: 'int', type: intType, int: BigInt(value) };
}
/** The lowest 64 bits, as Go's arithmetic keeps them. */
function int64(value) {
    return { kind: 'int', type: int64Type, int: BigInt.asIntN(64, value) };
}
function values_float(value) {
    return { kind: 'float', type: floatType, float: value };
}
function values_text(value) {
    return { kind: 'string', type: stringType, text: value };
}
/** A slice of interfaces. */
function list(items) {
    return { kind: 'slice', type: anyListType, items: items?.map(wrapped) ?? null };
}
function textList(items) {
    return { kind: 'slice', type: stringListType, items: items?.map(values_text) ?? null };
}
function intList(items) {
    return { kind: 'slice', type: intListType, items: items.map(values_int) };
}
/** A map[string]interface {}. */
function dict(entries) {
    const map = new Map();
    for (const [key, value] of entries)
        map.set(key, { key: values_text(key), value: wrapped(value) });
    return { kind: 'map', type: dictType, entries: map };
}
/** A value in a place that takes anything. */
function wrapped(value) {
    return value?.kind === 'interface' ? value : { kind: 'interface', type: anyType, inner: value };
}
/** The value without the interface around it. */
function unwrapped(value) {
    return value?.kind === 'interface' ? value.inner : value;
}
/** The value behind interfaces and pointers; a nil one stays as it is. */
function indirect(value) {
    const next = value?.kind === 'interface' ? value.inner : value?.kind === 'pointer' ? value.target : undefined;
    return next === undefined ? value : indirect(next);
}
function isNil(value) {
    switch (value?.kind) {
        case undefined:
            return true;
        case 'interface':
            return value.inner === undefined;
        case 'pointer':
            return value.target === undefined;
        case 'slice':
            return value.items === null;
        case 'map':
            return value.entries === null;
        default:
            return false;
    }
}
/** Whether a value counts as true: not the zero of its type, and not empty. A struct always does. */
function isTrue(given) {
    const value = unwrapped(given);
    switch (value?.kind) {
        case undefined:
            return false;
        case 'bool':
            return value.bool;
        case 'int':
        case 'uint':
            return value.int !== 0n;
        case 'float':
            return value.float !== 0;
        case 'string':
        case 'slice':
        case 'map':
            return lengthOf(value) !== 0;
        case 'struct':
        case 'interface':
            return true;
        case 'pointer':
            return value.target !== undefined;
    }
}
/** In bytes for a text. */
function lengthOf(value) {
    if (value.kind === 'string')
        return (0,go_bytes/* byteLength */.dp)(value.text);
    return value.kind === 'slice' ? (value.items?.length ?? 0) : (value.entries?.size ?? 0);
}
/** What tells the keys of a map apart. */
function keyOf(key) {
    const value = unwrapped(key);
    if (value?.kind === 'string')
        return value.text;
    if (value?.kind === 'struct')
        return JSON.stringify([...value.fields.values()].map(keyOf));
    if (value?.kind === 'int' || value?.kind === 'uint')
        return String(value.int);
    return JSON.stringify(value ?? null);
}
/** The entries in the order in which Go prints a map and ranges over it. */
function sortedEntries({ entries }) {
    return [...(entries?.values() ?? [])].sort((left, right) => compareKeys(left.key, right.key));
}
/** Go's reflect.DeepEqual. */
function deepEqual(left, right) {
    const [a, b] = [unwrapped(left), unwrapped(right)];
    if (a === undefined || b === undefined)
        return a === b;
    if (a.type.name !== b.type.name)
        return false;
    if (a.kind === 'slice' && b.kind === 'slice') {
        const [items, others] = [a.items, b.items];
        if (items === null || others === null)
            return items === others;
        return items.length === others.length && items.every((item, index) => deepEqual(item, others[index]));
    }
    if (a.kind === 'map' && b.kind === 'map') {
        const [entries, others] = [a.entries, b.entries];
        if (entries === null || others === null)
            return entries === others;
        const same = [...entries].every(([key, { value }]) => others.has(key) && deepEqual(value, others.get(key)?.value));
        return entries.size === others.size && same;
    }
    if (a.kind === 'struct' && b.kind === 'struct') {
        return [...a.fields].every(([name, field]) => deepEqual(field, b.fields.get(name)));
    }
    if (a.kind === 'pointer' && b.kind === 'pointer')
        return deepEqual(a.target, b.target);
    return sameScalar(a, b);
}
/** Whether two values of one basic kind are equal. */
function sameScalar(a, b) {
    if (a.kind === 'string' && b.kind === 'string')
        return a.text === b.text;
    if (a.kind === 'bool' && b.kind === 'bool')
        return a.bool === b.bool;
    if (a.kind === 'float' && b.kind === 'float')
        return a.float === b.float;
    return 'int' in a && 'int' in b && a.int === b.int;
}
function compareKeys(left, right) {
    const [a, b] = [unwrapped(left), unwrapped(right)];
    if (a?.kind === 'string' && b?.kind === 'string')
        return (0,go_bytes/* compareBytes */.Xo)(a.text, b.text);
    if (a?.kind === 'struct' && b?.kind === 'struct') {
        const orders = [...a.fields].map(([name, field]) => compareKeys(field, b.fields.get(name)));
        return orders.find(order => order !== 0) ?? 0;
    }
    if (a !== undefined && b !== undefined && 'int' in a && 'int' in b)
        return a.int < b.int ? -1 : a.int > b.int ? 1 : 0;
    return 0;
}

;// CONCATENATED MODULE: ./src/flux/message-data.ts


const namespacedNameType = {
    name: 'types.NamespacedName',
    kind: 'struct',
    fields: [
        { name: 'Namespace', type: stringType },
        { name: 'Name', type: stringType },
    ],
    methods: new Map([['String', stringType]]),
};
const typeMetaType = {
    name: 'yaml.TypeMeta',
    kind: 'struct',
    fields: [
        { name: 'APIVersion', type: stringType, json: 'apiVersion', omitEmpty: true },
        { name: 'Kind', type: stringType, json: 'kind', omitEmpty: true },
    ],
};
const nameMetaType = {
    name: 'yaml.NameMeta',
    kind: 'struct',
    fields: [
        { name: 'Name', type: stringType, json: 'name', omitEmpty: true },
        { name: 'Namespace', type: stringType, json: 'namespace', omitEmpty: true },
    ],
};
const resourceType = {
    name: 'yaml.ResourceIdentifier',
    kind: 'struct',
    fields: [
        { name: 'TypeMeta', type: typeMetaType, embedded: true },
        { name: 'NameMeta', type: nameMetaType, embedded: true },
    ],
};
const objectType = {
    name: 'update.ObjectIdentifier',
    kind: 'struct',
    fields: [{ name: 'ResourceIdentifier', type: resourceType, embedded: true }],
};
const changeType = {
    name: 'update.Change',
    kind: 'struct',
    fields: [
        { name: 'OldValue', type: stringType },
        { name: 'NewValue', type: stringType },
        { name: 'Setter', type: stringType },
    ],
};
const changeListType = sliceOf(changeType);
const objectChangesType = mapOf(objectType, changeListType, 'update.ObjectChanges');
const fileChangesType = mapOf(stringType, objectChangesType);
const resultType = {
    name: 'update.Result',
    kind: 'struct',
    fields: [{ name: 'FileChanges', type: fileChangesType }],
    methods: new Map([
        ['Changes', changeListType],
        ['Objects', objectChangesType],
    ]),
};
/** The type of the data, under the names that show in Go's error texts. */
const messageDataType = {
    name: 'source.TemplateData',
    kind: 'struct',
    fields: [
        { name: 'AutomationObject', type: namespacedNameType },
        { name: 'Changed', type: resultType },
        { name: 'Values', type: stringMapType },
    ],
};
/** The data as a Go value. `.Changed.Changes` and lists of one object in two files come in the order of the files. */
function messageValue({ automation, files, values }) {
    const result = {
        kind: 'struct',
        type: resultType,
        fields: new Map([['FileChanges', fileChanges(files)]]),
        methods: new Map([
            ['Changes', () => changeList(uniqueChanges(files.flatMap(({ objects }) => objects)))],
            ['Objects', () => objectChanges(files.flatMap(({ objects }) => objects))],
        ]),
    };
    const fields = new Map([
        ['AutomationObject', namespacedName(automation)],
        ['Changed', result],
        ['Values', textMap(values)],
    ]);
    return { kind: 'struct', type: messageDataType, fields };
}
function namespacedName({ namespace, name }) {
    const printed = `${namespace}/${name}`;
    return {
        ...struct(namespacedNameType, { Namespace: values_text(namespace), Name: values_text(name) }),
        methods: new Map([['String', () => values_text(printed)]]),
        text: printed,
    };
}
function fileChanges(files) {
    const paths = [...new Set(files.map(({ path }) => path))];
    const entries = paths.map((path) => [
        values_text(path),
        objectChanges(files.filter(file => file.path === path).flatMap(({ objects }) => objects)),
    ]);
    return { ...map(fileChangesType, entries), ...(entries.length === 0 ? { entries: null } : {}) };
}
function objectChanges(objects) {
    const all = new Map();
    for (const changed of objects) {
        const object = objectValue(changed);
        const known = all.get(keyOf(object));
        if (known === undefined)
            all.set(keyOf(object), { object, changes: [...changed.changes] });
        else
            known.changes.push(...changed.changes);
    }
    return map(objectChangesType, [...all.values()].map(({ object, changes }) => [object, changeList(changes)]));
}
function uniqueChanges(objects) {
    const all = new Map();
    for (const change of objects.flatMap(({ changes }) => changes)) {
        all.set(JSON.stringify([change.oldValue, change.newValue, change.setter]), change);
    }
    return [...all.values()];
}
function objectValue({ apiVersion, kind, namespace, name }) {
    const typeMeta = struct(typeMetaType, { APIVersion: values_text(apiVersion), Kind: values_text(kind) });
    const nameMeta = struct(nameMetaType, { Name: values_text(name), Namespace: values_text(namespace) });
    const identifier = struct(resourceType, { TypeMeta: typeMeta, NameMeta: nameMeta });
    return struct(objectType, { ResourceIdentifier: identifier });
}
function changeList(changes) {
    const items = changes.map(({ oldValue, newValue, setter }) => struct(changeType, { OldValue: values_text(oldValue), NewValue: values_text(newValue), Setter: values_text(setter) }));
    return { kind: 'slice', type: changeListType, items: items.length === 0 ? null : items };
}
function textMap(values) {
    if (values === undefined)
        return { kind: 'map', type: stringMapType, entries: null };
    return map(stringMapType, Object.entries(values).map(([key, value]) => [values_text(key), values_text(value)]));
}
function struct(type, fields) {
    return { kind: 'struct', type, fields: new Map(Object.entries(fields)) };
}
function map(type, entries) {
    const all = entries.map(([key, value]) => [keyOf(key), { key, value }]);
    return { kind: 'map', type, entries: new Map(all) };
}

// EXTERNAL MODULE: ./src/flux/go/quote.ts
var quote = __webpack_require__(4282);
;// CONCATENATED MODULE: ./src/flux/template/float-text.ts
/**
 * A number as Go's strconv.FormatFloat writes it with the verbs e, E, f, F, g and G. Without precision it takes the
 * fewest digits that tell the number apart; with one it rounds its exact value, a half to the even digit.
 */
function floatText(value, verb, precision) {
    if (Number.isNaN(value))
        return 'NaN';
    if (!Number.isFinite(value))
        return value > 0 ? '+Inf' : '-Inf';
    const sign = value < 0 || Object.is(value, -0) ? '-' : '';
    const magnitude = Math.abs(value);
    const text = magnitudeText(magnitude, verb.toLowerCase(), precision === undefined ? undefined : Math.min(precision, 1000));
    return sign + (verb === verb.toUpperCase() ? text.toUpperCase() : text);
}
function magnitudeText(magnitude, verb, precision) {
    const exact = precision === undefined ? shortest(magnitude) : exactDecimal(magnitude);
    switch (verb) {
        case 'e': {
            const decimal = precision === undefined ? exact : rounded(exact, precision + 1);
            return scientific(decimal, precision ?? Math.max(0, decimal.digits.length - 1));
        }
        case 'f': {
            const decimal = precision === undefined ? exact : rounded(exact, exact.point + precision);
            return fixed(decimal, precision ?? Math.max(0, decimal.digits.length - decimal.point));
        }
        default:
            return general(exact, precision);
    }
}
/** Scientific only where the number is very small or has more digits before the point than it may show. */
function general(exact, precision) {
    const allowed = precision === undefined ? undefined : Math.max(1, precision);
    const decimal = allowed === undefined ? exact : rounded(exact, allowed);
    const count = decimal.digits.length;
    const exponent = count === 0 ? 0 : decimal.point - 1;
    const limit = allowed === undefined ? 6 : allowed > count && count >= decimal.point ? count : allowed;
    if (exponent < -4 || exponent >= Math.max(limit, allowed === undefined ? 6 : 0))
        return scientific(decimal, Math.max(0, count - 1));
    return fixed(decimal, Math.max(0, count - decimal.point));
}
function scientific({ digits, point }, places) {
    const exponent = digits === '' ? 0 : point - 1;
    const shown = digits.padEnd(places + 1, '0');
    const mantissa = places === 0 ? shown.slice(0, 1) : `${shown.slice(0, 1)}.${shown.slice(1, places + 1)}`;
    return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
function fixed({ digits, point }, places) {
    const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
    const fraction = point >= 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
    return places === 0 ? whole : `${whole}.${fraction.slice(0, places).padEnd(places, '0')}`;
}
function shortest(magnitude) {
    const [mantissa = '', exponent = '0'] = magnitude.toExponential().split('e');
    return trimmed(mantissa.replace('.', ''), Number(exponent) + 1);
}
function exactDecimal(magnitude) {
    const { mantissa, exponent } = binary(magnitude);
    if (exponent >= 0)
        return trimmed(String(mantissa << BigInt(exponent)), undefined);
    const digits = String(mantissa * 5n ** BigInt(-exponent));
    return trimmed(digits, digits.length + exponent);
}
/** The number is mantissa × 2^exponent. */
function binary(magnitude) {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, magnitude);
    const bits = view.getBigUint64(0);
    const biased = Number(bits >> 52n);
    const fraction = bits & ((1n << 52n) - 1n);
    return biased === 0
        ? { mantissa: fraction, exponent: -1074 }
        : { mantissa: fraction | (1n << 52n), exponent: biased - 1075 };
}
function trimmed(digits, point) {
    const significant = digits.replace(/^0+/, '');
    const shift = digits.length - significant.length;
    const kept = significant.replace(/0+$/, '');
    return { digits: kept, point: kept === '' ? 0 : (point ?? digits.length) - shift };
}
/** The first so many digits; below zero of them there is nothing left. */
function rounded(decimal, count) {
    const { digits, point } = decimal;
    if (count >= digits.length)
        return decimal;
    if (count < 0)
        return { digits: '', point: 0 };
    const kept = digits.slice(0, count);
    const rest = digits.slice(count);
    const isOdd = Number(kept.at(-1) ?? '0') % 2 === 1;
    const up = rest[0] === '5' && rest.length === 1 ? isOdd : (rest[0] ?? '0') >= '5';
    if (!up)
        return trimmed(kept, point);
    const next = String(BigInt(kept === '' ? '0' : kept) + 1n);
    return trimmed(next, point + next.length - count);
}

;// CONCATENATED MODULE: ./src/flux/template/format-verb.ts




const noFlags = {
    plus: false,
    minus: false,
    sharp: false,
    space: false,
    zero: false,
    width: undefined,
    precision: undefined,
};
/** A value as Go's fmt prints it with a verb. What Go cannot print so, it prints as `%!d(string=hi)`. */
function formatValue(given, verb, flags) {
    const value = unwrapped(given);
    if (value === undefined)
        return verb === 'v' || verb === 'T' ? padded('<nil>', flags) : `%!${verb}(<nil>)`;
    if (verb === 'T')
        return formatText(value.type.name, 's', flags);
    return formatted(value, verb, flags, 0);
}
function formatted(value, verb, flags, depth) {
    const goSyntax = verb === 'v' && flags.sharp;
    const own = ownText(value);
    if (own !== undefined && !goSyntax && /^[vsxXq]$/.test(verb))
        return formatText(own, verb, { ...flags, plus: flags.plus && verb !== 'v' });
    const plain = verb === 'v' ? { ...flags, plus: false, sharp: false } : flags;
    switch (value.kind) {
        case 'bool':
            return verb === 't' || verb === 'v' ? padded(String(value.bool), flags) : badVerb(value, verb, flags);
        case 'int':
        case 'uint':
            return goSyntax && value.kind === 'uint'
                ? formatInteger(value.int, 'x', { ...plain, sharp: true })
                : /^[vdboOxXcqU]$/.test(verb)
                    ? formatInteger(value.int, verb, plain)
                    : badVerb(value, verb, flags);
        case 'float':
            return /^[vgGfFeE]$/.test(verb) ? formatFloat(value.float, verb, plain) : badVerb(value, verb, flags);
        case 'string':
            if (goSyntax)
                return padded((0,quote/* quoted */.TL)(value.text), flags);
            return /^[vsxXq]$/.test(verb) ? formatText(value.text, verb, plain) : badVerb(value, verb, flags);
        case 'interface':
            if (value.inner !== undefined)
                return formatted(value.inner, verb, flags, depth + 1);
            return goSyntax ? `${value.type.name}(nil)` : '<nil>';
        case 'pointer':
            return value.target === undefined
                ? goSyntax
                    ? `(${value.type.name})(nil)`
                    : verb === 'v'
                        ? padded('<nil>', flags)
                        : badVerb(value, verb, flags)
                : `&${formatted(value.target, verb, flags, depth + 1)}`;
        case 'slice':
        case 'map':
        case 'struct':
            return composite(value, verb, flags, depth);
    }
}
/** What the value's own String method gives. */
function ownText(value) {
    if (value.kind === 'struct')
        return value.text;
    return value.kind === 'pointer' ? value.target?.text : undefined;
}
function composite(value, verb, flags, depth) {
    const goSyntax = verb === 'v' && flags.sharp;
    const named = verb === 'v' && (flags.plus || flags.sharp);
    const inner = (part) => formatted(part, verb, flags, depth + 1);
    const join = (parts) => parts.join(goSyntax ? ', ' : ' ');
    if (value.kind === 'struct') {
        const fields = [...value.fields].map(([name, field]) => (named ? `${name}:` : '') + inner(field));
        return `${goSyntax ? value.type.name : ''}{${join(fields)}}`;
    }
    const isNil = value.kind === 'map' ? value.entries === null : value.items === null;
    if (goSyntax && isNil)
        return `${value.type.name}(nil)`;
    if (value.kind === 'map') {
        const entries = join(sortedEntries(value).map(entry => `${inner(entry.key)}:${inner(entry.value)}`));
        return goSyntax ? `${value.type.name}{${entries}}` : `map[${entries}]`;
    }
    const items = join((value.items ?? []).map(inner));
    return goSyntax ? `${value.type.name}{${items}}` : `[${items}]`;
}
function badVerb(value, verb, flags) {
    return `%!${verb}(${value.type.name}=${formatted(value, 'v', flags, 0)})`;
}
function formatText(text, verb, flags) {
    if (verb === 'x' || verb === 'X')
        return hexBytes(text, verb, flags);
    const cut = flags.precision === undefined ? text : [...text].slice(0, flags.precision).join('');
    if (verb !== 'q')
        return padded(cut, flags);
    if (flags.sharp && (0,quote/* allowsBackquotes */.jp)(cut))
        return padded(`\`${cut}\``, flags);
    return padded(flags.plus ? (0,quote/* quotedAscii */.kV)(cut) : (0,quote/* quoted */.TL)(cut), flags);
}
function hexBytes(text, verb, flags) {
    const bytes = [...(0,go_bytes/* bytesOf */.$$)(flags.precision === undefined ? text : (0,go_bytes/* sliceBytes */.A1)(text, 0, flags.precision))];
    const digits = bytes.map(byte => byte.toString(16).padStart(2, '0'));
    const prefix = flags.sharp ? '0x' : '';
    const joined = digits.length === 0 ? '' : prefix + digits.join(flags.space ? ` ${prefix}` : '');
    return padded(verb === 'X' ? joined.toUpperCase() : joined, flags);
}
function formatInteger(value, verb, flags) {
    const code = value >= 0n && value <= 0x10ffffn ? Number(value) : 0xfffd;
    if (verb === 'c')
        return padded(String.fromCodePoint(isSurrogate(code) ? 0xfffd : code), flags);
    if (verb === 'q')
        return padded((0,quote/* quotedRune */.XV)(code, flags.plus), flags);
    if (verb === 'U')
        return formatUnicode(value, flags);
    const base = verb === 'b' ? 2 : verb === 'o' || verb === 'O' ? 8 : verb === 'x' || verb === 'X' ? 16 : 10;
    const negative = value < 0n;
    const magnitude = negative ? -value : value;
    if (flags.precision === 0 && value === 0n)
        return ' '.repeat(flags.width ?? 0);
    const hasSign = negative || flags.plus || flags.space;
    const zeroed = flags.zero && !flags.minus ? (flags.width ?? 0) - (hasSign ? 1 : 0) : 0;
    const digits = magnitude.toString(base).padStart(flags.precision ?? zeroed, '0');
    const sharpPrefix = base === 16 ? '0x' : base === 2 ? '0b' : base === 8 && !digits.startsWith('0') ? '0' : '';
    const prefix = (verb === 'O' ? '0o' : '') + (flags.sharp ? sharpPrefix : '');
    const sign = negative ? '-' : flags.plus ? '+' : flags.space ? ' ' : '';
    const text = verb === 'X' ? (prefix + digits).toUpperCase() : prefix + digits;
    return padded(sign + text, { ...flags, zero: false });
}
function formatUnicode(value, flags) {
    const digits = BigInt.asUintN(64, value)
        .toString(16)
        .toUpperCase()
        .padStart(Math.max(4, flags.precision ?? 0), '0');
    return padded(`U+${digits}`, { ...flags, zero: false });
}
function isSurrogate(code) {
    return code >= 0xd800 && code <= 0xdfff;
}
function formatFloat(value, verb, flags) {
    const precision = flags.precision ?? (/^[fFeE]$/.test(verb) ? 6 : undefined);
    const text = floatText(value, verb === 'v' ? 'g' : verb, precision);
    const unsigned = text.replace(/^[+-]/, '');
    const sign = text.startsWith('-') ? '-' : flags.plus ? '+' : flags.space ? ' ' : text.startsWith('+Inf') ? '+' : '';
    if (!Number.isFinite(value))
        return padded(sign + unsigned, { ...flags, zero: false });
    const zeros = flags.zero && !flags.minus ? (flags.width ?? 0) - sign.length : 0;
    return padded(sign + unsigned.padStart(zeros, '0'), flags);
}
function padded(text, { width, minus, zero }) {
    const missing = (width ?? 0) - [...text].length;
    if (missing <= 0)
        return text;
    return minus ? text + ' '.repeat(missing) : (zero ? '0' : ' ').repeat(missing) + text;
}

;// CONCATENATED MODULE: ./src/flux/template/format.ts


/** Go's fmt.Sprint: operands with a blank between two that are both no strings. */
function sprint(values) {
    let result = '';
    for (const [index, value] of values.entries()) {
        const isText = unwrapped(value)?.kind === 'string';
        if (index > 0 && !isText && unwrapped(values[index - 1])?.kind !== 'string')
            result += ' ';
        result += formatValue(value, 'v', noFlags);
    }
    return result;
}
/** Go's fmt.Sprintln: operands with a blank between any two, and a line end. */
function sprintln(values) {
    return `${values.map(value => formatValue(value, 'v', noFlags)).join(' ')}\n`;
}
/** Go's fmt.Sprintf, its reports of mistakes (`%!d(MISSING)`, `%!(EXTRA int=1)`) included. */
function sprintf(format, values) {
    const state = { format, values, at: 0, argument: 0, reordered: false, output: '' };
    while (state.at < format.length) {
        const percent = format.indexOf('%', state.at);
        const end = percent < 0 ? format.length : percent;
        state.output += format.slice(state.at, end);
        state.at = end + 1;
        if (percent >= 0)
            state.output += directive(state);
    }
    return state.output + (state.reordered ? '' : extra(values.slice(state.argument)));
}
function directive(state) {
    const signs = take(state, /[#0+\- ]*/y);
    const report = [];
    const first = takeIndex(state);
    const width = takeSize(state, report, '%!(BADWIDTH)', first === 'found');
    const second = state.format[state.at] === '.' && state.at + 1 < state.format.length
        ? takePrecision(state, report, width.afterIndex)
        : undefined;
    const afterIndex = second?.afterIndex ?? width.afterIndex;
    const third = afterIndex ? 'none' : takeIndex(state);
    const verb = takeVerb(state);
    if (verb === '')
        return `${report.join('')}%!(NOVERB)`;
    if (verb === '%')
        return `${report.join('')}%`;
    const bad = [first, second?.index, third].includes('bad') || width.bad || second?.bad === true;
    if (bad)
        return `${report.join('')}%!${verb}(BADINDEX)`;
    if (state.argument >= state.values.length)
        return `${report.join('')}%!${verb}(MISSING)`;
    const value = state.values[state.argument];
    state.argument += 1;
    const negative = (width.size ?? 0) < 0;
    const flags = {
        plus: signs.includes('+'),
        minus: signs.includes('-') || negative,
        sharp: signs.includes('#'),
        space: signs.includes(' '),
        zero: signs.includes('0') && !negative,
        width: width.size === undefined ? undefined : Math.abs(width.size),
        precision: second?.size,
    };
    return report.join('') + (verb === 'w' ? `%!w(${described(value)})` : formatValue(value, verb, flags));
}
/** Digits, or `*` for the value of an operand. */
function takeSize(state, report, complaint, afterIndex) {
    if (state.format[state.at] !== '*') {
        const digits = take(state, /[0-9]*/y);
        const size = digits === '' || Number(digits) > largestSize ? undefined : Number(digits);
        return { size, bad: afterIndex && size !== undefined, afterIndex };
    }
    state.at += 1;
    const operand = unwrapped(state.values[state.argument]);
    state.argument += state.argument < state.values.length ? 1 : 0;
    const size = operand !== undefined && 'int' in operand ? Number(operand.int) : Number.NaN;
    const usable = Math.abs(size) <= largestSize;
    if (!usable)
        report.push(complaint);
    return { size: usable ? size : undefined, bad: false, afterIndex: false };
}
function takePrecision(state, report, afterIndex) {
    state.at += 1;
    const index = takeIndex(state);
    const star = state.format[state.at] === '*';
    const precision = takeSize(state, report, '%!(BADPREC)', index === 'found');
    const size = star ? ((precision.size ?? -1) < 0 ? undefined : precision.size) : (precision.size ?? 0);
    if (star && precision.size !== undefined && precision.size < 0)
        report.push('%!(BADPREC)');
    return { size, bad: afterIndex, afterIndex: precision.afterIndex, index };
}
/** `[2]`: the number of the operand that comes next. */
function takeIndex(state) {
    if (state.format[state.at] !== '[')
        return 'none';
    state.reordered = true;
    const bracket = take(state, /\[[^\]]*\]/y);
    if (bracket === '')
        state.at += 1;
    const index = /^\[[0-9]+\]$/.test(bracket) ? Number(bracket.slice(1, -1)) - 1 : -1;
    if (index < 0 || index >= state.values.length)
        return 'bad';
    state.argument = index;
    return 'found';
}
function takeVerb(state) {
    const verb = String.fromCodePoint(state.format.codePointAt(state.at) ?? 0);
    if (state.at >= state.format.length)
        return '';
    state.at += verb.length;
    return verb;
}
function take(state, pattern) {
    pattern.lastIndex = state.at;
    const text = pattern.exec(state.format)?.[0] ?? '';
    state.at += text.length;
    return text;
}
function extra(values) {
    return values.length === 0 ? '' : `%!(EXTRA ${values.map(described).join(', ')})`;
}
function described(value) {
    const inner = unwrapped(value);
    return inner === undefined ? '<nil>' : `${inner.type.name}=${formatValue(inner, 'v', noFlags)}`;
}
const largestSize = 1_000_000;

;// CONCATENATED MODULE: ./src/flux/template/function.ts

/** What a function reports, in Go's words; the evaluator adds the place. */
class CallFault extends Error {
    name = 'CallFault';
}
function function_define(parameters, result, call) {
    return { parameters, result, call: args => call(...args) };
}
/** A function with any number of arguments behind its parameters. */
function defineVariadic(parameters, rest, result, call) {
    return { parameters, rest, result, call: args => call(...args) };
}
/** The text of an argument whose parameter is a string. */
function textArgument(value) {
    const inner = unwrapped(value);
    return inner?.kind === 'string' ? inner.text : '';
}
/** The number of an argument whose parameter is an int; far beyond what any use of it can bear, it is cut. */
function intArgument(value) {
    const inner = unwrapped(value);
    if (inner === undefined || !('int' in inner))
        return 0;
    const cut = inner.int > largestInt ? largestInt : inner.int < -largestInt ? -largestInt : inner.int;
    return Number(cut);
}
/** Refuses what would take more memory than a commit message is worth. */
function boundedSize(size) {
    if (size > function_largestSize)
        throw new CallFault(`fluxgate renders at most ${function_largestSize} characters or items`);
    return size;
}
/** What Go's runtime says of a nil where a value must be. */
const nilDereference = 'runtime error: invalid memory address or nil pointer dereference';
const largestInt = BigInt(Number.MAX_SAFE_INTEGER);
const function_largestSize = 1_000_000;

;// CONCATENATED MODULE: ./src/flux/template/builtins.ts







/** The functions that text/template brings along. The evaluator itself sees to `and`, `or` and `call`. */
const builtins = new Map([
    ['and', defineVariadic([valueType], valueType, valueType, () => undefined)],
    ['or', defineVariadic([valueType], valueType, valueType, () => undefined)],
    ['not', function_define([valueType], boolType, value => bool(!isTrue(value)))],
    ['call', defineVariadic([valueType], valueType, valueType, () => undefined)],
    ['html', defineVariadic([], anyType, stringType, (...values) => values_text(escapedHtml(joined(values))))],
    ['js', defineVariadic([], anyType, stringType, (...values) => values_text(escapedJs(joined(values))))],
    ['urlquery', defineVariadic([], anyType, stringType, (...values) => values_text(escapedQuery(joined(values))))],
    ['index', defineVariadic([valueType], valueType, valueType, (item, ...indexes) => indexed(item, indexes))],
    ['len', function_define([valueType], intType, builtins_length)],
    ['print', defineVariadic([], anyType, stringType, (...values) => values_text(sprint(values)))],
    [
        'printf',
        defineVariadic([stringType], anyType, stringType, (format, ...values) => values_text(sprintf(textArgument(format), values))),
    ],
    ['println', defineVariadic([], anyType, stringType, (...values) => values_text(sprintln(values)))],
    ['eq', defineVariadic([valueType], valueType, boolType, (first, ...others) => bool(equals(first, others)))],
    ['ne', function_define([valueType, valueType], boolType, (left, right) => bool(!equals(left, [right])))],
    ['lt', function_define([valueType, valueType], boolType, (left, right) => bool(isLess(left, right)))],
    ['le', function_define([valueType, valueType], boolType, (left, right) => bool(isLess(left, right) || equals(left, [right])))],
    [
        'gt',
        function_define([valueType, valueType], boolType, (left, right) => bool(!isLess(left, right) && !equals(left, [right]))),
    ],
    ['ge', function_define([valueType, valueType], boolType, (left, right) => bool(!isLess(left, right)))],
]);
function builtins_length(given) {
    const value = indirect(given);
    if (value?.kind === 'string' || value?.kind === 'slice' || value?.kind === 'map')
        return values_int(lengthOf(value));
    if (value?.kind === 'interface' || value?.kind === 'pointer')
        throw new CallFault('len of nil pointer');
    throw new CallFault(value === undefined ? invalidValueFault('Type') : `len of type ${value.type.name}`);
}
function invalidValueFault(method) {
    return `reflect: call of reflect.Value.${method} on zero Value`;
}
function indexed(given, indexes) {
    const start = unwrapped(given);
    if (start === undefined)
        throw new CallFault('index of untyped nil');
    return indexes.reduce((value, index) => elementAt(value, unwrapped(index)), start);
}
function elementAt(given, index) {
    const item = indirect(given);
    switch (item?.kind) {
        case 'string': {
            const at = position(index, (0,go_bytes/* byteLength */.dp)(item.text));
            const byte = (0,go_bytes/* bytesOf */.$$)(item.text)[at];
            if (byte === undefined)
                throw new CallFault('reflect: string index out of range');
            return { kind: 'uint', type: uint8Type, int: BigInt(byte) };
        }
        case 'slice': {
            const found = item.items?.[position(index, item.items.length)];
            if (found === undefined)
                throw new CallFault('reflect: slice index out of range');
            return found;
        }
        case 'map': {
            const { key, element } = item.type;
            if (index === undefined && key?.kind !== 'interface') {
                throw new CallFault(`value is nil; should be of type ${key?.name}`);
            }
            if (index !== undefined && key !== undefined && !isAssignable(index.type, key)) {
                throw new CallFault(`value has type ${index.type.name}; should be ${key.name}`);
            }
            return item.entries?.get(keyOf(index))?.value ?? (element === undefined ? undefined : zero(element));
        }
        case 'bool':
        case 'int':
        case 'uint':
        case 'float':
        case 'struct':
            throw new CallFault(`can't index item of type ${item.type.name}`);
        default:
            throw new CallFault('index of nil pointer');
    }
}
function position(index, length) {
    if (index === undefined)
        throw new CallFault('cannot index slice/array with nil');
    if (!('int' in index))
        throw new CallFault(`cannot index slice/array with type ${index.type.name}`);
    if (index.int < 0n || index.int > BigInt(length))
        throw new CallFault(`index out of range: ${index.int}`);
    return Number(index.int);
}
/** What a map gives for a key that it does not have. */
function zero(type) {
    if (type.kind === 'string')
        return values_text('');
    if (type.kind === 'slice')
        return { kind: 'slice', type, items: null };
    if (type.kind === 'map')
        return { kind: 'map', type, entries: null };
    return undefined;
}
function basicKind(value) {
    switch (value?.kind) {
        case 'bool':
        case 'int':
        case 'uint':
        case 'float':
        case 'string':
            return value.kind;
        default:
            return undefined;
    }
}
/** Whether the first is equal to one of the others. */
function equals(first, others) {
    if (others.length === 0)
        throw new CallFault('missing argument for comparison');
    return others.some(other => equal(unwrapped(first), unwrapped(other)));
}
function equal(left, right) {
    const [leftKind, rightKind] = [basicKind(left), basicKind(right)];
    if (left === undefined || right === undefined) {
        return leftKind === rightKind && isNil(left) === isNil(right) && isNil(left);
    }
    const integers = 'int' in left && 'int' in right;
    if (leftKind !== rightKind && !integers) {
        throw new CallFault(`incompatible types for comparison: ${left.type.name} and ${right.type.name}`);
    }
    return leftKind === undefined ? sameComposite(left, right) : sameScalar(left, right);
}
function sameComposite(left, right) {
    if (kindName(left.type) !== kindName(right.type)) {
        throw new CallFault(`non-comparable types ${shown(left, 's')}: ${left.type.name}, ${right.type.name}: ${shown(right, 'v')}`);
    }
    if (isNil(left) || isNil(right))
        return isNil(left) === isNil(right);
    if (right.kind === 'slice' || right.kind === 'map' || holdsMap(right)) {
        throw new CallFault(`non-comparable type ${shown(right, 's')}: ${right.type.name}`);
    }
    return deepEqual(left, right);
}
/** A struct with such a field cannot be compared, nor one with that struct. */
function holdsMap(value) {
    return value.kind === 'struct' && [...value.fields.values()].some(field => field.kind === 'map' || holdsMap(field));
}
function shown(value, verb) {
    return formatValue(value, verb, noFlags);
}
function isLess(first, second) {
    const [left, right] = [unwrapped(first), unwrapped(second)];
    const [leftKind, rightKind] = [basicKind(left), basicKind(right)];
    if (left === undefined || right === undefined || leftKind === undefined || rightKind === undefined) {
        throw new CallFault('invalid type for comparison');
    }
    if ('int' in left && 'int' in right)
        return left.int < right.int;
    if (leftKind !== rightKind) {
        throw new CallFault(`incompatible types for comparison: ${left.type.name} and ${right.type.name}`);
    }
    if (left.kind === 'float' && right.kind === 'float')
        return left.float < right.float;
    if (left.kind === 'string' && right.kind === 'string')
        return (0,go_bytes/* compareBytes */.Xo)(left.text, right.text) < 0;
    throw new CallFault('invalid type for comparison');
}
function joined(values) {
    const [only] = values;
    if (values.length === 1 && only !== undefined)
        return sprint(values);
    return sprint(values.map(value => (unwrapped(value) === undefined ? values_text('<no value>') : value)));
}
function escapedHtml(value) {
    return value.replace(/[\0"'&<>]/g, character => htmlEscapes[character] ?? character);
}
function escapedJs(value) {
    let result = '';
    for (const character of value)
        result += jsEscapes[character] ?? escapedJsCharacter(character);
    return result;
}
function escapedJsCharacter(character) {
    const rune = (0,go_bytes/* runeAt */.cf)((0,go_bytes/* bytesOf */.$$)(character), 0);
    if (rune.code < 0x20)
        return `\\u00${rune.code.toString(16).toUpperCase().padStart(2, '0')}`;
    if (rune.code < 0x80 || ((0,quote/* isPrintable */.C2)(rune.code) && rune.valid))
        return character;
    return rune.valid ? `\\u${rune.code.toString(16).toUpperCase().padStart(4, '0')}` : character;
}
function escapedQuery(value) {
    let result = '';
    for (const byte of (0,go_bytes/* bytesOf */.$$)(value)) {
        const character = String.fromCharCode(byte);
        const hex = `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
        result += /^[A-Za-z0-9\-_.~]$/.test(character) ? character : character === ' ' ? '+' : hex;
    }
    return result;
}
const htmlEscapes = {
    '\0': '\ufffd',
    '"': '&#34;',
    "'": '&#39;',
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
};
const jsEscapes = {
    '\\': '\\\\',
    "'": "\\'",
    '"': '\\"',
    '<': '\\u003C',
    '>': '\\u003E',
    '&': '\\u0026',
    '=': '\\u003D',
};

;// CONCATENATED MODULE: ./src/flux/template/nodes.ts

/** A node as Go writes it back, which is how its error texts show the place. */
function printedNode(node) {
    switch (node.kind) {
        case 'text':
            return node.text;
        case 'action':
            return `{{${printedNode(node.pipe)}}}`;
        case 'break':
        case 'continue':
            return `{{${node.kind}}}`;
        case 'if':
        case 'range':
        case 'with':
            return printedBranch(node);
        case 'template':
            return `{{template ${(0,quote/* quoted */.TL)(node.name)}${node.pipe === undefined ? '' : ` ${printedNode(node.pipe)}`}}}`;
        case 'pipe':
            return printedPipe(node);
        case 'command':
            return node.operands.map(printedOperand).join(' ');
        case 'chain':
            return `${printedOperand(node.operand)}.${node.names.join('.')}`;
        case 'variable':
            return [node.name, ...node.names].join('.');
        case 'number':
        case 'string':
            return node.source;
        case 'identifier':
            return node.name;
        case 'field':
            return `.${node.names.join('.')}`;
        case 'bool':
            return String(node.value);
        case 'dot':
            return '.';
        case 'nil':
            return 'nil';
    }
}
function printedBranch({ kind, pipe, list, otherwise }) {
    const other = otherwise === undefined ? '' : `{{else}}${otherwise.map(printedNode).join('')}`;
    return `{{${kind} ${printedNode(pipe)}}}${list.map(printedNode).join('')}${other}{{end}}`;
}
function printedPipe({ variables, assigns, commands }) {
    const declared = variables.length === 0 ? '' : `${variables.map(printedNode).join(', ')} ${assigns ? '=' : ':='} `;
    return declared + commands.map(printedNode).join(' | ');
}
function printedOperand(operand) {
    return operand.kind === 'pipe' ? `(${printedNode(operand)})` : printedNode(operand);
}

;// CONCATENATED MODULE: ./src/flux/template/check.ts



/**
 * Finds what would fail whenever it is run, also in branches that no data leads to. Where a type is known only at run
 * time it says nothing.
 */
function checkTypes(templates, main, functions, data) {
    const mistakes = new Map();
    const checker = { templates, functions, mistakes, visited: new Set() };
    checkTemplateBody(checker, main, data);
    for (const name of templates.keys()) {
        if (![...checker.visited].some(visit => visit.startsWith(`${name}\0`)))
            checkTemplateBody(checker, name, undefined);
    }
    return [...mistakes.values()].sort((left, right) => left.start - right.start);
}
function checkTemplateBody(checker, name, dot) {
    const visit = `${name}\0${dot?.name ?? ''}`;
    if (checker.visited.has(visit))
        return;
    checker.visited.add(visit);
    checkList({ checker, dot, variables: [{ name: '$', type: dot }] }, checker.templates.get(name)?.list ?? []);
}
function checkList(context, list) {
    for (const node of list)
        checkNode(context, node);
}
function checkNode(context, node) {
    switch (node.kind) {
        case 'action':
            pipeType(context, node.pipe);
            return;
        case 'if':
        case 'with':
        case 'range':
            checkBranch(context, node);
            return;
        case 'template': {
            const type = node.pipe === undefined ? undefined : pipeType(context, node.pipe);
            if (context.checker.templates.has(node.name))
                checkTemplateBody(context.checker, node.name, type);
            else
                report(context, { kind: 'template', message: `template ${(0,quote/* quoted */.TL)(node.name)} not defined`, start: node.start });
            return;
        }
        default:
            return;
    }
}
function checkBranch(context, node) {
    const variables = [...context.variables];
    const inner = { ...context, variables };
    const type = pipeType(inner, node.pipe);
    const element = node.kind === 'range' ? rangeTypes(inner, node, type) : undefined;
    if (element !== undefined) {
        for (const [index, { name }] of node.pipe.variables.entries()) {
            const isKey = node.pipe.variables.length > 1 && index === 0;
            if (!node.pipe.assigns)
                variables[variables.length - node.pipe.variables.length + index] = {
                    name,
                    type: isKey ? element.key : element.element,
                };
        }
    }
    const dot = node.kind === 'if' ? context.dot : node.kind === 'with' ? type : element?.element;
    checkList({ ...inner, dot, variables: [...variables] }, node.list);
    checkList({ ...inner, variables: [...variables] }, node.otherwise ?? []);
    forgetAssigned(context, node);
}
/** What a branch may have assigned to a variable from outside is known no more. */
function forgetAssigned(context, node) {
    const assigned = new Set(assignedIn([node]));
    for (const [index, variable] of context.variables.entries()) {
        if (assigned.has(variable.name))
            context.variables[index] = { ...variable, type: undefined };
    }
}
function assignedIn(list) {
    return list.flatMap(node => {
        if (node.kind === 'action')
            return node.pipe.assigns ? node.pipe.variables.map(({ name }) => name) : [];
        if (node.kind !== 'if' && node.kind !== 'with' && node.kind !== 'range')
            return [];
        const own = node.pipe.assigns ? node.pipe.variables.map(({ name }) => name) : [];
        return [...own, ...assignedIn(node.list), ...assignedIn(node.otherwise ?? [])];
    });
}
function rangeTypes(context, node, type) {
    switch (type?.kind) {
        case 'slice':
            return { key: intType, element: type.element };
        case 'map':
            return { key: type.key, element: type.element };
        case 'int':
        case 'uint':
            return { key: undefined, element: type };
        case 'string':
        case 'bool':
        case 'float':
        case 'struct':
            report(context, { kind: 'type', message: `range can't iterate over a ${type.name}`, start: node.start });
            return { key: undefined, element: undefined };
        default:
            return { key: undefined, element: undefined };
    }
}
function pipeType(context, pipe) {
    let type;
    for (const [index, command] of pipe.commands.entries()) {
        type = commandType(context, command, index > 0 ? { type } : undefined);
    }
    for (const { name } of pipe.variables) {
        if (!pipe.assigns)
            context.variables.push({ name, type });
        else {
            const at = context.variables.findLastIndex(variable => variable.name === name);
            if (at >= 0)
                context.variables[at] = { name, type };
        }
    }
    return type;
}
function commandType(context, { operands }, piped) {
    const [first, ...args] = operands;
    if (first === undefined)
        return undefined;
    if (first.kind === 'identifier')
        return callType(context, first.name, first, args, piped);
    const type = operandType(context, first);
    for (const arg of args)
        operandType(context, arg);
    if (args.length > 0 || piped !== undefined)
        refuseArguments(context, first);
    return type;
}
function refuseArguments(context, node) {
    const message = `can't give argument to non-function ${printedNode(node)}`;
    report(context, { kind: 'arguments', message, start: node.start });
}
function operandType(context, node) {
    switch (node.kind) {
        case 'dot':
            return context.dot;
        case 'field':
            return fieldsType(context, node, context.dot);
        case 'variable':
            return fieldsType(context, node, context.variables.findLast(({ name }) => name === node.name)?.type);
        case 'chain':
            return fieldsType(context, node, operandType(context, node.operand));
        case 'pipe':
            return pipeType({ ...context }, node);
        case 'identifier':
            return callType(context, node.name, node, [], undefined);
        case 'string':
            return stringType;
        case 'bool':
            return boolType;
        case 'number':
            return /^[^']*[.eEpP]/.test(node.source) && !/^0[xX][^pP]*$/.test(node.source) ? floatType : intType;
        case 'nil':
            return undefined;
    }
}
function fieldsType(context, { names, places, start }, receiver) {
    let type = receiver;
    for (const [index, name] of names.entries()) {
        if (type === undefined)
            return undefined;
        const next = fieldType(type, name);
        if (next === 'missing') {
            const message = `can't evaluate field ${name} in type ${type.name}`;
            report(context, { kind: 'field', message, start: places[index] ?? start, field: { type: type.name, name } });
            return undefined;
        }
        type = next;
    }
    return type;
}
function fieldType(type, name) {
    const target = type.kind === 'pointer' && type.element !== undefined ? type.element : type;
    if (target.kind === 'interface' || target.kind === 'value')
        return undefined;
    if (target.kind === 'map' && target.key?.kind === 'string')
        return target.element;
    return target.methods?.get(name) ?? fieldPath(target, name)?.at(-1)?.type ?? 'missing';
}
function callType(context, name, node, args, piped) {
    const called = context.checker.functions.get(name);
    const types = args.map(arg => operandType(context, arg));
    if (called === undefined)
        return undefined;
    checkCount(context, name, called, node, args.length, piped);
    for (const [index, arg] of args.entries())
        checkArgument(context, called, index, arg, types[index]);
    const result = called.result.kind === 'interface' || called.result.kind === 'value' ? undefined : called.result;
    if (result !== undefined || !passesThrough.has(name))
        return result;
    return types.at(-1) ?? piped?.type;
}
function checkCount(context, name, { parameters, rest }, node, given, piped) {
    const count = given + (piped === undefined ? 0 : 1);
    if (rest === undefined ? count === parameters.length : count >= parameters.length)
        return;
    const wanted = rest === undefined ? `want ${parameters.length}` : `want at least ${parameters.length}`;
    report(context, {
        kind: 'arguments',
        message: `wrong number of args for ${name}: ${wanted} got ${count}`,
        start: node.start,
    });
}
function checkArgument(context, called, index, arg, type) {
    const wanted = called.parameters[index] ?? called.rest;
    if (wanted === undefined || type === undefined || type.kind === 'interface' || isAssignable(type, wanted))
        return;
    const isNumber = arg.kind === 'number' && /^(?:int|uint|float)$/.test(wanted.kind);
    if (isNumber && (wanted.kind === 'float' || arg.int !== undefined))
        return;
    const isConstant = arg.kind === 'number' || arg.kind === 'string' || arg.kind === 'bool';
    const message = isConstant
        ? `expected ${wanted.kind === 'int' ? 'integer' : wanted.name}; found ${printedNode(arg)}`
        : `wrong type for value; expected ${wanted.name}; got ${type.name}`;
    report(context, { kind: 'type', message, start: arg.start });
}
function report({ checker }, mistake) {
    checker.mistakes.set(`${mistake.start} ${mistake.message}`, mistake);
}
/** Functions that give back their last argument, when they give anything. */
const passesThrough = new Set(['default']);

;// CONCATENATED MODULE: ./src/flux/template/machine.ts
/** Ends a run with an error at a node. */
class ExecFault extends Error {
    name = 'ExecFault';
    node;
    template;
    /** Where the mistake is, which may be behind the start of the node. */
    place;
    constructor({ at, template }, message, place = at.start) {
        super(message);
        this.node = at;
        this.template = template;
        this.place = place;
    }
}
function fail(scope, message, place) {
    throw new ExecFault(scope, message, place);
}
/** Counts one step; a template that takes far more than any message needs is stopped. */
function chargeStep(scope) {
    scope.machine.steps += 1;
    if (scope.machine.steps > mostSteps)
        fail(scope, `fluxgate stops a template after ${mostSteps} steps`);
}
/** Counts output in the same way. */
function chargeOutput(scope, size) {
    scope.machine.size += size;
    if (scope.machine.size > largestOutput)
        fail(scope, `fluxgate stops a message after ${largestOutput} characters`);
}
const mostSteps = 200_000;
const largestOutput = 1_000_000;

;// CONCATENATED MODULE: ./src/flux/template/evaluate.ts






/** The value of a pipeline. Variables that it declares stay on the stack of the scope. */
function evaluatePipe(scope, dot, pipe) {
    scope.at = pipe;
    let value = missing;
    for (const command of pipe.commands)
        value = unwrapped(evaluateCommand(scope, dot, command, value));
    const result = value === missing ? undefined : value;
    for (const { name } of pipe.variables) {
        if (pipe.assigns)
            evaluate_assign(scope, name, result);
        else
            scope.variables.push({ name, value: result });
    }
    return result;
}
const missing = Symbol('no value from a previous command');
function evaluate_assign(scope, name, value) {
    const index = scope.variables.findLastIndex(variable => variable.name === name);
    if (index < 0)
        fail(scope, `undefined variable: ${name}`);
    scope.variables[index] = { name, value };
}
function evaluateCommand(scope, dot, command, final) {
    chargeStep(scope);
    const [first, ...args] = command.operands;
    if (first === undefined)
        return undefined;
    switch (first.kind) {
        case 'field':
        case 'chain':
            return evaluateFields(scope, dot, first, { args, final });
        case 'variable':
            if (first.names.length > 0)
                return evaluateFields(scope, dot, first, { args, final });
            scope.at = first;
            evaluate_refuseArguments(scope, first, { args, final });
            return variableValue(scope, first.name);
        case 'identifier':
            return evaluateFunction(scope, dot, first, { args, final, place: command });
        case 'pipe':
            evaluate_refuseArguments(scope, first, { args, final });
            return evaluatePipe(scope, dot, first);
        default:
            scope.at = first;
            evaluate_refuseArguments(scope, first, { args, final });
            return constantValue(scope, dot, first);
    }
}
const nothing = { args: [], final: missing };
function countOf({ args, final }) {
    return args.length + (final === missing ? 0 : 1);
}
function evaluate_refuseArguments(scope, node, given) {
    if (countOf(given) > 0)
        fail(scope, `can't give argument to non-function ${printedNode(node)}`);
}
function constantValue(scope, dot, node) {
    switch (node.kind) {
        case 'bool':
            return bool(node.value);
        case 'dot':
            return dot;
        case 'number':
            return idealConstant(scope, node);
        case 'string':
            return values_text(node.text);
        case 'nil':
            return fail(scope, 'nil is not a command');
        default:
            return fail(scope, `can't evaluate command ${(0,quote/* quoted */.TL)(printedNode(node))}`);
    }
}
/** A constant where nothing asks for a type: its writing decides. */
function idealConstant(scope, node) {
    const { source, int: whole, float: real } = node;
    const isHex = /^0[xX]/.test(source) && !/[pP]/.test(source);
    if (real !== undefined && !isHex && !source.startsWith("'") && /[.eEpP]/.test(source))
        return values_float(real);
    return whole === undefined ? fail(scope, `${source} overflows int`) : values_int(whole);
}
function variableValue(scope, name) {
    const found = scope.variables.findLast(variable => variable.name === name);
    return found === undefined ? fail(scope, `undefined variable: ${name}`) : found.value;
}
function evaluateFields(scope, dot, node, given) {
    scope.at = node;
    let value = receiverOf(scope, dot, node);
    for (const index of node.names.keys()) {
        value = evaluateField(scope, node, index, value, index === node.names.length - 1 ? given : nothing);
    }
    return value;
}
function receiverOf(scope, dot, node) {
    if (node.kind === 'variable')
        return variableValue(scope, node.name);
    if (node.kind !== 'chain')
        return dot;
    if (node.operand.kind === 'nil')
        fail(scope, `indirection through explicit nil in ${printedNode(node)}`);
    return evaluateArgument(scope, dot, undefined, node.operand);
}
function evaluateField(scope, node, index, receiver, given) {
    if (receiver === undefined)
        return undefined;
    const name = node.names[index] ?? '';
    const type = receiver.type.name;
    const target = indirect(receiver);
    const count = countOf(given);
    switch (target?.kind) {
        case 'struct': {
            const method = target.methods?.get(name);
            if (method !== undefined && count > 0)
                fail(scope, `wrong number of args for ${name}: want 0 got ${count}`);
            if (method !== undefined)
                return method();
            const path = fieldPath(target.type, name);
            if (path === undefined)
                break;
            if (count > 0)
                fail(scope, `${name} has arguments but cannot be invoked as function`);
            return path.reduce((value, field) => fieldOf(value, field.name), target);
        }
        case 'map':
            if (target.type.key?.kind !== 'string')
                break;
            if (count > 0)
                fail(scope, `${name} is not a method but has arguments`);
            return target.entries?.get(name)?.value;
        case undefined:
        case 'interface':
        case 'pointer':
            return fail(scope, `nil pointer evaluating ${type}.${name}`, node.places[index]);
    }
    return fail(scope, `can't evaluate field ${name} in type ${type}`, node.places[index]);
}
function fieldOf(value, name) {
    return value?.kind === 'struct' ? value.fields.get(name) : undefined;
}
function evaluateFunction(scope, dot, node, { args, final, place }) {
    scope.at = node;
    const { name } = node;
    const called = scope.machine.functions.get(name);
    if (called === undefined)
        return fail(scope, `${(0,quote/* quoted */.TL)(name)} is not a defined function`);
    evaluate_checkCount(scope, name, called, { args, final });
    if (name === 'and' || name === 'or')
        return shortCircuit(scope, dot, name === 'or', { args, final });
    const values = args.map((arg, index) => evaluateArgument(scope, dot, parameterAt(called, index), arg));
    if (final !== missing)
        values.push(validated(scope, final, parameterAt(called, values.length)));
    if (name === 'call')
        refuseCall({ ...scope, at: place }, args[0], values[0]);
    try {
        return called.call(values);
    }
    catch (thrown) {
        if (!(thrown instanceof CallFault))
            throw thrown;
        scope.at = place;
        return fail(scope, `error calling ${name}: ${thrown.message}`);
    }
}
/** No value of a message is a function, so `call` always fails. */
function refuseCall(scope, node, given) {
    const value = unwrapped(given);
    if (value === undefined)
        return fail(scope, 'error calling call: call of nil');
    const piped = value.kind === 'string' ? value.text : `<${value.type.name} Value>`;
    const callee = node === undefined ? piped : printedNode(node);
    return fail(scope, `error calling call: non-function ${callee} of type ${value.type.name}`);
}
function evaluate_checkCount(scope, name, { parameters, rest }, given) {
    const wanted = parameters.length;
    const count = countOf(given);
    if (rest === undefined && count !== wanted)
        fail(scope, `wrong number of args for ${name}: want ${wanted} got ${count}`);
    if (count < wanted)
        fail(scope, `wrong number of args for ${name}: want at least ${wanted} got ${given.args.length}`);
}
function parameterAt({ parameters, rest }, index) {
    return parameters[index] ?? rest;
}
/** `and` and `or` give the argument that decides and do not look at those behind it. */
function shortCircuit(scope, dot, stopAt, { args, final }) {
    let value;
    for (const arg of args) {
        value = evaluateArgument(scope, dot, valueType, arg);
        if (isTrue(value) === stopAt)
            return value;
    }
    return final === missing ? value : final;
}
/** An argument as its parameter wants it; without a type, as it comes. */
function evaluateArgument(scope, dot, type, node) {
    scope.at = node;
    chargeStep(scope);
    switch (node.kind) {
        case 'dot':
            return validated(scope, dot, type);
        case 'nil':
            if (type !== undefined && !allowsNil(type))
                fail(scope, `cannot assign nil to ${type.name}`);
            return zeroOf(type);
        case 'field':
        case 'chain':
            return validated(scope, evaluateFields(scope, dot, node, nothing), type);
        case 'variable': {
            const isPlain = node.names.length === 0;
            const value = isPlain ? variableValue(scope, node.name) : evaluateFields(scope, dot, node, nothing);
            return validated(scope, value, type);
        }
        case 'pipe':
            return validated(scope, evaluatePipe(scope, dot, node), type);
        case 'identifier':
            return validated(scope, evaluateFunction(scope, dot, node, { ...nothing, place: node }), type);
        default:
            return typedConstant(scope, type, node);
    }
}
function typedConstant(scope, type, node) {
    if (type === undefined || type.kind === 'interface' || type.kind === 'value') {
        return constantValue(scope, undefined, node);
    }
    switch (type.kind) {
        case 'bool':
            return node.kind === 'bool' ? bool(node.value) : expected(scope, node, 'bool');
        case 'string':
            return node.kind === 'string' ? values_text(node.text) : expected(scope, node, 'string');
        case 'int':
            return node.kind === 'number' && node.int !== undefined
                ? { kind: 'int', type, int: node.int }
                : expected(scope, node, 'integer');
        case 'uint':
            return node.kind === 'number' && node.uint !== undefined
                ? { kind: 'uint', type, int: node.uint }
                : expected(scope, node, 'unsigned integer');
        case 'float':
            return node.kind === 'number' && node.float !== undefined ? values_float(node.float) : expected(scope, node, 'float');
        default:
            return fail(scope, `can't handle ${printedNode(node)} for arg of type ${type.name}`);
    }
}
function expected(scope, node, what) {
    return fail(scope, `expected ${what}; found ${printedNode(node)}`);
}
/** The value if the parameter takes it, without the interface around it where that helps. */
function validated(scope, value, type) {
    if (type === undefined)
        return value;
    if (value === undefined && !allowsNil(type))
        fail(scope, `invalid value; expected ${type.name}`);
    if (value === undefined)
        return zeroOf(type);
    if (isAssignable(value.type, type))
        return value;
    const inner = unwrapped(value) ?? value;
    if (isAssignable(inner.type, type))
        return inner;
    const target = inner.kind === 'pointer' ? inner.target : undefined;
    if (target !== undefined && isAssignable(target.type, type))
        return target;
    return fail(scope, `wrong type for value; expected ${type.name}; got ${inner.type.name}`);
}
/** What nil is in the type. */
function zeroOf(type) {
    if (type?.kind === 'slice')
        return { kind: 'slice', type, items: null };
    if (type?.kind === 'map')
        return { kind: 'map', type, entries: null };
    return undefined;
}

;// CONCATENATED MODULE: ./src/flux/template/execute.ts







/** Runs a parsed template as text/template's Execute does. `source` is its text, for the places in errors. */
function executeTemplate(templates, name, source, functions, data) {
    const machine = { templates, functions, output: [], size: 0, steps: 0 };
    try {
        const list = templates.get(name)?.list ?? [];
        const variables = [{ name: '$', value: data }];
        walkList({ machine, template: name, depth: 0, variables, at: { kind: 'dot', start: 0 } }, data, list);
        return { output: machine.output.join(''), fault: null };
    }
    catch (thrown) {
        if (!(thrown instanceof ExecFault))
            throw thrown;
        return { output: machine.output.join(''), fault: executionFault(thrown, name, source) };
    }
}
function executionFault({ node, message, template, place: start }, name, source) {
    const before = source.slice(0, node.start);
    const lines = before.split('\n');
    const place = `${name}:${lines.length}:${(0,go_bytes/* byteLength */.dp)(lines.at(-1) ?? '')}`;
    const error = `template: ${place}: executing ${(0,quote/* quoted */.TL)(template)} at <${printedNode(node)}>: ${message}`;
    return { error, message, start };
}
function walkList(scope, dot, list) {
    for (const node of list) {
        const ending = walk(scope, dot, node);
        if (ending !== 'done')
            return ending;
    }
    return 'done';
}
function walk(scope, dot, node) {
    scope.at = node;
    chargeStep(scope);
    switch (node.kind) {
        case 'text':
            write(scope, node.text);
            return 'done';
        case 'action': {
            const value = evaluatePipe(scope, dot, node.pipe);
            scope.at = node;
            if (node.pipe.variables.length === 0)
                write(scope, printed(value));
            return 'done';
        }
        case 'if':
        case 'with':
            return walkBranch(scope, dot, node);
        case 'range':
            return walkRange(scope, dot, node);
        case 'template':
            walkTemplate(scope, dot, node);
            return 'done';
        case 'break':
        case 'continue':
            return node.kind;
    }
}
/** Without a value Go prints `<no value>`, and `<nil>` for a pointer to nothing. */
function printed(value) {
    const direct = value?.kind === 'pointer' && value.target?.text === undefined ? indirect(value) : value;
    if (direct?.kind === 'interface' && direct.inner === undefined)
        return '<nil>';
    return direct === undefined ? '<no value>' : formatValue(direct, 'v', noFlags);
}
function write(scope, text) {
    scope.machine.output.push(text);
    chargeOutput(scope, text.length);
}
function walkBranch(scope, dot, { kind, pipe, list, otherwise }) {
    const { length } = scope.variables;
    const value = evaluatePipe(scope, dot, pipe);
    const ending = isTrue(value)
        ? walkList(scope, kind === 'with' ? value : dot, list)
        : walkList(scope, dot, otherwise ?? []);
    scope.variables.length = length;
    return ending;
}
function walkRange(scope, dot, node) {
    const { length } = scope.variables;
    const value = indirect(evaluatePipe(scope, dot, node.pipe));
    const mark = scope.variables.length;
    let turns = 0;
    for (const { key, element } of turnsOf(scope, node, value)) {
        turns += 1;
        bindLoopVariables(scope, node.pipe, key, element);
        const ending = walkList(scope, element, node.list);
        scope.variables.length = mark;
        if (ending === 'break')
            break;
    }
    const ending = turns === 0 ? walkList(scope, dot, node.otherwise ?? []) : 'done';
    scope.variables.length = length;
    return ending;
}
function* turnsOf(scope, node, value) {
    switch (value?.kind) {
        case undefined:
            return;
        case 'int':
        case 'uint':
            if (node.pipe.variables.length > 1) {
                fail(scope, `can't use ${value.int} to iterate over more than one variable`);
            }
            for (let index = 0n; index < value.int; index += 1n)
                yield { key: undefined, element: { ...value, int: index } };
            return;
        case 'slice':
            for (const [index, element] of (value.items ?? []).entries())
                yield { key: values_int(index), element };
            return;
        case 'map':
            for (const entry of sortedEntries(value))
                yield { key: entry.key, element: entry.value };
            return;
        default:
            fail(scope, `range can't iterate over ${formatValue(value, 'v', noFlags)}`);
    }
}
/** The variables of the pipeline are on the stack already, the last one on top. */
function bindLoopVariables(scope, pipe, key, element) {
    const { variables } = scope;
    const names = pipe.variables.map(({ name }) => name);
    const values = names.length > 1 ? [key, element] : [element];
    for (const [index, name] of names.entries()) {
        const at = pipe.assigns
            ? variables.findLastIndex(variable => variable.name === name)
            : variables.length - names.length + index;
        variables[at] = { name, value: values[index] };
    }
}
function walkTemplate(scope, dot, node) {
    const template = scope.machine.templates.get(node.name);
    if (template === undefined)
        fail(scope, `template ${(0,quote/* quoted */.TL)(node.name)} not defined`);
    if (scope.depth >= deepestTemplate)
        fail(scope, `exceeded maximum template depth (${deepestTemplate})`);
    const value = node.pipe === undefined ? undefined : evaluatePipe(scope, dot, node.pipe);
    const inner = { ...scope, template: node.name, depth: scope.depth + 1, variables: [{ name: '$', value }] };
    walkList(inner, value, template.list);
}
// Go allows 100,000; no message needs them, and our stack does not hold them.
const deepestTemplate = 200;

;// CONCATENATED MODULE: ./src/flux/go/unquote.ts

/** The text of a Go string literal in double quotes or backquotes, or undefined where Go calls it invalid syntax. */
function unquoted(literal) {
    const quote = literal[0];
    const body = literal.slice(1, -1);
    if (literal.length < 2 || literal.at(-1) !== quote)
        return undefined;
    if (quote === '`')
        return body.includes('`') ? undefined : body.replaceAll('\r', '');
    if (quote !== '"' || body.includes('\n'))
        return undefined;
    let text = '';
    for (let at = 0; at < body.length;) {
        const unit = literalUnit(body, at, '"');
        if (unit === undefined)
            return undefined;
        text += unit.text;
        at += unit.length;
    }
    return (0,go_bytes/* textOf */.b6)((0,go_bytes/* bytesOf */.$$)(text));
}
/** The character or escape at a place inside of a literal with such quotes. */
function literalUnit(body, at, quote) {
    const character = String.fromCodePoint(body.codePointAt(at) ?? 0);
    if (at >= body.length || character === quote)
        return undefined;
    if (character !== '\\')
        return { text: character, code: character.codePointAt(0) ?? 0, length: character.length };
    const letter = body[at + 1] ?? '';
    const simple = simpleEscapes.get(letter) ?? (letter === quote ? letter : undefined);
    if (simple !== undefined)
        return { text: simple, code: simple.charCodeAt(0), length: 2 };
    return numericEscape(body.slice(at, at + 10));
}
function numericEscape(rest) {
    const [whole = '', octal, byte, short, long] = numeric.exec(rest) ?? [];
    const isByte = octal !== undefined || byte !== undefined;
    const code = octal === undefined ? Number.parseInt(byte ?? short ?? long ?? '', 16) : Number.parseInt(octal, 8);
    if (Number.isNaN(code) || code > (isByte ? 0xff : 0x10ffff))
        return undefined;
    if (!isByte && code >= 0xd800 && code <= 0xdfff)
        return undefined;
    const text = isByte && code >= 0x80 ? String.fromCharCode(0xdc00 + code) : String.fromCodePoint(code);
    return { text, code, length: whole.length };
}
const numeric = /^\\(?:([0-7]{3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/;
const simpleEscapes = new Map([
    ['a', '\x07'],
    ['b', '\b'],
    ['f', '\f'],
    ['n', '\n'],
    ['r', '\r'],
    ['t', '\t'],
    ['v', '\v'],
    ['\\', '\\'],
]);

// EXTERNAL MODULE: ./src/flux/go/float.ts
var go_float = __webpack_require__(4040);
;// CONCATENATED MODULE: ./src/flux/template/number-constant.ts



/** Reads a number as text/template does: as everything that it can be. The error is Go's text. */
function numberConstant(source) {
    if (source.endsWith('i'))
        return { error: `complex constants are not supported: ${source}` };
    const value = integerLiteral(source);
    const int = value !== undefined && BigInt.asIntN(64, value) === value ? value : undefined;
    const uint = value !== undefined && unsigned(source, value) ? value : undefined;
    if (int !== undefined || uint !== undefined)
        return { int, uint, float: Number(int ?? uint) };
    const float = (0,go_float/* parseFloat64 */.y)(source);
    if (float === undefined)
        return { error: `illegal number syntax: ${(0,quote/* quoted */.TL)(source)}` };
    if (!/[.eEpP]/.test(source))
        return { error: `integer overflow: ${(0,quote/* quoted */.TL)(source)}` };
    const whole = Number.isInteger(float) ? BigInt(float) : undefined;
    return {
        int: whole !== undefined && BigInt.asIntN(64, whole) === whole ? whole : undefined,
        uint: whole !== undefined && BigInt.asUintN(64, whole) === whole ? whole : undefined,
        float,
    };
}
/** Reads a character constant such as 'a'. The error is Go's text. */
function runeConstant(source) {
    const unit = literalUnit(source, 1, "'");
    if (unit === undefined)
        return { error: 'invalid syntax' };
    if (source.slice(1 + unit.length) !== "'")
        return { error: `malformed character constant: ${source}` };
    return { int: BigInt(unit.code), uint: BigInt(unit.code), float: unit.code };
}
/** A Go integer literal with its sign: decimal, 0x, 0o, 0b or a leading 0 for octal; underscores between digits. */
function integerLiteral(source) {
    const [, sign = '', prefix = '', digits = ''] = /^([+-]?)(0[xX]|0[oO]|0[bB]|0(?=[0-9_]))?([0-9a-fA-F_]+)$/.exec(source) ?? [];
    const base = { '': '', '0': '0o', '0b': '0b', '0o': '0o', '0x': '0x' }[prefix.toLowerCase()];
    const allowed = { '': /^[0-9_]+$/, '0': /^[0-7_]+$/, '0b': /^[01_]+$/, '0o': /^[0-7_]+$/, '0x': /^[0-9a-fA-F_]+$/ }[prefix.toLowerCase()];
    const separated = !/__|_$/.test(digits) && (prefix !== '' || !digits.startsWith('_'));
    if (base === undefined || allowed === undefined || !allowed.test(digits) || !separated)
        return undefined;
    const value = BigInt(base + digits.replaceAll('_', ''));
    return sign === '-' ? -value : value;
}
/** Zero may carry a sign, no other unsigned number may. */
function unsigned(source, value) {
    return value === 0n || (!/^[+-]/.test(source) && BigInt.asUintN(64, value) === value);
}

;// CONCATENATED MODULE: ./src/flux/template/tokens.ts

/** The tokens of a Go template, as text/template reads them; the last one is `end` or `error`. Comments leave none. */
function tokensOf(text) {
    const lexer = { text, at: 0, tokens: [], counted: 0, line: 1 };
    while (lexer.tokens.at(-1)?.kind !== 'error' && lexer.at < text.length) {
        readText(lexer);
        if (lexer.at < text.length)
            readAction(lexer);
    }
    if (lexer.tokens.at(-1)?.kind !== 'error')
        emit(lexer, 'end', '', text.length);
    return lexer.tokens;
}
/** A token as Go's error texts print it. */
function printedToken({ kind, value }) {
    if (kind === 'end')
        return 'EOF';
    if (kind === 'error')
        return value;
    if (kind === 'keyword' || kind === 'nil' || kind === 'dot')
        return `<${value}>`;
    const characters = [...value];
    return characters.length > 10 ? `${(0,quote/* quoted */.TL)(characters.slice(0, 10).join(''))}...` : (0,quote/* quoted */.TL)(value);
}
/** Text up to the next action; a trim marker takes the white space before it. */
function readText(lexer) {
    const { text, at } = lexer;
    const found = text.indexOf('{{', at);
    const end = found < 0 ? text.length : found;
    const kept = found >= 0 && /^-[ \t\r\n]/.test(text.slice(found + 2, found + 4)) ? trimmedEnd(text, at, end) : end;
    if (kept > at)
        emit(lexer, 'text', text.slice(at, kept), at);
    lexer.at = end;
}
function trimmedEnd(text, start, end) {
    let kept = end;
    while (kept > start && isSpace(text[kept - 1]))
        kept -= 1;
    return kept;
}
function readAction(lexer) {
    const start = lexer.at;
    const trims = /^-[ \t\r\n]/.test(lexer.text.slice(start + 2, start + 4));
    lexer.at += trims ? 4 : 2;
    if (lexer.text.startsWith('/*', lexer.at)) {
        readComment(lexer);
        return;
    }
    emit(lexer, 'left', '{{', start);
    for (let depth = 0; depth !== undefined;)
        depth = readInside(lexer, depth);
}
/** One step within an action: how many parentheses are open behind it, or undefined where the action ends. */
function readInside(lexer, depth) {
    const right = rightDelimiter(lexer);
    if (right !== undefined && depth === 0)
        closeAction(lexer, right);
    else if (right !== undefined)
        tokens_fail(lexer, 'unclosed left paren', lexer.at);
    else if (lexer.at >= lexer.text.length)
        tokens_fail(lexer, 'unclosed action', lexer.at);
    else
        return depthBehind(lexer, depth);
    return undefined;
}
function depthBehind(lexer, depth) {
    if (depth === 0 && lexer.text[lexer.at] === ')') {
        tokens_fail(lexer, 'unexpected right paren', lexer.at);
        return undefined;
    }
    const kind = readToken(lexer);
    return kind === 'error' ? undefined : depth + (kind === 'open' ? 1 : kind === 'close' ? -1 : 0);
}
function readComment(lexer) {
    const start = lexer.at;
    const end = lexer.text.indexOf('*/', start + 2);
    lexer.at = end + 2;
    const right = end < 0 ? undefined : rightDelimiter(lexer);
    if (right === undefined) {
        tokens_fail(lexer, end < 0 ? 'unclosed comment' : 'comment ends before closing delimiter', start);
        return;
    }
    lexer.at += right.length;
    if (right.length > 2)
        skipSpace(lexer);
}
/** `}}`, or ` -}}` with its trim marker. */
function rightDelimiter({ text, at }) {
    if (text.startsWith('}}', at))
        return '}}';
    return isSpace(text[at]) && text.startsWith('-}}', at + 1) ? text.slice(at, at + 4) : undefined;
}
function isSpace(character) {
    return character === ' ' || character === '\t' || character === '\r' || character === '\n';
}
function closeAction(lexer, right) {
    lexer.at += right.length;
    emit(lexer, 'right', '}}', lexer.at - 2);
    if (right.length > 2)
        skipSpace(lexer);
}
function skipSpace(lexer) {
    while (isSpace(lexer.text[lexer.at]))
        lexer.at += 1;
}
function readToken(lexer) {
    const first = String.fromCodePoint(lexer.text.codePointAt(lexer.at) ?? 0);
    const next = lexer.text[lexer.at + 1] ?? '';
    if (isSpace(first))
        return readSpace(lexer);
    if (first === ':')
        return next === '=' ? tokens_take(lexer, 'declare', 2) : fault(lexer, 'expected :=');
    if (first === '"')
        return readQuoted(lexer, 'string', '"', 'quoted string');
    if (first === "'")
        return readQuoted(lexer, 'rune', "'", 'character constant');
    if (first === '`')
        return readRaw(lexer);
    if (first === '$')
        return readName(lexer, 'variable', 1);
    if (first === '.' && !/^[0-9]$/.test(next) && next !== '')
        return readName(lexer, 'field', 1);
    if (first === '.' || first === '+' || first === '-' || (first >= '0' && first <= '9'))
        return readNumber(lexer);
    if (isNameCharacter(first))
        return readName(lexer, 'identifier', 0);
    const single = singles[first];
    if (single !== undefined)
        return tokens_take(lexer, single, 1);
    if (first <= '\x7f' && (0,quote/* isPrintable */.C2)(first.charCodeAt(0)))
        return tokens_take(lexer, 'char', 1);
    return fault(lexer, `unrecognized character in action: ${unicodeOf(first)}`);
}
/** Spaces; one before a trim marker belongs to the delimiter. */
function readSpace(lexer) {
    let end = lexer.at;
    while (isSpace(lexer.text[end]))
        end += 1;
    const before = lexer.text.startsWith('-}}', end) ? end - 1 : end;
    return tokens_take(lexer, 'space', before - lexer.at);
}
function readQuoted(lexer, kind, quote, what) {
    for (let at = lexer.at + 1;; at += 1) {
        const escapes = lexer.text[at] === '\\';
        if (escapes)
            at += 1;
        const character = lexer.text[at] ?? '\n';
        if (character === '\n')
            return fault(lexer, `unterminated ${what}`);
        if (character === quote && !escapes)
            return tokens_take(lexer, kind, at + 1 - lexer.at);
    }
}
function readRaw(lexer) {
    const end = lexer.text.indexOf('`', lexer.at + 1);
    return end < 0 ? fault(lexer, 'unterminated raw quoted string') : tokens_take(lexer, 'raw', end + 1 - lexer.at);
}
/** A name behind a prefix of so many units: none for a word, `.` or `$`, which also stand alone. */
function readName(lexer, kind, prefix) {
    nameCharacters.lastIndex = lexer.at + prefix;
    const end = lexer.at + prefix + (nameCharacters.exec(lexer.text)?.[0].length ?? 0);
    if (!terminates(lexer, end))
        return fault(lexer, `bad character ${unicodeOf(characterAt(lexer, end))}`);
    const word = lexer.text.slice(lexer.at, end);
    const bare = kind === 'field' && word === '.' ? 'dot' : kind;
    return tokens_take(lexer, kind === 'identifier' ? kindOfWord(word) : bare, word.length);
}
function kindOfWord(word) {
    if (word === 'true' || word === 'false')
        return 'bool';
    if (word === 'nil')
        return 'nil';
    return keywords.has(word) ? 'keyword' : 'identifier';
}
function terminates(lexer, at) {
    return ' \t\r\n.,|:)('.includes(lexer.text[at] ?? '.') || lexer.text.startsWith('}}', at);
}
/** What looks like a number; whether it is one, the parser finds out. */
function readNumber(lexer) {
    const end = numberEnd(lexer, lexer.at);
    if (end.bad)
        return badNumber(lexer, end.at);
    if (!/^[+-]/.test(lexer.text.slice(end.at)))
        return tokens_take(lexer, 'number', end.at - lexer.at);
    const imaginary = numberEnd(lexer, end.at);
    if (imaginary.bad || lexer.text[imaginary.at - 1] !== 'i')
        return badNumber(lexer, imaginary.at);
    return tokens_take(lexer, 'complex', imaginary.at - lexer.at);
}
function numberEnd(lexer, from) {
    numberShape.lastIndex = from;
    const at = from + (numberShape.exec(lexer.text)?.[0].length ?? 0);
    const next = characterAt(lexer, at);
    return isNameCharacter(next) ? { at: at + next.length, bad: true } : { at, bad: false };
}
function badNumber(lexer, end) {
    return fault(lexer, `bad number syntax: ${(0,quote/* quoted */.TL)(lexer.text.slice(lexer.at, end))}`);
}
function characterAt({ text }, at) {
    const code = text.codePointAt(at);
    return code === undefined ? '' : String.fromCodePoint(code);
}
function isNameCharacter(character) {
    return /^[\p{L}\p{Nd}_]$/u.test(character);
}
/** A character as `%#U` prints it; the end of the text counts as -1. */
function unicodeOf(character) {
    const code = character.codePointAt(0);
    if (code === undefined)
        return 'U+FFFFFFFFFFFFFFFF';
    const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    return (0,quote/* isPrintable */.C2)(code) ? `${number} '${character}'` : number;
}
function tokens_take(lexer, kind, length) {
    emit(lexer, kind, lexer.text.slice(lexer.at, lexer.at + length), lexer.at);
    lexer.at += length;
    return kind;
}
function fault(lexer, text) {
    tokens_fail(lexer, text, lexer.at);
    return 'error';
}
function tokens_fail(lexer, text, start) {
    emit(lexer, 'error', text, start);
}
function emit(lexer, kind, value, start) {
    for (let at = lexer.counted; at < start; at += 1)
        if (lexer.text[at] === '\n')
            lexer.line += 1;
    lexer.counted = start;
    lexer.tokens.push({ kind, value, start, line: lexer.line });
}
const keywords = new Set([
    'block',
    'break',
    'continue',
    'define',
    'else',
    'end',
    'if',
    'range',
    'template',
    'with',
]);
const singles = { '=': 'assign', '|': 'pipe', '(': 'open', ')': 'close' };
const nameCharacters = /[\p{L}\p{Nd}_]+/uy;
const numberShape = /[+-]?(?:0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?[0-9_]*)?|0[oO][0-7_]*(?:\.[0-7_]*)?|0[bB][01_]*(?:\.[01_]*)?|[0-9_]*(?:\.[0-9_]*)?(?:[eE][+-]?[0-9_]*)?)i?/y;

;// CONCATENATED MODULE: ./src/flux/template/parse.ts





/**
 * Parses a Go template as text/template's Parse does. `isFunction` says which words are functions: for any other Go
 * refuses the whole template; `null` lets all pass.
 */
function parseTemplate(name, text, isFunction) {
    const shared = {
        name,
        tokens: tokensOf(text),
        next: 0,
        furthest: 0,
        templates: new Map(),
        calls: [],
        isFunction,
    };
    try {
        const tree = newTree(shared);
        addTemplate(tree, { name, list: parseAll(tree) });
        return { templates: shared.templates, calls: shared.calls };
    }
    catch (thrown) {
        if (thrown instanceof ParseStop)
            return thrown.fault;
        throw thrown;
    }
}
/** Ends parsing from any depth; never leaves this file. */
class ParseStop extends Error {
    fault;
    constructor(fault) {
        super(fault.error);
        this.fault = fault;
    }
}
function newTree(shared, listDepth = 0) {
    return { shared, variables: ['$'], rangeDepth: 0, listDepth, pipeDepth: 0, actionLine: 0 };
}
function addTemplate(tree, template) {
    const other = tree.shared.templates.get(template.name);
    if (other === undefined || isBlank(other.list))
        tree.shared.templates.set(template.name, template);
    else if (!isBlank(template.list)) {
        parse_fail(tree, `template: multiple definition of template ${(0,quote/* quoted */.TL)(template.name)}`);
    }
}
function isBlank(list) {
    return list.every(node => node.kind === 'text' && node.text.trim() === '');
}
function parseAll(tree) {
    const list = [];
    while (peek(tree).kind !== 'end') {
        const definition = definitionAhead(tree);
        if (definition) {
            parseDefinition(tree);
            continue;
        }
        const node = textOrAction(tree);
        if (isListEnd(node))
            parse_fail(tree, `unexpected {{${node.kind}}}`);
        else
            list.push(node);
    }
    return list;
}
/** Steps over `{{define` when it comes next. */
function definitionAhead(tree) {
    const { next } = tree.shared;
    if (parse_take(tree).kind === 'left') {
        const word = takeWord(tree);
        if (word.kind === 'keyword' && word.value === 'define')
            return true;
    }
    tree.shared.next = next;
    return false;
}
function parseDefinition(outer) {
    const tree = newTree(outer.shared);
    const name = literal(tree, takeOneOf(tree, ['string', 'raw'], 'define clause'));
    takeOneOf(tree, ['right'], 'define clause');
    const { list, end } = itemList(tree);
    if (end.kind !== 'end')
        parse_fail(tree, `unexpected {{${end.kind}}} in define clause`);
    addTemplate(tree, { name, list });
}
function itemList(tree) {
    const list = [];
    tree.listDepth += 1;
    if (tree.listDepth > deepest)
        parse_fail(tree, `actions nest more than ${deepest} levels deep`);
    while (peekWord(tree).kind !== 'end') {
        const node = textOrAction(tree);
        if (isListEnd(node)) {
            tree.listDepth -= 1;
            return { list, end: node };
        }
        list.push(node);
    }
    return parse_fail(tree, 'unexpected EOF');
}
function isListEnd(node) {
    return node.kind === 'end' || node.kind === 'else';
}
function textOrAction(tree) {
    const token = takeWord(tree);
    if (token.kind === 'text')
        return { kind: 'text', start: token.start, text: token.value };
    if (token.kind !== 'left')
        return unexpected(tree, token, 'input');
    tree.actionLine = token.line;
    const node = action(tree);
    tree.actionLine = 0;
    return node;
}
function action(tree) {
    const token = takeWord(tree);
    if (token.kind === 'keyword') {
        switch (token.value) {
            case 'block':
                return block(tree);
            case 'break':
            case 'continue':
                return loopControl(tree, token.value, token.start);
            case 'else':
                return elseControl(tree);
            case 'end':
                takeOneOf(tree, ['right'], 'end');
                return { kind: 'end' };
            case 'if':
            case 'range':
            case 'with':
                return branch(tree, token.value);
            case 'template':
                return invocation(tree);
        }
    }
    stepBack(tree);
    const { start } = peek(tree);
    return { kind: 'action', start, pipe: pipeline(tree, 'command', 'right') };
}
function loopControl(tree, kind, start) {
    const token = takeWord(tree);
    if (token.kind !== 'right')
        unexpected(tree, token, `{{${kind}}}`);
    if (tree.rangeDepth === 0)
        parse_fail(tree, `{{${kind}}} outside {{range}}`);
    return { kind, start };
}
/** Before `if` and `with` the list ends without a delimiter: the word is read as the start of a branch of its own. */
function elseControl(tree) {
    const next = peekWord(tree);
    if (next.kind === 'keyword' && (next.value === 'if' || next.value === 'with'))
        return { kind: 'else', start: next.start };
    return { kind: 'else', start: takeOneOf(tree, ['right'], 'else').start };
}
function branch(tree, kind) {
    const { length } = tree.variables;
    const pipe = pipeline(tree, kind, 'right');
    if (kind === 'range')
        tree.rangeDepth += 1;
    const { list, end } = itemList(tree);
    if (kind === 'range')
        tree.rangeDepth -= 1;
    const otherwise = end.kind === 'else' ? otherList(tree, kind) : undefined;
    tree.variables.length = length;
    return { kind, start: pipe.start, pipe, list, otherwise };
}
function otherList(tree, kind) {
    const next = peek(tree);
    if (next.kind === 'keyword' && next.value === kind && kind !== 'range') {
        parse_take(tree);
        tree.listDepth += 1;
        const nested = branch(tree, kind);
        tree.listDepth -= 1;
        return [nested];
    }
    const { list, end } = itemList(tree);
    if (end.kind !== 'end')
        parse_fail(tree, `expected end; found {{${end.kind}}}`);
    return list;
}
function block(tree) {
    const token = takeWord(tree);
    const name = templateName(tree, token, 'block clause');
    const pipe = pipeline(tree, 'block clause', 'right');
    const inner = newTree(tree.shared, tree.listDepth);
    const { list, end } = itemList(inner);
    if (end.kind !== 'end')
        parse_fail(inner, `unexpected {{${end.kind}}} in block clause`);
    addTemplate(inner, { name, list });
    return { kind: 'template', start: token.start, name, pipe };
}
function invocation(tree) {
    const token = takeWord(tree);
    const name = templateName(tree, token, 'template clause');
    if (takeWord(tree).kind === 'right')
        return { kind: 'template', start: token.start, name, pipe: undefined };
    stepBack(tree);
    return { kind: 'template', start: token.start, name, pipe: pipeline(tree, 'template clause', 'right') };
}
function templateName(tree, token, context) {
    return token.kind === 'string' || token.kind === 'raw' ? literal(tree, token) : unexpected(tree, token, context);
}
function pipeline(tree, context, end) {
    const { start } = peekWord(tree);
    const { variables, assigns } = declarations(tree, context);
    const commands = [];
    for (;;) {
        const token = takeWord(tree);
        if (token.kind === end)
            break;
        if (!startsOperand.has(token.kind))
            unexpected(tree, token, context);
        stepBack(tree);
        commands.push(command(tree));
    }
    if (commands.length === 0)
        parse_fail(tree, `missing value for ${context}`);
    for (const [index, { operands }] of commands.entries()) {
        if (index > 0 && /^(?:bool|dot|nil|number|string)$/.test(operands[0]?.kind ?? '')) {
            parse_fail(tree, `non executable command in pipeline stage ${index + 1}`);
        }
    }
    return { kind: 'pipe', start, variables, assigns, commands };
}
function declarations(tree, context) {
    const variables = [];
    for (;;) {
        const variable = peekWord(tree);
        if (variable.kind !== 'variable')
            return { variables, assigns: false };
        const before = tree.shared.next;
        parse_take(tree);
        const next = peekWord(tree);
        const isComma = next.kind === 'char' && next.value === ',';
        if (next.kind !== 'assign' && next.kind !== 'declare' && !isComma) {
            tree.shared.next = before;
            return { variables, assigns: false };
        }
        takeWord(tree);
        variables.push(variableNode(variable.value, variable.start));
        tree.variables.push(variable.value);
        if (!isComma)
            return { variables, assigns: next.kind === 'assign' };
        if (context !== 'range' || variables.length > 1)
            parse_fail(tree, `too many declarations in ${context}`);
        if (!/^(?:variable|right|close)$/.test(peekWord(tree).kind))
            parse_fail(tree, 'range can only initialize variables');
    }
}
function command(tree) {
    const { start } = peekWord(tree);
    const operands = [];
    for (;;) {
        peekWord(tree);
        const found = operand(tree);
        if (found !== undefined)
            operands.push(found);
        const token = parse_take(tree);
        if (token.kind === 'space')
            continue;
        if (token.kind === 'right' || token.kind === 'close')
            stepBack(tree);
        else if (token.kind !== 'pipe')
            unexpected(tree, token, 'operand');
        break;
    }
    if (operands.length === 0)
        parse_fail(tree, 'empty command');
    return { kind: 'command', start, operands };
}
function operand(tree) {
    const found = term(tree);
    if (found === undefined || peek(tree).kind !== 'field')
        return found;
    const { start } = peek(tree);
    const names = [];
    const places = [];
    while (peek(tree).kind === 'field') {
        places.push(peek(tree).start);
        names.push(parse_take(tree).value.slice(1));
    }
    switch (found.kind) {
        case 'field':
        case 'variable':
            return { ...found, start, names: [...found.names, ...names], places: [...found.places, ...places] };
        case 'bool':
        case 'string':
        case 'number':
        case 'nil':
        case 'dot':
            return parse_fail(tree, `unexpected . after term ${(0,quote/* quoted */.TL)(printedNode(found))}`);
        default:
            return { kind: 'chain', start, operand: found, names, places };
    }
}
function term(tree) {
    const token = takeWord(tree);
    const { start, value } = token;
    switch (token.kind) {
        case 'identifier':
            tree.shared.calls.push({ name: value, start });
            if (tree.shared.isFunction?.(value) === false)
                parse_fail(tree, `function ${(0,quote/* quoted */.TL)(value)} not defined`, start);
            return { kind: 'identifier', start, name: value };
        case 'dot':
        case 'nil':
            return { kind: token.kind, start };
        case 'variable':
            return useVariable(tree, token);
        case 'field':
            return { kind: 'field', start, names: [value.slice(1)], places: [start] };
        case 'bool':
            return { kind: 'bool', start, value: value === 'true' };
        case 'rune':
        case 'number':
        case 'complex':
            return numberNode(tree, token);
        case 'open':
            return parenthesized(tree);
        case 'string':
        case 'raw':
            return { kind: 'string', start, text: literal(tree, token), source: value };
        default:
            stepBack(tree);
            return undefined;
    }
}
function parenthesized(tree) {
    if (tree.pipeDepth >= deepest)
        parse_fail(tree, 'max expression depth exceeded');
    tree.pipeDepth += 1;
    const pipe = pipeline(tree, 'parenthesized pipeline', 'close');
    tree.pipeDepth -= 1;
    return pipe;
}
function useVariable(tree, { value, start }) {
    return tree.variables.includes(value)
        ? variableNode(value, start)
        : parse_fail(tree, `undefined variable ${(0,quote/* quoted */.TL)(value)}`, start);
}
function variableNode(name, start) {
    return { kind: 'variable', start, name, names: [], places: [] };
}
function numberNode(tree, { kind, value, start }) {
    const constant = kind === 'rune' ? runeConstant(value) : numberConstant(value);
    return 'error' in constant ? parse_fail(tree, constant.error, start) : { kind: 'number', start, source: value, ...constant };
}
function literal(tree, { value, start }) {
    return unquoted(value) ?? parse_fail(tree, 'invalid syntax', start);
}
function takeOneOf(tree, kinds, context) {
    const token = takeWord(tree);
    return kinds.includes(token.kind) ? token : unexpected(tree, token, context);
}
/** The next token; the last one again and again at the end. */
function parse_take(tree) {
    const token = peek(tree);
    tree.shared.next += 1;
    return token;
}
function peek({ shared }) {
    const last = shared.tokens.length - 1;
    shared.furthest = Math.max(shared.furthest, Math.min(shared.next, last));
    return shared.tokens[Math.min(shared.next, last)] ?? endless;
}
/** The next token that is no space. */
function takeWord(tree) {
    while (peek(tree).kind === 'space')
        tree.shared.next += 1;
    return parse_take(tree);
}
/** Looks at the next token that is no space; the spaces before it are gone. */
function peekWord(tree) {
    while (peek(tree).kind === 'space')
        tree.shared.next += 1;
    return peek(tree);
}
function stepBack({ shared }) {
    shared.next -= 1;
}
function unexpected(tree, token, context) {
    if (token.kind !== 'error')
        return parse_fail(tree, `unexpected ${printedToken(token)} in ${context}`, token.start);
    const elsewhere = tree.actionLine !== 0 && tree.actionLine !== token.line;
    const started = ` started at ${tree.shared.name}:${tree.actionLine}`;
    const extra = !elsewhere ? '' : token.value.endsWith(' action') ? started : ` in action${started}`;
    return parse_fail(tree, token.value + extra, token.start);
}
function parse_fail({ shared }, message, start) {
    const token = shared.tokens[shared.furthest] ?? endless;
    const error = `template: ${shared.name}:${token.line}: ${message}`;
    throw new ParseStop({ error, message, start: start ?? token.start });
}
const endless = { kind: 'end', value: '', start: 0, line: 1 };
// Go allows far more; no message needs them, and our stack does not hold them.
const deepest = 200;
const startsOperand = new Set([
    'bool',
    'rune',
    'complex',
    'dot',
    'field',
    'identifier',
    'number',
    'nil',
    'raw',
    'string',
    'variable',
    'open',
]);

// EXTERNAL MODULE: ./src/flux/go/case.ts
var go_case = __webpack_require__(6500);
;// CONCATENATED MODULE: ./src/flux/template/signatures.ts



/** Functions by the Go types of their parameters and result, so that each can be written in plain TypeScript. */
function textToText(map) {
    return function_define([stringType], stringType, value => values_text(map(textArgument(value))));
}
function textsToText(map) {
    return function_define([stringType, stringType], stringType, (first, second) => values_text(map(textArgument(first), textArgument(second))));
}
function threeTextsToText(map) {
    return function_define([stringType, stringType, stringType], stringType, (first, second, third) => values_text(map(textArgument(first), textArgument(second), textArgument(third))));
}
function intAndTextToText(map) {
    return function_define([intType, stringType], stringType, (number, value) => values_text(map(intArgument(number), textArgument(value))));
}
function intsAndTextToText(map) {
    return function_define([intType, intType, stringType], stringType, (first, second, value) => values_text(map(intArgument(first), intArgument(second), textArgument(value))));
}
function textsToBool(test) {
    return function_define([stringType, stringType], boolType, (first, second) => bool(test(textArgument(first), textArgument(second))));
}
function anyToText(map) {
    return function_define([anyType], stringType, value => values_text(map(value)));
}
function anyTo(result, map) {
    return function_define([anyType], result, map);
}
function allToText(map) {
    return defineVariadic([], anyType, stringType, (...values) => values_text(map(values)));
}
function allTo(result, map) {
    return defineVariadic([], anyType, result, (...values) => map(values));
}
/** A parameter of type map[string]interface {}; Go's nil map where it is nil. */
function dictArgument(value) {
    return value?.kind === 'map' ? value : { kind: 'map', type: dictType, entries: null };
}

;// CONCATENATED MODULE: ./src/flux/template/sprig-case.ts


/** Sprig's snakecase, kebabcase and camelcase, which are those of huandu/xstrings. */
const caseFunctions = new Map([
    ['snakecase', textToText(value => divided(value, '_'))],
    ['kebabcase', textToText(value => divided(value, '-'))],
    ['camelcase', textToText(pascalCase)],
]);
/**
 * Words in lower case with a connector between them; a connector that is there becomes that one. A number belongs to
 * the word before it, or to the lower case letters behind it.
 */
function divided(value, connector) {
    const words = wordsOf(value);
    let result = '';
    for (let at = 0; at < words.length;) {
        const end = groupEnd(words, at);
        const group = words.slice(at, end);
        for (const [index, word] of group.entries()) {
            if (index === 1 && word.kind === 'number' && group.length > 2)
                result += connector;
            result += written(word, connector);
        }
        const [last, next] = [group.at(-1), words[end]];
        if (last !== undefined && next !== undefined && isWord(last) && isWord(next))
            result += connector;
        at = end;
    }
    return result;
}
/** How far the words go that stand together: letters and a number, or a number and what hangs on it. */
function groupEnd(words, at) {
    const [first, second, third] = words.slice(at, at + 3);
    if (first === undefined || !isWord(first))
        return at + 1;
    const numberAt = first.kind === 'number' ? at : second?.kind === 'number' ? at + 1 : undefined;
    if (numberAt === undefined)
        return at + 1;
    if (numberAt > at && third?.kind !== 'alphabet')
        return at + 2;
    const rest = words.slice(numberAt + 1).findIndex(({ kind }) => kind !== 'alphabet' && kind !== 'number');
    return rest < 0 ? words.length : numberAt + 1 + rest;
}
function written({ kind, text }, connector) {
    return kind === 'connector'
        ? connector.repeat([...text].length)
        : kind === 'upper'
            ? text.replace(/\p{Lu}/gu, go_case/* lowerRune */.CZ)
            : text;
}
function isWord({ kind }) {
    return kind !== 'connector' && kind !== 'punctuation';
}
function wordsOf(value) {
    return Array.from(value.matchAll(word), ({ 0: text, groups = {} }) => ({
        kind: kinds.find(kind => groups[kind] !== undefined) ?? 'other',
        text,
    }));
}
/**
 * The first letter and the one behind each connector in upper case. Runs of connectors lose one, except that where
 * nothing else stands the library writes the last one twice.
 */
function pascalCase(value) {
    const [, lead = '', first = '', rest = ''] = /^([-_\s]*)([^-_\s]?)(.*)$/su.exec(value) ?? [];
    if (first === '')
        return lead + ([...lead].at(-1) ?? '');
    let result = lead;
    let previous = (0,go_case/* upperRune */.NX)(first);
    let lowers = isUpper(first);
    for (const character of rest) {
        let current = character;
        if (isConnector(character) && isConnector(previous)) {
            result += previous;
            previous = character;
            continue;
        }
        if (isConnector(previous)) {
            lowers = isUpper(character);
            current = (0,go_case/* upperRune */.NX)(character);
        }
        else {
            lowers = lowers && isUpper(character);
            current = lowers ? (0,go_case/* lowerRune */.CZ)(character) : character;
            result += previous;
        }
        previous = current;
    }
    return result + previous;
}
function isConnector(character) {
    return /^[-_\s]$/u.test(character);
}
function isUpper(character) {
    return /^\p{Lu}$/u.test(character);
}
const kinds = ['connector', 'punctuation', 'upper', 'alphabet', 'number'];
// Chinese characters are no alphabet here. Of several capitals before lower case letters the last goes with those.
const alphabet = '(?![\\u3400-\\u4d85\\u4e00-\\u9fcc\\u{20000}-\\u{2b81d}])\\p{L}';
const lower = `(?!\\p{Lu})${alphabet}`;
const word = new RegExp([
    '(?<connector>[-_\\s]+)',
    '(?<punctuation>\\p{P}+)',
    `(?<upper>\\p{Lu}+(?=\\p{Lu}${lower})|\\p{Lu}(?:${lower})+|\\p{Lu}+)`,
    `(?<alphabet>(?:${lower})+)`,
    '(?<number>\\p{N}+)',
    `(?:(?![-_\\s\\p{P}\\p{N}]|${alphabet}).)+`,
].join('|'), 'gsu');

;// CONCATENATED MODULE: ./src/flux/template/json.ts



/** A JSON text as Go reads it into an interface: numbers are float64. Undefined for `null`. */
function decodedJson(source) {
    try {
        return valueOfJson(JSON.parse(source));
    }
    catch {
        throw new CallFault('invalid JSON');
    }
}
/** A value as Go's encoding/json writes it; a CallFault for what it refuses. */
function encodedJson(value, style = {}) {
    return encoded(value, style, '');
}
function valueOfJson(parsed) {
    if (typeof parsed === 'string')
        return values_text(parsed);
    if (typeof parsed === 'number')
        return values_float(parsed);
    if (typeof parsed === 'boolean')
        return bool(parsed);
    if (Array.isArray(parsed))
        return list(parsed.map(valueOfJson));
    if (typeof parsed !== 'object' || parsed === null)
        return undefined;
    return dict(Object.entries(parsed).map(([key, value]) => [key, valueOfJson(value)]));
}
function encoded(value, style, indent) {
    switch (value?.kind) {
        case undefined:
            return 'null';
        case 'bool':
            return String(value.bool);
        case 'int':
        case 'uint':
            return String(value.int);
        case 'float':
            if (!Number.isFinite(value.float))
                throw new CallFault(`json: unsupported value: ${goNumber(value.float)}`);
            return Object.is(value.float, -0) ? '-0' : String(value.float);
        case 'string':
            return encodedText(value.text, style);
        case 'interface':
            return encoded(value.inner, style, indent);
        case 'pointer':
            return encoded(value.target, style, indent);
        case 'slice':
            if (value.items === null)
                return 'null';
            return enclosed('[', ']', value.items.map(item => encoded(item, style, indent + step(style))), style, indent);
        case 'map': {
            if (value.type.key?.kind !== 'string')
                throw new CallFault(`json: unsupported type: ${value.type.name}`);
            if (value.entries === null)
                return 'null';
            const keys = [...value.entries.values()].sort((left, right) => (0,go_bytes/* compareBytes */.Xo)(keyOf(left.key), keyOf(right.key)));
            const members = keys.map((entry) => [keyOf(entry.key), entry.value]);
            return encodedMembers(members, style, indent);
        }
        case 'struct':
            if (value.text !== undefined && value.fields.size === 0)
                return encodedText(value.text, style);
            return encodedMembers(membersOf(value), style, indent);
    }
}
/** The fields of embedded structs count as fields of the struct. */
function membersOf({ type, fields }) {
    return (type.fields ?? []).flatMap(field => {
        const value = fields.get(field.name);
        if (value === undefined)
            return [];
        if (field.embedded === true && value.kind === 'struct')
            return membersOf(value);
        const isLeftOut = field.omitEmpty === true && value.kind === 'string' && value.text === '';
        return isLeftOut ? [] : [[field.json ?? field.name, value]];
    });
}
function encodedMembers(members, style, indent) {
    const colon = style.pretty === true ? ': ' : ':';
    const parts = members.map(([name, value]) => encodedText(name, style) + colon + encoded(value, style, indent + step(style)));
    return enclosed('{', '}', parts, style, indent);
}
function enclosed(open, close, parts, style, indent) {
    if (style.pretty !== true || parts.length === 0)
        return open + parts.join(',') + close;
    const inner = indent + step(style);
    return `${open}\n${parts.map(part => inner + part).join(',\n')}\n${indent}${close}`;
}
function step(style) {
    return style.pretty === true ? '  ' : '';
}
function encodedText(value, { raw }) {
    let result = '';
    const bytes = (0,go_bytes/* bytesOf */.$$)(value);
    for (let at = 0; at < bytes.length;) {
        const rune = (0,go_bytes/* runeAt */.cf)(bytes, at);
        const character = String.fromCodePoint(rune.code);
        result += rune.valid ? escapedCharacter(character, raw === true) : '\\ufffd';
        at += rune.width;
    }
    return `"${result}"`;
}
function escapedCharacter(character, raw) {
    const short = shortEscapes[character];
    if (short !== undefined)
        return short;
    const mustEscape = /[\0-\x1f\u2028\u2029]/.test(character) || (!raw && /[<>&]/.test(character));
    return mustEscape ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : character;
}
function goNumber(value) {
    return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
}
const shortEscapes = {
    '"': '\\"',
    '\\': '\\\\',
    '\b': '\\b',
    '\f': '\\f',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
};

;// CONCATENATED MODULE: ./src/flux/template/sprig-values.ts







/** How sprig reads values of any type. */
/** The value as text: a string as it is, anything else as `%v` prints it. */
function stringValue(value) {
    const inner = unwrapped(value);
    return inner?.kind === 'string' ? inner.text : formatValue(inner, 'v', noFlags);
}
/** A list's items as texts, without the nil ones; any other value is a list of one, nil one of none. */
function stringsOf(value) {
    const inner = unwrapped(value);
    if (inner === undefined)
        return [];
    if (inner.kind !== 'slice')
        return [stringValue(inner)];
    return (inner.items ?? []).filter(item => unwrapped(item) !== undefined).map(stringValue);
}
/** The items of a list; for anything else what the Go function says, with its own name for what it does. */
function itemsOf(value, action) {
    const inner = unwrapped(value);
    if (inner === undefined)
        throw new CallFault(nilDereference);
    if (inner.kind !== 'slice')
        throw new CallFault(`${action} ${kindName(inner.type)}`);
    return inner.items ?? [];
}
/** Whether a value is the zero of its type; a struct never is. */
function isEmpty(value) {
    const inner = unwrapped(value);
    switch (inner?.kind) {
        case undefined:
            return true;
        case 'bool':
            return !inner.bool;
        case 'int':
        case 'uint':
            return inner.int === 0n;
        case 'float':
            return inner.float === 0;
        case 'string':
        case 'slice':
        case 'map':
            return lengthOf(inner) === 0;
        case 'pointer':
            return inner.target === undefined;
        default:
            return false;
    }
}
/** A number of any kind, or a text that is an integer literal, as an int64; 0 for everything else. */
function toInt64(value) {
    const inner = unwrapped(value);
    switch (inner?.kind) {
        case 'int':
        case 'uint':
            return BigInt.asIntN(64, inner.int);
        case 'float':
            return truncated(inner.float);
        case 'bool':
            return inner.bool ? 1n : 0n;
        case 'string':
            return integerText(inner.text);
        default:
            return 0n;
    }
}
/** As a float64; 0 for what is no number. */
function toFloat64(value) {
    const inner = unwrapped(value);
    switch (inner?.kind) {
        case 'int':
        case 'uint':
            return Number(inner.int);
        case 'float':
            return inner.float;
        case 'bool':
            return inner.bool ? 1 : 0;
        case 'string':
            return (0,go_float/* parseFloat64 */.y)(inner.text) ?? 0;
        default:
            return 0;
    }
}
/** The keys of a map whose keys are texts, ascending. Go gives them in random order. */
function sortedKeys(entries) {
    return (0,go_bytes/* sortedByBytes */.OU)(entries?.keys() ?? []);
}
/** A trailing `.0` does not count; a leading 0 means octal. */
function integerText(text) {
    const value = integerLiteral(text.replace(/\.0+$/, ''));
    return value !== undefined && BigInt.asIntN(64, value) === value ? value : 0n;
}
/** What does not fit becomes the smallest number, as the processor has it. */
function truncated(value) {
    const fits = Math.abs(value) < 2 ** 63;
    return fits ? BigInt(Math.trunc(value)) : -(2n ** 63n);
}

;// CONCATENATED MODULE: ./src/flux/template/sprig-defaults.ts






/** Sprig's functions for defaults, conditions, types and JSON. */
const defaultFunctions = new Map([
    ['default', defineVariadic([anyType], anyType, anyType, (fallback, given) => (isEmpty(given) ? fallback : given))],
    ['empty', anyTo(boolType, value => bool(isEmpty(value)))],
    ['coalesce', allTo(anyType, values => values.find(value => !isEmpty(value)))],
    ['all', allTo(boolType, values => bool(!values.some(isEmpty)))],
    ['any', allTo(boolType, values => bool(values.some(value => !isEmpty(value))))],
    ['ternary', function_define([anyType, anyType, boolType], anyType, (yes, no, test) => (isTrue(test) ? yes : no))],
    ['fail', function_define([stringType], stringType, sprig_defaults_fail)],
    ['typeOf', anyToText(typeName)],
    ['typeIs', function_define([stringType, anyType], boolType, (name, value) => bool(textArgument(name) === typeName(value)))],
    ['typeIsLike', function_define([stringType, anyType], boolType, isLikeType)],
    ['kindOf', anyToText(kindOf)],
    ['kindIs', function_define([stringType, anyType], boolType, (name, value) => bool(textArgument(name) === kindOf(value)))],
    ['deepEqual', function_define([anyType, anyType], boolType, (left, right) => bool(deepEqual(left, right)))],
    ['fromJson', function_define([stringType], anyType, value => quietly(() => decodedJson(textArgument(value)), undefined))],
    ['mustFromJson', function_define([stringType], anyType, value => decodedJson(textArgument(value)))],
    ['toJson', quietJson({})],
    ['mustToJson', anyToText(value => encodedJson(value))],
    ['toPrettyJson', quietJson({ pretty: true })],
    ['mustToPrettyJson', anyToText(value => encodedJson(value, { pretty: true }))],
    ['toRawJson', anyToText(value => encodedJson(value, { raw: true }))],
    ['mustToRawJson', anyToText(value => encodedJson(value, { raw: true }))],
]);
function sprig_defaults_fail(message) {
    throw new CallFault(textArgument(message));
}
function typeName(value) {
    return unwrapped(value)?.type.name ?? '<nil>';
}
/** A pointer counts as what it points to. */
function isLikeType(name, value) {
    const actual = typeName(value);
    return bool(actual === textArgument(name) || actual === `*${textArgument(name)}`);
}
function kindOf(value) {
    const inner = unwrapped(value);
    return inner === undefined ? 'invalid' : kindName(inner.type);
}
/** Where JSON cannot be made, "". */
function quietJson(style) {
    return function_define([anyType], stringType, value => quietly(() => values_text(encodedJson(value, style)), values_text('')));
}
function quietly(make, otherwise) {
    try {
        return make();
    }
    catch (thrown) {
        if (thrown instanceof CallFault)
            return otherwise;
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./src/flux/template/sprig-dicts.ts





/** Sprig's functions on dictionaries. Where Go's order is random, keys and values come in the order of the keys. */
const dictFunctions = new Map([
    ['dict', allTo(dictType, values => dict(pairs(values)))],
    [
        'get',
        function_define([dictType, stringType], anyType, (map, key) => valueAt(dictArgument(map), textArgument(key)) ?? values_text('')),
    ],
    ['set', function_define([dictType, stringType, anyType], dictType, set)],
    ['unset', function_define([dictType, stringType], dictType, unset)],
    [
        'hasKey',
        function_define([dictType, stringType], boolType, (map, key) => bool(dictArgument(map).entries?.has(textArgument(key)) === true)),
    ],
    [
        'pluck',
        defineVariadic([stringType], dictType, anyListType, (key, ...maps) => list(pluck(textArgument(key), maps))),
    ],
    [
        'keys',
        defineVariadic([], dictType, stringListType, (...maps) => textList(maps.flatMap(map => sortedKeys(dictArgument(map).entries)))),
    ],
    [
        'values',
        function_define([dictType], anyListType, map => list(sortedKeys(dictArgument(map).entries).map(key => valueAt(dictArgument(map), key)))),
    ],
    ['pick', defineVariadic([dictType], stringType, dictType, (map, ...keys) => filtered(dictArgument(map), keys, true))],
    [
        'omit',
        defineVariadic([dictType], stringType, dictType, (map, ...keys) => filtered(dictArgument(map), keys, false)),
    ],
    ['merge', defineVariadic([dictType], dictType, anyType, (first, ...others) => merged(first, others, false))],
    ['mustMerge', defineVariadic([dictType], dictType, anyType, (first, ...others) => merged(first, others, false))],
    ['mergeOverwrite', defineVariadic([dictType], dictType, anyType, (first, ...others) => merged(first, others, true))],
    [
        'mustMergeOverwrite',
        defineVariadic([dictType], dictType, anyType, (first, ...others) => merged(first, others, true)),
    ],
    ['dig', allTo(anyType, dig)],
    ['deepCopy', function_define([anyType], anyType, copy)],
    ['mustDeepCopy', function_define([anyType], anyType, copy)],
]);
/** Keys and values in turn; a last key alone has the value "". */
function* pairs(values) {
    for (let index = 0; index < values.length; index += 2) {
        yield [stringValue(values[index]), index + 1 < values.length ? values[index + 1] : values_text('')];
    }
}
function valueAt({ entries }, key) {
    return entries?.get(key)?.value;
}
/** Changes the dictionary itself, as in Go. */
function set(given, key, value) {
    const map = dictArgument(given);
    if (map.entries === null)
        throw new CallFault('assignment to entry in nil map');
    map.entries.set(textArgument(key), { key: values_text(textArgument(key)), value: wrapped(value) });
    return map;
}
function unset(given, key) {
    const map = dictArgument(given);
    map.entries?.delete(textArgument(key));
    return map;
}
function pluck(key, maps) {
    return maps.flatMap(map => valueAt(dictArgument(map), key) ?? []);
}
function filtered({ entries }, keys, keep) {
    const named = new Set(keys.map(textArgument));
    return dict([...(entries ?? [])].flatMap(([key, { value }]) => (named.has(key) === keep ? [[key, value]] : [])));
}
/** Changes the first dictionary: what it lacks or has empty is taken from the others, or all they have. */
function merged(first, others, overwrites) {
    const target = dictArgument(first);
    if (target.entries === null)
        return dict(others.flatMap(other => [...entriesOf(other)]));
    for (const other of others)
        mergeInto(target.entries, dictArgument(other).entries, overwrites);
    return target;
}
function* entriesOf(map) {
    for (const [key, { value }] of dictArgument(map).entries ?? [])
        yield [key, value];
}
function mergeInto(target, source, overwrites) {
    for (const [key, entry] of source ?? []) {
        const [own, other] = [unwrapped(target.get(key)?.value), unwrapped(entry.value)];
        const nested = own?.kind === 'map' && other?.kind === 'map' && own.entries !== null;
        if (nested)
            mergeInto(own.entries, other.entries, overwrites);
        else if (overwrites || (other !== undefined && isEmpty(own)))
            target.set(key, entry);
    }
}
/** `dig "a" "b" default dict`. */
function dig(values) {
    if (values.length < 3)
        throw new CallFault('dig needs at least three arguments');
    const fallback = values.at(-2);
    let current = unwrapped(values.at(-1));
    for (const [index, key] of values.slice(0, -2).entries()) {
        const name = unwrapped(key);
        if (current?.kind !== 'map' || current.type.name !== dictType.name)
            throw new CallFault(conversion(current, dictType.name));
        if (name?.kind !== 'string')
            throw new CallFault(conversion(name, 'string'));
        const step = current.entries?.get(name.text);
        if (step === undefined)
            return fallback;
        if (index === values.length - 3)
            return step.value;
        current = unwrapped(step.value);
    }
    return fallback;
}
function conversion(value, wanted) {
    return `interface conversion: interface {} is ${value?.type.name ?? 'nil'}, not ${wanted}`;
}
function copy(value) {
    if (unwrapped(value) === undefined)
        throw new CallFault('reflect: call of reflect.Value.Type on zero Value');
    return copied(value);
}
function copied(value) {
    switch (value?.kind) {
        case 'interface':
            return { ...value, inner: copied(value.inner) };
        case 'slice':
            return { ...value, items: value.items?.map(item => copied(item) ?? item) ?? null };
        case 'map': {
            const entries = [...(value.entries ?? [])].map(([key, entry]) => [
                key,
                { key: entry.key, value: copied(entry.value) ?? entry.value },
            ]);
            return { ...value, entries: value.entries === null ? null : new Map(entries) };
        }
        default:
            return value;
    }
}

;// CONCATENATED MODULE: ./src/flux/template/sprig-durations.ts


/** Sprig's functions on durations that do not ask for the time. */
const durationFunctions = new Map([
    ['duration', anyToText(value => durationText(seconds(value) * second))],
    ['durationRound', anyToText(value => roughly(nanoseconds(value)))],
]);
const second = 1000000000n;
const minute = 60n * second;
const hour = 60n * minute;
const day = 24n * hour;
/** A whole number of seconds as a text or an int64; any other value is none. */
function seconds(value) {
    const inner = unwrapped(value);
    if (inner?.kind === 'string')
        return /^[+-]?[0-9]{1,18}$/.test(inner.text) ? BigInt(inner.text.replace('+', '')) : 0n;
    return inner?.type.name === 'int64' && 'int' in inner ? inner.int : 0n;
}
/** A Go duration such as `2h45m`, or an int64 of nanoseconds. */
function nanoseconds(value) {
    const inner = unwrapped(value);
    if (inner?.kind === 'string')
        return parsedDuration(inner.text);
    return inner?.type.name === 'int64' && 'int' in inner ? inner.int : 0n;
}
function parsedDuration(text) {
    const [, sign, body = ''] = /^([+-]?)((?:(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h))+)$/.exec(text) ?? [];
    let sum = 0n;
    for (const [, number = '', unit = ''] of body.matchAll(/([0-9.]+)(ns|us|µs|μs|ms|s|m|h)/g)) {
        const [whole = '', fraction = ''] = number.split('.');
        const scale = units[unit] ?? 0n;
        sum +=
            BigInt(whole || '0') * scale +
                (BigInt(fraction.slice(0, 18) || '0') * scale) / 10n ** BigInt(Math.min(18, fraction.length));
    }
    return sign === '-' ? -sum : sum;
}
/** As Go's Duration prints itself: `1h2m3s`, `1.5s`, `0s`. */
function durationText(given) {
    const duration = BigInt.asIntN(64, given);
    const magnitude = duration < 0n ? -duration : duration;
    const sign = duration < 0n ? '-' : '';
    const rest = `${(magnitude % minute) / second}s`;
    if (magnitude < minute)
        return sign + rest;
    const minutes = `${(magnitude % hour) / minute}m${rest}`;
    return sign + (magnitude < hour ? minutes : `${magnitude / hour}h${minutes}`);
}
/** In the largest unit of which there is more than one whole. */
function roughly(duration) {
    const magnitude = duration < 0n ? -duration : duration;
    const found = rough.find(([unit]) => magnitude > unit);
    return found === undefined ? '0s' : `${magnitude / found[0]}${found[1]}`;
}
const rough = [
    [365n * day, 'y'],
    [30n * day, 'mo'],
    [day, 'd'],
    [hour, 'h'],
    [minute, 'm'],
    [second, 's'],
];
const units = {
    ns: 1n,
    us: 1000n,
    µs: 1000n,
    μs: 1000n,
    ms: 1000000n,
    s: second,
    m: minute,
    h: hour,
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/flux/template/sprig-encoding.ts



/** Sprig's encodings and checksums. */
const encodingFunctions = new Map([
    ['b64enc', textToText(value => Buffer.from((0,go_bytes/* bytesOf */.$$)(value)).toString('base64'))],
    ['b64dec', textToText(value => decoded(value, base64))],
    ['b32enc', textToText(base32Text)],
    ['b32dec', textToText(value => decoded(value, base32))],
    ['sha1sum', textToText(value => checksum('sha1', value))],
    ['sha256sum', textToText(value => checksum('sha256', value))],
    ['sha512sum', textToText(value => checksum('sha512', value))],
    ['adler32sum', textToText(value => String(adler32((0,go_bytes/* bytesOf */.$$)(value))))],
]);
/** Decodes as Go does, line ends ignored; what is wrong comes as the text of Go's error. */
function decoded(value, { alphabet, bits, group, name, padding, countsLineEnds }) {
    const result = [];
    let buffer = 0;
    let held = 0;
    const bytes = countsLineEnds ? (0,go_bytes/* bytesOf */.$$)(value) : (0,go_bytes/* bytesOf */.$$)(value.replace(/[\r\n]/g, ''));
    const digits = Array.from(bytes, (byte, at) => ({ character: String.fromCharCode(byte), at })).filter(({ character }) => !/[\r\n]/.test(character));
    const data = digits.findIndex(({ character }) => character === '=');
    const end = data < 0 ? digits.length : data;
    for (const { character, at } of digits.slice(0, end)) {
        const index = alphabet.indexOf(character);
        if (index < 0)
            return `illegal ${name} data at input byte ${at}`;
        buffer = ((buffer << bits) | index) & 0x1fff;
        held += bits;
        if (held >= 8) {
            held -= 8;
            result.push((buffer >> held) & 0xff);
        }
    }
    const pad = digits.length - end;
    const padded = digits.slice(end).every(({ character }) => character === '=');
    const halfPadded = group === 4 && end % 4 === 2 && pad === 1;
    const wrong = digits.length % group !== 0 || !padding.includes(pad) || !padded;
    return wrong
        ? `illegal ${name} data at input byte ${halfPadded ? bytes.length : wrongPlace(digits, end, group)}`
        : (0,go_bytes/* textOf */.b6)(Uint8Array.from(result));
}
/** Without padding the group that is not whole, else its first padding. */
function wrongPlace(digits, end, group) {
    return (digits[end] ?? digits[digits.length - (digits.length % group)])?.at ?? 0;
}
function base32Text(value) {
    let result = '';
    let buffer = 0;
    let held = 0;
    for (const byte of (0,go_bytes/* bytesOf */.$$)(value)) {
        buffer = ((buffer << 8) | byte) & 0xffff;
        held += 8;
        while (held >= 5) {
            held -= 5;
            result += base32.alphabet[(buffer >> held) & 31];
        }
    }
    if (held > 0)
        result += base32.alphabet[(buffer << (5 - held)) & 31];
    return result.padEnd(Math.ceil(result.length / 8) * 8, '=');
}
function checksum(algorithm, value) {
    return (0,external_node_crypto_.createHash)(algorithm).update((0,go_bytes/* bytesOf */.$$)(value)).digest('hex');
}
function adler32(bytes) {
    let low = 1;
    let high = 0;
    for (const byte of bytes) {
        low = (low + byte) % 65521;
        high = (high + low) % 65521;
    }
    return high * 65536 + low;
}
const base64 = {
    alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
    bits: 6,
    group: 4,
    name: 'base64',
    padding: [0, 1, 2],
    countsLineEnds: true,
};
const base32 = {
    alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
    bits: 5,
    group: 8,
    name: 'base32',
    padding: [0, 1, 3, 4, 6],
    countsLineEnds: false,
};

;// CONCATENATED MODULE: ./src/flux/template/sprig-lists.ts





/** Sprig's functions on lists; those that begin with `must` do the same. */
const listFunctions = new Map([
    ['list', allTo(anyListType, list)],
    ['tuple', allTo(anyListType, list)],
    ...both('append', function_define([anyType, anyType], anyListType, (items, item) => list([...itemsOf(items, 'Cannot push on type'), item]))),
    ...both('push', function_define([anyType, anyType], anyListType, (items, item) => list([...itemsOf(items, 'Cannot push on type'), item]))),
    ...both('prepend', function_define([anyType, anyType], anyListType, (items, item) => list([item, ...itemsOf(items, 'Cannot prepend on type')]))),
    ...both('first', anyTo(anyType, items => itemsOf(items, 'Cannot find first on type').at(0))),
    ...both('last', anyTo(anyType, items => itemsOf(items, 'Cannot find last on type').at(-1))),
    ...both('rest', anyTo(anyListType, items => orNil(itemsOf(items, 'Cannot find rest on type'), all => all.slice(1)))),
    ...both('initial', anyTo(anyListType, items => orNil(itemsOf(items, 'Cannot find initial on type'), all => all.slice(0, -1)))),
    ...both('reverse', anyTo(anyListType, items => list([...itemsOf(items, 'Cannot find reverse on type')].reverse()))),
    ...both('uniq', anyTo(anyListType, items => list(unique(itemsOf(items, 'Cannot find uniq on type'))))),
    ...both('compact', anyTo(anyListType, items => list(itemsOf(items, 'Cannot compact on type').filter(item => !isEmpty(item))))),
    ...both('without', defineVariadic([anyType], anyType, anyListType, (items, ...omitted) => list(itemsOf(items, 'Cannot find without on type').filter(item => !isAmong(omitted, item))))),
    ...both('has', function_define([anyType, anyType], boolType, has)),
    ...both('slice', defineVariadic([anyType], anyType, anyType, slice)),
    ...both('chunk', function_define([intType, anyType], sliceOf(anyListType), chunk)),
    ['concat', allTo(anyType, concat)],
    [
        'until',
        function_define([intType], intListType, count => intList(steps(0, intArgument(count), intArgument(count) < 0 ? -1 : 1))),
    ],
    [
        'untilStep',
        function_define([intType, intType, intType], intListType, (start, stop, step) => intList(steps(intArgument(start), intArgument(stop), intArgument(step)))),
    ],
]);
/** Numbers from start up or down to, and without, stop; none where the step leads away from it. */
function steps(start, stop, step) {
    if (stop < start ? step >= 0 : step <= 0)
        return [];
    const count = boundedSize(Math.ceil((stop - start) / step));
    return Array.from({ length: count }, (_, index) => start + index * step);
}
function both(name, definition) {
    return [
        [name, definition],
        [`must${name[0]?.toUpperCase()}${name.slice(1)}`, definition],
    ];
}
/** Of an empty list Go gives the nil list. */
function orNil(items, map) {
    return list(items.length === 0 ? null : map(items));
}
function unique(items) {
    const kept = [];
    for (const item of items)
        if (!isAmong(kept, item))
            kept.push(item);
    return kept;
}
function isAmong(items, wanted) {
    return items.some(item => deepEqual(item, wanted));
}
function has(needle, haystack) {
    if (unwrapped(haystack) === undefined)
        return bool(false);
    return bool(isAmong(itemsOf(haystack, 'Cannot find has on type'), needle));
}
function slice(given, ...indices) {
    const items = itemsOf(given, 'list should be type of slice or array but');
    const inner = unwrapped(given);
    if (items.length === 0 || inner?.kind !== 'slice')
        return undefined;
    const start = indices.length > 0 ? Number(toInt64(indices[0])) : 0;
    const end = indices.length > 1 ? Number(toInt64(indices[1])) : items.length;
    if (start < 0 || end < start || end > items.length)
        throw new CallFault('reflect.Value.Slice: slice index out of bounds');
    return { ...inner, items: items.slice(start, end) };
}
function chunk(given, listed) {
    const size = intArgument(given);
    const items = itemsOf(listed, 'Cannot chunk type');
    const type = sliceOf(anyListType);
    const count = Math.floor((items.length - 1) / size) + 1;
    const isOne = size < -1 && items.length === 1;
    const isRefused = size === 0 || count < 0 || (size < 0 && count > 0 && !isOne);
    if (isRefused)
        throw new CallFault('runtime error: makeslice: len out of range');
    if (isOne)
        return { kind: 'slice', type, items: [list(items)] };
    return {
        kind: 'slice',
        type,
        items: Array.from({ length: count }, (_, at) => list(items.slice(at * size, (at + 1) * size))),
    };
}
function concat(lists) {
    const items = lists.flatMap(given => {
        const inner = unwrapped(given);
        if (inner === undefined)
            throw new CallFault(nilDereference);
        if (inner.kind !== 'slice')
            throw new CallFault(`Cannot concat type ${kindName(inner.type)} as list`);
        return inner.items ?? [];
    });
    return list(items.length === 0 ? null : items);
}

;// CONCATENATED MODULE: ./src/flux/template/decimal.ts

/**
 * Arithmetic on numbers as they are written, as sprig does it with shopspring/decimal: 0.1 + 0.2 is 0.3. A quotient
 * has sixteen places behind the point, rounded away from zero at the half.
 */
function decimalOperation(operator, numbers) {
    const [first = decimal_zero, ...others] = numbers.map(decimalOf);
    return numberOf(others.reduce((result, next) => operate(operator, result, next), first));
}
function decimalOf(number) {
    if (!Number.isFinite(number))
        throw new CallFault(`Cannot create a Decimal from ${infinityName(number)}`);
    const [, mantissa = '0', exponent = '0'] = /^(.*?)(?:e(.*))?$/.exec(String(number)) ?? [];
    const [whole = '0', fraction = ''] = mantissa.split('.');
    const places = fraction.length - Number(exponent);
    const coefficient = BigInt(whole + fraction);
    return places < 0 ? { coefficient: coefficient * 10n ** BigInt(-places), places: 0 } : { coefficient, places };
}
function infinityName(number) {
    return Number.isNaN(number) ? 'NaN' : number > 0 ? '+Inf' : '-Inf';
}
function operate(operator, left, right) {
    const places = Math.max(left.places, right.places);
    const [a, b] = [scaled(left, places), scaled(right, places)];
    switch (operator) {
        case '+':
            return { coefficient: a + b, places };
        case '-':
            return { coefficient: a - b, places };
        case '*':
            return { coefficient: left.coefficient * right.coefficient, places: left.places + right.places };
        case '/':
            if (b === 0n)
                throw new CallFault('decimal division by 0');
            return { coefficient: roundedQuotient(a * 10n ** quotientPlaces, b), places: Number(quotientPlaces) };
    }
}
function scaled({ coefficient, places }, to) {
    return coefficient * 10n ** BigInt(to - places);
}
function roundedQuotient(dividend, divisor) {
    const quotient = dividend / divisor;
    const rest = dividend % divisor;
    const twice = 2n * (rest < 0n ? -rest : rest);
    const away = rest < 0n !== divisor < 0n ? -1n : 1n;
    return twice >= (divisor < 0n ? -divisor : divisor) ? quotient + away : quotient;
}
function numberOf({ coefficient, places }) {
    return Number(`${coefficient}e-${places}`);
}
const decimal_zero = { coefficient: 0n, places: 0 };
const quotientPlaces = 16n;

;// CONCATENATED MODULE: ./src/flux/template/sprig-numbers.ts







/** Sprig's functions on numbers: int64, or float64 where the name ends in f. */
const numberFunctions = new Map([
    ['atoi', function_define([stringType], intType, value => values_int(wholeNumber(textArgument(value), 10)))],
    ['int', anyTo(intType, value => values_int(toInt64(value)))],
    ['int64', anyTo(int64Type, value => int64(toInt64(value)))],
    ['float64', anyTo(floatType, value => values_float(toFloat64(value)))],
    ['toDecimal', anyTo(int64Type, value => int64(octalNumber(stringValue(value))))],
    ['add1', anyTo(int64Type, value => int64(toInt64(value) + 1n))],
    ['add', allTo(int64Type, values => int64(values.reduce((sum, value) => sum + toInt64(value), 0n)))],
    ['sub', function_define([anyType, anyType], int64Type, (left, right) => int64(toInt64(left) - toInt64(right)))],
    ['div', function_define([anyType, anyType], int64Type, (left, right) => int64(toInt64(left) / divisor(right)))],
    ['mod', function_define([anyType, anyType], int64Type, (left, right) => int64(toInt64(left) % divisor(right)))],
    ['mul', firstAndMore(int64Type, values => int64(product(values)))],
    ['max', firstAndMore(int64Type, values => int64(extreme(values, (left, right) => left > right)))],
    ['biggest', firstAndMore(int64Type, values => int64(extreme(values, (left, right) => left > right)))],
    ['min', firstAndMore(int64Type, values => int64(extreme(values, (left, right) => left < right)))],
    ['maxf', firstAndMore(floatType, values => values_float(Math.max(...values.map(toFloat64))))],
    ['minf', firstAndMore(floatType, values => values_float(Math.min(...values.map(toFloat64))))],
    ['ceil', anyTo(floatType, value => values_float(Math.ceil(toFloat64(value))))],
    ['floor', anyTo(floatType, value => values_float(Math.floor(toFloat64(value))))],
    ['round', defineVariadic([anyType, intType], floatType, floatType, sprig_numbers_rounded)],
    ['add1f', anyTo(floatType, value => decimals('+', [values_float(1), value]))],
    ['addf', allTo(floatType, values => decimals('+', [values_float(0), ...values]))],
    ['subf', firstAndMore(floatType, values => decimals('-', values))],
    ['mulf', firstAndMore(floatType, values => decimals('*', values))],
    ['divf', firstAndMore(floatType, values => decimals('/', values))],
    ['seq', defineVariadic([], intType, stringType, (...values) => values_text(sequence(values.map(intArgument)).join(' ')))],
]);
function firstAndMore(result, map) {
    return defineVariadic([anyType], anyType, result, (...values) => map(values));
}
/** What is no number is 0, and what does not fit the nearest that does. */
function wholeNumber(digits, base) {
    const pattern = base === 10 ? /^[+-]?[0-9]+$/ : /^[+-]?[0-7]+$/;
    if (!pattern.test(digits))
        return 0n;
    const magnitude = BigInt((base === 10 ? '' : '0o') + digits.replace(/^[+-]/, ''));
    const value = digits.startsWith('-') ? -magnitude : magnitude;
    const most = 2n ** 63n;
    return value >= most ? most - 1n : value < -most ? -most : value;
}
/** Unlike decimal, octal gives 0 for what does not fit. */
function octalNumber(digits) {
    const value = wholeNumber(digits, 8);
    return value === 2n ** 63n - 1n && !/^\+?0*7{21}$/.test(digits) ? 0n : value;
}
function divisor(value) {
    const number = toInt64(value);
    if (number === 0n)
        throw new CallFault('runtime error: integer divide by zero');
    return number;
}
function product(values) {
    return values.reduce((result, value) => BigInt.asIntN(64, result * toInt64(value)), 1n);
}
function extreme(values, isBetter) {
    return values.map(toInt64).reduce((best, next) => (isBetter(next, best) ? next : best));
}
/** Up from a fraction of one half, or of what is given, whatever the sign. */
function sprig_numbers_rounded(value, places, ...from) {
    const limit = from.length > 0 ? toFloat64(from[0]) : 0.5;
    const power = 10 ** intArgument(places);
    const digits = power * toFloat64(value);
    const fraction = digits - Math.trunc(digits);
    return values_float((fraction >= limit ? Math.ceil(digits) : Math.floor(digits)) / power);
}
function decimals(operator, values) {
    return values_float(decimalOperation(operator, values.map(toFloat64)));
}
/** As seq of a shell: end; start and end; or start, step and end. */
function sequence(bounds) {
    const [first = 0, second = 0, third = 0] = bounds;
    if (bounds.length === 1)
        return steps(1, first + direction(1, first), direction(1, first));
    if (bounds.length === 2)
        return steps(first, second + direction(first, second), direction(first, second));
    if (bounds.length !== 3 || (third < first && second > 0))
        return [];
    return steps(first, third + direction(first, third), second);
}
function direction(from, to) {
    return to < from ? -1 : 1;
}

;// CONCATENATED MODULE: ./src/flux/template/sprig-paths.ts




const functions = [
    ['base', textToText(base)],
    ['dir', textToText(dir)],
    ['clean', textToText(clean)],
    ['ext', textToText(extension)],
    ['isAbs', function_define([stringType], boolType, path => bool(textArgument(path).startsWith('/')))],
];
/** Sprig's functions on paths with slashes; on the controller's Linux those of the system do the same. */
const pathFunctions = new Map([
    ...functions,
    ...functions.map(([name, definition]) => [`os${name[0]?.toUpperCase()}${name.slice(1)}`, definition]),
]);
function base(path) {
    const trimmed = path.replace(/\/+$/, '');
    if (path === '')
        return '.';
    return trimmed === '' ? '/' : trimmed.slice(trimmed.lastIndexOf('/') + 1);
}
function dir(path) {
    return clean(path.slice(0, path.lastIndexOf('/') + 1));
}
function extension(path) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const dot = name.lastIndexOf('.');
    return dot < 0 ? '' : name.slice(dot);
}
/** The shortest path to the same place. */
function clean(path) {
    const isRooted = path.startsWith('/');
    const kept = [];
    for (const part of path.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part !== '..')
            kept.push(part);
        else if (kept.length > 0 && kept.at(-1) !== '..')
            kept.pop();
        else if (!isRooted)
            kept.push(part);
    }
    return (isRooted ? '/' : '') + kept.join('/') || '.';
}

// EXTERNAL MODULE: ./src/flux/go/expand.ts
var expand = __webpack_require__(1684);
// EXTERNAL MODULE: ./src/flux/go/regexp.ts + 5 modules
var regexp = __webpack_require__(6586);
;// CONCATENATED MODULE: ./src/flux/template/sprig-regexps.ts







/** Sprig's functions on regular expressions; those that begin with `must` do the same. */
const regexpFunctions = new Map([
    ['regexMatch', function_define([stringType, stringType], boolType, (pattern, value) => bool(matches(pattern, value)))],
    [
        'mustRegexMatch',
        function_define([stringType, stringType], boolType, (pattern, value) => bool(compiled(pattern).matches(textArgument(value)))),
    ],
    ...sprig_regexps_both('regexFind', [], stringType, (regexp, value) => values_text(regexp.find(value)?.[0] ?? '')),
    ...sprig_regexps_both('regexFindAll', [intType], stringListType, findAll),
    ...sprig_regexps_both('regexReplaceAll', [stringType], stringType, replaceAll),
    ...sprig_regexps_both('regexReplaceAllLiteral', [stringType], stringType, (regexp, value, replacement) => values_text(replaced(regexp, value, () => textArgument(replacement)))),
    ...sprig_regexps_both('regexSplit', [intType], stringListType, split),
    ['regexQuoteMeta', textToText(value => value.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&'))],
]);
/** Of pattern, text and perhaps one more. Without `must`, Go panics over a pattern and says more about it. */
function sprig_regexps_both(name, more, result, call) {
    const using = (compile) => function_define([stringType, stringType, ...more], result, (pattern, value, extra) => call(compile(pattern), textArgument(value), extra));
    return [
        [name, using(compiledOrPanic)],
        [`mustR${name.slice(1)}`, using(compiled)],
    ];
}
function compiledOrPanic(pattern) {
    const source = textArgument(pattern);
    const result = (0,regexp/* compileRegexp */.N)(source);
    const shown = (0,quote/* allowsBackquotes */.jp)(source) ? `\`${source}\`` : (0,quote/* quoted */.TL)(source);
    if ('error' in result)
        throw new CallFault(`regexp: Compile(${shown}): ${result.error}`);
    return result.regexp;
}
function compiled(pattern) {
    const result = (0,regexp/* compileRegexp */.N)(textArgument(pattern));
    if ('error' in result)
        throw new CallFault(result.error);
    return result.regexp;
}
/** A pattern that does not compile matches nothing. */
function matches(pattern, value) {
    const result = (0,regexp/* compileRegexp */.N)(textArgument(pattern));
    return !('error' in result) && result.regexp.matches(textArgument(value));
}
/** A negative limit is none; of no match Go gives the nil list. */
function findAll(regexp, value, limit) {
    const found = allMatches(regexp, value, intArgument(limit));
    return textList(found.length === 0 ? null : found.map(({ groups }) => groups[0] ?? ''));
}
function allMatches(regexp, value, limit) {
    return regexp.findAll(value, limit < 0 ? undefined : limit);
}
function replaceAll(regexp, value, replacement) {
    const expansion = (0,expand/* expansionOf */.X)(textArgument(replacement), regexp.groupNames);
    return values_text(replaced(regexp, value, match => expansion(match.groups)));
}
function replaced(regexp, value, replacement) {
    let result = '';
    let from = 0;
    for (const match of regexp.findAll(value)) {
        result += value.slice(from, match.start) + replacement(match);
        from = match.end;
    }
    return result + value.slice(from);
}
/** As Go's Regexp.Split: at most so many parts, and no empty one for an empty match at either end. */
function split(regexp, value, limit) {
    const most = intArgument(limit);
    if (most === 0)
        return textList(null);
    if (value === '' && regexp.pattern !== '')
        return textList(['']);
    const parts = [];
    let from = 0;
    let last = 0;
    for (const { start, end } of allMatches(regexp, value, most)) {
        if (most > 0 && parts.length >= most - 1)
            break;
        if (end !== 0)
            parts.push(value.slice(from, start));
        last = start;
        from = end;
    }
    return textList(last === value.length ? parts : [...parts, value.slice(from)]);
}

// EXTERNAL MODULE: ./src/flux/semver-range.ts
var semver_range = __webpack_require__(9271);
// EXTERNAL MODULE: ./src/flux/semver-version.ts
var semver_version = __webpack_require__(5218);
;// CONCATENATED MODULE: ./src/flux/template/sprig-semver.ts





const structType = {
    name: 'semver.Version',
    kind: 'struct',
    fields: [],
    methods: new Map([
        ['Major', uint64Type],
        ['Minor', uint64Type],
        ['Patch', uint64Type],
        ['Prerelease', stringType],
        ['Metadata', stringType],
        ['Original', stringType],
        ['String', stringType],
    ]),
};
const pointerType = { name: '*semver.Version', kind: 'pointer', element: structType };
/** Sprig's functions on versions. */
const semverFunctions = new Map([
    ['semver', function_define([stringType], pointerType, value => versionValue(parsed(value)))],
    ['semverCompare', function_define([stringType, stringType], boolType, compare)],
]);
function compare(range, version) {
    const result = (0,semver_range/* parseRange */.R)(textArgument(range));
    if ('error' in result)
        throw new CallFault(result.error);
    return bool(result.range(parsed(version)));
}
function parsed(value) {
    const version = (0,semver_version/* parseVersion */.ot)(textArgument(value));
    if (version === undefined)
        throw new CallFault('invalid semantic version');
    return version;
}
function versionValue(version) {
    const { major, minor, patch, prerelease, metadata, original } = version;
    const suffix = (prerelease === '' ? '' : `-${prerelease}`) + (metadata === '' ? '' : `+${metadata}`);
    const printed = `${major}.${minor}.${patch}${suffix}`;
    const target = {
        kind: 'struct',
        type: structType,
        fields: new Map(),
        text: printed,
        methods: new Map([
            ['Major', () => number(major)],
            ['Minor', () => number(minor)],
            ['Patch', () => number(patch)],
            ['Prerelease', () => values_text(prerelease)],
            ['Metadata', () => values_text(metadata)],
            ['Original', () => values_text(original)],
            ['String', () => values_text(printed)],
        ]),
    };
    return { kind: 'pointer', type: pointerType, target };
}
function number(segment) {
    return { kind: 'uint', type: uint64Type, int: BigInt(segment) };
}

;// CONCATENATED MODULE: ./src/flux/template/sprig-strings.ts









/** Sprig's functions on strings. Lengths and positions count bytes. */
const stringFunctions = new Map([
    ['hello', function_define([], stringType, () => values_text('Hello!'))],
    ['abbrev', intAndTextToText((width, value) => (width < 4 ? value : abbreviated(0, width, value)))],
    ['abbrevboth', intsAndTextToText(abbreviatedBoth)],
    ['trunc', intAndTextToText(sprig_strings_truncated)],
    ['trim', textToText(value => value.replace(spacesAround, ''))],
    ['trimAll', textsToText((cutset, value) => sprig_strings_trimmed(value, cutset))],
    ['trimall', textsToText((cutset, value) => sprig_strings_trimmed(value, cutset))],
    [
        'trimSuffix',
        textsToText((suffix, value) => (value.endsWith(suffix) ? value.slice(0, value.length - suffix.length) : value)),
    ],
    ['trimPrefix', textsToText((prefix, value) => (value.startsWith(prefix) ? value.slice(prefix.length) : value))],
    ['upper', textToText(go_case/* upperCase */.lb)],
    ['lower', textToText(go_case/* lowerCase */.gQ)],
    ['title', textToText(titled)],
    ['untitle', textToText(value => eachWord(value, go_case/* lowerRune */.CZ))],
    ['swapcase', textToText(caseSwapped)],
    ['nospace', textToText(withoutSpace)],
    ['initials', textToText(initials)],
    ['substr', intsAndTextToText(substring)],
    ['repeat', intAndTextToText(repeated)],
    ['wrap', intAndTextToText((width, value) => sprig_strings_wrapped(value, width, '\n', false))],
    [
        'wrapWith',
        function_define([intType, stringType, stringType], stringType, (width, separator, value) => values_text(sprig_strings_wrapped(textArgument(value), intArgument(width), textArgument(separator) || '\n', true))),
    ],
    ['contains', textsToBool((part, value) => value.includes(part))],
    ['hasPrefix', textsToBool((prefix, value) => value.startsWith(prefix))],
    ['hasSuffix', textsToBool((suffix, value) => value.endsWith(suffix))],
    [
        'quote',
        allToText(values => present(values)
            .map(value => (0,quote/* quoted */.TL)(stringValue(value)))
            .join(' ')),
    ],
    [
        'squote',
        allToText(values => present(values)
            .map(value => `'${sprig_strings_shown(value)}'`)
            .join(' ')),
    ],
    ['cat', allToText(values => present(values).map(sprig_strings_shown).join(' '))],
    ['indent', intAndTextToText(indented)],
    ['nindent', intAndTextToText((spaces, value) => `\n${indented(spaces, value)}`)],
    ['replace', threeTextsToText(sprig_strings_replaced)],
    [
        'plural',
        function_define([stringType, stringType, intType], stringType, (one, many, count) => intArgument(count) === 1 ? one : many),
    ],
    ['toString', anyToText(stringValue)],
    ['toStrings', anyTo(stringListType, value => textList(stringsOf(value)))],
    [
        'join',
        function_define([stringType, anyType], stringType, (separator, values) => values_text(stringsOf(values).join(textArgument(separator)))),
    ],
    ['sortAlpha', anyTo(stringListType, value => textList(sortedTexts(value)))],
    [
        'split',
        function_define([stringType, stringType], stringMapType, (separator, value) => numbered(splitText(textArgument(value), textArgument(separator), -1))),
    ],
    [
        'splitn',
        function_define([stringType, intType, stringType], stringMapType, (separator, count, value) => numbered(splitText(textArgument(value), textArgument(separator), intArgument(count)))),
    ],
    [
        'splitList',
        function_define([stringType, stringType], stringListType, (separator, value) => textList(splitText(textArgument(value), textArgument(separator), -1))),
    ],
]);
/** Cuts to so many bytes and says so with three dots; a first visible byte beyond the fourth gets dots in front too. */
function abbreviated(offset, width, value) {
    const size = (0,go_bytes/* byteLength */.dp)(value);
    if (size <= width)
        return value;
    const start = size - Math.min(offset, size) < width - 3 ? size - (width - 3) : Math.min(offset, size);
    if (start <= 4)
        return `${(0,go_bytes/* sliceBytes */.A1)(value, 0, width - 3)}...`;
    if (start + width - 3 >= size)
        return `...${(0,go_bytes/* sliceBytes */.A1)(value, size - (width - 3))}`;
    return width - 3 < 4 ? '...' : `...${abbreviated(0, width - 3, (0,go_bytes/* sliceBytes */.A1)(value, start))}`;
}
function abbreviatedBoth(left, right, value) {
    return right < 4 || (left > 0 && right < 7) ? value : abbreviated(left, right, value);
}
/** A negative length keeps the end. */
function sprig_strings_truncated(length, value) {
    const size = (0,go_bytes/* byteLength */.dp)(value);
    if (length < 0 && size + length > 0)
        return (0,go_bytes/* sliceBytes */.A1)(value, size + length);
    return length >= 0 && size > length ? (0,go_bytes/* sliceBytes */.A1)(value, 0, length) : value;
}
function sprig_strings_trimmed(value, cutset) {
    const cut = new Set(cutset);
    const characters = [...value];
    const first = characters.findIndex(character => !cut.has(character));
    const last = characters.findLastIndex(character => !cut.has(character));
    return first < 0 ? '' : characters.slice(first, last + 1).join('');
}
/** Letters behind anything that is no letter, digit or underscore; ASCII punctuation divides words, other does not. */
function titled(value) {
    let divided = true;
    let result = '';
    for (const character of value) {
        result += divided ? (0,go_case/* titleRune */.Ri)(character) : character;
        divided = character <= '\x7f' ? !/[A-Za-z0-9_]/.test(character) : /^\s$/u.test(character);
    }
    return result;
}
/** The first character of each word between white space. */
function eachWord(value, map) {
    let fresh = true;
    let result = '';
    for (const character of value) {
        const isSpace = goSpace.test(character);
        result += fresh && !isSpace ? map(character) : character;
        fresh = isSpace;
    }
    return result;
}
function caseSwapped(value) {
    let result = '';
    for (const character of value) {
        if (/\p{Lu}|\p{Lt}/u.test(character))
            result += (0,go_case/* lowerRune */.CZ)(character);
        else
            result += /\p{Lowercase}/u.test(character) ? (0,go_case/* upperRune */.NX)(character) : character;
    }
    return result;
}
/** The library goes through bytes and takes each for a character, so anything beyond ASCII is mangled. */
function withoutSpace(value) {
    const kept = latin(value).filter(character => !goSpace.test(character));
    return kept.length === (0,go_bytes/* byteLength */.dp)(value) ? value : kept.join('');
}
function initials(value) {
    let gap = true;
    let result = '';
    for (const character of latin(value)) {
        const isSpace = goSpace.test(character);
        if (gap && !isSpace)
            result += character;
        gap = isSpace;
    }
    return result;
}
function latin(value) {
    return Array.from((0,go_bytes/* bytesOf */.$$)(value), byte => String.fromCharCode(byte));
}
function substring(start, end, value) {
    const size = (0,go_bytes/* byteLength */.dp)(value);
    if (start < 0)
        return sliced(value, 0, end, size);
    return end < 0 || end > size ? sliced(value, start, size, size) : sliced(value, start, end, size);
}
/** Go's `s[start:end]`, and how Go panics outside of it. */
function sliced(value, start, end, size) {
    if (end < 0 || end > size)
        throw new CallFault(`runtime error: slice bounds out of range [:${end}]${withLength(end, size)}`);
    if (start > end)
        throw new CallFault(`runtime error: slice bounds out of range [${start}:${end}]`);
    return (0,go_bytes/* sliceBytes */.A1)(value, start, end);
}
function withLength(end, size) {
    return end < 0 ? '' : ` with length ${size}`;
}
function repeated(count, value) {
    if (count < 0)
        throw new CallFault('strings: negative Repeat count');
    boundedSize(count * value.length);
    return value.repeat(value === '' ? 0 : count);
}
/** Breaks lines at blanks. The blanks in front of a line are dropped, and one where it is broken. */
function sprig_strings_wrapped(value, width, separator, breaksWords) {
    const limit = Math.max(1, width);
    const bytes = (0,go_bytes/* bytesOf */.$$)(value);
    const lines = [];
    let start = 0;
    while (bytes.length - start > limit) {
        if (bytes[start] === blank) {
            start += 1;
            continue;
        }
        const line = lineAt(bytes, start, limit, breaksWords);
        if (line === undefined)
            break;
        lines.push((0,go_bytes/* textOf */.b6)(bytes.subarray(start, line.end)));
        start = line.next;
    }
    boundedSize(bytes.length + lines.length * separator.length);
    return [...lines, (0,go_bytes/* textOf */.b6)(bytes.subarray(start))].join(separator);
}
/** Where the line ends and the next one starts; undefined where a long word takes all the rest. */
function lineAt(bytes, start, limit, breaksWords) {
    const last = bytes.subarray(start, start + limit + 1).lastIndexOf(blank);
    if (last >= 0)
        return { end: start + last, next: start + last + 1 };
    if (breaksWords)
        return { end: start + limit, next: start + limit };
    const end = bytes.indexOf(blank, start + limit);
    return end < 0 ? undefined : { end, next: end + 1 };
}
function present(values) {
    return values.filter(value => unwrapped(value) !== undefined);
}
function sprig_strings_shown(value) {
    return formatValue(value, 'v', noFlags);
}
function indented(spaces, value) {
    if (spaces < 0)
        throw new CallFault('strings: negative Repeat count');
    const lines = value.split('\n');
    boundedSize(spaces * lines.length);
    return lines.map(line => ' '.repeat(spaces) + line).join('\n');
}
/** An empty text is found before every character and at the end. */
function sprig_strings_replaced(old, replacement, value) {
    if (old === '')
        return replacement + [...value].map(character => character + replacement).join('');
    boundedSize((value.split(old).length - 1) * replacement.length);
    return value.replaceAll(old, () => replacement);
}
function sortedTexts(value) {
    return unwrapped(value)?.kind === 'slice' ? [...stringsOf(value)].sort(go_bytes/* compareBytes */.Xo) : [stringValue(value)];
}
/** Go's strings.SplitN: an empty separator parts characters; 0 gives nothing, a negative count everything. */
function splitText(value, separator, count) {
    if (count === 0)
        return [];
    const parts = separator === '' ? [...value] : value.split(separator);
    if (count < 0 || parts.length <= count)
        return parts;
    return [...parts.slice(0, count - 1), parts.slice(count - 1).join(separator)];
}
/** `_0`, `_1` and so on. */
function numbered(parts) {
    const entries = new Map();
    for (const [index, part] of parts.entries())
        entries.set(`_${index}`, { key: values_text(`_${index}`), value: values_text(part) });
    return { kind: 'map', type: stringMapType, entries };
}
const blank = 0x20;
const goSpace = /^[\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/;
const spacesAround = /^[\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|[\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/g;

;// CONCATENATED MODULE: ./src/flux/template/sprig.ts













/** Functions that Flux has and that we do not evaluate: keys, certificates, dates, random numbers and URLs. */
const unevaluatedFunctions = [
    'ago',
    'bcrypt',
    'buildCustomCert',
    'decryptAES',
    'derivePassword',
    'encryptAES',
    'genCA',
    'genCAWithKey',
    'genPrivateKey',
    'genSelfSignedCert',
    'genSelfSignedCertWithKey',
    'genSignedCert',
    'genSignedCertWithKey',
    'htpasswd',
    'must_date_modify',
    'mustDateModify',
    'mustToDate',
    'randInt',
    'shuffle',
    'toDate',
    'unixEpoch',
    'urlJoin',
    'urlParse',
];
/** The functions of Masterminds/sprig 3.3 without those that depend on time, chance, environment or network. */
const hermeticSprig = new Map([
    ...caseFunctions,
    ...defaultFunctions,
    ...dictFunctions,
    ...durationFunctions,
    ...encodingFunctions,
    ...listFunctions,
    ...numberFunctions,
    ...pathFunctions,
    ...regexpFunctions,
    ...semverFunctions,
    ...stringFunctions,
    ...unevaluatedFunctions.map((name) => [name, unevaluated(name)]),
]);
function unevaluated(name) {
    return defineVariadic([], anyType, anyType, () => {
        throw new CallFault(`fluxgate does not evaluate ${name}`);
    });
}

;// CONCATENATED MODULE: ./src/flux/message.ts







/**
 * Renders the commit message as the image-automation-controller of Flux 2.9 does: Go's text/template with sprig's
 * hermetic functions, and a fixed sentence for an empty template. A template that takes far more time or room than a
 * message needs is stopped with an error of our own.
 */
function renderMessage(template, data) {
    const source = template === '' ? defaultTemplate : template;
    const parsed = parseTemplate(message_templateName, source, isFunction);
    if ('error' in parsed)
        return failed(parsed.error, problemAt(source, parsed.start, 'syntax', parsed.message));
    const { output, fault } = executeTemplate(parsed.templates, message_templateName, source, message_functions, messageValue(data));
    if (fault !== null)
        return failed(fault.error, faultProblem(source, fault));
    const changed = data.files.flatMap(({ objects }) => objects.filter(({ changes }) => changes.length > 0));
    const random = changed.length > 1 && /\.\s*Changes\b/.test(source);
    return { message: (0,go_bytes/* wellFormed */.ES)(output), problem: null, error: null, random };
}
/**
 * What is wrong with a template whatever it is rendered with: mistakes in its syntax, unknown functions, and fields that
 * the data does not have, in every branch. Flux finds these only at the first commit that it would make. In the order
 * of their places; where the syntax is wrong, that alone.
 */
function checkTemplate(template) {
    const parsed = parseTemplate(message_templateName, template, null);
    if ('error' in parsed)
        return [problemAt(template, parsed.start, 'syntax', parsed.message)];
    const unknown = parsed.calls
        .filter(({ name }) => !isFunction(name))
        .map(({ name, start }) => ({ start, kind: 'function', message: `function "${name}" not defined` }));
    const mistakes = checkTypes(parsed.templates, message_templateName, message_functions, messageDataType).map(mistake => {
        const removed = mistake.field === undefined ? undefined : removedField(mistake.field.type, mistake.field.name);
        const kind = removed === undefined ? mistake.kind : 'removed-field';
        return { start: mistake.start, kind, message: removed ?? mistake.message };
    });
    return [...unknown, ...mistakes]
        .sort((left, right) => left.start - right.start)
        .map(({ start, kind, message }) => problemAt(template, start, kind, message));
}
function isFunction(name) {
    return message_functions.has(name);
}
function failed(error, problem) {
    return { message: null, problem, error: (0,go_bytes/* wellFormed */.ES)(error), random: false };
}
function faultProblem(source, fault) {
    const [, name, type] = /^can't evaluate field (\S+) in type (\S+)$/.exec(fault.message) ?? [];
    if (name === undefined || type === undefined)
        return problemAt(source, fault.start, 'run', fault.message);
    const removed = removedField(type, name);
    const kind = removed === undefined ? 'field' : 'removed-field';
    return problemAt(source, fault.start, kind, removed ?? fault.message);
}
/** Fields that templates of image.toolkit.fluxcd.io/v1beta2 had. */
function removedField(type, name) {
    if (type === messageDataType.name && name === 'Updated')
        return '.Updated was removed in Flux 2.7: use .Changed';
    if (type !== 'update.Result' || name !== 'ImageResult')
        return undefined;
    return '.Changed.ImageResult was removed in Flux 2.7: use .Changed.FileChanges or .Changed.Objects';
}
function problemAt(source, start, kind, message) {
    const before = source.slice(0, start).split('\n');
    return { kind, message: (0,go_bytes/* wellFormed */.ES)(message), line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
const message_templateName = 'commit message';
const defaultTemplate = 'Update from image update automation';
const message_functions = new Map([...builtins, ...hermeticSprig]);


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

/***/ 7455:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ TREE),
  R: () => (/* binding */ kustomizationBuilder)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
// EXTERNAL MODULE: ./src/flux/inventory/kustomize-file.ts
var kustomize_file = __webpack_require__(1566);
// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(3243);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
;// CONCATENATED MODULE: ./src/kustomize/built-objects.ts



/** What kustomize notes in an object when it is asked for `originAnnotations`. */
const ORIGIN = 'config.kubernetes.io/origin';
/**
 * Reads what kustomize printed.
 *
 * @param tree where the root of the tree was, from the folder that was built
 * @returns undefined for what is no YAML
 */
function readBuilt(output, tree) {
    try {
        return (0,js_yaml/* loadAll */.gh)(output, { schema: js_yaml/* CORE_SCHEMA */.OU }).flatMap(body => ((0,json/* isMapping */.pi)(body) ? builtObject(body, tree) : []));
    }
    catch (error) {
        if (error instanceof js_yaml/* YAMLException */.tB)
            return undefined;
        throw error;
    }
}
function builtObject(body, tree) {
    const metadata = (0,json/* member */.Dc)(body, 'metadata');
    const annotations = (0,json/* member */.Dc)(metadata, 'annotations');
    const note = (0,json/* textMember */.SA)(annotations, ORIGIN);
    if (!(0,json/* isMapping */.pi)(metadata) || !(0,json/* isMapping */.pi)(annotations) || note === undefined)
        return { body, origin: undefined };
    const { [ORIGIN]: _, ...rest } = annotations;
    const { annotations: __, ...others } = metadata;
    const path = /^path: (.+)$/m.exec(note)?.[1];
    return {
        body: { ...body, metadata: Object.keys(rest).length === 0 ? others : { ...others, annotations: rest } },
        origin: path === undefined || /^repo: /m.test(note) ? undefined : external_node_path_.posix.relative(tree, path),
    };
}

// EXTERNAL MODULE: ./src/kustomize/flux-overlay.ts
var flux_overlay = __webpack_require__(8486);
// EXTERNAL MODULE: ./src/once-per.ts
var once_per = __webpack_require__(3444);
// EXTERNAL MODULE: ./src/yaml/source-file.ts + 2 modules
var source_file = __webpack_require__(2609);
;// CONCATENATED MODULE: ./src/kustomize/leads-out.ts




/**
 * Fields whose values kustomize never takes for a path, or that it refuses before it reads one, as charts are off. Every other
 * one counts, also one that nobody knows: kustomize takes `Path:` for `path:`, and knows names that it once had.
 */
const HARMLESS = new Set([
    'annotations',
    'buildMetadata',
    'commonAnnotations',
    'commonLabels',
    'fieldSpecs',
    'generatorOptions',
    'helmChartInflationGenerator',
    'helmCharts',
    'helmGlobals',
    'images',
    'jsonOp',
    'labels',
    'literals',
    'metadata',
    'options',
    'patch',
    'source',
    'target',
    'targets',
    'vars',
]);
const PLUGINS = ['generators', 'transformers', 'validators'];
const reasons = (0,once_per/* oncePer */.P)((layout) => (0,once_per/* oncePer */.P)((file) => reasonOf(file, layout)));
/**
 * Why a kustomize file must not be built here: it, or a plugin that it configures, may have kustomize read what is not in the
 * repository. Flux jails a build in the repository, and nothing jails it here, so what is not understood is refused.
 */
function leadsOut(kustomize, layout) {
    return reasons(layout)(kustomize);
}
function reasonOf({ file, folder, outside, body }, layout) {
    const [known] = outside;
    const text = known ?? textOut(file, folder);
    if (text !== undefined) {
        const isPath = /^\.{0,2}\//.test(text);
        return `${file.path} wants ${shortened(text)}, ${isPath ? 'which lies outside of the repository' : 'and no remote base is followed'}`;
    }
    if (isOddlyWritten(file))
        return `${file.path} is written in a way that kustomize may read otherwise`;
    for (const [name, value] of Object.entries((0,json/* isMapping */.pi)(body) ? body : {})) {
        if (!PLUGINS.includes(name.toLowerCase()) || !Array.isArray(value))
            continue;
        for (const entry of (0,json/* listMember */.DW)(body, name)) {
            const plugin = typeof entry === 'string' ? pluginIn(entry, folder, layout) : undefined;
            if (plugin === undefined || isOddlyWritten(plugin) || textOut(plugin, folder) !== undefined)
                return `${file.path} has a plugin, ${typeof entry === 'string' ? shortened(entry) : 'no text'}, that may read files elsewhere`;
        }
    }
    return undefined;
}
function shortened(text) {
    return text.replace(/\s+/g, ' ').slice(0, 100);
}
/** The configuration of a plugin, in place or in a file; undefined for a folder, as what is built there may be anything. */
function pluginIn(text, folder, layout) {
    return text.includes('\n') ? (0,source_file/* readSourceFile */.uj)('', text) : layout.fileAt((0,kustomize_file/* pathBelow */.Br)(folder, text) ?? '');
}
/** What is broken, and what the two readers of YAML may see otherwise: types that are told, and line ends of old. */
function isOddlyWritten({ text, problems, documents }) {
    return (problems.length > 0 ||
        documents.some(({ doubledKeys }) => doubledKeys.length > 0) ||
        /(?:^|[\s[{,:?-])!(?![=\s])|^%|\r(?!\n)|[\0\u0085\u2028\u2029]/m.test(text));
}
/** The first text of a file that is an address or a path out of the tree. */
function textOut({ documents }, folder) {
    for (const { value } of documents) {
        for (const text of textsIn(value))
            if (isOut(text, folder))
                return text;
    }
    return undefined;
}
function* textsIn(value) {
    if (typeof value === 'string')
        yield value;
    if (Array.isArray(value))
        for (const item of value)
            yield* textsIn(item);
    if ((0,json/* isMapping */.pi)(value))
        for (const [name, item] of Object.entries(value))
            if (!HARMLESS.has(name))
                yield* textsIn(item);
}
/** A generator's entry may be `key=path`. */
function isOut(text, folder) {
    const named = /^[^\n=]*=(.*)$/s.exec(text)?.[1];
    return [text, ...(named === undefined ? [] : [named])].some(path => /^[a-z][a-z0-9+.-]*:\/\/|^[^\s/]+@[^\s/]+:/i.test(path) || (0,kustomize_file/* pathBelow */.Br)(folder, path) === undefined);
}

;// CONCATENATED MODULE: ./src/kustomize/render.ts

/** Milliseconds. What takes longer is no tree that anybody delivers. */
const LONGEST = 60_000;
const TOO_LATE = `it is not built within ${LONGEST / 1000} s`;
/** Characters. What comes to more than that is no set of objects that a cluster could hold. */
const LARGEST = 64_000_000;
/**
 * Builds a folder as Flux does: files may lie anywhere in the repository, plugins and charts are off. Remote bases are
 * refused: the program gets no way to a network.
 */
async function renderFolder({ program, folder, exec, env, signal }) {
    const late = AbortSignal.timeout(LONGEST);
    const large = new AbortController();
    let size = 0;
    try {
        const result = await exec({
            command: program.command,
            args: [...program.args, '--load-restrictor', 'LoadRestrictionsNone', folder],
            env: offline(env),
            signal: AbortSignal.any([late, large.signal, ...(signal === undefined ? [] : [signal])]),
            onLine(line) {
                size += line.length;
                if (size > LARGEST)
                    large.abort(new Error('too large'));
            },
        });
        return result.code === 0 ? { output: result.stdout } : failureOf(result);
    }
    catch (error) {
        if (signal?.aborted)
            throw error;
        if (large.signal.aborted)
            return { error: `it comes to more than ${LARGEST / 1_000_000} MB`, isRefused: true };
        if (late.aborted)
            return { error: TOO_LATE, isRefused: true };
        throw error;
    }
}
/** Nobody listens on port 9 of this machine, and git is allowed no protocol: what is remote fails at once. */
function offline(env) {
    const dead = 'http://127.0.0.1:9';
    return {
        PATH: env.PATH,
        HOME: env.HOME,
        TMPDIR: env.TMPDIR,
        HTTP_PROXY: dead,
        HTTPS_PROXY: dead,
        NO_PROXY: '',
        GIT_ALLOW_PROTOCOL: 'none',
        GIT_TERMINAL_PROMPT: '0',
    };
}
/** The tool's own reason, without the words that it puts in front of each. */
function failureOf({ stderr, code }) {
    const text = stderr
        .split('\n')
        .filter(line => !/^(?:# )?Warning:/i.test(line))
        .map(line => line.trim())
        .join(' ')
        .trim()
        .replace(/^(?:[Ee]rror: )+/, '');
    const reason = kubectlReason(text) ?? text;
    // The innermost of several: a base that is a base of others.
    const remote = [...reason.matchAll(/from '([a-z+]+:\/\/[^']+)'[^:]*: (?:Get|Head)/gi)].at(-1)?.[1];
    if (remote !== undefined && reason.includes('proxyconnect'))
        return { error: `the remote base ${remote} is not followed`, isRefused: true };
    if (reason === '')
        return { error: `the tool ended with exit code ${code}`, isRefused: true };
    return { error: reason, isRefused: false };
}
/** kubectl writes a line of its log, with the reason as a Go string or between angle brackets. */
function kubectlReason(text) {
    const logged = /^E\d{4} .*? err=(.*)$/s.exec(text)?.[1];
    if (logged === undefined)
        return undefined;
    const quoted = (0,json/* parseJson */.qF)(logged);
    return typeof quoted === 'string' ? quoted : logged.replace(/^<\s*|\s*>$/g, '');
}

;// CONCATENATED MODULE: ./src/kustomize/build-kustomization.ts







/** The folder, in one that is ours, that a copy of the tree lies in. */
const TREE = 'tree';
/** How many programs run at once. */
const AT_ONCE = 4;
/** Builds what Kustomizations apply, before substitution; a few at once. */
function kustomizationBuilder(program, { files, exec, env, signal }) {
    const limit = (0,p_limit/* default */.A)(AT_ONCE);
    let overlays = 0;
    /** How many were not built in time: a tree of a thousand such would keep its run for a day. */
    let late = 0;
    async function build({ kustomization, folder, layout, disk }) {
        const refusal = late < AT_ONCE ? refusalOf(kustomization, folder, layout) : refused('others took too long');
        if (refusal !== undefined)
            return refusal;
        overlays += 1;
        const own = `built/${overlays}`;
        const tree = `../../${TREE}`;
        const overlay = (0,flux_overlay/* fluxOverlay */.Q)(kustomization, layout, tree);
        if (overlay === undefined)
            return refused('spec.path leads out of the repository');
        const attempt = async (paths) => {
            const leftOut = [];
            const mayLie = (path) => {
                const may = mayLieThere(path, layout);
                if (!may)
                    leftOut.push(external_node_path_.posix.dirname(path));
                return may;
            };
            const { instead } = overlay;
            const at = await (instead === undefined ? disk.holding(paths, mayLie) : disk.apart(paths, mayLie));
            try {
                if (instead !== undefined)
                    await files.writeText((0,external_node_path_.join)(at, TREE, instead.path), instead.text);
                await files.writeText((0,external_node_path_.join)(at, own, 'kustomization.yaml'), overlay.text);
                const rendering = await renderFolder({ program, folder: (0,external_node_path_.join)(at, own), exec, env, signal });
                if ('output' in rendering) {
                    const objects = readBuilt(rendering.output, tree);
                    return objects === undefined ? refused('its output cannot be read') : { objects };
                }
                if (rendering.error === TOO_LATE)
                    late += 1;
                const error = withoutRoot(rendering.error, (0,external_node_path_.join)(at, TREE));
                if (isRightInFlux(error, kustomization))
                    return refused('Flux writes its kustomize file anew, and builds that');
                const missed = leftOut.find(left => error.includes(`'${left}'`) || error.includes(`"${left}"`));
                return missed === undefined ? { ...rendering, error } : refused(`${missed} is not built here`);
            }
            finally {
                if (instead !== undefined)
                    await files.remove(at);
            }
        };
        const first = await attempt(folder.files);
        // Should the files that it takes have been read wrongly, nothing is claimed.
        return 'error' in first && !first.isRefused ? attempt('all') : first;
    }
    return request => limit(build, request);
}
function refused(error) {
    return { error, isRefused: true };
}
/** Why a Kustomization is not built here: Flux jails a build in the repository, and here no remote base is followed. */
function refusalOf({ path }, { files, isCut }, layout) {
    if (path === undefined)
        return refused('spec.path leads out of the repository');
    if (layout.filesBelow(path).length === 0)
        return refused(`there are no manifests below ${path}`);
    if (isCut)
        return refused(`${path} comes to more than can be built`);
    for (const kustomize of layout.kustomizeFiles.values()) {
        const reason = files.has(kustomize.file.path) ? leadsOut(kustomize, layout) : undefined;
        if (reason !== undefined)
            return refused(reason);
    }
    return undefined;
}
/**
 * Whether a file may lie where kustomize builds. One of kustomize's own must be known and lead nowhere else: it may be one that
 * nobody was seen to list.
 */
function mayLieThere(path, layout) {
    if (!(0,kustomize_file/* isKustomizeFileName */.vp)(path))
        return true;
    const kustomize = layout.kustomizeFileIn(external_node_path_.posix.dirname(path));
    return kustomize?.file.path === path && leadsOut(kustomize, layout) === undefined;
}
/**
 * Flux reads the kustomize file of the path by itself and writes it anew: fields that it does not know are gone then, and
 * numbers are texts where texts belong. In files that this one lists kustomize fails on both.
 */
function isRightInFlux(error, { path }) {
    const [, rest] = error.split(`couldn't make target for path '${path}': invalid Kustomization: json: `);
    return rest !== undefined && /^unknown field "|^cannot unmarshal (?:number|bool) into .* of type string$/.test(rest);
}
/** Paths as the tree has them. */
function withoutRoot(text, root) {
    return text.replaceAll(`${root}/`, '').replaceAll(root, '.');
}


/***/ }),

/***/ 8486:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ fluxOverlay)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8815);
/* harmony import */ var _flux_inventory_applied_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1913);
/* harmony import */ var _flux_inventory_resource_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8050);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8301);





/**
 * The kustomize file that stands for what the kustomize-controller builds for a Kustomization: its path, or what Flux generates
 * for a path without a kustomize file, and the parts of `spec` that it writes into the kustomize file (`commonMetadata` comes later, on the built objects).
 * Undefined where `spec.path` leads out of the tree. What is built says of each object where it is from.
 *
 * @param tree where the root of the tree is, from the folder of the file
 */
function fluxOverlay(kustomization, layout, tree) {
    const { path, resource, targetNamespace, prefix, suffix } = kustomization;
    if (path === undefined)
        return undefined;
    const kustomize = layout.kustomizeFileIn(path);
    const ignoresMissing = (0,_flux_inventory_resource_js__WEBPACK_IMPORTED_MODULE_3__/* .valueIn */ .xm)(resource, 'spec', 'ignoreMissingComponents') === true;
    const components = kustomization.components.filter(component => !ignoresMissing || layout.filesBelow(component).length > 0);
    const own = {
        ...given('namespace', targetNamespace),
        ...given('namePrefix', prefix),
        ...given('nameSuffix', suffix),
        ...list('patches', [
            ...(0,_flux_inventory_resource_js__WEBPACK_IMPORTED_MODULE_3__/* .listIn */ .Of)(resource, 'spec', 'patches').map(patch => only(patch, 'patch', 'target')),
            ...olderPatches(kustomization),
        ]),
        ...list('images', (0,_flux_inventory_resource_js__WEBPACK_IMPORTED_MODULE_3__/* .listIn */ .Of)(resource, 'spec', 'images').map(image => only(image, 'name', 'newName', 'newTag', 'digest'))),
        ...list('components', components.map(component => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(tree, component))),
    };
    // JSON is YAML too.
    const around = (entries, more) => JSON.stringify({
        apiVersion: 'kustomize.config.k8s.io/v1beta1',
        kind: 'Kustomization',
        buildMetadata: ['originAnnotations'],
        resources: entries.map(entry => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(tree, entry)),
        ...more,
    });
    if (kustomize === undefined) {
        const entries = (0,_flux_inventory_applied_js__WEBPACK_IMPORTED_MODULE_2__/* .generatedEntries */ .ib)(path, { layout, ...layout.fetching(kustomization) });
        return { text: around(entries, own), instead: undefined };
    }
    if (!differsWithin(kustomize, own))
        return { text: around([path], own), instead: undefined };
    const within = {
        ...own,
        ...list('components', components.map(component => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative(path, component))),
    };
    return { text: around([path], {}), instead: { path: kustomize.file.path, text: writtenInto(kustomize, within) } };
}
/**
 * Whether it matters that Flux writes into the kustomize file itself: what that says holds for components too, its prefix and
 * suffix are replaced, and an image that both name is one.
 */
function differsWithin({ prefix, suffix, images, body }, own) {
    const names = new Set(images.map(({ name }) => name));
    return (isComponent(body) ||
        (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .listMember */ .DW)(own, 'components').length > 0 ||
        (prefix !== '' && (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .member */ .Dc)(own, 'namePrefix') !== undefined) ||
        (suffix !== '' && (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .member */ .Dc)(own, 'nameSuffix') !== undefined) ||
        (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .listMember */ .DW)(own, 'images').some(image => names.has((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textMember */ .SA)(image, 'name'))));
}
/** Flux builds one by itself as it builds any other path; nothing may list it among its resources. */
function isComponent(body) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textMember */ .SA)(body, 'kind') === 'Component';
}
function writtenInto({ body }, own) {
    const { images: _, ...rest } = own;
    const both = (field) => list(field, [...(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .listMember */ .DW)(body, field), ...(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .listMember */ .DW)(own, field)]);
    const file = {
        ...((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isMapping */ .pi)(body) ? body : {}),
        ...(isComponent(body) ? { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization' } : {}),
        ...rest,
        ...both('patches'),
        ...both('components'),
        ...list('images', mergedImages((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .listMember */ .DW)(body, 'images'), (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .listMember */ .DW)(own, 'images'))),
    };
    return JSON.stringify(file);
}
/** A tag and a digest are one thing: who says either says both. */
function mergedImages(written, own) {
    const merged = [...written];
    for (const image of own) {
        const at = merged.findIndex(other => (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textMember */ .SA)(other, 'name') === (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textMember */ .SA)(image, 'name'));
        const former = merged[at];
        if (at < 0 || !(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isMapping */ .pi)(former)) {
            merged.push(image);
            continue;
        }
        const { newTag, digest, ...others } = former;
        const isVersion = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textMember */ .SA)(image, 'newTag') !== undefined || (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textMember */ .SA)(image, 'digest') !== undefined;
        const version = isVersion ? {} : { ...given('newTag', newTag), ...given('digest', digest) };
        merged[at] = { ...others, ...version, ...((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isMapping */ .pi)(image) ? image : {}) };
    }
    return merged;
}
function olderPatches({ resource }) {
    return [
        ...(0,_flux_inventory_resource_js__WEBPACK_IMPORTED_MODULE_3__/* .listIn */ .Of)(resource, 'spec', 'patchesStrategicMerge').map(patch => ({ patch: (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .stringify */ .As)(patch) })),
        ...(0,_flux_inventory_resource_js__WEBPACK_IMPORTED_MODULE_3__/* .listIn */ .Of)(resource, 'spec', 'patchesJson6902').map(patch => ({
            target: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .member */ .Dc)(patch, 'target'),
            patch: (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .stringify */ .As)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .member */ .Dc)(patch, 'patch')),
        })),
    ];
}
/** What Flux reads of an entry. There is no `path` for it: kustomize would read a file of that name. */
function only(entry, ...names) {
    return Object.assign({}, ...names.map(name => given(name, (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .member */ .Dc)(entry, name))));
}
function given(name, value) {
    return value === undefined || value === '' ? {} : { [name]: value };
}
function list(name, values) {
    return values.length === 0 ? {} : { [name]: values };
}


/***/ }),

/***/ 7225:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ findKustomize),
/* harmony export */   U: () => (/* binding */ isTooOld)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);


/**
 * Finds kustomize, or kubectl where there is none.
 *
 * @returns undefined when neither is installed
 */
async function findKustomize(exec, env) {
    const ask = (command, args) => exec({ command, args, env }).catch((error) => {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
            return undefined;
        throw error;
    });
    const own = await ask('kustomize', ['version']);
    if (own?.code === 0)
        return { command: 'kustomize', args: ['build'], version: own.stdout.trim() };
    const kubectl = await ask('kubectl', ['version', '--client', '--output', 'json']);
    if (kubectl?.code !== 0)
        return undefined;
    const version = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textMember */ .SA)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(kubectl.stdout), 'kustomizeVersion') ?? '';
    return { command: 'kubectl', args: ['kustomize'], version };
}
/** Whether it is as old as version 4, which builds otherwise than what Flux has built in. */
function isTooOld({ version }) {
    const major = /v(\d+)\.\d/.exec(version)?.[1];
    return major !== undefined && Number(major) < 5;
}


/***/ }),

/***/ 2200:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ startsOnPush)
/* harmony export */ });
/* unused harmony export filterTakes */
/* harmony import */ var re2js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2856);

/**
 * Whether GitHub starts a workflow for a push to a branch. Both filters must let it through: the branch, and at least one of
 * the files. A workflow that GitHub refuses, for a pattern that is none or for a filter beside its `-ignore`, starts never.
 * Large pushes (more than 300 files), whose file list GitHub cuts off, are judged by all of it.
 */
function startsOnPush(filters, { branch, files }) {
    const { branches, branchesIgnore, paths, pathsIgnore, tags } = filters;
    if ((branches !== undefined && branchesIgnore !== undefined) || (paths !== undefined && pathsIgnore !== undefined))
        return false;
    // With a filter for tags alone no branch starts it.
    if (branches === undefined && branchesIgnore === undefined && tags !== undefined)
        return false;
    const [ofBranches, ofPaths] = [filterOf(branches ?? branchesIgnore), filterOf(paths ?? pathsIgnore)];
    if (ofBranches === 'invalid' || ofPaths === 'invalid')
        return false;
    const passes = (filter, ignores, text) => filter === undefined || filter(text) !== ignores;
    if (!passes(ofBranches, branchesIgnore !== undefined, branch))
        return false;
    return ofPaths === undefined || files.some(file => passes(ofPaths, pathsIgnore !== undefined, file));
}
/**
 * Whether a list of patterns takes a branch or a path: of those that match it the last one counts, and one with `!` in front
 * takes it out again. Undefined when one of them is no pattern.
 */
function filterTakes(patterns, text) {
    const filter = filterOf(patterns);
    return filter === 'invalid' ? undefined : filter?.(text);
}
function filterOf(patterns) {
    if (patterns === undefined)
        return undefined;
    const compiled = [];
    for (const text of patterns) {
        const takes = !text.startsWith('!');
        const source = expressionOf(takes ? text : text.slice(1));
        if (source === undefined)
            return 'invalid';
        compiled.push({ takes, pattern: re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.compile(source, re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.DOTALL) });
    }
    return text => compiled.findLast(({ pattern }) => pattern.matches(text))?.takes ?? false;
}
/**
 * A pattern as a regular expression over the whole text: one asterisk stays within a folder and two do not, two with a slash
 * behind them may be nothing at all, `?` and `+` repeat what stands before them, `\` takes a sign for itself. Undefined when it
 * is no pattern.
 */
function expressionOf(pattern) {
    const parts = [];
    let canRepeat = false;
    for (const [part] of pattern.matchAll(/\*\*\/|\*\*|\*|[?+]|\[[^\]]*\]?|\\.|./gsu)) {
        const repeats = canRepeat;
        canRepeat = false;
        if (part === '**/')
            parts.push('(?:.+/)?');
        else if (part === '**')
            parts.push('.*');
        else if (part === '*')
            parts.push('[^/]*');
        else if (part === '?' || part === '+')
            parts.push(repeats ? part : `\\${part}`);
        else {
            if (part.startsWith('[') && !/^\[(?:[0-9A-Za-z](?:-[0-9A-Za-z])?)+\]$/.test(part))
                return undefined;
            parts.push(part.startsWith('[') ? part : re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.quote(part.length > 1 ? part.replace(/^\\/, '') : part));
            canRepeat = true;
        }
    }
    return parts.join('');
}


/***/ }),

/***/ 8274:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ skipsWorkflows)
/* harmony export */ });
/**
 * Whether GitHub starts no workflow for a push, as the message of its last commit wishes: by a word in brackets anywhere in it, or by
 * the trailer `skip-checks: true` behind an empty line.
 */
function skipsWorkflows(message) {
    return /\[(?:skip ci|ci skip|no ci|skip actions|actions skip)\]|\n\nskip-checks:\s*true\s*$/i.test(message);
}


/***/ })

};
