#include "ember/text/glob.h"

#include <stdint.h>
#include <stdlib.h>

#include "ember/base/buf.h"
#include "ember/base/mem.h"
#include "ember/base/size.h"
#include "ember/base/vec.h"
#include "ember/text/utf8.h"

enum glob_op {
	GLOB_LIT,      /* bytes [from, from + n) of text */
	GLOB_ANY,      /* ? */
	GLOB_STAR,     /* * */
	GLOB_CLASS,    /* ranges [from, from + n) */
	GLOB_FOLDERS,  /* "**" and its '/': any number of whole components */
	GLOB_ALL,      /* "**" at the end */
};

struct glob_token {
	uint8_t op;
	bool negated;
	uint32_t from, n;
};

struct glob_range {
	uint32_t lo, hi;
};

struct glob_branch {
	uint32_t from, n; /* tokens */
};

struct glob {
	unsigned flags;
	VEC(struct glob_token) tokens;
	VEC(struct glob_range) ranges;
	VEC(struct glob_branch) branches;
	struct buf text;
};

/* ---------------------------------------------------------------- compiling */

static void glob_add_byte(struct glob *g, size_t first, char c)
{
	struct glob_token *last = g->tokens.n > first ? &g->tokens.p[g->tokens.n - 1] : NULL;
	if (g->flags & GLOB_NOCASE)
		c = ascii_lower(c);
	if (!last || last->op != GLOB_LIT) {
		VEC_PUSH(
			&g->tokens) = (struct glob_token){ .op = GLOB_LIT, .from = u32(g->text.n) };
		last = &g->tokens.p[g->tokens.n - 1];
	}
	buf_char(&g->text, c);
	last->n++;
}

/* One character of a class at *i, moved behind it: a byte, or a whole character with GLOB_UTF8. */
static uint32_t glob_unit(const struct glob *g, struct str p, size_t *i)
{
	uint32_t cp;
	unsigned n = (g->flags & GLOB_UTF8) ? utf8_decode(str_sub(p, *i, p.n), &cp) : 0;
	if (n > 1) {
		*i += n;
		return cp;
	}
	return (unsigned char)p.p[(*i)++];
}

struct glob_named {
	char name[8];
	struct glob_range r[4];
	unsigned n;
};

/* ASCII's POSIX classes. */
static const struct glob_named glob_posix[] = {
	{ "alnum", { { '0', '9' }, { 'A', 'Z' }, { 'a', 'z' } }, 3 },
	{ "alpha", { { 'A', 'Z' }, { 'a', 'z' } }, 2 },
	{ "blank", { { ' ', ' ' }, { '\t', '\t' } }, 2 },
	{ "cntrl", { { 0, 31 }, { 127, 127 } }, 2 },
	{ "digit", { { '0', '9' } }, 1 },
	{ "graph", { { '!', '~' } }, 1 },
	{ "lower", { { 'a', 'z' } }, 1 },
	{ "print", { { ' ', '~' } }, 1 },
	{ "punct", { { '!', '/' }, { ':', '@' }, { '[', '`' }, { '{', '~' } }, 4 },
	{ "space", { { '\t', '\r' }, { ' ', ' ' } }, 2 },
	{ "upper", { { 'A', 'Z' } }, 1 },
	{ "xdigit", { { '0', '9' }, { 'A', 'F' }, { 'a', 'f' } }, 3 },
};

/* "[:name:]" at i: its length with the ranges added, 0 = not one, STR_NONE = unknown name. */
static size_t glob_add_posix(struct glob *g, struct str p, size_t i)
{
	if (!(g->flags & GLOB_POSIX) || i + 1 >= p.n || p.p[i] != '[' || p.p[i + 1] != ':')
		return 0;
	size_t end = str_chr(str_sub(p, i + 2, p.n), ']');
	if (end == STR_NONE || !end || p.p[i + 2 + end - 1] != ':')
		return 0;
	struct str name = str_sub(p, i + 2, i + 2 + end - 1);
	for (size_t k = 0; k < COUNTOF(glob_posix); k++) {
		if (!str_eqc(name, glob_posix[k].name))
			continue;
		for (unsigned r = 0; r < glob_posix[k].n; r++)
			VEC_PUSH(&g->ranges) = glob_posix[k].r[r];
		return end + 3;
	}
	return STR_NONE;
}

