#include "page_impl.h"

enum { TALLY_MAX = 99999, TALLY_LINES = 64 };

void page_tally_start(struct page *p)
{
	p->tally = (struct tally){ .on = true };
}

/* The matches of one line, the one we are at among them. */
static void page_tally_line(struct page *p, size_t line)
{
	const struct doc *d = page_tab(p)->doc;
	struct str text = d->ops->text(d->ctx, line);
	struct search_hit hit = { .line = line };
	size_t from = 0;
	while (p->tally.all < TALLY_MAX && search_next(&p->search, text, from, &hit)) {
		p->tally.all++;
		if (line == p->hit.line && hit.from == p->hit.from)
			p->tally.here = p->tally.all;
		from = hit.to > from ? hit.to : from + 1;
	}
}

bool page_tally_step(struct page *p, unsigned *wishes)
{
	struct tally *t = &p->tally;
	if (!t->on || t->done || !p->has_hit || p->hit_doc != p->at || !page_tab(p)->ended)
		return false;
	int64_t deadline = page_deadline();
	size_t lines = page_lines(p);
	for (unsigned i = 1; t->line < lines && t->all < TALLY_MAX; t->line++, i++) {
		if (!p->filtering || !page_filtered_out(p, t->line))
			page_tally_line(p, t->line);
		if (i % TALLY_LINES == 0 && page_over(deadline)) {
			t->line++;
			return true;
		}
	}
	t->done = true;
	*wishes |= PAGE_DRAW;
	return true;
}

void page_tally_text(const struct page *p, struct buf *b)
{
	const struct tally *t = &p->tally;
	if (t->done && t->here && p->has_hit && p->hit_doc == p->at && !p->hide_hits)
		buf_printf(b, "  match %zu/%zu%s", t->here, t->all, t->all >= TALLY_MAX ? "+" : "");
}
