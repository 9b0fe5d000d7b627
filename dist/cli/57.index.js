export const id = 57;
export const ids = [57];
export const modules = {

/***/ 4057:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  zn: () => (/* binding */ applySetters),
  Xh: () => (/* binding */ findMarkers),
  xq: () => (/* binding */ hasScreenedName),
  yW: () => (/* binding */ isScreened),
  sH: () => (/* reexport */ setters_policies/* parseLatestRef */.sH)
});

// UNUSED EXPORTS: printLatestRef

// EXTERNAL MODULE: ./src/yaml/go/byte-string.ts
var byte_string = __webpack_require__(5886);
// EXTERNAL MODULE: ./src/yaml/go/implicit-tag.ts
var implicit_tag = __webpack_require__(6382);
// EXTERNAL MODULE: ./src/yaml/go/node.ts
var go_node = __webpack_require__(8228);
// EXTERNAL MODULE: ./src/yaml/go/scalar-shape.ts
var scalar_shape = __webpack_require__(8732);
// EXTERNAL MODULE: ./src/yaml/go/write-scalar.ts
var write_scalar = __webpack_require__(7462);
// EXTERNAL MODULE: ./src/yaml/go/writer.ts
var go_writer = __webpack_require__(1843);
// EXTERNAL MODULE: ./src/flux/setters/file-text.ts
var file_text = __webpack_require__(1878);
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
    const start = (0,file_text/* originalOffset */.ZY)(file, resource.base + node.start);
    const end = (0,file_text/* originalOffset */.ZY)(file, resource.base + node.end);
    const isBlock = form === 'literal' || form === 'folded';
    const text = isBlock ? editedBlock(file.original.slice(start, end), value) : inlineScalar(value, form, inFlow);
    return { start, end, text };
}
/** The value on one line, quoted where a reader of YAML 1.1 or 1.2 would not take it for a string. */
function inlineScalar(value, form, inFlow) {
    const node = (0,go_node/* nodeOf */.E)({ kind: 'scalar', tag: go_node/* tagOf */.c.string, value, form });
    const quote = (0,implicit_tag/* isYaml11NonString */.o)(value) || (0,implicit_tag/* implicitTag */.A)(value) !== go_node/* tagOf */.c.string;
    const writer = (0,go_writer/* newWriter */.ap)();
    (0,write_scalar/* writeScalar */.g)(writer, value, (0,scalar_shape/* formFor */.iD)(node, quote, (0,scalar_shape/* shapeOf */.F5)(value), { inFlow, simpleKey: false }));
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

// EXTERNAL MODULE: ./src/flux/setters/find-markers.ts
var find_markers = __webpack_require__(7651);
// EXTERNAL MODULE: ./src/flux/setters/marker.ts
var marker = __webpack_require__(1072);
// EXTERNAL MODULE: ./src/flux/setters/policies.ts
var setters_policies = __webpack_require__(1112);
// EXTERNAL MODULE: ./src/flux/setters/read-file.ts
var read_file = __webpack_require__(6817);
// EXTERNAL MODULE: ./src/flux/setters/resource.ts
var setters_resource = __webpack_require__(2686);
// EXTERNAL MODULE: ./src/flux/setters/apply-markers.ts
var apply_markers = __webpack_require__(8866);
// EXTERNAL MODULE: ./src/yaml/go/write-documents.ts + 4 modules
var write_documents = __webpack_require__(3218);
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
            throw new setters_resource/* PipelineError */.zC(`config.kubernetes.io/path cannot be a directory: ${path}`);
    }
    const files = new Map();
    for (const [path, group] of groups)
        files.set(cleanPath(path), writeFile(sortedByIndex(group)));
    return files;
}
function setMissingPaths(resources) {
    const next = new Map();
    for (const resource of resources) {
        (0,setters_resource/* copyLegacyAnnotations */.lP)(resource);
        const meta = (0,setters_resource/* metaOf */.fX)(resource);
        if (meta.missing)
            throw new setters_resource/* PipelineError */.zC('missing Resource metadata');
        const annotations = (0,setters_resource/* annotationsOf */.Ih)(resource);
        const path = annotations.get(setters_resource/* annotation */.w7.path);
        if (path === undefined) {
            (0,setters_resource/* setAnnotation */.aX)(resource, setters_resource/* annotation */.w7.path, madePath(meta));
            (0,setters_resource/* setAnnotation */.aX)(resource, setters_resource/* annotation */.w7.legacyPath, madePath(meta));
        }
        else
            next.set(path, Math.max(next.get(path) ?? 0, indexIn(annotations)));
    }
    for (const resource of resources) {
        const annotations = (0,setters_resource/* annotationsOf */.Ih)(resource);
        if (annotations.has(setters_resource/* annotation */.w7.index))
            continue;
        const path = annotations.get(setters_resource/* annotation */.w7.path) ?? '';
        const index = next.get(path) ?? 0;
        next.set(path, index + 1);
        (0,setters_resource/* setAnnotation */.aX)(resource, setters_resource/* annotation */.w7.index, String(index));
        (0,setters_resource/* setAnnotation */.aX)(resource, setters_resource/* annotation */.w7.legacyIndex, String(index));
    }
}
function indexIn(annotations) {
    const index = annotations.get(setters_resource/* annotation */.w7.index) ?? '';
    return INTEGER.test(index) ? Number(index) : 0;
}
const INTEGER = /^[-+]?\d+$/;
function madePath({ kind, name, namespace }) {
    const file = `${(0,byte_string/* toByteString */.pv)((0,byte_string/* toText */.fE)(kind).toLowerCase())}_${name}.yaml`;
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
        const missing = [setters_resource/* annotation */.w7.index, setters_resource/* annotation */.w7.path].find(name => (0,setters_resource/* rawAnnotation */.iY)(resource, name) === '');
        if (missing !== undefined)
            throw new setters_resource/* PipelineError */.zC(`resources must be annotated with ${missing} to be written to files`);
    }
    const groups = new Map();
    for (const resource of resources) {
        const path = (0,byte_string/* toText */.fE)((0,setters_resource/* rawAnnotation */.iY)(resource, setters_resource/* annotation */.w7.path));
        if (path.startsWith('/'))
            throw new setters_resource/* PipelineError */.zC('package paths may not be absolute paths');
        if (cleanPath(path).includes('..'))
            throw new setters_resource/* PipelineError */.zC(`resource must be written under package: ${cleanPath(path)}`);
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
        index: (0,setters_resource/* annotationsOf */.Ih)(resource).get(setters_resource/* annotation */.w7.index) ?? '',
    }));
    const wrong = indexed.find(({ index }) => index !== '' && !INTEGER.test(index));
    if (wrong !== undefined && indexed.some(({ index }) => index !== '' && index !== wrong.index)) {
        const quoted = JSON.stringify((0,byte_string/* toText */.fE)(wrong.index));
        throw new setters_resource/* PipelineError */.zC(`unable to parse config.kubernetes.io/index ${wrong.index} :strconv.Atoi: parsing ${quoted}: invalid syntax`);
    }
    const rank = (index) => (index === '' ? Number.NEGATIVE_INFINITY : Number(index));
    return indexed
        .sort((left, right) => (left.index === right.index ? 0 : Math.sign(rank(left.index) - rank(right.index))))
        .map(({ resource }) => resource);
}
function writeFile(resources) {
    return (0,write_documents/* writeDocuments */.i)(resources.map(prepared));
}
/** Takes the annotations off again that led through the pipeline, and what gets empty by that. */
function prepared(resource) {
    const sequences = (0,setters_resource/* annotationsOf */.Ih)(resource).get(setters_resource/* annotation */.w7.sequenceStyle) === 'wide' ? 'wide' : 'compact';
    (0,setters_resource/* clearAnnotation */.Zv)(resource, setters_resource/* annotation */.w7.index);
    (0,setters_resource/* clearAnnotation */.Zv)(resource, setters_resource/* annotation */.w7.legacyIndex);
    (0,setters_resource/* clearAnnotation */.Zv)(resource, setters_resource/* annotation */.w7.sequenceStyle);
    (0,setters_resource/* clearAnnotation */.Zv)(resource, setters_resource/* annotation */.w7.path);
    (0,setters_resource/* clearAnnotation */.Zv)(resource, setters_resource/* annotation */.w7.legacyPath);
    (0,setters_resource/* dropEmptyAnnotations */.$5)(resource);
    return { node: unwrapped(resource), sequences };
}
/** kyaml takes this key for a wrapper that it made itself. */
function unwrapped(resource) {
    const wrapped = (0,setters_resource/* fieldOf */._F)((0,setters_resource/* rootOf */.I5)(resource), 'bareSeqNodeWrappingKey');
    if (wrapped === undefined || (0,setters_resource/* isNull */.kZ)(wrapped))
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
        for (const setting of (0,apply_markers/* applyMarkers */.g)(resource.node, setters)) {
            if (setting.old === setting.value)
                continue;
            changedFiles.add(path);
            const meta = (0,setters_resource/* metaOf */.fX)(resource.node);
            const isReported = setters.has(setting.setter) && !meta.missing;
            changes.push({ setting, resource, meta, file: (0,byte_string/* toText */.fE)(path), isReported });
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
    (0,setters_resource/* setAnnotation */.aX)(node, setters_resource/* annotation */.w7.resource, String(index));
    const annotations = (0,setters_resource/* annotationsOf */.Ih)(node);
    (0,setters_resource/* copyLegacyAnnotations */.lP)(node);
    checkPairs(node);
    return annotations;
}
function checkPairs(node) {
    const annotations = (0,setters_resource/* annotationsOf */.Ih)(node);
    for (const { what, internal, legacy } of setters_resource/* annotationPairs */.F0) {
        const [first, second] = [annotations.get(internal) ?? '', annotations.get(legacy) ?? ''];
        if (first !== '' && second !== '' && first !== second)
            throw mismatch(what);
    }
}
function mismatch(what) {
    return new setters_resource/* PipelineError */.zC(`resource input to function has mismatched legacy and internal ${what} annotations`);
}
function filePathOf(node) {
    const annotations = (0,setters_resource/* annotationsOf */.Ih)(node);
    return annotations.get(setters_resource/* annotation */.w7.path) ?? annotations.get(setters_resource/* annotation */.w7.legacyPath) ?? '';
}
function formatsOf(origins) {
    const found = origins
        .map(origin => ({
        internal: setters_resource/* annotationPairs */.F0.some(({ internal }) => origin.has(internal)),
        legacy: setters_resource/* annotationPairs */.F0.some(({ legacy }) => origin.has(legacy)),
    }))
        .filter(({ internal, legacy }) => internal || legacy);
    const [first] = found;
    if (first === undefined)
        return { internal: false, legacy: false };
    if (found.some(({ internal, legacy }) => internal !== first.internal || legacy !== first.legacy))
        throw new setters_resource/* PipelineError */.zC('the annotation formatting in the input resources is not consistent');
    return first;
}
function restoreAnnotations(node, origin, formats) {
    (0,setters_resource/* copyLegacyAnnotations */.lP)(node);
    for (const pair of setters_resource/* annotationPairs */.F0)
        if (pair.what !== 'id')
            followChange(node, origin, pair);
    for (const { internal, legacy } of setters_resource/* annotationPairs */.F0) {
        if (!formats.internal)
            (0,setters_resource/* clearAnnotation */.Zv)(node, internal);
        if (!formats.legacy)
            (0,setters_resource/* clearAnnotation */.Zv)(node, legacy);
    }
    checkPairs(node);
    (0,setters_resource/* clearAnnotation */.Zv)(node, setters_resource/* annotation */.w7.resource);
}
/** When a marker changed one of the two names' values, the other follows. */
function followChange(node, origin, { what, internal, legacy }) {
    const former = origin.get(internal) ?? origin.get(legacy) ?? '';
    const annotations = (0,setters_resource/* annotationsOf */.Ih)(node);
    const [first, second] = [annotations.get(internal) ?? '', annotations.get(legacy) ?? ''];
    if (former === '')
        return;
    if (former !== first && former !== second && first !== second)
        throw mismatch(what);
    if (former !== first)
        (0,setters_resource/* setAnnotation */.aX)(node, legacy, first);
    else if (former !== second)
        (0,setters_resource/* setAnnotation */.aX)(node, internal, second);
}

;// CONCATENATED MODULE: ./src/flux/setters.ts










/**
 * What the image-automation-controller (Flux 2.9) does to a tree with these policies in force. Never throws on any input: what
 * Flux skips is a problem file, what ends its run is `error`.
 */
function applySetters(files, policies, mode = 'flux') {
    const invalid = (0,setters_policies/* invalidReference */.n3)(policies);
    if (invalid !== undefined)
        return { changes: [], problemFiles: [], written: [], error: invalid };
    const all = [...files].sort((left, right) => compareInWalk(left.path, right.path));
    const directories = new Set(all.flatMap(({ path }) => parentsOf(path)));
    const problemFiles = [];
    const resources = [];
    const texts = new Map();
    for (const { path, content } of all.filter(isScreened)) {
        const file = (0,file_text/* fileTextOf */.rv)(content);
        const reading = (0,read_file/* readFile */.T)(path, (0,byte_string/* toByteString */.pv)(path), file.text);
        if (reading.kind === 'problem') {
            const { reason, offset } = reading;
            problemFiles.push(offset === undefined ? { path, reason } : { path, reason, line: (0,file_text/* positionOf */.df)(file, offset).line });
            continue;
        }
        texts.set(path, file);
        for (const resource of reading.resources)
            resources.push(resource);
    }
    const result = runSafely(() => runPipeline(resources, (0,setters_policies/* settersOf */.eJ)(policies), path => directories.has(path)));
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
    return (0,find_markers/* findMarkersIn */.a)(file.path, (0,file_text/* fileTextOf */.rv)(file.content), screening, policies);
}
/** Whether Flux parses a file: by its name, and by the bytes of a marker's key somewhere in it. */
function isScreened({ path, content }) {
    return (hasScreenedName(path) && Buffer.from(content.buffer, content.byteOffset, content.byteLength).includes(marker/* markerToken */.sZ));
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
        if (error instanceof setters_resource/* PipelineError */.zC)
            return (0,byte_string/* toText */.fE)(error.message);
        throw error;
    }
}
function filesOf({ written }) {
    return sortedByPath([...written].map(([path, content]) => ({ path, content: (0,byte_string/* toBytes */.ZJ)(content) })));
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
            edited.push({ path, content: (0,byte_string/* toBytes */.ZJ)(editScalars(file, changesInFile)) });
    }
    return sortedByPath(edited);
}
function sortedByPath(files) {
    return [...files].sort((left, right) => (left.path < right.path ? -1 : 1));
}
function reported({ setting, resource, meta, file }, texts) {
    const { source: path, base } = resource;
    const text = texts.get(path);
    const place = text === undefined || base === undefined ? { line: 1, column: 1 } : (0,file_text/* positionOf */.df)(text, base + setting.node.start);
    return {
        file,
        apiVersion: (0,byte_string/* toText */.fE)(meta.apiVersion),
        kind: (0,byte_string/* toText */.fE)(meta.kind),
        namespace: (0,byte_string/* toText */.fE)(meta.namespace),
        name: (0,byte_string/* toText */.fE)(meta.name),
        old: (0,byte_string/* toText */.fE)(setting.old),
        new: (0,byte_string/* toText */.fE)(setting.value),
        setter: setting.setter,
        source: { path, ...place },
    };
}


