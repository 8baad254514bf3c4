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

void ansi_in_line(struct marked *m, struct links *links, struct str line, struct look *look)
{
	struct look now = *look;
	now.link = 0;
	while (line.n) {
		size_t esc = str_chr(line, '\x1b');
		marked_add(m, str_sub(line, 0, esc), now);
		if (esc == STR_NONE)
			break;
		line = str_sub(line, esc, line.n);
		enum ansi_kind kind;
		struct str body;
		size_t n = ansi_scan(line, &kind, &body);
		if (kind == ANSI_SGR)
			look_apply_sgr(&now, body);
		else if (kind == ANSI_LINK)
			now.link = ansi_in_link(links, body);
		else
			marked_add(m, str_sub(line, 0, n), now);
		line = str_sub(line, n, line.n);
	}
	now.link = 0;
	*look = now;
}

void ansi_in_skip(struct str line, struct look *look)
{
	size_t esc;
	while ((esc = str_chr(line, '\x1b')) != STR_NONE) {
		line = str_sub(line, esc, line.n);
		enum ansi_kind kind;
		struct str body;
		size_t n = ansi_scan(line, &kind, &body);
		if (kind == ANSI_SGR)
			look_apply_sgr(look, body);
		line = str_sub(line, n, line.n);
	}
}
