#include "ember/view/search.h"

#include <limits.h>
#include <string.h>

#include "ember/base/size.h"
#include "ember/text/utf8.h"

/* Enough for any sane pattern, few enough that a bad one is given up within some 50 ms a line. */
enum { SEARCH_RETRIES = 1000000, SEARCH_STACK = 100000, SEARCH_MATCHES_MAX = 100000 };

static bool search_has_capital(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\\' && i + 1 < s.n)
			i++; /* \W and \S are no capitals */
		else if (s.p[i] >= 'A' && s.p[i] <= 'Z')
			return true;
	}
	return false;
}

static void search_quote(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (strchr("\\.*+?()[]{}|^$/#- ", s.p[i]) && s.p[i])
			buf_char(b, '\\');
		buf_char(b, s.p[i]);
	}
}

int search_set(struct search *s, struct str pattern, unsigned flags, enum search_case kind,
	char *why, struct err *e)
{
	struct buf quoted = { 0 };
	bool ignore = kind == SEARCH_IGNORE ||
		(kind == SEARCH_SMART && !search_has_capital(pattern));
	if (flags & SEARCH_LITERAL)
		search_quote(&quoted, pattern);
	else
		buf_str(&quoted, pattern);
	struct rx *rx = rx_new(buf_view(&quoted), RX_SEARCH, ignore ? RX_IGNORE_CASE : 0, why, e);
	buf_fini(&quoted);
	if (!rx)
		return -1;
	rx_free(s->rx);
	s->rx = rx;
	s->flags = flags;
	if (pattern.p != s->pattern.p) {
		buf_clear(&s->pattern);
		buf_str(&s->pattern, pattern);
	}
	if (!s->limit)
		s->limit = rx_limit_new(SEARCH_RETRIES, SEARCH_STACK);
	return 0;
}

void search_fini(struct search *s)
{
	rx_free(s->rx);
	rx_limit_free(s->limit);
	rx_match_fini(&s->match);
	buf_fini(&s->pattern);
	buf_fini(&s->clean);
	*s = (struct search){ 0 };
}

/* Oniguruma must not see malformed text: each bad byte is replaced, so that offsets stay. */
struct str search_text(struct search *s, struct str text)
{
	size_t bad = utf8_bad(text);
	if (text.n > INT_MAX / 2)
		text.n = INT_MAX / 2;
	if (bad >= text.n)
		return text;
	buf_clear(&s->clean);
	buf_str(&s->clean, text);
	while (bad < s->clean.n) {
		s->clean.p[bad] = 0x1a;
		size_t next = utf8_bad(str_sub(buf_view(&s->clean), bad, s->clean.n));
		bad += next;
	}
	return buf_view(&s->clean);
}

/* The next match of the pattern itself. */
static bool search_raw(
	struct search *s, struct str text, size_t from, size_t to, struct search_hit *hit)
{
	if (from > to || to > text.n ||
		rx_search(s->rx, s->limit, text, from, to, 0, &s->match) < 0)
		return false;
	hit->from = u32((size_t)s->match.beg[0]);
	hit->to = u32((size_t)s->match.end[0]);
	return hit->from <= to;
}

bool search_line(struct search *s, struct str text)
{
	struct search_hit hit;
	return search_raw(s, text, 0, text.n, &hit) == !(s->flags & SEARCH_NOT);
}

/* An empty match is shown as the character it stands before. */
static void search_widen(struct str text, struct search_hit *hit)
{
	uint32_t cp;
	if (hit->to == hit->from && hit->from < text.n) {
		unsigned len = utf8_decode(str_sub(text, hit->from, text.n), &cp);
		hit->to += len ? len : 1;
	}
}

bool search_next(struct search *s, struct str text, size_t from, size_t to, struct search_hit *hit)
{
	if (s->flags & SEARCH_NOT) {
		hit->from = 0;
		hit->to = u32(text.n);
		return from == 0 && search_line(s, text);
	}
	if (!search_raw(s, text, from, to, hit))
		return false;
	search_widen(text, hit);
	return true;
}

bool search_last(struct search *s, struct str text, size_t before, struct search_hit *hit)
{
	if (s->flags & SEARCH_NOT)
		return before > 0 && search_next(s, text, 0, text.n, hit);
	struct search_hit at;
	bool found = false;
	size_t from = 0, to = before < text.n ? before : text.n;
	for (int i = 0;
		i < SEARCH_MATCHES_MAX && search_raw(s, text, from, to, &at) && at.from < before;
		i++) {
		search_widen(text, &at);
		hit->from = at.from;
		hit->to = at.to;
		found = true;
		from = at.to > from ? at.to : from + 1;
	}
	return found;
}
