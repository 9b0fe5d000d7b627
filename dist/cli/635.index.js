export const id = 635;
export const ids = [635];
export const modules = {

/***/ 7944:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ readFormat),
/* harmony export */   u: () => (/* binding */ FORMAT)
/* harmony export */ });
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6314);

const FORMAT = {
    name: 'format',
    value: 'text|json',
    description: 'For people, or for programs',
    default: 'text',
};
function readFormat(given) {
    const format = given.get('format') ?? 'text';
    if (format === 'text' || format === 'json')
        return format;
    throw (0,_command_js__WEBPACK_IMPORTED_MODULE_0__/* .wrongUsage */ .xY)(`option --format is ${JSON.stringify(format)}: expected text or json`);
}


/***/ }),

/***/ 1343:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n_: () => (/* binding */ diffOf),
  R6: () => (/* binding */ settersJson),
  eE: () => (/* binding */ settersText)
});

// EXTERNAL MODULE: ./src/flux/setters.ts + 3 modules
var setters = __webpack_require__(4057);
// EXTERNAL MODULE: ./node_modules/diff/libesm/patch/create.js + 1 modules
var create = __webpack_require__(5725);
;// CONCATENATED MODULE: ./src/unified-diff.ts

/** How many lines are kept around a change. */
const CONTEXT = 3;
/** Beyond so many changed lines no shortest difference is sought: that takes time by their square. */
const MOST_EDITS = 2000;
/**
 * The difference of a file's old and new text as `git apply` and `patch` read it; '' when there is none.
 *
 * @param path from the root of the tree, with forward slashes
 * @param before undefined for a file that is new
 */
function unifiedDiff(path, before, after) {
    if (before === after)
        return '';
    const old = before ?? '';
    const options = { context: CONTEXT, maxEditLength: MOST_EDITS };
    const patch = (0,create/* structuredPatch */.YB)(`a/${path}`, `b/${path}`, old, after, undefined, undefined, options) ??
        wholePatch(`a/${path}`, `b/${path}`, old, after);
    const isNew = before === undefined;
    const named = { ...patch, isGit: true, isCreate: isNew, ...(isNew ? { newMode: '100644' } : {}) };
    return (0,create/* formatPatch */.Gu)(isNew ? { ...named, oldFileName: '/dev/null' } : named).replace(/\n+$/, '\n');
}
/** Everything goes, everything comes. */
function wholePatch(oldFileName, newFileName, before, after) {
    const [removed, added] = [linesOf(before), linesOf(after)];
    const hunk = {
        oldStart: removed.length === 0 ? 0 : 1,
        oldLines: removed.length,
        newStart: added.length === 0 ? 0 : 1,
        newLines: added.length,
        lines: [...marked('-', removed, before), ...marked('+', added, after)],
    };
    return { oldFileName, newFileName, oldHeader: undefined, newHeader: undefined, hunks: [hunk] };
}
function linesOf(text) {
    const lines = text.split('\n');
    return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
function marked(sign, lines, text) {
    const shown = lines.map(line => sign + line);
    return text === '' || text.endsWith('\n') ? shown : [...shown, '\\ No newline at end of file'];
}

;// CONCATENATED MODULE: ./cli/setters-report.ts


/** The result for programs. A place is that of the value in the file that was read; paths start at the folder. */
function settersJson({ result: { changes, problemFiles, error }, written }) {
    const shown = {
        changes: changes.map(({ source, old, new: value, setter }) => ({
            file: source.path,
            line: source.line,
            column: source.column,
            old,
            new: value,
            setter,
        })),
        problemFiles: problemFiles.map(({ path }) => path),
        written: written.map(({ path }) => path),
        error,
    };
    return `${JSON.stringify(shown)}\n`;
}
/** The result for people: the diff, then what it does not show. */
function settersText(outcome) {
    const { result, written, writes } = outcome;
    const remarks = [
        ...(result.error === null ? [] : [`Flux's automation fails as a whole and writes nothing: ${result.error}`]),
        ...problems(result),
        ...(result.error === null ? unchanged(outcome) : []),
        ...(writes && written.length > 0 ? [`Written: ${written.map(({ path }) => path).join(', ')}`] : []),
    ];
    return [diffOf(written), ...remarks.map(line => `${line}\n`)].join('');
}
/** The unified diff of all files that change. */
function diffOf(written) {
    return written
        .map(({ path, before, content }) => unifiedDiff(path, before === undefined ? undefined : textOf(before), textOf(content)))
        .join('');
}
function textOf(content) {
    return Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('utf8');
}
function problems({ problemFiles }) {
    return problemFiles.map(({ path, line, reason }) => `Flux skips ${path}${line === undefined ? '' : `:${line}`} with all its markers: ${reason}`);
}
/** Why nothing changes for a policy: nobody asks for it, or all have it. */
function unchanged({ result, tree, policies }) {
    const changing = new Set(result.changes.map(({ setter }) => policyOf(setter)));
    const idle = [...policies.keys()].filter(policy => !changing.has(policy));
    if (idle.length === 0)
        return [];
    const honoured = tree
        .flatMap(file => (0,setters/* findMarkers */.Xh)(file, policies))
        .flatMap(({ setter, fault }) => (setter === undefined || fault !== undefined ? [] : [policyOf(setter)]));
    return idle.map(policy => {
        if (policies.get(policy) === null)
            return `${policy} has elected nothing: its markers stay as they are`;
        const count = honoured.filter(name => name === policy).length;
        if (count === 0)
            return `${policy} changes nothing: no marker that Flux honours names it`;
        return `${policy} changes nothing: ${count === 1 ? 'its marker has' : `its ${count} markers have`} the value already`;
    });
}
function policyOf(setter) {
    return setter.split(':', 2).join(':');
}


/***/ }),

