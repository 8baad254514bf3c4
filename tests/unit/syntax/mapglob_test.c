#include "ember/syntax/mapglob.h"

#include "lib/test.h"

TEST(globs)
{
	static const struct {
		const char *glob, *text;
		bool want;
	} rows[] = {
		{ "", "", true },
		{ "", "a", false },
		{ "*", "", true },
		{ "*.c", "x.c", true },
		{ "*.c", "a/b/x.C", true },
		{ "*.c", "x.cc", false },
		{ "*/.ssh/config", "/home/me/.ssh/config", true },
		{ "*/.ssh/config", ".ssh/config", false },
		{ "a?c", "abc", true },
		{ "a?c", "ac", false },
		{ "[a-c]x", "Bx", true },
		{ "[!a-c]x", "bx", false },
		{ "[]]x", "]x", true },
		{ "[a", "[a", true },
		{ "{a,b}.{c,h}", "b.h", true },
		{ "{a,b}.{c,h}", "b.x", false },
		{ "{a,}x", "x", true },
		{ "{a}x", "ax", true },
		{ "{a,b", "{a,b", true },
		{ "\\*", "*", true },
		{ "\\*", "x", false },
		{ "{a,b}{c,d}{e,f}{g,h}{i,j}", "adeh{i,j}", true },
		{ "*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++)
		CHECK(mapglob_match(str_from(rows[i].glob), str_from(rows[i].text)) == rows[i].want,
			"%s on %s", rows[i].glob, rows[i].text);
}
