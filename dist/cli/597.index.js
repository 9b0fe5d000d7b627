export const id = 597;
export const ids = [597];
export const modules = {

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
            errors.push(...found.map(asUsage));
        }
    }
    (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwAll */ .Kx)(errors);
    return values;
}
/** Whatever is wrong with an input, nothing has been tried. */
function asUsage(error) {
    const { message, next } = error;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(message, { usage: true, cause: error, ...(next === undefined ? {} : { next }) });
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


/***/ }),

/***/ 3196:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bt: () => (/* binding */ checkSealedSecret),
/* harmony export */   YF: () => (/* binding */ renamedBy),
/* harmony export */   h0: () => (/* binding */ isSealedSecret),
/* harmony export */   iU: () => (/* binding */ fitsKey)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _secrets_placeholder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7784);
/* harmony import */ var _envelope_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8966);
/* harmony import */ var _scope_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(704);




/** Whether a parsed document is a SealedSecret of the Bitnami controller. */
function isSealedSecret(object) {
    return ((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(object, 'kind') === 'SealedSecret' &&
        (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(object, 'apiVersion')?.startsWith('bitnami.com/') === true);
}
/**
 * Checks a SealedSecret (see `isSealedSecret`) offline. What no key is needed for is proven; whether a value opens, only
 * the controller knows.
 *
 * @param certificates of the controller, as far as they are known: they say how long a session key must be
 */
function checkSealedSecret(object, certificates = []) {
    return [...checkValues(object, certificates), ...checkScope(object)];
}
function checkValues(object, certificates) {
    const spec = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(object, 'spec');
    const data = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(spec, 'encryptedData');
    const path = ['spec', 'encryptedData'];
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .pi)(data)) {
        // The blob of the first versions; the controller still opens it.
        const blob = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(spec, 'data');
        if (typeof blob === 'string')
            return checkValue(blob, ['spec', 'data'], certificates);
        const found = data === undefined || data === null ? 'is missing' : 'is no mapping';
        return [structure(spec === undefined ? [] : ['spec'], `spec.encryptedData ${found}: nothing is sealed here`, SEAL)];
    }
    return Object.entries(data).flatMap(([key, value]) => checkValue(value, [...path, key], certificates));
}
function checkValue(value, path, certificates) {
    const name = JSON.stringify(path.at(-1));
    if (typeof value !== 'string') {
        if (value === null)
            return [placeholder(path, `${name} is empty`)];
        return [structure(path, `${name} is no text: expected a sealed value`, SEAL)];
    }
    const envelope = (0,_envelope_js__WEBPACK_IMPORTED_MODULE_0__/* .readEnvelope */ .H)(value);
    if ('problem' in envelope) {
        // A value that can be opened is never called a placeholder, whatever words it holds.
        if (isPlaceholder(value))
            return [placeholder(path, `${name} is a placeholder, no sealed value`)];
        return [structure(path, `${name} ${envelope.problem}`, SEAL)];
    }
    return checkKey(envelope, path, certificates);
}
const SEAL = 'Seal the value again: fluxgate seal';
function placeholder(path, message) {
    return { rule: 'sealed-placeholder', severity: 'error', path, message, fix: SEAL };
}
function structure(path, message, fix) {
    return { rule: 'sealed-structure', severity: 'error', path, message, fix };
}
function isPlaceholder(value) {
    return value.trim() === '' || (0,_secrets_placeholder_js__WEBPACK_IMPORTED_MODULE_3__/* .hasPlaceholderWord */ ._)(value) || /encrypted[-_ ]|sealed[-_ ]|\.\.\.|\$\{|\{\{/i.test(value);
}
function checkKey({ wrappedKey }, path, certificates) {
    if (certificates.length === 0 || certificates.some(certificate => fitsKey(wrappedKey, certificate)))
        return [];
    const name = JSON.stringify(path.at(-1));
    const bytes = [...new Set(certificates.map(({ modulus }) => modulus.length))];
    const message = `${name} has a session key of ${wrappedKey.length} bytes that ${certificates.map(({ source }) => source).join(', ')} (${bytes.join(', ')} bytes) cannot have sealed`;
    // The controller keeps its former keys, which may have had another length.
    if (USUAL_BYTES.has(wrappedKey.length) && !bytes.includes(wrappedKey.length)) {
        const fix = 'It opens only if the controller still has such a key: seal it again with the current certificate';
        return [{ rule: 'sealed-structure', severity: 'warning', path, message, fix }];
    }
    if (bytes.includes(wrappedKey.length))
        return [];
    return [structure(path, message, 'Seal the value again with the current certificate: fluxgate seal')];
}
const USUAL_BYTES = new Set([256, 384, 512, 1024]);
/** Whether the session key may be one for this certificate: as long as its modulus, and a smaller number. */
function fitsKey(wrappedKey, { modulus }) {
    return wrappedKey.length === modulus.length && Buffer.compare(wrappedKey, modulus) < 0;
}
function checkScope(object) {
    const own = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(object, 'metadata'), 'annotations');
    const templateMetadata = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(object, 'spec'), 'template'), 'metadata');
    const template = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(templateMetadata, 'annotations');
    const problems = [];
    for (const annotation of Object.values(_scope_js__WEBPACK_IMPORTED_MODULE_1__/* .SCOPE_ANNOTATIONS */ .Uk)) {
        const path = ['metadata', 'annotations', annotation];
        const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(own, annotation);
        if (value === undefined || value === 'true' || value === 'false' || value === '')
            continue;
        if (typeof value === 'string') {
            const message = `${annotation} is ${JSON.stringify(value)}: only "true" widens the scope, so it stays as narrow as without it`;
            problems.push({ rule: 'sealed-scope', severity: 'warning', path, message, fix: 'Write "true", or take it away' });
        }
        else {
            const message = `${annotation} is ${JSON.stringify(value)} and no text: the API server refuses the object`;
            problems.push({ rule: 'sealed-scope', severity: 'error', path, message, fix: `Write ${annotation}: "true"` });
        }
    }
    const scope = (0,_scope_js__WEBPACK_IMPORTED_MODULE_1__/* .scopeOf */ .Od)(own);
    const wanted = (0,_scope_js__WEBPACK_IMPORTED_MODULE_1__/* .scopeOf */ .Od)(template);
    // kubeseal gives the template the name and every annotation that the Secret had.
    const isWhole = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(templateMetadata, 'name') !== undefined && (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(templateMetadata, 'namespace') !== undefined;
    if (scope !== 'strict' && isWhole && wanted === 'strict' && problems.length === 0) {
        problems.push({
            rule: 'sealed-scope',
            severity: 'warning',
            path: ['metadata', 'annotations', _scope_js__WEBPACK_IMPORTED_MODULE_1__/* .SCOPE_ANNOTATIONS */ .Uk[scope]],
            message: `the SealedSecret's annotations say ${scope}, and the template that kubeseal wrote does not: sealed as strict, it cannot be opened so`,
            fix: `Seal it again as ${scope}, or take ${_scope_js__WEBPACK_IMPORTED_MODULE_1__/* .SCOPE_ANNOTATIONS */ .Uk[scope]} away`,
        });
    }
    const widens = wanted !== 'strict' && wanted !== scope && scope !== 'cluster-wide';
    if (widens && problems.length === 0) {
        problems.push({
            rule: 'sealed-scope',
            severity: 'error',
            path: ['spec', 'template', 'metadata', 'annotations', _scope_js__WEBPACK_IMPORTED_MODULE_1__/* .SCOPE_ANNOTATIONS */ .Uk[wanted]],
            message: `the template says ${wanted}, and the SealedSecret's own annotations say ${scope}: the controller opens by the latter`,
            fix: `Add ${_scope_js__WEBPACK_IMPORTED_MODULE_1__/* .SCOPE_ANNOTATIONS */ .Uk[wanted]}: "true" to metadata.annotations, or seal again as ${scope}`,
        });
    }
    return problems;
}
/**
 * What kustomize and Flux change of the name and namespace that a SealedSecret was sealed for; undefined when the controller can open it
 * all the same. Its template may show that it was sealed for the other name all along.
 */
function renamedBy(object, placed) {
    const metadata = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(object, 'metadata');
    const scope = (0,_scope_js__WEBPACK_IMPORTED_MODULE_1__/* .scopeOf */ .Od)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(metadata, 'annotations'));
    const template = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(object, 'spec'), 'template'), 'metadata');
    const change = (part) => {
        const from = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(metadata, part);
        const to = placed[part];
        // Without a namespace of its own it was sealed for one that the kustomization may well give it.
        if (from === undefined || to === undefined || from === to || (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(template, part) === to)
            return undefined;
        return `${from}${to}`.includes('$') ? undefined : { part, from, to };
    };
    if (scope === 'cluster-wide')
        return undefined;
    return change('namespace') ?? (scope === 'strict' ? change('name') : undefined);
}


