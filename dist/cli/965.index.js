export const id = 965;
export const ids = [965];
export const modules = {

/***/ 3974:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* unused harmony export mermaidLabel */
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5260);

/** A label that holds nothing but letters, digits and what has no meaning to Mermaid; the rest as Mermaid's own entities. */
function mermaidLabel(label) {
    const escaped = printableLine(label)
        .replace(/\p{Surrogate}/gu, '\ufffd')
        .replace(/[^\p{L}\p{N} ./:_✓✗?-]/gu, character => `#${character.codePointAt(0)};`)
        // A label is Markdown too: these would begin a list and a link.
        .replace(/^(\d+)\.(?= |$)/, '$1#46;')
        .replace(/:\/\//g, ':#47;#47;');
    return `"${escaped === '' ? ' ' : escaped}"`;
}


/***/ }),

/***/ 8:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* unused harmony exports orderSection, orderGraph */
/* harmony import */ var _flux_inventory_critical_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5771);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3758);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5260);
/* harmony import */ var _mermaid_label_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3974);




/** Beyond so many Kustomizations a graph is no picture any more. */
const MOST_STEPS = 80;
const LONGEST = 80;
/** Who waits for whom in a cluster, and when a change is live at the latest, as Markdown that unfolds. */
function orderSection(order) {
    const name = order.cluster === '' ? 'The cluster' : text(shortened(order.cluster, LONGEST));
    const graph = orderGraph(order);
    return [
        `<details><summary>${name}: ${headline(order)}</summary>`,
        sumOf(order),
        ...(graph === undefined ? [] : [codeBlock(graph, 'mermaid')]),
        '</details>',
    ].join('\n\n');
}
/** The Kustomizations as a Mermaid flowchart, the critical path in thick lines; undefined where it would be no picture. */
function orderGraph({ steps, critical }) {
    if (steps.length === 0 || steps.length > MOST_STEPS)
        return undefined;
    const ids = new Map(steps.map(({ title }, index) => [title, `n${index}`]));
    const idOf = (title) => ids.get(title) ?? '';
    const onPath = (from, to) => {
        const index = critical.indexOf(to);
        return index > 0 && critical[index - 1] === from;
    };
    const edges = steps.flatMap(({ title, waitsFor }) => [...new Set(waitsFor)].map(other => `  ${idOf(other)} ${onPath(other, title) ? '==>' : '-->'} ${idOf(title)}`));
    const marked = critical.map(idOf);
    return [
        'flowchart LR',
        ...steps.map(({ title, limit, isSuspended }) => {
            const time = isSuspended ? 'suspended' : limit === undefined ? 'time limit not known' : duration(limit);
            return `  ${idOf(title)}[${mermaidLabel(`${shortened(title, LONGEST)} - ${time}`)}]`;
        }),
        ...edges,
        ...(marked.length === 0
            ? []
            : ['  classDef critical stroke:#9a6700,stroke-width:3px', `  class ${marked.join(',')} critical`]),
    ].join('\n');
}
function headline({ critical, liveAfter }) {
    if (critical.length === 0)
        return 'some Kustomizations wait for each other, so no change is ever live there';
    if (liveAfter === undefined)
        return 'when a change is live at the latest cannot be told';
    return `a change is live after at most ${duration(liveAfter)}`;
}
/** What adds up; or the longest way alone, where something in it is not known. */
function sumOf({ steps, critical, seenAfter, liveAfter }) {
    if (critical.length === 0)
        return 'No way through them has an end.';
    const limits = new Map(steps.map(({ title, limit, isSuspended }) => [title, isSuspended ? undefined : limit]));
    const way = critical.map(title => {
        const limit = limits.get(title);
        return `${text(shortened(title, LONGEST))} (${limit === undefined ? '?' : duration(limit)})`;
    });
    const seen = `Flux sees it within ${seenAfter === undefined ? '?' : duration(seenAfter)}`;
    const waits = (critical.length - 1) * DEPENDENCY_WAIT;
    const looks = waits === 0 ? '' : `, with up to ${duration(waits)} between them`;
    const end = liveAfter === undefined ? '' : ', if each keeps its time limit';
    return `${seen}; the longest way is then ${way.join(' → ')}${looks}${end}.`;
}
/** `17 min`, `1 h 5 min`, `12 min 30 s`. */
function duration(seconds) {
    const whole = Math.ceil(seconds);
    const parts = [
        [Math.floor(whole / 3600), 'h'],
        [Math.floor(whole / 60) % 60, 'min'],
        [whole % 60, 's'],
    ];
    const shown = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
    return shown.length === 0 ? '0 s' : shown.join(' ');
}


/***/ }),

/***/ 8948:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hq: () => (/* binding */ holdsLine),
/* harmony export */   VM: () => (/* binding */ evidenceAt),
/* harmony export */   WY: () => (/* binding */ markerEnd),
/* harmony export */   pJ: () => (/* binding */ endOf)
/* harmony export */ });
/* unused harmony export linesOf */
/* harmony import */ var _yaml_source_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2609);
/* harmony import */ var _inventory_resource_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8050);


/** An object as the end of a link. */
function endOf(resource) {
    const { firstLine } = linesOf(resource);
    return { title: (0,_inventory_resource_js__WEBPACK_IMPORTED_MODULE_1__/* .titleOf */ .Gg)(resource), place: { file: resource.file.path, line: firstLine } };
}
/** The lines that an object takes up in its file. */
function linesOf({ file, document }) {
    const { start, end } = (0,_yaml_source_file_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeOf */ .l2)(document);
    const span = file.span(start, end);
    return { firstLine: span.line, lastLine: span.endLine };
}
function holdsLine(resource, line) {
    const { firstLine, lastLine } = linesOf(resource);
    return line >= firstLine && line <= lastLine;
}
/** An object as the evidence of a link. */
function evidenceAt(resource, rules) {
    return { file: resource.file.path, ...linesOf(resource), rules };
}
function markerEnd({ file, line, subject }) {
    return { title: `marker in ${subject}`, place: { file, line } };
}


/***/ }),

