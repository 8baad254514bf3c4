/* rust: the regex dialect that fd speaks, read by a parser of its own and matched by Oniguruma. */
#ifndef EMBER_RX_RUST_H
#define EMBER_RX_RUST_H

#include <stdbool.h>
#include <stddef.h>

#include "ember/base/buf.h"
#include "ember/base/def.h"
#include "ember/base/err.h"
#include "ember/base/str.h"
#include "ember/rx/rx.h"

#define RUST_DEPTH_MAX 250       /* nested groups and classes, as in Rust */
#define RUST_REPEAT_MAX 100000   /* largest count of {n,m} that Oniguruma takes */

/* What the parse tells beyond the translated text. */
struct rust_facts {
	bool upper;        /* an upper-case literal or class end: smart case is off (spec efind P6) */
	bool hidden;       /* begins with the start of the text and a literal '.' (P8) */
	bool whole;        /* nothing but `literal`, at the places that at_start and at_end say */
	bool at_start;     /* `literal` stands at the start of every match's text */
	bool at_end;       /* ... at its end */
	bool captures;     /* a group is referred to: the translation captures */
	struct buf literal; /* bytes that every match has; empty = none known. Owned */
};

/* Where and why a pattern was refused. */
struct rust_fault {
	size_t at;        /* offset of the offending place in the pattern */
	const char *what; /* static text, or `why` */
	bool engine;      /* nothing is wrong with the pattern: Oniguruma cannot be loaded */
	char why[RX_WHY_MAX];
};

enum {
	RUST_IGNORE_CASE = 1 << 0,
	RUST_EXTENDED = 1 << 1, /* look-around and back-references, which Rust has not (R15) */
};

/*
 * Translate `pattern` to canonical Oniguruma text for RX_RUST (spec efind 2.2). With
 * RUST_IGNORE_CASE it will be compiled with RX_IGNORE_CASE. All groups become non-capturing, unless
 * facts->captures says otherwise.
 * Errors: -1 with *fault. Ownership: *out and facts->literal are the caller's to buf_fini,
 *         also after an error. No recursion on the pattern's depth.
 */
int rust_translate(struct buf *out, struct rust_facts *facts, struct str pattern, unsigned flags,
	struct rust_fault *fault);

/* A pattern ready to be asked about names. */
struct rust_rx;

/* NULL with *fault. Oniguruma starts at the first name that the facts alone cannot decide. */
struct rust_rx *rust_new(
	struct str pattern, unsigned flags, struct rust_fault *fault) EMBER_NODISCARD;
/* The same for a plain text: a substring, or with `whole` all of the name. Never fails. */
struct rust_rx *rust_new_literal(struct str text, bool whole, unsigned flags) EMBER_NODISCARD;
void rust_free(struct rust_rx *rx);
const struct rust_facts *rust_facts(const struct rust_rx *rx);

/* Any letter of this text is upper case (smart case for plain text). Bad bytes are not. */
bool rust_text_upper(struct str text);

/*
 * Does it match anywhere in `subject` (any bytes)? 1 yes, 0 no, -1 a limit stopped the search
 * (catastrophic backtracking), or it needs Oniguruma and rx_start fails. `l` is the calling thread's.
 * Threads: any number at a time; the regexes are compiled once, under a lock.
 */
int rust_match(struct rust_rx *rx, struct rx_limit *l, struct str subject);

#endif
