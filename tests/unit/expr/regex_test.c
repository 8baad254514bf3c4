#include <locale.h>
#include <regex.h>
#include <string.h>

#include "ember/expr/gnu_regex.h"
#include "ember/expr/regex_table.h"
#include "lib/test.h"

static const unsigned long syntaxes[] = { RE_CHAR_CLASSES | RE_INTERVALS, RE_SYNTAX_ED, RE_SYNTAX_GNU_AWK,
	RE_SYNTAX_GREP, RE_SYNTAX_POSIX_AWK, RE_SYNTAX_AWK, RE_SYNTAX_POSIX_BASIC, RE_SYNTAX_EGREP,
	RE_SYNTAX_POSIX_EXTENDED, RE_SYNTAX_POSIX_MINIMAL_BASIC, RE_SYNTAX_SED, RE_DOT_NEWLINE };

static bool no_set(void *ctx, struct str set, bool bytes[128])
{
	(void)set;
	++*(unsigned *)ctx;
	bytes['q'] = true;
	return true;
}

static bool is_plain(const char *text, unsigned long syntax)
{
	unsigned sets = 0;
	struct regex_table *t = regex_table_new(str_from(text), syntax, no_set, &sets);
	regex_table_free(t);
	return t != NULL;
}

TEST(regex_table_takes_plain_patterns)
{
	static const struct { const char *text; unsigned long syntax; bool plain; } rows[] = {
		{ "a", 0, true }, { ".*/x\\.c", 0, true }, { ".*\\.\\(c\\|h\\)", 0, true },
		{ ".*\\.(c|h)", RE_SYNTAX_POSIX_EXTENDED, true }, { "[a-c]+[^]]", 0, true },
		{ "[[:alpha:]]x", RE_CHAR_CLASSES, true }, { "a+", RE_SYNTAX_POSIX_EXTENDED, true },
		{ "", 0, false }, { "*a", 0, false }, { "\\(*a\\)", 0, false }, { "\\(\\)", 0, false },
		{ "a\\|", 0, false }, { "\\(a", 0, false }, { "a\\)", 0, false }, { "a\\{2\\}", RE_INTERVALS, false },
		{ "a{2}", RE_SYNTAX_POSIX_EXTENDED, false }, { "\\(a\\)\\1", 0, false }, { "\\<a", 0, false },
		{ "^a", 0, false }, { "a$", 0, false }, { "a\nb", 0, false }, { "\xc3\xa9", 0, false },
		{ "[\\]x]", 0, false }, { "[[.a.]]", 0, false }, { "[[=a=]]", 0, false }, { "[a", 0, false },
		{ "a\\", 0, false }, { "a+", RE_SYNTAX_POSIX_MINIMAL_BASIC, false },
		{ "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 0, false },
		{ "((((((((((((((((((((a))))))))))))))))))))", RE_SYNTAX_POSIX_EXTENDED, false },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++)
		CHECK(is_plain(rows[i].text, rows[i].syntax) == rows[i].plain, "row %zu '%s'", i, rows[i].text);
	CHECK(!is_plain(".*a.........................", 0), "as many states as there are subsets");
}

static unsigned dice(unsigned *seed, unsigned n)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % n;
}

static void compose(char *to, unsigned *seed, const char *const *parts, unsigned n_parts, unsigned n)
{
	*to = '\0';
	for (size_t used = 0; n--; used = strlen(to))
		snprintf(to + used, 128 - used, "%s", parts[dice(seed, n_parts)]);
}

/* Plain or not, right or wrong: what the table says is what the C library says. */
TEST(regex_table_agrees_with_the_library)
{
	static const char *const parts[] = { "a", "b", "A", "/", ".", "*", "+", "?", "\\+", "\\?", "\\(", "\\)", "(", ")",
		"|", "\\|", "[ab]", "[^a]", "[a-c]", "[^/]*", "[[:alpha:]]", "[]a]", "[B-b]", "\\.", "\\*", ".*", "-", "^", "$",
		"\\(a\\|b\\)", "(a|b)", "a*", "\\[", "[/.]" };
	static const char *const letters[] = { "a", "b", "c", "A", "B", "/", ".", "+", "?", "(", ")", "|", "*", "\n", "-",
		"\xc3\xa9", "\xff", "a", "a", "b" };
	static const char *const locales[] = { "C", "C.UTF-8" };
	unsigned seed = 11, plain = 0, matched = 0;
	for (unsigned round = 0; round < 12000; round++) {
		char text[128], subject[128];
		const char *wrong = NULL;
		unsigned long syntax = syntaxes[round % COUNTOF(syntaxes)] | (round % 5 == 0 ? RE_ICASE : 0);
		setlocale(LC_ALL, locales[round / 100 % 2]);
		compose(text, &seed, parts, COUNTOF(parts), 1 + dice(&seed, 7));
		struct gnu_regex *re = gnu_regex_compile(text, syntax, &wrong);
		if (!re)
			continue;
		gnu_regex_quicken(re);
		plain += is_plain(text, syntax);
		for (unsigned i = 0; i < 24; i++) {
			compose(subject, &seed, letters, COUNTOF(letters), dice(&seed, 6));
			struct str s = str_from(subject);
			bool want = gnu_regex_whole_slow(re, 0, s);
			matched += want;
			CHECK(gnu_regex_whole(re, 0, s) == want, "'%s' syntax %#lx on '%s': %d", text, syntax, subject, want);
		}
		gnu_regex_free(re);
	}
	CHECK(plain > 3000, "%u plain patterns", plain);
	CHECK(matched > 5000, "%u matches", matched);
	setlocale(LC_ALL, "C");
}