/***/ 5771:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ deliveryOrders)
/* harmony export */ });
/* unused harmony export DEPENDENCY_WAIT */
/* harmony import */ var _go_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3120);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4509);
/* harmony import */ var _cluster_graph_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(356);
/* harmony import */ var _resource_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8050);




/** Seconds between two looks at a dependency that is not ready, as the kustomize-controller has them unless told otherwise. */
const DEPENDENCY_WAIT = 30;
/** For each cluster with a Kustomization that waits for another. */
function deliveryOrders(inventory) {
    return (0,_cluster_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .clusterGraphsOf */ .Z6)(inventory)
        .filter(({ nodes }) => nodes.some(({ dependencies }) => dependencies.some(({ node }) => node !== undefined)))
        .map(graph => orderOf(graph, inventory));
}
function orderOf({ cluster, nodes, isOpen }, inventory) {
    const titles = titlesOf(nodes);
    const title = (node) => titles.get(node) ?? node.name;
    const hasCircle = nodes.some(node => (0,_cluster_graph_js__WEBPACK_IMPORTED_MODULE_2__/* .waitsFor */ .is)(node).has(node));
    const path = hasCircle ? [] : longest(nodes);
    const limits = path.map(({ kustomization: { resource, isSuspended } }) => isSuspended ? undefined : limitOf(resource));
    const seenAfter = intervalOf(path[0], inventory);
    const isComplete = nodes.every(({ dependencies }) => dependencies.every(({ node }) => node !== undefined));
    return {
        cluster: cluster.name,
        steps: nodes.map(node => ({
            title: title(node),
            waitsFor: node.dependencies.flatMap(({ node: other }) => (other === undefined ? [] : title(other))),
            limit: limitOf(node.kustomization.resource),
            isSuspended: node.kustomization.isSuspended,
        })),
        critical: path.map(title),
        seenAfter,
        liveAfter: isComplete && !isOpen && path.length > 0 ? total(seenAfter, limits) : undefined,
    };
}
/** Each step begins at the next look at the one before it. */
function total(seenAfter, limits) {
    let sum = (limits.length - 1) * DEPENDENCY_WAIT;
    for (const part of [seenAfter, ...limits]) {
        if (part === undefined)
            return undefined;
        sum += part;
    }
    return sum;
}
function titlesOf(nodes) {
    const isShared = (node) => nodes.some(other => other !== node && other.name === node.name);
    return new Map(nodes.map(node => [node, isShared(node) ? `${node.namespace ?? '?'}/${node.name}` : node.name]));
}
/** The way that takes longest; of several the one that ends first in the order of the nodes. There may be no circle. */
function longest(nodes) {
    const known = new Map();
    const wayTo = (node) => {
        const found = known.get(node);
        if (found !== undefined)
            return found;
        let before;
        for (const { node: dependency } of node.dependencies) {
            const way = dependency === undefined ? undefined : wayTo(dependency);
            if (way !== undefined && (before === undefined || way.seconds > before.seconds))
                before = way;
        }
        const own = limitOf(node.kustomization.resource) ?? 0;
        const way = { seconds: (before === undefined ? 0 : before.seconds + DEPENDENCY_WAIT) + own, last: node, before };
        known.set(node, way);
        return way;
    };
    let best;
    for (const way of nodes.map(wayTo))
        if (best === undefined || way.seconds > best.seconds)
            best = way;
    const path = [];
    for (let way = best; way !== undefined; way = way.before)
        path.unshift(way.last);
    return path;
}
/** `spec.timeout`, or the interval less 30 s; at least 30 s, as the kustomize-controller has it. */
function limitOf(resource) {
    const timeout = (0,_resource_js__WEBPACK_IMPORTED_MODULE_3__/* .textIn */ .r7)(resource, 'spec', 'timeout');
    const interval = (0,_resource_js__WEBPACK_IMPORTED_MODULE_3__/* .textIn */ .r7)(resource, 'spec', 'interval');
    const written = timeout === undefined ? secondsOf(interval) : secondsOf(timeout);
    if (written === undefined)
        return undefined;
    return Math.max(30, timeout === undefined ? written - 30 : written);
}
function secondsOf(text) {
    return text === undefined ? undefined : (0,_go_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .goDuration */ .L)(text);
}
function intervalOf(node, inventory) {
    if (node === undefined)
        return undefined;
    const { source, resource } = node.kustomization;
    const namespace = source.namespace ?? node.namespace ?? resource.namespace;
    const found = inventory
        .ofKind(_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .SOURCE_GROUP */ .qg, source.kind)
        .filter(candidate => inventory
        .placementsOf(candidate)
        .some(placement => placement.name === source.name && placement.namespace === namespace));
    // Clusters with the same name for it may look at different times: the latest counts.
    const seconds = found.map(candidate => secondsOf((0,_resource_js__WEBPACK_IMPORTED_MODULE_3__/* .textIn */ .r7)(candidate, 'spec', 'interval')));
    if (seconds.length === 0 || seconds.includes(undefined))
        return undefined;
    return Math.max(...seconds.flatMap(value => value ?? []));
}


/***/ }),

/***/ 4946:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G3: () => (/* binding */ accepts),
/* harmony export */   M: () => (/* binding */ isPlaceholderTag),
/* harmony export */   dT: () => (/* binding */ imageOf)
/* harmony export */ });
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1857);
/* harmony import */ var _image_loop_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1102);


/** The image that a policy chooses tags of; undefined where the tree does not surely say it. */
function imageOf({ repository }) {
    if (repository.state !== 'found' || repository.target.placement.isRewritten)
        return undefined;
    const { image } = repository.target;
    return (0,_image_loop_js__WEBPACK_IMPORTED_MODULE_1__/* .hasVariable */ .$u)(image) ? undefined : image;
}
/** Whether a policy may elect a tag; undefined where the tree does not surely say its rules, or they are wrong themselves. */
function accepts({ spec, placement }, tag) {
    if (placement.isRewritten || (placement.isPatched && JSON.stringify(spec).includes('${')))
        return undefined;
    const { selectedTag, stage } = electorFor(spec)([tag]);
    return stage === 'InvalidPolicy' ? undefined : selectedTag !== null;
}
/** Most policies of a tree have the same rules, and to compile these takes longer than all the rest. */
const electors = new Map();
const MOST_ELECTORS = 500;
function electorFor(spec) {
    const key = JSON.stringify(spec);
    const known = electors.get(key);
    if (known !== undefined)
        return known;
    if (electors.size >= MOST_ELECTORS)
        electors.clear();
    const elector = (0,_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .electorOf */ .K)(spec);
    electors.set(key, elector);
    return elector;
}
/** A tag that nobody builds, written until the first update comes. */
function isPlaceholderTag(tag) {
    return (/^(?:latest|place-?holder|tag|image-?tag|version|todo|tbd|change-?me|replace-?me|initial|dummy|xxx+)$/i.test(tag) ||
        /^(?:[a-z]+-)?v?0+(?:[.-]0+)*(?:-[a-z]+)?$/.test(tag));
}


