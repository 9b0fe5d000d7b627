#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 298:
/***/ ((module) => {

// A simple implementation of make-array
function makeArray (subject) {
  return Array.isArray(subject)
    ? subject
    : [subject]
}

const UNDEFINED = undefined
const EMPTY = ''
const SPACE = ' '
const ESCAPE = '\\'

// The characters that carry a meaning of their own inside a regular
//   expression, so a literal one has to be escaped before it is emitted.
const REGEX_LITERAL_SPECIAL = /[.*+?()[\]{}^$|\\/]/
const BOM = '\uFEFF'
// A run of two or more asterisks is a globstar (#175)
const REGEX_ANCHORED_GLOBSTAR = /^\/\*{2,}$/
const REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION = /^\\!/
const REGEX_REPLACE_LEADING_EXCAPED_HASH = /^\\#/
const REGEX_SPLITALL_CRLF = /\r?\n/g

// Invalid:
// - /foo,
// - ./foo,
// - ../foo,
// - .
// - ..
// Valid:
// - .foo
const DOUBLE_SLASH = '//'
const SLASH_CODE = 47
const DOT_CODE = 46


const SLASH = '/'

// Do not use ternary expression here, since "istanbul ignore next" is buggy
let TMP_KEY_IGNORE = 'node-ignore'
/* istanbul ignore else */
if (typeof Symbol !== 'undefined') {
  TMP_KEY_IGNORE = Symbol.for('node-ignore')
}
const KEY_IGNORE = TMP_KEY_IGNORE

const define = (object, key, value) => {
  Object.defineProperty(object, key, {value})
  return value
}

const RETURN_FALSE = () => false

// > The range notation, e.g. [a-zA-Z],
// > can be used to match one of the characters in a range.
//
// gitignore(5) defers to fnmatch(3) for this, and git implements it in
//   `wildmatch.c`.  A bracket expression has a sub-grammar of its own, which
//   is neither the surrounding pattern grammar nor the JavaScript one:
//
//   - a `]` right after `[` or `[!` is a literal member, not the terminator
//   - `[:alpha:]` names one of twelve POSIX classes
//   - `\` escapes the next member, `]` included
//   - `*`, `?` and `.` are plain literal members
//   - an unterminated expression makes the whole pattern match nothing
//
// which means the expression can not be located -- let alone translated -- by
//   a regular expression.  It is scanned out of the pattern before the
//   replacers below run, and put back once they are done, so that neither the
//   metacharacter escaper nor the `?` / `*` replacers ever see its body.

// git classifies with its own ASCII-only ctype macros (`wildmatch.c`), never
//   with the C library ones, so these must not be mapped onto `\d` / `\w` /
//   `\s`, which are wider.  `/` is left out of every expansion, because a
//   bracket expression never matches a path separator.
const POSIX_CLASSES = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  blank: ' \\t',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-.0-~',
  lower: 'a-z',
  print: ' -.0-~',
  punct: '!-.:-@\\[-`{-~',
  // git's `sane-ctype.h` classifies \v and \f as control, not space,
  //   unlike C's `isspace`
  space: ' \\t\\n\\r',
  upper: 'A-Z',
  xdigit: '0-9A-Fa-f'
}

const CLASS_MEMBERS_TO_ESCAPE = '\\]^-['

const escapeMember = char => CLASS_MEMBERS_TO_ESCAPE.indexOf(char) < 0
  ? char
  : ESCAPE + char

// > if (matched == negated || ((flags & WM_PATHNAME) && text_ch == '/'))
// >   return WM_ABORT_TO_STARSTAR;                     (git, `wildmatch.c`)
// A bracket expression never matches a path separator, whatever its members
//   say, so a negated class gets `/` as one more excluded character, while a
//   plain one -- where a literal member or a range could still let `/` in --
//   is guarded with a lookahead, `/` being impossible to subtract from a
//   JavaScript character class.
const NON_SLASH = '(?!\\/)'

const classSource = (negated, body) => {
  if (negated) {
    return `[^\\/${body}]`
  }

  const source = `[${body}]`

  return new RegExp(source).test('/')
    ? NON_SLASH + source
    : source
}

// Scan the bracket expression that starts at `pattern[start] === '['`,
//   mirroring the member loop of git's `wildmatch.c`.
// @returns {{end: number, source: string} | null} `null` if the expression is
//   never terminated, which makes the whole pattern match nothing.
const scanBracket = (pattern, start) => {
  const {length} = pattern
  let index = start + 1
  let negated = EMPTY

  const lead = pattern[index]
  if (lead === '!' || lead === '^') {
    negated = '^'
    index ++
  }

  let body = EMPTY

  // The member a `-` could start a range from, or EMPTY when the previous
  //   member can not open one (start of the body, or a range / POSIX class
  //   that has just closed)
  let prev = EMPTY

  // git scans the members with a do-while, so the first one is consumed
  //   unconditionally.  That is the whole reason a leading `]` is a member
  //   and not the terminator.
  for (;;) {
    const char = pattern[index]

    if (char === UNDEFINED) {
      return null
    }

    if (char === ESCAPE) {
      // A pattern can not end on a lone backslash -- `createRule` has
      //   already thrown it away -- so there is a character to read.
      const escaped = pattern[++ index]
      body += escapeMember(escaped)
      prev = escaped
    } else if (
      char === '-'
      && prev
      && index + 1 < length
      && pattern[index + 1] !== ']'
    ) {
      index ++
      let to = pattern[index]
      if (to === ESCAPE) {
        to = pattern[index += 1]
      }
      // An out-of-order range matches nothing in git but is a syntax error in
      //   JavaScript, so it is dropped.  Its lower bound stays: git tests it
      //   as a plain member before it ever looks at the `-`, so `[c-a]` does
      //   match `c`.
      if (prev <= to) {
        body += `-${escapeMember(to)}`
      }
      prev = EMPTY
    } else if (char === '[' && pattern[index + 1] === ':') {
      const nameStart = index + 2
      let end = nameStart
      while (end < length && pattern[end] !== ']') {
        end ++
      }

      if (end === length) {
        return null
      }

      if (end > nameStart && pattern[end - 1] === ':') {
        const name = pattern.slice(nameStart, end - 1)

        // An unknown class name makes the whole pattern match nothing
        if (!Object.prototype.hasOwnProperty.call(POSIX_CLASSES, name)) {
          return null
        }

        body += POSIX_CLASSES[name]
        prev = EMPTY
        index = end
      } else {
        // No `:]` to close it, so the `[` is a plain member and scanning
        //   resumes right after it.
        body += escapeMember('[')
        prev = '['
        index = nameStart - 2
      }
    } else {
      body += escapeMember(char)
      prev = char
    }

    index ++

    if (pattern[index] === ']') {
      return {
        end: index,
        source: classSource(negated, body)
      }
    }
  }
}

// An empty JavaScript class can never match, which is how a pattern that git
//   gives up on (`WM_ABORT_ALL`) is expressed here.
const NEVER_MATCH = '[]'

// A NUL can appear in neither a `.gitignore` line nor a path, which makes it
//   the one safe placeholder character.  A literal one in the pattern is
//   held aside all the same, so a collision is impossible by construction.
const PLACEHOLDER = '\u0000'
const REGEX_RESTORE_PLACEHOLDER = new RegExp(
  `${PLACEHOLDER}(\\d+)${PLACEHOLDER}`, 'g'
)

// The one wildcard the chain does not expand for itself is a trailing `*`. How
//   it expands depends on the mode (`regex` vs `checkRegex`), so `_make` is
//   left to do it, and until then the pending wildcard travels as this marker.
//   That is what keeps it apart from a user-escaped literal `\*`: the unescape
//   steps collapse the escaped one to the exact `\*` a wildcard would leave
//   behind, so by the time `_make` runs the two are otherwise the same string
//   and a literal star gets wrongly rewritten into a wildcard. The marker is a
//   private-use character, and `extractBrackets` keeps one that came out of the
//   pattern apart from it, so the only marker `_make` ever turns back into a
//   real wildcard is the one this chain put there itself.
const TRAILING_WILDCARD = '\uE000'

// A trailing "/**" is deferred the same way, because `checkRegex` has to tell
//   it apart from a trailing "/*" (see `checkSourceOf`). For `.ignores()` it
//   still never matches the folder itself (#21).
const TRAILING_DOUBLESTAR = '\uE001'

// The three characters above mean something to the chain that builds the
//   source rather than to the path, so one that came out of the pattern is
//   held aside like a bracket expression instead of going straight out. Being
//   held is what makes it safe: the restore runs after the step that anchors
//   the source, so the character comes back in the middle of the source and
//   not at its end, which is the one place `_make` and `checkSourceOf` look
//   for a marker. Without it a pattern's own character lands where a pending
//   marker sits, and `_make` turns it into a real trailing wildcard.
//
// It is held as a one-member class rather than bare, in both of the branches
//   a reserved character can reach, so that the property can be
//   read off this function alone -- a reserved character never goes out on
//   its own -- rather than depending on where in the chain the restore
//   happens to run. In the expression built here `[x]` matches exactly what
//   `x` matches, none of the three being special to a regular expression or
//   inside a class, so no test can tell the two apart: the class is insurance,
//   and the paragraph above is the reason it is not needed.
const isReserved = char =>
  char === PLACEHOLDER
  || char === TRAILING_WILDCARD
  || char === TRAILING_DOUBLESTAR

// Replace every bracket expression with a placeholder the replacers below
//   leave alone, and translate it separately.
const extractBrackets = pattern => {
  const sources = []
  const hold = source =>
    `${PLACEHOLDER}${sources.push(source) - 1}${PLACEHOLDER}`

  const {length} = pattern
  let out = EMPTY
  let index = 0

  while (index < length) {
    const char = pattern[index]

    if (char === ESCAPE) {
      // > Put a backslash ("\") in front of ... a character to make it literal.
      //                                            (gitignore(5) -> fnmatch(3))
      // A backslash quotes the next character, whatever it is, so `\d` is a
      //   literal `d`, not the regex digit class, and `\?` is a literal `?`,
      //   not a wildcard. Held aside as its literal here, the escape never
      //   reaches the replacers below, which would otherwise let `\d`, `\b`,
      //   `\1`, `\/` keep their regular-expression meaning, and would turn a
      //   `\?` into `[^\/]`.
      //
      // Three escapes are still left for the chain: `\*` (a literal star,
      //   told apart from a wildcard by `TRAILING_WILDCARD` and the wildcard
      //   replacers), `\[` (a literal bracket, the one `[` the bracket
      //   replacer still expects), and `\ ` (a quoted space, which one pass
      //   below rewrites in bulk -- holding each one aside instead costs more
      //   on a pattern built out of them).
      //
      // A quoted backslash is not among them. The chain doubles every
      //   backslash, then takes the doubling back out again, and a quoted one
      //   standing next to a character the chain also escapes left the two
      //   counts sharing a run, so one of the escapes was lost. Held here as
      //   the literal it means, it never joins that run.
      const escaped = pattern[index + 1]

      if (escaped === SLASH && index + 2 === length) {
        // Git removes a final directory slash before matching. An escape
        //   without a character after that removal makes the pattern invalid.
        out += hold(NEVER_MATCH)
      } else if (
        escaped === '*'
        || escaped === '['
        || escaped === SPACE
      ) {
        out += pattern.slice(index, index + 2)
      } else {
        out += hold(
          REGEX_LITERAL_SPECIAL.test(escaped)
            ? ESCAPE + escaped
            : isReserved(escaped)
              ? `[${escaped}]`
              : escaped
        )
      }

      index += 2
    } else if (isReserved(char)) {
      out += hold(`[${char}]`)
      index ++
    } else if (char === '[') {
      const scanned = scanBracket(pattern, index)

      if (scanned === null) {
        // git gives up on the whole pattern (`WM_ABORT_ALL`), so whatever
        //   follows can not make it match either.
        out += hold(NEVER_MATCH)
        index = length
      } else {
        out += hold(scanned.source)
        index = scanned.end + 1
      }
    } else {
      out += char
      index ++
    }
  }

  return {
    source: out,
    sources
  }
}

// A step of the chain below is normally a `[matcher, replacer]` pair handed
//   to `String.replace`. `DIRECT` marks the ones that are plain string work
//   instead, and take `(source, pattern)`.
//
// Anchoring the two ends is exactly that -- a test of one character and a
//   concatenation -- and putting it through the regular expression engine
//   cost a third of this chain for nothing: 167ns where 10ns does the same
//   job. The two are still steps in the same list, in the same places,
//   because their position in the order is part of what they mean.
const DIRECT = null

// A separator at the beginning or in the middle of a pattern, as opposed to
//   one at the very end.
const REGEX_INNER_SLASH = /\/(?!$)/
const WILDCARD = '[^\\/]*'

// > If the pattern ends with a slash,
// > it is removed for the purpose of the following description,
// > but it would only find a match with a directory.
// > In other words, foo/ will match a directory foo and paths underneath it,
// > but will not match a regular file or a symbolic link foo
// >  (this is consistent with the way how pathspec works in general in Git).
// '`foo/`' will not match regular file '`foo`' or symbolic link '`foo`'
// -> ignore-rules will not deal with it, because it costs extra `fs.stat` call
//      you could use option `mark: true` with `glob`

// '`foo/`' should not continue with the '`..`'
// The chain that turns one gitignore pattern into a regular expression
//   source, in order. A step is either
//
//   [matcher, replacer]            handed to `String.replace`
//   [matcher, replacer, required]  the same, but skipped outright unless
//                                    `required` appears in the string, which
//                                    the matcher cannot match without
//   [DIRECT, transform]            plain string work, taking (source, pattern)
//
// The `required` character is only ever a shortcut: finding it does not mean
//   the matcher will match, and not finding it means it cannot. It is there
//   because scanning for one character costs a fraction of running a matcher
//   that then finds nothing -- for the wildcard step, whose `[^\\]+`
//   backtracks its way through the whole string before giving up, 11ns
//   against 400ns.
const REPLACERS = [

  // Replace (\ ) with ' '
  // Only a space: an escaped tab or other whitespace is already a literal by
  //   the time it reaches here, and a bare tab must be left as one, not turned
  //   into a space.
  // (\ ) -> ' '
  // (\\ ) -> '\\ '
  // (\\\ ) -> '\\ '
  [
    // A run of backslashes is taken whole, from its first one, so no match
    //   ever starts again inside it -- `(\\+?) ` did, which made a long run
    //   quadratic.
    /(\\+)( ?)/g,
    (_, run, space) => space
      ? run.slice(0, run.length - run.length % 2) + SPACE
      : run,
    ESCAPE + SPACE
  ],

  // git's wildmatch() reads a run of two or more asterisks as one globstar
  //   whenever the run fills a path segment: it starts the pattern or follows
  //   a `/`, and it ends the pattern or comes before a `/`. A run of two is
  //   already `**`; a longer one is folded into `**` here, so the steps
  //   below only ever have to know `**`.
  // `***/foo` -> `**/foo`, `a/***/b` -> `a/**/b`, `a/***` -> `a/**`
  // git also takes a run beside a literal prefix (`a***/b`) or beside an
  //   escaped slash (`***\/b`) as a globstar, and this does not; the README
  //   lists both, under "A run of asterisks".
  [
    /(^|\/)\*{3,}(?=\/|$)/g,
    (_, start) => `${start}**`,
    '*'
  ],

  // Escape metacharacters
  // which is written down by users but means special for regular expressions.

  // > There are 12 characters with special meanings:
  // > - the backslash \,
  // > - the caret ^,
  // > - the dollar sign $,
  // > - the period or dot .,
  // > - the vertical bar or pipe symbol |,
  // > - the question mark ?,
  // > - the asterisk or star *,
  // > - the plus sign +,
  // > - the opening parenthesis (,
  // > - the closing parenthesis ),
  // > - and the opening square bracket [,
  // > - the opening curly brace {,
  // > These special characters are often called "metacharacters".
  [
    /[\\$.|*+(){^]/g,
    match => `\\${match}`
  ],

  [
    // > a question mark (?) matches a single character
    /(?!\\)\?/g,
    () => '[^/]',
    '?'
  ],

  // leading slash
  [

    // > A leading slash matches the beginning of the pathname.
    // > For example, "/*.c" matches "cat-file.c" but not "mozilla-sha1/sha1.c".
    // A leading slash matches the beginning of the pathname
    /^\//,
    () => '^',
    SLASH
  ],

  // replace special metacharacter slash after the leading slash
  [
    /\//g,
    () => '\\/',
    SLASH
  ],

  [
    // > A leading "**" followed by a slash means match in all directories.
    // > For example, "**/foo" matches file or directory "foo" anywhere,
    // > the same as pattern "foo".
    // > "**/foo/bar" matches file or directory "bar" anywhere that is directly
    // >   under directory "foo".
    // Notice that the '*'s have been replaced as '\\*'
    /^\^*(?:\\\*\\\*\\\/)+/,

    // '**/foo' <-> 'foo'
    () => '(?:^|\\/)',
    '*'
  ],

  // starting
  [
    // there will be no leading '/'
    //   (which has been replaced by section "leading slash")
    // If starts with '**', adding a '^' to the regular expression also works
    DIRECT,
    (source, pattern) => {
      // Nothing to anchor to, or already anchored (`^` or `(?:^|\/)`)
      if (!source || source[0] === '^' || source[0] === '(') {
        return source
      }

      // If has a slash `/` at the beginning or middle
      const anchor = !REGEX_INNER_SLASH.test(pattern)
        // > Prior to 2.22.1
        // > If the pattern does not contain a slash /,
        // >   Git treats it as a shell glob pattern
        // Actually, if there is only a trailing slash,
        //   git also treats it as a shell glob pattern

        // After 2.22.1 (compatible but clearer)
        // > If there is a separator at the beginning or middle (or both)
        // > of the pattern, then the pattern is relative to the directory
        // > level of the particular .gitignore file itself.
        // > Otherwise the pattern may also match at any level below
        // > the .gitignore level.
        ? '(?:^|\\/)'

        // > Otherwise, Git treats the pattern as a shell glob suitable for
        // >   consumption by fnmatch(3)
        : '^'

      return anchor + source
    }
  ],

  // two globstars
  [
    // Use lookahead assertions so that we could match more than one `'/**'`
    /\\\/\\\*\\\*(?=\\\/|$)/g,

    // Zero, one or several directories
    // should not use '*', or it will be replaced by the next replacer

    // Check if it is not the last `'/**'`
    (_, index, str) => index + 6 < str.length

      // case: /**/ at the end of the pattern, i.e. a trailing `'/**/'`
      // > A trailing `"/**/"` (a trailing `"/**"` restricted to directories)
      // >   matches everything inside, but it should not match the current
      // >   folder itself, so it requires at least one directory segment.
      // 'a/**/' matches 'a/b/', 'a/x/y/' but not 'a/'
      ? str.slice(index + 6) === '\\/'
        ? '(?:\\/[^\\/]+)+'

        // case: /**/
        // > A slash followed by two consecutive asterisks then a slash matches
        // >   zero or more directories.
        // > For example, "a/**/b" matches "a/b", "a/x/b", "a/x/y/b" and so on.
        // '/**/'
        : '(?:\\/[^\\/]+)*'

      // case: /**
      // > A trailing `"/**"` matches everything inside.

      // #21: everything inside but it should not include the current folder,
      //   resolved by `_make`
      : `\\/${TRAILING_DOUBLESTAR}`,
    '*'
  ],

  // normal intermediate wildcards
  [
    // Never replace escaped '*'
    // ignore rule '\*' will match the path '*'

    // 'abc.*/' -> go
    // 'abc.*'  -> skip this rule,
    //    coz trailing single wildcard will be handed by [trailing wildcard]
    /(^|[^\\])(?:\\\*)+(?!$)/g,

    // '*.js' matches '.js'
    // '*.js' doesn't match 'abc'
    // 1. An asterisk "*" matches anything except a slash.
    // 2. Other consecutive asterisks are considered regular asterisks
    //    and collapse into one non-slash wildcard run.
    (_, p1) => p1 + WILDCARD,
    '*'
  ],

  // trailing wildcard, held apart from a literal star
  [
    // The step above leaves a trailing `*` alone, so a single `\*` is all that
    //   can be left at the end here, and what stands in front of it says which
    //   kind it is. A wildcard arrives as the escaper wrote it, `\*` with
    //   nothing before it; a literal arrives as the user's own escape, which
    //   the escaper doubled, and then the star's own -- `\\` and then `\*`.
    //   There is no third case: every backslash still reaching the chain is
    //   one `\*`, `\[` or `\ ` carries itself, and each is followed by its
    //   own character, so a longer run can never form. This runs while the
    //   two are still distinct, before the unescape steps below collapse the
    //   literal onto the very `\*` a wildcard leaves behind.
    /(^|[^\\])((?:\\\\)*)\\\*$/,

    (match, p1, p2) =>
      p2 === EMPTY
        // A real wildcard: carry it to `_make` as the marker, so the unescape
        //   steps and the trailing-wildcard rewrite can never mistake it for a
        //   literal `\*` (nor the reverse).
        ? p1 + TRAILING_WILDCARD
        // A literal star: leave it exactly as it stands for the unescape steps.
        : match,
    '*'
  ],

  [
    // unescape, revert step 3 except for back slash
    // For example, if a user escape a '\\*',
    // after step 3, the result will be '\\\\\\*'
    /\\\\\\(?=[$.|*+(){^])/g,
    () => ESCAPE,
    ESCAPE + ESCAPE
  ],

  [
    // '\\\\' -> '\\'
    /\\\\/g,
    () => ESCAPE,
    ESCAPE + ESCAPE
  ],

  [
    // Every real bracket expression -- POSIX classes included -- has already
    //   been held aside by `extractBrackets`, so the only `[` left in the
    //   pattern is an escaped, literal one.

    // A backslash could only stand at the end of the range if it quoted the
    //   `]`, and `\]` is held aside long before this.
    /\\\[([^\]/]*?)($|\])/g,

    // '\\[bar]' -> '\\\\[bar]'
    (match, range, close) => `\\[${range}${close}`,
    '['
  ],

  // ending
  [
    // 'js' will not match 'js.'
    // 'ab' will not match 'abc'
    DIRECT,

    // WTF!
    // https://git-scm.com/docs/gitignore
    // changes in [2.22.1](https://git-scm.com/docs/gitignore/2.22.1)
    // which re-fixes #24, #38

    // > If there is a separator at the end of the pattern then the pattern
    // > will only match directories, otherwise the pattern can match both
    // > files and directories.

    // 'js*' will not match 'a.js'
    // 'js/' will not match 'a.js'
    // 'js' will match 'a.js' and 'a.js/'
    source => {
      const last = source[source.length - 1]

      // The pattern is empty, or ends in a pending marker `_make` owns --
      //   the trailing wildcard, or a trailing "/**". A trailing `*` that is
      //   not the marker is a literal star, which anchors like any other
      //   final character.
      if (!last || last === TRAILING_WILDCARD || last === TRAILING_DOUBLESTAR) {
        return source
      }

      return last === SLASH
        // foo/ will not match 'foo'
        ? `${source}$`
        // foo matches 'foo' and 'foo/'
        : `${source}(?=$|\\/$)`
    }
  ]
]

const REGEX_REPLACE_TRAILING_WILDCARD = /(^|\\\/)?\uE000$/
const MODE_IGNORE = 'regex'
const MODE_CHECK_IGNORE = 'checkRegex'
const UNDERSCORE = '_'

const replaceTrailingWildcard = (_, p1) => {
  const prefix = p1
    // '\^':
    // '/*' does not match EMPTY
    // '/*' does not match everything

    // '\\\/':
    // 'abc/*' does not match 'abc/'
    ? `${p1}[^/]+`

    // 'a*' matches 'a'
    // 'a*' matches 'aa'
    : '[^/]*'

  return `${prefix}(?=$|\\/$)`
}

const REGEX_REPLACE_TRAILING_DOUBLESTAR = /\uE001$/

// 'abc/**' matches everything under 'abc', but not 'abc/' itself (#21):
//   requiring one arbitrary character (line terminators included, #176)
//   after 'abc/' is necessary and sufficient for `.test(path)`.
const replaceTrailingDoublestar = () => '[\\s\\S]'

// The fixed piece between the wildcard at `at` and the next wildcard of the
//   run: the tokens that separate them, joined as they appear in the source.
//   A run never holds two wildcards in a row, so there is always at least one
//   token.
const separatorAfter = (run, at) => {
  let separator = EMPTY

  for (let index = at + 1; index < run.length && !run[index].wildcard; index ++) {
    separator += run[index].single
  }

  return separator
}

// Where a run of non-slash wildcards is split by fixed pieces --
//   `[^/]*ab[^/]*cd...` -- the engine has many equivalent ways to lay the
//   input across the wildcards, and on input that does not match it works
//   through all of them, so the time grows with the number of wildcards
//   rather than the length of the path. Every wildcard but the last in such a
//   run can be pinned to stop where the piece after it begins, which leaves
//   one way to lay out the input and no rewinding, without changing which
//   paths match: the fixed pieces still bound the count, and the last
//   wildcard still absorbs the rest.
//
// A wildcard is pinned to the whole piece, never to the piece's first
//   character. The pin leaves no way back, so a wildcard that stopped at that
//   first character would hand over wherever the character happens to turn
//   up, including the places the rest of the piece cannot follow -- which is
//   how `f*o/*/*` came to miss `foo/b/c`, the first `o` of `foo` not being
//   the one the `o/` after it needs. Every token of a piece matches exactly
//   one character, so the first place the whole piece fits is the leftmost
//   place it can sit, and whatever is left over goes to the wildcards that
//   follow.
//
// The source is read one token at a time -- a wildcard, a single-character
//   piece (a literal, an escape, a class), or a parenthesised group or anchor
//   that ends the run -- so only a genuine wildcard is touched.
const pinWildcards = source => {
  if (source.indexOf(WILDCARD) < 0) {
    return source
  }

  const tokens = []
  const {length} = source
  let index = 0

  while (index < length) {
    const char = source[index]

    if (source.startsWith(WILDCARD, index)) {
      tokens.push({wildcard: true})
      index += WILDCARD.length
    } else if (char === '[') {
      let end = index + 1

      if (source[end] === '^') {
        end ++
      }

      if (source[end] === ']') {
        end ++
      }

      while (end < length && source[end] !== ']') {
        end += source[end] === ESCAPE
          ? 2
          : 1
      }

      end ++
      tokens.push({single: source.slice(index, end)})
      index = end
    } else if (char === ESCAPE) {
      tokens.push({single: source.slice(index, index + 2)})
      index += 2
    } else if (char === '(') {
      let depth = 0
      let end = index

      do {
        if (source[end] === ESCAPE) {
          end ++
        } else if (source[end] === '(') {
          depth ++
        } else if (source[end] === ')') {
          depth --
        }

        end ++
      } while (end < length && depth > 0)

      if ('*+?'.indexOf(source[end]) >= 0) {
        end ++
      }

      tokens.push({boundary: source.slice(index, end)})
      index = end
    } else if (char === '^' || char === '$') {
      tokens.push({boundary: char})
      index ++
    } else {
      tokens.push({single: char})
      index ++
    }
  }

  let out = EMPTY
  let run = []

  const flush = () => {
    let lastWildcard

    run.forEach((token, at) => {
      if (token.wildcard) {
        lastWildcard = at
      }
    })

    run.forEach((token, at) => {
      if (!token.wildcard) {
        out += token.single
        return
      }

      // Every wildcard but the last is pinned to the whole piece that
      //   follows it, for the reason set out above this function. The last
      //   one stays as it is and takes up the rest.
      out += at === lastWildcard
        ? WILDCARD
        : `(?:(?!${separatorAfter(run, at)})[^\\/])*`
    })

    run = []
  }

  tokens.forEach(token => {
    if (token.boundary === undefined) {
      run.push(token)
      return
    }

    flush()
    out += token.boundary
  })

  flush()

  return out
}

// @param {pattern}
const makeRegexPrefix = pattern => {
  // `/**` matches every path, as `**` does. The translation below only finds
  //   a globstar beside a slash it keeps, and the leading one is turned into
  //   an anchor, so `/**` would come out as `/*` and match one level only.
  //   Here rather than in `createRule`, so that `checkSourceOf`, which
  //   compiles `/**/` again without its trailing slash, gets it too.
  if (REGEX_ANCHORED_GLOBSTAR.test(pattern)) {
    pattern = '**'
  }

  const {source, sources} = extractBrackets(pattern)

  const replaced = REPLACERS.reduce(
    // A pass whose matcher finds nothing hands back the very string it was
    //   given, so asking first costs a search and saves a rewrite. Ten of the
    //   fifteen passes never fire for a typical .gitignore line, and between
    //   them they were 45% of this chain.
    (prev, [matcher, replacer, required]) => {
      if (matcher === DIRECT) {
        return replacer(prev, pattern)
      }

      if (required !== UNDEFINED && prev.indexOf(required) < 0) {
        return prev
      }

      // A pass whose matcher finds nothing hands back the very string it was
      //   given, so asking first costs a search and saves a rewrite.
      return matcher.test(prev)
        ? prev.replace(matcher, replacer.bind(pattern))
        : prev
    },
    source
  )

  // Most patterns hold no bracket expression at all, and then there is
  //   nothing to put back.
  return sources.length
    ? replaced.replace(
      REGEX_RESTORE_PLACEHOLDER,
      (match, index) => sources[index]
    )
    : replaced
}

// `checkRegex` tests a path with a trailing slash, 'abc/', the way
//   `git check-ignore` matches that literal string once the directory itself
//   is known not to be excluded (see `checkIgnore`): a trailing '/' of the
//   pattern is dropped, a basename pattern sees an empty basename, and only a
//   pattern whose last segment is a pending wildcard can match what is left
//   after the final slash -- 'abc/*' and 'abc/**' match 'abc/', and 'abc/**'
//   also matches 'abc/d/' (#77, #169).
const checkSourceOf = (body, prefix) => {
  if (body[body.length - 1] === SLASH) {
    prefix = makeRegexPrefix(body.slice(0, - 1))
  }

  const head = prefix.slice(0, - 1)
  const last = prefix[prefix.length - 1]

  return last === TRAILING_WILDCARD
    ? `${head}$`
    : last === TRAILING_DOUBLESTAR
      ? head
      : NEVER_MATCH
}

// A trailing slash does not stop a pattern being basename-only: it restricts
//   the match to a directory, it does not let the pattern reach across one.
//   Everything else a pattern can hold -- a wildcard, a character class, an
//   escape -- stays inside a single path segment too, so a pattern with no
//   separator in it can only ever describe the last one.
const matchesBasename = body => {
  const index = body.indexOf(SLASH)

  return index < 0 || index === body.length - 1
}

// The last segment of a path, keeping a trailing slash, because a pattern that
//   ends in one matches only a directory.
// 'a/b/c.js' -> 'c.js';  'a/b/' -> 'b/';  'c.js' -> 'c.js' (no copy made)
const basenameOf = path => {
  const end = path.length - 1

  const index = path.lastIndexOf(
    SLASH,
    path[end] === SLASH
      ? end - 1
      : end
  )

  return index < 0
    ? path
    : path.slice(index + 1)
}

// The parent directory of a path, with its trailing separator, or EMPTY when
//   the path has none.
// 'a/b/c' -> 'a/b/';  'a/b/' -> 'a/';  'a' -> EMPTY;  'a/' -> EMPTY
//
// A path holding an empty segment has to be taken apart, because its
//   ancestors are not prefixes of it: the parent of 'a//b' is 'a/', not
//   'a//', and the parent of '/a/' is nothing at all. Both shapes reach here
//   -- 'a//b' is accepted outright, and `checkIgnore` does not put the path
//   it is given through the relative-path check.
//
// Every other path is a prefix of itself, and cutting one costs a fraction of
//   splitting it into an array and joining that back at every level: 73ns
//   against 207ns.
const parentOf = path => {
  if (
    path.charCodeAt(0) === SLASH_CODE
    || path.indexOf(DOUBLE_SLASH) >= 0
  ) {
    const slices = path.split(SLASH).filter(Boolean)

    slices.pop()

    return slices.length
      ? slices.join(SLASH) + SLASH
      : EMPTY
  }

  const end = path.length - 1

  // Look back from before a trailing separator, since that one belongs to the
  //   path itself.
  //
  // A negative place to start would be a trap here: `lastIndexOf` clamps one
  //   to 0 and searches there rather than reporting no match, so '/' would
  //   come back as its own parent and the walk would never end. It cannot
  //   happen -- that is the only path short enough to produce one, and the
  //   test above has already sent it the other way.
  const cut = path.lastIndexOf(
    SLASH,
    path.charCodeAt(end) === SLASH_CODE
      ? end - 1
      : end
  )

  return cut < 0
    ? EMPTY
    : path.slice(0, cut + 1)
}

const isString = subject => typeof subject === 'string'

// Blank lines, comments and trailing lone backslashes are told by
//   `createRule`, once the pattern is normalized.
const checkPattern = pattern => pattern
  && isString(pattern)

// Git drops one CR before each LF, and one at the end of a final line that
//   has no LF after it.
const splitPattern = pattern => (
  pattern[pattern.length - 1] === '\r'
    ? pattern.slice(0, - 1)
    : pattern
)
.split(REGEX_SPLITALL_CRLF)
.filter(Boolean)

class IgnoreRule {
  constructor (
    pattern,
    mark,
    body,
    ignoreCase,
    negative,
    prefix
  ) {
    this.pattern = pattern
    this.mark = mark
    this.negative = negative

    define(this, 'body', body)
    define(this, 'ignoreCase', ignoreCase)
    define(this, 'regexPrefix', prefix)
  }

  // Worked out on first use and kept behind an own property, the way `regex`
  //   caches itself in `_regex`. Deciding it in the constructor instead would
  //   add a fourth `defineProperty` to every rule ever built, which cost 4% of
  //   every compile -- including the compiles of rules that are never matched
  //   against anything.
  get _basenameOnly () {
    return define(this, '_basenameOnly', matchesBasename(this.body))
  }

  get regex () {
    const key = UNDERSCORE + MODE_IGNORE

    if (this[key]) {
      return this[key]
    }

    return this._make(MODE_IGNORE, key)
  }

  get checkRegex () {
    const key = UNDERSCORE + MODE_CHECK_IGNORE

    if (this[key]) {
      return this[key]
    }

    return this._make(MODE_CHECK_IGNORE, key)
  }

  _make (mode, key) {
    const str = pinWildcards(
      mode === MODE_IGNORE
        ? this.regexPrefix
        .replace(REGEX_REPLACE_TRAILING_WILDCARD, replaceTrailingWildcard)
        .replace(REGEX_REPLACE_TRAILING_DOUBLESTAR, replaceTrailingDoublestar)
        : checkSourceOf(this.body, this.regexPrefix)
    )

    const regex = this.ignoreCase
      ? new RegExp(str, 'i')
      : new RegExp(str)

    return define(this, key, regex)
  }
}

const hasTrailingBackslash = str => {
  let count = 0

  while (str[str.length - count - 1] === ESCAPE) {
    count ++
  }

  return count % 2 === 1
}

// Read a line the way git does: when `stripLineEnd` is set (an unsplit array
//   or object pattern), drop any trailing blank lines along with the LF
//   before each and at most one CR at the end of the line; then trim trailing
//   spaces in the same backward pass. Git trims spaces only, and a space
//   escaped by an odd run of backslashes stays, unescaped, as the last one.
// Scanned from the end: a regular expression can only try each start in
//   turn, which is quadratic over a long run of spaces or backslashes.
// 'a  ' -> 'a';  'a\ ' -> 'a ';  'a\\ ' -> 'a\\';  'a\t' -> 'a\t'
// 'a\r\n' -> 'a';  'a\r\r' -> 'a\r';  'a\n\r' -> 'a'
const trimEnd = (body, stripLineEnd) => {
  let lineEnd = body.length
  let end

  for (;;) {
    if (stripLineEnd && body[lineEnd - 1] === '\r') {
      lineEnd --
    }

    end = lineEnd

    while (body[end - 1] === SPACE) {
      end --
    }

    if (!stripLineEnd || body[end - 1] !== '\n') {
      break
    }

    lineEnd = end - 1
  }

  if (end === lineEnd) {
    return body.slice(0, lineEnd)
  }

  let backslashes = 0

  while (body[end - backslashes - 1] === ESCAPE) {
    backslashes ++
  }

  return backslashes % 2
    ? body.slice(0, end - 1) + SPACE
    : body.slice(0, end)
}

const createRule = (
  pattern,
  mark,
  ignoreCase,
  stripLineEnd,
  stripBOM
) => {
  // Git drops a BOM before it reads the first line, so before anything else.
  let body = stripBOM && pattern[0] === BOM
    ? pattern.slice(1)
    : pattern

  // > A line starting with # serves as a comment.
  if (body[0] === '#') {
    return
  }

  let negative = false

  // > An optional prefix "!" which negates the pattern;
  if (body[0] === '!') {
    negative = true
    body = body.slice(1)
  }

  // Normalize the body before checking which slashes anchor the pattern.
  //   Otherwise `bar/ ` is mistaken for a pattern containing an inner slash.
  //   A line from `splitPattern` has already lost its line ending, so only a
  //   trailing space remains to trim there.
  const last = body[body.length - 1]

  if (
    last === SPACE
    || stripLineEnd && (last === '\r' || last === '\n')
  ) {
    body = trimEnd(body, stripLineEnd)
  }

  // > A blank line matches no files, so it can serve as a separator for
  // >   readability.
  // Nor does a lone "!", a pattern ending on an unpaired backslash, or
  //   anything else left empty here: an empty pattern would compile to a
  //   regex matching every path.
  if (!body || hasTrailingBackslash(body)) {
    return
  }

  body = body
  // > Put a backslash ("\") in front of the first "!" for patterns that
  // >   begin with a literal "!", for example, `"\!important!.txt"`.
  .replace(REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION, '!')
  // > Put a backslash ("\") in front of the first hash for patterns that
  // >   begin with a hash.
  .replace(REGEX_REPLACE_LEADING_EXCAPED_HASH, '#')

  const regexPrefix = makeRegexPrefix(body)

  return new IgnoreRule(
    pattern,
    mark,
    body,
    ignoreCase,
    negative,
    regexPrefix
  )
}

class RuleManager {
  constructor (ignoreCase) {
    this._ignoreCase = ignoreCase
    this._rules = []

    // How many of the rules git would tag `EXC_FLAG_NODIR`.
    //
    // The scan uses it to decide, once for the whole set, whether handing
    //   those rules the basename is worth what it costs the others. The
    //   shortcut saves a full-path scan on every rule it applies to and costs
    //   a check on every rule it does not, so a set where almost nothing is
    //   basename-only comes out behind -- a 955 pattern set with 44 of them
    //   measured 19% slower with the shortcut always on.
    //
    // Deciding this by measurement rather than by meaning is safe: a
    //   basename-only pattern gives the very same answer against the whole
    //   path, it just takes longer to say so. The choice can only change how
    //   fast the scan runs, never what it returns.
    this._basenameCount = 0
  }

  _add (pattern, index) {
    // #32
    if (pattern && pattern[KEY_IGNORE]) {
      this._rules = this._rules.concat(pattern._rules._rules)
      this._basenameCount += pattern._rules._basenameCount
      this._added = true
      return
    }

    const isStr = isString(pattern)
    const raw = isStr
      ? pattern
      : pattern.pattern

    const rule = checkPattern(raw)
      && createRule(
        raw,
        isStr ? UNDEFINED : pattern.mark,
        this._ignoreCase,
        !this._split,
        this._stripBOM && !index
      )

    if (rule) {
      this._added = true
      this._rules.push(rule)

      // Deliberately not `rule._basenameOnly`: reading that would materialise
      //   the rule's own copy, and the whole point of leaving it lazy is that
      //   a rule which is compiled and never matched never pays for it.
      if (matchesBasename(rule.body)) {
        this._basenameCount ++
      }
    }
  }

  // @param {Array<string> | string | Ignore} pattern
  add (pattern) {
    this._added = false
    this._split = isString(pattern)
    this._stripBOM = !this._split || pattern[0] === BOM

    makeArray(
      this._split
        ? splitPattern(pattern)
        : pattern
    ).forEach(this._add, this)

    if (this._added) {
      this._literalRules = UNDEFINED
    }

    return this._added
  }

  // Match the literal 'abc/' for `checkIgnore`, last rule wins. Only a rule
  //   ending in a wildcard can match it (see `checkSourceOf`), so the rest
  //   are left out once, rather than tested or compiled for every path.
  testLiteral (path) {
    const rules = this._literalRules || (
      this._literalRules = this._rules.filter(
        ({body}) => body[body.length - (
          body[body.length - 1] === SLASH ? 2 : 1
        )] === '*'
      )
    )

    let ignored = false
    let unignored = false
    let matchedRule

    for (let index = rules.length - 1; index >= 0; index --) {
      const rule = rules[index]

      if (rule.checkRegex.test(path)) {
        ignored = !rule.negative
        unignored = rule.negative
        matchedRule = rule.negative
          ? UNDEFINED
          : rule
        break
      }
    }

    const ret = {
      ignored,
      unignored
    }

    if (matchedRule) {
      ret.rule = matchedRule
    }

    return ret
  }

  // Test one single path without recursively checking parent directories
  //
  // - mode `string` either `MODE_IGNORE` or `MODE_CHECK_IGNORE`

  // @returns {TestResult}
  test (path, mode) {
    // Most of a .gitignore is patterns with no slash in them, and running
    //   those against the whole path makes the regular expression engine walk
    //   every directory name on the way to the only segment that could match.
    //   Handing them the basename instead is what git does, and it is where
    //   the time in a directory walk goes: the rule scan was two thirds of it.
    const rules = this._rules
    const {length} = rules

    const shortcut = this._basenameCount * 2 >= length

    const basename = shortcut
      ? basenameOf(path)
      : path

    // The last rule to match decides, as in git, and it is the rule
    //   `git check-ignore -v` reports, so the scan runs from the end and stops
    //   at the first match.
    // A plain loop rather than `forEach`, so that `path`, `basename` and
    //   `shortcut` are locals. As a callback they became closure variables,
    //   and reaching for one of those once per rule cost 10% of a scan over a
    //   large rule set -- more than the shortcut they were there to serve.
    for (let index = length - 1; index >= 0; index --) {
      const rule = rules[index]

      if (rule[mode].test(
        shortcut && rule._basenameOnly
          ? basename
          : path
      )) {
        const {negative} = rule

        const ret = {
          ignored: !negative,
          unignored: negative
        }

        if (!negative) {
          ret.rule = rule
        }

        return ret
      }
    }

    return {
      ignored: false,
      unignored: false
    }
  }
}

const throwError = (message, Ctor) => {
  throw new Ctor(message)
}

const checkPath = (path, originalPath, doThrow) => {
  if (!isString(path)) {
    return doThrow(
      `path must be a string, but got \`${originalPath}\``,
      TypeError
    )
  }

  // We don't know if we should ignore EMPTY, so throw
  if (!path) {
    return doThrow(`path must not be empty`, TypeError)
  }

  // Check if it is a relative path
  if (checkPath.isNotRelative(path)) {
    const r = '`path.relative()`d'
    return doThrow(
      `path should be a ${r} string, but got "${originalPath}"`,
      RangeError
    )
  }

  return true
}

// > pathname should be a `path.relative()`d one
//
// The same thing `REGEX_TEST_INVALID_PATH` says, spelled out: a path is not
//   relative if it begins with a separator, or with `./` or `../`, or is
//   nothing but `.` or `..`. Every match is decided by the first three
//   characters, and this runs on every path handed to the library -- where it
//   was 55% of a cached lookup, more than the cache lookup itself.
const isNotRelative = path => {
  const first = path.charCodeAt(0)

  if (first === SLASH_CODE) {
    return true
  }

  if (first !== DOT_CODE) {
    return false
  }

  // '.'
  if (path.length === 1) {
    return true
  }

  const second = path.charCodeAt(1)

  // './'
  if (second === SLASH_CODE) {
    return true
  }

  if (second !== DOT_CODE) {
    return false
  }

  // '..' or '../'
  return path.length === 2 || path.charCodeAt(2) === SLASH_CODE
}

checkPath.isNotRelative = isNotRelative

// On windows, the following function will be replaced
/* istanbul ignore next */
checkPath.convert = p => p


const convertPath = target =>
  isString(target) && checkPath.convert(target)


class Ignore {
  constructor ({
    ignorecase = true,
    ignoreCase = ignorecase,
    allowRelativePaths = false
  } = {}) {
    define(this, KEY_IGNORE, true)

    this._rules = new RuleManager(ignoreCase)
    this._strictPathCheck = !allowRelativePaths
    this._initCache()
  }

  _initCache () {
    // A cache for the result of `.ignores()`
    this._ignoreCache = Object.create(null)

    // A cache for the result of `.test()`
    this._testCache = Object.create(null)
  }

  add (pattern) {
    if (this._rules.add(pattern)) {
      // Some rules have just added to the ignore,
      //   making the behavior changed,
      //   so we need to re-initialize the result cache
      this._initCache()
    }

    return this
  }

  // legacy
  addPattern (pattern) {
    return this.add(pattern)
  }

  // @returns {TestResult}
  _test (originalPath, cache, path) {
    checkPath(
      path,
      originalPath,
      this._strictPathCheck
        ? throwError
        : RETURN_FALSE
    )

    return path
      ? this._t(path, cache)
      : {
        ignored: false,
        unignored: false
      }
  }

  checkIgnore (target) {
    // A Windows path is converted first, so that a directory given with a
    //   trailing separator, `\` or `/`, is told the same way
    const path = convertPath(target)

    // If the path does not end with a slash, `.ignores()` is much equivalent
    //   to `git check-ignore`
    if (!path || path.charCodeAt(path.length - 1) !== SLASH_CODE) {
      return this._test(target, this._testCache, path)
    }

    // Like `git check-ignore`: a directory excluded by itself or by an
    //   ancestor settles it, and only then is the literal 'abc/' matched
    //   against the rules (see `checkSourceOf`).
    const dir = this._t(path, this._testCache)

    if (dir.ignored) {
      return dir
    }

    const literal = this._rules.testLiteral(path)

    return literal.ignored || literal.unignored
      ? literal
      : dir
  }

  _t (
    // The path to be tested
    path,

    // The cache for the result of a certain checking
    cache
  ) {
    if (path in cache) {
      return cache[path]
    }

    const parentPath = parentOf(path)

    // If the path contains a parent directory, check the parent first
    const parent = parentPath
      ? this._t(parentPath, cache)
      : UNDEFINED

    return cache[path] = parent && parent.ignored
      // > It is not possible to re-include a file if a parent directory of
      // >   that file is excluded.
      ? parent
      : this._rules.test(path, MODE_IGNORE)
  }

  ignores (path) {
    return this._test(path, this._ignoreCache, convertPath(path)).ignored
  }

  createFilter () {
    return path => !this.ignores(path)
  }

  filter (paths) {
    return makeArray(paths).filter(this.createFilter())
  }

  // @returns {TestResult}
  test (path) {
    return this._test(path, this._testCache, convertPath(path))
  }
}

const factory = options => new Ignore(options)

const isPathValid = path =>
  checkPath(convertPath(path), path, RETURN_FALSE)

/* istanbul ignore next */
const setupWindows = () => {
  /* eslint no-control-regex: "off" */
  const makePosix = str => /^\\\\\?\\/.test(str)
  || /["<>|\u0000-\u001F]+/u.test(str)
    ? str
    : str.replace(/\\/g, '/')

  checkPath.convert = makePosix

  // 'C:\\foo'     <- 'C:\\foo' has been converted to 'C:/'
  // 'd:\\foo'
  const REGEX_TEST_WINDOWS_PATH_ABSOLUTE = /^[a-z]:\//i
  checkPath.isNotRelative = path =>
    REGEX_TEST_WINDOWS_PATH_ABSOLUTE.test(path)
    || isNotRelative(path)
}


// Windows
// --------------------------------------------------------------
/* istanbul ignore next */
if (
  // Detect `process` so that it can run in browsers.
  typeof process !== 'undefined'
  && process.platform === 'win32'
) {
  setupWindows()
}

// COMMONJS_EXPORTS ////////////////////////////////////////////////////////////

module.exports = factory

// Although it is an anti-pattern,
//   it is still widely misused by a lot of libraries in github
// Ref: https://github.com/search?q=ignore.default%28%29&type=code
factory.default = factory

module.exports.isPathValid = isPathValid

// For testing purposes
define(module.exports, Symbol.for('setupWindows'), setupWindows)


/***/ }),

/***/ 6314:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BK: () => (/* binding */ helpText),
/* harmony export */   We: () => (/* binding */ parseArguments),
/* harmony export */   xY: () => (/* binding */ wrongUsage)
/* harmony export */ });
/* harmony import */ var _src_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3916);
/* harmony import */ var _src_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7909);
/* harmony import */ var _src_wrapped_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9770);



