// Lines: CR, missing line ends, long ones, malformed UTF-8 (spec syntax.md, 1.8). bytes: text byte by byte.
const r = String.raw;
const words = { patterns: [{ begin: '"', end: '"', name: 'q', patterns: [{ match: r`\\.`, name: 'e' }] }, { match: r`\b\d+\b`, name: 'n' }, { match: r`[^\s\w"]+`, name: 'p' },
  { match: r`\s+$`, name: 't' }] };

export default [
  { name: 'CR LF', grammar: words, text: 'a 1\r\n"b\r\nc"\r\n\r\n' },
  { name: 'CR in the middle', grammar: words, text: 'a\r1 \r\n\rb\n' },
  { name: 'two CR', grammar: words, text: 'a\r\r\n' },
  { name: 'CR without LF at the end', grammar: words, text: 'a 1\r' },
  { name: '$ before a hidden CR', grammar: { patterns: [{ match: 'a$', name: 'x' }, { match: r`\r`, name: 'c' }] }, text: 'aa\r\na\r\n' },
  { name: 'no line end', grammar: words, text: 'a 1' },
  { name: 'empty file', grammar: words, text: '' },
  { name: 'one empty line', grammar: words, text: '\n' },
  { name: 'NUL and control bytes', grammar: words, text: 'a\0b \x01\x1b[1m 1\n' },
  { name: 'a byte order mark', grammar: words, text: '\uFEFF1 a\n' },
  { name: 'line and paragraph separators are no line ends', grammar: words, text: 'a\u2028b\u2029c\u0085d\v\f1\n' },
  { name: '1,000 bytes and more', grammar: words, text: `${'ab 1 "x\\"y" '.repeat(100)}\n1\n` },
  { name: '1,000 bytes and more, \\G and back references', grammar: { patterns: [{ begin: r`(['"])`, end: r`\1`, name: 'q', patterns: [{ match: r`\Ga`, name: 'g' }, { match: 'a', name: 'x' }] }] },
    text: `${`'aba' "ab'a" `.repeat(150)}\n'${'a'.repeat(1200)}\n'a\n` },
  { name: '10,000 bytes', grammar: words, text: `${'é "ü 1" 22 ?! '.repeat(600)}\n` },
  { name: 'many tokens, many frames', grammar: { patterns: [{ include: '#p' }], repository: { p: { begin: r`\(`, end: r`\)`, name: 'p', patterns: [{ include: '#p' }, { match: 'a', name: 'x' }] } } },
    text: `${'(a'.repeat(200)}\n${'a)'.repeat(150)}\n${')'.repeat(60)}a\n` },
  { name: 'four bytes a character', grammar: { patterns: [{ match: '😀', name: 'x' }, { match: '.', name: 'y' }] }, text: 'a😀b𝒳😀\n' },
  { name: 'combining characters', grammar: { patterns: [{ match: 'e', name: 'x' }, { match: r`\p{M}`, name: 'y' }] }, text: 'e\u0301e\n' },
  { name: 'right-to-left text', grammar: words, text: 'שלום "מה" 12 عربي\n' },
  { name: 'malformed: lone continuation bytes', grammar: words, bytes: 'a\x80\xbf 1 "\x80" 2\n' },
  { name: 'malformed: truncated at the line end', grammar: words, bytes: 'a \xe2\x82\n"\xf0\x9f\x98\nb\xc3' },
  { name: 'malformed: overlong, surrogates, too large', grammar: words, bytes: '\xc0\xaf 1 \xed\xa0\x80 2 \xf4\x90\x80\x80 3 \xfe\xff 4\n' },
  { name: 'malformed: in a group that a name uses', grammar: { patterns: [{ match: '<(.*?)>', name: 'x', captures: { 1: { name: 'c' } } }] }, bytes: '<\xff>a<\xc3\xa9>\n' },
  { name: 'malformed: is one character each', grammar: { patterns: [{ match: '^.{3}', name: 'x' }] }, bytes: '\xff\xfea bc\n' },
  { name: 'malformed: in a back reference', grammar: { patterns: [{ begin: '<(.)', end: r`\1>`, name: 'x' }] }, bytes: '<\xffa\xff>b\n' },
];
