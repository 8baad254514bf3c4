#include "ember/term/color.h"

#include <stdlib.h>
#include <string.h>

#include "ember/term/caps.h"

enum { SGR_PARAMS_MAX = 64 };

struct rgb {
	int r, g, b;
};

static bool color_set(const char *value)
{
	return value && *value;
}

struct color_env color_env(void)
{
	return (struct color_env){
		.term = getenv("TERM"),
		.colorterm = getenv("COLORTERM"),
		.no_color = getenv("NO_COLOR"),
		.clicolor_force = getenv("CLICOLOR_FORCE"),
	};
}

bool color_wanted(enum color_when explicit_when, bool tty, const struct color_env *env)
{
	if (explicit_when != COLOR_AUTO)
		return explicit_when == COLOR_ALWAYS;
	if (color_set(env->no_color))
		return false;
	if (color_set(env->clicolor_force) && strcmp(env->clicolor_force, "0") != 0)
		return true;
	return tty && color_set(env->term) && strcmp(env->term, "dumb") != 0;
}

static enum color_depth color_depth_caps(const char *term, enum color_depth least)
{
	struct caps caps;
	caps_read(&caps, term);
	if (!caps.known)
		return COLOR_256;
	enum color_depth found = caps.rgb ? COLOR_TRUE
		: caps.colors >= 256      ? COLOR_256
		: caps.colors >= 8        ? COLOR_16
					  : COLOR_MONO;
	return found > least ? found : least;
}

enum color_depth color_depth(const struct color_env *env, unsigned flags)
{
	struct str term = str_from(env->term), direct = STR("-direct");
	enum color_depth least = flags & COLOR_FORCED ? COLOR_256 : COLOR_NONE;
	if (!term.n || str_eqc(term, "dumb"))
		return least;
	if (env->colorterm &&
		(!strcmp(env->colorterm, "truecolor") || !strcmp(env->colorterm, "24bit")))
		return COLOR_TRUE;
	if (str_ends(term, direct))
		return COLOR_TRUE;
	if (str_ends(term, STR("-256color"))) {
		if (flags & COLOR_QUICK)
			return COLOR_256;
		least = COLOR_256;
	}
	return color_depth_caps(env->term, least);
}

/* ---------------------------------------------------------------- nearest colours */

static struct rgb rgb_of(uint32_t color)
{
	return (struct rgb){ (int)(color >> 16 & 0xff), (int)(color >> 8 & 0xff),
		(int)(color & 0xff) };
}

static int rgb_distance(struct rgb a, struct rgb b)
{
	int r = a.r - b.r, g = a.g - b.g, bl = a.b - b.b;
	return r * r + g * g + bl * bl;
}

static const uint8_t cube_levels[6] = { 0, 95, 135, 175, 215, 255 };

uint32_t color_index_rgb(uint8_t index)
{
	static const uint32_t defaults[16] = {
		0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
		0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
	};
	if (index < 16)
		return UINT32_C(2) << 24 | defaults[index];
	if (index >= 232) {
		unsigned grey = 8 + 10u * (index - 232u);
		return COLOR_RGB(grey, grey, grey);
	}
	unsigned i = index - 16u;
	return COLOR_RGB(cube_levels[i / 36], cube_levels[i / 6 % 6], cube_levels[i % 6]);
}

static unsigned cube_level(int v)
{
	return v < 48 ? 0 : v < 115 ? 1 : (unsigned)((v - 35) / 40);
}

static uint32_t color_to_256(struct rgb c)
{
	unsigned cube = 16 + 36 * cube_level(c.r) + 6 * cube_level(c.g) + cube_level(c.b);
	int mean = (c.r + c.g + c.b) / 3;
	unsigned step = mean < 3 ? 0 : mean > 238 ? 23 : (unsigned)(mean - 3) / 10;
	unsigned grey = 232 + step;
	int by_cube = rgb_distance(c, rgb_of(color_index_rgb((uint8_t)cube)));
	int by_grey = rgb_distance(c, rgb_of(color_index_rgb((uint8_t)grey)));
	return COLOR_INDEX(by_grey < by_cube ? grey : cube);
}

