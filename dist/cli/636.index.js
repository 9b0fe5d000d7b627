export const id = 636;
export const ids = [636];
export const modules = {

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
/* harmony export */   I: () => (/* binding */ liveTags)
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
        return await registry.tags(official ? `library/${reference.name}` : reference.name);
    }
    catch (error) {
        const code = (0,_src_registry_transient_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCode */ .xU)(error);
        if (error instanceof _src_registry_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .RegistryRefusal */ .O)
            throw new _src_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the tags of ${image} cannot be read: ${error.message}`);
        if (code !== undefined)
            throw new _src_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the registry of ${image} cannot be reached (${code})`);
        throw error;
    }
}


/***/ }),

/***/ 8076:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ policyText),
/* harmony export */   n: () => (/* binding */ policyJson)
/* harmony export */ });
/** How many lines of a kind people are shown. */
const SHOWN = 10;
/** The result for programs. */
function policyJson({ result }) {
    const { selectedTag, latest, filtered, candidates, error, stage } = result;
    return `${JSON.stringify({ selectedTag, latest, filtered, candidates, error, stage })}\n`;
}
const REASONS = {
    'not-matched': 'the pattern does not match',
    'same-value': 'another tag has the same value, and Flux keeps one',
    'not-a-version': 'no version',
    'outside-range': 'outside of the range',
    'not-a-number': 'no number: fails the whole policy',
    unordered: 'NaN has no order',
};
/** The result for people. */
function policyText({ result, tags }, excluded) {
    const verdict = result.error === null
        ? result.random
            ? [`Flux chooses at random between: ${result.candidates.join(', ')}`]
            : [`Flux elects ${result.selectedTag}`]
        : [`Flux reports: ${result.error}`, result.retries ? 'It tries again.' : 'It stalls until the policy changes.'];
    const rankedTags = tags.filter(tag => tag.rank !== null);
    const lines = rankedTags.slice(0, SHOWN).map(tag => `  ${tag.rank}. ${tag.tag}${shownValue(tag)}`);
    const more = rankedTags.length > SHOWN ? [`  … and ${rankedTags.length - SHOWN} more`] : [];
    const dropped = Object.entries(REASONS).flatMap(([reason, words]) => {
        const some = tags.filter(tag => tag.dropped === reason);
        if (some.length === 0)
            return [];
        const names = some.slice(0, SHOWN).map(tag => tag.tag);
        return [`  ${some.length} dropped, ${words}: ${names.join(', ')}${some.length > SHOWN ? ', …' : ''}`];
    });
    const hidden = excluded === 0 ? [] : [`  ${excluded} excluded by the ImageRepository`];
    return `${[...verdict, ...lines, ...more, ...dropped, ...hidden].join('\n')}\n`;
}
function shownValue({ tag, value }) {
    return value === null || value === tag ? '' : ` (${value})`;
}


/***/ }),

/***/ 6787:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  policyCommand: () => (/* binding */ policyCommand)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/flux/explain.ts
var explain = __webpack_require__(5716);
// EXTERNAL MODULE: ./src/flux/scan.ts
var flux_scan = __webpack_require__(4418);
// EXTERNAL MODULE: ./cli/command.ts
var command = __webpack_require__(6314);
// EXTERNAL MODULE: ./cli/format.ts
var cli_format = __webpack_require__(7944);
// EXTERNAL MODULE: ./cli/live-tags.ts
var live_tags = __webpack_require__(5867);
// EXTERNAL MODULE: ./cli/policy-report.ts
var policy_report = __webpack_require__(8076);
// EXTERNAL MODULE: ./src/flux/image-objects.ts
var image_objects = __webpack_require__(3791);
;// CONCATENATED MODULE: ./cli/policy-subject.ts



