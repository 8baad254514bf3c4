// sweep: real files for the reference's tokens. node sweep.mjs PER-EXTENSION MAX-BYTES FOLDER... prints
// LANG=FILE for check.mjs: of each ending up to so many files that are text, spread over what there is.
// EMBER_DUMP is the command that says which language a file is in.
import fs from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { languages } from './reference.mjs';

const [command, ...before] = process.env.EMBER_DUMP.split(' ');
const [each, most] = process.argv.slice(2, 4).map(Number);
const byScope = new Map(languages.map(g => [g.scopeName, g.name]));
const found = new Map();

function walk(dir) {
  let entries = [];
  try {
    entries = fs.readdirSync(dir, { withFileTypes: true });
  } catch {
    return;
  }
  for (const e of entries) {
    const full = path.join(dir, e.name);
    if (e.isDirectory()) walk(full);
    if (!e.isFile()) continue;
    const key = e.name.includes('.', 1) ? e.name.replace(/^.*\./, '') : e.name;
    if (!found.has(key)) found.set(key, []);
    found.get(key).push(full);
  }
}

function isText(file) {
  const size = fs.statSync(file).size;
  if (size < 20 || size > most) return false;
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(fs.readFileSync(file)).includes('\0');
  } catch {
    return false;
  }
}

function languageOf(file) {
  const run = spawnSync(command, [...before, file], { maxBuffer: 1 << 28 });
  const scope = /^\[\[\d+,\d+,"([^ "]*)/.exec(run.stdout?.toString('utf8').slice(0, 200) ?? '')?.[1];
  return byScope.get(scope);
}

for (const dir of process.argv.slice(4)) walk(dir);
const out = [];
for (const files of found.values()) {
  let taken = 0;
  const step = Math.max(1, Math.floor(files.length / (2 * each)));
  for (let i = 0; i < files.length && taken < each; i += step) {
    const lang = isText(files[i]) && languageOf(files[i]);
    if (!lang) {
      if (!taken && i > 8 * step) break; // nothing for us under that ending
      continue;
    }
    out.push(`${lang}=${files[i]}`);
    taken++;
  }
}
console.log(out.sort().join('\n'));
