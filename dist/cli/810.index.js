export const id = 810;
export const ids = [810];
export const modules = {

/***/ 7810:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  doctorCommand: () => (/* binding */ doctorCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/build-defaults.ts
var build_defaults = __webpack_require__(494);
// EXTERNAL MODULE: ./src/cluster/cluster-checks.ts
var cluster_checks = __webpack_require__(9668);
// EXTERNAL MODULE: ./src/cluster/expected-rollout.ts
var expected_rollout = __webpack_require__(2468);
// EXTERNAL MODULE: ./src/cluster/installed-flux.ts
var installed_flux = __webpack_require__(8718);
// EXTERNAL MODULE: ./src/cluster/kubectl.ts
var cluster_kubectl = __webpack_require__(9812);
// EXTERNAL MODULE: ./src/cluster/live-object.ts
var live_object = __webpack_require__(9032);
// EXTERNAL MODULE: ./src/cluster/check.ts
var check = __webpack_require__(3210);
// EXTERNAL MODULE: ./src/cluster/rollout.ts
var rollout = __webpack_require__(2543);
// EXTERNAL MODULE: ./src/flux/inventory/image-loop.ts + 1 modules
var image_loop = __webpack_require__(1102);
// EXTERNAL MODULE: ./src/flux/go/duration.ts
var duration = __webpack_require__(3120);
;// CONCATENATED MODULE: ./src/doctor/facts.ts
function lookFor(listed, { kind, namespace, name }) {
    if (!isList(listed))
        return { state: 'unknown', why: listed.why };
    const object = listed.find(candidate => candidate.kind === kind &&
        candidate.name === name &&
        (namespace === undefined || candidate.namespace === namespace));
    return object === undefined ? { state: 'absent' } : { state: 'found', object };
}
function isList(listed) {
    return Array.isArray(listed);
}
/** The objects that are known; none when nothing was heard. */
function known(listed) {
    return isList(listed) ? listed : [];
}

;// CONCATENATED MODULE: ./src/doctor/flux-object.ts


/** An object of Flux's that works, or what is wrong with it. */
function workingObject(looked, asked) {
    const { subject, fluxKind, namespace, name, remedyOf } = asked;
    if (looked.state === 'unknown')
        return { check: (0,check/* unknown */.L)(subject, `is not seen: ${looked.why}`) };
    if (looked.state === 'absent') {
        return { check: (0,check/* broken */.m)(subject, 'is not in the cluster', 'Look at the Kustomization that applies it, below') };
    }
    const { object } = looked;
    const inNamespace = namespace === undefined ? '' : ` -n ${namespace}`;
    if (object.isSuspended) {
        return { check: (0,check/* broken */.m)(subject, 'is suspended', `flux resume ${fluxKind} ${name}${inNamespace}`) };
    }
    const ready = (0,live_object/* conditionOf */.rI)(object, 'Ready');
    const fault = [(0,live_object/* conditionOf */.rI)(object, 'Stalled')].find(condition => condition?.status === 'True') ?? ready;
    if (fault?.type === 'Stalled' || fault?.status === 'False') {
        return { check: (0,check/* broken */.m)(subject, `${fault.reason}: ${fault.message}`, remedyOf(fault.message)) };
    }
    if (ready?.status !== 'True') {
        return { check: (0,check/* unknown */.L)(subject, `is not ready yet: ${ready?.message || 'its controller has not come to it'}`) };
    }
    return { object };
}

// EXTERNAL MODULE: ./src/findings/order-section.ts
var order_section = __webpack_require__(8);
// EXTERNAL MODULE: ./src/image/tag.ts
var image_tag = __webpack_require__(9241);
;// CONCATENATED MODULE: ./src/doctor/registry-link.ts



/** From the build to the registry: whether builds have arrived. */
function registryLink(image, registry, { scan, isRunner, hasLogin, now }) {
    const subject = `build → ${image}:`;
    if (registry.state === 'away') {
        if (isRunner)
            return (0,check/* broken */.m)(subject, registry.why, 'Is the registry up, and this machine in its network?');
        if (scan === 'ok')
            return (0,check/* unknown */.L)(subject, `${registry.why} from here, but the cluster reaches it`);
        const next = 'Is the registry up, and this machine in its network? fluxgate doctor --runner on the runner tells more';
        return scan === 'unknown' ? (0,check/* unknown */.L)(subject, registry.why, next) : (0,check/* broken */.m)(subject, registry.why, next);
    }
    if (registry.state === 'refused' && !registry.isLogin) {
        return (0,check/* broken */.m)(subject, registry.why, 'Is its address right, in the ImageRepository and in the build?');
    }
    if (registry.state === 'refused') {
        const next = 'Put FLUXGATE_USERNAME and FLUXGATE_PASSWORD of an account that may pull into the environment';
        return hasLogin
            ? (0,check/* broken */.m)(subject, registry.why, 'The login is refused: give that of an account that may pull')
            : (0,check/* unknown */.L)(subject, registry.why, next);
    }
    const { tags } = registry;
    if (tags.length === 0)
        return (0,check/* broken */.m)(subject, 'the registry has no tag of it', 'Run the workflow that builds it');
    const newest = newestBuild(tags);
    const count = `${tags.length} ${tags.length === 1 ? 'tag' : 'tags'}`;
    if (newest === undefined)
        return (0,check.ok)(subject, `${count} in the registry, none in the form PREFIX-SHA7-SECONDS`);
    return (0,check.ok)(subject, `${count} in the registry, the newest build is ${newest}, ${ageOf(newest, now)}`);
}
/** The newest of the tags that build-push makes, of one prefix when told. */
function newestBuild(tags, prefix) {
    let best;
    for (const text of tags) {
        const tag = (0,image_tag/* parseTag */.ED)(text);
        if (tag === undefined || (prefix !== undefined && tag.prefix !== prefix))
            continue;
        if (best === undefined || (0,image_tag/* compareTags */.bb)(tag, best.tag) > 0)
            best = { text, tag };
    }
    return best?.text;
}
function ageOf(text, now) {
    const seconds = now / 1000 - ((0,image_tag/* parseTag */.ED)(text)?.seconds ?? 0);
    return seconds < 0 ? 'dated in the future' : `${rough(seconds)} old`;
}
/** A duration of which only the size counts. */
function rough(seconds) {
    if (seconds < 120)
        return (0,order_section/* duration */.p0)(Math.round(seconds));
    if (seconds < 7200)
        return `${Math.round(seconds / 60)} min`;
    return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} days`;
}

;// CONCATENATED MODULE: ./src/doctor/apply-link.ts







/** How late a source may be beyond its interval, in seconds. */
const LATE = 60;
/** From the branch to what source-controller has of it. */
function sourceLink(source, head, now) {
    const { namespace, name } = source;
    const subject = `branch → GitRepository ${(0,live_object/* idOf */.TH)(source)}:`;
    const remedyOf = () => `Its deploy key, or the way to the repository: kubectl -n ${namespace} describe gitrepository ${name}`;
    const working = workingObject({ state: 'found', object: source }, { subject, fluxKind: 'source git', namespace, name, remedyOf });
    if ('check' in working)
        return working.check;
    const revision = (0,live_object/* liveText */.IH)(source, 'status', 'artifact', 'revision') ?? '';
    const sha = /(?:sha1|sha256):([0-9a-f]{40,64})$/.exec(revision)?.[1];
    if (head.sha === undefined)
        return (0,check/* unknown */.L)(subject, `is at ${revision}; the head of the branch is not known: ${head.why}`);
    if (sha === head.sha)
        return (0,check.ok)(subject, `is at the head of ${head.branch}, ${head.sha.slice(0, 7)}`);
    const interval = (0,duration/* goDuration */.L)((0,live_object/* liveText */.IH)(source, 'spec', 'interval') ?? '') ?? 60;
    const found = `is at ${revision}, and the head of ${head.branch} is ${head.sha.slice(0, 7)}`;
    const age = head.seconds === undefined ? undefined : now / 1000 - head.seconds;
    if (age === undefined || age < interval + LATE)
        return (0,check/* unknown */.L)(subject, found, `Within ${rough(interval)} it should be`);
    return (0,check/* broken */.m)(subject, `${found} for ${rough(age)}`, `flux reconcile source git ${name} -n ${namespace}`);
}
/** From the automation's commit to the cluster: whether a Kustomization has applied it. */
function applyLink(id, rows, listed) {
    const subject = `commit → Kustomization ${id}:`;
    if (!isList(listed))
        return (0,check/* unknown */.L)(subject, `is not seen: ${listed.why}`);
    const row = rows.find(candidate => candidate.id === id);
    if (row === undefined)
        return (0,check/* broken */.m)(subject, 'is not in the cluster', 'Is it in the tree that the cluster follows? fluxgate bootstrap');
    return rowCheck(subject, row, rows);
}
/** What a Kustomization's own state comes to. */
function rowCheck(subject, row, rows) {
    const { id, state, reason, message } = row;
    const [namespace, name] = id.split('/');
    switch (state) {
        case 'ready':
            return (0,check.ok)(subject, message || 'is ready');
        case 'progressing':
            return (0,check/* unknown */.L)(subject, message, 'It is at work: look again');
        case 'waiting': {
            const causes = (0,rollout/* blockers */.mN)(rows).map(cause => cause.id);
            return (0,check/* broken */.m)(subject, `waits: ${message}`, `What holds it up: ${causes.join(', ')}`);
        }
        case 'suspended':
            return (0,check/* broken */.m)(subject, 'is suspended', `flux resume kustomization ${name} -n ${namespace}`);
        case 'absent':
            return (0,check/* broken */.m)(subject, 'is not in the cluster', 'What it comes from has not been applied: see the Kustomizations below');
        case 'failed':
        case 'stalled':
            return (0,check/* broken */.m)(subject, `${reason}: ${message}`, `kubectl -n ${namespace} describe kustomizations.kustomize.toolkit.fluxcd.io ${name}`);
    }
}

// EXTERNAL MODULE: ./src/flux/image-objects.ts
var image_objects = __webpack_require__(3791);
// EXTERNAL MODULE: ./src/flux/policy.ts
var flux_policy = __webpack_require__(1857);
// EXTERNAL MODULE: ./src/flux/scan.ts
var flux_scan = __webpack_require__(4418);
// EXTERNAL MODULE: ./src/image/reference.ts
var reference = __webpack_require__(3564);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
;// CONCATENATED MODULE: ./src/doctor/election-link.ts










/** From the ImageRepository to the ImagePolicy: whether Flux elects what we elect from the registry's tags, and that is the newest. */
function electionLink(policy, looked, registry, scanned) {
    const { namespace, name, file } = policy;
    const subject = `ImageRepository → ImagePolicy ${namespace ?? '?'}/${name}:`;
    const tag = looked.state === 'found' ? electedTag(looked.object) : undefined;
    const explain = `fluxgate policy --manifest ${file} --name ${namespace ?? 'default'}/${name} --registry shows why`;
    const working = workingObject(looked, { subject, fluxKind: 'image policy', namespace, name, remedyOf: () => explain });
    if ('check' in working)
        return { check: working.check, tag };
    if (tag === undefined)
        return { check: (0,check/* broken */.m)(subject, 'has elected nothing', explain), tag };
    if (registry.state !== 'read') {
        return {
            check: (0,check/* unknown */.L)(subject, `elects ${tag}; whether that is right cannot be known without the registry's tags`),
            tag,
        };
    }
    return { check: compared(subject, tag, registry.tags, working.object, scanned, explain), tag };
}
function compared(subject, tag, registryTags, policy, { object: repository, at }, explain) {
    const exclusions = (0,json/* listMember */.DW)((0,json/* member */.Dc)(repository?.body, 'spec'), 'exclusionList').filter(item => typeof item === 'string');
    const scan = (0,flux_scan/* scanTags */.Z)(registryTags, exclusions);
    const tags = 'error' in scan ? [] : scan.tags;
    const spec = (0,image_objects/* readPolicySpec */.am)((0,json/* member */.Dc)(policy.body, 'spec'));
    const { candidates, error } = (0,flux_policy/* evaluatePolicy */.U)(spec, tags);
    const build = (0,image_tag/* parseTag */.ED)(tag);
    const newest = build && newestBuild(tags, build.prefix);
    if (newest !== undefined && newest !== tag && isNewer(newest, tag)) {
        if (!(0,flux_policy/* evaluatePolicy */.U)(spec, [newest]).candidates.includes(newest)) {
            return (0,check/* unknown */.L)(subject, `elects ${tag}; its filter does not take ${newest}, the newest build`, explain);
        }
        if (!candidates.includes(newest)) {
            const remedy = `It does not go by time: fluxgate verify says how it should. ${explain}`;
            return (0,check/* broken */.m)(subject, `elects ${tag}, and the newest build is ${newest}`, remedy);
        }
        return behind(subject, tag, newest, at, policy);
    }
    if (candidates.includes(tag))
        return (0,check.ok)(subject, `elects ${tag}, as it must`);
    if (error !== null)
        return (0,check/* broken */.m)(subject, `keeps ${tag}, and from the registry's tags would elect nothing: ${error}`, explain);
    return behind(subject, tag, candidates.join(' or '), at, policy);
}
/** Flux has elected from what it saw at the last scan. */
function behind(subject, tag, due, scannedAt, policy) {
    const pushed = ((0,image_tag/* parseTag */.ED)(due)?.seconds ?? 0) * 1000;
    if (scannedAt !== undefined && pushed > scannedAt) {
        return (0,check/* unknown */.L)(subject, `elects ${tag}; ${due} was built after the last scan`, 'Wait for the next scan');
    }
    return (0,check/* broken */.m)(subject, `elects ${tag}, and from the registry's tags that is ${due}`, `flux reconcile image repository ${(0,live_object/* liveText */.IH)(policy, 'spec', 'imageRepositoryRef', 'name') ?? policy.name} -n ${(0,live_object/* liveText */.IH)(policy, 'spec', 'imageRepositoryRef', 'namespace') ?? policy.namespace}`);
}
function isNewer(left, right) {
    const [first, second] = [(0,image_tag/* parseTag */.ED)(left), (0,image_tag/* parseTag */.ED)(right)];
    return first !== undefined && (second === undefined || first.seconds > second.seconds);
}
/** `status.latestRef` of v1, `status.latestImage` of v1beta2. */
function electedTag(policy) {
    const tag = (0,live_object/* liveText */.IH)(policy, 'status', 'latestRef', 'tag');
    return tag ?? (0,reference/* parseReference */.F2)((0,live_object/* liveText */.IH)(policy, 'status', 'latestImage') ?? '')?.tag;
}

