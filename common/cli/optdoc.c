#include "ember/cli/optdoc.h"

#include <stdio.h>

static bool optdoc_has(const struct opt *row, struct str name)
{
	struct str also;
	if (row->name && str_eqc(name, row->name))
		return true;
	for (const char *rest = row->also; opt_each(&rest, &also);)
		if (str_eq(also, name))
			return true;
	return false;
}

/* A visible row before `i` has the letter, or the name when letter is 0. */
static bool optdoc_taken(const struct opt_table *table, size_t i, char letter, struct str name)
{
	for (size_t k = 0; k < i; k++) {
		const struct opt *row = &table->rows[k];
		if (!(row->flags & OPT_HIDDEN) &&
			(letter ? row->letter == letter : optdoc_has(row, name)))
			return true;
	}
	return false;
}

void optdoc_spellings(const struct opt_table *table, size_t i,
	void (*each)(void *ctx, const struct opt *row, struct str spelling, bool letter), void *ctx)
{
	const struct opt *row = &table->rows[i];
	char text[128];
	if (row->flags & OPT_HIDDEN)
		return;
	if (row->letter && !optdoc_taken(table, i, row->letter, (struct str){ 0 })) {
		snprintf(text, sizeof(text), "-%c", row->letter);
		each(ctx, row, str_from(text), true);
	}
	struct str name = str_from(row->name);
	const char *rest = row->also;
	do {
		if (name.n == 0 || optdoc_taken(table, i, 0, name))
			continue;
		snprintf(text, sizeof(text), "--%.*s", STR_ARG(name));
		each(ctx, row, str_from(text), false);
	} while (opt_each(&rest, &name));
}

void optdoc_words(struct buf *b, const struct opt *row)
{
	size_t start = b->n;
	struct str word;
	for (const char *rest = row->words; opt_each(&rest, &word);) {
		if (b->n > start)
			buf_char(b, ' ');
		buf_str(b, str_cut(&word, '|'));
	}
}
