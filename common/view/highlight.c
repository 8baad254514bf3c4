#include "ember/view/highlight.h"

#include "ember/base/size.h"

int highlight_add(struct highlight *h, struct str pattern, char *why, struct err *e)
{
	struct search s = { 0 };
	if (search_set(&s, pattern, 0, SEARCH_EXACT, why, e) != 0)
		return -1;
	VEC_PUSH(&h->of) = s;
	return 0;
}

void highlight_fini(struct highlight *h)
{
	for (size_t i = 0; i < h->of.n; i++)
		search_fini(&h->of.p[i]);
	VEC_FREE(&h->of);
	VEC_FREE(&h->hits.of);
	VEC_FREE(&h->laid.of);
}

static void highlight_one(struct highlight *h, struct search *s, struct marked *m, struct look look)
{
	struct str text = search_text(s, buf_view(&m->text));
	struct search_hit hit;
	size_t at = 0;
	h->hits.of.n = 0;
	while (at <= text.n && search_next(s, text, at, text.n, &hit)) {
		runs_to(&h->hits, hit.from, (struct look){ 0 });
		runs_to(&h->hits, hit.to, look);
		at = hit.to > at ? hit.to : at + 1;
	}
	if (h->hits.of.n == 0)
		return;
	runs_lay(&h->laid, &m->runs, &h->hits, u32(m->text.n));
	struct runs swap = m->runs;
	m->runs = h->laid;
	h->laid = swap;
}

void highlight_lay(struct highlight *h, struct marked *m, struct look look)
{
	for (size_t i = 0; i < h->of.n; i++)
		highlight_one(h, &h->of.p[i], m, look);
}
