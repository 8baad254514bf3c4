#include <string.h>

#include "ember/cli/help.h"
#include "ember/cli/optdoc.h"

/*
 * Names of files are left to bash: it knows of ~user, $NAME, patterns and open quotes, which a list of names made
 * here would break, and of line feeds in names.
 */
#define BASH_FILES "compopt -o bashdefault -o default 2>/dev/null"
#define BASH_FOLDERS "compopt -o bashdefault -o dirnames 2>/dev/null"

/*
 * The script needs no helper library. bash has already cut the line at '=' (COMP_WORDBREAKS), so
 * "--color=al" arrives as three words.
 */
static const char bash_head[] =
	"{\n"
	"  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} opt= i\n"
	"  local attached=\n"
	"  if [[ $cur == '=' ]]; then\n"
	"    opt=$prev cur= attached=1\n"
	"  elif [[ $prev == '=' && $COMP_CWORD -ge 2 ]]; then\n"
	"    opt=${COMP_WORDS[COMP_CWORD-2]} attached=1\n"
	"  else\n"
	"    opt=$prev\n"
	"  fi\n"
	"  for ((i = 1; i < COMP_CWORD; i++)); do\n"
	"    [[ ${COMP_WORDS[i]} == -- ]] && opt= && break\n"
	"  done\n"
	"  local over=$((i < COMP_CWORD))\n";

/* Behind an option that takes a command, up to ";", the line is that command's. */
static const char bash_rest[] =
	") rest=${rest:-$((i + 1))} ;;\n"
	"      ';' | '\\;' | \"';'\" | '\";\"') rest= ;;\n"
	"    esac\n"
	"  done\n";

/* The word at $rest is the name of a command, what follows is for that. */
static const char bash_delegate[] =
	"  if [[ $rest && $COMP_CWORD -eq $rest ]]; then\n"
	"    mapfile -t COMPREPLY < <(compgen -c -- \"$cur\")\n"
	"    return\n"
	"  elif [[ $rest ]]; then\n"
	"    for i in _comp_command_offset _command_offset; do\n"
	"      declare -F $i >/dev/null && $i \"$rest\" && return\n"
	"    done\n"
	"    " BASH_FILES "\n"
	"    return\n"
	"  fi\n";

static void bash_spelling(void *ctx, const struct opt *row, struct str spelling, bool letter)
{
	struct buf *b = ctx;
	(void)row;
	(void)letter;
	if (b->n)
		buf_char(b, '|');
	buf_str(b, spelling);
}

/* Text between single quotes of a shell. */
static void bash_quoted(struct buf *b, struct str s)
{
	buf_char(b, '\'');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\'')
			buf_text(b, "'\\''");
		else
			buf_char(b, s.p[i]);
	}
	buf_char(b, '\'');
}

/* The commands that fill COMPREPLY with the row's values. */
static void bash_values(struct buf *b, const struct opt *row, const char *program)
{
	static const char *const plain[] = {
		[OPT_OFFER_FILE] = BASH_FILES,
		[OPT_OFFER_DIR] = BASH_FOLDERS,
		[OPT_OFFER_COMMAND] = "mapfile -t COMPREPLY < <(compgen -c -- \"$cur\")",
		[OPT_OFFER_USER] = "mapfile -t COMPREPLY < <(compgen -u -- \"$cur\")",
	};
	if (row->words) {
		struct buf words = { 0 };
		bool commas = row->flags & OPT_COMMAS;
		optdoc_words(&words, row);
		if (commas)
			buf_text(b, "compopt -o nospace 2>/dev/null; local before=${cur%\"${cur##*,}\"}; ");
		buf_text(b, "mapfile -t COMPREPLY < <(compgen ");
		buf_text(b, commas ? "-P \"$before\" -W " : "-W ");
		bash_quoted(b, buf_view(&words));
		buf_text(b, commas ? " -- \"${cur##*,}\")" : " -- \"$cur\")");
		buf_fini(&words);
	} else if (row->offer == OPT_OFFER_LANGUAGE || row->offer == OPT_OFFER_THEME) {
		buf_printf(b,
			"local IFS=$'\\n'; mapfile -t COMPREPLY < <(compgen -W \"$(%s --list-%s "
			"2>/dev/null | "
			"cut -d: -f1)\" -- \"$cur\"); COMPREPLY=(\"${COMPREPLY[@]// /\\\\ }\")",
			program, row->offer == OPT_OFFER_THEME ? "themes" : "languages");
	} else if (row->offer != OPT_OFFER_NONE) {
		buf_text(b, plain[row->offer]);
	} else {
		buf_text(b, ":");
	}
}

