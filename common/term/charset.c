#include "ember/term/charset.h"

#include <iconv.h>
#include <langinfo.h>
#include <locale.h>
#include <stdint.h>
#include <string.h>

#include "ember/base/buf.h"
#include "ember/base/out.h"
#include "ember/os/env.h"
#include "ember/text/utf8.h"

bool charset_open(struct charset *c, int fd)
{
	*c = (struct charset){ .fd = fd };
	if (!env_get("LC_ALL") && !env_get("LC_CTYPE") && !env_get("LANG"))
		return false;
	/* A locale that is not installed tells nothing. */
	const char *name = setlocale(LC_CTYPE, "") ? nl_langinfo(CODESET) : "UTF-8";
	if (strcmp(name, "UTF-8") == 0)
		return false;
	iconv_t made = iconv_open(name, "UTF-8");
	if (made == (iconv_t)-1)
		return false;
	c->iconv = made;
	return true;
}

void charset_close(struct charset *c)
{
	if (c->iconv)
		iconv_close((iconv_t)c->iconv);
	c->iconv = NULL;
}

/* Box drawing and its kin by its nearest ASCII. */
static char charset_ascii(uint32_t cp)
{
	static const struct {
		uint32_t cp;
		char c;
	} near[] = { { 0x2500, '-' }, { 0x2502, '|' }, { 0x203e, '-' }, { 0x2014, '-' }, { 0x2026, '.' }, { 0xb7, '.' } };
	for (size_t i = 0; i < COUNTOF(near); i++)
		if (near[i].cp == cp)
			return near[i].c;
	return cp > 0x2500 && cp < 0x2580 ? '+' : '?';
}

static void charset_char(struct charset *c, struct buf *b, struct str one)
{
	char text[16], *in = (char *)(uintptr_t)one.p, *out = text;
	size_t left = one.n, room = sizeof(text);
	uint32_t cp = 0;
	if (one.n == 1) {
		buf_add(b, one.p, 1);
		return;
	}
	if (iconv((iconv_t)c->iconv, &in, &left, &out, &room) != (size_t)-1 && left == 0) {
		buf_add(b, text, (size_t)(out - text));
		return;
	}
	utf8_decode(one, &cp);
	buf_char(b, charset_ascii(cp));
}

int charset_write(void *ctx, const char *p, size_t n)
{
	struct charset *c = ctx;
	struct buf in = { 0 }, b = { 0 };
	buf_add(&in, c->part, c->n_part);
	buf_add(&in, p, n);
	struct str rest = buf_view(&in);
	size_t tail = utf8_tail(rest);
	memcpy(c->part, rest.p + rest.n - tail, tail);
	c->n_part = tail;
	rest.n -= tail;
	while (rest.n) {
		uint32_t cp;
		unsigned k = utf8_decode(rest, &cp);
		charset_char(c, &b, str_sub(rest, 0, k ? k : 1));
		rest = str_sub(rest, k ? k : 1, rest.n);
	}
	int err = out_write_all(c->fd, b.p, b.n);
	buf_fini(&in);
	buf_fini(&b);
	return err;
}
