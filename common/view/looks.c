#include "ember/view/looks.h"

#define GREY 238 /* bat's gutter where a theme has no colour for it */

static uint32_t looks_channel(uint32_t over, uint32_t under, uint32_t alpha)
{
	return (over * alpha + under * (255 - alpha) + 127) / 255;
}

/* 0xRRGGBBAA to a colour; see struct theme on palette themes. */
static uint32_t looks_colour(const struct theme *t, uint32_t rgba)
{
	uint32_t alpha = rgba & 0xff, under = t->base.bg;
	if (t->palette && alpha == 0)
		return COLOR_INDEX(rgba >> 24);
	if (t->palette && alpha == 1)
		return COLOR_DEFAULT;
	return COLOR_RGB(looks_channel(rgba >> 24, under >> 24, alpha),
		looks_channel(rgba >> 16 & 0xff, under >> 16 & 0xff, alpha),
		looks_channel(rgba >> 8 & 0xff, under >> 8 & 0xff, alpha));
}

static uint32_t looks_ui(const struct theme *t, enum theme_colour c, uint32_t otherwise)
{
	uint32_t rgba;
	return t && theme_ui(t, c, &rgba) ? looks_colour(t, rgba) : otherwise;
}

struct looks_frame looks_frame(const struct theme *theme)
{
	struct looks_frame f = { 0 };
	f.number.fg = looks_ui(theme, THEME_LINE_NUMBER, COLOR_INDEX(GREY));
	f.grid.fg = f.number.fg;
	f.name.font = LOOK_BOLD;
	f.note = f.grid;
	f.added.fg = looks_ui(theme, THEME_ADDED, COLOR_INDEX(2));
	f.modified.fg = looks_ui(theme, THEME_MODIFIED, COLOR_INDEX(3));
	f.removed.fg = looks_ui(theme, THEME_REMOVED, COLOR_INDEX(1));
	f.marked.bg = looks_ui(theme, THEME_LINE_HIGHLIGHT, COLOR_DEFAULT);
	if (color_is_default(f.marked.bg) || (theme && theme->palette))
		f.marked = (struct look){ .font = LOOK_UNDERLINE };
	f.matched.font = LOOK_REVERSE;
	f.notation.font = LOOK_REVERSE;
	return f;
}

struct look looks_style(const struct theme *theme, const struct style *style, bool italic)
{
	struct look look = { .fg = looks_colour(theme, style->fg) };
	if ((style->set & STYLE_BG) && style->bg != theme->base.bg && (style->bg & 0xff))
		look.bg = looks_colour(theme, style->bg);
	if (style->font & STYLE_BOLD)
		look.font |= LOOK_BOLD;
	if (style->font & STYLE_UNDERLINE)
		look.font |= LOOK_UNDERLINE;
	if (style->font & STYLE_STRIKE)
		look.font |= LOOK_STRIKE;
	if ((style->font & STYLE_ITALIC) && italic)
		look.font |= LOOK_ITALIC;
	return look;
}