/***/ }),

/***/ 2508:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ mayComeFromElsewhere)
/* harmony export */ });
/**
 * Whether objects may reach clusters that the tree does not show: remote bases, other repositories, templates of objects.
 *
 * @param automations whose clusters are meant; all of the tree's when there is none
 */
function mayComeFromElsewhere(automations, inventory) {
    if (inventory.ofKind('fluxcd.controlplane.io', 'ResourceSet').length > 0)
        return true;
    const clusters = automations.map(({ placement }) => placement.cluster);
    const concerned = clusters.some(cluster => cluster === undefined)
        ? inventory.kustomizations
        : clusters.flatMap(cluster => [...(cluster?.kustomizations ?? [])]);
    return (concerned.length === 0 ? inventory.kustomizations : concerned).some(kustomization => {
        const folder = inventory.folders.get(kustomization);
        return folder === undefined || folder.isOpen || folder.files.size === 0;
    });
}


/***/ }),

/***/ 5646:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ imageAt)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3564);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _image_loop_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1102);



/**
 * Reads the image at a marker: a reference, the `repository` and `tag` of a Helm chart, `newName` and `newTag` of kustomize.
 * Undefined where the value is none, such as one with a variable in it.
 */
function imageAt({ target, value }) {
    if (target === undefined || value === undefined || value.isNull || (0,_image_loop_js__WEBPACK_IMPORTED_MODULE_1__/* .hasVariable */ .$u)(value.text))
        return undefined;
    switch (target.part) {
        case 'image': {
            const reference = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(value.text);
            if (reference === undefined)
                return undefined;
            return { repository: joined(reference.registry, reference.name), tag: reference.tag };
        }
        case 'name':
            return {
                repository: named(joined(neighbour(value, () => ['registry']), value.text)),
                tag: undefined,
            };
        case 'tag':
            return { repository: repositoryBeside(value), tag: value.text.split('@', 1)[0] };
        case 'digest':
            return { repository: repositoryBeside(value), tag: undefined };
    }
}
function repositoryBeside(value) {
    return named(joined(neighbour(value, () => ['registry']), neighbour(value, namesOfRepository)));
}
/** Keys under which the repository stands next to a tag, the likeliest first. */
function namesOfRepository(key) {
    if (key === 'newTag')
        return ['newName', 'name'];
    const base = /^(.*?)[-_]?(?:tag|digest)$/i.exec(key)?.[1];
    if (base === undefined)
        return [];
    if (base === '')
        return ['repository', 'image', 'newName'];
    return [`${base}Repository`, `${base}_repository`, `${base}-repository`, base];
}
function neighbour({ place }, names) {
    const key = place?.keys.at(-1);
    if (place === undefined || typeof key !== 'string')
        return undefined;
    const parent = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(place.document.value, place.keys.slice(0, -1));
    return names(key)
        .map(name => (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textMember */ .SA)(parent, name))
        .find(text => text !== undefined);
}
function joined(registry, name) {
    return registry === undefined || name === undefined ? name : `${registry}/${name}`;
}
/** A text that is the name of a repository and no more. */
function named(text) {
    const reference = text === undefined ? undefined : (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(text);
    return reference?.tag === undefined && reference?.digest === undefined && reference !== undefined ? text : undefined;
}


/***/ }),

/***/ 6020:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hu: () => (/* binding */ parseTarget),
/* harmony export */   uZ: () => (/* binding */ printMarker)
/* harmony export */ });
/* unused harmony export printTarget */
/** `namespace:policy`, alone or with a part; undefined for anything else. */
function parseTarget(setter) {
    if (setter === undefined || /[\s/]/.test(setter))
        return undefined;
    const [namespace = '', policy = '', part = 'image', ...rest] = setter.split(':');
    if (namespace === '' || policy === '' || rest.length > 0 || !isPart(part))
        return undefined;
    return { namespace, policy, part };
}
function printTarget({ namespace, policy, part }) {
    return part === 'image' ? `${namespace}:${policy}` : `${namespace}:${policy}:${part}`;
}
/** A marker as Flux wants it. */
function printMarker(target) {
    return `# {"$imagepolicy": "${printTarget(target)}"}`;
}
function isPart(text) {
    return text === 'image' || text === 'tag' || text === 'name' || text === 'digest';
}


/***/ }),

/***/ 7150:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ markersOf)
});

// EXTERNAL MODULE: ./src/image/canonical.ts
var canonical = __webpack_require__(7107);
// EXTERNAL MODULE: ./src/yaml/source-file.ts + 2 modules
var source_file = __webpack_require__(2609);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/flux/setters/find-markers.ts
var find_markers = __webpack_require__(7651);
;// CONCATENATED MODULE: ./src/flux/setters/kept-markers.ts


