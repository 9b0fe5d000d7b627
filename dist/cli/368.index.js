export const id = 368;
export const ids = [368];
export const modules = {

/***/ 4368:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fixTree: () => (/* reexport */ fixTree),
  parseSchemaTool: () => (/* reexport */ parseSchemaTool),
  ruleMarkdown: () => (/* reexport */ rule_page_ruleMarkdown),
  ruleText: () => (/* reexport */ ruleText),
  rules: () => (/* reexport */ rules_rules),
  rulesMarkdown: () => (/* reexport */ rulesMarkdown),
  verifyTree: () => (/* reexport */ verify_tree_verifyTree)
});

// UNUSED EXPORTS: main

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/errors.ts
var src_errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/findings/annotations.ts
var annotations = __webpack_require__(4808);
// EXTERNAL MODULE: ./src/markdown.ts
var markdown = __webpack_require__(3758);
// EXTERNAL MODULE: ./src/printable.ts
var printable = __webpack_require__(5260);
// EXTERNAL MODULE: ./src/findings/mermaid-label.ts
var mermaid_label = __webpack_require__(3974);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
;// CONCATENATED MODULE: ./src/findings/chain-graph.ts



/** Beyond so many links a graph is no picture any more; the table has them all. */
const MOST_LINKS = 60;
const LONGEST = 80;
const ARROWS = { proven: '-->', broken: '-.->', unknown: '-.->' };
const COLOURS = { proven: '#1a7f37', broken: '#cf222e', unknown: '#9a6700' };
/** The chain of an image as a Mermaid flowchart; undefined where it would be no picture. */
function chain_graph_chainGraph({ links }) {
    if (links.length === 0 || links.length > MOST_LINKS)
        return undefined;
    const ids = new Map();
    // What stands in one place is one thing, though links may say more or less of it.
    const idOf = ({ title, place }) => {
        const key = JSON.stringify(place === undefined ? title : [place.file, place.line]);
        const id = ids.get(key) ?? `n${ids.size}`;
        ids.set(key, id);
        return id;
    };
    const edges = links.map(({ from, to, state, rule }) => {
        const label = mermaidLabel(rule === null ? SIGNS[state] : `${SIGNS[state]} ${rule}`);
        return `  ${idOf(from)} ${ARROWS[state]}|${label}| ${idOf(to)}`;
    });
    const nodes = new Map();
    for (const end of links.flatMap(({ from, to }) => [from, to])) {
        const known = nodes.get(idOf(end));
        if (known === undefined || end.title.length < known.length)
            nodes.set(idOf(end), end.title);
    }
    return [
        'flowchart TB',
        ...[...nodes].map(([id, title]) => `  ${id}[${mermaidLabel(shortened(title, LONGEST))}]`),
        ...edges,
        ...links.map(({ state }, index) => `  linkStyle ${index} stroke:${COLOURS[state]}`),
    ].join('\n');
}

// EXTERNAL MODULE: ./src/findings/order-section.ts
var order_section = __webpack_require__(8);
;// CONCATENATED MODULE: ./src/findings/markdown-report.ts







/** GitHub takes 1 MiB of a step's summary, and shows nothing of a larger one. */
const SUMMARY_BYTES = 1_000_000;
/** Beyond so many pictures a page is slow; a broken chain comes first. */
const MOST_GRAPHS = 12;
const MOST_ROWS = 500;
const markdown_report_LONGEST = 2_000;
/**
 * The report as GitHub's Markdown: the verdict, the chains, the findings by file; what is old is folded. What does not fit
 * into so many bytes is counted.
 */
function markdown_report_markdownReport(report, mostBytes = SUMMARY_BYTES) {
    const sign = report.verdict === 'pass' ? '✓' : '✗';
    const start = [
        `## ${sign} ${verdictSentence(report)}`,
        remarks(report)
            .map(remark => `<sub>${text(shortened(remark, markdown_report_LONGEST))}</sub>`)
            .join('<br>'),
    ];
    const page = paper(mostBytes - 1_000);
    page.add(...start);
    const by = (status) => report.findings.filter(finding => finding.status === status);
    // The findings are why people come.
    addFindings(by('new'), page);
    addChains(report.chains, page);
    addFolded(by('old'), 'from before this change', page);
    addFolded(by('fixed'), 'fixed by this change', page);
    addOrders(report.orders, page);
    return page.text();
}
/** Takes blocks as long as they fit. */
function paper(mostBytes) {
    const blocks = [];
    let used = 0;
    return {
        /** Whether all of them fitted; nothing is added otherwise. */
        add(...more) {
            const size = more.reduce((sum, block) => sum + Buffer.byteLength(block) + 2, 0);
            if (used + size > mostBytes)
                return false;
            used += size;
            blocks.push(...more);
            return true;
        },
        /** For the few words that say what was left out; room for them is kept. */
        addAlways: (block) => void blocks.push(block),
        text: () => `${blocks.join('\n\n')}\n`,
    };
}
function addChains(chains, page) {
    if (chains.length === 0)
        return;
    page.add('### Delivery chains');
    const order = ['broken', 'unknown', 'proven'];
    const sorted = order.flatMap(state => chains.filter(chain => stateOf(chain) === state));
    const head = ['| | Image | ✓ | ✗ | ? | First link that is not proven |', '| --- | --- | ---: | ---: | ---: | --- |'];
    page.add([...head, ...sorted.slice(0, MOST_ROWS).map(overviewRow)].join('\n'));
    let shown = 0;
    for (const chain of sorted) {
        if (!page.add(chainBlock(chain, shown < MOST_GRAPHS, shown === 0)))
            break;
        shown += 1;
    }
    const left = sorted.length - shown;
    if (left > 0)
        page.addAlways(`The links of ${plural(left, 'more image')} would not fit here`);
}
/** Last: it says how things are, and nothing that must be done. */
function addOrders(orders, page) {
    const sections = orders.slice(0, MOST_GRAPHS).map(orderSection);
    if (sections.length > 0)
        page.add('### Order of delivery', ...sections);
}
function overviewRow(chain) {
    const count = (state) => chain.links.filter(link => link.state === state).length;
    const first = chain.links.find(link => link.state === 'broken') ?? chain.links.find(link => link.state === 'unknown');
    const cells = [
        SIGNS[stateOf(chain)],
        codeOf(chain.image),
        count('proven'),
        count('broken'),
        count('unknown'),
        first === undefined ? '' : reasonOf(first),
    ];
    return `| ${cells.join(' | ')} |`;
}
/** The first one is unfolded where it is broken: with all of them nobody would see the end of the page. */
function chainBlock(chain, withGraph, isFirst) {
    const graph = withGraph ? chainGraph(chain) : undefined;
    const state = stateOf(chain);
    const rows = chain.links.map(link => `| ${SIGNS[link.state]} | ${endOf(link.from)} | ${[endOf(link.to), reasonOf(link)].filter(part => part !== '').join('<br>')} |`);
    return [
        `<details${isFirst && state === 'broken' ? ' open' : ''}><summary>${SIGNS[state]} ${codeOf(chain.image)}</summary>`,
        ...(graph === undefined ? [] : [codeBlock(graph, 'mermaid')]),
        // The picture is enough for most; without one the table is all there is.
        ...(graph === undefined ? [] : [`<details><summary>${plural(rows.length, 'link')}, with their places</summary>`]),
        ['| | From | To |', '| --- | --- | --- |', ...rows].join('\n'),
        ...(graph === undefined ? [] : ['</details>']),
        '</details>',
    ].join('\n\n');
}
function stateOf({ links }) {
    const has = (state) => links.some(link => link.state === state);
    return has('broken') ? 'broken' : has('unknown') ? 'unknown' : 'proven';
}
function endOf({ title, place }) {
    return place === undefined ? textOf(title) : `${textOf(title)}<br>${codeOf(`${place.file}:${place.line}`)}`;
}
function reasonOf({ rule, why }) {
    return [rule === null ? '' : code(rule), why === null ? '' : textOf(why)].filter(part => part !== '').join(' ');
}
function addFindings(findings, page) {
    if (findings.length === 0)
        return;
    page.add('### Findings');
    let left = findings.length;
    for (const [file, group] of grouped(findings, finding => finding.file)) {
        for (const [index, finding] of group.entries()) {
            const heading = index === 0 ? [`#### ${codeOf(file)}`] : [];
            if (!page.add(...heading, ...findingBlocks(finding))) {
                page.addAlways(`${plural(left, 'more finding')} would not fit here`);
                return;
            }
            left -= 1;
        }
    }
}
/** One line each: people need not act on them. */
function addFolded(findings, what, page) {
    if (findings.length === 0)
        return;
    const title = `<details><summary>${plural(findings.length, 'finding')} ${what}</summary>`;
    const lines = [];
    let size = 0;
    for (const { file, span, severity, rule, message } of findings) {
        const line = `- ${severity} ${code(rule)} at ${codeOf(`${file}:${span.line}:${span.column}`)}: ${textOf(message)}`;
        size += Buffer.byteLength(line) + 1;
        if (size > 100_000)
            break;
        lines.push(line);
    }
    const left = findings.length - lines.length;
    const more = left === 0 ? [] : [`- and ${plural(left, 'more finding')}`];
    if (!page.add(`${title}\n\n${[...lines, ...more].join('\n')}\n\n</details>`)) {
        page.addAlways(`${plural(findings.length, 'finding')} ${what} would not fit here`);
    }
}
function findingBlocks(finding) {
    const { span, severity, rule, message, found, expected, fix, witness = [] } = finding;
    return [
        `**${severity}** ${code(rule)} at ${span.line}:${span.column}: ${textOf(message)}`,
        ...value('Found', found),
        ...value('Expected', expected),
        ...(fix === undefined ? [] : block('Fix', fix.text, fix.text.includes('\n') ? 'yaml' : 'text')),
        ...(witness.length === 0 ? [] : block('Witness', witness.join('\n'), 'text')),
    ];
}
/** One line stays in the line, several are a block. */
function value(name, content) {
    if (content === undefined)
        return [];
    return content.trim().includes('\n') ? block(name, content, 'text') : [`${name}: ${codeOf(content)}`];
}
function block(name, content, language) {
    return [`${name}:`, codeBlock(shortened(content, markdown_report_LONGEST), language)];
}
function textOf(content) {
    return text(shortened(content, markdown_report_LONGEST));
}
function codeOf(content) {
    return code(shortened(content, markdown_report_LONGEST));
}

// EXTERNAL MODULE: ./src/findings/sarif.ts
var sarif = __webpack_require__(5235);
// EXTERNAL MODULE: ./src/inputs.ts
var inputs = __webpack_require__(8422);
// EXTERNAL MODULE: ./src/build-defaults.ts
var build_defaults = __webpack_require__(494);
// EXTERNAL MODULE: ./src/flux/go/bytes.ts
var bytes = __webpack_require__(6225);
// EXTERNAL MODULE: ./src/flux/inventory.ts + 5 modules
var flux_inventory = __webpack_require__(4509);
// EXTERNAL MODULE: ./src/git/repository.ts
var repository = __webpack_require__(5986);
// EXTERNAL MODULE: ./src/git/tree-at.ts
var tree_at = __webpack_require__(9742);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/tree/manifest-paths.ts
var manifest_paths = __webpack_require__(6034);
// EXTERNAL MODULE: ./src/yaml/source-file.ts + 2 modules
var source_file = __webpack_require__(2609);
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
            return missing(`${named} is not here`);
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
        return missing(`the base ${(merged ?? target).slice(0, 7)} is not here and could not be fetched`);
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
function missing(why) {
    return { missing: why, next: 'Give actions/checkout `fetch-depth: 0`, so that the history is there' };
}

;// CONCATENATED MODULE: ./actions/verify-manifests/base-tree.ts










/** Asks git, which takes its time: the tree can be read meanwhile. */
async function lookForBase(named, root, runner) {
    const git = (0,repository/* openGit */.z)(runner.exec, root, runner.env);
    const found = await findBase(git, named, { payload: await base_tree_eventPayload(runner), sha: runner.env.GITHUB_SHA });
    const tree = found === undefined || 'missing' in found ? undefined : await (0,tree_at/* treeAt */.S)(git, found.commit);
    return { git, found, tree };
}
/**
 * The tree before the change, to be taken stock of when it is needed.
 *
 * @throws UserError for a base that was asked for and is not to be had
 */
async function loadableBase({ git, found, tree }, now, take) {
    const { options, runner } = now;
    if (found === undefined) {
        if (options.changedOnly)
            runner.log.notice('Everything is told: there is no base that would show what was changed');
        return undefined;
    }
    if ('missing' in found || tree === undefined) {
        const { missing, next } = 'missing' in found ? found : { missing: 'its files cannot be listed', next: undefined };
        // What somebody asked for must be there; what a pull request would have had is merely missed.
        if (options.base !== undefined)
            throw new src_errors/* UserError */.yo(`the base ${options.base} cannot be compared with: ${missing}`, {
                ...(next === undefined ? {} : { next }),
                usage: true,
            });
        runner.log.notice(`Every finding counts as new: ${missing}. ${next ?? ''}`);
        return undefined;
    }
    const { commit } = found;
    const ref = options.base ?? runner.env.GITHUB_BASE_REF;
    const known = new Set(tree.paths);
    // What git does not know yet is in no comparison.
    const added = [...now.inventory.files.keys()].filter(path => !known.has(path));
    let loading;
    const load = async () => {
        const { files, plain } = await filesAt(git, commit, tree, now);
        return take((0,flux_inventory/* inventoryOf */.o8)(files, build_defaults/* buildDefaults */.p, plain), async (path) => (await (0,tree_at/* textsAt */.i)(git, commit, [path])).get(path), async () => tree.paths);
    };
    return {
        commit: { commit, ref: ref === '' ? undefined : ref },
        load: () => {
            loading ??= load();
            return loading;
        },
        renames: tree.renames,
        changed: new Set([...tree.changed, ...tree.renames.values(), ...added]),
    };
}
/** What GitHub says of the event that started the run; undefined where nothing does. */
async function base_tree_eventPayload({ env, files }) {
    const path = env.GITHUB_EVENT_PATH;
    return path === undefined || path === '' ? undefined : (0,json/* parseJson */.qF)((await files.readText(path)) ?? '');
}
/** The files as the base has them. What did not change since is not read again. */
async function filesAt(git, commit, { paths, changed }, { config, inventory, facts }) {
    const wanted = (0,manifest_paths/* withoutChartTemplates */.a4)(paths.filter(path => (0,manifest_paths/* isManifestPath */.HS)(path) && !config.isExcluded(path)));
    const plainPaths = paths.filter(path => (0,manifest_paths/* isPlainPath */.qW)(path) && !config.isExcluded(path));
    const texts = await (0,tree_at/* textsAt */.i)(git, commit, [...wanted.filter(path => changed.has(path)), ...plainPaths]);
    const files = wanted.flatMap(path => {
        if (!changed.has(path))
            return inventory.files.get(path) ?? [];
        const text = texts.get(path);
        return text === undefined || !(0,manifest_paths/* isManifestText */.Lg)(path, text) ? [] : (0,source_file/* readSourceFile */.uj)(path, text, facts.of(path, text));
    });
    const plain = plainPaths.flatMap(path => {
        const text = texts.get(path);
        return text === undefined ? [] : { path, text };
    });
    return { files: files.sort((left, right) => (0,bytes/* compareBytes */.Xo)(left.path, right.path)), plain };
}

// EXTERNAL MODULE: ./src/registry/transient.ts
var registry_transient = __webpack_require__(4925);
;// CONCATENATED MODULE: ./actions/verify-manifests/comment.ts




/** GitHub refuses a comment of more than 65,536 characters. */
const MOST_BYTES = 60_000;
const PAGE = 100;
const MOST_PAGES = 20;
const TIMEOUT = 10_000;
/** The pull request in the payload of an event; undefined when the event is of none. */
function comment_pullRequestOf(payload) {
    const number = numberMember(member(payload, 'pull_request'), 'number');
    const repository = textMember(member(payload, 'repository'), 'full_name');
    if (number === undefined || repository === undefined || !/^[\w.-]+\/[\w.-]+$/.test(repository))
        return undefined;
    return { repository, number };
}
/**
 * Keeps one comment on the pull request up to date: made when there is something to say, changed in place from then on, also
 * when all is well again. It never fails the gate: where the token may not comment, a notice says so, and a warning where
 * the API does not answer.
 *
 * @param token may write to pull requests; '' when there is none
 * @param name tells the comments of several gates of a repository apart
 */
async function comment_keepComment(report, { pullRequest, token, name }, runner) {
    if (token === '')
        return runner.log.notice('No comment on the pull request: there is no token, see "github-token"');
    const marker = `<!-- fluxgate verify-manifests ${encodeURIComponent(name).replaceAll('-', '%2D')} -->`;
    const body = runner.redact(`${marker}\n${markdownReport(report, MOST_BYTES)}`).replace(/\p{Surrogate}/gu, '\ufffd');
    const api = apiOf(token, runner);
    const folder = `/repos/${pullRequest.repository}/issues`;
    try {
        const known = await findComment(api, `${folder}/${pullRequest.number}/comments`, marker);
        if (known === undefined) {
            if (saysSomething(report))
                await api('POST', `${folder}/${pullRequest.number}/comments`, { body });
        }
        else if (known.body !== body) {
            await api('PATCH', `${folder}/comments/${known.id}`, { body });
        }
    }
    catch (error) {
        const code = systemCode(error);
        if (runner.signal.aborted || !(error instanceof ApiRefusal || code !== undefined))
            throw error;
        if (error instanceof ApiRefusal && error.isForbidden) {
            const why = 'the token may not write to it, as on pull requests from forks';
            runner.log.notice(`No comment on the pull request: ${why} (${error.message})`);
        }
        else {
            const what = error instanceof ApiRefusal ? error.message : `the API cannot be reached (${code})`;
            runner.log.warning(`The comment on the pull request is not up to date: ${what}`);
        }
    }
}
/** Nobody is told that nothing happened. */
function saysSomething({ verdict, findings }) {
    return verdict === 'fail' || findings.some(({ status, severity }) => status === 'new' && severity !== 'note');
}
class ApiRefusal extends Error {
    name = 'ApiRefusal';
    /** Whether it is for lack of rights, and not of requests left. */
    isForbidden;
    constructor(message, isForbidden) {
        super(message);
        this.isForbidden = isForbidden;
    }
}
function apiOf(token, { env, http, signal }) {
    const root = (env.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, '');
    return async (method, path, content) => {
        const response = await http({
            method,
            url: `${root}${path}`,
            headers: {
                accept: 'application/vnd.github+json',
                authorization: `Bearer ${token}`,
                'x-github-api-version': '2022-11-28',
                ...(content === undefined ? {} : { 'content-type': 'application/json' }),
            },
            ...(content === undefined ? {} : { body: JSON.stringify(content) }),
            timeout: TIMEOUT,
            signal,
        });
        const answer = parseJson(new TextDecoder().decode(response.body));
        if (response.status >= 200 && response.status < 300 && answer !== undefined)
            return answer;
        const words = shortened(printableLine(textMember(answer, 'message') ?? ''), 200);
        const limited = response.headers['x-ratelimit-remaining'] === '0' || response.headers['retry-after'] !== undefined;
        throw new ApiRefusal(`${method} ${path}: ${response.status}${words === '' ? '' : ` ${words}`}`, (response.status === 403 || response.status === 404) && !limited);
    };
}
/** Our own comment. Anybody may write the marker: one that somebody else wrote is left alone. */
async function findComment(api, path, marker) {
    let own;
    for (let page = 1; page <= MOST_PAGES; page += 1) {
        const comments = await api('GET', `${path}?per_page=${PAGE}&page=${page}`);
        if (!Array.isArray(comments))
            return undefined;
        for (const comment of comments) {
            const body = textMember(comment, 'body') ?? '';
            const id = numberMember(comment, 'id');
            const user = member(comment, 'user');
            if (id === undefined || !body.startsWith(marker))
                continue;
            if (textMember(user, 'type') === 'Bot')
                return { id, body };
            own ??= await ownLogin(api);
            if (own !== '' && textMember(user, 'login') === own)
                return { id, body };
        }
        if (comments.length < PAGE)
            return undefined;
    }
    return undefined;
}
/** Whose token it is; '' for the one of a workflow, which belongs to nobody. */
async function ownLogin(api) {
    try {
        return textMember(await api('GET', '/user'), 'login') ?? '';
    }
    catch (error) {
        if (error instanceof ApiRefusal)
            return '';
        throw error;
    }
}

// EXTERNAL MODULE: ./src/image/reference.ts
var image_reference = __webpack_require__(3564);
// EXTERNAL MODULE: ./src/image/tag.ts
var image_tag = __webpack_require__(9241);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
var picomatch_default = /*#__PURE__*/__webpack_require__.n(picomatch);
// EXTERNAL MODULE: ./src/findings/finding.ts
var findings_finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/nearest.ts
var nearest = __webpack_require__(7909);
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
    const file = (0,source_file/* readSourceFile */.uj)(CONFIG_FILE, text);
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
        const { line } = (0,source_file/* spanAt */.i6)(file, document, keys);
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
        const { line } = (0,source_file/* keySpanAt */.VE)(file, document, [...keys, key]);
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
                    : (findings_finding/* severities */.g.find(severity => severity === value) ?? (value === 'off' ? 'off' : undefined));
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

// EXTERNAL MODULE: ./src/flux/inventory/resource.ts
var inventory_resource = __webpack_require__(8050);
// EXTERNAL MODULE: ./src/once-per.ts
var once_per = __webpack_require__(3444);
// EXTERNAL MODULE: ./src/yaml/go/implicit-tag.ts
var implicit_tag = __webpack_require__(6382);
// EXTERNAL MODULE: ./src/flux/inventory/flux-kustomization.ts
var flux_kustomization = __webpack_require__(2685);
;// CONCATENATED MODULE: ./src/flux/inventory/image-places.ts




/** Every container, compose service and pair of `repository` and `tag` in values of charts. */
function imagePlaces(inventory) {
    return [
        ...inventory.resources.flatMap(imagesOf),
        ...inventory.composeServices.flatMap(({ file, name, image, span }) => {
            const document = file.documents.find(({ value }) => (0,json/* valueAt */.fK)(value, ['services', name, 'image']) === image);
            const keys = ['services', name, 'image'];
            return document === undefined ? [] : [{ file, document, keys, span, resource: undefined, image, part: 'image' }];
        }),
        ...[...inventory.files.values()].flatMap(valuesImages),
    ];
}
const imagesOf = (0,once_per/* oncePer */.P)((resource) => [
    ...containerImages(resource),
    ...releaseImages(resource),
]);
/** Where the pods of a workload are described; undefined for every other object. */
function podSpecKeys({ group, kind }) {
    switch (`${group}/${kind}`) {
        case '/Pod':
            return ['spec'];
        case 'apps/Deployment':
        case 'apps/StatefulSet':
        case 'apps/DaemonSet':
        case 'apps/ReplicaSet':
        case 'batch/Job':
            return ['spec', 'template', 'spec'];
        case 'batch/CronJob':
            return ['spec', 'jobTemplate', 'spec', 'template', 'spec'];
        default:
            return undefined;
    }
}
function containerImages(resource) {
    const pod = podSpecKeys(resource);
    if (pod === undefined)
        return [];
    return ['initContainers', 'containers'].flatMap(list => {
        const containers = (0,inventory_resource/* valueIn */.xm)(resource, ...pod, list);
        if (!Array.isArray(containers))
            return [];
        return containers.flatMap((container, index) => {
            const image = (0,json/* textMember */.SA)(container, 'image');
            return image === undefined ? [] : [placeIn(resource, [...pod, list, index, 'image'], image, 'image')];
        });
    });
}
function releaseImages(resource) {
    if (resource.kind !== 'HelmRelease')
        return [];
    return chartImages((0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'values')).map(({ keys, image }) => placeIn(resource, ['spec', 'values', ...keys], image, 'tag'));
}
/** Files of values: no Kubernetes objects, no kustomize files, no compose files. */
function valuesImages(file) {
    if (!/values[^/]*\.ya?ml$/.test(file.path))
        return [];
    return file.documents
        .filter(({ value }) => (0,json/* member */.Dc)(value, 'apiVersion') === undefined)
        .flatMap(document => chartImages(document.value).map(({ keys, image }) => {
        return { file, document, keys, span: (0,source_file/* spanAt */.i6)(file, document, keys), resource: undefined, image, part: 'tag' };
    }));
}
/** Maps with a `repository` and a `tag`. */
function chartImages(values) {
    const found = [];
    const waiting = [{ value: values, keys: [] }];
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
        const { value, keys } = place;
        if (Array.isArray(value)) {
            waiting.push(...value.map((item, index) => ({ value: item, keys: [...keys, index] })));
            continue;
        }
        if (!(0,json/* isMapping */.pi)(value))
            continue;
        const repository = (0,json/* textMember */.SA)(value, 'repository');
        const tag = (0,json/* member */.Dc)(value, 'tag');
        if (repository !== undefined && (typeof tag === 'string' || typeof tag === 'number')) {
            const registry = (0,json/* textMember */.SA)(value, 'registry');
            const name = registry === undefined ? repository : `${registry}/${repository}`;
            found.push({ keys: [...keys, 'tag'], image: tag === '' ? name : `${name}:${tag}` });
        }
        waiting.push(...Object.entries(value).map(([key, item]) => ({ value: item, keys: [...keys, key] })));
    }
    return found;
}
function placeIn(resource, keys, image, part) {
    const { file, document } = resource;
    return { file, document, keys: (0,inventory_resource/* pathIn */.lW)(resource, ...keys), span: (0,inventory_resource/* placeOf */.$t)(resource, ...keys), resource, image, part };
}

;// CONCATENATED MODULE: ./src/flux/inventory/text-fields.ts







const TRUTH_1_1 = /^(?:y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF)$/;
/** Values of text fields that are written in such a way that somebody reads them as something else. */
const oddTexts = (0,once_per/* oncePer */.P)((resource) => [...oddTextsIn(resource)]);
function* oddTextsIn(resource) {
    for (const [keys, area] of textFields(resource)) {
        const value = (0,inventory_resource/* valueIn */.xm)(resource, ...keys);
        // Most are plain words, and looking for their place in the file is the slow part.
        if (typeof value === 'string' && !/^(?:[-+.0-9]|[yYnNoO][a-zA-Z]{0,2}$)/.test(value))
            continue;
        const part = (0,source_file/* partAt */.l0)(resource.document, [...resource.path, ...keys]);
        const source = plainSource(part);
        if (part === undefined || source === undefined)
            continue;
        const reading = readingOf(source);
        if (reading === undefined)
            continue;
        yield { keys, source, start: part.start, end: part.end, reading, area };
    }
}
/** The text of a scalar without quotes and without a tag. */
function plainSource(part) {
    return part?.form === 'plain' ? part.source : undefined;
}
function readingOf(source) {
    if (TRUTH_1_1.test(source))
        return 'text-but-1.1-truth';
    switch ((0,implicit_tag/* implicitTag */.A)(source)) {
        case '!!int':
        case '!!float':
            return 'number';
        case '!!bool':
            return 'truth';
        case '!!timestamp':
            return 'date';
        default:
            return undefined;
    }
}
function* textFields(resource) {
    yield* metadataFields(resource, [], 'annotation');
    const { group, kind } = resource;
    if (group === '' && kind === 'ConfigMap')
        yield* membersOf(resource, ['data']);
    if (group === '' && kind === 'Secret') {
        yield* membersOf(resource, ['data']);
        yield* membersOf(resource, ['stringData']);
    }
    if (group === '' && kind === 'Service')
        yield* membersOf(resource, ['spec', 'selector']);
    if (group === flux_kustomization/* KUSTOMIZE_GROUP */.Yp)
        yield* membersOf(resource, ['spec', 'postBuild', 'substitute']);
    const pod = podSpecKeys(resource);
    if (pod === undefined)
        return;
    if (pod.length > 1)
        yield* metadataFields(resource, pod.slice(0, -1), 'other');
    yield* membersOf(resource, ['spec', 'selector', 'matchLabels']);
    yield* membersOf(resource, [...pod, 'nodeSelector']);
    for (const list of ['initContainers', 'containers']) {
        for (const index of indexesOf(resource, [...pod, list])) {
            const container = [...pod, list, index];
            for (const entry of indexesOf(resource, [...container, 'env']))
                yield [[...container, 'env', entry, 'value'], 'other'];
            for (const words of ['command', 'args']) {
                for (const word of indexesOf(resource, [...container, words]))
                    yield [[...container, words, word], 'other'];
            }
        }
    }
}
function* metadataFields(resource, above, annotations) {
    for (const [keys] of membersOf(resource, [...above, 'metadata', 'labels']))
        yield [keys, 'label'];
    for (const [keys] of membersOf(resource, [...above, 'metadata', 'annotations']))
        yield [keys, annotations];
}
function* membersOf(resource, keys) {
    const value = (0,inventory_resource/* valueIn */.xm)(resource, ...keys);
    if ((0,json/* isMapping */.pi)(value))
        for (const name of Object.keys(value))
            yield [[...keys, name], 'other'];
}
function indexesOf(resource, keys) {
    const value = (0,inventory_resource/* valueIn */.xm)(resource, ...keys);
    return Array.isArray(value) ? [...value.keys()] : [];
}

;// CONCATENATED MODULE: ./src/flux/schema/crd-schemas.ts


/** Takes the CRDs of a tree in. Nothing of a schema is looked at before an object asks for it. */
function crdSchemas({ ofKind }) {
    const found = new Map();
    for (const crd of ofKind('apiextensions.k8s.io', 'CustomResourceDefinition')) {
        const spec = (0,inventory_resource/* valueIn */.xm)(crd, 'spec');
        const kind = (0,json/* textMember */.SA)((0,json/* member */.Dc)(spec, 'names'), 'kind');
        const group = (0,json/* textMember */.SA)(spec, 'group');
        if (kind === undefined || group === undefined || crd.version !== 'v1')
            continue;
        const versions = new Map((0,json/* listMember */.DW)(spec, 'versions').flatMap(version => readVersion(version)));
        if (versions.size === 0)
            continue;
        const key = `${group}/${kind}`;
        found.set(key, [...(found.get(key) ?? []), { crd, versions }]);
    }
    return (group, kind) => found.get(`${group}/${kind}`) ?? [];
}
function readVersion(version) {
    const name = (0,json/* textMember */.SA)(version, 'name');
    if (name === undefined || (0,json/* member */.Dc)(version, 'served') !== true)
        return [];
    const schema = (0,json/* member */.Dc)((0,json/* member */.Dc)(version, 'schema'), 'openAPIV3Schema');
    return [[name, (0,json/* isMapping */.pi)(schema) ? schema : undefined]];
}

;// CONCATENATED MODULE: ./actions/verify-manifests/reach.ts
/**
 * Whether an object is meant for a cluster, as far as the tree can say: something applies it or lists it, or nothing here
 * tells what is applied.
 */
function reachesCluster(resource, { placementsOf, clusters, layout }) {
    if (clusters.every(({ name }) => name === ''))
        return true;
    if (placementsOf(resource).some(({ by }) => by !== undefined))
        return true;
    return listedIn(layout).has(resource.file.path);
}
const listed = new WeakMap();
function listedIn(layout) {
    const known = listed.get(layout);
    if (known !== undefined)
        return known;
    const entries = [...layout.kustomizeFiles.values()].flatMap(file => file.entries);
    const paths = new Set(entries.flatMap(({ path }) => path ?? []));
    listed.set(layout, paths);
    return paths;
}

// EXTERNAL MODULE: ./src/flux/go/regexp.ts + 5 modules
var regexp = __webpack_require__(6586);
;// CONCATENATED MODULE: ./src/flux/schema/check-value.ts



/**
 * Checks an object as the API server does with strict field validation: types, unknown and missing fields, and what a schema
 * demands of values. CEL rules are not evaluated. What holds `${…}` is not known before a substitution and passes; so does
 * null, which is dropped or refused depending on who writes it.
 */
function checkObject(schema, body, options) {
    const problems = [];
    checkValue(schema, body, [], { ...options, isRoot: true, report: problem => problems.push(problem) });
    return problems;
}
function checkValue(schema, value, keys, check) {
    if (value === null || value === undefined || (typeof value === 'string' && value.includes('${')))
        return;
    const found = check.typeAt(keys, value) ?? typeOf(value);
    const wanted = wantedTypes(schema);
    if (wanted !== undefined && !wanted.some(type => type === found || (type === 'number' && found === 'integer'))) {
        const expected = wanted.map(type => typeNames[type]).join(' or ');
        check.report({ keys, kind: 'type', message: `is ${typeNames[found]}: expected ${expected}`, expected });
        return;
    }
    if ((0,json/* isMapping */.pi)(value))
        checkMembers(schema, value, keys, check);
    else if (Array.isArray(value))
        checkItems(schema, value, keys, check);
    else
        checkScalar(schema, value, keys, check);
    checkJunctors(schema, value, keys, check);
}
function checkMembers(schema, value, keys, check) {
    const isEmbedded = check.isRoot || schema['x-kubernetes-embedded-resource'] === true;
    const inner = check.isRoot ? { ...check, isRoot: false } : check;
    const properties = (0,json/* isMapping */.pi)(schema.properties) ? schema.properties : {};
    const others = schema.additionalProperties;
    const isOpen = schema['x-kubernetes-preserve-unknown-fields'] === true ||
        others === true ||
        // Within anyOf and its kin a schema without properties says nothing about names.
        (!(0,json/* isMapping */.pi)(schema.properties) && others === undefined);
    for (const [name, part] of Object.entries(value)) {
        // Their schema is Kubernetes' own; metadata has a place in every object.
        if (isEmbedded && ['apiVersion', 'kind', 'metadata'].includes(name))
            continue;
        const own = (0,json/* member */.Dc)(properties, name);
        if ((0,json/* isMapping */.pi)(own))
            checkValue(own, part, [...keys, name], inner);
        else if ((0,json/* isMapping */.pi)(others))
            checkValue(others, part, [...keys, name], inner);
        else if (!isOpen && !name.includes('${'))
            check.report(unknownField(name, Object.keys(properties), keys));
    }
    for (const name of (0,json/* listMember */.DW)(schema, 'required')) {
        if (typeof name !== 'string' || (0,json/* member */.Dc)(value, name) !== undefined)
            continue;
        if ((0,json/* member */.Dc)((0,json/* member */.Dc)(properties, name), 'default') !== undefined)
            continue;
        check.report({ keys, kind: 'missing', message: `lacks the field "${name}"`, expected: name });
    }
}
function unknownField(name, known, keys) {
    const meant = (0,nearest/* nearest */.p)(name, known);
    const problem = {
        keys: [...keys, name],
        kind: 'unknown',
        message: `is no field that the schema knows${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
        expected: meant ?? `one of ${known.toSorted().join(', ')}`,
    };
    return meant === undefined ? problem : { ...problem, meant };
}
function checkItems(schema, value, keys, check) {
    const { items } = schema;
    if ((0,json/* isMapping */.pi)(items))
        for (const [index, item] of value.entries())
            checkValue(items, item, [...keys, index], check);
    const say = (expected) => check.report({ keys, kind: 'value', message: `has ${value.length} items: expected ${expected}`, expected });
    const { minItems, maxItems } = schema;
    if (typeof minItems === 'number' && value.length < minItems)
        say(`at least ${minItems}`);
    if (typeof maxItems === 'number' && value.length > maxItems)
        say(`at most ${maxItems}`);
}
function checkScalar(schema, value, keys, check) {
    const say = (expected) => check.report({ keys, kind: 'value', message: `is ${check_value_shown(value)}: expected ${expected}`, expected });
    const choices = schema.enum;
    if (Array.isArray(choices) && !choices.includes(value))
        say(`one of ${choices.map(check_value_shown).join(', ')}`);
    const { minimum, maximum, minLength, maxLength, pattern } = schema;
    if (typeof value === 'number') {
        if (typeof minimum === 'number' && (schema.exclusiveMinimum === true ? value <= minimum : value < minimum))
            say(`${schema.exclusiveMinimum === true ? 'more than' : 'at least'} ${minimum}`);
        if (typeof maximum === 'number' && (schema.exclusiveMaximum === true ? value >= maximum : value > maximum))
            say(`${schema.exclusiveMaximum === true ? 'less than' : 'at most'} ${maximum}`);
    }
    if (typeof value !== 'string')
        return;
    const length = [...value].length;
    if (typeof minLength === 'number' && length < minLength)
        say(`at least ${minLength} characters`);
    if (typeof maxLength === 'number' && length > maxLength)
        say(`at most ${maxLength} characters`);
    if (typeof pattern === 'string' && regexpOf(pattern)?.matches(value) === false)
        say(`what matches ${pattern}`);
}
/** allOf, anyOf, oneOf and not: they restrict values, and in a structural schema neither open nor close an object. */
function checkJunctors(schema, value, keys, check) {
    const fits = (part) => {
        if (!(0,json/* isMapping */.pi)(part))
            return true;
        let isFit = true;
        const report = ({ kind }) => {
            if (kind !== 'unknown')
                isFit = false;
        };
        checkValue(part, value, keys, { ...check, report });
        return isFit;
    };
    const say = (expected) => check.report({ keys, kind: 'value', message: `does not fit: expected ${expected}`, expected });
    const { anyOf, oneOf, allOf, not } = schema;
    if (Array.isArray(allOf) && !allOf.every(fits))
        say('what fits all of the alternatives of the schema');
    if (Array.isArray(anyOf) && !anyOf.some(fits))
        say('what fits one of the alternatives of the schema');
    if (Array.isArray(oneOf) && oneOf.filter(fits).length !== 1)
        say('what fits exactly one of the alternatives of the schema');
    if ((0,json/* isMapping */.pi)(not) && Object.keys(not).length > 0 && fits(not))
        say('what the schema does not forbid');
}
function wantedTypes(schema) {
    if (schema['x-kubernetes-int-or-string'] === true || schema.format === 'int-or-string')
        return ['integer', 'string'];
    const { type } = schema;
    return typeof type === 'string' && isJsonType(type) ? [type] : undefined;
}
function isJsonType(text) {
    return text in typeNames;
}
const typeNames = {
    object: 'a map',
    array: 'a list',
    string: 'text',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
};
function typeOf(value) {
    if (Array.isArray(value))
        return 'array';
    if (typeof value === 'number' || typeof value === 'bigint')
        return Number.isInteger(Number(value)) ? 'integer' : 'number';
    return typeof value === 'boolean' ? 'boolean' : typeof value === 'string' ? 'string' : 'object';
}
function check_value_shown(value) {
    return JSON.stringify(value) ?? String(value);
}
const regexps = new Map();
/** Linear in the text whatever the pattern, which may come from a pull request. */
function regexpOf(pattern) {
    if (!regexps.has(pattern)) {
        const compiled = (0,regexp/* compileRegexp */.N)(pattern);
        regexps.set(pattern, 'regexp' in compiled ? compiled.regexp : undefined);
    }
    return regexps.get(pattern);
}

;// CONCATENATED MODULE: ./src/flux/schema/flux-fields.ts
/**
 * The types of the fields of Flux's kinds that this project itself reads: what is demanded of them where the tree has no CRD.
 * Fields that are not listed are not judged.
 */
function fluxFields(group, kind) {
    const spec = group.endsWith('.toolkit.fluxcd.io') ? kinds[kind] : undefined;
    return spec === undefined ? undefined : fields({ spec: fields({ ...spec, ...common }) });
}
const flux_fields_text = { type: 'string' };
const truth = { type: 'boolean' };
const list = { type: 'array' };
const texts = { type: 'array', items: flux_fields_text };
const anything = { type: 'object' };
function fields(properties) {
    return { type: 'object', properties, 'x-kubernetes-preserve-unknown-fields': true };
}
const named = fields({ name: flux_fields_text, namespace: flux_fields_text, kind: flux_fields_text });
const common = { interval: flux_fields_text, timeout: flux_fields_text, suspend: truth, serviceAccountName: flux_fields_text };
const source = { url: flux_fields_text, secretRef: named, certSecretRef: named, provider: flux_fields_text, insecure: truth, ignore: flux_fields_text };
const reference = fields({ branch: flux_fields_text, tag: flux_fields_text, semver: flux_fields_text, name: flux_fields_text, commit: flux_fields_text, digest: flux_fields_text });
const kinds = {
    GitRepository: { ...source, ref: reference, include: list, recurseSubmodules: truth },
    OCIRepository: { ...source, ref: reference, layerSelector: anything },
    HelmRepository: { ...source, type: flux_fields_text },
    Bucket: { ...source, bucketName: flux_fields_text, endpoint: flux_fields_text, prefix: flux_fields_text },
    HelmChart: { chart: flux_fields_text, version: flux_fields_text, sourceRef: named, valuesFiles: texts },
    Kustomization: {
        path: flux_fields_text,
        prune: truth,
        wait: truth,
        force: truth,
        retryInterval: flux_fields_text,
        sourceRef: named,
        targetNamespace: flux_fields_text,
        namePrefix: flux_fields_text,
        nameSuffix: flux_fields_text,
        dependsOn: { type: 'array', items: named },
        healthChecks: { type: 'array', items: named },
        patches: list,
        images: list,
        components: texts,
        postBuild: fields({
            substitute: { type: 'object', additionalProperties: flux_fields_text },
            substituteFrom: { type: 'array', items: named },
        }),
        decryption: fields({ provider: flux_fields_text, secretRef: named }),
    },
    HelmRelease: {
        releaseName: flux_fields_text,
        targetNamespace: flux_fields_text,
        storageNamespace: flux_fields_text,
        chart: fields({ spec: fields({ chart: flux_fields_text, version: flux_fields_text, sourceRef: named, valuesFiles: texts }) }),
        chartRef: named,
        values: anything,
        valuesFrom: { type: 'array', items: fields({ kind: flux_fields_text, name: flux_fields_text, valuesKey: flux_fields_text, optional: truth }) },
        dependsOn: { type: 'array', items: named },
        install: anything,
        upgrade: anything,
        driftDetection: fields({ mode: flux_fields_text }),
    },
    ImageRepository: {
        image: flux_fields_text,
        insecure: truth,
        provider: flux_fields_text,
        secretRef: named,
        certSecretRef: named,
        exclusionList: texts,
        accessFrom: fields({ namespaceSelectors: list }),
    },
    ImagePolicy: {
        imageRepositoryRef: named,
        filterTags: fields({ pattern: flux_fields_text, extract: flux_fields_text }),
        policy: fields({
            semver: fields({ range: flux_fields_text }),
            alphabetical: fields({ order: flux_fields_text }),
            numerical: fields({ order: flux_fields_text }),
        }),
        digestReflectionPolicy: flux_fields_text,
    },
    ImageUpdateAutomation: {
        sourceRef: named,
        git: fields({
            checkout: fields({ ref: reference }),
            commit: fields({ author: fields({ name: flux_fields_text, email: flux_fields_text }), messageTemplate: flux_fields_text }),
            push: fields({ branch: flux_fields_text, refspec: flux_fields_text }),
        }),
        update: fields({ path: flux_fields_text, strategy: flux_fields_text }),
        policySelector: anything,
    },
    Alert: {
        providerRef: named,
        eventSeverity: flux_fields_text,
        eventSources: { type: 'array', items: named },
        exclusionList: texts,
    },
    Provider: { type: flux_fields_text, address: flux_fields_text, channel: flux_fields_text, username: flux_fields_text, secretRef: named },
    Receiver: { type: flux_fields_text, events: texts, resources: { type: 'array', items: named }, secretRef: named },
};

// EXTERNAL MODULE: ./src/flux/inventory/kustomize-file.ts
var kustomize_file = __webpack_require__(1566);
// EXTERNAL MODULE: ./src/flux/inventory/workflow.ts
var workflow = __webpack_require__(7423);
;// CONCATENATED MODULE: ./actions/verify-manifests/file-readers.ts




/** Finds out who reads a file; undefined where nobody is known who must be able to. */
function fileReaders({ folders, layout }) {
    const kustomizeFiles = [...layout.kustomizeFiles.values()];
    const parsed = new Set(kustomizeFiles.flatMap(parsedFiles));
    // What else kustomize reads goes into ConfigMaps as it is, and may be anything.
    const inputs = new Set(kustomizeFiles.flatMap(({ reads }) => reads.filter(path => !parsed.has(path))));
    const applied = new Set([...folders.values()].flatMap(({ files }) => [...files]));
    return ({ path, text }) => {
        if ((0,workflow/* isWorkflowFile */.Kr)(path))
            return 'GitHub';
        if ((0,kustomize_file/* isKustomizeFileName */.vp)(path))
            return 'kustomize';
        if (/^(?:docker-)?compose(?:\.[\w.-]+)?\.ya?ml$/.test(external_node_path_.posix.basename(path)))
            return 'docker compose';
        if (parsed.has(path))
            return 'kustomize';
        if (inputs.has(path))
            return undefined;
        if (applied.has(path))
            return 'Flux';
        return isManifest(text) ? 'the API server' : undefined;
    };
}
function parsedFiles({ entries, body, folder }) {
    const patches = [...(0,json/* listMember */.DW)(body, 'patches'), ...(0,json/* listMember */.DW)(body, 'patchesJson6902')];
    const texts = [
        ...patches.flatMap(patch => (0,json/* textMember */.SA)(patch, 'path') ?? []),
        ...(0,json/* listMember */.DW)(body, 'patchesStrategicMerge').filter(patch => typeof patch === 'string'),
    ];
    return [
        ...entries.flatMap(({ path }) => path ?? []),
        ...texts.flatMap(text => (text.includes('\n') ? [] : ((0,kustomize_file/* pathBelow */.Br)(folder, text) ?? []))),
    ];
}
/** Whether a text that does not parse was plainly meant to be an object, and is no template of one. */
function isManifest(text) {
    return /^apiVersion:\s*\S/m.test(text) && /^kind:\s*\S/m.test(text) && !/\{\{|\{%|<%|^#@/m.test(text);
}

// EXTERNAL MODULE: ./src/flux/newest-wins.ts
var newest_wins = __webpack_require__(9210);
// EXTERNAL MODULE: ./src/flux/policy.ts
var flux_policy = __webpack_require__(1857);
;// CONCATENATED MODULE: ./src/flux/sample-tags.ts
/**
 * A text that a pattern surely takes, made from its literals and classes; what is repeated without an end, `.`, `\w` and
 * negated classes give the benefit of the doubt. Undefined for what is not read here, such as Unicode classes.
 *
 * @param branch which of the alternatives `a|b` is taken everywhere, from 0; the last one where there are fewer
 */
function sampleTag(pattern, taste, branch = 0) {
    const reader = { pattern, at: 0, taste, branch };
    const text = alternatives(reader);
    return text === undefined || reader.at < pattern.length ? undefined : text;
}
function alternatives(reader) {
    const found = [];
    for (;;) {
        const text = sequence(reader);
        if (text === undefined)
            return undefined;
        found.push(text);
        if (reader.pattern[reader.at] !== '|')
            return found[Math.min(reader.branch, found.length - 1)];
        reader.at += 1;
    }
}
function sequence(reader) {
    let text = '';
    for (;;) {
        const next = reader.pattern[reader.at];
        if (next === undefined || next === '|' || next === ')')
            return text;
        const atom = atomAt(reader);
        if (atom === undefined)
            return undefined;
        const [count, isFixed] = repetition(reader);
        text += atom(count, isFixed);
    }
}
function atomAt(reader) {
    const { pattern, at } = reader;
    const next = pattern[at] ?? '';
    if (next === '(')
        return groupAt(reader);
    if (next === '[')
        return classAt(reader);
    reader.at += 1;
    if (next === '^' || next === '$')
        return () => '';
    if (next === '.')
        return repeated('1');
    if (next !== '\\')
        return /[*+?{]/.test(next) ? undefined : repeated(next);
    const escaped = pattern[at + 1] ?? '';
    reader.at += 1;
    if (escaped === 'd')
        return digits(reader.taste);
    if (escaped === 'w')
        return repeated('1');
    if (/[AzbB]/.test(escaped))
        return () => '';
    return escaped === '' || /\w/.test(escaped) ? undefined : repeated(escaped);
}
function groupAt(reader) {
    const head = /^\((?:\?P?<\w+>|\?:|\?[ims]+(?::|(?=\))))?/.exec(reader.pattern.slice(reader.at))?.[0] ?? '(';
    reader.at += head.length;
    const text = alternatives(reader);
    if (text === undefined || reader.pattern[reader.at] !== ')')
        return undefined;
    reader.at += 1;
    return repeated(text);
}
function classAt(reader) {
    const found = /^\[(\^?)((?:[^\]\\[]|\\.)+)\]/.exec(reader.pattern.slice(reader.at));
    if (found === null)
        return undefined;
    reader.at += found[0].length;
    const [, negation, members = ''] = found;
    if (negation !== '')
        return repeated('1');
    const letter = /([a-zA-Z])-[a-zA-Z]/.exec(members)?.[1];
    const hasDigits = /0-9|\\d/.test(members);
    const isHex = !/[g-zG-Z]/.test(members.replaceAll('\\d', ''));
    if (letter !== undefined && (!hasDigits || reader.taste === 'letters')) {
        // Letters and digits of any length may be meant for digits all the same; a commit never is.
        return (count, isFixed) => (hasDigits && !isHex && !isFixed ? '1' : letter).repeat(count);
    }
    if (hasDigits)
        return digits(reader.taste);
    const single = /^(?:\\([^\w])|([^\\]))/.exec(members);
    const character = single?.[1] ?? single?.[2];
    return character === undefined ? undefined : repeated(character);
}
function repeated(text) {
    return count => text.repeat(count);
}
/** A run of digits such as a date's: it starts with a 2. */
function digits(taste) {
    return (count, isFixed) => {
        const last = taste === 'next-digits' && isFixed ? '1' : '0';
        return count === 1 ? '1' : `2${'0'.repeat(Math.max(0, count - 2))}${last}`;
    };
}
/** How often the atom before is taken, and whether the pattern says so exactly. */
function repetition(reader) {
    const [whole = '', sign, least, most] = /^(?:([*+?])|\{(\d{1,3})(,\d{0,3})?\})\??/.exec(reader.pattern.slice(reader.at)) ?? [];
    reader.at += whole.length;
    if (whole === '')
        return [1, true];
    if (sign !== undefined)
        return [sign === '?' ? 1 : 3, false];
    const count = Number(least);
    return most === undefined ? [count, true] : [Math.max(1, count), false];
}

;// CONCATENATED MODULE: ./src/flux/commit-first.ts



/**
 * Of a pattern that is written for tags with the commit in front, such as `^main-[a-f0-9]+-[0-9]+`: how the order fails with
 * every ending that it takes and that people use (seconds, dates, counters). Undefined when it is right with one of them, or
 * when the pattern is not plainly for such tags.
 */
function commitFirstFault(spec) {
    const formats = formatsOf(spec.filterTags?.pattern ?? '').filter(format => takes(spec, format));
    const outcomes = formats.map(format => (0,newest_wins/* newestWins */.m)(spec, format));
    const losses = outcomes.filter(outcome => !outcome.wins);
    return losses.length < outcomes.length ? undefined : losses.find(({ fault }) => fault === 'older-elected');
}
const COMMIT = /\[(?:0-9a-f|a-f0-9|0-9a-fA-F|a-fA-F0-9|a-f\\d|\\da-f)\](?:\{(\d{1,2})\}|\{\d+,\d*\}|\+)\)?(-|\$$)/;
/** Nothing but literals, and alternatives of literals. */
const LITERAL = /^\^?(?:[\w-]|\\\.|\((?:\?:|\?P?<\w+>)?[\w|.\\-]+\))*$/;
function formatsOf(pattern) {
    const found = COMMIT.exec(pattern);
    const head = pattern.slice(0, found?.index ?? 0).replace(/\((?:\?:|\?P?<\w+>)?$/, '');
    const prefix = LITERAL.test(head) ? sampleTag(head, 'digits') : undefined;
    if (found === null || prefix === undefined)
        return [];
    const digits = Number(found[1] ?? 7);
    const start = (sha) => `${prefix}${sha.slice(0, digits)}${found[2] === '-' ? '-' : ''}`;
    // Nothing behind it, and no other word for it than a commit; behind a number it says which build of that version it is.
    if (found[2] !== '-')
        return found[1] !== undefined && digits >= 7 && !/\d/.test(head) ? [start] : [];
    return [
        (sha, seconds) => `${start(sha)}${seconds}`,
        (sha, seconds) => `${start(sha)}${seconds - 1_600_000_000}`,
        (sha, seconds) => `${start(sha)}${dateOf(seconds)}`,
    ];
}
/** `YYYYMMDDhhmmss`. */
function dateOf(seconds) {
    return new Date(seconds * 1000).toISOString().replace(/\D/g, '').slice(0, 14);
}
const SAMPLES = ['0', 'f', '1234567', 'abcdef'].map(sha => sha.padEnd(40, '0'));
function takes({ filterTags }, format) {
    const spec = { policy: { alphabetical: {} }, filterTags: { pattern: filterTags?.pattern ?? '' } };
    return SAMPLES.every(sha => (0,flux_policy/* evaluatePolicy */.U)(spec, [format(sha, 1_700_000_000)]).error === null);
}

// EXTERNAL MODULE: ./src/flux/inventory/elected-image.ts
var elected_image = __webpack_require__(4946);
// EXTERNAL MODULE: ./src/image/canonical.ts
var canonical = __webpack_require__(7107);
;// CONCATENATED MODULE: ./src/flux/inventory/image-builds.ts



/** Every image that a workflow of the tree pushes with build-push, and what the user states. */
function imageBuildsOf({ builds }, stated) {
    return [...builds.flatMap(image_builds_imagesOf), ...(stated === undefined ? [] : statedBuilds(stated))];
}
function image_builds_imagesOf(build) {
    const { registry, images, insecure, tagPrefix, step, workflow } = build;
    if (!registry.known || !images.known)
        return [];
    // With one that no tag can have the build makes none.
    const prefix = tagPrefix.known && isPrefix(tagPrefix.value) ? tagPrefix.value : undefined;
    return images.value.flatMap(({ image, name, platforms }) => {
        if (image === undefined || !name.known)
            return [];
        return [
            {
                image,
                registry: registry.value,
                name: name.value,
                insecure: insecure.known ? insecure.value : undefined,
                tagPrefix: prefix,
                otherPrefixes: otherBranches(workflow, prefix),
                platforms: platforms.known ? platforms.value : undefined,
                step: build,
                place: { file: step.workflow.path, span: name.span },
            },
        ];
    });
}
/** The first branch, or the one that is named like a main line, is taken for the main line. */
function otherBranches(workflow, prefix) {
    const branches = workflow?.push?.branches;
    if (branches === undefined)
        return workflow?.push === undefined ? [] : undefined;
    if (branches.some(branch => /[*?+[\]!]/.test(branch)))
        return undefined;
    const main = branches.find(branch => branch === 'main' || branch === 'master') ?? branches[0];
    return branches
        .filter(branch => branch !== main && branch !== prefix)
        .map(branch => branch.replaceAll('/', '-'))
        .filter(isPrefix);
}
function isPrefix(text) {
    return (0,image_tag/* prefixProblem */.IP)(text) === undefined;
}
function statedBuilds({ registry, images, tagPrefix, insecure }) {
    return images.map(name => ({
        image: `${registry}/${name}`,
        registry,
        name,
        insecure,
        tagPrefix,
        otherPrefixes: [],
        platforms: undefined,
        step: undefined,
        place: undefined,
    }));
}
/**
 * The builds of a repository's image, whatever the spelling. One is meant although it differs when it is the only one with the same
 * last part of the name, nobody else scans what it pushes, no other repository has a better claim to it, and the address
 * is not one that may be another name for the same place.
 *
 * @param image `spec.image`
 * @param all every image that the tree scans
 */
function matchBuild(image, all, builds) {
    const name = image_builds_canonical(image);
    const same = builds.filter(build => image_builds_canonical(build.image) === name);
    if (same.length > 0)
        return { state: 'same', builds: same };
    const last = lastPart(image);
    const akin = builds.filter(build => lastPart(build.image) === last);
    if (akin.length === 0)
        return { state: 'foreign' };
    const scanned = new Set(all.map(image_builds_canonical));
    const near = akin.filter(build => !scanned.has(image_builds_canonical(build.image)));
    const rivals = all.filter(other => lastPart(other) === last);
    const [build, ...others] = near.filter((candidate, index) => near.findIndex(({ image: known }) => known === candidate.image) === index);
    if (build === undefined || others.length > 0 || new Set(rivals).size > 1)
        return { state: 'foreign' };
    return mayBeSamePlace(image, build) ? { state: 'foreign' } : { state: 'differs', build };
}
function image_builds_canonical(image) {
    return (0,canonical/* canonicalRepository */.J)(image) ?? image;
}
/** A cache in front of the registry keeps its name within its own; inside a cluster, and on one machine, hosts have other names. */
function mayBeSamePlace(image, build) {
    const reference = (0,image_reference/* parseReference */.F2)(image);
    const host = reference?.registry;
    if (reference === undefined || host === build.registry)
        return false;
    if (reference.name.endsWith(`/${build.name}`))
        return true;
    return reference.name === build.name && [host ?? '', build.registry].some(isInnerHost);
}
function isInnerHost(registry) {
    const host = registry.replace(/:\d+$/, '');
    return /^(?:localhost|127\.[\d.]+|\[::1\]|host\.docker\.internal|[^.]+)$|\.svc(?:\.|$)|\.local$/.test(host);
}
function lastPart(image) {
    return (image
        .replace(/[:@].*$/, match => (match.includes('/') ? match : ''))
        .split('/')
        .at(-1) ?? image);
}

// EXTERNAL MODULE: ./src/flux/inventory/marked-image.ts
var marked_image = __webpack_require__(5646);
;// CONCATENATED MODULE: ./src/flux/inventory/policy-tags.ts




/** Finds out which tags a policy is for. */
function policyTagsOf(policy, builds, loop, markers) {
    const built = buildsOf(policy, builds, loop);
    const prefixes = new Set(built.flatMap(build => build.tagPrefix ?? []));
    if (prefixes.size > 0)
        return { from: 'builds', builds: built, formats: formatsFor(policy.spec, built, [...prefixes]) };
    const marked = markers.all.flatMap(marker => {
        const isOwn = marker.policy.state === 'found' && marker.policy.policies.includes(policy);
        return isOwn ? ((0,image_tag/* parseTag */.ED)((0,marked_image/* imageAt */.t)(marker)?.tag ?? '')?.prefix ?? []) : [];
    });
    // A branch's own name may be the prefix as well, and what lies in git may be a placeholder.
    if (marked.length > 0)
        return { from: 'marker', formats: [...new Set(marked)].map(formatOf) };
    const prefix = prefixMeantBy(policy.spec);
    return prefix === undefined ? { from: 'nothing' } : { from: 'pattern', formats: [formatOf(prefix)] };
}
/** Builds of the image that the policy's repository scans, or is meant to. */
function buildsOf({ repository, spec }, builds, { repositories }) {
    const image = repository.state === 'found' ? repository.target.image : undefined;
    if (image === undefined)
        return [];
    const match = matchBuild(image, repositories.flatMap(other => other.image ?? []), builds);
    if (match.state === 'same')
        return match.builds;
    return match.state === 'differs' && isMeantForBuild(spec, match.build) ? [match.build] : [];
}
/** Whether a policy, as far as its filter says, is for the tags of a build and not for somebody's versions. */
function isMeantForBuild(spec, { tagPrefix }) {
    return spec.policy.semver === undefined && accepts(spec, formatOf(tagPrefix ?? 'main').format);
}
/** Tags of the main line; those of another branch where the policy is plainly for that one. */
function formatsFor(spec, builds, prefixes) {
    const main = prefixes.map(formatOf);
    if (main.some(({ format }) => accepts(spec, format)))
        return main;
    const pattern = spec.filterTags?.pattern ?? '';
    const literal = literalPrefix(pattern);
    const isOpen = builds.some(({ otherPrefixes }) => otherPrefixes === undefined);
    const others = isOpen && literal !== undefined ? [literal] : builds.flatMap(({ otherPrefixes }) => otherPrefixes ?? []);
    const own = others.map(formatOf).filter(({ format }) => accepts(spec, format));
    return own.length > 0 ? own : main;
}
function formatOf(prefix) {
    return { prefix, format: (sha, seconds) => (0,image_tag/* printTag */.O4)((0,image_tag/* buildTag */.NQ)(prefix, sha, seconds)) };
}
const policy_tags_SAMPLES = ['0123456', 'fedcba9', '1234567', 'abcdefa', '0000000', 'ffffff0'].map(sha7 => sha7.padEnd(40, '0'));
/** Whether a policy's filter takes every sample of a format. */
function accepts(spec, format) {
    return policy_tags_SAMPLES.every(sha => passesFilter(spec, format(sha, 1_700_000_000)));
}
/** Whether a tag gets through the filter, whatever the order makes of it. */
function passesFilter({ filterTags }, tag) {
    const pattern = filterTags?.pattern;
    const filter = pattern === undefined ? {} : { filterTags: { pattern } };
    return (0,flux_policy/* evaluatePolicy */.U)({ policy: { alphabetical: {} }, ...filter }, [tag]).error === null;
}
/**
 * The prefix of the builds that a pattern is meant for: it starts with it, admits its tags for many commits, and no other kind of tag
 * that people make with that prefix: versions, dates, counters, words.
 */
function prefixMeantBy(spec) {
    const pattern = spec.filterTags?.pattern;
    const prefix = pattern === undefined ? undefined : literalPrefix(pattern);
    if (prefix === undefined || !accepts(spec, formatOf(prefix).format))
        return undefined;
    const others = [
        '1.2.3',
        'v1.2.3',
        '20240131',
        '20240131120000',
        '42',
        'latest',
        'abc1234',
        'abc1234-42',
        '42-abc1234',
        'abc1234-20240131',
    ];
    return others.some(rest => passesFilter(spec, `${prefix}-${rest}`)) ? undefined : prefix;
}
/** `main` of `^main-[a-f0-9]{7}-…`. */
function literalPrefix(pattern) {
    const prefix = /^\^?([A-Za-z0-9_](?:[A-Za-z0-9_-]|\\\.)*?)-(?:\(\?P?<\w+>|\()?(?:\[|\\w|\.\*|\.\+|\()/
        .exec(pattern)?.[1]
        ?.replaceAll('\\.', '.');
    return prefix === undefined || (0,image_tag/* prefixProblem */.IP)(prefix) !== undefined ? undefined : prefix;
}

;// CONCATENATED MODULE: ./src/flux/numeric-key.ts


/**
 * What the pattern alone proves about a numerical order: tags that it surely takes, made from its literals and explicit
 * classes, are elected from. Undefined when nothing is proven, and for any other order.
 */
function numericKeyFault(spec) {
    const { policy, filterTags } = spec;
    const pattern = filterTags?.pattern;
    const isNumerical = policy.semver === undefined && policy.alphabetical === undefined && policy.numerical !== undefined;
    if (pattern === undefined || !isNumerical)
        return undefined;
    const kind = tagsOf(spec, pattern, 'digits');
    const outcomes = [...new Set([...kind, ...tagsOf(spec, pattern, 'letters')])].map(tag => ({
        tags: [tag],
        result: (0,flux_policy/* evaluatePolicy */.U)(spec, [tag]),
    }));
    const failing = outcomes.find(({ result }) => isNoNumber(result));
    if (failing !== undefined) {
        return { kind: outcomes.every(({ result }) => isNoNumber(result)) ? 'never' : 'sometimes', ...failing };
    }
    const next = tagsOf(spec, pattern, 'next-digits');
    for (const [index, tag] of kind.entries()) {
        const tags = [tag, next[index] ?? tag];
        const result = (0,flux_policy/* evaluatePolicy */.U)(spec, tags);
        if (result.random)
            return { kind: 'tied', tags, result };
    }
    return undefined;
}
function isNoNumber({ error }) {
    return error?.startsWith('failed to parse') === true;
}
const BRANCHES = [0, 1, 2, 3, 4];
/** Only what the pattern really takes is evidence. */
function tagsOf(spec, pattern, taste) {
    return BRANCHES.flatMap(branch => {
        const tag = sampleTag(pattern, taste, branch);
        if (tag === undefined || tag === '')
            return [];
        const { stage, error } = (0,flux_policy/* evaluatePolicy */.U)(spec, [tag]);
        return stage === 'InvalidPolicy' || error?.startsWith('version list') === true ? [] : [tag];
    });
}

;// CONCATENATED MODULE: ./src/flux/unknown-groups.ts
/**
 * The names and numbers of a template of Go's Regexp.Expand that the pattern does not have. Flux puts nothing in their place and
 * says nothing.
 *
 * @param groupNames those of the pattern, '' for a group without one; index 0 is the whole match
 */
function unknownGroups(template, groupNames) {
    const names = [...template.matchAll(/\$\$|\$\{([\p{L}\p{Nd}_]+)\}|\$([\p{L}\p{Nd}_]+)/gu)].flatMap(([, braced, bare]) => braced ?? bare ?? []);
    return names.filter(name => /^(?:0|[1-9][0-9]{0,8})$/.test(name) ? Number(name) >= groupNames.length : !groupNames.includes(name));
}

;// CONCATENATED MODULE: ./actions/verify-manifests/newest-outcome.ts

const known = new Map();
/** See newestWins. Most policies of a tree are alike, and each is tried with more than a hundred pairs of builds. */
function newestOutcome(spec, { prefix, format }) {
    const key = JSON.stringify([spec, prefix]);
    const former = known.get(key);
    if (former !== undefined)
        return former;
    const outcome = (0,newest_wins/* newestWins */.m)(spec, format);
    if (known.size >= 1000)
        known.clear();
    known.set(key, outcome);
    return outcome;
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rule.ts

/** A report about a part of an object; the place is that of its value, in a patch too, or of the nearest part that is written. */
function reportAt(resource, keys, report) {
    const { span } = report;
    return { ...report, ...(span === undefined ? (0,inventory_resource/* originOf */.yv)(resource, ...keys) : { file: resource.file.path, span }) };
}

;// CONCATENATED MODULE: ./actions/verify-manifests/policy-verdict.ts












const verdicts = new WeakMap();
/** Judges every policy of a tree once for all rules, each fault by one rule only. What a patch may change is not judged. */
function policyVerdicts(context) {
    const known = verdicts.get(context);
    if (known !== undefined)
        return known;
    const { loop, builds, markers } = context;
    const judged = loop.policies.flatMap(policy => {
        if (policy.placement.isRewritten || isSubstituted(policy))
            return [];
        const tags = policyTagsOf(policy, builds, loop, markers);
        const fault = faultOf(policy, tags);
        // Somebody else may push the tags that the policy waits for, unless it is plainly for those of the build.
        const isCertain = !REJECTIONS.includes(fault?.rule ?? '') ||
            rangeFault(policy.spec) !== undefined ||
            isForBuild(policy, tags) ||
            !hasOtherPublishers(context.inventory);
        return [{ policy, tags, fault: isCertain ? fault : undefined }];
    });
    const settled = judged.map(verdict => (waitsForOthers(verdict, judged) ? { ...verdict, fault: undefined } : verdict));
    verdicts.set(context, settled);
    return settled;
}
/** Where another policy of the repository takes the build's tags, one that does not is for tags that somebody else makes. */
function waitsForOthers({ policy, tags, fault }, all) {
    if (!REJECTIONS.includes(fault?.rule ?? '') || rangeFault(policy.spec) !== undefined || isForBuild(policy, tags)) {
        return false;
    }
    const image = (0,elected_image/* imageOf */.dT)(policy);
    return all.some(other => other.policy !== policy &&
        other.fault === undefined &&
        (0,elected_image/* imageOf */.dT)(other.policy) === image &&
        other.tags.from === 'builds');
}
/** Prefix, commit and time, as the build has them. */
function isForBuild({ spec }, tags) {
    const tag = sampleTag(spec.filterTags?.pattern ?? '', 'letters');
    const [, prefix] = /^(.+)-[0-9a-f]{6,12}-[0-9]{10}$/.exec(tag ?? '') ?? [];
    return tags.from === 'builds' && tags.builds.some(({ tagPrefix }) => tagPrefix === prefix && prefix !== undefined);
}
const REJECTIONS = ['policy-accepts-build-tag', 'policy-semver-tags'];
/** Whether a workflow pushes images by other means than build-push. */
function hasOtherPublishers({ workflows }) {
    return workflows.some(({ steps }) => steps.some(({ uses = '', run = '' }) => /^(?!.*\/actions\/build-push(?:@|$)).*(?:build-?push|\/(?:bake|metadata)-action|push-to-registry|goreleaser|kaniko|\/ko-|\/jib)/i.test(uses) ||
        /\b(?:docker (?:image |compose )?(?:push|tag)|buildx|crane|skopeo|oras|regctl|nerdctl|(?:podman|buildah) push|kaniko|goreleaser|ko (?:build|publish)|earthly)\b/.test(run)));
}
/** What the judgement of the policies says under one rule. */
function policyReports(context, rule) {
    return policyVerdicts(context).flatMap(({ policy: { resource }, fault }) => {
        if (fault?.rule !== rule)
            return [];
        const { keys, message, found, expected, fix, witness } = fault;
        return [
            reportAt(resource, keys, {
                message,
                found,
                expected,
                fix: { text: fix },
                ...(witness.length === 0 ? {} : { witness }),
            }),
        ];
    });
}
/** A variable in what decides, which a Kustomization will fill in; in `extract` it is a mistake (see substitutedGroup). */
function isSubstituted({ spec, placement }) {
    const { policy, filterTags } = spec;
    const decides = [filterTags?.pattern, policy.semver?.range, policy.alphabetical?.order, policy.numerical?.order];
    return placement.isPatched && decides.some(text => text?.includes('${') === true);
}
function faultOf(policy, tags) {
    const { spec } = policy;
    const early = choiceFault(spec) ?? patternFault(spec) ?? variableFault(policy);
    if (early !== undefined)
        return early;
    const applied = specAsApplied(policy);
    return groupFault(applied) ?? orderFault(applied, tags);
}
const CHOICES = ['semver', 'alphabetical', 'numerical'];
function choiceFault({ policy }) {
    const chosen = CHOICES.filter(choice => policy[choice] !== undefined);
    if (chosen.length === 1)
        return directionFault(policy);
    return {
        rule: 'policy-single-choice',
        keys: ['spec', 'policy'],
        message: chosen.length === 0
            ? 'the policy says no order: every schema accepts it, and Flux stalls at run time'
            : `of ${chosen.join(' and ')} Flux takes ${chosen[0] ?? ''} and says nothing about the rest`,
        found: chosen.length === 0 ? 'no order' : chosen.join(', '),
        expected: 'one of semver, alphabetical, numerical',
        fix: 'policy:\n  numerical:\n    order: asc',
        witness: [],
    };
}
/** Flux refuses any other word at run time, whatever a schema says. */
function directionFault({ alphabetical, numerical }) {
    const order = (alphabetical ?? numerical)?.order;
    if (order === undefined || /^(?:asc|desc|)$/i.test(order))
        return undefined;
    return {
        rule: 'policy-single-choice',
        keys: ['spec', 'policy', alphabetical === undefined ? 'numerical' : 'alphabetical', 'order'],
        message: `there is no order "${order}", so Flux stalls`,
        found: order,
        expected: 'asc or desc',
        fix: 'order: asc',
        witness: [],
    };
}
function patternFault({ filterTags }) {
    const pattern = filterTags?.pattern;
    const compiled = pattern === undefined ? undefined : (0,regexp/* compileRegexp */.N)(pattern);
    if (compiled === undefined || pattern === undefined || !('error' in compiled))
        return undefined;
    return {
        rule: 'policy-pattern-valid',
        keys: ['spec', 'filterTags', 'pattern'],
        message: `the pattern is none of Go's, so Flux stalls: ${compiled.error}`,
        found: pattern,
        expected: 'a regular expression of RE2: no look-arounds, no back-references, no possessive groups',
        fix: `pattern: '${(0,image_tag/* buildTagPattern */.ft)('main')}'`,
        witness: [],
    };
}
function variableFault({ spec, resource, placement }) {
    const { extract = '' } = spec.filterTags ?? {};
    const variable = /(?<!\$)\$\{(\w+)\}/.exec(extract);
    if (variable === null || !isPostBuilt(resource, placement))
        return undefined;
    return {
        rule: 'policy-extract-group',
        keys: ['spec', 'filterTags', 'extract'],
        message: `the Kustomization that applies this policy substitutes variables, and takes ${variable[0]} for one of them: the build fails, or the group is gone`,
        found: extract,
        expected: `$${variable[1] ?? ''}, without braces`,
        fix: `extract: '$${variable[1] ?? ''}'`,
        witness: [],
    };
}
/** `$${ts}` is how a group is written past the substitution. */
function specAsApplied({ spec, resource, placement }) {
    const extract = spec.filterTags?.extract;
    if (extract?.includes('$${') !== true || !isPostBuilt(resource, placement))
        return spec;
    return { ...spec, filterTags: { ...spec.filterTags, extract: extract.replaceAll('$${', () => '${') } };
}
function groupFault(spec) {
    const { pattern = '', extract = '' } = spec.filterTags ?? {};
    const compiled = (0,regexp/* compileRegexp */.N)(pattern);
    if (extract === '' || 'error' in compiled)
        return undefined;
    const groups = compiled.regexp.groupNames.flatMap((name, index) => index === 0 ? [] : [name === '' ? `$${index}` : `$${name}`]);
    const expected = groups.length === 0 ? 'a pattern with a group, such as (?P<ts>[0-9]{10})' : `one of ${groups.join(', ')}`;
    const [unknown] = unknownGroups(extract, compiled.regexp.groupNames);
    if (unknown === undefined)
        return undefined;
    const meant = groups.find(group => unknown.startsWith(group.slice(1)));
    return {
        rule: 'policy-extract-group',
        keys: ['spec', 'filterTags', 'extract'],
        message: `the pattern has no group "${unknown}", and Flux puts nothing in its place, without an error${meant === undefined ? '' : ': a name is the longest run of letters, digits and _'}`,
        found: extract,
        expected,
        fix: groups[0] === undefined
            ? `pattern: '${(0,image_tag/* buildTagPattern */.ft)('main')}'\nextract: '$ts'`
            : `extract: '${meant ?? groups[0]}'`,
        witness: [
            `every tag gives ${JSON.stringify(extract.replaceAll(`\${${unknown}}`, '').replaceAll(`$${unknown}`, ''))}`,
        ],
    };
}
/** Whether variables are filled in: with at least one given, and unless the object says otherwise. */
function isPostBuilt(resource, { by }) {
    if (by === undefined)
        return false;
    const variables = (0,inventory_resource/* valueIn */.xm)(by.resource, 'spec', 'postBuild', 'substitute');
    const hasVariables = typeof variables === 'object' && variables !== null && Object.keys(variables).length > 0;
    if (!hasVariables && (0,inventory_resource/* listIn */.Of)(by.resource, 'spec', 'postBuild', 'substituteFrom').length === 0)
        return false;
    const key = 'kustomize.toolkit.fluxcd.io/substitute';
    return ['annotations', 'labels'].every(part => (0,inventory_resource/* textIn */.r7)(resource, 'metadata', part, key) !== 'disabled');
}
function orderFault(spec, tags) {
    const range = rangeFault(spec);
    if (range !== undefined)
        return range;
    if (tags.from === 'nothing')
        return numberFault(spec) ?? commitFault(spec);
    const outcomes = tags.formats.map(named => ({ named, outcome: newestOutcome(spec, named) }));
    if (outcomes.some(({ outcome }) => outcome.wins))
        return undefined;
    for (const { named, outcome } of outcomes) {
        if (outcome.wins)
            continue;
        // A marker's tag that the policy does not take may be a placeholder, or from before a change of mind.
        if (outcome.fault === 'tag-rejected' && tags.from !== 'builds')
            return undefined;
        return newestFault(spec, named.prefix, outcome.fault, outcome.witness, isTurned(spec, named));
    }
    return undefined;
}
/** Without a build: the pattern is for tags with the commit in front, and no ending makes the order right. */
function commitFault(spec) {
    const outcome = commitFirstFault(spec);
    if (outcome === undefined)
        return undefined;
    const tag = outcome.witness.builds[0]?.tag ?? '';
    return newestFault(spec, (0,image_tag/* parseTag */.ED)(tag)?.prefix ?? 'main', outcome.fault, outcome.witness);
}
function newestFault(spec, prefix, fault, witness, isDirection = false) {
    const { builds, result } = witness;
    const newest = builds.at(-1)?.tag ?? '';
    const order = CHOICES.find(choice => spec.policy[choice] !== undefined) ?? 'numerical';
    const right = `filterTags:\n  pattern: '${(0,image_tag/* buildTagPattern */.ft)(prefix)}'\n  extract: '$ts'\npolicy:\n  numerical:\n    order: asc`;
    const made = builds.length === 1
        ? [`the build makes ${newest}`]
        : builds.map(({ tag }, index) => `${index === builds.length - 1 ? 'newest' : 'older'}: ${tag}`);
    if (fault === 'tag-rejected') {
        return {
            rule: order === 'semver' ? 'policy-semver-tags' : 'policy-accepts-build-tag',
            keys: order === 'semver' ? ['spec', 'policy', 'semver', 'range'] : ['spec', 'filterTags', 'pattern'],
            message: order === 'semver'
                ? 'no tag of the build is a version, so Flux never elects one'
                : 'the policy takes no tag of the build, so Flux never elects one',
            found: order === 'semver' ? (spec.policy.semver?.range ?? '') : (spec.filterTags?.pattern ?? ''),
            expected: order === 'semver' ? 'an order by the time in the tag' : `a pattern that takes ${newest}`,
            fix: right,
            witness: [...made, `Flux reports: ${result.error ?? ''}`],
        };
    }
    if (order === 'numerical' && (fault === 'random' || result.error?.startsWith('failed to parse') === true)) {
        return {
            rule: 'policy-numeric-key',
            keys: spec.filterTags?.extract === undefined ? ['spec', 'policy', 'numerical'] : ['spec', 'filterTags', 'extract'],
            message: fault === 'random'
                ? 'the numbers are above 2^53, where several tags are equal, and Flux chooses among them at random'
                : 'what is compared is no number, and one such tag fails the whole policy',
            found: spec.filterTags?.extract ?? 'the whole tag',
            expected: 'the time of the build: ten digits',
            fix: right,
            witness: [
                ...made,
                result.error === null ? `Flux elects one of ${result.candidates.join(', ')}` : `Flux reports: ${result.error}`,
            ],
        };
    }
    const keys = isDirection ? ['spec', 'policy', order, 'order'] : ['spec', 'policy', order];
    return {
        rule: 'policy-elects-newest',
        keys,
        message: fault === 'policy-error'
            ? `the policy fails: ${result.error ?? ''}`
            : 'the newest build is not the one that Flux elects: what is compared does not grow with the time of the build',
        found: `${order}${orderOf(spec, order)} on ${spec.filterTags?.extract ?? 'the whole tag'}`,
        expected: 'the newest build, whatever its commit is',
        fix: right,
        witness: [
            ...made,
            result.error === null
                ? result.random
                    ? `Flux elects one of ${result.candidates.join(', ')}, at random`
                    : `Flux elects ${result.selectedTag ?? ''}`
                : `Flux reports: ${result.error}`,
        ],
    };
}
/** Whether the other direction would be right. */
function isTurned(spec, named) {
    const order = spec.policy.numerical === undefined ? 'alphabetical' : 'numerical';
    const direction = spec.policy[order]?.order;
    if (direction === undefined)
        return false;
    const other = direction.toLowerCase() === 'desc' ? 'asc' : 'desc';
    return newestOutcome({ ...spec, policy: { [order]: { order: other } } }, named).wins;
}
function orderOf({ policy }, order) {
    if (order === 'semver')
        return ` ${policy.semver?.range ?? ''}`;
    const direction = policy[order]?.order;
    return direction === undefined ? '' : ` ${direction}`;
}
/** A range that is none fails whatever the tags are. */
function rangeFault(spec) {
    const range = spec.policy.semver?.range;
    if (range === undefined)
        return undefined;
    const result = (0,flux_policy/* evaluatePolicy */.U)({ policy: { semver: { range } } }, ['1.0.0']);
    if (result.stage !== 'InvalidPolicy')
        return undefined;
    return {
        rule: 'policy-semver-tags',
        keys: ['spec', 'policy', 'semver', 'range'],
        message: `the range is none, so Flux stalls: ${result.error ?? ''}`,
        found: range,
        expected: "a range of versions, such as '>=1.0.0 <2.0.0'",
        fix: "range: '>=1.0.0'",
        witness: [],
    };
}
/** What can be told of a numerical order by the pattern alone: a group of letters, or of too many digits. */
function numberFault(spec) {
    const fault = numericKeyFault(spec);
    if (fault === undefined)
        return undefined;
    const { kind, tags, result } = fault;
    const extract = spec.filterTags?.extract;
    return {
        rule: 'policy-numeric-key',
        keys: extract === undefined ? ['spec', 'policy', 'numerical'] : ['spec', 'filterTags', 'extract'],
        message: kind === 'tied'
            ? 'the numbers are above 2^53, where several tags are equal, and Flux chooses among them at random'
            : kind === 'never'
                ? 'what is compared is never a number, and the policy fails with any tag that the pattern takes'
                : 'what is compared need not be a number, and one tag that is none fails the whole policy',
        found: `${extract ?? 'the whole tag'} of ${spec.filterTags?.pattern ?? ''}`,
        expected: 'a group of at most 15 digits, such as (?P<ts>[0-9]{10})',
        fix: `pattern: '${(0,image_tag/* buildTagPattern */.ft)('main')}'\nextract: '$ts'`,
        witness: kind === 'tied'
            ? [`${tags.join(' and ')} are the same number`, `Flux elects one of ${result.candidates.join(', ')}, at random`]
            : [`the pattern takes ${tags.join(', ')}`, `Flux reports: ${result.error ?? ''}`],
    };
}

// EXTERNAL MODULE: ./src/yaml/go/byte-string.ts
var byte_string = __webpack_require__(5886);
// EXTERNAL MODULE: ./src/yaml/go/parse-document.ts + 17 modules
var parse_document = __webpack_require__(6450);
// EXTERNAL MODULE: ./src/yaml/go/yaml-problem.ts
var yaml_problem = __webpack_require__(6105);
// EXTERNAL MODULE: ./src/flux/setters/documents.ts
var setters_documents = __webpack_require__(2862);
;// CONCATENATED MODULE: ./src/flux/setters/is-read-by-go.ts




/** Whether go-yaml, and so Flux and kustomize, reads every document of a text. */
function isReadByGo(text) {
    const documents = (0,setters_documents/* splitDocuments */.Z)((0,byte_string/* toByteString */.pv)(text).replaceAll('\r\n', '\n'));
    if (documents === undefined)
        return false;
    try {
        for (const document of documents)
            (0,parse_document/* parseDocument */.T)(document.text);
        return true;
    }
    catch (error) {
        if (error instanceof yaml_problem/* YamlProblem */.l)
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/yaml-valid.ts





const yamlValidRule = {
    id: 'yaml-valid',
    severity: 'error',
    summary: 'Files that Flux, kustomize, GitHub or docker compose read are YAML, and mean what they seem to.',
    why: 'One file that does not parse stops the whole Kustomization. Of a key that stands twice only one counts. A bare `0777` or `1e3` is a number and no text, and the API server refuses it where it wants text; a bare `yes` is text for Flux and `true` for kubectl and Helm.',
    fix: 'Put quotes around what is text; remove the second key.',
    examples: [
        {
            title: 'a manifest that does not parse',
            files: {
                'website/config.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  # expect-below: yaml-valid
  mode: fast: really
`,
            },
        },
        {
            title: 'a key that stands twice',
            files: {
                'website/config.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  mode: fast
  level: high
  mode: slow # expect: yaml-valid
`,
            },
        },
        {
            title: 'numbers where text belongs',
            files: {
                'website/config.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  umask: 0777 # expect: yaml-valid
  budget: 1_000 # expect: yaml-valid
  factor: 1e3 # expect: yaml-valid
  since: 2024-01-01 # expect: yaml-valid
`,
            },
        },
        {
            title: 'a bare yes, which is not the same to everybody',
            files: {
                'website/backend.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: backend
spec:
  selector:
    matchLabels: {app: backend}
  template:
    metadata:
      labels: {app: backend}
    spec:
      containers:
        - name: backend
          image: registry.example.com/website/backend:1.0.0
          env:
            - name: CACHE
              value: yes # expect: yaml-valid
`,
            },
        },
        {
            title: 'a template that was never filled in',
            files: {
                'website/kustomization.yaml': 'resources: [config.yaml]\n',
                'website/config.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  mode: {{ mode }} # expect: yaml-valid
`,
            },
        },
        {
            title: 'quotes, an octal mode where a number belongs, and files of others',
            files: {
                'website/config.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  umask: "0777"
  cache: "yes"
  port: "22:22"
  time: 22:22
`,
                'website/pod.yaml': `apiVersion: v1
kind: Pod
metadata:
  name: backend
spec:
  containers:
    - name: backend
      image: registry.example.com/website/backend:1.0.0
  volumes:
    - name: settings
      configMap:
        name: settings
        defaultMode: 0644
`,
                'template/{{ name }}.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n{% if name %}\n  name: {{ name }}\n{% endif %}\n',
                'mkdocs.yml': 'markdown_extensions:\n  - emoji: !!python/name:material.emoji\n',
            },
        },
    ],
    *check({ inventory }) {
        const readerOf = fileReaders(inventory);
        for (const file of inventory.files.values()) {
            const reader = readerOf(file);
            yield* unreadable(file, reader);
            if (reader === undefined)
                continue;
            for (const document of file.documents)
                yield* doubled(file, document, reader);
        }
        const seen = new Set();
        const patches = inventory.parts.filter(({ file }) => readerOf(file) !== undefined);
        for (const resource of [...inventory.resources, ...patches]) {
            for (const odd of oddTexts(resource))
                if (isSurprise(odd))
                    yield surprise(resource, odd);
            if (seen.has(resource.document) || readerOf(resource.file) === undefined)
                continue;
            seen.add(resource.document);
            yield* mapsAsKeys(resource);
        }
    },
};
function* unreadable(file, reader) {
    // Of files with markers the rule marker-file-parses speaks.
    if (reader === undefined || file.problems.length === 0 || file.text.includes('"$imagepolicy"'))
        return;
    // What our reader refuses is right for Go's if that reads it: a comment close behind a quote, a bracket at the margin.
    if (reader !== 'GitHub' && isReadByGo(file.text))
        return;
    for (const { message, span } of file.problems) {
        yield {
            file: file.path,
            span,
            message: `${message}: ${consequences[reader]}`,
            found: lineOf(file, span.line),
            expected: 'YAML',
        };
    }
}
const consequences = {
    Flux: 'Flux cannot build the Kustomization that this file belongs to, and applies nothing of it',
    kustomize: 'kustomize cannot build what this file belongs to',
    GitHub: 'GitHub does not run this workflow',
    'docker compose': 'docker compose refuses this file',
    'the API server': 'this object cannot be applied',
};
function* doubled(file, document, reader) {
    for (const { key, start, end } of document.doubledKeys) {
        const span = file.span(start, end);
        const what = reader === 'kustomize' ? 'only one of the two counts' : `${reader === 'Flux' ? 'kustomize' : reader} refuses that`;
        yield {
            file: file.path,
            span,
            message: `the key ${JSON.stringify(key)} stands twice in one map: ${what}`,
            found: lineOf(file, span.line),
            expected: 'each key once',
            fix: { text: `Remove one of the two ${JSON.stringify(key)}` },
        };
    }
}
/** `{{ x }}` without quotes is a map whose key is a map, which nothing can be made of. */
function* mapsAsKeys({ file, document }) {
    if (!/\{\s*\{/.test(file.text))
        return;
    for (const { start, end } of (0,source_file/* mapsWithMapsAsKeys */.vt)(document)) {
        const span = file.span(start, end);
        yield {
            file: file.path,
            span,
            message: 'a map whose key is a map, as a template without quotes comes to: kustomize cannot build what this file belongs to',
            found: lineOf(file, span.line),
            expected: 'a plain key; a value with braces between quotes',
        };
    }
}
/** Numbers and truth values that everybody reads alike are a matter of types, and so of schema-valid. */
function isSurprise({ source, reading }) {
    if (reading === 'number')
        return !/^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/.test(source);
    return reading !== 'truth';
}
function surprise(resource, odd) {
    const { keys, source, start, end, reading, area } = odd;
    const quoted = JSON.stringify(source);
    const edits = [{ file: resource.file.path, start, end, text: quoted }];
    const isRefused = reading === 'number' && area !== 'annotation';
    return {
        file: resource.file.path,
        span: (0,inventory_resource/* placeOf */.$t)(resource, ...keys),
        severity: isRefused ? 'error' : 'warning',
        message: `${fieldName(keys)} of ${(0,inventory_resource/* titleOf */.Gg)(resource)} must be text, and ${readAs(odd)}`,
        found: source,
        expected: quoted,
        fix: { text: quoted, edits },
    };
}
function readAs({ source, reading, area }) {
    if (reading === 'text-but-1.1-truth')
        return `kubectl and Helm read ${source} as a truth value; kustomize keeps the text`;
    if (reading === 'date')
        return `kustomize reads ${source} as a date and writes it out in full, with a time`;
    if (area === 'annotation')
        return `${source} is a number: kustomize keeps the text, kubectl is refused`;
    if (area === 'label')
        return `${source} is a number: the API server refuses it, or Flux drops all labels of the object`;
    return `${source} is a number: the API server refuses it`;
}
function fieldName(keys) {
    return keys.reduce((text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text === '' ? '' : '.'}${key}`), '');
}
function lineOf(file, line) {
    return (file.text.split(/\r?\n/, line)[line - 1] ?? '').trim();
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/schema-valid.ts










const schemaValidRule = {
    id: 'schema-valid',
    severity: 'error',
    summary: "Objects fit the schema of their kind: that of a CRD in the tree, and for Flux's own kinds at least the types of the fields that matter.",
    why: 'The API server refuses an object with an unknown, missing or wrong field, and Flux then applies nothing of its Kustomization.',
    fix: 'Write the field as the schema has it. CRDs are taken from the tree, `gotk-components.yaml` above all; CEL rules are not evaluated.',
    examples: [
        {
            title: 'a field that the CRD does not know, one of the wrong type, and one that is missing',
            files: {
                'crd.yaml': exampleCrd(),
                'probe.yaml': `apiVersion: example.com/v1
kind: Probe
metadata:
  name: website
spec: # expect: schema-valid
  intervall: 5m # expect: schema-valid
  retries: many # expect: schema-valid
  mode: sometimes # expect: schema-valid
  free:
    anything: [goes]
`,
            },
        },
        {
            title: 'an object that fits, with values that a substitution fills in',
            files: {
                'crd.yaml': exampleCrd(),
                'probe.yaml': `apiVersion: example.com/v1
kind: Probe
metadata:
  name: website
spec:
  url: https://example.com
  interval: 5m
  retries: \${RETRIES}
  port: http
  free:
    anything: [goes]
`,
            },
        },
        {
            title: "a wrong type in one of Flux's kinds, without a CRD",
            files: {
                'website.yaml': `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: website
  namespace: flux-system
spec:
  interval: 60 # expect: schema-valid
  url: https://example.com/website.git
  ref:
    branch: main
`,
            },
        },
        {
            title: 'a number and a truth value where Kubernetes wants text',
            files: {
                'website/config.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  port: 8080 # expect: schema-valid
  cache: true # expect: schema-valid
  level: "3"
`,
            },
        },
        {
            title: 'a field that a patch adds',
            files: {
                'crd.yaml': exampleCrd(),
                'base/kustomization.yaml': 'resources: [probe.yaml]\npatches:\n  - path: patch.yaml\n',
                'base/probe.yaml': `apiVersion: example.com/v1
kind: Probe
metadata:
  name: website
spec:
  interval: 5m
`,
                'base/patch.yaml': `apiVersion: example.com/v1
kind: Probe
metadata:
  name: website
spec:
  url: https://example.com
`,
            },
        },
    ],
    *check(context) {
        const { inventory } = context;
        const isTold = toldOfPolicies(context);
        const schemasOf = crdSchemas(inventory);
        const readerOf = fileReaders(inventory);
        // What a generator takes as it is may look like an object as well.
        const patches = inventory.parts.filter(({ file }) => readerOf(file) !== undefined);
        for (const resource of [...inventory.resources, ...patches])
            yield* untypedTexts(resource);
        for (const resource of inventory.resources) {
            const severity = reachesCluster(resource, inventory) ? 'error' : 'warning';
            const isRewritten = inventory.placementsOf(resource).some(placement => placement.isRewritten);
            for (const problem of schemaProblems(resource, schemasOf)) {
                if (problem.kind === 'value' && isTold(resource, problem.keys))
                    continue;
                // A patch may bring it.
                if (problem.kind !== 'missing' || !isRewritten)
                    yield { ...describe(resource, problem), severity };
            }
        }
    },
};
/** Whether a rule for policies says of a value what is wrong with it, and says it better. */
function toldOfPolicies(context) {
    const told = policyVerdicts(context).flatMap(({ policy, fault }) => fault === undefined ? [] : [{ resource: policy.resource, keys: JSON.stringify(fault.keys) }]);
    return (resource, keys) => told.some(one => one.resource === resource && one.keys === JSON.stringify(keys));
}
/** Plain numbers and truth values where Kubernetes wants text; what is stranger than that is a matter of yaml-valid. */
function* untypedTexts(resource) {
    for (const odd of oddTexts(resource)) {
        const { source, reading, area, start, end, keys } = odd;
        if (isSurprise(odd) || area === 'annotation')
            continue;
        const text = JSON.stringify(source);
        yield {
            ...reportOf(resource, keys, `must be text, and ${source} is ${reading === 'truth' ? 'true or false' : 'a number'}`),
            found: source,
            expected: text,
            fix: { text, edits: [{ file: resource.file.path, start, end, text }] },
        };
    }
}
/** What every schema of the kind finds wrong: a cluster with another one may take the object. */
function schemaProblems(resource, schemasOf) {
    const candidates = schemasOf(resource.group, resource.kind);
    const inVersion = candidates.flatMap(({ versions }) => {
        const schema = versions.get(resource.version);
        return schema === undefined ? [] : [schema];
    });
    if (inVersion.length === 0) {
        const floor = fluxFields(resource.group, resource.kind);
        return floor === undefined ? [] : check(resource, floor);
    }
    const [first = [], ...others] = inVersion.map(schema => check(resource, schema));
    return first.filter(problem => others.every(found => found.some(other => isSame(problem, other))));
}
function isSame(left, right) {
    return left.kind === right.kind && JSON.stringify(left.keys) === JSON.stringify(right.keys);
}
function check(resource, schema) {
    const problems = checkObject(schema, resource.body, { typeAt: (keys, value) => goTypeAt(resource, keys, value) });
    if (problems.length === 0)
        return problems;
    // What oddTexts finds is reported there.
    const told = new Set([...oddTexts(resource)].map(({ keys }) => JSON.stringify(keys)));
    return problems.filter(({ keys }) => !told.has(JSON.stringify(keys)));
}
/** Go's reader takes `1_000` and `0b11` for numbers and `2024-01-01` for text; ours does not, or the other way round. */
function goTypeAt(resource, keys, value) {
    if (typeof value !== 'string' || !/^[-+.0-9]/.test(value))
        return undefined;
    const source = plainSource((0,inventory_resource/* partIn */.Vl)(resource, ...keys));
    return source !== undefined && readingOf(source) === 'number' ? 'integer' : undefined;
}
function describe(resource, problem) {
    const { keys, kind, message, expected } = problem;
    const value = (0,inventory_resource/* valueIn */.xm)(resource, ...keys);
    const fix = fixOf(resource, problem);
    return {
        ...reportOf(resource, keys, message),
        ...(kind === 'unknown' && resource.made === undefined ? { span: (0,inventory_resource/* keyPlaceOf */.w8)(resource, ...keys) } : {}),
        expected,
        ...(kind === 'missing' || value === undefined
            ? {}
            : { found: kind === 'unknown' ? String(keys.at(-1)) : shortly(value) }),
        ...(fix === undefined ? {} : { fix }),
    };
}
function reportOf(resource, keys, message) {
    const field = fieldName(keys);
    const what = field === '' ? (0,inventory_resource/* titleOf */.Gg)(resource) : `${field} of ${(0,inventory_resource/* titleOf */.Gg)(resource)}`;
    return {
        ...(0,inventory_resource/* originOf */.yv)(resource, ...keys),
        message: `${what} ${message}: the API server refuses the object`,
    };
}
function fixOf(resource, { kind, keys, expected, meant }) {
    if (kind === 'missing')
        return { text: `Add ${expected}` };
    // What a patch made of it does not stand in the file.
    if (resource.made !== undefined)
        return { text: kind === 'unknown' ? `Remove ${String(keys.at(-1))}` : `Write ${expected}` };
    const path = [...resource.path, ...keys];
    if (kind === 'unknown') {
        if (meant === undefined)
            return { text: `Remove ${String(keys.at(-1))}, or write ${expected}` };
        const written = String(keys.at(-1));
        if ((0,inventory_resource/* valueIn */.xm)(resource, ...keys.slice(0, -1), meant) !== undefined)
            return { text: `Remove ${written}` };
        // Beyond a wrong case it is a good guess, and no more.
        const isCertain = written.toLowerCase() === meant.toLowerCase();
        return { text: `${meant}:`, ...(isCertain ? editsOf(resource, (0,source_file/* keyRangeAt */.QV)(resource.document, path), meant) : {}) };
    }
    const source = plainSource((0,source_file/* partAt */.l0)(resource.document, path));
    if (kind !== 'type' || source === undefined || expected !== 'text')
        return undefined;
    // `60` may be 60s or 60m: that it is text is certain, what it says is not.
    return { text: /^[0-9.]+$/.test(source) && keys.at(-1) === 'interval' ? `${source}s` : JSON.stringify(source) };
}
function editsOf(resource, range, text) {
    if (range === undefined)
        return {};
    const [start, end] = range;
    return { edits: [{ file: resource.file.path, start, end, text }] };
}
function shortly(value) {
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
    const [line = ''] = text.split('\n');
    return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
/** Kinds without a schema in the tree, as `group/version Kind`, sorted: what only a schema tool can check. */
function uncheckedKinds(inventory) {
    const schemasOf = crdSchemas(inventory);
    const unchecked = new Set();
    for (const resource of inventory.resources) {
        const { group, version, kind } = resource;
        const isKnown = schemasOf(group, kind).some(({ versions }) => versions.get(version) !== undefined);
        if (!isKnown)
            unchecked.add(kindName(resource));
    }
    return [...unchecked].sort();
}
/** As it stands in a manifest: `apps/v1 Deployment`. */
function kindName({ group, version, kind }) {
    return `${group === '' ? '' : `${group}/`}${version} ${kind}`;
}
function exampleCrd() {
    return `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: probes.example.com
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Probe, plural: probes}
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
              required: [url]
              properties:
                url: {type: string}
                interval: {type: string}
                retries: {type: integer, minimum: 0}
                mode: {type: string, enum: [always, never]}
                port: {x-kubernetes-int-or-string: true}
                free: {type: object, x-kubernetes-preserve-unknown-fields: true}
`;
}

;// CONCATENATED MODULE: ./actions/verify-manifests/schema-tool-reports.ts

/** kubeconform's `-output json -verbose`, of objects that bear their index as name; undefined when it is no report. */
function readKubeconformReport(stdout) {
    const report = (0,json/* parseJson */.qF)(stdout);
    if ((0,json/* member */.Dc)(report, 'resources') === undefined)
        return undefined;
    return (0,json/* listMember */.DW)(report, 'resources').flatMap(resource => {
        const index = Number((0,json/* textMember */.SA)(resource, 'name') ?? 'none');
        if (!Number.isInteger(index))
            return [];
        const status = (0,json/* textMember */.SA)(resource, 'status');
        const violations = (0,json/* listMember */.DW)(resource, 'validationErrors').map(error => ({
            pointer: (0,json/* textMember */.SA)(error, 'path') ?? '',
            message: (0,json/* textMember */.SA)(error, 'msg') ?? 'does not fit its schema',
        }));
        return [{ index, isChecked: status === 'statusValid' || status === 'statusInvalid', violations }];
    });
}
/** flux-schema's `validate --output json` of documents on standard input; undefined when it is no report. */
function readFluxSchemaReport(stdout) {
    const report = (0,json/* member */.Dc)((0,json/* parseJson */.qF)(stdout), 'report');
    if ((0,json/* member */.Dc)(report, 'results') === undefined)
        return undefined;
    return (0,json/* listMember */.DW)(report, 'results').flatMap(result => {
        const position = (0,json/* numberMember */.eJ)(result, 'idx') ?? 0;
        if (position < 1)
            return [];
        const status = (0,json/* textMember */.SA)(result, 'status');
        const reason = (0,json/* textMember */.SA)(result, 'reason');
        const isViolation = reason === 'schema-violation' || reason === 'cel-violation';
        const violations = (0,json/* listMember */.DW)(result, 'violations').map(violation => ({
            pointer: (0,json/* textMember */.SA)(violation, 'path') ?? '',
            message: (0,json/* textMember */.SA)(violation, 'message') ?? 'does not fit its schema',
        }));
        const isChecked = status === 'valid' || (status === 'invalid' && isViolation);
        return [{ index: position - 1, isChecked, violations: isViolation ? violations : [] }];
    });
}

;// CONCATENATED MODULE: ./actions/verify-manifests/schema-tool.ts










/**
 * Reads the input `schema-tool`: `auto`, `off`, or the name or path of flux-schema or kubeconform, and behind a blank the
 * folder with kubeconform's schemas.
 *
 * @throws UserError for another program
 */
function parseSchemaTool(raw) {
    const text = raw.trim();
    if (text === '' || text === 'auto')
        return { use: 'auto' };
    if (text === 'off')
        return { use: 'off' };
    const [, program = '', schemas] = /^(\S+)(?:\s+(.+))?$/.exec(text) ?? [];
    if (kindOf(program) === undefined || schemas?.includes('://') === true) {
        throw new src_errors/* UserError */.yo(`input "schema-tool" is ${JSON.stringify(raw)}: expected "auto", "off", or the path of flux-schema or kubeconform`, { next: 'kubeconform needs the folder with its schemas behind it: "kubeconform ./schemas"' });
    }
    return { use: 'named', program, schemas };
}
/**
 * Has the installed schema tool check the objects of a tree, without the network: flux-schema brings its schemas, kubeconform
 * is given a folder. What it finds comes back on our lines. Objects whose CRD is in the tree are checked by our own rule.
 *
 * @throws UserError when a tool that was named is not there or gives no report
 */
async function schemaToolFindings(inventory, choice, world) {
    const unchecked = uncheckedKinds(inventory);
    const none = (why) => ({ findings: [], unchecked, tool: undefined, why });
    if (choice.use === 'off')
        return none('schema tools are switched off');
    const tool = choice.use === 'auto' ? await installedTool(world) : await namedTool(choice, world);
    if (tool === undefined)
        return none('neither flux-schema nor kubeconform is installed');
    if (tool.kind === 'kubeconform' && tool.schemas === undefined) {
        return none('kubeconform has no schemas of its own and would download them: name a folder, such as schema-tool: "kubeconform ./schemas"');
    }
    const resources = objectsToCheck(inventory);
    if (resources.length === 0)
        return { findings: [], unchecked, tool: tool.program, why: undefined };
    const results = await run(tool, resources, world);
    const findings = results.flatMap(({ index, violations }) => {
        const resource = resources[index];
        return resource === undefined
            ? []
            : findingsOf(resource, violations, {
                inventory,
                isPatched: inventory.placementsOf(resource).some(({ isRewritten }) => isRewritten),
            });
    });
    const known = new Set(uncheckedKindsOf(resources, results));
    return { findings, unchecked: unchecked.filter(kind => known.has(kind)), tool: tool.program, why: undefined };
}
function kindOf(program) {
    const name = (0,external_node_path_.basename)(program);
    return name.startsWith('flux-schema') ? 'flux-schema' : name.startsWith('kubeconform') ? 'kubeconform' : undefined;
}
async function installedTool(world) {
    for (const kind of ['flux-schema', 'kubeconform']) {
        const program = await onPath(kind, world);
        if (program !== undefined)
            return { kind, program, schemas: undefined };
    }
    return undefined;
}
async function namedTool({ program, schemas }, world) {
    const { files, workspace } = world;
    const path = program.includes('/') ? absolute(program, workspace) : await onPath(program, world);
    const kind = kindOf(program);
    if (path === undefined || kind === undefined || (await files.kind(path)) !== 'file')
        throw new src_errors/* UserError */.yo(`input "schema-tool" names ${program}, which is not there`, {
            next: 'Install it, or leave the input out',
        });
    const folder = schemas === undefined ? undefined : absolute(schemas, workspace);
    if (folder !== undefined && (await files.kind(folder)) !== 'folder')
        throw new src_errors/* UserError */.yo(`input "schema-tool" names the schemas ${schemas}, which is no folder`);
    return { kind, program: path, schemas: folder };
}
/** Relative folders on PATH would be the tree's own. */
async function onPath(program, { env, files }) {
    for (const folder of (env.PATH ?? '').split(':').filter(external_node_path_.isAbsolute)) {
        const path = (0,external_node_path_.join)(folder, program);
        if ((await files.kind(path)) === 'file')
            return path;
    }
    return undefined;
}
function absolute(path, workspace) {
    return (0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.join)(workspace, path);
}
function objectsToCheck(inventory) {
    const schemasOf = crdSchemas(inventory);
    return inventory.resources.filter(resource => !schemasOf(resource.group, resource.kind).some(({ versions }) => versions.get(resource.version) !== undefined));
}
async function run(tool, resources, { exec, env, signal }) {
    const { args, stdin, read } = tool.kind === 'kubeconform' ? kubeconform(resources, tool.schemas ?? '') : fluxSchema(resources);
    const { stdout, stderr } = await exec({
        command: tool.program,
        args,
        stdin,
        signal,
        env: { PATH: env.PATH, HOME: env.HOME },
    });
    const results = read(stdout);
    if (results === undefined)
        throw new src_errors/* UserError */.yo(`${tool.program} gave no report: ${stderr.trim().split('\n')[0] ?? ''}`, {
            next: 'Set schema-tool to "off" to do without it',
        });
    return results;
}
function fluxSchema(resources) {
    const args = ['validate', '--output', 'json', '--skip-missing-schemas', '--schema-location', 'default'];
    return { args, stdin: documents(resources.map(({ body }) => body)), read: readFluxSchemaReport };
}
/** Its report has the object's name and not its place: so the name is its place. No schema of Kubernetes minds. */
function kubeconform(resources, folder) {
    const layouts = [
        '{{ .NormalizedKubernetesVersion }}-standalone{{ .StrictSuffix }}/{{ .ResourceKind }}{{ .KindSuffix }}.json',
        '{{ .Group }}/{{ .ResourceKind }}_{{ .ResourceAPIVersion }}.json',
        '{{ .ResourceKind }}{{ .KindSuffix }}.json',
    ];
    const locations = layouts.flatMap(layout => ['-schema-location', `${folder}/${layout}`]);
    const bodies = resources.map(({ body }, index) => {
        if (!(0,json/* isMapping */.pi)(body))
            return body;
        const metadata = (0,json/* isMapping */.pi)(body.metadata) ? body.metadata : {};
        return { ...body, metadata: { ...metadata, name: String(index) } };
    });
    const args = ['-output', 'json', '-verbose', '-strict', '-ignore-missing-schemas', ...locations, '-'];
    return { args, stdin: documents(bodies), read: readKubeconformReport };
}
function documents(bodies) {
    return bodies.map(body => `---\n${JSON.stringify(body)}\n`).join('');
}
function findingsOf(resource, violations, { inventory, isPatched }) {
    if (violations.length === 0)
        return [];
    // What our own rules say of a place is not said twice.
    const told = new Set([
        ...[...oddTexts(resource)].map(({ keys }) => JSON.stringify(keys)),
        ...schemaProblems(resource, () => []).map(({ keys }) => JSON.stringify(keys)),
    ]);
    const severity = reachesCluster(resource, inventory) ? 'error' : 'warning';
    return violations.flatMap(violation => placesOf(resource, violation).flatMap(({ keys, isKey, message }) => {
        if (told.has(JSON.stringify(keys)) || (isPatched && message.startsWith('missing propert')))
            return [];
        if (!isKey && JSON.stringify((0,inventory_resource/* valueIn */.xm)(resource, ...keys) ?? null).includes('${') && !message.startsWith('missing'))
            return [];
        const field = fieldName(keys);
        return [
            {
                rule: schemaValidRule.id,
                severity,
                file: resource.file.path,
                span: isKey ? (0,inventory_resource/* keyPlaceOf */.w8)(resource, ...keys) : (0,inventory_resource/* placeOf */.$t)(resource, ...keys),
                message: `${field === '' ? '' : `${field} of `}${(0,inventory_resource/* titleOf */.Gg)(resource)}: ${message}`,
            },
        ];
    }));
}
/** A violation at each field that it names: unknown ones are listed at the map that holds them. */
function placesOf(resource, { pointer, message }) {
    const keys = keysOf(resource, pointer);
    const unknown = /^additional propert(?:y|ies) (.+) not allowed$/.exec(message)?.[1];
    if (unknown === undefined)
        return [{ keys, isKey: false, message }];
    const names = [...unknown.matchAll(/'((?:[^'\\]|\\.)*)'/g)].map(match => match[1] ?? '');
    // What SOPS adds is gone before the API server sees the object.
    return names
        .filter(name => !(keys.length === 0 && name === 'sops'))
        .map(name => ({ keys: [...keys, name], isKey: true, message: 'is no field that the schema knows' }));
}
function keysOf(resource, pointer) {
    const keys = [];
    for (const part of pointer.split('/').slice(1)) {
        const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
        keys.push(Array.isArray((0,inventory_resource/* valueIn */.xm)(resource, ...keys)) ? Number(name) : name);
    }
    return keys;
}
/** Kinds of which the tool had no schema for at least one object. */
function uncheckedKindsOf(resources, results) {
    const checked = new Set(results.filter(({ isChecked }) => isChecked).map(({ index }) => index));
    return resources.flatMap((resource, index) => (checked.has(index) ? [] : [kindName(resource)]));
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
    'changed-only': inputs/* truth */.Im,
    'flux-version': (0,inputs/* optional */.lq)(fluxMinor),
    schemas: (0,inputs/* oneOf */.yL)('auto', 'off'),
    'schema-tool': parseSchemaTool,
    render: (0,inputs/* oneOf */.yL)('auto', 'off'),
    cache: (0,inputs/* optional */.lq)(inputs/* text */.Qq),
    'cluster-facts': (0,inputs/* optional */.lq)(inputs/* text */.Qq),
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
    const problem = (0,image_tag/* prefixProblem */.IP)(raw);
    if (problem === undefined)
        return raw;
    throw new src_errors/* UserError */.yo(`input "${name}" is ${JSON.stringify(raw)}: it ${problem}`);
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./src/wrapped.ts
var wrapped = __webpack_require__(9770);
;// CONCATENATED MODULE: ./actions/verify-manifests/rule-page.ts



const FAMILIES = [
    { title: 'Policy', holds: /^policy-/ },
    { title: 'Registry', holds: /^repository-/ },
    { title: 'Marker', holds: /^marker-/ },
    { title: 'Automation', holds: /^automation-/ },
    {
        title: 'Reconciliation',
        holds: /^(?:kustomization-|depends-on-|job-)|^(?:applied-once|namespace-first|crd-first|health-check-target|force-scope|substitution-defined|wait-timeout|manifest-orphaned|alert-coverage)$/,
    },
    {
        title: 'References and platform',
        holds: /^(?:reference-exists|selector-matches|platform-matches|image-mutable-tag|ssh-host-key)$/,
    },
    { title: 'Secrets', holds: /^(?:secret-|sealed-|sops-)/ },
    { title: 'Helm', holds: /^helm-/ },
    { title: 'Documents', holds: /^(?:yaml-valid|api-served|schema-valid|ignore-needed)$/ },
];
/** What every rule is, as one document: families in their order, in each the rules in that of the list. */
function rulesMarkdown(rules) {
    const families = [...FAMILIES.map(({ title }) => title), 'Others'].flatMap(title => {
        const own = rules.filter(rule => familyOf(rule.id) === title);
        return own.length === 0 ? [] : [{ title, own }];
    });
    return [
        '# The rules of verify-manifests',
        'Generated from the rules by `npm run docs`. `fluxgate explain RULE` prints one of them in a terminal.',
        'A finding is hidden by `# fluxgate-ignore <rule-id>: <reason>` on its line or the line above; `.fluxgate.yaml` changes what a rule counts as, or switches it off.',
        ...families.map(({ title, own }) => [`**${title}**`, ...own.map(rule => `- [\`${rule.id}\`](#${rule.id}) (${rule.severity}): ${rule.summary}`)]
            .join('\n')
            .replace('\n', '\n\n')),
        ...families.flatMap(({ title, own }) => [`## ${title}`, ...own.map(rule => rule_page_ruleMarkdown(rule, 3).trimEnd())]),
    ]
        .join('\n\n')
        .concat('\n');
}
/** The page of a rule. `level` is that of its heading. Rules write their prose as Markdown. */
function rule_page_ruleMarkdown(rule, level = 1) {
    return [
        `${'#'.repeat(level)} ${rule.id}`,
        `**${rule.severity}**: ${rule.summary}`,
        rule.why,
        `**Fix.** ${rule.fix}`,
        ...examplesOf(rule).flatMap(({ offends, title, files, rest }) => [
            `${offends ? 'Offends' : 'Good'}: ${(0,markdown/* text */.Qq)(title)}${rest.length === 0 ? '' : ` (beside ${rest.map(markdown/* code */.aY).join(', ')})`}`,
            ...files.map(([path, content]) => (0,markdown/* codeBlock */.DV)(`# ${path}\n${content}`, languageOf(path))),
        ]),
    ]
        .join('\n\n')
        .concat('\n');
}
/** The page of a rule for a terminal. */
function ruleText(rule, { colour, width }) {
    const paint = (style, words) => colour ? (0,external_node_util_.styleText)(style, words, { validateStream: false }) : words;
    const paragraph = (words) => [...(0,wrapped/* wrapped */.k)(words.replaceAll('`', ''), Math.min(width ?? 100, 100)), ''];
    const styles = { error: 'red', warning: 'yellow', note: 'cyan' };
    return [
        `${paint('bold', rule.id)} ${paint(styles[rule.severity], rule.severity)}`,
        '',
        ...paragraph(rule.summary),
        ...paragraph(rule.why),
        ...paragraph(`Fix: ${rule.fix}`),
        ...examplesOf(rule).flatMap(({ offends, title, files, rest }) => [
            `${paint(offends ? 'red' : 'green', offends ? '✗' : '✓')} ${title}${rest.length === 0 ? '' : ` (beside ${rest.join(', ')})`}`,
            '',
            ...files.flatMap(([path, content]) => [
                `    ${paint('dim', `# ${path}`)}`,
                ...content
                    .trimEnd()
                    .split('\n')
                    .map(line => `    ${/# [←↓]/.test(line) ? paint('bold', line) : line}`),
                '',
            ]),
        ]),
    ].join('\n');
}
function familyOf(id) {
    return FAMILIES.find(({ holds }) => holds.test(id))?.title ?? 'Others';
}
/** One example that offends, with the files that do, and one that does not, with the files that are otherwise there. */
function examplesOf({ id, examples }) {
    const offends = ({ files }) => Object.values(files).some(content => expects(content, id));
    const bad = examples.find(offends);
    const good = examples.find(example => !offends(example));
    return [
        ...(bad === undefined ? [] : [shownExample(bad, true, (_, content) => expects(content, id))]),
        ...(good === undefined ? [] : [shownExample(good, false, (path, content) => bad?.files[path] !== content)]),
    ];
}
function shownExample({ title, files }, offends, matters) {
    const all = Object.entries(files);
    const some = all.filter(([path, content]) => matters(path, content));
    const shown = some.length === 0 ? all : some;
    return {
        offends,
        title,
        files: shown.map(([path, content]) => [path, pointed(content)]),
        rest: all.filter(file => !shown.includes(file)).map(([path]) => path),
    };
}
function expects(content, id) {
    return new RegExp(`# expect(?:-below)?: (?:[\\w-]+, *)*${id}(?:,|\\s*$)`, 'm').test(content);
}
/** The marks of the tests as arrows to the line that offends. */
function pointed(content) {
    return content.replace(/# expect: (?=[\w-])/g, '# ← ').replace(/# expect-below: (?=[\w-])/g, '# ↓ ');
}
function languageOf(path) {
    return /\.json$/.test(path) ? 'json' : 'yaml';
}

// EXTERNAL MODULE: ./src/flux/inventory/cluster-graph.ts
var cluster_graph = __webpack_require__(356);
// EXTERNAL MODULE: ./src/flux/inventory/image-loop.ts + 1 modules
var image_loop = __webpack_require__(1102);
;// CONCATENATED MODULE: ./src/flux/inventory/patch-texts.ts




/**
 * Tells whether patches, replacements or transformers of the tree may change a field of an object: they reach the object, and
 * one that is for its kind names the field, or something above it.
 */
function patchesOf(inventory) {
    const patches = patchesIn(inventory);
    return ({ isRewritten, resource }, field) => isRewritten &&
        (patches === undefined ||
            patches.some(({ kinds, text }) => (kinds.length === 0 || kinds.includes(resource.kind)) && (field.test(text) || reachesDeep(text))));
}
/** A deletion, or the replacement of a whole spec. */
function reachesDeep(text) {
    return /\$patch|"?path"?:\s*["']?\/(?:spec(?:\/(?:jobTemplate|template|spec))*)?["']?\s*(?:$|[,}])/m.test(text);
}
/** Every patch and replacement of a tree; undefined where something may change anything. */
const patchesIn = (0,once_per/* oncePer */.P)(({ kustomizations, layout, files }) => {
    const found = [];
    for (const { resource } of kustomizations) {
        for (const field of ['patches', 'patchesStrategicMerge', 'patchesJson6902'])
            for (const patch of (0,inventory_resource/* listIn */.Of)(resource, 'spec', field))
                found.push(patchText(patch, () => undefined));
    }
    for (const { folder, body, entries } of layout.kustomizeFiles.values()) {
        if (entries.some(({ field }) => field === 'transformers'))
            return undefined;
        const fileText = (path) => files.get((0,kustomize_file/* pathBelow */.Br)(folder, path) ?? '')?.text;
        for (const field of ['patches', 'patchesStrategicMerge', 'patchesJson6902'])
            for (const patch of (0,json/* listMember */.DW)(body, field))
                found.push(patchText(patch, fileText));
        for (const replacement of [...(0,json/* listMember */.DW)(body, 'replacements'), ...(0,json/* listMember */.DW)(body, 'vars')]) {
            const path = (0,json/* textMember */.SA)(replacement, 'path');
            const text = path === undefined ? undefined : fileText(path);
            found.push({ kinds: [], target: undefined, text: `${JSON.stringify(replacement)}\n${text ?? ''}` });
        }
    }
    return found;
});
function patchText(patch, fileText) {
    const written = typeof patch === 'string' ? patch : (0,json/* textMember */.SA)(patch, 'patch');
    const path = typeof patch === 'string' ? patch : (0,json/* textMember */.SA)(patch, 'path');
    const text = (path === undefined ? undefined : fileText(path)) ?? written ?? JSON.stringify(patch) ?? '';
    const target = (0,json/* member */.Dc)(patch, 'target');
    if (target !== undefined) {
        const kind = (0,json/* textMember */.SA)(target, 'kind');
        return { kinds: kind === undefined ? [] : [kind], text, target };
    }
    return { kinds: [...text.matchAll(/^kind:\s*["']?(\w+)/gm)].flatMap(match => match[1] ?? []), text, target };
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
function example_trees_documents(...texts) {
    return texts.join('---\n');
}
/** A kustomize file that lists some entries. */
function kustomizeFile(...entries) {
    return `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
${entries.map(entry => `  - ${entry}\n`).join('')}`;
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/alert-coverage.ts







const GROUP = 'notification.toolkit.fluxcd.io';
const alert_coverage_alert = (name) => `apiVersion: notification.toolkit.fluxcd.io/v1beta3
kind: Provider
metadata:
  name: chat
  namespace: flux-system
spec:
  type: slack
  address: https://slack.com/api/chat.postMessage
  channel: deliveries
---
apiVersion: notification.toolkit.fluxcd.io/v1beta3
kind: Alert
metadata:
  name: failures
  namespace: flux-system
spec:
  providerRef:
    name: chat
  eventSources:
    - kind: Kustomization
      name: ${name}
`;
const tree = (mark, covered) => ({
    'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('alerts', './alerts'), kustomization(`apps${mark}`, './apps')),
    'alerts/alert.yaml': alert_coverage_alert(covered),
    'apps/settings.yaml': configMap('settings', 'default'),
});
const alertCoverage = {
    id: 'alert-coverage',
    severity: 'note',
    summary: 'An Alert tells of the failures of every Kustomization.',
    why: 'A Kustomization that fails changes nothing in the cluster any more, and nobody hears of it.',
    fix: "Name it under eventSources of an Alert, or every one of a namespace with `name: '*'`.",
    examples: [
        { title: 'a Kustomization that no Alert names', files: tree(' # expect: alert-coverage', 'alerts') },
        { title: 'an Alert for all of them', files: tree('', "'*'") },
    ],
    check: ({ inventory }) => {
        const alerts = inventory.ofKind(GROUP, 'Alert');
        if (alerts.length === 0)
            return isBootstrapped(inventory) ? nothingAtAll(inventory) : [];
        const mayChange = patchesOf(inventory);
        return (0,cluster_graph/* clusterGraphsOf */.Z6)(inventory).flatMap(graph => {
            const placed = alerts.flatMap(resource => inventory.placementsOf(resource).filter(({ cluster }) => cluster === undefined || cluster === graph.cluster));
            const isKnown = !graph.isOpen && placed.every(placement => !mayChange(placement, /eventSources|suspend/));
            return isKnown && placed.length > 0 ? uncovered(graph, placed) : [];
        });
    },
};
/** Whether the tree shows what it installs of Flux, and that it can tell. */
function isBootstrapped({ resources }) {
    return resources.some(({ kind, name }) => kind === 'Deployment' && name === 'notification-controller');
}
function nothingAtAll(inventory) {
    const graphs = (0,cluster_graph/* clusterGraphsOf */.Z6)(inventory);
    const [first] = graphs.flatMap(graph => (graph.isOpen ? [] : byImportance(graph.nodes)));
    if (first === undefined || graphs.some(({ isOpen }) => isOpen))
        return [];
    return [
        reportAt(first.kustomization.resource, ['metadata', 'name'], {
            message: 'no Alert is in the tree, so nobody hears when a Kustomization fails',
            found: 'no Alert',
            expected: "an Alert with `kind: Kustomization` and `name: '*'` under eventSources",
            fix: { text: 'Add a Provider and an Alert' },
        }),
    ];
}
/** The root comes last: what it applies says more about what is not told. */
function byImportance(nodes) {
    return [...nodes.filter(({ name }) => name !== 'flux-system'), ...nodes.filter(({ name }) => name === 'flux-system')];
}
function uncovered({ nodes }, alerts) {
    const silent = byImportance(nodes).filter(node => !alerts.some(alert => covers(alert, node)));
    const [first] = silent;
    if (first === undefined)
        return [];
    const others = silent.slice(1).map(({ name }) => name);
    return [
        reportAt(first.kustomization.resource, ['metadata', 'name'], {
            message: `no Alert tells when ${first.name} fails${others.length === 0 ? '' : `, nor for ${others.join(', ')}`}`,
            found: first.name,
            expected: `an Alert with ${first.name} under eventSources`,
            fix: {
                text: `eventSources:\n  - kind: Kustomization\n    name: '*'${first.namespace === undefined ? '' : `\n    namespace: ${first.namespace}`}`,
            },
        }),
    ];
}
function covers({ resource, namespace }, node) {
    if ((0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'suspend') === true)
        return false;
    return (0,inventory_resource/* listIn */.Of)(resource, 'spec', 'eventSources').some(source => {
        const kind = (0,json/* textMember */.SA)(source, 'kind');
        const name = (0,json/* textMember */.SA)(source, 'name');
        const where = (0,json/* textMember */.SA)(source, 'namespace') ?? namespace;
        if ((0,image_loop/* hasVariable */.$u)(kind) || (0,image_loop/* hasVariable */.$u)(name) || (0,image_loop/* hasVariable */.$u)(where))
            return true;
        const isNamed = name === '*' || name === node.name;
        return kind === 'Kustomization' && isNamed && [undefined, '*', node.namespace].includes(where);
    });
}

// EXTERNAL MODULE: ./src/flux/api.ts + 1 modules
var api = __webpack_require__(2975);
// EXTERNAL MODULE: ./src/flux/inventory/applied.ts
var inventory_applied = __webpack_require__(1913);
;// CONCATENATED MODULE: ./actions/verify-manifests/flux-version.ts




/**
 * The Flux that a tree is for: what the user says, else what its bootstrap wrote, else what its cluster runs, else the newest
 * known.
 */
function fluxVersionOf(inventory, config, input, running) {
    if (input !== undefined)
        return { minor: input, from: 'the input "flux-version"' };
    if (config.fluxMinor !== undefined)
        return { minor: config.fluxMinor, from: CONFIG_FILE };
    return installedVersions(inventory)[0] ?? running ?? { minor: api/* newestFluxMinor */.$t, from: undefined };
}
/**
 * Every Flux that an object meets. Clusters of one tree may run several: then it meets that of its own cluster, and any of
 * them where that is not known. Never empty.
 */
function fluxVersionsFor(resource, { inventory, flux }) {
    if (flux.from === undefined || !inventory.files.has(flux.from) || flux.from === CONFIG_FILE)
        return [flux];
    const all = installedVersions(inventory);
    const clusters = inventory.placementsOf(resource).map(({ cluster }) => cluster?.name ?? '');
    const own = all.filter(({ from }) => clusters.some(cluster => cluster !== '' && from !== undefined && (0,inventory_applied/* isBelow */.Yw)(from, cluster)));
    return own.length > 0 ? own : all;
}
/** The minor that stands for what came before Flux 2.0, whose API versions and templates are not known here. */
const beforeFlux2 = -1;
/** Asked for by every object of Flux's, and found by going over every file. */
const installed = new WeakMap();
function installedVersions(inventory) {
    const known = installed.get(inventory) ?? findInstalled(inventory);
    installed.set(inventory, known);
    return known;
}
/** The Flux versions that the tree installs, in the order of the files: a bootstrap's, or one that something else deploys. */
function findInstalled({ files, ofKind }) {
    const found = [];
    const add = (version, from) => {
        const minor = version === undefined ? undefined : /^v?0\./.test(version) ? beforeFlux2 : parseFluxMinor(version);
        if (minor !== undefined)
            found.push({ minor, from });
    };
    for (const [path, { text }] of files) {
        // What `flux install --export` writes says it on top, whatever the file is called.
        const written = /^# Flux [Vv]ersion: (v?[02]\.[0-9.]+)/m.exec(text.slice(0, 500))?.[1];
        if (written !== undefined)
            add(written, path);
        else if (path.endsWith('gotk-components.yaml')) {
            add(/app\.kubernetes\.io\/version: (v[02]\.[0-9.]+)/.exec(text)?.[1], path);
        }
        else if (text.includes('fluxcd/flux2/')) {
            add(/fluxcd\/flux2\/(?:releases\/download\/|manifests\/install\?ref=)(v2\.[0-9]+\.[0-9]+)/.exec(text)?.[1], path);
        }
    }
    for (const resource of ofKind('fluxcd.controlplane.io', 'FluxInstance'))
        add((0,inventory_resource/* textIn */.r7)(resource, 'spec', 'distribution', 'version')?.replace(/\.x$/, ''), resource.file.path);
    for (const resource of ofKind('source.toolkit.fluxcd.io', 'OCIRepository')) {
        if ((0,inventory_resource/* textIn */.r7)(resource, 'spec', 'url')?.endsWith('/fluxcd/flux-manifests') === true)
            add((0,inventory_resource/* textIn */.r7)(resource, 'spec', 'ref', 'tag'), resource.file.path);
    }
    return found;
}

;// CONCATENATED MODULE: ./actions/verify-manifests/oldest-flux.ts


/** The first minor of Flux 2 that serves the newest of the versions in a tree: the tree is for that one, or a newer one. */
const oldestFluxFor = (0,once_per/* oncePer */.P)(({ resources }) => {
    const minors = Array.from({ length: api/* newestFluxMinor */.$t + 1 }, (_, minor) => minor);
    const needed = resources.flatMap(({ group, version, kind }) => {
        if (!group.endsWith('.toolkit.fluxcd.io'))
            return [];
        return minors.find(minor => ['served', 'deprecated'].includes((0,api/* apiStatus */.$T)(group, version, kind, minor).state)) ?? [];
    });
    return Math.max(0, ...needed);
});

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/api-served.ts






const apiServedRule = {
    id: 'api-served',
    severity: 'error',
    summary: "Flux's own kinds are written in an API version that the target Flux serves; a deprecated one is a warning.",
    why: 'The API server refuses an object of a version that it does not serve, and with it the whole Kustomization. A deprecated version works until the upgrade that removes it.',
    fix: 'Write the version that the message names. The Flux version is read from what installs it (`gotk-components.yaml`, a FluxInstance), or said by `flux-version`; where nothing says it, the newest known counts.',
    examples: [
        {
            title: 'a version that the installed Flux has removed',
            files: {
                'clusters/home/flux-system/gotk-components.yaml': `# Flux Version: v2.9.4
apiVersion: v1
kind: Namespace
metadata:
  name: flux-system
`,
                'clusters/home/policy.yaml': `apiVersion: image.toolkit.fluxcd.io/v1beta2 # expect: api-served
kind: ImageRepository
metadata:
  name: frontend
  namespace: flux-system
spec:
  image: registry.example.com/website/frontend
  interval: 1m
`,
            },
        },
        {
            title: 'a version that does not exist yet, such as v1 of an Alert',
            files: {
                '.fluxgate.yaml': 'flux-version: "2.9"\n',
                'provider.yaml': `apiVersion: notification.toolkit.fluxcd.io/v1 # expect: api-served
kind: Provider
metadata:
  name: chat
  namespace: flux-system
spec:
  type: slack
  channel: general
`,
            },
        },
        {
            title: 'a version that is deprecated',
            files: {
                '.fluxgate.yaml': 'flux-version: "2.7"\n',
                'repository.yaml': `apiVersion: image.toolkit.fluxcd.io/v1beta2 # expect: api-served
kind: ImageRepository
metadata:
  name: frontend
  namespace: flux-system
spec:
  image: registry.example.com/website/frontend
  interval: 1m
`,
            },
        },
        {
            title: 'the same version for the Flux that serves it',
            files: {
                'clusters/home/flux-system/gotk-components.yaml': `# Flux Version: v2.3.0
apiVersion: v1
kind: Namespace
metadata:
  name: flux-system
`,
                'clusters/home/repository.yaml': `apiVersion: image.toolkit.fluxcd.io/v1beta2
kind: ImageRepository
metadata:
  name: frontend
  namespace: flux-system
spec:
  image: registry.example.com/website/frontend
  interval: 1m
`,
            },
        },
        {
            title: 'a manifest of the controllers under another name says the version too',
            files: {
                'platform/components.yaml': `---
# This manifest was generated by flux. DO NOT EDIT.
# Flux Version: v2.5.1
apiVersion: v1
kind: Namespace
metadata:
  name: flux-system
`,
                'repository.yaml': `apiVersion: image.toolkit.fluxcd.io/v1beta2
kind: ImageRepository
metadata:
  name: frontend
  namespace: flux-system
spec:
  image: registry.example.com/website/frontend
  interval: 1m
`,
            },
        },
        {
            title: 'versions of a Flux before 2.0 are not judged',
            files: {
                'clusters/home/flux-system/gotk-components.yaml': `# Flux version: v0.37.0
apiVersion: v1
kind: Namespace
metadata:
  name: flux-system
`,
                'clusters/home/repository.yaml': `apiVersion: image.toolkit.fluxcd.io/v1beta1
kind: ImageRepository
metadata:
  name: frontend
  namespace: flux-system
spec:
  image: registry.example.com/website/frontend
  interval: 1m
`,
            },
        },
        {
            title: 'a FluxInstance says the version too',
            files: {
                'flux.yaml': `apiVersion: fluxcd.controlplane.io/v1
kind: FluxInstance
metadata:
  name: flux
  namespace: flux-system
spec:
  distribution:
    version: 2.6.x
    registry: ghcr.io/fluxcd
`,
                'repository.yaml': `apiVersion: image.toolkit.fluxcd.io/v1beta2
kind: ImageRepository
metadata:
  name: frontend
  namespace: flux-system
spec:
  image: registry.example.com/website/frontend
  interval: 1m
`,
            },
        },
    ],
    *check(context) {
        for (const resource of context.inventory.resources) {
            if (!resource.group.endsWith('.toolkit.fluxcd.io') || resource.version.includes('$'))
                continue;
            const report = judge(resource, context);
            if (report !== undefined)
                yield report;
        }
    },
};
function judge(resource, context) {
    const { inventory } = context;
    const judged = fluxVersionsFor(resource, context).map(flux => judgeFor(resource, flux, inventory));
    // Where its cluster is not known, it is a fault only if it is one in each.
    const [first] = judged;
    if (first === undefined || judged.includes(undefined))
        return undefined;
    const worst = judged.find(one => one?.severity === 'error') ?? first;
    if (changesVersions(inventory))
        return undefined;
    const { group, version, kind } = resource;
    const { moveTo } = worst.status;
    const isSure = judged.every(one => one?.severity === 'error') && reachesCluster(resource, inventory);
    const edits = moveTo === null ? undefined : versionEdit(resource, moveTo, inventory);
    return reportAt(resource, ['apiVersion'], {
        severity: isSure ? 'error' : 'warning',
        message: `${(0,inventory_resource/* titleOf */.Gg)(resource)} is of ${group}/${version}, ${sayWhy(worst, kind)}`,
        found: `${group}/${version}`,
        ...(moveTo === null ? {} : { expected: `${group}/${moveTo}` }),
        ...(moveTo === null
            ? {}
            : { fix: { text: `apiVersion: ${group}/${moveTo}`, ...(edits === undefined ? {} : { edits }) } }),
    });
}
/**
 * What is wrong with a version under one Flux. What was never known may be there in a Flux newer than the table; it counts
 * as a fault only where the tree says that its Flux is not. What is wrong with a Flux that nothing here names is a warning,
 * unless no Flux serves both it and the rest of the tree.
 */
function judgeFor({ group, version, kind }, flux, inventory) {
    if (flux.minor === beforeFlux2)
        return undefined;
    const status = (0,api/* apiStatus */.$T)(group, version, kind, flux.minor);
    if (status.state === 'served' || status.state === 'unknown-kind')
        return undefined;
    if (status.state === 'deprecated')
        return { flux, status, severity: 'warning' };
    if (status.state !== 'removed' && flux.minor > api/* newestFluxMinor */.$t)
        return undefined;
    const isCertain = flux.from !== undefined ||
        (status.state === 'removed' && (0,api/* apiStatus */.$T)(group, version, kind, oldestFluxFor(inventory)).state === 'removed');
    return { flux, status, severity: isCertain ? 'error' : 'warning' };
}
function sayWhy({ flux, status }, kind) {
    const release = `Flux 2.${flux.minor}`;
    const source = flux.from === undefined ? 'the newest known; nothing here says another' : `said by ${flux.from}`;
    const refused = flux.from === undefined ? '' : '; the API server refuses the object';
    const { state, storage, removedIn } = status;
    if (state === 'deprecated') {
        const until = removedIn === null ? '' : `, and Flux 2.${removedIn} removes it`;
        return `which ${release} (${source}) still serves but deprecates${until}`;
    }
    if (state === 'removed') {
        const since = removedIn === null ? '' : `: it was removed in Flux 2.${removedIn}`;
        return `which ${release} (${source}) does not serve any more${since}${refused}`;
    }
    if (storage === null)
        return `but ${release} (${source}) does not have the kind ${kind} yet${refused}`;
    return `which ${release} (${source}) does not serve; it has ${storage}${refused}`;
}
/** The change of the version alone, where nothing else has to change: the image kinds have the same fields in v1beta2 and v1. */
function versionEdit(resource, moveTo, inventory) {
    const { group, version, file } = resource;
    if (group !== 'image.toolkit.fluxcd.io' || version !== 'v1beta2' || moveTo !== 'v1')
        return undefined;
    const apiVersion = `${group}/${version}`;
    if (isNamedInPatch(apiVersion, inventory))
        return undefined;
    const [start, end] = (0,inventory_resource/* rangeIn */.hO)(resource, 'apiVersion') ?? [0, 0];
    const at = file.text.slice(start, end).indexOf(apiVersion);
    if (at < 0)
        return undefined;
    const from = start + at + group.length + 1;
    return [{ file: file.path, start: from, end: from + version.length, text: moveTo }];
}
/** Whether a patch names its objects by this version: it would not find them any more. */
function isNamedInPatch(apiVersion, inventory) {
    if (patchingTexts(inventory).some(text => text.includes(apiVersion)))
        return true;
    return inventory.parts.some(({ group, version }) => `${group}/${version}` === apiVersion);
}
/** Whether a patch of the tree writes another apiVersion: then nobody knows which. */
function changesVersions(inventory) {
    return patchingTexts(inventory).some(text => /\/apiVersion\b/.test(text));
}
/** What the kustomize files and Flux Kustomizations say, as JSON. */
function patchingTexts({ layout, kustomizations }) {
    const bodies = [...layout.kustomizeFiles.values(), ...kustomizations.map(({ resource }) => resource)];
    return bodies.map(({ body }) => JSON.stringify(body));
}

;// CONCATENATED MODULE: ./src/flux/inventory/same-cluster.ts

/**
 * Whether two Kustomizations are known to be of one cluster: the same one applies both, or their manifests lie in one folder
 * that nothing of the tree applies. Without a bootstrap in the tree that cannot be told from the tree being one: repositories
 * whose clusters are set up by the Flux operator hold several, under equal names.
 */
function sameCluster(kustomizations, inventory) {
    const appliers = appliersOf(kustomizations, inventory);
    const origins = new Map(kustomizations.map(item => [item, originsOf(item, appliers)]));
    return (one, other) => {
        const others = origins.get(other) ?? new Set();
        return [...(origins.get(one) ?? [])].some(origin => others.has(origin));
    };
}
/** Who applies each Kustomization, itself left out. */
function appliersOf(kustomizations, inventory) {
    const byResource = new Map(kustomizations.map(item => [item.resource, item]));
    const found = new Map(kustomizations.map(item => [item, new Set()]));
    for (const item of kustomizations) {
        for (const { resource } of inventory.folders.get(item)?.objects ?? []) {
            const inner = byResource.get(resource);
            if (inner !== undefined && inner !== item)
                found.get(inner)?.add(item);
        }
    }
    return found;
}
/** A Kustomization and all above it; for one that nothing applies, the folder of its manifest too. */
function originsOf(item, appliers) {
    const above = new Set([item]);
    const origins = new Set();
    for (const next of above) {
        origins.add(next);
        const own = appliers.get(next) ?? new Set();
        if (own.size === 0)
            origins.add(external_node_path_.posix.dirname(next.resource.file.path));
        for (const applier of own)
            above.add(applier);
    }
    return origins;
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
                'clusters/production/flux-system/gotk-sync.yaml': example_trees_documents(gitRepository(), kustomization('flux-system', './clusters/production # expect: applied-once')),
                'clusters/production/apps.yaml': kustomization('apps', './clusters/production/apps'),
                'clusters/production/apps/settings.yaml': configMap('settings', 'default'),
            },
        },
        {
            title: 'a root that lists its own',
            files: {
                'clusters/production/kustomization.yaml': kustomizeFile('flux-system', 'apps.yaml'),
                'clusters/production/flux-system/kustomization.yaml': kustomizeFile('gotk-sync.yaml'),
                'clusters/production/flux-system/gotk-sync.yaml': example_trees_documents(gitRepository(), kustomization('flux-system', './clusters/production')),
                'clusters/production/apps.yaml': kustomization('apps', './clusters/production/apps'),
                'clusters/production/apps/settings.yaml': configMap('settings', 'default'),
            },
        },
        {
            title: 'two clusters without a bootstrap in the tree, with equal names and a base in common',
            files: {
                'clusters/main/apps.yaml': kustomization('apps', './apps/main'),
                'clusters/spare/apps.yaml': kustomization('apps', './apps/spare'),
                'apps/main/shop.yaml': kustomization('shop', './apps/base/shop'),
                'apps/spare/shop.yaml': kustomization('shop', './apps/base/shop'),
                'apps/base/shop/settings.yaml': configMap('settings', 'default'),
            },
        },
        {
            title: 'two of one such cluster',
            files: {
                'clusters/main/apps.yaml': kustomization('apps', './apps/main'),
                'apps/main/shop.yaml': kustomization('shop', './apps/base/shop # expect: applied-once'),
                'apps/main/stall.yaml': kustomization('stall', './apps/base/shop'),
                'apps/base/shop/settings.yaml': configMap('settings', 'default'),
            },
        },
        {
            title: 'two clusters that somebody applies by hand, each with an apps of its own, and one with both environments',
            files: {
                'clusters/source.yaml': gitRepository(),
                'clusters/production/apps.yaml': kustomization('apps', './apps/production'),
                'clusters/staging/apps.yaml': kustomization('apps', './apps/staging'),
                'clusters/staging/previews.yaml': kustomization('previews', './apps/production # expect: applied-once'),
                'apps/base/kustomization.yaml': kustomizeFile('settings.yaml'),
                'apps/base/settings.yaml': configMap('settings', 'website'),
                'apps/production/kustomization.yaml': kustomizeFile('../base', 'limits.yaml'),
                'apps/production/limits.yaml': configMap('limits', 'website'),
                'apps/staging/kustomization.yaml': kustomizeFile('../base'),
            },
        },
    ],
    check: ({ inventory }) => (0,cluster_graph/* clusterGraphsOf */.Z6)(inventory).flatMap(({ nodes }) => doubles(nodes.map(node => node.kustomization), inventory)),
};
function doubles(kustomizations, inventory) {
    const owners = new Map();
    const found = new Map();
    const isSameCluster = sameCluster(kustomizations, inventory);
    for (const item of kustomizations) {
        if ((0,cluster_graph/* isRemote */.Vx)(item) || item.isSuspended || inventory.ownness(item) !== 'yes')
            continue;
        const own = new Set();
        for (const { resource, namespace, name } of inventory.folders.get(item)?.objects ?? []) {
            const identity = (0,cluster_graph/* identityOf */.cu)(resource, namespace, name);
            if (identity === undefined || isLeftAlone(resource) || own.has(identity))
                continue;
            own.add(identity);
            const known = owners.get(identity) ?? [];
            const owner = known.find(other => isSameCluster(other, item));
            if (owner === undefined) {
                owners.set(identity, [...known, item]);
                continue;
            }
            const wide = contains(owner, item) ? owner : item;
            const double = found.get(wide) ?? { wide, others: new Set(), objects: [] };
            double.others.add(wide === owner ? item : owner);
            double.objects.push(resource);
            found.set(wide, double);
        }
    }
    return [...found.values()].map(applied_once_reportOf);
}
function contains(outer, inner) {
    return outer.path !== undefined && inner.path !== undefined && (0,inventory_applied/* isBelow */.Yw)(inner.path, outer.path);
}
/** What kustomize-controller is told not to touch, or to create only once, is no tug of war. */
function isLeftAlone(resource) {
    const annotations = ['kustomize.toolkit.fluxcd.io/reconcile', 'kustomize.toolkit.fluxcd.io/ssa'];
    return annotations.some(name => (0,inventory_resource/* valueIn */.xm)(resource, 'metadata', 'annotations', name) !== undefined);
}
function applied_once_reportOf({ wide, others, objects }) {
    const [first] = others;
    const names = [...others].map(({ resource }) => resource.name ?? '');
    const own = wide.resource.name ?? '';
    const count = objects.length === 1 ? (0,inventory_resource/* titleOf */.Gg)(objects[0] ?? wide.resource) : `${objects.length} objects`;
    const isInside = first !== undefined && contains(wide, first) && wide.path !== first.path;
    return reportAt(wide.resource, ['spec', 'path'], {
        message: `${own} applies ${count} that ${names.join(', ')} appl${names.length === 1 ? 'ies' : 'y'} too, so each undoes what the other does`,
        found: wide.path ?? '',
        expected: 'each object under one Kustomization of the cluster',
        fix: {
            text: isInside
                ? `Add ${wide.path ?? '.'}/kustomization.yaml that lists what ${own} is to apply, without the folders of ${names.join(', ')}`
                : `Take it out of ${wide.path ?? 'one'} or of ${first?.path ?? 'the other'}`,
        },
        witness: [
            ...objects.slice(0, 5).map(resource => `${(0,inventory_resource/* titleOf */.Gg)(resource)} (${resource.file.path})`),
            ...(objects.length > 5 ? [`and ${objects.length - 5} more`] : []),
            ...[wide, ...others].map(({ resource, path }) => `applied by ${resource.name ?? ''}, path ${path ?? '?'}`),
        ],
    });
}

// EXTERNAL MODULE: ./src/flux/inventory/automation-source.ts
var automation_source = __webpack_require__(2675);
// EXTERNAL MODULE: ./src/flux/inventory/elsewhere.ts
var elsewhere = __webpack_require__(2508);
// EXTERNAL MODULE: ./src/flux/inventory/own-source.ts
var own_source = __webpack_require__(5112);
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

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/automation-branch.ts








const automation_branch_source = (ref) => ({
    'flux/source.yaml': `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: flux-system
  namespace: flux-system
spec:
  interval: 1m
  url: https://github.com/example/website
${ref}`,
});
const master = automation_branch_source('  ref:\n    branch: master\n');
const frontend = {
    'flux/frontend.yaml': exampleDeployment(`        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`),
};
const automationBranch = {
    id: 'automation-branch',
    severity: 'error',
    summary: 'It is said which branch an automation pushes to, and what it checks out is a branch that Flux follows.',
    why: 'Without a branch the automation fails. With a checkout of a branch that no source follows it works on files that nobody applies, and its commits change nothing in the cluster.',
    fix: 'Leave `git.checkout` out, so that the branch of the source counts, and name a `git.push.branch` where the source follows a tag, a commit or a range of versions.',
    examples: [
        {
            title: 'A checkout of a branch that no source follows',
            files: {
                ...exampleLoopWith({
                    git: `    checkout:
      ref:
        branch: main # expect: automation-branch
`,
                }),
                ...master,
                ...frontend,
            },
        },
        {
            title: 'The source follows a tag, and no branch to push to is named',
            files: {
                ...exampleLoopWith({ git: '    # expect-below: automation-branch\n' }),
                ...automation_branch_source('  ref:\n    tag: v1.0.0\n'),
                ...frontend,
            },
        },
        {
            title: 'Such a checkout, pushed over the branch that Flux follows',
            files: {
                ...exampleLoopWith({
                    git: `    checkout:
      ref:
        branch: main # expect: automation-branch
    push:
      branch: master
`,
                }),
                ...master,
                ...frontend,
            },
        },
        {
            title: 'The name of the source is misspelt',
            files: {
                'flux/image-automation.yaml': (exampleLoop['flux/image-automation.yaml'] ?? '').replace('    name: flux-system\n  git', '    name: flux-sytem # expect: automation-branch\n  git'),
                ...master,
                ...frontend,
            },
        },
        {
            title: 'The branch of the source, and a branch for pull requests',
            files: {
                ...exampleLoopWith({
                    git: `    checkout:
      ref:
        branch: master
    push:
      branch: image-updates
`,
                }),
                ...master,
                ...frontend,
            },
        },
        { title: 'The source is not in the tree', files: { ...exampleLoop, ...frontend } },
    ],
    *check({ loop, inventory }) {
        for (const automation of loop.automations) {
            const report = automation.placement.isRewritten ? undefined : reportOn(automation, inventory);
            if (report !== undefined)
                yield report;
        }
    },
};
function reportOn(automation, inventory) {
    const { resource, checkoutBranch, pushBranch } = automation;
    const git = (0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'git');
    if (git === undefined || git === null)
        return undefined;
    const repository = (0,automation_source/* gitRepositoryOf */.uR)(automation, inventory);
    if (repository.state === 'absent')
        return unknownSource(automation, inventory);
    const hasCheckout = (0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'git', 'checkout') !== undefined;
    const isKnown = hasCheckout || repository.state === 'found';
    const sourceRef = repository.state === 'found' ? (0,inventory_resource/* valueIn */.xm)(repository.target, 'spec', 'ref', 'branch') : undefined;
    const checkout = hasCheckout ? checkoutBranch : sourceRef;
    if (isKnown && pushBranch === undefined && checkout === undefined) {
        const title = repository.state === 'found' && !hasCheckout ? `the ${(0,inventory_resource/* titleOf */.Gg)(repository.target)}` : 'git.checkout';
        return reportAt(resource, hasCheckout ? ['spec', 'git', 'checkout'] : ['spec', 'git', 'commit'], {
            message: `${title} names no branch, and there is no git.push.branch: Flux does not know where to push, and the automation fails`,
            expected: 'git.push.branch, or a checkout of a branch',
            fix: { text: 'git:\n  push:\n    branch: master' },
        });
    }
    if (repository.state !== 'found' || checkoutBranch === undefined || (0,image_loop/* hasVariable */.$u)(checkoutBranch))
        return undefined;
    const followed = branchesFollowed(repository.target, inventory);
    if (followed === undefined || followed.has(checkoutBranch))
        return undefined;
    const names = [...followed].sort();
    return reportAt(resource, ['spec', 'git', 'checkout', 'ref', 'branch'], {
        message: `no source of this tree follows the branch "${checkoutBranch}": the automation works on files that nobody applies${pushedOver(automation)}`,
        found: checkoutBranch,
        expected: names.map(name => `"${name}"`).join(' or '),
        witness: [`${(0,inventory_resource/* titleOf */.Gg)(repository.target)} follows ${names.join(', ')}`],
        fix: { text: `branch: ${names[0] ?? ''}` },
    });
}
/** A source that is in another namespace, or whose name is nearly that of one there is. */
function unknownSource({ resource, source, namespace }, inventory) {
    const known = (0,automation_source/* gitRepositories */.PY)(inventory);
    const near = (0,nearest/* nearest */.p)(source.name, known.flatMap(({ name }) => name ?? []));
    if (near === undefined || (0,elsewhere/* mayComeFromElsewhere */.m)([], inventory))
        return undefined;
    const found = known.find(({ name }) => name === near);
    const where = source.namespace ?? namespace;
    const isElsewhere = near === source.name;
    if (isElsewhere && (where === undefined || found?.namespace === undefined))
        return undefined;
    return reportAt(resource, ['spec', 'sourceRef', 'name'], {
        message: `there is no GitRepository ${where === undefined ? '' : `${where}/`}${source.name}, so the automation has nothing to check out and fails`,
        found: source.name,
        expected: isElsewhere ? `namespace: ${found?.namespace ?? ''}` : near,
        fix: { text: isElsewhere ? `namespace: ${found?.namespace ?? ''}` : `name: ${near}` },
    });
}
function pushedOver({ pushBranch, checkoutBranch }) {
    const isForced = pushBranch !== undefined && pushBranch !== checkoutBranch;
    return isForced ? `, and pushes them over "${pushBranch}" by force` : '';
}
/** The branches that sources with the same address follow; undefined when one of them does not say it, or follows no branch. */
function branchesFollowed(repository, inventory) {
    const url = (0,inventory_resource/* textIn */.r7)(repository, 'spec', 'url');
    if (url === undefined || (0,image_loop/* hasVariable */.$u)(url))
        return undefined;
    const followed = new Set();
    for (const other of (0,automation_source/* gitRepositories */.PY)(inventory)) {
        const address = (0,inventory_resource/* textIn */.r7)(other, 'spec', 'url');
        if (address === undefined || (0,image_loop/* hasVariable */.$u)(address))
            return undefined;
        if ((0,own_source/* plainAddress */.n)(address) !== (0,own_source/* plainAddress */.n)(url))
            continue;
        const ref = (0,inventory_resource/* valueIn */.xm)(other, 'spec', 'ref');
        // Without a ref it is the default of the source-controller.
        const branch = ref === undefined ? 'master' : (0,inventory_resource/* textIn */.r7)(other, 'spec', 'ref', 'branch');
        const isOther = ['tag', 'semver', 'commit', 'name'].some(name => (0,inventory_resource/* valueIn */.xm)(other, 'spec', 'ref', name) !== undefined);
        if (branch === undefined || isOther || (0,image_loop/* hasVariable */.$u)(branch))
            return undefined;
        if (inventory.placementsOf(other).some(({ isRewritten }) => isRewritten))
            return undefined;
        followed.add(branch);
    }
    return followed;
}

// EXTERNAL MODULE: ./src/workflow/push-filter.ts
var push_filter = __webpack_require__(2200);
;// CONCATENATED MODULE: ./src/workflow/workflow-values.ts

/** Stands for what is another at each run; of the form that it has. */
const workflow_values_SAMPLES = new Map([
    ['github.sha', '0123456789abcdef0123456789abcdef01234567'],
    ['github.run_number', '4217'],
    ['github.run_id', '17000004217'],
]);
/** Whether a text is another at each run, as far as its expressions tell. */
function isMadeAnew(text) {
    return /github\.(?:sha|run_)|GITHUB_(?:SHA|RUN_)/.test(text);
}
/** Resolves texts of a step: `env` of the step, its job and the workflow, and the repository's name. */
function resolverFor(workflow, job, step, { repository, branch }) {
    const env = new Map();
    for (const owner of [workflow, (0,json/* valueAt */.fK)(workflow, ['jobs', job]), step]) {
        const values = (0,json/* member */.Dc)(owner, 'env');
        if ((0,json/* isMapping */.pi)(values))
            for (const [name, value] of Object.entries(values))
                env.set(name, String(value));
    }
    const known = (expression) => {
        const name = /^env\.(\w+)$/.exec(expression)?.[1];
        if (name !== undefined)
            return env.get(name);
        if (expression === 'github.repository')
            return repository;
        if (expression === 'github.ref_name')
            return branch;
        if (expression === 'github.repository_owner')
            return repository?.split('/')[0];
        if (expression === 'github.event.repository.name')
            return repository?.split('/')[1];
        return workflow_values_SAMPLES.get(expression);
    };
    const once = (text) => text.replace(/\$\{\{\s*([\w.]+)\s*\}\}/g, (whole, expression) => known(expression) ?? whole);
    // A variable may be made of others; of ones that are made of themselves enough is seen.
    return text => once(once(once(text)));
}
/** The same for a script, where the shell fills in the variables. */
function inScript(text, resolve) {
    const assigned = new Map([...text.matchAll(/^\s*(?:export\s+)?(\w+)=["']?([^\s"']+)["']?\s*$/gm)].map(([, name, value]) => [name, value]));
    const known = (name) => {
        const written = assigned.get(name);
        if (written !== undefined)
            return written;
        // What the runner sets: GITHUB_SHA is github.sha.
        const set = /^GITHUB_(SHA|REF_NAME|RUN_NUMBER|RUN_ID|REPOSITORY)$/.exec(name)?.[1];
        if (set !== undefined)
            return resolve(`\${{ github.${set.toLowerCase()} }}`);
        const resolved = resolve(`\${{ env.${name} }}`);
        return resolved.includes('${{') ? undefined : resolved;
    };
    const once = (part) => resolve(part).replace(/\$(?:\{(\w+)\}|(\w+))/g, (whole, braced, bare) => known(braced ?? bare ?? '') ?? whole);
    return once(once(text));
}

;// CONCATENATED MODULE: ./src/workflow/pushed-images.ts



/**
 * The images that a workflow surely pushes, as far as their names can be read: steps of build-push and docker/build-push-action,
 * and scripts with `docker push` or `docker buildx build --push`.
 *
 * @param builds the steps of build-push, of any workflow
 */
function pushedImages(workflow, builds, facts) {
    const own = builds.filter(build => build.step.workflow === workflow.file).flatMap(builtByUs);
    const others = workflow.steps.flatMap(step => {
        const body = (0,json/* valueAt */.fK)(workflow.document.value, step.path);
        const resolve = resolverFor(workflow.document.value, step.job, body, facts);
        const made = isMadeAnew(`${step.run ?? ''}${step.with.get('tags') ?? ''}${metadataOf(step, workflow)?.with.get('tags') ?? ''}`);
        const references = [...builtByDocker(step, workflow, resolve, facts), ...pushedByScript(step, resolve)];
        return references.flatMap(reference => pushedImage(step, reference, made));
    });
    return [...own, ...others];
}
function builtByUs({ step, images, tagPrefix }) {
    if ((step.with.get('push') ?? 'true') !== 'true' || (step.with.get('dry-run') ?? 'false') !== 'false')
        return [];
    if (!images.known)
        return [];
    return images.value.flatMap(({ image }) => {
        const repository = image === undefined ? undefined : (0,canonical/* canonicalRepository */.J)(image);
        const tag = tagPrefix.known ? `${tagPrefix.value}-0123456-1700000000` : undefined;
        return repository === undefined ? [] : [{ step, repository, tag, isFixed: false }];
    });
}
function builtByDocker(step, workflow, resolve, facts) {
    if (!/^docker\/build-push-action@/.test(step.uses ?? ''))
        return [];
    const push = resolve(step.with.get('push') ?? '').replace(/^\$\{\{\s*|\s*\}\}$/g, '');
    const isPushed = push === 'true' ||
        /^github\.event_name\s*(?:!=\s*'pull_request'|==\s*'push')$/.test(push) ||
        /push=true/.test(step.with.get('outputs') ?? '');
    if (!isPushed)
        return [];
    const metadata = metadataOf(step, workflow);
    if (metadata === undefined)
        return itemsOf(resolve(step.with.get('tags') ?? ''));
    const tags = metadataTags(resolve(metadata.with.get('tags') ?? ''), facts);
    return itemsOf(resolve(metadata.with.get('images') ?? '')).flatMap(image => tags.map(tag => `${image}:${tag}`));
}
/** The step of docker/metadata-action whose tags a build takes. */
function metadataOf(step, { steps, document }) {
    const id = /^\$\{\{\s*steps\.([\w-]+)\.outputs\.tags\s*\}\}$/.exec((step.with.get('tags') ?? '').trim())?.[1];
    if (id === undefined)
        return undefined;
    return steps.find(other => other.job === step.job &&
        /^docker\/metadata-action@/.test(other.uses ?? '') &&
        (0,json/* textMember */.SA)((0,json/* valueAt */.fK)(document.value, other.path), 'id') === id);
}
/** What docker/metadata-action makes of a push to a branch; versions come of tags alone. */
function metadataTags(rules, { branch = '$branch' }) {
    const lines = rules.split('\n').map(line => line.trim());
    return (rules.trim() === '' ? ['type=ref,event=branch'] : lines).flatMap(line => {
        const parts = new Map(line.split(',').map((part) => [part.split('=')[0] ?? '', part.replace(/^[^=]*=/, '')]));
        if ((parts.get('enable') ?? 'true') !== 'true')
            return [];
        const framed = (value, prefix = '') => [
            `${parts.get('prefix') ?? prefix}${value}${parts.get('suffix') ?? ''}`,
        ];
        switch (parts.get('type')) {
            case 'sha':
                return framed('$sha', 'sha-');
            case 'ref':
                return parts.get('event') === 'branch' ? framed(branch) : [];
            case 'raw':
                return framed((parts.get('value') ?? '').replace(/\{\{branch\}\}/g, branch).replace(/\{\{[^}]*\}\}/g, '$made'));
            default:
                return [];
        }
    });
}
function pushedByScript({ run }, resolve) {
    if (run === undefined)
        return [];
    const commands = inScript(run.replace(/\\\r?\n\s*/g, ' '), resolve)
        .split(/\r?\n|&&|;/)
        .map(command => command.trim());
    return commands.flatMap(command => {
        const pushed = /^docker\s+(?:image\s+)?push\s+(?:-\S+\s+)*["']?([^\s"']+)/.exec(command)?.[1];
        if (pushed !== undefined)
            return [pushed];
        if (!/^docker\s+(?:buildx\s+)?build\s/.test(command) || !/\s--push(?:\s|=true|$)/.test(command))
            return [];
        return [...command.matchAll(/\s(?:-t|--tag)[\s=]+["']?([^\s"']+)/g)].flatMap(([, tag]) => tag ?? []);
    });
}
function itemsOf(text) {
    return text
        .split(/[\n,]/)
        .map(item => item.trim())
        .filter(item => item !== '');
}
/** A name with a variable in it is not known; a tag with one is made in the run. */
function pushedImage(step, reference, made) {
    const variable = reference.search(/\$/);
    const colon = reference.lastIndexOf(':', variable < 0 ? undefined : variable);
    const isTagMade = variable >= 0 && colon > 0 && !reference.slice(colon, variable).includes('/');
    if (variable >= 0 && !isTagMade)
        return [];
    const name = isTagMade ? reference.slice(0, colon) : reference;
    const repository = (0,canonical/* canonicalRepository */.J)(name.toLowerCase());
    if (repository === undefined)
        return [];
    const tag = /:([^:/@]+)(?:@.*)?$/.exec(reference)?.[1];
    return [{ step, repository, tag: isTagMade ? undefined : tag, isFixed: !isTagMade && !made }];
}

// EXTERNAL MODULE: ./src/workflow/skipped-push.ts
var skipped_push = __webpack_require__(8274);
;// CONCATENATED MODULE: ./src/workflow/build-loop.ts










/**
 * The loops that are certain: Flux pushes with a key of its own, so its commits start workflows, unless a filter of branches or
 * paths, a condition, or the commit's message keeps them out. One for each workflow.
 */
function buildLoops(inventory, loop, markers) {
    return inventory.workflows
        .filter(({ file }) => file.path.startsWith('.github/'))
        .flatMap(workflow => {
        const { push } = workflow;
        if (push === undefined)
            return [];
        for (const automation of loop.automations) {
            const found = loopOf(workflow, push, automation, inventory, loop, markers);
            if (found !== undefined)
                return [found];
        }
        return [];
    });
}
function loopOf(workflow, push, automation, inventory, loop, markers) {
    if (automation.isSuspended || automation.placement.isRewritten || (0,skipped_push/* skipsWorkflows */.D)(automation.messageTemplate ?? ''))
        return undefined;
    if ((0,automation_source/* worksHere */.rk)(automation, inventory) !== 'yes')
        return undefined;
    const { checkout, push: pushed } = (0,automation_source/* branchesOf */.IJ)(automation, inventory);
    // A branch for pull requests: what it builds there is not what is elected.
    if (automation.pushBranch !== undefined && automation.pushBranch !== checkout)
        return undefined;
    if (pushed === undefined && (push.branches !== undefined || push.branchesIgnore !== undefined))
        return undefined;
    const facts = { repository: repositoryOf(automation, inventory), branch: pushed };
    const images = pushedImages(workflow, inventory.builds, facts).filter(image => runsAlways(image, workflow, pushed));
    if (images.length === 0)
        return undefined;
    for (const policy of loop.policies) {
        if ((0,image_loop/* automationSees */.EG)(automation, policy) !== 'yes')
            continue;
        const image = (0,elected_image/* imageOf */.dT)(policy);
        const repository = image === undefined ? undefined : (0,canonical/* canonicalRepository */.J)(image);
        if (image === undefined || !images.some(built => built.repository === repository && mayElect(policy, built)))
            continue;
        const files = filesOf(automation, policy, markers);
        // Where it matters the branch is known.
        const starts = files.length > 0 && (0,push_filter/* startsOnPush */.l)(push, { branch: pushed ?? '', files });
        if (starts)
            return { workflow, push, automation, policy, files, branch: pushed, image };
    }
    return undefined;
}
/** The files in which the automation writes what the policy elects. */
function filesOf(automation, policy, markers) {
    const own = markers.all.filter(marker => marker.fault === undefined &&
        marker.automations.includes(automation) &&
        marker.policy.state === 'found' &&
        marker.policy.policies.includes(policy));
    return [...new Set(own.map(({ file }) => file.path))];
}
/** A tag that stays the same makes no commit, unless its digest is followed; one that is not known is what the policy is there for. */
function mayElect(policy, { tag, isFixed }) {
    if (isFixed && policy.digestReflection !== 'Always')
        return false;
    return tag === undefined || (0,elected_image/* accepts */.G3)(policy, tag) !== false;
}
/** Whether a step runs at every push: no condition that may look at who pushes, or at what else happened, stands before it. */
function runsAlways({ step }, { document }, branch) {
    const jobs = (0,json/* member */.Dc)(document.value, 'jobs');
    const waiting = [step.job];
    const seen = new Set();
    for (const id of waiting) {
        if (seen.has(id))
            continue;
        seen.add(id);
        const job = (0,json/* member */.Dc)(jobs, id);
        if (!isHarmless((0,json/* member */.Dc)(job, 'if'), branch))
            return false;
        const needs = (0,json/* textMember */.SA)(job, 'needs');
        if (needs !== undefined)
            waiting.push(needs);
        waiting.push(...(0,json/* listMember */.DW)(job, 'needs').filter(need => typeof need === 'string'));
    }
    return isHarmless((0,json/* member */.Dc)((0,json/* valueAt */.fK)(document.value, step.path), 'if'), branch) && !stopsEarlier(step, jobs);
}
function isHarmless(condition, branch) {
    if (condition === undefined || condition === null || condition === true)
        return true;
    if (typeof condition !== 'string')
        return false;
    const text = condition.replace(/^\s*\$\{\{|\}\}\s*$/g, '').trim();
    const parts = text.split('&&').map(part => part.trim());
    return parts.every(part => /^(?:always|success)\(\)$/.test(part) ||
        /^!\s*cancelled\(\)$/.test(part) ||
        /^github\.event_name\s*(?:==\s*'push'|!=\s*'pull_request')$/.test(part) ||
        (branch !== undefined &&
            (part.replace(/\s/g, '') === `github.ref=='refs/heads/${branch}'` ||
                part.replace(/\s/g, '') === `github.ref_name=='${branch}'`)));
}
/** A script before the build may end the job when it sees the automation's commit. */
function stopsEarlier({ path, job }, jobs) {
    const index = path.at(-1);
    const before = (0,json/* listMember */.DW)((0,json/* member */.Dc)(jobs, job), 'steps').slice(0, typeof index === 'number' ? index : 0);
    return before.some(step => /git (?:log|show)|head_commit|github\.actor|fluxcdbot/i.test((0,json/* textMember */.SA)(step, 'run') ?? ''));
}
/** `owner/name` of a repository on GitHub. */
function repositoryOf(automation, inventory) {
    const source = (0,automation_source/* gitRepositoryOf */.uR)(automation, inventory);
    const url = source.state === 'found' ? (0,inventory_resource/* textIn */.r7)(source.target, 'spec', 'url') : undefined;
    return url === undefined ? undefined : /^(?:ssh\.)?github\.com(?::[0-9]+)?\/(.+\/.+)$/.exec((0,own_source/* plainAddress */.n)(url))?.[1];
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/automation-loop.ts




const automation_loop_source = {
    'flux/source.yaml': `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: flux-system
  namespace: flux-system
spec:
  interval: 1m
  url: https://github.com/example/website
  ref:
    branch: master
`,
};
const automation_loop_frontend = {
    'flux/frontend.yaml': exampleDeployment(`        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`),
};
const build = (trigger) => ({
    '.github/workflows/build.yml': `name: build
on:
${trigger}permissions: {}
jobs:
  build:
    runs-on: self-hosted
    steps:
      - uses: actions/checkout@v5
      - uses: example/fluxgate/actions/build-push@v1
        with:
          registry: 192.168.0.40:5000
          insecure: true
          images: |
            - name: library/frontend
              platforms: [linux/arm64]
`,
});
const automationLoop = {
    id: 'automation-loop',
    severity: 'error',
    summary: 'The commits of an automation start no build of an image that it updates.',
    why: 'Flux pushes with a deploy key, so GitHub runs `on: push` for its commits. A build makes a tag, the tag makes a commit, and the commit makes the next build, without end.',
    fix: 'Keep the folder of the automation out of the trigger with `paths-ignore`, or `[skip ci]` in its commit message.',
    examples: [
        {
            title: 'Every push to the branch builds',
            files: {
                ...exampleLoop,
                ...automation_loop_source,
                ...automation_loop_frontend,
                ...build('  push: # expect: automation-loop\n    branches: [master]\n'),
            },
        },
        {
            title: 'The folder of the automation is left out',
            files: {
                ...exampleLoop,
                ...automation_loop_source,
                ...automation_loop_frontend,
                ...build('  push:\n    branches: [master]\n    paths-ignore: ["flux/**"]\n'),
            },
        },
        {
            title: 'The message of the commits keeps workflows out',
            files: {
                ...exampleLoopWith({ commit: '      messageTemplate: "Update images [skip ci]"\n' }),
                ...automation_loop_source,
                ...automation_loop_frontend,
                ...build('  push:\n    branches: [master]\n'),
            },
        },
        {
            title: 'Updates go to a branch for pull requests',
            files: {
                ...exampleLoopWith({ git: '    push:\n      branch: image-updates\n' }),
                ...automation_loop_source,
                ...automation_loop_frontend,
                ...build('  push:\n    branches: [master]\n'),
            },
        },
    ],
    *check({ inventory, loop, markers }) {
        for (const found of buildLoops(inventory, loop, markers)) {
            const { workflow, push, automation, policy, files, branch, image } = found;
            const where = branch === undefined ? 'the branch of its source' : `the branch "${branch}"`;
            yield {
                file: workflow.file.path,
                span: push.span,
                message: `the commits of the ${(0,inventory_resource/* titleOf */.Gg)(automation.resource)} start this workflow, which builds the image that they are about: a build without end`,
                found: foundIn(push),
                expected: 'a filter that leaves out what the automation writes',
                witness: [
                    `the workflow "${workflow.name}" pushes ${image}`,
                    `the ${(0,inventory_resource/* titleOf */.Gg)(policy.resource)} elects the new tag`,
                    `the ${(0,inventory_resource/* titleOf */.Gg)(automation.resource)} commits ${files.join(', ')} to ${where}`,
                    `that push starts the workflow "${workflow.name}"`,
                ],
                fix: { text: fixFor(found) },
            };
        }
    },
};
function foundIn({ branches, paths, pathsIgnore }) {
    const parts = { branches, paths, 'paths-ignore': pathsIgnore };
    const written = Object.entries(parts).flatMap(([name, value]) => value === undefined ? [] : `${name}: ${JSON.stringify(value)}`);
    return written.length === 0 ? 'on push, without a filter' : written.join(', ');
}
function fixFor({ push, automation, files }) {
    const folder = automation.updatePath ?? '.';
    const globs = folder === '.' ? [...new Set(files.map(globOf))] : [`${folder}/**`];
    if (push.paths !== undefined)
        return `paths:\n${globs.map(glob => `  - "!${glob}"`).join('\n')}`;
    return `paths-ignore:\n${globs.map(glob => `  - "${glob}"`).join('\n')}`;
}
function globOf(file) {
    const folder = external_node_path_.posix.dirname(file);
    return folder === '.' ? file : `${folder}/**`;
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/automation-overlap.ts






const second = (path) => ({
    'flux/second-automation.yaml': `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageUpdateAutomation
metadata:
  name: website-again
  namespace: flux-system
spec:
  interval: 1m
  sourceRef:
    kind: GitRepository
    name: flux-system
  git:
    commit:
      author:
        email: fluxcdbot@users.noreply.github.com
  update:
    path: ${path}
    strategy: Setters
`,
});
const automation_overlap_frontend = {
    'flux/apps/frontend.yaml': exampleDeployment(`        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`),
};
const automationOverlap = {
    id: 'automation-overlap',
    severity: 'warning',
    summary: 'A file is written by one automation.',
    why: 'Two automations that write the same values to the same branch race each other: one push is refused and tried again, and it is chance whose commit and whose message stands in the history.',
    fix: 'Give each a folder of its own, or policies of its own with `policySelector`.',
    examples: [
        {
            title: 'One works in a folder of the other',
            files: { ...exampleLoop, ...second('./flux/apps # expect: automation-overlap'), ...automation_overlap_frontend },
        },
        {
            title: 'Folders side by side',
            files: {
                ...exampleLoop,
                ...second('./other'),
                ...automation_overlap_frontend,
                'other/compose.yml': `services:
  frontend:
    image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}
`,
            },
        },
    ],
    *check({ loop, inventory }) {
        for (const [index, automation] of loop.automations.entries()) {
            const rival = loop.automations.slice(0, index).find(other => isRival(automation, other, loop, inventory));
            if (rival === undefined)
                continue;
            const path = rival.updatePath ?? '.';
            yield reportAt(automation.resource, ['spec', 'update', 'path'], {
                message: `the ${(0,inventory_resource/* titleOf */.Gg)(rival.resource)} writes to the same branch below ${path === '.' ? 'the root' : path} already, for the same policies`,
                found: automation.updatePath ?? '.',
                expected: 'a folder that no other automation works on',
                witness: [rival, automation].map(({ resource, updatePath }) => `${(0,inventory_resource/* titleOf */.Gg)(resource)}: ${updatePath ?? '.'} (${resource.file.path})`),
            });
        }
    },
};
function isRival(left, right, loop, inventory) {
    if (left.resource === right.resource || left.placement.cluster !== right.placement.cluster)
        return false;
    if ([left, right].some(({ isSuspended, placement }) => isSuspended || placement.isRewritten))
        return false;
    const [here, there] = [left.updatePath, right.updatePath];
    if (here === undefined || there === undefined || !((0,inventory_applied/* isBelow */.Yw)(here, there) || (0,inventory_applied/* isBelow */.Yw)(there, here)))
        return false;
    if ([left, right].some(({ resource }) => (0,image_loop/* hasVariable */.$u)((0,inventory_resource/* textIn */.r7)(resource, 'spec', 'update', 'path'))))
        return false;
    return isSameBranch(left, right, inventory) && sharesPolicy(left, right, loop);
}
function isSameBranch(left, right, inventory) {
    const [first, second] = [left, right].map(({ source, namespace }) => {
        return `${source.kind}/${source.namespace ?? namespace ?? ''}/${source.name}`;
    });
    if (first !== second)
        return false;
    const [a, b] = [(0,automation_source/* branchesOf */.IJ)(left, inventory).push, (0,automation_source/* branchesOf */.IJ)(right, inventory).push];
    // Neither says one: then both push to that of their source, whichever it is.
    if (a === undefined && b === undefined)
        return [left, right].every(({ pushBranch, checkoutBranch }) => pushBranch === undefined && checkoutBranch === undefined);
    return a === b;
}
function sharesPolicy(left, right, { policies }) {
    return policies.some(policy => (0,image_loop/* automationSees */.EG)(left, policy) === 'yes' && (0,image_loop/* automationSees */.EG)(right, policy) === 'yes');
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/automation-path.ts







const automationPath = {
    id: 'automation-path',
    severity: 'error',
    summary: 'The `update.path` of an automation is a folder of the repository with YAML files in it.',
    why: 'An automation that is sent to a folder which is not there fails, or finds nothing: no value is ever updated.',
    fix: 'Write the path from the root of the repository, such as `./clusters/production`.',
    examples: [
        {
            title: 'A folder that does not exist',
            files: {
                ...exampleLoopWith({ path: './clusters/production # expect: automation-path' }),
                'clusters/prod/namespace.yaml': `apiVersion: v1
kind: Namespace
metadata:
  name: website
`,
            },
        },
        {
            title: 'A folder of the tree',
            files: {
                ...exampleLoop,
                'flux/frontend.yaml': exampleDeployment(`        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`),
            },
        },
    ],
    *check({ loop, inventory }) {
        for (const automation of loop.automations) {
            const { resource, placement, updatePath } = automation;
            const written = (0,inventory_resource/* textIn */.r7)(resource, 'spec', 'update', 'path');
            if (written === undefined || placement.isRewritten || (0,image_loop/* hasVariable */.$u)(written))
                continue;
            if ((0,automation_source/* worksHere */.rk)(automation, inventory) !== 'yes')
                continue;
            const paths = [...inventory.files.keys()];
            if (updatePath !== undefined && paths.some(path => (0,inventory_applied/* isBelow */.Yw)(path, updatePath)))
                continue;
            const near = (0,nearest/* nearest */.p)(updatePath ?? written, foldersOf(paths));
            yield reportAt(resource, ['spec', 'update', 'path'], {
                message: updatePath === undefined
                    ? 'this path leads out of the repository'
                    : 'there is no YAML file below this path, so the automation has nothing to update',
                found: written,
                expected: 'a folder of this repository',
                ...(near === undefined ? {} : { fix: { text: `path: ./${near}` } }),
            });
        }
    },
};
function foldersOf(paths) {
    const folders = new Set();
    for (const path of paths) {
        const parts = path.split('/');
        for (let depth = 1; depth < parts.length; depth += 1)
            folders.add(parts.slice(0, depth).join('/'));
    }
    return [...folders];
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/automation-suspended.ts



const automation_suspended_frontend = {
    'flux/frontend.yaml': exampleDeployment(`        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`),
};
const automationSuspended = {
    id: 'automation-suspended',
    severity: 'note',
    summary: 'An automation is not suspended.',
    why: 'A suspended automation writes nothing: new images are elected, and no file changes. That is the way to hold a version, and easily forgotten.',
    fix: 'Remove `suspend: true` when updates are to go on.',
    examples: [
        {
            title: 'An automation that was stopped',
            files: { ...exampleLoopWith({ spec: '  suspend: true # expect: automation-suspended\n' }), ...automation_suspended_frontend },
        },
        { title: 'An automation at work', files: { ...exampleLoop, ...automation_suspended_frontend } },
    ],
    *check({ loop }) {
        for (const { resource, isSuspended } of loop.automations) {
            if (!isSuspended)
                continue;
            yield reportAt(resource, ['spec', 'suspend'], {
                message: `the ${(0,inventory_resource/* titleOf */.Gg)(resource)} is suspended: no marker is updated by it`,
                found: 'suspend: true',
                expected: 'no suspend, or false',
            });
        }
    },
};

// EXTERNAL MODULE: ./src/flux/message.ts + 33 modules
var message = __webpack_require__(1826);
;// CONCATENATED MODULE: ./actions/verify-manifests/rules/automation-template.ts







const automation_template_frontend = {
    'flux/frontend.yaml': exampleDeployment(`        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`),
};
const automationTemplate = {
    id: 'automation-template',
    severity: 'error',
    summary: 'The commit message template of an automation can be rendered.',
    why: 'Flux renders it when there is something to commit and not before: a template with an unknown field or function passes review, and the first real update fails, and every one after it.',
    fix: 'Use `.AutomationObject`, `.Changed` (`.FileChanges`, `.Objects`, `.Changes`) and `.Values`, with the functions of sprig.',
    examples: [
        {
            title: 'Fields of Flux before 2.7',
            files: {
                ...exampleLoopWith({
                    commit: `      messageTemplate: |
        {{ range .Updated.Images -}} # expect: automation-template
        {{ println . }}
        {{ end -}}
`,
                }),
                ...automation_template_frontend,
            },
        },
        {
            title: 'A field that never was',
            files: {
                ...exampleLoopWith({
                    commit: `      messageTemplate: "Update {{ .Changed.Images }}" # expect: automation-template
`,
                }),
                ...automation_template_frontend,
            },
        },
        {
            title: 'A function that is missing',
            files: {
                ...exampleLoopWith({
                    commit: `      messageTemplate: |
        Update of images

        {{ toYamlPretty .Changed.Objects }} # expect: automation-template
`,
                }),
                ...automation_template_frontend,
            },
        },
        {
            title: 'The template of the documentation',
            files: {
                ...exampleLoopWith({
                    commit: `      messageTemplate: |
        Automated image update by {{ .AutomationObject }}
        {{ range $resource, $changes := .Changed.Objects -}}
        - {{ $resource.Kind }} {{ $resource.Name }}
        {{ range $_, $change := $changes }}{{ $change.OldValue }} -> {{ $change.NewValue }}
        {{ end -}}
        {{ end -}}
`,
                }),
                ...automation_template_frontend,
            },
        },
    ],
    *check(context) {
        for (const automation of context.loop.automations) {
            const { messageTemplate, placement, resource } = automation;
            if (messageTemplate === undefined || placement.isRewritten)
                continue;
            // Substitution would put something else there first.
            if (placement.isPatched && messageTemplate.includes('${'))
                continue;
            for (const problem of (0,message/* checkTemplate */.B)(messageTemplate)) {
                const isOfField = problem.kind === 'removed-field' || problem.kind === 'field';
                const severity = isOfField ? severityOfField(resource, context) : 'error';
                if (severity === undefined)
                    continue;
                yield reportAt(resource, TEMPLATE, {
                    severity,
                    span: automation_template_placeIn(automation, messageTemplate, problem),
                    message: `${problem.message}: the first update will fail at its commit message, and so will every one after it`,
                    found: messageTemplate.split('\n')[problem.line - 1]?.trim() ?? '',
                    expected: expectedFor(problem),
                });
            }
        }
    },
};
/** The first minor of Flux without the older fields. */
const WITHOUT_OLDER = 7;
/**
 * Before 2.7 other fields were there, and what they held is not known here. Where nothing says which Flux it is, it is a warning, unless
 * an older one would not serve the rest of the tree.
 */
function severityOfField(resource, context) {
    const versions = fluxVersionsFor(resource, context);
    if (versions.some(({ minor }) => minor < WITHOUT_OLDER))
        return undefined;
    const isCertain = versions.every(({ from }) => from !== undefined) || oldestFluxFor(context.inventory) >= WITHOUT_OLDER;
    return isCertain ? 'error' : 'warning';
}
const TEMPLATE = ['spec', 'git', 'commit', 'messageTemplate'];
function expectedFor({ kind }) {
    switch (kind) {
        case 'syntax':
            return "a template of Go's text/template";
        case 'function':
            return "a function of Go's text/template or of sprig";
        default:
            return '.AutomationObject, .Changed.FileChanges, .Changed.Objects, .Changed.Changes or .Values';
    }
}
/** The place within a block of literal text; for every other form of text the text as a whole. */
function automation_template_placeIn({ resource }, template, { line, column }) {
    const whole = (0,inventory_resource/* placeOf */.$t)(resource, ...TEMPLATE);
    // What is missing at the end is missing in the whole.
    if (line > template.trimEnd().split('\n').length)
        return (0,inventory_resource/* keyPlaceOf */.w8)(resource, ...TEMPLATE);
    const part = (0,source_file/* partAt */.l0)(resource.document, [...resource.path, ...TEMPLATE]);
    if (part?.form !== 'literal')
        return whole;
    const { file } = resource;
    const header = file.span(part.start, part.end).line;
    const wanted = template.split('\n')[line - 1] ?? '';
    const text = file.text.split(/\r?\n/)[header + line - 1] ?? '';
    if (!text.endsWith(wanted))
        return whole;
    const start = text.length - wanted.length + column;
    return { line: header + line, column: start, endLine: header + line, endColumn: text.length + 1 };
}

;// CONCATENATED MODULE: ./src/flux/inventory/helmfile.ts

/**
 * The charts that the tree's helmfiles install, by the last part of their names. A cluster is bootstrapped with them before
 * Flux is there, and the HelmReleases of the same charts only take them over.
 */
function helmfileCharts({ files }) {
    const releases = [...files.values()].flatMap(({ documents }) => documents.flatMap(({ value }) => (0,json/* listMember */.DW)(value, 'releases')));
    return new Set(releases.flatMap(release => (0,json/* textMember */.SA)(release, 'chart')?.split('/').at(-1) ?? []));
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
const sealed = (mark) => `apiVersion: bitnami.com/v1alpha1${mark}
kind: SealedSecret
metadata:
  name: one
  namespace: default
spec:
  encryptedData: {}
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
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('crds', './crds'), kustomization('apps', './apps')),
                'crds/widgets.yaml': definition,
                'apps/widget.yaml': widget(' # expect: crd-first'),
            },
        },
        {
            title: 'a custom resource beside the HelmRelease of its controller',
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('secrets', './secrets')),
                'secrets/controller.yaml': controller,
                'secrets/one.yaml': sealed(' # expect: crd-first'),
            },
        },
        {
            title: 'a CRD that comes first',
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('crds', './crds'), kustomization('apps', './apps', 'dependsOn:', '  - name: crds')),
                'crds/widgets.yaml': definition,
                'apps/widget.yaml': widget(''),
            },
        },
        {
            title: 'a CRD in the same Kustomization, which Flux applies first',
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps')),
                'apps/widgets.yaml': definition,
                'apps/widget.yaml': widget(''),
            },
        },
        {
            title: 'a chart that a helmfile installs before Flux is there',
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('secrets', './secrets')),
                'secrets/controller.yaml': controller,
                'secrets/one.yaml': sealed(''),
                'bootstrap/helmfile.d/01-apps.yaml': `releases:
  - name: sealed-secrets
    namespace: flux-system
    chart: oci://registry.example.com/charts/sealed-secrets
    version: 2.17.0
`,
            },
        },
        {
            title: 'CRDs from an address, beside the chart that goes without them',
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('secrets', './secrets')),
                'secrets/kustomization.yaml': kustomizeFile('https://charts.example.com/sealed-secrets/crds.yaml', 'controller.yaml', 'one.yaml'),
                'secrets/controller.yaml': controller,
                'secrets/one.yaml': sealed(''),
            },
        },
        {
            title: "CRDs from the chart's own repository",
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('flux-system', './clusters/production'), kustomization('secrets', './secrets')),
                'clusters/production/crds.yaml': example_trees_documents(gitRepository('sealed-secrets').replace('example/website', 'example/sealed-secrets'), kustomization('sealed-secrets-crds', './helm/sealed-secrets/crds').replace('name: flux-system\n  path', 'name: sealed-secrets\n  path')),
                'secrets/controller.yaml': controller,
                'secrets/one.yaml': sealed(''),
            },
        },
    ],
    check: context => (0,cluster_graph/* clusterGraphsOf */.Z6)(context.inventory).flatMap(graph => checkCluster(graph, context)),
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
    const nodes = graph.nodes.filter(node => !(0,cluster_graph/* isRemote */.Vx)(node.kustomization) && inventory.ownness(node.kustomization) === 'yes');
    const providers = providersOf(nodes, inventory);
    const bootstrapped = groupsOf(helmfileCharts(inventory));
    const hidden = graph.nodes.filter(({ kustomization: item }) => inventory.folders.get(item)?.isOpen === true || inventory.ownness(item) !== 'yes');
    const appliers = appliersIn(nodes, inventory);
    return nodes.flatMap(node => {
        // Whoever applies a Kustomization has applied its own CRDs before.
        const parents = (appliers.get(node.kustomization.resource) ?? []).filter(other => other !== node);
        const before = new Set([...(0,cluster_graph/* waitsFor */.is)(node), ...parents]);
        if (hidden.some(other => other === node || before.has(other) || isNamedForCrds(other)))
            return [];
        const said = new Set();
        return (inventory.folders.get(node.kustomization)?.objects ?? []).flatMap(({ resource }) => {
            const { group, kind } = resource;
            const key = `${group}/${kind}`;
            if (said.has(key) ||
                config.external.crds.has(group) ||
                bootstrapped.has(group) ||
                group.endsWith('.toolkit.fluxcd.io'))
                return [];
            // What two Kustomizations apply is that fault's matter first.
            const owners = new Set(inventory.placementsOf(resource).flatMap(({ by, cluster }) => (cluster === graph.cluster ? [by] : [])));
            const report = owners.size > 1 ? undefined : crd_first_judge(resource, node, before, providers);
            if (report === undefined)
                return [];
            said.add(key);
            return [report];
        });
    });
}
function groupsOf(charts) {
    return new Set([...charts].flatMap(chart => CHARTS.get(chart) ?? []));
}
/** One that the tree does not show all of, from an address or another source, may bring any CRD. */
function isNamedForCrds({ name, kustomization }) {
    return /crd/i.test(`${name} ${kustomization.path ?? ''}`);
}
/** Who applies each object. */
function appliersIn(nodes, { folders }) {
    const found = new Map();
    for (const node of nodes) {
        for (const { resource } of folders.get(node.kustomization)?.objects ?? []) {
            const known = found.get(resource);
            if (known === undefined)
                found.set(resource, [node]);
            else
                known.push(node);
        }
    }
    return found;
}
function crd_first_judge(resource, node, before, { crds, charts }) {
    const definitions = crds.get(`${resource.group}/${resource.kind}`) ?? [];
    const releases = charts.get(resource.group) ?? [];
    const bringers = [...definitions, ...releases.map(({ node: other }) => other)];
    // Flux applies CRDs before the rest of the same Kustomization; a HelmRelease only asks for them.
    if (bringers.length === 0 || definitions.includes(node) || bringers.some(other => before.has(other)))
        return undefined;
    const beside = releases.find(({ node: other }) => other === node);
    if (beside !== undefined) {
        return crd_first_reportOf(resource, {
            message: `${(0,inventory_resource/* titleOf */.Gg)(resource)} is applied together with ${(0,inventory_resource/* titleOf */.Gg)(beside.release)}, which brings its CRD: the API server refuses it, and the HelmRelease is not applied either`,
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
    const waits = (0,cluster_graph/* waitsFor */.is)(other).has(node);
    return crd_first_reportOf(resource, {
        message: waits
            ? `${(0,inventory_resource/* titleOf */.Gg)(resource)} is applied by ${node.name}, and its CRD is brought by ${other.name}, which waits for ${node.name}: neither is ever applied`
            : `${(0,inventory_resource/* titleOf */.Gg)(resource)} is applied by ${node.name}, which does not wait for ${other.name}, which brings its CRD: until that is there, nothing of ${node.name} is applied`,
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
        span: (0,inventory_resource/* placeOf */.$t)(resource, 'apiVersion'),
        found: `${(0,inventory_resource/* textIn */.r7)(resource, 'apiVersion') ?? ''} ${resource.kind}`,
        ...said,
    };
}
function providersOf(nodes, inventory) {
    const crds = new Map();
    const charts = new Map();
    for (const node of nodes) {
        for (const { resource } of inventory.folders.get(node.kustomization)?.objects ?? []) {
            if (resource.kind === 'CustomResourceDefinition') {
                const key = `${(0,inventory_resource/* textIn */.r7)(resource, 'spec', 'group') ?? ''}/${(0,inventory_resource/* textIn */.r7)(resource, 'spec', 'names', 'kind') ?? ''}`;
                crds.set(key, [...(crds.get(key) ?? []), node]);
            }
            if (resource.kind !== 'HelmRelease')
                continue;
            for (const group of CHARTS.get(chartOf(resource, inventory)) ?? []) {
                charts.set(group, [...(charts.get(group) ?? []), { node, release: resource }]);
            }
        }
    }
    return { crds, charts };
}
/** The name of a release's chart; of one in an artifact, the last part of its address. */
function chartOf(release, inventory) {
    const reference = (0,inventory_resource/* textIn */.r7)(release, 'spec', 'chartRef', 'name');
    const source = inventory
        .ofKind(flux_inventory/* SOURCE_GROUP */.qg, (0,inventory_resource/* textIn */.r7)(release, 'spec', 'chartRef', 'kind') ?? 'OCIRepository')
        .find(({ name }) => reference !== undefined && name === reference);
    const address = source === undefined ? undefined : (0,inventory_resource/* textIn */.r7)(source, 'spec', 'url');
    return (0,inventory_resource/* textIn */.r7)(release, 'spec', 'chart', 'spec', 'chart') ?? address?.split('/').at(-1) ?? '';
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
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('frontend', './frontend', 'dependsOn:', '  - name: backend'), kustomization('backend', './backend', 'dependsOn:', '  - name: frontend # expect: depends-on-acyclic')),
                'frontend/settings.yaml': configMap('settings', 'default'),
                'backend/settings.yaml': configMap('other-settings', 'default'),
            },
        },
        {
            title: 'one after the other',
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('frontend', './frontend'), kustomization('backend', './backend', 'dependsOn:', '  - name: frontend')),
                'frontend/settings.yaml': configMap('settings', 'default'),
                'backend/settings.yaml': configMap('other-settings', 'default'),
            },
        },
    ],
    check: ({ inventory }) => (0,cluster_graph/* clusterGraphsOf */.Z6)(inventory).flatMap(({ nodes }) => circlesOf(nodes).map(depends_on_acyclic_reportOf)),
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
    'clusters/production/apps.yaml': example_trees_documents(gitRepository(), ...Array.from({ length }, (_, level) => kustomization(`level-${level + 1}`, `./level-${level + 1}`, ...(level === 0 ? [] : ['dependsOn:', `  - name: level-${level}${level === length - 1 ? mark : ''}`])))),
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
    check: ({ inventory }) => (0,cluster_graph/* clusterGraphsOf */.Z6)(inventory).flatMap(({ nodes }) => {
        const lengths = new Map();
        return nodes.flatMap(node => {
            const path = longest(node, lengths, new Set());
            // Only the first that is too deep: what waits for it is deeper by the same fault.
            if (path.length !== DEEPEST + 1)
                return [];
            return [
                reportAt(node.kustomization.resource, ['spec', 'dependsOn', entryOf(node, path.at(-2)), 'name'], {
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
/** The index of the entry that leads to another node. */
function entryOf(node, before) {
    return Math.max(0, node.dependencies.findIndex(dependency => dependency.node === before));
}
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
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('infrastructure', './infrastructure'), kustomization('apps', './apps', 'dependsOn:', '  - name: infra # expect: depends-on-exists')),
                'infrastructure/settings.yaml': configMap('settings', 'default'),
                'apps/settings.yaml': configMap('other-settings', 'default'),
            },
        },
        {
            title: 'a dependency in the same namespace',
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('infrastructure', './infrastructure'), kustomization('apps', './apps', 'dependsOn:', '  - name: infrastructure')),
                'infrastructure/settings.yaml': configMap('settings', 'default'),
                'apps/settings.yaml': configMap('other-settings', 'default'),
            },
        },
    ],
    check: context => (0,cluster_graph/* clusterGraphsOf */.Z6)(context.inventory).flatMap(graph => (graph.isOpen ? [] : depends_on_exists_missing(graph, context))),
};
function depends_on_exists_missing({ nodes }, { inventory, config }) {
    return nodes.flatMap(({ kustomization: { resource }, dependencies }) => dependencies.flatMap(({ index, namespace, name, node }) => {
        const isKnown = !(0,image_loop/* hasVariable */.$u)(name) && !(0,image_loop/* hasVariable */.$u)(namespace) && name !== '';
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
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps', 'force: true # expect: force-scope')),
                'apps/settings.yaml': configMap('settings', 'default'),
            },
        },
        {
            title: 'no force',
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps')),
                'apps/settings.yaml': configMap('settings', 'default'),
            },
        },
    ],
    check: ({ inventory }) => inventory.kustomizations.flatMap(item => {
        const { resource } = item;
        if ((0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'force') !== true || inventory.ownness(item) === 'no')
            return [];
        const others = (inventory.folders.get(item)?.objects ?? []).filter(({ resource: object }) => object.kind !== 'Job');
        const [first] = others;
        if (first === undefined)
            return [];
        return [
            {
                file: resource.file.path,
                span: (0,inventory_resource/* keyPlaceOf */.w8)(resource, 'spec', 'force'),
                message: `force deletes and recreates whatever of this Kustomization an edit makes invalid: ${others.length === 1 ? (0,inventory_resource/* titleOf */.Gg)(first.resource) : `${(0,inventory_resource/* titleOf */.Gg)(first.resource)} and ${others.length - 1} more`}`,
                found: 'force: true',
                expected: 'force only where all objects are Jobs',
                fix: { text: 'Remove the line, or move the Jobs into a Kustomization of their own' },
            },
        ];
    }),
};

;// CONCATENATED MODULE: ./src/flux/inventory/object-makers.ts


const BUILT_IN = new Set([
    'ConfigMap/kube-root-ca.crt',
    'ConfigMap/istio-ca-root-cert',
    'ConfigMap/openshift-service-ca.crt',
    // Of the Flux operator.
    'ConfigMap/flux-runtime-info',
    'ServiceAccount/default',
    'ServiceAccount/builder',
    'ServiceAccount/deployer',
    'ServiceAccount/pipeline',
]);
/** What every cluster has, or a bootstrap brings. */
function isBuiltIn({ kind, namespace, name }, placed) {
    if (namespace === 'kube-system' || namespace === 'kube-public' || namespace === 'kube-node-lease')
        return true;
    if (BUILT_IN.has(`${kind}/${name}`) || (kind === 'Service' && namespace === 'default' && name === 'kubernetes'))
        return true;
    if (namespace !== 'flux-system')
        return false;
    if (kind === 'Secret' && (name === 'flux-system' || /\b(?:sops|age|gpg)\b/.test(name)))
        return true;
    // Controllers that the tree does not hold come with Services and accounts of their own.
    return (kind !== 'ConfigMap' &&
        kind !== 'Secret' &&
        !placed.some(({ resource }) => resource.kind === 'Deployment' && resource.name === 'kustomize-controller'));
}
/** Whether an object may bring another one that no file shows: the chart of a HelmRelease, or the controller of its kind. */
function mayMake({ resource, namespace, name }, wanted) {
    const { kind } = resource;
    if (isInstaller(resource)) {
        const isOwn = isIn(targetOf(resource) ?? namespace, wanted);
        return isOwn || (mentions(resource, wanted.name) && namesNamespace(resource, wanted.namespace));
    }
    if (isFilledByScript(resource))
        return mentions(resource, wanted.name) && mentions(resource, 'kubectl');
    if (kind === 'Ingress' || kind === 'Gateway')
        return wanted.kind === 'Secret' && mentions(resource, 'cert-manager.io') && mentions(resource, wanted.name);
    if (!isCustom(resource))
        return false;
    // A policy that generates objects may put them anywhere.
    if (mentions(resource, 'generate'))
        return true;
    if (namespace !== undefined && !isIn(namespace, wanted))
        return mentions(resource, wanted.name) && mentions(resource, wanted.namespace);
    // What an operator makes is named after the object it makes it of, or by a field of it.
    return mentions(resource, wanted.name) || isWordIn(name, wanted.name);
}
/** Whether an object may bring pods at all that no file shows. */
function isMaker(resource) {
    return isInstaller(resource) || isCustom(resource);
}
/** Whether an object may bring pods into a namespace that no file shows. */
function mayMakePods({ resource, namespace: own }, namespace) {
    const sought = { kind: 'Pod', namespace, name: '' };
    if (isInstaller(resource))
        return isIn(targetOf(resource) ?? own, sought) || namesNamespace(resource, namespace);
    return isCustom(resource) && own !== undefined && isIn(own, sought);
}
function isInstaller({ group, kind }) {
    const isChart = kind === 'HelmChart' && group === 'helm.cattle.io';
    return isChart || kind === 'HelmRelease' || kind === 'Application' || kind === 'Subscription';
}
function targetOf(resource) {
    return (0,inventory_resource/* textIn */.r7)(resource, 'spec', 'targetNamespace') ?? (0,inventory_resource/* textIn */.r7)(resource, 'spec', 'destination', 'namespace');
}
function isIn(namespace, wanted) {
    return namespace === undefined || (0,image_loop/* hasVariable */.$u)(namespace) || namespace === wanted.namespace;
}
function isFilledByScript({ kind }) {
    return kind === 'Job' || kind === 'CronJob';
}
/** Kinds that make nothing, or only what is known of them. */
const INERT = [
    'SealedSecret',
    'ExternalSecret',
    'Certificate',
    'Issuer',
    'ClusterIssuer',
    'ServiceMonitor',
    'PodMonitor',
    'PrometheusRule',
    'Probe',
    'IngressRoute',
    'Middleware',
    'VirtualService',
    'DestinationRule',
    'CiliumNetworkPolicy',
    'ScaledObject',
];
function isCustom({ group, kind }) {
    return (group.includes('.') &&
        !/(?:^|\.)k8s\.io$/.test(group) &&
        !group.endsWith('.toolkit.fluxcd.io') &&
        !INERT.includes(kind));
}
/** Whether a field of an object that is about a namespace has it as its value, such as `namespaceOverride`. */
function namesNamespace({ body }, namespace) {
    const fields = JSON.stringify(body)?.matchAll(/"\w*[nN]amespaces?\w*":\[?"([^"]*)"/g) ?? [];
    return [...fields].some(match => match[1] === namespace);
}
/** Whether a name is made of another one and more: `shop-db-app` of `shop-db`. */
function isWordIn(name, longer) {
    return name !== undefined && name !== '' && `-${longer.replaceAll('.', '-')}-`.includes(`-${name}-`);
}
/** Whether an object holds a name as a word of its own. */
function mentions({ body }, word) {
    const text = JSON.stringify(body) ?? '';
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const around = `${text[at - 1] ?? ''}${text[at + word.length] ?? ''}`;
        if (!/[\w-]/.test(around))
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./src/flux/inventory/open-namespaces.ts



/** Namespaces of a cluster into which more comes than the tree shows: from other repositories, remote bases, generators. */
function openNamespaces({ cluster }, inventory) {
    const { kustomizations, clusters, layout } = inventory;
    const isMade = inventory.resources.some(({ group, kind }) => group === 'fluxcd.controlplane.io' && kind.startsWith('ResourceSet'));
    const hasPlugins = [...layout.kustomizeFiles.values()].some(({ entries }) => entries.some(({ field }) => field === 'generators'));
    if (isMade || hasPlugins)
        return 'all';
    const found = new Set();
    for (const kustomization of kustomizations) {
        const isElsewhere = clusters.some(other => other !== cluster && other.kustomizations.has(kustomization));
        if ((0,cluster_graph/* isRemote */.Vx)(kustomization) || (isElsewhere && !cluster.kustomizations.has(kustomization)))
            continue;
        if (!isOpen(kustomization, inventory))
            continue;
        const namespace = open_namespaces_targetOf(kustomization, inventory);
        if (namespace === undefined || (0,image_loop/* hasVariable */.$u)(namespace))
            return 'all';
        found.add(namespace);
    }
    return found;
}
function isOpen(kustomization, { folders, ownness }) {
    const folder = folders.get(kustomization);
    return folder === undefined || folder.isOpen || folder.files.size === 0 || ownness(kustomization) !== 'yes';
}
/** The only namespace that a Kustomization can fill: its target, or that of a tenant who acts under an account of his own. */
function open_namespaces_targetOf({ targetNamespace, resource }, inventory) {
    if (targetNamespace !== undefined)
        return targetNamespace;
    const namespace = inventory.placementsOf(resource)[0]?.namespace;
    return (0,inventory_resource/* textIn */.r7)(resource, 'spec', 'serviceAccountName') === undefined || namespace === 'flux-system'
        ? undefined
        : namespace;
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/health-check-target.ts










const health_check_target_tree = (name) => ({
    'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps', 'timeout: 5m', 'healthChecks:', '  - apiVersion: apps/v1', '    kind: Deployment', `    name: ${name}`, '    namespace: website')),
    'apps/namespace.yaml': namespace('website'),
    'apps/settings.yaml': configMap('settings', 'website'),
    'apps/web.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: frontend
  namespace: website
spec:
  selector:
    matchLabels: {app: frontend}
  template:
    metadata:
      labels: {app: frontend}
    spec:
      containers:
        - name: web
          image: ghcr.io/example/web:1.2.3
`,
});
const healthCheckTarget = {
    id: 'health-check-target',
    severity: 'error',
    summary: 'What a Kustomization checks the health of exists in its cluster.',
    why: 'Flux waits for an object that is not there until the time limit, then calls the Kustomization failed, again and again; whatever depends on it is never applied.',
    fix: 'Name an object that is applied, with its kind and its namespace, or set `wait: true` instead.',
    examples: [
        { title: 'a Deployment under another name', files: health_check_target_tree('website # expect: health-check-target') },
        { title: 'a Deployment that is applied', files: health_check_target_tree('frontend') },
    ],
    check: context => {
        const mayChange = patchesOf(context.inventory);
        return (0,cluster_graph/* clusterGraphsOf */.Z6)(context.inventory).flatMap(graph => {
            const placed = (0,cluster_graph/* placedIn */.T8)(graph.cluster, context.inventory);
            return graph.nodes
                .filter(({ kustomization: { resource } }) => context.inventory.placementsOf(resource).every(placement => !mayChange(placement, /healthChecks|wait/)))
                .flatMap(node => checkNode(node, placed, graph, context));
        });
    },
};
function checkNode(node, placed, graph, context) {
    const { kustomization } = node;
    const { resource } = kustomization;
    const checks = (0,inventory_resource/* listIn */.Of)(resource, 'spec', 'healthChecks');
    // With `wait` Flux never looks at them.
    if (checks.length === 0 || (0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'wait') === true || (0,cluster_graph/* isRemote */.Vx)(kustomization))
        return [];
    return checks.flatMap((check, index) => {
        const kind = (0,json/* textMember */.SA)(check, 'kind');
        const name = (0,json/* textMember */.SA)(check, 'name');
        const namespace = (0,json/* textMember */.SA)(check, 'namespace');
        if (kind === undefined ||
            name === undefined ||
            namespace === undefined ||
            [kind, name, namespace].some(image_loop/* hasVariable */.$u))
            return [];
        const sought = { kind, namespace, name };
        const group = groupOf((0,json/* textMember */.SA)(check, 'apiVersion'));
        const sameKind = placed.filter(item => item.resource.kind === kind && item.resource.group === group);
        if (sameKind.some(item => isNamed(item, namespace, name)))
            return [];
        if (mayBeThere(sought, group, sameKind, placed, graph, context))
            return [];
        return [health_check_target_reportOf(sought, index, sameKind, node)];
    });
}
function health_check_target_reportOf({ kind, namespace, name }, index, sameKind, { kustomization: { resource }, name: by }) {
    const there = [...new Set(sameKind.map(item => `${item.namespace ?? ''}/${item.name ?? ''}`))].sort();
    const sameName = sameKind.find(item => item.name === name)?.namespace;
    const neighbours = sameKind.flatMap(item => (item.namespace === namespace ? (item.name ?? []) : []));
    const meant = (0,nearest/* nearest */.p)(name, neighbours) ?? (neighbours.length === 1 ? neighbours[0] : undefined);
    return reportAt(resource, ['spec', 'healthChecks', index, sameName === undefined ? 'name' : 'namespace'], {
        message: `${by} waits for the health of ${kind} ${namespace}/${name}, which nothing brings: it fails each time, after its time limit`,
        found: `${namespace}/${name}`,
        expected: there.length === 0 ? `a ${kind} that is applied` : `one of ${there.join(', ')}`,
        fix: {
            text: sameName !== undefined
                ? `namespace: ${sameName}`
                : meant !== undefined
                    ? `name: ${meant}`
                    : 'Name what is applied, or take the entry away',
        },
    });
}
function isNamed({ namespace, name, resource, isRewritten }, wantedNamespace, wanted) {
    const names = isRewritten ? [name, resource.name] : [name];
    return ((names.includes(wanted) || (0,image_loop/* hasVariable */.$u)(name)) &&
        (namespace === undefined || (0,image_loop/* hasVariable */.$u)(namespace) || namespace === wantedNamespace));
}
/** Whether a chart, an operator, another repository or a person may bring it. */
function mayBeThere(sought, group, sameKind, placed, graph, { inventory, config }) {
    const { kind, namespace, name } = sought;
    const open = openNamespaces(graph, inventory);
    if (open === 'all' || open.has(namespace) || isBuiltIn(sought, placed))
        return true;
    if (config.external.objects.has(`${kind}/${namespace}/${name}`))
        return true;
    const isFilled = placed.some(item => item.by !== undefined && (item.namespace === namespace || item.name === namespace));
    if (!isFilled || [...inventory.files.values()].some(file => file.problems.length > 0 && file.text.includes(name)))
        return true;
    // A chart may bring a HelmRelease, but hardly one that the tree has in another namespace.
    const isElsewhere = group.endsWith('.toolkit.fluxcd.io') && sameKind.some(item => item.name === name);
    return !isElsewhere && placed.some(maker => mayMake(maker, sought));
}
function groupOf(apiVersion) {
    const slash = apiVersion?.indexOf('/') ?? -1;
    return apiVersion === undefined || slash < 0 ? '' : apiVersion.slice(0, slash);
}

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
        const mode = (0,inventory_resource/* textIn */.r7)(resource, 'spec', 'driftDetection', 'mode');
        if (mode === 'enabled' || mode === 'warn' || inventory.placementsOf(resource).some(({ isPatched }) => isPatched))
            return [];
        return [
            {
                ...(mode === undefined
                    ? { file: resource.file.path, span: (0,inventory_resource/* keyPlaceOf */.w8)(resource, 'spec') }
                    : (0,inventory_resource/* originOf */.yv)(resource, 'spec', 'driftDetection', 'mode')),
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
            lacking.every(action => (0,inventory_resource/* valueIn */.xm)(resource, 'spec', action, 'remediation') === undefined)) {
            return [report(resource, (0,inventory_resource/* keyPlaceOf */.w8)(resource, 'spec'), 'a failed install or upgrade', 'no remediation')];
        }
        return lacking.map(action => {
            const path = ['spec', action, 'remediation', 'retries'];
            const written = (0,inventory_resource/* valueIn */.xm)(resource, ...path);
            const place = written === undefined ? (0,inventory_resource/* keyPlaceOf */.w8)(resource, 'spec', action) : (0,inventory_resource/* placeOf */.$t)(resource, ...path);
            return report(resource, place, `a failed ${action}`, written === undefined ? `${action} without remediation` : `retries: ${String(written)}`);
        });
    }),
};
/** A negative number tries without end; `remediateLastFailure` goes back even without a retry. */
function recovers(resource, action) {
    const retries = (0,inventory_resource/* valueIn */.xm)(resource, 'spec', action, 'remediation', 'retries');
    return ((typeof retries === 'number' && retries !== 0) ||
        (retries !== undefined && typeof retries !== 'number') ||
        (0,inventory_resource/* valueIn */.xm)(resource, 'spec', action, 'remediation', 'remediateLastFailure') === true ||
        (0,inventory_resource/* valueIn */.xm)(resource, 'spec', action, 'strategy', 'name') === 'RetryOnFailure');
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
        const keys = (0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'chartRef') === undefined
            ? ['spec', 'chart', 'spec', 'sourceRef']
            : ['spec', 'chartRef'];
        const kind = (0,inventory_resource/* textIn */.r7)(resource, ...keys, 'kind') ?? 'HelmRepository';
        const name = (0,inventory_resource/* textIn */.r7)(resource, ...keys, 'name');
        const placements = inventory.placementsOf(resource);
        const namespace = (0,inventory_resource/* textIn */.r7)(resource, ...keys, 'namespace') ?? placements[0]?.namespace;
        if (name === undefined || namespace === undefined || (0,image_loop/* hasVariable */.$u)(name) || (0,image_loop/* hasVariable */.$u)(namespace))
            return [];
        if (config.external.objects.has(`${kind}/${namespace}/${name}`) || mayBeElsewhere(resource, inventory))
            return [];
        const sources = inventory.ofKind(flux_inventory/* SOURCE_GROUP */.qg, kind);
        if (sources.some(source => helm_source_isNamed(source, namespace, name, inventory)))
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
    const hasSources = inventory.resources.some(({ group, kind }) => group === flux_inventory/* SOURCE_GROUP */.qg && kind !== 'GitRepository');
    const isOpen = [...inventory.folders.values()].some(folder => folder.isOpen);
    return isMade || isOpen || !hasSources || placements.some(({ isPatched, by }) => isPatched && by === undefined);
}
function helm_source_isNamed(source, namespace, name, inventory) {
    return inventory
        .placementsOf(source)
        .some(placement => (placement.name === name || (0,image_loop/* hasVariable */.$u)(placement.name)) &&
        (placement.namespace === undefined || (0,image_loop/* hasVariable */.$u)(placement.namespace) || placement.namespace === namespace));
}

;// CONCATENATED MODULE: ./src/flux/inventory/secrets.ts



/** Secrets themselves, sealed or encrypted ones, those of operators, and what kustomize generates. */
function secrets_providersOf(inventory) {
    const provided = [
        ...inventory.resources.flatMap(resource => providedBy(resource, inventory)),
        ...generated(inventory),
    ];
    const isOpen = [...inventory.folders.values()].some(folder => folder.isOpen);
    // Reflectors and cluster-wide operators put copies into namespaces that they choose.
    const copies = inventory.resources.some(({ kind }) => kind === 'ClusterExternalSecret' || kind === 'PushSecret');
    return {
        mayProvide: (namespace, name) => isOpen ||
            copies ||
            provided.some(one => (one.name === name || (0,image_loop/* hasVariable */.$u)(one.name)) &&
                (one.namespace === undefined || one.namespace === namespace || (0,image_loop/* hasVariable */.$u)(one.namespace))),
        namesIn: namespace => [...new Set(provided.filter(one => one.namespace === namespace).map(({ name }) => name))].sort(),
        hasName: name => provided.some(one => one.name === name),
        hasRegistryCredentials: inventory.resources.some(resource => providedBy(resource, inventory).length > 0 &&
            REGISTRY_TYPES.some(keys => isRegistryType((0,inventory_resource/* textIn */.r7)(resource, ...keys)))),
    };
}
const REGISTRY_TYPES = [
    ['type'],
    ['spec', 'template', 'type'],
    ['spec', 'target', 'template', 'type'],
    ['spec', 'destination', 'type'],
];
function isRegistryType(type) {
    return type === 'kubernetes.io/dockerconfigjson' || type === 'kubernetes.io/dockercfg';
}
/** The secrets that an object is, or that its controller makes of it. */
function providedBy(resource, inventory) {
    const { group, kind } = resource;
    const isSecret = kind === 'Secret' && group === '';
    const makes = isSecret ||
        [
            'SealedSecret',
            'ExternalSecret',
            'VaultStaticSecret',
            'OnePasswordItem',
            'InfisicalSecret',
            'BitwardenSecret',
            'SopsSecret',
            'Certificate',
        ].includes(kind);
    if (!makes)
        return [];
    const target = (0,inventory_resource/* textIn */.r7)(resource, 'spec', 'target', 'name') ??
        (0,inventory_resource/* textIn */.r7)(resource, 'spec', 'destination', 'name') ??
        (0,inventory_resource/* textIn */.r7)(resource, 'spec', 'secretName') ??
        (0,inventory_resource/* textIn */.r7)(resource, 'spec', 'template', 'metadata', 'name');
    return inventory.placementsOf(resource).flatMap(({ namespace, name }) => {
        const own = isSecret || kind === 'SealedSecret' ? name : (target ?? name);
        // Annotations of reflectors make copies of it elsewhere.
        const isCopied = /reflector|replicator|kubed/.test(JSON.stringify(resource.body));
        return own === undefined ? [] : [{ namespace: isCopied ? undefined : namespace, name: own }];
    });
}
/** The name gets a hash, which kustomize writes into the objects that refer to it; Flux's own references it does not know. */
function generated({ layout }) {
    return [...layout.kustomizeFiles.values()].flatMap(({ body, namespace, prefix, suffix }) => (0,json/* listMember */.DW)(body, 'secretGenerator').flatMap(generator => {
        const name = (0,json/* textMember */.SA)(generator, 'name');
        return name === undefined
            ? []
            : [{ namespace: (0,json/* textMember */.SA)(generator, 'namespace') ?? namespace, name: `${prefix}${name}${suffix}` }];
    }));
}

;// CONCATENATED MODULE: ./src/flux/inventory/cluster-objects.ts







function clusterObjectsOf(graph, inventory) {
    const placed = (0,cluster_graph/* placedIn */.T8)(graph.cluster, inventory);
    const found = [
        ...placed.flatMap(item => cluster_objects_foundIn(item, inventory)),
        ...generatedIn(inventory),
        ...builtIn(graph, inventory),
    ];
    const claims = placed.flatMap(claimsOf);
    const namespaces = new Set([
        'default',
        'flux-system',
        ...placed.flatMap(({ resource: { group, kind }, name }) => group === '' && kind === 'Namespace' ? (name ?? []) : []),
    ]);
    const unread = [...inventory.files.values()].filter(({ problems }) => problems.length > 0);
    const open = openNamespaces(graph, inventory);
    const namesOf = (kind, namespace) => [
        ...new Set(found.filter(one => one.kind === kind && one.namespace === namespace).map(({ name }) => name)),
    ];
    const matching = ({ kind, namespace, name }) => found.filter(one => one.kind === kind &&
        (one.names.includes(name) || one.names.some(image_loop/* hasVariable */.$u)) &&
        (one.isAnywhere || one.namespace === undefined || one.namespace === namespace || (0,image_loop/* hasVariable */.$u)(one.namespace)));
    return {
        isHashed: wanted => {
            const all = matching(wanted);
            return all.length > 0 && all.every(({ isHashed }) => isHashed);
        },
        holds: ({ kind, namespace, name }) => matching({ kind, namespace, name }).length > 0 ||
            (kind === 'PersistentVolumeClaim' &&
                claims.some(claim => claim.namespace === namespace && name.startsWith(claim.prefix))),
        mayCome: (wanted, except = () => false) => {
            if (open === 'all' || open.has(wanted.namespace) || isBuiltIn(wanted, placed))
                return true;
            // A namespace that the tree does not make is filled by somebody else; so are all secrets where there is none, and what
            // describes a cluster, which whoever makes the cluster may leave beside Flux.
            const isByHand = wanted.kind === 'Secret' || (wanted.kind === 'ConfigMap' && wanted.namespace === 'flux-system');
            const isFilled = !isByHand && namespaces.has(wanted.namespace);
            if (!isFilled && namesOf(wanted.kind, wanted.namespace).length === 0)
                return true;
            const isUnread = unread.some(({ text }) => text.includes(wanted.name));
            return isUnread || placed.some(maker => !except(maker.resource) && mayMake(maker, wanted));
        },
        namesOf: (kind, namespace) => [...namesOf(kind, namespace)].sort(),
    };
}
const KINDS = ['ConfigMap', 'Secret', 'Service', 'ServiceAccount', 'PersistentVolumeClaim'];
function cluster_objects_foundIn({ resource, namespace, name }, inventory) {
    const secrets = providedBy(resource, inventory).map(secret => ({
        kind: 'Secret',
        names: [secret.name],
        isAnywhere: false,
        isHashed: false,
        ...secret,
    }));
    if (resource.group !== '' || !KINDS.includes(resource.kind) || resource.kind === 'Secret') {
        // Its own name is followed by kustomize too.
        return resource.kind === 'Secret' && resource.name !== undefined
            ? secrets.map(secret => ({ ...secret, names: [...secret.names, resource.name ?? ''] }))
            : secrets;
    }
    if (name === undefined)
        return [];
    const isAnywhere = /reflector|replicator|kubed/.test(JSON.stringify(resource.body));
    return [{ kind: resource.kind, namespace, name, names: [name, resource.name ?? name], isAnywhere, isHashed: false }];
}
/** What kustomize generates; a hash in its name it writes into the pods too, and a namespace further out it obeys. */
function generatedIn({ layout }) {
    return [...layout.kustomizeFiles.values()].flatMap(({ body, namespace, prefix, suffix }) => ['ConfigMap', 'Secret'].flatMap(kind => (0,json/* listMember */.DW)(body, kind === 'Secret' ? 'secretGenerator' : 'configMapGenerator').flatMap((generator) => {
        const own = (0,json/* textMember */.SA)(generator, 'name');
        if (own === undefined)
            return [];
        const name = `${prefix}${own}${suffix}`;
        const where = namespace ?? (0,json/* textMember */.SA)(generator, 'namespace');
        return [
            { kind, namespace: where, name, names: [name, own], isAnywhere: true, isHashed: addsHash(body, generator) },
        ];
    })));
}
/** What generators made, under the very names that kustomize wrote into the pods. */
function builtIn({ cluster }, { folders }) {
    return [...cluster.kustomizations].flatMap(kustomization => (folders.get(kustomization)?.generated ?? []).flatMap(({ body }) => {
        const kind = (0,json/* textMember */.SA)(body, 'kind');
        const metadata = (0,json/* member */.Dc)(body, 'metadata');
        const name = (0,json/* textMember */.SA)(metadata, 'name');
        if (kind === undefined || name === undefined || !KINDS.includes(kind))
            return [];
        const namespace = (0,json/* textMember */.SA)(metadata, 'namespace');
        return [{ kind, namespace, name, names: [name], isAnywhere: false, isHashed: false }];
    }));
}
function addsHash(kustomize, generator) {
    return [(0,json/* member */.Dc)(kustomize, 'generatorOptions'), (0,json/* member */.Dc)(generator, 'options')].every(options => (0,json/* member */.Dc)(options, 'disableNameSuffixHash') !== true);
}
/** The claims that a StatefulSet makes for its pods. */
function claimsOf({ resource, namespace, name, }) {
    if (resource.kind !== 'StatefulSet')
        return [];
    return (0,inventory_resource/* listIn */.Of)(resource, 'spec', 'volumeClaimTemplates').flatMap(template => {
        const own = (0,json/* textMember */.SA)((0,json/* member */.Dc)(template, 'metadata'), 'name');
        return own === undefined ? [] : [{ namespace, prefix: `${own}-${name ?? ''}-` }];
    });
}

;// CONCATENATED MODULE: ./actions/verify-manifests/missing-object.ts




/**
 * References of the tree's objects to what nothing brings into their cluster, nor could.
 *
 * @param referencesOf the references of an object that count
 * @param cannotMake who cannot be what brings the object of a reference
 */
function missingObjects(inventory, { external }, referencesOf, cannotMake = () => () => false) {
    const mayChange = patchesOf(inventory);
    const followsNames = [...inventory.files.values()].some(({ text }) => text.includes('nameReference'));
    return (0,cluster_graph/* clusterGraphsOf */.Z6)(inventory).flatMap(graph => {
        const objects = clusterObjectsOf(graph, inventory);
        return appliedIn(graph, inventory).flatMap(applied => referencesOf(applied.resource).flatMap(reference => {
            const wanted = wantedBy(applied, reference);
            if (wanted === undefined || mayChange(applied, reference.field))
                return [];
            const isHashed = reference.isUnknownToKustomize === true && !followsNames && objects.isHashed(wanted);
            const isThere = !isHashed && (objects.holds(wanted) || missing_object_isNamed(wanted, external));
            if (isThere || objects.mayCome(wanted, cannotMake(reference, applied.resource)))
                return [];
            return [{ ...missing_object_missing(applied.resource, reference, wanted, objects), isHashed }];
        }));
    });
}
function missing_object_missing(resource, reference, wanted, objects) {
    return { resource, reference, wanted, there: objects.namesOf(wanted.kind, wanted.namespace) };
}
/** What this tree applies in a cluster itself. */
function appliedIn({ nodes }, { folders, ownness }) {
    return nodes
        .filter(({ kustomization }) => !(0,cluster_graph/* isRemote */.Vx)(kustomization) && ownness(kustomization) === 'yes')
        .flatMap(({ kustomization }) => folders.get(kustomization)?.objects ?? []);
}
function wantedBy({ namespace }, { kind, name }) {
    if (namespace === undefined || (0,image_loop/* hasVariable */.$u)(namespace) || (0,image_loop/* hasVariable */.$u)(name))
        return undefined;
    return { kind, namespace, name };
}
function missing_object_isNamed({ kind, namespace, name }, external) {
    return (external.objects.has(`${kind}/${namespace}/${name}`) ||
        (kind === 'Secret' && external.secrets.has(`${namespace}/${name}`)));
}
/** What to say about a name that kustomize adds a hash to. */
function hashedName(title, kind, name) {
    return {
        message: `the ${kind} ${name} is generated, so its name ends with a hash that kustomize does not write into ${title}: nothing of that name is there`,
        found: name,
        expected: `a generated ${kind} that keeps its name, or a nameReference configuration for it`,
        fix: { text: 'generatorOptions:\n  disableNameSuffixHash: true' },
    };
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/helm-values-from.ts







const helm_values_from_tree = (name, ...more) => ({
    'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps')),
    'apps/namespace.yaml': namespace('website'),
    'apps/values.yaml': configMap('web-values', 'website'),
    'apps/web.yaml': helmRelease(PINNED, ...DRIFT, ...REMEDIATED, 'valuesFrom:', '  - kind: ConfigMap', `    name: ${name}`, ...more),
});
const helm_values_from_generated = (mark, more) => ({
    ...helm_values_from_tree(`web-settings${mark}`),
    'apps/kustomization.yaml': `${kustomizeFile('namespace.yaml', 'values.yaml', 'web.yaml')}configMapGenerator:
  - name: web-settings
    namespace: website
    literals:
      - values.yaml=replicas=2
${more}`,
});
const helmValuesFrom = {
    id: 'helm-values-from',
    severity: 'error',
    summary: 'What a HelmRelease takes its values from exists in its namespace.',
    why: 'Flux neither installs nor upgrades a chart whose values it cannot read.',
    fix: 'Name a ConfigMap or Secret of the namespace of the HelmRelease, or make the entry `optional: true`.',
    examples: [
        { title: 'a ConfigMap under another name', files: helm_values_from_tree('web-value # expect: helm-values-from') },
        { title: 'a ConfigMap of the namespace', files: helm_values_from_tree('web-values') },
        {
            title: 'a generated ConfigMap with a hash in its name, which kustomize does not write into a HelmRelease',
            files: helm_values_from_generated(' # expect: helm-values-from', ''),
        },
        {
            title: 'a generated ConfigMap that keeps its name',
            files: helm_values_from_generated('', 'generatorOptions:\n  disableNameSuffixHash: true\n'),
        },
        {
            title: 'a generated ConfigMap whose name kustomize is told to follow',
            files: {
                ...helm_values_from_generated('', 'configurations:\n  - names.yaml\n'),
                'apps/names.yaml': `nameReference:
  - kind: ConfigMap
    version: v1
    fieldSpecs:
      - path: spec/valuesFrom/name
        kind: HelmRelease
`,
            },
        },
        { title: 'an entry that may be missing', files: helm_values_from_tree('web-overrides', '    optional: true') },
    ],
    check: ({ inventory, config }) => missingObjects(inventory, config, valuesOf, cannotMake).map(helm_values_from_reportOf),
};
function valuesOf(resource) {
    if (resource.kind !== 'HelmRelease')
        return [];
    return (0,inventory_resource/* listIn */.Of)(resource, 'spec', 'valuesFrom').flatMap((entry, index) => {
        const kind = (0,json/* textMember */.SA)(entry, 'kind');
        const name = (0,json/* textMember */.SA)(entry, 'name');
        if (name === undefined || (0,json/* member */.Dc)(entry, 'optional') === true || (kind !== 'ConfigMap' && kind !== 'Secret'))
            return [];
        return [
            { keys: ['spec', 'valuesFrom', index, 'name'], kind, name, field: /valuesFrom/, isUnknownToKustomize: true },
        ];
    });
}
/** A chart may make a password that another takes; whole files of values, or what it needs itself, no chart makes. */
function cannotMake({ keys }, resource) {
    const entry = (0,inventory_resource/* listIn */.Of)(resource, 'spec', 'valuesFrom')[Number(keys[2])];
    const isFile = (0,json/* member */.Dc)(entry, 'targetPath') === undefined;
    return maker => maker === resource || (isFile && maker.kind === 'HelmRelease');
}
function helm_values_from_reportOf({ resource, reference: { keys }, wanted: { kind, namespace: where, name }, there, isHashed, }) {
    if (isHashed)
        return reportAt(resource, keys, hashedName((0,inventory_resource/* titleOf */.Gg)(resource), kind, name));
    const meant = (0,nearest/* nearest */.p)(name, there);
    return reportAt(resource, keys, {
        message: `nothing brings a ${kind} ${where}/${name} that ${(0,inventory_resource/* titleOf */.Gg)(resource)} takes values from, so its chart is neither installed nor upgraded`,
        found: name,
        expected: there.length === 0 ? `a ${kind} ${name} in ${where}` : `one of ${there.join(', ')}`,
        fix: {
            text: meant === undefined ? `Add ${kind} ${where}/${name}, or \`optional: true\`` : `name: ${meant}`,
        },
    });
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
        const chart = (0,inventory_resource/* textIn */.r7)(resource, 'spec', 'chart', 'spec', 'chart');
        const kind = (0,inventory_resource/* textIn */.r7)(resource, 'spec', 'chart', 'spec', 'sourceRef', 'kind');
        // The chart of a git repository or a bucket has the version of its source.
        if (chart === undefined || kind !== 'HelmRepository')
            return [];
        if (inventory.placementsOf(resource).some(({ isPatched }) => isPatched))
            return [];
        const version = (0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'chart', 'spec', 'version');
        if (version !== undefined && !helm_version_isOpen(String(version)))
            return [];
        return [
            {
                ...(0,inventory_resource/* originOf */.yv)(resource, 'spec', 'chart', 'spec', version === undefined ? 'chart' : 'version'),
                message: `every new version of the chart ${chart} is rolled out by itself`,
                found: version === undefined ? 'no version' : String(version),
                expected: 'one version, or a range of patch or minor versions',
                fix: { text: 'version: 1.2.3' },
            },
        ];
    }),
};
/** A range that takes new major versions. One within a major or minor version is a choice that people make on purpose. */
function helm_version_isOpen(version) {
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

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/image-loop-trees.ts
/** Parts of the rules' examples about image automation. */
const IMAGE = '192.168.0.40:5000/library/frontend';
const RIGHT_PATTERN = "    pattern: '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$'";
const RIGHT_EXTRACT = "    extract: '$ts'";
const RIGHT_ORDER = '    numerical:\n      order: asc';
function imageRepository(image = IMAGE, ...more) {
    return `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageRepository
metadata:
  name: frontend
  namespace: flux-system
spec:
  image: ${image}
  interval: 1m
${more.map(line => `  ${line}\n`).join('')}`;
}
/** An ImagePolicy; what is not given is right. `pattern: ''` leaves the filter out. */
function imagePolicy({ pattern = RIGHT_PATTERN, extract = RIGHT_EXTRACT, order = RIGHT_ORDER, mark = '', more = '', } = {}) {
    const filter = pattern === '' ? '' : `  filterTags:\n${pattern}\n${extract === '' ? '' : `${extract}\n`}`;
    return `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImagePolicy
metadata:
  name: frontend
  namespace: flux-system
spec:
  imageRepositoryRef:
    name: frontend
${filter}${more}  policy:${order === '' ? ` {}${mark}\n` : `${mark}\n${order}\n`}`;
}
/** A workflow that builds the image with build-push; `more` are further inputs. */
function buildWorkflow(...more) {
    return `name: build and push
on:
  push:
    branches: [master]
    paths-ignore: ["flux/**"]
jobs:
  images:
    runs-on: self-hosted
    steps:
      - uses: example/fluxgate/actions/build-push@0000000000000000000000000000000000000000
        with:
          registry: 192.168.0.40:5000
          images: |
            - name: library/frontend
              context: frontend
              platforms: linux/arm64
${more.map(line => `          ${line}\n`).join('')}`;
}
/** A Deployment of the image. */
function deployment(tag = 'main-abc1234-1700000000', comment = '', ...podSpec) {
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
${podSpec.map(line => `      ${line}\n`).join('')}      containers:
        - name: frontend
          image: ${IMAGE}:${tag}${comment}
`;
}
const MARKER = ' # {"$imagepolicy": "flux-system:frontend"}';
const WORKFLOW_FILE = '.github/workflows/build.yaml';
/** An automation that writes anywhere in the tree. */
const IMAGE_AUTOMATION = `apiVersion: image.toolkit.fluxcd.io/v1
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

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/image-mutable-tag.ts








const imageMutableTag = {
    id: 'image-mutable-tag',
    severity: 'warning',
    summary: 'An image has a tag that stays the same image, or a digest.',
    why: 'What runs behind `latest`, or no tag at all, depends on when a node pulled it. Flux sees no change, nothing is rolled out, and nothing can be taken back.',
    fix: 'Write a version or a digest.',
    examples: [
        { title: 'latest', files: { 'website/frontend.yaml': deployment('latest', ' # expect: image-mutable-tag') } },
        { title: 'a build', files: { 'website/frontend.yaml': deployment() } },
    ],
    check: context => {
        const renamed = renamedImages(context);
        return imagePlaces(context.inventory).flatMap(place => {
            const { file, document, keys, span, image, part, resource } = place;
            const reference = (0,image_loop/* hasVariable */.$u)(image) ? undefined : (0,image_reference/* parseReference */.F2)(image);
            if (reference === undefined || reference.digest !== undefined)
                return [];
            // A chart's own values are what it has unless somebody says otherwise.
            if (resource === undefined && context.inventory.files.has(external_node_path_.posix.join(external_node_path_.posix.dirname(file.path), 'Chart.yaml')))
                return [];
            const placements = resource === undefined ? [] : context.inventory.placementsOf(resource);
            // A patch, or kustomize's images, may put the tag in.
            if (placements.some(({ isRewritten }) => isRewritten) || renamed.has((0,canonical/* canonicalRepository */.J)(image) ?? image))
                return [];
            // Values of a chart without a tag leave it to the chart; what a marker is for is marker-tag's matter.
            if (reference.tag === undefined ? part === 'tag' : reference.tag !== 'latest')
                return [];
            // What compose builds by itself is pulled from nowhere.
            if (keys !== undefined && (0,json/* valueAt */.fK)(document.value, [...keys.slice(0, -1), 'build']) !== undefined)
                return [];
            if ((context.markers.byFile.get(file.path) ?? []).some(marker => marker.value?.span.line === span.line))
                return [];
            return [
                {
                    file: file.path,
                    span,
                    message: reference.tag === undefined
                        ? 'the image has no tag, which means latest: what runs depends on when a node pulled it'
                        : 'what runs behind latest depends on when a node pulled it, and a new image changes nothing in git',
                    found: image,
                    expected: 'a version or a digest',
                    fix: { text: `${image.replace(/:latest$/, '')}:1.2.3` },
                },
            ];
        });
    },
};
/** Images that a kustomize file or a Flux Kustomization gives a tag or another name. */
function renamedImages({ inventory }) {
    const named = [...inventory.layout.kustomizeFiles.values()].flatMap(({ images }) => images.flatMap(({ name }) => name ?? []));
    const byFlux = inventory.kustomizations.flatMap(flux_kustomization/* imageNamesOf */.zA);
    return new Set([...named, ...byFlux].map(name => (0,canonical/* canonicalRepository */.J)(name) ?? name));
}

// EXTERNAL MODULE: ./src/flux/deliveries/joint.ts
var joint = __webpack_require__(8948);
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
${IMAGE_AUTOMATION}`;
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
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), loop, kustomization('backend', './backend', 'force: true')),
                'backend/kustomization.yaml': kustomize,
                'backend/docker-compose.backend.yml': compose,
                'backend/job.yaml': job(' # expect: job-reruns', ''),
            },
        },
        {
            title: 'a marker in the Job itself',
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), loop, kustomization('backend', './backend', 'force: true')),
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
            const own = (markers.byFile.get(resource.file.path) ?? []).some(({ span }) => (0,joint/* holdsLine */.Hq)(resource, span.line));
            // A patch may put the tag in, and a generated name changes with what is in it.
            if (read === undefined || own || placements.some(({ isPatched, by }) => isPatched || by === undefined))
                return [];
            if ((0,inventory_resource/* valueIn */.xm)(resource, 'metadata', 'generateName') !== undefined)
                return [];
            const [path, found] = read;
            const policy = found.find(({ target }) => target !== undefined)?.target;
            const setter = policy === undefined ? 'NAMESPACE:POLICY:tag' : `${policy.namespace}:${policy.policy}:tag`;
            return [
                {
                    file: resource.file.path,
                    span: (0,inventory_resource/* placeOf */.$t)(resource, 'metadata', 'name'),
                    message: `${(0,inventory_resource/* titleOf */.Gg)(resource)} deploys ${path}, and no tag changes the Job itself, so it runs once and never again`,
                    found: `no marker in ${(0,inventory_resource/* titleOf */.Gg)(resource)}`,
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
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps')),
                'apps/job.yaml': job_ttl_job('  ttlSecondsAfterFinished: 600 # expect: job-ttl\n'),
            },
        },
        {
            title: 'a Job that stays',
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps')),
                'apps/job.yaml': job_ttl_job(''),
            },
        },
    ],
    check: ({ inventory }) => inventory.ofKind('batch', 'Job').flatMap(resource => {
        const seconds = (0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'ttlSecondsAfterFinished');
        const applied = inventory.placementsOf(resource).filter(({ by }) => by !== undefined);
        const isLeft = (0,inventory_resource/* valueIn */.xm)(resource, 'metadata', 'annotations', 'kustomize.toolkit.fluxcd.io/reconcile') === 'disabled';
        if (seconds === undefined || isLeft || applied.length === 0 || applied.some(({ isPatched }) => isPatched))
            return [];
        const { by } = applied[0] ?? {};
        const interval = by === undefined ? undefined : (0,inventory_resource/* valueIn */.xm)(by.resource, 'spec', 'interval');
        return [
            {
                file: resource.file.path,
                span: (0,inventory_resource/* keyPlaceOf */.w8)(resource, 'spec', 'ttlSecondsAfterFinished'),
                message: `${(0,inventory_resource/* titleOf */.Gg)(resource)} is collected ${String(seconds)} s after it is done, and created and run again at the next reconciliation${typeof interval === 'string' ? `, every ${interval}` : ''}`,
                found: `ttlSecondsAfterFinished: ${String(seconds)}`,
                expected: 'no ttlSecondsAfterFinished',
                fix: { text: 'Remove the line' },
            },
        ];
    }),
};

// EXTERNAL MODULE: ./src/yaml/span.ts
var yaml_span = __webpack_require__(4515);
;// CONCATENATED MODULE: ./actions/verify-manifests/build-failure.ts




/**
 * Finds the place that an error of `kustomize build` speaks of. It tells the folders and entries on its way, and in the end what
 * is wrong in the last of them.
 *
 * @param folder what was built, from the root of the tree
 * @returns undefined when the folder has no file that could be named
 */
function failurePlace(error, folder, inventory) {
    const { at, entry, reason: told } = innermost(error, folder);
    const reason = withoutValues(told);
    const named = entry === undefined ? undefined : inventory.files.get(external_node_path_.posix.join(at, entry));
    const line = /^(?:MalformedYAMLError: )?yaml: line (\d+): (.*?)(?: in File: .*)?$/s.exec(reason);
    if (named !== undefined && line !== null)
        return { file: named.path, span: build_failure_lineOf(named, Number(line[1])), reason: line[2] ?? reason };
    if (named !== undefined && reason.startsWith('missing '))
        return { file: named.path, span: firstOf(named), reason };
    const kustomize = inventory.layout.kustomizeFileIn(at);
    if (kustomize === undefined)
        return named && { file: named.path, span: firstOf(named), reason };
    const { file } = kustomize;
    const [document] = file.documents;
    if (document === undefined)
        return { file: file.path, span: yaml_span/* fileStart */.N, reason };
    const listed = kustomize.entries.find(({ text }) => text === entry);
    const span = listed !== undefined
        ? (0,source_file/* spanAt */.i6)(file, document, [listed.field, listed.index])
        : (fieldSpan(told, file, document) ?? mentionSpan(told, file, document) ?? firstOf(file));
    return { file: file.path, span, reason };
}
/** Follows the error through the folders that it names. */
function innermost(error, folder) {
    let at = folder;
    let rest = error;
    // Each turn takes something off the text, so it ends.
    for (;;) {
        const shorter = rest
            .replace(/^accumulating (?:resources|components): /, '')
            .replace(/^accumulateDirectory: "(.*)"$/s, '$1')
            .replace(/^accumulation err='accumulating resources from '[^']*': read [^']*?: is a directory': /, '');
        const step = /^(?:recursed accumulation of path|couldn't make target for path) '([^']*)': (.*)$/s.exec(shorter);
        if (step !== null)
            at = step[1] ?? at;
        const next = step?.[2] ?? shorter;
        if (next === rest)
            break;
        rest = next;
    }
    const inEntry = /^accumulation err='(?:accumulating|merging) resources from '([^']*)': (.*?)': [^']* '[^']*': .*$/s.exec(rest) ??
        /^accumulation err='(?:accumulating|merging) resources from '([^']*)': (.*?)'(?:: .*)?$/s.exec(rest) ??
        /^(?:accumulating|merging) resources from '([^']*)': (.*)$/s.exec(rest);
    const reason = (inEntry?.[2] ?? rest).replace(/^invalid Kustomization: (?:json: )?/, '');
    return { at, entry: inEntry?.[1], reason: reason.trim().replace(/\s+/g, ' ') };
}
/** kustomize prints the whole configuration of a generator, and literals, which may be secrets. */
function withoutValues(reason) {
    return reason
        .replace(/ with config: `.*?`/gs, '')
        .replace(/literal sources \[.*?\]: invalid literal source .*?, expected/s, 'a literal is wrong, expected')
        .replace(/literal sources \[.*?\]/gs, 'literals');
}
/** A field that the reason names: one that is not known, or that has another type. */
function fieldSpan(reason, file, document) {
    const field = /unknown field "([^"]+)"/.exec(reason)?.[1] ?? /into Go struct field \w+\.([\w.]+) of type/.exec(reason)?.[1];
    const keys = field?.split('.') ?? [];
    return keys.length > 0 && (0,source_file/* keyRangeAt */.QV)(document, keys) !== undefined ? (0,source_file/* keySpanAt */.VE)(file, document, keys) : undefined;
}
/** The longest text of the file that the reason mentions. */
function mentionSpan(reason, file, document) {
    let best;
    for (const found of textsIn(document.value, [])) {
        const { length } = found.text;
        if (length >= 3 && length > (best?.text.length ?? 0) && build_failure_mentions(reason, found.text))
            best = found;
    }
    if (best === undefined)
        return undefined;
    return best.isName ? (0,source_file/* keySpanAt */.VE)(file, document, best.keys) : (0,source_file/* spanAt */.i6)(file, document, best.keys);
}
function* textsIn(value, keys) {
    if (typeof value === 'string')
        yield { text: value, keys, isName: false };
    if (Array.isArray(value))
        for (const [index, item] of value.entries())
            yield* textsIn(item, [...keys, index]);
    if (!(0,json/* isMapping */.pi)(value))
        return;
    for (const [name, item] of Object.entries(value)) {
        yield { text: name, keys: [...keys, name], isName: true };
        yield* textsIn(item, [...keys, name]);
    }
}
/** As a word of its own. */
function build_failure_mentions(text, word) {
    const at = text.indexOf(word);
    const isEdge = (character) => character === undefined || !/[\w-]/.test(character);
    return at >= 0 && isEdge(text[at - 1]) && isEdge(text[at + word.length]);
}
function firstOf(file) {
    const [document] = file.documents;
    return document === undefined ? yaml_span/* fileStart */.N : (0,source_file/* spanAt */.i6)(file, document, []);
}
function build_failure_lineOf({ text }, told) {
    const lines = text.split('\n');
    const line = Math.min(told, lines.length);
    const length = lines[line - 1]?.trimEnd().length ?? 0;
    return { line, column: 1, endLine: line, endColumn: length + 1 };
}

;// CONCATENATED MODULE: ./actions/verify-manifests/dropped-fields.ts



/** The fields of a kustomize file, old ones too. It takes them in any letters. */
const FIELDS = [
    ...['apiVersion', 'kind', 'metadata', 'openapi', 'namePrefix', 'nameSuffix', 'namespace', 'commonLabels', 'labels'],
    ...[
        'commonAnnotations',
        'patchesStrategicMerge',
        'patchesJson6902',
        'patches',
        'images',
        'imageTags',
        'replacements',
    ],
    ...['replicas', 'vars', 'sortOptions', 'resources', 'components', 'crds', 'bases', 'configMapGenerator'],
    ...['secretGenerator', 'helmGlobals', 'helmCharts', 'helmChartInflationGenerator', 'generatorOptions'],
    ...['configurations', 'generators', 'transformers', 'validators', 'inventory', 'buildMetadata'],
];
/** Flux writes the kustomize file of a path anew and drops what kustomize does not know; only what is a slip of a field is told. */
function droppedFields(own, { layout }) {
    const files = new Set(own.flatMap(({ path }) => (path === undefined ? [] : (layout.kustomizeFileIn(path) ?? []))));
    const known = new Set(FIELDS.map(field => field.toLowerCase()));
    return [...files].flatMap(({ file, folder, body }) => {
        const [document] = file.documents;
        if (document === undefined || !(0,json/* isMapping */.pi)(body))
            return [];
        return Object.keys(body).flatMap((field) => {
            const meant = known.has(field.toLowerCase()) ? undefined : (0,nearest/* nearest */.p)(field, FIELDS);
            if (meant === undefined)
                return [];
            return [
                {
                    file: file.path,
                    span: (0,source_file/* keySpanAt */.VE)(file, document, [field]),
                    severity: 'warning',
                    message: `kustomize knows no ${field}, and Flux drops it without a word: ${folder} is built as if it were not there`,
                    found: field,
                    expected: meant,
                    fix: { text: `${meant}:` },
                },
            ];
        });
    });
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/kustomization-builds.ts











const kustomizationBuilds = {
    id: 'kustomization-builds',
    severity: 'error',
    summary: 'What a Kustomization applies can be built.',
    why: 'When the build fails, Flux applies nothing of the Kustomization, and what it applied before stays as it is.',
    fix: 'List only what is there; give the name kustomization.yaml to files of kustomize alone; keep files that are no Kubernetes objects out of folders without a kustomization.yaml.',
    examples: [
        {
            title: 'an entry that is not there',
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps')),
                'apps/kustomization.yaml': kustomizeFile('settings.yaml', 'service.yaml # expect: kustomization-builds'),
                'apps/settings.yaml': configMap('settings', 'default'),
            },
        },
        {
            title: 'a compose file in a folder that has no kustomization.yaml',
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps')),
                'apps/settings.yaml': configMap('settings', 'default'),
                'apps/docker-compose.yml': 'services: # expect: kustomization-builds\n  web:\n    image: nginx:1.29.0\n',
            },
        },
        {
            title: 'a compose file that a .sourceignore names for another folder',
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps')),
                'clusters/.sourceignore': 'docker-compose.yml\n',
                'apps/settings.yaml': configMap('settings', 'default'),
                'apps/docker-compose.yml': 'services: # expect: kustomization-builds\n  web:\n    image: nginx:1.29.0\n',
            },
        },
        {
            title: 'an entry that the source leaves out',
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository().replace('spec:\n', 'spec:\n  ignore: |\n    /*\n    !/apps\n    *.local.yaml\n'), kustomization('apps', './apps')),
                'apps/kustomization.yaml': kustomizeFile('settings.yaml', 'debug.local.yaml # expect: kustomization-builds'),
                'apps/settings.yaml': configMap('settings', 'default'),
                'apps/debug.local.yaml': configMap('debug', 'default'),
            },
        },
        {
            title: 'what is no object, and left out by a .sourceignore, by spec.ignore or by the source-controller itself',
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps'), gitRepository()
                    .replace('name: flux-system', 'name: other')
                    .replace('spec:\n', 'spec:\n  ignore: |\n    values.yaml\n'), kustomization('tools', './tools').replace(/(kind: GitRepository\n\s+name: )flux-system/, '$1other')),
                'apps/settings.yaml': configMap('settings', 'default'),
                'apps/.sourceignore': '# for people\ndocker-compose.yml\n',
                'apps/docker-compose.yml': 'services:\n  web:\n    image: nginx:1.29.0\n',
                'tools/settings.yaml': configMap('tools', 'default'),
                'tools/values.yaml': 'replicas: 2\n',
            },
        },
        {
            title: 'a Flux Kustomization in the file that kustomize reads',
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps')),
                'apps/kustomization.yaml': kustomizeFile('web'),
                'apps/web/kustomization.yaml': kustomization('web', './website').replace('apiVersion: kustomize.toolkit.fluxcd.io/v1', '$& # expect: kustomization-builds'),
                'website/settings.yaml': configMap('settings', 'default'),
            },
        },
        {
            title: 'another object in such a file, in a folder that Flux finds by itself',
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps')),
                'apps/web/kustomization.yaml': configMap('settings', 'default').replace('kind: ConfigMap', '$& # expect: kustomization-builds'),
            },
        },
        {
            title: 'an object in a file of that name, listed as a file',
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps')),
                'apps/kustomization.yaml': kustomizeFile('web/kustomization.yaml'),
                'apps/web/kustomization.yaml': kustomization('web', './website'),
                'website/settings.yaml': configMap('settings', 'default'),
            },
        },
        {
            title: 'a field with a slip, which Flux drops without a word',
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps')),
                'apps/kustomization.yaml': `${kustomizeFile('settings.yaml')}namePrefx: web- # expect: kustomization-builds\n`,
                'apps/settings.yaml': configMap('settings', 'default'),
            },
        },
        {
            title: 'entries that are there',
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps')),
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
        const found = [
            ...files.flatMap(kustomize => otherKind(kustomize, inventory)),
            ...files.flatMap(kustomize => missingEntries(kustomize, inventory)),
            ...files.flatMap(kustomize => patchesOfNothing(kustomize, inventory)),
            ...leftOut(own, inventory),
            ...own.flatMap(item => strangers(item, inventory)),
            ...droppedFields(own, inventory),
        ];
        return [...found, ...failedBuilds(own, new Set(found.map(({ file }) => file)), inventory)];
    },
};
/** What kustomize says of a Kustomization, where nothing else is known to be wrong with the files that it takes. */
function failedBuilds(own, told, inventory) {
    const failures = new Map();
    for (const kustomization of own) {
        const build = inventory.buildOf(kustomization);
        const { path, resource } = kustomization;
        if (build === undefined || !('error' in build) || build.isRefused || path === undefined)
            continue;
        const taken = [...(inventory.folders.get(kustomization)?.files ?? [])];
        if (taken.some(file => told.has(file) || isBroken(inventory.files.get(file))))
            continue;
        if (!inventory.layout.fetching(kustomization).isSure)
            continue;
        const place = failurePlace(build.error, path, inventory) ?? {
            file: resource.file.path,
            span: (0,inventory_resource/* placeOf */.$t)(resource, 'spec', 'path'),
            reason: build.error,
        };
        const key = JSON.stringify([place.file, place.span, place.reason]);
        const known = failures.get(key) ?? { place, names: [] };
        known.names.push(resource.name ?? '');
        failures.set(key, known);
    }
    return [...failures.values()].map(({ place: { file, span, reason }, names }) => ({
        file,
        span,
        message: `kustomize cannot build this, so nothing of ${[...new Set(names)].sort().join(', ')} is applied: ${reason}`,
        expected: 'what `kustomize build --load-restrictor LoadRestrictionsNone` can build, as Flux does',
        fix: { text: `Put right what kustomize names: ${reason}` },
    }));
}
function isBroken(file) {
    return (file !== undefined && (file.problems.length > 0 || file.documents.some(({ doubledKeys }) => doubledKeys.length > 0)));
}
/**
 * A file under the name of kustomize's own that holds something else. kustomize accepts one that says no type, and wants
 * exactly these where it says one; listed as a file it is an object like any other.
 */
function otherKind({ file, folder, body }, { layout }) {
    const [document] = file.documents;
    const kind = (0,json/* textMember */.SA)(body, 'kind') ?? 'Kustomization';
    const apiVersion = (0,json/* textMember */.SA)(body, 'apiVersion');
    const isOwnKind = kind === 'Kustomization' || kind === 'Component';
    const wanted = `kustomize.config.k8s.io/${kind === 'Component' ? 'v1alpha1' : 'v1beta1'}`;
    if (document === undefined || (isOwnKind && (apiVersion === undefined || apiVersion === wanted)))
        return [];
    if ((0,image_loop/* hasVariable */.$u)(`${kind} ${apiVersion ?? ''}`))
        return [];
    if ([...layout.kustomizeFiles.values()].some(({ entries }) => entries.some(({ path }) => path === file.path)))
        return [];
    const found = isOwnKind ? `apiVersion: ${apiVersion ?? ''}` : `kind: ${kind}`;
    const isObject = !isOwnKind || apiVersion?.startsWith('kustomize.config.k8s.io/') !== true;
    return [
        {
            file: file.path,
            span: (0,source_file/* spanAt */.i6)(file, document, [isOwnKind ? 'apiVersion' : 'kind']),
            message: `kustomize reads this file as its own and refuses what is of another type, so it cannot build ${folder} and nothing of it is applied`,
            found,
            expected: `apiVersion: ${wanted}`,
            fix: {
                text: isObject
                    ? `Give ${file.path} another name, and list that in a kustomization.yaml`
                    : `apiVersion: ${wanted}`,
            },
        },
    ];
}
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
        const holdsFiles = inventory.layout.filesBelow(path).length > 0 || [...inventory.files.keys()].some(other => (0,inventory_applied/* isBelow */.Yw)(other, path));
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
                span: (0,source_file/* spanAt */.i6)(file, document, [field, index]),
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
/** Files of the repository that the source does not hand on, and that a kustomization lists all the same. */
function leftOut(own, { layout, folders }) {
    const found = own.flatMap(kustomization => {
        const { isFetched, isSure } = layout.fetching(kustomization);
        const taken = folders.get(kustomization)?.files;
        if (!isSure || taken === undefined)
            return [];
        return [...layout.kustomizeFiles.values()].flatMap(({ file, entries }) => {
            const [document] = file.documents;
            if (!taken.has(file.path) || document === undefined)
                return [];
            return entries.flatMap(({ field, index, text, path }) => path === undefined || !layout.isFile(path) || isFetched(path)
                ? []
                : {
                    file: file.path,
                    span: (0,source_file/* spanAt */.i6)(file, document, [field, index]),
                    message: `the source of ${kustomization.resource.name ?? ''} leaves ${path} out, so kustomize cannot build this and nothing of it is applied`,
                    found: text,
                    expected: 'files that neither a .sourceignore nor spec.ignore of the source leaves out',
                    fix: { text: `Let the source have ${path}, or remove the entry` },
                });
        });
    });
    // A base may be listed by many.
    return [...new Map(found.map(report => [JSON.stringify([report.file, report.span]), report])).values()];
}
/** A patch without a target goes by kind and name of what it holds, and kustomize fails when there is no such object. */
function patchesOfNothing({ file, folder, body }, inventory) {
    const [document] = file.documents;
    const applied = (0,inventory_applied/* appliedIn */.Xv)(folder, inventory.layout);
    if (document === undefined || applied.isOpen)
        return [];
    const bodies = [...applied.files].flatMap(path => inventory.layout.kustomizeFiles.get(external_node_path_.posix.dirname(path))?.body ?? []);
    const uses = (field) => bodies.some(found => (0,json/* member */.Dc)(found, field) !== undefined);
    if (['generators', 'helmCharts', 'transformers'].some(uses))
        return [];
    const makes = (kind) => (kind === 'ConfigMap' && uses('configMapGenerator')) || (kind === 'Secret' && uses('secretGenerator'));
    return ['patches', 'patchesStrategicMerge'].flatMap(field => (0,json/* listMember */.DW)(body, field).flatMap((patch, index) => {
        if ((0,json/* member */.Dc)(patch, 'target') !== undefined)
            return [];
        const text = typeof patch === 'string' ? patch : ((0,json/* textMember */.SA)(patch, 'path') ?? (0,json/* textMember */.SA)(patch, 'patch'));
        if (text === undefined)
            return [];
        const source = text.includes('\n') ? (0,source_file/* readSourceFile */.uj)('', text) : inventory.files.get((0,kustomize_file/* pathBelow */.Br)(folder, text) ?? '');
        return (source?.documents ?? []).flatMap(({ value }) => {
            const kind = (0,json/* textMember */.SA)(value, 'kind');
            const name = (0,json/* textMember */.SA)((0,json/* member */.Dc)(value, 'metadata'), 'name');
            if (kind === undefined || name === undefined || makes(kind))
                return [];
            const isThere = applied.objects.some(({ resource, name: renamed }) => resource.kind === kind && (resource.name === name || renamed === name));
            if (isThere)
                return [];
            const names = applied.objects.flatMap(({ resource }) => (resource.kind === kind ? (resource.name ?? []) : []));
            const keys = typeof patch === 'string' ? [field, index] : [field, index, 'path'];
            return [
                {
                    file: file.path,
                    span: (0,source_file/* spanAt */.i6)(file, document, keys),
                    message: `the patch is for ${kind} ${name}, and nothing below ${folder} is: kustomize cannot build it, and nothing of it is applied`,
                    found: `${kind} ${name}`,
                    expected: names.length === 0 ? `a ${kind} that ${folder} lists` : `one of ${[...new Set(names)].sort().join(', ')}`,
                    fix: { text: 'Give the patch the name of an object, or a target' },
                },
            ];
        });
    }));
}
/** Files that are no objects, in a path for which Flux generates the kustomization.yaml. */
function strangers(kustomization, inventory) {
    const { path, resource } = kustomization;
    const { layout, files } = inventory;
    const { isFetched, isSure } = layout.fetching(kustomization);
    if (path === undefined || layout.kustomizeFileIn(path) !== undefined)
        return [];
    if (!isSure)
        return [];
    return (0,inventory_applied/* generatedEntries */.ib)(path, { layout, isFetched }).flatMap(entry => {
        const file = files.get(entry);
        // What does not parse is another rule's matter; an empty file is none.
        if (file === undefined || file.problems.length > 0)
            return [];
        const stranger = file.documents.find(({ value }) => !isObject(value));
        if (stranger === undefined)
            return [];
        const span = (0,source_file/* spanAt */.i6)(file, stranger, []);
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
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './app # expect: kustomization-path')),
                'apps/settings.yaml': configMap('settings', 'default'),
            },
        },
        {
            title: 'a folder of the repository',
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps')),
                'apps/settings.yaml': configMap('settings', 'default'),
            },
        },
    ],
    check: ({ inventory }) => {
        const folders = new Set([...inventory.files.keys()].flatMap(kustomization_path_foldersOf));
        return inventory.kustomizations.flatMap(item => {
            const { resource, path } = item;
            const written = (0,inventory_resource/* textIn */.r7)(resource, 'spec', 'path');
            if (written === undefined || (0,image_loop/* hasVariable */.$u)(written) || inventory.ownness(item) !== 'yes')
                return [];
            if (inventory.placementsOf(resource).some(({ isPatched }) => isPatched))
                return [];
            // A folder may hold only files that are not read here, such as a values file of another form.
            if (path === '.' || (path !== undefined && folders.has(path)))
                return [];
            const meant = path === undefined
                ? undefined
                : (0,nearest/* nearest */.p)(path, [...folders].filter(folder => (0,inventory_applied/* isBelow */.Yw)(folder, kustomization_path_firstOf(path, folders))));
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
function kustomization_path_foldersOf(path) {
    const parts = path.split('/').slice(0, -1);
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
/** The part of a path that is there. */
function kustomization_path_firstOf(path, folders) {
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
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps').replace('prune: true', 'prune: false # expect: kustomization-prune')),
                'apps/settings.yaml': configMap('settings', 'default'),
            },
        },
        {
            title: 'what is deleted goes',
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps')),
                'apps/settings.yaml': configMap('settings', 'default'),
            },
        },
    ],
    check: ({ inventory }) => inventory.kustomizations.flatMap(({ resource }) => {
        const prune = (0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'prune');
        if (prune === true || (prune !== undefined && prune !== false))
            return [];
        if (inventory.placementsOf(resource).some(({ isPatched }) => isPatched))
            return [];
        return [
            {
                ...(prune === false
                    ? (0,inventory_resource/* originOf */.yv)(resource, 'spec', 'prune')
                    : { file: resource.file.path, span: (0,inventory_resource/* keyPlaceOf */.w8)(resource, 'spec') }),
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
                'clusters/production/apps.yaml': example_trees_documents(gitRepository('website'), 
                // The source stands behind the kind.
                kustomization('apps', './apps').replace('name: flux-system\n  path', 'name: webside # expect: kustomization-source\n  path'), kustomization('more', './apps').replace('name: flux-system\n  path', 'name: website\n  path')),
                'apps/settings.yaml': 'mode: fast\n',
            },
        },
        {
            title: 'a source of the same namespace',
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps')),
                'apps/settings.yaml': configMap('settings', 'default'),
            },
        },
    ],
    check: ({ inventory, config }) => {
        const sources = inventory.resources.filter(({ group }) => group === flux_inventory/* SOURCE_GROUP */.qg || group === 'fluxcd.controlplane.io');
        // What makes sources by itself, or a tree without any, says that they come from elsewhere.
        if (sources.length === 0 || sources.some(({ group }) => group === 'fluxcd.controlplane.io'))
            return [];
        return inventory.kustomizations.flatMap(item => {
            const { resource, source } = item;
            const placements = inventory.placementsOf(resource);
            const namespace = source.namespace ?? placements[0]?.namespace;
            if (source.name === '' || source.name === 'flux-system' || (0,image_loop/* hasVariable */.$u)(source.name) || (0,image_loop/* hasVariable */.$u)(namespace))
                return [];
            if (placements.some(({ isPatched, by }) => isPatched || (by !== undefined && inventory.folders.get(by)?.isOpen)))
                return [];
            if (config.external.objects.has(`${source.kind}/${namespace ?? ''}/${source.name}`))
                return [];
            const there = sources.some(candidate => candidate.kind === source.kind &&
                inventory
                    .placementsOf(candidate)
                    .some(placement => (placement.name === source.name || (0,image_loop/* hasVariable */.$u)(placement.name)) &&
                    (placement.namespace === undefined ||
                        namespace === undefined ||
                        placement.namespace === namespace ||
                        (0,image_loop/* hasVariable */.$u)(placement.namespace))));
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

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/manifest-orphaned.ts





const manifest_orphaned_tree = (listed, other) => ({
    'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps')),
    'apps/kustomization.yaml': kustomizeFile(...listed.split(' ')),
    'apps/settings.yaml': configMap('settings', 'default'),
    'apps/more.yaml': other,
});
const manifestOrphaned = {
    id: 'manifest-orphaned',
    severity: 'warning',
    summary: 'Every manifest beside or below a kustomize file that is applied is listed by one.',
    why: 'kustomize applies what is listed and nothing else: the object is not in the cluster, and nobody says so.',
    fix: 'List the file under `resources`, or remove it.',
    examples: [
        {
            title: 'a file that is not listed',
            files: manifest_orphaned_tree('settings.yaml', configMap('more', 'default').replace('v1\n', 'v1 # expect: manifest-orphaned\n')),
        },
        { title: 'every file is listed', files: manifest_orphaned_tree('settings.yaml more.yaml', configMap('more', 'default')) },
        {
            title: 'a folder of examples',
            files: {
                ...manifest_orphaned_tree('settings.yaml more.yaml', configMap('more', 'default')),
                'apps/examples/settings.yaml': configMap('example', 'default'),
            },
        },
        {
            title: 'an app that is not listed as a whole: it is switched off',
            files: {
                ...manifest_orphaned_tree('settings.yaml more.yaml', configMap('more', 'default')),
                'apps/shop/kustomization.yaml': kustomizeFile('settings.yaml'),
                'apps/shop/settings.yaml': configMap('shop', 'default'),
            },
        },
    ],
    check: ({ inventory }) => {
        const reached = reachedFiles(inventory);
        const listed = listedFiles(inventory);
        const charts = [...inventory.files.keys()].filter(path => external_node_path_.posix.basename(path) === 'Chart.yaml').map(external_node_path_.posix.dirname);
        const said = new Set();
        return inventory.resources.flatMap((resource) => {
            const { path } = resource.file;
            if (said.has(path) || listed.has(path) || charts.some(chart => (0,inventory_applied/* isBelow */.Yw)(path, chart)))
                return [];
            if (inventory.placementsOf(resource).some(({ by }) => by !== undefined))
                return [];
            const nearest = nearestKustomizeFile(path, inventory);
            // An object in the place of a kustomize file is not missing from itself.
            if (nearest === undefined || nearest.file.path === path || !reached.has(nearest.file.path))
                return [];
            if (isSetAside(path, nearest))
                return [];
            if (manifest_orphaned_isBroken(nearest, inventory) || mayBeListedOutside(path, inventory))
                return [];
            said.add(path);
            return [manifest_orphaned_reportOf(resource, nearest)];
        });
    },
};
/** Files that have a part in what the tree's own Kustomizations apply. */
function reachedFiles({ kustomizations, folders, ownness }) {
    return new Set(kustomizations
        .filter(kustomization => ownness(kustomization) === 'yes')
        .flatMap(kustomization => [...(folders.get(kustomization)?.files ?? [])]));
}
function listedFiles({ layout }) {
    return new Set([...layout.kustomizeFiles.values()].flatMap(({ entries, reads }) => [
        ...reads,
        ...entries.flatMap(({ path }) => path ?? []),
    ]));
}
function nearestKustomizeFile(path, { layout }) {
    for (let folder = external_node_path_.posix.dirname(path);; folder = external_node_path_.posix.dirname(folder)) {
        const found = layout.kustomizeFileIn(folder);
        if (found !== undefined || folder === '.')
            return found;
    }
}
/** Folders that people keep what is not to be applied in. */
const ASIDE = /(?:^|\/)(?:[._].*|docs?|documentation|examples?|samples?|tests?|testdata|templates?|charts?|hack|scripts?|bootstrap|ansible|talos|terraform|disabled|archived?|attic|old|unused|deprecated)\//i;
function isSetAside(path, { folder }) {
    return ASIDE.test(folder === '.' ? path : external_node_path_.posix.relative(folder, path));
}
/** Whether it lists what there is not, so that nothing of it is applied: that is the fault then. */
function manifest_orphaned_isBroken({ entries }, { layout }) {
    return entries.some(({ path }) => path !== undefined && !layout.isFile(path) && layout.filesBelow(path).length === 0);
}
/** Whether an address, which may be that of this very repository, ends in a folder above it. */
function mayBeListedOutside(path, { layout }) {
    const folder = external_node_path_.posix.dirname(path);
    return [...layout.kustomizeFiles.values()].some(({ outside }) => outside.some(address => address.includes(folder)));
}
function manifest_orphaned_reportOf(resource, { file, folder }) {
    const entry = external_node_path_.posix.relative(folder, resource.file.path);
    return reportAt(resource, ['apiVersion'], {
        message: `${file.path} is applied and does not list ${entry}, so ${(0,inventory_resource/* titleOf */.Gg)(resource)} is in no cluster`,
        found: resource.file.path,
        expected: `an entry under resources of ${file.path}`,
        fix: { text: `resources:\n  - ${entry}` },
    });
}

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
                message: `the ${(0,inventory_resource/* titleOf */.Gg)(verdict.policy.resource)} reflects no digest, so Flux will write "" here`,
                found: text,
                expected: 'a policy with digestReflectionPolicy IfNotPresent or Always',
                fix: {
                    text: `In the ${(0,inventory_resource/* titleOf */.Gg)(verdict.policy.resource)}:\nspec:\n  digestReflectionPolicy: IfNotPresent`,
                },
            };
        }
    },
};

// EXTERNAL MODULE: ./src/flux/setters.ts + 3 modules
var setters = __webpack_require__(4057);
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
            const { problemFiles } = (0,setters/* applySetters */.zn)([{ path, content: Buffer.from(file.text) }], new Map());
            const [problem] = problemFiles;
            const lines = file.text.split(/\r?\n/);
            const line = marker_file_parses_lineOf(problem?.line, lines);
            const span = { line, column: 1, endLine: line, endColumn: (lines[line - 1] ?? '').length + 1 };
            const count = others.length + 1;
            yield {
                file: path,
                span,
                message: `Flux skips this file without a word, so ${count === 1 ? 'its marker has no effect' : `none of its ${count} markers has an effect`}: ${problem?.reason.split('\n')[0] ?? 'it does not parse'}`,
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

// EXTERNAL MODULE: ./src/flux/inventory/marker.ts
var inventory_marker = __webpack_require__(6020);
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
            const { policy, image, found, isDoubtful } = verdict;
            const right = policyFor(found, marker, loop);
            const part = target.part === 'image' || target.part === 'name' ? 'it' : `its ${target.part}`;
            yield {
                file: file.path,
                span: value?.span ?? span,
                ...(isDoubtful ? { severity: 'warning' } : {}),
                message: `this is the image ${found}, and the ${(0,inventory_resource/* titleOf */.Gg)(policy.resource)} chooses among the tags of ${image}: Flux will write ${part === 'it' ? 'that image' : `${part} of that image`} here`,
                found: `${found} ${text}`,
                expected: image,
                ...(right === undefined ? {} : { fix: { text: (0,inventory_marker/* printMarker */.uZ)({ ...target, ...right }) } }),
            };
        }
    },
};
/** The only policy for the image that the automation of the marker takes. */
function policyFor(found, { automations }, { policies }) {
    const wanted = (0,canonical/* canonicalRepository */.J)(found);
    const fitting = policies.filter(policy => {
        const image = (0,elected_image/* imageOf */.dT)(policy);
        return image !== undefined && (0,canonical/* canonicalRepository */.J)(image) === wanted;
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
            const marker = inFile.find(({ fault, value, automations, policy }) => {
                return fault === undefined && value?.isListItem === true && automations.length > 0 && policy.state === 'found';
            });
            if (marker === undefined)
                continue;
            const document = marker.value?.place?.document ?? marker.file.documents[0];
            yield {
                file: path,
                span: document === undefined ? marker.span : (0,source_file/* spanAt */.i6)(marker.file, document, ['kind']),
                message: 'Flux writes each item of this list as a new file and leaves the list alone, so what is applied is never updated',
                found: 'kind: List',
                expected: 'one document for each object',
                fix: { text: 'Write the items as documents, with a line "---" between them' },
            };
        }
    },
};

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/marker-missing.ts










const markerMissing = {
    id: 'marker-missing',
    severity: 'warning',
    summary: 'An image under a policy has a setter marker where it is run.',
    why: 'A policy elects, and nothing is written: the workload keeps the tag that stands there, while everything else moves on.',
    fix: 'Put the marker behind the image, or switch this rule off for an image that is pinned on purpose.',
    examples: [
        {
            title: 'A Deployment whose image nobody updates',
            files: {
                ...exampleLoop,
                'flux/frontend.yaml': exampleDeployment(`        image: ${exampleImage} # expect: marker-missing`),
            },
        },
        {
            title: 'The values of a chart',
            files: {
                ...exampleLoop,
                'flux/values.yaml': `image:
  repository: 192.168.0.40:5000/library/frontend
  tag: main-abc1234-1700000000 # expect: marker-missing
`,
            },
        },
        {
            title: 'A marker, or a kustomize file that sets the tag',
            files: {
                ...exampleLoop,
                'flux/frontend/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
- frontend.yaml
images:
- name: 192.168.0.40:5000/library/frontend
  newTag: main-abc1234-1700000000 # {"$imagepolicy": "flux-system:frontend:tag"}
`,
                'flux/frontend/frontend.yaml': exampleDeployment(`        image: ${exampleImage}`),
                'flux/values.yaml': `image:
  repository: 192.168.0.40:5000/library/frontend
  tag: main-abc1234-1700000000 # {"$imagepolicy": "flux-system:frontend:tag"}
`,
            },
        },
        {
            title: 'A Job that does its work once',
            files: {
                ...exampleLoop,
                'flux/frontend.yaml': exampleDeployment(`        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}`),
                'flux/job.yaml': `apiVersion: batch/v1
kind: Job
metadata:
  name: fill
  namespace: website
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
      - name: fill
        image: ${exampleImage}
        command: [fill]
`,
            },
        },
    ],
    *check(context) {
        const { markers, loop, inventory } = context;
        if (loop.policies.length === 0 || loop.automations.length === 0)
            return;
        const renamed = marker_missing_renamedImages(context);
        for (const place of imagePlaces(inventory)) {
            const { file, span, image, part, document, keys } = place;
            const repository = (0,canonical/* canonicalRepository */.J)(image);
            // A patch has the marker, or wants none.
            if (keys === undefined)
                continue;
            if (repository === undefined || renamed.has(repository) || marker_missing_isLeftAlone(place, context))
                continue;
            if (markers.byFile.get(file.path)?.some(marker => Math.abs(marker.span.line - span.line) <= 1))
                continue;
            const policy = policyOf(repository, image, file.path, context);
            if (policy?.namespace === undefined)
                continue;
            const marker = (0,inventory_marker/* printMarker */.uZ)({ namespace: policy.namespace, policy: policy.name, part });
            const end = (0,source_file/* partAt */.l0)(document, keys)?.end;
            const isLast = end !== undefined && /^[ \t]*(?:\r?\n|$)/.test(file.text.slice(end));
            yield {
                file: file.path,
                span,
                message: `the ${(0,inventory_resource/* titleOf */.Gg)(policy.resource)} elects tags of this image, and no marker has Flux write them here`,
                found: image,
                expected: marker,
                fix: {
                    text: marker,
                    ...(isLast ? { edits: [{ file: file.path, start: end, end, text: ` ${marker}` }] } : {}),
                },
            };
        }
    },
};
/** Images whose tag kustomize files or Flux Kustomizations set. */
function marker_missing_renamedImages({ inventory }) {
    const names = [...inventory.layout.kustomizeFiles.values()].flatMap(({ images }) => images.map(({ name }) => name));
    const all = [...names, ...inventory.kustomizations.flatMap(flux_kustomization/* imageNamesOf */.zA)];
    return new Set(all.flatMap(name => (name === undefined ? [] : ((0,canonical/* canonicalRepository */.J)(name) ?? []))));
}
/** Jobs do something of their own with an image, and a patch may have the marker. */
function marker_missing_isLeftAlone({ resource }, { inventory }) {
    if (resource === undefined)
        return false;
    return resource.kind === 'Job' || inventory.placementsOf(resource).some(({ isRewritten }) => isRewritten);
}
/** The policy that could write there: of this image, taken by an automation of the file, and the present tag is one of its own. */
function policyOf(repository, image, path, { loop, markers }) {
    const tag = (0,image_reference/* parseReference */.F2)(image)?.tag;
    const working = loop.automations.filter(automation => !automation.isSuspended && markers.covers(automation, path) === 'yes');
    const fitting = loop.policies.filter(policy => {
        const own = (0,elected_image/* imageOf */.dT)(policy);
        if (own === undefined || (0,canonical/* canonicalRepository */.J)(own) !== repository)
            return false;
        if (!working.some(automation => (0,image_loop/* automationSees */.EG)(automation, policy) === 'yes'))
            return false;
        return tag === undefined || (0,elected_image/* isPlaceholderTag */.M)(tag) || (0,elected_image/* accepts */.G3)(policy, tag) === true;
    });
    return fitting[0];
}

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
                fix: { text: `"placeholder" ${(0,inventory_marker/* printMarker */.uZ)(target)}` },
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
            const lines = [...file.text.matchAll(ANNOTATION)];
            if (lines.length === 0)
                continue;
            const content = Buffer.from(file.text);
            if (!(0,setters/* isScreened */.yW)({ path, content }))
                continue;
            for (const automation of loop.automations) {
                if (markers.covers(automation, path) !== 'yes')
                    continue;
                const relative = external_node_path_.posix.relative(automation.updatePath ?? '.', path);
                const { error } = (0,setters/* applySetters */.zn)([{ path: relative, content }], new Map());
                if (error === null)
                    continue;
                const line = lines.find(found => !isPath(found[2] ?? '', relative)) ?? lines[0];
                const start = (line?.index ?? 0) + (line?.[1] ?? '').length;
                const text = (line?.[2] ?? '').trimEnd();
                yield {
                    file: path,
                    span: file.span(start, start + text.length),
                    message: `the ${(0,inventory_resource/* titleOf */.Gg)(automation.resource)} fails as a whole on this annotation, so no value of any file is updated: ${error.split('\n')[0] ?? ''}`,
                    found: text,
                    expected: 'no such annotation',
                    fix: { text: 'Remove the line' },
                };
                break;
            }
        }
    },
};
const ANNOTATION = /^(\s*["']?)((?:internal\.config\.kubernetes\.io\/(?:path|index|id)|config\.kubernetes\.io\/(?:path|index)|config\.k8s\.io\/id)["']?:[^\n#]*)/gm;
function isPath(annotation, path) {
    return annotation.replace(/^.*?:\s*/, '').replace(/["'\s]/g, '') === path;
}

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
                    : { expected: `${meant.namespace}:${meant.policy}`, fix: { text: (0,inventory_marker/* printMarker */.uZ)(meant) } }),
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
            return `the ${(0,inventory_resource/* titleOf */.Gg)(why.automation.resource)} works on this file and takes policies of its own namespace only`;
        case 'not-selected':
            return `the policySelector of the ${(0,inventory_resource/* titleOf */.Gg)(why.automation.resource)} leaves out the ImagePolicy ${namespace}/${policy}`;
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
        for (const [path, inFile] of markers.byFile) {
            const lines = inFile[0]?.file.text.split(/\r?\n/) ?? [];
            for (const marker of inFile) {
                const { span, text, verdict, fault } = marker;
                if (verdict?.rule !== 'marker-position' || fault === undefined || isDocument(marker, lines))
                    continue;
                const { where, move } = PLACES[fault] ?? ELSEWHERE;
                yield {
                    file: path,
                    span,
                    message: `the marker stands ${where}, where Flux does not look, so the value is never updated`,
                    found: text,
                    expected: 'the marker behind the value, on its line',
                    fix: { text: move },
                };
            }
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
/** Text that explains how to write a marker, kept in a value: its key tells. */
function isDocument({ span, fault }, lines) {
    if (fault !== 'inside-scalar')
        return false;
    const indent = (line) => /^ */.exec(line)?.[0].length ?? 0;
    let depth = indent(lines[span.line - 1] ?? '');
    for (const line of lines.slice(Math.max(0, span.line - 500), span.line - 1).reverse()) {
        if (line.trim() === '' || indent(line) >= depth)
            continue;
        depth = indent(line);
        const header = /^\s*(?:- )?(\S+):\s*[|>][-+0-9]*(?:\s+#.*)?$/.exec(line)?.[1];
        if (header !== undefined)
            return /\.(?:md|txt|tpl|gotmpl|adoc|html)["']?$|template|readme|description/i.test(header);
    }
    return false;
}

// EXTERNAL MODULE: ./node_modules/diff/libesm/diff/array.js
var array = __webpack_require__(1318);
;// CONCATENATED MODULE: ./src/flux/rewrite.ts


/**
 * Finds what the rewrite of a file does to its layout: the file as Flux writes it against the same values set in place.
 *
 * @param policies `namespace:policy` of the markers in the file
 * @returns undefined when nothing but the values changes
 */
function rewriteOf(path, text, policies) {
    const file = { path, content: Buffer.from(text) };
    const elected = new Map([...policies].map(policy => [policy, SENTINEL]));
    const written = (mode) => {
        const found = (0,setters/* applySetters */.zn)([file], elected, mode).written.find(result => result.path === path);
        return found === undefined ? undefined : Buffer.from(found.content).toString();
    };
    const flux = written('flux');
    if (flux === undefined || differsInValuesAlone(text, flux))
        return undefined;
    const careful = written('careful');
    if (careful === undefined || flux === careful)
        return undefined;
    const bytes = [
        ...(careful.startsWith('\ufeff') ? ['drops the byte order mark'] : []),
        ...(careful.includes('\r\n') ? ['turns CRLF into LF'] : []),
    ];
    const [before, after] = [linesOf(careful), linesOf(flux)];
    const changes = changesBetween(before, after);
    if (changes === undefined)
        return { effects: [...bytes, 'writes most of its lines in another way'], line: 1, sample: [] };
    const [first] = changes;
    const effects = [...bytes, ...effectsOf(changes)];
    const sample = changes.flatMap(({ removed, added }) => [
        ...removed.map(l => `- ${l === '' ? '(a blank line)' : l}`),
        ...added.map(l => `+ ${l}`),
    ]);
    return { effects, line: (first?.at ?? 0) + 1, sample: sample.slice(0, 6) };
}
/** Whether only marked lines differ, and each in one word: then there is no need to look closer. */
function differsInValuesAlone(before, after) {
    const [left, right] = [before.split('\n'), after.split('\n')];
    return (left.length === right.length &&
        left.every((line, index) => {
            const other = right[index] ?? '';
            if (line === other || !line.includes('$imagepolicy'))
                return line === other;
            const [words, others] = [line.split(' '), other.split(' ')];
            return words.length === others.length && words.filter((word, at) => word !== others[at]).length === 1;
        }));
}
/** No build makes it, so every marked value changes. */
const SENTINEL = { name: 'fluxgate.invalid/image', tag: 'rewrite', digest: `sha256:${'0'.repeat(64)}` };
function linesOf(text) {
    return text
        .replace(/^\ufeff/, '')
        .replace(/\r?\n$/, '')
        .split(/\r?\n/);
}
function changesBetween(before, after) {
    const changes = [];
    // Where nearly everything differs a comparison would take for ever, and show nothing.
    const parts = (0,array/* diffArrays */.E)([...before], [...after], { maxEditLength: 1000 });
    if (parts === undefined)
        return undefined;
    let at = 0;
    let open;
    for (const part of parts) {
        if (!part.added && !part.removed) {
            open = undefined;
            at += part.value.length;
            continue;
        }
        if (open === undefined) {
            open = { at, removed: [], added: [] };
            changes.push(open);
        }
        if (part.removed) {
            open.removed.push(...part.value);
            at += part.value.length;
        }
        else
            open.added.push(...part.value);
    }
    return changes;
}
function effectsOf(changes) {
    let [blank, comments, separators, indented, merges, others] = [0, 0, 0, 0, 0, 0];
    for (const { removed, added } of changes) {
        const left = new Map(added.map(line => [line.trim(), line]));
        for (const line of removed) {
            const text = line.trim();
            if (text === '')
                blank += 1;
            else if (left.has(text)) {
                indented += 1;
                left.delete(text);
            }
            else if (text === '---' || text === '...')
                separators += 1;
            else if (text.startsWith('#'))
                comments += 1;
            else if (/^<<\s*:/.test(text)) {
                merges += 1;
                left.delete(text.replace('<<', '!!merge <<'));
            }
            else
                others += 1;
        }
    }
    return [
        counted(merges, 'writes !!merge in front of << on', 'line'),
        counted(comments, 'drops or moves', 'line', ' of comment'),
        counted(separators, 'drops', 'separator'),
        counted(blank, 'drops', 'blank line'),
        counted(indented, 'indents', 'line', ' anew'),
        counted(others, 'writes', 'line', ' in another way'),
    ].filter(effect => effect !== '');
}
function counted(count, before, what, after = '') {
    return count === 0 ? '' : `${before} ${count} ${what}${count === 1 ? '' : 's'}${after}`;
}

;// CONCATENATED MODULE: ./src/flux/kept-rewrite.ts


/** See rewriteOf; found anew only where no former run has. */
function keptRewrite({ path, text, facts }, policies) {
    const name = `rewrite ${JSON.stringify(policies)}`;
    const kept = rewriteFrom(facts.find(name));
    if (kept !== undefined)
        return kept ?? undefined;
    const rewrite = rewriteOf(path, text, policies);
    facts.keep(name, () => rewrite ?? null);
    return rewrite;
}
/** Null: nothing but the values changes. */
function rewriteFrom(kept) {
    if (kept === null)
        return null;
    const [effects, line, sample] = [(0,json/* member */.Dc)(kept, 'effects'), (0,json/* numberMember */.eJ)(kept, 'line'), (0,json/* member */.Dc)(kept, 'sample')];
    return areTexts(effects) && line !== undefined && areTexts(sample) ? { effects, line, sample } : undefined;
}
function areTexts(value) {
    return Array.isArray(value) && value.every(item => typeof item === 'string');
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/marker-rewrite.ts


const markerRewrite = {
    id: 'marker-rewrite',
    severity: 'note',
    summary: 'A file with setter markers is written as Flux writes it.',
    why: 'Flux writes a file anew when a value in it changes: blank lines, a leading `---`, CRLF and documents of comments alone are lost, indentation becomes two blanks, `<<` becomes `!!merge <<`. The first update is a large difference in git, and what was lost does not come back.',
    fix: 'Keep the file in that form from the start, or leave it to the first update.',
    examples: [
        {
            title: 'Lines that are indented by four blanks',
            files: {
                ...exampleLoop,
                'flux/docker-compose.yml': `services:
    frontend: # expect: marker-rewrite
        image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}
`,
            },
        },
        {
            title: 'A file in the form that Flux writes',
            files: {
                ...exampleLoop,
                'flux/docker-compose.yml': `services:
  frontend:
    image: ${exampleImage} # {"$imagepolicy": "flux-system:frontend"}
`,
            },
        },
    ],
    *check({ markers }) {
        for (const [path, inFile] of markers.byFile) {
            const honoured = inFile.filter(isHonoured);
            const [first] = honoured;
            // What becomes of a null is a fault of its own.
            if (first === undefined || honoured.some(({ value }) => value?.isNull === true))
                continue;
            if (honoured.length > MOST_MARKERS)
                continue;
            const { file } = first;
            const rewrite = keptRewrite(file, honoured.flatMap(policyName));
            if (rewrite === undefined)
                continue;
            const { effects, line, sample } = rewrite;
            const text = file.text.split(/\r?\n/)[line - 1] ?? '';
            yield {
                file: path,
                span: { line, column: 1, endLine: line, endColumn: text.length + 1 },
                message: `the first update writes the whole file anew: it ${effects.join(', ') || 'changes its layout'}`,
                witness: sample,
            };
        }
    },
};
/** No file that people write has as many, and to set each takes the longer the more there are. */
const MOST_MARKERS = 1000;
function isHonoured({ fault, automations, policy }) {
    return fault === undefined && automations.length > 0 && policy.state === 'found';
}
function policyName({ target }) {
    return target === undefined ? [] : [`${target.namespace}:${target.policy}`];
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
            const paths = new Map(loop.automations.map(({ resource, updatePath = '?' }) => [(0,inventory_resource/* titleOf */.Gg)(resource), updatePath]));
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
/** The only fault whose repair throws something away. */
const STRAY_TEXT = 'text stands around the JSON object';
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
        return STRAY_TEXT;
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
    const marker = target === undefined ? undefined : (0,inventory_marker/* printMarker */.uZ)({ ...target, part: meant });
    return {
        file: file.path,
        span,
        message: `":${suffix}" is no suffix that Flux knows, so it passes over the marker without a word and the value is never updated`,
        found: text,
        expected: 'no suffix, or one of ":tag", ":name", ":digest"',
        ...(marker === undefined ? {} : { fix: { text: marker } }),
    };
}
function wrongSuffix({ file, span, start, text, target, value, policy }, fits) {
    const [first] = policy.state === 'found' ? policy.policies : [];
    const image = (first === undefined ? undefined : (0,elected_image/* imageOf */.dT)(first)) ?? 'host/name';
    const written = { image: `${image}:<tag>`, tag: '<tag>', name: image, digest: '<digest>' }[target?.part ?? 'image'];
    const marker = target === undefined ? '' : (0,inventory_marker/* printMarker */.uZ)({ ...target, part: fits });
    const edits = [{ file: file.path, start, end: start + text.length, text: marker }];
    return {
        file: file.path,
        span,
        message: `Flux will write "${written}" in place of ${JSON.stringify(value?.text ?? '')}, where ${WANTED[fits]} is wanted`,
        found: text,
        ...(target === undefined ? {} : { expected: marker, fix: { text: marker, edits } }),
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
        for (const { file, span, start, text, setter, verdict } of markers.all) {
            if (verdict?.rule !== 'marker-syntax')
                continue;
            const target = repairedTarget(text);
            const problem = syntaxProblem(text, setter);
            const marker = (0,inventory_marker/* printMarker */.uZ)(target ?? { namespace: 'namespace', policy: 'policy', part: 'image' });
            const isKnown = loop.policies.some(({ namespace, name }) => name === target?.policy && namespace === target.namespace);
            const edits = [{ file: file.path, start, end: start + text.length, text: marker }];
            yield {
                file: file.path,
                span,
                message: `${problem}, so Flux passes over the marker without a word and the value is never updated`,
                found: text,
                expected: marker,
                fix: { text: marker, ...(isKnown && problem !== STRAY_TEXT ? { edits } : {}) },
            };
        }
    },
};

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
    *check(context) {
        const faulty = new Set(policyVerdicts(context).flatMap(({ policy, fault }) => (fault === undefined ? [] : [policy])));
        for (const { file, span, value, verdict } of context.markers.all) {
            if (verdict?.rule !== 'marker-tag')
                continue;
            const { policy, tag, isPlaceholder } = verdict;
            // The fault of a policy is said at the policy, not at each of its tags.
            if (!isPlaceholder && faulty.has(policy))
                continue;
            const title = (0,inventory_resource/* titleOf */.Gg)(policy.resource);
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
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('settings', './settings'), kustomization('frontend', './frontend', 'dependsOn:', '  - name: settings')),
                'settings/settings.yaml': configMap('settings', 'website # expect: namespace-first'),
                'frontend/namespace.yaml': namespace('website'),
            },
        },
        {
            title: 'a namespace that nothing makes, beside one that is made',
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps')),
                'apps/namespace.yaml': namespace('website'),
                'apps/settings.yaml': configMap('settings', 'websites # expect: namespace-first'),
            },
        },
        {
            title: 'a tree that makes none but that of Flux, so that somebody else makes the others',
            files: {
                'clusters/production/flux-system/gotk-components.yaml': namespace('flux-system'),
                'clusters/production/flux-system/gotk-sync.yaml': example_trees_documents(gitRepository(), kustomization('flux-system', './clusters/production')),
                'clusters/production/settings.yaml': configMap('settings', 'website'),
            },
        },
        {
            title: 'a namespace that comes first',
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('namespaces', './namespaces'), kustomization('settings', './settings', 'dependsOn:', '  - name: namespaces'), kustomization('frontend', './frontend', 'dependsOn:', '  - name: settings')),
                'namespaces/website.yaml': namespace('website'),
                'settings/settings.yaml': configMap('settings', 'website'),
                'frontend/more-settings.yaml': configMap('more-settings', 'website'),
            },
        },
    ],
    check: context => (0,cluster_graph/* clusterGraphsOf */.Z6)(context.inventory).flatMap(graph => namespace_first_checkCluster(graph, context)),
};
/** Every cluster has them. */
const namespace_first_BUILT_IN = new Set(['default', 'kube-system', 'kube-public', 'kube-node-lease', 'flux-system']);
function namespace_first_checkCluster(graph, context) {
    const { inventory, config } = context;
    const local = graph.nodes.filter(node => !(0,cluster_graph/* isRemote */.Vx)(node.kustomization) && inventory.ownness(node.kustomization) !== 'no');
    const makers = new Map();
    for (const node of local) {
        for (const name of namespacesMadeBy(node, inventory))
            makers.set(name, [...(makers.get(name) ?? []), node]);
    }
    return local.flatMap(node => {
        const wanted = new Map();
        for (const placement of placementsBy(node, graph, inventory)) {
            const { namespace: where, resource } = placement;
            if (where === undefined || (0,image_loop/* hasVariable */.$u)(where) || resource.kind === 'Namespace' || wanted.has(where))
                continue;
            wanted.set(where, placement);
        }
        return [...wanted].flatMap(([name, placement]) => {
            if (namespace_first_BUILT_IN.has(name) || config.external.namespaces.has(name))
                return [];
            const made = makers.get(name) ?? [];
            if (made.length === 0)
                return graph.isOpen || !knowsNamespaces(makers, inventory) ? [] : [nobody(name, placement, [...makers.keys()])];
            const waiting = made.filter(maker => maker !== node && (0,cluster_graph/* waitsFor */.is)(maker).has(node));
            return waiting.length === made.length ? [deadlock(name, placement, node, waiting[0] ?? node)] : [];
        });
    });
}
/** A tree that makes no namespace, besides that of Flux itself, leaves them to somebody else. */
function knowsNamespaces(makers, inventory) {
    const generates = inventory.resources.some(({ group }) => group === 'fluxcd.controlplane.io' || group.endsWith('.crossplane.io') || group === 'capsule.clastix.io');
    return [...makers.keys()].some(name => !namespace_first_BUILT_IN.has(name)) && !generates;
}
function namespacesMadeBy(node, inventory) {
    return (inventory.folders.get(node.kustomization)?.objects ?? []).flatMap(({ resource, name, namespace: where }) => {
        if (resource.kind === 'Namespace' && resource.group === '')
            return name ?? [];
        if (resource.kind !== 'HelmRelease' || (0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'install', 'createNamespace') !== true)
            return [];
        const target = (0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'targetNamespace');
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
        span: (0,inventory_resource/* placeOf */.$t)(resource, 'metadata', 'namespace'),
        message: `nothing in this cluster makes the namespace ${name}, so ${(0,inventory_resource/* titleOf */.Gg)(resource)} cannot be applied`,
        found: name,
        expected: `a namespace that exists: ${[...made].sort().join(', ')}, or one named under external.namespaces in .fluxgate.yaml`,
        fix: { text: `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}` },
    };
}
function deadlock(name, { resource }, node, maker) {
    return {
        file: resource.file.path,
        span: (0,inventory_resource/* placeOf */.$t)(resource, 'metadata', 'namespace'),
        message: `${(0,inventory_resource/* titleOf */.Gg)(resource)} waits for its own namespace: ${name} is made by ${maker.name}, which waits for ${node.name}`,
        found: name,
        expected: `a namespace that is there before ${node.name} is applied`,
        fix: { text: `Move the Namespace ${name} into a Kustomization that ${node.name} depends on` },
        witness: [
            `${node.name} applies ${(0,inventory_resource/* titleOf */.Gg)(resource)} into ${name}`,
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

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/platform-matches.ts






const platformMatches = {
    id: 'platform-matches',
    severity: 'error',
    summary: 'The build makes the image for the architecture of the nodes that are to run it.',
    why: 'On a node of another architecture the pod ends with "exec format error", or the image is not found for the platform.',
    fix: 'Build for the platform too, or choose other nodes.',
    examples: [
        {
            title: 'an image for arm64 on nodes with amd64',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'website/frontend.yaml': deployment(undefined, '', 'nodeSelector:', '  kubernetes.io/arch: amd64 # expect: platform-matches'),
            },
        },
        {
            title: 'an image for arm64 on nodes with arm64',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'website/frontend.yaml': deployment(undefined, '', 'nodeSelector:', '  kubernetes.io/arch: arm64'),
            },
        },
    ],
    check: ({ inventory, builds }) => imagePlaces(inventory).flatMap(({ resource, image }) => {
        if (resource === undefined || inventory.placementsOf(resource).some(({ isRewritten }) => isRewritten))
            return [];
        const repository = (0,canonical/* canonicalRepository */.J)(image);
        const own = builds.filter(build => (0,canonical/* canonicalRepository */.J)(build.image) === repository && repository !== undefined);
        const made = architecturesOf(own);
        const wanted = wantedArchitectures(resource);
        if (made === undefined || wanted === undefined || wanted.names.some(name => made.has(name)))
            return [];
        const names = wanted.names.join(', ');
        return [
            {
                ...(0,inventory_resource/* originOf */.yv)(resource, ...wanted.keys),
                message: `${(0,inventory_resource/* titleOf */.Gg)(resource)} wants nodes with ${names}, and the build makes ${repository ?? image} for ${[...made].sort().join(', ')} only`,
                found: names,
                expected: [...made].sort().join(' or '),
                fix: {
                    text: `platforms: ${[...made, ...wanted.names]
                        .map(name => `linux/${name}`)
                        .sort()
                        .join(',')}`,
                },
                witness: own.flatMap(({ place, platforms }) => place === undefined ? [] : [`${place.file}:${place.span.line} builds for ${platforms?.join(', ') ?? '?'}`]),
            },
        ];
    }),
};
/** Undefined when a build does not say it, or leaves it to its builder. */
function architecturesOf(builds) {
    const platforms = builds.flatMap(build => build.platforms ?? ['']);
    if (builds.length === 0 || builds.some(build => build.platforms?.length === 0) || platforms.includes(''))
        return undefined;
    return new Set(platforms.map(platform => platform.split('/')[1] ?? platform));
}
/** The architectures that a workload's node selector, or a required affinity with a single term, allows. */
function wantedArchitectures(resource) {
    const pod = podSpecKeys(resource);
    if (pod === undefined)
        return undefined;
    const selector = (0,inventory_resource/* valueIn */.xm)(resource, ...pod, 'nodeSelector');
    for (const label of ['kubernetes.io/arch', 'beta.kubernetes.io/arch']) {
        const value = (0,json/* textMember */.SA)(selector, label);
        if (value !== undefined && !(0,image_loop/* hasVariable */.$u)(value))
            return { names: [value], keys: [...pod, 'nodeSelector', label] };
    }
    const keys = [
        ...pod,
        'affinity',
        'nodeAffinity',
        'requiredDuringSchedulingIgnoredDuringExecution',
        'nodeSelectorTerms',
    ];
    const terms = (0,inventory_resource/* valueIn */.xm)(resource, ...keys);
    if (!Array.isArray(terms) || terms.length === 0)
        return undefined;
    const perTerm = terms.map((term) => architectureOfTerm(term));
    // A node that fits any term will do: one that says nothing allows all.
    if (perTerm.some(names => names === undefined))
        return undefined;
    return {
        names: perTerm.flatMap(names => names ?? []),
        keys: [...keys, 0, 'matchExpressions', architectureIndex(terms[0]), 'values', 0],
    };
}
/** Which of a term's expressions asks for architectures; -1 when none does. */
function architectureIndex(term) {
    return (0,json/* listMember */.DW)(term, 'matchExpressions').findIndex(candidate => (0,json/* textMember */.SA)(candidate, 'key') === 'kubernetes.io/arch' && (0,json/* textMember */.SA)(candidate, 'operator') === 'In');
}
function architectureOfTerm(term) {
    const expression = (0,json/* listMember */.DW)(term, 'matchExpressions')[architectureIndex(term)];
    const values = (0,json/* listMember */.DW)(expression, 'values').filter(value => typeof value === 'string');
    return (0,json/* member */.Dc)(expression, 'values') === undefined || values.some(image_loop/* hasVariable */.$u) ? undefined : values;
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/policy-accepts-build-tag.ts


const policyAcceptsBuildTag = {
    id: 'policy-accepts-build-tag',
    severity: 'error',
    summary: 'The policy takes the tags that the build makes.',
    why: 'Otherwise no tag is left: Flux reports that the version list is empty, and the tag in git stays for ever.',
    fix: 'Give the pattern that fits the build.',
    examples: [
        {
            title: 'a pattern for another prefix',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
                'flux/policy.yaml': imagePolicy({
                    pattern: "    pattern: '^release-[a-f0-9]{7}-(?P<ts>[0-9]{10})$' # expect: policy-accepts-build-tag",
                }),
            },
        },
        {
            title: 'a pattern for commits of eight digits',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
                'flux/policy.yaml': imagePolicy({
                    pattern: "    pattern: '^main-[a-f0-9]{8}-(?P<ts>[0-9]{10})$' # expect: policy-accepts-build-tag",
                }),
            },
        },
        {
            title: 'the pattern of the build',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
                'flux/policy.yaml': imagePolicy(),
            },
        },
    ],
    check: context => policyReports(context, 'policy-accepts-build-tag'),
};

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/policy-digest-interval.ts



const policyDigestInterval = {
    id: 'policy-digest-interval',
    severity: 'error',
    summary: 'A policy has an interval if, and only if, it always reflects the digest.',
    why: 'The API server refuses an ImagePolicy with `digestReflectionPolicy: Always` and no interval, and one with an interval and any other value.',
    fix: 'Give `interval` together with `digestReflectionPolicy: Always`, else leave it out.',
    examples: [
        {
            title: 'an interval for nothing',
            files: {
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
                'flux/policy.yaml': imagePolicy({ more: '  interval: 5m # expect: policy-digest-interval\n' }),
            },
        },
        {
            title: 'always, but how often',
            files: {
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
                'flux/policy.yaml': imagePolicy({
                    more: '  digestReflectionPolicy: Always # expect: policy-digest-interval\n',
                }),
            },
        },
        {
            title: 'always, every ten minutes',
            files: {
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
                'flux/policy.yaml': imagePolicy({ more: '  digestReflectionPolicy: Always\n  interval: 10m\n' }),
            },
        },
    ],
    check: ({ loop }) => loop.policies.flatMap(({ resource, placement, digestReflection }) => {
        if (placement.isRewritten)
            return [];
        const interval = (0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'interval');
        const isAlways = digestReflection === 'Always';
        if (isAlways === (interval !== undefined))
            return [];
        return [
            reportAt(resource, ['spec', isAlways ? 'digestReflectionPolicy' : 'interval'], {
                message: isAlways
                    ? 'the API server refuses Always without an interval'
                    : `the API server refuses an interval with digestReflectionPolicy ${digestReflection}`,
                found: isAlways ? 'no interval' : `interval: ${(0,inventory_resource/* textIn */.r7)(resource, 'spec', 'interval') ?? String(interval)}`,
                expected: isAlways ? 'an interval' : 'no interval, or digestReflectionPolicy: Always',
                fix: { text: isAlways ? 'interval: 10m' : 'Remove the interval' },
            }),
        ];
    }),
};

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/policy-elects-newest.ts


const policyElectsNewest = {
    id: 'policy-elects-newest',
    severity: 'error',
    summary: 'Of the builds of an image, Flux elects the newest.',
    why: 'An order by commit, or by anything that does not grow with time, works on the first day and then sticks: new builds are not deployed, or an old one comes back.',
    fix: 'Take the time out of the tag with a group and order by it as a number.',
    examples: [
        {
            title: 'the whole tag as text, which sorts by commit',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
                'flux/policy.yaml': imagePolicy({
                    extract: '',
                    order: '    alphabetical: # expect: policy-elects-newest\n      order: asc',
                }),
            },
        },
        {
            title: 'the other way round, which elects the lowest commit',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
                'flux/policy.yaml': imagePolicy({
                    extract: "    extract: '$0'",
                    order: '    alphabetical: # expect: policy-elects-newest\n      order: desc',
                }),
            },
        },
        {
            title: 'numbers, the smallest first',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
                'flux/policy.yaml': imagePolicy({ order: '    numerical:\n      order: desc # expect: policy-elects-newest' }),
            },
        },
        {
            title: 'a pattern that shows what it is for, without a workflow',
            files: {
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
                'flux/policy.yaml': imagePolicy({
                    extract: '',
                    order: '    alphabetical: # expect: policy-elects-newest\n      order: asc',
                }),
            },
        },
        {
            title: 'a pattern with the commit in front, whatever the end of the tag is',
            files: {
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
                'flux/policy.yaml': imagePolicy({
                    pattern: "    pattern: '^(main|master)-[a-fA-F0-9]+-.*'",
                    extract: '',
                    order: '    alphabetical: # expect: policy-elects-newest\n      order: asc',
                }),
            },
        },
        {
            title: 'nothing but the commit',
            files: {
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
                'flux/policy.yaml': imagePolicy({
                    pattern: "    pattern: '^[a-f0-9]{7}$'",
                    extract: '',
                    order: '    alphabetical: # expect: policy-elects-newest\n      order: asc',
                }),
            },
        },
        {
            title: 'a date in front of the commit',
            files: {
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
                'flux/policy.yaml': imagePolicy({
                    pattern: "    pattern: '^[0-9]{8}-[a-f0-9]{7}-[0-9]+$'",
                    extract: '',
                    order: '    alphabetical:\n      order: asc',
                }),
            },
        },
        {
            title: 'the time, as a number',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
                'flux/policy.yaml': imagePolicy(),
            },
        },
        {
            title: 'the time, as text of ten digits',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
                'flux/policy.yaml': imagePolicy({ order: '    alphabetical:\n      order: asc' }),
            },
        },
    ],
    check: context => policyReports(context, 'policy-elects-newest'),
};

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/policy-extract-group.ts


const substituting = `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 10m
  path: ./apps
  prune: true
  sourceRef:
    kind: GitRepository
    name: flux-system
  postBuild:
    substitute:
      domain: example.com
`;
const policyExtractGroup = {
    id: 'policy-extract-group',
    severity: 'error',
    summary: 'What is extracted is a group of the pattern.',
    why: 'Flux puts nothing in the place of a group that is not there, and says nothing: every tag is worth the same, and the smallest one is pinned for ever. Where a Kustomization substitutes variables, `${ts}` is taken for one.',
    fix: "Name a group of the pattern, without braces: `extract: '$ts'`.",
    examples: [
        {
            title: 'a group that the pattern does not have',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
                'flux/policy.yaml': imagePolicy({ extract: "    extract: '$timestamp' # expect: policy-extract-group" }),
            },
        },
        {
            title: 'a name that goes on too far',
            files: {
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
                'flux/policy.yaml': imagePolicy({ extract: "    extract: '$ts_x' # expect: policy-extract-group" }),
            },
        },
        {
            title: 'braces where variables are filled in',
            files: {
                'clusters/home/apps.yaml': substituting,
                'apps/repository.yaml': imageRepository('ghcr.io/example/frontend'),
                'apps/policy.yaml': imagePolicy({ extract: "    extract: '${ts}' # expect: policy-extract-group" }),
            },
        },
        {
            title: 'braces past the variables',
            files: {
                'clusters/home/apps.yaml': substituting,
                'apps/repository.yaml': imageRepository('ghcr.io/example/frontend'),
                'apps/policy.yaml': imagePolicy({ extract: "    extract: '$${ts}'" }),
            },
        },
        {
            title: 'braces where nothing is filled in',
            files: {
                'clusters/home/apps.yaml': substituting.slice(0, substituting.indexOf('  postBuild:')),
                'apps/repository.yaml': imageRepository('ghcr.io/example/frontend'),
                'apps/policy.yaml': imagePolicy({ extract: "    extract: '${ts}'" }),
            },
        },
        {
            title: 'a group of the pattern',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
                'flux/policy.yaml': imagePolicy(),
            },
        },
    ],
    check: context => policyReports(context, 'policy-extract-group'),
};

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/policy-numeric-key.ts


const policyNumericKey = {
    id: 'policy-numeric-key',
    severity: 'error',
    summary: 'What a numerical policy compares is a number that a computer tells apart.',
    why: 'One value that is no number fails the whole policy. Above 2^53 neighbours are the same number, and Flux chooses among them at random.',
    fix: 'Extract the seconds of the build, ten digits.',
    examples: [
        {
            title: 'the commit as a number',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
                'flux/policy.yaml': imagePolicy({
                    pattern: "    pattern: '^main-(?P<sha>[a-f0-9]{7})-(?P<ts>[0-9]{10})$'",
                    extract: "    extract: '$sha' # expect: policy-numeric-key",
                }),
            },
        },
        {
            title: 'nanoseconds',
            files: {
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
                'flux/policy.yaml': imagePolicy({
                    pattern: "    pattern: '^build-(?P<ns>[0-9]{19})$'",
                    extract: "    extract: '$ns' # expect: policy-numeric-key",
                }),
            },
        },
        {
            title: 'the whole tag as a number, with a word in it',
            files: {
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
                'flux/policy.yaml': imagePolicy({
                    pattern: "    pattern: '^build-[0-9]+$'",
                    extract: '',
                    order: '    numerical: # expect: policy-numeric-key\n      order: asc',
                }),
            },
        },
        {
            title: 'a date with a dash in it',
            files: {
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
                'flux/policy.yaml': imagePolicy({
                    pattern: "    pattern: '^main-(?P<date>[0-9]{8}-[0-9]{6})'",
                    extract: "    extract: '$date' # expect: policy-numeric-key",
                }),
            },
        },
        {
            title: 'a word among numbers',
            files: {
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
                'flux/policy.yaml': imagePolicy({
                    pattern: "    pattern: '^(?P<n>[0-9]+|latest)$'",
                    extract: "    extract: '$n' # expect: policy-numeric-key",
                }),
            },
        },
        {
            title: 'a pattern that says little, as in the guide of Flux',
            files: {
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
                'flux/policy.yaml': imagePolicy({ pattern: "    pattern: '^main-[a-fA-F0-9]+-(?P<ts>.*)'" }),
            },
        },
        {
            title: 'the counter of a build',
            files: {
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
                'flux/policy.yaml': imagePolicy({
                    pattern: "    pattern: '^main-(?P<n>\\d+)-[a-f0-9]{7}$'",
                    extract: "    extract: '$n'",
                }),
            },
        },
        {
            title: 'seconds',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
                'flux/policy.yaml': imagePolicy(),
            },
        },
    ],
    check: context => policyReports(context, 'policy-numeric-key'),
};

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/policy-pattern-anchored.ts





const policyPatternAnchored = {
    id: 'policy-pattern-anchored',
    severity: 'warning',
    summary: 'The pattern takes the tags of the build and no others.',
    why: 'Flux looks for the pattern anywhere in a tag. A tag that somebody pushes by hand, or that another branch makes, can win the election.',
    fix: 'Begin the pattern with ^, end it with $, and say how many characters there are.',
    examples: [
        {
            title: 'no end',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
                'flux/policy.yaml': imagePolicy({
                    pattern: "    pattern: '^main-[a-fA-F0-9]+-(?P<ts>[0-9]+)' # expect: policy-pattern-anchored",
                }),
            },
        },
        {
            title: 'both ends',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
                'flux/policy.yaml': imagePolicy(),
            },
        },
    ],
    check: context => policyVerdicts(context).flatMap(({ policy: { spec, resource }, tags, fault }) => {
        const pattern = spec.filterTags?.pattern;
        if (fault !== undefined || pattern === undefined || tags.from === 'nothing')
            return [];
        const intruder = intruderOf(spec, tags);
        if (intruder === undefined)
            return [];
        const { tag, newest, prefix } = intruder;
        return [
            reportAt(resource, ['spec', 'filterTags', 'pattern'], {
                message: 'the pattern also takes tags that no build makes, and such a tag can be elected',
                found: pattern,
                expected: (0,image_tag/* buildTagPattern */.ft)(prefix),
                fix: { text: `pattern: '${(0,image_tag/* buildTagPattern */.ft)(prefix)}'` },
                witness: [`newest build: ${newest}`, `not of a build: ${tag}`, `Flux elects ${tag}`],
            }),
        ];
    }),
};
const NOW = 1_700_000_000;
/** A tag that is no build's, later than the newest build, and elected before it. */
function intruderOf(spec, tags) {
    for (const { prefix, format } of tags.formats) {
        const newest = format('abc1234'.padEnd(40, '0'), NOW);
        if ((0,flux_policy/* evaluatePolicy */.U)(spec, [newest]).selectedTag !== newest)
            continue;
        const later = format('def5678'.padEnd(40, '0'), NOW + 1);
        const tag = [`${later}-debug`, `test-${later}`, `${prefix}-cafe-1234567-${NOW + 1}`].find(candidate => (0,image_tag/* parseTag */.ED)(candidate)?.prefix !== prefix && (0,flux_policy/* evaluatePolicy */.U)(spec, [newest, candidate]).selectedTag === candidate);
        if (tag !== undefined)
            return { tag, newest, prefix };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/policy-pattern-valid.ts


const policyPatternValid = {
    id: 'policy-pattern-valid',
    severity: 'error',
    summary: 'The pattern is a regular expression of Go.',
    why: 'Go has no look-arounds, no back-references and no possessive groups. Flux stalls, and does not try again until the policy changes.',
    fix: 'Write it without them; a group does what a look-behind is used for.',
    examples: [
        {
            title: 'a look-behind',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
                'flux/policy.yaml': imagePolicy({
                    pattern: "    pattern: '(?<=main-)[a-f0-9]{7}-(?P<ts>[0-9]{10})$' # expect: policy-pattern-valid",
                }),
            },
        },
        {
            title: 'a group',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
                'flux/policy.yaml': imagePolicy(),
            },
        },
    ],
    check: context => policyReports(context, 'policy-pattern-valid'),
};

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/policy-repository-exists.ts




const policyRepositoryExists = {
    id: 'policy-repository-exists',
    severity: 'error',
    summary: 'The ImageRepository of a policy exists, and the policy may use it.',
    why: 'Without it the policy elects nothing. One of another namespace has to name the namespaces that may use it in `accessFrom`.',
    fix: 'Name an ImageRepository of the same namespace, or add `accessFrom`.',
    examples: [
        {
            title: 'a repository with another name',
            files: {
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
                'flux/policy.yaml': imagePolicy().replace('    name: frontend\n', '    name: front-end # expect: policy-repository-exists\n'),
            },
        },
        {
            title: 'a repository of another namespace that admits nobody',
            files: {
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
                'flux/policy.yaml': imagePolicy()
                    .replace('namespace: flux-system', 'namespace: team')
                    .replace('    name: frontend\n', '    name: frontend\n    namespace: flux-system # expect: policy-repository-exists\n'),
            },
        },
        {
            title: 'a repository that is there',
            files: { 'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'), 'flux/policy.yaml': imagePolicy() },
        },
    ],
    check: ({ loop, inventory, config }) => loop.policies.flatMap((policy) => {
        const { reference, repository, resource, namespace } = policy;
        const where = reference.namespace ?? namespace;
        if (repository.state === 'found') {
            if ((0,image_loop/* repositoryAdmits */.fM)(repository.target, policy, inventory) !== false)
                return [];
            const keys = reference.namespace === undefined ? ['name'] : ['namespace'];
            return [
                reportAt(resource, ['spec', 'imageRepositoryRef', ...keys], {
                    message: `ImageRepository ${where ?? ''}/${reference.name} does not admit policies of the namespace ${namespace ?? ''}`,
                    found: 'no accessFrom that names the namespace',
                    expected: 'accessFrom in the ImageRepository, or a policy in its namespace',
                    fix: {
                        text: `accessFrom:\n  namespaceSelectors:\n    - matchLabels:\n        kubernetes.io/metadata.name: ${namespace ?? 'NAMESPACE'}`,
                    },
                }),
            ];
        }
        if (repository.state === 'unknown' ||
            config.external.objects.has(`ImageRepository/${where ?? ''}/${reference.name}`))
            return [];
        const names = loop.repositories.map(other => other.name);
        // A tree without any has them elsewhere.
        if (names.length === 0 && reference.name !== '')
            return [];
        const meant = (0,nearest/* nearest */.p)(reference.name, names);
        const moved = loop.repositories.find(other => other.name === reference.name);
        return [
            reportAt(resource, ['spec', 'imageRepositoryRef', 'name'], {
                message: reference.name === ''
                    ? 'the policy names no ImageRepository'
                    : `there is no ImageRepository ${where ?? ''}/${reference.name}, so the policy elects nothing`,
                found: reference.name,
                expected: `one of ${[...new Set(loop.repositories.map(other => `${other.namespace ?? ''}/${other.name}`))].join(', ')}`,
                fix: {
                    text: moved?.namespace !== undefined
                        ? `imageRepositoryRef:\n  name: ${moved.name}\n  namespace: ${moved.namespace}`
                        : meant === undefined
                            ? 'Name an ImageRepository that exists, or add it'
                            : `name: ${meant}`,
                },
            }),
        ];
    }),
};

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/policy-semver-tags.ts


const policySemverTags = {
    id: 'policy-semver-tags',
    severity: 'error',
    summary: 'A semver policy is for tags that are versions.',
    why: 'Flux passes over tags that are no versions without a word. With none left it reports that it cannot determine the latest version.',
    fix: 'Order by the time in the tag, or let the build make versions. Write the range as Masterminds/semver takes it.',
    examples: [
        {
            title: 'versions of a build that makes none',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
                'flux/policy.yaml': imagePolicy({
                    pattern: '',
                    order: "    semver:\n      range: '>=1.0.0' # expect: policy-semver-tags",
                }),
            },
        },
        {
            title: 'a range that is none',
            files: {
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
                'flux/policy.yaml': imagePolicy({
                    pattern: '',
                    order: "    semver:\n      range: 'newest' # expect: policy-semver-tags",
                }),
            },
        },
        {
            title: 'versions of somebody else',
            files: {
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
                'flux/policy.yaml': imagePolicy({ pattern: '', order: "    semver:\n      range: '>=1.0.0'" }),
            },
        },
    ],
    check: context => policyReports(context, 'policy-semver-tags'),
};

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/policy-single-choice.ts


const policySingleChoice = {
    id: 'policy-single-choice',
    severity: 'error',
    summary: 'A policy has one order.',
    why: 'With none Flux stalls at run time, which no schema shows. With several it takes semver before alphabetical before numerical, and says nothing.',
    fix: 'Keep the one that is meant.',
    examples: [
        {
            title: 'no order',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
                'flux/policy.yaml': imagePolicy({ order: '', mark: ' # expect: policy-single-choice' }),
            },
        },
        {
            title: 'two orders',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
                'flux/policy.yaml': imagePolicy({
                    mark: ' # expect: policy-single-choice',
                    order: '    alphabetical:\n      order: asc\n    numerical:\n      order: asc',
                }),
            },
        },
        {
            title: 'a direction that there is not',
            files: {
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
                'flux/policy.yaml': imagePolicy({
                    order: '    numerical:\n      order: newest # expect: policy-single-choice',
                }),
            },
        },
        {
            title: 'a direction that the schema does not have either',
            files: {
                'flux/crd.yaml': policyCrd(),
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
                'flux/policy.yaml': imagePolicy({
                    order: '    numerical:\n      order: ascending # expect: policy-single-choice',
                }),
            },
        },
        {
            title: 'one order',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
                'flux/policy.yaml': imagePolicy(),
            },
        },
    ],
    check: context => policyReports(context, 'policy-single-choice'),
};
/** As much of the CRD as says which directions there are. */
function policyCrd() {
    return `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: imagepolicies.image.toolkit.fluxcd.io
spec:
  group: image.toolkit.fluxcd.io
  scope: Namespaced
  names: {kind: ImagePolicy, plural: imagepolicies}
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
              x-kubernetes-preserve-unknown-fields: true
              properties:
                policy:
                  type: object
                  properties:
                    numerical:
                      type: object
                      properties:
                        order: {type: string, enum: [asc, desc]}
`;
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/policy-used.ts










const policyUsed = {
    id: 'policy-used',
    severity: 'warning',
    summary: 'A marker names the policy.',
    why: 'What the policy elects is written nowhere, so nothing is deployed.',
    fix: 'Put a marker behind the image in the manifest, or remove the policy.',
    examples: [
        {
            title: 'no marker names it',
            files: {
                'flux/source.yaml': gitRepository(),
                'flux/repository.yaml': imageRepository('ghcr.io/example/other'),
                'flux/policy.yaml': imagePolicy().replace('  name: frontend\n', '  name: frontend # expect: policy-used\n'),
                'flux/automation.yaml': IMAGE_AUTOMATION,
            },
        },
        {
            title: 'a marker names it',
            files: {
                'flux/source.yaml': gitRepository(),
                'flux/repository.yaml': imageRepository('192.168.0.40:5000/library/frontend', 'insecure: true'),
                'flux/policy.yaml': imagePolicy(),
                'flux/automation.yaml': IMAGE_AUTOMATION,
                'flux/frontend.yaml': deployment(undefined, MARKER),
            },
        },
    ],
    check: ({ loop, markers, inventory }) => {
        // Places that wait for a marker; one with the marker of its policy waits for nothing.
        const waiting = imagePlaces(inventory).filter(({ file, span }) => !(markers.byFile.get(file.path) ?? []).some(({ policy, value, verdict }) => policy.state === 'found' && verdict?.rule !== 'marker-image' && value?.span.line === span.line));
        const used = new Set(waiting.map(({ image }) => (0,canonical/* canonicalRepository */.J)(image)));
        const paths = [...inventory.files.keys()];
        return loop.policies.flatMap(policy => {
            const { resource, placement, name, namespace } = policy;
            // Without an automation that takes it and finds any file, it may be there for others to read.
            const works = loop.automations.some(automation => (0,image_loop/* automationSees */.EG)(automation, policy) === 'yes' &&
                // What works on another repository has its markers there.
                (0,automation_source/* worksHere */.rk)(automation, inventory) === 'yes' &&
                paths.some(path => automation.updatePath !== undefined && (0,inventory_applied/* isBelow */.Yw)(path, automation.updatePath)));
            const image = (0,elected_image/* imageOf */.dT)(policy);
            // Where the image is used, what is wrong is wrong with the marker there.
            if (placement.isRewritten || !works || (image !== undefined && used.has((0,canonical/* canonicalRepository */.J)(image))))
                return [];
            const isNamed = markers.all.some(({ target, text }) => target?.policy === name ||
                (target === undefined && text.includes(name)) ||
                target?.policy.includes('${') === true);
            if (isNamed)
                return [];
            return [
                reportAt(resource, ['metadata', 'name'], {
                    message: `no marker names ${namespace ?? ''}:${name}, so what it elects is written nowhere`,
                    found: 'no marker',
                    expected: `a marker behind the image: ${(0,inventory_marker/* printMarker */.uZ)({ namespace: namespace ?? 'NAMESPACE', policy: name, part: 'image' })}`,
                    fix: { text: (0,inventory_marker/* printMarker */.uZ)({ namespace: namespace ?? 'NAMESPACE', policy: name, part: 'image' }) },
                }),
            ];
        });
    },
};

;// CONCATENATED MODULE: ./src/flux/inventory/references.ts



/** What an object cannot do without; what it calls optional is left out, and values of HelmReleases are. */
function referencesOf(resource) {
    const pod = podSpecKeys(resource);
    if (pod !== undefined)
        return podReferences(resource, pod);
    if (resource.group === 'networking.k8s.io' && resource.kind === 'Ingress')
        return backendsOf(resource);
    if (!resource.group.endsWith('.toolkit.fluxcd.io'))
        return [];
    return [...substitutesOf(resource), ...accountOf(resource, ['spec', 'serviceAccountName'])];
}
function backendsOf(resource) {
    const at = (keys) => {
        const name = (0,inventory_resource/* textIn */.r7)(resource, ...keys);
        return name === undefined ? [] : [{ keys, kind: 'Service', name, field: /backend|rules|defaultBackend/ }];
    };
    const paths = (0,inventory_resource/* listIn */.Of)(resource, 'spec', 'rules').flatMap((rule, index) => (0,json/* listMember */.DW)((0,json/* member */.Dc)(rule, 'http'), 'paths').flatMap((_, path) => at(['spec', 'rules', index, 'http', 'paths', path, 'backend', 'service', 'name'])));
    return [...at(['spec', 'defaultBackend', 'service', 'name']), ...paths];
}
function substitutesOf(resource) {
    return (0,inventory_resource/* listIn */.Of)(resource, 'spec', 'postBuild', 'substituteFrom').flatMap((entry, index) => {
        const kind = (0,json/* textMember */.SA)(entry, 'kind');
        const name = (0,json/* textMember */.SA)(entry, 'name');
        if (name === undefined || (0,json/* member */.Dc)(entry, 'optional') === true || (kind !== 'ConfigMap' && kind !== 'Secret'))
            return [];
        const keys = ['spec', 'postBuild', 'substituteFrom', index, 'name'];
        return [{ keys, kind, name, field: /postBuild|substituteFrom/, isUnknownToKustomize: true }];
    });
}
function accountOf(resource, keys) {
    const name = (0,inventory_resource/* textIn */.r7)(resource, ...keys);
    return name === undefined ? [] : [{ keys, kind: 'ServiceAccount', name, field: /serviceAccount/ }];
}
function podReferences(resource, pod) {
    const lists = ['initContainers', 'containers'].flatMap(list => (0,inventory_resource/* listIn */.Of)(resource, ...pod, list).map((_, index) => [...pod, list, index]));
    return [
        ...accountOf(resource, [...pod, 'serviceAccountName']),
        ...(0,inventory_resource/* listIn */.Of)(resource, ...pod, 'imagePullSecrets').flatMap((_, index) => nameAt(resource, [...pod, 'imagePullSecrets', index], 'name', 'Secret', /imagePullSecrets/)),
        ...(0,inventory_resource/* listIn */.Of)(resource, ...pod, 'volumes').flatMap((_, index) => volumeReferences(resource, [...pod, 'volumes', index])),
        ...lists.flatMap(keys => containerReferences(resource, keys)),
    ];
}
function volumeReferences(resource, volume) {
    const field = /volumes|configMap|secret|Claim/;
    const projected = (0,inventory_resource/* listIn */.Of)(resource, ...volume, 'projected', 'sources').flatMap((_, index) => [
        ...nameAt(resource, [...volume, 'projected', 'sources', index, 'configMap'], 'name', 'ConfigMap', field),
        ...nameAt(resource, [...volume, 'projected', 'sources', index, 'secret'], 'name', 'Secret', field),
    ]);
    return [
        ...nameAt(resource, [...volume, 'configMap'], 'name', 'ConfigMap', field),
        ...nameAt(resource, [...volume, 'secret'], 'secretName', 'Secret', field),
        ...nameAt(resource, [...volume, 'persistentVolumeClaim'], 'claimName', 'PersistentVolumeClaim', field),
        ...projected,
    ];
}
function containerReferences(resource, container) {
    const field = /envFrom|env\b|KeyRef/;
    const whole = (0,inventory_resource/* listIn */.Of)(resource, ...container, 'envFrom').flatMap((_, index) => [
        ...nameAt(resource, [...container, 'envFrom', index, 'configMapRef'], 'name', 'ConfigMap', field),
        ...nameAt(resource, [...container, 'envFrom', index, 'secretRef'], 'name', 'Secret', field),
    ]);
    const single = (0,inventory_resource/* listIn */.Of)(resource, ...container, 'env').flatMap((_, index) => [
        ...nameAt(resource, [...container, 'env', index, 'valueFrom', 'configMapKeyRef'], 'name', 'ConfigMap', field),
        ...nameAt(resource, [...container, 'env', index, 'valueFrom', 'secretKeyRef'], 'name', 'Secret', field),
    ]);
    return [...whole, ...single];
}
function nameAt(resource, keys, member, kind, field) {
    const name = (0,inventory_resource/* textIn */.r7)(resource, ...keys, member);
    if (name === undefined || (0,inventory_resource/* valueIn */.xm)(resource, ...keys, 'optional') === true)
        return [];
    return [{ keys: [...keys, member], kind, name, field }];
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/reference-exists.ts






const pod = (volume) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: website
spec:
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: ghcr.io/example/web:1.2.3
      volumes:
        - name: settings
          configMap:
            name: ${volume}
`;
const apps = example_trees_documents(gitRepository(), kustomization('apps', './apps'));
const referenceExists = {
    id: 'reference-exists',
    severity: 'error',
    summary: 'The Service of an Ingress, and what a pod or a Kustomization takes its settings from, exist.',
    why: 'A pod without its ConfigMap or Secret does not start, an Ingress without its Service answers with an error, and a Kustomization without its variables is not applied.',
    fix: 'Name an object that is there, or add it; name what lives outside of git under external in .fluxgate.yaml.',
    examples: [
        {
            title: 'a ConfigMap under another name',
            files: {
                'clusters/production/apps.yaml': apps,
                'apps/namespace.yaml': namespace('website'),
                'apps/web.yaml': pod('web-setting # expect: reference-exists'),
                'apps/settings.yaml': configMap('web-settings', 'website'),
            },
        },
        {
            title: 'a ConfigMap that is there',
            files: {
                'clusters/production/apps.yaml': apps,
                'apps/namespace.yaml': namespace('website'),
                'apps/web.yaml': pod('web-settings'),
                'apps/settings.yaml': configMap('web-settings', 'website'),
            },
        },
        {
            title: 'a ConfigMap that a custom resource may bring',
            files: {
                'clusters/production/apps.yaml': apps,
                'apps/namespace.yaml': namespace('website'),
                'apps/web.yaml': pod('web-settings'),
                'apps/generator.yaml': `apiVersion: example.com/v1
kind: Settings
metadata:
  name: web
  namespace: website
`,
            },
        },
    ],
    check: ({ inventory, config }) => missingObjects(inventory, config, referencesOf, reference_exists_cannotMake).map(reference_exists_reportOf),
};
/** Whoever a HelmRelease or Kustomization acts as is there before what it brings. */
function reference_exists_cannotMake({ kind }, resource) {
    return maker => maker === resource && kind === 'ServiceAccount';
}
function reference_exists_reportOf({ resource, reference: { keys }, wanted, there, isHashed }) {
    const { kind, namespace: where, name } = wanted;
    if (isHashed)
        return reportAt(resource, keys, hashedName((0,inventory_resource/* titleOf */.Gg)(resource), kind, name));
    const meant = (0,nearest/* nearest */.p)(name, there);
    return reportAt(resource, keys, {
        message: `nothing brings a ${kind} ${where}/${name}, which ${(0,inventory_resource/* titleOf */.Gg)(resource)} cannot do without: ${consequence(resource, kind, keys)}`,
        found: name,
        expected: there.length === 0 ? `a ${kind} ${name} in ${where}` : `one of ${there.join(', ')}`,
        fix: {
            text: meant === undefined
                ? `Add ${kind} ${where}/${name}, or name it under external.objects in .fluxgate.yaml as ${kind}/${where}/${name}`
                : `Write ${meant}`,
        },
    });
}
function consequence({ kind }, wanted, keys) {
    if (keys.includes('imagePullSecrets'))
        return 'a registry that asks for it refuses its images';
    if (kind === 'Ingress')
        return 'requests to it fail';
    if (kind === 'Kustomization')
        return 'it is not applied';
    if (kind === 'HelmRelease')
        return 'its chart is not installed';
    if (wanted === 'ServiceAccount')
        return 'its pods are not made';
    return 'its pods do not start';
}

// EXTERNAL MODULE: ./src/flux/scan.ts
var flux_scan = __webpack_require__(4418);
;// CONCATENATED MODULE: ./actions/verify-manifests/rules/repository-exclusions.ts




const DIGEST = `sha256-${'0123456789abcdef'.repeat(4)}`;
const repositoryExclusions = {
    id: 'repository-exclusions',
    severity: 'warning',
    summary: 'Signatures and attestations do not get to the policy.',
    why: 'cosign puts them under tags such as `sha256-….att` beside the image. Flux leaves out `.sig` by itself, and not even that with a list of your own: such a tag can be elected.',
    fix: "Exclude them: `exclusionList: ['^.*\\\\.(sig|att|sbom)$']`, or filter the tags in the policy.",
    examples: [
        {
            title: 'a policy without a filter takes attestations',
            files: {
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend').replace('spec:\n', 'spec: # expect: repository-exclusions\n'),
                'flux/policy.yaml': imagePolicy({ pattern: '', order: '    alphabetical:\n      order: asc' }),
            },
        },
        {
            title: 'a filter keeps them out',
            files: { 'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'), 'flux/policy.yaml': imagePolicy() },
        },
    ],
    check: ({ loop }) => loop.repositories.flatMap(repository => {
        const { resource, placement, exclusionList } = repository;
        if (placement.isRewritten)
            return [];
        const scan = (0,flux_scan/* scanTags */.Z)(['sig', 'att', 'sbom'].map(suffix => `${DIGEST}.${suffix}`), exclusionList ?? []);
        if ('error' in scan)
            return [];
        const policies = loop.policies.filter(policy => policy.repository.state === 'found' &&
            policy.repository.target === repository &&
            !policy.placement.isRewritten);
        for (const policy of policies) {
            const tag = scan.tags.find(candidate => (0,flux_policy/* evaluatePolicy */.U)(policy.spec, [candidate]).selectedTag === candidate);
            // Only where one would be preferred to a build, or fails an order that others pass.
            const elected = tag === undefined ? undefined : (0,flux_policy/* evaluatePolicy */.U)(policy.spec, ['main-abc1234-1700000000', tag]).selectedTag;
            if (tag === undefined || elected !== tag)
                continue;
            return [
                reportAt(resource, ['spec', exclusionList === undefined ? '' : 'exclusionList'].filter(key => key !== ''), {
                    message: `attestations that cosign puts beside the image reach the policy ${policy.name}, and can be elected`,
                    found: exclusionList === undefined
                        ? "no exclusionList: Flux's own leaves out .sig only"
                        : exclusionList.join(', '),
                    expected: 'an exclusionList that leaves out .sig, .att and .sbom',
                    fix: { text: "exclusionList:\n  - '^.*\\.(sig|att|sbom)$'" },
                    witness: ['main-abc1234-1700000000', tag, `Flux elects ${tag}`],
                }),
            ];
        }
        return [];
    }),
};

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/repository-image-reference.ts





const repositoryImageReference = {
    id: 'repository-image-reference',
    severity: 'error',
    summary: '`spec.image` is a host and a name, without scheme, tag and digest.',
    why: 'Flux does not scan anything else. Harbor wants a project in front of the name, and answers 400 to every call without one.',
    fix: 'Write `host/project/name`.',
    examples: [
        {
            title: 'a scheme',
            files: {
                'flux/repository.yaml': imageRepository('https://ghcr.io/example/frontend # expect: repository-image-reference'),
            },
        },
        {
            title: 'a tag',
            files: {
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend:latest # expect: repository-image-reference'),
            },
        },
        {
            title: 'no project on a registry that is Harbor',
            files: {
                '.fluxgate.yaml': 'registries: {"192.168.0.40:5000": harbor}\n',
                'flux/repository.yaml': imageRepository('192.168.0.40:5000/frontend # expect: repository-image-reference'),
            },
        },
        { title: 'a host and a name', files: { 'flux/repository.yaml': imageRepository('ghcr.io/example/frontend') } },
    ],
    check: ({ loop, config }) => loop.repositories.flatMap(({ resource, placement }) => {
        const image = (0,inventory_resource/* textIn */.r7)(resource, 'spec', 'image');
        if (image === undefined || (0,image_loop/* hasVariable */.$u)(image) || placement.isRewritten)
            return [];
        const fault = repository_image_reference_faultOf(image, config.registries);
        if (fault === undefined)
            return [];
        const range = (0,inventory_resource/* rangeIn */.hO)(resource, 'spec', 'image');
        const edits = fault.certain && range !== undefined
            ? [{ file: resource.file.path, start: range[0], end: range[1], text: fault.right }]
            : undefined;
        return [
            reportAt(resource, ['spec', 'image'], {
                message: fault.message,
                found: image,
                expected: fault.right,
                fix: { text: `image: ${fault.right}`, ...(edits === undefined ? {} : { edits }) },
            }),
        ];
    }),
};
function repository_image_reference_faultOf(image, registries) {
    const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(image)?.[0];
    if (scheme !== undefined) {
        return {
            message: `there is a scheme in it, and Flux takes none${scheme.startsWith('http:') ? ': plain HTTP is said by `insecure: true`' : ''}`,
            right: image.slice(scheme.length),
            certain: true,
        };
    }
    const reference = (0,image_reference/* parseReference */.F2)(image);
    if (reference === undefined)
        return unparsableFault(image);
    const name = reference.registry === undefined ? reference.name : `${reference.registry}/${reference.name}`;
    if (reference.tag !== undefined || reference.digest !== undefined) {
        return {
            message: `there is a ${reference.digest === undefined ? 'tag' : 'digest'} in it: Flux scans all tags of a name`,
            right: name,
            certain: true,
        };
    }
    const isHarbor = reference.registry !== undefined && registries.get(reference.registry) === 'harbor';
    if (!isHarbor || reference.name.includes('/'))
        return undefined;
    return {
        message: 'Harbor has no repositories outside of a project, and answers 400 to every call',
        right: `${reference.registry ?? ''}/library/${reference.name}`,
        certain: false,
    };
}
/** What is a reference but for its capitals or a slash at its end; of anything else nobody can say what it should be. */
function unparsableFault(image) {
    const trimmed = image.replace(/\/+$/, '');
    if (trimmed !== image && (0,image_reference/* parseReference */.F2)(trimmed) !== undefined) {
        return { message: 'there is a slash at its end, and Flux cannot read it', right: trimmed, certain: true };
    }
    const slash = trimmed.indexOf('/') + 1;
    const lower = trimmed.slice(0, slash) + trimmed.slice(slash).toLowerCase();
    if (lower === image || (0,image_reference/* parseReference */.F2)(lower) === undefined)
        return undefined;
    return {
        message: 'there are capital letters in the name, and no registry has such a name',
        right: lower,
        certain: false,
    };
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/repository-insecure.ts




const repositoryInsecure = {
    id: 'repository-insecure',
    severity: 'error',
    summary: 'Build and Flux agree whether the registry speaks plain HTTP.',
    why: 'Flux asks over HTTPS unless it is told otherwise; a registry on plain HTTP does not answer, and no tag is seen.',
    fix: 'Write `insecure: true` into the ImageRepository of a registry on plain HTTP, and take it away for one on HTTPS.',
    examples: [
        {
            title: 'plain HTTP in the build only',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository('192.168.0.40:5000/library/frontend # expect: repository-insecure'),
                'flux/policy.yaml': imagePolicy(),
            },
        },
        {
            title: 'plain HTTP in Flux only',
            files: {
                [WORKFLOW_FILE]: buildWorkflow(),
                'flux/repository.yaml': imageRepository(undefined, 'insecure: true # expect: repository-insecure'),
                'flux/policy.yaml': imagePolicy(),
            },
        },
        {
            title: 'plain HTTP on both sides',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
                'flux/policy.yaml': imagePolicy(),
            },
        },
    ],
    check: ({ loop, builds }) => loop.repositories.flatMap(({ resource, image, insecure, placement }) => {
        const written = (0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'insecure');
        if (image === undefined || placement.isRewritten || (written !== undefined && typeof written !== 'boolean'))
            return [];
        const match = matchBuild(image, [image], builds);
        if (match.state !== 'same')
            return [];
        const said = new Set(match.builds.map(build => build.insecure));
        if (said.size !== 1 || said.has(undefined) || said.has(insecure))
            return [];
        return [
            reportAt(resource, ['spec', written === undefined ? 'image' : 'insecure'], {
                message: insecure
                    ? 'Flux asks over plain HTTP, and the build pushes over HTTPS'
                    : 'the build pushes over plain HTTP, and Flux asks over HTTPS: it gets no answer, and no tag is seen',
                found: written === undefined ? 'no insecure' : `insecure: ${String(written)}`,
                expected: `insecure: ${String(!insecure)}`,
                fix: { text: `insecure: ${String(!insecure)}` },
            }),
        ];
    }),
};

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/repository-matches-build.ts






const repositoryMatchesBuild = {
    id: 'repository-matches-build',
    severity: 'error',
    summary: 'Flux scans what the build pushes.',
    why: 'When the registry, the port or the name differs, Flux scans a place where no new tag ever appears, or none at all.',
    fix: 'Give the ImageRepository the registry and the name that the build has.',
    examples: [
        {
            title: 'the registry has moved, in the build only',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository('192.168.0.10:5000/library/frontend # expect: repository-matches-build', 'insecure: true'),
                'flux/policy.yaml': imagePolicy(),
            },
        },
        {
            title: 'the name without its project',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository('192.168.0.40:5000/frontend # expect: repository-matches-build', 'insecure: true'),
                'flux/policy.yaml': imagePolicy(),
            },
        },
        {
            title: "somebody else's image with the same last part",
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend'),
                'flux/policy.yaml': imagePolicy({ pattern: '', order: "    semver:\n      range: '>=1.0.0'" }),
            },
        },
        {
            title: 'through a cache',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository('cache.example.com/harbor/library/frontend'),
                'flux/policy.yaml': imagePolicy(),
            },
        },
        {
            title: 'by its name within the cluster',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository('registry.registry.svc.cluster.local:5000/library/frontend'),
                'flux/policy.yaml': imagePolicy(),
            },
        },
        {
            title: 'the same on both sides',
            files: {
                [WORKFLOW_FILE]: buildWorkflow('insecure: true'),
                'flux/repository.yaml': imageRepository(undefined, 'insecure: true'),
                'flux/policy.yaml': imagePolicy(),
            },
        },
    ],
    check: ({ loop, builds, inventory }) => {
        // A build that hides what it pushes may be the one.
        if (inventory.builds.some(({ registry, images }) => !registry.known || !images.known))
            return [];
        const all = loop.repositories.flatMap(({ image }) => image ?? []);
        return loop.repositories.flatMap(repository => {
            const { resource, image, placement } = repository;
            if (image === undefined || (0,image_loop/* hasVariable */.$u)(image) || placement.isRewritten)
                return [];
            // A tag or a scheme in it is another rule's matter.
            const reference = (0,image_reference/* parseReference */.F2)(image);
            if (reference === undefined || reference.tag !== undefined || reference.digest !== undefined)
                return [];
            const match = matchBuild(image, all, builds);
            if (match.state !== 'differs')
                return [];
            const { build } = match;
            // Somebody else's image may have the same last part in its name.
            if (!repository_matches_build_isForBuild(repository, build, loop.policies, reference.name === build.name))
                return [];
            const parts = [
                ...(reference.registry === build.registry ? [] : ['the registry']),
                ...(reference.name === build.name ? [] : ['the name']),
            ];
            const place = build.place === undefined ? 'as stated' : `${build.place.file}:${build.place.span.line}`;
            return [
                reportAt(resource, ['spec', 'image'], {
                    message: `the build pushes ${build.image}, and Flux scans ${image}: ${parts.join(' and ')} differ${parts.length === 1 ? 's' : ''}, so no new tag is ever seen`,
                    found: image,
                    expected: build.image,
                    fix: { text: `image: ${build.image}` },
                    witness: [`${place} builds ${build.image}`],
                }),
            ];
        });
    },
};
/** Without a policy the whole name has to tell. */
function repository_matches_build_isForBuild(repository, build, policies, isSameName) {
    const own = policies.filter(({ repository: match }) => match.state === 'found' && match.target === repository);
    return own.length === 0 ? isSameName : own.some(({ spec }) => isMeantForBuild(spec, build));
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/repository-secret.ts





const repository_secret_sealed = (name) => `apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata:
  name: ${name}
  namespace: flux-system
spec:
  encryptedData: {}
`;
const repositorySecret = {
    id: 'repository-secret',
    severity: 'error',
    summary: 'The secret that an ImageRepository logs in with exists in its namespace.',
    why: 'Without it the scan fails, and no new tag is seen.',
    fix: 'Add the secret to the namespace of the ImageRepository, sealed or encrypted, or name one under external.secrets in .fluxgate.yaml.',
    examples: [
        {
            title: 'a secret of that name is nowhere, and another one is',
            files: {
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend', 'secretRef:', '  name: harbor-credential # expect: repository-secret'),
                'flux/policy.yaml': imagePolicy(),
                'flux/secret.yaml': repository_secret_sealed('harbor-credentials'),
            },
        },
        {
            title: 'a secret that is sealed',
            files: {
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend', 'secretRef:', '  name: harbor-credentials'),
                'flux/policy.yaml': imagePolicy(),
                'flux/secret.yaml': repository_secret_sealed('harbor-credentials'),
            },
        },
        {
            title: 'secrets in git, and none of them for a registry: that one was made by hand',
            files: {
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend', 'secretRef:', '  name: ghcr-login'),
                'flux/policy.yaml': imagePolicy(),
                'flux/secret.yaml': repository_secret_sealed('discord-webhook'),
            },
        },
        {
            title: 'credentials of registries are in git, and these are not',
            files: {
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend', 'secretRef:', '  name: ghcr-login # expect: repository-secret'),
                'flux/policy.yaml': imagePolicy(),
                'website/secret.yaml': `${repository_secret_sealed('pull')}  template:\n    type: kubernetes.io/dockerconfigjson\n`.replace('namespace: flux-system', 'namespace: website'),
            },
        },
        {
            title: 'a tree that has no secrets at all: they come from elsewhere',
            files: {
                'flux/repository.yaml': imageRepository('ghcr.io/example/frontend', 'secretRef:', '  name: harbor-credentials'),
                'flux/policy.yaml': imagePolicy(),
            },
        },
    ],
    check: ({ loop, inventory, config }) => {
        const providers = secrets_providersOf(inventory);
        return loop.repositories.flatMap((repository) => {
            const { resource, secretName, namespace, placement } = repository;
            if (secretName === undefined || namespace === undefined || placement.isRewritten || (0,image_loop/* hasVariable */.$u)(secretName))
                return [];
            if (config.external.secrets.has(`${namespace}/${secretName}`) || providers.mayProvide(namespace, secretName))
                return [];
            const there = providers.namesIn(namespace);
            // Who keeps no credentials of a registry in git made this one by hand; a name that is nearly there is a slip.
            const isSlip = providers.hasName(secretName) || (0,nearest/* nearest */.p)(secretName, there) !== undefined;
            if (!isSlip && !providers.hasRegistryCredentials)
                return [];
            return [
                reportAt(resource, ['spec', 'secretRef', 'name'], {
                    message: `nothing brings a secret ${namespace}/${secretName}, so the registry cannot be scanned`,
                    found: secretName,
                    expected: there.length === 0 ? `a secret ${secretName} in ${namespace}` : `one of ${there.join(', ')}`,
                    fix: {
                        text: `Seal ${namespace}/${secretName} with \`fluxgate seal\`, or name it under external.secrets in .fluxgate.yaml`,
                    },
                }),
            ];
        });
    },
};

// EXTERNAL MODULE: ./src/sealed/certificate-files.ts
var certificate_files = __webpack_require__(1193);
;// CONCATENATED MODULE: ./src/secrets/loud-secrets.ts
const token = (what, hints, pattern) => ({
    what,
    hints,
    pattern,
    isReal: ([found]) => isRandom(found),
});
const SHAPES = [
    {
        what: 'a private key',
        hints: ['PRIVATE KEY'],
        pattern: /-----BEGIN (?:(?!ENCRYPTED)[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/g,
        isReal: ({ 0: head, index = 0 }, text) => hasKeyBody(text.slice(index + head.length, index + head.length + 600)),
    },
    token('a token of GitHub', ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'], /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})\b/g),
    token('a token of GitLab', ['glpat-'], /\bglpat-[A-Za-z0-9_-]{20}\b/g),
    token('a token of Docker Hub', ['dckr_pat_'], /\bdckr_pat_[A-Za-z0-9_-]{27}\b/g),
    token('a token of npm', ['npm_'], /\bnpm_[A-Za-z0-9]{36}\b/g),
    token('a token of Vault', ['hvs.'], /\bhvs\.[A-Za-z0-9_-]{24,}/g),
    token('a key of Stripe', ['sk_live_'], /\bsk_live_[A-Za-z0-9]{24,}\b/g),
    token('a key of SendGrid', ['SG.'], /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}\b/g),
    token('a token of Slack', ['xox'], /\bxox[abprs]-[0-9]{8,}-[0-9A-Za-z-]{16,}\b/g),
    token('a webhook of Slack', ['hooks.slack.com'], /\bhooks\.slack\.com\/services\/T[A-Z0-9]{8,}\/B[A-Z0-9]{8,}\/[A-Za-z0-9]{20,}/g),
    token('a webhook of Discord', ['/api/webhooks/'], /\bdiscord(?:app)?\.com\/api\/webhooks\/[0-9]{17,}\/[A-Za-z0-9_-]{60,}/g),
    token('an age identity', ['AGE-SECRET-KEY-1'], /\bAGE-SECRET-KEY-1[0-9A-Z]{58}\b/g),
    token('an access key of AWS', ['AKIA', 'ASIA'], /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g),
    {
        what: 'a login to a registry',
        hints: ['auth'],
        pattern: /\bauth["\\]*\s*:\s*["'\\]*([A-Za-z0-9+/]{8,}={0,2})(?=["'\\\s,}]|$)/g,
        isReal: ([, base64 = '']) => isLogin(Buffer.from(base64, 'base64').toString('latin1')),
    },
    {
        what: 'a login to a registry',
        hints: ['auths'],
        pattern: /\bauths["\\]*\s*:\s*\{[^}]{0,300}?\bpassword["\\]*\s*:\s*["'\\]+([^"'\\\s]{4,})/g,
        isReal: ([, password = '']) => isLogin(`user:${password}`),
    },
];
/** How base64 begins of a PEM block and of a Docker configuration, as one line and as several. */
const WRAPPED_HINTS = ['LS0tLS1CRUdJT', 'eyJhdXRocyI', 'eyAiYXV0aHMi', 'ewog', 'ewoJ'];
const WRAPPED = /(?<![A-Za-z0-9+/])(?:LS0tLS1CRUdJT|eyJhdXRocyI|eyAiYXV0aHMi|ewog|ewoJ)[A-Za-z0-9+/]{24,}={0,2}/g;
/** Finds secrets by their form, also in base64. An example or a placeholder of one is none. */
function loudSecretsIn(text) {
    const wrapped = (hasOne(text, WRAPPED_HINTS) ? [...text.matchAll(WRAPPED)] : []).flatMap(match => {
        const [found] = shapesIn(Buffer.from(match[0], 'base64').toString('utf8'));
        return found === undefined ? [] : [{ what: `${found.what}, in base64`, ...placeOf(match) }];
    });
    return [...shapesIn(text), ...wrapped].sort((left, right) => left.start - right.start);
}
function shapesIn(text) {
    return SHAPES.filter(({ hints }) => hasOne(text, hints)).flatMap(({ what, pattern, isReal }) => [...text.matchAll(pattern)].flatMap(match => isReal(match, text) && !match[0].includes('EXAMPLE') ? { what, ...placeOf(match) } : []));
}
function hasOne(text, hints) {
    return hints.some(hint => text.includes(hint));
}
function placeOf({ 0: found, index = 0 }) {
    return { start: index, end: index + found.length };
}
/** A mention without a key behind it, as in documentation, is none; nor is one under a passphrase. */
function hasKeyBody(rest) {
    const [body = ''] = rest.split('-----');
    if (/ENCRYPTED/.test(body))
        return false;
    const runs = body.match(/[A-Za-z0-9+/=]{20,}/g) ?? [];
    return new Set(runs.join('')).size >= 12;
}
/** `xxxxxxxx` and `0123…` repeated stand for a secret. */
function isRandom(text) {
    return new Set(text).size >= Math.min(12, text.length / 2) && !/(.)\1{7}/.test(text) && !/x{5}|example/i.test(text);
}
function isLogin(text) {
    const [, password] = /^[\x21-\x39\x3b-\x7e]+:([\x21-\x7e]{4,})$/.exec(text) ?? [];
    return (password !== undefined &&
        !/[$<>{}]|^(?:password|passwd|pass|secret|token)$|change|replace|example|your|x{4}/i.test(password));
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/sealing-certificates.ts
/** Certificates of the examples, made for them: from 2020 to 2021, and to 2099. Nobody has their keys. */
const EXPIRED_CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIEpDCCAowCAQEwDQYJKoZIhvcNAQELBQAwGDEWMBQGA1UECgwNc2VhbGVkLXNl
Y3JldDAeFw0yMDAxMDEwMDAwMDBaFw0yMTAxMDEwMDAwMDBaMBgxFjAUBgNVBAoM
DXNlYWxlZC1zZWNyZXQwggIiMA0GCSqGSIb3DQEBAQUAA4ICDwAwggIKAoICAQDU
5kLBYt/BmgcEEjL5JBYNeBdcXHxaz24JdPSQjKRpV0gAfP7qg+BNU6zNQ/71OsCy
RbmX3tJMHlAYpVaWxpuEktnyMVveMm86CblzBlVGmDV9UHszXBIEz+E/OmUHOeMp
wYjp/Z3JGE90dA2kMHMhMzX8HmkmPgzS57DAirNpit6mYo7LB4w5lXBF+2bHzvW2
D8TPSw/nxDpVwy/EF7wn91mbON5loOShbYnvRhevQRWoUlk5YFNsrayIgBvE8RX8
9cpGZ1rMWclPqkzfiZUvFc3PAR/iSa5hidB2Eimb0hgKssgLMgeKhJ9ZnPcR1z3P
sPCo5sqOvo44MJNfvRo7IW1x4V2jYyhsD8LF7uyh63rVPNCLtEPVV6pP5NZ54eM6
pkGf/P0kD0mQHGeeP8vkAo7iXB30Hf/6DvS9uvCVk5XjQwsRzkJbhAaVpXzHsLCH
vTxdWvHMr75dKPotYffDkEtnbv+dKG3RsqtREvryo//ZfLDanAIEaas16z3GkH3G
5js4Jl561zjVu8pj/JtAgKilw09RvvdGRTkDO5eit4V/cDaY8wVwPvkF0MzaVAFH
vA6rAKJvY2vqr5Mw38JK/xz2EshOZeE9ST0+1PjrZ2C9JR7Xb2oQAM1ZDFDwJGNZ
bM/0xpKf9AMvuq+oLoy9UXDSN+MfxeQWBrz2mBo71QIDAQABMA0GCSqGSIb3DQEB
CwUAA4ICAQBUCdqjGr5y5KWgaFURYD+t/qTSnWMM+KM/8Kwm4NZU0EbHSHZdjava
AamkpjHwWi1ITwCIj3H4V8PQWPvqgEnTvOL93HVmUx+DYpbyxIfZ9e/Q9yMJqUt5
ZhUo8hiuQHjIa0krDZ35rcWXGj3FemEDG9JGXN8NBP/iu1Z9R5JNnJ5MoGRux1IW
dJx7jXOMNMoKmnWUaOhTk5nh7bHWRa36uNlDzU9FvcEMDTBpps+mzi+rUcMH/9vJ
NDdgqrT8xu6PdnpPoBYc6bkavWirSRvvIDGS/AOfA2ptgJO2UcaXKeqFRh/16WF0
rxJP45CNZfcepPHnH1H/IbvqGMzJ2/MKqPVYpZk4oSSGROLmSyd9HtOCXDQW4gn3
EI5JiTK86lEYvAAIPzHY7MRni4UuBHNvc2YoHGeAQm676q9LLc/eb0Yhpi1vrY2J
i9YrR3Q7p3bi+xtYwABHSEpx+0wzhvxdEITglZLL1YwepAGvfpAXNerdlZou7g4A
BHMJwc2xMvzJ+ZnjaP9GegNoQYxlR+zcSedpdTnldB1llxP9ahJo1ptK5KuYqAzi
m1ZeeTMDPB04uXmVcOVcmBclpm3XoDiTjKsud/1n3AWf5t9I70Ufx8kGMKFbFyCN
vdNCKsCI7tKmYdVnkPJLmgnXxG8XUJ11Aabb2GPNgvqsLoMIjU5gPA==
-----END CERTIFICATE-----
`;
const VALID_CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIEpjCCAo4CAQEwDQYJKoZIhvcNAQELBQAwGDEWMBQGA1UECgwNc2VhbGVkLXNl
Y3JldDAgFw0yMDAxMDEwMDAwMDBaGA8yMDk5MDEwMTAwMDAwMFowGDEWMBQGA1UE
CgwNc2VhbGVkLXNlY3JldDCCAiIwDQYJKoZIhvcNAQEBBQADggIPADCCAgoCggIB
ANY5HxboXqHsabPFM3rbd3iK6KsayzuC5g+V0WhZGl+FOAoXVRXYA/CYNnhe+Nh1
zNTL55bF+CFYyp4oo/bLqgupwDHkiddS5fFqBrrb+vxujBsVWU97h7J4lW9w2qPm
ijLcHuqTAx+m6zOVz7QR0VeEl/ITGCG90rLep8Z4J+fUcVYzZBqMlJc7VxD6Ofw2
zPAtE+Aaslt3ShPNGbLkeWsHNzVi7NKunVNLwfZHONLlchOPVoYZEJec20KYjqmJ
ZQFVeisQ7M6s6ph6nJLjC1+Fph+yfdQ6pEMLOxed9bspbKYemKaX/4YwFQSkY7DW
0Le2JyVkI/YFJCZolVjIHyl+HDW/2/UkkQ74A08rAe5z/XJ4/UF8i/oj6KgmBpuq
olFQw+sK5gDe3SG+Q4cZNuPZtsulZdSCLiDjBwAAGRsSl4cUkFRSJANNtkfDHasD
57zNlh0Nd53iVfCoQxVwtxGXdUN42KlBZthyfaliBzSMSwKLQh17Fsf11ffAORTg
826KhsI5ILjGa3OK91Zoo6Y5u31TtfgAknrtL7yZo7vhdO2+Wh/qPml566cyqGSA
a8hC7E7BpvM1DDkTx8wt1OzWxmCYt7XowRrDtjTNN+IbvnDE7dBpeGDTN1tYuGXL
U2MHxs6HauIGJ2Dm5+IIjWp4+8BMbrvJcX823fJRxT67AgMBAAEwDQYJKoZIhvcN
AQELBQADggIBAKkZsT2LghXucLpu+ho02IOBkA3BGZCnrf6i4l9Mc8r4xWI4D/QZ
Jz6qVb3IzxBYzUgkWWu6ERaQVxyeVpQ4qHSX92UKVeL/zAgFRXBHBaMpqV3FnCnE
fEx5EWkd2KzNyKtkvnzhLF83jRcJYoslJsDks/Tc+B5HUxn19NmtXWT4TVLmYgIC
tbA0Rr576m3tQ3Pf0HxJxGMwIYWPWlgCnBWYPVqLio6w3ijc8b8tHBoJQ3+fz/zH
EN3CU3gHpK20vezagl58uePNM/D962+Xpelma/oe5HdzSofEntvOiiXXeuqoYULf
snJGe25vsPj9JIrY0FMPHgPeVHmZELpAjXEZG55GkfJKenqKCTJ8MxdpHgyyiuLR
fuYbRDoT+R2cdJLTY+dhOeUeOMtrKADiWabPTapvzeauh4QAP92tL4T5FpJd/aha
E0kUPyyD0UkphphPgfPCvUjw+BRrsbj89i/XNXninP+EhzxtAbNOjUSz/LXGaXvt
UJ3sc3g6/glbduY0ltpQDHteA9Woe8g66rBAtbPyToDHTDFDYpQ84C8/5S+bENVY
DIs40Ou7d82XK71e5S8bILIAb/rHMVJQkCI4Q8oBwDn9NT+WrZgUksHbUljph1TJ
SUbc6B9GvXA4a/3xplhD4hkBJsrk25+4x2XF81b0lI1Avjzz5XG1OGp7
-----END CERTIFICATE-----
`;

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/sealed-certificate.ts




const sealedCertificate = {
    id: 'sealed-certificate',
    severity: 'warning',
    summary: 'The sealing certificate of the tree can be used, and for a while yet.',
    why: 'The controller takes a new key pair every 30 days by default. What is sealed with an old certificate opens only as long as the controller keeps the old key, and `kubeseal` refuses an expired certificate.',
    fix: 'Fetch the current certificate from the controller with `fluxgate seal fetch`, and commit it.',
    examples: [
        {
            title: 'a certificate that expired',
            files: { 'pub-cert.pem': `# expect-below: sealed-certificate\n${EXPIRED_CERTIFICATE}` },
        },
        { title: 'a certificate with years to go', files: { 'pub-cert.pem': VALID_CERTIFICATE } },
        {
            title: 'the certificate of something else',
            files: { 'tls.pem': EXPIRED_CERTIFICATE },
        },
    ],
    check: ({ inventory, now }) => now === undefined
        ? []
        : (0,certificate_files/* certificateProblems */._)(inventory.certificates.filter(isPublic), now).map(({ path, text, message, fix }) => ({
            file: path,
            span: spanOf(text),
            message,
            expected: "the controller's current certificate, with more than 30 days to go",
            fix: { text: fix },
        })),
};
/** One with a private key in it is secret-plaintext's matter. */
function isPublic({ text }) {
    return loudSecretsIn(text).length === 0;
}
/** The line where the first certificate begins. */
function spanOf(text) {
    const start = text.indexOf('-----BEGIN');
    if (start < 0)
        return yaml_span/* fileStart */.N;
    const line = text.slice(0, start).split('\n').length;
    return { line, column: 1, endLine: line, endColumn: 1 + '-----BEGIN CERTIFICATE-----'.length };
}

// EXTERNAL MODULE: ./src/sealed/envelope.ts
var envelope = __webpack_require__(8966);
// EXTERNAL MODULE: ./src/sealed/scope.ts
var sealed_scope = __webpack_require__(704);
// EXTERNAL MODULE: ./src/sealed/sealed-tree.ts + 1 modules
var sealed_tree = __webpack_require__(7690);
;// CONCATENATED MODULE: ./src/sealed/moved.ts






/**
 * Sealed values that stand under another name, namespace or scope than before the change; and those that stand under two in one
 * tree, of which at most one can be opened. A ciphertext is never made twice, so an equal one was copied.
 */
function movedValues(now, base) {
    const before = base === undefined ? new Map() : usesOf(base);
    return [...usesOf(now)].flatMap(([ciphertext, uses]) => {
        const known = before.get(ciphertext);
        const others = known ?? uses;
        const [first] = others;
        if (first === undefined || others.some(({ labels }) => labels === undefined))
            return [];
        // Without a base one of several is right, and which is not known: the first counts as that.
        const right = known === undefined ? (first.labels ?? new Set()) : new Set(others.flatMap(({ labels }) => [...(labels ?? [])]));
        return uses.flatMap(({ resource, key, scope, labels }) => labels === undefined || [...labels].some(label => right.has(label))
            ? []
            : { resource, key, scope, other: first.resource, otherScope: first.scope, isBefore: known !== undefined });
    });
}
/** Every sealed value by its ciphertext. */
function usesOf(inventory) {
    const uses = new Map();
    for (const resource of (0,sealed_tree/* sealedSecretsOf */.J)(inventory)) {
        const data = (0,json/* member */.Dc)((0,json/* member */.Dc)(resource.body, 'spec'), 'encryptedData');
        if (!(0,json/* isMapping */.pi)(data))
            continue;
        const scope = (0,sealed_scope/* scopeOf */.Od)((0,json/* member */.Dc)((0,json/* member */.Dc)(resource.body, 'metadata'), 'annotations'));
        const labels = labelsOf(resource, scope, inventory.placementsOf(resource));
        for (const [key, value] of Object.entries(data)) {
            if (typeof value !== 'string' || 'problem' in (0,envelope/* readEnvelope */.H)(value))
                continue;
            const ciphertext = value.replace(/\s/g, '');
            const use = { resource, key, scope, labels };
            const known = uses.get(ciphertext);
            if (known === undefined)
                uses.set(ciphertext, [use]);
            else
                known.push(use);
        }
    }
    return uses;
}
function labelsOf({ name, namespace }, scope, placements) {
    const written = namespace === undefined ? [] : [{ name, namespace }];
    const labels = [...written, ...placements].map(place => {
        if (placements.some(({ isRewritten }) => isRewritten) || (0,image_loop/* hasVariable */.$u)(`${place.name}${place.namespace}`))
            return undefined;
        return place.name === undefined || (scope !== 'cluster-wide' && place.namespace === undefined)
            ? undefined
            : (0,sealed_scope/* labelOf */.Wy)(scope, place.namespace ?? '', place.name);
    });
    const known = labels.filter(label => label !== undefined);
    return known.length === labels.length ? new Set(known) : undefined;
}
/** What has become of it, for people; no part of the value is shown. */
function movedMessage({ resource, key, other, scope, otherScope, isBefore }) {
    const from = `${(0,inventory_resource/* titleOf */.Gg)(other)} (${otherScope})`;
    const to = `${(0,inventory_resource/* titleOf */.Gg)(resource)} (${scope})`;
    return isBefore
        ? `the value of "${key}" was sealed for ${from} and now stands in ${to}: the controller cannot open it there`
        : `the value of "${key}" in ${to} is the very one of ${from}: the controller can open it in one of them at most`;
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/sealed-trees.ts
/** Parts of the examples of the rules about sealed secrets. */
/** A value of the form that the controller opens, for a key of 2048 bits; of nothing that was ever sealed. */
const SEALED_VALUE = Buffer.concat([Buffer.from([1, 0]), Buffer.alloc(290, 'fluxgate')]).toString('base64');
/** A SealedSecret website/database; `value` is what stands behind `password:`. */
function sealedSecret(value, { name = 'database', namespace = 'website' } = {}) {
    return `apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  encryptedData:
    password: ${value}
`;
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/sealed-moved.ts





const sealedMoved = {
    id: 'sealed-moved',
    severity: 'error',
    summary: 'A sealed value stays under the name, namespace and scope that it was sealed for.',
    why: 'The name and namespace are sealed along with the value. Under others the controller cannot open it: a Secret that is there keeps its old content or is gone with the old name, and a new one never appears.',
    fix: 'Seal the value again for where it is to be, with `fluxgate seal`, or leave it where it was.',
    examples: [
        {
            title: 'it got another name, and the value was kept',
            before: { 'database.yaml': sealedSecret(SEALED_VALUE) },
            files: {
                'postgres.yaml': sealedSecret(`${SEALED_VALUE} # expect: sealed-moved`, { name: 'postgres' }),
            },
        },
        {
            title: 'it was copied into another namespace',
            files: {
                'database.yaml': sealedSecret(SEALED_VALUE),
                'shop.yaml': sealedSecret(`${SEALED_VALUE} # expect: sealed-moved`, { namespace: 'shop' }),
            },
        },
        {
            title: 'the file was moved, the name was not',
            before: { 'database.yaml': sealedSecret(SEALED_VALUE) },
            files: { 'secrets/website.yaml': sealedSecret(SEALED_VALUE) },
        },
    ],
    check: ({ inventory, base }) => movedValues(inventory, base)
        .filter(({ resource }) => reachesCluster(resource, inventory))
        .map(moved => reportAt(moved.resource, ['spec', 'encryptedData', moved.key], {
        message: movedMessage(moved),
        found: `the sealed value of ${(0,inventory_resource/* titleOf */.Gg)(moved.other)}`,
        expected: `a value sealed for ${(0,inventory_resource/* titleOf */.Gg)(moved.resource)}, ${moved.scope}`,
        fix: { text: `Seal the value of "${moved.key}" again for ${(0,inventory_resource/* titleOf */.Gg)(moved.resource)}: fluxgate seal` },
    })),
};

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/sealed-reports.ts


/** What is wrong with the SealedSecrets that are meant for a cluster, as one rule has it. */
function sealedReports(rule, expected, { inventory }) {
    return (0,sealed_tree/* sealedProblems */.v)(inventory)
        .filter(problem => problem.rule === rule && problem.resources.some(resource => reachesCluster(resource, inventory)))
        .map(({ file, severity, span, message, found, fix }) => ({
        file,
        span,
        severity,
        message,
        found,
        expected,
        fix: { text: fix },
    }));
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/sealed-placeholder.ts


const sealedPlaceholder = {
    id: 'sealed-placeholder',
    severity: 'error',
    summary: 'No placeholder stands where a sealed value belongs.',
    why: 'The controller cannot open it, so there is no Secret, and what waits for the Secret does not start.',
    fix: 'Seal the value with `fluxgate seal`.',
    examples: [
        {
            title: 'a value that was never filled in',
            files: { 'database.yaml': sealedSecret('REPLACE_WITH_SEALED_VALUE # expect: sealed-placeholder') },
        },
        {
            title: 'a sealed value cut short by hand',
            files: { 'database.yaml': sealedSecret('AgBy8hCi... # expect: sealed-placeholder') },
        },
        { title: 'a sealed value', files: { 'database.yaml': sealedSecret(SEALED_VALUE) } },
        {
            title: 'a variable that something fills in before this tree is applied',
            files: { 'database.yaml': sealedSecret(`\${SEALED_PASSWORD}`) },
        },
    ],
    check: context => sealedReports('sealed-placeholder', 'a value that was sealed', context),
};

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/sealed-scope.ts



const CLUSTER_WIDE = 'sealedsecrets.bitnami.com/cluster-wide';
const template = (annotation) => `  template:
    metadata:
      annotations:
        ${annotation}
`;
const sealedScope = {
    id: 'sealed-scope',
    severity: 'error',
    summary: 'A sealed secret reaches the cluster under the name and namespace that it was sealed for.',
    why: 'The name and namespace are part of what was sealed, as far as the scope says. `kustomize build` renames it without a word, and the controller can no longer open it.',
    fix: 'Seal it for the name and namespace that it gets, or for a wider scope, or take it out of the kustomization that renames it.',
    examples: [
        {
            title: 'a prefix gives it another name',
            files: {
                'kustomization.yaml': 'namePrefix: staging- # expect: sealed-scope\nresources:\n  - database.yaml\n',
                'database.yaml': sealedSecret(SEALED_VALUE),
            },
        },
        {
            title: 'Flux gives it another namespace',
            files: {
                'clusters/production/flux.yaml': `${gitRepository()}---\n${kustomization('apps', './apps', 'targetNamespace: shop # expect: sealed-scope')}`,
                'apps/database.yaml': sealedSecret(SEALED_VALUE),
            },
        },
        {
            title: 'the template is wider than the SealedSecret itself',
            files: {
                'database.yaml': `${sealedSecret(SEALED_VALUE)}${template(`${CLUSTER_WIDE}: "true" # expect: sealed-scope`)}`,
            },
        },
        {
            title: 'a prefix, and a secret that may be opened anywhere',
            files: {
                'kustomization.yaml': 'namePrefix: staging-\nresources:\n  - database.yaml\n',
                'database.yaml': sealedSecret(SEALED_VALUE).replace('spec:', `  annotations:\n    ${CLUSTER_WIDE}: "true"\nspec:`),
            },
        },
    ],
    check: context => sealedReports('sealed-scope', 'the name, namespace and scope that it was sealed for', context),
};

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/sealed-structure.ts


const sealedStructure = {
    id: 'sealed-structure',
    severity: 'error',
    summary: 'A sealed value has the form that the controller opens.',
    why: 'Base64, then the length of the session key, the key, and the value: where one of them cannot be, the controller refuses the value, and there is no Secret. A session key that is longer or shorter than the certificate of the tree makes cannot have been sealed with it.',
    fix: 'Seal the value again with `fluxgate seal`.',
    examples: [
        {
            title: 'a value that was cut off when it was copied',
            files: { 'database.yaml': sealedSecret(`${SEALED_VALUE.slice(0, 200)} # expect: sealed-structure`) },
        },
        {
            title: 'a password that was never sealed',
            files: { 'database.yaml': sealedSecret('correct horse battery # expect: sealed-structure') },
        },
        { title: 'a sealed value', files: { 'database.yaml': sealedSecret(SEALED_VALUE) } },
    ],
    check: context => sealedReports('sealed-structure', 'a value as kubeseal and fluxgate seal give it', context),
};

// EXTERNAL MODULE: ./src/secrets/placeholder.ts
var placeholder = __webpack_require__(7784);
;// CONCATENATED MODULE: ./src/secrets/plain-value.ts

/**
 * Whether a value of a Secret is a secret that can be read. A variable, a reference to a vault and what is public anyway is none.
 *
 * @param isBase64 whether it is written in base64, as below `data`
 * @param mayBeExample whether a placeholder stands there for people to fill in; what is applied is the value, whatever it says
 */
function isPlainSecret(value, isBase64, mayBeExample) {
    if (value === null || value === undefined || typeof value === 'object' || typeof value === 'boolean')
        return false;
    const text = String(value);
    const decoded = isBase64 ? Buffer.from(text, 'base64').toString('utf8') : text;
    return ![text.trim(), decoded.trim()].some(found => found === '' || isFilledIn(found) || plain_value_isPublic(found) || (mayBeExample && isPlaceholder(found)));
}
/** By Flux, a template, or a plugin that asks a vault. */
function isFilledIn(text) {
    return (/\$\{[^}]+\}|\{\{|<%|\[\[/.test(text) || /^(?:ENC\[|<[^<>]*>$|vault:|ref\+|op:\/\/|\$\([A-Za-z_]\w*\)$)/.test(text));
}
/** Certificates, public keys and the keys of hosts, and switches. */
function plain_value_isPublic(text) {
    if (/^(?:true|false|yes|no|on|off)$/i.test(text))
        return true;
    if (/-----BEGIN [A-Z0-9 ]*(?:CERTIFICATE|PUBLIC KEY)/.test(text))
        return !/PRIVATE KEY-----/.test(text);
    return text
        .split('\n')
        .every(line => /^\s*(?:$|#|(?:\S+ )?(?:ssh-(?:ed25519|rsa)|ecdsa-sha2-nistp\d+|sk-\S+) AAAA)/.test(line));
}
function isPlaceholder(text) {
    return (0,placeholder/* hasPlaceholderWord */._)(text) || /^(?:password|secret|foo|bar|test|base64)$/i.test(text);
}

;// CONCATENATED MODULE: ./src/sops/encryption-rule.ts


/** A key that ends so is left in clear where nothing else is said. */
const DEFAULT_SUFFIX = '_unencrypted';
/** Reads a rule as sops does: a key counts for all that is below it, and a regular expression matches anywhere in a key. */
function readEncryptionRule(from) {
    const fields = ['unencrypted_suffix', 'encrypted_suffix', 'unencrypted_regex', 'encrypted_regex'];
    const field = fields.find(name => (0,json/* textMember */.SA)(from, name) !== undefined);
    const value = field === undefined ? DEFAULT_SUFFIX : ((0,json/* textMember */.SA)(from, field) ?? '');
    // Comments decide where a file goes by them, and they are encrypted too.
    const byComment = ['unencrypted_comment_regex', 'encrypted_comment_regex'].some(name => (0,json/* member */.Dc)(from, name));
    const matches = matcher(field ?? 'unencrypted_suffix', value);
    const namesEncrypted = field === 'encrypted_suffix' || field === 'encrypted_regex';
    return {
        text: field === undefined ? undefined : `${field}: ${value}`,
        namesEncrypted,
        encrypts: keys => (byComment || matches === undefined ? undefined : keys.some(matches) === namesEncrypted),
    };
}
function matcher(field, value) {
    if (field.endsWith('suffix'))
        return key => key.endsWith(value);
    const compiled = (0,regexp/* compileRegexp */.N)(value);
    return 'error' in compiled ? undefined : compiled.regexp.matches;
}

;// CONCATENATED MODULE: ./src/sops/sops-document.ts


/** Every document of a file that carries the metadata of sops. */
function sopsDocumentsIn(file) {
    return file.documents.flatMap(document => {
        const metadata = (0,json/* member */.Dc)(document.value, 'sops');
        if (!isSopsMetadata(metadata))
            return [];
        const groups = (0,json/* listMember */.DW)(metadata, 'key_groups');
        const recipients = groups.length > 0
            ? groups.flatMap((group, index) => recipientsIn(group, index, ['sops', 'key_groups', index]))
            : recipientsIn(metadata, 0, ['sops']);
        const threshold = (0,json/* member */.Dc)(metadata, 'shamir_threshold');
        const count = Math.max(1, groups.length);
        return [
            {
                file,
                document,
                rule: readEncryptionRule(metadata),
                hasMac: (0,json/* textMember */.SA)(metadata, 'mac') !== undefined,
                recipients,
                threshold: typeof threshold === 'number' && threshold > 0 ? Math.min(threshold, count) : count,
                groups: count,
            },
        ];
    });
}
/** What sops writes into every file; a `sops` of something else has neither. */
function isSopsMetadata(value) {
    return (0,json/* isMapping */.pi)(value) && ((0,json/* textMember */.SA)(value, 'mac') ?? (0,json/* textMember */.SA)(value, 'lastmodified')) !== undefined;
}
/** Each kind of key, and the members that name one. */
const NAMES = {
    age: ['recipient'],
    pgp: ['fp'],
    kms: ['arn'],
    gcp_kms: ['resource_id'],
    azure_kv: ['vault_url', 'name'],
    hc_vault: ['vault_address', 'engine_path', 'key_name'],
    hckms: ['key_id'],
};
function recipientsIn(from, group, path) {
    return Object.entries(NAMES).flatMap(([kind, names]) => (0,json/* listMember */.DW)(from, kind).map((entry, index) => ({
        group,
        kind,
        name: names.flatMap(name => (0,json/* textMember */.SA)(entry, name) ?? []).join('/'),
        keys: [...path, kind, index],
    })));
}
/** The values that sops would look at: all but its own metadata, and what is empty. */
function leavesOf(value, keys = []) {
    if (Array.isArray(value))
        return value.flatMap((item, index) => leavesOf(item, [...keys, index]));
    if ((0,json/* isMapping */.pi)(value)) {
        return Object.entries(value).flatMap(([key, item]) => keys.length === 0 && key === 'sops' ? [] : leavesOf(item, [...keys, key]));
    }
    return value === null || value === undefined || value === '' ? [] : [{ keys, value }];
}
function isEncrypted(value) {
    return typeof value === 'string' && /^ENC\[AES256_GCM,[^\]]*\]$/.test(value);
}
/** The keys of a path as sops counts them. */
function namesOf(keys) {
    return keys.filter(key => typeof key === 'string');
}

// EXTERNAL MODULE: ./src/flux/inventory/patch-places.ts
var patch_places = __webpack_require__(3259);
;// CONCATENATED MODULE: ./actions/verify-manifests/kustomize-secrets.ts





const EXPECTED = 'a SealedSecret, or a file that SOPS has encrypted';
/** Values of secrets that stand in clear where kustomize takes them from: literals and env files of generators, and patches. */
function kustomizeSecrets(inventory) {
    const { layout, kustomizations, plain } = inventory;
    const byPath = new Map(plain.map(file => [file.path, file]));
    const inFiles = [...layout.kustomizeFiles.values()].flatMap(kustomize => {
        const { file, body } = kustomize;
        const [document] = file.documents;
        if (document === undefined)
            return [];
        return [
            ...literals(kustomize, document),
            ...envs(kustomize, byPath),
            ...patches((0,patch_places/* patchPlacesIn */.e)(body, '.', inPlace, file, document, [])),
        ];
    });
    const inKustomizations = kustomizations.flatMap(({ resource }) => {
        const { file, document, path, body } = resource;
        return patches((0,patch_places/* patchPlacesIn */.e)((0,json/* member */.Dc)(body, 'spec'), '.', inPlace, file, document, [...path, 'spec']));
    });
    return [...new Map([...inFiles, ...inKustomizations].map(value => [kustomize_secrets_placeOf(value), value])).values()];
}
/** Files are not asked for. */
const inPlace = () => undefined;
/** An env file may be read by several generators, and a Kustomization applied by several others. */
function kustomize_secrets_placeOf({ report: { file, span, found } }) {
    return JSON.stringify([file, span, found]);
}
function literals({ file, body }, document) {
    return (0,json/* listMember */.DW)(body, 'secretGenerator').flatMap((generator, index) => (0,json/* listMember */.DW)(generator, 'literals').flatMap((literal, at) => {
        const [key, value] = assignment(typeof literal === 'string' ? literal : '');
        if (key === undefined || !isPlainSecret(value, false, true))
            return [];
        const keys = ['secretGenerator', index, 'literals', at];
        const report = {
            file: file.path,
            span: (0,source_file/* spanAt */.i6)(file, document, keys),
            message: `the secret generator ${(0,json/* textMember */.SA)(generator, 'name') ?? ''} has the value of "${key}" in clear`,
            found: `a literal for ${key}, not shown`,
            expected: EXPECTED,
            fix: { text: 'Take the literal out, seal its value with `fluxgate seal`, and replace it: it has been seen' },
        };
        return [{ report, ...rangeAt(document, keys) }];
    }));
}
/** Lines of env files. What SOPS has encrypted says so in each value. */
function envs({ folder, body }, plain) {
    return (0,json/* listMember */.DW)(body, 'secretGenerator').flatMap(generator => {
        const name = (0,json/* textMember */.SA)(generator, 'name') ?? '';
        return [...(0,json/* listMember */.DW)(generator, 'envs'), (0,json/* member */.Dc)(generator, 'env')].flatMap(path => {
            const file = typeof path === 'string' ? plain.get((0,kustomize_file/* pathBelow */.Br)(folder, path) ?? '') : undefined;
            return file === undefined ? [] : envLines(file, name);
        });
    });
}
function envLines({ path, text }, generator) {
    let start = 0;
    return text.split('\n').flatMap((line, index) => {
        const at = start;
        start += line.length + 1;
        const [key, value] = assignment(line.trim());
        if (key === undefined || key.startsWith('#') || key.startsWith('sops_') || !isPlainSecret(value, false, true))
            return [];
        const report = {
            file: path,
            span: { line: index + 1, column: 1, endLine: index + 1, endColumn: line.length + 1 },
            message: `the secret generator ${generator} takes the value of "${key}" from a file that has it in clear`,
            found: `a line for ${key}, not shown`,
            expected: EXPECTED,
            fix: {
                text: 'Encrypt the file with SOPS, or seal its values with `fluxgate seal`, and replace them: they have been seen',
            },
        };
        return [{ report, start: at, end: at + line.length }];
    });
}
function assignment(text) {
    return (/^([^=]+)=(.*)$/s.exec(text) ?? []).slice(1);
}
/** Patches that are written in place; those in files are read as the parts of objects that they are. */
function patches(places) {
    return places.flatMap(({ file, document, keys, body, target }) => {
        const found = keys === undefined ? [] : plainKeys(body, (0,json/* textMember */.SA)(target, 'kind'));
        if (keys === undefined || found.length === 0)
            return [];
        const names = found.map(key => `"${key}"`).join(', ');
        const report = {
            file: file.path,
            span: (0,source_file/* spanAt */.i6)(file, document, keys),
            message: `a patch of a Secret has the value of ${names} in clear`,
            found: `a patch with ${names}, not shown`,
            expected: EXPECTED,
            fix: { text: 'Take the values out, seal them with `fluxgate seal`, and replace them: they have been seen' },
        };
        return [{ report, ...rangeAt(document, keys) }];
    });
}
/** The keys of a Secret to which a patch gives a value that can be read. */
function plainKeys(patch, target) {
    if (Array.isArray(patch))
        return target === 'Secret' ? patch.flatMap(keysOfOperation) : [];
    const kind = (0,json/* textMember */.SA)(patch, 'kind');
    return kind === 'Secret' || (kind === undefined && target === 'Secret')
        ? ['data', 'stringData'].flatMap(field => keysIn((0,json/* member */.Dc)(patch, field), field))
        : [];
}
function keysOfOperation(operation) {
    const [, field = '', key] = /^\/(data|stringData)(?:\/(.+))?$/.exec((0,json/* textMember */.SA)(operation, 'path') ?? '') ?? [];
    if (field === '')
        return [];
    const value = (0,json/* member */.Dc)(operation, 'value');
    return key === undefined ? keysIn(value, field) : keysIn({ [key]: value }, field);
}
function keysIn(values, field) {
    if (!(0,json/* isMapping */.pi)(values))
        return [];
    return Object.entries(values).flatMap(([key, value]) => (isPlainSecret(value, field === 'data', true) ? [key] : []));
}
function rangeAt(document, keys) {
    const { start, end } = (0,source_file/* partAt */.l0)(document, keys) ?? { start: 0, end: 0 };
    return { start, end };
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/secret-plaintext.ts






const secret = (data) => `apiVersion: v1
kind: Secret
metadata:
  name: database
  namespace: website
${data}`;
const LOGIN = Buffer.from('robot:correct-horse').toString('base64');
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
            title: 'a private key beside the certificate that is public',
            files: {
                'pub-cert.pem': `# expect-below: secret-plaintext
${PRIVATE_KEY}
b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW
`,
            },
        },
        {
            title: 'the login of a registry in a ConfigMap',
            files: {
                'settings.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: registry
  namespace: website
data:
  # expect-below: secret-plaintext
  config.json: '{"auths":{"harbor.example.com":{"auth":"${LOGIN}"}}}'
`,
            },
        },
        {
            title: 'a Secret that kustomize makes, and a part of one that it patches in',
            files: {
                'kustomization.yaml': `resources: [database.yaml]
patches:
  - path: password.yaml
secretGenerator:
  - name: session
    literals:
      - key=correct-horse-battery # expect: secret-plaintext
`,
                'database.yaml': secret('type: Opaque\n'),
                'password.yaml': secret('stringData:\n  password: correct-horse-battery # expect: secret-plaintext\n'),
            },
        },
        {
            title: 'an env file that kustomize makes a Secret of, and values in patches that are written in place',
            files: {
                'kustomization.yaml': `resources: [database.yaml]
secretGenerator:
  - name: session
    envs: [session.env]
patches:
  - patch: |- # expect: secret-plaintext
      apiVersion: v1
      kind: Secret
      metadata:
        name: database
      stringData:
        password: correct-horse-battery
  - target: {kind: Secret, name: database}
    patch: |- # expect: secret-plaintext
      - op: add
        path: /stringData/user
        value: horse-rider
`,
                'database.yaml': secret('type: Opaque\n'),
                'session.env': '# of the sessions\n# expect-below: secret-plaintext\nKEY=correct-horse-battery\nDEBUG=false\n',
            },
        },
        {
            title: 'an env file that SOPS has encrypted, one that no Secret is made of, and a patch of a ConfigMap',
            files: {
                'kustomization.yaml': `secretGenerator:
  - name: session
    envs: [session.env]
configMapGenerator:
  - name: settings
    envs: [settings.env]
patches:
  - target: {kind: ConfigMap, name: settings}
    patch: |-
      - op: add
        path: /data/mode
        value: fast
`,
                'session.env': 'KEY=ENC[AES256_GCM,data:abcd,iv:abcd,tag:abcd,type:str]\nsops_mac=ENC[AES256_GCM,data:abcd,iv:abcd,tag:abcd,type:str]\nsops_version=3.10.2\n',
                'settings.env': 'MODE=correct-horse-battery\n',
            },
        },
        {
            title: 'what is public, what is filled in from elsewhere, and what a document shows',
            files: {
                'secret.yaml': secret(`stringData:\n  known_hosts: github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHk\n  url: postgres://app:\${PASSWORD}@database/app\n`),
                'docs/secret.yaml': secret('stringData:\n  password: REPLACE_ME\n'),
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
    check: ({ inventory }) => {
        const values = [
            ...secretsOf(inventory).flatMap(resource => plainValues(resource, inventory)),
            ...kustomizeSecrets(inventory).map(value => ({
                ...value,
                report: { ...severityIn(value.report.file, false), ...value.report },
            })),
        ];
        return [...values.map(({ report }) => report), ...loudTexts(inventory, values)];
    },
};
/** Secrets as such, and the parts of them that patches bring. */
function secretsOf({ files, layout }) {
    return [...files.keys()].flatMap(path => layout.resourcesOf(path).filter(({ group, kind }) => group === '' && kind === 'Secret'));
}
function plainValues(resource, inventory) {
    // SOPS encrypts what its rules say; what it left is sops-encrypted's matter.
    if (isSopsMetadata((0,inventory_resource/* valueIn */.xm)(resource, 'sops')) || isServiceAccountToken(resource))
        return [];
    const isApplied = inventory.placementsOf(resource).some(({ by }) => by !== undefined);
    return ['data', 'stringData'].flatMap(field => {
        const values = (0,inventory_resource/* valueIn */.xm)(resource, field);
        if (!(0,json/* isMapping */.pi)(values))
            return [];
        return Object.entries(values).flatMap(([key, value]) => {
            if (!isPlainSecret(value, field === 'data', !isApplied))
                return [];
            const [start, end] = (0,inventory_resource/* rangeIn */.hO)(resource, field, key) ?? [0, 0];
            const report = {
                ...severityIn(resource.file.path, isApplied),
                file: resource.file.path,
                span: (0,inventory_resource/* keyPlaceOf */.w8)(resource, field, key),
                message: `${(0,inventory_resource/* titleOf */.Gg)(resource)} has the value of "${key}" in clear${field === 'data' ? ' (base64 hides nothing)' : ''}`,
                found: `${field}.${key}, a value of ${String(value).length} characters`,
                expected: 'a SealedSecret, or a Secret that SOPS has encrypted',
                fix: {
                    text: `Seal ${resource.namespace ?? 'NAMESPACE'}/${resource.name ?? 'NAME'} with \`fluxgate seal\`, and replace the value: it has been seen`,
                },
            };
            return [{ report, start, end }];
        });
    });
}
/** Kubernetes fills it in by itself. */
function isServiceAccountToken(resource) {
    return (0,inventory_resource/* valueIn */.xm)(resource, 'type') === 'kubernetes.io/service-account-token';
}
/** What a document or a test shows need not be a secret of anybody's. */
function severityIn(path, isApplied) {
    const isShown = /(?:^|\/)(?:docs?|examples?|samples?|tests?|testdata|__tests__|fixtures)\/|[.-](?:example|sample|template)\.\w+$/i.test(path);
    return isShown && !isApplied ? { severity: 'warning' } : {};
}
/** Private keys, logins and tokens wherever they stand; what was told as the value of a Secret is not told again. */
function loudTexts({ files, folders, certificates }, told) {
    const applied = new Set([...folders.values()].flatMap(folder => [...folder.files]));
    const inYaml = [...files.values()].flatMap(({ path, text, span }) => loudSecretsIn(text)
        .filter(({ start }) => !told.some(({ report, ...value }) => report.file === path && value.start <= start && start < value.end))
        .map(({ what, start, end }) => ({
        ...severityIn(path, applied.has(path)),
        ...loudReport(what),
        file: path,
        span: span(start, end),
    })));
    // Where a public certificate belongs, the whole key pair is a likely slip.
    const inCertificates = certificates.flatMap(({ path, text }) => loudSecretsIn(text).map(({ what, start }) => {
        const line = text.slice(0, start).split('\n').length;
        return { ...loudReport(what), file: path, span: { line, column: 1, endLine: line, endColumn: 1 } };
    }));
    return [...inYaml, ...inCertificates];
}
function loudReport(what) {
    return {
        message: `${what} stands in clear`,
        found: `${what}, not shown`,
        expected: 'a SealedSecret, or a file that SOPS has encrypted',
        fix: { text: 'Take it out, seal it, and replace it: it has been seen' },
    };
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/selector-matches.ts










const selector_matches_tree = (selector, more = {}) => ({
    'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps')),
    'apps/namespace.yaml': namespace('website'),
    'apps/web.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: website
spec:
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: ghcr.io/example/web:1.2.3
`,
    'apps/service.yaml': `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: website
spec:
  selector:
    ${selector}
  ports:
    - port: 80
`,
    ...more,
});
const selectorMatches = {
    id: 'selector-matches',
    severity: 'warning',
    summary: 'The selector of a Service fits the pods of a workload in its namespace.',
    why: 'A Service that selects no pod has no endpoints: every request to it is refused, and nothing reports a fault.',
    fix: "Write the labels of the workload's pod template into the selector.",
    examples: [
        { title: 'a label with another value', files: selector_matches_tree('app: website # expect: selector-matches') },
        { title: 'the label of the pods', files: selector_matches_tree('app: web') },
        {
            title: 'pods that a custom resource makes',
            files: selector_matches_tree('app: website', {
                'apps/site.yaml': 'apiVersion: example.com/v1\nkind: Site\nmetadata:\n  name: website\n  namespace: website\n',
            }),
        },
    ],
    check: ({ inventory }) => {
        const mayChange = patchesOf(inventory);
        const added = addedLabels(inventory);
        return (0,cluster_graph/* clusterGraphsOf */.Z6)(inventory).flatMap(graph => selector_matches_checkCluster(graph, inventory, mayChange, added));
    },
};
function selector_matches_checkCluster(graph, inventory, mayChange, added) {
    const open = openNamespaces(graph, inventory);
    if (open === 'all')
        return [];
    const placed = (0,cluster_graph/* placedIn */.T8)(graph.cluster, inventory);
    const makers = placed.filter(({ resource }) => isMaker(resource));
    const workloads = placed.filter(({ resource }) => podSpecKeys(resource) !== undefined);
    return placed.flatMap((service) => {
        const { resource, namespace: where, by, cluster } = service;
        if (resource.kind !== 'Service' || resource.group !== '' || by === undefined || cluster !== graph.cluster)
            return [];
        const selector = labelsIn((0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'selector'));
        if (selector.size === 0 || where === undefined || (0,image_loop/* hasVariable */.$u)(where) || open.has(where))
            return [];
        if (mayChange(service, /selector/) || makers.some(maker => mayMakePods(maker, where)))
            return [];
        const near = workloads.filter(({ namespace }) => namespace === undefined || namespace === where || (0,image_loop/* hasVariable */.$u)(namespace));
        // Pods of a namespace without any workload come from elsewhere.
        if (near.length === 0 || near.some(workload => mayChange(workload, /labels/)))
            return [];
        const templates = near.map(workload => ({ workload, labels: templateLabels(workload.resource) }));
        const best = templates
            .map(template => ({
            ...template,
            missing: [...selector].filter(pair => !fits(pair, [template.labels, ...added])),
        }))
            .sort((left, right) => left.missing.length - right.missing.length)[0];
        const [key] = best?.missing[0] ?? [];
        if (best === undefined || key === undefined)
            return [];
        // What runs in a pod may label it, such as the leader of several; so do the controllers of Jobs and StatefulSets.
        if (best.missing.length < selector.size && !best.labels.has(key))
            return [];
        if (/(?:^|\.)(?:apps|batch|statefulset)\.kubernetes\.io\//.test(key))
            return [];
        return [selector_matches_reportOf(resource, key, best.workload, best.labels)];
    });
}
function fits([key, value], labels) {
    return labels.some(found => found.get(key) === value || (0,image_loop/* hasVariable */.$u)(selector_matches_text(found.get(key)))) || (0,image_loop/* hasVariable */.$u)(selector_matches_text(value));
}
function selector_matches_text(value) {
    return typeof value === 'string' ? value : undefined;
}
function templateLabels(resource) {
    const metadata = [...(podSpecKeys(resource) ?? []).slice(0, -1), 'metadata', 'labels'];
    return labelsIn((0,inventory_resource/* valueIn */.xm)(resource, ...metadata));
}
function labelsIn(value) {
    return new Map((0,json/* isMapping */.pi)(value) ? Object.entries(value) : []);
}
/** Labels that kustomize files add to pods. */
function addedLabels({ layout }) {
    return [...layout.kustomizeFiles.values()].flatMap(({ body }) => [
        labelsIn((0,json/* member */.Dc)(body, 'commonLabels')),
        ...(0,json/* listMember */.DW)(body, 'labels').map(entry => labelsIn((0,json/* member */.Dc)(entry, 'pairs'))),
    ]);
}
function selector_matches_reportOf(resource, key, { resource: workload }, labels) {
    const written = [...labels].map(([name, value]) => `${name}: ${String(value)}`);
    return reportAt(resource, ['spec', 'selector', key], {
        message: `${(0,inventory_resource/* titleOf */.Gg)(resource)} selects no pod of its namespace, so it has no endpoints`,
        found: `${key}: ${String((0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'selector', key))}`,
        expected: `labels of ${(0,inventory_resource/* titleOf */.Gg)(workload)}: ${written.join(', ')}`,
        fix: {
            text: labels.has(key) ? `${key}: ${String(labels.get(key))}` : 'Select labels of the pod template',
        },
    });
}

;// CONCATENATED MODULE: ./src/sops/undecrypted.ts





const DECRYPTION_ANNOTATION = 'kustomize.toolkit.fluxcd.io/decryption';
/**
 * Flux Kustomizations without `spec.decryption` to whose path encrypted objects, patches or inputs of secret generators belong. One
 * that a patch may give a decryption is left out, and so is one that is suspended.
 */
function undecryptingOf(inventory) {
    const inputs = decryptedInputs(inventory);
    return [...inventory.folders].flatMap(([kustomization, folder]) => {
        const { resource, isSuspended } = kustomization;
        if (isSuspended || (0,inventory_resource/* textIn */.r7)(resource, 'spec', 'decryption', 'provider') !== undefined)
            return [];
        if (inventory.placementsOf(resource).some(({ isRewritten }) => isRewritten))
            return [];
        if (mayLeaveOut(kustomization, inventory))
            return [];
        const objects = folder.objects
            .filter(object => isForFlux(object.resource))
            .map(object => object.resource.file.path)
            .filter(path => !/(?:^|\/)\./.test(path));
        const read = [...folder.files].filter(path => inputs.has(path));
        const files = [...new Set([...objects, ...read])].sort();
        return files.length === 0 ? [] : [{ kustomization, files }];
    });
}
/** A source with patterns of its own may leave any file out of a path whose files nobody lists. */
function mayLeaveOut({ path }, { layout, ofKind }) {
    if (path === undefined || layout.kustomizeFileIn(path) !== undefined)
        return false;
    return ofKind(flux_inventory/* SOURCE_GROUP */.qg, 'GitRepository').some(source => (0,inventory_resource/* textIn */.r7)(source, 'spec', 'ignore') !== undefined);
}
/** Encrypted, and to be opened by Flux and not by an operator that has a kind of its own for it. */
function isForFlux(resource) {
    const sops = (0,inventory_resource/* valueIn */.xm)(resource, 'sops');
    return (isSopsMetadata(sops) &&
        (0,json/* textMember */.SA)(sops, 'mac') !== undefined &&
        resource.kind !== 'SopsSecret' &&
        (0,inventory_resource/* valueIn */.xm)(resource, 'metadata', 'annotations', DECRYPTION_ANNOTATION) !== 'disabled');
}
/** Encrypted files that Flux opens before kustomize reads them. */
function decryptedInputs({ layout, files }) {
    const paths = [...layout.kustomizeFiles.values()].flatMap(({ body, folder }) => {
        const generators = (0,json/* listMember */.DW)(body, 'secretGenerator');
        const texts = [
            ...generators.flatMap(generator => [...(0,json/* listMember */.DW)(generator, 'files'), ...(0,json/* listMember */.DW)(generator, 'envs')]),
            ...(0,json/* listMember */.DW)(body, 'patches').map(patch => (0,json/* textMember */.SA)(patch, 'path')),
        ].filter(text => typeof text === 'string');
        return texts.flatMap(text => (0,kustomize_file/* pathBelow */.Br)(folder, text.slice(text.indexOf('=') + 1)) ?? []);
    });
    return new Set(paths.filter(path => {
        const file = files.get(path);
        return file !== undefined && sopsDocumentsIn(file).some(({ hasMac }) => hasMac);
    }));
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/sops-trees.ts
/** Parts of the examples of the rules about SOPS. */
const CIPHERTEXT = 'ENC[AES256_GCM,data:3q2+7w==,iv:aXYtb2YtYW4tZXhhbXBsZQ==,tag:dGFnLWV4YW1wbGU=,type:str]';
const ALICE = 'age1alice0000000000000000000000000000000000000000000000000000q';
const BOB = 'age1bob000000000000000000000000000000000000000000000000000000q';
/** A Secret website/database that SOPS has encrypted. */
function encryptedSecret({ password = CIPHERTEXT, recipients = [ALICE, BOB], mac = `  mac: ${CIPHERTEXT}\n`, mark = '', } = {}) {
    return `apiVersion: v1
kind: Secret
metadata:
  name: database
  namespace: website
stringData:
  user: ${CIPHERTEXT}
  password: ${password}
sops:${mark}
  age:
${recipients.map(recipient => `    - recipient: ${recipient}\n      enc: |\n        -----BEGIN AGE ENCRYPTED FILE-----\n        YWdl\n        -----END AGE ENCRYPTED FILE-----\n`).join('')}  lastmodified: "2026-05-04T10:00:00Z"
${mac}  encrypted_regex: ^(data|stringData)$
  version: 3.10.2
`;
}
/** A `.sops.yaml` with one rule. */
function sopsConfig(pathRegex, recipients = [ALICE, BOB]) {
    return `creation_rules:
  - path_regex: ${pathRegex}
    encrypted_regex: ^(data|stringData)$
    age: ${recipients.join(',')}
`;
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/sops-decryption.ts




const sopsDecryption = {
    id: 'sops-decryption',
    severity: 'error',
    summary: 'The Kustomization that applies files encrypted by SOPS decrypts them.',
    why: 'Without `spec.decryption` Flux applies what stands in the file: the API server refuses the member `sops`, or the Secret holds ciphertext.',
    fix: 'Give the Kustomization `spec.decryption` with `provider: sops` and the secret that holds the key.',
    examples: [
        {
            title: 'a Kustomization that does not decrypt',
            files: {
                'clusters/production/flux.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps').replace('name: apps', 'name: apps # expect: sops-decryption')),
                'apps/secret.yaml': encryptedSecret(),
            },
        },
        {
            title: 'the values of a chart, encrypted, out of which kustomize makes a Secret',
            files: {
                'clusters/production/flux.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps').replace('name: apps', 'name: apps # expect: sops-decryption')),
                'apps/kustomization.yaml': 'secretGenerator:\n  - name: values\n    files: [values.yaml=secret.yaml]\n',
                'apps/secret.yaml': encryptedSecret(),
            },
        },
        {
            title: 'a Kustomization that does',
            files: {
                'clusters/production/flux.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps', 'decryption:', '  provider: sops', '  secretRef:', '    name: sops-age')),
                'apps/secret.yaml': encryptedSecret(),
            },
        },
    ],
    check: ({ inventory }) => undecryptingOf(inventory).map(({ kustomization: { resource }, files }) => reportAt(resource, ['metadata', 'name'], {
        message: `Kustomization ${resource.name ?? ''} applies ${files[0] ?? ''}, which SOPS has encrypted, and does not decrypt it`,
        found: `no spec.decryption, and encrypted: ${files.slice(0, 5).join(', ')}${files.length > 5 ? ` and ${files.length - 5} more` : ''}`,
        expected: 'spec.decryption.provider: sops',
        fix: {
            text: 'Add to its spec, with the secret that holds your key:\n  decryption:\n    provider: sops\n    secretRef:\n      name: sops-age',
        },
    })),
};

;// CONCATENATED MODULE: ./src/sops/creation-rules.ts





/**
 * The creation rules of a tree. For a file it is the first that matches of each `.sops.yaml` above it, as sops is run in some folder
 * above the file and takes the configuration that it finds from there. The path is that from the configuration's folder.
 */
function creationRulesOf({ files }) {
    const configs = [...files.values()]
        .filter(({ path }) => external_node_path_.posix.basename(path) === '.sops.yaml')
        .map(({ path, documents }) => ({
        config: path,
        folder: external_node_path_.posix.dirname(path),
        rules: (0,json/* listMember */.DW)(documents[0]?.value, 'creation_rules').map(readRule),
    }));
    return path => configs.flatMap(({ config, folder, rules }) => {
        if (!(0,inventory_applied/* isBelow */.Yw)(path, folder))
            return [];
        const inside = folder === '.' ? path : path.slice(folder.length + 1);
        const found = rules.find(({ matches }) => matches(inside) !== false);
        if (found === undefined || found.matches(inside) === undefined)
            return [];
        return [{ ...found.rule, config, hasPath: found.hasPath }];
    });
}
function readRule(from) {
    const pattern = (0,json/* textMember */.SA)(from, 'path_regex');
    return { rule: readEncryptionRule(from), hasPath: pattern !== undefined, matches: matcherOf(from, pattern) };
}
/** Undefined where it cannot be told, and what comes behind neither. */
function matcherOf(from, pattern) {
    // A rule of long ago goes by the name alone.
    if ((0,json/* member */.Dc)(from, 'filename_regex') !== undefined)
        return () => undefined;
    if (pattern === undefined)
        return () => true;
    const compiled = (0,regexp/* compileRegexp */.N)(pattern);
    return 'error' in compiled ? () => undefined : compiled.regexp.matches;
}

;// CONCATENATED MODULE: ./src/sops/clear-values.ts



/** Values in clear, of files that sops has encrypted and of those whose names say that it has. */
function clearValuesOf(inventory) {
    const rulesFor = creationRulesOf(inventory);
    return [...inventory.files.values()].flatMap(file => {
        const encrypted = sopsDocumentsIn(file);
        if (encrypted.length > 0) {
            const rules = rulesFor(file.path);
            return encrypted.flatMap(document => leftInClear(document, rules));
        }
        if (!/[^/]\.(?:sops|enc)\.(?:ya?ml|json)$/.test(file.path))
            return [];
        const rules = rulesFor(file.path).filter(({ hasPath }) => hasPath);
        // A Secret in clear is one whatever its file is called, and said to be.
        return file.documents.flatMap(document => (0,json/* textMember */.SA)(document.value, 'kind') === 'Secret' ? [] : neverEncrypted(file, document, rules));
    });
}
/** What Flux must be able to read of an object. */
const HEAD = ['apiVersion', 'kind', 'metadata', 'type', 'immutable'];
function leftInClear({ file, document, rule }, rules) {
    const clear = clearLeaves(document);
    // Metadata that say nothing mean all; an object whose kind is to be read is none of theirs, whoever wrote them.
    const isObject = rule.text === undefined && (0,json/* textMember */.SA)(document.value, 'kind') !== undefined;
    const refused = clear.filter(({ keys }) => rule.encrypts(namesOf(keys)) === true && !(isObject && HEAD.includes(String(keys[0]))));
    if (refused.length > 0) {
        const because = rule.text === undefined ? 'the metadata of sops' : `its own ${rule.text}`;
        return [{ file, document, leaves: refused, because, isRefused: true }];
    }
    const wanted = clear.filter(({ keys }) => isWanted(keys, document, rules));
    if (wanted.length > 0)
        return [{ file, document, leaves: wanted, because: clear_values_textOf(rules), isRefused: false }];
    // A rule for one of the two places where a Secret has its values was meant for both.
    const places = ['data', 'stringData'];
    const [covered] = places.filter(place => rule.encrypts([place]) === true);
    const isHalf = rule.namesEncrypted && places.filter(place => rule.encrypts([place]) === true).length === 1;
    if (!isHalf || (0,json/* textMember */.SA)(document.value, 'kind') !== 'Secret')
        return [];
    const forgotten = clear.filter(({ keys }) => places.includes(String(keys[0])) && keys[0] !== covered);
    if (forgotten.length === 0)
        return [];
    return [{ file, document, leaves: forgotten, because: 'it is a Secret', isRefused: false }];
}
function neverEncrypted(file, document, rules) {
    const leaves = clearLeaves(document).filter(({ keys }) => isWanted(keys, document, rules));
    // Something else fills a template in, and encrypts what comes of it.
    if (leaves.length === 0 || leaves.some(({ value }) => /\{\{|\$\{|<%/.test(String(value))))
        return [];
    return [{ file, document, leaves, because: clear_values_textOf(rules), isRefused: false }];
}
function clearLeaves({ value }) {
    return leavesOf(value).filter(leaf => !isEncrypted(leaf.value));
}
/** Several configurations may count; they have to agree. Of an object, Flux must be able to read all but what a rule names. */
function isWanted(keys, { value }, rules) {
    const isObject = (0,json/* textMember */.SA)(value, 'apiVersion') !== undefined && (0,json/* textMember */.SA)(value, 'kind') !== undefined;
    const isSecretValue = (0,json/* textMember */.SA)(value, 'kind') === 'Secret' && (keys[0] === 'data' || keys[0] === 'stringData');
    return (rules.length > 0 &&
        rules.every(rule => rule.encrypts(namesOf(keys)) === true && (!isObject || isSecretValue || rule.namesEncrypted)));
}
function clear_values_textOf([rule]) {
    return rule === undefined ? '' : `${rule.config}${rule.text === undefined ? '' : ` (${rule.text})`}`;
}

;// CONCATENATED MODULE: ./actions/verify-manifests/rules/sops-encrypted.ts




const sopsEncrypted = {
    id: 'sops-encrypted',
    severity: 'error',
    summary: 'What SOPS is to encrypt is encrypted, and the file has its MAC.',
    why: 'A value in clear can be read by whoever reads the repository, and where the file itself says that it is encrypted, SOPS and Flux refuse the whole file. Flux knows an encrypted object by its MAC: without one it applies the ciphertext as it is.',
    fix: 'Encrypt the file again with `sops encrypt --in-place`, and replace a value that stood in clear: it has been seen. A file is edited with `sops edit`, never by hand.',
    examples: [
        {
            title: 'a value that was written in by hand',
            files: { 'secret.yaml': encryptedSecret({ password: 'correct-horse # expect: sops-encrypted' }) },
        },
        {
            title: 'a file whose MAC was lost in a merge',
            files: { 'secret.yaml': encryptedSecret({ mac: '', mark: ' # expect: sops-encrypted' }) },
        },
        {
            title: 'a file of values that .sops.yaml wants encrypted and that never was',
            files: {
                '.sops.yaml': sopsConfig(String.raw `\.sops\.yaml$`).replace(/ {4}encrypted_regex.*\n/, ''),
                'values.sops.yaml': 'auth:\n  password: correct-horse # expect: sops-encrypted\n',
            },
        },
        {
            title: 'a file as SOPS writes it',
            files: { '.sops.yaml': sopsConfig(String.raw `\.yaml$`), 'secret.yaml': encryptedSecret() },
        },
        {
            title: 'a ConfigMap, which the rule for all files names and nobody calls encrypted',
            files: {
                '.sops.yaml': sopsConfig(String.raw `\.yaml$`),
                'settings.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  mode: fast\n',
            },
        },
    ],
    check: ({ inventory }) => [
        ...clearValuesOf(inventory).map(clearReport),
        ...[...inventory.files.values()].flatMap(sopsDocumentsIn).flatMap(macReport),
    ],
};
function clearReport({ file, document, leaves, because, isRefused }) {
    const names = leaves.map(({ keys }) => keys.join('.'));
    const [first = ''] = names;
    return {
        file: file.path,
        span: (0,source_file/* spanAt */.i6)(file, document, leaves[0]?.keys ?? []),
        message: `"${first}" is in clear, and ${because} says that it is encrypted${isRefused ? ': neither SOPS nor Flux opens the file' : ''}`,
        found: `in clear: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`,
        expected: 'ENC[AES256_GCM,…]',
        fix: { text: `Encrypt it again: sops encrypt --in-place ${file.path}; and replace the value: it has been seen` },
    };
}
function macReport({ file, document, hasMac }) {
    if (hasMac)
        return [];
    return [
        {
            file: file.path,
            span: (0,source_file/* keySpanAt */.VE)(file, document, ['sops']),
            message: 'the file has no MAC: SOPS refuses it, and Flux takes it for one that is not encrypted and applies the ciphertext',
            expected: 'sops.mac, as SOPS writes it',
            fix: {
                text: `Take the file from before the MAC was lost, or encrypt it anew: sops encrypt --in-place ${file.path}`,
            },
        },
    ];
}

// EXTERNAL MODULE: ./src/grouped.ts
var src_grouped = __webpack_require__(5485);
;// CONCATENATED MODULE: ./actions/verify-manifests/rules/sops-recipients.ts




const sopsRecipients = {
    id: 'sops-recipients',
    severity: 'warning',
    summary: 'No single key is the only one that opens an encrypted file.',
    why: 'Whoever loses the only key has lost every secret that was encrypted for it: not even the cluster can be built anew.',
    fix: 'Add a second recipient to `.sops.yaml`, one whose key is kept elsewhere, and run `sops updatekeys` on the files.',
    examples: [
        {
            title: 'one key for all',
            files: {
                'secret.yaml': encryptedSecret({ recipients: [`${ALICE} # expect: sops-recipients`] }),
                'token.yaml': encryptedSecret({ recipients: [ALICE] }).replace('name: database', 'name: token'),
            },
        },
        { title: 'a key of the cluster and one in a safe', files: { 'secret.yaml': encryptedSecret() } },
    ],
    // Once for a key, however many files it opens.
    check: ({ inventory }) => {
        const lonely = [...inventory.files.values()].flatMap(sopsDocumentsIn).flatMap(loneKeys);
        return [...(0,src_grouped/* grouped */.z)(lonely, ({ recipient }) => `${recipient.kind} ${recipient.name}`).values()].flatMap(all => {
            const [first] = all;
            if (first === undefined)
                return [];
            const { recipient, document } = first;
            const files = [...new Set(all.map(({ document: { file } }) => file.path))];
            return [
                {
                    file: document.file.path,
                    span: (0,source_file/* spanAt */.i6)(document.file, document.document, recipient.keys),
                    message: `whoever loses the ${recipient.kind} key ${recipient.name} can open this file no more${document.groups > 1 ? ', for its group has no other' : ', for there is no other'}`,
                    found: `a single recipient in ${files.length} ${files.length === 1 ? 'file' : 'files'}`,
                    expected: 'two recipients at least, of which one key is kept away from the cluster',
                    fix: {
                        text: 'Add a second recipient to the creation rule in .sops.yaml, then: sops updatekeys FILE, for each file',
                    },
                },
            ];
        });
    },
};
/** Keys without which too few groups are left to open the document. */
function loneKeys(document) {
    const { recipients, groups, threshold } = document;
    if (groups - 1 >= threshold)
        return [];
    const byGroup = (0,src_grouped/* grouped */.z)(recipients, ({ group }) => String(group));
    return [...byGroup.values()].flatMap(([only, ...others]) => only === undefined || others.length > 0 ? [] : [{ document, recipient: only }]);
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

// EXTERNAL MODULE: ./src/flux/inventory/substituted.ts
var substituted = __webpack_require__(2784);
;// CONCATENATED MODULE: ./src/flux/inventory/post-build.ts




/** Undefined where it cannot be told. */
function postBuildOf(resource, isPatched, inventory) {
    const own = (0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'postBuild');
    const parts = own === undefined ? [] : [own];
    if (!isPatched)
        return { parts, sure: parts.length };
    const patches = patchesIn(inventory);
    if (patches === undefined)
        return undefined;
    const unsure = [];
    for (const { kinds, text, target } of patches) {
        if ((kinds.length > 0 && !kinds.includes('Kustomization')) || !/postBuild|substitute/.test(text))
            continue;
        const documents = (0,source_file/* readSourceFile */.uj)('', text).documents;
        // A list of operations may do anything to it.
        if (documents.length === 0 || documents.some(({ value }) => !(0,json/* isMapping */.pi)(value)))
            return undefined;
        const merged = documents.flatMap(({ value }) => (0,json/* valueAt */.fK)(value, ['spec', 'postBuild']) ?? []);
        if (selects(target, resource))
            parts.push(...merged);
        else
            unsure.push(...merged);
    }
    return { parts: [...parts, ...unsure], sure: parts.length };
}
/** Whether a target surely takes a Kustomization in: by its kind alone, or by a label that the Kustomization does not have. */
function selects(target, resource) {
    if ((0,json/* textMember */.SA)(target, 'kind') !== 'Kustomization')
        return false;
    if (['name', 'namespace', 'annotationSelector'].some(key => (0,json/* member */.Dc)(target, key) !== undefined))
        return false;
    const selector = (0,json/* textMember */.SA)(target, 'labelSelector');
    if (selector === undefined)
        return true;
    const label = /^\s*([\w./-]+)\s*(?:!=|notin\b)[^,]*(?:\([^)]*\))?\s*$/.exec(selector)?.[1];
    return label !== undefined && !resource.file.text.includes(label);
}

;// CONCATENATED MODULE: ./src/flux/inventory/variables.ts




/**
 * What `substitute` names, and the keys of the ConfigMaps and Secrets of `substituteFrom`; values are not asked for.
 *
 * @param isPatched whether patches may change the Kustomization's postBuild
 */
function variablesOf({ kustomization, namespace }, isPatched, cluster, inventory) {
    const postBuild = postBuildOf(kustomization.resource, isPatched, inventory);
    const names = new Set();
    let isComplete = postBuild !== undefined;
    let isSure = false;
    const { parts, sure } = postBuild ?? { parts: [(0,inventory_resource/* valueIn */.xm)(kustomization.resource, 'spec', 'postBuild')], sure: 1 };
    for (const [index, part] of parts.entries()) {
        const substitute = (0,json/* member */.Dc)(part, 'substitute');
        for (const name of (0,json/* isMapping */.pi)(substitute) ? Object.keys(substitute) : [])
            names.add(name);
        for (const entry of (0,json/* listMember */.DW)(part, 'substituteFrom')) {
            const source = { kind: (0,json/* textMember */.SA)(entry, 'kind'), name: (0,json/* textMember */.SA)(entry, 'name') };
            const keys = variables_keysOf(source, namespace, cluster, inventory);
            if (keys === undefined)
                isComplete = false;
            else
                for (const key of keys)
                    names.add(key);
        }
        if (index < sure && names.size > 0)
            isSure = true;
    }
    return { names, isComplete, isSure };
}
/** Keys of the only object of that name that the tree has for a cluster; undefined where there may be another, or others in it. */
function variables_keysOf({ kind, name }, namespace, cluster, inventory) {
    if (name === undefined || namespace === undefined || (0,image_loop/* hasVariable */.$u)(name))
        return undefined;
    const kinds = kind === 'Secret' ? ['Secret', 'SealedSecret'] : ['ConfigMap'];
    const found = inventory.resources
        .filter(resource => kinds.includes(resource.kind))
        .flatMap(resource => inventory
        .placementsOf(resource)
        .filter(placement => placement.cluster === cluster && placement.name === name)
        .filter(placement => placement.namespace === namespace || placement.namespace === undefined)
        .map(({ isRewritten }) => ({ resource, isRewritten })));
    const [first] = found;
    if (first === undefined)
        return generatedKeys(kind, name, inventory);
    if (found.some(({ resource, isRewritten }) => isRewritten || resource !== first.resource))
        return undefined;
    return variables_keysIn(first.resource);
}
function variables_keysIn(resource) {
    const parts = resource.kind === 'SealedSecret'
        ? [(0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'encryptedData'), (0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'template', 'data')]
        : [(0,inventory_resource/* valueIn */.xm)(resource, 'data'), (0,inventory_resource/* valueIn */.xm)(resource, 'stringData')];
    return parts.flatMap(part => ((0,json/* isMapping */.pi)(part) ? Object.keys(part) : []));
}
/** Keys of a ConfigMap or Secret that one kustomize file makes of literals alone. */
function generatedKeys(kind, name, { layout }) {
    const field = kind === 'Secret' ? 'secretGenerator' : 'configMapGenerator';
    const found = [...layout.kustomizeFiles.values()].flatMap(({ body }) => (0,json/* listMember */.DW)(body, field).filter(generator => (0,json/* textMember */.SA)(generator, 'name') === name));
    const [generator] = found;
    const takesFiles = ['files', 'envs', 'env'].some(source => (0,json/* member */.Dc)(generator, source) !== undefined);
    if (found.length !== 1 || takesFiles)
        return undefined;
    return (0,json/* listMember */.DW)(generator, 'literals').flatMap(literal => typeof literal === 'string' ? literal.slice(0, Math.max(0, literal.indexOf('='))) : []);
}

// EXTERNAL MODULE: ./src/flux/substitution.ts
var substitution = __webpack_require__(1898);
;// CONCATENATED MODULE: ./actions/verify-manifests/rules/substitution-defined.ts












const substitution_defined_tree = (value, ...postBuild) => ({
    'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps', 'postBuild:', ...postBuild.map(line => `  ${line}`))),
    'apps/settings.yaml': configMap('settings', 'default').replace('mode: fast', () => value),
});
const DOMAIN = ['substitute:', '  DOMAIN: example.com'];
const substitutionDefined = {
    id: 'substitution-defined',
    severity: 'error',
    summary: 'Every variable that postBuild meets is set or has a default, and every `${` belongs to one.',
    why: 'Since Flux 2.9 a variable that is not set fails the whole Kustomization, and nothing of it is applied; what Flux cannot read, such as `${{ … }}`, always did.',
    fix: 'Set the variable, give a default with `${name:=default}`, write `$${name}` for what is meant for another program, or put `kustomize.toolkit.fluxcd.io/substitute: disabled` on the object.',
    examples: [
        {
            title: 'a variable with a slip',
            files: substitution_defined_tree('host: www.${DOMAINS} # expect: substitution-defined', ...DOMAIN),
        },
        {
            title: 'an expression of another language',
            files: substitution_defined_tree('token: ${{ secrets.TOKEN }} # expect: substitution-defined', ...DOMAIN),
        },
        {
            title: 'a variable that is set, one with a default, one for a script and one in a comment',
            files: substitution_defined_tree('host: www.${DOMAIN} # ${NOTHING}\n  port: ${PORT:=80}\n  script: echo $${HOME} $HOME', ...DOMAIN),
        },
        {
            title: 'a variable with a slip in a patch',
            files: {
                ...substitution_defined_tree('host: www.${DOMAIN}', ...DOMAIN),
                'apps/kustomization.yaml': `${kustomizeFile('settings.yaml')}patches:\n  - path: host.yaml\n`,
                'apps/host.yaml': configMap('settings', 'default').replace('mode: fast', () => 'host: ${DOMAINS} # expect: substitution-defined'),
            },
        },
        {
            title: 'variables from a ConfigMap of the tree',
            files: {
                ...substitution_defined_tree('host: www.${DOMAIN}', 'substituteFrom:', '  - kind: ConfigMap', '    name: cluster'),
                'clusters/production/settings.yaml': configMap('cluster', 'flux-system').replace('mode:', 'DOMAIN:'),
                'clusters/production/flux-system/kustomization.yaml': kustomizeFile('sync.yaml'),
                'clusters/production/flux-system/sync.yaml': kustomization('flux-system', './clusters/production'),
            },
        },
        {
            title: 'variables from a Secret that the tree does not show',
            files: substitution_defined_tree('host: www.${DOMAINS}', ...DOMAIN, 'substituteFrom:', '  - kind: Secret', '    name: settings'),
        },
        {
            title: 'no variables, so nothing is replaced',
            files: substitution_defined_tree('host: www.${DOMAIN}', 'substitute: {}'),
        },
    ],
    check: context => {
        const mayChange = patchesOf(context.inventory);
        return (0,cluster_graph/* clusterGraphsOf */.Z6)(context.inventory).flatMap(({ cluster, nodes }) => nodes.flatMap(node => substitution_defined_checkNode(node, cluster, mayChange, context)));
    },
};
function substitution_defined_checkNode(node, cluster, mayChange, context) {
    const { inventory } = context;
    const { kustomization } = node;
    const { resource } = kustomization;
    if (inventory.ownness(kustomization) !== 'yes')
        return [];
    const isPatched = inventory.placementsOf(resource).some(placement => mayChange(placement, /postBuild|substitute/));
    const variables = variablesOf(node, isPatched, cluster, inventory);
    if (!variables.isSure)
        return [];
    const wrong = [...variables.names].filter(name => !(0,substitution/* isVariableName */.KL)(name));
    if (wrong.length > 0 && !isPatched)
        return wrong.flatMap(name => wrongName(node, name));
    const isKnown = variables.isComplete;
    const isSet = isKnown ? (name) => variables.names.has(name) : undefined;
    const objects = inventory.folders.get(kustomization)?.objects ?? [];
    if (isDisabledAbove(node, inventory))
        return [];
    const known = { ...variables, isStrict: isStrict(node, context) };
    return [
        ...objects.flatMap(applied => substitution_defined_checkObject(applied, node, known, isSet, mayChange, inventory)),
        ...checkPatches(node, known, isSet, inventory),
    ];
}
/** Patches come in before variables are replaced, so what they write counts too, unless another one may write over it. */
function checkPatches(node, variables, isSet, { folders, layout, buildOf }) {
    const folder = folders.get(node.kustomization);
    const build = buildOf(node.kustomization);
    // Built, every object has what patches made of it.
    if (build !== undefined && 'objects' in build)
        return [];
    if (folder === undefined || folder.objects.some(({ resource }) => (0,substituted/* isLeftAlone */.$W)(resource)))
        return [];
    const places = (0,patch_places/* patchPlacesOf */.i)(node.kustomization, folder.files, layout);
    const patches = [...new Set(places.flatMap(({ file, keys }) => (keys === undefined ? file : [])))];
    return patches.flatMap(file => {
        const others = patches.filter(other => other !== file);
        if (file.text.includes(substituted/* SUBSTITUTE_KEY */.Tb))
            return [];
        const said = new Set();
        return file.documents.flatMap(document => (0,substituted/* badReferencesIn */.Pv)({ file, document, path: [], body: document.value }, isSet).flatMap(reference => {
            const { keys, problem, text } = reference;
            const subject = 'variable' in problem ? problem.variable : text;
            const last = keys.findLast(key => typeof key === 'string');
            if (said.has(subject) || others.some(other => last === undefined || other.text.includes(`${last}:`)))
                return [];
            said.add(subject);
            return [substitution_defined_reportOf(file.path, `the patch ${file.path}`, reference, node, variables)];
        }));
    });
}
function substitution_defined_checkObject(applied, node, variables, isSet, mayChange, inventory) {
    const { made } = applied.resource;
    const resource = made === undefined ? applied.resource : { ...applied.resource, body: made.unsubstituted };
    if ((0,substituted/* isLeftAlone */.$W)(resource) || mayChange(applied, /kustomize\.toolkit\.fluxcd\.io/))
        return [];
    const said = new Set();
    return (0,substituted/* badReferencesIn */.Pv)(resource, isSet).flatMap(reference => {
        const { keys, problem } = reference;
        const subject = 'variable' in problem ? problem.variable : reference.text;
        const last = keys.findLast(key => typeof key === 'string');
        if (said.has(subject) || isReplaced(applied, keys, inventory))
            return [];
        // The rule policy-extract-group has more to say of it.
        if (resource.kind === 'ImagePolicy' && last === 'extract')
            return [];
        if (last !== undefined && mayChange(applied, new RegExp(`\\b${String(last).replace(/\W/g, '\\$&')}\\b`)))
            return [];
        said.add(subject);
        if (resource.made === undefined)
            return [substitution_defined_reportOf(resource.file.path, (0,inventory_resource/* titleOf */.Gg)(resource), reference, node, variables)];
        const { file, span } = (0,inventory_resource/* originOf */.yv)(resource, ...keys);
        return [substitution_defined_reportOf(file, (0,inventory_resource/* titleOf */.Gg)(resource), { ...reference, span }, node, variables)];
    });
}
/** Whether another value stands there in the end, a namespace or an image of kustomize's, or another rule speaks of it. */
function isReplaced({ resource, namespace }, keys, { layout }) {
    if (keys.join('.') === 'metadata.namespace')
        return namespace !== resource.namespace;
    // A group of a pattern in braces is policy-extract-group's matter.
    if (resource.kind === 'ImagePolicy' && keys.at(-1) === 'extract')
        return true;
    return keys.at(-1) === 'image' && [...layout.kustomizeFiles.values()].some(({ images }) => images.length > 0);
}
/** Whether Flux refuses what is not set: by default since 2.9, unless a flag of the controller says otherwise. */
function isStrict({ kustomization: { resource } }, context) {
    const flags = strictFlagsIn(context.inventory);
    if (flags.has('false'))
        return false;
    return flags.has('true') || fluxVersionsFor(resource, context).every(({ minor }) => minor >= 9);
}
const strictFlags = new WeakMap();
/** What the flag of the controller is set to, wherever the tree sets it. */
function strictFlagsIn(inventory) {
    const known = strictFlags.get(inventory);
    if (known !== undefined)
        return known;
    const texts = [...inventory.files.values()].map(({ text }) => text).filter(text => text.includes(STRICT_FLAG));
    const found = new Set(texts.flatMap(text => new RegExp(`${STRICT_FLAG}=(\\w+)`).exec(text)?.[1] ?? []));
    strictFlags.set(inventory, found);
    return found;
}
const STRICT_FLAG = 'StrictPostBuildSubstitutions';
/** Whether a kustomize file, or the Kustomization, may opt out for all that it applies. */
function isDisabledAbove({ kustomization }, { folders, layout }) {
    const files = folders.get(kustomization)?.files ?? new Set();
    const bodies = [...layout.kustomizeFiles.values()].filter(({ file }) => files.has(file.path));
    const parts = bodies.flatMap(({ body }) => ['commonLabels', 'commonAnnotations', 'labels'].map(key => (0,json/* member */.Dc)(body, key)));
    return [...parts, (0,inventory_resource/* valueIn */.xm)(kustomization.resource, 'spec', 'commonMetadata')].some(part => JSON.stringify(part)?.includes(substituted/* SUBSTITUTE_KEY */.Tb) === true);
}
function substitution_defined_reportOf(file, title, { span, text, problem }, { name: by }, { names, isStrict }) {
    if ('error' in problem) {
        return {
            file,
            span,
            message: `${by} runs postBuild over ${title}, which cannot read \`${text}\` (${problem.error}), so nothing of ${by} is applied`,
            found: text,
            expected: 'a variable such as `${name}`, or `$${` for what another program reads',
            fix: { text: text.replace('${', () => '$${') },
        };
    }
    const { variable } = problem;
    const meant = (0,nearest/* nearest */.p)(variable, [...names]);
    const consequence = isStrict
        ? `and since Flux 2.9 postBuild fails where a variable has no value, so nothing of ${by} is applied`
        : 'so nothing stands there in the cluster, and from Flux 2.9 on the whole Kustomization fails';
    return {
        file,
        span,
        severity: isStrict ? 'error' : 'warning',
        message: `${variable} is not set where ${by} applies ${title}, ${consequence}`,
        found: text,
        expected: `one of ${[...names].sort().join(', ')}, a default, or \`$${text}\` for what another program reads`,
        fix: { text: meant === undefined ? `Set ${variable} in ${by}, or write \`$\{${variable}:=…}\`` : `\${${meant}}` },
    };
}
function wrongName({ kustomization: { resource }, name: by }, variable) {
    const isOwn = (0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'postBuild', 'substitute', variable) !== undefined;
    return [
        reportAt(resource, isOwn ? ['spec', 'postBuild', 'substitute', variable] : ['spec', 'postBuild', 'substituteFrom'], {
            message: `"${variable}" is no name of a variable, so nothing of ${by} is applied`,
            found: variable,
            expected: 'letters, digits and `_`, no digit first',
            fix: { text: variable.replace(/[^_a-zA-Z0-9]/g, '_').replace(/^(?=[0-9])/, '_') },
        }),
    ];
}

// EXTERNAL MODULE: ./src/flux/go/duration.ts
var duration = __webpack_require__(3120);
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
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps', 'timeout: 10s # expect: wait-timeout', 'wait: true', 'healthChecks: # expect: wait-timeout', '  - apiVersion: v1', '    kind: ConfigMap', '    name: settings', '    namespace: default')),
                'apps/settings.yaml': configMap('settings', 'default'),
            },
        },
        {
            title: 'three minutes',
            files: {
                'clusters/production/apps.yaml': example_trees_documents(gitRepository(), kustomization('apps', './apps', 'timeout: 3m', 'wait: true')),
                'apps/settings.yaml': configMap('settings', 'default'),
            },
        },
    ],
    check: ({ inventory }) => inventory.kustomizations.flatMap(({ resource }) => {
        const timeout = (0,inventory_resource/* textIn */.r7)(resource, 'spec', 'timeout');
        const seconds = timeout === undefined || (0,image_loop/* hasVariable */.$u)(timeout) ? undefined : (0,duration/* goDuration */.L)(timeout);
        const file = resource.file.path;
        const short = seconds !== undefined && seconds < 30;
        const dead = (0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'wait') === true && (0,inventory_resource/* listIn */.Of)(resource, 'spec', 'healthChecks').length > 0;
        return [
            ...(short
                ? [
                    {
                        file,
                        span: (0,inventory_resource/* placeOf */.$t)(resource, 'spec', 'timeout'),
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
                        span: (0,inventory_resource/* keyPlaceOf */.w8)(resource, 'spec', 'healthChecks'),
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
    // Policy
    policyElectsNewest,
    policyAcceptsBuildTag,
    policyPatternValid,
    policyPatternAnchored,
    policyExtractGroup,
    policySingleChoice,
    policyNumericKey,
    policySemverTags,
    policyRepositoryExists,
    policyDigestInterval,
    policyUsed,
    // Registry
    repositoryMatchesBuild,
    repositoryInsecure,
    repositoryImageReference,
    repositorySecret,
    repositoryExclusions,
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
    markerRewrite,
    markerMissing,
    // Automation
    automationTemplate,
    automationBranch,
    automationLoop,
    automationPath,
    automationOverlap,
    automationSuspended,
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
    healthCheckTarget,
    forceScope,
    jobReruns,
    jobTtl,
    substitutionDefined,
    waitTimeout,
    manifestOrphaned,
    kustomizationPrune,
    alertCoverage,
    // References and platform
    referenceExists,
    selectorMatches,
    platformMatches,
    imageMutableTag,
    sshHostKey,
    // Secrets
    secretPlaintext,
    sealedPlaceholder,
    sealedStructure,
    sealedScope,
    sealedMoved,
    sealedCertificate,
    sopsEncrypted,
    sopsDecryption,
    sopsRecipients,
    // Helm
    helmDrift,
    helmRemediation,
    helmVersion,
    helmSource,
    helmValuesFrom,
    // Documents
    yamlValidRule,
    apiServedRule,
    schemaValidRule,
    ignoreNeededRule,
];

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/facts/kept-facts.ts


/**
 * Facts as a former run has packed them. What another program has packed, or what is damaged, is as if it were not there.
 *
 * @param packed undefined where there is none
 * @param program names the very code that finds facts out: another code may find others
 */
function keptFacts(packed, program) {
    const former = packed === undefined ? new Map() : unpacked(packed, program);
    const used = new Map();
    let added = 0;
    return {
        of(path, text) {
            const file = (0,external_node_crypto_.createHash)('sha256').update(path).update('\0').update(text).digest('base64url');
            return {
                find(name) {
                    const key = `${file} ${name}`;
                    const kept = used.get(key) ?? former.get(key);
                    if (kept === undefined)
                        return undefined;
                    used.set(key, kept);
                    return (0,json/* parseJson */.qF)(kept);
                },
                keep(name, fact) {
                    const found = fact();
                    // A number without an end, say, would come back as something else.
                    if (!(0,json/* isJson */.Fh)(found))
                        return;
                    used.set(`${file} ${name}`, JSON.stringify(found));
                    added += 1;
                },
            };
        },
        packed() {
            if (added * FEW <= used.size)
                return undefined;
            return pack([...used, ...spared(former, used)], program);
        },
    };
}
/** The part of all facts that may be new before they are written. */
const FEW = 20;
/** What this run had no use for, as of another tree: the latest of it, and no more than was of use. */
function spared(former, used) {
    return [...former].filter(([key]) => !used.has(key)).slice(0, used.size);
}
function pack(facts, program) {
    const body = facts.map(([key, fact]) => `${key}\t${fact}\n`).join('');
    return `${headOf(body, program)}\n${body}`;
}
function unpacked(packed, program) {
    const facts = new Map();
    const start = packed.indexOf('\n') + 1;
    if (packed.slice(0, start - 1) !== headOf(packed.slice(start), program))
        return facts;
    for (let at = start; at < packed.length;) {
        const tab = packed.indexOf('\t', at);
        const end = packed.indexOf('\n', tab);
        if (tab < 0 || end < 0)
            break;
        facts.set(packed.slice(at, tab), packed.slice(tab + 1, end));
        at = end + 1;
    }
    return facts;
}
function headOf(body, program) {
    return `fluxgate facts ${program} ${(0,external_node_crypto_.createHash)('sha256').update(body).digest('base64url')}`;
}

;// CONCATENATED MODULE: ./src/facts/facts-file.ts


/** Opens the file of facts of a folder; of a folder that is not there the first. */
async function openFacts(folder, { files, codeId }) {
    const path = (0,external_node_path_.join)(folder, 'facts');
    const facts = keptFacts(await files.readText(path), await codeId());
    return {
        of: facts.of,
        async close() {
            const packed = facts.packed();
            if (packed !== undefined)
                await files.replace(path, Buffer.from(packed));
        },
    };
}

// EXTERNAL MODULE: ./src/facts/file-facts.ts
var file_facts = __webpack_require__(1635);
// EXTERNAL MODULE: ./src/kustomize/kustomize-program.ts
var kustomize_program = __webpack_require__(7225);
;// CONCATENATED MODULE: ./src/kustomize/rendering-cache.ts


/** For whoever keeps nothing. */
const noCache = { find: () => undefined, keep: () => undefined, close: async () => undefined };
const NAME = 'renderings.json';
/** Days after which what nobody asked for is dropped. */
const KEPT = 14;
/**
 * Reads the file of a cache folder. What another version wrote, or what is not as we write it, is as if it were not there.
 */
async function openRenderings(folder, { files, codeId, clock }) {
    const now = clock.now();
    const code = await codeId();
    const today = Math.floor(now / 86_400_000);
    const path = (0,external_node_path_.join)(folder, NAME);
    const text = await files.readText(path);
    const entries = new Map();
    const read = text === undefined ? undefined : (0,json/* parseJson */.qF)(text);
    const found = (0,json/* member */.Dc)(read, 'code') === code ? (0,json/* member */.Dc)(read, 'entries') : undefined;
    for (const [content, value] of (0,json/* isMapping */.pi)(found) ? Object.entries(found) : []) {
        const entry = rendering_cache_entryOf(value);
        if (entry !== undefined && entry.day > today - KEPT)
            entries.set(content, entry);
    }
    let isChanged = false;
    return {
        find(content) {
            const entry = entries.get(content);
            if (entry === undefined)
                return undefined;
            if (entry.day !== today) {
                entries.set(content, { ...entry, day: today });
                isChanged = true;
            }
            return entry.objects;
        },
        keep(content, objects) {
            entries.set(content, { day: today, objects });
            isChanged = true;
        },
        async close() {
            if (!isChanged)
                return;
            const kept = JSON.stringify({ code, entries: Object.fromEntries(entries) });
            // The folder may lie in the tree, and is no part of it.
            await files.replace((0,external_node_path_.join)(folder, '.gitignore'), Buffer.from('*\n'));
            await files.replace(path, Buffer.from(kept));
        },
    };
}
function rendering_cache_entryOf(value) {
    const day = (0,json/* numberMember */.eJ)(value, 'day');
    const list = (0,json/* member */.Dc)(value, 'objects');
    if (day === undefined || !Array.isArray(list))
        return undefined;
    const objects = (0,json/* listMember */.DW)(value, 'objects').flatMap(object => {
        const body = (0,json/* member */.Dc)(object, 'body');
        return (0,json/* isMapping */.pi)(body) ? { body, origin: (0,json/* textMember */.SA)(object, 'origin') } : [];
    });
    return objects.length === list.length ? { day, objects } : undefined;
}

// EXTERNAL MODULE: ./src/flux/inventory/build.ts
var inventory_build = __webpack_require__(6860);
// EXTERNAL MODULE: ./src/kustomize/build-kustomization.ts + 3 modules
var build_kustomization = __webpack_require__(7455);
// EXTERNAL MODULE: ./src/kustomize/flux-overlay.ts
var flux_overlay = __webpack_require__(8486);
;// CONCATENATED MODULE: ./src/kustomize/tree-builds.ts





/** How deep Kustomizations are followed that only a build shows. */
const tree_builds_DEEPEST = 4;
/**
 * Builds trees, what several have in common once, for as long as `body` takes.
 *
 * @param cache what former runs have built
 */
async function withTreeBuilds({ program, cache, runner, progress, }, body) {
    const { files } = runner;
    const build = (0,build_kustomization/* kustomizationBuilder */.R)(program, runner);
    const folders = [];
    const known = new Map();
    let [done, all] = [0, 0];
    async function buildOnce(request, content) {
        const former = cache.find(content);
        if (former !== undefined)
            return { objects: former };
        all += 1;
        progress(done, all);
        const made = await build(request);
        done += 1;
        progress(done, all);
        if ('objects' in made)
            cache.keep(content, made.objects);
        return made;
    }
    async function built({ inventory: read, paths, bytesOf }) {
        const disk = copyOnDisk(read, paths, bytesOf);
        const mine = new Map();
        let inventory = read;
        for (let depth = 0; depth < tree_builds_DEEPEST; depth += 1) {
            const { layout, folders, ownness, kustomizations } = inventory;
            const missing = new Map(kustomizations
                .filter(item => ownness(item) !== 'no')
                .map(item => [(0,inventory_build/* buildKey */.s)(item), item])
                .filter(([key]) => !mine.has(key)));
            if (missing.size === 0)
                break;
            await Promise.all([...missing].map(async ([key, kustomization]) => {
                const folder = folders.get(kustomization);
                if (folder === undefined)
                    return;
                const content = await contentKey(kustomization, folder.files, inventory, bytesOf);
                const making = known.get(content) ?? buildOnce({ kustomization, folder, layout, disk }, content);
                known.set(content, making);
                mine.set(key, await making);
            }));
            inventory = read.builtWith(kustomization => mine.get((0,inventory_build/* buildKey */.s)(kustomization)));
        }
        return inventory;
    }
    /** A folder in which the files of a tree appear as they are asked for. */
    function copyOnDisk({ files: manifests }, paths, bytesOf) {
        let root;
        const written = new Map();
        const make = async () => {
            const folder = await files.temporaryFolder('tree');
            folders.push(folder);
            return folder;
        };
        const write = async (folder, wanted) => {
            const contents = await Promise.all(wanted.map(async (path) => [path, manifests.get(path)?.text ?? (await bytesOf(path))]));
            await files.writeAll((0,external_node_path_.join)(folder, build_kustomization/* TREE */.P), contents.flatMap(([path, content]) => (content === undefined ? [] : [[path, content]])));
        };
        return {
            async holding(wanted, mayLieThere) {
                root ??= make();
                const folder = await root;
                const all = (wanted === 'all' ? await paths() : [...wanted]).filter(mayLieThere);
                const missing = all.filter(path => !written.has(path));
                const writing = missing.length === 0 ? undefined : write(folder, missing);
                for (const path of missing)
                    if (writing !== undefined)
                        written.set(path, writing);
                await Promise.all(new Set(all.map(path => written.get(path))));
                return folder;
            },
            async apart(wanted, mayLieThere) {
                const folder = await files.temporaryFolder('tree');
                const all = (wanted === 'all' ? await paths() : [...wanted]).filter(mayLieThere);
                await write(folder, all);
                return folder;
            },
        };
    }
    /** Names what a build depends on: the program, what Flux adds, and the content of every file that it takes. */
    async function contentKey(kustomization, paths, { files: manifests, layout }, bytesOf) {
        const hash = (0,external_node_crypto_.createHash)('sha256').update(`${program.command} ${program.version}\n`);
        // A path with nothing in it is told by its name alone.
        hash.update(JSON.stringify([kustomization.path, (0,flux_overlay/* fluxOverlay */.Q)(kustomization, layout, '.')]));
        for (const path of [...paths].sort()) {
            const manifest = manifests.get(path);
            hash
                .update(`\0${path}\0`)
                .update(manifest === undefined ? ((await bytesOf(path)) ?? 'missing') : hashOf(manifest));
        }
        return hash.digest('base64url');
    }
    try {
        return await body(built);
    }
    finally {
        await Promise.allSettled(known.values());
        for (const folder of folders)
            await files.remove(folder);
    }
}
const hashes = new WeakMap();
function hashOf(file) {
    const known = hashes.get(file);
    if (known !== undefined)
        return known;
    const hash = (0,external_node_crypto_.createHash)('sha256').update(file.text).digest('base64url');
    hashes.set(file, hash);
    return hash;
}

// EXTERNAL MODULE: ./src/tree/read-tree.ts
var read_tree = __webpack_require__(8555);
// EXTERNAL MODULE: ./src/tree/tree-paths.ts
var tree_paths = __webpack_require__(8483);
;// CONCATENATED MODULE: ./actions/verify-manifests/cache-folder.ts


/**
 * The folder that keeps things between runs, as an absolute path without links. One that git tracks files in comes with the change
 * that is judged, and must not say how: nothing is kept then.
 *
 * @param cache as the user gives it: absolute, or from the workspace
 */
async function cacheFolder(cache, { workspace, files, exec, env, log }) {
    if (cache === undefined)
        return undefined;
    const folder = await files.realPath((0,external_node_path_.isAbsolute)(cache) ? cache : (0,external_node_path_.join)(workspace, cache));
    if ((await files.kind(folder)) === undefined)
        return folder;
    const tracked = await (0,repository/* openGit */.z)(exec, folder, env).ask('ls-files', '-z', '--', '.');
    if (tracked === undefined || tracked === '')
        return folder;
    log.warning(`The cache ${cache} is not used: git tracks files in it. Choose a folder outside of the repository`);
    return undefined;
}

;// CONCATENATED MODULE: ./actions/verify-manifests/cluster-facts/known-outside.ts


/**
 * What exists outside of git, by what the configuration names and by what a cluster holds.
 *
 * A cluster also holds what this very tree has brought, and that goes when its manifest does: what Flux prunes with its
 * Kustomization, what a HelmRelease takes along, what the garbage collector takes after its owner. None of it counts, so that a
 * change which removes it is judged as if it were gone. What a cluster does not hold says nothing: the file may be old.
 *
 * @param base the tree before the change
 */
function knownOutside(named, facts, inventory, base) {
    if (facts.length === 0)
        return named;
    const goes = leavingWith(inventory, base);
    const stays = facts.filter(fact => !goes(fact));
    return {
        secrets: joined(named.secrets, stays, ({ kind, namespace, name }) => kind === 'Secret' && namespace !== undefined ? `${namespace}/${name}` : undefined),
        namespaces: joined(named.namespaces, stays, ({ kind, name }) => (kind === 'Namespace' ? name : undefined)),
        // A CRD is named after its group: `widgets.example.com`.
        crds: joined(named.crds, stays, ({ kind, name }) => kind === 'CustomResourceDefinition' && name.includes('.') ? name.slice(name.indexOf('.') + 1) : undefined),
        objects: joined(named.objects, stays, ({ kind, namespace, name }) => namespace === undefined ? `${kind}/${name}` : `${kind}/${namespace}/${name}`),
    };
}
function joined(named, facts, keyOf) {
    return new Set([...named, ...facts.flatMap(fact => keyOf(fact) ?? [])]);
}
/** Whether an object of the cluster comes from the tree, so that the tree alone says whether it is there. */
function leavingWith(inventory, base) {
    const pruning = new Set([...pruningIn(base), ...pruningIn(inventory)]);
    for (const name of keepingIn(inventory))
        pruning.delete(name);
    const removed = removedSince(inventory, base);
    return ({ namespace, kustomization, release, owner, isKept }) => {
        // Flux prunes nothing that has an owner: controllers copy its labels to what they make.
        if (owner !== undefined)
            return removed.has(keyOf(owner.kind, namespace, owner.name));
        if (release !== undefined)
            return removed.has(keyOf('HelmRelease', release.namespace, release.name));
        return kustomization !== undefined && !isKept && pruning.has(nameOf(kustomization));
    };
}
/** The Kustomizations that prune, and surely take their manifests from this tree. */
function pruningIn(inventory) {
    return (inventory?.kustomizations ?? []).flatMap(item => inventory !== undefined && inventory.ownness(item) === 'yes' && prunes(item) && !(0,cluster_graph/* isRemote */.Vx)(item)
        ? known_outside_namesOf(item.resource, inventory)
        : []);
}
function keepingIn(inventory) {
    return inventory.kustomizations.flatMap(item => (prunes(item) ? [] : known_outside_namesOf(item.resource, inventory)));
}
function prunes({ resource }) {
    return (0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'prune') === true && (0,inventory_resource/* textIn */.r7)(resource, 'spec', 'deletionPolicy') !== 'Orphan';
}
/** Objects that the tree had before the change and no longer has. */
function removedSince(inventory, base) {
    const removed = new Set(base === undefined ? [] : base.resources.flatMap(resource => known_outside_keysOf(resource, base)));
    if (removed.size > 0) {
        for (const resource of inventory.resources)
            for (const key of known_outside_keysOf(resource, inventory))
                removed.delete(key);
    }
    return removed;
}
function known_outside_keysOf(resource, { placementsOf }) {
    return placementsOf(resource).flatMap(({ namespace, name }) => name === undefined ? [] : keyOf(resource.kind, namespace, name));
}
function known_outside_namesOf(resource, { placementsOf }) {
    return placementsOf(resource).flatMap(({ namespace, name }) => namespace === undefined || name === undefined ? [] : nameOf({ namespace, name }));
}
function keyOf(kind, namespace, name) {
    return `${kind} ${nameOf({ namespace: namespace ?? '', name })}`;
}
function nameOf({ namespace, name }) {
    return `${namespace}/${name}`;
}

;// CONCATENATED MODULE: ./actions/verify-manifests/cluster-facts/fact.ts
const KUSTOMIZE = 'kustomize.toolkit.fluxcd.io';
const HELM = 'helm.toolkit.fluxcd.io';
const APP = 'app.kubernetes.io';
/** What is asked of every object, by the name of its column: where it stands. Names and labels hold no blanks. */
const fact_COLUMNS = {
    KIND: ['kind'],
    NAMESPACE: ['metadata', 'namespace'],
    NAME: ['metadata', 'name'],
    KUSTOMIZATION: ['metadata', 'labels', `${KUSTOMIZE}/name`],
    'KUSTOMIZATION-NAMESPACE': ['metadata', 'labels', `${KUSTOMIZE}/namespace`],
    RELEASE: ['metadata', 'labels', `${HELM}/name`],
    'RELEASE-NAMESPACE': ['metadata', 'labels', `${HELM}/namespace`],
    'OWNER-KIND': ['metadata', 'ownerReferences', 0, 'kind'],
    OWNER: ['metadata', 'ownerReferences', 0, 'name'],
    PRUNE: ['metadata', 'annotations', `${KUSTOMIZE}/prune`],
    'PRUNE-LABEL': ['metadata', 'labels', `${KUSTOMIZE}/prune`],
    'PART-OF': ['metadata', 'labels', `${APP}/part-of`],
    VERSION: ['metadata', 'labels', `${APP}/version`],
};
/** The fact that the values of an object tell; undefined without kind and name. */
function factOf(value) {
    const kind = value('KIND');
    const name = value('NAME');
    if (kind === undefined || name === undefined)
        return undefined;
    const ownerKind = value('OWNER-KIND');
    const owner = value('OWNER');
    return {
        kind,
        namespace: value('NAMESPACE'),
        name,
        kustomization: objectName(value('KUSTOMIZATION-NAMESPACE'), value('KUSTOMIZATION')),
        release: objectName(value('RELEASE-NAMESPACE'), value('RELEASE')),
        owner: ownerKind === undefined || owner === undefined ? undefined : { kind: ownerKind, name: owner },
        isKept: isDisabled(value('PRUNE')) || isDisabled(value('PRUNE-LABEL')),
        fluxVersion: value('PART-OF') === 'flux' ? value('VERSION') : undefined,
    };
}
function objectName(namespace, name) {
    return namespace === undefined || name === undefined ? undefined : { namespace, name };
}
function isDisabled(value) {
    return value?.toLowerCase() === 'disabled';
}

;// CONCATENATED MODULE: ./actions/verify-manifests/cluster-facts/wrong-facts.ts

/** Where the command stands that writes a file of facts. */
const GUIDE = 'actions/verify-manifests/README.md, "What a cluster holds"';
const MAKE_IT = `Make it with the command of ${GUIDE}`;
/** What is wrong with a file of facts. Nothing of what it holds is repeated: it may be a file that nobody meant. */
function wrongFacts(place, problem, next = MAKE_IT) {
    return new src_errors/* UserError */.yo(`cluster facts ${place}: ${problem}`, { next, usage: true });
}

;// CONCATENATED MODULE: ./actions/verify-manifests/cluster-facts/json.ts




/**
 * The facts of a list as `kubectl get … -o json` writes it; of an object only its name, labels and owner count.
 *
 * @throws UserError with the place of what is no such list, and of a Secret that comes with its data
 */
function jsonFacts(text, path) {
    const list = (0,json/* parseJson */.qF)(text);
    if (list === undefined)
        throw wrongFacts(path, 'it is cut short, or no JSON');
    const items = (0,json/* member */.Dc)(list, 'items');
    if (!Array.isArray(items))
        throw wrongFacts(path, 'it is no list of objects: expected `"items": […]`');
    return items.map((item, index) => {
        const place = () => `${path}${json_lineOf(text, path, index)}`;
        if (holdsData(item))
            throw loudSecret(place(), index);
        const fact = (0,json/* isMapping */.pi)(item)
            ? factOf(column => {
                const found = (0,json/* valueAt */.fK)(item, fact_COLUMNS[column]);
                return typeof found === 'string' && found !== '' ? found : undefined;
            })
            : undefined;
        if (fact === undefined)
            throw wrongFacts(place(), `item ${index + 1} is no object: kind and name are needed`);
        return fact;
    });
}
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
/** Whether a Secret is there with its values, or with what kubectl remembers of them. */
function holdsData(item) {
    if ((0,json/* textMember */.SA)(item, 'kind') !== 'Secret')
        return false;
    const annotations = (0,json/* member */.Dc)((0,json/* member */.Dc)(item, 'metadata'), 'annotations');
    return ([(0,json/* member */.Dc)(item, 'data'), (0,json/* member */.Dc)(item, 'stringData')].some(data => data !== undefined && data !== null && JSON.stringify(data) !== '{}') || (0,json/* member */.Dc)(annotations, LAST_APPLIED) !== undefined);
}
function loudSecret(place, index) {
    return wrongFacts(place, `item ${index + 1} is a Secret with its data, which whoever reads the file then knows`, `Delete the file, also from the history of git, renew what the Secret holds, and use the command of ${GUIDE}, which writes no data`);
}
/** Texts above it are not read a second time for the sake of a line. */
const MOST_SEARCHED = 1_000_000;
function json_lineOf(text, path, index) {
    if (text.length > MOST_SEARCHED)
        return '';
    const file = (0,source_file/* readSourceFile */.uj)(path, text);
    const [document] = file.documents;
    return document === undefined ? '' : `:${(0,source_file/* spanAt */.i6)(file, document, ['items', index]).line}`;
}

;// CONCATENATED MODULE: ./actions/verify-manifests/cluster-facts/table.ts


const table_KINDS = 'namespaces,crds,secrets,configmaps,services,serviceaccounts,persistentvolumeclaims';
/** What writes such a table. The data of a Secret is in no column, so it never reaches the file. */
const FACTS_COMMAND = (/* unused pure expression or super */ null && (`kubectl get ${table_KINDS} --all-namespaces --output custom-columns='${Object.entries(COLUMNS)
    .map(([column, keys]) => `${column}:${keys.map(pathPart).join('')}`)
    .join(',')}'`));
function pathPart(key) {
    return typeof key === 'number' ? `[${key}]` : `.${key.replaceAll('.', '\\.')}`;
}
/** What kubectl writes where there is nothing. */
const NOTHING = '<none>';
/** A name, a kind or the value of a label, as the API server lets them be. */
const WORD = /^[A-Za-z0-9][A-Za-z0-9._:-]*$/;
/**
 * The facts of kubectl's table, one a line. A label may be empty, so values go by where their columns begin.
 *
 * @throws UserError with the line of what is no row of it
 */
function tableFacts(text, path) {
    const [head = '', ...lines] = text.split(/\r?\n/);
    const columns = columnsOf(head);
    const names = columns.map(({ name }) => name);
    const known = Object.keys(fact_COLUMNS);
    if (names.join(' ') !== known.join(' ')) {
        const missing = known.find(name => !names.includes(name));
        const isClose = names[0] === 'KIND' && missing !== undefined;
        throw wrongFacts(`${path}:1`, isClose ? `the column ${missing} is missing` : 'it does not begin with the columns');
    }
    return lines.flatMap((line, index) => {
        if (line.trim() === '')
            return [];
        const row = rowOf(line, columns);
        const fact = row && factOf(column => row.get(column));
        if (fact !== undefined)
            return [fact];
        const problem = row === undefined ? 'what stands here is not in the columns' : 'KIND and NAME are needed';
        throw wrongFacts(`${path}:${index + 2}`, problem);
    });
}
function columnsOf(head) {
    const found = [...head.matchAll(/\S+/g)];
    return found.map(({ 0: name, index }, at) => ({ name, start: index, end: found[at + 1]?.index ?? Infinity }));
}
/** The values of a line, by column; undefined for a line that holds anything else. */
function rowOf(line, columns) {
    const row = new Map();
    for (const { name, start, end } of columns) {
        const value = line.slice(start, end).trimEnd();
        if (value === '' || value === NOTHING)
            continue;
        if (!WORD.test(value))
            return undefined;
        row.set(name, value);
    }
    return row;
}

;// CONCATENATED MODULE: ./actions/verify-manifests/cluster-facts/read-facts.ts





const noFacts = { facts: [], path: undefined, flux: undefined };
/** Bytes: some hundred thousand objects in the table, some thousand as JSON. */
const LARGEST_FACTS = 50_000_000;
/**
 * Reads a file of facts.
 *
 * @param path absolute or from the workspace
 * @param root of the tree
 * @throws UserError, as of a wrong command line, for what is not there or no facts
 */
async function readFactsFile(path, root, { files, workspace }) {
    const whole = (0,external_node_path_.resolve)(workspace, path);
    const kind = await files.kind(whole);
    if (kind !== 'file')
        throw wrongFacts(path, kind === undefined ? 'there is no such file' : 'it is a folder');
    // A link of a proposed change must not lead to what is not its own.
    const below = (0,external_node_path_.relative)(workspace, whole);
    const isOutside = below.startsWith('..') || (0,external_node_path_.isAbsolute)(below);
    const [folder, file] = isOutside ? [(0,external_node_path_.dirname)(whole), (0,external_node_path_.basename)(whole)] : [workspace, below];
    const [text] = await files.readAll(folder, [file], LARGEST_FACTS);
    if (text === undefined)
        throw wrongFacts(path, 'it is a link that leads elsewhere', 'Put the file itself where the link is');
    if (Buffer.byteLength(text) > LARGEST_FACTS)
        throw wrongFacts(path, `it is larger than ${LARGEST_FACTS / 1_000_000} MB`, 'Ask kubectl for fewer kinds');
    const facts = factsIn(text, path);
    const minor = fluxMinorIn(facts);
    const own = (0,external_node_path_.relative)(root, whole).split('\\').join('/');
    return {
        facts,
        path: own.startsWith('../') ? undefined : own,
        flux: minor === undefined ? undefined : { minor, from: path },
    };
}
/** The facts of a text: the table that FACTS_COMMAND writes, or kubectl's JSON. */
function factsIn(text, path) {
    if (text.includes('\u0000'))
        throw wrongFacts(path, 'it is no UTF-8', 'PowerShell writes UTF-16 by itself: use `| Out-File -Encoding utf8`');
    const whole = text.replace(/^\ufeff/, '');
    if (whole.trim() === '')
        throw wrongFacts(path, 'it is empty, as when kubectl failed');
    return /^\s*[[{]/.test(whole) ? jsonFacts(whole, path) : tableFacts(whole, path);
}
/** The minor of the Flux that a cluster runs, where all its parts agree. */
function fluxMinorIn(facts) {
    const minors = new Set(facts.flatMap(({ fluxVersion }) => parseFluxMinor(fluxVersion ?? '') ?? []));
    const [minor] = minors;
    return minors.size === 1 ? minor : undefined;
}

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
    const old = (0,src_grouped/* grouped */.z)(before.findings, finding => keyBefore(finding, before.renames));
    const judged = [...(0,src_grouped/* grouped */.z)(now, keyNow)].flatMap(([key, group]) => {
        const known = old.get(key) ?? [];
        old.delete(key);
        return judgeEqual(group, known, before);
    });
    const fixed = [...old.values()].flat().map(finding => ({ ...finding, status: 'fixed' }));
    return [...judged, ...fixed].sort(findings_finding/* compareFindings */.E);
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
/** An error weighs more than a warning: what becomes worse is new. */
function weight({ severity }) {
    return findings_finding/* severities */.g.length - findings_finding/* severities */.g.indexOf(severity);
}

// EXTERNAL MODULE: ./src/findings/report.ts
var findings_report = __webpack_require__(6226);
;// CONCATENATED MODULE: ./src/flux/deliveries/deployment-links.ts






/** From the file that a marker is in to what runs. */
function linksOfMarker(marker, inventory) {
    const object = byFile(inventory)
        .get(marker.file)
        ?.find(resource => (0,joint/* holdsLine */.Hq)(resource, marker.line));
    if (object !== undefined)
        return [...appliedLinks(object, inventory), ...secretLinks(object, inventory), ...hostLinks(object)];
    const readers = readersOf(marker.file, inventory);
    if (readers.length > 0) {
        return readers.flatMap(reader => [
            { from: (0,joint/* markerEnd */.WY)(marker), to: (0,joint/* endOf */.pJ)(reader), evidence: [(0,joint/* evidenceAt */.VM)(reader, /^job-/)] },
            ...appliedLinks(reader, inventory),
            ...secretLinks(reader, inventory),
            ...hostLinks(reader),
        ]);
    }
    return transformedLinks(marker, inventory);
}
const byFile = (0,once_per/* oncePer */.P)(({ resources }) => (0,src_grouped/* grouped */.z)(resources, ({ file }) => file.path));
/** The Kustomization that applies an object, those that it waits for, and the bootstrap that brings it. */
function appliedLinks(object, inventory) {
    const placements = inventory.placementsOf(object);
    return placements.flatMap(({ by, cluster }) => {
        if (by === undefined) {
            const why = `no Flux Kustomization of this tree applies ${object.file.path}`;
            return [
                { from: { title: 'a Flux Kustomization', place: undefined }, to: (0,joint/* endOf */.pJ)(object), evidence: [], unknown: why },
            ];
        }
        const apply = {
            from: (0,joint/* endOf */.pJ)(by.resource),
            to: (0,joint/* endOf */.pJ)(object),
            evidence: [
                (0,joint/* evidenceAt */.VM)(by.resource, /^kustomization-|^applied-once|^health-check|^substitution-/),
                (0,joint/* evidenceAt */.VM)(object, /^namespace-first|^crd-first|^reference-|^platform-|^job-|^applied-once|^schema-valid|^yaml-valid/),
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
                from: (0,joint/* endOf */.pJ)(found.resource),
                to: (0,joint/* endOf */.pJ)(by.resource),
                evidence: [(0,joint/* evidenceAt */.VM)(by.resource, /^depends-on-/)],
            },
        ];
    });
}
function bootstrapLinks(by, root, inventory) {
    const parent = deployment_links_appliersOf(inventory)
        .get(by.resource)
        ?.find(other => other !== by);
    if (parent === undefined)
        return [];
    const to = { ...(0,joint/* endOf */.pJ)(by.resource) };
    return [
        {
            from: { ...(0,joint/* endOf */.pJ)(parent.resource), title: `${(0,joint/* endOf */.pJ)(parent.resource).title} at ${parent.path ?? root}` },
            to,
            evidence: [(0,joint/* evidenceAt */.VM)(parent.resource, /^applied-once|^kustomization-/)],
        },
    ];
}
/** Who applies each Kustomization. */
const deployment_links_appliersOf = (0,once_per/* oncePer */.P)(({ kustomizations, folders }) => {
    const own = new Set(kustomizations.map(({ resource }) => resource));
    const found = new Map();
    for (const applier of kustomizations) {
        for (const { resource } of folders.get(applier)?.objects ?? [])
            if (own.has(resource))
                found.set(resource, [...(found.get(resource) ?? []), applier]);
    }
    return found;
});
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
            from: (0,joint/* endOf */.pJ)(secret),
            to: (0,joint/* endOf */.pJ)(object),
            evidence: [(0,joint/* evidenceAt */.VM)(secret, /^secret-|^sealed-|^sops-/)],
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
            from: (0,joint/* endOf */.pJ)(object),
            to,
            evidence: [(0,joint/* evidenceAt */.VM)(object, /^ssh-|^job-/)],
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
                from: (0,joint/* markerEnd */.WY)(marker),
                to: { title: 'a workload', place: undefined },
                evidence: [],
                unknown: `what reads ${marker.file} is not seen in this tree`,
            },
        ];
    }
    return users.flatMap(([by]) => [
        {
            from: (0,joint/* markerEnd */.WY)(marker),
            to: (0,joint/* endOf */.pJ)(by.resource),
            evidence: [(0,joint/* evidenceAt */.VM)(by.resource, /^kustomization-|^applied-once/)],
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
        ? (0,inventory_resource/* valueIn */.xm)(object, 'spec', 'jobTemplate', 'spec', 'template', 'spec')
        : (0,inventory_resource/* valueIn */.xm)(object, 'spec', 'template', 'spec');
    return object.kind === 'Pod' ? (0,inventory_resource/* valueIn */.xm)(object, 'spec') : template;
}

;// CONCATENATED MODULE: ./src/flux/deliveries/image-links.ts


/** From the build to what the automation writes. */
function imageLinks(image, policies, markers, { inventory, loop, builds }) {
    const registry = { title: image, place: undefined };
    const repositories = loop.repositories.filter(repository => repository.image === image);
    return [
        ...buildLinks(registry, builds, inventory),
        ...(repositories.length === 0
            ? [unscanned(registry)]
            : repositories.map(repository => scanLink(registry, repository))),
        ...policies.flatMap(policy => policyLinks(policy, registry, builds)),
        ...policies.flatMap(policy => writeLinks(policy, markers.filter(marker => marker.policy === policy), loop)),
    ];
}
function buildLinks(registry, all, { builds }) {
    const own = all.filter(({ image }) => image === registry.title);
    if (own.length > 0)
        return own.flatMap(build => builtLinks(build, registry));
    const hidden = builds.find(({ images, registry: host }) => !images.known || !host.known);
    const why = hidden === undefined
        ? 'no workflow of this tree builds it with build-push; the inputs "registry" and "images" can state it'
        : `${image_links_reasonOf(hidden)}; the inputs "registry" and "images" can state it`;
    return [
        {
            from: hidden === undefined ? { title: 'a build', place: undefined } : stepEnd(hidden),
            to: registry,
            evidence: [],
            unknown: why,
        },
    ];
}
function image_links_reasonOf({ images, registry }) {
    return !images.known ? images.why : !registry.known ? registry.why : 'the build does not say it';
}
function builtLinks({ step: build, place }, registry) {
    if (build === undefined || place === undefined) {
        return [{ from: { title: 'the build, as stated', place: undefined }, to: registry, evidence: [] }];
    }
    const { workflow, span } = build;
    const { file } = place;
    const step = stepEnd(build);
    const triggers = workflow?.push?.span.line ?? 1;
    const evidence = [{ file, firstLine: span.line, lastLine: place.span.line, rules: /^repository-|^image-/ }];
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
        to: (0,joint/* endOf */.pJ)(resource),
        evidence: [(0,joint/* evidenceAt */.VM)(resource, /^repository-|^api-served|^schema-valid/)],
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
function policyLinks(policy, registry, builds) {
    const { repository, resource } = policy;
    if (repository.state !== 'found')
        return [];
    const prefix = builds.find(({ image }) => image === registry.title)?.tagPrefix;
    const tag = {
        title: prefix === undefined ? 'the tags of the build' : `tag ${prefix}-<sha7>-<seconds>`,
        place: undefined,
    };
    return [
        {
            from: (0,joint/* endOf */.pJ)(repository.target.resource),
            to: (0,joint/* endOf */.pJ)(resource),
            evidence: [(0,joint/* evidenceAt */.VM)(resource, /^policy-repository-exists|^api-served|^schema-valid/)],
        },
        {
            from: tag,
            to: (0,joint/* endOf */.pJ)(resource),
            evidence: [(0,joint/* evidenceAt */.VM)(resource, /^policy-(?!repository)/)],
            unknown: prefix !== undefined ? undefined : 'which tags the build makes is not known',
        },
    ];
}
function writeLinks(policy, markers, { automations }) {
    const from = (0,joint/* endOf */.pJ)(policy.resource);
    if (markers.length === 0) {
        return [
            {
                from,
                to: { title: 'a setter marker', place: undefined },
                evidence: [(0,joint/* evidenceAt */.VM)(policy.resource, /^policy-used/)],
                unknown: 'no marker of this tree names it',
            },
        ];
    }
    const writers = automations.filter(automation => (0,image_loop/* automationSees */.EG)(automation, policy) !== 'no');
    return markers.flatMap(marker => [
        {
            from,
            to: (0,joint/* markerEnd */.WY)(marker),
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
                to: (0,joint/* markerEnd */.WY)(marker),
                evidence: [],
                unknown: 'no ImageUpdateAutomation of this tree takes its policy',
            },
        ];
    }
    return writers.map(({ resource }) => ({
        from: (0,joint/* endOf */.pJ)(resource),
        to: (0,joint/* markerEnd */.WY)(marker),
        evidence: [
            (0,joint/* evidenceAt */.VM)(resource, /^automation-|^api-served|^schema-valid/),
            { file: marker.file, firstLine: marker.line, lastLine: marker.line, rules: /^marker-scope/ },
        ],
    }));
}

;// CONCATENATED MODULE: ./src/flux/deliveries.ts



/**
 * The way of each image from the build to the workload, derived from what the tree holds. A link is broken when a rule has
 * found an error at it, unknown when it leads through what the tree does not show, and proven otherwise.
 */
function deliveryChains(world, markers, findings) {
    const errors = findings.filter(({ severity }) => severity === 'error');
    const { inventory, loop } = world;
    return deliveries_imagesOf(world).map(image => {
        const policies = loop.policies.filter(({ repository }) => repository.state === 'found' && repository.target.image === image);
        const own = markers.filter(({ policy }) => policies.includes(policy));
        const joints = [
            ...imageLinks(image, policies, own, world),
            ...own.flatMap(marker => linksOfMarker(marker, inventory)),
        ];
        return { image, links: distinct(joints.map(joint => judged(joint, errors))) };
    });
}
/** What is built, and what a policy elects from. */
function deliveries_imagesOf({ builds, loop }) {
    const built = builds.map(({ image }) => image);
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

// EXTERNAL MODULE: ./src/flux/inventory/source-ignore.ts + 1 modules
var source_ignore = __webpack_require__(6896);
;// CONCATENATED MODULE: ./src/flux/inventory/affected.ts






/**
 * The Kustomizations whose result a change of files can alter: by what is in their folders, by what they say themselves, by the
 * source that they take it from (and what a .sourceignore leaves out of it) and by the ConfigMaps and Secrets whose values they put in. Rather one too many than one too few.
 *
 * @param changed paths of files that were changed, added or removed, manifests or not
 */
function affectedKustomizations(inventory, changed) {
    const { kustomizations, folders } = inventory;
    if ([...changed].some(path => external_node_path_.posix.basename(path) === source_ignore/* IGNORE_FILE */.S))
        return new Set(kustomizations);
    const named = new Set([...changed].flatMap(path => inventory.layout.resourcesOf(path).map(({ name }) => name)));
    const parts = new Set(inventory.parts.map(({ file }) => file.path));
    const isObject = (path) => inventory.layout.resourcesOf(path).length > 0 && !(0,kustomize_file/* isKustomizeFileName */.vp)(path) && !parts.has(path);
    const affected = new Set();
    const reshaped = new Set();
    for (const item of kustomizations) {
        const own = readBy(item, changed, inventory);
        if (changed.has(item.resource.file.path) || own.some(path => !isObject(path)))
            reshaped.add(item);
        if (reshaped.has(item) || own.length > 0 || namesIn(item).some(name => named.has(name)))
            affected.add(item);
    }
    // Whoever applies a Kustomization may patch it.
    for (const parent of reshaped) {
        const applied = new Set(folders.get(parent)?.objects.map(({ resource }) => resource));
        for (const item of kustomizations)
            if (applied.has(item.resource))
                reshaped.add(item);
    }
    return new Set([...affected, ...reshaped]);
}
/** The files of the affected Kustomizations and of all that wait for them, and the changed files themselves. */
function affectedFiles(inventory, changed) {
    const { kustomizations, folders } = inventory;
    const affected = new Set(affectedKustomizations(inventory, changed));
    for (const { resource } of affected) {
        const waiting = kustomizations.filter(({ dependsOn }) => dependsOn.some(({ name }) => name === resource.name));
        for (const item of waiting)
            affected.add(item);
    }
    const files = [...affected].flatMap(item => [item.resource.file.path, ...(folders.get(item)?.files ?? [])]);
    return new Set([...changed, ...files]);
}
/** Those of the changed files that it is built from. What is no manifest may be read by whatever stands above it. */
function readBy(item, changed, { folders, layout }) {
    const files = folders.get(item)?.files ?? new Set();
    const roots = new Set([
        ...(item.path === undefined ? [] : [item.path]),
        ...item.components,
        ...[...files].filter(kustomize_file/* isKustomizeFileName */.vp).map(path => external_node_path_.posix.dirname(path)),
    ]);
    return [...changed].filter(path => files.has(path) || (!layout.isFile(path) && [...roots].some(root => (0,inventory_applied/* isBelow */.Yw)(path, root))));
}
/** Of the objects that it takes its manifests and its variables from. */
function namesIn({ source, resource }) {
    return [source.name, ...(0,inventory_resource/* listIn */.Of)(resource, 'spec', 'postBuild', 'substituteFrom').map(from => (0,json/* textMember */.SA)(from, 'name'))];
}

// EXTERNAL MODULE: ./src/flux/inventory/critical-path.ts
var critical_path = __webpack_require__(5771);
// EXTERNAL MODULE: ./src/flux/inventory/markers.ts + 5 modules
var markers = __webpack_require__(7150);
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
function contextOf(request) {
    const { inventory, config, flux, stated, base, now } = request;
    const loop = (0,image_loop/* imageLoopOf */.rN)(inventory);
    const builds = imageBuildsOf(inventory, stated);
    return { inventory, loop, markers: (0,markers/* markersOf */.B)(inventory, loop), builds, config, flux, base, now };
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
    return [...findings].sort(findings_finding/* compareFindings */.E).filter(({ file, rule, span, message }) => {
        const key = JSON.stringify([file, rule, span.line, span.column, message]);
        if (seen.has(key))
            return false;
        seen.add(key);
        return true;
    });
}

;// CONCATENATED MODULE: ./actions/verify-manifests/verify.ts










/** Judges a tree, and the change that led to it. */
async function verify(request) {
    const { inventory, config, flux, rules, stated, base, failOn, schemaFindings, unchecked, unbuilt } = request;
    const isPartial = base !== undefined && request.changedOnly && !base.changed.has(CONFIG_FILE);
    // One rule compares what is sealed.
    const early = isPartial && inventory.ofKind('bitnami.com', 'SealedSecret').length === 0 ? undefined : await base?.load();
    const context = contextOf({ ...request, base: early?.inventory });
    const now = lintWith(context, rules, schemaFindings);
    // What is only told where the change brings it needs no tree before as long as there is nothing to tell.
    const former = early ?? (isPartial && now.length === 0 ? undefined : await base?.load());
    const affected = isPartial ? affectedBy(inventory, base.changed, former) : undefined;
    const asked = affected === undefined ? rules : rulesToCompare(rules, now);
    const before = base &&
        former && {
        findings: asked.length === 0
            ? []
            : lint({
                inventory: former.inventory,
                config,
                flux,
                rules: asked,
                stated,
                now: request.now,
                more: former.schemaFindings,
            }),
        renames: base.renames,
        textBefore: (path) => former.inventory.files.get(path)?.text,
        textNow: (path) => inventory.files.get(path)?.text,
    };
    const findings = judge_judge(now, before).filter(({ file, status }) => affected === undefined || status === 'new' || (status === 'old' && affected.has(file)));
    return {
        verdict: (0,findings_report/* verdictOf */.Vj)(findings, failOn),
        findings,
        chains: deliveryChains(context, policyMarkers(context), now),
        orders: (0,critical_path/* deliveryOrders */.Q)(inventory),
        summary: {
            files: inventory.files.size,
            documents: [...inventory.files.values()].reduce((sum, { documents }) => sum + documents.length, 0),
            fluxObjects: inventory.resources.filter(({ group }) => group.endsWith('.toolkit.fluxcd.io')).length,
            errors: (0,findings_report/* countOf */.pq)(findings, 'error'),
            warnings: (0,findings_report/* countOf */.pq)(findings, 'warning'),
            notes: (0,findings_report/* countOf */.pq)(findings, 'note'),
            milliseconds: request.milliseconds(),
        },
        failOn,
        base: base?.commit,
        affected: affected?.size,
        unchecked,
        unbuilt,
        flux,
    };
}
/** The files that a change can affect, as they lie now and as they lay before. */
function affectedBy(inventory, changed, former) {
    const before = former === undefined ? [] : affectedFiles(former.inventory, changed);
    return new Set([...affectedFiles(inventory, changed), ...before]);
}
/** What is new is told by the rules that find something now: the others need not be asked about the tree before. */
function rulesToCompare(rules, now) {
    const found = new Set(now.map(({ rule }) => rule));
    // Whether a comment hides anything is known only when every rule has been asked.
    return found.has(ignoreNeededRule.id) ? rules : rules.filter(({ id }) => found.has(id));
}
/** The markers that Flux honours, and what each is written into. */
function policyMarkers({ inventory, markers }) {
    return markers.all.flatMap(({ file, span, fault, policy }) => {
        if (fault !== undefined || policy.state !== 'found')
            return [];
        const holder = inventory.layout.resourcesOf(file.path).find(resource => (0,joint/* holdsLine */.Hq)(resource, span.line));
        const subject = holder === undefined ? file.path : (0,inventory_resource/* titleOf */.Gg)(holder);
        return policy.policies.map(found => ({ file: file.path, line: span.line, subject, policy: found }));
    });
}

;// CONCATENATED MODULE: ./actions/verify-manifests/verify-tree.ts





















/**
 * Reads a tree, and the one before the change, and judges it.
 *
 * @throws UserErrors, as of a wrong command line, for a wrong configuration or a base that is not to be had
 */
async function verify_tree_verifyTree(given, runner) {
    try {
        return await judgeTree(given, runner);
    }
    finally {
        runner.progress(undefined);
    }
}
async function judgeTree(given, runner) {
    const start = runner.clock.now();
    const finding = given.render ? (0,kustomize_program/* findKustomize */.H)(runner.exec, runner.env) : undefined;
    const options = { ...given, cache: await cacheFolder(given.cache, runner) };
    const root = (0,external_node_path_.isAbsolute)(options.path) ? options.path : (0,external_node_path_.join)(runner.workspace, options.path);
    if ((await runner.files.kind(root)) !== 'folder') {
        throw new src_errors/* UserError */.yo(`${options.path} is no folder`, { usage: true });
    }
    runner.progress(`reading ${options.path}`);
    const looking = lookForBase(options.base, root, runner);
    // Should the tree itself be refused first, nobody waits for it any more.
    looking.catch(() => undefined);
    const [found, facts, cluster] = await Promise.all([
        (0,read_tree/* readTree */.Z)(runner, root),
        factsOf(options.cache, runner),
        options.clusterFacts === undefined ? noFacts : readFactsFile(options.clusterFacts, root, runner),
    ]);
    const isKept = await isInCache(options.cache, root, runner);
    const texts = found.filter(([path]) => !isKept(path));
    const config = withoutFile(configOf(texts), cluster.path);
    const read = (0,flux_inventory/* takeInventory */.O1)(texts.filter(([path]) => !config.isExcluded(path)), build_defaults/* buildDefaults */.p, facts.of);
    const program = await finding;
    const report = await withBuilds(program, options, runner, async (build) => {
        const inventory = await build(read, path => fileOf(root, path, runner), () => (0,tree_paths/* treePaths */.L)(runner, root));
        const [schemas, base] = await Promise.all([
            schemaTool(inventory, options, runner),
            loadableBase(await looking, { options, config, inventory, facts, runner }, async (before, textOf, paths) => {
                const built = await build(before, textOf, paths);
                return { inventory: built, schemaFindings: (await schemaTool(built, options, runner)).findings };
            }),
        ]);
        const known = options.clusterFacts === undefined ? undefined : await base?.load();
        runner.progress('judging what is there');
        return verify({
            inventory,
            config: { ...config, external: knownOutside(config.external, cluster.facts, inventory, known?.inventory) },
            flux: fluxVersionOf(inventory, config, options.fluxMinor, cluster.flux),
            rules: chosenRules(options),
            stated: options.stated,
            schemaFindings: schemas.findings,
            unchecked: schemas.unchecked,
            unbuilt: unbuilt(inventory, program, options),
            failOn: options.failOn ?? (base === undefined && !isProposal(runner) ? 'errors' : 'new-errors'),
            base,
            changedOnly: options.changedOnly,
            now: start,
            milliseconds: () => runner.clock.now() - start,
        });
    });
    await facts.close();
    return report;
}
/** What is kept within the tree, as in a folder of a workspace, is no part of it. */
async function isInCache(cache, root, { files }) {
    if (cache === undefined)
        return () => false;
    const below = `${(0,external_node_path_.relative)(await files.realPath(root), cache)}/`;
    return path => path.startsWith(below);
}
/** What former runs know of the files, where a folder is given for it. */
async function factsOf(cache, runner) {
    return cache === undefined ? { of: () => file_facts/* noFacts */.f, close: async () => undefined } : openFacts(cache, runner);
}
/** Lends what builds a tree's Kustomizations; where nothing can, the tree stays as it was read. */
async function withBuilds(program, { cache }, runner, body) {
    if (program === undefined || (0,kustomize_program/* isTooOld */.U)(program))
        return body(async (read) => read);
    const renderings = cache === undefined ? noCache : await openRenderings(cache, runner);
    const progress = (done, all) => runner.progress(`building ${done} of ${all} Kustomizations`);
    const result = await withTreeBuilds({ program, cache: renderings, runner, progress }, built => body((read, textOf, paths) => built({
        inventory: read,
        bytesOf: async (path) => {
            const text = await textOf(path);
            return text === undefined ? undefined : Buffer.from(text);
        },
        paths,
    })));
    await renderings.close();
    return result;
}
async function fileOf(root, path, { files }) {
    return (await files.readAll(root, [path], source_file/* LARGEST_FILE */.K7))[0];
}
/** Why what Kustomizations apply was only read, where that is not what was asked for. */
function unbuilt({ kustomizations, buildOf }, program, { render }) {
    if (!render || kustomizations.length === 0)
        return [];
    if (program === undefined)
        return ['neither kustomize nor kubectl was found'];
    if ((0,kustomize_program/* isTooOld */.U)(program))
        return [`${program.command} builds as version ${program.version} does; version 5 or newer is needed`];
    const refusals = kustomizations.flatMap(kustomization => {
        const build = buildOf(kustomization);
        return build !== undefined && 'error' in build && build.isRefused ? build.error : [];
    });
    return [...new Set(refusals)].sort();
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
/** The configuration with one more file that is no part of the tree. */
function withoutFile(config, path) {
    if (path === undefined)
        return config;
    return { ...config, isExcluded: other => other === path || config.isExcluded(other) };
}
function chosenRules({ ruleIds, schemaTool }) {
    return rules_rules.filter(({ id }) => (ruleIds?.includes(id) ?? true) && (schemaTool !== undefined || id !== SCHEMA_RULE));
}
const SCHEMA_RULE = 'schema-valid';
async function schemaTool(inventory, { schemaTool: choice, ruleIds }, runner) {
    const isWanted = ruleIds?.includes(SCHEMA_RULE) ?? true;
    if (choice === undefined || !isWanted)
        return { findings: [], unchecked: [] };
    return schemaToolFindings(inventory, choice, runner);
}
/** A run that proposes a change: without its base every fault counts as the change's own, and says so. */
function isProposal({ env }) {
    return env.GITHUB_EVENT_NAME === 'pull_request' || env.GITHUB_EVENT_NAME === 'merge_group';
}

// EXTERNAL MODULE: ./node_modules/diff/libesm/patch/create.js + 1 modules
var create = __webpack_require__(5725);
;// CONCATENATED MODULE: ./src/findings/apply-fixes.ts


/**
 * Applies the fixes that are certain. Of findings whose edits meet, the first by place wins; a finding's edits are applied
 * together or not at all, and what two findings say alike is done once. What no edit names stays as it is, byte by byte.
 *
 * @param texts the files as they were when the findings were made, by path
 */
function applyFixes(findings, texts) {
    const taken = new Map();
    const applied = [];
    const postponed = [];
    for (const finding of [...findings].sort(findings_finding/* compareFindings */.E)) {
        const edits = finding.fix?.edits ?? [];
        if (edits.length === 0)
            continue;
        const fresh = edits.filter(edit => !(taken.get(edit.file) ?? []).some(other => apply_fixes_isSame(edit, other)));
        const others = (edit) => [...(taken.get(edit.file) ?? []), ...fresh.filter(other => other !== edit)];
        const fits = fresh.every(edit => isWithin(edit, texts) && !others(edit).some(other => meets(edit, other)));
        if (!fits) {
            postponed.push(finding);
            continue;
        }
        for (const edit of fresh)
            taken.set(edit.file, [...(taken.get(edit.file) ?? []), edit]);
        applied.push(finding);
    }
    const files = [...taken].flatMap(([path, edits]) => fixedFile(path, texts.get(path) ?? '', edits) ?? []);
    return { files: files.sort((left, right) => (left.path < right.path ? -1 : 1)), applied, postponed };
}
function isWithin({ file, start, end }, texts) {
    const text = texts.get(file);
    return text !== undefined && start >= 0 && start <= end && end <= text.length;
}
function apply_fixes_isSame(left, right) {
    return left.file === right.file && left.start === right.start && left.end === right.end && left.text === right.text;
}
/** Whether one changes what the other does, or their order would matter. */
function meets(left, right) {
    if (left.file !== right.file)
        return false;
    if (left.start === right.start && left.end === right.end)
        return true;
    return left.start < right.end && right.start < left.end;
}
function fixedFile(path, before, edits) {
    let text = '';
    let at = 0;
    for (const edit of edits.toSorted((left, right) => left.start - right.start || left.end - right.end)) {
        text += before.slice(at, edit.start) + edit.text;
        at = edit.end;
    }
    text += before.slice(at);
    if (text === before)
        return undefined;
    const diff = (0,create/* createTwoFilesPatch */.ss)(`a/${path}`, `b/${path}`, before, text, undefined, undefined, {
        context: 3,
        headerOptions: create/* FILE_HEADERS_ONLY */.jr,
    });
    return { path, text, diff };
}

;// CONCATENATED MODULE: ./actions/verify-manifests/fix-tree.ts



/** Writes the fixes that are certain into the files of a tree, byte by byte, each file in one step. */
async function fixTree(path, report, runner) {
    const root = (0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.join)(runner.workspace, path);
    const findings = report.findings.filter(({ status }) => status !== 'fixed');
    const names = [...new Set(findings.flatMap(({ fix }) => fix?.edits?.map(edit => edit.file) ?? []))];
    const read = await runner.files.readAll(root, names, source_file/* LARGEST_FILE */.K7);
    const texts = new Map(names.flatMap((name, index) => [[name, read[index]]].filter(isRead)));
    const { files, applied } = applyFixes(findings, texts);
    for (const file of files) {
        // Through a link, which stays one.
        await runner.files.replace(await runner.files.realPath((0,external_node_path_.join)(root, file.path)), Buffer.from(file.text));
    }
    return { diff: files.map(file => file.diff).join(''), left: findings.length - applied.length };
}
function isRead(entry) {
    return entry[1] !== undefined;
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
        stated: main_statedBuilds(inputs),
        schemaTool: inputs.schemas === 'off' ? undefined : inputs['schema-tool'],
        clusterFacts: inputs['cluster-facts'],
        ruleIds: undefined,
        changedOnly: inputs['changed-only'],
        render: inputs.render === 'auto',
        cache: inputs.cache,
    }, runner);
    await giveOut(report, inputs, runner);
    return report.verdict === 'pass' ? 0 : 1;
}
function main_statedBuilds({ registry, images, insecure, 'tag-prefix': tagPrefix }) {
    if (registry === undefined && images.length === 0)
        return undefined;
    if (registry !== undefined && images.length > 0)
        return { registry, images, insecure, tagPrefix };
    const [given, missing] = registry === undefined ? ['images', 'registry'] : ['registry', 'images'];
    throw new UserError(`input "${given}" is set and "${missing}" is not: a build is stated by both`);
}
async function giveOut(report, inputs, runner) {
    // The folder from the root of the repository, as code scanning and annotations have their files.
    const root = normalize(inputs.path).replace(/^\.$|\/+$/g, '');
    runner.log.info(textReport(report, { colour: false, width: undefined }));
    annotate(report, runner.log, root);
    const folder = await runner.files.temporaryFolder('fluxgate-verify');
    const paths = { report: join(folder, 'report.json'), sarif: join(folder, 'report.sarif') };
    await runner.files.writeText(paths.report, jsonReport(report));
    await runner.files.writeText(paths.sarif, sarifReport(report, rules.map(rule => ({ ...rule, markdown: ruleMarkdown(rule) })), { version, root }));
    runner.output('verdict', report.verdict);
    runner.output('errors', String(report.summary.errors));
    runner.output('warnings', String(report.summary.warnings));
    runner.output('new-errors', String(countOf(report.findings, 'error', 'new')));
    runner.output('report', paths.report);
    runner.output('sarif', paths.sarif);
    await runner.summary(markdownReport(report));
    const pullRequest = inputs.comment ? pullRequestOf(await eventPayload(runner)) : undefined;
    if (pullRequest !== undefined) {
        await keepComment(report, { pullRequest, token: inputs['github-token'], name: inputs.path }, runner);
    }
}


/***/ }),

/***/ 9210:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ newestWins)
/* harmony export */ });
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1857);

/**
 * Whether the newest build is elected whatever the commits are. Decided by electing from builds made for the purpose:
 * commits at both ends of the order and such as read like numbers, one second apart and far apart, across each place
 * where a digit of the clock turns over. The witness of a fault is the smallest one: a single build if one shows it.
 */
function newestWins(spec, format) {
    const elect = (0,_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .electorOf */ .K)(spec);
    const sameSecond = witnessOf(elect, [buildOf(format, lowest, noon), buildOf(format, highest, noon)]);
    for (const builds of constellations(format)) {
        const witness = witnessOf(elect, builds);
        const fault = faultOf(witness);
        if (fault !== undefined)
            return { wins: false, fault, witness, sameSecond };
    }
    return { wins: true, sameSecond };
}
/** Single builds first, then pairs of different commits, the nearest in time first, then rebuilds of one commit. */
function* constellations(format) {
    for (const sha of commits)
        for (const seconds of times)
            yield [buildOf(format, sha, seconds)];
    for (const rebuild of [false, true]) {
        for (const [older, newer] of moments) {
            for (const [first, second] of pairs) {
                if ((first === second) === rebuild)
                    yield [buildOf(format, first, older), buildOf(format, second, newer)];
            }
        }
    }
}
function buildOf(format, sha, seconds) {
    return { sha, seconds, tag: format(sha, seconds) };
}
function witnessOf(elect, builds) {
    return { builds, result: elect(builds.map(({ tag }) => tag)) };
}
function faultOf({ builds, result }) {
    if (result.error !== null)
        return isRejection(result.error) ? 'tag-rejected' : 'policy-error';
    if (result.candidates.length > 1)
        return 'random';
    return result.selectedTag === builds.at(-1)?.tag ? undefined : 'older-elected';
}
function isRejection(error) {
    return error.startsWith('version list') || error.startsWith('unable to determine latest');
}
const lowest = '0'.repeat(40);
const highest = 'f'.repeat(40);
// Next to both ends: commits that are numbers, that overflow a number and that begin with each kind of digit.
const commits = [
    highest,
    lowest,
    '1e99999'.padEnd(40, '9'),
    '0e00000'.padEnd(40, '0'),
    '9'.repeat(40),
    '1234567'.padEnd(40, '8'),
    'a'.repeat(40),
    'abc1234'.padEnd(40, 'd'),
];
const pairs = commits.flatMap(first => commits.map((second) => [first, second]));
const noon = 1_700_000_000;
const moments = [
    [noon, noon + 1],
    [noon + 9, noon + 10],
    [1_699_999_999, noon],
    [noon, noon + 86_400],
    [1_999_999_999, 2_000_000_000],
    [9_999_999_998, 9_999_999_999],
];
const times = [...new Set(moments.flat())];


/***/ })

};
