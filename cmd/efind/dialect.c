#include "efind.h"

#include <string.h>

#include "ember/cli/opt.h"
#include "ember/expr/find.h"

static bool dialect_is(const char *name, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

static bool dialect_digits(const char *s)
{
	size_t n = strspn(s, "0123456789");
	return n && !s[n];
}

/* The row with that letter; NULL = none. */
static const struct opt *dialect_letter(char letter)
{
	for (size_t i = 0; i < efind_options.n; i++)
		if (efind_options.rows[i].letter == letter &&
			(efind_options.rows[i].dialects & OPT_FD))
			return &efind_options.rows[i];
	return NULL;
}

/* The value that a letter has attached passes the option's own syntax check (L14). */
static bool dialect_value(const struct opt *row, const char *value)
{
	struct fd_size size;
	unsigned types = 0;
	if (*value == '=')
		value++;
	switch (row->id) {
	case FD_OPT_TYPE: return fd_type(str_from(value), &types);
	case FD_OPT_SIZE: return fd_size(str_from(value), &size);
	case FD_OPT_MAX_DEPTH:
	case FD_OPT_THREADS: return dialect_digits(value);
	case FD_OPT_COLOR: return opt_word(row->words, str_from(value), false) >= 0;
	default: return true;
	}
}

/* "-tf", "-uu", "-HI", "-j4": letters that fd knows, the last one perhaps with its value. */
static bool dialect_bundle(const char *arg)
{
	for (const char *c = arg + 1; *c; c++) {
		const struct opt *row = dialect_letter(*c);
		if (!row)
			return false;
		if (row->arg == OPT_REQUIRED)
			return !c[1] || dialect_value(row, c + 1);
	}
	return true;
}

/* 1 = find, 0 = fd, -1 = the word decides nothing (spec efind 1.2). `next` may be NULL. */
static int dialect_word(const char *arg, const char *next)
{
	static const char *const neutral[] = { "-H", "-L", "--help", "--version", "-" };
	static const char *const orders[] = { "bfs", "dfs", "ids", "eds" };
	if (dialect_is(arg, neutral, COUNTOF(neutral)))
		return -1;
	if (strcmp(arg, "--") == 0) /* L18; what neither knows is a pattern that starts with a dash */
		return next && next[0] == '-' && (find_word(next) == FIND_WORD_UNKNOWN || dialect_word(next, NULL) != 1) ? 0 : -1;
	if (strcmp(arg, "-d") == 0) /* L12 */
		return !(next && dialect_digits(next));
	if (strcmp(arg, "-S") == 0) /* L13 */
		return next && dialect_is(next, orders, COUNTOF(orders));
	enum find_word word = find_word(arg);
	if (word == FIND_WORD_OPTION || (word == FIND_WORD_OPERATOR && arg[0] != '-'))
		return 1;
	/* "-a" and "-o" are fd's until a find word was seen (A12). */
	if ((word == FIND_WORD_PRIMARY || word == FIND_WORD_OPERATOR) && arg[1] && arg[2])
		return 1;
	if (arg[0] != '-')
		return -1;
	if (arg[1] == '-')
		return 0;
	return !dialect_bundle(arg);
}

static void dialect_scan(struct dialect *out, int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		int find = dialect_word(argv[i], i + 1 < argc ? argv[i + 1] : NULL);
		if (find < 0)
			continue;
		out->lang = find ? EFIND_FIND : EFIND_FD;
		out->because = argv[i];
		return;
	}
}

/* L1: 0 when `word` is find, fd or auto and the choice is made by it. Who says find means all of the line. */
static int dialect_asked(struct dialect *out, const char *word, int argc, char **argv)
{
	out->lang = strcmp(word, "find") == 0 ? EFIND_FIND : EFIND_FD;
	if (out->lang == EFIND_FIND || strcmp(word, "fd") == 0)
		return 0;
	dialect_scan(out, argc, argv);
	return strcmp(word, "auto") == 0 ? 0 : -1;
}

/* L4: a wish, not for this line alone: what only fd knows is still fd's. */
static void dialect_wished(struct dialect *out, const char *word, int argc, char **argv)
{
	if (strcmp(word, "fd") == 0)
		return;
	bool find = strcmp(word, "find") == 0;
	out->lang = find ? EFIND_FIND : EFIND_FD;
	dialect_scan(out, argc, argv);
	if (find && out->lang == EFIND_FIND) /* it would be without that word */
		out->because = NULL;
}

const char *dialect_find_word(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		if (find_word(argv[i]) != FIND_WORD_UNKNOWN && dialect_word(argv[i], i + 1 < argc ? argv[i + 1] : NULL) == 1)
			return argv[i];
	return NULL;
}

int dialect_choose(
	struct dialect *out, const char *program, const char *env, int *argc, char **argv)
{
	static const char *const finds[] = { "find", "gfind", "bfs" };
	static const char *const fds[] = { "fd", "fdfind" };
	static const char lang[] = "--lang=";
	*out = (struct dialect){ .lang = EFIND_FD };
	if (*argc > 1 && strncmp(argv[1], lang, sizeof(lang) - 1) == 0) {
		const char *word = argv[1] + sizeof(lang) - 1;
		if (dialect_asked(out, word, *argc - 1, argv + 1) != 0)
			return -1;
		memmove(argv + 1, argv + 2, (size_t)(*argc - 1) * sizeof(*argv)); /* with the NULL at the end */
		--*argc;
		return 0;
	}
	if (dialect_is(program, finds, COUNTOF(finds))) {
		out->lang = EFIND_FIND;
		return 0;
	}
	if (dialect_is(program, fds, COUNTOF(fds)))
		return 0;
	dialect_wished(out, env ? env : "", *argc, argv);
	return 0;
}