/** The markers of a file, found anew only where no former run has. */
function keptMarkers(facts, find) {
    const kept = markersFrom(facts.find('markers'));
    if (kept !== undefined)
        return kept;
    const found = find();
    facts.keep('markers', () => found.map(({ setter = null, fault = null, value = null, ...rest }) => ({ ...rest, setter, fault, value })));
    return found;
}
function markersFrom(kept) {
    if (!Array.isArray(kept))
        return undefined;
    const markers = kept.flatMap((item) => markerFrom(item) ?? []);
    return markers.length === kept.length ? markers : undefined;
}
function markerFrom(kept) {
    const [text, setter, fault] = [(0,json/* member */.Dc)(kept, 'text'), (0,json/* member */.Dc)(kept, 'setter') ?? undefined, (0,json/* member */.Dc)(kept, 'fault')];
    const [line, column] = [(0,json/* numberMember */.eJ)(kept, 'line'), (0,json/* numberMember */.eJ)(kept, 'column')];
    const value = valueFrom((0,json/* member */.Dc)(kept, 'value'));
    const isWhole = typeof text === 'string' && (setter === undefined || typeof setter === 'string');
    if (!isWhole || line === undefined || column === undefined || value === undefined)
        return undefined;
    if (fault !== null && !(0,find_markers/* isMarkerFault */.Z)(fault))
        return undefined;
    return { line, column, text, setter, fault: fault ?? undefined, value: value ?? undefined };
}
/** Null: there is none. */
function valueFrom(kept) {
    if (kept === null)
        return null;
    const [text, isNull, isListItem] = [(0,json/* member */.Dc)(kept, 'text'), (0,json/* member */.Dc)(kept, 'isNull'), (0,json/* member */.Dc)(kept, 'isListItem')];
    const [line, column] = [(0,json/* numberMember */.eJ)(kept, 'line'), (0,json/* numberMember */.eJ)(kept, 'column')];
    const isWhole = typeof text === 'string' && typeof isNull === 'boolean' && typeof isListItem === 'boolean';
    return isWhole && line !== undefined && column !== undefined ? { text, line, column, isNull, isListItem } : undefined;
}

// EXTERNAL MODULE: ./src/flux/setters.ts + 3 modules
var setters = __webpack_require__(4057);
// EXTERNAL MODULE: ./src/flux/inventory/automation-source.ts
var automation_source = __webpack_require__(2675);
// EXTERNAL MODULE: ./src/flux/inventory/elsewhere.ts
var inventory_elsewhere = __webpack_require__(2508);
// EXTERNAL MODULE: ./src/flux/inventory/marker.ts
var inventory_marker = __webpack_require__(6020);
// EXTERNAL MODULE: ./src/flux/inventory/image-loop.ts + 1 modules
var image_loop = __webpack_require__(1102);
// EXTERNAL MODULE: ./src/flux/inventory/resource.ts
var inventory_resource = __webpack_require__(8050);
;// CONCATENATED MODULE: ./src/flux/inventory/marker-policy.ts




/**
 * The policy that a marker means. Flux takes those of the automation's own namespace that its selector admits; one match in any
 * cluster will do.
 *
 * @param automations those that surely work on the marker's file
 * @param isCertain whether no others may
 */
function matchPolicy(target, automations, isCertain, { policies, automations: all }, inventory) {
    if (target === undefined || (policies.length === 0 && all.length === 0))
        return { state: 'unknown' };
    const named = policies.filter(policy => mayBeNamed(policy, target.policy));
    const exact = named.filter(({ name, namespace }) => name === target.policy && (namespace === undefined || namespace === target.namespace));
    const seen = automations.length === 0 ? exact : exact.filter(policy => isSeen(policy, automations, 'yes'));
    if (seen.length > 0)
        return { state: 'found', policies: seen };
    const isOpen = !isCertain || exact.some(policy => isSeen(policy, automations, 'unknown'));
    if (isOpen || named.some(policy => policy.name !== target.policy || policy.placement.isRewritten))
        return { state: 'unknown' };
    // Of another cluster, as far as the tree tells.
    if (automations.length > 0 && exact.some(policy => !automations.some(automation => (0,image_loop/* mayMeet */.h4)(automation, policy))))
        return { state: 'unknown' };
    const [policy] = exact;
    const own = automations.find(({ namespace }) => namespace === target.namespace);
    const [automation] = automations;
    if (policy !== undefined && own !== undefined)
        return addsLabels(inventory) ? { state: 'unknown' } : absent({ kind: 'not-selected', policy, automation: own });
    if (policy !== undefined && automation !== undefined)
        return absent({ kind: 'not-of-automation', policy, automation });
    if ((0,inventory_elsewhere/* mayComeFromElsewhere */.m)(automations, inventory))
        return { state: 'unknown' };
    const [elsewhere] = named;
    return absent(elsewhere === undefined ? { kind: 'no-such-policy' } : { kind: 'other-namespace', policy: elsewhere });
}
function absent(why) {
    return { state: 'absent', why };
}
/** Whether labels come from elsewhere than the manifests: kustomize files, or what a Kustomization puts on all its objects. */
function addsLabels({ layout, kustomizations }) {
    return ([...layout.kustomizeFiles.values()].some(({ body }) => (0,json/* member */.Dc)(body, 'labels') !== undefined || (0,json/* member */.Dc)(body, 'commonLabels') !== undefined) || kustomizations.some(({ resource }) => (0,inventory_resource/* valueIn */.xm)(resource, 'spec', 'commonMetadata', 'labels') !== undefined));
}
function isSeen(policy, automations, certainty) {
    return automations.some(automation => (0,image_loop/* automationSees */.EG)(automation, policy) === certainty);
}
function mayBeNamed(policy, name) {
    return policy.name === name || (0,image_loop/* hasVariable */.$u)(policy.name);
}

// EXTERNAL MODULE: ./src/flux/inventory/elected-image.ts
var elected_image = __webpack_require__(4946);
// EXTERNAL MODULE: ./src/flux/inventory/marked-image.ts
var marked_image = __webpack_require__(5646);
// EXTERNAL MODULE: ./src/image/reference.ts
var image_reference = __webpack_require__(3564);
;// CONCATENATED MODULE: ./src/flux/inventory/marker-part.ts




/**
 * The part of the elected image that a marked value wants, where that is surely another than its marker has Flux write; else
 * undefined. Goes by the key, and where that tells nothing by what the value is now.
 */
