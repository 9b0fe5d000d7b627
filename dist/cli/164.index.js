export const id = 164;
export const ids = [164];
export const modules = {

/***/ 6164:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rehearseCommand: () => (/* binding */ rehearseCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/build-defaults.ts
var build_defaults = __webpack_require__(494);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/flux/inventory.ts + 5 modules
var flux_inventory = __webpack_require__(4509);
// EXTERNAL MODULE: ./src/flux/setters.ts + 3 modules
var setters = __webpack_require__(4057);
;// CONCATENATED MODULE: ./src/flux/rehearsal/known-tags.ts

/** Finds tags behind an image wherever it is written, and in the values that markers of its policies stand on. */
function namedTagsIn(files) {
    const marked = markedTags(files);
    return (image, policies) => {
        const found = new Set(policies.flatMap(policy => marked.get(policy) ?? []));
        for (const tag of tagsBehind(image, files))
            found.add(tag);
        return new Set([...found].filter(tag => TAG.test(tag)));
    };
}
function markedTags(files) {
    const tags = new Map();
    for (const { setter, fault, value } of files.flatMap(file => (0,setters/* findMarkers */.Xh)(file))) {
        if (setter === undefined || value === undefined || fault !== undefined)
            continue;
        const [namespace, name, suffix] = setter.split(':');
        const tag = suffix === 'tag' ? value.text : suffix === undefined ? (0,setters/* parseLatestRef */.sH)(value.text).tag : undefined;
        if (tag === undefined)
            continue;
        const policy = `${namespace}:${name}`;
        tags.set(policy, [...(tags.get(policy) ?? []), tag]);
    }
    return tags;
}
function* tagsBehind(image, files) {
    const start = Buffer.from(`${image}:`);
    for (const { content } of files) {
        const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
        for (let at = bytes.indexOf(start); at >= 0; at = bytes.indexOf(start, at + 1)) {
            const behind = bytes.toString('latin1', at + start.length, at + start.length + LONGEST_TAG + 1);
            yield /^[A-Za-z0-9._-]+/.exec(behind)?.[0] ?? '';
        }
    }
}
const LONGEST_TAG = 128;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;

// EXTERNAL MODULE: ./src/image/tag.ts
var image_tag = __webpack_require__(9241);
// EXTERNAL MODULE: ./src/flux/inventory/image-loop.ts + 1 modules
var image_loop = __webpack_require__(1102);
// EXTERNAL MODULE: ./src/flux/inventory/automation-source.ts
var automation_source = __webpack_require__(2675);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/flux/inventory/applied.ts
var applied = __webpack_require__(1913);
// EXTERNAL MODULE: ./src/flux/inventory/resource.ts
var resource = __webpack_require__(8050);
// EXTERNAL MODULE: ./src/flux/message.ts + 33 modules
var flux_message = __webpack_require__(1826);
;// CONCATENATED MODULE: ./src/flux/rehearsal/commit.ts





/** @param files the tree, as the commits before have left it */
function rehearseCommit(automation, policies, files) {
    const { updatePath } = automation;
    if (updatePath === undefined)
        return nothing(automation, policies, 'its update.path leads out of the repository');
    if (automation.isSuspended)
        return nothing(automation, policies, 'it is suspended');
    const strategy = (0,resource/* textIn */.r7)(automation.resource, 'spec', 'update', 'strategy');
    if (strategy !== undefined && strategy !== 'Setters')
        return nothing(automation, policies, `its update strategy is ${strategy}, expected Setters`);
    const prefix = updatePath === '.' ? '' : `${updatePath}/`;
    const below = files
        .filter(({ path }) => (0,applied/* isBelow */.Yw)(path, updatePath))
        .map(({ path, content }) => ({ path: path.slice(prefix.length), content }));
    const result = (0,setters/* applySetters */.zn)(below, policies);
    const written = result.written.map(({ path, content }) => ({ path: `${prefix}${path}`, content }));
    const base = { automation, policies, result, written };
    if (result.error !== null)
        return { ...base, message: null, why: `it fails as a whole: ${result.error}` };
    if (written.length === 0)
        return { ...base, message: null, why: 'no marker below its update.path changes' };
    const message = (0,flux_message/* renderMessage */.e)(automation.messageTemplate ?? '', {
        automation: { namespace: automation.namespace ?? '', name: automation.name },
        values: textsOf((0,resource/* valueIn */.xm)(automation.resource, 'spec', 'git', 'commit', 'messageTemplateValues')),
        files: changedFiles(result.changes),
    });
    if (message.error === null)
        return { ...base, message, why: null };
    return { ...base, written: [], message, why: `its commit message fails: ${message.error}` };
}
function nothing(automation, policies, why) {
    const result = { changes: [], problemFiles: [], written: [], error: null };
    return { automation, policies, result, written: [], message: null, why };
}
function textsOf(value) {
    const names = typeof value === 'object' && value !== null ? Object.keys(value) : [];
    return Object.fromEntries(names.flatMap(name => {
        const text = (0,json/* member */.Dc)(value, name);
        return typeof text === 'string' ? [[name, text]] : [];
    }));
}
function changedFiles(changes) {
    const files = new Map();
    for (const { file, apiVersion, kind, namespace, name, old, new: newValue, setter } of changes) {
        const objects = files.get(file) ?? new Map();
        files.set(file, objects);
        const key = JSON.stringify([apiVersion, kind, namespace, name]);
        const known = objects.get(key)?.changes ?? [];
        objects.set(key, {
            apiVersion,
            kind,
            namespace,
            name,
            changes: [...known, { oldValue: old, newValue, setter }],
        });
    }
    return [...files].map(([path, objects]) => ({ path, objects: [...objects.values()] }));
}

;// CONCATENATED MODULE: ./src/flux/rehearsal/push-branch.ts

function commitBranchOf(automation, inventory) {
    const { checkout, push } = (0,automation_source/* branchesOf */.IJ)(automation, inventory);
    return { branch: push, isFollowed: push === undefined || checkout === undefined || push === checkout };
}

// EXTERNAL MODULE: ./src/workflow/push-filter.ts
var push_filter = __webpack_require__(2200);
// EXTERNAL MODULE: ./src/workflow/skipped-push.ts
var skipped_push = __webpack_require__(8274);
;// CONCATENATED MODULE: ./src/flux/rehearsal/restart.ts


/**
 * What GitHub does with the commit, which Flux pushes with a deploy key, so that it counts like anybody's.
 *
 * @param branch undefined when the tree does not say it
 * @param files from the root of the repository
 */
function restartOf({ file, push }, branch, files, message) {
    const workflow = file.path;
    if (push === undefined)
        return { workflow, starts: false, why: 'no push starts it' };
    if ((0,skipped_push/* skipsWorkflows */.D)(message))
        return { workflow, starts: false, why: 'the message tells GitHub to skip workflows' };
    if (branch === undefined) {
        const never = push.branches === undefined && push.branchesIgnore === undefined && !(0,push_filter/* startsOnPush */.l)(push, { branch: '', files });
        if (never)
            return { workflow, starts: false, why: 'its filters leave out every file of the commit' };
        return { workflow, starts: null, why: 'the tree does not say which branch the commit goes to' };
    }
    if ((0,push_filter/* startsOnPush */.l)(push, { branch, files })) {
        const reason = push.paths === undefined && push.pathsIgnore === undefined
            ? 'it filters no paths'
            : 'its path filters let a file of the commit through';
        return { workflow, starts: true, why: reason };
    }
    const byBranch = !(0,push_filter/* startsOnPush */.l)({ ...push, paths: undefined, pathsIgnore: undefined }, { branch, files });
    return {
        workflow,
        starts: false,
        why: byBranch ? `it does not start on ${branch}` : 'its path filters leave out every file of the commit',
    };
}

;// CONCATENATED MODULE: ./src/flux/rehearsal/commits.ts





/** The commits, one behind the other, each on what the one before has left. */
function deliveryCommits(inventory, loop, files, images) {
    const elections = images.flatMap(image => image.elections);
    const tree = new Map(files.map(file => [file.path, file]));
    const here = loop.automations.filter(automation => (0,automation_source/* worksHere */.rk)(automation, inventory) !== 'no');
    return here.flatMap(automation => {
        const seen = elections.filter(({ policy }) => (0,image_loop/* automationSees */.EG)(automation, policy) !== 'no');
        if (seen.length === 0)
            return [];
        const policies = new Map(seen.map(election => [
            `${election.policy.namespace ?? automation.namespace ?? ''}:${election.policy.name}`,
            latestOf(election),
        ]));
        const commit = rehearseCommit(automation, policies, [...tree.values()]);
        for (const file of commit.written)
            tree.set(file.path, file);
        const branch = commitBranchOf(automation, inventory);
        const paths = commit.written.map(({ path }) => path);
        const builders = new Map(inventory.builds.flatMap(({ workflow }) => (workflow ? [[workflow.file.path, workflow]] : [])));
        const restarts = paths.length === 0
            ? []
            : [...builders.values()].map(workflow => restartOf(workflow, branch.branch, paths, commit.message?.message ?? ''));
        return [{ ...commit, ...branch, restarts }];
    });
}
/** What Flux would put in place of the digest of an image that is not pushed yet. */
const UNKNOWN_DIGEST = `sha256:${'0'.repeat(64)}`;
function latestOf({ image, policy, explanation }) {
    const { selectedTag } = explanation.result;
    if (selectedTag === null)
        return null;
    const name = image;
    return policy.digestReflection === 'Never'
        ? { name, tag: selectedTag }
        : { name, tag: selectedTag, digest: UNKNOWN_DIGEST };
}

;// CONCATENATED MODULE: ./src/flux/rehearsal/contract.ts

/**
 * The build's contract, from the workflow that uses the action build-push or from what was given.
 *
 * @throws UserError when neither says it
 */
function contractOf(inventory, loop, given) {
    const { images, tagPrefix } = given;
    if (images.length > 0)
        return { images, tagPrefix: tagPrefix ?? 'main', source: 'the command line', remarks: [] };
    const builds = chosenBuilds(inventory, given.workflow);
    const [first] = builds;
    if (first === undefined) {
        throw new errors/* UserError */.yo('no workflow in .github/workflows uses the action build-push', {
            next: 'Say what the build makes with --image HOST/NAME',
        });
    }
    const made = builds.flatMap(build => imagesOf(build, loop));
    return {
        images: [...new Set(made.map(({ image }) => image))],
        tagPrefix: tagPrefix ?? prefixOf(builds),
        source: placeOf(first),
        remarks: [...new Set(made.flatMap(({ remark }) => remark ?? []))],
    };
}
/** Those of one workflow. One that a push starts goes before those that only check. */
function chosenBuilds({ builds }, wanted) {
    const pushing = builds.filter(({ step }) => step.with.get('push') !== 'false');
    const fileOf = ({ step }) => step.workflow.path;
    const files = [...new Set(pushing.map(fileOf))];
    if (wanted !== undefined) {
        const found = pushing.filter(build => fileOf(build) === wanted);
        if (found.length > 0)
            return found;
        const there = files.length === 0 ? 'none does' : `expected one of ${files.join(', ')}`;
        throw new errors/* UserError */.yo(`option --workflow: ${wanted} does not use the action build-push: ${there}`);
    }
    const started = pushing.filter(({ workflow }) => workflow?.push !== undefined);
    const builders = started.length > 0 ? started : pushing;
    const several = [...new Set(builders.map(fileOf))];
    if (several.length <= 1)
        return builders;
    throw new errors/* UserError */.yo(`several workflows build: ${several.join(', ')}`, { next: 'Choose one with --workflow' });
}
function prefixOf(builds) {
    const prefixes = new Set();
    for (const { tagPrefix, step } of builds) {
        if (!tagPrefix.known) {
            throw new errors/* UserError */.yo(`${step.workflow.path}:${tagPrefix.span.line}: ${tagPrefix.why}`, {
                next: 'Say what it is with --tag-prefix',
            });
        }
        prefixes.add(tagPrefix.value);
    }
    const [prefix = 'main', ...others] = prefixes;
    if (others.length === 0)
        return prefix;
    throw new errors/* UserError */.yo(`the steps build with several tag prefixes: ${[...prefixes].join(', ')}`, {
        next: 'Choose one with --tag-prefix, and the images with --image',
    });
}
function imagesOf(build, loop) {
    const { images, step } = build;
    if (!images.known) {
        throw new errors/* UserError */.yo(`${step.workflow.path}:${images.span.line}: ${images.why}`, {
            next: 'Say what the build makes with --image HOST/NAME',
        });
    }
    return images.value.map(built => madeImage(built, build, loop));
}
/** An image whose registry is not written is taken for the one of that name which the tree scans, if there is but one. */
function madeImage(built, { registry, step }, loop) {
    if (built.image !== undefined)
        return { image: built.image, remark: undefined };
    const why = registry.known ? (built.name.known ? 'its name is empty' : built.name.why) : registry.why;
    const at = `${step.workflow.path}:${(registry.known ? built.name.span : registry.span).line}`;
    if (built.name.known) {
        const { value } = built.name;
        const scanned = new Set(loop.repositories.flatMap(({ image }) => (image?.endsWith(`/${value}`) ? [image] : [])));
        const [only, ...others] = scanned;
        if (only !== undefined && others.length === 0)
            return { image: only, remark: `${at}: ${why}; taken for ${only}, which the tree scans` };
    }
    throw new errors/* UserError */.yo(`${at}: ${why}`, { next: 'Say what the build makes with --image HOST/NAME' });
}
function placeOf({ step, span }) {
    return `${step.workflow.path}:${span.line}`;
}

// EXTERNAL MODULE: ./src/flux/explain.ts
var explain = __webpack_require__(5716);
// EXTERNAL MODULE: ./src/flux/policy.ts
var flux_policy = __webpack_require__(1857);
// EXTERNAL MODULE: ./src/flux/scan.ts
var flux_scan = __webpack_require__(4418);
;// CONCATENATED MODULE: ./src/flux/rehearsal/election.ts




/** @param tags those known, with that of the build or without */
function rehearseElection(image, policy, tags, build) {
    const all = [...new Set([...tags, build])];
    const exclusions = policy.repository.state === 'found' ? policy.repository.target.exclusionList : undefined;
    const scan = (0,flux_scan/* scanTags */.Z)(all, exclusions);
    const scanned = 'error' in scan ? [] : scan.tags;
    const explanation = (0,explain/* explainPolicy */.y)(policy.spec, scanned);
    const { result } = explanation;
    const mirrored = (0,flux_policy/* evaluatePolicy */.U)(policy.spec, scanned.map(mirror)).selectedTag;
    const why = 'error' in scan ? `the ImageRepository does not scan: ${scan.error}` : whyNot(explanation, scanned, build);
    return {
        image,
        policy,
        explanation,
        excluded: all.length - scanned.length,
        electsBuild: why === null && result.error === null,
        why,
        reversed: mirrored === null ? null : mirror(mirrored),
    };
}
function whyNot({ result, tags }, scanned, build) {
    if (!scanned.includes(build))
        return 'the ImageRepository excludes its tag';
    if (result.error !== null)
        return `the policy fails: ${result.error}`;
    if (result.random)
        return `Flux would choose at random between ${result.candidates.join(' and ')}`;
    if (result.selectedTag === build)
        return null;
    const dropped = tags.find(({ tag }) => tag === build)?.dropped;
    const reason = dropped ? REASONS[dropped] : 'it ranks the new tag lower';
    return `the policy elects ${result.selectedTag}: ${reason}`;
}
const REASONS = {
    'not-matched': 'its pattern does not match the new tag',
    'same-value': 'that tag gives the same value as the new one',
    'not-a-version': 'the new tag is no version',
    'outside-range': 'the new tag is outside of its range',
    'not-a-number': 'the new tag gives no number',
    unordered: 'the new tag gives a number without an order',
};
/** The tag with a commit of the opposite place in the order; twice gives the same. What is no build tag stays. */
function mirror(text) {
    const tag = (0,image_tag/* parseTag */.ED)(text);
    return tag === undefined ? text : (0,image_tag/* printTag */.O4)(mirroredTag(tag));
}
function mirroredTag(tag) {
    return { ...tag, sha7: tag.sha7.replace(/./g, digit => (15 - Number.parseInt(digit, 16)).toString(16)) };
}

// EXTERNAL MODULE: ./src/yaml/source-file.ts + 2 modules
var source_file = __webpack_require__(2609);
// EXTERNAL MODULE: ./src/flux/inventory/cluster-graph.ts
var cluster_graph = __webpack_require__(356);
// EXTERNAL MODULE: ./src/flux/rehearsal/apply-order.ts
var apply_order = __webpack_require__(7054);
;// CONCATENATED MODULE: ./src/flux/rehearsal/object-changes.ts

/** What differs between two builds of one path, in the order of the later one, what is gone at the end. */
function objectChanges(before, after) {
    const [old, now] = [objectsIn(before), objectsIn(after)];
    const changes = [];
    for (const [key, object] of now) {
        const previous = old.get(key);
        if (previous === undefined)
            changes.push({ ...identityOf(object), how: 'added', fields: [] });
        else {
            const fields = [...fieldChanges('', previous, object)];
            if (fields.length > 0)
                changes.push({ ...identityOf(object), how: 'changed', fields });
        }
    }
    for (const [key, object] of old) {
        if (!now.has(key))
            changes.push({ ...identityOf(object), how: 'removed', fields: [] });
    }
    return changes;
}
function objectsIn(built) {
    const objects = new Map();
    for (const { body } of built) {
        const { kind, namespace, name } = identityOf(body);
        const group = ((0,json/* textMember */.SA)(body, 'apiVersion') ?? '').replace(/\/?[^/]*$/, '');
        if (kind !== '')
            objects.set(JSON.stringify([group, kind, namespace, name]), body);
    }
    return objects;
}
function identityOf(object) {
    const metadata = (0,json/* member */.Dc)(object, 'metadata');
    return {
        kind: (0,json/* textMember */.SA)(object, 'kind') ?? '',
        namespace: (0,json/* textMember */.SA)(metadata, 'namespace') ?? '',
        name: (0,json/* textMember */.SA)(metadata, 'name') ?? '',
    };
}
function* fieldChanges(path, old, now) {
    if (Array.isArray(old) && Array.isArray(now)) {
        const length = Math.max(old.length, now.length);
        for (let index = 0; index < length; index += 1)
            yield* fieldChanges(`${path}[${index}]`, old[index], now[index]);
        return;
    }
    if (isMap(old) && isMap(now)) {
        for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
            yield* fieldChanges(path === '' ? key : `${path}.${key}`, (0,json/* member */.Dc)(old, key), (0,json/* member */.Dc)(now, key));
        }
        return;
    }
    const [before, after] = [JSON.stringify(old), JSON.stringify(now)];
    if (before !== after)
        yield { path, old: before, new: after };
}
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./src/flux/rehearsal/steps.ts





/** The Kustomizations that the commits change something in, in the order in which they are applied. */
async function deliverySteps(inventory, commits, builder) {
    const written = commits.flatMap(commit => commit.written);
    if (written.length === 0)
        return [];
    const later = inventoryWith(inventory, written);
    const paths = new Set(written.map(({ path }) => path));
    const concerned = ({ folders, kustomizations, ownness }) => kustomizations.filter(kustomization => {
        if (ownness(kustomization) === 'no')
            return false;
        const files = folders.get(kustomization)?.files ?? new Set();
        return paths.has(kustomization.resource.file.path) || [...paths].some(path => files.has(path));
    });
    const builds = async (from) => new Map(await Promise.all(concerned(from).map(async (kustomization) => {
        const build = await builder.build(kustomization, from.layout);
        return [keyOf(kustomization), build];
    })));
    const before = await builds(inventory);
    await builder.write(written);
    const after = await builds(later);
    return ordered(later).flatMap((step) => {
        const build = after.get(keyOf(step.kustomization));
        if (build === undefined)
            return [];
        const files = later.folders.get(step.kustomization)?.files ?? new Set();
        if ('error' in build)
            return [{ ...step, changes: [], error: build.error, files }];
        const previous = before.get(keyOf(step.kustomization));
        const changes = objectChanges(previous !== undefined && 'objects' in previous ? previous.objects : [], build.objects);
        return changes.length === 0 ? [] : [{ ...step, changes, error: null, files }];
    });
}
/** Cluster by cluster; one that reaches none by itself stands for itself. */
function ordered(inventory) {
    const steps = (0,cluster_graph/* clusterGraphsOf */.Z6)(inventory).flatMap(apply_order/* applyOrder */.F);
    const placed = new Set(steps.map(({ kustomization }) => kustomization));
    const rest = inventory.kustomizations.filter(kustomization => !placed.has(kustomization));
    return [
        ...steps.filter(({ kustomization }) => placed.delete(kustomization)),
        ...rest.map(kustomization => {
            const { namespace, name = '' } = kustomization.resource;
            return { kustomization, id: namespace === undefined ? name : `${namespace}/${name}`, after: [], never: null };
        }),
    ];
}
function keyOf({ resource }) {
    return JSON.stringify([resource.file.path, resource.namespace, resource.name]);
}
function inventoryWith(inventory, written) {
    const files = new Map(inventory.files);
    for (const { path, content } of written) {
        files.set(path, (0,source_file/* readSourceFile */.uj)(path, Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString()));
    }
    return (0,flux_inventory/* inventoryOf */.o8)([...files].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, file]) => file), new Map(), inventory.plain);
}

