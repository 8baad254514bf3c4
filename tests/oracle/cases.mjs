// cases.mjs: the fixture grammars of cases/, each line of each case against the reference's tokens.
// EMBER_TOKENS is the program that is judged, run as EMBER_TOKENS GRAMMAR... -- FILE.
// An argument runs only the cases whose name has that word.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { compare } from './compare.mjs';
import { Reference, splitLines, tokenize } from './reference.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'ember-cases.'));
process.on('exit', () => fs.rmSync(work, { recursive: true, force: true }));

// How many bytes of b from i on are one well-formed character; 0 = none.
function wellFormed(b, i) {
  const c = b[i];
  const n = c < 0x80 ? 1 : c >= 0xc2 && c < 0xe0 ? 2 : c >= 0xe0 && c < 0xf0 ? 3 : c >= 0xf0 && c < 0xf5 ? 4 : 0;
  if (!n || i + n > b.length) return 0;
  for (let k = 1; k < n; k++) if ((b[i + k] & 0xc0) !== 0x80) return 0;
  const low = { 0xe0: 0xa0, 0xf0: 0x90 }[c], high = { 0xed: 0x9f, 0xf4: 0x8f }[c];
  return (low && b[i + 1] < low) || (high && b[i + 1] > high) ? 0 : n;
}

// What the grammar is to see: each malformed byte as one 0x1A.
function seen(bytes) {
  const b = Buffer.from(bytes);
  for (let i = 0; i < b.length;) {
    const n = wellFormed(b, i);
    if (!n) b[i] = 0x1a;
    i += n || 1;
  }
  return b.toString('utf8');
}

async function run(c) {
  const grammars = (c.grammars ?? [c.grammar]).map((g, i) => {
    const file = path.join(work, `${i}.json`);
    fs.writeFileSync(file, JSON.stringify({ ...(i ? {} : { scopeName: 's' }), ...g }));
    return file;
  });
  const file = path.join(work, 'text');
  const bytes = Buffer.from(c.bytes ?? c.text, c.bytes === undefined ? 'utf8' : 'latin1');
  fs.writeFileSync(file, bytes);
  const text = seen(bytes);
  const want = [...tokenize(await new Reference({ grammarFiles: grammars }).open(), text)];
  const out = spawnSync(process.env.EMBER_TOKENS, [...grammars, '--', file], { maxBuffer: 1 << 28 });
  if (out.status) return `status ${out.status} ${out.signal ?? ''} ${out.stderr.toString('utf8').slice(0, 2000)}`;
  const names = out.stdout.toString(c.bytes === undefined ? 'utf8' : 'latin1').split('\n').filter(Boolean);
  const r = compare(want, names.map(l => JSON.parse(l)), splitLines(text));
  return r.first;
}

let passed = 0, failed = 0;
for (const name of fs.readdirSync(path.join(here, 'cases')).sort()) {
  const { default: cases } = await import(path.join(here, 'cases', name));
  for (const c of cases) {
    if (!c.name.includes(process.argv[2] ?? '')) continue;
    const problem = await run(c);
    if (problem) {
      failed++;
      console.log(`not ok ${name} ${c.name}: ${problem}`);
    } else passed++;
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
