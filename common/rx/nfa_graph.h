/*
 * nfa_graph: a pattern's automaton while it is made, with nodes that take nothing: nfa.c makes it of
 * the tree, nfa_close.c makes the words of it.
 */
#ifndef EMBER_RX_NFA_GRAPH_H
#define EMBER_RX_NFA_GRAPH_H

#include <stdint.h>

#include "ember/rx/nfa.h"

enum node_op {
	NODE_SET,    /* takes a column of the set, then `next` */
	NODE_AHEAD,  /* the next column is of the set */
	NODE_BEHIND, /* the column before is of the set */
	NODE_G,
	NODE_SPLIT,  /* `next`, and that of the node behind it */
	NODE_OTHER,
};

struct node {
	enum node_op op;
	uint32_t next; /* a node, NFA_ACCEPT or NFA_DEAD */
	struct cols set;
};

struct graph {
	VEC(struct node) nodes;
	uint32_t start;
};

/* Its words, into an all-zero *out. False: it is too large, and *out is all-zero still. */
bool nfa_close(struct nfa *out, const struct graph *g);

#endif