// EXTERNAL MODULE: ./src/flux/deliveries/joint.ts
var joint = __webpack_require__(8948);
// EXTERNAL MODULE: ./src/flux/inventory/marked-image.ts
var marked_image = __webpack_require__(5646);
;// CONCATENATED MODULE: ./src/doctor/marked-places.ts


function markedPlaces(policy, markers, inventory, cluster) {
    return markers.all.flatMap(marker => {
        const { file, span, fault, value } = marker;
        if (fault !== undefined || marker.policy.state !== 'found' || !marker.policy.policies.includes(policy))
            return [];
        const resource = inventory.layout.resourcesOf(file.path).find(candidate => (0,joint/* holdsLine */.Hq)(candidate, span.line));
        const placement = resource && inventory.placementsOf(resource).find(candidate => candidate.cluster === cluster);
        const reader = [...cluster.kustomizations].find(kustomization => inventory.folders.get(kustomization)?.files.has(file.path) === true);
        const name = placement?.name;
        return {
            place: `${file.path}:${span.line}`,
            automations: marker.automations.filter(({ placement: where }) => where.cluster === cluster),
            tag: (0,marked_image/* imageAt */.t)(marker)?.tag,
            value: value?.text ?? '',
            by: placement?.by ?? reader,
            holder: resource === undefined || name === undefined
                ? undefined
                : { kind: resource.kind, namespace: placement?.namespace, name },
        };
    });
}

;// CONCATENATED MODULE: ./src/doctor/scan-link.ts






/** What may pass between two scans beyond the interval, in seconds: retries, and a queue behind other repositories. */
const scan_link_LATE = 120;
/** From the registry to the ImageRepository: whether Flux reads the tags. */
function scanLink(repository, looked, now) {
    const { namespace, name, image } = repository;
    const subject = `registry → ImageRepository ${namespace ?? '?'}/${name}:`;
    const working = workingObject(looked, { subject, fluxKind: 'image repository', namespace, name, remedyOf });
    if ('check' in working)
        return { check: working.check, object: undefined, at: undefined };
    const { object } = working;
    const scanned = (0,live_object/* liveText */.IH)(object, 'status', 'lastScanResult', 'scanTime');
    const at = scanned === undefined ? undefined : Date.parse(scanned);
    const interval = (0,duration/* goDuration */.L)((0,live_object/* liveText */.IH)(object, 'spec', 'interval') ?? '') ?? 60;
    const live = (0,live_object/* liveText */.IH)(object, 'spec', 'image');
    if (image !== undefined && live !== image) {
        const found = `scans ${live ?? 'nothing'}, and the tree says ${image}`;
        return { check: (0,check/* broken */.m)(subject, found, 'Look at the Kustomization that applies it, below'), object, at };
    }
    if (at === undefined || Number.isNaN(at)) {
        return { check: (0,check/* broken */.m)(subject, 'has never scanned', controllerRemedy), object, at: undefined };
    }
    const age = (now - at) / 1000;
    if (age > 3 * interval + scan_link_LATE) {
        const found = `the last scan is ${rough(age)} ago, and there should be one every ${rough(interval)}`;
        return { check: (0,check/* broken */.m)(subject, found, controllerRemedy), object, at };
    }
    const count = (0,json/* numberMember */.eJ)((0,json/* valueAt */.fK)(object.body, ['status', 'lastScanResult']), 'tagCount');
    return { check: (0,check.ok)(subject, `scanned ${rough(Math.max(0, age))} ago, ${count ?? 0} tags`), object, at };
}
const controllerRemedy = 'kubectl -n flux-system logs deployment/image-reflector-controller';
function remedyOf(message) {
    if (/server gave HTTP response to HTTPS client/.test(message))
        return 'Set insecure: true in the ImageRepository';
    if (/unauthori[sz]ed|authentication|\b401\b|\b403\b|denied/i.test(message)) {
        return 'Its secretRef has a wrong login, or one for another server: seal it anew with fluxgate seal --renew';
    }
    if (/secret.*not found/i.test(message))
        return 'Its secretRef is not in the cluster: seal it with fluxgate seal';
    if (/no such host|connection refused|timeout|unreachable|no route/i.test(message)) {
        return 'The cluster does not reach the registry: is it up, and is its address right?';
    }
    return controllerRemedy;
}

// EXTERNAL MODULE: ./src/printable.ts
var printable = __webpack_require__(5260);
;// CONCATENATED MODULE: ./src/doctor/workload-link.ts





/** The kinds that something runs in. */
const WORKLOADS = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'];
/**
 * From the Kustomization to what runs: whether it has what stands in git, and is well. Undefined for what does not run.
 *
 * @param isApplied whether the commit that was read is the one that the Kustomization has applied
 */
