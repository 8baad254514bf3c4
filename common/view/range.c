#include "ember/view/range.h"

#include "ember/base/number.h"

static uint64_t range_plus(uint64_t a, uint64_t b)
{
	uint64_t sum;
	return __builtin_add_overflow(a, b, &sum) ? UINT64_MAX : sum;
}

static uint64_t range_minus(uint64_t a, uint64_t b)
{
	return a > b ? a - b : 0;
}

static bool range_signed(struct str s, char sign, uint64_t *n)
{
	return s.n && s.p[0] == sign && number_plus_u64(str_sub(s, 1, s.n), n);
}

/* "A:B" */
static int range_pair(struct range *r, struct str a, struct str b, struct err *e)
{
	uint64_t n, m;
	if (a.n == 0 && b.n == 0)
		return err_text(e, "a range needs at least one number");
	if (range_signed(a, '-', &n)) {
		r->first = (struct range_bound){ n, true };
		if (b.n == 0)
			return 0;
		if (!range_signed(b, '-', &m))
			return err_text(e, "after a start counted from the end, the end must be so too");
		r->last = (struct range_bound){ m, true };
		return 0;
	}
	if (a.n != 0) {
		if (!number_plus_u64(a, &n))
			return err_text(e, "the start of the range is not a number");
		r->first.n = n;
	} else if (range_signed(b, '-', &m)) {
		r->last = (struct range_bound){ m, true };
		return 0;
	}
	if (b.n == 0)
		return 0;
	if (a.n != 0 && range_signed(b, '+', &m)) {
		r->last.n = range_plus(r->first.n, m);
	} else if (number_plus_u64(b, &m)) {
		r->last.n = m;
	} else if (a.n != 0 && range_signed(b, '-', &m)) {
		r->last.n = r->first.n;
		r->first.n = range_minus(r->first.n, m);
	} else {
		return err_text(e, "the end of the range is not a number");
	}
	return 0;
}

int range_parse(struct range *r, struct str text, struct err *e)
{
	struct str part[3], rest = text;
	size_t n = 0, colons = 0;
	for (size_t i = 0; i < text.n; i++)
		colons += text.p[i] == ':';
	if (colons > 2)
		return err_text(e, "too many colons in the range");
	while (n <= colons)
		part[n++] = str_cut(&rest, ':');
	*r = (struct range){ .first = { 1, false }, .last = { UINT64_MAX, false } };
	if (colons == 1)
		return range_pair(r, part[0], part[1], e);
	uint64_t from, to, context;
	if (!number_plus_u64(part[0], &from))
		return err_text(e, text.n ? "not a line number or a range of lines" : "the range is empty");
	if (colons == 0) {
		*r = (struct range){ .first = { from, false }, .last = { from, false } };
		return 0;
	}
	to = from;
	if ((part[1].n != 0 && !number_plus_u64(part[1], &to)) || !number_plus_u64(part[2], &context))
		return err_text(e, "the context of the range is not a number");
	r->first.n = range_minus(from, context);
	r->last.n = range_plus(to, context);
	return 0;
}

int range_add(struct range_set *s, struct str text, struct err *e)
{
	struct range r;
	if (range_parse(&r, text, e) != 0)
		return -1;
	VEC_PUSH(&s->of) = r;
	return 0;
}

void range_fini(struct range_set *s)
{
	VEC_FREE(&s->of);
}

bool range_has(const struct range_set *s, uint64_t line, uint64_t after)
{
	for (size_t i = 0; i < s->of.n; i++) {
		const struct range *r = &s->of.p[i];
		bool from = r->first.from_end ? after < r->first.n : line >= r->first.n;
		bool to = r->last.from_end ? after >= r->last.n : line <= r->last.n;
		if (from && to)
			return true;
	}
	return false;
}

uint64_t range_last(const struct range_set *s)
{
	uint64_t last = 0;
	for (size_t i = 0; i < s->of.n; i++) {
		const struct range *r = &s->of.p[i];
		if (r->first.from_end || r->last.from_end)
			return UINT64_MAX;
		if (r->last.n >= r->first.n && r->last.n > last)
			last = r->last.n;
	}
	return last;
}

uint64_t range_reach(const struct range_set *s)
{
	uint64_t reach = 0;
	for (size_t i = 0; i < s->of.n; i++) {
		const struct range *r = &s->of.p[i];
		if (r->first.from_end && r->first.n > reach)
			reach = r->first.n;
		if (r->last.from_end && r->last.n > reach)
			reach = r->last.n;
	}
	return reach;
}

uint64_t range_tail(const struct range_set *s)
{
	uint64_t tail = 0;
	for (size_t i = 0; i < s->of.n; i++) {
		const struct range *r = &s->of.p[i];
		if (!r->first.from_end || r->last.from_end || r->last.n != UINT64_MAX)
			return 0;
		if (r->first.n > tail)
			tail = r->first.n;
	}
	return tail;
}
