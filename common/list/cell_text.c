#include "ember/list/cell_text.h"

#include "ember/base/number.h"

void cell_foreign(struct buf *b, struct str text)
{
	for (size_t i = 0; i < text.n; i++) {
		bool control = (unsigned char)text.p[i] < 32 || text.p[i] == 127;
		buf_char(b, control ? '?' : text.p[i]);
	}
}

void cell_paint(struct cells *c, struct str sgr, struct str text, bool paint)
{
	paint &= sgr.n > 0;
	if (paint) {
		buf_text(&c->text, "\033[");
		buf_str(&c->text, sgr);
		buf_char(&c->text, 'm');
	}
	buf_str(&c->text, text);
	if (paint)
		buf_text(&c->text, "\033[0m");
}

struct str cell_sgr(const struct cells *c, enum palette_key key)
{
	return c->conf->palette ? c->conf->palette->sgr[key] : STR("");
}

unsigned cell_plain(struct cells *c, enum palette_key key, struct str text, bool paint)
{
	cell_paint(c, cell_sgr(c, key), text, paint);
	return (unsigned)text.n;
}

unsigned cell_number(struct cells *c, enum palette_key key, uint64_t v, bool paint)
{
	char p[24];
	return cell_plain(c, key, (struct str){ p, number_put(p, v) }, paint);
}

unsigned cell_unknown(struct cells *c, bool paint)
{
	return cell_plain(c, PALETTE_XX, STR("?"), paint);
}

unsigned cell_none(struct cells *c, bool paint)
{
	return cell_plain(c, PALETTE_XX, STR("-"), paint);
}