static uint32_t color_to_16(struct rgb c)
{
	int max = c.r > c.g ? c.r : c.g, min = c.r < c.g ? c.r : c.g;
	if (c.b > max)
		max = c.b;
	if (c.b < min)
		min = c.b;
	int spread = max - min;
	if (spread < 32 || spread * 6 < max) { /* too little colour to have a hue */
		int mean = (max + min) / 2;
		return COLOR_INDEX(mean < 64 ? 0 : mean < 160 ? 8 : mean < 236 ? 7 : 15);
	}
	int hue; /* 0 to 359 */
	if (max == c.r)
		hue = (60 * (c.g - c.b) / spread + 360) % 360;
	else if (max == c.g)
		hue = 120 + 60 * (c.b - c.r) / spread;
	else
		hue = 240 + 60 * (c.r - c.g) / spread;
	static const uint8_t by_hue[6] = { 1, 3, 2, 6, 4, 5 };
	unsigned plain = by_hue[(hue + 30) / 60 % 6];
	return COLOR_INDEX(max + min >= 255 ? plain + 8 : plain);
}

uint32_t color_reduce(uint32_t color, enum color_depth depth)
{
	if (color_is_default(color) || depth == COLOR_TRUE)
		return color;
	if (depth <= COLOR_MONO)
		return COLOR_DEFAULT;
	if (color_is_rgb(color))
		return depth == COLOR_256 ? color_to_256(rgb_of(color))
					  : color_to_16(rgb_of(color));
	if (depth == COLOR_256 || (color & 0xff) < 16)
		return color;
	return color_to_16(rgb_of(color_index_rgb((uint8_t)color)));
}

/* ---------------------------------------------------------------- sequences */

struct sgr {
	char *p;
	unsigned n;
};

static void sgr_code(struct sgr *s, unsigned code)
{
	if (s->n)
		s->p[s->n++] = ';';
	if (code >= 100)
		s->p[s->n++] = (char)('0' + code / 100);
	if (code >= 10)
		s->p[s->n++] = (char)('0' + code / 10 % 10);
	s->p[s->n++] = (char)('0' + code % 10);
}

/* base: 30 for the foreground, 40 for the background */
static void sgr_color(struct sgr *s, uint32_t color, unsigned base)
{
	unsigned index = color & 0xff;
	if (color_is_default(color)) {
		sgr_code(s, base + 9);
	} else if (color_is_rgb(color)) {
		sgr_code(s, base + 8);
		sgr_code(s, 2);
		sgr_code(s, color >> 16 & 0xff);
		sgr_code(s, color >> 8 & 0xff);
		sgr_code(s, index);
	} else if (index < 16) {
		sgr_code(s, index < 8 ? base + index : base + 60 + index - 8);
	} else {
		sgr_code(s, base + 8);
		sgr_code(s, 5);
		sgr_code(s, index);
	}
}

static const uint8_t font_on[8] = { 1, 2, 3, 4, 5, 7, 8, 9 };
static const uint8_t font_off[8] = { 22, 22, 23, 24, 25, 27, 28, 29 };

static void sgr_fonts(struct sgr *s, unsigned font)
{
	for (unsigned i = 0; i < 8; i++)
		if (font & 1u << i)
			sgr_code(s, font_on[i]);
}

static void sgr_steps(struct sgr *s, struct look from, struct look to)
{
	unsigned off = from.font & ~(unsigned)to.font, on = to.font & ~(unsigned)from.font;
	unsigned weight = LOOK_BOLD | LOOK_DIM;
	if (off & weight) { /* one code ends both */
		sgr_code(s, 22);
		on |= to.font & weight;
		off &= ~weight;
	}
	for (unsigned i = 2; i < 8; i++)
		if (off & 1u << i)
			sgr_code(s, font_off[i]);
	sgr_fonts(s, on);
	if (from.fg != to.fg)
		sgr_color(s, to.fg, 30);
	if (from.bg != to.bg)
		sgr_color(s, to.bg, 40);
}

