// check.mjs: ecat's tokens against the reference's, byte by byte. Prints a line for each check that
// found a difference, and "N passed, N failed". EMBER_DUMP is the command that is judged, run as
//   EMBER_DUMP... --language LANG [--theme THEME] FILE
// Arguments: LANG=FILE, one check, or LANG+THEME+THEME=FILE, one more for each theme; @LIST reads them
// from the lines of a file. Any difference fails a check; SHARE=99.9 is content with that share of
// equal bytes (in percent) in each. A LANG or THEME with a slash is a file; ecat finds it in the user's
// folders by its name without the ending.
import fs from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { compare } from './compare.mjs';
import { paint, Reference, splitLines, tokenize } from './reference.mjs';

const [command, ...before] = process.env.EMBER_DUMP.split(' ');
const share = Number(process.env.SHARE ?? 100);

const isFile = name => name.includes('/');
const stem = name => isFile(name) ? path.basename(name).split('.')[0] : name;

function dump(lang, theme, file) {
  const args = [...before, '--language', stem(lang), ...(theme ? ['--theme', stem(theme)] : []), file];
  const run = spawnSync(command, args, { maxBuffer: 1 << 30 });
  if (run.status) return { broken: `status ${run.status} ${run.signal ?? ''} ${run.stderr.toString('utf8').slice(0, 300)}` };
  try {
    return { got: run.stdout.toString('utf8').split('\n').filter(Boolean).map(l => JSON.parse(l)) };
  } catch (e) {
    return { broken: e.message };
  }
}

let passed = 0, failed = 0, same = 0, all = 0;

function judge(name, file, want, lines, { got = [], broken = '' }) {
  const r = compare(want, got, lines);
  const ok = !broken && want.length === got.length && r.same * 100 >= share * r.all;
  same += r.same;
  all += r.all;
  if (ok) passed++;
  else failed++;
  if (broken || r.first)
    console.log(`${ok ? 'ok' : 'not ok'} ${name} ${path.basename(file)}: ${((100 * r.same) / r.all).toFixed(3)} % equal ${broken}\n    ${r.first}`);
}

const args = process.argv.slice(2)
  .flatMap(a => (a[0] === '@' ? fs.readFileSync(a.slice(1), 'utf8').split('\n').filter(Boolean) : [a]));
const grammarFiles = [...new Set(args.map(a => a.slice(0, a.indexOf('=')).split('+')[0]).filter(isFile))];
const reference = new Reference({ grammarFiles });
let open = null, grammar = null;
for (const arg of args) {
  const cut = arg.indexOf('=');
  const [lang, ...themes] = arg.slice(0, cut).split('+'), file = arg.slice(cut + 1);
  if (open !== lang) {
    if (grammar) reference.close(grammar);
    open = lang;
    grammar = await reference.open(isFile(lang) ? JSON.parse(fs.readFileSync(lang, 'utf8')).scopeName : lang);
  }
  const text = fs.readFileSync(file, 'utf8'), lines = splitLines(text);
  const want = [...tokenize(grammar, text)];
  judge(lang, file, want, lines, dump(lang, null, file));
  for (const theme of themes)
    judge(`${lang}+${theme}`, file, [...paint(grammar, text, want, reference.theme(theme))], lines, dump(lang, theme, file));
}
console.log(`${((100 * same) / all).toFixed(4)} % of ${all} bytes equal`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