/***/ }),

/***/ 8966:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ readEnvelope),
/* harmony export */   d: () => (/* binding */ sealValue)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

const SESSION_KEY_BYTES = 32;
const TAG_BYTES = 16;
const LENGTH_BYTES = 2;
/** OAEP with SHA-256 needs this much around the 32 bytes of a session key: no RSA key below it can have sealed anything. */
const LEAST_RSA_BYTES = SESSION_KEY_BYTES + 2 * 32 + 2;
/** A session key serves one value, so its nonce may be constant. */
const NONCE = Buffer.alloc(12);
/**
 * Seals a value for the Sealed Secrets controller: base64 of the RSA part's length (two bytes, big-endian), the session
 * key under RSA-OAEP with SHA-256 and the label, and the value under AES-256-GCM with its tag.
 *
 * @param label see `labelOf`
 */
function sealValue(value, publicKey, label) {
    const sessionKey = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(SESSION_KEY_BYTES);
    try {
        const wrapped = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.publicEncrypt)({ key: publicKey, padding: node_crypto__WEBPACK_IMPORTED_MODULE_0__.constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256', oaepLabel: Buffer.from(label) }, sessionKey);
        const cipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createCipheriv)('aes-256-gcm', sessionKey, NONCE);
        const length = Buffer.alloc(LENGTH_BYTES);
        length.writeUInt16BE(wrapped.length);
        const sealed = [length, wrapped, cipher.update(value), cipher.final(), cipher.getAuthTag()];
        return Buffer.concat(sealed).toString('base64');
    }
    finally {
        sessionKey.fill(0);
    }
}
/** Takes a sealed value apart, or says why it cannot be one. */
function readEnvelope(text) {
    const bytes = decodeBase64(text);
    if (bytes === undefined)
        return { problem: 'is not base64' };
    if (bytes.length < LENGTH_BYTES)
        return { problem: `has ${bytes.length} bytes, too few to be sealed` };
    const wrapped = bytes.readUInt16BE(0);
    if (wrapped < LEAST_RSA_BYTES)
        return { problem: `says that its session key has ${wrapped} bytes: no RSA key is so short` };
    const valueBytes = bytes.length - LENGTH_BYTES - wrapped - TAG_BYTES;
    if (valueBytes < 0) {
        const least = LENGTH_BYTES + wrapped + TAG_BYTES;
        return { problem: `has ${bytes.length} bytes, and its own first bytes ask for at least ${least}: it is cut off` };
    }
    return { wrappedKey: bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + wrapped), valueBytes };
}
/** As Go's standard encoding decodes it: padding is needed, line ends are skipped, nothing else is. */
function decodeBase64(text) {
    const plain = text.replace(/[\r\n]/g, '');
    const padding = plain.endsWith('==') ? 2 : plain.endsWith('=') ? 1 : 0;
    if (plain.length % 4 !== 0 || /[^A-Za-z0-9+/]/.test(plain.slice(0, plain.length - padding)))
        return undefined;
    return Buffer.from(plain, 'base64');
}