function workloadLink({ holder, value }, listed, isApplied) {
    if (holder === undefined || !WORKLOADS.some(kind => kind === holder.kind))
        return undefined;
    const { kind, namespace, name } = holder;
    const subject = `Kustomization → ${kind} ${namespace ?? '?'}/${name}:`;
    const looked = lookFor(listed, holder);
    if (looked.state === 'unknown')
        return (0,check/* unknown */.L)(subject, `is not seen: ${looked.why}`);
    if (looked.state === 'absent')
        return (0,check/* broken */.m)(subject, 'is not in the cluster', 'Look at its Kustomization');
    const { object } = looked;
    const look = `kubectl -n ${object.namespace} describe ${kind.toLowerCase()} ${name}`;
    if (!holdsText(object, value) && !isApplied) {
        return (0,check/* unknown */.L)(subject, `has not got ${value} yet`, 'The newest commit is not applied yet: see the links before');
    }
    if (!holdsText(object, value)) {
        const found = `has not got ${value}, which stands in git`;
        return (0,check/* broken */.m)(subject, `${found}; it runs ${imagesOf(object).join(', ') || 'nothing'}`, 'Look at its Kustomization; is the field patched, or changed by hand?');
    }
    const trouble = podTrouble(object, known(listed), value);
    const health = healthOf(object);
    if (health.state === 'well')
        return (0,check.ok)(subject, `has ${value}, ${health.words}`);
    const words = trouble === undefined ? health.words : `${health.words}; ${trouble}`;
    if (health.state === 'failed' || trouble !== undefined)
        return (0,check/* broken */.m)(subject, words, workload_link_remedyOf(trouble ?? '', look));
    return (0,check/* unknown */.L)(subject, words, 'It is at work: look again');
}
function healthOf(object) {
    const count = (...keys) => (0,json/* numberMember */.eJ)((0,json/* valueAt */.fK)(object.body, keys.slice(0, -1)), keys.at(-1) ?? '') ?? 0;
    if (object.kind === 'Job') {
        const failed = (0,live_object/* conditionOf */.rI)(object, 'Failed');
        if (failed?.status === 'True')
            return { state: 'failed', words: `${failed.reason}: ${failed.message}` };
        return (0,live_object/* conditionOf */.rI)(object, 'Complete')?.status === 'True'
            ? { state: 'well', words: 'complete' }
            : { state: 'working', words: 'has not ended yet' };
    }
    if (object.kind === 'CronJob')
        return { state: 'well', words: 'scheduled' };
    const wanted = object.kind === 'DaemonSet'
        ? count('status', 'desiredNumberScheduled')
        : ((0,json/* numberMember */.eJ)((0,json/* member */.Dc)(object.body, 'spec'), 'replicas') ?? 1);
    const updated = object.kind === 'DaemonSet' ? count('status', 'updatedNumberScheduled') : count('status', 'updatedReplicas');
    const available = object.kind === 'DaemonSet' ? count('status', 'numberAvailable') : count('status', 'availableReplicas');
    const words = `${Math.min(updated, available)} of ${wanted} ready`;
    const progressing = (0,live_object/* conditionOf */.rI)(object, 'Progressing');
    if (progressing?.status === 'False')
        return { state: 'failed', words: `${words}, ${progressing.reason}: ${progressing.message}` };
    return { state: object.isObserved && updated >= wanted && available >= wanted ? 'well' : 'working', words };
}
/** Why a container of the new version does not run; undefined when none says so. */
function podTrouble(object, all, value) {
    const pods = all.filter(({ kind, namespace }) => kind === 'Pod' && namespace === object.namespace);
    for (const pod of pods.filter(candidate => imagesOf(candidate).some(image => image === value || image.endsWith(`:${value}`)))) {
        const statuses = ['initContainerStatuses', 'containerStatuses'].flatMap(name => (0,json/* listMember */.DW)((0,json/* member */.Dc)(pod.body, 'status'), name));
        for (const status of statuses) {
            const waiting = (0,json/* valueAt */.fK)(status, ['state', 'waiting']);
            const reason = (0,json/* textMember */.SA)(waiting, 'reason');
            if (reason === undefined || reason === 'ContainerCreating' || reason === 'PodInitializing')
                continue;
            return (0,printable/* printableLine */.oy)(`Pod ${pod.name}: ${reason}: ${(0,json/* textMember */.SA)(waiting, 'message') ?? (0,json/* textMember */.SA)((0,json/* valueAt */.fK)(status, ['lastState', 'terminated']), 'message') ?? ''}`);
        }
    }
    return undefined;
}
function workload_link_remedyOf(trouble, otherwise) {
    if (/HTTP response to HTTPS client/.test(trouble))
        return 'The nodes want HTTPS: put flux/nodes/registries.yaml on each, and restart k3s';
    if (/exec format error/.test(trouble))
        return "Built for another platform than the node's: fluxgate verify names it";
    if (/ImagePullBackOff|ErrImagePull/.test(trouble))
        return 'The nodes cannot pull: login, address, or a tag that is gone from the registry';
    return otherwise;
}
function imagesOf(object) {
    const spec = object.kind === 'Pod' ? (0,json/* member */.Dc)(object.body, 'spec') : podTemplateOf(object);
    return ['initContainers', 'containers'].flatMap(name => (0,json/* listMember */.DW)(spec, name).flatMap(container => (0,json/* textMember */.SA)(container, 'image') ?? []));
}
function podTemplateOf({ body, kind }) {
    const path = kind === 'CronJob' ? ['spec', 'jobTemplate', 'spec', 'template', 'spec'] : ['spec', 'template', 'spec'];
    return (0,json/* valueAt */.fK)(body, path);
}
/** Whether a value stands anywhere in an object's spec, labels or annotations. */
function holdsText(object, value) {
    const annotations = (0,json/* valueAt */.fK)(object.body, ['metadata', 'annotations']);
    const own = (0,json/* isMapping */.pi)(annotations)
        ? Object.entries(annotations).filter(([key]) => !key.startsWith('kubectl.kubernetes.io/'))
        : [];
    const labels = (0,json/* valueAt */.fK)(object.body, ['metadata', 'labels']);
    return hasText([(0,json/* member */.Dc)(object.body, 'spec'), labels, ...own.map(([, text]) => text)], value);
}
function hasText(part, value) {
    if (typeof part === 'string')
        return part === value;
    if (Array.isArray(part))
        return part.some(item => hasText(item, value));
    return (0,json/* isMapping */.pi)(part) && Object.values(part).some(item => hasText(item, value));
}

;// CONCATENATED MODULE: ./src/doctor/write-links.ts







/** How old a build may be before its tag must be in git, in seconds: a scan, a run of the automation, and their queues. */
const GRACE = 300;
/** From the ImagePolicy to the markers that name it. */
function markerLink(policy, places) {
    const subject = `ImagePolicy → marker of ${policy.namespace ?? '?'}:${policy.name}:`;
    if (places.length === 0) {
        return (0,check/* broken */.m)(subject, 'no marker of the tree that Flux honours names it', 'fluxgate verify says which marker is meant, and why it is dead');
    }
    return (0,check.ok)(subject, places.map(({ place }) => place).join(', '));
}
/**
 * From the marker to the automation: whether it pushes, and has written what is elected.
 *
 * @param elected the tag that the cluster has elected; undefined when that is not known
 */
function automationLink(automation, policyName, listed, { places, elected, head, now, }) {
    const { namespace, name } = automation;
    const id = `${namespace ?? '?'}/${name}`;
    const subject = `marker → ImageUpdateAutomation ${id}:`;
    const looked = lookFor(listed, { kind: 'ImageUpdateAutomation', namespace, name });
    const working = workingObject(looked, { subject, fluxKind: 'image update', namespace, name, remedyOf: pushRemedy });
    if ('check' in working)
        return working.check;
    const { object } = working;
    const seen = (0,json/* valueAt */.fK)(object.body, ['status', 'observedPolicies']);
    if ((0,json/* isMapping */.pi)(seen) && !(policyName in seen)) {
        return (0,check/* broken */.m)(subject, `does not see the policy ${policyName}`, 'It takes those of its own namespace that its policySelector admits: fluxgate verify');
    }
    if (elected === undefined)
        return (0,check/* unknown */.L)(subject, `${lastPush(object, now)}; what is elected is not known`);
    const { pushBranch, checkoutBranch } = automation;
    const branch = pushBranch ?? checkoutBranch ?? head.branch;
    if (branch !== undefined && head.branch !== undefined && branch !== head.branch) {
        return (0,check/* unknown */.L)(subject, `pushes to ${branch}, and the cluster follows ${head.branch}`, `Merge ${branch}`);
    }
    const others = places.filter(({ tag }) => tag !== undefined && tag !== elected);
    if (others.length === 0)
        return (0,check.ok)(subject, `${elected} is written; ${lastPush(object, now)}`);
    const [first] = others;
    const found = `${elected} is elected, and ${first?.place} has ${first?.tag}`;
    if (!head.isRead)
        return (0,check/* unknown */.L)(subject, `${found} here, where ${head.why}`, 'git pull, and look again');
    const age = now / 1000 - ((0,image_tag/* parseTag */.ED)(elected)?.seconds ?? 0);
    if ((0,image_tag/* parseTag */.ED)(elected) !== undefined && age < GRACE)
        return (0,check/* unknown */.L)(subject, `${found}; it was built ${rough(Math.max(0, age))} ago`, 'Wait a minute');
    return (0,check/* broken */.m)(subject, `${found}; ${lastPush(object, now)}`, `flux reconcile image update ${name} -n ${namespace ?? 'flux-system'}; fluxgate setters shows what it would write`);
}
function lastPush(object, now) {
    const commit = (0,live_object/* liveText */.IH)(object, 'status', 'lastPushCommit');
    const time = Date.parse((0,live_object/* liveText */.IH)(object, 'status', 'lastPushTime') ?? '');
    if (commit === undefined)
        return 'it has pushed nothing yet';
    return `its last push is ${commit.slice(0, 7)}${Number.isNaN(time) ? '' : `, ${rough((now - time) / 1000)} ago`}`;
}
function pushRemedy(message) {
    if (/read.?only|permission|denied|not allowed|unauthori[sz]ed|authentication|handshake/i.test(message)) {
        return 'Its key may not push: kubectl -n flux-system delete secret flux-system, take the deploy key away at GitHub, and run flux bootstrap again with --read-write-key';
    }
    if (/protected branch|GH006|GH013/i.test(message))
        return 'Let the deploy key push to the branch, or have it push to another one';
    if (/template/i.test(message))
        return 'fluxgate verify says what is wrong with its messageTemplate';
    return 'kubectl -n flux-system logs deployment/image-automation-controller';
}

;// CONCATENATED MODULE: ./src/doctor/diagnosis.ts













