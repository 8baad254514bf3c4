#include "ember/list/scale.h"

#include "ember/term/color.h"

#define SCALE_CLASSES 5      /* of the fixed mode */
#define SCALE_DARK_LUMA 190  /* of 255, the most at least, so that half of it still stands out from black */
#define SCALE_LIGHT_LUMA 86  /* the least at most, so that it stands out from white */

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

static double scale_luma(const double part[3])
{
	return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
}

/* `color` as dark or bright as `want` says: what its parts cannot reach is made up by white. */
static uint32_t scale_shade(uint32_t color, double want, bool vivid)
{
	double part[3], least = 255;
	for (unsigned i = 0; i < 3; i++) {
		part[i] = (double)(color >> (16 - 8 * i) & 0xff);
		least = part[i] < least ? part[i] : least;
	}
	/* the nearest of few colours to a pale and dark one is a grey: its hue would be lost */
	for (unsigned i = 0; vivid && i < 3; i++)
		part[i] -= least * 9 / 10;
	double luma = scale_luma(part);
	for (unsigned i = 0; i < 3; i++) {
		part[i] = luma > 0 ? part[i] * want / luma : 0;
		part[i] = part[i] > 255 ? 255 : part[i] < 0 ? 0 : part[i];
	}
	luma = scale_luma(part);
	double white = luma < want && luma < 255 ? (want - luma) / (255 - luma) : 0;
	for (unsigned i = 0; i < 3; i++)
		part[i] += (255 - part[i]) * white;
	return COLOR_RGB((unsigned)part[0], (unsigned)part[1], (unsigned)part[2]);
}

/*
 * `share`: 0 for the least of the listing, 1 for the most. The colours of the columns suit both grounds, so half as bright
 * they would be lost on a dark one: there the most is made bright first. On a light ground the most is the darkest.
 */
static uint32_t scale_color(const struct list_conf *conf, uint32_t base, double share)
{
	uint32_t color = color_is_default(base) ? color_index_rgb(7)
		: color_is_index(base)          ? color_index_rgb((uint8_t)base)
						: base;
	if (conf->scale_depth <= COLOR_16) { /* plain and bright are all there is */
		uint32_t plain = color_reduce(color, COLOR_16) & 7;
		return COLOR_INDEX(share < 0.5 ? plain ? plain : 7 : plain ? plain + 8 : 15);
	}
	double part[3] = { color >> 16 & 0xff, color >> 8 & 0xff, color & 0xff };
	double luma = scale_luma(part), low = (double)conf->scale_min / 100;
	if (conf->scale_light) {
		luma = luma < SCALE_LIGHT_LUMA ? luma : SCALE_LIGHT_LUMA;
		share = 1 - share;
	} else if (luma < SCALE_DARK_LUMA) {
		luma = SCALE_DARK_LUMA;
	}
	if (conf->scale_depth != COLOR_TRUE)
		share = (double)(int)(share * 5) / 5; /* six steps are all that 256 colours tell apart */
	return scale_shade(color, luma * (low + (1 - low) * share), conf->scale_depth != COLOR_TRUE);
}

static bool scale_put(const struct scale *s, struct buf *b, struct str base, double share)
{
	const struct list_conf *conf = s->conf;
	struct look look = { .fg = 0 };
	char sgr[LOOK_SGR_MAX];
	if (conf->scale_depth <= COLOR_16 && conf->scale_light)
		return false; /* the bright ones of sixteen are too pale for it */
	look_apply_sgr(&look, base);
	look.fg = scale_color(conf, look.fg, share);
	unsigned n = look_sgr(sgr, (struct look){ .fg = 0 }, look, conf->scale_depth);
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
	if (!s->conf->scale_fixed) /* turned round, so that what is all of one age is new */
		return scale_put(s, b, base, scale_share(-scale_log(age), -scale_log(oldest), -scale_log(newest)));
	unsigned class = 0;
	while (class + 1 < SCALE_CLASSES && age >= (double)ends[class])
		class++;
	return scale_put(s, b, base, 1 - (double)class / (SCALE_CLASSES - 1));
}
