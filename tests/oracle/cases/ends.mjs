// End patterns: back references, escapes, anchors (spec syntax.md, 1.2).
const r = String.raw;
const block = (begin, end, more = {}) => ({ patterns: [{ begin, end, name: 'n', ...more }] });

export default [
  { name: 'back reference', grammar: block(r`<<(\S+)`, r`^\1$`), text: '<<a.b*\naXbb\na.b*\nx\n' },
  { name: 'every special character', grammar: block('<(.)', r`\1>`), text: ['-', '\\', '{', '}', '*', '+', '?', '|', '^', '$', '.', ',', '[', ']', '(', ')', '#', ' ', '\t', '/', '"', '&', '~']
    .map(c => `<${c}x a> ${c}> y`).join('\n') + '\n' },
  { name: 'two references', grammar: block('<(a)(b)', r`\2\1>`), text: '<abab>ba>c\n' },
  { name: 'the same reference twice', grammar: block('<(.)', r`\1\1`), text: '<axaax\n' },
  { name: 'group that took no part', grammar: block('<(?:(a)|b)', r`\1>`), text: '<b>c\n<axa>c\n' },
  { name: 'group beyond the match', grammar: block('<(a)', r`x\9>`), text: '<ax9x>b\n' },
  { name: 'octal escape is taken as a reference', grammar: block('<(a)', r`\033|>`), text: '<a33>b\n' },
  { name: 'escaped backslash before a digit', grammar: block('<(a)', r`\\1>`), text: '<aa>\\1>a>\n' },
  { name: 'reference in a class', grammar: block('<(.)', r`[\1]>`), text: '<a-a>b\n<^x^>y\n' },
  { name: 'reference of several bytes', grammar: block('<(.)', r`\1>`), text: '<éxé>y\n<😀x😀>y\n' },
  { name: 'reference changes from frame to frame', grammar: { patterns: [{ include: '#q' }], repository: { q: { begin: r`(['"])<`, end: r`\1`, name: 'q', patterns: [{ include: '#q' }] } } },
    text: `'<a"<b"c'd\n"<a'<b\n'c"d\n` },
  { name: 'reference in while', grammar: { patterns: [{ begin: r`^(#+)`, while: r`^\1(?!#)`, name: 'w' }] }, text: '##a\n##b\n###c\n#d\n#e\n' },
  { name: 'no reference in begin', grammar: block(r`(.)\1`, '>'), text: 'abba>b\n' },
  { name: 'reference to a name is left to the engine', grammar: block('(?<q>a)', '>'), text: 'ba>\n' },
  { name: 'reference with applyEndPatternLast', grammar: block('<(a)', r`\1>`, { applyEndPatternLast: 1, patterns: [{ match: 'a>>', name: 'm' }, { match: 'b', name: 'k' }] }),
    text: '<aba>>a>c\n' },
  { name: r`\G in an end pattern`, grammar: block('<', r`\G>|;`), text: '<>a\n<a>;b\n<\n>;c\n' },
  { name: r`(?!\G) ends at once behind`, grammar: block('(?=<)', r`(?!\G)`, { patterns: [{ match: '<', name: 'm' }] }), text: 'a<<b\n' },
  { name: r`\A in an end pattern`, grammar: block('<', r`\Aa|>`), text: '<a\na>b\n' },
  { name: r`\z never matches on a line`, grammar: block('<', r`\z`), text: '<a\nb\n' },
  { name: r`\Z matches before the line's end`, grammar: block('<', r`\Z`), text: '<a\nb\n' },
  { name: '$ as end', grammar: block('#', '$'), text: 'a#b\nc#\n#\n' },
  { name: '$\\n? as end', grammar: block('#', r`$\n?`), text: 'a#b\nc#\n#\nd\n' },
  { name: '\\n as end', grammar: block('#', r`\n`), text: 'a#b\nc#\n#\nd\n' },
  { name: 'end that matches nothing', grammar: block('<', '(?=>)'), text: 'a<b>c\n' },
  { name: 'end at the very start', grammar: block('<', '^'), text: '<a\nb\n' },
  { name: 'begin takes the line end', grammar: block(r`<\n`, '>', { contentName: 'c', patterns: [{ match: r`\Ga`, name: 'g' }, { match: '^a', name: 'l' }] }), text: 'x<\naa>\n<\nba>\n' },
  { name: 'line end taken by a frame that is gone', grammar: block('<', '>', { patterns: [{ begin: r`b\n`, end: '(?=a)', name: 'k' }, { match: r`\Ga`, name: 'g' }] }), text: '<b\naa>\n' },
  { name: 'unterminated at the end of file', grammar: block('<', '>', { contentName: 'c' }), text: 'a<b' },
];
