#include "ember/text/width.h"

#include <utf8proc.h>

#include "ember/text/utf8.h"

unsigned width_char(uint32_t cp)
{
	if (cp < 0x20 || (cp >= 0x7f && cp < 0xa0))
		return 0;
	if (cp < 0x300)
		return cp != 0xad; /* soft hyphen */
	int w = utf8proc_charwidth((utf8proc_int32_t)cp);
	return w > 0 ? (unsigned)w : 0;
}

static bool width_plain(char c)
{
	return c >= ' ' && c < 0x7f;
}

/* Regional indicators, which make flags in pairs. */
static bool width_flag(uint32_t cp)
{
	return cp >= 0x1f1e6 && cp <= 0x1f1ff;
}

unsigned width_next(struct str *rest, struct str *cluster)
{
	struct str all = *rest;
	*cluster = str_sub(all, 0, 0);
	if (all.n == 0)
		return 0;
	/* nothing joins two ASCII characters but CR and LF, and those are not plain */
	if (width_plain(all.p[0]) && (all.n == 1 || width_plain(all.p[1]))) {
		*cluster = str_sub(all, 0, 1);
		*rest = str_sub(all, 1, all.n);
		return 1;
	}
	uint32_t cp, next;
	size_t at = utf8_decode(all, &cp);
	if (at == 0) {
		*cluster = str_sub(all, 0, 1);
		*rest = str_sub(all, 1, all.n);
		return 1;
	}
	unsigned cols = width_char(cp);
	utf8proc_int32_t state = 0;
	while (at < all.n) {
		unsigned len = utf8_decode(str_sub(all, at, all.n), &next);
		if (len == 0 ||
			utf8proc_grapheme_break_stateful((utf8proc_int32_t)cp, (utf8proc_int32_t)next, &state))
			break;
		/* a variation selector or a second flag letter makes the cluster an emoji */
		bool emoji = cols == 1 && (next == 0xfe0f || width_flag(next));
		unsigned w = emoji ? 2 : width_char(next);
		if (w > cols)
			cols = w;
		cp = next;
		at += len;
	}
	*cluster = str_sub(all, 0, at);
	*rest = str_sub(all, at, all.n);
	return cols;
}

size_t width_str(struct str s)
{
	size_t cols = 0;
	struct str cluster;
	while (s.n)
		cols += width_next(&s, &cluster);
	return cols;
}

struct str width_cut(struct str s, size_t cols)
{
	struct str rest = s, cluster;
	size_t used = 0;
	while (rest.n) {
		struct str before = rest;
		used += width_next(&rest, &cluster);
		if (used > cols)
			return str_sub(s, 0, s.n - before.n);
	}
	return s;
}

const char *width_version(void)
{
	return utf8proc_version();
}
