#include "ember/rx/nfa.h"

static bool set_valid(const struct nfa_source *s, uint32_t set)
{
	return set < s->nsets;
}

static bool words_valid(const struct nfa *n, const struct nfa_source *s, uint32_t nways)
{
	for (uint32_t i = 0; i < n->nplaces; i++)
		if (!set_valid(s, nfa_set(n->place[i])) || nfa_list(n->place[i]) >= nways)
			return false;
	for (uint32_t i = 0; i < nways; i++) {
		const uint32_t to = nfa_to(n->way[i]), behind = nfa_behind(n->way[i]);
		if ((to >= n->nplaces && to < NFA_DEAD) || (behind != NFA_ANY && !set_valid(s, behind)))
			return false;
	}
	return nfa_last(n->way[nways - 1]);
}

void nfa_read(struct nfa *n, const struct nfa_source *s)
{
	static const uint32_t accept = NFA_ANY | NFA_ACCEPT << NFA_SET_BITS | 1u << 31;
	*n = (struct nfa){ .way = &accept, .sets = s->sets };
	if (s->n < 2 || s->words[0] >= s->n - 1 || s->words[0] > NFA_PLACES_MAX)
		return;
	struct nfa read = { s->words + 1, s->words[0], s->words + 1 + s->words[0], s->sets };
	if (words_valid(&read, s, s->n - 1 - s->words[0]))
		*n = read;
}