function fittingPart(marker) {
    const { target, value, policy } = marker;
    if (target === undefined || value === undefined)
        return undefined;
    const wanted = wantedByKey(value);
    if (wanted !== undefined)
        return wanted !== target.part && isSure(wanted, target.part, value) ? wanted : undefined;
    return policy.state === 'found' ? wantedByValue(value, target.part, policy.policies) : undefined;
}
function wantedByKey({ place, text }) {
    const keys = place?.keys ?? [];
    const key = keys.at(-1);
    if (place === undefined || typeof key !== 'string')
        return undefined;
    const parent = (0,json/* valueAt */.fK)(place.document.value, keys.slice(0, -1));
    if (isContainer(keys) && key === 'image')
        return 'image';
    if (key === 'newTag' && keys.at(-3) === 'images')
        return 'tag';
    if (key === 'newName' && keys.at(-3) === 'images')
        return 'name';
    if (key === 'digest')
        return 'digest';
    const hasRepository = (0,json/* member */.Dc)(parent, 'repository') !== undefined;
    if (/^(?:tag|image[-_]?tag)$/i.test(key) && (hasRepository || !text.includes('/')))
        return 'tag';
    // Where no tag stands beside it, a chart may want the whole reference there.
    if (key === 'repository' && (0,json/* member */.Dc)(parent, 'tag') !== undefined)
        return 'name';
    return undefined;
}
function isContainer(keys) {
    const list = keys.at(-3);
    if (list === 'containers' || list === 'initContainers')
        return typeof keys.at(-2) === 'number' && keys.includes('spec');
    return keys.length === 3 && keys[0] === 'services';
}
/** What the key wants is certain, unless the value is now just what the marker writes. */
function isSure(wanted, part, { text }) {
    const reference = (0,image_reference/* parseReference */.F2)(text);
    const isWhole = reference !== undefined && (reference.tag !== undefined || reference.digest !== undefined);
    // A name in the manifest and its tag in a kustomization are one image.
    if (wanted === 'image')
        return part !== 'name' || isWhole;
    if (wanted === 'tag' && part === 'digest')
        return !text.startsWith('sha256:');
    return part !== 'image' || !(isWhole && text.includes('/'));
}
function wantedByValue({ text }, part, policies) {
    const reference = (0,image_reference/* parseReference */.F2)(text);
    const whole = reference?.tag !== undefined;
    const isImage = policies.some(policy => (0,canonical/* canonicalRepository */.J)((0,elected_image/* imageOf */.dT)(policy) ?? '') === (0,canonical/* canonicalRepository */.J)(text));
    if (isImage && text.includes('/')) {
        if (whole)
            return part === 'image' ? undefined : 'image';
        return part === 'tag' || part === 'digest' ? 'name' : undefined;
    }
    const isTag = !/[:/@]/.test(text) && policies.every(policy => (0,elected_image/* accepts */.G3)(policy, text) === true);
    return isTag && isBuildTag(text) && part !== 'tag' ? 'tag' : undefined;
}
/** With a digit in it: `frontend` may be an image as well as a tag. */
function isBuildTag(text) {
    return /[0-9]/.test(text) && /[.-]/.test(text);
}

;// CONCATENATED MODULE: ./src/flux/inventory/marker-verdict.ts




/** Judges a marker, from what makes it dead to what makes it doubtful; the first fault that is found is the one. */
function judgeMarker(marker, surroundings) {
    const { loop, isOpen } = surroundings;
    const { fault, setter, automations, mayBeCovered, value, policy } = marker;
    if (automations.length === 0 && isSample(marker.file.path))
        return undefined;
    if (fault === 'file-problem')
        return { rule: 'marker-file-parses' };
    if (fault === 'file-name')
        return { rule: 'marker-scope', why: 'name' };
    if (fault === 'value' && isUnknownPart(setter))
        return { rule: 'marker-suffix', fits: undefined };
    if (fault === 'syntax' || fault === 'value' || fault === 'file-not-screened')
        return { rule: 'marker-syntax' };
    // A doubled key is a fault of its own, whatever stands behind it.
    if (fault === 'duplicate-key')
        return undefined;
    if (fault !== undefined)
        return { rule: 'marker-position' };
    if (loop.automations.length > 0 && automations.length === 0 && !mayBeCovered && !isOpen)
        return { rule: 'marker-scope', why: 'path' };
    if (value?.isNull === true)
        return { rule: 'marker-null-value' };
    if (policy.state === 'absent')
        return { rule: 'marker-policy', why: policy.why };
    const fits = fittingPart(marker);
    if (fits !== undefined)
        return { rule: 'marker-suffix', fits };
    return policy.state === 'found' ? judgeValue(marker, policy.policies, surroundings) : undefined;
}
function judgeValue(marker, policies, surroundings) {
    const { target } = marker;
    // In several clusters one policy of several that finds everything right will do.
    const verdicts = policies.map(policy => {
        if (target?.part === 'digest')
            return digestVerdict(policy);
        return imageVerdict(marker, policy, surroundings) ?? tagVerdict(marker, policy);
    });
    return verdicts.includes(undefined) ? undefined : verdicts[0];
}
function digestVerdict(policy) {
    const isSure = !policy.placement.isRewritten && policy.digestReflection === 'Never';
    return isSure ? { rule: 'marker-digest', policy } : undefined;
}
function imageVerdict(marker, policy, { loop, built }) {
    const image = (0,elected_image/* imageOf */.dT)(policy);
    const found = (0,marked_image/* imageAt */.t)(marker)?.repository;
    const isWhole = marker.target?.part === 'image' || marker.target?.part === 'name';
    // A name of one part is what people write until the first update, or what kustomize renames.
    if (image === undefined || found === undefined || (!found.includes('/') && !isWhole))
        return undefined;
    if (isPlaceholderName(found, image))
        return undefined;
    const [left, right] = [(0,canonical/* canonicalRepository */.J)(found), (0,canonical/* canonicalRepository */.J)(image)];
    if (left === undefined || right === undefined || left === right)
        return undefined;
    // The value is what the build pushes: then the ImageRepository has the wrong address, and that is said there.
    if (built.has(left) && !built.has(right) && lastPart(left) === lastPart(right))
        return undefined;
    const hasSameName = left.slice(left.indexOf('/')) === right.slice(right.indexOf('/'));
    if (isWhole)
        return { rule: 'marker-image', policy, image, found, isDoubtful: hasSameName };
    // Charts add a registry to a repository without one, and what is pulled through a mirror has the tags of its origin.
    if (lastPart(left) === lastPart(right))
        return undefined;
    const hasOwnPolicy = loop.policies.some(other => (0,canonical/* canonicalRepository */.J)((0,elected_image/* imageOf */.dT)(other) ?? '') === left);
    return { rule: 'marker-image', policy, image, found, isDoubtful: !hasOwnPolicy };
}
function lastPart(repository) {
    return repository.slice(repository.lastIndexOf('/') + 1);
}
function tagVerdict(marker, policy) {
    const image = (0,marked_image/* imageAt */.t)(marker);
    if (image === undefined || marker.target?.part === 'name')
        return undefined;
    const { tag } = image;
    if (tag === undefined)
        return marker.value?.text.includes('@') === true
            ? undefined
            : { rule: 'marker-tag', policy, tag, isPlaceholder: true };
    const isAccepted = (0,elected_image/* accepts */.G3)(policy, tag);
    if (isAccepted === undefined)
        return undefined;
    const isPlaceholder = (0,elected_image/* isPlaceholderTag */.M)(tag);
    // `latest` is elected where a policy follows its digest.
    if (isAccepted && (!isPlaceholder || tag === 'latest'))
        return undefined;
    return { rule: 'marker-tag', policy, tag, isPlaceholder };
}
/** `frontend` for `192.168.0.40:5000/library/frontend`, and words that stand for a name to come. */
function isPlaceholderName(found, image) {
    if (found.includes('/'))
        return false;
    return (image.endsWith(`/${found}`) ||
        /^(?:place-?holder|image|app|todo|tbd|change-?me|replace-?me|dummy|xxx+)$/i.test(found));
}
function isUnknownPart(setter) {
    return setter !== undefined && /^[^\s:/]+:[^\s:/]+:[^\s:/]*$/.test(setter);
}
/** Files that show how something is written, rather than to be used. */
function isSample(path) {
    return /(?:^|\/)(?:docs?|examples?|samples?|templates?|testdata|tests?|fixtures?)\//i.test(path);
}

