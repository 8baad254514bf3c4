#include "ember/syntax/finder.h"

#include "ember/base/size.h"

/* Where the regex stands in the finder's lists, or the free slot where that is to be told. */
static uint32_t *finder_slot(const struct finder *f, uint32_t regex)
{
	uint32_t i = (regex * 0x9e3779b9u >> 16) & f->mask;
	while (f->place[i] && f->regexes[f->place[i] - 1] != regex)
		i = (i + 1) & f->mask;
	return &f->place[i];
}

struct finder *finder_new(struct patterns *ps, const uint32_t *regexes, uint32_t n)
{
	struct finder *f = ARENA_NEW(&ps->arena, struct finder);
	f->regexes = ARENA_ARRAY(&ps->arena, uint32_t, n);
	f->index = ARENA_ARRAY(&ps->arena, uint32_t, n);
	struct cols *first = ARENA_ARRAY(&ps->arena, struct cols, n);
	while (f->mask < n + n / 2)
		f->mask = 2 * f->mask + 1;
	f->place = ARENA_ARRAY(&ps->arena, uint32_t, f->mask + 1);
	uint32_t flags = 0;
	for (uint32_t i = 0; i < n; i++) {
		if (!regexes[i] || regexes[i] >= ps->nregexes)
			continue;
		const struct pack_regex *r = pack_regex(ps->pack, regexes[i]);
		uint32_t *place = finder_slot(f, regexes[i]);
		if (*place) /* in it already */
			continue;
		f->regexes[f->n] = regexes[i];
		first[f->n] = patterns_first(r);
		f->index[f->n++] = i;
		*place = f->n;
		flags |= r->flags;
	}
	f->has_g = flags & PACK_REGEX_G;
	f->far_g = flags & PACK_REGEX_FAR_G;
	f->set = cand_set(ps->cand, f->regexes, first, f->n);
	return f;
}

/* The first of the candidates that matches at `at`; with `far` those that look back to \G are left out. */
static bool finder_try(struct patterns *ps, const struct finder *f, struct str text, size_t at,
	unsigned opts, bool far, struct cand_list list, struct finder_hit *hit)
{
	for (uint32_t i = 0; i < list.n; i++) {
		struct pattern *p = patterns_candidate(ps, list, i);
		if ((far && p->far_g) || !patterns_at(ps, p, text, f->line, at, opts))
			continue;
		*hit = (struct finder_hit){ p, f->index[*finder_slot(f, p->regex) - 1], at };
		return true;
	}
	return false;
}

bool finder_near(struct patterns *ps, struct finder *f, struct str text, uint64_t line, size_t pos,
	size_t last, unsigned opts, struct finder_hit *hit)
{
	const bool known = f->line == line && pos >= f->from && pos <= f->to;
	const bool g = f->has_g && !(opts & RX_NOT_G);
	struct cand_list list;
	size_t at = pos;
	if (!known) {
		f->line = line;
		f->from = f->to = pos;
	} else if (!g) {
		at = f->to;
	}
	while (at <= last) {
		at = cand_next(ps->cand, f->set, text, at, last, g && at == pos, &list);
		if (at == STR_NONE)
			break;
		unsigned here = at == pos ? opts : opts | RX_NOT_G;
		if (finder_try(ps, f, text, at, here, g && f->far_g, list, hit)) {
			if (at > f->to)
				f->to = at;
			return true;
		}
		at++;
		if (at < f->to) /* behind `pos`, tried for \G: what is known goes on */
			at = f->to;
	}
	size_t seen = last < text.n ? last + 1 : text.n + 1;
	if (seen > f->to)
		f->to = seen;
	return false;
}

/* Patterns that look back to \G from further on have a search of their own. */
bool finder_far(struct patterns *ps, struct finder *f, struct str text, uint64_t line, size_t pos,
	size_t last, unsigned opts, struct finder_hit *hit)
{
	bool found = finder_near(ps, f, text, line, pos, last, opts, hit);
	f->line = 0; /* what is known now says nothing of them */
	for (uint32_t i = 0; i < f->n; i++) {
		struct pattern *p = patterns_regex(ps, f->regexes[i]);
		const int r = p->far_g ? patterns_next(ps, p, text, line, pos, opts) : -1;
		if (r < 0 || (size_t)r > last)
			continue;
		if (found && ((size_t)r > hit->start || ((size_t)r == hit->start && f->index[i] > hit->index)))
			continue;
		*hit = (struct finder_hit){ p, f->index[i], (size_t)r };
		found = true;
	}
	return found;
}

bool finder_offers(struct patterns *ps, struct finder *f, struct str text, size_t at, bool g, uint32_t i)
{
	struct cand_list list;
	if (cand_next(ps->cand, f->set, text, at, at, g, &list) == STR_NONE)
		return false;
	for (uint32_t k = 0; k < list.n; k++)
		if (cand_item(list, k) == f->regexes[i])
			return true;
	return false;
}
