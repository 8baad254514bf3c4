#include "ember/rx/rust.h"

#include <stdio.h>
#include <string.h>

#include "lib/test.h"

static bool accepted(const char *pattern, struct rust_fault *f)
{
	struct rust_rx *rx = rust_new(str_from(pattern), 0, f);
	rust_free(rx);
	return rx != NULL;
}

TEST(refuses_what_rust_refuses)
{
	static const struct {
		const char *pattern;
		size_t at;
		const char *word;
	} rows[] = {
		{ "foo{", 3, "unclosed counted" },
		{ "a{,2}", 2, "valid decimal" },
		{ "a{x", 2, "valid decimal" },
		{ "a{2,1}", 1, "count range" },
		{ "a{1", 1, "unclosed counted" },
		{ "a{999999}", 2, "too large" },
		{ "*a", 0, "missing expression" },
		{ "a|*", 2, "missing expression" },
		{ "(+)", 1, "missing expression" },
		{ "(?i)*", 4, "missing expression" },
		{ "(a", 0, "unclosed group" },
		{ "a(b(c)", 1, "unclosed group" },
		{ "a)", 1, "unopened group" },
		{ "[a", 0, "unclosed character class" },
		{ "x[]", 1, "unclosed character class" },
		{ "[z-a]", 1, "start must be" },
		{ "[\\d-z]", 1, "must be a literal" },
		{ "[a-\\d]", 3, "must be a literal" },
		{ "(?=a)", 0, "look-around" },
		{ "(?<!a)", 0, "look-around" },
		{ "\\1", 0, "backreferences" },
		{ "a\\Z", 1, "unrecognized escape" },
		{ "\\G", 0, "unrecognized escape" },
		{ "\\h", 0, "unrecognized escape" },
		{ "(?>a)", 2, "unrecognized flag" },
		{ "(?#a)", 2, "unrecognized flag" },
		{ "(?i-)", 4, "without a flag" },
		{ "(?i--s)", 4, "repeated" },
		{ "(?", 2, "pattern ends" },
		{ "(?P<>a)", 4, "empty capture" },
		{ "(?P<1>a)", 4, "invalid capture" },
		{ "(?P<a>x)(?<a>y)", 11, "duplicate" },
		{ "(?P<a", 5, "unclosed capture" },
		{ "\\", 0, "incomplete escape" },
		{ "\\x", 2, "incomplete escape" },
		{ "\\x4g", 3, "invalid hexadecimal" },
		{ "\\x{}", 2, "empty" },
		{ "\\x{110000}", 2, "scalar value" },
		{ "\\u{d800}", 2, "scalar value" },
		{ "\\p{Greek", 0, "unclosed Unicode" },
		{ "\\p", 0, "incomplete escape" },
		{ "\\p{}", 0, "property not found" },
		{ "\\b{nonsense}", 2, "word boundary" },
		{ "\xff", 0, "UTF-8" },
		{ "[\xff]", 1, "UTF-8" },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct rust_fault f = { 0 };
		CHECK(!accepted(rows[i].pattern, &f), "%s is accepted", rows[i].pattern);
		CHECK(f.at == rows[i].at, "%s: at %zu, want %zu (%s)", rows[i].pattern, f.at, rows[i].at, f.what);
		CHECK(strstr(f.what, rows[i].word) != NULL, "%s: '%s'", rows[i].pattern, f.what);
	}
}

TEST(refuses_unknown_properties)
{
	struct rust_fault f = { 0 };
	CHECK(!accepted("\\p{Nope}", &f) && f.what, "an unknown property is accepted");
}

TEST(judges_case_on_the_parsed_form)
{
	static const struct {
		const char *pattern;
		bool upper;
	} rows[] = {
		{ "foo", false }, { "Foo", true }, { "\\x46", true }, { "\\Afoo\\z", false }, { "\\B", false },
		{ "[A-z]", true }, { "[a-z]", false }, { "[^A]", true }, { "[^a]", false }, { "\\w", true },
		{ "\\d", false }, { "\\S", false }, { ".", false }, { "\\pL", true }, { "\\p{Ll}", false },
		{ "\xc3\x89", true }, { "\xc3\xa9", false }, { "(?i)a", true }, { "[@-[]", false }, { "(?P<N>a)", false },
		{ "[[:alpha:]]", true }, { "[[:lower:]]", false }, { "\\u00C9", true },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct rust_fault f = { 0 };
		struct rust_rx *rx = rust_new(str_from(rows[i].pattern), 0, &f);
		CHECK(rx != NULL, "%s: %s", rows[i].pattern, f.what);
		CHECK(rust_facts(rx)->upper == rows[i].upper, "%s", rows[i].pattern);
		rust_free(rx);
	}
}

