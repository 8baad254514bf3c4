// check.mjs: ecat's tokens against the reference's, byte by byte. Prints a line for each check that
// found a difference, and "N passed, N failed". EMBER_DUMP is the command that is judged, run as
//   EMBER_DUMP... --language LANG [--theme THEME] FILE
// Arguments: LANG=FILE or LANG+THEME=FILE, each one check.
import fs from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { openGrammar, splitLines, tokenize } from './reference.mjs';

const WANTED = 0.99; // share of bytes with the same scope stack (and look)
const [command, ...before] = process.env.EMBER_DUMP.split(' ');

const equal = (a, b) => a && b && a[2] === b[2] && JSON.stringify(a[3]) === JSON.stringify(b[3]);

// Bytes of one line that have equal tokens, and the first pair that differs.
function judgeLine(want, got) {
  const bytes = want[want.length - 1][1];
  if (!bytes) return { same: equal(want[0], got[0]) ? 1 : 0, all: 1, pair: [want[0], got[0]] };
  let same = 0, pair = null;
  for (let at = 0, w = 0, g = 0; at < bytes;) {
    while (want[w][1] <= at) w++;
    while (g < got.length && got[g][1] <= at) g++;
    const upto = Math.min(want[w][1], got[g]?.[1] ?? bytes);
    if (equal(want[w], got[g])) same += upto - at;
    else pair ??= [want[w], got[g]];
    at = upto;
  }
  return { same, all: bytes, pair };
}

function judge(ref, got, lines) {
  let same = 0, all = 0, first = '';
  ref.forEach((want, i) => {
    const r = judgeLine(want, got[i] ?? []);
    same += r.same;
    all += r.all;
    if (r.same !== r.all && !first)
      first = `line ${i + 1}: ${lines[i].slice(0, 160)}\n    want ${JSON.stringify(r.pair[0])}\n    got  ${JSON.stringify(r.pair[1])}`;
  });
  if (ref.length !== got.length) first ||= `${ref.length} lines wanted, ${got.length} got`;
  return { share: all ? same / all : 1, first };
}

let passed = 0, failed = 0, exact = 0;
const open = new Map();
for (const arg of process.argv.slice(2)) {
  const cut = arg.indexOf('=');
  const key = arg.slice(0, cut), file = arg.slice(cut + 1);
  const [lang, theme] = key.split('+');
  if (!open.has(key)) open.set(key, await openGrammar({ lang, theme }));
  const text = fs.readFileSync(file, 'utf8');
  const ref = [...tokenize(open.get(key), text)];
  const run = spawnSync(command, [...before, '--language', lang, ...(theme ? ['--theme', theme] : []), file], { maxBuffer: 1 << 30 });
  let got = [], broken = run.status ? `status ${run.status} ${run.signal ?? ''} ${run.stderr.toString('utf8').slice(0, 300)}` : '';
  try {
    got = run.stdout.toString('utf8').split('\n').filter(Boolean).map(l => JSON.parse(l));
  } catch (e) {
    broken ||= e.message;
  }
  const { share, first } = judge(ref, got, splitLines(text));
  const ok = !broken && share >= WANTED && ref.length === got.length;
  if (ok) passed++;
  else failed++;
  if (ok && !first) exact++;
  else console.log(`${ok ? 'ok' : 'not ok'} ${key} ${path.basename(file)}: ${(share * 100).toFixed(3)} % equal ${broken}\n    ${first}`);
}
console.log(`${exact} of ${passed + failed} without any difference`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
