#include "ember/cli/rcfile.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "ember/base/buf.h"
#include "lib/test.h"

/* All entries as text: "line:word|word" or "line!what", one a line. */
static struct str told(struct str text)
{
	static struct buf b;
	struct arena a = { 0 };
	struct rcfile rc;
	buf_clear(&b);
	rcfile_parse(&rc, &a, "conf", text);
	for (size_t i = 0; i < rc.n; i++) {
		const struct rcfile_line *l = &rc.lines[i];
		buf_printf(&b, "%u%s", l->line, l->what ? l->what : "");
		for (int k = 1; k < l->argc; k++)
			buf_printf(&b, "%c%s", k > 1 ? '|' : ':', l->argv[k]);
		if (l->argc)
			CHECK(l->argv[l->argc] == NULL && strcmp(l->argv[0], "conf") == 0,
				"argv is whole");
		buf_char(&b, '\n');
	}
	arena_fini(&a);
	return buf_view(&b);
}

TEST(lines)
{
	static const struct {
		struct str text, want;
	} cases[] = {
		{ STR_INIT(""), STR_INIT("") },
		{ STR_INIT("\n  \t\n# x\n  # y --z\n"), STR_INIT("") },
		{ STR_INIT("--a\n\n-b x\n"), STR_INIT("1:--a\n3:-b|x\n") },
		{ STR_INIT("\xef\xbb\xbf--a=1\r\n--b\r\n"), STR_INIT("1:--a=1\n2:--b\n") },
		{ STR_INIT("--a='x y' \"p \\\" \\q\" r\\ s # tail"),
			STR_INIT("1:--a=x y|p \" \\q|r s\n") },
		{ STR_INIT("--a=#f00 --b '#c'"), STR_INIT("1:--a=#f00|--b|#c\n") },
		{ STR_INIT("--a ''"), STR_INIT("1:--a|\n") },
		{ STR_INIT("theme = dark\npager=less -R\ntabs =4\nstyle= 'a  b' c\nx=\n"),
			STR_INIT("1:--theme=dark\n2:--pager=less -R\n3:--tabs=4\n4:--style=a  b "
				 "c\n5:--x=\n") },
		{ STR_INIT("theme\n"), STR_INIT("1an entry is --option, -o, or name = value\n") },
		{ STR_INIT("a b = c\n= d\n"),
			STR_INIT("1an entry is --option, -o, or name = value\n2an entry is "
				 "--option, -o, or name = value\n") },
		{ STR_INIT("--a 'x\n--b \"y\n--c \\\n--d"),
			STR_INIT("1no closing '\n2no closing \"\n3backslash at the end of the "
				 "line\n4:--d\n") },
		{ STR_INIT("--a $HOME `id` ~ *"), STR_INIT("1:--a|$HOME|`id`|~|*\n") },
		{ STR_INIT("--a\0b\n--c"), STR_INIT("1NUL byte\n2:--c\n") },
		{ STR_INIT("'--a'x\n"), STR_INIT("1:--ax\n") },
		{ STR_INIT("--a=\xc3\xa9 \xe6\x97\xa5\xf0\x9f\x98\x80\n"),
			STR_INIT("1:--a=\xc3\xa9|\xe6\x97\xa5\xf0\x9f\x98\x80\n") },
		/* Latin-1, half a character at the end of a line, a surrogate, a long form. */
		{ STR_INIT("--a\n--b=caf\xe9\n--c\n"),
			STR_INIT("1:--a\n2not valid UTF-8\n3:--c\n") },
		{ STR_INIT("--a=\xc3\n\xa9 = b\n--c\n"),
			STR_INIT("1not valid UTF-8\n2not valid UTF-8\n3:--c\n") },
		{ STR_INIT("--a=\xed\xa0\x80\n--b=\xc0\xaf\n"),
			STR_INIT("1not valid UTF-8\n2not valid UTF-8\n") },
		{ STR_INIT("--a # caf\xe9\n# \xff\n"),
			STR_INIT("1not valid UTF-8\n2not valid UTF-8\n") },
		{ STR_INIT("\xff\xfe-\0-\0"), STR_INIT("1not valid UTF-8\n") },
	};
	for (size_t i = 0; i < COUNTOF(cases); i++)
		CHECK_STR(told(cases[i].text), cases[i].want);
}

TEST(too_many_words)
{
	struct buf b = { 0 };
	for (int i = 0; i < RCFILE_WORDS; i++)
		buf_text(&b, "-x ");
	struct arena a = { 0 };
	struct rcfile rc;
	rcfile_parse(&rc, &a, NULL, buf_view(&b));
	CHECK(rc.n == 1 && rc.lines[0].argc == RCFILE_WORDS + 1, "the cap itself passes");
	buf_text(&b, "-y\n-z\n");
	rcfile_parse(&rc, &a, NULL, buf_view(&b));
	CHECK(rc.n == 2 && rc.lines[0].what && rc.lines[1].argc == 2, "one word more does not");
	arena_fini(&a);
	buf_fini(&b);
}

TEST(files)
{
	struct arena a = { 0 };
	struct rcfile rc;
	struct err e;
	char path[4096], *huge = malloc(RCFILE_MAX + 1);
	memset(huge, '\n', RCFILE_MAX + 1);

	const char *good = test_file("good.conf", STR("--a\n"));
	chmod(good, 0644);
	CHECK(rcfile_read(&rc, &a, good, &e) == 0 && rc.n == 1 && !rc.shared, "a plain file");
	chmod(good, 0646);
	CHECK(rcfile_read(&rc, &a, good, &e) == 0 && rc.shared, "others may write it");
	const char *most = test_file("most.conf", (struct str){ huge, RCFILE_MAX });
	CHECK(rcfile_read(&rc, &a, most, &e) == 0 && rc.n == 0, "64 KiB pass");
	const char *more = test_file("more.conf", (struct str){ huge, RCFILE_MAX + 1 });
	CHECK(rcfile_read(&rc, &a, more, &e) == -1 && strstr(e.what, "64 KiB"),
		"a byte more does not");
	CHECK(rcfile_read(&rc, &a, test_folder(), &e) == -1 && strstr(e.what, "regular"),
		"a folder");
	snprintf(path, sizeof(path), "%s/fifo", test_folder());
	CHECK(mkfifo(path, 0600) == 0 && rcfile_read(&rc, &a, path, &e) == -1,
		"a FIFO does not block");
	snprintf(path, sizeof(path), "%s/none", test_folder());
	CHECK(rcfile_read(&rc, &a, path, &e) == 1, "no such file is no failure");
	free(huge);
	arena_fini(&a);
}

TEST(words_of_a_command)
{
	static const struct {
		const char *in, *first, *second;
	} rows[] = {
		{ "less -R", "less", "-R" },
		{ "  'two words'  \"a b\" ", "two words", "a b" },
		{ "one", "one", NULL },
		{ "", NULL, NULL },
		{ "   ", NULL, NULL },
	};
	struct arena a = { 0 };
	const char *what;
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		char **argv = rcfile_argv(&a, str_from(rows[i].in), &what);
		CHECK(argv && !what, "row %zu: %s", i, what ? what : "");
		CHECK(!argv[0] == !rows[i].first, "row %zu: how many words", i);
		CHECK_STR(str_from(argv[0]), str_from(rows[i].first));
		if (argv[0])
			CHECK_STR(str_from(argv[1]), str_from(rows[i].second));
	}
	CHECK(!rcfile_argv(&a, STR("less 'x"), &what) && what, "a quote that stays open");
	arena_fini(&a);
}