/** The chain of every policy, and then whatever else is wrong with what the chains go through. */
function diagnosisOf(world) {
    const { live, inventory, cluster } = world;
    const rows = (0,rollout/* rolloutRows */.JR)((0,expected_rollout/* expectedRollout */.Cf)(inventory, cluster), known(live.kustomizations), known(live.sources));
    const policies = policiesOf(world);
    return [
        ...policies.map(policy => ({
            title: `Image ${imageOf(policy)}, ImagePolicy ${policy.namespace ?? '?'}/${policy.name}`,
            checks: chainOf(policy, rows, world),
        })),
        { title: 'Kustomizations', checks: kustomizationChecks(rows, world) },
        { title: 'Suspended', checks: suspendedChecks(live) },
    ];
}
/** The policies of the cluster that is looked at. */
function policiesOf({ loop, cluster }) {
    return loop.policies.filter(({ placement }) => placement.cluster === cluster);
}
function imageOf({ repository }) {
    return repository.state === 'found' ? (repository.target.image ?? '?') : '?';
}
/** Where the markers of the policies lead to. */
function placesOf(policy, { markers, inventory, cluster }) {
    return markedPlaces(policy, markers, inventory, cluster);
}
function chainOf(policy, rows, world) {
    const { live, registries, hasLogin, isRunner, now, loop, head } = world;
    const image = imageOf(policy);
    const places = placesOf(policy, world);
    const tags = registries.get(image) ?? { state: 'away', why: 'the tree does not say which image it is' };
    const repository = policy.repository.state === 'found' ? policy.repository.target : undefined;
    const scanned = repository === undefined
        ? { check: (0,check/* unknown */.L)('registry → ImageRepository:', 'the tree does not hold it'), object: undefined, at: undefined }
        : scanLink(repository, lookFor(live.repositories, { ...repository, kind: 'ImageRepository' }), now);
    const asked = { namespace: policy.namespace, name: policy.name, file: policy.resource.file.path };
    const elected = electionLink(asked, lookFor(live.policies, { ...asked, kind: 'ImagePolicy' }), tags, scanned);
    const automations = loop.automations.filter(automation => automation.placement.cluster === policy.placement.cluster && (0,image_loop/* automationSees */.EG)(automation, policy) !== 'no');
    return [
        registryLink(image, tags, { scan: scanned.check.state, isRunner, hasLogin, now }),
        scanned.check,
        elected.check,
        markerLink(policy, places),
        ...automations.map(automation => automationLink(automation, policy.name, live.automations, { places, elected: elected.tag, head, now })),
        ...(automations.length === 0
            ? [
                (0,check/* broken */.m)('marker → ImageUpdateAutomation:', 'the tree has none that takes this policy', 'fluxgate verify says what is missing'),
            ]
            : []),
        ...applyLinks(places, rows, world),
        ...distinct(places.flatMap(place => workloadLink(place, live.workloads, isApplied(place, rows, world)) ?? [])),
    ];
}
/** Whether what was read of a place is what its Kustomization has applied. */
function isApplied({ by }, rows, { live, head }) {
    const root = bootstrapSource(live);
    const revision = root && (0,live_object/* liveText */.IH)(root, 'status', 'artifact', 'revision');
    const row = by && rows.find(({ id }) => id === idOfKustomization(by));
    return head.isRead && head.sha !== undefined && revision?.endsWith(head.sha) === true && row?.state === 'ready';
}
function idOfKustomization({ resource }) {
    return (0,live_object/* idOf */.TH)({ namespace: resource.namespace ?? '', name: resource.name ?? '' });
}
/** What a bootstrap has the cluster follow. */
function bootstrapSource(live) {
    return known(live.sources).find(({ name, namespace }) => name === 'flux-system' && namespace === 'flux-system');
}
function applyLinks(places, rows, { live }) {
    const ids = places.flatMap(({ by }) => (by === undefined ? [] : [idOfKustomization(by)]));
    return [...new Set(ids)].map(id => applyLink(id, rows, live.kustomizations));
}
function kustomizationChecks(rows, { live, head, now }) {
    if (!isList(live.kustomizations))
        return [(0,check/* unknown */.L)('Kustomizations', `are not seen: ${live.kustomizations.why}`)];
    const root = bootstrapSource(live);
    const open = rows.filter(({ state }) => state !== 'ready');
    return [
        root === undefined
            ? (0,check/* broken */.m)('branch → GitRepository flux-system/flux-system:', 'is not in the cluster', 'fluxgate bootstrap')
            : sourceLink(root, head, now),
        ...(open.length === 0 ? [(0,check.ok)('Kustomizations', `all ${rows.length} are ready`)] : []),
        ...open.map(row => rowCheck(`Kustomization ${row.id}:`, row, rows)),
    ];
}
function suspendedChecks(live) {
    const kinds = [
        [known(live.sources), 'source git'],
        [known(live.kustomizations), 'kustomization'],
        [known(live.helmReleases), 'helmrelease'],
        [known(live.repositories), 'image repository'],
        [known(live.policies), 'image policy'],
        [known(live.automations), 'image update'],
    ];
    const found = kinds.flatMap(([objects, kind]) => objects
        .filter(({ isSuspended }) => isSuspended)
        .map(object => (0,check/* broken */.m)(`${object.kind} ${(0,live_object/* idOf */.TH)(object)}`, 'is suspended', `flux resume ${kind} ${object.name} -n ${object.namespace}`)));
    if (found.length > 0)
        return found;
    return isList(live.kustomizations) ? [(0,check.ok)('nothing', 'is suspended')] : [];
}
function distinct(checks) {
    return [...new Map(checks.map(check => [`${check.subject}\n${check.found}`, check])).values()];
}

// EXTERNAL MODULE: ./src/cluster/bootstrap-command.ts
var bootstrap_command = __webpack_require__(1168);
// EXTERNAL MODULE: ./src/cluster/versions.ts
var versions = __webpack_require__(1865);
// EXTERNAL MODULE: ./src/flux/inventory/applied.ts
var applied = __webpack_require__(1913);
;// CONCATENATED MODULE: ./src/doctor/flux-checks.ts







/** Without these nothing is delivered. */
const NEEDED = ['source-controller', 'kustomize-controller', ...bootstrap_command/* EXTRA_COMPONENTS */.qd];
/** Flux in the cluster: all controllers, at work, in the version of the tree. */
function fluxChecks(controllers, inventory, cluster) {
    if (!isList(controllers))
        return [(0,check/* unknown */.L)('Flux', `is not seen: ${controllers.why}`)];
    if (controllers.length === 0)
        return [(0,check/* broken */.m)('Flux', 'is not in the cluster', 'fluxgate bootstrap')];
    const missing = NEEDED.filter(name => !controllers.some(controller => controller.name === name));
    return [
        versionCheck(controllers, inventory, cluster),
        ...(missing.length === 0
            ? []
            : [(0,check/* broken */.m)('Flux', `lacks ${missing.join(', ')}`, 'fluxgate bootstrap installs what is missing')]),
        ...controllers.filter(controller => !isAvailable(controller)).map(downCheck),
    ];
}
function versionCheck(controllers, inventory, cluster) {
    const text = controllers
        .map(controller => (0,live_object/* labelOf */.Wy)(controller, 'app.kubernetes.io/version'))
        .find(label => label !== undefined);
    const written = treeVersion(inventory, cluster);
    if (text === undefined)
        return (0,check/* unknown */.L)('Flux', 'does not say its version');
    if (written === undefined) {
        return (0,check/* unknown */.L)('Flux', `is ${text}; the tree here does not say which it should be`, 'git pull: bootstrap has written gotk-components.yaml');
    }
    const [live, wanted] = [(0,versions/* parseVersion */.ot)(text), (0,versions/* parseVersion */.ot)(written)];
    if (live !== undefined &&
        wanted !== undefined &&
        live.major === wanted.major &&
        live.minor === wanted.minor &&
        live.patch === wanted.patch) {
        return (0,check.ok)('Flux', `is ${text}, as the tree has it`);
    }
    return (0,check/* broken */.m)('Flux', `is ${text}, and the tree has ${written}`, 'Is the Kustomization flux-system ready? It brings what the tree has');
}
/** What a bootstrap has written into the tree; undefined for one that holds its place only. */
function treeVersion({ files }, { name }) {
    for (const [path, { text }] of files) {
        if (!path.endsWith('gotk-components.yaml') || !(0,applied/* isBelow */.Yw)(path, name))
            continue;
        return /^# Flux [Vv]ersion: (v?2\.[0-9.]+)/m.exec(text.slice(0, 500))?.[1];
    }
    return undefined;
}
function isAvailable({ body }) {
    return ((0,json/* numberMember */.eJ)((0,json/* member */.Dc)(body, 'status'), 'availableReplicas') ?? 0) > 0;
}
function downCheck({ namespace, name }) {
    return (0,check/* broken */.m)(`Flux: ${name}`, 'does not run', `kubectl -n ${namespace} describe deployment ${name}`);
}

;// CONCATENATED MODULE: ./src/doctor/gather-cluster.ts


/** Everything of a cluster that the links are judged by. */
async function gatherCluster(kubectl, namespaces) {
    const list = async (...args) => {
        const answer = await kubectl.json('get', ...args);
        if ((0,cluster_kubectl/* isSilent */.e)(answer))
            return answer;
        // A kind that the cluster does not serve has no objects.
        return answer.state === 'found' ? (0,live_object/* liveObjects */.ZE)(answer.value) : [];
    };
    const [controllers, sources, repositories, policies, automations, kustomizations, helmReleases, sealedSecrets] = await Promise.all([
        list('deployments.apps', '-n', 'flux-system', '-l', 'app.kubernetes.io/part-of=flux'),
        list('gitrepositories.source.toolkit.fluxcd.io', '-A'),
        list('imagerepositories.image.toolkit.fluxcd.io', '-A'),
        list('imagepolicies.image.toolkit.fluxcd.io', '-A'),
        list('imageupdateautomations.image.toolkit.fluxcd.io', '-A'),
        list('kustomizations.kustomize.toolkit.fluxcd.io', '-A'),
        list('helmreleases.helm.toolkit.fluxcd.io', '-A'),
        list('sealedsecrets.bitnami.com', '-A'),
    ]);
    const kinds = 'deployments.apps,statefulsets.apps,daemonsets.apps,jobs.batch,cronjobs.batch,pods';
    const workloads = await Promise.all(namespaces.map(namespace => list(kinds, '-n', namespace)));
    return {
        controllers,
        sources,
        repositories,
        policies,
        automations,
        kustomizations,
        helmReleases,
        sealedSecrets,
        workloads: joined(workloads),
    };
}
/** A cluster that was not heard. */
function unseenCluster(why) {
    const silence = { state: 'failed', why };
    return {
        controllers: silence,
        sources: silence,
        repositories: silence,
        policies: silence,
        automations: silence,
        kustomizations: silence,
        helmReleases: silence,
        sealedSecrets: silence,
        workloads: silence,
    };
}
function joined(lists) {
    const silent = lists.find(listed => (0,cluster_kubectl/* isSilent */.e)(listed));
    return silent ?? lists.flatMap(listed => ((0,cluster_kubectl/* isSilent */.e)(listed) ? [] : listed));
}

