#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 6314:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BK: () => (/* binding */ helpText),
/* harmony export */   We: () => (/* binding */ parseArguments),
/* harmony export */   xY: () => (/* binding */ wrongUsage)
/* harmony export */ });
/* harmony import */ var _src_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3916);
/* harmony import */ var _src_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7909);


/**
 * Options as `--name value` and `--name=value`, and what stands by itself.
 *
 * @param positionals how many arguments may stand by themselves
 * @throws UserError for what is not known, with the near option
 */
function parseArguments(args, options, positionals = 0) {
    const given = new Map();
    const free = [];
    for (let at = 0; at < args.length; at += 1) {
        const written = args[at] ?? '';
        if (!written.startsWith('--')) {
            if (free.length === positionals)
                throw wrongUsage(`unexpected argument ${JSON.stringify(written)}`);
            free.push(written);
            continue;
        }
        const equals = written.indexOf('=');
        const name = equals < 0 ? written.slice(2) : written.slice(2, equals);
        const option = options.find(known => known.name === name);
        if (option === undefined)
            throw unknownOption(name, options);
        const before = given.get(name) ?? [];
        if (before.length > 0 && !option.repeatable)
            throw wrongUsage(`option --${name} is given twice`);
        const own = equals >= 0 ? written.slice(equals + 1) : option.value === undefined ? 'true' : undefined;
        if (own === undefined)
            at += 1;
        given.set(name, [...before, own ?? valueBehind(option, args[at], options)]);
    }
    return { get: name => given.get(name)?.[0], all: name => given.get(name) ?? [], positionals: free };
}
/** A command line that cannot be understood; the exit code is 2. */
function wrongUsage(message, next = 'See --help') {
    return new _src_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(message, { next, usage: true });
}
/** The argument behind an option. That of another option is a forgotten value. */
function valueBehind(option, next, options) {
    if (next !== undefined && !options.some(({ name }) => next === `--${name}`))
        return next;
    const what = `option --${option.name} wants a value: --${option.name} ${option.value}`;
    throw next === undefined ? wrongUsage(what) : wrongUsage(what, `To give it "${next}", write --${option.name}=${next}`);
}
function unknownOption(name, options) {
    const meant = (0,_src_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(name, options.map(option => option.name));
    return wrongUsage(`unknown option --${name}`, meant === undefined ? 'See --help' : `Did you mean --${meant}?`);
}
/** The help of a command: usage, options with their defaults, examples. */
function helpText(usage, summary, options, examples) {
    const rows = options.flatMap(option => {
        const head = `  --${option.name}${option.value === undefined ? '' : ` ${option.value}`}`;
        const standard = option.default ? ` (default: ${option.default})` : '';
        return [head, ...wrap(`${option.description}${standard}`, 92).map(line => `        ${line}`)];
    });
    return [
        summary,
        '',
        `Usage: ${usage}`,
        '',
        'Options:',
        ...rows,
        '',
        'Examples:',
        ...examples.map(example => `  ${example}`),
        '',
    ].join('\n');
}
function wrap(text, width) {
    const lines = [];
    let line = '';
    for (const word of text.replaceAll('`', '').split(/\s+/)) {
        if (line !== '' && line.length + word.length >= width) {
            lines.push(line);
            line = '';
        }
        line += line === '' ? word : ` ${word}`;
    }
    return line === '' ? lines : [...lines, line];
}


/***/ }),

/***/ 751:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8321);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _src_runner_finish_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8943);
/* harmony import */ var _src_runner_terminal_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2752);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(602);




const values = new Map();
const runner = (0,_src_runner_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .terminalRunner */ .b)(name => values.get(name) ?? '');
process.exitCode = await (0,_src_runner_finish_js__WEBPACK_IMPORTED_MODULE_1__/* .finish */ .O)(runner, () => (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .run */ .e)(process.argv.slice(2), {
    runner,
    values,
    print: output => process.stdout.write(output),
    readInput: () => (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text)(process.stdin),
}));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 602:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _src_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7909);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6314);


