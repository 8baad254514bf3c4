#include "ember/expr/regex_table.h"

#include <regex.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <wctype.h>

#include "ember/base/mem.h"
#include "ember/base/number.h"

#define TABLE_PLACES 64  /* characters, dots and sets of a pattern, the start counted as one */
#define TABLE_STATES 255
#define TABLE_DEPTH 16   /* groups in one another */

/* State 0 is dead, state 1 the start. */
struct regex_table {
	unsigned n;
	bool accepts[TABLE_STATES + 1];
	uint8_t next[][128];
};

/* ---- words of the pattern */

enum table_word { WORD_END, WORD_BAD, WORD_CHAR, WORD_ANY, WORD_SET, WORD_OPEN, WORD_CLOSE, WORD_BRANCH,
	WORD_STAR, WORD_PLUS, WORD_MAYBE };

struct table_parser {
	struct str rest;
	unsigned long syntax;
	regex_set_fn *set;
	void *ctx;
	enum table_word word;
	struct str text;      /* of the word; a character without its backslash */
	unsigned n, depth;    /* places so far; the start is place 0 */
	uint64_t at[128];     /* places that take a byte */
	uint64_t follow[TABLE_PLACES];
};

/* What `c` says, with or without a backslash before it. */
static enum table_word word_operator(unsigned long syntax, char c, bool escaped)
{
	switch (c) {
	case '(': case ')':
		if (escaped != !(syntax & RE_NO_BK_PARENS))
			return WORD_CHAR;
		return c == '(' ? WORD_OPEN : WORD_CLOSE;
	case '|':
		if (syntax & RE_LIMITED_OPS)
			return WORD_BAD;
		return escaped == !(syntax & RE_NO_BK_VBAR) ? WORD_BRANCH : WORD_CHAR;
	case '+': case '?':
		if (syntax & RE_LIMITED_OPS)
			return WORD_BAD;
		if (escaped != !!(syntax & RE_BK_PLUS_QM))
			return WORD_CHAR;
		return c == '+' ? WORD_PLUS : WORD_MAYBE;
	default:
		return WORD_BAD;
	}
}

/* Length of the set that `s` begins with; 0 when it holds what not all syntaxes agree on. */
static size_t word_set(struct str s, unsigned long syntax)
{
	size_t i = 1;
	i += i < s.n && s.p[i] == '^';
	i += i < s.n && s.p[i] == ']';
	for (; i < s.n && s.p[i] != ']'; i++) {
		if (s.p[i] == '\\')
			return 0;
		if (s.p[i] != '[')
			continue;
		size_t end = str_find(str_sub(s, i, s.n), STR(":]"));
		if (!(syntax & RE_CHAR_CLASSES) || i + 1 >= s.n || s.p[i + 1] != ':' || end == STR_NONE)
			return 0;
		i += end + 1;
	}
	return i < s.n ? i + 1 : 0;
}

static void table_take(struct table_parser *p)
{
	struct str s = p->rest;
	size_t n = 1;
	p->word = WORD_END;
	if (!s.n)
		return;
	char c = s.p[0], d = s.n > 1 ? s.p[1] : '\0';
	p->text = str_sub(s, 0, 1);
	if (c == '\\') {
		n = 2;
		p->text = str_sub(s, 1, 2);
		p->word = d && strchr(".*[]\\/$^-", d) ? WORD_CHAR : d ? word_operator(p->syntax, d, true) : WORD_BAD;
	} else if (c == '[') {
		n = word_set(s, p->syntax);
		p->text = str_sub(s, 0, n);
		p->word = n ? WORD_SET : WORD_BAD;
	} else if (c == '.') {
		p->word = WORD_ANY;
	} else if (c == '*') {
		p->word = WORD_STAR;
	} else if (strchr("()|+?", c)) {
		p->word = word_operator(p->syntax, c, false);
	} else {
		p->word = c <= ' ' || c > '~' || strchr("{}^$", c) ? WORD_BAD : WORD_CHAR;
	}
	p->rest = str_sub(s, n, s.n);
}

/* ---- places, and which may follow which (Glushkov) */

struct table_part {
	uint64_t first, last;
	bool empty; /* may take nothing */
};

static bool table_bytes(struct table_parser *p, bool bytes[128])
{
	char c = p->text.p[0];
	memset(bytes, 0, 128 * sizeof(*bytes));
	if (p->word == WORD_SET)
		return p->set(p->ctx, p->text, bytes);
	if (p->word == WORD_ANY) {
		memset(bytes + 1, true, 127 * sizeof(*bytes));
		bytes['\n'] = p->syntax & RE_DOT_NEWLINE;
		return true;
	}
	bytes[(unsigned char)c] = true;
	if (!(p->syntax & RE_ICASE) || !ascii_alpha(c))
		return true;
	char low = ascii_lower(c), high = ascii_upper(c);
	bytes[(unsigned char)low] = bytes[(unsigned char)high] = true;
	return towupper((wint_t)low) == (wint_t)high && towlower((wint_t)high) == (wint_t)low; /* not so in Turkish */
}

