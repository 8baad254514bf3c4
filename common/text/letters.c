#include "ember/text/letters.h"

#include <utf8proc.h>

#include "ember/text/utf8.h"

enum { SHARP_S = 0xdf, I_DOT = 0x130 };

static void letter_add(struct buf *b, uint32_t cp, bool upper)
{
	char p[4];
	if (upper && cp == SHARP_S) {
		buf_str(b, STR("SS"));
	} else if (!upper && cp == I_DOT) {
		buf_str(b, STR("i\xcc\x87"));
	} else {
		const utf8proc_int32_t c = (utf8proc_int32_t)cp;
		buf_add(b, p, utf8_encode(p, (uint32_t)(upper ? utf8proc_toupper(c) : utf8proc_tolower(c))));
	}
}

static void letters_add(struct buf *b, struct str s, bool upper)
{
	while (s.n) {
		uint32_t cp = (uint8_t)s.p[0];
		const size_t n = cp < 128 ? 0 : utf8_decode(s, &cp);
		if (n)
			letter_add(b, cp, upper);
		else
			buf_char(b, upper ? ascii_upper(s.p[0]) : ascii_lower(s.p[0]));
		s = str_sub(s, n ? n : 1, s.n);
	}
}

void letters_upper(struct buf *b, struct str s)
{
	letters_add(b, s, true);
}

void letters_lower(struct buf *b, struct str s)
{
	letters_add(b, s, false);
}
