#include "rust_parser.h"

#include "ember/base/number.h"

static void rust_wrap(struct buf *out, size_t from)
{
	const size_t n = sizeof(RUST_GROUP) - 1;
	buf_reserve(out, n);
	memmove(out->p + from + n, out->p + from, out->n - from);
	memcpy(out->p + from, RUST_GROUP, n);
	out->n += n;
	buf_char(out, ')');
}

static void rust_repeat_emit(struct rust_parser *p, const char *op, bool exact)
{
	bool lazy = rust_take(&p->src, "?");
	if (p->atom == RUST_REPEATED || p->atom == RUST_EDGE)
		rust_wrap(p->out, p->atom_from);
	if (p->atom == RUST_CHAR && p->run.n)
		p->run.n = p->run_last; /* the last character may be absent */
	if (p->atom == RUST_EDGE) /* ... and so may the edge */
		p->facts->at_end = false;
	rust_run_break(p);
	buf_text(p->out, op);
	if (lazy != p->src.mode.swap && !exact)
		buf_char(p->out, '?');
	p->atom = RUST_REPEATED;
}

static int rust_count(struct rust_source *s, unsigned *v)
{
	rust_skip(s);
	size_t from = s->at;
	uint64_t n;
	while (rust_peek(s) >= '0' && rust_peek(s) <= '9')
		s->at++;
	struct str digits = { s->p + from, s->at - from };
	if (!digits.n)
		return rust_fail(s, s->at,
			s->at < s->n ? "repetition quantifier expects a valid decimal"
				     : "unclosed counted repetition");
	if (!number_u64(digits, &n) || n > RUST_REPEAT_MAX)
		return rust_fail(s, from, "repetition count is too large");
	*v = (unsigned)n;
	rust_skip(s);
	return 0;
}

static int rust_counted(struct rust_parser *p)
{
	struct rust_source *s = &p->src;
	size_t from = s->at++;
	unsigned lo, hi;
	char op[48];
	bool open = false;
	rust_skip(s);
	if (s->at >= s->n)
		return rust_fail(s, from, "unclosed counted repetition");
	if (rust_count(s, &lo) != 0)
		return -1;
	hi = lo;
	if (rust_take(s, ",")) {
		rust_skip(s);
		open = rust_peek(s) == '}';
		if (s->at >= s->n)
			return rust_fail(s, from, "unclosed counted repetition");
		if (!open && rust_count(s, &hi) != 0)
			return -1;
	}
	if (!rust_take(s, "}"))
		return rust_fail(s, from, "unclosed counted repetition");
	if (hi < lo)
		return rust_fail(
			s, from, "invalid repetition count range, the start must be <= the end");
	if (open)
		snprintf(op, sizeof(op), "{%u,}", lo);
	else if (hi == lo)
		snprintf(op, sizeof(op), "{%u}", lo);
	else
		snprintf(op, sizeof(op), "{%u,%u}", lo, hi);
	rust_repeat_emit(p, op, !open && hi == lo);
	return 0;
}

int rust_repeat(struct rust_parser *p, char c)
{
	const char op[2] = { c, '\0' };
	if (p->atom == RUST_NO_ATOM)
		return rust_fail(&p->src, p->src.at, "repetition operator missing expression");
	if (c == '{')
		return rust_counted(p);
	p->src.at++;
	rust_repeat_emit(p, op, false);
	return 0;
}
