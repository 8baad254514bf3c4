#include "rust_class.h"

#include <stdlib.h>

#include "ember/base/sort.h"
#include "ember/base/vec.h"
#include "ember/text/utf8.h"

#define RUST_CLASS_MAX (64u << 10) /* bytes of one translated class: "~~" doubles it */

struct rust_range {
	uint32_t lo, hi;
};

/* One open '[': the operands so far, and the union that is being read. */
struct rust_set {
	bool negated;
	char op;           /* '&', '-' or '~' waiting for its right side, 0 = none */
	struct buf left;   /* "[...]" of what stands before op */
	struct buf items;  /* members, without brackets */
	size_t from;       /* in the pattern */
};

struct rust_class_parser {
	struct rust_source *s;
	VEC(struct rust_set) sets;
	VEC(struct rust_range) ranges; /* of the outermost set, while it is plain */
	bool plain;                    /* no nested sets, no operators */
	bool upper;
};

static void rust_open_set(struct rust_class_parser *c)
{
	struct rust_source *s = c->s;
	struct rust_set set = { .from = s->at++ };
	rust_skip(s);
	if (rust_take(s, "^"))
		set.negated = true;
	rust_skip(s);
	c->plain = c->plain && !c->sets.n;
	while (rust_peek(s) == '-') { /* a hyphen here is itself, however many there are */
		s->at++;
		buf_text(&set.items, "\\-");
		rust_skip(s);
	}
	if (!set.items.n && rust_take(s, "]"))
		buf_text(&set.items, "\\]");
	VEC_PUSH(&c->sets) = set;
}

/* Join the union just read to what stands left of it. -1 when it grows too large. */
static int rust_join_set(struct rust_class_parser *c, struct rust_set *set)
{
	struct buf right = { 0 }, both = { 0 };
	buf_printf(&right, "[%.*s]", STR_ARG(buf_view(&set->items)));
	if (!set->items.n) { /* nothing at all; "[]" is not a class */
		buf_clear(&right);
		buf_text(&right, "[^\\x00-\\x{10ffff}]");
	}
	struct str l = buf_view(&set->left), r = buf_view(&right);
	if (set->op == '&')
		buf_printf(&both, "[%.*s&&%.*s]", STR_ARG(l), STR_ARG(r));
	else if (set->op == '-')
		buf_printf(&both, "[%.*s&&[^%.*s]]", STR_ARG(l), STR_ARG(r));
	else if (set->op == '~')
		buf_printf(&both, "[[%.*s&&[^%.*s]][%.*s&&[^%.*s]]]", STR_ARG(l), STR_ARG(r),
			STR_ARG(r), STR_ARG(l));
	else
		buf_str(&both, r);
	buf_fini(&right);
	buf_fini(&set->left);
	set->left = both;
	buf_clear(&set->items);
	return both.n > RUST_CLASS_MAX ? rust_fail(c->s, set->from, "the class is too large") : 0;
}

static int rust_range_cmp(const void *a, const void *b, void *ctx)
{
	const struct rust_range *x = a, *y = b;
	(void)ctx;
	return (x->lo > y->lo) - (x->lo < y->lo);
}

/* P6: an end of one of the class's ranges is upper case, after neighbours have been joined. */
static bool rust_ends_upper(struct rust_class_parser *c, bool negated)
{
	sort_stable(c->ranges.p, c->ranges.n, sizeof(*c->ranges.p), rust_range_cmp, NULL);
	for (size_t i = 0; i < c->ranges.n;) {
		struct rust_range r = c->ranges.p[i++];
		while (i < c->ranges.n && c->ranges.p[i].lo <= r.hi + 1) {
			r.hi = r.hi > c->ranges.p[i].hi ? r.hi : c->ranges.p[i].hi;
			i++;
		}
		if (negated && ((r.lo && rust_is_upper(r.lo - 1)) || rust_is_upper(r.hi + 1)))
			return true;
		if (!negated && (rust_is_upper(r.lo) || rust_is_upper(r.hi)))
			return true;
	}
	return false;
}