/* The class that starts behind '[' at i. Returns the offset behind its ']', or STR_NONE. */
static size_t glob_add_class(struct glob *g, struct str p, size_t i, struct err *e)
{
	struct glob_token t = { .op = GLOB_CLASS, .from = u32(g->ranges.n) };
	if (i < p.n && (p.p[i] == '!' || p.p[i] == '^')) {
		t.negated = true;
		i++;
	}
	for (size_t first = i;; ) {
		if (i >= p.n) {
			err_text(e, "unclosed character class, missing ']'");
			return STR_NONE;
		}
		if (p.p[i] == ']' && i > first)
			break;
		size_t named = glob_add_posix(g, p, i);
		if (named == STR_NONE) {
			err_text(e, "unknown character class name");
			return STR_NONE;
		}
		if (named) {
			i += named;
			continue;
		}
		if (p.p[i] == '\\' && i + 1 < p.n)
			i++;
		uint32_t lo = glob_unit(g, p, &i), hi = lo;
		if (i + 1 < p.n && p.p[i] == '-' && p.p[i + 1] != ']') {
			i++;
			if (p.p[i] == '\\' && i + 1 < p.n)
				i++;
			hi = glob_unit(g, p, &i);
			if (hi < lo && !(g->flags & GLOB_POSIX)) {
				err_text(e, "invalid range in a character class");
				return STR_NONE;
			}
		}
		VEC_PUSH(&g->ranges) = (struct glob_range){ lo, hi };
	}
	t.n = u32(g->ranges.n) - t.from;
	VEC_PUSH(&g->tokens) = t;
	return i + 1;
}

/*
 * A run of stars at i: what it means depends on its neighbours. git takes the plain text at a
 * pattern's start off before it looks at the rest, so that "a**" begins with "**" for it.
 */
static size_t glob_add_stars(struct glob *g, struct str p, size_t i)
{
	size_t start = i, plain = 0;
	while (i < p.n && p.p[i] == '*')
		i++;
	while (plain < start && !strchr("?[\\*", p.p[plain]))
		plain++;
	bool alone = i - start > 1 &&
		(start == 0 || p.p[start - 1] == '/' ||
			((g->flags & GLOB_POSIX) && plain == start));
	if (alone && i == p.n) {
		VEC_PUSH(&g->tokens) = (struct glob_token){ .op = GLOB_ALL };
	} else if (alone && p.p[i] == '/') {
		VEC_PUSH(&g->tokens) = (struct glob_token){ .op = GLOB_FOLDERS };
		i++;
	} else {
		VEC_PUSH(&g->tokens) = (struct glob_token){ .op = GLOB_STAR };
	}
	return i;
}

static int glob_add_branch(struct glob *g, struct str p, struct err *e)
{
	size_t first = g->tokens.n;
	for (size_t i = 0; i < p.n;) {
		char c = p.p[i];
		if (c == '*') {
			i = glob_add_stars(g, p, i);
		} else if (c == '?') {
			VEC_PUSH(&g->tokens) = (struct glob_token){ .op = GLOB_ANY };
			i++;
		} else if (c == '[') {
			i = glob_add_class(g, p, i + 1, e);
			if (i == STR_NONE)
				return -1;
		} else {
			if (c == '\\' && ++i >= p.n)
				return err_text(e, "backslash at the end escapes nothing");
			glob_add_byte(g, first, p.p[i++]);
		}
	}
	VEC_PUSH(&g->branches) = (struct glob_branch){ u32(first), u32(g->tokens.n - first) };
	return 0;
}