/**
 * Options as `--name value` and `--name=value`, and what stands by itself.
 *
 * @param positionals how many arguments may stand by themselves
 * @throws UserError for what is not known, with the near option
 */
function parseArguments(args, options, positionals = 0) {
    const given = new Map();
    const free = [];
    for (let at = 0; at < args.length; at += 1) {
        const written = args[at] ?? '';
        if (!written.startsWith('--')) {
            if (free.length === positionals)
                throw wrongUsage(`unexpected argument ${JSON.stringify(written)}`);
            free.push(written);
            continue;
        }
        const equals = written.indexOf('=');
        const name = equals < 0 ? written.slice(2) : written.slice(2, equals);
        const option = options.find(known => known.name === name);
        if (option === undefined)
            throw unknownOption(name, options);
        const before = given.get(name) ?? [];
        if (before.length > 0 && !option.repeatable)
            throw wrongUsage(`option --${name} is given twice`);
        if (option.value === undefined && equals >= 0 && !['true', 'false'].includes(written.slice(equals + 1))) {
            const value = JSON.stringify(written.slice(equals + 1));
            throw wrongUsage(`option --${name}: ${value} is no truth value: expected "true" or "false"`);
        }
        const own = equals >= 0 ? written.slice(equals + 1) : option.value === undefined ? 'true' : undefined;
        if (own === undefined)
            at += 1;
        given.set(name, [...before, own ?? valueBehind(option, args[at], options)]);
    }
    return { get: name => given.get(name)?.[0], all: name => given.get(name) ?? [], positionals: free };
}
/** A command line that cannot be understood; the exit code is 2. */
function wrongUsage(message, next = 'See --help') {
    return new _src_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(message, { next, usage: true });
}
/** The argument behind an option. That of another option is a forgotten value. */
function valueBehind(option, next, options) {
    if (next !== undefined && !options.some(({ name }) => next === `--${name}`))
        return next;
    const what = `option --${option.name} wants a value: --${option.name} ${option.value}`;
    throw next === undefined ? wrongUsage(what) : wrongUsage(what, `To give it "${next}", write --${option.name}=${next}`);
}
function unknownOption(name, options) {
    const meant = (0,_src_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(name, [...options.map(option => option.name), 'help']);
    return wrongUsage(`unknown option --${name}`, meant === undefined ? 'See --help' : `Did you mean --${meant}?`);
}
/** The help of a command: usage, options with their defaults if it has any, examples. */
function helpText(usage, summary, options, examples) {
    const rows = options.flatMap(option => {
        const head = `  --${option.name}${option.value === undefined ? '' : ` ${option.value}`}`;
        const standard = option.default ? ` (default: ${option.default})` : '';
        return [head, ...(0,_src_wrapped_js__WEBPACK_IMPORTED_MODULE_2__/* .wrapped */ .k)(`${option.description}${standard}`.replaceAll('`', ''), 92).map(line => `        ${line}`)];
    });
    return [
        ...(0,_src_wrapped_js__WEBPACK_IMPORTED_MODULE_2__/* .wrapped */ .k)(summary, 96),
        '',
        `Usage: ${usage}`,
        '',
        ...(rows.length === 0 ? [] : ['Options:', ...rows, '']),
        'Examples:',
        ...examples.map(example => `  ${example}`),
        '',
    ].join('\n');
}


/***/ }),

