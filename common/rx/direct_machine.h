/*
 * direct_machine: what runs a program, for direct.c, and for direct_high.c, which looks at what a byte
 * does not tell.
 */
#ifndef EMBER_RX_DIRECT_MACHINE_H
#define EMBER_RX_DIRECT_MACHINE_H

#include "direct_own.h"

#define LOOP_WORK 4u /* bytes that a loop over a set passes, or entries of the stack, in the time of an instruction */

enum entry_kind {
	ENTRY_CHOICE, /* go on at pc, from pos */
	ENTRY_LOOP,   /* the same from a place before pos, down to `more` */
	ENTRY_SWITCH, /* the alternative at `more` of the lists */
	ENTRY_SAVED,  /* slot pc held pos */
	ENTRY_BACK,   /* the same from the character before pos, down to `more` */
	ENTRY_MARK,
	ENTRY_TURN,   /* a turn of loop pc began at pos */
	ENTRY_NOT,    /* what is looked for is not there: go on at pc, from pos */
};

struct machine {
	const struct direct *d;
	struct direct_run *run;
	const uint8_t *text;
	uint32_t n, at;
	unsigned options;
	int *slots;
	uint64_t *saved; /* by slot: the last cut that kept what it held */
	uint32_t pc, pos;
	uint32_t call; /* the innermost, 0 = none */
	uint64_t work_end; /* run->work where it ends */
	bool unsure;
	bool spent; /* and that it is because of it */
};

/* So many bytes or entries were passed over. */
static inline void spend(struct machine *m, size_t passed)
{
	m->run->work += passed / LOOP_WORK;
	if (m->run->work > m->work_end)
		m->unsure = m->spent = true;
}

/* Behind the character past ASCII at `pos`. */
static inline uint32_t after_high(const struct machine *m, uint32_t pos)
{
	do
		pos++;
	while (pos < m->n && (m->text[pos] & 0xc0) == 0x80);
	return pos;
}

/* The place before the character that ends at `pos`, which is not 0. */
static inline uint32_t before_char(const struct machine *m, uint32_t pos)
{
	do
		pos--;
	while (pos && (m->text[pos] & 0xc0) == 0x80);
	return pos;
}

/* Does the set hold the character past ASCII at `pos`? */
bool direct_holds(struct machine *m, const struct direct_ins *in, uint32_t pos);

/*
 * Under (?i) a class that holds characters past ASCII may be matched by what those fold to: "ss",
 * "ff", "fi", "fl", "st" and longer ones, a letter with a mark, k and s themselves.
 */
bool direct_folds(const struct machine *m, struct cols set, uint32_t pos);

/* Are so many bytes the same but for the case of letters? Past ASCII, that is Oniguruma's to say. */
bool direct_same_folded(struct machine *m, uint32_t a, uint32_t b, size_t n);

#endif
