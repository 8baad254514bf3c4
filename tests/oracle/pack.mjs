// pack: reads what the oracle tests compare out of a pack file. Field orders are those of format.h.
import { readFileSync } from 'node:fs'

const SECTIONS = ['text', 'words', 'atoms', 'templates', 'regexes', 'rules', 'captures', 'sets', 'injections',
  'languages', 'names', 'files', 'filesFold', 'extensions', 'extensionsFold', 'interpreters', 'globs', 'firstLines',
  'suffixes', 'themes', 'themeNames', 'nodes', 'edges', 'styles', 'notices']
const HEADER = 32

export class Pack {
  constructor(path) {
    this.bytes = readFileSync(path)
    this.at = {}
    this.size = {}
    SECTIONS.forEach((name, i) => {
      this.at[name] = Number(this.bytes.readBigUInt64LE(HEADER + 16 * i))
      this.size[name] = Number(this.bytes.readBigUInt64LE(HEADER + 16 * i + 8))
    })
  }

  // The k-th 32-bit field of record i, whose records have `fields` fields.
  field(section, i, k = 0, fields = 1) {
    return this.bytes.readUInt32LE(this.at[section] + 4 * (i * fields + k))
  }

  count(section, fields) {
    return this.size[section] / (4 * fields)
  }

  text(offset) {
    if (!offset) return ''
    const at = this.at.text + offset
    return this.bytes.toString('utf8', at + 4, at + 4 + this.bytes.readUInt32LE(at))
  }

  words(first, n) {
    return Array.from({ length: n }, (_, k) => this.field('words', first + k))
  }

  template(id) {
    if (!id) return null
    const [text, first, n] = [0, 1, 2].map((k) => this.field('templates', id, k, 3))
    return text ? this.text(text) : this.words(first, n).map((a) => this.text(this.field('atoms', a))).join(' ')
  }

  regex(id) {
    // The flags past 7 are facts that ember finds out about a text, not what the grammar says.
    return { text: this.text(this.field('regexes', id, 0, 10)), flags: this.field('regexes', id, 1, 10) & 7 }
  }

  rule(id) {
    const at = this.at.rules + 40 * id
    const f = (k) => this.field('rules', id, k, 10)
    return { kind: this.bytes[at], endLast: (this.bytes[at + 1] & 1) !== 0, name: this.template(f(1)),
      content: this.template(f(2)), begin: this.regex(f(3)), end: this.regex(f(4)), captures: this.captures(f(5), f(6)),
      endCaptures: this.captures(f(7), f(8)), set: this.set(f(9)) }
  }

  captures(first, n) {
    return Array.from({ length: n }, (_, k) => {
      const f = (i) => this.field('captures', first + k, i, 4)
      return f(0) ? { name: this.template(f(1)), content: this.template(f(2)), rule: f(3) } : null
    })
  }

  set(id) {
    return id ? this.words(this.field('sets', id, 0, 2), this.field('sets', id, 1, 2)) : []
  }

  injections(first, n) {
    return Array.from({ length: n }, (_, k) => ({
      priority: this.bytes.readInt32LE(this.at.injections + 16 * (first + k) + 8),
      rule: this.field('injections', first + k, 3, 4),
    }))
  }

  languages() {
    const out = new Map()
    for (let i = 0; i < this.count('languages', 15); i++) {
      const f = (k) => this.field('languages', i, k, 15)
      out.set(this.text(f(2)), { name: this.text(f(0)), root: f(3), injections: this.injections(f(8), f(9)) })
    }
    return out
  }

  themes() {
    return Array.from({ length: this.count('themes', 13) - 1 }, (_, k) =>
      ({ name: this.text(this.field('themes', k + 1, 0, 13)), root: this.field('themes', k + 1, 3, 13) }))
  }

  child(node, part) {
    const first = this.field('nodes', node, 0, 4), n = this.field('nodes', node, 1, 4)
    for (let i = first; i < first + n; i++)
      if (this.text(this.field('edges', i, 1, 3)) === part) return this.field('edges', i, 2, 3)
    return 0
  }

  styles(node) {
    const first = this.field('nodes', node, 2, 4), n = this.field('nodes', node, 3, 4)
    return Array.from({ length: n }, (_, k) => {
      const f = (i) => this.field('styles', first + k, i, 6)
      return { parents: this.words(f(0), f(1)).map((t) => this.text(t)), set: f(2), fg: f(3), bg: f(4), font: f(5) }
    })
  }
}