;// CONCATENATED MODULE: ./src/flux/rehearsal/verdict.ts

function verdictOf(facts) {
    const images = facts.images.map(image => {
        const why = whyNotDeployed(image, facts);
        return { image: image.image, deployed: why === null, why };
    });
    const deployed = images.length > 0 && images.every(image => image.deployed);
    const restarting = facts.commits.flatMap(({ restarts }) => restarts.filter(({ starts }) => starts === true));
    const again = [...new Set(restarting.map(({ workflow }) => workflow))].join(' and ');
    const loop = again === '' ? '' : ` The commit of its delivery starts ${again} again, and so on without end.`;
    return { deployed, images, sentence: `${sentenceOf(images, facts.tag)}${loop}` };
}
function sentenceOf(images, tag) {
    const missing = images.filter(({ deployed }) => !deployed);
    if (missing.length === 0)
        return `This build will be deployed: ${images.map(({ image }) => image).join(' and ')} with the tag ${tag}.`;
    const reasons = missing.map(({ image, why }) => `${image}: ${why}`).join('; ');
    return missing.length === images.length
        ? `This build will not be deployed. ${reasons}.`
        : `Only a part of this build will be deployed. Not so ${reasons}.`;
}
/** Goes along the way of an image and stops at the first link that does not hold. */
function whyNotDeployed({ image, elections }, facts) {
    if (elections.length === 0) {
        const scanned = facts.loop.repositories.some(repository => repository.image === image);
        return scanned ? 'no ImagePolicy chooses among its tags' : 'no ImageRepository of the tree scans it';
    }
    const electing = elections.filter(({ electsBuild }) => electsBuild);
    if (electing.length === 0)
        return listed(elections.map(whyNotElected));
    const reasons = electing.map(election => whyNotWritten(election, facts));
    return reasons.includes(null) ? null : listed(reasons);
}
function whyNotElected({ policy, why }) {
    return `ImagePolicy ${policy.namespace ?? ''}/${policy.name}: ${why}`;
}
function whyNotWritten({ policy }, facts) {
    const title = `ImagePolicy ${policy.namespace ?? ''}/${policy.name}`;
    const commits = facts.commits.filter(({ automation }) => (0,image_loop/* automationSees */.EG)(automation, policy) !== 'no');
    if (commits.length === 0)
        return `no ImageUpdateAutomation of this repository takes ${title}`;
    const reasons = commits.map(commit => whyNotApplied(commit, `${policy.namespace ?? commit.automation.namespace ?? ''}:${policy.name}`, facts));
    return reasons.includes(null) ? null : listed(reasons);
}
function whyNotApplied(commit, policy, { steps, tag }) {
    const { automation, why, result, isFollowed, branch } = commit;
    const title = `ImageUpdateAutomation ${automation.namespace ?? ''}/${automation.name}`;
    const changes = result.changes.filter(({ setter }) => setter.split(':', 2).join(':') === policy);
    if (why !== null)
        return `${title} commits nothing: ${why}`;
    if (changes.length === 0)
        return `no marker of ${policy} changes below the update.path of ${title}`;
    if (!isFollowed)
        return `${title} writes it to the branch ${branch}, where it waits to be merged`;
    const prefix = automation.updatePath === '.' ? '' : `${automation.updatePath}/`;
    const files = new Set(changes.map(({ source }) => `${prefix}${source.path}`));
    const reached = steps.filter(({ files: own, kustomization }) => [...own].some(file => files.has(file)) || files.has(kustomization.resource.file.path));
    if (reached.length === 0)
        return `nothing that a Kustomization applies changes with ${[...files].join(' and ')}`;
    const problems = reached.map(step => {
        if (step.never !== null)
            return `Kustomization ${step.id} is not applied: ${step.never}`;
        if (step.error !== null)
            return `Kustomization ${step.id} cannot be built: ${step.error}`;
        const shows = step.changes.some(({ how, fields }) => how === 'added' || fields.some(field => field.new?.includes(tag)));
        return shows ? null : `no object of Kustomization ${step.id} has the new tag`;
    });
    return problems.includes(null) ? null : listed(problems);
}
/** Each once: the same object may stand in several places of a tree. */
function listed(reasons) {
    return [...new Set(reasons)].join(', ');
}