/***/ 751:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(481);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_readline__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8321);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _src_runner_finish_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8943);
/* harmony import */ var _src_runner_private_memory_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1985);
/* harmony import */ var _src_runner_terminal_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8669);
/* harmony import */ var _src_runner_young_memory_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6657);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(602);







// Trees are large, and nothing else that is done here makes as many objects.
if (process.argv[2] === 'verify')
    (0,_src_runner_young_memory_js__WEBPACK_IMPORTED_MODULE_5__/* .keepYoungMemorySmall */ .Q)();
// Whoever reads only the first lines, as `| head` does, wants no more: we end as a program that SIGPIPE ends.
process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE')
        throw error;
    process.exit(141);
});
const values = new Map();
const runner = (0,_src_runner_terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .terminalRunner */ .b)(name => values.get(name) ?? '');
process.exitCode = await (0,_src_runner_finish_js__WEBPACK_IMPORTED_MODULE_2__/* .finish */ .O)(runner, async () => {
    if (['seal', 'build-push'].includes(process.argv[2] ?? ''))
        (0,_src_runner_private_memory_js__WEBPACK_IMPORTED_MODULE_3__/* .keepMemoryPrivate */ .G)(runner.log);
    return (0,_run_js__WEBPACK_IMPORTED_MODULE_6__/* .run */ .e)(process.argv.slice(2), {
        runner,
        values,
        screen: (0,_src_runner_terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .screenOf */ .S)(process.stdout, process.env),
        print: output => process.stdout.write(output),
        readInput: () => (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.text)(process.stdin),
        ask: process.stdin.isTTY && process.stderr.isTTY ? ask : undefined,
        program: process.argv[1] ?? '',
    });
});
/** The answer is one line, '' at the end of the input. Not `question`, which never settles there. */
async function ask(question) {
    process.stderr.write(question);
    const lines = (0,node_readline__WEBPACK_IMPORTED_MODULE_0__.createInterface)({ input: process.stdin, signal: runner.signal });
    try {
        for await (const line of lines)
            return line;
        runner.signal.throwIfAborted();
        return '';
    }
    finally {
        // A terminal that is still read keeps the program from ending.
        lines.close();
        process.stdin.pause();
    }
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 602:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ run)
/* harmony export */ });
/* unused harmony export allCommands */
/* harmony import */ var _src_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7909);
/* harmony import */ var _src_version_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(311);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6314);



