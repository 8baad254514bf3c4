/* els called lsd, eza or exa: their letters and defaults on the rows of els (spec els 4). */
#include "choices.h"

#include <string.h>

#include "ember/os/env.h"

/* A row of els under another letter and name; name NULL = the row's own. */
struct persona_row {
	int id;
	char letter;
	const char *name;
	bool value; /* the value is required, as in --color WHEN */
};

static const struct persona_row lsd_rows[] = {
	{ ELS_ALL, 'a', NULL, false },
	{ ELS_ALMOST_ALL, 'A', NULL, false },
	{ ELS_COLOR, 0, NULL, true },
	{ ELS_ICONS, 0, "icon", true },
	{ ELS_ICON_THEME, 0, NULL, false },
	{ ELS_CLASSIFY, 'F', NULL, false },
	{ ELS_LONG_WORD, 'l', NULL, false },
	{ ELS_ONE_WORD, '1', NULL, false },
	{ ELS_RECURSIVE, 'R', NULL, false },
	{ ELS_HUMAN, 'h', NULL, false },
	{ ELS_TREE, 0, NULL, false },
	{ ELS_DEPTH, 0, NULL, false },
	{ ELS_DIRECTORY_ONLY, 'd', NULL, false },
	{ ELS_PERMISSION, 0, NULL, false },
	{ ELS_BLOCKS, 0, NULL, true },
	{ ELS_TOTAL, 0, NULL, false },
	{ ELS_DATE, 0, NULL, false },
	{ ELS_TIMESORT, 't', NULL, false },
	{ ELS_SIZESORT, 'S', NULL, false },
	{ ELS_EXTENSIONSORT, 'X', NULL, false },
	{ ELS_BY_GIT, 'G', NULL, false },
	{ ELS_VERSIONSORT, 'v', NULL, false },
	{ ELS_SORT, 0, NULL, false },
	{ ELS_NO_SORT, 'U', NULL, false },
	{ ELS_REVERSE, 'r', NULL, false },
	{ ELS_GROUP_DIRS, 0, NULL, false },
	{ ELS_DIRS_FIRST, 0, NULL, false },
	{ ELS_COLUMN_LIST, 0, NULL, false },
	{ ELS_CLASSIC, 0, NULL, false },
	{ ELS_NO_TARGET, 0, NULL, false },
	{ ELS_IGNORE_GLOB, 'I', NULL, false },
	{ ELS_INODE, 'i', NULL, false },
	{ ELS_GIT, 'g', NULL, false },
	{ ELS_FOLLOW, 'L', NULL, false },
	{ ELS_CONTEXT, 'Z', NULL, false },
	{ ELS_HYPERLINK, 0, NULL, true },
	{ ELS_HEADER, 0, NULL, false },
	{ ELS_TRUNCATE_AFTER, 0, NULL, false },
	{ ELS_TRUNCATE_MARKER, 0, NULL, false },
	{ ELS_SYSTEM_PROTECTED, 0, NULL, false },
	{ ELS_LITERAL, 'N', NULL, false },
	{ ELS_CONFIG, 0, "config-file", false },
	{ ELS_NO_CONFIG, 0, "ignore-config", false },
	{ ELS_GENERATE_CONFIG, 0, NULL, false },
	{ ELS_HELP, 0, NULL, false },
	{ ELS_VERSION, 'V', NULL, false },
};

static const struct persona_row eza_rows[] = {
	{ ELS_HELP, '?', NULL, false },
	{ ELS_VERSION, 'v', NULL, false },
	{ ELS_ONE_WORD, '1', NULL, false },
	{ ELS_LONG_WORD, 'l', NULL, false },
	{ ELS_GRID, 'G', NULL, false },
	{ ELS_ACROSS_WORD, 'x', NULL, false },
	{ ELS_RECURSE, 'R', NULL, false },
	{ ELS_TREE, 'T', NULL, false },
	{ ELS_FOLLOW, 'X', NULL, false },
	{ ELS_CLASSIFY, 'F', NULL, false },
	{ ELS_COLOR, 0, NULL, false },
	{ ELS_COLOR_SCALE, 0, NULL, false },
	{ ELS_SCALE_MODE, 0, NULL, false },
	{ ELS_ICONS, 0, NULL, false },
	{ ELS_NO_QUOTES, 0, NULL, false },
	{ ELS_HYPERLINK, 0, NULL, false },
	{ ELS_ABSOLUTE, 0, NULL, false },
	{ ELS_FOLLOW_LINKS, 0, NULL, false },
	{ ELS_WIDTH, 'w', NULL, false },
	{ ELS_ALL, 'a', NULL, false },
	{ ELS_ALMOST_ALL, 'A', NULL, false },
	{ ELS_LIST_DIRS, 'd', NULL, false },
	{ ELS_ONLY_DIRS, 'D', NULL, false },
	{ ELS_ONLY_FILES, 'f', NULL, false },
	{ ELS_SHOW_LINKS, 0, NULL, false },
	{ ELS_NO_LINKS, 0, NULL, false },
	{ ELS_DEPTH, 'L', "level", false },
	{ ELS_REVERSE, 'r', NULL, false },
	{ ELS_SORT, 's', NULL, false },
	{ ELS_DIRS_FIRST, 0, NULL, false },
	{ ELS_DIRS_LAST, 0, NULL, false },
	{ ELS_IGNORE_GLOB, 'I', NULL, false },
	{ ELS_GIT_IGNORE, 0, NULL, false },
	{ ELS_BINARY, 'b', NULL, false },
	{ ELS_BYTES, 'B', NULL, false },
	{ ELS_SHOW_GROUP, 'g', "group", false },
	{ ELS_SMART_GROUP, 0, NULL, false },
	{ ELS_HEADER, 'h', NULL, false },
	{ ELS_LINKS, 'H', NULL, false },
	{ ELS_INODE, 'i', NULL, false },
	{ ELS_SHOW_MODIFIED, 'm', NULL, false },
	{ ELS_MOUNTS, 'M', NULL, false },
	{ ELS_NUMERIC, 'n', "numeric", false },
	{ ELS_FLAGS, 'O', NULL, false },
	{ ELS_BLOCK_COLUMN, 'S', NULL, false },
	{ ELS_TIME, 't', NULL, false },
	{ ELS_SHOW_ACCESSED, 'u', NULL, false },
	{ ELS_SHOW_BORN, 'U', NULL, false },
	{ ELS_SHOW_CHANGED, 0, NULL, false },
	{ ELS_TIME_STYLE, 0, NULL, false },
	{ ELS_TOTAL, 0, NULL, false },
	{ ELS_OCTAL, 'o', NULL, false },
	{ ELS_NO_PERMISSIONS, 0, NULL, false },
	{ ELS_NO_SIZE, 0, NULL, false },
	{ ELS_NO_USER, 0, NULL, false },
	{ ELS_NO_TIME, 0, NULL, false },
	{ ELS_STDIN, 0, NULL, false },
	{ ELS_GIT, 0, NULL, false },
	{ ELS_NO_GIT, 0, NULL, false },
	{ ELS_REPOS, 0, NULL, false },
	{ ELS_REPOS_BARE, 0, NULL, false },
	{ ELS_EXTENDED, '@', NULL, false },
	{ ELS_CONTEXT, 'Z', NULL, false },
	{ ELS_COLORS, 0, NULL, false },
	{ ELS_CONFIG, 0, NULL, false },
	{ ELS_NO_CONFIG, 0, NULL, false },
};