static void sgr_anew(struct sgr *s, struct look to)
{
	sgr_code(s, 0);
	sgr_fonts(s, to.font);
	if (!color_is_default(to.fg))
		sgr_color(s, to.fg, 30);
	if (!color_is_default(to.bg))
		sgr_color(s, to.bg, 40);
}

struct look look_reduce(struct look look, enum color_depth depth)
{
	look.fg = color_reduce(look.fg, depth);
	look.bg = color_reduce(look.bg, depth);
	if (depth == COLOR_NONE)
		look.font = 0;
	return look;
}

unsigned look_sgr(char *p, struct look from, struct look to, enum color_depth depth)
{
	if (depth == COLOR_NONE)
		return 0;
	from = look_reduce(from, depth);
	to = look_reduce(to, depth);
	if (look_same(from, to))
		return 0;
	char a[LOOK_SGR_MAX], b[LOOK_SGR_MAX];
	struct sgr steps = { a, 0 }, anew = { b, 0 };
	sgr_anew(&anew, to);
	if (anew.n > 1) /* "0" alone cannot be beaten */
		sgr_steps(&steps, from, to);
	struct sgr best = steps.n && steps.n <= anew.n ? steps : anew;
	p[0] = '\033';
	p[1] = '[';
	memcpy(p + 2, best.p, best.n);
	p[2 + best.n] = 'm';
	return best.n + 3;
}

void look_memo_init(struct look_memo *memo)
{
	memset(memo->at, 0, sizeof(memo->at));
	memo->used = 0;
}

struct str look_sgr_memo(struct look_memo *memo, struct look from, struct look to, enum color_depth depth)
{
	const uint64_t a = from.fg | (uint64_t)from.bg << 32, b = to.fg | (uint64_t)to.bg << 32;
	const uint32_t fonts = from.font | (uint32_t)to.font << 16;
	const uint64_t h = ((a ^ fonts) * 31 + b) * 0x9e3779b97f4a7c15u;
	uint8_t *at = &memo->at[h >> 56 & (LOOK_MEMO_N - 1)];
	const bool none = !*at;
	if (none) /* the last one is shared when there are no others left */
		*at = memo->used < UINT8_MAX ? ++memo->used : UINT8_MAX;
	const size_t i = *at;
	if (none || memo->slot[i].from != a || memo->slot[i].to != b || memo->slot[i].fonts != fonts) {
		memo->slot[i].from = a;
		memo->slot[i].to = b;
		memo->slot[i].fonts = fonts;
		memo->slot[i].n = look_sgr(memo->slot[i].sgr, from, to, depth);
	}
	return (struct str){ memo->slot[i].sgr, memo->slot[i].n };
}

void look_out(struct out *o, struct look from, struct look to, enum color_depth depth)
{
	char p[LOOK_SGR_MAX];
	unsigned n = look_sgr(p, from, to, depth);
	if (n)
		out_bytes(o, p, n);
}

void look_buf(struct buf *b, struct look from, struct look to, enum color_depth depth)
{
	char p[LOOK_SGR_MAX];
	unsigned n = look_sgr(p, from, to, depth);
	if (n)
		buf_add(b, p, n);
}

struct look look_over(struct look under, struct look over)
{
	if (!color_is_default(over.fg))
		under.fg = over.fg;
	if (!color_is_default(over.bg))
		under.bg = over.bg;
	under.font |= over.font;
	return under;
}

/* ---------------------------------------------------------------- reading sequences */

/* One parameter with its colon-separated parts: "4:3" is { {4, 3}, 2 }; an empty part is 0. */
struct sgr_param {
	unsigned part[6];
	unsigned n;
};