// EXTERNAL MODULE: ./src/cluster/unopened-secrets.ts
var unopened_secrets = __webpack_require__(5718);
// EXTERNAL MODULE: ./src/sealed/certificate.ts
var certificate = __webpack_require__(1867);
// EXTERNAL MODULE: ./src/sealed/certificate-files.ts
var certificate_files = __webpack_require__(1193);
;// CONCATENATED MODULE: ./src/doctor/secret-checks.ts






const FETCH = 'fluxgate seal fetch gets the current one';
/**
 * The secrets: whether the controller opens them, and until when its certificate and the committed one hold.
 *
 * @param committed the certificate files of the tree
 * @param now milliseconds since 1970
 */
function secretChecks(secrets, committed, controller, now) {
    return [...openedChecks(secrets), ...committedChecks(committed, controller, now), ...controllerCheck(controller, now)];
}
function openedChecks(secrets) {
    if (!isList(secrets))
        return [(0,check/* unknown */.L)('SealedSecrets', `are not seen: ${secrets.why}`)];
    const bad = secrets.filter(secret => (0,live_object/* conditionOf */.rI)(secret, 'Synced')?.status === 'False');
    if (bad.length === 0)
        return secrets.length === 0 ? [] : [(0,check.ok)('SealedSecrets', `all ${secrets.length} are opened`)];
    return bad.map(secret => {
        const remedy = (0,unopened_secrets/* isUnopened */.n)(secret)
            ? 'It is sealed for another certificate: fluxgate seal fetch, then fluxgate seal'
            : `kubectl -n ${secret.namespace} describe sealedsecret ${secret.name}`;
        return (0,check/* broken */.m)(`SealedSecret ${(0,live_object/* idOf */.TH)(secret)}`, (0,live_object/* conditionOf */.rI)(secret, 'Synced')?.message ?? '', remedy);
    });
}
function committedChecks(files, controller, now) {
    if (files.length === 0)
        return [(0,check/* unknown */.L)('certificate', 'the tree has none to seal with', FETCH)];
    const problems = (0,certificate_files/* certificateProblems */._)(files, now);
    if (problems.length > 0)
        return problems.map(({ path, message, fix }) => (0,check/* broken */.m)(path, message, fix));
    if ('why' in controller)
        return files.map(({ path }) => (0,check.ok)(path, 'is valid'));
    const current = new Set((0,certificate/* readCertificates */.jZ)(controller.pem, 'the controller').map(({ fingerprint }) => fingerprint));
    return files.map(file => {
        const isCurrent = (0,certificate_files/* treeCertificates */.V)([file]).some(({ fingerprint }) => current.has(fingerprint));
        if (isCurrent)
            return (0,check.ok)(file.path, "is valid, and the controller's own");
        return (0,check/* unknown */.L)(file.path, 'is valid, and not the one that the controller seals with now: an older one of its own, or that of another cluster', FETCH);
    });
}
function controllerCheck(controller, now) {
    const subject = "the controller's certificate";
    if ('why' in controller)
        return [(0,check/* unknown */.L)(subject, `is not got: ${controller.why}`)];
    const newest = [...(0,certificate/* readCertificates */.jZ)(controller.pem, 'the controller')].sort((left, right) => right.validFrom - left.validFrom)[0];
    const problem = newest && (0,certificate/* expiryProblem */.rD)(newest, now);
    if (newest === undefined)
        return [];
    const until = new Date(newest.validTo).toISOString().slice(0, 10);
    if (problem === undefined)
        return [(0,check.ok)(subject, `is valid to ${until}`)];
    const remedy = 'The controller makes a new one by itself, unless that is turned off: kubectl logs of sealed-secrets';
    return [problem.invalid ? (0,check/* broken */.m)(subject, problem.text, remedy) : (0,check/* unknown */.L)(subject, problem.text, remedy)];
}

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
;// CONCATENATED MODULE: ./src/doctor/tool-checks.ts



/** What a build with build-push needs on its runner. */
const TOOLS = [
    { name: 'git', command: 'git', args: ['--version'], remedy: 'Install git' },
    { name: 'node', command: 'node', args: ['--version'], remedy: 'Install Node.js 20 or newer' },
    {
        name: 'docker',
        command: 'docker',
        args: ['version', '--format', '{{.Server.Version}}'],
        remedy: 'Install Docker, start it, and let the user of the runner reach it',
    },
    {
        name: 'docker buildx',
        command: 'docker',
        args: ['buildx', 'version'],
        remedy: 'Install the plugin buildx of docker',
    },
    {
        name: 'kustomize',
        command: 'kustomize',
        args: ['version'],
        remedy: 'Install kustomize; the gate takes kubectl where there is none',
    },
];
/**
 * The programs of a runner.
 *
 * @param isRunner whether this machine is one, so that what is missing breaks the build
 */
async function toolChecks({ exec, signal }, isRunner) {
    return Promise.all(TOOLS.map(async ({ name, command, args, remedy }) => {
        const missing = (found) => isRunner ? (0,check/* broken */.m)(name, found, remedy) : (0,check/* unknown */.L)(name, found, `${remedy}, if this is the runner (--runner)`);
        try {
            const { code, stdout, stderr } = await exec({ command, args, signal });
            const said = (0,printable/* printableLine */.oy)((code === 0 ? stdout : stderr).trim().split('\n')[0] ?? '');
            return code === 0 ? (0,check.ok)(name, said) : missing(`does not work: ${said || `exit code ${code}`}`);
        }
        catch (error) {
            signal.throwIfAborted();
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            return missing('is not there');
        }
    }));
}

// EXTERNAL MODULE: ./src/git/branch.ts
var git_branch = __webpack_require__(8030);
// EXTERNAL MODULE: ./src/git/tree-at.ts
var tree_at = __webpack_require__(9742);
// EXTERNAL MODULE: ./src/tree/manifest-paths.ts
var manifest_paths = __webpack_require__(6034);
;// CONCATENATED MODULE: ./src/doctor/tree-at-head.ts




/**
 * A branch as `origin` has it, and the tree at its head where this clone has that commit. Nothing is fetched: a clone that is behind
 * stays behind.
 */
async function treeAtHead(git, branch) {
    const none = { branch, sha: undefined, isRead: false, seconds: undefined };
    if (branch === undefined)
        return { head: { ...none, why: 'the tree does not say its branch' }, texts: undefined };
    const answer = await (0,git_branch/* remoteHead */.P7)(git, branch).catch((error) => {
        // Without git there is nobody to ask.
        if (error instanceof errors/* UserError */.yo)
            return { unknown: (0,errors/* messageOf */.bD)(error) };
        throw error;
    });
    if ('unknown' in answer)
        return { head: { ...none, why: answer.unknown }, texts: undefined };
    const { sha } = answer;
    if (!(await (0,git_branch/* hasCommit */.QE)(git, sha))) {
        const why = `the newest commit of ${branch}, ${sha.slice(0, 7)}, is missing`;
        return { head: { ...none, sha, why }, texts: undefined };
    }
    const { paths } = await (0,tree_at/* treeAt */.S)(git, sha);
    const wanted = (0,manifest_paths/* withoutChartTemplates */.a4)(paths.filter(path => (0,manifest_paths/* isManifestPath */.HS)(path) || (0,manifest_paths/* isCertificatePath */.FX)(path)));
    const texts = [...(await (0,tree_at/* textsAt */.i)(git, sha, wanted))].filter(([path, text]) => (0,manifest_paths/* isManifestText */.Lg)(path, text));
    const seconds = Number(await git.ask('log', '-1', '--format=%ct', sha));
    return { head: { branch, sha, isRead: true, seconds: Number.isNaN(seconds) ? undefined : seconds, why: '' }, texts };
}

// EXTERNAL MODULE: ./src/flux/inventory/markers.ts + 5 modules
var markers = __webpack_require__(7150);
// EXTERNAL MODULE: ./src/flux/inventory.ts + 5 modules
var flux_inventory = __webpack_require__(4509);
// EXTERNAL MODULE: ./src/git/repository.ts
var repository = __webpack_require__(5986);
// EXTERNAL MODULE: ./src/tree/read-tree.ts
var read_tree = __webpack_require__(8555);
// EXTERNAL MODULE: ./cli/bootstrap-target.ts
var bootstrap_target = __webpack_require__(8923);
// EXTERNAL MODULE: ./cli/command.ts
var command = __webpack_require__(6314);
// EXTERNAL MODULE: ./cli/bootstrap-report.ts
var bootstrap_report = __webpack_require__(1064);
;// CONCATENATED MODULE: ./cli/doctor-report.ts

/** The diagnosis for people, with the verdict last. */
function doctorText(sections, screen) {
    return [
        ...sections.flatMap(({ title, checks }) => checks.length === 0
            ? []
            : [title, ...checks.flatMap(check => (0,bootstrap_report/* checkLines */.Wb)(check, screen)).map(line => `  ${line}`), '']),
        verdictOf(sections),
        '',
    ].join('\n');
}
/** The same for programs. */
function doctorJson(sections) {
    const first = firstBroken(sections);
    return `${JSON.stringify({
        ok: first === undefined,
        verdict: verdictOf(sections),
        firstBroken: first ?? null,
        sections,
    })}\n`;
}
function firstBroken(sections) {
    return sections.flatMap(({ checks }) => checks).find(({ state }) => state === 'broken');
}
function verdictOf(sections) {
    const all = sections.flatMap(({ checks }) => checks);
    const open = all.filter(({ state }) => state === 'unknown').length;
    const rest = open === 0 ? '' : ` ${open} ${open === 1 ? 'thing' : 'things'} could not be known.`;
    const first = firstBroken(sections);
    if (first === undefined)
        return `Nothing is broken.${rest}`;
    const more = all.filter(({ state }) => state === 'broken').length - 1;
    const others = more === 0 ? '' : ` ${more} more ${more === 1 ? 'is' : 'are'} broken.`;
    return `The first that is broken: ${first.subject} ${first.found}.${others}${rest}`;
}