;// CONCATENATED MODULE: ./src/flux/inventory/meant-marker.ts
/**
 * Whether a comment that speaks of an image policy was meant as a marker. Prose, examples in prose, lines that are commented out,
 * and text in a document inside of a document are not.
 *
 * @param lines those of the file
 * @param names whether a setter names a policy of the tree
 */
function isMeantAsMarker({ line, column, text, setter, fault }, lines, names) {
    const whole = lines[line - 1] ?? '';
    const before = [...whole].slice(0, column - 1).join('');
    const isAlone = before.trim() === '';
    if (fault === 'inside-scalar')
        return setter !== undefined && PAIR.test(before);
    // No marker is longer, and patterns take their time.
    const short = text.slice(0, 500);
    const said = short.replace(/^#+\s*/, '');
    if (!isAlone)
        return (ALMOST.test(short) || BRACE.test(short)) && !PUT_OFF.test(beforeBrace(said));
    // A line of its own: a marker starts with its brace. Next to other lines of comment it may be an example in prose.
    if (!/^[{“"'`]?\s*\{/.test(said) || !BRACE.test(said))
        return false;
    if (fault === 'several-lines' || fault === 'shadowed' || fault === undefined)
        return true;
    return !isComment(lines[line]) && (!isComment(lines[line - 2]) || (setter !== undefined && names(setter)));
}
/** The braces of a marker, whatever else is wrong with it. */
const BRACE = /\{[^}]*imagepolicy\W*[:=]/i;
/** A marker without its braces. */
const ALMOST = /\$imagepolicy["'`’”]?\s*[:=]\s*["'`‘“]?[\w.-]+:[\w.-]+/i;
/** Words in front of a marker that say that it is switched off on purpose. */
const PUT_OFF = /\b(?:disabled?|paused?|off|todo|was|formerly|old|no|not|without|e\.?g|example)\b/i;
/** What stands before a comment on a line of YAML. */
const PAIR = /^\s*(?:- +)?[\w."'/-]+:\s+\S|^\s*- +\S/;
function beforeBrace(said) {
    const brace = said.indexOf('{');
    return brace < 0 ? '' : said.slice(0, brace);
}
function isComment(line) {
    return line !== undefined && /^\s*#/.test(line);
}

// EXTERNAL MODULE: ./src/flux/inventory/workflow.ts
var workflow = __webpack_require__(7423);
;// CONCATENATED MODULE: ./src/flux/inventory/markers.ts











/** Finds the markers of a tree and what each leads to. */
function markersOf(inventory, loop) {
    const byFile = new Map();
    const covering = new Map(loop.automations.map(automation => [automation, (0,automation_source/* coverage */.vk)(automation, inventory)]));
    const covers = (automation, path) => covering.get(automation)?.(path) ?? 'no';
    const surroundings = { loop, isOpen: (0,inventory_elsewhere/* mayComeFromElsewhere */.m)([], inventory), built: builtImages(inventory) };
    for (const [path, file] of inventory.files) {
        if (!/imagepolicy/i.test(file.text) || (0,workflow/* isWorkflowFile */.Kr)(path) || !speaksInComments(file.text))
            continue;
        const markers = markersIn(file, inventory, loop, covers, surroundings);
        if (markers.length > 0)
            byFile.set(path, markers);
    }
    return {
        all: [...byFile.values()].flat(),
        byFile,
        covers,
    };
}
/** Flux's own components are large and speak of image policies, but in no comment. */
function speaksInComments(text) {
    return text.split('\n').some(line => {
        const sign = line.indexOf('#');
        return sign >= 0 && /imagepolicy/i.test(line.slice(sign));
    });
}
function markersIn(file, inventory, loop, covers, surroundings) {
    const lines = file.text.split(/\r?\n/);
    const found = keptMarkers(file.facts, () => (0,setters/* findMarkers */.Xh)({ path: file.path, content: Buffer.from(file.text) }));
    const meant = found.filter(marker => isMeantAsMarker(marker, lines, setter => isKnown((0,inventory_marker/* parseTarget */.hu)(setter), loop)));
    if (meant.length === 0)
        return [];
    const working = loop.automations.map(automation => [automation, covers(automation, file.path)]);
    const automations = working.flatMap(([automation, certainty]) => (certainty === 'yes' ? [automation] : []));
    const mayBeCovered = working.some(([, certainty]) => certainty === 'unknown');
    const offsetOf = offsets(file.text);
    return meant.map(marker => {
        const target = (0,inventory_marker/* parseTarget */.hu)(marker.setter);
        const start = offsetOf(marker);
        const whole = {
            file,
            span: file.span(start, start + marker.text.length),
            start,
            text: marker.text,
            setter: marker.setter,
            target,
            fault: marker.fault,
            value: marker.value && markedValue(marker.value, file, offsetOf(marker.value)),
            automations,
            mayBeCovered,
            policy: matchPolicy(target, automations, !mayBeCovered, loop, inventory),
        };
        return { ...whole, verdict: judgeMarker(whole, surroundings) };
    });
}
function builtImages({ builds }) {
    const images = builds.flatMap(build => (build.images.known ? build.images.value : []));
    return new Set(images.flatMap(({ image }) => (image === undefined ? [] : ((0,canonical/* canonicalRepository */.J)(image) ?? []))));
}
function isKnown(target, { policies }) {
    return policies.some(({ name }) => name === target?.policy);
}
function markedValue(found, file, start) {
    const scalar = placedScalar(file, start);
    const range = scalar?.range ?? [start, start + found.text.length];
    const { text, isNull, isListItem } = found;
    return { text, span: file.span(...range), range, isNull, isListItem, place: scalar?.place };
}
/** Gives the offset, in UTF-16 code units, of a line and column as people count them. */
function offsets(text) {
    const lines = text.split('\n');
    const starts = [0];
    for (const line of lines)
        starts.push((starts.at(-1) ?? 0) + line.length + 1);
    return ({ line, column }) => (starts[line - 1] ?? 0) + [...(lines[line - 1] ?? '')].slice(0, column - 1).join('').length;
}
function placedScalar(file, start) {
    for (const document of file.documents) {
        const found = (0,source_file/* scalarAt */.C_)(document, start);
        if (found === undefined)
            continue;
        // Without the line feeds at the end of a block scalar.
        const length = file.text.slice(start, found.end).trimEnd().length;
        return { range: [start, start + length], place: { document, keys: found.keys } };
    }
    return undefined;
}


/***/ }),

/***/ 9742:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ treeAt),
/* harmony export */   i: () => (/* binding */ textsAt)
/* harmony export */ });
/** Compares the work tree with a commit; links and submodules are left out. */
async function treeAt(git, commit) {
    const [listing, differences] = await Promise.all([
        git.run('ls-tree', '-r', '-z', commit),
        git.run('diff', '--name-status', '-z', '--find-renames', '--relative', commit, '--', '.'),
    ]);
    const paths = listing.split('\0').flatMap(entry => {
        const [, path] = /^100[0-7]{3} blob [0-9a-f]+\t(.*)$/s.exec(entry) ?? [];
        return path ?? [];
    });
    return { paths, ...readStatus(differences) };
}
/** `git diff --name-status -z`: a letter and one path each, two for a rename or a copy. */
function readStatus(text) {
    const changed = new Set();
    const renames = new Map();
    const fields = text.split('\0');
    for (let at = 0; at + 1 < fields.length;) {
        const letter = fields[at]?.[0];
        const path = fields[at + 1] ?? '';
        const isMove = letter === 'R' || letter === 'C';
        if (letter !== 'C')
            changed.add(path);
        if (letter === 'R')
            renames.set(path, fields[at + 2] ?? '');
        at += isMove ? 3 : 2;
    }
    return { changed, renames };
}
/** The texts of files as a commit has them; a file that is no text, or is not there, is left out. */
async function textsAt(git, commit, paths) {
    const texts = new Map();
    // A line feed in a path would be two requests.
    const asked = paths.filter(path => !path.includes('\n'));
    if (asked.length === 0)
        return texts;
    const prefix = (await git.run('rev-parse', '--show-prefix')).replace(/\n$/, '');
    const answer = Buffer.from(await git.feed(asked.map(path => `${commit}:${prefix}${path}\n`).join(''), 'cat-file', '--batch'));
    let at = 0;
    for (const path of asked) {
        const end = answer.indexOf(0x0a, at);
        const header = answer.toString('utf8', at, end < 0 ? answer.length : end);
        const size = Number(/^[0-9a-f]+ blob ([0-9]+)$/.exec(header)?.[1] ?? Number.NaN);
        at = end + 1;
        if (Number.isNaN(size))
            continue;
        // Bytes that are no UTF-8 came in as other bytes: the count is off, and the rest cannot be told apart.
        if (answer[at + size] !== 0x0a) {
            for (const rest of asked.slice(asked.indexOf(path))) {
                const text = await git.ask('cat-file', 'blob', `${commit}:${prefix}${rest}`);
                if (text !== undefined)
                    texts.set(rest, text);
            }
            break;
        }
        texts.set(path, answer.toString('utf8', at, at + size));
        at += size + 1;
    }
    return texts;
}


/***/ }),

