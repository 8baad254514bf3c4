/* lscolors: LS_COLORS as a table: what colour a file name has. */
#ifndef EMBER_TERM_LSCOLORS_H
#define EMBER_TERM_LSCOLORS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/arena.h"
#include "ember/base/str.h"

/* The two-letter keys, in the order of LSCOLORS_KEYS below. */
enum lscolors_key {
	LSCOLORS_LC, /* what opens, closes and ends a sequence: ESC [ , m, (unset: lc rs rc) */
	LSCOLORS_RC,
	LSCOLORS_EC,
	LSCOLORS_RS, /* 0 */
	LSCOLORS_NO, /* text that is not a file name */
	LSCOLORS_FI,
	LSCOLORS_DI,
	LSCOLORS_LN,
	LSCOLORS_PI,
	LSCOLORS_SO,
	LSCOLORS_BD,
	LSCOLORS_CD,
	LSCOLORS_MI, /* the missing target of a link */
	LSCOLORS_OR, /* a link whose target is missing */
	LSCOLORS_EX,
	LSCOLORS_DO,
	LSCOLORS_SU,
	LSCOLORS_SG,
	LSCOLORS_ST,
	LSCOLORS_OW,
	LSCOLORS_TW,
	LSCOLORS_CA,
	LSCOLORS_MH,
	LSCOLORS_CL, /* clear to the end of the line */
	LSCOLORS_COUNT
};
#define LSCOLORS_KEYS "lcrcecrsnofidilnpisobdcdmiorexdosusgstowtwcamhcl"

struct lscolors_node;
struct lscolors_rule;

/* Immutable once parsed. `set` of a key that is neither given nor built in is false. */
struct lscolors {
	struct {
		struct str text; /* "01;34", or any bytes the user wrote */
		bool set;
	} key[LSCOLORS_COUNT];
	bool link_target; /* ln=target: a link looks like what it points to */
	/* Private: a trie of reversed, case-folded suffixes. */
	struct lscolors_node *nodes;
	struct lscolors_rule *rules;
	uint32_t n_nodes, n_rules;
};

/* Which facts beyond the d_type a lookup asks for: lscolors_needs. */
enum {
	LSCOLORS_NEED_FILE = 1 << 0,   /* mode and link count of regular files */
	LSCOLORS_NEED_DIR = 1 << 1,    /* mode of folders */
	LSCOLORS_NEED_CAP = 1 << 2,    /* whether a regular file has security.capability */
	LSCOLORS_NEED_TARGET = 1 << 3, /* type (and mode) of what a link points to */
};

/* What is known of one file. Facts that lscolors_needs did not ask for may stay zero. */
struct lscolors_file {
	struct str name; /* last component is enough */
	unsigned mode;   /* st_mode; with !known only the S_IFMT bits count */
	unsigned nlink;
	bool known;      /* the permission bits and nlink are real */
	bool has_cap;
	bool broken;     /* a link whose target does not exist */
	bool missing;    /* the name itself does not exist (the target of a broken link) */
	unsigned target; /* st_mode of a link's target, 0 = unknown; used with ln=target */
};

/* GNU's built-in colours and nothing else. */
void lscolors_init(struct lscolors *c);

/*
 * The built-in colours, overridden by `text`, the value of LS_COLORS (64 Ki suffixes at most are kept).
 * Ownership: *c lives in `a`; `text` need not outlive the call.
 * Errors:    -1 when the text is malformed; then no colour should be used at all. For a key that is unknown,
 *            or whose value is malformed, *unknown (2 bytes, may be NULL) names it, else it is empty.
 * Threads:   none of the functions keep state; a parsed table may be read from any thread.
 */
int lscolors_parse(struct lscolors *c, struct arena *a, struct str text, struct str *unknown);

/* Whether TERM/COLORTERM ask for colours when LS_COLORS is unset or empty. Each may be NULL. */
bool lscolors_terminal(const char *term, const char *colorterm);

unsigned lscolors_needs(const struct lscolors *c);

/* True when the key is set to something else than nothing, "0" or "00". */
bool lscolors_on(const struct lscolors *c, enum lscolors_key key);

/*
 * The sequence for this file, without lc and rc: true and *sgr set, or false when it has none.
 * The text is what the user wrote: any bytes, not only digits and semicolons.
 */
bool lscolors_find(const struct lscolors *c, const struct lscolors_file *f, struct str *sgr);

/* The sequence of the last matching "*SUFFIX" entry. */
bool lscolors_suffix(const struct lscolors *c, struct str name, struct str *sgr);

#endif
