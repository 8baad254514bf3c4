/*
 * sublime: syntax tests: text whose tokens are stated in lines between its own.
 *
 * A line of assertions begins with a comment mark, given by the first line of the file:
 *     MARK SYNTAX TEST "name.sublime-syntax"
 * and speaks of the last line that is no such line. "^^^ a.b c - d" says of the columns (bytes)
 * above the carets: the scopes a.b and c are there in this order, each as written or longer by a
 * dot, and d is not. "<- a" says it of the column of the mark. "= a.b c" says that the stack is
 * just this.
 */
#ifndef EMBER_TESTS_UNIT_SYNTAX_SUBLIME_H
#define EMBER_TESTS_UNIT_SYNTAX_SUBLIME_H

#include <stdio.h>

#include "ember/base/vec.h"
#include "ember/compile/sublime.h"
#include "ember/syntax/token.h"
#include "fixture.h"

/* A pack of .sublime-syntax files and TextMate grammars. */
struct sublime_fixture {
	struct fixture f;
	struct sublimes set;
	struct pack_writer w;
};

static inline void sublime_begin(struct sublime_fixture *s)
{
	*s = (struct sublime_fixture){ 0 };
	catalog_init(&s->f.catalog, &s->f.a);
	writer_init(&s->w);
}

/* False with *e filled when the file is refused. */
static inline bool sublime_file(struct sublime_fixture *s, const char *path, struct str text, struct err *e)
{
	struct str kept = arena_str(&s->f.a, str_from(path));
	return sublimes_add(&s->set, &s->f.a, kept, text, e) == 0;
}

/* Compile what was added; broken syntaxes are in s->set with their errors. */
static inline void sublime_open(struct sublime_fixture *s)
{
	struct err e = { 0 };
	struct grammar_result *results = ARENA_ARRAY(&s->f.a, struct grammar_result, s->f.grammars.all.n);
	grammars_compile(&s->f.grammars, &s->w, results);
	sublimes_compile(&s->set, &s->f.a, &s->w);
	for (size_t i = 0; i < s->set.all.n; i++)
		if (s->set.all.p[i].context)
			catalog_add_sublime(&s->f.catalog, &s->set.all.p[i]);
	catalog_write(&s->f.catalog, &s->w, results);
	writer_finish(&s->w, &s->f.file, 1);
	if (registry_open(&s->f.reg, s->f.file.p, s->f.file.n, &e) != 0)
		panic(e.what);
}

static inline void sublime_close(struct sublime_fixture *s)
{
	writer_fini(&s->w);
	sublimes_fini(&s->set);
	fixture_close(&s->f);
}

/* One text with its assertions. */
struct syntax_text {
	VEC(struct str) lines;  /* that are tokenised */
	VEC(struct str) claims; /* assertion lines ... */
	VEC(size_t) about;      /* ... and the line that each speaks of */
	size_t at;              /* the line at hand */
};

/*
 * Split text into lines and assertions. With `inside` the assertions are lines of the text too, as
 * in a file of its own; else they are left out.
 */
static inline void syntax_text_split(struct syntax_text *x, struct str text, struct str mark, bool inside)
{
	struct str line;
	size_t about = 0;
	while (str_line(&text, &line)) {
		struct str rest = str_starts(str_trim(line), mark)
			? str_sub(line, str_find(line, mark) + mark.n, line.n) : STR("");
		rest = str_trim(rest);
		bool claim = str_starts(rest, STR("^")) || str_starts(rest, STR("<-"));
		if (claim) {
			VEC_PUSH(&x->claims) = line;
			VEC_PUSH(&x->about) = about;
		}
		if (claim && !inside)
			continue;
		if (!claim)
			about = x->lines.n;
		VEC_PUSH(&x->lines) = line;
	}
}

static inline void syntax_text_fini(struct syntax_text *x)
{
	VEC_FREE(&x->lines);
	VEC_FREE(&x->claims);
	VEC_FREE(&x->about);
}

static inline bool syntax_text_ahead(void *ctx, size_t i, struct str *line)
{
	struct syntax_text *x = ctx;
	if (x->at + 1 + i >= x->lines.n)
		return false;
	*line = x->lines.p[x->at + 1 + i];
	return true;
}

static inline bool scope_extends(struct str scope, struct str want)
{
	return str_starts(scope, want) && (scope.n == want.n || scope.p[want.n] == '.');
}

/* The scopes of `want` are in `path` in this order, from the innermost outwards. */
static inline bool path_has(struct str path, struct str want)
{
	struct str rest = want;
	while (rest.n) {
		size_t b = str_rchr(rest, ' ');
		struct str one = str_sub(rest, b == STR_NONE ? 0 : b + 1, rest.n);
		rest = str_sub(rest, 0, b == STR_NONE ? 0 : b);
		bool found = !one.n;
		while (!found && path.n) {
			b = str_rchr(path, ' ');
			found = scope_extends(str_sub(path, b == STR_NONE ? 0 : b + 1, path.n), one);
			path = str_sub(path, 0, b == STR_NONE ? 0 : b);
		}
		if (!found)
			return false;
	}
	return true;
}

