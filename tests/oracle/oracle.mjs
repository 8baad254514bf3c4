#!/usr/bin/env node
// Prints the reference's tokens of files, one JSON array for each line.
import fs from 'node:fs';
import { isInjection, languages, paint, Reference, tokenize } from './reference.mjs';

const usage = `usage: oracle.mjs --lang NAME [--theme NAME] FILE...
       oracle.mjs --grammar FILE... [--theme NAME] FILE...   own grammars, the first is the root
       oracle.mjs --list`;
const opt = { grammarFiles: [] }, files = [];
for (let args = process.argv.slice(2); args.length;) {
  const a = args.shift();
  if (a === '--lang') opt.lang = args.shift();
  else if (a === '--theme') opt.theme = args.shift();
  else if (a === '--grammar') opt.grammarFiles.push(args.shift());
  else if (a === '--list') {
    for (const g of languages) console.log(isInjection(g) ? `${g.name} injection` : g.name);
    process.exit(0);
  } else if (a.startsWith('-')) {
    console.error(usage);
    process.exit(1);
  } else files.push(a);
}
if (!files.length || !(opt.lang || opt.grammarFiles.length)) {
  console.error(usage);
  process.exit(1);
}
const reference = new Reference(opt);
const grammar = await reference.open(opt.lang);
const colours = opt.theme ? reference.theme(opt.theme) : null;
for (const f of files) {
  const text = fs.readFileSync(f, 'utf8');
  const plain = [...tokenize(grammar, text)];
  for (const tokens of colours ? paint(grammar, text, plain, colours) : plain) fs.writeSync(1, JSON.stringify(tokens) + '\n');
}
