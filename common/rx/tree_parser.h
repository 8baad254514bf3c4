/* tree_parser: the state that tree.c, tree_group.c, tree_escape.c and tree_repeat.c share. */
#ifndef EMBER_RX_TREE_PARSER_H
#define EMBER_RX_TREE_PARSER_H

#include "ember/rx/charset.h"
#include "ember/rx/tree.h"

#define TREE_DEPTH 200u /* groups within groups */

/* (?i), (?x), (?m) */
enum { FLAG_CASE = 1, FLAG_BLANKS = 2, FLAG_DOT = 4 };

/* A name that stands for a group, or a use of one. */
struct tree_name {
	struct str name;
	struct tree *use; /* NULL: `number` is what it stands for */
	unsigned number;
	struct tree_name *next;
};

struct tree_parser {
	struct arena *arena;
	struct str s; /* what is left */
	unsigned depth;
	bool failed, exact;
	struct tree_name *names;
	struct tree_facts *facts;
};

static inline bool take(struct tree_parser *ps, char c)
{
	if (!ps->s.n || ps->s.p[0] != c)
		return false;
	ps->s = str_sub(ps->s, 1, ps->s.n);
	return true;
}

static inline bool take_text(struct tree_parser *ps, struct str text)
{
	if (!str_starts(ps->s, text))
		return false;
	ps->s = str_sub(ps->s, text.n, ps->s.n);
	return true;
}

/* tree.c: a node; one of a class, a character or a set of the flags' case; alternatives up to a ')' or the end. */
struct tree *tree_new(struct tree_parser *ps, enum tree_op op);
struct tree *tree_class(struct tree_parser *ps, struct charset c);
struct tree *tree_literal(struct tree_parser *ps, uint32_t code, unsigned flags);
struct tree *tree_set(struct tree_parser *ps, struct charset c, unsigned flags);
struct tree *tree_alt(struct tree_parser *ps, unsigned flags);
/* Nothing more is read; what is put in the place of the pattern matches anywhere. */
struct tree *tree_fail(struct tree_parser *ps);
/* Past blanks and comments, where (?x) holds, and past (?#comments). */
void tree_blank(struct tree_parser *ps, unsigned flags);

/* tree_group.c: what is behind a '('. NULL with *rest for options that hold, in *flags, from here on. */
struct tree *tree_group(struct tree_parser *ps, unsigned *flags, bool *rest);

/* tree_escape.c: what is behind a backslash. */
struct tree *tree_escape(struct tree_parser *ps, unsigned flags);
void tree_name_add(struct tree_parser *ps, struct str name, struct tree *use, unsigned number);
/* At the end: what each use of a name stands for; a name that is not there, or there twice, is odd. */
void tree_names_resolve(struct tree_parser *ps);

/* tree_repeat.c: `t` with the repeats that stand behind it. */
struct tree *tree_repeats(struct tree_parser *ps, struct tree *t, unsigned flags);

#endif
