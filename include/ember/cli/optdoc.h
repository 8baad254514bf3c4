/* optdoc: what is written about a table of options outside the program: man page, completions. */
#ifndef EMBER_CLI_OPTDOC_H
#define EMBER_CLI_OPTDOC_H

#include "ember/base/buf.h"
#include "ember/cli/opt.h"

/*
 * Append the document of all visible rows to b. Where two rows of different dialects share a
 * letter or a long name, completions offer the first row of the table.
 * Threads: pure but for *b.
 */
void optdoc_man(struct buf *b, const struct opt_table *table, const char *version);
void optdoc_bash(struct buf *b, const struct opt_table *table);
void optdoc_zsh(struct buf *b, const struct opt_table *table);
void optdoc_fish(struct buf *b, const struct opt_table *table);

/* ---- shared by the shells' writers ---- */

/*
 * All spellings of row `i` that no earlier visible row has: calls `each` with the letter's
 * "-c" (letter = true) and each "--name".
 */
void optdoc_spellings(const struct opt_table *table, size_t i,
	void (*each)(void *ctx, const struct opt *row, struct str spelling, bool letter), void *ctx);

/* The words a row's value may be, the first of each group of synonyms, with blanks between. */
void optdoc_words(struct buf *b, const struct opt *row);

#endif
