#include "chars_asked.h"
#include "ember/base/buf.h"
#include "ember/base/def.h"
#include "ember/base/sort.h"
#include "ember/rx/charset.h"
#include "ember/text/utf8.h"

#define CODE_HIGH 0x80u
#define CODE_LAST 0x10ffffu
#define NEST_MOST 4u /* classes within classes that are read here */

/* Those that, under (?i), a character past ASCII stands for. */
static const struct {
	char letter;
	uint32_t code;
} letters[] = { { 's', 0x17f }, { 'S', 0x17f }, { 'k', 0x212a }, { 'K', 0x212a } };

/* A class as far as it was read. */
struct class_reader {
	struct chars_pool *pool;
	struct str s; /* what is left */
	bool nocase, failed;
	struct cols ascii;
	VEC(struct chars_range) list; /* past ASCII */
};

static int by_first(const void *a, const void *b, void *ctx)
{
	const struct chars_range *x = a, *y = b;
	(void)ctx;
	return (x->first > y->first) - (x->first < y->first);
}

static void list_add(struct class_reader *r, uint32_t first, uint32_t last)
{
	for (uint32_t code = first; code <= last && code < CODE_HIGH; code++)
		cols_add(&r->ascii, code);
	if (last >= CODE_HIGH)
		VEC_PUSH(&r->list) = (struct chars_range){ first < CODE_HIGH ? CODE_HIGH : first, last };
}

static void list_add_set(struct class_reader *r, struct chars c)
{
	r->ascii = cols_or(r->ascii, c.ascii);
	for (uint32_t i = 0; i < c.n; i++)
		VEC_PUSH(&r->list) = r->pool->ranges.p[c.from + i];
}

/* In order, neighbours and what overlaps joined. */
static void list_settle(struct class_reader *r)
{
	size_t n = 0;
	if (r->list.n)
		sort_stable(r->list.p, r->list.n, sizeof(*r->list.p), by_first, NULL);
	for (size_t i = 0; i < r->list.n; i++) {
		const struct chars_range one = r->list.p[i];
		if (n && one.first <= r->list.p[n - 1].last + 1)
			r->list.p[n - 1].last = one.last > r->list.p[n - 1].last ? one.last : r->list.p[n - 1].last;
		else
			r->list.p[n++] = one;
	}
	r->list.n = n;
}

/* The characters past ASCII that a settled list has not. */
static void list_invert(struct class_reader *r)
{
	uint32_t next = CODE_HIGH;
	const size_t n = r->list.n;
	for (size_t i = 0; i < n; i++) {
		const struct chars_range one = r->list.p[i];
		if (one.first > next)
			VEC_PUSH(&r->list) = (struct chars_range){ next, one.first - 1 };
		next = one.last + 1;
	}
	if (next <= CODE_LAST)
		VEC_PUSH(&r->list) = (struct chars_range){ next, CODE_LAST };
	r->list.n -= n;
	memmove(r->list.p, r->list.p + n, r->list.n * sizeof(*r->list.p));
}

/* ---------------------------------------------------------------- reading a class */

/* About a name, in a class, where it may mean another thing than outside. */
static void class_ask(struct class_reader *r, struct str text)
{
	struct buf b = { 0 };
	struct chars c;
	buf_printf(&b, "%s[%.*s]", r->nocase ? "(?i)" : "", STR_ARG(text));
	if (chars_ask(r->pool, buf_view(&b), &c))
		list_add_set(r, c);
	else
		r->failed = true;
	buf_fini(&b);
}

static void class_skip(struct class_reader *r, size_t n)
{
	r->s = str_sub(r->s, n, r->s.n);
}

/* A name for many, at its backslash. False: it is none. */
static bool class_escape(struct class_reader *r)
{
	const char c = r->s.n > 1 ? r->s.p[1] : 0;
	size_t n = 2;
	if (r->s.p[0] != '\\' || !c || str_chr(STR("wWdDsShHpP"), c) == STR_NONE)
		return false;
	if (c == 'p' || c == 'P')
		n = str_chr(r->s, '}') == STR_NONE ? r->s.n : str_chr(r->s, '}') + 1;
	class_ask(r, str_sub(r->s, 0, n));
	class_skip(r, n);
	return true;
}

/* [:name:] */
static bool class_named(struct class_reader *r)
{
	const size_t end = str_find(r->s, STR(":]"));
	if (!str_starts(r->s, STR("[:")) || end == STR_NONE)
		return false;
	class_ask(r, str_sub(r->s, 0, end + 2));
	class_skip(r, end + 2);
	return true;
}

