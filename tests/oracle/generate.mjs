// generate: texts made of a grammar's own rules, so that rules which no sample reaches are met too.
// node generate.mjs FOLDER SEED BYTES LANG... writes FOLDER/LANG.N and prints LANG=FILE for check.mjs.
import fs from 'node:fs';
import path from 'node:path';
import { parseRaw } from './reference.mjs';
import { parsePattern, samplePattern } from './pattern_text.mjs';

const [folder, seedText, bytesText, ...langs] = process.argv.slice(2);
const most = Number(bytesText);

function randomOf(seed) {
  let s = seed >>> 0 || 1;
  return n => {
    s ^= s << 13; s ^= s >>> 17; s ^= s << 5;
    return (s >>> 0) % n;
  };
}

const words = ['a', 'x', '1', 'if', 'foo', 'Bar', ' ', '\t', '\n', '"', "'", '(', ')', '{', '}', '[', ']', '<', '>', ';', ',', '.', ':', '=', '#', '/', '*',
  '\\', '$', '@', '-', '\n\n', ' = ', 'end', '0x1F', '3.14', 'é', '日', '😀', '`', '|', '&', '%', '!', '?', '~', '^', '_'];

class Writer {
  constructor(lang, random) {
    this.random = random;
    this.root = parseRaw(lang);
    this.visits = new Map();
    this.patterns = new Map();
    this.out = '';
  }

  pattern(source) {
    if (!this.patterns.has(source)) this.patterns.set(source, parsePattern(source));
    return this.patterns.get(source);
  }

  // A text that the pattern may match; its groups go into `groups`.
  sample(source, groups = []) {
    return samplePattern(this.pattern(source), this.random, groups);
  }

  // The rule that an include means, with the grammar and the repository it lives in.
  resolve(rule, at) {
    for (let n = 0; rule?.include && n < 20; n++) {
      const [scope, name] = rule.include.split('#');
      const grammar = scope === '' ? at.grammar : scope === '$self' ? at.grammar : scope === '$base' ? this.root : parseRaw(scope);
      if (!grammar) return null;
      at = { grammar, repository: scope === '' ? at.repository : grammar.repository ?? {} };
      rule = name === undefined ? { patterns: grammar.patterns ?? [] } : at.repository[name];
    }
    if (rule?.repository && !rule.match && rule.begin === undefined) at = { ...at, repository: { ...at.repository, ...rule.repository } };
    return rule ? { rule, at } : null;
  }

  visitsOf(rule) {
    return this.visits.get(rule) ?? 0;
  }

  // One of the rules of a list, rather one that was seldom met.
  choose(list, at) {
    let best = null;
    for (let n = 0; n < 4; n++) {
      const found = this.resolve(list[this.random(list.length)], at);
      if (found && (!best || this.visitsOf(found.rule) < this.visitsOf(best.rule))) best = found;
    }
    return best;
  }

  noise() {
    for (let n = this.random(3); n > 0; n--) this.out += words[this.random(words.length)];
  }

  inside(list, at, depth) {
    if (!list?.length) this.noise();
    for (let n = 1 + this.random(3); list?.length && n > 0; n--) {
      this.list(list, at, depth + 1);
      if (!this.random(3)) this.noise();
    }
  }

  list(list, at, depth) {
    if (depth > 14 || this.out.length > most || !list?.length) return;
    const found = this.choose(list, at);
    if (!found) return;
    const { rule } = found;
    this.visits.set(rule, this.visitsOf(rule) + 1);
    if (rule.match) this.out += this.sample(rule.match);
    else if (rule.begin === undefined) this.list(rule.patterns, found.at, depth + 1);
    else this.block(rule, found.at, depth);
    const separator = this.random(8);
    this.out += separator < 3 ? ' ' : separator === 3 ? '\n' : '';
  }

  block(rule, at, depth) {
    const groups = [];
    const filled = s => s.replace(/\\(\d+)/g, (_, n) => (groups[n] ?? '').replace(/[-\\{}*+?|^$.,[\]()#\s]/g, '\\$&'));
    this.out += this.sample(rule.begin, groups);
    this.inside(rule.patterns, at, depth);
    if (rule.while) {
      for (let n = this.random(3); n > 0; n--) {
        this.out += '\n' + this.sample(filled(rule.while));
        this.inside(rule.patterns, at, depth);
      }
      this.out += '\n';
    } else if (this.random(10)) {
      const end = filled(rule.end ?? '');
      if (/^\^|\(\^/.test(end) && !this.out.endsWith('\n')) this.out += '\n';
      this.out += this.sample(end);
    }
  }

  text() {
    const at = { grammar: this.root, repository: this.root.repository ?? {} };
    while (this.out.length < most) {
      const before = this.out.length;
      this.list(this.root.patterns ?? [], at, 0);
      if (this.out.length === before) this.noise();
      if (!this.random(3)) this.out += '\n';
    }
    return this.out.replace(/\r/g, '').replace(/[^\n]{2000}/g, '$&\n').toWellFormed() + '\n';
  }
}

fs.mkdirSync(folder, { recursive: true });
for (const lang of langs) {
  let seed = Number(seedText);
  for (const c of lang) seed = Math.imul(seed, 31) + c.charCodeAt(0);
  const file = path.join(folder, `${lang}.${seedText}`);
  fs.writeFileSync(file, new Writer(lang, randomOf(seed)).text());
  console.log(`${lang}=${file}`);
}