// EXTERNAL MODULE: ./cli/format.ts
var cli_format = __webpack_require__(7944);
// EXTERNAL MODULE: ./cli/live-tags.ts
var live_tags = __webpack_require__(5867);
// EXTERNAL MODULE: ./cli/seal-fetch.ts
var seal_fetch = __webpack_require__(9651);
;// CONCATENATED MODULE: ./cli/doctor.ts



























const OPTIONS = [
    { name: 'path', value: 'PATH', description: 'The tree that the cluster follows, from DIR', default: bootstrap_target/* DEFAULT_PATH */.OM },
    {
        name: 'branch',
        value: 'NAME',
        description: "What the cluster follows; the branch of the tree's gotk-sync.yaml unless told",
    },
    { name: 'context', value: 'NAME', description: "The kubeconfig's context; the current one unless told" },
    {
        name: 'runner',
        description: 'This machine is the runner that builds: a tool that it lacks, and a registry that it does not reach, is broken',
    },
    cli_format/* FORMAT */.u,
];
const doctorCommand = {
    options: OPTIONS,
    help: () => (0,command/* helpText */.BK)('fluxgate doctor [DIR] [OPTIONS]', 'Checks a running delivery: build, registry, ImageRepository, ImagePolicy, marker, automation, Kustomization, workload, and says which link is broken and what to do. DIR is a checkout of the repository that the cluster follows, the current folder unless told. It asks the registry (FLUXGATE_USERNAME and FLUXGATE_PASSWORD), git and kubectl, and changes nothing. What it cannot reach it says. Exit code 1 when something is broken.', OPTIONS, ['fluxgate doctor', 'fluxgate doctor --context pi --format json', 'fluxgate doctor --runner']),
    async run(args, { runner, print, screen }) {
        const { FLUXGATE_USERNAME: username, FLUXGATE_PASSWORD: password } = runner.env;
        if (password)
            runner.mask(password);
        const given = (0,command/* parseArguments */.We)(args, OPTIONS, 1);
        const format = (0,cli_format/* readFormat */.C)(given);
        const folder = (0,external_node_path_.resolve)(runner.workspace, given.positionals[0] ?? '.');
        if ((await runner.files.kind(folder)) !== 'folder')
            throw (0,command/* wrongUsage */.xY)(`${folder} is no folder`);
        const path = (0,installed_flux/* plainPath */.s1)(given.get('path') ?? bootstrap_target/* DEFAULT_PATH */.OM);
        const git = (0,repository/* openGit */.z)(runner.exec, folder, runner.env);
        const here = (0,flux_inventory/* takeInventory */.O1)(await (0,read_tree/* readTree */.Z)(runner, folder), build_defaults/* buildDefaults */.p);
        const branch = given.get('branch') ?? (0,bootstrap_target/* branchOf */.W0)(here, (0,expected_rollout/* clusterAt */.SE)(here, path));
        const { head, texts } = await treeAtHead(git, branch);
        const inventory = texts === undefined ? here : (0,flux_inventory/* takeInventory */.O1)(texts, build_defaults/* buildDefaults */.p);
        const cluster = (0,expected_rollout/* clusterAt */.SE)(inventory, path);
        if (cluster === undefined)
            throw noTree(inventory, folder, path);
        const loop = (0,image_loop/* imageLoopOf */.rN)(inventory);
        const tree = { inventory, loop, markers: (0,markers/* markersOf */.B)(inventory, loop), cluster };
        const policies = policiesOf(tree);
        const kubectl = (0,cluster_kubectl/* openKubectl */.x)(runner, given.get('context'));
        const namespaces = policies
            .flatMap(policy => placesOf(policy, tree))
            .flatMap(({ holder }) => holder?.namespace ?? []);
        const isRunner = given.get('runner') === 'true';
        const [tools, reached, registries] = await Promise.all([
            toolChecks(runner, isRunner),
            (0,cluster_checks/* kubernetesCheck */.lt)(kubectl, undefined),
            tagsOf(policies, runner),
        ]);
        const live = reached.isReached
            ? await gatherCluster(kubectl, [...new Set(namespaces)])
            : unseenCluster(reached.check.found);
        const world = {
            ...tree,
            live,
            head,
            registries,
            hasLogin: Boolean(username && password),
            isRunner,
            now: runner.clock.now(),
        };
        const sections = [
            { title: 'This machine', checks: tools },
            { title: 'Cluster', checks: clusterChecks(reached, live, inventory, cluster) },
            ...diagnosisOf(world),
            { title: 'Secrets', checks: await secrets(world, kubectl, runner, given.get('context')) },
        ];
        print(runner.redact(format === 'json' ? doctorJson(sections) : doctorText(sections, screen)));
        return firstBroken(sections) === undefined ? 0 : 1;
    },
};
/** A cluster that is not reached from here may be as well as any. */
function clusterChecks({ check, isReached }, live, inventory, cluster) {
    if (!isReached)
        return [{ ...check, state: 'unknown' }];
    return [check, ...fluxChecks(live.controllers, inventory, cluster)];
}
function noTree(inventory, folder, path) {
    const others = (0,expected_rollout/* clusterPaths */.bo)(inventory);
    const there = others.length === 0 ? 'it has none' : `it has ${others.join(', ')}`;
    return new errors/* UserError */.yo(`${folder} has no tree that a cluster follows at ${path}: ${there}`, {
        next: 'Name it with --path; a folder that flux bootstrap has written has flux-system/gotk-sync.yaml',
    });
}
async function tagsOf(policies, runner) {
    const images = new Map();
    for (const policy of policies) {
        if (policy.repository.state === 'found' && policy.repository.target.image !== undefined) {
            images.set(imageOf(policy), policy.repository.target.insecure);
        }
    }
    return new Map(await Promise.all([...images].map(async ([image, insecure]) => [image, await (0,live_tags/* askTags */.R)(image, insecure, runner)])));
}
async function secrets({ inventory, live, cluster, now }, kubectl, runner, context) {
    const isSealed = inventory.resources.some(({ group, file }) => group === 'bitnami.com' && (0,applied/* isBelow */.Yw)(file.path, (0,installed_flux/* plainPath */.s1)(cluster.name)));
    if (!isSealed && known(live.sealedSecrets).length === 0)
        return [];
    return secretChecks(live.sealedSecrets, inventory.certificates, await doctor_certificate(kubectl, runner, context), now);
}
async function doctor_certificate(kubectl, runner, context) {
    const answer = await kubectl.json('get', 'services', '-A', '-l', 'app.kubernetes.io/name=sealed-secrets');
    if (answer.state !== 'found')
        return { why: answer.why };
    const service = (0,live_object/* liveObjects */.ZE)(answer.value).find(isSealingService);
    if (service === undefined)
        return { why: 'no service of the controller is in the cluster' };
    try {
        const target = { namespace: service.namespace, service: service.name, port: '8080', context };
        return { pem: await (0,seal_fetch/* controllerCertificate */.W)(target, runner) };
    }
    catch (error) {
        if ((0,errors/* userErrorsOf */.__)(error).length === 0)
            throw error;
        return { why: (0,errors/* messageOf */.bD)(error) };
    }
}
/** The chart makes another one for metrics. */
function isSealingService(service) {
    return ((0,live_object/* labelOf */.Wy)(service, 'app.kubernetes.io/component') !== 'metrics' &&
        (0,live_object/* liveText */.IH)(service, 'spec', 'clusterIP') !== undefined &&
        !service.name.endsWith('-metrics'));
}


/***/ }),

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

/***/ 5867:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ liveTags),
/* harmony export */   R: () => (/* binding */ askTags)
/* harmony export */ });
/* harmony import */ var _src_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _src_image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3564);
/* harmony import */ var _src_registry_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3742);
/* harmony import */ var _src_registry_refusal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4623);
/* harmony import */ var _src_registry_transient_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4925);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6314);






/**
 * The tags that the registry of an ImageRepository's `spec.image` has now. The login comes from FLUXGATE_USERNAME and
 * FLUXGATE_PASSWORD, where the registry wants one.
 *
 * @param insecure whether it speaks plain HTTP
 */
async function liveTags(image, insecure, runner) {
    const answer = await askTags(image, insecure, runner);
    if (answer.state === 'read')
        return answer.tags;
    throw new _src_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(answer.why);
}
/** The same, with what a registry says instead of its tags. */
async function askTags(image, insecure, runner) {
    const reference = (0,_src_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(image);
    if (reference === undefined)
        throw (0,_command_js__WEBPACK_IMPORTED_MODULE_5__/* .wrongUsage */ .xY)(`the image ${JSON.stringify(image)} of the ImageRepository is no image`);
    const { FLUXGATE_USERNAME: username, FLUXGATE_PASSWORD: password } = runner.env;
    if (password)
        runner.mask(password);
    const { registry: host = 'docker.io' } = reference;
    const registry = (0,_src_registry_client_js__WEBPACK_IMPORTED_MODULE_2__/* .openRegistry */ .M)({
        registry: host,
        insecure,
        credentials: username && password ? { username, password } : undefined,
        ...runner,
    });
    try {
        // Docker Hub's own images are named without the project that they are in.
        const official = host === 'docker.io' && !reference.name.includes('/');
        const tags = await registry.tags(official ? `library/${reference.name}` : reference.name);
        // Whatever is no registry says 404 to everything.
        if (tags.length === 0)
            await registry.ping();
        return { state: 'read', tags };
    }
    catch (error) {
        const code = (0,_src_registry_transient_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCode */ .xU)(error);
        if (error instanceof _src_registry_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .RegistryRefusal */ .O && error.status === 404) {
            return { state: 'refused', why: `what answers at ${host} is no registry (${error.message})`, isLogin: false };
        }
        if (error instanceof _src_registry_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .RegistryRefusal */ .O) {
            return {
                state: 'refused',
                why: `the tags of ${image} cannot be read: ${error.message}`,
                isLogin: error.status === 401 || error.status === 403,
            };
        }
        if (code !== undefined)
            return { state: 'away', why: `the registry of ${image} cannot be reached (${code})` };
        throw error;
    }
}


/***/ }),