const COMMANDS = [
    {
        name: 'build-push',
        summary: 'Build images and push all of them under one sortable tag',
        load: async () => (await __nccwpck_require__.e(/* import() */ 768).then(__nccwpck_require__.bind(__nccwpck_require__, 768))).buildPushCommand,
    },
    {
        name: 'policy',
        summary: 'Show which tag Flux elects, and why',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(109), __nccwpck_require__.e(530), __nccwpck_require__.e(223)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4223))).policyCommand,
    },
    {
        name: 'tag',
        summary: 'Print the tag of a build and nothing else',
        load: async () => (await __nccwpck_require__.e(/* import() */ 875).then(__nccwpck_require__.bind(__nccwpck_require__, 3875))).tagCommand,
    },
];
/**
 * Runs a command line.
 *
 * @param args without node and the program
 */
// biome-ignore lint/suspicious/noConfusingVoidType: see Command
async function run(args, terminal) {
    const [name, ...rest] = args;
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
        terminal.print(overview());
        return 0;
    }
    const entry = COMMANDS.find(known => known.name === name);
    if (entry === undefined) {
        const meant = (0,_src_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(name, COMMANDS.map(known => known.name));
        const hint = meant === undefined ? 'See fluxgate --help' : `Did you mean "${meant}"?`;
        throw (0,_command_js__WEBPACK_IMPORTED_MODULE_0__/* .wrongUsage */ .xY)(`unknown command "${name}"`, hint);
    }
    const command = await entry.load();
    if (rest.includes('--help') || rest.includes('-h')) {
        terminal.print(command.help());
        return 0;
    }
    return command.run(rest, terminal);
}
function overview() {
    const width = Math.max(...COMMANDS.map(command => command.name.length));
    const rows = COMMANDS.map(command => `  ${command.name.padEnd(width)}  ${command.summary}`);
    return [
        'fluxgate: makes GitOps delivery with Flux safe',
        '',
        'Usage: fluxgate COMMAND [OPTIONS]',
        '',
        ...rows,
        '',
        'fluxgate COMMAND --help shows the options of a command, with examples.',
        '',
    ].join('\n');
}


/***/ }),

/***/ 3916:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Kx: () => (/* binding */ throwAll),
/* harmony export */   __: () => (/* binding */ userErrorsOf),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   r: () => (/* binding */ bugReport),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/* unused harmony export UserErrors */
/**
 * A mistake of the user's: an input, a file, the registry's refusal. It is shown without a stack.
 * The message says which input or file and line, what was found and what is accepted; `next` is the next step.
 */
class UserError extends Error {
    name = 'UserError';
    /** What to do about it, as one sentence; shown after the message. */
    next;
    /** Whether the command line itself was wrong, and nothing was tried. */
    usage;
    constructor(message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.next = options.next;
        this.usage = options.usage ?? false;
    }
}
/** Several mistakes found in one go, so that nobody has to fix them one run at a time. Never empty. */
class UserErrors extends Error {
    name = 'UserErrors';
    errors;
    constructor(errors) {
        super(errors.map(sentence).join('\n'));
        this.errors = errors;
    }
}
/** Throws what was collected: nothing, the one mistake, or all of them together. */
function throwAll(errors) {
    const [only] = errors;
    if (only === undefined)
        return;
    throw errors.length === 1 ? only : new UserErrors(errors);
}
/** The user's mistakes in any thrown value, or none when it is a bug of ours. */
function userErrorsOf(thrown) {
    if (thrown instanceof UserError)
        return [thrown];
    if (thrown instanceof UserErrors)
        return thrown.errors;
    return [];
}
/** Message and next step as one line of text. */
function sentence(error) {
    return error.next === undefined ? error.message : `${error.message}. ${error.next}`;
}
/** What any thrown value says, in one line. */
function messageOf(thrown) {
    if (thrown instanceof UserError)
        return sentence(thrown);
    return thrown instanceof Error ? thrown.message : String(thrown);
}
/** An unexpected error with all its causes and stacks: a bug report, not an explanation. */
function bugReport(thrown) {
    const parts = [];
    for (let cause = thrown, depth = 0; cause !== undefined && depth < 8; depth += 1) {
        const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
        parts.push(depth === 0 ? text : `caused by: ${text}`);
        cause = cause instanceof Error ? cause.cause : undefined;
    }
    return parts.join('\n');
}


