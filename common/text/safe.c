#include "ember/text/safe.h"

#include "ember/base/def.h"
#include "ember/text/utf8.h"

/* Ranges of hidden characters beyond Latin-1, sorted. */
static const struct {
	uint32_t from, to;
} safe_ranges[] = {
	{ 0x034f, 0x034f },   /* combining grapheme joiner */
	{ 0x061c, 0x061c },   /* Arabic letter mark */
	{ 0x115f, 0x1160 },   /* Hangul fillers */
	{ 0x17b4, 0x17b5 },   /* Khmer inherent vowels */
	{ 0x180b, 0x180f },   /* Mongolian selectors and separator */
	{ 0x200b, 0x200b },   /* zero width space */
	{ 0x200e, 0x200f },   /* directional marks */
	{ 0x2028, 0x202e },   /* separators, embeddings, overrides */
	{ 0x2060, 0x206f },   /* word joiner, invisible operators, isolates, deprecated */
	{ 0x3164, 0x3164 },   /* Hangul filler */
	{ 0xfeff, 0xfeff },   /* byte order mark */
	{ 0xffa0, 0xffa0 },   /* halfwidth Hangul filler */
	{ 0xfff0, 0xfffb },   /* unassigned specials, interlinear annotation */
	{ 0x1d173, 0x1d17a }, /* musical format controls */
	{ 0xe0000, 0xe00ff }, /* tags */
	{ 0xe01f0, 0xe0fff }, /* unassigned default-ignorable */
};

bool safe_hidden(uint32_t cp)
{
	if (cp < 0x300)
		return cp < 0x20 || (cp >= 0x7f && cp < 0xa0) || cp == 0xad;
	for (size_t i = 0; i < COUNTOF(safe_ranges) && cp >= safe_ranges[i].from; i++)
		if (cp <= safe_ranges[i].to)
			return true;
	return false;
}

static bool safe_passes(uint32_t cp, unsigned flags)
{
	switch (cp) {
	case '\t':
		return flags & SAFE_TAB;
	case '\n':
		return flags & SAFE_LF;
	case 0xad:
	case 0x200b:
	case 0x2060:
	case 0xfeff:
		return flags & SAFE_SPACE;
	default:
		return !safe_hidden(cp);
	}
}

/* Length of the head of s that passes unchanged. */
static size_t safe_head(struct str s, unsigned flags)
{
	size_t i = 0;
	while (i < s.n) {
		uint32_t cp;
		if (s.p[i] >= ' ' && s.p[i] < 0x7f) {
			i++;
			continue;
		}
		unsigned len = utf8_decode(str_sub(s, i, s.n), &cp);
		if (len == 0 || !safe_passes(cp, flags))
			break;
		i += len;
	}
	return i;
}

bool safe_clean(struct str s, unsigned flags)
{
	return safe_head(s, flags) == s.n;
}

void safe_add(struct buf *b, struct str s, unsigned flags)
{
	while (s.n) {
		size_t n = safe_head(s, flags);
		buf_add(b, s.p, n);
		s = str_sub(s, n, s.n);
		if (s.n == 0)
			return;
		uint32_t cp = (unsigned char)s.p[0];
		unsigned len = utf8_decode(s, &cp);
		if (len == 0 || cp < 0x100)
			buf_printf(b, "\\x%02X", (unsigned)cp);
		else
			buf_printf(b, "\\u{%04X}", (unsigned)cp);
		s = str_sub(s, len ? len : 1, s.n);
	}
}
