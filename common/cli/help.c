#include "ember/cli/help.h"

#include <string.h>

#include "ember/text/width.h"

#define HELP_COLUMN                                                                                \
	30 /* where the explanations start; longer spellings take a line of their own              \
	    */

void help_spelling(struct buf *b, const struct opt *row, bool also)
{
	struct str name;
	if (row->letter)
		buf_printf(b, "-%c", row->letter);
	if (row->name)
		buf_printf(b, "%s--%s", row->letter ? ", " : "", row->name);
	if (row->arg == OPT_REQUIRED && row->value)
		buf_printf(
			b, "%c%s", row->name && !(row->flags & OPT_REST) ? '=' : ' ', row->value);
	else if (row->arg == OPT_MAYBE && row->value)
		buf_printf(b, "[=%s]", row->value);
	for (const char *rest = also ? row->also : NULL; opt_each(&rest, &name);)
		buf_printf(b, ", --%.*s", STR_ARG(name));
}

void help_words(struct buf *b, const struct opt *row)
{
	struct str word;
	const char *rest = row->words;
	for (bool more = false; opt_each(&rest, &word); more = true) {
		if (more)
			buf_text(b, ", ");
		buf_str(b, str_cut(&word, '|'));
	}
}

bool help_in_group(const struct opt *row, unsigned dialects, const char *group)
{
	return (row->dialects & dialects) && !(row->flags & OPT_HIDDEN) &&
		strcmp(row->group ? row->group : "Options", group) == 0;
}

const char *help_group(const struct opt_table *table, unsigned dialects, size_t i)
{
	for (size_t r = 0; r < table->n; r++) {
		const struct opt *row = &table->rows[r];
		const char *group = row->group ? row->group : "Options";
		bool seen = !help_in_group(row, dialects, group);
		for (size_t k = 0; k < r && !seen; k++)
			seen = help_in_group(&table->rows[k], dialects, group);
		if (!seen && i-- == 0)
			return group;
	}
	return NULL;
}

/* Words of `text` from column `at` on, further lines indented; an empty line parts paragraphs. */
static void help_wrap(struct out *o, struct str text, size_t indent, size_t at, size_t cols)
{
	bool first = true;
	while (text.n) {
		struct str line, word;
		str_line(&text, &line);
		if (line.n == 0) {
			out_text(o, "\n\n");
			out_fill(o, ' ', indent);
			at = indent;
			first = true;
			continue;
		}
		while (line.n) {
			word = str_cut(&line, ' ');
			size_t w = width_str(word);
			if (word.n == 0)
				continue;
			if (!first && at + 1 + w > cols) {
				out_char(o, '\n');
				out_fill(o, ' ', indent);
				at = indent;
				first = true;
			}
			if (!first)
				out_char(o, ' ');
			out_str(o, word);
			at += w + !first;
			first = false;
		}
	}
	out_char(o, '\n');
}

static void help_row(struct out *o, const struct opt *row, enum help_kind kind, size_t cols)
{
	struct buf left = { 0 }, right = { 0 };
	size_t column = cols < 60 ? 8 : HELP_COLUMN;

	buf_text(&left, row->letter ? "  " : "      ");
	help_spelling(&left, row, kind == HELP_FULL);
	buf_text(&right, row->help);
	if (row->words) {
		buf_text(&right, ": ");
		help_words(&right, row);
		/* The short help names the words only where they cost no line. */
		if (kind == HELP_BRIEF && column + width_str(buf_view(&right)) + 12 > cols)
			right.n = strlen(row->help);
	}
	if (row->initial)
		buf_printf(&right, " [%s]", row->initial);

	size_t at = width_str(buf_view(&left));
	out_str(o, buf_view(&left));
	if (at + 2 > column) {
		out_char(o, '\n');
		at = 0;
	}
	out_fill(o, ' ', column - at);
	help_wrap(o, buf_view(&right), column, column, cols);
	if (kind == HELP_FULL && row->more) {
		out_fill(o, ' ', column);
		help_wrap(o, str_from(row->more), column, column, cols);
	}
	buf_fini(&left);
	buf_fini(&right);
}

static void help_usage(struct out *o, const struct opt_table *table, size_t cols)
{
	struct str rest = str_from(table->synopsis), line;
	for (bool first = true; str_line(&rest, &line); first = false) {
		out_text(o, first ? "Usage: " : "       ");
		out_text(o, table->program);
		out_char(o, ' ');
		out_str(o, line);
		out_char(o, '\n');
	}
	help_wrap(o, str_from(table->purpose), 0, 0, cols);
}

static bool help_shows(
	const struct opt *row, unsigned dialects, const char *group, enum help_kind kind)
{
	return help_in_group(row, dialects, group) &&
		(kind == HELP_FULL || (row->flags & OPT_BRIEF));
}

/* What the long help is asked for with: where --help itself is the short one, its value says so. */
static const char *help_long_request(const struct opt_table *table, unsigned dialects)
{
	for (size_t i = 0; i < table->n; i++) {
		const struct opt *row = &table->rows[i];
		if ((row->dialects & dialects) && row->name && strcmp(row->name, "help") == 0 &&
			row->arg == OPT_MAYBE)
			return "--help=all";
	}
	return "--help";
}

void help_print(struct out *o, const struct opt_table *table, unsigned dialects,
	enum help_kind kind, unsigned cols)
{
	const char *group;
	cols = cols == 0 ? 80 : cols < 40 ? 40 : cols;
	help_usage(o, table, cols);
	if (kind == HELP_BRIEF)
		out_char(o, '\n');
	for (size_t g = 0; (group = help_group(table, dialects, g)) != NULL; g++) {
		/* The short help is one screen: no headings in it. */
		if (kind == HELP_FULL)
			out_printf(o, "\n%s:\n", group);
		for (size_t i = 0; i < table->n; i++)
			if (help_shows(&table->rows[i], dialects, group, kind))
				help_row(o, &table->rows[i], kind, cols);
	}
	if (kind == HELP_BRIEF)
		out_printf(o, "\n'%s %s' shows all options.\n", table->program,
			help_long_request(table, dialects));
}
