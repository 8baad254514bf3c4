// rules: every rule of every grammar, as the reference's own compiler makes it, against the pack's; and random
// scope paths through every theme. node rules.mjs PACK THEMES-FOLDER
import { createRequire } from 'node:module'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Pack } from './pack.mjs'

const [packFile, themes] = process.argv.slice(2)
const modules = resolve(themes, 'node_modules')
const { Registry } = createRequire(import.meta.url)(join(modules, 'vscode-textmate'))
const index = await import(join(modules, 'tm-grammars/index.js'))
const pack = new Pack(packFile)
const json = (path) => JSON.parse(readFileSync(path, 'utf8'))
const packaged = [...index.grammars, ...index.injections]
  .map((g) => ({ ...g, file: join(modules, 'tm-grammars/grammars', g.name + '.json') }))
const own = readdirSync(join(themes, 'grammars')).map((name) => join(themes, 'grammars', name))
  .map((file) => ({ name: file.replace(/.*\/|\.json$/g, ''), scopeName: json(file).scopeName, file }))
const grammars = [...packaged, ...own]
let passed = 0
let failed = 0

function verdict(what, problems) {
  if (problems.length === 0) {
    passed++
    return
  }
  failed++
  console.log(`FAIL ${what}: ${problems.length} differences`)
  for (const p of problems.slice(0, 3)) console.log('  ' + p)
}

// ---- rules: both graphs are walked together from the root
const idle = { createOnigScanner: () => ({ findNextMatchSync: () => null, dispose() {} }),
  createOnigString: (content) => ({ content, dispose() {} }) }

function injectionsInto(scope) {
  const parts = scope.split('.')
  return parts.flatMap((_, i) => grammars.filter((g) => g.injectTo?.includes(parts.slice(0, i + 1).join('.')))
    .map((g) => g.scopeName))
}

const kindOf = (r) => (r._match ? 1 : r._while ? 4 : r._begin ? 3 : 2)
const value = (s) => (typeof s === 'string' ? s : null) // a null in a grammar becomes an object there

class Pairs {
  constructor(grammar, problems) {
    this.grammar = grammar
    this.problems = problems
    this.ours = new Map() // reference's rule id to ours
    this.queue = []
  }

  add(theirs, ours, where) {
    if (this.ours.has(theirs)) {
      if (this.ours.get(theirs) !== ours) this.problems.push(`${where}: bound twice`)
      return
    }
    this.ours.set(theirs, ours)
    this.queue.push([theirs, ours, where])
  }

  equal(a, b, where) {
    if (a !== b) this.problems.push(`${where}: ${JSON.stringify(a)} is ${JSON.stringify(b)} here`.slice(0, 300))
  }

  regex(theirs, ours, ends, where) {
    this.equal(theirs.source, ours.text, where)
    this.equal(theirs.hasAnchor, (ours.flags & 3) !== 0, where + ' anchor')
    if (ends) this.equal(theirs.hasBackReferences, (ours.flags & 4) !== 0, where + ' back reference')
  }

  captures(theirs, ours, where) {
    if (theirs.length === 1 && !theirs[0] && ours.length === 0) return // a list of none
    this.equal(theirs.length, ours.length, where + ' captures')
    theirs.forEach((t, i) => {
      const o = ours[i]
      this.equal(!!t, !!o, `${where} capture ${i}`)
      if (!t || !o) return
      this.equal(value(t._name), o.name, `${where} capture ${i}`)
      this.equal(value(t._contentName), o.content, `${where} capture ${i}`)
      this.equal(!!t.retokenizeCapturedWithRuleId, !!o.rule, `${where} capture ${i} rule`)
      if (t.retokenizeCapturedWithRuleId && o.rule) this.add(t.retokenizeCapturedWithRuleId, o.rule, `${where}/${i}`)
    })
  }

  // What a rule's children contribute, in order. A repeated rule never wins, so the pack leaves it out: one that
  // is the same rule, or that stands for the same text reached by another way.
  children(rule, ours, where) {
    const list = []
    for (const p of rule.patterns ?? []) this.grammar.getRule(p).collectPatterns(this.grammar, { push: (x) => list.push(x.ruleId) })
    const seen = new Set()
    const unique = list.filter((id) => !seen.has(id) && seen.add(id))
    let at = 0
    const placed = new Set()
    for (const id of unique) {
      if (placed.has(this.ours.get(id))) continue
      if (at === ours.length) break
      placed.add(ours[at])
      this.add(id, ours[at], `${where}>${at}`)
      at++
    }
    this.equal(placed.size, ours.length, where + ' children')
  }

