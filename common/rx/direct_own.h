/* direct_own: the program of a directly matched pattern, for the files that make it and run it. */
#ifndef EMBER_RX_DIRECT_OWN_H
#define EMBER_RX_DIRECT_OWN_H

#include "ember/rx/direct.h"
#include "ember/rx/tree.h"

enum direct_op {
	DIRECT_SET,    /* one character of sets[set] */
	DIRECT_TEXT,   /* `b` bytes at `a` of the texts */
	DIRECT_SPLIT,  /* go on at `a`; if that fails, at `b` */
	DIRECT_JUMP,   /* to `a` */
	DIRECT_SAVE,   /* the place in slot `a` */
	DIRECT_TURN,   /* a turn of loop `a` begins */
	DIRECT_TURNED, /* it took nothing: go on at `b` */
	DIRECT_LOOP,   /* from `a` to `b` characters of sets[set], as many as there are */
	DIRECT_SWITCH, /* try the alternatives that may begin with the next byte: table `a` */
	DIRECT_BEGIN,  /* ^ */
	DIRECT_TEXT_BEGIN,
	DIRECT_G,
	DIRECT_EOL,
	DIRECT_TEXT_EOL, /* \Z */
	DIRECT_END,
	DIRECT_WORD,
	DIRECT_NOT_WORD,
	DIRECT_BACK,   /* from `a` to `b` characters back, the nearest first */
	DIRECT_ARRIVED, /* at the place of the last mark */
	DIRECT_CALL,   /* go on at `a`, come back with DIRECT_RETURN */
	DIRECT_RETURN, /* group `a` is what was taken since the call */
	DIRECT_SAME,   /* the text of group `a` */
	DIRECT_MARK,   /* what DIRECT_CUT and DIRECT_LOOKED go back to */
	DIRECT_CUT,    /* what was tried since the mark is not tried again */
	DIRECT_LOOKED, /* likewise, and back to the mark's place */
	DIRECT_NOT,    /* a mark; if what follows fails, go on at `a` */
	DIRECT_REFUTED, /* what follows a DIRECT_NOT matched: fail */
	DIRECT_FAIL,
	DIRECT_MATCH,
};

struct direct_set {
	struct cols ascii; /* by byte */
	bool high, high_all;
};

/*
 * DIRECT_SPLIT's `guard`: columns that the first branch may begin with, 0 = any. DIRECT_LOOP's:
 * 1 = what it took is not given back.
 */
struct direct_ins {
	uint8_t op;
	bool fold; /* DIRECT_SET, DIRECT_LOOP: under (?i), several letters may stand for one of them */
	uint16_t set, guard;
	uint32_t a, b;
};

/* Alternatives by the column of the next byte: a place in the list, which ends with 0. */
struct direct_table {
	uint32_t list[COLS_N];
};

struct direct {
	VEC(struct direct_ins) code;
	VEC(struct direct_set) sets;
	VEC(struct cols) guards; /* from 1 */
	VEC(struct direct_table) tables;
	VEC(uint32_t) lists; /* of places in the code */
	VEC(char) texts;
	unsigned groups;
	bool fixed; /* see direct_fixed */
};

#endif