/***/ 9651:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ controllerCertificate),
/* harmony export */   x: () => (/* binding */ sealFetchCommand)
/* harmony export */ });
/* harmony import */ var _src_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _src_sealed_certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1867);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6314);



const OPTIONS = [
    { name: 'namespace', value: 'NS', description: 'The namespace of the controller', default: 'flux-system' },
    {
        name: 'service',
        value: 'NAME',
        description: 'The service of the controller',
        default: 'sealed-secrets-controller',
    },
    { name: 'port', value: 'PORT', description: 'The port of the service', default: '8080' },
    { name: 'output', value: 'FILE', description: 'Where to write it; - is standard output', default: 'pub-cert.pem' },
];
/** How long a port-forward may take to listen, in milliseconds. */
const PATIENCE = 20_000;
/** The controller's certificate, through a port-forward, or else through the API server's proxy. */
const sealFetchCommand = {
    name: 'fetch',
    summary: "Get the controller's certificate",
    options: OPTIONS,
    help: () => (0,_command_js__WEBPACK_IMPORTED_MODULE_2__/* .helpText */ .BK)('fluxgate seal fetch [--namespace NS] [--service NAME] [--output FILE]', `Gets the public certificate of the Sealed Secrets controller with the installed kubectl: by a port-forward, else through the API server. ${byHand({ namespace: 'NS', service: 'NAME', port: '8080' })}`, OPTIONS, ['fluxgate seal fetch', 'fluxgate seal fetch --namespace kube-system --output flux/pub-cert.pem']),
    run: fetchCertificate,
};
async function fetchCertificate(args, { runner, print }) {
    const given = (0,_command_js__WEBPACK_IMPORTED_MODULE_2__/* .parseArguments */ .We)(args, OPTIONS);
    const option = (name) => given.get(name) ?? OPTIONS.find(known => known.name === name)?.default ?? '';
    const [namespace, service, port, output] = ['namespace', 'service', 'port', 'output'].map(option);
    const target = { namespace: namespace ?? '', service: service ?? '', port: port ?? '' };
    const text = await controllerCertificate(target, runner);
    const certificate = (0,_src_sealed_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .newestCertificate */ .uF)((0,_src_sealed_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .readCertificates */ .jZ)(text, `${namespace}/${service}`), runner.clock.now());
    const problem = (0,_src_sealed_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .expiryProblem */ .rD)(certificate, runner.clock.now());
    if (problem !== undefined)
        runner.log.warning(`The certificate ${problem.text}`);
    if (output === '-')
        print(text);
    else
        await runner.files.replace(output ?? '', Buffer.from(text));
    runner.log.info(`SHA-256 ${certificate.fingerprint}, valid to ${new Date(certificate.validTo).toISOString().slice(0, 10)}`);
    return 0;
}
/**
 * The controller's certificate in PEM: by a port-forward, else through the API server's proxy.
 *
 * @throws UserError when neither gives it
 */
async function controllerCertificate(target, runner) {
    const attempts = [];
    const text = (await attempt(() => portForward(target, runner), attempts)) ??
        (await attempt(() => proxy(target, runner), attempts));
    runner.signal.throwIfAborted();
    if (text !== undefined)
        return text;
    throw new _src_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the certificate cannot be got: ${attempts.join('; ')}`, { next: byHand(target) });
}
function contextOf({ context }) {
    return context === undefined ? [] : [`--context=${context}`];
}
function byHand({ namespace, service, port }) {
    return `By hand, where the cluster is reached: kubectl -n ${namespace} port-forward service/${service} 8080:${port}, and in another terminal curl -fo pub-cert.pem http://127.0.0.1:8080/v1/cert.pem; the controller also logs the certificate when it starts`;
}
async function attempt(get, failures) {
    try {
        return await get();
    }
    catch (error) {
        failures.push((0,_src_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
        return undefined;
    }
}
async function portForward(target, runner) {
    const { namespace, service, port } = target;
    const end = new AbortController();
    let listens = () => undefined;
    const listening = new Promise(resolve => {
        listens = resolve;
    });
    const args = [...contextOf(target), '--namespace', namespace, 'port-forward', `service/${service}`, `:${port}`];
    const running = runner.exec({
        command: 'kubectl',
        args,
        signal: AbortSignal.any([end.signal, runner.signal, AbortSignal.timeout(PATIENCE)]),
        onLine(line) {
            const local = /^Forwarding from 127\.0\.0\.1:([0-9]+)/.exec(line)?.[1];
            if (local !== undefined)
                listens(`http://127.0.0.1:${local}/v1/cert.pem`);
        },
    });
    const ended = running.then(({ code, stderr }) => {
        throw new _src_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`kubectl port-forward: ${stderr.trim().split('\n').at(-1) || `exit code ${code}`}`);
    });
    try {
        const url = await Promise.race([listening, ended]);
        const response = await runner.http({ method: 'GET', url, signal: runner.signal });
        if (response.status !== 200)
            throw new _src_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the controller answers with ${response.status}`);
        return Buffer.from(response.body).toString('utf8');
    }
    finally {
        end.abort();
        await ended.catch(() => undefined);
    }
}
async function proxy(target, runner) {
    const { namespace, service, port } = target;
    const path = `/api/v1/namespaces/${namespace}/services/http:${service}:${port}/proxy/v1/cert.pem`;
    const result = await runner.exec({
        command: 'kubectl',
        args: [...contextOf(target), 'get', '--raw', path, '--request-timeout=20s'],
        signal: runner.signal,
    });
    if (result.code === 0)
        return result.stdout;
    throw new _src_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`kubectl get --raw: ${result.stderr.trim().split('\n').at(-1) || `exit code ${result.code}`}`);
}


/***/ }),

/***/ 2554:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parsePlatform)
/* harmony export */ });
const PLATFORM = /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/;
/** Other names of architectures, and the variant that is meant when none is said; as containerd normalises them. */
const ALIASES = {
    x86_64: 'amd64',
    'x86-64': 'amd64',
    aarch64: 'arm64',
    armhf: 'arm/v7',
    armel: 'arm/v6',
    i386: '386',
};
/** The platform in its one spelling (`linux/aarch64` and `linux/arm64/v8` are `linux/arm64`), or undefined when it is none. */
function parsePlatform(text) {
    const lower = text.trim().toLowerCase();
    const [os, architecture, variant] = lower.split('/');
    if (os === undefined || architecture === undefined || !/^[a-z0-9]+\/[a-z0-9_-]+(?:\/[a-z0-9.]+)?$/.test(lower)) {
        return undefined;
    }
    const joined = [os, ALIASES[architecture] ?? architecture, ...(variant === undefined ? [] : [variant])].join('/');
    const short = joined
        .replace(/^([a-z0-9]+\/arm(?:64)?)\/([5-8])$/, '$1/v$2')
        .replace(/^([a-z0-9]+)\/arm64\/v8$/, '$1/arm64')
        .replace(/^([a-z0-9]+)\/amd64\/v1$/, '$1/amd64');
    const whole = /^[a-z0-9]+\/arm$/.test(short) ? `${short}/v7` : short;
    return PLATFORM.test(whole) ? whole : undefined;
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


/***/ }),

/***/ 3742:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ openRegistry)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/registry/refusal.ts
var registry_refusal = __webpack_require__(4623);
;// CONCATENATED MODULE: ./src/registry/authorization.ts



/** The challenge of a `WWW-Authenticate` header; of several the first that is known. */
function parseChallenge(header) {
    if (header === undefined)
        return { scheme: 'none' };
    const bearer = /(?:^|,\s*)Bearer\s+(.*)$/i.exec(header)?.[1];
    if (bearer !== undefined) {
        const realm = parameter(bearer, 'realm');
        if (realm !== undefined)
            return { scheme: 'bearer', realm, service: parameter(bearer, 'service') };
    }
    return /(?:^|,\s*)Basic\b/i.test(header) ? { scheme: 'basic' } : { scheme: 'none' };
}
function basicHeader(credentials) {
    return `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`;
}
/**
 * Asks a token service for a token (the distribution specification's token authentication).
 *
 * @param scope such as `repository:library/frontend:pull,push`
 * @returns the token and the moment (milliseconds since 1970) after which it is not to be used
 * @throws RegistryRefusal when the service refuses
 */
async function fetchToken(http, challenge, scope, credentials, options) {
    const url = tokenUrl(challenge, scope, options.insecure);
    const headers = credentials === undefined ? {} : { authorization: basicHeader(credentials) };
    const { timeout, signal } = options;
    const response = await http({ method: 'GET', url, headers, timeout, ...(signal && { signal }) });
    if (response.status !== 200)
        throw new registry_refusal/* RegistryRefusal */.O({ method: 'GET', url }, response, options.now);
    const body = (0,json/* parseJson */.qF)(new TextDecoder().decode(response.body));
    const token = (0,json/* textMember */.SA)(body, 'token') ?? (0,json/* textMember */.SA)(body, 'access_token');
    if (token === undefined)
        throw new errors/* UserError */.yo(`the token service ${challenge.realm} answered without a token`);
    const seconds = (0,json/* numberMember */.eJ)(body, 'expires_in') ?? 60;
    return { token, until: options.now + Math.max(seconds - 5, 1) * 1000 };
}
/** The realm comes from the registry: the password goes to it over TLS, unless plain HTTP was asked for. */
function tokenUrl(challenge, scope, insecure) {
    const url = URL.canParse(challenge.realm) ? new URL(challenge.realm) : undefined;
    if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
        throw new errors/* UserError */.yo(`the registry names ${JSON.stringify(challenge.realm)} as its token service, which is no address`);
    }
    if (url.protocol === 'http:' && !insecure) {
        throw new errors/* UserError */.yo(`the registry names a token service on plain HTTP, ${challenge.realm}; the password is not sent there`, {
            next: 'Give the registry an https realm, or set "insecure" if the network is your own',
        });
    }
    if (challenge.service !== undefined)
        url.searchParams.set('service', challenge.service);
    if (scope !== undefined)
        url.searchParams.set('scope', scope);
    return url.href;
}
function parameter(parameters, name) {
    return new RegExp(`(?:^|[\\s,])${name}="([^"]*)"`, 'i').exec(parameters)?.[1];
}

