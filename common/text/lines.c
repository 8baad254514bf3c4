#include "ember/text/lines.h"

#include "ember/text/utf8.h"

bool lines_next(struct lines *l, struct str *rest, bool last, struct lines_line *line)
{
	size_t window = l->cutting ? LINES_PIECE : LINES_LONG;
	struct str seen = str_sub(*rest, 0, window + 1);
	size_t known = l->known < seen.n ? l->known : seen.n, lf = str_chr(str_sub(seen, known, seen.n), '\n');
	*line = (struct lines_line){ 0 };
	l->known = 0;
	if (rest->n == 0)
		return false;
	if (lf != STR_NONE)
		lf += known;
	if (lf != STR_NONE) {
		line->lf = true;
		line->bytes = lf + 1;
		line->cr = lf > 0 && rest->p[lf - 1] == '\r';
		line->text = str_sub(*rest, 0, lf - line->cr);
		l->cutting = false;
	} else if (rest->n > window) {
		struct str piece = str_sub(*rest, 0, LINES_PIECE);
		piece.n -= utf8_tail(piece);
		line->text = piece;
		line->bytes = piece.n;
		line->piece = l->cutting = true;
	} else if (last) {
		line->text = *rest;
		line->bytes = rest->n;
		l->cutting = false;
	} else {
		l->known = seen.n;
		return false;
	}
	*rest = str_sub(*rest, line->bytes, rest->n);
	return true;
}