/***/ }),

/***/ 8866:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ applyMarkers),
/* harmony export */   w: () => (/* binding */ markedScalars)
/* harmony export */ });
/* harmony import */ var _yaml_go_byte_string_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5886);
/* harmony import */ var _yaml_go_implicit_tag_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6382);
/* harmony import */ var _yaml_go_node_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8228);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1072);
/* harmony import */ var _resource_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2686);





/**
 * Sets the value of every scalar of a resource that a marker names a setter for, in the order of the document. Each is handed
 * out before the next is set, as a marker may well change the name of the object itself.
 */
function* applyMarkers(resource, setters) {
    for (const { node, comment, inFlow } of markedScalars(resource)) {
        const setter = (0,_marker_js__WEBPACK_IMPORTED_MODULE_2__/* .setterNamedBy */ .m1)((0,_yaml_go_byte_string_js__WEBPACK_IMPORTED_MODULE_4__/* .toText */ .fE)(comment.text), setters);
        if (setter === undefined)
            continue;
        const value = (0,_yaml_go_byte_string_js__WEBPACK_IMPORTED_MODULE_4__/* .toByteString */ .pv)(setter.value);
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
    const waiting = [{ node: (0,_resource_js__WEBPACK_IMPORTED_MODULE_3__/* .rootOf */ .I5)(resource), inFlow: false }];
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
    if (!setter.isString || !(0,_yaml_go_implicit_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .isYaml11NonString */ .o)(value))
        return;
    if (node.form !== 'double' && node.form !== 'single') {
        node.form = 'double';
        node.tagged = false;
    }
    if ((0,_resource_js__WEBPACK_IMPORTED_MODULE_3__/* .isNull */ .kZ)(node)) {
        node.form = 'plain';
        node.tagged = false;
    }
    else
        node.tag = _yaml_go_node_js__WEBPACK_IMPORTED_MODULE_1__/* .tagOf */ .c.string;
}


/***/ }),

