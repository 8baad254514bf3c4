#include "page_impl.h"

enum { TALLY_MAX = 99999, TALLY_STEPS = 64 };

void page_tally_start(struct page *p)
{
	p->tally = (struct tally){ .on = true };
}

/* The matches of the line from where we stopped; true when the line is done. */
static bool page_tally_line(struct page *p, int64_t deadline)
{
	struct tally *t = &p->tally;
	struct str text = page_search_text(p, t->line);
	struct search_hit hit;
	for (unsigned i = 1;
		t->all < TALLY_MAX && search_next(&p->search, text, t->from, text.n, &hit); i++) {
		t->all++;
		if (t->line == p->hit.line && hit.from == p->hit.from)
			t->here = t->all;
		t->from = hit.to > t->from ? hit.to : t->from + 1;
		if (i % TALLY_STEPS == 0 && page_over(deadline))
			return false;
	}
	t->from = 0;
	return true;
}

bool page_tally_step(struct page *p, unsigned *wishes)
{
	struct tally *t = &p->tally;
	if (!t->on || t->done || !p->has_hit || p->hit_doc != p->at || !page_tab(p)->ended)
		return false;
	int64_t deadline = page_deadline();
	size_t lines = page_lines(p);
	for (unsigned i = 1; t->line < lines && t->all < TALLY_MAX; i++) {
		if ((!p->filtering || !page_filtered_out(p, t->line)) &&
			!page_tally_line(p, deadline))
			return true;
		t->line++;
		if (i % TALLY_STEPS == 0 && page_over(deadline))
			return true;
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
