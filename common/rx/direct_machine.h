/*
 * direct_machine: what runs a program, for direct.c; with direct_marks.c for what lies on its stack, direct_places.c
 * for places where nothing is taken, and direct_high.c for what a byte does not tell.
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

/* What the code asks for was never there, a damaged program: then nothing is sure. False. */
bool direct_astray(struct machine *m);

/* At the place of the last mark? */
bool direct_arrived(struct machine *m);

/* Still where the last turn of the loop began, in this call? */
bool direct_turned(struct machine *m, uint32_t loop);

/*
 * Forget the choices above the last mark, and the mark: returns its place. What a slot held at the mark stays to be
 * put back; what it held later goes too, or each cut of nested groups would come by all that was saved within them.
 */
uint32_t direct_cut(struct machine *m);

/* What must not be there is: undo what was saved on the way. */
void direct_refuted(struct machine *m);

/* Is this the place that the instruction asks for: a line's end, \G, a word's edge ...? */
bool direct_at_place(struct machine *m, const struct direct_ins *in);

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
