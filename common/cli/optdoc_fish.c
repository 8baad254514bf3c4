#include <string.h>

#include "ember/cli/optdoc.h"

struct fish_lines {
	struct buf *b;
	const struct opt_table *table;
};

static void fish_quoted(struct buf *b, struct str s)
{
	buf_char(b, '\'');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\'' || s.p[i] == '\\')
			buf_char(b, '\\');
		buf_char(b, s.p[i]);
	}
	buf_char(b, '\'');
}

/* The flags that say which values the option takes. */
static void fish_value(struct buf *b, const struct opt *row, const char *program)
{
	static const char *const offers[] = { [OPT_OFFER_NONE] = "",
		[OPT_OFFER_DIR] = " -a '(__fish_complete_directories)'",
		[OPT_OFFER_COMMAND] = " -a '(__fish_complete_command)'",
		[OPT_OFFER_USER] = " -a '(__fish_complete_users)'" };

	if (row->offer == OPT_OFFER_FILE && !row->words) {
		buf_text(b, row->arg == OPT_REQUIRED ? " -r -F" : "");
		return;
	}
	buf_text(b, row->arg == OPT_REQUIRED ? " -x" : " -f");
	if (row->words) {
		struct buf words = { 0 };
		optdoc_words(&words, row);
		buf_text(b, " -a ");
		fish_quoted(b, buf_view(&words));
		buf_fini(&words);
	} else if (row->offer == OPT_OFFER_LANGUAGE || row->offer == OPT_OFFER_THEME) {
		buf_printf(b, " -a '(%s --list-%s 2>/dev/null | string replace -r \":.*\" \"\")'",
			program, row->offer == OPT_OFFER_THEME ? "themes" : "languages");
	} else {
		buf_text(b, offers[row->offer]);
	}
}

static void fish_line(void *ctx, const struct opt *row, struct str spelling, bool letter)
{
	struct fish_lines *f = ctx;
	buf_printf(f->b, "complete -c %s -%c ", f->table->program, letter ? 's' : 'l');
	fish_quoted(f->b, str_sub(spelling, letter ? 1 : 2, spelling.n));
	if (row->arg == OPT_REQUIRED || (row->arg == OPT_MAYBE && !letter))
		fish_value(f->b, row, f->table->program);
	buf_text(f->b, " -d ");
	fish_quoted(f->b, str_from(row->help));
	buf_char(f->b, '\n');
}

void optdoc_fish(struct buf *b, const struct opt_table *table)
{
	struct fish_lines f = { b, table };
	buf_printf(b, "# fish completion of %s, generated from its table of options.\n",
		table->program);
	if (table->operands && strcmp(table->operands, "dir") == 0)
		buf_printf(b, "complete -c %s -f -a '(__fish_complete_directories)'\n",
			table->program);
	for (size_t i = 0; i < table->n; i++)
		optdoc_spellings(table, i, fish_line, &f);
}
