#include "ember/rx/nfa.h"

static bool place_valid(uint32_t place, uint32_t n)
{
	return place < n || place == NFA_ACCEPT || place == NFA_DEAD;
}

static bool words_valid(const struct nfa *n)
{
	for (uint32_t i = 0; i < n->n; i++) {
		const uint32_t word = n->word[i];
		if (nfa_op(word) > NFA_OTHER || !place_valid(nfa_next(word), n->n))
			return false;
		if (nfa_op(word) <= NFA_BEHIND && nfa_set(word) >= n->nsets)
			return false;
		if (nfa_op(word) == NFA_SPLIT && (i + 1 == n->n || nfa_op(n->word[i + 1]) != NFA_OTHER))
			return false;
	}
	return place_valid(n->start, n->n);
}

void nfa_read(struct nfa *n, const struct nfa_source *s)
{
	*n = (struct nfa){ .start = NFA_ACCEPT, .sets = s->sets, .nsets = s->nsets };
	if (!s->n || s->n > NFA_WORDS_MAX + 2)
		return;
	n->word = s->words + 1;
	n->n = s->n - 1;
	n->start = s->words[0];
	if (!words_valid(n))
		*n = (struct nfa){ .start = NFA_ACCEPT };
}