/***/ }),

/***/ 704:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Od: () => (/* binding */ scopeOf),
/* harmony export */   Uk: () => (/* binding */ SCOPE_ANNOTATIONS),
/* harmony export */   Wy: () => (/* binding */ labelOf),
/* harmony export */   iW: () => (/* binding */ SCOPES)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/** Where a sealed value may be opened: under its own name, in its own namespace, or anywhere. */
const SCOPES = ['strict', 'namespace-wide', 'cluster-wide'];
/** The annotation of a scope that is not the strict one; its value is "true". */
const SCOPE_ANNOTATIONS = {
    'namespace-wide': 'sealedsecrets.bitnami.com/namespace-wide',
    'cluster-wide': 'sealedsecrets.bitnami.com/cluster-wide',
};
/** The scope that the controller reads out of the annotations of an object; the widest one wins. */
function scopeOf(annotations) {
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(annotations, SCOPE_ANNOTATIONS['cluster-wide']) === 'true')
        return 'cluster-wide';
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(annotations, SCOPE_ANNOTATIONS['namespace-wide']) === 'true')
        return 'namespace-wide';
    return 'strict';
}
/** What a value is bound to: the controller makes the same text out of the SealedSecret's own metadata. */
function labelOf(scope, namespace, name) {
    switch (scope) {
        case 'strict':
            return `${namespace}/${name}`;
        case 'namespace-wide':
            return namespace;
        case 'cluster-wide':
            return '';
    }
}


