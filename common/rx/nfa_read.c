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

void nfa_read(struct nfa *n, const uint32_t *words, size_t count, const struct cols *sets, size_t nsets)
{
	*n = (struct nfa){ .start = NFA_ACCEPT, .sets = sets, .nsets = (uint32_t)nsets };
	if (!count || count > NFA_WORDS_MAX + 2)
		return;
	n->word = words + 1;
	n->n = (uint32_t)count - 1;
	n->start = words[0];
	if (!words_valid(n))
		*n = (struct nfa){ .start = NFA_ACCEPT };
}
