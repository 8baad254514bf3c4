#include "ember/view/picture.h"

#include <stdio.h>

#include "ember/base/size.h"
#include "ember/text/utf8.h"

#define TABS 4

static void picture_tab(struct marked *m, const struct picture *p, unsigned chars)
{
	unsigned stop = p->tabs ? p->tabs : TABS, width = stop - chars % stop;
	if (width == 1) {
		marked_add(m, STR("\u21b9"), p->look);
		return;
	}
	marked_add(m, STR("\u251c"), p->look);
	for (unsigned i = 2; i < width; i++)
		marked_add(m, STR("\u2500"), p->look);
	marked_add(m, STR("\u2524"), p->look);
}

/* A control character, DEL included. */
static void picture_control(struct marked *m, const struct picture *p, unsigned char c)
{
	char text[4];
	unsigned n = 2;
	text[0] = '^';
	text[1] = (char)(c ^ 64);
	if (!p->caret)
		n = utf8_encode(text, c == 127 ? 0x2421 : 0x2400u + c);
	marked_add(m, (struct str){ text, n }, p->look);
}

static void picture_char(struct marked *m, const struct picture *p, uint32_t cp)
{
	char text[16];
	int n = snprintf(text, sizeof(text), "\\u{%x}", (unsigned)cp);
	marked_add(m, (struct str){ text, (size_t)n }, p->look);
}

static void picture_bad(struct marked *m, const struct picture *p, unsigned char byte)
{
	char text[8];
	int n = snprintf(text, sizeof(text), "\\x%02X", byte);
	marked_add(m, (struct str){ text, (size_t)n }, p->look);
}

void picture_line(struct marked *m, const struct picture *p, struct str line, bool cr, bool lf)
{
	unsigned chars = 0; /* since the last TAB */
	while (line.n) {
		uint32_t cp;
		unsigned n = utf8_decode(line, &cp);
		if (n == 0) {
			picture_bad(m, p, (unsigned char)line.p[0]);
			line = str_sub(line, 1, line.n);
			continue;
		}
		if (cp == '\t') {
			picture_tab(m, p, chars);
			chars = 0;
		} else {
			chars++;
			if (cp == ' ')
				marked_add(m, STR("\u00b7"), p->look);
			else if (cp < 32 || cp == 127)
				picture_control(m, p, (unsigned char)cp);
			else if (cp < 127)
				marked_add(m, str_sub(line, 0, n), (struct look){ 0 });
			else
				picture_char(m, p, cp);
		}
		line = str_sub(line, n, line.n);
	}
	if (cr)
		picture_control(m, p, '\r');
	if (lf)
		picture_control(m, p, '\n');
}
