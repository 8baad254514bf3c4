#include "nfa_step.h"

#include <string.h>

#include "ember/base/size.h"

void step_memory_fini(struct step_memory *m)
{
	VEC_FREE(&m->out);
	VEC_FREE(&m->marks);
}

struct step step_new(struct step_memory *m, const struct nfa *nfa, unsigned column, unsigned behind, bool g)
{
	const uint32_t places = u32(nfa->places.n);
	m->out.n = 0;
	if (m->marks.n < places) {
		VEC_RESERVE(&m->marks, places - m->marks.n);
		memset(m->marks.p + m->marks.n, 0, (places - m->marks.n) * sizeof(*m->marks.p));
		m->marks.n = places;
	}
	if (++m->step == 0) {
		memset(m->marks.p, 0, m->marks.n * sizeof(*m->marks.p));
		m->step = 1;
	}
	return (struct step){ .m = m, .column = column, .behind = behind, .g = g, .nfa = nfa };
}

static bool step_has(const struct step *s, uint32_t set, unsigned column)
{
	return cols_has(s->nfa->pool.sets.p[set], column);
}

/* The column was taken: go the ways that are open. */
static void step_ways(struct step *s, const uint32_t *way)
{
	struct step_memory *m = s->m;
	do {
		const uint32_t to = nfa_to(*way), behind = nfa_behind(*way);
		if (nfa_g(*way) || to == NFA_DEAD || (behind != NFA_ANY && !step_has(s, behind, s->column)))
			continue;
		if (to == NFA_ACCEPT) {
			s->accepted = true;
			return;
		}
		if (m->marks.p[to] != m->step) {
			m->marks.p[to] = m->step;
			VEC_PUSH(&m->out) = (uint16_t)to;
		}
	} while (!nfa_last(*way++));
}

void step_on(struct step *s, uint32_t place)
{
	const uint32_t word = s->nfa->places.p[place];
	if (step_has(s, nfa_set(word), s->column))
		step_ways(s, s->nfa->ways.p + nfa_list(word));
}

/* May a way of the first list be gone with the column? */
static bool way_starts(const struct step *s, uint32_t way)
{
	const uint32_t to = nfa_to(way);
	if (to == NFA_DEAD || (nfa_g(way) && !s->g))
		return false;
	return to == NFA_ACCEPT || step_has(s, nfa_set(s->nfa->places.p[to]), s->column);
}

void step_enter(struct step *s)
{
	const uint32_t *way = s->nfa->ways.p;
	do {
		const uint32_t behind = nfa_behind(*way);
		if (!way_starts(s, *way))
			continue;
		if (behind != NFA_ANY && s->behind != BEHIND_UNKNOWN && !step_has(s, behind, s->behind))
			continue;
		if (nfa_to(*way) == NFA_ACCEPT)
			s->accepted = true;
		else
			step_ways(s, s->nfa->ways.p + nfa_list(s->nfa->places.p[nfa_to(*way)]));
	} while (!s->accepted && !nfa_last(*way++));
}

void step_behinds(const struct nfa *nfa, unsigned column, bool g, struct kinds_behind *b)
{
	const struct step s = { .column = column, .g = g, .nfa = nfa };
	const uint32_t *way = nfa->ways.p;
	do
		if (nfa_behind(*way) != NFA_ANY && way_starts(&s, *way))
			kinds_add(b, nfa->pool.sets.p[nfa_behind(*way)]);
	while (!nfa_last(*way++));
}
