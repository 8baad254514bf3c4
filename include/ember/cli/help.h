/* help: --help from the table of options. */
#ifndef EMBER_CLI_HELP_H
#define EMBER_CLI_HELP_H

#include <stdbool.h>

#include "ember/base/buf.h"
#include "ember/base/out.h"
#include "ember/cli/opt.h"

enum help_kind {
	HELP_BRIEF, /* -h: the rows with OPT_BRIEF, without their further sentences */
	HELP_FULL,  /* --help: every visible row */
};

/*
 * Write usage, purpose and the rows among `dialects`, under their groups in the order in which
 * the groups first appear in the table. cols: width to wrap at (0 = 80; less than 40 counts as 40).
 */
void help_print(struct out *o, const struct opt_table *table, unsigned dialects, enum help_kind kind,
	unsigned cols);

/*
 * Append "-c, --color[=WHEN], --colour": letter and first long name of a row, the value behind it,
 * and with `also` its further names.
 */
void help_spelling(struct buf *b, const struct opt *row, bool also);

/* Append the row's words, first synonyms only, separated by ", "; nothing when it has none. */
void help_words(struct buf *b, const struct opt *row);

/*
 * The distinct groups of the visible rows among `dialects`, in order of first appearance: call
 * with i = 0, 1, ... until it returns NULL. Rows without a group are under "Options".
 */
const char *help_group(const struct opt_table *table, unsigned dialects, size_t i);
bool help_in_group(const struct opt *row, unsigned dialects, const char *group);

#endif