/** The policy that the options make up. */
function subjectFromOptions(given) {
    if (given.get('name') !== undefined)
        throw (0,command/* wrongUsage */.xY)('option --name goes with --manifest');
    const orders = ['numerical', 'alphabetical', 'semver'].filter(name => given.get(name) !== undefined);
    if (orders.length !== 1)
        throw (0,command/* wrongUsage */.xY)('expected one of --numerical, --alphabetical and --semver, or --manifest');
    const pattern = given.get('pattern');
    const extract = given.get('extract');
    if (extract && pattern === undefined)
        throw (0,command/* wrongUsage */.xY)('option --extract goes with --pattern');
    const numerical = given.get('numerical');
    const alphabetical = given.get('alphabetical');
    const semver = given.get('semver');
    return {
        spec: {
            policy: {
                ...(numerical === undefined ? {} : { numerical: { order: numerical } }),
                ...(alphabetical === undefined ? {} : { alphabetical: { order: alphabetical } }),
                ...(semver === undefined ? {} : { semver: { range: semver } }),
            },
            ...(pattern === undefined ? {} : { filterTags: { pattern, ...(extract === undefined ? {} : { extract }) } }),
        },
        exclusionList: undefined,
        image: undefined,
        insecure: false,
    };
}
/** The policy of a manifest: a file, a folder with all YAML files below it, or standard input for `-`. */
async function subjectFromManifest(given, terminal) {
    const extra = ['pattern', 'extract', 'numerical', 'alphabetical', 'semver'].find(name => given.get(name) !== undefined);
    if (extra !== undefined)
        throw (0,command/* wrongUsage */.xY)(`option --${extra} does not go with --manifest, which has the policy`);
    const path = given.get('manifest') ?? '';
    if (path === '-' && given.get('tags-file') === '-') {
        throw (0,command/* wrongUsage */.xY)('options --manifest and --tags-file both want standard input');
    }
    const { policies, repositories } = (0,image_objects/* readImageObjects */.u1)(await manifests(path, terminal));
    const places = policies.map(({ namespace, name, file, line }) => ({ id: `${namespace}/${name}`, file, line }));
    const wanted = given.get('name');
    const found = policies.filter((_, index) => wanted === undefined || places[index]?.id === wanted);
    const [policy] = found;
    if (policy === undefined) {
        const there = places.length === 0 ? 'it has none' : `it has ${places.map(({ id }) => id).join(', ')}`;
        throw new errors/* UserError */.yo(`${path} has no ImagePolicy${wanted === undefined ? '' : ` ${wanted}`}: ${there}`);
    }
    if (found.length > 1) {
        const there = found.map(({ namespace, name, file, line }) => `${namespace}/${name} in ${file}:${line}`).join(', ');
        const next = wanted === undefined ? 'Choose one with --name' : 'Give the file that has the one you mean';
        throw (0,command/* wrongUsage */.xY)(`${path} has several policies${wanted === undefined ? '' : ' of that name'}: ${there}`, next);
    }
    const repository = repositories.find(known => known.namespace === policy.repository.namespace && known.name === policy.repository.name);
    return {
        spec: policy.spec,
        exclusionList: repository?.exclusionList,
        image: repository?.image,
        insecure: repository?.insecure ?? false,
    };
}
/** Files with their text. */
async function manifests(path, { runner, readInput }) {
    if (path === '-')
        return [['-', await readInput()]];
    const text = await runner.files.readText(path);
    if (text !== undefined)
        return [[path, text]];
    if ((await runner.files.kind(path)) !== 'folder')
        throw new errors/* UserError */.yo(`option --manifest: ${path} does not exist`);
    const paths = (await runner.files.allFiles(path)).filter(name => /\.ya?ml$/.test(name)).sort();
    return Promise.all(paths.map(async (name) => [`${path}/${name}`, (await runner.files.readText(`${path}/${name}`)) ?? '']));
}

// EXTERNAL MODULE: ./cli/tags-file.ts
var tags_file = __webpack_require__(341);
;// CONCATENATED MODULE: ./cli/policy.ts









