export const id = 408;
export const ids = [408,350];
export const modules = {

/***/ 5408:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyCommand: () => (/* binding */ verifyCommand)
});

// EXTERNAL MODULE: ./src/findings/annotations.ts
var annotations = __webpack_require__(4808);
;// CONCATENATED MODULE: ./src/findings/json.ts
/** The report for programs; what is absent is null. Its shape is a promise: fields may be added, none goes or changes. */
function jsonReport({ verdict, findings, chains, summary, unchecked, unbuilt }) {
    const { files, documents, fluxObjects, errors, warnings, notes, milliseconds } = summary;
    const report = {
        verdict,
        findings: findings.map(flat),
        chains: chains.map(({ image, links }) => ({
            image,
            links: links.map(({ from, to, state, rule }) => ({ from: from.title, to: to.title, state, rule })),
        })),
        summary: { files, documents, fluxObjects, errors, warnings, notes, milliseconds },
        unchecked,
        unbuilt,
    };
    return `${JSON.stringify(report, undefined, 2)}\n`;
}
function flat({ rule, severity, file, span, message, found, expected, fix, witness, status }) {
    const { line, column, endLine, endColumn } = span;
    return {
        rule,
        severity,
        file,
        line,
        column,
        endLine,
        endColumn,
        message,
        found: found ?? null,
        expected: expected ?? null,
        fix: fix?.text ?? null,
        witness: witness === undefined ? null : witness.join('\n'),
        status,
    };
}

// EXTERNAL MODULE: ./src/findings/report.ts
var findings_report = __webpack_require__(6226);
// EXTERNAL MODULE: ./src/findings/sarif.ts
var sarif = __webpack_require__(5235);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/findings/verdict.ts
var verdict = __webpack_require__(7167);
;// CONCATENATED MODULE: ./src/findings/workflow-command.ts
/**
 * A line that GitHub's runner takes for an annotation, for those who are no action; the way in which @actions/core writes
 * it. The runner reads lines: nothing in it may end one.
 */