/* ']': the innermost set becomes a member of the one around it, or the result in `out`. */
static int rust_close_set(struct rust_class_parser *c, struct buf *out)
{
	struct rust_set *set = &c->sets.p[c->sets.n - 1];
	c->s->at++;
	if (rust_join_set(c, set) != 0)
		return -1;
	bool last = c->sets.n == 1;
	struct buf *to = last ? out : &c->sets.p[c->sets.n - 2].items;
	if (set->negated)
		buf_printf(to, "[^%.*s]", STR_ARG(buf_view(&set->left)));
	else
		buf_str(to, buf_view(&set->left));
	if (last && c->plain)
		c->upper |= rust_ends_upper(c, set->negated);
	buf_fini(&set->left);
	buf_fini(&set->items);
	c->sets.n--;
	return 0;
}

static bool rust_folds(const struct rust_source *s)
{
	return s->mode.fold == RUST_FOLD_ON || (s->mode.fold == RUST_FOLD_OUTER && s->fold);
}

static void rust_put_range(struct buf *items, uint32_t lo, uint32_t hi)
{
	rust_put_char(items, lo);
	if (hi != lo) {
		buf_char(items, '-');
		rust_put_char(items, hi);
	}
}

/* The part of [lo, hi] that lies in [from, from + 25], in the other case. */
static void rust_put_other_case(struct buf *items, uint32_t lo, uint32_t hi, uint32_t from)
{
	uint32_t a = lo > from ? lo : from, b = hi < from + 25 ? hi : from + 25;
	if (a > b)
		return;
	rust_put_range(items, a ^ 0x20, b ^ 0x20);
	if (a <= from + 10 && b >= from + 10)
		buf_text(items, "\\x{212a}"); /* the Kelvin sign */
	if (a <= from + 18 && b >= from + 18)
		buf_text(items, "\\x{17f}"); /* long s */
}

/* Rust folds members before it negates and joins them; Oniguruma folds the outcome. */
static void rust_add_range(struct rust_class_parser *c, uint32_t lo, uint32_t hi)
{
	struct buf *items = &c->sets.p[c->sets.n - 1].items;
	VEC_PUSH(&c->ranges) = (struct rust_range){ lo, hi };
	rust_put_range(items, lo, hi);
	if (rust_folds(c->s)) {
		rust_put_other_case(items, lo, hi, 'a');
		rust_put_other_case(items, lo, hi, 'A');
	}
}

/* "[:alpha:]" and its negation "[:^alpha:]": ASCII in Rust. 1 = taken, 0 = it is not one. */
static int rust_posix(struct rust_class_parser *c)
{
	static const struct {
		const char *name, *set;
	} rows[] = {
		{ "alnum", "0-9A-Za-z" }, { "alpha", "A-Za-z" }, { "ascii", "\\x00-\\x7f" }, { "blank", "\\t\\x20" },
		{ "cntrl", "\\x00-\\x1f\\x7f" }, { "digit", "0-9" }, { "graph", "\\x21-\\x7e" }, { "lower", "a-z" },
		{ "print", "\\x20-\\x7e" }, { "punct", "\\x21-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7e" },
		{ "space", "\\t-\\r\\x20" }, { "upper", "A-Z" }, { "word", "0-9A-Za-z_" }, { "xdigit", "0-9A-Fa-f" },
	};
	struct rust_source *s = c->s;
	bool negated = rust_see(s, "[:^");
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		char text[16];
		snprintf(text, sizeof(text), "[:%s%s:]", negated ? "^" : "", rows[i].name);
		if (!rust_take(s, text))
			continue;
		/* Folding comes before negation: what long s and the Kelvin sign fold to is left out. */
		bool letters = strchr(rows[i].set, 'z') || strchr(rows[i].set, 'Z');
		buf_printf(&c->sets.p[c->sets.n - 1].items, "[%s%s%s]", negated ? "^" : "",
			rows[i].set,
			negated && letters && rust_folds(s) ? "\\x{17f}\\x{212a}A-Za-z" : "");
		c->upper |= !negated && strchr(rows[i].set, 'A');
		return 1;
	}
	return 0;
}

