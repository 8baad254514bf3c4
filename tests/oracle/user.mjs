// user.mjs: writes what user.sh has ecat read from the user's folders, made of the packages' grammars and themes,
// and beside it what the reference is to make of the same. Arguments: the configuration folder, a folder for the
// reference. Prints lines "theme FILE" and "grammar FILE SAMPLE".
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { root, readTheme } from './reference.mjs';

const [config, reference] = process.argv.slice(2);
const modules = path.join(root, 'themes/node_modules');
const require = createRequire(path.join(root, 'themes/package.json'));
const tm = require('vscode-textmate');
for (const d of ['syntaxes', 'themes/parts']) fs.mkdirSync(path.join(config, d), { recursive: true });

const escaped = s => s.replace(/[&<>]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]);
function plist(v) {
  if (Array.isArray(v)) return `<array>${v.map(plist).join('\n')}</array>`;
  if (typeof v === 'object') return `<dict>${Object.entries(v).map(([k, x]) => `<key>${escaped(k)}</key>${plist(x)}`).join('\n')}</dict>`;
  if (typeof v === 'number') return `<integer>${v}</integer>`;
  if (typeof v === 'boolean') return `<${v}/>`;
  return `<string>${escaped(v)}</string>`;
}
const document = v => `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">${plist(v)}</plist>\n`;
const write = (folder, name, text) => fs.writeFileSync(path.join(folder, name), text);
const file = (folder, name) => path.join(folder, name);

for (const name of ['dracula', 'one-dark-pro', 'github-light']) {
  const theme = readTheme(name);
  const rules = theme.settings.slice(1).map(r => ({ ...r, scope: Array.isArray(r.scope) ? r.scope.join(', ') : r.scope }));
  const plain = { name, settings: [theme.settings[0], ...rules] };
  // .tmTheme: the reference reads the very file
  write(path.join(config, 'themes'), `p_${name}.tmTheme`, document(plain));
  console.log(`theme ${file(path.join(config, 'themes'), `p_${name}.tmTheme`)}`);
  // JSON with comments and trailing commas that includes another one, below it; the reference reads it whole
  const half = theme.settings.length >> 1, colors = theme.settings[0].settings;
  const whole = {
    name, type: 'dark', tokenColors: theme.settings.slice(1),
    colors: { 'editor.foreground': colors.foreground, 'editor.background': colors.background },
  };
  const base = { ...whole, tokenColors: whole.tokenColors.slice(0, half), colors: { 'editor.foreground': '#123456', 'editor.background': colors.background } };
  const child = { include: `./parts/${name}_base.json`, colors: { 'editor.foreground': colors.foreground }, tokenColors: whole.tokenColors.slice(half) };
  write(path.join(config, 'themes/parts'), `${name}_base.json`, `// the base\n${JSON.stringify(base, null, 1).replace(/\n\}$/, ',\n}')}`);
  write(path.join(config, 'themes'), `i_${name}.json`, `/* the child */ ${JSON.stringify(child)}`);
  write(reference, `i_${name}.json`, JSON.stringify(whole));
  console.log(`theme ${file(reference, `i_${name}.json`)}`);
  // tokenColors as a path
  write(path.join(config, 'themes'), `t_${name}.json`, JSON.stringify({ ...whole, tokenColors: `./p_${name}.tmTheme` }));
  write(reference, `t_${name}.json`, JSON.stringify(whole));
  console.log(`theme ${file(reference, `t_${name}.json`)}`);
}

// Grammars under other scopes, so that they are the user's and what they include is built in.
for (const [name, sample] of [['markdown', 'markdown.md'], ['html', 'html.html'], ['cpp', 'cpp.cpp'], ['php', 'php.php'],
  ['vue', 'vue.vue'], ['typescript', 'typescript.ts']]) {
  const at = path.join(modules, 'tm-grammars/grammars', `${name}.json`);
  const raw = { ...tm.parseRawGrammar(fs.readFileSync(at, 'utf8'), at), scopeName: `text.own.${name}`, name: `Own ${name}` };
  const json = !['markdown', 'typescript'].includes(name); // some others hold what XML cannot
  const own = `own_${name}.${json ? 'tmLanguage.json' : 'tmLanguage'}`;
  write(path.join(config, 'syntaxes'), own, json ? JSON.stringify(raw) : document(raw));
  write(reference, `own_${name}.json`, JSON.stringify(raw));
  console.log(`grammar ${file(reference, `own_${name}.json`)} ${sample}`);
}
