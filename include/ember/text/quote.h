/* quote: file names in the ten quoting styles of GNU ls. */
#ifndef EMBER_TEXT_QUOTE_H
#define EMBER_TEXT_QUOTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ember/base/buf.h"
#include "ember/base/str.h"

enum quote_style {
	QUOTE_LITERAL,
	QUOTE_SHELL,
	QUOTE_SHELL_ALWAYS,
	QUOTE_SHELL_ESCAPE,
	QUOTE_SHELL_ESCAPE_ALWAYS,
	QUOTE_C,
	QUOTE_C_MAYBE,
	QUOTE_ESCAPE,
	QUOTE_LOCALE,
	QUOTE_CLOCALE,
};
/* Names of the styles, in the order of the enum, for opt_word. */
#define QUOTE_WORD_LIST                                                                          \
	"literal", "shell", "shell-always", "shell-escape", "shell-escape-always", "c", "c-maybe", \
		"escape", "locale", "clocale"
#define QUOTE_WORDS \
	"literal shell shell-always shell-escape shell-escape-always c c-maybe escape locale clocale"

/*
 * How names are shown. Which characters print is the C library's answer for the locale set by
 * setlocale(LC_CTYPE); bytes that are no character count as unprintable.
 */
struct quote {
	enum quote_style style;
	bool hide;     /* literal, shell, shell-always: '?' for what does not print (ls -q) */
	bool guard;    /* bidi controls and zero-width spaces count as unprintable */
	const char *also; /* more ASCII bytes to escape or quote for (ls: ':' in headings); may be NULL */
};

struct quote_result {
	size_t cols;   /* cells of what was added, by the C library's wcwidth; QUOTE_NO_COLS as below */
	bool quoted;   /* it starts with a quote mark of the style */
};

/*
 * Add `name` to `b` in that style. Threads: any.
 */
struct quote_result quote_name(struct buf *b, const struct quote *q, struct str name);

/* Whether quote_name would change the name or put quotes round it. Allocates nothing. */
bool quote_needed(const struct quote *q, struct str name);

/*
 * Cells of the bytes as they are, as GNU ls 9.10 counts them: a text with a byte or character that does
 * not print has none at all where characters may take several bytes (QUOTE_NO_COLS); else such bytes count 0.
 */
#define QUOTE_NO_COLS SIZE_MAX
size_t quote_cols(struct str text);

/* The same, but QUOTE_NO_COLS as well where a byte that does not print is a character by itself. */
size_t quote_print_cols(struct str text);

#endif
