#include <string.h>

#include "ember/cli/diag.h"
#include "ember/text/safe.h"
#include "ember/text/utf8.h"

enum { QUOTE_HIDDEN = 1, QUOTE_SPECIAL = 2, QUOTE_APOSTROPHE = 4 };

/* Means something to a shell at this place of a word. */
static bool quote_special(struct str s, size_t i)
{
	switch (s.p[i]) {
	case '#':
	case '~':
		return i == 0;
	case '{':
	case '}':
		return s.n == 1;
	case '\0':
		return false;
	default:
		return strchr(" !\"$&()*;<=>?[\\^`|", s.p[i]) != NULL;
	}
}

static unsigned quote_scan(struct str s)
{
	unsigned seen = 0;
	uint32_t c = 0;

	for (size_t i = 0, n; i < s.n; i += n ? n : 1) {
		n = utf8_decode(str_sub(s, i, s.n), &c);
		if (n == 0 || safe_hidden(c))
			seen |= QUOTE_HIDDEN;
		else if (s.p[i] == '\'')
			seen |= QUOTE_APOSTROPHE;
		else if (quote_special(s, i))
			seen |= QUOTE_SPECIAL;
	}
	return seen;
}

/* One byte as $'...' reads it back. */
static void quote_octal(struct buf *b, unsigned char c)
{
	static const char letters[] = "abtnvfr";
	if (c >= 7 && c <= 13)
		buf_printf(b, "\\%c", letters[c - 7]);
	else
		buf_printf(b, "\\%03o", c);
}

void diag_quote(struct buf *b, struct str name, bool always)
{
	unsigned seen = quote_scan(name);
	bool inside = true; /* between two plain quotes, not in $'…' */
	uint32_t c = 0;

	if (!always && seen == 0 && name.n) {
		buf_str(b, name);
		return;
	}
	if (seen == QUOTE_APOSTROPHE) {
		buf_char(b, '"');
		buf_str(b, name);
		buf_char(b, '"');
		return;
	}
	buf_char(b, '\'');
	for (size_t i = 0, n; i < name.n; i += n ? n : 1) {
		n = utf8_decode(str_sub(name, i, name.n), &c);
		bool bad = n == 0 || safe_hidden(c);
		if (bad == inside)
			buf_text(b, bad ? "'$'" : "''");
		inside = !bad;
		if (!bad && name.p[i] == '\'')
			buf_text(b, "'\\''");
		else if (!bad)
			buf_add(b, name.p + i, n);
		else
			for (size_t k = 0; k < (n ? n : 1); k++)
				quote_octal(b, (unsigned char)name.p[i + k]);
	}
	buf_char(b, '\'');
}