static bool sgr_next(struct str *rest, struct sgr_param *param)
{
	if (!rest->p)
		return false;
	*param = (struct sgr_param){ .n = 1 };
	size_t i = 0;
	for (; i < rest->n && rest->p[i] != ';'; i++) {
		char c = rest->p[i];
		unsigned *at = &param->part[param->n - 1];
		if (c == ':') {
			if (param->n < COUNTOF(param->part))
				param->n++;
		} else if (ascii_digit(c) && *at < 10000) {
			*at = *at * 10 + (unsigned)(c - '0');
		}
	}
	*rest = i < rest->n ? (struct str){ rest->p + i + 1, rest->n - i - 1 } : (struct str){ 0 };
	return true;
}

/* 38, 48 or 58: its colour, from its own parts or from the parameters that follow. */
static bool sgr_long_color(const struct sgr_param *param, struct str *rest, uint32_t *color)
{
	unsigned v[5] = { 0 };
	struct sgr_param next;
	if (param->n > 1) {
		/* the colour space of 38:2::r:g:b */
		unsigned skip = param->part[1] == 2 && param->n == 6;
		v[0] = param->part[1];
		for (unsigned i = 2 + skip; i < param->n; i++)
			v[i - 1 - skip] = param->part[i];
	} else {
		if (!sgr_next(rest, &next))
			return false;
		v[0] = next.part[0];
		for (unsigned i = 1; i <= (v[0] == 2 ? 3u : v[0] == 5 ? 1u : 0u); i++) {
			if (!sgr_next(rest, &next))
				return false;
			v[i] = next.part[0];
		}
	}
	if ((v[0] != 2 && v[0] != 5) || v[1] > 255 || v[2] > 255 || v[3] > 255)
		return false;
	*color = v[0] == 5 ? COLOR_INDEX(v[1]) : COLOR_RGB(v[1], v[2], v[3]);
	return true;
}

static void sgr_apply_color(struct look *look, unsigned code)
{
	if (code >= 30 && code <= 37)
		look->fg = COLOR_INDEX(code - 30);
	else if (code == 39)
		look->fg = COLOR_DEFAULT;
	else if (code >= 40 && code <= 47)
		look->bg = COLOR_INDEX(code - 40);
	else if (code == 49)
		look->bg = COLOR_DEFAULT;
	else if (code >= 90 && code <= 97)
		look->fg = COLOR_INDEX(code - 90 + 8);
	else if (code >= 100 && code <= 107)
		look->bg = COLOR_INDEX(code - 100 + 8);
}

static void sgr_apply(struct look *look, const struct sgr_param *param)
{
	static const uint16_t on[10] = { 0, LOOK_BOLD, LOOK_DIM, LOOK_ITALIC, LOOK_UNDERLINE,
		LOOK_BLINK, LOOK_BLINK, LOOK_REVERSE, LOOK_CONCEAL, LOOK_STRIKE };
	unsigned code = param->part[0], font = look->font;
	if (code == 0) {
		*look = (struct look){ .link = look->link };
		return;
	}
	if (code == 4 && param->n > 1 && param->part[1] == 0)
		font &= ~(unsigned)LOOK_UNDERLINE;
	else if (code < 10)
		font |= on[code];
	else if (code == 21)
		font |= LOOK_UNDERLINE;
	else if (code == 22)
		font &= ~(unsigned)(LOOK_BOLD | LOOK_DIM);
	else if (code >= 23 && code <= 29 && code != 26)
		font &= ~(unsigned)on[code - 20];
	else
		sgr_apply_color(look, code);
	look->font = (uint16_t)font;
}

void look_apply_sgr(struct look *look, struct str params)
{
	if (!params.n) {
		*look = (struct look){ .link = look->link };
		return;
	}
	struct sgr_param param;
	for (unsigned i = 0; i < SGR_PARAMS_MAX && sgr_next(&params, &param); i++) {
		unsigned code = param.part[0];
		uint32_t color;
		if (code != 38 && code != 48 && code != 58)
			sgr_apply(look, &param);
		else if (!sgr_long_color(&param, &params, &color) || code == 58)
			continue;
		else if (code == 38)
			look->fg = color;
		else
			look->bg = color;
	}
}