static inline bool selector_holds(struct str path, struct str selector)
{
	selector = str_trim(selector);
	if (str_starts(selector, STR("=")))
		return str_eq(path, str_trim(str_sub(selector, 1, selector.n)));
	for (bool negative = false, more = true; more; negative = true) {
		size_t at = str_find(selector, STR("- "));
		more = at != STR_NONE;
		struct str part = str_trim(str_sub(selector, 0, more ? at : selector.n));
		if (part.n && path_has(path, part) == negative)
			return false;
		if (more)
			selector = str_sub(selector, at + 2, selector.n);
	}
	return true;
}

/* Scope path of each byte of a line, as index into paths (an arena's texts). */
struct painted {
	VEC(struct str) runs;
	VEC(uint32_t) ends;
};

static inline struct str painted_at(const struct painted *p, size_t col)
{
	for (size_t i = 0; i < p->ends.n; i++)
		if (col < p->ends.p[i])
			return p->runs.p[i];
	return p->runs.n ? p->runs.p[p->runs.n - 1] : STR("");
}

/* One assertion line against the line above; counts what fails. */
static inline unsigned claim_check(const struct painted *p, struct str claim, struct str mark,
	const char *where, size_t line)
{
	size_t beg = str_find(claim, mark), col = beg + mark.n, end = col;
	while (col < claim.n && claim.p[col] == ' ')
		col++;
	if (claim.p[col] == '<') {
		end = col + 2;
		col = beg;
	} else {
		for (end = col; end < claim.n && claim.p[end] == '^';)
			end++;
	}
	struct str selector = str_sub(claim, end, claim.n);
	size_t to = claim.p[col] == '^' ? end : col + 1;
	for (size_t c = col; c < to; c++) {
		struct str path = painted_at(p, c);
		if (!selector_holds(path, selector)) {
			fprintf(stderr, "%s: line %zu, column %zu: wanted '%.*s', got '%.*s'\n", where, line + 1,
				c + 1, STR_ARG(selector), STR_ARG(path));
			return 1;
		}
	}
	return 0;
}

/* One pass over the lines. Returns how many claims failed. */
static inline unsigned syntax_text_pass(struct syntax_text *x, struct sublime_fixture *s, uint32_t language,
	enum tokens_engine engine, struct str mark, const char *where)
{
	unsigned bad = 0;
	struct tokens *t = tokens_new(&s->f.reg, NULL);
	struct painted p = { 0 };
	size_t next = 0, n;
	tokens_engine(t, engine);
	tokens_want_scopes(t, true);
	tokens_ahead(t, syntax_text_ahead, x);
	tokens_begin(t, language);
	for (x->at = 0; x->at < x->lines.n; x->at++) {
		const struct span *spans = tokens_line(t, x->lines.p[x->at], &n);
		p.runs.n = p.ends.n = 0;
		for (size_t i = 0; i < n; i++) {
			struct buf b = { 0 };
			tokens_scope_path(t, tokens_scopes(t)[i], &b);
			VEC_PUSH(&p.runs) = arena_str(&s->f.a, buf_view(&b));
			VEC_PUSH(&p.ends) = spans[i].end;
			buf_fini(&b);
		}
		for (; next < x->claims.n && x->about.p[next] == x->at; next++)
			bad += claim_check(&p, x->claims.p[next], mark, where, x->at);
	}
	VEC_FREE(&p.runs);
	VEC_FREE(&p.ends);
	if (tokens_missed(t)->n) {
		fprintf(stderr, "%s: the engines differ, first at '%.*s'\n", where, STR_ARG(tokens_missed(t)->pattern));
		bad++;
	}
	tokens_free(t);
	if (next != x->claims.n)
		fprintf(stderr, "%s: %zu claims without a line\n", where, x->claims.n - next);
	return bad + (next != x->claims.n);
}

/* Tokenise the lines with each engine and check what is claimed of them. Returns how many claims failed. */
static inline unsigned syntax_text_check(struct syntax_text *x, struct sublime_fixture *s, uint32_t language,
	struct str mark, const char *where)
{
	static const enum tokens_engine engines[] = { TOKENS_PLAIN, TOKENS_AUTOMATON, TOKENS_CHECK };
	unsigned bad = 0;
	for (size_t i = 0; i < COUNTOF(engines); i++)
		bad += syntax_text_pass(x, s, language, engines[i], mark, where);
	return bad;
}

#endif