/***/ 6635:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   settersCommand: () => (/* binding */ settersCommand)
/* harmony export */ });
/* harmony import */ var _src_flux_setters_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4057);
/* harmony import */ var _src_flux_written_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9246);
/* harmony import */ var _src_tree_update_path_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2645);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6314);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7944);
/* harmony import */ var _setters_report_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1343);






const OPTIONS = [
    {
        name: 'set',
        value: 'NS:NAME=IMAGE:TAG[@DIGEST]',
        description: 'What the ImagePolicy NAME in NS has elected; NS:NAME= is a policy that has elected nothing yet',
        repeatable: true,
    },
    { name: 'write', description: 'Write the files' },
    {
        name: 'careful',
        description: 'Change the values alone and leave every other byte as it is; Flux writes a changed file anew as a whole',
    },
    _format_js__WEBPACK_IMPORTED_MODULE_4__/* .FORMAT */ .u,
];
const settersCommand = {
    options: OPTIONS,
    help: () => (0,_command_js__WEBPACK_IMPORTED_MODULE_3__/* .helpText */ .BK)('fluxgate setters DIR --set NS:NAME=IMAGE:TAG[@DIGEST] … [OPTIONS]', "Shows what the image-automation-controller of Flux 2.9 would write below DIR, its update.path, as a unified diff, and the files that it skips because they do not parse. Exit code 1 where Flux's automation fails as a whole.", OPTIONS, [
        'fluxgate setters flux/clusters/production --set flux-system:frontend=192.168.0.40:5000/library/frontend:main-abc1234-1700000000',
        'fluxgate setters flux --set flux-system:app=ghcr.io/me/app:1.2.3 --set flux-system:other= --format json',
        'fluxgate setters flux --set flux-system:app=ghcr.io/me/app:1.2.3 --careful --write',
    ]),
    async run(args, terminal) {
        const given = (0,_command_js__WEBPACK_IMPORTED_MODULE_3__/* .parseArguments */ .We)(args, OPTIONS, 1);
        const format = (0,_format_js__WEBPACK_IMPORTED_MODULE_4__/* .readFormat */ .C)(given);
        const folder = await readFolder(given.positionals[0], terminal);
        const policies = readPolicies(given.all('set'));
        const { files } = terminal.runner;
        const tree = await (0,_src_tree_update_path_files_js__WEBPACK_IMPORTED_MODULE_2__/* .updatePathFiles */ .o)(files, folder);
        const result = (0,_src_flux_setters_js__WEBPACK_IMPORTED_MODULE_0__/* .applySetters */ .zn)(tree, policies, given.get('careful') === 'true' ? 'careful' : 'flux');
        const written = await (0,_src_flux_written_files_js__WEBPACK_IMPORTED_MODULE_1__/* .writtenFiles */ .$m)(files, folder, result.written);
        const writes = given.get('write') === 'true';
        if (writes)
            await (0,_src_flux_written_files_js__WEBPACK_IMPORTED_MODULE_1__/* .writeFiles */ .hV)(files, folder, written);
        const outcome = { result, tree, policies, written, writes };
        terminal.print(format === 'json' ? (0,_setters_report_js__WEBPACK_IMPORTED_MODULE_5__/* .settersJson */ .R6)(outcome) : (0,_setters_report_js__WEBPACK_IMPORTED_MODULE_5__/* .settersText */ .eE)(outcome));
        return result.error === null ? 0 : 1;
    },
};
async function readFolder(folder, { runner }) {
    if (folder === undefined)
        throw (0,_command_js__WEBPACK_IMPORTED_MODULE_3__/* .wrongUsage */ .xY)('expected a folder: fluxgate setters DIR');
    if ((await runner.files.kind(folder)) === 'folder')
        return folder;
    throw (0,_command_js__WEBPACK_IMPORTED_MODULE_3__/* .wrongUsage */ .xY)(`${folder} is no folder`, 'Give the folder that the automation has as its update.path');
}
const NAME = '[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?';
const POLICY = new RegExp(`^(${NAME}:${NAME})=(.*)$`, 's');
function readPolicies(settings) {
    const policies = new Map();
    if (settings.length === 0)
        throw (0,_command_js__WEBPACK_IMPORTED_MODULE_3__/* .wrongUsage */ .xY)('expected at least one --set NS:NAME=IMAGE:TAG[@DIGEST]');
    for (const setting of settings) {
        const [, policy, reference] = POLICY.exec(setting) ?? [];
        if (policy === undefined || reference === undefined)
            throw wrongSetting(setting, 'it does not begin with NS:NAME=');
        if (policies.has(policy))
            throw (0,_command_js__WEBPACK_IMPORTED_MODULE_3__/* .wrongUsage */ .xY)(`option --set gives ${policy} twice`);
        const latest = reference === '' ? null : (0,_src_flux_setters_js__WEBPACK_IMPORTED_MODULE_0__/* .parseLatestRef */ .sH)(reference);
        if (latest?.tag === '')
            throw wrongSetting(setting, 'the image has no tag');
        policies.set(policy, latest);
    }
    return policies;
}
function wrongSetting(setting, why) {
    return (0,_command_js__WEBPACK_IMPORTED_MODULE_3__/* .wrongUsage */ .xY)(`option --set is ${JSON.stringify(setting)}, ${why}: expected NS:NAME=IMAGE:TAG[@DIGEST]`);
}