/* One member: 1 = a class was added, 0 = a character in *cp, -1 = fault. */
static int rust_member(struct rust_class_parser *c, uint32_t *cp)
{
	struct rust_source *s = c->s;
	if (rust_peek(s) == '\\') {
		int kind = rust_class_escape(s, &c->sets.p[c->sets.n - 1].items, &c->upper);
		if (kind)
			return kind;
		return rust_char_escape(s, cp);
	}
	unsigned n = utf8_decode((struct str){ s->p + s->at, s->n - s->at }, cp);
	if (!n)
		return rust_fail(s, s->at, "the pattern is not valid UTF-8");
	s->at += n;
	return 0;
}

static int rust_item(struct rust_class_parser *c)
{
	struct rust_source *s = c->s;
	size_t from = s->at;
	uint32_t lo = 0, hi = 0;
	int kind = rust_member(c, &lo);
	if (kind < 0)
		return -1;
	c->plain = c->plain && !kind;
	rust_skip(s);
	bool range = rust_peek(s) == '-' && s->at + 1 < s->n && s->p[s->at + 1] != ']' &&
		s->p[s->at + 1] != '-';
	if (!range) {
		if (!kind)
			rust_add_range(c, lo, lo);
		return 0;
	}
	if (kind)
		return rust_fail(s, from, "invalid range boundary, must be a literal");
	s->at++;
	rust_skip(s);
	if (s->at >= s->n)
		return rust_fail(s, c->sets.p[0].from, "unclosed character class");
	size_t second = s->at;
	kind = rust_member(c, &hi);
	if (kind < 0)
		return -1;
	if (kind)
		return rust_fail(s, second, "invalid range boundary, must be a literal");
	if (hi < lo)
		return rust_fail(
			s, from, "invalid character class range, the start must be <= the end");
	rust_add_range(c, lo, hi);
	return 0;
}

static int rust_class_step(struct rust_class_parser *c, struct buf *out)
{
	struct rust_source *s = c->s;
	struct rust_set *set = &c->sets.p[c->sets.n - 1];
	int b = rust_peek(s);
	if (b == ']')
		return rust_close_set(c, out);
	if (b == '[') {
		if (rust_posix(c)) {
			c->plain = false;
			return 0;
		}
		if (c->sets.n >= RUST_DEPTH_MAX)
			return rust_fail(s, s->at, "classes are nested too deeply");
		rust_open_set(c);
		return 0;
	}
	if (rust_see(s, "&&") || rust_see(s, "--") || rust_see(s, "~~")) {
		c->plain = false;
		if (rust_join_set(c, set) != 0)
			return -1;
		set->op = (char)b;
		s->at += 2;
		return 0;
	}
	return rust_item(c);
}

int rust_class(struct rust_source *s, struct buf *out, bool *upper)
{
	struct rust_class_parser c = { .s = s, .plain = true };
	size_t from = s->at;
	int ret = 0;
	rust_open_set(&c);
	while (ret == 0 && c.sets.n) {
		rust_skip(s);
		if (s->at >= s->n)
			ret = rust_fail(s, from, "unclosed character class");
		else
			ret = rust_class_step(&c, out);
	}
	/* With sets inside sets the ends are judged one by one. */
	for (size_t i = 0; i < c.ranges.n && !c.plain; i++)
		c.upper |= rust_is_upper(c.ranges.p[i].lo) || rust_is_upper(c.ranges.p[i].hi);
	*upper |= c.upper;
	for (size_t i = 0; i < c.sets.n; i++) {
		buf_fini(&c.sets.p[i].left);
		buf_fini(&c.sets.p[i].items);
	}
	VEC_FREE(&c.sets);
	VEC_FREE(&c.ranges);
	return ret;
}
