#include <string.h>

#include "ember/cli/optdoc.h"

struct fish_lines {
	struct buf *b;
	const struct opt_table *table;
	bool rest; /* some option takes a command; what follows it is that command's */
};

/*
 * Is the cursor in the command behind such an option? With an argument: what completes there. An
 * alias of the other program's name brings its words here again: then the program has no say.
 * The blanks: the program's name twice, a first word that makes the line another program's, that
 * program, the options, that program, the program's name twelve times.
 */
static const char fish_rest[] = "function __ember_%s_command\n"
				"  set -q __ember_%s_inner; and return 1\n"
				"  set -l words (commandline -opc)\n"
				"  set -l own\n"
				"  set -l inside 1\n"
				"  if test \"$words[2]\" = '%s'\n"
				"    set inside 0\n"
				"    set own %s\n"
				"    set -e words[1..2]\n"
				"    set -a own (string escape -- $words)\n"
				"    set words\n"
				"  end\n"
				"  for word in $words\n"
				"    if test $inside = 0; and test $word != ';'\n"
				"      set -a own (string escape -- $word)\n"
				"    else if contains -- $word%s\n"
				"      set inside 0\n"
				"    else if test $inside = 0\n"
				"      set inside 1\n"
				"      set own\n"
				"    end\n"
				"  end\n"
				"  test $inside = 0; or return 1\n"
				"  set -q argv[1]; or return 0\n"
				"  test \"$own[1]\" = '%s'; and set -g __ember_%s_inner 1\n"
				"  complete -C \"$own \"(commandline -ct)\n"
				"  set -e __ember_%s_inner\n"
				"  true\n"
				"end\n"
				"function __ember_%s_options\n"
				"  not set -q __ember_%s_inner; and not __ember_%s_command\n"
				"end\n"
				"complete -c %s -n __ember_%s_command -f -a '(__ember_%s_command x)'\n";

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
		if (row->flags & OPT_COMMAS)
			buf_text(&words, "(__fish_append , ");
		optdoc_words(&words, row);
		if (row->flags & OPT_COMMAS)
			buf_char(&words, ')');
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
	const char *program = f->table->program;
	buf_printf(f->b, "complete -c %s", program);
	if (f->rest)
		buf_printf(f->b, " -n __ember_%s_options", program);
	buf_text(f->b, letter ? " -s " : " -l ");
	fish_quoted(f->b, str_sub(spelling, letter ? 1 : 2, spelling.n));
	if (row->arg == OPT_REQUIRED || (row->arg == OPT_MAYBE && !letter))
		fish_value(f->b, row, f->table->program);
	buf_text(f->b, " -d ");
	fish_quoted(f->b, str_from(row->help));
	buf_char(f->b, '\n');
}

static void fish_spelling(void *ctx, const struct opt *row, struct str spelling, bool letter)
{
	struct buf *b = ctx;
	(void)row;
	(void)letter;
	buf_char(b, ' ');
	buf_str(b, spelling);
}

static void fish_command(struct fish_lines *f)
{
	const char *program = f->table->program;
	struct buf names = { 0 };
	for (size_t i = 0; i < f->table->n; i++)
		if (f->table->rows[i].flags & OPT_REST)
			optdoc_spellings(f->table, i, fish_spelling, &names);
	f->rest = names.n > 0;
	const char *foreign = f->table->foreign ? f->table->foreign : "no such word=true";
	const char *other = strchr(foreign, '=') + 1;
	if (f->rest)
		buf_printf(f->b, fish_rest, program, program, foreign, other, buf_cstr(&names), other,
			program, program, program, program, program, program, program, program);
	buf_fini(&names);
}

void optdoc_fish(struct buf *b, const struct opt_table *table)
{
	struct fish_lines f = { .b = b, .table = table };
	buf_printf(b, "# fish completion of %s, generated from its table of options.\n",
		table->program);
	fish_command(&f);
	/* Operands; not behind "--option=", whose words are the option's. */
	if (table->operands && strcmp(table->operands, "dir") == 0)
		buf_printf(b,
			"complete -c %s -n '%s%s%snot string match -q -- \"-*=*\" (commandline -ct)' "
			"-f -a '(__fish_complete_directories)'\n",
			table->program, f.rest ? "__ember_" : "", f.rest ? table->program : "",
			f.rest ? "_options; and " : "");
	for (size_t i = 0; i < table->n; i++)
		optdoc_spellings(table, i, fish_line, &f);
}