/***/ 2862:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ sequenceStyleOf),
/* harmony export */   Z: () => (/* binding */ splitDocuments)
/* harmony export */ });
/* harmony import */ var _yaml_go_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5886);

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
        if (!/^(?:#|$)/.test(trimmed((0,_yaml_go_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .toText */ .fE)(separator[1] ?? ''))))
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


/***/ }),

/***/ 1878:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ countBelow),
/* harmony export */   ZY: () => (/* binding */ originalOffset),
/* harmony export */   df: () => (/* binding */ positionOf),
/* harmony export */   rv: () => (/* binding */ fileTextOf)
/* harmony export */ });
/* harmony import */ var _yaml_go_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5886);

function fileTextOf(content) {
    const original = (0,_yaml_go_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .toByteString */ .pv)(content);
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
    return { line: line + 1, column: [...(0,_yaml_go_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .toText */ .fE)(file.text.slice(start, offset))].length + 1 };
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


/***/ }),

/***/ 7651:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ isMarkerFault),
/* harmony export */   a: () => (/* binding */ findMarkersIn)
/* harmony export */ });
/* harmony import */ var _yaml_go_byte_string_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5886);
/* harmony import */ var _apply_markers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8866);
/* harmony import */ var _file_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1878);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1072);
/* harmony import */ var _policies_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1112);
/* harmony import */ var _read_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6817);
/* harmony import */ var _resource_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2686);







const MARKER_FAULTS = [
    /** No `.yaml`, no `.yml` and not named `Kustomization`. */
    'file-name',
    /** The file holds the bytes `"$imagepolicy"` nowhere, so it is not parsed. */
    'file-not-screened',
    /** The file does not parse, so it is skipped as a whole. */
    'file-problem',
    /** Not a JSON object, with nothing around it, whose values are all strings. */
    'syntax',
    /** The value is not `namespace:policy`, alone or with `:tag`, `:name` or `:digest`. */
    'value',
    /** No such policy among those given. */
    'unknown-policy',
    /** The policy has not elected an image yet. */
    'no-image',
    /** Text inside a scalar, such as a block scalar, is no comment. */
    'inside-scalar',
    /** On a mapping key: above it, or behind a key whose value is empty or comes on further lines. */
    'on-key',
    /** On a map or a list, such as behind a one-line `{…}` or `[…]`. */
    'on-collection',
    'on-alias',
    /** Below a value instead of above the next one. */
    'foot',
    /** Above an item that has a comment on its own line: only that one is read. */
    'shadowed',
    /** Joined with the comment lines around it. */
    'several-lines',
    /** On a value whose key stands twice: only the first counts. */
    'duplicate-key',
    /** Where the YAML reader drops comments, such as behind `---` or behind an opening bracket. */
    'dropped',
];
function isMarkerFault(value) {
    return MARKER_FAULTS.some(fault => fault === value);
}
/**
 * Every comment of a file that is a marker or was meant as one, in the order of the file.
 * @param policies those in force; without them no policy is unknown
 */
