#include "ember/text/ansi.h"

#include <string.h>

#define ESC '\x1b'

/* ESC [ parameters (0x30-0x3f) intermediates (0x20-0x2f) final (0x40-0x7e) */
static size_t ansi_csi(struct str s, enum ansi_kind *kind, struct str *body)
{
	size_t i = 2;
	bool plain = true; /* digits, ';' and ':' only */
	while (i < s.n && s.p[i] >= 0x30 && s.p[i] <= 0x3f) {
		plain &= s.p[i] <= ';';
		i++;
	}
	size_t params = i;
	while (i < s.n && s.p[i] >= 0x20 && s.p[i] <= 0x2f)
		i++;
	if (i == s.n || s.p[i] < 0x40 || s.p[i] > 0x7e)
		return 0;
	if (s.p[i] == 'm' && plain && params == i) {
		*kind = ANSI_SGR;
		*body = str_sub(s, 2, i);
	} else {
		*kind = ANSI_OTHER;
		*body = str_sub(s, 0, i + 1);
	}
	return i + 1;
}

/* Strings: OSC, DCS, APC, PM, SOS; they end with ST, OSC also with BEL. */
static size_t ansi_string(struct str s, enum ansi_kind *kind, struct str *body)
{
	const bool osc = s.p[1] == ']';
	for (size_t i = 2; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		bool bel = osc && c == '\a', st = c == ESC && i + 1 < s.n && s.p[i + 1] == '\\';
		if (bel || st) {
			struct str text = str_sub(s, 2, i);
			size_t n = i + (bel ? 1 : 2);
			*kind = ANSI_OTHER;
			*body = str_sub(s, 0, n);
			if (osc && str_starts(text, STR("8;"))) {
				text = str_sub(text, 2, text.n);
				str_cut(&text, ';');
				*kind = ANSI_LINK;
				*body = text;
			}
			return n;
		}
		if (c < 32 || c == 127)
			return 0;
	}
	return 0;
}

size_t ansi_scan(struct str s, enum ansi_kind *kind, struct str *body)
{
	size_t n = 0;
	s.n = s.n < ANSI_MAX ? s.n : ANSI_MAX;
	if (s.n > 1) {
		char c = s.p[1];
		if (c == '[')
			n = ansi_csi(s, kind, body);
		else if (memchr("]P_^X", c, 5))
			n = ansi_string(s, kind, body);
		else if (c >= 0x30 && c <= 0x7e)
			n = 2;
		else if (c >= 0x20 && c <= 0x2f && s.n > 2 && s.p[2] >= 0x30 && s.p[2] <= 0x7e)
			n = 3;
		if (n && c != '[' && c != ']') {
			*kind = ANSI_OTHER;
			*body = str_sub(s, 0, n);
		}
	}
	if (n == 0) {
		*kind = ANSI_PARTIAL;
		*body = str_sub(s, 0, 1);
		n = 1;
	}
	return n;
}

bool ansi_next(struct str *rest, struct ansi_piece *piece)
{
	size_t n = str_chr(*rest, ESC);
	if (!rest->n)
		return false;
	*piece = (struct ansi_piece){ .kind = ANSI_TEXT };
	if (n == 0)
		n = ansi_scan(*rest, &piece->kind, &piece->body);
	piece->bytes = str_sub(*rest, 0, n);
	*rest = str_sub(*rest, piece->bytes.n, rest->n);
	return true;
}

void ansi_strip(struct buf *b, struct str s)
{
	struct ansi_piece piece;
	while (ansi_next(&s, &piece))
		if (piece.kind == ANSI_TEXT || piece.kind == ANSI_PARTIAL)
			buf_str(b, piece.bytes);
}