;// CONCATENATED MODULE: ./src/flux/rehearsal.ts







/**
 * Plays the next delivery through, from the tag of the build to the objects that change in the cluster.
 *
 * @throws UserError when neither the tree nor the person says what is built
 */
async function rehearse(request) {
    const { inventory } = request;
    const loop = (0,image_loop/* imageLoopOf */.rN)(inventory);
    const contract = contractOf(inventory, loop, request.given);
    const choosing = contract.images.map(image => ({ image, policies: policiesFor(image, loop) }));
    const known = await Promise.all(choosing.map(async ({ image, policies }) => new Set(await request.tagsOf(image, policies))));
    const tag = request.tag ?? (await nextTag(request, contract.tagPrefix, known));
    const images = choosing.map(({ image, policies }, index) => {
        const tags = known[index] ?? new Set();
        const elections = policies.map(policy => rehearseElection(image, policy, tags, tag));
        return { image, known: tags.size - (tags.has(tag) ? 1 : 0), elections };
    });
    const commits = deliveryCommits(inventory, loop, request.files, images);
    const steps = await deliverySteps(inventory, commits, request.builder);
    return { contract, tag, images, commits, steps, verdict: verdictOf({ tag, images, commits, steps, loop }) };
}
/** One for each object, however many clusters it reaches. */
function policiesFor(image, { policies }) {
    const found = new Map();
    for (const policy of policies) {
        const { repository, resource, namespace, name } = policy;
        const key = JSON.stringify([resource.file.path, namespace, name]);
        if (repository.state === 'found' && repository.target.image === image && !found.has(key))
            found.set(key, policy);
    }
    return [...found.values()];
}
async function nextTag({ sha, now }, prefix, known) {
    const { seconds } = (0,image_tag/* timeAfter */.iR)(now, prefix, known.flatMap(tags => [...tags]));
    return (0,image_tag/* printTag */.O4)((0,image_tag/* buildTag */.NQ)(prefix, await sha(), seconds));
}

