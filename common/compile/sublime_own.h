/* sublime_own: what the files sublime*.c share. */
#ifndef EMBER_COMPILE_SUBLIME_OWN_H
#define EMBER_COMPILE_SUBLIME_OWN_H

#include "ember/compile/sublime.h"

#define SUBLIME_STEPS_MAX (1u << 20)     /* of putting the items of a syntax's contexts in a row */
#define SUBLIME_SET_WORDS_MAX (1u << 22) /* of all sets */
#define SUBLIME_RULES_MAX (1u << 20)

/* One list of a context's items, and the file that it stands in. */
struct body_part {
	const struct val *list;
	uint32_t file;
};

/* A context's items: one list, or several where a file extends another. */
struct body {
	struct body_part *parts; /* in the order of their patterns */
	uint32_t n;
};

/* A named context of a syntax, as inherited or defined. */
struct named {
	struct str name;
	struct body *body;
	uint32_t owner; /* the syntax that had the last word */
};

struct variable {
	struct str name, text;
	uint32_t owner;
};

enum table_state { TABLE_NONE, TABLE_BUSY, TABLE_DONE };

/* A syntax with what it inherits. */
struct table {
	enum table_state state;
	VEC(struct named) contexts;
	VEC(struct variable) variables;
	struct map context_at, variable_at; /* by name: index */
	struct body *main, *prototype;      /* or NULL */
	struct map plain;                   /* bodies that do not include the prototype, by address */
};

/* One with_prototype, on top of those that hold already. Number 0 is "none". */
struct graft {
	uint32_t below;
	const struct val *list;
	uint32_t syntax, file;
};

/* A context to be filled. */
struct work {
	uint32_t id; /* of the pack */
	uint32_t syntax, graft;
	const struct body *body; /* NULL: a language outside, which has the patterns of its grafts only */
};

struct binder {
	struct sublimes *set;
	struct pack_writer *w;
	struct arena *a;
	struct table *tables; /* by syntax */
	VEC(struct graft) grafts;
	VEC(struct work) queue;
	size_t done;          /* of the queue */
	size_t contexts;      /* made for the syntax at work */
	size_t steps, set_words, rules;
	struct map graft_at;  /* number by what is below, list, syntax */
	struct map bodies;    /* of unnamed contexts, by address of the list */
	struct map made;      /* context by body, syntax, graft; by text for languages outside */
	struct map bound;     /* rule by item, syntax, graft */
	struct map seen;      /* of one flattening */
	struct buf text;      /* scratch */
	struct err *e;
	uint32_t file;        /* that the item at work stands in; the one to blame */
};

/* Where a reference leads. */
struct target {
	uint32_t syntax;
	const struct body *body; /* NULL: a language outside of the set */
	struct str language;
	bool missing; /* nothing to push or include: a context of a language outside */
};

/* sublime_table.c: the syntax with all that it inherits. */
int table_make(struct binder *b, uint32_t syntax, unsigned depth);
void table_fini(struct table *t);
/* sublime_table.c: follow a reference of a file of `syntax`. */
int table_find(struct binder *b, uint32_t syntax, const struct val *ref, struct target *out);
/* sublime_table.c: a context given as a list in place. */
const struct body *table_inline(struct binder *b, const struct val *list);
/* sublime_table.c: `value` with the syntax's variables, in b->text. */
int table_expand(struct binder *b, uint32_t syntax, const struct val *value, struct str *out);

/* sublime_step.c: the pack's rule for one item with `match`. */
int step_bind(struct binder *b, uint32_t syntax, const struct val *item, uint32_t graft,
	uint32_t *rule);
/* sublime_step.c: the contexts that an item names, and how: for walking over what can be reached. */
const struct val *step_targets(const struct val *item);
/* sublime_step.c: is it one context (a name, or its items in place), not a list of contexts? */
bool step_one(const struct val *targets);

/* sublime.c: the pack's context for a target under a graft. */
int context_bind(struct binder *b, const struct target *t, uint32_t graft, uint32_t *id);

/* The boolean that a scalar says: true unless it is "false". */
bool sublime_bool(const struct val *v);

/* Key of a map over an address and two numbers; lives in b->a. */
struct str sublime_key(struct binder *b, const void *p, uint32_t x, uint32_t y);

#endif
