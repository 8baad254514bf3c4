#include "ember/view/marked.h"

#include <string.h>

#include "ember/base/size.h"

void marked_clear(struct marked *m)
{
	m->text.n = 0;
	m->runs.of.n = 0;
}

void marked_fini(struct marked *m)
{
	buf_fini(&m->text);
	VEC_FREE(&m->runs.of);
}

void runs_to(struct runs *r, uint32_t end, struct look look)
{
	struct run *last = r->of.n ? &r->of.p[r->of.n - 1] : NULL;
	if (end <= (last ? last->end : 0))
		return;
	if (last && look_same(last->look, look) && last->look.link == look.link)
		last->end = end;
	else
		VEC_PUSH(&r->of) = (struct run){ end, look };
}

void runs_end(struct runs *r, uint32_t n)
{
	runs_to(r, n, (struct look){ 0 });
}

void marked_add(struct marked *m, struct str text, struct look look)
{
	buf_str(&m->text, text);
	runs_to(&m->runs, u32(m->text.n), look);
}

static bool runs_plain(const struct runs *r)
{
	for (size_t i = 0; i < r->of.n; i++)
		if (!look_same(r->of.p[i].look, (struct look){ 0 }) || r->of.p[i].look.link)
			return false;
	return true;
}

/* As many of them as begin before n. */
static void runs_copy(struct runs *to, const struct runs *from, uint32_t n)
{
	size_t k = 0;
	while (k < from->of.n && (!k || from->of.p[k - 1].end < n))
		k++;
	VEC_RESERVE(&to->of, k);
	if (k)
		memcpy(to->of.p, from->of.p, k * sizeof(*to->of.p));
	to->of.n = k;
	if (k && to->of.p[k - 1].end > n)
		to->of.p[k - 1].end = n;
	runs_end(to, n);
}

void runs_lay(struct runs *to, const struct runs *under, const struct runs *over, uint32_t n)
{
	size_t i = 0, k = 0;
	uint32_t at = 0;
	to->of.n = 0;
	if (runs_plain(over)) {
		runs_copy(to, under, n);
		return;
	}
	while (at < n) {
		while (i < under->of.n && under->of.p[i].end <= at)
			i++;
		while (k < over->of.n && over->of.p[k].end <= at)
			k++;
		const struct run *u = i < under->of.n ? &under->of.p[i] : NULL;
		const struct run *o = k < over->of.n ? &over->of.p[k] : NULL;
		uint32_t end = n;
		if (u && u->end < end)
			end = u->end;
		if (o && o->end < end)
			end = o->end;
		struct look look = u ? u->look : (struct look){ 0 };
		if (o) {
			uint16_t link = o->look.link ? o->look.link : look.link;
			look = look_over(look, o->look);
			look.link = link;
		}
		runs_to(to, end, look);
		at = end;
	}
}
