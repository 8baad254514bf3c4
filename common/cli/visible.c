#include "ember/cli/visible.h"

#include <stdint.h>
#include <string.h>

/* Length of the well-formed character at s.p, 0 = bad byte; *c is its value. */
static size_t visible_char(struct str s, uint32_t *c)
{
	unsigned char b = (unsigned char)s.p[0];
	size_t n = b < 0x80 ? 1 : b >= 0xc2 && b < 0xe0 ? 2 : b >= 0xe0 && b < 0xf0 ? 3 : b >= 0xf0 && b < 0xf5 ? 4 : 0;

	if (n == 0 || n > s.n)
		return 0;
	*c = n == 1 ? b : b & (0xffu >> (n + 1));
	for (size_t i = 1; i < n; i++) {
		unsigned char t = (unsigned char)s.p[i];
		if ((t & 0xc0) != 0x80)
			return 0;
		*c = *c << 6 | (t & 0x3fu);
	}
	if ((n == 3 && *c < 0x800) || (n == 4 && (*c < 0x10000 || *c > 0x10ffff)) ||
		(*c >= 0xd800 && *c < 0xe000))
		return 0;
	return n;
}

/* Would move the cursor, reorder the line or hide in it. */
static bool visible_hidden(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xad || c == 0x61c || c == 0x180e ||
		(c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
		(c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb) ||
		(c >= 0xe0000 && c <= 0xe0fff);
}

static void visible_octal(struct buf *b, unsigned char c)
{
	static const char letters[] = "abtnvfr";
	if (c >= 7 && c <= 13)
		buf_printf(b, "\\%c", letters[c - 7]);
	else
		buf_printf(b, "\\%03o", c);
}

void visible_add(struct buf *b, struct str s)
{
	uint32_t c = 0;

	for (size_t i = 0, n; i < s.n; i += n ? n : 1) {
		n = visible_char(str_sub(s, i, s.n), &c);
		if (n == 0 || (n == 1 && visible_hidden(c)))
			visible_octal(b, (unsigned char)s.p[i]);
		else if (visible_hidden(c))
			buf_printf(b, "\\u{%x}", (unsigned)c);
		else
			buf_add(b, s.p + i, n);
	}
}

/* Means something to a shell at this place of a word. */
static bool visible_special(struct str s, size_t i)
{
	switch (s.p[i]) {
	case '#': case '~':
		return i == 0;
	case '{': case '}':
		return s.n == 1;
	case '\0':
		return false;
	default:
		return strchr(" !\"$&()*;<=>?[\\^`|", s.p[i]) != NULL;
	}
}

enum { VISIBLE_HIDDEN = 1, VISIBLE_SPECIAL = 2, VISIBLE_QUOTE = 4 };

static unsigned visible_scan(struct str s)
{
	unsigned seen = 0;
	uint32_t c = 0;

	for (size_t i = 0, n; i < s.n; i += n ? n : 1) {
		n = visible_char(str_sub(s, i, s.n), &c);
		if (n == 0 || visible_hidden(c))
			seen |= VISIBLE_HIDDEN;
		else if (s.p[i] == '\'')
			seen |= VISIBLE_QUOTE;
		else if (visible_special(s, i))
			seen |= VISIBLE_SPECIAL;
	}
	return seen;
}

void visible_quote(struct buf *b, struct str name, bool always)
{
	unsigned seen = visible_scan(name);
	bool inside = true; /* between two plain quotes, not in $'…' */
	uint32_t c = 0;

	if (!always && seen == 0 && name.n) {
		buf_str(b, name);
		return;
	}
	if (seen == VISIBLE_QUOTE) {
		buf_char(b, '"');
		buf_str(b, name);
		buf_char(b, '"');
		return;
	}
	buf_char(b, '\'');
	for (size_t i = 0, n; i < name.n; i += n ? n : 1) {
		n = visible_char(str_sub(name, i, name.n), &c);
		bool bad = n == 0 || visible_hidden(c);
		if (bad == inside)
			buf_text(b, bad ? "'$'" : "''");
		inside = !bad;
		if (!bad && name.p[i] == '\'')
			buf_text(b, "'\\''");
		else if (!bad)
			buf_add(b, name.p + i, n);
		else
			for (size_t k = 0; k < (n ? n : 1); k++)
				visible_octal(b, (unsigned char)name.p[i + k]);
	}
	buf_char(b, '\'');
}
