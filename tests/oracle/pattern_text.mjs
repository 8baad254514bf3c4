// pattern_text: texts that a pattern of a grammar may match, roughly: what is around it and its look-arounds are
// not minded, so that near misses come of it too.
const alphabet = [];
for (let c = 0x20; c < 0x7f; c++) alphabet.push(String.fromCharCode(c));
const beyond = ['\t', 'é', 'Ä', 'ß', '日', '本', 'λ', '€', '\u00a0', '😀', 'ſ', 'Ж', '٣', '、', '\n'];
alphabet.push(...beyond);

const property = name => {
  for (const p of [name, name.toUpperCase()]) {
    try {
      return new RegExp(`\\p{${p}}`, 'u');
    } catch { /* the next spelling */ }
  }
  const posix = { alpha: /[\p{L}]/u, digit: /\d/, alnum: /[\p{L}\d]/u, upper: /\p{Lu}/u, lower: /\p{Ll}/u, space: /\s/, blank: /[ \t]/, punct: /[!-\/:-@[-`{-~]/,
    word: /[\p{L}\d_]/u, xdigit: /[\da-f]/i, cntrl: /[\t\n]/, graph: /[!-~]/, print: /[ -~]/, ascii: /[\0-\x7f]/ };
  return posix[name.toLowerCase()] ?? /[a-z]/;
};
const kinds = { d: /\d/, w: /[\p{L}\d_]/u, s: /[ \t\n]/, h: /[\da-fA-F]/, D: /\D/, W: /[^\p{L}\d_]/u, S: /\S/, H: /[^\da-fA-F]/, R: /\n/, N: /[^\n]/, O: /[^]/, X: /[^\n]/ };
const controls = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v', a: '\x07', e: '\x1b' };

class Parser {
  constructor(s) {
    this.s = s;
    this.i = 0;
    this.groups = [];
    this.names = new Map();
    this.extended = false;
  }

  more() { return this.i < this.s.length; }
  looking(t) { return this.s.startsWith(t, this.i); }

  alternatives() {
    const list = [this.sequence()];
    while (this.looking('|')) {
      this.i++;
      list.push(this.sequence());
    }
    return list.length === 1 ? list[0] : { kind: 'or', list };
  }

  sequence() {
    const list = [];
    while (this.more() && !this.looking('|') && !this.looking(')')) {
      const one = this.piece();
      if (one) list.push(this.repeated(one));
    }
    return { kind: 'seq', list };
  }

  repeated(node) {
    for (;;) {
      const m = /^(?:[*+?]|\{(\d*)(,?)(\d*)\})/.exec(this.s.slice(this.i, this.i + 24));
      if (!m || m[0] === '{}' || m[0] === '{,}') return node;
      this.i += m[0].length;
      let low = m[0] === '+' ? 1 : 0, high = m[0] === '?' ? 1 : Infinity;
      if (m[0][0] === '{') {
        low = Number(m[1] || 0);
        high = m[2] ? (m[3] ? Number(m[3]) : Infinity) : low;
      }
      if (this.looking('?') || this.looking('+')) this.i++;
      node = { kind: 'repeat', node, low, high };
    }
  }

  piece() {
    const c = String.fromCodePoint(this.s.codePointAt(this.i));
    if (this.extended && /\s/.test(c)) { this.i++; return null; }
    if (this.extended && c === '#') { while (this.more() && !this.looking('\n')) this.i++; return null; }
    if (c === '(') return this.group();
    if (c === '[') return { kind: 'class', test: this.charClass() };
    if (c === '\\') return this.escape();
    this.i += c.length;
    if (c === '^' || c === '$') return { kind: 'edge', what: c };
    if (c === '.') return { kind: 'class', test: x => x !== '\n' };
    return { kind: 'text', text: c };
  }

  group() {
    this.i++;
    const rest = this.s.slice(this.i, this.i + 200);
    let m;
    const close = node => { if (this.looking(')')) this.i++; return node; };
    if ((m = /^\?#[^)]*/.exec(rest))) { this.i += m[0].length; return close(null); }
    if ((m = /^\?(<?[=!])/.exec(rest))) {
      this.i += m[0].length;
      return close({ kind: 'look', how: m[1], node: this.alternatives() });
    }
    if ((m = /^\?(?:>|~|\|)/.exec(rest))) { this.i += m[0].length; return close(this.alternatives()); }
    if ((m = /^\?(?:<([A-Za-z_]\w*)>|'([A-Za-z_]\w*)')/.exec(rest))) {
      this.i += m[0].length;
      return this.capture(m[1] ?? m[2]);
    }
    if ((m = /^\?([imxWDSPaul-]*)([:)])/.exec(rest))) {
      this.i += m[0].length;
      const before = this.extended;
      if (/^[^-]*x/.test(m[1])) this.extended = true;
      if (m[2] === ')') return { kind: 'rest', node: this.alternatives() };
      const node = close(this.alternatives());
      this.extended = before;
      return node;
    }
    if ((m = /^\?\([^)]*\)/.exec(rest))) { this.i += m[0].length; return close(this.alternatives()); }
    return this.capture(null);
  }

  capture(name) {
    const node = { kind: 'capture', number: this.groups.length + 1, node: null };
    this.groups.push(node);
    if (name) this.names.set(name, node);
    node.node = this.alternatives();
    if (this.looking(')')) this.i++;
    return node;
  }

  // An escape that stands for one character: that character, or null.
  character() {
    const rest = this.s.slice(this.i, this.i + 16);
    let m;
    if ((m = /^\\x\{([0-9A-Fa-f]+)\}|^\\x([0-9A-Fa-f]{1,2})|^\\u([0-9A-Fa-f]{4})/.exec(rest))) {
      this.i += m[0].length;
      const code = parseInt(m[1] ?? m[2] ?? m[3], 16);
      return code > 0 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : 'x';
    }
    if ((m = /^\\0[0-7]{0,2}/.exec(rest))) { this.i += m[0].length; return String.fromCharCode(parseInt(m[0].slice(1), 8) || 1); }
    const c = rest[1] ?? '\\';
    if (controls[c]) { this.i += 2; return controls[c]; }
    if (/[A-Za-z0-9]/.test(c)) return null;
    this.i += 1 + c.length;
    return c;
  }

  escape() {
    const rest = this.s.slice(this.i, this.i + 80);
    let m;
    if ((m = /^\\k<([^>]+)>|^\\k'([^']+)'|^\\([1-9]\d?)/.exec(rest))) {
      this.i += m[0].length;
      return { kind: 'same', name: m[1] ?? m[2] ?? m[3], parser: this };
    }
    if ((m = /^\\g<([^>]*)>|^\\g'([^']*)'/.exec(rest))) { this.i += m[0].length; return { kind: 'call', name: m[1] ?? m[2], parser: this }; }
    if ((m = /^\\([pP])\{(\^?)([^}]+)\}/.exec(rest))) {
      this.i += m[0].length;
      const not = (m[1] === 'P') !== (m[2] === '^'), re = property(m[3]);
      return { kind: 'class', test: x => re.test(x) !== not };
    }
    if ((m = /^\\([bBAzZGKyY])/.exec(rest))) { this.i += 2; return { kind: 'edge', what: m[1] }; }
    if (kinds[rest[1]]) { this.i += 2; const re = kinds[rest[1]]; return { kind: 'class', test: x => re.test(x) }; }
    const c = this.character();
    if (c !== null) return { kind: 'text', text: c };
    this.i += 2;
    return { kind: 'text', text: rest[1] };
  }

  charClass() {
    this.i++;
    const not = this.looking('^');
    if (not) this.i++;
    const parts = [[]];
    for (let first = true; this.more() && (first || !this.looking(']')); first = false) {
      if (this.looking('&&')) { this.i += 2; parts.push([]); continue; }
      parts[parts.length - 1].push(this.member());
    }
    this.i++;
    const test = x => parts.every(p => p.some(t => t(x)));
    return not ? x => !test(x) : test;
  }

  member() {
    const rest = this.s.slice(this.i, this.i + 80);
    let m;
    if ((m = /^\[:(\^?)(\w+):\]/.exec(rest))) { this.i += m[0].length; const re = property(m[2]); return x => re.test(x) !== (m[1] === '^'); }
    if (rest[0] === '[') return this.charClass();
    if ((m = /^\\([pP])\{(\^?)([^}]+)\}/.exec(rest))) {
      this.i += m[0].length;
      const not = (m[1] === 'P') !== (m[2] === '^'), re = property(m[3]);
      return x => re.test(x) !== not;
    }
    if (rest[0] === '\\' && kinds[rest[1]] && !controls[rest[1]]) { this.i += 2; const re = kinds[rest[1]]; return x => re.test(x); }
    const low = this.one();
    if (this.looking('-') && !this.looking('-]') && this.i + 1 < this.s.length && !this.looking('-[')) {
      const keep = this.i;
      this.i++;
      if (this.s[this.i] === '\\' && kinds[this.s[this.i + 1]]) { this.i = keep; return x => x === low; }
      const high = this.one();
      return x => x.codePointAt(0) >= low.codePointAt(0) && x.codePointAt(0) <= high.codePointAt(0);
    }
    return x => x === low;
  }

  one() {
    if (this.looking('\\')) {
      const c = this.character();
      if (c !== null) return c;
      this.i += 2;
      return this.s[this.i - 1] === 'b' ? '\b' : this.s[this.i - 1];
    }
    const c = String.fromCodePoint(this.s.codePointAt(this.i));
    this.i += c.length;
    return c;
  }
}

export function parsePattern(source) {
  const p = new Parser(source);
  const node = p.alternatives();
  return node;
}

class Sampler {
  constructor(random, groups) {
    this.random = random;
    this.groups = groups;
    this.out = '';
    this.steps = 0;
  }

  of(test) {
    for (let n = 0; n < 12; n++) { // mostly ASCII
      const c = alphabet[this.random(this.random(6) ? 95 : alphabet.length)];
      if (c !== '\n' && test(c)) return c;
    }
    let fit = alphabet.filter(test);
    if (fit.length > 1 && this.random(20)) fit = fit.filter(c => c !== '\n');
    return fit.length ? fit[this.random(fit.length)] : 'q';
  }

  named(node) {
    const p = node.parser, n = Number(node.name);
    return Number.isInteger(n) ? p.groups[n - 1] : p.names.get(node.name);
  }

  go(node, depth = 0) {
    if (!node || ++this.steps > 3000 || this.out.length > 600) return;
    switch (node.kind) {
    case 'text': this.out += node.text; break;
    case 'class': this.out += this.of(node.test); break;
    case 'seq': this.sequence(node, depth); break;
    case 'rest': this.go(node.node, depth); break;
    case 'or': this.go(node.list[this.random(node.list.length)], depth); break;
    case 'repeat': {
      let n = node.low + (node.high > node.low ? this.random(Math.min(node.high - node.low, 3) + 1) : 0);
      for (n = Math.min(n, 40); n > 0; n--) this.go(node.node, depth);
      break;
    }
    case 'capture': {
      const from = this.out.length;
      this.go(node.node, depth);
      this.groups[node.number] = this.out.slice(from);
      break;
    }
    case 'same': this.out += this.groups[this.named(node)?.number] ?? ''; break;
    case 'call': if (depth < 6) this.go(this.named(node)?.node, depth + 1); break;
    case 'look': if (node.how === '<=' && this.random(3)) this.go(node.node, depth); break;
    case 'edge': if (node.what === '^' && this.out && !this.out.endsWith('\n') && this.random(4)) this.out += '\n'; break;
    }
  }

  // A look-ahead that nothing follows is text; before more of the pattern it says nothing new.
  sequence(node, depth) {
    node.list.forEach((one, i) => {
      if (one.kind === 'look' && one.how === '=' && i === node.list.length - 1 && this.random(4)) this.go(one.node, depth);
      else this.go(one, depth);
    });
  }
}

export function samplePattern(pattern, random, groups) {
  const s = new Sampler(random, groups);
  s.go(pattern);
  groups[0] = s.out;
  return s.out;
}
