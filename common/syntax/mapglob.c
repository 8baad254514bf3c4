#include "ember/syntax/mapglob.h"

#include <stddef.h>

#include "ember/base/def.h"

/* Length of the class at the start of p ("[" included), 0 when it is not closed. */
static size_t class_end(struct str p)
{
	size_t i = 1;
	if (i < p.n && (p.p[i] == '!' || p.p[i] == '^'))
		i++;
	if (i < p.n && p.p[i] == ']')
		i++;
	while (i < p.n && p.p[i] != ']')
		i++;
	return i < p.n ? i + 1 : 0;
}

static bool class_has(struct str class, char c)
{
	size_t i = 1;
	bool negated = class.p[i] == '!' || class.p[i] == '^', in = false;
	c = ascii_lower(c);
	for (i += negated; i + 1 < class.n; i++) {
		unsigned char lo = (unsigned char)ascii_lower(class.p[i]), hi = lo;
		if (i + 3 < class.n && class.p[i + 1] == '-') {
			hi = (unsigned char)ascii_lower(class.p[i + 2]);
			i += 2;
		}
		in = in || ((unsigned char)c >= lo && (unsigned char)c <= hi);
	}
	return in != negated;
}

/* One pattern element other than `*` against one byte; *used is its length in the pattern. */
static bool element_match(struct str p, char c, size_t *used)
{
	*used = 1;
	if (p.p[0] == '?')
		return true;
	size_t n = p.p[0] == '[' ? class_end(p) : 0;
	if (n) {
		*used = n;
		return class_has(str_sub(p, 0, n), c);
	}
	if (p.p[0] == '\\' && p.n > 1) {
		*used = 2;
		return ascii_lower(p.p[1]) == ascii_lower(c);
	}
	return ascii_lower(p.p[0]) == ascii_lower(c);
}

/* Without braces. Only the last star is ever gone back to: linear times the pattern. */
static bool plain_match(struct str p, struct str t)
{
	size_t pi = 0, ti = 0, star = STR_NONE, mark = 0, used;
	while (ti < t.n) {
		if (pi < p.n && p.p[pi] == '*') {
			star = ++pi;
			mark = ti;
		} else if (pi < p.n && element_match(str_sub(p, pi, p.n), t.p[ti], &used)) {
			pi += used;
			ti++;
		} else if (star != STR_NONE) {
			pi = star;
			ti = ++mark;
		} else {
			return false;
		}
	}
	while (pi < p.n && p.p[pi] == '*')
		pi++;
	return pi == p.n;
}

/* The first group of alternatives in p: [*open, *close]. */
static bool brace_find(struct str p, size_t *open, size_t *close)
{
	*open = str_chr(p, '{');
	if (*open == STR_NONE || (*open && p.p[*open - 1] == '\\'))
		return false;
	size_t n = str_chr(str_sub(p, *open, p.n), '}');
	*close = *open + n;
	return n != STR_NONE;
}

#define MAPGLOB_GROUPS 4 /* groups of alternatives that are expanded */

/* Counts through all choices of the groups like an odometer; each choice is one plain pattern. */
static bool mapglob_choice(struct str p, const unsigned *pick, char *out, size_t *n_out)
{
	size_t n = 0, open, close;
	for (unsigned g = 0; g < MAPGLOB_GROUPS && brace_find(p, &open, &close); g++) {
		struct str all = str_sub(p, open + 1, close), one = str_cut(&all, ',');
		bool more = open + 1 + one.n < close;
		for (unsigned i = 0; i < pick[g]; i++) {
			if (!more)
				return false;
			one = str_cut(&all, ',');
			more = one.p + one.n < p.p + close;
		}
		memcpy(out + n, p.p, open);
		memcpy(out + n + open, one.p, one.n);
		n += open + one.n;
		p = str_sub(p, close + 1, p.n);
	}
	if (p.n)
		memcpy(out + n, p.p, p.n);
	*n_out = n + p.n;
	return true;
}

static unsigned mapglob_groups(struct str p)
{
	size_t open, close;
	unsigned n = 0;
	while (n < MAPGLOB_GROUPS && brace_find(p, &open, &close)) {
		p = str_sub(p, close + 1, p.n);
		n++;
	}
	return n;
}

/* May the text end as the pattern does? A letter or digit at its end stands for itself. */
static bool ends_alike(struct str pattern, struct str text)
{
	if (!pattern.n || !ascii_alnum(pattern.p[pattern.n - 1]))
		return true;
	return text.n && ascii_lower(text.p[text.n - 1]) == ascii_lower(pattern.p[pattern.n - 1]);
}

bool mapglob_match(struct str pattern, struct str text)
{
	unsigned pick[MAPGLOB_GROUPS] = { 0 };
	char buf[MAPGLOB_MAX] EMBER_UNFILLED;
	size_t n;

	if (pattern.n > MAPGLOB_MAX || !ends_alike(pattern, text))
		return false;
	const unsigned groups = mapglob_groups(pattern);
	if (!groups)
		return plain_match(pattern, text);
	for (unsigned g = 0; g < groups;) {
		if (mapglob_choice(pattern, pick, buf, &n)) {
			if (plain_match((struct str){ buf, n }, text))
				return true;
			g = 0;
			pick[0]++;
		} else {
			pick[g] = 0;
			if (++g < groups)
				pick[g]++;
		}
	}
	return false;
}
