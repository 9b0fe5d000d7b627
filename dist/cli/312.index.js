export const id = 312;
export const ids = [312];
export const modules = {

/***/ 312:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   explainCommand: () => (/* binding */ explainCommand)
/* harmony export */ });
/* harmony import */ var _src_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7909);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6314);


const OPTIONS = [
    { name: 'all', description: 'Every rule, as docs/rules.md has them' },
    { name: 'format', value: 'text|markdown', description: 'For people, or for a document', default: 'text' },
];
const explainCommand = {
    options: OPTIONS,
    help: () => (0,_command_js__WEBPACK_IMPORTED_MODULE_0__/* .helpText */ .BK)('fluxgate explain RULE [OPTIONS]', 'Shows what a rule of the gate demands, why, how to put it right, and examples.', OPTIONS, ['fluxgate explain policy-elects-newest', 'fluxgate explain --all --format markdown > rules.md']),
    async run(args, { print, screen }) {
        const given = (0,_command_js__WEBPACK_IMPORTED_MODULE_0__/* .parseArguments */ .We)(args, OPTIONS, 1);
        const [id] = given.positionals;
        const format = given.get('format') ?? 'text';
        if (format !== 'text' && format !== 'markdown')
            throw (0,_command_js__WEBPACK_IMPORTED_MODULE_0__/* .wrongUsage */ .xY)(`option --format is "${format}": expected text or markdown`);
        const { ruleMarkdown, rules, rulesMarkdown, ruleText } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(856), __webpack_require__.e(243), __webpack_require__.e(725), __webpack_require__.e(659), __webpack_require__.e(609), __webpack_require__.e(687), __webpack_require__.e(57), __webpack_require__.e(647), __webpack_require__.e(435), __webpack_require__.e(413), __webpack_require__.e(714), __webpack_require__.e(965), __webpack_require__.e(597), __webpack_require__.e(368), __webpack_require__.e(350)]).then(__webpack_require__.bind(__webpack_require__, 4368));
        const all = given.get('all') === 'true';
        if (all !== (id === undefined))
            throw (0,_command_js__WEBPACK_IMPORTED_MODULE_0__/* .wrongUsage */ .xY)('expected the id of one rule, or --all');
        if (all) {
            print(format === 'markdown' ? rulesMarkdown(rules) : rules.map(rule => ruleText(rule, screen)).join('\n'));
            return;
        }
        const rule = rules.find(known => known.id === id);
        if (rule === undefined) {
            const meant = (0,_src_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(id ?? '', rules.map(known => known.id));
            throw (0,_command_js__WEBPACK_IMPORTED_MODULE_0__/* .wrongUsage */ .xY)(`there is no rule "${id}"`, meant === undefined ? 'See docs/rules.md' : `Did you mean "${meant}"?`);
        }
        print(format === 'markdown' ? ruleMarkdown(rule) : ruleText(rule, screen));
    },
};


/***/ })

};
