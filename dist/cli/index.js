#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 751:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _src_runner_finish_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8943);
/* harmony import */ var _src_runner_terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2752);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8427);



const values = new Map();
const runner = (0,_src_runner_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .terminalRunner */ .b)(name => values.get(name) ?? '');
process.exitCode = await (0,_src_runner_finish_js__WEBPACK_IMPORTED_MODULE_0__/* .finish */ .O)(runner, () => (0,_run_js__WEBPACK_IMPORTED_MODULE_2__/* .run */ .e)(process.argv.slice(2), { runner, values, print: text => process.stdout.write(text) }));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 8427:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./src/nearest.ts
var nearest = __nccwpck_require__(7909);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __nccwpck_require__(3916);
;// CONCATENATED MODULE: ./cli/action-inputs.ts
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
};

;// CONCATENATED MODULE: ./cli/command.ts


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
        if (equals < 0 && option.value !== undefined && args[at + 1] === undefined) {
            throw wrongUsage(`option --${name} wants a value: --${name} ${option.value}`);
        }
        if (equals < 0 && option.value !== undefined)
            at += 1;
        const value = equals >= 0 ? written.slice(equals + 1) : option.value === undefined ? 'true' : (args[at] ?? '');
        given.set(name, [...before, value]);
    }
    return { get: name => given.get(name)?.[0], all: name => given.get(name) ?? [], positionals: free };
}
/** A command line that cannot be understood; the exit code is 2. */
function wrongUsage(message, next = 'See --help') {
    return new errors/* UserError */.yo(message, { next, usage: true });
}
function unknownOption(name, options) {
    const meant = (0,nearest/* nearest */.p)(name, options.map(option => option.name));
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

;// CONCATENATED MODULE: ./cli/build-push.ts



/** Secrets come from the environment: arguments are seen by everybody on the machine. */
const PASSWORD_VARIABLE = 'FLUXGATE_PASSWORD';
const INPUTS = ACTION_INPUTS['build-push'];
const OPTIONS = INPUTS.filter(input => input.name !== 'password').map(input => {
    const truth = input.default === 'true' || input.default === 'false';
    return {
        name: input.name,
        description: input.description,
        ...(truth && input.default === 'false' && !['provenance', 'sbom'].includes(input.name) ? {} : { value: 'VALUE' }),
        ...(input.default === '' ? {} : { default: input.default }),
    };
});
const buildPushCommand = {
    name: 'build-push',
    summary: 'Build images and push all of them under one sortable tag',
    help: () => helpText('fluxgate build-push --registry HOST[:PORT] --images @FILE [OPTIONS]', `Builds images with docker buildx and pushes them under one tag. The password comes from ${PASSWORD_VARIABLE}. A value @FILE is read from the file.`, OPTIONS, [
        'fluxgate build-push --registry 192.168.0.40:5000 --insecure --images @images.yaml --dry-run',
        `${PASSWORD_VARIABLE}=… fluxgate build-push --registry ghcr.io --username me --images "- name: me/app"`,
    ]),
    async run(args, { runner, values }) {
        if (args.some(arg => /^--password(?:=|$)/.test(arg))) {
            throw wrongUsage('the password is not taken as an argument, where everybody on the machine can read it', `Put it into the environment variable ${PASSWORD_VARIABLE}`);
        }
        const given = parseArguments(args, OPTIONS);
        for (const { name, default: standard } of INPUTS) {
            const value = given.get(name) ?? standard;
            values.set(name, value.startsWith('@') ? await readValue(value.slice(1), name, runner) : value);
        }
        values.set('password', runner.env[PASSWORD_VARIABLE] ?? '');
        const { main } = await Promise.all(/* import() */[__nccwpck_require__.e(109), __nccwpck_require__.e(262)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8262));
        await main(runner);
    },
};
async function readValue(path, option, runner) {
    const text = await runner.files.readText(path);
    if (text === undefined)
        throw new errors/* UserError */.yo(`option --${option}: the file ${path} does not exist`);
    return text;
}

// EXTERNAL MODULE: ./src/git/commits.ts
var commits = __nccwpck_require__(9102);
// EXTERNAL MODULE: ./src/git/repository.ts
var repository = __nccwpck_require__(5986);
// EXTERNAL MODULE: ./src/image/tag.ts
var tag = __nccwpck_require__(9241);
;// CONCATENATED MODULE: ./cli/tag.ts





const tag_OPTIONS = [
    { name: 'sha', value: 'SHA', description: 'The full commit; the one that is checked out unless told' },
    { name: 'now', value: 'SECONDS', description: 'Unix seconds; the clock unless told' },
    { name: 'prefix', value: 'P', description: 'The prefix', default: 'main' },
];
const tagCommand = {
    name: 'tag',
    summary: 'Print the tag of a build and nothing else',
    help: () => helpText('fluxgate tag [--sha SHA] [--now SECONDS] [--prefix P]', 'Prints <prefix>-<sha7>-<unix seconds>.', tag_OPTIONS, ['fluxgate tag', 'fluxgate tag --prefix develop --sha "$GITHUB_SHA"']),
    async run(args, { runner, print }) {
        const given = parseArguments(args, tag_OPTIONS);
        const now = given.get('now');
        if (now !== undefined && !/^[0-9]+$/.test(now)) {
            throw wrongUsage(`option --now is ${JSON.stringify(now)}: expected unix seconds`);
        }
        const seconds = now === undefined ? Math.floor(runner.clock.now() / 1000) : Number(now);
        const sha = given.get('sha') ?? (await (0,commits/* headCommit */.Q)((0,repository/* openGit */.z)(runner.exec, runner.workspace, runner.env)))?.sha;
        if (sha === undefined) {
            throw new errors/* UserError */.yo('there is no git commit here to name the tag after', { next: 'Give one with --sha' });
        }
        print(`${(0,tag/* printTag */.O4)((0,tag/* buildTag */.NQ)(given.get('prefix') ?? 'main', sha, seconds))}\n`);
    },
};

;// CONCATENATED MODULE: ./cli/run.ts




const COMMANDS = [buildPushCommand, tagCommand];
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
    const command = COMMANDS.find(known => known.name === name);
    if (command === undefined) {
        const meant = (0,nearest/* nearest */.p)(name, COMMANDS.map(known => known.name));
        const hint = meant === undefined ? 'See fluxgate --help' : `Did you mean "${meant}"?`;
        throw wrongUsage(`unknown command "${name}"`, hint);
    }
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

/***/ 9102:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ headCommit),
/* harmony export */   f: () => (/* binding */ changesOf)
/* harmony export */ });
const FORMAT = '%H%x1f%ct%x1f%an%x1f%ae%x1f%s';
/** The commit that is checked out, or undefined outside of a repository and in one without commits. */
async function headCommit(git) {
    const line = await git.ask('log', '-1', `--format=${FORMAT}`, 'HEAD');
    return line === undefined ? undefined : parseCommit(line.trimEnd());
}
/**
 * The commits of a revision range, newest first, each with its changes against its first parent.
 *
 * @param range what `git log` takes, such as `-1 HEAD` or `A..B`
 */