/* As fd 10 refuses them without --hidden. */
TEST(finds_the_dot_of_hidden_names)
{
	static const struct {
		const char *pattern;
		bool hidden;
	} rows[] = { { "^\\.", true }, { "^\\.x", true }, { "^[.]", true }, { "^[.]x", true },
		{ "^(?i)\\.a", true }, { "^\\.[a]", true }, { "\\A\\.a", true }, { "^\\x2e", true }, { "^\\.{1}a", true },
		{ "^\\.?x", false }, { "^\\.*x", false }, { "^\\.+x", false }, { "^[.]?", false }, { "^[.x]", false },
		{ "^(\\.)a", false }, { "^\\.{2}", false }, { "^\\.|a", false }, { "^^\\.", false }, { "^.a", false },
		{ "^(?:\\.a|\\.b)", false }, { "^\\.a|^\\.b", false }, { "^\\.??a", false }, { "^\\.{0,1}a", false },
		{ "^\\.{1,}a", false }, { "^\\b\\.", false }, { "(?m)^\\.", false } };
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct rust_facts f = { 0 };
		struct rust_fault fault = { 0 };
		struct buf out = { 0 };
		CHECK(rust_translate(&out, &f, str_from(rows[i].pattern), 0, &fault) == 0, "%s: is none", rows[i].pattern);
		CHECK(f.hidden == rows[i].hidden, "%s", rows[i].pattern);
		buf_fini(&out);
		buf_fini(&f.literal);
	}
}

TEST(finds_the_literal)
{
	static const struct {
		const char *pattern, *literal;
		bool whole, start, end, hidden;
	} rows[] = {
		{ "foo", "foo", true, false, false, false },
		{ "^foo", "foo", true, true, false, false },
		{ "foo$", "foo", true, false, true, false },
		{ "^foo$", "foo", true, true, true, false },
		{ "\\.c$", ".c", true, false, true, false },
		{ "[0-9]\\.c$", ".c", false, false, true, false },
		{ "^\\.", ".", true, true, false, true },
		{ "^\\.x|y", "", false, false, false, false },
		{ "a.bcd.e", "bcd", false, false, false, false },
		{ "abc*d", "ab", false, false, false, false },
		{ "ab?", "a", false, false, false, false },
		{ "(foo)", "", false, false, false, false },
		{ "(?i)foo", "", false, false, false, false },
		{ "foo$*", "foo", false, false, false, false },
		{ "^*foo", "foo", false, false, false, false },
		{ "(?m)foo$", "foo", false, false, false, false },
		{ "", "", false, false, false, false },
	};
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct rust_facts f = { 0 };
		struct rust_fault fault = { 0 };
		struct buf out = { 0 };
		int r = rust_translate(&out, &f, str_from(rows[i].pattern), false, &fault);
		CHECK(r == 0, "%s: %s", rows[i].pattern, fault.what);
		CHECK(str_eqc(buf_view(&f.literal), rows[i].literal), "%s: '%.*s'", rows[i].pattern,
			STR_ARG(buf_view(&f.literal)));
		CHECK(f.whole == rows[i].whole, "%s: whole", rows[i].pattern);
		CHECK(f.at_start == rows[i].start, "%s: start", rows[i].pattern);
		CHECK(f.at_end == rows[i].end, "%s: end", rows[i].pattern);
		CHECK(f.hidden == rows[i].hidden, "%s: hidden", rows[i].pattern);
		buf_fini(&out);
		buf_fini(&f.literal);
	}
}

