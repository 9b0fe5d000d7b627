export const id = 875;
export const ids = [875];
export const modules = {

/***/ 3875:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tagCommand: () => (/* binding */ tagCommand)
/* harmony export */ });
/* harmony import */ var _src_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _src_git_commits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9102);
/* harmony import */ var _src_git_repository_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5986);
/* harmony import */ var _src_image_tag_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9241);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6314);





const OPTIONS = [
    { name: 'sha', value: 'SHA', description: 'The full commit; the one that is checked out unless told' },
    { name: 'now', value: 'SECONDS', description: 'Unix seconds; the clock unless told' },
    { name: 'prefix', value: 'P', description: 'The prefix', default: 'main' },
];
const tagCommand = {
    options: OPTIONS,
    help: () => (0,_command_js__WEBPACK_IMPORTED_MODULE_4__/* .helpText */ .BK)('fluxgate tag [--sha SHA] [--now SECONDS] [--prefix P]', 'Prints <prefix>-<sha7>-<unix seconds>.', OPTIONS, ['fluxgate tag', 'fluxgate tag --prefix develop --sha "$GITHUB_SHA"']),
    async run(args, { runner, print }) {
        const given = (0,_command_js__WEBPACK_IMPORTED_MODULE_4__/* .parseArguments */ .We)(args, OPTIONS);
        const now = given.get('now');
        if (now !== undefined && !/^[0-9]+$/.test(now)) {
            throw (0,_command_js__WEBPACK_IMPORTED_MODULE_4__/* .wrongUsage */ .xY)(`option --now is ${JSON.stringify(now)}: expected unix seconds`);
        }
        const seconds = now === undefined ? Math.floor(runner.clock.now() / 1000) : Number(now);
        const sha = given.get('sha') ?? (await (0,_src_git_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .headCommit */ .Q)((0,_src_git_repository_js__WEBPACK_IMPORTED_MODULE_2__/* .openGit */ .z)(runner.exec, runner.workspace, runner.env)))?.sha;
        if (sha === undefined) {
            throw new _src_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('there is no git commit here to name the tag after', {
                next: 'Commit first, or give one with --sha',
            });
        }
        print(`${(0,_src_image_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .printTag */ .O4)((0,_src_image_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .buildTag */ .NQ)(given.get('prefix') ?? 'main', sha, seconds))}\n`);
    },
};


/***/ }),

/***/ 9102:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ headCommit),
/* harmony export */   f: () => (/* binding */ changesOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5986);


const FORMAT = '%H%x1f%ct%x1f%an%x1f%ae%x1f%s';
/**
 * The commit that is checked out, or undefined outside of a repository and in one without commits.
 *
 * @throws UserError when git will not read the repository, as it belongs to another user
 */
async function headCommit(git) {
    try {
        return parseCommit((await git.run('log', '-1', `--format=${FORMAT}`, 'HEAD')).trimEnd());
    }
    catch (error) {
        if (!(error instanceof _repository_js__WEBPACK_IMPORTED_MODULE_1__/* .GitFailure */ .X))
            throw error;
        const folder = /dubious ownership in repository at '(.*)'/.exec(error.message)?.[1];
        if (folder === undefined)
            return undefined;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`git does not read the repository at ${folder}: it belongs to another user`, {
            next: `If it is to be trusted: git config --global --add safe.directory '${folder}'`,
        });
    }
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
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ GitFailure),
/* harmony export */   z: () => (/* binding */ openGit)
/* harmony export */ });
/** A git command that failed; its message is git's own reason. */
class GitFailure extends Error {
    name = 'GitFailure';
}
/**
 * The options keep git's output the same whatever the user's configuration says. The last two keep git from running what a
 * folder that looks like a bare repository would have it run.
 */
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
    'core.fsmonitor=false',
    'safe.bareRepository=explicit',
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


/***/ })

};
