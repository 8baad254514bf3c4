#!/usr/bin/env node
'use strict';
// Templates, regexes, classes.
import def, { a as b, default as c } from './mod.js';
import * as ns from "ns";
export default class Ring extends Base {
  static #count = 0;
  #secret = 0xFF_FFn;
  static { Ring.#count++; }
  constructor(x = 1, { y, ...rest } = {}, ...args) {
    super(...args);
    this.x = x ?? y?.z?.[0] ?? rest;
  }
  get size() { return this.#secret; }
  set size(v) { this.#secret = v | 0; }
  async *items(n) {
    for await (const i of source(n)) yield* [i, i ** 2];
  }
  static of = async (x) => { await x; return new this(x); };
  ['computed' + 1]() {}
}

const re = /^(?<year>\d{4})-[a-z\]/]+(?=x)\/\u{1F600}$/giu, notRe = a / b / 2;
const nums = [1, .5, 1e-3, 0b101, 0o17, 1_000, NaN, Infinity, -0];
const tpl = `hello ${user.name.replace(/`/g, "'")} and ${`nested ${1 + 1}`} \${not} \n`;
const tagged = String.raw`C:\path\${x}`;
const html = /* html */ `<p class="a">${x}</p>`;

/**
 * JSDoc block.
 * @param {string} name - the name
 * @returns {Promise<number[]>} list
 */
export async function* load(name, { depth = 1 } = {}, [first, , third] = []) {
  label: for (let i = 0, j = 1; i < 10; i++, j--) {
    if (i in nums && !(name instanceof Ring)) continue label;
    else if (typeof i === 'number' || void 0 !== i) break label;
  }
  try {
    const { default: mod } = await import(`./${name}.js`);
    throw new TypeError("bad\t\x41\u00e9\
 continued");
  } catch ({ message }) {
    console.log(message, new.target, import.meta.url);
  } finally {
    delete nums[0]; debugger;
  }
  switch (name) {
    case 'a': case "b": return;
    default: yield first ? third : null;
  }
  const obj = { a, b: 1, async c() {}, get d() { return 1; }, *e() {}, [`f${1}`]: x => ({ x }), 'g-h': undefined, ...rest };
  var f = function named(a, b) { return arguments.length >>> 1; }, g = (a) => a => a;
  do { x ||= y; x &&= z; x ??= w; x **= 2; } while (x--);
  with (Math) { let z = max(PI, sqrt(2)); }
  document.querySelector('#id').addEventListener('click', e => e.preventDefault(), { once: true });
  return a < b && c > d ? (x, y) : <notjsx>x;
}
if (x) /re/.test(y); else z = y /2/ 1;
// eslint-disable-next-line
let { length } = "abc", [q = 1] = [], ünï = 'é😀';
export { load as reload, def }; export * from './other.js';
