#include "nfa_step.h"

#include <string.h>

void step_memory_fini(struct step_memory *m)
{
	VEC_FREE(&m->out);
	VEC_FREE(&m->stack);
	VEC_FREE(&m->marks);
}

struct step step_new(struct step_memory *m, uint32_t places, unsigned column, unsigned behind, bool g)
{
	const size_t marks = 2 * (size_t)places;
	if (m->marks.n < marks) {
		VEC_RESERVE(&m->marks, marks - m->marks.n);
		memset(m->marks.p + m->marks.n, 0, (marks - m->marks.n) * sizeof(*m->marks.p));
		m->marks.n = marks;
	}
	if (m->walk > UINT32_MAX - 2) {
		memset(m->marks.p, 0, m->marks.n * sizeof(*m->marks.p));
		m->walk = 0;
	}
	m->walk += 2;
	return (struct step){ .m = m, .column = column, .behind = behind, .g = g, .at = m->walk - 1, .after = m->walk };
}

/* The walk saw the place already; odd walks go before the column, even ones behind it. */
static bool marked(const struct step *s, uint32_t place, uint32_t walk)
{
	uint32_t *mark = &s->m->marks.p[2 * (size_t)(s->base + place) + (walk & 1)];
	if (*mark == walk)
		return true;
	*mark = walk;
	return false;
}

static bool step_has(const struct step *s, uint32_t word, unsigned column)
{
	return cols_has(s->nfa->sets[nfa_set(word)], column);
}

/* Go on at a place that stands for a word; NFA_ACCEPT is told, NFA_DEAD leads nowhere. */
static void step_push(struct step *s, uint32_t place)
{
	if (place < s->nfa->n)
		VEC_PUSH(&s->m->stack) = place;
	else if (place == NFA_ACCEPT)
		s->accepted = true;
}

static void step_split(struct step *s, uint32_t place)
{
	step_push(s, nfa_next(s->nfa->word[place]));
	step_push(s, nfa_next(s->nfa->word[place + 1]));
}

/* The column was taken: add the places that wait for the next one. */
static void step_after(struct step *s, uint32_t place)
{
	struct step_memory *m = s->m;
	const size_t base = m->stack.n;
	step_push(s, place);
	while (m->stack.n > base && !s->accepted) {
		place = m->stack.p[--m->stack.n];
		if (marked(s, place, s->after))
			continue;
		const uint32_t word = s->nfa->word[place];
		switch (nfa_op(word)) {
		case NFA_SET:
		case NFA_AHEAD:
			VEC_PUSH(&m->out) = s->base + place;
			break;
		case NFA_BEHIND:
			if (step_has(s, word, s->column))
				step_push(s, nfa_next(word));
			break;
		case NFA_SPLIT:
			step_split(s, place);
			break;
		case NFA_OTHER:
			step_push(s, nfa_next(word));
			break;
		case NFA_G:
			break;
		}
	}
	m->stack.n = base;
}

/* From a place before the column: what it leads to when the column is taken. */
void step_at(struct step *s, uint32_t place)
{
	struct step_memory *m = s->m;
	const size_t base = m->stack.n;
	step_push(s, place);
	while (m->stack.n > base && !s->accepted) {
		place = m->stack.p[--m->stack.n];
		if (marked(s, place, s->at))
			continue;
		const uint32_t word = s->nfa->word[place];
		switch (nfa_op(word)) {
		case NFA_SET:
			if (step_has(s, word, s->column))
				step_after(s, nfa_next(word));
			break;
		case NFA_AHEAD:
			if (step_has(s, word, s->column))
				step_push(s, nfa_next(word));
			break;
		case NFA_BEHIND:
			if (s->behind == BEHIND_UNKNOWN || step_has(s, word, s->behind))
				step_push(s, nfa_next(word));
			break;
		case NFA_G:
			if (s->g)
				step_push(s, nfa_next(word));
			break;
		case NFA_SPLIT:
			step_split(s, place);
			break;
		case NFA_OTHER:
			step_push(s, nfa_next(word));
			break;
		}
	}
	m->stack.n = base;
}

/* The same from a place of a state's list: most take one column, and not this one. */
void step_on(struct step *s, uint32_t place)
{
	const uint32_t word = s->nfa->word[place];
	if (nfa_op(word) != NFA_SET)
		step_at(s, place);
	else if (step_has(s, word, s->column))
		step_after(s, nfa_next(word));
}

void step_behinds(struct step *s, struct kinds_behind *b)
{
	struct step_memory *m = s->m;
	const size_t base = m->stack.n;
	step_push(s, s->nfa->start);
	while (m->stack.n > base) {
		const uint32_t place = m->stack.p[--m->stack.n];
		if (marked(s, place, s->at))
			continue;
		const uint32_t word = s->nfa->word[place];
		const enum nfa_op op = nfa_op(word);
		if (op == NFA_SPLIT)
			step_split(s, place);
		if (op == NFA_BEHIND)
			kinds_add(b, s->nfa->sets[nfa_set(word)]);
		if (op == NFA_BEHIND || op == NFA_G || op == NFA_OTHER ||
			(op == NFA_AHEAD && step_has(s, word, s->column)))
			step_push(s, nfa_next(word));
	}
	s->accepted = false;
}