/* Offset behind the class that opens at i, for skipping; p.n when it never closes. */
static size_t glob_skip_class(struct str p, size_t i)
{
	i++;
	if (i < p.n && (p.p[i] == '!' || p.p[i] == '^'))
		i++;
	for (size_t first = i; i < p.n; i++) {
		if (p.p[i] == ']' && i > first)
			return i + 1;
		if (p.p[i] == '\\')
			i++;
	}
	return p.n;
}

/* The first brace group: its '{' and '}'. 1 = found, 0 = none, -1 = unbalanced. */
static int glob_find_group(struct str p, size_t *open, size_t *close, struct err *e)
{
	size_t depth = 0;
	for (size_t i = 0; i < p.n;) {
		char c = p.p[i];
		if (c == '[') {
			i = glob_skip_class(p, i);
			continue;
		}
		if (c == '{' && depth++ == 0)
			*open = i;
		if (c == '}' && depth == 0)
			return err_text(e, "'}' without '{'");
		if (c == '}' && --depth == 0) {
			*close = i;
			return 1;
		}
		i += c == '\\' ? 2 : 1;
	}
	return depth ? err_text(e, "unclosed '{'") : 0;
}

typedef VEC(struct buf) glob_queue;

/* Replace pattern p by one pattern for each alternative of its first group. */
static void glob_split(glob_queue *q, struct str p, size_t open, size_t close)
{
	size_t depth = 0, from = open + 1;
	for (size_t i = from; i <= close;) {
		char c = p.p[i];
		if (c == '[') {
			i = glob_skip_class(p, i);
			continue;
		}
		if ((c == ',' && !depth) || i == close) {
			struct buf b = { 0 };
			buf_str(&b, str_sub(p, 0, open));
			buf_str(&b, str_sub(p, from, i));
			buf_str(&b, str_sub(p, close + 1, p.n));
			VEC_PUSH(q) = b;
			from = i + 1;
		}
		depth += c == '{';
		depth -= c == '}' && i < close;
		i += c == '\\' ? 2 : 1;
	}
}

static int glob_expand(struct glob *g, struct str pattern, struct err *e)
{
	glob_queue q = { 0 };
	struct buf first = { 0 };
	int ret = 0;
	buf_str(&first, pattern);
	VEC_PUSH(&q) = first;
	/* A queue, not recursion: nesting depth is the pattern's to choose. */
	for (size_t i = 0; i < q.n && ret == 0; i++) {
		size_t open = 0, close = 0;
		struct buf cur = q.p[i];
		q.p[i] = (struct buf){ 0 };
		int group = glob_find_group(buf_view(&cur), &open, &close, e);
		if (group < 0)
			ret = -1;
		else if (group == 0)
			ret = glob_add_branch(g, buf_view(&cur), e);
		else if (q.n - i > GLOB_BRANCHES_MAX || q.n > 8 * GLOB_BRANCHES_MAX)
			ret = err_text(e, "too many alternatives");
		else
			glob_split(&q, buf_view(&cur), open, close);
		buf_fini(&cur);
	}
	for (size_t i = 0; i < q.n; i++)
		buf_fini(&q.p[i]);
	VEC_FREE(&q);
	return ret;
}

struct glob *glob_compile(struct str pattern, unsigned flags, struct err *e)
{
	if (pattern.n > GLOB_MAX) {
		err_text(e, "pattern too long");
		return NULL;
	}
	struct glob *g = mem_zero(1, sizeof(*g));
	g->flags = flags;
	int ret = (flags & GLOB_BRACES) ? glob_expand(g, pattern, e)
					: glob_add_branch(g, pattern, e);
	if (ret != 0) {
		glob_free(g);
		return NULL;
	}
	return g;
}

void glob_free(struct glob *g)
{
	if (!g)
		return;
	VEC_FREE(&g->tokens);
	VEC_FREE(&g->ranges);
	VEC_FREE(&g->branches);
	buf_fini(&g->text);
	free(g);
}

