/* nfa: pattern trees as nodes of one large automaton over columns, which takes at least their text. */
#ifndef EMBER_RX_NFA_H
#define EMBER_RX_NFA_H

#include <stdint.h>

#include "ember/base/vec.h"
#include "ember/rx/cols.h"
#include "ember/rx/tree.h"

enum nfa_op {
	NFA_SET,   /* takes a column of sets[arg], then `next` */
	NFA_AHEAD, /* the next column is of sets[arg] */
	NFA_BEHIND, /* the column before is of sets[arg] */
	NFA_G,
	NFA_SPLIT, /* `next` and node `arg` */
	NFA_ACCEPT,
	NFA_DEAD,
};

struct nfa_node {
	uint32_t op : 3, arg : 29;
	uint32_t next;
};

#define NFA_NODE_ACCEPT 0u /* the nodes that all patterns share */
#define NFA_NODE_DEAD 1u
#define NFA_PATTERN_MAX 20000u /* nodes of one pattern; a larger one accepts where it begins */

struct nfa {
	VEC(struct nfa_node) nodes;
	VEC(struct cols) sets; /* distinct */
	uint32_t *slots;       /* of sets, open addressing: index + 1 */
	uint32_t nslots;
};

/* Threads: one at a time. All-zero is no automaton; init makes the empty one. */
void nfa_init(struct nfa *n);
void nfa_fini(struct nfa *n);
/* The first node of a tree's nodes. */
uint32_t nfa_add(struct nfa *n, const struct tree *t);

#endif