// EXTERNAL MODULE: ./src/flux/written-files.ts
var written_files = __webpack_require__(9246);
// EXTERNAL MODULE: ./src/git/commits.ts
var commits = __webpack_require__(9102);
// EXTERNAL MODULE: ./src/git/repository.ts
var repository = __webpack_require__(5986);
// EXTERNAL MODULE: ./src/image/reference.ts
var image_reference = __webpack_require__(3564);
// EXTERNAL MODULE: ./src/kustomize/kustomize-program.ts
var kustomize_program = __webpack_require__(7225);
// EXTERNAL MODULE: ./src/kustomize/build-kustomization.ts + 3 modules
var build_kustomization = __webpack_require__(7455);
;// CONCATENATED MODULE: ./src/kustomize/tree-copy.ts




/** Lends a copy of the files of a folder for as long as `body` takes. */
async function withTreeCopy(program, runner, folder, paths, body) {
    const { files } = runner;
    let made;
    let root;
    const copied = async () => {
        made = await files.temporaryFolder('tree');
        await files.copy(folder, (0,external_node_path_.join)(made, build_kustomization/* TREE */.P), paths);
        return made;
    };
    const ready = () => {
        root ??= copied();
        return root;
    };
    const apart = async () => {
        const from = (0,external_node_path_.join)(await ready(), build_kustomization/* TREE */.P);
        const other = await files.temporaryFolder('tree');
        await files.copy(from, (0,external_node_path_.join)(other, build_kustomization/* TREE */.P), paths);
        return other;
    };
    const build = (0,build_kustomization/* kustomizationBuilder */.R)(program, runner);
    try {
        return await body({
            build: (kustomization, layout) => build({ kustomization, layout, folder: (0,applied/* appliedBy */.r8)(kustomization, layout), disk: { holding: ready, apart } }),
            async write(written) {
                const at = (0,external_node_path_.join)(await ready(), build_kustomization/* TREE */.P);
                const found = await (0,written_files/* writtenFiles */.$m)(files, at, written);
                // A link that leads out of the tree leads out of the copy too, and what lies there is no part of the tree.
                await (0,written_files/* writeFiles */.hV)(files, at, found.filter(written_files/* isInside */.FK));
            },
        });
    }
    finally {
        await root?.catch(() => undefined);
        if (made !== undefined)
            await files.remove(made);
    }
}