/***/ 7107:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ canonicalRepository)
/* harmony export */ });
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3564);

/**
 * The repository of a reference under the one name that all its spellings share: Docker Hub is `docker.io`, and a one-part name
 * there is in `library`. Undefined when the text is no reference.
 */
function canonicalRepository(text) {
    const reference = (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(text);
    return reference === undefined ? undefined : canonicalName(reference);
}
function canonicalName({ registry, name }) {
    const isHub = registry === undefined || HUB.has(registry);
    if (!isHub)
        return `${registry.toLowerCase()}/${name}`;
    return `docker.io/${name.includes('/') ? name : `library/${name}`}`;
}
const HUB = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);


/***/ }),

/***/ 3758:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   kx: () => (/* binding */ failedSummary)
/* harmony export */ });
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5260);

/**
 * Somebody else's text as one line of Markdown that shows it as it is: no markup, no HTML, no link, and nobody is
 * mentioned by it. It fits into a table.
 */
function text(value) {
    // GitHub looks for names and issues once more when entities are read; a blank of no width ends that.
    const quiet = escaped(value.replace(/([@#])(?=\w)/g, '$1\u200b'));
    // At the start of a line these begin a list or a rule, and a blank may begin code.
    return quiet.replace(/^[-+= ]|^\d{1,9}(?=[.)](?: |$))/, entities);
}
/** The same as code. */
function code(value) {
    return `<code>${escaped(value)}</code>`;
}
/** Lines as they are, to be copied; `language` is a word of ours. */
function codeBlock(value, language = '') {
    const lines = (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(value).replace(/[\u0085\u2028\u2029]/g, ' ');
    const longest = Math.max(2, ...(lines.match(/`+/g) ?? []).map(run => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${lines.replace(/\n+$/, '')}\n${fence}`;
}
function escaped(value) {
    return (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(value)
        .replace(/[\s\u0085]+/g, ' ')
        .replace(/[\\`*_{}[\]<>|#~&!@:"']|(?<=www)\./gi, entities);
}
function entities(characters) {
    return [...characters].map(character => `&#${character.codePointAt(0)};`).join('');
}
/** A failed run for the job summary: the causes and the next steps. */
function failedSummary(title, problems) {
    return [
        `### ${title}`,
        '',
        // Without a break of its own the next step would run on in the cause's line.
        ...problems.map(({ message, next }) => `- **${text(message)}**${next === undefined ? '' : `<br>${text(next)}`}`),
        '',
    ].join('\n');
}


/***/ }),

/***/ 1193:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ treeCertificates),
/* harmony export */   _: () => (/* binding */ certificateProblems)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1867);


/** Every certificate that can be read. */
function treeCertificates(files) {
    return files.flatMap(file => {
        const read = certificatesIn(file);
        return 'problems' in read ? [] : read.certificates;
    });
}
/**
 * The files that no value can be sealed with any more, or soon not: in each the newest certificate is the one that counts.
 *
 * @param now milliseconds since 1970
 */
function certificateProblems(files, now) {
    const fix = 'Get the current one from the controller: fluxgate seal fetch';
    return files.flatMap(file => {
        const { path, text } = file;
        const read = certificatesIn(file);
        if ('problems' in read)
            return read.problems.map(message => ({ path, text, message, fix }));
        const newest = [...read.certificates].sort((left, right) => right.validFrom - left.validFrom)[0];
        const problem = newest && (0,_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .expiryProblem */ .rD)(newest, now);
        return problem === undefined ? [] : [{ path, text, message: `the certificate ${problem.text}`, fix }];
    });
}
function certificatesIn({ path, text, }) {
    try {
        return { certificates: (0,_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .readCertificates */ .jZ)(text, path) };
    }
    catch (error) {
        const mistakes = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .userErrorsOf */ .__)(error);
        if (mistakes.length === 0)
            throw error;
        return { problems: mistakes.map(({ message }) => message) };
    }
}


/***/ }),

/***/ 1867:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jZ: () => (/* binding */ readCertificates),
/* harmony export */   rD: () => (/* binding */ expiryProblem),
/* harmony export */   uF: () => (/* binding */ newestCertificate)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);


const PEM_BLOCK = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;
const LEAST_BITS = 2048;
const DAY = 24 * 60 * 60 * 1000;
/** A certificate that ends sooner is a warning. */
const NEAR_DAYS = 30;
/**
 * Reads every certificate of a PEM text.
 *
 * @throws UserError when there is none, or one that the controller cannot have made
 */
function readCertificates(text, source) {
    if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${source} holds a private key: expected the controller's public certificate`, {
            next: 'Whoever has that key opens every sealed secret: take it away from here',
        });
    }
    const blocks = text.match(PEM_BLOCK) ?? [];
    if (blocks.length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${source} holds no certificate: expected "-----BEGIN CERTIFICATE-----"`, {
            next: 'fluxgate seal fetch --help shows how to get one from the controller',
        });
    }
    return blocks.map(block => readCertificate(block, source));
}
function readCertificate(pem, source) {
    const certificate = parsed(pem, source);
    const { publicKey } = certificate;
    if (publicKey.asymmetricKeyType !== 'rsa') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the key of the certificate in ${source} is ${publicKey.asymmetricKeyType}: expected RSA`);
    }
    const modulus = Buffer.from(publicKey.export({ format: 'jwk' }).n ?? '', 'base64url');
    const bits = publicKey.asymmetricKeyDetails?.modulusLength ?? 0;
    if (bits < LEAST_BITS) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the key of the certificate in ${source} has ${bits} bits: expected at least ${LEAST_BITS}`);
    }
    return {
        source,
        publicKey,
        modulus,
        fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
        validFrom: Date.parse(certificate.validFrom),
        validTo: Date.parse(certificate.validTo),
    };
}
function parsed(pem, source) {
    try {
        return new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(pem);
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the certificate in ${source} cannot be read: it is damaged or cut off`, { cause: error });
    }
}
/**
 * The newest certificate that is valid now: the one that the controller takes for new values.
 *
 * @param now milliseconds since 1970
 * @throws UserError when none is valid
 */
function newestCertificate(certificates, now) {
    const newestFirst = [...certificates].sort((left, right) => right.validFrom - left.validFrom);
    const valid = newestFirst.find(({ validFrom, validTo }) => validFrom <= now && now <= validTo);
    if (valid !== undefined)
        return valid;
    const problems = newestFirst.map(certificate => `${certificate.source} ${expiryProblem(certificate, now)?.text}`);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`no certificate to seal with: ${problems.join('; ')}`, {
        next: 'Get the current one from the controller: fluxgate seal fetch',
    });
}
/** What is wrong with the days of a certificate; undefined when nothing is. */
function expiryProblem({ validFrom, validTo }, now) {
    if (now < validFrom)
        return { invalid: true, text: `is valid from ${day(validFrom)} on, and that is to come` };
    if (now > validTo)
        return { invalid: true, text: `expired on ${day(validTo)}` };
    if (validTo - now > NEAR_DAYS * DAY)
        return undefined;
    return { invalid: false, text: `expires on ${day(validTo)}, in ${Math.floor((validTo - now) / DAY)} days` };
}
function day(time) {
    return new Date(time).toISOString().slice(0, 10);
}


/***/ })

};
