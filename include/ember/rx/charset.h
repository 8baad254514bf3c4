/* charset: Oniguruma's escapes and character classes, for the pattern parser. */
#ifndef EMBER_RX_CHARSET_H
#define EMBER_RX_CHARSET_H

#include <stdbool.h>
#include <stdint.h>

#include "ember/base/str.h"
#include "ember/rx/cols.h"

struct charset {
	struct cols ascii;
	bool high, high_all, exact; /* as in struct tree */
	bool folds; /* may hold characters past ASCII that, under (?i), letters stand for */
};

enum charset_kind {
	CHARSET_CHAR,    /* one character: `code` */
	CHARSET_SET,     /* a class: `set` */
	CHARSET_SPECIAL, /* an assertion, a reference or the like: `code` is its letter */
	CHARSET_BYTE,    /* a byte past ASCII by number: part of a character */
};

struct charset_escape {
	enum charset_kind kind;
	uint32_t code;
	struct charset set;
};

/* Take the escape at the start of *s, behind its backslash. In a class: letters there differ. */
struct charset_escape charset_escape(struct str *s, bool in_class);

/* One character of a pattern: its code, and *s is moved behind it. */
uint32_t charset_char(struct str *s);
struct charset charset_of(uint32_t code);

/*
 * Take the class at the start of *s, behind its '['. False: it does not end or nests too deep.
 * `fold`: under (?i); *folded is then set when it holds characters past ASCII that letters fold to.
 */
bool charset_class(struct str *s, bool fold, struct charset *out, bool *folded);

struct charset charset_not(struct charset c);
struct cols charset_fold(struct cols ascii); /* both cases of its letters */

#endif