async function changesOf(git, ...range) {
    const output = await git.run('log', '--first-parent', '-m', '-p', '-U0', '--no-renames', '--no-ext-diff', '--no-textconv', '--src-prefix=a/', '--dst-prefix=b/', `--format=%x00${FORMAT}`, ...range);
    return (output
        // A text may have zero bytes too.
        .split(/\0(?=[0-9a-f]{40,64}\x1f[0-9]+\x1f)/)
        .slice(1)
        .flatMap(part => {
        const end = part.indexOf('\n');
        const commit = parseCommit(end < 0 ? part : part.slice(0, end));
        return commit === undefined ? [] : [{ ...commit, files: end < 0 ? [] : parsePatch(part.slice(end + 1)) }];
    }));
}
function parseCommit(line) {
    const [sha, seconds, name, email, subject] = line.split('\x1f');
    if (sha === undefined || seconds === undefined)
        return undefined;
    return { sha, seconds: Number(seconds), author: { name: name ?? '', email: email ?? '' }, subject: subject ?? '' };
}
/** The files of a patch without context lines. Lines inside a hunk are counted, so none can pass for a header. */
function parsePatch(patch) {
    const files = [];
    let left = 0;
    for (const line of patch.split('\n')) {
        const file = files.at(-1);
        if (left > 0) {
            if (line.startsWith('+') || line.startsWith('-')) {
                file?.lines.push(line.slice(1));
                left -= 1;
            }
            continue;
        }
        const hunk = /^@@ -[0-9]+(?:,([0-9]+))? \+[0-9]+(?:,([0-9]+))? @@/.exec(line);
        if (hunk !== null)
            left = Number(hunk[1] ?? 1) + Number(hunk[2] ?? 1);
        else if (line.startsWith('diff --git '))
            files.push({ path: diffPath(line), lines: [], more: false });
        else if (/^(?:old mode|new file|deleted file|Binary files|GIT binary patch)/.test(line) && file)
            file.more = true;
    }
    return files;
}
/** The path in `diff --git a/P b/P`: both halves are the same, as renames are not followed. */
function diffPath(line) {
    const rest = line.slice('diff --git '.length);
    const quoted = /^"a\/((?:[^"\\]|\\.)*)"/.exec(rest)?.[1];
    if (quoted !== undefined)
        return unquote(quoted);
    return rest.slice('a/'.length, (rest.length - 1) / 2);
}
const ESCAPES = { a: '\x07', b: '\b', t: '\t', n: '\n', v: '\v', f: '\f', r: '\r' };
/** A path as git quotes it: characters by letter or by their octal number. */
function unquote(quoted) {
    return quoted.replace(/\\(?:([0-7]{3})|(.))/g, (_, octal, letter) => octal === undefined ? (ESCAPES[letter ?? ''] ?? letter ?? '') : String.fromCharCode(Number.parseInt(octal, 8)));
}


/***/ }),

/***/ 5986:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3916);

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
        () => killGroup(child.pid));
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
function killGroup(leader) {
    try {
        if (leader !== undefined)
            process.kill(-leader, 'SIGKILL');
    }
    catch {
        // It has ended by itself.
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
