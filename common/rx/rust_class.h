/* rust_class: the inner parts of rust.c: the pattern being read, escapes, and [classes]. */
#ifndef EMBER_RX_RUST_CLASS_H
#define EMBER_RX_RUST_CLASS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/buf.h"
#include "ember/rx/rust.h"

/* Case folding: as the outer option says, or as an inline flag does. */
enum rust_fold { RUST_FOLD_OUTER, RUST_FOLD_ON, RUST_FOLD_OFF };

struct rust_mode {
	enum rust_fold fold;
	bool multi, dot_all, swap, ascii, crlf, spaced; /* m s U -u R x */
};

struct rust_source {
	const char *p;
	size_t n, at;
	bool fold; /* the pattern as a whole ignores case */
	bool extended; /* look-around and back-references count */
	struct rust_mode mode;
	struct rust_fault *fault;
};

int rust_fail(struct rust_source *s, size_t at, const char *what); /* -1 */
int rust_peek(const struct rust_source *s);                       /* byte, -1 = end */
bool rust_see(const struct rust_source *s, const char *text);     /* `text` comes next */
bool rust_take(struct rust_source *s, const char *text);          /* ... and is stepped over */
void rust_skip(struct rust_source *s);                            /* blanks and comments of (?x) */
bool rust_is_upper(uint32_t cp);

/* One character as a literal, outside or inside a class. */
void rust_put_char(struct buf *out, uint32_t cp);

/* \n \x41 \u{e9} \. and so on at s->at ('\\'): 0 with *cp, -1 with the fault. */
int rust_char_escape(struct rust_source *s, uint32_t *cp);

/*
 * \d \w \s \p and their negations at s->at: 1 with a class appended to out ("[...]" or "\w"), 0 =
 * it is another escape, -1 with the fault. *upper is set where P6 says so.
 */
int rust_class_escape(struct rust_source *s, struct buf *out, bool *upper);

/* The class at s->at ('['): 0 with its translation appended, -1 with the fault. */
int rust_class(struct rust_source *s, struct buf *out, bool *upper);

#endif
