/*
 * tree: an Oniguruma pattern as a tree that says at least what the pattern may match. What a text
 * automaton cannot follow (back references, calls, conditions, absent operators) is TREE_ANY.
 */
#ifndef EMBER_RX_TREE_H
#define EMBER_RX_TREE_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/str.h"
#include "ember/rx/cols.h"

enum tree_op {
	TREE_CLASS, /* one character */
	TREE_SEQ,   /* kids, one after the other; without kids: empty */
	TREE_ALT,   /* one of the kids */
	TREE_REPEAT,
	TREE_GROUP,  /* a numbered group, its number in `min`; only in an exact tree */
	TREE_ATOMIC, /* likewise */
	TREE_CALL,   /* the group `min` again; likewise */
	TREE_BACK,   /* the text that group `min` took; likewise */
	TREE_ANY,  /* anything, the rest of the pattern included */
	TREE_DEAD, /* never matches */
	/* What takes no text, by the side it looks at. */
	TREE_BEGIN, /* the text begins here: ^, and with `strict` \A */
	TREE_G,
	TREE_BEHIND,
	TREE_NOT_BEHIND,
	TREE_WORD, /* \b */
	TREE_NOT_WORD,
	TREE_EOL, /* $ \Z: LF or the end follows */
	TREE_END, /* \z */
	TREE_NOT_AHEAD,
	TREE_AHEAD,
};

enum {
	TREE_FOLD_LETTER = 1, /* (?i) letter: a character past ASCII may stand for it and its neighbours */
	TREE_FOLD_CLASS,      /* (?i) class that holds such: several letters may stand for one of it */
};

enum tree_taste { TREE_GREEDY, TREE_LAZY, TREE_POSSESSIVE };

#define TREE_NO_MAX UINT16_MAX /* a repeat without end */

/* What the byte after (before) a place must be for a tree to match from (up to) it. */
struct tree_edge {
	struct cols cols; /* first (last) bytes of what it takes */
	struct cols cond; /* where it may take nothing: the byte that must be there all the same */
	bool empty;       /* may take nothing */
};

struct tree {
	uint8_t op;
	uint8_t fold;  /* TREE_FOLD_LETTER, TREE_FOLD_CLASS */
	bool high;     /* class: may match characters past ASCII */
	bool high_all; /* class: matches all of them */
	bool strict;   /* \A, \Z: where ^ and $ stand for lines, these stand for the text */
	uint8_t taste; /* repeat: TREE_GREEDY and kin */
	bool exact;    /* class: `ascii` is what it matches, not more than that */
	bool nocase;   /* class: its text stands under (?i); a reference: it does so itself */
	uint16_t min, max;
	struct cols ascii; /* class: ASCII bytes */
	struct str text;   /* class: where it stands in the pattern; empty: ASCII text */
	struct tree *also; /* class: holds what this one does as well */
	struct tree_edge first; /* see tree_first */
	struct tree *kid, *last, *prev, *next;
};

/* What was seen on the way. */
struct tree_facts {
	bool g;          /* has \G */
	bool whole;      /* false: not understood; the tree is TREE_ANY */
	bool refers;     /* has back references, calls or conditions: groups must be captured */
	bool wide_fold;  /* ASCII text may be matched by way of characters past ASCII */
	bool odd;        /* has what an exact tree does not say: it is Oniguruma's to match */
	uint16_t groups; /* numbered and named groups */
};

/* The tree lives in `a`. Never fails. Threads: no shared state. */
const struct tree *tree_parse(struct arena *a, struct str pattern, struct tree_facts *facts);
/* As above, with groups and atomic groups as nodes of their own. */
const struct tree *tree_parse_exact(struct arena *a, struct str pattern, struct tree_facts *facts);

static inline struct tree_edge tree_first(const struct tree *t)
{
	return t->first;
}
/* For the parser: find `first` of a tree and of all in it. */
void tree_find_first(struct tree *t);
struct tree_edge tree_last(const struct tree *t);

/* Columns in which the tree surely matches one character and no more; empty if it is not so. */
struct cols tree_surely(const struct tree *t, bool edge_begins);

/* How many characters the tree takes; TREE_WIDTH_NONE = no most. False: not known. */
#define TREE_WIDTH_NONE UINT32_MAX
struct tree_width {
	uint32_t least, most;
};
bool tree_find_width(const struct tree *t, struct tree_width *w);

/* Is there a node of that kind in it? A reference to what that group took? (Of exact trees.) */
bool tree_holds(const struct tree *t, enum tree_op op);
bool tree_refers(const struct tree *t, unsigned group);
/* Does a look-behind hold a \G with text between it and the place that looks? */
bool tree_far_g(const struct tree *t);
/* Does every match begin where a line or the text does, or at \G? */
bool tree_fixed(const struct tree *t);

/* A text that each match holds, the longest one that was found; n = 0: there is none. */
struct tree_must {
	unsigned n;
	char text[32];
};
struct tree_must tree_find_must(const struct tree *t);

/* The byte that a class is, or -1. */
int tree_byte(const struct tree *t);
/* The columns of a class. */
struct cols tree_cols(const struct tree *cls);

#endif
