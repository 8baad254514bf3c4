#include <string.h>
#include <unistd.h>

#include "ember/expr/find.h"
#include "lib/test.h"

TEST(find_words_are_told_apart)
{
	static const struct { const char *arg; enum find_word want; int args; } rows[] = {
		{ ".", FIND_WORD_OTHER, 0 }, { "-", FIND_WORD_OTHER, 0 }, { "", FIND_WORD_OTHER, 0 },
		{ "-name", FIND_WORD_PRIMARY, 1 }, { "-print", FIND_WORD_PRIMARY, 0 }, { "-fprintf", FIND_WORD_PRIMARY, 2 },
		{ "-exec", FIND_WORD_PRIMARY, -1 }, { "-newermt", FIND_WORD_PRIMARY, 1 }, { "-newer", FIND_WORD_PRIMARY, 1 },
		{ "-newerXY", FIND_WORD_UNKNOWN, 0 }, { "-newermx", FIND_WORD_UNKNOWN, 0 }, { "-d", FIND_WORD_PRIMARY, 0 },
		{ "(", FIND_WORD_OPERATOR, 0 }, { "!", FIND_WORD_OPERATOR, 0 }, { ",", FIND_WORD_OPERATOR, 0 },
		{ "-o", FIND_WORD_OPERATOR, 0 }, { "-not", FIND_WORD_OPERATOR, 0 }, { "((", FIND_WORD_OTHER, 0 },
		{ "-H", FIND_WORD_OPTION, 0 }, { "-O2", FIND_WORD_OPTION, 0 }, { "-O", FIND_WORD_UNKNOWN, 0 },
		{ "-Ox", FIND_WORD_UNKNOWN, 0 }, { "-nosuch", FIND_WORD_UNKNOWN, 0 }, { "--name", FIND_WORD_UNKNOWN, 0 },
		{ "--help", FIND_WORD_PRIMARY, 0 },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		CHECK(find_word(rows[i].arg) == rows[i].want, "row %zu '%s': %d", i, rows[i].arg, find_word(rows[i].arg));
		CHECK(find_word_args(rows[i].arg) == rows[i].args, "row %zu '%s' takes %d", i, rows[i].arg,
			find_word_args(rows[i].arg));
	}
	CHECK(strcmp(find_closest("-emtpy"), "empty") == 0, "a slip of the fingers");
	CHECK(find_closest("-zzzzzz") == NULL, "nothing is near");
}

static struct arena arena;

/* Words of a line, blank-separated, after "find". */
static int parse(struct find_line *line, const char *words)
{
	static char text[512];
	static char *argv[64];
	static const struct find_world world = { .now_sec = 1700000000 };
	int argc = 1;
	struct str rest = str_from(words);
	size_t at = 0;
	argv[0] = (char[]){ "find" };
	while (rest.n) {
		struct str one = str_cut(&rest, ' ');
		argv[argc++] = text + at;
		memcpy(text + at, one.p, one.n);
		at += one.n;
		text[at++] = '\0';
	}
	return find_parse(line, &arena, &world, argc, argv);
}

TEST(find_lines_are_refused)
{
	static const struct { const char *words, *message; } rows[] = {
		{ "-name", "missing argument to `-name'" }, { "-nosuch", "unknown predicate `-nosuch'" },
		{ ". -name a b", "paths must precede expression: `b'" }, { "(", "a '(' has no ')' after it" },
		{ "( )", "nothing stands between '(' and ')'" }, { "-true )", "a ')' has no '(' before it" },
		{ "( -true", "a '(' has no ')' after it" }, { "!", "nothing stands after '!'" },
		{ "-true -o", "nothing stands after '-o'" }, { "-o -true", "nothing stands before '-o'" },
		{ "-true -o -o -true", "nothing stands between '-o' and '-o'" },
		{ "( -true -a )", "nothing stands between '-a' and ')'" }, { "-links x", "invalid argument `x' to `-links'" },
		{ "-exec echo", "missing argument to `-exec'" }, { "-size 1z", "-size has no unit `z'" },
		{ "-delete -prune", "-delete works from" },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct find_line line = { 0 };
		CHECK(parse(&line, rows[i].words) == -1, "row %zu '%s'", i, rows[i].words);
		CHECK(str_starts(line.message, str_from(rows[i].message)), "row %zu '%s': %.*s", i, rows[i].words,
			STR_ARG(line.message));
		find_line_fini(&line);
	}
	arena_fini(&arena);
}

TEST(find_lines_are_read)
{
	struct find_line line = { 0 };
	CHECK(parse(&line, "-L a b -maxdepth 3 -name x -depth") == 0, "%.*s", STR_ARG(line.message));
	CHECK(line.n_roots == 2 && strcmp(line.roots[1], "b") == 0, "roots");
	CHECK(line.follow == WALK_LOGICAL && line.post && line.max_depth == 3 && line.min_depth == 0, "options");
	CHECK(line.expr.flags & EXPR_ACTS, "-print is implied");
	CHECK(line.expr.n == 2, "%u steps: options are none", line.expr.n);
	find_line_fini(&line);

	CHECK(parse(&line, "-maxdepth 3 -mindepth 1") == 0 && find_lists(&line), "a listing");
	find_line_fini(&line);
	CHECK(parse(&line, "! -daystart") == 0 && !find_lists(&line), "one of nothing");
	find_line_fini(&line);
	CHECK(parse(&line, "-exclude -true") == 0 && line.exclude.n == 1, "constants alone stay");
	find_line_fini(&line);

	CHECK(parse(&line, "-print -o -name x") == 0 && line.expr.n == 2, "no -print beside an action");
	CHECK(line.n_roots == 1 && strcmp(line.roots[0], ".") == 0, "the root that is not said");
	find_line_fini(&line);

	CHECK(parse(&line, "-prune -o -type d -quit") == 0 && line.expr.n == 4, "-prune and -quit are no such action");
	find_line_fini(&line);

	CHECK(parse(&line, "-delete") == 0 && line.post, "-delete turns -depth on");
	find_line_fini(&line);
	arena_fini(&arena);
}

TEST(find_help_names_all)
{
	struct out o;
	int pair[2];
	CHECK(pipe(pair) == 0, "pipe");
	out_init(&o, pair[1], OUT_CAP);
	find_help(&o, "find");
	CHECK(o.n > 1000, "%zu bytes", o.n);
	struct str help = { o.p, o.n };
	CHECK(str_find(help, STR("\n  -newerXY REFERENCE")) != STR_NONE, "-newerXY");
	CHECK(str_find(help, STR("\n  -okdir COMMAND ...")) != STR_NONE, "-okdir");
	out_fini(&o);
	close(pair[0]);
	close(pair[1]);
}
