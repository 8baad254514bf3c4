#include <stdlib.h>

#include "chars_asked.h"
#include "ember/base/buf.h"
#include "ember/base/def.h"
#include "ember/base/mem.h"
#include "ember/base/size.h"
#include "ember/rx/charset.h"
#include "ember/rx/rx.h"
#include "ember/text/utf8.h"

#define CODE_LAST 0x10ffffu
#define SURROGATE_FIRST 0xd800u
#define SURROGATE_LAST 0xdfffu
#define RUN_MOST "1000" /* characters taken at a time: each takes a place on Oniguruma's stack */
#define FIND_RETRIES 100000000ul
#define ASKED_NONE UINT64_MAX

struct chars_asked {
	struct buf all;   /* the characters, in order */
	struct buf cased; /* those of them that (?i) may take for others */
	struct map known; /* pattern → number of the set, or ASKED_NONE */
	struct rx_limit *limit;
};

void chars_asked_free(struct chars_asked *a)
{
	if (!a)
		return;
	buf_fini(&a->all);
	buf_fini(&a->cased);
	map_fini(&a->known);
	rx_limit_free(a->limit);
	free(a);
}

/*
 * Characters that nothing but a number tells apart: ideographs, private and unassigned ones, each range
 * well within what is of one kind. Of them the first and the last are asked about, and what lies at the
 * edge of a plane, which is no character.
 */
static const struct chars_range asked_alike[] = { { 0x3410, 0x4da0 }, { 0x4e10, 0x9fe0 }, { 0xe010, 0xf8f0 },
	{ 0x20010, 0x2a6d0 }, { 0x2a710, 0x2b720 }, { 0x2b830, 0x2ce90 }, { 0x2cec0, 0x2ebd0 }, { 0x2fb00, 0x2fff0 },
	{ 0x30010, 0x31340 }, { 0x32400, 0x3fff0 }, { 0x40000, 0xdffff }, { 0xe1000, 0x10ffff } };

static bool code_alike(uint32_t code)
{
	for (size_t i = 0; i < COUNTOF(asked_alike); i++)
		if (code > asked_alike[i].first && code < asked_alike[i].last)
			return (code & 0xffff) >= 2 && (code & 0xffff) <= 0xfffb;
	return false;
}

static bool code_asked(uint32_t code)
{
	return !code_alike(code) && (code < SURROGATE_FIRST || code > SURROGATE_LAST);
}

/* A number that would have to be asked about. */
static bool code_cuts(uint32_t code)
{
	const uint32_t place = code & 0xffff;
	const bool alike = code && code < CODE_LAST && (code_alike(code - 1) || code_alike(code) || code_alike(code + 1));
	return alike && place != 0 && place != 0xfffd;
}

/* Is there one in the pattern? */
static bool pattern_cuts(struct str s)
{
	bool cuts = false;
	while (s.n && !cuts) {
		uint32_t code = 0;
		if (str_starts(s, STR("\\x{"))) {
			struct str rest = str_sub(s, 1, s.n);
			const struct charset_escape e = charset_escape(&rest, true);
			cuts = e.kind != CHARSET_CHAR || code_cuts(e.code);
		}
		s = str_sub(s, utf8_decode(s, &code), s.n);
		cuts = cuts || code_cuts(code);
	}
	return cuts;
}

static struct chars_asked *asked_new(void)
{
	struct chars_asked *a = mem_zero(1, sizeof(*a));
	for (uint32_t code = 0; code <= CODE_LAST; code++) {
		char p[4];
		if (code_asked(code))
			buf_add(&a->all, p, utf8_encode(p, code));
	}
	a->limit = rx_limit_new(FIND_RETRIES, RX_GRAMMAR_STACK);
	return a;
}

static uint32_t code_at(struct str s, size_t at)
{
	uint32_t code = 0;
	utf8_decode(str_sub(s, at, s.n), &code);
	return code;
}

/* The character before `at`. */
static uint32_t code_before(struct str s, size_t at)
{
	do
		at--;
	while (((unsigned char)s.p[at] & 0xc0) == 0x80);
	return code_at(s, at);
}

struct chars_ranges {
	VEC(struct chars_range) list;
};

/*
 * Every run of characters that the pattern matches; what lies between two in the text, and has no place
 * in it, is as they are, unless `single`. False: a limit was met.
 */