// EXTERNAL MODULE: ./src/tree/manifest-paths.ts
var manifest_paths = __webpack_require__(6034);
// EXTERNAL MODULE: ./src/tree/tree-paths.ts
var tree_paths = __webpack_require__(8483);
// EXTERNAL MODULE: ./src/tree/update-path-files.ts
var update_path_files = __webpack_require__(2645);
// EXTERNAL MODULE: ./cli/command.ts
var command = __webpack_require__(6314);
// EXTERNAL MODULE: ./cli/format.ts
var cli_format = __webpack_require__(7944);
// EXTERNAL MODULE: ./cli/live-tags.ts
var live_tags = __webpack_require__(5867);
// EXTERNAL MODULE: ./cli/policy-report.ts
var policy_report = __webpack_require__(8076);
// EXTERNAL MODULE: ./cli/setters-report.ts + 1 modules
var setters_report = __webpack_require__(1343);
;// CONCATENATED MODULE: ./cli/rehearse-report.ts


/** The rehearsal for people, from the tag to the verdict. */
function rehearsalText({ rehearsal, written, writes }) {
    const { contract, tag, images, commits, steps, verdict } = rehearsal;
    return [
        `The build: ${tag}, of ${contract.images.join(' and ')} (from ${contract.source})`,
        ...contract.remarks.map(remark => `  ${remark}`),
        ...images.flatMap(({ image, known, elections }) => [
            '',
            `${image}, ${known} known ${known === 1 ? 'tag' : 'tags'}`,
            ...elections.flatMap(electionLines),
        ]),
        ...commits.flatMap(commit => ['', ...commitLines(commit)]),
        ...(written.length === 0 ? [] : ['', 'What is committed:', (0,setters_report/* diffOf */.n_)(written).trimEnd()]),
        ...(steps.length === 0 ? [] : ['', 'What changes in the cluster, in this order:']),
        ...steps.flatMap(stepLines),
        ...(writes && written.length > 0 ? ['', `Written: ${written.map(({ path }) => path).join(', ')}`] : []),
        '',
        verdict.sentence,
        '',
    ].join('\n');
}
function electionLines(election) {
    const { policy, explanation, excluded, reversed } = election;
    const { selectedTag } = explanation.result;
    const same = reversed === selectedTag ? 'the same' : (reversed ?? 'nothing');
    const digest = policy.digestReflection === 'Never' ? [] : ['    The digest is known once the image is pushed: zeros stand for it'];
    return [
        `  ImagePolicy ${policy.namespace ?? ''}/${policy.name} (${policy.resource.file.path}): ${(0,policy_report/* policyText */.M)(explanation, excluded)}`
            .trimEnd()
            .replaceAll('\n', '\n  '),
        `    With the order of the commits reversed: ${same}`,
        ...digest,
    ];
}
function commitLines(commit) {
    const { automation, why, branch, message, result, restarts } = commit;
    const title = `ImageUpdateAutomation ${automation.namespace ?? ''}/${automation.name}`;
    const skipped = result.problemFiles.map(({ path, line, reason }) => `  skips ${path}${line === undefined ? '' : `:${line}`}: ${reason}`);
    if (why !== null)
        return [`${title} commits nothing: ${why}`, ...skipped];
    const text = message?.message ?? '';
    return [
        `${title} commits ${commit.written.length === 1 ? 'one file' : `${commit.written.length} files`} to ${branch ?? 'a branch that the tree does not name'}:`,
        ...text.split('\n').map(line => `  | ${line}`.trimEnd()),
        ...(message?.random === true ? ['  The changes in it may come in another order each time'] : []),
        ...skipped,
        ...restarts.map(({ workflow, starts, why: reason }) => {
            if (starts === null)
                return `  It is not known whether that starts ${workflow} again: ${reason}`;
            return `  That ${starts ? 'starts' : 'does not start'} ${workflow} again: ${reason}`;
        }),
    ];
}
function stepLines({ id, after, never, error, changes }, index) {
    const waits = after.length === 0 ? '' : `, after ${after.join(' and ')}`;
    return [
        `  ${index + 1}. Kustomization ${id}${waits}${never === null ? '' : `: never, ${never}`}`,
        ...(error === null ? [] : [`     cannot be built: ${error}`]),
        ...changes.flatMap(changeLines),
    ];
}
function changeLines({ kind, namespace, name, how, fields }) {
    return [
        `     ${how} ${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`,
        ...fields.map(field => `       ${field.path}: ${field.old ?? 'nothing'} → ${field.new ?? 'nothing'}`),
    ];
}
/** The rehearsal for programs. */
function rehearsalJson({ rehearsal, written }) {
    const { contract, tag, images, commits, steps, verdict } = rehearsal;
    const shown = {
        tag,
        build: {
            images: contract.images,
            tagPrefix: contract.tagPrefix,
            source: contract.source,
            remarks: contract.remarks,
        },
        images: images.map(({ image, known, elections }) => ({
            image,
            knownTags: known,
            policies: elections.map(({ policy, explanation, electsBuild, why, reversed }) => ({
                namespace: policy.namespace ?? null,
                name: policy.name,
                file: policy.resource.file.path,
                selectedTag: explanation.result.selectedTag,
                candidates: explanation.result.candidates,
                error: explanation.result.error,
                electsBuild,
                why,
                selectedWithCommitsReversed: reversed,
                tags: explanation.tags,
            })),
        })),
        commits: commits.map(commit => ({
            automation: { namespace: commit.automation.namespace ?? null, name: commit.automation.name },
            branch: commit.branch ?? null,
            message: commit.message?.message ?? null,
            why: commit.why,
            changes: commit.result.changes.map(({ source, old, new: value, setter }) => ({
                file: belowRoot(commit, source.path),
                line: source.line,
                column: source.column,
                old,
                new: value,
                setter,
            })),
            problemFiles: commit.result.problemFiles.map(({ path }) => belowRoot(commit, path)),
            startsBuildAgain: commit.restarts,
        })),
        diff: (0,setters_report/* diffOf */.n_)(written),
        kustomizations: steps.map(({ id, after, never, error, changes }) => ({ name: id, after, never, error, changes })),
        written: written.map(({ path }) => path),
        deployed: verdict.deployed,
        verdict: verdict.sentence,
        verdicts: verdict.images,
    };
    return `${JSON.stringify(shown)}\n`;
}
function belowRoot({ automation }, path) {
    return automation.updatePath === undefined || automation.updatePath === '.'
        ? path
        : `${automation.updatePath}/${path}`;
}

// EXTERNAL MODULE: ./cli/tags-file.ts
var tags_file = __webpack_require__(341);
;// CONCATENATED MODULE: ./cli/rehearse.ts




















