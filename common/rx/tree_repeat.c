/* How often a piece of a pattern stands. */
#include "tree_make.h"
#include "tree_parser.h"

static bool parse_count(struct str *s, unsigned *value)
{
	size_t i = 0;
	*value = 0;
	for (; i < s->n && ascii_digit(s->p[i]); i++)
		*value = *value > 9999 ? *value : *value * 10 + (unsigned)(s->p[i] - '0');
	*s = str_sub(*s, i, s->n);
	return i > 0;
}

/* {n}, {n,}, {,m}, {n,m}; anything else is text. A mark behind {n} is a repeat of its own: {n}? may take nothing. */
static bool parse_interval(struct tree_parser *ps, unsigned *min, unsigned *max, uint8_t *taste)
{
	struct str s = str_sub(ps->s, 1, ps->s.n);
	bool low = parse_count(&s, min), comma = s.n && s.p[0] == ',';
	s = str_sub(s, comma, s.n);
	bool high = comma && parse_count(&s, max);
	if ((!low && !high) || !s.n || s.p[0] != '}')
		return false;
	if (!comma)
		*max = *min;
	else if (!high)
		*max = TREE_NO_MAX;
	const bool swapped = *max < *min; /* {5,2} is {2,5} that gives nothing back */
	if (swapped) {
		unsigned swap = *max;
		*max = *min;
		*min = swap;
	}
	ps->s = str_sub(s, 1, s.n);
	*taste = comma && take(ps, '?') ? TREE_LAZY : swapped ? TREE_POSSESSIVE : TREE_GREEDY;
	return true;
}

static bool parse_repeat(struct tree_parser *ps, unsigned *min, unsigned *max, uint8_t *taste)
{
	char c = ps->s.n ? ps->s.p[0] : 0;
	*max = c == '?' ? 1 : TREE_NO_MAX;
	*min = c == '+';
	if (c == '{')
		return parse_interval(ps, min, max, taste);
	if (c != '*' && c != '+' && c != '?')
		return false;
	ps->s = str_sub(ps->s, 1, ps->s.n);
	*taste = take(ps, '?') ? TREE_LAZY : take(ps, '+') ? TREE_POSSESSIVE : TREE_GREEDY;
	return true;
}

struct tree *tree_repeats(struct tree_parser *ps, struct tree *t, unsigned flags)
{
	unsigned min, max;
	uint8_t taste;
	for (;;) {
		tree_blank(ps, flags);
		if (!parse_repeat(ps, &min, &max, &taste))
			return t;
		struct tree *r = tree_new(ps, TREE_REPEAT);
		r->min = (uint16_t)(min < TREE_NO_MAX ? min : TREE_NO_MAX - 1);
		r->max = (uint16_t)(max < TREE_NO_MAX ? max : TREE_NO_MAX);
		r->taste = taste;
		tree_append(r, t);
		t = r;
		if (++ps->depth > TREE_DEPTH) /* x**** without end */
			return tree_fail(ps);
	}
}