static void bash_case(struct buf *b, const struct opt_table *table, size_t i)
{
	const struct opt *row = &table->rows[i];
	struct buf names = { 0 };
	if (row->arg == OPT_PLAIN)
		return;
	optdoc_spellings(table, i, bash_spelling, &names);
	if (names.n) {
		/* An optional value counts only behind '='. */
		const char *test = row->arg == OPT_MAYBE ? "[[ $attached ]] && { " : "";
		buf_text(b, "    ");
		buf_str(b, buf_view(&names));
		buf_printf(b, ")\n      %s", test);
		bash_values(b, row, table->program);
		buf_text(b, *test ? "; return; } ;;\n" : "; return ;;\n");
	}
	buf_fini(&names);
}

static void bash_option(void *ctx, const struct opt *row, struct str spelling, bool letter)
{
	struct buf *b = ctx;
	if (b->n)
		buf_char(b, ' ');
	buf_str(b, spelling);
	if (!letter && row->arg != OPT_PLAIN && !(row->flags & OPT_REST))
		buf_char(b, '=');
}

static void bash_command(struct buf *b, const struct opt_table *table)
{
	struct buf names = { 0 };
	for (size_t i = 0; i < table->n; i++)
		if (table->rows[i].flags & OPT_REST)
			optdoc_spellings(table, i, bash_spelling, &names);
	if (!names.n && !table->foreign)
		return;
	buf_text(b, "  local rest= other=\n");
	if (table->foreign) {
		struct str word = str_from(table->foreign), option = str_cut(&word, '=');
		buf_printf(b,
			"  [[ ${COMP_WORDS[1]} == %.*s && ${COMP_WORDS[3]} == %.*s ]] && "
			"((COMP_CWORD > 3)) && rest=3 other=1\n",
			STR_ARG(option), STR_ARG(word));
	}
	if (names.n) {
		buf_text(b, "  for ((i = 1; i < COMP_CWORD && !other; i++)); do\n"
			    "    case ${COMP_WORDS[i]} in\n      ");
		buf_str(b, buf_view(&names));
		buf_text(b, bash_rest);
	}
	buf_text(b, bash_delegate);
	buf_fini(&names);
}

/*
 * The program, and the names that stand for it where the script is read: the shell does not look behind them.
 * One that makes it another program keeps what the shell knows of that one.
 */
static void bash_names(struct buf *b, const struct opt_table *table)
{
	const char *program = table->program;
	buf_printf(b,
		"complete -F _ember_%s %s\nfor REPLY in \"${!BASH_ALIASES[@]}\"; do\n"
		"  [[ ${BASH_ALIASES[$REPLY]} =~ ^%s( |$) ",
		program, program, program);
	if (table->foreign)
		buf_printf(b, "&& ${BASH_ALIASES[$REPLY]} != '%s %s'* ", program, table->foreign);
	buf_printf(b, "]] && complete -F _ember_%s -- \"$REPLY\"\ndone\nunset REPLY\n", program);
}

void optdoc_bash(struct buf *b, const struct opt_table *table)
{
	struct buf all = { 0 };
	buf_printf(b,
		"# bash completion of %s, generated from its table of options.\n_ember_%s()\n",
		table->program, table->program);
	buf_text(b, bash_head);
	bash_command(b, table);
	buf_text(b, "  case $opt in\n");
	for (size_t i = 0; i < table->n; i++) {
		bash_case(b, table, i);
		optdoc_spellings(table, i, bash_option, &all);
	}
	buf_text(b,
		"  esac\n  if [[ $cur == -* && $over == 0 && ! $attached ]]; then\n"
		"    mapfile -t COMPREPLY < <(compgen -W ");
	bash_quoted(b, buf_view(&all));
	buf_text(b,
		" -- \"$cur\")\n    [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *= ]] && "
		"compopt -o nospace 2>/dev/null\n    return\n  fi\n  ");
	buf_text(b, table->operands && strcmp(table->operands, "dir") == 0 ? BASH_FOLDERS : BASH_FILES);
	buf_text(b, "\n}\n");
	bash_names(b, table);
	buf_fini(&all);
}
