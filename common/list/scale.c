#include "ember/list/scale.h"

#include "ember/term/color.h"

#define SCALE_CLASSES 5 /* of the fixed mode */

void scale_init(struct scale *s, const struct list_conf *conf, int64_t now)
{
	*s = (struct scale){ .conf = conf, .now = now };
}

void scale_see(struct scale *s, const struct listing *l)
{
	for (size_t i = 0; s->conf->scale && i < l->n; i++) {
		const struct item_facts *f = l->v[i]->facts;
		if (!f)
			continue;
		if (!s->filled || f->size < s->least)
			s->least = f->size;
		if (!s->filled || f->size > s->most)
			s->most = f->size;
		if (!s->filled || f->sec < s->oldest)
			s->oldest = f->sec;
		if (!s->filled || f->sec > s->newest)
			s->newest = f->sec;
		s->filled = true;
	}
}

/* A colour as three parts, brightened or darkened to the given share of its own luminance. */
static uint32_t scale_shade(uint32_t color, double share)
{
	unsigned part[3];
	for (unsigned i = 0; i < 3; i++) {
		double v = (double)(color >> (16 - 8 * i) & 0xff) * share;
		part[i] = (unsigned)(v < 0 ? 0 : v > 255 ? 255 : v);
	}
	return COLOR_RGB(part[0], part[1], part[2]);
}

/* `share`: 0 for the least of the listing, 1 for the most. */
static bool scale_put(const struct scale *s, struct buf *b, struct str base, double share)
{
	struct look look = { .fg = 0 };
	char sgr[LOOK_SGR_MAX];
	look_apply_sgr(&look, base);
	uint32_t color = color_is_default(look.fg) ? color_index_rgb(7)
		: color_is_index(look.fg) ? color_index_rgb((uint8_t)look.fg)
					  : look.fg;
	double low = (double)s->conf->scale_min / 100, at = low + (1 - low) * share;
	if (!s->conf->scale_true)
		at = low + (1 - low) * (int)(share * 5) / 5; /* six steps are all that 256 colours tell apart */
	look.fg = scale_shade(color, at);
	unsigned n = look_sgr(sgr, (struct look){ .fg = 0 }, look,
		s->conf->scale_true ? COLOR_TRUE : COLOR_256);
	buf_clear(b);
	if (n > 3) /* without ESC [ and m */
		buf_add(b, sgr + 2, n - 3);
	return true;
}

/* The logarithm to base 2, near enough: whole powers exactly, straight lines between them. */
static double scale_log(double v)
{
	double power = 0;
	for (; v >= 2; v /= 2)
		power++;
	return v < 1 ? 0 : power + (v - 1);
}

static double scale_share(double v, double least, double most)
{
	double share = most > least ? (v - least) / (most - least) : 1;
	return share < 0 ? 0 : share > 1 ? 1 : share;
}

bool scale_size(const struct scale *s, struct buf *b, struct str base, uint64_t size)
{
	if (!s->filled || !(s->conf->scale & LIST_SCALE_SIZE))
		return false;
	if (s->conf->scale_fixed) {
		unsigned class = 0;
		for (; class + 1 < SCALE_CLASSES && size >= 1024; size /= 1024)
			class++;
		return scale_put(s, b, base, (double)class / (SCALE_CLASSES - 1));
	}
	return scale_put(s, b, base,
		scale_share(scale_log((double)size), scale_log((double)s->least), scale_log((double)s->most)));
}

bool scale_age(const struct scale *s, struct buf *b, struct str base, int64_t sec)
{
	static const int64_t ends[SCALE_CLASSES - 1] = { 3600, 86400, 7 * 86400, 30 * 86400 };
	if (!s->filled || !(s->conf->scale & LIST_SCALE_AGE))
		return false;
	double age = (double)s->now - (double)sec, newest = (double)s->now - (double)s->newest,
	       oldest = (double)s->now - (double)s->oldest;
	if (!s->conf->scale_fixed)
		return scale_put(s, b, base,
			1 - scale_share(scale_log(age), scale_log(newest), scale_log(oldest)));
	unsigned class = 0;
	while (class + 1 < SCALE_CLASSES && age >= (double)ends[class])
		class++;
	return scale_put(s, b, base, 1 - (double)class / (SCALE_CLASSES - 1));
}