/* One character, written out or behind a backslash. */
static uint32_t class_char(struct class_reader *r)
{
	uint32_t code = 0;
	if (r->s.n > 1 && r->s.p[0] == '\\' && (unsigned char)r->s.p[1] < CODE_HIGH) {
		class_skip(r, 1);
		const struct charset_escape e = charset_escape(&r->s, true);
		r->failed = r->failed || e.kind != CHARSET_CHAR;
		return e.code;
	}
	if (!r->s.n || r->s.p[0] == '\\') {
		r->failed = true;
		return 0;
	}
	class_skip(r, utf8_decode(r->s, &code));
	return code;
}

/* A character, or a range from one to another. */
static void class_plain(struct class_reader *r)
{
	const uint32_t first = class_char(r);
	uint32_t last = first;
	if (r->s.n > 1 && r->s.p[0] == '-' && r->s.p[1] != ']') {
		r->failed = r->failed || r->s.p[1] == '[' || first == '-';
		class_skip(r, 1);
		last = class_char(r);
	}
	/* What else it stands for under (?i) is Oniguruma's to say, where that is not all there is. */
	if (r->nocase && last >= CODE_HIGH && (first > CODE_HIGH || last < CODE_LAST))
		r->failed = true;
	r->failed = r->failed || last < first;
	list_add(r, first, last);
}

static bool list_all(const struct class_reader *r)
{
	return r->list.n == 1 && r->list.p[0].first == CODE_HIGH && r->list.p[0].last == CODE_LAST;
}

static void class_read(struct class_reader *r, unsigned nest);

/* Oniguruma folds a class when all of it was read, those within it included. */
static void class_nested(struct class_reader *r, unsigned nest)
{
	struct class_reader in = { .pool = r->pool, .s = r->s, .failed = nest == NEST_MOST };
	if (!in.failed)
		class_read(&in, nest + 1);
	r->failed = r->failed || in.failed || (r->nocase && in.list.n && !list_all(&in));
	r->s = in.s;
	for (size_t i = 0; i < in.list.n; i++)
		VEC_PUSH(&r->list) = in.list.p[i];
	r->ascii = cols_or(r->ascii, in.ascii);
	VEC_FREE(&in.list);
}

/* One or more characters of a class. */
static void class_member(struct class_reader *r, unsigned nest)
{
	if (str_starts(r->s, STR("&&")))
		r->failed = true;
	else if (class_escape(r) || class_named(r))
		return;
	else if (r->s.p[0] == '[')
		class_nested(r, nest);
	else
		class_plain(r);
}

/* A class at its '[', to behind its ']'. */
static void class_read(struct class_reader *r, unsigned nest)
{
	const bool negated = str_starts(r->s, STR("[^"));
	class_skip(r, 1 + negated);
	for (bool first = true; !r->failed && r->s.n && (first || r->s.p[0] != ']'); first = false)
		class_member(r, nest);
	r->failed = r->failed || !r->s.n;
	class_skip(r, 1);
	for (size_t i = 0; i < COUNTOF(letters) && r->nocase; i++)
		if (cols_has(r->ascii, (unsigned char)letters[i].letter))
			list_add(r, letters[i].code, letters[i].code);
	if (r->nocase)
		r->ascii = charset_fold(r->ascii);
	if (negated)
		r->ascii = cols_not(r->ascii);
	list_settle(r);
	if (negated)
		list_invert(r);
}

/* What the text says by itself, or with what Oniguruma says of its names. */
static bool find_read(struct class_reader *r)
{
	if (r->s.p[0] == '[')
		class_read(r, 0);
	else if (r->s.p[0] == '\\' || r->nocase)
		return false;
	else
		class_plain(r);
	return !r->failed && !r->s.n;
}

bool chars_find(struct chars_pool *p, struct str text, bool nocase, struct chars *out)
{
	struct class_reader r = { .pool = p, .s = text, .nocase = nocase };
	struct buf b = { 0 };
	bool found = p->ask && text.n;
	if (found && find_read(&r)) {
		*out = (struct chars){ .ascii = r.ascii };
		chars_pool_ranges(p, out, r.list.p, r.list.n);
	} else if (found) {
		buf_printf(&b, "%s%.*s", nocase ? "(?i)" : "", STR_ARG(text));
		found = chars_ask(p, buf_view(&b), out);
	}
	buf_fini(&b);
	VEC_FREE(&r.list);
	return found;
}

struct chars chars_or(struct chars_pool *p, struct chars a, struct chars b)
{
	struct class_reader r = { .pool = p };
	struct chars c = { .ascii = cols_or(a.ascii, b.ascii) };
	list_add_set(&r, a);
	list_add_set(&r, b);
	list_settle(&r);
	chars_pool_ranges(p, &c, r.list.p, r.list.n);
	VEC_FREE(&r.list);
	return c;
}