function findMarkersIn(path, file, screening, policies) {
    if (!MENTION.test(file.text))
        return [];
    const reading = (0,_read_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readFile */ .T)(path, (0,_yaml_go_byte_string_js__WEBPACK_IMPORTED_MODULE_4__/* .toByteString */ .pv)(path), file.text);
    const places = placesOf(reading);
    const setters = policies === undefined ? undefined : (0,_policies_js__WEBPACK_IMPORTED_MODULE_5__/* .settersOf */ .eJ)(policies);
    return mentionsIn(file, places).map(mention => {
        const text = (0,_yaml_go_byte_string_js__WEBPACK_IMPORTED_MODULE_4__/* .toText */ .fE)(mention.text);
        const setter = (0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .markerValueOf */ .rr)(text);
        const placeFault = reading.kind === 'problem' ? 'file-problem' : faultAt(places, mention);
        const resolves = setters !== undefined && (0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .setterNamedBy */ .m1)(text, setters) !== undefined;
        const fault = screening ?? placeFault ?? (resolves ? undefined : valueFault(setter, policies));
        const value = placeFault === undefined ? valueAt(file, places, mention.offset) : undefined;
        return { ...(0,_file_text_js__WEBPACK_IMPORTED_MODULE_6__/* .positionOf */ .df)(file, mention.offset), text, setter, fault, value };
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
    const known = places.offsets[(0,_file_text_js__WEBPACK_IMPORTED_MODULE_6__/* .countBelow */ .BC)(places.offsets, offset)];
    if (known !== undefined && known < offset + line.length)
        return known - offset;
    const likely = line.search(/(?<=^|[ \t])#/);
    return likely < 0 ? line.indexOf('#') : likely;
}
function valueFault(value, policies) {
    if (value === undefined)
        return 'syntax';
    const [namespace = '', name = '', suffix, ...rest] = value.split(':');
    const isSuffix = suffix === undefined || _policies_js__WEBPACK_IMPORTED_MODULE_5__/* .setterSuffixes */ .nc.some(known => known === suffix);
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
        for (const { node, comment } of (0,_apply_markers_js__WEBPACK_IMPORTED_MODULE_0__/* .markedScalars */ .w)(resource.node))
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
    const scalar = (0,_file_text_js__WEBPACK_IMPORTED_MODULE_6__/* .countBelow */ .BC)(scalarStarts, offset) - 1;
    return offset < (scalarEnds[scalar] ?? -1) ? 'inside-scalar' : 'dropped';
}
function valueAt(file, { marked }, offset) {
    const found = marked.get(offset);
    if (found === undefined)
        return undefined;
    const { node, resource } = found;
    return {
        text: (0,_yaml_go_byte_string_js__WEBPACK_IMPORTED_MODULE_4__/* .toText */ .fE)(node.value),
        ...(0,_file_text_js__WEBPACK_IMPORTED_MODULE_6__/* .positionOf */ .df)(file, resource.base + node.start),
        isNull: (0,_resource_js__WEBPACK_IMPORTED_MODULE_3__/* .isNull */ .kZ)(node),
        isListItem: resource.isListItem,
    };
}
function placeComments(resource, faults, scalars) {
    const { base } = resource;
    const read = new Set([...(0,_apply_markers_js__WEBPACK_IMPORTED_MODULE_0__/* .markedScalars */ .w)(resource.node)].map(({ node }) => node));
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


/***/ }),

/***/ 1072:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m1: () => (/* binding */ setterNamedBy),
/* harmony export */   rr: () => (/* binding */ markerValueOf),
/* harmony export */   sZ: () => (/* binding */ markerToken)
/* harmony export */ });
/* unused harmony export markerKey */
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
    return isObject(value) ? value : undefined;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 1112:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eJ: () => (/* binding */ settersOf),
/* harmony export */   n3: () => (/* binding */ invalidReference),
/* harmony export */   nc: () => (/* binding */ setterSuffixes),
/* harmony export */   sH: () => (/* binding */ parseLatestRef)
/* harmony export */ });
/* unused harmony export printLatestRef */
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


/***/ }),

/***/ 6817:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readFile)
/* harmony export */ });
/* harmony import */ var _yaml_go_parse_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6450);
/* harmony import */ var _yaml_go_yaml_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6105);
/* harmony import */ var _documents_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2862);
/* harmony import */ var _resource_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2686);




/**
 * Mirrors kyaml's `ByteReader` as the image-automation-controller uses it: all documents of a file with the annotations that
 * lead back to it, or why the file as a whole is skipped.
 * @param text the file, its CRLF turned into LF
 */
function readFile(path, pathBytes, text) {
    const documents = (0,_documents_js__WEBPACK_IMPORTED_MODULE_3__/* .splitDocuments */ .Z)(text);
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
            const reading = readDocument(path, pathBytes, document, resources.length);
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
            if (error instanceof _yaml_go_yaml_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .YamlProblem */ .l)
                return { kind: 'problem', reason: error.message, offset: document.offset + error.offset };
            if (error instanceof _resource_js__WEBPACK_IMPORTED_MODULE_2__/* .PipelineError */ .zC)
                return { kind: 'problem', reason: error.message, offset: document.offset };
            throw error;
        }
    }
    return { kind: 'read', resources, comments };
}
function readDocument(source, path, { text, offset }, index) {
    const parsed = (0,_yaml_go_parse_document_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .T)(text);
    if (parsed === undefined || (0,_resource_js__WEBPACK_IMPORTED_MODULE_2__/* .isNull */ .kZ)((0,_resource_js__WEBPACK_IMPORTED_MODULE_2__/* .rootOf */ .I5)(parsed.document)))
        return undefined;
    const node = parsed.document;
    const base = offset + parsed.shift;
    (0,_resource_js__WEBPACK_IMPORTED_MODULE_2__/* .copyLegacyAnnotations */ .lP)(node);
    (0,_resource_js__WEBPACK_IMPORTED_MODULE_2__/* .setAnnotation */ .aX)(node, _resource_js__WEBPACK_IMPORTED_MODULE_2__/* .annotation */ .w7.legacyIndex, String(index));
    (0,_resource_js__WEBPACK_IMPORTED_MODULE_2__/* .setAnnotation */ .aX)(node, _resource_js__WEBPACK_IMPORTED_MODULE_2__/* .annotation */ .w7.index, String(index));
    (0,_resource_js__WEBPACK_IMPORTED_MODULE_2__/* .setAnnotation */ .aX)(node, _resource_js__WEBPACK_IMPORTED_MODULE_2__/* .annotation */ .w7.path, path);
    (0,_resource_js__WEBPACK_IMPORTED_MODULE_2__/* .setAnnotation */ .aX)(node, _resource_js__WEBPACK_IMPORTED_MODULE_2__/* .annotation */ .w7.sequenceStyle, (0,_documents_js__WEBPACK_IMPORTED_MODULE_3__/* .sequenceStyleOf */ .U)(text));
    return { resource: { node, source, base, isListItem: false }, comments: { comments: parsed.comments, base } };
}
/** The items of a list; `undefined` when the document is none. A list by name alone, with neither items nor function, is none. */
function itemsOf(document) {
    const { kind } = (0,_resource_js__WEBPACK_IMPORTED_MODULE_2__/* .metaOf */ .fX)(document);
    if (kind !== 'List' && kind !== 'ResourceList')
        return undefined;
    const root = (0,_resource_js__WEBPACK_IMPORTED_MODULE_2__/* .rootOf */ .I5)(document);
    const items = (0,_resource_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldOf */ ._F)(root, 'items');
    if (items === undefined && (0,_resource_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldOf */ ._F)(root, 'functionConfig') === undefined)
        return undefined;
    return items?.content ?? [];
}


