#include "ember/view/overstrike.h"

#include "ember/text/utf8.h"

static struct str overstrike_char(struct str rest)
{
	uint32_t cp;
	unsigned n = rest.n ? utf8_decode(rest, &cp) : 0;
	return str_sub(rest, 0, n ? n : 1);
}

/* What one more strike makes of a place. "_" on "_" goes on with what the place before it was. */
static uint16_t overstrike_font(struct str old, struct str struck, uint16_t font, uint16_t before)
{
	const bool low = str_eqc(old, "_"), low_too = str_eqc(struck, "_");
	if (low && low_too)
		return font | (before & LOOK_BOLD ? LOOK_BOLD : LOOK_UNDERLINE);
	if (low || low_too)
		return font | LOOK_UNDERLINE;
	if (str_eq(old, struck))
		return font | LOOK_BOLD;
	return font;
}

void overstrike_line(struct marked *to, const struct marked *from)
{
	struct str rest = buf_view(&from->text);
	size_t k = 0;
	uint16_t before = 0;
	while (rest.n) {
		struct str kept = overstrike_char(rest);
		size_t at = from->text.n - rest.n;
		while (k < from->runs.of.n && from->runs.of.p[k].end <= at)
			k++;
		struct look look = k < from->runs.of.n ? from->runs.of.p[k].look : (struct look){ 0 };
		uint16_t font = 0;
		rest = str_sub(rest, kept.n, rest.n);
		while (rest.n > 1 && rest.p[0] == '\b' && kept.p[0] != '\b') {
			struct str struck = overstrike_char(str_sub(rest, 1, rest.n));
			font = overstrike_font(kept, struck, font, before);
			if (!str_eqc(struck, "_"))
				kept = struck;
			rest = str_sub(rest, 1 + struck.n, rest.n);
		}
		look.font |= font;
		before = font;
		marked_add(to, kept, look);
	}
}
