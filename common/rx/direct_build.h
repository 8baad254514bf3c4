/* direct_build: a program under construction, for the files that build it piece by piece. */
#ifndef EMBER_RX_DIRECT_BUILD_H
#define EMBER_RX_DIRECT_BUILD_H

#include "direct_own.h"
#include "ember/base/buf.h"
#include "ember/rx/tree.h"

#define DIRECT_CALLED_MAX 200u /* groups of a pattern with calls */
#define DIRECT_LETTERS UINT64_C(0x07fffffe07fffffe) /* in the upper word of a set of bytes */

struct direct_build {
	VEC(struct direct_ins) code;
	VEC(struct direct_table) tables;
	VEC(uint16_t) lists;
	VEC(char) texts;
	struct chars_pool *pool;
	unsigned groups, must;
	bool unfit; /* Oniguruma's to match */
	bool back;  /* has references to what groups took */
	bool referred[DIRECT_CALLED_MAX]; /* which groups, as far as there is room */
	bool calls; /* has calls: each group is built once and called */
	const struct tree *all[DIRECT_CALLED_MAX]; /* groups, as far as there is room */
	bool met[DIRECT_CALLED_MAX];               /* what was built calls it */
	uint16_t place[DIRECT_CALLED_MAX];         /* of its code, 0 = not built yet */
};

/* Append an instruction: its place. */
uint32_t direct_emit(struct direct_build *b, enum direct_op op, uint32_t a, uint32_t c);
/* The place of the next one. */
static inline uint16_t direct_here(const struct direct_build *b)
{
	return (uint16_t)b->code.n;
}

/* `after`: columns of the byte behind what is built, NULL = any. */
void direct_build(struct direct_build *b, const struct tree *t, const struct cols *after);
void direct_build_seq(struct direct_build *b, const struct tree *t, const struct cols *after);
void direct_build_alt(struct direct_build *b, const struct tree *t, const struct cols *after);
void direct_build_repeat(struct direct_build *b, const struct tree *t, const struct cols *after);
void direct_build_look(struct direct_build *b, const struct tree *t);

/* Give the instruction a class. False: what several letters stand for in it is not told by that. */
bool direct_take(struct direct_build *b, uint32_t place, const struct tree *cls);
/* Give it the columns that a tree begins with, if it must take one. */
void direct_guard(struct direct_build *b, uint32_t place, const struct tree *t);

#endif
