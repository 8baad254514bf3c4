/* nonprint: cat's own view of bytes: numbers, ends, tabs, ^ and M- notation, squeezed lines. */
#ifndef EMBER_VIEW_NONPRINT_H
#define EMBER_VIEW_NONPRINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/out.h"
#include "ember/base/str.h"
#include "ember/text/lanes.h"

/* What is asked for; all false means that bytes pass unchanged and no formatter is needed. */
struct nonprint_conf {
	bool number;          /* -n */
	bool number_nonblank; /* -b, wins over -n */
	bool squeeze;         /* -s */
	unsigned squeeze_limit; /* empty lines in a row that are left; cat's is 1 */
	bool each_input;      /* bat's -s: counted anew for each input, and CR LF is an empty line too */
	bool ends;            /* -E */
	bool tabs;            /* -T */
	bool nonprinting;     /* -v */
};

bool nonprint_needed(const struct nonprint_conf *c);

#define NONPRINT_SLICE 4096 /* bytes worked on at a time */
#define NONPRINT_WORST 32   /* output bytes that one input byte may become */
#define NONPRINT_OUT ((size_t)NONPRINT_SLICE * NONPRINT_WORST * 2) /* fit capacity of `out` */

/*
 * The state goes on from one input to the next: the count of lines, a line without its end, a
 * held CR. Opaque in use; fields are the module's own.
 */
struct nonprint {
	struct nonprint_conf conf;
	int64_t newlines;     /* -1 inside a line, else how many empty lines came before */
	bool held_cr;         /* a CR whose meaning the next byte decides: -E without -v, each_input */
	char digits[24];      /* the last number, right-aligned, TAB behind it */
	unsigned first_digit; /* where it starts */
	bool stateless;       /* each byte is shown alike wherever it stands, but for CR with -E alone */
	struct lanes_set special; /* bytes that do not pass unchanged; without `stateless` LF is always one */
	bool plain[256];      /* bytes that pass unchanged; never LF */
	struct {
		char text[4];
		unsigned n;
	} shown[256];         /* what each becomes, where nothing waits for the next */
};

/* Threads: one at a time. Nothing is allocated. */
void nonprint_init(struct nonprint *np, const struct nonprint_conf *c);

/* Write `block` to `out` (capacity at least NONPRINT_OUT), formatted. */
void nonprint_feed(struct nonprint *np, struct out *out, struct str block);

/* Between two inputs: each_input starts anew. */
void nonprint_next_input(struct nonprint *np, struct out *out);

/* After the last input: what was held back. */
void nonprint_end(struct nonprint *np, struct out *out);

/* One byte in -v notation ("^A", "M-^?", "M-a") into p (at least 4 bytes); returns its length. LF and TAB too. */
unsigned nonprint_byte(char *p, unsigned char c);

#endif