const OPTIONS = [
    { name: 'registry', description: 'The known tags are those that the registries have now' },
    {
        name: 'tags-file',
        value: 'FILE',
        description: 'The known tags of every image, one a line; - is standard input. Without it and --registry they are those that the manifests name',
    },
    { name: 'workflow', value: 'FILE', description: 'The workflow that builds, when several use the action build-push' },
    {
        name: 'image',
        value: 'HOST/NAME',
        description: 'An image that the build makes; with it no workflow is read',
        repeatable: true,
    },
    { name: 'tag-prefix', value: 'P', description: "The tags' prefix; the workflow's unless told, or main" },
    { name: 'tag', value: 'TAG', description: 'The tag of the build, such as that of one which is pushed already' },
    { name: 'sha', value: 'SHA', description: 'The full commit that is built; the one that is checked out unless told' },
    { name: 'now', value: 'SECONDS', description: 'Unix seconds of the build; the clock unless told' },
    { name: 'write', description: 'Write into DIR what Flux would commit' },
    cli_format/* FORMAT */.u,
];
const rehearseCommand = {
    options: OPTIONS,
    help: () => (0,command/* helpText */.BK)('fluxgate rehearse [DIR] [OPTIONS]', "Plays the next delivery through before it happens. Reads the repository in DIR, the current folder unless told: makes the next build's tag, elects, shows what Flux commits, what changes in the cluster and in which order, and whether that commit starts the build again. Nothing is changed unless told. Exit code 1 when the build would not be deployed. Rendering needs kustomize or kubectl.", OPTIONS, [
        'fluxgate rehearse',
        'fluxgate rehearse --registry --format json',
        'fluxgate rehearse --image 192.168.0.40:5000/library/frontend --tags-file tags.txt --tag main-abc1234-1700000000',
    ]),
    async run(args, terminal) {
        const given = (0,command/* parseArguments */.We)(args, OPTIONS, 1);
        const { runner } = terminal;
        const { files, exec, env } = runner;
        const format = (0,cli_format/* readFormat */.C)(given);
        const folder = (0,external_node_path_.resolve)(runner.workspace, given.positionals[0] ?? '.');
        if ((await files.kind(folder)) !== 'folder')
            throw (0,command/* wrongUsage */.xY)(`${folder} is no folder`);
        const checked = readOptions(given);
        const git = (0,repository/* openGit */.z)(exec, folder, env);
        const paths = await (0,tree_paths/* treePaths */.L)(runner, folder);
        const tree = await (0,update_path_files/* readFiles */.U)(files, folder, paths, manifest_paths/* isManifestPath */.HS);
        const inventory = (0,flux_inventory/* takeInventory */.O1)(rehearse_textsOf(tree), build_defaults/* buildDefaults */.p);
        const tagsOf = await tagSource(given, terminal, tree);
        const rehearsal = await withTreeCopy(await installedKustomize(exec, env), runner, folder, paths, copy => rehearse({
            inventory,
            files: tree,
            given: checked.contract,
            tag: checked.tag,
            sha: async () => checked.sha ?? (await headSha(git)),
            now: checked.now ?? Math.floor(runner.clock.now() / 1000),
            tagsOf,
            builder: copy,
        }));
        const written = await (0,written_files/* writtenFiles */.$m)(files, folder, rehearsal.commits.flatMap(commit => commit.written));
        if (given.get('write') === 'true')
            await (0,written_files/* writeFiles */.hV)(files, folder, written);
        const outcome = { rehearsal, written, writes: given.get('write') === 'true' };
        terminal.print(format === 'json' ? rehearsalJson(outcome) : rehearsalText(outcome));
        return rehearsal.verdict.deployed ? 0 : 1;
    },
};
async function installedKustomize(exec, env) {
    const program = await (0,kustomize_program/* findKustomize */.H)(exec, env);
    if (program !== undefined)
        return program;
    throw new errors/* UserError */.yo('neither kustomize nor kubectl was found', {
        next: 'Install one of them on this machine, or put it on PATH',
    });
}
function readOptions(given) {
    const now = given.get('now');
    if (now !== undefined && !/^[0-9]+$/.test(now)) {
        throw (0,command/* wrongUsage */.xY)(`option --now is ${JSON.stringify(now)}: expected unix seconds`);
    }
    if (given.get('registry') !== undefined && given.get('tags-file') !== undefined) {
        throw (0,command/* wrongUsage */.xY)('expected one of --registry and --tags-file');
    }
    const tag = given.get('tag');
    if (tag !== undefined && (0,image_reference/* parseReference */.F2)(`image:${tag}`) === undefined) {
        throw (0,command/* wrongUsage */.xY)(`option --tag is ${JSON.stringify(tag)}, which is no tag`);
    }
    const images = given.all('image');
    for (const image of images) {
        const reference = (0,image_reference/* parseReference */.F2)(image);
        if (reference !== undefined && reference.tag === undefined && reference.digest === undefined)
            continue;
        throw (0,command/* wrongUsage */.xY)(`option --image is ${JSON.stringify(image)}: expected HOST/NAME without a tag`);
    }
    const contract = { images, tagPrefix: given.get('tag-prefix'), workflow: given.get('workflow') };
    return { tag, sha: given.get('sha'), now: now === undefined ? undefined : Number(now), contract };
}
/** What the inventory is made of. */
function rehearse_textsOf(tree) {
    const manifests = new Set((0,manifest_paths/* withoutChartTemplates */.a4)(tree.map(({ path }) => path).filter(manifest_paths/* isManifestPath */.HS)));
    return tree.flatMap(({ path, content }) => {
        if (!manifests.has(path))
            return [];
        const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('utf8');
        return (0,manifest_paths/* isManifestText */.Lg)(path, text) ? [[path, text]] : [];
    });
}
async function headSha(git) {
    const commit = await (0,commits/* headCommit */.Q)(git).catch(() => undefined);
    if (commit !== undefined)
        return commit.sha;
    throw new errors/* UserError */.yo('there is no git commit here to name the tag after', {
        next: 'Commit first, or give one with --sha',
    });
}
/** Where the known tags come from. */
async function tagSource(given, terminal, tree) {
    const file = given.get('tags-file');
    if (file !== undefined) {
        const tags = await (0,tags_file/* readTagsFile */.e)(file, terminal);
        return async () => tags;
    }
    if (given.get('registry') === undefined) {
        const named = namedTagsIn(tree);
        return async (image, policies) => named(image, policies.map(({ namespace, name }) => `${namespace ?? ''}:${name}`));
    }
    return async (image, policies) => {
        const insecure = policies.some(({ repository }) => repository.state === 'found' && repository.target.insecure);
        return (0,live_tags/* liveTags */.I)(image, insecure, terminal.runner);
    };
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

/***/ 8683:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ ACTION_INPUTS)
/* harmony export */ });
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
        { name: 'receiver', default: '', description: 'The address of a Flux Receiver, best kept as a secret: after a push it is asked to have Flux scan at once. Its type is `generic-hmac`, or `generic-oidc`' },
        { name: 'receiver-token', default: '', description: "The `token` of a `generic-hmac` Receiver. Without it the job's OIDC token is shown, for `generic-oidc` (Flux 2.9, https, permission `id-token: write`)" },
        { name: 'receiver-audience', default: 'notification-controller', description: 'The audience that a `generic-oidc` Receiver expects' },
        { name: 'dry-run', default: 'false', description: '`true` checks everything and shows what would be built, pushed and deleted, and does none of it' },
    ],
    'seal': [
        { name: 'secrets', default: '', description: 'A YAML list of the secrets to seal. Each has `name`, `namespace`, `file` and `data` (key: `{env: NAME}`, `{file: PATH}`, `{literal: text}` or `{generate: ed25519|rsa|password}`), and may have `scope`, `type`, `labels`, `annotations`, and a helper: `registry`, `ssh`, `tls`, `basic-auth`, `age`, `hmac`' },
        { name: 'certificate', default: 'pub-cert.pem', description: "The controller's public certificate: a path, an https address, or PEM. Of several, one a line, the newest valid one is taken" },
        { name: 'insecure', default: 'false', description: '`true` lets the certificate come over plain HTTP' },
        { name: 'fingerprint-key', default: '', description: 'A secret of yours, 16 characters or more, by which a later run tells whether a value changed. Without it what is sealed stays unless `renew` names it' },
        { name: 'renew', default: '', description: 'What to seal anew in any case, `NAMESPACE/NAME` or `NAMESPACE/NAME/KEY`, with commas or one a line' },
        { name: 'mode', default: 'merge', description: '`merge` keeps the keys of a file that the request does not name, `replace` drops them' },
        { name: 'format', default: 'sealed-secret', description: '`sealed-secret`, or `sops` to encrypt with the installed sops and the rules of `.sops.yaml`' },
        { name: 'deliver', default: 'files', description: '`files` leaves the changes in the work tree, `commit` pushes one commit to the branch, `pull-request` opens a pull request or brings it up to date' },
        { name: 'branch', default: 'fluxgate/seal', description: 'The branch that a pull request comes from; what is on it is replaced' },
        { name: 'token', default: '', description: "The token to open a pull request with, such as the job's own (`github.token`); git itself pushes with what the checkout has left" },
        { name: 'check', default: '', description: 'A folder whose SealedSecrets are verified offline, after sealing' },
    ],
    'verify-manifests': [
        { name: 'path', default: '.', description: "The folder to check, from the root of the workspace; paths in Flux's objects start there" },
        { name: 'fail-on', default: '', description: 'What closes the gate: `new-errors` (what the change brings), `errors`, `warnings` or `never`. Empty means `new-errors` on a pull request and `errors` otherwise' },
        { name: 'base', default: '', description: 'The commit, branch or tag to compare with; on a pull request its base unless told' },
        { name: 'changed-only', default: 'false', description: '`true` tells only what a change brings, and what was there before where the change can affect it; it is faster, and what the change fixes is not told' },
        { name: 'flux-version', default: '', description: 'The Flux that the tree is for, such as `2.9`. Unless told, what `.fluxgate.yaml` or `gotk-components.yaml` says, else the newest known' },
        { name: 'schemas', default: 'auto', description: '`off` validates no object against a schema; `auto` uses the CRDs of the tree and the tool of `schema-tool`' },
        { name: 'schema-tool', default: 'auto', description: 'Who validates the kinds that the tree has no CRD for: `auto` (flux-schema or kubeconform, when one is on PATH), `off`, `flux-schema`, `kubeconform`, or the path of one' },
        { name: 'render', default: 'auto', description: '`auto` builds the path of every Kustomization with kustomize or kubectl, when one is on PATH; `off` goes by reading the files alone' },
        { name: 'cache', default: '', description: 'A folder that keeps what is expensive from run to run, such as one that actions/cache restores; nothing is kept unless told' },
        { name: 'cluster-facts', default: '', description: 'A file with what the cluster holds, as the command of `What a cluster holds` writes it, from the root of the workspace; it does what `external` in `.fluxgate.yaml` does, without hand work' },
        { name: 'registry', default: '', description: 'What the build pushes to, `host` or `host:port`, where the workflow files do not say it' },
        { name: 'insecure', default: '', description: '`true` when that registry speaks plain HTTP, `false` when it does not; empty when that is not said' },
        { name: 'images', default: '', description: 'Names of the images below that registry, one a line or with commas, where the workflow files do not say it' },
        { name: 'tag-prefix', default: 'main', description: 'The prefix of their tags, `<prefix>-<sha7>-<unix seconds>`' },
        { name: 'comment', default: 'false', description: '`true` keeps a comment on the pull request up to date; needs `pull-requests: write`, and is skipped with a notice where the token may not' },
        { name: 'github-token', default: '${{ github.token }}', description: 'The token that comments' },
    ],
};