/***/ }),

/***/ 9246:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $m: () => (/* binding */ writtenFiles),
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   hV: () => (/* binding */ writeFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);


/** What the results of setters come to on disk: Flux writes through links, so a file and a link to it are one. Sorted. */
async function writtenFiles(files, folder, written) {
    const root = await files.realPath(folder);
    const found = new Map();
    for (const { path: named, content } of written) {
        const target = await files.realPath((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, named));
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(root, target).split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join('/');
        found.set(path, { path, before: await files.readBytes(target), content });
    }
    return [...found.values()].sort((left, right) => (left.path < right.path ? -1 : 1));
}
/**
 * Writes the files, but nothing outside of the folder, although Flux would follow a link there.
 *
 * @throws UserError before anything is written, for a path that leads out of the folder
 */
async function writeFiles(files, folder, written) {
    const stray = written.find(file => !isInside(file));
    if (stray !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`a link below ${folder} leads to ${stray.path}, outside of it: nothing was written`, {
            next: 'Flux would write there; give a folder that holds both, or write that file yourself',
        });
    }
    for (const { path, content } of written)
        await files.writeBytes((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, path), content);
}
function isInside({ path }) {
    return path !== '..' && !path.startsWith('../') && !(0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(path);
}


/***/ }),

/***/ 2645:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ readFiles),
/* harmony export */   o: () => (/* binding */ updatePathFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(370);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);
/* harmony import */ var _flux_setters_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4057);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8301);





/** How many files are open at once. */
const OPEN = 32;
/**
 * The files below an automation's `update.path` as the image-automation-controller comes by them: hidden ones too, no ignore file applies, links to
 * files are read through, links to folders not entered. What it passes by for its name comes without its content.
 *
 * @throws UserError for what cannot be read, where the controller's whole run fails
 */
async function updatePathFiles(files, folder) {
    return readFiles(files, folder, await readable(folder, files.allFiles(folder)), _flux_setters_js__WEBPACK_IMPORTED_MODULE_2__/* .hasScreenedName */ .xq);
}
/** Files of a folder by their paths from there; the content of those that are wanted. What is no file is left out. */
async function readFiles(files, folder, paths, isWanted) {
    const limit = (0,p_limit__WEBPACK_IMPORTED_MODULE_3__/* ["default"] */ .A)(OPEN);
    const found = await Promise.all(paths.map(path => isWanted(path)
        ? limit(async () => ({ path, content: await readable(path, files.readBytes((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, path))) }))
        : { path, content: new Uint8Array() }));
    return found.flatMap(({ path, content }) => (content === undefined ? [] : [{ path, content }]));
}
async function readable(path, reading) {
    try {
        return await reading;
    }
    catch (error) {
        const code = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textMember */ .SA)(error, 'code');
        if (code === undefined)
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${path} cannot be read (${code})`, { cause: error });
    }
}


/***/ })

};
