export const id = 73;
export const ids = [73];
export const modules = {

/***/ 6073:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   completionCommand: () => (/* binding */ completionCommand)
/* harmony export */ });
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6314);

const SHELLS = ['bash', 'zsh', 'fish'];
/** @param commands reads every command; asked only when a script is printed */
function completionCommand(commands) {
    return {
        options: [],
        help: () => (0,_command_js__WEBPACK_IMPORTED_MODULE_0__/* .helpText */ .BK)(`fluxgate completion ${SHELLS.join('|')}`, 'Prints the completion of commands and options for a shell. Print it into the folder from which that shell loads its own.', [], [
            'source <(fluxgate completion bash)',
            'fluxgate completion zsh > ~/.zfunc/_fluxgate',
            'fluxgate completion fish > ~/.config/fish/completions/fluxgate.fish',
        ]),
        async run(args, { print }) {
            const [wanted] = (0,_command_js__WEBPACK_IMPORTED_MODULE_0__/* .parseArguments */ .We)(args, [], 1).positionals;
            const shell = SHELLS.find(known => known === wanted);
            if (shell === undefined)
                throw (0,_command_js__WEBPACK_IMPORTED_MODULE_0__/* .wrongUsage */ .xY)(`expected one of ${SHELLS.join(', ')}`);
            print(SCRIPTS[shell](await commands()));
        },
    };
}
const SCRIPTS = {
    bash: bashScript,
    zsh: zshScript,
    fish: fishScript,
};
/** Behind an option that takes one of several words, these; behind any other with a value, files. */
function wordsOf(value) {
    return value !== undefined && /^[a-z0-9-]+(?:\|[a-z0-9-]+)+$/.test(value) ? value.split('|') : undefined;
}
/** Every command, and each that stands behind another one as `first/second`; `behind` is what may follow. */
function flat(commands) {
    return commands.flatMap(command => {
        const subs = command.subcommands ?? [];
        const own = { ...command, behind: subs };
        return [own, ...subs.map(sub => ({ ...sub, name: `${command.name}/${sub.name}`, behind: [] }))];
    });
}
/** The pattern of a shell for all that stand behind another one. */
function subPattern(commands) {
    const names = flat(commands).flatMap(({ name }) => (name.includes('/') ? [name] : []));
    return names.join('|') || 'none/';
}
function bashScript(commands) {
    const cases = flat(commands).flatMap(({ name, options, behind }) => [
        ...options.flatMap(option => {
            const words = wordsOf(option.value);
            if (words !== undefined)
                return [`    ${name}:--${option.name}) words='${words.join(' ')}' ;;`];
            return option.value === undefined ? [] : [`    ${name}:--${option.name}) words= ;;`];
        }),
        ...(behind.length === 0 ? [] : [`    ${name}:${name}) words='${behind.map(sub => sub.name).join(' ')}' ;;&`]),
        `    ${name}:*) [[ $now == -* ]] && words='${[...options.map(option => `--${option.name}`), '--help'].join(' ')}' ;;`,
    ]);
    return `# bash completion of fluxgate
_fluxgate() {
  local now=\${COMP_WORDS[COMP_CWORD]} command=\${COMP_WORDS[1]} words=
  if ((COMP_CWORD > 2)); then
    case $command/\${COMP_WORDS[2]} in
      ${subPattern(commands)}) command+=/\${COMP_WORDS[2]} ;;
    esac
  fi
  if ((COMP_CWORD == 1)); then
    words='${[...commands.map(({ name }) => name), '--help'].join(' ')}'
  else
    case $command:\${COMP_WORDS[COMP_CWORD - 1]} in
${cases.map(line => `  ${line}`).join('\n')}
    esac
  fi
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$now")
}
complete -o default -F _fluxgate fluxgate
`;
}
function zshScript(commands) {
    const cases = flat(commands).map(({ name, options, behind }) => {
        const specs = options.map(option => {
            const words = wordsOf(option.value);
            const value = option.value === undefined ? '' : `:value:${words === undefined ? '_files' : `(${words.join(' ')})`}`;
            return `'*--${option.name}[${zshText(option.description)}]${value}'`;
        });
        const first = behind.length === 0 ? [] : [`'1: :(${behind.map(sub => sub.name).join(' ')})'`];
        return `    ${name}) _arguments ${[...specs, "'--help[Show the options]'", ...first, "'*:file:_files'"].join(' ')} ;;`;
    });
    return `#compdef fluxgate
_fluxgate() {
  local -a commands=(${commands.map(({ name, summary }) => `'${name}:${zshText(summary)}'`).join(' ')})
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT -= 1))
  if ((CURRENT > 2)); then
    case $command/$words[2] in
      ${subPattern(commands)})
        command+=/$words[2]
        shift words
        ((CURRENT -= 1))
        ;;
    esac
  fi
  case $command in
${cases.join('\n')}
  esac
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _fluxgate "$@"; else compdef _fluxgate fluxgate; fi
`;
}
function fishScript(commands) {
    const lines = commands.flatMap(({ name, summary, options, subcommands = [] }) => {
        const subs = subcommands.map(sub => sub.name).join(' ');
        const here = `__fish_seen_subcommand_from ${name}`;
        const alone = subs === '' ? here : `${here}; and not __fish_seen_subcommand_from ${subs}`;
        return [
            `complete -c fluxgate -f -n __fish_use_subcommand -a ${name} -d '${plain(summary)}'`,
            ...fishOptions(alone, options),
            ...subcommands.flatMap(sub => [
                `complete -c fluxgate -f -n '${alone}' -a ${sub.name} -d '${plain(sub.summary)}'`,
                ...fishOptions(`${here}; and __fish_seen_subcommand_from ${sub.name}`, sub.options),
            ]),
        ];
    });
    return `# fish completion of fluxgate\n${lines.join('\n')}\n`;
}
function fishOptions(condition, options) {
    return options.map(option => {
        const words = wordsOf(option.value);
        const behind = option.value === undefined ? '' : words === undefined ? ' -r -F' : ` -x -a '${words.join(' ')}'`;
        return `complete -c fluxgate -n '${condition}' -l ${option.name}${behind} -d '${plain(option.description)}'`;
    });
}
/** A text within single quotes, one line of it. */
function plain(text) {
    return text.replace(/['"\\`]/g, '').replace(/\s+/g, ' ');
}
function zshText(text) {
    return plain(text).replace(/[[\]:]/g, ' ');
}


/***/ })

};
