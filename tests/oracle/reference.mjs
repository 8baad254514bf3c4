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
  const known = themes.find(t => t.name === name);
  const file = known ? path.join(modules, 'tm-themes/themes', `${known.name}.json`) : name;
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

// The reference does not load grammars that only captures include; whether it knows them depends on
// what was opened before. Here all are known.
async function loadIncluded(registry, scope, raw, seen = new Set()) {
  if (seen.has(scope) || !raw(scope)) return;
  seen.add(scope);
  for (const [, other] of JSON.stringify(raw(scope)).matchAll(/"include":"([a-z][^"#]*)/gi))
    await loadIncluded(registry, other, raw, seen);
  await registry.loadGrammar(scope);
}

// grammarFiles: own grammars in JSON or plist form; the first is the root when `lang` is not given.
export async function openGrammar({ lang, grammarFiles = [], theme }) {
  const own = new Map();
  for (const f of grammarFiles) {
    const raw = tm.parseRawGrammar(fs.readFileSync(f, 'utf8'), f);
    own.set(raw.scopeName, raw);
  }
  const scope = lang ? findLanguage(lang)?.scopeName : own.keys().next().value;
  if (!scope) throw new Error(`unknown language ${lang}`);
  const parsed = new Map();
  const raw = s => {
    const file = fileOf.get(s);
    if (!own.has(s) && !parsed.has(s))
      parsed.set(s, file ? tm.parseRawGrammar(fs.readFileSync(file, 'utf8'), file) : null);
    return own.get(s) ?? parsed.get(s);
  };
  const registry = new tm.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: sources => new onig.OnigScanner(sources),
      createOnigString: s => new onig.OnigString(s),
    }),
    theme: theme ? readTheme(theme) : undefined,
    loadGrammar: async s => raw(s),
    getInjections: s => [
      ...injectionsFor(s),
      ...[...own.values()].filter(g => g.injectTo?.includes(s)).map(g => g.scopeName),
    ],
  });
  await loadIncluded(registry, scope, raw);
  return { grammar: await registry.loadGrammar(scope), colors: theme ? registry.getColorMap() : null };
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
export function* tokenize({ grammar, colors }, text) {
  let state = tm.INITIAL;
  for (const line of splitLines(text)) {
    const map = byteOffsets(line);
    const at = i => map[Math.min(i, line.length)];
    const r = grammar.tokenizeLine(line, state);
    const styled = colors ? grammar.tokenizeLine2(line, state).tokens : null;
    const tokens = [];
    let k = 0;
    for (const t of r.tokens) {
      const tok = [at(t.startIndex), at(t.endIndex), t.scopes.join(' ')];
      if (styled) {
        while (k + 2 < styled.length && styled[k + 2] <= t.startIndex) k += 2;
        tok.push(style(styled[k + 1], colors));
      }
      const last = tokens[tokens.length - 1];
      if (last && last[2] === tok[2]) last[1] = tok[1];
      else tokens.push(tok);
    }
    state = r.ruleStack;
    yield tokens;
  }
}
