/* rust_parser: the state that rust.c, rust_group.c and rust_repeat.c share. */
#ifndef EMBER_RX_RUST_PARSER_H
#define EMBER_RX_RUST_PARSER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/vec.h"
#include "rust_class.h"

/*
 * Opens a group. Not "(?:": Oniguruma would see through it and refuse to repeat an edge. The dot
 * matches LF all the same, see rust_dot.
 */
#define RUST_GROUP "(?s:"

/* What the last thing in the output is, to know what an operator of repetition applies to. */
enum rust_atom { RUST_NO_ATOM, RUST_CHAR, RUST_UNIT, RUST_REPEATED, RUST_EDGE };

struct rust_group {
	struct rust_mode mode; /* to come back to */
	size_t out, at;        /* where it starts in the output and in the pattern */
	uint8_t closers;       /* ')' that end it */
	bool look;             /* look-around: an edge, it takes no text */
};

struct rust_name {
	struct str text;
	unsigned number; /* of its group */
};

struct rust_parser {
	struct rust_source src;
	struct buf *out;
	struct rust_facts *facts;
	VEC(struct rust_group) groups;
	VEC(struct rust_name) names;
	unsigned captures;   /* groups that a back-reference may name, so far */
	unsigned backref;    /* the highest group that one names, 0 = none */
	size_t backref_at;   /* ... and where */
	bool keep_captures;  /* they are translated as capturing groups */
	enum rust_atom atom;
	size_t atom_from;  /* in the output */
	/* The literal runs of the top level: */
	struct buf run;
	size_t run_last;   /* bytes of the run before its last character */
	bool run_at_start; /* the run began right behind \A at the start */
	bool pieces;       /* something beside one run and anchors */
	bool branches;     /* an alternation at the top level */
	bool ends;         /* the last thing was \z behind a run */
};

/* Something that is no literal character stands here (rust.c). */
void rust_run_break(struct rust_parser *p);
/* What is appended to the output from now on is one atom (rust.c). */
void rust_begin(struct rust_parser *p, enum rust_atom atom);

/* The operator at src.at (* + ? {) applied to the last atom (rust_repeat.c). */
int rust_repeat(struct rust_parser *p, char c);

/* rust_group.c: what opens a group, or closes it, at src.at; flags for its rest; \1 and \k<name>. */
int rust_open(struct rust_parser *p);
int rust_close(struct rust_parser *p);
int rust_backref(struct rust_parser *p);

#endif
