#include <string.h>

#include "ember/base/def.h"
#include "ember/expr/find.h"
#include "ember/expr/primary.h"

#define HELP_COLS 30 /* where the explanations start */
#define HELP_END 79  /* ... and where they are broken */

/* Operators, the strongest first. */
static const struct { const char *form, *help; } help_operators[] = {
	{ "( EXPR )", "what stands between them first" },
	{ "! EXPR", "not EXPR" },
	{ "-not EXPR", "as !" },
	{ "-exclude EXPR", "leave out what matches and all below it, wherever this stands" },
	{ "EXPR1 EXPR2", "both; EXPR2 only where EXPR1 is true" },
	{ "EXPR1 -a EXPR2", "the same, as is -and" },
	{ "EXPR1 -o EXPR2", "either; EXPR2 only where EXPR1 is false; also -or" },
	{ "EXPR1 , EXPR2", "both are judged, EXPR2 counts" },
};

/* Options start a line of their own, as do tests and actions, so that the list can be scanned. */
static void help_line(struct buf *b, const char *dash, const char *name, const char *args, const char *text)
{
	size_t before = b->n;
	buf_printf(b, "  %s%s%s%s", dash, name, args ? " " : "", args ? args : "");
	if (b->n - before >= HELP_COLS) {
		buf_char(b, '\n');
		before = b->n;
	}
	size_t n = strlen(text), room = HELP_END - HELP_COLS;
	buf_fill(b, ' ', HELP_COLS - (b->n - before));
	while (n > room) {
		size_t cut = room;
		while (cut > 1 && text[cut] != ' ')
			cut--;
		buf_printf(b, "%.*s\n%*s", (int)cut, text, HELP_COLS, "");
		text += cut + 1;
		n -= cut + 1;
	}
	buf_printf(b, "%s\n", text);
}

static void help_family(struct buf *b, const char *title, const struct find_primaries *family)
{
	buf_printf(b, "\n%s:\n\n", title);
	for (size_t i = 0; i < family->n; i++) {
		const struct find_primary *row = &family->rows[i];
		if (row->row.name[0] != ' ')
			help_line(b, "-", row->row.name, row->args, row->help);
	}
}

void find_list_options(struct buf *b)
{
	buf_text(b, "\nOperators, the strongest first:\n\n");
	for (size_t i = 0; i < COUNTOF(help_operators); i++)
		help_line(b, "", help_operators[i].form, NULL, help_operators[i].help);
	help_family(b, "Options (always true)", &find_option_rows);
}

void find_list_tests(struct buf *b)
{
	help_family(b, "Tests of names", &find_name_rows);
	help_family(b, "Tests of facts", &find_stat_rows);
	help_family(b, "Tests of times", &find_time_rows);
	help_family(b, "Tests of bfs", &find_extra_rows);
}

void find_list_actions(struct buf *b)
{
	help_family(b, "Actions", &find_act_rows);
	help_family(b, "Running commands", &find_exec_rows);
}

void find_help(struct out *o, const char *program)
{
	struct buf b = { 0 };
	buf_printf(&b,
		"Usage: %s [-H] [-L] [-P] [-Olevel] [-D debugopts] [path...] [expression]\n\n"
		"Default path is the current directory; default expression is -print.\n"
		"An expression is made of options, tests and actions, joined by operators.\n"
		"Numbers: +N is more than N, -N is less than N, N is exactly N.\n\n"
		"Before the paths: -s names in order, -S ORDER (dfs, bfs), -x as -xdev, -X no\n"
		"name that xargs would cut, -E extended regular expressions, -f PATH, -jN\n"
		"threads.\n",
		program);
	find_list_options(&b);
	find_list_tests(&b);
	find_list_actions(&b);
	out_str(o, buf_view(&b));
	buf_fini(&b);
}