/***/ }),

/***/ 8301:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DW: () => (/* binding */ listMember),
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   SA: () => (/* binding */ textMember),
/* harmony export */   eJ: () => (/* binding */ numberMember),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/** Reading of JSON whose shape is not known: outside data is narrowed here, never cast. */
/** The parsed text, or undefined when it is no JSON. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** A member of an object, found as its own property; undefined when there is none or the value is no object. */
function member(value, name) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return undefined;
    return Object.getOwnPropertyDescriptor(value, name)?.value;
}
/** A member that is a non-empty text. */
function textMember(value, name) {
    const found = member(value, name);
    return typeof found === 'string' && found !== '' ? found : undefined;
}
function numberMember(value, name) {
    const found = member(value, name);
    return typeof found === 'number' ? found : undefined;
}
/** A member that is a list; empty when it is none. */
function listMember(value, name) {
    const found = member(value, name);
    return Array.isArray(found) ? found : [];
}


/***/ }),

/***/ 7909:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** The known word that somebody most probably meant, or undefined when none is near. */
function nearest(written, known) {
    const wanted = plain(written);
    let best;
    for (const word of known) {
        const distance = editDistance(wanted, plain(word));
        if (best === undefined || distance < best.distance)
            best = { word, distance };
    }
    return best !== undefined && best.distance <= Math.max(1, Math.floor(wanted.length / 3)) ? best.word : undefined;
}
function plain(word) {
    return word.toLowerCase().replace(/[-_ ]/g, '');
}
/** How many letters must be put in, taken out or changed. */
function editDistance(left, right) {
    const letters = [...right];
    let row = Array.from({ length: letters.length + 1 }, (_, index) => index);
    for (const [at, letter] of [...left].entries()) {
        const next = [at + 1];
        for (const [index, other] of letters.entries()) {
            const replaced = (row[index] ?? 0) + (letter === other ? 0 : 1);
            next.push(Math.min(replaced, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
        }
        row = next;
    }
    return row[letters.length] ?? 0;
}


/***/ }),

/***/ 2323:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ cancellation),
/* harmony export */   c: () => (/* binding */ Cancelled)
/* harmony export */ });
/** Why a run ended before its end. */
class Cancelled extends Error {
    name = 'Cancelled';
}
/** A signal that is aborted when the runner cancels the job (SIGINT, then SIGTERM) or the user presses Ctrl+C. */
function cancellation() {
    const controller = new AbortController();
    for (const name of ['SIGINT', 'SIGTERM']) {
        process.on(name, () => controller.abort(new Cancelled(`cancelled by ${name}`)));
    }
    return controller.signal;
}


/***/ }),

/***/ 8943:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ finish)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3916);
/* harmony import */ var _cancellation_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2323);


/**
 * Runs a main function to its end and gives the exit code: its own or 0, 1 after a failure, 2 after a wrong command line,
 * 130 when it was cancelled. The user's mistakes are shown as such, anything else as a bug with its causes.
 */
// biome-ignore lint/suspicious/noConfusingVoidType: an action's main function has no exit code of its own
async function finish(runner, main) {
    try {
        return (await main()) ?? 0;
    }
    catch (error) {
        if (error instanceof _cancellation_js__WEBPACK_IMPORTED_MODULE_1__/* .Cancelled */ .c || runner.signal.aborted) {
            const reason = runner.signal.reason;
            runner.log.error(`Stopped: ${reason instanceof Error ? reason.message : 'cancelled'}`);
            return 130;
        }
        const mistakes = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .userErrorsOf */ .__)(error);
        for (const mistake of mistakes)
            runner.log.error((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(mistake));
        if (mistakes.length > 0)
            return mistakes.some(mistake => mistake.usage) ? 2 : 1;
        runner.log.error('This is a bug in fluxgate, not a mistake of yours: please report it with the lines below');
        runner.log.info((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .bugReport */ .r)(error));
        return 1;
    }
}


