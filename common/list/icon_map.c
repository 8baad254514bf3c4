#include "ember/list/icon_map.h"

#include <string.h>

#include "ember/list/icon.h"
#include "ember/text/utf8.h"

#define ICON_KEY_MAX 255

void icon_map_fini(struct icon_map *m)
{
	map_fini(&m->codes);
}

static struct str icon_map_word(struct str *rest)
{
	size_t from = 0, to;
	while (from < rest->n && ascii_space(rest->p[from]))
		from++;
	for (to = from; to < rest->n && !ascii_space(rest->p[to]);)
		to++;
	struct str word = str_sub(*rest, from, to);
	*rest = str_sub(*rest, to, rest->n);
	return word.n && word.p[0] == '#' ? STR("") : word;
}

static uint32_t icon_map_hex(struct str s)
{
	uint32_t v = 0;
	if (s.n == 0 || s.n > 6)
		return 0;
	for (size_t i = 0; i < s.n; i++) {
		int digit = ascii_hex(s.p[i]);
		if (digit < 0)
			return 0;
		v = v << 4 | (uint32_t)digit;
	}
	return v;
}

/* What a GLYPH stands for; 0 = nothing that can be shown. */
static uint32_t icon_map_glyph(struct str s)
{
	uint32_t cp = 0;
	if (s.n > 2 && ascii_upper(s.p[0]) == 'U' && s.p[1] == '+') {
		cp = icon_map_hex(str_sub(s, 2, s.n));
	} else if (s.n && (unsigned char)s.p[0] < 128) {
		return s.n == 1 ? (uint32_t)s.p[0] : icon_glyph(s);
	} else {
		if (s.n == 0 || utf8_decode(s, &cp) != s.n)
			return 0;
	}
	bool surrogate = cp >= 0xd800 && cp < 0xe000;
	return cp < 32 || (cp >= 127 && cp < 160) || cp > 0x10ffff || surrogate || cp == 0xfffd ? 0 : cp;
}

static const char *icon_map_line(struct icon_map *m, struct arena *a, struct str line)
{
	struct str kind = icon_map_word(&line), key = icon_map_word(&line), glyph = icon_map_word(&line);
	if (kind.n == 0)
		return NULL;
	if (!str_eqc(kind, "name") && !str_eqc(kind, "ext") && !str_eqc(kind, "dir") && !str_eqc(kind, "type"))
		return "not name, ext, dir or type";
	if (key.n == 0 || key.n > ICON_KEY_MAX || glyph.n == 0)
		return "a key and a glyph are needed";
	uint32_t cp = icon_map_glyph(glyph);
	if (!cp)
		return "no such glyph";
	map_put(&m->codes, arena_printf(a, "%.*s %.*s", STR_ARG(kind), STR_ARG(key)), cp);
	return NULL;
}

void icon_map_parse(struct icon_map *m, struct arena *a, struct str text,
	void (*bad)(void *ctx, unsigned line, const char *what), void *ctx)
{
	struct str line;
	for (unsigned n = 1; str_line(&text, &line); n++) {
		const char *what = icon_map_line(m, a, line);
		if (what && bad)
			bad(ctx, n, what);
	}
}

uint32_t icon_map_get(const struct icon_map *m, const char *kind, struct str key)
{
	char text[ICON_KEY_MAX + 8];
	uint64_t cp;
	size_t n = strlen(kind);
	if (key.n > ICON_KEY_MAX)
		return 0;
	memcpy(text, kind, n);
	text[n++] = ' ';
	memcpy(text + n, key.p, key.n);
	return map_get(&m->codes, (struct str){ text, n + key.n }, &cp) ? (uint32_t)cp : 0;
}
