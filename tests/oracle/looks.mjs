// looks.mjs: writes what looks.sh has ecat read: a grammar that takes a word's scopes from the word itself, a text of
// scope paths, a theme for each rule of theme resolution (spec syntax.md, 2 and 2.1) and themes made at random. Argument:
// the configuration folder. Prints the lines "grammar FILE", "text FILE" and "theme FILE".
import fs from 'node:fs';
import path from 'node:path';

const [config] = process.argv.slice(2);
for (const d of ['syntaxes', 'themes']) fs.mkdirSync(path.join(config, d), { recursive: true });

const red = { foreground: '#ff0000' }, green = { foreground: '#00ff00' }, blue = { foreground: '#0000ff' };
const rule = (scope, settings) => ({ scope, settings });
const font = fontStyle => ({ fontStyle });
const back = background => ({ background });

// Each: the rules, and what else the file has.
const themes = {
  // 1: how a scope text is split
  comma: [[rule('a, b.c ,d', red)]],
  comma_edges: [[rule(',a,', red), rule(',,b,,', green), rule(' , c', blue)]],
  list: [[rule(['a', 'b.c, d', ' e '], red)]],
  parents: [[rule('a b', red), rule('x y z', green)]],
  child: [[rule('a > b', red), rule('x > y > z', green)]],
  child_and_parent: [[rule('a b > c', red), rule('a > b c', green)]],
  child_odd: [[rule('> a', red), rule('a >', green), rule('b > > c', blue)]],
  child_tight: [[rule('a>b', red), rule('a> b', green), rule('a >b', blue)]],
  minus: [[rule('a -b', red), rule('b - c', green), rule('x.y -z', blue)]],
  blanks: [[rule('a  b', red), rule('  c', green), rule('d\te', blue)]],
  bar: [[rule('a | b', red), rule('(c)', green), rule('*', blue)]],
  dots: [[rule('a.', red), rule('.b', green), rule('c..d', blue)]],
  // 2: order
  later_wins: [[rule('a', red), rule('a', green)]],
  later_wins_in_parents: [[rule('x a', red), rule('x a', green)]],
  fewer_parents_first: [[rule('x y a', red), rule('x a', green), rule('a', blue)]],
  order_of_text: [[rule('b', font('bold')), rule('a.b', font('italic')), rule('a', red)]],
  unscoped: [[{ settings: red }, rule('', green), rule('a', blue)]],
  no_settings: [[{ scope: 'a' }, rule('b', {}), rule('c', red)]],
  // 3: the trie
  deeper_keeps: [[rule('a', { ...red, ...font('bold') }), rule('a.b', green), rule('a.b.c', font('italic'))]],
  deeper_before: [[rule('a.b', font('italic')), rule('a', red)]],
  parents_copied_down: [[rule('x a', red), rule('a.b', font('bold'))]],
  parents_copied_before: [[rule('a', red), rule('x a.b', font('bold')), rule('a.b.c', green)]],
  parents_inherit_main: [[rule('a', { ...red, ...font('underline') }), rule('x a', font('bold'))]],
  parents_merge: [[rule('x a', red), rule('x a', font('bold')), rule('x a.b', blue)]],
  parents_deep_and_flat: [[rule('x a.b', red), rule('a.b.c', green), rule('y a', blue)]],
  // 4: which rule of a node
  longer_parent: [[rule('x a', red), rule('x.y a', green), rule('x.y.z a', blue)]],
  longer_text_not_deeper: [[rule('long a', red), rule('x.y a', green)]],
  more_parents: [[rule('x a', red), rule('y x a', green), rule('x x a', blue)]],
  nearest_parent_first: [[rule('x.long y a', red), rule('x y.long a', green)]],
  deeper_over_parents: [[rule('x y a', red), rule('a.b', green)]],
  parents_in_order: [[rule('x y a', red)]],
  parents_far: [[rule('x a', red)]],
  child_over_parent: [[rule('x a', red), rule('x > a', green)]],
  child_is_next: [[rule('x > a', red)]],
  child_misses: [[rule('x > a', red), rule('y a', green), rule('a', blue)]],
  part_is_whole: [[rule('stri', red), rule('string.q', green)]],
  // 5: cascade
  cascade: [[rule('a', { ...red, ...font('bold') }), rule('b', back('#111111')), rule('c', font('italic'))]],
  font_none: [[rule('a', font('bold italic')), rule('b', font('')), rule('c', font('normal')), rule('d', font('regular')), rule('e', font('none'))]],
  font_words: [[rule('a', font('bold  italic')), rule('b', font('underline strikethrough bold italic')), rule('c', font('Bold')), rule('d', font('bold what')), rule('e', font(' bold'))]],
  font_kinds: [[rule('a', font(null)), rule('b', font(1)), rule('c', font('bold'))]],
  colours: [[rule('a', { foreground: '#abc' }), rule('b', { foreground: '#abcd' }), rule('c', { foreground: '#AbCdEf' }), rule('d', { foreground: '#11223344' }), rule('e', back('#00000080'))]],
  colours_bad: [[rule('a', { foreground: 'red' }), rule('b', { foreground: '#12' }), rule('c', { foreground: 'rgb(1,2,3)' }), rule('d', { foreground: '#ggg' }), rule('e', { foreground: 7 })]],
  same_colour: [[rule('a', red), rule('b', { foreground: '#FF0000' }), rule('c', back('#ff0000'))]],
  root_scope: [[rule('source', red), rule('source.looks', font('bold')), rule('source a', green)]],
  // the file
  light: [[rule('a', red)], { type: 'light' }],
  editor: [[rule('a', red)], { colors: { 'editor.foreground': '#010203', 'editor.background': '#fefefe' } }],
  editor_short: [[], { colors: { 'editor.foreground': '#abc', 'editor.background': '#123' } }],
  semantic: [[rule('a', red)], { semanticHighlighting: true, semanticTokenColors: { a: '#123456', variable: { foreground: '#654321' } } }],
  unknown_keys: [[{ name: 'n', scope: 'a', settings: { ...red, weight: 'x' }, extra: [1] }], { $schema: 'x', other: {} }],
  settings_key: [[], { tokenColors: [rule('a', red), rule('b c', green)] }],
};

