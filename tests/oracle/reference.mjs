// The reference tokeniser: vscode-textmate on vscode-oniguruma with the same grammars and themes.
// Token = [startByte, endByte, "scope scope", {fg, bg, font}?], offsets in the UTF-8 of the line.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const modules = path.join(root, 'themes/node_modules');
const require = createRequire(path.join(root, 'themes/package.json'));
const tm = require('vscode-textmate');
const onig = require('vscode-oniguruma');
const load = name => import(pathToFileURL(path.join(modules, name, 'index.js')).href);
const { grammars, injections } = await load('tm-grammars');
const { themes } = await load('tm-themes');

const wasm = fs.readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
await onig.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length));

export const languages = [...grammars, ...injections];
export const isInjection = g => injections.includes(g);
const fileOf = new Map();
for (const g of languages)
  if (!fileOf.has(g.scopeName)) fileOf.set(g.scopeName, path.join(modules, 'tm-grammars/grammars', `${g.name}.json`));

export function findLanguage(name) {
  const want = name.toLowerCase();
  return languages.find(g => g.name === want)
    ?? languages.find(g => (g.aliases ?? []).includes(want))
    ?? languages.find(g => g.scopeName === name)
    ?? languages.find(g => (g.displayName ?? '').toLowerCase() === want);
}

// A grammar as it is written, by language name or scope; null when there is none.
const raws = new Map();
export function parseRaw(name) {
  const g = findLanguage(name);
  if (!g) return null;
  const file = fileOf.get(g.scopeName);
  if (!raws.has(file)) raws.set(file, tm.parseRawGrammar(fs.readFileSync(file, 'utf8'), file));
  return raws.get(file);
}

// Injection grammars name the scopes they go into; "a.b" also serves "a.b.c".
const injectedInto = new Map();
for (const g of injections)
  for (const target of g.injectTo ?? []) injectedInto.set(target, [...(injectedInto.get(target) ?? []), g.scopeName]);
function injectionsFor(scope) {
  const parts = scope.split('.');
  return parts.flatMap((_, n) => injectedInto.get(parts.slice(0, n + 1).join('.')) ?? []);
}

// Comments and trailing commas out of JSON.
function relaxed(s) {
  const out = [];
  const token = /"(?:\\.|[^"\\])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[^"/]+|\//g;
  for (const [t] of s.matchAll(token)) out.push(t.startsWith('//') || t.startsWith('/*') ? ' ' : t);
  return JSON.parse(out.join('').replace(/,(\s*[}\]])/g, '$1'));
}

export function readTheme(name) {
  const folder = themes.some(t => t.name === name) ? path.join(modules, 'tm-themes/themes') : path.join(root, 'themes');
  const file = /[./]/.test(name) ? name : path.join(folder, `${name}.json`);
  const text = fs.readFileSync(file, 'utf8');
  if (!file.endsWith('.json')) return tm.parseRawGrammar(text, file); // .tmTheme: a plist, used as it stands
  const j = relaxed(text);
  const colors = j.colors ?? {};
  const dark = j.type !== 'light';
  const base = {
    foreground: colors['editor.foreground'] ?? (dark ? '#D4D4D4' : '#333333'),
    background: colors['editor.background'] ?? (dark ? '#1E1E1E' : '#FFFFFF'),
  };
  // The editor's colours are the only rule without a scope.
  const rules = (j.tokenColors ?? j.settings ?? []).filter(r => r.scope && r.settings);
  return { name: j.name, settings: [{ settings: base }, ...rules] };
}

// The grammars that an open one can reach. A grammar that only captures include is not loaded by the
// reference itself; whether it knows such a one depends on what was opened before. Here all are known.
const INCLUDE = /"include":\s*"([a-z][^"#]*)/gi;

const onigLib = Promise.resolve({
  createOnigScanner: sources => new onig.OnigScanner(sources),
  createOnigString: s => new onig.OnigString(s),
});

// All grammars that were asked for so far, with their texts read once. A grammar is compiled when it
// is opened and let go of by close(), so that many can be used one after the other.
export class Reference {
  // grammarFiles: own grammars in JSON or plist form, which stand before the packaged ones.
  constructor({ grammarFiles = [] } = {}) {
    this.own = new Map();
    this.texts = new Map();
    this.known = new Set();
    for (const f of grammarFiles) {
      const text = fs.readFileSync(f, 'utf8');
      this.own.set(tm.parseRawGrammar(text, f).scopeName, { file: f, text });
    }
    this.registry = new tm.Registry({ onigLib, loadGrammar: async () => null });
  }