const OPTIONS = [
    {
        name: 'manifest',
        value: 'FILE',
        description: 'A file or a folder with the ImagePolicy and its ImageRepository; - is standard input',
    },
    { name: 'name', value: 'NS/NAME', description: 'The ImagePolicy in the manifest; needed when there are several' },
    { name: 'pattern', value: 'P', description: 'filterTags.pattern; without it there is no filter' },
    { name: 'extract', value: 'E', description: 'filterTags.extract' },
    { name: 'numerical', value: 'asc|desc', description: 'Order by number' },
    { name: 'alphabetical', value: 'asc|desc', description: 'Order by text' },
    { name: 'semver', value: 'RANGE', description: 'The highest version of a range' },
    { name: 'tags-file', value: 'FILE', description: 'The tags, one a line; - is standard input' },
    { name: 'registry', description: "The tags that the registry of the manifest's ImageRepository has now" },
    cli_format/* FORMAT */.u,
];
const policyCommand = {
    help: () => (0,command/* helpText */.BK)('fluxgate policy (--manifest FILE [--name NS/NAME] | --pattern P --extract E --numerical asc …) (--tags-file FILE | --registry)', 'Elects a tag as the image-reflector-controller of Flux 2.9 does, offline. Exit code 1 where Flux reports an error.', OPTIONS, [
        "fluxgate policy --pattern '^main-[a-f0-9]{7}-(?P<ts>[0-9]{10})$' --extract '$ts' --numerical asc --tags-file tags.txt",
        'fluxgate policy --manifest flux/image-automation --name flux-system/frontend --registry --format json',
        'crane ls 192.168.0.40:5000/library/frontend | fluxgate policy --manifest flux/image-policies.yaml --tags-file -',
    ]),
    async run(args, terminal) {
        const given = (0,command/* parseArguments */.We)(args, OPTIONS);
        const format = (0,cli_format/* readFormat */.C)(given);
        const subject = given.get('manifest') === undefined ? subjectFromOptions(given) : await subjectFromManifest(given, terminal);
        const tags = await readTags(given, subject, terminal);
        const { exclusionList } = subject;
        const scan = exclusionList === undefined ? { tags, excluded: [] } : (0,flux_scan/* scanTags */.Z)(tags, exclusionList);
        if ('error' in scan)
            throw new errors/* UserError */.yo(`the ImageRepository's exclusionList fails its scan: ${scan.error}`);
        const explanation = (0,explain/* explainPolicy */.y)(subject.spec, scan.tags);
        terminal.print(format === 'json' ? (0,policy_report/* policyJson */.n)(explanation) : (0,policy_report/* policyText */.M)(explanation, scan.excluded.length));
        return explanation.result.error === null ? 0 : 1;
    },
};
async function readTags(given, subject, terminal) {
    const file = given.get('tags-file');
    if ((file === undefined) === (given.get('registry') === undefined)) {
        throw (0,command/* wrongUsage */.xY)('expected one of --tags-file and --registry');
    }
    if (file !== undefined)
        return (0,tags_file/* readTagsFile */.e)(file, terminal);
    if (subject.image === undefined) {
        throw (0,command/* wrongUsage */.xY)('option --registry needs the ImageRepository of the policy in the manifest');
    }
    return (0,live_tags/* liveTags */.I)(subject.image, subject.insecure, terminal.runner);
}


/***/ }),

/***/ 341:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ readTagsFile)
/* harmony export */ });
/* harmony import */ var _src_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6314);


/** The tags of a file, or of standard input for `-`: one a line, each once. Blanks around a tag, empty lines and a byte order mark do not count. */
async function readTagsFile(file, { runner, readInput }) {
    const content = file === '-' ? await readInput() : await runner.files.readText(file);
    if (content === undefined)
        throw new _src_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`option --tags-file: there is no file ${file}`);
    const tags = content
        .replace(/^\uFEFF/, '')
        .split(/\r?\n/)
        .map(line => line.trim())
        .filter(line => line !== '');
    if (/^[[{]/.test(tags[0] ?? '')) {
        throw (0,_command_js__WEBPACK_IMPORTED_MODULE_1__/* .wrongUsage */ .xY)(`option --tags-file: ${file} begins with ${tags[0]?.[0]}, which no tag does`, 'Give one tag a line');
    }
    return [...new Set(tags)];
}


/***/ }),

/***/ 5716:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ explainPolicy)
/* harmony export */ });
/* harmony import */ var _filter_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1003);
/* harmony import */ var _go_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6225);
/* harmony import */ var _go_float_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4040);
/* harmony import */ var _policer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6651);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1857);
/* harmony import */ var _semver_range_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9271);
/* harmony import */ var _semver_version_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5218);