/***/ }),

/***/ 494:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ buildDefaults)
/* harmony export */ });
/* harmony import */ var _action_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8683);

/** What the action build-push does with an input that a workflow does not give. */
const buildDefaults = new Map(_action_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .ACTION_INPUTS */ .b['build-push'].map(input => [input.name, input.default]));


/***/ }),

/***/ 2675:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IJ: () => (/* binding */ branchesOf),
/* harmony export */   PY: () => (/* binding */ gitRepositories),
/* harmony export */   rk: () => (/* binding */ worksHere),
/* harmony export */   uR: () => (/* binding */ gitRepositoryOf),
/* harmony export */   vk: () => (/* binding */ coverage)
/* harmony export */ });
/* harmony import */ var _applied_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1913);
/* harmony import */ var _image_loop_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1102);
/* harmony import */ var _own_source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5112);
/* harmony import */ var _resource_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8050);




/**
 * Whether an automation works on a file of this tree: whether it checks this tree out, and its `update.path` covers the file.
 * Unknown where a patch or a variable may give it another path, or the tree does not say what the source holds.
 */
function coverage(automation, inventory) {
    const isHere = worksHere(automation, inventory);
    const { updatePath, placement, resource } = automation;
    if (isHere === 'no')
        return () => 'no';
    // What is said of a path that does not exist is said of the automation, and not once more of every file.
    const exists = updatePath !== undefined && [...inventory.files.keys()].some(path => (0,_applied_js__WEBPACK_IMPORTED_MODULE_0__/* .isBelow */ .Yw)(path, updatePath));
    if (!exists)
        return () => 'unknown';
    if (placement.isRewritten || (0,_image_loop_js__WEBPACK_IMPORTED_MODULE_1__/* .hasVariable */ .$u)((0,_resource_js__WEBPACK_IMPORTED_MODULE_3__/* .textIn */ .r7)(resource, 'spec', 'update', 'path')))
        return () => 'unknown';
    return path => ((0,_applied_js__WEBPACK_IMPORTED_MODULE_0__/* .isBelow */ .Yw)(path, updatePath) ? isHere : 'no');
}
/**
 * Whether what an automation checks out is this tree. It is when a Kustomization applies a folder of the tree out of the same
 * source, or, in a tree without Kustomizations, when there is but one source to choose from.
 */