// EXTERNAL MODULE: ./src/registry/manifest.ts
var manifest = __webpack_require__(506);
// EXTERNAL MODULE: ./src/registry/transient.ts
var registry_transient = __webpack_require__(4925);
;// CONCATENATED MODULE: ./src/registry/client.ts







const TIMEOUT = 30_000;
const AT_ONCE = 8;
/** Tags a page; registries give fewer when they want to. */
const PAGE = 1000;
/** More pages than any repository has: a registry that repeats itself is not followed for ever. */
const MOST_PAGES = 1000;
const MOST_HOPS = 5;
function openRegistry(options) {
    const { origin } = new URL(`${options.insecure ? 'http' : 'https'}://${hostOf(options.registry)}`);
    const limit = (0,p_limit/* default */.A)(AT_ONCE);
    const authorize = authorizer(options, origin);
    async function send(request, scope) {
        const attempt = async () => {
            const first = await authorize.send(request, scope);
            const again = first.response.status === 401 && authorize.learn(request, first, scope);
            const { response } = again ? await authorize.send(request, scope) : first;
            if (response.status >= 500 || [408, 425, 429].includes(response.status))
                throw refusal(request, response);
            return response;
        };
        const onRetry = options.onRetry;
        return limit(() => (0,registry_transient/* retryTransient */.jh)(attempt, { ...options, ...(onRetry && { onRetry }) }, options.patience ?? registry_transient/* PATIENCE */.aZ));
    }
    function refusal(request, response) {
        return new registry_refusal/* RegistryRefusal */.O(request, response, options.clock.now());
    }
    function request(method, path, more = {}) {
        return { method, url: new URL(path, origin).href, timeout: TIMEOUT, signal: options.signal, ...more };
    }
    async function read(method, path, name) {
        const asked = request(method, path, { headers: { accept: manifest/* MANIFEST_TYPES */._P.join(', ') } });
        const response = await follow(asked, pullScope(name));
        if (response.status === 404)
            return undefined;
        if (response.status !== 200)
            throw refusal(asked, response);
        return response;
    }
    /** Blobs may lie elsewhere (object stores); the authorization stays here. */
    async function follow(asked, scope) {
        let { url } = asked;
        for (let hop = 0;; hop += 1) {
            const response = await send({ ...asked, url }, scope);
            const { location } = response.headers;
            const redirects = [301, 302, 303, 307, 308].includes(response.status);
            if (!redirects || hop === MOST_HOPS || location === undefined || !URL.canParse(location, url))
                return response;
            url = new URL(location, url).href;
        }
    }
    return {
        async ping() {
            const asked = request('GET', '/v2/');
            const response = await send(asked, undefined);
            if (response.status !== 200)
                throw refusal(asked, response);
            return authorize.challenge();
        },
        async tags(name) {
            const found = [];
            let path = `/v2/${name}/tags/list?n=${PAGE}`;
            for (let page = 0; path !== undefined; page += 1) {
                if (page === MOST_PAGES)
                    throw new errors/* UserError */.yo(`${options.registry}/${name}: the list of tags does not end`);
                const response = await read('GET', path, name);
                if (response === undefined)
                    return found;
                const body = (0,json/* parseJson */.qF)(new TextDecoder().decode(response.body));
                if ((0,json/* member */.Dc)(body, 'tags') === undefined) {
                    throw new errors/* UserError */.yo(`${options.registry}/${name}: the registry's answer is no list of tags`);
                }
                found.push(...(0,json/* listMember */.DW)(body, 'tags').filter(tag => typeof tag === 'string'));
                path = nextPage(response.headers.link, new URL(path, origin));
            }
            return found;
        },
        async digest(name, reference) {
            const response = await read('HEAD', `/v2/${name}/manifests/${reference}`, name);
            if (response === undefined)
                return undefined;
            const digest = response.headers['docker-content-digest'];
            return digest ?? (await this.manifest(name, reference))?.digest;
        },
        async manifest(name, reference) {
            const response = await read('GET', `/v2/${name}/manifests/${reference}`, name);
            if (response === undefined)
                return undefined;
            const [mediaType = ''] = (response.headers['content-type'] ?? '').split(';');
            return (0,manifest/* storedManifest */.fW)(mediaType.trim(), response.body);
        },
        async blob(name, digest) {
            return (await read('GET', `/v2/${name}/blobs/${digest}`, name))?.body;
        },
        async putManifest(name, reference, manifest) {
            const asked = request('PUT', `/v2/${name}/manifests/${reference}`, {
                headers: { 'content-type': manifest.mediaType },
                body: manifest.bytes,
            });
            const response = await send(asked, pushScope(name));
            if (response.status !== 201)
                throw refusal(asked, response);
        },
        async deleteManifest(name, digest) {
            const asked = request('DELETE', `/v2/${name}/manifests/${digest}`);
            const response = await send(asked, `repository:${name}:pull,push,delete`);
            if (response.status === 404)
                return false;
            if (response.status !== 202 && response.status !== 200)
                throw refusal(asked, response);
            return true;
        },
        async tryPush(name) {
            const asked = request('POST', `/v2/${name}/blobs/uploads/`, { headers: { 'content-length': '0' } });
            const response = await send(asked, pushScope(name));
            if (response.status !== 202)
                throw refusal(asked, response);
            const location = response.headers.location;
            if (location === undefined || !URL.canParse(location, asked.url))
                return;
            const upload = new URL(location, asked.url);
            if (upload.origin !== origin)
                return;
            // Nobody waits for it: an upload that is not given up is forgotten by the registry after a while.
            const giveUp = { ...asked, method: 'DELETE', url: upload.href, timeout: 5_000 };
            authorize.send(giveUp, pushScope(name)).catch(() => undefined);
        },
        get(path) {
            return send(request('GET', path), undefined);
        },
    };
}
function authorizer(options, origin) {
    const tokens = new Map();
    let challenge = { scheme: 'none' };
    async function header(scope) {
        const { credentials } = options;
        if (challenge.scheme === 'basic')
            return credentials && basicHeader(credentials);
        if (challenge.scheme === 'none')
            return undefined;
        const key = scope ?? '';
        // Requests that come while a token is under way wait for it.
        for (let known = tokens.get(key); known !== undefined; known = tokens.get(key)) {
            const { token, until } = await known;
            if (until > options.clock.now())
                return `Bearer ${token}`;
            if (tokens.get(key) === known)
                tokens.delete(key);
        }
        const asked = fetchToken(options.http, challenge, scope, credentials, {
            insecure: options.insecure,
            now: options.clock.now(),
            timeout: TIMEOUT,
            signal: options.signal,
        });
        tokens.set(key, asked);
        // A refused token must not be remembered, or the next try would fail without asking.
        asked.catch(() => tokens.delete(key));
        return `Bearer ${(await asked).token}`;
    }
    const isHere = (request) => new URL(request.url).origin === origin;
    return {
        async send(request, scope) {
            const authorization = isHere(request) ? await header(scope) : undefined;
            const headers = authorization === undefined ? request.headers : { ...request.headers, authorization };
            return { response: await options.http({ ...request, ...(headers && { headers }) }), authorization };
        },
        learn(request, { response, authorization }, scope) {
            const learned = parseChallenge(response.headers['www-authenticate']);
            if (learned.scheme === 'none' || !isHere(request))
                return false;
            challenge = learned;
            if (learned.scheme === 'basic') {
                return options.credentials !== undefined && authorization !== basicHeader(options.credentials);
            }
            // Without one the request was sent before anybody knew: what others learned since is good.
            if (authorization !== undefined)
                tokens.delete(scope ?? '');
            return true;
        },
        challenge: () => challenge,
    };
}
function pullScope(name) {
    return `repository:${name}:pull`;
}
function pushScope(name) {
    return `repository:${name}:pull,push`;
}
/** The path in a `Link: <…>; rel="next"`. Its host may be one that only the registry knows, behind a proxy: ours is asked. */
function nextPage(link, from) {
    const target = link === undefined ? undefined : /<([^>]+)>\s*;[^,]*rel="?next"?/.exec(link)?.[1];
    if (target === undefined || !URL.canParse(target, from.href))
        return undefined;
    const next = new URL(target, from);
    return `${next.pathname}${next.search}`;
}
/** Docker Hub's registry is not where its name points. */
function hostOf(registry) {
    return registry === 'docker.io' ? 'registry-1.docker.io' : registry;
}


/***/ }),

/***/ 506:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ve: () => (/* binding */ viewManifest),
/* harmony export */   _P: () => (/* binding */ MANIFEST_TYPES),
/* harmony export */   fW: () => (/* binding */ storedManifest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);
/* harmony import */ var _image_platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2554);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);




/** What registries are told that we understand. */
const MANIFEST_TYPES = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
function storedManifest(mediaType, bytes) {
    return { mediaType, bytes, digest: `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}` };
}
/**
 * A manifest taken apart.
 *
 * @throws UserError when the bytes are neither an image manifest nor an index
 */
function viewManifest(manifest) {
    const body = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(new TextDecoder().decode(manifest.bytes));
    if (Array.isArray((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(body, 'manifests'))) {
        return { kind: 'index', manifests: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .listMember */ .DW)(body, 'manifests').map(descriptor) };
    }
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(body, 'config') !== undefined) {
        return {
            kind: 'image',
            config: descriptor((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(body, 'config')),
            layers: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .listMember */ .DW)(body, 'layers').map(descriptor),
        };
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`manifest ${manifest.digest} (${manifest.mediaType}) is neither an image nor an index`);
}
function descriptor(value) {
    const platform = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(value, 'platform');
    const os = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textMember */ .SA)(platform, 'os');
    const architecture = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textMember */ .SA)(platform, 'architecture');
    const variant = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textMember */ .SA)(platform, 'variant');
    const annotations = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(value, 'annotations');
    const written = [os, architecture, variant].filter(part => part !== undefined).join('/');
    return {
        digest: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textMember */ .SA)(value, 'digest') ?? '',
        size: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .numberMember */ .eJ)(value, 'size') ?? 0,
        platform: os === undefined || os === 'unknown' ? undefined : (0,_image_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePlatform */ .F)(written),
        attestation: os === 'unknown' || (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textMember */ .SA)(annotations, 'vnd.docker.reference.type') !== undefined,
    };
}


/***/ })

};