const COMMANDS = [
    {
        name: 'bootstrap',
        summary: 'Install Flux in a cluster, have it follow a tree, and wait until all is ready',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(243), __nccwpck_require__.e(609), __nccwpck_require__.e(647), __nccwpck_require__.e(413), __nccwpck_require__.e(61), __nccwpck_require__.e(787)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5787))).bootstrapCommand,
    },
    {
        name: 'build-push',
        summary: 'Build images and push all of them under one sortable tag',
        load: async () => (await __nccwpck_require__.e(/* import() */ 588).then(__nccwpck_require__.bind(__nccwpck_require__, 1588))).buildPushCommand,
    },
    {
        name: 'completion',
        summary: 'Print the completion of commands and options for a shell',
        load: async () => (await __nccwpck_require__.e(/* import() */ 73).then(__nccwpck_require__.bind(__nccwpck_require__, 6073))).completionCommand(allCommands),
    },
    {
        name: 'doctor',
        summary: 'Check a running delivery link by link, and say which one is broken',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(856), __nccwpck_require__.e(243), __nccwpck_require__.e(609), __nccwpck_require__.e(687), __nccwpck_require__.e(57), __nccwpck_require__.e(647), __nccwpck_require__.e(435), __nccwpck_require__.e(413), __nccwpck_require__.e(965), __nccwpck_require__.e(61), __nccwpck_require__.e(810)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7810))).doctorCommand,
    },
    {
        name: 'explain',
        summary: 'Show what a rule of the gate demands, and why',
        load: async () => (await __nccwpck_require__.e(/* import() */ 312).then(__nccwpck_require__.bind(__nccwpck_require__, 312))).explainCommand,
    },
    {
        name: 'init',
        summary: 'Set up a repository: the tree, its values, or the gate alone',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(725), __nccwpck_require__.e(609), __nccwpck_require__.e(687), __nccwpck_require__.e(57), __nccwpck_require__.e(878)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6878))).initCommand,
    },
    {
        name: 'policy',
        summary: 'Show which tag Flux elects, and why',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(856), __nccwpck_require__.e(609), __nccwpck_require__.e(435), __nccwpck_require__.e(122), __nccwpck_require__.e(973)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6787))).policyCommand,
    },
    {
        name: 'rehearse',
        summary: 'Play the next delivery through before it happens',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(856), __nccwpck_require__.e(243), __nccwpck_require__.e(725), __nccwpck_require__.e(609), __nccwpck_require__.e(687), __nccwpck_require__.e(57), __nccwpck_require__.e(647), __nccwpck_require__.e(435), __nccwpck_require__.e(714), __nccwpck_require__.e(122), __nccwpck_require__.e(164)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6164))).rehearseCommand,
    },
    {
        name: 'seal',
        summary: 'Seal values as SealedSecrets, check those of a folder, fetch the certificate',
        load: async () => (await __nccwpck_require__.e(/* import() */ 774).then(__nccwpck_require__.bind(__nccwpck_require__, 8774))).sealCommand,
    },
    {
        name: 'setters',
        summary: 'Show what Flux would write into a tree for elected images',
        load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(725), __nccwpck_require__.e(687), __nccwpck_require__.e(57), __nccwpck_require__.e(635)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6635))).settersCommand,
    },
    {
        name: 'tag',
        summary: 'Print the tag of a build and nothing else',
        load: async () => (await __nccwpck_require__.e(/* import() */ 875).then(__nccwpck_require__.bind(__nccwpck_require__, 3875))).tagCommand,
    },
    {
        name: 'verify',
        summary: 'Check what Flux will make of a tree, and gate the merge',
        load: async () => (await __nccwpck_require__.e(/* import() */ 408).then(__nccwpck_require__.bind(__nccwpck_require__, 5408))).verifyCommand,
    },
];
/**
 * Runs a command line.
 *
 * @param args without node and the program
 */