function workflowCommand(kind, message, place) {
    const properties = place === undefined ? [] : propertiesOf(place);
    const shown = properties.map(([name, value]) => `${name}=${property(String(value))}`);
    return `::${kind}${shown.length === 0 ? '' : ` ${shown.join(',')}`}::${data(message)}`;
}
function propertiesOf({ file, line, column, endLine, endColumn }) {
    const all = Object.entries({ file, line, endLine, col: column, endColumn });
    return all.filter(([, value]) => value !== undefined);
}
function data(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function property(text) {
    return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

// EXTERNAL MODULE: ./src/nearest.ts
var nearest = __webpack_require__(7909);
// EXTERNAL MODULE: ./src/version.ts
var version = __webpack_require__(311);
// EXTERNAL MODULE: ./cli/command.ts
var command = __webpack_require__(6314);
;// CONCATENATED MODULE: ./cli/verify.ts










const FORMATS = ['text', 'json', 'sarif', 'github'];
const OPTIONS = [
    {
        name: 'format',
        value: FORMATS.join('|'),
        description: 'For people, for programs, for code scanning, or as annotations of GitHub',
        default: 'text',
    },
    {
        name: 'fail-on',
        value: findings_report/* failOns */.FE.join('|'),
        description: 'What closes the gate; new-errors with --base, errors without',
    },
    {
        name: 'base',
        value: 'REF',
        description: 'Compare with this commit, branch or tag: findings are new, old or fixed',
    },
    {
        name: 'changed-only',
        description: 'With a base: tell only what is new, and what was there before where the change can affect it, which is faster; what it fixes is not told',
    },
    { name: 'rule', value: 'ID', description: 'Only this rule', repeatable: true },
    {
        name: 'flux-version',
        value: 'V',
        description: 'The Flux that the tree is for, such as 2.9; read from the tree unless told',
    },
    {
        name: 'schema-tool',
        value: 'auto|off|TOOL',
        description: 'Who checks the kinds that the tree has no CRD for: flux-schema, or "kubeconform FOLDER"',
        default: 'auto',
    },
    { name: 'schemas', value: 'auto|off', description: 'off checks no object against a schema', default: 'auto' },
    {
        name: 'render',
        value: 'auto|off',
        description: 'off builds no path with kustomize or kubectl and goes by reading the files alone',
        default: 'auto',
    },
    { name: 'cache', value: 'DIR', description: 'Keeps what is expensive in a folder, for the next run' },
    {
        name: 'cluster-facts',
        value: 'FILE',
        description: 'What the cluster holds, as the kubectl command of the action’s README writes it',
    },
    { name: 'registry', value: 'HOST', description: 'What the build pushes to, where no workflow says it; with --image' },
    { name: 'image', value: 'NAME', description: 'An image that is built, below that registry', repeatable: true },
    { name: 'tag-prefix', value: 'P', description: 'The prefix of their tags', default: 'main' },
    { name: 'fix', description: 'Apply the fixes that are certain, and show what they change' },
];
const verifyCommand = {
    options: OPTIONS,
    help: () => (0,command/* helpText */.BK)('fluxgate verify [DIR] [OPTIONS]', 'Proves that Flux elects, writes back and deploys what the build pushes. Exit code 0 when the gate is open, 1 when it is closed, 2 for a wrong command line or configuration.', OPTIONS, [
        'fluxgate verify',
        'fluxgate verify --base main --fail-on new-errors',
        'fluxgate verify deploy --format sarif > report.sarif',
    ]),
    async run(args, { runner, print, screen }) {
        const given = (0,command/* parseArguments */.We)(args, OPTIONS, 1);
        const format = wordOf(given, 'format', FORMATS) ?? 'text';
        const { fixTree, parseSchemaTool, ruleMarkdown, rules, verifyTree } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(856), __webpack_require__.e(243), __webpack_require__.e(725), __webpack_require__.e(659), __webpack_require__.e(609), __webpack_require__.e(687), __webpack_require__.e(57), __webpack_require__.e(647), __webpack_require__.e(435), __webpack_require__.e(413), __webpack_require__.e(714), __webpack_require__.e(965), __webpack_require__.e(597), __webpack_require__.e(368)]).then(__webpack_require__.bind(__webpack_require__, 4368));
        const path = given.positionals[0] ?? '.';
        const report = await verifyTree({
            path,
            failOn: wordOf(given, 'fail-on', findings_report/* failOns */.FE),
            base: given.get('base'),
            fluxMinor: fluxMinor(given.get('flux-version')),
            stated: statedBuilds(given),
            schemaTool: wordOf(given, 'schemas', ['auto', 'off']) === 'off'
                ? undefined
                : parseSchemaTool(given.get('schema-tool') ?? ''),
            clusterFacts: given.get('cluster-facts'),
            ruleIds: ruleIds(given.all('rule'), rules.map(rule => rule.id)),
            changedOnly: given.get('changed-only') === 'true',
            render: wordOf(given, 'render', ['auto', 'off']) !== 'off',
            cache: given.get('cache'),
        }, runner);
        if (given.get('fix') === 'true') {
            const { diff, left } = await fixTree(path, report, runner);
            print(diff === '' ? 'Nothing here has a fix that is certain\n' : diff);
            if (diff !== '')
                runner.log.info(`Applied; ${left} ${left === 1 ? 'finding is' : 'findings are'} left. Run it again to see them`);
            return left === 0 ? 0 : report.verdict === 'pass' ? 0 : 1;
        }
        print(shown(report, format, screen, () => rules.map(rule => ({ ...rule, markdown: ruleMarkdown(rule) }))));
        return report.verdict === 'pass' ? 0 : 1;
    },
};
function statedBuilds(given) {
    const registry = given.get('registry');
    const images = given.all('image');
    if (registry === undefined && images.length === 0)
        return undefined;
    if (registry === undefined || images.length === 0)
        throw (0,command/* wrongUsage */.xY)('options --registry and --image go together');
    return { registry, images, insecure: undefined, tagPrefix: given.get('tag-prefix') ?? 'main' };
}
function shown(report, format, screen, sarifRules) {
    switch (format) {
        case 'text':
            return (0,findings_text/* textReport */.M)(report, screen);
        case 'json':
            return jsonReport(report);
        case 'sarif':
            return (0,sarif/* sarifReport */._)(report, sarifRules(), { version: version/* version */.r });
        case 'github':
            return workflowCommands(report);
    }
}
/** As many annotations as GitHub shows, and how many more there are. */
function workflowCommands(report) {
    const lines = [];
    const say = (kind) => (message, place) => void lines.push(workflowCommand(kind, message, place));
    (0,annotations/* annotate */.f)(report, {
        error: say('error'),
        warning: say('warning'),
        notice: say('notice'),
        info: line => void lines.push(line),
    });
    return [...lines, (0,verdict/* verdictSentence */.BT)(report), ''].join('\n');
}
function wordOf(given, name, words) {
    const value = given.get(name);
    const word = words.find(known => known === value);
    if (value !== undefined && word === undefined)
        throw (0,command/* wrongUsage */.xY)(`option --${name} is "${value}": expected one of ${words.join(', ')}`);
    return word;
}
function ruleIds(wanted, known) {
    for (const id of wanted) {
        if (known.includes(id))
            continue;
        const meant = (0,nearest/* nearest */.p)(id, known);
        throw (0,command/* wrongUsage */.xY)(`option --rule names no rule: "${id}"`, meant === undefined ? 'See docs/rules.md' : `Did you mean "${meant}"?`);
    }
    return wanted.length === 0 ? undefined : wanted;
}
function fluxMinor(text) {
    if (text === undefined)
        return undefined;
    const minor = /^v?2\.([0-9]{1,2})(?:\.[0-9]+)?$/.exec(text)?.[1];
    if (minor === undefined)
        throw (0,command/* wrongUsage */.xY)(`option --flux-version is "${text}": expected a version such as 2.9`);
    return Number(minor);
}