static bool table_place(struct table_parser *p, struct table_part *out)
{
	bool bytes[128];
	if (p->n >= TABLE_PLACES || !table_bytes(p, bytes))
		return false;
	uint64_t bit = (uint64_t)1 << p->n++;
	for (size_t c = 0; c < 128; c++)
		p->at[c] |= bytes[c] ? bit : 0;
	*out = (struct table_part){ bit, bit, false };
	table_take(p);
	return true;
}

static void table_join(struct table_parser *p, uint64_t from, uint64_t to)
{
	for (unsigned i = 0; i < p->n; i++)
		if (from >> i & 1)
			p->follow[i] |= to;
}

static bool table_branches(struct table_parser *p, struct table_part *out);

static bool table_atom(struct table_parser *p, struct table_part *out)
{
	if (p->word == WORD_CHAR || p->word == WORD_ANY || p->word == WORD_SET)
		return table_place(p, out);
	if (p->word != WORD_OPEN || p->depth++ >= TABLE_DEPTH)
		return false;
	table_take(p);
	if (!table_branches(p, out) || p->word != WORD_CLOSE)
		return false;
	p->depth--;
	table_take(p);
	return true;
}

static bool table_sequence(struct table_parser *p, struct table_part *out)
{
	struct table_part one;
	*out = (struct table_part){ .empty = true };
	do {
		if (!table_atom(p, &one))
			return false;
		for (; p->word == WORD_STAR || p->word == WORD_PLUS || p->word == WORD_MAYBE; table_take(p)) {
			if (p->word != WORD_MAYBE)
				table_join(p, one.last, one.first);
			one.empty |= p->word != WORD_PLUS;
		}
		table_join(p, out->last, one.first);
		out->first |= out->empty ? one.first : 0;
		out->last = one.last | (one.empty ? out->last : 0);
		out->empty &= one.empty;
	} while (p->word != WORD_END && p->word != WORD_BRANCH && p->word != WORD_CLOSE);
	return true;
}

static bool table_branches(struct table_parser *p, struct table_part *out)
{
	struct table_part one;
	if (!table_sequence(p, out))
		return false;
	while (p->word == WORD_BRANCH) {
		table_take(p);
		if (!table_sequence(p, &one))
			return false;
		out->first |= one.first;
		out->last |= one.last;
		out->empty |= one.empty;
	}
	return true;
}

/* ---- sets of places as states */

static uint8_t table_state(struct regex_table *t, uint64_t *places, uint64_t set, uint64_t last)
{
	unsigned i = 0;
	while (i < t->n && places[i] != set)
		i++;
	if (i == t->n && t->n <= TABLE_STATES) {
		places[t->n] = set;
		t->accepts[t->n] = set & last;
		t->n++;
	}
	return (uint8_t)(i <= TABLE_STATES ? i : 0);
}

/* False: too many states. */
static bool table_fill(struct regex_table *t, const struct table_parser *p, uint64_t last)
{
	uint64_t places[TABLE_STATES + 1];
	t->n = 0;
	table_state(t, places, 0, last);
	table_state(t, places, 1, last);
	for (unsigned i = 0; i < t->n; i++) {
		uint64_t to = 0;
		for (unsigned k = 0; k < p->n; k++)
			to |= places[i] >> k & 1 ? p->follow[k] : 0;
		for (size_t c = 0; c < 128; c++) {
			t->next[i][c] = table_state(t, places, to & p->at[c], last);
			if (t->n > TABLE_STATES)
				return false;
		}
	}
	return true;
}

struct regex_table *regex_table_new(struct str text, unsigned long syntax, regex_set_fn *set, void *ctx)
{
	struct table_parser p = { .rest = text, .syntax = syntax, .set = set, .ctx = ctx, .n = 1 };
	struct table_part all;
	table_take(&p);
	if (!table_branches(&p, &all) || p.word != WORD_END)
		return NULL;
	p.follow[0] = all.first;
	struct regex_table *t = mem_alloc(sizeof(*t) + (TABLE_STATES + 1) * sizeof(*t->next));
	if (table_fill(t, &p, all.last | all.empty)) {
		struct regex_table *fit = realloc(t, sizeof(*t) + t->n * sizeof(*t->next));
		return fit ? fit : t;
	}
	free(t);
	return NULL;
}

void regex_table_free(struct regex_table *t)
{
	free(t);
}

int regex_table_whole(const struct regex_table *t, struct str s)
{
	unsigned state = 1;
	for (size_t i = 0; i < s.n && state; i++) {
		if ((unsigned char)s.p[i] >= 128)
			return -1;
		state = t->next[state][(unsigned char)s.p[i]];
	}
	return state && t->accepts[state];
}