// biome-ignore lint/suspicious/noConfusingVoidType: see Command
async function run(args, terminal) {
    const [name, ...rest] = args;
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
        terminal.print(overview());
        return 0;
    }
    if (name === '--version' || name === '-V') {
        terminal.print(`${_src_version_js__WEBPACK_IMPORTED_MODULE_1__/* .version */ .r}\n`);
        return 0;
    }
    const { load } = named(name, COMMANDS, '');
    const command = await load();
    const { subcommands = [] } = command;
    const [word = ''] = rest;
    const isSub = subcommands.length > 0 && word !== '' && !word.startsWith('-');
    const [chosen, own] = isSub ? [named(word, subcommands, `${name} `), rest.slice(1)] : [command, rest];
    if (own.includes('--help') || own.includes('-h')) {
        terminal.print(chosen.help());
        return 0;
    }
    return chosen.run(own, terminal);
}
/**
 * @param before what stands before the name
 * @throws UserError where it is not known, with the near one
 */
function named(name, all, before) {
    const found = all.find(known => known.name === name);
    if (found !== undefined)
        return found;
    const meant = (0,_src_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(name, all.map(known => known.name));
    const hint = meant === undefined ? `See fluxgate ${before}--help` : `Did you mean "${before}${meant}"?`;
    throw (0,_command_js__WEBPACK_IMPORTED_MODULE_0__/* .wrongUsage */ .xY)(`unknown command "${before}${name}"`, hint);
}
/** What shells complete: it reads every command, which nothing else does. */
async function allCommands() {
    const all = [];
    for (const { name, summary, load } of COMMANDS)
        all.push({ name, summary, ...(await load()) });
    return all;
}
function overview() {
    const width = Math.max(...COMMANDS.map(command => command.name.length));
    const rows = COMMANDS.map(command => `  ${command.name.padEnd(width)}  ${command.summary}`);
    return [
        'fluxgate: makes GitOps delivery with Flux safe',
        '',
        'Usage: fluxgate COMMAND [OPTIONS]',
        '',
        ...rows,
        '',
        'fluxgate COMMAND --help shows the options of a command, with examples; fluxgate --version the version.',
        '',
    ].join('\n');
}


/***/ }),

