#include <string.h>

#include "ember/cli/suggest.h"
#include "ember/expr/find.h"
#include "ember/expr/primary.h"

static const struct find_primaries *const families[] = { &find_option_rows, &find_name_rows,
	&find_stat_rows, &find_time_rows, &find_act_rows, &find_exec_rows, &find_extra_rows };

/* "newermt": X of aBcm, Y of aBcmt. */
static bool lex_is_newer(const char *name)
{
	return strncmp(name, "newer", 5) == 0 && name[5] && name[6] && !name[7] &&
		strchr("aBcm", name[5]) && strchr("aBcmt", name[6]);
}

const struct find_primary *find_lookup(const char *name)
{
	if (lex_is_newer(name))
		name = "newerXY";
	else if (strcmp(name, "newerXY") == 0)
		return NULL;
	for (size_t f = 0; f < COUNTOF(families); f++)
		for (size_t i = 0; i < families[f]->n; i++)
			if (strcmp(families[f]->rows[i].row.name, name) == 0)
				return &families[f]->rows[i];
	return NULL;
}

static bool lex_is_operator(const char *arg)
{
	arg += arg[0] == '-';
	return arg[0] && !arg[1] && strchr("()!,", arg[0]);
}

static bool lex_is_option(const char *arg)
{
	static const char *const plain[] = { "-H", "-L", "-P", "-D" };
	for (size_t i = 0; i < COUNTOF(plain); i++)
		if (strcmp(arg, plain[i]) == 0)
			return true;
	if (strncmp(arg, "-O", 2) != 0 || !arg[2])
		return false;
	return strspn(arg + 2, "0123456789") == strlen(arg + 2);
}

static bool lex_is_word_operator(const char *name)
{
	static const char *const words[] = { "a", "and", "o", "or", "not", "exclude" };
	for (size_t i = 0; i < COUNTOF(words); i++)
		if (strcmp(name, words[i]) == 0)
			return true;
	return false;
}

enum find_word find_word(const char *arg)
{
	if (lex_is_operator(arg))
		return FIND_WORD_OPERATOR;
	if (arg[0] != '-' || !arg[1])
		return FIND_WORD_OTHER;
	if (lex_is_option(arg))
		return FIND_WORD_OPTION;
	if (lex_is_word_operator(arg + 1))
		return FIND_WORD_OPERATOR;
	return find_lookup(arg + 1) ? FIND_WORD_PRIMARY : FIND_WORD_UNKNOWN;
}

const char *find_closest(const char *arg)
{
	struct str name = str_from(arg[0] == '-' ? arg + 1 : arg);
	unsigned best = 3;
	const char *found = NULL;
	if (name.n < 3)
		return NULL;
	for (size_t f = 0; f < COUNTOF(families); f++) {
		for (size_t i = 0; i < families[f]->n; i++) {
			const char *row = families[f]->rows[i].row.name;
			if (row[0] == ' ')
				continue;
			unsigned d = suggest_distance(name, str_from(row), best - 1);
			if (d < best && d * 3 <= name.n) {
				best = d;
				found = row;
			}
		}
	}
	return found;
}

int find_word_args(const char *arg)
{
	const struct find_primary *row = arg[0] == '-' ? find_lookup(arg + 1) : NULL;
	if (!row || !row->args)
		return 0;
	if (strncmp(row->args, "COMMAND", 7) == 0)
		return -1;
	int n = 1;
	for (const char *c = row->args; *c; c++)
		n += *c == ' ';
	return n;
}