/***/ }),

/***/ 4808:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ annotate)
/* harmony export */ });
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5260);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4879);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7167);



/** GitHub shows so many annotations of a kind of one step, and drops the rest without a word. */
const MOST = 10;
const LONGEST = 4_000;
/**
 * Says the findings at their places: of each severity at most ten, the new ones first, and in one line how many more there
 * are. Fixed ones have no place any more.
 *
 * @param root the folder that the report's files are relative to, from the root of the repository; '' for that itself
 */
function annotate({ findings }, log, root = '') {
    const say = { error: log.error, warning: log.warning, note: log.notice };
    const left = [];
    for (const severity of _finding_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .g) {
        const all = ['new', 'old'].flatMap(status => findings.filter(finding => finding.severity === severity && finding.status === status));
        for (const finding of all.slice(0, MOST)) {
            const file = root === '' ? finding.file : `${root}/${finding.file}`;
            say[severity](annotationOf(finding), { file, ...extent(finding.span) });
        }
        if (all.length > MOST)
            left.push((0,_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(all.length - MOST, severity));
    }
    if (left.length > 0)
        log.info(`Not annotated, as GitHub shows ten of a kind: ${left.join(', ')} more`);
}
/** Columns mean something on one line only: the runner drops them otherwise, with a complaint. */
function extent({ line, column, endLine, endColumn }) {
    return line === endLine ? { line, column, endLine, endColumn } : { line, endLine };
}
function annotationOf({ rule, message, found, expected, fix, witness = [] }) {
    const lines = [
        `${(0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printableLine */ .oy)(message)} (${rule})`,
        ...(found === undefined ? [] : [`found: ${found}`]),
        ...(expected === undefined ? [] : [`expected: ${expected}`]),
        ...(fix === undefined ? [] : fixLines(fix.text)),
        ...(witness.length === 0 ? [] : ['witness:', ...witness.map(line => `  ${line}`)]),
    ];
    return (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)((0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(lines.join('\n')), LONGEST);
}
/** Lines that belong together stand below one another. */
function fixLines(fix) {
    const lines = fix.replace(/\n+$/, '').split('\n');
    return lines.length === 1 ? [`fix: ${fix}`] : ['fix:', ...lines.map(line => `  ${line}`)];
}


/***/ }),