/***/ 3916:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Kx: () => (/* binding */ throwAll),
/* harmony export */   __: () => (/* binding */ userErrorsOf),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   r: () => (/* binding */ bugReport),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/* unused harmony export UserErrors */
/**
 * A mistake of the user's: an input, a file, the registry's refusal. It is shown without a stack.
 * The message says which input or file and line, what was found and what is accepted; `next` is the next step.
 */
class UserError extends Error {
    name = 'UserError';
    /** What to do about it, as one sentence; shown after the message. */
    next;
    /** Whether the command line itself was wrong, and nothing was tried. */
    usage;
    constructor(message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.next = options.next;
        this.usage = options.usage ?? false;
    }
}
/** Several mistakes found in one go, so that nobody has to fix them one run at a time. Never empty. */
class UserErrors extends Error {
    name = 'UserErrors';
    errors;
    constructor(errors) {
        super(errors.map(sentence).join('\n'));
        this.errors = errors;
    }
}
/** Throws what was collected: nothing, the one mistake, or all of them together. */
function throwAll(errors) {
    const [only] = errors;
    if (only === undefined)
        return;
    throw errors.length === 1 ? only : new UserErrors(errors);
}
/** The user's mistakes in any thrown value, or none when it is a bug of ours. */
function userErrorsOf(thrown) {
    if (thrown instanceof UserError)
        return [thrown];
    if (thrown instanceof UserErrors)
        return thrown.errors;
    return [];
}
/** Message and next step as one line of text. */
function sentence(error) {
    return error.next === undefined ? error.message : `${error.message}. ${error.next}`;
}
/** What any thrown value says, in one line. */
function messageOf(thrown) {
    if (thrown instanceof UserError)
        return sentence(thrown);
    return thrown instanceof Error ? thrown.message : String(thrown);
}
/** An unexpected error with all its causes and stacks: a bug report, not an explanation. */
function bugReport(thrown) {
    const parts = [];
    for (let cause = thrown, depth = 0; cause !== undefined && depth < 8; depth += 1) {
        const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
        parts.push(depth === 0 ? text : `caused by: ${text}`);
        cause = cause instanceof Error ? cause.cause : undefined;
    }
    return parts.join('\n');
}


/***/ }),

/***/ 8301:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DW: () => (/* binding */ listMember),
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   Fh: () => (/* binding */ isJson),
/* harmony export */   Ft: () => (/* binding */ isSame),
/* harmony export */   SA: () => (/* binding */ textMember),
/* harmony export */   eJ: () => (/* binding */ numberMember),
/* harmony export */   fK: () => (/* binding */ valueAt),
/* harmony export */   pi: () => (/* binding */ isMapping),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/** Reading of JSON whose shape is not known: outside data is narrowed here, never cast. */
/** The parsed text, or undefined when it is no JSON. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** A member of an object, found as its own property; undefined when there is none or the value is no object. */
function member(value, name) {
    if (!isMapping(value))
        return undefined;
    return Object.getOwnPropertyDescriptor(value, name)?.value;
}
/** What lies at the end of a path of names and indices; undefined when there is nothing. */
function valueAt(value, keys) {
    let part = value;
    for (const key of keys)
        part = Array.isArray(part) ? (typeof key === 'number' ? part[key] : undefined) : member(part, String(key));
    return part;
}
/** Whether a value is an object with members, no list. */
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** A member that is a non-empty text. */
function textMember(value, name) {
    const found = member(value, name);
    return typeof found === 'string' && found !== '' ? found : undefined;
}
function numberMember(value, name) {
    const found = member(value, name);
    return typeof found === 'number' ? found : undefined;
}
/** A member that is a list; empty when it is none. */
function listMember(value, name) {
    const found = member(value, name);
    return Array.isArray(found) ? found : [];
}
/** Whether two values say the same, in whatever order objects have their members. */
function isSame(left, right) {
    if (Array.isArray(left) && Array.isArray(right))
        return left.length === right.length && left.every((item, index) => isSame(item, right[index]));
    if (isMapping(left) && isMapping(right)) {
        const keys = Object.keys(left);
        return (keys.length === Object.keys(right).length &&
            keys.every(key => Object.hasOwn(right, key) && isSame(left[key], right[key])));
    }
    return Object.is(left, right);
}
/** Whether JSON can hold a value, and gives back the same. */
function isJson(value) {
    switch (typeof value) {
        case 'string':
        case 'boolean':
            return true;
        case 'number':
            return Number.isFinite(value) && !Object.is(value, -0);
        case 'object':
            if (value === null)
                return true;
            if (Array.isArray(value))
                return value.every(isJson);
            return Object.prototype.toString.call(value) === '[object Object]' && Object.values(value).every(isJson);
        default:
            return false;
    }
}


/***/ }),

/***/ 7909:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** The known word that somebody most probably meant, or undefined when none is near. */
function nearest(written, known) {
    const wanted = plain(written);
    let best;
    for (const word of known) {
        const distance = editDistance(wanted, plain(word));
        if (best === undefined || distance < best.distance)
            best = { word, distance };
    }
    return best !== undefined && best.distance <= Math.max(1, Math.floor(wanted.length / 3)) ? best.word : undefined;
}
function plain(word) {
    return word.toLowerCase().replace(/[-_ ]/g, '');
}
/** How many letters must be put in, taken out or changed. */
function editDistance(left, right) {
    const letters = [...right];
    let row = Array.from({ length: letters.length + 1 }, (_, index) => index);
    for (const [at, letter] of [...left].entries()) {
        const next = [at + 1];
        for (const [index, other] of letters.entries()) {
            const replaced = (row[index] ?? 0) + (letter === other ? 0 : 1);
            next.push(Math.min(replaced, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
        }
        row = next;
    }
    return row[letters.length] ?? 0;
}


/***/ }),

/***/ 5260:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   oy: () => (/* binding */ printableLine),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);

/**
 * Somebody else's text without what commands a terminal: escape sequences, control characters, and the marks that
 * turn the direction of writing, which make a text look like another. Line ends and tabs stay.
 */
function printable(text) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text).replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}
/** The same on one line, whatever counts as the end of one. */
function printableLine(text) {
    return printable(text.replace(/[\s\u0085]+/g, ' ')).trim();
}
/** At most so many UTF-16 code units, with a sign where something is left out. */
function shortened(text, most) {
    return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}


/***/ }),

/***/ 2323:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ cancellation),
/* harmony export */   c: () => (/* binding */ Cancelled)
/* harmony export */ });
/** Why a run ended before its end. */
class Cancelled extends Error {
    name = 'Cancelled';
}
/** A signal that is aborted when the runner cancels the job (SIGINT, then SIGTERM) or the user presses Ctrl+C. */
function cancellation() {
    const controller = new AbortController();
    for (const name of ['SIGINT', 'SIGTERM']) {
        process.on(name, () => controller.abort(new Cancelled(`cancelled by ${name}`)));
    }
    return controller.signal;
}


/***/ }),

/***/ 8943:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ finish)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3916);
/* harmony import */ var _cancellation_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2323);


/**
 * Runs a main function to its end and gives the exit code: its own or 0, 1 after a failure, 2 after a wrong command line in a terminal,
 * 3 after a bug of ours, 130 when it was cancelled. The user's mistakes are shown as such, anything else as a bug with its causes.
 */
// biome-ignore lint/suspicious/noConfusingVoidType: an action's main function has no exit code of its own
async function finish(runner, main) {
    try {
        return (await main()) ?? 0;
    }
    catch (error) {
        if (error instanceof _cancellation_js__WEBPACK_IMPORTED_MODULE_1__/* .Cancelled */ .c || runner.signal.aborted) {
            const reason = runner.signal.reason;
            runner.log.error(`Stopped: ${reason instanceof Error ? reason.message : 'cancelled'}`);
            return 130;
        }
        const mistakes = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .userErrorsOf */ .__)(error);
        for (const mistake of mistakes)
            runner.log.error((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(mistake));
        // To GitHub's runner a failure is a failure; it has no command line.
        const isUsage = runner.kind === 'terminal' && mistakes.some(mistake => mistake.usage);
        if (mistakes.length > 0)
            return isUsage ? 2 : 1;
        runner.log.error('This is a bug in fluxgate, not a mistake of yours: please report it with the lines below');
        runner.log.info((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .bugReport */ .r)(error));
        return 3;
    }
}


/***/ }),

/***/ 1985:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ keepMemoryPrivate)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3916);


/** What of a process Linux writes into a core; what the process starts takes it over. Unlike a limit it can be set from here, and holds for handlers that cores are piped to. */
const CORE_FILTER = '/proc/self/coredump_filter';
/** Options of Node.js that write all of its memory to a file, and cannot be taken back once it runs. */
const HEAP_OPTION = /--heapsnapshot[-_](?:near[-_]heap[-_]limit|signal)\b/;
/**
 * From now on a crash writes no memory of this process, nor of those that it starts, to a disk: cores hold none on Linux, and
 * Node's diagnostic reports, which show the environment, are off. To be called before secrets are read.
 *
 * @throws UserError when Node.js was told to write its heap to a file
 */
function keepMemoryPrivate(log) {
    const told = HEAP_OPTION.exec([...process.execArgv, process.env.NODE_OPTIONS ?? ''].join(' '))?.[0];
    if (told !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Node.js runs with ${told}, which writes every secret of the run to a file`, {
            next: 'Take it out of NODE_OPTIONS, or off the command line',
        });
    }
    process.report.reportOnFatalError = false;
    process.report.reportOnSignal = false;
    process.report.reportOnUncaughtException = false;
    if (process.platform === 'linux')
        emptyCores(log);
}
function emptyCores(log) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(CORE_FILTER, '0');
    }
    catch (error) {
        // Without the file there is a kernel that writes no cores.
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return;
        log.warning(`A crash may leave a core with the secrets of this run: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}. Run \`ulimit -c 0\` before it`);
    }
}


/***/ }),

/***/ 8669:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  S: () => (/* binding */ screenOf),
  b: () => (/* binding */ terminalRunner)
});

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
// EXTERNAL MODULE: ./src/printable.ts
var printable = __nccwpck_require__(5260);
// EXTERNAL MODULE: ./src/runner/cancellation.ts
var cancellation = __nccwpck_require__(2323);
;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./src/runner/clock.ts

const systemClock = {
    now: () => Date.now(),
    sleep: async (milliseconds, signal) => {
        try {
            await (0,promises_namespaceObject.setTimeout)(milliseconds, undefined, signal === undefined ? {} : { signal });
        }
        catch (error) {
            // The timer's own error says only that it was aborted, not why.
            signal?.throwIfAborted();
            throw error;
        }
    },
};

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __nccwpck_require__(481);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __nccwpck_require__(3916);
;// CONCATENATED MODULE: ./src/runner/exec.ts