const words = ['a', 'b', 'c', 'd', 'e', 'x', 'y', 'z', 'a.b', 'a.b.c', 'a.b.c.d', 'b.c', 'x.y', 'x.y.z', 'x.y z', 'x.long', 'y.long', 'long', 'string', 'string.q.s', 'stri', 'c.d', 'none', '-b', '>'];
let seed = 7;
const random = n => (seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff, (seed >>> 8) % n);
const one = list => list[random(list.length)];
// Themes made at random: MADE=n of them (20), from SEED on.
const parts = ['a', 'b', 'c', 'x', 'y', 'a.b', 'a.b.c', 'x.y', 'x.y.z', 'b.c', 'source', 'source.looks', 'string.q', 'long'];
const scope = () => Array.from({ length: 1 + random(3) }, () => one(parts)).reduce((s, p) => s + (random(5) ? ' ' : ' > ') + p);
const settings = () => ({
  ...(random(3) ? { foreground: one(['#ff0000', '#00ff00', '#0000ff', '#ffff00']) } : {}),
  ...(random(6) ? {} : back(one(['#111111', '#222222']))),
  ...(random(3) ? {} : font(one(['bold', 'italic', '', 'bold underline', 'strikethrough', 'normal']))),
});
const { MADE = 20, SEED = 7 } = process.env;
for (seed = Number(SEED) + 7, random(9); Object.keys(themes).filter(n => n.startsWith('made')).length < MADE;)
  themes[`made_${Object.keys(themes).length}`] = [Array.from({ length: 3 + random(12) }, () =>
    rule(random(5) ? scope() : [scope(), scope()], settings()))];
seed = 7;
const paths = [...words, ...words.flatMap(w => ['x', 'y', 'x y', 'y x', 'x x', 'x none', 'a', 'x.y', 'x.y.z'].map(p => `${p} ${w}`))];
for (let i = 0; i < 200; i++) paths.push(Array.from({ length: 2 + random(4) }, () => words[random(words.length)]).join(' '));

const escaped = s => String(s).replace(/[&<>]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]);
const plist = v => (Array.isArray(v) ? `<array>${v.map(plist).join('')}</array>`
  : v && typeof v === 'object' ? `<dict>${Object.entries(v).map(([k, x]) => `<key>${escaped(k)}</key>${plist(x)}`).join('')}</dict>`
    : `<string>${escaped(v)}</string>`);
function write(kind, folder, name, text) {
  const file = path.join(config, folder, name);
  fs.writeFileSync(file, text);
  console.log(`${kind} ${file}`);
}

write('grammar', 'syntaxes', 'looks.json', JSON.stringify({ name: 'looks', scopeName: 'source.looks', patterns: [{ match: '\\[(.*?)\\]', name: '$1' }] }));
write('text', '.', 'text', paths.map(p => `[${p}] and [${p} a]\n`).join(''));
for (const [name, [tokenColors, more]] of Object.entries(themes))
  write('theme', 'themes', `l_${name}.json`, JSON.stringify({ name: `l_${name}`, type: 'dark', tokenColors, ...more }));
// The same rules as a property list, whose entries without a scope count.
const texts = rules => rules.every(r => Object.values(r.settings ?? {}).every(v => typeof v === 'string'));
const joined = r => ({ ...r, ...(Array.isArray(r.scope) ? { scope: r.scope.join(', ') } : {}) });
for (const [name, [rules, more]] of Object.entries(themes)) {
  if (more || !texts(rules)) continue;
  const settings = [{ settings: { foreground: '#aaaaaa', background: '#101010' } }, ...rules.map(joined)];
  write('theme', 'themes', `p_${name}.tmTheme`, `<plist version="1.0">${plist({ name: `p_${name}`, settings })}</plist>`);
}
