#include "ember/text/glob.h"

#include <stdlib.h>
#include <string.h>

#include "lib/test.h"

TEST(matches)
{
	static const struct {
		const char *pattern, *subject;
		unsigned flags;
		bool want;
	} rows[] = {
		{ "", "", 0, true }, { "", "a", 0, false }, { "abc", "abc", 0, true }, { "abc", "abcd", 0, false },
		{ "*", "", 0, true }, { "*", ".a", 0, true }, { "*", "a/b", 0, false }, { "a*c*e", "abcde", 0, true },
		{ "a*c*e", "abcd", 0, false }, { "*ab", "aab", 0, true }, { "*a*a*a*b", "aaaaaaaaaaaaaaaaaaaa", 0, false },
		{ "?", "a", 0, true }, { "?", "/", 0, false }, { "?", "", 0, false }, { "?", "\xc3\xa9", 0, false },
		{ "?", "\xc3\xa9", GLOB_UTF8, true }, { "??", "\xc3\xa9", 0, true }, { "?", "\xff", GLOB_UTF8, true },
		{ "[abc]", "b", 0, true }, { "[!abc]", "b", 0, false }, { "[^abc]", "d", 0, true },
		{ "[a-c]x", "bx", 0, true }, { "[]a]", "]", 0, true }, { "[!]a]", "]", 0, false }, { "[a-]", "-", 0, true },
		{ "[!a]", "/", 0, false }, { "[\\]]", "]", 0, true }, { "[\xc3\xa9]", "\xc3\xa9", GLOB_UTF8, true },
		{ "[\xc3\xa0-\xc3\xaf]", "\xc3\xa9", GLOB_UTF8, true }, { "\\*", "*", 0, true }, { "\\*", "a", 0, false },
		{ "**", "a/b", 0, true }, { "**/b", "b", 0, true }, { "**/b", "x/y/b", 0, true }, { "**/b", "xb", 0, false },
		{ "a/**", "a/x/y", 0, true }, { "a/**", "a", 0, false }, { "a/**/b", "a/b", 0, true },
		{ "a/**/b", "a/x/y/b", 0, true }, { "a/**/b", "a/xb", 0, false }, { "a**b", "a/b", 0, false },
		{ "a**b", "axb", 0, true }, { "a**/b", "ab", 0, false }, { "a**/b", "ab", GLOB_POSIX, true },
		{ "**/a*/**/c", "x/ab/y/z/c", 0, true }, { "**/a*b/**/c", "x/ab/y/a/c/d", 0, false },
		{ "***/b", "x/b", 0, true },
		{ "{a,b}", "b", GLOB_BRACES, true }, { "{a,b}", "{a,b}", 0, true }, { "x{a,{b,c}d}y", "xcdy", GLOB_BRACES, true },
		{ "{,a}b", "b", GLOB_BRACES, true }, { "[{]{a,b}", "{b", GLOB_BRACES, true }, { "a,b", "a,b", GLOB_BRACES, true },
		{ "\\{a\\}", "{a}", GLOB_BRACES, true }, { "{a\\,b,c}", "a,b", GLOB_BRACES, true },
		{ "ABC", "abc", GLOB_NOCASE, true }, { "[A-C]", "b", GLOB_NOCASE, true }, { "*.C", "x.c", GLOB_NOCASE, true },
		{ "[[:digit:]]", "5", GLOB_POSIX, true }, { "[[:digit:]]", "5", 0, false },
		{ "[[:digit:]]", ":]", 0, true }, { "[![:space:]]", "a", GLOB_POSIX, true },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct err e = { 0 };
		struct glob *g = glob_compile(str_from(rows[i].pattern), rows[i].flags, &e);
		CHECK(g != NULL, "%s: %s", rows[i].pattern, e.what);
		CHECK(glob_match(g, str_from(rows[i].subject)) == rows[i].want, "%s on '%s' (flags %u)", rows[i].pattern,
			rows[i].subject, rows[i].flags);
		glob_free(g);
	}
}

TEST(refuses)
{
	static const struct {
		const char *pattern;
		unsigned flags;
	} rows[] = {
		{ "[a", 0 }, { "[", 0 }, { "[!", 0 }, { "[]", 0 }, { "a\\", 0 }, { "[z-a]", 0 }, { "{a", GLOB_BRACES },
		{ "a}", GLOB_BRACES }, { "{a,{b}", GLOB_BRACES }, { "[[:nope:]]", GLOB_POSIX }, { "{a,[}", GLOB_BRACES },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct err e = { 0 };
		CHECK(!glob_compile(str_from(rows[i].pattern), rows[i].flags, &e), "%s is accepted", rows[i].pattern);
		CHECK(e.what != NULL, "%s: no reason", rows[i].pattern);
	}
}

TEST(braces_do_not_explode)
{
	char text[400] = "";
	size_t n = 0;
	for (int i = 0; i < 40; i++)
		n += (size_t)snprintf(text + n, sizeof(text) - n, "{a,b}");
	struct err e = { 0 };
	CHECK(!glob_compile((struct str){ text, n }, GLOB_BRACES, &e), "2^40 alternatives are accepted");
}

TEST(hard_patterns_end)
{
	char subject[4001], pattern[] = "*a*a*a*a*a*a*a*a*a*a*a*a*b";
	memset(subject, 'a', 4000);
	subject[4000] = '\0';
	struct glob *g = glob_compile(str_from(pattern), 0, NULL);
	CHECK(g && !glob_match(g, str_from(subject)), "matched");
	glob_free(g);
}

TEST(literals)
{
	char *p = NULL;
	size_t n = 0;
	CHECK(glob_literal(STR("a\\*b"), 0, &p, &n) && n == 3 && memcmp(p, "a*b", 3) == 0, "escaped star");
	free(p);
	CHECK(!glob_literal(STR("a*"), 0, &p, &n), "a star is no literal");
	CHECK(!glob_literal(STR("a\\"), 0, &p, &n), "a backslash at the end");
	CHECK(!glob_literal(STR("{a}"), GLOB_BRACES, &p, &n), "braces");
}
