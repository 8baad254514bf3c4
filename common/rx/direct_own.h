/*
 * direct_own: the program of a directly matched pattern, for the files that make it and run it. It
 * is a head, then code, tables, lists and texts end to end, as it lies in a pack; its sets are in a
 * pool beside it.
 */
#ifndef EMBER_RX_DIRECT_OWN_H
#define EMBER_RX_DIRECT_OWN_H

#include "ember/rx/direct.h"

enum direct_op {
	DIRECT_SET,    /* one character of the set */
	DIRECT_TEXT,   /* `b` bytes at `a` of the texts */
	DIRECT_SPLIT,  /* go on at `a`; if that fails, at `b` */
	DIRECT_JUMP,   /* to `a` */
	DIRECT_SAVE,   /* the place in slot `a` */
	DIRECT_TURN,   /* a turn of loop `a` begins */
	DIRECT_TURNED, /* it took nothing: go on at `b` */
	DIRECT_LOOP,   /* from `a` to `b` characters of the set, as many as there are */
	DIRECT_SWITCH, /* try the alternatives that may begin with the next byte: table `a` */
	DIRECT_BEGIN,  /* ^ */
	DIRECT_TEXT_BEGIN,
	DIRECT_G,
	DIRECT_EOL,
	DIRECT_TEXT_EOL, /* \Z */
	DIRECT_END,
	DIRECT_WORD,   /* \b; with DIRECT_HIGH the set is \w */
	DIRECT_NOT_WORD,
	DIRECT_BACK,   /* from `a` to `b` characters back, the nearest first */
	DIRECT_ARRIVED, /* at the place of the last mark */
	DIRECT_CALL,   /* go on at `a`, come back with DIRECT_RETURN */
	DIRECT_RETURN, /* group `a` is what was taken since the call */
	DIRECT_SAME,   /* the text of group `a` */
	DIRECT_PEEK,   /* the next character is of the set, which is there; see DIRECT_NONE, DIRECT_BEFORE */
	DIRECT_MARK,   /* what DIRECT_CUT and DIRECT_LOOKED go back to */
	DIRECT_CUT,    /* what was tried since the mark is not tried again */
	DIRECT_LOOKED, /* likewise, and back to the mark's place */
	DIRECT_NOT,    /* a mark; if what follows fails, go on at `a` */
	DIRECT_REFUTED, /* what follows a DIRECT_NOT matched: fail */
	DIRECT_FAIL,
	DIRECT_MATCH,
	DIRECT_OPS,
};

enum {
	DIRECT_HIGH = 1,     /* DIRECT_SET, DIRECT_LOOP: the set holds characters past ASCII, ... */
	DIRECT_HIGH_ALL = 2, /* ... all of them; else those of its ranges: without any, it is not known which */
	DIRECT_FOLD = 4,     /* under (?i), several letters may stand for one of the set; DIRECT_SAME: under (?i) */
	DIRECT_KEEP = 8,     /* DIRECT_LOOP: what it took is not given back */
	DIRECT_NONE = 32,    /* DIRECT_PEEK: it is not, */
	DIRECT_BEFORE = 64,  /* ... and: the character before */
	DIRECT_SPECIAL = 128, /* under (?i): what chars_special tells may stand for it, or not; nothing else that it has no range of */
	DIRECT_GUARD = 16,   /* DIRECT_SPLIT: the set has the columns that the first branch may begin with */
};

#define DIRECT_NO_MAX UINT16_MAX /* of DIRECT_LOOP, DIRECT_BACK */

struct direct_ins {
	uint8_t op, flags;
	uint16_t set; /* of bytes; of a guard: of columns */
	uint16_t a, b;
};

/* Alternatives by the column of the next byte: a place in the lists; each list ends with 0. */
struct direct_table {
	uint16_t list[COLS_N];
};

struct direct_head {
	struct cols first; /* columns of the byte that a match may begin at */
	uint16_t groups, fixed;
	uint16_t must; /* so many bytes at the end of the texts are in every match */
	uint16_t code, tables, lists, texts; /* how many; bytes of texts */
};

struct direct {
	struct direct_head head;
	const struct direct_ins *code;
	const struct direct_table *tables;
	const uint16_t *lists; /* of places in the code */
	const char *texts;
	struct chars_table sets;
};

#endif