/***/ 2438:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ faultOf)
/* harmony export */ });
/**
 * What a finding says, apart from where it stands: two that say the same of a file are the same fault, however its lines
 * have shifted. What was found is part of it: another fault in the same place is another fault.
 */
function faultOf({ rule, message, found }) {
    return JSON.stringify([rule, withoutLines(message), (found ?? '').replace(/\s+/g, ' ').trim()]);
}
/** Messages name places, `a.yaml:7` or `line 7`, which shift like the finding's own. */
function withoutLines(message) {
    return message
        .replace(/\.(ya?ml|json)(?::\d+)+/gi, '.$1:')
        .replace(/\b(lines?) \d+(?:(?: ?(?:,|and|to|–|-) ?)\d+)*/gi, '$1');
}


/***/ }),

/***/ 4879:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ compareFindings),
/* harmony export */   g: () => (/* binding */ severities)
/* harmony export */ });
const severities = ['error', 'warning', 'note'];
/** By file, place and rule, so that two runs give the same text. */
function compareFindings(left, right) {
    return (compareText(left.file, right.file) ||
        left.span.line - right.span.line ||
        left.span.column - right.span.column ||
        compareText(left.rule, right.rule) ||
        compareText(left.message, right.message));
}
function compareText(left, right) {
    return left < right ? -1 : left > right ? 1 : 0;
}


/***/ }),

/***/ 6226:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FE: () => (/* binding */ failOns),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   pq: () => (/* binding */ countOf)
/* harmony export */ });
const failOns = ['new-errors', 'errors', 'warnings', 'never'];
/** Whether the findings close the gate. What is fixed never does. */
function verdictOf(findings, failOn) {
    return findings.some(finding => closes(finding, failOn)) ? 'fail' : 'pass';
}
/** What there is of a severity, fixed findings left out; only of a status when one is given. */
function countOf(findings, severity, status) {
    return findings.filter(finding => finding.severity === severity &&
        finding.status !== 'fixed' &&
        (status === undefined || finding.status === status)).length;
}
function closes({ severity, status }, failOn) {
    if (status === 'fixed')
        return false;
    switch (failOn) {
        case 'new-errors':
            return severity === 'error' && status === 'new';
        case 'errors':
            return severity === 'error';
        case 'warnings':
            return severity === 'error' || severity === 'warning';
        case 'never':
            return false;
    }
}


/***/ }),

/***/ 5235:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ sarifReport)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5260);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2438);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4879);




/** GitHub shows so many results of a run and no more. */
const MOST_RESULTS = 5_000;
const LEVELS = { error: 'error', warning: 'warning', note: 'note' };
/**
 * The report as SARIF 2.1.0 for GitHub's code scanning. Fixed findings are left out: a result closes when it is missing.
 *
 * @param version of fluxgate
 * @param root the folder that the report's files are relative to, from the root of the repository; '' for that itself
 */