function worksHere(automation, inventory) {
    const local = localKustomizations(automation, inventory);
    if (local.length === 0)
        return hasSingleSource(inventory) ? 'yes' : 'unknown';
    const { namespace } = automation;
    if (local.some(({ source, resource }) => isSame(source, resource.namespace, automation.source, namespace)))
        return 'yes';
    const url = urlOf(automation.source, namespace, inventory);
    if (url === undefined)
        return 'unknown';
    const urls = local.map(({ source, resource }) => urlOf(source, resource.namespace, inventory));
    if (urls.includes(url))
        return 'yes';
    return urls.includes(undefined) ? 'unknown' : 'no';
}
/** The GitRepository that an automation checks out. */
function gitRepositoryOf(automation, inventory) {
    const { source, namespace } = automation;
    if (source.kind !== 'GitRepository' || (0,_image_loop_js__WEBPACK_IMPORTED_MODULE_1__/* .hasVariable */ .$u)(source.name))
        return { state: 'unknown', why: 'its source is not said in the tree' };
    const named = gitRepositories(inventory).filter(repository => {
        const placements = inventory.placementsOf(repository);
        return placements.some(placement => placement.name === source.name &&
            isSameText(placement.namespace, source.namespace ?? namespace) &&
            isSameText(placement.cluster?.name, automation.placement.cluster?.name));
    });
    const [only, ...others] = named;
    if (only === undefined)
        return { state: 'absent' };
    if (others.length > 0)
        return { state: 'unknown', why: 'several GitRepositories have that name' };
    if (inventory.placementsOf(only).some(({ isRewritten }) => isRewritten))
        return { state: 'unknown', why: 'a patch may change the GitRepository' };
    return { state: 'found', target: only };
}
/** Mirrors `buildGitConfig` and `configurePush`: a checkout of its own hides the ref of the source as a whole. */
function branchesOf(automation, inventory) {
    const { resource, pushBranch } = automation;
    const repository = gitRepositoryOf(automation, inventory);
    const ownCheckout = (0,_resource_js__WEBPACK_IMPORTED_MODULE_3__/* .valueIn */ .xm)(resource, 'spec', 'git', 'checkout') !== undefined;
    const checkout = ownCheckout
        ? automation.checkoutBranch
        : repository.state === 'found'
            ? (0,_resource_js__WEBPACK_IMPORTED_MODULE_3__/* .textIn */ .r7)(repository.target, 'spec', 'ref', 'branch')
            : undefined;
    return { checkout: knownText(checkout), push: knownText(pushBranch ?? checkout) };
}
function gitRepositories(inventory) {
    return inventory.ofKind('source.toolkit.fluxcd.io', 'GitRepository');
}
/** Kustomizations of the automation's cluster that apply files of this tree. */
function localKustomizations({ placement }, inventory) {
    const all = placement.cluster === undefined ? inventory.kustomizations : [...placement.cluster.kustomizations.values()];
    return all.filter(kustomization => (inventory.folders.get(kustomization)?.files.size ?? 0) > 0);
}
function hasSingleSource(inventory) {
    const names = inventory
        .ofKind('image.toolkit.fluxcd.io', 'ImageUpdateAutomation')
        .map(automation => (0,_resource_js__WEBPACK_IMPORTED_MODULE_3__/* .textIn */ .r7)(automation, 'spec', 'sourceRef', 'name'));
    return new Set(names).size === 1 && inventory.kustomizations.length === 0;
}
function isSame(left, leftNamespace, right, rightNamespace) {
    return (left.kind === right.kind &&
        left.name === right.name &&
        isSameText(left.namespace ?? leftNamespace, right.namespace ?? rightNamespace));
}
function urlOf(source, namespace, inventory) {
    const found = gitRepositories(inventory).find(({ name, namespace: own }) => name === source.name && isSameText(own, source.namespace ?? namespace));
    const url = found === undefined ? undefined : (0,_resource_js__WEBPACK_IMPORTED_MODULE_3__/* .textIn */ .r7)(found, 'spec', 'url');
    return url === undefined || (0,_image_loop_js__WEBPACK_IMPORTED_MODULE_1__/* .hasVariable */ .$u)(url) ? undefined : (0,_own_source_js__WEBPACK_IMPORTED_MODULE_2__/* .plainAddress */ .n)(url);
}
/** Equal, as far as both are known. */
function isSameText(left, right) {
    return left === undefined || right === undefined || left === right;
}
function knownText(text) {
    return (0,_image_loop_js__WEBPACK_IMPORTED_MODULE_1__/* .hasVariable */ .$u)(text) ? undefined : text;
}


/***/ }),

/***/ 356:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T8: () => (/* binding */ placedIn),
/* harmony export */   Vx: () => (/* binding */ isRemote),
/* harmony export */   Z6: () => (/* binding */ clusterGraphsOf),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   is: () => (/* binding */ waitsFor)
/* harmony export */ });
/* harmony import */ var _image_loop_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1102);
/* harmony import */ var _resource_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8050);


function clusterGraphsOf(inventory) {
    return inventory.clusters.map(cluster => graphOf(cluster, inventory));
}
function graphOf(cluster, inventory) {
    const drafts = [...cluster.kustomizations].map(kustomization => {
        const placement = inventory.placementsOf(kustomization.resource).find(({ cluster: where }) => where === cluster);
        const dependencies = [];
        const namespace = placement?.namespace ?? kustomization.resource.namespace;
        return { kustomization, namespace, name: placement?.name ?? kustomization.resource.name ?? '', dependencies };
    });
    for (const draft of drafts) {
        for (const [index, reference] of draft.kustomization.dependsOn.entries()) {
            const namespace = reference.namespace ?? draft.namespace;
            const node = drafts.find(other => other.name === reference.name &&
                (other.namespace === undefined || namespace === undefined || other.namespace === namespace));
            draft.dependencies.push({ index, namespace, name: reference.name, node });
        }
    }
    const isOpen = [...cluster.kustomizations].some(kustomization => inventory.folders.get(kustomization)?.isOpen !== false || inventory.ownness(kustomization) !== 'yes');
    return { cluster, nodes: drafts, isOpen: isOpen || generatesObjects(inventory) };
}
/** Whether something of the tree makes Flux objects by itself: the Flux operator's ResourceSets. */
function generatesObjects(inventory) {
    return inventory.resources.some(({ group }) => group === 'fluxcd.controlplane.io');
}
/** Everything that a node waits for, by way of others too; itself only in a circle. */
function waitsFor(node) {
    const found = new Set();
    const waiting = [node];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        for (const { node: dependency } of next.dependencies) {
            if (dependency === undefined || found.has(dependency))
                continue;
            found.add(dependency);
            waiting.push(dependency);
        }
    }
    return found;
}
/** Every object that reaches a cluster, or may: where an object goes is not always known. */
function placedIn(cluster, { resources, placementsOf }) {
    return resources.flatMap(resource => placementsOf(resource).filter(placement => placement.cluster === undefined || placement.cluster === cluster));
}
/** Whether what a Kustomization applies goes to another cluster than the one it lives in. */
function isRemote({ resource }) {
    return (0,_resource_js__WEBPACK_IMPORTED_MODULE_1__/* .valueIn */ .xm)(resource, 'spec', 'kubeConfig') !== undefined;
}
/** The identity of an object in a cluster; undefined where a part is not known. */
function identityOf(resource, namespace, name) {
    if (name === undefined || (0,_image_loop_js__WEBPACK_IMPORTED_MODULE_0__/* .hasVariable */ .$u)(name) || (0,_image_loop_js__WEBPACK_IMPORTED_MODULE_0__/* .hasVariable */ .$u)(namespace))
        return undefined;
    return `${resource.group}/${resource.kind} ${namespace ?? ''}/${name}`;
}


/***/ }),

/***/ 7054:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ applyOrder)
/* harmony export */ });
/**
 * The Kustomizations of a cluster in the order in which `dependsOn` lets them be applied; those that wait for nothing of each
 * other by their names. One that waits for itself, or for one that is suspended or nowhere, is never applied, and stands last.
 */
function applyOrder({ nodes, isOpen }) {
    const waiting = new Set([...nodes].sort((left, right) => (idOf(left) < idOf(right) ? -1 : 1)));
    const done = new Set();
    const steps = [];
    // What the tree does not hold may come from elsewhere, where the cluster has more than the tree shows.
    const isReady = ({ dependencies }) => dependencies.every(({ node }) => (node === undefined ? isOpen : done.has(node)));
    for (let ready = [...waiting].filter(isReady); ready.length > 0; ready = [...waiting].filter(isReady)) {
        for (const node of ready) {
            waiting.delete(node);
            const { isSuspended } = node.kustomization;
            if (!isSuspended)
                done.add(node);
            steps.push(stepOf(node, isSuspended ? 'it is suspended' : null));
        }
    }
    return [...steps, ...[...waiting].map(node => stepOf(node, whyNever(node, done, isOpen)))];
}
function stepOf(node, never) {
    return { kustomization: node.kustomization, id: idOf(node), after: node.dependencies.map(idOf), never };
}
function whyNever({ dependencies }, done, isOpen) {
    const missing = isOpen ? undefined : dependencies.find(({ node }) => node === undefined);
    if (missing !== undefined)
        return `it waits for ${idOf(missing)}, which is not in the tree`;
    const stuck = dependencies.filter(({ node }) => node !== undefined && !done.has(node));
    return `it waits for ${stuck.map(idOf).join(' and ')}, which never comes`;
}
function idOf({ namespace, name }) {
    return namespace === undefined ? name : `${namespace}/${name}`;
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
