#include "ember/text/utf8.h"

#include <string.h>

static bool utf8_cont(unsigned char c)
{
	return (c & 0xc0) == 0x80;
}

unsigned utf8_decode(struct str s, uint32_t *cp)
{
	const unsigned char *p = (const unsigned char *)s.p;
	if (p[0] < 0x80) {
		*cp = p[0];
		return 1;
	}
	if (p[0] < 0xc2 || p[0] > 0xf4)
		return 0;
	unsigned len = p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
	if (s.n < len || !utf8_cont(p[1]))
		return 0;
	/* the second byte's narrower ranges exclude overlong forms, surrogates and > U+10FFFF */
	if ((p[0] == 0xe0 && p[1] < 0xa0) || (p[0] == 0xed && p[1] > 0x9f) ||
		(p[0] == 0xf0 && p[1] < 0x90) || (p[0] == 0xf4 && p[1] > 0x8f))
		return 0;
	uint32_t v = p[0] & (0xffu >> (len + 1));
	for (unsigned i = 1; i < len; i++) {
		if (!utf8_cont(p[i]))
			return 0;
		v = v << 6 | (p[i] & 0x3f);
	}
	*cp = v;
	return len;
}

unsigned utf8_encode(char *p, uint32_t cp)
{
	if (cp < 0x80) {
		p[0] = (char)cp;
		return 1;
	}
	unsigned len = cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
	for (unsigned i = len - 1; i > 0; i--) {
		p[i] = (char)(0x80 | (cp & 0x3f));
		cp >>= 6;
	}
	p[0] = (char)((0xf00u >> len & 0xff) | cp);
	return len;
}

size_t utf8_ascii(struct str s)
{
	size_t i = 0;
	for (; i + 8 <= s.n; i += 8) {
		uint64_t eight;
		memcpy(&eight, s.p + i, 8);
		if (eight & 0x8080808080808080u)
			break;
	}
	while (i < s.n && !((unsigned char)s.p[i] & 0x80))
		i++;
	return i;
}

size_t utf8_bad(struct str s)
{
	for (size_t i = 0;;) {
		i += utf8_ascii(str_sub(s, i, s.n));
		if (i >= s.n)
			return s.n;
		uint32_t cp;
		unsigned len = utf8_decode(str_sub(s, i, s.n), &cp);
		if (len == 0)
			return i;
		i += len;
	}
}

bool utf8_valid(struct str s)
{
	return utf8_bad(s) == s.n;
}

unsigned utf8_tail(struct str s)
{
	for (unsigned back = 1; back <= 3 && back <= s.n; back++) {
		unsigned char c = (unsigned char)s.p[s.n - back];
		if (utf8_cont(c))
			continue;
		unsigned len = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : c >= 0xc2 ? 2 : 1;
		return c <= 0xf4 && len > back ? back : 0;
	}
	return 0;
}