function sarifReport({ findings }, rules, { version, root = '' }) {
    const present = findings.filter(finding => finding.status !== 'fixed');
    const shown = mostSevere(present);
    const seen = new Map();
    const log = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: { name: 'fluxgate', semanticVersion: version, rules: rules.map(descriptorOf) },
                },
                columnKind: 'utf16CodeUnits',
                originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository' } } },
                invocations: [
                    { executionSuccessful: true, toolExecutionNotifications: leftOut(present.length - shown.length) },
                ],
                results: shown.map(finding => resultOf(finding, rules, root, seen)),
            },
        ],
    };
    return `${JSON.stringify(log, undefined, 2)}\n`;
}
function descriptorOf({ id, severity, summary, markdown }) {
    return {
        id,
        shortDescription: { text: summary },
        fullDescription: { text: summary },
        help: { text: markdown, markdown },
        defaultConfiguration: { level: LEVELS[severity] },
        properties: { tags: ['gitops', 'flux'], precision: 'very-high', 'problem.severity': gravityOf(severity) },
    };
}
/** The word of code scanning for a severity. */
function gravityOf(severity) {
    return severity === 'note' ? 'recommendation' : severity;
}
function resultOf(finding, rules, root, seen) {
    const { rule, severity, file, span } = finding;
    const ruleIndex = rules.findIndex(known => known.id === rule);
    return {
        ruleId: rule,
        ...(ruleIndex < 0 ? {} : { ruleIndex }),
        level: LEVELS[severity],
        message: { text: messageOf(finding) },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: { uri: uriOf(root === '' ? file : `${root}/${file}`), uriBaseId: '%SRCROOT%' },
                    region: {
                        startLine: span.line,
                        startColumn: span.column,
                        endLine: span.endLine,
                        endColumn: span.endColumn,
                    },
                },
            },
        ],
        partialFingerprints: { primaryLocationLineHash: fingerprintOf(finding, seen) },
    };
}
/** Brackets before parentheses would be a link, which somebody else's text must not make. */
function messageOf({ message, found, expected, fix, witness = [] }) {
    return (0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)([
        message,
        ...(found === undefined ? [] : [`Found: ${found}`]),
        ...(expected === undefined ? [] : [`Expected: ${expected}`]),
        ...(fix === undefined ? [] : [`Fix: ${fix.text}`]),
        ...(witness.length === 0 ? [] : ['Witness:', ...witness.map(line => `- ${line}`)]),
    ].join('\n')).replaceAll('](', '] (');
}
/** A path as a relative URI: every part encoded, so that none reads as a scheme, a query or a way up. */
function uriOf(path) {
    return path
        .split('/')
        .map(part => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')))
        .join('/');
}
/**
 * The same for the same fault however its lines shift, in the form that code scanning expects: a hash, and which of
 * the equal ones of a file it is.
 */
function fingerprintOf(finding, seen) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update((0,_fault_js__WEBPACK_IMPORTED_MODULE_2__/* .faultOf */ .K)(finding)).digest('hex').slice(0, 16);
    const key = JSON.stringify([finding.file, hash]);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${hash}:${count}`;
}
function mostSevere(findings) {
    if (findings.length <= MOST_RESULTS)
        return findings;
    return _finding_js__WEBPACK_IMPORTED_MODULE_3__/* .severities */ .g
        .flatMap(severity => findings.filter(finding => finding.severity === severity))
        .slice(0, MOST_RESULTS);
}
function leftOut(count) {
    if (count === 0)
        return [];
    return [{ level: 'warning', message: { text: `${count} more findings are left out, the least severe first` } }];
}


/***/ }),

/***/ 4087:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ textReport)
/* harmony export */ });
/* unused harmony export SIGNS */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _grouped_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5485);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5260);
/* harmony import */ var _wrapped_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9770);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7167);





/** The signs of links, in text and in Markdown. */
const SIGNS = { proven: '✓', broken: '✗', unknown: '?' };
const STATE_STYLES = { proven: 'green', broken: 'red', unknown: 'yellow' };
const STYLES = { error: 'red', warning: 'yellow', note: 'cyan' };
/** A text is cut where it is longer: nobody reads on, and it must not push everything else off the screen. */
const LONGEST = 2_000;
const MOST_LINES = 40;
/** The report for people: findings by file, the chains, the verdict last. Ends with a line end. */
function textReport(report, { colour, width }) {
    const paint = (style, text) => (colour ? (0,node_util__WEBPACK_IMPORTED_MODULE_0__.styleText)(style, text, { validateStream: false }) : text);
    const lines = (text, indent) => {
        const whole = (0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(text, LONGEST);
        return width === undefined ? [whole] : (0,_wrapped_js__WEBPACK_IMPORTED_MODULE_2__/* .wrapped */ .k)(whole, width, indent);
    };
    const present = report.findings.filter(finding => finding.status !== 'fixed');
    const files = (0,_grouped_js__WEBPACK_IMPORTED_MODULE_3__/* .grouped */ .z)(present, finding => finding.file);
    const compared = report.base !== undefined;
    const good = report.verdict === 'pass';
    return [
        ...[...files].flatMap(([file, findings]) => [
            paint(['bold', 'underline'], (0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printableLine */ .oy)(file)),
            ...findings.flatMap(finding => findingLines(finding, compared, paint, lines)),
            '',
        ]),
        ...(report.chains.length === 0 ? [] : [paint('bold', 'Delivery chains')]),
        ...report.chains.flatMap(chain => chainLines(chain, paint, lines)),
        ...(report.chains.length === 0 ? [] : ['']),
        ...(0,_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .remarks */ .IW)(report)
            .flatMap(remark => lines((0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printableLine */ .oy)(remark), 2))
            .map(line => paint('dim', line)),
        ...lines(`${good ? '✓' : '✗'} ${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .verdictSentence */ .BT)(report)}`, 2).map(line => paint(['bold', good ? 'green' : 'red'], line)),
        '',
    ].join('\n');
}
/** `line:column severity rule message`, and what belongs to it below, indented. */
function findingLines(finding, compared, paint, lines) {
    const { span, severity, rule, message, found, expected, fix, witness = [], status } = finding;
    const place = `${span.line}:${span.column}`;
    const known = compared && status === 'old' ? ' (old)' : '';
    const [first = '', ...more] = lines(`  ${place} ${severity} ${rule} ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printableLine */ .oy)(message)}${known}`, 4);
    const head = `  ${place} ${severity} ${rule}`;
    return [
        first.startsWith(head)
            ? `  ${paint('dim', place)} ${paint(STYLES[severity], severity)} ${paint('bold', rule)}${first.slice(head.length)}`
            : first,
        ...more,
        ...detail('found', found, paint),
        ...detail('expected', expected, paint),
        ...detail('fix', fix?.text, paint),
        ...detail('witness', witness.length === 0 ? undefined : witness.join('\n'), paint),
    ];
}
/** A name and a text of one or several lines, which stand below one another so that they can be copied. */
function detail(name, text, paint) {
    if (text === undefined)
        return [];
    const all = (0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(text)
        .replace(/\n+$/, '')
        .split(/[\n\u2028\u2029]/);
    const shown = all.slice(0, MOST_LINES).map(line => (0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(line, LONGEST));
    const cut = all.length > MOST_LINES ? [`… and ${all.length - MOST_LINES} more lines`] : [];
    return [...shown, ...cut].map((line, index) => `      ${paint('dim', (index === 0 ? name : '').padEnd(9))} ${line}`);
}
function chainLines({ image, links }, paint, lines) {
    return [`  ${paint('bold', (0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printableLine */ .oy)(image))}`, ...links.flatMap(link => linkLines(link, paint, lines))];
}
function linkLines({ from, to, state, rule, why }, paint, lines) {
    const reason = why === null ? '' : `: ${rule === null ? '' : `${rule}, `}${why}`;
    const sign = SIGNS[state];
    const [first = '', ...more] = lines(`    ${sign} ${(0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printableLine */ .oy)(`${from.title} → ${to.title}${reason}`)}`, 8);
    return [first.replace(sign, () => paint(STATE_STYLES[state], sign)), ...more];
}


/***/ }),

/***/ 7167:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BT: () => (/* binding */ verdictSentence),
/* harmony export */   IW: () => (/* binding */ remarks),
/* harmony export */   LS: () => (/* binding */ plural)
/* harmony export */ });
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6226);

/** The verdict with its reason in one sentence, without a full stop. It holds nothing from the tree. */
function verdictSentence({ verdict, findings, base, summary }) {
    const gate = verdict === 'fail' ? 'The gate is closed' : 'The gate is open';
    if (base === undefined) {
        const found = counts(findings);
        // Whoever names the wrong folder must not take the silence for praise.
        if (found === '' && summary.fluxObjects === 0)
            return `${gate}, but nothing of Flux is here`;
        return `${gate}: ${found || 'nothing was found'}`;
    }
    const remaining = counts(findings, 'old');
    const fixed = findings.filter(finding => finding.status === 'fixed').length;
    return [
        `${gate}: this change brings ${counts(findings, 'new') || 'nothing new'}`,
        ...(fixed === 0 ? [] : [`it fixes ${fixed}`]),
        ...(remaining === '' ? [] : [`${remaining} ${remains(findings)} from before`]),
    ].join('; ');
}
/** What the sentence leaves open: what it was compared with, which Flux, what went unchecked. May hold texts of the tree. */
function remarks({ base, flux, unchecked, unbuilt, failOn, summary, affected, }) {
    const named = unchecked.slice(0, 10).join(', ');
    return [
        `${plural(summary.files, 'file')}, ${plural(summary.documents, 'document')}, ${seconds(summary.milliseconds)}`,
        ...(summary.fluxObjects > 0
            ? []
            : [
                summary.documents === 0
                    ? 'no Kubernetes manifest is here: give the folder that holds the Flux repository'
                    : 'no object of Flux is here, such as a Kustomization of kustomize.toolkit.fluxcd.io: no delivery was proven. Give the root of the Flux repository',
            ]),
        ...(affected === undefined
            ? []
            : [
                `told: what is new anywhere, and what was there before in the ${plural(affected, 'file')} that the change can affect`,
            ]),
        `fail-on: ${failOn}; ${base === undefined ? 'compared with nothing, all counts as new' : `compared with ${baseName(base)}`}`,
        `for Flux 2.${flux.minor}, ${flux.from === undefined ? 'the newest known, as nothing here says which' : `as ${flux.from} says`}`,
        ...(unchecked.length === 0
            ? []
            : [
                `without a schema, so their fields went unchecked: ${named}${unchecked.length > 10 ? `, and ${unchecked.length - 10} more` : ''}`,
            ]),
        ...(unbuilt.length === 0
            ? []
            : [`read and not built, so what patches and generators make is not known: ${shortened(unbuilt)}`]),
    ];
}
/** The first few, and how many there are besides. */
function shortened(texts) {
    return `${texts.slice(0, 3).join('; ')}${texts.length > 3 ? `; and ${texts.length - 3} more` : ''}`;
}
/** `1 error`, `2 errors`. */
function plural(count, word) {
    return `${count} ${word}${count === 1 ? '' : 's'}`;
}
function counts(findings, status) {
    const words = ['error', 'warning', 'note'].flatMap(severity => {
        const count = (0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .countOf */ .pq)(findings, severity, status);
        return count === 0 ? [] : [plural(count, severity)];
    });
    const last = words.pop();
    return words.length === 0 ? (last ?? '') : `${words.join(', ')} and ${last}`;
}
function remains(findings) {
    return findings.filter(finding => finding.status === 'old').length === 1 ? 'remains' : 'remain';
}
function baseName({ commit, ref }) {
    return ref === undefined ? commit.slice(0, 12) : `${ref} (${commit.slice(0, 12)})`;
}
function seconds(milliseconds) {
    return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}


/***/ }),

/***/ 5485:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ grouped)
/* harmony export */ });
/** The values under their keys, in the order in which they come. */
function grouped(values, keyOf) {
    const groups = new Map();
    for (const value of values) {
        const key = keyOf(value);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [value]);
        else
            group.push(value);
    }
    return groups;
}


/***/ })

};