/** Says for each tag of a scan where the policy ranks it or why it drops it. */
function explainPolicy(spec, tags) {
    const result = (0,_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .evaluatePolicy */ .U)(spec, tags);
    const ranking = rankingOf(spec);
    const filter = spec.filterTags === undefined ? undefined : (0,_filter_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .compileFilter */ .g)(spec.filterTags);
    if (ranking === undefined || (filter !== undefined && 'error' in filter))
        return { result, tags: [] };
    const extract = filter?.extract ?? ((tag) => tag);
    const kept = (0,_filter_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .applyFilter */ .$)(extract, tags);
    const explained = tags.map(tag => explainTag(tag, extract(tag), kept, ranking));
    return { result, tags: ranked(explained, ranking).sort(byRank) };
}
function rankingOf({ policy }) {
    const chosen = (0,_policer_js__WEBPACK_IMPORTED_MODULE_2__/* .policerOf */ .e)(policy);
    if ('error' in chosen)
        return undefined;
    if (chosen.kind === 'semver')
        return semverRanking(policy.semver?.range ?? '');
    const order = (chosen.kind === 'numerical' ? policy.numerical : policy.alphabetical)?.order ?? '';
    const sign = order.toUpperCase() === 'DESC' ? 1 : -1;
    if (chosen.kind === 'alphabetical') {
        return { drops: () => undefined, compare: (left, right) => sign * (0,_go_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .compareBytes */ .Xo)(left, right) };
    }
    return { drops: dropsNumber, compare: (left, right) => sign * compareNumbers(left, right) };
}
function semverRanking(text) {
    const parsed = (0,_semver_range_js__WEBPACK_IMPORTED_MODULE_4__/* .parseRange */ .R)(text);
    if ('error' in parsed)
        return undefined;
    return {
        drops: value => {
            const version = (0,_semver_version_js__WEBPACK_IMPORTED_MODULE_5__/* .parseTagVersion */ .An)(value);
            return version === undefined ? 'not-a-version' : parsed.range(version) ? undefined : 'outside-range';
        },
        compare: (left, right) => {
            const [a, b] = [(0,_semver_version_js__WEBPACK_IMPORTED_MODULE_5__/* .parseTagVersion */ .An)(left), (0,_semver_version_js__WEBPACK_IMPORTED_MODULE_5__/* .parseTagVersion */ .An)(right)];
            return a === undefined || b === undefined ? 0 : (0,_semver_version_js__WEBPACK_IMPORTED_MODULE_5__/* .compareVersions */ .Zy)(b, a);
        },
    };
}
function dropsNumber(value) {
    const number = (0,_go_float_js__WEBPACK_IMPORTED_MODULE_6__/* .parseFloat64 */ .y)(value);
    return number === undefined ? 'not-a-number' : Number.isNaN(number) ? 'unordered' : undefined;
}
function compareNumbers(left, right) {
    const [a = 0, b = 0] = [(0,_go_float_js__WEBPACK_IMPORTED_MODULE_6__/* .parseFloat64 */ .y)(left), (0,_go_float_js__WEBPACK_IMPORTED_MODULE_6__/* .parseFloat64 */ .y)(right)];
    return a < b ? -1 : a > b ? 1 : 0;
}
function explainTag(tag, value, kept, ranking) {
    if (value === undefined)
        return { tag, value: null, rank: null, dropped: 'not-matched', by: null };
    const by = kept.get(value) ?? tag;
    if (by !== tag)
        return { tag, value, rank: null, dropped: 'same-value', by };
    return { tag, value, rank: null, dropped: ranking.drops(value) ?? null, by: null };
}
function ranked(explained, { compare }) {
    const values = explained
        .flatMap(({ value, dropped }) => (dropped === null && value !== null ? [value] : []))
        .sort(compare);
    const ranks = new Map();
    let rank = 0;
    for (const [index, value] of values.entries()) {
        const previous = values[index - 1];
        if (previous === undefined || compare(previous, value) !== 0)
            rank = index + 1;
        ranks.set(value, rank);
    }
    return explained.map(tag => ({ ...tag, rank: tag.dropped === null ? (ranks.get(tag.value ?? '') ?? null) : null }));
}
function byRank(left, right) {
    const last = Number.MAX_SAFE_INTEGER;
    return (left.rank ?? last) - (right.rank ?? last) || (0,_go_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .compareBytes */ .Xo)(left.tag, right.tag);
}


/***/ }),

/***/ 370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ pLimit)
});

// UNUSED EXPORTS: limitFunction

;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


/***/ })

};