  run() {
    let n = 0
    for (; this.queue.length; n++) {
      const [id, oursId, where] = this.queue.shift()
      const r = this.grammar.getRule(id)
      const o = pack.rule(oursId)
      const kind = kindOf(r)
      this.equal(kind, o.kind, where + ' kind')
      if (kind !== o.kind) continue
      this.equal(value(r._name), o.name, where + ' name')
      this.equal(value(r._contentName), o.content, where + ' contentName')
      if (kind === 1) {
        this.regex(r._match, o.begin, false, where)
        this.captures(r.captures, o.captures, where)
        continue
      }
      if (kind !== 2) {
        this.regex(r._begin, o.begin, false, where)
        this.regex(kind === 3 ? r._end : r._while, o.end, true, where)
        this.captures(r.beginCaptures, o.captures, where)
        this.captures(kind === 3 ? r.endCaptures : r.whileCaptures, o.endCaptures, where)
        if (kind === 3) this.equal(!!r.applyEndPatternLast, o.endLast, where + ' end last')
      }
      this.children(r, o.set, where)
    }
    return n
  }
}

async function compareGrammars() {
  const registry = new Registry({ onigLib: Promise.resolve(idle), loadGrammar: async () => null })
  for (const g of grammars) // all of them first: what only captures include is found too
    await registry.addGrammar(json(g.file), injectionsInto(g.scopeName))
  const languages = pack.languages()
  let rules = 0
  for (const g of grammars) {
    const ours = languages.get(g.scopeName)
    if (!ours) continue // left out by licence
    const problems = []
    const grammar = await registry._grammarForScopeName(g.scopeName)
    grammar.tokenizeLine('', null)
    const pairs = new Pairs(grammar, problems)
    pairs.add(grammar._rootId, ours.root, g.name)
    const injections = grammar.getInjections()
    pairs.equal(injections.length, ours.injections.length, 'injections')
    injections.forEach((x, i) => {
      pairs.equal(x.priority, ours.injections[i]?.priority, `injection ${i}`)
      if (ours.injections[i]) pairs.add(x.ruleId, ours.injections[i].rule, `injection ${i}`)
    })
    rules += pairs.run()
    verdict('rules of ' + g.name, problems)
  }
  console.log(`${rules} rules compared`)
}

// ---- themes: random paths of the theme's own scopes and of grammars'
let seed = 1
function random(n) {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
  return (seed >>> 8) % n
}
const hex = (v) => '#' + v.toString(16).toUpperCase().padStart(8, '0')
function long(colour) {
  let c = colour.toUpperCase()
  if (c.length <= 5) c = '#' + [...c.slice(1)].map((x) => x + x).join('')
  return c.length === 7 ? c + 'FF' : c
}
const isOrExtends = (scope, prefix) => scope === prefix || (scope.startsWith(prefix) && scope[prefix.length] === '.')

function parentsMatch(parents, path) {
  let at = path.length - 2
  for (let k = 0; k < parents.length; k++) {
    const next = parents[k] === '>'
    if (next && ++k === parents.length) return false
    while (at >= 0 && !isOrExtends(path[at], parents[k])) {
      if (next) return false
      at--
    }
    if (at-- < 0) return false
  }
  return true
}

function lookup(root, path) {
  let node = root
  for (const part of path.at(-1).split('.')) {
    const child = pack.child(node, part)
    if (!child) break
    node = child
  }
  const style = node === root ? null : pack.styles(node).find((s) => parentsMatch(s.parents, path))
  return style ? [style.set & 1 ? hex(style.fg) : null, style.set & 2 ? hex(style.bg) : null, style.set & 4 ? style.font : -1]
    : [null, null, -1]
}

function compareTheme(theme, atoms, paths) {
  const file = join(modules, 'tm-themes/themes', theme.name + '.json')
  const source = json(existsSync(file) ? file : join(themes, theme.name + '.json'))
  const rules = source.tokenColors.filter((r) => r.scope && (Array.isArray(r.scope) || r.scope.trim()))
  const registry = new Registry({ onigLib: Promise.resolve(idle), loadGrammar: async () => null })
  registry.setTheme({ settings: rules })
  const reference = registry._syncRegistry._theme
  const colours = registry.getColorMap()
  const scopes = rules.flatMap((r) => (Array.isArray(r.scope) ? r.scope : r.scope.split(',')))
    .flatMap((s) => s.trim().split(/[ >]+/)).filter(Boolean)
  const problems = []
  for (let i = 0; i < paths; i++) {
    const path = Array.from({ length: 1 + random(4) }, () => {
      const kind = random(3)
      return kind === 0 ? atoms[random(atoms.length)] : scopes[random(scopes.length)] + (kind === 1 ? '.x' : '')
    })
    const m = reference.match(path.reduce((parent, scopeName) => ({ parent, scopeName }), null))
    const want = m ? [m.foregroundId ? long(colours[m.foregroundId]) : null, m.backgroundId ? long(colours[m.backgroundId]) : null, m.fontStyle]
      : [null, null, -1]
    const got = lookup(theme.root, path)
    if (JSON.stringify(want) !== JSON.stringify(got)) problems.push(`${path.join(' ')}: ${want} is ${got} here`)
  }
  verdict('theme ' + theme.name, problems)
}

await compareGrammars()
const atoms = Array.from({ length: pack.count('atoms', 1) - 1 }, (_, i) => pack.text(pack.field('atoms', i + 1)))
for (const theme of pack.themes()) compareTheme(theme, atoms, 2000)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
