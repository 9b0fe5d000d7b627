/**
 * A class like `\p{Letter}` or `\pL` with its name as re2js knows it. Go ignores case, blanks, `-` and `_` in the name
 * and knows long names of categories. As it looks scripts up by the name so reduced, those that Unicode writes with a
 * `_` do not exist for it, nor then for us.
 */
export function unicodeClassName(source: string): string {
  const [, start = '', not = '', name = ''] = /^(\\[pP])\{?(\^?)([^}]*)\}?$/u.exec(source) ?? []
  const reduced = canonical(name)
  const known = longNames.get(reduced) ?? (reduced === 'Lc' ? 'LC' : reduced)
  return known === name || known === '' ? source : `${start}{${not}${known}}`
}

function canonical(name: string): string {
  const letters = name.replace(/[-_ ]/g, '')
  return letters.slice(0, 1).toUpperCase() + letters.slice(1).toLowerCase()
}

const categories: Readonly<Record<string, string>> = {
  C: 'other',
  Cc: 'control cntrl',
  Cf: 'format',
  Cn: 'unassigned',
  Co: 'private_use',
  Cs: 'surrogate',
  L: 'letter',
  LC: 'cased_letter',
  Ll: 'lowercase_letter',
  Lm: 'modifier_letter',
  Lo: 'other_letter',
  Lt: 'titlecase_letter',
  Lu: 'uppercase_letter',
  M: 'mark combining_mark',
  Mc: 'spacing_mark',
  Me: 'enclosing_mark',
  Mn: 'nonspacing_mark',
  N: 'number',
  Nd: 'decimal_number digit',
  Nl: 'letter_number',
  No: 'other_number',
  P: 'punctuation punct',
  Pc: 'connector_punctuation',
  Pd: 'dash_punctuation',
  Pe: 'close_punctuation',
  Pf: 'final_punctuation',
  Pi: 'initial_punctuation',
  Po: 'other_punctuation',
  Ps: 'open_punctuation',
  S: 'symbol',
  Sc: 'currency_symbol',
  Sk: 'modifier_symbol',
  Sm: 'math_symbol',
  So: 'other_symbol',
  Z: 'separator',
  Zl: 'line_separator',
  Zp: 'paragraph_separator',
  Zs: 'space_separator',
}
const longNames: ReadonlyMap<string, string> = new Map(
  Object.entries(categories).flatMap(([short, names]) =>
    names.split(' ').map((name): [string, string] => [canonical(name), short]),
  ),
)
