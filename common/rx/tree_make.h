/* tree_make: putting a tree together, for the parser. */
#ifndef EMBER_RX_TREE_MAKE_H
#define EMBER_RX_TREE_MAKE_H

#include "ember/rx/tree.h"

/* One kid more, as it is. */
void tree_append(struct tree *t, struct tree *kid);
/* One kid more; one of the same kind is taken in, kid by kid, and alternatives that are classes become one. */
void tree_join(struct tree *t, struct tree *kid);
/* A sequence or an alternative of one is that one. */
struct tree *tree_single(struct tree *t);

#endif