static bool find_ranges(struct chars_asked *a, const struct rx *rx, struct str all, bool single, struct chars_ranges *out)
{
	struct rx_match m = { 0 };
	int r = 0;
	for (size_t at = 0; at < all.n && (r = rx_search(rx, a->limit, all, at, all.n, 0, &m)) >= 0;) {
		const uint32_t first = code_at(all, (size_t)m.beg[0]), last = code_before(all, (size_t)m.end[0]);
		struct chars_range *before = out->list.n ? &out->list.p[out->list.n - 1] : NULL;
		if (before && (single ? before->last + 1 == first : (size_t)m.beg[0] == at))
			before->last = last;
		else
			VEC_PUSH(&out->list) = (struct chars_range){ first, last };
		at = (size_t)m.end[0];
	}
	rx_match_fini(&m);
	return r != RX_LIMIT;
}

/* The ranges as a set; what they have of ASCII goes into its bytes. */
static struct chars ranges_set(struct chars_pool *p, struct chars_ranges *r)
{
	struct chars c = { .ascii = COLS_NONE };
	size_t n = 0;
	for (size_t i = 0; i < r->list.n; i++) {
		struct chars_range one = r->list.p[i];
		for (uint32_t code = one.first; code <= one.last && code < 0x80; code++)
			cols_add(&c.ascii, code);
		if (one.last < 0x80)
			continue;
		one.first = one.first < 0x80 ? 0x80 : one.first;
		r->list.p[n++] = one;
	}
	chars_pool_ranges(p, &c, r->list.p, n);
	return c;
}

static struct rx *find_compile(struct str pattern, const char *open, const char *close)
{
	struct buf text = { 0 };
	buf_printf(&text, "%s%.*s%s", open, STR_ARG(pattern), close);
	struct rx *rx = rx_new(buf_view(&text), RX_GRAMMAR, 0, NULL, NULL);
	buf_fini(&text);
	return rx;
}

static bool find_all(struct chars_asked *a, struct str pattern, struct chars_ranges *out)
{
	struct rx *rx = find_compile(pattern, "(?>(?:", "){1," RUN_MOST "})");
	const bool found = rx && find_ranges(a, rx, buf_view(&a->all), false, out);
	rx_free(rx);
	return found;
}

static bool is_cased(struct str pattern)
{
	uint32_t code;
	if (!str_starts(pattern, STR("(?i)")) || pattern.n < 5 || (unsigned char)pattern.p[4] < 0x80)
		return false;
	return 4u + utf8_decode(str_sub(pattern, 4, pattern.n), &code) == pattern.n;
}

static void asked_cased(struct chars_asked *a)
{
	struct chars_ranges ranges = { 0 };
	char p[4];
	if (find_all(a, STR("[\\p{Changes_When_Casemapped}\\p{Cased}]"), &ranges))
		for (size_t i = 0; i < ranges.list.n; i++)
			for (uint32_t code = ranges.list.p[i].first; code <= ranges.list.p[i].last; code++)
				buf_add(&a->cased, p, utf8_encode(p, code));
	VEC_FREE(&ranges.list);
}

/* One character under (?i): only those that have cases are asked about; one that has none is itself. */
static bool find_cased(struct chars_asked *a, struct str pattern, struct chars_ranges *out)
{
	if (!a->cased.n)
		asked_cased(a);
	struct rx *rx = find_compile(pattern, "", "");
	const bool found = rx && find_ranges(a, rx, buf_view(&a->cased), true, out);
	const uint32_t code = code_at(pattern, STR("(?i)").n);
	if (!out->list.n)
		VEC_PUSH(&out->list) = (struct chars_range){ code, code };
	rx_free(rx);
	return found;
}

static uint64_t find_new(struct chars_pool *p, struct str pattern)
{
	struct chars_ranges ranges = { 0 };
	const bool cased = is_cased(pattern);
	bool found = cased || !pattern_cuts(pattern);
	if (found)
		found = cased ? find_cased(p->asked, pattern, &ranges) : find_all(p->asked, pattern, &ranges);
	const uint64_t set = found ? chars_pool_put(p, ranges_set(p, &ranges)) : ASKED_NONE;
	VEC_FREE(&ranges.list);
	return set;
}

bool chars_ask(struct chars_pool *p, struct str pattern, struct chars *out)
{
	uint64_t found;
	if (!p->asked)
		p->asked = asked_new();
	if (!map_get(&p->asked->known, pattern, &found)) {
		found = find_new(p, pattern);
		map_put(&p->asked->known, arena_str(&p->arena, pattern), found);
	}
	if (found == ASKED_NONE)
		return false;
	*out = p->sets.p[found];
	return true;
}