/***/ }),

/***/ 2752:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  b: () => (/* binding */ terminalRunner)
});

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
// EXTERNAL MODULE: ./src/runner/cancellation.ts
var cancellation = __nccwpck_require__(2323);
;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./src/runner/clock.ts

const systemClock = {
    now: () => Date.now(),
    sleep: async (milliseconds, signal) => {
        try {
            await (0,promises_namespaceObject.setTimeout)(milliseconds, undefined, signal === undefined ? {} : { signal });
        }
        catch (error) {
            // The timer's own error says only that it was aborted, not why.
            signal?.throwIfAborted();
            throw error;
        }
    },
};

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: external "node:readline"
const external_node_readline_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");
// EXTERNAL MODULE: ./src/errors.ts
var errors = __nccwpck_require__(3916);
;// CONCATENATED MODULE: ./src/runner/exec.ts




/** How long a program has to end by itself after SIGTERM, in milliseconds. */
const GRACE = 10_000;
/** Runs programs; `environment` is what a request without one gives its child. */
function processExec(environment, grace = GRACE) {
    return request => new Promise((resolve, reject) => {
        if (request.signal?.aborted) {
            reject(request.signal.reason);
            return;
        }
        const child = (0,external_node_child_process_namespaceObject.spawn)(request.command, [...request.args], {
            env: { ...(request.env ?? environment) },
            stdio: ['pipe', 'pipe', 'pipe'],
            // A group of its own: a Ctrl+C in a terminal reaches us alone, and we end the child in order.
            detached: true,
            ...(request.cwd === undefined ? {} : { cwd: request.cwd }),
        });
        const output = { stdout: collect(child.stdout), stderr: collect(child.stderr) };
        if (request.onLine !== undefined) {
            for (const stream of ['stdout', 'stderr']) {
                const { onLine } = request;
                (0,external_node_readline_namespaceObject.createInterface)({ input: child[stream], crlfDelay: Number.POSITIVE_INFINITY }).on('line', line => onLine(line, stream));
            }
        }
        let kill;
        const end = () => {
            signalGroup(child.pid, 'SIGTERM');
            kill = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), grace);
        };
        request.signal?.addEventListener('abort', end, { once: true });
        child.on('error', error => {
            request.signal?.removeEventListener('abort', end);
            reject(startError(request, error));
        });
        child.on('close', code => {
            clearTimeout(kill);
            request.signal?.removeEventListener('abort', end);
            if (request.signal?.aborted)
                reject(request.signal.reason);
            else
                resolve({ code, stdout: output.stdout(), stderr: output.stderr() });
        });
        // A child that does not read its input closes the pipe; its exit code tells more than EPIPE.
        child.stdin.on('error', () => undefined);
        Promise.resolve(request.stdin ?? '').then(text => child.stdin.end(text), 
        // It has not begun, so it has nothing to finish; docker's command line would not hear of it for a while.
        () => signalGroup(child.pid, 'SIGKILL'));
    });
}
/** Signals a child with all that it started: what is left of it would keep our end of its output open. */
function signalGroup(leader, signal) {
    if (leader === undefined)
        return;
    try {
        process.kill(-leader, signal);
    }
    catch {
        // They have ended, or belong to somebody else: then there is nothing to do but to wait.
    }
}
function collect(stream) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    return () => Buffer.concat(chunks).toString('utf8');
}
function startError({ command, cwd }, error) {
    if (!('code' in error) || error.code !== 'ENOENT')
        return error;
    // The system says the same of a folder that is not there.
    if (cwd !== undefined && !(0,external_node_fs_namespaceObject.existsSync)(cwd)) {
        return new errors/* UserError */.yo(`the folder ${cwd}, in which ${command} was to run, does not exist`, { cause: error });
    }
    return new errors/* UserError */.yo(`the program "${command}" was not found`, {
        next: `Install ${command} on this machine, or put it on PATH`,
        cause: error,
    });
}

