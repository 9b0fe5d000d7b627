export const id = 492;
export const ids = [492];
export const modules = {

/***/ 3492:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rules: () => (/* reexport */ rules_rules),
  verifyTree: () => (/* reexport */ verify_tree_verifyTree)
});

// UNUSED EXPORTS: main

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/findings/sarif.ts
var sarif = __webpack_require__(5235);
// EXTERNAL MODULE: ./src/inputs.ts
var inputs = __webpack_require__(8422);
// EXTERNAL MODULE: ./src/errors.ts
var src_errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/image/reference.ts
var image_reference = __webpack_require__(3564);
// EXTERNAL MODULE: ./src/image/tag.ts
var tag = __webpack_require__(9241);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
var picomatch_default = /*#__PURE__*/__webpack_require__.n(picomatch);
// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/nearest.ts
var nearest = __webpack_require__(7909);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./src/yaml/span.ts
/** The very start of a file, for what concerns all of it. */
const fileStart = { line: 1, column: 1, endLine: 1, endColumn: 1 };

;// CONCATENATED MODULE: ./src/yaml/source-file.ts


/** Bytes. Larger files are not read: no manifest is as large, and the API server takes no object over 1.5 MB. */
const LARGEST_FILE = 10_000_000;
/**
 * Reads a file of YAML documents, or of JSON, which is YAML. Never throws: what cannot be read is a problem, and the
 * documents before and behind it are there all the same. Scalars are those of YAML 1.2's core schema, with merge keys.
 */
function source_file_readSourceFile(path, text) {
    const lineCounter = new dist/* LineCounter */.HN();
    const span = (start, end) => spanOf(lineCounter, start, end);
    if (Buffer.byteLength(text) > LARGEST_FILE)
        return unread(path, text, 'the file is larger than 10 MB and is not read');
    const documents = [];
    const problems = [];
    try {
        const parsed = (0,dist/* parseAllDocuments */.hR)(text, { lineCounter, merge: true, prettyErrors: false, uniqueKeys: false });
        for (const [index, document] of (Array.isArray(parsed) ? parsed : []).entries()) {
            const problem = document.errors[0];
            if (problem !== undefined) {
                problems.push({ message: sentenceOf(problem.message), span: span(...problem.pos) });
                continue;
            }
            const read = readDocument(document, index);
            if (typeof read === 'string')
                problems.push({ message: read, span: span(...source_file_rangeOf(document.contents)) });
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
function unread(path, text, message) {
    return { path, text, documents: [], problems: [{ message, span: fileStart }], span: () => fileStart };
}
function readDocument(document, index) {
    const root = document.contents;
    if (root === null || ((0,dist/* isScalar */.jn)(root) && root.value === null))
        return undefined;
    try {
        return { index, root, value: document.toJS({ maxAliasCount: 100 }), doubledKeys: doubledKeysIn(root) };
    }
    catch (error) {
        // An alias without its anchor, or one that stands for far too much, is found only when it is resolved.
        if (error instanceof ReferenceError)
            return sentenceOf(error.message);
        throw error;
    }
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
                const [start, end] = source_file_rangeOf(key);
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
function source_file_nodeAt(document, keys) {
    let node = document.root;
    for (const key of keys) {
        const next = (0,dist/* isSeq */.oP)(node) && typeof key === 'number' ? node.items[key] : (0,dist/* isMap */.jh)(node) ? pairOf(node, key)?.value : undefined;
        if (next === undefined)
            return undefined;
        node = next;
    }
    return isNode(node) ? node : undefined;
}
/** Where a part stands. Of a part that is not written, its nearest written parent; of an empty value, its key. */
function spanAt(file, document, keys) {
    for (let depth = keys.length; depth > 0; depth -= 1) {
        const node = source_file_nodeAt(document, keys.slice(0, depth));
        const [start, end] = node === undefined ? [0, 0] : source_file_rangeOf(node);
        if (node !== undefined && ((0,dist/* isScalar */.jn)(node) || (0,dist/* isAlias */.Vj)(node)) && end > start)
            return file.span(start, end);
        const key = keyNodeAt(document, keys.slice(0, depth));
        if (key !== undefined)
            return file.span(...source_file_rangeOf(key));
        // An item of a list that is no scalar: its first line stands for it.
        if (node !== undefined)
            return firstLine(file, start, end);
    }
    return firstLine(file, ...source_file_rangeOf(document.root));
}
/** Where the name of a member stands; the nearest written parent when it is not written. */
function keySpanAt(file, document, keys) {
    const key = keyNodeAt(document, keys);
    return key === undefined ? spanAt(file, document, keys) : file.span(...source_file_rangeOf(key));
}
function keyNodeAt(document, keys) {
    const last = keys.at(-1);
    const parent = source_file_nodeAt(document, keys.slice(0, -1));
    if (last === undefined || !(0,dist/* isMap */.jh)(parent))
        return undefined;
    const key = pairOf(parent, last)?.key;
    return isNode(key) ? key : undefined;
}
/** Of a key that stands twice the last counts, as in the value. */
function pairOf(map, key) {
    return map.items.findLast(pair => (0,dist/* isScalar */.jn)(pair.key) && String(pair.key.value) === String(key));
}
function firstLine(file, start, end) {
    const line = file.text.indexOf('\n', start);
    return file.span(start, line < 0 ? end : Math.min(end, line));
}
function isNode(value) {
    return (0,dist/* isScalar */.jn)(value) || (0,dist/* isMap */.jh)(value) || (0,dist/* isSeq */.oP)(value) || (0,dist/* isAlias */.Vj)(value);
}
/** From the first character of a node to the place behind its last. */
function source_file_rangeOf(node) {
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

;// CONCATENATED MODULE: ./actions/verify-manifests/config.ts






const CONFIG_FILE = '.fluxgate.yaml';
const emptyConfig = {
    fluxMinor: undefined,
    isExcluded: () => false,
    registries: new Map(),
    external: { secrets: new Set(), namespaces: new Set(), crds: new Set(), objects: new Set() },
    rules: new Map(),
};
const KEYS = ['flux-version', 'exclude', 'registries', 'external', 'rules'];
const EXTERNAL_KEYS = ['secrets', 'namespaces', 'crds', 'objects'];
const REGISTRY_KINDS = ['harbor', 'other'];
/**
 * Reads the configuration.
 *
 * @param ruleIds every rule that there is
 * @throws UserErrors that name each mistake with its line
 */
function readConfig(text, ruleIds) {
    const file = source_file_readSourceFile(CONFIG_FILE, text);
    (0,src_errors/* throwAll */.Kx)(file.problems.map(({ message, span }) => new src_errors/* UserError */.yo(`${CONFIG_FILE}:${span.line}: ${message}`)));
    const [document] = file.documents;
    if (document === undefined)
        return emptyConfig;
    const reader = readerOf(file, document);
    reader.keys([], KEYS);
    reader.keys(['external'], EXTERNAL_KEYS);
    const exclude = reader.texts(['exclude']);
    const config = {
        fluxMinor: reader.fluxMinor(['flux-version']),
        isExcluded: exclude.length === 0 ? () => false : picomatch_default()([...exclude], { dot: true }),
        registries: reader.choices(['registries'], REGISTRY_KINDS),
        external: {
            secrets: new Set(reader.texts(['external', 'secrets'], /^[^/]+\/[^/]+$/, 'namespace/name')),
            namespaces: new Set(reader.texts(['external', 'namespaces'])),
            crds: new Set(reader.texts(['external', 'crds'])),
            objects: new Set(reader.texts(['external', 'objects'], /^[A-Z]\w*\/[^/]+(?:\/[^/]+)?$/, 'Kind/namespace/name')),
        },
        rules: reader.rules(['rules'], ruleIds),
    };
    (0,src_errors/* throwAll */.Kx)(reader.errors);
    return config;
}
/** The 9 of `2.9`, `v2.9` and `2.9.4`; undefined for anything else. */
function parseFluxMinor(text) {
    const minor = /^v?2\.([0-9]{1,2})(?:\.[0-9]+)?$/.exec(text)?.[1];
    return minor === undefined ? undefined : Number(minor);
}
function readerOf(file, document) {
    const errors = [];
    const at = (keys) => keys.reduce((value, key) => (0,json/* member */.Dc)(value, String(key)), document.value);
    const say = (keys, problem, next) => {
        const { line } = spanAt(file, document, keys);
        errors.push(new src_errors/* UserError */.yo(`${CONFIG_FILE}:${line}: ${problem}`, next === undefined ? {} : { next }));
    };
    const entries = (keys) => {
        const value = at(keys);
        if (value === undefined || value === null)
            return [];
        if (typeof value === 'object' && !Array.isArray(value))
            return Object.entries(value);
        say(keys, `${config_name(keys)} is ${shown(value)}: expected a map`);
        return [];
    };
    const unknownKey = (keys, what, key, known) => {
        const meant = (0,nearest/* nearest */.p)(key, known);
        const { line } = keySpanAt(file, document, [...keys, key]);
        const next = meant === undefined ? `There are: ${known.join(', ')}` : `Did you mean "${meant}"?`;
        errors.push(new src_errors/* UserError */.yo(`${CONFIG_FILE}:${line}: unknown ${what} "${key}"`, { next }));
    };
    return {
        errors,
        keys(keys, known) {
            for (const [key] of entries(keys))
                if (!known.includes(key))
                    unknownKey(keys, 'key', key, known);
        },
        texts(keys, form, formName) {
            const value = at(keys);
            if (value === undefined || value === null)
                return [];
            if (!Array.isArray(value)) {
                say(keys, `${config_name(keys)} is ${shown(value)}: expected a list`);
                return [];
            }
            return value.flatMap((entry, index) => {
                if (typeof entry === 'string' && entry !== '' && form?.test(entry) !== false)
                    return [entry];
                say([...keys, index], `${config_name(keys)} holds ${shown(entry)}: expected ${formName ?? 'a text'}`);
                return [];
            });
        },
        choices(keys, known) {
            const found = new Map();
            for (const [key, value] of entries(keys)) {
                if (typeof value === 'string' && known.includes(value))
                    found.set(key, value);
                else
                    say([...keys, key], `${config_name(keys)}: "${key}" is ${shown(value)}: expected ${oneOf(known)}`);
            }
            return found;
        },
        rules(keys, ids) {
            const found = new Map();
            for (const [id, value] of entries(keys)) {
                // YAML 1.1 reads a bare `off` as false, and so might whoever wrote this file.
                const level = value === false
                    ? 'off'
                    : (finding/* severities */.g.find(severity => severity === value) ?? (value === 'off' ? 'off' : undefined));
                if (!ids.includes(id))
                    unknownKey(keys, 'rule', id, ids);
                else if (level === undefined)
                    say([...keys, id], `rule "${id}" is ${shown(value)}: expected ${oneOf(['off', 'note', 'warning', 'error'])}`);
                else
                    found.set(id, level);
            }
            return found;
        },
        fluxMinor(keys) {
            const value = at(keys);
            if (value === undefined || value === null)
                return undefined;
            // A bare 2.10 is the number 2.1.
            const minor = typeof value === 'string' ? parseFluxMinor(value) : undefined;
            if (minor === undefined)
                say(keys, `${config_name(keys)} is ${shown(value)}: expected a version between quotes, such as "2.9"`);
            return minor;
        },
    };
}
function config_name(keys) {
    return keys.length === 0 ? 'the configuration' : `"${keys.join('.')}"`;
}
function shown(value) {
    return JSON.stringify(value) ?? String(value);
}
function oneOf(words) {
    return `one of ${words.map(word => JSON.stringify(word)).join(', ')}`;
}

;// CONCATENATED MODULE: ./actions/verify-manifests/inputs.ts





/** Inputs that are masked before anything else happens. */
const inputs_SECRET_INPUTS = (/* unused pure expression or super */ null && (['github-token']));
const failOnLevels = ['new-errors', 'errors', 'warnings', 'never'];
/** The inputs of the action: name as in `action.yml` → parser. */
const inputs_spec = {
    path: folder,
    'fail-on': (0,inputs/* optional */.lq)((0,inputs/* oneOf */.yL)(...failOnLevels)),
    base: (0,inputs/* optional */.lq)(revision),
    'flux-version': (0,inputs/* optional */.lq)(fluxMinor),
    schemas: (0,inputs/* oneOf */.yL)('auto', 'off'),
    'schema-tool': inputs/* text */.Qq,
    registry: (0,inputs/* optional */.lq)(registry),
    insecure: (0,inputs/* optional */.lq)(inputs/* truth */.Im),
    images: inputs/* names */.Dy,
    'tag-prefix': tagPrefix,
    comment: inputs/* truth */.Im,
    'github-token': inputs/* text */.Qq,
};
function folder(raw, name) {
    const parts = raw.split(/[/\\]/);
    if (raw !== '' && !raw.startsWith('/') && !parts.includes('..'))
        return raw;
    throw new src_errors/* UserError */.yo(`input "${name}" is ${JSON.stringify(raw)}: expected a folder in the workspace, such as "." or "deploy"`);
}
/** It becomes an argument of git's and must not be an option. */
function revision(raw, name) {
    if (/^[^\s\-^:~?*[\\][^\s:~?*[\\]*$/.test(raw))
        return raw;
    throw new src_errors/* UserError */.yo(`input "${name}" is ${JSON.stringify(raw)}: expected a commit, a branch or a tag`);
}
function fluxMinor(raw, name) {
    const minor = parseFluxMinor(raw);
    if (minor === undefined)
        throw new src_errors/* UserError */.yo(`input "${name}" is ${JSON.stringify(raw)}: expected a version such as "2.9"`);
    return minor;
}
function registry(raw, name) {
    const problem = (0,image_reference/* registryProblem */.T7)(raw);
    if (problem === undefined)
        return raw;
    throw new src_errors/* UserError */.yo(`input "${name}" is ${JSON.stringify(raw)}: it ${problem}`);
}
function tagPrefix(raw, name) {
    const problem = (0,tag/* prefixProblem */.IP)(raw);
    if (problem === undefined)
        return raw;
    throw new src_errors/* UserError */.yo(`input "${name}" is ${JSON.stringify(raw)}: it ${problem}`);
}

;// CONCATENATED MODULE: ./src/flux/inventory/kustomize-file.ts



const NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
function isKustomizeFileName(path) {
    return NAMES.includes(external_node_path_.posix.basename(path));
}
/** Reads a kustomize file; undefined when its first document is no map. Its own type is not asked for: kustomize does not want it. */
function readKustomizeFile(file, findFile) {
    const body = file.documents[0]?.value;
    if (typeof body !== 'object' || body === null || Array.isArray(body))
        return undefined;
    const folder = external_node_path_.posix.dirname(file.path);
    const entries = ['resources', 'bases', 'crds', 'components', 'generators', 'transformers'].flatMap(field => texts(body, field).map(([text, index]) => ({ field, index, text, path: pathBelow(folder, text) })));
    const applied = entries.filter(({ field }) => field !== 'generators' && field !== 'transformers');
    return {
        file,
        folder,
        entries,
        isOpen: applied.some(({ path }) => path === undefined) || list(body, 'helmCharts').length > 0,
        namespace: (0,json/* textMember */.SA)(body, 'namespace'),
        prefix: (0,json/* textMember */.SA)(body, 'namePrefix') ?? '',
        suffix: (0,json/* textMember */.SA)(body, 'nameSuffix') ?? '',
        patches: patchesOf(body, entries, path => findFile(pathBelow(folder, path) ?? '')),
        reads: readsOf(body, folder),
        images: list(body, 'images').map((image, index) => ({
            index,
            name: (0,json/* textMember */.SA)(image, 'name'),
            newName: (0,json/* textMember */.SA)(image, 'newName'),
            newTag: (0,json/* textMember */.SA)(image, 'newTag'),
            digest: (0,json/* textMember */.SA)(image, 'digest'),
        })),
        body,
    };
}
/** A path of a kustomize file seen from the root of the tree; undefined when it is an address or leads out of it. */
function pathBelow(folder, text) {
    if (/^[a-z+]+:\/\/|^git@|^github\.com\/|[?&]ref=|^\/|::/.test(text))
        return undefined;
    const path = external_node_path_.posix.normalize(external_node_path_.posix.join(folder, text)).replace(/(?<=.)\/$/, '');
    return path === '..' || path.startsWith('../') ? undefined : path;
}
function patchesOf(body, entries, findFile) {
    // Transformers and replacements from files can change anything.
    const anything = entries.some(({ field }) => field === 'transformers') || list(body, 'configurations').length > 0;
    const targets = anything ? [{ kind: undefined, name: undefined }] : [];
    for (const patch of [...list(body, 'patches'), ...list(body, 'patchesJson6902')]) {
        const target = (0,json/* member */.Dc)(patch, 'target');
        if (target === undefined)
            targets.push(...targetsNamedIn((0,json/* textMember */.SA)(patch, 'patch') ?? (0,json/* textMember */.SA)(patch, 'path'), findFile));
        else
            targets.push({ kind: (0,json/* textMember */.SA)(target, 'kind'), name: (0,json/* textMember */.SA)(target, 'name') });
    }
    for (const [patch] of texts(body, 'patchesStrategicMerge'))
        targets.push(...targetsNamedIn(patch, findFile));
    for (const replacement of list(body, 'replacements')) {
        if ((0,json/* textMember */.SA)(replacement, 'path') !== undefined)
            targets.push({ kind: undefined, name: undefined });
        for (const target of list(replacement, 'targets')) {
            const select = (0,json/* member */.Dc)(target, 'select');
            targets.push({ kind: (0,json/* textMember */.SA)(select, 'kind'), name: (0,json/* textMember */.SA)(select, 'name') });
        }
    }
    return targets;
}
/** The objects that a patch names, written in place or in a file; anything, where it names none. */
function targetsNamedIn(patch, findFile) {
    const anything = [{ kind: undefined, name: undefined }];
    if (patch === undefined)
        return anything;
    const file = patch.includes('\n') ? source_file_readSourceFile('', patch) : findFile(patch);
    if (file === undefined || file.problems.length > 0 || file.documents.length === 0)
        return anything;
    return file.documents.map(({ value }) => ({
        kind: (0,json/* textMember */.SA)(value, 'kind'),
        name: (0,json/* textMember */.SA)((0,json/* member */.Dc)(value, 'metadata'), 'name'),
    }));
}
function readsOf(body, folder) {
    const found = [];
    const add = (text) => {
        const path = text === undefined || text.includes('\n') ? undefined : pathBelow(folder, text);
        if (path !== undefined)
            found.push(path);
    };
    for (const patch of [...list(body, 'patches'), ...list(body, 'patchesJson6902'), ...list(body, 'replacements')])
        add((0,json/* textMember */.SA)(patch, 'path'));
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
            add((0,json/* textMember */.SA)(generator, 'env'));
        }
    }
    for (const chart of list(body, 'helmCharts'))
        add((0,json/* textMember */.SA)(chart, 'valuesFile'));
    add((0,json/* textMember */.SA)((0,json/* member */.Dc)(body, 'openapi'), 'path'));
    return found;
}
function list(value, name) {
    const found = (0,json/* member */.Dc)(value, name);
    return Array.isArray(found) ? found : [];
}
function texts(value, name) {
    return list(value, name).flatMap((text, index) => typeof text === 'string' && text !== '' ? [[text, index]] : []);
}

;// CONCATENATED MODULE: ./src/flux/inventory/applied.ts


/** What a Flux Kustomization applies. Its path may lack a kustomize file: then Flux generates one (see generatedEntries). */
function appliedBy(kustomization, layout) {
    const { path, components, targetNamespace, prefix, suffix, patches, substitutes } = kustomization;
    if (path === undefined)
        return { objects: [], files: new Set(), isOpen: true };
    const walk = { layout, files: new Set(), open: false, trail: [] };
    const found = folderObjects(path, walk);
    const added = components.flatMap(component => folderObjects(component, walk));
    // A component's patches reach everything, and what they change is not followed here.
    const isRewritten = (item) => item.isRewritten || components.length > 0 || patches.some(patch => concerns(patch, item));
    const objects = [...found, ...added].map(item => ({
        ...item,
        namespace: targetNamespace ?? item.namespace,
        name: item.name === undefined ? undefined : `${prefix}${item.name}${suffix}`,
        isPatched: item.isPatched || substitutes || isRewritten(item),
        isRewritten: isRewritten(item),
    }));
    return { objects, files: walk.files, isOpen: walk.open };
}
/** What a folder's kustomize file comes to by itself. */
function appliedIn(folder, layout) {
    const walk = { layout, files: new Set(), open: false, trail: [] };
    return { objects: folderObjects(folder, walk), files: walk.files, isOpen: walk.open };
}
function folderObjects(folder, walk) {
    const { layout, trail, files } = walk;
    if (trail.includes(folder) || trail.length > 50)
        return [];
    const kustomize = layout.kustomizeFileIn(folder);
    trail.push(folder);
    try {
        if (kustomize === undefined)
            return generatedEntries(folder, layout).flatMap(entry => entryObjects(entry, walk));
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
    return walk.layout.resourcesOf(path).map(resource => ({
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
        // kustomize leaves the names of namespaces and CRDs alone.
        name: item.name === undefined || isUnnamed(item.resource) ? item.name : `${prefix}${item.name}${suffix}`,
        isPatched: item.isPatched || isTarget,
        isRewritten: item.isRewritten || isTarget,
    };
}
function isUnnamed({ kind }) {
    return kind === 'Namespace' || kind === 'CustomResourceDefinition';
}
/**
 * What Flux lists in the kustomization.yaml that it generates for a path without one: every `.yaml` and `.yml` below it; a
 * sub-folder with a kustomize file of its own is listed and not entered.
 */
function generatedEntries(folder, layout) {
    const entries = new Set();
    const inner = layout
        .filesBelow(folder)
        .filter(isKustomizeFileName)
        .map(path => external_node_path_.posix.dirname(path));
    const roots = inner.filter(root => root !== folder && !inner.some(other => other !== root && isBelow(root, other)));
    for (const root of roots)
        entries.add(root);
    for (const path of layout.filesBelow(folder)) {
        if (!isKustomizeFileName(path) && !roots.some(root => isBelow(path, root)))
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
function access_from_mayAccess(accessFrom, labels) {
    if (accessFrom === undefined)
        return false;
    if (accessFrom.some(selector => selector.size === 0))
        return true;
    if (labels.length === 0)
        return accessFrom.length === 0 ? false : undefined;
    return accessFrom.some(selector => labels.some(found => [...selector].every(([key, value]) => member(found, key) === value)));
}

;// CONCATENATED MODULE: ./src/flux/inventory/resource.ts


/**
 * The Kubernetes objects of a file: documents with `apiVersion` and `kind`; the items of a `kind: List` in its place.
 * kustomize's own files are none.
 */
function resourcesIn(file) {
    return file.documents.flatMap(document => {
        const whole = resourceOf(file, document, [], document.value);
        if (whole === undefined)
            return [];
        const items = (0,json/* listMember */.DW)(whole.body, 'items');
        if (whole.kind !== 'List' && !(whole.kind.endsWith('List') && items.length > 0))
            return [whole];
        return items.flatMap((item, index) => resourceOf(file, document, ['items', index], item) ?? []);
    });
}
function resourceOf(file, document, path, body) {
    const apiVersion = (0,json/* textMember */.SA)(body, 'apiVersion');
    const kind = (0,json/* textMember */.SA)(body, 'kind');
    if (apiVersion === undefined || kind === undefined || apiVersion.startsWith('kustomize.config.k8s.io/'))
        return undefined;
    const metadata = (0,json/* member */.Dc)(body, 'metadata');
    const slash = apiVersion.indexOf('/');
    return {
        file,
        document,
        path,
        group: slash < 0 ? '' : apiVersion.slice(0, slash),
        version: apiVersion.slice(slash + 1),
        kind,
        name: (0,json/* textMember */.SA)(metadata, 'name'),
        namespace: (0,json/* textMember */.SA)(metadata, 'namespace'),
        body,
    };
}
/** A part of an object; undefined when it is not there. */
function resource_valueIn(resource, ...keys) {
    return (0,json/* valueAt */.fK)(resource.body, keys);
}
/** A part of an object that is a non-empty text. */
function resource_textIn(resource, ...keys) {
    const value = resource_valueIn(resource, ...keys);
    return typeof value === 'string' && value !== '' ? value : undefined;
}
/** A part of an object that is a list; empty when it is none. */
function resource_listIn(resource, ...keys) {
    const value = resource_valueIn(resource, ...keys);
    return Array.isArray(value) ? value : [];
}
/** Where the value of a part stands; see spanAt for what is not written. */
function placeOf(resource, ...keys) {
    return spanAt(resource.file, resource.document, [...resource.path, ...keys]);
}
/** Where the name of a member stands. */
function keyPlaceOf(resource, ...keys) {
    return keySpanAt(resource.file, resource.document, [...resource.path, ...keys]);
}
/** Offsets of a scalar in its file, quotes included, for an edit; undefined when it is not written. */
function rangeIn(resource, ...keys) {
    const node = nodeAt(resource.document, [...resource.path, ...keys]);
    return node === undefined ? undefined : rangeOf(node);
}
/** Kind, namespace and name as people write them: `ImagePolicy flux-system/frontend`. */
function titleOf({ kind, namespace, name }) {
    return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name ?? '(without a name)'}`;
}

;// CONCATENATED MODULE: ./src/flux/inventory/flux-kustomization.ts




const KUSTOMIZE_GROUP = 'kustomize.toolkit.fluxcd.io';
/** Reads a Flux Kustomization; undefined for any other object. */
function readFluxKustomization(resource) {
    if (resource.group !== KUSTOMIZE_GROUP || resource.kind !== 'Kustomization')
        return undefined;
    const text = resource_textIn(resource, 'spec', 'path') ?? '.';
    const path = pathBelow('.', external_node_path_.posix.join('.', text));
    const images = resource_listIn(resource, 'spec', 'images');
    return {
        resource,
        path,
        source: referenceOf(resource_valueIn(resource, 'spec', 'sourceRef'), 'GitRepository'),
        targetNamespace: resource_textIn(resource, 'spec', 'targetNamespace'),
        prefix: resource_textIn(resource, 'spec', 'namePrefix') ?? '',
        suffix: resource_textIn(resource, 'spec', 'nameSuffix') ?? '',
        patches: [...resource_listIn(resource, 'spec', 'patches'), ...resource_listIn(resource, 'spec', 'patchesJson6902')].map(patch => {
            const target = (0,json/* member */.Dc)(patch, 'target');
            return { kind: (0,json/* textMember */.SA)(target, 'kind'), name: (0,json/* textMember */.SA)(target, 'name') };
        }),
        components: resource_listIn(resource, 'spec', 'components').flatMap(component => typeof component === 'string' && path !== undefined ? (pathBelow(path, component) ?? []) : []),
        dependsOn: resource_listIn(resource, 'spec', 'dependsOn').map(entry => referenceOf(entry, 'Kustomization')),
        substitutes: resource_valueIn(resource, 'spec', 'postBuild') !== undefined || images.length > 0,
        isSuspended: resource_valueIn(resource, 'spec', 'suspend') === true,
    };
}
/** A `sourceRef`, `dependsOn` or other reference of Flux's. */
function referenceOf(value, kind) {
    return {
        kind: (0,json/* textMember */.SA)(value, 'kind') ?? kind,
        namespace: (0,json/* textMember */.SA)(value, 'namespace'),
        name: (0,json/* textMember */.SA)(value, 'name') ?? '',
    };
}
/** Names of `spec.images`, as kustomize would match them. */
function imageNamesOf({ resource }) {
    return listMember(valueIn(resource, 'spec'), 'images').flatMap(image => textMember(image, 'name') ?? []);
}

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
    return selects(automation.selector, resource_valueIn(policy.resource, 'metadata', 'labels')) ? 'yes' : 'no';
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
        namespace: image_loop_hasVariable(placement.namespace) ? undefined : placement.namespace,
        name: placement.name ?? '',
    })));
}
function readRepository(object) {
    const { resource } = object;
    const exclusions = resource_valueIn(resource, 'spec', 'exclusionList');
    return {
        ...object,
        image: resource_textIn(resource, 'spec', 'image'),
        insecure: resource_valueIn(resource, 'spec', 'insecure') === true,
        secretName: resource_textIn(resource, 'spec', 'secretRef', 'name'),
        exclusionList: Array.isArray(exclusions) ? exclusions.filter(pattern => typeof pattern === 'string') : undefined,
        accessFrom: readAccessFrom(resource_valueIn(resource, 'spec', 'accessFrom')),
    };
}
function readPolicy(object, repositories, inventory) {
    const { resource } = object;
    const reference = referenceOf(resource_valueIn(resource, 'spec', 'imageRepositoryRef'), 'ImageRepository');
    return {
        ...object,
        spec: (0,image_objects/* readPolicySpec */.am)(resource_valueIn(resource, 'spec')),
        reference,
        repository: repositoryOf(object, reference, repositories, inventory),
        digestReflection: resource_textIn(resource, 'spec', 'digestReflectionPolicy') ?? 'Never',
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
    if (image_loop_hasVariable(reference.name) || image_loop_hasVariable(namespace))
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
        source: referenceOf(resource_valueIn(resource, 'spec', 'sourceRef'), 'GitRepository'),
        updatePath: pathBelow('.', (resource_textIn(resource, 'spec', 'update', 'path') ?? '.').replace(/^\/+/, '') || '.'),
        checkoutBranch: resource_textIn(resource, 'spec', 'git', 'checkout', 'ref', 'branch'),
        pushBranch: resource_textIn(resource, 'spec', 'git', 'push', 'branch'),
        selector: resource_valueIn(resource, 'spec', 'policySelector'),
        messageTemplate: resource_textIn(resource, 'spec', 'git', 'commit', 'messageTemplate'),
        isSuspended: resource_valueIn(resource, 'spec', 'suspend') === true,
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
        .map(namespace => valueIn(namespace, 'metadata', 'labels'));
    return mayAccess(repository.accessFrom, labels);
}
/** A value that kustomize-controller's postBuild would fill in. */
function image_loop_hasVariable(value) {
    return value?.includes('${') === true;
}
/** Entries of a list that are texts. */
function textsIn(resource, ...keys) {
    return listIn(resource, ...keys).filter(entry => typeof entry === 'string');
}

;// CONCATENATED MODULE: ./src/flux/inventory/cluster-graph.ts


function clusterGraphsOf(inventory) {
    return inventory.clusters.map(cluster => graphOf(cluster, inventory));
}
function graphOf(cluster, inventory) {
    const drafts = [...cluster.kustomizations].map(kustomization => {
        const placement = inventory.placementsOf(kustomization.resource).find(({ cluster: where }) => where === cluster);
        const dependencies = [];
        const namespace = placement?.namespace ?? kustomization.resource.namespace;
        return { kustomization, namespace, name: placement?.name ?? kustomization.resource.name ?? '', dependencies };
    });
    for (const draft of drafts) {
        for (const [index, reference] of draft.kustomization.dependsOn.entries()) {
            const namespace = reference.namespace ?? draft.namespace;
            const node = drafts.find(other => other.name === reference.name &&
                (other.namespace === undefined || namespace === undefined || other.namespace === namespace));
            draft.dependencies.push({ index, namespace, name: reference.name, node });
        }
    }
    const isOpen = [...cluster.kustomizations].some(kustomization => inventory.folders.get(kustomization)?.isOpen !== false || inventory.ownness(kustomization) !== 'yes');
    return { cluster, nodes: drafts, isOpen: isOpen || generatesObjects(inventory) };
}
/** Whether something of the tree makes Flux objects by itself: the Flux operator's ResourceSets. */
function generatesObjects(inventory) {
    return inventory.resources.some(({ group }) => group === 'fluxcd.controlplane.io');
}
/** Everything that a node waits for, by way of others too; itself only in a circle. */
function waitsFor(node) {
    const found = new Set();
    const waiting = [node];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        for (const { node: dependency } of next.dependencies) {
            if (dependency === undefined || found.has(dependency))
                continue;
            found.add(dependency);
            waiting.push(dependency);
        }
    }
    return found;
}
/** Whether what a Kustomization applies goes to another cluster than the one it lives in. */
function isRemote({ resource }) {
    return resource_valueIn(resource, 'spec', 'kubeConfig') !== undefined;
}
/** The identity of an object in a cluster; undefined where a part is not known. */
function identityOf(resource, namespace, name) {
    if (name === undefined || image_loop_hasVariable(name) || image_loop_hasVariable(namespace))
        return undefined;
    return `${resource.group}/${resource.kind} ${namespace ?? ''}/${name}`;
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rule.ts

/** A report about a part of an object; the place is that of its value, or of the nearest part that is written. */
function reportAt(resource, keys, report) {
    return { file: resource.file.path, span: placeOf(resource, ...keys), ...report };
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/example-trees.ts
/** Parts of the rules' examples: manifests as people write them, short. */
/** A Flux Kustomization in flux-system; `more` are further lines of its spec. */
function kustomization(name, path, ...more) {
    return `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: ${name}
  namespace: flux-system
spec:
  interval: 10m
  prune: true
  sourceRef:
    kind: GitRepository
    name: flux-system
  path: ${path}
${more.map(line => `  ${line}\n`).join('')}`;
}
function gitRepository(name = 'flux-system') {
    return `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: ${name}
  namespace: flux-system
spec:
  interval: 1m
  url: https://github.com/example/website
  ref:
    branch: master
`;
}
function namespace(name) {
    return `apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
`;
}
function configMap(name, namespaceName) {
    return `apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
  namespace: ${namespaceName}
data:
  mode: fast
`;
}
/** Several documents in one file. */
function documents(...texts) {
    return texts.join('---\n');
}
/** A kustomize file that lists some entries. */
function kustomizeFile(...entries) {
    return `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
${entries.map(entry => `  - ${entry}\n`).join('')}`;
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/applied-once.ts





const appliedOnce = {
    id: 'applied-once',
    severity: 'error',
    summary: 'An object is applied by one Kustomization of its cluster.',
    why: 'Two Kustomizations that apply one object undo each other, the order of `dependsOn` no longer holds, and when one of them is pruned the object is gone.',
    fix: 'Let one of them leave it out: mostly, give the outer folder a kustomization.yaml that lists only what is its own.',
    examples: [
        {
            title: 'a bootstrap at a folder without kustomization.yaml, whose sub-folders have Kustomizations of their own',
            files: {
                'clusters/production/flux-system/gotk-sync.yaml': documents(gitRepository(), kustomization('flux-system', './clusters/production # expect: applied-once')),
                'clusters/production/apps.yaml': kustomization('apps', './clusters/production/apps'),
                'clusters/production/apps/settings.yaml': configMap('settings', 'default'),
            },
        },
        {
            title: 'a root that lists its own',
            files: {
                'clusters/production/kustomization.yaml': kustomizeFile('flux-system', 'apps.yaml'),
                'clusters/production/flux-system/kustomization.yaml': kustomizeFile('gotk-sync.yaml'),
                'clusters/production/flux-system/gotk-sync.yaml': documents(gitRepository(), kustomization('flux-system', './clusters/production')),
                'clusters/production/apps.yaml': kustomization('apps', './clusters/production/apps'),
                'clusters/production/apps/settings.yaml': configMap('settings', 'default'),
            },
        },
    ],
    check: ({ inventory }) => clusterGraphsOf(inventory).flatMap(({ nodes }) => doubles(nodes.map(node => node.kustomization), inventory)),
};
function doubles(kustomizations, inventory) {
    const owners = new Map();
    const pairs = new Map();
    for (const item of kustomizations) {
        if (isRemote(item) || item.isSuspended || inventory.ownness(item) !== 'yes')
            continue;
        const own = new Set();
        for (const { resource, namespace, name } of inventory.folders.get(item)?.objects ?? []) {
            const identity = identityOf(resource, namespace, name);
            if (identity === undefined || isLeftAlone(resource) || own.has(identity))
                continue;
            own.add(identity);
            const owner = owners.get(identity);
            if (owner === undefined)
                owners.set(identity, item);
            else {
                const key = `${kustomizations.indexOf(owner)} ${kustomizations.indexOf(item)}`;
                const pair = pairs.get(key) ?? { first: owner, second: item, objects: [] };
                pair.objects.push(resource);
                pairs.set(key, pair);
            }
        }
    }
    return [...pairs.values()].map(reportOf);
}
/** What kustomize-controller is told not to touch, or to create only once, is no tug of war. */
function isLeftAlone(resource) {
    const annotations = ['kustomize.toolkit.fluxcd.io/reconcile', 'kustomize.toolkit.fluxcd.io/ssa'];
    return annotations.some(name => resource_valueIn(resource, 'metadata', 'annotations', name) !== undefined);
}
function reportOf({ first, second, objects }) {
    // The wider of the two takes in too much.
    const wide = first.path !== undefined && second.path !== undefined && isBelow(second.path, first.path) ? first : second;
    const other = wide === first ? second : first;
    const count = objects.length === 1 ? titleOf(objects[0] ?? wide.resource) : `${objects.length} objects`;
    const isInside = wide.path !== undefined && other.path !== undefined && wide.path !== other.path && isBelow(other.path, wide.path);
    return reportAt(wide.resource, ['spec', 'path'], {
        message: `${wide.resource.name ?? ''} and ${other.resource.name ?? ''} both apply ${count}, so each undoes what the other does`,
        found: wide.path ?? '',
        expected: 'each object under one Kustomization of the cluster',
        fix: {
            text: isInside
                ? `Add ${wide.path}/kustomization.yaml that lists what ${wide.resource.name ?? ''} is to apply, and not the folder ${other.path}`
                : `Take it out of ${wide.path ?? 'one'} or of ${other.path ?? 'the other'}`,
        },
        witness: [
            ...objects.slice(0, 5).map(resource => `${titleOf(resource)} (${resource.file.path})`),
            ...(objects.length > 5 ? [`and ${objects.length - 5} more`] : []),
            `applied by ${first.resource.name ?? ''} (path ${first.path ?? '?'}) and by ${second.resource.name ?? ''} (path ${second.path ?? '?'})`,
        ],
    });
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/crd-first.ts



const controller = `apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata:
  name: sealed-secrets
  namespace: flux-system
spec:
  interval: 1h
  url: https://bitnami-labs.github.io/sealed-secrets
---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: sealed-secrets
  namespace: flux-system
spec:
  interval: 1h
  install:
    remediation:
      retries: 3
  upgrade:
    remediation:
      retries: 3
  chart:
    spec:
      chart: sealed-secrets
      version: 2.17.0
      sourceRef:
        kind: HelmRepository
        name: sealed-secrets
  driftDetection:
    mode: enabled
`;
const widget = (mark) => `apiVersion: example.com/v1${mark}
kind: Widget
metadata:
  name: one
  namespace: default
spec:
  size: 3
`;
const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: widgets.example.com
spec:
  group: example.com
  scope: Namespaced
  names:
    kind: Widget
    plural: widgets
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                size:
                  type: integer
`;
const crdFirst = {
    id: 'crd-first',
    severity: 'error',
    summary: 'A custom resource comes after what brings its CRD.',
    why: 'The API server refuses an object whose CRD is not there, and then nothing at all of that Kustomization is applied, the controller beside it neither.',
    fix: 'Give the controller, or the CRD, a Kustomization of its own with `wait: true`, and let the Kustomization of the custom resources depend on it.',
    examples: [
        {
            title: 'a custom resource whose Kustomization does not wait for the CRD',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), kustomization('crds', './crds'), kustomization('apps', './apps')),
                'crds/widgets.yaml': definition,
                'apps/widget.yaml': widget(' # expect: crd-first'),
            },
        },
        {
            title: 'a custom resource beside the HelmRelease of its controller',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), kustomization('secrets', './secrets')),
                'secrets/controller.yaml': controller,
                'secrets/one.yaml': `apiVersion: bitnami.com/v1alpha1 # expect: crd-first
kind: SealedSecret
metadata:
  name: one
  namespace: default
spec:
  encryptedData: {}
`,
            },
        },
        {
            title: 'a CRD that comes first',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), kustomization('crds', './crds'), kustomization('apps', './apps', 'dependsOn:', '  - name: crds')),
                'crds/widgets.yaml': definition,
                'apps/widget.yaml': widget(''),
            },
        },
        {
            title: 'a CRD in the same Kustomization, which Flux applies first',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
                'apps/widgets.yaml': definition,
                'apps/widget.yaml': widget(''),
            },
        },
    ],
    check: context => clusterGraphsOf(context.inventory).flatMap(graph => checkCluster(graph, context)),
};
/** API groups whose CRDs a chart of that name brings, as their own documentation says. */
const CHARTS = new Map([
    ['sealed-secrets', ['bitnami.com']],
    ['cert-manager', ['cert-manager.io', 'acme.cert-manager.io']],
    ['external-secrets', ['external-secrets.io']],
    ['kube-prometheus-stack', ['monitoring.coreos.com']],
    ['prometheus-operator-crds', ['monitoring.coreos.com']],
    ['metallb', ['metallb.io']],
    ['kyverno', ['kyverno.io']],
    ['cloudnative-pg', ['postgresql.cnpg.io']],
    ['traefik', ['traefik.io']],
    ['longhorn', ['longhorn.io']],
]);
function checkCluster(graph, { inventory, config }) {
    const nodes = graph.nodes.filter(node => !isRemote(node.kustomization) && inventory.ownness(node.kustomization) === 'yes');
    const providers = providersOf(nodes, inventory);
    return nodes.flatMap(node => {
        const before = waitsFor(node);
        const said = new Set();
        return (inventory.folders.get(node.kustomization)?.objects ?? []).flatMap(({ resource }) => {
            const { group, kind } = resource;
            const key = `${group}/${kind}`;
            if (said.has(key) || config.external.crds.has(group))
                return [];
            const report = judge(resource, node, before, providers);
            if (report === undefined)
                return [];
            said.add(key);
            return [report];
        });
    });
}
function judge(resource, node, before, { crds, charts }) {
    const definitions = crds.get(`${resource.group}/${resource.kind}`) ?? [];
    const releases = charts.get(resource.group) ?? [];
    const bringers = [...definitions, ...releases.map(({ node: other }) => other)];
    // Flux applies CRDs before the rest of the same Kustomization; a HelmRelease only asks for them.
    if (bringers.length === 0 || definitions.includes(node) || bringers.some(other => before.has(other)))
        return undefined;
    const beside = releases.find(({ node: other }) => other === node);
    if (beside !== undefined) {
        return crd_first_reportOf(resource, {
            message: `${titleOf(resource)} is applied together with ${titleOf(beside.release)}, which brings its CRD: the API server refuses it, and the HelmRelease is not applied either`,
            expected: `the HelmRelease in a Kustomization that ${node.name} depends on`,
            fix: {
                text: `Move ${beside.release.file.path} into a Kustomization of its own with \`wait: true\`, and let ${node.name} depend on it`,
            },
            witness: [`${node.name} applies ${resource.file.path} and ${beside.release.file.path}`],
        });
    }
    const [other] = bringers;
    if (other === undefined)
        return undefined;
    const waits = waitsFor(other).has(node);
    return crd_first_reportOf(resource, {
        message: waits
            ? `${titleOf(resource)} is applied by ${node.name}, and its CRD is brought by ${other.name}, which waits for ${node.name}: neither is ever applied`
            : `${titleOf(resource)} is applied by ${node.name}, which does not wait for ${other.name}, which brings its CRD: until that is there, nothing of ${node.name} is applied`,
        expected: `${node.name} depends on ${other.name}`,
        fix: {
            text: waits ? `Take the dependency of ${other.name} on ${node.name} away` : `dependsOn:\n  - name: ${other.name}`,
        },
        witness: [`${resource.group}/${resource.kind} comes from ${other.name} (${other.kustomization.path ?? '?'})`],
    });
}
function crd_first_reportOf(resource, said) {
    return {
        file: resource.file.path,
        span: placeOf(resource, 'apiVersion'),
        found: `${resource_textIn(resource, 'apiVersion') ?? ''} ${resource.kind}`,
        ...said,
    };
}
function providersOf(nodes, inventory) {
    const crds = new Map();
    const charts = new Map();
    for (const node of nodes) {
        for (const { resource } of inventory.folders.get(node.kustomization)?.objects ?? []) {
            if (resource.kind === 'CustomResourceDefinition') {
                const key = `${resource_textIn(resource, 'spec', 'group') ?? ''}/${resource_textIn(resource, 'spec', 'names', 'kind') ?? ''}`;
                crds.set(key, [...(crds.get(key) ?? []), node]);
            }
            if (resource.kind !== 'HelmRelease')
                continue;
            const chart = resource_textIn(resource, 'spec', 'chart', 'spec', 'chart');
            for (const group of (chart === undefined ? undefined : CHARTS.get(chart)) ?? []) {
                charts.set(group, [...(charts.get(group) ?? []), { node, release: resource }]);
            }
        }
    }
    return { crds, charts };
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/depends-on-acyclic.ts



const dependsOnAcyclic = {
    id: 'depends-on-acyclic',
    severity: 'error',
    summary: 'Kustomizations do not wait for each other in a circle.',
    why: 'Flux never refuses a circle: all in it wait for ever, and every other Kustomization of the same source is no longer reconciled when the source changes.',
    fix: 'Take out the dependency that is not needed.',
    examples: [
        {
            title: 'two that wait for each other',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), kustomization('frontend', './frontend', 'dependsOn:', '  - name: backend'), kustomization('backend', './backend', 'dependsOn:', '  - name: frontend # expect: depends-on-acyclic')),
                'frontend/settings.yaml': configMap('settings', 'default'),
                'backend/settings.yaml': configMap('other-settings', 'default'),
            },
        },
        {
            title: 'one after the other',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), kustomization('frontend', './frontend'), kustomization('backend', './backend', 'dependsOn:', '  - name: frontend')),
                'frontend/settings.yaml': configMap('settings', 'default'),
                'backend/settings.yaml': configMap('other-settings', 'default'),
            },
        },
    ],
    check: ({ inventory }) => clusterGraphsOf(inventory).flatMap(({ nodes }) => circlesOf(nodes).map(depends_on_acyclic_reportOf)),
};
/** Every dependency that closes a circle, found by walking depth first in the order of the files. */
function circlesOf(nodes) {
    const circles = [];
    const done = new Set();
    for (const root of nodes) {
        const trail = [{ node: root, index: -1 }];
        while (trail.length > 0) {
            const step = trail.at(-1);
            if (step === undefined)
                break;
            step.index += 1;
            const dependency = step.node.dependencies[step.index];
            if (done.has(step.node) || dependency === undefined) {
                done.add(step.node);
                trail.pop();
            }
            else if (dependency.node !== undefined) {
                const start = trail.findIndex(({ node }) => node === dependency.node);
                if (start >= 0)
                    circles.push(trail.slice(start).map(({ node, index }) => ({ node, index })));
                else if (!done.has(dependency.node))
                    trail.push({ node: dependency.node, index: -1 });
            }
        }
    }
    return circles;
}
function depends_on_acyclic_reportOf(circle) {
    const closing = circle.at(-1);
    const names = [...circle.map(({ node }) => node.name), circle[0]?.node.name ?? ''];
    const { resource } = (closing ?? circle[0])?.node.kustomization ?? { resource: undefined };
    if (resource === undefined || closing === undefined)
        throw new Error('a circle has at least one member');
    return reportAt(resource, ['spec', 'dependsOn', closing.index, 'name'], {
        message: `${names.slice(0, -1).join(', ')} wait for each other in a circle, so none of them is ever applied`,
        found: names.join(' → '),
        expected: 'no way back to a Kustomization that waits',
        fix: { text: `Remove this dependency of ${closing.node.name}, or another one of the circle` },
        witness: circle.map(({ node, index }) => `${node.name} (${node.kustomization.resource.file.path}) waits for ${node.dependencies[index]?.name ?? ''}`),
    });
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/depends-on-depth.ts



/** Levels that a tree needs at most: namespaces, controllers, settings of controllers, applications, what follows them. */
const DEEPEST = 5;
const chain = (length, mark) => ({
    'clusters/production/apps.yaml': documents(gitRepository(), ...Array.from({ length }, (_, level) => kustomization(`level-${level + 1}`, `./level-${level + 1}`, ...(level === 0 ? [] : ['dependsOn:', `  - name: level-${level}${level === length - 1 ? mark : ''}`])))),
    ...Object.fromEntries(Array.from({ length }, (_, level) => [
        `level-${level + 1}/settings.yaml`,
        configMap(`settings-${level + 1}`, 'default'),
    ])),
});
const dependsOnDepth = {
    id: 'depends-on-depth',
    severity: 'note',
    summary: 'A chain of dependencies has at most five levels.',
    why: 'Each level waits for the one before it to be ready, so a change at the end is late, and one failure in the chain holds up everything behind it.',
    fix: 'Let Kustomizations depend only on what they need, side by side instead of in a row.',
    examples: [
        { title: 'six levels', files: chain(6, ' # expect: depends-on-depth') },
        { title: 'five levels', files: chain(5, '') },
    ],
    check: ({ inventory }) => clusterGraphsOf(inventory).flatMap(({ nodes }) => {
        const lengths = new Map();
        return nodes.flatMap(node => {
            const path = longest(node, lengths, new Set());
            // Only the first that is too deep: what waits for it is deeper by the same fault.
            if (path.length !== DEEPEST + 1)
                return [];
            return [
                reportAt(node.kustomization.resource, ['spec', 'dependsOn', 0, 'name'], {
                    message: `${node.name} is the sixth level of a chain of dependencies: a change in it waits for five others to be ready`,
                    found: `${path.length} levels`,
                    expected: `at most ${DEEPEST}`,
                    fix: { text: 'Depend only on what is needed' },
                    witness: [path.map(({ name }) => name).join(' → ')],
                }),
            ];
        });
    }),
};
/** The longest chain that ends at a node, the first to be applied at its start; circles are another rule's matter. */
function longest(node, known, trail) {
    const found = known.get(node);
    if (found !== undefined || trail.has(node))
        return found ?? [];
    trail.add(node);
    let best = [];
    for (const { node: dependency } of node.dependencies) {
        if (dependency === undefined)
            continue;
        const path = longest(dependency, known, trail);
        if (path.length > best.length)
            best = path;
    }
    trail.delete(node);
    const path = [...best, node];
    known.set(node, path);
    return path;
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/depends-on-exists.ts





const dependsOnExists = {
    id: 'depends-on-exists',
    severity: 'error',
    summary: 'Everything that a Kustomization depends on is a Kustomization of its cluster.',
    why: 'Flux waits for a dependency that is not there, for ever, and never applies the Kustomization.',
    fix: 'Name a Kustomization of the same cluster, with its namespace when that is another one.',
    examples: [
        {
            title: 'a dependency that nobody makes',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), kustomization('infrastructure', './infrastructure'), kustomization('apps', './apps', 'dependsOn:', '  - name: infra # expect: depends-on-exists')),
                'infrastructure/settings.yaml': configMap('settings', 'default'),
                'apps/settings.yaml': configMap('other-settings', 'default'),
            },
        },
        {
            title: 'a dependency in the same namespace',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), kustomization('infrastructure', './infrastructure'), kustomization('apps', './apps', 'dependsOn:', '  - name: infrastructure')),
                'infrastructure/settings.yaml': configMap('settings', 'default'),
                'apps/settings.yaml': configMap('other-settings', 'default'),
            },
        },
    ],
    check: context => clusterGraphsOf(context.inventory).flatMap(graph => (graph.isOpen ? [] : missing(graph, context))),
};
function missing({ nodes }, { inventory, config }) {
    return nodes.flatMap(({ kustomization: { resource }, dependencies }) => dependencies.flatMap(({ index, namespace, name, node }) => {
        const isKnown = !image_loop_hasVariable(name) && !image_loop_hasVariable(namespace) && name !== '';
        const isExternal = config.external.objects.has(`Kustomization/${namespace ?? ''}/${name}`);
        if (node !== undefined || !isKnown || isExternal)
            return [];
        const release = inventory.ofKind('helm.toolkit.fluxcd.io', 'HelmRelease').find(found => found.name === name);
        const meant = (0,nearest/* nearest */.p)(name, nodes.map(other => other.name));
        const hint = release !== undefined
            ? `${name} is a HelmRelease, and dependsOn takes Kustomizations only: name the Kustomization that applies ${release.file.path}`
            : meant === undefined
                ? 'Remove the entry, or add the Kustomization'
                : `Write \`name: ${meant}\``;
        return [
            reportAt(resource, ['spec', 'dependsOn', index, 'name'], {
                message: `${resource.name ?? ''} waits for the Kustomization ${namespace ?? ''}/${name}, which nothing in this cluster makes, so it is never applied`,
                found: name,
                expected: `one of ${nodes.map(other => other.name).join(', ')}`,
                fix: { text: hint },
            }),
        ];
    }));
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/force-scope.ts


const forceScope = {
    id: 'force-scope',
    severity: 'warning',
    summary: 'Only Kustomizations of Jobs force their objects.',
    why: '`force` deletes a live object and makes it anew when a change is refused: a Deployment or a volume claim is gone because of a mere mistake in an edit.',
    fix: 'Take `force` away, give the Jobs a Kustomization of their own, or mark single objects with the annotation kustomize.toolkit.fluxcd.io/force: enabled.',
    examples: [
        {
            title: 'force on more than Jobs',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps', 'force: true # expect: force-scope')),
                'apps/settings.yaml': configMap('settings', 'default'),
            },
        },
        {
            title: 'no force',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
                'apps/settings.yaml': configMap('settings', 'default'),
            },
        },
    ],
    check: ({ inventory }) => inventory.kustomizations.flatMap(item => {
        const { resource } = item;
        if (resource_valueIn(resource, 'spec', 'force') !== true || inventory.ownness(item) === 'no')
            return [];
        const others = (inventory.folders.get(item)?.objects ?? []).filter(({ resource: object }) => object.kind !== 'Job');
        const [first] = others;
        if (first === undefined)
            return [];
        return [
            {
                file: resource.file.path,
                span: keyPlaceOf(resource, 'spec', 'force'),
                message: `force deletes and recreates whatever of this Kustomization an edit makes invalid: ${others.length === 1 ? titleOf(first.resource) : `${titleOf(first.resource)} and ${others.length - 1} more`}`,
                found: 'force: true',
                expected: 'force only where all objects are Jobs',
                fix: { text: 'Remove the line, or move the Jobs into a Kustomization of their own' },
            },
        ];
    }),
};

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/helm-release-tree.ts
/** A HelmRelease for the rules' examples, with its source; `more` are further lines of its spec. */
function helmRelease(chart, ...more) {
    return `apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata:
  name: charts
  namespace: website
spec:
  interval: 1h
  url: https://charts.example.com
---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: web
  namespace: website
spec:
  interval: 5m
  chart:
    spec:
${chart}
      sourceRef:
        kind: HelmRepository
        name: charts
${more.map(line => `  ${line}\n`).join('')}`;
}
const PINNED = '      chart: web\n      version: 1.2.3';
const REMEDIATED = [
    'install:',
    '  remediation:',
    '    retries: 3',
    'upgrade:',
    '  remediation:',
    '    retries: 3',
];
const DRIFT = ['driftDetection:', '  mode: enabled'];

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/helm-drift.ts


const helmDrift = {
    id: 'helm-drift',
    severity: 'note',
    summary: 'A HelmRelease puts right what somebody changes in the cluster.',
    why: 'Without drift detection helm-controller looks at the cluster only when the chart or the values change: what is edited or deleted by hand stays so.',
    fix: 'Write `driftDetection: {mode: enabled}`, with `ignore` for what other controllers write.',
    examples: [
        {
            title: 'no drift detection',
            files: {
                'web.yaml': helmRelease(PINNED, ...REMEDIATED).replace('\nspec:\n  interval: 5m', '\nspec: # expect: helm-drift\n  interval: 5m'),
            },
        },
        { title: 'drift is put right', files: { 'web.yaml': helmRelease(PINNED, ...REMEDIATED, ...DRIFT) } },
    ],
    check: ({ inventory }) => inventory.ofKind('helm.toolkit.fluxcd.io', 'HelmRelease').flatMap(resource => {
        const mode = resource_textIn(resource, 'spec', 'driftDetection', 'mode');
        if (mode === 'enabled' || mode === 'warn' || inventory.placementsOf(resource).some(({ isPatched }) => isPatched))
            return [];
        return [
            {
                file: resource.file.path,
                span: mode === undefined ? keyPlaceOf(resource, 'spec') : placeOf(resource, 'spec', 'driftDetection', 'mode'),
                message: 'what is changed by hand in the cluster stays changed until the next upgrade',
                found: mode === undefined ? 'no driftDetection' : `mode: ${mode}`,
                expected: 'driftDetection.mode: enabled',
                fix: { text: 'driftDetection:\n  mode: enabled' },
            },
        ];
    }),
};

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/helm-remediation.ts


const helmRemediation = {
    id: 'helm-remediation',
    severity: 'warning',
    summary: 'A HelmRelease tries again, or goes back, when an install or an upgrade fails.',
    why: 'Without retries a failed install or upgrade stays failed until somebody changes the release or resets it by hand.',
    fix: 'Give `install.remediation.retries` and `upgrade.remediation.retries`, or the strategy RetryOnFailure.',
    examples: [
        {
            title: 'failures stay',
            files: {
                'web.yaml': helmRelease(PINNED, ...DRIFT).replace('\nspec:\n  interval: 5m', '\nspec: # expect: helm-remediation\n  interval: 5m'),
            },
        },
        {
            title: 'an upgrade without retries',
            files: {
                'web.yaml': helmRelease(PINNED, ...DRIFT, 'install:', '  remediation:', '    retries: 3', '    remediateLastFailure: true', 'upgrade:', '  remediation:', '    retries: 0 # expect: helm-remediation'),
            },
        },
        { title: 'both try again', files: { 'web.yaml': helmRelease(PINNED, ...DRIFT, ...REMEDIATED) } },
    ],
    check: ({ inventory }) => inventory.ofKind('helm.toolkit.fluxcd.io', 'HelmRelease').flatMap((resource) => {
        if (inventory.placementsOf(resource).some(({ isPatched }) => isPatched))
            return [];
        const lacking = ['install', 'upgrade'].filter(action => !recovers(resource, action));
        if (lacking.length === 2 &&
            lacking.every(action => resource_valueIn(resource, 'spec', action, 'remediation') === undefined)) {
            return [report(resource, keyPlaceOf(resource, 'spec'), 'a failed install or upgrade', 'no remediation')];
        }
        return lacking.map(action => {
            const path = ['spec', action, 'remediation', 'retries'];
            const written = resource_valueIn(resource, ...path);
            const place = written === undefined ? keyPlaceOf(resource, 'spec', action) : placeOf(resource, ...path);
            return report(resource, place, `a failed ${action}`, written === undefined ? `${action} without remediation` : `retries: ${String(written)}`);
        });
    }),
};
/** A negative number tries without end; `remediateLastFailure` goes back even without a retry. */
function recovers(resource, action) {
    const retries = resource_valueIn(resource, 'spec', action, 'remediation', 'retries');
    return ((typeof retries === 'number' && retries !== 0) ||
        (retries !== undefined && typeof retries !== 'number') ||
        resource_valueIn(resource, 'spec', action, 'remediation', 'remediateLastFailure') === true ||
        resource_valueIn(resource, 'spec', action, 'strategy', 'name') === 'RetryOnFailure');
}
function report(resource, span, what, found) {
    return {
        file: resource.file.path,
        span,
        message: `${what} stays failed until somebody intervenes`,
        found,
        expected: 'retries that are not 0, remediateLastFailure, or the strategy RetryOnFailure',
        fix: { text: 'install:\n  remediation:\n    retries: 3\nupgrade:\n  remediation:\n    retries: 3' },
    };
}

// EXTERNAL MODULE: ./src/flux/go/bytes.ts
var bytes = __webpack_require__(6225);
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
            return [{ file, name, image, span: spanAt(file, document, ['services', name, 'image']) }];
        });
    });
}

;// CONCATENATED MODULE: ./src/flux/inventory/layout.ts


/** How the files of a tree lie, for finding what a folder comes to. */
function layoutOf(files, resources) {
    const kustomizeFiles = new Map();
    const manifests = [];
    for (const [path, file] of files) {
        if (/\.ya?ml$/.test(path))
            manifests.push(path);
        if (!isKustomizeFileName(path))
            continue;
        const read = readKustomizeFile(file, found => files.get(found));
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

;// CONCATENATED MODULE: ./src/flux/inventory/own-source.ts


/**
 * Tells for each Kustomization whether its source is the tree at hand. The source of a root (what a bootstrap writes) is, and
 * so is every one with the same address. Without a root, it is the only source that the Kustomizations name. An artifact
 * (OCIRepository, Bucket) may be made of anything.
 */
function ownSources(kustomizations, sources) {
    const addressOf = ({ source, resource }) => {
        if (source.kind !== 'GitRepository' || image_loop_hasVariable(source.name))
            return undefined;
        const namespace = source.namespace ?? resource.namespace;
        const found = sources.find(candidate => candidate.kind === 'GitRepository' &&
            candidate.name === source.name &&
            (candidate.namespace === undefined || namespace === undefined || candidate.namespace === namespace));
        const url = found === undefined ? undefined : resource_textIn(found, 'spec', 'url');
        if (url !== undefined)
            return image_loop_hasVariable(url) ? undefined : normalized(url);
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
function normalized(url) {
    return url
        .replace(/^[a-z+]+:\/\//i, '')
        .replace(/^[^@/]*@/, '')
        .replace(/:(?![0-9]+\/)/, '/')
        .replace(/(?:\.git)?\/*$/, '')
        .toLowerCase();
}

;// CONCATENATED MODULE: ./src/flux/inventory/placement.ts

/**
 * Where each object of a tree goes. A cluster starts at a Kustomization named flux-system, as a bootstrap makes it; what no
 * such root reaches belongs to the only cluster there is, or to one that is not known.
 */
function placementsOf(resources, kustomizations, layout, isForeign) {
    const folders = new Map(kustomizations.map(kustomization => [
        kustomization,
        isForeign(kustomization) ? elsewhere : appliedBy(kustomization, layout),
    ]));
    const clusters = clustersOf(kustomizations, folders);
    const placements = new Map();
    const place = (applied, by, cluster) => {
        const known = placements.get(applied.resource);
        if (known === undefined)
            placements.set(applied.resource, [{ ...applied, by, cluster }]);
        else
            known.push({ ...applied, by, cluster });
    };
    for (const [by, { objects }] of folders) {
        const owners = clusters.filter(cluster => cluster.kustomizations.has(by));
        for (const applied of objects) {
            if (owners.length === 0)
                place(applied, by, undefined);
            for (const cluster of owners)
                place(applied, by, cluster);
        }
    }
    const only = clusters.length === 1 ? clusters[0] : undefined;
    for (const folder of rootFolders(layout)) {
        for (const applied of appliedIn(folder, layout).objects) {
            if (!placements.has(applied.resource))
                place(applied, undefined, only);
        }
    }
    for (const resource of resources) {
        const { namespace, name } = resource;
        if (!placements.has(resource))
            place({ resource, namespace, name, isPatched: false, isRewritten: false }, undefined, only);
    }
    return { clusters, of: placements, folders };
}
/** What a path of another repository comes to is not known. */
const elsewhere = { objects: [], files: new Set(), isOpen: true };
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
        return [{ name: '', kustomizations: new Set(kustomizations) }];
    const clusters = roots.map(root => ({ name: root.path ?? '', kustomizations: reached(root) }));
    if (clusters.length > 1)
        return clusters;
    // With a single root whatever else there is belongs to it too, such as what a person applies by hand.
    return clusters.map(({ name }) => ({ name, kustomizations: new Set(kustomizations) }));
}
/** What `flux bootstrap` writes: a Kustomization named flux-system that applies the folder it lies in. */
function isRoot({ resource, path }) {
    return resource.name === 'flux-system' && path !== undefined && isBelow(resource.file.path, path);
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

;// CONCATENATED MODULE: ./src/flux/inventory/workflow.ts



function isWorkflowFile(path) {
    return /^\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/.test(path);
}
function readWorkflow(file) {
    const [document] = file.documents;
    if (document === undefined)
        return undefined;
    const jobs = (0,json/* member */.Dc)(document.value, 'jobs');
    if (typeof jobs !== 'object' || jobs === null)
        return undefined;
    const steps = Object.entries(jobs).flatMap(([job, body]) => (0,json/* listMember */.DW)(body, 'steps').map((step, index) => stepOf(file, document, job, index, step)));
    return {
        file,
        document,
        name: (0,json/* textMember */.SA)(document.value, 'name') ?? file.path,
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
    const inputs = (0,json/* member */.Dc)(step, 'with');
    const given = typeof inputs === 'object' && inputs !== null ? Object.entries(inputs) : [];
    return {
        workflow,
        document,
        path: ['jobs', job, 'steps', index],
        job,
        uses: (0,json/* textMember */.SA)(step, 'uses'),
        run: (0,json/* textMember */.SA)(step, 'run'),
        with: new Map(given.map(([name, value]) => [name, value === null ? '' : String(value)])),
    };
}
/** `on` may be a word, a list of words or a map; `on: {push: }` has no filter. */
function pushTrigger(file, document) {
    const on = (0,json/* member */.Dc)(document.value, 'on') ?? (0,json/* member */.Dc)(document.value, 'true');
    const push = (0,json/* member */.Dc)(on, 'push');
    if (on !== 'push' && !(Array.isArray(on) && on.includes('push')) && push === undefined)
        return undefined;
    const patterns = (name) => {
        const value = (0,json/* member */.Dc)(push, name);
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
        span: spanAt(file, document, push === undefined ? ['on'] : ['on', 'push']),
    };
}
function buildStep(step, workflow, defaults) {
    const { workflow: file, document, path } = step;
    const span = spanAt(file, document, [...path, 'uses']);
    const stated = (name) => {
        const value = step.with.get(name);
        const place = value === undefined ? span : spanAt(file, document, [...path, 'with', name]);
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
    const place = spanAt(step.workflow, step.document, [...step.path, 'with', 'images']);
    // An expression in one value is that value's matter; as the whole list it hides everything.
    if (/^\s*\$\{\{[^}]*\}\}\s*$/.test(text))
        return unknown('the input "images" is an expression', place);
    const list = parsedList(text);
    if (list === undefined)
        return unknown('the input "images" is no YAML list', place);
    return { known: true, span: place, value: list.map(image => builtImage(image, registry, lineOf(text, image, place))) };
}
function builtImage(image, registry, span) {
    const name = settled((0,json/* textMember */.SA)(image, 'name') ?? '', 'the name of an image', span);
    const listed = (0,json/* member */.Dc)(image, 'platforms');
    const platforms = settled(Array.isArray(listed) ? listed.join(',') : typeof listed === 'string' ? listed : '', 'the platforms of an image', span);
    return {
        name,
        platforms: mapStated(platforms, text => text.split(/[\s,]+/).filter(platform => platform !== '')),
        image: registry.known && name.known && registry.value !== '' ? `${registry.value}/${name.value}` : undefined,
    };
}
/** The line of a block scalar on which an image's name stands. */
function lineOf(text, image, place) {
    const name = (0,json/* textMember */.SA)(image, 'name');
    const index = name === undefined ? -1 : text.split('\n').findIndex(line => line.includes(name));
    if (index < 0 || place.endLine === place.line)
        return place;
    const line = place.line + 1 + index;
    return { line, column: 1, endLine: line, endColumn: 1 };
}
function parsedList(text) {
    try {
        const value = (0,dist/* parse */.qg)(text, { maxAliasCount: 0 });
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

;// CONCATENATED MODULE: ./src/flux/inventory.ts









const SOURCE_GROUP = 'source.toolkit.fluxcd.io';
/**
 * Takes stock of a tree.
 *
 * @param texts path and content of each YAML or JSON file, in any order
 * @param buildDefaults the defaults of the action build-push, by input
 */
function takeInventory(texts, buildDefaults) {
    const sorted = [...texts].sort(([left], [right]) => compareBytes(left, right));
    return inventoryOf(sorted.map(([path, text]) => readSourceFile(path, text)), buildDefaults);
}
/** Takes stock of files that are read already, sorted by path. */
function inventoryOf(read, buildDefaults) {
    const files = new Map(read.map(file => [file.path, file]));
    const byFile = new Map(read.map(file => [file.path, isWorkflowFile(file.path) ? [] : resourcesIn(file)]));
    const resources = [...byFile.values()].flat();
    const byKind = new Map();
    for (const resource of resources) {
        const key = `${resource.group}/${resource.kind}`;
        const known = byKind.get(key);
        if (known === undefined)
            byKind.set(key, [resource]);
        else
            known.push(resource);
    }
    const layout = layoutOf(files, byFile);
    const kustomizations = resources.flatMap(resource => readFluxKustomization(resource) ?? []);
    const ownness = ownSources(kustomizations, resources.filter(({ group }) => group === SOURCE_GROUP));
    const { clusters, of, folders } = placementsOf(resources, kustomizations, layout, kustomization => ownness(kustomization) === 'no');
    const workflows = read.filter(({ path }) => isWorkflowFile(path)).flatMap(file => readWorkflow(file) ?? []);
    return {
        files,
        resources,
        ofKind: (group, kind) => byKind.get(`${group}/${kind}`) ?? [],
        layout,
        kustomizations,
        clusters,
        placementsOf: resource => of.get(resource) ?? [],
        folders,
        ownness,
        workflows,
        builds: workflows.flatMap(workflow => buildStepsIn(workflow, buildDefaults)),
        composeServices: read.filter(({ path }) => !isWorkflowFile(path)).flatMap(composeServicesIn),
    };
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/helm-source.ts





const helmSource = {
    id: 'helm-source',
    severity: 'error',
    summary: 'The source of a HelmRelease exists.',
    why: 'Flux waits for a source that is not there, and neither installs nor upgrades the chart.',
    fix: 'Name a source of the cluster, with its kind, and its namespace when that is another one.',
    examples: [
        {
            title: 'a source with another name',
            files: {
                'web.yaml': helmRelease(PINNED, ...DRIFT, ...REMEDIATED).replace('        name: charts\n', '        name: chart # expect: helm-source\n'),
            },
        },
        { title: 'a source of the same namespace', files: { 'web.yaml': helmRelease(PINNED, ...DRIFT, ...REMEDIATED) } },
    ],
    check: ({ inventory, config }) => inventory.ofKind('helm.toolkit.fluxcd.io', 'HelmRelease').flatMap((resource) => {
        const keys = resource_valueIn(resource, 'spec', 'chartRef') === undefined
            ? ['spec', 'chart', 'spec', 'sourceRef']
            : ['spec', 'chartRef'];
        const kind = resource_textIn(resource, ...keys, 'kind') ?? 'HelmRepository';
        const name = resource_textIn(resource, ...keys, 'name');
        const placements = inventory.placementsOf(resource);
        const namespace = resource_textIn(resource, ...keys, 'namespace') ?? placements[0]?.namespace;
        if (name === undefined || namespace === undefined || image_loop_hasVariable(name) || image_loop_hasVariable(namespace))
            return [];
        if (config.external.objects.has(`${kind}/${namespace}/${name}`) || mayBeElsewhere(resource, inventory))
            return [];
        const sources = inventory.ofKind(SOURCE_GROUP, kind);
        if (sources.some(source => isNamed(source, namespace, name, inventory)))
            return [];
        const sameName = sources.find(source => source.name === name);
        return [
            reportAt(resource, [...keys, 'name'], {
                message: `there is no ${kind} ${namespace}/${name}, so the chart is neither installed nor upgraded`,
                found: `${kind} ${name}`,
                expected: sources.length === 0
                    ? `a ${kind}`
                    : `one of ${sources.map(source => `${source.namespace ?? ''}/${source.name ?? ''}`).join(', ')}`,
                fix: {
                    text: sameName?.namespace === undefined
                        ? 'Name a source that exists, or add it'
                        : `namespace: ${sameName.namespace}`,
                },
            }),
        ];
    }),
};
/** A tree without any source has them elsewhere; so may one with remote bases, or whose objects something else makes. */
function mayBeElsewhere(resource, inventory) {
    const placements = inventory.placementsOf(resource);
    const isMade = inventory.resources.some(({ group }) => group === 'fluxcd.controlplane.io');
    const hasSources = inventory.resources.some(({ group, kind }) => group === SOURCE_GROUP && kind !== 'GitRepository');
    const isOpen = [...inventory.folders.values()].some(folder => folder.isOpen);
    return isMade || isOpen || !hasSources || placements.some(({ isPatched, by }) => isPatched && by === undefined);
}
function isNamed(source, namespace, name, inventory) {
    return inventory
        .placementsOf(source)
        .some(placement => (placement.name === name || image_loop_hasVariable(placement.name)) &&
        (placement.namespace === undefined || image_loop_hasVariable(placement.namespace) || placement.namespace === namespace));
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/helm-version.ts


const helmVersion = {
    id: 'helm-version',
    severity: 'warning',
    summary: 'The version of a chart is pinned.',
    why: 'With no version, or an open range, a new chart is rolled out the moment it is published, without a commit that anybody could look at or take back.',
    fix: 'Write the exact version, and let a bot propose new ones.',
    examples: [
        {
            title: 'whatever is newest',
            files: { 'web.yaml': helmRelease('      chart: web # expect: helm-version', ...DRIFT, ...REMEDIATED) },
        },
        {
            title: 'an open range',
            files: {
                'web.yaml': helmRelease('      chart: web\n      version: ">=1.0.0" # expect: helm-version', ...DRIFT, ...REMEDIATED),
            },
        },
        { title: 'one version', files: { 'web.yaml': helmRelease(PINNED, ...DRIFT, ...REMEDIATED) } },
    ],
    check: ({ inventory }) => inventory.ofKind('helm.toolkit.fluxcd.io', 'HelmRelease').flatMap(resource => {
        const chart = resource_textIn(resource, 'spec', 'chart', 'spec', 'chart');
        const kind = resource_textIn(resource, 'spec', 'chart', 'spec', 'sourceRef', 'kind');
        // The chart of a git repository or a bucket has the version of its source.
        if (chart === undefined || kind !== 'HelmRepository')
            return [];
        if (inventory.placementsOf(resource).some(({ isPatched }) => isPatched))
            return [];
        const version = resource_valueIn(resource, 'spec', 'chart', 'spec', 'version');
        if (version !== undefined && !isOpen(String(version)))
            return [];
        return [
            {
                file: resource.file.path,
                span: version === undefined
                    ? placeOf(resource, 'spec', 'chart', 'spec', 'chart')
                    : placeOf(resource, 'spec', 'chart', 'spec', 'version'),
                message: `every new version of the chart ${chart} is rolled out by itself`,
                found: version === undefined ? 'no version' : String(version),
                expected: 'one version, or a range of patch or minor versions',
                fix: { text: 'version: 1.2.3' },
            },
        ];
    }),
};
/** A range that takes new major versions. One within a major or minor version is a choice that people make on purpose. */
function isOpen(version) {
    const text = version.trim();
    return text === '*' || text === '' || /^[xX]$/.test(text) || (/^>/.test(text) && !text.includes('<'));
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/ignore-needed.ts
const ignoreNeededRule = {
    id: 'ignore-needed',
    severity: 'warning',
    summary: 'A comment that hides findings hides one, and says why.',
    why: 'A comment that hides nothing today hides a new fault tomorrow, and nobody remembers what it was for.',
    fix: 'Remove the comment, or write `# fluxgate-ignore <rule-id>: <reason>` on the line of the finding or the line above.',
    examples: [
        {
            title: 'a comment that hides nothing',
            files: {
                'config.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: website
data:
  mode: fast # fluxgate-ignore image-mutable-tag: nothing here has a tag # expect: ignore-needed
`,
            },
        },
        {
            title: 'no comment',
            files: { 'config.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: website}\n' },
        },
    ],
    // Which comments hide something is known when all rules have spoken: the engine calls ignoreNeeded below.
    check: () => [],
};
/** What is wrong with a comment that hid nothing. */
function ignoreNeeded({ file, rule, reason, span }, ids) {
    const message = !ids.includes(rule)
        ? `the comment names no rule: ${rule === '' ? 'none is given' : `there is no "${rule}"`}`
        : reason === ''
            ? `the comment gives no reason, so it hides nothing`
            : `the comment hides no finding of ${rule}`;
    return {
        rule: ignoreNeededRule.id,
        severity: ignoreNeededRule.severity,
        file,
        span,
        message,
        expected: '# fluxgate-ignore <rule-id>: <reason>, on the line of a finding or the line above',
        fix: {
            text: reason === '' ? 'Add a reason behind the rule: `# fluxgate-ignore <rule-id>: <reason>`' : 'Remove the comment',
        },
    };
}

;// CONCATENATED MODULE: ./src/flux/deliveries/joint.ts


/** An object as the end of a link. */
function endOf(resource) {
    const { firstLine } = linesOf(resource);
    return { title: titleOf(resource), place: { file: resource.file.path, line: firstLine } };
}
/** The lines that an object takes up in its file. */
function linesOf({ file, document }) {
    const span = file.span(...source_file_rangeOf(document.root));
    return { firstLine: span.line, lastLine: span.endLine };
}
function holdsLine(resource, line) {
    const { firstLine, lastLine } = linesOf(resource);
    return line >= firstLine && line <= lastLine;
}
/** An object as the evidence of a link. */
function evidenceAt(resource, rules) {
    return { file: resource.file.path, ...linesOf(resource), rules };
}
function markerEnd({ file, line, subject }) {
    return { title: `marker in ${subject}`, place: { file, line } };
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/job-reruns.ts




const loop = `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageRepository
metadata:
  name: backend
  namespace: flux-system
spec:
  image: 192.168.0.40:5000/library/backend
  insecure: true
  interval: 1m
---
apiVersion: image.toolkit.fluxcd.io/v1
kind: ImagePolicy
metadata:
  name: backend
  namespace: flux-system
spec:
  imageRepositoryRef:
    name: backend
  filterTags:
    pattern: '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$'
    extract: '$ts'
  policy:
    numerical:
      order: asc
---
apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageUpdateAutomation
metadata:
  name: website
  namespace: flux-system
spec:
  interval: 1m
  sourceRef:
    kind: GitRepository
    name: flux-system
  git:
    commit:
      author:
        name: fluxcdbot
        email: fluxcdbot@example.com
  update:
    path: ./
    strategy: Setters
`;
const compose = `services:
  backend:
    image: 192.168.0.40:5000/library/backend:main-abc1234-1700000000 # {"$imagepolicy": "flux-system:backend"}
`;
const job = (name, environment) => `apiVersion: batch/v1
kind: Job
metadata:
  name: deploy${name}
  namespace: default
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: deploy
          image: alpine:3.22.1
          command: [sh, -c, 'ssh deploy@192.168.0.50 docker compose -f docker-compose.backend.yml up -d']
${environment}`;
const kustomize = `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - job.yaml
`;
const jobReruns = {
    id: 'job-reruns',
    severity: 'error',
    summary: 'A Job that deploys a tag changes with the tag.',
    why: 'A Job that does not change is never run again, with `force` neither: the new tag is written into the file that the Job reads, and nobody deploys it.',
    fix: 'Give the Job a marker of its own, in an environment variable or an annotation of its pod template, and its Kustomization `force: true`.',
    examples: [
        {
            title: 'the tag stands in the compose file alone',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), loop, kustomization('backend', './backend', 'force: true')),
                'backend/kustomization.yaml': kustomize,
                'backend/docker-compose.backend.yml': compose,
                'backend/job.yaml': job(' # expect: job-reruns', ''),
            },
        },
        {
            title: 'a marker in the Job itself',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), loop, kustomization('backend', './backend', 'force: true')),
                'backend/kustomization.yaml': kustomize,
                'backend/docker-compose.backend.yml': compose,
                'backend/job.yaml': job('', `          env:
            - name: TAG
              value: main-abc1234-1700000000 # {"$imagepolicy": "flux-system:backend:tag"}
`),
            },
        },
    ],
    check: ({ inventory, markers }) => {
        const composeFiles = new Set(inventory.composeServices.map(({ file }) => file.path));
        const marked = [...markers.byFile].filter(([path, found]) => composeFiles.has(path) && found.some(({ fault }) => fault === undefined));
        if (marked.length === 0)
            return [];
        return inventory.ofKind('batch', 'Job').flatMap(resource => {
            const text = JSON.stringify(resource.body);
            const read = marked.find(([path]) => text.includes(external_node_path_.posix.basename(path)));
            const placements = inventory.placementsOf(resource);
            const own = (markers.byFile.get(resource.file.path) ?? []).some(({ span }) => holdsLine(resource, span.line));
            // A patch may put the tag in, and a generated name changes with what is in it.
            if (read === undefined || own || placements.some(({ isPatched, by }) => isPatched || by === undefined))
                return [];
            if (resource_valueIn(resource, 'metadata', 'generateName') !== undefined)
                return [];
            const [path, found] = read;
            const policy = found.find(({ target }) => target !== undefined)?.target;
            const setter = policy === undefined ? 'NAMESPACE:POLICY:tag' : `${policy.namespace}:${policy.policy}:tag`;
            return [
                {
                    file: resource.file.path,
                    span: placeOf(resource, 'metadata', 'name'),
                    message: `${titleOf(resource)} deploys ${path}, and no tag changes the Job itself, so it runs once and never again`,
                    found: `no marker in ${titleOf(resource)}`,
                    expected: 'a marker in the pod template of the Job',
                    fix: { text: `env:\n  - name: TAG\n    value: TAG_OF_NOW # {"$imagepolicy": "${setter}"}` },
                    witness: [`${path} has the marker, ${resource.file.path} has none`],
                },
            ];
        });
    },
};

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/job-ttl.ts


const job_ttl_job = (ttl) => `apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
  namespace: default
spec:
${ttl}  template:
    spec:
      restartPolicy: Never
      containers:
        - name: migrate
          image: registry.example.com/team/migrate:1.0.0
`;
const jobTtl = {
    id: 'job-ttl',
    severity: 'warning',
    summary: 'A Job that a Kustomization applies is not collected when it is done.',
    why: 'Once the Job is collected, the next reconciliation finds it missing and creates it again: it runs at every interval.',
    fix: 'Leave `ttlSecondsAfterFinished` out. The Job of the next version takes its place.',
    examples: [
        {
            title: 'a Job that is collected',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
                'apps/job.yaml': job_ttl_job('  ttlSecondsAfterFinished: 600 # expect: job-ttl\n'),
            },
        },
        {
            title: 'a Job that stays',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
                'apps/job.yaml': job_ttl_job(''),
            },
        },
    ],
    check: ({ inventory }) => inventory.ofKind('batch', 'Job').flatMap(resource => {
        const seconds = resource_valueIn(resource, 'spec', 'ttlSecondsAfterFinished');
        const applied = inventory.placementsOf(resource).filter(({ by }) => by !== undefined);
        const isLeft = resource_valueIn(resource, 'metadata', 'annotations', 'kustomize.toolkit.fluxcd.io/reconcile') === 'disabled';
        if (seconds === undefined || isLeft || applied.length === 0 || applied.some(({ isPatched }) => isPatched))
            return [];
        const { by } = applied[0] ?? {};
        const interval = by === undefined ? undefined : resource_valueIn(by.resource, 'spec', 'interval');
        return [
            {
                file: resource.file.path,
                span: keyPlaceOf(resource, 'spec', 'ttlSecondsAfterFinished'),
                message: `${titleOf(resource)} is collected ${String(seconds)} s after it is done, and created and run again at the next reconciliation${typeof interval === 'string' ? `, every ${interval}` : ''}`,
                found: `ttlSecondsAfterFinished: ${String(seconds)}`,
                expected: 'no ttlSecondsAfterFinished',
                fix: { text: 'Remove the line' },
            },
        ];
    }),
};

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/kustomization-builds.ts








const kustomizationBuilds = {
    id: 'kustomization-builds',
    severity: 'error',
    summary: 'What a Kustomization applies can be built.',
    why: 'When the build fails, Flux applies nothing of the Kustomization, and what it applied before stays as it is.',
    fix: 'List only what is there; keep files that are no Kubernetes objects out of folders without a kustomization.yaml.',
    examples: [
        {
            title: 'an entry that is not there',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
                'apps/kustomization.yaml': kustomizeFile('settings.yaml', 'service.yaml # expect: kustomization-builds'),
                'apps/settings.yaml': configMap('settings', 'default'),
            },
        },
        {
            title: 'a compose file in a folder that has no kustomization.yaml',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
                'apps/settings.yaml': configMap('settings', 'default'),
                'apps/docker-compose.yml': 'services: # expect: kustomization-builds\n  web:\n    image: nginx:1.29.0\n',
            },
        },
        {
            title: 'entries that are there',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
                'apps/kustomization.yaml': kustomizeFile('settings.yaml'),
                'apps/settings.yaml': configMap('settings', 'default'),
                'apps/docker-compose.yml': 'services:\n  web:\n    image: nginx:1.29.0\n',
            },
        },
    ],
    check: ({ inventory }) => {
        const own = inventory.kustomizations.filter(item => inventory.ownness(item) === 'yes');
        const reached = new Set(own.flatMap(item => [...(inventory.folders.get(item)?.files ?? [])]));
        const files = [...inventory.layout.kustomizeFiles.values()].filter(({ file }) => reached.has(file.path));
        return [
            ...files.flatMap(kustomize => missingEntries(kustomize, inventory)),
            ...own.flatMap(item => strangers(item, inventory)),
        ];
    },
};
function missingEntries({ file, folder, entries }, inventory) {
    const [document] = file.documents;
    if (document === undefined)
        return [];
    return entries.flatMap(({ field, index, text, path }) => {
        // Only what is read here can be said to be missing: manifests, and folders that hold any.
        const isManifest = /\.ya?ml$/.test(text);
        if (path === undefined ||
            path === folder ||
            inventory.layout.isFile(path) ||
            text.includes('\n') ||
            field === 'crds')
            return [];
        const holdsFiles = [...inventory.files.keys()].some(other => isBelow(other, path));
        if (!isManifest && holdsFiles)
            return [];
        if (!isManifest && external_node_path_.posix.extname(text) !== '')
            return [];
        const siblings = [...inventory.files.keys()]
            .filter(other => external_node_path_.posix.dirname(other) === external_node_path_.posix.dirname(path))
            .map(other => external_node_path_.posix.basename(other));
        const meant = (0,nearest/* nearest */.p)(external_node_path_.posix.basename(path), siblings);
        return [
            {
                file: file.path,
                span: spanAt(file, document, [field, index]),
                message: `${path} is not in the repository, so kustomize cannot build ${folder} and nothing of it is applied`,
                found: text,
                expected: meant === undefined ? 'a file or a folder of the repository' : external_node_path_.posix.join(external_node_path_.posix.dirname(text), meant),
                fix: {
                    text: meant === undefined
                        ? 'Remove the entry, or add what it names'
                        : `- ${external_node_path_.posix.join(external_node_path_.posix.dirname(text), meant)}`,
                },
            },
        ];
    });
}
/** Flux's source-controller leaves these out of what it hands on, as long as nobody tells it otherwise. */
const NEVER_FETCHED = /(?:^|\/)(?:\.[^/]*|appveyor\.yml|cloudbuild\.yaml|codeship-(?:services|steps)\.yml)(?:\/|$)/;
/** Files that are no objects, in a path for which Flux generates the kustomization.yaml. */
function strangers({ path, resource }, inventory) {
    const { layout, files } = inventory;
    if (path === undefined || layout.kustomizeFileIn(path) !== undefined)
        return [];
    // With patterns of its own a source may leave any file out.
    if (inventory.ofKind(SOURCE_GROUP, 'GitRepository').some(source => resource_valueIn(source, 'spec', 'ignore') !== undefined))
        return [];
    return generatedEntries(path, layout).flatMap(entry => {
        const file = files.get(entry);
        if (NEVER_FETCHED.test(entry))
            return [];
        // What does not parse is another rule's matter; an empty file is none.
        if (file === undefined || file.problems.length > 0)
            return [];
        const stranger = file.documents.find(({ value }) => !isObject(value));
        if (stranger === undefined)
            return [];
        const span = stranger.root.range === undefined ? fileStart : spanAt(file, stranger, []);
        return [
            {
                file: entry,
                span,
                message: `${resource.name ?? ''} applies every manifest below ${path}, and this is no Kubernetes object: its build fails as a whole`,
                found: 'no apiVersion and kind',
                expected: 'Kubernetes objects only, or a kustomization.yaml that lists them',
                fix: { text: `Add ${path}/kustomization.yaml that lists the manifests, or move ${entry} elsewhere` },
            },
        ];
    });
}
function isObject(value) {
    return typeof value === 'object' && value !== null && 'apiVersion' in value && 'kind' in value;
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/kustomization-path.ts






const kustomizationPath = {
    id: 'kustomization-path',
    severity: 'error',
    summary: 'The path of a Kustomization is a folder of the repository.',
    why: 'Flux reports that the path is not found, and neither applies nor updates anything of it.',
    fix: 'Give the folder from the root of the repository, with the same capitals.',
    examples: [
        {
            title: 'a folder with another name',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './app # expect: kustomization-path')),
                'apps/settings.yaml': configMap('settings', 'default'),
            },
        },
        {
            title: 'a folder of the repository',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
                'apps/settings.yaml': configMap('settings', 'default'),
            },
        },
    ],
    check: ({ inventory }) => {
        const folders = new Set([...inventory.files.keys()].flatMap(foldersOf));
        return inventory.kustomizations.flatMap(item => {
            const { resource, path } = item;
            const written = resource_textIn(resource, 'spec', 'path');
            if (written === undefined || image_loop_hasVariable(written) || inventory.ownness(item) !== 'yes')
                return [];
            if (inventory.placementsOf(resource).some(({ isPatched }) => isPatched))
                return [];
            // A folder may hold only files that are not read here, such as a values file of another form.
            if (path === '.' || (path !== undefined && folders.has(path)))
                return [];
            const meant = path === undefined
                ? undefined
                : (0,nearest/* nearest */.p)(path, [...folders].filter(folder => isBelow(folder, firstOf(path, folders))));
            return [
                reportAt(resource, ['spec', 'path'], {
                    message: path === undefined
                        ? 'the path leads out of the repository'
                        : `the folder ${path} is not in the repository, so nothing of it is applied`,
                    found: written,
                    expected: meant === undefined ? 'a folder of the repository' : `./${meant}`,
                    fix: { text: meant === undefined ? 'Give a folder of the repository' : `path: ./${meant}` },
                }),
            ];
        });
    },
};
/** Every folder above a file. */
function foldersOf(path) {
    const parts = path.split('/').slice(0, -1);
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
/** The part of a path that is there. */
function firstOf(path, folders) {
    const parts = path.split('/');
    for (let length = parts.length - 1; length > 0; length -= 1) {
        const parent = parts.slice(0, length).join('/');
        if (folders.has(parent))
            return parent;
    }
    return '.';
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/kustomization-prune.ts


const kustomizationPrune = {
    id: 'kustomization-prune',
    severity: 'note',
    summary: 'A Kustomization removes what is no longer in git.',
    why: 'Without `prune` an object that is deleted in git stays in the cluster, and git is no longer the truth.',
    fix: 'Write `prune: true`.',
    examples: [
        {
            title: 'what is deleted stays',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps').replace('prune: true', 'prune: false # expect: kustomization-prune')),
                'apps/settings.yaml': configMap('settings', 'default'),
            },
        },
        {
            title: 'what is deleted goes',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
                'apps/settings.yaml': configMap('settings', 'default'),
            },
        },
    ],
    check: ({ inventory }) => inventory.kustomizations.flatMap(({ resource }) => {
        const prune = resource_valueIn(resource, 'spec', 'prune');
        if (prune === true || (prune !== undefined && prune !== false))
            return [];
        if (inventory.placementsOf(resource).some(({ isPatched }) => isPatched))
            return [];
        return [
            {
                file: resource.file.path,
                span: prune === false ? placeOf(resource, 'spec', 'prune') : keyPlaceOf(resource, 'spec'),
                message: 'what is deleted in git stays in the cluster',
                found: prune === false ? 'prune: false' : 'no prune',
                expected: 'prune: true',
                fix: { text: 'prune: true' },
            },
        ];
    }),
};

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/kustomization-source.ts




const kustomizationSource = {
    id: 'kustomization-source',
    severity: 'error',
    summary: 'The source of a Kustomization exists.',
    why: 'Flux waits for a source that is not there and applies nothing.',
    fix: 'Name a source of the cluster, with its kind, and its namespace when that is another one.',
    examples: [
        {
            title: 'a source with another name',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository('website'), 
                // The source stands behind the kind.
                kustomization('apps', './apps').replace('name: flux-system\n  path', 'name: webside # expect: kustomization-source\n  path'), kustomization('more', './apps').replace('name: flux-system\n  path', 'name: website\n  path')),
                'apps/settings.yaml': 'mode: fast\n',
            },
        },
        {
            title: 'a source of the same namespace',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
                'apps/settings.yaml': configMap('settings', 'default'),
            },
        },
    ],
    check: ({ inventory, config }) => {
        const sources = inventory.resources.filter(({ group }) => group === SOURCE_GROUP || group === 'fluxcd.controlplane.io');
        // What makes sources by itself, or a tree without any, says that they come from elsewhere.
        if (sources.length === 0 || sources.some(({ group }) => group === 'fluxcd.controlplane.io'))
            return [];
        return inventory.kustomizations.flatMap(item => {
            const { resource, source } = item;
            const placements = inventory.placementsOf(resource);
            const namespace = source.namespace ?? placements[0]?.namespace;
            if (source.name === '' || source.name === 'flux-system' || image_loop_hasVariable(source.name) || image_loop_hasVariable(namespace))
                return [];
            if (placements.some(({ isPatched, by }) => isPatched || (by !== undefined && inventory.folders.get(by)?.isOpen)))
                return [];
            if (config.external.objects.has(`${source.kind}/${namespace ?? ''}/${source.name}`))
                return [];
            const there = sources.some(candidate => candidate.kind === source.kind &&
                inventory
                    .placementsOf(candidate)
                    .some(placement => (placement.name === source.name || image_loop_hasVariable(placement.name)) &&
                    (placement.namespace === undefined ||
                        namespace === undefined ||
                        placement.namespace === namespace ||
                        image_loop_hasVariable(placement.namespace))));
            if (there)
                return [];
            const same = sources.find(({ name }) => name === source.name);
            const names = sources
                .filter(({ kind }) => kind === source.kind)
                .map(({ namespace: where, name }) => `${where ?? ''}/${name ?? ''}`);
            return [
                reportAt(resource, ['spec', 'sourceRef', 'name'], {
                    message: `there is no ${source.kind} ${namespace ?? ''}/${source.name}, so nothing is applied`,
                    found: `${source.kind} ${source.name}`,
                    expected: names.length === 0 ? `a ${source.kind}` : `one of ${names.join(', ')}`,
                    fix: {
                        text: same === undefined
                            ? 'Name a source that exists, or add it'
                            : `sourceRef:\n  kind: ${same.kind}\n  name: ${source.name}${same.namespace === undefined ? '' : `\n  namespace: ${same.namespace}`}`,
                    },
                }),
            ];
        });
    },
};

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/example-loop.ts
/** The image automation that examples share: one repository, its policy and the automation that works below `flux`. */
const exampleLoop = {
    'flux/image-automation.yaml': `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageRepository
metadata:
  name: frontend
  namespace: flux-system
spec:
  image: 192.168.0.40:5000/library/frontend
  insecure: true
  interval: 1m
---
apiVersion: image.toolkit.fluxcd.io/v1
kind: ImagePolicy
metadata:
  name: frontend
  namespace: flux-system
spec:
  imageRepositoryRef:
    name: frontend
  filterTags:
    pattern: '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$'
    extract: $ts
  policy:
    numerical:
      order: asc
---
${exampleAutomation()}`,
};
/** The loop with another automation. */
function exampleLoopWith(parts) {
    const whole = exampleLoop['flux/image-automation.yaml'] ?? '';
    return { 'flux/image-automation.yaml': whole.replace(exampleAutomation(), () => exampleAutomation(parts)) };
}
function exampleAutomation({ path = './flux', git = '', commit = '', spec = '' } = {}) {
    return `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageUpdateAutomation
metadata:
  name: website
  namespace: flux-system
spec:
  interval: 1m
${spec}  sourceRef:
    kind: GitRepository
    name: flux-system
  git:
${git}    commit:
${commit}      author:
        name: fluxcdbot
        email: fluxcdbot@users.noreply.github.com
  update:
    path: ${path}
    strategy: Setters
`;
}
/** A Deployment with one container. @param lines those of the container beside its name, indented by eight */
function exampleDeployment(lines) {
    return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: frontend
  namespace: website
spec:
  selector:
    matchLabels:
      app: frontend
  template:
    metadata:
      labels:
        app: frontend
    spec:
      containers:
      - name: frontend
${lines}
`;
}
const exampleImage = '192.168.0.40:5000/library/frontend:main-abc1234-1700000000';

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/marker-digest.ts


const reflecting = {
    'flux/image-automation.yaml': (exampleLoop['flux/image-automation.yaml'] ?? '').replace('  imageRepositoryRef:\n', '  digestReflectionPolicy: IfNotPresent\n  imageRepositoryRef:\n'),
};
const values = (expectation) => `image:
  repository: 192.168.0.40:5000/library/frontend
${expectation}  digest: sha256:${'0123456789abcdef'.repeat(4)} # {"$imagepolicy": "flux-system:frontend:digest"}
`;
const markerDigest = {
    id: 'marker-digest',
    severity: 'error',
    summary: 'A marker for a digest names a policy that reflects digests.',
    why: 'Without `digestReflectionPolicy` a policy knows no digest, and Flux writes "" in the place of the one that is there.',
    fix: 'Set `digestReflectionPolicy: IfNotPresent` in the ImagePolicy, or `Always` with an `interval` for a tag that moves.',
    examples: [
        {
            title: 'The policy reflects no digest',
            files: { ...exampleLoop, 'flux/values.yaml': values('  # expect-below: marker-digest\n') },
        },
        { title: 'The policy reflects digests', files: { ...reflecting, 'flux/values.yaml': values('') } },
    ],
    *check({ markers }) {
        for (const { file, span, text, verdict } of markers.all) {
            if (verdict?.rule !== 'marker-digest')
                continue;
            yield {
                file: file.path,
                span,
                message: `the ${titleOf(verdict.policy.resource)} reflects no digest, so Flux will write "" here`,
                found: text,
                expected: 'a policy with digestReflectionPolicy IfNotPresent or Always',
                fix: {
                    text: `In the ${titleOf(verdict.policy.resource)}:\nspec:\n  digestReflectionPolicy: IfNotPresent`,
                },
            };
        }
    },
};

;// CONCATENATED MODULE: ./src/yaml/go/byte-string.ts
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

;// CONCATENATED MODULE: ./src/yaml/go/node.ts
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

;// CONCATENATED MODULE: ./src/yaml/go/implicit-tag.ts

const WORDS = new Map([
    ...['true', 'True', 'TRUE', 'false', 'False', 'FALSE'].map(word => [word, '!!bool']),
    ...['', '~', 'null', 'Null', 'NULL'].map(word => [word, tagOf.null]),
    ...['.nan', '.NaN', '.NAN'].map(word => [word, '!!float']),
    ...['', '+', '-'].flatMap(sign => ['.inf', '.Inf', '.INF'].map(word => [sign + word, '!!float'])),
]);
/** The tag that go-yaml v3 gives to a plain scalar of this text. A merge key is none of its concern. */
function implicitTag(text) {
    const word = WORDS.get(text);
    if (word !== undefined)
        return word;
    if (text.startsWith('.'))
        return isGoFloat(text) ? '!!float' : tagOf.string;
    if (!/^[-+0-9]/.test(text))
        return tagOf.string;
    return isTimestamp(text) ? '!!timestamp' : (numberTag(text.replaceAll('_', '')) ?? tagOf.string);
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
    return tag !== tagOf.string && tag !== '!!timestamp';
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

;// CONCATENATED MODULE: ./src/yaml/go/characters.ts
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

;// CONCATENATED MODULE: ./src/yaml/go/scalar-shape.ts

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
        const byte = byteAt(text, offset);
        const end = offset + widthOf(byte);
        const followedBySpace = end >= text.length || isBlank(byteAt(text, end));
        const sign = signOf(byte, offset === 0, precededBySpace, followedBySpace);
        signInFlow ||= sign !== 'none';
        signInBlock ||= sign === 'always';
        const isLineBreak = isBreak(text, offset);
        if (byte === code.tab)
            tabs = true;
        else if (!isPrintable(text, offset))
            special = true;
        breaks ||= isLineBreak;
        spaceAfterBreak ||= byte === code.space && previous === 'break';
        spaceBeforeBreak ||= isLineBreak && previous === 'space';
        previous = byte === code.space ? 'space' : isLineBreak ? 'break' : 'other';
        precededBySpace = isBlankOrEnd(text, offset);
        offset = end;
    }
    const startsOpen = text.startsWith(' ') || isBreak(text, 0);
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
    if (byte === code.colon)
        return followedBySpace ? 'always' : 'flow';
    const character = String.fromCharCode(byte);
    if (first) {
        if (SIGNS_AT_START.includes(character))
            return 'always';
        if (byte === code.question)
            return followedBySpace ? 'always' : 'flow';
        return byte === code.dash && followedBySpace ? 'always' : 'none';
    }
    if (SIGNS_WITHIN.includes(character))
        return 'flow';
    return byte === code.hash && precededBySpace ? 'always' : 'none';
}
/** What go-yaml writes unescaped: not the byte order mark, and nothing beyond the basic plane. */
function isPrintable(text, offset) {
    const byte = byteAt(text, offset);
    const second = byteAt(text, offset + 1);
    if (byte < 0x80)
        return byte === code.lineFeed || (byte >= code.space && byte <= 0x7e);
    if (byte === 0xc2)
        return second >= 0xa0;
    if (byte === 0xed)
        return second < 0xa0;
    if (byte !== 0xef)
        return byte > 0xc2 && byte <= 0xee;
    const third = byteAt(text, offset + 2);
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

;// CONCATENATED MODULE: ./src/yaml/go/writer.ts
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

;// CONCATENATED MODULE: ./src/yaml/go/write-scalar.ts



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
        put(writer, ' ');
    writeWord(writer, text);
}
function writeSingleQuoted(writer, text) {
    writeSign(writer, "'", { apart: true });
    let afterBreak = false;
    for (const piece of piecesOf(text)) {
        if (piece.isBreak) {
            if (!afterBreak && piece.text === '\n')
                putBreak(writer);
            putBreak(writer, piece.text);
        }
        else {
            // Blanks in front of text cannot follow a break here, and trailing ones stay on their line.
            if (afterBreak)
                writeIndent(writer);
            put(writer, piece.text.replaceAll("'", "''"));
            writer.fresh = false;
        }
        afterBreak = piece.isBreak;
    }
    writeSign(writer, "'");
    writeWord(writer, '');
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
    writeSign(writer, '"', { apart: true });
    // go-yaml looks for the mark at the start of the whole text, whichever character it is at.
    const escapeAll = text.startsWith('\xef\xbb\xbf');
    for (let offset = 0; offset < text.length;) {
        UNESCAPED.lastIndex = offset;
        const run = escapeAll ? null : UNESCAPED.exec(text);
        const character = run?.[0] ?? text.slice(offset, offset + widthOf(byteAt(text, offset)));
        const mustEscape = run === null && (escapeAll || !isPrintable(text, offset) || isBreak(text, offset) || /["\\]/.test(character));
        put(writer, mustEscape ? escaped(character) : character);
        offset += character.length;
    }
    writeSign(writer, '"');
    writeWord(writer, '');
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
            putBreak(writer, piece.text);
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
                putBreak(writer);
            putBreak(writer, piece.text);
        }
        else {
            if (afterBreak)
                indented = isBlank(byteAt(piece.text, 0));
            writeBlockText(writer, piece.text, afterBreak);
        }
        afterBreak = piece.isBreak;
    }
}
/** A break must be doubled so that it is not folded away; go-yaml decides by what follows the breaks at the very start. */
function doublesBreaks(text, pieces) {
    const first = pieces.find(piece => !piece.isBreak);
    return first === undefined || !isBlankOrEnd(text, text.indexOf(first.text));
}
function writeBlockText(writer, text, startsLine) {
    if (startsLine)
        writeIndent(writer);
    put(writer, text);
    writer.fresh = false;
}
function writeBlockHeader(writer, sign, text) {
    writeSign(writer, sign, { apart: true });
    if (byteAt(text, 0) === code.space || isBreak(text, 0))
        writeSign(writer, String(INDENT));
    const chomping = chompingOf(text);
    if (chomping !== '')
        writeSign(writer, chomping);
    if (writer.line === '')
        putBreak(writer);
    else
        writeLine(writer);
    writer.separated = true;
}
function chompingOf(text) {
    const pieces = piecesOf(text.slice(-8));
    if (pieces.at(-1)?.isBreak !== true)
        return '-';
    return pieces.length === 1 || pieces.at(-2)?.isBreak === true ? '+' : '';
}

;// CONCATENATED MODULE: ./src/flux/setters/file-text.ts

function fileTextOf(content) {
    const original = toByteString(content);
    const text = original.replaceAll('\r\n', '\n');
    const lineFeeds = offsetsOf(text, '\n');
    const joined = text.length === original.length ? [] : offsetsOf(original, '\r\n').map((offset, index) => offset - index);
    return { original, text, lineFeeds, joined };
}
/** Where an offset of `text` lies in the file itself. */
function originalOffset(file, offset) {
    return offset + countBelow(file.joined, offset);
}
/** Line and column of an offset of `text`, both from 1, the column in characters. */
function positionOf(file, offset) {
    const line = countBelow(file.lineFeeds, offset);
    const start = line === 0 ? 0 : (file.lineFeeds[line - 1] ?? 0) + 1;
    return { line: line + 1, column: [...toText(file.text.slice(start, offset))].length + 1 };
}
function offsetsOf(text, wanted) {
    const offsets = [];
    for (let offset = text.indexOf(wanted); offset >= 0; offset = text.indexOf(wanted, offset + wanted.length))
        offsets.push(offset);
    return offsets;
}
/** How many of the sorted numbers are below the limit. */
function countBelow(numbers, limit) {
    let low = 0;
    let high = numbers.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((numbers[middle] ?? 0) < limit)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

;// CONCATENATED MODULE: ./src/flux/setters/edit-scalars.ts






/** The file with the new value in place of each old one, in the old one's form as far as the new value allows. */
function editScalars(file, changes) {
    const edits = changes.map(change => editOf(file, change)).sort((left, right) => left.start - right.start);
    const parts = [];
    let kept = 0;
    for (const { start, end, text } of edits) {
        parts.push(file.original.slice(kept, start), text);
        kept = end;
    }
    return parts.join('') + file.original.slice(kept);
}
function editOf(file, { setting, resource }) {
    const { node, form, value, inFlow } = setting;
    const start = originalOffset(file, resource.base + node.start);
    const end = originalOffset(file, resource.base + node.end);
    const isBlock = form === 'literal' || form === 'folded';
    const text = isBlock ? editedBlock(file.original.slice(start, end), value) : inlineScalar(value, form, inFlow);
    return { start, end, text };
}
/** The value on one line, quoted where a reader of YAML 1.1 or 1.2 would not take it for a string. */
function inlineScalar(value, form, inFlow) {
    const node = nodeOf({ kind: 'scalar', tag: tagOf.string, value, form });
    const quote = isYaml11NonString(value) || implicitTag(value) !== tagOf.string;
    const writer = newWriter();
    writeScalar(writer, value, formFor(node, quote, shapeOf(value), { inFlow, simpleKey: false }));
    return writer.parts.join('');
}
/**
 * A block scalar that holds just the value, without a line break at its end as Flux has it: `|-` or `>-`, the comment behind it,
 * and one line in the indentation of the first. Without a line to take the indentation from the value goes on the first line.
 */
function editedBlock(block, value) {
    const [header = '', sign = '', behind = ''] = /^([|>])[-+0-9]*([^\n]*)/.exec(block) ?? [];
    const body = block.slice(header.length);
    const indentation = /\n( +)[^\s]/.exec(body)?.[1];
    if (indentation === undefined || value === '')
        return inlineScalar(value, 'plain', false) + behind + body.slice(0, body.indexOf('\n') + 1);
    const lineBreak = behind.endsWith('\r') ? '\r\n' : '\n';
    const trailing = /(?:\r?\n)*$/.exec(body)?.[0] ?? '';
    return `${sign}-${behind}\n${indentation}${value}${trailing === '' ? '' : lineBreak + trailing.replace(/^\r?\n/, '')}`;
}

;// CONCATENATED MODULE: ./src/flux/setters/marker.ts
/** The key of a marker's JSON object. */
const markerKey = '$imagepolicy';
/** What a file must contain for Flux to look at it. */
const markerToken = `"${markerKey}"`;
/** The setter that a comment names, or `undefined`: then Flux leaves the value alone and says nothing. */
function setterNamedBy(comment, setters) {
    const json = comment.replace(/^#+/, '');
    const marker = flatObject(json)?.get(markerKey);
    const marked = marker === undefined || marker === '' ? undefined : resolve(definitionOf(marker), setters);
    return marked ?? schemaSetter(json, setters);
}
/** The value of the marker's key in a comment that has the form of a marker, whoever it names. */
function markerValueOf(comment) {
    const value = flatObject(comment.replace(/^#+/, ''))?.get(markerKey);
    return value === '' ? undefined : value;
}
const STRING = '"(?:[^"\\\\\\x00-\\x1f]|\\\\(?:["\\\\/bfnrt]|u[0-9a-fA-F]{4}))*"';
const SPACE = '[ \\t\\n\\r]*';
const OPENING = new RegExp(`${SPACE}\\{${SPACE}`, 'y');
const MEMBER = new RegExp(`(${STRING})${SPACE}:${SPACE}(${STRING}|null)${SPACE}`, 'y');
const SEPARATOR = new RegExp(`,${SPACE}`, 'y');
const CLOSING = new RegExp(`\\}${SPACE}$`, 'y');
/** A JSON object whose values are all strings; `null` counts as ''. Of a key given twice the last value holds. */
function flatObject(json) {
    const members = new Map();
    let passed = matchAt(OPENING, json, 0);
    if (passed !== null && matchAt(CLOSING, json, passed.end) !== null)
        return members;
    while (passed !== null) {
        const member = matchAt(MEMBER, json, passed.end);
        if (member === null)
            return undefined;
        members.set(stringOf(member.groups[1]), stringOf(member.groups[2]));
        if (matchAt(CLOSING, json, member.end) !== null)
            return members;
        passed = matchAt(SEPARATOR, json, member.end);
    }
    return undefined;
}
function matchAt(pattern, text, offset) {
    pattern.lastIndex = offset;
    const groups = pattern.exec(text);
    return groups === null ? null : { groups, end: offset + groups[0].length };
}
function stringOf(literal) {
    const value = JSON.parse(literal ?? 'null');
    return typeof value === 'string' ? value : '';
}
const DEFINITIONS = '/definitions/';
const SETTER_PREFIX = 'io.k8s.cli.setters.';
function definitionOf(marker) {
    return `#${DEFINITIONS}${SETTER_PREFIX}${marker}`;
}
/** Follows a reference as kyaml does: percent signs and the `~0`, `~1` of a JSON pointer are decoded, what is before `#` is ignored. */
function resolve(reference, setters) {
    const fragment = /^[\w./-]*#(.*)$/s.exec(reference)?.[1];
    if (fragment === undefined || /%(?![0-9a-fA-F]{2})/.test(fragment))
        return undefined;
    const pointer = fragment.replace(/%(..)/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
    if (!pointer.startsWith(DEFINITIONS + SETTER_PREFIX) || pointer.includes('/', DEFINITIONS.length))
        return undefined;
    const name = pointer
        .slice(DEFINITIONS.length + SETTER_PREFIX.length)
        .replaceAll('~1', '/')
        .replaceAll('~0', '~');
    const value = setters.get(name);
    return value === undefined ? undefined : { name, value, isString: true };
}
/**
 * kyaml's older form: the comment is a schema, with a reference to a setter or with the setter itself in it. It works in a
 * file that holds the bytes of a marker elsewhere.
 */
function schemaSetter(json, setters) {
    if (!/"\$ref"|"x-k8s-cli"/i.test(json))
        return undefined;
    const schema = objectIn(parsed(firstObject(json)));
    const reference = schema?.$ref;
    const referred = typeof reference === 'string' ? resolve(reference, setters) : undefined;
    if (referred !== undefined)
        return referred;
    const setter = objectIn(objectIn(schema?.['x-k8s-cli'])?.setter);
    if (setter === undefined)
        return undefined;
    const { name = '', value = '' } = setter;
    if (typeof name !== 'string' || typeof value !== 'string')
        return undefined;
    return { name, value, isString: schema?.type === 'string' };
}
/** The object that a text starts with. What stands behind it does not matter here, unlike behind a marker. */
function firstObject(text) {
    let depth = 0;
    for (const { 0: sign, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) {
        depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
        if (depth === 0)
            return text.slice(0, index + sign.length);
    }
    return text;
}
/** A comment that is no JSON is no schema, and that is all there is to say about it. */
function parsed(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        return undefined;
    }
}
function objectIn(value) {
    return marker_isObject(value) ? value : undefined;
}
function marker_isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./src/yaml/go/write-tag.ts



/** A node's tag in long form as far as it must be written, and whether quotes must say what it would have said. */
function writtenTag(node) {
    const { tag } = node;
    if (tag === '' || node.tagged)
        return { tag: longTag(tag), quote: false };
    if (node.kind === 'mapping' || node.kind === 'sequence') {
        const own = node.kind === 'mapping' ? tagOf.mapping : tagOf.sequence;
        return { tag: tag === own ? '' : longTag(tag), quote: false };
    }
    if (tag === tagOf.string && node.form !== 'plain')
        return { tag: '', quote: false };
    if (implicitTag(node.value) === tag)
        return { tag: '', quote: false };
    return tag === tagOf.string ? { tag: '', quote: true } : { tag: longTag(tag), quote: false };
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
        put(writer, ' ');
    const escaped = suffix.replace(/[^A-Za-z0-9_;/?:@&=+$,.~*'()[\]-]/g, toEscape);
    writeWord(writer, handle === '' ? `!<${escaped}>` : handle + escaped);
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
        writeSign(writer, '*', { apart: true });
        writeWord(writer, node.value);
        return;
    }
    if (node.anchor !== '') {
        writeSign(writer, '&', { apart: true });
        writeWord(writer, node.anchor);
    }
    const { tag, quote } = writtenTag(node);
    writeTag(writer, tag);
    const parent = open.at(-1);
    if (node.kind === 'scalar') {
        const shape = shapeOf(node.value);
        const form = formFor(node, quote, shape, { inFlow: writer.flowDepth > 0, simpleKey: role.simpleKey });
        const { indent } = writer;
        writer.indent = deeper(indent, true, parent?.kind === 'sequence');
        writeScalar(writer, node.value, form);
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
        return flow ? INDENT : 0;
    return inSequence ? indent + 2 : INDENT * (Math.floor(indent / INDENT) + 1);
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
        writeSign(writer, '?', { apart: true, indents: questionIndents });
    startNode(writer, open, key, { inMapping: true, isKey: true, simpleKey: frame.simpleKey });
}
const LONGEST_SIMPLE_KEY = 128;
/** Whether a key fits in front of its `:` on one line. */
function isSimpleKey(key) {
    if (key.kind === 'alias')
        return key.value.length <= LONGEST_SIMPLE_KEY;
    if (key.kind === 'scalar' ? shapeOf(key.value).multiline : !isEmpty(key))
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
    writeHead(writer);
    writeIndent(writer);
    writeSign(writer, '-', { apart: true, indents: true });
    startNode(writer, open, item, IN_SEQUENCE);
    writeLine(writer);
    writeFoot(writer);
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
    writeHead(writer);
    if (key === undefined) {
        write_block_close(writer, open, frame);
        return;
    }
    writeIndent(writer);
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
        writeSign(writer, ':');
    else {
        writeIndent(writer);
        writeSign(writer, ':', { apart: true, indents: true });
    }
    placeKeyLine(writer, value);
    startNode(writer, open, value, IN_MAPPING);
    writeLine(writer);
    writeFoot(writer);
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
    writeLine(writer);
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
            writeIndent(writer);
        writeClosing(writer, open, ']');
        return;
    }
    separateItem(writer, frame);
    writeHead(writer);
    if (writer.column === 0)
        writeIndent(writer);
    frame.next += 1;
    frame.separated = hasTrailingComment(writer);
    startNode(writer, open, item, IN_SEQUENCE);
    finishFlowItem(writer);
}
function openBracket(writer, frame, sign) {
    writeSign(writer, sign, { apart: true, separates: true });
    writer.indent = deeper(writer.indent, true, frame.inSequence);
    writer.flowDepth += 1;
    frame.opened = true;
}
function closeBracket(writer, frame) {
    writer.flowDepth -= 1;
    writer.indent = frame.outerIndent;
}
function writeClosing(writer, open, sign) {
    writeSign(writer, sign);
    writeLine(writer);
    writeFoot(writer);
    open.pop();
}
function separateItem(writer, frame) {
    if (!frame.separated)
        writeSign(writer, ',');
    frame.separated = false;
}
function finishFlowItem(writer) {
    if (hasTrailingComment(writer))
        writeSign(writer, ',');
    writeLine(writer);
    writeFoot(writer);
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
            writeSign(writer, ',');
        writeHead(writer);
        closeBracket(writer, frame);
        writeClosing(writer, open, '}');
        return;
    }
    separateItem(writer, frame);
    writeHead(writer);
    if (writer.column === 0)
        writeIndent(writer);
    writeKey(writer, open, frame, key, false);
}
function writeFlowValue(writer, open, frame) {
    const value = takeValue(frame);
    if (value === undefined)
        return;
    rememberStart(writer, value);
    writeSign(writer, ':', { apart: !frame.simpleKey });
    frame.separated = hasTrailingComment(writer);
    startNode(writer, open, value, IN_MAPPING);
    finishFlowItem(writer);
}

;// CONCATENATED MODULE: ./src/yaml/go/write-documents.ts




/** The documents as go-yaml's encoder writes them when kyaml asks it to: two spaces, no folding, `---` between documents. */
function writeDocuments(documents) {
    const writer = newWriter();
    for (const [index, { node, sequences }] of documents.entries()) {
        if (index > 0) {
            writeIndent(writer);
            writeSign(writer, '---', { apart: true });
            writeIndent(writer);
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
        writeHead(writer);
        putBreak(writer);
    }
    const open = [];
    rememberStart(writer, root);
    writeHead(writer);
    startNode(writer, open, root, IN_SEQUENCE);
    writeLine(writer);
    writeFoot(writer);
    for (let frame = open.at(-1); frame !== undefined; frame = open.at(-1))
        continueIn(writer, open, frame, sequences);
    if (node.kind === 'document')
        remember(writer, { foot: node.foot?.text });
    // The foot of a document stands apart from it.
    writer.footIndent = 0;
    writeFoot(writer);
    writer.footIndent = -1;
    writeIndent(writer);
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

;// CONCATENATED MODULE: ./src/flux/setters/resource.ts


/** Ends the whole automation: kyaml's pipeline returns it as its error. */
class PipelineError extends Error {
    name = 'PipelineError';
}
/** The root of a document, or the node itself. */
function rootOf(resource) {
    return (resource.kind === 'document' ? resource.content[0] : undefined) ?? resource;
}
/** Mirrors kyaml's `GetMeta`: of a key that stands twice the first counts, aliases are not followed, empty values are absent. */
function metaOf(resource) {
    const root = rootOf(resource);
    const metadata = presentField(root, 'metadata');
    const kind = presentField(root, 'kind');
    const [name, namespace, labels, annotations] = ['name', 'namespace', 'labels', 'annotations'].map(field => presentField(metadata, field));
    const known = [presentField(root, 'apiVersion'), kind, name, namespace, labels, annotations];
    return {
        kind: kind?.value ?? '',
        name: name?.value ?? '',
        namespace: namespace?.value ?? '',
        missing: !isNull(root) && known.every(node => node === undefined),
    };
}
/** A resource's annotations by name; a null is ''. */
function annotationsOf(resource) {
    const annotations = presentField(presentField(rootOf(resource), 'metadata'), 'annotations');
    return annotations?.kind === 'mapping' ? textFields(annotations) : new Map();
}
function presentField(mapping, name) {
    const field = mapping && fieldOf(mapping, name);
    return field === undefined || isEmptyValue(field) ? undefined : field;
}
/** The value of a mapping's first key of that name. */
function fieldOf(mapping, name) {
    if (mapping.kind !== 'mapping')
        return undefined;
    for (let index = 0; index + 1 < mapping.content.length; index += 2) {
        if (mapping.content[index]?.value === name)
            return mapping.content[index + 1];
    }
    return undefined;
}
/** The first value of every key, as text; a null is ''. */
function textFields(mapping) {
    const fields = new Map();
    for (let index = 0; index + 1 < mapping.content.length; index += 2) {
        const key = mapping.content[index];
        const value = mapping.content[index + 1];
        if (key === undefined || value === undefined || fields.has(textOf(key)))
            continue;
        fields.set(textOf(key), textOf(value));
    }
    return fields;
}
function textOf(node) {
    return isNull(node) ? '' : node.value;
}
function isNull(node) {
    return node.tag === tagOf.null;
}
function isEmptyValue(node) {
    return isNull(node) || ((node.kind === 'mapping' || node.kind === 'sequence') && node.content.length === 0);
}
/**
 * Mirrors kyaml's `SetAnnotation`: drops empty annotations and metadata, then sets the annotation, in single quotes, and makes
 * what it needs on the way. Does nothing to a null. Throws a PipelineError where a part has the wrong kind.
 */
function setAnnotation(resource, name, value) {
    dropEmptyAnnotations(resource);
    const root = rootOf(resource);
    if (isNull(root))
        return;
    const metadata = fieldForSetting(root, 'metadata');
    const annotations = metadata && fieldForSetting(metadata, 'annotations');
    if (annotations === undefined)
        return;
    if (!isNull(annotations))
        expectMapping(annotations);
    // In a null kyaml finds nothing, yet it adds to it.
    const place = isNull(annotations)
        ? -1
        : annotations.content.findIndex((node, index) => index % 2 === 0 && node.value === name);
    const written = nodeOf({ kind: 'scalar', tag: tagOf.string, value, form: 'single' });
    const former = place < 0 ? undefined : annotations.content[place + 1];
    if (former === undefined)
        annotations.content.push(nodeOf({ kind: 'scalar', value: name }), written);
    else
        annotations.content[place + 1] = { ...written, form: former.form, tagged: former.tagged };
}
function fieldForSetting(mapping, name) {
    if (isNull(mapping))
        return undefined;
    expectMapping(mapping);
    const field = fieldOf(mapping, name);
    if (field !== undefined)
        return field;
    const made = nodeOf({ kind: 'mapping' });
    mapping.content.push(nodeOf({ kind: 'scalar', value: name }), made);
    return made;
}
/** An annotation's text as it stands, also where it means null. */
function rawAnnotation(resource, name) {
    const metadata = lookUp(rootOf(resource), 'metadata');
    const annotations = metadata && lookUp(metadata, 'annotations');
    return (annotations && lookUp(annotations, name))?.value ?? '';
}
/** Mirrors kyaml's `ClearAnnotation`; annotations that get empty stay. */
function clearAnnotation(resource, name) {
    const root = rootOf(resource);
    const metadata = lookUp(root, 'metadata');
    const annotations = metadata && lookUp(metadata, 'annotations');
    if (annotations !== undefined)
        clearField(annotations, name, false);
}
/** Mirrors kyaml's `ClearEmptyAnnotations`: drops annotations and then metadata without content of their own, scalars too. */
function dropEmptyAnnotations(resource) {
    const root = rootOf(resource);
    const metadata = lookUp(root, 'metadata');
    if (metadata !== undefined)
        clearField(metadata, 'annotations', true);
    clearField(root, 'metadata', true);
}
function lookUp(mapping, name) {
    if (isNull(mapping))
        return undefined;
    expectMapping(mapping);
    return fieldOf(mapping, name);
}
function clearField(mapping, name, onlyEmpty) {
    if (!isNull(mapping))
        expectMapping(mapping);
    const { content } = mapping;
    for (let index = 0; index + 1 < content.length; index += 2) {
        if (content[index]?.value !== name)
            continue;
        if (onlyEmpty && content[index + 1]?.content.length !== 0)
            continue;
        content.splice(index, 2);
        return;
    }
}
const KIND_NAMES = {
    document: 'DocumentNode',
    mapping: 'MappingNode',
    sequence: 'SequenceNode',
    scalar: 'ScalarNode',
    alias: 'AliasNode',
};
function expectMapping(node) {
    if (node.kind === 'mapping')
        return;
    const content = writeDocuments([{ node, sequences: 'compact' }]);
    throw new PipelineError(`wrong node kind: expected MappingNode but got ${KIND_NAMES[node.kind]}: node contents:\n${content}`);
}
const annotation = {
    path: 'internal.config.kubernetes.io/path',
    index: 'internal.config.kubernetes.io/index',
    id: 'internal.config.kubernetes.io/id',
    sequenceStyle: 'internal.config.kubernetes.io/seqindent',
    resource: 'internal.config.kubernetes.io/annotations-migration-resource-id',
    legacyPath: 'config.kubernetes.io/path',
    legacyIndex: 'config.kubernetes.io/index',
    legacyId: 'config.k8s.io/id',
};
/** The older and the newer name of the same annotation. */
const annotationPairs = [
    { what: 'path', internal: annotation.path, legacy: annotation.legacyPath },
    { what: 'index', internal: annotation.index, legacy: annotation.legacyIndex },
    { what: 'id', internal: annotation.id, legacy: annotation.legacyId },
];
/** Mirrors kyaml's `CopyLegacyAnnotations`: of each pair the one that is set is copied to the one that is not. */
function copyLegacyAnnotations(resource) {
    const annotations = annotationsOf(resource);
    for (const { internal, legacy } of annotationPairs) {
        const internalValue = annotations.get(internal) ?? '';
        const legacyValue = annotations.get(legacy) ?? '';
        if (internalValue !== '' && legacyValue === '')
            setAnnotation(resource, legacy, internalValue);
        else if (internalValue === '' && legacyValue !== '')
            setAnnotation(resource, internal, legacyValue);
    }
}

;// CONCATENATED MODULE: ./src/flux/setters/apply-markers.ts





/**
 * Sets the value of every scalar of a resource that a marker names a setter for, in the order of the document. Each is handed
 * out before the next is set, as a marker may well change the name of the object itself.
 */
function* applyMarkers(resource, setters) {
    for (const { node, comment, inFlow } of markedScalars(resource)) {
        const setter = setterNamedBy(toText(comment.text), setters);
        if (setter === undefined)
            continue;
        const value = toByteString(setter.value);
        const setting = { node, marker: comment, setter: setter.name, old: node.value, value, inFlow, form: node.form };
        setValue(node, value, setter);
        yield setting;
    }
}
/**
 * The scalars that Flux looks at. Keys and aliases are passed by. Of a key that stands twice the first value counts, once for
 * each.
 */
function* markedScalars(resource) {
    const waiting = [{ node: rootOf(resource), inFlow: false }];
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
        const { node } = place;
        const inFlow = place.inFlow || node.flow;
        const comment = node.line ?? node.head;
        if (node.kind === 'scalar' && comment !== undefined)
            yield { node, comment, inFlow };
        for (const part of partsOf(node).reverse())
            waiting.push({ node: part, inFlow });
    }
}
function partsOf(node) {
    if (node.kind === 'mapping')
        return valuesOf(node);
    return node.kind === 'sequence' ? [...node.content] : [];
}
function valuesOf(mapping) {
    const first = new Map();
    const values = [];
    for (let index = 0; index + 1 < mapping.content.length; index += 2) {
        const name = mapping.content[index]?.value ?? '';
        const value = first.get(name) ?? mapping.content[index + 1];
        if (value === undefined)
            continue;
        first.set(name, value);
        values.push(value);
    }
    return values;
}
/** Mirrors kyaml's `FormatNonStringStyle`: quotes what a YAML 1.1 reader would not take for a string, except on a null. */
function setValue(node, value, setter) {
    node.value = value;
    if (!setter.isString || !isYaml11NonString(value))
        return;
    if (node.form !== 'double' && node.form !== 'single') {
        node.form = 'double';
        node.tagged = false;
    }
    if (isNull(node)) {
        node.form = 'plain';
        node.tagged = false;
    }
    else
        node.tag = tagOf.string;
}

;// CONCATENATED MODULE: ./src/flux/setters/policies.ts
/** Parts of a reference that a marker may ask for behind a colon. */
const setterSuffixes = ['tag', 'name', 'digest'];
/** `name:tag[@digest]` in its parts; the tag is '' when the reference has none. */
function parseLatestRef(reference) {
    const [named = '', digest] = splitOnce(reference, '@');
    const colon = named.lastIndexOf(':');
    const hasTag = colon > named.lastIndexOf('/');
    const name = hasTag ? named.slice(0, colon) : named;
    const tag = hasTag ? named.slice(colon + 1) : '';
    return digest === undefined ? { name, tag } : { name, tag, digest };
}
/** `name:tag[@digest]`. */
function printLatestRef({ name, tag, digest }) {
    return digest === undefined || digest === '' ? `${name}:${tag}` : `${name}:${tag}@${digest}`;
}
/** The setters that the policies with an elected image stand for: the reference itself, and its parts. */
function settersOf(policies) {
    const setters = new Map();
    for (const [policy, latest] of policies) {
        if (latest === null)
            continue;
        setters.set(policy, printLatestRef(latest));
        setters.set(`${policy}:tag`, latest.tag);
        setters.set(`${policy}:name`, latest.name);
        setters.set(`${policy}:digest`, latest.digest ?? '');
    }
    return setters;
}
/** Why Flux refuses to run at all: the first reference that is none. It validates weakly: no registry and no tag are needed. */
function invalidReference(policies) {
    for (const latest of policies.values()) {
        if (latest === null)
            continue;
        const reference = printLatestRef(latest);
        if (!isReference(reference))
            return `encountered invalid image ref ${JSON.stringify(reference)}: could not parse reference: ${reference}`;
    }
    return undefined;
}
function isReference(reference) {
    if (isTagged(reference))
        return true;
    const parts = reference.split('@');
    const [base = '', digest = ''] = parts;
    if (parts.length !== 2 || !/^sha256:[0-9a-f]{64}$/.test(digest))
        return false;
    return isTagged(base) || isRepository(base);
}
function isTagged(reference) {
    const colon = reference.lastIndexOf(':');
    if (colon < 0 || reference.includes('/', colon))
        return isRepository(reference);
    return /^[\w.-]{1,128}$/.test(reference.slice(colon + 1)) && isRepository(reference.slice(0, colon));
}
function isRepository(name) {
    const [first = '', rest] = splitOnce(name, '/');
    const hasRegistry = rest !== undefined && /[.:]/.test(first);
    const repository = hasRegistry ? rest : name;
    return /^[a-z0-9_\-./]{2,255}$/.test(repository) && (!hasRegistry || isAuthority(first));
}
/** A host, with or without a port, that Go's URL parser gives back unchanged. */
function isAuthority(host) {
    return /^(?:\[[0-9a-fA-F:.]*\]|[^\s:[\]/?#@%\\^`{|}\x00-\x20\x7f]*)(?::\d*)?$/.test(host);
}
function splitOnce(text, separator) {
    const index = text.indexOf(separator);
    return index < 0 ? [text, undefined] : [text.slice(0, index), text.slice(index + 1)];
}

;// CONCATENATED MODULE: ./src/yaml/go/comment.ts
/** Two comments as one, the second on the lines below the first. */
function joined(first, second) {
    if (first === undefined)
        return second;
    return { text: `${first.text}\n${second.text}`, offsets: [...first.offsets, ...second.offsets] };
}
/** What was joined to a comment since. */
function restAfter(whole, before) {
    if (whole === undefined || whole.offsets.length === before.offsets.length)
        return undefined;
    return { text: whole.text.slice(before.text.length + 1), offsets: whole.offsets.slice(before.offsets.length) };
}
/** The part in front of the last empty line belongs to the document, the part behind it to what follows. */
function headOfDocument(head) {
    if (head === undefined)
        return [undefined, undefined];
    if (head.text.endsWith('\n'))
        return [{ text: head.text.slice(0, -1), offsets: head.offsets }, undefined];
    const gap = head.text.lastIndexOf('\n\n');
    if (gap < 0)
        return [undefined, head];
    const text = head.text.slice(0, gap);
    const lines = text.split('\n').filter(line => line !== '').length;
    return [
        { text, offsets: head.offsets.slice(0, lines) },
        { text: head.text.slice(gap + 2), offsets: head.offsets.slice(lines) },
    ];
}

;// CONCATENATED MODULE: ./src/yaml/go/decode-text.ts

/** go-yaml reads its input in pieces of this many bytes, and complains about a piece as soon as it touches it. */
const PIECE = 512;
const UTF8_MARK = '\xef\xbb\xbf';
/** A stretch (bounded, as a regular expression runs out of stack on megabytes) of well-formed UTF-8 made of the characters that YAML allows: tab, line breaks, no other control characters, no surrogates. */
const ALLOWED = /(?:[\t\n\r\x20-\x7e]{1,4096}|\xc2[\x85\xa0-\xbf]|[\xc3-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xef(?:[\x80-\xbe][\x80-\xbf]|\xbf[\x80-\xbd])|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})/y;
/**
 * Mirrors go-yaml's reader: a byte order mark is dropped, and what is not UTF-8 is refused. UTF-16 is refused too; go-yaml
 * reads it, but no file that holds a marker's bytes can make sense in it.
 */
function decodeText(input) {
    const shift = input.startsWith(UTF8_MARK) ? UTF8_MARK.length : 0;
    const whole = input.slice(shift);
    const end = readableLength(whole);
    if (end === whole.length)
        return { text: whole, shift };
    const isCutOff = end + widthOf(byteAt(whole, end)) > whole.length;
    const readableTo = isCutOff ? end : Math.max(0, Math.floor((end + shift) / PIECE) * PIECE - shift);
    return { text: whole.slice(0, end), shift, readableTo };
}
function readableLength(text) {
    let end = 0;
    while (end < text.length) {
        ALLOWED.lastIndex = end;
        const match = ALLOWED.exec(text);
        if (match === null)
            return end;
        end += match[0].length;
    }
    return end;
}

;// CONCATENATED MODULE: ./src/yaml/go/cursor.ts

function cursorOver(text) {
    return { text, offset: 0, line: 0, column: 0, freshLines: 0 };
}
function markOf(cursor) {
    return { offset: cursor.offset, line: cursor.line, column: cursor.column };
}
function peekByte(cursor, ahead = 0) {
    return byteAt(cursor.text, cursor.offset + ahead);
}
function atBreak(cursor) {
    return isBreak(cursor.text, cursor.offset);
}
function atEnd(cursor) {
    return cursor.offset >= cursor.text.length;
}
/** Passes one character that is no line break. */
function passCharacter(cursor) {
    const byte = peekByte(cursor);
    if (!isBlank(byte))
        cursor.freshLines = 0;
    cursor.offset += widthOf(byte);
    cursor.column += 1;
}
/**
 * Passes what a sticky pattern matches here: printable ASCII without blanks. The pattern is bounded, as a regular
 * expression runs out of stack on megabytes; whoever calls this goes on in a loop.
 */
function passRun(cursor, pattern) {
    pattern.lastIndex = cursor.offset;
    if (!pattern.test(cursor.text))
        return;
    cursor.column += pattern.lastIndex - cursor.offset;
    cursor.offset = pattern.lastIndex;
    cursor.freshLines = 0;
}
/** Passes one line break and returns what it means in a value: LS and PS stay, every other break is a line feed. */
function passBreak(cursor) {
    const start = cursor.offset;
    const byte = peekByte(cursor);
    cursor.offset += byte === 0x0d && peekByte(cursor, 1) === 0x0a ? 2 : widthOf(byte);
    cursor.line += 1;
    cursor.column = 0;
    cursor.freshLines += 1;
    return byte === 0xe2 ? cursor.text.slice(start, cursor.offset) : '\n';
}
/** Passes a line break and all line feeds right behind it. */
function passBreaks(cursor) {
    const first = passBreak(cursor);
    const start = cursor.offset;
    while (peekByte(cursor) === code.lineFeed)
        cursor.offset += 1;
    const passed = cursor.offset - start;
    if (passed === 0)
        return first;
    cursor.line += passed;
    cursor.freshLines += passed;
    return first + cursor.text.slice(start, cursor.offset);
}
/** Passes the rest of the line up to its break and returns it. */
function passLine(cursor) {
    const start = cursor.offset;
    while (!atEnd(cursor) && !atBreak(cursor)) {
        passCharacter(cursor);
        passRun(cursor, VISIBLE);
    }
    return cursor.text.slice(start, cursor.offset);
}
const VISIBLE = /[!-~]{1,4096}/y;
function passBlanks(cursor) {
    while (isBlank(peekByte(cursor)))
        passCharacter(cursor);
}
/** `---` or `...`, followed by white space or the end. */
function isDocumentIndicator(cursor) {
    const byte = peekByte(cursor);
    if (byte !== code.dash && byte !== code.dot)
        return false;
    return peekByte(cursor, 1) === byte && peekByte(cursor, 2) === byte && isBlankOrEnd(cursor.text, cursor.offset + 3);
}

;// CONCATENATED MODULE: ./src/yaml/go/yaml-problem.ts
/** Why go-yaml would refuse a text. Never leaves the library: callers turn it into a value. */
class YamlProblem extends Error {
    name = 'YamlProblem';
    /** Byte offset into the text that was read. */
    offset;
    constructor(message, offset) {
        super(message);
        this.offset = offset;
    }
}

;// CONCATENATED MODULE: ./src/yaml/go/key-candidates.ts


/** go-yaml looks no farther for the `:` behind a key, in characters. */
const LONGEST_KEY = 1024;
/** Notes that the token which starts here may be a key. */
function noteCandidate(scanner) {
    if (!scanner.keyAllowed)
        return;
    const { cursor } = scanner;
    const required = scanner.flowDepth === 0 && scanner.indent === cursor.column;
    const token = upcomingToken(scanner);
    dropCandidate(scanner);
    const level = scanner.candidates.length - 1;
    scanner.candidates[level] = { token, required, mark: markOf(cursor) };
    scanner.lastNoted[level] = token;
    scanner.levelOfCandidate.set(token, level);
}
/** The number that the next token added at the end gets. */
function upcomingToken(scanner) {
    return scanner.taken + scanner.tokens.length - scanner.next;
}
/** What stood here was no key after all. */
function dropCandidate(scanner) {
    const level = scanner.candidates.length - 1;
    const candidate = scanner.candidates[level];
    if (candidate === undefined)
        return;
    if (candidate.required)
        throw new YamlProblem('a mapping key without its ":"', candidate.mark.offset);
    forgetCandidate(scanner, level, candidate);
}
function forgetCandidate(scanner, level, candidate) {
    scanner.candidates[level] = undefined;
    scanner.levelOfCandidate.delete(candidate.token);
}
/** The candidate of a level, unless the text has gone too far past it; a required one must not get lost that way. */
function usableCandidate(scanner, level) {
    const candidate = scanner.candidates[level];
    if (candidate === undefined)
        return undefined;
    const { cursor } = scanner;
    if (candidate.mark.line === cursor.line && !isFarther(cursor, candidate.mark, LONGEST_KEY))
        return candidate;
    if (candidate.required)
        throw new YamlProblem('a mapping key without its ":"', candidate.mark.offset);
    scanner.candidates[level] = undefined;
    return undefined;
}
/** Both are on one line, so that columns tell the distance in characters. */
function isFarther(cursor, mark, characters) {
    return cursor.column - mark.column > characters;
}

;// CONCATENATED MODULE: ./src/yaml/go/scan-comments.ts


/** go-yaml gives up looking for the next comment after this many blanks and empty lines. */
const FARTHEST = 512;
/** A comment on the line of what was just scanned: the line comment of the token that starts at `owner`. */
function scanLineComment(scanner, owner) {
    const { cursor } = scanner;
    if (cursor.freshLines > 0)
        return;
    let ahead = 0;
    while (ahead < FARTHEST && isBlank(peekByte(cursor, ahead)))
        ahead += 1;
    if (ahead === FARTHEST || peekByte(cursor, ahead) !== code.hash)
        return;
    for (let count = 0; count < ahead; count += 1)
        passCharacter(cursor);
    const start = markOf(cursor);
    const comment = { offsets: [start.offset], text: passLine(cursor) };
    scanner.remarks.push({ role: 'line', comment, owner, start, endOffset: 0, gapOffset: 0 });
}
/** The comment behind `key:` heads the first item of the indented sequence that follows. */
function turnIntoHead(scanner) {
    const { cursor, tokens } = scanner;
    const remark = scanner.remarks.at(-1);
    if (remark === undefined || remark.role !== 'line' || scanner.nextRemark === scanner.remarks.length)
        return;
    if (tokens.at(-1)?.kind !== 'entry' || tokens.at(-2)?.kind !== 'sequence-start' || atBreak(cursor))
        return;
    remark.role = 'head';
    if (remark.start.line === cursor.line - 1)
        remark.owner = markOf(cursor);
}
/**
 * Comment lines on lines of their own, between two tokens. Lines right below the token before, or indented less than what is
 * open, are a foot of what came before when something separates them from the rest; what remains is the head of what follows.
 * Leaves the cursor at the end of the last comment line.
 */
function scanCommentBlock(scanner, gap) {
    const { cursor } = scanner;
    const block = openBlockOfComments(scanner, gap);
    // In characters from 1 here, as in go-yaml; the line counts from where the previous comment ended.
    let { line, column } = cursor;
    let ahead = 0;
    for (; ahead < FARTHEST; ahead += 1) {
        const offset = cursor.offset + ahead;
        const byte = byteAt(cursor.text, offset);
        column += 1;
        if (isBlank(byte))
            continue;
        const closes = scanner.flowDepth > 0 && (byte === code.closeBracket || byte === code.closeBrace);
        if (closes || isBreakOrEnd(cursor.text, offset)) {
            passEmptyLine(block, { offset, line, column }, closes);
            if (!isBreak(cursor.text, offset))
                break;
            block.sawEmptyLine = true;
            block.afterEmptyLine = true;
            column = 0;
            line += 1;
            continue;
        }
        if (column - 1 < block.indent && column !== block.start.column)
            split(block, { offset, line, column }, block.owner);
        if (byte !== code.hash)
            break;
        while (cursor.offset < offset) {
            if (atBreak(cursor))
                passBreak(cursor);
            else
                passCharacter(cursor);
        }
        addLine(block, { offset, line, column }, passLine(cursor));
        ahead = 0;
        column = 0;
        line = cursor.line;
    }
    if (block.text === '')
        return;
    pushRemark(block, 'head', block.start, cursor.offset + ahead - 1);
}
function openBlockOfComments(scanner, gap) {
    const { cursor, tokens } = scanner;
    const last = tokens.at(-1);
    const before = last?.kind === 'flow-entry' && tokens.length > 1 ? tokens.at(-2) : last;
    const nothing = { offset: 0, line: 0, column: 0 };
    return {
        scanner,
        owner: before?.start ?? nothing,
        gapOffset: gap.offset,
        start: nothing,
        text: '',
        offsets: [],
        indent: Math.max(scanner.indent, 0),
        footLine: lineBelowToken(scanner, gap),
        mayBeFoot: before?.kind !== 'value',
        sawEmptyLine: cursor.freshLines > 1,
        afterEmptyLine: false,
    };
}
function lineBelowToken({ cursor }, gap) {
    if (gap.line === 0)
        return -1;
    const below = cursor.line - cursor.freshLines + 1;
    return cursor.freshLines === 0 && cursor.column > 1 ? below + 1 : below;
}
/** At an empty line, the end or a closing bracket: the lines so far are a foot, or the head of what follows goes on. */
function passEmptyLine(block, at, closes) {
    if (block.afterEmptyLine && !closes)
        return;
    const dedented = block.start.column - 1 < block.indent;
    const touches = block.start.line === block.footLine && block.mayBeFoot;
    if (closes || (!block.sawEmptyLine && (touches || dedented)))
        split(block, at, dedented ? block.start : block.owner);
    else if (block.text !== '' && at.offset < block.scanner.cursor.text.length)
        block.text += '\n';
}
/** Ends the lines collected so far as a foot of what starts at `owner`. */
function split(block, at, owner) {
    if (block.text === '')
        return;
    pushRemark(block, 'foot', owner, at.offset);
    block.gapOffset = at.offset;
    block.owner = at;
    block.text = '';
    block.offsets = [];
}
function pushRemark(block, role, owner, endOffset) {
    const comment = { text: block.text, offsets: block.offsets };
    block.scanner.remarks.push({ role, comment, owner, start: block.start, endOffset, gapOffset: block.gapOffset });
}
function addLine(block, at, text) {
    if (block.text === '')
        block.start = at;
    else
        block.text += '\n';
    block.text += text;
    block.offsets.push(at.offset);
    block.afterEmptyLine = false;
}
/**
 * Where a block collection ends whose indentation is `scanner.indent`: before the comments that stand at that indentation and
 * directly in front of what comes next, so that they belong to what is around the collection.
 */
function closeBeforeComments(scanner, at) {
    let end = at;
    let stop = at.offset;
    for (let index = scanner.remarks.length - 1; index >= scanner.nextRemark; index -= 1) {
        const remark = scanner.remarks[index];
        if (remark === undefined || remark.endOffset < stop)
            break;
        if (remark.start.column === scanner.indent + 1)
            end = remark.start;
        stop = remark.gapOffset;
    }
    return end;
}

;// CONCATENATED MODULE: ./src/yaml/go/scan-block-scalar.ts




/** A scalar behind `|` or `>`. It ends where its last line or its last empty line ends. */
function scanBlockScalar(scanner) {
    const { cursor } = scanner;
    const start = markOf(cursor);
    const form = peekByte(cursor) === code.bar ? 'literal' : 'folded';
    const header = scanHeader(scanner, start);
    const state = {
        cursor,
        start,
        indent: header.indent,
        least: Math.max(scanner.indent + 1, 1),
        breaks: '',
        end: start,
    };
    passIndentation(state);
    const parts = [];
    let lineEnd = '';
    let afterIndented = false;
    while (cursor.column === state.indent && !atEnd(cursor)) {
        const indented = isBlank(peekByte(cursor));
        const folds = form === 'folded' && lineEnd === '\n' && !afterIndented && !indented;
        parts.push(folds ? (state.breaks === '' ? ' ' : '') : lineEnd, state.breaks);
        state.breaks = '';
        afterIndented = indented;
        parts.push(passLine(cursor));
        lineEnd = atBreak(cursor) ? passBreak(cursor) : '';
        passIndentation(state);
    }
    if (header.chomping !== 'strip')
        parts.push(lineEnd);
    if (header.chomping === 'keep')
        parts.push(state.breaks);
    return { kind: 'scalar', form, value: parts.join(''), start, end: state.end };
}
function scanHeader(scanner, start) {
    const { cursor } = scanner;
    passCharacter(cursor);
    let chomping = scanChomping(cursor);
    const increment = scanIncrement(cursor, start);
    if (chomping === undefined)
        chomping = scanChomping(cursor);
    passBlanks(cursor);
    if (peekByte(cursor) === code.hash) {
        scanLineComment(scanner, start);
        passLine(cursor);
    }
    if (!isBreakOrEnd(cursor.text, cursor.offset))
        throw new YamlProblem('a block scalar with text on its first line', start.offset);
    if (atBreak(cursor))
        passBreak(cursor);
    return { chomping: chomping ?? 'clip', indent: increment === 0 ? 0 : Math.max(scanner.indent, 0) + increment };
}
function scanChomping(cursor) {
    const byte = peekByte(cursor);
    if (byte !== code.plus && byte !== code.dash)
        return undefined;
    passCharacter(cursor);
    return byte === code.plus ? 'keep' : 'strip';
}
function scanIncrement(cursor, start) {
    const byte = peekByte(cursor);
    if (!isDigit(byte))
        return 0;
    if (byte === code.zero)
        throw new YamlProblem('a block scalar indented by 0', start.offset);
    passCharacter(cursor);
    return byte - code.zero;
}
/** Passes empty lines and the indentation of the next line with text; the deepest of them decides the indentation. */
function passIndentation(state) {
    const { cursor } = state;
    state.end = markOf(cursor);
    let deepest = 0;
    const within = () => state.indent === 0 || cursor.column < state.indent;
    for (;;) {
        while (within() && peekByte(cursor) === code.space)
            passCharacter(cursor);
        deepest = Math.max(deepest, cursor.column);
        if (within() && peekByte(cursor) === code.tab)
            throw new YamlProblem('a tab that indents a block scalar', state.start.offset);
        if (!atBreak(cursor))
            break;
        state.breaks += passBreaks(cursor);
        state.end = markOf(cursor);
    }
    if (state.indent === 0)
        state.indent = Math.max(deepest, state.least);
}

;// CONCATENATED MODULE: ./src/yaml/go/folding.ts


function noSpace() {
    return { blanks: '', firstBreak: '', furtherBreaks: '', brokeLine: false };
}
/** Passes blanks and line breaks. `checkIndent` is called at every blank in front of a continued line's text. */
function passSpace(cursor, space, checkIndent) {
    for (;;) {
        if (isBlank(peekByte(cursor))) {
            const start = cursor.offset;
            if (space.brokeLine)
                checkIndent?.();
            passCharacter(cursor);
            if (!space.brokeLine)
                space.blanks += cursor.text.slice(start, cursor.offset);
        }
        else if (!atBreak(cursor))
            return;
        else if (space.brokeLine)
            space.furtherBreaks += passBreaks(cursor);
        else {
            space.brokeLine = true;
            space.firstBreak = passBreak(cursor);
        }
    }
}
/** What the white space means between two pieces of text: one break folds to a blank, further ones stay. */
function folded(space) {
    if (!space.brokeLine)
        return space.blanks;
    if (space.firstBreak !== '\n')
        return space.firstBreak + space.furtherBreaks;
    return space.furtherBreaks === '' ? ' ' : space.furtherBreaks;
}

;// CONCATENATED MODULE: ./src/yaml/go/scan-plain.ts




/** A scalar without quotes, over as many lines as are indented deeper than what is open. */
function scanPlain(scanner) {
    const { cursor } = scanner;
    const inFlow = scanner.flowDepth > 0;
    const deepEnough = scanner.indent + 1;
    const start = markOf(cursor);
    const parts = [];
    let end = start;
    let space = noSpace();
    const refuseTab = () => {
        if (cursor.column >= deepEnough || peekByte(cursor) !== code.tab)
            return;
        throw new YamlProblem('a tab that indents', start.offset);
    };
    for (;;) {
        if (cursor.column === 0 && isDocumentIndicator(cursor))
            break;
        if (peekByte(cursor) === code.hash)
            break;
        const from = cursor.offset;
        while (!endsPlain(cursor, inFlow)) {
            passCharacter(cursor);
            passRun(cursor, scan_plain_HARMLESS);
        }
        if (cursor.offset > from) {
            parts.push(folded(space), cursor.text.slice(from, cursor.offset));
            space = noSpace();
            end = markOf(cursor);
        }
        if (!isBlank(peekByte(cursor)) && !atBreak(cursor))
            break;
        passSpace(cursor, space, refuseTab);
        if (!inFlow && cursor.column < deepEnough)
            break;
    }
    // Behind a line break a key may start.
    if (space.brokeLine)
        scanner.keyAllowed = true;
    return { kind: 'scalar', form: 'plain', value: parts.join(''), start, end };
}
/** Never the end of a plain scalar, neither in brackets nor outside. */
const scan_plain_HARMLESS = /[\w!"#$%&'()*+./;<=>@\\^`|~-]{1,4096}/y;
const FLOW_SIGNS = ',?[]{}';
function endsPlain(cursor, inFlow) {
    const { text, offset } = cursor;
    const byte = byteAt(text, offset);
    if (isBlankOrEnd(text, offset))
        return true;
    if (byte === code.colon)
        return isBlankOrEnd(text, offset + 1);
    return inFlow && FLOW_SIGNS.includes(String.fromCharCode(byte));
}

;// CONCATENATED MODULE: ./src/yaml/go/scan-properties.ts



/** `&anchor` or `*alias`. */
function scanName(cursor) {
    const start = markOf(cursor);
    const kind = peekByte(cursor) === code.ampersand ? 'anchor' : 'alias';
    passCharacter(cursor);
    const name = passWhile(cursor, isWord);
    const closed = isBlankOrEnd(cursor.text, cursor.offset) || AFTER_NAME.includes(String.fromCharCode(peekByte(cursor)));
    if (name === '' || !closed)
        throw new YamlProblem(`an ${kind} without a proper name`, start.offset);
    return { kind, name, start, end: markOf(cursor) };
}
const AFTER_NAME = '?:,]}%@`';
/** `!<uri>`, `!suffix`, `!handle!suffix` or a lone `!`, whose handle is empty and whose suffix is `!`. */
function scanTag(cursor) {
    const start = markOf(cursor);
    const { handle, suffix } = peekByte(cursor, 1) === code.less ? scanVerbatimTag(cursor) : scanShortTag(cursor);
    if (!isBlankOrEnd(cursor.text, cursor.offset))
        throw new YamlProblem('a tag that does not end', start.offset);
    return { kind: 'tag', handle, suffix, start, end: markOf(cursor) };
}
function scanVerbatimTag(cursor) {
    const start = cursor.offset;
    passCharacter(cursor);
    passCharacter(cursor);
    const suffix = scanUri(cursor);
    if (suffix === '' || peekByte(cursor) !== code.greater)
        throw new YamlProblem('a tag without its ">"', start);
    passCharacter(cursor);
    return { handle: '', suffix };
}
function scanShortTag(cursor) {
    const start = cursor.offset;
    const head = scanHandle(cursor);
    const suffix = scanUri(cursor);
    if (head.length > 1 && head.endsWith('!')) {
        if (suffix === '')
            throw new YamlProblem('a tag without a name', start);
        return { handle: head, suffix };
    }
    const whole = head.slice(1) + suffix;
    return whole === '' ? { handle: '', suffix: '!' } : { handle: '!', suffix: whole };
}
function scanHandle(cursor) {
    const start = cursor.offset;
    passCharacter(cursor);
    passWhile(cursor, isWord);
    if (peekByte(cursor) === code.bang)
        passCharacter(cursor);
    return cursor.text.slice(start, cursor.offset);
}
const IN_URI = ";/?:@&=+$,.!~*'()[]";
function scanUri(cursor) {
    const parts = [];
    for (;;) {
        const plain = passWhile(cursor, byte => isWord(byte) || (byte !== 0 && IN_URI.includes(String.fromCharCode(byte))));
        if (plain !== '')
            parts.push(plain);
        if (peekByte(cursor) !== code.percent)
            return parts.join('');
        parts.push(scanEscapedCharacter(cursor));
    }
}
/** One UTF-8 character written as `%XX` for each of its bytes. */
function scanEscapedCharacter(cursor) {
    const start = cursor.offset;
    const bytes = [];
    let width = 1;
    while (bytes.length < width) {
        const byte = hexValue(peekByte(cursor, 1)) * 16 + hexValue(peekByte(cursor, 2));
        const escaped = peekByte(cursor) === code.percent && hexValue(peekByte(cursor, 1)) >= 0 && hexValue(peekByte(cursor, 2)) >= 0;
        const wellFormed = bytes.length === 0 ? byte < 0x80 || (byte >= 0xc0 && byte < 0xf8) : (byte & 0xc0) === 0x80;
        if (!escaped || !wellFormed)
            throw new YamlProblem('a tag with a bad % escape', start);
        if (bytes.length === 0)
            width = widthOf(byte);
        bytes.push(byte);
        for (let count = 0; count < 3; count += 1)
            passCharacter(cursor);
    }
    return String.fromCharCode(...bytes);
}
/** `%YAML 1.1` or `%TAG !handle! prefix`, with the rest of the line. */
function scanDirective(cursor) {
    const start = markOf(cursor);
    passCharacter(cursor);
    const name = passWhile(cursor, isWord);
    if (!isBlankOrEnd(cursor.text, cursor.offset))
        throw new YamlProblem('a directive without a proper name', start.offset);
    passBlanks(cursor);
    const token = directiveOf(name, cursor, start.offset);
    const end = markOf(cursor);
    passBlanks(cursor);
    if (peekByte(cursor) === code.hash)
        passLine(cursor);
    if (!isBreakOrEnd(cursor.text, cursor.offset))
        throw new YamlProblem('a directive with something behind it', start.offset);
    if (atBreak(cursor))
        passBreak(cursor);
    return { ...token, start, end };
}
function directiveOf(name, cursor, start) {
    if (name === 'YAML') {
        const version = passWhile(cursor, byte => isDigit(byte) || byte === code.dot);
        if (!/^0?1\.0?1$/.test(version))
            throw new YamlProblem('a YAML version other than 1.1', start);
        return { kind: 'version-directive' };
    }
    if (name !== 'TAG')
        throw new YamlProblem('an unknown directive', start);
    if (peekByte(cursor) !== code.bang)
        throw new YamlProblem('a %TAG directive without a handle', start);
    const handle = scanHandle(cursor);
    const separated = isBlankOrEnd(cursor.text, cursor.offset) && !isBreakOrEnd(cursor.text, cursor.offset);
    if (!handle.endsWith('!') || !separated)
        throw new YamlProblem('a %TAG directive without a proper handle', start);
    passBlanks(cursor);
    const prefix = scanUri(cursor);
    if (prefix === '' || !isBlankOrEnd(cursor.text, cursor.offset))
        throw new YamlProblem('a %TAG directive without a prefix', start);
    return { kind: 'tag-directive', handle, prefix };
}
function passWhile(cursor, wanted) {
    const start = cursor.offset;
    while (wanted(peekByte(cursor)))
        passCharacter(cursor);
    return cursor.text.slice(start, cursor.offset);
}

;// CONCATENATED MODULE: ./src/yaml/go/scan-quoted.ts




/** A scalar in single or double quotes. */
function scanQuoted(cursor) {
    const start = markOf(cursor);
    const quote = peekByte(cursor);
    const parts = [];
    passCharacter(cursor);
    for (;;) {
        if (cursor.column === 0 && isDocumentIndicator(cursor))
            throw new YamlProblem('a document mark inside quotes', start.offset);
        if (atEnd(cursor))
            throw new YamlProblem('quotes that do not close', start.offset);
        const space = noSpace();
        passQuotedText(cursor, quote, parts, space);
        if (peekByte(cursor) === quote)
            break;
        passSpace(cursor, space);
        parts.push(folded(space));
    }
    passCharacter(cursor);
    const form = quote === code.apostrophe ? 'single' : 'double';
    return { kind: 'scalar', form, value: parts.join(''), start, end: markOf(cursor) };
}
/** Up to the closing quote or white space. An escaped line break counts as a broken line that leaves no trace. */
function passQuotedText(cursor, quote, parts, space) {
    const { text } = cursor;
    let from = cursor.offset;
    const keep = () => {
        if (cursor.offset > from)
            parts.push(text.slice(from, cursor.offset));
    };
    while (!isBlankOrEnd(text, cursor.offset)) {
        const byte = peekByte(cursor);
        if (byte === quote && !(quote === code.apostrophe && peekByte(cursor, 1) === quote))
            break;
        const special = byte === quote || (byte === code.backslash && quote === code.quote);
        if (!special) {
            passCharacter(cursor);
            passRun(cursor, scan_quoted_HARMLESS);
            continue;
        }
        keep();
        if (byte === quote) {
            parts.push("'");
            passCharacter(cursor);
            passCharacter(cursor);
        }
        else if (isBreak(text, cursor.offset + 1)) {
            passCharacter(cursor);
            passBreak(cursor);
            space.brokeLine = true;
            return;
        }
        else
            parts.push(scanEscape(cursor));
        from = cursor.offset;
    }
    keep();
}
/** What means itself in any quotes. */
const scan_quoted_HARMLESS = /[!#-&(-[\]-~]{1,4096}/y;
const ESCAPES = new Map([
    ['0', '\0'],
    ['a', '\x07'],
    ['b', '\b'],
    ['t', '\t'],
    ['\t', '\t'],
    ['n', '\n'],
    ['v', '\v'],
    ['f', '\f'],
    ['r', '\r'],
    ['e', '\x1b'],
    [' ', ' '],
    ['"', '"'],
    ["'", "'"],
    ['\\', '\\'],
    ['N', '\xc2\x85'],
    ['_', '\xc2\xa0'],
    ['L', '\xe2\x80\xa8'],
    ['P', '\xe2\x80\xa9'],
]);
const CODE_DIGITS = new Map([
    ['x', 2],
    ['u', 4],
    ['U', 8],
]);
function scanEscape(cursor) {
    const start = cursor.offset;
    const letter = String.fromCharCode(peekByte(cursor, 1));
    const simple = ESCAPES.get(letter);
    const digits = CODE_DIGITS.get(letter);
    if (simple === undefined && digits === undefined)
        throw new YamlProblem('an unknown escape', start);
    passCharacter(cursor);
    passCharacter(cursor);
    if (simple !== undefined)
        return simple;
    const point = scanCodePoint(cursor, digits ?? 0);
    if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))
        throw new YamlProblem('an escape of no character', start);
    return encodeCodePoint(point);
}
function scanCodePoint(cursor, digits) {
    let point = 0;
    for (let count = 0; count < digits; count += 1) {
        const digit = hexValue(byteAt(cursor.text, cursor.offset));
        if (digit < 0)
            throw new YamlProblem('an escape with too few hexadecimal digits', cursor.offset);
        point = point * 16 + digit;
        passCharacter(cursor);
    }
    return point;
}

;// CONCATENATED MODULE: ./src/yaml/go/fetch-token.ts









/** go-yaml refuses what is nested deeper, in brackets and by indentation alike. */
const MOST_LEVELS = 10_000;
/** Reads one token, with the comments around it, and puts it into the queue; the ends of blocks in front of it come along. */
function fetchToken(scanner) {
    const { cursor } = scanner;
    if (!scanner.started) {
        scanner.started = true;
        addSign(scanner, 'stream-start', markOf(cursor));
        return;
    }
    const gap = markOf(cursor);
    passGap(scanner, gap);
    closeBlocks(scanner, cursor.column, gap);
    if (atEnd(cursor))
        fetchStreamEnd(scanner);
    else if (cursor.column === 0 && peekByte(cursor) === code.percent)
        fetchDirective(scanner);
    else if (cursor.column === 0 && isDocumentIndicator(cursor))
        fetchDocumentIndicator(scanner);
    else {
        const owner = commentOwner(scanner);
        fetchContent(scanner);
        // What follows a lone dash is the head of the item, not the dash's own comment.
        if (scanner.tokens.at(-1)?.kind !== 'entry')
            scanLineComment(scanner, owner);
    }
    if (cursor.offset >= scanner.readableTo)
        throw new YamlProblem('bytes that are no text', cursor.offset);
}
/** Passes white space, line breaks and comments. */
function passGap(scanner, gap) {
    const { cursor } = scanner;
    for (;;) {
        while (peekByte(cursor) === code.space || (peekByte(cursor) === code.tab && tabsSeparate(scanner)))
            passCharacter(cursor);
        turnIntoHead(scanner);
        if (peekByte(cursor) === code.hash)
            scanCommentBlock(scanner, gap);
        if (!atBreak(cursor))
            return;
        passBreak(cursor);
        if (scanner.flowDepth === 0)
            scanner.keyAllowed = true;
    }
}
/** Tabs may separate tokens, but not indent what may be a key. */
function tabsSeparate(scanner) {
    return scanner.flowDepth > 0 || !scanner.keyAllowed;
}
/** Ends every block collection that is indented deeper than the column. */
function closeBlocks(scanner, column, gap) {
    if (scanner.flowDepth > 0)
        return;
    let at = { ...gap, offset: gap.offset - 1 };
    while (scanner.indent > column) {
        at = closeBeforeComments(scanner, at);
        addSign(scanner, 'block-end', at);
        scanner.indent = scanner.outerIndents.pop() ?? -1;
    }
}
function fetchStreamEnd(scanner) {
    const { cursor } = scanner;
    if (cursor.column !== 0) {
        cursor.column = 0;
        cursor.line += 1;
    }
    closeBlocks(scanner, -1, markOf(cursor));
    dropCandidate(scanner);
    scanner.keyAllowed = false;
    addSign(scanner, 'stream-end', markOf(cursor));
}
function fetchDirective(scanner) {
    closeBlocks(scanner, -1, markOf(scanner.cursor));
    dropCandidate(scanner);
    scanner.keyAllowed = false;
    scanner.tokens.push(scanDirective(scanner.cursor));
}
function fetchDocumentIndicator(scanner) {
    const { cursor } = scanner;
    const sign = peekByte(cursor) === code.dash ? 'document-start' : 'document-end';
    closeBlocks(scanner, -1, markOf(cursor));
    dropCandidate(scanner);
    scanner.keyAllowed = false;
    const start = markOf(cursor);
    for (let count = 0; count < 3; count += 1)
        passCharacter(cursor);
    scanner.tokens.push({ kind: sign, start, end: markOf(cursor) });
}
/** A comment behind `key:` or `item,` belongs to what stands before the sign. */
function commentOwner(scanner) {
    const sign = peekByte(scanner.cursor);
    const before = scanner.tokens.at(-1);
    const looksBack = scanner.flowDepth > 0 ? sign === code.comma : sign === code.colon;
    return looksBack && before !== undefined ? before.start : markOf(scanner.cursor);
}
function fetchContent(scanner) {
    const { cursor } = scanner;
    const inFlow = scanner.flowDepth > 0;
    const separated = isBlankOrEnd(cursor.text, cursor.offset + 1);
    const byte = peekByte(cursor);
    if (byte === code.openBracket)
        openFlow(scanner, 'flow-sequence-start');
    else if (byte === code.openBrace)
        openFlow(scanner, 'flow-mapping-start');
    else if (byte === code.closeBracket)
        closeFlow(scanner, 'flow-sequence-end');
    else if (byte === code.closeBrace)
        closeFlow(scanner, 'flow-mapping-end');
    else if (byte === code.comma)
        fetchFlowEntry(scanner);
    else if (byte === code.dash && separated)
        fetchEntry(scanner);
    else if (byte === code.question && (inFlow || separated))
        fetchExplicitKey(scanner);
    else if (byte === code.colon && (inFlow || separated))
        fetchValue(scanner);
    else if (byte === code.asterisk || byte === code.ampersand)
        fetchAfterKeyStart(scanner, () => scanName(cursor));
    else if (byte === code.bang)
        fetchAfterKeyStart(scanner, () => scanTag(cursor));
    else if ((byte === code.bar || byte === code.greater) && !inFlow)
        fetchBlockScalar(scanner);
    else if (byte === code.apostrophe || byte === code.quote)
        fetchAfterKeyStart(scanner, () => scanQuoted(cursor));
    else if (startsPlain(cursor, inFlow))
        fetchAfterKeyStart(scanner, () => scanPlain(scanner));
    else
        throw new YamlProblem('a character that cannot start anything', cursor.offset);
}
const NEVER_FIRST = '-?:,[]{}#&*!|>\'"%@`';
function startsPlain(cursor, inFlow) {
    const byte = peekByte(cursor);
    const following = byteAt(cursor.text, cursor.offset + 1);
    if (byte === code.dash)
        return !isBlank(following);
    if (byte === code.question || byte === code.colon)
        return !inFlow && !isBlankOrEnd(cursor.text, cursor.offset + 1);
    return !isBlankOrEnd(cursor.text, cursor.offset) && !NEVER_FIRST.includes(String.fromCharCode(byte));
}
function openFlow(scanner, sign) {
    noteCandidate(scanner);
    scanner.candidates.push(undefined);
    scanner.lastNoted.push(upcomingToken(scanner));
    scanner.flowDepth += 1;
    if (scanner.flowDepth > MOST_LEVELS)
        throw new YamlProblem('more than 10000 levels deep', scanner.cursor.offset);
    scanner.keyAllowed = true;
    addIndicator(scanner, sign);
}
function closeFlow(scanner, sign) {
    dropCandidate(scanner);
    if (scanner.flowDepth > 0) {
        scanner.flowDepth -= 1;
        scanner.candidates.pop();
        scanner.levelOfCandidate.delete(scanner.lastNoted.pop() ?? -1);
    }
    scanner.keyAllowed = false;
    addIndicator(scanner, sign);
}
function fetchFlowEntry(scanner) {
    dropCandidate(scanner);
    scanner.keyAllowed = true;
    addIndicator(scanner, 'flow-entry');
}
function fetchEntry(scanner) {
    if (scanner.flowDepth === 0) {
        if (!scanner.keyAllowed)
            throw new YamlProblem('a sequence item where none can stand', scanner.cursor.offset);
        openBlock(scanner, 'sequence-start', markOf(scanner.cursor));
    }
    dropCandidate(scanner);
    scanner.keyAllowed = true;
    addIndicator(scanner, 'entry');
}
function fetchExplicitKey(scanner) {
    if (scanner.flowDepth === 0) {
        if (!scanner.keyAllowed)
            throw new YamlProblem('a mapping key where none can stand', scanner.cursor.offset);
        openBlock(scanner, 'mapping-start', markOf(scanner.cursor));
    }
    dropCandidate(scanner);
    scanner.keyAllowed = scanner.flowDepth === 0;
    addIndicator(scanner, 'key');
}
function fetchValue(scanner) {
    const level = scanner.candidates.length - 1;
    const candidate = usableCandidate(scanner, level);
    if (candidate !== undefined) {
        insertToken(scanner, { kind: 'key', start: candidate.mark, end: candidate.mark }, candidate.token);
        openBlock(scanner, 'mapping-start', candidate.mark, candidate.token);
        forgetCandidate(scanner, level, candidate);
        scanner.keyAllowed = false;
    }
    else {
        if (scanner.flowDepth === 0) {
            if (!scanner.keyAllowed)
                throw new YamlProblem('a mapping value where none can stand', scanner.cursor.offset);
            openBlock(scanner, 'mapping-start', markOf(scanner.cursor));
        }
        scanner.keyAllowed = scanner.flowDepth === 0;
    }
    addIndicator(scanner, 'value');
}
/** A token that may be a key, and behind which no other may start. */
function fetchAfterKeyStart(scanner, scan) {
    noteCandidate(scanner);
    scanner.keyAllowed = false;
    scanner.tokens.push(scan());
}
function fetchBlockScalar(scanner) {
    dropCandidate(scanner);
    scanner.keyAllowed = true;
    scanner.tokens.push(scanBlockScalar(scanner));
}
/** Opens a block collection at the mark's column when it is deeper than the one that is open. */
function openBlock(scanner, sign, mark, before) {
    if (scanner.flowDepth > 0 || scanner.indent >= mark.column)
        return;
    scanner.outerIndents.push(scanner.indent);
    scanner.indent = mark.column;
    if (scanner.outerIndents.length > MOST_LEVELS)
        throw new YamlProblem('more than 10000 levels deep', mark.offset);
    insertToken(scanner, { kind: sign, start: mark, end: mark }, before);
}
/** Puts a token before the one of that number, or at the end when that one was taken already. */
function insertToken(scanner, token, before) {
    if (before === undefined || before < scanner.taken)
        scanner.tokens.push(token);
    else
        scanner.tokens.splice(scanner.next + before - scanner.taken, 0, token);
}
function addIndicator(scanner, kind) {
    const start = markOf(scanner.cursor);
    passCharacter(scanner.cursor);
    scanner.tokens.push({ kind, start, end: markOf(scanner.cursor) });
}
function addSign(scanner, kind, mark) {
    scanner.tokens.push({ kind, start: mark, end: mark });
}

;// CONCATENATED MODULE: ./src/yaml/go/token-queue.ts



/** Tokens behind the one in hand that go-yaml has always read. */
const LOOKAHEAD = 2;
/** So many tokens that were taken are kept before they are dropped together. */
const KEPT = 4096;
/** The next token, which stays in the queue. Throws a YamlProblem where go-yaml's scanner fails. */
function currentToken(scanner) {
    while (scanner.next >= scanner.tokens.length - LOOKAHEAD || headMayBecomeKey(scanner))
        fetchToken(scanner);
    const token = scanner.tokens[scanner.next];
    if (token === undefined)
        throw new YamlProblem('nothing left to read', scanner.cursor.offset);
    return token;
}
function takeToken(scanner) {
    scanner.next += 1;
    scanner.taken += 1;
    if (scanner.next < KEPT)
        return;
    scanner.tokens.splice(0, scanner.next);
    scanner.next = 0;
}
/** A `:` further on would put a key token before the one in hand. */
function headMayBecomeKey(scanner) {
    const level = scanner.levelOfCandidate.get(scanner.taken);
    return level !== undefined && usableCandidate(scanner, level) !== undefined;
}

;// CONCATENATED MODULE: ./src/yaml/go/parser.ts




function parserOver(scanner) {
    return {
        scanner,
        head: undefined,
        line: undefined,
        foot: undefined,
        stem: undefined,
        open: [],
        root: undefined,
        handles: new Map(),
        anchors: new Set(),
    };
}
/** The token in hand. Comments whose owner has been reached by now wait from here on. */
function peek(parser) {
    const { scanner } = parser;
    const token = currentToken(scanner);
    for (;;) {
        const remark = scanner.remarks[scanner.nextRemark];
        if (remark === undefined || token.start.offset < remark.owner.offset)
            return token;
        // The end of a block has no head: it stays for what comes behind.
        if (remark.role === 'head' && token.kind === 'block-end')
            return token;
        parser[remark.role] = joined(parser[remark.role], remark.comment);
        scanner.nextRemark += 1;
    }
}
function take(parser) {
    takeToken(parser.scanner);
}
function next(parser) {
    take(parser);
    return peek(parser);
}
/** Hands out the waiting comments. */
function takeComments(parser) {
    const { head, line, foot } = parser;
    parser.head = undefined;
    parser.line = undefined;
    parser.foot = undefined;
    parser.stem = undefined;
    return { head, line, foot };
}
/** Puts a complete node where it belongs: into the innermost open collection, or at the root. */
function attach(parser, node) {
    const frame = parser.open.at(-1);
    if (frame === undefined) {
        parser.root = node;
        return;
    }
    const { content, kind, flow } = frame.node;
    content.push(node);
    if (kind === 'sequence')
        return;
    if (content.length % 2 === 1) {
        // A foot in front of a key that is indented less is the foot of the pair before.
        const before = content.at(-3);
        if (flow || node.foot === undefined || before === undefined)
            return;
        before.foot = node.foot;
        node.foot = undefined;
        return;
    }
    const key = content.at(-2);
    if (key === undefined || key.foot !== undefined || node.foot === undefined)
        return;
    key.foot = node.foot;
    node.foot = undefined;
}
/** Ends the innermost open collection. */
function parser_close(parser, frame) {
    parser.open.pop();
    attach(parser, frame.node);
}
/** What stands where a value is missing. */
function emptyScalar(token) {
    return nodeOf({ kind: 'scalar', tag: tagOf.null, start: token.start.offset, end: token.start.offset });
}
function problem(message, token) {
    return new YamlProblem(message, token.start.offset);
}

;// CONCATENATED MODULE: ./src/yaml/go/parse-node.ts



/** What YAML's own tags, written with `!!`, are short for. */
const LONG_TAG = 'tag:yaml.org,2002:';
/** Reads a node with its anchor and tag: a scalar or an alias is attached at once, a collection is left open. */
function parse_node_startNode(parser, place) {
    const first = peek(parser);
    if (first.kind === 'alias') {
        attachAlias(parser, first.name, first);
        return;
    }
    const { anchor, tag } = readProperties(parser);
    const token = peek(parser);
    const kind = place.dashes && token.kind === 'entry' ? 'dashes' : FRAME_OF.get(token.kind);
    if (token.kind === 'scalar') {
        const { value, form, start, end } = token;
        const comments = takeComments(parser);
        const merge = form === 'plain' && value === '<<' ? tagOf.merge : undefined;
        const implied = form === 'plain' ? (merge ?? implicitTag(value)) : tagOf.string;
        const node = nodeOf({
            kind: 'scalar',
            value,
            form,
            anchor,
            ...tagParts(tag, implied),
            ...comments,
            start: start.offset,
            end: end.offset,
        });
        take(parser);
        finishLeaf(parser, node);
    }
    else if (kind !== undefined && (place.block || isFlow(kind)))
        openFrame(parser, kind, anchor, tag, token);
    else if (anchor !== '' || tag !== '') {
        const { offset } = token.start;
        finishLeaf(parser, nodeOf({ kind: 'scalar', anchor, ...tagParts(tag, tagOf.null), start: offset, end: offset }));
    }
    else
        throw problem('nothing where a value belongs', token);
}
const FRAME_OF = new Map([
    ['sequence-start', 'sequence'],
    ['mapping-start', 'mapping'],
    ['flow-sequence-start', 'flow-sequence'],
    ['flow-mapping-start', 'flow-mapping'],
]);
function isFlow(kind) {
    return kind === 'flow-sequence' || kind === 'flow-mapping' || kind === 'pair';
}
/** An anchor, a tag, or both in either order. */
function readProperties(parser) {
    let anchor = '';
    let tag = '';
    for (let token = peek(parser);; token = next(parser)) {
        if (token.kind === 'anchor' && anchor === '')
            anchor = token.name;
        else if (token.kind === 'tag' && tag === '')
            tag = fullTag(parser, token.handle, token.suffix, token);
        else
            return { anchor, tag };
    }
}
function fullTag(parser, handle, suffix, token) {
    if (handle === '')
        return suffix;
    const prefix = parser.handles.get(handle);
    if (prefix === undefined)
        throw problem('a tag with an unknown handle', token);
    return prefix + suffix;
}
/** A lone `!` counts as no tag. */
function tagParts(tag, implied) {
    if (tag === '' || tag === '!')
        return { tag: implied, tagged: false };
    return { tag: tag.startsWith(LONG_TAG) ? `!!${tag.slice(LONG_TAG.length)}` : tag, tagged: true };
}
function attachAlias(parser, name, token) {
    if (!parser.anchors.has(name))
        throw problem('an alias of an unknown anchor', token);
    const { start, end } = token;
    const node = nodeOf({ kind: 'alias', value: name, ...takeComments(parser), start: start.offset, end: end.offset });
    take(parser);
    attach(parser, node);
}
function finishLeaf(parser, node) {
    if (node.anchor !== '')
        parser.anchors.add(node.anchor);
    attach(parser, node);
}
function openFrame(parser, kind, anchor, tag, token) {
    const flow = isFlow(kind);
    const isMapping = kind === 'mapping' || kind === 'flow-mapping' || kind === 'pair';
    const node = nodeOf({
        kind: isMapping ? 'mapping' : 'sequence',
        flow,
        anchor,
        ...tagParts(tag, isMapping ? tagOf.mapping : tagOf.sequence),
        start: token.start.offset,
        end: token.end.offset,
    });
    if (kind === 'flow-sequence' || kind === 'flow-mapping')
        node.head = takeComments(parser).head;
    else if (kind === 'sequence' || kind === 'mapping') {
        node.head = parser.stem;
        parser.stem = undefined;
    }
    if (anchor !== '')
        parser.anchors.add(anchor);
    parser.open.push({ kind, node, opening: kind !== 'dashes', awaits: 'key' });
}
/** A node, or an empty scalar when what follows shows that there is none. */
function readPart(parser, endsPart, place) {
    const token = peek(parser);
    if (endsPart.has(token.kind))
        attach(parser, emptyScalar(token));
    else
        parse_node_startNode(parser, place);
}

;// CONCATENATED MODULE: ./src/yaml/go/parse-block.ts



/** An item of a sequence that is indented, or its end. */
function parse_block_continueSequence(parser, frame) {
    const token = peek(parser);
    if (token.kind === 'entry')
        readItem(parser, AFTER_ITEM);
    else if (token.kind === 'block-end') {
        take(parser);
        parser_close(parser, frame);
    }
    else
        throw problem('no "-" where an item belongs', token);
}
/** An item of a sequence that stands at the column of its key, or its end. */
function continueDashes(parser, frame) {
    if (peek(parser).kind === 'entry')
        readItem(parser, AFTER_DASHES);
    else
        parser_close(parser, frame);
}
const AFTER_ITEM = new Set(['entry', 'block-end']);
const AFTER_PART = new Set(['key', 'value', 'block-end']);
const AFTER_DASHES = new Set([...AFTER_ITEM, ...AFTER_PART]);
function readItem(parser, endsItem) {
    const before = parser.head;
    take(parser);
    if (before !== undefined)
        splitStem(parser, before);
    readPart(parser, endsItem, { block: true, dashes: false });
}
/** What stood above the dash heads the collection that is the item; the rest heads its first part. */
function splitStem(parser, before) {
    const { kind } = peek(parser);
    if (kind !== 'sequence-start' && kind !== 'mapping-start')
        return;
    parser.stem = before;
    parser.head = restAfter(parser.head, before);
}
/** A key or a value of a mapping, or its end. */
function parse_block_continueMapping(parser, frame) {
    const token = peek(parser);
    if (frame.awaits === 'value')
        readValue(parser, frame, token);
    else if (token.kind === 'key') {
        frame.awaits = 'value';
        take(parser);
        readPart(parser, AFTER_PART, PART);
    }
    else if (token.kind === 'block-end')
        endMapping(parser, frame);
    else
        throw problem('no key where one belongs', token);
}
const PART = { block: true, dashes: true };
function readValue(parser, frame, token) {
    frame.awaits = 'key';
    if (token.kind === 'value') {
        take(parser);
        readPart(parser, AFTER_PART, PART);
    }
    else
        attach(parser, emptyScalar(token));
}
/** A foot at the end of a mapping is that of its last pair. */
function endMapping(parser, frame) {
    const { line, foot } = takeComments(parser);
    take(parser);
    const lastKey = frame.node.content.at(-2);
    frame.node.line = line;
    if (lastKey === undefined)
        frame.node.foot = foot;
    else if (foot !== undefined)
        lastKey.foot = foot;
    parser_close(parser, frame);
}

;// CONCATENATED MODULE: ./src/yaml/go/parse-flow.ts



const IN_FLOW = { block: false, dashes: false };
const AFTER_FLOW_ITEM = new Set(['flow-entry', 'flow-sequence-end']);
const AFTER_FLOW_PART = new Set(['flow-entry', 'flow-mapping-end']);
const AFTER_FLOW_KEY = new Set(['value', 'flow-entry', 'flow-mapping-end']);
/** An item inside `[…]`, or the bracket that closes. */
function parse_flow_continueFlowSequence(parser, frame, first) {
    const token = tokenAfterComma(parser, first, 'flow-sequence-end');
    if (token.kind === 'flow-sequence-end')
        parse_flow_closeFlow(parser, frame);
    else if (token.kind === 'key')
        openPair(parser, token);
    else
        parse_node_startNode(parser, IN_FLOW);
}
function openPair(parser, { start, end }) {
    take(parser);
    const node = nodeOf({ kind: 'mapping', flow: true, tag: tagOf.mapping, start: start.offset, end: end.offset });
    parser.open.push({ kind: 'pair', node, opening: false, awaits: 'key' });
}
/** Passes the comma that must stand in front of every item but the first. */
function tokenAfterComma(parser, first, closing) {
    const token = peek(parser);
    if (first || token.kind === closing)
        return token;
    if (token.kind !== 'flow-entry')
        throw problem('no "," and no closing bracket where one belongs', token);
    return next(parser);
}
function parse_flow_closeFlow(parser, frame) {
    const { line, foot } = takeComments(parser);
    take(parser);
    frame.node.line = line;
    frame.node.foot = foot;
    parser_close(parser, frame);
}
/** The key, the value or the end of a single pair inside `[…]`. */
function continuePair(parser, frame) {
    const token = peek(parser);
    const { length } = frame.node.content;
    if (length === 2)
        parser_close(parser, frame);
    else if (length === 1)
        readFlowValue(parser, token, AFTER_FLOW_ITEM);
    else if (token.kind !== 'value' && !AFTER_FLOW_ITEM.has(token.kind))
        parse_node_startNode(parser, IN_FLOW);
    else {
        // go-yaml passes the sign along with the key that is missing.
        take(parser);
        attach(parser, emptyScalar(token));
    }
}
/** A key or a value inside `{…}`, or the bracket that closes. */
function parse_flow_continueFlowMapping(parser, frame, first) {
    const { awaits } = frame;
    if (awaits === 'key')
        readFlowKey(parser, frame, first);
    else {
        frame.awaits = 'key';
        if (awaits === 'value')
            readFlowValue(parser, peek(parser), AFTER_FLOW_PART);
        else
            attach(parser, emptyScalar(peek(parser)));
    }
}
function readFlowKey(parser, frame, first) {
    const token = tokenAfterComma(parser, first, 'flow-mapping-end');
    if (token.kind === 'flow-mapping-end')
        parse_flow_closeFlow(parser, frame);
    else if (token.kind === 'key') {
        frame.awaits = 'value';
        take(parser);
        readPart(parser, AFTER_FLOW_KEY, IN_FLOW);
    }
    else {
        frame.awaits = 'nothing';
        parse_node_startNode(parser, IN_FLOW);
    }
}
function readFlowValue(parser, token, endsPart) {
    if (token.kind === 'value') {
        take(parser);
        readPart(parser, endsPart, IN_FLOW);
    }
    else
        attach(parser, emptyScalar(token));
}

;// CONCATENATED MODULE: ./src/yaml/go/scanner.ts

function scannerOver(text, readableTo = Number.POSITIVE_INFINITY) {
    return {
        cursor: cursorOver(text),
        tokens: [],
        next: 0,
        taken: 0,
        remarks: [],
        nextRemark: 0,
        indent: -1,
        outerIndents: [],
        flowDepth: 0,
        keyAllowed: true,
        candidates: [undefined],
        levelOfCandidate: new Map(),
        lastNoted: [0],
        readableTo,
        started: false,
    };
}

;// CONCATENATED MODULE: ./src/yaml/go/parse-document.ts








/**
 * Reads what go-yaml's decoder reads from a text: its first document, with comments attached where go-yaml attaches them.
 * `undefined` when there is none. Throws a YamlProblem where go-yaml fails.
 */
function parseDocument(input) {
    const { text, shift, readableTo } = decodeText(input);
    const parser = parserOver(scannerOver(text, readableTo));
    const document = startDocument(parser);
    if (document === undefined)
        return undefined;
    startRoot(parser);
    for (let frame = parser.open.at(-1); frame !== undefined; frame = parser.open.at(-1))
        parse_document_continueIn(parser, frame);
    if (parser.root !== undefined)
        document.content.push(parser.root);
    document.foot = documentFoot(parser);
    return { document, comments: parser.scanner.remarks.map(remark => remark.comment), shift };
}
function startDocument(parser) {
    peek(parser);
    let token = next(parser);
    if (token.kind === 'stream-end')
        return undefined;
    const { start } = token;
    const explicit = token.kind === 'version-directive' || token.kind === 'tag-directive' || token.kind === 'document-start';
    let versions = 0;
    for (; token.kind === 'version-directive' || token.kind === 'tag-directive'; token = next(parser)) {
        if (token.kind !== 'tag-directive')
            versions += 1;
        else if (parser.handles.has(token.handle))
            throw problem('a %TAG directive twice', token);
        else
            parser.handles.set(token.handle, token.prefix);
        if (versions > 1)
            throw problem('a %YAML directive twice', token);
    }
    if (!parser.handles.has('!'))
        parser.handles.set('!', '!');
    if (!parser.handles.has('!!'))
        parser.handles.set('!!', LONG_TAG);
    const document = nodeOf({ kind: 'document', start: start.offset, end: start.offset });
    if (!explicit)
        [document.head, parser.head] = headOfDocument(parser.head);
    else if (token.kind !== 'document-start')
        throw problem('a directive without a document', token);
    return document;
}
function startRoot(parser) {
    const token = peek(parser);
    if (token.kind !== 'document-start') {
        parse_node_startNode(parser, { block: true, dashes: false });
        return;
    }
    const first = next(parser);
    if (ENDS_DOCUMENT.has(first.kind))
        attach(parser, emptyScalar(first));
    else
        parse_node_startNode(parser, { block: true, dashes: false });
}
const ENDS_DOCUMENT = new Set([
    'version-directive',
    'tag-directive',
    'document-start',
    'document-end',
    'stream-end',
]);
function documentFoot(parser) {
    if (peek(parser).kind === 'document-end')
        take(parser);
    const { head, foot } = takeComments(parser);
    return foot ?? head;
}
/** Reads the next item of a collection, or its end. */
function parse_document_continueIn(parser, frame) {
    if (frame.opening) {
        peek(parser);
        take(parser);
    }
    const first = frame.opening;
    frame.opening = false;
    if (frame.kind === 'sequence')
        parse_block_continueSequence(parser, frame);
    else if (frame.kind === 'dashes')
        continueDashes(parser, frame);
    else if (frame.kind === 'mapping')
        parse_block_continueMapping(parser, frame);
    else if (frame.kind === 'flow-sequence')
        parse_flow_continueFlowSequence(parser, frame, first);
    else if (frame.kind === 'flow-mapping')
        parse_flow_continueFlowMapping(parser, frame, first);
    else
        continuePair(parser, frame);
}

;// CONCATENATED MODULE: ./src/flux/setters/documents.ts

/**
 * The documents of a file as kyaml cuts them, before any YAML is read: at lines that start with `---`, wherever they stand.
 * `undefined` when such a line goes on with anything but a comment, which makes kyaml refuse the file.
 * @param text the file, its CRLF turned into LF
 */
function splitDocuments(text) {
    if (text === '')
        return [];
    const documents = [];
    let offset = 0;
    for (const separator of text.matchAll(/\n---([^\n]*)\n/g)) {
        if (!/^(?:#|$)/.test(trimmed(toText(separator[1] ?? ''))))
            return undefined;
        documents.push({ text: `${text.slice(offset, separator.index)}\n`, offset });
        offset = separator.index + separator[0].length;
    }
    return [...documents, { text: text.slice(offset), offset }];
}
/** What Go takes for white space at the start of a text. */
function trimmed(text) {
    return text.replace(/^[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/, '');
}
/** The style of the first sequence that has one, judged by its lines alone as kyaml does: compact when none tells. */
function sequenceStyleOf(document) {
    const lines = document.split('\n');
    for (const [index, line] of lines.entries()) {
        const dash = /^ *(?=- )/.exec(line);
        if (dash === null)
            continue;
        const key = keyLineAbove(lines, index);
        const name = key.replace(/^ +| +$/g, '');
        if (name.indexOf(':') !== name.length - 1 || name === '')
            continue;
        const depth = dash[0].length - (/^ */.exec(key)?.[0].length ?? 0);
        if (depth === 0)
            return 'compact';
        if (depth === 2)
            return 'wide';
    }
    return 'compact';
}
/** The nearest line above that is no comment, without the comment behind it. */
function keyLineAbove(lines, index) {
    for (let above = index - 1; above >= 0; above -= 1) {
        const line = lines[above] ?? '';
        if (!/^ *#/.test(line))
            return line.split('#', 1)[0] ?? '';
    }
    return '';
}

;// CONCATENATED MODULE: ./src/flux/setters/read-file.ts




/**
 * Mirrors kyaml's `ByteReader` as the image-automation-controller uses it: all documents of a file with the annotations that
 * lead back to it, or why the file as a whole is skipped.
 * @param text the file, its CRLF turned into LF
 */
function readFile(path, pathBytes, text) {
    const documents = splitDocuments(text);
    if (documents === undefined)
        return {
            kind: 'problem',
            reason: 'a line that starts with "---" goes on with more than a comment',
            offset: undefined,
        };
    const resources = [];
    const comments = [];
    for (const document of documents) {
        try {
            const reading = read_file_readDocument(path, pathBytes, document, resources.length);
            if (reading === undefined)
                continue;
            comments.push(reading.comments);
            const items = documents.length === 1 ? itemsOf(reading.resource.node) : undefined;
            if (items === undefined)
                resources.push(reading.resource);
            else
                resources.push(...items.map(node => ({ ...reading.resource, node, isListItem: true })));
        }
        catch (error) {
            if (error instanceof YamlProblem)
                return { kind: 'problem', reason: error.message, offset: document.offset + error.offset };
            if (error instanceof PipelineError)
                return { kind: 'problem', reason: error.message, offset: document.offset };
            throw error;
        }
    }
    return { kind: 'read', resources, comments };
}
function read_file_readDocument(source, path, { text, offset }, index) {
    const parsed = parseDocument(text);
    if (parsed === undefined || isNull(rootOf(parsed.document)))
        return undefined;
    const node = parsed.document;
    const base = offset + parsed.shift;
    copyLegacyAnnotations(node);
    setAnnotation(node, annotation.legacyIndex, String(index));
    setAnnotation(node, annotation.index, String(index));
    setAnnotation(node, annotation.path, path);
    setAnnotation(node, annotation.sequenceStyle, sequenceStyleOf(text));
    return { resource: { node, source, base, isListItem: false }, comments: { comments: parsed.comments, base } };
}
/** The items of a list; `undefined` when the document is none. A list by name alone, with neither items nor function, is none. */
function itemsOf(document) {
    const { kind } = metaOf(document);
    if (kind !== 'List' && kind !== 'ResourceList')
        return undefined;
    const root = rootOf(document);
    const items = fieldOf(root, 'items');
    if (items === undefined && fieldOf(root, 'functionConfig') === undefined)
        return undefined;
    return items?.content ?? [];
}

;// CONCATENATED MODULE: ./src/flux/setters/find-markers.ts







/**
 * Every comment of a file that is a marker or was meant as one, in the order of the file.
 * @param policies those in force; without them no policy is unknown
 */
function findMarkersIn(path, file, screening, policies) {
    if (!MENTION.test(file.text))
        return [];
    const reading = readFile(path, toByteString(path), file.text);
    const places = placesOf(reading);
    const setters = policies === undefined ? undefined : settersOf(policies);
    return mentionsIn(file, places).map(mention => {
        const text = toText(mention.text);
        const setter = markerValueOf(text);
        const placeFault = reading.kind === 'problem' ? 'file-problem' : faultAt(places, mention);
        const resolves = setters !== undefined && setterNamedBy(text, setters) !== undefined;
        const fault = screening ?? placeFault ?? (resolves ? undefined : valueFault(setter, policies));
        const value = placeFault === undefined ? valueAt(file, places, mention.offset) : undefined;
        return { ...positionOf(file, mention.offset), text, setter, fault, value };
    });
}
const MENTION = /imagepolicy/i;
/** A marker's key, in any case, and without its sign when a brace in front shows what was meant. The rest is prose. */
function isMeant(comment) {
    if (/\$imagepolicy/i.test(comment))
        return true;
    const brace = comment.indexOf('{');
    return brace >= 0 && MENTION.test(comment.slice(brace));
}
function mentionsIn({ text, lineFeeds }, places) {
    const mentions = [];
    let start = 0;
    for (const end of [...lineFeeds, text.length]) {
        const line = text.slice(start, end);
        const sign = MENTION.test(line) ? commentStart(line, start, places) : -1;
        if (sign >= 0 && isMeant(line.slice(sign)))
            mentions.push({ offset: start + sign, text: line.slice(sign) });
        start = end + 1;
    }
    return mentions;
}
/** Where the comment of a line starts: where the YAML reader found it, else at the first `#` that could start one; else -1. */
function commentStart(line, offset, places) {
    const known = places.offsets[countBelow(places.offsets, offset)];
    if (known !== undefined && known < offset + line.length)
        return known - offset;
    const likely = line.search(/(?<=^|[ \t])#/);
    return likely < 0 ? line.indexOf('#') : likely;
}
function valueFault(value, policies) {
    if (value === undefined)
        return 'syntax';
    const [namespace = '', name = '', suffix, ...rest] = value.split(':');
    const isSuffix = suffix === undefined || setterSuffixes.some(known => known === suffix);
    if (namespace === '' || name === '' || !isSuffix || rest.length > 0 || /[\s/]/.test(value))
        return 'value';
    if (policies === undefined)
        return undefined;
    return policies.get(`${namespace}:${name}`) === null ? 'no-image' : 'unknown-policy';
}
function placesOf(reading) {
    const faults = new Map();
    const scalars = [];
    const marked = new Map();
    if (reading.kind === 'problem')
        return { offsets: [], faults, marked, scalarStarts: [], scalarEnds: [] };
    for (const resource of reading.resources) {
        placeComments(resource, faults, scalars);
        for (const { node, comment } of markedScalars(resource.node))
            for (const offset of comment.offsets)
                marked.set(resource.base + offset, { node, resource });
    }
    scalars.sort((left, right) => left.start - right.start);
    const offsets = reading.comments.flatMap(({ comments, base }) => comments.flatMap(comment => comment.offsets.map(at => at + base)));
    return {
        offsets: offsets.sort((left, right) => left - right),
        faults,
        marked,
        scalarStarts: scalars.map(({ start }) => start),
        scalarEnds: scalars.map(({ end }) => end),
    };
}
function faultAt({ faults, scalarStarts, scalarEnds }, { offset }) {
    if (faults.has(offset))
        return faults.get(offset);
    const scalar = countBelow(scalarStarts, offset) - 1;
    return offset < (scalarEnds[scalar] ?? -1) ? 'inside-scalar' : 'dropped';
}
function valueAt(file, { marked }, offset) {
    const found = marked.get(offset);
    if (found === undefined)
        return undefined;
    const { node, resource } = found;
    return {
        text: toText(node.value),
        ...positionOf(file, resource.base + node.start),
        isNull: isNull(node),
        isListItem: resource.isListItem,
    };
}
function placeComments(resource, faults, scalars) {
    const { base } = resource;
    const read = new Set([...markedScalars(resource.node)].map(({ node }) => node));
    const waiting = [{ node: resource.node, isKey: false }];
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
        const { node, isKey } = place;
        if (node.kind === 'scalar' && node.start >= 0)
            scalars.push({ start: base + node.start, end: base + node.end });
        for (const role of ['head', 'line', 'foot']) {
            const comment = node[role];
            for (const offset of comment?.offsets ?? []) {
                const several = comment !== undefined && comment.offsets.length > 1;
                faults.set(base + offset, placeFault(node, role, isKey, several, read));
            }
        }
        for (const [index, part] of node.content.entries())
            waiting.push({ node: part, isKey: node.kind === 'mapping' && index % 2 === 0 });
    }
}
function placeFault(node, role, isKey, several, read) {
    if (role === 'foot')
        return 'foot';
    if (isKey)
        return 'on-key';
    if (node.kind === 'alias')
        return 'on-alias';
    if (node.kind !== 'scalar')
        return 'on-collection';
    if (role === 'head' && node.line !== undefined)
        return 'shadowed';
    if (several)
        return 'several-lines';
    return read.has(node) ? undefined : 'duplicate-key';
}

;// CONCATENATED MODULE: ./src/flux/setters/write-resources.ts



/**
 * Mirrors kyaml's `LocalPackageWriter`: the files that the resources make up, by path, in the order of their index. A resource
 * without a path, which is an item of a list, gets one made of its namespace, kind and name. Throws a PipelineError where the
 * writer fails.
 */
function writeResources(resources, isDirectory) {
    setMissingPaths(resources);
    const groups = groupByPath(resources);
    for (const path of groups.keys()) {
        if (isDirectory(cleanPath(path)))
            throw new PipelineError(`config.kubernetes.io/path cannot be a directory: ${path}`);
    }
    const files = new Map();
    for (const [path, group] of groups)
        files.set(cleanPath(path), writeFile(sortedByIndex(group)));
    return files;
}
function setMissingPaths(resources) {
    const next = new Map();
    for (const resource of resources) {
        copyLegacyAnnotations(resource);
        const meta = metaOf(resource);
        if (meta.missing)
            throw new PipelineError('missing Resource metadata');
        const annotations = annotationsOf(resource);
        const path = annotations.get(annotation.path);
        if (path === undefined) {
            setAnnotation(resource, annotation.path, madePath(meta));
            setAnnotation(resource, annotation.legacyPath, madePath(meta));
        }
        else
            next.set(path, Math.max(next.get(path) ?? 0, indexIn(annotations)));
    }
    for (const resource of resources) {
        const annotations = annotationsOf(resource);
        if (annotations.has(annotation.index))
            continue;
        const path = annotations.get(annotation.path) ?? '';
        const index = next.get(path) ?? 0;
        next.set(path, index + 1);
        setAnnotation(resource, annotation.index, String(index));
        setAnnotation(resource, annotation.legacyIndex, String(index));
    }
}
function indexIn(annotations) {
    const index = annotations.get(annotation.index) ?? '';
    return INTEGER.test(index) ? Number(index) : 0;
}
const INTEGER = /^[-+]?\d+$/;
function madePath({ kind, name, namespace }) {
    const file = `${toByteString(toText(kind).toLowerCase())}_${name}.yaml`;
    return cleanPath(namespace === '' ? file : `${namespace}/${file}`);
}
/** Go's `path.Clean`. */
function cleanPath(path) {
    const parts = [];
    for (const part of path.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part !== '..')
            parts.push(part);
        else if (parts.length > 0 && parts.at(-1) !== '..')
            parts.pop();
        else if (!path.startsWith('/'))
            parts.push(part);
    }
    const cleaned = (path.startsWith('/') ? '/' : '') + parts.join('/');
    return cleaned === '' ? '.' : cleaned;
}
function groupByPath(resources) {
    for (const resource of resources) {
        const missing = [annotation.index, annotation.path].find(name => rawAnnotation(resource, name) === '');
        if (missing !== undefined)
            throw new PipelineError(`resources must be annotated with ${missing} to be written to files`);
    }
    const groups = new Map();
    for (const resource of resources) {
        const path = toText(rawAnnotation(resource, annotation.path));
        if (path.startsWith('/'))
            throw new PipelineError('package paths may not be absolute paths');
        if (cleanPath(path).includes('..'))
            throw new PipelineError(`resource must be written under package: ${cleanPath(path)}`);
        const group = groups.get(path);
        if (group === undefined)
            groups.set(path, [resource]);
        else
            group.push(resource);
    }
    return groups;
}
/** By index, where there is any to compare; without one comes first. */
function sortedByIndex(resources) {
    const indexed = resources.map(resource => ({
        resource,
        index: annotationsOf(resource).get(annotation.index) ?? '',
    }));
    const wrong = indexed.find(({ index }) => index !== '' && !INTEGER.test(index));
    if (wrong !== undefined && indexed.some(({ index }) => index !== '' && index !== wrong.index)) {
        const quoted = JSON.stringify(toText(wrong.index));
        throw new PipelineError(`unable to parse config.kubernetes.io/index ${wrong.index} :strconv.Atoi: parsing ${quoted}: invalid syntax`);
    }
    const rank = (index) => (index === '' ? Number.NEGATIVE_INFINITY : Number(index));
    return indexed
        .sort((left, right) => (left.index === right.index ? 0 : Math.sign(rank(left.index) - rank(right.index))))
        .map(({ resource }) => resource);
}
function writeFile(resources) {
    return writeDocuments(resources.map(prepared));
}
/** Takes the annotations off again that led through the pipeline, and what gets empty by that. */
function prepared(resource) {
    const sequences = annotationsOf(resource).get(annotation.sequenceStyle) === 'wide' ? 'wide' : 'compact';
    clearAnnotation(resource, annotation.index);
    clearAnnotation(resource, annotation.legacyIndex);
    clearAnnotation(resource, annotation.sequenceStyle);
    clearAnnotation(resource, annotation.path);
    clearAnnotation(resource, annotation.legacyPath);
    dropEmptyAnnotations(resource);
    return { node: unwrapped(resource), sequences };
}
/** kyaml takes this key for a wrapper that it made itself. */
function unwrapped(resource) {
    const wrapped = fieldOf(rootOf(resource), 'bareSeqNodeWrappingKey');
    if (wrapped === undefined || isNull(wrapped))
        return resource;
    const isEmptyCollection = (wrapped.kind === 'mapping' || wrapped.kind === 'sequence') && wrapped.content.length === 0;
    return isEmptyCollection ? resource : wrapped;
}

;// CONCATENATED MODULE: ./src/flux/setters/run-pipeline.ts




/**
 * Mirrors the kyaml pipeline that the image-automation-controller runs over everything that it read: checks the annotations that
 * lead back to the files, applies the markers, and writes the files in which a value changed. Changes the resources in place.
 * Throws a PipelineError where the pipeline fails, and with it the whole automation.
 */
function runPipeline(resources, setters, isDirectory) {
    const origins = resources.map((resource, index) => noteOrigin(resource.node, index));
    const changes = [];
    const changedFiles = new Set();
    for (const resource of resources) {
        const path = filePathOf(resource.node);
        for (const setting of applyMarkers(resource.node, setters)) {
            if (setting.old === setting.value)
                continue;
            changedFiles.add(path);
            const meta = metaOf(resource.node);
            const isReported = setters.has(setting.setter) && !meta.missing;
            changes.push({ setting, resource, meta, file: toText(path), isReported });
        }
    }
    const kept = resources.flatMap(({ node }, index) => {
        const origin = origins[index];
        return origin !== undefined && changedFiles.has(filePathOf(node)) ? [{ node, origin }] : [];
    });
    if (kept.length === 0)
        return { changes, written: new Map() };
    const formats = formatsOf(origins);
    for (const { node, origin } of kept)
        restoreAnnotations(node, origin, formats);
    return {
        changes,
        written: writeResources(kept.map(({ node }) => node), isDirectory),
    };
}
function noteOrigin(node, index) {
    setAnnotation(node, annotation.resource, String(index));
    const annotations = annotationsOf(node);
    copyLegacyAnnotations(node);
    checkPairs(node);
    return annotations;
}
function checkPairs(node) {
    const annotations = annotationsOf(node);
    for (const { what, internal, legacy } of annotationPairs) {
        const [first, second] = [annotations.get(internal) ?? '', annotations.get(legacy) ?? ''];
        if (first !== '' && second !== '' && first !== second)
            throw mismatch(what);
    }
}
function mismatch(what) {
    return new PipelineError(`resource input to function has mismatched legacy and internal ${what} annotations`);
}
function filePathOf(node) {
    const annotations = annotationsOf(node);
    return annotations.get(annotation.path) ?? annotations.get(annotation.legacyPath) ?? '';
}
function formatsOf(origins) {
    const found = origins
        .map(origin => ({
        internal: annotationPairs.some(({ internal }) => origin.has(internal)),
        legacy: annotationPairs.some(({ legacy }) => origin.has(legacy)),
    }))
        .filter(({ internal, legacy }) => internal || legacy);
    const [first] = found;
    if (first === undefined)
        return { internal: false, legacy: false };
    if (found.some(({ internal, legacy }) => internal !== first.internal || legacy !== first.legacy))
        throw new PipelineError('the annotation formatting in the input resources is not consistent');
    return first;
}
function restoreAnnotations(node, origin, formats) {
    copyLegacyAnnotations(node);
    for (const pair of annotationPairs)
        if (pair.what !== 'id')
            followChange(node, origin, pair);
    for (const { internal, legacy } of annotationPairs) {
        if (!formats.internal)
            clearAnnotation(node, internal);
        if (!formats.legacy)
            clearAnnotation(node, legacy);
    }
    checkPairs(node);
    clearAnnotation(node, annotation.resource);
}
/** When a marker changed one of the two names' values, the other follows. */
function followChange(node, origin, { what, internal, legacy }) {
    const former = origin.get(internal) ?? origin.get(legacy) ?? '';
    const annotations = annotationsOf(node);
    const [first, second] = [annotations.get(internal) ?? '', annotations.get(legacy) ?? ''];
    if (former === '')
        return;
    if (former !== first && former !== second && first !== second)
        throw mismatch(what);
    if (former !== first)
        setAnnotation(node, legacy, first);
    else if (former !== second)
        setAnnotation(node, internal, second);
}

;// CONCATENATED MODULE: ./src/flux/setters.ts










/**
 * What the image-automation-controller (Flux 2.9) does to a tree with these policies in force. Never throws on any input: what
 * Flux skips is a problem file, what ends its run is `error`.
 */
function applySetters(files, policies, mode = 'flux') {
    const invalid = invalidReference(policies);
    if (invalid !== undefined)
        return { changes: [], problemFiles: [], written: [], error: invalid };
    const all = [...files].sort((left, right) => compareInWalk(left.path, right.path));
    const directories = new Set(all.flatMap(({ path }) => parentsOf(path)));
    const problemFiles = [];
    const resources = [];
    const texts = new Map();
    for (const { path, content } of all.filter(isScreened)) {
        const file = fileTextOf(content);
        const reading = readFile(path, toByteString(path), file.text);
        if (reading.kind === 'problem') {
            const { reason, offset } = reading;
            problemFiles.push(offset === undefined ? { path, reason } : { path, reason, line: positionOf(file, offset).line });
            continue;
        }
        texts.set(path, file);
        for (const resource of reading.resources)
            resources.push(resource);
    }
    const result = runSafely(() => runPipeline(resources, settersOf(policies), path => directories.has(path)));
    if (typeof result === 'string')
        return { changes: [], problemFiles, written: [], error: result };
    const written = mode === 'flux' ? filesOf(result) : editedFiles(result, texts);
    const changes = result.changes.filter(({ isReported }) => isReported).map(change => reported(change, texts));
    return { changes, problemFiles, written, error: null };
}
/**
 * Every comment of a file that is a marker or was meant as one, whether Flux honours it and why not.
 * @param policies those in force; without them no policy is unknown
 */
function findMarkers(file, policies) {
    const screening = isScreened(file) ? undefined : hasScreenedName(file.path) ? 'file-not-screened' : 'file-name';
    return findMarkersIn(file.path, fileTextOf(file.content), screening, policies);
}
/** Whether Flux parses a file: by its name, and by the bytes of a marker's key somewhere in it. */
function isScreened({ path, content }) {
    return (hasScreenedName(path) && Buffer.from(content.buffer, content.byteOffset, content.byteLength).includes(markerToken));
}
/** `.yaml` and `.yml` in lower case, and files named `Kustomization`, in hidden folders too. */
function hasScreenedName(path) {
    return /\.ya?ml$/.test(path) || /(?:^|\/)Kustomization$/.test(path);
}
/** The order in which Go's `filepath.Walk` comes by: names in byte order, a folder's files at the place of its name. */
function compareInWalk(left, right) {
    const [a, b] = [left.split('/'), right.split('/')];
    for (const [index, part] of a.entries()) {
        const other = b[index];
        if (other === undefined)
            return 1;
        if (part !== other)
            return Buffer.compare(Buffer.from(part), Buffer.from(other));
    }
    return a.length - b.length;
}
function parentsOf(path) {
    const parts = path.split('/');
    return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
/** The pipeline's result, or the error that ends the automation. */
function runSafely(run) {
    try {
        return run();
    }
    catch (error) {
        if (error instanceof PipelineError)
            return toText(error.message);
        throw error;
    }
}
function filesOf({ written }) {
    return sortedByPath([...written].map(([path, content]) => ({ path, content: toBytes(content) })));
}
function editedFiles({ changes }, texts) {
    const byPath = new Map();
    for (const change of changes) {
        const { source } = change.resource;
        const changesInFile = byPath.get(source);
        if (changesInFile === undefined)
            byPath.set(source, [change]);
        else
            changesInFile.push(change);
    }
    const edited = [];
    for (const [path, changesInFile] of byPath) {
        const file = texts.get(path);
        if (file !== undefined)
            edited.push({ path, content: toBytes(editScalars(file, changesInFile)) });
    }
    return sortedByPath(edited);
}
function sortedByPath(files) {
    return [...files].sort((left, right) => (left.path < right.path ? -1 : 1));
}
function reported({ setting, resource, meta, file }, texts) {
    const { source: path, base } = resource;
    const text = texts.get(path);
    const place = text === undefined || base === undefined ? { line: 1, column: 1 } : positionOf(text, base + setting.node.start);
    return {
        file,
        kind: toText(meta.kind),
        namespace: toText(meta.namespace),
        name: toText(meta.name),
        old: toText(setting.old),
        new: toText(setting.value),
        setter: setting.setter,
        source: { path, ...place },
    };
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/marker-file-parses.ts


const markerFileParses = {
    id: 'marker-file-parses',
    severity: 'error',
    summary: 'Flux can read a file with setter markers.',
    why: 'A file that does not parse, or whose top is no map, is skipped as a whole, with all its documents, and only a trace log says so: none of its values is ever updated.',
    fix: 'Make the whole file plain YAML: no template lines, no tabs, every document a map.',
    examples: [
        {
            title: 'A list at the top',
            files: {
                ...exampleLoop,
                'flux/images.yaml': `# expect-below: marker-file-parses
- image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}
`,
            },
        },
        {
            title: 'Text behind a separator',
            files: {
                ...exampleLoop,
                'flux/frontend.yaml': `a: b
# expect-below: marker-file-parses
--- {c: d}
image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}
`,
            },
        },
        {
            title: 'Plain YAML',
            files: {
                ...exampleLoop,
                'flux/frontend.yaml': exampleDeployment(`        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`),
            },
        },
    ],
    *check({ markers }) {
        for (const [path, [first, ...others]] of markers.byFile) {
            if (first?.verdict?.rule !== 'marker-file-parses')
                continue;
            // Where no automation comes by, it does not matter what Flux can read.
            if (first.automations.length === 0)
                continue;
            const { file } = first;
            const { problemFiles } = applySetters([{ path, content: Buffer.from(file.text) }], new Map());
            const [problem] = problemFiles;
            const lines = file.text.split(/\r?\n/);
            const line = marker_file_parses_lineOf(problem?.line, lines);
            const span = { line, column: 1, endLine: line, endColumn: (lines[line - 1] ?? '').length + 1 };
            const count = others.length + 1;
            yield {
                file: path,
                span,
                message: `Flux skips this file without a word, so ${count === 1 ? 'its marker' : `none of its ${count} markers`} has an effect: ${problem?.reason.split('\n')[0] ?? 'it does not parse'}`,
                found: lines[line - 1]?.trim() ?? '',
                expected: 'plain YAML, every document a map',
            };
        }
    },
};
/** The line of the problem; of a problem with a whole document its first line, and without a place the separator that is none. */
function marker_file_parses_lineOf(line, lines) {
    if (line === undefined)
        return lines.findIndex((text, index) => index > 0 && /^---\s*[^#\s]/.test(text)) + 1 || 1;
    const first = lines.findIndex((text, index) => index >= line - 1 && !/^\s*(?:#|$)|^---\s*$/.test(text));
    return first < 0 ? line : first + 1;
}

// EXTERNAL MODULE: ./src/flux/policy.ts
var policy = __webpack_require__(1857);
;// CONCATENATED MODULE: ./src/flux/inventory/elected-image.ts


/** The image that a policy chooses tags of; undefined where the tree does not surely say it. */
function imageOf({ repository }) {
    if (repository.state !== 'found' || repository.target.placement.isRewritten)
        return undefined;
    const { image } = repository.target;
    return image_loop_hasVariable(image) ? undefined : image;
}
/** Whether a policy may elect a tag; undefined where the tree does not surely say its rules, or they are wrong themselves. */
function accepts({ spec, placement }, tag) {
    if (placement.isRewritten || (placement.isPatched && JSON.stringify(spec).includes('${')))
        return undefined;
    const { selectedTag, stage } = (0,policy/* evaluatePolicy */.U)(spec, [tag]);
    return stage === 'InvalidPolicy' ? undefined : selectedTag !== null;
}
/** A tag that nobody builds, written until the first update comes. */
function isPlaceholderTag(tag) {
    return (/^(?:latest|place-?holder|tag|image-?tag|version|todo|tbd|change-?me|replace-?me|initial|dummy|xxx+)$/i.test(tag) ||
        /^(?:[a-z]+-)?v?0+(?:[.-]0+)*(?:-[a-z]+)?$/.test(tag));
}

;// CONCATENATED MODULE: ./src/flux/inventory/marker.ts
/** `namespace:policy`, alone or with a part; undefined for anything else. */
function parseTarget(setter) {
    if (setter === undefined || /[\s/]/.test(setter))
        return undefined;
    const [namespace = '', policy = '', part = 'image', ...rest] = setter.split(':');
    if (namespace === '' || policy === '' || rest.length > 0 || !isPart(part))
        return undefined;
    return { namespace, policy, part };
}
function printTarget({ namespace, policy, part }) {
    return part === 'image' ? `${namespace}:${policy}` : `${namespace}:${policy}:${part}`;
}
/** A marker as Flux wants it. */
function printMarker(target) {
    return `# {"$imagepolicy": "${printTarget(target)}"}`;
}
function isPart(text) {
    return text === 'image' || text === 'tag' || text === 'name' || text === 'digest';
}

;// CONCATENATED MODULE: ./src/image/canonical.ts

/**
 * The repository of a reference under the one name that all its spellings share: Docker Hub is `docker.io`, and a one-part name
 * there is in `library`. Undefined when the text is no reference.
 */
function canonicalRepository(text) {
    const reference = (0,image_reference/* parseReference */.F2)(text);
    return reference === undefined ? undefined : canonicalName(reference);
}
function canonicalName({ registry, name }) {
    const isHub = registry === undefined || HUB.has(registry);
    if (!isHub)
        return `${registry.toLowerCase()}/${name}`;
    return `docker.io/${name.includes('/') ? name : `library/${name}`}`;
}
const HUB = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/marker-image.ts





const markerImage = {
    id: 'marker-image',
    severity: 'error',
    summary: 'A setter marker names the policy of the image that its value names.',
    why: 'Flux writes what the policy elects, whatever stood there: with the policy of another image the workload runs that other image, or a tag that its own image does not have.',
    fix: 'Name the policy that chooses among the tags of this very image.',
    examples: [
        {
            title: 'The image of the backend with the policy of the frontend',
            files: {
                ...exampleLoop,
                'flux/frontend.yaml': exampleDeployment(`        # expect-below: marker-image
        image: 192.168.0.40:5000/library/backend:main-abc1234-1700000000 # {"$imagepolicy": "flux-system:frontend"}`),
            },
        },
        {
            title: 'A tag for another repository',
            files: {
                ...exampleLoop,
                'flux/values.yaml': `image:
  repository: 192.168.0.40:5000/library/backend
  # expect-below: marker-image
  tag: main-abc1234-1700000000 # {"$imagepolicy": "flux-system:frontend:tag"}
`,
            },
        },
        {
            title: 'The image of the policy, and a name that is still to be filled in',
            files: {
                ...exampleLoop,
                'flux/frontend.yaml': exampleDeployment(`        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`),
                'flux/other.yaml': `image: frontend:main-abc1234-1700000000 # {"$imagepolicy": "flux-system:frontend"}
`,
            },
        },
    ],
    *check({ markers, loop }) {
        for (const marker of markers.all) {
            const { file, span, value, text, target, verdict } = marker;
            if (verdict?.rule !== 'marker-image' || target === undefined)
                continue;
            const { policy, image, found } = verdict;
            const right = policyFor(found, marker, loop);
            const part = target.part === 'image' || target.part === 'name' ? 'it' : `its ${target.part}`;
            yield {
                file: file.path,
                span: value?.span ?? span,
                message: `this is the image ${found}, and the ${titleOf(policy.resource)} chooses among the tags of ${image}: Flux will write ${part === 'it' ? 'that image' : `${part} of that image`} here`,
                found: `${found} ${text}`,
                expected: image,
                ...(right === undefined ? {} : { fix: { text: printMarker({ ...target, ...right }) } }),
            };
        }
    },
};
/** The only policy for the image that the automation of the marker takes. */
function policyFor(found, { automations }, { policies }) {
    const wanted = canonicalRepository(found);
    const fitting = policies.filter(policy => {
        const image = imageOf(policy);
        return image !== undefined && canonicalRepository(image) === wanted;
    });
    const [first, ...others] = fitting.filter(({ namespace }) => automations.some(automation => automation.namespace === namespace));
    if (first?.namespace === undefined || others.length > 0)
        return undefined;
    return { namespace: first.namespace, policy: first.name };
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/marker-list-document.ts


const markerListDocument = {
    id: 'marker-list-document',
    severity: 'error',
    summary: 'A file with setter markers is no `kind: List`.',
    why: 'Flux takes the list apart and writes every item as a file of its own; the file itself stays as it was. The values that are applied never change, and objects stand in the tree twice.',
    fix: 'Write the items as documents of the file, one below the other with `---` between them.',
    examples: [
        {
            title: 'A list as the only document',
            files: {
                ...exampleLoop,
                'flux/list.yaml': `apiVersion: v1
kind: List # expect: marker-list-document
items:
- apiVersion: v1
  kind: Pod
  metadata:
    name: frontend
    namespace: website
  spec:
    containers:
    - name: frontend
      image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}
`,
            },
        },
        {
            title: 'The same as a document',
            files: {
                ...exampleLoop,
                'flux/pod.yaml': `apiVersion: v1
kind: Pod
metadata:
  name: frontend
  namespace: website
spec:
  containers:
  - name: frontend
    image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}
`,
            },
        },
    ],
    *check({ markers }) {
        for (const [path, inFile] of markers.byFile) {
            const marker = inFile.find(({ fault, value, automations }) => {
                return fault === undefined && value?.isListItem === true && automations.length > 0;
            });
            if (marker === undefined)
                continue;
            const document = marker.value?.place?.document ?? marker.file.documents[0];
            yield {
                file: path,
                span: document === undefined ? marker.span : spanAt(marker.file, document, ['kind']),
                message: 'Flux writes each item of this list as a new file and leaves the list alone, so what is applied is never updated',
                found: 'kind: List',
                expected: 'one document for each object',
                fix: { text: 'Write the items as documents, with a line "---" between them' },
            };
        }
    },
};

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/marker-null-value.ts


const markerNullValue = {
    id: 'marker-null-value',
    severity: 'error',
    summary: 'A value with a setter marker is a text, not `null` or `~`.',
    why: 'Flux sets the text and leaves the type: it writes `!!null host/name:tag`, which every reader takes for nothing at all, or refuses.',
    fix: 'Write an image, or any text between quotes, until the first update.',
    examples: [
        {
            title: 'A null in place of the image',
            files: {
                ...exampleLoop,
                'flux/values.yaml': `# expect-below: marker-null-value
image: null # {"$imagepolicy": "flux-system:frontend"}
`,
            },
        },
        {
            title: 'An image',
            files: {
                ...exampleLoop,
                'flux/values.yaml': `image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}
`,
            },
        },
    ],
    *check({ markers }) {
        for (const { file, value, target, verdict } of markers.all) {
            if (verdict?.rule !== 'marker-null-value' || value === undefined || target === undefined)
                continue;
            const what = target.part === 'image' ? 'image' : target.part;
            yield {
                file: file.path,
                span: value.span,
                message: `Flux will write "!!null" in front of the ${what}, and no reader takes that for a text`,
                found: value.text,
                expected: 'a text',
                fix: { text: `"placeholder" ${printMarker(target)}` },
            };
        }
    },
};

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/marker-path-annotation.ts




const annotated = (path, expectation) => exampleDeployment(`        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`).replace('  namespace: website\n', `  namespace: website\n  annotations:\n    config.kubernetes.io/path: ${path}${expectation}\n`);
const markerPathAnnotation = {
    id: 'marker-path-annotation',
    severity: 'error',
    summary: 'No object of a file with setter markers has an annotation that tells another path than the file’s own.',
    why: 'The library with which Flux writes files back uses these annotations itself. When they contradict where a file was read, the whole automation fails: no value of any file is updated.',
    fix: 'Remove the annotation; it is left over from another tool.',
    examples: [
        {
            title: 'An annotation that a tool left behind',
            files: {
                ...exampleLoop,
                'flux/frontend.yaml': annotated('deploy/app.yaml', ' # expect: marker-path-annotation'),
            },
        },
        {
            title: 'The path of the file below `update.path`',
            files: { ...exampleLoop, 'flux/frontend.yaml': annotated('frontend.yaml', '') },
        },
    ],
    *check({ inventory, loop, markers }) {
        for (const [path, file] of inventory.files) {
            const line = ANNOTATION.exec(file.text);
            if (line === null)
                continue;
            const content = Buffer.from(file.text);
            if (!isScreened({ path, content }))
                continue;
            for (const automation of loop.automations) {
                if (markers.covers(automation, path) !== 'yes')
                    continue;
                const relative = external_node_path_.posix.relative(automation.updatePath ?? '.', path);
                const { error } = applySetters([{ path: relative, content }], new Map());
                if (error === null)
                    continue;
                const start = line.index + (line[1] ?? '').length;
                yield {
                    file: path,
                    span: file.span(start, start + (line[2] ?? '').length),
                    message: `the ${titleOf(automation.resource)} fails as a whole on this annotation, so no value of any file is updated: ${error.split('\n')[0] ?? ''}`,
                    found: (line[2] ?? '').trim(),
                    expected: 'no such annotation',
                    fix: { text: 'Remove the line' },
                };
                break;
            }
        }
    },
};
const ANNOTATION = /^(\s*["']?)((?:internal\.config\.kubernetes\.io\/(?:path|index|id)|config\.kubernetes\.io\/(?:path|index)|config\.k8s\.io\/id)["']?:[^\n#]*)/m;

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/marker-policy.ts




const markerPolicy = {
    id: 'marker-policy',
    severity: 'error',
    summary: 'A setter marker names an ImagePolicy that the automation of its file takes.',
    why: 'Flux knows only the policies in the namespace of the ImageUpdateAutomation, less those that its `policySelector` leaves out. A marker that names another one is passed over in silence.',
    fix: 'Name a policy that exists, with the namespace of the automation, or give the policy what the selector asks for.',
    examples: [
        {
            title: 'No policy has that name',
            files: {
                ...exampleLoop,
                'flux/frontend.yaml': exampleDeployment(`        # expect-below: marker-policy
        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontent"}`),
            },
        },
        {
            title: 'The namespace is that of the workload instead of the policy',
            files: {
                ...exampleLoop,
                'flux/frontend.yaml': exampleDeployment(`        # expect-below: marker-policy
        image: ${exampleImage} # {"$imagepolicy": "website:frontend"}`),
            },
        },
        {
            title: 'The selector of the automation leaves the policy out',
            files: {
                ...exampleLoopWith({ spec: '  policySelector:\n    matchLabels:\n      stage: production\n' }),
                'flux/frontend.yaml': exampleDeployment(`        # expect-below: marker-policy
        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`),
            },
        },
        {
            title: 'A policy of the namespace of the automation',
            files: {
                ...exampleLoop,
                'flux/frontend.yaml': exampleDeployment(`        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`),
            },
        },
        {
            title: 'A tree without image automation: policies are elsewhere',
            files: {
                'frontend.yaml': exampleDeployment(`        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`),
            },
        },
    ],
    *check({ markers, loop }) {
        for (const marker of markers.all) {
            const { file, span, target, verdict } = marker;
            if (verdict?.rule !== 'marker-policy' || target === undefined)
                continue;
            const meant = meantPolicy(marker, target, verdict.why, loop);
            yield {
                file: file.path,
                span,
                message: `${problemOf(target, verdict.why)}, so Flux passes over the marker without a word and the value is never updated`,
                found: `${target.namespace}:${target.policy}`,
                ...(meant === undefined
                    ? {}
                    : { expected: `${meant.namespace}:${meant.policy}`, fix: { text: printMarker(meant) } }),
            };
        }
    },
};
function problemOf({ namespace, policy }, why) {
    switch (why.kind) {
        case 'no-such-policy':
            return `there is no ImagePolicy ${namespace}/${policy}`;
        case 'other-namespace':
            return `the ImagePolicy ${policy} is in the namespace "${why.policy.namespace ?? '(none)'}", not in "${namespace}"`;
        case 'not-of-automation':
            return `the ${titleOf(why.automation.resource)} works on this file and takes policies of its own namespace only`;
        case 'not-selected':
            return `the policySelector of the ${titleOf(why.automation.resource)} leaves out the ImagePolicy ${namespace}/${policy}`;
    }
}
function meantPolicy({ automations }, target, why, { policies }) {
    if (why.kind === 'not-selected' || why.kind === 'not-of-automation')
        return undefined;
    if (why.kind === 'other-namespace') {
        const { namespace } = why.policy;
        return namespace === undefined ? undefined : { ...target, namespace };
    }
    const taken = policies.filter(({ namespace }) => automations.length === 0 || automations.some(automation => automation.namespace === namespace));
    const near = (0,nearest/* nearest */.p)(target.policy, taken.map(({ name }) => name));
    const found = taken.find(({ name }) => name === near);
    if (found?.namespace === undefined)
        return undefined;
    return { ...target, namespace: found.namespace, policy: found.name };
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/marker-position.ts

const markerPosition = {
    id: 'marker-position',
    severity: 'error',
    summary: 'A setter marker stands behind the value that it sets, on the same line.',
    why: 'Flux reads the comment on the line of a value, and above an item of a list that has none. A marker anywhere else is passed over without an event and without a status.',
    fix: 'Move the marker to the end of the line on which the value stands.',
    examples: [
        {
            title: 'Above a key',
            files: {
                ...exampleLoop,
                'flux/frontend.yaml': exampleDeployment(`        # expect-below: marker-position
        # {"$imagepolicy": "flux-system:frontend"}
        image: ${exampleImage}`),
            },
        },
        {
            title: 'Behind a key whose value comes on the next line',
            files: {
                ...exampleLoop,
                'flux/frontend.yaml': exampleDeployment(`        # expect-below: marker-position
        image: # {"$imagepolicy": "flux-system:frontend"}
          ${exampleImage}`),
            },
        },
        {
            title: 'Behind a list in brackets',
            files: {
                ...exampleLoop,
                'flux/images.yaml': `# expect-below: marker-position
images: [${exampleImage}] # {"$imagepolicy": "flux-system:frontend"}
`,
            },
        },
        {
            title: 'In a block of text',
            files: {
                ...exampleLoop,
                'flux/values.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: values
  namespace: website
data:
  values.yaml: |
    # expect-below: marker-position
    image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}
  README.md: |
    image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}
`,
            },
        },
        {
            title: 'Behind the value, or above an item of a list',
            files: {
                ...exampleLoop,
                'flux/frontend.yaml': exampleDeployment(`        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}
        args:
        # {"$imagepolicy": "flux-system:frontend"}
        - ${exampleImage}`),
            },
        },
    ],
    *check({ markers }) {
        for (const marker of markers.all) {
            const { file, span, text, verdict, fault } = marker;
            if (verdict?.rule !== 'marker-position' || fault === undefined || isDocument(marker))
                continue;
            const { where, move } = PLACES[fault] ?? ELSEWHERE;
            yield {
                file: file.path,
                span,
                message: `the marker stands ${where}, where Flux does not look, so the value is never updated`,
                found: text,
                expected: 'the marker behind the value, on its line',
                fix: { text: move },
            };
        }
    },
};
const ELSEWHERE = { where: 'on no value', move: 'Move it to the end of the line on which the value stands' };
const PLACES = {
    'inside-scalar': {
        where: 'inside of a block of text, which is a value as a whole',
        move: 'Keep what is to be updated in a file of its own, or set it outside of the text',
    },
    'on-key': {
        where: 'on a key: above it, or behind one that has no value on its line',
        move: 'Move it to the end of the line on which the value stands',
    },
    'on-collection': {
        where: 'on a map or a list',
        move: 'Write the map or list over several lines, with the marker behind the value itself',
    },
    'on-alias': { where: 'on an alias', move: 'Move it to the value that has the anchor; its aliases follow' },
    foot: { where: 'below a value', move: 'Move it up, to the end of the line on which the value stands' },
    shadowed: {
        where: 'above an item that has a comment on its own line, and only that one is read',
        move: 'Move it to the end of the line of the item, in place of the comment there',
    },
    'several-lines': {
        where: 'among other lines of comment, and all of them together are no marker',
        move: 'Move it to the end of the line on which the value stands',
    },
    dropped: { where: 'where comments are dropped', move: 'Move it to the end of the line on which the value stands' },
};
/** Text that explains how to write a marker, kept in a value. */
function isDocument({ file, span, fault }) {
    if (fault !== 'inside-scalar')
        return false;
    const lines = file.text.split('\n').slice(0, span.line - 1);
    const indent = (line) => /^ */.exec(line)?.[0].length ?? 0;
    let depth = indent(file.text.split('\n')[span.line - 1] ?? '');
    for (const line of lines.reverse()) {
        if (line.trim() === '' || indent(line) >= depth)
            continue;
        depth = indent(line);
        const header = /^\s*(?:- )?(\S+):\s*[|>][-+0-9]*(?:\s+#.*)?$/.exec(line)?.[1];
        if (header !== undefined)
            return /\.(?:md|txt|tpl|gotmpl|adoc|html)["']?$|template|readme|description/i.test(header);
    }
    return false;
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/marker-scope.ts


const markerScope = {
    id: 'marker-scope',
    severity: 'error',
    summary: 'A file with setter markers lies below the `update.path` of an automation and is one that Flux reads.',
    why: 'Flux looks for markers in `.yaml` and `.yml` files below `update.path` and nowhere else. Elsewhere a marker is only a comment.',
    fix: 'Move the file below `update.path`, or let the automation work on a folder that holds it.',
    examples: [
        {
            title: 'The compose file lies beside the folder of the automation',
            files: {
                ...exampleLoop,
                'backend/docker-compose.yml': `services:
  backend:
    # expect-below: marker-scope
    image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}
`,
            },
        },
        {
            title: 'The automation works on the whole tree',
            files: {
                ...exampleLoopWith({ path: './' }),
                'backend/docker-compose.yml': `services:
  backend:
    image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}
`,
            },
        },
        {
            title: 'A sample is not for Flux',
            files: {
                ...exampleLoop,
                'docs/frontend.yaml': exampleDeployment(`        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`),
            },
        },
    ],
    *check({ markers, loop }) {
        for (const { file, span, text, verdict } of markers.all) {
            if (verdict?.rule !== 'marker-scope')
                continue;
            if (verdict.why === 'name') {
                yield {
                    file: file.path,
                    span,
                    message: 'Flux reads no file of this name, so it never finds the marker',
                    found: file.path,
                    expected: 'a name that ends in .yaml or .yml',
                };
                continue;
            }
            const paths = new Map(loop.automations.map(({ resource, updatePath = '?' }) => [titleOf(resource), updatePath]));
            const known = [...paths].map(([title, path]) => `${title}: ${path}`);
            yield {
                file: file.path,
                span,
                message: `no ImageUpdateAutomation works on this file, so the value is never updated`,
                found: text,
                expected: `a file below ${[...new Set(paths.values())].sort().join(' or ')}`,
                witness: known.sort(),
            };
        }
    },
};

;// CONCATENATED MODULE: ./src/flux/inventory/marker-repair.ts
/** What somebody most probably meant with a comment that is nearly a marker. */
function repairedTarget(text) {
    const plain = text.replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ');
    const match = /imagepolicy[^\w:=]*[:=][^\w]*([\w.-]+)\s*[:/]\s*([\w.-]+)(?:\s*:\s*(tag|name|digest)\b)?/i.exec(plain) ?? undefined;
    const [, namespace, policy, part] = match ?? [];
    if (namespace === undefined || policy === undefined)
        return undefined;
    return { namespace, policy, part: partOf(part) };
}
/**
 * Why a comment is no marker, as the start of a sentence.
 *
 * @param setter what it names, when it is a JSON object that names something
 */
function syntaxProblem(text, setter) {
    if (setter !== undefined)
        return setterProblem(setter);
    const said = text.replace(/^#+/, '').trim();
    if (/[\u00a0\u2000-\u200a\u202f\u3000\u200b\ufeff]/.test(said))
        return 'a blank in it is none that JSON knows';
    if (/[“”‘’„«»]/.test(said))
        return 'its quotes are typographic ones';
    const [, before = '', object, after = ''] = /^([^{]*)(\{[^}]*\})?(.*)$/s.exec(said) ?? [];
    if (object === undefined)
        return 'it is no JSON object';
    if (before.trim() !== '' || after.trim() !== '')
        return 'text stands around the JSON object';
    if (/'/.test(object) && !/"/.test(object))
        return 'its quotes are single ones, which JSON does not know';
    if (/,\s*\}$/.test(object))
        return 'a comma stands before the closing brace';
    const key = /"([^"]*imagepolicy[^"]*)"/i.exec(object)?.[1];
    if (key === undefined)
        return 'its key is not in double quotes';
    if (key !== '$imagepolicy')
        return `its key is "${key}" where "$imagepolicy" is wanted`;
    return 'it is no JSON object whose values are all texts';
}
function setterProblem(setter) {
    if (/\s/.test(setter))
        return `"${setter}" has a blank in it`;
    if (setter.includes('/'))
        return `"${setter}" has a slash where a colon is wanted`;
    if (!setter.includes(':'))
        return `"${setter}" names no namespace`;
    return `"${setter}" is not "namespace:policy", alone or with ":tag", ":name" or ":digest"`;
}
function partOf(text) {
    const part = text?.toLowerCase();
    return part === 'tag' || part === 'name' || part === 'digest' ? part : 'image';
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/marker-suffix.ts





const markerSuffix = {
    id: 'marker-suffix',
    severity: 'error',
    summary: 'The suffix of a setter marker says the part of the image that its value wants.',
    why: 'Without a suffix Flux writes `host/name:tag`, with `:tag`, `:name` or `:digest` that part alone. The wrong one writes a tag where an image is wanted, or an image where a tag is; an unknown one is passed over in silence.',
    fix: 'A whole reference takes no suffix, a tag `:tag`, an image without tag `:name`.',
    examples: [
        {
            title: 'A value that is only a tag gets the whole reference',
            files: {
                ...exampleLoop,
                'flux/values.yaml': `image:
  repository: 192.168.0.40:5000/library/frontend
  # expect-below: marker-suffix
  tag: main-abc1234-1700000000 # {"$imagepolicy": "flux-system:frontend"}
`,
            },
        },
        {
            title: 'The image of a container gets a tag alone',
            files: {
                ...exampleLoop,
                'flux/frontend.yaml': exampleDeployment(`        # expect-below: marker-suffix
        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend:tag"}`),
            },
        },
        {
            title: 'There is no such suffix',
            files: {
                ...exampleLoop,
                'flux/values.yaml': `image:
  repository: 192.168.0.40:5000/library/frontend
  # expect-below: marker-suffix
  tag: main-abc1234-1700000000 # {"$imagepolicy": "flux-system:frontend:tags"}
`,
            },
        },
        {
            title: 'Each part with its suffix',
            files: {
                ...exampleLoop,
                'flux/values.yaml': `image:
  repository: 192.168.0.40:5000/library/frontend # {"$imagepolicy": "flux-system:frontend:name"}
  tag: main-abc1234-1700000000 # {"$imagepolicy": "flux-system:frontend:tag"}
`,
                'flux/frontend.yaml': exampleDeployment(`        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`),
            },
        },
    ],
    *check({ markers }) {
        for (const marker of markers.all) {
            const { verdict } = marker;
            if (verdict?.rule !== 'marker-suffix')
                continue;
            yield verdict.fits === undefined ? unknownSuffix(marker) : wrongSuffix(marker, verdict.fits);
        }
    },
};
function unknownSuffix({ file, span, text, setter = '' }) {
    const suffix = setter.split(':')[2] ?? '';
    const target = repairedTarget(text);
    const part = (0,nearest/* nearest */.p)(suffix, ['tag', 'name', 'digest']);
    const meant = part === 'tag' || part === 'name' || part === 'digest' ? part : 'image';
    const marker = target === undefined ? undefined : printMarker({ ...target, part: meant });
    return {
        file: file.path,
        span,
        message: `":${suffix}" is no suffix that Flux knows, so it passes over the marker without a word and the value is never updated`,
        found: text,
        expected: 'no suffix, or one of ":tag", ":name", ":digest"',
        ...(marker === undefined ? {} : { fix: { text: marker } }),
    };
}
function wrongSuffix({ file, span, text, target, value, policy }, fits) {
    const [first] = policy.state === 'found' ? policy.policies : [];
    const image = (first === undefined ? undefined : imageOf(first)) ?? 'host/name';
    const written = { image: `${image}:<tag>`, tag: '<tag>', name: image, digest: '<digest>' }[target?.part ?? 'image'];
    const marker = target === undefined ? undefined : printMarker({ ...target, part: fits });
    const end = value === undefined ? undefined : file.text.indexOf(text, value.range[1]);
    const edits = end === undefined || end < 0 || marker === undefined
        ? {}
        : { edits: [{ file: file.path, start: end, end: end + text.length, text: marker }] };
    return {
        file: file.path,
        span,
        message: `Flux will write "${written}" in place of ${JSON.stringify(value?.text ?? '')}, where ${WANTED[fits]} is wanted`,
        found: text,
        ...(marker === undefined ? {} : { expected: marker, fix: { text: marker, ...edits } }),
    };
}
const WANTED = {
    image: 'a whole reference',
    tag: 'a tag alone',
    name: 'an image without a tag',
    digest: 'a digest alone',
};

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/marker-syntax.ts



const markerSyntax = {
    id: 'marker-syntax',
    severity: 'error',
    summary: 'A setter marker is a comment that is one JSON object and nothing else, and names `namespace:policy`.',
    why: 'Flux passes over anything else without an event and without a status: the value is never updated, and nobody is told.',
    fix: 'Write `# {"$imagepolicy": "namespace:policy"}` behind the value, or `namespace:policy:tag`, `:name` or `:digest`.',
    examples: [
        {
            title: 'Single quotes are no JSON',
            files: {
                ...exampleLoop,
                'flux/frontend.yaml': exampleDeployment(`        # expect-below: marker-syntax
        image: ${exampleImage} # {'$imagepolicy': 'flux-system:frontend'}`),
            },
        },
        {
            title: 'The key is case-sensitive',
            files: {
                ...exampleLoop,
                'flux/frontend.yaml': exampleDeployment(`        # expect-below: marker-syntax
        image: ${exampleImage} # {"$ImagePolicy": "flux-system:frontend"}`),
            },
        },
        {
            title: 'Text around the object makes it prose',
            files: {
                ...exampleLoop,
                'flux/frontend.yaml': exampleDeployment(`        # expect-below: marker-syntax
        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"} keep this`),
            },
        },
        {
            title: 'Namespace and policy are joined by a colon',
            files: {
                ...exampleLoop,
                'flux/frontend.yaml': exampleDeployment(`        # expect-below: marker-syntax
        image: ${exampleImage} # {"$imagepolicy": "flux-system/frontend"}`),
            },
        },
        {
            title: 'A marker, prose about markers, and a line that is commented out',
            files: {
                ...exampleLoop,
                'flux/frontend.yaml': exampleDeployment(`        # The comment with "$imagepolicy" lets Flux write the tag.
        # image: nginx:1.27 # {'$imagepolicy': 'flux-system:nginx'}
        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`),
            },
        },
    ],
    *check({ markers, loop }) {
        for (const { file, span, text, setter, verdict } of markers.all) {
            if (verdict?.rule !== 'marker-syntax')
                continue;
            const target = repairedTarget(text);
            const problem = syntaxProblem(text, setter);
            const marker = printMarker(target ?? { namespace: 'namespace', policy: 'policy', part: 'image' });
            const start = offsetIn(file.text, span.line, span.column);
            const isKnown = loop.policies.some(({ namespace, name }) => name === target?.policy && namespace === target.namespace);
            const edits = [{ file: file.path, start, end: start + text.length, text: marker }];
            yield {
                file: file.path,
                span,
                message: `${problem}, so Flux passes over the marker without a word and the value is never updated`,
                found: text,
                expected: marker,
                fix: { text: marker, ...(isKnown && problem !== STRAY ? { edits } : {}) },
            };
        }
    },
};
const STRAY = 'text stands around the JSON object';
function offsetIn(text, line, column) {
    let start = 0;
    for (let count = 1; count < line; count += 1)
        start = text.indexOf('\n', start) + 1;
    return start + column - 1;
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/marker-tag.ts


const markerTag = {
    id: 'marker-tag',
    severity: 'warning',
    summary: 'The tag at a setter marker is one that its policy could have elected.',
    why: 'Until the first update the cluster runs what stands there. A placeholder does not exist in the registry; any other tag that the policy does not accept will be replaced by one of another kind.',
    fix: 'Write a tag that has been built, or let the policy accept the tags that are in use.',
    examples: [
        {
            title: 'A placeholder',
            files: {
                ...exampleLoop,
                'flux/frontend.yaml': exampleDeployment(`        # expect-below: marker-tag
        image: 192.168.0.40:5000/library/frontend:latest # {"$imagepolicy": "flux-system:frontend"}`),
            },
        },
        {
            title: 'A placeholder in the form of a tag',
            files: {
                ...exampleLoop,
                'flux/frontend.yaml': exampleDeployment(`        # expect-below: marker-tag
        image: 192.168.0.40:5000/library/frontend:main-0000000-0000000000 # {"$imagepolicy": "flux-system:frontend"}`),
            },
        },
        {
            title: 'A tag of another kind',
            files: {
                ...exampleLoop,
                'flux/values.yaml': `image:
  repository: 192.168.0.40:5000/library/frontend
  # expect-below: marker-tag
  tag: v1.4.2 # {"$imagepolicy": "flux-system:frontend:tag"}
`,
            },
        },
        {
            title: 'A tag of a build',
            files: {
                ...exampleLoop,
                'flux/frontend.yaml': exampleDeployment(`        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`),
            },
        },
    ],
    *check({ markers }) {
        for (const { file, span, value, verdict } of markers.all) {
            if (verdict?.rule !== 'marker-tag')
                continue;
            const { policy, tag, isPlaceholder } = verdict;
            const title = titleOf(policy.resource);
            const message = tag === undefined
                ? 'the image has no tag, so "latest" runs until the first update'
                : isPlaceholder
                    ? `"${tag}" is a placeholder: until the first update the cluster is to run an image that no build makes`
                    : `the ${title} does not accept the tag "${tag}"`;
            const pattern = policy.spec.filterTags?.pattern;
            yield {
                file: file.path,
                span: value?.span ?? span,
                message,
                found: value?.text ?? '',
                expected: pattern === undefined ? `a tag that the ${title} accepts` : `a tag that matches ${pattern}`,
            };
        }
    },
};

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/namespace-first.ts




const namespaceFirst = {
    id: 'namespace-first',
    severity: 'error',
    summary: 'The namespace of an object is made by its own Kustomization, or by one that does not wait for it.',
    why: 'An object in a namespace that is not there cannot be applied. When the Kustomization that makes the namespace waits for that very object, both wait for ever.',
    fix: 'Move the Namespace into a Kustomization of its own that the others depend on.',
    examples: [
        {
            title: 'a namespace made by what waits for an object in it',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), kustomization('settings', './settings'), kustomization('frontend', './frontend', 'dependsOn:', '  - name: settings')),
                'settings/settings.yaml': configMap('settings', 'website # expect: namespace-first'),
                'frontend/namespace.yaml': namespace('website'),
            },
        },
        {
            title: 'a namespace that nothing makes, beside one that is made',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps')),
                'apps/namespace.yaml': namespace('website'),
                'apps/settings.yaml': configMap('settings', 'websites # expect: namespace-first'),
            },
        },
        {
            title: 'a namespace that comes first',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), kustomization('namespaces', './namespaces'), kustomization('settings', './settings', 'dependsOn:', '  - name: namespaces'), kustomization('frontend', './frontend', 'dependsOn:', '  - name: settings')),
                'namespaces/website.yaml': namespace('website'),
                'settings/settings.yaml': configMap('settings', 'website'),
                'frontend/more-settings.yaml': configMap('more-settings', 'website'),
            },
        },
    ],
    check: context => clusterGraphsOf(context.inventory).flatMap(graph => namespace_first_checkCluster(graph, context)),
};
/** Every cluster has them. */
const BUILT_IN = new Set(['default', 'kube-system', 'kube-public', 'kube-node-lease', 'flux-system']);
function namespace_first_checkCluster(graph, context) {
    const { inventory, config } = context;
    const local = graph.nodes.filter(node => !isRemote(node.kustomization) && inventory.ownness(node.kustomization) !== 'no');
    const makers = new Map();
    for (const node of local) {
        for (const name of namespacesMadeBy(node, inventory))
            makers.set(name, [...(makers.get(name) ?? []), node]);
    }
    return local.flatMap(node => {
        const wanted = new Map();
        for (const placement of placementsBy(node, graph, inventory)) {
            const { namespace: where, resource } = placement;
            if (where === undefined || image_loop_hasVariable(where) || resource.kind === 'Namespace' || wanted.has(where))
                continue;
            wanted.set(where, placement);
        }
        return [...wanted].flatMap(([name, placement]) => {
            if (BUILT_IN.has(name) || config.external.namespaces.has(name))
                return [];
            const made = makers.get(name) ?? [];
            if (made.length === 0)
                return graph.isOpen || !knowsNamespaces(makers, inventory) ? [] : [nobody(name, placement, [...makers.keys()])];
            const waiting = made.filter(maker => maker !== node && waitsFor(maker).has(node));
            return waiting.length === made.length ? [deadlock(name, placement, node, waiting[0] ?? node)] : [];
        });
    });
}
/** A tree that makes no namespace leaves them to somebody else. */
function knowsNamespaces(makers, inventory) {
    const generates = inventory.resources.some(({ group }) => group === 'fluxcd.controlplane.io' || group.endsWith('.crossplane.io') || group === 'capsule.clastix.io');
    return makers.size > 0 && !generates;
}
function namespacesMadeBy(node, inventory) {
    return (inventory.folders.get(node.kustomization)?.objects ?? []).flatMap(({ resource, name, namespace: where }) => {
        if (resource.kind === 'Namespace' && resource.group === '')
            return name ?? [];
        if (resource.kind !== 'HelmRelease' || resource_valueIn(resource, 'spec', 'install', 'createNamespace') !== true)
            return [];
        const target = resource_valueIn(resource, 'spec', 'targetNamespace');
        return typeof target === 'string' ? target : (where ?? []);
    });
}
function placementsBy(node, { cluster }, inventory) {
    return (inventory.folders.get(node.kustomization)?.objects ?? []).map(applied => ({
        ...applied,
        by: node.kustomization,
        cluster,
    }));
}
function nobody(name, { resource }, made) {
    return {
        file: resource.file.path,
        span: placeOf(resource, 'metadata', 'namespace'),
        message: `nothing in this cluster makes the namespace ${name}, so ${titleOf(resource)} cannot be applied`,
        found: name,
        expected: `a namespace that exists: ${[...made].sort().join(', ')}, or one named under external.namespaces in .fluxgate.yaml`,
        fix: { text: `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}` },
    };
}
function deadlock(name, { resource }, node, maker) {
    return {
        file: resource.file.path,
        span: placeOf(resource, 'metadata', 'namespace'),
        message: `${titleOf(resource)} waits for its own namespace: ${name} is made by ${maker.name}, which waits for ${node.name}`,
        found: name,
        expected: `a namespace that is there before ${node.name} is applied`,
        fix: { text: `Move the Namespace ${name} into a Kustomization that ${node.name} depends on` },
        witness: [
            `${node.name} applies ${titleOf(resource)} into ${name}`,
            `${maker.name} makes ${name} and waits for ${pathBetween(maker, node).join(' → ')}`,
        ],
    };
}
/** Names on a way from one node to what it waits for. */
function pathBetween(from, to) {
    const waiting = [{ node: from, trail: [] }];
    const seen = new Set();
    for (const { node, trail } of waiting) {
        if (node === to)
            return trail;
        for (const { node: next } of node.dependencies) {
            if (next === undefined || seen.has(next))
                continue;
            seen.add(next);
            waiting.push({ node: next, trail: [...trail, next.name] });
        }
    }
    return [to.name];
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/secret-plaintext.ts


const secret = (data) => `apiVersion: v1
kind: Secret
metadata:
  name: database
  namespace: website
${data}`;
// In two parts, so that nobody takes the example for a key.
const PRIVATE_KEY = `-----BEGIN OPENSSH PRIVATE ${'KEY'}-----`;
const secretPlaintext = {
    id: 'secret-plaintext',
    severity: 'error',
    summary: 'No secret lies in git as it is.',
    why: 'Whoever can read the repository, a fork or an old clone has it, and taking it out again does not take it back: it has to be replaced.',
    fix: 'Seal it (`fluxgate seal`) or encrypt it with SOPS, and replace the value, since it has been seen.',
    examples: [
        {
            title: 'a Secret with a value',
            files: { 'secret.yaml': secret('stringData:\n  password: correct-horse-battery # expect: secret-plaintext\n') },
        },
        {
            title: 'a private key in a ConfigMap',
            files: {
                'settings.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: website
data:
  id_ed25519: |
    # expect-below: secret-plaintext
    ${PRIVATE_KEY}
    b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW
`,
            },
        },
        {
            title: 'a Secret that SOPS has encrypted, and one without values',
            files: {
                'secret.yaml': secret('stringData:\n  password: ENC[AES256_GCM,data:abcd,iv:abcd,tag:abcd,type:str]\nsops:\n  mac: ENC[AES256_GCM,data:abcd,iv:abcd,tag:abcd,type:str]\n'),
                'empty.yaml': secret('type: Opaque\n'),
            },
        },
    ],
    check: ({ inventory }) => [
        ...inventory.ofKind('', 'Secret').flatMap(plainValues),
        ...[...inventory.files.values()].flatMap(loudTexts),
    ],
};
function plainValues(resource) {
    // SOPS encrypts what its rules say; what it left is sops-encrypted's matter.
    if ((0,json/* member */.Dc)(resource.body, 'sops') !== undefined || isServiceAccountToken(resource))
        return [];
    return ['data', 'stringData'].flatMap(field => {
        const values = resource_valueIn(resource, field);
        if (typeof values !== 'object' || values === null)
            return [];
        return Object.entries(values).flatMap(([key, value]) => {
            if (!isValue(value))
                return [];
            return [
                {
                    file: resource.file.path,
                    span: keyPlaceOf(resource, field, key),
                    message: `${titleOf(resource)} has the value of "${key}" in clear${field === 'data' ? ' (base64 hides nothing)' : ''}`,
                    found: `${field}.${key}, a value of ${String(value).length} characters`,
                    expected: 'a SealedSecret, or a Secret that SOPS has encrypted',
                    fix: {
                        text: `Seal ${resource.namespace ?? 'NAMESPACE'}/${resource.name ?? 'NAME'} with \`fluxgate seal\`, and replace the value: it has been seen`,
                    },
                },
            ];
        });
    });
}
/** Kubernetes fills it in by itself. */
function isServiceAccountToken(resource) {
    return resource_valueIn(resource, 'type') === 'kubernetes.io/service-account-token';
}
/** Nothing is hidden in an empty value, and a variable is filled in by Flux from elsewhere. */
function isValue(value) {
    if (value === null || value === undefined || value === '')
        return false;
    const text = String(value);
    const decoded = /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? Buffer.from(text, 'base64').toString('utf8') : text;
    return ![text, decoded].some(candidate => /^\s*\$\{[^}]+\}\s*$/.test(candidate) ||
        /^ENC\[/.test(candidate) ||
        /^<path:|^vault:|^ref\+|^op:\/\//.test(candidate));
}
/** Private keys anywhere, and tokens whose form says what they are. */
const LOUD = [
    ['a private key', /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/g],
    ['a token of GitHub', /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})\b/g],
    ['a token of GitLab', /\bglpat-[A-Za-z0-9_-]{20}\b/g],
    ['an age identity', /\bAGE-SECRET-KEY-1[0-9A-Z]{58}\b/g],
    ['a token of Slack', /\bxox[abprs]-[0-9]{8,}-[0-9A-Za-z-]{16,}\b/g],
    ['a key of AWS', /\bAKIA[0-9A-Z]{16}\b(?!EXAMPLE)/g],
];
function loudTexts(file) {
    const lines = file.text;
    return LOUD.flatMap(([what, pattern]) => [...lines.matchAll(pattern)].flatMap(match => {
        // A mention without what follows it, as in documentation, is no key.
        const isKey = what === 'a private key';
        if (isKey &&
            !/^\s*(?:\\n)?\s*[A-Za-z0-9+/=:,\s-]{40,}/.test(lines.slice(match.index + match[0].length, match.index + 400)))
            return [];
        if (match[0].includes('EXAMPLE'))
            return [];
        const span = file.span(match.index, match.index + match[0].length);
        return [
            {
                file: file.path,
                span,
                message: `${what} stands in clear`,
                found: `${what}, not shown`,
                expected: 'a SealedSecret, or a file that SOPS has encrypted',
                fix: { text: 'Take it out, seal it, and replace it: it has been seen' },
            },
        ];
    }));
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/ssh-host-key.ts
const LOOSE = /StrictHostKeyChecking[= ]+["']?(?:no|off)\b|UserKnownHostsFile[= ]+["']?\/dev\/null/gi;
const ssh_host_key_job = (options, mark) => `apiVersion: batch/v1
kind: Job
metadata:
  name: deploy
  namespace: website
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: deploy
          image: alpine:3.22.1
          command:
            - sh
            - -c
            - ssh ${options} deploy@192.168.0.50 docker compose up -d${mark}
`;
const sshHostKey = {
    id: 'ssh-host-key',
    severity: 'warning',
    summary: 'SSH checks the key of the host that it connects to.',
    why: 'Without the check, whoever answers at that address gets the commands, and the secrets in them.',
    fix: 'Mount a known_hosts from a sealed secret and pass `-o UserKnownHostsFile=… -o StrictHostKeyChecking=yes`.',
    examples: [
        {
            title: 'the check is switched off',
            files: { 'deploy/job.yaml': ssh_host_key_job('-o StrictHostKeyChecking=no', ' # expect: ssh-host-key') },
        },
        {
            title: 'the key is known',
            files: { 'deploy/job.yaml': ssh_host_key_job('-o StrictHostKeyChecking=yes -o UserKnownHostsFile=/ssh/known_hosts', '') },
        },
    ],
    check: ({ inventory }) => [...inventory.files.values()].flatMap(file => {
        if (!/StrictHostKeyChecking|UserKnownHostsFile/i.test(file.text))
            return [];
        const lines = new Set();
        return [...file.text.matchAll(LOOSE)].flatMap(match => {
            const span = file.span(match.index, match.index + match[0].length);
            const lineStart = file.text.lastIndexOf('\n', match.index) + 1;
            // A comment tells about it and does nothing.
            if (lines.has(span.line) || /^\s*#/.test(file.text.slice(lineStart, match.index)))
                return [];
            lines.add(span.line);
            return [
                {
                    file: file.path,
                    span,
                    message: 'the key of the host is not checked, so anybody who answers at its address is trusted',
                    found: match[0],
                    expected: 'StrictHostKeyChecking=yes with a known_hosts file from a sealed secret',
                    fix: { text: '-o StrictHostKeyChecking=yes -o UserKnownHostsFile=/ssh/known_hosts' },
                },
            ];
        });
    }),
};

;// CONCATENATED MODULE: ./src/flux/go/duration.ts
const UNITS = new Map([
    ['ms', 0.001],
    ['s', 1],
    ['m', 60],
    ['h', 3600],
]);
/** Seconds of a duration as Flux's APIs take it (`1h30m`, `500ms`); undefined for anything else. */
function goDuration(text) {
    if (!/^(?:[0-9]+(?:\.[0-9]+)?(?:ms|s|m|h))+$/.test(text))
        return undefined;
    return [...text.matchAll(/([0-9.]+)(ms|s|m|h)/g)].reduce((sum, [, number = '', unit = '']) => sum + Number(number) * (UNITS.get(unit) ?? 0), 0);
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/wait-timeout.ts




const waitTimeout = {
    id: 'wait-timeout',
    severity: 'warning',
    summary: 'A Kustomization that waits has time for it, and its health checks count.',
    why: 'Below 30 seconds hardly anything becomes ready, and the Kustomization fails again and again. With `wait` everything is waited for, and Flux does not look at `healthChecks`.',
    fix: 'Give a timeout of at least 30 seconds; write either `wait` or `healthChecks`.',
    examples: [
        {
            title: 'ten seconds, and health checks that are not looked at',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps', 'timeout: 10s # expect: wait-timeout', 'wait: true', 'healthChecks: # expect: wait-timeout', '  - apiVersion: v1', '    kind: ConfigMap', '    name: settings', '    namespace: default')),
                'apps/settings.yaml': configMap('settings', 'default'),
            },
        },
        {
            title: 'three minutes',
            files: {
                'clusters/production/apps.yaml': documents(gitRepository(), kustomization('apps', './apps', 'timeout: 3m', 'wait: true')),
                'apps/settings.yaml': configMap('settings', 'default'),
            },
        },
    ],
    check: ({ inventory }) => inventory.kustomizations.flatMap(({ resource }) => {
        const timeout = resource_textIn(resource, 'spec', 'timeout');
        const seconds = timeout === undefined || image_loop_hasVariable(timeout) ? undefined : goDuration(timeout);
        const file = resource.file.path;
        const short = seconds !== undefined && seconds < 30;
        const dead = resource_valueIn(resource, 'spec', 'wait') === true && resource_listIn(resource, 'spec', 'healthChecks').length > 0;
        return [
            ...(short
                ? [
                    {
                        file,
                        span: placeOf(resource, 'spec', 'timeout'),
                        message: `a timeout of ${timeout ?? ''} leaves no time to become ready`,
                        found: timeout ?? '',
                        expected: 'at least 30s',
                        fix: { text: 'timeout: 3m' },
                    },
                ]
                : []),
            ...(dead
                ? [
                    {
                        file,
                        span: keyPlaceOf(resource, 'spec', 'healthChecks'),
                        message: 'with `wait: true` Flux does not look at these health checks',
                        found: 'wait: true and healthChecks',
                        expected: 'one of them',
                        fix: { text: 'Remove healthChecks, or wait' },
                    },
                ]
                : []),
        ];
    }),
};

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/index.ts

































/** Every rule, in the order of the documentation. */
const rules_rules = [
    // Marker
    markerSyntax,
    markerPolicy,
    markerSuffix,
    markerPosition,
    markerDigest,
    markerScope,
    markerFileParses,
    markerImage,
    markerTag,
    markerNullValue,
    markerListDocument,
    markerPathAnnotation,
    // Reconciliation
    kustomizationBuilds,
    kustomizationPath,
    kustomizationSource,
    dependsOnExists,
    dependsOnAcyclic,
    dependsOnDepth,
    appliedOnce,
    namespaceFirst,
    crdFirst,
    forceScope,
    jobReruns,
    jobTtl,
    waitTimeout,
    kustomizationPrune,
    // References and platform
    sshHostKey,
    // Secrets
    secretPlaintext,
    // Helm
    helmDrift,
    helmRemediation,
    helmVersion,
    helmSource,
    // Documents
    ignoreNeededRule,
];

// EXTERNAL MODULE: ./src/action-inputs.ts
var action_inputs = __webpack_require__(8683);
;// CONCATENATED MODULE: ./src/build-defaults.ts

/** What the action build-push does with an input that a workflow does not give. */
const buildDefaults = new Map(action_inputs/* ACTION_INPUTS */.b['build-push'].map(input => [input.name, input.default]));

// EXTERNAL MODULE: ./src/git/repository.ts
var repository = __webpack_require__(5986);
;// CONCATENATED MODULE: ./src/git/tree-at.ts
/** Compares the work tree with a commit; links and submodules are left out. */
async function treeAt(git, commit) {
    const [listing, differences] = await Promise.all([
        git.run('ls-tree', '-r', '-z', commit),
        git.run('diff', '--name-status', '-z', '--find-renames', '--relative', commit, '--', '.'),
    ]);
    const paths = listing.split('\0').flatMap(entry => {
        const [, path] = /^100[0-7]{3} blob [0-9a-f]+\t(.*)$/s.exec(entry) ?? [];
        return path ?? [];
    });
    return { paths, ...readStatus(differences) };
}
/** `git diff --name-status -z`: a letter and one path each, two for a rename or a copy. */
function readStatus(text) {
    const changed = new Set();
    const renames = new Map();
    const fields = text.split('\0');
    for (let at = 0; at + 1 < fields.length;) {
        const letter = fields[at]?.[0];
        const path = fields[at + 1] ?? '';
        const isMove = letter === 'R' || letter === 'C';
        if (letter !== 'C')
            changed.add(path);
        if (letter === 'R')
            renames.set(path, fields[at + 2] ?? '');
        at += isMove ? 3 : 2;
    }
    return { changed, renames };
}
/** The texts of files as a commit has them; a file that is no text, or is not there, is left out. */
async function textsAt(git, commit, paths) {
    const texts = new Map();
    // A line feed in a path would be two requests.
    const asked = paths.filter(path => !path.includes('\n'));
    if (asked.length === 0)
        return texts;
    const prefix = (await git.run('rev-parse', '--show-prefix')).replace(/\n$/, '');
    const answer = Buffer.from(await git.feed(asked.map(path => `${commit}:${prefix}${path}\n`).join(''), 'cat-file', '--batch'));
    let at = 0;
    for (const path of asked) {
        const end = answer.indexOf(0x0a, at);
        const header = answer.toString('utf8', at, end < 0 ? answer.length : end);
        const size = Number(/^[0-9a-f]+ blob ([0-9]+)$/.exec(header)?.[1] ?? Number.NaN);
        at = end + 1;
        if (Number.isNaN(size))
            continue;
        // Bytes that are no UTF-8 came in as other bytes: the count is off, and the rest cannot be told apart.
        if (answer[at + size] !== 0x0a) {
            for (const rest of asked.slice(asked.indexOf(path))) {
                const text = await git.ask('cat-file', 'blob', `${commit}:${prefix}${rest}`);
                if (text !== undefined)
                    texts.set(rest, text);
            }
            break;
        }
        texts.set(path, answer.toString('utf8', at, at + size));
        at += size + 1;
    }
    return texts;
}

;// CONCATENATED MODULE: ./src/tree/manifest-paths.ts

/** Whether a file may hold a manifest, by its name: YAML, JSON, and what kustomize calls its own. */
function isManifestPath(path) {
    return /\.(?:ya?ml|json)$/.test(path) || external_node_path_.posix.basename(path) === 'Kustomization';
}
/** Whether a text is to be read: JSON is much besides manifests (a lock file may have 100,000 lines). */
function isManifestText(path, text) {
    return !path.endsWith('.json') || (text.includes('"apiVersion"') && text.includes('"kind"'));
}
/** Leaves out what is no YAML before Helm has filled it in: the templates of charts. */
function withoutChartTemplates(paths) {
    const charts = new Set(paths.filter(path => external_node_path_.posix.basename(path) === 'Chart.yaml').map(path => external_node_path_.posix.dirname(path)));
    if (charts.size === 0)
        return paths;
    const isTemplate = (path) => {
        const folders = path.split('/').slice(0, -1);
        return folders.some((folder, index) => folder === 'templates' && charts.has(folders.slice(0, index).join('/') || '.'));
    };
    return paths.filter(path => !isTemplate(path));
}

;// CONCATENATED MODULE: ./src/tree/read-tree.ts



/**
 * Reads the manifests of a tree: what git tracks, and what it would (new files that nothing ignores); outside of a repository
 * everything that no .gitignore leaves out. A link that leads out of the tree is not followed.
 *
 * @param root an absolute path
 */
async function readTree(runner, root) {
    const paths = (await trackedFiles(runner, root)) ?? (await runner.files.walk(root));
    const wanted = withoutChartTemplates(paths.filter(isManifestPath));
    const texts = await runner.files.readAll(root, wanted, LARGEST_FILE);
    return wanted.flatMap((path, index) => {
        const text = texts[index];
        return text === undefined || !isManifestText(path, text) ? [] : [[path, text]];
    });
}
async function trackedFiles({ exec, env }, root) {
    const listing = await (0,repository/* openGit */.z)(exec, root, env).ask('ls-files', '-z', '--cached', '--others', '--exclude-standard');
    return listing === undefined ? undefined : [...new Set(listing.split('\0').filter(path => path !== ''))];
}

;// CONCATENATED MODULE: ./actions/verify-manifests/base.ts

/**
 * The commit before the change.
 *
 * On a pull request GitHub checks out the merge of the change into its base; the first parent is then the base, exactly. Without
 * that merge it is where the change left the branch. A commit that a shallow checkout lacks is fetched, nothing around it.
 *
 * @param named what the user says; undefined takes the pull request's own
 * @param event its payload, and the commit that GitHub made the run for
 * @returns undefined where there is nothing to compare with and nobody asked for it
 */
async function findBase(git, named, event) {
    if (named !== undefined) {
        const commit = (await commitOf(git, named)) ?? (await commitOf(git, `origin/${named}`));
        if (commit === undefined)
            return base_missing(`${named} is not here`);
        return forked(git, commit);
    }
    const { payload } = event;
    const base = (0,json/* textMember */.SA)((0,json/* member */.Dc)((0,json/* member */.Dc)(payload, 'pull_request'), 'base'), 'sha');
    const target = (0,json/* textMember */.SA)((0,json/* member */.Dc)(payload, 'merge_group'), 'base_sha') ?? base;
    if (target === undefined)
        return undefined;
    const [head = '', first, second] = ((await git.ask('rev-list', '--parents', '--max-count=1', 'HEAD')) ?? '')
        .trim()
        .split(' ');
    // A shallow checkout hides the parents; the commit itself names them.
    const parents = first === undefined && head !== ''
        ? await writtenParents(git)
        : [first, second].filter(parent => parent !== undefined);
    // A branch that was checked out by itself may end in a merge too, but of something else.
    const [merged] = parents.length === 2 && head === event.sha ? parents : [];
    const commit = (await present(git, merged ?? target)) ?? (merged === undefined ? undefined : await present(git, target));
    if (commit === undefined)
        return base_missing(`the base ${(merged ?? target).slice(0, 7)} is not here and could not be fetched`);
    return merged === undefined ? forked(git, commit) : { commit };
}
/** Where the change left the branch: what came to the branch since then is not the change's doing. */
async function forked(git, commit) {
    const fork = (await git.ask('merge-base', commit, 'HEAD'))?.trim();
    return { commit: fork || commit };
}
async function present(git, commit) {
    const found = await commitOf(git, commit);
    if (found !== undefined || !/^[0-9a-f]{40,64}$/.test(commit))
        return found;
    await git.ask('fetch', '--quiet', '--no-tags', '--depth=1', 'origin', commit);
    return commitOf(git, commit);
}
async function commitOf(git, revision) {
    return ((await git.ask('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`))?.trim() || undefined);
}
async function writtenParents(git) {
    const text = (await git.ask('cat-file', 'commit', 'HEAD')) ?? '';
    const head = text.split('\n\n')[0] ?? '';
    return [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map(match => match[1] ?? '');
}
function base_missing(why) {
    return { missing: why, next: 'Give actions/checkout `fetch-depth: 0`, so that the history is there' };
}

;// CONCATENATED MODULE: ./src/flux/api-table.ts
/** The range of minors that the table knows. */
const api_table_knownMinors = { first: 0, last: 9 };
/** What the CRDs of each Flux minor serve, in its last patch release. */
const api_table_apiKinds = new Map(Object.entries({
    Bucket: source({ version: 'v1beta1', served: 0, deprecated: 3, removed: 7 }, { version: 'v1beta2', served: 0, deprecated: 4, removed: 8, storage: 0 }, { version: 'v1', served: 4, storage: 4 }),
    ExternalArtifact: source({ version: 'v1', served: 7, storage: 7 }),
    GitRepository: source({ version: 'v1beta1', served: 0, deprecated: 0, removed: 7 }, { version: 'v1beta2', served: 0, deprecated: 0, removed: 8 }, { version: 'v1', served: 0, storage: 0 }),
    HelmChart: source({ version: 'v1beta1', served: 0, deprecated: 3, removed: 7 }, { version: 'v1beta2', served: 0, deprecated: 3, removed: 8, storage: 0 }, { version: 'v1', served: 3, storage: 3 }),
    HelmRepository: source({ version: 'v1beta1', served: 0, deprecated: 3, removed: 7 }, { version: 'v1beta2', served: 0, deprecated: 3, removed: 8, storage: 0 }, { version: 'v1', served: 3, storage: 3 }),
    OCIRepository: source({ version: 'v1beta2', served: 0, deprecated: 6, removed: 8, storage: 0 }, { version: 'v1', served: 6, storage: 6 }),
    Kustomization: kind('kustomize', { version: 'v1beta1', served: 0, deprecated: 0, removed: 7 }, { version: 'v1beta2', served: 0, deprecated: 0, removed: 8 }, { version: 'v1', served: 0, storage: 0 }),
    HelmRelease: kind('helm', { version: 'v2beta1', served: 0, deprecated: 2, removed: 7, storage: 0 }, { version: 'v2beta2', served: 2, deprecated: 3, removed: 8, storage: 2 }, { version: 'v2', served: 3, storage: 3 }),
    ImagePolicy: kind('image', { version: 'v1beta1', served: 0, removed: 7 }, { version: 'v1beta2', served: 0, deprecated: 7, removed: 9, storage: 0 }, { version: 'v1', served: 7, storage: 7 }),
    ImageRepository: kind('image', { version: 'v1beta1', served: 0, removed: 7 }, { version: 'v1beta2', served: 0, deprecated: 7, removed: 9, storage: 0 }, { version: 'v1', served: 7, storage: 7 }),
    ImageUpdateAutomation: kind('image', { version: 'v1beta1', served: 0, deprecated: 3, removed: 7, storage: 0 }, { version: 'v1beta2', served: 3, deprecated: 7, removed: 9, storage: 3 }, { version: 'v1', served: 7, storage: 7 }),
    Alert: kind('notification', { version: 'v1beta1', served: 0, deprecated: 2, removed: 7 }, { version: 'v1beta2', served: 0, deprecated: 2, removed: 9, storage: 0 }, { version: 'v1beta3', served: 2, storage: 2 }),
    Provider: kind('notification', { version: 'v1beta1', served: 0, deprecated: 2, removed: 7 }, { version: 'v1beta2', served: 0, deprecated: 2, removed: 9, storage: 0 }, { version: 'v1beta3', served: 2, storage: 2 }),
    Receiver: kind('notification', { version: 'v1beta1', served: 0, deprecated: 0, removed: 7 }, { version: 'v1beta2', served: 0, deprecated: 0, removed: 9 }, { version: 'v1', served: 0, storage: 0 }),
}));
function source(...versions) {
    return kind('source', ...versions);
}
function kind(area, ...versions) {
    return { group: `${area}.toolkit.fluxcd.io`, versions };
}

;// CONCATENATED MODULE: ./src/flux/api.ts

/**
 * Whether a Flux 2 minor serves a version of one of its kinds. A version that never was is `removed` when it is older
 * than the stored one, else `not-yet`: `notification.toolkit.fluxcd.io/v1` for an Alert. Minors beyond the table count
 * as its nearest. `unknown-kind` is every kind that is not Flux's own.
 */
function apiStatus(group, version, kind, fluxMinor) {
    const entry = apiKinds.get(kind);
    if (entry === undefined || entry.group !== group)
        return api_unknown;
    const minor = Math.min(knownMinors.last, Math.max(knownMinors.first, fluxMinor));
    const found = entry.versions.find(candidate => candidate.version === version);
    const storage = storedVersion(entry.versions, minor);
    const state = found === undefined ? stateOfStranger(version, storage) : stateAt(found, minor);
    return {
        state,
        storage: storage ?? null,
        moveTo: state === 'served' || storage === version ? null : (storage ?? null),
        removedIn: found?.removed ?? null,
    };
}
/** Group, version and kind of everything that a Flux minor serves, in the order of the table. */
function servedApis(fluxMinor) {
    return [...apiKinds].flatMap(([kind, { group, versions }]) => versions
        .filter(version => /^(?:served|deprecated)$/.test(stateAt(version, fluxMinor)))
        .map(({ version }) => ({ group, version, kind })));
}
function storedVersion(versions, minor) {
    return versions.findLast(({ storage }) => storage !== undefined && storage <= minor)?.version;
}
function stateAt({ served, deprecated, removed }, minor) {
    if (minor < served)
        return 'not-yet';
    if (removed !== undefined && minor >= removed)
        return 'removed';
    return deprecated !== undefined && minor >= deprecated ? 'deprecated' : 'served';
}
function stateOfStranger(version, storage) {
    return storage !== undefined && comparePriority(version, storage) < 0 ? 'removed' : 'not-yet';
}
/** The order of Kubernetes: v1alpha1 < v1alpha2 < v1beta1 < v1 < v2alpha1. What is no version comes first. */
function comparePriority(left, right) {
    const [a, b] = [priority(left), priority(right)];
    return a.map((number, index) => number - (b[index] ?? 0)).find(difference => difference !== 0) ?? 0;
}
function priority(version) {
    const [, major = '-1', stage, number = '0'] = /^v([0-9]+)(?:(alpha|beta)([0-9]+))?$/.exec(version) ?? [];
    return [Number(major), stage === 'alpha' ? 0 : stage === 'beta' ? 1 : 2, Number(number)];
}
const api_unknown = { state: 'unknown-kind', storage: null, moveTo: null, removedIn: null };
/** The newest minor of Flux 2 that is known here. */
const newestFluxMinor = api_table_knownMinors.last;

;// CONCATENATED MODULE: ./actions/verify-manifests/flux-version.ts


/** The Flux that a tree is for: what the user says, else what its bootstrap wrote, else the newest known. */
function fluxVersionOf(inventory, config, input) {
    if (input !== undefined)
        return { minor: input, from: 'the input "flux-version"' };
    if (config.fluxMinor !== undefined)
        return { minor: config.fluxMinor, from: CONFIG_FILE };
    for (const [path, { text }] of inventory.files) {
        if (!path.endsWith('gotk-components.yaml'))
            continue;
        const version = /^# Flux [Vv]ersion: (v?2\.[0-9.]+)/m.exec(text)?.[1] ??
            /app\.kubernetes\.io\/version: (v2\.[0-9.]+)/.exec(text)?.[1];
        const minor = version === undefined ? undefined : parseFluxMinor(version);
        if (minor !== undefined)
            return { minor, from: path };
    }
    return { minor: newestFluxMinor, from: undefined };
}

// EXTERNAL MODULE: ./node_modules/diff/libesm/diff/array.js + 1 modules
var array = __webpack_require__(8965);
// EXTERNAL MODULE: ./src/findings/fault.ts
var fault = __webpack_require__(2438);
;// CONCATENATED MODULE: ./src/findings/judge.ts



/** Beyond so many changed lines a comparison gives up; it only chooses between equal faults. */
const MOST_CHANGES = 2_000;
/**
 * Tells what a change brings from what was there: new, old and fixed findings, sorted. A fault is old when the base has one
 * in the same file (a renamed one is the same) that says the same and weighs as much; of several equal ones only as many
 * are old as the base has, first of all those in lines that were there. Everything is new without a base.
 */
function judge_judge(now, before) {
    if (before === undefined)
        return now.map(finding => ({ ...finding, status: 'new' }));
    const old = grouped(before.findings, finding => keyBefore(finding, before.renames));
    const judged = [...grouped(now, keyNow)].flatMap(([key, group]) => {
        const known = old.get(key) ?? [];
        old.delete(key);
        return judgeEqual(group, known, before);
    });
    const fixed = [...old.values()].flat().map(finding => ({ ...finding, status: 'fixed' }));
    return [...judged, ...fixed].sort(finding/* compareFindings */.E);
}
/** Judges findings of one file that say the same. */
function judgeEqual(now, known, before) {
    const waiting = [...known];
    const matches = new Map();
    const match = (finding, index) => {
        const [other] = waiting.splice(index, 1);
        if (other !== undefined)
            matches.set(finding, other);
    };
    if (now.length + known.length > 2) {
        const lines = linesNow(now[0]?.file ?? '', known[0]?.file ?? '', before);
        for (const finding of now) {
            const index = waiting.findIndex(other => lines?.get(other.span.line) === finding.span.line);
            if (index >= 0)
                match(finding, index);
        }
    }
    for (const finding of now)
        if (!matches.has(finding))
            match(finding, 0);
    return [
        ...now.map(finding => {
            const other = matches.get(finding);
            return { ...finding, status: other !== undefined && weight(other) >= weight(finding) ? 'old' : 'new' };
        }),
        ...waiting.map(finding => ({ ...finding, status: 'fixed' })),
    ];
}
/** Where the lines of a file before the change are now; undefined when that cannot be told. */
function linesNow(fileNow, fileBefore, before) {
    const [textBefore, textNow] = [before.textBefore(fileBefore), before.textNow(fileNow)];
    if (textBefore === undefined || textNow === undefined)
        return undefined;
    const parts = (0,array/* diffArrays */.E)(textBefore.split('\n'), textNow.split('\n'), { maxEditLength: MOST_CHANGES });
    if (parts === undefined)
        return undefined;
    const lines = new Map();
    let [left, right] = [1, 1];
    for (const { added, removed, count } of parts) {
        if (!added && !removed)
            for (let at = 0; at < count; at += 1)
                lines.set(left + at, right + at);
        if (!added)
            left += count;
        if (!removed)
            right += count;
    }
    return lines;
}
function keyNow(finding) {
    return JSON.stringify([finding.file, (0,fault/* faultOf */.K)(finding)]);
}
/** The key that the fault has after the renames, which its message may name too. */
function keyBefore(finding, renames) {
    let message = finding.message;
    for (const [from, to] of renames)
        if (message.includes(from))
            message = message.replaceAll(from, () => to);
    return keyNow({ ...finding, message, file: renames.get(finding.file) ?? finding.file });
}
function grouped(findings, key) {
    const groups = new Map();
    for (const finding of findings) {
        const own = key(finding);
        const group = groups.get(own);
        if (group === undefined)
            groups.set(own, [finding]);
        else
            group.push(finding);
    }
    return groups;
}
/** An error weighs more than a warning: what becomes worse is new. */
function weight({ severity }) {
    return finding/* severities */.g.length - finding/* severities */.g.indexOf(severity);
}

// EXTERNAL MODULE: ./src/findings/report.ts
var findings_report = __webpack_require__(6226);
;// CONCATENATED MODULE: ./src/flux/deliveries/deployment-links.ts




/** From the file that a marker is in to what runs. */
function linksOfMarker(marker, inventory) {
    const object = inventory.resources.find(resource => resource.file.path === marker.file && holdsLine(resource, marker.line));
    if (object !== undefined)
        return [...appliedLinks(object, inventory), ...secretLinks(object, inventory), ...hostLinks(object)];
    const readers = readersOf(marker.file, inventory);
    if (readers.length > 0) {
        return readers.flatMap(reader => [
            { from: markerEnd(marker), to: endOf(reader), evidence: [evidenceAt(reader, /^job-/)] },
            ...appliedLinks(reader, inventory),
            ...secretLinks(reader, inventory),
            ...hostLinks(reader),
        ]);
    }
    return transformedLinks(marker, inventory);
}
/** The Kustomization that applies an object, those that it waits for, and the bootstrap that brings it. */
function appliedLinks(object, inventory) {
    const placements = inventory.placementsOf(object);
    return placements.flatMap(({ by, cluster }) => {
        if (by === undefined) {
            const why = `no Flux Kustomization of this tree applies ${object.file.path}`;
            return [
                { from: { title: 'a Flux Kustomization', place: undefined }, to: endOf(object), evidence: [], unknown: why },
            ];
        }
        const apply = {
            from: endOf(by.resource),
            to: endOf(object),
            evidence: [
                evidenceAt(by.resource, /^kustomization-|^applied-once|^health-check|^substitution-/),
                evidenceAt(object, /^namespace-first|^crd-first|^reference-|^platform-|^job-|^applied-once|^schema-valid|^yaml-valid/),
            ],
        };
        return [apply, ...orderLinks(by, inventory), ...bootstrapLinks(by, cluster?.name ?? '', inventory)];
    });
}
function orderLinks(by, { kustomizations }) {
    return by.dependsOn.flatMap(({ namespace, name }) => {
        const wanted = namespace ?? by.resource.namespace;
        const found = kustomizations.find(({ resource }) => resource.name === name && (resource.namespace ?? wanted) === wanted);
        if (found === undefined)
            return [];
        return [
            {
                from: endOf(found.resource),
                to: { ...endOf(by.resource), title: `${endOf(by.resource).title}, after it` },
                evidence: [evidenceAt(by.resource, /^depends-on-/)],
            },
        ];
    });
}
function bootstrapLinks(by, root, { kustomizations, folders }) {
    const parent = kustomizations.find(other => other !== by && folders.get(other)?.objects.some(({ resource }) => resource === by.resource));
    if (parent === undefined)
        return [];
    const to = { ...endOf(by.resource) };
    return [
        {
            from: { ...endOf(parent.resource), title: `${endOf(parent.resource).title} at ${parent.path ?? root}` },
            to,
            evidence: [evidenceAt(parent.resource, /^applied-once|^kustomization-/)],
        },
    ];
}
/** The secrets that a workload mounts or reads, and what of the tree brings each. */
function secretLinks(object, inventory) {
    const spec = podSpecOf(object);
    const names = new Set([
        ...(0,json/* listMember */.DW)(spec, 'volumes').flatMap(volume => (0,json/* textMember */.SA)((0,json/* member */.Dc)(volume, 'secret'), 'secretName') ?? []),
        ...(0,json/* listMember */.DW)(spec, 'imagePullSecrets').flatMap(secret => (0,json/* textMember */.SA)(secret, 'name') ?? []),
    ]);
    return [...names].flatMap(name => {
        const makers = [...inventory.ofKind('bitnami.com', 'SealedSecret'), ...inventory.ofKind('', 'Secret')].filter(secret => secret.name === name);
        return makers.map(secret => ({
            from: endOf(secret),
            to: endOf(object),
            evidence: [evidenceAt(secret, /^secret-|^sealed-|^sops-/)],
        }));
    });
}
/** The machine that a Job reaches by SSH, when its script or its environment says which. */
function hostLinks(object) {
    if (object.kind !== 'Job' && object.kind !== 'CronJob')
        return [];
    const text = JSON.stringify(podSpecOf(object) ?? null);
    if (!/\bssh\b/.test(text))
        return [];
    const host = /[\w.-]+@((?:\d{1,3}\.){3}\d{1,3}|[a-z0-9-]+(?:\.[a-z0-9-]+)+)/.exec(text)?.[1] ??
        /(?:HOST|VM)\w*","value":"([^"]+)"/.exec(text)?.[1];
    const to = { title: host === undefined ? 'a machine behind SSH' : `${host} by SSH`, place: undefined };
    return [
        {
            from: endOf(object),
            to,
            evidence: [evidenceAt(object, /^ssh-|^job-/)],
            unknown: host === undefined ? 'the Job does not say in clear which machine it reaches' : undefined,
        },
    ];
}
/** Helm values and kustomize images: what the file's folder applies is what the marker changes. */
function transformedLinks(marker, inventory) {
    const users = [...inventory.folders].filter(([, folder]) => folder.files.has(marker.file));
    if (users.length === 0) {
        return [
            {
                from: markerEnd(marker),
                to: { title: 'a workload', place: undefined },
                evidence: [],
                unknown: `what reads ${marker.file} is not seen in this tree`,
            },
        ];
    }
    return users.flatMap(([by]) => [
        {
            from: markerEnd(marker),
            to: endOf(by.resource),
            evidence: [evidenceAt(by.resource, /^kustomization-|^applied-once/)],
        },
        ...orderLinks(by, inventory),
        ...bootstrapLinks(by, '', inventory),
    ]);
}
/** Jobs that name a file which is no object, such as a compose file: it reaches the machine through them. */
function readersOf(file, inventory) {
    const name = external_node_path_.posix.basename(file);
    return ['Job', 'CronJob']
        .flatMap(kind => inventory.ofKind('batch', kind))
        .filter(job => JSON.stringify(job.body).includes(name));
}
function podSpecOf(object) {
    const template = object.kind === 'CronJob'
        ? resource_valueIn(object, 'spec', 'jobTemplate', 'spec', 'template', 'spec')
        : resource_valueIn(object, 'spec', 'template', 'spec');
    return object.kind === 'Pod' ? resource_valueIn(object, 'spec') : template;
}

;// CONCATENATED MODULE: ./src/flux/deliveries/image-links.ts


/** From the build to what the automation writes. */
function imageLinks(image, policies, markers, inventory, loop) {
    const registry = { title: image, place: undefined };
    const repositories = loop.repositories.filter(repository => repository.image === image);
    return [
        ...buildLinks(registry, inventory),
        ...(repositories.length === 0
            ? [unscanned(registry)]
            : repositories.map(repository => scanLink(registry, repository))),
        ...policies.flatMap(policy => policyLinks(policy, registry, inventory)),
        ...policies.flatMap(policy => writeLinks(policy, markers.filter(marker => marker.policy === policy), loop)),
    ];
}
function buildLinks(registry, { builds }) {
    const found = builds.flatMap(build => (build.images.known ? build.images.value.map(image => ({ build, image })) : []));
    const own = found.filter(({ image }) => image.image === registry.title);
    if (own.length > 0)
        return own.flatMap(({ build, image }) => builtLinks(build, image, registry));
    const hidden = builds.find(({ images, registry: host }) => !images.known || !host.known);
    const why = hidden === undefined
        ? 'no workflow of this tree builds it with build-push; the inputs "registry" and "images" can state it'
        : `${reasonOf(hidden)}; the inputs "registry" and "images" can state it`;
    return [
        {
            from: hidden === undefined ? { title: 'a build', place: undefined } : stepEnd(hidden),
            to: registry,
            evidence: [],
            unknown: why,
        },
    ];
}
function reasonOf({ images, registry }) {
    return !images.known ? images.why : !registry.known ? registry.why : 'the build does not say it';
}
function builtLinks(build, { name }, registry) {
    const { workflow, span } = build;
    const file = build.step.workflow.path;
    const step = stepEnd(build);
    const triggers = workflow?.push?.span.line ?? 1;
    const evidence = [{ file, firstLine: span.line, lastLine: name.span.line, rules: /^repository-|^image-/ }];
    return [
        { from: { title: `workflow ${workflow?.name ?? file}`, place: { file, line: triggers } }, to: step, evidence: [] },
        { from: step, to: registry, evidence },
    ];
}
function stepEnd({ step, span }) {
    return { title: `build-push in job ${step.job}`, place: { file: step.workflow.path, line: span.line } };
}
function scanLink(registry, { resource }) {
    return {
        from: registry,
        to: endOf(resource),
        evidence: [evidenceAt(resource, /^repository-|^api-served|^schema-valid/)],
    };
}
function unscanned(registry) {
    return {
        from: registry,
        to: { title: 'an ImageRepository', place: undefined },
        evidence: [],
        unknown: 'no ImageRepository of this tree scans it',
    };
}
function policyLinks(policy, registry, { builds }) {
    const { repository, resource } = policy;
    if (repository.state !== 'found')
        return [];
    const prefix = builds.find(({ images }) => images.known && images.value.some(({ image }) => image === registry.title))?.tagPrefix;
    const tag = {
        title: prefix?.known ? `tag ${prefix.value}-<sha7>-<seconds>` : 'the tags of the build',
        place: undefined,
    };
    return [
        {
            from: endOf(repository.target.resource),
            to: endOf(resource),
            evidence: [evidenceAt(resource, /^policy-repository-exists|^api-served|^schema-valid/)],
        },
        {
            from: tag,
            to: endOf(resource),
            evidence: [evidenceAt(resource, /^policy-(?!repository)/)],
            unknown: prefix?.known ? undefined : 'which tags the build makes is not known',
        },
    ];
}
function writeLinks(policy, markers, { automations }) {
    const from = endOf(policy.resource);
    if (markers.length === 0) {
        return [
            {
                from,
                to: { title: 'a setter marker', place: undefined },
                evidence: [evidenceAt(policy.resource, /^policy-used/)],
                unknown: 'no marker of this tree names it',
            },
        ];
    }
    const writers = automations.filter(automation => automationSees(automation, policy) !== 'no');
    return markers.flatMap(marker => [
        {
            from,
            to: markerEnd(marker),
            evidence: [{ file: marker.file, firstLine: marker.line, lastLine: marker.line, rules: /^marker-/ }],
        },
        ...writerLinks(marker, writers),
    ]);
}
function writerLinks(marker, writers) {
    if (writers.length === 0) {
        return [
            {
                from: { title: 'an ImageUpdateAutomation', place: undefined },
                to: markerEnd(marker),
                evidence: [],
                unknown: 'no ImageUpdateAutomation of this tree takes its policy',
            },
        ];
    }
    return writers.map(({ resource }) => ({
        from: endOf(resource),
        to: markerEnd(marker),
        evidence: [
            evidenceAt(resource, /^automation-|^api-served|^schema-valid/),
            { file: marker.file, firstLine: marker.line, lastLine: marker.line, rules: /^marker-scope/ },
        ],
    }));
}

;// CONCATENATED MODULE: ./src/flux/deliveries.ts



/**
 * The way of each image from the build to the workload, derived from what the tree holds. A link is broken when a rule has
 * found an error at it, unknown when it leads through what the tree does not show, and proven otherwise.
 */
function deliveryChains(inventory, loop, markers, findings) {
    const errors = findings.filter(({ severity }) => severity === 'error');
    return deliveries_imagesOf(inventory, loop).map(image => {
        const policies = loop.policies.filter(({ repository }) => repository.state === 'found' && repository.target.image === image);
        const own = markers.filter(({ policy }) => policies.includes(policy));
        const joints = [
            ...imageLinks(image, policies, own, inventory, loop),
            ...own.flatMap(marker => linksOfMarker(marker, inventory)),
        ];
        return { image, links: distinct(joints.map(joint => judged(joint, errors))) };
    });
}
/** What is built, and what a policy elects from. */
function deliveries_imagesOf({ builds }, loop) {
    const built = builds.flatMap(({ images }) => (images.known ? images.value.flatMap(({ image }) => image ?? []) : []));
    const elected = loop.policies.flatMap(({ repository }) => repository.state === 'found' ? (repository.target.image ?? []) : []);
    return [...new Set([...built, ...elected])].sort(bytes/* compareBytes */.Xo);
}
function judged({ from, to, evidence, unknown }, errors) {
    const fault = errors.find(({ file, span, rule }) => evidence.some(place => place.file === file && place.rules.test(rule) && span.line >= place.firstLine && span.line <= place.lastLine));
    if (fault !== undefined)
        return { from, to, state: 'broken', rule: fault.rule, why: fault.message };
    return { from, to, state: unknown === undefined ? 'proven' : 'unknown', rule: null, why: unknown ?? null };
}
function distinct(links) {
    const byEnds = new Map();
    for (const link of links) {
        const key = JSON.stringify([link.from, link.to]);
        if (!byEnds.has(key))
            byEnds.set(key, link);
    }
    return [...byEnds.values()];
}

;// CONCATENATED MODULE: ./src/flux/inventory/automation-source.ts



/**
 * Whether an automation works on a file of this tree: whether it checks this tree out, and its `update.path` covers the file.
 * Unknown where a patch or a variable may give it another path, or the tree does not say what the source holds.
 */
function covers(automation, path, inventory) {
    const isHere = worksHere(automation, inventory);
    if (isHere === 'no')
        return 'no';
    const { updatePath, placement, resource } = automation;
    if (updatePath === undefined || placement.isRewritten || image_loop_hasVariable(resource_textIn(resource, 'spec', 'update', 'path')))
        return 'unknown';
    return isBelow(path, updatePath) ? isHere : 'no';
}
/**
 * Whether what an automation checks out is this tree. It is when a Kustomization applies a folder of the tree out of the same
 * source, or, in a tree without Kustomizations, when there is but one source to choose from.
 */
function worksHere(automation, inventory) {
    const local = localKustomizations(automation, inventory);
    if (local.length === 0)
        return hasSingleSource(inventory) ? 'yes' : 'unknown';
    const { namespace } = automation;
    if (local.some(({ source, resource }) => isSame(source, resource.namespace, automation.source, namespace)))
        return 'yes';
    const url = urlOf(automation.source, namespace, inventory);
    if (url === undefined)
        return 'unknown';
    const urls = local.map(({ source, resource }) => urlOf(source, resource.namespace, inventory));
    if (urls.includes(url))
        return 'yes';
    return urls.includes(undefined) ? 'unknown' : 'no';
}
/** The GitRepository that an automation checks out. */
function gitRepositoryOf(automation, inventory) {
    const { source, namespace } = automation;
    if (source.kind !== 'GitRepository' || hasVariable(source.name))
        return { state: 'unknown', why: 'its source is not said in the tree' };
    const named = gitRepositories(inventory).filter(repository => {
        const placements = inventory.placementsOf(repository);
        return placements.some(placement => placement.name === source.name &&
            isSameText(placement.namespace, source.namespace ?? namespace) &&
            isSameText(placement.cluster?.name, automation.placement.cluster?.name));
    });
    const [only, ...others] = named;
    if (only === undefined)
        return { state: 'absent' };
    if (others.length > 0)
        return { state: 'unknown', why: 'several GitRepositories have that name' };
    if (inventory.placementsOf(only).some(({ isRewritten }) => isRewritten))
        return { state: 'unknown', why: 'a patch may change the GitRepository' };
    return { state: 'found', target: only };
}
/** Mirrors `buildGitConfig` and `configurePush`: a checkout of its own hides the ref of the source as a whole. */
function branchesOf(automation, inventory) {
    const { resource, pushBranch } = automation;
    const repository = gitRepositoryOf(automation, inventory);
    const ownCheckout = valueIn(resource, 'spec', 'git', 'checkout') !== undefined;
    const checkout = ownCheckout
        ? automation.checkoutBranch
        : repository.state === 'found'
            ? textIn(repository.target, 'spec', 'ref', 'branch')
            : undefined;
    return { checkout: knownText(checkout), push: knownText(pushBranch ?? checkout) };
}
function gitRepositories(inventory) {
    return inventory.ofKind('source.toolkit.fluxcd.io', 'GitRepository');
}
/** Kustomizations of the automation's cluster that apply files of this tree. */
function localKustomizations({ placement }, inventory) {
    const all = placement.cluster === undefined ? inventory.kustomizations : [...placement.cluster.kustomizations.values()];
    return all.filter(kustomization => (inventory.folders.get(kustomization)?.files.size ?? 0) > 0);
}
function hasSingleSource(inventory) {
    const names = inventory
        .ofKind('image.toolkit.fluxcd.io', 'ImageUpdateAutomation')
        .map(automation => resource_textIn(automation, 'spec', 'sourceRef', 'name'));
    return new Set(names).size === 1 && inventory.kustomizations.length === 0;
}
function isSame(left, leftNamespace, right, rightNamespace) {
    return (left.kind === right.kind &&
        left.name === right.name &&
        isSameText(left.namespace ?? leftNamespace, right.namespace ?? rightNamespace));
}
function urlOf(source, namespace, inventory) {
    const found = gitRepositories(inventory).find(({ name, namespace: own }) => name === source.name && isSameText(own, source.namespace ?? namespace));
    const url = found === undefined ? undefined : resource_textIn(found, 'spec', 'url');
    return url === undefined || image_loop_hasVariable(url) ? undefined : plainUrl(url);
}
/** The address without what differs between SSH and HTTPS: `github.com/org/repo`. */
function plainUrl(url) {
    return url
        .replace(/^[a-z+]+:\/\//i, '')
        .replace(/^[^@/]*@/, '')
        .replace(/^([^/:]+):(?![0-9]+\/)/, '$1/')
        .replace(/(?:\.git)?\/*$/, '')
        .toLowerCase();
}
/** Equal, as far as both are known. */
function isSameText(left, right) {
    return left === undefined || right === undefined || left === right;
}
function knownText(text) {
    return hasVariable(text) ? undefined : text;
}

;// CONCATENATED MODULE: ./src/flux/inventory/marker-policy.ts

/**
 * The policy that a marker means. Flux takes those of the automation's own namespace that its selector admits; one match in any
 * cluster will do.
 *
 * @param automations those that surely work on the marker's file
 * @param isCertain whether no others may
 */
function matchPolicy(target, automations, isCertain, { policies, automations: all }, inventory) {
    if (target === undefined || (policies.length === 0 && all.length === 0))
        return { state: 'unknown' };
    const named = policies.filter(policy => mayBeNamed(policy, target.policy));
    const exact = named.filter(({ name, namespace }) => name === target.policy && (namespace === undefined || namespace === target.namespace));
    const seen = automations.length === 0 ? exact : exact.filter(policy => isSeen(policy, automations, 'yes'));
    if (seen.length > 0)
        return { state: 'found', policies: seen };
    const isOpen = !isCertain || exact.some(policy => isSeen(policy, automations, 'unknown'));
    if (isOpen || named.some(policy => policy.name !== target.policy || policy.placement.isRewritten))
        return { state: 'unknown' };
    const [policy] = exact;
    const own = automations.find(({ namespace }) => namespace === target.namespace);
    const [automation] = automations;
    if (policy !== undefined && own !== undefined)
        return absent({ kind: 'not-selected', policy, automation: own });
    if (policy !== undefined && automation !== undefined)
        return absent({ kind: 'not-of-automation', policy, automation });
    if (mayComeFromElsewhere(automations, inventory))
        return { state: 'unknown' };
    const [elsewhere] = named;
    return absent(elsewhere === undefined ? { kind: 'no-such-policy' } : { kind: 'other-namespace', policy: elsewhere });
}
function absent(why) {
    return { state: 'absent', why };
}
function isSeen(policy, automations, certainty) {
    return automations.some(automation => automationSees(automation, policy) === certainty);
}
function mayBeNamed(policy, name) {
    return policy.name === name || image_loop_hasVariable(policy.name);
}
/** Whether objects may reach these clusters that the tree does not show: remote bases, other repositories, templates of objects. */
function mayComeFromElsewhere(automations, inventory) {
    if (inventory.ofKind('fluxcd.controlplane.io', 'ResourceSet').length > 0)
        return true;
    const clusters = automations.map(({ placement }) => placement.cluster);
    const concerned = clusters.some(cluster => cluster === undefined)
        ? inventory.kustomizations
        : clusters.flatMap(cluster => [...(cluster?.kustomizations ?? [])]);
    return (concerned.length === 0 ? inventory.kustomizations : concerned).some(kustomization => {
        const folder = inventory.folders.get(kustomization);
        return folder === undefined || folder.isOpen || folder.files.size === 0;
    });
}

;// CONCATENATED MODULE: ./src/flux/inventory/marked-image.ts



/**
 * Reads the image at a marker: a reference, the `repository` and `tag` of a Helm chart, `newName` and `newTag` of kustomize.
 * Undefined where the value is none, such as one with a variable in it.
 */
function imageAt({ target, value }) {
    if (target === undefined || value === undefined || value.isNull || image_loop_hasVariable(value.text))
        return undefined;
    switch (target.part) {
        case 'image': {
            const reference = (0,image_reference/* parseReference */.F2)(value.text);
            if (reference === undefined)
                return undefined;
            return { repository: marked_image_joined(reference.registry, reference.name), tag: reference.tag };
        }
        case 'name':
            return {
                repository: named(marked_image_joined(neighbour(value, () => ['registry']), value.text)),
                tag: undefined,
            };
        case 'tag':
            return { repository: repositoryBeside(value), tag: value.text.split('@', 1)[0] };
        case 'digest':
            return { repository: repositoryBeside(value), tag: undefined };
    }
}
function repositoryBeside(value) {
    return named(marked_image_joined(neighbour(value, () => ['registry']), neighbour(value, namesOfRepository)));
}
/** Keys under which the repository stands next to a tag, the likeliest first. */
function namesOfRepository(key) {
    if (key === 'newTag')
        return ['newName', 'name'];
    const base = /^(.*?)[-_]?(?:tag|digest)$/i.exec(key)?.[1];
    if (base === undefined)
        return [];
    if (base === '')
        return ['repository', 'image', 'newName'];
    return [`${base}Repository`, `${base}_repository`, `${base}-repository`, base];
}
function neighbour({ place }, names) {
    const key = place?.keys.at(-1);
    if (place === undefined || typeof key !== 'string')
        return undefined;
    const parent = (0,json/* valueAt */.fK)(place.document.value, place.keys.slice(0, -1));
    return names(key)
        .map(name => (0,json/* textMember */.SA)(parent, name))
        .find(text => text !== undefined);
}
function marked_image_joined(registry, name) {
    return registry === undefined || name === undefined ? name : `${registry}/${name}`;
}
/** A text that is the name of a repository and no more. */
function named(text) {
    const reference = text === undefined ? undefined : (0,image_reference/* parseReference */.F2)(text);
    return reference?.tag === undefined && reference?.digest === undefined && reference !== undefined ? text : undefined;
}

;// CONCATENATED MODULE: ./src/flux/inventory/marker-part.ts




/**
 * The part of the elected image that a marked value wants, where that is surely another than its marker has Flux write; else
 * undefined. Goes by the key, and where that tells nothing by what the value is now.
 */
function fittingPart(marker) {
    const { target, value, policy } = marker;
    if (target === undefined || value === undefined)
        return undefined;
    const wanted = wantedByKey(value);
    if (wanted !== undefined)
        return wanted !== target.part && isSure(wanted, target.part, value) ? wanted : undefined;
    return policy.state === 'found' ? wantedByValue(value, target.part, policy.policies) : undefined;
}
function wantedByKey({ place, text }) {
    const keys = place?.keys ?? [];
    const key = keys.at(-1);
    if (place === undefined || typeof key !== 'string')
        return undefined;
    const parent = (0,json/* valueAt */.fK)(place.document.value, keys.slice(0, -1));
    if (isContainer(keys) && key === 'image')
        return 'image';
    if (key === 'newTag' && keys.at(-3) === 'images')
        return 'tag';
    if (key === 'newName' && keys.at(-3) === 'images')
        return 'name';
    if (key === 'digest')
        return 'digest';
    const hasRepository = (0,json/* member */.Dc)(parent, 'repository') !== undefined;
    if (/^(?:tag|image[-_]?tag)$/i.test(key) && (hasRepository || !text.includes('/')))
        return 'tag';
    // Where no tag stands beside it, a chart may want the whole reference there.
    if (key === 'repository' && (0,json/* member */.Dc)(parent, 'tag') !== undefined)
        return 'name';
    return undefined;
}
function isContainer(keys) {
    const list = keys.at(-3);
    if (list === 'containers' || list === 'initContainers')
        return typeof keys.at(-2) === 'number' && keys.includes('spec');
    return keys.length === 3 && keys[0] === 'services';
}
/** What the key wants is certain, unless the value is now just what the marker writes. */
function isSure(wanted, part, { text }) {
    const reference = (0,image_reference/* parseReference */.F2)(text);
    const isWhole = reference !== undefined && (reference.tag !== undefined || reference.digest !== undefined);
    // A name in the manifest and its tag in a kustomization are one image.
    if (wanted === 'image')
        return part !== 'name' || isWhole;
    if (wanted === 'tag' && part === 'digest')
        return !text.startsWith('sha256:');
    return part !== 'image' || !(isWhole && text.includes('/'));
}
function wantedByValue({ text }, part, policies) {
    const reference = (0,image_reference/* parseReference */.F2)(text);
    const whole = reference?.tag !== undefined;
    const isImage = policies.some(policy => canonicalRepository(imageOf(policy) ?? '') === canonicalRepository(text));
    if (isImage && text.includes('/')) {
        if (whole)
            return part === 'image' ? undefined : 'image';
        return part === 'tag' || part === 'digest' ? 'name' : undefined;
    }
    const isTag = !/[:/@]/.test(text) && policies.every(policy => accepts(policy, text) === true);
    return isTag && isBuildTag(text) && part !== 'tag' ? 'tag' : undefined;
}
/** With a digit in it: `frontend` may be an image as well as a tag. */
function isBuildTag(text) {
    return /[0-9]/.test(text) && /[.-]/.test(text);
}

;// CONCATENATED MODULE: ./src/flux/inventory/marker-verdict.ts




/** Judges a marker, from what makes it dead to what makes it doubtful; the first fault that is found is the one. */
function judgeMarker(marker, loop) {
    const { fault, setter, automations, mayBeCovered, value, policy } = marker;
    if (fault === 'file-problem')
        return { rule: 'marker-file-parses' };
    if (fault === 'file-name')
        return { rule: 'marker-scope', why: 'name' };
    if (fault === 'value' && isUnknownPart(setter))
        return { rule: 'marker-suffix', fits: undefined };
    if (fault === 'syntax' || fault === 'value' || fault === 'file-not-screened')
        return { rule: 'marker-syntax' };
    // A doubled key is a fault of its own, whatever stands behind it.
    if (fault === 'duplicate-key')
        return undefined;
    if (fault !== undefined)
        return { rule: 'marker-position' };
    if (loop.automations.length > 0 && automations.length === 0 && !mayBeCovered && !isSample(marker.file.path))
        return { rule: 'marker-scope', why: 'path' };
    if (value?.isNull === true)
        return { rule: 'marker-null-value' };
    if (policy.state === 'absent')
        return isSample(marker.file.path) ? undefined : { rule: 'marker-policy', why: policy.why };
    const fits = fittingPart(marker);
    if (fits !== undefined)
        return { rule: 'marker-suffix', fits };
    return policy.state === 'found' ? judgeValue(marker, policy.policies) : undefined;
}
function judgeValue(marker, policies) {
    const { target } = marker;
    // In several clusters one policy of several that finds everything right will do.
    const verdicts = policies.map(policy => {
        if (target?.part === 'digest')
            return digestVerdict(policy);
        return imageVerdict(marker, policy) ?? tagVerdict(marker, policy);
    });
    return verdicts.includes(undefined) ? undefined : verdicts[0];
}
function digestVerdict(policy) {
    const isSure = !policy.placement.isRewritten && policy.digestReflection === 'Never';
    return isSure ? { rule: 'marker-digest', policy } : undefined;
}
function imageVerdict(marker, policy) {
    const image = imageOf(policy);
    const found = imageAt(marker)?.repository;
    // A name of one part is what people write until the first update, or what kustomize renames.
    if (image === undefined || found === undefined || (!found.includes('/') && marker.target?.part !== 'image'))
        return undefined;
    if (isPlaceholderName(found, image))
        return undefined;
    const [left, right] = [canonicalRepository(found), canonicalRepository(image)];
    if (left === undefined || right === undefined || left === right)
        return undefined;
    return { rule: 'marker-image', policy, image, found };
}
function tagVerdict(marker, policy) {
    const image = imageAt(marker);
    if (image === undefined || marker.target?.part === 'name')
        return undefined;
    const { tag } = image;
    if (tag === undefined)
        return marker.value?.text.includes('@') === true
            ? undefined
            : { rule: 'marker-tag', policy, tag, isPlaceholder: true };
    const isAccepted = accepts(policy, tag);
    if (isAccepted === undefined)
        return undefined;
    const isPlaceholder = isPlaceholderTag(tag);
    // `latest` is elected where a policy follows its digest.
    if (isAccepted && (!isPlaceholder || tag === 'latest'))
        return undefined;
    return { rule: 'marker-tag', policy, tag, isPlaceholder };
}
/** `frontend` for `192.168.0.40:5000/library/frontend`, and words that stand for a name to come. */
function isPlaceholderName(found, image) {
    if (found.includes('/'))
        return false;
    return (image.endsWith(`/${found}`) ||
        /^(?:place-?holder|image|app|todo|tbd|change-?me|replace-?me|dummy|xxx+)$/i.test(found));
}
function isUnknownPart(setter) {
    return setter !== undefined && /^[^\s:/]+:[^\s:/]+:[^\s:/]*$/.test(setter);
}
/** Files that show how something is written, rather than to be used. */
function isSample(path) {
    return /(?:^|\/)(?:docs?|examples?|samples?|templates?|testdata|tests?|fixtures?)\//i.test(path);
}

;// CONCATENATED MODULE: ./src/flux/inventory/meant-marker.ts
/**
 * Whether a comment that speaks of an image policy was meant as a marker. Prose, examples in prose, lines that are commented out,
 * and text in a document inside of a document are not.
 *
 * @param lines those of the file
 * @param names whether a setter names a policy of the tree
 */
function isMeantAsMarker({ line, column, text, setter, fault }, lines, names) {
    const whole = lines[line - 1] ?? '';
    const before = [...whole].slice(0, column - 1).join('');
    const isAlone = before.trim() === '';
    if (fault === 'inside-scalar')
        return setter !== undefined && PAIR.test(before);
    const said = text.replace(/^#+\s*/, '');
    if (!isAlone)
        return (ALMOST.test(text) || BRACE.test(text)) && !PUT_OFF.test(beforeBrace(said));
    // A line of its own: a marker starts with its brace. Next to other lines of comment it may be an example in prose.
    if (!/^[{“"'`]?\s*\{/.test(said) || !BRACE.test(said))
        return false;
    if (fault === 'several-lines' || fault === 'shadowed' || fault === undefined)
        return true;
    return !isComment(lines[line]) && (!isComment(lines[line - 2]) || (setter !== undefined && names(setter)));
}
/** The braces of a marker, whatever else is wrong with it. */
const BRACE = /\{[^}]*imagepolicy\W*[:=]/i;
/** A marker without its braces. */
const ALMOST = /\$imagepolicy["'`’”]?\s*[:=]\s*["'`‘“]?[\w.-]+:[\w.-]+/i;
/** Words in front of a marker that say that it is switched off on purpose. */
const PUT_OFF = /\b(?:disabled?|paused?|off|todo|was|formerly|old|no|not|without|e\.?g|example)\b/i;
/** What stands before a comment on a line of YAML. */
const PAIR = /^\s*(?:- +)?[\w."'/-]+:\s+\S|^\s*- +\S/;
function beforeBrace(said) {
    const brace = said.indexOf('{');
    return brace < 0 ? '' : said.slice(0, brace);
}
function isComment(line) {
    return line !== undefined && /^\s*#/.test(line);
}

;// CONCATENATED MODULE: ./src/flux/inventory/markers.ts









/** Finds the markers of a tree and what each leads to. */
function markersOf(inventory, loop) {
    const byFile = new Map();
    for (const [path, file] of inventory.files) {
        if (!/imagepolicy/i.test(file.text) || isWorkflowFile(path))
            continue;
        const markers = markersIn(file, inventory, loop);
        if (markers.length > 0)
            byFile.set(path, markers);
    }
    return {
        all: [...byFile.values()].flat(),
        byFile,
        covers: (automation, path) => covers(automation, path, inventory),
    };
}
function markersIn(file, inventory, loop) {
    const lines = file.text.split(/\r?\n/);
    const found = findMarkers({ path: file.path, content: Buffer.from(file.text) });
    const meant = found.filter(marker => isMeantAsMarker(marker, lines, setter => isKnown(parseTarget(setter), loop)));
    if (meant.length === 0)
        return [];
    const working = loop.automations.map(automation => [automation, covers(automation, file.path, inventory)]);
    const automations = working.flatMap(([automation, certainty]) => (certainty === 'yes' ? [automation] : []));
    const mayBeCovered = working.some(([, certainty]) => certainty === 'unknown');
    const offsetOf = offsets(file.text);
    const scalars = scalarsOf(file);
    return meant.map(marker => {
        const target = parseTarget(marker.setter);
        const start = offsetOf(marker);
        const whole = {
            file,
            span: file.span(start, start + marker.text.length),
            text: marker.text,
            setter: marker.setter,
            target,
            fault: marker.fault,
            value: marker.value && markedValue(marker.value, file, offsetOf(marker.value), scalars),
            automations,
            mayBeCovered,
            policy: matchPolicy(target, automations, !mayBeCovered, loop, inventory),
        };
        return { ...whole, verdict: judgeMarker(whole, loop) };
    });
}
function isKnown(target, { policies }) {
    return policies.some(({ name }) => name === target?.policy);
}
function markedValue(found, file, start, scalars) {
    const scalar = scalars.find(({ range }) => range[0] <= start && start < Math.max(range[1], range[0] + 1));
    const range = scalar?.range ?? [start, start + found.text.length];
    const { text, isNull, isListItem } = found;
    return { text, span: file.span(...range), range, isNull, isListItem, place: scalar?.place };
}
/** Gives the offset, in UTF-16 code units, of a line and column as people count them. */
function offsets(text) {
    const lines = text.split('\n');
    const starts = [0];
    for (const line of lines)
        starts.push((starts.at(-1) ?? 0) + line.length + 1);
    return ({ line, column }) => (starts[line - 1] ?? 0) + [...(lines[line - 1] ?? '')].slice(0, column - 1).join('').length;
}
function scalarsOf(file) {
    const found = [];
    for (const document of file.documents) {
        const waiting = [{ node: document.root, keys: [] }];
        for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
            const { node, keys } = place;
            if ((0,dist/* isScalar */.jn)(node))
                found.push({ range: trimmedRange(node, file.text), place: { document, keys } });
            else if ((0,dist/* isSeq */.oP)(node))
                waiting.push(...node.items.map((item, index) => ({ node: item, keys: [...keys, index] })));
            else if ((0,dist/* isMap */.jh)(node))
                waiting.push(...node.items.map(({ key, value }) => ({ node: value, keys: [...keys, markers_keyOf(key)] })));
        }
    }
    return found;
}
/** Without the line feeds at the end of a block scalar. */
function trimmedRange(node, text) {
    const [start, end] = source_file_rangeOf(node);
    return [start, start + text.slice(start, end).trimEnd().length];
}
function markers_keyOf(key) {
    return (0,dist/* isScalar */.jn)(key) || (0,dist/* isAlias */.Vj)(key) ? String((0,dist/* isScalar */.jn)(key) ? key.value : key.source) : '';
}

;// CONCATENATED MODULE: ./actions/verify-manifests/ignores.ts
const IGNORE = /#[ \t]*fluxgate-ignore\b[ \t]*([\w-]*)[ \t]*:?[ \t]*(.*)$/;
function ignoresIn(file) {
    if (!file.text.includes('fluxgate-ignore'))
        return [];
    return file.text.split(/\r?\n/).flatMap((text, index) => {
        const match = IGNORE.exec(text);
        if (match === null)
            return [];
        const line = index + 1;
        const alone = text.slice(0, match.index).trim() === '';
        const span = { line, column: match.index + 1, endLine: line, endColumn: text.length + 1 };
        return [
            { file: file.path, rule: match[1] ?? '', reason: (match[2] ?? '').trim(), span, line: alone ? line + 1 : line },
        ];
    });
}

;// CONCATENATED MODULE: ./actions/verify-manifests/lint.ts





/**
 * What the rules have to say about a tree: less what the configuration switches off and what comments hide, each fault once,
 * sorted by place.
 */
function lint({ rules, more = [], ...request }) {
    return lintWith(contextOf(request), rules, more);
}
/** All that rules go by, made once. */
function contextOf({ inventory, config, flux, }) {
    const loop = imageLoopOf(inventory);
    return { inventory, loop, markers: markersOf(inventory, loop), config, flux };
}
/** See lint; for whoever needs the context too. */
function lintWith(context, rules, more) {
    const { inventory, config } = context;
    const found = [...rules.flatMap(rule => reportsOf(rule, context)), ...more];
    const leveled = found.flatMap(finding => atConfiguredLevel(finding, config));
    const ignores = [...inventory.files.values()].flatMap(ignoresIn);
    const used = new Set();
    const shown = leveled.filter(finding => {
        const hiding = ignores.filter(ignore => ignore.reason !== '' && hides(ignore, finding));
        for (const ignore of hiding)
            used.add(ignore);
        return hiding.length === 0;
    });
    const stale = ignores
        .filter(ignore => !used.has(ignore))
        .map(ignore => ignoreNeeded(ignore, rules.map(rule => rule.id)))
        .flatMap(finding => atConfiguredLevel(finding, config));
    return lint_distinct([...shown, ...stale]);
}
function reportsOf(rule, context) {
    return [...rule.check(context)].map(report => ({
        ...report,
        rule: rule.id,
        severity: report.severity ?? rule.severity,
    }));
}
function atConfiguredLevel(finding, { rules, isExcluded }) {
    const level = rules.get(finding.rule);
    if (level === 'off' || isExcluded(finding.file))
        return [];
    return [level === undefined ? finding : { ...finding, severity: level }];
}
function hides(ignore, { file, rule, span }) {
    return ignore.file === file && ignore.rule === rule && ignore.line === span.line;
}
/** An object that reaches several clusters is judged once for each, and says the same. */
function lint_distinct(findings) {
    const seen = new Set();
    return [...findings].sort(finding/* compareFindings */.E).filter(({ file, rule, span, message }) => {
        const key = JSON.stringify([file, rule, span.line, span.column, message]);
        if (seen.has(key))
            return false;
        seen.add(key);
        return true;
    });
}

;// CONCATENATED MODULE: ./actions/verify-manifests/verify.ts






/** Judges a tree, and the change that led to it. */
function verify(request) {
    const { inventory, config, flux, rules, base, failOn, schemaFindings, unchecked } = request;
    const context = contextOf(request);
    const now = lintWith(context, rules, schemaFindings);
    const before = base && {
        findings: lint({ inventory: base.inventory, config, flux, rules, more: base.schemaFindings }),
        renames: base.renames,
        textBefore: (path) => base.inventory.files.get(path)?.text,
        textNow: (path) => inventory.files.get(path)?.text,
    };
    const findings = judge_judge(now, before);
    return {
        verdict: (0,findings_report/* verdictOf */.Vj)(findings, failOn),
        findings,
        chains: deliveryChains(inventory, context.loop, policyMarkers(context), now),
        summary: {
            files: inventory.files.size,
            documents: [...inventory.files.values()].reduce((sum, { documents }) => sum + documents.length, 0),
            errors: (0,findings_report/* countOf */.pq)(findings, 'error'),
            warnings: (0,findings_report/* countOf */.pq)(findings, 'warning'),
            notes: (0,findings_report/* countOf */.pq)(findings, 'note'),
            milliseconds: request.milliseconds(),
        },
        failOn,
        base: base?.commit,
        unchecked,
        flux,
    };
}
/** The markers that Flux honours, and what each is written into. */
function policyMarkers({ inventory, markers }) {
    return markers.all.flatMap(({ file, span, fault, policy }) => {
        if (fault !== undefined || policy.state !== 'found')
            return [];
        const holder = inventory.layout.resourcesOf(file.path).find(resource => holdsLine(resource, span.line));
        const subject = holder === undefined ? file.path : titleOf(holder);
        return policy.policies.map(found => ({ file: file.path, line: span.line, subject, policy: found }));
    });
}

;// CONCATENATED MODULE: ./actions/verify-manifests/verify-tree.ts
















/**
 * Reads a tree, and the one before the change, and judges it.
 *
 * @throws UserErrors, as of a wrong command line, for a wrong configuration or a base that is not to be had
 */
async function verify_tree_verifyTree(options, runner) {
    const start = runner.clock.now();
    const root = (0,external_node_path_.isAbsolute)(options.path) ? options.path : (0,external_node_path_.join)(runner.workspace, options.path);
    if ((await runner.files.kind(root)) !== 'folder') {
        throw new src_errors/* UserError */.yo(`${options.path} is no folder`, { usage: true });
    }
    const texts = await readTree(runner, root);
    const config = configOf(texts);
    const files = texts
        .filter(([path]) => !config.isExcluded(path))
        .map(([path, text]) => source_file_readSourceFile(path, text))
        .sort((left, right) => (0,bytes/* compareBytes */.Xo)(left.path, right.path));
    const inventory = inventoryOf(files, buildDefaults);
    const base = await baseTree(options, config, inventory, root, runner);
    return verify({
        inventory,
        config,
        flux: fluxVersionOf(inventory, config, options.fluxMinor),
        rules: chosenRules(options.ruleIds),
        schemaFindings: [],
        unchecked: [],
        failOn: options.failOn ?? (base === undefined && !isProposal(runner) ? 'errors' : 'new-errors'),
        base,
        milliseconds: () => runner.clock.now() - start,
    });
}
function configOf(texts) {
    const text = texts.find(([path]) => path === CONFIG_FILE)?.[1];
    if (text === undefined)
        return emptyConfig;
    try {
        return readConfig(text, rules_rules.map(rule => rule.id));
    }
    catch (error) {
        (0,src_errors/* throwAll */.Kx)((0,src_errors/* userErrorsOf */.__)(error).map(({ message, next }) => new src_errors/* UserError */.yo(message, next === undefined ? { usage: true } : { next, usage: true })));
        throw error;
    }
}
function chosenRules(ids) {
    return ids === undefined ? rules_rules : rules_rules.filter(rule => ids.includes(rule.id));
}
/** A run that proposes a change: without its base every fault counts as the change's own, and says so. */
function isProposal({ env }) {
    return env.GITHUB_EVENT_NAME === 'pull_request' || env.GITHUB_EVENT_NAME === 'merge_group';
}
async function baseTree(options, config, inventory, root, runner) {
    const git = (0,repository/* openGit */.z)(runner.exec, root, runner.env);
    const payload = await eventPayload(runner);
    const found = await findBase(git, options.base, { payload, sha: runner.env.GITHUB_SHA });
    if (found === undefined)
        return undefined;
    if ('missing' in found) {
        // What somebody asked for must be there; what a pull request would have had is merely missed.
        if (options.base !== undefined)
            throw new src_errors/* UserError */.yo(`the base ${options.base} cannot be compared with: ${found.missing}`, {
                next: found.next,
                usage: true,
            });
        runner.log.notice(`Every finding counts as new: ${found.missing}. ${found.next}`);
        return undefined;
    }
    const { files, renames } = await filesAt(git, found.commit, config, inventory);
    const ref = options.base ?? runner.env.GITHUB_BASE_REF;
    return {
        commit: { commit: found.commit, ref: ref === '' ? undefined : ref },
        inventory: inventoryOf(files, buildDefaults),
        renames,
        schemaFindings: [],
    };
}
async function eventPayload({ env, files }) {
    const path = env.GITHUB_EVENT_PATH;
    return path === undefined || path === '' ? undefined : (0,json/* parseJson */.qF)((await files.readText(path)) ?? '');
}
/** The files as the base has them. What did not change since is not read again. */
async function filesAt(git, commit, config, inventory) {
    const { paths, changed, renames } = await treeAt(git, commit);
    const wanted = withoutChartTemplates(paths.filter(path => isManifestPath(path) && !config.isExcluded(path)));
    const texts = await textsAt(git, commit, wanted.filter(path => changed.has(path)));
    const files = wanted.flatMap(path => {
        if (!changed.has(path))
            return inventory.files.get(path) ?? [];
        const text = texts.get(path);
        return text === undefined || !isManifestText(path, text) ? [] : source_file_readSourceFile(path, text);
    });
    return { files: files.sort((left, right) => (0,bytes/* compareBytes */.Xo)(left.path, right.path)), renames };
}

;// CONCATENATED MODULE: ./actions/verify-manifests/main.ts











/**
 * The gate as a step of a workflow.
 *
 * @returns the exit code: 1 when the gate is closed
 * @throws UserError or UserErrors for everything that the user can mend
 */
async function main(runner) {
    for (const name of SECRET_INPUTS)
        if (runner.input(name) !== '')
            runner.mask(runner.input(name));
    const inputs = parseInputs(spec, runner.input);
    const report = await verifyTree({
        path: inputs.path,
        failOn: inputs['fail-on'],
        base: inputs.base,
        fluxMinor: inputs['flux-version'],
        ruleIds: undefined,
    }, runner);
    await giveOut(report, runner);
    return report.verdict === 'pass' ? 0 : 1;
}
async function giveOut(report, runner) {
    const folder = await runner.files.temporaryFolder('fluxgate-verify');
    const paths = { report: join(folder, 'report.json'), sarif: join(folder, 'report.sarif') };
    await runner.files.writeText(paths.report, jsonReport(report));
    await runner.files.writeText(paths.sarif, sarifReport(report, rules.map(rule => ({ ...rule, markdown: rule.summary })), { version }));
    runner.output('verdict', report.verdict);
    runner.output('errors', String(report.summary.errors));
    runner.output('warnings', String(report.summary.warnings));
    runner.output('new-errors', String(countOf(report.findings, 'error', 'new')));
    runner.output('report', paths.report);
    runner.output('sarif', paths.sarif);
}


/***/ }),

/***/ 8683:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ ACTION_INPUTS)
/* harmony export */ });
// Made by scripts/docs.mjs from actions/*/action.yml: change those.
/** The inputs of each action with their defaults, as the command line offers them. */
// biome-ignore format: one input a line
const ACTION_INPUTS = {
    'build-push': [
        { name: 'registry', default: '', description: 'The registry, `host` or `host:port`, such as `192.168.0.40:5000` or `ghcr.io`' },
        { name: 'insecure', default: 'false', description: '`true` when the registry speaks plain HTTP' },
        { name: 'username', default: '', description: "Who logs in; a robot account's name may contain `$`" },
        { name: 'password', default: '', description: 'The password or token that belongs to `username`' },
        { name: 'images', default: '', description: 'A YAML list of the images to build. Each has a `name` (without the registry) and may have `context` (a folder, `.` unless told), `file`, `target`, `platforms`, `build-args`, `labels`, `secrets`, `cache-from` and `cache-to`' },
        { name: 'bake-files', default: '', description: 'Bake files to build from instead of `images`, one a line' },
        { name: 'targets', default: '', description: 'Which images (their name, or its last part) or bake targets to build, with commas or one a line; all unless told' },
        { name: 'tag-prefix', default: 'main', description: "The prefix of the main line's tags; other branches use their own name" },
        { name: 'push', default: 'true', description: '`false` builds without pushing; pull requests never push' },
        { name: 'provenance', default: 'false', description: 'Provenance attestation: `false`, `true`, `mode=min` or `mode=max`. Older Harbor versions refuse images that have one' },
        { name: 'sbom', default: 'false', description: 'SBOM attestation: `false`, `true` or `generator=<image>`' },
        { name: 'builder', default: '', description: 'The buildx builder to use. One that does not exist is made (docker-container driver, set up for the registry) and kept for the next run. Without a name the current builder is used, or `fluxgate` is made when the current one cannot do what is asked' },
        { name: 'env-file', default: '', description: 'A dotenv file on the runner; `build-args` and `secrets` take values from it by name' },
        { name: 'no-cache', default: 'false', description: '`true` builds everything anew' },
        { name: 'pull', default: 'false', description: '`true` asks for newer base images' },
        { name: 'retention', default: '', description: "How many builds to keep in the registry; older ones are deleted after the push, never one that the tree or the branch's last 50 commits name. Empty keeps everything" },
        { name: 'flux-path', default: 'flux', description: 'The folder of the Flux manifests in this repository; its image policies must elect the new tag' },
        { name: 'on-stale', default: '', description: "What to do when the commit is older than what is published or is no longer the branch's head: `fail`, `warn` or `allow`. Empty means `fail`, and `warn` for a manual run" },
        { name: 'dry-run', default: 'false', description: '`true` checks everything and shows what would be built, pushed and deleted, and does none of it' },
    ],
    'verify-manifests': [
        { name: 'path', default: '.', description: "The folder to check, from the root of the workspace; paths in Flux's objects start there" },
        { name: 'fail-on', default: '', description: 'What closes the gate: `new-errors` (what the change brings), `errors`, `warnings` or `never`. Empty means `new-errors` on a pull request and `errors` otherwise' },
        { name: 'base', default: '', description: 'The commit, branch or tag to compare with; on a pull request its base unless told' },
        { name: 'flux-version', default: '', description: 'The Flux that the tree is for, such as `2.9`. Unless told, what `.fluxgate.yaml` or `gotk-components.yaml` says, else the newest known' },
        { name: 'schemas', default: 'auto', description: '`off` validates no object against a schema; `auto` uses the CRDs of the tree and the tool of `schema-tool`' },
        { name: 'schema-tool', default: 'auto', description: 'Who validates the kinds that the tree has no CRD for: `auto` (flux-schema or kubeconform, when one is on PATH), `off`, `flux-schema`, `kubeconform`, or the path of one' },
        { name: 'registry', default: '', description: 'What the build pushes to, `host` or `host:port`, where the workflow files do not say it' },
        { name: 'insecure', default: '', description: '`true` when that registry speaks plain HTTP, `false` when it does not; empty when that is not said' },
        { name: 'images', default: '', description: 'Names of the images below that registry, one a line or with commas, where the workflow files do not say it' },
        { name: 'tag-prefix', default: 'main', description: 'The prefix of their tags, `<prefix>-<sha7>-<unix seconds>`' },
        { name: 'comment', default: 'false', description: '`true` keeps a comment on the pull request up to date; needs `pull-requests: write`, and is skipped with a notice where the token may not' },
        { name: 'github-token', default: '${{ github.token }}', description: 'The token that comments' },
    ],
};


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
/** The options keep git's output the same whatever the user's configuration says. */
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

/***/ 9241:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AL: () => (/* binding */ buildName),
/* harmony export */   ED: () => (/* binding */ parseTag),
/* harmony export */   IP: () => (/* binding */ prefixProblem),
/* harmony export */   NQ: () => (/* binding */ buildTag),
/* harmony export */   O4: () => (/* binding */ printTag),
/* harmony export */   bb: () => (/* binding */ compareTags),
/* harmony export */   iR: () => (/* binding */ timeAfter),
/* harmony export */   sS: () => (/* binding */ buildsNamedIn)
/* harmony export */ });
/* unused harmony export buildTagPattern */
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

/***/ 8422:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ requiredText),
/* harmony export */   Dy: () => (/* binding */ names),
/* harmony export */   Im: () => (/* binding */ truth),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   TL: () => (/* binding */ parseInputs),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);

/**
 * Reads every input of a spec.
 *
 * @param read gives the raw text of an input, '' when it is not set
 * @throws UserError or UserErrors that name all wrong inputs together
 */
function parseInputs(spec, read) {
    const errors = [];
    const values = {};
    for (const [name, parse] of Object.entries(spec)) {
        try {
            values[name] = parse(trimmed(read(name)), name);
        }
        catch (error) {
            const found = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .userErrorsOf */ .__)(error);
            if (found.length === 0)
                throw error;
            errors.push(...found);
        }
    }
    (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwAll */ .Kx)(errors);
    return values;
}
/** Of several lines the first keeps its place and its indentation: in YAML both mean something. */
function trimmed(raw) {
    return raw.trim().includes('\n') ? raw.trimEnd() : raw.trim();
}
const text = raw => raw;
/** Text that must be there. */
const requiredText = (raw, name) => {
    if (raw === '')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`input "${name}" is required and not set`);
    return raw;
};
/** `true` or `false`, as GitHub's own actions write them; `yes`, `True` and `1` are refused, never guessed. */
const truth = (raw, name) => {
    if (raw === 'true')
        return true;
    if (raw === 'false')
        return false;
    throw wrong(name, raw, ['true', 'false']);
};
/** One of some words. */
function oneOf(...words) {
    return (raw, name) => {
        const word = words.find(known => known === raw);
        if (word === undefined)
            throw wrong(name, raw, words);
        return word;
    };
}
/** An absent input gives undefined. */
function optional(parse) {
    return (raw, name) => (raw === '' ? undefined : parse(raw, name));
}
/** A whole number within bounds, both included. */
function wholeNumber(least, most) {
    return (raw, name) => {
        const value = Number(raw);
        if (/^[0-9]+$/.test(raw) && value >= least && value <= most)
            return value;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`input "${name}" is ${JSON.stringify(raw)}: expected a whole number from ${least} to ${most}`);
    };
}
/** Names separated by commas, blanks or line ends. */
const names = raw => raw.split(/[\s,]+/).filter(name => name !== '');
/** One value a line; empty lines fall away. */
const lines = raw => raw
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '');
function wrong(name, raw, words) {
    const accepted = words.map(word => JSON.stringify(word)).join(', ');
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`input "${name}" is ${JSON.stringify(raw)}: expected one of ${accepted}`);
}


/***/ })

};
