#include "ember/text/natsort.h"

#include <stdbool.h>

/* Rank of the character at `at` outside numbers: '~' before the end, the end before all else. */
static int natsort_rank(struct str s, size_t at)
{
	if (at >= s.n)
		return -1;
	char c = s.p[at];
	if (ascii_digit(c))
		return 0;
	if (ascii_alpha(c))
		return c;
	if (c == '~')
		return -2;
	return (unsigned char)c + 256;
}

static bool natsort_digit(struct str s, size_t at)
{
	return at < s.n && ascii_digit(s.p[at]);
}

/* Compare the numbers at *i and *j, which both move behind them. */
static int natsort_number(struct str a, size_t *i, struct str b, size_t *j)
{
	while (*i < a.n && a.p[*i] == '0')
		++*i;
	while (*j < b.n && b.p[*j] == '0')
		++*j;
	int first = 0;
	for (; natsort_digit(a, *i) && natsort_digit(b, *j); ++*i, ++*j)
		if (!first)
			first = a.p[*i] - b.p[*j];
	if (natsort_digit(a, *i))
		return 1;
	if (natsort_digit(b, *j))
		return -1;
	return first;
}

static int natsort_pieces(struct str a, struct str b)
{
	size_t i = 0, j = 0;
	while (i < a.n || j < b.n) {
		while ((i < a.n && !natsort_digit(a, i)) || (j < b.n && !natsort_digit(b, j))) {
			int x = natsort_rank(a, i), y = natsort_rank(b, j);
			if (x != y)
				return x - y;
			i++;
			j++;
		}
		int order = natsort_number(a, &i, b, &j);
		if (order)
			return order;
	}
	return 0;
}

/* Length without the suffix: the longest tail of ".x1" parts whose first character is no digit. */
static size_t natsort_stem(struct str s)
{
	size_t stem = 0;
	for (size_t i = 0; i < s.n;) {
		stem = ++i;
		while (i + 1 < s.n && s.p[i] == '.' &&
			(ascii_alpha(s.p[i + 1]) || s.p[i + 1] == '~'))
			for (i += 2; i < s.n && (ascii_alnum(s.p[i]) || s.p[i] == '~'); i++)
				;
	}
	return stem;
}

/* 0 "", 1 ".", 2 "..", 3 other dot names, 4 the rest. */
static int natsort_class(struct str s)
{
	if (s.n == 0)
		return 0;
	if (s.p[0] != '.')
		return 4;
	if (s.n == 1)
		return 1;
	return s.n == 2 && s.p[1] == '.' ? 2 : 3;
}

int natsort_version(struct str a, struct str b)
{
	int x = natsort_class(a), y = natsort_class(b);
	if (x != y || x < 3)
		return x - y;
	struct str stem_a = { a.p, natsort_stem(a) }, stem_b = { b.p, natsort_stem(b) };
	int order = natsort_pieces(stem_a, stem_b);
	return order ? order : natsort_pieces(a, b);
}

static int natsort_by_value(struct str a, struct str b, bool fold)
{
	size_t i = 0, j = 0;
	while (i < a.n && j < b.n) {
		if (ascii_digit(a.p[i]) && ascii_digit(b.p[j])) {
			int order = natsort_number(a, &i, b, &j);
			if (order)
				return order;
			continue;
		}
		char c = a.p[i++], d = b.p[j++];
		int x = (unsigned char)(fold ? ascii_lower(c) : c),
		    y = (unsigned char)(fold ? ascii_lower(d) : d);
		if (x != y)
			return x - y;
	}
	if (i < a.n || j < b.n)
		return i < a.n ? 1 : -1;
	return str_cmp(a, b);
}

int natsort_natural(struct str a, struct str b)
{
	return natsort_by_value(a, b, true);
}

int natsort_natural_case(struct str a, struct str b)
{
	return natsort_by_value(a, b, false);
}
