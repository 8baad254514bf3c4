#include "ember/view/ansi_in.h"

#include "ember/text/ansi.h"
#include "ember/text/safe.h"

static uint16_t ansi_in_link(struct links *links, struct str target)
{
	if (!links || target.n == 0 || links->of.n >= UINT16_MAX || !safe_clean(target, 0))
		return 0;
	VEC_PUSH(&links->of) = target;
	return (uint16_t)links->of.n;
}

/* grep and compilers erase to the end of the line behind each colour, lest a background stays. */
static bool ansi_in_erases(struct str sequence)
{
	return str_eqc(sequence, "\033[K") || str_eqc(sequence, "\033[0K");
}

void ansi_in_line(struct marked *m, struct links *links, struct str line, struct look *look)
{
	struct look now = *look;
	struct ansi_piece piece;
	now.link = 0;
	while (ansi_next(&line, &piece)) {
		if (piece.kind == ANSI_SGR)
			look_apply_sgr(&now, piece.body);
		else if (piece.kind == ANSI_LINK)
			now.link = ansi_in_link(links, piece.body);
		else if (!ansi_in_erases(piece.bytes))
			marked_add(m, piece.bytes, now);
	}
	now.link = 0;
	*look = now;
}

void ansi_in_skip(struct str line, struct look *look)
{
	struct ansi_piece piece;
	while (ansi_next(&line, &piece))
		if (piece.kind == ANSI_SGR)
			look_apply_sgr(look, piece.body);
}