/***/ }),

/***/ 7690:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ sealedProblems),
  J: () => (/* binding */ sealedSecretsOf)
});

// EXTERNAL MODULE: ./src/flux/inventory/image-loop.ts + 1 modules
var image_loop = __webpack_require__(1102);
// EXTERNAL MODULE: ./src/flux/inventory/resource.ts
var inventory_resource = __webpack_require__(8050);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/sealed/certificate-files.ts
var certificate_files = __webpack_require__(1193);
// EXTERNAL MODULE: ./src/sealed/check.ts
var check = __webpack_require__(3196);
// EXTERNAL MODULE: ./src/flux/inventory/applied.ts
var applied = __webpack_require__(1913);
// EXTERNAL MODULE: ./src/yaml/source-file.ts + 2 modules
var source_file = __webpack_require__(2609);
;// CONCATENATED MODULE: ./src/sealed/renamings.ts





/** Renamings of SealedSecrets, one for each line that brings one about. What a patch may have changed is left out. */
function renamingsOf(sealed, inventory) {
    const found = new Map();
    for (const resource of sealed) {
        for (const placement of inventory.placementsOf(resource)) {
            const renamed = placement.isRewritten ? undefined : (0,check/* renamedBy */.YF)(resource.body, placement);
            if (renamed === undefined)
                continue;
            const cause = causeOf(resource, placement, renamed, inventory);
            const key = `${cause.file}:${cause.span.line}`;
            const known = found.get(key);
            if (known === undefined)
                found.set(key, { ...renamed, ...cause, resources: [resource] });
            else if (!known.resources.includes(resource))
                found.set(key, { ...known, resources: [...known.resources, resource] });
        }
    }
    return [...found.values()];
}
function causeOf(resource, { by }, { part, to }, { layout }) {
    if (by !== undefined) {
        const fields = part === 'name' ? ['namePrefix', 'nameSuffix'] : ['targetNamespace'];
        for (const field of fields) {
            const value = (0,json/* member */.Dc)((0,json/* member */.Dc)(by.resource.body, 'spec'), field);
            if (value !== undefined && value !== '')
                return { file: by.resource.file.path, span: (0,inventory_resource/* placeOf */.$t)(by.resource, 'spec', field) };
        }
    }
    // The innermost one that holds the file and says so.
    const holding = [...layout.kustomizeFiles.values()]
        .map(kustomize => ({ kustomize, files: (0,applied/* appliedIn */.Xv)(kustomize.folder, layout).files }))
        .filter(({ files }) => files.has(resource.file.path))
        .sort((left, right) => left.files.size - right.files.size);
    for (const { kustomize } of holding) {
        const { prefix, suffix, namespace, file } = kustomize;
        const field = part === 'namespace'
            ? namespace === to && 'namespace'
            : prefix !== ''
                ? 'namePrefix'
                : suffix !== '' && 'nameSuffix';
        const [document] = file.documents;
        if (field && document !== undefined)
            return { file: file.path, span: (0,source_file/* keySpanAt */.VE)(file, document, [field]) };
    }
    return { file: resource.file.path, span: (0,inventory_resource/* placeOf */.$t)(resource, 'metadata', part) };
}
/** What follows from a renaming. */
function renamingMessage({ part, to, from, resources }) {
    const [first] = resources;
    const title = first === undefined ? '' : (0,inventory_resource/* titleOf */.Gg)(first);
    const others = resources.length > 1 ? ` and ${resources.length - 1} more` : '';
    const what = part === 'name' ? `gives ${title}${others} another name (${to})` : `moves ${title}${others} to the namespace ${to}`;
    return `this ${what}, and what was sealed for ${part === 'name' ? 'the name' : 'the namespace'} ${from} alone the controller cannot open under another`;
}

