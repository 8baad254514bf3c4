#include "ember/expr/gnu_regex.h"

#include <dlfcn.h>
#include <limits.h>
#include <regex.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "ember/base/mem.h"
#include "ember/base/number.h"
#include "ember/base/panic.h"
#include "ember/expr/regex_table.h"

#define GNU_PLACE 1024 /* no place is looked for in a longer pattern, bytes */
#define GNU_SLOW 48 /* texts that are matched before it is worth while to make a table */

typedef reg_syntax_t set_syntax_fn(reg_syntax_t syntax);
typedef const char *compile_fn(const char *text, size_t len, struct re_pattern_buffer *re);
typedef regoff_t match_fn(struct re_pattern_buffer *re, const char *s, regoff_t len, regoff_t start,
	struct re_registers *regs);
typedef void free_fn(regex_t *re);

struct gnu_regex {
	const char *text; /* borrowed */
	reg_syntax_t syntax;
	struct str must; /* empty, or what gnu_regex_must says */
	bool at_end;
	struct re_pattern_buffer *re; /* one for each worker: the engine keeps its states in them */
	unsigned n;
	unsigned asked; /* texts that worker 0 asked the engine about, up to GNU_SLOW */
	bool tried;     /* to make a table */
	/* Published with release, read with acquire; NULL: not made yet, or the pattern is not plain. */
	_Atomic(struct regex_table *) table;
	set_syntax_fn *set_syntax;
	compile_fn *compile;
	match_fn *match;
	free_fn *free;
};

/* A function's address goes through memory: ISO C has no cast for it. */
static bool gnu_find(void *libc, const char *name, void *fn)
{
	void *at = dlsym(libc, name);
	memcpy(fn, &at, sizeof(at));
	return at != NULL;
}

static bool gnu_load(struct gnu_regex *r)
{
	void *libc = dlopen("libc.so.6", RTLD_LAZY | RTLD_NOLOAD);
	bool ok = libc && gnu_find(libc, "re_set_syntax", &r->set_syntax) &&
		gnu_find(libc, "re_compile_pattern", &r->compile) && gnu_find(libc, "re_match", &r->match) &&
		gnu_find(libc, "regfree", &r->free);
	if (libc)
		dlclose(libc);
	return ok;
}

/* One more compiled form. NULL, or what is wrong. */
static const char *gnu_add(struct gnu_regex *r)
{
	r->re = mem_resize(r->re, (r->n + 1) * sizeof(*r->re));
	memset(&r->re[r->n], 0, sizeof(*r->re));
	r->set_syntax(r->syntax);
	return r->compile(r->text, strlen(r->text), &r->re[r->n++]);
}

struct gnu_regex *gnu_regex_compile(const char *text, unsigned long syntax, const char **wrong)
{
	struct gnu_regex *r = mem_zero(1, sizeof(*r));
	r->text = text;
	r->syntax = syntax;
	if (!(syntax & RE_ICASE))
		r->must = gnu_regex_must(str_from(text), &r->at_end);
	*wrong = gnu_load(r) ? gnu_add(r) : "no regular expression engine in the C library";
	if (!*wrong)
		return r;
	gnu_regex_free(r);
	return NULL;
}

size_t gnu_regex_place(const char *text, unsigned long syntax)
{
	struct gnu_regex r = { .syntax = syntax };
	size_t n = strlen(text);
	if (n > GNU_PLACE || !gnu_load(&r))
		return STR_NONE;
	r.set_syntax(syntax);
	while (n > 0) {
		struct re_pattern_buffer re = { 0 };
		n--;
		bool ok = !r.compile(text, n, &re);
		r.free(&re);
		if (ok)
			break;
	}
	return n;
}

/* What a set stands for is the engine's word: locale, folding and syntax are all in it. */
static bool gnu_set(void *ctx, struct str set, bool bytes[128])
{
	const struct gnu_regex *r = ctx;
	struct re_pattern_buffer re = { 0 };
	r->set_syntax(r->syntax);
	bool ok = !r->compile(set.p, set.n, &re);
	for (int c = 1; ok && c < 128; c++) {
		char text = (char)c;
		bytes[c] = r->match(&re, &text, 1, 0, NULL) == 1;
	}
	r->free(&re);
	return ok;
}

void gnu_regex_quicken(struct gnu_regex *r)
{
	if (r->tried)
		return;
	r->tried = true;
	atomic_store_explicit(&r->table, regex_table_new(str_from(r->text), r->syntax, gnu_set, r), memory_order_release);
}

void gnu_regex_share(struct gnu_regex *r, unsigned workers)
{
	gnu_regex_quicken(r);
	while (r->n < workers)
		if (gnu_add(r))
			panic("a regular expression is wrong only the second time");
}

void gnu_regex_free(struct gnu_regex *r)
{
	for (unsigned i = 0; r && i < r->n; i++)
		r->free(&r->re[i]);
	if (r) {
		free(r->re);
		regex_table_free(atomic_load(&r->table));
	}
	free(r);
}

bool gnu_regex_whole_slow(struct gnu_regex *r, unsigned worker, struct str s)
{
	return s.n <= INT_MAX && r->match(&r->re[worker], s.p, (regoff_t)s.n, 0, NULL) == (regoff_t)s.n;
}

bool gnu_regex_whole(struct gnu_regex *r, unsigned worker, struct str s)
{
	if (r->must.n && (r->at_end ? !str_ends(s, r->must) : str_find(s, r->must) == STR_NONE))
		return false;
	const struct regex_table *t = atomic_load_explicit(&r->table, memory_order_acquire);
	int known = t ? regex_table_whole(t, s) : -1;
	if (known >= 0)
		return known;
	if (worker == 0 && r->asked < GNU_SLOW && ++r->asked == GNU_SLOW)
		gnu_regex_quicken(r);
	return gnu_regex_whole_slow(r, worker, s);
}

/* ---- a glance at the pattern */

/* Means itself in every syntax, unless a backslash stands before it. */
static bool must_plain(char c)
{
	return ascii_alpha(c) || ascii_digit(c) || c == '_' || c == '-' || c == '/';
}

/* The longest run of plain characters; the last of a run may be what an operator repeats. */
static struct str must_inside(struct str text)
{
	struct str best = { 0 };
	for (size_t i = 0; i < text.n;) {
		size_t from = i;
		while (i < text.n && must_plain(text.p[i]))
			i++;
		if (i == from) {
			i++;
			continue;
		}
		size_t to = i;
		if (from > 0 && text.p[from - 1] == '\\')
			from++;
		if (to < text.n && strchr("*+?\\", text.p[to]))
			to--;
		if (to > from && to - from > best.n)
			best = str_sub(text, from, to);
	}
	return best;
}

struct str gnu_regex_must(struct str text, bool *at_end)
{
	struct str none = { 0 };
	size_t from = text.n;
	*at_end = true;
	/* One of several branches, in any of the notations for them. */
	if (str_chr(text, '|') != STR_NONE || str_chr(text, '\n') != STR_NONE)
		return none;
	while (from > 0 && must_plain(text.p[from - 1]))
		from--;
	if (from > 0 && from < text.n && text.p[from - 1] == '\\')
		from++;
	if (from < text.n)
		return str_sub(text, from, text.n);
	*at_end = false;
	/* Inside of a set, a group or an interval a character may stand for none at all. */
	for (size_t i = 0; i < text.n; i++)
		if (strchr("[({", text.p[i]))
			return none;
	return must_inside(text);
}
