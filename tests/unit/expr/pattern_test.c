#include <fnmatch.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "ember/base/arena.h"
#include "ember/expr/pattern.h"
#include "lib/test.h"

static bool ours(struct arena *a, const char *text, const char *name, bool fold)
{
	struct pattern p;
	pattern_compile(&p, a, text, fold);
	return pattern_match(&p, str_from(name));
}

TEST(pattern_answers_by_table)
{
	static const struct { const char *text, *name; bool fold, want; } rows[] = {
		{ "", "", false, true }, { "", "a", false, false }, { "*", "", false, true }, { "*", "a/.b", false, true },
		{ "a", "a", false, true }, { "a", "A", false, false }, { "a", "A", true, true },
		{ "?", "ab", false, false }, { "??", "ab", false, true }, { "*.c", "x.c", false, true },
		{ "*.c", ".c", false, true }, { "*.c", "c", false, false }, { "a*a", "a", false, false },
		{ "a*a", "aa", false, true }, { "a*b*c", "aXbYbZc", false, true }, { "a*b*c", "aXcYb", false, false },
		{ "*ab*ab*", "abab", false, true }, { "*ab*ab*", "aab", false, false }, { "*a**b", "a..b", false, true },
		{ "[abc]", "b", false, true }, { "[!abc]", "b", false, false }, { "[^abc]", "d", false, true },
		{ "[]]", "]", false, true }, { "[a-c]x", "bx", false, true }, { "[a-]", "-", false, true },
		{ "[[:digit:]]", "5", false, true }, { "[[:digit:]a]", "a", false, true }, { "[", "[", false, true },
		{ "[a", "[a", false, true }, { "\\*", "*", false, true }, { "\\*", "x", false, false },
		{ "[\\]]", "]", false, true }, { "a\\", "a", false, false }, { "*[0-9].c", "net4.c", false, true },
		{ "*[0-9].c", "net.c", false, false }, { "X*[a-z]", "xQ", true, true },
	};
	struct arena a = { 0 };
	for (size_t i = 0; i < COUNTOF(rows); i++)
		CHECK(ours(&a, rows[i].text, rows[i].name, rows[i].fold) == rows[i].want, "row %zu: '%s' on '%s'", i,
			rows[i].text, rows[i].name);
	arena_fini(&a);
}

static uint32_t next(uint32_t *seed, uint32_t n)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 10) % n;
}

static void fill(uint32_t *seed, char *to, const char *const *pieces, uint32_t n_pieces, uint32_t max)
{
	uint32_t n = next(seed, max + 1);
	size_t at = 0;
	for (uint32_t i = 0; i < n; i++) {
		const char *piece = pieces[next(seed, n_pieces)];
		memcpy(to + at, piece, strlen(piece));
		at += strlen(piece);
	}
	to[at] = '\0';
}

/* The C library is the judge: random patterns of the pieces that matter on random names. */
static void compare(const char *locale, uint32_t seed)
{
	static const char *const pat[] = { "*", "?", "[", "]", "!", "^", "-", "a", "b", "B", "z", "\\", "[a-z]", "[!a]",
		"[[:upper:]]", "[[:punct:]b]", "[^[:space:]]", ".", "/", "*", "\xc3\xa9", "[=a=]", "[[.a.]]", "\xff", "[]a]",
		"[!]]", "*a", "[b-a]", "[a-", ":" };
	static const char *const nam[] = { "a", "b", "B", "z", "A", ".", "/", "-", "]", "[", "*", "\\", "!", " ",
		"\xc3\xa9", "\xff", "\xe2\x84\xaa", "k", "1", "ab", "^", "\xc3" };
	struct arena a = { 0 };
	unsetenv("LC_ALL");
	if (!setlocale(LC_ALL, locale))
		return;
	setenv("LC_ALL", locale, 1);
	for (int i = 0; i < 60000; i++) {
		char text[128], name[128];
		bool fold = next(&seed, 3) == 0;
		fill(&seed, text, pat, COUNTOF(pat), 6);
		fill(&seed, name, nam, COUNTOF(nam), 6);
		bool want = fnmatch(text, name, fold ? FNM_CASEFOLD : 0) == 0;
		bool got = ours(&a, text, name, fold);
		CHECK(got == want, "%s: '%s' on '%s' fold %d: %d, the C library says %d", locale, text, name, fold, got,
			want);
		if (i % 1000 == 0)
			arena_fini(&a);
	}
	arena_fini(&a);
}

TEST(pattern_equals_the_c_library_in_c)
{
	compare("C", 1);
}

TEST(pattern_equals_the_c_library_in_utf8)
{
	compare("C.UTF-8", 2);
}

TEST(pattern_equals_the_c_library_in_a_language)
{
	compare("en_US.UTF-8", 3);
	compare("tr_TR.UTF-8", 4);
}

TEST(pattern_plain_names_need_no_library)
{
	struct arena a = { 0 };
	struct pattern p;
	pattern_compile(&p, &a, "*[0-9].c", false);
	CHECK(p.plain && p.star && p.tail == 3, "suffix of %zu operations", p.tail);
	pattern_compile(&p, &a, "Makefile", false);
	CHECK(p.plain && p.literal, "a literal is one comparison");
	arena_fini(&a);
}
