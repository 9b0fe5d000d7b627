export const id = 72;
export const ids = [72];
export const modules = {

/***/ 7072:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyCommand: () => (/* binding */ verifyCommand)
});

;// CONCATENATED MODULE: ./src/findings/json.ts
/** The report for programs; what is absent is null. Its shape is a promise: fields may be added, none goes or changes. */
function jsonReport({ verdict, findings, chains, summary }) {
    const { files, documents, errors, warnings, notes, milliseconds } = summary;
    const report = {
        verdict,
        findings: findings.map(flat),
        chains: chains.map(({ image, links }) => ({
            image,
            links: links.map(({ from, to, state, rule }) => ({ from: from.title, to: to.title, state, rule })),
        })),
        summary: { files, documents, errors, warnings, notes, milliseconds },
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
// EXTERNAL MODULE: ./src/nearest.ts
var nearest = __webpack_require__(7909);
;// CONCATENATED MODULE: ./src/version.ts
/** The version of fluxgate, as in package.json; a test holds the two together. */
const version = '0.1.0';

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
    { name: 'rule', value: 'ID', description: 'Only this rule', repeatable: true },
    {
        name: 'flux-version',
        value: 'V',
        description: 'The Flux that the tree is for, such as 2.9; read from the tree unless told',
    },
];
const verifyCommand = {
    help: () => (0,command/* helpText */.BK)('fluxgate verify [DIR] [OPTIONS]', 'Proves that Flux elects, writes back and deploys what the build pushes. Exit code 0 when the gate is open, 1 when it is closed, 2 for a wrong command line or configuration.', OPTIONS, [
        'fluxgate verify',
        'fluxgate verify --base main --fail-on new-errors',
        'fluxgate verify deploy --format sarif > report.sarif',
    ]),
    async run(args, { runner, print }) {
        const given = (0,command/* parseArguments */.We)(args, OPTIONS, 1);
        const format = wordOf(given, 'format', FORMATS) ?? 'text';
        const { rules, verifyTree } = await Promise.all(/* import() */[__webpack_require__.e(366), __webpack_require__.e(659), __webpack_require__.e(526), __webpack_require__.e(981), __webpack_require__.e(872), __webpack_require__.e(75)]).then(__webpack_require__.bind(__webpack_require__, 4075));
        const report = await verifyTree({
            path: given.positionals[0] ?? '.',
            failOn: wordOf(given, 'fail-on', findings_report/* failOns */.FE),
            base: given.get('base'),
            fluxMinor: fluxMinor(given.get('flux-version')),
            ruleIds: ruleIds(given.all('rule'), rules.map(rule => rule.id)),
        }, runner);
        print(format === 'json'
            ? jsonReport(report)
            : (0,sarif/* sarifReport */._)(report, rules.map(rule => ({ ...rule, markdown: rule.summary })), { version: version }));
        return report.verdict === 'pass' ? 0 : 1;
    },
};
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


/***/ })

};