TEST(matches_as_rust)
{
	static const struct {
		const char *pattern, *subject;
		int want;
		unsigned flags;
	} rows[] = {
		{ "foo$", "foo\n", 0, 0 },          /* R1 */
		{ "[f]oo$", "foo\n", 0, 0 },
		{ "^b", "a\nb", 0, 0 },             /* R2 */
		{ "(?m)^b", "a\nb", 1, 0 },
		{ "(?m)a$", "a\nb", 1, 0 },
		{ "a.b", "a\nb", 1, 0 },            /* P10 */
		{ "(?-s)a.b", "a\nb", 0, 0 },
		{ "^a++$", "aaa", 1, 0 },           /* R3 */
		{ "^a{2}+$", "aaaa", 1, 0 },
		{ "^a{2}+$", "aaa", 0, 0 },
		{ "^[a-z--f]$", "f", 0, 0 },        /* R6 */
		{ "^[a-z--f]$", "g", 1, 0 },
		{ "^[a-c~~b-d]$", "b", 0, 0 },
		{ "^[a-c~~b-d]$", "d", 1, 0 },
		{ "^[a-c&&b-d]$", "b", 1, 0 },      /* R7 */
		{ "^[a[bc]]$", "c", 1, 0 },
		{ "^\\pL$", "\xc3\xa9", 1, 0 },     /* R8 */
		{ "^\\pL$", "1", 0, 0 },
		{ "^\\p{sc=Greek}$", "\xcf\x89", 1, 0 }, /* R9 */
		{ "^\\p{gc=Lu}$", "a", 0, 0 },
		{ "\\<b\\>", "a b c", 1, 0 },       /* R10 */
		{ "\\<b\\>", "abc", 0, 0 },
		{ "\\b{end}$", "ab", 1, 0 },
		{ "(?-u:\\b)$", "ab", 1, 0 },
		{ "\\xe9", "\xc3\xa9", 1, 0 },      /* R11, R12 */
		{ "\\u{e9}\\U000000e9", "\xc3\xa9\xc3\xa9", 1, 0 },
		{ "(?U)^a+$", "aa", 1, 0 },         /* R13 */
		{ "(?-u)^\\w$", "\xc3\xa9", 0, 0 },
		{ "(?i)FOO", "foo", 1, 0 },
		{ "a(?i)b|c", "C", 1, 0 },          /* the flag lasts to the end of the group */
		{ "(?:a(?i)b)c", "aBC", 0, 0 },
		{ "(?x) a b # c", "ab", 1, 0 },
		{ "(?P<x>a)(?<y>b)", "ab", 1, 0 },  /* R14 */
		{ "^ss$", "\xc3\x9f", 0, RUST_IGNORE_CASE }, /* R17 */
		{ "k", "\xe2\x84\xaa", 1, RUST_IGNORE_CASE },
		{ "^\xc3\x89$", "\xc3\xa9", 1, RUST_IGNORE_CASE },
		{ "^[[:^alpha:]]$", "s", 0, RUST_IGNORE_CASE },
		{ "^[\\w--a-c]$", "A", 0, RUST_IGNORE_CASE },
		{ "^.$", "\xff", 0, 0 },            /* R19 */
		{ "[^a]", "\xff", 0, 0 },
		{ "\xc3\xa9", "\xff\xc3\xa9\xff", 1, 0 },
		{ "\xc3\xa9.", "\xc3\xa9\xff", 0, 0 },
		{ "a$", "a\xff", 0, 0 },
		{ "[a]$", "\xff" "a", 1, 0 },
		{ "^[a]", "\xff" "a", 0, 0 },
		{ "(^)*[a]", "a", 1, 0 },           /* an edge may be repeated */
		{ "(?:^|x)+[a]", "a", 1, 0 },
		{ "\\b+[a]", "a", 1, 0 },
		{ "", "", 1, 0 },
		{ "x*", "\xff", 1, 0 },
		{ "[]a]", "]", 1, 0 },
		{ "[-a]", "-", 1, 0 },
		{ "[a-]", "-", 1, 0 },
		{ "[\\]\\-]", "-", 1, 0 },
		{ "[&&a]", "a", 0, 0 },             /* nothing and a */
	};
	struct rx_limit *l = rx_limit_new(100000, 0);
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct rust_fault f = { 0 };
		struct rust_rx *rx = rust_new(str_from(rows[i].pattern), rows[i].flags, &f);
		CHECK(rx != NULL, "%s: %s", rows[i].pattern, f.what);
		int got = rust_match(rx, l, str_from(rows[i].subject));
		CHECK(got == rows[i].want, "%s on '%s': %d", rows[i].pattern, rows[i].subject, got);
		rust_free(rx);
	}
	rx_limit_free(l);
}

/* These are answered without the engine where they can be; "(?:a|b)" never is. */
TEST(answers_without_the_engine)
{
	static const char *const patterns[] = { ".", ".*", ".*.*foo", ".*^foo", ".*foo$", ".*|x", ".*\\.c$", ".*+a", ".*?b", "..", "foo|bar", "^foo|bar$", "\\.c$|\\.h$", "^a$|^b$", "foo|", "|",
		"a\\|b|c", "k|s", "foo|b.r", "\xc3\xa9|x", "^|x", "a|b|c|d|e", "foo$|^bar|baz", "\\x{66}oo|\\\\" };
	static const char *const subjects[] = { "", "foo", "FOO", "xfoo", "bar", "barx", "a.c", "a.h", "a.cc", "a", "b", "ab",
		"a|b", "\xe2\x84\xaa", "\xc5\xbf", "\xc3\xa9", "\xc3\x89", "foo\xff", "\377bar", "bazz", "\\",
		"\xff", "\xff\xc3", "\n", "\xffx" };
	struct rx_limit *l = rx_limit_new(100000, 0);
	for (size_t i = 0; i < COUNTOF(patterns); i++) {
		for (unsigned flags = 0; flags <= RUST_IGNORE_CASE; flags++) {
			char wrapped[64];
			struct rust_fault f = { 0 };
			snprintf(wrapped, sizeof(wrapped), "(?:%s)", patterns[i]);
			struct rust_rx *fast = rust_new(str_from(patterns[i]), flags, &f);
			struct rust_rx *slow = rust_new(str_from(wrapped), flags, &f);
			CHECK(fast && slow, "%s: %s", patterns[i], f.what);
			for (size_t k = 0; k < COUNTOF(subjects); k++)
				CHECK(rust_match(fast, l, str_from(subjects[k])) ==
						rust_match(slow, l, str_from(subjects[k])),
					"%s on '%s', flags %u", patterns[i], subjects[k], flags);
			rust_free(fast);
			rust_free(slow);
		}
	}
	rx_limit_free(l);
}

