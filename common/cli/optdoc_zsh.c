#include <string.h>

#include "ember/cli/optdoc.h"

struct zsh_specs {
	struct buf *b;
	const struct opt_table *table;
	struct buf all; /* every spelling of the row, for the exclusion list */
};

/* Inside '…' of the script; backslashes and brackets mean something to _arguments. */
static void zsh_text(struct buf *b, struct str s, const char *escaped)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\'')
			buf_text(b, "'\\''");
		else if (strchr(escaped, s.p[i]))
			buf_printf(b, "\\%c", s.p[i]);
		else
			buf_char(b, s.p[i]);
	}
}

/* ":message:action" */
static void zsh_value(struct buf *b, const struct opt *row, const char *program)
{
	static const char *const actions[] = { [OPT_OFFER_NONE] = " ",
		[OPT_OFFER_FILE] = "_files",
		[OPT_OFFER_DIR] = "_files -/",
		[OPT_OFFER_COMMAND] = "_command_names -e",
		[OPT_OFFER_USER] = "_users" };

	buf_text(b, row->arg == OPT_MAYBE ? "::" : ":");
	zsh_text(b, str_from(row->value), ":\\");
	buf_char(b, ':');
	if (row->words) {
		struct str word;
		const char *rest = row->words;
		bool commas = row->flags & OPT_COMMAS;
		buf_text(b, commas ? "_sequence compadd - " : "(");
		for (bool more = false; opt_each(&rest, &word); more = true) {
			if (more)
				buf_char(b, ' ');
			zsh_text(b, str_cut(&word, '|'), "\\ ():");
		}
		buf_text(b, commas ? "" : ")");
	} else if (row->offer == OPT_OFFER_LANGUAGE || row->offer == OPT_OFFER_THEME) {
		buf_printf(b, "_ember_%s_%s", program,
			row->offer == OPT_OFFER_THEME ? "themes" : "languages");
	} else {
		buf_text(b, actions[row->offer]);
	}
}

static void zsh_collect(void *ctx, const struct opt *row, struct str spelling, bool letter)
{
	struct zsh_specs *z = ctx;
	(void)row;
	(void)letter;
	if (z->all.n)
		buf_char(&z->all, ' ');
	buf_str(&z->all, spelling);
}

static void zsh_spec(void *ctx, const struct opt *row, struct str spelling, bool letter)
{
	struct zsh_specs *z = ctx;
	buf_text(z->b, "    '");
	if (row->flags & OPT_REPEATS)
		buf_char(z->b, '*');
	else
		buf_printf(z->b, "(%.*s)", STR_ARG(buf_view(&z->all)));
	zsh_text(z->b, spelling, ":\\?");
	if (row->arg == OPT_REQUIRED)
		buf_char(z->b, letter ? '+' : '=');
	else if (row->arg == OPT_MAYBE && !letter)
		buf_text(z->b, "=-");
	buf_char(z->b, '[');
	zsh_text(z->b, str_from(row->help), "[]\\:");
	buf_char(z->b, ']');
	if (row->flags & OPT_REST)
		buf_text(z->b, ":*\\;::command: _normal"); /* up to ";" a command line of its own */
	else if (row->arg == OPT_REQUIRED || (row->arg == OPT_MAYBE && !letter))
		zsh_value(z->b, row, z->table->program);
	buf_text(z->b, "'\n");
}

static void zsh_list(struct buf *b, const struct opt_table *table, const char *what)
{
	buf_printf(b,
		"_ember_%s_%s() {\n  local -a words\n"
		"  words=(${${(f)\"$(_call_program %s %s --list-%s 2>/dev/null)\"}%%%%:*})\n"
		"  compadd -a words\n}\n",
		table->program, what, what, table->program, what);
}

static bool zsh_offers(const struct opt_table *table, enum opt_offer offer)
{
	for (size_t i = 0; i < table->n; i++)
		if (table->rows[i].offer == offer)
			return true;
	return false;
}

void optdoc_zsh(struct buf *b, const struct opt_table *table)
{
	struct zsh_specs z = { .b = b, .table = table };
	bool dirs = table->operands && strcmp(table->operands, "dir") == 0;

	buf_printf(b, "#compdef %s\n# zsh completion of %s, generated from its table of options.\n",
		table->program, table->program);
	if (zsh_offers(table, OPT_OFFER_LANGUAGE))
		zsh_list(b, table, "languages");
	if (zsh_offers(table, OPT_OFFER_THEME))
		zsh_list(b, table, "themes");
	buf_printf(b, "_ember_%s() {\n", table->program);
	if (table->foreign)
		buf_printf(b,
			"  if (( CURRENT > 2 )) && [[ $words[2] == %s ]]; then\n"
			"    words=(%s \"${(@)words[3,-1]}\")\n    (( CURRENT-- ))\n"
			"    _normal\n    return\n  fi\n",
			table->foreign, strchr(table->foreign, '=') + 1);
	buf_text(b, "  local -a specs\n  specs=(\n");
	for (size_t i = 0; i < table->n; i++) {
		buf_clear(&z.all);
		optdoc_spellings(table, i, zsh_collect, &z);
		optdoc_spellings(table, i, zsh_spec, &z);
	}
	buf_printf(b, "    '*:%s:%s'\n  )\n  _arguments -s -S : $specs\n}\n",
		dirs ? "folder" : "file", dirs ? "_files -/" : "_files");
	buf_printf(b,
		"if [[ $funcstack[1] == _%s ]]; then\n  _ember_%s \"$@\"\nelse\n  compdef "
		"_ember_%s %s\nfi\n",
		table->program, table->program, table->program, table->program);
	buf_fini(&z.all);
}