enum persona persona_of(const char *program)
{
	if (strcmp(program, "lsd") == 0)
		return PERSONA_LSD;
	if (strcmp(program, "eza") == 0 || strcmp(program, "exa") == 0)
		return PERSONA_EZA;
	return PERSONA_ELS;
}

const struct opt_table *persona_table(struct arena *a, enum persona persona)
{
	bool lsd = persona == PERSONA_LSD;
	const struct persona_row *rows = lsd ? lsd_rows : eza_rows;
	size_t n = lsd ? COUNTOF(lsd_rows) : COUNTOF(eza_rows);
	if (persona == PERSONA_ELS)
		return &els_options;
	struct opt *made = ARENA_ARRAY(a, struct opt, n);
	for (size_t i = 0; i < n; i++) {
		struct opt *row = &made[i];
		*row = *opt_row(&els_options, rows[i].id);
		row->letter = rows[i].letter;
		if (rows[i].name)
			row->name = rows[i].name;
		if (rows[i].value)
			row->arg = OPT_REQUIRED;
		if (lsd && row->id == ELS_CLASSIFY) {
			row->arg = OPT_PLAIN;
			row->value = row->words = NULL;
		}
		row->flags |= OPT_BRIEF;
	}
	struct opt_table *t = ARENA_NEW(a, struct opt_table);
	*t = els_options;
	t->program = lsd ? "lsd" : "eza";
	t->purpose = lsd ? "els with the options of lsd" : "els with the options of eza";
	t->rows = made;
	t->n = n;
	return t;
}

/* "--icons always", where eza takes the next word if it is a valid one. */
static bool persona_joins(const char *option, const char *next)
{
	static const struct {
		const char *option, *words;
	} rows[] = { { "--icons", "always auto never automatic" }, { "--color", "always auto never automatic" },
		{ "--colour", "always auto never automatic" }, { "--classify", "always auto never automatic" },
		{ "--hyperlink", "always auto never automatic" }, { "--color-scale", "all age size none" },
		{ "--colour-scale", "all age size none" }, { "--absolute", "on off follow" } };
	for (size_t i = 0; next && i < COUNTOF(rows); i++)
		if (strcmp(option, rows[i].option) == 0)
			return opt_word(rows[i].words, str_from(next), false) >= 0;
	return false;
}

char **persona_argv(struct arena *a, enum persona persona, int *argc, char **argv)
{
	char **out = ARENA_ARRAY(a, char *, (size_t)*argc + 1);
	int n = 0;
	bool operands = false;
	for (int i = 0; i < *argc; i++) {
		operands |= strcmp(argv[i], "--") == 0;
		if (!operands && persona == PERSONA_EZA && i && persona_joins(argv[i], argv[i + 1])) {
			struct str joined = arena_printf(a, "%s=%s%c", argv[i], argv[i + 1], 0);
			out[n++] = (char *)(uintptr_t)joined.p;
			i++;
		} else {
			out[n++] = argv[i];
		}
	}
	*argc = n;
	return out;
}

void persona_defaults(struct els_conf *c, struct choices *o)
{
	struct list_conf *l = &c->list;
	if (o->persona == PERSONA_LSD) {
		o->sizes = 0;
		o->date_words = "date";
		o->collate = LIST_COLLATE_FOLD;
		l->dot_files = l->show_target = l->lsd_letters = l->bare_root = true;
	}
	if (o->persona == PERSONA_EZA) {
		o->natural_given = true;
		l->group = false;
		l->dirs_as_given = true;
		l->dot_files = l->bare_dirs = l->show_target = l->bare_root = l->mark_attrs = true;
		o->time_style = "+" EZA_DATES;
	}
}