bool glob_literal(struct str pattern, unsigned flags, char **out, size_t *n)
{
	struct buf b = { 0 };
	for (size_t i = 0; i < pattern.n; i++) {
		char c = pattern.p[i];
		bool brace = (flags & GLOB_BRACES) && (c == '{' || c == '}');
		if (c == '*' || c == '?' || c == '[' || brace ||
			(c == '\\' && i + 1 >= pattern.n)) {
			buf_fini(&b);
			return false;
		}
		buf_char(&b, c == '\\' ? pattern.p[++i] : c);
	}
	buf_cstr(&b);
	*out = b.p;
	*n = b.n;
	return true;
}

/* ---------------------------------------------------------------- matching */

static bool glob_in_class(const struct glob *g, const struct glob_token *t, uint32_t c)
{
	uint32_t other = c;
	if ((g->flags & GLOB_NOCASE) && c < 0x80)
		other = c ^ (ascii_alpha((char)c) ? 0x20u : 0);
	for (uint32_t k = t->from; k < t->from + t->n; k++) {
		const struct glob_range *r = &g->ranges.p[k];
		if ((c >= r->lo && c <= r->hi) || (other >= r->lo && other <= r->hi))
			return !t->negated;
	}
	return t->negated;
}

static bool glob_same(const struct glob *g, const struct glob_token *t, const char *s)
{
	const char *lit = g->text.p + t->from;
	if (!(g->flags & GLOB_NOCASE))
		return memcmp(lit, s, t->n) == 0;
	for (uint32_t k = 0; k < t->n; k++)
		if (ascii_lower(s[k]) != lit[k])
			return false;
	return true;
}

/* Bytes that one token takes at s (which is not at a star), 0 = it does not match. */
static size_t glob_take(const struct glob *g, const struct glob_token *t, struct str s)
{
	if (t->op == GLOB_LIT)
		return s.n >= t->n && glob_same(g, t, s.p) ? t->n : 0;
	if (!s.n || s.p[0] == '/')
		return 0;
	uint32_t cp = (unsigned char)s.p[0];
	unsigned n = (g->flags & GLOB_UTF8) && cp >= 0x80 ? utf8_decode(s, &cp) : 1;
	if (!n)
		n = 1; /* a bad byte stands for itself */
	return t->op == GLOB_ANY || glob_in_class(g, t, cp) ? n : 0;
}

/*
 * Two places to come back to are enough. A later star makes an earlier one of the same component
 * needless (the earliest match of what stands between them leaves the most room), and a later "**"
 * does the same for all that lies before it.
 */
static bool glob_branch_match(const struct glob *g, struct glob_branch br, struct str s)
{
	const struct glob_token *t = br.n ? g->tokens.p + br.from : NULL;
	size_t i = 0, j = 0, star_i = STR_NONE, star_j = 0, deep_i = STR_NONE, deep_j = 0;
	for (;;) {
		if (i == br.n && j == s.n)
			return true;
		if (i < br.n && t[i].op == GLOB_ALL)
			return true; /* only ever the last token */
		if (i < br.n && t[i].op == GLOB_STAR) {
			star_i = ++i;
			star_j = j;
			continue;
		}
		if (i < br.n && t[i].op == GLOB_FOLDERS) {
			deep_i = ++i;
			deep_j = j;
			star_i = STR_NONE;
			continue;
		}
		size_t n = i < br.n ? glob_take(g, &t[i], str_sub(s, j, s.n)) : 0;
		if (n) {
			i++;
			j += n;
			continue;
		}
		if (star_i != STR_NONE && star_j < s.n && s.p[star_j] != '/') {
			j = ++star_j;
			i = star_i;
			continue;
		}
		size_t slash = deep_i == STR_NONE ? STR_NONE
						  : str_chr(str_sub(s, deep_j, s.n), '/');
		if (slash == STR_NONE)
			return false;
		j = deep_j += slash + 1;
		i = deep_i;
		star_i = STR_NONE;
	}
}

bool glob_match(const struct glob *g, struct str subject)
{
	for (size_t k = 0; k < g->branches.n; k++)
		if (glob_branch_match(g, g->branches.p[k], subject))
			return true;
	return false;
}
