// include in all its forms, repositories, $self and $base (spec syntax.md, 1.1).
const m = (match, name) => ({ match, name });
const repo = repository => ({ repository });

export default [
  { name: '#name', grammar: { patterns: [{ include: '#a' }], ...repo({ a: m('a', 'x') }) }, text: 'bab\n' },
  { name: '#name: other keys of the entry are ignored', grammar: { patterns: [{ include: '#a', match: 'b', name: 'z' }], ...repo({ a: m('a', 'x') }) },
    text: 'bab\n' },
  { name: '#name missing', grammar: { patterns: [{ include: '#none' }, m('a', 'x')] }, text: 'bab\n' },
  { name: 'a rule that loses all its entries is dropped', grammar: { patterns: [{ begin: '<', end: '>', name: 'n', patterns: [{ include: '#none' }] }, m('a', 'x')] },
    text: 'b<a>b\n' },
  { name: 'a rule that loses some of its entries stays', grammar: { patterns: [{ begin: '<', end: '>', name: 'n', patterns: [{ include: '#none' }, m('b', 'y')] }, m('a', 'x')] },
    text: 'b<ab>b\n' },
  { name: 'a rule with an empty list stays', grammar: { patterns: [{ begin: '<', end: '>', name: 'n', patterns: [] }, m('a', 'x')] }, text: 'b<ab>b\n' },
  { name: 'while rule that loses all entries', grammar: { patterns: [{ begin: '<', while: '<', name: 'n', patterns: [{ include: 'no.such' }] }, m('a', 'x')] },
    text: 'b<a\n<a\n' },
  { name: 'include-only rule that loses all entries', grammar: { patterns: [{ patterns: [{ include: '#none' }] }, m('a', 'x')] }, text: 'ba\n' },
  { name: 'a dropped rule makes its parent drop', grammar: { patterns: [{ begin: '<', end: '>', name: 'n', patterns: [{ begin: 'b', end: 'c', patterns: [{ include: '#none' }] }] },
    m('a', 'x')] }, text: 'b<abc>b\n' },
  { name: 'order of flattened entries', grammar: { patterns: [{ include: '#l' }, m('ab', 'y')], ...repo({ l: { patterns: [m('a', 'x'), { include: '#k' }] }, k: m('b', 'z') }) },
    text: 'abab\n' },
  { name: 'duplicates', grammar: { patterns: [{ include: '#a' }, m('a', 'y'), { include: '#a' }], ...repo({ a: m('a', 'x') }) }, text: 'aa\n' },
  { name: 'name of an include-only rule is not pushed', grammar: { patterns: [{ include: '#l' }], ...repo({ l: { name: 'n', patterns: [m('a', 'x')] } }) }, text: 'ba\n' },
  { name: 'repository in an include-only rule', grammar: { patterns: [{ patterns: [{ include: '#a' }, { include: '#b' }], ...repo({ a: m('a', 'in') }) }],
    ...repo({ a: m('a', 'out'), b: m('b', 'out') }) }, text: 'ab\n' },
  { name: 'repository in a repository rule', grammar: { patterns: [{ include: '#l' }, { include: '#a' }], ...repo({ a: m('a', 'out'), l: { patterns: [{ include: '#b' }],
    ...repo({ b: { begin: '<', end: '>', patterns: [{ include: '#a' }] }, a: m('a', 'in') }) } }) }, text: 'a<a>a\n' },
  { name: 'repository in a begin rule is not read', grammar: { patterns: [{ begin: '<', end: '>', name: 'n', patterns: [{ include: '#a' }], ...repo({ a: m('a', 'in') }) }],
    ...repo({ a: m('a', 'out') }) }, text: '<a>\n' },
  { name: '$self', grammar: { patterns: [{ begin: '<', end: '>', name: 'n', patterns: [{ include: '$self' }] }, m('a', 'x')] }, text: 'a<a<a>>a\n' },
  { name: '$self of an included grammar is that grammar', grammars: [{ patterns: [m('a', 'x'), { include: 't' }] },
    { scopeName: 't', patterns: [{ begin: '<', end: '>', name: 'n', patterns: [{ include: '$self' }] }, m('b', 'y')] }], text: 'ab<ab<ab>>a\n' },
  { name: '$base of an included grammar is the first one', grammars: [{ patterns: [m('a', 'x'), { include: 't' }] },
    { scopeName: 't', patterns: [{ begin: '<', end: '>', name: 'n', patterns: [{ include: '$base' }] }, m('b', 'y')] }], text: 'ab<ab<ab>>a\n' },
  { name: '$base through two grammars', grammars: [{ patterns: [m('a', 'x'), { include: 't' }] }, { scopeName: 't', patterns: [{ begin: r(`<`), end: '>', patterns: [{ include: 'u' }] }] },
    { scopeName: 'u', patterns: [m('c', 'z'), { begin: r`\[`, end: r`\]`, name: 'n', patterns: [{ include: '$base' }] }] }], text: 'a<ac[ac]>\n' },
  { name: '$base without an including grammar', grammar: { patterns: [m('a', 'x'), { begin: '<', end: '>', name: 'n', patterns: [{ include: '$base' }] }] }, text: 'a<a>\n' },
  { name: 'scope', grammars: [{ patterns: [{ include: 't' }] }, { scopeName: 't', patterns: [m('a', 'x')] }], text: 'ba\n' },
  { name: 'scope: missing', grammar: { patterns: [{ include: 'no.such' }, m('a', 'x')] }, text: 'ba\n' },
  { name: 'scope: of the grammar itself', grammar: { patterns: [{ begin: '<', end: '>', name: 'n', patterns: [{ include: 's' }] }, m('a', 'x')] }, text: 'a<a<a>>\n' },
  { name: 'scope#name', grammars: [{ patterns: [{ include: 't#a' }] }, { scopeName: 't', patterns: [m('b', 'y')], ...repo({ a: { patterns: [m('a', 'x'), { include: '#c' }] }, c: m('c', 'z') }) }],
    text: 'abc\n' },
  { name: 'scope#name: missing', grammars: [{ patterns: [{ include: 't#no' }, { include: 'u#a' }, m('a', 'x')] }, { scopeName: 't', patterns: [m('b', 'y')] }], text: 'ab\n' },
  { name: 'scope#name of the grammar itself', grammar: { patterns: [{ include: 's#a' }], ...repo({ a: m('a', 'x') }) }, text: 'ba\n' },
  { name: 'scope#name: $base inside', grammars: [{ patterns: [m('a', 'x'), { include: 't#p' }] }, { scopeName: 't', patterns: [], ...repo({ p: { begin: '<', end: '>', patterns: [
    { include: '$base' }, m('b', 'y')] } }) }], text: 'ab<ab>\n' },
  { name: 'captures that only one group includes', grammars: [{ patterns: [{ match: '<(.*)>', captures: { 1: { patterns: [{ include: 't' }] } } }] },
    { scopeName: 't', patterns: [m('a', 'x')] }], text: 'a<aba>\n' },
  { name: 'mutual includes behind begin', grammars: [{ patterns: [{ begin: '<', end: '>', name: 'h', patterns: [{ include: 't' }] }] },
    { scopeName: 't', patterns: [{ begin: r`\[`, end: r`\]`, name: 'j', patterns: [{ include: 's' }] }] }], text: '<[<[]>]>\n' },
];

function r(strings) {
  return strings.raw ? strings.raw[0] : strings;
}
