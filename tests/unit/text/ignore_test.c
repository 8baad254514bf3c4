#include "ember/text/ignore.h"

#include <stdlib.h>

#include "lib/test.h"

static enum ignore_verdict ask(const char *rules, const char *path, bool is_dir)
{
	struct ignore *ig = ignore_parse(str_from(rules));
	struct str p = str_from(path);
	size_t slash = str_rchr(p, '/');
	struct str base = str_sub(p, slash == STR_NONE ? 0 : slash + 1, p.n);
	enum ignore_verdict v = ig ? ignore_match(ig, p, base, is_dir) : IGNORE_NONE;
	ignore_free(ig);
	return v;
}

TEST(rules)
{
	static const struct {
		const char *rules, *path;
		bool is_dir;
		enum ignore_verdict want;
	} rows[] = {
		{ "a", "a", false, IGNORE_DROP }, { "a", "x/a", false, IGNORE_DROP }, { "a", "b", false, IGNORE_NONE },
		{ "/a", "a", false, IGNORE_DROP }, { "/a", "x/a", false, IGNORE_NONE }, { "a/b", "a/b", false, IGNORE_DROP },
		{ "a/b", "x/a/b", false, IGNORE_NONE }, { "a/", "a", false, IGNORE_NONE }, { "a/", "a", true, IGNORE_DROP },
		{ "*.c", "x/y.c", false, IGNORE_DROP }, { "*.tar.gz", "x.tar.gz", false, IGNORE_DROP },
		{ "*.tar.gz", "x.gz", false, IGNORE_NONE }, { "*.c", ".c", false, IGNORE_DROP },
		{ "a\n!a", "a", false, IGNORE_KEEP }, { "!a\na", "a", false, IGNORE_DROP },
		{ "*.c\n!b.c\n*.x", "b.c", false, IGNORE_KEEP }, { "*.c\n!b.*", "b.c", false, IGNORE_KEEP },
		{ "!b.*\n*.c", "b.c", false, IGNORE_DROP }, { "a/\na\n!a/", "a", true, IGNORE_KEEP },
		{ "a/\na\n!a/", "a", false, IGNORE_DROP },
		{ "#a", "#a", false, IGNORE_NONE }, { "\\#a", "#a", false, IGNORE_DROP }, { "\\!a", "!a", false, IGNORE_DROP },
		{ "a  ", "a", false, IGNORE_DROP }, { "a\\ ", "a ", false, IGNORE_DROP }, { "a\\  ", "a ", false, IGNORE_DROP },
		{ "a\r\nb\r\n", "b", false, IGNORE_DROP }, { "\xef\xbb\xbf" "a", "a", false, IGNORE_DROP },
		{ "**/a", "x/y/a", false, IGNORE_DROP }, { "a/**", "a/x/y", false, IGNORE_DROP }, { "a/**", "a", true, IGNORE_NONE },
		{ "a/**/b", "a/b", false, IGNORE_DROP }, { "[a", "[a", false, IGNORE_NONE }, { "[a\nb", "b", false, IGNORE_DROP },
		{ "/", "a", true, IGNORE_NONE }, { "a//", "a", true, IGNORE_NONE }, { "!", "!", false, IGNORE_NONE },
		{ "*", "a", false, IGNORE_DROP }, { "*/", "a", false, IGNORE_NONE }, { "x*y/z", "xay/z", false, IGNORE_DROP },
		{ "a{b,c}", "ab", false, IGNORE_NONE }, { "a{b,c}", "a{b,c}", false, IGNORE_DROP },
		{ "a\\", "a", false, IGNORE_NONE }, { "t\\ail", "tail", false, IGNORE_DROP },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		enum ignore_verdict got = ask(rows[i].rules, rows[i].path, rows[i].is_dir);
		CHECK(got == rows[i].want, "row %zu: '%s' on %s: %d", i, rows[i].rules, rows[i].path, (int)got);
	}
}

TEST(nothing_to_say)
{
	CHECK(!ignore_parse(STR("")), "empty");
	CHECK(!ignore_parse(STR("# only\n\n  \n")), "comments");
	CHECK(!ignore_parse(STR("[broken")), "malformed");
}

TEST(caps)
{
	char *text = malloc(2 * IGNORE_RULES_MAX + 100);
	size_t n = 0;
	for (size_t i = 0; i < IGNORE_RULES_MAX; i++) {
		text[n++] = 'x';
		text[n++] = '\n';
	}
	text[n++] = 'y';
	text[n] = '\0';
	CHECK(ask(text, "x", false) == IGNORE_DROP, "the first rules count");
	CHECK(ask(text, "y", false) == IGNORE_NONE, "rules past the cap do not");
	free(text);
}