;// CONCATENATED MODULE: ./src/sealed/sealed-tree.ts






/** The SealedSecrets of a tree, in the order of its files. */
function sealedSecretsOf(inventory) {
    return inventory.resources.filter(({ body }) => (0,check/* isSealedSecret */.h0)(body));
}
/**
 * What is wrong with the SealedSecrets of a tree, as far as it can be seen without a key: their values by themselves and by the
 * certificates of the tree, their scope, and whether kustomize or Flux gives them another name than the one that they are sealed for.
 * What a patch may have changed is not judged.
 */
function sealedProblems(inventory) {
    const certificates = (0,certificate_files/* treeCertificates */.V)(inventory.certificates);
    const sealed = sealedSecretsOf(inventory);
    const own = sealed.flatMap(resource => {
        const placements = inventory.placementsOf(resource).filter(({ isRewritten }) => !isRewritten);
        if (placements.length === 0)
            return [];
        return (0,check/* checkSealedSecret */.Bt)(resource.body, certificates)
            .filter(({ path }) => !mayBeFilledIn((0,json/* valueAt */.fK)(resource.body, path), placements))
            .map(({ path, ...problem }) => ({
            ...problem,
            file: resource.file.path,
            span: (0,inventory_resource/* placeOf */.$t)(resource, ...path),
            found: path.join('.'),
            resources: [resource],
        }));
    });
    const renamed = renamingsOf(sealed, inventory).map(renaming => ({
        rule: 'sealed-scope',
        severity: 'error',
        file: renaming.file,
        span: renaming.span,
        message: renamingMessage(renaming),
        found: renaming.resources.map(inventory_resource/* titleOf */.Gg).join(', '),
        fix: 'Seal it for the name and namespace that it gets, or take it out of this kustomization',
        resources: renaming.resources,
    }));
    return [...own, ...renamed];
}
/** A variable that Flux replaces before it applies the object, or that some other program does where nobody here applies it. */
function mayBeFilledIn(value, placements) {
    if (typeof value !== 'string' || !((0,image_loop/* hasVariable */.$u)(value) || /\{\{|<%|\[\[/.test(value)))
        return false;
    return placements.every(({ by, isPatched }) => by === undefined || (isPatched && (0,image_loop/* hasVariable */.$u)(value)));
}


/***/ }),

/***/ 7784:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ hasPlaceholderWord)
/* harmony export */ });
/** Words by which people mark a place that is to be filled in. */
const WORDS = /replace|placeholder|change[-_ ]?(?:me|this|it)|todo|fixme|your[-_ ]|dummy|example|insert|paste|redacted|<[^>]*>|^\.{3}$|…|x{4,}/i;
/** Whether a text that is no secret by its form was put there to be replaced by one. */
function hasPlaceholderWord(text) {
    return WORDS.test(text);
}


/***/ })

};
