#include "ember/cli/help.h"

#include <string.h>

#include "ember/base/def.h"
#include "ember/text/width.h"
#include "lib/test.h"

static const struct opt rows[] = {
	{ .id = 1,
		.letter = 'a',
		.name = "all",
		.dialects = OPT_GNU,
		.flags = OPT_BRIEF,
		.group = "Which",
		.help = "show everything",
		.more = "Also what is hidden.\n\nA second paragraph." },
	{ .id = 2,
		.name = "color",
		.also = "colour",
		.arg = OPT_MAYBE,
		.value = "WHEN",
		.words = "always|yes never auto",
		.dialects = OPT_GNU | OPT_FD,
		.flags = OPT_BRIEF,
		.group = "Looks",
		.help = "when to colour",
		.initial = "auto" },
	{ .id = 3,
		.letter = 'w',
		.name = "width-of-the-whole-screen",
		.arg = OPT_REQUIRED,
		.value = "COLS",
		.dialects = OPT_GNU,
		.group = "Looks",
		.help = "a very long line about the width of the screen that must be wrapped "
			"somewhere" },
	{ .id = 4,
		.letter = 'u',
		.dialects = OPT_FD,
		.group = "Which",
		.help = "only in fd's language" },
	{ .id = 5,
		.name = "secret",
		.dialects = OPT_ALL,
		.flags = OPT_HIDDEN,
		.group = "Secrets",
		.help = "hidden" },
	{ .id = 6,
		.letter = 'x',
		.arg = OPT_REQUIRED,
		.value = "CMD",
		.dialects = OPT_GNU,
		.help = "without a group" },
};
static const struct opt_table table = { .program = "prog",
	.purpose = "try things",
	.synopsis = "[OPTION]... [FILE]...\n--other",
	.rows = rows,
	.n = COUNTOF(rows) };

static struct str printed_of(
	const struct opt_table *of, unsigned dialects, enum help_kind kind, unsigned cols)
{
	static struct buf b;
	struct out o;
	out_init(&o, -1, 65536);
	help_print(&o, of, dialects, kind, cols);
	buf_clear(&b);
	buf_add(&b, o.p, o.n);
	out_fini(&o);
	return buf_view(&b);
}

static struct str printed(unsigned dialects, enum help_kind kind, unsigned cols)
{
	return printed_of(&table, dialects, kind, cols);
}

TEST(full_help)
{
	CHECK_STR(printed(OPT_GNU, HELP_FULL, 80),
		STR("Usage: prog [OPTION]... [FILE]...\n"
		    "       prog --other\n"
		    "try things\n"
		    "\nWhich:\n"
		    "  -a, --all                   show everything\n"
		    "                              Also what is hidden.\n"
		    "\n"
		    "                              A second paragraph.\n"
		    "\nLooks:\n"
		    "      --color[=WHEN], --colour\n"
		    "                              when to colour: always, never, auto [auto]\n"
		    "  -w, --width-of-the-whole-screen=COLS\n"
		    "                              a very long line about the width of the screen\n"
		    "                              that must be wrapped somewhere\n"
		    "\nOptions:\n"
		    "  -x CMD                      without a group\n"));
}

TEST(brief_help)
{
	CHECK_STR(printed(OPT_FD, HELP_BRIEF, 0),
		STR("Usage: prog [OPTION]... [FILE]...\n"
		    "       prog --other\n"
		    "try things\n"
		    "\n"
		    "      --color[=WHEN]          when to colour: always, never, auto [auto]\n"
		    "\n'prog --help' shows all options.\n"));
}

/* els: -h has another meaning, so that --help is the short help and --help=all the long one. */
TEST(brief_help_names_the_long_one)
{
	static const struct opt help[] = {
		{ .id = 1,
			.letter = '?',
			.name = "help",
			.arg = OPT_MAYBE,
			.value = "all",
			.words = "all",
			.dialects = OPT_GNU,
			.help = "show help" },
		{ .id = 2, .name = "help", .dialects = OPT_FD, .help = "show help" },
	};
	struct opt_table two = { .program = "prog",
		.purpose = "try things",
		.synopsis = "[FILE]",
		.rows = help,
		.n = COUNTOF(help) };
	CHECK(str_find(printed_of(&two, OPT_GNU, HELP_BRIEF, 0),
		      STR("\n'prog --help=all' shows all options.\n")) != STR_NONE,
		"=all");
	CHECK(str_find(printed_of(&two, OPT_FD, HELP_BRIEF, 0),
		      STR("\n'prog --help' shows all options.\n")) != STR_NONE,
		"plain");
}

/* Words stay out of the short help where they would cost a second line. */
TEST(brief_help_is_short)
{
	CHECK(str_find(printed(OPT_FD, HELP_BRIEF, 60), STR("  when to colour [auto]\n")) !=
			STR_NONE,
		"no words at 60 columns");
}

TEST(lines_fit_the_width)
{
	for (unsigned cols = 40; cols < 120; cols += 7) {
		struct str rest = printed(OPT_GNU, HELP_FULL, cols), line;
		size_t n = 0;
		for (; str_line(&rest, &line); n++)
			CHECK(width_str(line) <= cols, "%u columns: '%.*s'", cols, STR_ARG(line));
		CHECK(n > 12, "%zu lines at %u columns", n, cols);
	}
}

TEST(groups)
{
	CHECK(strcmp(help_group(&table, OPT_GNU, 0), "Which") == 0, "first group");
	CHECK(strcmp(help_group(&table, OPT_GNU, 1), "Looks") == 0, "second group");
	CHECK(strcmp(help_group(&table, OPT_GNU, 2), "Options") == 0, "rows without a group");
	CHECK(help_group(&table, OPT_GNU, 3) == NULL, "hidden rows make no group");
	CHECK(strcmp(help_group(&table, OPT_FD, 0), "Looks") == 0, "order of first appearance");
}