/** How long a program has to end by itself after SIGTERM, in milliseconds. */
const GRACE = 10_000;
/** Runs programs; `environment` is what a request without one gives its child. */
function processExec(environment, grace = GRACE) {
    return request => new Promise((resolve, reject) => {
        if (request.signal?.aborted) {
            reject(request.signal.reason);
            return;
        }
        const child = (0,external_node_child_process_namespaceObject.spawn)(request.command, [...request.args], {
            env: { ...(request.env ?? environment) },
            stdio: ['pipe', 'pipe', 'pipe'],
            // A group of its own: a Ctrl+C in a terminal reaches us alone, and we end the child in order.
            detached: true,
            ...(request.cwd === undefined ? {} : { cwd: request.cwd }),
        });
        const output = { stdout: collect(child.stdout), stderr: collect(child.stderr) };
        if (request.onLine !== undefined) {
            for (const stream of ['stdout', 'stderr']) {
                const { onLine } = request;
                (0,external_node_readline_.createInterface)({ input: child[stream], crlfDelay: Number.POSITIVE_INFINITY }).on('line', line => onLine(line, stream));
            }
        }
        let kill;
        const end = () => {
            signalGroup(child.pid, 'SIGTERM');
            kill = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), grace);
        };
        request.signal?.addEventListener('abort', end, { once: true });
        child.on('error', error => {
            request.signal?.removeEventListener('abort', end);
            reject(startError(request, error));
        });
        child.on('close', code => {
            clearTimeout(kill);
            request.signal?.removeEventListener('abort', end);
            if (request.signal?.aborted)
                reject(request.signal.reason);
            else
                resolve({ code, stdout: output.stdout(), stderr: output.stderr() });
        });
        // A child that does not read its input closes the pipe; its exit code tells more than EPIPE.
        child.stdin.on('error', () => undefined);
        Promise.resolve(request.stdin ?? '').then(text => child.stdin.end(text), 
        // It has not begun, so it has nothing to finish; docker's command line would not hear of it for a while.
        () => signalGroup(child.pid, 'SIGKILL'));
    });
}
/** Signals a child with all that it started: what is left of it would keep our end of its output open. */
function signalGroup(leader, signal) {
    if (leader === undefined)
        return;
    try {
        process.kill(-leader, signal);
    }
    catch {
        // They have ended, or belong to somebody else: then there is nothing to do but to wait.
    }
}
function collect(stream) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    return () => Buffer.concat(chunks).toString('utf8');
}
function startError({ command, cwd }, error) {
    if (!('code' in error) || error.code !== 'ENOENT')
        return error;
    // The system says the same of a folder that is not there.
    if (cwd !== undefined && !(0,external_node_fs_.existsSync)(cwd)) {
        return new errors/* UserError */.yo(`the folder ${cwd}, in which ${command} was to run, does not exist`, { cause: error });
    }
    return new errors/* UserError */.yo(`the program "${command}" was not found`, {
        next: `Install ${command} on this machine, or put it on PATH`,
        cause: error,
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: external "node:fs/promises"
const external_node_fs_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __nccwpck_require__(370);
// EXTERNAL MODULE: ./src/json.ts
var json = __nccwpck_require__(8301);
// EXTERNAL MODULE: ./node_modules/ignore/index.js
var ignore = __nccwpck_require__(298);
var ignore_default = /*#__PURE__*/__nccwpck_require__.n(ignore);
;// CONCATENATED MODULE: ./src/runner/folder.ts





// Thousands of small files: one after the other without a promise each is several times faster here.
/** See Files.walk. */
function walkFolder(root) {
    const found = [];
    visit('', []);
    return found.sort();
    function visit(folder, above) {
        const entries = entriesOf((0,external_node_path_.join)(root, folder));
        const filters = withFilter((0,external_node_path_.join)(root, folder), folder, entries, above);
        for (const entry of entries) {
            const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
            if (entry.name === '.git' || isIgnored(path, entry.isDirectory(), filters))
                continue;
            if (entry.isDirectory())
                visit(path, filters);
            else if (entry.isFile() || entry.isSymbolicLink())
                found.push(path);
        }
    }
}
/** A folder that may not be read has nothing to say. */
function entriesOf(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    }
    catch {
        return [];
    }
}
function withFilter(path, folder, entries, above) {
    if (!entries.some(entry => entry.name === '.gitignore' && entry.isFile()))
        return above;
    return [...above, { folder, patterns: ignore_default()().add((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(path, '.gitignore'), 'utf8')) }];
}
/** Of several files the innermost decides that says anything, as for git. */
function isIgnored(path, isFolder, filters) {
    for (const { folder, patterns } of [...filters].reverse()) {
        const own = folder === '' ? path : path.slice(folder.length + 1);
        const { ignored, unignored } = patterns.test(isFolder ? `${own}/` : own);
        if (ignored || unignored)
            return ignored;
    }
    return false;
}
/** See Files.readAll. */
function readAllWithin(folder, paths, most) {
    const root = (0,external_node_fs_.realpathSync)(folder);
    const folders = new Map();
    return paths.map(path => readWithin(root, path, most, folders));
}
/**
 * @param root a real path
 * @param folders the real paths of folders that are known already
 */
function readWithin(root, path, most, folders) {
    try {
        const named = (0,external_node_path_.join)(root, path);
        const folder = folders.get((0,external_node_path_.dirname)(named)) ?? (0,external_node_fs_.realpathSync)((0,external_node_path_.dirname)(named));
        folders.set((0,external_node_path_.dirname)(named), folder);
        let place = (0,external_node_path_.join)(folder, (0,external_node_path_.basename)(named));
        let stat = (0,external_node_fs_.lstatSync)(place);
        if (stat.isSymbolicLink()) {
            place = (0,external_node_fs_.realpathSync)(place);
            stat = (0,external_node_fs_.statSync)(place);
        }
        // Opening a pipe would wait for whoever writes into it.
        if (escapes(root, place) || !stat.isFile())
            return undefined;
        const file = openFile(place, path);
        try {
            if (stat.size <= most)
                return (0,external_node_fs_.readFileSync)(file, 'utf8');
            const start = Buffer.alloc(most + 1);
            return start.toString('utf8', 0, (0,external_node_fs_.readSync)(file, start, 0, most + 1, 0));
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            throw error;
        return undefined;
    }
}
/** @throws UserError for what is there and may not be read: left out, it would go unchecked */
function openFile(place, path) {
    try {
        return (0,external_node_fs_.openSync)(place, 'r');
    }
    catch (error) {
        const code = (0,json/* textMember */.SA)(error, 'code') ?? '';
        if (!['EACCES', 'EPERM'].includes(code))
            throw error;
        throw new errors/* UserError */.yo(`${path} cannot be read (${code})`, {
            next: 'Let the user that runs this read it',
            cause: error,
        });
    }
}
/** Whether a path leads out of a folder; both are real. */
function escapes(root, place) {
    const path = (0,external_node_path_.relative)(root, place);
    return path === '..' || path.startsWith(`..${external_node_path_.sep}`);
}

;// CONCATENATED MODULE: ./src/runner/files.ts








/** The disk. Temporary folders are made below `temporaryRoot`. */
function diskFiles(temporaryRoot) {
    return {
        readText: path => unlessMissing((0,external_node_fs_promises_namespaceObject.readFile)(path, 'utf8'), 'EISDIR'),
        async writeText(path, text, mode = 0o644) {
            await (0,external_node_fs_promises_namespaceObject.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
            await (0,external_node_fs_promises_namespaceObject.writeFile)(path, text, { mode });
            // The mode above counts only for a new file, and less the umask.
            await (0,external_node_fs_promises_namespaceObject.chmod)(path, mode);
        },
        readBytes: path => unlessMissing((0,external_node_fs_promises_namespaceObject.readFile)(path), 'EISDIR'),
        async writeBytes(path, content) {
            await (0,external_node_fs_promises_namespaceObject.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
            await (0,external_node_fs_promises_namespaceObject.writeFile)(path, content);
        },
        // One after the other without waiting: for files of this size a turn of the loop takes longer than the write.
        async writeAll(folder, contents) {
            const made = new Set();
            for (const [path, content] of contents) {
                const target = (0,external_node_path_.join)(folder, path);
                const parent = (0,external_node_path_.dirname)(target);
                if (!made.has(parent))
                    (0,external_node_fs_.mkdirSync)(parent, { recursive: true });
                made.add(parent);
                (0,external_node_fs_.writeFileSync)(target, content);
            }
        },
        async allFiles(folder) {
            const found = [];
            await walkInto(folder, '', found);
            return found;
        },
        async copy(from, to, paths) {
            const limit = (0,p_limit/* default */.A)(16);
            const root = await (0,external_node_fs_promises_namespaceObject.realpath)(from);
            await Promise.all(paths.map(path => limit(() => copyOne(root, to, path))));
        },
        realPath: path => followLinks((0,external_node_path_.resolve)(path), 0),
        replace,
        async kind(path) {
            const found = await unlessMissing((0,external_node_fs_promises_namespaceObject.stat)(path));
            if (found?.isFile())
                return 'file';
            return found?.isDirectory() ? 'folder' : undefined;
        },
        async temporaryFolder(name) {
            await (0,external_node_fs_promises_namespaceObject.mkdir)(temporaryRoot, { recursive: true });
            return (0,external_node_fs_promises_namespaceObject.mkdtemp)((0,external_node_path_.join)(temporaryRoot, `${name}-`));
        },
        walk: async (folder) => walkFolder(folder),
        readAll: async (folder, paths, most) => readAllWithin(folder, paths, most),
        async link(target, path) {
            await (0,external_node_fs_promises_namespaceObject.symlink)(target, path);
        },
        async remove(path) {
            await (0,external_node_fs_promises_namespaceObject.rm)(path, { recursive: true, force: true });
        },
    };
}
/** Collects the files below `folder/below`. Pipes, sockets and links that lead to no file are passed by. */
async function walkInto(folder, below, found) {
    for (const entry of await (0,external_node_fs_promises_namespaceObject.readdir)((0,external_node_path_.join)(folder, below), { withFileTypes: true })) {
        const path = below === '' ? entry.name : `${below}/${entry.name}`;
        if (entry.isDirectory())
            await walkInto(folder, path, found);
        else if (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile((0,external_node_path_.join)(folder, path)))))
            found.push(path);
    }
}
async function leadsToFile(link) {
    return (await unlessMissing((0,external_node_fs_promises_namespaceObject.stat)(link), 'ELOOP'))?.isFile() === true;
}
async function copyOne(root, copy, path) {
    const from = (0,external_node_path_.join)(root, path);
    const to = (0,external_node_path_.join)(copy, path);
    const found = await unlessMissing((0,external_node_fs_promises_namespaceObject.lstat)(from));
    if (found?.isFile()) {
        await (0,external_node_fs_promises_namespaceObject.mkdir)((0,external_node_path_.dirname)(to), { recursive: true });
        await (0,external_node_fs_promises_namespaceObject.copyFile)(from, to);
    }
    else if (found?.isSymbolicLink()) {
        const target = await followLinks(from, 0).catch(() => undefined);
        if (target === undefined || escapes(root, target))
            return;
        await (0,external_node_fs_promises_namespaceObject.mkdir)((0,external_node_path_.dirname)(to), { recursive: true });
        await (0,external_node_fs_promises_namespaceObject.symlink)((0,external_node_path_.join)(copy, (0,external_node_path_.relative)(root, target)), to);
    }
}
/** As many links in a row as Linux follows. */
const MOST_LINKS = 40;
async function followLinks(path, passed) {
    if (passed > MOST_LINKS)
        throw new errors/* UserError */.yo(`${path} is a link that leads back to itself`);
    const found = await unlessMissing((0,external_node_fs_promises_namespaceObject.realpath)(path), 'ELOOP');
    if (found !== undefined || (0,external_node_path_.dirname)(path) === path)
        return found ?? path;
    const folder = await followLinks((0,external_node_path_.dirname)(path), passed);
    const target = await unlessMissing((0,external_node_fs_promises_namespaceObject.readlink)((0,external_node_path_.join)(folder, (0,external_node_path_.basename)(path))), 'EINVAL');
    return target === undefined ? (0,external_node_path_.join)(folder, (0,external_node_path_.basename)(path)) : followLinks((0,external_node_path_.resolve)(folder, target), passed + 1);
}
async function unlessMissing(reading, ...others) {
    try {
        return await reading;
    }
    catch (error) {
        const code = (0,json/* textMember */.SA)(error, 'code') ?? '';
        if (['ENOENT', 'ENOTDIR', ...others].includes(code))
            return undefined;
        throw error;
    }
}
async function replace(path, bytes) {
    await (0,external_node_fs_promises_namespaceObject.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    const before = await unlessMissing((0,external_node_fs_promises_namespaceObject.stat)(path));
    // Beside it: a file can be put in the place of another one in one step on the same disk only.
    const draft = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `.${(0,external_node_path_.basename)(path).slice(0, 100)}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.tmp`);
    try {
        const file = await (0,external_node_fs_promises_namespaceObject.open)(draft, 'wx', before === undefined ? 0o644 : before.mode & 0o777);
        try {
            await file.writeFile(bytes);
            // The mode above counts less the umask, and a new file is to have the user's own.
            if (before !== undefined)
                await file.chmod(before.mode & 0o777);
            // Without it a crash of the machine could leave the name with nothing behind it.
            await file.sync();
        }
        finally {
            await file.close();
        }
        await (0,external_node_fs_promises_namespaceObject.rename)(draft, path);
    }
    catch (error) {
        await (0,external_node_fs_promises_namespaceObject.rm)(draft, { force: true });
        throw error;
    }
}

;// CONCATENATED MODULE: external "node:dns/promises"
const external_node_dns_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns/promises");
;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");
;// CONCATENATED MODULE: ./src/runner/http.ts



/** Answers are documents (manifests, lists, tokens), never layers: more than this is a fault or an attack. */
const LARGEST_BODY = 32 * 1024 * 1024;
const TIMEOUT = 30_000;
/** HTTP with connections kept for the next request. */
function nodeHttp() {
    const agents = {
        plain: new external_node_http_namespaceObject.Agent({ keepAlive: true, maxSockets: 16 }),
        tls: new external_node_https_namespaceObject.Agent({ keepAlive: true, maxSockets: 16 }),
    };
    return request => new Promise((resolve, reject) => {
        const url = new URL(request.url);
        const secure = url.protocol === 'https:';
        const body = typeof request.body === 'string' ? Buffer.from(request.body) : request.body;
        const options = {
            method: request.method,
            agent: secure ? agents.tls : agents.plain,
            headers: {
                'user-agent': 'fluxgate',
                ...(body === undefined ? {} : { 'content-length': String(body.length) }),
                ...request.headers,
            },
            timeout: request.timeout ?? TIMEOUT,
            ...(request.signal === undefined ? {} : { signal: request.signal }),
        };
        const sent = (secure ? external_node_https_namespaceObject : external_node_http_namespaceObject).request(url, options, response => {
            const chunks = [];
            let size = 0;
            response.on('data', (chunk) => {
                size += chunk.length;
                if (size > LARGEST_BODY)
                    response.destroy(systemError('EMSGSIZE', `the answer of ${url.host} is too large`));
                else
                    chunks.push(chunk);
            });
            response.on('error', reject);
            response.on('end', () => {
                const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [
                    name,
                    Array.isArray(value) ? value.join(', ') : String(value),
                ]));
                resolve({ status: response.statusCode ?? 0, headers, body: Buffer.concat(chunks) });
            });
        });
        sent.on('timeout', () => sent.destroy(systemError('ETIMEDOUT', `${url.host} did not answer in time`)));
        sent.on('error', reject);
        sent.end(body);
    });
}
function systemError(code, message) {
    return Object.assign(new Error(message), { code });
}
/** Names as the system resolves them, its hosts file included. */
const systemResolve = async (host) => {
    try {
        return (await (0,external_node_dns_promises_namespaceObject.lookup)(host, { all: true })).map(found => found.address);
    }
    catch {
        return [];
    }
};

;// CONCATENATED MODULE: ./src/runner/program.ts



/**
 * Names the code that runs by what it is: a version says too little of a bundle that is taken from a branch.
 *
 * @param entry the script that Node.js was started with; the bundle is what lies beside it
 */
function programOf(entry) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(process.version);
    const folder = entry === undefined ? undefined : (0,external_node_path_.dirname)((0,external_node_fs_.realpathSync)(entry));
    const scripts = folder === undefined ? [] : (0,external_node_fs_.readdirSync)(folder).filter(name => name.endsWith('.js'));
    for (const name of scripts.sort())
        hash.update(`\0${name}\0`).update((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder ?? '', name)));
    return hash.digest('base64url');
}