/***/ }),

/***/ 2686:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ dropEmptyAnnotations),
/* harmony export */   F0: () => (/* binding */ annotationPairs),
/* harmony export */   I5: () => (/* binding */ rootOf),
/* harmony export */   Ih: () => (/* binding */ annotationsOf),
/* harmony export */   Zv: () => (/* binding */ clearAnnotation),
/* harmony export */   _F: () => (/* binding */ fieldOf),
/* harmony export */   aX: () => (/* binding */ setAnnotation),
/* harmony export */   fX: () => (/* binding */ metaOf),
/* harmony export */   iY: () => (/* binding */ rawAnnotation),
/* harmony export */   kZ: () => (/* binding */ isNull),
/* harmony export */   lP: () => (/* binding */ copyLegacyAnnotations),
/* harmony export */   w7: () => (/* binding */ annotation),
/* harmony export */   zC: () => (/* binding */ PipelineError)
/* harmony export */ });
/* harmony import */ var _yaml_go_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8228);
/* harmony import */ var _yaml_go_write_documents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3218);


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
    const [apiVersion, kind] = [presentField(root, 'apiVersion'), presentField(root, 'kind')];
    const [name, namespace, labels, annotations] = ['name', 'namespace', 'labels', 'annotations'].map(field => presentField(metadata, field));
    const known = [apiVersion, kind, name, namespace, labels, annotations];
    return {
        apiVersion: apiVersion?.value ?? '',
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
    return node.tag === _yaml_go_node_js__WEBPACK_IMPORTED_MODULE_0__/* .tagOf */ .c.null;
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
    const written = (0,_yaml_go_node_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E)({ kind: 'scalar', tag: _yaml_go_node_js__WEBPACK_IMPORTED_MODULE_0__/* .tagOf */ .c.string, value, form: 'single' });
    const former = place < 0 ? undefined : annotations.content[place + 1];
    if (former === undefined)
        annotations.content.push((0,_yaml_go_node_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E)({ kind: 'scalar', value: name }), written);
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
    const made = (0,_yaml_go_node_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E)({ kind: 'mapping' });
    mapping.content.push((0,_yaml_go_node_js__WEBPACK_IMPORTED_MODULE_0__/* .nodeOf */ .E)({ kind: 'scalar', value: name }), made);
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
    const content = (0,_yaml_go_write_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .writeDocuments */ .i)([{ node, sequences: 'compact' }]);
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


/***/ }),

/***/ 6450:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ parseDocument)
});

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

// EXTERNAL MODULE: ./src/yaml/go/characters.ts
var characters = __webpack_require__(2960);
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
    const isCutOff = end + (0,characters/* widthOf */.qz)((0,characters/* byteAt */.aL)(whole, end)) > whole.length;
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

// EXTERNAL MODULE: ./src/yaml/go/node.ts
var go_node = __webpack_require__(8228);
// EXTERNAL MODULE: ./src/yaml/go/implicit-tag.ts
var implicit_tag = __webpack_require__(6382);
;// CONCATENATED MODULE: ./src/yaml/go/cursor.ts

function cursorOver(text) {
    return { text, offset: 0, line: 0, column: 0, freshLines: 0 };
}
function markOf(cursor) {
    return { offset: cursor.offset, line: cursor.line, column: cursor.column };
}
function peekByte(cursor, ahead = 0) {
    return (0,characters/* byteAt */.aL)(cursor.text, cursor.offset + ahead);
}
function atBreak(cursor) {
    return (0,characters/* isBreak */.kn)(cursor.text, cursor.offset);
}
function atEnd(cursor) {
    return cursor.offset >= cursor.text.length;
}
/** Passes one character that is no line break. */
function passCharacter(cursor) {
    const byte = peekByte(cursor);
    if (!(0,characters/* isBlank */.z3)(byte))
        cursor.freshLines = 0;
    cursor.offset += (0,characters/* widthOf */.qz)(byte);
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
    cursor.offset += byte === 0x0d && peekByte(cursor, 1) === 0x0a ? 2 : (0,characters/* widthOf */.qz)(byte);
    cursor.line += 1;
    cursor.column = 0;
    cursor.freshLines += 1;
    return byte === 0xe2 ? cursor.text.slice(start, cursor.offset) : '\n';
}
/** Passes a line break and all line feeds right behind it. */
function passBreaks(cursor) {
    const first = passBreak(cursor);
    const start = cursor.offset;
    while (peekByte(cursor) === characters/* code */.aY.lineFeed)
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
    while ((0,characters/* isBlank */.z3)(peekByte(cursor)))
        passCharacter(cursor);
}
/** `---` or `...`, followed by white space or the end. */
function isDocumentIndicator(cursor) {
    const byte = peekByte(cursor);
    if (byte !== characters/* code */.aY.dash && byte !== characters/* code */.aY.dot)
        return false;
    return peekByte(cursor, 1) === byte && peekByte(cursor, 2) === byte && (0,characters/* isBlankOrEnd */.XP)(cursor.text, cursor.offset + 3);
}