/* R15: what Rust has not, where it is asked for. */
TEST(look_around_and_references)
{
	static const struct {
		const char *pattern, *subject;
		int want;
	} rows[] = {
		{ "a(?=b)", "ab", 1 }, { "a(?=b)", "ac", 0 }, { "a(?!b)", "ac", 1 }, { "a(?!b)", "ab", 0 },
		{ "(?<=a)b", "ab", 1 }, { "(?<=a)b", "cb", 0 }, { "(?<!a)b", "cb", 1 }, { "(?<!a)b$", "ab", 0 },
		{ "^(..)\\1$", "abab", 1 }, { "^(..)\\1$", "abac", 0 }, { "(?P<x>.)-\\k<x>", "a-a", 1 },
		{ "(?<x>.)-\\k<x>", "a-b", 0 }, { "(?:a)(b)\\1", "abb", 1 }, { "((a)b)\\2", "aba", 1 },
		{ "(?=a)*b", "b", 1 }, { "(a)|b\\1", "a", 1 }, { "(?i:(a))\\1", "aa", 1 },
	};
	static const char *const refused[] = { "\\1", "(a)\\2", "\\k<x>", "\\k<x", "(?=a", "(?>a)", "\\0", "(a)\\99999" };
	struct rx_limit *l = rx_limit_new(100000, 0);
	struct rust_fault f = { 0 };
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct rust_rx *rx = rust_new(str_from(rows[i].pattern), RUST_EXTENDED, &f);
		CHECK(rx != NULL, "%s: %s", rows[i].pattern, f.what);
		int got = rx ? rust_match(rx, l, str_from(rows[i].subject)) : -9;
		CHECK(got == rows[i].want, "%s on '%s': %d", rows[i].pattern, rows[i].subject, got);
		rust_free(rx);
	}
	for (size_t i = 0; i < COUNTOF(refused); i++)
		CHECK(rust_new(str_from(refused[i]), RUST_EXTENDED, &f) == NULL, "%s", refused[i]);
	rx_limit_free(l);
}

TEST(gives_up_in_the_end)
{
	char subject[61];
	struct rust_fault f = { 0 };
	struct rx_limit *l = rx_limit_new(100000, 0);
	struct rust_rx *rx = rust_new(STR("^(a|aa)+[cd]"), 0, &f);
	memset(subject, 'a', 60);
	subject[60] = '\0';
	CHECK(rust_match(rx, l, str_from(subject)) == -1, "an endless search ended");
	rust_free(rx);
	rx_limit_free(l);
}

TEST(plain_text)
{
	static const struct {
		const char *text, *subject;
		bool whole;
		unsigned flags;
		int want;
	} rows[] = {
		{ ".c", "a.c", false, 0, 1 },
		{ ".c", "axc", false, 0, 0 },
		{ "a", "ab", true, 0, 0 },
		{ "ab", "ab", true, 0, 1 },
		{ "AB", "ab", true, RUST_IGNORE_CASE, 1 },
		{ "k", "x\xe2\x84\xaa", false, RUST_IGNORE_CASE, 1 },
		{ "\xc3\x89", "\xc3\xa9", true, RUST_IGNORE_CASE, 1 },
		{ "\xff", "a\xff", false, RUST_IGNORE_CASE, 1 },
		{ "a^[\\", "xA^[\\y", false, RUST_IGNORE_CASE, 1 },
		{ "A^", "\xc3\xa9" "a^", false, RUST_IGNORE_CASE, 1 },
	};
	struct rx_limit *l = rx_limit_new(0, 0);
	for (size_t i = 0; i < COUNTOF(rows); i++) {
		struct rust_rx *rx = rust_new_literal(str_from(rows[i].text), rows[i].whole, rows[i].flags);
		int got = rust_match(rx, l, str_from(rows[i].subject));
		CHECK(got == rows[i].want, "row %zu: %d", i, got);
		rust_free(rx);
	}
	rx_limit_free(l);
}