  text(scope) {
    if (!this.texts.has(scope)) {
      const file = fileOf.get(scope);
      this.texts.set(scope, this.own.get(scope) ?? (file ? { file, text: fs.readFileSync(file, 'utf8') } : null));
    }
    return this.texts.get(scope);
  }

  injections(scope) {
    const own = [...this.own.values()].map(({ file, text }) => tm.parseRawGrammar(text, file));
    const parts = scope.split('.'), beginnings = parts.map((_, n) => parts.slice(0, n + 1).join('.'));
    return [...injectionsFor(scope), ...beginnings.flatMap(b => own.filter(g => g.injectTo?.includes(b)).map(g => g.scopeName))];
  }

  async add(scope) {
    if (this.known.has(scope) || !this.text(scope)) return;
    this.known.add(scope);
    const { file, text } = this.text(scope);
    const injections = this.injections(scope);
    for (const other of [...[...text.matchAll(INCLUDE)].map(m => m[1]), ...injections]) await this.add(other);
    this.registry._syncRegistry.addGrammar(tm.parseRawGrammar(text, file), injections);
  }

  // By language name or an own grammar's scope, or (without) the first of the own grammars.
  async open(lang) {
    const scope = this.own.has(lang) ? lang : lang ? findLanguage(lang)?.scopeName : this.own.keys().next().value;
    if (!scope) throw new Error(`unknown language ${lang}`);
    await this.add(scope);
    return this.registry._grammarForScopeName(scope);
  }

  close(grammar) {
    grammar.dispose();
    this.registry._syncRegistry._grammars.delete(grammar._rootScopeName);
  }

  // Later tokenize() calls with colours use this theme.
  theme(name) {
    this.registry.setTheme(readTheme(name));
    return this.registry.getColorMap();
  }
}

// Byte offset of each UTF-16 offset of s.
function byteOffsets(s) {
  const map = new Uint32Array(s.length + 1);
  let b = 0;
  for (let i = 0; i < s.length; i++) {
    map[i] = b;
    const c = s.charCodeAt(i);
    if (c < 0x80) b += 1;
    else if (c < 0x800) b += 2;
    else if (c >= 0xd800 && c < 0xdc00 && i + 1 < s.length) { map[++i] = b; b += 4; }
    else b += 3;
  }
  map[s.length] = b;
  return map;
}

// "#abc" and "#aabbccff" are "#AABBCC".
function colour(c) {
  if (c.length <= 5) c = '#' + [...c.slice(1)].map(d => d + d).join('');
  c = c.toUpperCase();
  return c.length === 9 && c.endsWith('FF') ? c.slice(0, 7) : c;
}
const FONTS = [[1, 'italic'], [2, 'bold'], [4, 'underline'], [8, 'strikethrough']];
function style(meta, colors) {
  const font = (meta >>> 11) & 15;
  return {
    fg: colour(colors[(meta >>> 15) & 511]),
    bg: colour(colors[meta >>> 24]),
    font: FONTS.filter(f => font & f[0]).map(f => f[1]).join(' '),
  };
}

export function splitLines(text) {
  const lines = text.split('\n');
  if (lines[lines.length - 1] === '') lines.pop(); // a final newline ends the last line
  return lines.map(l => (l.endsWith('\r') ? l.slice(0, -1) : l));
}

// Yields the tokens of each line; neighbours with equal scopes are joined.
export function* tokenize(grammar, text) {
  let state = tm.INITIAL;
  for (const line of splitLines(text)) {
    const map = byteOffsets(line);
    const r = grammar.tokenizeLine(line, state);
    const tokens = [];
    for (const t of r.tokens) {
      const tok = [map[Math.min(t.startIndex, line.length)], map[Math.min(t.endIndex, line.length)], t.scopes.join(' ')];
      const last = tokens[tokens.length - 1];
      if (last && last[2] === tok[2]) last[1] = tok[1];
      else tokens.push(tok);
    }
    state = r.ruleStack;
    yield tokens;
  }
}

// tokens (as tokenize gives them, of all lines) with a look added to each; colours: what theme() returned.
export function* paint(grammar, text, tokens, colours) {
  let state = tm.INITIAL;
  let n = 0;
  for (const line of splitLines(text)) {
    const map = byteOffsets(line);
    const r = grammar.tokenizeLine2(line, state);
    let k = 0;
    state = r.ruleStack;
    yield tokens[n++].map(tok => {
      while (k + 2 < r.tokens.length && map[Math.min(r.tokens[k + 2], line.length)] <= tok[0]) k += 2;
      return [...tok, style(r.tokens[k + 1], colours)];
    });
  }
}