;// CONCATENATED MODULE: external "node:fs/promises"
const external_node_fs_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./src/json.ts
var json = __nccwpck_require__(8301);
;// CONCATENATED MODULE: ./src/runner/files.ts



/** The disk. Temporary folders are made below `temporaryRoot`. */
function diskFiles(temporaryRoot) {
    return {
        readText: path => unlessMissing((0,external_node_fs_promises_namespaceObject.readFile)(path, 'utf8'), 'EISDIR'),
        async writeText(path, text, mode = 0o644) {
            await (0,external_node_fs_promises_namespaceObject.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
            await (0,external_node_fs_promises_namespaceObject.writeFile)(path, text, { mode });
            // The mode above counts only for a new file, and less the umask.
            await (0,external_node_fs_promises_namespaceObject.chmod)(path, mode);
        },
        async kind(path) {
            const found = await unlessMissing((0,external_node_fs_promises_namespaceObject.stat)(path));
            if (found?.isFile())
                return 'file';
            return found?.isDirectory() ? 'folder' : undefined;
        },
        async temporaryFolder(name) {
            await (0,external_node_fs_promises_namespaceObject.mkdir)(temporaryRoot, { recursive: true });
            return (0,external_node_fs_promises_namespaceObject.mkdtemp)((0,external_node_path_.join)(temporaryRoot, `${name}-`));
        },
        async link(target, path) {
            await (0,external_node_fs_promises_namespaceObject.symlink)(target, path);
        },
        async remove(path) {
            await (0,external_node_fs_promises_namespaceObject.rm)(path, { recursive: true, force: true });
        },
    };
}
async function unlessMissing(reading, ...others) {
    try {
        return await reading;
    }
    catch (error) {
        const code = (0,json/* textMember */.SA)(error, 'code') ?? '';
        if (['ENOENT', 'ENOTDIR', ...others].includes(code))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: external "node:dns/promises"
const external_node_dns_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns/promises");
;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");
;// CONCATENATED MODULE: ./src/runner/http.ts



/** Answers are documents (manifests, lists, tokens), never layers: more than this is a fault or an attack. */
const LARGEST_BODY = 32 * 1024 * 1024;
const TIMEOUT = 30_000;
/** HTTP with connections kept for the next request. */
function nodeHttp() {
    const agents = {
        plain: new external_node_http_namespaceObject.Agent({ keepAlive: true, maxSockets: 16 }),
        tls: new external_node_https_namespaceObject.Agent({ keepAlive: true, maxSockets: 16 }),
    };
    return request => new Promise((resolve, reject) => {
        const url = new URL(request.url);
        const secure = url.protocol === 'https:';
        const body = typeof request.body === 'string' ? Buffer.from(request.body) : request.body;
        const options = {
            method: request.method,
            agent: secure ? agents.tls : agents.plain,
            headers: {
                'user-agent': 'fluxgate',
                ...(body === undefined ? {} : { 'content-length': String(body.length) }),
                ...request.headers,
            },
            timeout: request.timeout ?? TIMEOUT,
            ...(request.signal === undefined ? {} : { signal: request.signal }),
        };
        const sent = (secure ? external_node_https_namespaceObject : external_node_http_namespaceObject).request(url, options, response => {
            const chunks = [];
            let size = 0;
            response.on('data', (chunk) => {
                size += chunk.length;
                if (size > LARGEST_BODY)
                    response.destroy(systemError('EMSGSIZE', `the answer of ${url.host} is too large`));
                else
                    chunks.push(chunk);
            });
            response.on('error', reject);
            response.on('end', () => {
                const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [
                    name,
                    Array.isArray(value) ? value.join(', ') : String(value),
                ]));
                resolve({ status: response.statusCode ?? 0, headers, body: Buffer.concat(chunks) });
            });
        });
        sent.on('timeout', () => sent.destroy(systemError('ETIMEDOUT', `${url.host} did not answer in time`)));
        sent.on('error', reject);
        sent.end(body);
    });
}
function systemError(code, message) {
    return Object.assign(new Error(message), { code });
}
/** Names as the system resolves them, its hosts file included. */
const systemResolve = async (host) => {
    try {
        return (await (0,external_node_dns_promises_namespaceObject.lookup)(host, { all: true })).map(found => found.address);
    }
    catch {
        return [];
    }
};

;// CONCATENATED MODULE: ./src/runner/redactor.ts
/** Shorter values occur everywhere; hiding them would hide the text and protect nothing. */
const SHORTEST_SECRET = 4;
/** The forms in which a secret is met: as it is, line by line, as base64, and as JSON and bake definitions write it. */
function secretForms(secret) {
    const template = secret.replace(/[$%](?=\{)/g, '$&$&');
    const written = [secret, template].flatMap(text => [text, JSON.stringify(text).slice(1, -1)]);
    const forms = [...written, ...secret.split(/\r?\n/), Buffer.from(secret).toString('base64')];
    return [...new Set(forms.map(form => form.trim()))].filter(form => form.length >= SHORTEST_SECRET);
}
function redactor() {
    let secrets = [];
    return {
        add(secret) {
            const all = new Set([...secrets, ...secretForms(secret)]);
            // The longest first: a secret that holds another one is hidden whole.
            secrets = [...all].sort((left, right) => right.length - left.length);
        },
        redact(text) {
            return secrets.reduce((clean, secret) => clean.replaceAll(secret, '***'), text);
        },
    };
}

;// CONCATENATED MODULE: ./src/runner/terminal.ts








/**
 * A person's terminal. The log goes to standard error; outputs go to standard output as `name=value`.
 *
 * @param input gives the raw text of an input, '' when it is not set
 */
function terminalRunner(input) {
    const secrets = redactor();
    const env = process.env;
    return {
        kind: 'terminal',
        env,
        workspace: process.cwd(),
        log: terminalLog(secrets.redact, usesColour()),
        exec: processExec(env),
        http: nodeHttp(),
        resolve: systemResolve,
        files: diskFiles(env.RUNNER_TEMP ?? (0,external_node_os_namespaceObject.tmpdir)()),
        clock: systemClock,
        signal: (0,cancellation/* cancellation */.W)(),
        input,
        mask: secrets.add,
        redact: secrets.redact,
        output: (name, value) => process.stdout.write(`${name}=${secrets.redact(value)}\n`),
        summary: async () => undefined,
        saveState: () => undefined,
        state: () => '',
    };
}
function usesColour() {
    const { NO_COLOR, FORCE_COLOR } = process.env;
    if (NO_COLOR)
        return false;
    return FORCE_COLOR ? FORCE_COLOR !== '0' : process.stderr.isTTY === true;
}
function terminalLog(redact, colour) {
    const style = (format, text) => (colour ? (0,external_node_util_.styleText)(format, text, { validateStream: false }) : text);
    // Once more after the escape sequences are gone: a secret may have had some in its middle.
    const clean = (text) => redact(printable(redact(text)));
    const write = (line) => process.stderr.write(`${clean(line)}\n`);
    const say = (format, word) => (message, place) => process.stderr.write(`${clean(placed(place))}${style(format, `${word}:`)} ${clean(message)}\n`);
    return {
        info: write,
        notice: say('cyan', 'notice'),
        warning: say('yellow', 'warning'),
        error: say('red', 'error'),
        group(title, body) {
            process.stderr.write(`${style('bold', clean(title))}\n`);
            return body();
        },
    };
}
function placed(place) {
    if (place === undefined)
        return '';
    return `${[place.file, place.line, place.column].filter(part => part !== undefined).join(':')}: `;
}
/** Escape sequences of somebody else's text must not reach the terminal; line ends and tabs may. */
function printable(text) {
    return (0,external_node_util_.stripVTControlCharacters)(text).replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}


/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 8321:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(751);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