// EXTERNAL MODULE: ./src/yaml/go/yaml-problem.ts
var yaml_problem = __webpack_require__(6105);
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
        throw new yaml_problem/* YamlProblem */.l('a mapping key without its ":"', candidate.mark.offset);
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
        throw new yaml_problem/* YamlProblem */.l('a mapping key without its ":"', candidate.mark.offset);
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
    while (ahead < FARTHEST && (0,characters/* isBlank */.z3)(peekByte(cursor, ahead)))
        ahead += 1;
    if (ahead === FARTHEST || peekByte(cursor, ahead) !== characters/* code */.aY.hash)
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
        const byte = (0,characters/* byteAt */.aL)(cursor.text, offset);
        column += 1;
        if ((0,characters/* isBlank */.z3)(byte))
            continue;
        const closes = scanner.flowDepth > 0 && (byte === characters/* code */.aY.closeBracket || byte === characters/* code */.aY.closeBrace);
        if (closes || (0,characters/* isBreakOrEnd */.wm)(cursor.text, offset)) {
            passEmptyLine(block, { offset, line, column }, closes);
            if (!(0,characters/* isBreak */.kn)(cursor.text, offset))
                break;
            block.sawEmptyLine = true;
            block.afterEmptyLine = true;
            column = 0;
            line += 1;
            continue;
        }
        if (column - 1 < block.indent && column !== block.start.column)
            split(block, { offset, line, column }, block.owner);
        if (byte !== characters/* code */.aY.hash)
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
    const form = peekByte(cursor) === characters/* code */.aY.bar ? 'literal' : 'folded';
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
        const indented = (0,characters/* isBlank */.z3)(peekByte(cursor));
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
    if (peekByte(cursor) === characters/* code */.aY.hash) {
        scanLineComment(scanner, start);
        passLine(cursor);
    }
    if (!(0,characters/* isBreakOrEnd */.wm)(cursor.text, cursor.offset))
        throw new yaml_problem/* YamlProblem */.l('a block scalar with text on its first line', start.offset);
    if (atBreak(cursor))
        passBreak(cursor);
    return { chomping: chomping ?? 'clip', indent: increment === 0 ? 0 : Math.max(scanner.indent, 0) + increment };
}
function scanChomping(cursor) {
    const byte = peekByte(cursor);
    if (byte !== characters/* code */.aY.plus && byte !== characters/* code */.aY.dash)
        return undefined;
    passCharacter(cursor);
    return byte === characters/* code */.aY.plus ? 'keep' : 'strip';
}
function scanIncrement(cursor, start) {
    const byte = peekByte(cursor);
    if (!(0,characters/* isDigit */.yp)(byte))
        return 0;
    if (byte === characters/* code */.aY.zero)
        throw new yaml_problem/* YamlProblem */.l('a block scalar indented by 0', start.offset);
    passCharacter(cursor);
    return byte - characters/* code */.aY.zero;
}
/** Passes empty lines and the indentation of the next line with text; the deepest of them decides the indentation. */
function passIndentation(state) {
    const { cursor } = state;
    state.end = markOf(cursor);
    let deepest = 0;
    const within = () => state.indent === 0 || cursor.column < state.indent;
    for (;;) {
        while (within() && peekByte(cursor) === characters/* code */.aY.space)
            passCharacter(cursor);
        deepest = Math.max(deepest, cursor.column);
        if (within() && peekByte(cursor) === characters/* code */.aY.tab)
            throw new yaml_problem/* YamlProblem */.l('a tab that indents a block scalar', state.start.offset);
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
        if ((0,characters/* isBlank */.z3)(peekByte(cursor))) {
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
        if (cursor.column >= deepEnough || peekByte(cursor) !== characters/* code */.aY.tab)
            return;
        throw new yaml_problem/* YamlProblem */.l('a tab that indents', start.offset);
    };
    for (;;) {
        if (cursor.column === 0 && isDocumentIndicator(cursor))
            break;
        if (peekByte(cursor) === characters/* code */.aY.hash)
            break;
        const from = cursor.offset;
        while (!endsPlain(cursor, inFlow)) {
            passCharacter(cursor);
            passRun(cursor, HARMLESS);
        }
        if (cursor.offset > from) {
            parts.push(folded(space), cursor.text.slice(from, cursor.offset));
            space = noSpace();
            end = markOf(cursor);
        }
        if (!(0,characters/* isBlank */.z3)(peekByte(cursor)) && !atBreak(cursor))
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
const HARMLESS = /[\w!"#$%&'()*+./;<=>@\\^`|~-]{1,4096}/y;
const FLOW_SIGNS = ',?[]{}';
function endsPlain(cursor, inFlow) {
    const { text, offset } = cursor;
    const byte = (0,characters/* byteAt */.aL)(text, offset);
    if ((0,characters/* isBlankOrEnd */.XP)(text, offset))
        return true;
    if (byte === characters/* code */.aY.colon)
        return (0,characters/* isBlankOrEnd */.XP)(text, offset + 1);
    return inFlow && FLOW_SIGNS.includes(String.fromCharCode(byte));
}

;// CONCATENATED MODULE: ./src/yaml/go/scan-properties.ts



/** `&anchor` or `*alias`. */
function scanName(cursor) {
    const start = markOf(cursor);
    const kind = peekByte(cursor) === characters/* code */.aY.ampersand ? 'anchor' : 'alias';
    passCharacter(cursor);
    const name = passWhile(cursor, characters/* isWord */.Jg);
    const closed = (0,characters/* isBlankOrEnd */.XP)(cursor.text, cursor.offset) || AFTER_NAME.includes(String.fromCharCode(peekByte(cursor)));
    if (name === '' || !closed)
        throw new yaml_problem/* YamlProblem */.l(`an ${kind} without a proper name`, start.offset);
    return { kind, name, start, end: markOf(cursor) };
}
const AFTER_NAME = '?:,]}%@`';
/** `!<uri>`, `!suffix`, `!handle!suffix` or a lone `!`, whose handle is empty and whose suffix is `!`. */
function scanTag(cursor) {
    const start = markOf(cursor);
    const { handle, suffix } = peekByte(cursor, 1) === characters/* code */.aY.less ? scanVerbatimTag(cursor) : scanShortTag(cursor);
    if (!(0,characters/* isBlankOrEnd */.XP)(cursor.text, cursor.offset))
        throw new yaml_problem/* YamlProblem */.l('a tag that does not end', start.offset);
    return { kind: 'tag', handle, suffix, start, end: markOf(cursor) };
}
function scanVerbatimTag(cursor) {
    const start = cursor.offset;
    passCharacter(cursor);
    passCharacter(cursor);
    const suffix = scanUri(cursor);
    if (suffix === '' || peekByte(cursor) !== characters/* code */.aY.greater)
        throw new yaml_problem/* YamlProblem */.l('a tag without its ">"', start);
    passCharacter(cursor);
    return { handle: '', suffix };
}
function scanShortTag(cursor) {
    const start = cursor.offset;
    const head = scanHandle(cursor);
    const suffix = scanUri(cursor);
    if (head.length > 1 && head.endsWith('!')) {
        if (suffix === '')
            throw new yaml_problem/* YamlProblem */.l('a tag without a name', start);
        return { handle: head, suffix };
    }
    const whole = head.slice(1) + suffix;
    return whole === '' ? { handle: '', suffix: '!' } : { handle: '!', suffix: whole };
}
function scanHandle(cursor) {
    const start = cursor.offset;
    passCharacter(cursor);
    passWhile(cursor, characters/* isWord */.Jg);
    if (peekByte(cursor) === characters/* code */.aY.bang)
        passCharacter(cursor);
    return cursor.text.slice(start, cursor.offset);
}
const IN_URI = ";/?:@&=+$,.!~*'()[]";
function scanUri(cursor) {
    const parts = [];
    for (;;) {
        const plain = passWhile(cursor, byte => (0,characters/* isWord */.Jg)(byte) || (byte !== 0 && IN_URI.includes(String.fromCharCode(byte))));
        if (plain !== '')
            parts.push(plain);
        if (peekByte(cursor) !== characters/* code */.aY.percent)
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
        const byte = (0,characters/* hexValue */.Fh)(peekByte(cursor, 1)) * 16 + (0,characters/* hexValue */.Fh)(peekByte(cursor, 2));
        const escaped = peekByte(cursor) === characters/* code */.aY.percent && (0,characters/* hexValue */.Fh)(peekByte(cursor, 1)) >= 0 && (0,characters/* hexValue */.Fh)(peekByte(cursor, 2)) >= 0;
        const wellFormed = bytes.length === 0 ? byte < 0x80 || (byte >= 0xc0 && byte < 0xf8) : (byte & 0xc0) === 0x80;
        if (!escaped || !wellFormed)
            throw new yaml_problem/* YamlProblem */.l('a tag with a bad % escape', start);
        if (bytes.length === 0)
            width = (0,characters/* widthOf */.qz)(byte);
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
    const name = passWhile(cursor, characters/* isWord */.Jg);
    if (!(0,characters/* isBlankOrEnd */.XP)(cursor.text, cursor.offset))
        throw new yaml_problem/* YamlProblem */.l('a directive without a proper name', start.offset);
    passBlanks(cursor);
    const token = directiveOf(name, cursor, start.offset);
    const end = markOf(cursor);
    passBlanks(cursor);
    if (peekByte(cursor) === characters/* code */.aY.hash)
        passLine(cursor);
    if (!(0,characters/* isBreakOrEnd */.wm)(cursor.text, cursor.offset))
        throw new yaml_problem/* YamlProblem */.l('a directive with something behind it', start.offset);
    if (atBreak(cursor))
        passBreak(cursor);
    return { ...token, start, end };
}
function directiveOf(name, cursor, start) {
    if (name === 'YAML') {
        const version = passWhile(cursor, byte => (0,characters/* isDigit */.yp)(byte) || byte === characters/* code */.aY.dot);
        if (!/^0?1\.0?1$/.test(version))
            throw new yaml_problem/* YamlProblem */.l('a YAML version other than 1.1', start);
        return { kind: 'version-directive' };
    }
    if (name !== 'TAG')
        throw new yaml_problem/* YamlProblem */.l('an unknown directive', start);
    if (peekByte(cursor) !== characters/* code */.aY.bang)
        throw new yaml_problem/* YamlProblem */.l('a %TAG directive without a handle', start);
    const handle = scanHandle(cursor);
    const separated = (0,characters/* isBlankOrEnd */.XP)(cursor.text, cursor.offset) && !(0,characters/* isBreakOrEnd */.wm)(cursor.text, cursor.offset);
    if (!handle.endsWith('!') || !separated)
        throw new yaml_problem/* YamlProblem */.l('a %TAG directive without a proper handle', start);
    passBlanks(cursor);
    const prefix = scanUri(cursor);
    if (prefix === '' || !(0,characters/* isBlankOrEnd */.XP)(cursor.text, cursor.offset))
        throw new yaml_problem/* YamlProblem */.l('a %TAG directive without a prefix', start);
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
            throw new yaml_problem/* YamlProblem */.l('a document mark inside quotes', start.offset);
        if (atEnd(cursor))
            throw new yaml_problem/* YamlProblem */.l('quotes that do not close', start.offset);
        const space = noSpace();
        passQuotedText(cursor, quote, parts, space);
        if (peekByte(cursor) === quote)
            break;
        passSpace(cursor, space);
        parts.push(folded(space));
    }
    passCharacter(cursor);
    const form = quote === characters/* code */.aY.apostrophe ? 'single' : 'double';
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
    while (!(0,characters/* isBlankOrEnd */.XP)(text, cursor.offset)) {
        const byte = peekByte(cursor);
        if (byte === quote && !(quote === characters/* code */.aY.apostrophe && peekByte(cursor, 1) === quote))
            break;
        const special = byte === quote || (byte === characters/* code */.aY.backslash && quote === characters/* code */.aY.quote);
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
        else if ((0,characters/* isBreak */.kn)(text, cursor.offset + 1)) {
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
        throw new yaml_problem/* YamlProblem */.l('an unknown escape', start);
    passCharacter(cursor);
    passCharacter(cursor);
    if (simple !== undefined)
        return simple;
    const point = scanCodePoint(cursor, digits ?? 0);
    if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))
        throw new yaml_problem/* YamlProblem */.l('an escape of no character', start);
    return (0,characters/* encodeCodePoint */.u2)(point);
}
function scanCodePoint(cursor, digits) {
    let point = 0;
    for (let count = 0; count < digits; count += 1) {
        const digit = (0,characters/* hexValue */.Fh)((0,characters/* byteAt */.aL)(cursor.text, cursor.offset));
        if (digit < 0)
            throw new yaml_problem/* YamlProblem */.l('an escape with too few hexadecimal digits', cursor.offset);
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
    else if (cursor.column === 0 && peekByte(cursor) === characters/* code */.aY.percent)
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
        throw new yaml_problem/* YamlProblem */.l('bytes that are no text', cursor.offset);
}
/** Passes white space, line breaks and comments. */
function passGap(scanner, gap) {
    const { cursor } = scanner;
    for (;;) {
        while (peekByte(cursor) === characters/* code */.aY.space || (peekByte(cursor) === characters/* code */.aY.tab && tabsSeparate(scanner)))
            passCharacter(cursor);
        turnIntoHead(scanner);
        if (peekByte(cursor) === characters/* code */.aY.hash)
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
    const sign = peekByte(cursor) === characters/* code */.aY.dash ? 'document-start' : 'document-end';
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
    const looksBack = scanner.flowDepth > 0 ? sign === characters/* code */.aY.comma : sign === characters/* code */.aY.colon;
    return looksBack && before !== undefined ? before.start : markOf(scanner.cursor);
}
function fetchContent(scanner) {
    const { cursor } = scanner;
    const inFlow = scanner.flowDepth > 0;
    const separated = (0,characters/* isBlankOrEnd */.XP)(cursor.text, cursor.offset + 1);
    const byte = peekByte(cursor);
    if (byte === characters/* code */.aY.openBracket)
        openFlow(scanner, 'flow-sequence-start');
    else if (byte === characters/* code */.aY.openBrace)
        openFlow(scanner, 'flow-mapping-start');
    else if (byte === characters/* code */.aY.closeBracket)
        closeFlow(scanner, 'flow-sequence-end');
    else if (byte === characters/* code */.aY.closeBrace)
        closeFlow(scanner, 'flow-mapping-end');
    else if (byte === characters/* code */.aY.comma)
        fetchFlowEntry(scanner);
    else if (byte === characters/* code */.aY.dash && separated)
        fetchEntry(scanner);
    else if (byte === characters/* code */.aY.question && (inFlow || separated))
        fetchExplicitKey(scanner);
    else if (byte === characters/* code */.aY.colon && (inFlow || separated))
        fetchValue(scanner);
    else if (byte === characters/* code */.aY.asterisk || byte === characters/* code */.aY.ampersand)
        fetchAfterKeyStart(scanner, () => scanName(cursor));
    else if (byte === characters/* code */.aY.bang)
        fetchAfterKeyStart(scanner, () => scanTag(cursor));
    else if ((byte === characters/* code */.aY.bar || byte === characters/* code */.aY.greater) && !inFlow)
        fetchBlockScalar(scanner);
    else if (byte === characters/* code */.aY.apostrophe || byte === characters/* code */.aY.quote)
        fetchAfterKeyStart(scanner, () => scanQuoted(cursor));
    else if (startsPlain(cursor, inFlow))
        fetchAfterKeyStart(scanner, () => scanPlain(scanner));
    else
        throw new yaml_problem/* YamlProblem */.l('a character that cannot start anything', cursor.offset);
}
const NEVER_FIRST = '-?:,[]{}#&*!|>\'"%@`';
function startsPlain(cursor, inFlow) {
    const byte = peekByte(cursor);
    const following = (0,characters/* byteAt */.aL)(cursor.text, cursor.offset + 1);
    if (byte === characters/* code */.aY.dash)
        return !(0,characters/* isBlank */.z3)(following);
    if (byte === characters/* code */.aY.question || byte === characters/* code */.aY.colon)
        return !inFlow && !(0,characters/* isBlankOrEnd */.XP)(cursor.text, cursor.offset + 1);
    return !(0,characters/* isBlankOrEnd */.XP)(cursor.text, cursor.offset) && !NEVER_FIRST.includes(String.fromCharCode(byte));
}
function openFlow(scanner, sign) {
    noteCandidate(scanner);
    scanner.candidates.push(undefined);
    scanner.lastNoted.push(upcomingToken(scanner));
    scanner.flowDepth += 1;
    if (scanner.flowDepth > MOST_LEVELS)
        throw new yaml_problem/* YamlProblem */.l('more than 10000 levels deep', scanner.cursor.offset);
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
            throw new yaml_problem/* YamlProblem */.l('a sequence item where none can stand', scanner.cursor.offset);
        openBlock(scanner, 'sequence-start', markOf(scanner.cursor));
    }
    dropCandidate(scanner);
    scanner.keyAllowed = true;
    addIndicator(scanner, 'entry');
}
function fetchExplicitKey(scanner) {
    if (scanner.flowDepth === 0) {
        if (!scanner.keyAllowed)
            throw new yaml_problem/* YamlProblem */.l('a mapping key where none can stand', scanner.cursor.offset);
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
                throw new yaml_problem/* YamlProblem */.l('a mapping value where none can stand', scanner.cursor.offset);
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
        throw new yaml_problem/* YamlProblem */.l('more than 10000 levels deep', mark.offset);
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
        throw new yaml_problem/* YamlProblem */.l('nothing left to read', scanner.cursor.offset);
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
    return (0,go_node/* nodeOf */.E)({ kind: 'scalar', tag: go_node/* tagOf */.c.null, start: token.start.offset, end: token.start.offset });
}
function problem(message, token) {
    return new yaml_problem/* YamlProblem */.l(message, token.start.offset);
}

;// CONCATENATED MODULE: ./src/yaml/go/parse-node.ts



/** What YAML's own tags, written with `!!`, are short for. */
const LONG_TAG = 'tag:yaml.org,2002:';
/** Reads a node with its anchor and tag: a scalar or an alias is attached at once, a collection is left open. */
function startNode(parser, place) {
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
        const merge = form === 'plain' && value === '<<' ? go_node/* tagOf */.c.merge : undefined;
        const implied = form === 'plain' ? (merge ?? (0,implicit_tag/* implicitTag */.A)(value)) : go_node/* tagOf */.c.string;
        const node = (0,go_node/* nodeOf */.E)({
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
        finishLeaf(parser, (0,go_node/* nodeOf */.E)({ kind: 'scalar', anchor, ...tagParts(tag, go_node/* tagOf */.c.null), start: offset, end: offset }));
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
    const node = (0,go_node/* nodeOf */.E)({ kind: 'alias', value: name, ...takeComments(parser), start: start.offset, end: end.offset });
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
    const node = (0,go_node/* nodeOf */.E)({
        kind: isMapping ? 'mapping' : 'sequence',
        flow,
        anchor,
        ...tagParts(tag, isMapping ? go_node/* tagOf */.c.mapping : go_node/* tagOf */.c.sequence),
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
        startNode(parser, place);
}

;// CONCATENATED MODULE: ./src/yaml/go/parse-block.ts



/** An item of a sequence that is indented, or its end. */
function continueSequence(parser, frame) {
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
function continueMapping(parser, frame) {
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
function continueFlowSequence(parser, frame, first) {
    const token = tokenAfterComma(parser, first, 'flow-sequence-end');
    if (token.kind === 'flow-sequence-end')
        parse_flow_closeFlow(parser, frame);
    else if (token.kind === 'key')
        openPair(parser, token);
    else
        startNode(parser, IN_FLOW);
}
function openPair(parser, { start, end }) {
    take(parser);
    const node = (0,go_node/* nodeOf */.E)({ kind: 'mapping', flow: true, tag: go_node/* tagOf */.c.mapping, start: start.offset, end: end.offset });
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
        startNode(parser, IN_FLOW);
    else {
        // go-yaml passes the sign along with the key that is missing.
        take(parser);
        attach(parser, emptyScalar(token));
    }
}
/** A key or a value inside `{…}`, or the bracket that closes. */
function continueFlowMapping(parser, frame, first) {
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
        startNode(parser, IN_FLOW);
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
        continueIn(parser, frame);
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
    const document = (0,go_node/* nodeOf */.E)({ kind: 'document', start: start.offset, end: start.offset });
    if (!explicit)
        [document.head, parser.head] = headOfDocument(parser.head);
    else if (token.kind !== 'document-start')
        throw problem('a directive without a document', token);
    return document;
}
function startRoot(parser) {
    const token = peek(parser);
    if (token.kind !== 'document-start') {
        startNode(parser, { block: true, dashes: false });
        return;
    }
    const first = next(parser);
    if (ENDS_DOCUMENT.has(first.kind))
        attach(parser, emptyScalar(first));
    else
        startNode(parser, { block: true, dashes: false });
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
function continueIn(parser, frame) {
    if (frame.opening) {
        peek(parser);
        take(parser);
    }
    const first = frame.opening;
    frame.opening = false;
    if (frame.kind === 'sequence')
        continueSequence(parser, frame);
    else if (frame.kind === 'dashes')
        continueDashes(parser, frame);
    else if (frame.kind === 'mapping')
        continueMapping(parser, frame);
    else if (frame.kind === 'flow-sequence')
        continueFlowSequence(parser, frame, first);
    else if (frame.kind === 'flow-mapping')
        continueFlowMapping(parser, frame, first);
    else
        continuePair(parser, frame);
}


/***/ }),

/***/ 6105:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ YamlProblem)
/* harmony export */ });
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


/***/ })

};