;// CONCATENATED MODULE: ./src/runner/progress-line.ts

/** Milliseconds until it is worth telling. */
const PATIENCE = 2000;
/** Milliseconds between two changes: nobody reads faster. */
const PACE = 100;
/**
 * @param write undefined where nobody watches
 * @param now milliseconds, from anywhere
 */
function progressLine(write, now) {
    if (write === undefined)
        return { show: () => undefined, clear: () => undefined };
    let start;
    let last = 0;
    let isShown = false;
    const clear = () => {
        if (isShown)
            write('\r\u001b[K');
        isShown = false;
    };
    return {
        clear,
        show(text) {
            if (text === undefined) {
                start = undefined;
                clear();
                return;
            }
            start ??= now();
            if (now() - start < PATIENCE || now() - last < PACE)
                return;
            last = now();
            write(`\r\u001b[K${(0,printable/* printable */.g$)(text).replace(/\s+/g, ' ')}`);
            isShown = true;
        },
    };
}

;// CONCATENATED MODULE: ./src/runner/redactor.ts
/** Shorter values occur everywhere; hiding them would hide the text and protect nothing. */
const SHORTEST_SECRET = 4;
/** The forms in which a secret is met: as it is, line by line, as base64, in addresses, and as JSON and bake definitions write it. */
function secretForms(secret) {
    const template = secret.replace(/[$%](?=\{)/g, '$&$&');
    const written = [secret, template].flatMap(text => [text, JSON.stringify(text).slice(1, -1)]);
    const forms = [...written, ...secret.split(/\r?\n/), Buffer.from(secret).toString('base64'), urlForm(secret)];
    return [...new Set(forms.map(form => form.trim()))].filter(form => form.length >= SHORTEST_SECRET);
}
/** As a part of an address; half a pair of surrogates has no such form. */
function urlForm(secret) {
    return encodeURIComponent(secret.replace(/\p{Surrogate}/gu, '\ufffd'));
}
function redactor() {
    const secrets = new Set();
    let index;
    return {
        add(secret) {
            for (const form of secretForms(secret))
                secrets.add(form);
            index = undefined;
        },
        redact(text) {
            if (secrets.size === 0)
                return text;
            index ??= indexOf(secrets);
            return withoutSecrets(text, index);
        },
    };
}
function indexOf(secrets) {
    const starts = new Uint8Array(0x10000);
    const byStart = new Map();
    for (const secret of [...secrets].sort((left, right) => right.length - left.length)) {
        starts[startOf(secret, 0)] = 1;
        const start = secret.slice(0, SHORTEST_SECRET);
        const others = byStart.get(start);
        if (others === undefined)
            byStart.set(start, [secret]);
        else
            others.push(secret);
    }
    return { starts, byStart };
}
function startOf(text, at) {
    return ((text.charCodeAt(at) << 8) ^ text.charCodeAt(at + 1)) & 0xffff;
}
/** Whatever any secret covers is hidden; where several overlap, as one. */
function withoutSecrets(text, { starts, byStart }) {
    let clean = '';
    let shownTo = 0;
    let hiddenTo = 0;
    for (let at = 0; at <= text.length - SHORTEST_SECRET; at += 1) {
        if (starts[startOf(text, at)] !== 1)
            continue;
        const found = byStart.get(text.slice(at, at + SHORTEST_SECRET))?.find(secret => text.startsWith(secret, at));
        if (found === undefined)
            continue;
        if (at >= hiddenTo) {
            clean += `${text.slice(shownTo, at)}***`;
        }
        hiddenTo = Math.max(hiddenTo, at + found.length);
        shownTo = hiddenTo;
    }
    return clean + text.slice(shownTo);
}

;// CONCATENATED MODULE: ./src/runner/terminal.ts











/**
 * A person's terminal. The log goes to standard error; outputs go to standard output as `name=value`.
 *
 * @param input gives the raw text of an input, '' when it is not set
 */
function terminalRunner(input) {
    const secrets = redactor();
    const env = process.env;
    const isWatched = process.stderr.isTTY === true && env.TERM !== 'dumb' && !env.CI;
    const line = progressLine(isWatched ? text => void process.stderr.write(text) : undefined, () => performance.now());
    return {
        kind: 'terminal',
        env,
        workspace: process.cwd(),
        log: terminalLog(secrets.redact, screenOf(process.stderr, env).colour, line.clear),
        progress: text => line.show(text === undefined ? undefined : secrets.redact(text)),
        exec: processExec(env),
        http: nodeHttp(),
        resolve: systemResolve,
        files: diskFiles(env.RUNNER_TEMP ?? (0,external_node_os_namespaceObject.tmpdir)()),
        clock: systemClock,
        codeId: async () => programOf(process.argv[1]),
        signal: (0,cancellation/* cancellation */.W)(),
        input,
        mask: secrets.add,
        redact: secrets.redact,
        output: (name, value) => process.stdout.write(`${name}=${secrets.redact(value)}\n`),
        summary: async () => undefined,
        saveState: () => undefined,
        state: () => '',
    };
}
/** What a stream can show: a terminal as much as it is wide, a file everything but colours, unless they are asked for. */
function screenOf({ isTTY, columns }, { NO_COLOR, FORCE_COLOR, TERM }) {
    const able = isTTY === true && TERM !== 'dumb';
    return {
        colour: NO_COLOR ? false : FORCE_COLOR ? FORCE_COLOR !== '0' : able,
        // Some terminals say that they have no columns at all.
        width: isTTY === true && columns ? Math.max(columns, 40) : undefined,
    };
}
function terminalLog(redact, colour, makeRoom) {
    const style = (format, text) => (colour ? (0,external_node_util_.styleText)(format, text, { validateStream: false }) : text);
    // Once more after the escape sequences are gone: a secret may have had some in its middle.
    const clean = (text) => redact((0,printable/* printable */.g$)(redact(text)));
    const put = (line) => {
        makeRoom();
        process.stderr.write(`${line}\n`);
    };
    const write = (line) => put(clean(line));
    const say = (format, word) => (message, place) => put(`${clean(placed(place))}${style(format, `${word}:`)} ${clean(message)}`);
    return {
        info: write,
        notice: say('cyan', 'notice'),
        warning: say('yellow', 'warning'),
        error: say('red', 'error'),
        group(title, body) {
            put(style('bold', clean(title)));
            return body();
        },
    };
}
function placed(place) {
    if (place === undefined)
        return '';
    return `${[place.file, place.line, place.column].filter(part => part !== undefined).join(':')}: `;
}


/***/ }),

/***/ 6657:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ keepYoungMemorySmall)
});

;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");
;// CONCATENATED MODULE: ./src/runner/young-memory.ts

/**
 * Keeps the part of the heap for new objects at its first size. Left alone it grows to several times that while a large tree is read, and takes 60 MB
 * more for the same work in the same time. To be called before there is much in it.
 */
function keepYoungMemorySmall() {
    (0,external_node_v8_namespaceObject.setFlagsFromString)('--semi-space-growth-factor=1');
}


/***/ }),

/***/ 311:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** The version of fluxgate, as in package.json; a test holds the two together. */
const version = '0.1.0';


/***/ }),

/***/ 9770:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ wrapped)
/* harmony export */ });
/**
 * Words on lines of at most `width` columns; a longer word has a line of its own.
 *
 * @param indent blanks before the lines after the first; the first keeps what it begins with
 */
function wrapped(text, width, indent = 0) {
    const lines = [];
    let line = /^ */.exec(text)?.[0] ?? '';
    for (const word of text.trim().split(/\s+/)) {
        if (line.trim() !== '' && line.length + 1 + word.length > width) {
            lines.push(line);
            line = ' '.repeat(indent);
        }
        line += line.trim() === '' ? word : ` ${word}`;
    }
    return line.trim() === '' ? lines : [...lines, line];
}


/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 481:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 8321:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
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

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(751);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
