#include "ember/rx/plan.h"

#include "ember/rx/dfa.h"

void plan_make(struct plan *p, struct str pattern, struct buf *automaton)
{
	struct arena a = { 0 };
	struct tree_facts f;
	const struct tree *t = tree_parse(&a, pattern, &f);
	struct tree_edge e = tree_first(t);
	*p = (struct plan){
		.first = e.empty ? cols_or(e.cols, e.cond) : e.cols,
		.g = f.g,
		.far_g = f.g && (!f.whole || tree_far_g(t)),
		.refers = f.refers,
		.wide_fold = f.wide_fold,
		.whole = f.whole,
	};
	dfa_write(automaton, t);
	arena_fini(&a);
}
